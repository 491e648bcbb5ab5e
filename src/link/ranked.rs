//! What figures are compared by again and again, so that comparing takes no look at letters.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::entity::fold;

/// The place of a figure, as those of one story are told apart and ordered: in small plain letters.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Its letters; none where the figure is of no place.
    pub(super) folded: Arc<str>,
    /// How many others of the story come before it.
    rank: usize,
}

impl Place {
    /// The places of a story's figures, as written.
    pub(super) fn all<'p>(written: impl Iterator<Item = &'p str>) -> HashMap<String, Self> {
        let written: BTreeSet<&str> = written.collect();
        let folded: BTreeMap<&str, Arc<str>> = written.into_iter().map(|place| (place, fold(place).into())).collect();
        // no place is the first of all
        let mut ranks: BTreeMap<Arc<str>, usize> = folded.values().map(|place| (Arc::clone(place), 0)).collect();
        ranks.insert(Arc::default(), 0);
        for (at, rank) in ranks.values_mut().enumerate() {
            *rank = at;
        }
        let place = |(written, folded): (&str, Arc<str>)| {
            let rank = ranks.get(&folded).copied().unwrap_or_default();
            (written.to_owned(), Self { folded, rank })
        };
        folded.into_iter().map(place).collect()
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank.cmp(&other.rank)
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.rank == other.rank
    }
}

impl Eq for Place {}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn places_are_ordered_as_their_letters_are() {
        let written = ["Port Calder", "Orla", "ORLA", "", "Órla", "Estrava"];
        let places = Place::all(written.into_iter());
        for one in written {
            for other in written {
                let (a, b) = (&places[one], &places[other]);
                assert_eq!(a.cmp(b), a.folded.cmp(&b.folded), "{one} / {other}");
            }
        }
        assert_eq!(places["Orla"], places["Órla"]);
        assert!(Place::default() == places[""] && Place::default() < places["Estrava"]);
    }
}
