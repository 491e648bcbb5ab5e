//! Runs of capitalised words: where names can stand.

use std::collections::HashSet;
use std::ops::Range;

use super::facts::{self, Fact};
use super::lexicon::{Lexicon, fold};
use super::lower;
use super::words::{
    BEHIND_HYPHENS, FIELDS_OF_BODIES, FIELDS_OF_OFFICE, HYPHEN_PARTICLES, PARTICLES, PLACES_OF, SMALL_HALVES, has,
};
use crate::token::{Scan, Sentence, TokenKind};

/// A line of this length or up to its double may go on in the next line.
const CUT_LINE_BYTES: usize = 60;

/// How the sentence around a run is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// As sentences are.
    Sentence,
    /// Nearly every word has a capital: a heading.
    Title,
    /// Capitals only.
    Shouting,
}

/// Capitalised tokens that may hold one name or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// From the first to the last word of it.
    pub(super) tokens: Range<usize>,
    /// True where the run begins a sentence or a quotation.
    pub(super) opens: bool,
    /// How the sentence is written.
    pub(super) case: Case,
}

/// One text with what rules about names ask of its words.
pub(super) struct View<'s, 't> {
    /// The words.
    pub(super) scan: &'s Scan<'t>,
    /// The lists.
    pub(super) lexicon: &'static Lexicon,
    /// Folded words, without "'s".
    folded: Vec<Box<str>>,
    /// Words that stand in lower case somewhere in the text.
    lower_words: HashSet<Box<str>>,
    /// True for a text without capitals.
    pub(super) lower: bool,
}

impl<'s, 't> View<'s, 't> {
    /// Folds every word once.
    pub(super) fn new(scan: &'s Scan<'t>) -> Self {
        let folded: Vec<Box<str>> = scan
            .tokens
            .iter()
            .map(|token| fold(token.lower.strip_suffix("'s").unwrap_or(&token.lower)).into_boxed_str())
            .collect();
        let lower_words = scan
            .tokens
            .iter()
            .zip(&folded)
            .filter(|(token, _)| token.kind == TokenKind::Word && !token.capital)
            .map(|(_, word)| word.clone())
            .collect();
        Self {
            scan,
            lexicon: Lexicon::get(),
            folded,
            lower_words,
            lower: lower::is_lower(scan),
        }
    }

    /// The folded word of token `at` without "'s"; nothing past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.folded.get(at).map_or("", |word| word)
    }

    /// The folded word before token `at`.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// True where the word stands in lower case somewhere in the text.
    pub(super) fn is_lower_elsewhere(&self, folded: &str) -> bool {
        self.lower_words.contains(folded)
    }

    /// True for a token with "'s" at its end.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.scan.lower(at).ends_with("'s")
    }

    /// The folded words of the tokens, with a blank where the text has one.
    pub(super) fn phrase(&self, tokens: Range<usize>) -> String {
        let mut out = String::new();
        for at in tokens {
            if !out.is_empty() && self.scan.tokens.get(at).is_some_and(|token| token.space_before) {
                out.push(' ');
            }
            out.push_str(self.word(at));
        }
        out
    }

    /// True where token `at` follows the one before it in the same paragraph: on its line, or on the next one of a text
    /// whose long lines were cut.
    pub(super) fn follows(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| {
            !token.line_before || !token.paragraph_before && self.after_long_line(token.span.start())
        })
    }

    fn after_long_line(&self, byte: usize) -> bool {
        let head = self.scan.text.get(..byte).unwrap_or_default().trim_end();
        let line = head.rfind('\n').map_or(0, |at| at + 1);
        (CUT_LINE_BYTES..2 * CUT_LINE_BYTES).contains(&(head.len() - line))
    }

    fn glued(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| !token.space_before)
    }

    /// True for a capitalised word that can stand in a name.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        self.scan
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word && token.capital)
            && (!facts::of(self.word(at)).has(Fact::Stop) || self.is_acronym(at))
    }

    /// True for two capitals or more, in a text that is not shouting here: "US", "KNB".
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        self.scan.tokens.get(at).is_some_and(|token| {
            let word = token.span.of(self.scan.text);
            let letters = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            letters.chars().filter(|c| c.is_uppercase()).count() > 1 && !letters.chars().any(char::is_lowercase)
        })
    }

    /// All runs of one sentence, in order.
    pub(super) fn runs(&self, sentence: &Sentence) -> Vec<Run> {
        let case = self.case(sentence);
        let mut out = Vec::new();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some(start) = self.run_start(at) else {
                at += 1;
                continue;
            };
            let end = self.run_end(start, sentence.tokens.end);
            out.push(Run {
                opens: self.opens(at, sentence.tokens.start),
                tokens: at..end,
                case,
            });
            at = end;
        }
        out
    }

    /// The first capital of the run that begins at `at`: `at` itself, or past "al-".
    fn run_start(&self, at: usize) -> Option<usize> {
        if self.is_name_word(at) {
            return Some(at);
        }
        let particle = matches!(
            self.word(at),
            "al" | "el" | "an" | "ar" | "as" | "ash" | "at" | "ad" | "az"
        );
        (particle
            && self.scan.lower(at + 1) == "-"
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.is_name_word(at + 2))
        .then_some(at + 2)
    }

    /// True where nothing but signs stands before the run in its sentence, or an opening quotation mark.
    fn opens(&self, at: usize, start: usize) -> bool {
        let signs_only = |tokens: Range<usize>| {
            self.scan
                .tokens
                .get(tokens)
                .is_none_or(|tokens| tokens.iter().all(|token| token.kind == TokenKind::Sign))
        };
        signs_only(start..at) || matches!(self.before(at), ":" | "\u{201c}" | "•" | "*")
    }

    fn run_end(&self, start: usize, limit: usize) -> usize {
        let mut end = start + 1;
        while end < limit && !self.is_possessive(end - 1) {
            let next = self
                .next_word(start, end, limit)
                .or_else(|| self.small_half(end, limit));
            let Some(next) = next else {
                break;
            };
            end = next + 1;
        }
        end
    }

    /// The capitalised word that carries the run `start..end` on, over what may stand between.
    fn next_word(&self, start: usize, end: usize, limit: usize) -> Option<usize> {
        if !self.follows(end) {
            return None;
        }
        if self.is_name_word(end) {
            return Some(end);
        }
        let next = match self.scan.lower(end) {
            "-" if self.glued(end) && self.glued(end + 1) => self.after_hyphen(end + 1)?,
            "&" => end + 1,
            "," if matches!(self.word(end + 1), "inc." | "inc" | "ltd" | "ltd." | "llc" | "corp.") => end + 1,
            "/" if self.glued(end) && self.glued(end + 1) => end + 1,
            "of" | "for" | "on" if self.takes_of(start, end) => self.past_the(end + 1),
            "and" if self.takes_and(start, end) => end + 1,
            _ => self.past_particles(end)?,
        };
        (next < limit && self.follows(next) && self.is_name_word(next)).then_some(next)
    }

    /// After a hyphen: a capital, or a particle with its own hyphen ("Lashkar-e-Taiba").
    fn after_hyphen(&self, at: usize) -> Option<usize> {
        if self.is_name_word(at) {
            return Some(at);
        }
        let particle = has(PARTICLES, self.word(at)) || self.word(at).len() <= 2;
        if particle && self.scan.lower(at + 1) == "-" {
            return Some(at + 2);
        }
        particle.then_some(at + 1)
    }

    /// "Jong-un", "Ing-wen": the second half of a given name, small; no "-led", "-based", "-run".
    fn small_half(&self, hyphen: usize, limit: usize) -> Option<usize> {
        let at = hyphen + 1;
        let word = self.word(at);
        let is_half = self.scan.lower(hyphen) == "-"
            && self.glued(hyphen)
            && self.glued(at)
            && at < limit
            && (2..=5).contains(&word.len())
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && (facts::of(word).has(Fact::NameWord) || has(SMALL_HALVES, word))
            && !has(BEHIND_HYPHENS, word);
        is_half.then_some(at)
    }

    /// Past "von der", "al-": to the capital after them.
    fn past_particles(&self, at: usize) -> Option<usize> {
        let mut at = at;
        for _ in 0..3 {
            let word = self.word(at);
            if !has(PARTICLES, word) {
                break;
            }
            if self.scan.lower(at + 1) == "-" && self.glued(at + 1) && self.glued(at + 2) {
                return Some(at + 2);
            }
            if has(HYPHEN_PARTICLES, word) {
                return None;
            }
            at += 1;
            if self.is_name_word(at) {
                return Some(at);
            }
        }
        None
    }

    fn past_the(&self, at: usize) -> usize {
        if self.scan.lower(at) == "the" { at + 1 } else { at }
    }

    /// "Ministry of", "Gulf of", "Secretary of State": the run so far can go on with "of".
    fn takes_of(&self, start: usize, end: usize) -> bool {
        let last = self.word(end - 1);
        let connector = self.scan.lower(end);
        if connector == "of" && matches!(last, "secretary" | "minister" | "chief" | "ministers") {
            return has(FIELDS_OF_OFFICE, self.word(self.past_the(end + 1)));
        }
        let head =
            (start..end).any(|at| self.lexicon.body(self.word(at)).head) || matches!(last, "observatory" | "doctors");
        match connector {
            "on" => head && matches!(last, "committee" | "commission" | "council" | "conference"),
            "of" => head || has(PLACES_OF, last),
            _ => head,
        }
    }

    /// "Ministry of Labor and Welfare", "Food and Drug Administration".
    fn takes_and(&self, start: usize, end: usize) -> bool {
        let next = self.word(end + 1);
        let open = self.lexicon.body(next).head
            || self.lexicon.title(next) == Some(super::lexicon::Title::Noun)
            || self.lexicon.listed(next).is_some();
        if open {
            return false;
        }
        let of_before = (start..end).any(|at| matches!(self.scan.lower(at), "of" | "for" | "on"))
            && self.lexicon.body(self.word(start)).head;
        let field = end == start + 1 && has(FIELDS_OF_BODIES, self.word(start));
        of_before || (field && self.lexicon.body(self.word(end + 2)).tail)
    }

    fn case(&self, sentence: &Sentence) -> Case {
        let words: Vec<&str> = sentence
            .tokens
            .clone()
            .filter(|&at| {
                self.scan
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.kind == TokenKind::Word)
            })
            .map(|at| self.scan.word(at))
            .filter(|word| word.len() > 3)
            .collect();
        let starts = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
        let shouted = |word: &&&str| !word.chars().any(char::is_lowercase);
        let capitals = words.iter().filter(starts).count();
        let shouts = words.iter().filter(shouted).count();
        if words.len() >= 3 && shouts * 10 >= words.len() * 8 {
            Case::Shouting
        } else if words.len() >= 4 && capitals * 10 >= words.len() * 8 {
            Case::Title
        } else {
            Case::Sentence
        }
    }
}
