//! What can be done without a window: extract, link, inspect, export, score, install; and what the window is to open.

mod args;
mod export;
mod extract;
mod given;
mod inspect;
mod install;
mod link;
mod link_table;
mod package;
mod plan;
mod read;
mod score;
#[cfg(feature = "tools")]
mod train;

pub use args::{Args, LogLevel};
pub use plan::{Outside, Plan, Then, run};
