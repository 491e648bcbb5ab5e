//! The machine's reading of a claim as JSON.

use serde::{Deserialize, Serialize};

use super::span::SavedSpan;
use super::time::SavedTime;
use super::why::SavedWhy;
use super::{Back, finite, known};
use crate::base::Span;
use crate::claim::{Claim, Form, Kind, Modality, Place, Roles, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};

/// The machine's reading of a claim. What is missing is `None`, false or empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedMachine<'a> {
    key: String,
    span: SavedSpan,
    sentence: SavedSpan,
    kind: String,
    figure: SavedFigure,
    form: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    victims: Option<String>,
    victim_class: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relay: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<SavedTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event_date: Option<SavedTime>,
    /// Words, full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<(String, String)>,
    scope: String,
    #[serde(default, skip_serializing_if = "is_false")]
    part_of: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part_of_key: Option<String>,
    modality: String,
    #[serde(default)]
    roles: SavedRoles,
    confidence: f32,
    #[serde(borrow)]
    why: SavedWhy<'a>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A figure: value, low, high, qualifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::disk) struct SavedFigure(Option<u64>, Option<u64>, Option<u64>, String);

impl From<&Figure> for SavedFigure {
    fn from(figure: &Figure) -> Self {
        Self(figure.value, figure.low, figure.high, figure.qualifier.id().to_owned())
    }
}

impl SavedFigure {
    pub(in crate::disk) fn back(&self) -> Back<Figure> {
        Ok(Figure {
            value: self.0,
            low: self.1,
            high: self.2,
            qualifier: known("qualifier", &self.3, Qualifier::from_id(&self.3))?,
        })
    }
}

/// The words behind each field; a field without words is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct SavedRoles {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    victims: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relay: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_date: Option<SavedSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<SavedSpan>,
}

impl From<&Roles> for SavedRoles {
    fn from(roles: &Roles) -> Self {
        Self {
            number: roles.number.map(Into::into),
            outcome: roles.outcome.map(Into::into),
            victims: roles.victims.map(Into::into),
            speaker: roles.speaker.map(Into::into),
            relay: roles.relay.map(Into::into),
            as_of: roles.as_of.map(Into::into),
            event_date: roles.event_date.map(Into::into),
            place: roles.place.map(Into::into),
        }
    }
}

impl From<SavedRoles> for Roles {
    fn from(saved: SavedRoles) -> Self {
        let back = |span: Option<SavedSpan>| span.map(Span::from);
        Self {
            number: back(saved.number),
            outcome: back(saved.outcome),
            victims: back(saved.victims),
            speaker: back(saved.speaker),
            relay: back(saved.relay),
            as_of: back(saved.as_of),
            event_date: back(saved.event_date),
            place: back(saved.place),
        }
    }
}

impl<'a> From<&'a Claim> for SavedMachine<'a> {
    fn from(claim: &'a Claim) -> Self {
        Self {
            key: claim.key.clone(),
            span: claim.span.into(),
            sentence: claim.sentence.into(),
            kind: claim.kind.id().to_owned(),
            figure: (&claim.figure).into(),
            form: claim.form.id().to_owned(),
            victims: claim.victims.clone(),
            victim_class: claim.victim_class.id().to_owned(),
            speaker: claim.speaker.clone(),
            relay: claim.relay.clone(),
            as_of: claim.as_of.as_ref().map(Into::into),
            event_date: claim.event_date.as_ref().map(Into::into),
            place: claim
                .place
                .as_ref()
                .map(|place| (place.words.clone(), place.canonical.clone())),
            scope: claim.scope.id().to_owned(),
            part_of: claim.part_of,
            part_of_key: claim.part_of_key.clone(),
            modality: claim.modality.id().to_owned(),
            roles: (&claim.roles).into(),
            confidence: finite(claim.confidence),
            why: (&claim.why).into(),
        }
    }
}

impl SavedMachine<'_> {
    pub(in crate::disk) fn back(self) -> Back<Claim> {
        Ok(Claim {
            span: self.span.into(),
            sentence: self.sentence.into(),
            kind: known("kind of claim", &self.kind, Kind::from_id(&self.kind))?,
            figure: self.figure.back()?,
            form: known("form of claim", &self.form, Form::from_id(&self.form))?,
            victims: self.victims,
            victim_class: known(
                "class of victims",
                &self.victim_class,
                VictimClass::from_id(&self.victim_class),
            )?,
            speaker: self.speaker,
            relay: self.relay,
            as_of: self.as_of.map(|time| time.back()).transpose()?,
            event_date: self.event_date.map(|time| time.back()).transpose()?,
            place: self.place.map(|(words, canonical)| Place { words, canonical }),
            scope: known("scope", &self.scope, Scope::from_id(&self.scope))?,
            part_of: self.part_of,
            part_of_key: self.part_of_key,
            modality: known("modality", &self.modality, Modality::from_id(&self.modality))?,
            roles: self.roles.into(),
            confidence: self.confidence,
            why: self.why.back()?,
            key: self.key,
        })
    }
}
