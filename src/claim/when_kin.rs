//! What two time expressions have to do with one another, and with those who are gone since.

use std::ops::Range;

use super::day::Sort;
use super::text::Text;
use super::when::Times;
use super::when_row::{is_long, same_day};
use super::{Happened, Kind};

impl Times {
    /// "a reporter who has been missing since April": one who is gone has been lost then; many go missing one by one.
    pub(super) fn is_lost_since(
        &self,
        text: &Text<'_, '_>,
        index: usize,
        phrase: &Range<usize>,
        outcome: &Range<usize>,
    ) -> bool {
        let missing = text
            .outcome_from(outcome.start)
            .is_some_and(|own| own.kind == Kind::Missing);
        let date = self.rows.get(index).is_some_and(|row| row.sort == Sort::Date);
        missing && date && phrase.clone().all(|at| text.quantity(at).is_none())
    }

    /// True where both stand on words for one day.
    pub(super) fn is_same_day(&self, one: Happened, other: Happened) -> bool {
        let when = |happened: Happened| match happened {
            Happened::Time(index) => self.rows.get(index).map(|row| &row.when),
            _ => None,
        };
        one == other
            || when(one)
                .zip(when(other))
                .is_some_and(|(one, other)| same_day(one, other))
    }

    /// False for a month or a year: the next sentence tells of another harm in it.
    pub(super) fn is_of_days(&self, happened: Happened) -> bool {
        let row = happened.mention().and_then(|index| self.rows.get(index));
        row.is_none_or(|row| !is_long(&row.when))
    }
}
