//! Corrects words of an article: the file's words and the analyst's, what moves, and all that was corrected so far.

use egui::{Context, Id, Key, Label, Modifiers, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::super::find;
use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, hairline_ui, label_ui, link_ui, section_head_ui};
use super::path_dialog::Step;
use crate::app::{Action, State};
use crate::base::Span;
use crate::show::words;
use crate::store::{self, ArticleId, TextPreview, with_words};

/// Width of the dialog.
const WIDTH: f32 = 640.0;
/// So many differences are listed before a sentence says how many more there are.
const MOST_LISTED: usize = 8;

/// Old words, new words and where these stand.
type Correction = (String, String, Span);

/// The open question.
pub(super) struct TextDialog {
    id: ArticleId,
    /// The words that are corrected; `None` where none are selected.
    span: Option<Span>,
    typed: String,
    /// What the typed words would do, for which words.
    preview: Option<(String, TextPreview)>,
    /// What was corrected so far: at a generation of the store, old words, new words and where these stand.
    so_far: Option<(u64, Vec<Correction>)>,
}

impl TextDialog {
    /// A question about the selected words of the open article; `None` where no text is open.
    pub(super) fn new(ctx: &Context, state: &State) -> Option<Self> {
        let selected = find::selection(ctx, state);
        let open = selected.map(|(id, _)| id).or(state.selection.article);
        let article = open.and_then(|id| state.store.article(id))?;
        if article.is_table() {
            return None;
        }
        let span = selected.map(|(_, span)| span);
        Some(Self {
            id: article.id,
            span,
            typed: span.map_or("", |span| span.of(article.text())).to_owned(),
            preview: None,
            so_far: None,
        })
    }

    /// Draws the dialog.
    pub(super) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let Some(article) = state.store.article(self.id) else {
            return Step::Close;
        };
        let c = &Theme::of(ui).color;
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 80.0));
        label_ui(ui, "Correct the text", Type::Heading, c.text);
        let help = "For torn or misread words. The file stays as it is, your text holds; claims, names and notes keep \
                    their places.";
        ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
        ui.add_space(8.0);
        let mut step = Step::Stay;
        match self.span {
            Some(span) => step = self.words_ui(ui, state, (article.text(), span), actions),
            None => {
                let help = "Select the words in the article first, then open this again.";
                ui.add(Label::new(Type::Body.text(help, c.text)).wrap());
            }
        }
        self.so_far_ui(ui, state, article.text(), actions);
        if self.span.is_none() {
            ui.add_space(10.0);
            if ui.add(PushButton::new("Close")).clicked() {
                step = Step::Close;
            }
        }
        step
    }

    fn words_ui(&mut self, ui: &mut Ui, state: &State, (text, span): (&str, Span), actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        label_ui(ui, "As it stands", Type::Key, c.muted);
        let old = words::short(span.of(text), 400);
        ui.add(Label::new(Type::Quote.text(old, c.text)).wrap());
        ui.add_space(6.0);
        label_ui(ui, "As it should be", Type::Key, c.muted);
        ScrollArea::vertical()
            .id_salt("corrected text")
            .max_height(180.0)
            .show(ui, |ui| {
                let edit = TextEdit::multiline(&mut self.typed)
                    .id(Id::unique("corrected text field"))
                    .font(Type::Quote.font())
                    .desired_width(f32::INFINITY)
                    .desired_rows(2);
                let response = ui.add(edit);
                response.widget_info(|| {
                    let mut info = WidgetInfo::text_edit(true, &*self.typed, &*self.typed, "");
                    info.label = Some("Corrected words".to_owned());
                    info
                });
                if ui.memory(|memory| memory.focused().is_none()) {
                    response.request_focus();
                }
            });
        let new = with_words(text, span, &self.typed).filter(|new| new != text);
        if let Some(new) = &new {
            self.preview_ui(ui, state, new);
        }
        ui.add_space(8.0);
        let mut step = Step::Stay;
        let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        ui.horizontal(|ui| {
            let correct = PushButton::new("Correct")
                .primary()
                .keys("Ctrl Enter")
                .enabled(new.is_some());
            let clicked = ui.add(correct).clicked() || by_key;
            if let Some(new) = new.filter(|_| clicked) {
                actions.push(Action::CorrectText(self.id, new));
                step = Step::Close;
            }
            if ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
        });
        step
    }

    /// What the typed words do to the marks of the article.
    fn preview_ui(&mut self, ui: &mut Ui, state: &State, new: &str) {
        let c = &Theme::of(ui).color;
        if self.preview.as_ref().map(|(typed, _)| typed) != Some(&self.typed) {
            self.preview = Some((self.typed.clone(), state.store.text_preview(self.id, new)));
        }
        let Some((_, preview)) = &self.preview else { return };
        ui.add_space(6.0);
        for (old, new) in preview.words.iter().take(MOST_LISTED) {
            ui.add(Label::new(Type::Small.text(change_words(old, new), c.text)).wrap());
        }
        if preview.words.len() > MOST_LISTED {
            let more = format!("and {} more", words::number((preview.words.len() - MOST_LISTED) as u64));
            label_ui(ui, more, Type::Small, c.muted);
        }
        let keep = if preview.kept == 1 {
            "keeps its place"
        } else {
            "keep their places"
        };
        let kept = format!("{} of yours {keep}", words::count(preview.kept, "mark"));
        if preview.kept > 0 {
            label_ui(ui, kept, Type::Small, c.muted);
        }
        for quote in preview.orphans.iter().take(MOST_LISTED) {
            let says = format!(
                "“{}” finds no place: it is kept and can be attached again",
                words::short(quote, 60)
            );
            ui.add(Label::new(Type::Small.text(says, c.warn)).wrap());
        }
    }

    /// All that differs from the file, each to be taken back.
    fn so_far_ui(&mut self, ui: &mut Ui, state: &State, text: &str, actions: &mut Vec<Action>) {
        let Some(original) = state.store.original_text(self.id) else {
            return;
        };
        let generation = state.store.generation();
        if self.so_far.as_ref().map(|(at, _)| *at) != Some(generation) {
            let edit = store::TextEdit::between(original, text);
            let rows = edit.hunks.iter().map(|hunk| {
                let (old, new) = edit.words(hunk);
                (old.to_owned(), new.to_owned(), hunk.new)
            });
            self.so_far = Some((generation, rows.collect()));
        }
        let Some((_, rows)) = &self.so_far else { return };
        let c = &Theme::of(ui).color;
        ui.add_space(12.0);
        hairline_ui(ui);
        ui.add_space(6.0);
        section_head_ui(ui, "Corrected so far", &words::number(rows.len() as u64));
        let mut back = None;
        ScrollArea::vertical()
            .id_salt("corrected so far")
            .max_height(160.0)
            .show(ui, |ui| {
                for (old, new, place) in rows {
                    ui.horizontal(|ui| {
                        label_ui(
                            ui,
                            change_words(&words::short(old, 40), &words::short(new, 40)),
                            Type::Body,
                            c.text,
                        );
                        if link_ui(ui, "Take back").clicked() {
                            back = with_words(text, *place, old);
                        }
                    });
                }
            });
        ui.add_space(4.0);
        let all = PushButton::new("Back to the file's text").help("Take all corrections of this text back");
        if ui.add(all).clicked() {
            back = Some(original.to_owned());
        }
        if let Some(text) = back {
            // the selected words may have moved
            self.span = None;
            actions.push(Action::CorrectText(self.id, text));
        }
    }
}

fn change_words(old: &str, new: &str) -> String {
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("“{new}” added"),
        (_, true) => format!("“{old}” taken out"),
        _ => format!("“{old}” becomes “{new}”"),
    }
}
