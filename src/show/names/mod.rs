//! People, organisations, places, groups and outlets over all articles: each with its names, mentions and figures.

mod edits;
mod linked;
mod list;
mod make;
mod offices;
mod outlets;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
mod tests_links;
mod totals;
mod twins;
mod voices;

pub use edits::{NameAct, NameTarget, name_edit};
pub use linked::{KeptLinks, Linked};
pub use list::{NamesLook, NamesOrder, names_list};
pub use offices::Office;
pub(in crate::show) use twins::outlet_line;
pub use voices::{StoryVoices, Voice, bodies, entities_of, story_voices_again};
pub(in crate::show) use voices::{vouching, without_article};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::Span;
use crate::entity::fold;
use crate::link::{NameRef, NameSort, Reach, clean_name, speaker_key};
use crate::store::{ArticleId, ClaimId};

/// One way in which articles write a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As written.
    pub words: String,
    /// How often.
    pub count: usize,
    /// What the articles' marks call it; one entity may have marks of two sorts where the analyst joined them.
    pub sort: NameSort,
    /// True where another entity is written so too.
    pub shared: bool,
}

/// An entity with all that the project has of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub sort: NameSort,
    /// By what it is found again in the next run.
    pub name_ref: NameRef,
    /// How it is written, most often first.
    pub aliases: Vec<Alias>,
    /// Where it is named, in the order of the articles; for an outlet the articles, each with an empty span.
    pub mentions: Arc<Vec<(ArticleId, Span)>>,
    /// In how many articles.
    pub num_articles: usize,
    /// Publication day of the first article, of those whose day is known.
    pub first: Option<Date>,
    /// Publication day of the last.
    pub last: Option<Date>,
    /// Figures that it vouches for; for an outlet those that it published.
    pub claims: Vec<ClaimId>,
    /// True where the analyst said something of it.
    pub told: bool,
    /// Of an organisation the outlet that it is too, of an outlet the organisations: places in [`Names::rows`].
    pub twins: Vec<usize>,
}

/// What may be the same as an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Other {
    /// The entity at this place in [`Names::rows`].
    Entity(usize),
    /// An office that is named without its holder.
    Office(Office),
}

/// Two entities that may be one, or an entity and an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Place of the one in [`Names::rows`].
    pub a: usize,
    /// What it may be.
    pub other: Other,
    /// 0 to 1.
    pub score: f32,
    /// Why, without full stop.
    pub reason: String,
}

/// All entities of a project as of one run. What follows from the articles alone is shared with what is kept for the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// In order of their first mention; outlets last.
    pub rows: Vec<NameRow>,
    /// Pairs that may be one and that the analyst has not decided on, the likeliest first.
    pub merges: Vec<Merge>,
    /// By article, its marks in order with their entity.
    marks: Arc<BTreeMap<ArticleId, Vec<(Span, usize)>>>,
    /// By what is written, in small plain letters.
    by_words: Arc<BTreeMap<String, Vec<usize>>>,
    /// By the speaker's key of what is written.
    by_key: Arc<BTreeMap<String, Vec<usize>>>,
    /// Who vouches for claims, in the order of their numbers.
    vouching: Vec<Vouching>,
    /// By article, the key of its story.
    story_of: Arc<BTreeMap<ArticleId, String>>,
    /// By the outlet as written.
    outlets: BTreeMap<String, usize>,
}

impl Merge {
    /// The places of both in [`Names::rows`], where both are entities.
    pub fn pair(&self) -> Option<(usize, usize)> {
        match self.other {
            Other::Entity(other) => Some((self.a, other)),
            Other::Office(_) => None,
        }
    }
}

impl Names {
    /// The entity named at just this place.
    pub fn at(&self, article: ArticleId, span: Span) -> Option<usize> {
        let marks = self.marks.get(&article)?;
        let from = marks.partition_point(|(mark, _)| mark.start() < span.start());
        let mut here = marks
            .iter()
            .skip(from)
            .take_while(|(mark, _)| mark.start() == span.start());
        here.find(|(mark, _)| *mark == span).map(|(_, row)| *row)
    }

    /// The marks of an article in order, with their entities.
    pub fn marks(&self, article: ArticleId) -> &[(Span, usize)] {
        self.marks.get(&article).map_or(&[], Vec::as_slice)
    }

    /// Who vouches for a claim, where it is an entity of the texts.
    pub fn speaker(&self, claim: ClaimId) -> Option<&NameRow> {
        self.rows.get(self.vouching(claim)?.entity? as usize)
    }

    /// The name of who vouches for a claim: what the analyst calls it, else led back to the body that speaks.
    pub fn voice(&self, claim: ClaimId) -> Option<&str> {
        let told = self.speaker(claim).filter(|row| row.told);
        let voice = self.vouching(claim).map(|vouching| &*vouching.name);
        told.map(|row| row.name.as_str()).or(voice)
    }

    fn vouching(&self, claim: ClaimId) -> Option<&Vouching> {
        let at = self
            .vouching
            .binary_search_by_key(&claim, |vouching| vouching.claim)
            .ok()?;
        self.vouching.get(at)
    }

    /// What the analyst calls an entity; `None` where nothing was said of it.
    pub fn told_name(&self, row: usize) -> Option<&str> {
        let row = self.rows.get(row).filter(|row| row.told)?;
        Some(&row.name)
    }

    /// The entity of an outlet as written.
    pub fn outlet(&self, publisher: &str) -> Option<&NameRow> {
        self.rows.get(*self.outlets.get(publisher)?)
    }

    /// What the analyst calls an outlet, or joined it to; `None` where nothing was said of it.
    pub fn told_outlet(&self, publisher: &str) -> Option<&NameRow> {
        self.outlet(publisher).filter(|row| row.told)
    }

    /// The entity that a name stands for now.
    pub fn find(&self, name: &NameRef) -> Option<usize> {
        if name.sort == NameSort::Outlet {
            return self.outlets.get(&name.words).copied();
        }
        match name.reach {
            Reach::Mention(article, span) => self.at(id(article)?, span),
            Reach::Article(article) => {
                let article = id(article)?;
                let with_words = self.written(&name.words);
                with_words
                    .iter()
                    .copied()
                    .find(|row| self.marks(article).iter().any(|(_, at)| at == row))
            }
            Reach::Project => {
                let rows = self.written(&name.words);
                let exact = |row: &&usize| self.rows.get(**row).is_some_and(|row| row.name_ref == *name);
                let same_sort = |row: &&usize| {
                    let has = |alias: &Alias| alias.words == name.words && alias.sort == name.sort;
                    self.rows.get(**row).is_some_and(|row| row.aliases.iter().any(has))
                };
                let found = rows.iter().find(exact).or_else(|| rows.iter().find(same_sort));
                found.or_else(|| rows.first()).copied()
            }
        }
    }

    /// The entity of a name in an article: the article's own, else the only one that is written so.
    pub fn named(&self, article: ArticleId, name: &str) -> Option<usize> {
        self.of_namesakes(article, &self.namesakes(name))
    }

    /// The entities that a name may stand for.
    fn namesakes(&self, name: &str) -> Namesakes<'_> {
        let key = speaker_key(name);
        let says_something = !key.is_empty() && !key.ends_with(':');
        let with_key = self.by_key.get(&key).filter(|_| says_something);
        Namesakes {
            written: self.written(name),
            with_key: with_key.map_or(&[], Vec::as_slice),
        }
    }

    fn of_namesakes(&self, article: ArticleId, namesakes: &Namesakes<'_>) -> Option<usize> {
        self.only_here(article, namesakes.written)
            .or_else(|| self.only_here(article, namesakes.with_key))
    }

    /// Of these entities the only one in the article, else the only one at all.
    fn only_here(&self, article: ArticleId, rows: &[usize]) -> Option<usize> {
        if rows.is_empty() {
            return None;
        }
        let marks = self.marks(article);
        let mut here = rows.iter().filter(|row| marks.iter().any(|(_, named)| named == *row));
        match (here.next(), here.next(), rows) {
            (Some(row), None, _) | (None, _, [row]) => Some(*row),
            _ => None,
        }
    }

    /// Entities of the texts that are written so, in any letters.
    fn written(&self, words: &str) -> &[usize] {
        self.by_words.get(&fold(&clean_name(words))).map_or(&[], Vec::as_slice)
    }
}

/// Who vouches for one claim.
#[derive(Clone, Debug, PartialEq)]
struct Vouching {
    claim: ClaimId,
    /// Its place in [`Names::rows`], where it is an entity of the texts.
    entity: Option<u32>,
    /// Its name, led back to the body that speaks.
    name: Arc<str>,
}

/// The entities that a name may stand for, each once.
#[derive(Clone, Copy, Debug)]
struct Namesakes<'n> {
    /// Those that are written so, in any letters.
    written: &'n [usize],
    /// Those whose name has the speaker's key of it.
    with_key: &'n [usize],
}

/// The article of a number.
fn id(article: u64) -> Option<ArticleId> {
    i64::try_from(article).ok().map(ArticleId)
}

/// The number of an article.
fn number(article: ArticleId) -> u64 {
    article.0.unsigned_abs()
}

/// Words in small plain letters, for the filter.
fn fuzzy_words(text: &str) -> Vec<String> {
    text.split_whitespace().map(fold).collect()
}
