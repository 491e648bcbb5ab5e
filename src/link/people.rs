//! Which names of persons are one person.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::entities::Node;
use super::groups::Groups;
use super::person::PersonName;
use super::sound::{near, skeleton};
use crate::entity::EntityKind;

/// Most kinds of full name that one bucket compares each with each.
const LARGEST_BUCKET: usize = 300;

/// Groups the nodes that name persons: full names by sound, then bare family names with the full name of their
/// article, or of the run where only one is known.
pub(super) fn group(nodes: &[Node<'_>], groups: &mut Groups) {
    // of many articles' spellings few are different
    let mut read: HashMap<&str, Rc<PersonName>> = HashMap::new();
    let names: Vec<Option<Rc<PersonName>>> = nodes
        .iter()
        .map(|node| {
            let name = || {
                let new = || Rc::new(PersonName::new(&node.name));
                Rc::clone(read.entry(&node.name).or_insert_with(new))
            };
            node.is(EntityKind::Person).then(name)
        })
        .collect();
    let full = full_names(&names, groups);
    let mut bare: HashMap<String, usize> = HashMap::new();
    let by_article = by_article(nodes, &names);
    // bare names join nothing but themselves to a full one, so that what was found once holds
    let mut in_run_of: HashMap<&PersonName, Option<usize>> = HashMap::new();
    for (node, name) in names.iter().enumerate() {
        let Some(name) = name.as_deref().filter(|name| name.is_bare()) else {
            continue;
        };
        let article = nodes.get(node).map_or(0, |node| node.article);
        let here: &[usize] = by_article.get(&article).map_or(&[], Vec::as_slice);
        let anywhere = || {
            *in_run_of
                .entry(name)
                .or_insert_with(|| in_run(name, &full, &names, groups))
        };
        let found = in_article(name, here, &names, nodes).or_else(anywhere);
        match found {
            Some(other) => groups.join(node, other),
            None => groups.join(node, *bare.entry(name.last.clone()).or_insert(node)),
        }
    }
}

/// Nodes of full names by the skeleton of the last name.
type Buckets = HashMap<String, Vec<usize>>;

fn full_names(names: &[Option<Rc<PersonName>>], groups: &mut Groups) -> Buckets {
    let mut first: HashMap<&PersonName, usize> = HashMap::new();
    let mut full = Buckets::new();
    for (node, name) in names.iter().enumerate() {
        let Some(name) = name.as_deref().filter(|name| !name.is_bare()) else {
            continue;
        };
        if let Some(&same) = first.get(name) {
            groups.join(node, same);
            continue;
        }
        first.insert(name, node);
        let bucket = full.entry(skeleton(&name.last)).or_default();
        if bucket.len() < LARGEST_BUCKET {
            for &other in bucket.iter() {
                if names
                    .get(other)
                    .and_then(Option::as_deref)
                    .is_some_and(|other| name.meets(other))
                {
                    groups.join(node, other);
                }
            }
        }
        bucket.push(node);
    }
    full
}

fn by_article(nodes: &[Node<'_>], names: &[Option<Rc<PersonName>>]) -> HashMap<usize, Vec<usize>> {
    let mut out: HashMap<usize, Vec<usize>> = HashMap::new();
    for (index, (node, name)) in nodes.iter().zip(names).enumerate() {
        if name.as_deref().is_some_and(|name| !name.is_bare()) {
            out.entry(node.article).or_default().push(index);
        }
    }
    out
}

/// The full name of the same article: same family name, else a spelling of it, else the given name, else one letter off.
fn in_article(
    name: &PersonName,
    here: &[usize],
    names: &[Option<Rc<PersonName>>],
    nodes: &[Node<'_>],
) -> Option<usize> {
    let full = |node: &usize| names.get(*node).and_then(Option::as_deref);
    let tests: [&dyn Fn(&PersonName) -> bool; 4] = [
        &|other| other.last == name.last,
        &|other| near(&other.last, &name.last),
        &|other| other.given.contains(&name.last),
        &|other| {
            name.last.len() >= 4
                && strsim::osa_distance(&other.last, &name.last) <= 1
                && !one_is_feminine(&other.last, &name.last)
        },
    ];
    tests.iter().find_map(|test| {
        here.iter()
            .copied()
            .filter(|node| full(node).is_some_and(test))
            .max_by_key(|&node| (nodes.get(node).map_or(0, |node| node.count), std::cmp::Reverse(node)))
    })
}

fn one_is_feminine(a: &str, b: &str) -> bool {
    a.strip_suffix('a') == Some(b) || b.strip_suffix('a') == Some(a)
}

/// The one person of the run with that family name; `None` where there are two.
fn in_run(
    name: &PersonName,
    buckets: &Buckets,
    names: &[Option<Rc<PersonName>>],
    groups: &mut Groups,
) -> Option<usize> {
    let bucket = buckets.get(&skeleton(&name.last))?;
    let mut found: Option<usize> = None;
    for &node in bucket.iter().take(LARGEST_BUCKET) {
        let same = names
            .get(node)
            .and_then(Option::as_deref)
            .is_some_and(|other| near(&other.last, &name.last));
        if !same {
            continue;
        }
        match found {
            Some(other) if groups.root(other) != groups.root(node) => return None,
            _ => found = Some(node),
        }
    }
    found
}

/// The name with two words or more, then the most frequent, then the longest.
pub(super) fn fullest(names: &BTreeMap<&str, usize>) -> String {
    let rank = |(name, count): &(&&str, &usize)| (name.split_whitespace().count().min(2), **count, name.len());
    names
        .iter()
        .max_by_key(rank)
        .map_or_else(String::new, |(name, _)| (*name).to_owned())
}
