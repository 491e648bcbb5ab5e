//! From how many independent sources a figure comes.

use std::collections::HashMap;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        // an article that copies one of the reports adds none, wherever its other sentences come from
        let mut articles: Vec<(u64, Report)> = rows.iter().map(|row| (row.figure.article, self.report(row))).collect();
        articles.sort_unstable();
        articles.dedup_by_key(|(article, _)| *article);
        let report = |row: &Row<'_>| {
            let at = articles.binary_search_by_key(&row.figure.article, |(article, _)| *article);
            articles.get(at.ok()?).map(|(_, report)| *report)
        };
        let voices = rows.iter().filter_map(|row| {
            if row.owner.is_named {
                Some(Voice::Speaker(&row.owner.voice))
            } else {
                report(row).map(Voice::Report)
            }
        });
        Reports {
            num_articles: articles.len(),
            num_reports: num_distinct(articles.iter().map(|(_, report)| *report)),
            num_voices: num_distinct(voices),
        }
    }

    fn report(&self, row: &Row<'_>) -> Report {
        match self.of_claim.get(&row.figure.claim) {
            Some(group) => Report::Copies(*group),
            None => Report::Source(self.sources.source_of(row.figure.article)),
        }
    }
}

fn num_distinct<T: Ord>(all: impl Iterator<Item = T>) -> usize {
    let mut all: Vec<T> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}
