//! Charts as plain data: per kind the points of each source and the steps between its running totals.

use jiff::civil::Date;

use super::chart_source::Source;
use super::look::LinesBy;
use crate::claim::Kind;
use crate::quantity::Figure;
use crate::store::ClaimId;

/// A figure of one source on one day; the same figure in several articles is one point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The source's number in [`Charts::sources`].
    pub source: usize,
    /// The day at which the figure holds.
    pub day: Date,
    /// Which of the claim's days that is.
    pub basis: DayBasis,
    /// Days since 1970-01-01 with the source's place in the day.
    pub x: f64,
    /// How many.
    pub figure: Figure,
    /// Where the mark stands: the stated number, else the nearest bound.
    pub y: u64,
    /// The claims that say it, in the order of their numbers; the first decided one leads.
    pub claims: Vec<ClaimId>,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// How the mark is drawn beside its figure.
    pub mark: Mark,
}

impl Point {
    /// The claim that stands for the point.
    pub fn claim(&self) -> Option<ClaimId> {
        self.claims.first().copied()
    }
}

/// What of a claim the mark shows beside its figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark {
    /// Nobody has decided on any of its claims: hollow.
    pub unreviewed: bool,
    /// Kept on record, not counted: a grey cross.
    pub rejected: bool,
    /// Somebody says that it is false: struck.
    pub denied: bool,
    /// Part of another figure.
    pub part: bool,
    /// A running total.
    pub total: bool,
    /// Of one incident only, and nobody says it as a total.
    pub incident: bool,
}

impl Mark {
    /// True for a figure that is neither rejected nor denied nor a part of another one.
    pub fn is_whole(self) -> bool {
        !self.rejected && !self.denied && !self.part
    }

    /// True for a figure that may be compared with a running total: it is whole and not of one incident.
    pub fn stands_for_all(self) -> bool {
        self.is_whole() && !self.incident
    }
}

/// Which of a claim's days places it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayBasis {
    /// The day at which the figure holds.
    AsOf,
    /// The day of the harm, where no as-of day is known.
    Happened,
    /// The article's day, where the claim has none.
    Published,
}

/// Two running totals of one source, one after the other, by their numbers in [`KindChart::points`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The earlier.
    pub from: usize,
    /// The later.
    pub to: usize,
    /// True where the total falls.
    pub falls: bool,
}

/// The chart of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct KindChart {
    /// Which.
    pub kind: Kind,
    /// By day, then source, then figure.
    pub points: Vec<Point>,
    /// Running totals that are joined.
    pub steps: Vec<Step>,
    /// The last point of each source that has one, in the order of sources.
    pub ends: Vec<usize>,
    /// Claims without a number.
    pub numberless: Vec<ClaimId>,
    /// Claims without a day.
    pub undated: Vec<ClaimId>,
    /// How many rejected claims are not drawn.
    pub num_rejected_hidden: usize,
    /// How many claims of sources that are switched off are not drawn.
    pub num_switched_off: usize,
    /// The highest number that a mark or a bound reaches; at least 1.
    pub top: u64,
}

/// A source with what the charts show of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSource {
    /// Name, shape, colour.
    pub source: Source,
    /// False where it is switched off.
    pub shown: bool,
    /// How many claims of the charted kinds it has, drawn or not.
    pub num_charted: usize,
}

/// Charts on one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    /// What a line stands for; never automatic.
    pub lines_by: LinesBy,
    /// All sources of the project.
    pub sources: Vec<ChartSource>,
    /// One per kind, in the order asked for.
    pub kinds: Vec<KindChart>,
    /// First and last day with a point; `None` where there is none.
    pub days: Option<(Date, Date)>,
}

impl Charts {
    /// The chart of `kind`.
    pub fn of(&self, kind: Kind) -> Option<&KindChart> {
        self.kinds.iter().find(|chart| chart.kind == kind)
    }

    /// How many claims are drawn.
    pub fn num_drawn(&self) -> usize {
        let points = self.kinds.iter().flat_map(|chart| &chart.points);
        points.map(|point| point.claims.len()).sum()
    }

    /// How many claims the filter hides: rejected ones and those of sources that are switched off.
    pub fn num_hidden(&self) -> usize {
        let hidden = self
            .kinds
            .iter()
            .map(|chart| chart.num_rejected_hidden + chart.num_switched_off);
        hidden.sum()
    }

    /// The point that holds `claim`, with its chart.
    pub fn find(&self, claim: ClaimId) -> Option<(&KindChart, &Point)> {
        self.kinds.iter().find_map(|chart| {
            let point = chart.points.iter().find(|point| point.claims.contains(&claim))?;
            Some((chart, point))
        })
    }
}

impl KindChart {
    /// The lowest and the highest figure of the last day with one, and that day: for the head of a small chart. A day of
    /// single incidents counts only where there is nothing else: one victim of Sunday does not stand for the forty of
    /// Saturday. Each source speaks with its highest figure.
    pub fn last_day(&self) -> Option<(&Point, &Point, Date)> {
        let only_incidents = !self.points.iter().any(|point| point.mark.stands_for_all());
        let counts = |point: &&Point| point.mark.is_whole() && (only_incidents || !point.mark.incident);
        let day = self.points.iter().filter(counts).map(|point| point.day).max()?;
        let of_day = || self.points.iter().filter(move |point| point.day == day);
        let best = |source: usize| {
            of_day()
                .filter(|point| point.source == source && point.mark.is_whole())
                .max_by_key(|point| (point.y, point.figure.high))
        };
        let low = of_day()
            .filter(counts)
            .filter_map(|point| best(point.source))
            .min_by_key(|point| point.y)?;
        let high = of_day()
            .filter(|point| point.mark.is_whole())
            .max_by_key(|point| (point.y, point.figure.high))?;
        Some((low, high, day))
    }

    /// True for a running total and for the highest figure that a source gives on a day: what a slim chart shows.
    pub fn is_main(&self, index: usize) -> bool {
        let Some(point) = self.points.get(index).filter(|point| point.mark.is_whole()) else {
            return false;
        };
        // Points of one day and source stand together, the highest last.
        let mut higher = self
            .points
            .iter()
            .skip(index + 1)
            .take_while(|other| (other.day, other.source) == (point.day, point.source));
        point.mark.total || !higher.any(|other| other.mark.is_whole())
    }
}

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i64 {
    // The span in hours between two civil days is always whole days.
    day.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24
}

/// The day of a number of days since 1970-01-01; `None` beyond the calendar.
pub fn day_of_number(number: i64) -> Option<Date> {
    let days = jiff::Span::new().try_days(number).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(days).ok()
}
