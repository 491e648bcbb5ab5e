//! What the window shows, as plain data: views read it and never change it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::settings::Settings;
use crate::link::Conclusions;
use crate::show::{CompareLook, LibraryLook, ReviewLook};
use crate::store::{ArticleId, ClaimId, Store};

/// The three views over one selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Library, article, inspector, strip of charts.
    #[default]
    Read,
    /// Charts by kind, conflicts, table source by day.
    Compare,
    /// The table of all claims.
    Review,
}

/// Everything that views read.
#[derive(Default)]
pub struct State {
    /// Articles, claims, decisions, undo.
    pub store: Store,
    /// The project file.
    pub project: ProjectInfo,
    /// Which view is shown.
    pub view: View,
    /// What is selected, in all views.
    pub selection: Selection,
    /// How the library is filtered and sorted.
    pub library: LibraryLook,
    /// How charts are drawn.
    pub compare: CompareLook,
    /// How the table of claims is filtered and sorted.
    pub review: ReviewLook,
    /// What the project concludes by itself, of the newest finished run.
    pub conclusions: Arc<Conclusions>,
    /// What went wrong, what was done, what is being done.
    pub messages: Messages,
    /// Choices of this person on this machine.
    pub settings: Settings,
}

/// The project file as shown.
#[derive(Clone, Debug, Default)]
pub struct ProjectInfo {
    /// Where it lies; empty while there is none.
    pub path: PathBuf,
    /// Its name without extension; "Untitled" while it lies in the data folder.
    pub name: String,
    /// True while it was not saved somewhere.
    pub untitled: bool,
    /// True where it can only be read: edits are refused with a sentence.
    pub read_only: bool,
    /// A sentence to be shown while the project is open (network share, read-only); empty where there is none.
    pub warning: String,
    /// Whether every edit has reached the disk.
    pub saving: Saving,
}

/// Whether every edit has reached the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All edits are acknowledged.
    #[default]
    Saved,
    /// So many edits are on their way.
    Saving(usize),
    /// A commit failed: the sentence says why. Edits stay in memory.
    Failed(String),
}

/// What is selected, in all views.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The article that is open.
    pub article: Option<ArticleId>,
    /// The claim that is selected; lies in `article`.
    pub claim: Option<ClaimId>,
    /// The claim under the pointer, of the frame before.
    pub hovered: Option<ClaimId>,
    /// Claims that are checked in Review.
    pub checked: BTreeSet<ClaimId>,
    /// Articles that are checked in the library or the table of articles.
    pub articles: BTreeSet<ArticleId>,
    /// Counts up when the view should bring the selected claim into sight.
    pub jump: u64,
    /// What was selected before, oldest first.
    pub back: Vec<(Option<ArticleId>, Option<ClaimId>)>,
    /// What was gone back from, next first at the end.
    pub forward: Vec<(Option<ArticleId>, Option<ClaimId>)>,
}

/// What went wrong, what was done, what is being done.
    pub messages: Messages,
    /// Choices of this person on this machine.
    pub settings: Settings,
}

/// The project file as shown.
#[derive(Clone, Debug, Default)]
pub struct ProjectInfo {
    /// Where it lies; empty while there is none.
    pub path: PathBuf,
    /// Its name without extension; "Untitled" while it lies in the data folder.
    pub name: String,
    /// True while it was not saved somewhere.
    pub untitled: bool,
    /// True where it can only be read: edits are refused with a sentence.
    pub read_only: bool,
    /// A sentence to be shown while the project is open (network share, read-only); empty where there is none.
    pub warning: String,
    /// Whether every edit has reached the disk.
    pub saving: Saving,
}

/// Whether every edit has reached the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All edits are acknowledged.
    #[default]
    Saved,
    /// So many edits are on their way.
    Saving(usize),
    /// A commit failed: the sentence says why. Edits stay in memory.
    Failed(String),
}

/// What is selected, in all views.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The article that is open.
    pub article: Option<ArticleId>,
    /// The claim that is selected; lies in `article`.
    pub claim: Option<ClaimId>,
    /// The claim under the pointer, of the frame before.
    pub hovered: Option<ClaimId>,
    /// Claims that are checked in Review.
    pub checked: BTreeSet<ClaimId>,
    /// Articles that are checked in the library or the table of articles.
    pub articles: BTreeSet<ArticleId>,
    /// Counts up when the view should bring the selected claim into sight.
    pub jump: u64,
    /// What was selected before, oldest first.
    pub back: Vec<(Option<ArticleId>, Option<ClaimId>)>,
    /// What was gone back from, next first at the end.
    pub forward: Vec<(Option<ArticleId>, Option<ClaimId>)>,
}

/// In which order the library lists articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LibrarySort {
    /// Newest publication day first, under a head for each day.
    #[default]
    Published,
    /// By outlet, under a head for each.
    Publisher,
    /// By title.
    Title,
    /// In the order in which they were added.
    Added,
}

/// How the library is filtered and sorted.
#[derive(Clone, Debug, Default)]
pub struct LibraryLook {
    /// Words that title, outlet, file name, date or text must hold; empty = all.
    pub text: String,
    /// Only articles with unreviewed claims.
    pub to_review_only: bool,
    /// The order.
    pub sort: LibrarySort,
    /// True where the table of articles is shown in place of the reader.
    pub table_open: bool,
}

/// What a line in the chart stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LinesBy {
    /// By publisher where two or more are known, else by article.
    #[default]
    Automatic,
    /// Who vouches for the figure.
    Speaker,
    /// The outlet.
    Publisher,
    /// The article.
    Article,
}

/// The scale of the figures' axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Zero is on the axis.
    #[default]
    Linear,
    /// Logarithmic; zero lies on the base line.
    Log,
}

/// How charts are drawn.
#[derive(Clone, Debug)]
pub struct CompareLook {
    /// What a line stands for.
    pub lines_by: LinesBy,
    /// The scale of the figures' axis.
    pub scale: Scale,
    /// Which kinds have a chart, top down.
    pub kinds: Vec<Kind>,
    /// Sources that are switched off, by their key.
    pub hidden: BTreeSet<String>,
    /// The kind that the table source by day shows.
    pub table_kind: Kind,
    /// True where rejected figures are drawn as grey crosses.
    pub show_rejected: bool,
}

impl Default for CompareLook {
    fn default() -> Self {
        Self {
            lines_by: LinesBy::default(),
            scale: Scale::default(),
            kinds: vec![Kind::Killed, Kind::Injured, Kind::Arrested],
            hidden: BTreeSet::new(),
            table_kind: Kind::Killed,
            show_rejected: false,
        }
    }
}

/// How the table of claims is filtered and sorted.
#[derive(Clone, Debug, Default)]
pub struct ReviewLook {
    /// Words that the row must hold; empty = all.
    pub text: String,
    /// Only unreviewed claims.
    pub unreviewed_only: bool,
    /// Only claims in a conflict.
    pub in_conflict_only: bool,
    /// The column to sort by (an id of `show::table`), empty = as in the articles.
    pub sort_column: String,
    /// True for descending.
    pub descending: bool,
    /// Kinds that are shown; empty = all.
    pub kinds: BTreeSet<Kind>,
}

/// What went wrong, what was done, what is being done.
#[derive(Clone, Debug, Default)]
pub struct Messages {
    /// What went wrong, newest last; stays until dismissed.
    pub problems: Vec<Problem>,
    /// What was done; each goes by itself.
    pub toasts: Vec<Toast>,
    /// What is being done.
    pub progress: Option<Progress>,
}

/// Something that went wrong, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as shown; empty where it concerns none.
    pub file: String,
    /// What failed, why, what to do.
    pub sentence: String,
}

/// A message that something was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Its number, counted up: the window times it by this.
    pub number: u64,
    /// "6 claims accepted".
    pub sentence: String,
    /// True where undo takes back what it tells.
    pub can_undo: bool,
}

/// Long work under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// "Reading 40 files".
    pub label: String,
    /// Steps done.
    pub done: usize,
    /// Steps in all; 0 where not known.
    pub total: usize,
    /// True once it has lasted half a second: only then it is shown.
    pub visible: bool,
}
