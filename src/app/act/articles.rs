//! Facts of articles: told by the analyst, read again, removed, opened outside.

use jiff::civil::Date;

use crate::app::App;
use crate::app::action::Action;
use crate::app::again;
use crate::disk;
use crate::store::{ArticleId, Edit, Origin};

/// Carries out what concerns articles; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::Tell(ids, told) => {
            let mut edit = app.state.store.tell(&ids, &told);
            if let Some(day) = told.published {
                edit = join(edit, publish(app, &ids, Some(day)));
            }
            app.commit(edit);
        }
        Action::TellPublished(ids, day) => {
            let edit = publish(app, &ids, day);
            app.commit(edit);
        }
        Action::SetArticleNote(id, note) => {
            let edit = app.state.store.set_article_note(id, &note);
            app.commit(edit);
        }
        Action::RemoveArticles(ids) => {
            let edit = app.state.store.remove_articles(&ids);
            app.commit(edit);
        }
        Action::OpenOriginal(id) => open_original(app, id),
        Action::Reload(id) => reload(app, id),
        other => return Some(other),
    }
    None
}

/// One edit for both; a row in both keeps the later one's state, which was made on top of the earlier one's.
fn join(first: Edit, second: Edit) -> Edit {
    let mut changes = first.changes;
    changes.extend(second.changes);
    Edit::new(first.label, changes)
}

/// The publication day, and everything that hangs on it: the articles are read again with that day, decisions stay.
fn publish(app: &App, ids: &[ArticleId], day: Option<Date>) -> Edit {
    let mut draft = app.state.store.clone();
    let told = draft.tell_published(ids, day);
    draft.apply(&told);
    let mut edit = told;
    for id in ids {
        let label = edit.label.clone();
        let again = again::read_again(&mut draft, *id, (app.clock.today)());
        draft.apply(&again);
        edit = join(edit, again);
        edit.label = label;
    }
    edit
}

fn open_original(app: &mut App, id: ArticleId) {
    let Some(article) = app.state.store.article(id) else {
        return;
    };
    match &article.origin {
        Origin::File(path) | Origin::Part(path, _) | Origin::Row(path, _) => {
            let path = path.clone();
            if let Err(error) = disk::open_outside(std::path::Path::new(&path)) {
                app.disk_problem(&error);
            }
        }
        Origin::Pasted | Origin::Sample(_) => {
            let name = article.file_name.clone();
            app.problem(
                &name,
                "This article came from no file: its text in the reader is the original.",
            );
        }
    }
}

/// Reads the article's file again; a file that did not change is said to be so.
fn reload(app: &mut App, id: ArticleId) {
    let Some(article) = app.state.store.article(id) else {
        return;
    };
    let (name, sha256) = (article.file_name.clone(), article.sha256.clone());
    if matches!(article.origin, Origin::Part(..) | Origin::Row(..)) {
        let sentence = "This article is one of many in its file. Add the file again: what is new in it is added.";
        app.problem(&name, sentence);
        return;
    }
    let Origin::File(path) = article.origin.clone() else {
        app.problem(
            &name,
            "This article came from no file, so there is nothing to read again.",
        );
        return;
    };
    match disk::read_changed(std::path::Path::new(&path), &sha256) {
        Err(error) => app.disk_problem(&error),
        Ok(None) => app.toast(&format!("“{name}” has not changed since it was read."), false),
        Ok(Some(bytes)) => {
            let today = (app.clock.today)();
            let source = disk::Source::new(path, bytes);
            let mut draft = app.state.store.clone();
            match again::read_bytes_again(&mut draft, id, &source, today) {
                Ok(edit) => {
                    app.commit_with(edit, vec![source]);
                }
                Err(sentence) => app.problem(&name, &sentence),
            }
        }
    }
}
