//! One run of capitals cut into names: titles fall out, peoples, bodies and places stand alone.

use std::ops::Range;

use super::EntityKind;
use super::lexicon::{Listed, Title, city, is_given, is_name_word};
use super::run::{Case, Run, View};
use super::stops::{NEITHER, NOT_ACRONYMS};
use super::words::{PARTICLES, PLACE_STARTS, SURNAME_ENDINGS, TITLES_IN_BODIES, ends, has};

/// Most tokens that a listed name has.
const LONGEST_LISTED: usize = 9;

/// A part of a run that may be one name.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// True where a capitalised title stands right before it.
    pub(super) titled: bool,
    /// True where it begins its sentence.
    pub(super) opens: bool,
    /// How its sentence is written.
    pub(super) case: Case,
    /// What decided its ends.
    pub(super) shape: Shape,
}

/// What decided where a piece ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A list has it whole.
    Listed(Listed),
    /// A list of cities has it whole; the city's size.
    City(u8),
    /// It ends with a word of bodies, or begins with one and "of".
    Body,
    /// It ends with a word of places.
    Spot,
    /// Nothing but capitals.
    Capitals,
}

/// Cuts a run.
pub(super) fn split(view: &View<'_, '_>, run: &Run) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = run.tokens.start;
    let mut titled = false;
    while at < run.tokens.end {
        let (end, shape) = match next_piece(view, at..run.tokens.end, run.case) {
            Next::Skip(end) => {
                at = end;
                continue;
            }
            Next::Title(end) => {
                at = end;
                titled = true;
                continue;
            }
            Next::Piece(end, shape) => (end, shape),
        };
        out.push(Piece {
            tokens: at..end,
            titled,
            opens: run.opens && at == run.tokens.start,
            case: run.case,
            shape,
        });
        titled = false;
        at = end;
    }
    out
}

enum Next {
    Skip(usize),
    Title(usize),
    Piece(usize, Shape),
}

fn next_piece(view: &View<'_, '_>, rest: Range<usize>, case: Case) -> Next {
    let at = rest.start;
    if !view.is_name_word(at) && !has(PARTICLES, view.word(at)) {
        return Next::Skip(at + 1);
    }
    if has(NEITHER, view.word(at)) && body_end(view, rest.clone()).is_none() {
        return Next::Skip(rest.end);
    }
    if has(NOT_ACRONYMS, view.word(at)) && view.is_acronym(at) && body_end(view, rest.clone()).is_none() {
        return Next::Skip(at + 1);
    }
    let title = title_end(view, rest.clone());
    let listed = listed_end(view, rest.clone(), case);
    let body = body_end(view, rest.clone()).filter(|&body| !is_byline(view, at..body, case));
    let longest = listed.as_ref().map_or(at, |(end, _)| *end);
    if let Some(end) = title
        && end > longest
        && body.is_none_or(|body| end >= body || !swallows_title(view, at, end))
    {
        return Next::Title(end);
    }
    if let Some(end) = body.filter(|&end| end > longest) {
        return Next::Piece(end, Shape::Body);
    }
    let spot = spot_end(view, rest.clone());
    if let Some(end) = spot.filter(|&end| end > longest) {
        return Next::Piece(end, Shape::Spot);
    }
    if let Some((end, listed)) = listed
        && !is_person_named_so(view, at, end, rest.end, &listed)
    {
        return Next::Piece(end, Shape::Listed(listed));
    }
    capitals(view, rest)
}

/// A plain piece: to the next title, people, country or the end.
fn capitals(view: &View<'_, '_>, rest: Range<usize>) -> Next {
    let mut end = rest.start + 1;
    while end < rest.end {
        let boundary = view.is_name_word(end)
            && view.scan.tokens.get(end).is_some_and(|token| token.space_before)
            && (view.lexicon.title(view.word(end)) == Some(Title::Noun) && title_end(view, end..rest.end).is_some()
                || view.lexicon.listed(view.word(end)).is_some_and(|listed| {
                    listed.kind != EntityKind::Org && !is_name_word(view.word(end)) && !is_given(view.word(end))
                }));
        if boundary {
            break;
        }
        end += 1;
    }
    while end > rest.start + 1 && !view.is_name_word(end - 1) {
        end -= 1;
    }
    match (
        rest.clone().take(end - rest.start).len(),
        city(&view.phrase(rest.start..end)),
    ) {
        (_, Some(size)) => Next::Piece(end, Shape::City(size)),
        _ => Next::Piece(end, Shape::Capitals),
    }
}

/// "Jordan Smith" is no country, "Nursultan Brenkov" no capital.
fn is_person_named_so(view: &View<'_, '_>, at: usize, end: usize, limit: usize, listed: &Listed) -> bool {
    if listed.kind != EntityKind::Place || end != at + 1 || end >= limit {
        return false;
    }
    let next = view.word(end);
    let surname = (is_name_word(next) || ends(SURNAME_ENDINGS, next))
        && view.lexicon.title(next).is_none()
        && view.lexicon.listed(next).is_none();
    let given = is_given(view.word(at)) || city(view.word(at)).is_some() || ends(SURNAME_ENDINGS, next);
    surname && given
}

/// The longest name of the short lists from the start of `rest`.
fn listed_end(view: &View<'_, '_>, rest: Range<usize>, case: Case) -> Option<(usize, Listed)> {
    let last = rest.end.min(rest.start + LONGEST_LISTED);
    (rest.start + 1..=last).rev().find_map(|end| {
        let listed = view.lexicon.listed(&view.phrase(rest.start..end))?;
        let acronym = !listed.capitals_only
            || (view.is_acronym(rest.start)
                && (case != Case::Shouting || !view.lexicon.is_common(view.word(rest.start))));
        acronym.then(|| (end, listed.clone()))
    })
}

/// Past a title: leading words and a noun, "Secretary of State" too.
fn title_end(view: &View<'_, '_>, rest: Range<usize>) -> Option<usize> {
    let mut noun_end = None;
    let mut at = rest.start;
    while at < rest.end {
        match view.lexicon.title(view.word(at)) {
            Some(Title::Noun | Title::Both) => noun_end = Some(at + 1),
            Some(Title::Leading) => {}
            None if view.scan.lower(at) == "-" && at > rest.start => {}
            None if view.scan.lower(at) == "of" && noun_end == Some(at) => {}
            None if view.before(at) == "of" && noun_end == Some(at - 1) => noun_end = Some(at + 1),
            None => break,
        }
        if view.before(at) == "of" && noun_end == Some(at - 1) {
            noun_end = Some(at + 1);
        }
        at += 1;
    }
    let lead = matches!(
        view.word(rest.start),
        "former" | "deputy" | "acting" | "late" | "ex" | "vice" | "senior" | "then"
    );
    noun_end.or_else(|| (lead && rest.len() > 1).then_some(rest.start + 1))
}

/// "General Assembly", "State Department": the body begins with what could be a title.
fn swallows_title(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    let word = view.word(at);
    end == at + 1 && (view.lexicon.title(word) == Some(Title::Both) || has(TITLES_IN_BODIES, word))
}

/// "Jim Holt BBC News": a person before a body that a list has whole.
fn is_byline(view: &View<'_, '_>, tokens: Range<usize>, case: Case) -> bool {
    is_given(view.word(tokens.start))
        && (tokens.start + 2..tokens.end).any(|at| {
            listed_end(view, at..tokens.end, case)
                .is_some_and(|(end, listed)| end == tokens.end && listed.kind == EntityKind::Org)
        })
}

/// The furthest end of a body's name from the start of `rest`, before any title.
fn body_end(view: &View<'_, '_>, rest: Range<usize>) -> Option<usize> {
    let mut found = None;
    let mut at = rest.start;
    while at < rest.end {
        let part = view.lexicon.body(view.word(at));
        let title = view.lexicon.title(view.word(at)) == Some(Title::Noun) && !part.tail
            || matches!(view.word(at), "secretary" | "chief" | "deputy");
        if title && at > rest.start {
            break;
        }
        if part.tail && (at > rest.start || part.head) && view.is_name_word(at) {
            let end = of_end(view, at + 1, rest.end);
            if end > rest.start + 1 {
                found = Some(end);
            }
            at = end.max(at + 1);
            continue;
        }
        at += 1;
    }
    found
}

/// Past "of Defense of Kyrgyzstan", "for Human Rights", from the word after a body's head.
fn of_end(view: &View<'_, '_>, at: usize, limit: usize) -> usize {
    let mut end = at;
    while end < limit && matches!(view.scan.lower(end), "of" | "for" | "on") {
        let mut next = end + 1;
        while next < limit && !matches!(view.scan.lower(next), "of" | "for" | "on") {
            if view.is_name_word(next) && view.lexicon.title(view.word(next)) == Some(Title::Noun) {
                break;
            }
            next += 1;
        }
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

/// The end of "Pearl Square", "Helmand Province", "Gulf of Aden".
fn spot_end(view: &View<'_, '_>, rest: Range<usize>) -> Option<usize> {
    let mut found = None;
    for at in rest.clone() {
        let word = view.word(at);
        let title = matches!(view.lexicon.title(word), Some(Title::Noun | Title::Both));
        if title && at > rest.start && !view.lexicon.geography(word).tail {
            break;
        }
        if at > rest.start && view.lexicon.geography(word).tail {
            found = Some(at + 1);
        }
    }
    if found.is_none() && has(PLACE_STARTS, view.word(rest.start)) {
        found = listed_end(view, rest.start + 1..rest.end, Case::Sentence)
            .filter(|(_, listed)| listed.kind == EntityKind::Place)
            .map(|(end, _)| end);
    }
    let head = matches!(
        view.word(rest.start),
        "gulf" | "bay" | "strait" | "republic" | "kingdom" | "mount" | "lake" | "cape" | "mt." | "mt"
    );
    if found.is_none() && head && rest.len() > 1 {
        found = Some(rest.end);
    }
    found
}
