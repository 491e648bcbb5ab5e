//! The floors that extraction needs, from their own files: the window and the disk would only take time to build.

#[path = "../../src/article/mod.rs"]
pub mod article;
#[path = "../../src/base/mod.rs"]
pub mod base;
#[path = "../../src/claim/mod.rs"]
pub mod claim;
#[path = "../../src/dating/mod.rs"]
pub mod dating;
#[path = "../../src/entity/mod.rs"]
pub mod entity;
/// Only what prints readings: pictures need what the window shows.
#[path = "../../src/export"]
pub mod export {
    mod cell;
    mod claim_out;
    mod extract;
    mod published;
    mod reading_cells;
    mod why;

    pub use extract::{ExtractOptions, Extracted, extract_csv_rows, extract_json};
}
#[path = "../../src/jobs/mod.rs"]
pub mod jobs;
#[path = "../../src/link/mod.rs"]
pub mod link;
#[path = "../../src/number/mod.rs"]
pub mod number;
#[path = "../../src/quantity/mod.rs"]
pub mod quantity;
#[path = "../../src/read/mod.rs"]
pub mod read;
#[path = "../../src/rule/mod.rs"]
pub mod rule;
#[path = "../../src/store/mod.rs"]
pub mod store;
#[path = "../../src/time/mod.rs"]
pub mod time;
#[path = "../../src/token/mod.rs"]
pub mod token;
