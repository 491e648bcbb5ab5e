//! Who says what happened to how many, where and when; days still relative.

mod model;

pub use model::{AsOf, Claim, Draft, Form, Happened, Kind, Modality, Place, Roles, Scope, VictimClass, claim_key};
