//! What `tallyscope extract` prints: one JSON object an article, or one CSV row a claim. Offsets are code points.

use serde::Serialize;

use super::cell::row;
use super::claim_out::{RolesOut, Values, confidence, roles, values};
use super::published::PublishedOut;
use super::reading_cells::{READING_COLUMNS, reading_cells};
use super::why::WhyOut;
use crate::article::Article;
use crate::base::{Offsets, Span};
use crate::claim::Claim;
use crate::read::Reading;

/// An article that was read, with what only its file tells.
pub struct Extracted<'r> {
    /// The path as given.
    pub file: &'r str,
    /// SHA-256 of the file's bytes, 64 hex digits.
    pub sha256: &'r str,
    /// What was read.
    pub reading: &'r Reading,
}

/// What is printed beside the standing fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExtractOptions {
    /// The tree of rules behind every claim.
    pub why: bool,
}

#[derive(Serialize)]
struct ArticleOut<'r> {
    schema: &'static str,
    file: &'r str,
    sha256: &'r str,
    format: &'static str,
    title: Option<&'r str>,
    publisher: Option<&'r str>,
    author: Option<&'r str>,
    language: Option<&'r str>,
    published: Option<PublishedOut>,
    text: &'r str,
    /// Where each page of a paged original begins.
    pages: Vec<usize>,
    boilerplate: Vec<BoilerplateOut>,
    entities: Vec<EntityOut<'r>>,
    times: Vec<TimeOut<'r>>,
    claims: Vec<ClaimOut<'r>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct BoilerplateOut {
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct EntityOut<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    r#type: &'static str,
    canonical: &'r str,
}

#[derive(Serialize)]
struct TimeOut<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    value: Option<String>,
}

#[derive(Serialize)]
struct ClaimOut<'r> {
    id: &'r str,
    start: usize,
    end: usize,
    text: &'r str,
    sentence: [usize; 2],
    /// Of a paged original, from 1.
    page: Option<usize>,
    #[serde(flatten)]
    values: Values<'r>,
    roles: RolesOut,
    confidence: f64,
    rule: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyOut>,
}

/// The article as one line of JSON, without the line's end.
pub fn extract_json(extracted: &Extracted<'_>, options: ExtractOptions) -> String {
    let reading = extracted.reading;
    let article = &reading.article;
    let text: &str = &article.text;
    let offsets = Offsets::new(text);
    let fact = |fact: &'_ Option<crate::article::Stated>| fact.as_ref().map(|stated| stated.value.clone());
    let (title, publisher, author) = (fact(&article.title), fact(&article.publisher), fact(&article.author));
    let out = ArticleOut {
        schema: "tallyscope/1",
        file: extracted.file,
        sha256: extracted.sha256,
        format: article.format.id(),
        title: title.as_deref(),
        publisher: publisher.as_deref(),
        author: author.as_deref(),
        language: article.language.as_deref(),
        published: reading
            .published
            .as_ref()
            .map(|published| PublishedOut::new(published, &offsets)),
        text,
        pages: pages(reading, &offsets),
        boilerplate: boilerplate(reading, &offsets),
        entities: entities(reading, text, &offsets),
        times: times(reading, text, &offsets),
        claims: reading
            .claims
            .iter()
            .map(|claim| claim_out(claim, article, &offsets, options))
            .collect(),
        notes: reading.notes.iter().map(crate::base::Note::sentence).collect(),
    };
    serde_json::to_string(&out).unwrap_or_default()
}

fn pages(reading: &Reading, offsets: &Offsets<'_>) -> Vec<usize> {
    let starts = reading.article.pages.iter();
    starts.map(|start| offsets.chars(Span::new(*start, *start)).0).collect()
}

fn boilerplate(reading: &Reading, offsets: &Offsets<'_>) -> Vec<BoilerplateOut> {
    let parts = reading.article.boilerplate.iter();
    parts
        .map(|part| {
            let (start, end) = offsets.chars(part.span);
            BoilerplateOut {
                start,
                end,
                kind: part.kind.id(),
            }
        })
        .collect()
}

fn entities<'r>(reading: &'r Reading, text: &'r str, offsets: &Offsets<'_>) -> Vec<EntityOut<'r>> {
    let rows = reading.entities.iter();
    rows.map(|entity| {
        let (start, end) = offsets.chars(entity.span);
        EntityOut {
            start,
            end,
            text: entity.span.of(text),
            r#type: entity.kind.id(),
            canonical: &entity.canonical,
        }
    })
    .collect()
}

fn times<'r>(reading: &Reading, text: &'r str, offsets: &Offsets<'_>) -> Vec<TimeOut<'r>> {
    let rows = reading.times.iter();
    rows.map(|time| {
        let (start, end) = offsets.chars(time.span);
        TimeOut {
            start,
            end,
            text: time.span.of(text),
            value: time.value.as_ref().map(ToString::to_string),
        }
    })
    .collect()
}

fn claim_out<'r>(
    claim: &'r Claim,
    article: &'r Article,
    offsets: &Offsets<'_>,
    options: ExtractOptions,
) -> ClaimOut<'r> {
    let text: &str = &article.text;
    let (start, end) = offsets.chars(claim.span);
    let sentence = offsets.chars(claim.sentence);
    ClaimOut {
        id: &claim.key,
        start,
        end,
        text: claim.span.of(text),
        sentence: [sentence.0, sentence.1],
        page: article.page_at(claim.span.start()),
        values: values(claim).by_day(claim),
        roles: roles(&claim.roles, offsets),
        confidence: confidence(claim),
        rule: &claim.why.rule,
        why: options.why.then(|| WhyOut::new(&claim.why, text, offsets)),
    }
}

/// The columns of where the claim stands.
const PLACE_COLUMNS: &[&str] = &["file", "title", "id", "page", "start", "end", "text"];

/// The columns of what lies behind the reading.
const GROUND_COLUMNS: &[&str] = &["confidence", "rule", "sentence"];

/// The head of the CSV, with its line end.
pub fn extract_csv_head() -> String {
    row(&[PLACE_COLUMNS, READING_COLUMNS, GROUND_COLUMNS].concat())
}

/// One row a claim, RFC 4180, each with its line end.
pub fn extract_csv_rows(extracted: &Extracted<'_>) -> String {
    let article = &extracted.reading.article;
    let text: &str = &article.text;
    let offsets = Offsets::new(text);
    let title = article.title.as_ref().map_or("", |title| title.value.as_str());
    let mut out = String::new();
    for claim in &extracted.reading.claims {
        let (start, end) = offsets.chars(claim.span);
        let mut cells = vec![
            extracted.file.to_owned(),
            title.to_owned(),
            claim.key.clone(),
            article
                .page_at(claim.span.start())
                .map(|page| page.to_string())
                .unwrap_or_default(),
            start.to_string(),
            end.to_string(),
            claim.span.of(text).to_owned(),
        ];
        cells.extend(reading_cells(claim));
        cells.extend([
            confidence(claim).to_string(),
            claim.why.rule.to_string(),
            claim.sentence.of(text).to_owned(),
        ]);
        out.push_str(&row(&cells));
    }
    out
}
