//! A sequence model that weighs words, shapes, lists and the rules' guesses, token by token.

mod decode;
mod features;
mod heads;
#[cfg(feature = "tools")]
mod lessons;
mod marks;
mod mend;
mod model;
mod settle;
mod spots;
#[cfg(feature = "tools")]
pub mod train;

pub(in crate::entity) use marks::Marks;
pub(in crate::entity) use model::Model;

use std::ops::Range;

use super::EntityKind;
use super::run::View;

/// Labels of a token: outside, then the first and a later token of each sort of name.
pub(super) const LABELS: usize = 9;
/// No name.
pub(super) const OUTSIDE: usize = 0;

/// The label of the first token of a name of that kind, or of a later one.
pub(super) fn label(kind: EntityKind, first: bool) -> usize {
    1 + 2 * kind as usize + usize::from(!first)
}

/// The kind of a label and whether it begins a name; `None` outside of names.
pub(super) fn kind_of(label: usize) -> Option<(EntityKind, bool)> {
    let at = label.checked_sub(1)?;
    EntityKind::ALL.get(at / 2).map(|kind| (*kind, at % 2 == 0))
}

/// A name that the model found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tagged {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it names.
    pub(super) kind: EntityKind,
    /// How much better the model likes it than no name here, in its own points per token.
    pub(super) margin: f32,
}

/// The names of the view by the model, in order, not meeting.
pub(super) fn tag(view: &View<'_, '_>, marks: &Marks, model: &Model) -> Vec<Tagged> {
    let mut out = Vec::new();
    let mut work = decode::Work::default();
    for chunk in &marks.chunks {
        decode::scores(view, marks, model, chunk.clone(), &mut work);
        let labels = decode::best(&work.points, model.after());
        out.extend(names(chunk.start, &labels, &work));
    }
    mend::mend(view, &mut out);
    heads::members(view, &mut out);
    heads::short_bodies(view, &mut out);
    settle::settle(view, &mut out);
    spots::places(view, &mut out);
    out
}

/// The names that labels spell.
fn names(start: usize, labels: &[usize], work: &decode::Work) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::new();
    let mut open = false;
    for (index, label) in labels.iter().enumerate() {
        let at = start + index;
        let Some((kind, first)) = kind_of(*label) else {
            open = false;
            continue;
        };
        let margin = work.margin(index, *label);
        match out.last_mut().filter(|last| open && !first && last.kind == kind) {
            Some(last) => {
                last.tokens.end = at + 1;
                last.margin = last.margin.max(margin);
            }
            None => out.push(Tagged {
                tokens: at..at + 1,
                kind,
                margin,
            }),
        }
        open = true;
    }
    out
}
