//! `tallyscope inspect`: what each floor makes of one article, with reasons.

use super::args::InspectArgs;
use super::plan::Outside;
use crate::article;
use crate::base::{Span, Why};
use crate::claim::Claim;
use crate::disk;
use crate::number;
use crate::quantity::{self, Figure};
use crate::read::{self, Knowledge, Reading};
use crate::token;

/// Prints the floors. 0 when the file was read, 1 when not.
pub(super) fn run(args: &InspectArgs, outside: &mut Outside<'_>) -> u8 {
    let bytes = match disk::read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            outside.problem("", &error.to_string());
            return 1;
        }
    };
    let file = args.file.display().to_string();
    if let Some(sentence) = article::refusal(&bytes) {
        outside.problem(&file, &sentence);
        return 1;
    }
    let knowledge = Knowledge {
        today: Some(outside.today),
        given_for_all: args.published,
        ..Knowledge::default()
    };
    let readings = read::together(vec![read::alone(&file, &bytes, &knowledge)]);
    for reading in &readings {
        outside.print(&report(reading));
    }
    0
}

/// The floors, bottom up.
fn report(reading: &Reading) -> String {
    let mut out = String::new();
    article_floor(reading, &mut out);
    token_floor(reading, &mut out);
    name_floor(reading, &mut out);
    claim_floor(reading, &mut out);
    out
}

fn article_floor(reading: &Reading, out: &mut String) {
    let article = &reading.article;
    let text: &str = &article.text;
    out.push_str("# article\n");
    let facts = [
        ("title", &article.title),
        ("publisher", &article.publisher),
        ("author", &article.author),
    ];
    for (name, fact) in facts {
        let words = fact.as_ref().map_or_else(
            || "not told".to_owned(),
            |fact| format!("{} ({})", fact.value, fact.basis.id()),
        );
        line(out, &format!("{name}: {words}"));
    }
    line(
        out,
        &format!("format: {}, {} bytes of text", article.format.id(), text.len()),
    );
    for part in &article.boilerplate {
        line(
            out,
            &format!("boilerplate {}: {}", part.kind.id(), one_line(part.span.of(text))),
        );
    }
    for note in &reading.notes {
        line(out, &format!("note: {}", note.sentence()));
    }
}

fn token_floor(reading: &Reading, out: &mut String) {
    let text: &str = &reading.article.text;
    let scan = token::scan_article(&reading.article);
    line(out, &format!("\n# token, number\n{} tokens", scan.tokens.len()));
    for sentence in &scan.sentences {
        line(out, &format!("| {}", one_line(sentence.span.of(text))));
    }
    let numbers = number::find(&scan);
    for number in &numbers {
        line(
            out,
            &format!("{} = {}", one_line(number.why.span.of(text)), number.value),
        );
        reasons(out, &number.why, text);
    }
    out.push_str("\n# quantity\n");
    for quantity in quantity::find(&scan, &numbers) {
        let words = scan.span(quantity.tokens.clone()).of(text);
        line(out, &format!("{} = {}", one_line(words), bounds(&quantity.figure)));
        reasons(out, &quantity.why, text);
    }
}

fn name_floor(reading: &Reading, out: &mut String) {
    let text: &str = &reading.article.text;
    out.push_str("\n# entity\n");
    for entity in &reading.entities {
        let words = one_line(entity.span.of(text));
        line(
            out,
            &format!(
                "{} {words} = {} ({:.2})",
                entity.kind.id(),
                entity.canonical,
                entity.confidence
            ),
        );
    }
    out.push_str("\n# time\n");
    for time in &reading.times {
        let value = time
            .value
            .as_ref()
            .map_or_else(|| "cannot be told".to_owned(), ToString::to_string);
        line(out, &format!("{} = {value}", one_line(time.span.of(text))));
        reasons(out, &time.why, text);
    }
    out.push_str("\n# dating\n");
    let Some(published) = &reading.published else {
        out.push_str("nothing is known of the day\n");
        return;
    };
    let day = published
        .date
        .map_or_else(|| "not known".to_owned(), |day| day.to_string());
    line(
        out,
        &format!(
            "published {day}, {} ({:.2})",
            published.basis.id(),
            published.confidence
        ),
    );
    for row in &published.evidence {
        let file = row
            .file
            .as_deref()
            .map(|file| format!(" in {file}"))
            .unwrap_or_default();
        line(out, &format!("  for: {}{file}", one_line(&row.words)));
    }
    for row in &published.alternatives {
        line(out, &format!("  or: {} ({:.2})", row.date, row.confidence));
    }
    for row in &published.conflicts {
        line(out, &format!("  against: {}: {}", one_line(&row.words), row.reason));
    }
}

fn claim_floor(reading: &Reading, out: &mut String) {
    let text: &str = &reading.article.text;
    out.push_str("\n# claim\n");
    for claim in &reading.claims {
        line(out, &claim_line(claim, text));
        reasons(out, &claim.why, text);
    }
}

fn claim_line(claim: &Claim, text: &str) -> String {
    let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "not stated".to_owned());
    let time = |value: &Option<crate::time::Value>| {
        value
            .as_ref()
            .map_or_else(|| "not stated".to_owned(), ToString::to_string)
    };
    let told = |span: Option<Span>| span.map_or_else(String::new, |span| format!(" by “{}”", one_line(span.of(text))));
    format!(
        "{} {} “{}” ({}, {}, {:.2})\n  speaker {}, relay {}, as of {}{}, happened {}{}, victims {} ({}), place {}, scope {}{}",
        claim.kind.id(),
        bounds(&claim.figure),
        one_line(claim.span.of(text)),
        claim.form.id(),
        claim.modality.id(),
        claim.confidence,
        words(&claim.speaker),
        words(&claim.relay),
        time(&claim.as_of),
        told(claim.roles.as_of),
        time(&claim.event_date),
        told(claim.roles.event_date),
        words(&claim.victims),
        claim.victim_class.id(),
        words(&claim.place.as_ref().map(|place| place.words.clone())),
        claim.scope.id(),
        if claim.part_of { ", part of another" } else { "" },
    )
}

fn bounds(figure: &Figure) -> String {
    let number = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
    format!(
        "{} [{}, {}] {}",
        number(figure.value),
        number(figure.low),
        number(figure.high),
        figure.qualifier.id()
    )
}

/// The tree of rules, below the finding that it stands behind.
fn reasons(out: &mut String, why: &Why, text: &str) {
    for row in why.lines(text).lines() {
        line(out, &format!("  {row}"));
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}
