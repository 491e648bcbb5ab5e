//! Messages as mail, saved pages and web archives write them: fields in a head, and a body of parts in one another.

mod head;
mod packing;
#[cfg(test)]
mod tests;
mod tree;

pub(super) use head::{Head, Kind};
pub(super) use packing::{base64, plain_bytes};
pub(super) use tree::{Leaf, Message};
