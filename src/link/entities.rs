//! One entity for every mention over all articles.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::groups::Groups;
use super::told::{NameRef, NameSort, NamesTold, Reach, clean_words};
use super::{bodies, people, places};
use crate::base::Span;
use crate::entity::{EntityKind, Mention};
use jiff::civil::Date;

/// What linking needs of one article.
#[derive(Clone, Copy, Debug)]
pub struct LinkArticle<'a> {
    /// The text into which the mentions point.
    pub text: &'a str,
    /// The headline, where there is one.
    pub title: Option<&'a str>,
    /// The publication day, where it is known.
    pub published: Option<Date>,
    /// Its names, in order.
    pub mentions: &'a [Mention],
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

/// One spelling in one article: what is grouped.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// Index of the article.
    pub(super) article: usize,
    /// As the text writes it, blanks made single.
    pub(super) name: Cow<'a, str>,
    /// What it names.
    pub(super) kind: EntityKind,
    /// How often the article writes it so.
    pub(super) count: usize,
    /// The name that follows in brackets, or in whose brackets this one stands.
    pub(super) in_brackets: Option<usize>,
    /// The article's number in the project, 0 where it has none.
    number: u64,
    /// For a mention that the analyst spoke of by itself: where it stands.
    own: Option<Span>,
    /// How narrow the word is that takes it out of what it would be grouped with.
    apart: Option<u8>,
}

impl Node<'_> {
    /// True for a name of this kind that the rules may group.
    pub(super) fn is(&self, kind: EntityKind) -> bool {
        self.kind == kind && self.apart.is_none()
    }

    /// True where the analyst's word about `name` is about this spelling; what was taken out hears narrower words only.
    fn hears(&self, name: &NameRef) -> bool {
        let here = match (name.reach, self.own) {
            (Reach::Project, _) => true,
            (Reach::Article(article), _) => article == self.number,
            (Reach::Mention(article, span), own) => article == self.number && own == Some(span),
        };
        here && self.apart.is_none_or(|rank| name.reach.rank() >= rank)
    }
}

/// Finds the entity of every mention. Spellings, surnames, acronyms and word order meet; nothing is compared with
/// everything: names meet in buckets of like sounds.
pub fn entities(articles: &[LinkArticle<'_>]) -> Entities {
    entities_told(articles, &[], &NamesTold::default())
}

/// [`entities`] under what the analyst said; `numbers` are the articles' numbers in the project.
pub fn entities_told(articles: &[LinkArticle<'_>], numbers: &[u64], told: &NamesTold) -> Entities {
    let (mut nodes, of) = nodes(articles, numbers, &told.single_mentions());
    // nobody asks for names where nothing was said of any
    let index = if told.is_empty() {
        Index::new()
    } else {
        by_words(&nodes)
    };
    let apart = take_apart(&mut nodes, &index, told);
    let mut groups = Groups::new(nodes.len());
    people::group(&nodes, &mut groups);
    bodies::group(&nodes, &mut groups);
    places::group(&nodes, &mut groups);
    for members in apart.values() {
        join_all(members, &mut groups);
    }
    join_pairs(&nodes, &index, told, &mut groups);
    let (mut entities, place) = collect(&nodes, &of, &mut groups);
    let touched = told.pairs(true).flat_map(|(a, b)| [a, b]).chain(told.apart());
    for node in touched.flat_map(|name| hearing(&nodes, &index, name)) {
        if let Some(entity) = place.get(node).and_then(|at| entities.list.get_mut(*at)) {
            entity.told = true;
        }
    }
    for (name, words) in told.called() {
        for node in hearing(&nodes, &index, name) {
            if let Some(entity) = place.get(node).and_then(|at| entities.list.get_mut(*at)) {
                words.clone_into(&mut entity.canonical);
                entity.told = true;
            }
        }
    }
    entities
}

/// Nodes by what is written and what it names.
type Index = HashMap<(EntityKind, String), Vec<usize>>;

fn by_words(nodes: &[Node<'_>]) -> Index {
    let mut index = Index::new();
    for (at, node) in nodes.iter().enumerate() {
        index
            .entry((node.kind, node.name.clone().into_owned()))
            .or_default()
            .push(at);
    }
    index
}

/// The nodes that the analyst's word about `name` is about.
fn hearing(nodes: &[Node<'_>], index: &Index, name: &NameRef) -> Vec<usize> {
    let NameSort::Name(kind) = name.sort else {
        return Vec::new();
    };
    let written = index.get(&(kind, name.words.clone()));
    let hears = |at: &usize| nodes.get(*at).is_some_and(|node| node.hears(name));
    written.into_iter().flatten().copied().filter(hears).collect()
}

/// Marks what was taken out, and gives the nodes of each such name.
fn take_apart<'t>(nodes: &mut [Node<'_>], index: &Index, told: &'t NamesTold) -> BTreeMap<&'t NameRef, Vec<usize>> {
    let mut held: BTreeMap<usize, &NameRef> = BTreeMap::new();
    // broad words first, so that a narrower one about the same mention comes later and wins
    for name in told.apart() {
        for at in hearing(nodes, index, name) {
            if let Some(node) = nodes.get_mut(at) {
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
fn join_pairs(nodes: &[Node<'_>], index: &Index, told: &NamesTold, groups: &mut Groups) {
    if told.pairs(true).next().is_none() {
        return;
    }
    let mut longest: HashMap<(usize, usize), usize> = HashMap::new();
    let num_words = |node: &Node<'_>| node.name.split(' ').count();
    for (at, node) in nodes.iter().enumerate() {
        let held = longest.entry((node.article, groups.root(at))).or_default();
        *held = (*held).max(num_words(node));
    }
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (a, b) in told.pairs(true) {
        let mut firsts = Vec::new();
        for name in [a, b] {
            let all = hearing(nodes, index, name);
            let mut some = Vec::new();
            for at in all.iter().copied() {
                let Some(node) = nodes.get(at) else { continue };
                let fullest = longest.get(&(node.article, groups.root(at))).copied();
                if fullest.is_none_or(|words| words <= num_words(node)) {
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

/// Spellings by article, and for every mention its node; a mention in `single` has a node of its own.
fn nodes<'a>(
    articles: &[LinkArticle<'a>],
    numbers: &[u64],
    single: &BTreeSet<(u64, Span)>,
) -> (Vec<Node<'a>>, Vec<Vec<usize>>) {
    let mut nodes: Vec<Node<'a>> = Vec::new();
    let mut of = Vec::with_capacity(articles.len());
    for (index, article) in articles.iter().enumerate() {
        let number = numbers.get(index).copied().unwrap_or_default();
        let mut known: HashMap<(EntityKind, Cow<'a, str>, Option<Span>), usize> = HashMap::new();
        let mut row: Vec<usize> = Vec::with_capacity(article.mentions.len());
        for (at, mention) in article.mentions.iter().enumerate() {
            let name = clean_words(mention.span.of(article.text));
            let own = Some(mention.span).filter(|span| single.contains(&(number, *span)));
            let node = *known.entry((mention.kind, name.clone(), own)).or_insert_with(|| {
                nodes.push(Node {
                    article: index,
                    name,
                    kind: mention.kind,
                    count: 0,
                    in_brackets: None,
                    number,
                    own,
                    apart: None,
                });
                nodes.len() - 1
            });
            if let Some(node) = nodes.get_mut(node) {
                node.count += 1;
                if at > 0 && between(article, at) == Some("(") {
                    node.in_brackets = row.last().copied();
                }
            }
            row.push(node);
        }
        of.push(row);
    }
    (nodes, of)
}

/// What stands between a mention and the one before it, without blanks.
fn between<'a>(article: &LinkArticle<'a>, at: usize) -> Option<&'a str> {
    let before = article.mentions.get(at.checked_sub(1)?)?.span.end();
    let start = article.mentions.get(at)?.span.start();
    article.text.get(before..start).map(str::trim)
}

/// The groups as entities, and the entity of each node.
fn collect(nodes: &[Node<'_>], of: &[Vec<usize>], groups: &mut Groups) -> (Entities, Vec<usize>) {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in 0..nodes.len() {
        members.entry(groups.root(node)).or_default().push(node);
    }
    let mut order: Vec<Vec<usize>> = members.into_values().collect();
    order.sort_by_key(|group| group.first().copied());
    let mut place = vec![0; nodes.len()];
    let mut list = Vec::with_capacity(order.len());
    for group in &order {
        for node in group {
            if let Some(slot) = place.get_mut(*node) {
                *slot = list.len();
            }
        }
        let rows: Vec<&Node<'_>> = group.iter().filter_map(|node| nodes.get(*node)).collect();
        list.push(entity(&rows));
    }
    let of = of
        .iter()
        .map(|row| {
            row.iter()
                .map(|node| place.get(*node).copied().unwrap_or_default())
                .collect()
        })
        .collect();
    (Entities { list, of }, place)
}

fn entity(rows: &[&Node<'_>]) -> Entity {
    let kind = kind_of(rows);
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let mut articles: Vec<usize> = rows.iter().map(|row| row.article).collect();
    articles.sort_unstable();
    articles.dedup();
    for row in rows {
        *names.entry(&row.name).or_default() += row.count;
    }
    let canonical = match kind {
        EntityKind::Person => people::fullest(&names),
        EntityKind::Org => bodies::fullest(&names),
        EntityKind::Place | EntityKind::Group => places::fullest(&names, kind),
    };
    Entity {
        canonical,
        kind,
        num_mentions: rows.iter().map(|row| row.count).sum(),
        num_articles: articles.len(),
        told: false,
    }
}

/// The kind that most mentions have; the rules never group two, the analyst may.
fn kind_of(rows: &[&Node<'_>]) -> EntityKind {
    let mut counts: BTreeMap<EntityKind, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.kind).or_default() += row.count;
    }
    let first = rows.first().map_or(EntityKind::Org, |row| row.kind);
    let most = counts.values().copied().max().unwrap_or_default();
    if counts.get(&first) == Some(&most) {
        return first;
    }
    let best = counts.into_iter().find(|(_, count)| *count == most);
    best.map_or(first, |(kind, _)| kind)
}
