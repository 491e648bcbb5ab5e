//! Persons named by their office alone: "the Kazakh president", "the mayor". Never joined by themselves: offered as the
//! person who bears the office in the same article or in another one of the same story.

mod kept;
mod office;
#[cfg(test)]
mod tests;
mod words;

pub use kept::Offices;
pub use office::is_office;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use crate::base::Span;
use crate::entity::{EntityKind, fold};
use office::{Named, Rank};

/// Days between an article and the one that tells who bears the office, at most.
const REACH_DAYS: i32 = 45;
/// Days beyond which it is less likely that the holder is the same.
const NEAR_DAYS: i32 = 14;
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
    office_offers_again(articles, entities, story_of, &mut Offices::default())
}

/// The same, with what an earlier run read of the articles.
pub fn office_offers_again(
    articles: &[LinkArticle<'_>],
    entities: &Entities,
    story_of: impl Fn(usize) -> Option<usize>,
    offices: &mut Offices,
) -> Vec<OfficeOffer> {
    offices.read(articles);
    let mut stories: BTreeMap<(Option<usize>, usize), Vec<usize>> = BTreeMap::new();
    for at in 0..articles.len() {
        // an article of no story is alone
        let story = story_of(at).map_or((None, at), |story| (Some(story), 0));
        stories.entry(story).or_default().push(at);
    }
    let mut found: BTreeMap<(usize, String, bool), OfficeOffer> = BTreeMap::new();
    for members in stories.values() {
        let story = Story::new((articles, offices), entities, members);
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
    found
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

/// Who bears an office in a story.
struct Holder {
    entity: usize,
    rank: Rank,
    /// Of which lands the story calls the office.
    lands: BTreeSet<String>,
    /// True where the land can be left open.
    can_be_bare: bool,
    /// By article, where the person is called so first, and how.
    articles: BTreeMap<usize, (usize, String)>,
    /// Days of those articles that have one.
    days: BTreeSet<Date>,
}

impl Holder {
    /// True where the office is the one that is named; where no land is named, where it can be left open.
    fn bears(&self, named: &Named) -> bool {
        let has_land = named
            .land
            .as_ref()
            .map_or(self.can_be_bare, |land| self.lands.contains(land));
        self.rank == named.rank && has_land
    }

    /// True where nothing speaks against it.
    fn may_bear(&self, named: &Named) -> bool {
        match &named.land {
            Some(land) => self.lands.is_empty() || self.lands.contains(land),
            None => self.can_be_bare,
        }
    }

    /// Days to the nearest article that tells of it; neither near nor out of reach where they are not known.
    fn days_from(&self, day: Option<Date>) -> i32 {
        let Some(day) = day.filter(|_| !self.days.is_empty()) else {
            return NEAR_DAYS + 1;
        };
        let (before, after) = (self.days.range(..=day).next_back(), self.days.range(day..).next());
        let between = |other: &Date| (day - *other).get_days().abs();
        before
            .into_iter()
            .chain(after)
            .map(between)
            .min()
            .unwrap_or(NEAR_DAYS + 1)
    }
}

/// The articles that say that somebody bears an office no more.
#[derive(Default)]
struct Past {
    articles: BTreeSet<usize>,
    /// The first of their days.
    first: Option<Date>,
    /// True where a day is not known.
    is_undated: bool,
}

/// What the articles of one story tell of offices.
#[derive(Default)]
struct Story {
    days: BTreeMap<usize, Option<Date>>,
    /// By office, who bears it.
    holders: BTreeMap<String, BTreeMap<(usize, Rank), Holder>>,
    /// By article, its ministers: where they are called so, who, and of what.
    ministers: BTreeMap<usize, Vec<(usize, usize, String)>>,
    /// By office and person, the articles that say that the office is no more theirs, or theirs as one of several.
    others: BTreeMap<(String, usize), Past>,
    /// By article and office, the lands of those named without a holder.
    lands: BTreeMap<(usize, String), BTreeSet<String>>,
    /// Offices named without a holder, by article.
    bare: Vec<(usize, Named)>,
}

impl Story {
    fn new((articles, offices): (&[LinkArticle<'_>], &Offices), entities: &Entities, members: &[usize]) -> Self {
        let mut story = Self::default();
        for at in members {
            let (Some(article), Some(of)) = (articles.get(*at), entities.of.get(*at)) else {
                continue;
            };
            story.days.insert(*at, article.published);
            let named = offices.of(*at);
            if named.is_empty() {
                continue;
            }
            let persons: Vec<(Span, usize)> = article
                .mentions
                .iter()
                .zip(of)
                .filter(|((_, kind), _)| *kind == EntityKind::Person)
                .map(|((span, _), entity)| (*span, *entity))
                .collect();
            if !persons.is_empty() || members.len() > 1 {
                story.read((*at, article), named, &persons);
            }
        }
        story
    }

    fn read(&mut self, (article, row): (usize, &LinkArticle<'_>), offices: &[Named], persons: &[(Span, usize)]) {
        let text = row.text;
        for named in offices {
            let named = named.clone();
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
                    let day = self.days.get(&article).copied().flatten();
                    let past = self.others.entry((named.office, *entity)).or_default();
                    past.articles.insert(article);
                    past.first = past.first.into_iter().chain(day).min();
                    past.is_undated |= day.is_none();
                }
                Some((_, entity)) => self.take_holder((article, row), *entity, named),
                None if named.is_definite && named.rank != Rank::Other && !goes_on(text, named.whole.end()) => {
                    if let Some(land) = &named.land {
                        let lands = self.lands.entry((article, named.office.clone())).or_default();
                        lands.insert(land.clone());
                    }
                    self.bare.push((article, named));
                }
                None => {}
            }
        }
    }

    fn take_holder(&mut self, (article, row): (usize, &LinkArticle<'_>), entity: usize, named: Named) {
        let (start, day) = (named.words.start(), self.days.get(&article).copied().flatten());
        if named.office.ends_with(" minister") {
            let ministers = self.ministers.entry(article).or_default();
            ministers.push((start, entity, named.office.clone()));
        }
        let can_be_bare = named.can_be_bare() || is_of_place(row, &named);
        let title = named.shown.of(row.text).to_owned();
        let holders = self.holders.entry(named.office).or_default();
        let holder = holders.entry((entity, named.rank)).or_insert_with(|| Holder {
            entity,
            rank: named.rank,
            lands: BTreeSet::new(),
            can_be_bare,
            articles: BTreeMap::new(),
            days: BTreeSet::new(),
        });
        holder.lands.extend(named.land);
        // a president of something smaller is not "the president"
        holder.can_be_bare &= can_be_bare;
        holder.articles.entry(article).or_insert((start, title));
        holder.days.extend(day);
    }

    /// Whom a bare office means: the only one who bears it in the article, else in the story about that time.
    fn whose(&self, article: usize, named: &Named) -> Option<Offer<'_>> {
        if named.is_any_minister() {
            return self.whose_minister(article, named);
        }
        let holders = self.holders.get(&named.office)?;
        let is_in = |holder: &&Holder| holder.articles.contains_key(&article);
        let is_here = holders
            .values()
            .filter(is_in)
            .any(|holder| holder.rank == named.rank && holder.may_bear(named));
        let day = self.days.get(&article).copied().flatten();
        let around = || {
            holders
                .values()
                .filter(move |holder| is_in(holder) == is_here && (is_here || holder.days_from(day) <= REACH_DAYS))
        };
        // of two who may be meant nobody is
        let holder = around().find(|holder| holder.bears(named))?;
        if around().any(|other| other.entity != holder.entity && other.may_bear(named)) {
            return None;
        }
        self.offer(article, (holder, named), is_here)
    }

    /// "The minister": the only one whom the article has called a minister so far.
    fn whose_minister(&self, article: usize, named: &Named) -> Option<Offer<'_>> {
        let ministers = self.ministers.get(&article)?;
        let mut so_far = ministers.iter().filter(|(start, ..)| *start < named.words.start());
        let (_, entity, office) = so_far.next()?;
        if so_far.any(|(_, other, _)| other != entity) {
            return None;
        }
        let holder = self.holders.get(office)?.get(&(*entity, named.rank))?;
        let fits = named.land.as_ref().is_none_or(|land| holder.lands.contains(land));
        fits.then(|| self.offer(article, (holder, named), true)).flatten()
    }

    fn offer<'s>(&self, article: usize, (holder, named): (&'s Holder, &Named), is_here: bool) -> Option<Offer<'s>> {
        if self.is_past(article, (holder, named)) || self.is_elsewhere(article, (holder, named)) {
            return None;
        }
        let own = holder.articles.get(&article).filter(|_| is_here);
        let (start, title) = own.or_else(|| holder.articles.values().next())?;
        let base = match (is_here, named.land.is_some()) {
            (true, true) => 0.85,
            (true, false) => 0.7,
            (false, true) => 0.65,
            (false, false) => 0.4,
        };
        let is_late = is_here && *start > named.words.start();
        let day = self.days.get(&article).copied().flatten();
        let is_far = !is_here && holder.days_from(day) > NEAR_DAYS;
        Some(Offer {
            entity: holder.entity,
            score: base - if is_late || is_far { 0.1 } else { 0.0 },
            title,
            is_here,
        })
    }

    /// True where the article, or an earlier one, says that the holder is it no more.
    fn is_past(&self, article: usize, (holder, named): (&Holder, &Named)) -> bool {
        let Some(past) = self.others.get(&(named.office.clone(), holder.entity)) else {
            return false;
        };
        let day = self.days.get(&article).copied().flatten();
        let is_before = past.first.zip(day).is_none_or(|(first, day)| first <= day);
        past.articles.contains(&article) || past.is_undated || is_before
    }

    /// True where the article tells of the office of another land, and leaves open whose is meant here.
    fn is_elsewhere(&self, article: usize, (holder, named): (&Holder, &Named)) -> bool {
        let told = self.lands.get(&(article, named.office.clone()));
        let is_other = |land: &String| !holder.lands.contains(land);
        named.land.is_none() && told.is_some_and(|lands| lands.iter().any(is_other))
    }
}

/// True where the article takes what the office is of for a place, though no list has it: "Varland President".
fn is_of_place(article: &LinkArticle<'_>, named: &Named) -> bool {
    let places = article.mentions.iter().filter(|(_, kind)| *kind == EntityKind::Place);
    let mut names = places.map(|(span, _)| fold(span.of(article.text)));
    names.any(|name| named.land.as_ref() == Some(&name))
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
