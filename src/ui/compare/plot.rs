//! One chart of one kind: grid, steps and marks over an `egui_plot` that keeps zoom and pan.

use egui::{Align2, Id, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2};
use egui_plot::{Plot, PlotPoint, PlotTransform};

use super::super::theme::{Theme, Type, size};
use super::card::card_ui;
use super::layout::{Placed, place, thin};
use super::paint::{Brush, Ring, source_color};
use crate::app::{Action, State};
use crate::show::{Charts, DateTick, FigureAxis, KindChart, point_label, words};
use crate::store::ClaimId;

/// Up to so many marks each is a node of its own, for the keyboard and the screen reader.
const MOST_NODES: usize = 400;
/// Up to so many marks the number of articles is written beside them.
const MOST_COUNTED: usize = 40;
/// A card opens at once where another was open so many seconds ago.
const WARM_SECS: f32 = 0.3;
/// How far from a mark the pointer still means it.
const NEAR: f32 = 14.0;

/// One chart to be drawn.
pub(super) struct PlotLook<'a> {
    pub(super) state: &'a State,
    pub(super) charts: &'a Charts,
    pub(super) chart: &'a KindChart,
    pub(super) axis: FigureAxis,
    pub(super) ticks: &'a [DateTick],
    /// First and last day on the axis of time, in days since 1970-01-01.
    pub(super) days: (f64, f64),
    pub(super) rect: Rect,
    pub(super) radius: f32,
    /// True where counts and reasons are written between the marks.
    pub(super) notes: bool,
    /// True where only the main figures are drawn, and what is selected or under the pointer elsewhere.
    pub(super) only_main: bool,
}

impl PlotLook<'_> {
    fn is_drawn(&self, index: usize) -> bool {
        let Some(point) = self.chart.points.get(index) else {
            return false;
        };
        let selection = &self.state.selection;
        let lit = [selection.claim, selection.hovered].into_iter().flatten();
        !self.only_main || self.chart.is_main(index) || lit.into_iter().any(|claim| point.claims.contains(&claim))
    }
}

/// What came of drawing a chart.
pub(super) struct PlotDone {
    /// The days that the axis shows after zoom and pan.
    pub(super) days: (f64, f64),
    /// The point under the pointer.
    pub(super) hovered: Option<usize>,
    /// Where days and figures stand.
    pub(super) transform: PlotTransform,
}

/// Draws the chart and takes clicks, zoom and pan.
pub(super) fn plot_ui(ui: &mut Ui, look: &PlotLook<'_>, actions: &mut Vec<Action>) -> PlotDone {
    let theme = Theme::of(ui);
    let id = Id::unique(("chart", look.chart.kind, look.notes));
    let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(look.rect));
    let shown = bare_plot(id, look).show(&mut inside, |plot| {
        plot.set_plot_bounds_x(look.days.0..=look.days.1);
        plot.set_plot_bounds_y(0.0..=look.axis.height);
    });
    let painter = ui.painter().with_clip_rect(look.rect.expand2(egui::vec2(0.0, 10.0)));
    grid(ui.painter(), look, &shown.transform, theme);
    let brush = Brush {
        theme,
        ground: theme.color.sheet,
        radius: look.radius,
    };
    let mut placed = place(look.chart, &look.axis, &shown.transform, look.radius);
    placed.retain(|one| look.is_drawn(one.index));
    let placed = thin(placed, look.chart, MOST_NODES);
    steps(&painter, look, &shown.transform, theme);
    let hovered = marks_ui(ui, look, (&brush, &placed), &shown.response, actions);
    let range = shown.transform.bounds().range_x();
    PlotDone {
        days: (*range.start(), *range.end()),
        hovered,
        transform: shown.transform,
    }
}

fn bare_plot<'p>(id: Id, look: &PlotLook<'_>) -> Plot<'p> {
    Plot::new(id)
        .id(id)
        .width(look.rect.width())
        .height(look.rect.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_drag([true, false])
        .allow_zoom([true, false])
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(egui::Vec2::ZERO)
}

fn grid(outside: &Painter, look: &PlotLook<'_>, transform: &PlotTransform, theme: &Theme) {
    let c = &theme.color;
    let rect = look.rect;
    let painter = outside.with_clip_rect(rect.expand2(egui::vec2(0.0, 10.0)));
    for tick in look.ticks {
        let x = transform.position_from_point_x(tick.line);
        if rect.x_range().contains(x) {
            painter.vline(x, rect.y_range(), Stroke::new(1.0, c.grid));
        }
    }
    for (figure, at) in &look.axis.ticks {
        let y = transform.position_from_point_y(*at);
        let line = if *figure == 0 { c.line_strong } else { c.grid };
        painter.hline(rect.x_range(), y, Stroke::new(1.0, line));
        outside.text(
            pos2(rect.left() - 8.0, y),
            Align2::RIGHT_CENTER,
            words::number(*figure),
            Type::Key.font(),
            c.faint,
        );
    }
}

/// Step lines through running totals: level until the next one, then up or down. A fall is dashed, with its figures.
fn steps(painter: &Painter, look: &PlotLook<'_>, transform: &PlotTransform, theme: &Theme) {
    let on_screen = |x: f64, y: u64| transform.position_from_point(&PlotPoint::new(x, look.axis.at(y)));
    for step in &look.chart.steps {
        let (Some(from), Some(to)) = (look.chart.points.get(step.from), look.chart.points.get(step.to)) else {
            continue;
        };
        let Some(source) = look.charts.sources.get(from.source) else {
            continue;
        };
        let (start, end) = (on_screen(from.x, from.y), on_screen(to.x, to.y));
        if end.x < look.rect.left() || start.x > look.rect.right() {
            continue;
        }
        let line = [start, pos2(end.x, start.y), end];
        let stroke = Stroke::new(1.75, source_color(theme, &source.source));
        if end.x - start.x < 1.0 && (end.y - start.y).abs() < 1.0 {
            continue;
        }
        if step.falls {
            painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
        } else {
            painter.add(Shape::line(line.to_vec(), stroke));
        }
        if step.falls && look.notes {
            let words = format!("{} → {}", words::number(from.y), words::number(to.y));
            let at = pos2(end.x + 8.0, end.y + 14.0);
            fall_note(painter, theme, at, &words);
        }
    }
}

fn fall_note(painter: &Painter, theme: &Theme, at: Pos2, words: &str) {
    let ink = theme.color.warn;
    let galley = painter.layout_no_wrap(words.to_owned(), Type::Small.font(), ink);
    let icon = painter.layout_no_wrap(
        super::super::theme::icons::FALLING_TOTAL.to_owned(),
        super::super::theme::icon_font(14.0),
        ink,
    );
    let width = galley.size().x + 18.0;
    let rect = Rect::from_min_size(at, egui::vec2(width, 18.0));
    painter.rect_filled(rect.expand2(egui::vec2(2.0, 0.0)), 2, theme.color.sheet);
    painter.galley(pos2(at.x, at.y + 2.0), icon, ink);
    painter.galley(pos2(at.x + 18.0, at.y), galley, ink);
}

/// Paints all marks, those that are lit last; gives the one under the pointer.
fn marks_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (brush, placed): (&Brush<'_>, &[Placed]),
    plot: &Response,
    actions: &mut Vec<Action>,
) -> Option<usize> {
    let hovered = plot
        .hover_pos()
        .or_else(|| {
            ui.ctx()
                .pointer_hover_pos()
                .filter(|at| look.rect.expand(6.0).contains(*at))
        })
        .and_then(|pointer| nearest(placed, pointer));
    if hovered.is_none() {
        ui.data_mut(|data| data.remove::<(Id, f64)>(ripe_slot(look)));
    }
    if let Some(claim) = hovered.and_then(|index| chosen(look, index)) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        if plot.double_clicked() {
            actions.push(Action::OpenInRead(claim));
        } else if plot.clicked() {
            actions.push(Action::SelectClaim(claim));
        }
    }
    let painter = ui.painter().with_clip_rect(look.rect.expand(12.0));
    let selection = &look.state.selection;
    let holds = |index: usize, claim: Option<ClaimId>| {
        let point = look.chart.points.get(index);
        claim.is_some_and(|claim| point.is_some_and(|point| point.claims.contains(&claim)))
    };
    let all_nodes = placed.len() <= MOST_NODES;
    let mut lit = Vec::new();
    for one in placed {
        let Some(point) = look.chart.points.get(one.index) else {
            continue;
        };
        let Some(source) = look.charts.sources.get(point.source) else {
            continue;
        };
        if all_nodes {
            brush.mark(&painter, one, point, &source.source);
        } else {
            brush.dot(&painter, one.at, point, &source.source);
        }
        let is_hovered = hovered == Some(one.index);
        let is_selected = holds(one.index, selection.claim);
        let focused = (all_nodes || is_hovered || is_selected) && node_ui(ui, look, one, is_hovered, actions);
        for (on, ring) in [
            (is_selected, Ring::Selected),
            (is_hovered || holds(one.index, selection.hovered), Ring::Hovered),
            (focused, Ring::Focused),
        ] {
            if on {
                lit.push((one, point, source, ring));
                break;
            }
        }
    }
    if look.notes && placed.len() <= MOST_COUNTED {
        counts(&painter, look, placed, brush.theme);
    }
    for (one, point, source, ring) in lit {
        brush.mark(&painter, one, point, &source.source);
        brush.ring(&painter, one, &source.source, ring);
    }
    hovered
}

/// "× 5" beside figures that stand in several articles.
fn counts(painter: &Painter, look: &PlotLook<'_>, placed: &[Placed], theme: &Theme) {
    for one in placed {
        let num = look.chart.points.get(one.index).map_or(1, |point| point.num_articles);
        if num > 1 {
            let at = pos2(one.at.x + look.radius + 4.0, one.middle().y + look.radius);
            let words = format!("×\u{2009}{num}");
            painter.text(at, Align2::LEFT_TOP, words, Type::Key.font(), theme.color.faint);
        }
    }
}

fn nearest(placed: &[Placed], pointer: Pos2) -> Option<usize> {
    let distance = |one: &Placed| {
        let ends = [Some(one.at), one.top].into_iter().flatten();
        ends.map(|end| end.distance(pointer)).fold(f32::INFINITY, f32::min)
    };
    let best = placed.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(best) <= NEAR).then_some(best.index)
}

/// The mark as a thing to point at, to click, to reach by Tab; true where it has the keyboard.
fn node_ui(ui: &mut Ui, look: &PlotLook<'_>, placed: &Placed, lit: bool, actions: &mut Vec<Action>) -> bool {
    let chart = look.chart;
    let (Some(point), Some(claim)) = (chart.points.get(placed.index), chosen(look, placed.index)) else {
        return false;
    };
    let Some(source) = look.charts.sources.get(point.source) else {
        return false;
    };
    let id = Id::unique(("point", chart.kind, point.claim().map(|claim| claim.0), look.notes));
    let response = ui.interact(placed.hit.intersect(look.rect.expand(8.0)), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, point_label(point, chart.kind, &source.source)));
    if response.double_clicked() {
        actions.push(Action::OpenInRead(claim));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(claim));
    }
    let focused = response.has_focus();
    if focused && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        actions.push(Action::SelectClaim(claim));
    }
    if focused || (lit && is_ripe(ui, ripe_slot(look), id)) {
        let mut tip = egui::Tooltip::for_widget(&response);
        tip.popup = tip.popup.frame(Theme::of(ui).card());
        tip.width(330.0).show(|ui| card_ui(ui, look, point));
    }
    focused
}

fn ripe_slot(look: &PlotLook<'_>) -> Id {
    Id::unique(("mark under the pointer", look.chart.kind, look.notes))
}

/// True once the pointer has rested on the mark for a moment, or where another card was open just now.
fn is_ripe(ui: &Ui, slot: Id, mark: Id) -> bool {
    let now = ui.input(|input| input.time);
    let (of, since) = ui.data(|data| data.get_temp(slot)).unwrap_or((mark, now));
    let since = if of == mark { since } else { now };
    ui.data_mut(|data| data.insert_temp(slot, (mark, since)));
    let lack = f64::from(size::HOVER_DELAY_SECS) - (now - since);
    if lack <= 0.0 || egui::Tooltip::seconds_since_last_tooltip(ui.ctx()) < WARM_SECS {
        return true;
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(lack));
    false
}

/// The claim that a click selects: the point's first, or the one after the selected one.
fn chosen(look: &PlotLook<'_>, index: usize) -> Option<ClaimId> {
    let claims = &look.chart.points.get(index)?.claims;
    let selected = look.state.selection.claim;
    let at = claims.iter().position(|claim| Some(*claim) == selected);
    let next = at.map_or(0, |at| (at + 1) % claims.len());
    claims.get(next).copied()
}
