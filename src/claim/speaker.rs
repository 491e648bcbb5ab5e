//! Who vouches for a figure, and who passed it on.

use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::Phrase;
use super::saying::{self, Order, Saying};
use super::speak_besides::besides;
use super::speak_words::{self, Role};
use super::text::Text;
use super::{speak_carry, speak_names, speak_note, speak_parts};
use crate::base::{Span, Why};
use crate::entity::Mention;

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
    /// Quotes, as tokens.
    quotes: Vec<Range<usize>>,
}

impl Speakers {
    /// Finds all sayings and resolves their pronouns.
    pub(super) fn of(text: &Text<'_, '_>, mentions: &[Mention]) -> Self {
        let sayings = saying::find(text);
        let names = speak_names::resolve(text, &sayings, mentions);
        Self {
            sayings,
            names,
            quotes: speak_carry::quotes(text),
        }
    }

    /// True within a quote.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        let next = self.quotes.partition_point(|quote| quote.start <= at);
        next.checked_sub(1)
            .and_then(|last| self.quotes.get(last))
            .is_some_and(|quote| quote.contains(&at))
    }

    /// Every saying with the name that it comes to, in the order of the text.
    pub(super) fn said(&self) -> impl Iterator<Item = (&Saying, &str)> {
        let named = self.sayings.iter().zip(&self.names);
        named.filter_map(|(saying, name)| Some((saying, name.as_deref()?)))
    }

    /// The sayings whose verb stands at `at` or later.
    pub(super) fn said_from(&self, at: usize) -> impl Iterator<Item = &Saying> {
        let first = self.sayings.partition_point(|saying| saying.verb < at);
        self.sayings.iter().skip(first)
    }

    /// Who vouches for the count.
    pub(super) fn at(&self, text: &Text<'_, '_>, phrase: &Phrase, outcome: &Range<usize>) -> Option<Spoken> {
        let at = speak_carry::last(phrase);
        let sentence = text.sentence(at);
        let from = self.sayings.partition_point(|saying| saying.verb < sentence.start);
        let (aside, mut here): (Vec<_>, Vec<(usize, &Saying)>) = self
            .sayings
            .iter()
            .enumerate()
            .skip(from)
            .take_while(|(_, saying)| saying.verb < sentence.end)
            .filter(|(_, saying)| saying.reach.contains(&at) && !own_words(saying, phrase, at))
            .partition(|(_, saying)| besides(text, saying, at));
        // "“Reports spoke of 12 dead,” the mayor said": reports are nobody
        let named = |&(row, _): &(usize, &Saying)| self.names.get(row).is_some_and(Option::is_some);
        if here.iter().any(named) {
            here.retain(named);
        }
        let leading = |&&(_, saying): &&(usize, &Saying)| saying.order == Order::Leading;
        let inner = here.iter().rev().find(leading).copied();
        let trailing = || {
            here.iter()
                .filter(|(_, saying)| saying.order == Order::Trailing)
                .copied()
        };
        let after = trailing().find(|(_, saying)| saying.verb > at).or_else(|| {
            trailing()
                .last()
                .filter(|(_, saying)| inner.is_none_or(|inner| inner.1.verb < saying.verb))
        });
        match (inner, after) {
            // "“I've said that two died,” the chief said": the chief speaks
            (Some(inner), Some(after)) if speak_names::is_told_of(text, inner.1) && after.1.verb > at => {
                self.spoken(text, after.0, None, None)
            }
            (Some(inner), Some(after)) => self.both(text, at, inner, after),
            (Some((row, saying)), None) => {
                let outer = here
                    .iter()
                    .rev()
                    .filter(leading)
                    .find(|(outer, held)| *outer < row && nested(text, held, saying));
                self.spoken(text, row, outer.map(|outer| outer.0), None)
            }
            (None, Some((row, _))) => {
                // "12 died, the governor said, state radio reported"
                let relay =
                    trailing().find(|(other, saying)| *other > row && saying.verb > at && row_near(&here, row, *other));
                // "said Ida Marr, a nurse told the Herald": one and the same
                let told = relay.and_then(|(_, saying)| saying.relay.clone());
                let spoken = self.spoken(text, row, relay.filter(|_| told.is_none()).map(|relay| relay.0), None)?;
                let told = told.map(|told| speak_names::span(text, &told));
                Some(Spoken {
                    relay: told
                        .map(|span| (span.of(text.scan.text).to_owned(), span))
                        .or(spoken.relay),
                    ..spoken
                })
            }
            (None, None) => self.carried(text, phrase, outcome, !aside.is_empty()),
        }
    }

    /// True where the words at `at` are who speaks in the sentence.
    fn said_by(&self, sentence: &Range<usize>, at: usize) -> bool {
        self.said_from(sentence.start)
            .take_while(|saying| saying.verb < sentence.end)
            .any(|saying| saying.speaker.contains(&at))
    }

    /// Somebody leads and somebody trails: one passes on the other, or a new clause parts them.
    fn both(&self, text: &Text<'_, '_>, at: usize, inner: (usize, &Saying), after: (usize, &Saying)) -> Option<Spoken> {
        let parted = |from: usize, to: usize| {
            (from..to).any(|at| {
                text.lower(at) == ";"
                    || matches!(text.lower(at), "but" | "while" | "whereas" | "although" | "though")
                    || text.lower(at) == "and" && text.lower(at.saturating_sub(1)) == ","
            })
        };
        let behind = after.1.verb > at;
        let before = parted(inner.1.verb + 1, at);
        let later = parted(at.min(after.1.verb), after.1.verb.max(at));
        if !behind || before && !later {
            // "Marr added that according to the coast guard"
            let held = !behind && nested(text, inner.1, after.1);
            return self.spoken(text, after.0, held.then_some(inner.0), None);
        }
        if later {
            return self.spoken(text, inner.0, None, None);
        }
        // "The ministry reported 12 dead, according to state television": who tells it passes it on
        let press = |saying: &Saying| saying.speaker.clone().any(|at| speak_words::is_press(text.lower(at)));
        let source = |saying: &Saying| speak_words::any(text, saying.speaker.clone(), Role::SOURCE) && !press(saying);
        if after.1.rule == "speaker/according-to" && press(after.1) && source(inner.1) {
            return self.spoken(text, inner.0, Some(after.0), None);
        }
        // "Critics say it fell after killing 12, by the ministry's count"
        if matches!(after.1.rule, "speaker/according-to" | "speaker/count-of") {
            return self.spoken(text, after.0, Some(inner.0), None);
        }
        self.spoken(text, inner.0, Some(after.0), None)
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

    /// The speaker of an earlier sentence, where this one reads on from it.
    fn carried(&self, text: &Text<'_, '_>, phrase: &Phrase, outcome: &Range<usize>, aside: bool) -> Option<Spoken> {
        let at = speak_carry::last(phrase);
        if let Some(row) = speak_carry::of_quote(text, &self.sayings, &self.quotes, at) {
            return self.spoken(text, row, None, Some("speaker/quote"));
        }
        if let Some(row) = self.noted(text, at) {
            return self.spoken(text, row, None, None);
        }
        // "The driver told police he had been hurt": the one who was hurt speaks himself
        // who did not vouch for it in this sentence did not do so before
        if aside || self.said_by(&text.sentence(at), at) {
            return None;
        }
        let row = speak_carry::from_before(text, &self.sayings, phrase, outcome).or_else(|| self.framed(text, at))?;
        self.spoken(text, row, None, Some("speaker/carried"))
    }

    /// "Railwaymen said so. Two people died. Nine were hurt, they said.": told between two sayings of the same.
    fn framed(&self, text: &Text<'_, '_>, at: usize) -> Option<usize> {
        let here = text.scan.sentence_index(at)?;
        let sentence = text.sentence(at);
        let next = self.sayings.partition_point(|saying| saying.verb < sentence.end);
        let last = next.checked_sub(1)?;
        let (before, behind) = (self.sayings.get(last)?, self.sayings.get(next)?);
        let close = text.scan.sentence_index(before.verb)? + 1 == here
            && text.scan.sentence_index(behind.verb)? == here + 1
            && before.verb < sentence.start;
        let breaks = |index: usize| text.scan.sentences.get(index).is_none_or(|one| one.paragraph_before);
        // "They accused" can be those who found 12 bodies, whoever spoke before them
        let pronoun = behind.speaker.len() == 1
            && text.is(behind.speaker.start, Tag::PRON)
            && !matches!(text.lower(behind.verb), "accused" | "accuse" | "blamed" | "blame");
        // "Orne said 26 died in Tarn. In Marr, two died. None died here, Orne said."
        let counts = |at: usize| text.outcome(at).is_some();
        let listed = text.lower(sentence.start) == "in" && before.reach.clone().any(counts);
        let again = pronoun || listed;
        let name = |row: usize| self.names.get(row)?.as_deref();
        let same = name(last)?.eq_ignore_ascii_case(name(next)?);
        (close && again && same && !breaks(here) && !breaks(here + 1)).then_some(last)
    }

    /// The source noted at the end of the paragraph.
    fn noted(&self, text: &Text<'_, '_>, at: usize) -> Option<usize> {
        let behind = self.sayings.partition_point(|saying| saying.verb < at);
        let near = self.sayings.iter().enumerate().skip(behind).take(12);
        near.filter(|(_, saying)| saying.rule == speak_note::RULE && saying.reach.contains(&at))
            .map(|(row, _)| row)
            .find(|&row| {
                self.sayings
                    .get(row)
                    .is_some_and(|saying| saying.verb > at && text.is_word(at))
            })
    }

    fn spoken(
        &self,
        text: &Text<'_, '_>,
        row: usize,
        relay: Option<usize>,
        rule: Option<&'static str>,
    ) -> Option<Spoken> {
        let saying = self.sayings.get(row)?;
        // torn text has an "'s" where a name should be
        let name = self.names.get(row)?.clone().filter(|name| !name.is_empty())?;
        let span = speak_names::span(text, &saying.speaker);
        let named = |row: usize| {
            let saying = self.sayings.get(row)?;
            Some((self.names.get(row)?.clone()?, speak_names::span(text, &saying.speaker)))
        };
        let own = saying.relay.clone().map(|tokens| {
            let span = speak_names::span(text, &tokens);
            (span.of(text.scan.text).to_owned(), span)
        });
        let words = match saying.order {
            Order::Leading if saying.rule == "speaker/according-to" => saying.speaker.end..saying.speaker.end + 3,
            Order::Leading => {
                let clause = (saying.speaker.end..saying.reach.start).any(|at| text.is(at, Tag::REL));
                let from = if clause { saying.reach.start } else { saying.speaker.end };
                from..saying.reach.start + 2
            }
            // "according to figures cited on Friday by Orne"
            Order::Trailing if saying.speaker.start > saying.verb + 3 && saying.rule == "speaker/according-to" => {
                saying.verb..saying.speaker.end + 5
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
                .filter(|(relay, _)| !same(relay, &name)),
            words,
            why: Why::leaf(rule.unwrap_or(saying.rule), span),
            name,
            span,
        })
    }
}

/// True where the one who passes on is part of the one who speaks: "the coast guard", "coast guard spokesman Brenk".
fn same(relay: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let small = |word: &str| matches!(word, "the" | "a" | "an" | "of" | "for");
    relay.split_whitespace().all(|word| {
        let word = word.to_lowercase();
        small(&word) || name.split_whitespace().any(|other| other == word)
    })
}

/// "Brenk said that the doctor told him": one saying holds the other.
fn nested(text: &Text<'_, '_>, outer: &Saying, inner: &Saying) -> bool {
    let between = outer.verb + 1..inner.speaker.start;
    between.len() <= 5
        && between.clone().all(|at| {
            text.quantity(at).is_none()
                && text.outcome(at).is_none()
                && !text.is(at, Tag::CONJ.or(Tag::PAST))
                && !matches!(text.lower(at), ";" | "," | "while" | "although" | "whereas" | "though")
        })
        && !inner.speaker.is_empty()
        && outer.speaker != inner.speaker
}

/// True where the figure is part of who speaks: "two witnesses said", not "the two men residents said were hurt".
fn own_words(saying: &Saying, phrase: &Phrase, at: usize) -> bool {
    saying.speaker.contains(&at)
        && !(saying.rule == speak_parts::CONTACT && saying.reach.contains(&phrase.tokens.start))
}

/// True where the second of two that trail follows the first at once.
fn row_near(here: &[(usize, &Saying)], row: usize, other: usize) -> bool {
    let verb = |row: usize| here.iter().find(|(one, _)| *one == row).map(|(_, saying)| saying);
    let (Some(first), Some(second)) = (verb(row), verb(other)) else {
        return false;
    };
    second.speaker.start > first.verb && second.speaker.start - first.verb <= 4 && first.speaker != second.speaker
}
