//! What holds of every reading, whatever the bytes: used by the tests beside it and by the fuzz target.

use serde_json::Value;
use tallyscope::base::{Span, Why};
use tallyscope::export::{ExtractOptions, Extracted, extract_csv_rows, extract_json};
use tallyscope::read::{self, Knowledge, Reading};

/// What is wrong with what these bytes are read as, as a sentence; `None` where all is right.
pub(crate) fn complaint_of(bytes: &[u8]) -> Option<String> {
    let reading = read(bytes)?;
    complaint(&reading).or_else(|| printed_complaint(&reading))
}

/// The bytes as one article of a run of its own.
pub(crate) fn read(bytes: &[u8]) -> Option<Reading> {
    let knowledge = Knowledge {
        today: Some(jiff::civil::date(2031, 3, 15)),
        ..Knowledge::default()
    };
    read::together(vec![read::alone("a.txt", bytes, &knowledge)]).pop()
}

/// What holds for every article, as a sentence where it does not.
fn complaint(reading: &Reading) -> Option<String> {
    let text: &str = &reading.article.text;
    let outside = |what: &str, span: Span| {
        let held = span.slice(text).is_some_and(|words| !words.is_empty());
        (!held).then(|| format!("{what} {}..{} holds no words of the text", span.start(), span.end()))
    };
    let entities = reading.entities.iter().find_map(|entity| outside("name", entity.span));
    let times = reading
        .times
        .iter()
        .find_map(|time| outside("time", time.span).or_else(|| why_complaint(&time.why, text)));
    let parts = reading.article.boilerplate.iter();
    let boilerplate = parts.clone().find_map(|part| outside("boilerplate", part.span));
    let claims = reading.claims.iter().find_map(|claim| {
        let roles = &claim.roles;
        let roles = [
            roles.number,
            roles.outcome,
            roles.victims,
            roles.speaker,
            roles.relay,
            roles.as_of,
            roles.event_date,
            roles.place,
        ];
        let loose = || (!claim.sentence.holds(claim.span)).then(|| "a claim leaves its sentence".to_owned());
        let beside = || {
            let in_part = parts.clone().any(|part| part.span.has(claim.span.start()));
            in_part.then(|| "a claim stands in boilerplate".to_owned())
        };
        let unsure = || (!(0.0..=1.0).contains(&claim.confidence)).then(|| "confidence is no share".to_owned());
        outside("claim", claim.span)
            .or_else(|| outside("sentence", claim.sentence))
            .or_else(|| roles.into_iter().flatten().find_map(|span| outside("role", span)))
            .or_else(loose)
            .or_else(beside)
            .or_else(unsure)
            .or_else(|| why_complaint(&claim.why, text))
    });
    let order = ordered("names", reading.entities.iter().map(|entity| entity.span))
        .or_else(|| ordered("times", reading.times.iter().map(|time| time.span)));
    let sorted = reading.claims.is_sorted_by_key(|claim| claim.span);
    let claim_order = (!sorted).then(|| "claims are out of order".to_owned());
    entities.or(times).or(boilerplate).or(claims).or(order).or(claim_order)
}

fn ordered(what: &str, spans: impl Iterator<Item = Span>) -> Option<String> {
    let mut last = 0;
    for span in spans {
        if span.start() < last {
            return Some(format!("{what} overlap or are out of order at {}", span.start()));
        }
        last = span.end();
    }
    None
}

fn why_complaint(why: &Why, text: &str) -> Option<String> {
    let held = why.span.slice(text).is_some();
    let own = (!held).then(|| format!("{} stands on no words of the text", why.rule));
    own.or_else(|| why.parts.iter().find_map(|part| why_complaint(part, text)))
}

/// The printed offsets cut the printed text to the printed words.
fn printed_complaint(reading: &Reading) -> Option<String> {
    let extracted = Extracted {
        file: "a.txt",
        sha256: "",
        reading,
    };
    drop(extract_csv_rows(&extracted));
    let json = extract_json(&extracted, ExtractOptions { why: true });
    let article: Value = serde_json::from_str(&json).ok()?;
    let letters: Vec<char> = article["text"].as_str()?.chars().collect();
    let is_wrong = |mark: &Value| {
        let offset = |name: &str| mark[name].as_u64().and_then(|offset| usize::try_from(offset).ok());
        let range = offset("start").zip(offset("end"));
        let words = range.and_then(|(start, end)| letters.get(start..end));
        words.map(|words| words.iter().collect::<String>()) != mark["text"].as_str().map(str::to_owned)
    };
    ["claims", "entities", "times"].iter().find_map(|name| {
        let marks = article[*name].as_array()?;
        let wrong = marks.iter().find(|mark| is_wrong(mark))?;
        Some(format!("printed {name} do not hold their words: {wrong}"))
    })
}
