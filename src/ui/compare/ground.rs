//! What lies below the marks of a chart: grid, spread between the sources, columns of very many figures, lines.

use egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons};
use super::paint::source_color;
use super::plot::PlotLook;
use crate::show::{COLUMN, Ink, NOTE_HEIGHT, NOTE_SIGN, Place, Scene, SceneAdopted, SceneLine, SceneSpread};

/// Least height of a column.
const LEAST_COLUMN: f32 = 2.0;

/// Paints the ground of a chart.
pub(super) fn ground(ui: &Ui, look: &PlotLook<'_>, scene: &Scene) {
    let theme = Theme::of(ui);
    let inside = ui
        .painter()
        .with_clip_rect(look.rect.expand2(vec2(0.0, 10.0)).intersect(ui.clip_rect()));
    for spread in &scene.spread {
        band(&inside, look.rect.min, theme, spread);
    }
    grid(ui.painter(), look, scene, theme);
    columns(&inside, look, scene, theme);
    for line in &scene.lines {
        step_line(&inside, look, line, theme);
    }
    for line in &scene.adopted {
        adopted(&inside, look.rect.min, theme, line);
    }
    // above all lines, below the marks, so that none hides a figure
    let noted = scene.lines.iter().filter(|line| look.notes && !line.note.is_empty());
    for line in noted {
        let corner = look.rect.min + vec2(line.note_at.x, line.note_at.y);
        fall_note(&inside, theme, corner, &line.note);
    }
}

/// The colour of an ink.
fn color(look: &PlotLook<'_>, theme: &Theme, ink: Ink) -> Color32 {
    match ink {
        Ink::Source(index) => {
            let row = look.charts().sources.get(index);
            row.map_or(theme.color.faint, |row| source_color(theme, &row.source))
        }
        Ink::OtherSources => theme.color.faint,
        Ink::Kind(kind) => theme.kind(kind).ink,
    }
}

fn band(painter: &Painter, origin: Pos2, theme: &Theme, spread: &SceneSpread) {
    let c = &theme.color;
    let (low, high) = (origin.y + spread.y.0, origin.y + spread.y.1);
    let x = origin.x + spread.x.0..=origin.x + spread.x.1;
    // Where all say one number the band is a line.
    let rect = Rect::from_x_y_ranges(x.clone(), high.min(low - 1.0)..=low.max(high + 1.0));
    let fill = if spread.agreed { c.ok } else { c.muted };
    painter.rect_filled(rect, 0, fill.gamma_multiply(if theme.dark { 0.16 } else { 0.11 }));
    if spread.agreed {
        painter.hline(x, high.min(low - 1.0), Stroke::new(1.5, c.ok.gamma_multiply(0.8)));
    }
}

/// What the analyst adopted: a thick line in the colour of text, which no source has, with a bar from low to high.
fn adopted(painter: &Painter, origin: Pos2, theme: &Theme, line: &SceneAdopted) {
    let ink = theme.color.text;
    let place = |at: &Place| pos2(origin.x + at.x, origin.y + at.y);
    for (at, low, high) in &line.bars {
        let x = origin.x + at.x;
        let rect = Rect::from_x_y_ranges(
            x - 3.5..=x + 3.5,
            origin.y + high.min(at.y - 1.0)..=origin.y + low.max(at.y + 1.0),
        );
        painter.rect_filled(rect, 1, ink.gamma_multiply(0.28));
    }
    let corners: Vec<Pos2> = line.corners.iter().map(place).collect();
    painter.add(Shape::line(corners, Stroke::new(3.5, ink.gamma_multiply(0.75))));
    for (at, ..) in &line.bars {
        painter.rect_filled(Rect::from_center_size(place(at), vec2(8.0, 8.0)), 1, ink);
    }
}

fn grid(outside: &Painter, look: &PlotLook<'_>, scene: &Scene, theme: &Theme) {
    let c = &theme.color;
    let rect = look.rect;
    let painter = outside.with_clip_rect(rect.expand2(vec2(0.0, 10.0)).intersect(outside.clip_rect()));
    for tick in look.ticks {
        let x = rect.left() + scene.x(tick.line);
        if rect.x_range().contains(x) {
            painter.vline(x, rect.y_range(), Stroke::new(1.0, c.grid));
        }
    }
    for tick in &scene.ticks {
        let y = rect.top() + tick.y;
        let line = if tick.is_zero { c.line_strong } else { c.grid };
        painter.hline(rect.x_range(), y, Stroke::new(1.0, line));
        let at = pos2(rect.left() - 8.0, y);
        outside.text(at, Align2::RIGHT_CENTER, &tick.label, Type::Key.font(), c.faint);
    }
}

/// From the lowest to the highest figure of each column; one mesh, as there may be thousands.
fn columns(painter: &Painter, look: &PlotLook<'_>, scene: &Scene, theme: &Theme) {
    if scene.columns.is_empty() {
        return;
    }
    let mut mesh = egui::Mesh::default();
    for column in &scene.columns {
        let color = color(look, theme, column.ink).gamma_multiply(0.75);
        let lack = ((LEAST_COLUMN - (column.low_y - column.high_y)) / 2.0).max(0.0);
        let corner = look.rect.min + vec2(column.x - COLUMN / 2.0 + 0.5, column.high_y - lack);
        let height = column.low_y - column.high_y + lack * 2.0;
        mesh.add_colored_rect(Rect::from_min_size(corner, vec2(COLUMN - 1.0, height)), color);
    }
    painter.add(Shape::mesh(mesh));
}

/// Level until the next total, then up or down. A fall is dashed.
fn step_line(painter: &Painter, look: &PlotLook<'_>, line: &SceneLine, theme: &Theme) {
    let origin = look.rect.min;
    let corners: Vec<Pos2> = line
        .corners
        .iter()
        .map(|place: &Place| origin + vec2(place.x, place.y))
        .collect();
    let stroke = Stroke::new(1.75, color(look, theme, line.ink));
    if line.falls {
        painter.extend(Shape::dashed_line(&corners, stroke, 4.0, 3.0));
    } else {
        painter.add(Shape::line(corners, stroke));
    }
}

/// Where the note of a line stands; `None` where it has none.
pub(super) fn fall_rect(painter: &Painter, look: &PlotLook<'_>, line: &SceneLine) -> Option<Rect> {
    if !look.notes || line.note.is_empty() {
        return None;
    }
    let galley = painter.layout_no_wrap(line.note.clone(), Type::Small.font(), Color32::PLACEHOLDER);
    let corner = look.rect.min + vec2(line.note_at.x, line.note_at.y);
    Some(Rect::from_min_size(
        corner,
        vec2(galley.size().x + NOTE_SIGN, NOTE_HEIGHT),
    ))
}

fn fall_note(painter: &Painter, theme: &Theme, at: Pos2, words: &str) {
    let ink = theme.color.warn;
    let galley = painter.layout_no_wrap(words.to_owned(), Type::Small.font(), ink);
    let icon = painter.layout_no_wrap(icons::FALLING_TOTAL.to_owned(), icon_font(14.0), ink);
    let width = galley.size().x + NOTE_SIGN;
    let rect = Rect::from_min_size(at, vec2(width, NOTE_HEIGHT));
    painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2, theme.color.sheet);
    painter.galley(pos2(at.x, at.y + 2.0), icon, ink);
    painter.galley(pos2(at.x + NOTE_SIGN, at.y), galley, ink);
}
