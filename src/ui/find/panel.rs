//! The list of hits in the project, in the place of the library.

use egui::{Frame, Id, Margin, Rect, ScrollArea, Ui, pos2, vec2};

use super::super::shell::keys_of;
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{IconButton, label_ui, search_field_ui};
use super::super::wish;
use super::row::{HEAD, HIT, head_ui, hit_ui};
use super::{field_keys, take_keyboard, whole_words_ui};
use crate::app::{Action, Command, State};
use crate::show::{FindChange, FindIn, Found, words};

/// What the list keeps between frames.
#[derive(Default)]
pub(in crate::ui) struct FindPanel {
    /// The hits for which the edges were made.
    found: std::sync::Arc<Found>,
    /// Upper edge of each article's head, and the lower edge of all.
    edges: Vec<f32>,
    /// The last jump that was brought into sight.
    seen: u64,
}

impl FindPanel {
    /// True where the project is searched.
    pub(in crate::ui) fn is_open(state: &State) -> bool {
        state.find.open == Some(FindIn::Project)
    }

    /// Draws the list into all of `ui`.
    pub(in crate::ui) fn panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.panel);
        Frame::new().inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            question_ui(ui, state, actions);
        });
        let line = ui.cursor().top();
        ui.painter().hline(ui.max_rect().x_range(), line, theme.hairline());
        if !std::sync::Arc::ptr_eq(&self.found, &state.find.found) {
            self.found = std::sync::Arc::clone(&state.find.found);
            self.measure();
        }
        self.rows_ui(ui, state, actions);
    }

    fn measure(&mut self) {
        let mut y = 0.0;
        self.edges.clear();
        for article in &self.found.articles {
            self.edges.push(y);
            y += HEAD + HIT * article.hits.len() as f32;
        }
        self.edges.push(y);
    }

    fn edge(&self, at: usize) -> f32 {
        self.edges.get(at).copied().unwrap_or_default()
    }

    fn rows_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let width = ui.available_width();
        let jump = (self.seen != state.find.jump).then(|| self.place_of(state)).flatten();
        let scroll = ScrollArea::vertical().id_salt("hits").auto_shrink([false, false]);
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(self.edge(self.found.articles.len()) + 12.0);
            let corner = ui.min_rect().min;
            let row = |top: f32, height: f32| {
                Rect::from_min_max(
                    pos2(corner.x, corner.y + top),
                    pos2(corner.x + width, corner.y + top + height),
                )
            };
            let first = self.edges.partition_point(|y| *y <= viewport.top()).saturating_sub(1);
            for (at, article) in self.found.articles.iter().enumerate().skip(first) {
                let top = self.edge(at);
                if top > viewport.bottom() {
                    break;
                }
                let numbers = self.found.numbers(at);
                head_ui(ui, state, (article, numbers.start), row(top, HEAD), actions);
                let above = ((viewport.top() - top - HEAD) / HIT).floor().max(0.0) as usize;
                for number in numbers.clone().skip(above) {
                    let top = top + HEAD + HIT * (number - numbers.start) as f32;
                    if top > viewport.bottom() {
                        break;
                    }
                    if let Some(hit) = self.found.hit(number) {
                        hit_ui(ui, state, (number, hit), row(top, HIT), actions);
                    }
                }
            }
            if let Some(top) = jump {
                ui.scroll_to_rect(row(top, HIT).expand2(vec2(0.0, HIT)), None);
            }
        });
        self.seen = state.find.jump;
    }

    /// The upper edge of the current hit.
    fn place_of(&self, state: &State) -> Option<f32> {
        let current = state.find.current?;
        let (article, _) = self.found.hit(current)?;
        let at = self.found.articles.iter().position(|found| found.id == article)?;
        let nth = current - self.found.numbers(at).start;
        Some(self.edge(at) + HEAD + HIT * nth as f32)
    }
}

fn question_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, "Find in project", Type::Strong, theme.color.text);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let close = IconButton::new(icons::CLOSE, "Close the search")
                .keys("Esc")
                .icon_size(12.0);
            if ui.add(close).clicked() {
                actions.push(Action::Find(FindChange::Close));
            }
            let any = state.find.found.num_listed() > 0;
            for (icon, name, command, change) in [
                (icons::NEXT_CLAIM, "Next hit", Command::NextHit, FindChange::Next),
                (
                    icons::PREVIOUS_CLAIM,
                    "Previous hit",
                    Command::PreviousHit,
                    FindChange::Previous,
                ),
            ] {
                let button = IconButton::new(icon, name).keys(keys_of(command, state)).enabled(any);
                if ui.add(button).clicked() {
                    actions.push(Action::Find(change));
                }
            }
        });
    });
    let mut text = state.find.text.clone();
    let id = Id::unique("find in project field");
    let width = ui.available_width();
    let hint = "Words, or “words together”";
    let response = search_field_ui(ui, id, &mut text, ("Find in project", hint), width);
    wish::area(ui.ctx(), id);
    take_keyboard(ui, id, state);
    if response.changed() {
        actions.push(Action::Find(FindChange::Text(text)));
    }
    field_keys(ui, &response, state, actions);
    ui.horizontal(|ui| {
        whole_words_ui(ui, state, actions);
        let (says, found) = count_words(state);
        let ink = if found { theme.color.muted } else { theme.color.error };
        label_ui(ui, says, Type::Small, ink);
    });
    let found = &state.find.found;
    if state.find.text.trim().is_empty() {
        hint_ui(
            ui,
            "In texts, titles, notes and tags of all articles. Case and accents do not matter.",
        );
    } else if found.num_listed() < found.num_hits {
        let listed = words::number(found.num_listed() as u64);
        hint_ui(
            ui,
            &format!("The first {listed} are listed. More words, or a phrase in quotes, find fewer."),
        );
    }
}

fn hint_ui(ui: &mut Ui, words: &str) {
    let ink = Theme::of(ui).color.muted;
    ui.add(egui::Label::new(Type::Small.text(words, ink)).wrap());
}

/// "1,204 hits in 87 articles", "Not found", and whether that is good news.
fn count_words(state: &State) -> (String, bool) {
    let find = &state.find;
    if find.text.trim().is_empty() {
        return (String::new(), true);
    }
    match (find.found.num_hits, find.running) {
        (0, true) => ("Searching".to_owned(), true),
        (0, false) => ("Not found".to_owned(), false),
        (hits, _) => {
            let articles = words::count(find.found.articles.len(), "article");
            (format!("{} in {articles}", words::count(hits, "hit")), true)
        }
    }
}
