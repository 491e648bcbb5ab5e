//! The reader's own selection of text: drag, word, sentence, extended with Shift.

use crate::base::Span;
use crate::token::scan;

/// By what a selection grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Unit {
    /// Single characters.
    Char,
    /// Whole words.
    Word,
    /// Whole sentences.
    Sentence,
}

/// Selected text: from where it began to where the pointer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct TextSelection {
    anchor: Span,
    head: Span,
    unit: Unit,
}

impl TextSelection {
    /// A selection that begins at `byte` of `text`, grown to whole units.
    pub(in crate::ui) fn begin(text: &str, byte: usize, unit: Unit) -> Self {
        let span = unit_at(text, byte, unit);
        Self {
            anchor: span,
            head: span,
            unit,
        }
    }

    /// A selection of just these words.
    pub(in crate::ui) fn whole(span: Span) -> Self {
        Self {
            anchor: span,
            head: span,
            unit: Unit::Word,
        }
    }

    /// A selection between two places, whichever comes first.
    pub(in crate::ui) fn between(anchor: usize, head: usize) -> Self {
        Self {
            anchor: Span::new(anchor, anchor),
            head: Span::new(head, head),
            unit: Unit::Char,
        }
    }

    /// Where it began, and the place that keys move.
    pub(in crate::ui) fn ends(&self) -> (usize, usize) {
        if self.head.start() < self.anchor.start() {
            (self.anchor.end(), self.head.start())
        } else {
            (self.anchor.start(), self.head.end().max(self.anchor.end()))
        }
    }

    /// Moves its end to `byte`.
    pub(in crate::ui) fn extend(&mut self, text: &str, byte: usize) {
        self.head = unit_at(text, byte, self.unit);
    }

    /// The selected words, without blanks at their ends.
    pub(in crate::ui) fn span(&self, text: &str) -> Span {
        let span = self.anchor.union(self.head);
        let words = span.of(text);
        let start = span.start() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// True where no words are selected.
    pub(in crate::ui) fn is_empty(&self, text: &str) -> bool {
        self.span(text).is_empty()
    }
}

fn unit_at(text: &str, byte: usize, unit: Unit) -> Span {
    match unit {
        Unit::Char => Span::new(byte, byte),
        Unit::Word => word_at(text, byte),
        Unit::Sentence => sentence_at(text, byte),
    }
}

/// The word at `byte`: letters, digits and what joins them ("4,400", "don't"); else the one sign there.
pub(in crate::ui) fn word_at(text: &str, byte: usize) -> Span {
    let paragraph = paragraph_at(text, byte);
    let words = paragraph.of(text);
    let scanned = scan(words);
    let local = byte.saturating_sub(paragraph.start());
    let token = scanned.tokens.iter().find(|token| token.span.has(local));
    let before = || scanned.tokens.iter().rfind(|token| token.span.end() == local);
    match token.or_else(before) {
        Some(token) => token.span.shifted(paragraph.start()),
        None => Span::new(byte, byte),
    }
}

/// The span grown to whole words, for claims: a drag seldom ends where a word does.
pub(in crate::ui) fn whole_words(text: &str, span: Span) -> Span {
    let last = text
        .get(..span.end())
        .and_then(|before| before.char_indices().next_back());
    let last = last.map_or_else(|| span.start(), |(at, _)| at);
    span.union(word_at(text, span.start())).union(word_at(text, last))
}

/// The sentence at `byte`.
pub(in crate::ui) fn sentence_at(text: &str, byte: usize) -> Span {
    let paragraph = paragraph_at(text, byte);
    let words = paragraph.of(text);
    let scanned = scan(words);
    let local = byte.saturating_sub(paragraph.start());
    let token = scanned.tokens.partition_point(|token| token.span.end() <= local);
    let last = scanned.tokens.len().saturating_sub(1);
    match scanned.sentence_of(token.min(last)) {
        Some(sentence) => sentence.span.shifted(paragraph.start()),
        None => paragraph,
    }
}

/// The lines around `byte` up to blank lines: enough to find words and sentences in.
fn paragraph_at(text: &str, byte: usize) -> Span {
    let before = text.get(..byte).unwrap_or_default();
    let after = text.get(byte..).unwrap_or_default();
    let start = before.rfind("\n\n").map_or(0, |at| at + 2);
    let end = after.find("\n\n").map_or(text.len(), |at| byte + at);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::{TextSelection, Unit, sentence_at, whole_words, word_at};
    use crate::base::Span;

    const TEXT: &str = "Title\n\nPolice held 4,400 people. They said so.\n\nEnd.";

    #[test]
    fn words_and_sentences_are_whole() {
        let at = TEXT.find("400").unwrap();
        assert_eq!(word_at(TEXT, at).of(TEXT), "4,400");
        assert_eq!(sentence_at(TEXT, at).of(TEXT), "Police held 4,400 people.");
        assert_eq!(sentence_at(TEXT, TEXT.find("so").unwrap()).of(TEXT), "They said so.");
        assert_eq!(word_at("", 0).len(), 0);
        assert_eq!(word_at(TEXT, TEXT.len()).of(TEXT), ".");
    }

    #[test]
    fn selections_grow_both_ways_and_lose_blanks() {
        let mut selection = TextSelection::begin(TEXT, TEXT.find(" 4,4").unwrap(), Unit::Char);
        selection.extend(TEXT, TEXT.find(". They").unwrap());
        assert_eq!(selection.span(TEXT).of(TEXT), "4,400 people");
        let mut words = TextSelection::begin(TEXT, TEXT.find("people").unwrap(), Unit::Word);
        words.extend(TEXT, TEXT.find("held").unwrap());
        assert_eq!(words.span(TEXT).of(TEXT), "held 4,400 people");
        let torn = Span::new(TEXT.find("ld 4").unwrap(), TEXT.find("ople").unwrap());
        assert_eq!(whole_words(TEXT, torn).of(TEXT), "held 4,400 people");
    }
}
