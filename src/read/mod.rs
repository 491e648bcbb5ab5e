//! Runs the floors below over many articles: each by itself, then together.

mod knowledge;
mod pipeline;
mod reading;
mod table;

pub use knowledge::Knowledge;
pub use pipeline::{Alone, RULES_VERSION, alone, alone_article, claim_at, claims_again, single, together};
pub use reading::{EntityRead, Reading, TimeRead};
pub use table::{
    Cells, DayForm, Kinds, LeftOut, Mapping, Outcome, Part, TableRead, Totals, cell_spans, cells, cells_under, guess,
    number_columns, outcome_of, read_table, table_reading,
};
