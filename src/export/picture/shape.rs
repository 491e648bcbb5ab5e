//! Shapes of sources: circle, square, diamond, plus, cross, star, pill, bow tie, so that grey print tells them apart.

use super::xml::{Svg, number, point};
use crate::show::{Place, outline};

/// How a shape is filled.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Fill<'c> {
    /// Decided.
    Solid,
    /// Unreviewed: filled with the ground's colour.
    Hollow(&'c str),
}

/// Draws the shape of a slot (0 to 7) around a place.
pub(super) fn shape(svg: &mut Svg, slot: usize, at: Place, (radius, color): (f32, &str), fill: Fill<'_>) {
    let line = radius * 0.38;
    // A hollow shape's line lies inside its form, so that both have one size.
    let (r, inner, stroke) = match fill {
        Fill::Solid => (radius, color, "0".to_owned()),
        Fill::Hollow(ground) => (radius - line * 0.5, ground, number(line)),
    };
    let look = [("fill", inner), ("stroke", color), ("stroke-width", stroke.as_str())];
    let (half_width, half_height, round) = match slot {
        0 => {
            let numbers = [at.x, at.y, r].map(number);
            let [x, y, r] = &numbers;
            svg.element(
                "circle",
                &[&[("cx", x.as_str()), ("cy", y), ("r", r)][..], &look].concat(),
            );
            return;
        }
        1 => (r * 0.88, r * 0.88, 0.0),
        6 => (r * 1.35, r * 0.72, r * 0.72),
        _ => {
            let corners: Vec<String> = outline(slot)
                .into_iter()
                .map(|(x, y)| {
                    point(Place {
                        x: at.x + x * r,
                        y: at.y + y * r,
                    })
                })
                .collect();
            svg.element(
                "polygon",
                &[&[("points", corners.join(" ").as_str())][..], &look].concat(),
            );
            return;
        }
    };
    let numbers = [
        at.x - half_width,
        at.y - half_height,
        half_width * 2.0,
        half_height * 2.0,
        round,
    ]
    .map(number);
    let [x, y, width, height, round] = &numbers;
    let place = [
        ("x", x.as_str()),
        ("y", y),
        ("width", width),
        ("height", height),
        ("rx", round),
    ];
    svg.element("rect", &[&place[..], &look].concat());
}
