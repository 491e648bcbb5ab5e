//! How articles write names: one node for each spelling of an article, kept while the article stays as it is.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::entities::LinkArticle;
use super::people;
use super::spelling::{NamedBody, Person, Says, Spelling, Spellings};
use super::told::{NameRef, NamesTold, Reach, clean_words};
use crate::base::Span;
use crate::entity::EntityKind;

/// No node.
const NONE: u32 = u32::MAX;
/// Spellings below which none are forgotten.
const FEW_SPELLINGS: usize = 4_096;

/// What is kept of how articles write names. A run with it gives what one without it gives: an article is read again where
/// its state or what the analyst said of names is another.
#[derive(Clone, Debug, Default)]
pub struct Written {
    spellings: Spellings,
    told: NamesTold,
    articles: Vec<Own>,
}

/// One spelling in an article.
#[derive(Clone, Copy, Debug)]
struct Local {
    spelling: u32,
    count: u32,
    /// The node that follows in brackets, or in whose brackets this one stands; by its place in the article.
    in_brackets: u32,
    /// The full name in the article to which a bare name of a person leads.
    leads: u32,
    /// For a mention that the analyst spoke of by itself: where it stands.
    own: Option<Span>,
}

/// The names of one article.
#[derive(Clone, Debug, Default)]
struct Own {
    state: u64,
    nodes: Box<[Local]>,
    /// By mention, its node's place in the article.
    of: Box<[u32]>,
}

/// One spelling in one article: what is grouped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Index of the article.
    pub(super) article: u32,
    /// The number of what is written and what that names.
    pub(super) spelling: u32,
    /// How often the article writes it so.
    pub(super) count: u32,
    in_brackets: u32,
    leads: u32,
    kind: EntityKind,
    /// How narrow the word is that takes it out of what it would be grouped with.
    pub(super) apart: Option<u8>,
    own: Option<Span>,
}

/// All nodes of a run.
#[derive(Debug)]
pub(super) struct Nodes<'w> {
    pub(super) list: Vec<Node>,
    /// By article, its first node; one more at the end.
    begins: Vec<u32>,
    pub(super) spellings: &'w Spellings,
    articles: &'w [Own],
    numbers: &'w [u64],
}

impl Written {
    /// The nodes of these articles; `numbers` are the articles' numbers in the project.
    pub(super) fn nodes<'w>(
        &'w mut self,
        articles: &[LinkArticle<'_>],
        numbers: &'w [u64],
        told: &NamesTold,
    ) -> Nodes<'w> {
        self.read(articles, numbers, told);
        let count = self.articles.iter().map(|own| own.nodes.len()).sum();
        let mut list = Vec::with_capacity(count);
        let mut begins = Vec::with_capacity(self.articles.len() + 1);
        for (article, own) in (0_u32..).zip(&self.articles) {
            let begin = place(list.len());
            begins.push(begin);
            let within = |local: u32| if local == NONE { NONE } else { begin + local };
            list.extend(own.nodes.iter().map(|local| Node {
                article,
                spelling: local.spelling,
                count: local.count,
                in_brackets: within(local.in_brackets),
                leads: within(local.leads),
                kind: (self.spellings.get(local.spelling)).map_or(EntityKind::Org, |spelling| spelling.kind),
                apart: None,
                own: local.own,
            }));
        }
        begins.push(place(list.len()));
        Nodes {
            list,
            begins,
            spellings: &self.spellings,
            articles: &self.articles,
            numbers,
        }
    }

    /// Reads the names of articles that are new or not as they were.
    fn read(&mut self, articles: &[LinkArticle<'_>], numbers: &[u64], told: &NamesTold) {
        let used: usize = self.articles.iter().map(|own| own.nodes.len()).sum();
        // of articles that went, spellings stay behind
        let is_stale = self.spellings.len() > FEW_SPELLINGS.max(used);
        if self.told != *told || is_stale {
            *self = Self {
                told: told.clone(),
                ..Self::default()
            };
        }
        let single = told.single_mentions();
        let old = std::mem::take(&mut self.articles);
        let mut old: HashMap<u64, Own> = old.into_iter().map(|own| (own.state, own)).collect();
        for (index, article) in articles.iter().enumerate() {
            let kept = old.remove(&article.state).filter(|_| article.state > 0);
            let number = numbers.get(index).copied().unwrap_or_default();
            let own = kept.unwrap_or_else(|| Own::new(article, &mut self.spellings, (number, &single)));
            self.articles.push(own);
        }
    }
}

impl Own {
    fn new(
        article: &LinkArticle<'_>,
        spellings: &mut Spellings,
        (number, single): (u64, &BTreeSet<(u64, Span)>),
    ) -> Self {
        let mut known: HashMap<(u32, Option<Span>), u32> = HashMap::new();
        let mut nodes: Vec<Local> = Vec::new();
        let mut of: Vec<u32> = Vec::with_capacity(article.mentions.len());
        for (at, (span, kind)) in article.mentions.iter().enumerate() {
            let spelling = spellings.number(*kind, &clean_words(span.of(article.text)));
            let own = Some(*span).filter(|span| single.contains(&(number, *span)));
            let node = *known.entry((spelling, own)).or_insert_with(|| {
                nodes.push(Local {
                    spelling,
                    count: 0,
                    in_brackets: NONE,
                    leads: NONE,
                    own,
                });
                place(nodes.len() - 1)
            });
            if let Some(node) = nodes.get_mut(node as usize) {
                node.count += 1;
                if at > 0 && between(article, at) == Some("(") {
                    node.in_brackets = of.last().copied().unwrap_or(NONE);
                }
            }
            of.push(node);
        }
        let named: Vec<Option<(&Person, u32)>> = nodes.iter().map(|node| person(spellings, node)).collect();
        let leads: Vec<u32> = named
            .iter()
            .map(|name| {
                name.and_then(|(name, _)| people::in_article(name, &named))
                    .map_or(NONE, place)
            })
            .collect();
        for (node, leads) in nodes.iter_mut().zip(leads) {
            node.leads = leads;
        }
        Self {
            state: article.state,
            nodes: nodes.into(),
            of: of.into(),
        }
    }
}

fn person<'s>(spellings: &'s Spellings, node: &Local) -> Option<(&'s Person, u32)> {
    match spellings.get(node.spelling)?.says {
        Says::Person(number) => Some((spellings.person_of(number)?, node.count)),
        _ => None,
    }
}

/// What stands between a mention and the one before it, without blanks.
fn between<'a>(article: &LinkArticle<'a>, at: usize) -> Option<&'a str> {
    let before = article.mentions.get(at.checked_sub(1)?)?.0.end();
    let start = article.mentions.get(at)?.0.start();
    article.text.get(before..start).map(str::trim)
}

/// A place in a list, as it is kept.
pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

impl Node {
    /// True for a name of this kind that the rules may group.
    pub(super) fn is(&self, kind: EntityKind) -> bool {
        self.kind == kind && self.apart.is_none()
    }

    /// The name that follows in brackets, or in whose brackets this one stands.
    pub(super) fn in_brackets(&self) -> Option<usize> {
        (self.in_brackets != NONE).then_some(self.in_brackets as usize)
    }

    /// True where the analyst's word about `name` is about this spelling; what was taken out hears narrower words only.
    pub(super) fn hears(&self, name: &NameRef, numbers: &[u64]) -> bool {
        let number = numbers.get(self.article as usize).copied().unwrap_or_default();
        let here = match (name.reach, self.own) {
            (Reach::Project, _) => true,
            (Reach::Article(article), _) => article == number,
            (Reach::Mention(article, span), own) => article == number && own == Some(span),
        };
        here && self.apart.is_none_or(|rank| name.reach.rank() >= rank)
    }
}

impl Nodes<'_> {
    /// The nodes of an article.
    pub(super) fn of_article(&self, article: u32) -> Range<usize> {
        let at = |article: usize| {
            self.begins
                .get(article)
                .map_or(self.list.len(), |begin| *begin as usize)
        };
        at(article as usize)..at(article as usize + 1)
    }

    /// The numbers of the articles.
    pub(super) fn numbers(&self) -> &[u64] {
        self.numbers
    }

    /// By article and mention, what is made of its node.
    pub(super) fn by_mention<R>(&self, make: impl Fn(usize) -> R) -> Vec<Vec<R>> {
        let rows = self.articles.iter().zip(&self.begins);
        rows.map(|(own, begin)| own.of.iter().map(|local| make((begin + local) as usize)).collect())
            .collect()
    }

    /// What a node writes.
    pub(super) fn spelling(&self, node: usize) -> Option<&Spelling> {
        self.spellings.get(self.list.get(node)?.spelling)
    }

    /// The number of the person that a node names, where the rules may group it.
    pub(super) fn person(&self, node: usize) -> Option<u32> {
        let own = self.list.get(node).filter(|node| node.is(EntityKind::Person))?;
        match self.spellings.get(own.spelling)?.says {
            Says::Person(number) => Some(number),
            _ => None,
        }
    }

    /// The number of the body that a node names, where the rules may group it.
    pub(super) fn body(&self, node: usize) -> Option<u32> {
        let own = self.list.get(node).filter(|node| node.is(EntityKind::Org))?;
        match self.spellings.get(own.spelling)?.says {
            Says::Body { body, .. } => Some(body),
            _ => None,
        }
    }

    /// The same, read.
    pub(super) fn named_body(&self, node: usize) -> Option<&NamedBody> {
        self.spellings.named_body(self.body(node)?)
    }

    /// The full name in the article to which a bare name leads; what the analyst took out is none.
    pub(super) fn leads(&self, node: usize) -> Option<usize> {
        let own = self.list.get(node)?;
        let here = self.of_article(own.article);
        let rows = self.list.get(here.clone()).unwrap_or_default();
        if rows.iter().all(|row| row.apart.is_none()) {
            return (own.leads != NONE).then_some(own.leads as usize);
        }
        let named: Vec<Option<(&Person, u32)>> = here
            .clone()
            .zip(rows)
            .map(|(at, row)| Some((self.spellings.person_of(self.person(at)?)?, row.count)))
            .collect();
        let name = self.spellings.person_of(self.person(node)?)?;
        people::in_article(name, &named).map(|at| here.start + at)
    }
}
