//! The tables of figures: each with its words, who says so, who published it, and what was decided.

use jiff::civil::Date;

use super::head::{voice, whole_day};
use super::html::Html;
use super::known::kind_chip;
use super::part::{Matter, Part, article_row, row_of};
use super::{Level, Sentences};
use crate::base::Span;
use crate::claim::{Modality, Scope, VictimClass};
use crate::show::{row_cells, words};
use crate::store::{ArticleRecord, ClaimRecord, Status};

const COLUMNS: &[&str] = &["Figure", "As of", "Words", "Who says so", "Published", "Status"];

/// All figures of a part, a table for each kind, and those that were rejected.
pub(super) fn figures(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open("section", &[("id", &format!("{}-figures", part.id))]);
    level.head(html, "All figures");
    if part.claims.is_empty() && part.rejected.is_empty() {
        html.element("p", "muted", "No figures are told here.");
    }
    for (kind, mut records) in part.by_kind() {
        html.begin(level.below().name(), "");
        kind_chip(html, kind);
        html.close(level.below().name());
        records.sort_by_key(|record| order(matter, record));
        table(html, matter, &records, &words::count(records.len(), "figure"));
    }
    if !part.rejected.is_empty() {
        level.below().head(html, "Rejected figures");
        let mut records = part.rejected.clone();
        records.sort_by_key(|record| order(matter, record));
        let caption = format!(
            "{} that the analyst rejected; kept on record and not counted.",
            words::count(records.len(), "figure")
        );
        table(html, matter, &records, &caption);
    }
    html.raw("</section>\n");
}

fn order(matter: &Matter<'_>, record: &ClaimRecord) -> (Option<Date>, Option<Date>, i64) {
    let claim = record.claim();
    let published = matter
        .report
        .input
        .store
        .article(record.article)
        .and_then(|article| article.published());
    let days = claim
        .as_of
        .as_ref()
        .or(claim.event_date.as_ref())
        .and_then(|value| value.days());
    (days.map(|(_, last)| last).or(published), published, record.id.0)
}

fn table(html: &mut Html, matter: &Matter<'_>, records: &[&ClaimRecord], caption: &str) {
    html.raw("<div class=\"wide\"><table class=\"figures\">");
    html.table_head(caption, COLUMNS);
    html.raw("<tbody>\n");
    for record in records {
        if let Some(article) = matter.report.input.store.article(record.article) {
            row(html, matter, record, article);
        }
    }
    html.raw("</tbody></table></div>\n");
}

fn row(html: &mut Html, matter: &Matter<'_>, record: &ClaimRecord, article: &ArticleRecord) {
    let claim = record.claim();
    let id = row_of(record.id);
    let class = if record.status() == Status::Rejected {
        "rejected"
    } else {
        ""
    };
    if class.is_empty() {
        html.open("tr", &[("id", &id)]);
    } else {
        html.open("tr", &[("id", &id), ("class", class)]);
    }
    html.open("th", &[("scope", "row")]);
    html.element("span", "figure", &words::figure(&claim.figure));
    html.begin("span", "source");
    html.words(&about(record));
    html.close("span");
    html.close("th");
    html.begin("td", "day");
    match &claim.as_of {
        Some(value) => html.words(&words::time(value)),
        None => html.element("span", "unstated", "no day"),
    }
    if let Some(happened) = claim
        .event_date
        .as_ref()
        .filter(|value| claim.as_of.as_ref() != Some(value))
    {
        html.begin("span", "source");
        html.words(&format!("happened {}", words::time(happened)));
        html.close("span");
    }
    html.raw("</td><td>");
    quote(html, matter, record, article);
    if let Some(place) = &claim.place {
        html.begin("span", "source");
        html.words("in ");
        html.foreign(&place.words);
        html.close("span");
    }
    if !record.note.is_empty() {
        html.foreign_element("p", "note", &record.note);
    }
    if !record.tags.is_empty() {
        html.foreign_element("span", "tags", &format!("Tags: {}", record.tags.join(", ")));
    }
    html.raw("</td><td>");
    match voice(matter, record) {
        Some(name) => html.foreign(name),
        None => html.element("span", "unstated", words::NOT_STATED),
    }
    if let Some(relay) = &claim.relay {
        html.begin("span", "source");
        html.words("via ");
        html.foreign(relay);
        html.close("span");
    }
    html.raw("</td><td>");
    published(html, article);
    html.raw("</td>");
    state(html, record);
    html.raw("</tr>\n");
}

/// Outlet, day, and the way to the article.
fn published(html: &mut Html, article: &ArticleRecord) {
    match article.publisher() {
        Some(outlet) => html.foreign(outlet),
        None => html.element("span", "unstated", "outlet not stated"),
    }
    html.begin("span", "source");
    match article.published() {
        Some(day) => html.words(&whole_day(day)),
        None => html.words("no date"),
    }
    html.raw(", ");
    html.open("a", &[("href", &format!("#{}", article_row(article.id)))]);
    html.foreign(&words::short(article.title(), 48));
    html.close("a");
    html.close("span");
}

/// What is counted: "running total, civilians, part of another figure".
fn about(record: &ClaimRecord) -> String {
    let claim = record.claim();
    let mut parts = vec![match claim.scope {
        Scope::Unknown => "scope not stated".to_owned(),
        scope => words::scope(scope).to_lowercase(),
    }];
    if claim.victim_class != VictimClass::Unspecified {
        parts.push(words::class(claim.victim_class).to_lowercase());
    }
    if claim.part_of {
        parts.push("part of another figure".to_owned());
    }
    if claim.modality == Modality::Denied {
        parts.push(words::modality(claim.modality).to_lowercase());
    }
    parts.join(", ")
}

fn state(html: &mut Html, record: &ClaimRecord) {
    let status = record.status();
    let class = match status {
        Status::Unreviewed => "state open",
        Status::Rejected => "state rejected",
        Status::Accepted | Status::Corrected | Status::ByHand => "state done",
    };
    html.begin("td", class);
    html.words(words::status(status));
    if status == Status::Corrected {
        let fields: Vec<String> = record
            .fields
            .keys()
            .filter(|field| !matches!(field, crate::store::Field::Role(_) | crate::store::Field::Span))
            .map(|field| words::field(*field).to_lowercase())
            .collect();
        if !fields.is_empty() {
            html.element("span", "source", &fields.join(", "));
        }
    }
    if record.vanished {
        html.element("span", "source", "no longer read");
    }
    html.raw("</td>");
}

/// The sentence with the words of the figure marked, or these words alone.
pub(super) fn quote(html: &mut Html, matter: &Matter<'_>, record: &ClaimRecord, article: &ArticleRecord) {
    let (claim, text) = (record.claim(), article.text());
    let is_within = claim.sentence.start() <= claim.span.start() && claim.span.end() <= claim.sentence.end();
    html.begin("span", "quote");
    html.raw("<bdi>");
    if let Some(cells) = row_cells(article, record) {
        html.words("“");
        for (at, cell) in cells.into_iter().enumerate() {
            html.words(if at > 0 { ", " } else { "" });
            if !cell.column.is_empty() {
                html.words(&format!("{}: ", cell.column));
            }
            if cell.is_number {
                html.element("mark", "", &cell.value);
            } else {
                html.words(&cell.value);
            }
        }
        html.words("”");
    } else if matter.report.options.sentences == Sentences::Without || !is_within || article.is_table() {
        html.words(&format!("“{}”", blanks(claim.span.of(text))));
    } else {
        let part = |from: usize, to: usize| blanks(Span::new(from, to).of(text));
        html.words("“");
        html.words(part(claim.sentence.start(), claim.span.start()).trim_start());
        html.element("mark", "", &blanks(claim.span.of(text)));
        html.words(part(claim.span.end(), claim.sentence.end()).trim_end());
        html.words("”");
    }
    html.raw("</bdi></span>");
}

/// Single blanks where lines were broken.
fn blanks(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        let sign = if sign.is_whitespace() { ' ' } else { sign };
        if sign != ' ' || !out.ends_with(' ') {
            out.push(sign);
        }
    }
    out
}
