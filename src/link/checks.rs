//! What is checked of figures besides conflicts: sources, grades, parts and wholes, round numbers.

use std::sync::Arc;

use super::components::{ComponentCheck, components};
use super::conclusions::Row;
use super::copies::{ChangedCopy, Copies, SourceGroup, Sources};
use super::found::Conflict;
use super::grade::{FigureGrade, grades};
use super::independence::Independence;
use super::round::{RoundFigure, round};

/// What was checked. Claims and articles are given by their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// Articles that together are one independent source, the largest group first.
    pub sources: Vec<SourceGroup>,
    /// Copies with another number.
    pub changed: Vec<ChangedCopy>,
    /// How well each figure is vouched for, in the order of its first claim.
    pub grades: Vec<Arc<FigureGrade>>,
    /// Parts that do not go with their wholes.
    pub components: Vec<ComponentCheck>,
    /// Figures that are probably rounded, in order of their claims.
    pub round: Vec<RoundFigure>,
}

impl Checks {
    /// The grade of the figure that a claim states; `None` for a claim that says nothing that could be compared.
    pub fn grade_of(&self, claim: u64) -> Option<&FigureGrade> {
        let holds = |grade: &&Arc<FigureGrade>| grade.claims.binary_search(&claim).is_ok();
        self.grades.iter().find(holds).map(AsRef::as_ref)
    }

    /// Adds what was checked of one story.
    pub(super) fn take(&mut self, part: &Self) {
        self.changed.extend_from_slice(&part.changed);
        self.grades.extend_from_slice(&part.grades);
        self.components.extend_from_slice(&part.components);
        self.round.extend_from_slice(&part.round);
    }

    /// Puts all in its order, whatever story it is of.
    pub(super) fn sort(&mut self) {
        self.changed.sort_by(|a, b| a.key.cmp(&b.key));
        // a claim states one figure
        self.grades.sort_by_cached_key(|grade| grade.claims.first().copied());
        self.components.sort_by_key(|row| row.whole);
        self.round.sort_by_key(|row| row.claim);
    }
}

/// Checks the figures of one story; which articles are one source is told by who puts stories together.
pub(super) fn checks(rows: &[Row<'_>], copies: &Copies, conflicts: &[Conflict], sources: &Sources) -> Checks {
    let independence = Independence::new(&copies.groups, sources);
    Checks {
        sources: Vec::new(),
        changed: copies.changed.clone(),
        grades: grades(rows, conflicts, &independence)
            .into_iter()
            .map(Arc::new)
            .collect(),
        components: components(rows),
        round: round(rows),
    }
}
