//! Finding words: a slim bar over the article, a list of hits over the project, and what is lit in the text.

mod bar;
mod panel;
mod row;
#[cfg(test)]
mod tests;

pub(in crate::ui) use bar::bar_ui;
pub(in crate::ui) use panel::FindPanel;

use egui::{Context, Id, Key, Modifiers, Response, Ui};

use super::wish;
use crate::app::{Action, Command, State, View};
use crate::base::Span;
use crate::show::{FindChange, FindIn, WholeWords};
use crate::store::ArticleId;

/// What a command of the search asks for; `None` where another part of the window answers it.
pub(in crate::ui) fn action(command: Command, ctx: &Context, state: &State) -> Option<Action> {
    let in_article = state.view == View::Read && !state.library.table_open && state.selection.article.is_some();
    let is_open = state.find.open.is_some();
    let change = match command {
        Command::FindHere if in_article => FindChange::Open(FindIn::Article, selected_words(ctx, state)),
        Command::FindInProject => FindChange::Open(FindIn::Project, selected_words(ctx, state)),
        Command::NextHit if is_open => FindChange::Next,
        Command::PreviousHit if is_open => FindChange::Previous,
        Command::NextHit | Command::PreviousHit if in_article => FindChange::Open(FindIn::Article, None),
        _ => return None,
    };
    Some(Action::Find(change))
}

fn selection_slot() -> Id {
    Id::unique("selected words of the article")
}

/// Keeps which words of which article are selected in the reader.
pub(in crate::ui) fn keep_selection(ctx: &Context, article: ArticleId, selected: Option<Span>) {
    ctx.data_mut(|data| {
        let kept: &mut Option<(ArticleId, Span)> = data.get_temp_mut_or_default(selection_slot());
        match selected {
            Some(span) => *kept = Some((article, span)),
            None if kept.is_some_and(|(own, _)| own == article) => *kept = None,
            None => {}
        }
    });
}

/// The words that are selected in the reader.
pub(in crate::ui) fn selection(ctx: &Context, state: &State) -> Option<(ArticleId, Span)> {
    let kept = ctx.data(|data| data.get_temp::<Option<(ArticleId, Span)>>(selection_slot()))??;
    let shown = [state.selection.article, state.beside.article];
    (state.view == View::Read && shown.contains(&Some(kept.0))).then_some(kept)
}

/// A few selected words are what is sought.
fn selected_words(ctx: &Context, state: &State) -> Option<String> {
    /// More words than these are no question.
    const MOST_BYTES: usize = 80;
    let (article, span) = selection(ctx, state)?;
    let words = span.of(state.store.article(article)?.text());
    let whole: Vec<&str> = words.split_whitespace().collect();
    (words.len() <= MOST_BYTES).then(|| whole.join(" "))
}

/// What both fields do with their keys: Enter and arrows walk the hits, Escape ends the search.
fn field_keys(ui: &Ui, response: &Response, state: &State, actions: &mut Vec<Action>) {
    let ctx = ui.ctx();
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    if response.lost_focus() && pressed(Key::Escape) {
        actions.push(Action::Find(FindChange::Close));
        return;
    }
    if response.lost_focus() && pressed(Key::Enter) {
        let back = ui.input(|input| input.modifiers.shift);
        let change = if back { FindChange::Previous } else { FindChange::Next };
        actions.push(Action::Find(change));
        response.request_focus();
    }
    if response.has_focus() {
        for (key, change) in [(Key::ArrowDown, FindChange::Next), (Key::ArrowUp, FindChange::Previous)] {
            if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                actions.push(Action::Find(change));
            }
        }
    }
    let free = wish::escape_is_free(ctx) && !egui::Popup::is_any_open(ctx) && state.find.open.is_some();
    if free && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        actions.push(Action::Find(FindChange::Close));
    }
}

/// Gives the field the keyboard when the search was asked for, with all its words selected.
fn take_keyboard(ui: &Ui, id: Id, state: &State) {
    let slot = Id::unique("asks for the search field");
    let seen = ui.data(|data| data.get_temp::<u64>(slot)).unwrap_or_default();
    if seen == state.find.asks {
        return;
    }
    ui.data_mut(|data| data.insert_temp(slot, state.find.asks));
    ui.memory_mut(|memory| memory.request_focus(id));
    let mut edit = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let all = egui::text::CCursorRange::two(
        egui::text::CCursor::new(egui::text::CharIndex(0)),
        egui::text::CCursor::new(egui::text::CharIndex(state.find.text.chars().count())),
    );
    edit.cursor.set_char_range(Some(all));
    edit.store(ui.ctx(), id);
}

/// The chip for whole words.
fn whole_words_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let on = state.find.whole_words == WholeWords::Yes;
    let chip = super::widgets::chip_ui(ui, "Whole words", on);
    if chip.clicked() {
        let other = if on { WholeWords::No } else { WholeWords::Yes };
        actions.push(Action::Find(FindChange::Words(other)));
    }
    super::widgets::tip(chip, "Leave out words that only hold what is sought", "");
}
