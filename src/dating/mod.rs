//! One article's own day from its evidence; turns relative days into days.

mod calendar;
mod clue;
#[cfg(test)]
mod examples;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod forms_of_stretches;
#[cfg(test)]
mod forms_of_weekdays;
mod headed;
mod own_day;
mod published;
mod resolve;
mod section;
#[cfg(test)]
mod section_examples;
mod story;
mod told;
#[cfg(test)]
mod trials;

pub use calendar::units_on;
pub use own_day::{Setting, published};
pub use published::{Alternative, Basis, Evidence, Opposing, Published};
pub use resolve::resolve;
pub use section::{Section, section_at, sections};
pub use story::{StoryArticle, settle_story};
