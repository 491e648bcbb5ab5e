//! Parts that do not go with their wholes: "26 killed, including 20 women and 12 children", killed and injured against
//! casualties.

use std::collections::{BTreeMap, HashMap};

use super::conclusions::{Row, key};
use super::speaker::same_speaker;
use crate::claim::{Form, Kind, Modality};

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComponentSort {
    /// One part is more than its whole.
    Part,
    /// Parts of one sentence add up to more than their whole.
    Sum,
    /// Killed and injured do not add up to the casualties.
    Casualties,
}

impl ComponentSort {
    /// The word for it in exports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Part => "part_over_whole",
            Self::Sum => "parts_over_whole",
            Self::Casualties => "killed_and_injured_against_casualties",
        }
    }
}

/// Figures of one article that do not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct ComponentCheck {
    /// Stable name by what it is about.
    pub key: String,
    /// What was compared.
    pub sort: ComponentSort,
    /// The claim of the whole.
    pub whole: u64,
    /// The claims of the parts.
    pub parts: Vec<u64>,
    /// The number that the parts come to at least.
    pub sum: u64,
    /// What does not go together, in a sentence.
    pub reason: String,
}

/// Words in parts that can be the same people: the children among the women are girls, civilians are both.
const DISJOINT: &[(&str, &str)] = &[
    ("women", "men"),
    ("women", "children"),
    ("men", "children"),
    ("women", "boys"),
    ("girls", "boys"),
    ("civilians", "soldiers"),
    ("civilians", "rebels"),
    ("civilians", "militants"),
    ("civilians", "police"),
    ("civilians", "fighters"),
    ("civilians", "gunmen"),
    ("soldiers", "rebels"),
    ("soldiers", "militants"),
    ("soldiers", "police"),
    ("soldiers", "policemen"),
    ("soldiers", "protesters"),
    ("police", "protesters"),
    ("policemen", "protesters"),
    ("adults", "children"),
    ("patients", "staff"),
    ("passengers", "crew"),
];

/// All figures of articles that do not add up.
pub(super) fn components(rows: &[Row<'_>]) -> Vec<ComponentCheck> {
    let mut articles: BTreeMap<u64, Vec<&Row<'_>>> = BTreeMap::new();
    let counts = |row: &&Row<'_>| row.figure.modality != Modality::Denied && row.figure.form == Form::Number;
    for row in rows.iter().filter(counts) {
        articles.entry(row.figure.article).or_default().push(row);
    }
    let mut out = Vec::new();
    for rows in articles.values_mut() {
        if rows.len() > 1 {
            rows.sort_by_key(|row| (row.figure.start, row.figure.claim));
            out.extend(parts(rows));
            out.extend(casualties(rows));
        }
    }
    out
}

/// Parts against their wholes.
fn parts(rows: &[&Row<'_>]) -> Vec<ComponentCheck> {
    let by_claim: HashMap<u64, usize> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (row.figure.claim, at))
        .collect();
    let mut of_whole: BTreeMap<usize, Vec<&Row<'_>>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.figure.part_of) {
        let told = row.figure.whole.and_then(|whole| by_claim.get(&whole).copied());
        if let Some(whole) = told.or_else(|| whole_of(rows, at)) {
            of_whole.entry(whole).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    for (whole, parts) in of_whole {
        let Some((whole, most)) = rows.get(whole).and_then(|whole| Some((*whole, highest(whole)?))) else {
            continue;
        };
        for part in &parts {
            if let Some(low) = lowest(part).filter(|low| *low > most) {
                let reason = format!(
                    "The part, \"{}\", is more than its whole, \"{}\".",
                    part.words(),
                    whole.words()
                );
                out.push(check(ComponentSort::Part, (whole, &[part]), low, reason));
            }
        }
        let listed: Vec<&Row<'_>> = parts
            .iter()
            .filter(|part| part.figure.sentence == whole.figure.sentence && part.figure.kind == whole.figure.kind)
            .copied()
            .collect();
        let sum: u64 = listed
            .iter()
            .filter_map(|part| lowest(part))
            .fold(0, u64::saturating_add);
        let one_is_over = listed.iter().any(|part| lowest(part) > Some(most));
        if listed.len() > 1 && sum > most && !one_is_over && are_disjoint(&listed) {
            let reason = format!(
                "The parts, {}, come to {sum}, more than their whole, \"{}\".",
                quoted(&listed),
                whole.words()
            );
            out.push(check(ComponentSort::Sum, (whole, &listed), sum, reason));
        }
    }
    out
}

/// The whole that a part most likely belongs to: of its sentence the last figure of its kind before it that is no part, else
/// the only one of the sentence.
fn whole_of(rows: &[&Row<'_>], part: usize) -> Option<usize> {
    let own = rows.get(part)?;
    let fits = |row: &Row<'_>| {
        !row.figure.part_of && row.figure.kind == own.figure.kind && row.figure.sentence == own.figure.sentence
    };
    let before = rows.get(..part)?.iter().rposition(|row| fits(row));
    before.or_else(|| {
        let after = rows.get(part + 1..)?;
        let mut found = after.iter().enumerate().filter(|(_, row)| fits(row));
        let (at, _) = found.next()?;
        found.next().is_none().then_some(part + 1 + at)
    })
}

/// Killed and injured of one article and speaker against the casualties that it gives.
fn casualties(rows: &[&Row<'_>]) -> Vec<ComponentCheck> {
    let mut out = Vec::new();
    for whole in rows
        .iter()
        .filter(|row| row.figure.kind == Kind::Casualties && !row.figure.part_of)
    {
        let part = |kind: Kind| {
            let mut found = rows.iter().filter(|row| {
                row.figure.kind == kind
                    && row.figure.sentence == whole.figure.sentence
                    && one_voice(row, whole)
                    && row.figure.victim_class == whole.figure.victim_class
            });
            // of several nobody can say which one belongs to the whole
            found.next().filter(|_| found.next().is_none())
        };
        let (Some(killed), Some(injured)) = (part(Kind::Killed), part(Kind::Injured)) else {
            continue;
        };
        let low = lowest(killed).zip(lowest(injured)).map(|(a, b)| a.saturating_add(b));
        let high = highest(killed).zip(highest(injured)).map(|(a, b)| a.saturating_add(b));
        let over = low.zip(highest(whole)).is_some_and(|(sum, most)| sum > most);
        let under = high.zip(lowest(whole)).is_some_and(|(sum, least)| sum < least);
        if over || under {
            let parts = [*killed, *injured];
            let sum = if over { low } else { high }.unwrap_or_default();
            let reason = format!(
                "Killed and injured, {}, come to {sum}, {} than the casualties, \"{}\".",
                quoted(&parts),
                if over { "more" } else { "fewer" },
                whole.words()
            );
            out.push(check(ComponentSort::Casualties, (whole, &parts), sum, reason));
        }
    }
    out
}

fn one_voice(a: &Row<'_>, b: &Row<'_>) -> bool {
    match (&a.figure.speaker, &b.figure.speaker) {
        (Some(a), Some(b)) => a == b || same_speaker(a, b),
        _ => true,
    }
}

/// True where no two of the parts can be the same people.
fn are_disjoint(parts: &[&Row<'_>]) -> bool {
    let words: Vec<Vec<String>> = parts.iter().map(|part| words(&part.figure.quote)).collect();
    words.iter().enumerate().all(|(at, one)| {
        words.iter().skip(at + 1).all(|two| {
            let has = |words: &[String], word: &str| words.iter().any(|own| own == word);
            DISJOINT
                .iter()
                .any(|(a, b)| has(one, a) && has(two, b) || has(one, b) && has(two, a))
        })
    })
}

fn words(quote: &str) -> Vec<String> {
    let words = quote
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn quoted(parts: &[&Row<'_>]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| format!("\"{}\"", part.words())).collect();
    match parts.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounds are counts, whole and not below zero"
)]
fn lowest(row: &Row<'_>) -> Option<u64> {
    row.bounds.low.map(|low| low.ceil() as u64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bounds are counts, whole and not below zero"
)]
fn highest(row: &Row<'_>) -> Option<u64> {
    row.bounds.high.map(|high| high.floor() as u64)
}

fn check(sort: ComponentSort, (whole, parts): (&Row<'_>, &[&Row<'_>]), sum: u64, reason: String) -> ComponentCheck {
    let about = |row: &Row<'_>| format!("{} {}", row.about(), row.figure.quote);
    let mut all = vec![sort.id().to_owned(), whole.figure.sentence.clone(), about(whole)];
    all.extend(parts.iter().map(|part| about(part)));
    ComponentCheck {
        key: key("component", all),
        sort,
        whole: whole.figure.claim,
        parts: parts.iter().map(|part| part.figure.claim).collect(),
        sum,
        reason,
    }
}
