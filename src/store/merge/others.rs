//! Names, rulings on conclusions, stories, copies, tags and notes of names, adopted figures.

use std::collections::BTreeMap;

use super::matching::Matched;
use super::{Merge, MergeAbout, MergeState, Take, state_of};
use crate::store::adopted::{Adopted, AdoptedAbout};
use crate::store::change::Change;
use crate::store::record::{ArticleId, ClaimId, Ruling};
use crate::store::rows::Store;
use crate::store::{copies, stories, tags};

pub(super) fn differences(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    names(here, there, matched, merge);
    rulings(here, there, matched, merge);
    adopted(here, there, matched, merge);
    settings(here, there, matched, merge);
}

/// Pairs the rows of both sides by their keys: `row` makes the change that puts the other side's value in place.
fn rows<K: Ord + Clone, V: PartialEq + Clone>(
    ours: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    row: impl Fn(K, Option<V>) -> Change,
    (about, merge): (MergeAbout, &mut Merge),
) {
    for (key, value) in theirs {
        let own = ours.get(key);
        if let Some(state) = state_of(own.is_some(), true, own == Some(value)) {
            merge.push(about, state, Take::Rows(vec![row(key.clone(), Some(value.clone()))]));
        }
    }
    for key in ours.keys().filter(|key| !theirs.contains_key(key)) {
        merge.push(about, MergeState::OnlyHere, Take::Rows(vec![row(key.clone(), None)]));
    }
}

fn names(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    let mut theirs = BTreeMap::new();
    for (about, said) in &there.names().rulings {
        match matched.about(about) {
            Some(about) => {
                theirs.insert(about, said.clone());
            }
            None => merge.num_unplaced += 1,
        }
    }
    rows(&here.names().rulings, &theirs, Change::Name, (MergeAbout::Name, merge));
}

fn rulings(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    let theirs: BTreeMap<String, Ruling> = there
        .rulings()
        .iter()
        .map(|(key, ruling)| {
            let preferred = ruling.preferred.and_then(|claim| matched.any_claim(claim));
            (
                key.clone(),
                Ruling {
                    preferred,
                    ..ruling.clone()
                },
            )
        })
        .collect();
    rows(here.rulings(), &theirs, Change::Ruling, (MergeAbout::Conclusion, merge));
}

fn adopted(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    let theirs: BTreeMap<AdoptedAbout, Adopted> = there
        .adopted()
        .iter()
        .map(|(about, figure)| {
            let mut claims: Vec<ClaimId> = figure
                .claims
                .iter()
                .filter_map(|claim| matched.any_claim(*claim))
                .collect();
            claims.sort_unstable();
            (
                about.clone(),
                Adopted {
                    claims,
                    ..figure.clone()
                },
            )
        })
        .collect();
    rows(here.adopted(), &theirs, Change::Adopted, (MergeAbout::Adopted, merge));
}

/// Settings that tell what the analyst said; colours, policies and filters are each project's own.
fn settings(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    for about in [MergeAbout::Conclusion, MergeAbout::Name] {
        let of = |store: &Store, name: &dyn Fn(&str) -> Option<String>| -> BTreeMap<String, String> {
            let rows = store.settings().iter().filter(|(name, _)| sort_of(name) == Some(about));
            rows.filter_map(|(key, value)| Some((name(key)?, value.clone())))
                .collect()
        };
        let ours = of(here, &|name| Some(name.to_owned()));
        let theirs = of(there, &|name| in_our_numbers(name, matched));
        rows(&ours, &theirs, Change::Setting, (about, merge));
    }
}

fn sort_of(name: &str) -> Option<MergeAbout> {
    let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    if begins(&[stories::HELD, stories::NAMED, copies::PAIR]) {
        return Some(MergeAbout::Conclusion);
    }
    begins(&[tags::NAME_TAGS, tags::NAME_NOTE, tags::COLOR]).then_some(MergeAbout::Name)
}

/// The name of a setting with numbers of articles of this project; `None` where one of them would not be here.
fn in_our_numbers(name: &str, matched: &Matched) -> Option<String> {
    let own = |number: &str| matched.any_article(ArticleId(number.parse().ok()?));
    if let Some(number) = name.strip_prefix(stories::HELD) {
        return Some(format!("{}{}", stories::HELD, own(number)?.0));
    }
    if let Some((a, b)) = name.strip_prefix(copies::PAIR).and_then(|pair| pair.split_once('/')) {
        let (a, b) = (own(a)?, own(b)?);
        return Some(format!("{}{}/{}", copies::PAIR, a.min(b).0, a.max(b).0));
    }
    Some(name.to_owned())
}
