//! Who says what happened to how many, where and when; days still relative.

mod find;
mod left;
mod lexicon;
mod link;
mod model;
mod outcomes;
mod phrase;
mod saying;
mod select;
mod settle;
mod speaker;
mod text;
mod voice;
mod walk;

pub use find::{Context, find};
pub use model::{AsOf, Claim, Draft, Form, Happened, Kind, Modality, Place, Roles, Scope, VictimClass, claim_key};
pub use select::from_selection;
pub use settle::settle_days;
