//! The sentences around a claim's sentence.

use crate::base::Span;
use crate::token::scan;

/// How far before and after a sentence its neighbours are looked for, in bytes.
const REACH: usize = 1500;

/// The sentence before and the one after `sentence`, within its paragraph and the ones beside it.
pub fn sentences_around(text: &str, sentence: Span) -> (Option<Span>, Option<Span>) {
    let start = floor_char(text, sentence.start().saturating_sub(REACH));
    let end = floor_char(text, (sentence.end() + REACH).min(text.len()));
    let window = text.get(start..end).unwrap_or_default();
    let scan = scan(window);
    let spans = || scan.sentences.iter().map(|one| one.span.shifted(start));
    let worth = |span: &Span| span.of(text).chars().any(char::is_alphanumeric);
    let before = spans().rfind(|span| span.end() <= sentence.start() && worth(span));
    // The window may begin inside a sentence; half a sentence is none.
    let before = before.filter(|span| start == 0 || span.start() > start);
    let after = spans().find(|span| span.start() >= sentence.end() && worth(span));
    let after = after.filter(|span| end == text.len() || span.end() < end);
    (before, after)
}

fn floor_char(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::sentences_around;
    use crate::base::Span;

    #[track_caller]
    fn check(text: &str, sentence: &str, expected: (&str, &str)) {
        let start = text.find(sentence).expect("the sentence stands in the text");
        let (before, after) = sentences_around(text, Span::new(start, start + sentence.len()));
        let words = |span: Option<Span>| span.map_or("", |span| span.of(text));
        assert_eq!((words(before), words(after)), expected);
    }

    #[test]
    fn one_sentence_before_and_one_after() {
        let text = "Head\n\nPolice came. Twelve died, they said. Nobody fled. The end.";
        check(text, "Twelve died, they said.", ("Police came.", "Nobody fled."));
        check(text, "The end.", ("Nobody fled.", ""));
        check(text, "Head", ("", "Police came."));
        let long = format!("{}. Twelve died. {}", "é".repeat(2000), "x".repeat(2000));
        check(&long, "Twelve died.", ("", ""));
    }
}
