//! Shapes of sources: circle, square, diamond, plus, cross, star, pill, bow tie, so that grey print tells them apart.

use super::xml::{Svg, number, point};
use crate::show::Place;

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

/// The corners around the centre, in radii.
fn outline(slot: usize) -> Vec<(f32, f32)> {
    let arm = 0.4;
    let plus = [
        (-arm, -1.1),
        (arm, -1.1),
        (arm, -arm),
        (1.1, -arm),
        (1.1, arm),
        (arm, arm),
        (arm, 1.1),
        (-arm, 1.1),
        (-arm, arm),
        (-1.1, arm),
        (-1.1, -arm),
        (-arm, -arm),
    ];
    match slot {
        2 => vec![(0.0, -1.25), (1.1, 0.0), (0.0, 1.25), (-1.1, 0.0)],
        3 => plus.to_vec(),
        4 => {
            let turn = std::f32::consts::FRAC_1_SQRT_2;
            plus.iter().map(|(x, y)| ((x - y) * turn, (x + y) * turn)).collect()
        }
        5 => (0..10_u8)
            .map(|corner| {
                let angle = std::f32::consts::PI * (f32::from(corner) / 5.0 - 0.5);
                let reach = if corner % 2 == 0 { 1.3 } else { 0.58 };
                (angle.cos() * reach, angle.sin() * reach)
            })
            .collect(),
        _ => vec![
            (-1.15, -0.95),
            (0.0, -0.2),
            (1.15, -0.95),
            (1.15, 0.95),
            (0.0, 0.2),
            (-1.15, 0.95),
        ],
    }
}
