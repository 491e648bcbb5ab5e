//! Whether a figure is a part of another: judged from the words around it.

use super::phrase::Phrase;
use super::text::Text;

/// "Among them, five workers were killed": the sentence says that its counts are parts.
pub(super) fn is_part(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = text.sentence(phrase.tokens.start).start;
    let start = start + usize::from(!text.is_word(start));
    let whole = matches!(text.lower(start + 1), "them" | "these" | "those" | "the" | "whom");
    // "Of the 31 injured, nine left": the 31 are the whole
    let inside = phrase.tokens.start > start + 2;
    matches!(text.lower(start), "among" | "of") && whole && inside && phrase.tokens.start < start + 14
        || matches!(text.lower(start), "among") && text.outcome(start + 2).is_some()
        || phrase.of_them && has_whole(text, phrase)
}

/// "Residents fled; 400 of them camp in schools": those have no number that the 400 are a part of.
fn has_whole(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let Some(here) = text.scan.sentence_index(phrase.tokens.start) else {
        return true;
    };
    let before = text.quantities.get(..phrase.quantity).unwrap_or_default();
    let near = |at: usize| text.scan.sentence_index(at).is_some_and(|there| there + 2 >= here);
    before
        .iter()
        .rev()
        .take_while(|quantity| near(quantity.tokens.start))
        .any(|quantity| !text.is_no_person(quantity.tokens.end))
}
