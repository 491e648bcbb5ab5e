//! Claims whose sentences are copies, with their figure or with another.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use jiff::civil::Date;

use super::Sources;
use super::agency::{agency_key, agency_tag};
use super::joining::Joining;
use crate::link::conclusions::{CopyGroup, Row, claims, key};
use crate::link::minhash::{Search, Sketched, search, shingles};
use crate::quantity::Figure;

/// Words in a run.
const RUN_WORDS: usize = 4;
/// Words, outside quotation marks, that a sentence must have to count as copied.
const LEAST_WORDS: usize = 7;
/// Share of the shorter sentence's runs that must stand in the other.
const LEAST_SHARE: f64 = 0.6;
/// The same where the speakers or the numbers of both differ: such sentences are made after one pattern by many.
const LEAST_SHARE_OF_OTHERS: f64 = 0.9;
/// Runs that a sentence must have to be a copy with another number: a short one is a pattern.
const LEAST_RUNS_CHANGED: usize = 8;
/// Days between a sentence and its copy, at most.
const REACH_DAYS: i32 = 14;

const SEARCH: Search = Search {
    reach_days: REACH_DAYS,
    standing_days: None,
    least_shared: 3,
};

/// What was found over claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::link) struct Copies {
    /// Claims that are one source.
    pub(in crate::link) groups: Vec<CopyGroup>,
    /// Those of them whose number was changed.
    pub(in crate::link) changed: Vec<ChangedCopy>,
}

/// A copy with another number.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedCopy {
    /// Stable name by what it is about.
    pub key: String,
    /// One claim for each number, in order of their days.
    pub claims: Vec<u64>,
    /// The number phrases of these claims.
    pub words: Vec<String>,
    /// What was changed, in a sentence.
    pub reason: String,
}

/// One sentence as several claims have it.
struct Sentence {
    rows: Vec<usize>,
    runs: Rc<[u32]>,
    day: Option<Date>,
}

/// Groups of claims of two articles or more that are copies. Articles that are one source are so for what both state.
pub(in crate::link) fn copies(rows: &[Row<'_>], sources: &Sources) -> Copies {
    let articles: Vec<u64> = rows.iter().map(|row| row.figure.article).collect();
    let mut joining = Joining::new(&articles, &sources.told);
    let sentences = sentences(rows);
    for sentence in &sentences {
        join_same(rows, sentence, &mut joining);
    }
    join_near(rows, &sentences, &mut joining);
    join_equal(rows, sources, &mut joining);
    let mut members: Vec<(usize, &Row<'_>)> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| (joining.root(at), row))
        .collect();
    members.sort_by_key(|(root, _)| *root);
    let mut out = Copies::default();
    let groups = members.chunk_by(|(root, _), (other, _)| root == other);
    for group in groups.filter(|group| group.len() > 1) {
        let group: Vec<&Row<'_>> = group.iter().map(|(_, row)| *row).collect();
        if let Some(copied) = one(&group) {
            out.groups.push(copied);
            out.changed.extend(changed(&group));
        }
    }
    out.groups.sort_by(ranked);
    out.changed.sort_by(|a, b| a.key.cmp(&b.key));
    out
}

/// Those of most articles first.
pub(in crate::link) fn ranked(a: &CopyGroup, b: &CopyGroup) -> Ordering {
    b.articles.len().cmp(&a.articles.len()).then_with(|| a.key.cmp(&b.key))
}

/// The distinct sentences that are long enough, those of one wording but far days apart.
fn sentences(rows: &[Row<'_>]) -> Vec<Sentence> {
    let mut seen: HashMap<&str, Option<usize>> = HashMap::new();
    let mut by_runs: HashMap<Rc<[u32]>, usize> = HashMap::new();
    let mut all: Vec<(Rc<[u32]>, Vec<usize>)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let place = *seen.entry(row.figure.sentence.as_str()).or_insert_with(|| {
            let (runs, words) = shingles(&row.figure.sentence, RUN_WORDS);
            (words >= LEAST_WORDS && !runs.is_empty()).then(|| {
                *by_runs.entry(runs.into()).or_insert_with_key(|runs| {
                    all.push((Rc::clone(runs), Vec::new()));
                    all.len() - 1
                })
            })
        });
        if let Some((_, own)) = place.and_then(|place| all.get_mut(place)) {
            own.push(at);
        }
    }
    let mut out = Vec::new();
    for (runs, mut places) in all {
        let day = |at: &usize| rows.get(*at).and_then(|row| row.day);
        places.sort_by_key(|at| (day(at), *at));
        let near = |a: &usize, b: &usize| match (day(a), day(b)) {
            (Some(a), Some(b)) => (b - a).get_days() <= REACH_DAYS,
            _ => true,
        };
        out.extend(places.chunk_by(near).map(|part| Sentence {
            rows: part.to_vec(),
            runs: Rc::clone(&runs),
            day: part.first().and_then(day),
        }));
    }
    out
}

/// Claims of one wording: by number, by kind, and the counts that one article has in it.
fn join_same(rows: &[Row<'_>], sentence: &Sentence, joining: &mut Joining) {
    if sentence.rows.len() < 2 {
        return;
    }
    let mut of_figure: HashMap<_, usize> = HashMap::new();
    let mut of_kind: HashMap<_, usize> = HashMap::new();
    let mut of_article: HashMap<u64, usize> = HashMap::new();
    for &at in &sentence.rows {
        let Some(figure) = rows.get(at).map(|row| row.figure) else {
            continue;
        };
        let before = [
            of_figure.insert((figure.kind, figure.figure), at),
            of_kind.insert(figure.kind, at),
            of_article.insert(figure.article, at),
        ];
        for other in before.into_iter().flatten() {
            if may_be_copies(rows, (other, at), (1.0, sentence.runs.len())) {
                joining.join(other, at);
            }
        }
    }
}

/// Sentences that share most runs of words.
fn join_near(rows: &[Row<'_>], sentences: &[Sentence], joining: &mut Joining) {
    let sketched: Vec<Sketched<'_>> = sentences
        .iter()
        .map(|sentence| Sketched {
            hashes: &sentence.runs,
            day: sentence.day,
        })
        .collect();
    for shared in search(&sketched, SEARCH) {
        let (Some(a), Some(b)) = (sentences.get(shared.pair.0), sentences.get(shared.pair.1)) else {
            continue;
        };
        if shared.of_shorter < LEAST_SHARE {
            continue;
        }
        let shorter = a.runs.len().min(b.runs.len());
        for pair in meeting(rows, a, b) {
            if may_be_copies(rows, pair, (shared.of_shorter, shorter)) {
                joining.join(pair.0, pair.1);
            }
        }
    }
}

/// Claims of two sentences that stand for each other: by kind and their order in it, one pair for each.
fn meeting(rows: &[Row<'_>], a: &Sentence, b: &Sentence) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut kinds: BTreeSet<_> = BTreeSet::new();
    for at in &a.rows {
        let Some(row) = rows.get(*at) else { continue };
        if !kinds.insert(row.figure.kind) {
            continue;
        }
        let other = b.rows.iter().find(|other| {
            let differs =
                |other: &Row<'_>| other.figure.article != row.figure.article && other.figure.kind == row.figure.kind;
            rows.get(**other).is_some_and(differs)
        });
        out.extend(other.map(|other| (*at, *other)));
    }
    out
}

/// Whether a shared part of the shorter sentence's runs makes two claims copies.
fn may_be_copies(rows: &[Row<'_>], (a, b): (usize, usize), (share, runs): (f64, usize)) -> bool {
    let (Some(one), Some(two)) = (rows.get(a), rows.get(b)) else {
        return false;
    };
    // two counts of one sentence
    if one.figure.kind != two.figure.kind {
        return one.figure.article == two.figure.article;
    }
    let same_figure = one.figure.figure == two.figure.figure;
    let same_voice = one.speaker.is_empty() || two.speaker.is_empty() || one.speaker == two.speaker;
    match (same_figure, same_voice) {
        (true, true) => share >= LEAST_SHARE,
        (true, false) => share >= LEAST_SHARE_OF_OTHERS,
        (false, true) => share >= LEAST_SHARE_OF_OTHERS && runs >= LEAST_RUNS_CHANGED,
        (false, false) => false,
    }
}

/// The same figure for the same day in articles with the tag of one agency, or that are one source.
fn join_equal(rows: &[Row<'_>], sources: &Sources, joining: &mut Joining) {
    let mut agencies: HashMap<&str, String> = HashMap::new();
    let mut first: HashMap<_, usize> = HashMap::new();
    let mut first_of_source: HashMap<_, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let figure = row.figure;
        let about = (figure.story.as_str(), figure.kind, figure.figure, figure.part_of);
        if let (Some(agency), Some(day)) = (&figure.agency, row.day) {
            let agency = agencies.entry(agency).or_insert_with(|| agency_key(agency)).clone();
            joining.join(at, *first.entry((agency, about, day)).or_insert(at));
        }
        if let Some(group) = sources.group_of(figure.article) {
            joining.join(at, *first_of_source.entry((group.key.as_str(), about)).or_insert(at));
        }
    }
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
    let wordings: BTreeSet<&str> = group.iter().map(|row| row.figure.sentence.as_str()).collect();
    let first = wordings.into_iter().map(words).min().unwrap_or_default();
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

fn words(sentence: &str) -> String {
    let words = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(crate::entity::fold).collect::<Vec<_>>().join(" ")
}

/// The outlet whose initials are the tag: "Kestrel News Agency" for KNA; else the tag.
fn full_name(group: &[&Row<'_>], tag: String) -> String {
    let initials = |name: &str| -> String { name.split_whitespace().filter_map(|word| word.chars().next()).collect() };
    let mut outlets = group.iter().filter_map(|row| row.figure.publisher.as_deref());
    let full = outlets.find(|name| name.contains(' ') && initials(name) == tag);
    full.map_or(tag, str::to_owned)
}

/// For each kind of a group of copies, the numbers that stand in the same place of the same words: one or none row.
fn changed(group: &[&Row<'_>]) -> Vec<ChangedCopy> {
    let mut places: BTreeMap<(u64, &str), BTreeMap<_, Vec<&Row<'_>>>> = BTreeMap::new();
    for row in group.iter().filter(|row| !row.figure.part_of) {
        let here = places.entry((row.figure.article, &row.figure.sentence)).or_default();
        here.entry(row.figure.kind).or_default().push(row);
    }
    let mut by_kind: BTreeMap<_, Vec<&Row<'_>>> = BTreeMap::new();
    for here in places.values() {
        for (kind, rows) in here {
            // of several counts of one kind nobody can say which stands for which
            if let [only] = rows.as_slice() {
                by_kind.entry(*kind).or_default().push(only);
            }
        }
    }
    by_kind.into_values().filter_map(|rows| change(&rows)).collect()
}

fn change(rows: &[&Row<'_>]) -> Option<ChangedCopy> {
    let mut ordered: Vec<&Row<'_>> = rows.to_vec();
    ordered.sort_by_key(|row| (row.day, row.figure.article, row.figure.claim));
    let mut seen: Vec<(Figure, &Row<'_>)> = Vec::new();
    for row in ordered {
        if !seen.iter().any(|(figure, _)| *figure == row.figure.figure) {
            seen.push((row.figure.figure, row));
        }
    }
    if seen.len() < 2 {
        return None;
    }
    let words: Vec<String> = seen.iter().map(|(_, row)| row.words()).collect();
    let said: Vec<String> = seen
        .iter()
        .zip(&words)
        .map(|((_, row), words)| {
            let outlet = row.figure.publisher.as_deref();
            let place = outlet.map_or_else(|| format!("article {}", row.figure.article), str::to_owned);
            format!("\"{words}\" in {place}")
        })
        .collect();
    let about: Vec<String> = seen
        .iter()
        .map(|(_, row)| format!("{} {}", row.figure.claim, row.about()))
        .collect();
    Some(ChangedCopy {
        key: key("changed", about),
        claims: seen.iter().map(|(_, row)| row.figure.claim).collect(),
        reason: format!("The same words with another number: {}.", said.join(", ")),
        words,
    })
}
