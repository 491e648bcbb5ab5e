//! Adopted figures as they stand in the file: what they are about is the key of their row.

use serde::{Deserialize, Serialize};

use super::time::date;
use super::{Back, known};
use crate::claim::Kind;
use crate::store::{Adopted, AdoptedAbout, ClaimId};

/// What an adopted figure is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedAdoptedAbout {
    story: String,
    kind: String,
    day: String,
}

/// An adopted figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedAdopted {
    low: u64,
    best: u64,
    high: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::disk) claims: Vec<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) note: String,
}

impl From<&AdoptedAbout> for SavedAdoptedAbout {
    fn from(about: &AdoptedAbout) -> Self {
        Self {
            story: about.story.clone(),
            kind: about.kind.id().to_owned(),
            day: about.day.to_string(),
        }
    }
}

impl SavedAdoptedAbout {
    pub(in crate::disk) fn back(self) -> Back<AdoptedAbout> {
        Ok(AdoptedAbout {
            story: self.story,
            kind: known("kind of claim", &self.kind, Kind::from_id(&self.kind))?,
            day: date(&self.day)?,
        })
    }
}

impl From<&Adopted> for SavedAdopted {
    fn from(figure: &Adopted) -> Self {
        Self {
            low: figure.low,
            best: figure.best,
            high: figure.high,
            claims: figure.claims.iter().map(|claim| claim.0).collect(),
            rule: figure.rule.clone(),
            note: figure.note.clone(),
        }
    }
}

impl SavedAdopted {
    pub(in crate::disk) fn back(self) -> Adopted {
        Adopted {
            low: self.low,
            best: self.best,
            high: self.high,
            claims: self.claims.into_iter().map(ClaimId).collect(),
            rule: self.rule,
            note: self.note,
        }
    }
}
