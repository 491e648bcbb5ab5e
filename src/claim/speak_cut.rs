//! Where one headline ends and the next begins without a stop: "12 killed, rebels say The army denies it Four held".

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_verb::clause_before;
use super::speak_words::{self as words, Role};
use super::text::Text;

/// The tokens of a sentence with which a new headline begins, in order.
pub(super) fn cuts(text: &Text<'_, '_>, sentence: &Range<usize>) -> Vec<usize> {
    if !text.words.capitals_tell {
        return Vec::new();
    }
    (sentence.start + 2..sentence.end)
        .filter(|&at| text.is_capital(at) && anew(text, at, sentence))
        .collect()
}

/// True where a headline begins with the capital at `at`.
fn anew(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let prior = at - 1;
    let small = text.is_word(prior) && !text.is_capital(prior) && text.is_spaced(at);
    let closed = matches!(text.lower(prior), "”" | "\"") && text.is_word(prior - 1);
    if !small && !closed {
        return false;
    }
    if small && (marked(text, at, sentence) || behind_saying(text, at, sentence)) {
        return true;
    }
    let open = Tag::PREP
        .or(Tag::DET)
        .or(Tag::POSS)
        .or(Tag::CONJ)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::REL)
        .or(Tag::SUBORD);
    if small && (text.is(prior, open) || text.lower(prior) == "to") {
        return false;
    }
    counts(text, at) || small && determined(text, at)
}

/// "NEW: ", "UNICEF: ": a mark of its own.
fn marked(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let end = sentence.end.min(at + 3);
    let Some(colon) = (at + 1..end).find(|&at| text.lower(at) == ":") else {
        return false;
    };
    if text.lower(at) == "new" && colon == at + 1 {
        return true;
    }
    let label = at..colon;
    let source = |at: usize| words::is(text.lower(at), Role::SOURCE) || words::is_acronym(text, at);
    let open = Tag::PREP.or(Tag::DET).or(Tag::CONJ).or(Tag::SAY);
    label.clone().all(|at| text.is_word(at)) && label.clone().any(source) && !text.is(at - 1, open)
}

/// ", witnesses say Opposition rejects": behind a saying that ends what was said before it.
fn behind_saying(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let verb = at - 1;
    if !matches!(text.lower(verb), "say" | "says") || text.is(at, Tag::TIME) {
        return false;
    }
    let from = verb.saturating_sub(8).max(sentence.start + 1);
    let Some(comma) = (from..verb)
        .rev()
        .find(|&at| matches!(text.lower(at), "," | ";" | "”" | "\""))
    else {
        return false;
    };
    let joins = Tag::CONJ.or(Tag::REL).or(Tag::SUBORD).or(Tag::PREP);
    // "crashes Orla's minister says": a capital behind a small word begins anew itself
    let mixed = (comma + 2..verb)
        .any(|at| text.is_capital(at) && !text.is_capital(at - 1) && !text.is(at - 1, Tag::DET.or(Tag::PREP)));
    let short = comma + 1 < verb && verb - comma <= 7 && !mixed;
    short && !text.is(comma + 1, joins) && clause_before(text, sentence.start, comma)
}

/// "Four reporters are missing", "At least 12 die": a number with a capital, and a small word behind it.
fn counts(text: &Text<'_, '_>, at: usize) -> bool {
    let hedge = matches!(
        text.lower(at),
        "at" | "more" | "about" | "around" | "some" | "nearly" | "almost" | "up" | "over" | "as"
    );
    let number = if hedge { at + 1..at + 4 } else { at..at + 1 };
    let whole =
        !hedge || matches!(text.lower(at + 1), "least" | "than" | "to" | "many") || text.quantity(at + 1).is_some();
    let small = |at: usize| !text.is_capital(at);
    let vague = matches!(text.lower(at), "many" | "several" | "most");
    let named = text.lower(at) == "one" || text.is(at, Tag::DET) && !hedge && !vague;
    whole && !named && number.into_iter().any(|at| text.quantity(at).is_some()) && small(at + 1)
}

/// "The rebel leader says", "It comes as": a small word with a capital.
fn determined(text: &Text<'_, '_>, at: usize) -> bool {
    let opens = matches!(
        text.lower(at),
        "the" | "a" | "an" | "this" | "these" | "it" | "he" | "she" | "they" | "there" | "but" | "however"
    );
    let told = matches!(
        text.lower(at - 1),
        "told" | "tells" | "said" | "says" | "say" | "by" | "with"
    );
    opens && !told && !text.is_capital(at + 1) && text.is_word(at + 1)
}
