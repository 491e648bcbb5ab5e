//! Charts as plain data: per kind the points of each source and the steps between its running totals.

use jiff::civil::Date;

use super::chart_adopted::AdoptedLine;
use super::chart_settings::ChartSettings;
use super::chart_source::Source;
use super::chart_spread::Spread;
use super::look::{DaysBy, LinesBy};
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
    /// Where the mark stands: the stated number, else the nearest bound; of a vague word what the policy says.
    pub y: u64,
    /// The soft bar of "about" and of vague words.
    pub soft: Option<Soft>,
    /// First and last day of the time that the figure is for, where that is longer than a day.
    pub period: Option<(Date, Date)>,
    /// The point of which this one is a part, by its number in [`KindChart::points`].
    pub whole: Option<usize>,
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

/// A soft bar: a convention or a setting says how far it reaches, not the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Soft {
    /// Its lower end.
    pub low: u64,
    /// Its upper end; `None` where it is open.
    pub high: Option<u64>,
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
    /// A later article gives another figure of the same source for the same day, or the analyst calls it corrected:
    /// struck and grey.
    pub superseded: bool,
    /// Part of another figure.
    pub part: bool,
    /// A running total.
    pub total: bool,
    /// Of one incident only, and nobody says it as a total.
    pub incident: bool,
}

impl Mark {
    /// True for a figure that is neither rejected nor denied nor superseded nor a part of another one.
    pub fn is_whole(self) -> bool {
        !self.rejected && !self.denied && !self.superseded && !self.part
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

/// The running totals of one source, one speaker and one class of victims, by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalLine {
    /// The source's number in [`Charts::sources`].
    pub source: usize,
    /// True where it counts all people, not one class of victims.
    pub all_people: bool,
    /// The highest total of each day, by their numbers in [`KindChart::points`].
    pub points: Vec<usize>,
}

/// The chart of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct KindChart {
    /// Which.
    pub kind: Kind,
    /// By day, then source, then figure.
    pub points: Vec<Point>,
    /// Running totals by line.
    pub lines: Vec<TotalLine>,
    /// Running totals that are joined.
    pub steps: Vec<Step>,
    /// By point, which line it belongs with, numbered over all lines; other points of a source share a number.
    pub(super) groups: Vec<usize>,
    /// The day of the one incident that nearly all figures are of: its counts are drawn as running totals.
    pub incident: Option<Date>,
    /// How far the standing totals of the sources lie apart, over time.
    pub spread: Vec<Spread>,
    /// What the analyst adopted, one line a story.
    pub adopted: Vec<AdoptedLine>,
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
    /// How many claims the filter of the project keeps out.
    pub num_filtered: usize,
    /// The lowest number above zero at which a mark stands; at least 1.
    pub lowest: u64,
    /// The highest number that a mark or a bound reaches; at least 1.
    pub top: u64,
    /// Each drawn claim with its point, by number of the claim.
    pub(super) of_claim: Vec<(ClaimId, usize)>,
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
    /// How many of these are drawn.
    pub num_drawn: usize,
}

/// Charts on one time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    /// What a line stands for; never automatic.
    pub lines_by: LinesBy,
    /// Which day of a claim places it.
    pub days_by: DaysBy,
    /// What the project keeps of its charts.
    pub settings: ChartSettings,
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

    /// From midnight before the first figure to midnight after the last, in days since 1970-01-01; at least three days.
    pub fn all_days(&self) -> (f64, f64) {
        let Some((first, last)) = self.days else {
            return (0.0, 7.0);
        };
        let (from, to) = (day_number(first) as f64, day_number(last) as f64 + 1.0);
        let lack = (3.0 - (to - from)).max(0.0);
        // A long time gets a margin, so that the last mark does not stand on the edge.
        let margin = if to - from > 21.0 { (to - from) * 0.02 } else { 0.0 };
        (from - (lack / 2.0).floor() - margin, to + (lack / 2.0).ceil() + margin)
    }

    /// The only year of all points; `None` where there are several or no point: then days need their year.
    pub fn only_year(&self) -> Option<i16> {
        super::words::year_of(self.days)
    }

    /// How many claims are drawn.
    pub fn num_drawn(&self) -> usize {
        self.kinds.iter().map(|chart| chart.of_claim.len()).sum()
    }

    /// How many claims of the chosen kinds there are.
    pub fn num_figures(&self) -> usize {
        self.sources.iter().map(|row| row.num_charted).sum()
    }

    /// How many claims are kept out: rejected ones, those of sources that are switched off, those that do not pass the
    /// filter.
    pub fn num_hidden(&self) -> usize {
        let hidden = self
            .kinds
            .iter()
            .map(|chart| chart.num_rejected_hidden + chart.num_switched_off + chart.num_filtered);
        hidden.sum()
    }

    /// The point that holds `claim`, with its chart.
    pub fn find(&self, claim: ClaimId) -> Option<(&KindChart, &Point)> {
        self.kinds.iter().find_map(|chart| {
            let point = chart.points.get(chart.find(claim)?)?;
            Some((chart, point))
        })
    }
}

impl KindChart {
    /// The number of the point that holds `claim`.
    pub fn find(&self, claim: ClaimId) -> Option<usize> {
        let at = self.of_claim.binary_search_by_key(&claim, |(id, _)| *id).ok()?;
        self.of_claim.get(at).map(|(_, index)| *index)
    }

    /// The figures that stand on a day, by their numbers: of each line the last running total, and what else is said of
    /// that very day; no source twice with one figure.
    pub fn standing(&self, day: Date) -> Vec<usize> {
        let last = |line: &TotalLine| {
            let until = line.points.partition_point(|index| self.day_at(*index) <= Some(day));
            line.points.get(until.checked_sub(1)?).copied()
        };
        let mut out: Vec<usize> = self.lines.iter().filter_map(last).collect();
        let from = self.points.partition_point(|point| point.day < day);
        let of_day = self.points.iter().enumerate().skip(from);
        let of_day = of_day.take_while(|(_, point)| point.day == day);
        out.extend(
            of_day
                .filter(|(_, point)| point.mark.is_whole())
                .map(|(index, _)| index),
        );
        let key = |index: &usize| {
            self.points
                .get(*index)
                .map(|point| (point.source, point.y, point.figure.high))
        };
        out.sort_by_key(|index| (key(index), std::cmp::Reverse(self.day_at(*index))));
        out.dedup_by_key(|index| key(index));
        out
    }

    fn day_at(&self, index: usize) -> Option<Date> {
        self.points.get(index).map(|point| point.day)
    }

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
