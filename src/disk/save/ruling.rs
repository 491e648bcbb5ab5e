//! What the analyst said of a conclusion, as it stands in the file.

use serde::{Deserialize, Serialize};

use super::{Back, known};
use crate::link::ConflictSort;
use crate::store::{ClaimId, Resolution, Ruling};

/// A ruling as the journal holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedRuling {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) verdict: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) reason: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) note: String,
    #[serde(flatten)]
    pub(in crate::disk) said: SavedRuled,
}

/// What version 1 of the tables had no columns for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedRuled {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    resolution: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    preferred: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken_as: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    settled: bool,
}

impl From<&Ruling> for SavedRuling {
    fn from(ruling: &Ruling) -> Self {
        Self {
            verdict: ruling.verdict,
            reason: ruling.reason.clone(),
            note: ruling.note.clone(),
            said: SavedRuled {
                resolution: ruling.resolution.map(|one| one.id().to_owned()),
                preferred: ruling.preferred.map(|claim| claim.0),
                taken_as: ruling.taken_as.map(|sort| sort.id().to_owned()),
                settled: ruling.settled,
            },
        }
    }
}

impl SavedRuling {
    pub(in crate::disk) fn back(self) -> Back<Ruling> {
        let Self {
            verdict,
            reason,
            note,
            said,
        } = self;
        let resolution = said
            .resolution
            .map(|word| known("resolution", &word, Resolution::from_id(&word)));
        let sort = |word: String| {
            let found = ConflictSort::ALL.into_iter().find(|sort| sort.id() == word);
            known("sort of conflict", &word, found)
        };
        Ok(Ruling {
            verdict,
            reason,
            note,
            resolution: resolution.transpose()?,
            preferred: said.preferred.map(ClaimId),
            taken_as: said.taken_as.map(sort).transpose()?,
            settled: said.settled,
        })
    }
}
