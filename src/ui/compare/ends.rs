//! Names with the last figure at the right of a chart, each at the height of its line's end.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2};
use jiff::civil::Date;

use super::super::theme::{Theme, Type, size};
use super::super::widgets::marker;
use super::plot::PlotLook;
use crate::app::Action;
use crate::show::{Scene, day_of_number, words};

/// Between two names.
const NAME_LINE: f32 = 17.0;

/// One name: at which height, and its chart and point.
type Row = (f32, (usize, usize));

/// The last figure and the name of each source at the height of its line's end, pushed apart; under a crosshair those that
/// stand on its day.
pub(super) fn end_names_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (scene, crosshair): (&Scene, Option<f64>),
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let day = crosshair.and_then(|x| day_of_number(x.floor() as i64));
    let mut rows: Vec<Row> = Vec::new();
    for number in 0..look.kinds.len() {
        let Some(chart) = look.chart(number) else { continue };
        let points = match day {
            Some(day) => chart.standing(day),
            None => chart.ends.clone(),
        };
        let points = points
            .into_iter()
            .filter_map(|index| Some((index, chart.points.get(index)?)));
        rows.extend(points.map(|(index, point)| (look.rect.top() + scene.y(point.y), (number, index))));
    }
    let only = look.charts().only_year();
    let mut area = area;
    if let Some(day) = day {
        let words = match rows.len() {
            0 => format!("Nothing stands on {}", words::day_among(day, only)),
            _ => format!("Standing on {}", words::day_among(day, only)),
        };
        let at = pos2(area.left(), area.top() + NAME_LINE / 2.0);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, words, Type::Key.font(), c.faint);
        area.min.y += NAME_LINE;
    }
    let room = (area.height() / NAME_LINE).floor() as usize;
    let hidden = keep_first(&mut rows, look, room);
    let foot = if hidden > 0 { NAME_LINE } else { 0.0 };
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    spread(
        &mut rows,
        area.top() + NAME_LINE / 2.0,
        area.bottom() - foot - NAME_LINE / 2.0,
    );
    for (y, place) in &rows {
        let line = Rect::from_min_max(
            pos2(area.left(), y - NAME_LINE / 2.0),
            pos2(area.right(), y + NAME_LINE / 2.0),
        );
        name_ui(ui, look, (*place, day), line, actions);
    }
    if hidden > 0 {
        let at = pos2(area.left() + 18.0, area.bottom());
        // of a day a source may say several things
        let what = if day.is_some() { "figure" } else { "source" };
        let words = format!("+ {}", words::count(hidden, what));
        ui.painter()
            .text(at, Align2::LEFT_BOTTOM, words, Type::Small.font(), c.faint);
    }
}

fn name_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (place, day): ((usize, usize), Option<Date>),
    line: Rect,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let y = line.center().y;
    let chart = look.chart(place.0);
    let (Some(chart), Some(point)) = (chart, look.point(place)) else {
        return;
    };
    let row = look.charts().sources.get(point.source);
    let (Some(row), Some(ink)) = (row, look.ink(theme, place.0, point)) else {
        return;
    };
    let center = pos2(line.left() + 6.0, y);
    let shapes = marker::shapes(ink.slot, center, size::MARKER, ink.color, marker::Fill::Solid);
    ui.painter().extend(shapes);
    let figure = words::figure(&point.figure);
    // What stands from an earlier day is told in a lighter hand.
    let is_older = day.is_some_and(|day| point.day < day);
    let style = if is_older { Type::Small } else { Type::SmallStrong };
    let galley = ui.painter().layout_no_wrap(figure.clone(), style.font(), c.text);
    let x = line.left() + 18.0;
    let name_x = x + galley.size().x + 8.0;
    ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, c.text);
    let mut name = row.source.name.clone();
    if is_older {
        name = format!("{name}, {}", words::date_among(point.day, look.charts().only_year()));
    }
    let mut job = egui::text::LayoutJob::simple_singleline(name, Type::Small.font(), c.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width((line.right() - name_x).max(10.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter()
        .galley(pos2(name_x, y - galley.size().y / 2.0), galley, c.muted);
    let id = egui::Id::unique(("end", chart.kind, place.1, look.notes));
    let response = ui.interact(line, id, Sense::click());
    let words = match day {
        Some(_) => format!("Standing figure of {}: {figure}", row.source.name),
        None => format!("Last figure of {}: {figure}", row.source.name),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked()
        && let Some(claim) = point.claim()
    {
        actions.push(Action::SelectClaim(claim));
    }
}

/// Keeps as many rows as there is room for, and one line to say how many went: those with a shape of their own and a
/// running total first. Gives how many went.
fn keep_first(rows: &mut Vec<Row>, look: &PlotLook<'_>, room: usize) -> usize {
    if rows.len() <= room {
        return 0;
    }
    let rank = |place: (usize, usize)| {
        let point = look.point(place);
        let source = point.and_then(|point| look.charts().sources.get(point.source));
        let shared = source.is_none_or(|row| row.source.shared);
        (shared, point.is_none_or(|point| !point.mark.total))
    };
    rows.sort_by_cached_key(|(_, place)| rank(*place));
    let kept = room.saturating_sub(1);
    let hidden = rows.len() - kept;
    rows.truncate(kept);
    hidden
}

/// Pushes sorted heights apart to a line each, and back into the area.
fn spread(rows: &mut [Row], top: f32, bottom: f32) {
    let mut least = top;
    for row in rows.iter_mut() {
        row.0 = row.0.max(least);
        least = row.0 + NAME_LINE;
    }
    let mut most = bottom;
    for row in rows.iter_mut().rev() {
        row.0 = row.0.min(most);
        most = row.0 - NAME_LINE;
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn names_keep_a_line_apart_and_stay_inside() {
        let mut rows = [10.0, 12.0, 13.0, 98.0, 99.0].map(|y| (y, (0, 0)));
        spread(&mut rows, 0.0, 100.0);
        assert!(rows.windows(2).all(|two| two[1].0 - two[0].0 >= 16.9));
        assert!(rows[0].0 >= 0.0 && rows[4].0 <= 100.0);
    }
}
