//! One entity for every mention over all articles.

use std::collections::{BTreeMap, HashMap};

use super::groups::Groups;
use super::{bodies, people, places};
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
pub(super) struct Node {
    /// Index of the article.
    pub(super) article: usize,
    /// As the text writes it, blanks made single.
    pub(super) name: String,
    /// What it names.
    pub(super) kind: EntityKind,
    /// How often the article writes it so.
    pub(super) count: usize,
    /// The name that follows in brackets, or in whose brackets this one stands.
    pub(super) in_brackets: Option<usize>,
}

/// Finds the entity of every mention. Spellings, surnames, acronyms and word order meet; nothing is compared with
/// everything: names meet in buckets of like sounds.
pub fn entities(articles: &[LinkArticle<'_>]) -> Entities {
    let (nodes, of) = nodes(articles);
    let mut groups = Groups::new(nodes.len());
    people::group(&nodes, &mut groups);
    bodies::group(&nodes, &mut groups);
    places::group(&nodes, &mut groups);
    collect(&nodes, &of, &mut groups)
}

/// Spellings by article, and for every mention its node.
fn nodes(articles: &[LinkArticle<'_>]) -> (Vec<Node>, Vec<Vec<usize>>) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut of = Vec::with_capacity(articles.len());
    for (index, article) in articles.iter().enumerate() {
        let mut known: HashMap<(EntityKind, String), usize> = HashMap::new();
        let mut row: Vec<usize> = Vec::with_capacity(article.mentions.len());
        for (at, mention) in article.mentions.iter().enumerate() {
            let name = clean(mention.span.of(article.text));
            let node = *known.entry((mention.kind, name.clone())).or_insert_with(|| {
                nodes.push(Node {
                    article: index,
                    name,
                    kind: mention.kind,
                    count: 0,
                    in_brackets: None,
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

/// Blanks made single, "the" dropped.
fn clean(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.as_slice() {
        [article, rest @ ..] if !rest.is_empty() && article.eq_ignore_ascii_case("the") => rest.join(" "),
        words => words.join(" "),
    }
}

fn collect(nodes: &[Node], of: &[Vec<usize>], groups: &mut Groups) -> Entities {
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
        let rows: Vec<&Node> = group.iter().filter_map(|node| nodes.get(*node)).collect();
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
    Entities { list, of }
}

fn entity(rows: &[&Node]) -> Entity {
    let kind = rows.first().map_or(EntityKind::Org, |row| row.kind);
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
    }
}
