//! Opening, pasting, stopping.

use std::path::{Path, PathBuf};

use crate::app::App;
use crate::app::action::Action;
use crate::app::handover;
use crate::app::importing;
use crate::app::opening;
use crate::app::read_files::Request;
use crate::app::rereading;

/// Carries out what opens articles; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::OpenPaths(paths) => open_paths(app, paths),
        Action::Paste(text) if text.trim().is_empty() => {
            app.problem(
                "",
                "There is no text to make an article of. Copy the article's text first.",
            );
        }
        Action::Paste(text) => {
            super::project::need_project(app);
            opening::open(app, Request::Pasted(text));
        }
        Action::Cancel if app.exporting.stop() || app.handover.stop() => {}
        Action::Cancel => {
            rereading::cancel(app);
            importing::cancel(app);
            opening::cancel(app);
        }
        Action::ImportTable(mapping) => importing::import(app, mapping),
        Action::SkipTable => importing::skip(app),
        Action::MapTable(article) => importing::ask_again(app, article),
        Action::ReadAgain => rereading::start(app),
        other => return Some(other),
    }
    None
}

/// A single project file is opened as a project, everything else as articles.
fn open_paths(app: &mut App, paths: Vec<PathBuf>) {
    let is_project = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("tally"))
    };
    match paths.as_slice() {
        [] => {}
        [path] if handover::offer(app, path) => {}
        [path] if is_project(path) => super::project::open(app, path.clone()),
        _ => {
            let (projects, articles): (Vec<PathBuf>, Vec<PathBuf>) =
                paths.into_iter().partition(|path| is_project(path));
            for project in projects {
                let sentence = "A project is opened by itself, not together with article files.";
                app.problem(&project.display().to_string(), sentence);
            }
            if !articles.is_empty() {
                super::project::need_project(app);
                opening::open_paths(app, articles);
            }
        }
    }
}
