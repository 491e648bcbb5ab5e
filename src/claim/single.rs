//! Counts of one that no number states: "an 11-year-old girl died", "Jonas Brenk was arrested".

use std::ops::Range;

use super::people::People;
use super::text::Text;
use super::{Form, Kind, VictimClass, single_link};
use crate::entity::Mention;

/// One person, or several by name, tied to a harm.
#[derive(Clone, Debug)]
pub(super) struct Single {
    /// The words for the person.
    pub(super) tokens: Range<usize>,
    /// By role or by name.
    pub(super) form: Form,
    /// How many are named.
    pub(super) count: u64,
    /// The harm.
    pub(super) kind: Kind,
    /// The tokens that name the harm.
    pub(super) outcome: Range<usize>,
    /// The id of the outcome's row.
    pub(super) row: &'static str,
    /// The rule that tied them.
    pub(super) rule: &'static str,
    /// Who was harmed.
    pub(super) class: VictimClass,
    /// True where the words make it a part of another count.
    pub(super) part: bool,
    /// 0 to 1.
    pub(super) confidence: f32,
}

/// All single counts of the text.
pub(super) fn find(text: &Text<'_, '_>, names: &[Mention]) -> Vec<Single> {
    single_link::find(text, &People::of(text, names))
}
