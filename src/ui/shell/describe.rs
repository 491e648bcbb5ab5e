//! A form for publisher, date and author of one or many articles: one undo step.

use egui::{Id, Ui};

use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, label_ui, text_field_ui};
use super::path_dialog::Step;
use crate::app::{Action, State};
use crate::show::{input, words};
use crate::store::{ArticleId, Told};

/// The form. An empty field leaves that fact as it is.
pub(in crate::ui) struct Describe {
    ids: Vec<ArticleId>,
    publisher: String,
    author: String,
    day: String,
}

impl Describe {
    /// A form for these articles, filled where they all agree.
    pub(in crate::ui) fn new(ids: Vec<ArticleId>, state: &State) -> Self {
        let articles: Vec<_> = ids.iter().filter_map(|id| state.store.article(*id)).collect();
        let common = |values: Vec<Option<String>>| {
            let first = values.first().cloned().flatten();
            first
                .filter(|first| values.iter().all(|other| other.as_ref() == Some(first)))
                .unwrap_or_default()
        };
        let publisher = common(
            articles
                .iter()
                .map(|article| article.publisher().map(str::to_owned))
                .collect(),
        );
        let author = common(
            articles
                .iter()
                .map(|article| article.author().map(str::to_owned))
                .collect(),
        );
        let day = common(
            articles
                .iter()
                .map(|article| article.published().map(words::day))
                .collect(),
        );
        Self {
            ids,
            publisher,
            author,
            day,
        }
    }

    /// Draws the form.
    pub(in crate::ui) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let theme = Theme::of(ui);
        ui.set_width(420.0);
        let head = match self.ids.as_slice() {
            [id] => state
                .store
                .article(*id)
                .map(|article| words::short(article.title(), 60))
                .unwrap_or_default(),
            ids => words::count(ids.len(), "article"),
        };
        label_ui(ui, "Publisher, date, author", Type::Heading, theme.color.text);
        label_ui(ui, head, Type::Small, theme.color.muted);
        ui.add_space(8.0);
        let wrong_day = !self.day.trim().is_empty() && input::day(&self.day).is_none();
        for (name, hint, text, wrong) in [
            ("Publisher", "as it is", &mut self.publisher, false),
            ("Published", "as it is, or 2031-03-14", &mut self.day, wrong_day),
            ("Author", "as it is", &mut self.author, false),
        ] {
            label_ui(ui, name, Type::Key, theme.color.muted);
            text_field_ui(ui, Id::unique(("describe", name)), text, (name, hint), wrong);
            ui.add_space(4.0);
        }
        if wrong_day {
            label_ui(ui, "Not a day. Write it as 2031-03-14.", Type::Small, theme.color.error);
        }
        ui.add_space(6.0);
        let mut step = Step::Stay;
        ui.horizontal(|ui| {
            let entered = ui.input(|input| input.key_pressed(egui::Key::Enter)) && !wrong_day;
            let word = format!("Set for {}", words::count(self.ids.len(), "article"));
            if ui.add(PushButton::new(&word).primary().enabled(!wrong_day)).clicked() || entered {
                actions.push(Action::Tell(self.ids.clone(), self.told()));
                step = Step::Close;
            }
            if ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
        });
        step
    }

    fn told(&self) -> Told {
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Told {
            title: None,
            publisher: filled(&self.publisher),
            author: filled(&self.author),
            published: input::day(&self.day),
        }
    }
}
