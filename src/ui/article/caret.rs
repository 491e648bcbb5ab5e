//! The keyboard in the text: a caret that arrows move, and selections that grow with Shift.

use egui::{EventFilter, Key, Modifiers, Pos2, Rect, Response, Stroke, Ui, pos2};

use super::hit::Side;
use super::select::{TextSelection, word_at};
use super::{Frame, Reader, card};
use crate::base::Span;

/// Where a key moves the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    CharBack,
    CharOn,
    WordBack,
    WordOn,
    LineUp,
    LineDown,
    LineStart,
    LineEnd,
}

/// The keys that move; with Shift they select. Ctrl with up and down belongs to the library.
const STEPS: [(Key, Modifiers, Step); 8] = [
    (Key::ArrowLeft, Modifiers::COMMAND, Step::WordBack),
    (Key::ArrowRight, Modifiers::COMMAND, Step::WordOn),
    (Key::ArrowLeft, Modifiers::NONE, Step::CharBack),
    (Key::ArrowRight, Modifiers::NONE, Step::CharOn),
    (Key::ArrowUp, Modifiers::NONE, Step::LineUp),
    (Key::ArrowDown, Modifiers::NONE, Step::LineDown),
    (Key::Home, Modifiers::NONE, Step::LineStart),
    (Key::End, Modifiers::NONE, Step::LineEnd),
];

/// Signs that stand on the letter before them.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The place one letter before or after `byte`.
pub(super) fn step_char(text: &str, byte: usize, on: Way) -> usize {
    match on {
        Way::On => {
            let mut rest = text.get(byte..).unwrap_or_default().char_indices().skip(1);
            let next = rest.find(|(_, c)| !is_joined(*c));
            next.map_or(text.len(), |(at, _)| byte + at)
        }
        Way::Back => {
            let before = text.get(..byte).unwrap_or_default().char_indices();
            before.rev().find(|(_, c)| !is_joined(*c)).map_or(0, |(at, _)| at)
        }
    }
}

/// The end of the word that comes next, or the start of the word before.
pub(super) fn step_word(text: &str, byte: usize, on: Way) -> usize {
    match on {
        Way::On => {
            let rest = text.get(byte..).unwrap_or_default();
            let letter = rest.char_indices().find(|(_, c)| c.is_alphanumeric());
            letter.map_or(text.len(), |(at, _)| word_at(text, byte + at).end())
        }
        Way::Back => {
            let before = text.get(..byte).unwrap_or_default();
            let letter = before.char_indices().rfind(|(_, c)| c.is_alphanumeric());
            letter.map_or(0, |(at, _)| word_at(text, at).start())
        }
    }
}

/// Towards the end of the text or towards its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    On,
    Back,
}

impl Reader {
    /// Moves the caret by keys, selects with Shift, and draws it.
    pub(super) fn caret_ui(&mut self, ui: &Ui, frame: &Frame<'_>, ground: &Response) {
        let ctx = ui.ctx();
        if ground.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(ground.id, filter));
            if self.hand.caret.is_none() {
                self.hand.caret = self.caret_start(frame);
            }
        }
        let free = !ctx.text_edit_focused() && !super::wish::is_covered(ctx) && !egui::Popup::is_any_open(ctx);
        if free && card::in_article(ctx) {
            for (key, modifiers, step) in STEPS {
                let shift = modifiers | Modifiers::SHIFT;
                if ctx.input_mut(|input| input.consume_key(shift, key)) {
                    self.extend_by_key(ui, frame, step);
                } else if ground.has_focus() && ctx.input_mut(|input| input.consume_key(modifiers, key)) {
                    self.move_by_key(ui, frame, step);
                }
            }
        }
        self.paint_caret(ui, frame, ground);
    }

    /// Where the caret stands first: at the selected claim, else at the first words in sight.
    fn caret_start(&self, frame: &Frame<'_>) -> Option<usize> {
        let claim = frame.state.selection.claim.and_then(|id| frame.state.store.claim(id));
        match claim {
            Some(record) => Some(record.claim().span.start()),
            None => self.byte_at(frame, pos2(frame.origin.x, frame.visible.top() + 40.0)),
        }
    }

    fn extend_by_key(&mut self, ui: &Ui, frame: &Frame<'_>, step: Step) {
        let claim = frame.state.selection.claim.and_then(|id| frame.state.store.claim(id));
        let (anchor, head) = match (&self.selection, self.hand.caret, claim) {
            (Some(selection), ..) => selection.ends(),
            (None, Some(caret), _) => (caret, caret),
            (None, None, Some(record)) => (record.claim().span.start(), record.claim().span.end()),
            (None, None, None) => match self.caret_start(frame) {
                Some(at) => (at, at),
                None => return,
            },
        };
        let head = self.stepped(frame, head, step);
        self.selection = Some(TextSelection::between(anchor, head));
        self.hand.caret = Some(head);
        self.show_caret(ui, frame, head);
    }

    fn move_by_key(&mut self, ui: &Ui, frame: &Frame<'_>, step: Step) {
        let Some(from) = self.hand.caret.or_else(|| self.caret_start(frame)) else {
            return;
        };
        let to = self.stepped(frame, from, step);
        self.selection = None;
        self.hand.caret = Some(to);
        self.show_caret(ui, frame, to);
    }

    fn stepped(&self, frame: &Frame<'_>, from: usize, step: Step) -> usize {
        let text = frame.article.text();
        let line = |dx: f32, dy: f32| {
            let rect = self.caret_rect(frame, (from, Side::On))?;
            let y = if dy < 0.0 { rect.top() + dy } else { rect.bottom() + dy };
            let y = if dy == 0.0 { rect.center().y } else { y };
            self.byte_at(frame, Pos2::new(rect.left() + dx, y))
        };
        match step {
            Step::CharBack => step_char(text, from, Way::Back),
            Step::CharOn => step_char(text, from, Way::On),
            Step::WordBack => step_word(text, from, Way::Back),
            Step::WordOn => step_word(text, from, Way::On),
            Step::LineUp => line(0.0, -8.0).unwrap_or(from),
            Step::LineDown => line(0.0, 8.0).unwrap_or(from),
            Step::LineStart => line(-10_000.0, 0.0).unwrap_or(from),
            Step::LineEnd => line(10_000.0, 0.0).unwrap_or(from),
        }
    }

    /// Where the caret stands before the character at `byte`, in the window.
    pub(super) fn caret_rect(&self, frame: &Frame<'_>, (byte, side): (usize, Side)) -> Option<Rect> {
        let number = self.page.paragraph_of(byte);
        let paragraph = self.page.paragraphs.get(number)?.span;
        let number = match number.checked_sub(1) {
            // right behind the last word of a paragraph
            Some(before) if byte < paragraph.start() => before,
            _ => number,
        };
        let caret = self.column.laid(number)?.hits.caret_box(byte, side)?;
        let corner = pos2(frame.origin.x, frame.origin.y + self.top_of(number, frame.setting));
        Some(caret.translate(corner.to_vec2()))
    }

    fn show_caret(&self, ui: &Ui, frame: &Frame<'_>, byte: usize) {
        if let Some(rect) = self.caret_rect(frame, (byte, Side::On)) {
            ui.scroll_to_rect(rect.expand(24.0), None);
        }
        ui.ctx().request_repaint();
    }

    fn paint_caret(&self, ui: &Ui, frame: &Frame<'_>, ground: &Response) {
        let shown = ground.has_focus() || self.hand.pick.is_some();
        let Some(rect) = self
            .hand
            .caret
            .and_then(|byte| self.caret_rect(frame, (byte, Side::On)))
        else {
            return;
        };
        if shown {
            let stroke = Stroke::new(2.0, frame.theme.color.focus);
            ui.painter().vline(rect.left(), rect.y_range(), stroke);
        }
    }

    /// What Enter takes while words are picked: the selected words, else the word at the caret.
    pub(super) fn words_at_caret(&self, text: &str) -> Option<Span> {
        let at_caret = || self.hand.caret.map(|byte| word_at(text, byte));
        self.selected(text).or_else(at_caret).filter(|span| !span.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, step_char, step_word};

    #[test]
    fn words_and_letters_are_stepped_both_ways() {
        let text = "Held 4,400 people.\n\nZoe\u{301} left";
        let walk = |way| {
            let mut at = if way == Way::On { 0 } else { text.len() };
            let mut places = Vec::new();
            for _ in 0..12 {
                let next = step_word(text, at, way);
                if next == at {
                    break;
                }
                places.push(next);
                at = next;
            }
            places
        };
        let ends: Vec<&str> = walk(Way::On).iter().filter_map(|at| text.get(..*at)).collect();
        assert_eq!(ends.first().copied(), Some("Held"));
        assert_eq!(ends.get(1).copied(), Some("Held 4,400"));
        assert_eq!(walk(Way::On).last().copied(), Some(text.len()));
        assert_eq!(walk(Way::Back).last().copied(), Some(0));
        let e = text.find('e').map_or(0, |_| text.find("e\u{301}").unwrap_or_default());
        assert_eq!(step_char(text, e, Way::On), e + 3);
        assert_eq!(step_char(text, e + 3, Way::Back), e);
        assert_eq!(step_char(text, text.len(), Way::On), text.len());
        assert_eq!(step_char(text, 0, Way::Back), 0);
        assert_eq!(step_char("", 0, Way::On), 0);
    }
}
