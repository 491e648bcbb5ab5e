//! The slim charts below the article: the same grammar, smaller.

use std::sync::Arc;

use egui::{Align2, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::models::{Models, models};
use super::super::theme::{Theme, Type, size};
use super::super::widgets::{kind_chip_ui, label_ui, tip};
use super::ends::end_names_ui;

use super::plot::{PlotLook, Under, plot_ui};
use super::tell_hover;
use crate::app::{Action, State};
use crate::claim::Kind;
use crate::show::{DateTick, KindChart, chart_last_day, date_ticks, words};
use crate::store::ClaimId;

const LEFT: f32 = 46.0;
const HEAD: f32 = 30.0;
const FOOT: f32 = 20.0;
/// Width of the list of kinds.
const KINDS: f32 = 112.0;
/// With more figures a slim chart draws only the main ones.
const MOST_MARKS: usize = 20;
/// Room for names at the right of one chart.
const NAMES: f32 = 190.0;

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
    let mut rect = rect;
    let charts: Vec<&KindChart> = if one {
        let chosen = kinds_ui(ui, &models, rect, (state.selection.claim, kind));
        rect.min.x += KINDS;
        let wanted = models.charts.kinds.iter().find(|chart| Some(chart.kind) == chosen);
        wanted.or_else(|| models.charts.kinds.first()).into_iter().collect()
    } else {
        models.charts.kinds.iter().take(3).collect()
    };
    let width = rect.width() / charts.len().max(1) as f32;
    let gutter = if width > 560.0 { NAMES } else { 14.0 };
    let days = models.charts.all_days();
    let ticks = date_ticks(days.0, days.1, f64::from(width - LEFT - gutter));
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

/// The kinds one below the other where there is room for one chart only; gives the one that is shown: what was clicked,
/// until another claim is selected.
fn kinds_ui(ui: &mut Ui, models: &Models, rect: Rect, (claim, kind): (Option<ClaimId>, Option<Kind>)) -> Option<Kind> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let id = Id::unique("kind of the strip");
    let kept = ui.data(|data| data.get_temp::<(Option<ClaimId>, Kind)>(id));
    let kept = kept.filter(|(of, _)| *of == claim).map(|(_, kind)| kind);
    let charts: Vec<&KindChart> = models.charts.kinds.iter().take(3).collect();
    let first = charts.first().map(|chart| chart.kind);
    let shown = kept
        .or_else(|| kind.filter(|kind| models.charts.of(*kind).is_some()))
        .or(first);
    let height = ((rect.height() - 12.0) / 3.0).min(28.0);
    for (at, chart) in charts.iter().enumerate() {
        let top = rect.top() + 6.0 + height * at as f32;
        let row = Rect::from_min_size(pos2(rect.left() + 8.0, top), vec2(KINDS - 12.0, height));
        let response = ui.interact(row, id.with(chart.kind), Sense::click());
        let word = words::kind(chart.kind);
        let on = shown == Some(chart.kind);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, word));
        if on || response.hovered() {
            let ground = if on { c.pressed } else { c.hover };
            ui.painter()
                .rect_filled(row.shrink2(vec2(0.0, 1.0)), size::ROUND, ground);
        }
        let dot = Rect::from_center_size(pos2(row.left() + 12.0, row.center().y), vec2(9.0, 9.0));
        ui.painter().rect_filled(dot, 2, theme.kind(chart.kind).ink);
        let style = if on { Type::SmallStrong } else { Type::Small };
        let at = pos2(row.left() + 24.0, row.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, word, style.font(), c.text);
        if response.has_focus() {
            super::super::widgets::focus_ring(ui.painter(), theme, row.shrink(3.0), size::ROUND);
        }
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(id, (claim, chart.kind)));
            ui.ctx().request_repaint();
        }
    }
    shown
}

fn head_ui(ui: &mut Ui, state: &State, chart: &KindChart, head: Rect) {
    let c = &Theme::of(ui).color;
    let mut line = ui.new_child(
        egui::UiBuilder::new()
            .id_salt(("strip", chart.kind))
            .max_rect(head)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    line.spacing_mut().item_spacing.x = 8.0;
    kind_chip_ui(&mut line, chart.kind);
    let response = label_ui(&mut line, chart_last_day(chart), Type::Small, c.muted);
    if !state.filter.is_empty() {
        let chips = state.filter.chips().into_iter().map(|chip| chip.words);
        let help = format!(
            "Only {}. Compare shows the filter.",
            chips.collect::<Vec<_>>().join(", ")
        );
        tip(label_ui(&mut line, "filtered", Type::Key, c.warn), &help, "");
    }
    if !is_crowded(chart) {
        return;
    }
    let help = "Running totals, and the highest figure of each line and day. Compare shows every figure.";
    tip(response, help, "");
    let words = "main figures";
    let room = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Key.font(), c.faint)
        .size()
        .x;
    if line.available_width() > room + 8.0 {
        line.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            tip(label_ui(ui, words, Type::Key, c.faint), help, "");
        });
    }
}

/// True where so many figures stand in the slim chart that only the main ones are drawn.
fn is_crowded(chart: &KindChart) -> bool {
    chart.points.len() > MOST_MARKS
}

fn cell_ui(
    ui: &mut Ui,
    (state, models, chart): (&State, &Arc<Models>, &KindChart),
    (cell, days, ticks): (Rect, (f64, f64), &[DateTick]),
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let theme = Theme::of(ui);
    let c = &theme.color;
    // One chart alone has its last figures beside it.
    let names = cell.width() > 560.0;
    let top = if names { 8.0 } else { HEAD + 4.0 };
    let head = Rect::from_min_size(cell.min + vec2(12.0, 4.0), vec2(cell.width() - 24.0, HEAD - 6.0));
    if !names {
        head_ui(ui, state, chart, head);
    }
    let plot = Rect::from_min_max(
        pos2(cell.left() + LEFT, cell.top() + top),
        pos2(
            cell.right() - if names { NAMES } else { 14.0 },
            cell.bottom() - FOOT - 4.0,
        ),
    );
    if plot.height() < 24.0 || plot.width() < 60.0 {
        return None;
    }
    let look = PlotLook {
        state,
        models,
        kinds: models
            .charts
            .kinds
            .iter()
            .position(|other| other.kind == chart.kind)
            .into_iter()
            .collect(),
        ticks,
        days,
        rect: plot,
        radius: size::MARKER_STRIP,
        notes: false,
        only_main: is_crowded(chart),
    };
    if chart.points.is_empty() {
        let words = format!("No figures for {}", words::kind(chart.kind).to_lowercase());
        ui.painter()
            .text(plot.center(), Align2::CENTER_CENTER, words, Type::Small.font(), c.faint);
    }
    let done = plot_ui(ui, &look, actions);
    if names {
        let area = Rect::from_min_max(
            pos2(plot.right() + 12.0, cell.top() + 4.0),
            pos2(cell.right() - 8.0, cell.bottom()),
        );
        end_names_ui(ui, &look, (&done.scene, None), area, actions);
    }
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
    match done.under {
        Some(Under::Point(_, index)) => Some(index),
        _ => None,
    }
}
