//! A REFI-QDA project (.qdpx), the exchange format of programs for qualitative analysis: texts, a code book, coded
//! selections and notes. Selections are in code points, the end is behind the last character.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::fields::CLAIM_FIELDS;
use super::files::{marks_file, moment};
use super::guid::guid;
use super::model::{ClaimMark, Maker, MarkedArticle, each_article};
use super::options::Wanted;
use super::refi_codes::CodeBook;
use super::xml::{element, put};
use crate::base::{Offsets, Span};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// Reads something of a text.
type Read = fn(&MarkedArticle<'_>) -> Option<String>;

/// What is told of each text.
const VARIABLES: &[(&str, Read)] = &[
    ("File", |article| Some(article.record.file_name.clone())),
    ("SHA-256", |article| Some(article.record.sha256.clone())),
    ("Publisher", |article| article.record.publisher().map(str::to_owned)),
    ("Published", |article| article.published()),
    ("Language", |article| article.language().map(str::to_owned)),
    ("Note", |article| Some(article.record.note.clone())),
    ("Tags", |article| Some(article.record.tags.join(", "))),
];

/// One packed file.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let mut project = Project::default();
    let mut pack = ZipWriter::new(Cursor::new(Vec::new()));
    let mut failed = None;
    let count = each_article(input, &Wanted::new(options), watch, |article| {
        project.article(article);
        let name = format!("sources/{}.txt", source(article));
        let added = add(&mut pack, &name, article.text.as_bytes());
        failed = failed.take().or_else(|| added.err());
    })?;
    let packed = add(&mut pack, "project.qde", project.written(input).as_bytes()).and_then(|()| pack.finish());
    let bytes = match (packed, failed) {
        (Ok(packed), None) => packed.into_inner(),
        (Err(error), _) | (_, Some(error)) => {
            let why = format!("Could not pack the project: {error}. Try it with fewer articles.");
            return Err(ExportError::Failed(why));
        }
    };
    Ok(marks_file(bytes, &count))
}

fn add(pack: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Result<(), zip::result::ZipError> {
    pack.start_file(name, SimpleFileOptions::default())?;
    pack.write_all(bytes)?;
    Ok(())
}

fn source(article: &MarkedArticle<'_>) -> String {
    guid(["source", &article.id])
}

fn user(by: Maker) -> String {
    guid(["user", by.id()])
}

/// The project while it grows, article by article.
#[derive(Default)]
struct Project {
    codes: CodeBook,
    sources: String,
    notes: String,
}

impl Project {
    fn article(&mut self, article: &MarkedArticle<'_>) {
        let guid = source(article);
        self.sources.push_str("<TextSource");
        put(&mut self.sources, "guid", &guid);
        put(&mut self.sources, "name", article.record.title());
        put(&mut self.sources, "plainTextPath", &format!("internal://{guid}.txt"));
        put(&mut self.sources, "creatingUser", &user(Maker::Machine));
        self.sources.push_str(">\n");
        let offsets = Offsets::new(article.text);
        for claim in &article.claims {
            self.claim(claim, article, &offsets);
        }
        for name in &article.names {
            let selection = Selection {
                id: format!("name {} {} {}", article.id, name.span.start(), name.span.end()),
                name: name.canonical.to_owned(),
                span: name.span,
                by: name.by,
                about: format!(
                    "entity: {}\ncanonical: {}\nmade_by: {}",
                    name.entity,
                    name.canonical,
                    name.by.id()
                ),
                codes: vec![(self.codes.name(name.kind), name.by)],
                note: None,
            };
            self.selection(&selection, &offsets);
        }
        for time in &article.times {
            let value = time.value.as_deref().unwrap_or_default();
            let codes = vec![self.codes.time()];
            self.selection(&Selection::plain(article, ("time", time.span), value, codes), &offsets);
        }
        for part in &article.parts {
            let codes = vec![self.codes.boilerplate(part.kind)];
            self.selection(
                &Selection::plain(article, ("part", part.span), part.kind.id(), codes),
                &offsets,
            );
        }
        for (name, read) in VARIABLES {
            self.variable(name, read(article).filter(|value| !value.is_empty()));
        }
        self.sources.push_str("</TextSource>\n");
    }

    fn variable(&mut self, name: &str, value: Option<String>) {
        let Some(value) = value else { return };
        self.sources.push_str("<VariableValue>\n<VariableRef");
        put(&mut self.sources, "targetGUID", &guid(["variable", name]));
        self.sources.push_str("/>\n");
        element(&mut self.sources, "TextValue", &value);
        self.sources.push_str("</VariableValue>\n");
    }

    /// A selection on the claim's words, and one on the words of each role.
    fn claim(&mut self, claim: &ClaimMark<'_>, article: &MarkedArticle<'_>, offsets: &Offsets<'_>) {
        let record = claim.record;
        let mut codes = vec![(self.codes.kind(claim.claim().kind), claim.by())];
        if record.status().is_decided() {
            codes.push((self.codes.status(record.status()), Maker::Analyst));
        }
        codes.extend(record.tags.iter().map(|tag| (self.codes.tag(tag), Maker::Analyst)));
        let fields = CLAIM_FIELDS.iter().filter_map(|field| {
            let value = (field.read)(claim).text()?;
            Some(format!("{}: {}", field.id, value.replace(['\n', '\r'], " ")))
        });
        let about: Vec<String> = fields.collect();
        let selection = Selection {
            id: format!("claim {}", claim.id),
            name: crate::show::words::short(claim.span.of(article.text), 80),
            span: claim.span,
            by: claim.by(),
            about: about.join("\n"),
            codes,
            note: Some(record.note.clone()).filter(|note| !note.is_empty()),
        };
        self.selection(&selection, offsets);
        for (role, span) in &claim.roles {
            let selection = Selection {
                id: format!("words {} {}", claim.id, super::fields::role_id(*role)),
                name: crate::show::words::short(span.of(article.text), 80),
                span: *span,
                by: claim.by(),
                about: format!("claim: {}\nrole: {}", claim.id, super::fields::role_id(*role)),
                codes: vec![(self.codes.role(*role), claim.by())],
                note: None,
            };
            self.selection(&selection, offsets);
        }
    }

    fn selection(&mut self, selection: &Selection, offsets: &Offsets<'_>) {
        let out = &mut self.sources;
        let (start, end) = offsets.chars(selection.span);
        out.push_str("<PlainTextSelection");
        put(out, "guid", &guid([selection.id.as_str()]));
        put(out, "name", &selection.name);
        put(out, "startPosition", &start.to_string());
        put(out, "endPosition", &end.to_string());
        put(out, "creatingUser", &user(selection.by));
        out.push_str(">\n");
        element(out, "Description", &selection.about);
        for (code, by) in &selection.codes {
            out.push_str("<Coding");
            put(out, "guid", &guid([selection.id.as_str(), code]));
            put(out, "creatingUser", &user(*by));
            out.push_str("><CodeRef");
            put(out, "targetGUID", code);
            out.push_str("/></Coding>\n");
        }
        if let Some(note) = &selection.note {
            let id = guid([selection.id.as_str(), "note"]);
            out.push_str("<NoteRef");
            put(out, "targetGUID", &id);
            out.push_str("/>\n");
            self.notes.push_str("<Note");
            put(&mut self.notes, "guid", &id);
            put(&mut self.notes, "name", &selection.name);
            put(&mut self.notes, "creatingUser", &user(Maker::Analyst));
            self.notes.push_str(">\n");
            element(&mut self.notes, "PlainTextContent", note);
            self.notes.push_str("</Note>\n");
        }
        self.sources.push_str("</PlainTextSelection>\n");
    }

    /// `project.qde`.
    fn written(&self, input: &ExportInput<'_>) -> String {
        let mut out =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Project xmlns=\"urn:QDA-XML:project:1.0\"".to_owned();
        put(&mut out, "name", input.project_or("Untitled project"));
        put(&mut out, "origin", &format!("Tallyscope {}", input.program));
        put(&mut out, "creatingUserGUID", &user(Maker::Machine));
        put(&mut out, "creationDateTime", &moment(input.now));
        out.push_str(">\n<Users>\n");
        for (by, name) in [(Maker::Machine, "Tallyscope"), (Maker::Analyst, "Analyst")] {
            out.push_str("<User");
            put(&mut out, "guid", &user(by));
            put(&mut out, "name", name);
            out.push_str("/>\n");
        }
        out.push_str("</Users>\n");
        out.push_str(&self.codes.written());
        if !self.sources.is_empty() {
            out.push_str("<Variables>\n");
            for (name, _) in VARIABLES {
                out.push_str("<Variable");
                put(&mut out, "guid", &guid(["variable", name]));
                put(&mut out, "name", name);
                put(&mut out, "typeOfVariable", "Text");
                out.push_str("/>\n");
            }
            out.push_str("</Variables>\n");
            out.push_str(&format!("<Sources>\n{}</Sources>\n", self.sources));
        }
        if !self.notes.is_empty() {
            out.push_str(&format!("<Notes>\n{}</Notes>\n", self.notes));
        }
        out.push_str("</Project>\n");
        out
    }
}

/// Words of a text with what is said of them.
struct Selection {
    /// Its name in the export.
    id: String,
    /// What it is called.
    name: String,
    span: Span,
    by: Maker,
    /// The fields, a line each.
    about: String,
    /// Under what it is filed, and by whom.
    codes: Vec<(String, Maker)>,
    /// The analyst's note.
    note: Option<String>,
}

impl Selection {
    fn plain(article: &MarkedArticle<'_>, (sort, span): (&str, Span), value: &str, codes: Vec<String>) -> Self {
        Self {
            id: format!("{sort} {} {} {}", article.id, span.start(), span.end()),
            name: crate::show::words::short(span.of(article.text), 80),
            span,
            by: Maker::Machine,
            about: format!("value: {value}"),
            codes: codes.into_iter().map(|code| (code, Maker::Machine)).collect(),
            note: None,
        }
    }
}
