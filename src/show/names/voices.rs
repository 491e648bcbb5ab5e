//! Who vouches for each claim, led back to the body that speaks, and the entity that it is.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::{Names, Namesakes};
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{NameSort, speaker_keys, whose};
use crate::show::chart_source::normal;
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Field, Role, Store};

/// Who vouches for one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The claim.
    pub claim: ClaimId,
    /// Its article.
    pub article: ArticleId,
    /// Where the words for the speaker stand, where the article has them.
    pub span: Option<Span>,
    /// Its name, led back to the body.
    pub name: Arc<str>,
}

/// The speaker of every claim that has one, in the order of the articles.
pub(in crate::show) fn voices(store: &Store, names: &Names) -> Vec<Voice> {
    let mut stories: BTreeMap<&str, Vec<&ArticleRecord>> = BTreeMap::new();
    for article in store.articles() {
        let story = names.story_of.get(&article.id).map_or("", String::as_str);
        stories.entry(story).or_default().push(article);
    }
    let stories = stories.into_values();
    let mut voices: Vec<Voice> = stories
        .flat_map(|articles| story_voices(store, names, &articles))
        .collect();
    voices.sort_by_key(|voice| voice.article);
    voices
}

/// The speaker of every claim that has one, with its entity. What `names` was worked out with is not worked out again: only
/// what the analyst typed since, and articles with claims that it did not know.
pub(in crate::show) fn vouching(store: &Store, names: &Names) -> (Vec<Voice>, Vec<Option<usize>>) {
    if names.vouching.is_empty() {
        let voices = voices(store, names);
        let entities = entities_of(names, &voices);
        return (voices, entities);
    }
    let (mut all, mut entities) = (Vec::new(), Vec::new());
    for article in store.articles() {
        if let Some((voices, known)) = known_of(store, names, article) {
            // what was typed since the run stands for an entity that is still to be found
            let typed = voices.iter().zip(&known).filter(|(_, known)| known.is_none());
            let typed: Vec<Voice> = typed.map(|(voice, _)| voice.clone()).collect();
            let mut found = entities_of(names, &typed).into_iter();
            entities.extend(
                known
                    .into_iter()
                    .map(|known| known.unwrap_or_else(|| found.next().flatten())),
            );
            all.extend(voices);
        } else {
            let voices = story_voices(store, names, &[article]);
            entities.extend(entities_of(names, &voices));
            all.extend(voices);
        }
    }
    (all, entities)
}

/// The voices of an article as its run knew them, each with its entity, or with `None` where the analyst has typed other
/// words since; `None` where the run knew one of them not at all.
type Known = (Vec<Voice>, Vec<Option<Option<usize>>>);

fn known_of(store: &Store, names: &Names, article: &ArticleRecord) -> Option<Known> {
    let (mut voices, mut entities) = (Vec::new(), Vec::new());
    for record in store.claims_of(article.id) {
        let Some(own) = words_of(record) else { continue };
        let typed = article.is_table() || record.is_set(Field::Speaker);
        let known = names.vouching(record.id);
        let holds = known.filter(|known| !typed || &*known.name == own);
        let name = match holds {
            Some(known) => Arc::clone(&known.name),
            None if typed => own.into(),
            None => return None,
        };
        entities.push(holds.map(|known| known.entity.map(|at| at as usize)));
        voices.push(Voice {
            claim: record.id,
            article: article.id,
            span: spoken_at(record, typed),
            name,
        });
    }
    Some((voices, entities))
}

/// Where the words for the speaker stand: picked from the text it is the entity that is named there.
fn spoken_at(record: &ClaimRecord, typed: bool) -> Option<Span> {
    let span = record.claim().roles.speaker;
    span.filter(|_| !typed || record.is_set(Field::Role(Role::Speaker)))
}

/// The speaker of every claim of one story's articles that has one: a minister stands for the ministry, "the committee" for
/// the one named before, a person whom one article leads back to a body for that body in all of the story. What the analyst
/// typed stands as typed.
fn story_voices(store: &Store, names: &Names, articles: &[&ArticleRecord]) -> Vec<Voice> {
    story_voices_again(store, names, articles, &HashMap::new()).voices
}

/// Who vouches for the claims of one story.
#[derive(Clone, Debug, Default)]
pub struct StoryVoices {
    /// In the order of the articles.
    pub voices: Vec<Voice>,
    /// By voice, its name by its article alone: what another article of the story leads back is not led back here.
    pub alone: Vec<Arc<str>>,
}

/// The same, as what is kept for the next run; `known` has, for the claims of articles of which it is known, who vouches by
/// the article alone.
pub fn story_voices_again(
    store: &Store,
    names: &Names,
    articles: &[&ArticleRecord],
    known: &HashMap<ClaimId, &Arc<str>>,
) -> StoryVoices {
    let mut voices: Vec<Voice> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    // of many claims few are of speakers that no other has
    let mut met: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut shared = |name: &str| match met.get(name) {
        Some(met) => Arc::clone(met),
        None => {
            let name: Arc<str> = name.into();
            met.insert(Arc::clone(&name));
            name
        }
    };
    for article in articles {
        let mut bodies: Option<Vec<Span>> = None;
        for record in store.claims_of(article.id) {
            let Some(own) = words_of(record) else { continue };
            let claim = record.claim();
            // typed words and cells are no words of an article, so nothing leads them anywhere else
            let typed = article.is_table() || record.is_set(Field::Speaker);
            let name = if let Some(name) = known.get(&record.id) {
                Arc::clone(name)
            } else if typed {
                shared(own)
            } else {
                let at = claim.roles.speaker.unwrap_or(claim.span).start();
                let bodies = bodies.get_or_insert_with(|| all_bodies(store, names, article));
                shared(&whose(article.text(), bodies, at, own))
            };
            words.push(if typed { "" } else { own });
            voices.push(Voice {
                claim: record.id,
                article: article.id,
                span: spoken_at(record, typed),
                name,
            });
        }
    }
    let alone = voices.iter().map(|voice| Arc::clone(&voice.name)).collect();
    lead_persons_back(&mut voices, &words);
    StoryVoices { voices, alone }
}

fn words_of(record: &ClaimRecord) -> Option<&str> {
    let words = record.claim().speaker.as_deref().map(str::trim);
    words.filter(|words| !words.is_empty())
}

/// The names of bodies in the article, in order. What the run has worked out already is not worked out again.
pub fn bodies(store: &Store, names: &Names, article: &ArticleRecord) -> Vec<Span> {
    let known = names.marks(article.id);
    let is_body = |row: usize| {
        let sort = names.rows.get(row).map(|row| row.sort);
        sort == Some(NameSort::Name(EntityKind::Org))
    };
    if known.is_empty() {
        let marks = store.marks_of(article).into_iter();
        let named = marks.filter(|(_, kind)| *kind == EntityKind::Org);
        named.map(|(span, _)| span).collect()
    } else {
        let named = known.iter().filter(|(_, row)| is_body(*row));
        named.map(|(span, _)| *span).collect()
    }
}

/// The same with the police of some town.
fn all_bodies(store: &Store, names: &Names, article: &ArticleRecord) -> Vec<Span> {
    let mut out = bodies(store, names, article);
    out.extend(police(article.text()));
    out.sort_unstable();
    out
}

/// "Estrava police": a body that no list of names has.
fn police(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices(" police").filter_map(|(at, word)| {
        let town = text.get(..at)?.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let is_name = town.starts_with(char::is_uppercase) && !matches!(town, "The" | "A" | "And" | "But" | "In");
        is_name.then(|| Span::new(at - town.len(), at + word.len()))
    })
}

/// Persons whom some article of the story leads back to a body, led back to it in all of the story; the first of several in
/// alphabetical order.
fn lead_persons_back(voices: &mut [Voice], words: &[&str]) {
    let keys = speaker_keys(words.iter().copied());
    let mut body_of: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    let is_person = |key: &str| key.starts_with("person:");
    for ((voice, words), key) in voices.iter().zip(words).zip(&keys) {
        if is_person(key) && is_other(&voice.name, words) {
            let held = body_of.entry(key).or_insert_with(|| Arc::clone(&voice.name));
            if voice.name < *held {
                *held = Arc::clone(&voice.name);
            }
        }
    }
    for ((voice, words), key) in voices.iter_mut().zip(words).zip(&keys) {
        let body = body_of.get(&**key);
        if let Some(body) = body.filter(|_| !is_other(&voice.name, words)) {
            voice.name = Arc::clone(body);
        }
    }
}

/// True where the name is not just the words in another spelling.
fn is_other(name: &str, words: &str) -> bool {
    normal(&without_article(name)) != normal(&without_article(words))
}

/// The name without "the".
pub(in crate::show) fn without_article(name: &str) -> String {
    let bare = ["the ", "The "].iter().find_map(|the| name.strip_prefix(the));
    bare.unwrap_or(name).to_owned()
}

/// The entities that speak, in the order of the voices: named just there, else a person whose name ends the words, else the
/// one that is written so.
pub fn entities_of(names: &Names, voices: &[Voice]) -> Vec<Option<usize>> {
    let mut known: HashMap<&str, Namesakes<'_>> = HashMap::new();
    let mut out = Vec::with_capacity(voices.len());
    for voice in voices {
        let name: &str = &voice.name;
        let namesakes = known.entry(name).or_insert_with(|| names.namesakes(name));
        out.push(entity_among(names, voice, namesakes));
    }
    out
}

fn entity_among(names: &Names, voice: &Voice, namesakes: &Namesakes<'_>) -> Option<usize> {
    let marks = names.marks(voice.article);
    let here = || {
        let span = voice.span;
        marks
            .iter()
            .filter(move |(mark, _)| span.is_some_and(|span| span.holds(*mark)))
    };
    // "the mayor of Orla" where the analyst said who that is; a minister speaks for the ministry all the same
    let is_holder = |at: usize| {
        let row = names.rows.get(at).filter(|_| namesakes.written.is_empty());
        row.is_some_and(|row| row.aliases.iter().any(|alias| names.is_office_of(at, &alias.words)))
    };
    let named_there = here().find(|(_, row)| namesakes.written.contains(row));
    named_there
        .map(|(_, row)| *row)
        .or_else(|| here().map(|(_, row)| *row).find(|row| is_holder(*row)))
        .or_else(|| names.of_namesakes(voice.article, namesakes))
        .or_else(|| {
            let (mark, row) = here().next_back().copied()?;
            let is_person = names.rows.get(row)?.sort == NameSort::Name(EntityKind::Person);
            (is_person && Some(mark.end()) == voice.span.map(Span::end)).then_some(row)
        })
}
