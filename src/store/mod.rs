//! Articles, claims, decisions, undo: the only thing that changes.
//!
//! Everything is held in memory and every change is an [`Edit`]: rows as they are afterwards. [`Store::apply`] gives the
//! edit that takes it back, so undo, the journal on disk and test set-up are the same list. Machine claims are never
//! edited: what the analyst decides lies beside them.

mod adopted;
mod blocks;
mod boilerplate;
mod change;
mod copies;
mod edits;
mod erase;
mod field;
mod history;
mod merge;
mod names;
mod orphan_counts;
mod record;
mod reread;
mod role;
mod rows;
mod set_fields;
mod stories;
mod tags;
#[cfg(test)]
pub(crate) mod tests;
mod text_anchor;
mod text_edit;
mod text_said;

pub use adopted::{Adopted, AdoptedAbout};
pub use boilerplate::{SaidPart, SaidParts, TextPart};
pub use change::{Change, Edit};
pub use edits::NewArticle;
pub use field::{Field, FieldValue};
pub use history::{History, Step};
pub use merge::{Difference, Merge, MergeAbout, MergeState};
pub use names::NameRuling;
pub use orphan_counts::OrphanCounts;
pub use record::{
    ArticleId, ArticleRecord, ClaimId, ClaimRecord, Origin, Resolution, Ruling, RulingState, Status, Told, Verdict,
    path_in,
};
pub use reread::RereadSummary;
pub use role::Role;
pub use rows::Store;
pub use tags::{TagChange, clean_tag};
pub use text_anchor::Anchor;
pub use text_edit::{Hunk, TextEdit, corrected_again, with_words};
pub use text_said::{MovedMarks, Orphan, OrphanOf, TextPreview, article_with};
