//! The Read view: library, article, inspector, strip of charts.

mod beside;
pub mod inspector;
mod library;
mod library_row;
mod rail;
mod rows;
mod split;
mod table;
#[cfg(test)]
mod tests_orphans;

use egui::{CentralPanel, Frame, Panel, Ui, UiBuilder};

use self::beside::BesideView;
use self::inspector::Inspector;
use self::library::Library;
use self::rows::RowsView;
use self::table::ArticleTable;
use super::article::Reader;
use super::compare::strip_ui;
use super::find::{FindPanel, bar_ui};
use super::theme::{Theme, Type, size};
use super::widgets::label_ui;
use super::wish::{self, Wish};
use crate::app::{Action, State};

/// What the view keeps between frames.
#[derive(Default)]
pub struct ReadView {
    library: Library,
    reader: Reader,
    rows: RowsView,
    inspector: Inspector,
    table: ArticleTable,
    find: FindPanel,
    beside: BesideView,
    /// True while the whole library lies over the article in a narrow window.
    library_over: bool,
    /// Counts up with every reset of the layout: panels forget their sizes.
    layout: u32,
}

impl ReadView {
    /// Draws the view into all of `ui`.
    pub fn view_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        // what stands beside the view, as the history does, takes its room
        let window = egui::vec2(ui.available_width(), ui.ctx().content_rect().height());
        if wish::take(ui.ctx(), Wish::ResetLayout) {
            self.layout += 1;
        }
        let two = BesideView::articles(state).is_some() && !state.library.table_open;
        let whole_library = window.x
            >= if two {
                beside::LIBRARY_MIN
            } else {
                size::LIBRARY_FULL_MIN
            };
        if FindPanel::is_open(state) {
            self.find_panel_ui(ui, state, actions);
        } else if state.settings.show_library {
            if whole_library {
                self.library_panel_ui(ui, state, actions);
            } else {
                self.rail_panel_ui(ui, state, actions);
            }
        }
        let has_room = window.x
            >= if two {
                beside::INSPECTOR_MIN
            } else {
                size::INSPECTOR_SIDE_MIN
            };
        let drawer = !has_room && !two && state.selection.claim.is_some();
        if (has_room || drawer) && !state.library.table_open {
            self.inspector_panel_ui(ui, state, actions);
        }
        if !state.library.table_open {
            self.strip_panel_ui(ui, state, window.y, actions);
        }
        CentralPanel::no_frame().show(ui, |ui| self.middle_ui(ui, state, actions));
        if self.library_over && !whole_library && !FindPanel::is_open(state) {
            self.library_over_ui(ui, state, actions);
        }
    }

    fn library_panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        self.library_over = false;
        let width = if ui.ctx().content_rect().width() >= 2400.0 {
            320.0
        } else {
            size::LIBRARY
        };
        Panel::left(("library", self.layout))
            .default_size(width)
            .size_range(220.0..=420.0)
            .frame(Frame::NONE)
            .show(ui, |ui| self.library.library_ui(ui, state, actions));
    }

    fn find_panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        Panel::left(("find", self.layout))
            .default_size(320.0)
            .size_range(240.0..=520.0)
            .frame(Frame::NONE)
            .show(ui, |ui| self.find.panel_ui(ui, state, actions));
    }

    fn rail_panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        if wish::take(ui.ctx(), Wish::FocusFilter) {
            self.library_over = true;
            wish::make(ui.ctx(), Wish::FocusFilter);
        }
        Panel::left("rail")
            .exact_size(size::LIBRARY_RAIL)
            .resizable(false)
            .frame(Frame::NONE)
            .show(ui, |ui| {
                let list = self.library.list(state);
                if rail::rail_ui(ui, state, list, actions) {
                    self.library_over = !self.library_over;
                }
            });
    }

    fn inspector_panel_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let window = ui.ctx().content_rect().width();
        let width = match window {
            w if w >= 2400.0 => 400.0,
            w if w >= size::LIBRARY_FULL_MIN => size::INSPECTOR,
            _ => size::INSPECTOR_NARROW,
        };
        let wide = window >= size::LIBRARY_FULL_MIN;
        Panel::right(("inspector", self.layout, wide))
            .default_size(width)
            .size_range(280.0..=520.0)
            .frame(Frame::NONE)
            .show(ui, |ui| self.inspector.inspector_ui(ui, state, actions));
    }

    fn strip_panel_ui(&self, ui: &mut Ui, state: &State, height: f32, actions: &mut Vec<Action>) {
        let low = height < size::STRIP_THREE_MIN_HEIGHT;
        let theme = Theme::of(ui);
        Panel::bottom(("strip", self.layout, low))
            .default_size(if low { size::STRIP_NARROW } else { size::STRIP })
            .size_range(80.0..=320.0)
            .frame(Frame::new().fill(theme.color.panel))
            .show(ui, |ui| {
                let rect = ui.max_rect();
                ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| strip_ui(ui, state, actions));
                ui.advance_cursor_after_rect(rect);
            });
    }

    fn middle_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        if state.library.table_open {
            let list = self.library.list(state);
            self.table.table_ui(ui, state, list, actions);
            return;
        }
        bar_ui(ui, state, actions);
        match state.selection.article.and_then(|id| state.store.article(id)) {
            Some(_) if BesideView::articles(state).is_some() => {
                self.beside.both_ui(ui, state, &mut self.reader, actions);
            }
            Some(article) if article.is_table() => self.rows.rows_ui(ui, state, article, actions),
            Some(article) => {
                self.beside.close(&mut self.reader);
                let rest = UiBuilder::new().max_rect(ui.available_rect_before_wrap());
                ui.scope_builder(rest, |ui| self.reader.reader_ui(ui, state, article, actions));
            }
            None => {
                ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
                ui.centered_and_justified(|ui| {
                    label_ui(ui, "Choose an article in the library.", Type::Body, theme.color.muted);
                });
            }
        }
    }

    /// The library over the article; a click beside it closes it, and so does choosing an article.
    fn library_over_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let area = ui.max_rect();
        let left = area.left() + size::LIBRARY_RAIL;
        let rect = egui::Rect::from_min_max(
            egui::pos2(left, area.top()),
            egui::pos2(left + size::LIBRARY, area.bottom()),
        );
        let before = actions.len();
        egui::Area::new(egui::Id::unique("library over"))
            .order(egui::Order::Middle)
            .fixed_pos(rect.min)
            .show(ui.ctx(), |ui| {
                Frame::new()
                    .fill(theme.color.panel)
                    .shadow(theme.sheet_shadow())
                    .show(ui, |ui| {
                        ui.set_min_size(rect.size());
                        ui.set_max_size(rect.size());
                        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
                        self.library.library_ui(ui, state, actions);
                    });
            });
        let chosen = actions
            .iter()
            .skip(before)
            .any(|action| matches!(action, Action::SelectArticle(_)));
        let pressed = ui.input(|input| {
            input
                .pointer
                .any_pressed()
                .then(|| input.pointer.interact_pos())
                .flatten()
        });
        let beside = pressed.is_some_and(|at| !rect.contains(at) && at.x > left) && !egui::Popup::is_any_open(ui.ctx());
        if chosen || beside {
            self.library_over = false;
        }
    }
}
