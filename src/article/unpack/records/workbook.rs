//! Workbooks: the sheets of an XLSX file, cell after cell. A sheet that says to be a million columns wide costs nothing.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use zip::ZipArchive;

use super::delimited::{names_apart, row};
use super::{Dataset, Row, Sheet};
use crate::jobs;

/// The longest workbook when unpacked, in bytes.
const MOST_BYTES: u64 = 512 << 20;
/// All cells of a workbook together, in bytes.
const MOST_CELL_BYTES: usize = 256 << 20;
const MOST_SHEETS: usize = 100;
const MOST_COLUMNS: u32 = 500;
const MOST_ROWS: usize = 1_000_000;
/// The head is looked for in so many rows: titles stand above it.
const HEAD_ROWS: usize = 10;

/// The parts of a workbook's archive.
const PARTS: [&str; 2] = ["xl/workbook.xml", "[Content_Types].xml"];

/// The workbook in these bytes; `None` for other archives, and for one that is damaged or packed too tightly.
pub(super) fn read(bytes: &[u8]) -> Option<Dataset> {
    if !is_workbook(bytes) || !is_bounded(bytes) {
        return None;
    }
    // the library is not of our making
    let sheets = jobs::catch(|| sheets(bytes)).ok().flatten()?;
    Some(Dataset {
        sheets,
        is_delimited: false,
    })
}

/// True for an XLSX workbook.
pub(in crate::article) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| PARTS.iter().all(|part| archive.index_for_name(part).is_some()))
}

/// True for a spreadsheet of the other family, which is not read.
pub(in crate::article) fn is_open_document(bytes: &[u8]) -> bool {
    let head = bytes.get(..120).unwrap_or(bytes);
    let sort = b"application/vnd.oasis.opendocument.spreadsheet";
    bytes.starts_with(b"PK\x03\x04") && head.windows(sort.len()).any(|words| words == sort)
}

/// Unpacks everything once into nothing: what the archive says of its sizes may be a lie.
fn is_bounded(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    let mut room = MOST_BYTES;
    for index in 0..archive.len() {
        let Ok(file) = archive.by_index(index) else { continue };
        match std::io::copy(&mut file.take(room + 1), &mut std::io::sink()) {
            Ok(length) if length <= room => room -= length,
            _ => return false,
        }
    }
    true
}

fn sheets(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> = workbook.sheet_names().into_iter().take(MOST_SHEETS).collect();
    let mut room = MOST_CELL_BYTES;
    let mut sheets = Vec::new();
    for name in names {
        let records = records(&mut workbook, &name, &mut room);
        sheets.extend(sheet(&name, records));
    }
    Some(sheets)
}

/// The rows of a sheet, each with its cells as text; empty ones are left out.
fn records(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut usize) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    let mut at = None;
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else {
        return out;
    };
    while let Ok(Some(cell)) = cells.next_cell() {
        let (line, column) = cell.get_position();
        let words = words(cell.get_value());
        if words.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if words.len() > *room || out.len() >= MOST_ROWS {
            break;
        }
        *room -= words.len();
        if at != Some(line) {
            at = Some(line);
            out.push(Vec::new());
        }
        let Some(record) = out.last_mut() else { continue };
        let column = column as usize;
        if record.len() <= column {
            record.resize(column + 1, String::new());
        }
        if let Some(place) = record.get_mut(column) {
            *place = words;
        }
    }
    out
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.clone(),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) == (0, 0) {
                date
            } else {
                format!("{date}T{hour:02}:{minute:02}")
            }
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The sheet of these records; `None` where there is no head with rows under it.
fn sheet(name: &str, records: Vec<Vec<String>>) -> Option<Sheet> {
    let filled = |record: &Vec<String>| record.iter().filter(|cell| !cell.is_empty()).count();
    let widest = records.iter().take(HEAD_ROWS).map(filled).max()?;
    // titles above the head fill a cell or two
    let head = records
        .iter()
        .take(HEAD_ROWS)
        .position(|record| filled(record) * 2 > widest)?;
    let mut records = records.into_iter().skip(head);
    let columns = names_apart(records.next()?.iter().map(String::as_str));
    let mut left_out = 0;
    let mut rows: Vec<Row> = Vec::new();
    for record in records {
        if record.len() > columns.len() {
            left_out += 1;
        }
        rows.push(row(&columns, record.into_iter()));
    }
    (!rows.is_empty()).then(|| Sheet::new(name, &columns, rows, left_out))
}
