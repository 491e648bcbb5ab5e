//! The best labels of a chunk of tokens, by its tokens' points and by which label follows which.

use std::ops::Range;

use super::super::run::View;
use super::features;
use super::{LABELS, Marks, Model, OUTSIDE};

/// One number a label.
pub(super) type Points<N> = [N; LABELS];

/// What points are counted in: whole numbers when names are found, others when weights are learnt.
pub(super) trait Number: Copy + Default + PartialOrd + std::ops::Add<Output = Self> {}
impl Number for i32 {}
impl Number for f32 {}

/// Room that is used again for every chunk.
#[derive(Default)]
pub(super) struct Work {
    features: Vec<u32>,
    /// Points of every label, token by token.
    pub(super) points: Vec<Points<i32>>,
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

/// The labels with the highest sum of their own points and of those of one after another (Viterbi).
pub(super) fn best<N: Number>(points: &[Points<N>], after: &[Points<N>; LABELS]) -> Vec<usize> {
    let mut back: Vec<[usize; LABELS]> = Vec::with_capacity(points.len());
    let mut reach = [N::default(); LABELS];
    for (index, own) in points.iter().enumerate() {
        let mut next = *own;
        let mut from = [OUTSIDE; LABELS];
        for label in 0..LABELS {
            let mut most = reach[OUTSIDE] + after[OUTSIDE][label];
            for before in (OUTSIDE + 1..LABELS).take_while(|_| index > 0) {
                let sum = reach[before] + after[before][label];
                if sum > most {
                    most = sum;
                    from[label] = before;
                }
            }
            next[label] = next[label] + most;
        }
        back.push(from);
        reach = next;
    }
    let mut label = OUTSIDE;
    for other in OUTSIDE + 1..LABELS {
        if reach[other] > reach[label] {
            label = other;
        }
    }
    let mut out = vec![OUTSIDE; points.len()];
    for (slot, from) in out.iter_mut().zip(&back).rev() {
        *slot = label;
        label = from[label];
    }
    out
}
