//! The persons whom the text names, by their tokens.

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::Tag;
use super::single_words::{harm_noun, is_genitive};
use super::text::Text;
use crate::entity::{EntityKind, Mention};

/// How many tokens back a name still tells who "he" is.
const PRONOUN_REACH: usize = 60;

/// How deep in its sentence a pronoun may stand.
const PRONOUN_FRONT: usize = 5;

/// Tokens of all persons' names, in order.
pub(super) struct People {
    names: Vec<Range<usize>>,
}

impl People {
    /// The persons among the mentions.
    pub(super) fn of(text: &Text<'_, '_>, mentions: &[Mention]) -> Self {
        let mut names: Vec<Range<usize>> = mentions
            .iter()
            .filter(|mention| mention.kind == EntityKind::Person)
            .map(|mention| {
                let start = text.scan.token_at(mention.span.start());
                // "Brenk's" is one token
                start..text.scan.token_at(mention.span.end()).max(start)
            })
            .filter(|tokens| !tokens.is_empty())
            .map(|tokens| trimmed(text, tokens))
            .collect();
        names.extend(short(text, mentions, &names));
        names.sort_by_key(|name| name.start);
        Self { names }
    }

    /// The name that begins with token `at`.
    pub(super) fn starting(&self, at: usize) -> Option<Range<usize>> {
        let row = self.names.partition_point(|name| name.start < at);
        self.names.get(row).filter(|name| name.start == at).cloned()
    }

    /// True where a name before tells who a pronoun is.
    pub(super) fn named_before(&self, text: &Text<'_, '_>, at: usize) -> bool {
        // deeper in a sentence "he" is more often somebody whom no name tells
        if at > text.sentence(at).start + PRONOUN_FRONT {
            return false;
        }
        let last = self.names.partition_point(|name| name.end <= at).checked_sub(1);
        last.and_then(|last| self.names.get(last)).is_some_and(|name| {
            let (here, there) = (text.scan.sentence_index(at), text.scan.sentence_index(name.start));
            name.end + PRONOUN_REACH > at && here.zip(there).is_some_and(|(here, there)| here <= there + 2)
        })
    }
}

/// "showed people celebrating Brenk's", "Now Jonas Brenk": the name begins behind the last word that can be none.
fn trimmed(text: &Text<'_, '_>, tokens: Range<usize>) -> Range<usize> {
    if !text.words.capitals_tell || !text.is_capital(tokens.end - 1) {
        return tokens;
    }
    let plain = |&at: &usize| {
        let word = text.lower(at);
        let verb = Tag::ING.or(Tag::PAST).or(Tag::VERB);
        text.is_word(at) && !text.is_capital(at) && (text.is(at, verb) && word.len() > 3)
            || at == tokens.start && word == "now"
    };
    let cut = tokens.clone().rev().find(plain).map_or(tokens.start, |at| at + 1);
    if cut < tokens.end { cut..tokens.end } else { tokens }
}

/// "Remo's death": who dies is a person.
fn dies(text: &Text<'_, '_>, at: usize) -> bool {
    is_genitive(text.lower(at))
        && matches!(
            text.lower(at + 1),
            "death" | "murder" | "killing" | "assassination" | "kidnapping" | "abduction"
        )
        && harm_noun(text, at + 1)
}

/// One word of a fuller name that stands alone: "Brenk" after "Jonas Brenk", where no mention covers it.
fn short(text: &Text<'_, '_>, mentions: &[Mention], names: &[Range<usize>]) -> Vec<Range<usize>> {
    let other = Tag::PERSON.or(Tag::THING).or(Tag::TIME).or(Tag::PREP).or(Tag::SAY);
    let known: HashSet<&str> = names
        .iter()
        .filter(|name| name.len() > 1)
        .flat_map(|name| [name.start, name.end - 1])
        .filter(|&at| text.is_name(at) && !text.is(at, other) && text.lower(at).len() > 2)
        .map(|at| text.lower(at))
        .collect();
    let mut covered = vec![false; text.scan.tokens.len()];
    for mention in mentions {
        let start = text.scan.token_at(mention.span.start());
        let end = text.scan.token_at(mention.span.end()).max(start);
        covered.get_mut(start..end).unwrap_or_default().fill(true);
    }
    (0..text.scan.tokens.len())
        .filter(|&at| text.is_name(at) && covered.get(at) == Some(&false))
        .filter(|&at| known.contains(text.lower(at)) || dies(text, at) && !text.is(at, other))
        .filter(|&at| !text.is_name(at + 1) && (at == 0 || !text.is_name(at - 1) || !text.is_word(at - 1)))
        .map(|at| at..at + 1)
        .collect()
}
