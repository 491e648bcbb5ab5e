//! Marks as on screen: shapes of sources with what their qualifier adds.

use super::colors::colors;
use super::shape::{Fill, shape};
use super::xml::{Anchor, Area, Line, Style, Svg};
use crate::quantity::Qualifier;
use crate::show::{Place, Point, SceneMark, arrow_way};

/// Half the size of a mark.
pub(super) const RADIUS: f32 = 4.6;
/// Length of an arrow beyond its marker.
const ARROW: f32 = 9.0;
/// A range lower than this is drawn as two caps and a bar.
const LOW_RANGE: f32 = 14.0;
/// How far a soft bar reaches to the side of its marker.
const SOFT_BESIDE: f32 = 3.5;
/// Length of a soft bar that is open above, and how strong it is from below.
const OPEN_BAR: f32 = 26.0;
const OPEN_STEPS: [f32; 4] = [0.34, 0.25, 0.16, 0.08];

/// Shape and colour of a mark.
#[derive(Clone, Copy)]
pub(super) struct MarkInk<'c> {
    /// The shape.
    pub(super) slot: usize,
    /// The colour.
    pub(super) color: &'c str,
}

impl<'c> MarkInk<'c> {
    /// What no longer holds is grey.
    fn of(self, point: &Point) -> &'c str {
        if point.mark.superseded {
            &colors().faint
        } else {
            self.color
        }
    }
}

fn by(at: Place, x: f32, y: f32) -> Place {
    Place {
        x: at.x + x,
        y: at.y + y,
    }
}

/// What lies below all marks: stem, time that it is for, tie to its whole.
pub(super) fn below(svg: &mut Svg, mark: &SceneMark, point: &Point, ink: MarkInk<'_>) {
    let (at, color) = (mark.at, ink.of(point));
    if let Some(base) = mark.stem {
        svg.line(&[at, Place { x: at.x, y: base }], Line::new(color, 1.0).opacity(0.55));
    }
    if let Some((from, to)) = mark.segment {
        let (width, share) = if point.mark.total { (1.0, 0.4) } else { (1.5, 0.6) };
        let line = Line::new(color, width).opacity(share);
        let end = |x: f32| Place { x, y: at.y };
        svg.line(&[end(from), end(to)], line);
        for x in [from, to] {
            svg.line(&[by(end(x), 0.0, -4.0), by(end(x), 0.0, 4.0)], line);
        }
    }
    if let Some(whole) = mark.whole {
        svg.line(&[at, whole], Line::new(color, 1.0).opacity(0.6));
    }
}

/// One mark.
pub(super) fn mark(svg: &mut Svg, mark: &SceneMark, point: &Point, ink: MarkInk<'_>) {
    let c = colors();
    let (at, color) = (mark.at, ink.of(point));
    if point.mark.rejected {
        let reach = RADIUS * 0.8;
        for side in [reach, -reach] {
            svg.line(&[by(at, -reach, -side), by(at, reach, side)], Line::new(&c.faint, 1.3));
        }
        return;
    }
    let radius = RADIUS * if point.mark.part { 0.72 } else { 1.0 };
    let fill = if point.mark.unreviewed {
        Fill::Hollow(&c.sheet)
    } else {
        Fill::Solid
    };
    if let Some(soft) = mark.soft {
        soft_bar(svg, at.x, soft, (color, radius));
    }
    let drawn = (MarkInk { slot: ink.slot, color }, radius);
    match mark.top {
        Some(top) => range(svg, (at, top), drawn, fill),
        None => end(svg, at, drawn, fill),
    }
    arrow(svg, at, point, (color, radius));
    if point.mark.denied || point.mark.superseded {
        let reach = radius + 4.0;
        let line = [by(at, -reach, reach), by(at, reach, -reach)];
        svg.line(&line, Line::new(&c.sheet, 3.5));
        svg.line(&line, Line::new(color, 1.5));
    }
}

/// A shape with its halo in the ground's colour.
fn end(svg: &mut Svg, at: Place, (ink, radius): (MarkInk<'_>, f32), fill: Fill<'_>) {
    shape(svg, ink.slot, at, (radius + 2.0, &colors().sheet), Fill::Solid);
    shape(svg, ink.slot, at, (radius, ink.color), fill);
}

/// Two markers joined by a bar; two caps and a bar where they stand too close.
fn range(svg: &mut Svg, (at, top): (Place, f32), (ink, radius): (MarkInk<'_>, f32), fill: Fill<'_>) {
    let sheet = &colors().sheet;
    let area = |beside: f32, beyond: f32| Area {
        x: at.x - beside,
        y: top - beyond,
        width: beside * 2.0,
        height: at.y - top + beyond * 2.0,
    };
    let high = Place { x: at.x, y: top };
    if at.y - top < LOW_RANGE {
        svg.rect(area(radius + 3.0, 3.0), 2.0, sheet, 1.0);
        let width = if fill == Fill::Solid { 4.0 } else { 1.75 };
        svg.line(&[at, high], Line::new(ink.color, width));
        for end in [at, high] {
            svg.line(
                &[by(end, -radius, 0.0), by(end, radius, 0.0)],
                Line::new(ink.color, 1.75),
            );
        }
        return;
    }
    svg.rect(area(3.5, 0.0), 0.0, sheet, 1.0);
    if fill == Fill::Solid {
        svg.rect(area(2.0, 0.0), 0.0, ink.color, 1.0);
    } else {
        for side in [-2.0, 2.0] {
            svg.line(&[by(at, side, 0.0), by(high, side, 0.0)], Line::new(ink.color, 1.3));
        }
    }
    end(svg, at, (ink, radius), fill);
    end(svg, high, (ink, radius), fill);
}

/// The reach of "about" or of a vague word; open above it fades.
fn soft_bar(svg: &mut Svg, x: f32, (low, high): (f32, Option<f32>), (color, radius): (&str, f32)) {
    let bar = |top: f32, bottom: f32| Area {
        x: x - radius - SOFT_BESIDE,
        y: top,
        width: (radius + SOFT_BESIDE) * 2.0,
        height: bottom - top,
    };
    if let Some(high) = high {
        // A bar that is lower than its marker would not be seen.
        let lack = ((radius * 4.6 - (low - high)) / 2.0).max(0.0);
        svg.rect(bar(high - lack, low + lack), 2.0, color, 0.32);
        return;
    }
    let each = OPEN_BAR / OPEN_STEPS.len() as f32;
    let mut bottom = low;
    for strength in OPEN_STEPS {
        svg.rect(bar(bottom - each, bottom), 0.0, color, strength);
        bottom -= each;
    }
}

fn arrow(svg: &mut Svg, at: Place, point: &Point, (color, radius): (&str, f32)) {
    let Some(up) = arrow_way(point) else { return };
    let start = by(at, 0.0, up * (radius + 2.0));
    let tip = by(start, 0.0, up * ARROW);
    let line = Line::new(color, 1.5);
    svg.line(&[start, tip], Line::new(&colors().sheet, 4.0));
    let shaft = if point.figure.qualifier == Qualifier::Vague {
        line.dash("1.5 2")
    } else {
        line
    };
    svg.line(&[start, tip], shaft);
    let barb = radius * 0.72;
    svg.line(&[by(tip, -barb, -up * barb), tip, by(tip, barb, -up * barb)], line);
}

/// How many more marks would stand here.
pub(super) fn badge(svg: &mut Svg, at: Place, more: usize) {
    let c = colors();
    let words = format!("+{more}");
    let area = Area {
        x: at.x + RADIUS + 1.0,
        y: at.y - RADIUS - 13.0,
        width: super::faces::width(&words, 12.0, false) + 8.0,
        height: 16.0,
    };
    svg.rect(area, 7.0, &c.line_strong, 1.0);
    let inside = Area {
        x: area.x + 1.0,
        y: area.y + 1.0,
        width: area.width - 2.0,
        height: area.height - 2.0,
    };
    svg.rect(inside, 6.0, &c.sheet, 1.0);
    let middle = Place {
        x: area.x + area.width / 2.0,
        y: area.y + area.height / 2.0,
    };
    svg.words(middle, &words, Style::new(12.0, &c.text).anchor(Anchor::Middle));
}

/// "× 5" beside a figure that stands in several articles.
pub(super) fn count(svg: &mut Svg, at: Place, num_articles: usize) {
    let words = format!("×\u{2009}{num_articles}");
    // A line that runs below would strike the number through.
    let ground = Area {
        x: at.x + RADIUS + 1.0,
        y: at.y + RADIUS + 2.0,
        width: super::faces::width(&words, 12.0, false),
        height: 12.0,
    };
    svg.rect(ground, 2.0, &colors().sheet, 0.85);
    svg.words(
        by(at, RADIUS + 1.0, RADIUS + 8.0),
        &words,
        Style::new(12.0, &colors().faint),
    );
}
