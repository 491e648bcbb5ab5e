//! What is concluded over all articles: same entity, same story, same figure, conflicts, copies, falling totals.

mod bodies;
mod body;
#[cfg(test)]
mod check_examples;
mod checks;
mod components;
mod conclusions;
mod conflict;
mod copies;
mod corner;
mod entities;
mod event;
#[cfg(test)]
mod event_examples;
#[cfg(test)]
mod examples;
mod fall;
mod features;
mod figure;
mod found;
mod going_on;
mod grade;
mod groups;
mod independence;
mod issuer;
mod likely;
mod likeness;
#[cfg(test)]
mod likeness_trials;
mod meaning;
mod minhash;
mod newer;
mod one_story;
mod origins;
mod over_whole;
mod people;
mod person;
mod places;
mod ranked;
mod reach;
mod reason;
mod roles;
mod round;
mod same;
mod scene;
mod series;
mod side;
mod sound;
mod speaker;
mod spelling;
mod story;
mod story_told;
mod suggest;
mod told;
#[cfg(test)]
mod variants;
mod whose;
mod written;

pub use body::{is_nameless, land_of};
pub use checks::Checks;
pub use components::{ComponentCheck, ComponentSort};
pub use conclusions::{conclusions, conclusions_from, outlet_key, put_together, story_conclusions};
pub use copies::{
    ChangedCopy, CopiesTold, CopyArticle, CopyBasis, CopyFinder, CopyLink, SourceGroup, Sources, agency_of, agency_tag,
};
pub use entities::{Entities, Entity, LinkArticle, entities, entities_again, entities_told};
pub use figure::{ABOUT_SHARE, LinkedFigure};
pub use found::{
    Conclusions, Conflict, ConflictSide, ConflictSort, CopyGroup, FallingTotal, Growth, GrowthStep, Likely, SameFigure,
    Story,
};
pub use going_on::RunningTotal;
pub use grade::{FigureGrade, Grade};
pub use issuer::issuer;
pub use likeness::Likeness;
pub use one_story::one_story;
pub use reason::Reason;
pub use roles::{OfficeOffer, Offices, is_office, office_offers, office_offers_again};
pub use round::RoundFigure;
pub use scene::{
    goes_on, in_the_country, is_everywhere, narrower_place, of_whole, points_back, refuge, right_behind, scene,
};
pub use speaker::{same_speaker, speaker_key, speaker_keys};
pub use story::stories;
pub use story_told::{Stories, StoriesSaid, stories_again, stories_told};
pub use suggest::{Suggested, suggest, suggest_outlets};
pub use told::{NameAbout, NameRef, NameSaid, NameSort, NamesTold, Reach, clean_name, clean_words};
pub use whose::whose;
pub use written::Written;
