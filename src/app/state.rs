//! What the window shows, as plain data: views read it and never change it.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use super::batch::BatchLook;
use super::beside::BesideLook;
use super::desktop::DesktopLook;
use super::handover::Handover;
use super::history::Recovery;
use super::importing::OpenTable;
use super::reviewing::QueueRun;
use super::settings::Settings;
use crate::base::Span;
use crate::export::Raster;
use crate::link::Conclusions;
use crate::show::{CompareLook, Filter, FindLook, LibraryLook, Names, NamesLook, ReviewLook, SameCases};
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
    /// People, organisations, places, groups and outlets.
    Names,
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
    /// Which figures count in charts, table and conflicts, and in Review where it follows.
    pub filter: Filter,
    /// How the table of claims is filtered and sorted.
    pub review: ReviewLook,
    /// Claims to which the last correction could be applied as well.
    pub same: Option<SameCases>,
    /// The article beside the open one.
    pub beside: BesideLook,
    /// What is searched for in articles.
    pub find: FindLook,
    /// The rows that Review listed last; `None` while it was not shown.
    pub listed: Option<Arc<Vec<ClaimId>>>,
    /// Claims that are reviewed one at a time, while that is open.
    pub queue: Option<QueueRun>,
    /// How names are listed.
    pub names_look: NamesLook,
    /// Who is named in the articles, of the newest finished run.
    pub names: Arc<Names>,
    /// What the project concludes by itself, of the newest finished run.
    pub conclusions: Arc<Conclusions>,
    /// Tables that were opened and wait for what their columns mean, the next first.
    pub tables: VecDeque<Arc<OpenTable>>,
    /// Rows that may be articles, and batches that wait for a word.
    pub batch: BatchLook,
    /// A picture that waits for the clipboard, which only the window has.
    pub copied: Option<Arc<Raster>>,
    /// History and recovery: what is asked, what changed since.
    pub recovery: Recovery,
    /// How the last window ended, what is new, the page over the window.
    pub desktop: DesktopLook,
    /// What is asked about packages and other projects.
    pub handover: Handover,
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

impl ProjectInfo {
    /// The name that the analyst gave it; empty while it is untitled.
    pub fn own_name(&self) -> &str {
        if self.untitled { "" } else { &self.name }
    }
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
    /// The mention of a name that is selected.
    pub mention: Option<(ArticleId, Span)>,
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

impl Selection {
    /// True where a claim or a name is selected.
    pub fn has_any(&self) -> bool {
        self.claim.is_some() || self.mention.is_some()
    }
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
    /// What it tells of, where that can be shown.
    pub shows: Option<Shown>,
}

/// What a toast can show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// What was written: its folder can be opened.
    Folder(PathBuf),
    /// The first of the articles that were added.
    Article(ArticleId),
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
