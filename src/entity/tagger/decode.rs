//! The best labels of a chunk of tokens, by its tokens' points and by which label follows which.

use std::ops::Range;

use super::super::run::View;
use super::features;
use super::{LABELS, Marks, Model, OUTSIDE};

/// Room that is used again for every chunk.
#[derive(Default)]
pub(super) struct Work {
    features: Vec<u32>,
    /// Points of every label, token by token.
    points: Vec<[i32; LABELS]>,
    back: Vec<[u8; LABELS]>,
}

impl Work {
    /// How much the label's points are above those of no name at that token of the chunk.
    pub(super) fn margin(&self, index: usize, label: usize) -> f32 {
        self.points
            .get(index)
            .map_or(0.0, |points| (points[label] - points[OUTSIDE]) as f32)
    }
}

/// Sums the weights of every token's features.
pub(super) fn scores(view: &View<'_, '_>, marks: &Marks, model: &Model, chunk: Range<usize>, work: &mut Work) {
    work.points.clear();
    for at in chunk {
        work.features.clear();
        features::of(view, marks, at, &mut work.features);
        let mut points = [0; LABELS];
        for feature in &work.features {
            for (point, weight) in points.iter_mut().zip(model.row(*feature)) {
                *point += i32::from(*weight);
            }
        }
        work.points.push(points);
    }
}

/// The labels with the highest sum (Viterbi).
pub(super) fn best(model: &Model, work: &mut Work) -> Vec<usize> {
    let Work { points, back, .. } = work;
    back.clear();
    let mut reach = [0; LABELS];
    for (index, own) in points.iter().enumerate() {
        let mut next = [i32::MIN / 2; LABELS];
        let mut from = [0; LABELS];
        for label in 0..LABELS {
            if index == 0 {
                next[label] = own[label] + model.follows(OUTSIDE, label);
                continue;
            }
            for (before, sum) in reach.iter().enumerate() {
                let sum = sum + model.follows(before, label);
                if sum > next[label] {
                    next[label] = sum;
                    from[label] = before as u8;
                }
            }
            next[label] += own[label];
        }
        back.push(from);
        reach = next;
    }
    let mut label = (0..LABELS).max_by_key(|label| reach[*label]).unwrap_or(OUTSIDE);
    let mut out = vec![OUTSIDE; points.len()];
    for (index, from) in back.iter().enumerate().rev() {
        out[index] = label;
        label = usize::from(from[label]);
    }
    out
}
