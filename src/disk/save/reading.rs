//! The machine's reading of an article as JSON, without its text and its claims: those are rows of their own.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::span::SavedSpan;
use super::time::{SavedTime, date, weekday};
use super::why::SavedWhy;
use super::{Back, finite, known};
use crate::article::{Article, Boilerplate, BoilerplateKind, DateFact, FactBasis, Format, Stated};
use crate::base::Note;
use crate::dating::{Alternative, Basis, Evidence, Opposing, Published};
use crate::entity::EntityKind;
use crate::read::{EntityRead, Reading, TimeRead};

/// The machine's reading of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedReading<'a> {
    format: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<SavedStated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    publisher: Option<SavedStated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<SavedStated>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// Words and basis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dates: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    boilerplate: Vec<(SavedSpan, String)>,
    /// Bytes in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pages: Vec<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    article_notes: Vec<SavedNote>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<SavedPublished>,
    /// Span, kind, full name, confidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    entities: Vec<(SavedSpan, String, String, f32)>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    times: Vec<(SavedSpan, Option<SavedTime>, SavedWhy<'a>)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<SavedNote>,
}

/// A fact: value, words in the text, basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct SavedStated(String, Option<SavedSpan>, String);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SavedNote {
    BadBytes(u32, String),
    CutAt(u64),
    MainTextUnsure(String),
    NoDate,
    Empty,
    OtherLanguage(String),
    Passage(SavedSpan, String),
    Other(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SavedPublished {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// From Monday, 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    weekday: Option<i8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
    basis: String,
    confidence: f32,
    /// File, span, words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<(Option<String>, SavedSpan, String)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<(String, f32)>,
    /// Date, span, words, reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    conflicts: Vec<(Option<String>, SavedSpan, String, String)>,
}

impl From<&Stated> for SavedStated {
    fn from(fact: &Stated) -> Self {
        Self(
            fact.value.clone(),
            fact.span.map(Into::into),
            fact.basis.id().to_owned(),
        )
    }
}

impl SavedStated {
    fn back(self) -> Back<Stated> {
        Ok(Stated {
            value: self.0,
            span: self.1.map(Into::into),
            basis: known("basis of a fact", &self.2, FactBasis::from_id(&self.2))?,
        })
    }
}

impl From<&Note> for SavedNote {
    fn from(note: &Note) -> Self {
        match note {
            Note::BadBytes { count, encoding } => Self::BadBytes(*count, encoding.clone()),
            Note::CutAt(bytes) => Self::CutAt(*bytes as u64),
            Note::MainTextUnsure(why) => Self::MainTextUnsure(why.clone()),
            Note::NoDate => Self::NoDate,
            Note::Empty => Self::Empty,
            Note::OtherLanguage(name) => Self::OtherLanguage(name.clone()),
            Note::Passage(span, why) => Self::Passage((*span).into(), why.clone()),
            Note::Other(sentence) => Self::Other(sentence.clone()),
        }
    }
}

impl From<SavedNote> for Note {
    fn from(saved: SavedNote) -> Self {
        match saved {
            SavedNote::BadBytes(count, encoding) => Self::BadBytes { count, encoding },
            SavedNote::CutAt(bytes) => Self::CutAt(usize::try_from(bytes).unwrap_or(usize::MAX)),
            SavedNote::MainTextUnsure(why) => Self::MainTextUnsure(why),
            SavedNote::NoDate => Self::NoDate,
            SavedNote::Empty => Self::Empty,
            SavedNote::OtherLanguage(name) => Self::OtherLanguage(name),
            SavedNote::Passage(span, why) => Self::Passage(span.into(), why),
            SavedNote::Other(sentence) => Self::Other(sentence),
        }
    }
}

impl From<&Published> for SavedPublished {
    fn from(published: &Published) -> Self {
        let evidence = |one: &Evidence| (one.file.clone(), one.span.into(), one.words.clone());
        let alternative = |one: &Alternative| (one.date.to_string(), finite(one.confidence));
        let conflict = |one: &Opposing| {
            let date = one.date.map(|day| day.to_string());
            (date, one.span.into(), one.words.clone(), one.reason.clone())
        };
        Self {
            date: published.date.map(|day| day.to_string()),
            weekday: published.weekday.map(|day| day.to_monday_one_offset()),
            year: published.year,
            basis: published.basis.id().to_owned(),
            confidence: finite(published.confidence),
            evidence: published.evidence.iter().map(evidence).collect(),
            alternatives: published.alternatives.iter().map(alternative).collect(),
            conflicts: published.conflicts.iter().map(conflict).collect(),
        }
    }
}

impl SavedPublished {
    fn back(self) -> Back<Published> {
        let evidence = |(file, span, words): (_, SavedSpan, _)| Evidence {
            file,
            span: span.into(),
            words,
        };
        let alternative = |(day, confidence): (String, f32)| -> Back<Alternative> {
            Ok(Alternative {
                date: date(&day)?,
                confidence,
            })
        };
        let conflict = |(day, span, words, reason): (Option<String>, SavedSpan, _, _)| -> Back<Opposing> {
            Ok(Opposing {
                date: day.map(|day| date(&day)).transpose()?,
                span: span.into(),
                words,
                reason,
            })
        };
        Ok(Published {
            date: self.date.map(|day| date(&day)).transpose()?,
            weekday: self.weekday.map(weekday).transpose()?,
            year: self.year,
            basis: known("basis of a date", &self.basis, Basis::from_id(&self.basis))?,
            confidence: self.confidence,
            evidence: self.evidence.into_iter().map(evidence).collect(),
            alternatives: self.alternatives.into_iter().map(alternative).collect::<Back<_>>()?,
            conflicts: self.conflicts.into_iter().map(conflict).collect::<Back<_>>()?,
        })
    }
}

impl<'a> From<&'a Reading> for SavedReading<'a> {
    fn from(reading: &'a Reading) -> Self {
        let article = &reading.article;
        let date_fact = |fact: &DateFact| (fact.words.clone(), fact.basis.id().to_owned());
        let part = |part: &Boilerplate| (part.span.into(), part.kind.id().to_owned());
        let entity = |one: &EntityRead| {
            let kind = one.kind.id().to_owned();
            (one.span.into(), kind, one.canonical.clone(), finite(one.confidence))
        };
        let time = |one: &'a TimeRead| {
            let value = one.value.as_ref().map(Into::into);
            (one.span.into(), value, (&one.why).into())
        };
        Self {
            format: article.format.id().to_owned(),
            title: article.title.as_ref().map(Into::into),
            publisher: article.publisher.as_ref().map(Into::into),
            author: article.author.as_ref().map(Into::into),
            language: article.language.clone(),
            dates: article.dates.iter().map(date_fact).collect(),
            boilerplate: article.boilerplate.iter().map(part).collect(),
            pages: article.pages.iter().map(|at| *at as u64).collect(),
            address: article.address.clone(),
            article_notes: article.notes.iter().map(Into::into).collect(),
            published: reading.published.as_ref().map(Into::into),
            entities: reading.entities.iter().map(entity).collect(),
            times: reading.times.iter().map(time).collect(),
            notes: reading.notes.iter().map(Into::into).collect(),
        }
    }
}

impl SavedReading<'_> {
    pub(in crate::disk) fn back(self, text: Arc<str>) -> Back<Reading> {
        let date_fact = |(words, basis): (String, String)| -> Back<DateFact> {
            let basis = known("basis of a date", &basis, FactBasis::from_id(&basis))?;
            Ok(DateFact { words, basis })
        };
        let part = |(span, kind): (SavedSpan, String)| -> Back<Boilerplate> {
            let kind = known("sort of boilerplate", &kind, BoilerplateKind::from_id(&kind))?;
            Ok(Boilerplate {
                span: span.into(),
                kind,
            })
        };
        let entity = |(span, kind, canonical, confidence): (SavedSpan, String, String, f32)| -> Back<EntityRead> {
            Ok(EntityRead {
                span: span.into(),
                kind: known("kind of name", &kind, EntityKind::from_id(&kind))?,
                canonical,
                confidence,
            })
        };
        let time = |(span, value, why): (SavedSpan, Option<SavedTime>, SavedWhy<'_>)| -> Back<TimeRead> {
            Ok(TimeRead {
                span: span.into(),
                value: value.map(|value| value.back()).transpose()?,
                why: why.back()?,
            })
        };
        let article = Article {
            text,
            format: known("format", &self.format, Format::from_id(&self.format))?,
            title: self.title.map(SavedStated::back).transpose()?,
            publisher: self.publisher.map(SavedStated::back).transpose()?,
            author: self.author.map(SavedStated::back).transpose()?,
            language: self.language,
            dates: self.dates.into_iter().map(date_fact).collect::<Back<_>>()?,
            boilerplate: self.boilerplate.into_iter().map(part).collect::<Back<_>>()?,
            pages: self
                .pages
                .into_iter()
                .filter_map(|at| usize::try_from(at).ok())
                .collect(),
            address: self.address,
            notes: self.article_notes.into_iter().map(Into::into).collect(),
        };
        Ok(Reading {
            article: Arc::new(article),
            published: self.published.map(SavedPublished::back).transpose()?,
            entities: self.entities.into_iter().map(entity).collect::<Back<_>>()?,
            times: self.times.into_iter().map(time).collect::<Back<_>>()?,
            claims: Vec::new(),
            notes: self.notes.into_iter().map(Into::into).collect(),
        })
    }
}

/// An article with its text, for another process of this program.
#[derive(Serialize, Deserialize)]
struct SavedText<'a> {
    text: String,
    #[serde(borrow)]
    reading: SavedReading<'a>,
}

/// An article as one line of JSON.
pub(in crate::disk) fn article_json(article: &Article) -> String {
    let reading = Reading {
        article: Arc::new(article.clone()),
        published: None,
        entities: Vec::new(),
        times: Vec::new(),
        claims: Vec::new(),
        notes: Vec::new(),
    };
    let saved = SavedText {
        text: article.text.to_string(),
        reading: (&reading).into(),
    };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The article of [`article_json`]; `None` where it is none.
pub(in crate::disk) fn article_of_json(json: &str) -> Option<Article> {
    let saved: SavedText<'_> = serde_json::from_str(json).ok()?;
    let reading = saved.reading.back(saved.text.into()).ok()?;
    Some(Article::clone(&reading.article))
}
