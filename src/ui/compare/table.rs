//! The table of sources by day below the charts, and the key of the marks.

use egui::{Align2, CursorIcon, Painter, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{IconButton, segmented_ui};
use super::paint::source_color;
use crate::app::{Action, CompareChange, State};
use crate::show::{DayCell, DayTable, LinesBy, quote, words};
use crate::store::ClaimId;

/// Width of the column of names.
const NAMES: f32 = 190.0;
/// Widest and narrowest day.
const DAY: (f32, f32) = (96.0, 250.0);

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct TableView {
    /// True where only its bar is shown.
    pub(super) folded: bool,
    /// True where the findings stand in its place (narrow windows).
    pub(super) findings: bool,
}

impl TableView {
    /// The bar above the table: kinds, the key of the marks, copy and fold. `tab` names the tab of findings where they
    /// have no room of their own.
    pub(super) fn bar_ui(
        &mut self,
        ui: &mut Ui,
        (state, models): (&State, &Models),
        tab: Option<&str>,
        actions: &mut Vec<Action>,
    ) {
        ui.spacing_mut().item_spacing.x = 8.0;
        let kinds = &state.compare.kinds;
        let mut names: Vec<&str> = kinds.iter().map(|kind| words::kind(*kind)).collect();
        names.extend(tab);
        let findings = tab.is_some() && self.findings;
        let chosen = kinds
            .iter()
            .position(|kind| *kind == state.compare.table_kind && !findings);
        let chosen = if findings {
            kinds.len()
        } else {
            chosen.unwrap_or(usize::MAX)
        };
        if let Some(at) = segmented_ui(ui, chosen, &names) {
            self.findings = at == kinds.len();
            self.folded = false;
            if let Some(kind) = kinds.get(at) {
                actions.push(Action::Compare(CompareChange::TableKind(*kind)));
            }
        }
        ui.add_space(8.0);
        super::key::key_ui(ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (icon, name) = if self.folded {
                (icons::PREVIOUS_CLAIM, "Show the table")
            } else {
                (icons::NEXT_CLAIM, "Fold the table")
            };
            if ui.add(IconButton::new(icon, name)).clicked() {
                self.folded = !self.folded;
            }
            if ui.add(IconButton::new(icons::COPY_TABLE, "Copy the table")).clicked() {
                ui.ctx().copy_text(as_text(models));
            }
        });
    }
}

fn head_of(by: LinesBy) -> &'static str {
    match by {
        LinesBy::Speaker => "Speaker",
        LinesBy::Publisher => "Publisher",
        LinesBy::Article | LinesBy::Automatic => "Article",
        LinesBy::SpeakerInPublisher => "Speaker in publisher",
    }
}

fn as_text(models: &Models) -> String {
    let chart = &models.table;
    let name = |source: usize| {
        let row = models.charts.sources.get(source);
        row.map(|row| row.source.name.clone()).unwrap_or_default()
    };
    let figure = |point: usize| {
        let point = chart.points.get(point);
        point
            .map(|point| words::figure(&point.figure).replace('\u{a0}', " "))
            .unwrap_or_default()
    };
    models.days.lines(head_of(models.charts.lines_by), name, figure)
}

/// Draws the table into all of `ui`; the names stay while days scroll. Gives the figure under the pointer.
pub(super) fn days_ui(ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) -> Option<ClaimId> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let table = &models.days;
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0, c.sheet);
    if table.rows.is_empty() {
        // Takes all the room, else the panel would shrink.
        ui.allocate_rect(rect, Sense::hover());
        let kind = words::kind(models.table.kind).to_lowercase();
        let words = format!("No figures for {kind} with a day and a number");
        ui.painter()
            .text(rect.center(), Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
        return None;
    }
    let room = (rect.width() - NAMES - 12.0) / table.days.len().max(1) as f32;
    let day_width = room.clamp(DAY.0, DAY.1);
    let width = NAMES + day_width * table.days.len() as f32;
    let mut hovered = None;
    let height = size::TABLE_ROW * (table.rows.len() + 1) as f32;
    egui::ScrollArea::both()
        .id_salt("table of days")
        .auto_shrink([false, false])
        .show_viewport(ui, |ui, viewport| {
            let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let grid = Grid {
                state,
                models,
                table,
                origin: all.min,
                viewport,
                day_width,
            };
            hovered = grid.cells_ui(ui, actions);
            grid.names(ui);
            grid.head(ui);
        });
    hovered
}

struct Grid<'a> {
    state: &'a State,
    models: &'a Models,
    table: &'a DayTable,
    origin: egui::Pos2,
    viewport: Rect,
    day_width: f32,
}

impl Grid<'_> {
    fn shown_days(&self) -> std::ops::Range<usize> {
        let first = (self.viewport.left() / self.day_width).floor().max(0.0) as usize;
        let last = ((self.viewport.right() - NAMES) / self.day_width).ceil().max(0.0) as usize;
        first.min(self.table.days.len())..last.min(self.table.days.len())
    }

    fn row_rect(&self, row: usize) -> Rect {
        let top = self.origin.y + size::TABLE_ROW * (row + 1) as f32;
        Rect::from_min_size(pos2(self.left(), top), vec2(self.viewport.width(), size::TABLE_ROW))
    }

    /// The left edge of what is in sight.
    fn left(&self) -> f32 {
        self.origin.x + self.viewport.left()
    }

    fn day_x(&self, day: usize) -> f32 {
        self.origin.x + NAMES + self.day_width * day as f32
    }

    fn cells_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Option<ClaimId> {
        let mut hovered = None;
        let theme = Theme::of(ui);
        for (at, row) in self.table.rows.iter().enumerate() {
            let line = self.row_rect(at);
            if !ui.is_rect_visible(line) {
                continue;
            }
            ui.painter()
                .hline(line.x_range(), line.bottom() - 0.5, Stroke::new(1.0, theme.color.grid));
            for day in self.shown_days() {
                let rect =
                    Rect::from_min_size(pos2(self.day_x(day), line.top()), vec2(self.day_width, size::TABLE_ROW));
                match row.cells.get(day).and_then(Option::as_ref) {
                    Some(cell) => {
                        let over = self.cell_ui(ui, rect, (cell, row.source), actions);
                        hovered = hovered.or(over);
                    }
                    None => {
                        let at = pos2(rect.left() + 8.0, rect.center().y);
                        ui.painter()
                            .text(at, Align2::LEFT_CENTER, "–", Type::Small.font(), theme.color.faint);
                    }
                }
            }
        }
        hovered
    }

    fn cell_ui(
        &self,
        ui: &mut Ui,
        rect: Rect,
        (cell, source): (&DayCell, usize),
        actions: &mut Vec<Action>,
    ) -> Option<ClaimId> {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let chart = &self.models.table;
        let point = chart.points.get(cell.point)?;
        let claim = point.claim()?;
        let name = self
            .models
            .charts
            .sources
            .get(source)
            .map_or("", |row| row.source.name.as_str());
        let figure = words::figure(&point.figure);
        let id = egui::Id::unique(("day cell", cell.point));
        let response = ui.interact(rect.shrink2(vec2(1.0, 1.0)), id, Sense::click());
        let label = format!("{name}, {}: {figure}", words::day_short(point.day));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        let selection = &self.state.selection;
        let holds = |claim: Option<_>| claim.is_some_and(|claim| point.claims.contains(&claim));
        let ground = if holds(selection.claim) {
            Some(c.row_selected)
        } else if response.hovered() || holds(selection.hovered) {
            Some(c.row_hover)
        } else {
            None
        };
        if let Some(ground) = ground {
            ui.painter()
                .rect_filled(rect.shrink2(vec2(2.0, 2.0)), size::ROUND, ground);
        }
        if response.has_focus() {
            super::super::widgets::focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        self.cell_words(&painter, rect, cell, &figure);
        let hovered = response.hovered();
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if response.double_clicked() {
            actions.push(Action::OpenInRead(claim));
        } else if response.clicked() {
            actions.push(Action::SelectClaim(claim));
        }
        hovered.then_some(claim)
    }

    fn cell_words(&self, painter: &Painter, rect: Rect, cell: &DayCell, figure: &str) {
        let c = &Theme::of_ctx(painter.ctx()).color;
        let Some(point) = self.models.table.points.get(cell.point) else {
            return;
        };
        let y = rect.center().y;
        let mut x = rect.left() + 8.0;
        let mut put = |words: &str, font: egui::FontId, ink| {
            let galley = painter.layout_no_wrap(words.to_owned(), font, ink);
            painter.galley(pos2(x, y - galley.size().y / 2.0), galley.clone(), ink);
            x += galley.size().x + 8.0;
            x
        };
        let strong = if point.mark.unreviewed {
            Type::Body
        } else {
            Type::Strong
        };
        let ink = if point.mark.rejected { c.faint } else { c.text };
        let end = put(figure, strong.font(), ink);
        if let Some(fewer) = cell.fewer {
            put(icons::FALLING_TOTAL, icon_font(14.0), c.warn);
            put(&format!("{} fewer", words::number(fewer)), Type::Small.font(), c.warn);
        }
        let copies = (point.num_articles > 1).then(|| format!("×\u{200a}{}", point.num_articles));
        let others = (cell.points.len() > 1).then(|| format!("+ {}", cell.points.len() - 1));
        let claim = point.claim();
        let words_room = rect.right() - end - 70.0;
        if words_room > 40.0
            && let Some(claim) = claim
        {
            let quote = quote(&self.state.store, claim);
            let most = (words_room / 6.2) as usize;
            put(
                &format!("“{}”", words::short(&quote, most)),
                Type::Small.font(),
                c.faint,
            );
        }
        for extra in [copies, others].into_iter().flatten() {
            put(&extra, Type::Small.font(), c.muted);
        }
        if point.mark.unreviewed {
            put(icons::STATE_UNREVIEWED, icon_font(14.0), c.muted);
        }
    }

    /// The column of names, over days that scrolled below it.
    fn names(&self, ui: &Ui) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        for (at, row) in self.table.rows.iter().enumerate() {
            let rect = Rect::from_min_size(self.row_rect(at).min, vec2(NAMES, size::TABLE_ROW));
            if !ui.is_rect_visible(rect) {
                continue;
            }
            ui.painter().rect_filled(rect, 0, c.sheet);
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.grid));
            let Some(row) = self.models.charts.sources.get(row.source) else {
                continue;
            };
            let center = pos2(rect.left() + 20.0, rect.center().y);
            let color = source_color(theme, &row.source);
            ui.painter().extend(marker::shapes(
                row.source.slot,
                center,
                size::MARKER,
                color,
                Fill::Solid,
            ));
            let mut job = egui::text::LayoutJob::simple_singleline(row.source.name.clone(), Type::Body.font(), c.text);
            job.wrap = egui::text::TextWrapping::truncate_at_width(NAMES - 44.0);
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let at = pos2(rect.left() + 36.0, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, c.text);
        }
    }

    /// The row of days, over rows that scrolled below it.
    fn head(&self, ui: &Ui) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let top = self.origin.y + self.viewport.top();
        let rect = Rect::from_min_size(pos2(self.left(), top), vec2(self.viewport.width(), size::TABLE_ROW));
        ui.painter().rect_filled(rect, 0, c.panel);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        let selected = self.state.selection.claim;
        let table = &self.models.table;
        let chosen = selected.and_then(|id| table.points.get(table.find(id)?));
        let y = rect.center().y;
        for day in self.shown_days() {
            let Some(date) = self.table.days.get(day) else {
                continue;
            };
            let here = chosen.is_some_and(|point| point.day == *date);
            let (style, ink) = if here {
                (Type::SmallStrong, c.text)
            } else {
                (Type::Small, c.muted)
            };
            let words = if self.table.days.len() > 12 {
                words::day_and_month(*date)
            } else {
                words::day_tick(*date)
            };
            let at = pos2(self.day_x(day) + 8.0, y);
            ui.painter().text(at, Align2::LEFT_CENTER, words, style.font(), ink);
        }
        let corner = Rect::from_min_size(rect.min, vec2(NAMES, size::TABLE_ROW - 1.0));
        ui.painter().rect_filled(corner, 0, c.panel);
        let head = head_of(self.models.charts.lines_by);
        ui.painter().text(
            pos2(corner.left() + 12.0, y),
            Align2::LEFT_CENTER,
            head,
            Type::Small.font(),
            c.muted,
        );
    }
}
