//! What is checked of figures besides conflicts: sources, grades, parts and wholes, round numbers.

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
    pub grades: Vec<FigureGrade>,
    /// Parts that do not go with their wholes.
    pub components: Vec<ComponentCheck>,
    /// Figures that are probably rounded, in order of their claims.
    pub round: Vec<RoundFigure>,
}

impl Checks {
    /// The grade of the figure that a claim states; `None` for a claim that says nothing that could be compared.
    pub fn grade_of(&self, claim: u64) -> Option<&FigureGrade> {
        self.grades
            .iter()
            .find(|grade| grade.claims.binary_search(&claim).is_ok())
    }
}

/// Checks all.
pub(super) fn checks(rows: &[Row<'_>], copies: &Copies, conflicts: &[Conflict], sources: &Sources) -> Checks {
    let independence = Independence::new(&copies.groups, sources);
    Checks {
        sources: sources.groups.clone(),
        changed: copies.changed.clone(),
        grades: grades(rows, conflicts, &independence),
        components: components(rows),
        round: round(rows),
    }
}
