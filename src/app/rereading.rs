//! Reading articles of the project again beside the window: all of them when the rules are newer than what the project
//! holds or when asked, and those in which the analyst's word made other names.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::App;
use super::again;
use super::history::RereadOffer;
use super::state::Progress;
use crate::article::Article;
use crate::jobs::{self, Slot, Token};
use crate::link::NamesTold;
use crate::read::{self, Knowledge, RULES_VERSION, Reading};
use crate::show::{RereadLine, reread_lines};
use crate::store::{ArticleId, ArticleRecord, Change, Edit, RereadSummary, Store};

/// The claims of texts of so many bytes together are read anew within the step that changes a name; more of them would
/// hold the window up, and are read beside it.
const AT_ONCE_BYTES: usize = 200_000;

/// The job that reads articles again.
#[derive(Default)]
pub(super) struct Rereading {
    slot: Slot<Again>,
    /// What was said of names when the job began.
    names: Arc<NamesTold>,
    /// True where newer rules asked for it, not the analyst.
    by_rules: bool,
    /// A new reading of all articles that waits for the analyst's word.
    whole: Option<Whole>,
    /// Articles whose claims wait to be read by what is said of names now.
    waiting: BTreeSet<ArticleId>,
}

/// What a job brings.
enum Again {
    Whole(Whole),
    Claims(Vec<(ArticleId, Reading)>),
}

/// A new reading of all articles.
struct Whole {
    edit: Edit,
    sum: RereadSummary,
    lines: Vec<RereadLine>,
    num_articles: usize,
    /// Of the store that it was made for.
    generation: u64,
}

/// The setting of the project that names the rules whose new reading the analyst did not want.
const DECLINED: &str = "reading.declined";

/// Begins to read again where an article was read by other rules than these, unless that was declined.
pub(super) fn start_if_stale(app: &mut App) {
    let store = &app.state.store;
    let stale = store.articles().any(|article| article.rules_version != RULES_VERSION);
    if stale && !app.state.project.read_only && store.setting(DECLINED) != Some(RULES_VERSION) {
        begin(app);
        app.rereading.by_rules = true;
    }
}

/// Begins to read all articles again; what changes is shown before it is taken.
pub(super) fn start(app: &mut App) {
    begin(app);
    app.rereading.by_rules = false;
}

fn begin(app: &mut App) {
    let rows: Vec<_> = app.state.store.articles().map(Arc::clone).collect();
    if rows.is_empty() || app.state.messages.progress.is_some() {
        return;
    }
    forget_offer(app);
    app.rereading.waiting.clear();
    run(app, rows, read_whole);
}

/// Begins to read the claims anew of the articles that wait for it, once nothing else is under way.
fn start_waiting(app: &mut App) {
    if app.rereading.waiting.is_empty() || app.state.messages.progress.is_some() {
        return;
    }
    let waiting = std::mem::take(&mut app.rereading.waiting).into_iter();
    let rows: Vec<_> = waiting
        .filter_map(|id| app.state.store.article(id).map(Arc::clone))
        .collect();
    if !rows.is_empty() {
        run(app, rows, |snapshot, token| Again::Claims(read_claims(snapshot, token)));
    }
}

/// What a job works on.
struct Snapshot {
    rows: Vec<Arc<ArticleRecord>>,
    store: Store,
    knowledge: Knowledge,
}

/// What a job does with its articles.
type Job = fn(Snapshot, &Token) -> Again;

fn run(app: &mut App, rows: Vec<Arc<ArticleRecord>>, job: Job) {
    let knowledge = again::knowledge(&app.state.store, (app.clock.today)());
    app.rereading.names = Arc::new(app.state.store.names().clone());
    app.state.messages.progress = Some(Progress {
        label: format!("Reading {} articles again", rows.len()),
        done: 0,
        total: 0,
        visible: true,
    });
    let snapshot = Snapshot {
        rows,
        store: app.state.store.clone(),
        knowledge,
    };
    let wake = Arc::clone(&app.wake);
    app.rereading
        .slot
        .start("read again", move || wake(), move |token| job(snapshot, token));
}

fn read_whole(snapshot: Snapshot, token: &Token) -> Again {
    let store = snapshot.store.clone();
    let readings = read_all(snapshot, token);
    let num_articles = readings.len();
    let (changes, sum) = taken(&mut store.clone(), readings, Some(RULES_VERSION));
    let edit = Edit::new("Articles read again", changes);
    Again::Whole(Whole {
        lines: reread_lines(&store, &edit),
        generation: store.generation(),
        edit,
        sum,
        num_articles,
    })
}

fn read_all(snapshot: Snapshot, token: &Token) -> Vec<(ArticleId, Reading)> {
    let Snapshot { rows, store, knowledge } = snapshot;
    let (tables, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.is_table());
    let tables = tables
        .iter()
        .filter_map(|row| Some((row.id, again::table(&store, row)?)));
    let alone = jobs::map(
        &rows,
        jobs::num_threads(),
        token,
        |_| {},
        |row| {
            read::alone_article(
                &again::reading_name(row),
                Article::clone(&row.reading.article),
                &knowledge,
            )
        },
    );
    // an article that panics keeps the reading that it has
    let (ids, alone): (Vec<ArticleId>, Vec<_>) = rows
        .iter()
        .zip(alone)
        .filter_map(|(row, alone)| Some((row.id, alone.ok()?)))
        .unzip();
    ids.into_iter().zip(read::together(alone)).chain(tables).collect()
}

fn read_claims(snapshot: Snapshot, token: &Token) -> Vec<(ArticleId, Reading)> {
    let Snapshot { rows, knowledge, .. } = snapshot;
    let read = jobs::map(
        &rows,
        jobs::num_threads(),
        token,
        |_| {},
        |row| again::with_claims_again(row, &knowledge),
    );
    let pairs = rows.iter().zip(read);
    pairs.filter_map(|(row, read)| Some((row.id, read.ok()?))).collect()
}

/// An edit of names with the claims that it changes, as one step; where those are many, they are read beside the window
/// and come as a step of their own.
pub(super) fn with_claims(app: &mut App, edit: Edit) -> Edit {
    if edit.is_empty() || app.state.project.read_only {
        return edit;
    }
    let mut draft = app.state.store.clone();
    draft.apply(&edit);
    let ids = again::renamed(&draft, app.state.store.names(), draft.names());
    let sizes = ids.iter().filter_map(|id| draft.article(*id));
    if sizes.map(|article| article.text().len()).sum::<usize>() > AT_ONCE_BYTES {
        app.rereading.waiting.extend(ids);
        return edit;
    }
    let knowledge = again::knowledge(&draft, (app.clock.today)());
    let rows = ids.iter().filter_map(|id| draft.article(*id).map(Arc::clone));
    let snapshot = Snapshot {
        rows: rows.collect(),
        store: Store::default(),
        knowledge,
    };
    let read = read_claims(snapshot, &Token::new());
    let (changes, sum) = taken(&mut draft, read, None);
    if changes.is_empty() {
        return edit;
    }
    tell_vanished(app, &sum);
    let label = format!("{}: {}", edit.label, again::told(&sum));
    Edit::new(label, edit.changes.into_iter().chain(changes).collect())
}

/// The rows that new readings change; `draft` is left as they are afterwards.
fn taken(
    draft: &mut Store,
    readings: Vec<(ArticleId, Reading)>,
    rules_version: Option<&str>,
) -> (Vec<Change>, RereadSummary) {
    let mut changes: Vec<Change> = Vec::new();
    let mut sum = RereadSummary::default();
    for (id, reading) in readings {
        let own = draft.article(id).map(|article| article.rules_version.clone());
        let version = rules_version.map(str::to_owned).or(own).unwrap_or_default();
        let (edit, summary) = draft.reread(id, reading, &version);
        // a day or a name that the analyst told moves accepted claims along; other rules do not
        let edit = if rules_version.is_some() {
            draft.keep_accepted(edit)
        } else {
            edit
        };
        draft.apply(&edit);
        changes.extend(edit.changes);
        again::add(&mut sum, summary);
    }
    (changes, sum)
}

/// Stops the job under way; nothing is changed.
pub(super) fn cancel(app: &mut App) {
    app.rereading.slot.stop();
    app.rereading.waiting.clear();
    forget_offer(app);
}

fn forget_offer(app: &mut App) {
    app.rereading.whole = None;
    app.state.recovery.reread = None;
    app.state.recovery.reread_open = false;
}

/// Takes a finished run; true where there was one.
pub(super) fn poll(app: &mut App) -> bool {
    let Some(failure) = app.rereading.slot.poll().map(Result::err) else {
        start_waiting(app);
        return false;
    };
    app.state.messages.progress = None;
    if let Some(failure) = failure {
        app.problem("", &failure.sentence());
    } else {
        match app.rereading.slot.take() {
            Some(Again::Whole(whole)) => offer(app, whole),
            Some(Again::Claims(readings)) => take_claims(app, readings),
            None => {}
        }
    }
    start_waiting(app);
    true
}

/// What changes nothing that is shown is taken at once; everything else waits for the analyst's word.
fn offer(app: &mut App, whole: Whole) {
    let by_rules = app.rereading.by_rules;
    if whole.lines.is_empty() {
        take_whole(app, whole);
        if !by_rules {
            app.toast("All articles were read again. Nothing changed.", false);
        }
        return;
    }
    app.state.recovery.reread = Some(RereadOffer {
        num_articles: whole.num_articles,
        lines: Arc::new(whole.lines.clone()),
        by_rules,
    });
    app.state.recovery.reread_open = !by_rules;
    if by_rules {
        let figures = crate::show::words::count(whole.lines.len(), "figure");
        app.toast(
            &format!("This version reads {figures} differently. Nothing is changed before you look"),
            false,
        );
    }
    app.rereading.whole = Some(whole);
}

/// Takes the new reading that was offered, as one undo step. Where the project changed since, it is read once more.
pub(super) fn take_offer(app: &mut App) {
    let Some(whole) = app.rereading.whole.take() else {
        return;
    };
    forget_offer(app);
    if whole.generation == app.state.store.generation() {
        take_whole(app, whole);
    } else {
        start(app);
    }
}

/// Leaves everything as it was read; newer rules do not ask again.
pub(super) fn drop_offer(app: &mut App) {
    forget_offer(app);
    if app.rereading.by_rules {
        let mut edit = app.state.store.set_setting(DECLINED, Some(RULES_VERSION));
        "New reading left aside".clone_into(&mut edit.label);
        app.commit(edit);
    }
}

fn take_whole(app: &mut App, whole: Whole) {
    if whole.generation != app.state.store.generation() {
        begin(app);
        return;
    }
    let label = format!(
        "{} articles read again: {}",
        whole.num_articles,
        again::told(&whole.sum)
    );
    app.commit(Edit::new(label, whole.edit.changes));
    tell_vanished(app, &whole.sum);
}

/// Claims that were read by what was said of names, as one undo step.
fn take_claims(app: &mut App, readings: Vec<(ArticleId, Reading)>) {
    let mut draft = app.state.store.clone();
    let num_articles = readings.len();
    let (changes, sum) = taken(&mut draft, readings, None);
    let label = format!("{num_articles} articles read again: {}", again::told(&sum));
    app.commit(Edit::new(label, changes));
    tell_vanished(app, &sum);
    // what was said of names while the job ran
    let renamed = again::renamed(&app.state.store, &app.rereading.names, app.state.store.names());
    app.rereading.waiting.extend(renamed);
}

fn tell_vanished(app: &mut App, sum: &RereadSummary) {
    if sum.vanished > 0 {
        let sentence = format!(
            "{} claims that you decided on are no longer found by the machine. They stay and are marked.",
            sum.vanished
        );
        app.problem("", &sentence);
    }
}
