//! Persons named by their office alone: "the Kazakh president", "the mayor". Never joined by themselves: offered as the
//! person who bears the office in the same article or in another one of the same story.

mod office;
#[cfg(test)]
mod tests;

pub use office::is_office;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use crate::base::Span;
use crate::entity::EntityKind;
use office::{Named, Rank};

/// Days between an article and the one that tells who bears the office, at most.
const REACH_DAYS: i32 = 45;
/// Days beyond which it is less likely that the holder is the same.
const NEAR_DAYS: i32 = 14;
/// Most offers that are made.
const MOST: usize = 100;
/// Bytes behind a name in which "who is the" may stand.
const JOINT_BYTES: usize = 12;

/// An office that some articles name without its holder, and the person who may be it.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeOffer {
    /// The person's place in the list of entities.
    pub entity: usize,
    /// As written: "Kazakh president".
    pub words: String,
    /// Where the words for the office stand, by the article's place.
    pub places: Vec<(usize, Span)>,
    /// 0 to 1: how likely it is that they are one.
    pub score: f32,
    /// Why, as a sentence without full stop.
    pub reason: String,
}

/// Whom the articles may mean by an office; `story_of` tells by place which story an article belongs to. The likeliest
/// first.
pub fn office_offers(
    articles: &[LinkArticle<'_>],
    entities: &Entities,
    story_of: impl Fn(usize) -> Option<usize>,
) -> Vec<OfficeOffer> {
    let mut stories: BTreeMap<(Option<usize>, usize), Vec<usize>> = BTreeMap::new();
    for at in 0..articles.len() {
        // an article of no story is alone
        let story = story_of(at).map_or((None, at), |story| (Some(story), 0));
        stories.entry(story).or_default().push(at);
    }
    let mut found: BTreeMap<(usize, String, bool), OfficeOffer> = BTreeMap::new();
    for members in stories.values() {
        let story = Story::new(articles, entities, members);
        for (article, named) in &story.bare {
            let Some(offer) = story.whose(*article, named) else {
                continue;
            };
            let words = named
                .shown
                .of(articles.get(*article).map_or("", |article| article.text));
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let key = (offer.entity, words.to_lowercase(), offer.is_here);
            let row = found.entry(key).or_insert_with(|| OfficeOffer {
                entity: offer.entity,
                words,
                places: Vec::new(),
                score: offer.score,
                reason: offer.reason(),
            });
            row.places.push((*article, named.words));
            // as doubtful as its most doubtful place
            row.score = row.score.min(offer.score);
        }
    }
    let mut found: Vec<OfficeOffer> = found.into_values().collect();
    found.sort_by(|a, b| {
        let place = |offer: &OfficeOffer| offer.places.first().copied();
        b.score.total_cmp(&a.score).then(place(a).cmp(&place(b)))
    });
    found.truncate(MOST);
    found
}

/// Somebody who bears an office.
struct Bearer {
    article: usize,
    entity: usize,
    named: Named,
    /// As written: "Interior Minister".
    title: String,
}

/// Whom a place may mean.
struct Offer<'s> {
    entity: usize,
    score: f32,
    title: &'s str,
    is_here: bool,
}

impl Offer<'_> {
    fn reason(&self) -> String {
        let place = if self.is_here {
            "the same article"
        } else {
            "another article of the story"
        };
        format!("Called “{}” in {place}, as nobody else is there", self.title)
    }
}

/// What the articles of one story tell of offices.
#[derive(Default)]
struct Story {
    days: BTreeMap<usize, Option<Date>>,
    /// By office, who bears it.
    bearers: BTreeMap<String, Vec<Bearer>>,
    /// Who is said to have borne an office, or to be one of several in it, by article.
    others: BTreeSet<(String, usize, usize)>,
    /// Offices named without a holder, by article.
    bare: Vec<(usize, Named)>,
}

impl Story {
    fn new(articles: &[LinkArticle<'_>], entities: &Entities, members: &[usize]) -> Self {
        let mut story = Self::default();
        for at in members {
            let (Some(article), Some(of)) = (articles.get(*at), entities.of.get(*at)) else {
                continue;
            };
            story.days.insert(*at, article.published);
            let persons: Vec<(Span, usize)> = article
                .mentions
                .iter()
                .zip(of)
                .filter(|(mention, _)| mention.kind == EntityKind::Person)
                .map(|(mention, entity)| (mention.span, *entity))
                .collect();
            if !persons.is_empty() || members.len() > 1 {
                story.read(*at, article.text, &persons);
            }
        }
        story
    }

    fn read(&mut self, article: usize, text: &str, persons: &[(Span, usize)]) {
        for named in office::all(text) {
            let next = persons.partition_point(|(span, _)| span.start() < named.whole.end());
            let before = persons.partition_point(|(span, _)| span.end() <= named.whole.start());
            if before < next {
                // a person's name holds the words, or the analyst has made them one
                continue;
            }
            let behind = persons.get(next).filter(|(span, _)| is_behind(text, &named, *span));
            let ahead = || {
                persons
                    .get(before.checked_sub(1)?)
                    .filter(|(span, _)| is_ahead(text, &named, *span))
            };
            match behind.or_else(ahead) {
                Some((_, entity)) if named.rank == Rank::Other => {
                    self.others.insert((named.office, article, *entity));
                }
                Some((_, entity)) => {
                    let title = named.shown.of(text).to_owned();
                    self.bearers.entry(named.office.clone()).or_default().push(Bearer {
                        article,
                        entity: *entity,
                        named,
                        title,
                    });
                }
                None if named.is_definite && named.rank != Rank::Other && !goes_on(text, named.whole.end()) => {
                    self.bare.push((article, named));
                }
                None => {}
            }
        }
    }

    /// Whom a bare office means: the only one who bears it in the article, else in the story about that time.
    fn whose(&self, article: usize, named: &Named) -> Option<Offer<'_>> {
        let all: Vec<&Bearer> = if named.is_any_minister() {
            let ministers = self.bearers.iter().filter(|(office, _)| office.ends_with(" minister"));
            ministers
                .flat_map(|(_, bearers)| bearers)
                .filter(|bearer| bearer.article == article && bearer.named.words.start() < named.words.start())
                .collect()
        } else {
            self.bearers.get(&named.office)?.iter().collect()
        };
        let fits = |bearer: &&&Bearer| bearer.named.rank == named.rank && self.has_land(bearer, named);
        let (here, there): (Vec<&Bearer>, Vec<&Bearer>) = all.iter().partition(|bearer| bearer.article == article);
        let is_here = here
            .iter()
            .any(|bearer| bearer.named.rank == named.rank && self.may_be(bearer, named));
        let around: Vec<&Bearer> = if is_here { here } else { there };
        let near = |bearer: &&&Bearer| is_here || self.days_between(article, bearer.article) <= REACH_DAYS;
        let around: Vec<&Bearer> = around.iter().filter(near).copied().collect();
        // who bears it elsewhere is no rival; of two who may be meant nobody is
        let bearer = *around.iter().find(fits)?;
        let is_rival = |other: &&Bearer| other.entity != bearer.entity && self.may_be(other, named);
        if around.iter().any(is_rival) || self.is_past(article, bearer) || self.is_elsewhere(article, (bearer, named)) {
            return None;
        }
        Some(Offer {
            entity: bearer.entity,
            score: self.score(article, (bearer, named), is_here),
            title: &bearer.title,
            is_here,
        })
    }

    /// The lands of which the story calls a person so.
    fn lands<'s>(&'s self, bearer: &'s Bearer) -> impl Iterator<Item = &'s str> {
        let all = self.bearers.get(&bearer.named.office).into_iter().flatten();
        let own = all.filter(|other| other.entity == bearer.entity);
        own.filter_map(|other| other.named.land.as_deref())
    }

    /// True where the bearer's office is that land's; where none is told, where it can be left open.
    fn has_land(&self, bearer: &Bearer, named: &Named) -> bool {
        match named.land.as_deref() {
            Some(land) => self.lands(bearer).any(|own| own == land),
            None => bearer.named.can_be_bare(),
        }
    }

    /// True where nothing speaks against it.
    fn may_be(&self, bearer: &Bearer, named: &Named) -> bool {
        self.has_land(bearer, named) || (named.land.is_some() && self.lands(bearer).next().is_none())
    }

    /// True where the article, or an earlier one, says that the bearer is it no more.
    fn is_past(&self, article: usize, bearer: &Bearer) -> bool {
        let day = |article: &usize| self.days.get(article).copied().flatten();
        let is_before = |other: &usize| match (day(other), day(&article)) {
            (Some(other), Some(own)) => other <= own,
            _ => true,
        };
        self.others.iter().any(|(office, other, entity)| {
            *office == bearer.named.office && *entity == bearer.entity && (*other == article || is_before(other))
        })
    }

    /// True where the article tells of the office of another land, and leaves open whose is meant here.
    fn is_elsewhere(&self, article: usize, (bearer, named): (&Bearer, &Named)) -> bool {
        let is_other = |land: &str| !self.lands(bearer).any(|own| own == land);
        let mut others = self
            .bare
            .iter()
            .filter(|(other, bare)| *other == article && bare.office == named.office);
        named.land.is_none() && others.any(|(_, bare)| bare.land.as_deref().is_some_and(is_other))
    }

    fn days_between(&self, a: usize, b: usize) -> i32 {
        let day = |article: usize| self.days.get(&article).copied().flatten();
        match (day(a), day(b)) {
            (Some(a), Some(b)) => (a - b).get_days().abs(),
            // not known: neither near nor out of reach
            _ => NEAR_DAYS + 1,
        }
    }

    fn score(&self, article: usize, (bearer, named): (&Bearer, &Named), is_here: bool) -> f32 {
        let base = match (is_here, named.land.is_some()) {
            (true, true) => 0.85,
            (true, false) => 0.7,
            (false, true) => 0.65,
            (false, false) => 0.4,
        };
        let is_late = is_here && bearer.named.words.start() > named.words.start();
        let is_far = !is_here && self.days_between(article, bearer.article) > NEAR_DAYS;
        base - if is_late || is_far { 0.1 } else { 0.0 }
    }
}

/// "Interior Minister Karl Orlan", "the mayor, Dora Olm, said".
fn is_behind(text: &str, named: &Named, person: Span) -> bool {
    let between = text.get(named.whole.end()..person.start()).unwrap_or("-");
    between == " " || (between == ", " && ends(text, person.end()))
}

/// "Dora Olm, the mayor of Orla, said", "Dora Olm, who is the mayor", "Dora Olm (mayor of Orla)".
fn is_ahead(text: &str, named: &Named, person: Span) -> bool {
    let between = text.get(person.end()..named.whole.start()).unwrap_or("-");
    let joins = between.len() <= JOINT_BYTES && matches!(between, ", " | " (" | ", who is " | " is " | ", currently ");
    joins && (between.ends_with("is ") || ends(text, named.whole.end()))
}

/// True where a sign ends what stands beside a name.
fn ends(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| matches!(c, ',' | '.' | ';' | ')' | '\n' | '”' | '"'))
}

/// True where a capital stands right behind: a name that was not found.
fn goes_on(text: &str, at: usize) -> bool {
    let rest = text.get(at..).and_then(|rest| rest.strip_prefix(' '));
    rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}
