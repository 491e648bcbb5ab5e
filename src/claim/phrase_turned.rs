//! Numbers that stand for no count of the noun behind them: "the one", "a mother of three", "built for 5,000".

use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::{is_household, person_within};
use super::text::Text;

/// "all but two of the crew", "neither of the two", "2 killed and as many hurt", "870 people representing 140 families".
pub(super) fn is_turned(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| text.lower(at));
    let rest = before(1) == "but" && before(2) == "all";
    let neither = before(1) == "the" && before(2) == "of" && before(3) == "neither";
    let equal = before(1) == "as" && text.lower(tokens.start) == "many";
    let same = matches!(before(1), "representing" | "comprising") && is_household(text.lower(tokens.end));
    // "a mother of three", "a camp built for 5,000"
    let parent = before(1) == "of"
        && matches!(
            before(2),
            "mother" | "father" | "mom" | "mum" | "dad" | "parent" | "grandmother" | "grandfather" | "widow"
        );
    let built = before(1) == "for"
        && matches!(
            before(2),
            "built"
                | "designed"
                | "meant"
                | "intended"
                | "equipped"
                | "planned"
                | "suited"
                | "space"
                | "room"
                | "capacity"
                | "licensed"
                | "beds"
        )
        || matches!(before(1), "of" | "for") && before(2) == "capacity";
    // "the mother of two soldiers killed in May": the soldiers are counted
    let parent = parent && !person_within(text, tokens.end, 2);
    rest || neither || equal || same || parent || built
}

/// "was the one brought in": a pronoun.
pub(super) fn is_the_one(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| text.lower(at));
    tokens.len() == 1
        && text.lower(tokens.start) == "one"
        && matches!(before, "the" | "this" | "that" | "which" | "each")
        && !text.is(tokens.end, Tag::PERSON)
        && !text.is(tokens.end + 1, Tag::PERSON)
}

/// "one of his allies, Jonas Brenk, was held" counts by the name.
pub(super) fn is_one_named(text: &Text<'_, '_>, end: usize) -> bool {
    if text.lower(end.saturating_sub(1)) != "one" || text.lower(end) != "of" {
        return false;
    }
    // "one of the country's largest": no person
    let superlative = |at: usize| {
        text.lower(at) == "most"
            || text.lower(at).ends_with("est") && text.lower(at).len() > 5 && !text.is(at, Tag::PERSON)
    };
    if (end + 2..end + 6).take_while(|&at| text.is_word(at)).any(superlative) {
        return true;
    }
    (end + 1..end + 9)
        .find(|&at| !text.is_word(at))
        .is_some_and(|at| text.lower(at) == "," && text.is_name(at + 1) && text.is_name(at + 2))
}

/// "most notably" and "half open" are no parts of a count.
pub(super) fn fraction_fits(text: &Text<'_, '_>, at: usize) -> bool {
    if at >= 2 && text.lower(at - 1) == "most" && text.is(at - 2, Tag::DET.or(Tag::POSS)) {
        // "the most wanted man"
        return false;
    }
    // "half his men", not "half her life"
    if text.is(at, Tag::POSS) {
        return person_within(text, at + 1, 1);
    }
    text.lower(at) == "of"
        || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PERSON))
        || text.outcome(at).is_some()
        || !text.is(at, Tag::ADVERB) && person_within(text, at, 2)
}
