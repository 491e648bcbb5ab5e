//! Stamps inside a page: live pages, digests and pages joined of several dispatches have parts of several days.

use std::ops::Range;

use super::headed::{is_dateline, line};
use crate::article::{Article, BoilerplateKind};
use crate::base::Span;
use crate::time::{Relative, TimeMention, Value, When};
use crate::token::{Scan, TokenKind};

/// A part of the text that was written on a day of its own, told by the stamp above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The part, its stamp with it.
    pub span: Span,
    /// The stamp, as index into the article's time mentions.
    pub time: usize,
    /// True for the day of writing; the heading of a digest and a timeline's entry are also the day of what they tell.
    pub is_stamp: bool,
}

/// A sentence of so many words is text, not a title or a caption.
const BODY_WORDS: usize = 5;
/// So many sentences of text can stand above the article's own stamp.
const HEAD_SENTENCES: usize = 2;
/// So many stamps make a page of which also the first is one of a part.
const MANY: usize = 3;
/// So many lines that begin with a day make a timeline.
const ENTRIES: usize = 3;
/// A stamp line that is taken out of the article has at most so many bytes.
const STAMP_BYTES: usize = 120;
/// The heading of an entry has at most so many bytes.
const HEADING_BYTES: usize = 60;
/// So many tokens stand between the word for a stamp and its date.
const WORD_BEFORE: usize = 4;
/// So many tokens around a date can hold its clock time.
const CLOCK_NEAR: usize = 6;

/// Words before the date of a stamp.
const STAMPING: &[&str] = &["updated", "update", "posted", "published", "modified", "upd"];

/// Words that may stand on the line of a stamp beside its date.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "updated", "update", "posted", "published", "modified", "last", "first", "on", "at", "the", "of", "am", "pm", "a.m", "p.m",
    "a", "p", "m", "a.m.", "p.m.", "gmt", "utc", "bst", "est", "edt", "et", "cet", "cest", "pst", "pdt", "ist", "hkt", "local", "time",
    "hrs", "hours", "h", "noon", "midnight", "day", "live", "date",
];

/// What sort of stamp it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// "Updated: Wed Mar 12 2031 10:52", also within a line.
    Worded,
    /// "12 March 2031, 10:40 a.m." alone on its line.
    Alone,
    /// "ESTRAVA, March 12 (VNA) -"
    Dateline,
    /// "March 12 - Two bombs go off": a line of a timeline.
    Entry,
    /// "UPDATE, March 14: the toll has risen", "[5:40 p.m. Friday] Shells fall again".
    Note,
}

struct Mark {
    time: usize,
    sort: Sort,
    from: usize,
    /// Sentences of text before it.
    body: usize,
    /// True where the words name the year.
    dated: bool,
}

/// The dated parts of the text, in order; none where it has one day, as most texts have.
pub fn sections(article: &Article, scan: &Scan<'_>, times: &[TimeMention]) -> Vec<Section> {
    let found = times
        .iter()
        .enumerate()
        .filter(|(_, mention)| is_day(&mention.when) && is_of_article(article, mention))
        .filter_map(|(time, mention)| {
            let tokens = scan.tokens_in(mention.span);
            let (sort, start) = stamped(scan, &(tokens.start..tokens.end.max(tokens.start + 1)))?;
            Some((time, sort, start))
        });
    let mut marks: Vec<Mark> = found
        .map(|(time, sort, start)| Mark {
            time,
            sort,
            from: scan.tokens.get(start).map_or(0, |token| token.span.start()),
            body: 0,
            dated: times
                .get(time)
                .is_some_and(|mention| matches!(mention.when, When::Known(_))),
        })
        .collect();
    if marks.is_empty() {
        return Vec::new();
    }
    count_body(scan, &mut marks);
    kept(&mut marks);
    let mut out: Vec<Section> = Vec::new();
    for (index, mark) in marks.iter().enumerate() {
        let next = marks.get(index + 1).map_or(scan.text.len(), |next| next.from);
        let end = match mark.sort {
            // "25 May 2031 - Dovia" alone on its line: the entry stands below it
            Sort::Entry if !is_closed(scan, mark.from) => next,
            Sort::Entry => paragraph_end(scan, mark.from).min(next),
            Sort::Note if mark.body <= HEAD_SENTENCES => paragraph_end(scan, mark.from).min(next),
            _ => next,
        };
        out.push(Section {
            span: Span::new(mark.from, end.max(mark.from)),
            time: mark.time,
            is_stamp: matches!(mark.sort, Sort::Worded | Sort::Note | Sort::Dateline),
        });
    }
    out
}

/// True for what stands in the article itself; a stamp that is taken out as such belongs to it.
fn is_of_article(article: &Article, mention: &TimeMention) -> bool {
    article
        .boilerplate_at(mention.span.start())
        .is_none_or(|part| part.kind == BoilerplateKind::Other && part.span.len() <= STAMP_BYTES)
}

/// The section that holds the byte.
pub fn section_at(sections: &[Section], byte: usize) -> Option<&Section> {
    let after = sections.partition_point(|section| section.span.start() <= byte);
    sections
        .get(after.checked_sub(1)?)
        .filter(|section| section.span.has(byte))
}

/// How the date stands as a stamp, and the token with which its line or note begins.
fn stamped(scan: &Scan<'_>, tokens: &Range<usize>) -> Option<(Sort, usize)> {
    let line = line(scan, tokens);
    // a line of a text with fixed breaks may hold nothing but a date out of its sentence
    let opens = |at: usize| {
        scan.tokens.get(at).is_some_and(|token| {
            let first = scan.sentence_of(at).is_some_and(|sentence| sentence.tokens.start == at);
            at == 0 || token.paragraph_before || token.line_before && first
        })
    };
    let bullet = |at: usize| at > 0 && matches!(scan.lower(at - 1), "•" | "*" | "·" | "-" | "–" | "[") && opens(at - 1);
    let begins = |at: usize| opens(at) || bullet(at);
    let word = (tokens.start.saturating_sub(WORD_BEFORE)..tokens.start)
        .rev()
        .take_while(|&at| scan.lower(at) != "." || at + 1 == tokens.start)
        .find(|&at| STAMPING.contains(&scan.lower(at)));
    let beside = |at: usize| tokens.contains(&at) || is_beside(scan, at);
    if line.clone().all(beside) && begins(line.start) {
        return Some((Sort::Alone, line.start));
    }
    let near = tokens.start.saturating_sub(CLOCK_NEAR)..tokens.end + CLOCK_NEAR;
    let clock = near.clone().any(|at| is_clock(scan, at));
    let year = tokens.clone().any(|at| is_year(scan.lower(at)));
    if let Some(word) = word {
        let start = word - usize::from(word > 0 && matches!(scan.lower(word - 1), "last" | "first" | "[" | "("));
        let colon = (word + 1..tokens.start).any(|at| scan.lower(at) == ":");
        if year && clock && colon {
            return Some((Sort::Worded, start));
        }
        // "UPDATE, March 14: ...", "[Updated 14 March, 9 p.m.]"
        let shuts = |at: usize| matches!(scan.lower(at), ":" | "]" | ")" | "—" | "–" | "--");
        let next = (tokens.end..tokens.end + CLOCK_NEAR).find(|&at| shuts(at) || !is_beside(scan, at));
        let note = next.is_some_and(shuts);
        if note && begins(start) {
            return Some((Sort::Note, start));
        }
    }
    if line.start == tokens.start || is_dateline_place(scan, line.start, tokens) {
        let placed = line.start < tokens.start;
        if placed && begins(line.start) && is_dateline(scan, line.start, tokens) {
            return Some((Sort::Dateline, line.start));
        }
        let sign = (tokens.end..tokens.end + CLOCK_NEAR).find(|&at| !is_beside(scan, at) || scan.lower(at) == ":");
        let parts = sign.is_some_and(|at| matches!(scan.lower(at), "-" | "–" | "—" | "--" | ":"));
        if !placed && begins(line.start) && parts {
            return Some((Sort::Entry, line.start));
        }
    }
    // "[5:40 p.m. Friday in Orla]"
    let open = (tokens.start.saturating_sub(CLOCK_NEAR)..tokens.start)
        .rev()
        .find(|&at| scan.lower(at) == "[")?;
    let shut = (tokens.end..tokens.end + CLOCK_NEAR * 2).any(|at| scan.lower(at) == "]");
    (clock && shut && begins(open)).then_some((Sort::Note, open))
}

/// True where only names and commas stand before the date.
fn is_dateline_place(scan: &Scan<'_>, start: usize, tokens: &Range<usize>) -> bool {
    tokens.start <= start + 8
        && (start..tokens.start).all(|at| {
            scan.tokens
                .get(at)
                .is_some_and(|token| token.kind != TokenKind::Word || token.capital)
        })
}

fn is_beside(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.lower(at);
    BESIDE.contains(&word)
        || is_clock(scan, at)
        || matches!(word, "," | ":" | "|" | "." | "/" | "(" | ")" | "[" | "]")
        || scan
            .tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Numeral && token.lower.len() <= 4)
}

/// "10:52", "10.52", "a.m."
fn is_clock(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.lower(at);
    let digits = word.starts_with(|first: char| first.is_ascii_digit());
    digits && word.contains(':')
        || matches!(word, "am" | "pm" | "a.m." | "p.m." | "gmt" | "utc" | "edt" | "est")
        || digits && (word.ends_with("am") || word.ends_with("pm"))
        || scan.lower(at + 1) == ":" && digits && scan.lower(at + 2).len() == 2
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day, whole or by weekday or month.
fn is_day(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Day(_) | Value::PartOfDay(..)),
        When::Hanging(hanging) => matches!(
            hanging.relative,
            Relative::Weekday(..) | Relative::MonthDay(..) | Relative::MonthDayOf(..)
        ),
        When::Unknown => false,
    }
}

/// Counts for every mark the sentences of text that stand before it.
fn count_body(scan: &Scan<'_>, marks: &mut [Mark]) {
    let mut sentences = scan.sentences.iter().peekable();
    let mut body = 0;
    for mark in marks {
        while let Some(sentence) = sentences.next_if(|sentence| sentence.span.end() <= mark.from) {
            let words = scan.tokens.get(sentence.tokens.clone()).map_or(0, |tokens| {
                tokens.iter().filter(|token| token.kind == TokenKind::Word).count()
            });
            let closed = sentence
                .span
                .of(scan.text)
                .trim_end()
                .ends_with(['.', '!', '?', '”', '"']);
            body += usize::from(words >= BODY_WORDS && closed);
        }
        mark.body = body;
    }
}

/// Drops the stamps of the article itself and those that stand too few to part it.
fn kept(marks: &mut Vec<Mark>) {
    // stamps right under one another are one
    marks.dedup_by(|later, first| {
        later.body == first.body && later.sort != Sort::Entry && first.sort != Sort::Entry && later.sort != Sort::Note
    });
    let entries = marks.iter().filter(|mark| mark.sort == Sort::Entry).count();
    // two entries are enough where both name their year and nothing stands above them
    let dated = marks
        .first()
        .is_some_and(|first| first.sort == Sort::Entry && first.body == 0)
        && marks.iter().all(|mark| mark.sort != Sort::Entry || mark.dated);
    marks.retain(|mark| mark.sort != Sort::Entry || entries >= ENTRIES || entries > 1 && dated);
    let stamps = marks
        .iter()
        .filter(|mark| matches!(mark.sort, Sort::Worded | Sort::Alone))
        .count();
    let others = marks
        .iter()
        .filter(|mark| matches!(mark.sort, Sort::Dateline | Sort::Note))
        .count();
    let headings = marks.iter().filter(|mark| mark.sort == Sort::Alone).count();
    // the first heading stands above all text, and text parts it from the next
    let digest = headings > 1
        && marks
            .first()
            .is_some_and(|first| first.sort == Sort::Alone && first.body == 0);
    marks.retain(|mark| match mark.sort {
        Sort::Entry | Sort::Note => true,
        Sort::Dateline => mark.body > HEAD_SENTENCES,
        Sort::Alone if mark.body == 0 => headings > 1,
        Sort::Worded if mark.body == 0 => stamps > MANY,
        Sort::Alone if digest => true,
        Sort::Worded | Sort::Alone if mark.body <= HEAD_SENTENCES => stamps >= MANY,
        Sort::Worded | Sort::Alone => stamps + others > 1,
    });
}

/// True where the paragraph that holds the byte ends as a sentence does, or is as long as one.
fn is_closed(scan: &Scan<'_>, from: usize) -> bool {
    let end = paragraph_end(scan, from);
    let line = scan.text.get(from..end).unwrap_or_default().trim_end();
    line.ends_with(['.', '!', '?', '”', '"', ')', ':', ';']) || line.len() > HEADING_BYTES
}

/// Where the paragraph ends that holds the byte.
fn paragraph_end(scan: &Scan<'_>, from: usize) -> usize {
    let first = scan.tokens.partition_point(|token| token.span.start() <= from);
    scan.tokens
        .get(first..)
        .unwrap_or_default()
        .iter()
        .find(|token| token.paragraph_before)
        .map_or(scan.text.len(), |token| token.span.start())
}
