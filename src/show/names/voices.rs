//! Who vouches for each claim, led back to the body that speaks, and the entity that it is.

use std::collections::BTreeMap;

use super::Names;
use crate::base::Span;
use crate::entity::{EntityKind, fold};
use crate::link::{NameSort, clean_name, speaker_keys, whose};
use crate::show::chart_source::normal;
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Field, Store};

/// Who vouches for one claim.
#[derive(Clone, Debug)]
pub(in crate::show) struct Voice {
    /// The claim.
    pub(in crate::show) claim: ClaimId,
    /// Its article.
    pub(in crate::show) article: ArticleId,
    /// Where the words for the speaker stand, where the article has them.
    pub(in crate::show) span: Option<Span>,
    /// Its name, led back to the body.
    pub(in crate::show) name: String,
}

/// The speaker of every claim that has one: a minister stands for the ministry, "the committee" for the one named
/// before, a person whom one article leads back to a body for that body in all of the story. What the analyst typed stands
/// as typed.
pub(in crate::show) fn voices(store: &Store, names: &Names) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for article in store.articles() {
        let bodies = bodies(store, names, article);
        for record in store.claims_of(article.id) {
            let Some(own) = words_of(record) else { continue };
            let claim = record.claim();
            let mut voice = Voice {
                claim: record.id,
                article: article.id,
                span: None,
                name: own.to_owned(),
            };
            // typed words and cells are no words of an article, so nothing leads them anywhere else
            let typed = article.is_table() || record.is_set(Field::Speaker);
            if !typed {
                let at = claim.roles.speaker.unwrap_or(claim.span).start();
                voice.span = claim.roles.speaker;
                voice.name = whose(article.text(), &bodies, at, own);
            }
            words.push(if typed { "" } else { own });
            voices.push(voice);
        }
    }
    lead_persons_back(&mut voices, &words, &names.story_of);
    voices
}

fn words_of(record: &ClaimRecord) -> Option<&str> {
    let words = record.claim().speaker.as_deref().map(str::trim);
    words.filter(|words| !words.is_empty())
}

/// The names of bodies in the article and of the police of some town, in order. What the run has worked out already is not
/// worked out again.
fn bodies(store: &Store, names: &Names, article: &ArticleRecord) -> Vec<Span> {
    let known = names.marks(article.id);
    let is_body = |row: usize| {
        let sort = names.rows.get(row).map(|row| row.sort);
        sort == Some(NameSort::Name(EntityKind::Org))
    };
    let mut out: Vec<Span> = if known.is_empty() {
        let marks = store.marks_of(article).into_iter();
        let named = marks.filter(|(_, kind)| *kind == EntityKind::Org);
        named.map(|(span, _)| span).collect()
    } else {
        let named = known.iter().filter(|(_, row)| is_body(*row));
        named.map(|(span, _)| *span).collect()
    };
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

/// Persons whom some article of a story leads back to a body, led back to it in all of the story; the first of several in
/// alphabetical order.
fn lead_persons_back(voices: &mut [Voice], words: &[&str], story_of: &BTreeMap<ArticleId, String>) {
    let keys = speaker_keys(words.iter().copied());
    let story = |voice: &Voice| story_of.get(&voice.article).map_or("", String::as_str);
    let mut body_of: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for ((voice, words), key) in voices.iter().zip(words).zip(&keys) {
        if key.starts_with("person:") && is_other(&voice.name, words) {
            let held = body_of.entry((story(voice), key)).or_insert_with(|| voice.name.clone());
            if voice.name < *held {
                held.clone_from(&voice.name);
            }
        }
    }
    for ((voice, words), key) in voices.iter_mut().zip(words).zip(&keys) {
        let body = body_of.get(&(story(voice), key.as_str()));
        if let Some(body) = body.filter(|_| !is_other(&voice.name, words)) {
            voice.name.clone_from(body);
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

/// The entity that speaks: named just there, else a person whose name ends the words, else the one that is written so.
pub(in crate::show) fn entity_of(names: &Names, voice: &Voice) -> Option<usize> {
    let name = fold(&clean_name(&voice.name));
    let here = voice.span.into_iter().flat_map(|span| {
        let marks = names.marks(voice.article).iter();
        marks.filter(move |(mark, _)| span.holds(*mark)).copied()
    });
    let marks: Vec<(Span, usize)> = here.collect();
    let is_so = |row: usize| {
        let row = names.rows.get(row);
        row.is_some_and(|row| row.aliases.iter().any(|alias| fold(&alias.words) == name))
    };
    let named_there = marks.iter().find(|(_, row)| is_so(*row)).map(|(_, row)| *row);
    named_there
        .or_else(|| names.named(voice.article, &voice.name))
        .or_else(|| {
            let (mark, row) = marks.last().copied()?;
            let is_person = names.rows.get(row)?.sort == NameSort::Name(EntityKind::Person);
            (is_person && Some(mark.end()) == voice.span.map(Span::end)).then_some(row)
        })
}
