//! The history as it is used: jump to a point, what changed since, and the questions of recovery.

use std::path::PathBuf;
use std::sync::Arc;

use super::App;
use super::action::Action;
use super::history_care;
use super::rereading;
use super::state::{State, View};
use crate::disk::BackupRow;
use crate::show::RereadLine;
use crate::store::ArticleId;

/// What can be asked of history and backups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryAct {
    /// Take back or do again all steps up to the point after this one; 0 = the beginning.
    JumpTo(i64),
    /// In Review only claims that changed since the point after this step; `None` = all.
    Since(Option<i64>),
    /// List the backups of a project.
    Backups(PathBuf),
    /// Put a backup in the place of a project; what lies there is kept beside.
    Restore {
        /// The project.
        project: PathBuf,
        /// The backup.
        backup: PathBuf,
    },
    /// Make a backup now.
    BackUp,
    /// Read the project through from the disk.
    LookOver,
    /// Show what a new reading changes.
    ShowReread,
    /// Take the new reading.
    TakeReread,
    /// Leave everything as it was read before.
    DropReread,
    /// Ask whether articles are to be removed for good.
    AskErase(Vec<ArticleId>),
    /// Remove them, everywhere.
    Erase(Vec<ArticleId>),
    /// Close the question or list that is open.
    Close,
}

/// What views show of history and recovery.
#[derive(Clone, Debug, Default)]
pub struct Recovery {
    /// The newest step when the project was opened.
    pub opened_at: i64,
    /// The point since which Review shows what changed.
    pub since: Option<i64>,
    /// The backups that are listed.
    pub backups: Option<BackupList>,
    /// A new reading that waits to be taken.
    pub reread: Option<RereadOffer>,
    /// True where it is shown.
    pub reread_open: bool,
    /// The articles that are to be removed for good, once the analyst says so.
    pub erase: Option<EraseQuestion>,
}

impl Recovery {
    /// True while a question stands before the window.
    pub fn asks(&self) -> bool {
        self.backups.is_some() || self.erase.is_some() || (self.reread_open && self.reread.is_some())
    }
}

/// The backups of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupList {
    /// The project.
    pub project: PathBuf,
    /// Newest first; `None` while they are being read.
    pub rows: Option<Arc<Vec<BackupRow>>>,
}

/// What a new reading would change.
#[derive(Clone, Debug, PartialEq)]
pub struct RereadOffer {
    /// How many articles were read.
    pub num_articles: usize,
    /// Changed, gone, kept, new.
    pub lines: Arc<Vec<RereadLine>>,
    /// True where newer rules asked for it, not the analyst.
    pub by_rules: bool,
}

/// What is removed for good where the analyst says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EraseQuestion {
    /// The articles.
    pub articles: Vec<ArticleId>,
    /// The first one's title.
    pub title: String,
    /// Their claims.
    pub num_claims: usize,
    /// How many of these were decided on.
    pub num_decided: usize,
    /// Steps of the history that touched nothing else.
    pub num_steps: usize,
    /// Backups that are written anew.
    pub num_copies: usize,
}

/// Carries out what concerns history and recovery; gives back what does not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let act = match action {
        Action::History(act) => act,
        other => return Some(other),
    };
    match act {
        HistoryAct::JumpTo(number) => jump(app, number),
        HistoryAct::Backups(project) => history_care::list(app, project),
        HistoryAct::Restore { project, backup } => history_care::restore(app, project, backup),
        HistoryAct::BackUp => history_care::back_up(app),
        HistoryAct::LookOver => history_care::look_over(app),
        HistoryAct::TakeReread => rereading::take_offer(app),
        HistoryAct::DropReread => rereading::drop_offer(app),
        HistoryAct::AskErase(articles) => ask_erase(app, articles),
        HistoryAct::Erase(articles) => history_care::erase(app, &articles),
        look => self::look(&mut app.state, &look),
    }
    None
}

/// Takes back or does again all that lies between now and a point, at once.
fn jump(app: &mut App, number: i64) {
    if app.refuse_read_only() {
        return;
    }
    let Some(way) = app.state.store.history().way_to(number) else {
        return;
    };
    let (count, word) = match way {
        Ok(count) => (count, "taken back"),
        Err(count) => (count, "done again"),
    };
    if count == 0 {
        return;
    }
    for _ in 0..count {
        let (store, keep) = (&mut app.state.store, &mut app.keep);
        let step = if way.is_ok() { store.undo() } else { store.redo() };
        let Some(step) = step else { break };
        if way.is_ok() {
            keep.undo(&step, &mut app.state);
        } else {
            keep.redo(&step, &mut app.state);
        }
    }
    let steps = crate::show::words::count(count, "step");
    app.toast(&format!("{steps} {word}"), false);
    super::act::mend_selection(&mut app.state);
}

/// Carries out what changes only what is shown.
pub(crate) fn look(state: &mut State, act: &HistoryAct) {
    let recovery = &mut state.recovery;
    match act {
        HistoryAct::Since(point) => {
            recovery.since = *point;
            state.review.changed = point.map(|point| Arc::new(state.store.history().changed_since(point)));
            if point.is_some() {
                // the table shows it; the queue holds what it was opened with
                state.queue = None;
                state.view = View::Review;
            }
        }
        HistoryAct::ShowReread => recovery.reread_open = true,
        HistoryAct::Close => {
            recovery.backups = None;
            recovery.erase = None;
            recovery.reread_open = false;
        }
        _ => {}
    }
}

/// Keeps what changed since a point with the store. Called after every action.
pub(super) fn refresh(app: &mut App, generation: u64) {
    if app.state.store.generation() == generation {
        return;
    }
    if let Some(point) = app.state.recovery.since {
        app.state.review.changed = Some(Arc::new(app.state.store.history().changed_since(point)));
    }
}

fn ask_erase(app: &mut App, articles: Vec<ArticleId>) {
    let store = &app.state.store;
    let Some(title) = articles
        .iter()
        .find_map(|id| store.article(*id))
        .map(|article| article.title().to_owned())
    else {
        return;
    };
    let claims = || articles.iter().flat_map(|id| store.claims_of(*id));
    app.state.recovery.erase = Some(EraseQuestion {
        title,
        num_claims: claims().count(),
        num_decided: claims().filter(|claim| claim.is_decided()).count(),
        num_steps: store.num_steps_only_about(&articles),
        num_copies: history_care::num_copies(app),
        articles,
    });
}
