//! What a report tells of: the project as one, or story by story; each with its claims and charts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Report, Unreviewed};
use crate::claim::Kind;
use crate::show::{
    ChartInput, ChartLayout, Charts, CompareLook, Filter, Finding, LinesBy, Merged, Sources, StoryPart, StoryRow,
    corrected, findings, story_rows,
};
use crate::store::{ArticleId, ClaimId, ClaimRecord, Status};

/// What all parts share.
pub(super) struct Matter<'a> {
    pub(super) report: &'a Report<'a>,
    /// Lines of the charts.
    pub(super) sources: Sources,
    speakers: Sources,
    corrected: BTreeSet<ClaimId>,
    /// All that is concluded, over the whole project.
    findings: Vec<Finding>,
    /// What the stories are called, by their keys.
    pub(super) stories: Vec<StoryRow>,
    /// What has a row in the tables of figures: what may be led to.
    told: BTreeSet<ClaimId>,
}

/// One part of a report.
pub(super) struct Part<'a> {
    /// Its name in the page: `p1`.
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
    /// Key of its story; `None` for the whole project.
    pub(super) story: Option<String>,
    /// First and last day on which an article of it was published.
    pub(super) days: Option<(Date, Date)>,
    /// Its articles.
    pub(super) articles: BTreeSet<ArticleId>,
    /// Which figures count.
    pub(super) filter: Filter,
    /// Figures that count, in the order of their numbers.
    pub(super) claims: Vec<&'a ClaimRecord>,
    /// Figures that the analyst rejected: kept on record.
    pub(super) rejected: Vec<&'a ClaimRecord>,
    /// How many figures are left out as nobody has decided on them.
    pub(super) num_left_out: usize,
    /// All its kinds.
    pub(super) charts: Charts,
    /// How they are drawn.
    pub(super) look: CompareLook,
}

impl<'a> Matter<'a> {
    pub(super) fn new(report: &'a Report<'a>) -> Self {
        let store = report.store;
        let mut sources = Sources::named(store, report.names, report.look.lines_by);
        if report.look.merge_copies {
            sources = sources.merged(&Merged::new(store, report.conclusions));
        }
        let mut matter = Self {
            report,
            speakers: Sources::named(store, report.names, LinesBy::Speaker),
            corrected: corrected(store, report.conclusions),
            findings: findings(store, report.conclusions, &sources).rows,
            stories: story_rows(store, report.conclusions),
            sources,
            told: BTreeSet::new(),
        };
        matter.told = matter.told_claims();
        matter
    }

    /// True where the claim has a row in a table of figures.
    pub(super) fn is_told(&self, claim: ClaimId) -> bool {
        self.told.contains(&claim)
    }

    /// What a story is called; its key where it is gone.
    pub(super) fn story_name<'s>(&'s self, key: &'s str) -> &'s str {
        let story = self.stories.iter().find(|story| story.key == key);
        story.map_or(key, |story| &story.name)
    }

    /// The stories that are told; empty for the whole project.
    fn chosen(&self) -> Vec<&StoryRow> {
        let keys = &self.report.options.stories;
        self.stories.iter().filter(|story| keys.contains(&story.key)).collect()
    }

    fn told_claims(&self) -> BTreeSet<ClaimId> {
        let chosen = self.chosen();
        let articles: BTreeSet<ArticleId> = chosen.iter().flat_map(|story| story.articles.iter().copied()).collect();
        let filter = self.filter();
        let store = self.report.store;
        let passes = |record: &&Arc<ClaimRecord>| {
            (chosen.is_empty() || articles.contains(&record.article))
                && filter.passes(store, record)
                && self.is_wanted(record)
        };
        store.claims().filter(passes).map(|record| record.id).collect()
    }

    fn is_wanted(&self, record: &ClaimRecord) -> bool {
        self.report.options.unreviewed == Unreviewed::With || record.status() != Status::Unreviewed
    }

    /// The filter of the project; stories that are chosen go before the one that it has.
    fn filter(&self) -> Filter {
        let mut filter = self.report.filter.clone();
        if !self.report.options.stories.is_empty() {
            filter.story = None;
        }
        filter
    }

    /// What is concluded over figures of the part, with those sides only that the report tells.
    pub(super) fn findings_of(&self, part: &Part<'_>) -> Vec<Finding> {
        let of_part = |claim: &ClaimId| {
            let record = self.report.store.claim(*claim);
            self.is_told(*claim) && record.is_some_and(|record| part.articles.contains(&record.article))
        };
        let rows = self.findings.iter().filter_map(|row| {
            let mut row = row.clone();
            row.claims.retain(of_part);
            let claims = row.claims.clone();
            row.sides.retain_mut(|side| {
                if of_part(&side.claim) {
                    return true;
                }
                // another claim of the side may be told where its first one is not
                let same = claims.iter().find(|claim| {
                    let record = self.report.store.claim(**claim);
                    self.sources.index_of(**claim) == Some(side.source)
                        && record.is_some_and(|record| record.claim().figure == side.figure)
                });
                if let Some(same) = same {
                    side.claim = *same;
                }
                same.is_some()
            });
            (row.sides.len() > 1).then_some(row)
        });
        rows.collect()
    }
}

impl<'a> Part<'a> {
    /// All parts in order; at least one.
    pub(super) fn all(matter: &Matter<'a>) -> Vec<Self> {
        let chosen = matter.chosen();
        if chosen.is_empty() {
            let articles = matter.report.store.articles();
            let within = matter.filter().story.map(|part| Arc::clone(&part.articles));
            let articles = articles.map(|article| article.id);
            let articles = articles.filter(|id| within.as_ref().is_none_or(|within| within.contains(id)));
            let name = matter.report.project.trim().to_owned();
            return vec![Self::new(matter, 1, (name, None, articles.collect()))];
        }
        let parts = chosen.into_iter().enumerate().map(|(at, story)| {
            let articles = story.articles.iter().copied().collect();
            Self::new(matter, at + 1, (story.name.clone(), Some(story.key.clone()), articles))
        });
        parts.collect()
    }

    fn new(
        matter: &Matter<'a>,
        number: usize,
        (name, story, articles): (String, Option<String>, BTreeSet<ArticleId>),
    ) -> Self {
        let report = matter.report;
        let store = report.store;
        let mut filter = matter.filter();
        if let Some(key) = &story {
            filter.story = Some(StoryPart {
                key: key.clone(),
                name: name.clone(),
                articles: Arc::new(articles.clone()),
            });
        }
        let of_part = |record: &&Arc<ClaimRecord>| articles.contains(&record.article) && filter.passes(store, record);
        let all: Vec<&ClaimRecord> = store.claims().filter(of_part).map(AsRef::as_ref).collect();
        let num_left_out = all.iter().filter(|record| !matter.is_wanted(record)).count();
        let told = all.into_iter().filter(|record| matter.is_wanted(record));
        let (rejected, claims): (Vec<_>, Vec<_>) = told.partition(|record| record.status() == Status::Rejected);
        if report.options.unreviewed == Unreviewed::Without {
            let decided = Status::ALL.into_iter().filter(|status| status.is_decided());
            filter.states = if filter.states.is_empty() {
                decided.collect()
            } else {
                decided.filter(|status| filter.states.contains(status)).collect()
            };
        }
        let kinds: BTreeSet<Kind> = claims.iter().map(|record| record.claim().kind).collect();
        let look = CompareLook {
            layout: ChartLayout::ByKind,
            kinds: kinds.into_iter().collect(),
            hidden: BTreeSet::new(),
            ..report.look.clone()
        };
        let mut input = ChartInput::new(store, &look, &matter.sources, &matter.speakers);
        input.filter = filter.clone();
        input.corrected.clone_from(&matter.corrected);
        let charts = Charts::new(&input);
        let published = articles.iter().filter_map(|id| store.article(*id)?.published());
        let days: BTreeSet<Date> = published.collect();
        Self {
            id: format!("p{number}"),
            name,
            story,
            days: days.first().copied().zip(days.last().copied()),
            articles,
            filter,
            claims,
            rejected,
            num_left_out,
            charts,
            look,
        }
    }

    /// Figures that count, by kind.
    pub(super) fn by_kind(&self) -> BTreeMap<Kind, Vec<&'a ClaimRecord>> {
        let mut out: BTreeMap<Kind, Vec<&'a ClaimRecord>> = BTreeMap::new();
        for record in &self.claims {
            out.entry(record.claim().kind).or_default().push(record);
        }
        out
    }
}

/// The name of a claim's row in the page.
pub(super) fn row_of(claim: ClaimId) -> String {
    format!("c{}", claim.0)
}

/// The name of an article's row in the page.
pub(super) fn article_row(article: ArticleId) -> String {
    format!("a{}", article.0)
}
