//! The figure that an analyst adopts for a story, a kind and a day: low, best and high, with the claims that it rests on.

use jiff::civil::Date;

use super::change::{Change, Edit};
use super::record::ClaimId;
use super::rows::Store;
use crate::claim::Kind;

/// What an adopted figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AdoptedAbout {
    /// Key of the story.
    pub story: String,
    /// What happened.
    pub kind: Kind,
    /// The day at which it holds.
    pub day: Date,
}

/// An adopted figure. It never replaces a claim: it stands beside the claims that it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    /// The least that is taken as credible.
    pub low: u64,
    /// What is taken as most likely; not below `low`.
    pub best: u64,
    /// The most that is taken as credible; not below `best`.
    pub high: u64,
    /// The claims that it rests on, in order.
    pub claims: Vec<ClaimId>,
    /// Name of the rule that suggested it; empty where the analyst typed it.
    pub rule: String,
    /// The analyst's note.
    pub note: String,
}

impl Adopted {
    /// True where low, best and high stand in order.
    pub fn is_in_order(&self) -> bool {
        self.low <= self.best && self.best <= self.high
    }
}

impl Store {
    /// Adopts a figure, or with `None` takes it back. Bounds in disorder change nothing.
    pub fn adopt(&self, about: AdoptedAbout, figure: Option<Adopted>) -> Edit {
        let mut figure = figure;
        if let Some(figure) = &mut figure {
            figure.claims.sort_unstable();
            figure.claims.dedup();
        }
        let same = self.adopted().get(&about) == figure.as_ref();
        if same || figure.as_ref().is_some_and(|figure| !figure.is_in_order()) {
            return Edit::new("Adopted figure unchanged", Vec::new());
        }
        let label = if figure.is_some() {
            "Figure adopted"
        } else {
            "Adopted figure taken back"
        };
        Edit::new(label, vec![Change::Adopted(about, figure)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Adopted, AdoptedAbout};
    use crate::claim::Kind;
    use crate::store::{ClaimId, Store};

    #[test]
    fn a_figure_is_adopted_changed_and_taken_back() {
        let mut store = Store::default();
        let about = AdoptedAbout {
            story: "Estrava".to_owned(),
            kind: Kind::Killed,
            day: jiff::civil::date(2031, 3, 14),
        };
        let mut figure = Adopted {
            low: 29,
            best: 36,
            high: 71,
            claims: vec![ClaimId(7), ClaimId(2), ClaimId(7)],
            ..Adopted::default()
        };
        let edit = store.adopt(about.clone(), Some(figure.clone()));
        store.commit(edit, "2031-03-15T09:00:00Z");
        figure.claims = vec![ClaimId(2), ClaimId(7)];
        assert_eq!(store.adopted().get(&about), Some(&figure));
        assert!(store.adopt(about.clone(), Some(figure.clone())).is_empty());
        let wrong = Adopted {
            best: 80,
            ..figure.clone()
        };
        assert!(
            store.adopt(about.clone(), Some(wrong)).is_empty(),
            "best lies above high"
        );
        let edit = store.adopt(about.clone(), None);
        store.commit(edit, "2031-03-15T09:01:00Z");
        assert!(store.adopted().is_empty());
        store.undo();
        assert_eq!(store.adopted().get(&about), Some(&figure));
    }
}
