//! The count that an analyst says is one, though no rule linked it to a harm: filled from its phrase and sentence.

use std::ops::Range;

use super::find::{Found, Maker};
use super::lexicon::Tag;
use super::phrase::{self, Head, Phrase};
use super::text::Text;
use super::{Draft, Form, Kind, VictimClass, victims, victims_words};
use crate::base::{Span, Why};
use crate::quantity::{self, Figure, Sort};
use crate::token::{self, Scan};
use crate::{number, quantity::Quantity};

/// The rule of such a claim.
pub(super) const RULE: &str = "claim/told";

/// What the analyst said: these words are a count of this harm.
pub(super) struct Told {
    pub(super) selected: Span,
    pub(super) kind: Kind,
}

impl Told {
    /// The claim that is meant; `found` are those that rules made, whose numbers are meant last.
    pub(super) fn draft(&self, maker: &Maker<'_, '_, '_>, phrases: &[Phrase], found: &[Draft]) -> Option<Draft> {
        let text = maker.text;
        let scan = text.scan;
        let index = meant(text, self.selected, found);
        let quantity = index.and_then(|index| text.quantities.get(index));
        let counted = phrases.iter().find(|phrase| Some(phrase.quantity) == index);
        let phrase = match (counted, quantity) {
            (Some(phrase), _) => phrase.clone(),
            (None, Some(quantity)) => Phrase::bare(index.unwrap_or(usize::MAX), quantity.tokens.clone()),
            (None, None) => Phrase::bare(usize::MAX, words(scan, self.selected)?),
        };
        let sentence = text.sentence(phrase.tokens.start);
        let harm = harm(text, sentence, &phrase.tokens, self.kind);
        let own = phrase.tokens.end - 1..phrase.tokens.end;
        let (victims, class) = people(text, &phrase, quantity);
        let phrase = Phrase { class, ..phrase };
        let span = scan.span(phrase.tokens.clone());
        let reasons = quantity.map(|quantity| quantity.why.clone());
        let mut draft = maker.draft(&Found {
            kind: self.kind,
            outcome: harm.clone().unwrap_or(own),
            figure: quantity.map_or_else(|| Figure::vague(None), |quantity| quantity.figure),
            form: Form::Number,
            victims,
            number: quantity.map(|quantity| quantity.tokens.clone()),
            part: quantity.is_some_and(|quantity| quantity.sort == Sort::Fraction),
            fraction: quantity.is_some_and(|quantity| quantity.sort == Sort::Fraction),
            confidence: 1.0,
            why: Why::leaf(RULE, span).with(reasons),
            phrase,
        })?;
        let claim = &mut draft.claim;
        if harm.is_none() {
            claim.roles.outcome = None;
        }
        let beside = |other: &&Draft| other.claim.sentence == claim.sentence && other.claim.speaker.is_some();
        if let Some(near) = found.iter().find(beside).filter(|_| claim.speaker.is_none()) {
            claim.speaker.clone_from(&near.claim.speaker);
            claim.relay.clone_from(&near.claim.relay);
            claim.roles.speaker = near.claim.roles.speaker;
            claim.roles.relay = near.claim.roles.relay;
        }
        Some(draft)
    }
}

/// The number phrase that selected words mean: one that no rule has taken, else the first; one that lies in them before
/// one that only meets them.
fn meant(text: &Text<'_, '_>, selected: Span, found: &[Draft]) -> Option<usize> {
    let span = |index: &usize| {
        text.quantities
            .get(*index)
            .map(|one| text.scan.span(one.tokens.clone()))
    };
    let meets = |index: &usize| span(index).is_some_and(|span| span.meets(selected));
    let taken = |index: &usize| {
        let own = span(index);
        let is = |draft: &Draft| draft.claim.roles.number.is_some() && draft.claim.roles.number == own;
        found.iter().any(is)
    };
    let whole = |index: &usize| span(index).is_some_and(|span| selected.holds(span));
    let all = (0..text.quantities.len()).filter(meets);
    all.min_by_key(|index| (taken(index), !whole(index), *index))
}

fn words(scan: &Scan<'_>, selected: Span) -> Option<Range<usize>> {
    let tokens = scan.tokens_in(selected);
    (!tokens.is_empty()).then_some(tokens)
}

/// The words of the sentence that name the harm: those nearest to the number.
fn harm(text: &Text<'_, '_>, sentence: Range<usize>, near: &Range<usize>, kind: Kind) -> Option<Range<usize>> {
    let apart = |tokens: &Range<usize>| {
        let behind = tokens.start.saturating_sub(near.end);
        behind + near.start.saturating_sub(tokens.end)
    };
    let all = sentence
        .filter_map(|at| text.outcome(at))
        .filter(|outcome| outcome.kind == kind);
    all.map(|outcome| outcome.tokens.clone()).min_by_key(apart)
}

/// The words for who was counted, and their class.
fn people(text: &Text<'_, '_>, phrase: &Phrase, quantity: Option<&Quantity>) -> (Option<Range<usize>>, VictimClass) {
    if let Some(quantity) = quantity {
        let counted = matches!(phrase.head, Head::Person(_) | Head::Unknown(_) | Head::Household(_));
        let tokens = quantity.tokens.end..phrase.end;
        return ((counted && !tokens.is_empty()).then_some(tokens), phrase.class);
    }
    let Some(noun) = phrase.tokens.clone().rfind(|at| text.is(*at, Tag::PERSON)) else {
        return (None, VictimClass::Unspecified);
    };
    let class = victims_words::noun_class(text, phrase.tokens.start..noun);
    (Some(phrase.tokens.start..noun + 1), class)
}

/// The class of victims that words name: "two border guards", "the demonstrators".
pub fn class_of(words: &str) -> VictimClass {
    let bare = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let noun = ["the ", "these ", "those ", "a ", "an "]
        .iter()
        .find_map(|article| bare.strip_prefix(article))
        .unwrap_or(bare);
    let own = token::scan(noun);
    let has_number = number::find(&own)
        .first()
        .is_some_and(|number| number.tokens.start == 0);
    let counted = if has_number {
        format!("{noun} died.")
    } else {
        format!("5 {noun} died.")
    };
    let scan = token::scan(&counted);
    let text = Text::new(&scan, quantity::find(&scan, &number::find(&scan)));
    let phrases = phrase::find(&text);
    phrases.first().map_or(VictimClass::Unspecified, |phrase| {
        victims::of_phrase(&text, phrase, false)
    })
}

#[cfg(test)]
mod tests {
    use super::{VictimClass, class_of};

    #[test]
    fn words_have_a_class() {
        for (words, class) in [
            ("two border guards", VictimClass::SecurityForce),
            ("the demonstrators", VictimClass::Protester),
            ("villagers", VictimClass::Civilian),
            ("reporters", VictimClass::Journalist),
            ("people", VictimClass::Unspecified),
            ("", VictimClass::Unspecified),
        ] {
            assert_eq!(class_of(words), class, "{words}");
        }
    }
}
