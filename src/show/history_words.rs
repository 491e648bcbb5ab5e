//! What stands in the lines of the history: values, settings, rulings and names in words.

use super::words;
use crate::claim::Claim;
use crate::link::{NameAbout, NameSaid};
use crate::store::{Adopted, ArticleId, FieldValue, Ruling, Store};

/// A value of a field in words; "not stated" for none.
pub fn value(value: FieldValue) -> String {
    let not_stated = || "not stated".to_owned();
    match value {
        FieldValue::Kind(kind) => words::kind(kind).to_owned(),
        FieldValue::Figure(figure) => words::figure(&figure),
        FieldValue::Words(words) => words.unwrap_or_else(not_stated),
        FieldValue::Class(class) => words::class(class).to_owned(),
        FieldValue::Time(time) => time.as_ref().map_or_else(not_stated, words::time),
        FieldValue::Scope(scope) => words::scope(scope).to_owned(),
        FieldValue::Flag(true) => "yes".to_owned(),
        FieldValue::Flag(false) => "no".to_owned(),
        FieldValue::Modality(modality) => words::modality(modality).to_owned(),
        FieldValue::Span(Some(span)) => format!("letters {} to {}", span.start(), span.end()),
        FieldValue::Span(None) => "no words".to_owned(),
    }
}

pub(super) fn setting(store: &Store, name: &str) -> String {
    let of_article = |before: &str, words: &str| {
        let number = name.strip_prefix(before)?.parse().ok()?;
        let title = store
            .article(ArticleId(number))
            .map_or("an article", |article| article.title());
        Some(format!("{words} “{}”", words::short(title, 40)))
    };
    of_article("table/", "Columns of")
        .or_else(|| of_article("story/article/", "Story of"))
        .or_else(|| of_article("boilerplate/", "Boilerplate of"))
        .or_else(|| of_article("text/", "Text of"))
        .or_else(|| name.strip_prefix("orphan/").map(|_| "Mark without a place".to_owned()))
        .or_else(|| name.strip_prefix("story/name/").map(|_| "Name of a story".to_owned()))
        .or_else(|| name.starts_with("source ").then(|| "Colour of a source".to_owned()))
        .or_else(|| name.starts_with("legend ").then(|| "Order of sources".to_owned()))
        .or_else(|| name.starts_with("chart.").then(|| "Charts".to_owned()))
        .unwrap_or_else(|| name.to_owned())
}

pub(super) fn ruling(ruling: &Ruling) -> String {
    let mut words = words::ruling_state(ruling.state()).to_owned();
    for more in [&ruling.reason, &ruling.note] {
        if !more.is_empty() {
            words.push_str(&format!(", {}", words::short(more, 60)));
        }
    }
    words
}

pub(super) fn name(about: &NameAbout) -> String {
    match about {
        NameAbout::Words(words, _) => format!("“{words}”"),
        NameAbout::Pair(a, b) => format!("“{}” and “{}”", a.words, b.words),
        NameAbout::Apart(name) | NameAbout::Called(name) => format!("“{}”", name.words),
    }
}

pub(super) fn said(said: &NameSaid) -> String {
    match said {
        NameSaid::Kind(None) => "no name".to_owned(),
        NameSaid::Kind(Some(kind)) => format!("{kind:?}").to_lowercase(),
        NameSaid::Same(true) => "the same".to_owned(),
        NameSaid::Same(false) => "not the same".to_owned(),
        NameSaid::Apart => "stands for itself".to_owned(),
        NameSaid::Called(name) => format!("called “{name}”"),
    }
}

pub(super) fn adopted(figure: &Adopted) -> String {
    let number = words::number;
    format!(
        "{} / {} / {}",
        number(figure.low),
        number(figure.best),
        number(figure.high)
    )
}

/// "killed ≥ 12, police".
pub(super) fn says(claim: &Claim) -> String {
    let mut out = format!(
        "{} {}",
        words::kind(claim.kind).to_lowercase(),
        words::figure(&claim.figure)
    );
    if let Some(speaker) = &claim.speaker {
        out.push_str(&format!(", {speaker}"));
    }
    out
}
