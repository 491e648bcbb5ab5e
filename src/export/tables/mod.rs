//! Claims as tables: a row a claim, for spreadsheets, for scripts, and for the schemas that others use.

mod acled;
mod columns;
mod csv;
mod events;
mod integer;
mod jsonl;
mod method;
mod plover;
mod radford;
mod replaced;
mod schema;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_round;
mod ucdp;
mod value;
mod when;
mod xlsx;

use self::columns::Row;
use self::replaced::Replaced;
use super::adopted::evidence;
use super::formats::{
    ExportError, ExportInput, ExportOption, ExportOptions, Format, Group, OFF_ON, ON_OFF, Output, Shape, Watch,
};
use crate::base::Offsets;

/// A byte-order mark before the text.
const BOM: ExportOption = ExportOption {
    id: "bom",
    label: "Byte-order mark",
    help: "Excel then reads the file as UTF-8 when it is opened by a double click; other programs need none.",
    values: OFF_ON,
};

/// Tags of the Humanitarian Exchange Language.
const HXL: ExportOption = ExportOption {
    id: "hxl",
    label: "HXL tags",
    help: "A second row names each column in the Humanitarian Exchange Language, and each kind of harm gets columns \
           of its own: #affected+killed+num, …+min, …+max.",
    values: OFF_ON,
};

/// The machine's values beside those that count.
const MACHINE: ExportOption = ExportOption {
    id: "machine",
    label: "Machine’s values too",
    help: "Columns machine_… with what the machine read, beside what counts after your corrections.",
    values: OFF_ON,
};

/// A text file with the method beside the table.
const METHOD: ExportOption = ExportOption {
    id: "method",
    label: "Method beside it",
    help: "A text file beside the table says by which program, rules, policies and filters it was made, and what its \
           columns mean.",
    values: ON_OFF,
};

/// Which harms go into schemas that know deaths only.
const HARMS: ExportOption = ExportOption {
    id: "harms",
    label: "Harms",
    help: "The schema counts deaths. Other harms go into rows of their own, named in the column “harm”.",
    values: &[("killed", "Killed only"), ("all", "All kinds")],
};

/// Running totals in schemas of events.
const TOTALS: ExportOption = ExportOption {
    id: "totals",
    label: "Running totals",
    help: "A running total is no event: added up with others it counts people twice. The column “scope” tells them apart.",
    values: &[("keep", "Keep, marked"), ("leave_out", "Leave out")],
};

/// Figures that no longer stand in schemas of events.
const SUPERSEDED: ExportOption = ExportOption {
    id: "superseded",
    label: "Superseded figures",
    help: "Figures that a later total, a correction or your decision replaced. The column “superseded” says why.",
    values: &[("keep", "Keep, marked"), ("leave_out", "Leave out")],
};

/// What holds for tables that keep words and bounds.
const CLAIM_POLICIES: &[&str] = &[
    "A row is one reported figure with its words and its bounds; nothing is averaged, added up or turned into another \
     number. “More than 4,400” has 4400 as “value” and as “low”, no “high”, and “more_than” as “qualifier”: 4,400 itself \
     is excluded.",
    "Vague words (“dozens”) have no “value”; “low” is the lowest number that the words allow (dozens 24, hundreds 200, \
     thousands 2,000). The policy of charts for vague words and for “about” changes nothing here.",
    "Unreviewed and rejected claims are rows as others are where they were asked for: “status” tells.",
    "Figures that no longer stand are kept; “superseded” says why.",
];

/// The formats of this group.
pub(super) const FORMATS: &[Format] = &[
    table(
        "claims-csv",
        "csv",
        "CSV table",
        "Every field of every claim, for spreadsheets, R and Python",
        csv::write,
    )
    .with(&[BOM, HXL, MACHINE, METHOD]),
    table(
        "claims-xlsx",
        "xlsx",
        "Excel workbook",
        "Typed cells, filters, and a sheet that says how it was made",
        xlsx::write,
    )
    .with(&[HXL, MACHINE]),
    table(
        "claims-jsonl",
        "jsonl",
        "JSON lines",
        "One object a claim, the machine’s values beside yours, for scripts",
        jsonl::write,
    ),
    table(
        "ucdp-ged-csv",
        "csv",
        "UCDP GED columns",
        "Best, low and high with precision of day and place, as UCDP codes them",
        ucdp::write,
    )
    .with(&[HARMS, TOTALS, SUPERSEDED, BOM, METHOD]),
    table(
        "acled-csv",
        "csv",
        "ACLED columns",
        "One conservative number a row, the words in the notes",
        acled::write,
    )
    .with(&[HARMS, TOTALS, SUPERSEDED, BOM, METHOD]),
    table(
        "radford-csv",
        "csv",
        "War-loss columns (Radford)",
        "Days as numbers, claim source and target, minimum and maximum flags",
        radford::write,
    )
    .with(&[SUPERSEDED, BOM, METHOD]),
    table(
        "plover-jsonl",
        "jsonl",
        "PLOVER events (JSON lines)",
        "Event types and modes of PLOVER, with the figure as bounds",
        plover::write,
    )
    .with(&[SUPERSEDED]),
];

/// After so many rows it is asked whether they are still wanted.
const STEP_ROWS: usize = 256;

type Write = fn(&ExportInput<'_>, &ExportOptions, &Watch<'_>) -> Result<Output, ExportError>;

const fn table(
    id: &'static str,
    ending: &'static str,
    label: &'static str,
    purpose: &'static str,
    write: Write,
) -> Format {
    Format {
        id,
        group: Group::Claims,
        label,
        purpose,
        ending,
        shape: Shape::File,
        options: &[],
        chooses_claims: true,
        write,
    }
}

impl Format {
    const fn with(mut self, options: &'static [ExportOption]) -> Self {
        self.options = options;
        self
    }
}

/// Goes over the claims that leave, article by article, in the order of their texts, until `take` fails.
fn each_row(
    input: &ExportInput<'_>,
    watch: &Watch<'_>,
    mut take: impl FnMut(&Row<'_>) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let evidence = evidence(input.store);
    let replaced = Replaced::new(input.store, input.conclusions);
    let total = input.claims.len();
    let mut done = 0;
    for article in input.store.articles() {
        watch.step(done, total)?;
        let mut claims = input.claims_of(article.id).peekable();
        if claims.peek().is_none() {
            continue;
        }
        let offsets = Offsets::new(article.text());
        for record in claims {
            take(&Row {
                article,
                record,
                offsets: &offsets,
                evidence: evidence.get(&record.id).map_or("", String::as_str),
                replaced: &replaced,
            })?;
            done += 1;
            // an imported table is one article with many claims
            if done.is_multiple_of(STEP_ROWS) {
                watch.step(done, total)?;
            }
        }
    }
    watch.step(total, total)
}
