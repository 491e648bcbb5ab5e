//! The cells of the table of sources by day: only those in sight are drawn, names and days stay while it scrolls.

use egui::{Align2, CursorIcon, Painter, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::marker::{self, Fill};
use super::super::widgets::{focus_ring, label_ui, tip};
use super::paint::source_color;
use super::table::{NAMES, head_of};
use crate::app::{Action, State};
use crate::show::{DayCell, DayTable, Point, TableBy, quote, words};
use crate::store::ClaimId;

/// From this distance on a cell has the full ground: 1 is twice or half the median.
const FAR: f32 = 1.5;

/// The table as it lies on the screen.
pub(super) struct Grid<'a> {
    pub(super) state: &'a State,
    pub(super) models: &'a Models,
    pub(super) table: &'a DayTable,
    pub(super) origin: egui::Pos2,
    pub(super) viewport: Rect,
    pub(super) day_width: f32,
}

impl Grid<'_> {
    fn shown_days(&self) -> std::ops::Range<usize> {
        let first = (self.viewport.left() / self.day_width).floor().max(0.0) as usize;
        let last = ((self.viewport.right() - NAMES) / self.day_width).ceil().max(0.0) as usize;
        first.min(self.table.days.len())..last.min(self.table.days.len())
    }

    /// The year that all columns are of; `None` where days need theirs.
    fn only_year(&self) -> Option<i16> {
        let days = &self.table.days;
        words::year_of(days.first().copied().zip(days.last().copied()))
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

    pub(super) fn cells_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) -> Option<ClaimId> {
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
                        let over = self.cell_ui(ui, rect, (cell, row.source, day), actions);
                        hovered = hovered.or(over);
                    }
                    None => {
                        let carried = row.carried.get(day).copied().flatten();
                        self.empty_ui(ui, rect, (carried, row.source), actions);
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
        (cell, source, column): (&DayCell, usize, usize),
        actions: &mut Vec<Action>,
    ) -> Option<ClaimId> {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let chart = &self.models.table;
        let point = chart.points.get(cell.point)?;
        let claim = point.claim()?;
        let name = self.source_name(source);
        let figure = words::figure(&point.figure);
        self.tint(ui, rect, point, column);
        let id = egui::Id::unique(("day cell", cell.point));
        let response = ui.interact(rect.shrink2(vec2(1.0, 1.0)), id, Sense::click());
        let label = format!("{name}, {}: {figure}", words::day_among(point.day, self.only_year()));
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
            focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
        }
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        self.cell_words(&painter, rect, cell, &figure);
        let hovered = response.hovered();
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = response.on_hover_ui(|ui| {
            let c = &Theme::of(ui).color;
            label_ui(ui, self.told(point, column), Type::Small, c.text);
        });
        if response.double_clicked() {
            actions.push(Action::OpenInRead(claim));
        } else if response.clicked() {
            actions.push(Action::SelectClaim(claim));
        }
        hovered.then_some(claim)
    }

    fn source_name(&self, source: usize) -> &str {
        let row = self.models.charts.sources.get(source);
        row.map_or("", |row| row.source.name.as_str())
    }

    /// How far from the median, by the strength of the kind's ground.
    fn tint(&self, ui: &Ui, rect: Rect, point: &Point, column: usize) {
        let theme = Theme::of(ui);
        let Some(distance) = self.table.distance(column, point.y).filter(|_| point.mark.is_whole()) else {
            return;
        };
        let strength = (distance.abs() / FAR).min(1.0);
        if strength > 0.05 {
            let kind = theme.kind(self.models.table.kind);
            let ground = theme.color.sheet.lerp_to_gamma(kind.fill, strength);
            ui.painter()
                .rect_filled(rect.shrink2(vec2(2.0, 2.0)), size::ROUND, ground);
        }
    }

    /// "Fri 14 March: 2.4 times the median of what stands, 29".
    fn told(&self, point: &Point, column: usize) -> String {
        let mut told = self.told_of_median(point, column);
        if point.soft.is_some() {
            let settings = &self.models.charts.settings;
            told = format!("{told}. {}: counted as {}", settings.in_words(), words::number(point.y));
        }
        told
    }

    fn told_of_median(&self, point: &Point, column: usize) -> String {
        let day = words::day_among(point.day, self.only_year());
        let median = self.table.medians.get(column).copied().flatten();
        let (Some(median), Some(distance)) = (median, self.table.distance(column, point.y)) else {
            return day;
        };
        let times = match distance.exp2() {
            times if (0.995..1.005).contains(&times) => "the".to_owned(),
            times => format!("{times:.2} times the"),
        };
        format!("{day}: {times} median of what stands, {}", words::number(median))
    }

    /// A cell without a figure: the last one that still stands, in grey.
    fn empty_ui(&self, ui: &mut Ui, rect: Rect, (carried, source): (Option<usize>, usize), actions: &mut Vec<Action>) {
        let c = &Theme::of(ui).color;
        let at = pos2(rect.left() + 8.0, rect.center().y);
        let put = |words: &str, ink| {
            let font = Type::Small.font();
            ui.painter().text(at, Align2::LEFT_CENTER, words, font, ink);
        };
        let point = carried.and_then(|index| self.models.table.points.get(index));
        let Some((point, claim)) = point.and_then(|point| Some((point, point.claim()?))) else {
            put("–", c.faint);
            return;
        };
        let figure = words::figure(&point.figure);
        put(&figure, c.faint);
        let id = egui::Id::unique(("carried cell", source, rect.left().to_bits()));
        let response = ui.interact(rect.shrink2(vec2(1.0, 1.0)), id, Sense::click());
        let day = words::day_among(point.day, self.only_year());
        let label = format!("{}, still {figure} of {day}", self.source_name(source));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.has_focus() {
            focus_ring(ui.painter(), Theme::of(ui), rect.shrink(4.0), size::ROUND);
        }
        let told = format!("Last figure, of {day}");
        if tip(response.on_hover_cursor(CursorIcon::PointingHand), &told, "").clicked() {
            actions.push(Action::SelectClaim(claim));
        }
    }

    /// Where the cell of a claim lies.
    pub(super) fn place(&self, claim: ClaimId) -> Option<Rect> {
        let points = &self.models.table.points;
        let index = points.iter().position(|point| point.claims.contains(&claim))?;
        let source = points.get(index)?.source;
        let (at, row) = self
            .table
            .rows
            .iter()
            .enumerate()
            .find(|(_, row)| row.source == source)?;
        let holds = |cell: &Option<DayCell>| cell.as_ref().is_some_and(|cell| cell.points.contains(&index));
        let day = row.cells.iter().position(holds)?;
        let top = self.origin.y + size::TABLE_ROW * (at + 1) as f32;
        Some(Rect::from_min_size(
            pos2(self.day_x(day), top),
            vec2(self.day_width, size::TABLE_ROW),
        ))
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
    pub(super) fn names(&self, ui: &Ui) {
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
    pub(super) fn head(&self, ui: &Ui) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let top = self.origin.y + self.viewport.top();
        let rect = Rect::from_min_size(pos2(self.left(), top), vec2(self.viewport.width(), size::TABLE_ROW));
        ui.painter().rect_filled(rect, 0, c.panel);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        let selected = self.state.selection.claim;
        let points = &self.models.table.points;
        let chosen = selected.and_then(|id| points.iter().find(|point| point.claims.contains(&id)));
        let y = rect.center().y;
        for day in self.shown_days() {
            let Some(date) = self.table.days.get(day) else {
                continue;
            };
            let next = self.table.days.get(day + 1);
            let here = chosen.is_some_and(|point| point.day >= *date && next.is_none_or(|next| point.day < *next));
            let (style, ink) = if here {
                (Type::SmallStrong, c.text)
            } else {
                (Type::Small, c.muted)
            };
            let words = if self.table.by == TableBy::Week {
                format!("Week of {}", words::date_among(*date, self.only_year()))
            } else if self.only_year().is_none() {
                let month = words::month(date.month());
                format!("{} {} {}", date.day(), month.get(..3).unwrap_or(month), date.year())
            } else if self.table.days.len() > 12 {
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
