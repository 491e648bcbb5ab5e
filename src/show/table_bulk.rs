//! What is offered for many claims at once: those sure enough to be accepted, the speakers that the project knows.

use std::collections::BTreeMap;

use super::table_filter::{percent, speaker_words};
use crate::store::{ClaimId, Status, Store};

/// The unreviewed claims of `rows` whose confidence is at least so many percent, in their order.
pub fn accept_above(store: &Store, rows: &[ClaimId], least: u8) -> Vec<ClaimId> {
    let passes = |id: &&ClaimId| {
        let record = store.claim(**id);
        record
            .is_some_and(|record| record.status() == Status::Unreviewed && percent(record.claim().confidence) >= least)
    };
    rows.iter().filter(passes).copied().collect()
}

/// Who is named as speaker or relay in the project, most often first.
pub fn speakers_by_use(store: &Store) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in store.claims() {
        let claim = record.claim();
        for name in [&claim.speaker, &claim.relay].into_iter().flatten() {
            *counts.entry(speaker_words(Some(name))).or_default() += 1;
        }
    }
    let mut rows: Vec<(String, usize)> = counts.into_iter().filter(|(name, _)| !name.is_empty()).collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rows.into_iter().map(|(name, _)| name).collect()
}

/// The known words that a typed text may become: those that begin with it, then those that hold it; at most `most`.
pub fn completions(known: &[String], typed: &str, most: usize) -> Vec<String> {
    let typed = typed.trim().to_lowercase();
    let fits = |begins: bool| {
        let typed = &typed;
        known.iter().filter(move |word| {
            let word = word.to_lowercase();
            word.starts_with(typed.as_str()) == begins && word.contains(typed.as_str()) && word != *typed
        })
    };
    fits(true).chain(fits(false)).take(most).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{accept_above, completions, speakers_by_use};
    use crate::show::testing::{claim, store};
    use crate::show::{Flags, ReviewLook, rows};

    #[test]
    fn only_what_is_open_and_sure_enough_is_accepted() {
        let store = store(&[(
            "A",
            "2031-03-14",
            "{killed conf 0.9|29 dead}. {killed conf 0.8 rejected|3 dead}. {injured conf 0.795|40 hurt}. {killed conf 0.4|7 dead}.",
        )]);
        let rows = rows(&store, &ReviewLook::default(), &Flags::default());
        assert_eq!(
            accept_above(&store, &rows, 80),
            [claim(&store, "29 dead"), claim(&store, "40 hurt")]
        );
        assert!(accept_above(&store, &rows, 95).is_empty());
        assert_eq!(accept_above(&store, &rows, 0).len(), 3);
    }

    #[test]
    fn known_words_are_offered_by_their_beginning_first() {
        let store = store(&[(
            "A",
            "2031-03-14",
            "{killed @the police|29 dead}. {killed @police|3 dead}. {injured @Mill hospital|40 hurt}.",
        )]);
        let known = speakers_by_use(&store);
        assert_eq!(known, ["police", "Mill hospital"]);
        assert_eq!(completions(&known, "mi", 5), ["Mill hospital"]);
        assert_eq!(completions(&known, "O", 5), ["police", "Mill hospital"]);
        assert_eq!(completions(&known, "", 1), ["police"]);
        assert!(completions(&known, "police", 5).is_empty() && completions(&known, "army", 5).is_empty());
    }
}
