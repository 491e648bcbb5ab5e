//! A span that names an entity.

use crate::base::{Span, Why};

/// Sorts of entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// A human being by name.
    Person,
    /// A body: ministry, party, agency, company, army.
    Org,
    /// Somewhere on a map.
    Place,
    /// Nationality, religion, political group.
    Group,
}

impl EntityKind {
    /// All sorts, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Person, Self::Org, Self::Place, Self::Group];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Org => "org",
            Self::Place => "place",
            Self::Group => "group",
        }
    }

    /// The sort of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A span of an article that names an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The words, without title or article before them.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// 0 to 1.
    pub confidence: f32,
    /// The rules that found it.
    pub why: Why,
}
