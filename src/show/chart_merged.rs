//! Copies counted as one source: which claim stands for those that copy it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::chart_source::Sources;
use super::findings::id;
use super::look::LinesBy;
use crate::link::{Conclusions, outlet_key};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Store};

/// Which claims are copies, and of which claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// By claim the one that it copies.
    lead: BTreeMap<ClaimId, ClaimId>,
}

impl Merged {
    /// By what is concluded of articles that carry one text and of sentences that are copies, as the analyst has ruled.
    pub fn new(store: &Store, conclusions: &Conclusions) -> Self {
        let mut out = Self::default();
        let mut of_article: BTreeMap<ArticleId, ArticleId> = BTreeMap::new();
        for group in &conclusions.checks.sources {
            let articles = articles(&group.articles);
            let Some(lead) = lead(store, &articles, group.agency.as_deref()) else {
                continue;
            };
            of_article.extend(articles.iter().map(|article| (*article, lead)));
            let others = articles.iter().filter(|article| **article != lead);
            for record in others.flat_map(|article| store.claims_of(*article)) {
                out.put(store, record, lead);
            }
        }
        for group in &conclusions.copies {
            let Some(lead) = lead(store, &articles(&group.articles), group.agency.as_deref()) else {
                continue;
            };
            let lead = of_article.get(&lead).copied().unwrap_or(lead);
            for record in group
                .claims
                .iter()
                .filter_map(id)
                .filter_map(|claim| store.claim(claim))
            {
                if record.article != lead {
                    out.put(store, record, lead);
                }
            }
        }
        out
    }

    /// The claim of the lead's article that is most like the record stands for it.
    fn put(&mut self, store: &Store, record: &ClaimRecord, lead: ArticleId) {
        let claim = record.claim();
        let likeness = |other: &&Arc<ClaimRecord>| {
            let other = other.claim();
            let kind = other.kind == claim.kind;
            let speaker = other.speaker == claim.speaker;
            (kind && other.figure == claim.figure && speaker, speaker, kind)
        };
        // of equals the first
        let best = store.claims_of(lead).collect::<Vec<_>>().into_iter().rev();
        if let Some(best) = best.max_by_key(likeness) {
            self.lead.insert(record.id, best.id);
        }
    }
}

fn articles(numbers: &[u64]) -> Vec<ArticleId> {
    let numbers = numbers.iter();
    numbers
        .filter_map(|number| i64::try_from(*number).ok().map(ArticleId))
        .collect()
}

/// The article that the others copy: that of the agency, else the first published one whose outlet is known.
fn lead(store: &Store, articles: &[ArticleId], agency: Option<&str>) -> Option<ArticleId> {
    let agency = agency.map(outlet_key);
    let rank = |article: &&Arc<ArticleRecord>| {
        let outlet = article.publisher().map(outlet_key);
        let is_agency = agency.is_some() && outlet == agency;
        let day = article.published().unwrap_or(Date::MAX);
        (!is_agency, outlet.is_none(), day, article.id)
    };
    let rows = articles.iter().filter_map(|article| store.article(*article));
    // one without claims has no line that others could join
    let rows = rows.filter(|article| store.claims_of(article.id).next().is_some());
    Some(rows.min_by_key(rank)?.id)
}

impl Sources {
    /// The same sources, with shapes and colours as they are, where copies count for the source that they copy. Lines by
    /// speaker stay: who says so is one whoever copies it.
    pub fn merged(mut self, merged: &Merged) -> Self {
        if self.lines_by != LinesBy::Speaker {
            for (claim, lead) in &merged.lead {
                if let Some(to) = self.index_of(*lead) {
                    self.move_claim(*claim, to);
                }
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Merged;
    use crate::link::{Conclusions, CopyGroup};
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};

    #[track_caller]
    fn check(agency: Option<&str>, lines_by: LinesBy, expected: &[&str]) {
        let store = store(&[
            (
                "Herald",
                "2031-03-14",
                "{killed @Ministry|29 dead}. {injured @Ministry|90 hurt}.",
            ),
            ("KNA", "2031-03-14", "{killed @Ministry|29 people}. {killed|3 more}."),
            (
                "Post",
                "2031-03-13",
                "{killed @Ministry|29 killed}. {arrested|12 held}.",
            ),
        ]);
        let number = |words: &str| claim(&store, words).0.unsigned_abs();
        let conclusions = Conclusions {
            copies: vec![
                CopyGroup {
                    key: "copy".to_owned(),
                    claims: vec![number("29 dead"), number("29 people"), number("29 killed")],
                    articles: vec![1, 2, 3],
                    agency: agency.map(str::to_owned),
                    reason: String::new(),
                }
                .into(),
            ],
            ..Conclusions::default()
        };
        let sources = Sources::new(&store, lines_by);
        let slots: Vec<usize> = sources.rows.iter().map(|row| row.slot).collect();
        let sources = sources.merged(&Merged::new(&store, &conclusions));
        let rows = sources.rows.iter();
        let lines: Vec<String> = rows.map(|row| format!("{} x{}", row.name, row.num_claims)).collect();
        assert_eq!(lines, expected);
        assert_eq!(sources.rows.iter().map(|row| row.slot).collect::<Vec<_>>(), slots);
    }

    #[test]
    fn copies_count_for_the_agency_else_for_the_first_that_has_them() {
        let by = LinesBy::Publisher;
        check(Some("KNA"), by, &["Herald x1", "KNA x4", "Post x1"]);
        check(None, by, &["Herald x1", "KNA x1", "Post x4"]);
        check(
            Some("Unheard"),
            LinesBy::Article,
            &["Article 1 x1", "Article 2 x1", "Article 3 x4"],
        );
    }

    #[test]
    fn speakers_stay_apart_within_the_outlet_and_are_one_already() {
        let both = [
            "Herald · Ministry x1",
            "KNA · Ministry x3",
            "KNA · Not stated x1",
            "Post · Ministry x0",
            "Post · Not stated x1",
        ];
        check(Some("KNA"), LinesBy::SpeakerInPublisher, &both);
        check(Some("KNA"), LinesBy::Speaker, &["Ministry x4", "Not stated x2"]);
    }
}
