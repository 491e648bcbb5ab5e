//! One text with all that the rules of this floor look up.

use std::ops::Range;

use super::lexicon::{Tag, Words};
use super::outcomes::{self, Outcome};
use crate::quantity::{Quantity, Sort};
use crate::token::Scan;

/// One text, looked up.
pub(super) struct Text<'a, 't> {
    /// Its tokens and sentences.
    pub(super) scan: &'a Scan<'t>,
    /// What its words can be.
    pub(super) words: Words,
    /// Its outcomes, in order.
    pub(super) outcomes: Vec<Outcome>,
    /// Its number phrases, in order.
    pub(super) quantities: Vec<Quantity>,
    /// For each token the outcome and the quantity that hold it, as index + 1; 0 for none.
    held: Vec<(u32, u32)>,
}

impl<'a, 't> Text<'a, 't> {
    /// Looks everything up once.
    pub(super) fn new(scan: &'a Scan<'t>, quantities: Vec<Quantity>) -> Self {
        let words = Words::of(scan);
        let outcomes = outcomes::find(scan, &words);
        let quantities = super::counted::more(scan, &words, &outcomes, quantities);
        Self {
            held: held(scan.tokens.len(), &outcomes, &quantities),
            scan,
            words,
            outcomes,
            quantities,
        }
    }

    /// The same text with other number phrases.
    pub(super) fn counting(&self, quantities: Vec<Quantity>) -> Self {
        Self {
            scan: self.scan,
            words: self.words.clone(),
            outcomes: self.outcomes.clone(),
            held: held(self.scan.tokens.len(), &self.outcomes, &quantities),
            quantities,
        }
    }

    /// The outcome that holds token `at`.
    pub(super) fn outcome(&self, at: usize) -> Option<&Outcome> {
        self.outcomes.get((self.held.get(at)?.0 as usize).checked_sub(1)?)
    }

    /// The outcome that begins with token `at`.
    pub(super) fn outcome_from(&self, at: usize) -> Option<&Outcome> {
        self.outcome(at).filter(|outcome| outcome.tokens.start == at)
    }

    /// The outcome whose last token stands right before `at`.
    pub(super) fn outcome_to(&self, at: usize) -> Option<&Outcome> {
        self.outcome(at.checked_sub(1)?)
            .filter(|outcome| outcome.tokens.end == at)
    }

    /// The number phrase that holds token `at`, as its index.
    pub(super) fn quantity(&self, at: usize) -> Option<usize> {
        (self.held.get(at)?.1 as usize).checked_sub(1)
    }

    /// True where token `at` can be one of `tag`.
    pub(super) fn is(&self, at: usize, tag: Tag) -> bool {
        self.words.is(at, tag)
    }

    /// True for a word that can be a thing or a time but no person: "lorries", "days".
    pub(super) fn is_no_person(&self, at: usize) -> bool {
        self.is(at, Tag::THING.or(Tag::TIME)) && !self.is(at, Tag::PERSON)
    }

    /// A dash of any length: "-", "–"
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.lower(at), "-" | "--" | "–" | "—")
    }

    /// "city's": whose something is.
    pub(super) fn is_owner(&self, at: usize) -> bool {
        self.lower(at).ends_with("'s")
    }

    /// Past the marks that open a quotation at `at`: "“", or `"` and `''` where the next word is pressed to them.
    pub(super) fn past_quote(&self, at: usize) -> usize {
        let mut end = at;
        while end < at + 2 && matches!(self.lower(end), "“" | "‘" | "\"" | "'" | "«") {
            end += 1;
        }
        let opens = end > at && self.is_spaced(at) && !self.is_spaced(end);
        if opens { end } else { at }
    }

    /// True for a token with a space before it.
    pub(super) fn is_spaced(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| token.space_before)
    }

    /// True for a token that begins with a digit: "34", "9.30", "12th".
    pub(super) fn is_numeral(&self, at: usize) -> bool {
        self.lower(at).starts_with(|sign: char| sign.is_ascii_digit())
    }

    /// True for a number of one or two signs: "9", "34"; an age, a day, an hour.
    pub(super) fn is_short_numeral(&self, at: usize) -> bool {
        self.lower(at).len() <= 2 && self.is_numeral(at)
    }

    /// True where a line begins at `at`, or the text has ended.
    pub(super) fn opens_line(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_none_or(|token| token.line_before)
    }

    /// The lower-case form of token `at`; nothing past the end.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.scan.lower(at)
    }

    /// True where token `at` begins with one of these stems.
    pub(super) fn begins(&self, at: usize, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.lower(at).starts_with(stem))
    }

    /// True where tokens from `at` on are these words.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(step, word)| self.lower(at + step) == *word)
    }

    /// The tokens of the sentence that holds `at`.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        self.scan
            .sentence_of(at)
            .map_or(at..at + 1, |sentence| sentence.tokens.clone())
    }

    /// True for a word that may begin with a capital because it is a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.words.capitals_tell
            && !self.is(
                at,
                Tag::TIME
                    .or(Tag::PRON)
                    .or(Tag::PREP)
                    .or(Tag::CONJ)
                    .or(Tag::SUBORD)
                    .or(Tag::BE),
            )
            && self.is_capital(at)
    }

    /// True for a word that is written with a capital, for whatever reason.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// True where a number without a noun begins: "Thirteen died".
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.quantity(at)
            .and_then(|index| self.quantities.get(index))
            .is_some_and(|quantity| quantity.sort == Sort::Number && !self.is(quantity.tokens.end, Tag::PERSON))
    }

    /// True for letters or digits; false for signs and past the end.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.scan
            .tokens
            .get(at)
            .is_some_and(|token| token.kind != crate::token::TokenKind::Sign)
    }
}

fn held(tokens: usize, outcomes: &[Outcome], quantities: &[Quantity]) -> Vec<(u32, u32)> {
    let mut held = vec![(0, 0); tokens];
    for (index, outcome) in outcomes.iter().enumerate() {
        for slot in held.get_mut(outcome.tokens.clone()).unwrap_or_default() {
            slot.0 = u32::try_from(index + 1).unwrap_or(0);
        }
    }
    for (index, quantity) in quantities.iter().enumerate() {
        for slot in held.get_mut(quantity.tokens.clone()).unwrap_or_default() {
            slot.1 = u32::try_from(index + 1).unwrap_or(0);
        }
    }
    held
}
