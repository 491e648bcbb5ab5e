//! An edit's rows as they stand in the journal. Readings are named by number: the journal holds no text twice.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Back;
use super::adopted::{SavedAdopted, SavedAdoptedAbout};
use super::article::SavedArticle;
use super::field::SavedClaim;
use super::name::{SavedAbout, SavedSaid};
use super::ruling::SavedRuling;
use crate::claim::Claim;
use crate::read::Reading;
use crate::store::{ArticleId, Change, ClaimId};

/// Writes the readings of a change where they are not written yet, and gives their numbers.
pub(in crate::disk) trait Keep {
    /// What goes wrong there.
    type Error;

    /// The number of an article's reading.
    fn reading(&mut self, reading: &Arc<Reading>, sha256: &str) -> Result<i64, Self::Error>;

    /// The number of a claim's machine reading.
    fn machine(&mut self, claim: &Arc<Claim>) -> Result<i64, Self::Error>;
}

/// The readings by number.
pub(in crate::disk) trait Kept {
    /// The article's reading of this number.
    fn reading(&self, number: i64) -> Back<Arc<Reading>>;

    /// The claim's machine reading of this number.
    fn machine(&self, number: i64) -> Back<Arc<Claim>>;
}

/// A row as it is after an edit; without the row where it is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::disk) enum SavedChange {
    Article(i64, Option<SavedArticle>),
    Claim(i64, Option<SavedClaim>),
    Setting(String, Option<String>),
    Ruling(String, Option<SavedRuling>),
    Name(SavedAbout, Option<SavedSaid>),
    Adopted(SavedAdoptedAbout, Option<SavedAdopted>),
}

impl SavedChange {
    pub(in crate::disk) fn new<K: Keep>(change: &Change, keep: &mut K) -> Result<Self, K::Error> {
        Ok(match change {
            Change::Article(id, row) => match row {
                Some(row) => {
                    let reading = keep.reading(&row.reading, &row.sha256)?;
                    Self::Article(id.0, Some(SavedArticle::new(row, reading)))
                }
                None => Self::Article(id.0, None),
            },
            Change::Claim(id, row) => match row {
                Some(row) => Self::Claim(id.0, Some(SavedClaim::new(row, keep.machine(&row.machine)?))),
                None => Self::Claim(id.0, None),
            },
            Change::Setting(name, value) => Self::Setting(name.clone(), value.clone()),
            Change::Ruling(key, ruling) => Self::Ruling(key.clone(), ruling.as_ref().map(Into::into)),
            Change::Name(about, said) => Self::Name(about.into(), said.as_ref().map(Into::into)),
            Change::Adopted(about, figure) => Self::Adopted(about.into(), figure.as_ref().map(Into::into)),
        })
    }

    pub(in crate::disk) fn back(self, kept: &impl Kept) -> Back<Change> {
        Ok(match self {
            Self::Article(id, row) => {
                let back = |row: SavedArticle| {
                    let reading = kept.reading(row.reading)?;
                    row.back(id, reading).map(Arc::new)
                };
                Change::Article(ArticleId(id), row.map(back).transpose()?)
            }
            Self::Claim(id, row) => {
                let back = |row: SavedClaim| {
                    let machine = kept.machine(row.machine)?;
                    row.back(id, machine).map(Arc::new)
                };
                Change::Claim(ClaimId(id), row.map(back).transpose()?)
            }
            Self::Setting(name, value) => Change::Setting(name, value),
            Self::Ruling(key, ruling) => Change::Ruling(key, ruling.map(SavedRuling::back).transpose()?),
            Self::Name(about, said) => Change::Name(about.back()?, said.map(SavedSaid::back).transpose()?),
            Self::Adopted(about, figure) => Change::Adopted(about.back()?, figure.map(SavedAdopted::back)),
        })
    }
}
