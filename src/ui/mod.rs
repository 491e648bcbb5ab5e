//! What a person sees: the window and its views. Views read the state and push actions; they never change the store.

pub mod article;
pub mod backend;
mod basis;
pub mod compare;
mod desktop;
mod find;
pub mod handover;
mod history;
mod models;
pub mod names;
pub mod note;
pub mod probe;
mod program;
mod queue;
mod quote;
pub mod read;
pub mod review;
pub mod shell;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_sizes;
pub mod theme;
pub mod widgets;
pub mod window;
pub mod wish;

pub use backend::Backend;
pub use window::{Window, run};
