//! Lines become paragraphs, over the ends of columns and pages, and words that were broken become whole.

use std::collections::HashSet;

use super::super::Body;
use super::columns::{Line, Piece};
use crate::article::facts::{Boilerplate, BoilerplateKind};
use crate::base::Span;

/// Signs that begin a point of a list.
const BULLETS: &[char] = &['•', '▪', '‣', '◦', '■', '●', '–', '—', '*', '·', '○', '►', '➢', '✓'];

/// First parts of words that keep their hyphen.
const FIRST_PARTS: &[&str] = &[
    "well",
    "self",
    "long",
    "short",
    "high",
    "low",
    "half",
    "full",
    "part",
    "non",
    "ex",
    "so",
    "anti",
    "pro",
    "co",
    "cross",
    "vice",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "one",
    "first",
    "second",
    "third",
    "mid",
    "year",
    "large",
    "small",
    "hard",
    "open",
    "old",
    "new",
    "far",
    "left",
    "right",
    "state",
    "government",
    "city",
    "door",
    "house",
    "decision",
    "law",
    "peace",
    "cease",
    "semi",
    "air",
    "sea",
    "land",
    "ill",
    "by",
    "on",
    "off",
];

/// All pages' text, paragraph by paragraph.
pub(super) struct Paragraphs {
    body: Body,
    /// Words that the document has unbroken, small letters.
    whole: HashSet<String>,
    /// The last line of the open paragraph, with the right edge of its column.
    last: Option<(Line, f32)>,
    /// Heads and feet that wait for the paragraph's end.
    furniture: Vec<String>,
    /// Footnotes that wait for it.
    notes: Vec<String>,
    /// The usual size of letters.
    size: f32,
    /// A page's first words are still to come.
    page_is_due: bool,
}

impl Paragraphs {
    pub(super) fn new(size: f32, whole: HashSet<String>) -> Self {
        Self {
            body: Body::default(),
            whole,
            last: None,
            furniture: Vec::new(),
            notes: Vec::new(),
            size,
            page_is_due: false,
        }
    }

    /// A page's heads and feet, and its pieces in reading order.
    pub(super) fn page(&mut self, furniture: Vec<String>, pieces: Vec<Piece>) {
        if self.page_is_due {
            self.begin_page();
        }
        self.page_is_due = true;
        self.furniture.extend(furniture);
        for piece in pieces {
            match piece {
                Piece::Lines(lines) => self.lines(lines),
                Piece::Table(rows) => {
                    self.close();
                    self.block(&rows.join("\n"));
                }
            }
        }
    }

    /// Bytes of text so far.
    pub(super) fn len(&self) -> usize {
        self.body.text.len()
    }

    pub(super) fn finish(mut self) -> Body {
        self.close();
        if self.page_is_due {
            self.begin_page();
        }
        self.body
    }

    fn begin_page(&mut self) {
        self.page_is_due = false;
        self.body.pages.push(self.body.text.len());
    }

    fn lines(&mut self, mut lines: Vec<Line>) {
        for note in footnotes(&mut lines, self.size) {
            let text = self.joined(&note);
            self.notes.push(text);
        }
        let edges = Edges::of(&lines);
        for (at, line) in lines.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| lines.get(before));
            let goes_on = match (before, &self.last) {
                (Some(before), Some(_)) => !begins(before, line, &edges, lines.get(at + 1)),
                (None, Some((last, right))) => goes_on(last, line, *right),
                _ => false,
            };
            if !goes_on {
                self.close();
            }
            self.add(line);
            self.last = Some((line.clone(), edges.right));
        }
    }

    /// Puts a line behind the open paragraph, or begins one.
    fn add(&mut self, line: &Line) {
        if self.last.is_none() {
            self.part();
            if self.page_is_due {
                self.begin_page();
            }
            self.body.text.push_str(&line.text);
            return;
        }
        let glue = glue(&self.body.text, &line.text, &self.whole);
        if glue == Glue::Whole {
            self.body.text.pop();
        } else if glue == Glue::Blank {
            self.body.text.push(' ');
        }
        if self.page_is_due {
            self.begin_page();
        }
        self.body.text.push_str(&line.text);
    }

    /// Lines of one paragraph as one text.
    fn joined(&self, lines: &[Line]) -> String {
        let mut out = String::new();
        for line in lines {
            if !out.is_empty() {
                match glue(&out, &line.text, &self.whole) {
                    Glue::Whole => drop(out.pop()),
                    Glue::Blank => out.push(' '),
                    Glue::Hyphen => {}
                }
            }
            out.push_str(&line.text);
        }
        out
    }

    /// Ends the paragraph; what waited for its end comes now.
    fn close(&mut self) {
        self.last = None;
        drop_soft_hyphen(&mut self.body.text);
        for note in std::mem::take(&mut self.notes) {
            self.block(&note);
        }
        for text in std::mem::take(&mut self.furniture) {
            let start = self.block(&text);
            self.body.boilerplate.push(Boilerplate {
                span: Span::new(start, self.body.text.len()),
                kind: BoilerplateKind::Other,
            });
        }
    }

    /// A block of its own; where it begins.
    fn block(&mut self, text: &str) -> usize {
        self.part();
        let start = self.body.text.len();
        if self.page_is_due {
            self.begin_page();
        }
        self.body.text.push_str(text);
        start
    }

    fn part(&mut self) {
        if !self.body.text.is_empty() {
            self.body.text.push_str("\n\n");
        }
    }
}

fn drop_soft_hyphen(text: &mut String) {
    if text.ends_with('\u{ad}') {
        text.pop();
    }
}

/// The edges of a column and the usual distance of its lines.
struct Edges {
    left: f32,
    right: f32,
    pitch: f32,
}

impl Edges {
    fn of(lines: &[Line]) -> Self {
        let mut pitches: Vec<f32> = lines
            .windows(2)
            .filter_map(|pair| match pair {
                [one, other] if (one.size - other.size).abs() < 0.5 => Some(other.base - one.base),
                _ => None,
            })
            .filter(|pitch| *pitch > 0.0)
            .collect();
        pitches.sort_by(f32::total_cmp);
        Self {
            left: lines.iter().map(|line| line.left).fold(f32::MAX, f32::min),
            right: lines.iter().map(|line| line.right).fold(0.0, f32::max),
            pitch: pitches.get(pitches.len() / 2).copied().unwrap_or(f32::MAX),
        }
    }
}

/// True where `line` begins a paragraph of its own behind `before`, in one column.
fn begins(before: &Line, line: &Line, edges: &Edges, after: Option<&Line>) -> bool {
    let size = before.size.max(line.size);
    let gap = line.base - before.base;
    if (before.size - line.size).abs() > size * 0.13 || line.text.starts_with(BULLETS) {
        return true;
    }
    if gap > (edges.pitch * 1.3).min(size * 2.4) || (edges.pitch > size * 3.0 && gap > size * 1.8) || gap < 0.0 {
        return true;
    }
    let indent = line.left - before.left;
    let shift = (line.left + line.right) / 2.0 - (before.left + before.right) / 2.0;
    let is_centred = shift.abs() < size * 0.25 && line.left > edges.left + size * 0.5;
    let next_is_back =
        after.is_none_or(|after| after.left < line.left - size * 0.4 || after.base - line.base > gap * 1.3);
    if indent > size * 0.6 && before.left < edges.left + size * 0.5 && !is_centred && next_is_back {
        return true;
    }
    fits_before(before, line, edges.right) && (ends_sentence(&before.text) || !begins_small(&line.text))
}

/// True where `line` goes on with what ended a column or a page.
fn goes_on(last: &Line, line: &Line, right: f32) -> bool {
    let is_same = (last.size - line.size).abs() < last.size * 0.13;
    let is_broken = last.text.ends_with(['-', '\u{ad}']);
    is_same
        && !line.text.starts_with(BULLETS)
        && !ends_sentence(&last.text)
        && (begins_small(&line.text) || is_broken || !fits_before(last, line, right))
}

/// True where the first word of the line would have had room on the line before.
fn fits_before(before: &Line, line: &Line, right: f32) -> bool {
    before.right + before.size * 0.25 + line.first_width < right - before.size * 0.3
}

fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']);
    end.ends_with(['.', '!', '?', ':', '…', '؟', '۔', '。'])
}

fn begins_small(text: &str) -> bool {
    let first = text
        .chars()
        .find(|letter| !matches!(letter, '(' | '"' | '“' | '‘' | '\''));
    first.is_some_and(char::is_lowercase)
}

/// How two lines are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Glue {
    Blank,
    /// The hyphen stays, and nothing comes between.
    Hyphen,
    /// The hyphen goes: it broke a word.
    Whole,
}

fn glue(before: &str, after: &str, whole: &HashSet<String>) -> Glue {
    if before.ends_with('\u{ad}') {
        return Glue::Whole;
    }
    let Some(rest) = before.strip_suffix('-') else {
        return Glue::Blank;
    };
    let first: String = rest
        .chars()
        .rev()
        .take_while(|letter| letter.is_alphanumeric())
        .collect();
    let first: String = first.chars().rev().collect();
    let second: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
    if first.is_empty() {
        // a dash
        return Glue::Blank;
    }
    let is_break = first.chars().all(char::is_alphabetic) && second.chars().next().is_some_and(char::is_lowercase);
    if !is_break {
        return if after.starts_with(char::is_alphanumeric) {
            Glue::Hyphen
        } else {
            Glue::Blank
        };
    }
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    if matches!(second.as_str(), "and" | "or" | "to") && !whole.contains(&format!("{first}{second}")) {
        // "two- and three-year"
        return Glue::Blank;
    }
    // a word of the document says whether it is written with its hyphen
    if whole.contains(&format!("{first}{second}")) {
        return Glue::Whole;
    }
    let has_hyphen = whole.contains(&format!("{first}-{second}")) || rest.ends_with(&format!("-{first}"));
    if has_hyphen || FIRST_PARTS.contains(&first.as_str()) {
        return Glue::Hyphen;
    }
    Glue::Whole
}

/// Takes the footnotes off the end of a column: small lines behind larger ones, the first with a mark.
fn footnotes(lines: &mut Vec<Line>, usual: f32) -> Vec<Vec<Line>> {
    let is_small = |line: &Line| line.size < usual * 0.93;
    let num_small = lines.iter().rev().take_while(|line| is_small(line)).count();
    let begin = lines.len() - num_small;
    let is_mark = |line: &Line| {
        let rest = line.text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_number =
            rest.len() < line.text.len() && line.text.len() - rest.len() <= 3 && rest.starts_with([' ', '.', ')']);
        line.begins_note || is_number || line.text.starts_with(['*', '†', '‡', '§'])
    };
    let first = lines.iter().skip(begin).position(&is_mark);
    let Some(first) = first.filter(|_| begin > 0) else {
        return Vec::new();
    };
    let taken = lines.split_off(begin + first);
    let mut out: Vec<Vec<Line>> = Vec::new();
    for line in taken {
        match out.last_mut() {
            Some(note) if !is_mark(&line) => note.push(line),
            _ => out.push(vec![line]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::columns::{Line, Piece};
    use super::{Glue, Paragraphs, glue};

    /// Lines of a column from 40 to 240, letters of half their size; a leading blank is an indent.
    fn lines(texts: &[&str]) -> Piece {
        let lines = texts.iter().enumerate().map(|(at, text)| {
            let words = text.trim_start();
            let left = 40.0 + 6.0 * (text.len() - words.len()) as f32;
            let first = words.split(' ').next().unwrap_or_default();
            Line {
                text: words.to_owned(),
                left,
                right: left + 5.0 * words.chars().count() as f32,
                base: 100.0 + 12.0 * at as f32,
                size: 10.0,
                first_width: 5.0 * first.len() as f32,
                begins_note: false,
            }
        });
        Piece::Lines(lines.collect())
    }

    #[test]
    fn lines_are_joined_and_indents_begin_paragraphs() {
        let mut paragraphs = Paragraphs::new(10.0, HashSet::new());
        paragraphs.page(
            vec!["Head".to_owned()],
            vec![lines(&[
                "At least six people were held on Thurs-",
                "day, police said, after the march went",
                "on.",
                "  Seven more were held in the evening,",
                "the spokeswoman of the ministry, Al-",
                "Nasr, said to reporters of the town and",
            ])],
        );
        paragraphs.page(
            Vec::new(),
            vec![lines(&["of the lower valley. The rest was free in", "the morning."])],
        );
        let body = paragraphs.finish();
        assert_eq!(
            body.text,
            "At least six people were held on Thursday, police said, after the march went on.\n\nHead\n\nSeven more \
             were held in the evening, the spokeswoman of the ministry, Al-Nasr, said to reporters of the town and \
             of the lower valley. The rest was free in the morning."
        );
        assert_eq!(body.boilerplate[0].span.of(&body.text), "Head");
        let second = body.pages[1];
        assert!(
            body.text.get(second..).unwrap().starts_with("of the lower valley"),
            "{:?}",
            body.pages
        );
    }

    #[test]
    fn hyphens_are_told_apart() {
        let whole: HashSet<String> = ["ceasefire", "north-east"].map(str::to_owned).into();
        for (before, after, expected) in [
            ("on Thurs-", "day", Glue::Whole),
            ("Al-", "Nasr", Glue::Hyphen),
            ("the cease-", "fire", Glue::Whole),
            ("the north-", "east", Glue::Hyphen),
            ("a well-", "documented case", Glue::Hyphen),
            ("a 10-", "year term", Glue::Hyphen),
            ("two-", "and three-year", Glue::Blank),
            ("it was -", "they said", Glue::Blank),
            ("soft\u{ad}", "ware", Glue::Whole),
            ("no break", "here", Glue::Blank),
        ] {
            assert_eq!(glue(before, after, &whole), expected, "{before} {after}");
        }
    }
}
