//! Whether a figure is a part of another: judged from the words around it.

use super::phrase::Phrase;
use super::text::Text;

/// "Among them, five workers were killed": the sentence says that its counts are parts.
pub(super) fn is_part(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = text.sentence(phrase.tokens.start).start;
    let start = start + usize::from(!text.is_word(start));
    let whole = matches!(text.lower(start + 1), "them" | "these" | "those" | "the" | "whom");
    matches!(text.lower(start), "among" | "of") && whole && phrase.tokens.start < start + 14
        || matches!(text.lower(start), "among") && text.outcome(start + 2).is_some()
        || phrase.of_them
}
