//! Feasts whose day of any year can be worked out.

use jiff::Span as Stretch;
use jiff::civil::{Date, Weekday};

/// A feast, by how its day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feast {
    /// The same month and day in every year.
    Fixed(i8, i8),
    /// So many days from Easter Sunday of the western churches.
    Easter(i16),
    /// So many days from Easter Sunday of the eastern churches.
    EasternEaster(i16),
    /// The fourth Thursday of November.
    Thanksgiving,
}

impl Feast {
    /// Its day in that year; `None` beyond the calendar, or before the calendar of today.
    pub fn day(self, year: i16) -> Option<Date> {
        let days_on = |date: Date, days: i16| date.checked_add(Stretch::new().try_days(days).ok()?).ok();
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Easter(days) => days_on(western_easter(year)?, days),
            Self::EasternEaster(days) => days_on(eastern_easter(year)?, days),
            Self::Thanksgiving => Date::new(year, 11, 1)
                .ok()?
                .nth_weekday_of_month(4, Weekday::Thursday)
                .ok(),
        }
    }
}

/// The first Sunday after the full moon on or after 21 March, by the Gregorian tables.
fn western_easter(year: i16) -> Option<Date> {
    let year32 = i32::from(year).clamp(1583, 9998);
    let golden = year32 % 19;
    let century = year32 / 100;
    let moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year32 + year32 / 4 + moon + 2 - century + century / 4) % 7;
    let from_march = moon - weekday + 28;
    (year32 == i32::from(year)).then(|| from_first_of_march(year, from_march))?
}

/// The same by the Julian tables, as a day of the Gregorian calendar.
fn eastern_easter(year: i16) -> Option<Date> {
    let year32 = i32::from(year).clamp(1583, 9998);
    let moon = (19 * (year32 % 19) + 15) % 30;
    let weekday = (2 * (year32 % 4) + 4 * (year32 % 7) - moon + 34) % 7;
    let calendars_apart = year32 / 100 - year32 / 400 - 2;
    (year32 == i32::from(year)).then(|| from_first_of_march(year, moon + weekday + 22 + calendars_apart))?
}

/// The day that is the `nth` of March, counted on into April and May.
fn from_first_of_march(year: i16, nth: i32) -> Option<Date> {
    let first = Date::new(year, 3, 1).ok()?;
    first.checked_add(Stretch::new().try_days(nth - 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::Feast;

    #[test]
    fn feasts_fall_where_they_fell() {
        let day = |feast: Feast, year| feast.day(year).map(|date| date.to_string()).unwrap_or_default();
        for (year, western, eastern) in [
            (2008, "2008-03-23", "2008-04-27"),
            (2011, "2011-04-24", "2011-04-24"),
            (2016, "2016-03-27", "2016-05-01"),
            (2019, "2019-04-21", "2019-04-28"),
            (2021, "2021-04-04", "2021-05-02"),
            (2024, "2024-03-31", "2024-05-05"),
        ] {
            assert_eq!(day(Feast::Easter(0), year), western);
            assert_eq!(day(Feast::EasternEaster(0), year), eastern);
        }
        assert_eq!(day(Feast::Easter(-2), 2019), "2019-04-19");
        assert_eq!(day(Feast::Thanksgiving, 2019), "2019-11-28");
        assert_eq!(day(Feast::Fixed(2, 29), 2019), "");
    }

    #[test]
    fn the_calendar_ends_without_a_panic() {
        for year in [i16::MIN, -9999, 0, 1582, 9998, 9999, i16::MAX] {
            for feast in [
                Feast::Easter(i16::MAX),
                Feast::EasternEaster(i16::MIN),
                Feast::Thanksgiving,
                Feast::Fixed(99, 99),
            ] {
                let _ = feast.day(year);
            }
        }
    }
}
