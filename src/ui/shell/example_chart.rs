//! The chart of the start page: three sources of one sentence's harm, day by day, each as charts draw it.

use egui::{Align2, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::super::theme::{Theme, Type, size};
use super::super::widgets::marker;

/// Height of all.
pub(super) const HEIGHT: f32 = 132.0;

/// Room for the names of sources at the right.
const NAMES: f32 = 166.0;

/// Room for the numbers at the left.
const NUMBERS: f32 = 30.0;

/// The greatest number of the axis.
const MOST: f32 = 80.0;

/// The days of the axis.
const DAYS: [&str; 5] = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/// A source: its slot, its last figure and name, its figures by day.
struct Line {
    slot: usize,
    figure: &'static str,
    name: &'static str,
    points: &'static [Point],
}

/// A figure: day, number, how it is drawn.
struct Point(f32, f32, Sort);

#[derive(PartialEq, Eq)]
enum Sort {
    Exact,
    AtLeast,
    /// A running total that is lower than the one before.
    Falls,
    Unreviewed,
    AtLeastUnreviewed,
}

const LINES: [Line; 3] = [
    Line {
        slot: 1,
        figure: "≥ 71",
        name: "Square Committee",
        points: &[
            Point(1.0, 20.0, Sort::AtLeast),
            Point(2.0, 50.0, Sort::AtLeast),
            Point(3.0, 63.0, Sort::Exact),
            Point(4.0, 71.0, Sort::AtLeastUnreviewed),
        ],
    },
    Line {
        slot: 2,
        figure: "36",
        name: "Health Ministry",
        points: &[Point(3.1, 34.0, Sort::Exact), Point(4.1, 36.0, Sort::Exact)],
    },
    Line {
        slot: 0,
        figure: "29",
        name: "Interior Ministry",
        points: &[
            Point(0.0, 3.0, Sort::Exact),
            Point(0.9, 12.0, Sort::Exact),
            Point(1.8, 31.0, Sort::Exact),
            Point(2.8, 28.0, Sort::Falls),
            Point(3.8, 29.0, Sort::Unreviewed),
        ],
    },
];

/// Draws it into `rect`.
pub(super) fn chart_ui(ui: &Ui, theme: &Theme, rect: Rect) {
    let plot = Rect::from_min_max(
        pos2(rect.left() + NUMBERS, rect.top() + 6.0),
        pos2(rect.right() - NAMES, rect.bottom() - 20.0),
    );
    axes_ui(ui, theme, plot);
    let mut names_at = plot.top() - 18.0;
    for line in &LINES {
        let color = theme.series(line.slot);
        let stroke = Stroke::new(1.75, color);
        let mut before: Option<Pos2> = None;
        for Point(day, number, sort) in line.points {
            let at = place(plot, *day, *number);
            if let Some(before) = before {
                let corner = pos2(at.x, before.y);
                if *sort == Sort::Falls {
                    ui.painter()
                        .extend(Shape::dashed_line(&[before, corner, at], stroke, 3.0, 3.0));
                } else {
                    ui.painter().line(vec![before, corner, at], stroke);
                }
            }
            before = Some(at);
        }
        for Point(day, number, sort) in line.points {
            let at = place(plot, *day, *number);
            if matches!(sort, Sort::AtLeast | Sort::AtLeastUnreviewed) {
                ui.painter().arrow(at, vec2(0.0, -13.0), Stroke::new(1.5, color));
            }
            let fill = match sort {
                Sort::Unreviewed | Sort::AtLeastUnreviewed => marker::Fill::Hollow(theme.color.sheet),
                _ => marker::Fill::Solid,
            };
            ui.painter().circle_filled(at, size::MARKER + 1.0, theme.color.sheet);
            ui.painter()
                .extend(marker::shapes(line.slot, at, size::MARKER, color, fill));
        }
        let last = before.map_or_else(|| plot.bottom(), |at| at.y);
        names_at = last.max(names_at + 18.0);
        name_ui(ui, theme, line, pos2(plot.right() + 10.0, names_at));
    }
}

/// Where a figure of a day stands.
fn place(plot: Rect, day: f32, number: f32) -> Pos2 {
    let x = plot.left() + (day + 0.5) / DAYS.len() as f32 * plot.width();
    pos2(x, plot.bottom() - number / MOST * plot.height())
}

fn axes_ui(ui: &Ui, theme: &Theme, plot: Rect) {
    let c = &theme.color;
    let small = Type::Key.font();
    for number in [0.0, 40.0, 80.0] {
        let y = place(plot, 0.0, number).y;
        let ink = if number == 0.0 { c.line_strong } else { c.grid };
        ui.painter().hline(plot.x_range(), y, Stroke::new(1.0, ink));
        let at = pos2(plot.left() - 8.0, y);
        let words = format!("{number}");
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, words, small.clone(), c.muted);
    }
    for (number, day) in DAYS.into_iter().enumerate() {
        let at = place(plot, number as f32, 0.0) + vec2(0.0, 6.0);
        ui.painter().text(at, Align2::CENTER_TOP, day, small.clone(), c.muted);
    }
}

fn name_ui(ui: &Ui, theme: &Theme, line: &Line, at: Pos2) {
    let c = &theme.color;
    let marker = marker::shapes(
        line.slot,
        pos2(at.x + 6.0, at.y),
        size::MARKER,
        theme.series(line.slot),
        marker::Fill::Solid,
    );
    ui.painter().extend(marker);
    let figure = pos2(at.x + 18.0, at.y);
    let figure = ui.painter().text(
        figure,
        Align2::LEFT_CENTER,
        line.figure,
        Type::SmallStrong.font(),
        c.text,
    );
    let name = pos2(figure.right() + 6.0, at.y);
    ui.painter()
        .text(name, Align2::LEFT_CENTER, line.name, Type::Small.font(), c.text);
}
