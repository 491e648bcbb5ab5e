//! Entries of timelines and digests, each with a day of its own.

use std::ops::Range;

use super::day::Sort;
use super::lexicon::Tag;
use super::text::Text;
use super::when::Times;
use super::when_row::{Row, is_day};
use crate::time::is_month;

/// How many lines one entry of a timeline can have.
const ENTRY_LINES: usize = 8;
/// A line of so many tokens is a title.
const SHORT: usize = 6;
/// How many entries make a timeline whose lines run on.
const GLUED: usize = 3;

impl Times {
    /// "August 29 - Algeria announces": the date of a timeline's entry, also for the lines below it that begin with a dash;
    /// else the heading of the digest's entry.
    pub(super) fn entry(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
        let mut here = sentence.clone();
        for _ in 0..ENTRY_LINES {
            let found = self
                .in_sentence(&here)
                .find(|(_, row)| {
                    row.tokens.start <= here.start + 1
                        && (is_dash(text, row.tokens.end) || text.lower(row.tokens.end) == ":")
                })
                .map(|(index, _)| index);
            if found.is_some() {
                return found;
            }
            let goes_on = self.entries.len() > self.headings.len()
                && text
                    .scan
                    .sentence_of(here.start)
                    .is_some_and(|here| !here.paragraph_before || self.between_lines(text, &here.tokens));
            if !is_dash(text, sentence.start) && !goes_on || here.start == 0 {
                break;
            }
            here = text.sentence(here.start - 1);
        }
        let above = self
            .headings
            .partition_point(|&index| self.rows.get(index).is_some_and(|row| row.tokens.end <= sentence.start));
        self.headings.get(above.checked_sub(1)?).copied()
    }

    /// The time expressions of the entry in which a count stands, its day first, in a timeline whose lines run on.
    pub(super) fn glued_entry(&self, text: &Text<'_, '_>, phrase: usize) -> Option<Range<usize>> {
        let start = |index: usize| self.rows.get(index).map(|row| row.tokens.start);
        let next = self.glued.partition_point(|&index| start(index) < Some(phrase));
        let from = *self.glued.get(next.checked_sub(1)?)?;
        let to = self.glued.get(next).copied();
        // the last entry ends with its sentence
        (to.is_some() || text.sentence(phrase).contains(&start(from)?)).then(|| from..to.unwrap_or(self.rows.len()))
    }

    /// True where the entry's day, at `index`, is that of a count in the sentence.
    pub(super) fn heads(&self, text: &Text<'_, '_>, sentence: &Range<usize>, index: usize) -> bool {
        // "rebels say they have seized three": just then
        let said = |at: usize| (at.saturating_sub(3)..at).any(|at| text.is(at, Tag::SAY));
        let runs = sentence.clone().any(|at| match text.lower(at) {
            "have" | "has" => !said(at),
            "since" => true,
            _ => false,
        });
        let opens = text
            .scan
            .sentence_of(sentence.start)
            .is_some_and(|here| here.paragraph_before);
        let dashed = is_dash(text, sentence.start)
            && text
                .scan
                .tokens
                .get(sentence.start)
                .is_some_and(|token| token.line_before);
        !runs && (opens || dashed) && self.entries.contains(&index) && self.between_lines(text, sentence)
    }

    /// True where the sentence stands in a paragraph below a timeline's entry, with another entry to come.
    fn between_lines(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
        let lines = self.entries.get(self.headings.len()..).unwrap_or_default();
        let next = lines.partition_point(|&index| {
            self.rows
                .get(index)
                .is_some_and(|row| row.tokens.start < sentence.start)
        });
        let closed = matches!(text.lower(sentence.end.saturating_sub(1)), "." | "\"" | "”" | "!" | "?");
        next > 0 && next < lines.len() && closed && sentence.len() > SHORT
    }
}

/// "3 Feb: Ten shot in Orla 5 May: Two bombs kill 9 7 Jun: Truce": the days of entries that run on, at least three.
pub(super) fn glued(text: &Text<'_, '_>, rows: &[Row]) -> Vec<usize> {
    let opens = |row: &Row| {
        row.sort == Sort::Date
            && is_day(&row.when)
            && text.lower(row.tokens.end) == ":"
            && row.tokens.clone().any(|at| is_month(text.lower(at)))
            && row
                .tokens
                .clone()
                .any(|at| text.is_number(at) || text.quantity(at).is_some())
    };
    let found: Vec<usize> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| opens(row))
        .map(|(index, _)| index)
        .collect();
    let runs_on = |&index: &usize| rows.get(index).is_some_and(|row| !text.opens_line(row.tokens.start));
    if found.len() >= GLUED && found.iter().any(runs_on) {
        found
    } else {
        Vec::new()
    }
}

/// "August 29 – Two bombs go off": a line of a timeline.
pub(super) fn heads_line(text: &Text<'_, '_>, row: &Row) -> bool {
    row.sort == Sort::Date
        && is_day(&row.when)
        && text.opens_line(row.tokens.start)
        && matches!(text.lower(row.tokens.end), "-" | "–" | "—" | "--" | ":")
}

/// A sign with which a line of a list begins, or that stands behind a day.
fn is_dash(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "-" | "–" | "—" | "--" | "•")
}
