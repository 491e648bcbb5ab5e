//! Figures, days and states in the words of the interface.

use jiff::civil::{Date, Weekday};

use super::look::DaysBy;
use crate::claim::{Kind, Modality, Scope, VictimClass};
use crate::dating::Basis;
use crate::link::Reason;
use crate::quantity::{Figure, Qualifier};
use crate::store::{Field, Role, RulingState, Status, Store};
use crate::time::{DayPart, Reference, Season, Value};

/// Shown where nobody is named.
pub const NOT_STATED: &str = "Not stated";

/// "Killed".
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Killed => "Killed",
        Kind::Injured => "Injured",
        Kind::Casualties => "Casualties",
        Kind::Missing => "Missing",
        Kind::Arrested => "Arrested",
        Kind::Released => "Released",
        Kind::Abducted => "Abducted",
        Kind::Displaced => "Displaced",
        Kind::Other(other) => other.name(),
    }
}

/// "Unreviewed".
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Unreviewed => "Unreviewed",
        Status::Accepted => "Accepted",
        Status::Corrected => "Corrected",
        Status::ByHand => "By hand",
        Status::Rejected => "Rejected",
    }
}

/// "Settled".
pub fn ruling_state(state: RulingState) -> &'static str {
    match state {
        RulingState::Open => "Open",
        RulingState::Settled => "Settled",
        RulingState::NoConflict => "Not a conflict",
    }
}

/// "Running total".
pub fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Total => "Running total",
        Scope::Incident => "Incident",
        Scope::Unknown => "Unknown",
    }
}

/// "As of", before a day or a range of days.
pub fn days_by(by: DaysBy) -> &'static str {
    match by {
        DaysBy::AsOf => "As of",
        DaysBy::Event => "Happened",
        DaysBy::Published => "Published",
    }
}

/// "Security forces".
pub fn class(class: VictimClass) -> &'static str {
    match class {
        VictimClass::Civilian => "Civilians",
        VictimClass::Protester => "Protesters",
        VictimClass::SecurityForce => "Security forces",
        VictimClass::Militant => "Militants",
        VictimClass::Official => "Officials",
        VictimClass::Journalist => "Journalists",
        VictimClass::Other => "Others",
        VictimClass::Unspecified => "class not stated",
    }
}

/// "Said to be so".
pub fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Asserted => "Asserted",
        Modality::ReportedUncertain => "Uncertain",
        Modality::Denied => "Denied",
    }
}

/// What a publication date stands on: "dateline".
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Given => "given",
        Basis::Metadata => "page metadata",
        Basis::Dateline => "dateline",
        Basis::Inferred => "inferred",
        Basis::FileName => "file name or properties",
    }
}

/// The field's name beside its value.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Kind => "Kind",
        Field::Figure => "Figure",
        Field::Victims => "Victims",
        Field::VictimClass => "Class",
        Field::Speaker => "Speaker",
        Field::Relay => "Relay",
        Field::AsOf => "As of",
        Field::EventDate => "Happened",
        Field::Place => "Place",
        Field::Scope => "Scope",
        Field::PartOf => "Part of",
        Field::Modality => "Modality",
        Field::Span => "Words",
        Field::Role(of) => role(of),
    }
}

/// What words in the text are to the selected claim: "speaker".
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Number => "number",
        Role::Outcome => "harm",
        Role::Victims => "victims",
        Role::Speaker => "speaker",
        Role::Relay => "relay",
        Role::AsOf => "as of",
        Role::EventDate => "happened",
        Role::Place => "place",
    }
}

/// "4,400".
pub fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "1 claim", "6 claims", "1,200 claims".
pub fn count(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", number(count as u64))
}

/// The figure with its sign: "> 4,400", "≥ 71", "1,000–1,200", "≈ 50", "no number".
pub fn figure(figure: &Figure) -> String {
    let signed = |sign: &str, number_shown: Option<u64>| {
        number_shown.map(|shown| {
            let space = if sign.is_empty() { "" } else { "\u{a0}" };
            format!("{sign}{space}{}", number(shown))
        })
    };
    let words = match figure.qualifier {
        Qualifier::Exact => signed("", figure.anchor()),
        Qualifier::About => signed("≈", figure.anchor()),
        Qualifier::AtLeast | Qualifier::Vague => signed("≥", figure.anchor()),
        Qualifier::MoreThan => signed(">", figure.anchor()),
        Qualifier::UpTo => signed("≤", figure.anchor()),
        Qualifier::Almost | Qualifier::LessThan => signed("<", figure.anchor()),
        Qualifier::Range => return range(figure),
        Qualifier::Fraction => signed("≈", figure.value),
    };
    words.unwrap_or_else(|| "no number".to_owned())
}

fn range(figure: &Figure) -> String {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        (Some(low), None) => format!("≥\u{a0}{}", number(low)),
        (None, Some(high)) => format!("≤\u{a0}{}", number(high)),
        (None, None) => "no number".to_owned(),
    }
}

/// What the lower and the upper end of the bounds are called under the bar.
pub fn bounds(figure: &Figure) -> (String, String) {
    let low = match (figure.low, figure.qualifier) {
        (Some(low), Qualifier::MoreThan) => format!("{}, not included", number(low)),
        (Some(low), _) => number(low),
        (None, _) => "no lower bound".to_owned(),
    };
    let high = match (figure.high, figure.qualifier) {
        (Some(high), Qualifier::Almost | Qualifier::LessThan) => format!("{}, not included", number(high)),
        (Some(high), _) => number(high),
        (None, _) => "no upper bound".to_owned(),
    };
    (low, high)
}

/// "Friday".
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "Fri".
pub fn weekday_short(day: Weekday) -> &'static str {
    weekday(day).get(..3).unwrap_or_default()
}

/// "March", for 1 to 12.
pub fn month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or_default()
}

/// "Fri 14 March 2031".
pub fn day(date: Date) -> String {
    format!(
        "{} {} {} {}",
        weekday_short(date.weekday()),
        date.day(),
        month(date.month()),
        date.year()
    )
}

/// "Fri 14 March".
pub fn day_short(date: Date) -> String {
    format!("{} {}", weekday_short(date.weekday()), day_and_month(date))
}

/// "14 March".
pub fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month(date.month()))
}

/// The only year in which the articles of a project were published; `None` where there are several or none is known: then
/// days need their year.
pub fn only_year(store: &Store) -> Option<i16> {
    let mut years = store.articles().filter_map(|article| Some(article.published()?.year()));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// The year that all days from the first to the last are of; `None` where there are several or no days.
pub fn year_of(days: Option<(Date, Date)>) -> Option<i16> {
    let (first, last) = days?;
    (first.year() == last.year()).then_some(first.year())
}

/// "14 March", with the year where it is not the `only` one.
pub fn date_among(date: Date, only: Option<i16>) -> String {
    if only == Some(date.year()) {
        day_and_month(date)
    } else {
        format!("{} {}", day_and_month(date), date.year())
    }
}

/// "Fri 14 March"; where the year is not the `only` one that counts more than the weekday: "14 March 2031".
pub fn day_among(date: Date, only: Option<i16>) -> String {
    if only == Some(date.year()) {
        day_short(date)
    } else {
        date_among(date, only)
    }
}

/// Why something is concluded, its days as "14 March", with the year where it is not the `only` one.
pub fn reason(reason: &Reason, only: Option<i16>) -> String {
    reason.written(|date| date_among(date, only))
}

/// "Friday 14 March".
pub fn day_head(date: Date) -> String {
    format!("{} {}", weekday(date.weekday()), day_and_month(date))
}

/// "Fri 14", for axes.
pub fn day_tick(date: Date) -> String {
    format!("{} {}", weekday_short(date.weekday()), date.day())
}

/// A time value in words: "Fri 14 March 2031", "10 – 14 March 2031", "March 2031".
pub fn time(value: &Value) -> String {
    match value {
        Value::Day(date) => day(*date),
        Value::PartOfDay(date, part) => format!("{}, {}", day(*date), day_part(*part)),
        Value::Month(year, number) => format!("{} {year}", month(*number)),
        Value::Year(year) => year.to_string(),
        Value::Week(year, week) => format!("week {week} of {year}"),
        Value::Weekend(year, week) => format!("weekend of week {week}, {year}"),
        Value::Quarter(year, quarter) => format!("quarter {quarter} of {year}"),
        Value::Half(year, half) => format!("half {half} of {year}"),
        Value::Season(year, which) => format!("{} {year}", season(*which)),
        Value::Decade(decade) => format!("{decade}0s"),
        Value::Interval(from, to) => interval(from, to),
        Value::Duration(words) => words.clone(),
        Value::Reference(Reference::Present) => "now".to_owned(),
        Value::Reference(Reference::Past) => "in the past".to_owned(),
        Value::Reference(Reference::Future) => "in the future".to_owned(),
    }
}

fn interval(from: &Value, to: &Value) -> String {
    if let (Value::Day(from), Value::Day(to)) = (from, to) {
        if from.year() == to.year() && from.month() == to.month() {
            return format!("{} – {} {}", from.day(), day_and_month(*to), to.year());
        }
        if from.year() == to.year() {
            return format!("{} – {} {}", day_and_month(*from), day_and_month(*to), to.year());
        }
    }
    format!("{} – {}", time(from), time(to))
}

fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
    }
}

/// The part of a day of its word.
pub fn day_part_of(word: &str) -> Option<DayPart> {
    let all = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening, DayPart::Night];
    all.into_iter()
        .find(|part| day_part(*part).eq_ignore_ascii_case(word.trim()))
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

/// The words in one line, with single blanks.
pub fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts `words` to at most `max` characters, with an ellipsis where something went.
pub fn short(words: &str, max: usize) -> String {
    let flat = flat(words);
    if flat.chars().count() <= max {
        return flat;
    }
    let mut cut: String = flat.chars().take(max.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{bounds, day, figure, number, short, time};
    use crate::quantity::{Figure, Qualifier};
    use crate::time::Value;

    #[test]
    fn figures_carry_their_sign() {
        let plain = |shown: Figure| figure(&shown).replace('\u{a0}', " ");
        assert_eq!(plain(Figure::hedged(4400, Qualifier::MoreThan)), "> 4,400");
        assert_eq!(plain(Figure::hedged(71, Qualifier::AtLeast)), "≥ 71");
        assert_eq!(plain(Figure::range(1000, 1200)), "1,000–1,200");
        assert_eq!(plain(Figure::hedged(50, Qualifier::About)), "≈ 50");
        assert_eq!(plain(Figure::hedged(120, Qualifier::Almost)), "< 120");
        assert_eq!(plain(Figure::vague(Some(24))), "≥ 24");
        assert_eq!(plain(Figure::vague(None)), "no number");
        assert_eq!(plain(Figure::fraction()), "no number");
        assert_eq!(plain(Figure::exact(29)), "29");
        assert_eq!(number(1_234_567), "1,234,567");
        let (low, high) = bounds(&Figure::hedged(4400, Qualifier::MoreThan));
        assert_eq!((low.as_str(), high.as_str()), ("4,400, not included", "no upper bound"));
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(day(date(2031, 3, 14)), "Fri 14 March 2031");
        let shown = |words: &str| Value::parse(words).map(|value| time(&value));
        assert_eq!(shown("2031-03-10/2031-03-14").as_deref(), Some("10 – 14 March 2031"));
        assert_eq!(
            shown("2031-02-28/2031-03-14").as_deref(),
            Some("28 February – 14 March 2031")
        );
        assert_eq!(shown("2031-03").as_deref(), Some("March 2031"));
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(short("one  two\nthree", 40), "one two three");
        assert_eq!(short("one two three", 8), "one two…");
    }
}
