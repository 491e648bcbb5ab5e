//! Where sentences end: full stops that close abbreviations do not.

use std::ops::Range;

use super::run_on;
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

/// The same where they are written small: titles before a name, units and labels before what they measure or number.
const SMALL: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "brig", "adm", "gov", "sen",
    "rep", "rev", "st", "supt", "insp", "cmdr", "km", "kms", "kg", "cm", "mm", "m", "mi", "hr", "hrs", "min", "approx",
    "ca", "est", "incl", "vs", "dept", "govt",
];

/// Small ones that stand before a number only: "no. 5", "nov. 14".
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "p", "pp",
];

/// Whether the stop behind a small word goes on: "4 km. from the river", "no. 5"; not "the road is 4 km. They left".
fn small_goes_on(lower: &str, rest: &str) -> bool {
    let next = rest.trim_start_matches(' ');
    let digit = next.starts_with(|c: char| c.is_ascii_digit());
    let small = next.starts_with(char::is_lowercase);
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let begins = BEGINNERS.contains(&word);
    digit && BEFORE_NUMBERS.contains(&lower) || (small || digit) && !begins && SMALL.contains(&lower)
}

/// Words that begin a sentence, in a text without capitals, rather than go on behind a unit.
const BEGINNERS: &[&str] = &[
    "the",
    "a",
    "an",
    "it",
    "he",
    "she",
    "they",
    "we",
    "this",
    "that",
    "there",
    "these",
    "those",
    "but",
    "police",
    "officials",
    "however",
    "meanwhile",
];

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
    let lower = word.to_lowercase();
    let rest = text.get(at + 1..).unwrap_or_default();
    if word == lower && small_goes_on(&lower, rest) {
        return true;
    }
    let single_letters = word.split('.').all(|part| part.chars().count() == 1);
    if single_letters {
        // "U.S", "U.S." and initials: "J. Smith"
        let capital = word.chars().all(|c| c == '.' || c.is_uppercase());
        return capital || word.contains('.') || next.is_some_and(char::is_alphabetic);
    }
    ABBREVIATIONS.contains(&lower.as_str())
        && word.chars().next().is_some_and(char::is_uppercase)
        && !rest.trim_start_matches(' ').is_empty()
        && !rest.starts_with('\n')
}

/// Cuts the tokens into sentences: at full stops, question and exclamation marks with the quotes that close after
/// them, at blank lines, and at `borders`, which stand in order.
pub(super) fn sentences(text: &str, tokens: &[Token], borders: &[usize]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at + 1;
        let closes = tokens
            .get(at)
            .is_some_and(|token| ends_sentence(text, token, tokens.get(at + 1)));
        if closes {
            while tokens.get(end).is_some_and(is_closing) {
                end += 1;
            }
        }
        let is_border = |next: &Token| tokens.get(end - 1).is_some_and(|last| crosses(borders, last, next));
        let paragraph = tokens
            .get(end)
            .is_none_or(|next| next.paragraph_before || is_border(next));
        let runs_on = || match (tokens.get(at), tokens.get(end)) {
            (Some(last), Some(next)) => run_on::ends(text, end - start, last, next, tokens.get(end + 1)),
            _ => false,
        };
        if closes || paragraph || end - start >= LONGEST || is_heading(text, tokens, start..end) || runs_on() {
            push(&mut out, tokens, start..end);
            start = end;
        }
        at = end;
    }
    out
}

/// True where a border stands behind where `last` begins and not behind where `next` does.
fn crosses(borders: &[usize], last: &Token, next: &Token) -> bool {
    let at = borders.partition_point(|border| *border <= last.span.start());
    borders.get(at).is_some_and(|border| *border <= next.span.start())
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

/// The most tokens and bytes of a heading.
const HEADING: (usize, usize) = (12, 60);

/// Whether the sentence so far is a short line by itself over a line at least twice as long: a heading without a blank line behind.
fn is_heading(text: &str, tokens: &[Token], range: Range<usize>) -> bool {
    let broken = |one: usize| {
        let (Some(one), Some(other)) = (tokens.get(one), tokens.get(one + 1)) else {
            return false;
        };
        let between = text.get(one.span.end()..other.span.start());
        between.is_some_and(|between| between.contains('\n'))
    };
    let end = range.end - 1;
    let (Some(last), Some(next)) = (tokens.get(end), tokens.get(range.end)) else {
        return false;
    };
    if !next.capital || last.kind == TokenKind::Sign || !broken(end) {
        return false;
    }
    let from = range.start.max(range.end.saturating_sub(HEADING.0));
    let start = (from..end).rev().find(|&at| broken(at)).map_or(from, |at| at + 1);
    // a line of its own: the first of its sentence, or the first of a list
    let opens = start == range.start && (start == 0 || broken(start - 1))
        || start > range.start && tokens.get(start - 1).is_some_and(|token| token.span.of(text) == ":");
    let line = tokens
        .get(start)
        .map_or(0, |first| last.span.end() - first.span.start());
    if !opens || line > HEADING.1 {
        return false;
    }
    let below = text.get(next.span.start()..).unwrap_or_default();
    let length = below
        .bytes()
        .take(2 * HEADING.1)
        .take_while(|&byte| byte != b'\n')
        .count();
    length >= 2 * line
}

fn ends_sentence(text: &str, token: &Token, next: Option<&Token>) -> bool {
    match token.kind {
        TokenKind::Sign => {
            let stop = matches!(&*token.lower, "." | "!" | "?" | "…");
            // a stop glued to the next word is part of a name or an address, unless a capital follows
            stop && next.is_none_or(|next| next.space_before || next.capital || is_closing(next))
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

fn is_closing(token: &Token) -> bool {
    !token.space_before && matches!(&*token.lower, "\"" | "”" | "'" | ")" | "]" | "»" | ".")
}

#[cfg(test)]
pub(super) mod tests {
    use crate::token::scan;

    #[track_caller]
    pub(in crate::token) fn check(text: &str, expected: &[&str]) {
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
    fn borders_of_boilerplate_end_sentences_and_only_those() {
        use crate::article::{Article, Boilerplate, BoilerplateKind};
        let text = "LP  Nine died\nTD  The Doctors' Union (see below) said so";
        let kind = BoilerplateKind::Other;
        let part = |words: &str| {
            let start = text.find(words).unwrap();
            let span = crate::base::Span::new(start, start + words.len());
            Boilerplate { span, kind }
        };
        let mut article = Article::plain(text);
        article.boilerplate = ["LP", "TD", "(see below)"].map(part).to_vec();
        let scan = crate::token::scan_article(&article);
        let found: Vec<&str> = scan.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        let expected = ["LP", "Nine died", "TD", "The Doctors' Union", "(see below)", "said so"];
        assert_eq!(found, expected);
        check("Nine died (see below) there.", &["Nine died (see below) there."]);
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
        check("It lies 4 km. from the river.", &["It lies 4 km. from the river."]);
        check("gen. brenk left st. orla.", &["gen. brenk left st. orla."]);
        check("ward no. 5 burned.", &["ward no. 5 burned."]);
        check(
            "the road runs 4 km. the army left.",
            &["the road runs 4 km.", "the army left."],
        );
        check("The road runs 4 km. Ten died.", &["The road runs 4 km.", "Ten died."]);
        check("they said no. ten died.", &["they said no.", "ten died."]);
    }

    #[test]
    fn short_lines_over_long_ones_are_headings() {
        check(
            "Kelm stadium: 49 killed\nA lone attacker opens fire in the stand at night.",
            &[
                "Kelm stadium: 49 killed",
                "A lone attacker opens fire in the stand at night.",
            ],
        );
        // wrapped lines are of like length
        check(
            "The army of Orla\nMoved to the hills.",
            &["The army of Orla\nMoved to the hills."],
        );
        check(
            "The guards left and\nthey never came back to the town again.",
            &["The guards left and\nthey never came back to the town again."],
        );
    }

    #[test]
    fn stops_glued_to_letters_make_no_endless_word() {
        let text = "U.".repeat(4000);
        let scan = scan(&text);
        let longest = scan.tokens.iter().map(|token| token.span.len()).max();
        assert_eq!(longest, Some(super::LONGEST_ABBREVIATION + 1));
    }
}
