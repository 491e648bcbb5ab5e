//! The rows of a project: an article as read and as the analyst sees it, a claim with its decision.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::field::{Field, FieldValue};
use crate::article::Format;
use crate::base::Span;
use crate::claim::Claim;
use crate::link::ConflictSort;
use crate::read::Reading;

/// An article's number in its project; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub i64);

/// A claim's number in its project; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId(pub i64);

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, by the path as given.
    File(String),
    /// Pasted text.
    Pasted,
    /// One article of a file that holds many: the file's path and the number of the part from 0.
    Part(String, u32),
    /// A row of a data file whose rows are articles: the file's path and the row from 0.
    Row(String, u32),
    /// An article of the sample project, by its file name.
    Sample(String),
}

/// The path of what lies at `inside` in a file that holds many articles; the file's own where that is empty.
pub fn path_in(file: &str, inside: &str) -> String {
    if inside.is_empty() {
        return file.to_owned();
    }
    format!("{file}/{inside}")
}

/// What the analyst said of an article; `None` where nothing, and then the machine's reading holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The headline.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The publication day.
    pub published: Option<Date>,
}

/// An article with what the analyst said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRecord {
    /// Its number.
    pub id: ArticleId,
    /// Where it came from.
    pub origin: Origin,
    /// The file's name as shown, without folders.
    pub file_name: String,
    /// SHA-256 of the original bytes, 64 hex digits.
    pub sha256: String,
    /// What the machine read; its `claims` are empty here, they are rows of their own.
    pub reading: Arc<Reading>,
    /// What the analyst said.
    pub told: Told,
    /// The version of the rules that read it.
    pub rules_version: String,
    /// The analyst's note.
    pub note: String,
    /// The analyst's tags.
    pub tags: Vec<String>,
}

impl ArticleRecord {
    /// The text.
    pub fn text(&self) -> &str {
        &self.reading.article.text
    }

    /// The path by which it is told from other articles: of its file, of its place in the file that holds it; of what has
    /// no file, its name.
    pub fn path(&self) -> Cow<'_, str> {
        match &self.origin {
            Origin::Part(path, _) | Origin::Row(path, _) => Cow::Owned(path_in(path, &self.file_name)),
            Origin::File(path) => Cow::Borrowed(path),
            Origin::Pasted | Origin::Sample(_) => Cow::Borrowed(&self.file_name),
        }
    }

    /// Its file's name, after that of the file that holds it: "mails.mbox, message 2".
    pub fn file_words(&self) -> Cow<'_, str> {
        match &self.origin {
            Origin::Part(path, _) | Origin::Row(path, _) => {
                let holder = path.rsplit(['/', '\\']).next().unwrap_or(path);
                Cow::Owned(format!("{holder}, {}", self.file_name))
            }
            _ => Cow::Borrowed(&self.file_name),
        }
    }

    /// The page of the original, from 1, on which the span begins; `None` where there are no pages.
    pub fn page(&self, span: Span) -> Option<usize> {
        self.reading.article.page_at(span.start())
    }

    /// True for an imported table: its rows are its sentences.
    pub fn is_table(&self) -> bool {
        self.reading.article.format == Format::Table
    }

    /// The headline, the file's name where there is none.
    pub fn title(&self) -> &str {
        let machine = self.reading.article.title.as_ref().map(|stated| stated.value.as_str());
        self.told
            .title
            .as_deref()
            .or(machine)
            .filter(|title| !title.is_empty())
            .unwrap_or(&self.file_name)
    }

    /// The outlet; `None` where neither the file nor the analyst told.
    pub fn publisher(&self) -> Option<&str> {
        let machine = self
            .reading
            .article
            .publisher
            .as_ref()
            .map(|stated| stated.value.as_str());
        self.told
            .publisher
            .as_deref()
            .or(machine)
            .filter(|name| !name.is_empty())
    }

    /// Who wrote it; `None` where nobody told.
    pub fn author(&self) -> Option<&str> {
        let machine = self.reading.article.author.as_ref().map(|stated| stated.value.as_str());
        self.told.author.as_deref().or(machine).filter(|name| !name.is_empty())
    }

    /// The publication day; `None` where it is not known.
    pub fn published(&self) -> Option<Date> {
        self.told
            .published
            .or_else(|| self.reading.published.as_ref().and_then(|published| published.date))
    }
}

/// What the analyst said of a claim as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing yet.
    #[default]
    Open,
    /// The reading (with corrections, if any) is right.
    Accepted,
    /// No claim, or a wrong one; kept on record.
    Rejected,
}

/// A claim's state as shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Nothing decided yet.
    Unreviewed,
    /// Accepted as the machine read it.
    Accepted,
    /// With values of the analyst.
    Corrected,
    /// Made by the analyst.
    ByHand,
    /// Kept on record, not counted.
    Rejected,
}

impl Status {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 5] = [
        Self::Unreviewed,
        Self::Accepted,
        Self::Corrected,
        Self::ByHand,
        Self::Rejected,
    ];

    /// The word for it in exports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Accepted => "accepted",
            Self::Corrected => "corrected",
            Self::ByHand => "by_hand",
            Self::Rejected => "rejected",
        }
    }

    /// True where the analyst has decided.
    pub fn is_decided(self) -> bool {
        self != Self::Unreviewed
    }

    /// True where the analyst stands by it: accepted, corrected or made by hand.
    pub fn is_affirmed(self) -> bool {
        matches!(self, Self::Accepted | Self::Corrected | Self::ByHand)
    }
}

/// A claim with the analyst's decision beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRecord {
    /// Its number.
    pub id: ClaimId,
    /// The article that holds it.
    pub article: ArticleId,
    /// The machine's reading; for a claim made by hand what was read from the selected words.
    pub machine: Arc<Claim>,
    /// True for a claim made by hand.
    pub by_hand: bool,
    /// What the analyst said of it.
    pub verdict: Verdict,
    /// Fields that the analyst set; the others are the machine's.
    pub fields: BTreeMap<Field, FieldValue>,
    /// The analyst's note.
    pub note: String,
    /// The analyst's tags.
    pub tags: Vec<String>,
    /// True where a later reading no longer finds it; kept because the analyst decided on it.
    pub vanished: bool,
    /// The claim as it counts: the machine's reading under the analyst's fields.
    shown: Arc<Claim>,
}

impl ClaimRecord {
    /// A machine claim that nobody has looked at.
    pub fn new(id: ClaimId, article: ArticleId, machine: Arc<Claim>) -> Self {
        Self {
            id,
            article,
            shown: Arc::clone(&machine),
            machine,
            by_hand: false,
            verdict: Verdict::Open,
            fields: BTreeMap::new(),
            note: String::new(),
            tags: Vec::new(),
            vanished: false,
        }
    }

    /// The claim as it counts: the machine's reading under the analyst's fields.
    pub fn claim(&self) -> &Claim {
        &self.shown
    }

    /// Its state as shown.
    pub fn status(&self) -> Status {
        match self.verdict {
            Verdict::Rejected => Status::Rejected,
            _ if self.by_hand => Status::ByHand,
            _ if !self.fields.is_empty() => Status::Corrected,
            Verdict::Accepted => Status::Accepted,
            Verdict::Open => Status::Unreviewed,
        }
    }

    /// True where the analyst set the field.
    pub fn is_set(&self, field: Field) -> bool {
        self.fields.contains_key(&field)
    }

    /// True where a new reading must not drop it.
    pub fn is_decided(&self) -> bool {
        self.status().is_decided() || !self.note.is_empty() || !self.tags.is_empty()
    }

    /// Sets or, with `None`, resets one field. A value of another field's sort changes nothing.
    pub fn set_field(&mut self, field: Field, value: Option<FieldValue>) {
        match value {
            Some(value) => {
                self.fields.insert(field, value);
            }
            None => {
                self.fields.remove(&field);
            }
        }
        self.rebuild();
    }

    /// Takes another machine reading; the analyst's fields stay.
    pub fn set_machine(&mut self, machine: Arc<Claim>) {
        self.machine = machine;
        self.rebuild();
    }

    /// Makes the shown claim anew after `fields` was filled directly (reading from disk).
    pub fn rebuild(&mut self) {
        if self.fields.is_empty() {
            self.shown = Arc::clone(&self.machine);
            return;
        }
        let mut claim = Claim::clone(&self.machine);
        for (field, value) in &self.fields {
            field.write(&mut claim, value);
        }
        self.shown = Arc::new(claim);
    }
}

/// What the analyst said of a conclusion over articles (a conflict, a copy, a falling total).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruling {
    /// Accepted, rejected, or nothing yet.
    pub verdict: Option<bool>,
    /// The reason in the analyst's words or from the list.
    pub reason: String,
    /// A note.
    pub note: String,
    /// What follows for the figures; `None` while nothing is said.
    pub resolution: Option<Resolution>,
    /// The claim that is preferred, where one is.
    pub preferred: Option<ClaimId>,
    /// What sort of difference it is in truth, where the machine is overruled.
    pub taken_as: Option<ConflictSort>,
    /// True where nothing is left to be done about it.
    pub settled: bool,
}

impl Ruling {
    /// How far the analyst has come with it.
    pub fn state(&self) -> RulingState {
        match (self.verdict, self.settled) {
            (Some(false), _) => RulingState::NoConflict,
            (_, true) => RulingState::Settled,
            _ => RulingState::Open,
        }
    }
}

/// What follows for figures that do not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resolution {
    /// Both are kept: each holds in its own meaning.
    KeepBoth,
    /// One is preferred; the others stay on record.
    Prefer,
    /// They are one figure, told with bounds that hold all.
    Merge,
}

impl Resolution {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::KeepBoth, Self::Prefer, Self::Merge];

    /// The word for it in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::KeepBoth => "keep_both",
            Self::Prefer => "prefer",
            Self::Merge => "merge",
        }
    }

    /// The resolution of a word from a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// How far the analyst has come with a conclusion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RulingState {
    /// Something is left to be done.
    #[default]
    Open,
    /// Nothing is left to be done.
    Settled,
    /// The machine was wrong.
    NoConflict,
}

impl RulingState {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::Open, Self::Settled, Self::NoConflict];
}
