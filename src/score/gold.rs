//! Gold files: a JSON list, or JSON lines; one article a row.

use serde::{Deserialize, Deserializer};

use super::marks::{ClaimMark, NameMark, TimeMark};

/// One article with what is right about it; each corpus fills some of the fields.
#[derive(Debug, Deserialize)]
pub(super) struct GoldArticle {
    pub(super) doc_id: String,
    #[serde(default)]
    pub(super) text: Option<String>,
    #[serde(default)]
    pub(super) published: Option<String>,
    #[serde(default)]
    pub(super) publication_date: Option<String>,
    /// The day of a text whose times are gold.
    #[serde(default)]
    pub(super) dct: Option<String>,
    #[serde(default, deserialize_with = "ranges")]
    pub(super) boilerplate: Vec<(usize, usize)>,
    #[serde(default)]
    pub(super) claims: Vec<ClaimMark>,
    #[serde(default)]
    pub(super) entities: Vec<NameMark>,
    #[serde(default)]
    pub(super) spans: Vec<NameRow>,
    #[serde(default)]
    pub(super) times: Vec<TimeMark>,
    #[serde(default)]
    pub(super) timex: Vec<TimeMark>,
    /// Figures that others recorded.
    #[serde(default)]
    pub(super) gold: Vec<Figure>,
    /// The name of a saved page.
    #[serde(default)]
    pub(super) file: Option<String>,
    #[serde(default)]
    pub(super) article_body: String,
}

/// A name as a row of its own or as start, end, label.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum NameRow {
    Mark(NameMark),
    Row(usize, usize, String),
}

/// A range as a pair, or with its ends named.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ends {
    Pair(usize, usize),
    Named { start: usize, end: usize },
}

fn ranges<'de, D: Deserializer<'de>>(reader: D) -> Result<Vec<(usize, usize)>, D::Error> {
    let rows = Vec::<Ends>::deserialize(reader)?.into_iter();
    let pair = |ends| match ends {
        Ends::Pair(start, end) | Ends::Named { start, end } => (start, end),
    };
    Ok(rows.map(pair).collect())
}

/// A figure that others recorded for a text.
#[derive(Debug, Deserialize)]
pub(super) struct Figure {
    pub(super) kind: String,
    #[serde(default)]
    pub(super) number: Option<u64>,
    #[serde(default)]
    pub(super) number_max: Option<u64>,
}

/// A number that is no claim.
#[derive(Debug, Deserialize)]
pub(super) struct Trap {
    pub(super) doc_id: String,
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) text: String,
}

impl GoldArticle {
    /// The name of the article's file, without its ending.
    pub(super) fn file_stem(&self) -> String {
        self.doc_id.replace('/', "_")
    }

    /// The text, empty for a page.
    pub(super) fn words(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }

    /// The day that extraction is told.
    pub(super) fn told_day(&self) -> Option<&str> {
        let days = [&self.published, &self.publication_date, &self.dct];
        let day = days.into_iter().flatten().find(|day| !day.is_empty())?;
        day.get(..10).or(Some(day))
    }

    /// The names, however they are written down.
    pub(super) fn names(&self) -> Vec<NameMark> {
        let rows = self.spans.iter().map(|row| match row {
            NameRow::Mark(mark) => mark.clone(),
            NameRow::Row(start, end, label) => NameMark {
                start: *start,
                end: *end,
                r#type: Some(label.clone()),
                canonical: None,
                optional: false,
            },
        });
        self.entities.iter().cloned().chain(rows).collect()
    }

    /// The time expressions, under either name.
    pub(super) fn all_times(&self) -> &[TimeMark] {
        if self.times.is_empty() {
            &self.timex
        } else {
            &self.times
        }
    }
}

/// The rows of a JSON list or of JSON lines.
///
/// # Errors
/// A sentence where a row cannot be read.
pub(super) fn rows<R: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<R>, String> {
    let sentence = |error: serde_json::Error| format!("The gold could not be read: {error}");
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).map_err(sentence);
    }
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map_err(sentence)).collect()
}
