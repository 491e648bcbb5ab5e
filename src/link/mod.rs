//! What is concluded over all articles: same entity, same story, same figure, conflicts, copies, falling totals.

mod bodies;
mod body;
mod conclusions;
mod entities;
mod groups;
mod people;
mod person;
mod places;
mod sound;

pub use conclusions::Conclusions;
pub use entities::{Entities, Entity, LinkArticle, entities};
