//! Rows of a workbook on their way from a reader.

use serde::{Deserialize, Serialize};

use crate::article::{Dataset, FieldSeen, Row, Sheet};

#[derive(Serialize, Deserialize)]
pub(super) struct RowsSaid {
    is_delimited: bool,
    sheets: Vec<SheetSaid>,
}

#[derive(Serialize, Deserialize)]
struct SheetSaid {
    name: String,
    fields: Vec<FieldSaid>,
    rows: Vec<Row>,
    left_out: usize,
}

#[derive(Serialize, Deserialize)]
struct FieldSaid {
    name: String,
    filled: usize,
    mean_chars: usize,
    examples: Vec<String>,
}

impl From<Dataset> for RowsSaid {
    fn from(dataset: Dataset) -> Self {
        let field = |seen: FieldSeen| FieldSaid {
            name: seen.name,
            filled: seen.filled,
            mean_chars: seen.mean_chars,
            examples: seen.examples,
        };
        let sheet = |sheet: Sheet| SheetSaid {
            name: sheet.name,
            fields: sheet.fields.into_iter().map(field).collect(),
            rows: sheet.rows,
            left_out: sheet.left_out,
        };
        Self {
            is_delimited: dataset.is_delimited,
            sheets: dataset.sheets.into_iter().map(sheet).collect(),
        }
    }
}

impl From<RowsSaid> for Dataset {
    fn from(said: RowsSaid) -> Self {
        let field = |said: FieldSaid| FieldSeen {
            name: said.name,
            filled: said.filled,
            mean_chars: said.mean_chars,
            examples: said.examples,
        };
        let sheet = |said: SheetSaid| Sheet {
            name: said.name,
            fields: said.fields.into_iter().map(field).collect(),
            rows: said.rows,
            left_out: said.left_out,
        };
        Self {
            is_delimited: said.is_delimited,
            sheets: said.sheets.into_iter().map(sheet).collect(),
        }
    }
}
