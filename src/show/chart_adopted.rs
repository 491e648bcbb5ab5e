//! What the analyst adopted, as a line of its own in the charts: it stands beside the figures and replaces none.

use jiff::civil::Date;

use super::adopted::adopted_rows;
use super::chart::{KindChart, day_number};
use super::chart_scene::{Place, Scene};
use crate::claim::Kind;
use crate::store::Store;

/// Where in its day an adopted figure stands: at noon, where no source has its place.
const NOON: f64 = 0.5;

/// What was adopted for the days of one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedLine {
    /// Key of the story.
    pub story: String,
    /// In the order of their days.
    pub days: Vec<AdoptedDay>,
}

/// What was adopted for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdoptedDay {
    /// The day.
    pub day: Date,
    /// The lowest that is held possible.
    pub low: u64,
    /// The most likely.
    pub best: u64,
    /// The highest that is held possible.
    pub high: u64,
}

/// An adopted line as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneAdopted {
    /// The corners of the step line through the most likely figures.
    pub corners: Vec<Place>,
    /// For each day its place, then the heights of the lowest and the highest.
    pub bars: Vec<(Place, f32, f32)>,
}

/// What was adopted for a kind, one line a story; of one story where `story` names it.
pub(super) fn adopted_lines(store: &Store, kind: Kind, story: Option<&str>) -> Vec<AdoptedLine> {
    let mut lines: Vec<AdoptedLine> = Vec::new();
    for row in adopted_rows(store) {
        let about = row.about;
        if about.kind != kind || story.is_some_and(|story| story != about.story) {
            continue;
        }
        let day = AdoptedDay {
            day: about.day,
            low: row.figure.low,
            best: row.figure.best,
            high: row.figure.high,
        };
        // rows come by story, then by day
        match lines.last_mut().filter(|line| line.story == about.story) {
            Some(line) => line.days.push(day),
            None => lines.push(AdoptedLine {
                story: about.story,
                days: vec![day],
            }),
        }
    }
    lines
}

/// The adopted lines of a chart in the places of its scene.
pub(super) fn scene_adopted(scene: &Scene, chart: &KindChart) -> Vec<SceneAdopted> {
    let line = |line: &AdoptedLine| {
        let mut drawn = SceneAdopted {
            corners: Vec::new(),
            bars: Vec::new(),
        };
        for day in &line.days {
            let at = Place {
                x: scene.x(day_number(day.day) as f64 + NOON),
                y: scene.y(day.best),
            };
            // level until the next day that was adopted, then up or down
            if let Some(before) = drawn.corners.last().copied() {
                drawn.corners.push(Place { x: at.x, y: before.y });
            }
            drawn.corners.push(at);
            drawn.bars.push((at, scene.y(day.low), scene.y(day.high)));
        }
        drawn
    };
    chart.adopted.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::adopted_lines;
    use crate::claim::Kind;
    use crate::store::{Adopted, AdoptedAbout, Change, Edit, Store};

    #[test]
    fn days_of_a_story_are_one_line() {
        let mut store = Store::default();
        let rows = [("A", 3, 12), ("A", 1, 10), ("B", 2, 5)];
        let changes = rows.map(|(story, day, best)| {
            let about = AdoptedAbout {
                story: story.to_owned(),
                kind: Kind::Killed,
                day: date(2031, 3, day),
            };
            let figure = Adopted {
                low: best - 1,
                best,
                high: best + 1,
                ..Adopted::default()
            };
            Change::Adopted(about, Some(figure))
        });
        store.apply(&Edit::new("adopted", changes.into()));
        let bests = |kind: Kind, story: Option<&str>| -> Vec<Vec<u64>> {
            let lines = adopted_lines(&store, kind, story).into_iter();
            lines
                .map(|line| line.days.iter().map(|day| day.best).collect())
                .collect()
        };
        assert_eq!(bests(Kind::Killed, None), [vec![10, 12], vec![5]]);
        assert_eq!(bests(Kind::Killed, Some("B")), [vec![5]]);
        assert!(bests(Kind::Injured, None).is_empty());
    }
}
