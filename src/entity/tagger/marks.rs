//! What lists and rules say of every token, before the model weighs it.

use std::collections::HashMap;
use std::ops::Range;

use super::super::agree::Guess;
use super::super::clue;
use super::super::facts;
use super::super::run::View;
use super::super::split::Shape;
use super::super::words::{PLACE_ENDINGS, SURNAME_ENDINGS, ends};
use super::label;
use crate::token::TokenKind;

/// Tokens without a capital on either side of one that the model looks at too: "Ministry of the Interior".
const REACH: usize = 2;

/// Facts about one token, in bits and small numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mark {
    /// Hash of the folded word.
    pub(super) word: u32,
    /// Hash of the shape.
    pub(super) shape: u32,
    /// Hashes of the last two and three bytes.
    pub(super) tails: [u32; 2],
    /// Hash of the first three bytes.
    pub(super) head: u32,
    /// What lists know of the word alone.
    pub(super) lists: u32,
    /// The rules' label, 0 to 8, and their points in steps.
    pub(super) rule: u32,
    /// The kind that rules give the same word over the whole article.
    pub(super) article: u32,
    /// True for a capitalised word.
    pub(super) capital: bool,
    /// True where a sentence begins.
    pub(super) opens: bool,
}

/// Facts about all tokens of a text.
pub(in crate::entity) struct Marks {
    pub(super) marks: Vec<Mark>,
    /// Runs of tokens that the model looks at: capitals and what stands close to them, cut at sentences; all sentences
    /// of a text without capitals.
    pub(super) chunks: Vec<Range<usize>>,
}

impl Marks {
    /// Gathers the facts; `guesses` are what the rules found, settled over the article.
    pub(in crate::entity) fn of(view: &View<'_, '_>, guesses: &[Guess]) -> Self {
        let chunks = if view.lower {
            view.scan
                .sentences
                .iter()
                .map(|sentence| sentence.tokens.clone())
                .collect()
        } else {
            chunks(view, guesses)
        };
        let mut marks = vec![Mark::default(); view.scan.tokens.len()];
        for chunk in &chunks {
            // the model looks two tokens to either side
            for at in chunk.start.saturating_sub(2)..(chunk.end + 2).min(marks.len()) {
                if marks[at].word == 0 {
                    marks[at] = mark(view, at);
                }
            }
        }
        for sentence in &view.scan.sentences {
            if let Some(mark) = marks.get_mut(sentence.tokens.start) {
                mark.opens = true;
            }
        }
        let mut kinds: HashMap<u32, [f32; 4]> = HashMap::new();
        for guess in guesses {
            let (kind, points, distance) = clue::best(guess.points);
            let listed = u32::from(matches!(guess.piece.shape, Shape::Listed(_)));
            let step = ((points * 0.7) as i32).clamp(-1, 6) as u32 & 15;
            let sure = (distance * 0.7).clamp(0.0, 4.0) as u32;
            for at in guess.piece.tokens.clone() {
                if let Some(mark) = marks.get_mut(at) {
                    let label = label(kind, at == guess.piece.tokens.start) as u32;
                    mark.rule = 1 + label + 16 * (step + 16 * (sure + 8 * listed));
                    if points > 0.0 {
                        let sums = kinds.entry(mark.word).or_default();
                        sums[kind as usize] += points;
                    }
                }
            }
        }
        for mark in &mut marks {
            mark.article = kinds.get(&mark.word).map_or(0, |sums| {
                let best = (0..4).max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(0);
                1 + best as u32 + if sums[best] > 6.0 { 4 } else { 0 }
            });
        }
        Self { marks, chunks }
    }

    pub(super) fn at(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or_default()
    }
}

fn chunks(view: &View<'_, '_>, guesses: &[Guess]) -> Vec<Range<usize>> {
    let mut seen = vec![false; view.scan.tokens.len()];
    for (at, token) in view.scan.tokens.iter().enumerate() {
        seen[at] = token.kind == TokenKind::Word && token.capital;
    }
    for at in guesses.iter().flat_map(|guess| guess.piece.tokens.clone()) {
        seen[at] = true;
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for sentence in &view.scan.sentences {
        let mut current: Option<Range<usize>> = None;
        for at in sentence.tokens.clone().filter(|at| seen[*at]) {
            let near = at.saturating_sub(REACH).max(sentence.tokens.start)..(at + 1 + REACH).min(sentence.tokens.end);
            match current.as_mut().filter(|current| near.start <= current.end) {
                Some(current) => current.end = near.end,
                None => out.extend(current.replace(near)),
            }
        }
        out.extend(current);
    }
    out
}

fn mark(view: &View<'_, '_>, at: usize) -> Mark {
    let Some(token) = view.scan.tokens.get(at) else {
        return Mark::default();
    };
    let word = view.word(at);
    let bytes = word.as_bytes();
    let tail = |len: usize| bytes.get(bytes.len().saturating_sub(len)..).unwrap_or_default();
    Mark {
        word: hash(bytes),
        shape: shape(view, at),
        tails: [hash(tail(2)), hash(tail(3))],
        head: hash(bytes.get(..3.min(bytes.len())).unwrap_or_default()),
        lists: if token.kind == TokenKind::Word {
            lists(view, word)
        } else {
            0
        },
        rule: 0,
        article: 0,
        capital: token.kind == TokenKind::Word && token.capital,
        opens: false,
    }
}

/// FNV-1a, 32 bits: good enough for short words and the same on every machine.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

fn shape(view: &View<'_, '_>, at: usize) -> u32 {
    let word = view.scan.word(at);
    let mut shape = [0u8; 8];
    let mut length = 0;
    for c in word.chars() {
        let sort = match c {
            c if c.is_uppercase() => b'X',
            c if c.is_alphabetic() => b'x',
            c if c.is_numeric() => b'd',
            '\'' | '’' => b'\'',
            c if c.is_ascii() => c as u8,
            _ => b'?',
        };
        // at most two alike in a row
        if length >= 2 && shape[length - 1] == sort && shape[length - 2] == sort {
            continue;
        }
        if length == shape.len() {
            break;
        }
        shape[length] = sort;
        length += 1;
    }
    hash(shape.get(..length).unwrap_or_default())
}

/// What lists know of a word, and what its end and the rest of the text say: one bit each, from bit 0 what is no list's.
fn lists(view: &View<'_, '_>, word: &str) -> u32 {
    let facts = facts::of(word).0 << 3;
    facts
        | u32::from(view.is_lower_elsewhere(word))
        | u32::from(ends(PLACE_ENDINGS, word)) << 1
        | u32::from(ends(SURNAME_ENDINGS, word)) << 2
}
