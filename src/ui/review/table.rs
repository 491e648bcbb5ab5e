//! The table of claims: heads that sort, rows drawn only where they are in sight.

use std::collections::BTreeSet;

use egui::{Align2, CursorIcon, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{checkbox_ui, focus_ring, label_ui};
use super::row::{Row, row_ui};
use crate::app::{Action, CheckState, HistoryAct, State};
use crate::show::{Column, Table};
use crate::store::ClaimId;

/// Height of the heads.
const HEAD: f32 = 30.0;
/// Below this width relay, scope and confidence are left out.
const ALL_COLUMNS_MIN: f32 = size::INSPECTOR_SIDE_MIN;
/// Room below the last row, so that every row can be scrolled clear of the bar for many.
const BELOW: f32 = 64.0;

/// Where the columns stand, from the left edge of the table.
pub(super) struct Columns {
    /// Each with its left and right edge.
    pub(super) places: Vec<(Column, f32, f32)>,
}

impl Columns {
    /// Shares out `width`: fixed ones first, the rest by weight among words, speaker, relay and article.
    fn new(width: f32) -> Self {
        let shown = |column: &Column| {
            width >= ALL_COLUMNS_MIN || !matches!(column, Column::Relay | Column::Scope | Column::Confidence)
        };
        let columns: Vec<Column> = Column::ALL.into_iter().filter(shown).collect();
        let fixed: f32 = columns.iter().map(|column| share(*column).0).sum();
        let weights: f32 = columns.iter().map(|column| share(*column).1).sum();
        let left = 46.0;
        let rest = (width - left - 18.0 - fixed).max(0.0);
        let mut x = left;
        let mut places = Vec::new();
        for column in columns {
            let (fixed, weight) = share(column);
            let wide = fixed + rest * weight / weights.max(0.01);
            places.push((column, x, x + wide - 12.0));
            x += wide;
        }
        Self { places }
    }
}

/// Least width and share of what is left.
fn share(column: Column) -> (f32, f32) {
    match column {
        Column::State => (104.0, 0.2),
        Column::Kind => (88.0, 0.2),
        Column::Figure => (88.0, 0.5),
        Column::Words => (90.0, 2.2),
        Column::Speaker => (100.0, 1.4),
        Column::Relay => (76.0, 0.6),
        Column::Article => (90.0, 3.2),
        Column::AsOf => (76.0, 0.3),
        Column::Scope => (70.0, 0.2),
        Column::Confidence => (82.0, 0.1),
        Column::Flags => (76.0, 0.9),
    }
}

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct TableView {
    /// The jump that was scrolled to.
    jump: u64,
    /// The row from which a range is checked.
    anchor: Option<ClaimId>,
}

impl TableView {
    /// Draws heads and rows into all of `ui`.
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (table, models): (&Table, &Models),
        actions: &mut Vec<Action>,
    ) {
        let all = ui.available_rect_before_wrap();
        let columns = Columns::new(all.width());
        let head = Rect::from_min_size(all.min, vec2(all.width(), HEAD));
        let body = Rect::from_min_max(pos2(all.left(), head.bottom()), all.max);
        heads_ui(ui, state, table, (head, &columns), actions);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
        if table.rows.is_empty() {
            nothing_ui(&mut inside, table, actions);
            return;
        }
        let mut area = ScrollArea::vertical().id_salt("claims").auto_shrink([false, false]);
        if let Some(offset) = self.offset_of_jump(ui, state, table, body.height()) {
            area = area.vertical_scroll_offset(offset);
        }
        inside.spacing_mut().item_spacing.y = 0.0;
        let shown = area.show_viewport(&mut inside, |ui, viewport| {
            let height = size::TABLE_ROW * table.rows.len() as f32 + BELOW;
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            let first = (viewport.top() / size::TABLE_ROW).floor().max(0.0) as usize;
            let last = (viewport.bottom() / size::TABLE_ROW).ceil().max(0.0) as usize;
            let rows = table.rows.get(first..last.min(table.rows.len())).unwrap_or_default();
            for (at, claim) in rows.iter().enumerate() {
                let top = rect.top() + size::TABLE_ROW * (first + at) as f32;
                let line = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), size::TABLE_ROW));
                let row = Row {
                    state,
                    models,
                    columns: &columns,
                    claim: *claim,
                    rect: line,
                };
                if let Some(click) = row_ui(ui, &row, actions) {
                    self.click((*claim, click), table, state, actions);
                }
            }
        });
        ui.data_mut(|data| data.insert_temp(offset_id(), shown.state.unclamped_offset().y));
    }

    /// Where to scroll so that the row that was jumped to is in sight; `None` where it is, or nothing was jumped to.
    fn offset_of_jump(&mut self, ui: &Ui, state: &State, table: &Table, height: f32) -> Option<f32> {
        if self.jump == state.selection.jump {
            return None;
        }
        self.jump = state.selection.jump;
        let at = table.rows.iter().position(|row| Some(*row) == state.selection.claim)?;
        let top = size::TABLE_ROW * at as f32;
        let now = ui.data(|data| data.get_temp::<f32>(offset_id())).unwrap_or(0.0);
        let seen = top >= now && top + size::TABLE_ROW + BELOW <= now + height;
        (!seen).then(|| (top - height / 3.0).max(0.0))
    }

    fn click(&mut self, (claim, click): (ClaimId, Click), table: &Table, state: &State, actions: &mut Vec<Action>) {
        match click {
            Click::Select => {
                self.anchor = Some(claim);
                actions.push(Action::SelectClaim(claim));
            }
            Click::Open => actions.push(Action::OpenInRead(claim)),
            Click::Check => {
                self.anchor = Some(claim);
                let on = !state.selection.checked.contains(&claim);
                actions.push(Action::Check(
                    vec![claim],
                    if on { CheckState::On } else { CheckState::Off },
                ));
            }
            Click::Range => {
                let anchor = self.anchor.or(state.selection.claim).unwrap_or(claim);
                let at = |id: ClaimId| table.rows.iter().position(|row| *row == id);
                if let (Some(a), Some(b)) = (at(anchor), at(claim)) {
                    let rows = table.rows.get(a.min(b)..=a.max(b)).unwrap_or_default();
                    actions.push(Action::Check(rows.to_vec(), CheckState::On));
                }
            }
        }
    }
}

/// What a click on a row asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Click {
    /// Make it the current one.
    Select,
    /// Show it in Read.
    Open,
    /// Check or uncheck it.
    Check,
    /// Check all from the last one to this.
    Range,
}

fn offset_id() -> egui::Id {
    egui::Id::unique("offset of claims")
}

fn heads_ui(ui: &mut Ui, state: &State, table: &Table, (head, columns): (Rect, &Columns), actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    ui.painter().rect_filled(head, 0, c.panel);
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, theme.hairline());
    check_all_ui(ui, state, table, head, actions);
    for (column, left, right) in &columns.places {
        let rect = Rect::from_min_max(pos2(left - 6.0, head.top()), pos2(right + 6.0, head.bottom()));
        let response = ui.interact(rect, egui::Id::unique(("head", column.id())), Sense::click());
        let sorted = state.review.sort_column == column.id();
        let label = format!("Sort by {}", column.title().to_lowercase());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, sorted, &label));
        let (style, ink) = if sorted {
            (Type::SmallStrong, c.text)
        } else {
            (Type::Small, if response.hovered() { c.text } else { c.muted })
        };
        let numbers = matches!(column, Column::Figure | Column::Confidence);
        let (x, align) = if numbers {
            (*right, Align2::RIGHT_CENTER)
        } else {
            (*left, Align2::LEFT_CENTER)
        };
        let words = ui
            .painter()
            .text(pos2(x, head.center().y), align, column.title(), style.font(), ink);
        if sorted {
            let icon = if state.review.descending {
                icons::NEXT_CLAIM
            } else {
                icons::PREVIOUS_CLAIM
            };
            let x = if numbers {
                words.left() - 4.0
            } else {
                words.right() + 4.0
            };
            let align = if numbers {
                Align2::RIGHT_CENTER
            } else {
                Align2::LEFT_CENTER
            };
            ui.painter()
                .text(pos2(x, head.center().y), align, icon, icon_font(12.0), c.text);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            actions.push(Action::SortReview(column.id().to_owned()));
        }
    }
}

fn check_all_ui(ui: &mut Ui, state: &State, table: &Table, head: Rect, actions: &mut Vec<Action>) {
    let checked = &state.selection.checked;
    let shown: BTreeSet<ClaimId> = table.rows.iter().copied().collect();
    let all = !shown.is_empty() && shown.is_subset(checked);
    let rect = Rect::from_center_size(pos2(head.left() + 22.0, head.center().y), vec2(16.0, 16.0));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("check all").max_rect(rect));
    let response = checkbox_ui(&mut inside, all, "Check all shown");
    if !all && !checked.is_empty() {
        let dash = Rect::from_center_size(rect.center(), vec2(8.0, 2.0));
        ui.painter().rect_filled(dash, 0, Theme::of(ui).color.accent);
    }
    if response.clicked() {
        let how = if all { CheckState::Off } else { CheckState::On };
        actions.push(Action::Check(table.rows.clone(), how));
    }
}

fn nothing_ui(ui: &mut Ui, table: &Table, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.vertical_centered(|ui| {
        ui.add_space(48.0);
        label_ui(ui, "No claims", Type::Strong, c.text);
        if table.num_claims == 0 {
            label_ui(ui, "No article with figures is open.", Type::Small, c.muted);
            return;
        }
        let words = format!("No claim passes the filter. {} are hidden by it.", table.num_claims);
        label_ui(ui, words, Type::Small, c.muted);
        ui.add_space(8.0);
        if ui
            .add(super::super::widgets::PushButton::new("Clear the filter"))
            .clicked()
        {
            actions.push(Action::FilterReview(String::new()));
            actions.push(Action::ReviewKind(None));
            actions.push(Action::UnreviewedOnly(false));
            actions.push(Action::InConflictOnly(false));
            actions.push(Action::History(HistoryAct::Since(None)));
        }
    });
}
