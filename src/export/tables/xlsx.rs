//! The table of claims as a workbook: typed cells, a filter on each column, a head that stays, and a sheet with the method.

use std::io;

use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::columns::WRAPPED;
use super::csv::{Head, Layout};
use super::method::{self, About, Line};
use super::value::Cell;
use super::{CLAIM_POLICIES, HXL, each_row};
use crate::base::is_formula;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::jobs::Token;
use crate::show::words;

/// A cell of a workbook holds no more UTF-16 units.
const MOST_UNITS: usize = 32_767;

/// A sheet holds no more rows, two of them heads.
const MOST_ROWS: usize = 1_048_574;

/// The forms of cells.
struct Forms {
    head: Format,
    tag: Format,
    plain: Format,
    wrapped: Format,
    quoted: Format,
    day: Format,
    share: Format,
}

impl Forms {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            head: Format::new().set_bold().set_background_color(Color::RGB(0xE7_EA_EC)),
            tag: Format::new().set_italic(),
            plain: top(),
            wrapped: top().set_text_wrap(),
            // words that a spreadsheet would run once they are edited
            quoted: top().set_text_wrap().set_quote_prefix(),
            day: top().set_num_format("yyyy-mm-dd"),
            share: top().set_num_format("0.00"),
        }
    }
}

/// Writes the workbook.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    if input.claims.len() > MOST_ROWS {
        return Err(ExportError::Failed(format!(
            "The workbook could not be made: a sheet holds {} rows. Filter the claims, or export them as CSV.",
            words::number(MOST_ROWS as u64)
        )));
    }
    let layout = Layout::new(input, options);
    let forms = Forms::new();
    let mut cut = 0;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(input));
    let mut sheet = Worksheet::new();
    let first = begin(&mut sheet, &layout.heads, options, &forms).map_err(|error| failed(&error))?;
    let mut next = first;
    each_row(input, watch, |row| {
        let cells = layout.cells(row);
        for (column, (value, head)) in (0u16..).zip(cells.iter().zip(&layout.heads)) {
            let wraps = WRAPPED.contains(&head.id.as_str());
            let put = Put {
                at: (next, column),
                forms: &forms,
                words: if wraps { &forms.wrapped } else { &forms.plain },
            };
            let was_cut = put.cell(&mut sheet, value).map_err(|error| failed(&error))?;
            cut += usize::from(was_cut);
        }
        next += 1;
        Ok(())
    })?;
    finish(&mut sheet, &layout, (first, next)).map_err(|error| failed(&error))?;
    workbook.push_worksheet(sheet);
    let mut notes = Vec::new();
    if cut > 0 {
        notes.push(format!(
            "{} cut to the {} characters that a cell holds.",
            words::count(cut, "cell"),
            words::number(MOST_UNITS as u64)
        ));
    }
    let about = About {
        label: "Workbook of claims (XLSX)",
        policies: CLAIM_POLICIES,
        columns: &layout.explained(),
        notes: &notes,
    };
    let sheet = method_sheet(&method::lines(input, &about), &forms).map_err(|error| failed(&error))?;
    workbook.push_worksheet(sheet);
    watch.step(1, 1)?;
    let mut packed = Packed {
        bytes: Vec::new(),
        token: watch.token(),
    };
    let saved = workbook.save_to_writer(&mut packed);
    watch.step(1, 1)?;
    saved.map_err(|error| failed(&error))?;
    let bytes = packed.bytes;
    let mut output = Output::file(bytes, words::count(input.claims.len(), "claim"));
    output.notes = notes;
    Ok(output)
}

/// The bytes of the workbook while it is packed, which takes longest of all: packing ends where nobody wants it any more.
struct Packed<'w> {
    bytes: Vec<u8>,
    token: &'w Token,
}

impl io::Write for Packed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.token.stale() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The writer would ask the clock by itself where it is not told.
fn properties(input: &ExportInput<'_>) -> DocProperties {
    let title = if input.project.is_empty() {
        "Claims".to_owned()
    } else {
        format!("Claims of {}", input.project)
    };
    let now = input.now.get(..19).unwrap_or_default();
    let made = ExcelDateTime::parse_from_str(now)
        .or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))
        .unwrap_or_default();
    DocProperties::new()
        .set_title(title)
        .set_comment(format!(
            "Made by Tallyscope {}; the sheet “Method” says how.",
            input.program
        ))
        .set_creation_datetime(&made)
}

/// The heads; gives the row of the first claim.
fn begin(sheet: &mut Worksheet, heads: &[Head], options: &ExportOptions, forms: &Forms) -> Result<u32, XlsxError> {
    sheet.set_name("Claims")?;
    for (column, head) in (0u16..).zip(heads) {
        sheet.set_column_width(column, f64::from(head.width))?;
        sheet.write_string_with_format(0, column, head.id.as_str(), &forms.head)?;
        if options.is_on(&HXL) {
            sheet.write_string_with_format(1, column, head.tag.as_str(), &forms.tag)?;
        }
    }
    Ok(if options.is_on(&HXL) { 2 } else { 1 })
}

/// The heads stay in sight, and below them each column can be filtered.
fn finish(sheet: &mut Worksheet, layout: &Layout, (first, next): (u32, u32)) -> Result<(), XlsxError> {
    let last_column = u16::try_from(layout.heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(first, 0)?;
    // the filter's own row is the last head
    sheet.autofilter(first.saturating_sub(1), 0, next.saturating_sub(1), last_column)?;
    Ok(())
}

/// Where a cell goes, and how words look there.
struct Put<'p> {
    at: (u32, u16),
    forms: &'p Forms,
    words: &'p Format,
}

impl Put<'_> {
    /// Writes a cell; true where its words were cut.
    fn cell(&self, sheet: &mut Worksheet, value: &Cell) -> Result<bool, XlsxError> {
        let (row, column) = self.at;
        let forms = self.forms;
        match value {
            Cell::Empty => {}
            Cell::Number(number) => {
                // whole numbers of people are far below what a double holds exactly
                sheet.write_number_with_format(row, column, *number as f64, &forms.plain)?;
            }
            Cell::Share(share) => {
                let rounded = (f64::from(*share) * 100.0).round() / 100.0;
                sheet.write_number_with_format(row, column, rounded, &forms.share)?;
            }
            Cell::Flag(flag) => {
                sheet.write_boolean_with_format(row, column, *flag, &forms.plain)?;
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(excel) => {
                    sheet.write_datetime_with_format(row, column, &excel, &forms.day)?;
                }
                // workbooks know no day before 1900
                None => {
                    sheet.write_string_with_format(row, column, day.to_string(), &forms.plain)?;
                }
            },
            Cell::Text(words) => {
                let (kept, was_cut) = fitting(words);
                let form = if is_formula(kept) { &forms.quoted } else { self.words };
                sheet.write_string_with_format(row, column, kept, form)?;
                return Ok(was_cut);
            }
        }
        Ok(false)
    }
}

fn excel_day(day: jiff::civil::Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, of_month).ok()
}

/// As much of the words as a cell holds.
fn fitting(words: &str) -> (&str, bool) {
    let mut units = 0;
    for (at, sign) in words.char_indices() {
        units += sign.len_utf16();
        if units > MOST_UNITS {
            return (words.get(..at).unwrap_or_default(), true);
        }
    }
    (words, false)
}

fn method_sheet(lines: &[Line], forms: &Forms) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Method")?;
    sheet.set_column_width(0, 28)?;
    sheet.set_column_width(1, 100)?;
    for (row, line) in (0u32..).zip(lines) {
        match line {
            Line::Head(head) => {
                sheet.write_string_with_format(row, 0, *head, &forms.head)?;
            }
            Line::Row(name, said) => {
                for (column, words) in [(0, name), (1, said)] {
                    let put = Put {
                        at: (row, column),
                        forms,
                        words: &forms.wrapped,
                    };
                    put.cell(&mut sheet, &Cell::text(words.clone()))?;
                }
            }
        }
    }
    Ok(sheet)
}

fn failed(error: &XlsxError) -> ExportError {
    ExportError::Failed(format!(
        "The workbook could not be made: {error}. Export the claims as CSV instead."
    ))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use rust_xlsxwriter::{Workbook, Worksheet};

    use super::Packed;
    use crate::jobs::Token;

    #[test]
    fn packing_ends_where_nobody_wants_the_workbook() {
        let token = Token::new();
        let mut packed = Packed {
            bytes: Vec::new(),
            token: &token,
        };
        let mut workbook = Workbook::new();
        workbook.push_worksheet(Worksheet::new());
        workbook.save_to_writer(&mut packed).unwrap();
        assert!(packed.bytes.starts_with(b"PK"));
        let length = packed.bytes.len();
        token.stop();
        assert!(workbook.save_to_writer(&mut packed).is_err());
        assert!(packed.write_all(b"more").is_err());
        assert_eq!(packed.bytes.len(), length);
    }
}
