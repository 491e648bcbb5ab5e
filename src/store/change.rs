//! An edit: rows as they are afterwards. Its inverse is the same rows as they were.

use std::sync::Arc;

use super::adopted::{Adopted, AdoptedAbout};
use super::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Ruling};
use crate::link::{NameAbout, NameSaid};

/// One row of the project as it is after the edit; `None` where the row is gone.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An article.
    Article(ArticleId, Option<Arc<ArticleRecord>>),
    /// A claim.
    Claim(ClaimId, Option<Arc<ClaimRecord>>),
    /// A setting of the project, by name.
    Setting(String, Option<String>),
    /// The analyst's ruling on a conclusion, by what it is about.
    Ruling(String, Option<Ruling>),
    /// What the analyst said of names, by what it is about.
    Name(NameAbout, Option<NameSaid>),
    /// A figure that the analyst adopted, by what it is about.
    Adopted(AdoptedAbout, Option<Adopted>),
}

/// What one action of the analyst changes: one undo step, one transaction, one row of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What happened, as shown in the history: "6 claims accepted".
    pub label: String,
    /// The rows, in the order in which they are written.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit under its label.
    pub fn new(label: impl Into<String>, changes: Vec<Change>) -> Self {
        Self {
            label: label.into(),
            changes,
        }
    }

    /// True where nothing would change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
