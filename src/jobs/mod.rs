//! Threads: newest run wins, work can be stopped, a panic becomes a result that the window can show.

mod both;
mod every;
mod failure;
mod map;
mod slot;
mod thread;
mod token;

pub use both::both;
pub use every::{Repeated, every};
pub use failure::{Failure, catch, is_caught};
pub use map::map;
pub use slot::Slot;
pub use thread::{Running, let_go, num_threads, spawn, thread_name};
pub use token::Token;
