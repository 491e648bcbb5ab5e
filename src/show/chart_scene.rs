//! One chart as it is drawn, in points from its upper left corner: marks, lines, bands. The window paints it and an
//! export writes it; neither decides anything.

use super::chart::{Charts, KindChart, Point, day_number};
use super::chart_adopted::{SceneAdopted, scene_adopted};
use super::chart_axis::FigureAxis;
use super::chart_notes::place_notes;
use super::chart_part::part;
use super::chart_thin::{PixelColumn, columns, thin_line};
use super::look::Scale;
use super::words;
use crate::claim::Kind;
use crate::quantity::Qualifier;

/// With more points in sight each column of the screen shows its lowest and highest figure in their place.
pub const MOST_MARKS: usize = 500;

/// With more marks folded into others the chart shows columns too, where several days share the width of a mark: a row of
/// numbers beside marks tells less.
const MOST_FOLDED: usize = 24;

/// A place in a chart, in points from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// What gives something its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// A source, by its number in [`Charts::sources`].
    Source(usize),
    /// All sources that have no colour of their own.
    OtherSources,
    /// A kind, where several share one chart.
    Kind(Kind),
}

/// What is to be drawn, and into which room.
#[derive(Clone)]
pub struct SceneInput<'a> {
    /// All charts, for their sources and settings.
    pub charts: &'a Charts,
    /// The kinds that share this chart.
    pub kinds: Vec<&'a KindChart>,
    /// First and last day, in days since 1970-01-01.
    pub days: (f64, f64),
    /// Width and height.
    pub size: (f32, f32),
    /// The axis of figures.
    pub scale: Scale,
    /// Half the size of a mark.
    pub radius: f32,
    /// Only running totals and the highest figure of each source and day: for slim charts.
    pub only_main: bool,
    /// True where the spread between the sources is drawn.
    pub show_spread: bool,
}

impl SceneInput<'_> {
    /// What colours a source's marks in one of the charts.
    pub fn ink(&self, chart: usize, source: usize) -> Ink {
        if let Some(chart) = self.kinds.get(chart).filter(|_| self.kinds.len() > 1) {
            return Ink::Kind(chart.kind);
        }
        let row = self.charts.sources.get(source);
        if row.is_some_and(|row| !row.source.shared) {
            Ink::Source(source)
        } else {
            Ink::OtherSources
        }
    }
}

/// A round figure on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneTick {
    /// Its height.
    pub y: f32,
    /// "4,000".
    pub label: String,
    /// True for zero.
    pub is_zero: bool,
}

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneMark {
    /// The number of its chart in [`SceneInput::kinds`].
    pub chart: usize,
    /// Its number in that chart's points.
    pub index: usize,
    /// Its centre; of a range the lower end.
    pub at: Place,
    /// The upper end of a range.
    pub top: Option<f32>,
    /// Lower and upper end of its soft bar; no upper end where it is open.
    pub soft: Option<(f32, Option<f32>)>,
    /// Where the stem of an incident ends.
    pub stem: Option<f32>,
    /// From where to where the time reaches that it is for.
    pub segment: Option<(f32, f32)>,
    /// The figure that it is a part of.
    pub whole: Option<Place>,
    /// Marks that would hide this one and are told by a number beside it: chart and point.
    pub under: Vec<(usize, usize)>,
}

/// A line through running totals.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneLine {
    /// Whose.
    pub ink: Ink,
    /// Its corners.
    pub corners: Vec<Place>,
    /// True where the total falls: dashed.
    pub falls: bool,
    /// "31 → 28" where it falls and there is room for it near its end.
    pub note: String,
    /// Upper left corner of the note.
    pub note_at: Place,
    /// The chart and the point to which it falls.
    pub end: Option<(usize, usize)>,
}

/// How far sources lie apart for a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneSpread {
    /// Its left and right end.
    pub x: (f32, f32),
    /// Its lower and upper end.
    pub y: (f32, f32),
    /// True where the sources agree.
    pub agreed: bool,
}

/// One chart as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// First and last day, in days since 1970-01-01.
    pub days: (f64, f64),
    /// Width and height.
    pub size: (f32, f32),
    /// The axis of figures.
    pub axis: FigureAxis,
    /// Its round figures.
    pub ticks: Vec<SceneTick>,
    /// How far the sources lie apart; below everything else.
    pub spread: Vec<SceneSpread>,
    /// What the analyst adopted.
    pub adopted: Vec<SceneAdopted>,
    /// Where there are too many marks: what each column of the screen holds.
    pub columns: Vec<PixelColumn>,
    /// Lines through running totals.
    pub lines: Vec<SceneLine>,
    /// Marks, from left to right; none where there are columns.
    pub marks: Vec<SceneMark>,
    /// How many points are in sight.
    pub num_in_sight: usize,
}

/// Works out what is drawn.
pub fn scene(input: &SceneInput<'_>) -> Scene {
    let (_, height) = input.size;
    let lowest = input.kinds.iter().map(|chart| chart.lowest).min().unwrap_or(1);
    let top = input.kinds.iter().map(|chart| chart.top).max().unwrap_or(1);
    let num_ticks = (height / 26.0).floor().clamp(2.0, 8.0) as usize;
    let mut scene = Scene {
        days: input.days,
        size: input.size,
        axis: FigureAxis::new(input.scale, lowest, top, num_ticks),
        ticks: Vec::new(),
        spread: Vec::new(),
        adopted: Vec::new(),
        columns: Vec::new(),
        lines: Vec::new(),
        marks: Vec::new(),
        num_in_sight: 0,
    };
    let ticks = scene.axis.ticks.iter().map(|(figure, _)| SceneTick {
        y: scene.y(*figure),
        label: words::number(*figure),
        is_zero: *figure == 0,
    });
    scene.ticks = ticks.collect();
    let in_sight: Vec<Vec<usize>> = input.kinds.iter().map(|chart| points_in_sight(input, chart)).collect();
    scene.num_in_sight = in_sight.iter().map(Vec::len).sum();
    let marks = (scene.num_in_sight <= MOST_MARKS).then(|| marks(&scene, input, &in_sight));
    let marks = marks.filter(|marks| !is_crowded(&scene, input, marks));
    let thin = marks.is_none();
    for (number, chart) in input.kinds.iter().enumerate() {
        scene.lines.extend(lines(&scene, input, number, thin));
        scene.adopted.extend(scene_adopted(&scene, chart));
        if input.show_spread && input.kinds.len() == 1 {
            scene.spread.extend(spread(&scene, chart));
        }
    }
    match marks {
        Some(marks) => scene.marks = marks,
        None => scene.columns = columns(&scene, input, &in_sight),
    }
    place_notes(&mut scene.lines, &scene.marks, scene.size);
    scene
}

/// The marks of what is in sight, parted and tied.
fn marks(scene: &Scene, input: &SceneInput<'_>, in_sight: &[Vec<usize>]) -> Vec<SceneMark> {
    let mut marks: Vec<SceneMark> = Vec::new();
    for (number, (chart, rows)) in input.kinds.iter().zip(in_sight).enumerate() {
        let points = rows
            .iter()
            .filter_map(|index| Some((*index, chart.points.get(*index)?)));
        marks.extend(points.map(|(index, point)| scene.mark((number, index), point)));
    }
    let mut marks = part(marks, scene, input.radius);
    tie(&mut marks, &input.kinds);
    marks
}

/// True where many marks had to be folded because several days share the width of one.
fn is_crowded(scene: &Scene, input: &SceneInput<'_>, marks: &[SceneMark]) -> bool {
    let folded: usize = marks.iter().map(|mark| mark.under.len()).sum();
    folded > MOST_FOLDED && scene.x(scene.days.0 + 1.0) < input.radius * 2.0
}

/// The points within the axis of time.
fn points_in_sight(input: &SceneInput<'_>, chart: &KindChart) -> Vec<usize> {
    let (from, to) = input.days;
    // Points stand in the order of their days, and within two days of them.
    let day = |point: &Point| day_number(point.day) as f64;
    let first = chart.points.partition_point(|point| day(point) < from - 2.0);
    let last = chart.points.partition_point(|point| day(point) <= to);
    let rows = chart.points.iter().enumerate().take(last).skip(first);
    rows.filter(|(index, point)| (from..=to).contains(&point.x) && (!input.only_main || chart.is_main(*index)))
        .map(|(index, _)| index)
        .collect()
}

impl Scene {
    /// How far to the right a time stands, in days since 1970-01-01.
    pub fn x(&self, day: f64) -> f32 {
        ((day - self.days.0) / (self.days.1 - self.days.0).max(1e-9)) as f32 * self.size.0
    }

    /// How far down a figure stands.
    pub fn y(&self, figure: u64) -> f32 {
        self.size.1 * (1.0 - (self.axis.at(figure) / self.axis.height) as f32)
    }

    /// The time at a place, in days since 1970-01-01.
    pub fn day_at(&self, x: f32) -> f64 {
        self.days.0 + f64::from(x / self.size.0.max(1.0)) * (self.days.1 - self.days.0)
    }

    /// Where a point stands, alone: for what is lit and not among the marks too.
    pub fn mark(&self, (chart, index): (usize, usize), point: &Point) -> SceneMark {
        let high = point.figure.high.filter(|high| *high > point.y);
        let high = high.filter(|_| point.figure.qualifier == Qualifier::Range);
        let x = |day: i64| self.x(day as f64).clamp(-10.0, self.size.0 + 10.0);
        SceneMark {
            chart,
            index,
            at: Place {
                x: self.x(point.x),
                y: self.y(point.y),
            },
            top: high.map(|high| self.y(high)),
            soft: point
                .soft
                .map(|soft| (self.y(soft.low), soft.high.map(|high| self.y(high)))),
            stem: (point.mark.incident && !point.mark.part).then(|| self.y(0)),
            segment: point
                .period
                .map(|(from, to)| (x(day_number(from)), x(day_number(to) + 1))),
            whole: None,
            under: Vec::new(),
        }
    }

    /// The mark nearest to a place, not further than `reach`.
    pub fn nearest(&self, at: Place, reach: f32) -> Option<&SceneMark> {
        let distance = |mark: &SceneMark| {
            let ends = [Some(mark.at.y), mark.top].into_iter().flatten();
            let far = ends.map(|y| (mark.at.x - at.x).hypot(y - at.y));
            far.fold(f32::INFINITY, f32::min)
        };
        let best = self.marks.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        (distance(best) <= reach).then_some(best)
    }

    /// The column at a place whose figures are nearest to it.
    pub fn column_at(&self, at: Place, reach: f32) -> Option<&PixelColumn> {
        let first = self.columns.partition_point(|column| column.x < at.x - reach);
        let near = self
            .columns
            .iter()
            .skip(first)
            .take_while(|column| column.x <= at.x + reach);
        let distance = |column: &PixelColumn| {
            let off = (column.high_y - at.y).max(at.y - column.low_y).max(0.0);
            (column.x - at.x).abs() + off
        };
        let best = near.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        (distance(best) <= reach).then_some(best)
    }
}

/// Ties parts to the marks of their wholes, where both are in sight.
fn tie(marks: &mut [SceneMark], kinds: &[&KindChart]) {
    let places: std::collections::BTreeMap<(usize, usize), Place> =
        marks.iter().map(|mark| ((mark.chart, mark.index), mark.at)).collect();
    for mark in marks {
        let point = kinds.get(mark.chart).and_then(|chart| chart.points.get(mark.index));
        let whole = point.and_then(|point| point.whole);
        mark.whole = whole.and_then(|whole| places.get(&(mark.chart, whole)).copied());
    }
}

fn spread(scene: &Scene, chart: &KindChart) -> Vec<SceneSpread> {
    let (from, to) = (scene.days.0.floor() as i64, scene.days.1.ceil() as i64);
    let rows = chart
        .spread
        .iter()
        .filter(|spread| spread.to > from && spread.from < to);
    let mut out: Vec<SceneSpread> = Vec::new();
    for spread in rows {
        let next = SceneSpread {
            x: (
                scene.x(spread.from as f64).max(0.0),
                scene.x(spread.to as f64).min(scene.size.0),
            ),
            y: (scene.y(spread.low), scene.y(spread.high)),
            agreed: spread.agreed,
        };
        match out.last_mut() {
            // Less than a point wide: one with the time before, as far as both reach.
            Some(last) if next.x.1 - last.x.0 < 1.0 => {
                last.x.1 = next.x.1;
                last.y = (last.y.0.max(next.y.0), last.y.1.min(next.y.1));
                last.agreed &= next.agreed;
            }
            _ => out.push(next),
        }
    }
    out
}

/// Level until the next total, then up or down. A fall is a line of its own.
fn lines(scene: &Scene, input: &SceneInput<'_>, number: usize, thin: bool) -> Vec<SceneLine> {
    let Some(chart) = input.kinds.get(number) else {
        return Vec::new();
    };
    let mut out: Vec<SceneLine> = Vec::new();
    let mut before = None;
    for step in &chart.steps {
        let ends = chart.points.get(step.from).zip(chart.points.get(step.to));
        let Some((from, to)) = ends.filter(|(from, to)| to.x >= scene.days.0 && from.x <= scene.days.1) else {
            continue;
        };
        let ink = input.ink(number, from.source);
        if thin && ink == Ink::OtherSources {
            continue;
        }
        let place = |point: &Point| Place {
            x: scene.x(point.x).clamp(-20.0, scene.size.0 + 20.0),
            y: scene.y(point.y),
        };
        let (start, end) = (place(from), place(to));
        let corner = Place { x: end.x, y: start.y };
        let goes_on = before == Some(step.from) && !step.falls;
        before = Some(step.to).filter(|_| !step.falls);
        match out.last_mut().filter(|_| goes_on) {
            Some(line) => line.corners.extend([corner, end]),
            None => out.push(SceneLine {
                ink,
                corners: vec![start, corner, end],
                falls: step.falls,
                note: if step.falls && !thin {
                    format!("{} → {}", words::number(from.y), words::number(to.y))
                } else {
                    String::new()
                },
                note_at: Place::default(),
                end: step.falls.then_some((number, step.to)),
            }),
        }
    }
    if thin {
        out.iter_mut().for_each(|line| thin_line(&mut line.corners));
    }
    out
}
