//! Finds what pages print around their articles; marks it, deletes nothing.

#[cfg(test)]
mod examples;
mod reach;
mod rows;
mod table;

use super::facts::{Boilerplate, BoilerplateKind};
use super::stamp;
use super::words::{ends_sentence, fold, lines};
use crate::base::Span;
use rows::{Place, Reach};
pub(super) use table::Table;

/// Lines longer than this are text, whatever they say.
const MAX_LINE_BYTES: usize = 900;

/// A line of so many words is a paragraph of the article, if no row says otherwise; so is a sentence of half of them.
const PARAGRAPH_WORDS: usize = 20;

/// Words of a line are counted no further.
const COUNTED_WORDS: usize = 100;

/// One line of a text and what is known of it.
struct Line {
    span: Span,
    /// Words, counted no further than needed.
    num_words: usize,
    is_sentence: bool,
    kind: Option<BoilerplateKind>,
    place: Place,
    reach: Reach,
}

impl Line {
    fn is_paragraph(&self) -> bool {
        self.kind.is_none()
            && (self.num_words >= PARAGRAPH_WORDS || (self.is_sentence && self.num_words * 2 >= PARAGRAPH_WORDS))
    }

    fn is_headline(&self) -> bool {
        self.kind.is_none() && !self.is_paragraph()
    }

    fn mark(&mut self, kind: BoilerplateKind) {
        self.kind.get_or_insert(kind);
    }
}

/// The boilerplate of a plain text, in order; neighbours of one kind are one part.
pub(super) fn of(text: &str) -> Vec<Boilerplate> {
    let table = Table::new();
    let mut found: Vec<Line> = lines(text).map(|span| read_line(&table, text, span)).collect();
    stamps_on_top(text, &mut found);
    drop_misplaced(&mut found);
    reach::apply(text, &mut found);
    let behind = found
        .iter()
        .filter(|line| line.kind.is_none())
        .filter_map(|line| sign_off(&table, text, line.span));
    let mut parts: Vec<Boilerplate> = behind.collect();
    parts.extend(
        found
            .iter()
            .filter_map(|line| line.kind.map(|kind| Boilerplate { span: line.span, kind })),
    );
    parts.sort_by_key(|part| part.span);
    joined(text, parts)
}

/// What one block of a page is by its own words.
pub(super) fn of_line(table: &Table, words: &str) -> Option<BoilerplateKind> {
    (words.len() <= MAX_LINE_BYTES)
        .then(|| table.find(words, &fold(words)))
        .flatten()
        .map(|row| row.kind)
}

fn read_line(table: &Table, text: &str, span: Span) -> Line {
    let words = span.of(text);
    let (mut kind, mut place, mut reach) = (None, Place::Anywhere, Reach::Line);
    if words.len() <= MAX_LINE_BYTES
        && let Some(row) = table.find(words, &fold(words))
    {
        (kind, place, reach) = (Some(row.kind), row.place, row.reach);
    }
    Line {
        span,
        num_words: words.split_whitespace().take(COUNTED_WORDS).count(),
        is_sentence: ends_sentence(words),
        kind,
        place,
        reach,
    }
}

/// A line that is nothing but a date belongs to the page while no paragraph has begun.
fn stamps_on_top(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().take_while(|line| !line.is_paragraph()).take(8) {
        if stamp::is_stamp(line.span.of(text)) {
            line.mark(BoilerplateKind::Other);
        }
    }
}

/// Takes back what stands where its row does not hold.
fn drop_misplaced(lines: &mut [Line]) {
    let after_text = lines.iter().rposition(Line::is_paragraph).map_or(0, |last| last + 1);
    for line in lines.iter_mut().take(after_text) {
        if line.place == Place::Tail {
            line.kind = None;
        }
    }
    for at in 0..lines.len() {
        let Some(line) = lines.get(at).filter(|line| line.place == Place::Beside) else {
            continue;
        };
        let kind = line.kind;
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let mut after = lines
            .iter()
            .skip(at + 1)
            .skip_while(|line| line.place == Place::Beside && line.kind == kind);
        let holds = before.is_some_and(|line| line.kind == kind)
            || after
                .next()
                .is_some_and(|line| line.kind == kind && line.place != Place::Beside);
        if !holds && let Some(line) = lines.get_mut(at) {
            line.kind = None;
        }
    }
}

/// What stands behind the last sentence of an article's line: an editors' sign-off with all that follows it on that
/// line, or a placeholder that the page's program left.
fn sign_off(table: &Table, text: &str, line: Span) -> Option<Boilerplate> {
    let words = line.of(text);
    let mut from = words.len().saturating_sub(MAX_LINE_BYTES);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let end = words.get(from..)?;
    let at_start = (from == 0).then_some(0);
    let behind = end
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?' | '”' | '"'))
        .map(|(at, c)| at + c.len_utf8());
    at_start.into_iter().chain(behind).find_map(|at| {
        let rest = end.get(at..)?;
        let kind = table.behind(rest)?;
        let indent = rest.len() - rest.trim_start().len();
        let start = line.start() + from + at + indent;
        Some(Boilerplate {
            span: Span::new(start, line.end()),
            kind,
        })
    })
}

/// Neighbours of one kind with nothing but blanks between them become one part.
pub(super) fn joined(text: &str, parts: Vec<Boilerplate>) -> Vec<Boilerplate> {
    let mut out: Vec<Boilerplate> = Vec::with_capacity(parts.len());
    for part in parts {
        match out.last_mut() {
            Some(last) if last.kind == part.kind && is_blank(text, last.span, part.span) => {
                last.span = last.span.union(part.span);
            }
            _ => out.push(part),
        }
    }
    out
}

fn is_blank(text: &str, before: Span, after: Span) -> bool {
    Span::new(before.end(), after.start()).of(text).trim().is_empty()
}

#[cfg(test)]
mod tests;
