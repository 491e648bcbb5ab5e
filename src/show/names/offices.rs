//! Offices named without their holder, as suggested merges: who may be meant, what accepting and rejecting says.

use std::collections::BTreeSet;

use super::{Linked, Merge, Names, Other, number};
use crate::base::Span;
use crate::entity::{EntityKind, fold};
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, Offices, Reach, clean_name, is_office, office_offers_again};
use crate::store::{ArticleId, ArticleRecord, NameRuling, Store};

/// Most offers that are made.
const MOST: usize = 100;

/// Words for an office where articles name it without its holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// As written: "Kazakh president".
    pub words: String,
    /// Where the words for the office alone stand.
    pub places: Vec<(ArticleId, Span)>,
}

/// An office as it is written, as a name.
fn office_ref(words: &str, reach: Reach) -> NameRef {
    NameRef {
        sort: NameSort::Name(EntityKind::Person),
        words: words.to_owned(),
        reach,
    }
}

impl Names {
    /// Offers persons for offices that are named without them. The stories must be told; what an earlier run read of the
    /// articles is taken over.
    pub fn offer_offices(&mut self, store: &Store, linked: &Linked<'_>, read: &mut Offices) {
        let story = |at: usize| linked.stories.of.get(at).copied();
        let offers = office_offers_again(&linked.rows(), &linked.entities, story, read);
        if offers.is_empty() {
            return;
        }
        let rejected = self.rejected_offices(store);
        let mut num_offered = 0;
        for offer in offers {
            let written = fold(&offer.words);
            let place = |(at, span): &(usize, Span)| -> Option<(ArticleId, Span)> {
                let article: &ArticleRecord = linked.articles.get(*at)?;
                let is_open = article.reading.article.boilerplate_at(span.start()).is_none()
                    && !rejected.contains(&(number(article.id), written.clone(), offer.entity))
                    && !is_no_name(store, article, *span);
                is_open.then_some((article.id, *span))
            };
            let places: Vec<(ArticleId, Span)> = offer.places.iter().filter_map(place).collect();
            if !places.is_empty() {
                num_offered += 1;
                self.merges.push(Merge {
                    a: offer.entity,
                    other: Other::Office(Office {
                        words: offer.words,
                        places,
                    }),
                    score: offer.score,
                    reason: offer.reason,
                });
            }
            // what was rejected takes the place of no other
            if num_offered == MOST {
                break;
            }
        }
        self.merges.sort_by(|x, y| y.score.total_cmp(&x.score));
    }

    /// Article, words and person of offices that the analyst said mean somebody else.
    fn rejected_offices(&self, store: &Store) -> BTreeSet<(u64, String, usize)> {
        let pairs = store.names().pairs(false).flat_map(|(a, b)| [(a, b), (b, a)]);
        let rejected = pairs.filter_map(|(office, person)| {
            let Reach::Article(article) = office.reach else {
                return None;
            };
            Some((article, fold(&office.words), self.find(person)?))
        });
        rejected.collect()
    }

    /// At these places the office stands for this person.
    pub(super) fn is_in_office(
        &self,
        store: &Store,
        places: &[(ArticleId, Span)],
        person: &NameRef,
    ) -> Vec<NameRuling> {
        let row = self.find(person);
        let person = row
            .and_then(|row| self.rows.get(row))
            .map_or(person, |row| &row.name_ref);
        let mut rulings: Vec<NameRuling> = Vec::new();
        for (article, span) in places {
            let Some(record) = store.article(*article) else {
                continue;
            };
            let words = clean_name(span.of(record.text()));
            let reach = Reach::Mention(number(*article), *span);
            let name = office_ref(&words, reach);
            let kind = NameSaid::Kind(Some(EntityKind::Person));
            rulings.push((NameAbout::Words(words, reach), Some(kind)));
            // it is nobody's name, so nothing else is led back to it
            rulings.push((NameAbout::Apart(name.clone()), Some(NameSaid::Apart)));
            rulings.push((NameAbout::pair(&name, person), Some(NameSaid::Same(true))));
        }
        rulings
    }

    /// In these articles the office does not stand for this person.
    pub(super) fn not_in_office(words: &str, articles: &[ArticleId], person: &NameRef) -> Vec<NameRuling> {
        let article = |article: &ArticleId| {
            let name = office_ref(words, Reach::Article(number(*article)));
            (NameAbout::pair(&name, person), Some(NameSaid::Same(false)))
        };
        articles.iter().map(article).collect()
    }

    /// True where words that the row is written with are an office that it bears somewhere, and no name of it.
    pub(super) fn is_office_of(&self, row: usize, words: &str) -> bool {
        let row = self.rows.get(row);
        row.is_some_and(|row| row.told && row.sort == NameSort::Name(EntityKind::Person)) && is_office(words)
    }
}

/// True where the analyst said that the words are no name just there.
fn is_no_name(store: &Store, article: &ArticleRecord, span: Span) -> bool {
    let told = store.names();
    if told.is_empty() {
        return false;
    }
    let reach = Reach::Mention(number(article.id), span);
    let about = NameAbout::Words(clean_name(span.of(article.text())), reach);
    told.rulings.get(&about) == Some(&NameSaid::Kind(None))
}
