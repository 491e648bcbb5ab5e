//! The axes of charts: round figures, and days, weeks, months or years by zoom.

use jiff::civil::Date;

use super::chart::{day_number, day_of_number};
use super::look::Scale;
use super::words;

/// How far above the base line the lowest power of ten stands on a logarithmic axis, in powers of ten; zero lies on
/// the base line.
const ZERO_GAP: f64 = 0.35;

/// The axis of figures of one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureAxis {
    form: Form,
    /// The height of the whole axis, in its own unit.
    pub height: f64,
    /// Round figures with their place on the axis.
    pub ticks: Vec<(u64, f64)>,
}

/// How figures become heights.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// As they are.
    Linear,
    /// By their logarithm, from this power of ten on; zero lies apart.
    Log(i32),
    /// By the logarithm of one more than they are: zero and one stand on the axis itself.
    SymLog,
}

impl FigureAxis {
    /// An axis for figures from `lowest` (of those above zero) to `top`, with about `num_ticks` round figures.
    pub fn new(scale: Scale, lowest: u64, top: u64, num_ticks: usize) -> Self {
        match scale {
            Scale::Linear => Self::linear(top.max(1), num_ticks.max(1)),
            Scale::Log => Self::log(lowest.max(1), top.max(1), num_ticks.max(1)),
            Scale::SymLog => Self::symlog(top.max(1), num_ticks.max(1)),
        }
    }

    fn linear(top: u64, num_ticks: usize) -> Self {
        // Room above the highest mark for its arrow.
        let height = top as f64 * 1.16;
        let step = round_step(height / num_ticks as f64);
        let ticks = (0..).map(|nth| nth * step).take_while(|tick| *tick as f64 <= height);
        Self {
            form: Form::Linear,
            height,
            ticks: ticks.map(|tick| (tick, tick as f64)).collect(),
        }
    }

    fn log(lowest: u64, top: u64, num_ticks: usize) -> Self {
        let base = lowest.ilog10().cast_signed();
        let mut axis = Self {
            form: Form::Log(base),
            height: 1.0,
            ticks: vec![(0, 0.0)],
        };
        axis.height = (axis.at(top) + 0.12).max(ZERO_GAP + 0.5);
        axis.add_powers(10_u64.checked_pow(base.cast_unsigned()), num_ticks);
        axis
    }

    fn symlog(top: u64, num_ticks: usize) -> Self {
        let mut axis = Self {
            form: Form::SymLog,
            height: 1.0,
            ticks: vec![(0, 0.0)],
        };
        axis.height = axis.at(top) * 1.06 + 0.08;
        axis.add_powers(Some(1), num_ticks);
        axis
    }

    /// The powers of ten from `first` on; where there is room also 2 and 5 times each.
    fn add_powers(&mut self, first: Option<u64>, num_ticks: usize) {
        let fine = self.height.ceil() * 2.0 <= num_ticks as f64;
        let mut power = first;
        while let Some(tick) = power {
            let steps: &[u64] = if fine { &[1, 2, 5] } else { &[1] };
            for value in steps.iter().filter_map(|step| tick.checked_mul(*step)) {
                if self.at(value) <= self.height {
                    self.ticks.push((value, self.at(value)));
                }
            }
            power = tick.checked_mul(10).filter(|next| self.at(*next) <= self.height);
        }
    }

    /// Where `figure` stands on the axis.
    pub fn at(&self, figure: u64) -> f64 {
        match self.form {
            Form::Linear => figure as f64,
            Form::Log(_) if figure == 0 => 0.0,
            Form::Log(base) => ((figure as f64).log10() - f64::from(base) + ZERO_GAP).max(0.0),
            Form::SymLog => (figure as f64 + 1.0).log10(),
        }
    }
}

/// The smallest of 1, 2, 5, 10, 20, 25, 50 ... that is not below `least`.
fn round_step(least: f64) -> u64 {
    let mut power = 1_u64;
    loop {
        for tenths in [10, 20, 25, 50] {
            let step = power.saturating_mul(tenths) / 10;
            let whole = power > 1 || tenths != 25;
            if whole && step as f64 >= least {
                return step;
            }
        }
        match power.checked_mul(10) {
            Some(next) => power = next,
            None => return u64::MAX,
        }
    }
}

/// A label under the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct DateTick {
    /// Where its line stands, in days since 1970-01-01: the midnight at which the time begins.
    pub line: f64,
    /// Where its label is centred.
    pub label_at: f64,
    /// "Fri 14", "10 March", "March", "2031".
    pub label: String,
    /// The days that it stands for.
    pub days: (Date, Date),
}

/// Ticks from `from` to `to` (days since 1970-01-01) on an axis `width` points wide: days, weeks, months or years,
/// so that labels keep clear of each other.
pub fn date_ticks(from: f64, to: f64, width: f64) -> Vec<DateTick> {
    let points_per_day = width / (to - from).max(0.01);
    let unit = match points_per_day {
        wide if wide >= 1000.0 => Unit::Hours(3),
        wide if wide >= 420.0 => Unit::Hours(6),
        wide if wide >= 42.0 => Unit::Days,
        wide if wide >= 10.0 => Unit::Weeks,
        wide if wide >= 2.2 => Unit::Months(1),
        wide if wide >= 0.75 => Unit::Months(3),
        wide if wide >= 0.16 => Unit::Years(1),
        wide => Unit::Years(((0.16 / wide).ceil() as i16).max(2)),
    };
    if let Unit::Hours(step) = unit {
        return hour_ticks(from, to, step);
    }
    let mut ticks: Vec<DateTick> = Vec::new();
    let mut start = day_of_number(from.floor() as i64).map(|day| unit.start(day));
    while let Some(day) = start {
        let Some(next) = unit.next(day).filter(|_| (day_number(day) as f64) < to) else {
            break;
        };
        let line = day_number(day) as f64;
        let end = day_number(next) as f64;
        let last = next.yesterday().unwrap_or(day);
        let label_at = if unit == Unit::Days { line + 0.5 } else { line };
        let new_year = ticks.last().is_some_and(|tick| tick.days.0.year() != day.year());
        let tick = DateTick {
            line,
            label_at,
            label: unit.label(day, new_year || ticks.is_empty()),
            days: (day, last),
        };
        if end > from {
            ticks.push(tick);
        }
        start = Some(next);
    }
    ticks
}

/// Every `step` hours; at midnight the day.
fn hour_ticks(from: f64, to: f64, step: u8) -> Vec<DateTick> {
    let hours = (from * 24.0).floor() as i64..=(to * 24.0).ceil() as i64;
    let ticks = hours
        .filter(|hour| hour.rem_euclid(i64::from(step)) == 0)
        .filter_map(|hour| {
            let line = hour as f64 / 24.0;
            let day = day_of_number(hour.div_euclid(24)).filter(|_| line >= from && line < to)?;
            let label = match hour.rem_euclid(24) {
                0 => words::day_tick(day),
                of_day => format!("{of_day:02}:00"),
            };
            Some(DateTick {
                line,
                label_at: line,
                label,
                days: (day, day),
            })
        });
    ticks.collect()
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Hours(u8),
    Days,
    Weeks,
    Months(i8),
    Years(i16),
}

impl Unit {
    /// The start of the unit that holds `day`.
    fn start(self, day: Date) -> Date {
        match self {
            Self::Hours(_) | Self::Days => day,
            Self::Weeks => {
                let since_monday = i64::from(day.weekday().to_monday_zero_offset());
                day_of_number(day_number(day) - since_monday).unwrap_or(day)
            }
            Self::Months(step) => {
                let month = (day.month() - 1) / step * step + 1;
                Date::new(day.year(), month, 1).unwrap_or(day)
            }
            Self::Years(step) => Date::new(day.year() / step * step, 1, 1).unwrap_or(day),
        }
    }

    fn next(self, start: Date) -> Option<Date> {
        match self {
            Self::Hours(_) | Self::Days => start.tomorrow().ok(),
            Self::Weeks => day_of_number(day_number(start) + 7),
            Self::Months(step) => start.checked_add(jiff::Span::new().months(step)).ok(),
            Self::Years(step) => start.checked_add(jiff::Span::new().years(step)).ok(),
        }
    }

    fn label(self, day: Date, with_year: bool) -> String {
        match self {
            Self::Hours(_) | Self::Days => words::day_tick(day),
            Self::Weeks => format!("{} {}", day.day(), month_short(day)),
            Self::Months(_) if with_year => format!("{} {}", month_short(day), day.year()),
            Self::Months(_) => month_short(day).to_owned(),
            Self::Years(_) => day.year().to_string(),
        }
    }
}

fn month_short(day: Date) -> &'static str {
    words::month(day.month()).get(..3).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{FigureAxis, Scale, date_ticks, day_number};
    use jiff::civil::date;

    fn ticks(scale: Scale, lowest: u64, top: u64, num: usize) -> Vec<u64> {
        let axis = FigureAxis::new(scale, lowest, top, num);
        axis.ticks.iter().map(|(tick, _)| *tick).collect()
    }

    #[test]
    fn figures_are_round_and_zero_is_on_the_axis() {
        assert_eq!(ticks(Scale::Linear, 3, 71, 5), [0, 20, 40, 60, 80]);
        assert_eq!(ticks(Scale::Linear, 3, 7000, 5), [0, 2000, 4000, 6000, 8000]);
        assert_eq!(ticks(Scale::Linear, 3, 71, 4), [0, 25, 50, 75]);
        assert_eq!(ticks(Scale::Linear, 1, 1, 5), [0, 1]);
        assert_eq!(ticks(Scale::Linear, 1, 0, 0), [0]);
        assert_eq!(ticks(Scale::Log, 3, 71, 3), [0, 1, 10]);
        assert_eq!(ticks(Scale::Log, 120, 7000, 3), [0, 100, 1000]);
        assert_eq!(ticks(Scale::Log, 12, 71, 6), [0, 10, 20, 50]);
        assert_eq!(ticks(Scale::SymLog, 3, 71, 3), [0, 1, 10, 100]);
        assert_eq!(ticks(Scale::SymLog, 3, 71, 6), [0, 1, 2, 5, 10, 20, 50, 100]);
        let axis = FigureAxis::new(Scale::SymLog, 3, u64::MAX, 3);
        assert!(axis.at(0) == 0.0 && axis.at(1) > 0.2 && axis.at(u64::MAX) < axis.height);
        let axis = FigureAxis::new(Scale::Log, 3, u64::MAX, 3);
        assert_eq!(axis.at(0), 0.0);
        assert!(axis.at(1) > 0.0 && axis.at(u64::MAX) < axis.height);
    }

    #[track_caller]
    fn check(from: jiff::civil::Date, to: jiff::civil::Date, width: f64, expected: &str) {
        let ticks = date_ticks(day_number(from) as f64, day_number(to) as f64, width);
        let labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels.join(", "), expected);
    }

    #[test]
    fn dates_are_labelled_by_zoom() {
        check(
            date(2031, 3, 10),
            date(2031, 3, 12),
            1000.0,
            "Mon 10, 06:00, 12:00, 18:00, Tue 11, 06:00, 12:00, 18:00",
        );
        check(
            date(2031, 3, 10),
            date(2031, 3, 15),
            800.0,
            "Mon 10, Tue 11, Wed 12, Thu 13, Fri 14",
        );
        check(
            date(2031, 3, 10),
            date(2031, 4, 5),
            800.0,
            "10 Mar, 17 Mar, 24 Mar, 31 Mar",
        );
        check(
            date(2030, 11, 10),
            date(2031, 3, 5),
            600.0,
            "Nov 2030, Dec, Jan 2031, Feb, Mar",
        );
        check(
            date(2029, 11, 10),
            date(2031, 3, 5),
            400.0,
            "Oct 2029, Jan 2030, Apr, Jul, Oct, Jan 2031",
        );
        check(date(2011, 1, 1), date(2014, 1, 1), 500.0, "2011, 2012, 2013");
        check(
            date(1990, 1, 1),
            date(2030, 1, 1),
            500.0,
            "1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025",
        );
    }
}
