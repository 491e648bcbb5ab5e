//! What the project concludes of several claims, as rows of the list beside the charts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::chart_source::Sources;
use super::table::Flags;
use super::words;
use crate::claim::Kind;
use crate::link::{Conclusions, FallingTotal};
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimId, Store};

/// One side of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The source's number.
    pub source: usize,
    /// The claim that stands for it.
    pub claim: ClaimId,
    /// How many.
    pub figure: Figure,
    /// True where nobody has decided on it.
    pub unreviewed: bool,
    /// In how many articles it stands.
    pub num_articles: usize,
}

/// Claims that do not agree, or a total that falls.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its stable name, for the analyst's ruling.
    pub key: String,
    /// What happened.
    pub kind: Kind,
    /// "by Fri 14 March", "total falls, Thu 13 March".
    pub title: String,
    /// "2.4 ×", "31 → 28".
    pub measure: String,
    /// "bounds apart", "bounds overlap"; empty where it says nothing.
    pub bounds: &'static str,
    /// A sentence where there are no sides to list.
    pub sentence: String,
    /// What each source says.
    pub sides: Vec<Side>,
    /// All claims that it is about.
    pub claims: Vec<ClaimId>,
    /// Why the project thinks so, in a sentence.
    pub likely: String,
    /// The analyst's reason; empty while it is not set.
    pub reason: String,
}

/// All of them, with what they say of single claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Conflicts and falling totals, as ranked.
    pub rows: Vec<Finding>,
    /// "“more than 4,400” stands in 5 articles and has 1 independent source, Kestrel News Agency."
    pub copies: Vec<String>,
    /// What they say of single claims.
    pub flags: Flags,
}

/// Figures of one kind and day that do not agree: pairs that `link` hands out, taken together where they share a side.
#[derive(Default)]
struct Group {
    /// The keys of the pairs, the furthest apart first.
    keys: Vec<String>,
    claims: BTreeSet<ClaimId>,
    likely: String,
}

fn groups(conclusions: &Conclusions) -> Vec<Group> {
    let mut groups: Vec<((Kind, Date), Group)> = Vec::new();
    for pair in &conclusions.conflicts {
        let claims: BTreeSet<ClaimId> = pair.lower.iter().chain(&pair.higher).filter_map(id).collect();
        let at = (pair.kind, pair.day);
        let held = groups
            .iter_mut()
            .find(|(place, group)| *place == at && !group.claims.is_disjoint(&claims));
        match held {
            Some((_, group)) => {
                group.keys.push(pair.key.clone());
                group.claims.extend(claims);
            }
            None => groups.push((
                at,
                Group {
                    keys: vec![pair.key.clone()],
                    claims,
                    likely: pair.reason.clone(),
                },
            )),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The claim of a number that `link` hands out.
fn id(number: &u64) -> Option<ClaimId> {
    i64::try_from(*number).ok().map(ClaimId)
}

/// The rows of the list beside the charts, and what they say of single claims.
pub fn findings(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Findings {
    let mut out = Findings {
        copies: copies(store, conclusions),
        ..Findings::default()
    };
    for same in conclusions.same.iter().filter(|same| same.num_articles > 1) {
        let claims = same.claims.iter().filter_map(id);
        out.flags.copies.extend(claims.map(|claim| (claim, same.num_articles)));
    }
    for group in groups(conclusions) {
        out.flags.in_conflict.extend(&group.claims);
        out.rows.extend(conflict_row(store, &group, sources, &out.flags.copies));
    }
    for fall in &conclusions.falls {
        out.rows.extend(fall_row(store, fall, sources, &mut out.flags));
    }
    out
}

/// A line for each figure that several articles copy from one source.
fn copies(store: &Store, conclusions: &Conclusions) -> Vec<String> {
    let rows = conclusions.copies.iter().filter_map(|group| {
        let first = store.claim(group.claims.first().and_then(id)?)?;
        let article = store.article(first.article)?;
        let words = words::short(first.claim().span.of(article.text()), 40);
        let agency = group
            .agency
            .as_ref()
            .map(|agency| format!(", {agency}"))
            .unwrap_or_default();
        let num = group.articles.len();
        Some(format!(
            "“{words}” stands in {num} articles and has 1 independent source{agency}."
        ))
    });
    rows.collect()
}

/// The analyst's reason under the first of the keys that has one.
fn reason(store: &Store, keys: &[String]) -> String {
    let rulings = keys.iter().filter_map(|key| store.ruling(key));
    let mut reasons = rulings.map(|ruling| ruling.reason.clone());
    reasons.find(|reason| !reason.is_empty()).unwrap_or_default()
}

fn conflict_row(store: &Store, group: &Group, sources: &Sources, copies: &BTreeMap<ClaimId, usize>) -> Option<Finding> {
    let mut sides: Vec<Side> = Vec::new();
    for id in &group.claims {
        let record = store.claim(*id)?;
        let figure = record.claim().figure;
        let source = sources.index_of(*id)?;
        if sides.iter().any(|side| side.source == source && side.figure == figure) {
            continue;
        }
        sides.push(Side {
            source,
            claim: *id,
            figure,
            unreviewed: !record.status().is_decided(),
            num_articles: copies.get(id).copied().unwrap_or(1),
        });
    }
    sides.sort_by_key(|side| (side.figure.anchor(), side.source));
    let first = store.claim(*group.claims.first()?)?;
    let day = first.claim().as_of.as_ref().and_then(|value| value.days());
    let title = day.map_or_else(
        || "day not known".to_owned(),
        |(_, day)| format!("by {}", words::day_short(day)),
    );
    Some(Finding {
        kind: first.claim().kind,
        title,
        measure: measure(&sides),
        bounds: if apart(&sides) {
            "bounds apart"
        } else {
            "bounds overlap"
        },
        sentence: String::new(),
        reason: reason(store, &group.keys),
        key: group.keys.first()?.clone(),
        sides,
        claims: group.claims.iter().copied().collect(),
        likely: group.likely.clone(),
    })
}

/// "2.4 ×", "6 and 0": how far the highest figure lies above the lowest.
fn measure(sides: &[Side]) -> String {
    let anchors = || sides.iter().filter_map(|side| side.figure.anchor());
    match (anchors().min(), anchors().max()) {
        (Some(low), Some(high)) if low > 0 && high / low >= 20 => format!("{} ×", words::number(high / low)),
        (Some(low), Some(high)) if low > 0 => format!("{:.1} ×", high as f64 / low as f64),
        (Some(low), Some(high)) => format!("{} and {}", words::number(high), words::number(low)),
        _ => String::new(),
    }
}

/// True where no number satisfies the words of all sides.
fn apart(sides: &[Side]) -> bool {
    let low = sides.iter().map(|side| allowed(&side.figure).0).fold(0.0, f64::max);
    let high = sides
        .iter()
        .map(|side| allowed(&side.figure).1)
        .fold(f64::INFINITY, f64::min);
    low > high
}

/// The numbers that the words allow; "about N" counts as N ± 10 %.
fn allowed(figure: &Figure) -> (f64, f64) {
    let low = figure.low.map_or(0.0, |low| low as f64);
    let high = figure.high.map_or(f64::INFINITY, |high| high as f64);
    match (figure.qualifier, figure.value) {
        (Qualifier::About, Some(value)) => (value as f64 * 0.9, value as f64 * 1.1),
        (Qualifier::Almost, Some(value)) => (value as f64 * 0.9, value as f64),
        (Qualifier::MoreThan, _) => (low + 1.0, high),
        _ => (low, high),
    }
}

fn fall_row(store: &Store, fall: &FallingTotal, sources: &Sources, flags: &mut Flags) -> Option<Finding> {
    let first = |claims: &[u64]| store.claim(claims.first().and_then(id)?);
    let (from, to) = (first(&fall.before)?, first(&fall.after)?);
    let (high, low) = (from.claim().figure.anchor()?, to.claim().figure.anchor()?);
    flags
        .falls
        .extend(fall.after.iter().filter_map(id).map(|claim| (claim, (high, low))));
    let name = sources
        .of(to.id)
        .map_or(words::NOT_STATED, |source| source.name.as_str());
    Some(Finding {
        kind: fall.kind,
        title: format!("total falls, {}", words::day_short(fall.days.1)),
        measure: format!("{} → {}", words::number(high), words::number(low)),
        bounds: "",
        sentence: format!("{name}. Both figures are kept."),
        sides: Vec::new(),
        claims: vec![from.id, to.id],
        reason: reason(store, std::slice::from_ref(&fall.key)),
        key: fall.key.clone(),
        likely: fall.reason.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Findings, findings};
    use crate::claim::Kind;
    use crate::link::{Conclusions, Conflict, CopyGroup, FallingTotal, SameFigure};
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};
    use crate::store::{Ruling, Store};

    fn sample() -> Store {
        store(&[
            (
                "A",
                "2031-03-14",
                "{killed @M|29 dead}. {killed @S|at least 71}. {killed @H|36}. {killed @M|29}.",
            ),
            (
                "B",
                "2031-03-14",
                "{killed @M|29 people}. {killed @P|no deaths}. {killed @N|about 30}.",
            ),
        ])
    }

    fn found(store: &Store) -> Findings {
        let ids = |words: &[&str]| words.iter().map(|words| claim(store, words).0.unsigned_abs()).collect();
        let day = jiff::civil::date(2031, 3, 14);
        let pair = |key: &str, lower: &[&str], higher: &[&str]| Conflict {
            key: key.to_owned(),
            kind: Kind::Killed,
            day,
            lower: ids(lower),
            higher: ids(higher),
            ratio: 2.0,
            reason: "they differ".to_owned(),
        };
        let conclusions = Conclusions {
            conflicts: vec![
                pair("one", &["29 dead", "29"], &["at least 71"]),
                pair("two", &["29 dead", "29"], &["36"]),
                pair("three", &["no deaths"], &["about 30"]),
            ],
            falls: vec![FallingTotal {
                key: "fall".to_owned(),
                kind: Kind::Killed,
                before: ids(&["36"]),
                after: ids(&["29"]),
                days: (day, day),
                ratio: 1.2,
                reason: String::new(),
            }],
            same: vec![SameFigure {
                key: "same".to_owned(),
                claims: ids(&["29 dead", "29", "29 people"]),
                num_articles: 2,
                reason: String::new(),
            }],
            copies: vec![CopyGroup {
                key: "copy".to_owned(),
                claims: ids(&["29 dead", "29 people"]),
                articles: vec![1, 2],
                agency: Some("KNA".to_owned()),
                reason: String::new(),
            }],
        };
        findings(store, &conclusions, &Sources::new(store, LinesBy::Speaker))
    }

    #[test]
    fn pairs_of_a_day_are_one_row_that_lists_its_sides() {
        let found = found(&sample());
        let lines: Vec<String> = found
            .rows
            .iter()
            .map(|row| {
                let sides: Vec<String> = row
                    .sides
                    .iter()
                    .map(|side| format!("{} x{}", side.figure.anchor().unwrap_or(0), side.num_articles))
                    .collect();
                format!("{} | {} | {} | {}", row.title, row.measure, sides.join(" "), row.bounds)
            })
            .collect();
        assert_eq!(
            lines,
            [
                "by Fri 14 March | 2.4 × | 29 x2 36 x1 71 x1 | bounds apart",
                "by Fri 14 March | 30 and 0 | 0 x1 30 x1 | bounds apart",
                "total falls, Fri 14 March | 36 → 29 |  | ",
            ]
        );
        assert_eq!(
            found.copies,
            ["“29 dead” stands in 2 articles and has 1 independent source, KNA."]
        );
    }

    #[test]
    fn single_claims_are_flagged_and_a_ruling_on_any_pair_is_the_reason() {
        let mut store = sample();
        let ruling = Ruling {
            reason: "Definition".to_owned(),
            ..Ruling::default()
        };
        let edit = store.rule_on("two", Some(ruling));
        store.commit(edit, "2031-03-15T09:00:00Z");
        let found = found(&store);
        let reasons: Vec<&str> = found.rows.iter().map(|row| row.reason.as_str()).collect();
        assert_eq!(reasons, ["Definition", "", ""]);
        assert_eq!(found.flags.in_conflict.len(), 6);
        assert_eq!(found.flags.copies.get(&claim(&store, "29 people")), Some(&2));
        assert_eq!(found.flags.falls.get(&claim(&store, "29")), Some(&(36, 29)));
    }
}
