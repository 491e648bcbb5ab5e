//! Running totals of one speaker that go down.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::conclusions::{FallingTotal, Row, claims, key};
use super::figure::as_f64;
use super::ranked::Place;
use super::reach::{ClassGroup, Reach};
use super::reason::Reason;
use crate::claim::Kind;
use crate::quantity::Figure;

/// Words by which a source says why its total goes down.
const CORRECTIONS: &[(&str, &str)] = &[
    ("counted twice", "counted twice"),
    ("double count", "counted twice"),
    ("at the same time", "counted twice"),
    ("duplicate", "counted twice"),
    ("corrected", "corrected"),
    ("correction", "corrected"),
    ("revised", "revised"),
    ("lowered", "lowered"),
    ("reduced", "lowered"),
    ("mistake", "a mistake"),
    ("in error", "a mistake"),
];

/// What totals are of: kind, class, voice, folded place, story.
type About<'r> = (Kind, ClassGroup, &'r str, &'r Place, &'r str);

/// Pairs of consecutive days on which one voice's running total falls, with bounds apart. A day's figure is its highest; one that
/// was told before the higher one is an old figure told again, and no fall.
pub(super) fn falls(rows: &[Row<'_>]) -> Vec<FallingTotal> {
    let speaking = speaking(rows);
    let mut series: BTreeMap<About<'_>, BTreeMap<Date, Vec<&Row<'_>>>> = BTreeMap::new();
    for row in rows {
        let (Some(Reach::Total(_)), Some(day)) = (&row.reach, row.day) else {
            continue;
        };
        // who is missing is found, alive or dead
        if row.figure.kind == Kind::Missing && !row.figure.is_row {
            continue;
        }
        let voice = &*row.owner.voice;
        // an outlet that names speakers has no total of its own
        let has_none = row.publisher.is_empty() || speaking.contains(&*row.publisher);
        let figure = row.figure;
        if !figure.is_row && (row.owner.is_old || !row.owner.is_named && has_none) {
            continue;
        }
        let about = (figure.kind, row.class, voice, &row.place, figure.story.as_str());
        series.entry(about).or_default().entry(day).or_default().push(row);
    }
    let mut out = Vec::new();
    for (about, days) in &series {
        let highest: Vec<(Date, Vec<&Row<'_>>)> = days.iter().map(|(day, rows)| (*day, highest(rows))).collect();
        for (at, pair) in highest.windows(2).enumerate() {
            let told_before = highest.get(..at).unwrap_or_default();
            if let [before, after] = pair
                && (is_row(after) || !told_before.iter().any(|day| figure(day) == figure(after)))
            {
                out.extend(fall(about, before, after));
            }
        }
    }
    out.sort_by(ranked);
    out
}

/// The deepest fall first.
pub(super) fn ranked(a: &FallingTotal, b: &FallingTotal) -> Ordering {
    b.ratio.total_cmp(&a.ratio).then_with(|| a.key.cmp(&b.key))
}

/// The outlets that name a speaker for some figure.
fn speaking<'r>(rows: &'r [Row<'_>]) -> BTreeSet<&'r str> {
    let named = rows.iter().filter(|row| !row.speaker.is_empty());
    named.map(|row| &*row.publisher).collect()
}

/// The word for why the total goes down that some sentence of the lower figure has.
fn correction(rows: &[&Row<'_>]) -> Option<&'static str> {
    let sentences: Vec<String> = rows.iter().map(|row| row.figure.sentence.to_lowercase()).collect();
    let found = CORRECTIONS
        .iter()
        .find(|(words, _)| sentences.iter().any(|sentence| sentence.contains(words)));
    found.map(|(_, reason)| *reason)
}

/// The day's rows with the highest figure.
fn highest<'r>(rows: &[&'r Row<'r>]) -> Vec<&'r Row<'r>> {
    let anchor = |row: &&Row<'_>| row.figure.figure.anchor();
    let top = rows.iter().filter_map(anchor).max();
    rows.iter().filter(|row| anchor(row) == top).copied().collect()
}

fn figure(day: &(Date, Vec<&Row<'_>>)) -> Option<Figure> {
    day.1.first().map(|row| row.figure.figure)
}

fn is_row(day: &(Date, Vec<&Row<'_>>)) -> bool {
    day.1.first().is_some_and(|row| row.figure.is_row)
}

/// How many times the later number the earlier one is, where it is lower. Rows that follow one another are one count kept
/// on: there "at least" is how sure it is, not another reading of the same words.
fn by_number(earlier: &Row<'_>, later: &Row<'_>) -> Option<f64> {
    let (before, after) = (earlier.figure.figure.anchor()?, later.figure.figure.anchor()?);
    (after < before).then(|| as_f64(before) / as_f64(after.max(1)))
}

fn fall(about: &About<'_>, before: &(Date, Vec<&Row<'_>>), after: &(Date, Vec<&Row<'_>>)) -> Option<FallingTotal> {
    let (earlier, later) = (before.1.first()?, after.1.first()?);
    let ratio = if later.figure.is_row {
        by_number(earlier, later)?
    } else {
        let falls = earlier.bounds.low? > later.bounds.high?;
        earlier.bounds.apart(later.bounds).filter(|_| falls)?
    };
    let (kind, class, voice, place, story) = about;
    Some(FallingTotal {
        key: key(
            "fall",
            vec![
                format!("{story}/{}/{}/{}/{voice}", kind.id(), class.id(), place.folded),
                format!("{} {}", before.0, earlier.about()),
                format!("{} {}", after.0, later.about()),
            ],
        ),
        kind: earlier.figure.kind,
        voice: later.owner.name.to_owned(),
        before: claims(before.1.iter().copied()),
        after: claims(after.1.iter().copied()),
        days: (before.0, after.0),
        ratio,
        reason: reason(before, after)?,
    })
}

fn reason(before: &(Date, Vec<&Row<'_>>), after: &(Date, Vec<&Row<'_>>)) -> Option<Reason> {
    let (earlier, later) = (before.1.first()?, after.1.first()?);
    let likely = correction(&after.1).map_or_else(String::new, |why| format!(" Likely reason: {why}."));
    let goes_down = format!(
        "The total of {} goes down from \"{}\" on ",
        later.owner.name,
        earlier.words()
    );
    let reason = Reason::from(goes_down).day(before.0);
    let reason = reason.words(format!(" to \"{}\" on ", later.words())).day(after.0);
    Some(reason.words(format!(".{likely}")))
}
