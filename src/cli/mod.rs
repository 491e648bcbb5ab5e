//! What can be done without a window: extract, inspect, export; and what the window is to open.

mod args;
mod export;
mod extract;
mod given;
mod inspect;
mod plan;

pub use args::Args;
pub use plan::{Outside, Plan, Then, run};
