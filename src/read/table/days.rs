//! Days as tables write them.

use jiff::civil::Date;

use crate::article::Grid;

/// How a column writes days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayForm {
    /// "2031-03-14", also with a time behind; "14 March 2031", "March 14, 2031".
    Written,
    /// "14/3/2031": the day first.
    DayFirst,
    /// "3/14/2031": the month first.
    MonthFirst,
    /// A number of days from a first one, which is number 1.
    Number,
}

/// Names of months by their first three letters.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Cells that are looked at to see how days are written.
pub(super) const TRIED_CELLS: usize = 2000;

impl DayForm {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Written, Self::DayFirst, Self::MonthFirst, Self::Number];

    /// The word for it in project and settings files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::Number => "number",
        }
    }

    /// The one of a word from a file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// How the cells of a column are best read: the form that reads most of them, of equals the first.
    pub(super) fn of(grid: &Grid, column: usize) -> (Self, usize) {
        let first = Date::new(2000, 1, 1).ok();
        let cells = || grid.rows.iter().take(TRIED_CELLS).map(|row| row.cell(column));
        let read = |form: Self| cells().filter(|cell| form.read(cell, first).is_some()).count();
        let best = Self::ALL.into_iter().map(|form| (form, read(form)));
        best.rev().max_by_key(|(_, count)| *count).unwrap_or((Self::Written, 0))
    }

    /// How the cells of the column of that name are best read.
    pub fn best(grid: &Grid, column: &str) -> Self {
        grid.column(column).map_or(Self::Written, |at| Self::of(grid, at).0)
    }

    /// The day of a cell; `first_day` is number 1. `None` for what is no day, and for numbers without a first day.
    pub fn read(self, cell: &str, first_day: Option<Date>) -> Option<Date> {
        match self {
            Self::Written => written(cell),
            Self::DayFirst => numbers(cell).and_then(|[day, month, year]| date(year, month, day)),
            Self::MonthFirst => numbers(cell).and_then(|[month, day, year]| date(year, month, day)),
            Self::Number => {
                let number: i64 = cell.trim_end_matches(".0").parse().ok()?;
                let days = jiff::Span::new().try_days(number.checked_sub(1)?).ok()?;
                first_day?.checked_add(days).ok()
            }
        }
    }
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    // two digits are this century: tables of counts are hardly older
    let year = if (0..100).contains(&year) { year + 2000 } else { year };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Three numbers with single signs between, the last a year: "14/3/2031", "14.03.31".
fn numbers(cell: &str) -> Option<[i16; 3]> {
    let day = cell.split_whitespace().next()?;
    let mut parts = day.split(['/', '.', '-']).map(|part| part.parse::<i16>().ok());
    let three = [parts.next()??, parts.next()??, parts.next()??];
    (parts.next().is_none() && (three[2] > 31 || day.len() <= 8)).then_some(three)
}

fn written(cell: &str) -> Option<Date> {
    let (head, tail) = cell.split_at_checked(10).unwrap_or((cell, ""));
    if let Ok(date) = head.replace('/', "-").parse::<Date>() {
        return (tail.is_empty() || tail.starts_with(['T', ' '])).then_some(date);
    }
    let parts: Vec<&str> = cell
        .split([' ', ',', '-', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    let month = |name: &str| {
        let name = name.to_lowercase();
        let at = MONTHS.iter().position(|month| name.starts_with(month))?;
        i16::try_from(at + 1).ok()
    };
    let number = |part: &str| {
        part.trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<i16>()
            .ok()
    };
    match parts.as_slice() {
        [a, b, year] if month(b).is_some() => date(year.parse().ok()?, month(b)?, number(a)?),
        [a, b, year] => date(year.parse().ok()?, month(a)?, number(b)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DayForm;

    #[test]
    fn days_are_read() {
        let first = Some(date(2031, 2, 24));
        for (form, cell, day) in [
            (DayForm::Written, "2031-03-14", "2031-03-14"),
            (DayForm::Written, "2031/03/14", "2031-03-14"),
            (DayForm::Written, "2031-03-14T10:00:00Z", "2031-03-14"),
            (DayForm::Written, "14 March 2031", "2031-03-14"),
            (DayForm::Written, "March 14th, 2031", "2031-03-14"),
            (DayForm::Written, "14-Mar-31", "2031-03-14"),
            (DayForm::DayFirst, "3/4/2031", "2031-04-03"),
            (DayForm::DayFirst, "14.03.31", "2031-03-14"),
            (DayForm::MonthFirst, "3/14/2031 0:00", "2031-03-14"),
            (DayForm::Number, "1", "2031-02-24"),
            (DayForm::Number, "19.0", "2031-03-14"),
            (DayForm::Written, "yesterday", "-"),
            (DayForm::Written, "2031-02-30", "-"),
            (DayForm::Written, "14", "-"),
            (DayForm::DayFirst, "14/14/2031", "-"),
            (DayForm::Number, "x", "-"),
            (DayForm::Number, "999999999999", "-"),
        ] {
            let read = form.read(cell, first).map(|day| day.to_string());
            assert_eq!(read.as_deref().unwrap_or("-"), day, "{cell}");
        }
        assert_eq!(DayForm::Number.read("3", None), None);
    }
}
