//! Claims as JSON lines: one object a claim, the machine's values beside those that count. Offsets are code points.

use serde::Serialize;

use super::CLAIM_POLICIES;
use super::columns::Row;
use super::each_row;
use super::method::policy_lines;
use crate::article::OWN_SCHEMA;
use crate::export::claim_out::{RolesOut, Values, confidence, roles, values};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::read::RULES_VERSION;
use crate::show::words;

/// The first line: how the file came about.
#[derive(Serialize)]
struct Head<'h> {
    schema: &'static str,
    r#type: &'static str,
    program: &'h str,
    rules: &'static str,
    made_on: &'h str,
    project: Option<&'h str>,
    chosen: &'h [String],
    claims: usize,
    policy: Vec<String>,
}

#[derive(Serialize)]
struct ClaimLine<'r> {
    schema: &'static str,
    r#type: &'static str,
    uid: String,
    id: &'r str,
    status: &'static str,
    article: ArticleOut<'r>,
    start: usize,
    end: usize,
    text: &'r str,
    sentence: SentenceOut<'r>,
    /// What counts: the machine's values under the analyst's.
    #[serde(flatten)]
    values: Values<'r>,
    /// What the machine read; null for claims made by hand.
    machine: Option<Values<'r>>,
    corrected_fields: Vec<&'static str>,
    roles: RolesOut,
    confidence: f64,
    rule: &'r str,
    note: &'r str,
    tags: &'r [String],
    superseded: Option<&'r str>,
    evidence_for: Option<&'r str>,
    vanished: bool,
}

#[derive(Serialize)]
struct ArticleOut<'r> {
    file: &'r str,
    sha256: &'r str,
    title: &'r str,
    publisher: Option<&'r str>,
    author: Option<&'r str>,
    published: Option<String>,
    published_basis: Option<&'static str>,
    language: Option<&'r str>,
    address: Option<&'r str>,
    page: Option<usize>,
}

#[derive(Serialize)]
struct SentenceOut<'r> {
    start: usize,
    end: usize,
    text: &'r str,
}

/// Writes the lines.
pub(super) fn write(input: &ExportInput<'_>, _: &ExportOptions, watch: &Watch<'_>) -> Result<Output, ExportError> {
    let mut out = line(&head(input))?;
    each_row(input, watch, |row| {
        out.push_str(&line(&claim_line(row))?);
        Ok(())
    })?;
    let what = words::count(input.claims.len(), "claim");
    Ok(Output::file(out.into_bytes(), what))
}

/// An object on a line of its own.
pub(super) fn line(value: &impl Serialize) -> Result<String, ExportError> {
    let line = serde_json::to_string(value);
    let line = line.map_err(|error| ExportError::Failed(format!("The claims could not be written: {error}.")))?;
    Ok(line + "\n")
}

fn head<'h>(input: &ExportInput<'h>) -> Head<'h> {
    Head {
        schema: OWN_SCHEMA,
        r#type: "method",
        program: input.program,
        rules: RULES_VERSION,
        made_on: input.now,
        project: Some(input.project).filter(|name| !name.is_empty()),
        chosen: input.chosen,
        claims: input.claims.len(),
        policy: policy_lines(input, CLAIM_POLICIES.iter().copied()),
    }
}

fn claim_line<'r>(row: &Row<'r>) -> ClaimLine<'r> {
    let (claim, article, record) = (row.claim(), row.article, row.record);
    let (start, end) = row.offsets.chars(claim.span);
    let sentence = row.offsets.chars(claim.sentence);
    let read = &article.reading.article;
    ClaimLine {
        schema: OWN_SCHEMA,
        r#type: "claim",
        uid: row.uid(),
        id: &claim.key,
        status: record.status().id(),
        article: ArticleOut {
            file: &article.file_name,
            sha256: &article.sha256,
            title: article.title(),
            publisher: article.publisher(),
            author: article.author(),
            published: article.published().map(|day| day.to_string()),
            published_basis: Some(row.published_basis()).filter(|basis| !basis.is_empty()),
            language: read.language.as_deref(),
            address: read.address.as_deref(),
            page: article.page(claim.span),
        },
        start,
        end,
        text: row.quote(),
        sentence: SentenceOut {
            start: sentence.0,
            end: sentence.1,
            text: claim.sentence.of(article.text()),
        },
        values: values(claim),
        machine: (!record.by_hand).then(|| values(&record.machine)),
        corrected_fields: record.fields.keys().map(|field| field.id()).collect(),
        roles: roles(&claim.roles, row.offsets),
        confidence: confidence(claim),
        rule: &claim.why.rule,
        note: &record.note,
        tags: &record.tags,
        superseded: row.replaced.why(record.id),
        evidence_for: Some(row.evidence).filter(|evidence| !evidence.is_empty()),
        vanished: record.vanished,
    }
}
