//! A claim's row: its machine reading by number, and the analyst's decision.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::claim::SavedFigure;
use super::span::SavedSpan;
use super::time::SavedTime;
use super::{Back, known};
use crate::claim::{Claim, Kind, Modality, Scope, VictimClass};
use crate::store::{ArticleId, ClaimId, ClaimRecord, Field, FieldValue, Verdict};

/// A claim's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedClaim {
    /// Number of the article.
    pub(in crate::disk) article: i64,
    /// Number of the machine's reading among the project's.
    pub(in crate::disk) machine: i64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::disk) by_hand: bool,
    /// "open", "accepted", "rejected".
    pub(in crate::disk) verdict: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::disk) fields: BTreeMap<String, SavedField>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::disk) tags: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::disk) vanished: bool,
}

/// A value of the analyst.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::disk) enum SavedField {
    Kind(String),
    Figure(SavedFigure),
    Words(Option<String>),
    Class(String),
    Time(Option<SavedTime>),
    Scope(String),
    Flag(bool),
    Modality(String),
    Span(Option<SavedSpan>),
}

impl From<&FieldValue> for SavedField {
    fn from(value: &FieldValue) -> Self {
        match value {
            FieldValue::Kind(kind) => Self::Kind(kind.id().to_owned()),
            FieldValue::Figure(figure) => Self::Figure(figure.into()),
            FieldValue::Words(words) => Self::Words(words.clone()),
            FieldValue::Class(class) => Self::Class(class.id().to_owned()),
            FieldValue::Time(time) => Self::Time(time.as_ref().map(Into::into)),
            FieldValue::Scope(scope) => Self::Scope(scope.id().to_owned()),
            FieldValue::Flag(flag) => Self::Flag(*flag),
            FieldValue::Modality(modality) => Self::Modality(modality.id().to_owned()),
            FieldValue::Span(span) => Self::Span(span.map(Into::into)),
        }
    }
}

impl SavedField {
    fn back(self) -> Back<FieldValue> {
        Ok(match self {
            Self::Kind(word) => FieldValue::Kind(known("kind of claim", &word, Kind::from_id(&word))?),
            Self::Figure(figure) => FieldValue::Figure(figure.back()?),
            Self::Words(words) => FieldValue::Words(words),
            Self::Class(word) => FieldValue::Class(known("class of victims", &word, VictimClass::from_id(&word))?),
            Self::Time(time) => FieldValue::Time(time.map(|time| time.back()).transpose()?),
            Self::Scope(word) => FieldValue::Scope(known("scope", &word, Scope::from_id(&word))?),
            Self::Flag(flag) => FieldValue::Flag(flag),
            Self::Modality(word) => FieldValue::Modality(known("modality", &word, Modality::from_id(&word))?),
            Self::Span(span) => FieldValue::Span(span.map(Into::into)),
        })
    }
}

/// The word for a verdict.
fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => "open",
        Verdict::Accepted => "accepted",
        Verdict::Rejected => "rejected",
    }
}

fn verdict(word: &str) -> Back<Verdict> {
    let all = [Verdict::Open, Verdict::Accepted, Verdict::Rejected];
    known("verdict", word, all.into_iter().find(|one| verdict_id(*one) == word))
}

impl SavedClaim {
    /// The row of a claim whose machine reading has the number `machine`.
    pub(in crate::disk) fn new(record: &ClaimRecord, machine: i64) -> Self {
        let saved = |(field, value): (&Field, &FieldValue)| (field.id().to_owned(), value.into());
        Self {
            article: record.article.0,
            machine,
            by_hand: record.by_hand,
            verdict: verdict_id(record.verdict).to_owned(),
            fields: record.fields.iter().map(saved).collect(),
            note: record.note.clone(),
            tags: record.tags.clone(),
            vanished: record.vanished,
        }
    }

    pub(in crate::disk) fn back(self, id: i64, machine: Arc<Claim>) -> Back<ClaimRecord> {
        let mut record = ClaimRecord::new(ClaimId(id), ArticleId(self.article), machine);
        record.by_hand = self.by_hand;
        record.verdict = verdict(&self.verdict)?;
        for (name, value) in self.fields {
            let field = known("field of a claim", &name, Field::from_id(&name))?;
            record.fields.insert(field, value.back()?);
        }
        record.note = self.note;
        record.tags = self.tags;
        record.vanished = self.vanished;
        record.rebuild();
        Ok(record)
    }
}
