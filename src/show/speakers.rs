//! Who vouches for each claim, led back to the body that speaks: what a line by speaker goes by.

use std::collections::BTreeMap;

use super::chart_source::normal;
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{speaker_keys, whose};
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Field, Store};

/// A claim's speaker under the key that all ways of naming it share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The same for all ways in which the articles name it.
    pub(super) key: String,
    /// Its name here, led back to the body.
    pub(super) name: String,
}

/// The speaker of every claim that has one: a minister stands for the ministry, "the committee" for the one named
/// before, a person whom one article leads back to a body for that body in all. What the analyst typed stands as typed.
pub(super) fn speakers(store: &Store) -> BTreeMap<ClaimId, Speaker> {
    let mut rows: Vec<(ClaimId, &str, String)> = Vec::new();
    for article in store.articles() {
        let bodies = bodies(article);
        for record in store.claims_of(article.id) {
            let Some(words) = words(record) else { continue };
            if record.is_set(Field::Speaker) {
                // no words of an article, so nothing leads them anywhere else
                rows.push((record.id, "", words.to_owned()));
                continue;
            }
            let claim = record.claim();
            let at = claim.roles.speaker.unwrap_or(claim.span).start();
            rows.push((record.id, words, whose(article.text(), &bodies, at, words)));
        }
    }
    lead_persons_back(&mut rows);
    let keys = speaker_keys(rows.iter().map(|(_, _, name)| name.as_str()));
    let named = rows.into_iter().zip(keys).filter(|(_, key)| !key.is_empty());
    named
        .map(|((claim, _, name), key)| {
            (
                claim,
                Speaker {
                    key,
                    name: without_article(&name),
                },
            )
        })
        .collect()
}

fn words(record: &ClaimRecord) -> Option<&str> {
    record
        .claim()
        .speaker
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty())
}

/// The names of bodies in the article, in order.
fn bodies(article: &ArticleRecord) -> Vec<Span> {
    let named = article
        .reading
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Org);
    named.map(|entity| entity.span).collect()
}

/// Persons that some article leads back to a body, led back to it everywhere; the first of several in alphabetical order.
fn lead_persons_back(rows: &mut [(ClaimId, &str, String)]) {
    let keys = speaker_keys(rows.iter().map(|(_, words, _)| *words));
    let mut body_of: BTreeMap<&str, String> = BTreeMap::new();
    for ((_, words, name), key) in rows.iter().zip(&keys) {
        if key.starts_with("person:") && is_other(name, words) {
            let held = body_of.entry(key).or_insert_with(|| name.clone());
            if name < held {
                held.clone_from(name);
            }
        }
    }
    for ((_, words, name), key) in rows.iter_mut().zip(&keys) {
        if let Some(body) = body_of.get(key.as_str()).filter(|_| !is_other(name, words)) {
            name.clone_from(body);
        }
    }
}

/// True where the name is not just the words in another spelling.
fn is_other(name: &str, words: &str) -> bool {
    normal(&without_article(name)) != normal(&without_article(words))
}

fn without_article(name: &str) -> String {
    let bare = ["the ", "The "].iter().find_map(|the| name.strip_prefix(the));
    bare.unwrap_or(name).to_owned()
}
