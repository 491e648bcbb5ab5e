//! From the rows of a project to charts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::chart::{ChartSource, Charts, DayBasis, KindChart, Mark, Point, Step, day_number};
use super::chart_source::{NOT_STATED_SLOT, Sources};
use super::look::CompareLook;
use crate::claim::{Kind, Modality, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimRecord, Status, Store};

/// How far a second figure of the same source, day and height is moved, in days.
const NUDGE_DAYS: f64 = 0.03;

impl Charts {
    /// The charts of the kinds that `look` asks for; `speakers` are the sources by speaker, whatever lines stand for.
    pub fn new(store: &Store, look: &CompareLook, sources: &Sources, speakers: &Sources) -> Self {
        let kinds: Vec<KindChart> = look
            .kinds
            .iter()
            .map(|kind| kind_chart(store, look, (sources, speakers), *kind))
            .collect();
        let days = || {
            kinds
                .iter()
                .flat_map(|chart| chart.points.iter().map(|point| point.day))
        };
        let rows = sources.rows.iter().enumerate().map(|(index, source)| ChartSource {
            source: source.clone(),
            shown: !look.hidden.contains(&source.key),
            num_charted: num_charted(store, look, sources, index),
        });
        Self {
            lines_by: sources.lines_by,
            sources: rows.collect(),
            days: days().min().zip(days().max()),
            kinds,
        }
    }
}

fn num_charted(store: &Store, look: &CompareLook, sources: &Sources, index: usize) -> usize {
    let mine = store
        .claims()
        .filter(|record| sources.index_of(record.id) == Some(index));
    mine.filter(|record| look.kinds.contains(&record.claim().kind)).count()
}

/// The chart of one kind, by the sources and, for what is joined, by the sources by speaker.
pub fn kind_chart(
    store: &Store,
    look: &CompareLook,
    (sources, speakers): (&Sources, &Sources),
    kind: Kind,
) -> KindChart {
    let mut chart = KindChart {
        kind,
        points: Vec::new(),
        steps: Vec::new(),
        ends: Vec::new(),
        numberless: Vec::new(),
        undated: Vec::new(),
        num_rejected_hidden: 0,
        num_switched_off: 0,
        top: 1,
    };
    let mut groups: BTreeMap<GroupKey, Group<'_>> = BTreeMap::new();
    for record in store.claims().filter(|record| record.claim().kind == kind) {
        let rejected = record.status() == Status::Rejected;
        let Some((index, source)) = sources.index_of(record.id).zip(sources.of(record.id)) else {
            continue;
        };
        if rejected && !look.show_rejected {
            chart.num_rejected_hidden += 1;
            continue;
        }
        if look.hidden.contains(&source.key) {
            chart.num_switched_off += 1;
            continue;
        }
        let Some(y) = record.claim().figure.anchor() else {
            chart.numberless.push(record.id);
            continue;
        };
        let Some((day, basis)) = day_of(store, record) else {
            chart.undated.push(record.id);
            continue;
        };
        let key = GroupKey::new(index, day, y, record);
        let group = groups.entry(key).or_insert(Group {
            basis,
            records: Vec::new(),
        });
        group.records.push(record);
    }
    chart.points = points(groups, sources);
    nudge(&mut chart.points);
    chart.steps = steps(&chart.points, store, sources, speakers);
    chart.ends = ends(&chart.points, sources.rows.len());
    chart.top = chart.points.iter().map(reach).max().unwrap_or(1).max(1);
    chart
}

/// What makes claims one point. In this order points are listed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct GroupKey {
    day: Date,
    source: usize,
    y: u64,
    bounds: (Option<u64>, Option<u64>, Option<u64>),
    qualifier: Qualifier,
    mark: Mark,
}

impl GroupKey {
    fn new(source: usize, day: Date, y: u64, record: &ClaimRecord) -> Self {
        let claim = record.claim();
        let figure = claim.figure;
        Self {
            day,
            source,
            y,
            bounds: (figure.value, figure.low, figure.high),
            qualifier: figure.qualifier,
            mark: Mark {
                unreviewed: false,
                rejected: record.status() == Status::Rejected,
                denied: claim.modality == Modality::Denied,
                part: claim.part_of,
                total: claim.scope == Scope::Total,
                incident: false,
            },
        }
    }
}

struct Group<'s> {
    basis: DayBasis,
    records: Vec<&'s ClaimRecord>,
}

fn points(groups: BTreeMap<GroupKey, Group<'_>>, sources: &Sources) -> Vec<Point> {
    let rows = groups.into_iter().map(|(key, group)| {
        let mut records = group.records;
        let unreviewed = records.iter().all(|record| !record.status().is_decided());
        let mut articles: Vec<_> = records.iter().map(|record| record.article).collect();
        articles.sort_unstable();
        articles.dedup();
        records.sort_by_key(|record| (!record.status().is_decided(), record.id));
        let place = sources.rows.get(key.source).map_or(0.5, |source| source.place_in_day);
        let (value, low, high) = key.bounds;
        Point {
            source: key.source,
            day: key.day,
            basis: group.basis,
            x: day_number(key.day) as f64 + place,
            figure: Figure {
                value,
                low,
                high,
                qualifier: key.qualifier,
            },
            y: key.y,
            claims: records.iter().map(|record| record.id).collect(),
            num_articles: articles.len(),
            mark: Mark {
                unreviewed,
                incident: records.iter().all(|record| record.claim().scope == Scope::Incident),
                ..key.mark
            },
        }
    });
    rows.collect()
}

/// Moves figures of one source that would stand on the same spot ("400" and "more than 400").
fn nudge(points: &mut [Point]) {
    let mut before: Option<(Date, usize, u64)> = None;
    let mut nth = 0.0;
    for point in points {
        let spot = (point.day, point.source, point.y);
        nth = if before == Some(spot) { nth + 1.0 } else { 0.0 };
        before = Some(spot);
        point.x += nth * NUDGE_DAYS;
    }
}

/// The highest number that the point's mark or bound reaches.
fn reach(point: &Point) -> u64 {
    point.figure.high.unwrap_or(point.y).max(point.y)
}

/// The day at which the claim is drawn: where its as-of day ends, else where its event ended, else the article's day.
fn day_of(store: &Store, record: &ClaimRecord) -> Option<(Date, DayBasis)> {
    let claim = record.claim();
    let last = |value: &Option<crate::time::Value>| Some(value.as_ref()?.days()?.1);
    let published = store.article(record.article).and_then(|article| article.published());
    // "In March" said on the 14th holds on the 14th, not on the 31st.
    let held = |day: Date| published.map_or(day, |published| day.min(published.max(first_of(&claim.as_of, day))));
    last(&claim.as_of)
        .map(|day| (held(day), DayBasis::AsOf))
        .or_else(|| last(&claim.event_date).map(|day| (day, DayBasis::Happened)))
        .or_else(|| published.map(|day| (day, DayBasis::Published)))
}

fn first_of(value: &Option<crate::time::Value>, otherwise: Date) -> Date {
    value
        .as_ref()
        .and_then(|value| value.days())
        .map_or(otherwise, |(first, _)| first)
}

/// Joins the running totals of each source and class of victims: the highest of each day with the next one. What nobody
/// is named for is not joined: two unnamed speakers need not be the same.
fn steps(points: &[Point], store: &Store, sources: &Sources, speakers: &Sources) -> Vec<Step> {
    let is_nobody = |point: &Point| {
        sources
            .rows
            .get(point.source)
            .is_some_and(|row| row.slot == NOT_STATED_SLOT)
    };
    // an outlet prints the totals of several speakers: only those of one are one running total
    let mut lines: BTreeMap<(usize, Option<usize>, VictimClass), Vec<usize>> = BTreeMap::new();
    for (index, point) in points.iter().enumerate() {
        let mark = point.mark;
        if !mark.total || !mark.is_whole() || is_nobody(point) {
            continue;
        }
        let claim = point.claim().and_then(|claim| store.claim(claim));
        let class = claim.map_or(VictimClass::Unspecified, |record| record.claim().victim_class);
        let speaker = claim.and_then(|record| speakers.index_of(record.id));
        let line = lines.entry((point.source, speaker, class)).or_default();
        match line.last().copied().filter(|last| points[*last].day == point.day) {
            Some(last) if points[last].y > point.y => {}
            Some(_) => {
                line.pop();
                line.push(index);
            }
            None => line.push(index),
        }
    }
    let pairs = lines.values().flat_map(|line| line.windows(2));
    pairs
        .map(|two| Step {
            from: two[0],
            to: two[1],
            falls: falls(&points[two[0]], &points[two[1]]),
        })
        .collect()
}

/// A later total that is lower falls, unless the earlier one was only an upper bound.
fn falls(from: &Point, to: &Point) -> bool {
    let only_upper = matches!(from.figure.qualifier, Qualifier::UpTo | Qualifier::LessThan);
    to.y < from.y && !only_upper
}

/// The last point of each source: of its last day the highest running total, else the highest figure. A later single
/// incident that is lower does not hide the total before it.
fn ends(points: &[Point], num_sources: usize) -> Vec<usize> {
    let last = |source: usize, incidents: bool| {
        let mine = points
            .iter()
            .enumerate()
            .filter(move |(_, point)| point.source == source);
        mine.filter(|(_, point)| point.mark.is_whole() && (incidents || !point.mark.incident))
            .max_by_key(|(_, point)| (point.day, point.mark.total, point.y))
    };
    let end = |source: usize| match (last(source, false), last(source, true)) {
        (Some((total, before)), Some((_, incident))) if incident.y < before.y => Some(total),
        (_, any) => any.map(|(index, _)| index),
    };
    (0..num_sources).filter_map(end).collect()
}
