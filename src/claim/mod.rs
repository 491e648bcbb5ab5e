//! Who says what happened to how many, where and when; days still relative.

mod carry;
mod confidence;
mod day;
mod ellipsis;
mod examples;
mod find;
mod joined;
mod judge;
mod left;
mod lexicon;
mod link;
mod model;
mod nocount;
mod outcomes;
mod people;
mod phrase;
mod place;
mod saying;
mod scope;
mod select;
mod settle;
mod single;
mod speaker;
mod subject;
#[cfg(test)]
mod tests;
mod text;
mod voice;
mod walk;
mod when;

pub use confidence::{BIAS, confidence_features};
pub use examples::EXAMPLES;
pub use find::{Context, find};
pub use model::{AsOf, Claim, Draft, Form, Happened, Kind, Modality, Place, Roles, Scope, VictimClass, claim_key};
pub use select::from_selection;
pub use settle::settle_days;
