//! Lists articles with the same text and asks which to keep.

use std::collections::BTreeMap;

use egui::{RadioButton, ScrollArea, Stroke, Ui};

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{PushButton, entered_by_default, hairline_ui, label_ui, link_ui};
use super::super::path_dialog::Step;
use crate::app::{Action, BatchAct, State};
use crate::show::{library, same_texts, words};
use crate::store::{ArticleId, ArticleRecord};

/// Width of the dialog in points.
const WIDTH: f32 = 720.0;
/// Groups that are listed at a time.
const MOST_GROUPS: usize = 100;

/// The open list.
pub(in crate::ui::shell) struct DuplicatesDialog {
    groups: Vec<Vec<ArticleId>>,
    /// The article that is kept of a group; all where none is said.
    kept: BTreeMap<usize, ArticleId>,
}

impl DuplicatesDialog {
    /// The list of a project.
    pub(in crate::ui::shell) fn new(state: &State) -> Self {
        Self {
            groups: same_texts(&state.store),
            kept: BTreeMap::new(),
        }
    }

    /// Draws the dialog.
    pub(in crate::ui::shell) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let c = &Theme::of(ui).color;
        let window = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(window.x - 80.0));
        label_ui(ui, "Same text in several files", Type::Heading, c.text);
        if self.groups.is_empty() {
            label_ui(
                ui,
                "No two articles of this project have the same text.",
                Type::Body,
                c.muted,
            );
            ui.add_space(8.0);
            let close = ui.add(PushButton::new("Close").primary());
            entered_by_default(&close);
            return if close.clicked() { Step::Close } else { Step::Stay };
        }
        let words =
            "All are kept until you say otherwise: copies count as one source. Undo brings back what is removed.";
        label_ui(ui, words, Type::Small, c.muted);
        ui.horizontal(|ui| {
            if link_ui(ui, "Keep the first of each").clicked() {
                let first = self.groups.iter().enumerate();
                self.kept = first.filter_map(|(at, group)| Some((at, *group.first()?))).collect();
            }
            if link_ui(ui, "Keep all").clicked() {
                self.kept.clear();
            }
        });
        ui.add_space(6.0);
        let height = (window.y - 280.0).clamp(120.0, 460.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                // an edge like that of a box to check: a grey disc would seem to be out of use
                let look = &mut ui.visuals_mut().widgets;
                for state in [&mut look.inactive, &mut look.hovered, &mut look.active] {
                    state.bg_fill = c.field;
                    state.bg_stroke = Stroke::new(1.5, c.control_line);
                }
                for at in 0..self.groups.len().min(MOST_GROUPS) {
                    self.group_ui(ui, state, at);
                }
            });
        let more = self.groups.len().saturating_sub(MOST_GROUPS);
        if more > 0 {
            let words = format!("{more} more are listed when these are settled.");
            label_ui(ui, words, Type::Small, c.muted);
        }
        ui.add_space(10.0);
        self.buttons_ui(ui, actions)
    }

    fn group_ui(&mut self, ui: &mut Ui, state: &State, at: usize) {
        let c = &Theme::of(ui).color;
        let Some(group) = self.groups.get(at) else { return };
        let articles: Vec<&ArticleRecord> = group
            .iter()
            .filter_map(|id| state.store.article(*id).map(AsRef::as_ref))
            .collect();
        let Some(first) = articles.first() else { return };
        label_ui(ui, words::short(first.title(), 80), Type::Strong, c.text);
        let kept = self.kept.get(&at).copied();
        let all = format!("Keep all {}", articles.len());
        if ui.add(RadioButton::new(kept.is_none(), &all)).clicked() {
            self.kept.remove(&at);
        }
        for article in articles {
            let (open, claims) = library::counts(&state.store, article.id);
            let day = article.published().map_or_else(|| "No date".to_owned(), words::day);
            let decided = claims - open;
            let decided = if decided > 0 {
                format!(" · {decided} decided")
            } else {
                String::new()
            };
            let name = format!(
                "Keep only {} · {} · {day}{decided}",
                words::short(&article.path(), 60),
                article.publisher().unwrap_or("No publisher"),
            );
            if ui.add(RadioButton::new(kept == Some(article.id), &name)).clicked() {
                self.kept.insert(at, article.id);
            }
        }
        ui.add_space(4.0);
        hairline_ui(ui);
        ui.add_space(4.0);
    }

    /// What is to be removed.
    fn removed(&self) -> Vec<ArticleId> {
        let of = |(at, kept): (&usize, &ArticleId)| {
            let group = self.groups.get(*at).cloned().unwrap_or_default();
            group.into_iter().filter(|id| id != kept).collect::<Vec<_>>()
        };
        self.kept.iter().flat_map(of).collect()
    }

    fn buttons_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Step {
        let mut step = Step::Stay;
        let removed = self.removed();
        ui.horizontal(|ui| {
            let verb = match removed.len() {
                0 => "Done".to_owned(),
                count => format!("Remove {}", words::count(count, "article")),
            };
            let done = ui.add(PushButton::new(&verb).primary());
            entered_by_default(&done);
            if done.clicked() {
                actions.push(Action::Batch(BatchAct::SettleDuplicates(removed.clone())));
                step = Step::Close;
            }
            if !removed.is_empty() && ui.add(PushButton::new("Cancel")).clicked() {
                step = Step::Close;
            }
        });
        step
    }
}
