//! What is known of an article's publication day, with the words that speak for and against it.

use jiff::civil::{Date, Weekday};

use crate::base::Span;

/// What the date stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// Typed by the analyst or given on the command line.
    Given,
    /// Page metadata.
    Metadata,
    /// A dateline or stamp in the text.
    Dateline,
    /// Reasoned from weekdays, days and years in the text or in other articles of the story.
    Inferred,
    /// The file's name.
    FileName,
}

impl Basis {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 5] = [
        Self::Given,
        Self::Metadata,
        Self::Dateline,
        Self::Inferred,
        Self::FileName,
    ];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Inferred => "inferred",
            Self::FileName => "file_name",
        }
    }

    /// The basis of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.id() == id)
    }
}

/// Words that speak for the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The file of the run in which the words stand; `None` for the article itself.
    pub file: Option<String>,
    /// Where they stand; empty where they stand in metadata or a name.
    pub span: Span,
    /// The words.
    pub words: String,
}

/// Another day that the evidence allows.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The day.
    pub date: Date,
    /// 0 to 1.
    pub confidence: f32,
}

/// Words that speak against the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposing {
    /// The day that they give, `None` where they give none whole.
    pub date: Option<Date>,
    /// Where they stand; empty where they stand in metadata or a name.
    pub span: Span,
    /// The words.
    pub words: String,
    /// Why they are not believed, in a sentence for the analyst.
    pub reason: String,
}

/// An article's publication day as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// The day; `None` while only weekday or year is known.
    pub date: Option<Date>,
    /// Known from "today, Friday" and the like.
    pub weekday: Option<Weekday>,
    /// Known from a copyright line and the like.
    pub year: Option<i16>,
    /// What it stands on.
    pub basis: Basis,
    /// 0 to 1.
    pub confidence: f32,
    /// Words that speak for it.
    pub evidence: Vec<Evidence>,
    /// Other days that the evidence allows, best first.
    pub alternatives: Vec<Alternative>,
    /// Words that speak against it.
    pub conflicts: Vec<Opposing>,
}

impl Published {
    /// A date that somebody gave.
    pub fn given(date: Date) -> Self {
        Self {
            date: Some(date),
            weekday: Some(date.weekday()),
            year: Some(date.year()),
            basis: Basis::Given,
            confidence: 1.0,
            evidence: Vec::new(),
            alternatives: Vec::new(),
            conflicts: Vec::new(),
        }
    }
}
