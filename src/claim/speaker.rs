//! Who vouches for a figure, and who passed it on.

use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::Phrase;
use super::saying::{self, Order, Saying};
use super::text::Text;
use crate::base::{Span, Why};
use crate::entity::{EntityKind, Mention};

/// A speaker with the words that name it.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    /// The name, pronouns resolved.
    pub(super) name: String,
    /// The words in the text.
    pub(super) span: Span,
    /// Who passed it on.
    pub(super) relay: Option<(String, Span)>,
    /// The tokens from the saying's first word to its verb's surroundings: where a day of the statement stands.
    pub(super) words: Range<usize>,
    /// The tokens of the sentence before the speaker: "On Friday, police said".
    pub(super) front: Range<usize>,
    /// The rules that found it.
    pub(super) why: Why,
}

/// How many sayings from the text's beginning tell the titles of speakers.
const SPEAKERS_SEEN: usize = 64;

/// All sayings of a text, ready to be asked.
pub(super) struct Speakers {
    sayings: Vec<Saying>,
    /// For each saying the name that it comes to.
    names: Vec<Option<String>>,
}

impl Speakers {
    /// Finds all sayings and resolves their pronouns.
    pub(super) fn of(text: &Text<'_, '_>, mentions: &[Mention]) -> Self {
        let names: Vec<&Mention> = mentions.iter().filter(|name| name.kind == EntityKind::Person).collect();
        let sayings = saying::find(text);
        let mut said: Vec<Option<String>> = Vec::with_capacity(sayings.len());
        let (mut last, mut person): (Option<String>, Option<String>) = (None, None);
        for saying in &sayings {
            let pronoun = saying.speaker.len() == 1 && text.is(saying.speaker.start, Tag::PRON);
            let human = matches!(text.lower(saying.speaker.start), "he" | "she" | "i");
            let name = if pronoun && human {
                person.clone().or_else(|| last.clone())
            } else if pronoun {
                last.clone()
            } else {
                Some(text.scan.span(saying.speaker.clone()).of(text.scan.text).to_owned())
            };
            last.clone_from(&name);
            let words = text.scan.span(saying.speaker.clone());
            let first = names.partition_point(|name| name.span.start() < words.start());
            let names_person = names.get(first).is_some_and(|name| words.holds(name.span));
            let titled = saying.speaker.clone().any(|at| text.is(at, Tag::SINGULAR));
            if !pronoun && (names_person || titled) {
                person.clone_from(&name);
            }
            said.push(name);
        }
        Self { sayings, names: said }
    }

    /// Who vouches for the count.
    pub(super) fn at(&self, text: &Text<'_, '_>, phrase: &Phrase, outcome: &Range<usize>) -> Option<Spoken> {
        // the hedge of a number can hold the saying's own verb: "estimated that 12"
        let at = phrase.tokens.end.saturating_sub(1).max(phrase.tokens.start);
        let sentence = text.sentence(at);
        let from = self
            .sayings
            .partition_point(|saying| saying.reach.end <= sentence.start);
        let here = || {
            (from..self.sayings.len())
                .take_while(|&row| {
                    self.sayings
                        .get(row)
                        .is_some_and(|saying| saying.reach.end <= sentence.end)
                })
                .filter(|&row| {
                    self.sayings
                        .get(row)
                        .is_some_and(|saying| saying.reach.contains(&at) && !saying.speaker.contains(&at))
                })
        };
        let order = |row: usize| self.sayings.get(row).map(|saying| saying.order);
        let leading: Vec<usize> = here().filter(|&row| order(row) == Some(Order::Leading)).collect();
        let trailing: Vec<usize> = here().filter(|&row| order(row) == Some(Order::Trailing)).collect();
        let nested = |row: usize| self.sayings.get(row).is_some_and(|saying| saying.reach.start <= at);
        let inner = leading.iter().rev().copied().find(|&row| nested(row));
        let outer_leading = leading
            .iter()
            .rev()
            .copied()
            .find(|&row| Some(row) != inner && self.text_of(row) != inner.and_then(|inner| self.text_of(inner)));
        let after = trailing
            .iter()
            .copied()
            .find(|&row| self.sayings.get(row).is_some_and(|saying| saying.speaker.start > at))
            .or_else(|| trailing.last().copied());
        match (inner, after) {
            (Some(inner), after) => self.spoken(text, inner, after.or(outer_leading), None),
            (None, Some(after)) => self.spoken(text, after, trailing.iter().copied().find(|&row| row > after), None),
            (None, None) => self.carried(text, phrase, outcome, &sentence),
        }
    }

    /// The fullest way in which the text names that speaker: "Interior Minister Halvar Brenk" for "Brenk".
    pub(super) fn fullest<'s>(&'s self, name: &'s str) -> &'s str {
        let last = name.split_whitespace().next_back().unwrap_or(name);
        self.names
            .iter()
            .take(SPEAKERS_SEEN)
            .flatten()
            .map(String::as_str)
            .filter(|other| other.len() > name.len() && other.split_whitespace().next_back() == Some(last))
            .max_by_key(|other| other.len())
            .unwrap_or(name)
    }

    fn text_of(&self, row: usize) -> Option<&str> {
        self.names.get(row)?.as_deref()
    }

    /// The speaker of the sentence before, where this one reads on from it.
    fn carried(
        &self,
        text: &Text<'_, '_>,
        phrase: &Phrase,
        outcome: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Option<Spoken> {
        let first = sentence.start;
        let opener = text.lower(first);
        let cue = matches!(
            opener,
            "among" | "they" | "these" | "those" | "he" | "she" | "most" | "another" | "others" | "further"
        ) || text.reads(first, &["a", "further"])
            || text.reads(first, &["of", "these"])
            || text.reads(first, &["of", "them"])
            || text.reads(first, &["the", "dead"])
            || text.is_number(first)
            || phrase.tokens.start <= first + 1 && (phrase.others || phrase.of_them)
            || outcome.start < first
            || self.in_quote(text, sentence);
        if !cue
            || text
                .scan
                .sentence_of(first)
                .is_none_or(|sentence| sentence.paragraph_before && !cue)
        {
            return None;
        }
        let row = self
            .sayings
            .partition_point(|saying| saying.reach.end <= first)
            .checked_sub(1)?;
        let saying = self.sayings.get(row)?;
        let before = text.scan.sentence_index(first)?.checked_sub(1)?;
        let near = text.scan.sentence_index(saying.speaker.start)?;
        (near >= before)
            .then(|| self.spoken(text, row, None, Some("speaker/carried")))
            .flatten()
    }

    /// True where a quote that was opened in a sentence before is still open.
    fn in_quote(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
        let mut open = false;
        for at in sentence.start.saturating_sub(120)..sentence.start {
            match text.lower(at) {
                "“" => open = true,
                "”" => open = false,
                _ if text.scan.tokens.get(at).is_some_and(|token| token.paragraph_before) => open = false,
                _ => {}
            }
        }
        let closes = sentence.clone().any(|at| text.lower(at) == "”");
        open && closes || text.lower(sentence.start) == "“" && !self.sayings.is_empty()
    }

    fn spoken(
        &self,
        text: &Text<'_, '_>,
        row: usize,
        relay: Option<usize>,
        rule: Option<&'static str>,
    ) -> Option<Spoken> {
        let saying = self.sayings.get(row)?;
        let name = self.names.get(row)?.clone()?;
        let span = text.scan.span(saying.speaker.clone());
        let named = |row: usize| {
            let saying = self.sayings.get(row)?;
            Some((self.names.get(row)?.clone()?, text.scan.span(saying.speaker.clone())))
        };
        let own = saying.relay.clone().map(|tokens| {
            let span = text.scan.span(tokens);
            (span.of(text.scan.text).to_owned(), span)
        });
        let words = match saying.order {
            Order::Leading if saying.rule == "speaker/according-to" => saying.speaker.end..saying.speaker.end + 3,
            Order::Leading => {
                let clause = (saying.speaker.end..saying.reach.start).any(|at| text.is(at, Tag::REL));
                let from = if clause { saying.reach.start } else { saying.speaker.end };
                from..saying.reach.start + 2
            }
            Order::Trailing => saying.speaker.end..saying.speaker.end + 5,
        };
        let start = text.sentence(saying.speaker.start).start;
        let front = match saying.order {
            Order::Leading => start..saying.speaker.start.min(start + 6),
            Order::Trailing => 0..0,
        };
        Some(Spoken {
            front,
            relay: own
                .or_else(|| relay.and_then(named))
                .filter(|(relay, _)| *relay != name),
            words,
            why: Why::leaf(rule.unwrap_or(saying.rule), span),
            name,
            span,
        })
    }
}
