//! Projects between people: a package to hand over, a package that came, decisions of another project.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::App;
use super::act;
use super::action::Action;
use super::long_work::{self, News};
use crate::disk::{self, Along, DiskError, Originals, PackageFacts, PackageOrder, Packaged, Source};
use crate::jobs::Token;
use crate::show::{MergeLine, merge_lines, words};
use crate::store::{Merge, Store};

/// So long is waited for edits that are on their way to the disk.
const FLUSH_WITHIN: Duration = Duration::from_secs(5);

/// What is done with packages and other projects.
#[derive(Clone, Debug, PartialEq)]
pub enum HandoverAct {
    /// Write a package there, with or without originals and history.
    Package(PathBuf, Along, Along),
    /// Unpack the package that is asked about into this folder, and open its project.
    Unpack(PathBuf),
    /// Compare with the decisions of this project.
    Compare(PathBuf),
    /// Take these differences over, by their places in the list.
    Take(BTreeSet<usize>),
    /// Leave the question as it is.
    Close,
}

/// What is asked about packages and other projects.
#[derive(Clone, Debug, Default)]
pub struct Handover {
    /// A package that was opened and is not unpacked yet.
    pub package: Option<PackageOffer>,
    /// The differences to another project.
    pub merge: Option<Arc<MergeOffer>>,
}

impl Handover {
    /// True while a question stands before the window.
    pub fn asks(&self) -> bool {
        self.package.is_some() || self.merge.is_some()
    }
}

/// A package that was opened and is not unpacked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageOffer {
    /// The package.
    pub path: PathBuf,
    /// What it says that it holds.
    pub facts: PackageFacts,
    /// The folder beside it into which it would go.
    pub folder: PathBuf,
}

/// The differences to another project, before any is taken.
#[derive(Debug)]
pub struct MergeOffer {
    /// The other project.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// What differs.
    pub merge: Merge,
    /// The same in words.
    pub lines: Vec<MergeLine>,
    /// The project that was compared; empty while it is in no file.
    project: PathBuf,
    /// The generation of its store then.
    generation: u64,
}

/// What came of the work under way.
pub(super) enum Done {
    Packaged(PathBuf, Packaged),
    Unpacked(PathBuf),
    Compared(Box<MergeOffer>),
    Read(BTreeSet<usize>, Vec<Source>),
    Stopped,
    Failed(DiskError),
}

/// Carries out what concerns packages and other projects; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let Action::Handover(act) = action else {
        return Some(action);
    };
    match act {
        HandoverAct::Package(path, originals, history) => package(app, path, (originals, history)),
        HandoverAct::Unpack(folder) => unpack(app, folder),
        HandoverAct::Compare(path) => compare(app, path),
        HandoverAct::Take(chosen) => take(app, chosen),
        HandoverAct::Close => app.state.handover = Handover::default(),
    }
    None
}

/// Asks about a package that is to be opened; false where the file is none.
pub(super) fn offer(app: &mut App, path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    if !end.is_some_and(|end| disk::PACKAGE_ENDS.contains(&end.as_str())) {
        return false;
    }
    match disk::package_facts(path) {
        Ok(None) => return false,
        Ok(Some(facts)) => {
            app.state.handover.package = Some(PackageOffer {
                path: path.to_path_buf(),
                facts,
                folder: path.with_extension(""),
            });
        }
        Err(error) => app.disk_problem(&error),
    }
    true
}

fn package(app: &mut App, path: PathBuf, (originals, history): (Along, Along)) {
    if app.state.store.num_articles() == 0 {
        app.problem(
            "",
            "There is nothing to hand over yet. Open articles or the sample first.",
        );
        return;
    }
    if let Some(project) = &app.keep.project
        && let Err(error) = project.flush(FLUSH_WITHIN)
    {
        app.disk_problem(&error);
        return;
    }
    let path = if path.extension().is_none() {
        path.with_extension("tallyzip")
    } else {
        path
    };
    let store = app.state.store.clone();
    let (project, name) = (app.state.project.path.clone(), app.state.project.name.clone());
    let now = (app.clock.now)();
    start(app, "Packing the project", move |token, progress| {
        let order = PackageOrder {
            project: &project,
            store: &store,
            name: &name,
            out: &path,
            originals,
            history,
            now: &now,
        };
        match disk::write_package(&order, token, progress) {
            Ok(Some(packaged)) => Done::Packaged(path, packaged),
            Ok(None) => Done::Stopped,
            Err(error) => Done::Failed(error),
        }
    });
}

fn unpack(app: &mut App, folder: PathBuf) {
    let Some(offer) = app.state.handover.package.take() else {
        return;
    };
    start(
        app,
        "Unpacking the package",
        move |token, progress| match disk::open_package(&offer.path, &folder, token, progress) {
            Ok(Some(project)) => Done::Unpacked(project),
            Ok(None) => Done::Stopped,
            Err(error) => Done::Failed(error),
        },
    );
}

fn compare(app: &mut App, path: PathBuf) {
    if app.state.store.num_articles() == 0 {
        app.problem(
            "",
            "There is nothing to compare with yet. Open the project that is to take decisions over first.",
        );
        return;
    }
    if app.refuse_read_only() {
        return;
    }
    let (store, project) = (app.state.store.snapshot(), app.state.project.path.clone());
    start(app, "Comparing the projects", move |_, _| {
        match disk::read_project(&path) {
            Ok(other) => Done::Compared(Box::new(MergeOffer {
                project,
                ..MergeOffer::of(&store, &other, path)
            })),
            Err(error) => Done::Failed(error),
        }
    });
}

impl MergeOffer {
    /// What the project at `path` says otherwise or in addition.
    pub fn of(store: &Store, other: &Store, path: PathBuf) -> Self {
        let merge = store.differences(other);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        Self {
            name: stem.unwrap_or_default(),
            lines: merge_lines(store, &merge),
            merge,
            path,
            project: PathBuf::new(),
            generation: store.generation(),
        }
    }

    /// True while the project is as it was compared.
    fn holds(&self, app: &App) -> bool {
        self.generation == app.state.store.generation() && self.project == app.state.project.path
    }
}

/// Originals of articles that come along are read first, beside the window.
fn take(app: &mut App, chosen: BTreeSet<usize>) {
    let Some(offer) = app.state.handover.merge.clone() else {
        return;
    };
    if !offer.holds(app) {
        app.toast("This project has changed since: it is compared once more.", false);
        compare(app, offer.path.clone());
        return;
    }
    start(app, "Taking decisions over", move |token, progress| {
        let rows = || chosen.iter().filter_map(|number| offer.merge.differences.get(*number));
        let wanted: Vec<&String> = rows().filter_map(|one| one.article.as_ref()).collect();
        let originals = match Originals::open(&offer.path) {
            Ok(originals) => originals,
            Err(error) => return Done::Failed(error),
        };
        let mut sources = Vec::new();
        for (number, sha256) in wanted.iter().enumerate() {
            progress(number, wanted.len());
            if token.stale() {
                return Done::Stopped;
            }
            sources.extend(originals.bytes(sha256).map(|bytes| Source::new("", bytes)));
        }
        Done::Read(chosen, sources)
    });
}

fn start(app: &mut App, label: &str, work: impl FnOnce(&Token, &dyn Fn(usize, usize)) -> Done + Send + 'static) {
    if app.handover.is_running() {
        app.toast("Other work is under way. Wait for it, or stop it below.", false);
        return;
    }
    long_work::start(app, |app| &mut app.handover, label.to_owned(), work);
}

/// Takes what came; true where something that is shown has changed.
pub(super) fn poll(app: &mut App) -> bool {
    match app.handover.poll(&mut app.state.messages) {
        News::GoesOn(changed) => return changed,
        News::Ended(Err(failure)) => app.problem("", &failure.sentence()),
        News::Ended(Ok(Done::Stopped)) => app.toast("Stopped. Nothing was written.", false),
        News::Ended(Ok(Done::Failed(error))) => app.disk_problem(&error),
        News::Ended(Ok(Done::Packaged(path, packaged))) => packed(app, path, &packaged),
        News::Ended(Ok(Done::Unpacked(project))) => act::open_project(app, project),
        News::Ended(Ok(Done::Compared(offer))) => app.state.handover.merge = Some(Arc::new(*offer)),
        News::Ended(Ok(Done::Read(chosen, sources))) => taken(app, &chosen, sources),
    }
    true
}

fn packed(app: &mut App, path: PathBuf, packaged: &Packaged) {
    for name in &packaged.missing {
        app.problem(
            name,
            "The original of this article is not in the project, so it is not in the package. Its text is.",
        );
    }
    let sentence = format!(
        "{} with {} packed into “{}”.",
        words::count(packaged.articles, "article"),
        words::count(packaged.originals, "original"),
        path.display()
    );
    app.toast_shown(&sentence, path);
}

fn taken(app: &mut App, chosen: &BTreeSet<usize>, sources: Vec<Source>) {
    let Some(offer) = app.state.handover.merge.take() else {
        return;
    };
    if !offer.holds(app) {
        app.toast("This project has changed since: it is compared once more.", false);
        compare(app, offer.path.clone());
        return;
    }
    let what = words::count(chosen.len(), "decision");
    let label = format!("{what} taken over from “{}”", offer.name);
    let edit = app.state.store.take_over(&offer.merge, chosen, &label);
    app.commit_with(edit, sources);
}
