//! What differs between two versions of a text, and where words of the old one stand in the new one.

use super::text_anchor::Anchor;
use crate::base::Span;

/// Versions that differ in more pieces than this (squared) are one difference from first to last.
const MOST_CELLS: usize = 4_000_000;

/// Words that were replaced: of the old text, and of the new one. One of both may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// In the old text.
    pub old: Span,
    /// In the new text.
    pub new: Span,
}

/// Two versions of a text with what differs between them.
pub struct TextEdit<'t> {
    old: &'t str,
    new: &'t str,
    /// In order, never meeting, on words and signs.
    pub hunks: Vec<Hunk>,
}

impl<'t> TextEdit<'t> {
    /// The text as it is afterwards.
    pub fn new_text(&self) -> &'t str {
        self.new
    }

    /// Compares two versions word by word.
    pub fn between(old: &'t str, new: &'t str) -> Self {
        Self {
            old,
            new,
            hunks: hunks(old, new),
        }
    }

    /// Where the words of `span` stand now. Words that were not touched keep their place; a difference within them is
    /// taken in; what was cut or run into is looked for by its words and what is around them. `None` where it is gone.
    pub fn place(&self, span: Span) -> Option<Span> {
        self.moved(span).or_else(|| Anchor::of(self.old, span).place(self.new))
    }

    fn moved(&self, span: Span) -> Option<Span> {
        let before = self.hunks.partition_point(|hunk| hunk.old.end() <= span.start());
        let (left, rest) = self.hunks.split_at_checked(before)?;
        let shift = |at: usize, hunk: Option<&Hunk>| match hunk {
            Some(hunk) => hunk.new.end() + (at - hunk.old.end()),
            None => at,
        };
        let inside = rest.partition_point(|hunk| hunk.old.start() < span.end());
        let met = rest.get(..inside)?;
        if met.iter().any(|hunk| !span.holds(hunk.old)) {
            return None;
        }
        let start = shift(span.start(), left.last());
        // words that begin with a difference begin where it does
        let start = met
            .first()
            .filter(|hunk| hunk.old.start() == span.start())
            .map_or(start, |hunk| hunk.new.start());
        let end = shift(span.end(), met.last().or_else(|| left.last()));
        let moved = Span::new(start, end);
        (moved.is_empty() == span.is_empty() && moved.slice(self.new).is_some()).then_some(moved)
    }

    /// Where something of the old text was, whatever became of it.
    pub fn near(&self, byte: usize) -> usize {
        let before = self.hunks.partition_point(|hunk| hunk.old.end() <= byte);
        let last = before.checked_sub(1).and_then(|at| self.hunks.get(at));
        let inside = self.hunks.get(before).filter(|hunk| hunk.old.has(byte));
        let at = match (inside, last) {
            (Some(hunk), _) => hunk.new.start(),
            (None, Some(hunk)) => hunk.new.end() + (byte - hunk.old.end()),
            (None, None) => byte,
        };
        let mut at = at.min(self.new.len());
        while !self.new.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The old words and the new ones of a difference, with the words that it touches.
    pub fn words(&self, hunk: &Hunk) -> (&'t str, &'t str) {
        (hunk.old.of(self.old), hunk.new.of(self.new))
    }
}

/// `text` with the words of `span` replaced.
pub fn with_words(text: &str, span: Span, words: &str) -> Option<String> {
    let (before, after) = (text.get(..span.start())?, text.get(span.end()..)?);
    Some(format!("{before}{words}{after}"))
}

/// The corrections that made `corrected` of `original`, made in `newer` as well; and how many of them found no place.
pub fn corrected_again(original: &str, corrected: &str, newer: &str) -> (String, usize) {
    let corrections = TextEdit::between(original, corrected);
    let versions = TextEdit::between(original, newer);
    let mut lost = 0;
    let mut places: Vec<(Span, &str)> = Vec::new();
    for hunk in &corrections.hunks {
        let (_, words) = corrections.words(hunk);
        let touched = |other: &Hunk| other.old.meets(hunk.old) || other.old.has(hunk.old.start());
        let place = if hunk.old.is_empty() {
            let at = versions.near(hunk.old.start());
            (!versions.hunks.iter().any(touched)).then(|| Span::new(at, at))
        } else {
            versions
                .place(hunk.old)
                .filter(|place| place.of(newer) == hunk.old.of(original))
        };
        match place {
            Some(place) => places.push((place, words)),
            None => lost += 1,
        }
    }
    // from the end, so that the places before stay where they are
    places.sort_by_key(|(place, _)| std::cmp::Reverse(place.start()));
    let mut text = newer.to_owned();
    for (place, words) in places {
        text = with_words(&text, place, words).unwrap_or(text);
    }
    (text, lost)
}

/// Words, and every other sign by itself.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut out: Vec<(usize, &str)> = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        let is_word = c.is_alphanumeric();
        if at > start && !(is_word && in_word) {
            out.extend(text.get(start..at).map(|piece| (start, piece)));
            start = at;
        }
        in_word = is_word;
    }
    out.extend(
        text.get(start..)
            .filter(|piece| !piece.is_empty())
            .map(|piece| (start, piece)),
    );
    out
}

fn hunks(old: &str, new: &str) -> Vec<Hunk> {
    let (a, b) = (pieces(old), pieces(new));
    let same = |(x, y): &(&(usize, &str), &(usize, &str))| x.1 == y.1;
    let head = a.iter().zip(&b).take_while(same).count();
    let longest = a.len().min(b.len()) - head;
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take(longest)
        .take_while(same)
        .count();
    let (a_end, b_end) = (a.len() - tail, b.len() - tail);
    let place = |pieces: &[(usize, &str)], text: &str, at: usize| pieces.get(at).map_or(text.len(), |piece| piece.0);
    let hunk = |from: (usize, usize), to: (usize, usize)| Hunk {
        old: Span::new(place(&a, old, from.0), place(&a, old, to.0)),
        new: Span::new(place(&b, new, from.1), place(&b, new, to.1)),
    };
    let mut out = Vec::new();
    let mut from = (head, head);
    let (mid_a, mid_b) = (
        a.get(head..a_end).unwrap_or_default(),
        b.get(head..b_end).unwrap_or_default(),
    );
    for (x, y) in common(mid_a, mid_b) {
        let to = (head + x, head + y);
        if from != to {
            out.push(hunk(from, to));
        }
        from = (to.0 + 1, to.1 + 1);
    }
    if from != (a_end, b_end) {
        out.push(hunk(from, (a_end, b_end)));
    }
    out
}

/// The longest run of pieces that both have in the same order, as pairs of places.
fn common(a: &[(usize, &str)], b: &[(usize, &str)]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    if a.is_empty() || b.is_empty() || (a.len() + 1).saturating_mul(width) > MOST_CELLS {
        return Vec::new();
    }
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    let at = |lengths: &[u32], x: usize, y: usize| lengths.get(x * width + y).copied().unwrap_or_default();
    for (x, left) in a.iter().enumerate().rev() {
        for (y, right) in b.iter().enumerate().rev() {
            let length = if left.1 == right.1 {
                at(&lengths, x + 1, y + 1) + 1
            } else {
                at(&lengths, x + 1, y).max(at(&lengths, x, y + 1))
            };
            if let Some(cell) = lengths.get_mut(x * width + y) {
                *cell = length;
            }
        }
    }
    let mut pairs = Vec::new();
    let (mut x, mut y) = (0, 0);
    while let (Some(left), Some(right)) = (a.get(x), b.get(y)) {
        if left.1 == right.1 {
            pairs.push((x, y));
            (x, y) = (x + 1, y + 1);
        } else if at(&lengths, x + 1, y) >= at(&lengths, x, y + 1) {
            x += 1;
        } else {
            y += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TextEdit, corrected_again, with_words};
    use crate::base::Span;
    use crate::store::tests::bracketed;

    /// The bracketed words of `before` stand in brackets in `after`; no brackets there: they are gone.
    #[track_caller]
    fn check(before: &str, after: &str) {
        let ((old, from), (new, to)) = (bracketed(before), bracketed(after));
        let found = TextEdit::between(&old, &new).place(from.unwrap());
        assert_eq!(
            found.map(|span| span.of(&new).to_owned()),
            to.map(|span| span.of(&new).to_owned())
        );
        assert_eq!(found, to);
    }

    #[test]
    fn words_keep_their_place_and_take_corrections_in() {
        check("A torn w ord. [12 men] held.", "A torn word. [12 men] held.");
        check("Police held [4,4OO people].", "Police held [4,400 people].");
        check("Police held [twe1ve] men.", "Police held [twelve] men.");
        check("[12 men] held in Akt au.", "[12 men] held in Aktau.");
        check("Held [12] men", "They held [12] men");
        check("é [12] ü", "éé [12] üü");
        check("a [b c] d", "a x [b c] y d");
    }

    #[test]
    fn words_that_moved_are_found_and_words_that_went_are_not() {
        check(
            "Then [twelve men] died. Police came to the old town.",
            "Police came to the old town. Then [twelve men] died.",
        );
        check("Police held [12 men] in town.", "Police held nobody.");
        check("It was [12] then", "It was then");
    }

    #[test]
    fn differences_are_small() {
        let (old, new) = ("Police he1d 4,4OO men in Akt au.", "Police held 4,400 men in Aktau.");
        let edit = TextEdit::between(old, new);
        let words: Vec<_> = edit.hunks.iter().map(|hunk| edit.words(hunk)).collect();
        assert_eq!(words, [("he1d", "held"), ("4OO", "400"), ("Akt au", "Aktau")]);
        assert!(TextEdit::between(old, old).hunks.is_empty());
        assert_eq!(
            with_words(old, Span::new(7, 11), "held").as_deref(),
            Some("Police held 4,4OO men in Akt au.")
        );
    }

    #[test]
    fn corrections_are_made_again_in_a_newer_text() {
        let (original, corrected) = (
            "He1d: 4OO men in Akt au, said police.",
            "Held: 400 men in Aktau, said the police.",
        );
        let newer = "Update. He1d: 4OO men in the port, said police.";
        let (text, lost) = corrected_again(original, corrected, newer);
        assert_eq!(
            (text.as_str(), lost),
            ("Update. Held: 400 men in the port, said the police.", 1)
        );
        assert_eq!(
            corrected_again(original, corrected, original),
            (corrected.to_owned(), 0)
        );
    }

    proptest! {
        #[test]
        fn every_untouched_quote_finds_its_place(
            text in "[ab é.\n]{0,20}", new in "[abü ]{0,8}", a in 0_usize..30, b in 0_usize..30
        ) {
            let bound = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let cut = Span::new(bound(a), bound(b));
            let edited = with_words(&text, cut, &new).unwrap();
            let edit = TextEdit::between(&text, &edited);
            // the differences make the new text of the old one
            let (mut made, mut at) = (String::new(), 0);
            for hunk in &edit.hunks {
                made.push_str(text.get(at..hunk.old.start()).unwrap());
                made.push_str(hunk.new.slice(&edited).unwrap());
                at = hunk.old.end();
            }
            made.push_str(text.get(at..).unwrap());
            prop_assert_eq!(&made, &edited);
            let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
            for (nth, start) in bounds.iter().enumerate() {
                for end in bounds.iter().skip(nth + 1) {
                    let span = Span::new(*start, *end);
                    let found = edit.place(span);
                    prop_assert!(found.is_none_or(|found| found.slice(&edited).is_some()));
                    let touched = edit.hunks.iter().any(|hunk| hunk.old.meets(span) || (hunk.old.is_empty() && span.has(hunk.old.start())));
                    if !touched {
                        prop_assert_eq!(found.map(|found| found.of(&edited)), Some(span.of(&text)));
                    }
                }
                prop_assert!(edited.is_char_boundary(edit.near(*start)));
            }
        }
    }
}
