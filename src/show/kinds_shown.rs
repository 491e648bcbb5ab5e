//! Which kinds have a chart while the analyst has not chosen: those that the project tells of.

use std::collections::BTreeMap;

use super::look::CompareLook;
use crate::claim::Kind;
use crate::store::Store;

/// So many charts stand at first.
const AT_FIRST: usize = 3;

/// What has a chart before others, where there are figures for it.
const BEFORE: [Kind; AT_FIRST] = [Kind::Killed, Kind::Injured, Kind::Arrested];

/// Who says which kinds have a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindsBy {
    /// The figures of the project, when it had so many.
    Figures(usize),
    /// The analyst.
    Analyst,
}

/// The kinds that can have a chart, each with its claims: all kinds of harm, then those of tables.
pub fn kind_counts(store: &Store) -> Vec<(Kind, usize)> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for record in store.claims() {
        *counts.entry(record.claim().kind).or_default() += 1;
    }
    let known = Kind::ALL.map(|kind| (kind, counts.remove(&kind).unwrap_or_default()));
    known.into_iter().chain(counts).collect()
}

/// Killed, injured and arrested where there are such figures, and what there is most of in the place of those that lack.
fn kinds_of(counts: &[(Kind, usize)]) -> Vec<Kind> {
    let mut order: Vec<&(Kind, usize)> = counts.iter().filter(|(_, count)| *count > 0).collect();
    if order.is_empty() {
        return BEFORE.to_vec();
    }
    order.sort_by_key(|(kind, count)| (!BEFORE.contains(kind), std::cmp::Reverse(*count)));
    order.truncate(AT_FIRST);
    let kinds = counts.iter().map(|(kind, _)| *kind);
    kinds.filter(|kind| order.iter().any(|(one, _)| one == kind)).collect()
}

impl CompareLook {
    /// Chooses kinds by the figures of the project, where their number changed and the analyst chose none.
    pub fn follow_figures(&mut self, store: &Store) {
        let KindsBy::Figures(before) = self.kinds_by else {
            return;
        };
        if before == store.num_claims() {
            return;
        }
        self.set_kinds(kinds_of(&kind_counts(store)));
        self.kinds_by = KindsBy::Figures(store.num_claims());
    }

    /// The analyst chooses kinds.
    pub fn choose_kinds(&mut self, kinds: Vec<Kind>) {
        self.set_kinds(kinds);
        self.kinds_by = KindsBy::Analyst;
    }

    /// The table shows a kind that has a chart.
    fn set_kinds(&mut self, kinds: Vec<Kind>) {
        if let Some(first) = kinds.first().filter(|_| !kinds.contains(&self.table_kind)) {
            self.table_kind = *first;
        }
        self.kinds = kinds;
    }
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, KindsBy, kinds_of};
    use crate::claim::Kind;
    use crate::show::CompareLook;
    use crate::show::testing::store;

    #[test]
    fn kinds_without_figures_make_room_for_those_with() {
        let check = |counts: &[(Kind, usize)], expected: &[Kind]| assert_eq!(kinds_of(counts), expected, "{counts:?}");
        check(&[], &BEFORE);
        check(&[(Kind::Killed, 0), (Kind::Missing, 0)], &BEFORE);
        check(
            &[(Kind::Killed, 0), (Kind::Missing, 2), (Kind::Displaced, 9)],
            &[Kind::Missing, Kind::Displaced],
        );
        let all = Kind::ALL.map(|kind| (kind, 5));
        check(&all, &BEFORE);
        let tanks = Kind::from_id("other: Tanks").unwrap();
        check(
            &[
                (Kind::Killed, 1),
                (Kind::Missing, 2),
                (Kind::Arrested, 0),
                (Kind::Displaced, 3),
                (tanks, 4),
            ],
            &[Kind::Killed, Kind::Displaced, tanks],
        );
    }

    #[test]
    fn what_the_analyst_chose_stays() {
        let told = store(&[(
            "Gulf Courier",
            "2032-05-03",
            "Storm\n\n{missing|Nine people} are missing.",
        )]);
        let mut look = CompareLook::default();
        look.follow_figures(&told);
        assert_eq!(
            (look.kinds.as_slice(), look.table_kind),
            (&[Kind::Missing][..], Kind::Missing)
        );
        assert_eq!(look.kinds_by, KindsBy::Figures(1));
        look.choose_kinds(vec![Kind::Arrested]);
        look.follow_figures(&store(&[]));
        assert_eq!(
            (look.kinds.as_slice(), look.table_kind),
            (&[Kind::Arrested][..], Kind::Arrested)
        );
    }
}
