//! From the rows of a project to charts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::chart::{ChartSource, Charts, DayBasis, KindChart, Mark, Point, Soft, day_number};
use super::chart_adopted::adopted_lines;
use super::chart_day::days_of;
use super::chart_filter::Filter;
use super::chart_incident::run_on;
use super::chart_lines::{ends, find_superseded, lines, steps, tie_parts};
use super::chart_settings::ChartSettings;
use super::chart_source::Sources;
use super::chart_spread::spread;
use super::look::CompareLook;
use crate::claim::{Kind, Modality, Scope};
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimId, ClaimRecord, Status, Store};

/// How far a second figure of the same source, day and height is moved, in days.
const NUDGE_DAYS: f64 = 0.03;

/// What charts are made of.
#[derive(Clone)]
pub struct ChartInput<'a> {
    /// The rows of the project.
    pub store: &'a Store,
    /// How charts are to be drawn.
    pub look: &'a CompareLook,
    /// Which figures count.
    pub filter: Filter,
    /// What lines stand for.
    pub sources: &'a Sources,
    /// The sources by speaker, whatever lines stand for: totals of two speakers are not joined.
    pub speakers: &'a Sources,
    /// Claims that the analyst calls corrected.
    pub corrected: BTreeSet<ClaimId>,
    settings: ChartSettings,
}

impl<'a> ChartInput<'a> {
    /// Everything that the project has.
    pub fn new(store: &'a Store, look: &'a CompareLook, sources: &'a Sources, speakers: &'a Sources) -> Self {
        Self {
            store,
            look,
            filter: Filter::default(),
            sources,
            speakers,
            corrected: BTreeSet::new(),
            settings: ChartSettings::of(store),
        }
    }
}

impl Charts {
    /// The charts of the kinds that the look asks for.
    pub fn new(input: &ChartInput<'_>) -> Self {
        let (look, sources) = (input.look, input.sources);
        let kinds: Vec<KindChart> = look.kinds.iter().map(|kind| kind_chart(input, *kind)).collect();
        let days = || {
            let ends = |chart: &KindChart| Some((chart.points.first()?.day, chart.points.last()?.day));
            kinds.iter().filter_map(ends)
        };
        let mut charted = vec![0; sources.rows.len()];
        let claims = input.store.claims();
        for record in claims.filter(|record| look.kinds.contains(&record.claim().kind)) {
            if let Some(count) = sources.index_of(record.id).and_then(|index| charted.get_mut(index)) {
                *count += 1;
            }
        }
        let mut drawn = vec![0; sources.rows.len()];
        for point in kinds.iter().flat_map(|chart| &chart.points) {
            if let Some(count) = drawn.get_mut(point.source) {
                *count += point.claims.len();
            }
        }
        let rows = sources.rows.iter().zip(charted.into_iter().zip(drawn));
        let rows = rows.map(|(source, (num_charted, num_drawn))| ChartSource {
            source: source.clone(),
            shown: !look.hidden.contains(&source.key),
            num_charted,
            num_drawn,
        });
        let first = days().map(|(first, _)| first).min();
        let last = days().map(|(_, last)| last).max();
        Self {
            lines_by: sources.lines_by,
            days_by: look.days_by,
            settings: input.settings.clone(),
            sources: rows.collect(),
            days: first.zip(last),
            kinds,
        }
    }
}

/// The chart of one kind.
pub fn kind_chart(input: &ChartInput<'_>, kind: Kind) -> KindChart {
    let mut chart = KindChart::empty(kind);
    let groups = groups(input, &mut chart);
    chart.points = points(groups, input.sources);
    nudge(&mut chart.points);
    find_superseded(&mut chart.points, input);
    tie_parts(&mut chart.points, input.store);
    chart.incident = run_on(&mut chart.points, input);
    (chart.lines, chart.groups) = lines(&chart.points, input);
    chart.steps = steps(&chart.points, &chart.lines, input.sources);
    chart.spread = spread(&chart, &input.settings);
    chart.ends = ends(&chart.points, input.sources.rows.len());
    let story = input.filter.story.as_ref().map(|part| part.key.as_str());
    chart.adopted = adopted_lines(input.store, kind, story);
    let adopted = chart.adopted.iter().flat_map(|line| &line.days).map(|day| day.high);
    let top = chart.points.iter().map(reach).chain(adopted).max();
    chart.top = top.unwrap_or(1).max(1);
    let above_zero = chart.points.iter().map(|point| point.y).filter(|y| *y > 0);
    chart.lowest = above_zero.min().unwrap_or(1);
    let rows = chart.points.iter().enumerate();
    let rows = rows.flat_map(|(index, point)| point.claims.iter().map(move |claim| (*claim, index)));
    chart.of_claim = rows.collect();
    chart.of_claim.sort_unstable();
    chart
}

impl KindChart {
    /// A chart without figures.
    fn empty(kind: Kind) -> Self {
        Self {
            kind,
            points: Vec::new(),
            lines: Vec::new(),
            steps: Vec::new(),
            groups: Vec::new(),
            incident: None,
            spread: Vec::new(),
            adopted: Vec::new(),
            ends: Vec::new(),
            numberless: Vec::new(),
            undated: Vec::new(),
            num_rejected_hidden: 0,
            num_switched_off: 0,
            num_filtered: 0,
            lowest: 1,
            top: 1,
            of_claim: Vec::new(),
        }
    }
}

/// The claims of each point; what is not drawn is counted in `chart`.
fn groups<'s>(input: &ChartInput<'s>, chart: &mut KindChart) -> BTreeMap<GroupKey, Group<'s>> {
    let (store, look) = (input.store, input.look);
    let filtered = !input.filter.is_empty();
    let mut groups: BTreeMap<GroupKey, Group<'s>> = BTreeMap::new();
    for record in store.claims().filter(|record| record.claim().kind == chart.kind) {
        let rejected = record.status() == Status::Rejected;
        let sources = input.sources;
        let Some((index, source)) = sources.index_of(record.id).zip(sources.of(record.id)) else {
            continue;
        };
        if filtered && !input.filter.passes(store, record) {
            chart.num_filtered += 1;
            continue;
        }
        if rejected && !look.show_rejected {
            chart.num_rejected_hidden += 1;
            continue;
        }
        if look.hidden.contains(&source.key) {
            chart.num_switched_off += 1;
            continue;
        }
        let Some((y, soft)) = height(input, record) else {
            chart.numberless.push(record.id);
            continue;
        };
        let Some(days) = days_of(store, record, look.days_by) else {
            chart.undated.push(record.id);
            continue;
        };
        let key = GroupKey {
            day: days.held,
            source: index,
            y,
            soft,
            // a total is one figure, whichever article says since when it runs
            period: days.period.filter(|_| record.claim().scope != Scope::Total),
            ..GroupKey::of(record)
        };
        let group = groups.entry(key).or_insert(Group {
            basis: days.basis,
            period: None,
            records: Vec::new(),
        });
        group.period = longer(group.period, days.period);
        group.records.push(record);
    }
    groups
}

/// The longer of two times; of equals the first.
fn longer(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> Option<(Date, Date)> {
    let days = |period: Option<(Date, Date)>| period.map(|(from, to)| (to - from).get_days());
    if days(b) > days(a) { b } else { a }
}

/// Where the claim's mark stands, with its soft bar.
fn height(input: &ChartInput<'_>, record: &ClaimRecord) -> Option<(u64, Option<Soft>)> {
    let figure = record.claim().figure;
    match figure.qualifier {
        Qualifier::Vague => {
            let article = input.store.article(record.article);
            let words = article.map_or("", |article| record.claim().span.of(article.text()));
            let numbers = input.settings.vague.numbers(&figure, words)?;
            let soft = Soft {
                low: numbers.low,
                high: numbers.high,
            };
            Some((numbers.low, Some(soft)))
        }
        Qualifier::About => {
            let y = figure.anchor()?;
            let (low, high) = input.settings.about(y);
            Some((y, Some(Soft { low, high: Some(high) })))
        }
        _ => Some((figure.anchor()?, None)),
    }
}

/// What makes claims one point. In this order points are listed.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct GroupKey {
    day: Date,
    source: usize,
    y: u64,
    soft: Option<Soft>,
    period: Option<(Date, Date)>,
    bounds: (Option<u64>, Option<u64>, Option<u64>),
    qualifier: Qualifier,
    mark: Mark,
}

impl GroupKey {
    /// What the claim alone tells.
    fn of(record: &ClaimRecord) -> Self {
        let claim = record.claim();
        let figure = claim.figure;
        Self {
            day: Date::ZERO,
            source: 0,
            y: 0,
            soft: None,
            period: None,
            bounds: (figure.value, figure.low, figure.high),
            qualifier: figure.qualifier,
            mark: Mark {
                rejected: record.status() == Status::Rejected,
                denied: claim.modality == Modality::Denied,
                part: claim.part_of,
                total: claim.scope == Scope::Total,
                ..Mark::default()
            },
        }
    }
}

struct Group<'s> {
    basis: DayBasis,
    /// The longest of the times that its claims are for.
    period: Option<(Date, Date)>,
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
            soft: key.soft,
            period: group.period,
            whole: None,
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
    let soft = point.soft.and_then(|soft| soft.high);
    point.y.max(point.figure.high.unwrap_or(0)).max(soft.unwrap_or(0))
}
