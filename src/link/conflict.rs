//! Figures of several sources for one day that exclude each other: like compared with like, one row for each day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::conclusions::{Row, key};
use super::corner::is_local;
use super::figure::{LinkedFigure, as_f64};
use super::found::{Conflict, ConflictSort, Likely};
use super::likely::likely;
use super::newer::{is_older, is_so_far, one_source};
use super::origins::Origins;
use super::over_whole::over_whole;
use super::ranked::Place;
use super::reach::{ClassGroup, Reach, periods_differ};
use super::reason::Reason;
use super::side::Side;
use crate::claim::{Kind, Scope, VictimClass};
use crate::quantity::Qualifier;

/// Most sources of one day that are compared each with each; of more, the lowest and the highest are.
const MOST_SIDES: usize = 200;
/// How many times as high a total is beside which an incident without a day of its own is not the same.
const INCIDENT_TIMES: u64 = 10;
/// Days for which a total still stands against a lower one of somebody else.
const CARRIED_DAYS: i32 = 3;
/// The same, where the lower one says that it is of all so far.
const RUNNING_DAYS: i32 = 21;
/// Days between two totals that one article sets side by side, at most.
const BESIDE_DAYS: i32 = 2;
/// Bytes between them: a sentence or two.
const BESIDE_BYTES: usize = 250;

/// What is compared: kind, class, reach (folded place), day; the story last, as all figures at hand are of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct About<'r> {
    kind: Kind,
    class: ClassGroup,
    pub(super) is_incident: bool,
    pub(super) place: Place,
    day: Date,
    story: &'r str,
}

/// What is said, in order of what it is about.
pub(super) type Days<'r> = [(About<'r>, Vec<Side<'r>>)];

/// Rows of figures for one day of which some exclude each other, one side for each source; totals that are lower than what
/// somebody else said days before; and more soldiers than people.
pub(super) fn conflicts(rows: &[Row<'_>], origins: &Origins) -> Vec<Conflict> {
    let mut buckets: BTreeMap<About<'_>, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        if let Some(about) = about(row) {
            buckets.entry(about).or_default().push(row);
        }
    }
    let days: Vec<(About<'_>, Vec<Side<'_>>)> = buckets
        .into_iter()
        .map(|(about, bucket)| (about, without_incidents(sides(&bucket))))
        .collect();
    let same_day = days.iter().filter_map(|(about, sides)| conflict(about, sides, origins));
    let fallen = days.windows(2).filter_map(|two| match two {
        [before, after] => carried(before, after, origins).or_else(|| beside(before, after, origins)),
        _ => None,
    });
    let of_classes = class_against_people(&days, origins);
    let of_places = over_whole(&days, origins);
    same_day.chain(fallen).chain(of_classes).chain(of_places).collect()
}

/// Soldiers, police or fighters of whom more are said to be harmed than people at all, by somebody else: a part that is more
/// than its whole, unless both count different people. Where they are fewer they may be some of the people.
fn class_against_people(days: &[(About<'_>, Vec<Side<'_>>)], origins: &Origins) -> Vec<Conflict> {
    let people = ClassGroup::of(VictimClass::Unspecified);
    let find = |class: &About<'_>| {
        let about = About {
            class: people,
            place: class.place.clone(),
            ..*class
        };
        let at = days.binary_search_by(|(other, _)| other.cmp(&about)).ok()?;
        days.get(at)
    };
    let pairs = days.iter().filter(|(about, _)| about.class.takes_part());
    pairs
        .filter_map(|part| part_over_people(find(&part.0)?, part, origins))
        .collect()
}

fn part_over_people(
    (_, people): &(About<'_>, Vec<Side<'_>>),
    (about, part): &(About<'_>, Vec<Side<'_>>),
    origins: &Origins,
) -> Option<Conflict> {
    // civilians are other people than soldiers
    let is_open = |side: &&Side<'_>| {
        side.rows
            .iter()
            .all(|row| row.figure.victim_class == VictimClass::Unspecified)
    };
    // the dead of one prison beside those of a country: a part of the soldiers' own whole
    let highest = people.iter().filter_map(Side::anchor).max().unwrap_or(0);
    let is_whole = |side: &&Side<'_>| {
        let times = side.anchor().map(|number| number.saturating_mul(INCIDENT_TIMES));
        times.is_some_and(|times| times > highest)
    };
    let mut open = people.iter().filter(is_whole).filter(is_open);
    let (low, high) = (open.next()?, part.last()?);
    let (fewer, more) = (low.first()?, high.first()?);
    let voice = |side: &Side<'_>| side.first().map(|row| row.owner.voice.clone());
    let meet =
        part.iter().any(|side| voice(side) == voice(low)) || people.iter().any(|side| voice(side) == voice(high));
    let exceeds = fewer.bounds.high? < more.bounds.low?;
    let is_newer = high.is_newer() && one_source(fewer, more);
    if meet || !exceeds || is_newer || periods_differ(fewer.figure, more.figure) {
        return None;
    }
    Some(Conflict {
        key: key("class", vec![about.key()]),
        ..of_sides(about, more, &[low.clone(), high.clone()], origins)?
    })
}

fn about<'r>(row: &'r Row<'r>) -> Option<About<'r>> {
    let reach = row.reach.as_ref().filter(|_| !row.owner.is_old)?;
    let (day, is_incident) = match reach {
        Reach::Total(_) => (row.day?, false),
        Reach::Incident(day, _) => (*day, true),
    };
    Some(About {
        story: &row.figure.story,
        kind: row.figure.kind,
        class: row.class,
        is_incident,
        place: row.place.clone(),
        day,
    })
}

/// One side for each source, the lowest first. Of a source's figures of the day the highest stands.
fn sides<'r>(bucket: &[&'r Row<'r>]) -> Vec<Side<'r>> {
    let mut by_voice: BTreeMap<&str, Vec<&'r Row<'r>>> = BTreeMap::new();
    for row in bucket {
        by_voice.entry(&*row.owner.voice).or_default().push(row);
    }
    let mut out: Vec<(&str, Side<'r>)> = by_voice
        .into_iter()
        .map(|(voice, rows)| (voice, Side::standing(rows)))
        .collect();
    out.sort_by(|(a_voice, a), (b_voice, b)| a.anchor().cmp(&b.anchor()).then(a_voice.cmp(b_voice)));
    out.into_iter().map(|(_, side)| side).collect()
}

/// Sides without those that speak of some incident beside a total many times as high, and without those of a witness, who
/// tells what was seen, beside any other figure many times as high.
fn without_incidents(sides: Vec<Side<'_>>) -> Vec<Side<'_>> {
    let total = |side: &&Side<'_>| side.first().is_some_and(|row| row.figure.scope == Scope::Total);
    let highest = |among: &dyn Fn(&&Side<'_>) -> bool| sides.iter().filter(among).filter_map(Side::anchor).max();
    let (of_totals, of_all) = (highest(&total).unwrap_or(0), highest(&|_| true).unwrap_or(0));
    let is_small = |side: &Side<'_>| {
        let Some(row) = side
            .first()
            .filter(|row| row.figure.scope == Scope::Incident && !row.figure.scope_set)
        else {
            return false;
        };
        let is_witness = row.figure.speaker.as_deref().is_some_and(is_local);
        let highest = if is_witness { of_all } else { of_totals };
        side.anchor()
            .is_some_and(|number| number > 0 && number.saturating_mul(INCIDENT_TIMES) <= highest)
    };
    sides.into_iter().filter(|side| !is_small(side)).collect()
}

fn conflict(about: &About<'_>, sides: &[Side<'_>], origins: &Origins) -> Option<Conflict> {
    if sides.len() < 2 || !any_clash(sides) {
        return None;
    }
    of_sides(about, sides.first()?.first()?, sides, origins)
}

/// The conflict of these sides, of the place of one of their figures.
pub(super) fn of_sides(about: &About<'_>, row: &Row<'_>, sides: &[Side<'_>], origins: &Origins) -> Option<Conflict> {
    let ratio = ratio(sides);
    let (likely, reason) = likely(sides, ratio, origins);
    Some(Conflict {
        key: about.key(),
        sort: ConflictSort::Numbers,
        kind: about.kind,
        day: about.day,
        place: row.reach.as_ref()?.place().map(str::to_owned),
        is_incident: about.is_incident,
        ratio,
        num_sources: origins.count(sides.iter().flat_map(|side| &side.rows)),
        likely,
        reason: Reason::from(reason),
        sides: sides.iter().filter_map(|side| side.out(origins)).collect(),
    })
}

impl About<'_> {
    /// The same of the whole story.
    pub(super) fn of_all(&self) -> Self {
        Self {
            place: Place::default(),
            ..self.clone()
        }
    }

    /// A stable name of the comparison.
    pub(super) fn key(&self) -> String {
        let day = self.day.to_string();
        let sort = if self.is_incident { "incident" } else { "total" };
        let parts = [
            self.story,
            self.kind.id(),
            self.class.id(),
            sort,
            &day,
            &self.place.folded,
        ];
        // the parts in one string: which of them is which counts
        key("conflict", vec![parts.join("/")])
    }

    /// True for the next day on which something was said of the same totals.
    fn goes_on(&self, next: &Self, most: i32) -> bool {
        let of = |about: &Self| (about.kind, about.class, about.is_incident);
        self.story == next.story
            && of(self) == of(next)
            && self.place == next.place
            && !self.is_incident
            && (next.day - self.day).get_days() <= most
    }
}

/// A total of somebody that is lower than what somebody else said on the last day before on which anything was said:
/// totals do not fall. Only where the two do not meet on one day.
fn carried(
    before: &(About<'_>, Vec<Side<'_>>),
    after: &(About<'_>, Vec<Side<'_>>),
    origins: &Origins,
) -> Option<Conflict> {
    // who is missing is found
    if before.0.kind == Kind::Missing || !before.0.goes_on(&after.0, RUNNING_DAYS) {
        return None;
    }
    let (high, low) = (before.1.last()?, after.1.last()?);
    let (earlier, later) = (high.first()?, low.first()?);
    // the cheap question first: days are many
    if earlier.bounds.low? <= later.bounds.high? {
        return None;
    }
    let is_running = low.says(is_so_far);
    if !is_running && !before.0.goes_on(&after.0, CARRIED_DAYS) {
        return None;
    }
    let voices = |sides: &[Side<'_>], of: &str| {
        let mut firsts = sides.iter().filter_map(Side::first);
        firsts.any(|row| &*row.owner.voice == of)
    };
    let meet = voices(&after.1, &earlier.owner.voice) || voices(&before.1, &later.owner.voice);
    // what nobody is named for may be an old figure of the same source, but not where it is of all so far
    let is_one = one_source(earlier, later) && (!is_running || later.owner.is_named);
    if meet || is_one || periods_differ(earlier.figure, later.figure) {
        return None;
    }
    let mut found = of_sides(&after.0, later, &[low.clone(), high.clone()], origins)?;
    found.key = key("carried", vec![before.0.key(), after.0.key()]);
    if found.likely == Likely::Unknown {
        found.likely = Likely::Later;
        found.reason = Reason::from("The lower figure is the later one, of ")
            .day(after.0.day)
            .words(" against ")
            .day(before.0.day)
            .words(": a total does not fall.");
    }
    Some(found)
}

/// Totals of two sources that one article sets side by side, though they are of different days: those of their reports.
/// Where the lower one is told as what was said before, or its source has a newer one, nothing is set against it.
fn beside(
    before: &(About<'_>, Vec<Side<'_>>),
    after: &(About<'_>, Vec<Side<'_>>),
    origins: &Origins,
) -> Option<Conflict> {
    if !before.0.goes_on(&after.0, CARRIED_DAYS) || (after.0.day - before.0.day).get_days() > BESIDE_DAYS {
        return None;
    }
    let pairs = before
        .1
        .iter()
        .flat_map(|low| after.1.iter().rev().map(move |high| (low, high)));
    let (low, high) = pairs.take(MOST_SIDES).find(|(low, high)| {
        let (Some(older), Some(newer)) = (low.first(), high.first()) else {
            return false;
        };
        let rises = matches!((older.bounds.high, newer.bounds.low), (Some(high), Some(low)) if high < low);
        let is_near =
            |a: &LinkedFigure, b: &LinkedFigure| a.article == b.article && a.start.abs_diff(b.start) <= BESIDE_BYTES;
        let in_one = |row: &&'_ Row<'_>| high.rows.iter().any(|other| is_near(row.figure, other.figure));
        let mut said = after.1.iter().filter_map(Side::first);
        let mut says_on = || said.any(|row| row.owner.voice == older.owner.voice);
        // the cheap questions first: pairs are many
        let is_told = || low.says(is_older) || high.is_newer();
        rises
            && low.rows.iter().any(in_one)
            && !says_on()
            && !is_told()
            && !clashes_already(&before.1, older, newer)
            && !one_source(older, newer)
            && !periods_differ(older.figure, newer.figure)
    })?;
    let mut found = of_sides(&after.0, high.first()?, &[low.clone(), high.clone()], origins)?;
    found.key = key("beside", vec![before.0.key(), after.0.key()]);
    if found.likely == Likely::Unknown {
        found.reason = Reason::from("One article sets them side by side, of ")
            .day(before.0.day)
            .words(" and ")
            .day(after.0.day)
            .words(".");
    }
    Some(found)
}

/// True where the same two said the same on the day before.
fn clashes_already(before: &[Side<'_>], one: &Row<'_>, other: &Row<'_>) -> bool {
    let said = |row: &Row<'_>| {
        let firsts = before.iter().filter_map(Side::first);
        let mut own = firsts.filter(|first| first.owner.voice == row.owner.voice);
        own.any(|first| first.bounds == row.bounds)
    };
    said(one) && said(other)
}

/// How many times the lowest figure the highest one is; zero counts as one. Vague words count where they alone differ.
pub(super) fn ratio(sides: &[Side<'_>]) -> f64 {
    let is_vague = |side: &&Side<'_>| {
        let figure = side.first().map(|row| row.figure.figure.qualifier);
        figure == Some(Qualifier::Vague)
    };
    let firm: Vec<&Side<'_>> = sides.iter().filter(|side| !is_vague(side)).collect();
    let taken = if firm.len() > 1 { firm } else { sides.iter().collect() };
    let anchor = |side: &&Side<'_>| side.anchor().map_or(1.0, |number| as_f64(number).max(1.0));
    let ends = (
        taken.iter().map(anchor).reduce(f64::min),
        taken.iter().map(anchor).reduce(f64::max),
    );
    match ends {
        (Some(low), Some(high)) => (high / low).max(1.0),
        _ => 1.0,
    }
}

/// True where some two sides exclude each other and the higher one is not just newer.
fn any_clash(sides: &[Side<'_>]) -> bool {
    let near_end = |at: usize| at < MOST_SIDES / 2 || at + MOST_SIDES / 2 >= sides.len();
    let ends: Vec<&Side<'_>> = sides
        .iter()
        .enumerate()
        .filter(|(at, _)| near_end(*at))
        .map(|(_, side)| side)
        .collect();
    ends.iter()
        .enumerate()
        .any(|(at, a)| ends.iter().skip(at + 1).any(|b| clash(a, b)))
}

fn clash(low: &Side<'_>, high: &Side<'_>) -> bool {
    let (Some(one), Some(two)) = (low.first(), high.first()) else {
        return false;
    };
    // the cheap question first: sides are many
    let is_newer = || high.is_newer() && one_source(one, two);
    one.bounds.apart(two.bounds).is_some() && !is_newer() && !periods_differ(one.figure, two.figure)
}
