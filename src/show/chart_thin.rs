//! Charts of very many figures: what each column of the screen holds, so that nothing is left out and little is drawn.

use super::chart_scene::{Ink, Place, Scene, SceneInput};

/// Places for columns that are kept at most.
const MOST_CELLS: usize = 60_000;

/// Width of a column.
pub const COLUMN: f32 = 3.0;

/// The figures of one colour in one column of the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PixelColumn {
    /// Its middle.
    pub x: f32,
    /// Whose figures.
    pub ink: Ink,
    /// How many.
    pub count: usize,
    /// The lowest one.
    pub lowest: u64,
    /// The highest one, or the highest bound.
    pub highest: u64,
    /// Where the lowest stands.
    pub low_y: f32,
    /// Where the highest stands.
    pub high_y: f32,
    /// Chart and point of the highest.
    pub point: (usize, usize),
}

/// What each column holds, from left to right; in each those without a colour of their own first.
pub(super) fn columns(scene: &Scene, input: &SceneInput<'_>, in_sight: &[Vec<usize>]) -> Vec<PixelColumn> {
    let num_cells = (scene.size.0 / COLUMN).ceil() as usize + 1;
    let mut inks = Inks::new(input);
    // lines apart from one another, unless there are so many that finding them would take long
    inks.part_lines(input, MOST_CELLS / num_cells.max(1));
    // A place for each column and colour, so that a figure costs the same however many there are.
    let mut found: Vec<Option<PixelColumn>> = vec![None; num_cells * inks.all.len()];
    for (number, (chart, rows)) in input.kinds.iter().zip(in_sight).enumerate() {
        for index in rows {
            let Some(point) = chart.points.get(*index) else {
                continue;
            };
            let cell = (scene.x(point.x) / COLUMN).floor().max(0.0) as usize;
            let at = inks.of(number, point.source, chart.groups.get(*index));
            let Some(slot) = found.get_mut(cell * inks.all.len() + at) else {
                continue;
            };
            let high = point.figure.high.unwrap_or(point.y).max(point.y);
            let column = slot.get_or_insert_with(|| PixelColumn {
                x: (cell as f32 + 0.5) * COLUMN,
                ink: inks.all.get(at).copied().unwrap_or(Ink::OtherSources),
                count: 0,
                lowest: point.y,
                highest: high,
                low_y: 0.0,
                high_y: 0.0,
                point: (number, *index),
            });
            column.count += point.claims.len();
            column.lowest = column.lowest.min(point.y);
            if high > column.highest {
                column.highest = high;
                column.point = (number, *index);
            }
        }
    }
    let mut columns: Vec<PixelColumn> = found.into_iter().flatten().collect();
    columns.sort_by(|a, b| {
        a.x.total_cmp(&b.x)
            .then((a.ink != Ink::OtherSources).cmp(&(b.ink != Ink::OtherSources)))
    });
    for column in &mut columns {
        column.low_y = scene.y(column.lowest);
        column.high_y = scene.y(column.highest);
    }
    columns
}

/// The colours of a chart, numbered.
struct Inks {
    /// Sources without a colour of their own first, so that the others are painted over them.
    all: Vec<Ink>,
    /// By source its number in `all`; empty where several kinds share the chart.
    of_source: Vec<usize>,
    /// By group of points of the chart its number in `all`; empty where lines are not told apart.
    of_group: Vec<usize>,
}

impl Inks {
    fn new(input: &SceneInput<'_>) -> Self {
        if input.kinds.len() > 1 {
            return Self {
                all: input.kinds.iter().map(|chart| Ink::Kind(chart.kind)).collect(),
                of_source: Vec::new(),
                of_group: Vec::new(),
            };
        }
        let mut all = vec![Ink::OtherSources];
        let mut of_source = Vec::with_capacity(input.charts.sources.len());
        for (index, row) in input.charts.sources.iter().enumerate() {
            if row.source.shared {
                of_source.push(0);
            } else {
                of_source.push(all.len());
                all.push(Ink::Source(index));
            }
        }
        Self {
            all,
            of_source,
            of_group: Vec::new(),
        }
    }

    /// Gives each line of a source with a colour a number of its own, up to so many: between the lowest of one total and
    /// the highest of another one nothing was said.
    fn part_lines(&mut self, input: &SceneInput<'_>, most: usize) {
        let [chart] = input.kinds.as_slice() else { return };
        let num_groups = chart.groups.iter().max().map_or(0, |last| last + 1);
        let mut all = vec![Ink::OtherSources];
        let mut of_group = vec![0; num_groups];
        for (point, group) in chart.points.iter().zip(&chart.groups) {
            let ink = self.all.get(self.of_source.get(point.source).copied().unwrap_or(0));
            let ink = ink.copied().filter(|ink| *ink != Ink::OtherSources);
            if let (Some(ink), Some(at)) = (ink, of_group.get_mut(*group).filter(|at| **at == 0)) {
                *at = all.len();
                all.push(ink);
            }
        }
        if all.len() <= most {
            (self.all, self.of_group) = (all, of_group);
        }
    }

    fn of(&self, chart: usize, source: usize, group: Option<&usize>) -> usize {
        if let Some(at) = group.and_then(|group| self.of_group.get(*group)) {
            return *at;
        }
        if self.of_source.is_empty() {
            return chart;
        }
        self.of_source.get(source).copied().unwrap_or(0)
    }
}

/// Of the corners in one column only the first, the lowest, the highest and the last.
pub(super) fn thin_line(corners: &mut Vec<Place>) {
    let cell = |place: &Place| (place.x / COLUMN).floor() as i32;
    let mut out: Vec<Place> = Vec::new();
    for run in corners.chunk_by(|a, b| cell(a) == cell(b)) {
        let by_height = |a: &(usize, &Place), b: &(usize, &Place)| a.1.y.total_cmp(&b.1.y);
        let rows = || run.iter().enumerate();
        let mut kept: Vec<usize> = [0, run.len() - 1].into();
        kept.extend(rows().min_by(by_height).map(|(at, _)| at));
        kept.extend(rows().max_by(by_height).map(|(at, _)| at));
        kept.sort_unstable();
        kept.dedup();
        out.extend(kept.into_iter().filter_map(|at| run.get(at).copied()));
    }
    *corners = out;
}
