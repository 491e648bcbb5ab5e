//! What can be said of a stretch of text as a whole: that it is boilerplate, or the article after all.

use egui::{Button, Context, Response, Ui};

use super::super::find;
use super::super::shell::keys_of;
use super::super::theme::icons;
use super::super::widgets::PushButton;
use super::super::wish::{self, Wish};
use super::select::{TextSelection, whole_words};
use super::{Frame, Reader};
use crate::app::{Action, Command, State};
use crate::base::Span;
use crate::store::{ArticleRecord, TextPart};

/// What the selected words would become: the article where they begin in boilerplate, boilerplate where not.
fn other_part(article: &ArticleRecord, span: Span) -> TextPart {
    let parts = article.reading.article.boilerplate.iter();
    let dimmed: usize = parts
        .filter(|part| part.span.meets(span))
        .map(|part| part.span.end().min(span.end()) - part.span.start().max(span.start()))
        .sum();
    if dimmed * 2 >= span.len() {
        TextPart::Article
    } else {
        TextPart::Boilerplate
    }
}

fn words_for(part: TextPart) -> &'static str {
    match part {
        TextPart::Article => "Not boilerplate",
        TextPart::Boilerplate => "Boilerplate",
    }
}

fn action_for(article: &ArticleRecord, span: Span) -> Action {
    let span = whole_words(article.text(), span);
    Action::SayPart(article.id, span, other_part(article, span))
}

/// What a command says of the words that are selected in the reader; `None` for other commands.
pub(in crate::ui) fn part_action(command: Command, ctx: &Context, state: &State) -> Option<Action> {
    if command != Command::SayPart {
        return None;
    }
    let (id, span) = find::selection(ctx, state)?;
    let article = state.store.article(id).filter(|article| !article.is_table())?;
    Some(action_for(article, span))
}

/// The button beside selected words; true where it was clicked.
pub(super) fn part_ui(ui: &mut Ui, frame: &Frame<'_>, span: Span, actions: &mut Vec<Action>) -> bool {
    if frame.article.is_table() {
        return false;
    }
    let part = other_part(frame.article, whole_words(frame.article.text(), span));
    let help = match part {
        TextPart::Article => "These words are the article: figures are read from them",
        TextPart::Boilerplate => "These words are not the article: no claims are made of them",
    };
    let keys = keys_of(Command::SayPart, frame.state);
    let icon = match part {
        TextPart::Article => icons::MARKS_ON,
        TextPart::Boilerplate => icons::MARKS_OFF,
    };
    let button = PushButton::new(words_for(part)).icon(icon).quiet().keys(keys);
    let clicked = ui.add(button.help(help)).clicked();
    if clicked {
        actions.push(action_for(frame.article, span));
    }
    let keys = keys_of(Command::CorrectText, frame.state);
    let correct = PushButton::new("Correct the text...")
        .icon(icons::EDIT_CORRECTED)
        .quiet()
        .keys(keys);
    if ui
        .add(correct.help("Mend torn or misread words; the file stays as it is"))
        .clicked()
    {
        wish::make(ui.ctx(), Wish::CorrectText);
    }
    clicked
}

impl Reader {
    /// The menu of the right button: for the selected words, else for the paragraph under the pointer.
    pub(super) fn menu_ui(&mut self, ui: &Ui, frame: &Frame<'_>, ground: &Response, actions: &mut Vec<Action>) {
        let text = frame.article.text();
        if ground.secondary_clicked() {
            let at = ui.input(|input| input.pointer.interact_pos());
            let byte = at.and_then(|at| self.byte_at(frame, at));
            let inside = self.selected(text).zip(byte).is_some_and(|(span, byte)| span.has(byte));
            let paragraph = byte.and_then(|byte| self.page.paragraphs.get(self.page.paragraph_of(byte)));
            if let Some(paragraph) = paragraph.filter(|_| !inside) {
                self.selection = Some(TextSelection::whole(paragraph.span));
            }
        }
        let Some(span) = self.selected(text) else { return };
        let mut done = false;
        ground.context_menu(|ui| {
            ui.set_min_width(220.0);
            if !frame.article.is_table() {
                let part = other_part(frame.article, whole_words(text, span));
                let button = Button::new(words_for(part)).shortcut_text(keys_of(Command::SayPart, frame.state));
                if ui.add(button).clicked() {
                    actions.push(action_for(frame.article, span));
                    done = true;
                    ui.close();
                }
                let keys = keys_of(Command::CorrectText, frame.state);
                if ui.add(Button::new("Correct the text...").shortcut_text(keys)).clicked() {
                    wish::make(ui.ctx(), Wish::CorrectText);
                    ui.close();
                }
            }
            let copy = Button::new("Copy with citation").shortcut_text("Ctrl Shift C");
            if ui.add(copy).clicked() {
                ui.ctx().copy_text(super::popup::citation(frame.article, span));
                done = true;
                ui.close();
            }
        });
        if done {
            self.selection = None;
        }
    }
}
