//! Shapes of marks as numbers: what the window paints and pictures write is one form.

use super::chart::{Mark, Point};
use crate::quantity::{Figure, Qualifier};

/// The corners of a source's shape around its centre, in radii: diamond, plus, cross, star, else the bow tie. Circle, square
/// and pill (slots 0, 1 and 6) are drawn without corners.
pub fn outline(slot: usize) -> Vec<(f32, f32)> {
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

/// Which way a mark's arrow points: -1 up, 1 down; `None` where it has none.
pub fn arrow_way(point: &Point) -> Option<f32> {
    let open = point.soft.is_some_and(|soft| soft.high.is_none());
    match point.figure.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => Some(-1.0),
        Qualifier::Vague if open => Some(-1.0),
        Qualifier::Almost | Qualifier::UpTo | Qualifier::LessThan => Some(1.0),
        _ => None,
    }
}

/// How far below the middle of its row a mark stands in the key, in points, so that arrow, range and stem stand in the
/// middle with it.
pub fn key_shift(figure: &Figure, look: Mark) -> f32 {
    match figure.qualifier {
        _ if look.incident => -5.0,
        Qualifier::AtLeast | Qualifier::Vague => 6.0,
        Qualifier::Almost => -6.0,
        Qualifier::Range => 8.0,
        _ => 0.0,
    }
}
