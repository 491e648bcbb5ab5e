//! What a figure may be compared with: running totals with totals, incidents with the same incident.

use std::borrow::Cow;

use jiff::civil::{Date, Weekday};

use super::corner::corner;
use super::event::Event;
use super::figure::LinkedFigure;
use crate::claim::{Form, Kind, Modality, Scope, VictimClass};
use crate::entity::{Lexicon, folded};
use crate::quantity::Qualifier;
use crate::time::Value;

/// Days between two beginnings that are one: "since Sunday", "this week", "in March".
const SAME_START_DAYS: i32 = 31;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// All since the beginning; with a place, all there.
    Total(Option<String>),
    /// What happened on one day at one place.
    Incident(Date, String),
}

impl Reach {
    /// The place as written.
    pub(super) fn place(&self) -> Option<&str> {
        match self {
            Self::Total(place) => place.as_deref(),
            Self::Incident(_, place) => Some(place),
        }
    }
}

/// What the figure counts; `None` where it can't be compared with any other: parts, fractions, persons by name, denied
/// numbers, "no arrests", incidents without a place.
///
/// A figure said to be of one incident, but without a day or place of its own, is taken for a total: that scope is what
/// the reading falls back to ("36 dead, says the Health Ministry"), unless the analyst set it.
///
/// Where the story is of one event, its toll is a total.
pub(super) fn reach(figure: &LinkedFigure, event: Option<&Event>) -> Option<Reach> {
    let is_zero = figure.figure.high == Some(0);
    let is_denied = figure.modality == Modality::Denied;
    let is_part = figure.part_of && !figure.all_there
        || !figure.is_row && !figure.all_there && is_partitive(&figure.quote)
        || figure.form != Form::Number
        || figure.figure.qualifier == Qualifier::Fraction;
    if is_part || is_denied && !is_zero || figure.figure.anchor().is_none() {
        return None;
    }
    if event.is_some_and(|event| event.holds(figure)) {
        return Some(Reach::Total(corner(figure)));
    }
    let is_anywhere = figure.place.is_none() && figure.scene.is_none();
    let own_day = own_day(figure).filter(|day| !is_anywhere || !counts_since(figure, *day));
    let is_incident = match figure.scope {
        Scope::Total => false,
        // who was received somewhere is there with all who came before
        Scope::Incident if figure.kind == Kind::Displaced => own_day.is_some() || figure.scope_set,
        Scope::Incident => own_day.is_some() || figure.scope_set || is_somewhere(figure),
        Scope::Unknown => own_day.is_some(),
    };
    if is_incident {
        // what happened at the story's own place is told apart by its day alone, so that must be said
        let home = figure.home.as_ref().filter(|_| own_day.is_some());
        let place = figure.place.as_ref().or(figure.scene.as_ref()).or(home)?;
        return Some(Reach::Incident(own_day.or_else(|| figure.day())?, place.clone()));
    }
    if is_zero {
        return None;
    }
    let corner = || corner(figure).filter(|_| !figure.is_row);
    let years = || event.and_then(|event| event.years_of(figure));
    Some(Reach::Total(figure.place.clone().or_else(corner).or_else(years)))
}

/// True where an incident has a place that tells it apart: "the toll of the flood in Georgia is 52" has none.
fn is_somewhere(figure: &LinkedFigure) -> bool {
    let is_land = |place: &String| Lexicon::get().is_land(&folded(place));
    figure.scene.is_some()
        || figure
            .place
            .as_ref()
            .is_some_and(|place| figure.is_row || !is_land(place))
}

/// "41 of them", "85 of the detained".
pub(super) fn is_partitive(quote: &str) -> bool {
    let words: Vec<Cow<'_, str>> = quote.split_whitespace().map(folded).collect();
    words.windows(2).any(|two| match two {
        [of, whole] => of == "of" && matches!(whole.as_ref(), "them" | "the" | "these" | "those" | "whom" | "all"),
        _ => false,
    })
}

/// True where both say since when they count, and it is not about the same day; and where one counts a time that is over:
/// "3,771 died last year".
pub(super) fn periods_differ(a: &LinkedFigure, b: &LinkedFigure) -> bool {
    let period = |figure: &LinkedFigure| {
        let (first, last) = figure.event_date.as_ref()?.days()?;
        (first < last).then_some((first, last))
    };
    let is_over = |figure: &LinkedFigure| {
        let days = figure.day().zip(period(figure));
        days.is_some_and(|(day, (_, last))| (day - last).get_days() > SAME_START_DAYS)
    };
    let begins = |figure: &LinkedFigure| period(figure).and_then(|_| beginning(figure.event_date.as_ref()?));
    let starts = begins(a).zip(begins(b));
    let apart = starts.is_some_and(|(a, b)| days_between(a, b) > SAME_START_DAYS);
    // the dead of one day beside those of years
    let is_day_of = |one: &LinkedFigure, other: &LinkedFigure| {
        let day = one
            .event_date
            .as_ref()
            .and_then(Value::days)
            .filter(|(first, last)| first == last);
        let starts = day.zip(begins(other));
        starts.is_some_and(|((day, _), (_, latest))| (day - latest).get_days() > SAME_START_DAYS)
    };
    let apart = apart || is_day_of(a, b) || is_day_of(b, a);
    apart || is_over(a) != is_over(b)
}

/// The first and the last day on which what is counted can have begun: "since March" is any day of it.
pub(super) fn beginning(value: &Value) -> Option<(Date, Date)> {
    match value {
        Value::Interval(from, _) => from.days(),
        value => value.days().map(|(first, _)| (first, first)),
    }
}

/// Days that lie between two spans of days; 0 where they meet.
pub(super) fn days_between(a: (Date, Date), b: (Date, Date)) -> i32 {
    (a.0 - b.1).get_days().max((b.0 - a.1).get_days()).max(0)
}

/// The one day of the harm, where it is another than that of the statement.
fn own_day(figure: &LinkedFigure) -> Option<Date> {
    let (first, last) = figure.event_date.as_ref()?.days()?;
    (first == last && figure.day() != Some(first)).then_some(first)
}

/// True where the sentence says that it counts since that day: "2,000 people have fled since Friday". Then the day is a
/// beginning, and the figure runs on.
fn counts_since(figure: &LinkedFigure, day: Date) -> bool {
    let weekday = match day.weekday() {
        Weekday::Monday => "monday",
        Weekday::Tuesday => "tuesday",
        Weekday::Wednesday => "wednesday",
        Weekday::Thursday => "thursday",
        Weekday::Friday => "friday",
        Weekday::Saturday => "saturday",
        Weekday::Sunday => "sunday",
    };
    let words: Vec<Cow<'_, str>> = (figure.sentence.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(folded)
        .collect();
    words
        .windows(2)
        .any(|two| matches!(two, [since, on] if since == "since" && on == weekday))
}

/// Classes that are counted together: people, civilians and protesters are often one count under three names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ClassGroup(VictimClass);

impl ClassGroup {
    /// The group of a class.
    pub(super) fn of(class: VictimClass) -> Self {
        match class {
            VictimClass::Civilian | VictimClass::Protester => Self(VictimClass::Unspecified),
            class => Self(class),
        }
    }

    /// The group of a class for a harm: who holds people calls them rioters one day and people the next.
    pub(super) fn among(class: VictimClass, kind: Kind) -> Self {
        match (kind, class) {
            (Kind::Arrested | Kind::Released, VictimClass::Militant) => Self(VictimClass::Unspecified),
            _ => Self::of(class),
        }
    }

    /// True for those who fight or keep order: people of whom others are told apart.
    pub(super) fn takes_part(self) -> bool {
        matches!(self.0, VictimClass::SecurityForce | VictimClass::Militant)
    }

    /// Its stable name.
    pub(super) fn id(self) -> &'static str {
        self.0.id()
    }
}
