//! The table of sources by day or week of one kind: which figure of each source stands when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::chart::KindChart;

/// What a column stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableBy {
    /// A day with a figure.
    #[default]
    Day,
    /// A week with a figure, by its Monday.
    Week,
}

impl TableBy {
    /// The first day of the column that a day stands in.
    fn column(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let since = i64::from(day.weekday().to_monday_zero_offset());
                day.checked_sub(jiff::Span::new().days(since)).unwrap_or(day)
            }
        }
    }
}

/// Rows are sources, columns are days or weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTable {
    /// What a column stands for.
    pub by: TableBy,
    /// The first days of the columns with a figure, in order.
    pub days: Vec<Date>,
    /// By column, the median of what stands in it; of two middle ones the lower.
    pub medians: Vec<Option<u64>>,
    /// The sources with a figure, in the order of their slots.
    pub rows: Vec<DayRow>,
}

/// What one source said.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The source's number in the charts.
    pub source: usize,
    /// As many as there are columns.
    pub cells: Vec<Option<DayCell>>,
    /// By column without a figure, the last one before that still stands, by its number in the chart's points.
    pub carried: Vec<Option<usize>>,
}

/// What one source said on one day or in one week.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCell {
    /// The figure that leads: the newest running total, else the highest figure; its number in the chart's points.
    pub point: usize,
    /// All figures of that column, the leading one first.
    pub points: Vec<usize>,
    /// By how much the running total falls.
    pub fewer: Option<u64>,
}

impl DayTable {
    /// The table of a chart by day.
    pub fn new(chart: &KindChart) -> Self {
        Self::by(chart, TableBy::Day)
    }

    /// The table of a chart.
    pub fn by(chart: &KindChart, by: TableBy) -> Self {
        let mut days: Vec<Date> = chart.points.iter().map(|point| by.column(point.day)).collect();
        days.sort_unstable();
        days.dedup();
        let mut sources: Vec<usize> = chart.points.iter().map(|point| point.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut rows: Vec<DayRow> = sources
            .iter()
            .map(|source| DayRow {
                source: *source,
                cells: vec![None; days.len()],
                carried: vec![None; days.len()],
            })
            .collect();
        for (index, point) in chart.points.iter().enumerate() {
            let row = sources
                .binary_search(&point.source)
                .ok()
                .and_then(|at| rows.get_mut(at));
            let cell = row
                .zip(days.binary_search(&by.column(point.day)).ok())
                .and_then(|(row, at)| row.cells.get_mut(at));
            if let Some(cell) = cell {
                cell.get_or_insert_with(|| DayCell {
                    point: index,
                    points: Vec::new(),
                    fewer: None,
                })
                .points
                .push(index);
            }
        }
        let falling = chart.steps.iter().filter(|step| step.falls);
        let falling: BTreeMap<usize, usize> = falling.map(|step| (step.to, step.from)).collect();
        for row in &mut rows {
            for cell in row.cells.iter_mut().flatten() {
                lead(cell, chart, &falling);
            }
            carry(row, chart);
        }
        let medians = (0..days.len()).map(|at| median(&rows, at, chart)).collect();
        Self {
            by,
            days,
            medians,
            rows,
        }
    }

    /// How many times the median of its column a figure is, as a power of two: -1 is half of it, 1 is twice; `None` where
    /// nothing can be compared.
    pub fn distance(&self, column: usize, figure: u64) -> Option<f32> {
        let median = self.medians.get(column).copied().flatten()?;
        (median > 0 && figure > 0).then(|| (figure as f32 / median as f32).log2())
    }

    /// The figures of the table as lines of cells with tabs between, for the clipboard.
    pub fn lines(&self, head: &str, name: impl Fn(usize) -> String, figure: impl Fn(usize) -> String) -> String {
        let mut out = head.to_owned();
        for day in &self.days {
            out.push('\t');
            out.push_str(&day.to_string());
        }
        out.push('\n');
        for row in &self.rows {
            out.push_str(&name(row.source));
            for cell in &row.cells {
                out.push('\t');
                if let Some(cell) = cell {
                    out.push_str(&figure(cell.point));
                }
            }
            out.push('\n');
        }
        out
    }
}

fn lead(cell: &mut DayCell, chart: &KindChart, falling: &BTreeMap<usize, usize>) {
    let rank = |index: &usize| {
        let point = chart.points.get(*index);
        point.map(|point| {
            let mark = point.mark;
            let whole = (!mark.rejected, !mark.denied, !mark.part);
            (whole, mark.total, point.day, point.y)
        })
    };
    cell.points.sort_by_key(|index| std::cmp::Reverse(rank(index)));
    cell.point = cell.points.first().copied().unwrap_or(cell.point);
    cell.fewer = falling.get(&cell.point).and_then(|from| {
        let (from, to) = (chart.points.get(*from)?, chart.points.get(cell.point)?);
        from.y.checked_sub(to.y)
    });
}

/// What stands goes on standing until the source says something else; a single incident does not.
fn carry(row: &mut DayRow, chart: &KindChart) {
    let mut last = None;
    for (cell, carried) in row.cells.iter().zip(&mut row.carried) {
        match cell {
            Some(cell) => {
                let stands = |index: &&usize| {
                    chart
                        .points
                        .get(**index)
                        .is_some_and(|point| point.mark.stands_for_all())
                };
                last = cell.points.iter().find(stands).copied().or(last);
            }
            None => *carried = last,
        }
    }
}

/// The middle one of the whole figures that stand in a column, one for each source.
fn median(rows: &[DayRow], column: usize, chart: &KindChart) -> Option<u64> {
    let standing = rows.iter().filter_map(|row| {
        let own = row.cells.get(column)?.as_ref().map(|cell| cell.point);
        let index = own.or_else(|| row.carried.get(column).copied().flatten())?;
        let point = chart.points.get(index)?;
        point.mark.is_whole().then_some(point.y)
    });
    let mut standing: Vec<u64> = standing.collect();
    standing.sort_unstable();
    // one figure alone is near to nothing and far from nothing
    let middle = standing.len().checked_sub(1)? / 2;
    standing.get(middle).copied().filter(|_| standing.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::{DayTable, TableBy};
    use crate::claim::Kind;
    use crate::show::testing::store;
    use crate::show::{ChartInput, CompareLook, LinesBy, Sources, kind_chart};

    #[test]
    fn each_source_has_a_row_and_the_total_leads_its_day() {
        let store = store(&[
            (
                "A",
                "2031-03-12",
                "{killed total @Ministry|31 dead}. {killed part @Ministry|40 of them}. {killed @Police|9 dead}.",
            ),
            (
                "A",
                "2031-03-13",
                "{killed total @Ministry|28 dead}. {killed total @Ministry|28}.",
            ),
        ]);
        let look = CompareLook::default();
        let sources = Sources::new(&store, LinesBy::Speaker);
        let chart = kind_chart(&ChartInput::new(&store, &look, &sources, &sources), Kind::Killed);
        let table = DayTable::new(&chart);
        let lines = table.lines(
            "Speaker",
            |source| sources.rows[source].name.clone(),
            |point| format!("{} x{}", chart.points[point].y, chart.points[point].claims.len()),
        );
        assert_eq!(
            lines,
            "Speaker\t2031-03-12\t2031-03-13\nMinistry\t31 x1\t28 x2\nPolice\t9 x1\t\n"
        );
        let falls: Vec<Option<u64>> = table.rows[0].cells.iter().flatten().map(|cell| cell.fewer).collect();
        assert_eq!(falls, [None, Some(3)]);
        assert_eq!(table.rows[0].cells[0].as_ref().map(|cell| cell.points.len()), Some(2));
    }

    #[test]
    fn what_stands_is_carried_on_and_measured_by_the_median() {
        let store = store(&[
            (
                "A",
                "2031-03-10",
                "{killed total @M|20 dead}. {killed total @C|40}. {killed incident @P|9}.",
            ),
            (
                "A",
                "2031-03-12",
                "{killed total @C|80}. {killed part @M|5}. {killed total @H|30}.",
            ),
            ("A", "2031-03-17", "{killed total @M|60}."),
        ]);
        let look = CompareLook::default();
        let sources = Sources::new(&store, LinesBy::Speaker);
        let chart = kind_chart(&ChartInput::new(&store, &look, &sources, &sources), Kind::Killed);
        let shown = |table: &DayTable| -> Vec<String> {
            let y = |index: usize| chart.points[index].y;
            let rows = table.rows.iter().map(|row| {
                let cells = row
                    .cells
                    .iter()
                    .zip(&row.carried)
                    .map(|(cell, carried)| match (cell, carried) {
                        (Some(cell), _) => y(cell.point).to_string(),
                        (None, Some(carried)) => format!("({})", y(*carried)),
                        (None, None) => "-".to_owned(),
                    });
                format!(
                    "{} {}",
                    sources.rows[row.source].name,
                    cells.collect::<Vec<_>>().join(" ")
                )
            });
            rows.collect()
        };
        let table = DayTable::new(&chart);
        assert_eq!(shown(&table), ["M 20 5 60", "C 40 80 (80)", "P 9 - -", "H - 30 (30)"]);
        assert_eq!(table.medians, [Some(20), Some(30), Some(60)]);
        assert_eq!((table.distance(0, 40), table.distance(0, 0)), (Some(1.0), None));
        let weeks = DayTable::by(&chart, TableBy::Week);
        assert_eq!(shown(&weeks), ["M 20 60", "C 80 (80)", "P 9 -", "H 30 (30)"]);
    }
}
