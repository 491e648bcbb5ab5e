//! A new reading of an article beside the old one: decided claims stay.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::change::{Change, Edit};
use super::field::Field;
use super::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Verdict};
use super::rows::Store;
use crate::claim::Claim;
use crate::read::Reading;

/// What a new reading changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RereadSummary {
    /// Claims that were not there.
    pub added: usize,
    /// Claims whose reading differs.
    pub changed: usize,
    /// Undecided claims that are no longer found and go.
    pub removed: usize,
    /// Decided claims that are no longer found; they stay and are flagged.
    pub vanished: usize,
}

impl Store {
    /// Replaces the machine's reading of an article. Claims are matched by key (quote, kind, surroundings), what is left by
    /// span and kind; decided ones stay, and are flagged where they are no longer found. Gives out numbers for new claims.
    pub fn reread(&mut self, id: ArticleId, reading: Reading, rules_version: &str) -> (Edit, RereadSummary) {
        let mut summary = RereadSummary::default();
        let mut changes = Vec::new();
        let Some(old) = self.article(id).map(Arc::clone) else {
            return (Edit::new("Article read again", changes), summary);
        };
        let mut reading = reading;
        let claims = std::mem::take(&mut reading.claims);
        let row = ArticleRecord {
            reading: Arc::new(reading),
            rules_version: rules_version.to_owned(),
            ..ArticleRecord::clone(&old)
        };
        if row != *old {
            changes.push(Change::Article(id, Some(Arc::new(row))));
        }
        let rows: Vec<Arc<ClaimRecord>> = self.claims_of(id).map(Arc::clone).collect();
        let found = Rows::new(&rows).of(&claims.iter().collect::<Vec<_>>());
        let taken: BTreeSet<ClaimId> = found.iter().flatten().map(|record| record.id).collect();
        for (claim, found) in claims.into_iter().zip(found) {
            match found {
                Some(record) => {
                    let differs = *record.machine != claim || record.vanished;
                    if differs && !record.by_hand {
                        summary.changed += 1;
                        let mut new = ClaimRecord::clone(record);
                        new.vanished = false;
                        new.set_machine(Arc::new(claim));
                        changes.push(Change::Claim(new.id, Some(Arc::new(new))));
                    }
                }
                None => {
                    summary.added += 1;
                    let new = ClaimRecord::new(self.next_claim(), id, Arc::new(claim));
                    changes.push(Change::Claim(new.id, Some(Arc::new(new))));
                }
            }
        }
        for record in rows
            .iter()
            .filter(|record| !record.by_hand && !taken.contains(&record.id))
        {
            drop_or_flag(record, &mut changes, &mut summary);
        }
        (Edit::new(format!("“{}” read again", old.title()), changes), summary)
    }

    /// A new reading, with what the analyst accepted: where it says otherwise, the accepted value stays and becomes the
    /// analyst's own, beside the machine's.
    pub fn keep_accepted(&self, edit: Edit) -> Edit {
        let keep = |change: Change| {
            let Change::Claim(id, Some(row)) = &change else {
                return change;
            };
            let accepted = |old: &&Arc<ClaimRecord>| old.verdict == Verdict::Accepted && !old.by_hand;
            let Some(old) = self.claim(*id).filter(accepted) else {
                return change;
            };
            let mut new = ClaimRecord::clone(row);
            for field in Field::ALL.into_iter().filter(|field| !old.is_set(*field)) {
                let value = field.read(&old.machine);
                if value != field.read(&new.machine) {
                    new.set_field(field, Some(value));
                }
            }
            Change::Claim(*id, Some(Arc::new(new)))
        };
        Edit::new(edit.label, edit.changes.into_iter().map(keep).collect())
    }
}

fn drop_or_flag(record: &ClaimRecord, changes: &mut Vec<Change>, summary: &mut RereadSummary) {
    if !record.is_decided() {
        summary.removed += 1;
        changes.push(Change::Claim(record.id, None));
    } else if !record.vanished {
        summary.vanished += 1;
        let mut new = record.clone();
        new.vanished = true;
        changes.push(Change::Claim(new.id, Some(Arc::new(new))));
    }
}

/// The rows of an article, found by key and by place without looking at all of them: a table has tens of thousands.
pub(super) struct Rows<'r> {
    by_key: HashMap<&'r str, Vec<&'r Arc<ClaimRecord>>>,
    by_start: BTreeMap<usize, Vec<&'r Arc<ClaimRecord>>>,
}

/// Starts before a claim's end that are looked at for a row whose span meets it.
const MOST_STARTS: usize = 16;

impl<'r> Rows<'r> {
    pub(super) fn new(rows: &'r [Arc<ClaimRecord>]) -> Self {
        let mut by_key: HashMap<&str, Vec<&Arc<ClaimRecord>>> = HashMap::new();
        let mut by_start: BTreeMap<usize, Vec<&Arc<ClaimRecord>>> = BTreeMap::new();
        for row in rows {
            by_key.entry(&row.machine.key).or_default().push(row);
            by_start.entry(row.machine.span.start()).or_default().push(row);
        }
        Self { by_key, by_start }
    }

    /// The row that each claim is, no row twice. A name is surer than a place: none may take by its place what is another's
    /// by name. What stands nowhere has no place.
    pub(super) fn of(&self, claims: &[&Claim]) -> Vec<Option<&'r ClaimRecord>> {
        let mut taken = BTreeSet::new();
        let mut found = vec![None; claims.len()];
        for (claim, found) in claims.iter().zip(&mut found) {
            *found = self.by_key(&taken, claim);
            taken.extend(found.map(|record| record.id));
        }
        for (claim, found) in claims.iter().zip(&mut found) {
            if found.is_none() && !claim.span.is_empty() {
                *found = self.by_place(&taken, claim);
                taken.extend(found.map(|record| record.id));
            }
        }
        found
    }

    /// The record with the claim's key.
    fn by_key(&self, taken: &BTreeSet<ClaimId>, claim: &Claim) -> Option<&'r ClaimRecord> {
        let mut rows = self.by_key.get(claim.key.as_str())?.iter();
        rows.find(|record| !taken.contains(&record.id))
            .map(|record| Arc::as_ref(record))
    }

    /// A record of the claim's kind whose span it meets. A claim made by hand on the same words and kind takes the
    /// machine's place, so that it is not doubled.
    fn by_place(&self, taken: &BTreeSet<ClaimId>, claim: &Claim) -> Option<&'r ClaimRecord> {
        let near = |record: &&&Arc<ClaimRecord>| {
            let machine = &record.machine;
            !taken.contains(&record.id) && machine.kind == claim.kind && machine.span.meets(claim.span)
        };
        let before = self.by_start.range(..claim.span.end()).rev().take(MOST_STARTS);
        before
            .flat_map(|(_, rows)| rows)
            .find(near)
            .map(|record| Arc::as_ref(record))
    }
}
