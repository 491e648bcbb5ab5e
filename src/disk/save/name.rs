//! What the analyst said of names, as it stands in the file: what it is about is the key of its row.

use serde::{Deserialize, Serialize};

use super::span::SavedSpan;
use super::{Back, known};
use crate::entity::EntityKind;
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, Reach};

/// What a ruling is about: the word for it and the names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedAbout {
    about: String,
    names: Vec<SavedName>,
}

/// A name as written, with where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct SavedName {
    words: String,
    /// What it names; empty for words of which just that is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    sort: String,
    /// The article, where it holds in one only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<u64>,
    /// The place in the article, where it holds there only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    span: Option<SavedSpan>,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::disk) enum SavedSaid {
    /// The kind of name; nothing for "no name".
    Kind(Option<String>),
    Same(bool),
    Apart,
    Called(String),
}

impl SavedName {
    fn new(words: &str, sort: &str, reach: Reach) -> Self {
        let (article, span) = match reach {
            Reach::Project => (None, None),
            Reach::Article(article) => (Some(article), None),
            Reach::Mention(article, span) => (Some(article), Some(span.into())),
        };
        Self {
            words: words.to_owned(),
            sort: sort.to_owned(),
            article,
            span,
        }
    }

    fn reach(&self) -> Reach {
        match (self.article, self.span) {
            (None, _) => Reach::Project,
            (Some(article), None) => Reach::Article(article),
            (Some(article), Some(span)) => Reach::Mention(article, span.into()),
        }
    }

    fn back(self) -> Back<NameRef> {
        Ok(NameRef {
            sort: known("sort of name", &self.sort, NameSort::from_id(&self.sort))?,
            reach: self.reach(),
            words: self.words,
        })
    }
}

impl From<&NameRef> for SavedName {
    fn from(name: &NameRef) -> Self {
        Self::new(&name.words, name.sort.id(), name.reach)
    }
}

impl From<&NameAbout> for SavedAbout {
    fn from(about: &NameAbout) -> Self {
        let (word, names) = match about {
            NameAbout::Words(words, reach) => ("words", vec![SavedName::new(words, "", *reach)]),
            NameAbout::Pair(a, b) => ("pair", vec![a.into(), b.into()]),
            NameAbout::Apart(name) => ("apart", vec![name.into()]),
            NameAbout::Called(name) => ("called", vec![name.into()]),
        };
        Self {
            about: word.to_owned(),
            names,
        }
    }
}

impl SavedAbout {
    pub(in crate::disk) fn back(self) -> Back<NameAbout> {
        let mut names = self.names.into_iter();
        let word = self.about;
        match (word.as_str(), names.next(), names.next()) {
            ("words", Some(name), None) => Ok(NameAbout::Words(name.words.clone(), name.reach())),
            ("pair", Some(a), Some(b)) => Ok(NameAbout::pair(&a.back()?, &b.back()?)),
            ("apart", Some(name), None) => Ok(NameAbout::Apart(name.back()?)),
            ("called", Some(name), None) => Ok(NameAbout::Called(name.back()?)),
            _ => known("word about names", &word, None),
        }
    }
}

impl From<&NameSaid> for SavedSaid {
    fn from(said: &NameSaid) -> Self {
        match said {
            NameSaid::Kind(kind) => Self::Kind(kind.map(|kind| kind.id().to_owned())),
            NameSaid::Same(same) => Self::Same(*same),
            NameSaid::Apart => Self::Apart,
            NameSaid::Called(words) => Self::Called(words.clone()),
        }
    }
}

impl SavedSaid {
    pub(in crate::disk) fn back(self) -> Back<NameSaid> {
        Ok(match self {
            Self::Kind(None) => NameSaid::Kind(None),
            Self::Kind(Some(kind)) => NameSaid::Kind(Some(known("kind of name", &kind, EntityKind::from_id(&kind))?)),
            Self::Same(same) => NameSaid::Same(same),
            Self::Apart => NameSaid::Apart,
            Self::Called(words) => NameSaid::Called(words),
        })
    }
}
