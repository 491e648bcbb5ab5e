//! What is kept of one run of conclusions for the next, and which of it still holds.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::tell_stories::Telling;
use crate::article::BoilerplateKind;
use crate::base::Span;
use crate::jobs::{Token, both, map, num_threads};
use crate::link::{self, Conclusions, CopiesTold, CopyArticle, CopyFinder, NamesTold, Sources, StoriesSaid, Story};
use crate::show::{self, KeptLinks, Linked, Names, StoryVoices, Voice};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Store};

/// What is kept of one run for the next. A run with it gives the same as one without: what is taken over follows from rows
/// that are the same rows still.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    copies: CopyFinder,
    links: KeptLinks,
    /// The project as it was; holds the rows, so that no new row can be taken for one of them.
    store: Store,
    base: Option<Arc<Base>>,
    /// By the key of the story.
    stories: BTreeMap<String, Arc<KeptStory>>,
}

/// What follows from the articles alone, and from what the analyst said of names, stories and copies.
#[derive(Debug)]
pub(super) struct Base {
    /// Whom and what the articles name, without figures.
    pub(super) names: Names,
    /// The runs of events.
    pub(super) stories: Vec<Story>,
    /// Which articles are one source.
    pub(super) sources: Sources,
    /// By story, what else the figures of its articles hang on.
    around: Vec<Around>,
    told: Told,
}

/// What figures of a story hang on besides articles and claims.
#[derive(Clone, Debug, Default, PartialEq)]
struct Around {
    /// A digest of all but the bodies.
    others: u64,
    /// By article, a digest of the bodies that it names.
    bodies: Vec<u64>,
}

/// What the analyst said of articles together.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    names: NamesTold,
    stories: StoriesSaid,
    copies: CopiesTold,
}

impl Told {
    fn of(store: &Store) -> Self {
        Self {
            names: store.names().clone(),
            stories: store.stories_said(),
            copies: store.copies_told(),
        }
    }
}

/// What follows from the claims of one story.
#[derive(Clone, Debug)]
pub(super) struct KeptStory {
    articles: Vec<u64>,
    around: Around,
    /// A digest of the names that the analyst gave to who vouches.
    called: u64,
    /// Who vouches for its claims, in the order of the articles.
    pub(super) voices: Arc<StoryVoices>,
    /// By voice, its entity.
    pub(super) entities: Vec<Option<usize>>,
    /// What is concluded over its figures.
    pub(super) conclusions: Arc<Conclusions>,
}

impl Kept {
    /// Nothing kept yet, and rarity counted in steps in small projects as in large ones.
    #[cfg(test)]
    pub(super) fn in_steps() -> Self {
        Self {
            links: KeptLinks::new(link::Likeness::exact_below(0)),
            ..Self::default()
        }
    }

    /// Works out anew what no longer holds. Gives what the project concludes from, story by story; `None` where the run is
    /// no longer wanted.
    pub(super) fn run(&mut self, store: &Store, token: &Token) -> Option<(Arc<Base>, Vec<Arc<KeptStory>>)> {
        let changed = Changed::between(&self.store, store);
        let told = Told::of(store);
        let old = self.base.take();
        let still = old.filter(|base| !changed.rows && base.told == told);
        let is_old = still.is_some();
        let base = still.unwrap_or_else(|| Arc::new(Base::new(store, told, (&mut self.copies, &mut self.links))));
        let work = Work {
            store,
            base: &base,
            is_old,
            changed: &changed.articles,
            kept: &self.stories,
        };
        let items: Vec<(&Story, &Around)> = base.stories.iter().zip(&base.around).collect();
        let made = map(&items, num_threads(), token, |_| {}, |item| work.story(*item));
        // what went wrong on a thread goes wrong here as well, and is told by the job
        let again = |item| (!token.stale()).then(|| work.story(item));
        let done = (made.into_iter().zip(&items)).map(|(made, item)| made.ok().or_else(|| again(*item)));
        let done: Vec<Option<Arc<KeptStory>>> = done.collect();
        // a run that is stopped leaves what it has for the next
        let kept = base.stories.iter().zip(&done);
        self.stories = kept
            .filter_map(|(story, kept)| Some((story.key.clone(), kept.clone()?)))
            .collect();
        self.store = store.snapshot();
        self.base = Some(Arc::clone(&base));
        let done: Option<Vec<Arc<KeptStory>>> = done.into_iter().collect();
        Some((base, done?))
    }
}

/// What differs between two states of a project.
#[derive(Debug, Default)]
struct Changed {
    /// True where articles came, went or read otherwise.
    rows: bool,
    /// Articles that changed or hold a claim that did.
    articles: BTreeSet<u64>,
}

impl Changed {
    fn between(old: &Store, new: &Store) -> Self {
        let mut changed = Self::default();
        differing(
            old.articles(),
            new.articles(),
            |row| row.id,
            |a, b| {
                let is_same = matches!((a, b), (Some(a), Some(b)) if read_alike(a, b));
                if !is_same {
                    changed.rows = true;
                    changed
                        .articles
                        .extend([a, b].into_iter().flatten().map(|row| row.id.0.unsigned_abs()));
                }
            },
        );
        let articles = &mut changed.articles;
        differing(
            old.claims(),
            new.claims(),
            |row: &ClaimRecord| row.id,
            |a, b| {
                articles.extend([a, b].into_iter().flatten().map(|row| row.article.0.unsigned_abs()));
            },
        );
        changed
    }
}

/// Rows of two states of a table that are not one and the same, each with the other of its number; both come in the order of
/// their numbers.
fn differing<'r, R: 'r, K: Ord>(
    old: impl Iterator<Item = &'r Arc<R>>,
    new: impl Iterator<Item = &'r Arc<R>>,
    id: impl Fn(&R) -> K,
    mut say: impl FnMut(Option<&R>, Option<&R>),
) {
    let (mut old, mut new) = (old.peekable(), new.peekable());
    loop {
        match (old.peek().copied(), new.peek().copied()) {
            (None, None) => return,
            // most are the same, and need not be looked into
            (Some(a), Some(b)) if Arc::ptr_eq(a, b) => {
                old.next();
                new.next();
            }
            (Some(a), Some(b)) if id(a) == id(b) => {
                say(Some(a), Some(b));
                old.next();
                new.next();
            }
            (Some(a), b) if b.is_none_or(|b| id(a) < id(b)) => {
                say(Some(a), None);
                old.next();
            }
            (_, b) => {
                say(None, b.map(AsRef::as_ref));
                new.next();
            }
        }
    }
}

/// True where two states of an article are the same for whatever is concluded: notes and tags do not count.
fn read_alike(a: &ArticleRecord, b: &ArticleRecord) -> bool {
    let reading = Arc::ptr_eq(&a.reading, &b.reading);
    reading && a.told == b.told && a.file_name == b.file_name
}

impl Base {
    fn new(store: &Store, told: Told, (copies, links): (&mut CopyFinder, &mut KeptLinks)) -> Self {
        let states = links.see(store);
        let find = |copies: &mut CopyFinder| sources(store, &states, copies, &told.copies);
        let (found, (names, stories)) = both(|| find(copies), || linked(store, links));
        let sources = found.unwrap_or_else(|| {
            *copies = CopyFinder::default();
            find(copies)
        });
        let digest = |story: &Story| around(store, &names, &sources, story);
        let made = map(&stories, num_threads(), &Token::new(), |_| {}, digest);
        let made = made.into_iter().zip(&stories);
        // what went wrong on a thread goes wrong here as well, and is told by the job
        let around = made
            .map(|(made, story)| made.unwrap_or_else(|_| digest(story)))
            .collect();
        Self {
            names,
            stories,
            sources,
            around,
            told,
        }
    }
}

/// Whom and what the articles name, without figures, and what they tell of.
fn linked(store: &Store, links: &mut KeptLinks) -> (Names, Vec<Story>) {
    let mut linked = Linked::named(store, links);
    let (names, stories) = both(
        || Names::of_articles(store, &linked),
        || linked.tell(store, &mut links.likeness),
    );
    let mut names = names.unwrap_or_else(|| Names::of_articles(store, &linked));
    linked.stories = stories;
    names.take_stories(store, &linked.stories);
    names.offer_offices(store, &linked, &mut links.offices);
    (names, linked.stories.list)
}

/// What figures of a story hang on besides articles and claims.
fn around(store: &Store, names: &Names, sources: &Sources, story: &Story) -> Around {
    let mut bodies: Vec<u64> = Vec::with_capacity(story.articles.len());
    let mut hasher = DefaultHasher::new();
    (&story.key, &story.place).hash(&mut hasher);
    sources.told().pairs.hash(&mut hasher);
    for number in &story.articles {
        let Some(article) = article(store, *number) else {
            bodies.push(0);
            continue;
        };
        let outlet = article.publisher().and_then(|outlet| names.told_outlet(outlet));
        outlet.map(|row| &row.name).hash(&mut hasher);
        sources.agency_of(*number).hash(&mut hasher);
        sources.source_of(*number).hash(&mut hasher);
        sources.group_of(*number).map(|group| &group.key).hash(&mut hasher);
        let mut named = DefaultHasher::new();
        show::bodies(store, names, article).hash(&mut named);
        bodies.push(named.finish());
    }
    Around {
        others: hasher.finish(),
        bodies,
    }
}

/// The article of a number.
pub(super) fn article(store: &Store, number: u64) -> Option<&ArticleRecord> {
    let id = i64::try_from(number).ok().map(ArticleId)?;
    store.article(id).map(AsRef::as_ref)
}

/// What stories are worked out from.
struct Work<'w> {
    store: &'w Store,
    base: &'w Base,
    /// True where the base is that of the last run.
    is_old: bool,
    changed: &'w BTreeSet<u64>,
    kept: &'w BTreeMap<String, Arc<KeptStory>>,
}

impl Work<'_> {
    /// What follows from a story's claims: as kept where nothing of it changed.
    fn story(&self, (story, around): (&Story, &Around)) -> Arc<KeptStory> {
        let is_same = |kept: &&Arc<KeptStory>| {
            let changed = story.articles.iter().any(|article| self.changed.contains(article));
            !changed && kept.articles == story.articles && kept.around == *around
        };
        let same = self.kept.get(&story.key).filter(is_same);
        if let Some(same) = same.filter(|_| self.is_old) {
            return Arc::clone(same);
        }
        let names = &self.base.names;
        let articles = story.articles.iter().filter_map(|number| article(self.store, *number));
        let articles: Vec<&ArticleRecord> = articles.collect();
        let voices = same.map_or_else(
            || Arc::new(self.voices(story, &articles, around)),
            |same| Arc::clone(&same.voices),
        );
        let entities = show::entities_of(names, &voices.voices);
        let called = called(names, &voices.voices, &entities);
        let conclusions = same.filter(|same| same.called == called).map_or_else(
            || {
                let telling = Telling::new(self.store, self.base, story);
                let figures = telling.figures(&articles, &voices.voices, &entities);
                let figures: Vec<_> = figures.iter().collect();
                Arc::new(link::story_conclusions(&figures, &self.base.sources))
            },
            |same| Arc::clone(&same.conclusions),
        );
        Arc::new(KeptStory {
            articles: story.articles.clone(),
            around: around.clone(),
            called,
            voices,
            entities,
            conclusions,
        })
    }
}

impl Work<'_> {
    /// Who vouches for the claims of a story's articles. Of an article that did not change and names the bodies that it
    /// named, that is known but for what other articles lead back.
    fn voices(&self, story: &Story, articles: &[&ArticleRecord], around: &Around) -> StoryVoices {
        let old = self.kept.get(&story.key);
        let digests = old.map(|old| old.articles.iter().zip(&old.around.bodies));
        let digests: HashMap<&u64, &u64> = digests.into_iter().flatten().collect();
        let is_same =
            |(article, digest): &(&u64, &u64)| digests.get(article) == Some(digest) && !self.changed.contains(*article);
        let still = story.articles.iter().zip(&around.bodies).filter(is_same);
        let still: HashSet<u64> = still.map(|(article, _)| *article).collect();
        let alone = old.map(|old| old.voices.voices.iter().zip(&old.voices.alone));
        let alone = alone.into_iter().flatten();
        let known = alone.filter(|(voice, _)| still.contains(&voice.article.0.unsigned_abs()));
        let known: HashMap<ClaimId, &Arc<str>> = known.map(|(voice, alone)| (voice.claim, alone)).collect();
        show::story_voices_again(self.store, &self.base.names, articles, &known)
    }
}

/// A digest of what the analyst calls those who vouch.
fn called(names: &Names, voices: &[Voice], entities: &[Option<usize>]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (voice, entity) in voices.iter().zip(entities) {
        if let Some(name) = entity.and_then(|entity| names.told_name(entity)) {
            (voice.claim, name).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// Which articles are one source.
fn sources(store: &Store, states: &[u64], copies: &mut CopyFinder, told: &CopiesTold) -> Sources {
    let credits = |kind: BoilerplateKind| matches!(kind, BoilerplateKind::Credit | BoilerplateKind::Copyright);
    let outside: Vec<Vec<Span>> = store
        .articles()
        .map(|article| {
            let parts = article.reading.article.boilerplate.iter();
            // credits name the agency
            let parts = parts.filter(|part| !credits(part.kind));
            parts.map(|part| part.span).collect()
        })
        .collect();
    let articles: Vec<CopyArticle<'_>> = store
        .articles()
        .zip(&outside)
        .zip(states)
        .map(|((article, boilerplate), state)| CopyArticle {
            state: *state,
            number: article.id.0.unsigned_abs(),
            text: article.text(),
            boilerplate,
            publisher: article.publisher(),
            published: article.published(),
        })
        .collect();
    copies.sources(&articles, told)
}
