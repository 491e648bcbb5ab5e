//! What ties points of one chart to each other: running totals of a source, parts of a whole, figures that were replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::chart::{Point, Step, TotalLine};
use super::chart_build::ChartInput;
use super::chart_source::{NOT_STATED_SLOT, Sources};
use crate::claim::VictimClass;
use crate::link::Conclusions;
use crate::quantity::Qualifier;
use crate::store::{ArticleId, ClaimId, ClaimRecord, Store};

/// Tags with which an analyst says that a figure no longer holds.
const REPLACED_TAGS: &[&str] = &["superseded", "retracted", "corrected"];

/// The reason that says that an earlier total was wrong.
const CORRECTION: &str = "Correction";

/// Earlier figures of totals that fall where the analyst's reason is a correction: they no longer hold.
pub fn corrected(store: &Store, conclusions: &Conclusions) -> BTreeSet<ClaimId> {
    let told = conclusions.falls.iter().filter(|fall| {
        let ruling = store.ruling(&fall.key);
        ruling.is_some_and(|ruling| ruling.reason == CORRECTION)
    });
    let claims = told.flat_map(|fall| &fall.before);
    claims
        .filter_map(|claim| i64::try_from(*claim).ok().map(ClaimId))
        .collect()
}

/// Whose running total a point is: an outlet prints the totals of several speakers, only those of one are one line. Of a
/// table its place too: there a column names it for every row, so that two places are two totals; in articles a place is
/// what a sentence happens to name.
type Whose = (usize, Option<usize>, VictimClass, Option<String>);

fn whose(point: &Point, input: &ChartInput<'_>) -> Whose {
    let claim = point.claim().and_then(|claim| input.store.claim(claim));
    let class = claim.map_or(VictimClass::Unspecified, |record| record.claim().victim_class);
    let speaker = claim.and_then(|record| input.speakers.index_of(record.id));
    let article = claim.and_then(|record| input.store.article(record.article));
    let row_place = claim.filter(|_| article.is_some_and(|article| article.is_table()));
    let row_place = row_place.and_then(|record| Some(record.claim().place.as_ref()?.canonical.clone()));
    (point.source, speaker, class, row_place)
}

/// The running totals of each source, speaker and class of victims: the highest of each day. Besides, by point the number
/// of its line; what is in none shares one with the others of its source.
pub(super) fn lines(points: &[Point], input: &ChartInput<'_>) -> (Vec<TotalLine>, Vec<usize>) {
    let mut lines: BTreeMap<Whose, (usize, Vec<usize>)> = BTreeMap::new();
    let mut others: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups = Vec::with_capacity(points.len());
    for (index, point) in points.iter().enumerate() {
        let next = lines.len() + others.len();
        if !point.mark.total || !point.mark.is_whole() {
            groups.push(*others.entry(point.source).or_insert(next));
            continue;
        }
        let (group, line) = lines.entry(whose(point, input)).or_insert((next, Vec::new()));
        groups.push(*group);
        match line.last().and_then(|last| points.get(*last)) {
            Some(last) if last.day == point.day && last.y > point.y => {}
            Some(last) if last.day == point.day => {
                line.pop();
                line.push(index);
            }
            _ => line.push(index),
        }
    }
    let rows = lines.into_iter().map(|((source, _, class, _), (_, points))| TotalLine {
        source,
        all_people: class == VictimClass::Unspecified,
        points,
    });
    (rows.collect(), groups)
}

/// Joins each line's totals. What nobody is named for is not joined: two unnamed speakers need not be the same.
pub(super) fn steps(points: &[Point], lines: &[TotalLine], sources: &Sources) -> Vec<Step> {
    let is_nobody = |line: &&TotalLine| {
        let row = sources.rows.get(line.source);
        row.is_none_or(|row| row.slot == NOT_STATED_SLOT)
    };
    let pairs = lines
        .iter()
        .filter(|line| !is_nobody(line))
        .flat_map(|line| line.points.windows(2));
    let steps = pairs.filter_map(|two| {
        let &[from, to] = two else { return None };
        Some(Step {
            from,
            to,
            falls: falls(points.get(from)?, points.get(to)?),
        })
    });
    steps.collect()
}

/// A later total that is lower falls, unless the earlier one was only an upper bound.
fn falls(from: &Point, to: &Point) -> bool {
    let only_upper = matches!(from.figure.qualifier, Qualifier::UpTo | Qualifier::LessThan);
    to.y < from.y && !only_upper
}

/// The last point of each source: of its last day the highest running total, else the highest figure. A later single
/// incident that is lower does not hide the total before it.
pub(super) fn ends(points: &[Point], num_sources: usize) -> Vec<usize> {
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

/// Strikes totals that no longer hold: a later article gives another total of the same source, speaker and class for the
/// same day, or the analyst says so.
pub(super) fn find_superseded(points: &mut [Point], input: &ChartInput<'_>) {
    let mut of_day: BTreeMap<(jiff::civil::Date, Whose, Option<String>), Vec<usize>> = BTreeMap::new();
    for (index, point) in points.iter_mut().enumerate() {
        let mut claims = point.claims.iter().filter_map(|claim| input.store.claim(*claim));
        point.mark.superseded = claims.all(|record| is_replaced(record, input));
        if point.mark.total && point.mark.is_whole() {
            let key = (point.day, whose(point, input), place(point, input.store));
            of_day.entry(key).or_default().push(index);
        }
    }
    for rows in of_day.into_values().filter(|rows| rows.len() > 1) {
        let latest = |index: &usize| points.get(*index).and_then(|point| last_told(point, input.store));
        let newest = rows.iter().filter_map(latest).max();
        let old: Vec<usize> = rows
            .iter()
            .filter(|index| latest(index).is_some_and(|told| Some(told) < newest))
            .copied()
            .collect();
        for index in old {
            if let Some(point) = points.get_mut(index) {
                point.mark.superseded = true;
            }
        }
    }
}

fn place(point: &Point, store: &Store) -> Option<String> {
    let record = store.claim(point.claim()?)?;
    record.claim().place.as_ref().map(|place| place.canonical.clone())
}

fn is_replaced(record: &ClaimRecord, input: &ChartInput<'_>) -> bool {
    let tagged = record
        .tags
        .iter()
        .any(|tag| REPLACED_TAGS.contains(&tag.to_lowercase().as_str()));
    tagged || input.corrected.contains(&record.id)
}

/// The day of the newest article that gives the figure.
fn last_told(point: &Point, store: &Store) -> Option<jiff::civil::Date> {
    let articles = point
        .claims
        .iter()
        .filter_map(|claim| store.article(store.claim(*claim)?.article));
    articles.filter_map(|article| article.published()).max()
}

/// Ties each part to the point of its whole, where that stands in the same article and chart.
pub(super) fn tie_parts(points: &mut [Point], store: &Store) {
    let record = |claim| store.claim(claim);
    let mut wanted: Vec<(usize, (ArticleId, &str))> = Vec::new();
    for (index, point) in points.iter().enumerate().filter(|(_, point)| point.mark.part) {
        let whole = point.claims.iter().find_map(|claim| {
            let record = record(*claim)?;
            Some((record.article, record.claim().part_of_key.as_deref()?))
        });
        wanted.extend(whole.map(|whole| (index, whole)));
    }
    if wanted.is_empty() {
        return;
    }
    let mut by_key: BTreeMap<(ArticleId, &str), usize> = BTreeMap::new();
    for (index, point) in points.iter().enumerate() {
        let records = point.claims.iter().filter_map(|claim| record(*claim));
        by_key.extend(records.map(|record| ((record.article, record.claim().key.as_str()), index)));
    }
    for (index, whole) in wanted {
        if let Some(point) = points.get_mut(index) {
            point.whole = by_key.get(&whole).copied().filter(|whole| *whole != index);
        }
    }
}
