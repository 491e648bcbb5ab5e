//! Sentences that were copied from an agency or from one article to the next.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::conclusions::{CopyGroup, Row, claims, key};
use super::groups::Groups;
use crate::entity::{EntityKind, Lexicon, fold};

/// Words in a shingle.
const SHINGLE_WORDS: usize = 4;
/// Words that a sentence must have to count as copied.
const LEAST_WORDS: usize = 7;
/// Share of the shorter sentence's shingles that must stand in the other.
const LEAST_SHARE: f64 = 0.6;
/// Sentences that share one shingle beyond which the shingle says nothing.
const COMMONEST: usize = 60;

/// Groups of claims of two articles or more whose sentences are copies.
pub(super) fn copies(rows: &[Row<'_>]) -> Vec<CopyGroup> {
    let shingles: Vec<Vec<u64>> = rows.iter().map(|row| shingles(&row.figure.sentence)).collect();
    let mut groups = Groups::new(rows.len());
    join_same(rows, &shingles, &mut groups);
    join_near(rows, &shingles, &mut groups);
    join_agency(rows, &mut groups);
    let mut members: BTreeMap<usize, Vec<&Row<'_>>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        members.entry(groups.root(at)).or_default().push(row);
    }
    let mut out: Vec<CopyGroup> = members.into_values().filter_map(|group| one(&group)).collect();
    out.sort_by(|a, b| b.articles.len().cmp(&a.articles.len()).then_with(|| a.key.cmp(&b.key)));
    out
}

fn words(sentence: &str) -> Vec<String> {
    sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect()
}

/// Sorted hashes of the sentence's runs of words; none for a short sentence.
fn shingles(sentence: &str) -> Vec<u64> {
    let words = words(sentence);
    if words.len() < LEAST_WORDS {
        return Vec::new();
    }
    let mut out: Vec<u64> = words
        .windows(SHINGLE_WORDS)
        .map(|window| {
            let mut hasher = DefaultHasher::new();
            window.hash(&mut hasher);
            hasher.finish()
        })
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Sentences equal to the letter.
fn join_same(rows: &[Row<'_>], shingles: &[Vec<u64>], groups: &mut Groups) {
    let mut first: HashMap<&[u64], usize> = HashMap::new();
    for at in 0..rows.len() {
        let Some(own) = shingles.get(at).filter(|own| !own.is_empty()) else {
            continue;
        };
        groups.join(at, *first.entry(own).or_insert(at));
    }
}

/// The same figure for the same day in articles with the tag of one agency.
fn join_agency(rows: &[Row<'_>], groups: &mut Groups) {
    let mut first: HashMap<_, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let figure = row.figure;
        if let (Some(agency), Some(day)) = (&figure.agency, row.day) {
            let about = (agency, &figure.story, figure.kind, figure.figure, figure.part_of, day);
            groups.join(at, *first.entry(about).or_insert(at));
        }
    }
}

/// Sentences that share most shingles, found by the shingles that few sentences have.
fn join_near(rows: &[Row<'_>], shingles: &[Vec<u64>], groups: &mut Groups) {
    let mut by_shingle: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, own) in shingles.iter().enumerate() {
        let is_first = groups.root(at) == at;
        for shingle in own.iter().filter(|_| is_first) {
            by_shingle.entry(*shingle).or_default().push(at);
        }
    }
    for (at, own) in shingles.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for others in own
            .iter()
            .filter_map(|shingle| by_shingle.get(shingle))
            .filter(|others| others.len() <= COMMONEST)
        {
            for &other in others.iter().filter(|other| **other < at) {
                *shared.entry(other).or_default() += 1;
            }
        }
        for (other, count) in shared {
            let shorter = own.len().min(shingles.get(other).map_or(0, Vec::len));
            let articles_differ = article(rows, at) != article(rows, other);
            if articles_differ && share(count, shorter) >= LEAST_SHARE {
                groups.join(at, other);
            }
        }
    }
}

fn article(rows: &[Row<'_>], at: usize) -> Option<u64> {
    rows.get(at).map(|row| row.figure.article)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a sentence")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn one(group: &[&Row<'_>]) -> Option<CopyGroup> {
    let articles: BTreeSet<u64> = group.iter().map(|row| row.figure.article).collect();
    if articles.len() < 2 {
        return None;
    }
    let tag = |row: &&Row<'_>| agency_tag(&row.figure.sentence).or_else(|| row.figure.agency.clone());
    let agency = group.iter().find_map(tag).map(|tag| full_name(group, tag));
    let from = agency
        .as_ref()
        .map_or_else(String::new, |agency| format!(" from {agency}"));
    let first = group
        .iter()
        .map(|row| words(&row.figure.sentence).join(" "))
        .min()
        .unwrap_or_default();
    Some(CopyGroup {
        key: key("copy", vec![first]),
        claims: claims(group.iter().copied()),
        reason: format!(
            "{} articles carry the same words{from}: they are one source.",
            articles.len()
        ),
        articles: articles.into_iter().collect(),
        agency,
    })
}

/// The outlet whose initials are the tag: "Kestrel News Agency" for KNA; else the tag.
fn full_name(group: &[&Row<'_>], tag: String) -> String {
    let initials = |name: &str| -> String { name.split_whitespace().filter_map(|word| word.chars().next()).collect() };
    let mut outlets = group.iter().filter_map(|row| row.figure.publisher.as_deref());
    let full = outlets.find(|name| name.contains(' ') && initials(name) == tag);
    full.map_or(tag, str::to_owned)
}

/// The agency whose tag stands anywhere in an article: behind its place line or at the end of a paragraph.
pub fn agency_of(text: &str) -> Option<String> {
    text.lines().filter(|line| line.contains('(')).find_map(agency_tag)
}

/// The agency that a tag in brackets names: "(KNA)", "(Reuters)", "(AFP/dpa)".
pub fn agency_tag(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('(') {
        let (tag, tail) = after.split_once(')')?;
        let tag = tag.trim();
        let letters = tag.chars().filter(|c| c.is_alphabetic()).count();
        let is_acronym =
            (2..=6).contains(&letters) && !tag.contains(char::is_lowercase) && !tag.contains(char::is_numeric);
        let listed = Lexicon::get()
            .listed(&fold(tag))
            .is_some_and(|listed| listed.kind == EntityKind::Org);
        // an acronym behind its own expansion is no tag, a tag has a dash behind it or ends the text
        let stands_apart =
            tail.trim_start().starts_with(['-', '–', '—']) || tail.trim().trim_end_matches('.').is_empty();
        if (is_acronym || listed) && stands_apart {
            return Some(tag.to_owned());
        }
        rest = tail;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::agency_tag;

    #[test]
    fn tags_of_agencies() {
        for (text, tag) in [
            ("ESTRAVA (KNA) - Ten people died.", Some("KNA")),
            ("Ten people died, police said. (Reuters)", Some("Reuters")),
            ("The Varland Relief Committee (VRC) counted ten dead.", None),
            ("Ten people (all men) died.", None),
            ("Ten died (see above) - police", None),
            ("Ten died (", None),
        ] {
            assert_eq!(agency_tag(text).as_deref(), tag, "{text}");
        }
    }
}
