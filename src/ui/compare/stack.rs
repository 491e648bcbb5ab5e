//! The charts of all kinds one below the other on one time axis, with names at the lines' ends.

use egui::{Align2, CursorIcon, Painter, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{kind_chip_ui, label_ui};
use super::ends::end_names_ui;
use super::layout::axis;
use super::plot::{PlotDone, PlotLook, plot_ui};
use crate::app::{Action, State};
use crate::show::{
    Charts, DateTick, KindChart, Point, chart_subtitle, date_ticks, day_number, not_drawn, quote, words,
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

/// What the charts keep between frames.
#[derive(Default)]
pub(super) struct StackView {
    /// The days on the axis where the analyst zoomed; `None` shows all.
    zoom: Option<(f64, f64)>,
    /// Where the crosshair stands, of the frame before.
    crosshair: Option<f64>,
}

impl StackView {
    /// True where not all days are shown.
    pub(super) fn is_zoomed(&self) -> bool {
        self.zoom.is_some()
    }

    /// Shows all days.
    pub(super) fn show_all(&mut self) {
        self.zoom = None;
    }

    /// Draws the charts into all of `ui`, scrolling where they do not fit; gives the figure under the pointer.
    pub(super) fn stack_ui(
        &mut self,
        ui: &mut Ui,
        state: &State,
        models: &Models,
        actions: &mut Vec<Action>,
    ) -> Option<ClaimId> {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0, Theme::of(ui).color.sheet);
        let num = models.charts.kinds.len().max(1) as f32;
        let each = ((rect.height() - FOOT) / num).floor().max(LEAST);
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOT), rect.max);
        let mut crosshair = None;
        let mut hovered = None;
        let all = all_days(&models.charts);
        let days = self.zoom.unwrap_or(all);
        let plot_width = (rect.width() - LEFT - gutter(rect.width())).max(80.0);
        let ticks = date_ticks(days.0, days.1, f64::from(plot_width));
        let mut shown = days;
        let body = Rect::from_min_max(rect.min, pos2(rect.right(), foot.top()));
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(body));
        inside.set_clip_rect(body.intersect(ui.clip_rect()));
        egui::ScrollArea::vertical()
            .id_salt("charts")
            .auto_shrink([false, false])
            .show(&mut inside, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for chart in &models.charts.kinds {
                    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), each), Sense::hover());
                    let row = Rect::from_min_size(row.min, vec2(rect.width(), each));
                    let done = self.row_ui(ui, (state, models, chart), (row, days, &ticks), actions);
                    if done.days != days {
                        shown = done.days;
                    }
                    let point = done.hovered.and_then(|index| chart.points.get(index));
                    hovered = hovered.or_else(|| point.and_then(Point::claim));
                    crosshair = crosshair.or_else(|| crosshair_at(ui, state, chart, &done, row));
                }
            });
        let crosshair_day = self.crosshair.filter(|_| crosshair.is_some());
        day_labels(ui.painter(), (foot, plot_width), days, &ticks, crosshair_day);
        if shown != days {
            self.zoom = Some(held(shown, all));
        }
        if self.crosshair != crosshair {
            self.crosshair = crosshair;
            ui.ctx().request_repaint();
        }
        hovered
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        (state, models, chart): (&State, &Models, &KindChart),
        (row, days, ticks): (Rect, (f64, f64), &[DateTick]),
        actions: &mut Vec<Action>,
    ) -> PlotDone {
        let theme = Theme::of(ui);
        let right = row.right() - gutter(row.width());
        let plot = Rect::from_min_max(
            pos2(row.left() + LEFT, row.top() + HEAD),
            pos2(right, row.bottom() - 12.0),
        );
        ui.painter().hline(row.x_range(), row.bottom() - 0.5, theme.hairline());
        head_ui(
            ui,
            state,
            chart,
            Rect::from_min_max(row.min, pos2(row.right(), plot.top())),
            actions,
        );
        let look = PlotLook {
            state,
            charts: &models.charts,
            chart,
            axis: axis(chart, state.compare.scale, plot.height()),
            ticks,
            days,
            rect: plot,
            radius: size::MARKER,
            notes: true,
            only_main: false,
        };
        if chart.points.is_empty() {
            let words = format!(
                "No figures for {} pass the filter",
                words::kind(chart.kind).to_lowercase()
            );
            let c = &theme.color;
            ui.painter()
                .text(plot.center(), Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
        }
        let done = plot_ui(ui, &look, actions);
        if let Some(x) = self.crosshair {
            let x = done.transform.position_from_point_x(x);
            if plot.x_range().contains(x) {
                let line = [pos2(x, row.top()), pos2(x, row.bottom())];
                let stroke = Stroke::new(1.0, theme.color.faint);
                ui.painter().extend(Shape::dashed_line(&line, stroke, 3.0, 3.0));
            }
        }
        let names = Rect::from_min_max(
            pos2(right + 8.0, row.top() + HEAD - 2.0),
            pos2(row.right() - 8.0, row.bottom() - 4.0),
        );
        end_names_ui(ui, &look, &done.transform, names, actions);
        done
    }
}

/// The day of the mark that is lit, here or anywhere; else of the pointer.
fn crosshair_at(ui: &Ui, state: &State, chart: &KindChart, done: &PlotDone, row: Rect) -> Option<f64> {
    let x_of = |index: usize| chart.points.get(index).map(|point| point.x);
    if let Some(index) = done.hovered {
        return x_of(index);
    }
    let lit = state.selection.hovered;
    let held = chart
        .points
        .iter()
        .find(|point| lit.is_some_and(|claim| point.claims.contains(&claim)));
    if let Some(point) = held {
        return Some(point.x);
    }
    let pointer = ui.ctx().pointer_hover_pos()?;
    let frame = done.transform.frame();
    let inside = row.contains(pointer) && frame.x_range().contains(pointer.x) && ui.rect_contains_pointer(row);
    inside.then(|| done.transform.value_from_position(pointer).x)
}

/// Room for names at the right.
fn gutter(width: f32) -> f32 {
    match width {
        wide if wide > 1900.0 => 260.0,
        wide if wide > 1000.0 => 210.0,
        _ => 170.0,
    }
}

/// From midnight before the first figure to midnight after the last; at least three days.
pub(super) fn all_days(charts: &Charts) -> (f64, f64) {
    let Some((first, last)) = charts.days else {
        return (0.0, 7.0);
    };
    let (from, to) = (day_number(first) as f64, day_number(last) as f64 + 1.0);
    let lack = (3.0 - (to - from)).max(0.0);
    // A long time gets a margin, so that the last mark does not stand on the edge.
    let margin = if to - from > 21.0 { (to - from) * 0.02 } else { 0.0 };
    (from - (lack / 2.0).floor() - margin, to + (lack / 2.0).ceil() + margin)
}

/// Zoom and pan stay near the figures: not under half a day, not over three times all days.
fn held((from, to): (f64, f64), all: (f64, f64)) -> (f64, f64) {
    let width = (to - from).clamp(0.5, (all.1 - all.0) * 3.0);
    let middle = f64::midpoint(from, to).clamp(all.0, all.1);
    (middle - width / 2.0, middle + width / 2.0)
}

fn head_ui(ui: &mut Ui, state: &State, chart: &KindChart, rect: Rect, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let inner = Rect::from_min_max(
        pos2(rect.left() + LEFT, rect.top() + 5.0),
        pos2(rect.right() - 14.0, rect.bottom()),
    );
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("head", chart.kind))
            .max_rect(inner)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let ui = &mut line;
    ui.spacing_mut().item_spacing.x = 8.0;
    kind_chip_ui(ui, chart.kind);
    label_ui(ui, chart_subtitle(chart), Type::Small, c.muted);
    let words = not_drawn(&state.store, chart);
    if words.is_empty() {
        return;
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let galley = ui.painter().layout_no_wrap(words.clone(), Type::Small.font(), c.muted);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 22.0, 20.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        let y = rect.center().y;
        ui.painter().text(
            pos2(rect.left(), y),
            Align2::LEFT_CENTER,
            icons::INFO,
            icon_font(15.0),
            c.muted,
        );
        let at = pos2(rect.left() + 20.0, y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, c.muted);
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        egui::Popup::menu(&response).width(320.0).show(|ui| {
            for claim in chart.numberless.iter().chain(&chart.undated) {
                let words = format!("“{}”", words::short(&quote(&state.store, *claim), 48));
                if ui.button(Type::Quote.text(words, c.text)).clicked() {
                    actions.push(Action::SelectClaim(*claim));
                }
            }
        });
    });
}

/// "Wed 12" under the time axis; the day of the crosshair in strong.
fn day_labels(
    painter: &Painter,
    (foot, plot_width): (Rect, f32),
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
        if at.x >= clear_from {
            clear_from = at.x + galley.size().x + 8.0;
            painter.galley(at, galley, ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::held;

    #[test]
    fn zoom_and_pan_stay_near_the_figures() {
        assert_eq!(held((0.0, 0.1), (0.0, 10.0)), (-0.2, 0.3));
        assert_eq!(held((90.0, 92.0), (0.0, 10.0)), (9.0, 11.0));
        assert_eq!(held((-100.0, 100.0), (0.0, 10.0)), (-15.0, 15.0));
    }
}
