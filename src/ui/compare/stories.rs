//! The stories of the project: show one alone, name it, split articles out, join two.

use std::collections::BTreeSet;

use egui::{Align, CursorIcon, Layout, Popup, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, checkbox_ui, focus_ring, hairline_ui, label_ui, link_ui, text_field_ui, tip};
use super::conflicts::{field_id, nothing_ui};
use crate::app::{Action, State};
use crate::show::{FilterChange, StoryAct, StoryPart, StoryRow, story_rows, words};
use crate::store::ArticleId;

/// Articles that are listed in an open story at most.
const MOST_ARTICLES: usize = 200;

/// What the list keeps between frames.
#[derive(Default)]
pub(super) struct StoriesView {
    /// The story whose articles are shown.
    open: Option<String>,
    /// Articles that are checked to be split out.
    checked: BTreeSet<ArticleId>,
    /// The name while it is typed.
    draft: String,
    /// The rows, with the conclusions that they were made from.
    made: Option<(std::sync::Arc<crate::link::Conclusions>, u64, Vec<StoryRow>)>,
}

impl StoriesView {
    /// Draws the list into all of `ui`.
    pub(super) fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let generation = state.store.generation();
        let holds = self
            .made
            .as_ref()
            .is_some_and(|(from, at, _)| std::sync::Arc::ptr_eq(from, &state.conclusions) && *at == generation);
        if !holds {
            let rows = story_rows(&state.store, &state.conclusions);
            self.made = Some((std::sync::Arc::clone(&state.conclusions), generation, rows));
        }
        let made = self.made.take();
        let rows = made.as_ref().map_or(&[][..], |(_, _, rows)| rows.as_slice());
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 36.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.add_space(16.0);
                let noun = if rows.len() == 1 { "story" } else { "stories" };
                label_ui(
                    ui,
                    format!("{} {noun}", words::number(rows.len() as u64)),
                    Type::Small,
                    c.muted,
                );
            },
        );
        hairline_ui(ui);
        if rows.is_empty() {
            nothing_ui(
                ui,
                "No stories",
                "Articles about the same run of events come together here.",
            );
        } else {
            ScrollArea::vertical()
                .id_salt("stories")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    for row in rows {
                        self.story_ui(ui, state, (row, rows), actions);
                    }
                });
        }
        self.made = made;
    }

    fn story_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (row, rows): (&StoryRow, &[StoryRow]),
        actions: &mut Vec<Action>,
    ) {
        let open = self.open.as_ref() == Some(&row.key);
        if head_ui(ui, row, open) {
            self.open = (!open).then(|| row.key.clone());
            self.checked.clear();
            row.name.clone_into(&mut self.draft);
        }
        if !open {
            return;
        }
        egui::Frame::new()
            .inner_margin(egui::Margin {
                left: 34,
                right: 16,
                top: 4,
                bottom: 10,
            })
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                let c = &Theme::of(ui).color;
                ui.add(egui::Label::new(Type::Small.text(&row.reason, c.muted)).wrap());
                self.name_ui(ui, row, actions);
                self.acts_ui(ui, state, (row, rows), actions);
                self.articles_ui(ui, state, row, actions);
            });
        hairline_ui(ui);
    }

    fn name_ui(&mut self, ui: &mut Ui, row: &StoryRow, actions: &mut Vec<Action>) {
        let id = field_id("story name", &row.key);
        let response = text_field_ui(
            ui,
            id,
            &mut self.draft,
            ("Name of the story", "Name of the story"),
            false,
        );
        if response.lost_focus() && self.draft.trim() != row.name {
            let act = StoryAct::Call(row.key.clone(), self.draft.trim().to_owned());
            actions.push(Action::Story(act));
        }
    }

    fn acts_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (row, rows): (&StoryRow, &[StoryRow]),
        actions: &mut Vec<Action>,
    ) {
        ui.horizontal_wrapped(|ui| {
            let alone = state.filter.story.as_ref().is_some_and(|part| part.key == row.key);
            let word = if alone { "Show all" } else { "Show alone" };
            let button = PushButton::new(word).help("Charts, table and conclusions of this story only");
            if ui.add(button).clicked() {
                let story = (!alone).then(|| StoryPart::of(row));
                actions.push(Action::Filter(FilterChange::Story(story)));
            }
            let num = self.checked.len();
            let word = match num {
                0 => "Split out".to_owned(),
                num => format!("Split out {num}"),
            };
            let can = num > 0 && num < row.articles.len();
            let button = PushButton::new(&word)
                .help("Make the checked articles a story of their own")
                .enabled(can);
            if ui.add(button).clicked() && can {
                let out = self.checked.iter().copied().collect();
                actions.push(Action::Story(StoryAct::Split(row.key.clone(), out)));
                self.checked.clear();
            }
            let others = rows.len() > 1;
            let button = PushButton::new("Join with…")
                .help("Make another story part of this one")
                .enabled(others);
            let response = ui.add(button);
            if others {
                Popup::menu(&response).width(280.0).show(|ui| {
                    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                        for other in rows.iter().filter(|other| other.key != row.key) {
                            let shown = format!("{}, {}", other.name, words::count(other.articles.len(), "article"));
                            if ui.selectable_label(false, words::short(&shown, 44)).clicked() {
                                let act = StoryAct::Join(row.key.clone(), other.key.clone());
                                actions.push(Action::Story(act));
                                ui.close();
                            }
                        }
                    });
                });
            }
            if row.told && link_ui(ui, "Back to what the machine found").clicked() {
                actions.push(Action::Story(StoryAct::Forget(row.key.clone())));
            }
        });
    }

    fn articles_ui(&mut self, ui: &mut Ui, state: &State, row: &StoryRow, actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let articles = row.articles.iter().filter_map(|id| state.store.article(*id));
        for article in articles.take(MOST_ARTICLES) {
            ui.horizontal(|ui| {
                let on = self.checked.contains(&article.id);
                let name = format!("Check {}", article.title());
                if checkbox_ui(ui, on, &name).clicked() && !self.checked.remove(&article.id) {
                    self.checked.insert(article.id);
                }
                let day = article.published().map(words::day_and_month).unwrap_or_default();
                let title = egui::Label::new(Type::Small.text(article.title(), c.text)).sense(Sense::click());
                let title = ui.add(title.truncate());
                let outlet = article.publisher().unwrap_or("outlet not known");
                if tip(title, &format!("{outlet}, {day}"), "").clicked() {
                    actions.push(Action::SelectArticle(article.id));
                }
            });
        }
        if row.articles.len() > MOST_ARTICLES {
            let more = row.articles.len() - MOST_ARTICLES;
            label_ui(
                ui,
                format!("{} more", words::count(more, "article")),
                Type::Small,
                c.faint,
            );
        }
    }
}

/// The head of a story: name, articles, days, names; true where it was clicked.
fn head_ui(ui: &mut Ui, row: &StoryRow, open: bool) -> bool {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 54.0), Sense::click());
    let num = words::count(row.articles.len(), "article");
    let label = format!("Story {}, {num}", row.name);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &label));
    let ground = match (open, response.hovered()) {
        (true, _) => c.row_selected,
        (_, true) => c.row_hover,
        _ => c.panel,
    };
    ui.painter().rect_filled(rect, 0, ground);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let icon = if open { icons::NEXT_CLAIM } else { icons::EXPAND };
    let left = egui::Align2::LEFT_CENTER;
    let (y, low) = (rect.top() + 17.0, rect.top() + 37.0);
    let put = |x: f32, y: f32, align, words: &str, font, ink| ui.painter().text(pos2(x, y), align, words, font, ink);
    put(rect.left() + 12.0, y, left, icon, icon_font(12.0), c.muted);
    let right = put(
        rect.right() - 16.0,
        y,
        egui::Align2::RIGHT_CENTER,
        &num,
        Type::Small.font(),
        c.muted,
    );
    let most = ((right.left() - rect.left() - 44.0) / 7.4).max(6.0) as usize;
    let name = words::short(&row.name, most);
    put(rect.left() + 34.0, y, left, &name, Type::Strong.font(), c.text);
    let days = match row.days {
        Some((from, to)) if from == to => words::day(from),
        Some((from, to)) => format!("{} to {}", words::day_and_month(from), words::day_and_month(to)),
        None => "no dates".to_owned(),
    };
    let shared: Vec<&str> = row
        .shared
        .iter()
        .map(String::as_str)
        .filter(|name| *name != row.name)
        .collect();
    let line = if shared.is_empty() {
        days
    } else {
        format!("{days} · {}", shared.join(", "))
    };
    let most = ((rect.width() - 56.0) / 6.2).max(8.0) as usize;
    put(
        rect.left() + 34.0,
        low,
        left,
        &words::short(&line, most),
        Type::Small.font(),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    tip(response, &line, "").clicked()
}
