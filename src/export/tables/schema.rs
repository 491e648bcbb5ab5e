//! Tables in the columns of other projects: which claims go in, which are left out and counted, and the method beside them.

use super::columns::Row;
use super::csv::{BYTE_ORDER_MARK, method_file};
use super::method::About;
use super::{BOM, HARMS, METHOD, SUPERSEDED, TOTALS, each_row};
use crate::claim::{Kind, Modality, Scope};
use crate::export::cell;
use crate::export::formats::{ExportError, ExportInput, ExportOption, ExportOptions, Output, Watch};
use crate::show::{ChartSettings, words};
use crate::store::Status;

/// What holds for all of them.
pub(super) const POLICIES: &[&str] = &[
    "A row is one reported figure of one article, not one event: figures of several sources for one event are rows of \
     their own. Do not add rows up before you chose one for each event.",
    "Rejected claims and claims that are said to be false (denied) are left out. Unreviewed claims are in where they were \
     asked for; the column “status” tells.",
    "Superseded figures (a later total of the same source, a correction, another figure preferred by you) are kept with the \
     reason in “superseded”, or left out where that was chosen.",
    "Running totals are marked in “scope”, or left out where that was chosen; parts of another figure are marked in \
     “part_of”.",
];

/// A table in the columns of another project.
pub(super) struct Schema<'s> {
    /// Its name.
    pub(super) label: &'s str,
    /// Its columns with what they tell.
    pub(super) columns: &'s [(&'s str, &'s str)],
    /// Its own policies, after those of all.
    pub(super) policies: &'s [&'s [&'s str]],
    /// The options that it knows.
    pub(super) options: &'s [&'s ExportOption],
}

/// Claims that were left out, by reason.
#[derive(Default)]
struct LeftOut {
    rejected: usize,
    denied: usize,
    superseded: usize,
    totals: usize,
    harms: usize,
}

impl LeftOut {
    /// Whether the row stays out; counts it then.
    fn takes(&mut self, row: &Row<'_>, schema: &Schema<'_>, options: &ExportOptions) -> bool {
        let chose =
            |option: &ExportOption, value: &str| schema.options.contains(&option) && options.value(option) == value;
        let claim = row.claim();
        let counter = if row.record.status() == Status::Rejected {
            &mut self.rejected
        } else if claim.modality == Modality::Denied {
            &mut self.denied
        } else if chose(&HARMS, "killed") && claim.kind != Kind::Killed {
            &mut self.harms
        } else if chose(&TOTALS, "leave_out") && claim.scope == Scope::Total {
            &mut self.totals
        } else if chose(&SUPERSEDED, "leave_out") && row.replaced.why(row.record.id).is_some() {
            &mut self.superseded
        } else {
            return false;
        };
        *counter += 1;
        true
    }

    fn notes(&self) -> Vec<String> {
        let parts = [
            (self.rejected, "rejected"),
            (self.denied, "said to be false"),
            (self.harms, "of another harm than deaths"),
            (self.totals, "running totals"),
            (self.superseded, "superseded"),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        parts
            .map(|(count, why)| format!("{} left out: {why}.", words::count(count, "claim")))
            .collect()
    }
}

/// Goes over the claims that a schema takes; gives how many there were, and what was left out and why.
pub(super) fn each_taken(
    input: &ExportInput<'_>,
    (schema, options): (&Schema<'_>, &ExportOptions),
    watch: &Watch<'_>,
    mut take: impl FnMut(&Row<'_>) -> Result<(), ExportError>,
) -> Result<(usize, Vec<String>), ExportError> {
    let mut left_out = LeftOut::default();
    let mut count = 0;
    each_row(input, watch, |row| {
        if left_out.takes(row, schema, options) {
            return Ok(());
        }
        count += 1;
        take(row)
    })?;
    Ok((count, left_out.notes()))
}

/// Writes such a table as CSV, each claim as the rows that `cells` gives by the project's policies.
pub(super) fn write(
    input: &ExportInput<'_>,
    (schema, options): (&Schema<'_>, &ExportOptions),
    watch: &Watch<'_>,
    cells: impl Fn(&Row<'_>, &ChartSettings) -> Vec<Vec<String>>,
) -> Result<Output, ExportError> {
    let settings = ChartSettings::of(input.store);
    let mut out = String::new();
    if options.is_on(&BOM) {
        out.push_str(BYTE_ORDER_MARK);
    }
    let heads: Vec<&str> = schema.columns.iter().map(|(id, _)| *id).collect();
    out.push_str(&cell::row(&heads));
    let (count, notes) = each_taken(input, (schema, options), watch, |row| {
        for cells in cells(row, &settings) {
            out.push_str(&cell::row(&cells));
        }
        Ok(())
    })?;
    let mut output = Output::file(out.into_bytes(), words::count(count, "claim"));
    if options.is_on(&METHOD) {
        let policies: Vec<&str> = policies(schema).collect();
        let columns: Vec<(String, String)> = schema
            .columns
            .iter()
            .map(|(id, help)| ((*id).to_owned(), (*help).to_owned()))
            .collect();
        let about = About {
            label: schema.label,
            policies: &policies,
            columns: &columns,
            notes: &notes,
        };
        output.beside.push(method_file(input, &about));
    }
    output.notes = notes;
    Ok(output)
}

/// All policies of a schema, its own ones first.
pub(super) fn policies<'s>(schema: &Schema<'s>) -> impl Iterator<Item = &'s str> {
    let own = schema.policies.iter().copied().flatten();
    own.chain(POLICIES).copied()
}

/// A number, or nothing.
pub(super) fn number(number: Option<u64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// "true" and "false" as schemas write them.
pub(super) fn flag(flag: bool) -> String {
    u8::from(flag).to_string()
}
