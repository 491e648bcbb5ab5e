//! The edits that analysts make, as rows: each of these reads the store and changes nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::change::{Change, Edit};
use super::field::{Field, FieldValue};
use super::record::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Origin, Ruling, Told, Verdict};
use super::role::Role;
use super::rows::Store;
use crate::claim::Claim;
use crate::read::Reading;

/// An article that was read and is to be added.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// Where it came from.
    pub origin: Origin,
    /// The file's name as shown.
    pub file_name: String,
    /// SHA-256 of the bytes, 64 hex digits.
    pub sha256: String,
    /// What was read, with its claims.
    pub reading: Reading,
    /// The version of the rules that read it.
    pub rules_version: String,
}

impl Store {
    /// Adds articles with their machine claims. Gives out their numbers, which is why it needs `&mut`.
    pub fn add_articles(&mut self, articles: Vec<NewArticle>) -> Edit {
        let label = format!("{} added", count(articles.len(), "article"));
        let mut changes = Vec::new();
        for new in articles {
            let id = self.next_article();
            let mut reading = new.reading;
            let claims = std::mem::take(&mut reading.claims);
            let row = ArticleRecord {
                id,
                origin: new.origin,
                file_name: new.file_name,
                sha256: new.sha256,
                reading: Arc::new(reading),
                told: Told::default(),
                rules_version: new.rules_version,
                note: String::new(),
                tags: Vec::new(),
            };
            changes.push(Change::Article(id, Some(Arc::new(row))));
            for claim in claims {
                let claim_id = self.next_claim();
                changes.push(put(ClaimRecord::new(claim_id, id, Arc::new(claim))));
            }
        }
        Edit::new(label, changes)
    }

    /// Takes articles and their claims out.
    pub fn remove_articles(&self, ids: &[ArticleId]) -> Edit {
        let mut changes = Vec::new();
        for id in ids.iter().filter(|id| self.article(**id).is_some()) {
            changes.extend(self.claims_of(*id).map(|claim| Change::Claim(claim.id, None)));
            changes.extend(self.drop_parts(*id));
            changes.extend(self.drop_text(*id));
            changes.push(Change::Article(*id, None));
        }
        Edit::new(format!("{} removed", count(ids.len(), "article")), changes)
    }

    /// Accepts, rejects or reopens claims.
    pub fn set_verdict(&self, ids: &[ClaimId], verdict: Verdict) -> Edit {
        let what = match verdict {
            Verdict::Accepted => "accepted",
            Verdict::Rejected => "rejected",
            Verdict::Open => "reopened",
        };
        self.edit_claims(ids, what, |claim| claim.verdict = verdict)
    }

    /// Sets one field of claims; `None` goes back to the machine's reading.
    pub fn set_field(&self, ids: &[ClaimId], field: Field, value: Option<&FieldValue>) -> Edit {
        let what = if value.is_some() {
            "corrected"
        } else {
            "reset to the machine's reading"
        };
        self.edit_claims(ids, what, |claim| {
            let same = value.is_some_and(|value| !claim.by_hand && field.read(&claim.machine) == *value);
            claim.set_field(field, value.filter(|_| !same).cloned());
            // typed words stand nowhere, and the machine's stand where the machine read them
            if let Some(role) = Role::of_field(field) {
                claim.set_field(Field::Role(role), None);
            }
        })
    }

    /// Takes back all of the analyst's fields and the verdict of claims.
    pub fn reset_claims(&self, ids: &[ClaimId]) -> Edit {
        self.edit_claims(ids, "reset to the machine's reading", |claim| {
            claim.fields = BTreeMap::new();
            claim.verdict = Verdict::Open;
            claim.rebuild();
        })
    }

    /// Writes the note of claims.
    pub fn set_note(&self, ids: &[ClaimId], note: &str) -> Edit {
        self.edit_claims(ids, "annotated", |claim| note.clone_into(&mut claim.note))
    }

    /// Makes a claim by hand from what was read in the selected words. Gives out its number.
    pub fn add_claim(&mut self, article: ArticleId, claim: Claim) -> (ClaimId, Edit) {
        let id = self.next_claim();
        let mut record = ClaimRecord::new(id, article, Arc::new(claim));
        record.by_hand = true;
        record.verdict = Verdict::Accepted;
        (id, Edit::new("Claim made by hand", vec![put(record)]))
    }

    /// Deletes claims that were made by hand; machine claims stay (they can be rejected).
    pub fn delete_claims(&self, ids: &[ClaimId]) -> Edit {
        let by_hand = ids
            .iter()
            .filter(|id| self.claim(**id).is_some_and(|claim| claim.by_hand));
        let changes: Vec<Change> = by_hand.map(|id| Change::Claim(*id, None)).collect();
        Edit::new(format!("{} deleted", count(changes.len(), "claim")), changes)
    }

    /// Says what articles' title, publisher or author is; each `None` inside `told` leaves that fact as it is, an empty
    /// text goes back to the machine's reading. A changed publication day needs a new reading as well: see
    /// [`Store::reread`].
    pub fn tell(&self, ids: &[ArticleId], told: &Told) -> Edit {
        let set = |old: &mut Option<String>, new: &Option<String>| {
            if let Some(new) = new {
                *old = Some(new.trim().to_owned()).filter(|new| !new.is_empty());
            }
        };
        self.edit_articles(ids, "described", |article| {
            set(&mut article.told.title, &told.title);
            set(&mut article.told.publisher, &told.publisher);
            set(&mut article.told.author, &told.author);
            if told.published.is_some() {
                article.told.published = told.published;
            }
        })
    }

    /// Gives articles a publication day, or with `None` goes back to the machine's. Claims get their days by a new reading.
    pub fn tell_published(&self, ids: &[ArticleId], day: Option<Date>) -> Edit {
        self.edit_articles(ids, "dated", |article| article.told.published = day)
    }

    /// Writes the note of an article.
    pub fn set_article_note(&self, id: ArticleId, note: &str) -> Edit {
        self.edit_articles(&[id], "annotated", |article| note.clone_into(&mut article.note))
    }

    /// Sets or, with `None`, removes a setting of the project.
    pub fn set_setting(&self, name: &str, value: Option<&str>) -> Edit {
        if self.setting(name) == value {
            return Edit::new("Setting unchanged", Vec::new());
        }
        let change = Change::Setting(name.to_owned(), value.map(str::to_owned));
        Edit::new("Setting changed", vec![change])
    }

    /// Says what the analyst thinks of a conclusion.
    pub fn rule_on(&self, key: &str, ruling: Option<Ruling>) -> Edit {
        if self.ruling(key) == ruling.as_ref() {
            return Edit::new("Ruling unchanged", Vec::new());
        }
        Edit::new("Conclusion ruled on", vec![Change::Ruling(key.to_owned(), ruling)])
    }

    pub(super) fn edit_claims(&self, ids: &[ClaimId], what: &str, change: impl Fn(&mut ClaimRecord)) -> Edit {
        let mut changes = Vec::new();
        for old in ids.iter().filter_map(|id| self.claim(*id)) {
            let mut new = ClaimRecord::clone(old);
            change(&mut new);
            if new != **old {
                changes.push(put(new));
            }
        }
        Edit::new(format!("{} {what}", count(changes.len(), "claim")), changes)
    }

    pub(super) fn edit_articles(&self, ids: &[ArticleId], what: &str, change: impl Fn(&mut ArticleRecord)) -> Edit {
        let mut changes = Vec::new();
        for old in ids.iter().filter_map(|id| self.article(*id)) {
            let mut new = ArticleRecord::clone(old);
            change(&mut new);
            if new != **old {
                changes.push(Change::Article(new.id, Some(Arc::new(new))));
            }
        }
        Edit::new(format!("{} {what}", count(changes.len(), "article")), changes)
    }
}

fn put(record: ClaimRecord) -> Change {
    Change::Claim(record.id, Some(Arc::new(record)))
}

/// "1 claim", "6 claims".
fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
