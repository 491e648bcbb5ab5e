//! The slim charts below the article: the same grammar, smaller.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use super::super::models::{Models, models};
use super::super::theme::{Theme, Type, size};
use super::super::widgets::{kind_chip_ui, label_ui};
use super::layout::axis;
use super::plot::{PlotLook, plot_ui};
use super::stack::all_days;
use super::tell_hover;
use crate::app::{Action, State};
use crate::show::{DateTick, KindChart, chart_last_day, date_ticks, words};

const LEFT: f32 = 46.0;
const HEAD: f32 = 30.0;
const FOOT: f32 = 20.0;

/// Draws the strip of charts below the article into all of `ui`: three kinds, or one where it is low or narrow.
pub fn strip_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let models = models(ui.ctx(), state);
    let theme = Theme::of(ui);
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    ui.painter().rect_filled(rect, 0, theme.color.panel);
    let selected = state.selection.claim.and_then(|claim| state.store.claim(claim));
    let kind = selected.map(|record| record.claim().kind);
    let one = rect.height() < size::STRIP - 20.0 || rect.width() < 700.0;
    let charts: Vec<&KindChart> = if one {
        let wanted = models.charts.kinds.iter().find(|chart| Some(chart.kind) == kind);
        wanted.or_else(|| models.charts.kinds.first()).into_iter().collect()
    } else {
        models.charts.kinds.iter().take(3).collect()
    };
    let width = rect.width() / charts.len().max(1) as f32;
    let days = all_days(&models.charts);
    let ticks = date_ticks(days.0, days.1, f64::from(width - LEFT - 14.0));
    let mut hovered = None;
    for (at, chart) in charts.iter().enumerate() {
        let cell = Rect::from_min_size(
            pos2(rect.left() + width * at as f32, rect.top()),
            vec2(width, rect.height()),
        );
        if at > 0 {
            ui.painter().vline(cell.left(), cell.y_range(), theme.hairline());
        }
        let point = cell_ui(ui, (state, &models, chart), (cell, days, &ticks), actions);
        hovered = hovered.or_else(|| chart.points.get(point?)?.claim());
    }
    tell_hover(ui, "strip", hovered, actions);
}

fn cell_ui(
    ui: &mut Ui,
    (state, models, chart): (&State, &Models, &KindChart),
    (cell, days, ticks): (Rect, (f64, f64), &[DateTick]),
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let head = Rect::from_min_size(cell.min + vec2(12.0, 4.0), vec2(cell.width() - 24.0, HEAD - 6.0));
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("strip", chart.kind))
            .max_rect(head)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    line.spacing_mut().item_spacing.x = 8.0;
    kind_chip_ui(&mut line, chart.kind);
    label_ui(&mut line, chart_last_day(chart), Type::Small, c.muted);
    let plot = Rect::from_min_max(
        pos2(cell.left() + LEFT, cell.top() + HEAD + 4.0),
        pos2(cell.right() - 14.0, cell.bottom() - FOOT - 4.0),
    );
    if plot.height() < 24.0 || plot.width() < 60.0 {
        return None;
    }
    let look = PlotLook {
        state,
        charts: &models.charts,
        chart,
        axis: axis(chart, state.compare.scale, plot.height() * 0.75),
        ticks,
        days,
        rect: plot,
        radius: size::MARKER_STRIP,
        notes: false,
    };
    if chart.points.is_empty() {
        let words = format!("No figures for {}", words::kind(chart.kind).to_lowercase());
        ui.painter()
            .text(plot.center(), Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
    }
    let done = plot_ui(ui, &look, actions);
    let mut clear_from = plot.left() - 30.0;
    for tick in ticks {
        let x = plot.left() + ((tick.label_at - days.0) / (days.1 - days.0)) as f32 * plot.width();
        let galley = ui
            .painter()
            .layout_no_wrap(tick.label.clone(), Type::Key.font(), c.muted);
        let left = x - galley.size().x / 2.0;
        if plot.x_range().contains(x) && left >= clear_from {
            clear_from = left + galley.size().x + 6.0;
            ui.painter().galley(pos2(left, plot.bottom() + 5.0), galley, c.muted);
        }
    }
    done.hovered
}
