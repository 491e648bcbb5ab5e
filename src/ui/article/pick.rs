//! Picking words of the text for a field of the selected claim: a click, a selection, or the word at the caret.

use egui::{Area, CursorIcon, Id, Key, Modifiers, Order, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::theme::{Type, icon_font, icons};
use super::super::widgets::PushButton;
use super::super::wish::{self, Wish};
use super::select::{whole_words, word_at};
use super::{Frame, Reader};
use crate::app::{Action, State};
use crate::base::Span;
use crate::show::{self, words};
use crate::store::{ClaimId, Role};

/// What waits for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) claim: ClaimId,
    pub(super) role: Role,
    /// Why the last words would not do.
    trouble: &'static str,
}

/// What mouse and keyboard have in hand in the text.
#[derive(Default)]
pub(super) struct Hand {
    /// What waits for words.
    pub(super) pick: Option<Pick>,
    /// An end of the selected claim's words that is dragged, and where it is now.
    pub(super) end: Option<(ClaimId, Span)>,
    /// Where the keyboard stands.
    pub(super) caret: Option<usize>,
    /// True in the frame in which the pointer has finished a selection.
    pub(super) drawn: bool,
    /// What is said of fonts that the article lacks; empty where it lacks none or that was closed.
    pub(super) notice: String,
    /// True in a frame in which a double click has selected a whole name.
    pub(super) named: bool,
}

impl Reader {
    /// Begins to pick where that was wished for; stops where another claim was selected.
    pub(super) fn take_pick(&mut self, ui: &Ui, state: &State) {
        let selected = state.selection.claim;
        for role in Role::ALL {
            if wish::take(ui.ctx(), Wish::Pick(role))
                && let Some(claim) = selected
            {
                self.hand.pick = Some(Pick {
                    claim,
                    role,
                    trouble: "",
                });
                self.selection = None;
                self.hand.drawn = false;
                let span = state.store.claim(claim).map(|record| record.claim().span);
                self.hand.caret = span.map(Span::start);
                if let Some(focused) = ui.ctx().memory(|memory| memory.focused()) {
                    ui.ctx().memory_mut(|memory| memory.surrender_focus(focused));
                }
            }
        }
        if self.hand.pick.is_some_and(|pick| Some(pick.claim) != selected) {
            self.hand.pick = None;
        }
    }

    /// True while the next words are for a field.
    pub(super) fn is_picking(&self) -> bool {
        self.hand.pick.is_some()
    }

    /// Takes words that were clicked, drawn or entered, and shows what a click would take.
    pub(super) fn pick_ui(&mut self, ui: &Ui, frame: &Frame<'_>, ground: &Response, actions: &mut Vec<Action>) {
        let Some(pick) = self.hand.pick else { return };
        let text = frame.article.text();
        let store = &frame.state.store;
        let meant = |word: Span| show::meant(store, frame.article, pick.role, word);
        let at = ui
            .input(|input| input.pointer.interact_pos())
            .filter(|_| ground.contains_pointer());
        let under = at
            .and_then(|at| self.char_at(frame, at))
            .map(|byte| meant(word_at(text, byte)));
        let under = under.filter(|span| !span.is_empty());
        if let Some(span) = under.filter(|_| !self.drawing) {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            let stroke = Stroke::new(2.0, frame.theme.color.accent);
            for line in self.boxes_of(frame, span) {
                let rect = super::paint::mark_rect(&line, frame.setting.scale);
                ui.painter().rect_stroke(rect, 3, stroke, StrokeKind::Outside);
            }
        }
        let entered = wish::escape_is_free(ui.ctx())
            && !egui::Popup::is_any_open(ui.ctx())
            && super::card::in_article(ui.ctx())
            && ui
                .ctx()
                .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let drawn = std::mem::take(&mut self.hand.drawn);
        let words = if drawn {
            self.selected(text).map(|span| whole_words(text, span))
        } else if ground.clicked() {
            under
        } else if entered {
            let chosen = self.selected(text);
            chosen.or_else(|| self.words_at_caret(text).map(meant))
        } else {
            None
        };
        if let Some(span) = words {
            self.take_words(pick, frame, span, actions);
        }
        self.banner_ui(ui, frame, pick, actions);
    }

    fn take_words(&mut self, pick: Pick, frame: &Frame<'_>, span: Span, actions: &mut Vec<Action>) {
        match show::picked(frame.article, pick.role, span) {
            Ok(fields) => {
                actions.push(Action::SetFields(pick.claim, fields, show::picked_label(pick.role)));
                self.hand.pick = None;
            }
            Err(trouble) => self.hand.pick = Some(Pick { trouble, ..pick }),
        }
        self.selection = None;
    }

    /// Says what is picked, why the last words would not do, and how to stop.
    fn banner_ui(&mut self, ui: &Ui, frame: &Frame<'_>, pick: Pick, actions: &mut Vec<Action>) {
        let c = &frame.theme.color;
        // at the foot: the last words of an article can be scrolled away from there, the title cannot from the head
        let at = pos2(frame.origin.x - 12.0, frame.visible.bottom() - 6.0);
        let width = frame.setting.measure + 24.0;
        let is_wide = width > 400.0;
        let mut stop = false;
        Area::new(Id::unique("pick banner"))
            .order(Order::Middle)
            .pivot(egui::Align2::LEFT_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                frame.theme.card().fill(c.accent_soft).show(ui, |ui| {
                    ui.set_width(width - 28.0);
                    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
                    ui.horizontal(|ui| {
                        ui.label(egui::RichText::new(icons::QUOTE).font(icon_font(16.0)).color(c.accent));
                        ui.add(egui::Label::new(Type::Strong.text(sentence(pick.role), c.text)).wrap());
                        if is_wide {
                            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                                stop |= banner_buttons_ui(ui, pick, actions);
                            });
                        }
                    });
                    if !is_wide {
                        ui.horizontal(|ui| stop |= banner_buttons_ui(ui, pick, actions));
                    }
                    let (words, ink) = match pick.trouble {
                        "" => ("Or move with the arrows, select with Shift, and press Enter", c.muted),
                        trouble => (trouble, c.error),
                    };
                    // a narrow column keeps its room for the words themselves
                    if is_wide || !pick.trouble.is_empty() {
                        ui.add(egui::Label::new(Type::Small.text(words, ink)).wrap());
                    }
                });
            });
        if stop {
            self.hand.pick = None;
        }
    }
}

/// "Stop" and, for most roles, "Not stated"; true where either was clicked.
fn banner_buttons_ui(ui: &mut Ui, pick: Pick, actions: &mut Vec<Action>) -> bool {
    let mut stop = ui.add(PushButton::new("Stop").keys("Esc").quiet()).clicked();
    if let Some(fields) = show::picked_nothing(pick.role)
        && ui.add(PushButton::new(nothing_word(pick.role)).quiet()).clicked()
    {
        actions.push(Action::SetFields(pick.claim, fields, show::picked_label(pick.role)));
        stop = true;
    }
    stop
}

/// What is asked for: "Click or select who says it".
fn sentence(role: Role) -> &'static str {
    match role {
        Role::Number => "Click or select the number",
        Role::Outcome => "Click or select the words for the harm",
        Role::Victims => "Click or select who was harmed",
        Role::Speaker => "Click or select who says it",
        Role::Relay => "Click or select who passed it on",
        Role::AsOf => "Click or select the day at which it holds",
        Role::EventDate => "Click or select when it happened",
        Role::Place => "Click or select where it happened",
    }
}

fn nothing_word(role: Role) -> &'static str {
    if role == Role::Number {
        "No number"
    } else {
        words::NOT_STATED
    }
}
