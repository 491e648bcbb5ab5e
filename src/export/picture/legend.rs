//! The legend of a picture: shape, colour, name and number of figures of each source that it shows.

use super::colors::colors;
use super::faces;
use super::ground::source_color;
use super::marks::RADIUS;
use super::shape::{Fill, shape};
use super::xml::{Style, Svg};
use crate::show::{ChartLayout, ChartSource, Charts, Place, words};

const ROW: f32 = 20.0;
const SIZE: f32 = 13.0;
/// A name is cut to this width.
const WIDEST: f32 = 250.0;
/// So many sources at most; the others are told by their number.
const MOST: usize = 24;

/// Draws the sources that have `figures` (by number of the source, how many), in rows no wider than `width`; gives where
/// it ends.
pub(super) fn legend(
    svg: &mut Svg,
    charts: &Charts,
    (figures, layout): (&[usize], ChartLayout),
    ((left, top), width): ((f32, f32), f32),
) -> f32 {
    let c = colors();
    let mut rows: Vec<(&ChartSource, usize)> = charts
        .sources
        .iter()
        .zip(figures.iter().copied())
        .filter(|(_, num)| *num > 0)
        .collect();
    // Those with a shape of their own first: they keep their order.
    rows.sort_by_key(|(row, _)| row.source.shared);
    let others = rows.split_off(rows.len().min(MOST));
    let (mut x, mut y) = (left, top + ROW / 2.0);
    let mut place = |wide: f32| {
        if x + wide > left + width && x > left {
            x = left;
            y += ROW;
        }
        let at = Place { x, y };
        x += wide;
        at
    };
    // In one chart of several kinds colour is the kind.
    let by_kind = layout == ChartLayout::Together;
    for (row, num) in rows {
        let name = faces::cut(&row.source.name, (SIZE, false), WIDEST);
        let num = words::number(num as u64);
        let name_wide = faces::width(&name, SIZE, false);
        let at = place(18.0 + name_wide + 6.0 + faces::width(&num, SIZE, false) + 20.0);
        let color = if by_kind { &c.muted } else { source_color(&row.source) };
        let by = |by: f32| Place { x: at.x + by, y: at.y };
        shape(svg, row.source.slot, by(6.0), (RADIUS, color), Fill::Solid);
        svg.words(by(18.0), &name, Style::new(SIZE, &c.text));
        svg.words(by(18.0 + name_wide + 6.0), &num, Style::new(SIZE, &c.faint));
    }
    if !others.is_empty() {
        let told = format!("and {}", words::count(others.len(), "more source"));
        let at = place(faces::width(&told, SIZE, false));
        svg.words(at, &told, Style::new(SIZE, &c.muted));
    }
    y + ROW / 2.0
}
