//! Shapes of sources: circle, square, diamond, plus, cross, star, pill, bow tie.

use egui::{Color32, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::show::outline;

/// The slot of "Not stated".
pub const NOT_STATED_SLOT: usize = 7;

/// How a marker is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// Decided.
    Solid,
    /// Unreviewed: filled with the ground's colour.
    Hollow(Color32),
}

/// The marker of a source slot (0 to 7) around `center`.
pub fn shapes(slot: usize, center: Pos2, radius: f32, color: Color32, fill: Fill) -> Vec<Shape> {
    let line = Stroke::new(radius * 0.38, color);
    let inner = match fill {
        Fill::Solid => color,
        Fill::Hollow(ground) => ground,
    };
    let hollow = matches!(fill, Fill::Hollow(_));
    // A hollow marker's line lies inside its form, so that both have one size.
    let r = if hollow { radius - line.width * 0.5 } else { radius };
    match slot {
        0 => vec![Shape::Circle(egui::epaint::CircleShape {
            center,
            radius: r,
            fill: inner,
            stroke: if hollow { line } else { Stroke::NONE },
        })],
        1 => vec![rect_shape(center, vec2(r, r) * 0.88, 0, inner, hollow.then_some(line))],
        6 => vec![rect_shape(
            center,
            vec2(r * 1.35, r * 0.72),
            4,
            inner,
            hollow.then_some(line),
        )],
        _ => union(&outline_at(slot, center, r), center, inner, hollow.then_some(line)),
    }
}

fn rect_shape(center: Pos2, half: Vec2, round: u8, fill: Color32, line: Option<Stroke>) -> Shape {
    let rect = Rect::from_center_size(center, half * 2.0);
    let line = line.unwrap_or(Stroke::NONE);
    Shape::Rect(egui::epaint::RectShape::new(
        rect,
        round,
        fill,
        line,
        StrokeKind::Middle,
    ))
}

/// The closed outline, star-shaped as seen from the centre.
fn outline_at(slot: usize, center: Pos2, r: f32) -> Vec<Pos2> {
    let corners = outline(slot).into_iter();
    corners.map(|(x, y)| pos2(center.x + x * r, center.y + y * r)).collect()
}

/// Fills the outline by triangles from the centre, then draws its line.
fn union(outline: &[Pos2], center: Pos2, fill: Color32, line: Option<Stroke>) -> Vec<Shape> {
    let mut mesh = egui::Mesh::default();
    mesh.colored_vertex(center, fill);
    for corner in outline {
        mesh.colored_vertex(*corner, fill);
    }
    let len = outline.len() as u32;
    for at in 0..len {
        mesh.add_triangle(0, at + 1, (at + 1) % len + 1);
    }
    // A thin line smooths the edge, which a bare mesh does not.
    let edge = line.unwrap_or_else(|| Stroke::new(0.6, fill));
    vec![Shape::mesh(mesh), Shape::closed_line(outline.to_vec(), edge)]
}

/// The solid marker of a source as an item of a row, 12 wide.
pub fn marker_ui(ui: &mut Ui, slot: usize, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
    ui.painter().extend(shapes(
        slot,
        rect.center(),
        super::super::theme::size::MARKER,
        color,
        Fill::Solid,
    ));
    response
}
