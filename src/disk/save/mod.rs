//! The rows of a project as they stand in its file: structs of the border, converted both ways.
//!
//! Writing never fails. Reading gives a sentence where a word is not known, which names the word.

mod adopted;
mod article;
mod change;
mod claim;
mod field;
mod mapping;
mod name;
mod reading;
mod ruling;
mod span;
mod time;
mod why;

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;

pub(super) use adopted::{SavedAdopted, SavedAdoptedAbout};
pub(super) use article::{SavedArticle, SavedOrigin, SavedTold};
pub(super) use change::{Keep, Kept, SavedChange};
pub(super) use claim::SavedMachine;
pub(super) use field::SavedClaim;
pub use mapping::{mapping_of, mapping_text};
pub(super) use name::{SavedAbout, SavedSaid};
pub(super) use reading::{SavedReading, article_json, article_of_json};
pub(super) use ruling::{SavedRuled, SavedRuling};

/// What was read back, or a sentence that says what could not be.
pub(super) type Back<T> = Result<T, String>;

/// What a word stands for.
pub(super) fn known<T>(what: &str, word: &str, found: Option<T>) -> Back<T> {
    found.ok_or_else(|| format!("“{word}” is no {what} that this version knows"))
}

/// A share of 1; what is no number is written as 0, since JSON has no word for it.
pub(super) fn finite(confidence: f32) -> f32 {
    if confidence.is_finite() { confidence } else { 0.0 }
}
