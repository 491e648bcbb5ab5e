//! Finds words again in a text that has changed: by the words themselves, what stood before and after them, and where.

use crate::base::Span;

/// So many characters before and after the words are kept.
const CONTEXT_CHARS: usize = 32;
/// So many characters around must agree, where there are as many.
const LEAST_AROUND: usize = 8;
/// Words of so many bytes that stand only once are found whatever is around them.
const LONG_BYTES: usize = 12;
/// Places that are looked at for very short words.
const MOST_PLACES: usize = 5_000;

/// Words of a text with what is around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The words.
    pub exact: String,
    /// What stood before them.
    pub prefix: String,
    /// What stood after them.
    pub suffix: String,
    /// The byte at which they began.
    pub start: usize,
}

impl Anchor {
    /// The words of `span` in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let from = before
            .char_indices()
            .rev()
            .nth(CONTEXT_CHARS - 1)
            .map_or(0, |(at, _)| at);
        Self {
            exact: span.of(text).to_owned(),
            prefix: before.get(from..).unwrap_or_default().to_owned(),
            suffix: after.chars().take(CONTEXT_CHARS).collect(),
            start: span.start(),
        }
    }

    /// Where the words stand in `text` now: of all places the one with the most of the same around it, of equal ones the
    /// nearest to where they stood. `None` where they are gone, or stand among other words only.
    pub fn place(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let mut places = 0_usize;
        let mut best: Option<(usize, std::cmp::Reverse<usize>, usize)> = None;
        for (at, _) in text.match_indices(self.exact.as_str()).take(MOST_PLACES) {
            places += 1;
            let place = (self.around(text, at), std::cmp::Reverse(at.abs_diff(self.start)), at);
            best = best.max(Some(place));
        }
        let (around, _, at) = best?;
        let whole = self.prefix.chars().count() + self.suffix.chars().count();
        let is_sure = around >= LEAST_AROUND.min(whole) || (places == 1 && self.exact.len() >= LONG_BYTES);
        is_sure.then(|| Span::new(at, at + self.exact.len()))
    }

    /// How many characters before and after a place are as they were.
    fn around(&self, text: &str, at: usize) -> usize {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + self.exact.len()..).unwrap_or_default();
        let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
            a.zip(b).take_while(|(a, b)| a == b).count()
        };
        same(&mut self.prefix.chars().rev(), &mut before.chars().rev())
            + same(&mut self.suffix.chars(), &mut after.chars())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Anchor;
    use crate::base::Span;
    use crate::store::tests::bracketed;

    /// Finds the words in brackets of `before` again in `after`, where they stand in brackets too.
    #[track_caller]
    fn check(before: &str, after: &str) {
        let ((before, from), (after, to)) = (bracketed(before), bracketed(after));
        assert_eq!(Anchor::of(&before, from.unwrap()).place(&after), to, "{after}");
    }

    #[test]
    fn words_are_found_by_what_is_around_them() {
        check("Police held [12] men.", "On Monday police held [12] men.");
        check(
            "He saw 12. They held [12] men in town.",
            "They held [12] men in town. He saw 12.",
        );
        check("[Sign up] for our letter", "Good news. [Sign up] for our letter");
        check("Zürich: [zwölf Tote] am Tag", "Ort Zürich: [zwölf Tote] am Tag danach");
        check("Tail [Share this article now]", "[Share this article now]");
    }

    #[test]
    fn words_that_are_gone_or_among_others_are_not_found() {
        check("Police held [12] men.", "Police held 14 men.");
        check(
            "Police held [12] men in the old town.",
            "At 12 o'clock nothing was said by anybody.",
        );
        check("One [two] three", "");
    }

    proptest! {
        #[test]
        fn an_edit_elsewhere_never_loses_words_that_stand_once(
            head in "[a-zäö .\n]{0,60}", tail in "[a-zäö .\n]{0,60}", new in "[a-zé ]{0,20}", cut in 0_usize..60
        ) {
            // capitals stand nowhere else
            let quote = "TWELVE MEN HELD";
            let text = format!("{head}{quote}{tail}");
            let span = Span::new(head.len(), head.len() + quote.len());
            let anchor = Anchor::of(&text, span);
            let at = (0..=cut.min(head.len())).rev().find(|at| head.is_char_boundary(*at)).unwrap();
            let edited = format!("{}{new}{quote}{tail}", head.get(..at).unwrap());
            let found = anchor.place(&edited);
            prop_assert_eq!(found.map(|span| span.slice(&edited)), Some(Some(quote)));
            prop_assert_eq!(anchor.place(&text), Some(span));
        }

        #[test]
        fn what_is_found_are_the_same_words_on_characters(text in "[aä b]{0,40}", other in "[aä b]{0,40}", a in 0_usize..40, b in 0_usize..40) {
            let bound = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let span = Span::new(bound(a), bound(b));
            if let Some(found) = Anchor::of(&text, span).place(&other) {
                prop_assert_eq!(found.slice(&other), span.slice(&text));
            }
        }
    }
}
