//! The table of sources by day of one kind: which figure each source gave on which day.

use jiff::civil::Date;

use super::chart::KindChart;

/// Rows are sources, columns are days.
#[derive(Clone, Debug, PartialEq)]
pub struct DayTable {
    /// The days with a figure, in order.
    pub days: Vec<Date>,
    /// The sources with a figure, in the order of their slots.
    pub rows: Vec<DayRow>,
}

/// What one source said.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The source's number in the charts.
    pub source: usize,
    /// As many as there are days.
    pub cells: Vec<Option<DayCell>>,
}

/// What one source said on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCell {
    /// The figure that leads: the highest running total, else the highest figure; its number in the chart's points.
    pub point: usize,
    /// All figures of that day, the leading one first.
    pub points: Vec<usize>,
    /// By how much the running total falls.
    pub fewer: Option<u64>,
}

impl DayTable {
    /// The table of a chart.
    pub fn new(chart: &KindChart) -> Self {
        let mut days: Vec<Date> = chart.points.iter().map(|point| point.day).collect();
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
            })
            .collect();
        for (index, point) in chart.points.iter().enumerate() {
            let row = sources
                .binary_search(&point.source)
                .ok()
                .and_then(|at| rows.get_mut(at));
            let cell = row
                .zip(days.binary_search(&point.day).ok())
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
        for cell in rows.iter_mut().flat_map(|row| row.cells.iter_mut().flatten()) {
            lead(cell, chart);
        }
        Self { days, rows }
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

fn lead(cell: &mut DayCell, chart: &KindChart) {
    let rank = |index: &usize| {
        let point = chart.points.get(*index);
        point.map(|point| {
            let mark = point.mark;
            (!mark.rejected, !mark.denied, !mark.part, mark.total, point.y)
        })
    };
    cell.points.sort_by_key(|index| std::cmp::Reverse(rank(index)));
    cell.point = cell.points.first().copied().unwrap_or(cell.point);
    let step = chart.steps.iter().find(|step| step.to == cell.point && step.falls);
    cell.fewer = step.and_then(|step| {
        let (from, to) = (chart.points.get(step.from)?, chart.points.get(step.to)?);
        from.y.checked_sub(to.y)
    });
}

#[cfg(test)]
mod tests {
    use super::DayTable;
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
}
