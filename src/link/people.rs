//! Which names of persons are one person.

use std::collections::BTreeMap;

use super::groups::Groups;
use super::sound::near;
use super::spelling::Person;
use super::written::Nodes;

/// Most kinds of full name that one bucket compares each with each.
const LARGEST_BUCKET: usize = 300;

/// Groups the nodes that name persons: full names by sound, then bare family names with the full name of their
/// article, or of the run where only one is known.
pub(super) fn group(nodes: &Nodes<'_>, groups: &mut Groups) {
    let counts = nodes.spellings.counts();
    let full = full_names(nodes, groups);
    let mut bare: Vec<Option<usize>> = vec![None; counts.lasts];
    // bare names join nothing but themselves to a full one, so that what was found once holds
    let mut in_run_of: Vec<Option<Option<usize>>> = vec![None; counts.persons];
    for node in 0..nodes.list.len() {
        let Some(number) = nodes.person(node) else { continue };
        let Some(person) = nodes.spellings.person_of(number).filter(|person| person.name.is_bare()) else {
            continue;
        };
        let anywhere = || {
            let known = in_run_of.get_mut(number as usize)?;
            *known.get_or_insert_with(|| in_run(person, &full, nodes, groups))
        };
        let found = nodes.leads(node).or_else(anywhere);
        match (found, bare.get_mut(person.last as usize)) {
            (Some(other), _) => groups.join(node, other),
            (None, Some(first)) => groups.join(node, *first.get_or_insert(node)),
            (None, None) => {}
        }
    }
}

/// The first nodes of full names by the skeleton of the last name.
type Buckets = Vec<Vec<usize>>;

fn full_names(nodes: &Nodes<'_>, groups: &mut Groups) -> Buckets {
    let counts = nodes.spellings.counts();
    let mut first: Vec<Option<usize>> = vec![None; counts.persons];
    let mut full: Buckets = vec![Vec::new(); counts.skeletons];
    for node in 0..nodes.list.len() {
        let Some(number) = nodes.person(node) else { continue };
        let Some(person) = nodes
            .spellings
            .person_of(number)
            .filter(|person| !person.name.is_bare())
        else {
            continue;
        };
        match first.get_mut(number as usize) {
            Some(Some(same)) => {
                groups.join(node, *same);
                continue;
            }
            Some(slot) => *slot = Some(node),
            None => {}
        }
        let Some(bucket) = full.get_mut(person.skeleton as usize) else {
            continue;
        };
        if bucket.len() < LARGEST_BUCKET {
            for &other in bucket.iter() {
                if read(nodes, other).is_some_and(|other| person.name.meets(&other.name)) {
                    groups.join(node, other);
                }
            }
        }
        bucket.push(node);
    }
    full
}

fn read<'n>(nodes: &'n Nodes<'_>, node: usize) -> Option<&'n Person> {
    nodes.spellings.person_of(nodes.person(node)?)
}

/// The full name of the same article to which a bare name leads, by its place: same family name, else a spelling of it,
/// else the given name, else one letter off. `here` are the names of the article's nodes with how often they stand there.
pub(super) fn in_article(person: &Person, here: &[Option<(&Person, u32)>]) -> Option<usize> {
    if !person.name.is_bare() {
        return None;
    }
    let name = &person.name;
    let tests: [&dyn Fn(&Person) -> bool; 4] = [
        &|other| other.last == person.last,
        &|other| near(&other.name.last, &name.last),
        &|other| other.name.given.contains(&name.last),
        &|other| {
            name.last.len() >= 4
                && strsim::osa_distance(&other.name.last, &name.last) <= 1
                && !one_is_feminine(&other.name.last, &name.last)
        },
    ];
    let full = || {
        let named = here.iter().enumerate();
        let named = named.filter_map(|(at, row)| row.map(|(other, count)| (at, other, count)));
        named.filter(|(_, other, _)| !other.name.is_bare())
    };
    tests.iter().find_map(|test| {
        let found = full().filter(|(_, other, _)| test(other));
        let best = found.max_by_key(|(at, _, count)| (*count, std::cmp::Reverse(*at)));
        best.map(|(at, ..)| at)
    })
}

fn one_is_feminine(a: &str, b: &str) -> bool {
    a.strip_suffix('a') == Some(b) || b.strip_suffix('a') == Some(a)
}

/// The one person of the run with that family name; `None` where there are two.
fn in_run(person: &Person, buckets: &Buckets, nodes: &Nodes<'_>, groups: &mut Groups) -> Option<usize> {
    let bucket = buckets.get(person.skeleton as usize)?;
    let mut found: Option<usize> = None;
    for &node in bucket.iter().take(LARGEST_BUCKET) {
        let same = read(nodes, node).is_some_and(|other| near(&other.name.last, &person.name.last));
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
