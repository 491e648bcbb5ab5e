//! The charts of all kinds one below the other on one time axis, with names at the lines' ends.

use std::sync::Arc;

use egui::{Align2, CursorIcon, Painter, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{kind_chip_ui, label_ui};
use super::ends::end_names_ui;
use super::navigate::Sight;
use super::plot::{PlotDone, PlotLook, Under, plot_ui};
use crate::app::{Action, State};
use crate::show::{
    ChartLayout, DateTick, KindChart, Point, chart_subtitle, date_ticks, day_number, not_drawn, quote, words,
};
use crate::store::ClaimId;

/// Left of the plot, for figures.
const LEFT: f32 = 60.0;
/// Above each plot, for its head.
const HEAD: f32 = 30.0;
/// Below the last plot, for days.
const FOOT: f32 = 26.0;
/// Least height of a chart with its head.
const LEAST: f32 = 128.0;
/// Most figures in the list of those that are not drawn.
const MOST_LISTED: usize = 200;

/// What the charts keep between frames.
#[derive(Default)]
pub(super) struct StackView {
    /// Which days are in sight.
    pub(super) sight: Sight,
    /// Where the crosshair stands, of the frame before.
    crosshair: Option<f64>,
}

/// Where one chart is drawn, and which days.
struct Row<'a> {
    /// The kinds that share it, by their numbers in the charts.
    kinds: Vec<usize>,
    rect: Rect,
    days: (f64, f64),
    ticks: &'a [DateTick],
}

impl StackView {
    /// Draws the charts into all of `ui`, scrolling where they do not fit; gives the figure under the pointer.
    pub(super) fn stack_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        models: &Arc<Models>,
        actions: &mut Vec<Action>,
    ) -> Option<ClaimId> {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Theme::of(ui).color.sheet);
        self.sight.keys(ui, &models.charts);
        let all: Vec<usize> = (0..models.charts.kinds.len()).collect();
        let rows: Vec<Vec<usize>> = match state.compare.layout {
            ChartLayout::Together => vec![all],
            ChartLayout::ByKind => all.into_iter().map(|number| vec![number]).collect(),
        };
        let each = ((rect.height() - FOOT) / rows.len().max(1) as f32).floor().max(LEAST);
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        let mut crosshair = None;
        let mut hovered = None;
        let days = self.sight.days(&models.charts);
        super::export::keep_sight(ui.ctx(), self.sight.chosen());
        let plot_width = (rect.width() - LEFT - gutter(rect.width())).max(80.0);
        let ticks = date_ticks(days.0, days.1, f64::from(plot_width));
        let body = Rect::from_min_max(rect.min, pos2(rect.right(), foot.top()));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(body));
        inside.set_clip_rect(body.intersect(ui.clip_rect()));
        super::navigate::area_ui(ui, body);
        egui::ScrollArea::vertical()
            .id_salt("charts")
            .auto_shrink([false, false])
            .show(&mut inside, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for kinds in rows {
                    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), each), Sense::hover());
                    let row = Row {
                        kinds,
                        rect: Rect::from_min_size(place.min, vec2(rect.width(), each)),
                        days,
                        ticks: &ticks,
                    };
                    let (over, at) = self.row_ui(ui, (state, models), &row, actions);
                    hovered = hovered.or(over);
                    crosshair = crosshair.or(at);
                }
            });
        let crosshair_day = self.crosshair.filter(|_| crosshair.is_some());
        let note = super::key::policy_note(ui, models, foot, gutter(rect.width()));
        day_labels(
            ui.painter(),
            (foot, plot_width, note.rect.left()),
            days,
            &ticks,
            crosshair_day,
        );
        note.show(ui, models);
        if self.crosshair != crosshair {
            self.crosshair = crosshair;
            ui.ctx().request_repaint();
        }
        if self.sight.days(&models.charts) != days {
            ui.ctx().request_repaint();
        }
        hovered
    }

    /// Gives the figure under the pointer and where the crosshair is to stand.
    fn row_ui(
        &mut self,
        ui: &mut Ui,
        (state, models): (&State, &Arc<Models>),
        row: &Row<'_>,
        actions: &mut Vec<Action>,
    ) -> (Option<ClaimId>, Option<f64>) {
        let theme = Theme::of(ui);
        let area = row.rect;
        let right = area.right() - gutter(area.width());
        let plot = Rect::from_min_max(
            pos2(area.left() + LEFT, area.top() + HEAD),
            pos2(right, area.bottom() - 12.0),
        );
        ui.painter()
            .hline(area.x_range(), area.bottom() - 0.5, theme.hairline());
        let look = PlotLook {
            state,
            models,
            kinds: row.kinds.clone(),
            ticks: row.ticks,
            days: row.days,
            rect: plot,
            radius: size::MARKER,
            notes: true,
            only_main: false,
        };
        let head = Rect::from_min_max(area.min, pos2(area.right(), plot.top()));
        head_ui(ui, &look, head, actions);
        nothing(ui, &look);
        let done = plot_ui(ui, &look, actions);
        let over = (&*done.scene, &done.response, done.under.is_none());
        self.sight.pointer(ui, (state, &models.charts), over, actions);
        if let Some(day) = self.crosshair {
            let x = plot.left() + done.scene.x(day);
            if plot.x_range().contains(x) {
                let line = [pos2(x, area.top()), pos2(x, area.bottom())];
                let stroke = Stroke::new(1.0, theme.color.faint);
                ui.painter().extend(Shape::dashed_line(&line, stroke, 3.0, 3.0));
            }
        }
        let names = Rect::from_min_max(
            pos2(right + 8.0, area.top() + HEAD - 2.0),
            pos2(area.right() - 8.0, area.bottom() - 4.0),
        );
        end_names_ui(ui, &look, (&done.scene, self.crosshair), names, actions);
        (claim_under(&look, &done), crosshair_at(ui, &look, &done, area))
    }
}

fn claim_under(look: &PlotLook<'_>, done: &PlotDone) -> Option<ClaimId> {
    match &done.under {
        Some(Under::Point(chart, index)) => look.point((*chart, *index)).and_then(Point::claim),
        _ => None,
    }
}

fn nothing(ui: &Ui, look: &PlotLook<'_>) {
    let mut kinds = look.kinds.iter().filter_map(|at| look.charts().kinds.get(*at));
    let first = kinds.clone().next();
    if let Some(chart) = first.filter(|_| kinds.all(|chart| chart.points.is_empty())) {
        let kind = words::kind(chart.kind).to_lowercase();
        let is_filtered = chart.num_filtered + chart.num_switched_off + chart.num_rejected_hidden > 0;
        let words = if is_filtered {
            format!("No figures for {kind} pass the filter")
        } else if chart.numberless.is_empty() && chart.undated.is_empty() {
            format!("No figures for {kind}")
        } else {
            format!("No figures for {kind} with a number and a day")
        };
        let c = &Theme::of(ui).color;
        let at = look.rect.center();
        ui.painter()
            .text(at, Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
    }
}

/// The day of the mark that is lit, here or anywhere; else of the pointer.
fn crosshair_at(ui: &Ui, look: &PlotLook<'_>, done: &PlotDone, row: Rect) -> Option<f64> {
    if let Some(Under::Point(chart, index)) = &done.under {
        return look.point((*chart, *index)).map(|point| point.x);
    }
    let numbers = 0..look.kinds.len();
    let held = look.state.selection.hovered.and_then(|claim| {
        let mut points = numbers.filter_map(|number| look.point((number, look.chart(number)?.find(claim)?)));
        points.next()
    });
    if let Some(point) = held {
        return Some(point.x);
    }
    let pointer = ui.ctx().pointer_hover_pos()?;
    let inside = row.contains(pointer) && look.rect.x_range().contains(pointer.x) && ui.rect_contains_pointer(row);
    inside.then(|| done.scene.day_at(pointer.x - look.rect.left()))
}

/// Room for names at the right.
fn gutter(width: f32) -> f32 {
    match width {
        wide if wide > 1900.0 => 260.0,
        wide if wide > 1000.0 => 210.0,
        _ => 170.0,
    }
}

fn head_ui(ui: &mut Ui, look: &PlotLook<'_>, rect: Rect, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let inner = Rect::from_min_max(
        pos2(rect.left() + LEFT, rect.top() + 5.0),
        pos2(rect.right() - 14.0, rect.bottom()),
    );
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("head", &look.kinds))
            .max_rect(inner)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let ui = &mut line;
    ui.spacing_mut().item_spacing.x = 8.0;
    let charts: Vec<_> = look
        .kinds
        .iter()
        .filter_map(|at| look.charts().kinds.get(*at))
        .collect();
    for chart in &charts {
        kind_chip_ui(ui, chart.kind);
    }
    match charts.as_slice() {
        [chart] => {
            label_ui(ui, chart_subtitle(chart), Type::Small, c.muted);
        }
        _ => {
            label_ui(ui, "colour is the kind, shape the source", Type::Small, c.muted);
        }
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        for chart in charts.into_iter().rev() {
            missing_ui(ui, look.state, chart, actions);
        }
    });
}

/// The figures that have no number or no day, as a list that opens.
fn missing_ui(ui: &mut Ui, state: &State, chart: &KindChart, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let words = not_drawn(&state.store, chart);
    if words.is_empty() {
        return;
    }
    let galley = ui.painter().layout_no_wrap(words.clone(), Type::Small.font(), c.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let y = rect.center().y;
    let at = pos2(rect.left(), y);
    ui.painter()
        .text(at, Align2::LEFT_CENTER, icons::INFO, icon_font(15.0), c.muted);
    let at = pos2(rect.left() + 20.0, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    egui::Popup::menu(&response).width(320.0).show(|ui| {
        egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for claim in chart.numberless.iter().chain(&chart.undated).take(MOST_LISTED) {
                let words = format!("“{}”", words::short(&quote(&state.store, *claim), 48));
                if ui.button(Type::Quote.text(words, c.text)).clicked() {
                    actions.push(Action::SelectClaim(*claim));
                }
            }
        });
    });
}

/// "Wed 12" under the time axis, as far as nothing else stands there; the day of the crosshair in strong.
fn day_labels(
    painter: &Painter,
    (foot, plot_width, until): (Rect, f32, f32),
    days: (f64, f64),
    ticks: &[DateTick],
    crosshair: Option<f64>,
) {
    let theme = Theme::of_ctx(painter.ctx());
    let c = &theme.color;
    painter.rect_filled(foot, 0, c.sheet);
    let left = foot.left() + LEFT;
    let mut clear_from = left - 20.0;
    for tick in ticks {
        let x = left + ((tick.label_at - days.0) / (days.1 - days.0)) as f32 * plot_width;
        if x < left || x > left + plot_width {
            continue;
        }
        let (first, last) = tick.days;
        let here = crosshair.is_some_and(|x| (day_number(first) as f64..day_number(last) as f64 + 1.0).contains(&x));
        let (style, ink) = if here {
            (Type::SmallStrong, c.text)
        } else {
            (Type::Small, c.muted)
        };
        let galley = painter.layout_no_wrap(tick.label.clone(), style.font(), ink);
        let at = pos2(x - galley.size().x / 2.0, foot.top() + 3.0);
        if at.x >= clear_from && at.x + galley.size().x + 8.0 <= until {
            clear_from = at.x + galley.size().x + 8.0;
            painter.galley(at, galley, ink);
        }
    }
}
