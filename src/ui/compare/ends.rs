//! Names with the last figure at the right of a chart, each at the height of its line's end.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2};
use egui_plot::{PlotPoint, PlotTransform};

use super::super::theme::{Theme, Type, size};
use super::super::widgets::marker;
use super::paint::source_color;
use super::plot::PlotLook;
use crate::app::Action;
use crate::show::words;

/// Between two names.
const NAME_LINE: f32 = 17.0;

/// The last figure and the name of each source at the height of its line's end, pushed apart.
pub(super) fn end_names_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    transform: &PlotTransform,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let mut rows: Vec<(f32, usize)> = look
        .chart
        .ends
        .iter()
        .filter_map(|index| {
            let point = look.chart.points.get(*index)?;
            let at = transform.position_from_point(&PlotPoint::new(point.x, look.axis.at(point.y)));
            Some((at.y, *index))
        })
        .collect();
    let room = (area.height() / NAME_LINE).floor() as usize;
    let hidden = keep_first(&mut rows, look, room);
    let foot = if hidden > 0 { NAME_LINE } else { 0.0 };
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    spread(
        &mut rows,
        area.top() + NAME_LINE / 2.0,
        area.bottom() - foot - NAME_LINE / 2.0,
    );
    for (y, index) in &rows {
        let Some(point) = look.chart.points.get(*index) else {
            continue;
        };
        let Some(row) = look.charts.sources.get(point.source) else {
            continue;
        };
        let line = Rect::from_min_max(
            pos2(area.left(), y - NAME_LINE / 2.0),
            pos2(area.right(), y + NAME_LINE / 2.0),
        );
        let color = source_color(theme, &row.source);
        let center = pos2(line.left() + 6.0, *y);
        let fill = marker::Fill::Solid;
        ui.painter()
            .extend(marker::shapes(row.source.slot, center, size::MARKER, color, fill));
        let figure = words::figure(&point.figure);
        let galley = ui
            .painter()
            .layout_no_wrap(figure.clone(), Type::SmallStrong.font(), c.text);
        let x = line.left() + 18.0;
        let name_x = x + galley.size().x + 8.0;
        ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, c.text);
        let mut job = egui::text::LayoutJob::simple_singleline(row.source.name.clone(), Type::Small.font(), c.muted);
        job.wrap = egui::text::TextWrapping::truncate_at_width((line.right() - name_x).max(10.0));
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        ui.painter()
            .galley(pos2(name_x, y - galley.size().y / 2.0), galley, c.muted);
        let id = egui::Id::unique(("end", look.chart.kind, *index));
        let response = ui.interact(line, id, Sense::click());
        let words = format!("Last figure of {}: {figure}", row.source.name);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked()
            && let Some(claim) = point.claim()
        {
            actions.push(Action::SelectClaim(claim));
        }
    }
    if hidden > 0 {
        let at = pos2(area.left() + 18.0, area.bottom());
        let words = format!("+ {}", words::count(hidden, "source"));
        ui.painter()
            .text(at, Align2::LEFT_BOTTOM, words, Type::Small.font(), c.faint);
    }
}

/// Keeps as many rows as there is room for, and one line to say how many went: those with a shape of their own and a
/// running total first. Gives how many went.
fn keep_first(rows: &mut Vec<(f32, usize)>, look: &PlotLook<'_>, room: usize) -> usize {
    if rows.len() <= room {
        return 0;
    }
    let rank = |index: usize| {
        let point = look.chart.points.get(index);
        let source = point.and_then(|point| look.charts.sources.get(point.source));
        let shared = source.is_none_or(|row| row.source.shared);
        (shared, point.is_none_or(|point| !point.mark.total))
    };
    rows.sort_by_key(|(_, index)| rank(*index));
    let kept = room.saturating_sub(1);
    let hidden = rows.len() - kept;
    rows.truncate(kept);
    hidden
}

/// Pushes sorted heights apart to a line each, and back into the area.
fn spread(rows: &mut [(f32, usize)], top: f32, bottom: f32) {
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
        let mut rows = [(10.0, 0), (12.0, 1), (13.0, 2), (98.0, 3), (99.0, 4)];
        spread(&mut rows, 0.0, 100.0);
        assert!(rows.windows(2).all(|two| two[1].0 - two[0].0 >= 16.9));
        assert!(rows[0].0 >= 0.0 && rows[4].0 <= 100.0);
    }
}
