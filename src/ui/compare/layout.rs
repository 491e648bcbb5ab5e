//! Where the marks of one chart stand on screen.

use std::collections::BTreeSet;

use egui::{Pos2, Rect, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use crate::quantity::Qualifier;
use crate::show::{FigureAxis, KindChart, Point, Scale};

/// A range lower than this is drawn as two caps and a bar.
const LOW_RANGE: f32 = 14.0;

/// Side of the cell in which one mark of a source is enough where there are very many.
const CELL: f32 = 5.0;

/// One mark on screen.
pub(super) struct Placed {
    /// Its number in the chart's points.
    pub(super) index: usize,
    /// Its centre; of a range the lower end.
    pub(super) at: Pos2,
    /// The upper end of a range.
    pub(super) top: Option<Pos2>,
    /// Where it takes the pointer.
    pub(super) hit: Rect,
}

impl Placed {
    /// True where the range is too low for two markers.
    pub(super) fn is_low_range(&self) -> bool {
        self.top.is_some_and(|top| self.at.y - top.y < LOW_RANGE)
    }

    /// The middle between both ends.
    pub(super) fn middle(&self) -> Pos2 {
        pos2(self.at.x, self.top.map_or(self.at.y, |top| (self.at.y + top.y) / 2.0))
    }
}

/// The axis of a chart that is `height` points high.
pub(super) fn axis(chart: &KindChart, scale: Scale, height: f32) -> FigureAxis {
    let lowest = chart.points.iter().map(|point| point.y).filter(|y| *y > 0).min();
    let num_ticks = (height / 26.0).floor().clamp(2.0, 8.0) as usize;
    FigureAxis::new(scale, lowest.unwrap_or(1), chart.top, num_ticks)
}

/// All marks that stand within the axis of time.
pub(super) fn place(chart: &KindChart, axis: &FigureAxis, transform: &PlotTransform, radius: f32) -> Vec<Placed> {
    let days = transform.bounds().range_x();
    let rows = chart.points.iter().enumerate();
    rows.filter(|(_, point)| days.contains(&point.x))
        .map(|(index, point)| placed(index, point, axis, transform, radius))
        .collect()
}

/// Of marks of one source that would stand on the same few pixels only the first: a chart of tens of thousands of figures
/// shows no less for it.
pub(super) fn thin(placed: Vec<Placed>, chart: &KindChart, most: usize) -> Vec<Placed> {
    if placed.len() <= most {
        return placed;
    }
    let mut taken = BTreeSet::new();
    let mut kept = placed;
    kept.retain(|one| {
        let source = chart.points.get(one.index).map(|point| point.source);
        taken.insert((source, (one.at.x / CELL) as i32, (one.at.y / CELL) as i32))
    });
    kept
}

fn placed(index: usize, point: &Point, axis: &FigureAxis, transform: &PlotTransform, radius: f32) -> Placed {
    let on_screen = |figure: u64| transform.position_from_point(&PlotPoint::new(point.x, axis.at(figure)));
    let at = on_screen(point.y);
    let high = point
        .figure
        .high
        .filter(|high| point.figure.qualifier == Qualifier::Range && *high > point.y);
    let top = high.map(on_screen);
    let mut hit = Rect::from_center_size(at, vec2(radius * 4.0, radius * 4.0));
    if let Some(top) = top {
        hit = hit.union(Rect::from_center_size(top, vec2(radius * 4.0, radius * 4.0)));
    }
    Placed { index, at, top, hit }
}
