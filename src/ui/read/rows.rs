//! An imported table in Read: its rows under the names of their columns, each row the quote of its claims.

use egui::{Align2, CursorIcon, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, size};
use super::super::widgets::{PushButton, focus_ring, hairline_ui, label_ui};
use super::split::{CHAR, NUMBERS, PAD, Split, Splitting};
use crate::app::{Action, State};
use crate::article::GridRow;
use crate::base::Span;
use crate::claim::Claim;
use crate::read::cell_spans;
use crate::show::words;
use crate::store::{ArticleId, ArticleRecord, ClaimId, Role as WordsOf, Status};

/// Tables of no more bytes are split in the frame.
const SMALL: usize = 100_000;

/// What the view keeps between frames.
#[derive(Default)]
pub(super) struct RowsView {
    splitting: Splitting,
    /// The last jump of the state that was carried out.
    jump: u64,
}

/// The claims of a row.
fn claims_of(state: &State, article: ArticleId, row: &GridRow) -> Vec<ClaimId> {
    let within = state.store.claims_within(article, row.span);
    within.map(|record| record.id).collect()
}

/// The number of the row that a claim stands for.
fn row_of(made: &Split, state: &State, claim: ClaimId) -> Option<usize> {
    let start = state.store.claim(claim)?.claim().sentence.start();
    made.grid.rows.binary_search_by_key(&start, |row| row.span.start()).ok()
}

/// The row as it is read aloud and copied: a line for each filled cell.
fn told(made: &Split, row: &GridRow) -> String {
    let cells = made.grid.columns.iter().zip(&row.cells);
    let lines = cells.filter(|(_, cell)| !cell.is_empty());
    let lines: Vec<String> = lines.map(|(name, cell)| format!("{name}: {cell}")).collect();
    lines.join("\n")
}

/// Where the table lies.
struct Place {
    origin: egui::Pos2,
    viewport: Rect,
}

impl RowsView {
    /// Draws the table into all of `ui`.
    pub(super) fn rows_ui(&mut self, ui: &mut Ui, state: &State, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
        let text = &article.reading.article.text;
        let wake = ui.ctx().clone();
        let made = match self.splitting.split(text, SMALL, move || wake.request_repaint()) {
            Some(Some(made)) => made,
            Some(None) => {
                let words = "This table can no longer be read as one.";
                label_ui(ui, words, Type::Body, theme.color.muted);
                return;
            }
            None => {
                ui.vertical_centered(|ui| {
                    ui.add_space(ui.available_height() * 0.4);
                    label_ui(ui, "Listing rows", Type::Body, theme.color.muted);
                });
                return;
            }
        };
        let made = &*made;
        ui.spacing_mut().item_spacing.y = 0.0;
        head_ui(ui, (state, made), article, actions);
        hairline_ui(ui);
        let fresh = state.selection.jump != self.jump;
        self.jump = state.selection.jump;
        let asked = state.selection.claim.filter(|_| fresh);
        let asked = asked.and_then(|claim| row_of(made, state, claim));
        let total = vec2(
            NUMBERS + made.widths.iter().sum::<f32>(),
            size::TABLE_ROW * (made.grid.rows.len() + 1) as f32,
        );
        ScrollArea::both()
            .id_salt(("rows of a table", article.id))
            .auto_shrink([false, false])
            .show_viewport(ui, |ui, viewport| {
                let (all, _) = ui.allocate_exact_size(total, Sense::hover());
                let place = Place {
                    origin: all.min,
                    viewport,
                };
                if let Some(row) = asked {
                    let top = all.top() + size::TABLE_ROW * row as f32;
                    // the head lies over the row above
                    let rect = Rect::from_min_size(
                        pos2(all.left() + viewport.left(), top),
                        vec2(1.0, size::TABLE_ROW * 2.0),
                    );
                    ui.scroll_to_rect(rect, Some(egui::Align::Center));
                }
                body_ui(ui, state, (article.id, made, &place), actions);
                names_ui(ui, made, &place);
            });
    }
}

/// The file, how much is in it, and the way to say anew what its columns mean.
fn head_ui(ui: &mut Ui, (state, made): (&State, &Split), article: &ArticleRecord, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), size::TOOL_BAR),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.add_space(16.0);
            label_ui(ui, words::short(article.title(), 48), Type::Strong, c.text);
            let rows = made.grid.rows.len();
            let claims = state.store.num_claims_of(article.id);
            let told = format!("{}, {}", words::count(rows, "row"), words::count(claims, "claim"));
            label_ui(ui, told, Type::Small, c.muted);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(16.0);
                let button =
                    PushButton::new("What the columns mean...").help("Read the table another way; decisions stay");
                if ui.add(button).clicked() {
                    actions.push(Action::MapTable(article.id));
                }
            });
        },
    );
}

/// The rows in sight.
fn body_ui(ui: &mut Ui, state: &State, table: (ArticleId, &Split, &Place), actions: &mut Vec<Action>) {
    let (_, made, place) = table;
    let first = (place.viewport.top() / size::TABLE_ROW).floor().max(0.0) as usize;
    let num = (place.viewport.height() / size::TABLE_ROW).ceil().max(0.0) as usize + 1;
    for (at, row) in made
        .grid
        .rows
        .iter()
        .enumerate()
        .skip(first.saturating_sub(1))
        .take(num + 1)
    {
        let top = place.origin.y + size::TABLE_ROW * (at + 1) as f32;
        let left = place.origin.x + place.viewport.left();
        let rect = Rect::from_min_size(pos2(left, top), vec2(place.viewport.width(), size::TABLE_ROW));
        row_ui(ui, state, table, (at, row, rect), actions);
    }
}

fn row_ui(
    ui: &mut Ui,
    state: &State,
    (article, made, place): (ArticleId, &Split, &Place),
    (at, row, rect): (usize, &GridRow, Rect),
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let claims = claims_of(state, article, row);
    let sense = if claims.is_empty() {
        Sense::hover()
    } else {
        Sense::click()
    };
    let response = ui.interact(rect, egui::Id::unique(("row of a table", row.span.start())), sense);
    let selected = state.selection.claim.filter(|claim| claims.contains(claim));
    let label = format!(
        "Row {}, {}: {}",
        at + 1,
        words::count(claims.len(), "claim"),
        row.cells.join(", ")
    );
    response.widget_info(|| WidgetInfo::selected(Role::Link, !claims.is_empty(), selected.is_some(), &label));
    let lit = state.selection.hovered.is_some_and(|claim| claims.contains(&claim));
    let ground = match (selected, lit || response.hovered()) {
        (Some(_), _) => Some(c.row_selected),
        (None, true) => Some(c.row_hover),
        (None, false) => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, 0, ground);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, c.grid));
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), size::ROUND);
    }
    cells_ui(ui, state, (made, place), (row, rect, &claims, selected));
    number_ui(ui, state, (at, rect), (&claims, ground));
    let response = response.on_hover_ui(|ui| {
        let c = &Theme::of(ui).color;
        label_ui(ui, told(made, row), Type::Small, c.text);
    });
    response.context_menu(|ui| {
        if ui.button("Copy row").clicked() {
            ui.ctx().copy_text(told(made, row));
            ui.close();
        }
    });
    if response.clicked() {
        response.request_focus();
        // a click on the row again goes on to its next claim
        let next = selected.and_then(|claim| claims.iter().position(|other| *other == claim));
        let next = next.map_or(0, |at| (at + 1) % claims.len());
        actions.extend(claims.get(next).copied().map(Action::SelectClaim));
    }
    if response.hovered() && !claims.is_empty() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        actions.extend(claims.first().filter(|_| !lit).map(|claim| Action::Hover(Some(*claim))));
    }
}

/// The cells in sight; those that the selected claim is made of are lit, numbers of other claims underlined.
fn cells_ui(
    ui: &Ui,
    state: &State,
    (made, place): (&Split, &Place),
    (row, rect, of_row, selected): (&GridRow, Rect, &[ClaimId], Option<ClaimId>),
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let spans = cell_spans(&made.text, row.span, made.grid.columns.len()).unwrap_or_default();
    let claim_of = |claim: ClaimId| state.store.claim(claim).map(|record| record.claim());
    let chosen = selected.and_then(claim_of);
    let claims: Vec<&Claim> = of_row.iter().filter_map(|claim| claim_of(*claim)).collect();
    let mut x = place.origin.x + NUMBERS;
    for (at, width) in made.widths.iter().enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(*width, rect.height()));
        x += width;
        if cell.right() < rect.left() || cell.left() > rect.right() {
            continue;
        }
        let span = spans.get(at).copied();
        let holds = |of: &dyn Fn(&Claim) -> Vec<Span>| {
            let claim = chosen?;
            of(claim).into_iter().any(|own| Some(own) == span).then_some(claim)
        };
        let number = holds(&|claim| claim.roles.number.into_iter().collect());
        let role = number.or_else(|| holds(&roles));
        let inner = cell.shrink2(Vec2::new(3.0, 4.0));
        if let Some(claim) = role {
            let kind = theme.kind(claim.kind);
            ui.painter().rect_filled(inner, 3, kind.fill);
        }
        let counted = claims.iter().find(|claim| span.is_some() && claim.roles.number == span);
        if let Some(claim) = counted {
            let ink = theme.kind(claim.kind).ink;
            let y = inner.bottom() - 1.0;
            ui.painter().hline(inner.x_range(), y, egui::Stroke::new(1.5, ink));
        }
        let style = if number.is_some() {
            Type::SmallStrong
        } else {
            Type::Small
        };
        let ink = if claims.is_empty() { c.faint } else { c.text };
        let most = ((width - 2.0 * PAD) / CHAR).max(3.0) as usize + 2;
        let words = words::short(row.cell(at), most);
        let is_number = counted.is_some();
        let (x, align) = if is_number {
            (cell.right() - PAD, Align2::RIGHT_CENTER)
        } else {
            (cell.left() + PAD, Align2::LEFT_CENTER)
        };
        let painter = ui.painter().with_clip_rect(cell.intersect(ui.clip_rect()));
        painter.text(pos2(x, cell.center().y), align, words, style.font(), ink);
    }
}

/// The cells that a claim is made of.
fn roles(claim: &Claim) -> Vec<Span> {
    let roles = WordsOf::ALL.into_iter().filter(|role| *role != WordsOf::Number);
    roles.filter_map(|role| role.read(&claim.roles)).collect()
}

/// The number of the row, over cells that scrolled below it, with a mark by kind for each of its claims.
fn number_ui(ui: &Ui, state: &State, (at, rect): (usize, Rect), (claims, ground): (&[ClaimId], Option<egui::Color32>)) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let place = Rect::from_min_size(rect.min, vec2(NUMBERS, rect.height() - 1.0));
    ui.painter().rect_filled(place, 0, ground.unwrap_or(c.sheet));
    let number = words::number(at as u64 + 1);
    let end = pos2(place.right() - 22.0, place.center().y);
    ui.painter()
        .text(end, Align2::RIGHT_CENTER, number, Type::Small.font(), c.faint);
    for (nth, claim) in claims.iter().take(3).enumerate() {
        let Some(record) = state.store.claim(*claim) else {
            continue;
        };
        let ink = theme.kind(record.claim().kind).ink;
        let center = pos2(place.right() - 14.0 + 5.0 * nth as f32, place.center().y);
        match record.status() {
            Status::Unreviewed => ui.painter().circle_stroke(center, 2.5, egui::Stroke::new(1.0, ink)),
            _ => ui.painter().circle_filled(center, 2.5, ink),
        };
    }
}

/// The names of the columns, over rows that scrolled below them.
fn names_ui(ui: &Ui, made: &Split, place: &Place) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let corner = place.origin + place.viewport.min.to_vec2();
    let head = Rect::from_min_size(corner, vec2(place.viewport.width(), size::TABLE_ROW));
    ui.painter().rect_filled(head, 0, c.panel);
    let mut x = place.origin.x + NUMBERS;
    for (name, width) in made.grid.columns.iter().zip(&made.widths) {
        let cell = Rect::from_min_size(pos2(x, head.top()), vec2(*width, head.height()));
        x += width;
        if cell.right() < head.left() || cell.left() > head.right() {
            continue;
        }
        let painter = ui.painter().with_clip_rect(cell.intersect(ui.clip_rect()));
        let at = pos2(cell.left() + PAD, cell.center().y);
        painter.text(at, Align2::LEFT_CENTER, name, Type::SmallStrong.font(), c.muted);
    }
    let corner = Rect::from_min_size(head.min, vec2(NUMBERS, head.height()));
    ui.painter().rect_filled(corner, 0, c.panel);
    let at = pos2(corner.right() - 22.0, corner.center().y);
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, "Row", Type::Small.font(), c.muted);
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, theme.hairline());
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::RowsView;
    use crate::app::Action;
    use crate::article::{self, Grid};
    use crate::read::{guess, table_reading};
    use crate::store::{ArticleId, NewArticle, Origin, Store};
    use crate::ui::Backend as _;
    use crate::ui::testing::TestBackend;
    use crate::ui::theme;

    const TABLE: &str = "day,town,killed,injured,source\n14 March 2031,Estrava,3,\"1,200\",Police\n\
                         15 March 2031,Dunmoor,4,7,Police\n16 March 2031,Norhaven,,,Parish\n";

    fn store() -> Store {
        let mut store = Store::default();
        let article = article::read(TABLE.as_bytes(), "towns.csv");
        let grid = Grid::read(TABLE).expect("a table");
        let reading = table_reading(article, &grid, &guess(&grid));
        let new = NewArticle {
            origin: Origin::Pasted,
            file_name: "towns.csv".to_owned(),
            sha256: "0".repeat(64),
            reading,
            rules_version: "test".to_owned(),
        };
        let edit = store.add_articles(vec![new]);
        store.commit(edit, "2031-03-17T09:00:00Z");
        store
    }

    #[test]
    fn rows_stand_under_their_columns_and_select_their_claims() {
        let backend = TestBackend::new(store());
        let draw = |ui: &mut egui::Ui, (backend, view): &mut (TestBackend, RowsView)| {
            let mut actions = Vec::new();
            let article = Arc::clone(backend.state.store.article(ArticleId(1)).expect("the table"));
            view.rows_ui(ui, &backend.state, &article, &mut actions);
            for action in actions {
                backend.act(action);
                ui.ctx().request_repaint();
            }
        };
        let mut harness = Harness::builder()
            .with_size([900.0, 500.0])
            .with_max_steps(16)
            .with_context_setup(theme::install)
            .build_ui_state(draw, (backend, RowsView::default()));
        harness.run();
        let kind = |harness: &Harness<'_, (TestBackend, RowsView)>| {
            let state = &harness.state().0.state;
            let claim = state.selection.claim.and_then(|claim| state.store.claim(claim));
            claim.map(|record| record.claim().kind.id())
        };
        harness.get_by_label("3 rows, 4 claims");
        let first = "Row 1, 2 claims: 14 March 2031, Estrava, 3, 1,200, Police";
        for expected in ["killed", "injured", "killed"] {
            harness.get_by_label(first).click();
            harness.run();
            assert_eq!(kind(&harness), Some(expected));
        }
        assert!(
            harness
                .query_by_label("Row 3, 0 claims: 16 March 2031, Norhaven, , , Parish")
                .is_some()
        );
        harness.get_by_label("What the columns mean...").click();
        harness.run();
        assert!(harness.state().0.asked.contains(&Action::MapTable(ArticleId(1))));
    }
}
