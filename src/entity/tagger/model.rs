//! The weights, embedded.

use std::sync::OnceLock;

use super::{LABELS, kind_of};

const CASED: &[u8] = include_bytes!("../../../assets/words/names.weights");
const LOWER: &[u8] = include_bytes!("../../../assets/words/names-lower.weights");

/// Rows of weights; features are hashed into them.
pub(super) const ROWS: usize = 1 << 18;
/// What no sequence of labels may do: begin a name with a later token.
const NEVER: i32 = -1_000_000;

/// Weights of hashed features by label, and of one label after another.
pub(in crate::entity) struct Model {
    rows: Vec<[i8; LABELS]>,
    after: [[i32; LABELS]; LABELS],
}

impl Model {
    /// The embedded model for texts with capitals, or for those without; unpacked at the first call, in a millisecond or two.
    pub(in crate::entity) fn get(lower: bool) -> &'static Self {
        static MODELS: [OnceLock<Model>; 2] = [const { OnceLock::new() }; 2];
        let at = usize::from(lower);
        MODELS[at].get_or_init(|| Self::from_bytes(if lower { LOWER } else { CASED }))
    }

    /// Reads weights as training writes them: of label after label, then of every row how many empty ones go before it,
    /// and its own.
    pub(super) fn from_bytes(bytes: &[u8]) -> Self {
        let (after_bytes, mut rest) = bytes.split_at_checked(LABELS * LABELS * 2).unwrap_or((&[], &[]));
        let mut after = [[0; LABELS]; LABELS];
        for (cell, pair) in after.iter_mut().flatten().zip(after_bytes.chunks_exact(2)) {
            *cell = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
        }
        let mut rows = vec![[0; LABELS]; ROWS];
        let mut at = 0;
        while let Some((skip, more)) = rest.split_at_checked(2 + LABELS) {
            at += usize::from(u16::from_le_bytes([skip[0], skip[1]]));
            if let Some(row) = rows.get_mut(at) {
                for (weight, byte) in row.iter_mut().zip(skip.iter().skip(2)) {
                    *weight = *byte as i8;
                }
            }
            at += 1;
            rest = more;
        }
        Self {
            rows,
            after: forbid(after),
        }
    }

    /// The weights of a hashed feature by label.
    pub(super) fn row(&self, feature: u32) -> &[i8; LABELS] {
        &self.rows[feature as usize % ROWS]
    }

    /// The points of a label (second) right after another (first).
    pub(super) fn after(&self) -> &[[i32; LABELS]; LABELS] {
        &self.after
    }
}

/// A later token of a name follows only a token of a name of its kind.
pub(super) fn may_follow(before: usize, label: usize) -> bool {
    match kind_of(label) {
        Some((kind, false)) => kind_of(before).is_some_and(|(other, _)| other == kind),
        _ => true,
    }
}

/// Points so low that they never win, where a label may not follow another.
pub(super) fn forbid(mut after: [[i32; LABELS]; LABELS]) -> [[i32; LABELS]; LABELS] {
    for (before, row) in after.iter_mut().enumerate() {
        for (label, cell) in row.iter_mut().enumerate() {
            if !may_follow(before, label) {
                *cell = NEVER;
            }
        }
    }
    after
}
