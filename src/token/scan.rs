//! One walk over a text that cuts it into words, numerals and signs.

use std::ops::Range;

use super::sentence::{self, Sentence};
use super::torn;
use crate::article::Article;
use crate::base::Span;

/// What a token is by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and full stops of abbreviations ("U.S.", "don't", "St."); hyphens cut words.
    Word,
    /// Begins with a digit: digits with inner separators, and what is written on to it ("4,400", "4.4k", "2nd").
    Numeral,
    /// One sign.
    Sign,
}

/// A word, numeral or sign.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Lower case, accents kept, typographic apostrophe and hyphen made plain: what rules compare with.
    pub lower: Box<str>,
    /// True where blanks or line ends stand before it.
    pub space_before: bool,
    /// True where a line ends before it.
    pub line_before: bool,
    /// True where a blank line, or the text's beginning, stands before it.
    pub paragraph_before: bool,
    /// True where the first letter is a capital.
    pub capital: bool,
}

impl Token {
    /// True for a word of two letters or more, all capitals.
    pub fn all_capitals(&self, text: &str) -> bool {
        let word = self.span.of(text);
        self.kind == TokenKind::Word && word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
    }
}

/// A text cut into tokens and sentences. Token indices are what the floors above count in.
pub struct Scan<'t> {
    /// The whole text.
    pub text: &'t str,
    /// In order, never meeting.
    pub tokens: Vec<Token>,
    /// In order; every token lies in one.
    pub sentences: Vec<Sentence>,
}

impl<'t> Scan<'t> {
    /// The lower-case form of token `index`, or nothing past the end.
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &token.lower)
    }

    /// The words of token `index` as written.
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The span from the first to the last token of the range; empty where the range is.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.saturating_sub(1)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.union(last.span),
            _ => Span::default(),
        }
    }

    /// The sentence that holds token `index`.
    pub fn sentence_of(&self, index: usize) -> Option<&Sentence> {
        self.sentence_index(index).and_then(|at| self.sentences.get(at))
    }

    /// The number of the sentence that holds token `index`.
    pub fn sentence_index(&self, index: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.tokens.end <= index);
        self.sentences
            .get(at)
            .filter(|sentence| sentence.tokens.contains(&index))
            .map(|_| at)
    }

    /// The first token that begins at `byte` or after it.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start() < byte)
    }

    /// The tokens that lie wholly in `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start());
        let end = self.tokens.partition_point(|token| token.span.end() <= span.end());
        start..end.max(start)
    }
}

/// Cuts `text` into tokens and sentences. Linear in the length of the text.
pub fn scan(text: &str) -> Scan<'_> {
    scan_between(text, &[])
}

/// The same of an article, in which a sentence also ends where boilerplate begins or ends: what stands on a line beside
/// the code of a field is no part of its sentence.
pub fn scan_article(article: &Article) -> Scan<'_> {
    let parts = article.boilerplate.iter();
    let mut borders: Vec<usize> = parts.flat_map(|part| [part.span.start(), part.span.end()]).collect();
    borders.sort_unstable();
    scan_between(&article.text, &borders)
}

fn scan_between<'t>(text: &'t str, borders: &[usize]) -> Scan<'t> {
    let tokens = tokens(text);
    let sentences = sentence::sentences(text, &tokens, borders);
    Scan {
        text,
        tokens,
        sentences,
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut gap = Gap { space: true, lines: 2 };
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() || matches!(first, '\u{200B}' | '\u{FEFF}' | '\u{00AD}') {
            gap.space |= first.is_whitespace();
            gap.lines += u32::from(first == '\n');
            continue;
        }
        if let Some(sign) = mangled(text, start, first) {
            rest.by_ref().take(sign.chars - 1).for_each(drop);
            if sign.plain.is_whitespace() {
                gap.space = true;
                continue;
            }
            tokens.push(gap.token(text, Span::new(start, start + sign.bytes), TokenKind::Sign));
            gap = Gap { space: false, lines: 0 };
            continue;
        }
        let kind = kind_of(first);
        let mut end = start + first.len_utf8();
        let mut cut = false;
        if kind != TokenKind::Sign {
            while let Some(&(at, c)) = rest.peek() {
                if let Some(sign) = mangled(text, at, c) {
                    // "city’s" with its apostrophe torn
                    let next = text.get(at + sign.bytes..).and_then(|rest| rest.chars().next());
                    if kind != TokenKind::Word || sign.plain != '\u{2019}' || !next.is_some_and(char::is_alphabetic) {
                        break;
                    }
                    end = at + sign.bytes;
                    rest.by_ref().take(sign.chars).for_each(drop);
                    continue;
                }
                cut = kind == TokenKind::Word && torn::cuts(text, start, at, c);
                if cut || !continues(text, kind, at, c) {
                    break;
                }
                end = at + c.len_utf8();
                rest.next();
            }
        }
        tokens.push(gap.token(text, Span::new(start, end), kind));
        gap = Gap { space: cut, lines: 0 };
    }
    tokens
}

struct Gap {
    space: bool,
    lines: u32,
}

impl Gap {
    fn token(&self, text: &str, span: Span, kind: TokenKind) -> Token {
        let word = span.of(text);
        Token {
            span,
            kind,
            lower: plain_lower(word),
            space_before: self.space,
            line_before: self.lines > 0,
            paragraph_before: self.lines > 1,
            capital: word.chars().next().is_some_and(char::is_uppercase),
        }
    }
}

/// A sign whose three bytes of UTF-8 were once read as three letters of Windows-1252: "â€œ" for "“".
struct Mangled {
    plain: char,
    chars: usize,
    bytes: usize,
}

/// The torn sign at byte `at`, whose first character is `c`; asked for every character, so the first one is asked first.
fn mangled(text: &str, at: usize, c: char) -> Option<Mangled> {
    if c == '\'' {
        return doubled(text, at);
    }
    if c != 'â' && c != 'Â' {
        return None;
    }
    let mut next = text.get(at + c.len_utf8()..)?.chars();
    let second = next.next()?;
    let sign = |plain: char, chars: usize, letters: &[char]| Mangled {
        plain,
        chars,
        bytes: c.len_utf8() + letters.iter().map(|letter| letter.len_utf8()).sum::<usize>(),
    };
    if c == 'Â' {
        return (second == '\u{A0}').then(|| sign(' ', 2, &[second]));
    }
    if second != '€' {
        return None;
    }
    let third = next.next()?;
    let plain = match third {
        'œ' => '\u{201C}',
        '\u{9D}' | '\u{FFFD}' => '\u{201D}',
        '™' => '\u{2019}',
        '˜' => '\u{2018}',
        '“' => '\u{2013}',
        '”' => '\u{2014}',
        '¦' => '\u{2026}',
        '¢' => '\u{2022}',
        _ => return None,
    };
    Some(sign(plain, 3, &[second, third]))
}

/// "the mayor''s": an apostrophe written twice, as data bases do.
fn doubled(text: &str, at: usize) -> Option<Mangled> {
    let owner = text.get(at..)?.strip_prefix("''s")?;
    let inside = text.get(..at)?.ends_with(char::is_alphabetic) && !owner.starts_with(char::is_alphanumeric);
    inside.then_some(Mangled {
        plain: '\u{2019}',
        chars: 2,
        bytes: 2,
    })
}

/// Lower case with torn signs mended, and typographic apostrophes and hyphens made plain.
fn plain_lower(word: &str) -> Box<str> {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.char_indices();
    while let Some((at, c)) = rest.next() {
        let torn = mangled(word, at, c);
        if let Some(sign) = &torn {
            rest.by_ref().take(sign.chars - 1).for_each(drop);
        }
        match torn.map_or(c, |sign| sign.plain) {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.into_boxed_str()
}

fn kind_of(c: char) -> TokenKind {
    if c.is_numeric() {
        TokenKind::Numeral
    } else if c.is_alphabetic() {
        TokenKind::Word
    } else {
        TokenKind::Sign
    }
}

/// Whether `c` at byte `at` is written on to a token of `kind`.
fn continues(text: &str, kind: TokenKind, at: usize, c: char) -> bool {
    let next = || text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
    let before = || text.get(..at).and_then(|head| head.chars().next_back());
    match kind {
        TokenKind::Word => {
            c.is_alphanumeric()
                || is_mark(c)
                || (matches!(c, '\'' | '\u{2019}') && next().is_some_and(char::is_alphabetic))
                || (c == '.' && (is_of_address(text, at) || sentence::abbreviation_goes_on(text, at)))
        }
        TokenKind::Numeral => {
            c.is_alphanumeric()
                || (matches!(c, ',' | '.' | ':' | '\u{00A0}' | '\u{202F}' | '\'' | '\u{2019}')
                    && before().is_some_and(|c| c.is_ascii_digit())
                    && next().is_some_and(|c| c.is_ascii_digit()))
        }
        TokenKind::Sign => false,
    }
}

/// The ends of addresses by which outlets are called: "orlapost.com".
const DOMAINS: &[&str] = &["com", "org", "net", "info", "gov", "edu", "co", "tv"];

/// Whether the stop at byte `at` stands in an address: "orlapost.com said", "orlapost.co.uk".
fn is_of_address(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    let country = word == "uk" && text.get(..at).is_some_and(|head| head.ends_with(".co"));
    (DOMAINS.contains(&word) || country) && !after.starts_with(char::is_alphanumeric)
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}' | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{094F}')
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let scan = scan(text);
        let words: Vec<&str> = (0..scan.tokens.len()).map(|index| scan.word(index)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_numerals_and_signs() {
        check(
            "More than 4,400 people, police said.",
            "More|than|4,400|people|,|police|said|.",
        );
        check("The U.S. sent 2nd-hand trucks.", "The|U.S.|sent|2nd|-|hand|trucks|.");
        check("Don’t go to St. Orla", "Don’t|go|to|St.|Orla");
        check("an 11-year-old girl", "an|11|-|year|-|old|girl");
        check("killed 26, injured 18.", "killed|26|,|injured|18|.");
        check("orlapost.com said so.", "orlapost.com|said|so|.");
        check("Kelm.co.uk, KelmNews.net.", "Kelm.co.uk|,|KelmNews.net|.");
        check(
            "the mayor''s car, ''so'' 'he' said",
            "the|mayor''s|car|,|'|'|so|'|'|'|he|'|said",
        );
        check("They left.compare that", "They|left|.|compare|that");
        check(
            "â€œtwo men fled,â€\u{9D} the cityâ€™s mayor said â€“ they â€˜leftâ€™.",
            "â€œ|two|men|fled|,|â€\u{9D}|the|cityâ€™s|mayor|said|â€“|they|â€˜|left|â€™|.",
        );
        check("in HindiÂ\u{A0} now; Âge, pâté â€x", "in|Hindi|now|;|Âge|,|pâté|â|€|x");
    }
}
