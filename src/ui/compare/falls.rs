//! Notes of totals that fall: why, under the pointer; a click selects the later figure.

use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

use super::super::widgets::tip;
use super::ground::fall_rect;
use super::plot::PlotLook;
use crate::app::{Action, State};
use crate::show::{Point, Scene, words};

/// Takes hover and clicks of the notes.
pub(super) fn falls_ui(ui: &Ui, look: &PlotLook<'_>, scene: &Scene, actions: &mut Vec<Action>) {
    for (number, line) in scene.lines.iter().enumerate() {
        let Some(point) = line.end.and_then(|end| look.point(end)) else {
            continue;
        };
        let Some(rect) = fall_rect(ui.painter(), look, line) else {
            continue;
        };
        let id = egui::Id::unique(("fall", number)).with(look.rect.min.y.to_bits());
        let response = ui.interact(rect.intersect(look.rect), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Total falls, {}", line.note)));
        if response.clicked() {
            actions.extend(point.claim().map(Action::SelectClaim));
        }
        if response.hovered() {
            let why = why(look.state, point);
            let why = why
                .as_deref()
                .unwrap_or("A running total of one source goes down. Both figures are kept.");
            tip(response.on_hover_cursor(CursorIcon::PointingHand), why, "");
        }
    }
}

/// "The total of Interior Ministry goes down ..."; `None` where no figure of the point is such a total.
pub(super) fn why(state: &State, point: &Point) -> Option<String> {
    let is_after = |after: &[u64]| {
        let mut claims = point.claims.iter().filter_map(|claim| u64::try_from(claim.0).ok());
        claims.any(|claim| after.contains(&claim))
    };
    let fall = state.conclusions.falls.iter().find(|fall| is_after(&fall.after))?;
    let reason = words::reason(&fall.reason, Some(fall.days.1.year()));
    let told = state.store.ruling(&fall.key).filter(|ruling| !ruling.reason.is_empty());
    let told = told.map_or_else(String::new, |ruling| format!(" Your reason: {}.", ruling.reason));
    Some(format!("{reason}{told} Both figures are kept."))
}
