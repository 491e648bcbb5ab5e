//! The words of an article on which the fields of a claim stand.

use super::field::{Field, FieldValue};
use super::record::ClaimRecord;
use crate::base::Span;
use crate::claim::Roles;

/// What words are to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// The number phrase.
    Number,
    /// The words that name the harm.
    Outcome,
    /// Who was harmed.
    Victims,
    /// Who vouches for the figure.
    Speaker,
    /// Who passed it on.
    Relay,
    /// The day of the statement.
    AsOf,
    /// When the harm happened.
    EventDate,
    /// Where it happened.
    Place,
}

impl Role {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 8] = [
        Self::Number,
        Self::Outcome,
        Self::Victims,
        Self::Speaker,
        Self::Relay,
        Self::AsOf,
        Self::EventDate,
        Self::Place,
    ];

    /// The field that stands on these words; `None` for the words that name the harm.
    pub fn field(self) -> Option<Field> {
        Some(match self {
            Self::Number => Field::Figure,
            Self::Outcome => return None,
            Self::Victims => Field::Victims,
            Self::Speaker => Field::Speaker,
            Self::Relay => Field::Relay,
            Self::AsOf => Field::AsOf,
            Self::EventDate => Field::EventDate,
            Self::Place => Field::Place,
        })
    }

    /// The role of the words on which a field stands.
    pub fn of_field(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.field() == Some(field))
    }

    /// The words in `roles`.
    pub fn read(self, roles: &Roles) -> Option<Span> {
        match self {
            Self::Number => roles.number,
            Self::Outcome => roles.outcome,
            Self::Victims => roles.victims,
            Self::Speaker => roles.speaker,
            Self::Relay => roles.relay,
            Self::AsOf => roles.as_of,
            Self::EventDate => roles.event_date,
            Self::Place => roles.place,
        }
    }

    /// Puts words into `roles`.
    pub(super) fn write(self, roles: &mut Roles, span: Option<Span>) {
        *match self {
            Self::Number => &mut roles.number,
            Self::Outcome => &mut roles.outcome,
            Self::Victims => &mut roles.victims,
            Self::Speaker => &mut roles.speaker,
            Self::Relay => &mut roles.relay,
            Self::AsOf => &mut roles.as_of,
            Self::EventDate => &mut roles.event_date,
            Self::Place => &mut roles.place,
        } = span;
    }

    /// The word for it in the project file.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Number => "number_words",
            Self::Outcome => "outcome_words",
            Self::Victims => "victims_words",
            Self::Speaker => "speaker_words",
            Self::Relay => "relay_words",
            Self::AsOf => "as_of_words",
            Self::EventDate => "event_date_words",
            Self::Place => "place_words",
        }
    }
}

impl ClaimRecord {
    /// Puts the words that the analyst pointed at to where they stand in another text; those that stand nowhere are the
    /// machine's again.
    pub fn move_words(&mut self, place: impl Fn(Span) -> Option<Span>) {
        self.fields.retain(|_, value| match value {
            FieldValue::Span(Some(span)) => match place(*span) {
                Some(moved) => {
                    *span = moved;
                    true
                }
                None => false,
            },
            _ => true,
        });
        self.rebuild();
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, FieldValue, Role, Span};
    use crate::store::ClaimRecord;
    use crate::store::tests::store;

    #[test]
    fn words_move_with_their_text_or_are_the_machines_again() {
        let store = store();
        let mut record = ClaimRecord::clone(store.claims().next().expect("a claim"));
        record.set_field(
            Field::Role(Role::Speaker),
            Some(FieldValue::Span(Some(Span::new(4, 9)))),
        );
        record.set_field(Field::Span, Some(FieldValue::Span(Some(Span::new(20, 24)))));
        record.move_words(|span| (span.start() < 10).then(|| span.shifted(3)));
        assert_eq!(record.claim().roles.speaker, Some(Span::new(7, 12)));
        assert_eq!(record.claim().span, record.machine.span);
        assert!(!record.is_set(Field::Span));
    }

    #[test]
    fn roles_and_fields_belong_together() {
        for role in Role::ALL {
            assert_eq!(role.field().and_then(Role::of_field), role.field().map(|_| role));
            assert_eq!(Field::from_id(Field::Role(role).id()), Some(Field::Role(role)));
        }
        assert_eq!(Field::from_id("span"), Some(Field::Span));
        assert_eq!(Field::from_id("words"), None);
    }
}
