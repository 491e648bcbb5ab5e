//! What one piece names, by the clues in it and around it.

use super::EntityKind;
use super::clue::Clue;
use super::lexicon::{city, is_given, is_name_word};
use super::run::{Case, View};
use super::split::{Piece, Shape};
use super::stops::{COMMON_ENDINGS, NOT_ACRONYMS};
use super::words::{HUMAN, LOCATIVE, PARTICLES, PLACE_ENDINGS, PLACE_STARTS, SAYING, SURNAME_ENDINGS, ends, has};
use crate::token::TokenKind;

/// Bytes of an acronym, at most; longer capitals are shouted words.
const LONGEST_ACRONYM: usize = 8;

/// All clues to one piece, in the order in which they were seen.
pub(super) fn clues(view: &View<'_, '_>, piece: &Piece) -> Vec<Clue> {
    let mut out = Vec::new();
    shape(view, piece, &mut out);
    if matches!(piece.shape, Shape::Capitals | Shape::City(_)) {
        inside(view, piece, &mut out);
    }
    before(view, piece, &mut out);
    after(view, piece, &mut out);
    doubts(view, piece, &mut out);
    out
}

fn shape(view: &View<'_, '_>, piece: &Piece, out: &mut Vec<Clue>) {
    match &piece.shape {
        Shape::Listed(listed) => out.push(match listed.kind {
            EntityKind::Person => Clue::ListedPerson,
            EntityKind::Org => Clue::ListedOrg,
            EntityKind::Place => Clue::ListedPlace,
            EntityKind::Group => Clue::ListedGroup,
        }),
        Shape::City(1) => out.push(Clue::SmallCity),
        Shape::City(2) => out.push(Clue::City),
        Shape::City(_) => out.push(Clue::BigCity),
        Shape::Body => {
            out.push(Clue::Body);
            if piece.tokens.len() == 1 {
                out.push(Clue::BodyLone);
            }
        }
        Shape::Spot => out.push(Clue::Spot),
        Shape::Capitals => {}
    }
    let text = view.scan.text;
    let word = view.scan.word(piece.tokens.start);
    if piece.tokens.len() == 1 && piece.case != Case::Shouting {
        let inner = word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
        if view.is_acronym(piece.tokens.start) && word.len() <= LONGEST_ACRONYM {
            out.push(Clue::Acronym);
        } else if inner && !word.starts_with("Mc") && !word.starts_with("Mac") && !word.contains(['\'', '’']) {
            out.push(Clue::InnerCapital);
        }
    }
    if view.scan.span(piece.tokens.clone()).of(text).contains('&') {
        out.push(Clue::Ampersand);
    }
}

/// The words of the piece themselves.
fn inside(view: &View<'_, '_>, piece: &Piece, out: &mut Vec<Clue>) {
    let words: Vec<usize> = piece
        .tokens
        .clone()
        .filter(|&at| {
            view.scan
                .tokens
                .get(at)
                .is_some_and(|token| token.kind == TokenKind::Word)
        })
        .filter(|&at| !has(PARTICLES, view.word(at)) || view.is_name_word(at))
        .collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return;
    };
    if words.len() > 1 {
        out.push(if words.len() > 3 {
            Clue::ManyWords
        } else {
            Clue::SeveralWords
        });
        if is_given(view.word(first)) {
            out.push(Clue::GivenFirst);
        } else if is_name_word(view.word(first)) {
            out.push(Clue::NameFirst);
        }
        if is_name_word(view.word(last)) {
            out.push(Clue::NameLast);
        }
        if words.len() < 4 && has(PLACE_STARTS, view.word(first)) {
            out.push(Clue::PlaceStart);
        }
        let ordinary = |at: &usize| view.lexicon.is_common(view.word(*at)) || view.is_lower_elsewhere(view.word(*at));
        if words.iter().any(ordinary) {
            out.push(Clue::OrdinaryInside);
        }
        let initial = |at: &usize| view.scan.word(*at).trim_end_matches('.').chars().count() == 1;
        if words.iter().take(words.len() - 1).any(initial) {
            out.push(Clue::Initial);
        }
    } else if is_name_word(view.word(first)) {
        out.push(Clue::LoneName);
    }
    if piece
        .tokens
        .clone()
        .any(|at| has(PARTICLES, view.word(at)) && !view.is_name_word(at))
    {
        out.push(Clue::Particle);
    }
    if ends(SURNAME_ENDINGS, view.word(last)) {
        out.push(Clue::SurnameEnding);
    }
    if words.len() == 1 && ends(PLACE_ENDINGS, view.word(last)) {
        out.push(Clue::PlaceEnding);
    }
    let word = view.word(last);
    if words.len() == 1 && (word.ends_with("ians") || word.ends_with("anders") || word.ends_with("ists")) {
        out.push(Clue::PluralPeople);
    }
}

fn before(view: &View<'_, '_>, piece: &Piece, out: &mut Vec<Clue>) {
    let at = piece.tokens.start;
    let word = view.before(at);
    let sign_before = |sign: &str| at.checked_sub(1).is_some_and(|before| view.scan.lower(before) == sign);
    if piece.titled {
        out.push(Clue::TitleBefore);
    } else if view
        .lexicon
        .title(word)
        .is_some_and(|title| title != super::lexicon::Title::Leading)
        && !view.is_name_word(at - 1)
    {
        out.push(Clue::PlainTitleBefore);
    }
    if has(LOCATIVE, word) {
        out.push(Clue::InBefore);
    }
    if word == "the" {
        out.push(Clue::ArticleBefore);
    }
    if word == "of" && at >= 2 && view.lexicon.geography(view.word(at - 2)).noun {
        out.push(Clue::PlaceNounOf);
    }
    if view.lexicon.body(word).noun && !view.is_name_word(at - 1) {
        out.push(Clue::BodyNounBefore);
    }
    if sign_before("“") || sign_before("\"") {
        out.push(Clue::Quoted);
    }
}

fn after(view: &View<'_, '_>, piece: &Piece, out: &mut Vec<Clue>) {
    let end = piece.tokens.end;
    if view.is_possessive(end - 1) {
        return;
    }
    let close = matches!(view.scan.lower(end), "”" | "\"" | "’");
    let next = if close { view.word(end + 1) } else { view.word(end) };
    let capital = view.is_name_word(end);
    if has(SAYING, next) {
        out.push(Clue::SayingAfter);
    }
    if has(HUMAN, next) {
        out.push(Clue::HumanAfter);
    }
    if view.lexicon.body(next).noun && !capital {
        out.push(Clue::BodyNounAfter);
    }
    if view.lexicon.geography(next).noun && !capital {
        out.push(Clue::PlaceNounAfter);
    }
    if view.scan.lower(end) == "," {
        after_comma(view, end + 1, out);
    }
    let dateline = view
        .scan
        .tokens
        .get(piece.tokens.start)
        .is_some_and(|token| token.paragraph_before)
        && matches!(view.scan.lower(end), "(" | "–" | "—" | "-" | "," | ":")
        && view.is_acronym(piece.tokens.start);
    if dateline {
        out.push(Clue::DatelinePlace);
    }
}

fn after_comma(view: &View<'_, '_>, at: usize, out: &mut Vec<Clue>) {
    let numeral = view
        .scan
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Numeral && token.span.len() <= 2);
    if numeral && matches!(view.scan.lower(at + 1), "," | "." | "and" | "who") {
        out.push(Clue::AgeAfter);
        return;
    }
    if view.is_name_word(at)
        && view.scan.lower(at + 1) != "and"
        && (view
            .lexicon
            .listed(view.word(at))
            .is_some_and(|listed| listed.kind == EntityKind::Place)
            || city(view.word(at)) == Some(3))
    {
        out.push(Clue::CommaPlaceAfter);
        return;
    }
    let role = (at..at + 5).any(|at| {
        view.lexicon
            .title(view.word(at))
            .is_some_and(|title| title != super::lexicon::Title::Leading)
            && !view.is_name_word(at)
    });
    if role
        && matches!(
            view.word(at),
            "a" | "an"
                | "the"
                | "his"
                | "her"
                | "former"
                | "who"
                | "deputy"
                | "head"
                | "chief"
                | "spokesman"
                | "spokeswoman"
        )
    {
        out.push(Clue::RoleAfter);
    }
}

/// What speaks against any name at all.
fn doubts(view: &View<'_, '_>, piece: &Piece, out: &mut Vec<Clue>) {
    if piece.case != Case::Sentence {
        out.push(Clue::TitleCase);
    }
    out.push(if piece.opens {
        Clue::Opening
    } else {
        Clue::InsideSentence
    });
    let lone_body = piece.shape == Shape::Body && piece.tokens.len() == 1;
    if !lone_body && !matches!(piece.shape, Shape::Capitals | Shape::City(_)) {
        return;
    }
    let acronym = piece.case != Case::Shouting && view.is_acronym(piece.tokens.start);
    let all = |test: &dyn Fn(&str) -> bool| piece.tokens.clone().all(|at| test(view.word(at)));
    if all(&|word| view.lexicon.is_common(word) || has(NOT_ACRONYMS, word)) {
        out.push(Clue::CommonWord);
    }
    if all(&|word| view.is_lower_elsewhere(word)) && !acronym && !piece.titled {
        out.push(Clue::LowerElsewhere);
    }
    if piece.opens && piece.tokens.len() == 1 && !acronym {
        let word = view.word(piece.tokens.start);
        if ends(COMMON_ENDINGS, word) && !is_name_word(word) {
            out.push(Clue::CommonEnding);
        }
    }
}
