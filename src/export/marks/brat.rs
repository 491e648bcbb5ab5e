//! brat standoff: the text, and lines of marks beside it; offsets are code points. A claim is an event on its words, what
//! other words are to it are its arguments; what brat keeps in lists are attributes, the rest are notes in JSON.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::brat_conf::{ANNOTATION, VISUAL, event, name_type, part_type, role_type};
use super::fields::{CLAIM_FIELDS, Told};
use super::files::{marks_folder, text_file};
use super::model::{ClaimMark, MarkedArticle, each_article};
use super::options::Wanted;
use crate::base::{Offsets, Span};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// Fields that brat keeps as attributes with a list of values, with the attribute's name.
pub(super) const ATTRIBUTES: &[(&str, &str)] = &[
    ("qualifier", "Qualifier"),
    ("form", "Form"),
    ("victim_class", "VictimClass"),
    ("scope", "Scope"),
    ("modality", "Modality"),
    ("status", "Status"),
    ("made_by", "MadeBy"),
];

/// A folder with three files an article less one: text and marks, and the configuration for all.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let mut files = vec![
        text_file("annotation.conf", ANNOTATION),
        text_file("visual.conf", VISUAL),
    ];
    let count = each_article(input, &Wanted::new(options), watch, |article| {
        let stem = article.file_stem();
        files.push(text_file(format!("{stem}.txt"), plain(article.text)));
        files.push(text_file(format!("{stem}.ann"), Standoff::new(article).written()));
    })?;
    Ok(marks_folder(files, &count))
}

/// The text with line feeds only, character for character as long.
pub(super) fn plain(text: &str) -> String {
    text.replace('\r', " ")
}

/// Characters that end a line somewhere, or a column: marks are cut there.
fn cuts(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of one article's marks.
struct Standoff<'a, 'i> {
    article: &'a MarkedArticle<'i>,
    offsets: Offsets<'a>,
    out: String,
    /// Marks of words of claims that stand already, by type and place.
    placed: BTreeMap<(&'static str, Span), usize>,
    texts: usize,
    attributes: usize,
    notes: usize,
}

impl<'a, 'i> Standoff<'a, 'i> {
    fn new(article: &'a MarkedArticle<'i>) -> Self {
        Self {
            article,
            offsets: Offsets::new(article.text),
            out: String::new(),
            placed: BTreeMap::new(),
            texts: 0,
            attributes: 0,
            notes: 0,
        }
    }

    fn written(mut self) -> String {
        let article = self.article;
        for name in &article.names {
            let fields = json!({"canonical": name.canonical, "entity": name.entity, "made_by": name.by.id()});
            self.plain_mark(name_type(name.kind), name.span, &fields);
        }
        for time in &article.times {
            self.plain_mark("Time", time.span, &json!({"value": time.value}));
        }
        for part in &article.parts {
            self.plain_mark(part_type(), part.span, &json!({"kind": part.kind.id()}));
        }
        for (number, claim) in (1..).zip(&article.claims) {
            self.claim(number, claim);
        }
        self.out
    }

    fn plain_mark(&mut self, sort: &'static str, span: Span, fields: &Value) {
        if let Some(mark) = self.text(sort, span) {
            self.note("Fields", &format!("T{mark}"), &fields.to_string());
        }
    }

    /// A line of words; `None` where they are nothing but line ends.
    fn text(&mut self, sort: &'static str, span: Span) -> Option<usize> {
        let pieces = pieces(self.article.text, span);
        if pieces.is_empty() {
            return None;
        }
        self.texts += 1;
        let places = pieces.iter().map(|piece| {
            let (start, end) = self.offsets.chars(*piece);
            format!("{start} {end}")
        });
        let places = places.collect::<Vec<_>>().join(";");
        let words: Vec<&str> = pieces.iter().map(|piece| piece.of(self.article.text)).collect();
        let line = format!("T{}\t{sort} {places}\t{}\n", self.texts, words.join(" "));
        self.out.push_str(&line);
        Some(self.texts)
    }

    /// Words of a claim; the same words as the same thing are marked once.
    fn words(&mut self, sort: &'static str, span: Span) -> Option<usize> {
        if let Some(mark) = self.placed.get(&(sort, span)) {
            return Some(*mark);
        }
        let mark = self.text(sort, span)?;
        self.placed.insert((sort, span), mark);
        Some(mark)
    }

    fn claim(&mut self, number: usize, claim: &ClaimMark<'_>) {
        let sort = event(claim.claim().kind);
        let arguments = claim.roles.iter().filter_map(|(role, span)| {
            let sort = role_type(*role);
            Some(format!(" {sort}:T{}", self.words(sort, *span)?))
        });
        let arguments: String = arguments.collect();
        let Some(trigger) = self.text(sort, claim.span) else {
            return;
        };
        let line = format!("E{number}\t{sort}:T{trigger}{arguments}\n");
        self.out.push_str(&line);
        let event = format!("E{number}");
        let mut rest = Map::new();
        for field in CLAIM_FIELDS {
            let told = (field.read)(claim);
            match (ATTRIBUTES.iter().find(|(id, _)| *id == field.id), &told) {
                (Some((_, name)), Told::Words(value)) => self.attribute(name, &event, Some(value)),
                (_, Told::Flag(true)) => self.attribute("PartOf", &event, None),
                (_, Told::Flag(false)) => {}
                _ => rest.extend(told.json().map(|value| (field.id.to_owned(), value))),
            }
        }
        self.note("Fields", &event, &Value::Object(rest).to_string());
        if !claim.record.note.is_empty() {
            let words: Vec<&str> = claim.record.note.split_whitespace().collect();
            self.note("AnnotatorNotes", &event, &words.join(" "));
        }
    }

    fn attribute(&mut self, name: &str, of: &str, value: Option<&str>) {
        self.attributes += 1;
        let value = value.map(|value| format!(" {value}")).unwrap_or_default();
        self.out
            .push_str(&format!("A{}\t{name} {of}{value}\n", self.attributes));
    }

    fn note(&mut self, sort: &str, of: &str, words: &str) {
        self.notes += 1;
        self.out.push_str(&format!("#{}\t{sort} {of}\t{words}\n", self.notes));
    }
}

/// The parts of a span between line ends, without blanks around them: brat's fragments.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start();
    let words = span.of(text);
    for piece in words.split(cuts) {
        let head = piece.len() - piece.trim_start().len();
        let inner = piece.trim();
        if !inner.is_empty() {
            pieces.push(Span::new(start + head, start + head + inner.len()));
        }
        start += piece.len();
        let cut = text.get(start..span.end()).and_then(|rest| rest.chars().next());
        start += cut.map_or(0, char::len_utf8);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Span, pieces, plain};

    #[test]
    fn marks_over_line_ends_are_cut_there() {
        let text = "ten men\r\n  died\t\u{2028}here ";
        let found: Vec<&str> = pieces(text, Span::new(0, text.len()))
            .iter()
            .map(|one| one.of(text))
            .collect();
        assert_eq!(found, ["ten men", "died", "here"]);
        assert!(pieces("\n \r\n", Span::new(0, 4)).is_empty());
        assert_eq!(plain("a\r\nb\rc"), "a \nb c");
    }

    proptest! {
        #[test]
        fn pieces_hold_all_that_is_not_blank(text in "[ab \n\r\té😀\u{2028}ق]{0,30}", cut in 0_usize..30) {
            let start = text.char_indices().nth(cut).map_or(0, |(at, _)| at);
            let span = Span::new(start, text.len());
            let found = pieces(&text, span);
            prop_assert!(found.windows(2).all(|pair| pair[0].end() < pair[1].start()));
            let held: String = found.iter().map(|one| one.of(&text)).collect();
            let blank = |c: char| c.is_whitespace();
            prop_assert_eq!(held.replace(blank, ""), span.of(&text).replace(blank, ""));
            let trimmed = |one: &Span| one.of(&text).trim().len() == one.len() && !one.of(&text).contains('\n');
            prop_assert!(found.iter().all(trimmed));
        }
    }
}
