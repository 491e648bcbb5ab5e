//! Zoom, pan, fit and brush on the axis of time.

use egui::{Id, Rect, Response, Sense, Stroke, Ui, Vec2, pos2};

use super::super::theme::Theme;
use super::super::wish::{self, Wish};
use crate::app::{Action, State};
use crate::show::{Charts, DaysBy, FilterChange, Scene, day_of_number};

/// One step of the keys zooms by this factor.
const KEY_ZOOM: f64 = 1.5;
/// One step of the keys moves by this share of what is in sight.
const KEY_PAN: f64 = 0.25;
/// So many points of the wheel double the scale.
const WHEEL: f64 = 240.0;
/// Shorter than this is a click, not a brush.
const LEAST_BRUSH: f32 = 4.0;

/// Which days are in sight.
#[derive(Default)]
pub(super) struct Sight {
    /// The days on the axis where the analyst zoomed; `None` shows all.
    zoom: Option<(f64, f64)>,
    /// Where the brush began.
    brush: Option<f64>,
}

impl Sight {
    /// True where not all days are shown.
    pub(super) fn is_zoomed(&self) -> bool {
        self.zoom.is_some()
    }

    /// The days that the analyst chose; `None` = all.
    pub(super) fn chosen(&self) -> Option<(f64, f64)> {
        self.zoom
    }

    /// Shows all days.
    pub(super) fn fit(&mut self) {
        self.zoom = None;
    }

    /// First and last day in sight.
    pub(super) fn days(&self, charts: &Charts) -> (f64, f64) {
        self.zoom.unwrap_or_else(|| charts.all_days())
    }

    /// Carries out what keys and menu asked for.
    pub(super) fn keys(&mut self, ui: &Ui, charts: &Charts) {
        let asked = |wish| wish::take(ui.ctx(), wish);
        if asked(Wish::FitChart) {
            self.fit();
        }
        for (wish, factor) in [(Wish::ZoomIn, 1.0 / KEY_ZOOM), (Wish::ZoomOut, KEY_ZOOM)] {
            if asked(wish) {
                self.zoom_by(charts, factor, 0.5);
            }
        }
        for (wish, by) in [(Wish::EarlierDays, -KEY_PAN), (Wish::LaterDays, KEY_PAN)] {
            if asked(wish) {
                self.pan_by(charts, by);
            }
        }
    }

    /// Wheel and drag over a chart, double click on its ground; Shift and drag chooses days.
    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        (state, charts): (&State, &Charts),
        (scene, response, on_ground): (&Scene, &Response, bool),
        actions: &mut Vec<Action>,
    ) {
        self.wheel(ui, charts, response);
        let shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started() && shift {
            let origin = ui.input(|input| input.pointer.press_origin());
            self.brush = origin.map(|at| scene.day_at(at.x - response.rect.left()));
        }
        if let Some(from) = self.brush.filter(|_| response.dragged() || response.drag_stopped()) {
            let chosen = (from, state.compare.days_by);
            self.brush_ui(ui, chosen, (scene, response), actions);
        } else if response.dragged() {
            let by = f64::from(-response.drag_delta().x / response.rect.width().max(1.0));
            self.pan_by(charts, by);
        }
        if response.double_clicked() && on_ground {
            self.fit();
        }
    }

    fn wheel(&mut self, ui: &Ui, charts: &Charts, response: &Response) {
        let Some(pointer) = ui.ctx().pointer_hover_pos().filter(|at| response.rect.contains(*at)) else {
            return;
        };
        if !ui.rect_contains_pointer(response.rect) {
            return;
        }
        // Taken from the frame, so that the list of charts does not scroll as well.
        let (scroll, pinch) = ui.input_mut(|input| {
            let pinch = input.zoom_delta();
            (std::mem::replace(&mut input.smooth_scroll_delta, Vec2::ZERO), pinch)
        });
        let share = f64::from((pointer.x - response.rect.left()) / response.rect.width().max(1.0));
        if scroll.y != 0.0 {
            self.zoom_by(charts, 2f64.powf(f64::from(-scroll.y) / WHEEL), share);
        }
        if (pinch - 1.0).abs() > 0.001 {
            self.zoom_by(charts, 1.0 / f64::from(pinch), share);
        }
        if scroll.x != 0.0 {
            self.pan_by(charts, f64::from(-scroll.x / response.rect.width().max(1.0)));
        }
    }

    /// Shows the chosen days; when the button is let go they become the filter.
    fn brush_ui(
        &mut self,
        ui: &Ui,
        (from, by): (f64, DaysBy),
        (scene, response): (&Scene, &Response),
        actions: &mut Vec<Action>,
    ) {
        let Some(pointer) = ui.ctx().pointer_interact_pos() else {
            return;
        };
        let rect = response.rect;
        let start = rect.left() + scene.x(from).clamp(0.0, scene.size.0);
        let end = pointer.x.clamp(rect.left(), rect.right());
        let (left, right) = (start.min(end), start.max(end));
        let c = &Theme::of(ui).color;
        let chosen = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
        ui.painter().rect_filled(chosen, 0, c.accent.gamma_multiply(0.16));
        for x in [left, right] {
            ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, c.accent));
        }
        if !response.drag_stopped() {
            return;
        }
        self.brush = None;
        let day = |x: f32| day_of_number(scene.day_at(x - rect.left()).floor() as i64);
        if let Some((from, to)) = day(left).zip(day(right)).filter(|_| right - left >= LEAST_BRUSH) {
            self.fit();
            let days = Some((from, to, by));
            actions.push(Action::Filter(FilterChange::Days(days)));
        }
    }

    fn zoom_by(&mut self, charts: &Charts, factor: f64, share: f64) {
        let (from, to) = self.days(charts);
        let at = from + (to - from) * share;
        let next = (at - (at - from) * factor, at + (to - at) * factor);
        self.show(charts, next);
    }

    fn pan_by(&mut self, charts: &Charts, share: f64) {
        let (from, to) = self.days(charts);
        let by = (to - from) * share;
        self.show(charts, (from + by, to + by));
    }

    fn show(&mut self, charts: &Charts, days: (f64, f64)) {
        let all = charts.all_days();
        let days = held(days, all);
        self.zoom = (days != all).then_some(days);
    }
}

/// Zoom and pan stay near the figures: not under half a day, not over three times all days.
fn held((from, to): (f64, f64), all: (f64, f64)) -> (f64, f64) {
    let width = (to - from).clamp(0.5, (all.1 - all.0) * 3.0);
    let middle = f64::midpoint(from, to).clamp(all.0, all.1);
    (middle - width / 2.0, middle + width / 2.0)
}

/// A place that takes the keyboard: the ground of the charts.
pub(super) fn area_ui(ui: &Ui, rect: Rect) {
    let id = Id::unique("charts of compare");
    ui.interact(rect, id, Sense::hover());
    wish::area(ui.ctx(), id);
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
