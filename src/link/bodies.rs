//! Which names of bodies are one body.

use std::collections::{BTreeMap, BTreeSet};

use super::body::Body;
use super::groups::Groups;
use super::spelling::{NamedBody, Says, Spelling};
use super::written::Nodes;

/// Most bodies of one core word that are searched for a longer name.
const LARGEST_BUCKET: usize = 200;

/// Groups the nodes that name bodies: same words, then acronyms, then names without their country, then shortened ones.
pub(super) fn group(nodes: &Nodes<'_>, groups: &mut Groups) {
    let mut first: Vec<Option<usize>> = vec![None; nodes.spellings.counts().bodies];
    let mut named: Vec<Named> = Vec::new();
    for node in 0..nodes.list.len() {
        let Some(body) = nodes.body(node) else { continue };
        if let Some(first) = first.get_mut(body as usize) {
            groups.join(node, *first.get_or_insert(node));
        }
        named.push(Named { node, body });
    }
    acronyms(nodes, &named, groups);
    without_country(nodes, &named, groups);
    shortened(nodes, &named, groups);
}

/// A node that names a body, with the body's number.
#[derive(Clone, Copy)]
struct Named {
    node: usize,
    body: u32,
}

impl Named {
    fn article(self, nodes: &Nodes<'_>) -> u32 {
        nodes.list.get(self.node).map_or(u32::MAX, |node| node.article)
    }
}

/// "(KNB)" behind a name, or letters that are the initials of one body of the article, else of the run.
fn acronyms(nodes: &Nodes<'_>, named: &[Named], groups: &mut Groups) {
    let counts = nodes.spellings.counts();
    // by letters, the first node of each body: the others are of its group
    let mut distinct: Vec<Vec<Named>> = vec![Vec::new(); counts.letters];
    let mut seen: Vec<bool> = vec![false; nodes.spellings.len()];
    for own in named {
        let spelling = nodes.list.get(own.node).map_or(u32::MAX, |node| node.spelling);
        if let Some(seen @ false) = seen.get_mut(spelling as usize) {
            *seen = true;
            for letters in initials_of(nodes.spelling(own.node)) {
                if let Some(known) = distinct.get_mut(*letters as usize)
                    && !known.iter().any(|known| known.body == own.body)
                {
                    known.push(*own);
                }
            }
        }
    }
    for own in named {
        let Some(letters) = nodes.spelling(own.node).and_then(acronym) else {
            continue;
        };
        let brackets = nodes.list.get(own.node).and_then(|node| node.in_brackets());
        if let Some(full) = brackets.filter(|full| nodes.body(*full).is_some()) {
            groups.join(own.node, full);
            continue;
        }
        let Some(known) = distinct.get(letters as usize).filter(|known| !known.is_empty()) else {
            continue;
        };
        let stands_for =
            |node: &usize| nodes.body(*node).is_some() && initials_of(nodes.spelling(*node)).contains(&letters);
        let here = nodes.of_article(own.article(nodes)).find(stands_for);
        let anywhere = known.iter().map(|known| known.node);
        if let Some(full) = here.or_else(|| only(anywhere, groups)) {
            groups.join(own.node, full);
        }
    }
}

fn initials_of(spelling: Option<&Spelling>) -> &[u32] {
    match spelling.map(|spelling| &spelling.says) {
        Some(Says::Body { initials, .. }) => initials,
        _ => &[],
    }
}

fn acronym(spelling: &Spelling) -> Option<u32> {
    match spelling.says {
        Says::Body { letters, .. } => letters,
        _ => None,
    }
}

/// The letters that may stand for a name.
pub(super) fn initials(name: &str) -> BTreeSet<String> {
    let words: Vec<&str> = name.split([' ', '-']).collect();
    let of = |all: bool| -> String {
        let first = words.iter().filter_map(|word| word.chars().next());
        first
            .filter(|c| all || c.is_uppercase())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let mut out = BTreeSet::from([of(true), of(false)]);
    out.retain(|letters| letters.chars().count() > 2);
    out
}

/// The first of the nodes where all are of one group.
fn only(nodes: impl Iterator<Item = usize>, groups: &mut Groups) -> Option<usize> {
    let mut found: Option<usize> = None;
    for node in nodes {
        match found {
            Some(other) if groups.root(other) != groups.root(node) => return None,
            Some(_) => {}
            None => found = Some(node),
        }
    }
    found
}

/// "Interior Ministry" is the article's, or the run's only, "Kazakh Interior Ministry".
fn without_country(nodes: &Nodes<'_>, named: &[Named], groups: &mut Groups) {
    let counts = nodes.spellings.counts();
    // by words, the first node of each body with a country
    let mut distinct: Vec<Vec<usize>> = vec![Vec::new(); counts.cores];
    let mut seen: Vec<bool> = vec![false; counts.bodies];
    for own in named {
        let Some(body) = with_country(nodes.spellings.named_body(own.body)) else {
            continue;
        };
        if let (Some(seen @ false), Some(known)) =
            (seen.get_mut(own.body as usize), distinct.get_mut(body.core as usize))
        {
            *seen = true;
            known.push(own.node);
        }
    }
    for own in named {
        let Some(body) = nodes.spellings.named_body(own.body) else {
            continue;
        };
        let Some(known) = distinct.get(body.core as usize).filter(|known| !known.is_empty()) else {
            continue;
        };
        if body.body.country.is_some() {
            continue;
        }
        let same = |node: &usize| with_country(nodes.named_body(*node)).is_some_and(|other| other.core == body.core);
        let mut here = nodes.of_article(own.article(nodes)).filter(same).peekable();
        let full = if here.peek().is_some() {
            only(here, groups)
        } else {
            only(known.iter().copied(), groups)
        };
        if let Some(full) = full {
            groups.join(own.node, full);
        }
    }
}

fn with_country(body: Option<&NamedBody>) -> Option<&NamedBody> {
    body.filter(|body| body.body.country.is_some())
}

/// "Collective Security Organization" is the only "Collective Security Treaty Organization" around.
fn shortened(nodes: &Nodes<'_>, named: &[Named], groups: &mut Groups) {
    let counts = nodes.spellings.counts();
    let by_word = ByWord::new(nodes, named);
    let mut longer_of: Vec<Option<Vec<Named>>> = vec![None; counts.bodies];
    for own in named {
        let Some(body) = nodes.spellings.named_body(own.body).filter(|body| body.words.len() > 1) else {
            continue;
        };
        let Some(slot) = longer_of.get_mut(own.body as usize) else {
            continue;
        };
        let longer = slot.get_or_insert_with(|| by_word.longer(body, nodes));
        if longer.is_empty() {
            continue;
        }
        let article = own.article(nodes);
        let mut here = longer.iter().filter(|other| other.article(nodes) == article).peekable();
        let whole = if here.peek().is_some() {
            only(here.map(|other| other.node), groups)
        } else if body.words.len() > 2 && !body.body.is_generic() {
            only(longer.iter().map(|other| other.node), groups)
        } else {
            None
        };
        if let Some(whole) = whole {
            groups.join(own.node, whole);
        }
    }
}

/// By word, how many nodes name a body with it, and the first of them.
struct ByWord {
    counts: Vec<usize>,
    first: Vec<Vec<Named>>,
}

impl ByWord {
    fn new(nodes: &Nodes<'_>, named: &[Named]) -> Self {
        let len = nodes.spellings.counts().words;
        let mut out = Self {
            counts: vec![0; len],
            first: vec![Vec::new(); len],
        };
        for own in named {
            let words = nodes.spellings.named_body(own.body).map_or(&[][..], |body| &body.words);
            for word in words {
                if let Some(count) = out.counts.get_mut(*word as usize) {
                    *count += 1;
                }
                if let Some(first) = out
                    .first
                    .get_mut(*word as usize)
                    .filter(|first| first.len() < LARGEST_BUCKET)
                {
                    first.push(*own);
                }
            }
        }
        out
    }

    /// The bodies whose names have all words of this one and more.
    fn longer(&self, body: &NamedBody, nodes: &Nodes<'_>) -> Vec<Named> {
        let count = |word: &&u32| self.counts.get(**word as usize).copied().unwrap_or_default();
        let rarest = body.words.iter().min_by_key(count);
        let known = rarest
            .and_then(|word| self.first.get(*word as usize))
            .into_iter()
            .flatten();
        let holds = |other: &&Named| {
            let other = nodes.spellings.named_body(other.body);
            other.is_some_and(|other| body.body.is_part_of(&other.body))
        };
        known.filter(holds).copied().collect()
    }
}

/// The name with the country in it and most words, then the most frequent.
pub(super) fn fullest(names: &BTreeMap<&str, usize>) -> String {
    let rank = |(name, count): &(&&str, &usize)| {
        let body = Body::new(name);
        let words = name.split_whitespace().count();
        (words > 1, body.country.is_some(), words.min(6), **count)
    };
    names
        .iter()
        .max_by_key(rank)
        .map_or_else(String::new, |(name, _)| (*name).to_owned())
}
