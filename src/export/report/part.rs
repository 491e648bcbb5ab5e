//! What a report tells of: the project as one, or story by story; each with its claims and charts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Parts, Report, Unreviewed};
use crate::claim::Kind;
use crate::show::{
    AdoptedRow, ChartInput, ChartLayout, ChartSettings, Charts, CompareLook, Filter, Finding, LinesBy, Merged, Sources,
    StoryPart, StoryRow, adopted_rows, corrected, findings, story_rows,
};
use crate::store::{ArticleId, Change, ClaimId, ClaimRecord, Edit, Status, Store};

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
    /// All figures that the analyst adopted.
    pub(super) adopted: Vec<AdoptedRow>,
    /// The project's policies.
    pub(super) settings: ChartSettings,
    /// What charts are drawn from.
    charted: Store,
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
    /// What is concluded over its figures.
    pub(super) findings: Vec<Finding>,
    /// All its kinds.
    pub(super) charts: Charts,
    /// How they are drawn.
    pub(super) look: CompareLook,
}

impl<'a> Matter<'a> {
    pub(super) fn new(report: &'a Report<'a>) -> Self {
        let store = report.input.store;
        let mut sources = Sources::named(store, report.input.names, report.input.look.lines_by);
        if report.input.look.merge_copies {
            sources = sources.merged(&Merged::new(store, report.input.conclusions));
        }
        let mut matter = Self {
            report,
            speakers: Sources::named(store, report.input.names, LinesBy::Speaker),
            corrected: corrected(store, report.input.conclusions),
            findings: findings(store, report.input.conclusions, &sources).rows,
            adopted: adopted_rows(store),
            settings: ChartSettings::of(store),
            stories: story_rows(store, report.input.conclusions),
            sources,
            charted: Store::default(),
            told: BTreeSet::new(),
        };
        matter.told = matter.told_claims();
        matter.charted = matter.without_untold();
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
        let is_told = |story: &&StoryRow| {
            let claims = |article: &ArticleId| self.report.input.store.claims_of(*article);
            story
                .articles
                .iter()
                .flat_map(claims)
                .any(|record| self.is_wanted(record))
        };
        match &self.report.options.parts {
            Parts::Whole => Vec::new(),
            Parts::EachStory => self.stories.iter().filter(is_told).collect(),
            Parts::Stories(keys) => self.stories.iter().filter(|story| keys.contains(&story.key)).collect(),
        }
    }

    fn told_claims(&self) -> BTreeSet<ClaimId> {
        let chosen = self.chosen();
        let articles: BTreeSet<ArticleId> = chosen.iter().flat_map(|story| story.articles.iter().copied()).collect();
        let is_told = |record: &&Arc<ClaimRecord>| {
            (chosen.is_empty() || articles.contains(&record.article)) && self.is_wanted(record)
        };
        let told = self.report.input.store.claims().filter(is_told);
        told.map(|record| record.id).collect()
    }

    fn is_wanted(&self, record: &ClaimRecord) -> bool {
        let is_reviewed = self.report.options.unreviewed == Unreviewed::With || record.status() != Status::Unreviewed;
        is_reviewed && self.report.input.claims.contains(&record.id)
    }

    /// The project without figures that are not told: what charts are drawn from.
    fn without_untold(&self) -> Store {
        let mut store = self.report.input.store.clone();
        let untold = store.claims().filter(|record| !self.is_told(record.id));
        let gone: Vec<Change> = untold.map(|record| Change::Claim(record.id, None)).collect();
        if !gone.is_empty() {
            store.apply(&Edit::new("", gone));
        }
        store
    }

    /// What is concluded over figures of these articles, with those sides only that the report tells.
    fn findings_of(&self, articles: &BTreeSet<ArticleId>) -> Vec<Finding> {
        let of_part = |claim: &ClaimId| {
            let record = self.report.input.store.claim(*claim);
            self.is_told(*claim) && record.is_some_and(|record| articles.contains(&record.article))
        };
        let touches =
            |row: &&Finding| row.claims.iter().any(of_part) || row.sides.iter().any(|side| of_part(&side.claim));
        let rows = self.findings.iter().filter(touches).filter_map(|row| {
            let mut row = row.clone();
            row.claims.retain(of_part);
            let claims = row.claims.clone();
            row.sides.retain_mut(|side| {
                if of_part(&side.claim) {
                    return true;
                }
                // another claim of the side may be told where its first one is not
                let same = claims.iter().find(|claim| {
                    let record = self.report.input.store.claim(**claim);
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
            return vec![Self::whole(matter)];
        }
        let parts = chosen.into_iter().enumerate().map(|(at, story)| {
            let articles = story.articles.iter().copied().collect();
            Self::new(matter, at + 1, (story.name.clone(), Some(story.key.clone()), articles))
        });
        parts.collect()
    }

    /// All that is told, as one: of the story of the project's filter where all of it lies there.
    fn whole(matter: &Matter<'a>) -> Self {
        let report = matter.report;
        let store = report.input.store;
        let told: BTreeSet<ArticleId> = matter
            .told
            .iter()
            .filter_map(|claim| Some(store.claim(*claim)?.article))
            .collect();
        if let Some(story) = report
            .input
            .filter
            .story
            .as_ref()
            .filter(|story| told.is_subset(&story.articles))
        {
            let articles = BTreeSet::clone(&story.articles);
            return Self::new(matter, 1, (story.name.clone(), Some(story.key.clone()), articles));
        }
        let articles = if report.input.claims.len() == store.num_claims() {
            store.articles().map(|article| article.id).collect()
        } else {
            told
        };
        Self::new(matter, 1, (report.input.project.trim().to_owned(), None, articles))
    }

    fn new(
        matter: &Matter<'a>,
        number: usize,
        (name, story, articles): (String, Option<String>, BTreeSet<ArticleId>),
    ) -> Self {
        let store = matter.report.input.store;
        let filter = Filter {
            story: story.as_ref().map(|key| StoryPart {
                key: key.clone(),
                name: name.clone(),
                articles: Arc::new(articles.clone()),
            }),
            ..Filter::default()
        };
        let of_part = || articles.iter().flat_map(|article| store.claims_of(*article));
        let told = of_part()
            .map(AsRef::as_ref)
            .filter(|record: &&ClaimRecord| matter.is_told(record.id));
        let (rejected, claims): (Vec<_>, Vec<_>) = told.partition(|record| record.status() == Status::Rejected);
        let left_out = of_part().filter(|record| record.status() == Status::Unreviewed && !matter.is_told(record.id));
        let kinds: BTreeSet<Kind> = claims.iter().map(|record| record.claim().kind).collect();
        let look = CompareLook {
            layout: ChartLayout::ByKind,
            kinds: kinds.into_iter().collect(),
            hidden: BTreeSet::new(),
            ..matter.report.input.look.clone()
        };
        let mut input = ChartInput::new(&matter.charted, &look, &matter.sources, &matter.speakers);
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
            num_left_out: left_out.count(),
            findings: matter.findings_of(&articles),
            articles,
            filter,
            claims,
            rejected,
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
