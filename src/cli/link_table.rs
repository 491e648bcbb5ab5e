//! Tables of claims for `tallyscope link`: read by what their columns mean, as the window's dialog begins or as was said.

use super::args::LinkArgs;
use super::plan::Outside;
use crate::article::{Article, Format, Grid};
use crate::base::Note;
use crate::disk;
use crate::read::{self, Mapping, Reading};

/// What was said of columns on the command line.
#[derive(Default)]
pub(super) struct Columns {
    mapping: Option<Mapping>,
    first_day: Option<jiff::civil::Date>,
}

impl Columns {
    /// From the arguments; `None`, with a word about it, where the file of columns can't be read.
    pub(super) fn of(args: &LinkArgs, outside: &mut Outside<'_>) -> Option<Self> {
        let mut columns = Self {
            mapping: None,
            first_day: args.first_day,
        };
        if let Some(path) = &args.columns {
            let text = disk::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            let mapping = text
                .map_err(|error| error.sentence)
                .and_then(|text| disk::mapping_of(text.trim()).map_err(|error| not_columns(&error)));
            match mapping {
                Ok(mapping) => columns.mapping = Some(mapping),
                Err(sentence) => {
                    outside.problem(&path.display().to_string(), &sentence);
                    return None;
                }
            }
        }
        Some(columns)
    }

    /// A reading with its claims; a table's are read by its columns. `None`, with a word about it, for a table that can't be
    /// read so.
    pub(super) fn read(&self, file: &str, reading: Reading, outside: &mut Outside<'_>) -> Option<Reading> {
        let article = &reading.article;
        let grid = Some(article).filter(|article| article.format == Format::Table);
        let Some(grid) = grid.and_then(|article| Grid::read(&article.text)) else {
            return Some(reading);
        };
        let said = self.mapping.clone().filter(|mapping| mapping.fits(&grid));
        let mut mapping = said.unwrap_or_else(|| read::guess(&grid));
        mapping.first_day = self.first_day.or(mapping.first_day);
        if let Some(lack) = mapping.lack(&grid) {
            outside.problem(file, &format!("{lack} Give --first-day or --columns."));
            return None;
        }
        let read = read::table_reading(Article::clone(article), &grid, &mapping);
        for note in &read.notes {
            if let Note::Other(left_out) = note {
                outside.problem(file, left_out);
            }
        }
        Some(read)
    }
}

fn not_columns(error: &str) -> String {
    format!("This file does not say what columns mean: {error}. Give one that the program wrote.")
}
