//! Heads of the table: a click sorts, the edge sets the width, dragging moves, the menu hides.

use egui::{
    Align2, CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{checkbox_ui, focus_ring};
use super::super::wish::{self, ReviewAsk, Wish};
use crate::app::{Action, CheckState, ReviewAct, State};
use crate::show::{Column, ColumnLook, Columns, Table};

/// By how much a key changes a width.
const STEP: f32 = 12.0;

/// The heads as they are to be drawn.
pub(super) struct Heads<'a> {
    pub(super) state: &'a State,
    pub(super) table: &'a Table,
    pub(super) look: &'a ColumnLook,
    pub(super) columns: &'a Columns,
    /// Where they stand.
    pub(super) rect: Rect,
    /// Left edge of the table, further left where it was scrolled.
    pub(super) left: f32,
}

/// What the heads keep between frames.
#[derive(Default)]
pub(super) struct HeadsView {
    /// Widths while an edge is dragged.
    pub(super) dragged: Option<ColumnLook>,
    /// Whether all rows are checked: for how many rows, how many checked ones and which generation that was found.
    all: Option<((usize, usize, u64), bool)>,
}

impl HeadsView {
    /// Draws the heads.
    pub(super) fn heads_ui(&mut self, ui: &mut Ui, heads: &Heads<'_>, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let rect = heads.rect;
        ui.painter().rect_filled(rect, 0, theme.color.panel);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        let mut inside = ui.new_child(UiBuilder::new().id_salt("heads").max_rect(rect));
        inside.set_clip_rect(rect.intersect(ui.clip_rect()));
        self.check_all_ui(&mut inside, heads, actions);
        let mut changed = None;
        for place in &heads.columns.places {
            let asked = self.head_ui(&mut inside, heads, place, actions);
            changed = asked.or(changed);
        }
        if let Some(look) = changed {
            actions.push(Action::Review(ReviewAct::Columns(look)));
        }
    }

    /// One head with its edge; gives the columns as they are to be where that changes.
    fn head_ui(
        &mut self,
        ui: &mut Ui,
        heads: &Heads<'_>,
        (column, left, right): &(Column, f32, f32),
        actions: &mut Vec<Action>,
    ) -> Option<ColumnLook> {
        let (left, right) = (heads.left + left, heads.left + right);
        let rect = Rect::from_min_max(
            pos2(left - 6.0, heads.rect.top()),
            pos2(right + 2.0, heads.rect.bottom()),
        );
        let response = ui.interact(rect, egui::Id::unique(("head", column.id())), Sense::click_and_drag());
        let sorted = heads.state.review.sort_column == column.id();
        let label = format!("Sort by {}", column.title().to_lowercase());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, sorted, &label));
        paint(ui, heads, (*column, left, right), &response);
        let mut changed = self.edge_ui(ui, heads, (*column, right));
        changed = by_key(ui, heads, *column, &response).or(changed);
        changed = by_drag(ui, heads, *column, &response).or(changed);
        response.context_menu(|ui| {
            changed = menu_ui(ui, heads, *column, actions).or_else(|| changed.take());
        });
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            actions.push(Action::SortReview(column.id().to_owned()));
        }
        changed
    }

    /// The right edge of a head: dragged it sets the width, a double click gives the usual one.
    fn edge_ui(&mut self, ui: &mut Ui, heads: &Heads<'_>, (column, right): (Column, f32)) -> Option<ColumnLook> {
        let center = pos2(right + 6.0, heads.rect.center().y);
        let rect = Rect::from_center_size(center, vec2(8.0, heads.rect.height()));
        let id = egui::Id::unique(("edge of head", column.id()));
        let response = ui
            .interact(rect, id, Sense::click_and_drag())
            .on_hover_cursor(CursorIcon::ResizeHorizontal);
        let theme = Theme::of(ui);
        if response.hovered() || response.dragged() {
            let stroke = Stroke::new(2.0, theme.color.accent);
            ui.painter().vline(center.x, heads.rect.y_range(), stroke);
        } else {
            let inner = heads.rect.shrink2(vec2(0.0, 8.0));
            ui.painter().vline(center.x, inner.y_range(), theme.hairline());
        }
        if response.drag_started() {
            let mut look = heads.look.clone();
            look.pin_until(heads.columns, column);
            self.dragged = Some(look);
        }
        if let (true, Some(at)) = (response.dragged(), response.interact_pointer_pos()) {
            let left = heads.columns.places.iter().find(|(one, ..)| *one == column);
            let left = heads.left + left.map_or(0.0, |(_, left, _)| *left);
            if let Some(look) = &mut self.dragged {
                look.set_width(column, Some(at.x - left + 6.0));
            }
        }
        if response.double_clicked() {
            self.dragged = None;
            let mut look = heads.look.clone();
            look.set_width(column, None);
            return Some(look);
        }
        if response.drag_stopped() {
            self.dragged.take()
        } else {
            None
        }
    }

    fn check_all_ui(&mut self, ui: &mut Ui, heads: &Heads<'_>, actions: &mut Vec<Action>) {
        let checked = &heads.state.selection.checked;
        let rows = &heads.table.rows;
        // other rows lie elsewhere, however many they are
        let key = (rows.as_ptr() as usize, checked.len(), heads.state.store.generation());
        let all = match self.all {
            _ if rows.is_empty() || checked.len() < rows.len() => false,
            Some((of, all)) if of == key => all,
            _ => rows.iter().all(|row| checked.contains(row)),
        };
        self.all = Some((key, all));
        let center = pos2(heads.left + 22.0, heads.rect.center().y);
        let rect = Rect::from_center_size(center, vec2(16.0, 16.0));
        let mut inside = ui.new_child(UiBuilder::new().id_salt("check all").max_rect(rect));
        let response = checkbox_ui(&mut inside, all, "Check all shown");
        if !all && !checked.is_empty() {
            let dash = Rect::from_center_size(rect.center(), vec2(8.0, 2.0));
            ui.painter().rect_filled(dash, 0, Theme::of(ui).color.accent);
        }
        if response.clicked() {
            let how = if all { CheckState::Off } else { CheckState::On };
            actions.push(Action::Check(rows.clone(), how));
        }
    }
}

fn paint(ui: &Ui, heads: &Heads<'_>, (column, left, right): (Column, f32, f32), response: &Response) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let sorted = heads.state.review.sort_column == column.id();
    let (style, ink) = if sorted {
        (Type::SmallStrong, c.text)
    } else {
        (Type::Small, if response.hovered() { c.text } else { c.muted })
    };
    let mid = heads.rect.center().y;
    let clip = Rect::from_min_max(
        pos2(left - 2.0, heads.rect.top()),
        pos2(right + 2.0, heads.rect.bottom()),
    );
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    let (x, align) = if column.is_number() {
        (right, Align2::RIGHT_CENTER)
    } else {
        (left, Align2::LEFT_CENTER)
    };
    let words = painter.text(pos2(x, mid), align, column.title(), style.font(), ink);
    if sorted {
        let icon = if heads.state.review.descending {
            icons::NEXT_CLAIM
        } else {
            icons::PREVIOUS_CLAIM
        };
        let (x, align) = if column.is_number() {
            (words.left() - 4.0, Align2::RIGHT_CENTER)
        } else {
            (words.right() + 4.0, Align2::LEFT_CENTER)
        };
        painter.text(pos2(x, mid), align, icon, icon_font(12.0), c.text);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, response.rect.shrink(4.0), size::ROUND);
    }
}

/// With the focus: Shift and an arrow move the column, Ctrl and an arrow set its width.
fn by_key(ui: &Ui, heads: &Heads<'_>, column: Column, response: &Response) -> Option<ColumnLook> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let mut look = heads.look.clone();
    for (key, by) in [(Key::ArrowLeft, -1.0), (Key::ArrowRight, 1.0)] {
        if pressed(Modifiers::SHIFT, key) {
            look.step(column, by as isize);
            return Some(look);
        }
        if pressed(Modifiers::COMMAND, key) {
            look.pin_until(heads.columns, column);
            let place = heads.columns.places.iter().find(|(one, ..)| *one == column);
            let wide = place.map_or(0.0, |(_, left, right)| right - left + 12.0);
            look.set_width(column, Some(wide + by * STEP));
            return Some(look);
        }
    }
    None
}

/// Dragged and let go over another head the column takes its place.
fn by_drag(ui: &Ui, heads: &Heads<'_>, column: Column, response: &Response) -> Option<ColumnLook> {
    let at = response.interact_pointer_pos()?;
    let over = heads
        .columns
        .places
        .iter()
        .find(|(_, left, right)| at.x >= heads.left + left - 6.0 && at.x < heads.left + right + 6.0);
    let (target, left, _) = over.filter(|(target, ..)| *target != column)?;
    if response.dragged() {
        let stroke = Stroke::new(2.0, Theme::of(ui).color.accent);
        ui.painter()
            .vline(heads.left + left - 6.0, heads.rect.y_range(), stroke);
    }
    if !response.drag_stopped() {
        return None;
    }
    let mut look = heads.look.clone();
    look.move_to(column, *target);
    Some(look)
}

/// What can be done with one column.
fn menu_ui(ui: &mut Ui, heads: &Heads<'_>, column: Column, actions: &mut Vec<Action>) -> Option<ColumnLook> {
    ui.set_min_width(190.0);
    let mut changed = None;
    let mut offer = |ui: &mut Ui, word: &str, change: &dyn Fn(&mut ColumnLook)| {
        if ui.button(word).clicked() {
            let mut look = heads.look.clone();
            change(&mut look);
            changed = Some(look);
            ui.close();
        }
    };
    offer(ui, "Hide this column", &|look| look.toggle(column));
    offer(ui, "Move left", &|look| look.step(column, -1));
    offer(ui, "Move right", &|look| look.step(column, 1));
    offer(ui, "Usual width", &|look| look.set_width(column, None));
    ui.separator();
    offer(ui, "Usual columns", &|look| *look = ColumnLook::default());
    if ui.button("Columns...").clicked() {
        wish::make(ui.ctx(), Wish::Review(ReviewAsk::Columns));
        ui.close();
    }
    if ui.button("Sort by this column").clicked() {
        actions.push(Action::SortReview(column.id().to_owned()));
        ui.close();
    }
    changed
}
