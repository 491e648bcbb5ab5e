//! From how many independent sources a figure comes.

use std::collections::{BTreeSet, HashMap};

use super::conclusions::Row;
use super::copies::Sources;
use super::found::CopyGroup;

/// Which reports are one: copies of each other, or of one agency.
pub(super) struct Independence<'s> {
    of_claim: HashMap<u64, usize>,
    sources: &'s Sources,
}

/// What the reports of a figure are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reports {
    /// In how many articles it stands.
    pub(super) num_articles: usize,
    /// How many of them are no copies of each other.
    pub(super) num_reports: usize,
    /// How many vouch for it: speakers, and reports that name nobody.
    pub(super) num_voices: usize,
}

/// What reports are equal by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Report {
    Copies(usize),
    Source(u64),
}

/// Who vouches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Voice<'r> {
    Speaker(&'r str),
    Report(Report),
}

impl<'s> Independence<'s> {
    /// From copied claims and articles that are one source.
    pub(super) fn new(copies: &[CopyGroup], sources: &'s Sources) -> Self {
        let numbered = copies.iter().enumerate();
        let of_claim = numbered.flat_map(|(at, group)| group.claims.iter().map(move |claim| (*claim, at)));
        Self {
            of_claim: of_claim.collect(),
            sources,
        }
    }

    /// Counts the reports of one figure. Two sources are independent where neither who says so nor the report is one.
    pub(super) fn count(&self, rows: &[&Row<'_>]) -> Reports {
        if rows.len() == 1 {
            // most figures stand once
            return Reports {
                num_articles: 1,
                num_reports: 1,
                num_voices: 1,
            };
        }
        let articles: BTreeSet<u64> = rows.iter().map(|row| row.figure.article).collect();
        // an article that copies one of the reports adds none, wherever its other sentences come from
        let mut of_article: HashMap<u64, Report> = HashMap::new();
        for row in rows {
            let own = self.report(row);
            let held = of_article.entry(row.figure.article).or_insert_with(|| own.clone());
            if own < *held {
                *held = own;
            }
        }
        let report = |row: &Row<'_>| of_article.get(&row.figure.article).cloned();
        let reports: BTreeSet<Report> = rows.iter().filter_map(|row| report(row)).collect();
        let voices: BTreeSet<Voice<'_>> = rows
            .iter()
            .filter_map(|row| {
                if row.owner.is_named {
                    Some(Voice::Speaker(&row.owner.voice))
                } else {
                    report(row).map(Voice::Report)
                }
            })
            .collect();
        Reports {
            num_articles: articles.len(),
            num_reports: reports.len(),
            num_voices: voices.len(),
        }
    }

    fn report(&self, row: &Row<'_>) -> Report {
        match self.of_claim.get(&row.figure.claim) {
            Some(group) => Report::Copies(*group),
            None => Report::Source(self.sources.source_of(row.figure.article)),
        }
    }
}
