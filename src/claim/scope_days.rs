//! Whether two counts are of one day, as far as the words tell it before the article's own day is known.

use super::scope_alone::tells_day;
use super::text::Text;
use super::{Draft, Happened};
use crate::time::{DayPart, Hanging, Relative, TimeMention, Value, When};

/// The day of a harm without the hour.
#[derive(PartialEq)]
pub(super) enum Day<'t> {
    /// No word tells it.
    Unsaid,
    /// The words alone tell it.
    Known(Value),
    /// "Friday", "overnight"
    Hanging(Hanging),
    /// From there on.
    From(&'t When),
    /// As far from another day.
    Of(Happened),
}

/// The time expressions of an article.
#[derive(Clone, Copy)]
pub(super) struct Days<'t>(pub(super) &'t [TimeMention]);

impl<'t> Days<'t> {
    pub(super) fn of(self, happened: Happened) -> Day<'t> {
        let when = |index: usize| self.0.get(index).map(|time| &time.when);
        match happened {
            Happened::Unsaid => Day::Unsaid,
            Happened::Time(index) => match when(index) {
                Some(When::Known(Value::PartOfDay(day, _))) => Day::Known(Value::Day(*day)),
                Some(When::Known(value)) => Day::Known(value.clone()),
                // "overnight" may be the end of any day
                Some(When::Hanging(hanging)) if is_night(*hanging) => Day::Unsaid,
                Some(When::Hanging(hanging)) => Day::Hanging(Hanging::from(hanging.relative)),
                _ => Day::Of(happened),
            },
            Happened::Since(index) | Happened::SinceMonth(index) | Happened::Between(index, _) => {
                when(index).map_or(Day::Unsaid, Day::From)
            }
            Happened::Away { .. } => Day::Of(happened),
        }
    }

    /// Whether no day is told of it.
    pub(super) fn is_unsaid(self, happened: Happened) -> bool {
        self.of(happened) == Day::Unsaid
    }

    /// Whether words beside each of the two tell of different days: a month and a day of it do not.
    pub(super) fn differ(self, text: &Text<'_, '_>, one: &Draft, other: &Draft) -> bool {
        let told = |draft: &Draft| {
            let sentence = text.sentence(text.scan.token_at(draft.claim.span.start()));
            is_day(&self.of(draft.happened)) && tells_day(text, draft, &sentence)
        };
        told(one) && told(other) && self.same(one.happened, other.happened) == Some(false)
    }

    /// Whether the two are told of the same day; `None` where one of them is told of none.
    pub(super) fn same(self, one: Happened, other: Happened) -> Option<bool> {
        let (one, other) = (self.of(one), self.of(other));
        (one != Day::Unsaid && other != Day::Unsaid).then(|| one == other)
    }
}

fn is_day(day: &Day<'_>) -> bool {
    match day {
        Day::Known(value) => matches!(value, Value::Day(_)),
        Day::Hanging(hanging) => matches!(
            hanging.relative,
            Relative::Days(..) | Relative::Weekday(..) | Relative::MonthDay(..) | Relative::DayOfMonth(_)
        ),
        _ => false,
    }
}

fn is_night(hanging: Hanging) -> bool {
    hanging.relative == Relative::Days(0, None) && hanging.part == Some(DayPart::Night)
}
