//! The fields of a claim that the analyst can set, one by one.

use super::role::Role;
use crate::base::Span;
use crate::claim::{Claim, Kind, Modality, Place, Scope, VictimClass};
use crate::quantity::Figure;
use crate::time::Value;

/// A field of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What happened.
    Kind,
    /// How many.
    Figure,
    /// The words for who was harmed.
    Victims,
    /// Who was harmed.
    VictimClass,
    /// Who vouches for it.
    Speaker,
    /// Who passed it on.
    Relay,
    /// The day at which it holds.
    AsOf,
    /// When it happened.
    EventDate,
    /// Where it happened.
    Place,
    /// How far it reaches.
    Scope,
    /// Whether it is part of another figure.
    PartOf,
    /// How sure it is said to be.
    Modality,
    /// The words that the claim marks.
    Span,
    /// The words on which another field stands.
    Role(Role),
}

/// A value that the analyst gave a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// For [`Field::Kind`].
    Kind(Kind),
    /// For [`Field::Figure`].
    Figure(Figure),
    /// For victims, speaker, relay, place; `None` = not stated.
    Words(Option<String>),
    /// For [`Field::VictimClass`].
    Class(VictimClass),
    /// For as-of and event date; `None` = not stated.
    Time(Option<Value>),
    /// For [`Field::Scope`].
    Scope(Scope),
    /// For [`Field::PartOf`].
    Flag(bool),
    /// For [`Field::Modality`].
    Modality(Modality),
    /// For [`Field::Span`] and [`Field::Role`]; `None` = no words of the article.
    Span(Option<Span>),
}

impl Field {
    /// Those that hold what a claim says, in the order of their declaration; the others say where its words stand.
    pub const ALL: [Self; 12] = [
        Self::Kind,
        Self::Figure,
        Self::Victims,
        Self::VictimClass,
        Self::Speaker,
        Self::Relay,
        Self::AsOf,
        Self::EventDate,
        Self::Place,
        Self::Scope,
        Self::PartOf,
        Self::Modality,
    ];

    /// The word for it in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Figure => "figure",
            Self::Victims => "victims",
            Self::VictimClass => "victim_class",
            Self::Speaker => "speaker",
            Self::Relay => "relay",
            Self::AsOf => "as_of",
            Self::EventDate => "event_date",
            Self::Place => "place",
            Self::Scope => "scope",
            Self::PartOf => "part_of",
            Self::Modality => "modality",
            Self::Span => "span",
            Self::Role(role) => role.id(),
        }
    }

    /// The field of a word from a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        let words = Role::ALL.map(Self::Role);
        let mut all = Self::ALL.into_iter().chain([Self::Span]).chain(words);
        all.find(|field| field.id() == id)
    }

    /// The field's value in `claim`.
    pub fn read(self, claim: &Claim) -> FieldValue {
        match self {
            Self::Kind => FieldValue::Kind(claim.kind),
            Self::Figure => FieldValue::Figure(claim.figure),
            Self::Victims => FieldValue::Words(claim.victims.clone()),
            Self::VictimClass => FieldValue::Class(claim.victim_class),
            Self::Speaker => FieldValue::Words(claim.speaker.clone()),
            Self::Relay => FieldValue::Words(claim.relay.clone()),
            Self::AsOf => FieldValue::Time(claim.as_of.clone()),
            Self::EventDate => FieldValue::Time(claim.event_date.clone()),
            Self::Place => FieldValue::Words(claim.place.as_ref().map(|place| place.words.clone())),
            Self::Scope => FieldValue::Scope(claim.scope),
            Self::PartOf => FieldValue::Flag(claim.part_of),
            Self::Modality => FieldValue::Modality(claim.modality),
            Self::Span => FieldValue::Span(Some(claim.span)),
            Self::Role(role) => FieldValue::Span(role.read(&claim.roles)),
        }
    }

    /// Puts `value` into `claim`; a value of another field's sort changes nothing.
    pub(super) fn write(self, claim: &mut Claim, value: &FieldValue) {
        match (self, value.clone()) {
            (Self::Kind, FieldValue::Kind(kind)) => claim.kind = kind,
            (Self::Figure, FieldValue::Figure(figure)) => claim.figure = figure,
            (Self::Victims, FieldValue::Words(words)) => claim.victims = words,
            (Self::VictimClass, FieldValue::Class(class)) => claim.victim_class = class,
            (Self::Speaker, FieldValue::Words(words)) => claim.speaker = words,
            (Self::Relay, FieldValue::Words(words)) => claim.relay = words,
            (Self::AsOf, FieldValue::Time(time)) => claim.as_of = time,
            (Self::EventDate, FieldValue::Time(time)) => claim.event_date = time,
            (Self::Place, FieldValue::Words(words)) => {
                claim.place = words.map(|words| Place {
                    canonical: words.clone(),
                    words,
                });
            }
            (Self::Scope, FieldValue::Scope(scope)) => claim.scope = scope,
            (Self::PartOf, FieldValue::Flag(flag)) => claim.part_of = flag,
            (Self::Modality, FieldValue::Modality(modality)) => claim.modality = modality,
            (Self::Span, FieldValue::Span(Some(span))) => {
                claim.span = span;
                if !claim.sentence.holds(span) {
                    claim.sentence = claim.sentence.union(span);
                }
            }
            (Self::Role(role), FieldValue::Span(span)) => role.write(&mut claim.roles, span),
            _ => {}
        }
    }
}
