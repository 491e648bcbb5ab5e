//! One entity for every mention over all articles.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::groups::Groups;
use super::roles::is_office;
use super::spelling::Spellings;
use super::told::{NameRef, NameSort, NamesTold};
use super::written::{Node, Nodes, Written};
use super::{bodies, people, places};
use crate::base::Span;
use crate::entity::EntityKind;

/// What linking needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct LinkArticle<'a> {
    /// The text into which the mentions point.
    pub text: &'a str,
    /// The headline, where there is one.
    pub title: Option<&'a str>,
    /// The publication day, where it is known.
    pub published: Option<Date>,
    /// Its names, in order, with what they name.
    pub mentions: &'a [(Span, EntityKind)],
    /// What the article is told from others by, and from itself where it reads otherwise: text and names that the machine
    /// found are the same where it is the same. 0 where nothing is kept of it.
    pub state: u64,
}

/// What the mentions of one entity share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name of it in the run.
    pub canonical: String,
    /// What it is.
    pub kind: EntityKind,
    /// How often it is named.
    pub num_mentions: usize,
    /// In how many articles.
    pub num_articles: usize,
    /// True where the analyst said what belongs to it or what it is called.
    pub told: bool,
    /// How it is written, with what is named so and how often.
    pub written: Vec<(Arc<str>, EntityKind, usize)>,
}

/// All entities of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// In order of their first mention.
    pub list: Vec<Entity>,
    /// By article and mention, the entity's place in `list`.
    pub of: Vec<Vec<usize>>,
}

impl Entities {
    /// The entity of a mention.
    pub fn entity(&self, article: usize, mention: usize) -> Option<&Entity> {
        self.list.get(*self.of.get(article)?.get(mention)?)
    }
}

/// Finds the entity of every mention. Spellings, surnames, acronyms and word order meet; nothing is compared with
/// everything: names meet in buckets of like sounds.
pub fn entities(articles: &[LinkArticle<'_>]) -> Entities {
    entities_told(articles, &[], &NamesTold::default())
}

/// [`entities`] under what the analyst said; `numbers` are the articles' numbers in the project.
pub fn entities_told(articles: &[LinkArticle<'_>], numbers: &[u64], told: &NamesTold) -> Entities {
    entities_again(articles, numbers, told, &mut Written::default())
}

/// The same, with what an earlier run read of how the articles write names.
pub fn entities_again(
    articles: &[LinkArticle<'_>],
    numbers: &[u64],
    told: &NamesTold,
    written: &mut Written,
) -> Entities {
    let mut nodes = written.nodes(articles, numbers, told);
    let index = Index::new(&nodes, told);
    let apart = take_apart(&mut nodes, &index, told);
    let mut groups = Groups::new(nodes.list.len());
    people::group(&nodes, &mut groups);
    bodies::group(&nodes, &mut groups);
    places::group(&nodes, &mut groups);
    for members in apart.values() {
        join_all(members, &mut groups);
    }
    join_pairs(&nodes, &index, told, &mut groups);
    let (mut entities, place) = collect(&nodes, &mut groups);
    let touched = told.pairs(true).flat_map(|(a, b)| [a, b]).chain(told.apart());
    for node in touched.flat_map(|name| index.hearing(&nodes, name)) {
        if let Some(entity) = entity_at(&mut entities, &place, node) {
            entity.told = true;
        }
    }
    for (name, words) in told.called() {
        for node in index.hearing(&nodes, name) {
            if let Some(entity) = entity_at(&mut entities, &place, node) {
                words.clone_into(&mut entity.canonical);
                entity.told = true;
            }
        }
    }
    entities
}

fn entity_at<'e>(entities: &'e mut Entities, place: &[u32], node: usize) -> Option<&'e mut Entity> {
    let at = *place.get(node)? as usize;
    entities.list.get_mut(at)
}

/// The nodes of the names of which the analyst said something, by what is written and what it names.
struct Index {
    of: HashMap<u32, Vec<usize>>,
}

impl Index {
    fn new(nodes: &Nodes<'_>, told: &NamesTold) -> Self {
        let mut of: HashMap<u32, Vec<usize>> = HashMap::new();
        for name in told.rulings.keys().flat_map(|about| about.names()) {
            if let Some(spelling) = spelling(nodes.spellings, name) {
                of.entry(spelling).or_default();
            }
        }
        if !of.is_empty() {
            for (at, node) in nodes.list.iter().enumerate() {
                if let Some(written) = of.get_mut(&node.spelling) {
                    written.push(at);
                }
            }
        }
        Self { of }
    }

    /// The nodes that the analyst's word about `name` is about.
    fn hearing(&self, nodes: &Nodes<'_>, name: &NameRef) -> Vec<usize> {
        let written = spelling(nodes.spellings, name).and_then(|spelling| self.of.get(&spelling));
        let hears = |at: &usize| {
            nodes
                .list
                .get(*at)
                .is_some_and(|node| node.hears(name, nodes.numbers()))
        };
        written.into_iter().flatten().copied().filter(hears).collect()
    }
}

fn spelling(spellings: &Spellings, name: &NameRef) -> Option<u32> {
    match name.sort {
        NameSort::Name(kind) => spellings.find(kind, &name.words),
        NameSort::Outlet => None,
    }
}

/// Marks what was taken out, and gives the nodes of each such name.
fn take_apart<'t>(nodes: &mut Nodes<'_>, index: &Index, told: &'t NamesTold) -> BTreeMap<&'t NameRef, Vec<usize>> {
    let mut held: BTreeMap<usize, &NameRef> = BTreeMap::new();
    // broad words first, so that a narrower one about the same mention comes later and wins
    for name in told.apart() {
        for at in index.hearing(nodes, name) {
            if let Some(node) = nodes.list.get_mut(at) {
                node.apart = Some(name.reach.rank());
                held.insert(at, name);
            }
        }
    }
    let mut out: BTreeMap<&NameRef, Vec<usize>> = BTreeMap::new();
    for (at, name) in held {
        out.entry(name).or_default().push(at);
    }
    out
}

fn join_all(members: &[usize], groups: &mut Groups) {
    for pair in members.windows(2) {
        if let [a, b] = pair {
            groups.join(*a, *b);
        }
    }
}

/// Joins what the analyst joined. A short name whose article leads it back to a fuller one stays with that: "Brenk" is
/// Halvar Brenk, but not in an article about Oskar Brenk.
fn join_pairs(nodes: &Nodes<'_>, index: &Index, told: &NamesTold, groups: &mut Groups) {
    if told.pairs(true).next().is_none() {
        return;
    }
    let mut longest: HashMap<(u32, usize), usize> = HashMap::new();
    let words = |at: usize| {
        nodes
            .spelling(at)
            .map_or(1, |spelling| spelling.words.split(' ').count())
    };
    for (at, node) in nodes.list.iter().enumerate() {
        let held = longest.entry((node.article, groups.root(at))).or_default();
        *held = (*held).max(words(at));
    }
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (a, b) in told.pairs(true) {
        let mut firsts = Vec::new();
        for name in [a, b] {
            let all = index.hearing(nodes, name);
            let mut some = Vec::new();
            for at in all.iter().copied() {
                let Some(node) = nodes.list.get(at) else { continue };
                let fullest = longest.get(&(node.article, groups.root(at))).copied();
                if fullest.is_none_or(|longest| longest <= words(at)) {
                    some.push(at);
                }
            }
            let kept = if some.is_empty() { all } else { some };
            joined.extend(kept.windows(2).filter_map(|two| Some((*two.first()?, *two.last()?))));
            firsts.extend(kept.first().copied());
        }
        if let [a, b] = firsts.as_slice() {
            joined.push((*a, *b));
        }
    }
    for (a, b) in joined {
        groups.join(a, b);
    }
}

/// The groups as entities, in the order of their first nodes, and the entity of each node.
fn collect(nodes: &Nodes<'_>, groups: &mut Groups) -> (Entities, Vec<u32>) {
    let mut place: Vec<u32> = Vec::with_capacity(nodes.list.len());
    let mut sizes: Vec<usize> = Vec::new();
    for node in 0..nodes.list.len() {
        // the smallest node stands for a group, so that its place is known already
        let known = Some(groups.root(node)).filter(|root| *root < node);
        let entity = known.and_then(|root| place.get(root).copied()).unwrap_or_else(|| {
            sizes.push(0);
            super::written::place(sizes.len() - 1)
        });
        if let Some(size) = sizes.get_mut(entity as usize) {
            *size += 1;
        }
        place.push(entity);
    }
    let mut members: Vec<Vec<&Node>> = sizes.iter().map(|size| Vec::with_capacity(*size)).collect();
    for (node, entity) in nodes.list.iter().zip(&place) {
        if let Some(members) = members.get_mut(*entity as usize) {
            members.push(node);
        }
    }
    let mut slots: Vec<Option<usize>> = vec![None; nodes.spellings.len()];
    let list = members
        .iter()
        .map(|rows| entity(rows, nodes.spellings, &mut slots))
        .collect();
    let of = nodes.by_mention(|node| place.get(node).map_or(0, |entity| *entity as usize));
    (Entities { list, of }, place)
}

/// The entity of these nodes; `slots`, one for each spelling, are empty before and after.
fn entity(rows: &[&Node], spellings: &Spellings, slots: &mut [Option<usize>]) -> Entity {
    let mut counts: Vec<(u32, usize)> = Vec::new();
    let (mut num_mentions, mut num_articles, mut last) = (0, 0, None);
    for row in rows {
        let count = row.count as usize;
        num_mentions += count;
        num_articles += usize::from(last != Some(row.article));
        last = Some(row.article);
        if let Some(slot) = slots.get_mut(row.spelling as usize) {
            let at = *slot.get_or_insert(counts.len());
            match counts.get_mut(at) {
                Some((_, held)) => *held += count,
                None => counts.push((row.spelling, count)),
            }
        }
    }
    let mut written: Vec<(Arc<str>, EntityKind, usize)> = Vec::with_capacity(counts.len());
    for (number, count) in counts {
        if let Some(slot) = slots.get_mut(number as usize) {
            *slot = None;
        }
        let spelling = spellings.get(number);
        written.extend(spelling.map(|spelling| (Arc::clone(&spelling.words), spelling.kind, count)));
    }
    let kind = kind_of(&written);
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (words, _, count) in &written {
        *names.entry(words).or_default() += count;
    }
    if kind == EntityKind::Person && rows.iter().any(|row| row.apart.is_some()) {
        // nobody is called "president" who has a name
        let named = names.clone();
        names.retain(|name, _| !is_office(name));
        if names.is_empty() {
            names = named;
        }
    }
    let canonical = match kind {
        EntityKind::Person => people::fullest(&names),
        EntityKind::Org => bodies::fullest(&names),
        EntityKind::Place | EntityKind::Group => places::fullest(&names, kind),
    };
    Entity {
        canonical,
        kind,
        num_mentions,
        num_articles,
        told: false,
        written,
    }
}

/// The kind that most mentions have; the rules never group two, the analyst may.
fn kind_of(written: &[(Arc<str>, EntityKind, usize)]) -> EntityKind {
    let mut counts: BTreeMap<EntityKind, usize> = BTreeMap::new();
    for (_, kind, count) in written {
        *counts.entry(*kind).or_default() += count;
    }
    // the spelling of the first node comes first
    let first = written.first().map_or(EntityKind::Org, |(_, kind, _)| *kind);
    let most = counts.values().copied().max().unwrap_or_default();
    if counts.get(&first) == Some(&most) {
        return first;
    }
    let best = counts.into_iter().find(|(_, count)| *count == most);
    best.map_or(first, |(kind, _)| kind)
}
