//! A line in the head of an article: another version of its page is in the project.

use egui::{Id, Rect, Ui, vec2};

use super::super::widgets::{at_ui, link_ui, tip};
use super::super::wish::{self, Wish};
use super::Frame;
use crate::app::State;
use crate::show::{difference, versions};
use crate::store::{ArticleId, ArticleRecord, Store};

/// What is said, kept until the project changes: looking through all articles takes time.
type Said = Option<(u64, ArticleId, String)>;

/// Draws the line at `at`, where there is something to say.
pub(super) fn versions_ui(ui: &mut Ui, frame: &Frame<'_>, at: egui::Pos2) {
    let words = versions_words(ui, frame.state, frame.article);
    if words.is_empty() {
        return;
    }
    let rect = Rect::from_min_size(at - vec2(0.0, 9.0), vec2(260.0, 18.0));
    let link = at_ui(ui, rect, |ui| link_ui(ui, &words));
    if tip(link, "Which figures differ", "").clicked() {
        wish::make(ui.ctx(), Wish::Versions);
    }
}

/// What is said of the other versions of the article's page; empty where there are none.
pub(in crate::ui) fn versions_words(ui: &Ui, state: &State, article: &ArticleRecord) -> String {
    if article.reading.article.address.is_none() {
        return String::new();
    }
    let generation = state.store.generation();
    let id = Id::unique(("versions of the page", article.id));
    let known: Said = ui.data(|data| data.get_temp(id)).flatten();
    match known {
        Some((then, of, words)) if then == generation && of == article.id => words,
        _ => {
            let words = said(&state.store, article.id);
            let said: Said = Some((generation, article.id, words.clone()));
            ui.data_mut(|data| data.insert_temp(id, said));
            words
        }
    }
}

/// "Later version: 2 figures differ"; nothing where the page was saved once.
fn said(store: &Store, article: ArticleId) -> String {
    let all = versions(store, article);
    let Some(at) = all.iter().position(|id| *id == article) else {
        return String::new();
    };
    let (word, pair) = match (all.get(at + 1), at.checked_sub(1).and_then(|at| all.get(at))) {
        (Some(later), _) => ("Later", (article, *later)),
        (None, Some(earlier)) => ("Earlier", (*earlier, article)),
        (None, None) => return String::new(),
    };
    match difference(store, pair.0, pair.1).changes.len() {
        0 => format!("{word} version: same figures"),
        1 => format!("{word} version: 1 figure differs"),
        count => format!("{word} version: {count} figures differ"),
    }
}
