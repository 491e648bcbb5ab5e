//! Claims of articles that are on both sides: decision, note and tags by themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::articles::tags;
use super::matching::{Matched, SameText};
use super::{Merge, MergeAbout, MergeState, Take, state_of};
use crate::store::change::Change;
use crate::store::field::{Field, FieldValue};
use crate::store::record::{ClaimRecord, Verdict};
use crate::store::rows::Store;

const ABOUT: MergeAbout = MergeAbout::Claim;

pub(super) fn differences(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    for article in there.articles() {
        let Some((own, text)) = matched.article(article.id) else {
            continue;
        };
        for theirs in there.claims_of(article.id) {
            match matched.claim(theirs.id).and_then(|id| here.claim(id)) {
                Some(ours) => both((ours, theirs), text, merge),
                None if !theirs.is_decided() => {}
                None if text == SameText::No => merge.num_unplaced += 1,
                None => {
                    let Some(id) = matched.any_claim(theirs.id) else {
                        continue;
                    };
                    let mut row = ClaimRecord::clone(theirs);
                    row.id = id;
                    row.article = own;
                    let rows = vec![Change::Claim(id, Some(Arc::new(row)))];
                    merge.push(ABOUT, MergeState::OnlyThere, Take::Rows(rows));
                }
            }
        }
    }
    let (shared, shared_claims) = (matched.shared(), matched.shared_claims());
    for article in shared {
        let only_here = |record: &&Arc<ClaimRecord>| !shared_claims.contains(&record.id) && record.is_decided();
        for ours in here.claims_of(article).filter(only_here) {
            merge.push(
                ABOUT,
                MergeState::OnlyHere,
                Take::Rows(vec![Change::Claim(ours.id, None)]),
            );
        }
    }
}

fn both((ours, theirs): (&ClaimRecord, &ClaimRecord), text: SameText, merge: &mut Merge) {
    let (verdict, fields) = (theirs.verdict, fields(ours, theirs, text));
    let says = |record: &ClaimRecord| record.status().is_decided();
    let is_same = ours.verdict == verdict && ours.fields == fields;
    if let Some(state) = state_of(says(ours), says(theirs), is_same) {
        // what a claim made by hand says here cannot be taken back by one that nobody decided on
        let verdict = if state == MergeState::OnlyHere {
            Verdict::Open
        } else {
            verdict
        };
        merge.push(ABOUT, state, Take::Decision(ours.id, verdict, fields));
    }
    let has = |note: &str| !note.is_empty();
    if let Some(state) = state_of(has(&ours.note), has(&theirs.note), ours.note == theirs.note) {
        merge.push(ABOUT, state, Take::ClaimNote(ours.id, theirs.note.clone()));
    }
    if let Some((state, tags)) = tags(&ours.tags, &theirs.tags) {
        merge.push(ABOUT, state, Take::ClaimTags(ours.id, tags));
    }
}

/// What the analyst of the other side set, over this side's reading. Where that read the same words otherwise, what was set
/// there and is read here anyhow is no correction.
fn fields(ours: &ClaimRecord, theirs: &ClaimRecord, text: SameText) -> BTreeMap<Field, FieldValue> {
    let is_place = |field: &Field| matches!(field, Field::Span | Field::Role(_));
    let mut set = theirs.fields.clone();
    if text == SameText::No {
        set.retain(|field, _| !is_place(field));
    }
    if ours.machine == theirs.machine && ours.by_hand == theirs.by_hand {
        return set;
    }
    if theirs.by_hand {
        for field in Field::ALL {
            set.insert(field, field.read(theirs.claim()));
        }
    }
    set.retain(|field, value| field.read(&ours.machine) != *value);
    set
}
