//! All formats in which a project leaves the program, as rows of one table: the dialog, the palette and the command line
//! read it. A further format is a row in a list of its own file, and that list a line in [`LISTS`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{marks, report, tables};
use crate::jobs::Token;
use crate::link::Conclusions;
use crate::show::{CompareLook, Filter, Names};
use crate::store::{ArticleId, ClaimId, ClaimRecord, Store};

/// The lists of formats, in the order of the dialog.
const LISTS: &[&[Format]] = &[tables::FORMATS, marks::FORMATS, report::FORMATS];

/// All formats, in the order of the dialog.
pub fn formats() -> impl Iterator<Item = &'static Format> {
    LISTS.iter().copied().flatten()
}

/// The format of a word from the command line or the settings.
pub fn format_of(id: &str) -> Option<&'static Format> {
    formats().find(|format| format.id == id)
}

/// What a format is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Figures, a row a claim.
    Claims,
    /// Marks in texts.
    Annotations,
    /// What is read by people, and what is handed over as a whole.
    Report,
}

impl Group {
    /// All, in the order of the dialog.
    pub const ALL: [Self; 3] = [Self::Claims, Self::Annotations, Self::Report];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "Claims",
            Self::Annotations => "Annotations",
            Self::Report => "Report",
        }
    }
}

/// Whether a format gives one file or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One file, perhaps with others beside it that carry its name.
    File,
    /// A folder of files.
    Folder,
}

/// One format: a row of the table.
#[derive(Debug)]
pub struct Format {
    /// Its word on the command line and in the settings: "claims-csv".
    pub id: &'static str,
    /// Under which head it stands.
    pub group: Group,
    /// Its name in the dialog: "CSV table".
    pub label: &'static str,
    /// What it is for, in one line.
    pub purpose: &'static str,
    /// The file's ending, without the point; empty for a folder.
    pub ending: &'static str,
    /// One file or a folder.
    pub shape: Shape,
    /// The options that it understands.
    pub options: &'static [ExportOption],
    /// True where it asks which claims leave; else all do, or none.
    pub chooses_claims: bool,
    /// Makes it. Pure: knows no files and no clock.
    pub write: fn(&ExportInput<'_>, &ExportOptions, &Watch<'_>) -> Result<Output, ExportError>,
}

impl Format {
    /// Which claims leave where these are asked for.
    pub fn which(&self, asked: Which) -> Which {
        if self.chooses_claims { asked } else { Which::All }
    }
}

/// An option of a format: one value out of a few. A switch has the values "off" and "on".
#[derive(Debug, PartialEq, Eq)]
pub struct ExportOption {
    /// Its word on the command line and in the settings: "bom".
    pub id: &'static str,
    /// Its name in the dialog.
    pub label: &'static str,
    /// What it does, in a sentence.
    pub help: &'static str,
    /// Its values as word and name, the built-in one first.
    pub values: &'static [(&'static str, &'static str)],
}

impl ExportOption {
    /// True for what is only switched on or off.
    pub fn is_switch(&self) -> bool {
        self.values.len() == 2 && self.values.iter().all(|(value, _)| matches!(*value, "off" | "on"))
    }
}

/// A switch that is off where nothing is said.
pub const OFF_ON: &[(&str, &str)] = &[("off", "Off"), ("on", "On")];

/// A switch that is on where nothing is said.
pub const ON_OFF: &[(&str, &str)] = &[("on", "On"), ("off", "Off")];

/// Before the keys of stories that a report tells, one a line, among the values of its options; none: all of them.
pub const STORY_KEYS: &str = "story-keys";

/// Values of options as set; what is not set has its built-in value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    values: BTreeMap<String, String>,
}

impl ExportOptions {
    /// From pairs of words, as the settings keep them.
    pub fn new(values: BTreeMap<String, String>) -> Self {
        Self { values }
    }

    /// The pairs of words.
    pub fn values(&self) -> &BTreeMap<String, String> {
        &self.values
    }

    /// Sets one value.
    pub fn set(&mut self, option: &str, value: &str) {
        self.values.insert(option.to_owned(), value.to_owned());
    }

    /// The value in force: the one that was set where the option knows it, else the built-in one.
    pub fn value(&self, option: &ExportOption) -> &'static str {
        let set = self.values.get(option.id).map(String::as_str);
        let known = option.values.iter().find(|(value, _)| Some(*value) == set);
        known.or_else(|| option.values.first()).map_or("", |(value, _)| *value)
    }

    /// True where a switch is on.
    pub fn is_on(&self, option: &ExportOption) -> bool {
        self.value(option) == "on"
    }
}

/// Which claims leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Which {
    /// All claims, rejected ones too: their state stands beside them.
    #[default]
    All,
    /// What you accepted, corrected or made by hand.
    Accepted,
    /// What passes the filter of the project.
    Filter,
    /// What Review's filters show.
    Review,
}

impl Which {
    /// All, in the order of the dialog.
    pub const ALL: [Self; 4] = [Self::All, Self::Accepted, Self::Filter, Self::Review];

    /// The word for it on the command line and in the settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Accepted => "accepted",
            Self::Filter => "filter",
            Self::Review => "review",
        }
    }

    /// The choice of a word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All claims",
            Self::Accepted => "Accepted only",
            Self::Filter => "Filter of the project",
            Self::Review => "Shown in Review",
        }
    }
}

/// What an export is made of: a snapshot, so that it can be made beside the window.
pub struct ExportInput<'i> {
    /// Articles, claims, decisions.
    pub store: &'i Store,
    /// What is concluded over them.
    pub conclusions: &'i Conclusions,
    /// Who is named in them.
    pub names: &'i Names,
    /// The filter of the project.
    pub filter: &'i Filter,
    /// How charts are drawn.
    pub look: &'i CompareLook,
    /// The claims that leave, see [`ExportInput::claims_of`].
    pub claims: &'i BTreeSet<ClaimId>,
    /// Which they are, in words, a line each: "Accepted only", "Place: Estrava".
    pub chosen: &'i [String],
    /// The project's name; empty for an untitled one.
    pub project: &'i str,
    /// The version of the program: "0.1.0".
    pub program: &'i str,
    /// Now, RFC 3339 in UTC.
    pub now: &'i str,
}

impl<'i> ExportInput<'i> {
    /// The claims of an article that leave, in the order of its text.
    pub fn claims_of(&self, article: ArticleId) -> impl Iterator<Item = &'i Arc<ClaimRecord>> {
        let claims = self.claims;
        let all = self.store.claims_of(article);
        all.filter(move |record| claims.contains(&record.id))
    }

    /// The project's name, or these words for an untitled one.
    pub fn project_or(&self, untitled: &'i str) -> &'i str {
        if self.project.is_empty() {
            untitled
        } else {
            self.project
        }
    }

    /// Today in the clock's words: "2031-03-15".
    pub fn day(&self) -> &'i str {
        self.now.get(..10).unwrap_or(self.now)
    }
}

/// How far an export is, and whether it is still wanted.
pub struct Watch<'w> {
    token: &'w Token,
    progress: &'w dyn Fn(usize, usize),
}

impl<'w> Watch<'w> {
    /// Tells `progress` the steps done and the steps in all.
    pub fn new(token: &'w Token, progress: &'w dyn Fn(usize, usize)) -> Self {
        Self { token, progress }
    }

    /// Says that `done` of `total` steps are done; ask it once an article.
    ///
    /// # Errors
    /// [`ExportError::Stopped`] where nobody wants the export any more: give it up.
    pub fn step(&self, done: usize, total: usize) -> Result<(), ExportError> {
        if self.token.stale() {
            return Err(ExportError::Stopped);
        }
        (self.progress)(done, total);
        Ok(())
    }

    /// The word that the export is no longer wanted, for work between steps.
    pub fn token(&self) -> &'w Token {
        self.token
    }
}

/// What came of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The file or the files of the folder.
    pub body: Body,
    /// Files beside the main one: their name is the main one's with `name` after it (".method.txt").
    pub beside: Vec<OutputFile>,
    /// What was written, in words: "12 claims".
    pub what: String,
    /// What whoever exports should know, a sentence each: "3 claims have no number and are left out."
    pub notes: Vec<String>,
}

/// The bytes of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Of one file.
    File(Vec<u8>),
    /// Of the files of a folder, their names with `/` between folders.
    Folder(Vec<OutputFile>),
}

/// One of several files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Output {
    /// One file.
    pub fn file(bytes: Vec<u8>, what: String) -> Self {
        Self::new(Body::File(bytes), what)
    }

    /// A folder of files.
    pub fn folder(files: Vec<OutputFile>, what: String) -> Self {
        Self::new(Body::Folder(files), what)
    }

    fn new(body: Body, what: String) -> Self {
        Self {
            body,
            beside: Vec::new(),
            what,
            notes: Vec::new(),
        }
    }
}

/// Why there is no export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Nobody wants it any more.
    Stopped,
    /// It cannot be made: what failed, why, what to do.
    Failed(String),
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ExportOption, ExportOptions, Group, OFF_ON, ON_OFF, Shape, format_of, formats};

    #[test]
    fn every_format_has_a_name_of_its_own_and_stands_under_its_group() {
        let ids: BTreeSet<&str> = formats().map(|format| format.id).collect();
        assert_eq!(ids.len(), formats().count());
        let labels: BTreeSet<&str> = formats().map(|format| format.label).collect();
        assert_eq!(labels.len(), formats().count());
        let groups: Vec<Group> = formats().map(|format| format.group).collect();
        assert!(groups.is_sorted(), "formats of a group stand together");
        for format in formats() {
            assert!(
                !format.purpose.is_empty() && !format.purpose.ends_with('.'),
                "{}",
                format.id
            );
            assert_eq!(format.shape == Shape::Folder, format.ending.is_empty(), "{}", format.id);
            assert!(
                format.options.iter().all(|option| option.values.len() > 1),
                "{}",
                format.id
            );
        }
        assert!(format_of("claims-csv").is_some() && format_of("").is_none());
    }

    #[test]
    fn options_have_their_built_in_value_until_they_are_set() {
        let switch = |values| ExportOption {
            id: "bom",
            label: "Mark",
            help: "",
            values,
        };
        let mut options = ExportOptions::default();
        assert!(!options.is_on(&switch(OFF_ON)) && options.is_on(&switch(ON_OFF)));
        assert!(switch(ON_OFF).is_switch());
        options.set("bom", "on");
        assert!(options.is_on(&switch(OFF_ON)));
        options.set("bom", "who knows");
        assert!(!options.is_on(&switch(OFF_ON)));
        assert!(!switch(&[("a", "A"), ("b", "B")]).is_switch());
    }
}
