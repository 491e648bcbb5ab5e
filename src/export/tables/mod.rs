//! Claims as tables: a row a claim, for spreadsheets, for scripts, and for the schemas that others use.

use super::claims::claims_csv;
use super::formats::{ExportError, ExportInput, ExportOptions, Format, Group, Output, Shape, Watch};
use crate::show::words;

/// The formats of this group.
pub(super) const FORMATS: &[Format] = &[Format {
    id: "claims-csv",
    group: Group::Claims,
    label: "CSV table",
    purpose: "Every field of every claim, for spreadsheets, R and Python",
    ending: "csv",
    shape: Shape::File,
    options: &[],
    chooses_claims: true,
    needs_sources: false,
    write: csv,
}];

fn csv(input: &ExportInput<'_>, _: &ExportOptions, watch: &Watch<'_>) -> Result<Output, ExportError> {
    watch.step(0, 1)?;
    let what = words::count(input.claims.len(), "claim");
    Ok(Output::file(claims_csv(input.store), what))
}
