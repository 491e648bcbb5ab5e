//! The publication date as JSON.

use jiff::civil::Weekday;
use serde::Serialize;

use crate::base::Offsets;
use crate::dating::Published;

#[derive(Serialize)]
pub(super) struct PublishedOut {
    date: Option<String>,
    weekday: Option<&'static str>,
    year: Option<i16>,
    basis: &'static str,
    confidence: f32,
    evidence: Vec<EvidenceOut>,
    alternatives: Vec<AlternativeOut>,
    conflicts: Vec<OpposingOut>,
}

#[derive(Serialize)]
struct EvidenceOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize)]
struct AlternativeOut {
    date: String,
    confidence: f32,
}

#[derive(Serialize)]
struct OpposingOut {
    date: Option<String>,
    start: usize,
    end: usize,
    text: String,
    reason: String,
}

impl PublishedOut {
    pub(super) fn new(published: &Published, offsets: &Offsets<'_>) -> Self {
        Self {
            date: published.date.map(|date| date.to_string()),
            weekday: published.weekday.map(weekday_name),
            year: published.year,
            basis: published.basis.id(),
            confidence: published.confidence,
            evidence: published.evidence.iter().map(|row| evidence(row, offsets)).collect(),
            alternatives: published
                .alternatives
                .iter()
                .map(|row| AlternativeOut {
                    date: row.date.to_string(),
                    confidence: row.confidence,
                })
                .collect(),
            conflicts: published.conflicts.iter().map(|row| opposing(row, offsets)).collect(),
        }
    }
}

fn evidence(row: &crate::dating::Evidence, offsets: &Offsets<'_>) -> EvidenceOut {
    // words of another file: this article's offsets do not hold for them
    let (start, end) = if row.file.is_none() {
        offsets.chars(row.span)
    } else {
        (0, 0)
    };
    EvidenceOut {
        file: row.file.clone(),
        start,
        end,
        text: row.words.clone(),
    }
}

fn opposing(row: &crate::dating::Opposing, offsets: &Offsets<'_>) -> OpposingOut {
    let (start, end) = offsets.chars(row.span);
    OpposingOut {
        date: row.date.map(|date| date.to_string()),
        start,
        end,
        text: row.words.clone(),
        reason: row.reason.clone(),
    }
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
