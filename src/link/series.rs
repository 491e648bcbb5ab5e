//! Running totals over days: which figure is just newer than another, and which totals rise from mention to mention.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::conclusions::{Row, key};
use super::conflict::ratio;
use super::found::{Conflict, ConflictSort, Growth, GrowthStep, Likely};
use super::newer::{one_source, same_state};
use super::origins::Origins;
use super::ranked::Place;
use super::reach::{ClassGroup, Reach, periods_differ};
use super::reason::Reason;
use super::side::{FigureKey, Side, figure_key};
use crate::claim::{Kind, Scope};
use crate::quantity::Qualifier;

/// Days after which a figure is no news on an earlier one.
const REACH_DAYS: i32 = 14;
/// The same, where one of them speaks of an incident.
const INCIDENT_DAYS: i32 = 3;
/// Days between two steps of a series of several sources, at most.
const OTHERS_DAYS: i32 = 31;
/// How many times another source's figure a later one may be: beyond that it says nothing of the earlier one.
const OTHER_TIMES: f64 = 3.0;
/// Statements before one that are looked at for the figure that it renews.
const BACK: usize = 50;
/// Sides of one conflict that are taken for disputing, at most.
const MOST_DISPUTING: usize = 40;
/// Figures of a series, at least.
const LEAST_STEPS: usize = 3;

/// By voice, the day and number of its last statement.
type LastSaid<'s> = BTreeMap<&'s str, (Date, Option<u64>)>;

/// What totals are of: story, kind, class, folded place.
type About<'r> = (&'r str, Kind, ClassGroup, &'r Place);

/// Sources that contradict each other somewhere in a story: a higher figure of one renews none of the other.
pub(super) struct Disputes<'r> {
    voices: BTreeSet<(&'r str, &'r str, &'r str)>,
}

impl<'r> Disputes<'r> {
    /// From what was found to be in conflict.
    pub(super) fn new(rows: &'r [Row<'_>], conflicts: &[Conflict]) -> Self {
        let of_claim: HashMap<u64, &Row<'_>> = rows.iter().map(|row| (row.figure.claim, row)).collect();
        let mut voices = BTreeSet::new();
        for conflict in conflicts
            .iter()
            .filter(|conflict| conflict.sort == ConflictSort::Numbers)
        {
            let firsts = conflict
                .sides
                .iter()
                .filter_map(|side| of_claim.get(side.claims.first()?));
            let firsts: Vec<&&Row<'_>> = firsts.take(MOST_DISPUTING).collect();
            for (at, one) in firsts.iter().enumerate() {
                for other in firsts.iter().skip(at + 1) {
                    if one.bounds.apart(other.bounds).is_some() && !one_source(one, other) {
                        voices.insert(Self::key(one, other));
                    }
                }
            }
        }
        Self { voices }
    }

    fn key<'k>(a: &'k Row<'_>, b: &'k Row<'_>) -> (&'k str, &'k str, &'k str) {
        let (a_voice, b_voice) = (&*a.owner.voice, &*b.owner.voice);
        let (first, second) = if a_voice <= b_voice {
            (a_voice, b_voice)
        } else {
            (b_voice, a_voice)
        };
        (&a.figure.story, first, second)
    }

    /// True where some two of those who speak here contradict each other.
    fn are_among(&self, statements: &[&Statement<'_>]) -> bool {
        if self.voices.is_empty() {
            return false;
        }
        let rows: BTreeMap<&str, &Row<'_>> = statements
            .iter()
            .filter_map(|own| Some((own.voice, own.first()?)))
            .take(MOST_DISPUTING)
            .collect();
        let rows: Vec<&Row<'_>> = rows.into_values().collect();
        let mut pairs = rows.iter().enumerate();
        pairs.any(|(at, one)| rows.iter().skip(at + 1).any(|other| self.meet(one, other)))
    }

    fn meet(&self, a: &Row<'_>, b: &Row<'_>) -> bool {
        !self.voices.is_empty() && self.voices.contains(&Self::key(a, b))
    }
}

/// One figure of one source on one day.
struct Statement<'r> {
    day: Date,
    voice: &'r str,
    figure: FigureKey,
    side: Side<'r>,
}

impl<'r> Statement<'r> {
    fn first(&self) -> Option<&'r Row<'r>> {
        self.side.first()
    }

    /// True where it speaks of one incident, as far as was read: its number grows, but is no part of a series.
    fn is_incident(&self) -> bool {
        self.first()
            .is_some_and(|row| row.figure.scope == Scope::Incident && !row.of_event)
    }

    fn published(&self) -> Option<Date> {
        self.side.rows.iter().filter_map(|row| row.figure.published).min()
    }
}

/// The rows of one total, by day, number, voice and figure.
type Said<'r> = BTreeMap<(Date, Option<u64>, &'r str, FigureKey), Vec<&'r Row<'r>>>;

/// By article, day and voice, the highest number: what an article says of a source's total besides is no total.
fn best<'r>(said: &Said<'r>) -> BTreeMap<(u64, Date, &'r str), Option<u64>> {
    let mut out = BTreeMap::new();
    for ((day, anchor, voice, _), rows) in said {
        for row in rows {
            let held = out.entry((row.figure.article, *day, *voice)).or_insert(*anchor);
            *held = (*held).max(*anchor);
        }
    }
    out
}

/// All statements of running totals, by what they are of, the oldest first and of one day the lowest.
pub(super) struct AllSeries<'r> {
    series: BTreeMap<About<'r>, Vec<Statement<'r>>>,
}

impl<'r> AllSeries<'r> {
    /// From all figures; old ones told again are left out.
    pub(super) fn new(rows: &'r [Row<'r>]) -> Self {
        let mut found: BTreeMap<About<'r>, Said<'r>> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.owner.is_old) {
            let (Some(Reach::Total(_)), Some(day)) = (&row.reach, row.day) else {
                continue;
            };
            let figure = row.figure;
            let about = (figure.story.as_str(), figure.kind, row.class, &row.place);
            let said = (
                day,
                figure.figure.anchor(),
                &*row.owner.voice,
                figure_key(figure.figure),
            );
            found.entry(about).or_default().entry(said).or_default().push(row);
        }
        let statements = |said: Said<'r>| {
            let best = best(&said);
            let rows = said.into_iter().filter_map(|(key, mut rows)| {
                rows.retain(|row| best.get(&(row.figure.article, key.0, key.2)) == Some(&key.1));
                (!rows.is_empty()).then_some((key, rows))
            });
            rows.map(|((day, _, voice, figure), rows)| Statement {
                day,
                voice,
                figure,
                side: Side::new(rows),
            })
            .collect()
        };
        Self {
            series: found
                .into_iter()
                .map(|(about, said)| (about, statements(said)))
                .collect(),
        }
    }

    /// Totals that rise over three figures or more: of all sources of a series where none contradicts another, else of
    /// each source by itself.
    pub(super) fn growth(&self, disputes: &Disputes<'_>, origins: &Origins) -> Vec<Growth> {
        let mut out = Vec::new();
        for (about, statements) in &self.series {
            let all: Vec<&Statement<'_>> = statements.iter().filter(|own| !own.is_incident()).collect();
            let all = without_copies(&all, origins);
            if is_one_series(&all) && are_near(&all) && !disputes.are_among(&all) {
                out.extend(growth(about, &all));
                continue;
            }
            let mut by_voice: BTreeMap<&str, Vec<&Statement<'_>>> = BTreeMap::new();
            for statement in all {
                by_voice.entry(statement.voice).or_default().push(statement);
            }
            for own in by_voice.values() {
                out.extend(runs(own).into_iter().filter_map(|run| growth(about, &run)));
            }
        }
        out.sort_by(ranked);
        out
    }

    /// Figures that are just newer than lower ones, each with the one that it renews. Steps of a series that is told as
    /// growth are left to it.
    pub(super) fn updates(&self, growth: &[Growth], disputes: &Disputes<'_>, origins: &Origins) -> Vec<Conflict> {
        let mut of_claim: BTreeMap<u64, usize> = BTreeMap::new();
        for (at, growth) in growth.iter().enumerate() {
            let claims = growth.steps.iter().flat_map(|step| &step.claims);
            of_claim.extend(claims.map(|claim| (*claim, at)));
        }
        let in_series = |one: &Statement<'_>, other: &Statement<'_>| {
            let series = |statement: &Statement<'_>| of_claim.get(&statement.first()?.figure.claim);
            series(one).is_some() && series(one) == series(other)
        };
        let mut out = Vec::new();
        for (about, statements) in &self.series {
            let last = statements.iter().map(|own| (own.voice, (own.day, own.side.anchor())));
            let last_days: LastSaid<'_> = last.collect();
            let mut seen: BTreeSet<FigureKey> = BTreeSet::new();
            for (at, statement) in statements.iter().enumerate() {
                let before = statements.get(at.saturating_sub(BACK)..at).unwrap_or_default();
                if !seen.insert(statement.figure) {
                    continue;
                }
                let renewed = renewed(statement, before, (&last_days, disputes));
                let is_told =
                    |older: &&Statement<'_>| in_series(older, statement) || are_copies(older, statement, origins);
                if let Some(older) = renewed.filter(|older| !is_told(older)) {
                    out.extend(update(about, older, statement, origins));
                }
            }
        }
        out
    }
}

/// The longest series first.
pub(super) fn ranked(a: &Growth, b: &Growth) -> Ordering {
    b.steps.len().cmp(&a.steps.len()).then_with(|| a.key.cmp(&b.key))
}

/// The figure that a higher one renews: the last of the same source, else the last of another that did not hold on to it.
fn renewed<'s, 'r>(
    statement: &Statement<'r>,
    before: &'s [Statement<'r>],
    (last_days, disputes): (&LastSaid<'_>, &Disputes<'_>),
) -> Option<&'s Statement<'r>> {
    let new = statement.first()?;
    let mut own = before
        .iter()
        .rev()
        .filter(|older| older.voice == statement.voice)
        .peekable();
    let is_renewed = |older: &&Statement<'r>| {
        let Some(old) = older.first() else { return false };
        let rises = matches!((old.bounds.high, new.bounds.low), (Some(high), Some(low)) if high < low)
            || old.owner.voice == new.owner.voice && old.owner.is_named && rises_openly(old, new);
        let days = (statement.day - older.day).get_days();
        let is_near = match (older.is_incident(), statement.is_incident()) {
            (false, false) => days <= REACH_DAYS,
            (true, true) => days <= INCIDENT_DAYS && (old.owner.voice == new.owner.voice || statement.side.is_newer()),
            _ => days <= INCIDENT_DAYS,
        };
        let is_near = is_near && !periods_differ(old.figure, new.figure);
        // the cheap questions first: statements are many
        if !rises || !is_near {
            return false;
        }
        let one_source = one_source(old, new);
        let times = ratio(&[older.side.clone(), statement.side.clone()]);
        if old.owner.voice != new.owner.voice && !same_state(old, new) && times > OTHER_TIMES {
            return false;
        }
        let later_told = matches!((older.published(), statement.published()), (Some(old), Some(new)) if old < new);
        let is_later = statement.day > older.day || one_source && (later_told || statement.side.is_newer());
        // who still says less on that day or after it does not agree
        let last = last_days.get(older.voice);
        let holds_on = !one_source
            && last.is_some_and(|(last, number)| *last >= statement.day && *number < statement.side.anchor());
        is_later && !holds_on && !disputes.meet(old, new)
    };
    // of another source its last word counts, not what it said before that
    let mut met: BTreeSet<&str> = BTreeSet::new();
    match own.peek().copied() {
        // an old report of the same day does not hide the day before
        Some(last) => Some(last)
            .filter(is_renewed)
            .or_else(|| own.find(|older| older.day < statement.day).filter(is_renewed)),
        None => (before.iter().rev()).find(|older| met.insert(older.voice) && is_renewed(older)),
    }
}

/// "At least 14", and later "at least 23": words leave open what was meant, but of one source they are a higher number.
fn rises_openly(old: &Row<'_>, new: &Row<'_>) -> bool {
    let is_open = old.bounds.high.is_none() && old.figure.figure.qualifier != Qualifier::Vague;
    let lows = old.bounds.low.zip(new.bounds.low.or(new.bounds.high));
    is_open && lows.is_some_and(|(old, new)| old < new)
}

fn update(about: &About<'_>, older: &Statement<'_>, newer: &Statement<'_>, origins: &Origins) -> Option<Conflict> {
    let sides = [older.side.clone(), newer.side.clone()];
    let (old, new) = (older.first()?, newer.first()?);
    let how = if newer.side.is_newer() {
        "says that it is newer"
    } else if newer.day > older.day {
        "is of a later day"
    } else {
        "was published later"
    };
    let (is_own, may_be) = (older.voice == newer.voice, same_state(old, new));
    let (high, low) = (new.words(), old.words());
    let reason = if is_own {
        format!("No conflict: \"{high}\" is higher than \"{low}\" of the same source, and {how}.")
    } else if may_be {
        format!("No conflict: \"{high}\" is higher than \"{low}\", may be of the same source, and {how}.")
    } else {
        let (later, earlier) = (newer.side.says_who(), older.side.says_who());
        format!(
            "A later figure by another source: \"{high}\" of {later} {how}, \"{low}\" is of {earlier}. It may be a later \
             state or a disagreement."
        )
    };
    let parts = |statement: &Statement<'_>| {
        format!(
            "{} {}",
            statement.day,
            statement.first().map_or_else(String::new, Row::about)
        )
    };
    Some(Conflict {
        key: key("update", vec![place_key(about), parts(older), parts(newer)]),
        sort: ConflictSort::Update,
        kind: about.1,
        day: newer.day,
        place: new.reach.as_ref()?.place().map(str::to_owned),
        is_incident: false,
        ratio: ratio(&sides),
        num_sources: origins.count(sides.iter().flat_map(|side| &side.rows)),
        likely: if is_own || may_be {
            Likely::Later
        } else {
            Likely::LaterOther
        },
        reason: Reason::from(reason),
        sides: sides.iter().filter_map(|side| side.out(origins)).collect(),
    })
}

fn place_key(about: &About<'_>) -> String {
    format!("{}/{}/{}/{}", about.0, about.1.id(), about.2.id(), about.3.folded)
}

/// True where no statement contradicts the one before it: nothing falls, and figures of one day go together or say which
/// of them is newer.
fn is_one_series(statements: &[&Statement<'_>]) -> bool {
    statements.windows(2).all(|two| match two {
        [older, newer] => match (older.first(), newer.first()) {
            (Some(old), Some(new)) => {
                let falls = matches!((old.bounds.low, new.bounds.high), (Some(low), Some(high)) if low > high);
                let is_later = newer.day > older.day || one_source(old, new);
                let agree = is_later || old.bounds.apart(new.bounds).is_none();
                !falls && agree && !periods_differ(old.figure, new.figure)
            }
            _ => false,
        },
        _ => true,
    })
}

/// True for one sentence with two numbers on one day: a copy gone wrong, and nothing newer. On two days it may be how a
/// ministry words its daily count.
fn are_copies(one: &Statement<'_>, other: &Statement<'_>, origins: &Origins) -> bool {
    let claim = |statement: &Statement<'_>| statement.first().map(|row| row.figure.claim);
    let claims = claim(one).zip(claim(other));
    one.day == other.day && one.figure != other.figure && claims.is_some_and(|(a, b)| origins.are_copies(a, b))
}

/// Without those that are copies of others before them with another number.
fn without_copies<'s, 'r>(all: &[&'s Statement<'r>], origins: &Origins) -> Vec<&'s Statement<'r>> {
    let before = |at: usize| all.get(at.saturating_sub(BACK)..at).unwrap_or_default();
    let is_copy = |at: usize, own: &Statement<'r>| before(at).iter().any(|other| are_copies(other, own, origins));
    let kept = all.iter().enumerate().filter(|(at, own)| !is_copy(*at, own));
    kept.map(|(_, own)| *own).collect()
}

/// True where what several sources say follows soon on one another: after months a figure of somebody else goes on with none.
fn are_near(statements: &[&Statement<'_>]) -> bool {
    statements.windows(2).all(|two| match two {
        [older, newer] => older.voice == newer.voice || (newer.day - older.day).get_days() <= OTHERS_DAYS,
        _ => true,
    })
}

/// The statements of one source, parted where its total falls or where too many days lie between.
fn runs<'s, 'r>(own: &[&'s Statement<'r>]) -> Vec<Vec<&'s Statement<'r>>> {
    let mut out: Vec<Vec<&Statement<'_>>> = Vec::new();
    for statement in own {
        match out.last_mut() {
            Some(run) if run.last().is_some_and(|last| is_one_series(&[last, statement])) => run.push(statement),
            _ => out.push(vec![statement]),
        }
    }
    out
}

/// The series, where it rises over enough figures.
fn growth(about: &About<'_>, statements: &[&Statement<'_>]) -> Option<Growth> {
    let mut steps: Vec<(u64, GrowthStep)> = Vec::new();
    for statement in statements {
        let anchor = statement.side.anchor()?;
        let claims = statement.side.rows.iter().map(|row| row.figure.claim);
        match steps.last_mut() {
            Some((last, step)) if *last == anchor => step.claims.extend(claims),
            // hedged words may lie below what was said before; they are no step of growth
            Some((last, _)) if *last > anchor => {}
            _ => steps.push((
                anchor,
                GrowthStep {
                    day: statement.day,
                    claims: claims.collect(),
                },
            )),
        }
    }
    let (first, last) = (statements.first()?, statements.last()?);
    let voices: BTreeSet<&str> = statements.iter().map(|statement| statement.voice).collect();
    let articles: BTreeSet<u64> = statements
        .iter()
        .flat_map(|statement| statement.side.rows.iter().map(|row| row.figure.article))
        .collect();
    let num = steps.len();
    // what one article says on one day is no series
    if num < LEAST_STEPS || articles.len() < 2 || first.day == last.day {
        return None;
    }
    let (low, high) = (steps.first()?.0, steps.last()?.0);
    let steps: Vec<GrowthStep> = steps
        .into_iter()
        .map(|(_, mut step)| {
            step.claims.sort_unstable();
            step
        })
        .collect();
    let voice = if voices.len() == 1 {
        last.side.voice()
    } else {
        String::new()
    };
    let whose = if voice.is_empty() {
        format!(" by {} sources", voices.len())
    } else {
        format!(" by {voice}")
    };
    Some(Growth {
        key: key(
            "growth",
            vec![place_key(about), first.first()?.about(), first.day.to_string()],
        ),
        kind: about.1,
        place: first.first()?.reach.as_ref()?.place().map(str::to_owned),
        voice,
        ratio: super::figure::as_f64(high) / super::figure::as_f64(low.max(1)),
        reason: Reason::from(format!(
            "{num} figures{whose} rise from \"{}\" on ",
            first.first()?.words()
        ))
        .day(first.day)
        .words(format!(" to \"{}\" on ", last.first()?.words()))
        .day(last.day)
        .words("."),
        steps,
    })
}
