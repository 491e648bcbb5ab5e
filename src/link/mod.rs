//! What is concluded over all articles: same entity, same story, same figure, conflicts, copies, falling totals.

mod bodies;
mod body;
mod conclusions;
mod conflict;
mod copies;
mod entities;
#[cfg(test)]
mod examples;
mod fall;
mod figure;
mod groups;
mod people;
mod person;
mod places;
mod same;
mod sound;
mod speaker;
mod story;
#[cfg(test)]
mod variants;

pub use conclusions::{Conclusions, Conflict, CopyGroup, FallingTotal, SameFigure, conclusions, outlet_key};
pub use copies::agency_tag;
pub use entities::{Entities, Entity, LinkArticle, entities};
pub use figure::{ABOUT_SHARE, LinkedFigure};
pub use speaker::{same_speaker, speaker_key, speaker_keys};
pub use story::stories;
