//! What one source says, as a side of a conflict.

use std::collections::{BTreeMap, BTreeSet};

use super::conclusions::{Row, claims};
use super::found::ConflictSide;
use super::origins::Origins;
use crate::quantity::Figure;

/// The rows of one source's figure.
#[derive(Clone, Debug)]
pub(super) struct Side<'r> {
    pub(super) rows: Vec<&'r Row<'r>>,
}

/// What figures are told apart by.
pub(super) type FigureKey = (Option<u64>, Option<u64>, Option<u64>, &'static str);

/// The key of a figure.
pub(super) fn figure_key(figure: Figure) -> FigureKey {
    (figure.value, figure.low, figure.high, figure.qualifier.id())
}

impl<'r> Side<'r> {
    /// Of a source's figures of one day the highest stands. Said with several hedges, that which leaves least open comes
    /// first; of equal ones those with a named speaker.
    pub(super) fn standing(rows: Vec<&'r Row<'r>>) -> Self {
        let anchor = |row: &&'r Row<'r>| row.figure.figure.anchor();
        let top = rows.iter().filter_map(anchor).max();
        let rows = rows.into_iter().filter(|row| anchor(row) == top);
        let mut side = Self::new(rows.collect());
        side.rows.sort_by(|a, b| open(a).total_cmp(&open(b)));
        side
    }

    /// These rows; those with a named speaker come first.
    pub(super) fn new(mut rows: Vec<&'r Row<'r>>) -> Self {
        rows.sort_by_key(|row| (row.speaker.is_empty(), row.figure.article, row.figure.claim));
        Self { rows }
    }

    /// The row that stands for the side.
    pub(super) fn first(&self) -> Option<&'r Row<'r>> {
        self.rows.first().copied()
    }

    /// The number by which it is placed.
    pub(super) fn anchor(&self) -> Option<u64> {
        self.first().and_then(|row| row.figure.figure.anchor())
    }

    /// Who says so; nothing where nobody is named and the outlet is not known.
    pub(super) fn voice(&self) -> String {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &self.rows {
            *count.entry(row.owner.name).or_default() += 1;
        }
        let best = count.into_iter().max_by_key(|(name, count)| (*count, name.len()));
        best.map(|(name, _)| name.to_owned()).unwrap_or_default()
    }

    /// Who says so, for sentences.
    pub(super) fn says_who(&self) -> String {
        let voice = self.voice();
        if voice.is_empty() {
            "an article".to_owned()
        } else {
            voice
        }
    }

    /// True where no speaker is named.
    pub(super) fn is_unsaid(&self) -> bool {
        self.rows.iter().all(|row| !row.owner.is_named)
    }

    /// True where some sentence fulfils this.
    pub(super) fn says(&self, what: impl Fn(&str) -> bool) -> bool {
        self.rows.iter().any(|row| what(&row.figure.sentence))
    }

    /// True where some sentence says that its figure is newer than others.
    pub(super) fn is_newer(&self) -> bool {
        self.rows.iter().any(|row| row.is_newer())
    }

    /// As it is handed out.
    pub(super) fn out(&self, origins: &Origins) -> Option<ConflictSide> {
        let articles: BTreeSet<u64> = self.rows.iter().map(|row| row.figure.article).collect();
        let first = self.first()?;
        // the claim of a named speaker stands for the side
        let mut numbers = claims(self.rows.iter().copied());
        numbers.sort_by_key(|claim| *claim != first.figure.claim);
        Some(ConflictSide {
            voice: self.voice(),
            kind: first.figure.kind,
            victim_class: first.figure.victim_class,
            day: first.day,
            claims: numbers,
            num_articles: articles.len(),
            num_sources: origins.count(&self.rows),
        })
    }
}

/// How much the figure's words leave open.
fn open(row: &Row<'_>) -> f64 {
    match (row.bounds.low, row.bounds.high) {
        (Some(low), Some(high)) => high - low,
        _ => f64::INFINITY,
    }
}
