//! Which names of bodies are one body.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::body::Body;
use super::entities::Node;
use super::groups::Groups;
use crate::entity::EntityKind;

/// Most bodies of one core word that are searched for a longer name.
const LARGEST_BUCKET: usize = 200;

/// Groups the nodes that name bodies: same words, then acronyms, then names without their country, then shortened ones.
pub(super) fn group(nodes: &[Node], groups: &mut Groups) {
    // of many articles' spellings few are different
    let mut read: HashMap<&str, Rc<Body>> = HashMap::new();
    let bodies: Vec<Option<Rc<Body>>> = nodes
        .iter()
        .map(|node| {
            let body = || Rc::clone(read.entry(&node.name).or_insert_with(|| Rc::new(Body::new(&node.name))));
            node.is(EntityKind::Org).then(body)
        })
        .collect();
    same_words(&bodies, groups);
    acronyms(nodes, &bodies, groups);
    without_country(nodes, &bodies, groups);
    shortened(nodes, &bodies, groups);
}

fn same_words(bodies: &[Option<Rc<Body>>], groups: &mut Groups) {
    let mut first: HashMap<&Body, usize> = HashMap::new();
    for (node, body) in bodies.iter().enumerate() {
        if let Some(body) = body {
            groups.join(node, *first.entry(body).or_insert(node));
        }
    }
}

/// "(KNB)" behind a name, or letters that are the initials of one body of the article, else of the run.
fn acronyms(nodes: &[Node], bodies: &[Option<Rc<Body>>], groups: &mut Groups) {
    let mut letters_of: HashMap<&str, BTreeSet<String>> = HashMap::new();
    let mut by_initials: HashMap<String, Known<'_>> = HashMap::new();
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| node.is(EntityKind::Org)) {
        let body = bodies.get(index).and_then(Option::as_deref);
        for letters in letters_of
            .entry(&node.name)
            .or_insert_with(|| initials(&node.name))
            .iter()
        {
            let known = by_initials.entry(letters.clone()).or_default();
            known.add(index, node.article, body);
        }
    }
    for (index, node) in nodes.iter().enumerate() {
        let letters: String = node.name.chars().filter(|c| *c != '.').collect();
        let acronym = letters.len() > 1 && letters.len() < 8 && letters.chars().all(char::is_uppercase);
        if !acronym || bodies.get(index).is_none_or(Option::is_none) {
            continue;
        }
        if let Some(full) = node
            .in_brackets
            .filter(|full| bodies.get(*full).is_some_and(Option::is_some))
        {
            groups.join(index, full);
            continue;
        }
        let Some(known) = by_initials.get(&letters) else {
            continue;
        };
        let here = known.here(node.article).first().copied();
        if let Some(full) = here.or_else(|| only(known.distinct.iter().copied(), groups)) {
            groups.join(index, full);
        }
    }
}

/// Nodes that share something, so kept that nothing is compared with all of them.
#[derive(Default)]
struct Known<'b> {
    /// The first node of each body: the others are of its group.
    distinct: Vec<usize>,
    seen: HashSet<&'b Body>,
    by_article: HashMap<usize, Vec<usize>>,
}

impl<'b> Known<'b> {
    fn add(&mut self, node: usize, article: usize, body: Option<&'b Body>) {
        if body.is_some_and(|body| self.seen.insert(body)) {
            self.distinct.push(node);
        }
        self.by_article.entry(article).or_default().push(node);
    }

    /// Those of one article.
    fn here(&self, article: usize) -> &[usize] {
        self.by_article.get(&article).map_or(&[], Vec::as_slice)
    }
}

fn initials(name: &str) -> BTreeSet<String> {
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
fn without_country(nodes: &[Node], bodies: &[Option<Rc<Body>>], groups: &mut Groups) {
    let mut by_core: HashMap<&BTreeSet<String>, Known<'_>> = HashMap::new();
    for ((index, node), body) in nodes.iter().enumerate().zip(bodies) {
        if let Some(body) = body.as_deref().filter(|body| body.country.is_some()) {
            let known = by_core.entry(&body.words).or_default();
            known.add(index, node.article, Some(body));
        }
    }
    for (index, body) in bodies.iter().enumerate() {
        let Some(body) = body.as_deref().filter(|body| body.country.is_none()) else {
            continue;
        };
        let (Some(known), Some(node)) = (by_core.get(&body.words), nodes.get(index)) else {
            continue;
        };
        let here = known.here(node.article);
        let near = if here.is_empty() { &known.distinct } else { here };
        let full = only(near.iter().copied(), groups);
        if let Some(full) = full {
            groups.join(index, full);
        }
    }
}

/// "Collective Security Organization" is the only "Collective Security Treaty Organization" around.
fn shortened(nodes: &[Node], bodies: &[Option<Rc<Body>>], groups: &mut Groups) {
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, body) in bodies.iter().enumerate() {
        for word in body.iter().flat_map(|body| &body.words) {
            by_word.entry(word).or_default().push(index);
        }
    }
    let mut longer_of: HashMap<&Body, Vec<usize>> = HashMap::new();
    for (index, body) in bodies.iter().enumerate() {
        let Some(body) = body.as_deref().filter(|body| body.words.len() > 1) else {
            continue;
        };
        let longer = longer_of.entry(body).or_insert_with(|| longer(body, bodies, &by_word));
        let article = nodes.get(index).map(|node| node.article);
        let here: Vec<usize> = longer
            .iter()
            .copied()
            .filter(|other| nodes.get(*other).map(|other| other.article) == article)
            .collect();
        let whole = if here.is_empty() && body.words.len() > 2 && !body.is_generic() {
            only(longer.iter().copied(), groups)
        } else {
            only(here.into_iter(), groups)
        };
        if let Some(whole) = whole {
            groups.join(index, whole);
        }
    }
}

/// The bodies whose names have all words of this one and more.
fn longer(body: &Body, bodies: &[Option<Rc<Body>>], by_word: &HashMap<&str, Vec<usize>>) -> Vec<usize> {
    let rarest = body
        .words
        .iter()
        .filter_map(|word| by_word.get(word.as_str()))
        .min_by_key(|list| list.len());
    let known = rarest.into_iter().flatten().copied().take(LARGEST_BUCKET);
    let holds = |other: &usize| {
        let other = bodies.get(*other).and_then(Option::as_deref);
        other.is_some_and(|other| body.is_part_of(other))
    };
    known.filter(holds).collect()
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
