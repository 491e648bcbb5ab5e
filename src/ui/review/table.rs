//! The table of claims: heads, and rows drawn only where they are in sight.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use super::super::theme::{Theme, Type, size};
use super::super::widgets::label_ui;
use super::heads::{Heads, HeadsView};
use super::row::{Row, row_ui};
use super::rows::Rows;
use crate::app::{Action, CheckState, HistoryAct, ReviewAct, State};
use crate::show::{ColumnLook, Columns, NarrowChange, Table};
use crate::store::ClaimId;

/// Height of the heads.
const HEAD: f32 = 30.0;
/// Below this width relay, scope and confidence are left out.
const ALL_COLUMNS_MIN: f32 = size::INSPECTOR_SIDE_MIN;
/// Room below the last row, so that every row can be scrolled clear of the bar for many.
const BELOW: f32 = 64.0;

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct TableView {
    /// The jump that was scrolled to.
    jump: u64,
    /// The row from which a range is checked.
    anchor: Option<ClaimId>,
    heads: HeadsView,
    /// The columns as the settings have them, and the words these are.
    look: (Vec<String>, ColumnLook),
    /// How far the table was scrolled to the right in the frame before.
    scrolled: f32,
    /// How high the rows were in the frame before.
    height: f32,
}

impl TableView {
    /// Draws heads and rows into all of `ui`.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, state: &State, rows: &Rows, actions: &mut Vec<Action>) {
        let table = &rows.table;
        let all = ui.available_rect_before_wrap();
        if self.look.0 != state.settings.columns {
            let words = state.settings.columns.clone();
            self.look = (words.clone(), ColumnLook::from_words(&words));
        }
        let look = self.heads.dragged.clone().unwrap_or_else(|| self.look.1.clone());
        let columns = Columns::new(&look, all.width(), all.width() < ALL_COLUMNS_MIN);
        let body = Rect::from_min_max(pos2(all.left(), all.top() + HEAD), all.max);
        if table.rows.is_empty() {
            let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
            nothing_ui(&mut inside, table, actions);
        } else {
            self.rows_ui(ui, state, (rows, &columns, body), actions);
        }
        let heads = Heads {
            state,
            table,
            look: &look,
            columns: &columns,
            rect: Rect::from_min_size(all.min, vec2(all.width(), HEAD)),
            left: all.left() - self.scrolled,
        };
        self.heads.heads_ui(ui, &heads, actions);
    }

    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        (rows, columns, body): (&Rows, &Columns, Rect),
        actions: &mut Vec<Action>,
    ) {
        let table = &rows.table;
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
        let mut area = ScrollArea::both().id_salt("claims").auto_shrink([false, false]);
        if let Some(offset) = self.offset_of_jump(ui, state, table, body.height()) {
            area = area.vertical_scroll_offset(offset);
        }
        inside.spacing_mut().item_spacing.y = 0.0;
        let shown = area.show_viewport(&mut inside, |ui, viewport| {
            let height = size::TABLE_ROW * table.rows.len() as f32 + BELOW;
            // What fits is as wide as the area, so that no bar for scrolling to the right comes.
            let wide = if columns.width > body.width() + 0.5 {
                columns.width
            } else {
                0.0
            };
            let (rect, _) = ui.allocate_exact_size(vec2(wide, height), Sense::hover());
            let width = columns.width.max(ui.available_width());
            let first = (viewport.top() / size::TABLE_ROW).floor().max(0.0) as usize;
            let last = (viewport.bottom() / size::TABLE_ROW).ceil().max(0.0) as usize;
            let seen = table.rows.get(first..last.min(table.rows.len())).unwrap_or_default();
            for (at, claim) in seen.iter().enumerate() {
                let top = rect.top() + size::TABLE_ROW * (first + at) as f32;
                let line = Rect::from_min_size(pos2(rect.left(), top), vec2(width, size::TABLE_ROW));
                let row = Row {
                    state,
                    flags: &rows.flags,
                    speakers: &rows.speakers,
                    columns,
                    claim: *claim,
                    rect: line,
                };
                if let Some(click) = row_ui(ui, &row, actions) {
                    self.click((*claim, click), table, state, actions);
                }
            }
        });
        let offset = shown.state.unclamped_offset();
        self.scrolled = offset.x;
        ui.data_mut(|data| data.insert_temp(offset_id(), offset.y));
    }

    /// Where to scroll so that the row that was jumped to is in sight, or the selected one still is where the rows get less
    /// room; `None` where it is, or nothing was jumped to.
    fn offset_of_jump(&mut self, ui: &Ui, state: &State, table: &Table, height: f32) -> Option<f32> {
        let before = std::mem::replace(&mut self.height, height);
        let jumped = std::mem::replace(&mut self.jump, state.selection.jump) != state.selection.jump;
        if !jumped && height >= before {
            return None;
        }
        let at = table.rows.iter().position(|row| Some(*row) == state.selection.claim)?;
        let top = size::TABLE_ROW * at as f32;
        let end = top + size::TABLE_ROW + BELOW;
        let now = ui.data(|data| data.get_temp::<f32>(offset_id())).unwrap_or(0.0);
        let seen = |height: f32| top >= now && top + size::TABLE_ROW <= now + height;
        if jumped {
            let clear = seen(height) && end <= now + height;
            return (!clear).then(|| (top - height / 3.0).max(0.0));
        }
        (seen(before) && !seen(height)).then(|| (end - height).max(0.0))
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
            actions.push(Action::Review(ReviewAct::Narrow(NarrowChange::Clear)));
            actions.push(Action::History(HistoryAct::Since(None)));
        }
    });
}
