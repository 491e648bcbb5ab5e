//! An article's row: where it came from, its machine reading by number, and what the analyst said of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::time::date;
use super::{Back, known};
use crate::read::Reading;
use crate::store::{ArticleId, ArticleRecord, Origin, Told};

/// An article's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedArticle {
    pub(in crate::disk) origin: SavedOrigin,
    pub(in crate::disk) file_name: String,
    pub(in crate::disk) sha256: String,
    /// Number of the machine's reading among the project's.
    pub(in crate::disk) reading: i64,
    #[serde(default)]
    pub(in crate::disk) told: SavedTold,
    pub(in crate::disk) rules_version: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) note: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::disk) tags: Vec<String>,
}

/// Where an article came from: a word, a path or name, the number of the part or row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedOrigin {
    pub(in crate::disk) sort: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::disk) path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) part: Option<u32>,
}

/// What the analyst said of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::disk) struct SavedTold {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::disk) published: Option<String>,
}

impl From<&Origin> for SavedOrigin {
    fn from(origin: &Origin) -> Self {
        let (sort, path, part) = match origin {
            Origin::File(path) => ("file", path.as_str(), None),
            Origin::Pasted => ("pasted", "", None),
            Origin::Part(path, part) => ("part", path.as_str(), Some(*part)),
            Origin::Row(path, row) => ("row", path.as_str(), Some(*row)),
            Origin::Sample(name) => ("sample", name.as_str(), None),
        };
        Self {
            sort: sort.to_owned(),
            path: path.to_owned(),
            part,
        }
    }
}

impl SavedOrigin {
    fn back(self) -> Back<Origin> {
        let part = self.part.unwrap_or(0);
        let origin = match self.sort.as_str() {
            "file" => Some(Origin::File(self.path)),
            "pasted" => Some(Origin::Pasted),
            "part" => Some(Origin::Part(self.path, part)),
            "row" => Some(Origin::Row(self.path, part)),
            "sample" => Some(Origin::Sample(self.path)),
            _ => None,
        };
        known("origin of an article", &self.sort, origin)
    }
}

impl From<&Told> for SavedTold {
    fn from(told: &Told) -> Self {
        Self {
            title: told.title.clone(),
            publisher: told.publisher.clone(),
            author: told.author.clone(),
            published: told.published.map(|day| day.to_string()),
        }
    }
}

impl SavedTold {
    fn back(self) -> Back<Told> {
        Ok(Told {
            title: self.title,
            publisher: self.publisher,
            author: self.author,
            published: self.published.map(|day| date(&day)).transpose()?,
        })
    }
}

impl SavedArticle {
    /// The row of an article whose machine reading has the number `reading`.
    pub(in crate::disk) fn new(record: &ArticleRecord, reading: i64) -> Self {
        Self {
            origin: (&record.origin).into(),
            file_name: record.file_name.clone(),
            sha256: record.sha256.clone(),
            reading,
            told: (&record.told).into(),
            rules_version: record.rules_version.clone(),
            note: record.note.clone(),
            tags: record.tags.clone(),
        }
    }

    pub(in crate::disk) fn back(self, id: i64, reading: Arc<Reading>) -> Back<ArticleRecord> {
        Ok(ArticleRecord {
            id: ArticleId(id),
            origin: self.origin.back()?,
            file_name: self.file_name,
            sha256: self.sha256,
            reading,
            told: self.told.back()?,
            rules_version: self.rules_version,
            note: self.note,
            tags: self.tags,
        })
    }
}
