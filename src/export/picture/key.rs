//! The key of a picture: the marks that it has, in words.

use jiff::civil::Date;

use super::colors::colors;
use super::faces;
use super::marks::{self, MarkInk};
use super::xml::{Area, Line, Style, Svg};
use crate::quantity::{Figure, Qualifier};
use crate::show::{DayBasis, Mark, Place, Point, Scene, SceneMark, Soft, key_shift};

/// Height of a row.
pub(super) const ROW: f32 = 26.0;
const SIZE: f32 = 12.0;
/// Before the words of an entry and behind them.
const BEFORE: f32 = 18.0;
const BEHIND: f32 = 18.0;

/// What an entry shows.
#[derive(Clone, Copy)]
enum Shown {
    Mark(Figure, Mark),
    Spread { agreed: bool },
    Adopted,
}

/// What is drawn in the charts of a picture.
pub(super) struct Used<'a> {
    /// The points that have marks.
    pub(super) points: Vec<&'a Point>,
    /// What they are drawn in.
    pub(super) scenes: &'a [Scene],
}

/// Draws the entries that the picture needs, from (`left`, `top`) on; gives where it ends.
pub(super) fn key(svg: &mut Svg, used: &Used<'_>, (left, top): (f32, f32), width: f32) -> f32 {
    let c = colors();
    let (mut x, mut y) = (left, top + ROW / 2.0);
    for (shown, word) in entries(used) {
        let wide = BEFORE + faces::width(word, SIZE, false) + BEHIND;
        if x + wide > left + width && x > left {
            x = left;
            y += ROW;
        }
        let at = Place { x: x + 6.0, y };
        match shown {
            Shown::Mark(figure, look) => sample(svg, at, figure, look),
            Shown::Adopted => svg.line(&[Place { x, y }, Place { x: x + 13.0, y }], Line::new(&c.text, 3.5)),
            Shown::Spread { agreed } => {
                let area = Area {
                    x,
                    y: y - 6.0,
                    width: 13.0,
                    height: 12.0,
                };
                svg.rect(area, 0.0, if agreed { &c.ok } else { &c.muted }, 0.22);
            }
        }
        svg.words(Place { x: x + BEFORE, y }, word, Style::new(SIZE, &c.muted));
        x += wide;
    }
    if x > left { y + ROW / 2.0 } else { y - ROW / 2.0 }
}

fn entries(used: &Used<'_>) -> Vec<(Shown, &'static str)> {
    let mark = |change: fn(&mut Mark)| {
        let mut mark = Mark::default();
        change(&mut mark);
        mark
    };
    let plain = Mark::default();
    let any = |test: &dyn Fn(&Point) -> bool| used.points.iter().any(|point| test(point));
    let has = |qualifiers: &'static [Qualifier]| any(&|point| qualifiers.contains(&point.figure.qualifier));
    let spread = |agreed: bool| {
        let mut bands = used.scenes.iter().flat_map(|scene| &scene.spread);
        bands.any(|band| band.agreed == agreed)
    };
    let figure = |figure| Shown::Mark(figure, plain);
    let look = |look| Shown::Mark(Figure::exact(1), look);
    let rows = [
        (has(&[Qualifier::Exact]), figure(Figure::exact(1)), "exact"),
        (
            has(&[Qualifier::AtLeast, Qualifier::MoreThan]),
            figure(Figure::hedged(1, Qualifier::AtLeast)),
            "at least, more than",
        ),
        (
            has(&[Qualifier::Almost, Qualifier::UpTo, Qualifier::LessThan]),
            figure(Figure::hedged(1, Qualifier::Almost)),
            "at most, almost",
        ),
        (has(&[Qualifier::Range]), figure(Figure::range(1, 2)), "range"),
        (
            has(&[Qualifier::About]),
            figure(Figure::hedged(1, Qualifier::About)),
            "about",
        ),
        (has(&[Qualifier::Vague]), figure(Figure::vague(Some(1))), "vague word"),
        (
            any(&|point| point.mark.unreviewed),
            look(mark(|mark| mark.unreviewed = true)),
            "hollow: unreviewed",
        ),
        (
            any(&|point| point.mark.incident),
            look(mark(|mark| mark.incident = true)),
            "stem: one incident",
        ),
        (
            any(&|point| point.mark.part),
            look(mark(|mark| mark.part = true)),
            "small: part",
        ),
        (
            any(&|point| point.mark.denied || point.mark.superseded),
            look(mark(|mark| mark.denied = true)),
            "struck: denied, replaced",
        ),
        (
            any(&|point| point.mark.rejected),
            look(mark(|mark| mark.rejected = true)),
            "grey cross: rejected",
        ),
        (spread(false), Shown::Spread { agreed: false }, "spread between sources"),
        (spread(true), Shown::Spread { agreed: true }, "they agree"),
        (
            used.scenes.iter().any(|scene| !scene.adopted.is_empty()),
            Shown::Adopted,
            "adopted",
        ),
    ];
    let rows = rows.into_iter().filter(|(used, _, _)| *used);
    rows.map(|(_, shown, word)| (shown, word)).collect()
}

fn sample(svg: &mut Svg, at: Place, figure: Figure, look: Mark) {
    let shift = key_shift(&figure, look);
    let at = Place {
        x: at.x,
        y: at.y + shift,
    };
    let soft = match figure.qualifier {
        Qualifier::About => Some(Soft { low: 1, high: Some(1) }),
        Qualifier::Vague => Some(Soft { low: 1, high: None }),
        _ => None,
    };
    let point = Point {
        source: 0,
        day: Date::ZERO,
        basis: DayBasis::AsOf,
        x: 0.0,
        figure,
        y: 1,
        soft,
        period: None,
        whole: None,
        claims: Vec::new(),
        num_articles: 1,
        mark: look,
    };
    let mark = SceneMark {
        chart: 0,
        index: 0,
        at,
        top: (figure.qualifier == Qualifier::Range).then_some(at.y - 16.0),
        // The open bar of the key is shorter than a row.
        soft: soft.map(|soft| (at.y, soft.high.map(|_| at.y))),
        stem: look.incident.then_some(at.y + 13.0),
        segment: None,
        whole: None,
        under: Vec::new(),
    };
    let ink = MarkInk {
        slot: 0,
        color: &colors().faint,
    };
    marks::below(svg, &mark, &point, ink);
    marks::mark(svg, &mark, &point, ink);
}
