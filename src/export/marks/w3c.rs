//! W3C Web Annotations as JSON-LD: one collection with one page; offsets are code points.

use serde_json::{Map, Value, json};

use super::fields::{CLAIM_FIELDS, role_id};
use super::files::{marks_file, moment};
use super::model::{ClaimMark, Maker, MarkedArticle, each_article};
use super::options::Wanted;
use crate::base::{Offsets, Span, short_digest};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// So many characters before and after the words are quoted with them.
const AROUND: usize = 32;

/// What the fields of a claim are called in JSON-LD: `tally:kind`.
const TERMS: &str = "urn:tallyscope:terms:";

/// One file with all articles.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let mut items = Items::default();
    let mut articles: Vec<String> = Vec::new();
    let count = each_article(input, &Wanted::new(options), watch, |article| {
        articles.push(about(article).to_string());
        Marks::new(article, input).write(&mut items);
    })?;
    let digest = short_digest(articles.iter().map(String::as_str).chain([input.now]));
    let head = head(input, &digest, items.count);
    let page = page(&digest, items.count);
    let parts = [
        opened(&head),
        ",\n\"tally:articles\": [\n".to_owned(),
        articles.join(",\n"),
        format!("\n],\n\"first\": {},\n\"items\": [\n", opened(&page)),
        items.text,
        "\n]}}\n".to_owned(),
    ];
    Ok(marks_file(parts.concat(), &count))
}

/// An object as text, still without its closing bracket.
fn opened(object: &Value) -> String {
    let text = object.to_string();
    text.strip_suffix('}').unwrap_or(&text).to_owned()
}

fn head(input: &ExportInput<'_>, digest: &str, total: usize) -> Value {
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"tally": TERMS}],
        "id": format!("urn:tallyscope:annotations:{digest}"),
        "type": "AnnotationCollection",
        "label": input.project_or("Untitled project"),
        "creator": machine(input),
        "created": moment(input.now),
        "total": total,
    })
}

fn page(digest: &str, total: usize) -> Value {
    json!({
        "id": format!("urn:tallyscope:annotations:{digest}:page:1"),
        "type": "AnnotationPage",
        "partOf": format!("urn:tallyscope:annotations:{digest}"),
        "startIndex": 0,
        "tally:count": total,
    })
}

fn machine(input: &ExportInput<'_>) -> Value {
    json!({"id": "urn:tallyscope:machine", "type": "Software", "name": format!("Tallyscope {}", input.program)})
}

fn analyst() -> Value {
    json!({"id": "urn:tallyscope:analyst", "type": "Person", "name": "Analyst"})
}

/// The article itself, so that offsets can be checked without its file.
fn about(article: &MarkedArticle<'_>) -> Value {
    json!({
        "id": source(article),
        "type": "Text",
        "format": "text/plain",
        "language": article.language(),
        "tally:file": article.record.file_name,
        "tally:sha256": article.record.sha256,
        "tally:title": article.record.title(),
        "tally:publisher": article.record.publisher(),
        "tally:published": article.published(),
        "tally:address": article.record.reading.article.address,
        "tally:note": article.record.note,
        "tally:tags": article.record.tags,
        "tally:text": article.text,
    })
}

fn source(article: &MarkedArticle<'_>) -> String {
    format!("urn:tallyscope:article:{}", article.id)
}

/// Annotations as text, with commas between.
#[derive(Default)]
struct Items {
    text: String,
    count: usize,
}

impl Items {
    fn push(&mut self, annotation: &Value) {
        if self.count > 0 {
            self.text.push_str(",\n");
        }
        self.text.push_str(&annotation.to_string());
        self.count += 1;
    }
}

/// One article's marks on their way out.
struct Marks<'a, 'i> {
    article: &'a MarkedArticle<'i>,
    offsets: Offsets<'a>,
    input: &'a ExportInput<'i>,
}

impl<'a, 'i> Marks<'a, 'i> {
    fn new(article: &'a MarkedArticle<'i>, input: &'a ExportInput<'i>) -> Self {
        Self {
            article,
            offsets: Offsets::new(article.text),
            input,
        }
    }

    fn write(&self, items: &mut Items) {
        for claim in &self.article.claims {
            let id = format!("urn:tallyscope:claim:{}", claim.id);
            let annotation = self.annotation(&id, "describing", claim.by(), (self.claim(claim), claim.span));
            items.push(&annotation);
        }
        for name in &self.article.names {
            let body = json!([
                {"type": "TextualBody", "purpose": "tagging", "value": name.kind.id()},
                {"id": format!("urn:tallyscope:entity:{}", name.entity), "type": "tally:Entity",
                 "purpose": "identifying", "tally:kind": name.kind.id(), "tally:canonical": name.canonical},
            ]);
            items.push(&self.annotation(&self.id("name", name.span), "identifying", name.by, (body, name.span)));
        }
        for time in &self.article.times {
            let body = json!([
                {"type": "TextualBody", "purpose": "tagging", "value": "time"},
                {"type": "tally:Time", "purpose": "describing", "tally:value": time.value},
            ]);
            let id = self.id("time", time.span);
            items.push(&self.annotation(&id, "describing", Maker::Machine, (body, time.span)));
        }
        for part in &self.article.parts {
            let body = json!([
                {"type": "TextualBody", "purpose": "tagging", "value": "boilerplate"},
                {"type": "TextualBody", "purpose": "classifying", "value": part.kind.id()},
            ]);
            let id = self.id("boilerplate", part.span);
            items.push(&self.annotation(&id, "classifying", Maker::Machine, (body, part.span)));
        }
    }

    fn id(&self, sort: &str, span: Span) -> String {
        format!(
            "urn:tallyscope:{sort}:{}-{}-{}",
            self.article.id,
            span.start(),
            span.end()
        )
    }

    fn annotation(&self, id: &str, motivation: &str, by: Maker, (body, span): (Value, Span)) -> Value {
        let creator = match by {
            Maker::Machine => machine(self.input),
            Maker::Analyst => analyst(),
        };
        json!({
            "id": id,
            "type": "Annotation",
            "motivation": motivation,
            "creator": creator,
            "body": body,
            "target": self.place(span),
        })
    }

    /// Words of the article, by their offsets and by what stands around them.
    fn place(&self, span: Span) -> Value {
        let (start, end) = self.offsets.chars(span);
        let text = self.article.text;
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let head = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let tail = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        json!({
            "type": "SpecificResource",
            "source": source(self.article),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": span.of(text),
                 "prefix": before.get(head..), "suffix": after.get(..tail)},
            ],
        })
    }

    /// What is said of a claim: a tag, the fields, and the analyst's verdict, note and tags.
    fn claim(&self, mark: &ClaimMark<'_>) -> Value {
        let mut fields = Map::new();
        fields.insert("type".to_owned(), json!("tally:Claim"));
        fields.insert("purpose".to_owned(), json!("describing"));
        for field in CLAIM_FIELDS {
            if let Some(value) = (field.read)(mark).json() {
                fields.insert(format!("tally:{}", field.id), value);
            }
        }
        let words = mark.roles.iter().map(|(role, span)| {
            let mut place = self.place(*span);
            if let Some(place) = place.as_object_mut() {
                place.insert("tally:role".to_owned(), json!(role_id(*role)));
            }
            place
        });
        fields.insert("tally:words".to_owned(), words.collect());
        let tag = json!({"type": "TextualBody", "purpose": "tagging", "value": mark.claim().kind.id()});
        let mut bodies = vec![tag, Value::Object(fields)];
        let record = mark.record;
        let said = |purpose: &str, words: &str| json!({"type": "TextualBody", "purpose": purpose, "value": words, "creator": analyst()});
        if record.status().is_decided() {
            bodies.push(said("assessing", record.status().id()));
        }
        if !record.note.is_empty() {
            bodies.push(said("commenting", &record.note));
        }
        bodies.extend(record.tags.iter().map(|tag| said("tagging", tag)));
        Value::Array(bodies)
    }
}
