//! Over all articles: same entity, same story, conflicts, copies, falling totals.

mod conclusions;

pub use conclusions::Conclusions;
