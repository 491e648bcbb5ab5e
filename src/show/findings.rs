//! What the project concludes of several claims, as rows of the list beside the charts.

use std::collections::BTreeMap;

use super::chart_source::Sources;
use super::table::Flags;
use super::words;
use crate::claim::Kind;
use crate::link::Conclusions;
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimId, Ruling, Store};

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
    /// What the project thinks is the reason; empty where nothing.
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

/// Claims that do not agree, as `link` hands them out.
pub(super) struct Conflict {
    pub(super) key: String,
    pub(super) claims: Vec<ClaimId>,
    pub(super) likely: String,
}

/// A running total that falls.
pub(super) struct Fall {
    pub(super) key: String,
    pub(super) from: ClaimId,
    pub(super) to: ClaimId,
    pub(super) likely: String,
}

/// What `link` concludes, in the terms of this module.
#[derive(Default)]
pub(super) struct Concluded {
    pub(super) conflicts: Vec<Conflict>,
    pub(super) falls: Vec<Fall>,
    pub(super) same: Vec<Vec<ClaimId>>,
    pub(super) copies: Vec<String>,
}

/// Reads the conclusions. The one place to change when their type does.
fn concluded(conclusions: &Conclusions) -> Concluded {
    let id = |claim: &u64| ClaimId(i64::try_from(*claim).unwrap_or_default());
    let ids = |claims: &[u64]| claims.iter().map(id).collect::<Vec<_>>();
    let conflicts = conclusions.conflicts.iter().map(|row| Conflict {
        key: row.key.clone(),
        claims: row.lower.iter().chain(&row.higher).map(id).collect(),
        likely: row.reason.clone(),
    });
    let falls = conclusions.falls.iter().filter_map(|row| {
        Some(Fall {
            key: row.key.clone(),
            from: id(row.before.first()?),
            to: id(row.after.first()?),
            likely: row.reason.clone(),
        })
    });
    Concluded {
        conflicts: conflicts.collect(),
        falls: falls.collect(),
        same: conclusions.same.iter().map(|row| ids(&row.claims)).collect(),
        copies: conclusions.copies.iter().map(|row| row.reason.clone()).collect(),
    }
}

/// The rows of the list beside the charts.
pub fn findings(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Findings {
    rows(store, concluded(conclusions), sources)
}

pub(super) fn rows(store: &Store, concluded: Concluded, sources: &Sources) -> Findings {
    let mut out = Findings {
        copies: concluded.copies,
        ..Findings::default()
    };
    for same in &concluded.same {
        let mut articles: Vec<_> = same.iter().filter_map(|id| Some(store.claim(*id)?.article)).collect();
        articles.sort_unstable();
        articles.dedup();
        if articles.len() > 1 {
            out.flags.copies.extend(same.iter().map(|id| (*id, articles.len())));
        }
    }
    for conflict in concluded.conflicts {
        out.flags.in_conflict.extend(&conflict.claims);
        out.rows
            .extend(conflict_row(store, conflict, sources, &out.flags.copies));
    }
    for fall in concluded.falls {
        out.rows.extend(fall_row(store, fall, sources, &mut out.flags));
    }
    out
}

fn reason(store: &Store, key: &str) -> String {
    store
        .ruling(key)
        .map(|ruling: &Ruling| ruling.reason.clone())
        .unwrap_or_default()
}

fn conflict_row(
    store: &Store,
    conflict: Conflict,
    sources: &Sources,
    copies: &BTreeMap<ClaimId, usize>,
) -> Option<Finding> {
    let mut sides: Vec<Side> = Vec::new();
    for id in &conflict.claims {
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
    let first = store.claim(*conflict.claims.first()?)?;
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
        reason: reason(store, &conflict.key),
        key: conflict.key,
        sides,
        likely: conflict.likely,
    })
}

/// "2.4 ×", "6 and 0": how far the highest figure lies above the lowest.
fn measure(sides: &[Side]) -> String {
    let anchors = || sides.iter().filter_map(|side| side.figure.anchor());
    match (anchors().min(), anchors().max()) {
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

fn fall_row(store: &Store, fall: Fall, sources: &Sources, flags: &mut Flags) -> Option<Finding> {
    let (from, to) = (store.claim(fall.from)?.claim(), store.claim(fall.to)?.claim());
    let (high, low) = (from.figure.anchor()?, to.figure.anchor()?);
    flags.falls.insert(fall.to, (high, low));
    let day = to
        .as_of
        .as_ref()
        .and_then(|value| value.days())
        .map(|(_, day)| words::day_short(day));
    let name = sources
        .of(fall.to)
        .map_or(words::NOT_STATED, |source| source.name.as_str());
    Some(Finding {
        kind: to.kind,
        title: format!("total falls, {}", day.as_deref().unwrap_or("day not known")),
        measure: format!("{} → {}", words::number(high), words::number(low)),
        bounds: "",
        sentence: format!("{name}. Both figures are kept."),
        sides: Vec::new(),
        reason: reason(store, &fall.key),
        key: fall.key,
        likely: fall.likely,
    })
}

#[cfg(test)]
mod tests {
    use super::{Concluded, Conflict, Fall, rows};
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};

    #[test]
    fn a_conflict_lists_its_sides_and_says_how_far_apart_they_are() {
        let store = store(&[
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
        ]);
        let sources = Sources::new(&store, LinesBy::Speaker);
        let ids = |words: &[&str]| words.iter().map(|words| claim(&store, words)).collect::<Vec<_>>();
        let conflict = |key: &str, words: &[&str]| Conflict {
            key: key.to_owned(),
            claims: ids(words),
            likely: String::new(),
        };
        let concluded = Concluded {
            conflicts: vec![
                conflict("one", &["29 dead", "29", "at least 71", "36"]),
                conflict("two", &["29 dead", "no deaths"]),
                conflict("three", &["29 dead", "about 30"]),
            ],
            falls: vec![Fall {
                key: "fall".to_owned(),
                from: claim(&store, "36"),
                to: claim(&store, "29"),
                likely: String::new(),
            }],
            same: vec![ids(&["29 dead", "29", "29 people"])],
            copies: Vec::new(),
        };
        let found = rows(&store, concluded, &sources);
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
                "by Fri 14 March | 29 and 0 | 0 x1 29 x2 | bounds apart",
                "by Fri 14 March | 1.0 × | 29 x2 30 x1 | bounds overlap",
                "total falls, Fri 14 March | 36 → 29 |  | ",
            ]
        );
        assert_eq!(found.flags.in_conflict.len(), 6);
        assert_eq!(found.flags.copies.get(&claim(&store, "29 people")), Some(&2));
        assert_eq!(found.flags.falls.get(&claim(&store, "29")), Some(&(36, 29)));
    }
}
