//! Exports: made beside the window from a snapshot, with progress and a way to stop, written whole or not at all.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::App;
use super::long_work::{self, News};
use super::state::State;
use crate::base::VERSION;
use crate::disk::{self, DiskError};
use crate::export::formats::{Body, ExportError, ExportInput, ExportOptions, Format, Output, Watch, Which, format_of};
use crate::link::Conclusions;
use crate::show::{CompareLook, Filter, Flags, Names, ReviewLook, Table, words};
use crate::store::{ClaimId, Store};

/// The longest notes of a message.
const MOST_NOTES: usize = 140;

/// What is to be exported, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// The format, by its word.
    pub format: String,
    /// Which claims leave.
    pub which: Which,
    /// The options of the format.
    pub options: ExportOptions,
    /// The file or folder.
    pub path: PathBuf,
}

/// What came of an export.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// Written: what to say, and what to show in its folder.
    Written(String, PathBuf),
    /// Nobody wanted it any more; nothing was written.
    Stopped,
    /// The file and why.
    Failed(String, String),
}

/// What an export is made of.
struct Snapshot {
    store: Store,
    conclusions: Arc<Conclusions>,
    names: Arc<Names>,
    filter: Filter,
    look: CompareLook,
    review: ReviewLook,
    project: String,
    now: String,
}

impl Snapshot {
    fn new(state: &State, now: String) -> Self {
        let project = &state.project;
        Self {
            // the report tells its steps, too
            store: state.store.clone(),
            conclusions: Arc::clone(&state.conclusions),
            names: Arc::clone(&state.names),
            filter: state.filter.clone(),
            look: state.compare.clone(),
            review: state.review.clone(),
            project: project.own_name().to_owned(),
            now,
        }
    }
}

/// The claims that leave, with which they are in words, a line each.
pub fn chosen_claims(
    (store, conclusions): (&Store, &Conclusions),
    which: Which,
    (filter, review): (&Filter, &ReviewLook),
) -> (BTreeSet<ClaimId>, Vec<String>) {
    let all = || store.claims().map(|record| record.id);
    match which {
        Which::All => (all().collect(), vec!["All claims, rejected ones too".to_owned()]),
        Which::Accepted => {
            let claims = store.claims().filter(|record| record.status().is_affirmed());
            let words = "Accepted, corrected and made by hand".to_owned();
            (claims.map(|record| record.id).collect(), vec![words])
        }
        Which::Filter => {
            let claims = store.claims().filter(|record| filter.passes(store, record));
            let mut told = vec!["Filter of the project".to_owned()];
            told.extend(filter.chips().into_iter().map(|chip| chip.words));
            (claims.map(|record| record.id).collect(), none_set(told))
        }
        Which::Review => {
            let flags = Flags::new(store, conclusions);
            let rows = Table::new(store, review, &flags).rows;
            let mut told = vec!["Shown in Review".to_owned()];
            let within = review.within.iter().flat_map(Filter::chips);
            told.extend(within.map(|chip| chip.words));
            told.extend(review.chips().into_iter().map(|(words, _)| words));
            (rows.into_iter().collect(), none_set(told))
        }
    }
}

fn none_set(mut told: Vec<String>) -> Vec<String> {
    if told.len() == 1 {
        told.push("no filter is set".to_owned());
    }
    told
}

/// Begins an export, and keeps its settings for the next one.
pub(super) fn start(app: &mut App, order: ExportOrder) {
    let Some(format) = format_of(&order.format) else {
        app.problem("", &format!("There is no export format “{}”.", order.format));
        return;
    };
    if app.exporting.is_running() {
        app.toast("An export is under way. Wait for it, or stop it below.", false);
        return;
    }
    app.state.settings.keep_export(&order);
    app.keep_settings();
    let snapshot = Snapshot::new(&app.state, (app.clock.now)());
    let label = format!("Exporting: {}", format.label);
    long_work::start(
        app,
        |app| &mut app.exporting,
        label,
        move |token, progress| run(&snapshot, &order, &Watch::new(token, progress)),
    );
}

fn run(snapshot: &Snapshot, order: &ExportOrder, watch: &Watch<'_>) -> Done {
    let file = order.path.display().to_string();
    let Some(format) = format_of(&order.format) else {
        return Done::Stopped;
    };
    let made = make(snapshot, format, order, watch).and_then(|output| {
        // the last moment: what is begun from here on is written whole
        watch.step(1, 1)?;
        Ok(output)
    });
    match made {
        Err(ExportError::Stopped) => Done::Stopped,
        Err(ExportError::Failed(sentence)) => Done::Failed(file, sentence),
        Ok(output) => match write_output(&order.path, &output) {
            Ok(()) => Done::Written(told(&output, &file), order.path.clone()),
            Err(error) => Done::Failed(error.path.display().to_string(), error.sentence),
        },
    }
}

fn make(snapshot: &Snapshot, format: &Format, order: &ExportOrder, watch: &Watch<'_>) -> Result<Output, ExportError> {
    let looks = (&snapshot.filter, &snapshot.review);
    let which = format.which(order.which);
    let (claims, chosen) = chosen_claims((&snapshot.store, &snapshot.conclusions), which, looks);
    let input = ExportInput {
        store: &snapshot.store,
        conclusions: &snapshot.conclusions,
        names: &snapshot.names,
        filter: &snapshot.filter,
        look: &snapshot.look,
        claims: &claims,
        chosen: &chosen,
        project: &snapshot.project,
        program: VERSION,
        now: &snapshot.now,
    };
    (format.write)(&input, &order.options, watch)
}

/// Writes an export, each file whole or not at all.
///
/// # Errors
/// Where a file or the folder cannot be written.
pub fn write_output(path: &Path, output: &Output) -> Result<(), DiskError> {
    match &output.body {
        Body::File(bytes) => disk::write_file(path, bytes)?,
        Body::Folder(files) => {
            let files = files.iter().map(|file| (&file.name, &file.bytes));
            disk::write_folder(path, &files.collect::<Vec<_>>())?;
        }
    }
    for file in &output.beside {
        let mut name = path.as_os_str().to_owned();
        name.push(&file.name);
        disk::write_file(Path::new(&name), &file.bytes)?;
    }
    Ok(())
}

fn told(output: &Output, file: &str) -> String {
    let notes = words::short(&output.notes.join(" "), MOST_NOTES);
    format!("{} written to “{file}”. {notes}", output.what)
        .trim_end()
        .to_owned()
}

/// Takes what an export brought; true where something that is shown has changed.
pub(super) fn poll(app: &mut App) -> bool {
    match app.exporting.poll(&mut app.state.messages) {
        News::GoesOn(changed) => return changed,
        News::Ended(Err(failure)) => app.problem("", &failure.sentence()),
        News::Ended(Ok(Done::Written(sentence, path))) => app.toast_shown(&sentence, path),
        News::Ended(Ok(Done::Failed(file, sentence))) => app.problem(&file, &sentence),
        News::Ended(Ok(Done::Stopped)) => app.toast("Stopped. Nothing was written.", false),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Done, ExportOptions, ExportOrder, Snapshot, State, Watch, Which, chosen_claims, run};
    use crate::jobs::Token;
    use crate::link::Conclusions;
    use crate::show::testing_sample::varland;
    use crate::show::{Filter, FilterChange, NarrowChange, ReviewLook};
    use crate::store::Status;

    fn order(format: &str, path: &std::path::Path) -> ExportOrder {
        ExportOrder {
            format: format.to_owned(),
            which: Which::Accepted,
            options: ExportOptions::default(),
            path: path.to_path_buf(),
        }
    }

    fn snapshot() -> Snapshot {
        let state = State {
            store: varland(),
            ..State::default()
        };
        Snapshot::new(&state, "2031-03-15T09:00:00Z".to_owned())
    }

    #[test]
    fn an_export_is_written_whole_with_its_method_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("claims.csv");
        let token = Token::new();
        let done = run(
            &snapshot(),
            &order("claims-csv", &path),
            &Watch::new(&token, &|_, _| {}),
        );
        assert!(
            matches!(&done, Done::Written(words, shown) if words.contains(" claims written to “") && *shown == path)
        );
        assert!(path.is_file() && folder.path().join("claims.csv.method.txt").is_file());
        let missing = folder.path().join("missing").join("claims.csv");
        let done = run(
            &snapshot(),
            &order("claims-csv", &missing),
            &Watch::new(&token, &|_, _| {}),
        );
        assert!(matches!(done, Done::Failed(file, _) if file.ends_with("claims.csv")));
    }

    #[test]
    fn a_stopped_export_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("claims.xlsx");
        for stop_at in [0, 3, usize::MAX] {
            let token = Token::new();
            let steps = std::cell::Cell::new(0);
            let progress = |done: usize, total: usize| {
                steps.set(steps.get() + 1);
                // in the middle, and at the last moment
                if done >= stop_at || (stop_at == usize::MAX && done == total) {
                    token.stop();
                }
            };
            let done = run(
                &snapshot(),
                &order("claims-xlsx", &path),
                &Watch::new(&token, &progress),
            );
            assert_eq!(done, Done::Stopped, "{stop_at}");
            let part = folder.path().join("claims.xlsx.part");
            assert!(!path.exists() && !part.exists(), "{stop_at}");
        }
    }

    #[test]
    fn claims_are_chosen_by_state_and_by_filters() {
        let store = varland();
        let none = (Filter::default(), ReviewLook::default());
        let chosen = |which, filter: &Filter, review: &ReviewLook| {
            let (claims, words) = chosen_claims((&store, &Conclusions::default()), which, (filter, review));
            (claims.len(), words.join(" · "))
        };
        let all = store.num_claims();
        assert_eq!(chosen(Which::All, &none.0, &none.1).0, all);
        let (accepted, _) = chosen(Which::Accepted, &none.0, &none.1);
        let expected = store
            .claims()
            .filter(|record| record.status() == Status::Accepted)
            .count();
        assert!(accepted > 0 && accepted < all && accepted == expected);
        assert_eq!(
            chosen(Which::Filter, &none.0, &none.1),
            (all, "Filter of the project · no filter is set".to_owned())
        );
        let mut filter = Filter::default();
        filter.change(FilterChange::State(Status::Rejected));
        assert_eq!(
            chosen(Which::Filter, &filter, &none.1),
            (1, "Filter of the project · Rejected".to_owned())
        );
        let mut review = ReviewLook::default();
        review.change(NarrowChange::Kind(crate::claim::Kind::Displaced));
        assert_eq!(
            chosen(Which::Review, &none.0, &review),
            (1, "Shown in Review · Displaced".to_owned())
        );
    }
}
