//! Adopted figures as rows for chart and panel, and what named rules would suggest.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::adopted_compare::{find_compared, merge_copies};
use super::chart_incident::{is_of_incident, one_incident};
use super::chart_settings::ChartSettings;
use super::names::Names;
use super::stories_list::story_of;
use crate::claim::{Kind, Modality, Scope};
use crate::link::Conclusions;
use crate::quantity::{Figure, Qualifier};
use crate::store::{Adopted, AdoptedAbout, ArticleId, ClaimId, ClaimRecord, Status, Store};

/// An adopted figure as drawn and listed.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptedRow {
    /// Story, kind and day.
    pub about: AdoptedAbout,
    /// Low, best and high with evidence and note.
    pub figure: Adopted,
    /// How many of its claims were rejected or taken out since.
    pub num_lost: usize,
}

/// A rule by which figures are suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdoptRule {
    /// ACLED's way: the lowest credible figure.
    Conservative,
    /// Iraq Body Count's way: the lowest to the highest bound.
    MinMax,
    /// The middle one of independent sources.
    Median,
}

impl AdoptRule {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Conservative, Self::MinMax, Self::Median];

    /// Its name, which is kept with the figure.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conservative => "Conservative",
            Self::MinMax => "Minimum to maximum",
            Self::Median => "Median of sources",
        }
    }

    /// What it does, in a phrase.
    pub fn help(self) -> &'static str {
        match self {
            Self::Conservative => "As ACLED: the lowest credible figure; reviewed figures go before unreviewed ones",
            Self::MinMax => "As Iraq Body Count: the lowest and the highest bound; best is what most sources state",
            Self::Median => {
                "The middle figure of independent sources, copies taken as one; low and high are the quarters"
            }
        }
    }
}

/// A figure that stands on the day: what one independent source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The claims that state it, the first stands for them.
    pub claims: Vec<ClaimId>,
    /// Who says so.
    pub name: String,
    /// How many.
    pub figure: Figure,
    /// The day at which it holds: the day asked for, or one before it.
    pub day: Date,
    /// True where the analyst decided on one of its claims.
    pub reviewed: bool,
    /// True where conclusions compare it with others of the whole story, or where there are none to tell; else it may be of
    /// one town or one hospital only.
    pub compared: bool,
    /// Lowest, likeliest and highest number, vague words and "about" as the project has them.
    pub numbers: (u64, u64, u64),
}

impl Candidate {
    /// The lowest number that its words allow, else the number itself.
    fn low(&self) -> u64 {
        self.numbers.0
    }

    /// The number that stands for it.
    fn best(&self) -> u64 {
        self.numbers.1
    }

    /// The highest number that its words allow; where they name none, the number itself.
    fn high(&self) -> u64 {
        self.numbers.2
    }

    /// True where a setting of the project decides on its numbers.
    pub fn is_by_policy(&self) -> bool {
        matches!(self.figure.qualifier, Qualifier::Vague | Qualifier::About)
    }
}

/// All adopted figures, by story, kind and day.
pub fn adopted_rows(store: &Store) -> Vec<AdoptedRow> {
    let counts = |claim: &&ClaimId| store.claim(**claim).is_some_and(|row| row.status() != Status::Rejected);
    let rows = store.adopted().iter().map(|(about, figure)| AdoptedRow {
        about: about.clone(),
        figure: figure.clone(),
        num_lost: figure.claims.len() - figure.claims.iter().filter(counts).count(),
    });
    rows.collect()
}

/// What an adopted figure beside `claim` would be about: its story, kind and day.
pub fn adopted_about(store: &Store, conclusions: &Conclusions, claim: ClaimId) -> Option<AdoptedAbout> {
    let record = store.claim(claim)?;
    Some(AdoptedAbout {
        story: story_of(conclusions, record.article).to_owned(),
        kind: record.claim().kind,
        day: day_of(store, record)?,
    })
}

/// The day at which a claim holds: its as-of day, else that of the event, else of the article.
pub(super) fn day_of(store: &Store, record: &ClaimRecord) -> Option<Date> {
    let claim = record.claim();
    let last = |value: &Option<crate::time::Value>| Some(value.as_ref()?.days()?.1);
    let published = || store.article(record.article)?.published();
    last(&claim.as_of)
        .or_else(|| last(&claim.event_date))
        .or_else(published)
}

/// What stands on the day, by independent source, the lowest first: of each source the newest figure up to that day; what
/// is no running total only on its own day, and single incidents only where there is nothing else.
pub fn candidates(store: &Store, (names, conclusions): (&Names, &Conclusions), about: &AdoptedAbout) -> Vec<Candidate> {
    let articles: BTreeSet<ArticleId> = super::stories_list::story_articles(conclusions, &about.story)
        .unwrap_or_else(|| store.articles().map(|article| article.id).collect());
    let records = || {
        articles
            .iter()
            .flat_map(|article| store.claims_of(*article))
            .map(|record| &**record)
    };
    let is_incident = |record: &&ClaimRecord| record.claim().scope == Scope::Incident;
    let of_kind = || records().filter(|record| counts(record, about.kind));
    let incident = one_incident(of_kind().map(|record| record.claim()));
    // only a running total goes on standing, or what is counted again and again of one incident
    let stands = |record: &ClaimRecord| {
        let claim = record.claim();
        claim.scope == Scope::Total || incident.is_some_and(|day| is_of_incident(claim, day))
    };
    let whole = of_kind().filter(|record| !is_incident(record) || stands(record));
    let mut found = newest(store, names, about, whole.map(|record| (record, stands(record))));
    // an incident is no figure for the whole story, unless nobody gives one
    if found.is_empty() {
        let incidents = of_kind().filter(is_incident);
        found = newest(store, names, about, incidents.map(|record| (record, false)));
    }
    let mut out: Vec<Candidate> = found
        .into_iter()
        .filter_map(|(name, row)| candidate(name, row))
        .collect();
    merge_copies(&mut out, conclusions);
    find_compared(&mut out, conclusions, about.kind);
    out.sort_by(|a, b| (a.best(), &a.name).cmp(&(b.best(), &b.name)));
    out
}

/// A claim with the numbers that it counts as.
type Counted<'s> = (&'s ClaimRecord, (u64, u64, u64));

/// By source, what it says on the newest day on which something of it stands; beside each figure whether it goes on standing.
fn newest<'s>(
    store: &Store,
    names: &Names,
    about: &AdoptedAbout,
    records: impl Iterator<Item = (&'s ClaimRecord, bool)>,
) -> BTreeMap<String, (Date, Vec<Counted<'s>>)> {
    let mut newest: BTreeMap<String, (Date, Vec<Counted<'s>>)> = BTreeMap::new();
    let settings = ChartSettings::of(store);
    for (record, stands) in records {
        let Some(numbers) = numbers(store, &settings, record) else {
            continue;
        };
        let Some(day) = day_of(store, record).filter(|day| *day <= about.day) else {
            continue;
        };
        if day < about.day && !stands {
            continue;
        }
        let row = newest.entry(voice(store, names, record)).or_insert((day, Vec::new()));
        if row.0 < day {
            *row = (day, Vec::new());
        }
        if row.0 == day {
            row.1.push((record, numbers));
        }
    }
    newest
}

fn counts(record: &ClaimRecord, kind: Kind) -> bool {
    let claim = record.claim();
    claim.kind == kind && !claim.part_of && claim.modality != Modality::Denied && record.status() != Status::Rejected
}

fn voice(store: &Store, names: &Names, record: &ClaimRecord) -> String {
    let speaker = names.voice(record.id).or_else(|| record.claim().speaker.as_deref());
    let article = store.article(record.article);
    let outlet = article.map(|article| article.publisher().unwrap_or_else(|| article.title()));
    speaker.or(outlet).unwrap_or_default().to_owned()
}

/// Lowest, likeliest and highest number of a claim; `None` where its words give none and no policy does.
fn numbers(store: &Store, settings: &ChartSettings, record: &ClaimRecord) -> Option<(u64, u64, u64)> {
    let figure = record.claim().figure;
    if figure.qualifier == Qualifier::Vague {
        let article = store.article(record.article);
        let words = article.map_or("", |article| record.claim().span.of(article.text()));
        let by_policy = settings.vague.numbers(&figure, words)?;
        let high = by_policy.high.unwrap_or(by_policy.low);
        return Some((by_policy.low, by_policy.low, high));
    }
    let best = figure.anchor()?;
    if figure.qualifier == Qualifier::About {
        let (low, high) = settings.about(best);
        return Some((low, best, high));
    }
    let high = figure.high.unwrap_or_default().max(best);
    Some((figure.low.unwrap_or(best).min(best), best, high))
}

/// Of a source's figures of one day the highest stands, as a total that goes on counting.
fn candidate(name: String, (day, records): (Date, Vec<Counted<'_>>)) -> Option<Candidate> {
    let (top, numbers) = records.iter().max_by_key(|(_, numbers)| numbers.1)?;
    let figure = top.claim().figure;
    let records = records.iter().map(|(record, _)| record);
    let same = records.clone().filter(|record| record.claim().figure == figure);
    Some(Candidate {
        claims: same.map(|record| record.id).collect(),
        numbers: *numbers,
        compared: true,
        reviewed: records
            .clone()
            .any(|record| record.claim().figure == figure && record.status().is_decided()),
        name,
        figure,
        day,
    })
}

/// What a rule would adopt from the candidates; `None` where there are none.
pub fn suggest_adopted(rule: AdoptRule, candidates: &[Candidate]) -> Option<Adopted> {
    let reviewed = candidates.iter().any(|row| row.reviewed);
    let mut rows: Vec<&Candidate> = candidates.iter().collect();
    if rule == AdoptRule::Conservative {
        rows.retain(|row| row.reviewed || !reviewed);
        rows.sort_by_key(|row| (row.low(), row.best()));
        rows.truncate(1);
    }
    let quarter = |nth: usize| rows.get((rows.len() - 1) * nth / 4).map(|row| row.best());
    let (low, best, high) = match rule {
        AdoptRule::Conservative => {
            let row = rows.first()?;
            // "about 50" is coded as 50
            let about = row.figure.qualifier == Qualifier::About;
            let low = if about { row.best() } else { row.low() };
            (low, low, low)
        }
        AdoptRule::MinMax => {
            let low = rows.iter().map(|row| row.low()).min()?;
            (low, most_stated(&rows)?, rows.iter().map(|row| row.high()).max()?)
        }
        AdoptRule::Median => {
            rows.first()?;
            (quarter(1)?, quarter(2)?, quarter(3)?)
        }
    };
    let mut claims: Vec<ClaimId> = rows.iter().flat_map(|row| row.claims.iter().copied()).collect();
    claims.sort_unstable();
    Some(Adopted {
        low: low.min(best),
        best,
        high: high.max(best),
        claims,
        rule: rule.name().to_owned(),
        note: String::new(),
    })
}

/// The number that most sources state, of equals the lower one.
fn most_stated(rows: &[&Candidate]) -> Option<u64> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(row.best()).or_default() += 1;
    }
    let best = counts
        .iter()
        .max_by_key(|(number, count)| (**count, std::cmp::Reverse(**number)));
    best.map(|(number, _)| *number)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{AdoptRule, adopted_about, candidates, suggest_adopted};
    use crate::claim::Kind;
    use crate::link::{Conclusions, CopyGroup, Growth, GrowthStep};
    use crate::show::testing::{claim, store};
    use crate::show::{ChartSetting, LinesBy, Names, VaguePolicy, chart_edit};
    use crate::store::Store;

    fn sample() -> Store {
        store(&[
            (
                "A",
                "2031-03-13",
                "{killed total @Hospital|25 dead}. {killed incident @Witness|90 dead}.",
            ),
            (
                "B",
                "2031-03-14",
                "{killed total accepted @Ministry|29 dead}. {killed total @Committee|at least 71}. {killed part @Ministry|13 police}. \
                 {killed total @Agency|36 people}. {killed rejected @Dogs|999 dogs}.",
            ),
            (
                "C",
                "2031-03-14",
                "{killed total @Union|36}. {killed total @Later on 2031-03-15|500}.",
            ),
        ])
    }

    #[test]
    fn each_source_stands_with_its_newest_figure_of_the_day() {
        let store = sample();
        let mut conclusions = Conclusions::default();
        let about = adopted_about(&store, &conclusions, claim(&store, "29 dead")).unwrap();
        let lines = |conclusions: &Conclusions| -> Vec<String> {
            let rows = candidates(&store, (&Names::default(), conclusions), &about);
            rows.iter()
                .map(|row| format!("{} {} {}", row.name, row.figure.anchor().unwrap_or(0), row.claims.len()))
                .collect()
        };
        assert_eq!(
            lines(&conclusions),
            [
                "Hospital 25 1",
                "Ministry 29 1",
                "Agency 36 1",
                "Union 36 1",
                "Committee 71 1"
            ]
        );
        let copied = |words: &str| claim(&store, words).0.unsigned_abs();
        conclusions.copies.push(std::sync::Arc::new(CopyGroup {
            key: "copy".to_owned(),
            claims: vec![copied("36 people"), copied("36")],
            articles: vec![2, 3],
            agency: None,
            reason: String::new(),
        }));
        assert_eq!(
            lines(&conclusions),
            ["Hospital 25 1", "Ministry 29 1", "Agency 36 2", "Committee 71 1"]
        );
    }

    #[test]
    fn what_is_compared_with_nothing_is_told_apart() {
        let store = sample();
        let mut conclusions = Conclusions::default();
        let about = adopted_about(&store, &conclusions, claim(&store, "29 dead")).unwrap();
        let apart = |conclusions: &Conclusions| -> Vec<String> {
            let rows = candidates(&store, (&Names::default(), conclusions), &about);
            rows.into_iter()
                .filter(|row| !row.compared)
                .map(|row| row.name)
                .collect()
        };
        assert!(apart(&conclusions).is_empty());
        let steps = ["29 dead", "36 people", "at least 71", "36"].map(|words| GrowthStep {
            day: about.day,
            claims: vec![claim(&store, words).0.unsigned_abs()],
        });
        conclusions.growth.push(Arc::new(Growth {
            key: "growth".to_owned(),
            kind: Kind::Killed,
            place: None,
            voice: String::new(),
            steps: steps.to_vec(),
            ratio: 2.0,
            reason: String::new().into(),
        }));
        assert_eq!(apart(&conclusions), ["Hospital"]);
        Arc::make_mut(&mut conclusions.growth[0]).place = Some("Estrava".to_owned());
        assert!(apart(&conclusions).is_empty());
    }

    #[test]
    fn rules_suggest_what_their_names_say() {
        let store = sample();
        let conclusions = Conclusions::default();
        let about = adopted_about(&store, &conclusions, claim(&store, "29 dead")).unwrap();
        let rows = candidates(&store, (&Names::default(), &conclusions), &about);
        let shown = AdoptRule::ALL.map(|rule| {
            let figure = suggest_adopted(rule, &rows).unwrap();
            format!(
                "{} {}-{}-{} {}",
                figure.rule,
                figure.low,
                figure.best,
                figure.high,
                figure.claims.len()
            )
        });
        assert_eq!(
            shown,
            [
                "Conservative 29-29-29 1",
                "Minimum to maximum 25-36-71 5",
                "Median of sources 29-36-36 5",
            ]
        );
        assert!(AdoptRule::ALL.iter().all(|rule| suggest_adopted(*rule, &[]).is_none()));
    }

    #[test]
    fn vague_words_and_about_count_as_the_project_has_them() {
        let mut store = store(&[(
            "A",
            "2031-03-14",
            "{killed total @Ministry|about 50 people}. {killed total @Union|dozens}.",
        )]);
        let shown = |store: &Store| {
            let conclusions = Conclusions::default();
            let about = adopted_about(store, &conclusions, claim(store, "dozens")).unwrap();
            let rows = candidates(store, (&Names::default(), &conclusions), &about);
            assert!(rows.iter().all(super::Candidate::is_by_policy));
            AdoptRule::ALL.map(|rule| {
                let figure = suggest_adopted(rule, &rows).unwrap();
                format!("{}-{}-{}", figure.low, figure.best, figure.high)
            })
        };
        assert_eq!(shown(&store), ["24-24-24", "24-24-55", "24-24-24"]);
        for change in [ChartSetting::Vague(VaguePolicy::Acled), ChartSetting::About(20)] {
            let edit = chart_edit(&store, &Names::default(), LinesBy::Speaker, &change);
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        assert_eq!(shown(&store), ["12-12-12", "12-12-60", "12-12-12"]);
    }
}
