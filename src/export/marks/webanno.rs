//! WebAnno TSV 3.3, the table that INCEpTION reads: a token a line, a column a feature; offsets in UTF-16 units.
//!
//! Every mark carries a number in brackets, which ties its lines together. A mark that begins or ends within a token
//! stands on lines of parts of that token.

use std::collections::BTreeMap;
use std::ops::Range;

use super::conll::tag;
use super::fields::{CLAIM_FIELDS, role_id};
use super::files::{marks_folder, text_file};
use super::layers::{BOILERPLATE, CLAIM, CLAIM_ROLES, CLAIM_WORDS, NAMED_ENTITY, ROLES, TIME, own_layers};
use super::model::{ClaimMark, MarkedArticle, each_article};
use super::options::Wanted;
use super::typesystem::typesystem;
use super::webanno_text::{escaped_text, escaped_value};
use crate::base::{Span, Utf16};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// What is to be done before the marks can be read.
const READ_ME: &str = "\
These are texts with marks as WebAnno TSV 3.3, for INCEpTION and WebAnno.

1. Open the settings of a project there, then Layers, and import layers.xml: it brings the layers Claim, ClaimWords,
   TimeExpression and Boilerplate. Names use the layer for named entities, which is there already.
2. Import the .tsv files under Documents, with the format WebAnno TSV v3.3.

Blanks between two sentences are kept in number, not in kind. names.tsv tells what the entities are called.
";

/// A folder with a table an article, the layers to import before, and the names of entities.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let wanted = Wanted::new(options);
    let mut files = vec![
        text_file("layers.xml", typesystem(&own_layers())),
        text_file("README.txt", READ_ME),
    ];
    let mut entities: BTreeMap<String, (&'static str, String)> = BTreeMap::new();
    let mut empty = 0;
    let count = each_article(input, &wanted, watch, |article| {
        for name in &article.names {
            let row = || (name.kind.id(), name.canonical.to_owned());
            entities.entry(name.entity.clone()).or_insert_with(row);
        }
        match Table::new(article).written(&wanted) {
            Some(table) => files.push(text_file(format!("{}.tsv", article.file_stem()), table)),
            None => empty += 1,
        }
    })?;
    if wanted.names {
        files.push(text_file("names.tsv", names_table(&entities)));
    }
    let mut output = marks_folder(files, &count);
    output.notes.extend((empty > 0).then(|| {
        let articles = crate::show::words::count(empty, "article");
        format!("{articles} without a word: such texts cannot be written as WebAnno TSV.")
    }));
    Ok(output)
}

fn names_table(entities: &BTreeMap<String, (&'static str, String)>) -> String {
    let mut out = "identifier\tkind\tname\n".to_owned();
    for (id, (kind, name)) in entities {
        let name = name.replace(|c: char| c.is_control(), " ");
        out.push_str(&format!("urn:tallyscope:entity:{id}\t{kind}\t{name}\n"));
    }
    out
}

/// A mark with the cells of its columns, still without its number.
struct Mark {
    span: Span,
    cells: Vec<Option<String>>,
    /// What other words are to it: the role and the number of their mark.
    roles: Option<Vec<(&'static str, usize)>>,
}

/// The columns of one layer with its marks.
struct Columns {
    head: String,
    marks: Vec<(usize, Mark)>,
    width: usize,
}

/// One article.
struct Table<'a, 'i> {
    article: &'a MarkedArticle<'i>,
    units: Utf16<'a>,
    last_number: usize,
}

/// By token: marks on all of it, and on parts of it.
type Rows = BTreeMap<usize, BTreeMap<PartKey, Vec<usize>>>;

/// Parts of a token in their order: the whole token first, then by beginning, the longer one first.
type PartKey = (usize, std::cmp::Reverse<usize>);

impl<'a, 'i> Table<'a, 'i> {
    fn new(article: &'a MarkedArticle<'i>) -> Self {
        Self {
            article,
            units: Utf16::new(article.text),
            last_number: 0,
        }
    }

    /// `None` for a text without tokens: there is no such table.
    fn written(mut self, wanted: &Wanted) -> Option<String> {
        if self.article.sentences.list.is_empty() {
            return None;
        }
        let layers = self.layers(wanted);
        let rows: Vec<Rows> = layers.iter().map(|layer| self.rows(layer)).collect();
        let mut out = "#FORMAT=WebAnno TSV 3.3\n".to_owned();
        for layer in &layers {
            out.push_str(&layer.head);
            out.push('\n');
        }
        out.push('\n');
        let firsts = self.first_units(&layers, &rows);
        for (number, sentence) in (1..).zip(&self.article.sentences.list) {
            out.push('\n');
            for line in sentence.span.of(self.article.text).split('\n') {
                out.push_str(&format!("#Text={}\n", escaped_text(line)));
            }
            for (nth, token) in (1..).zip(sentence.tokens.clone()) {
                self.token(&mut out, (format!("{number}-{nth}"), token), (&layers, &rows, &firsts));
            }
        }
        Some(out)
    }

    fn layers(&mut self, wanted: &Wanted) -> Vec<Columns> {
        let article = self.article;
        let mut layers = Vec::new();
        if wanted.names {
            let marks = article.names.iter().map(|name| {
                let identifier = format!("urn:tallyscope:entity:{}", name.entity);
                (name.span, vec![Some(identifier), Some(tag(name.kind).to_owned())])
            });
            layers.push(self.plain(NAMED_ENTITY, &["identifier", "value"], marks.collect()));
        }
        if wanted.times {
            let marks = article.times.iter().map(|time| (time.span, vec![time.value.clone()]));
            layers.push(self.plain(TIME, &["value"], marks.collect()));
        }
        if wanted.boilerplate {
            let marks = article
                .parts
                .iter()
                .map(|part| (part.span, vec![Some(part.kind.id().to_owned())]));
            layers.push(self.plain(BOILERPLATE, &["kind"], marks.collect()));
        }
        let words = article.claims.iter().flat_map(|claim| &claim.roles);
        let words = words.map(|(role, span)| (*span, vec![Some(role_id(*role).to_owned())]));
        let words = self.plain(CLAIM_WORDS, &["role"], words.collect());
        let mut word_numbers = words.marks.iter().map(|(number, _)| *number);
        let claims: Vec<Mark> = article
            .claims
            .iter()
            .map(|claim| claim_mark(claim, &mut word_numbers))
            .collect();
        drop(word_numbers);
        layers.push(words);
        layers.push(self.claims(claims));
        layers
    }

    fn plain(&mut self, layer: &str, features: &[&str], marks: Vec<(Span, Vec<Option<String>>)>) -> Columns {
        let marks = marks.into_iter().map(|(span, cells)| Mark {
            span,
            cells,
            roles: None,
        });
        Columns {
            head: format!("#T_SP={layer}|{}", features.join("|")),
            width: features.len(),
            marks: self.numbered(marks.collect()),
        }
    }

    fn claims(&mut self, marks: Vec<Mark>) -> Columns {
        let features: Vec<&str> = CLAIM_FIELDS.iter().map(|field| field.feature).collect();
        let features = features.join("|");
        Columns {
            head: format!("#T_SP={CLAIM}|{features}|ROLE_{CLAIM}:{ROLES}_{CLAIM_ROLES}|{CLAIM_WORDS}"),
            width: CLAIM_FIELDS.len() + 2,
            marks: self.numbered(marks),
        }
    }

    /// Numbers are given out once in an article, from 1.
    fn numbered(&mut self, marks: Vec<Mark>) -> Vec<(usize, Mark)> {
        let first = self.last_number + 1;
        self.last_number += marks.len();
        (first..).zip(marks).collect()
    }

    /// On which tokens and parts of tokens the marks of a layer stand; a mark is said by its place in the layer.
    fn rows(&self, layer: &Columns) -> Rows {
        let mut rows = Rows::new();
        for (at, (_, mark)) in layer.marks.iter().enumerate() {
            for (token, part) in self.units_of(mark.span) {
                let parts = rows.entry(token).or_default();
                parts.entry(part_key(part)).or_default().push(at);
            }
        }
        rows
    }

    /// The tokens of a mark, each with the part that it covers. Blanks at its ends are on no token.
    fn units_of(&self, span: Span) -> Vec<(usize, Span)> {
        let sentences = &self.article.sentences;
        let tokens: Range<usize> = sentences.tokens_of(span);
        let units = tokens.filter_map(|at| {
            let token = sentences.tokens.get(at)?;
            let part = Span::new(span.start().max(token.start()), span.end().min(token.end()));
            Some((at, part))
        });
        units.collect()
    }

    /// By the number of a mark, the name of the line on which it begins.
    fn first_units(&self, layers: &[Columns], rows: &[Rows]) -> BTreeMap<usize, String> {
        let mut firsts = BTreeMap::new();
        for (number, sentence) in (1..).zip(&self.article.sentences.list) {
            for (nth, token) in (1..).zip(sentence.tokens.clone()) {
                let id = format!("{number}-{nth}");
                for (line, (_, part)) in self.lines(token, rows).into_iter().enumerate() {
                    let id = if line == 0 { id.clone() } else { format!("{id}.{line}") };
                    for (layer, rows) in layers.iter().zip(rows) {
                        let here = rows.get(&token).and_then(|parts| parts.get(&part_key(part)));
                        let marks = here.into_iter().flatten().filter_map(|at| layer.marks.get(*at));
                        for (mark, _) in marks {
                            firsts.entry(*mark).or_insert_with(|| id.clone());
                        }
                    }
                }
            }
        }
        firsts
    }

    /// The lines of a token: itself, then the parts on which any mark stands.
    fn lines(&self, token: usize, rows: &[Rows]) -> Vec<(usize, Span)> {
        let Some(whole) = self.article.sentences.tokens.get(token) else {
            return Vec::new();
        };
        let parts = rows.iter().filter_map(|rows| rows.get(&token)).flat_map(BTreeMap::keys);
        let mut parts: Vec<PartKey> = parts.copied().filter(|key| *key != part_key(*whole)).collect();
        parts.sort_unstable();
        parts.dedup();
        let parts = parts.into_iter().map(|(start, end)| Span::new(start, end.0));
        std::iter::once(*whole).chain(parts).map(|part| (token, part)).collect()
    }

    fn token(
        &self,
        out: &mut String,
        (id, token): (String, usize),
        (layers, rows, firsts): (&[Columns], &[Rows], &BTreeMap<usize, String>),
    ) {
        for (line, (_, part)) in self.lines(token, rows).into_iter().enumerate() {
            let dot = if line == 0 { String::new() } else { format!(".{line}") };
            let (begin, end) = self.units.span(part);
            let words = escaped_text(part.of(self.article.text));
            out.push_str(&format!("{id}{dot}\t{begin}-{end}\t{words}\t"));
            for (layer, rows) in layers.iter().zip(rows) {
                let here = rows.get(&token).and_then(|parts| parts.get(&part_key(part)));
                let marks = here.into_iter().flatten().filter_map(|at| layer.marks.get(*at));
                cells(out, &marks.collect::<Vec<_>>(), layer.width, firsts);
            }
            out.push('\n');
        }
    }
}

fn part_key(part: Span) -> PartKey {
    (part.start(), std::cmp::Reverse(part.end()))
}

fn claim_mark(claim: &ClaimMark<'_>, words: &mut impl Iterator<Item = usize>) -> Mark {
    let cells = CLAIM_FIELDS.iter().map(|field| (field.read)(claim).text());
    let roles = claim
        .roles
        .iter()
        .zip(words)
        .map(|((role, _), number)| (role_id(*role), number));
    Mark {
        span: claim.span,
        cells: cells.collect(),
        roles: Some(roles.collect()),
    }
}

/// The cells of a layer on one line, each with a tab behind it.
fn cells(out: &mut String, marks: &[&(usize, Mark)], width: usize, firsts: &BTreeMap<usize, String>) {
    for column in 0..width {
        let stacked = marks.iter().map(|(number, mark)| {
            let plain = mark.cells.get(column);
            match (plain, &mark.roles) {
                (Some(cell), _) => {
                    let value = cell.as_deref().map_or_else(|| "*".to_owned(), escaped_value);
                    format!("{value}[{number}]")
                }
                (None, Some(roles)) => role_cell(roles, column == mark.cells.len(), *number, firsts),
                (None, None) => "*".to_owned(),
            }
        });
        let cell = stacked.collect::<Vec<_>>().join("|");
        out.push_str(if cell.is_empty() { "_" } else { &cell });
        out.push('\t');
    }
}

/// The roles of a claim with its number, or where they stand.
fn role_cell(roles: &[(&'static str, usize)], names: bool, number: usize, firsts: &BTreeMap<usize, String>) -> String {
    let there = roles
        .iter()
        .filter_map(|(role, target)| Some((role, target, firsts.get(target)?)));
    let shown = there.map(|(role, target, unit)| match names {
        true => escaped_value(role),
        false => format!("{unit}[{target}]"),
    });
    let shown = shown.collect::<Vec<_>>().join(";");
    match (names, shown.is_empty()) {
        (true, true) => format!("_[{number}]"),
        (true, false) => format!("{shown}[{number}]"),
        (false, true) => "*".to_owned(),
        (false, false) => shown,
    }
}
