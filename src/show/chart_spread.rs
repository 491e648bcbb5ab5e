//! How far the standing running totals of the sources lie apart, day by day, and on which days they agree.

use std::collections::BTreeMap;

use super::chart::{KindChart, Point, day_number};
use super::chart_settings::ChartSettings;
use crate::quantity::Qualifier;

/// A time in which the same totals stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Its first day, in days since 1970-01-01.
    pub from: i64,
    /// The day after its last one.
    pub to: i64,
    /// The lowest bound of a standing figure.
    pub low: u64,
    /// The highest bound of a standing figure; of those that are open above the number that is said.
    pub high: u64,
    /// True where a standing figure has no upper bound, so that it may lie higher still.
    pub is_open: bool,
    /// Of how many sources totals stand.
    pub num_sources: usize,
    /// True where the bounds of two or more sources all hold one number together.
    pub agreed: bool,
}

/// The spread of a chart over time; only while totals of two or more sources stand.
pub(super) fn spread(chart: &KindChart, settings: &ChartSettings) -> Vec<Spread> {
    let mut changes: Vec<(i64, usize, usize)> = Vec::new();
    // Totals of a class of victims are not those of all people.
    let all_people = chart.lines.iter().filter(|line| line.all_people);
    for (line, row) in all_people.enumerate() {
        let days = row.points.iter().filter_map(|index| {
            let point = chart.points.get(*index)?;
            Some((day_number(point.day), line, *index))
        });
        changes.extend(days);
    }
    changes.sort_unstable();
    let end = chart.points.last().map_or(0, |point| day_number(point.day) + 1);
    let mut standing: BTreeMap<usize, usize> = BTreeMap::new();
    let mut sets = Sets::default();
    let mut out: Vec<Spread> = Vec::new();
    let mut changes = changes.into_iter().peekable();
    while let Some((day, line, index)) = changes.next() {
        if let Some(before) = standing.insert(line, index).and_then(|index| chart.points.get(index)) {
            sets.put(before, settings, false);
        }
        if let Some(point) = chart.points.get(index) {
            sets.put(point, settings, true);
        }
        let next = changes.peek().map_or(end, |(next, ..)| *next);
        if next > day {
            out.extend(sets.spread(day, next));
        }
    }
    out
}

/// What stands, counted by number, so that a change costs little however many lines there are.
#[derive(Default)]
struct Sets {
    /// Ends of what is drawn.
    low: BTreeMap<u64, usize>,
    high: BTreeMap<u64, usize>,
    /// Bounds of what may be true; none below is 0, none above the highest number that there is.
    least: BTreeMap<u64, usize>,
    most: BTreeMap<u64, usize>,
    sources: BTreeMap<usize, usize>,
}

impl Sets {
    fn put(&mut self, point: &Point, settings: &ChartSettings, add: bool) {
        let (least, most) = bounds(point, settings);
        let low = if least == 0 { point.y } else { least };
        let high = if most == u64::MAX { point.y } else { most };
        count(&mut self.low, low.min(point.y), add);
        count(&mut self.high, high.max(point.y), add);
        count(&mut self.least, least, add);
        count(&mut self.most, most, add);
        count(&mut self.sources, point.source, add);
    }

    fn spread(&self, from: i64, to: i64) -> Option<Spread> {
        let first = |set: &BTreeMap<u64, usize>| set.keys().next().copied();
        let last = |set: &BTreeMap<u64, usize>| set.keys().next_back().copied();
        let num_sources = self.sources.len();
        if num_sources < 2 {
            return None;
        }
        Some(Spread {
            from,
            to,
            low: first(&self.low)?,
            high: last(&self.high)?,
            is_open: last(&self.most)? == u64::MAX,
            num_sources,
            agreed: last(&self.least)? <= first(&self.most)?,
        })
    }
}

fn count<K: Ord>(set: &mut BTreeMap<K, usize>, key: K, add: bool) {
    if add {
        *set.entry(key).or_default() += 1;
    } else if let Some(count) = set.get_mut(&key) {
        *count -= 1;
        if *count == 0 {
            set.remove(&key);
        }
    }
}

/// The lowest and the highest number that may be true by the point's words.
fn bounds(point: &Point, settings: &ChartSettings) -> (u64, u64) {
    let figure = &point.figure;
    let open = u64::MAX;
    match figure.qualifier {
        Qualifier::Exact => (point.y, point.y),
        Qualifier::About | Qualifier::Fraction => settings.about(point.y),
        Qualifier::AtLeast => (point.y, open),
        Qualifier::MoreThan => (point.y.saturating_add(1), open),
        Qualifier::UpTo => (0, point.y),
        Qualifier::Almost | Qualifier::LessThan => (0, point.y.saturating_sub(1)),
        Qualifier::Range => (figure.low.unwrap_or(0), figure.high.unwrap_or(open)),
        Qualifier::Vague => {
            let soft = point.soft;
            (
                soft.map_or(0, |soft| soft.low),
                soft.and_then(|soft| soft.high).unwrap_or(open),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Kind;
    use crate::show::chart::day_of_number;
    use crate::show::testing::store;
    use crate::show::{ChartInput, CompareLook, LinesBy, Sources, kind_chart};

    #[track_caller]
    fn check(articles: &[(&str, &str, &str)], expected: &[&str]) {
        let store = store(articles);
        let sources = Sources::new(&store, LinesBy::Speaker);
        let look = CompareLook::default();
        let chart = kind_chart(&ChartInput::new(&store, &look, &sources, &sources), Kind::Killed);
        let row = |number| day_of_number(number).map(|day| day.day()).unwrap_or_default();
        let got: Vec<String> = chart
            .spread
            .iter()
            .map(|spread| {
                let open = if spread.is_open { " open" } else { "" };
                let agreed = if spread.agreed { " agreed" } else { "" };
                let (from, to) = (row(spread.from), row(spread.to));
                format!(
                    "{from}-{to} {}..{}{open} of {}{agreed}",
                    spread.low, spread.high, spread.num_sources
                )
            })
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn the_spread_begins_with_the_second_source_and_a_total_stands_until_the_next() {
        check(
            &[
                ("A", "2031-03-10", "{killed total @M|10 dead}."),
                ("A", "2031-03-12", "{killed total @N|14 to 20 dead}."),
                ("A", "2031-03-13", "{killed total @M|15 dead}. {killed incident @O|3}."),
                (
                    "A",
                    "2031-03-15",
                    "{killed total @N|30 dead}. {killed total part @N|99}.",
                ),
            ],
            &["12-13 10..20 of 2", "13-15 14..20 of 2 agreed", "15-16 15..30 of 2"],
        );
    }

    #[test]
    fn open_bounds_are_said_and_more_than_leaves_its_number_out() {
        check(
            &[(
                "A",
                "2031-03-10",
                "{killed total @M|more than 50}. {killed total @N|50}.",
            )],
            &["10-11 50..50 open of 2"],
        );
        check(
            &[(
                "A",
                "2031-03-10",
                "{killed total @M|at least 50}. {killed total @N|50}.",
            )],
            &["10-11 50..50 open of 2 agreed"],
        );
        check(
            &[("A", "2031-03-10", "{killed total @M|about 50}. {killed total @N|54}.")],
            &["10-11 45..55 of 2 agreed"],
        );
    }

    #[test]
    fn classes_are_not_compared_with_all_people() {
        check(
            &[(
                "A",
                "2031-03-10",
                "{killed total @M|50 dead}. {killed total class security_force @N|4 police}.",
            )],
            &[],
        );
        check(&[("A", "2031-03-10", "{killed total @M|50 dead}.")], &[]);
    }
}
