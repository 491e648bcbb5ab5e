//! Which figures no longer stand, and why: what several formats say beside a figure or leave out.

use std::collections::BTreeMap;

use crate::link::Conclusions;
use crate::show::corrected;
use crate::store::{ClaimId, Resolution, Store};

/// Tags with which an analyst says that a figure no longer holds.
const TAGS: &[&str] = &["superseded", "retracted", "corrected"];

/// Figures that no longer stand, each with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Replaced {
    reasons: BTreeMap<ClaimId, String>,
}

impl Replaced {
    /// What the analyst said comes first, then corrections of falling totals, then later totals of the same source.
    pub(super) fn new(store: &Store, conclusions: &Conclusions) -> Self {
        let mut reasons = BTreeMap::new();
        let mut say = |claim: Option<ClaimId>, why: String| {
            if let Some(claim) = claim.filter(|claim| store.claim(*claim).is_some()) {
                reasons.entry(claim).or_insert(why);
            }
        };
        for record in store.claims() {
            let tag = record
                .tags
                .iter()
                .find(|tag| TAGS.contains(&tag.to_lowercase().as_str()));
            if let Some(tag) = tag {
                say(Some(record.id), format!("tagged “{tag}”"));
            }
        }
        for (claim, why) in not_preferred(store, conclusions) {
            say(Some(claim), why);
        }
        for claim in corrected(store, conclusions) {
            say(Some(claim), "corrected by its own source".to_owned());
        }
        for fall in &conclusions.falls {
            for claim in &fall.before {
                say(id(claim), format!("lowered by its source as of {}", fall.days.1));
            }
        }
        for growth in conclusions.growth.iter().filter(|growth| !growth.voice.is_empty()) {
            for (step, next) in growth.steps.iter().zip(growth.steps.iter().skip(1)) {
                for claim in &step.claims {
                    say(id(claim), format!("later total of the same source as of {}", next.day));
                }
            }
        }
        Self { reasons }
    }

    /// Why the figure no longer stands; `None` where it does.
    pub(super) fn why(&self, claim: ClaimId) -> Option<&str> {
        self.reasons.get(&claim).map(String::as_str)
    }
}

/// The figures of settled conflicts beside which the analyst preferred another one.
fn not_preferred(store: &Store, conclusions: &Conclusions) -> Vec<(ClaimId, String)> {
    let mut out = Vec::new();
    for conflict in &conclusions.conflicts {
        let told = store.ruling(&conflict.key);
        let preferred = told
            .filter(|ruling| ruling.resolution == Some(Resolution::Prefer) && ruling.verdict != Some(false))
            .and_then(|ruling| ruling.preferred);
        let Some(preferred) = preferred else { continue };
        let holds = |claims: &[u64]| claims.iter().any(|claim| id(claim) == Some(preferred));
        let others = conflict.sides.iter().filter(|side| !holds(&side.claims));
        let claims = others.flat_map(|side| side.claims.iter().filter_map(id));
        out.extend(claims.map(|claim| (claim, "another figure is preferred".to_owned())));
    }
    out
}

fn id(number: &u64) -> Option<ClaimId> {
    i64::try_from(*number).ok().map(ClaimId)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Replaced;
    use crate::claim::Kind;
    use crate::link::{Conclusions, FallingTotal, Growth, GrowthStep};
    use crate::show::testing::{claim, store};
    use crate::store::TagChange;
    use jiff::civil::date;

    #[test]
    fn later_totals_corrections_and_tags_replace_a_figure() {
        let mut store = store(&[(
            "A",
            "2031-03-14",
            "{killed total @M|12 dead}. {killed total @M|31 dead}. {killed total @M|28 dead}. {killed @N|9 dead}.",
        )]);
        let [twelve, most, last, other] = ["12 dead", "31 dead", "28 dead", "9 dead"].map(|words| claim(&store, words));
        let number = |id: crate::store::ClaimId| id.0.unsigned_abs();
        let step = |day, id| GrowthStep {
            day: date(2031, 3, day),
            claims: vec![number(id)],
        };
        let mut conclusions = Conclusions {
            growth: vec![Arc::new(Growth {
                key: "g".into(),
                kind: Kind::Killed,
                place: None,
                voice: "M".into(),
                steps: vec![step(11, twelve), step(12, most)],
                ratio: 2.0,
                reason: String::new().into(),
            })],
            falls: vec![FallingTotal {
                key: "f".into(),
                kind: Kind::Killed,
                voice: "M".into(),
                before: vec![number(most)],
                after: vec![number(last)],
                days: (date(2031, 3, 12), date(2031, 3, 13)),
                ratio: 1.1,
                reason: String::new().into(),
            }],
            ..Conclusions::default()
        };
        let replaced = Replaced::new(&store, &conclusions);
        assert_eq!(
            replaced.why(twelve),
            Some("later total of the same source as of 2031-03-12")
        );
        assert_eq!(replaced.why(most), Some("lowered by its source as of 2031-03-13"));
        assert_eq!((replaced.why(last), replaced.why(other)), (None, None));
        // totals of several sources are no one's to replace
        Arc::make_mut(&mut conclusions.growth[0]).voice.clear();
        let edit = store.tag_claims(&[other], "Retracted", TagChange::Add);
        store.commit(edit, "2031-03-15T09:00:00Z");
        let replaced = Replaced::new(&store, &conclusions);
        assert_eq!(replaced.why(twelve), None);
        assert_eq!(replaced.why(other), Some("tagged “Retracted”"));
    }
}
