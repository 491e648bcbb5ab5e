//! What was copied from an agency or from one article to the next: whole articles, sentences, and copies with another
//! number.

mod agency;
mod articles;
mod joining;
mod sentences;
#[cfg(test)]
mod tests;
mod told;

pub use agency::{agency_of, agency_tag};
pub use articles::{CopyArticle, CopyBasis, CopyFinder, CopyLink, SourceGroup, Sources};
pub use sentences::ChangedCopy;
pub(super) use sentences::{Copies, copies, ranked};
pub use told::CopiesTold;
