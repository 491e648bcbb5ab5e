//! Days with figures for which the analyst has adopted none yet: what is left to be done.

use std::collections::{BTreeMap, BTreeSet};

use super::adopted::day_of;
use super::chart::{Charts, Point};
use crate::link::Conclusions;
use crate::store::{AdoptedAbout, ClaimId, Store};

/// A story, kind and day with figures and without an adopted one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDay {
    /// Story, kind and day.
    pub about: AdoptedAbout,
    /// The highest figure said of it.
    pub claim: ClaimId,
    /// The lowest number said.
    pub low: u64,
    /// The highest number said.
    pub high: u64,
    /// By how many sources.
    pub num_sources: usize,
}

/// The days of what the charts draw, kind by kind in the order of the charts; what is a part, denied or rejected stands for no
/// day.
pub fn open_days(store: &Store, conclusions: &Conclusions, charts: &Charts) -> Vec<OpenDay> {
    let mut story_of: BTreeMap<u64, &str> = BTreeMap::new();
    for story in conclusions.stories.iter().rev() {
        story_of.extend(story.articles.iter().map(|article| (*article, story.key.as_str())));
    }
    let mut out = Vec::new();
    for chart in &charts.kinds {
        let mut days: BTreeMap<AdoptedAbout, Vec<(ClaimId, &Point)>> = BTreeMap::new();
        for point in chart.points.iter().filter(|point| point.mark.is_whole()) {
            let Some(record) = point.claim().and_then(|claim| store.claim(claim)) else {
                continue;
            };
            let Some(day) = day_of(store, record) else { continue };
            let story = story_of.get(&record.article.0.unsigned_abs()).copied();
            let about = AdoptedAbout {
                story: story.unwrap_or_default().to_owned(),
                kind: chart.kind,
                day,
            };
            if !store.adopted().contains_key(&about) {
                days.entry(about).or_default().push((record.id, point));
            }
        }
        out.extend(days.into_iter().filter_map(|(about, rows)| open_day(about, &rows)));
    }
    out.sort_by_key(|row| (place(charts, row), row.about.day));
    out
}

fn place(charts: &Charts, row: &OpenDay) -> Option<usize> {
    charts.kinds.iter().position(|chart| chart.kind == row.about.kind)
}

fn open_day(about: AdoptedAbout, rows: &[(ClaimId, &Point)]) -> Option<OpenDay> {
    let (claim, top) = rows.iter().max_by_key(|(_, point)| point.y)?;
    let sources: BTreeSet<usize> = rows.iter().map(|(_, point)| point.source).collect();
    Some(OpenDay {
        about,
        claim: *claim,
        low: rows.iter().map(|(_, point)| point.y).min()?,
        high: top.y,
        num_sources: sources.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::open_days;
    use crate::claim::Kind;
    use crate::link::Conclusions;
    use crate::show::testing::store;
    use crate::show::{ChartInput, Charts, CompareLook, LinesBy, Sources};
    use crate::store::{Adopted, AdoptedAbout, Store};

    fn rows(store: &Store) -> Vec<String> {
        let look = CompareLook {
            kinds: vec![Kind::Injured, Kind::Killed],
            ..CompareLook::default()
        };
        let sources = Sources::new(store, LinesBy::Speaker);
        let charts = Charts::new(&ChartInput::new(store, &look, &sources, &sources));
        let rows = open_days(store, &Conclusions::default(), &charts);
        let row = |row: &super::OpenDay| {
            let about = &row.about;
            format!(
                "{} {} {}-{} of {}",
                about.kind.id(),
                about.day,
                row.low,
                row.high,
                row.num_sources
            )
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn days_without_an_adopted_figure_are_listed_and_go_when_one_is_adopted() {
        let mut store = store(&[
            (
                "A",
                "2031-03-12",
                "{killed total @M|31 dead}. {killed total @P|at least 50}. {killed part @M|3 of them}. {injured @M|9 hurt}.",
            ),
            (
                "A",
                "2031-03-13",
                "{killed total @M|28 dead}. {killed denied @P|70 dead}.",
            ),
        ]);
        let all = [
            "injured 2031-03-12 9-9 of 1",
            "killed 2031-03-12 31-50 of 2",
            "killed 2031-03-13 28-28 of 1",
        ];
        assert_eq!(rows(&store), all);
        let about = AdoptedAbout {
            story: String::new(),
            kind: Kind::Killed,
            day: jiff::civil::date(2031, 3, 12),
        };
        let figure = Adopted {
            low: 31,
            best: 31,
            high: 50,
            ..Adopted::default()
        };
        let edit = store.adopt(about, Some(figure));
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert_eq!(rows(&store), [all[0], all[2]]);
    }
}
