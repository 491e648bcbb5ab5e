//! Outlets as entities: spellings and domains of one publisher are one, and more where the analyst says so.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::twins::join_by_bodies;
use super::{NameRow, Names};
use crate::base::Span;
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, Reach, Suggested, outlet_key, suggest_outlets};
use crate::store::{ArticleRecord, Store};

/// By what an outlet goes.
pub(super) fn outlet_ref(words: &str) -> NameRef {
    NameRef {
        sort: NameSort::Outlet,
        words: words.to_owned(),
        reach: Reach::Project,
    }
}

/// Adds a row for each outlet; gives the pairs that may be one.
pub(super) fn add(names: &mut Names, store: &Store) -> Vec<Suggested> {
    let groups = groups(names, store);
    let first_row = names.rows.len();
    let numbered = groups.iter().enumerate();
    let group_of: HashMap<&str, usize> = numbered
        .flat_map(|(nth, members)| members.iter().map(move |member| (*member, nth)))
        .collect();
    let mut rows: Vec<NameRow> = groups.iter().map(|_| NameRow::empty(NameSort::Outlet)).collect();
    let mut counts: Vec<BTreeMap<(&str, NameSort), usize>> = vec![BTreeMap::new(); groups.len()];
    for article in store.articles() {
        let Some(publisher) = article.publisher() else { continue };
        let nth = group_of.get(publisher).copied().unwrap_or(usize::MAX);
        if let (Some(row), Some(counts)) = (rows.get_mut(nth), counts.get_mut(nth)) {
            *counts.entry((publisher, NameSort::Outlet)).or_default() += 1;
            row.take_article(None, (article.id, article.published()));
            Arc::make_mut(&mut row.mentions).push((article.id, Span::default()));
        }
    }
    for (nth, ((members, mut row), counts)) in groups.iter().zip(rows).zip(counts).enumerate() {
        row.take_aliases(counts);
        // a name before a domain, and of those the most frequent
        let is_domain = |words: &str| words.contains('.') && !words.contains(' ');
        let name = row.aliases.iter().find(|alias| !is_domain(&alias.words));
        let name = name
            .or_else(|| row.aliases.first())
            .map(|alias| alias.words.clone())
            .unwrap_or_default();
        row.name_ref = outlet_ref(&name);
        row.name = name;
        say(&mut row, store);
        for member in members {
            names.outlets.insert((*member).to_owned(), first_row + nth);
        }
        names.rows.push(row);
    }
    let shown: Vec<&str> = names.rows.iter().skip(first_row).map(|row| row.name.as_str()).collect();
    let mut suggested = suggest_outlets(&shown);
    for pair in &mut suggested {
        pair.a += first_row;
        pair.b += first_row;
    }
    suggested.extend(names.pair_with_bodies(store, first_row));
    suggested
}

fn say(row: &mut NameRow, store: &Store) {
    let told = store.names();
    let has = |words: &str| row.aliases.iter().any(|alias| alias.words == words);
    let is_own = |name: &NameRef| name.sort == NameSort::Outlet && has(&name.words);
    let joined = told.pairs(true).any(|(a, b)| is_own(a) || is_own(b));
    let apart = told
        .rulings
        .keys()
        .any(|about| matches!(about, NameAbout::Apart(name) if is_own(name)));
    let called = told.called().into_iter().rfind(|(name, _)| is_own(name));
    row.told = joined || apart || called.is_some();
    if let Some((_, words)) = called {
        words.clone_into(&mut row.name);
    }
}

/// The spellings of each outlet, in the order of their first articles.
fn groups<'s>(names: &Names, store: &'s Store) -> Vec<Vec<&'s str>> {
    let told = store.names();
    let mut spellings: Vec<&str> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for publisher in store.articles().filter_map(|article| ArticleRecord::publisher(article)) {
        if seen.insert(publisher) {
            spellings.push(publisher);
        }
    }
    let is_apart = |words: &str| {
        let about = NameAbout::Apart(outlet_ref(words));
        told.rulings.get(&about) == Some(&NameSaid::Apart)
    };
    let mut group_of: Vec<usize> = Vec::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for (at, words) in spellings.iter().enumerate() {
        let group = if is_apart(words) {
            at
        } else {
            *by_key.entry(outlet_key(words)).or_insert(at)
        };
        group_of.push(group);
    }
    let free: Vec<(&str, usize)> = spellings
        .iter()
        .zip(&group_of)
        .filter(|(words, _)| !is_apart(words))
        .map(|(words, group)| (*words, *group))
        .collect();
    for (a, b) in join_by_bodies(names, store, &free) {
        join(&mut group_of, a, b);
    }
    for (a, b) in told.pairs(true) {
        let place = |name: &NameRef| {
            let is_it = |words: &str| name.sort == NameSort::Outlet && words == name.words;
            let at = spellings.iter().position(|words| is_it(words))?;
            group_of.get(at).copied()
        };
        if let (Some(a), Some(b)) = (place(a), place(b)) {
            join(&mut group_of, a, b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (words, group) in spellings.into_iter().zip(group_of) {
        groups.entry(group).or_default().push(words);
    }
    groups.into_values().collect()
}

/// Makes two groups, by any number that they have had, one.
fn join(group_of: &mut [usize], a: usize, b: usize) {
    let now = |group: usize| group_of.get(group).copied().unwrap_or(group);
    let (a, b) = (now(a), now(b));
    for group in group_of {
        if *group == a.max(b) {
            *group = a.min(b);
        }
    }
}
