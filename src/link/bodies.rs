//! Which names of bodies are one body.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use super::body::Body;
use super::entities::Node;
use super::groups::Groups;
use crate::entity::EntityKind;

/// Most bodies of one core word that are searched for a longer name.
const LARGEST_BUCKET: usize = 200;

/// The bodies that nodes name.
struct Bodies {
    /// By node, its body, where it names one.
    list: Vec<Option<Rc<Body>>>,
    /// By node, the first node of the same words and country: what bodies are told apart by.
    first: Vec<usize>,
}

impl Bodies {
    fn new(nodes: &[Node<'_>]) -> Self {
        // of many articles' spellings few are different
        let mut read: HashMap<&str, (Rc<Body>, usize)> = HashMap::new();
        let mut first_of: HashMap<Rc<Body>, usize> = HashMap::new();
        let (mut list, mut first) = (Vec::with_capacity(nodes.len()), Vec::with_capacity(nodes.len()));
        for (index, node) in nodes.iter().enumerate() {
            if !node.is(EntityKind::Org) {
                list.push(None);
                first.push(index);
                continue;
            }
            let (body, same) = read.entry(&node.name).or_insert_with(|| {
                let body = Rc::new(Body::new(&node.name));
                let same = *first_of.entry(Rc::clone(&body)).or_insert(index);
                (body, same)
            });
            list.push(Some(Rc::clone(body)));
            first.push(*same);
        }
        Self { list, first }
    }

    fn get(&self, node: usize) -> Option<&Body> {
        self.list.get(node)?.as_deref()
    }

    /// The first node of the same body.
    fn first(&self, node: usize) -> usize {
        self.first.get(node).copied().unwrap_or(node)
    }
}

/// Groups the nodes that name bodies: same words, then acronyms, then names without their country, then shortened ones.
pub(super) fn group(nodes: &[Node<'_>], groups: &mut Groups) {
    let bodies = Bodies::new(nodes);
    for (node, first) in bodies.first.iter().enumerate() {
        groups.join(node, *first);
    }
    acronyms(nodes, &bodies, groups);
    without_country(nodes, &bodies, groups);
    shortened(nodes, &bodies, groups);
}

/// "(KNB)" behind a name, or letters that are the initials of one body of the article, else of the run.
fn acronyms(nodes: &[Node<'_>], bodies: &Bodies, groups: &mut Groups) {
    let named = || nodes.iter().enumerate().filter(|(_, node)| node.is(EntityKind::Org));
    let mut letters_of: HashMap<&str, BTreeSet<String>> = HashMap::new();
    for (_, node) in named() {
        letters_of.entry(&node.name).or_insert_with(|| initials(&node.name));
    }
    let mut by_initials: HashMap<&str, Known> = HashMap::new();
    for (index, node) in named() {
        for letters in letters_of.get(&*node.name).into_iter().flatten() {
            let known = by_initials.entry(letters).or_default();
            known.add(index, node.article, bodies);
        }
    }
    for (index, node) in nodes.iter().enumerate() {
        let letters: String = node.name.chars().filter(|c| *c != '.').collect();
        let acronym = letters.len() > 1 && letters.len() < 8 && letters.chars().all(char::is_uppercase);
        if !acronym || bodies.get(index).is_none() {
            continue;
        }
        if let Some(full) = node.in_brackets.filter(|full| bodies.get(*full).is_some()) {
            groups.join(index, full);
            continue;
        }
        let Some(known) = by_initials.get(letters.as_str()) else {
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
struct Known {
    /// The first node of each body: the others are of its group.
    distinct: Vec<usize>,
    seen: HashSet<usize>,
    by_article: HashMap<usize, Vec<usize>>,
}

impl Known {
    fn add(&mut self, node: usize, article: usize, bodies: &Bodies) {
        if self.seen.insert(bodies.first(node)) {
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
fn without_country(nodes: &[Node<'_>], bodies: &Bodies, groups: &mut Groups) {
    // bodies by their first node, those of the same words by the first of all
    let mut words: HashMap<&BTreeSet<String>, usize> = HashMap::new();
    let mut core: HashMap<usize, usize> = HashMap::new();
    for (index, body) in bodies.list.iter().enumerate() {
        if let Some(body) = body.as_deref().filter(|_| bodies.first(index) == index) {
            core.insert(index, *words.entry(&body.words).or_insert(index));
        }
    }
    let mut by_core: HashMap<usize, Known> = HashMap::new();
    for (index, node) in nodes.iter().enumerate() {
        let has_country = bodies.get(index).is_some_and(|body| body.country.is_some());
        if let Some(core) = core.get(&bodies.first(index)).filter(|_| has_country) {
            by_core.entry(*core).or_default().add(index, node.article, bodies);
        }
    }
    for (index, node) in nodes.iter().enumerate() {
        if bodies.get(index).is_none_or(|body| body.country.is_some()) {
            continue;
        }
        let known = core.get(&bodies.first(index)).and_then(|core| by_core.get(core));
        let Some(known) = known else { continue };
        let here = known.here(node.article);
        let near = if here.is_empty() { &known.distinct } else { here };
        let full = only(near.iter().copied(), groups);
        if let Some(full) = full {
            groups.join(index, full);
        }
    }
}

/// "Collective Security Organization" is the only "Collective Security Treaty Organization" around.
fn shortened(nodes: &[Node<'_>], bodies: &Bodies, groups: &mut Groups) {
    let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, body) in bodies.list.iter().enumerate() {
        for word in body.iter().flat_map(|body| &body.words) {
            by_word.entry(word).or_default().push(index);
        }
    }
    let mut longer_of: HashMap<usize, Vec<usize>> = HashMap::new();
    for (index, body) in bodies.list.iter().enumerate() {
        let Some(body) = body.as_deref().filter(|body| body.words.len() > 1) else {
            continue;
        };
        let longer = longer_of
            .entry(bodies.first(index))
            .or_insert_with(|| longer(body, bodies, &by_word));
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
fn longer(body: &Body, bodies: &Bodies, by_word: &HashMap<&str, Vec<usize>>) -> Vec<usize> {
    let rarest = body
        .words
        .iter()
        .filter_map(|word| by_word.get(word.as_str()))
        .min_by_key(|list| list.len());
    let known = rarest.into_iter().flatten().copied().take(LARGEST_BUCKET);
    let holds = |other: &usize| bodies.get(*other).is_some_and(|other| body.is_part_of(other));
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
