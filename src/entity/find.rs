//! All names of one article.

use super::agree::{self, Guess};
use super::clue;
use super::facts::{self, Fact};
use super::judge;
use super::lower;
use super::run::View;
use super::split::{self, Piece, Shape};
use super::tagger::{self, Marks, Model, Tagged};
use super::{EntityKind, Mention};
use crate::article::Article;
use crate::base::{Span, Why};
use crate::token::Scan;

/// Points below which rules take a piece for no name.
const LEAST_POINTS: f32 = 0.9;

/// The names of an article, in order, not overlapping, none in boilerplate.
///
/// Works in five steps: runs of capitals, cut into pieces; clues to each piece; agreement over the article, so that a
/// surname follows its full name and one name has one kind; a sequence model that weighs all of this word by word; the
/// names that it keeps.
pub fn find(article: &Article, scan: &Scan<'_>) -> Vec<Mention> {
    let (view, guesses) = guesses(article, scan);
    let marks = Marks::of(&view, &guesses);
    let tagged = tagger::tag(&view, &marks, Model::get(view.lower));
    weighed(&view, article, &guesses, tagged)
}

/// What rules guess, settled over the article, in order.
pub(super) fn guesses<'s, 't>(article: &Article, scan: &'s Scan<'t>) -> (View<'s, 't>, Vec<Guess>) {
    let view = View::new(scan);
    let mut guesses = Vec::new();
    for sentence in &scan.sentences {
        let mut pieces = if view.lower {
            lower::pieces(&view, sentence)
        } else {
            Vec::new()
        };
        if !view.lower {
            let runs = view.runs(sentence);
            pieces.extend(runs.iter().flat_map(|run| split::split(&view, run)));
            pieces.extend(lower::peoples(&view, sentence));
            pieces.sort_by_key(|piece| piece.tokens.start);
        }
        guesses.extend(
            pieces
                .into_iter()
                .filter_map(|piece| guess(&view, article, trimmed(&view, piece))),
        );
    }
    agree::agree(&mut guesses);
    (view, guesses)
}

/// The names that the model found, each with the clues of the rules' guess at the same place.
fn weighed(view: &View<'_, '_>, article: &Article, guesses: &[Guess], tagged: Vec<Tagged>) -> Vec<Mention> {
    let mut out = Vec::with_capacity(tagged.len());
    let mut at = 0;
    for name in tagged {
        while guesses
            .get(at)
            .is_some_and(|guess| guess.piece.tokens.end <= name.tokens.start)
        {
            at += 1;
        }
        let guess = guesses
            .get(at)
            .filter(|guess| guess.piece.tokens.start < name.tokens.end);
        let span = named_span(view, &name.tokens);
        if name.tokens.len() == 1 && is_ordinary(view, name.tokens.start, guess) {
            continue;
        }
        if span.is_empty() || article.boilerplate_at(span.start()).is_some() {
            continue;
        }
        let clues = guess.map(|guess| guess.clues.as_slice()).unwrap_or_default();
        let parts = clues
            .iter()
            .map(|clue| clue.id())
            .chain(["entity/weights"])
            .map(|id| Why::leaf(id, span));
        out.push(Mention {
            span,
            kind: name.kind,
            confidence: (0.5 + 0.5 * name.margin / (name.margin.abs() + 300.0)).clamp(0.3, 0.98),
            why: Why::leaf(rule(name.kind), span).with(parts),
        });
    }
    out
}

/// "State" of "Secretary of State", "us" in a text without capitals: a word of English that rules take for none.
fn is_ordinary(view: &View<'_, '_>, at: usize, guess: Option<&Guess>) -> bool {
    let word = view.word(at);
    if view.lower {
        return lower::is_english(view, word);
    }
    let facts = facts::of(word);
    let guessed = guess.is_some_and(|guess| clue::best(guess.points).1 >= LEAST_POINTS);
    !guessed && (facts.has(Fact::Stop) || facts.has(Fact::Common) || facts.has(Fact::Title))
}

fn guess(view: &View<'_, '_>, article: &Article, piece: Piece) -> Option<Guess> {
    let span = named_span(view, &piece.tokens);
    if span.is_empty() || article.boilerplate_at(span.start()).is_some() {
        return None;
    }
    let clues = judge::clues(view, &piece);
    Some(Guess {
        key: view.phrase(piece.tokens.clone()),
        last: last_name(view, &piece),
        points: clue::sum(&clues),
        clues,
        piece,
    })
}

/// Without common words at the front of a name that begins a sentence ("Former", "Police").
fn trimmed(view: &View<'_, '_>, mut piece: Piece) -> Piece {
    if piece.opens && piece.shape == Shape::Capitals {
        while piece.tokens.len() > 1 && view.lexicon.is_common(view.word(piece.tokens.start)) {
            piece.tokens.start += 1;
            piece.opens = false;
        }
    }
    piece
}

/// The words of a name with "al-" before it and without "'s".
fn named_span(view: &View<'_, '_>, tokens: &std::ops::Range<usize>) -> Span {
    let span = view.scan.span(tokens.clone());
    let words = span.of(view.scan.text);
    let cut = ["''s", "'s", "’s", "ʼs"]
        .into_iter()
        .find(|tail| words.ends_with(tail))
        .map_or(0, str::len);
    Span::new(span.start(), span.end() - cut)
}

/// The family name by which the article may go on: the last word, with its particles left out.
fn last_name(view: &View<'_, '_>, piece: &Piece) -> String {
    let words: Vec<usize> = piece
        .tokens
        .clone()
        .filter(|&at| view.is_name_word(at) || piece.titled)
        .collect();
    let Some(&last) = words.last() else {
        return String::new();
    };
    let mut start = last;
    while start >= 2 + piece.tokens.start && view.scan.lower(start - 1) == "-" {
        start -= 2;
    }
    view.phrase(start..piece.tokens.end)
}

fn rule(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "entity/person",
        EntityKind::Org => "entity/org",
        EntityKind::Place => "entity/place",
        EntityKind::Group => "entity/group",
    }
}
