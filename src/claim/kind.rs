//! What happened to the counted people: the kinds that are read in texts, and others that tables bring.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// What happened to the counted people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Dead by violence, disaster or accident.
    Killed,
    /// Hurt, wounded.
    Injured,
    /// Killed and injured, not told apart.
    Casualties,
    /// Not found.
    Missing,
    /// Arrested, detained, held.
    Arrested,
    /// Let go after arrest or abduction.
    Released,
    /// Kidnapped, taken hostage.
    Abducted,
    /// Driven from home.
    Displaced,
    /// What an imported table counts beside these: "Tanks".
    Other(OtherKind),
}

/// The name of a kind that a table brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OtherKind(&'static str);

/// What stands before the name in exports and project files.
const OTHER: &str = "other: ";

/// Ids of other kinds, "other: Tanks". They are few and live as long as the program, so that a kind stays a plain copy.
static OTHERS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

impl OtherKind {
    /// The name as the table has it: "Tanks".
    pub fn name(self) -> &'static str {
        self.0.strip_prefix(OTHER).unwrap_or(self.0)
    }
}

impl Kind {
    /// Dead or hurt.
    pub(super) fn is_hurt(self) -> bool {
        matches!(self, Self::Killed | Self::Injured | Self::Casualties)
    }

    /// Dead, hurt or gone.
    pub(super) fn is_hurt_or_missing(self) -> bool {
        self.is_hurt() || self == Self::Missing
    }

    /// All that are read in texts, in the order of their declaration; no other ones.
    pub const ALL: [Self; 8] = [
        Self::Killed,
        Self::Injured,
        Self::Casualties,
        Self::Missing,
        Self::Arrested,
        Self::Released,
        Self::Abducted,
        Self::Displaced,
    ];

    /// The word for it in exports and in the project file: "killed", "other: Tanks".
    pub fn id(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Casualties => "casualties",
            Self::Missing => "missing",
            Self::Arrested => "arrested",
            Self::Released => "released",
            Self::Abducted => "abducted",
            Self::Displaced => "displaced",
            Self::Other(other) => other.0,
        }
    }

    /// The one of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        let listed = Self::ALL.into_iter().find(|one| one.id() == id);
        listed.or_else(|| Self::other(id.strip_prefix(OTHER)?))
    }

    /// The kind that a table calls so; blanks around and within are made single. `None` for an empty name.
    pub fn other(name: &str) -> Option<Self> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return None;
        }
        let id = format!("{OTHER}{name}");
        let mut known = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(id.as_str()) {
            return Some(Self::Other(OtherKind(known)));
        }
        let id: &'static str = id.leak();
        known.insert(id);
        Some(Self::Other(OtherKind(id)))
    }

    /// Its place in [`Kind::ALL`]; `None` for other ones.
    pub fn slot(self) -> Option<usize> {
        Self::ALL.iter().position(|one| *one == self)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn kinds_come_back_from_their_words() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_id(kind.id()), Some(kind));
        }
        let tanks = Kind::other(" Tanks  lost ").unwrap();
        assert_eq!(tanks.id(), "other: Tanks lost");
        assert_eq!(Kind::from_id("other: Tanks lost"), Some(tanks));
        assert_eq!(Kind::other("Tanks lost"), Some(tanks));
        assert_ne!(Kind::other("tanks lost"), Some(tanks));
        assert!(tanks.slot().is_none() && tanks > Kind::Displaced);
        for no in ["", "other: ", "tanks", "Killed"] {
            assert_eq!(Kind::from_id(no), None, "{no}");
        }
    }
}
