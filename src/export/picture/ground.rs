//! What lies below the marks: grid, spread between the sources, columns of very many figures, lines.

use super::colors::{Colors, colors};
use super::faces;
use super::xml::{Anchor, Area, Line, Style, Svg};
use crate::show::{COLUMN, Charts, DateTick, Ink, Place, Scene, SceneAdopted, SceneLine, SceneSpread, Source};

/// Least height of a column.
const LEAST_COLUMN: f32 = 2.0;

/// The colour of a source.
pub(super) fn source_color(source: &Source) -> &'static str {
    let c = colors();
    if source.shared {
        &c.faint
    } else {
        c.series(source.color)
    }
}

fn color(c: &'static Colors, charts: &Charts, ink: Ink) -> &'static str {
    match ink {
        Ink::Source(index) => charts
            .sources
            .get(index)
            .map_or(c.faint.as_str(), |row| source_color(&row.source)),
        Ink::OtherSources => &c.faint,
        Ink::Kind(kind) => c.kind(kind).0,
    }
}

/// The lines of days and round figures, and the figures beside them.
pub(super) fn grid(svg: &mut Svg, scene: &Scene, ticks: &[DateTick]) {
    let c = colors();
    let (width, height) = scene.size;
    for tick in ticks {
        let x = scene.x(tick.line);
        if (0.0..=width).contains(&x) {
            svg.line(&[Place { x, y: 0.0 }, Place { x, y: height }], Line::new(&c.grid, 1.0));
        }
    }
    for tick in &scene.ticks {
        let line = if tick.is_zero { &c.line_strong } else { &c.grid };
        let end = |x: f32| Place { x, y: tick.y };
        svg.line(&[end(0.0), end(width)], Line::new(line, 1.0));
        svg.words(end(-8.0), &tick.label, Style::new(12.0, &c.faint).anchor(Anchor::End));
    }
}

/// How far the sources lie apart.
pub(super) fn band(svg: &mut Svg, spread: &SceneSpread) {
    let c = colors();
    // Where all say one number the band is a line.
    let (low, high) = (spread.y.0, spread.y.1);
    let (top, bottom) = (high.min(low - 1.0), low.max(high + 1.0));
    let (left, right) = spread.x;
    let area = Area {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
    };
    svg.rect(area, 0.0, if spread.agreed { &c.ok } else { &c.muted }, 0.11);
    if spread.agreed {
        let end = |x: f32| Place { x, y: top };
        svg.line(&[end(left), end(right)], Line::new(&c.ok, 1.5).opacity(0.8));
    }
}

/// From the lowest to the highest figure of each column.
pub(super) fn columns(svg: &mut Svg, scene: &Scene, charts: &Charts) {
    for column in &scene.columns {
        let lack = ((LEAST_COLUMN - (column.low_y - column.high_y)) / 2.0).max(0.0);
        let area = Area {
            x: column.x - COLUMN / 2.0 + 0.5,
            y: column.high_y - lack,
            width: COLUMN - 1.0,
            height: column.low_y - column.high_y + lack * 2.0,
        };
        svg.rect(area, 0.0, color(colors(), charts, column.ink), 0.75);
    }
}

/// Level until the next total, then up or down; a fall is dashed.
pub(super) fn step_line(svg: &mut Svg, charts: &Charts, line: &SceneLine) {
    let look = Line::new(color(colors(), charts, line.ink), 1.75);
    svg.line(&line.corners, if line.falls { look.dash("4 3") } else { look });
}

/// What the analyst adopted: a thick line in the colour of text, which no source has, with a bar from low to high.
pub(super) fn adopted(svg: &mut Svg, line: &SceneAdopted) {
    let ink = &colors().text;
    let square = |x: f32, (top, bottom): (f32, f32), half: f32| Area {
        x: x - half,
        y: top,
        width: half * 2.0,
        height: bottom - top,
    };
    for (at, low, high) in &line.bars {
        let reach = (high.min(at.y - 1.0), low.max(at.y + 1.0));
        svg.rect(square(at.x, reach, 3.5), 1.0, ink, 0.28);
    }
    svg.line(&line.corners, Line::new(ink, 3.5).opacity(0.75));
    for (at, ..) in &line.bars {
        svg.rect(square(at.x, (at.y - 4.0, at.y + 4.0), 4.0), 1.0, ink, 1.0);
    }
}

/// The figures of a fall, with a line that falls.
pub(super) fn fall_note(svg: &mut Svg, line: &SceneLine) {
    let c = colors();
    if line.note.is_empty() {
        return;
    }
    let width = faces::width(&line.note, 13.0, false) + 20.0;
    let at = Place {
        x: line.note_at.x,
        y: line.note_at.y + 9.0,
    };
    let area = Area {
        x: at.x - 2.0,
        y: at.y - 9.0,
        width: width + 4.0,
        height: 18.0,
    };
    svg.rect(area, 2.0, &c.sheet, 0.9);
    let by = |x: f32, y: f32| Place {
        x: at.x + x,
        y: at.y + y,
    };
    let look = Line::new(&c.warn, 1.3);
    svg.line(&[by(0.0, -4.0), by(4.5, 0.5), by(7.0, -1.5), by(12.0, 4.0)], look);
    svg.line(&[by(8.0, 4.0), by(12.0, 4.0), by(12.0, 0.0)], look);
    svg.words(by(17.0, 0.0), &line.note, Style::new(13.0, &c.warn));
}
