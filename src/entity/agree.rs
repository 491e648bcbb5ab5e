//! Agreement over one article: a surname follows its full name, an acronym its expansion, one name has one kind.

use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::clue::{self, Clue, Points};
use super::split::{Piece, Shape};

/// Distance to the next kind at which a mention keeps its own kind against the rest of the article.
const STRONG: f32 = 4.0;

/// A piece with its clues, while the article is not yet heard.
#[derive(Clone, Debug)]
pub(super) struct Guess {
    /// Folded words.
    pub(super) key: String,
    /// Folded last word of the name.
    pub(super) last: String,
    /// Points by kind.
    pub(super) points: Points,
    /// What gave the points.
    pub(super) clues: Vec<Clue>,
    /// Where the piece came from.
    pub(super) piece: Piece,
}

/// Lets the mentions of one article settle one another.
pub(super) fn agree(guesses: &mut [Guess]) {
    surnames(guesses);
    acronyms(guesses);
    pool(guesses);
}

/// A single word that ends the full name of a person is that person.
fn surnames(guesses: &mut [Guess]) {
    let mut known: HashSet<String> = HashSet::new();
    for guess in guesses.iter() {
        let (kind, points, _) = clue::best(guess.points);
        if kind == EntityKind::Person && points > 1.2 && (guess.last.len() < guess.key.len() || guess.piece.titled) {
            known.insert(guess.last.clone());
        }
    }
    for guess in guesses.iter_mut().filter(|guess| known.contains(&guess.key)) {
        if !matches!(guess.piece.shape, Shape::Listed(_)) {
            guess.clues.push(Clue::SurnameOfPerson);
            clue::add(&mut guess.points, Clue::SurnameOfPerson.points(), 1.0);
        }
    }
}

/// Letters that are the initials of a body's name of the article name that body.
fn acronyms(guesses: &mut [Guess]) {
    let mut known: HashSet<String> = HashSet::new();
    for guess in guesses.iter() {
        if clue::best(guess.points).0 == EntityKind::Org && guess.key.contains(' ') {
            known.extend(initials(&guess.key));
        }
    }
    for guess in guesses.iter_mut() {
        let letters: String = guess.key.chars().filter(|c| *c != '.').collect();
        if guess.clues.contains(&Clue::Acronym) && known.contains(&letters) {
            guess.clues.push(Clue::Expansion);
            clue::add(&mut guess.points, Clue::Expansion.points(), 1.0);
        }
    }
}

/// The initials with and without the small words.
pub(super) fn initials(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let all = words.iter().filter_map(|word| word.chars().next()).collect();
    let big = words
        .iter()
        .filter(|word| !matches!(**word, "of" | "the" | "for" | "and" | "on" | "&"))
        .filter_map(|word| word.chars().next())
        .collect();
    vec![all, big]
}

/// One name, one kind: mentions of the same words share their points.
fn pool(guesses: &mut [Guess]) {
    let mut sums: HashMap<String, (Points, f32)> = HashMap::new();
    for guess in guesses.iter() {
        let entry = sums.entry(guess.key.clone()).or_default();
        clue::add(&mut entry.0, guess.points, 1.0);
        entry.1 += 1.0;
    }
    for guess in guesses.iter_mut() {
        let Some((sum, count)) = sums.get(&guess.key) else {
            continue;
        };
        let (own, _, distance) = clue::best(guess.points);
        let mean = sum.map(|points| points / count);
        let strong = distance >= STRONG && own != clue::best(mean).0;
        if !strong {
            guess.points = mean;
        }
    }
}
