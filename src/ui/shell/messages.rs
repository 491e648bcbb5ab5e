//! Toasts with undo, and the list of problems.

use std::collections::BTreeMap;

use egui::{Align2, Area, Context, Id, Order, RichText, ScrollArea, Ui, vec2};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{IconButton, PushButton, key_cap_ui, label_ui, link_ui};
use super::command::keys_of;
use super::same_dialog;
use crate::app::{Action, Command, Problem, Shown, State, Toast, View};

/// When each toast is to go.
#[derive(Default)]
pub(in crate::ui) struct Toasts {
    until: BTreeMap<u64, f64>,
}

impl Toasts {
    /// Draws the newest toasts above the lower edge; each goes after six seconds, not while the pointer is over it.
    pub(in crate::ui) fn toasts_ui(&mut self, ctx: &Context, state: &State, actions: &mut Vec<Action>) {
        let now = ctx.input(|input| input.time);
        let toasts = &state.messages.toasts;
        self.until
            .retain(|number, _| toasts.iter().any(|toast| toast.number == *number));
        let newest = toasts.last().map(|toast| toast.number);
        for toast in toasts {
            let until = *self.until.entry(toast.number).or_insert(now + size::TOAST_SECS);
            if now >= until {
                actions.push(Action::DropToast(toast.number));
            } else {
                ctx.request_repaint_after_secs((until - now) as f32);
            }
        }
        let Some(toast) = toasts.iter().rfind(|toast| Some(toast.number) == newest) else {
            return;
        };
        let area = Area::new(Id::unique("toast"))
            .order(Order::Foreground)
            .anchor(corner(state), vec2(margin(state), -size::STATUS_BAR - 14.0))
            .show(ctx, |ui| toast_ui(ui, state, toast, actions));
        let under_pointer = ctx
            .input(|input| input.pointer.hover_pos())
            .is_some_and(|at| area.response.rect.contains(at));
        if under_pointer {
            self.until.insert(toast.number, now + size::TOAST_SECS / 2.0);
        }
    }
}

/// In Review at the left, below the sentence: the middle of its foot decides on the next claim.
fn corner(state: &State) -> Align2 {
    match (state.view, &state.queue) {
        (View::Review, None) => Align2::LEFT_BOTTOM,
        _ => Align2::CENTER_BOTTOM,
    }
}

fn margin(state: &State) -> f32 {
    if corner(state) == Align2::LEFT_BOTTOM {
        16.0
    } else {
        0.0
    }
}

fn toast_ui(ui: &mut Ui, state: &State, toast: &Toast, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    theme.card().show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            ui.label(
                RichText::new(icons::STATE_ACCEPTED)
                    .font(icon_font(size::ICON))
                    .color(theme.color.ok),
            );
            label_ui(ui, &toast.sentence, Type::Body, theme.color.text);
            if let Some(shown) = &toast.shows {
                let help = match shown {
                    Shown::Folder(_) => "Open its folder",
                    Shown::Article(_) => "Read the first of them",
                };
                if link_ui(ui, "Show").on_hover_text(help).clicked() {
                    match shown {
                        Shown::Folder(path) => actions.push(Action::ShowInFolder(path.clone())),
                        Shown::Article(id) => actions.extend([Action::SelectArticle(*id), Action::Show(View::Read)]),
                    }
                    actions.push(Action::DropToast(toast.number));
                }
            }
            if toast.can_undo {
                same_dialog::offer_ui(ui, state);
                if link_ui(ui, "Undo it").clicked() {
                    actions.push(Action::Undo);
                    actions.push(Action::DropToast(toast.number));
                }
                key_cap_ui(ui, &keys_of(Command::Undo, state));
            }
            if ui
                .add(IconButton::new(icons::CLOSE, "Dismiss").icon_size(12.0))
                .clicked()
            {
                actions.push(Action::DropToast(toast.number));
            }
        });
    });
}

/// What happened, and on demand the names of the parts to which it happened.
fn sentence_ui(ui: &mut Ui, theme: &Theme, problem: &Problem) {
    let line_ui = |ui: &mut Ui, words: &str| {
        ui.add(
            egui::Label::new(Type::Body.text(words, theme.color.text))
                .wrap()
                .selectable(true),
        );
    };
    let (first, parts) = problem.sentence.split_once('\n').unwrap_or((&problem.sentence, ""));
    let num_parts = parts.lines().count();
    if num_parts < 2 {
        line_ui(ui, &problem.sentence);
        return;
    }
    line_ui(ui, first);
    let id = ui.scope_id().with((&problem.file, first));
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let words = if is_open { "Hide them" } else { "Show which ones" };
    if link_ui(ui, words).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
    if is_open {
        line_ui(ui, parts);
    }
}

/// Draws the list of problems as a panel.
pub(in crate::ui) fn problems_ui(ui: &mut Ui, state: &State, open: &mut bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        label_ui(ui, "Problems", Type::Strong, theme.color.text);
        label_ui(
            ui,
            state.messages.problems.len().to_string(),
            Type::Small,
            theme.color.muted,
        );
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui
                .add(IconButton::new(icons::CLOSE, "Close problems").keys(keys_of(Command::Problems, state)))
                .clicked()
            {
                *open = false;
            }
            let any = !state.messages.problems.is_empty();
            if any && ui.add(PushButton::new("Clear the list").quiet()).clicked() {
                actions.push(Action::Dismiss(None));
            }
        });
    });
    if state.messages.problems.is_empty() {
        label_ui(
            ui,
            "No problems. Every file was read in full.",
            Type::Body,
            theme.color.muted,
        );
    }
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for (at, problem) in state.messages.problems.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.label(
                    RichText::new(icons::WARNING)
                        .font(icon_font(size::ICON))
                        .color(theme.color.warn),
                );
                let width = ui.available_width() - 40.0;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    if !problem.file.is_empty() {
                        label_ui(ui, &problem.file, Type::Strong, theme.color.text);
                    }
                    sentence_ui(ui, theme, problem);
                });
                if ui
                    .add(IconButton::new(icons::CLOSE, "Take off the list").icon_size(12.0))
                    .clicked()
                {
                    actions.push(Action::Dismiss(Some(at)));
                }
            });
            ui.add_space(4.0);
        }
    });
}
