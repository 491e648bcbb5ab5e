//! Where sentences end: full stops that close abbreviations do not.

use std::ops::Range;

use super::scan::{Token, TokenKind};
use crate::base::Span;

/// A sentence, heading or torn piece of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// True where a paragraph begins with it.
    pub paragraph_before: bool,
}

/// Words whose full stop does not end a sentence when more follows. Lower case, without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "brig", "adm", "gov", "sen",
    "rep", "rev", "hon", "pres", "st", "jr", "sr", "vs", "etc", "inc", "ltd", "co", "corp", "dept", "no", "approx",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "fr", "supt",
    "insp", "cmdr", "comdr", "al", "ave", "rd",
];

/// The most letters and stops of an abbreviation: "a.k.a", "U.N.E.S.C.O".
const LONGEST_ABBREVIATION: usize = 24;

/// Whether the full stop at byte `at` belongs to the word before it.
pub(super) fn abbreviation_goes_on(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let mut word_start = at;
    let run = head
        .char_indices()
        .rev()
        .take_while(|&(_, c)| c.is_alphanumeric() || c == '.');
    for (count, (start, _)) in run.enumerate() {
        // longer ones are no abbreviations, and looking back at each of their stops would never end
        if count == LONGEST_ABBREVIATION {
            return false;
        }
        word_start = start;
    }
    let word = head.get(word_start..).unwrap_or_default();
    let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
    let single_letters = word.split('.').all(|part| part.chars().count() == 1);
    if single_letters {
        // "U.S", "U.S." and initials: "J. Smith"
        let capital = word.chars().all(|c| c == '.' || c.is_uppercase());
        return capital || word.contains('.') || next.is_some_and(char::is_alphabetic);
    }
    let lower = word.to_lowercase();
    ABBREVIATIONS.contains(&lower.as_str())
        && word.chars().next().is_some_and(char::is_uppercase)
        && text
            .get(at + 1..)
            .is_some_and(|rest| !rest.trim_start_matches(' ').is_empty() && !rest.starts_with('\n'))
}

/// Cuts the tokens into sentences: at full stops, question and exclamation marks with the quotes that close after
/// them, and at blank lines.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        let closes = tokens
            .get(at)
            .is_some_and(|token| ends_sentence(text, token, tokens.get(at + 1)));
        if closes {
            while tokens.get(end).is_some_and(|token| is_closing(text, token)) {
                end += 1;
            }
        }
        let paragraph = tokens.get(end).is_none_or(|token| token.paragraph_before);
        if closes || paragraph || end - start >= LONGEST {
            push(&mut out, tokens, start..end);
            start = end;
        }
        at = end;
    }
    out
}

/// The most tokens of a sentence: a list or a broken text without stops is cut, so that work on a sentence stays bounded.
const LONGEST: usize = 400;

fn push(out: &mut Vec<Sentence>, tokens: &[Token], range: Range<usize>) {
    if let (Some(first), Some(last)) = (tokens.get(range.start), tokens.get(range.end - 1)) {
        out.push(Sentence {
            span: first.span.union(last.span),
            paragraph_before: first.paragraph_before,
            tokens: range,
        });
    }
}

fn ends_sentence(text: &str, token: &Token, next: Option<&Token>) -> bool {
    match token.kind {
        TokenKind::Sign => {
            let sign = token.span.of(text);
            let stop = matches!(sign, "." | "!" | "?" | "…");
            // a stop glued to the next word is part of a name or an address, unless a capital follows
            stop && next.is_none_or(|next| next.space_before || next.capital || is_closing(text, next))
        }
        // "in the U.S. The army": an abbreviation ends a sentence where a capital follows that begins one
        TokenKind::Word => {
            let word = token.span.of(text);
            word.len() > 2
                && word.ends_with('.')
                && word.matches('.').count() > 1
                && next.is_some_and(|next| next.capital && STARTERS.contains(&&*next.lower))
        }
        TokenKind::Numeral => false,
    }
}

/// Words that begin a sentence more often than they carry on a name.
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "it",
    "he",
    "she",
    "they",
    "we",
    "but",
    "and",
    "police",
    "officials",
    "this",
    "that",
    "there",
    "some",
    "more",
    "at",
    "about",
    "earlier",
    "meanwhile",
    "however",
    "after",
];

fn is_closing(text: &str, token: &Token) -> bool {
    !token.space_before && matches!(token.span.of(text), "\"" | "”" | "’" | "'" | ")" | "]" | "»" | ".")
}

#[cfg(test)]
mod tests {
    use crate::token::scan;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let scan = scan(text);
        let found: Vec<&str> = scan.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_quotes_and_paragraphs_end_sentences() {
        check("Ten died. Police said so.", &["Ten died.", "Police said so."]);
        check("“Ten died.” He left.", &["“Ten died.”", "He left."]);
        check("A heading\n\nTen died.", &["A heading", "Ten died."]);
        check(
            "13 police were killed. About 140 others.",
            &["13 police were killed.", "About 140 others."],
        );
    }

    #[test]
    fn abbreviations_do_not() {
        check(
            "Gen. Brenk spoke at 5 p.m. in Estrava.",
            &["Gen. Brenk spoke at 5 p.m. in Estrava."],
        );
        check("The U.S. Army left St. Orla.", &["The U.S. Army left St. Orla."]);
        check(
            "He is in the U.S. The army left.",
            &["He is in the U.S.", "The army left."],
        );
        check("Some 4.5 million fled.", &["Some 4.5 million fled."]);
    }

    #[test]
    fn stops_glued_to_letters_make_no_endless_word() {
        let text = "U.".repeat(4000);
        let scan = scan(&text);
        let longest = scan.tokens.iter().map(|token| token.span.len()).max();
        assert_eq!(longest, Some(super::LONGEST_ABBREVIATION + 1));
    }
}
