//! The words of the calendar, as tables.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::hanging::Unit;
use super::value::{DayPart, Season};
use crate::base::WordTable;

/// What one word of the calendar means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Term {
    /// A weekday; false where the word is short for it ("Sun") and needs a date beside it.
    Weekday(Weekday, bool),
    /// "Mondays".
    Weekdays(Weekday),
    /// Month 1 to 12.
    Month(i8),
    /// One stretch of time; true in the plural.
    Unit(Unit, bool),
    /// A part of the day.
    Part(DayPart),
    /// "mornings".
    Parts(DayPart),
    /// A season.
    Season(Season),
    /// First to thirty-first.
    Ordinal(i8),
}

/// Words and what they mean; a month or weekday may end in a full stop.
#[rustfmt::skip]
const TERMS: &[(&str, Term)] = {
    use DayPart::{Afternoon, Evening, Morning, Night};
    use Season::{Autumn, Spring, Summer, Winter};
    use Term::{Month, Ordinal, Part, Unit as Of};
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    &[
        ("monday", Term::Weekday(Monday, true)),
        ("tuesday", Term::Weekday(Tuesday, true)),
        ("wednesday", Term::Weekday(Wednesday, true)),
        ("thursday", Term::Weekday(Thursday, true)),
        ("friday", Term::Weekday(Friday, true)),
        ("saturday", Term::Weekday(Saturday, true)),
        ("sunday", Term::Weekday(Sunday, true)),
        ("mon", Term::Weekday(Monday, false)),
        ("tue", Term::Weekday(Tuesday, false)),
        ("tues", Term::Weekday(Tuesday, false)),
        ("wed", Term::Weekday(Wednesday, false)),
        ("thu", Term::Weekday(Thursday, false)),
        ("thur", Term::Weekday(Thursday, false)),
        ("thurs", Term::Weekday(Thursday, false)),
        ("fri", Term::Weekday(Friday, false)),
        ("sat", Term::Weekday(Saturday, false)),
        ("sun", Term::Weekday(Sunday, false)),
        ("mondays", Term::Weekdays(Monday)),
        ("tuesdays", Term::Weekdays(Tuesday)),
        ("wednesdays", Term::Weekdays(Wednesday)),
        ("thursdays", Term::Weekdays(Thursday)),
        ("fridays", Term::Weekdays(Friday)),
        ("saturdays", Term::Weekdays(Saturday)),
        ("sundays", Term::Weekdays(Sunday)),
        ("january", Month(1)),
        ("february", Month(2)),
        ("march", Month(3)),
        ("april", Month(4)),
        ("may", Month(5)),
        ("june", Month(6)),
        ("july", Month(7)),
        ("august", Month(8)),
        ("september", Month(9)),
        ("october", Month(10)),
        ("november", Month(11)),
        ("december", Month(12)),
        ("jan", Month(1)),
        ("feb", Month(2)),
        ("mar", Month(3)),
        ("apr", Month(4)),
        ("jun", Month(6)),
        ("jul", Month(7)),
        ("aug", Month(8)),
        ("sep", Month(9)),
        ("sept", Month(9)),
        ("oct", Month(10)),
        ("nov", Month(11)),
        ("dec", Month(12)),
        ("second", Of(Unit::Second, false)),
        ("seconds", Of(Unit::Second, true)),
        ("minute", Of(Unit::Minute, false)),
        ("minutes", Of(Unit::Minute, true)),
        ("hour", Of(Unit::Hour, false)),
        ("hours", Of(Unit::Hour, true)),
        ("day", Of(Unit::Day, false)),
        ("days", Of(Unit::Day, true)),
        ("week", Of(Unit::Week, false)),
        ("weeks", Of(Unit::Week, true)),
        ("weekend", Of(Unit::Weekend, false)),
        ("weekends", Of(Unit::Weekend, true)),
        ("month", Of(Unit::Month, false)),
        ("months", Of(Unit::Month, true)),
        ("quarter", Of(Unit::Quarter, false)),
        ("quarters", Of(Unit::Quarter, true)),
        ("year", Of(Unit::Year, false)),
        ("years", Of(Unit::Year, true)),
        ("decade", Of(Unit::Decade, false)),
        ("decades", Of(Unit::Decade, true)),
        ("century", Of(Unit::Century, false)),
        ("centuries", Of(Unit::Century, true)),
        ("morning", Part(Morning)),
        ("dawn", Part(Morning)),
        ("daybreak", Part(Morning)),
        ("sunrise", Part(Morning)),
        ("lunchtime", Part(Afternoon)),
        ("dusk", Part(Evening)),
        ("sunset", Part(Evening)),
        ("sundown", Part(Evening)),
        ("nightfall", Part(Evening)),
        ("afternoon", Part(Afternoon)),
        ("evening", Part(Evening)),
        ("night", Part(Night)),
        ("mornings", Term::Parts(Morning)),
        ("afternoons", Term::Parts(Afternoon)),
        ("evenings", Term::Parts(Evening)),
        ("nights", Term::Parts(Night)),
        ("spring", Term::Season(Spring)),
        ("summer", Term::Season(Summer)),
        ("autumn", Term::Season(Autumn)),
        ("fall", Term::Season(Autumn)),
        ("winter", Term::Season(Winter)),
        ("springtime", Term::Season(Spring)),
        ("summertime", Term::Season(Summer)),
        ("midsummer", Term::Season(Summer)),
        ("wintertime", Term::Season(Winter)),
        ("midwinter", Term::Season(Winter)),
        ("first", Ordinal(1)),
        ("third", Ordinal(3)),
        ("fourth", Ordinal(4)),
        ("fifth", Ordinal(5)),
        ("sixth", Ordinal(6)),
        ("seventh", Ordinal(7)),
        ("eighth", Ordinal(8)),
        ("ninth", Ordinal(9)),
        ("tenth", Ordinal(10)),
        ("eleventh", Ordinal(11)),
        ("twelfth", Ordinal(12)),
        ("thirteenth", Ordinal(13)),
        ("fourteenth", Ordinal(14)),
        ("fifteenth", Ordinal(15)),
        ("sixteenth", Ordinal(16)),
        ("seventeenth", Ordinal(17)),
        ("eighteenth", Ordinal(18)),
        ("nineteenth", Ordinal(19)),
        ("twentieth", Ordinal(20)),
        ("thirtieth", Ordinal(30)),
    ]
};

/// Tens that begin an ordinal or a year in words.
pub(super) const TENS: &[(&str, i16)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Ones and teens that end a year in words.
pub(super) const ONES: &[(&str, i16)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
];

static BY_WORD: LazyLock<WordTable<&'static str, Term>> = LazyLock::new(|| TERMS.iter().copied().collect());

/// True for the name of a month, whole or cut short ("sept."), lower case.
pub fn is_month(lower: &str) -> bool {
    matches!(term(lower), Some(Term::Month(_)))
}

/// "after Friday prayers": an hour of the day that is told, not another day; lower case.
pub fn is_worship(lower: &str) -> bool {
    matches!(lower, "prayers" | "prayer" | "mass" | "sermon" | "services")
}

/// The meaning of a word of the calendar, with or without a possessive ending or the stop of an abbreviation.
pub(super) fn term(lower: &str) -> Option<Term> {
    BY_WORD
        .get(lower)
        .or_else(|| BY_WORD.get(lower.strip_suffix("'s").or_else(|| lower.strip_suffix('.'))?))
        .copied()
}

/// The value of a word in a table.
pub(super) fn in_table(table: &[(&str, i16)], word: &str) -> Option<i16> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}
