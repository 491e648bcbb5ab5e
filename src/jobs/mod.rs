//! Threads: newest run wins, work can be stopped, a panic becomes a result that the window can show.

mod both;
mod failure;
mod map;
mod slot;
mod thread;
mod token;

pub use both::both;
pub use failure::{Failure, catch};
pub use map::map;
pub use slot::Slot;
pub use thread::{Running, let_go, num_threads, spawn};
pub use token::Token;
