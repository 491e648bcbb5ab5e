//! What a project concludes by itself; replaced on branch names.

/// Conclusions over effective claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conclusions {}
