//! What the model learns from: texts with names marked by a slower model, its known errors mended by lists and rules.

use std::ops::Range;

use serde_json::Value;

use super::super::agree::Guess;
use super::super::run::View;
use super::super::split::Shape;
use super::super::{EntityKind, clue, find};
use super::train::Case;
use super::{Marks, OUTSIDE, features, kind_of, label};
use crate::article;
use crate::base::Span;
use crate::token;

/// Points and distance to the next kind from which the rules' kind is taken rather than the slower model's.
const MENDS_KIND: (f32, f32) = (3.0, 2.5);
/// Points and distance from which a name of the rules is taken that the slower model does not have.
const ADDS_NAME: (f32, f32) = (5.0, 2.0);
/// Points from which a listed place or people is taken that the slower model does not have.
const ADDS_LISTED: f32 = 4.0;

/// One text with its marks: `[start, end, label]`, in code points and the labels of OntoNotes.
pub(super) struct Row {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

impl Row {
    /// Reads one line of JSON: `{text, spans: [[start, end, label]]}`.
    pub(super) fn read(line: &str) -> Result<Self, String> {
        let row: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let text = row.get("text").and_then(Value::as_str).ok_or("no text")?.to_owned();
        let spans = row.get("spans").and_then(Value::as_array).ok_or("no spans")?;
        let number = |cell: Option<&Value>| {
            cell.and_then(Value::as_u64)
                .and_then(|number| usize::try_from(number).ok())
        };
        let span = |span: &Value| {
            let label = span.get(2)?.as_str()?.to_owned();
            Some((number(span.get(0))?, number(span.get(1))?, label))
        };
        let spans = spans.iter().map(span).collect::<Option<_>>();
        spans
            .ok_or_else(|| "a span that is not [start, end, label]".to_owned())
            .map(|spans| Self { text, spans })
    }
}

/// One chunk of tokens with the labels that are right.
pub(super) struct Lesson {
    /// Rows of weights, as many for each token.
    pub(super) features: Vec<u32>,
    /// A label for each token.
    pub(super) labels: Vec<usize>,
}

/// Adds the lessons of a text; none from texts that have no capitals themselves, whose marks are mostly wrong.
pub(super) fn learn_from(row: &Row, case: Case, out: &mut Vec<Lesson>) {
    let article = article::read(row.text.as_bytes(), "silver.txt");
    if *article.text != *row.text {
        return;
    }
    let scan = token::scan(&article.text);
    let (view, guesses) = find::guesses(&article, &scan);
    if view.lower {
        return;
    }
    let labels = mended(&view, row, &guesses);
    if case == Case::Capitals {
        return lessons(&view, &guesses, &labels, out);
    }
    let small = row.text.to_lowercase();
    let article = article::read(small.as_bytes(), "silver.txt");
    let scan = token::scan(&article.text);
    if scan.tokens.len() == labels.len() {
        let (view, guesses) = find::guesses(&article, &scan);
        lessons(&view, &guesses, &labels, out);
    }
}

fn lessons(view: &View<'_, '_>, guesses: &[Guess], labels: &[usize], out: &mut Vec<Lesson>) {
    let marks = Marks::of(view, guesses);
    for chunk in &marks.chunks {
        let mut lesson = Lesson {
            features: Vec::new(),
            labels: labels.get(chunk.clone()).unwrap_or_default().to_vec(),
        };
        for at in chunk.clone() {
            features::of(view, &marks, at, &mut lesson.features);
        }
        // a chunk that begins inside a name would teach what cannot be said
        if let Some(first) = lesson.labels.first_mut()
            && let Some((kind, false)) = kind_of(*first)
        {
            *first = label(kind, true);
        }
        out.push(lesson);
    }
}

fn kind(label: &str) -> Option<EntityKind> {
    match label {
        "PERSON" | "PER" => Some(EntityKind::Person),
        "ORG" => Some(EntityKind::Org),
        "GPE" | "LOC" | "FAC" => Some(EntityKind::Place),
        "NORP" => Some(EntityKind::Group),
        _ => None,
    }
}

fn mended(view: &View<'_, '_>, row: &Row, guesses: &[Guess]) -> Vec<usize> {
    let scan = view.scan;
    let bytes: Vec<usize> = scan
        .text
        .char_indices()
        .map(|(at, _)| at)
        .chain([scan.text.len()])
        .collect();
    let mut labels = vec![OUTSIDE; scan.tokens.len()];
    for (start, end, name) in &row.spans {
        let (Some(kind), Some(start), Some(end)) = (kind(name), bytes.get(*start), bytes.get(*end)) else {
            continue;
        };
        let tokens = bare(view, scan.tokens_in(Span::new(*start, *end)));
        let same = guesses.iter().find(|guess| guess.piece.tokens == tokens);
        let kind = same
            .map(|guess| clue::best(guess.points))
            .filter(|(_, points, distance)| *points >= MENDS_KIND.0 && *distance >= MENDS_KIND.1)
            .map_or(kind, |(kind, ..)| kind);
        write(&mut labels, tokens, kind);
    }
    for guess in guesses {
        let (kind, points, distance) = clue::best(guess.points);
        let listed = matches!(&guess.piece.shape, Shape::Listed(listed) if matches!(listed.kind, EntityKind::Place | EntityKind::Group));
        let sure = listed && points > ADDS_LISTED || points >= ADDS_NAME.0 && distance > ADDS_NAME.1;
        let free = |at: usize| labels.get(at) == Some(&OUTSIDE);
        if sure && guess.piece.tokens.clone().all(free) {
            write(&mut labels, guess.piece.tokens.clone(), kind);
        }
    }
    labels
}

/// Without "the" before and "'s" behind.
fn bare(view: &View<'_, '_>, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 1 && matches!(view.word(tokens.start), "the" | "a" | "an") {
        tokens.start += 1;
    }
    if tokens.len() > 1 && matches!(view.scan.lower(tokens.end - 1), "'s" | "’s" | "'" | "’") {
        tokens.end -= 1;
    }
    tokens
}

fn write(labels: &mut [usize], tokens: Range<usize>, kind: EntityKind) {
    for at in tokens.clone() {
        if let Some(cell) = labels.get_mut(at) {
            *cell = label(kind, at == tokens.start);
        }
    }
}
