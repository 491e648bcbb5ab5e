//! Articles: what was said of those on both sides, and those on one side.

use std::sync::Arc;

use super::matching::Matched;
use super::{Difference, Merge, MergeAbout, MergeState, Take, state_of};
use crate::store::boilerplate;
use crate::store::change::Change;
use crate::store::record::{ArticleId, ArticleRecord, ClaimRecord, Told};
use crate::store::rows::Store;
use crate::store::text_said;

pub(super) fn differences(here: &Store, there: &Store, matched: &Matched, merge: &mut Merge) {
    for theirs in there.articles() {
        match matched.article(theirs.id).and_then(|(own, _)| here.article(own)) {
            Some(ours) => said(ours, theirs, merge),
            None => whole(there, theirs, matched, merge),
        }
    }
    let shared = matched.shared();
    for ours in here.articles().filter(|article| !shared.contains(&article.id)) {
        let gone = Take::Rows(vec![Change::Article(ours.id, None)]);
        merge.push(MergeAbout::Article, MergeState::OnlyHere, gone);
    }
}

fn said(ours: &ArticleRecord, theirs: &ArticleRecord, merge: &mut Merge) {
    let about = MergeAbout::ArticleFacts;
    if let Some((state, told)) = told(&ours.told, &theirs.told) {
        merge.push(about, state, Take::Told(ours.id, told));
    }
    let has = |note: &str| !note.is_empty();
    if let Some(state) = state_of(has(&ours.note), has(&theirs.note), ours.note == theirs.note) {
        merge.push(about, state, Take::ArticleNote(ours.id, theirs.note.clone()));
    }
    if let Some((state, tags)) = tags(&ours.tags, &theirs.tags) {
        merge.push(about, state, Take::ArticleTags(ours.id, tags));
    }
}

/// Facts of the other side go before ours where it tells any; ours stay where it tells none.
fn told(ours: &Told, theirs: &Told) -> Option<(MergeState, Told)> {
    fn one<T: PartialEq>(ours: &Option<T>, theirs: &Option<T>) -> Option<MergeState> {
        state_of(ours.is_some(), theirs.is_some(), ours == theirs)
    }
    let states = [
        one(&ours.title, &theirs.title),
        one(&ours.publisher, &theirs.publisher),
        one(&ours.author, &theirs.author),
        one(&ours.published, &theirs.published),
    ];
    let state = states.into_iter().flatten().min()?;
    let told = if state == MergeState::OnlyHere {
        Told::default()
    } else {
        Told {
            title: theirs.title.clone().or_else(|| ours.title.clone()),
            publisher: theirs.publisher.clone().or_else(|| ours.publisher.clone()),
            author: theirs.author.clone().or_else(|| ours.author.clone()),
            published: theirs.published.or(ours.published),
        }
    };
    Some((state, told))
}

/// Tags of both sides go together: none contradicts another.
pub(super) fn tags(ours: &[String], theirs: &[String]) -> Option<(MergeState, Vec<String>)> {
    let missing: Vec<&String> = theirs.iter().filter(|tag| !ours.contains(tag)).collect();
    if !missing.is_empty() {
        let all = ours.iter().chain(missing).cloned().collect();
        return Some((MergeState::OnlyThere, all));
    }
    let is_more = ours.iter().any(|tag| !theirs.contains(tag));
    is_more.then(|| (MergeState::OnlyHere, theirs.to_vec()))
}

/// An article that is only there: its row, its claims, and what is kept beside its text.
fn whole(there: &Store, theirs: &ArticleRecord, matched: &Matched, merge: &mut Merge) {
    let Some(id) = matched.any_article(theirs.id) else {
        return;
    };
    let row = ArticleRecord { id, ..theirs.clone() };
    let mut rows = vec![Change::Article(id, Some(Arc::new(row)))];
    for record in there.claims_of(theirs.id) {
        let Some(claim) = matched.any_claim(record.id) else {
            continue;
        };
        let mut row = ClaimRecord::clone(record);
        row.id = claim;
        row.article = id;
        rows.push(Change::Claim(claim, Some(Arc::new(row))));
        let orphan = |number: i64| format!("{}{number}", text_said::ORPHAN);
        if let Some(words) = there.setting(&orphan(record.id.0)) {
            rows.push(Change::Setting(orphan(claim.0), Some(words.to_owned())));
        }
    }
    for name in [text_said::ORIGINAL, boilerplate::NAME, "table/"] {
        let setting = |id: ArticleId| format!("{name}{}", id.0);
        if let Some(value) = there.setting(&setting(theirs.id)) {
            rows.push(Change::Setting(setting(id), Some(value.to_owned())));
        }
    }
    merge.differences.push(Difference {
        about: MergeAbout::Article,
        state: MergeState::OnlyThere,
        claim: None,
        article: Some(theirs.sha256.clone()),
        take: Take::Rows(rows),
    });
}
