//! What pointer and keys do in the article: draw a selection, make claims of it, copy it.

use egui::{CursorIcon, Key, Modifiers, Pos2, Response, Ui, pos2, vec2};

use super::super::widgets::DIGITS;
use super::super::wish::{self, Wish};
use super::hit::HitTable;
use super::marks::next_of;
use super::select::{self, TextSelection, Unit};
use super::{Frame, Reader, card, layout, popup};
use crate::app::{Action, State};
use crate::base::Span;
use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::store::ArticleRecord;

impl Reader {
    /// The byte of the article that is nearest to a place in the window.
    pub(super) fn byte_at(&self, frame: &Frame<'_>, at: Pos2) -> Option<usize> {
        self.find(frame, at, HitTable::caret_at)
    }

    /// The byte of the character under a place in the window, else the nearest.
    pub(super) fn char_at(&self, frame: &Frame<'_>, at: Pos2) -> Option<usize> {
        self.find(frame, at, |hits, at| {
            hits.char_at(at).unwrap_or_else(|| hits.caret_at(at))
        })
    }

    fn find(&self, frame: &Frame<'_>, at: Pos2, byte: impl Fn(&HitTable, Pos2) -> usize) -> Option<usize> {
        let tops = self.tops(frame.setting);
        let mut nearest = None;
        for (number, top) in tops.iter().enumerate() {
            let Some(laid) = self.column.laid(number) else { continue };
            let top = frame.origin.y + top;
            nearest = Some(byte(&laid.hits, pos2(at.x - frame.origin.x, at.y - top)));
            if at.y < top + self.column.height(number) + layout::gap(frame.setting) / 2.0 {
                return nearest;
            }
        }
        nearest
    }

    pub(super) fn select_ui(&mut self, ui: &mut Ui, frame: &Frame<'_>, ground: &Response) {
        let text = frame.article.text();
        card::keep_focus(ground, None);
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else {
            return;
        };
        let shift = ui.input(|input| input.modifiers.shift);
        let named = std::mem::take(&mut self.hand.named);
        // also where a mark or a name takes the click
        let inside = ground.contains_pointer() && !named && !self.is_picking();
        let unit = if inside { clicked_unit(ui) } else { None };
        let released = inside && shift && ui.input(|input| input.pointer.primary_clicked());
        if let (Some(unit), Some(byte)) = (unit, self.char_at(frame, at)) {
            let selection = TextSelection::begin(text, byte, unit);
            self.hand.caret = Some(selection.ends().1);
            self.selection = Some(selection);
        } else if released && !self.drawing {
            self.extend_to(frame, at);
        } else if ground.clicked() {
            self.selection = None;
            self.hand.caret = self.byte_at(frame, at);
            ground.request_focus();
        }
        if ground.drag_started() {
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            let byte = self.byte_at(frame, from);
            self.selection = byte.map(|byte| TextSelection::begin(text, byte, Unit::Char));
            self.drawing = true;
        }
        if self.drawing {
            let byte = self.byte_at(frame, at);
            if let (Some(byte), Some(selection)) = (byte, &mut self.selection) {
                selection.extend(text, byte);
            }
            scroll_while_drawing(ui, frame, at);
            ui.ctx().set_cursor_icon(CursorIcon::Text);
            if !ui.input(|input| input.pointer.any_down()) {
                self.drawing = false;
                self.hand.drawn = true;
                self.hand.caret = self.selection.map(|selection| selection.ends().1);
                ui.ctx().request_repaint();
            }
        }
        if self.selection.is_some_and(|selection| selection.is_empty(text)) && !self.drawing {
            self.selection = None;
        }
    }

    /// Extends the selection to a place; begins it at the caret where there is none.
    fn extend_to(&mut self, frame: &Frame<'_>, at: Pos2) {
        let Some(byte) = self.byte_at(frame, at) else { return };
        let text = frame.article.text();
        match (&mut self.selection, self.hand.caret) {
            (Some(selection), _) => selection.extend(text, byte),
            (None, Some(caret)) => self.selection = Some(TextSelection::between(caret, byte)),
            (None, None) => {}
        }
        self.hand.caret = Some(byte);
    }

    /// The selected words, if any.
    pub(super) fn selected(&self, text: &str) -> Option<Span> {
        self.selection
            .map(|selection| selection.span(text))
            .filter(|span| !span.is_empty())
    }

    pub(super) fn keys(&mut self, ui: &Ui, state: &State, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let ctx = ui.ctx();
        if ctx.text_edit_focused() || ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        let text = article.text();
        if let Some(span) = self.selected(text).filter(|_| !self.is_picking()) {
            // with Alt first: a key without it takes the same key with it
            if let Some(kind) = pressed_name(ui) {
                actions.push(popup::new_name(article, span, kind, self.name_reach));
                self.selection = None;
            } else if let Some(kind) = pressed_kind(ui) {
                actions.push(Action::NewClaim(article.id, select::whole_words(text, span), kind));
                wish::make(ctx, Wish::EditIfOpen);
                self.selection = None;
            }
            let copied = ui.input(|input| input.events.contains(&egui::Event::Copy));
            if copied {
                let citation = ui.input(|input| input.modifiers.shift);
                let words = if citation {
                    popup::citation(article, span)
                } else {
                    span.of(text).to_owned()
                };
                ctx.copy_text(words);
            }
        }
        self.card_keys(ui, state);
        if wish::take(ctx, Wish::NextAtPlace)
            && let Some(now) = state.selection.claim
            && let Some(next) = next_of(&card::at_same_place(state, now), now)
        {
            actions.push(Action::SelectClaim(next));
        }
        let escape = wish::escape_is_free(ctx) && !egui::Popup::is_any_open(ctx);
        if escape && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            let closed = self.hand.pick.take().is_some() || self.card.take().is_some();
            if !closed && self.selection.take().is_none() && state.selection.has_any() {
                actions.push(Action::SelectNone);
            }
            ctx.request_repaint();
        }
    }

    /// Enter opens and closes the card of the focused or the selected claim.
    fn card_keys(&mut self, ui: &Ui, state: &State) {
        let ctx = ui.ctx();
        if self.card != state.selection.claim {
            self.card = None;
        }
        if wish::is_covered(ctx) || !ctx.input(|input| input.key_pressed(Key::Enter)) {
            return;
        }
        if let Some(claim) = card::claim_for_enter(ctx, state.selection.claim) {
            self.card = (self.card != Some(claim)).then_some(claim);
            ctx.request_repaint();
        }
    }

    pub(super) fn popup_ui(&mut self, ui: &Ui, frame: &Frame<'_>, actions: &mut Vec<Action>) {
        let Some(span) = self.selected(frame.article.text()) else {
            return;
        };
        let last = span.end().saturating_sub(1);
        let number = self.page.paragraph_of(last);
        let Some(laid) = self.column.laid(number) else { return };
        let Some(line) = laid.hits.boxes(span).last().copied() else {
            return;
        };
        let top = frame.origin.y + self.top_of(number, frame.setting);
        let at = pos2(frame.origin.x + line.rect.right(), top + line.rect.bottom() + 4.0);
        if !frame.visible.expand(40.0).contains(at) {
            return;
        }
        let mut reach = self.name_reach;
        let done = popup::popup_ui(ui, frame, (span, at, &mut reach), actions);
        self.name_reach = reach;
        if done {
            self.selection = None;
        }
    }
}

/// A word for a double click, a sentence for a triple one.
fn clicked_unit(ui: &Ui) -> Option<Unit> {
    let primary = egui::PointerButton::Primary;
    ui.input(|input| match &input.pointer {
        pointer if pointer.button_triple_clicked(primary) => Some(Unit::Sentence),
        pointer if pointer.button_double_clicked(primary) => Some(Unit::Word),
        _ => None,
    })
}

fn scroll_while_drawing(ui: &Ui, frame: &Frame<'_>, at: Pos2) {
    let over = (frame.visible.top() + 12.0 - at.y).max(0.0) - (at.y - frame.visible.bottom() + 12.0).max(0.0);
    if over != 0.0 {
        ui.scroll_with_delta(vec2(0.0, over.clamp(-24.0, 24.0)));
        ui.ctx().request_repaint();
    }
}

/// The kind whose number was pressed: 1 is killed, 8 displaced.
fn pressed_kind(ui: &Ui) -> Option<Kind> {
    ui.ctx().input_mut(|input| {
        let at = DIGITS
            .iter()
            .take(Kind::ALL.len())
            .position(|key| input.consume_key(Modifiers::NONE, *key))?;
        Kind::ALL.get(at).copied()
    })
}

/// The kind of name whose number was pressed with Alt: 1 is a person, 4 a group.
fn pressed_name(ui: &Ui) -> Option<EntityKind> {
    let numbers = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    ui.ctx().input_mut(|input| {
        let at = numbers.iter().position(|key| input.consume_key(Modifiers::ALT, *key))?;
        EntityKind::ALL.get(at).copied()
    })
}

/// Page up and down, home and end scroll the article.
pub(super) fn page_keys(ui: &Ui, height: f32) {
    if ui.ctx().text_edit_focused() || wish::is_covered(ui.ctx()) {
        return;
    }
    let page = height - 60.0;
    let end = 1e7;
    for (key, delta) in [
        (Key::PageDown, -page),
        (Key::PageUp, page),
        (Key::End, -end),
        (Key::Home, end),
    ] {
        if ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, delta));
            ui.ctx().request_repaint();
        }
    }
}
