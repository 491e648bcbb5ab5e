//! Figures for one day that exclude each other.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::conclusions::{Conflict, Row, claims, key};
use crate::claim::{Kind, Scope, VictimClass};

/// Most different figures of one kind and day that are compared each with each; of more, each is compared with the
/// lowest and the highest ones.
const LARGEST_BUCKET: usize = 160;

/// Pairs of different figures: same kind, same or unspecified class, scopes that can be one, same day, bounds that
/// exclude each other, another speaker or outlet. The furthest apart first.
pub(super) fn conflicts(rows: &[Row<'_>]) -> Vec<Conflict> {
    let mut buckets: BTreeMap<(Kind, Date), Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.figure.is_mute() && !row.figure.part_of) {
        if let Some(day) = row.day {
            buckets.entry((row.figure.kind, day)).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    for ((kind, day), bucket) in buckets {
        let sides = sides(&bucket);
        for (at, a) in sides.iter().enumerate() {
            for (other, b) in sides.iter().enumerate().skip(at + 1) {
                let near_end = at < LARGEST_BUCKET / 2 || other + LARGEST_BUCKET / 2 >= sides.len();
                if near_end && let Some(ratio) = clash(a, b) {
                    out.push(conflict(kind, day, a, b, ratio));
                }
            }
        }
    }
    out.sort_by(|a, b| b.ratio.total_cmp(&a.ratio).then_with(|| a.key.cmp(&b.key)));
    out
}

/// All claims of a bucket that say the same by the same voice.
struct Side<'r> {
    about: String,
    rows: Vec<&'r Row<'r>>,
}

impl Side<'_> {
    fn first(&self) -> Option<&Row<'_>> {
        self.rows.first().copied()
    }
}

/// The different figures of a bucket, the lowest first.
fn sides<'r>(bucket: &[&'r Row<'r>]) -> Vec<Side<'r>> {
    let mut by_about: BTreeMap<String, Vec<&'r Row<'r>>> = BTreeMap::new();
    for row in bucket {
        let about = format!("{}/{}", row.about(), row.figure.scope.id());
        by_about.entry(about).or_default().push(row);
    }
    let mut out: Vec<Side<'r>> = by_about.into_iter().map(|(about, rows)| Side { about, rows }).collect();
    out.sort_by(|a, b| {
        let anchor = |side: &Side<'_>| side.first().and_then(|row| row.figure.figure.anchor());
        anchor(a).cmp(&anchor(b)).then_with(|| a.about.cmp(&b.about))
    });
    out
}

fn clash(a: &Side<'_>, b: &Side<'_>) -> Option<f64> {
    let (one, two) = (a.first()?, b.first()?);
    let ratio = one.bounds.apart(two.bounds)?;
    (classes_meet(one.figure.victim_class, two.figure.victim_class)
        && scopes_meet(one.figure.scope, two.figure.scope)
        && voices_differ(a, b))
    .then_some(ratio)
}

fn classes_meet(a: VictimClass, b: VictimClass) -> bool {
    a == b || a == VictimClass::Unspecified || b == VictimClass::Unspecified
}

fn scopes_meet(a: Scope, b: Scope) -> bool {
    a == b || a == Scope::Unknown || b == Scope::Unknown
}

/// True where some claim of one side has another speaker, or another outlet, than some claim of the other.
fn voices_differ(a: &Side<'_>, b: &Side<'_>) -> bool {
    a.rows.iter().any(|one| {
        b.rows.iter().any(|two| {
            let apart = one.figure.article != two.figure.article;
            let unknown = one.publisher.is_empty() && two.publisher.is_empty();
            one.speaker != two.speaker || apart && (one.publisher != two.publisher || unknown)
        })
    })
}

fn conflict(kind: Kind, day: Date, a: &Side<'_>, b: &Side<'_>, ratio: f64) -> Conflict {
    let a_is_lower = match (a.first(), b.first()) {
        (Some(one), Some(two)) => match (one.bounds.high, two.bounds.low) {
            (Some(high), Some(low)) => high < low,
            _ => false,
        },
        _ => false,
    };
    let (low, high) = if a_is_lower { (a, b) } else { (b, a) };
    Conflict {
        key: key("conflict", vec![day.to_string(), low.about.clone(), high.about.clone()]),
        kind,
        day,
        lower: claims(low.rows.iter().copied()),
        higher: claims(high.rows.iter().copied()),
        ratio,
        reason: reason(low, high),
    }
}

fn reason(low: &Side<'_>, high: &Side<'_>) -> String {
    let (Some(one), Some(two)) = (low.first(), high.first()) else {
        return String::new();
    };
    let why = if one.figure.victim_class != two.figure.victim_class {
        "they may count different people"
    } else if one.figure.scope != two.figure.scope {
        "one may be a total and the other not"
    } else if one.speaker == two.speaker && !one.speaker.is_empty() {
        "two articles give one speaker different numbers"
    } else {
        "the numbers exclude each other"
    };
    format!(
        "{} says \"{}\", {} says \"{}\": {why}.",
        one.voice(),
        one.words(),
        two.voice(),
        two.words()
    )
}
