//! A line in the head of an article: another version of its page is in the project.

use egui::{Id, Rect, Ui, vec2};

use super::super::widgets::{at_ui, link_ui, tip};
use super::super::wish::{self, Wish};
use super::Frame;
use crate::show::{difference, versions};
use crate::store::ArticleId;

/// What is said, kept until the project changes: looking through all articles takes time.
type Said = Option<(u64, ArticleId, String)>;

/// Draws the line at `at`, where there is something to say.
pub(super) fn versions_ui(ui: &mut Ui, frame: &Frame<'_>, at: egui::Pos2) {
    let store = &frame.state.store;
    let article = frame.article;
    if article.reading.article.address.is_none() {
        return;
    }
    let id = Id::unique(("versions of the page", article.id));
    let known: Said = ui.data(|data| data.get_temp(id)).flatten();
    let words = match known {
        Some((generation, of, words)) if generation == store.generation() && of == article.id => words,
        _ => {
            let words = said(frame);
            let said: Said = Some((store.generation(), article.id, words.clone()));
            ui.data_mut(|data| data.insert_temp(id, said));
            words
        }
    };
    if words.is_empty() {
        return;
    }
    let rect = Rect::from_min_size(at - vec2(0.0, 9.0), vec2(260.0, 18.0));
    let link = at_ui(ui, rect, |ui| link_ui(ui, &words));
    if tip(link, "Which figures differ", "").clicked() {
        wish::make(ui.ctx(), Wish::Versions);
    }
}

/// "Later version: 2 figures differ"; nothing where the page was saved once.
fn said(frame: &Frame<'_>) -> String {
    let store = &frame.state.store;
    let all = versions(store, frame.article.id);
    let Some(at) = all.iter().position(|id| *id == frame.article.id) else {
        return String::new();
    };
    let (word, pair) = match (all.get(at + 1), at.checked_sub(1).and_then(|at| all.get(at))) {
        (Some(later), _) => ("Later", (frame.article.id, *later)),
        (None, Some(earlier)) => ("Earlier", (*earlier, frame.article.id)),
        (None, None) => return String::new(),
    };
    match difference(store, pair.0, pair.1).changes.len() {
        0 => format!("{word} version: same figures"),
        1 => format!("{word} version: 1 figure differs"),
        count => format!("{word} version: {count} figures differ"),
    }
}
