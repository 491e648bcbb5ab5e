//! A text as annotating tools want it: sentences of tokens that hold every character which is not blank.

use std::ops::Range;

use crate::article::Article;
use crate::base::Span;
use crate::token::{self, Scan};

/// Sentences and tokens of one text.
#[derive(Debug, Default)]
pub(super) struct Sentences {
    /// In order, never meeting, none empty.
    pub(super) tokens: Vec<Span>,
    /// Each from its first to its last token; in order, every token lies in one.
    pub(super) list: Vec<Sentence>,
}

/// A sentence, heading or torn piece of one.
#[derive(Debug)]
pub(super) struct Sentence {
    /// From its first to its last token.
    pub(super) span: Span,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

impl Sentences {
    /// Cuts the text, as the rules do. What the rules pass over because it is never seen (zero-width blanks, soft hyphens, marks of byte
    /// order) becomes tokens too, so that no mark loses a character.
    pub(super) fn new(article: &Article) -> Self {
        Self::cut(&article.text, &token::scan_article(article))
    }

    fn cut(text: &str, scan: &Scan<'_>) -> Self {
        let mut out = Self::default();
        let mut from = 0;
        for (at, sentence) in scan.sentences.iter().enumerate() {
            let first = out.tokens.len();
            let last = at + 1 == scan.sentences.len();
            for token in scan.tokens.get(sentence.tokens.clone()).unwrap_or_default() {
                out.unseen(text, from, token.span.start());
                out.tokens.push(token.span);
                from = token.span.end();
            }
            let next = scan.tokens.get(sentence.tokens.end).map(|token| token.span.start());
            let end = next.filter(|_| !last).unwrap_or(text.len());
            out.unseen(text, from, end);
            from = end;
            out.close(first);
        }
        if scan.sentences.is_empty() {
            out.unseen(text, 0, text.len());
            out.close(0);
        }
        out
    }

    /// Makes tokens of what is not blank between two bytes, a run each.
    fn unseen(&mut self, text: &str, from: usize, to: usize) {
        let gap = text.get(from..to).unwrap_or_default();
        let mut start = None;
        for (at, c) in gap.char_indices() {
            if c.is_whitespace() {
                let begun = start.take();
                self.tokens
                    .extend(begun.map(|begun: usize| Span::new(from + begun, from + at)));
            } else {
                start.get_or_insert(at);
            }
        }
        self.tokens.extend(start.map(|begun| Span::new(from + begun, to)));
    }

    fn close(&mut self, first: usize) {
        let tokens = first..self.tokens.len();
        let ends = self.tokens.get(first).zip(self.tokens.last());
        if let Some((first, last)) = ends.filter(|_| !tokens.is_empty()) {
            let span = first.union(*last);
            self.list.push(Sentence { span, tokens });
        }
    }

    /// The tokens that share a character with `span`.
    pub(super) fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.end() <= span.start());
        let end = self.tokens.partition_point(|token| token.start() < span.end());
        start..end.max(start)
    }
}

/// True for a token of characters that are never seen.
pub(super) fn is_unseen(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{00AD}') || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use crate::token;
    use proptest::prelude::*;

    use super::{Sentences, Span};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let cut = Sentences::cut(text, &token::scan(text));
        let words = |tokens: &[Span]| tokens.iter().map(|token| token.of(text)).collect::<Vec<_>>().join("|");
        let found: Vec<String> = cut
            .list
            .iter()
            .map(|one| words(&cut.tokens[one.tokens.clone()]))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_never_seen_is_a_token_of_the_sentence_before_it() {
        check("Ten died. Police said so.", &["Ten|died|.", "Police|said|so|."]);
        check(
            "\u{feff}Ten died.\u{200b} So.",
            &["\u{feff}|Ten|died|.|\u{200b}", "So|."],
        );
        check(
            "ware\u{ad}house\u{200b}\u{200b} x",
            &["ware|\u{ad}|house|\u{200b}\u{200b}|x"],
        );
        check("\u{200b}\n\u{feff}", &["\u{200b}|\u{feff}"]);
        check(" \n", &[]);
    }

    #[test]
    fn tokens_of_a_span_are_those_that_it_meets() {
        let cut = Sentences::cut("Ten died there.", &token::scan("Ten died there."));
        assert_eq!(cut.tokens_of(Span::new(1, 5)), 0..2);
        assert_eq!(cut.tokens_of(Span::new(3, 4)), 1..1);
        assert_eq!(cut.tokens_of(Span::new(4, 8)), 1..2);
    }

    proptest! {
        #[test]
        fn every_character_that_is_not_blank_lies_in_one_token(text in "[a-d1. \n\u{200b}\u{feff}é😀\u{301}ق’\u{2028}]{0,80}") {
            let cut = Sentences::cut(&text, &token::scan(&text));
            prop_assert!(cut.tokens.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            prop_assert!(cut.list.windows(2).all(|pair| pair[0].tokens.end == pair[1].tokens.start));
            let held: String = cut.tokens.iter().map(|token| token.of(&text)).collect();
            let blank = |c: char| c.is_whitespace();
            prop_assert_eq!(held.replace(blank, ""), text.replace(blank, ""));
        }
    }
}
