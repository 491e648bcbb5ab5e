//! The table of claims as CSV.

use super::columns::{COLUMNS, Column, KIND_TAGS, Row};
use super::method::{self, About};
use super::value::Cell;
use super::{BOM, CLAIM_POLICIES, HXL, MACHINE, METHOD, each_row};
use crate::claim::Kind;
use crate::export::cell;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, OutputFile, Watch};
use crate::show::words;

/// Tells programs that the text is UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// The columns of the table under these options, with their heads.
pub(super) struct Layout {
    /// Heads, tags, help and width.
    pub(super) heads: Vec<Head>,
    machine: bool,
    tagged: bool,
    kinds: Vec<Kind>,
}

/// The head of a column.
pub(super) struct Head {
    pub(super) id: String,
    pub(super) tag: String,
    pub(super) help: String,
    pub(super) width: u8,
}

impl Layout {
    /// Machine's values and columns for each kind where they are asked for.
    pub(super) fn new(input: &ExportInput<'_>, options: &ExportOptions) -> Self {
        let head = |column: &Column| Head {
            id: column.id.to_owned(),
            tag: column.tag.to_owned(),
            help: column.help.to_owned(),
            width: column.width,
        };
        let machine = options.is_on(&MACHINE);
        let mut heads: Vec<Head> = COLUMNS.iter().map(head).collect();
        if machine {
            heads.extend(COLUMNS.iter().filter(|column| column.is_read()).map(|column| Head {
                id: format!("machine_{}", column.id),
                tag: String::new(),
                help: format!(
                    "What the machine read as “{}”; empty for claims made by hand.",
                    column.id
                ),
                width: column.width,
            }));
        }
        let kinds = if options.is_on(&HXL) {
            kinds_of(input)
        } else {
            Vec::new()
        };
        if options.is_on(&HXL) {
            heads.extend(event_heads());
        }
        heads.extend(kinds.iter().flat_map(|kind| kind_heads(*kind)));
        Self {
            heads,
            machine,
            tagged: options.is_on(&HXL),
            kinds,
        }
    }

    /// The cells of a row.
    pub(super) fn cells(&self, row: &Row<'_>) -> Vec<Cell> {
        let mut cells: Vec<Cell> = COLUMNS.iter().map(|column| column.cell(row)).collect();
        if self.machine {
            cells.extend(COLUMNS.iter().filter_map(|column| column.machine_cell(row)));
        }
        if self.tagged {
            let days = row.claim().event_date.as_ref().and_then(|value| value.days());
            let (first, last) = days.unzip();
            cells.extend([first, last].map(|day| day.map_or(Cell::Empty, Cell::Day)));
        }
        for kind in &self.kinds {
            let figure = row.claim().figure;
            let of_kind = row.claim().kind == *kind;
            let bounds = [figure.value, figure.low, figure.high];
            cells.extend(bounds.map(|bound| Cell::number(bound.filter(|_| of_kind))));
        }
        cells
    }

    /// The columns as the method sheet lists them.
    pub(super) fn explained(&self) -> Vec<(String, String)> {
        self.heads
            .iter()
            .map(|head| (head.id.clone(), head.help.clone()))
            .collect()
    }
}

/// The kinds of the claims that leave and that the standard has a word for.
fn kinds_of(input: &ExportInput<'_>) -> Vec<Kind> {
    let claims = || input.claims.iter().filter_map(|id| input.store.claim(*id));
    let kinds = KIND_TAGS.iter().map(|(kind, _)| *kind);
    kinds
        .filter(|kind| claims().any(|record| record.claim().kind == *kind))
        .collect()
}

/// The ends of the time of the event, as days: the column “event_date” may hold an interval, which is no date there.
fn event_heads() -> [Head; 2] {
    [("start", "first"), ("end", "last")].map(|(end, which)| Head {
        id: format!("event_{end}"),
        tag: format!("#date+occurred+{end}"),
        help: format!("The {which} day on which the harm can have happened."),
        width: 12,
    })
}

fn kind_heads(kind: Kind) -> [Head; 3] {
    let tag = KIND_TAGS
        .iter()
        .find(|(one, _)| *one == kind)
        .map_or("", |(_, tag)| *tag);
    [("", "as stated"), ("_min", "at least"), ("_max", "at most")].map(|(end, what)| Head {
        id: format!("{}{end}", kind.id()),
        tag: format!("#affected+{tag}+num{}", end.replace('_', "+")),
        help: format!(
            "Number of people {}, {what}; the figure of this row where it is of this kind.",
            kind.id()
        ),
        width: 10,
    })
}

/// Writes the table.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let layout = Layout::new(input, options);
    let mut out = String::new();
    if options.is_on(&BOM) {
        out.push_str(BYTE_ORDER_MARK);
    }
    let ids: Vec<&str> = layout.heads.iter().map(|head| head.id.as_str()).collect();
    out.push_str(&cell::row(&ids));
    if options.is_on(&HXL) {
        let tags: Vec<&str> = layout.heads.iter().map(|head| head.tag.as_str()).collect();
        out.push_str(&cell::row(&tags));
    }
    each_row(input, watch, |row| {
        let cells: Vec<String> = layout.cells(row).iter().map(Cell::plain).collect();
        out.push_str(&cell::row(&cells));
        Ok(())
    })?;
    let mut output = Output::file(out.into_bytes(), words::count(input.claims.len(), "claim"));
    if options.is_on(&METHOD) {
        let about = About {
            label: "CSV table of claims",
            policies: CLAIM_POLICIES,
            columns: &layout.explained(),
            notes: &[],
        };
        output.beside.push(method_file(input, &about));
    }
    Ok(output)
}

/// The method as a file beside a table.
pub(super) fn method_file(input: &ExportInput<'_>, about: &About<'_>) -> OutputFile {
    OutputFile {
        name: ".method.txt".to_owned(),
        bytes: method::text(&method::lines(input, about)),
    }
}
