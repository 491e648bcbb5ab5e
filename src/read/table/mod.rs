//! Claims from tables: which column says what, guessed from names and cells, set by the analyst, carried out row by row.

mod cells;
mod days;
mod guess;
mod mapping;
mod outcome;
mod own;
mod rows;

pub use cells::{cell_spans, cells_under};
pub use days::DayForm;
pub use guess::guess;
pub use mapping::{Cells, Kinds, Mapping, Part, Totals, cells, number_columns};
pub use outcome::{Outcome, outcome_of};
pub use rows::{LeftOut, TableRead, read_table, table_reading};

#[cfg(test)]
mod tests;
