//! Names with the last figure at the right of a chart, each at the height of its line's end.

use super::colors::colors;
use super::faces;
use super::ground::source_color;
use super::shape::{Fill, shape};
use super::xml::{Style, Svg};
use crate::show::{Charts, KindChart, Place, Point, Scene, words};

/// Between two names.
const NAME_LINE: f32 = 17.0;
/// Height of the words.
const SIZE: f32 = 13.0;

/// A name: at which height, of which kind's chart, which point.
type Row<'a> = (f32, &'a KindChart, &'a Point);

/// The last figure in sight and the name of each source, from `left` on, in `room`.
pub(super) fn ends(svg: &mut Svg, charts: &Charts, (scene, kinds): (&Scene, &[&KindChart]), (left, room): (f32, f32)) {
    let c = colors();
    let mut rows: Vec<Row<'_>> = Vec::new();
    for chart in kinds {
        rows.extend(last_in_sight(scene, chart).map(|point| (scene.y(point.y), *chart, point)));
    }
    let (top, bottom) = (-2.0, scene.size.1 + 8.0);
    let fit = ((bottom - top) / NAME_LINE).floor() as usize;
    let hidden = keep_first(&mut rows, charts, fit);
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let foot = if hidden > 0 { NAME_LINE } else { 0.0 };
    let mut heights: Vec<f32> = rows.iter().map(|row| row.0).collect();
    push_apart(&mut heights, top + NAME_LINE / 2.0, bottom - foot - NAME_LINE / 2.0);
    for (y, (_, chart, point)) in heights.iter().zip(&rows) {
        let Some(row) = charts.sources.get(point.source) else {
            continue;
        };
        let color = if kinds.len() > 1 {
            c.kind(chart.kind).0
        } else {
            source_color(&row.source)
        };
        let at = |x: f32| Place { x: left + x, y: *y };
        shape(
            svg,
            row.source.slot,
            at(6.0),
            (super::marks::RADIUS, color),
            Fill::Solid,
        );
        let figure = words::figure(&point.figure);
        svg.words(at(18.0), &figure, Style::new(SIZE, &c.text).strong());
        let name_at = 18.0 + faces::width(&figure, SIZE, true) + 6.0;
        let name = faces::cut(&row.source.name, (SIZE, false), (room - name_at).max(20.0));
        svg.words(at(name_at), &name, Style::new(SIZE, &c.muted));
    }
    if hidden > 0 {
        let at = Place {
            x: left + 18.0,
            y: bottom - NAME_LINE / 2.0,
        };
        let told = format!("+ {}", words::count(hidden, "source"));
        svg.words(at, &told, Style::new(SIZE, &c.faint));
    }
}

/// Of all days the ends of the lines; of some days the last figure that each source has on them.
fn last_in_sight<'a>(scene: &Scene, chart: &'a KindChart) -> impl Iterator<Item = &'a Point> {
    let (from, to) = scene.days;
    let ends = chart.ends.iter().filter_map(|index| chart.points.get(*index));
    ends.filter(move |point| (from..=to).contains(&point.x))
}

/// Keeps as many rows as there is room for, and one line to say how many went: those with a shape of their own and a
/// running total first. Gives how many went.
fn keep_first(rows: &mut Vec<Row<'_>>, charts: &Charts, fit: usize) -> usize {
    if rows.len() <= fit {
        return 0;
    }
    rows.sort_by_key(|(_, _, point)| {
        let row = charts.sources.get(point.source);
        (row.is_none_or(|row| row.source.shared), !point.mark.total)
    });
    let kept = fit.saturating_sub(1);
    let hidden = rows.len() - kept;
    rows.truncate(kept);
    hidden
}

/// Pushes sorted heights apart to a line each, and back into the area.
fn push_apart(heights: &mut [f32], top: f32, bottom: f32) {
    let mut least = top;
    for height in heights.iter_mut() {
        *height = height.max(least);
        least = *height + NAME_LINE;
    }
    let mut most = bottom;
    for height in heights.iter_mut().rev() {
        *height = height.min(most);
        most = *height - NAME_LINE;
    }
}
