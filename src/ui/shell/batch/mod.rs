//! What is asked before many articles are added: what the fields of a data file mean, which articles of a batch are wanted.

pub(super) mod duplicates;
pub(super) mod incoming;
pub(super) mod records;
#[cfg(test)]
mod tests;
pub(super) mod versions;
