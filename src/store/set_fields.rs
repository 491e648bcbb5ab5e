//! Several fields of one claim in one step, and the way back from each.

use super::change::Edit;
use super::field::{Field, FieldValue};
use super::record::ClaimId;
use super::rows::Store;

impl Store {
    /// Sets fields of one claim together; the label says which. What is the machine's reading already is not kept.
    pub fn set_fields(&self, id: ClaimId, values: &[(Field, FieldValue)], what: &str) -> Edit {
        let mut edit = self.edit_claims(&[id], "corrected", |claim| {
            for (field, value) in values {
                let same = !claim.by_hand && field.read(&claim.machine) == *value;
                claim.set_field(*field, (!same).then(|| value.clone()));
            }
        });
        if !edit.is_empty() {
            what.clone_into(&mut edit.label);
        }
        edit
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, FieldValue};
    use crate::base::Span;
    use crate::store::{Role, tests::store};

    #[test]
    fn words_and_where_they_stand_are_one_step_and_go_back_together() {
        let mut store = store();
        let record = store.claims().next().expect("a claim").clone();
        let id = record.id;
        let words = FieldValue::Words(Some("the harbour office".to_owned()));
        let span = FieldValue::Span(Some(Span::new(3, 9)));
        let values = [
            (Field::Speaker, words.clone()),
            (Field::Role(Role::Speaker), span.clone()),
        ];
        let edit = store.set_fields(id, &values, "Speaker picked");
        assert_eq!(edit.label, "Speaker picked");
        assert!(store.commit(edit, "2031-03-15T09:00:00Z").is_some());
        let now = store.claim(id).expect("it").clone();
        assert_eq!(now.claim().roles.speaker, Some(Span::new(3, 9)));
        assert_eq!(now.claim().speaker.as_deref(), Some("the harbour office"));
        // typed words stand nowhere
        let typed = store.set_field(
            &[id],
            Field::Speaker,
            Some(&FieldValue::Words(Some("a clerk".to_owned()))),
        );
        store.commit(typed, "2031-03-15T09:00:00Z");
        assert!(!store.claim(id).expect("it").is_set(Field::Role(Role::Speaker)));
        store.undo();
        let back = store.set_field(&[id], Field::Speaker, None);
        store.commit(back, "2031-03-15T09:00:00Z");
        assert_eq!(store.claim(id).expect("it").claim(), &*record.machine);
        assert!(
            store
                .set_fields(id, &[(Field::Span, FieldValue::Span(Some(record.machine.span)))], "x")
                .is_empty()
        );
    }

    #[test]
    fn a_moved_mark_keeps_its_sentence_around_it() {
        let mut store = store();
        let id = store.claims().next().expect("a claim").id;
        let before = store.claim(id).expect("it").claim().sentence;
        let span = Span::new(before.start(), before.end());
        let edit = store.set_fields(id, &[(Field::Span, FieldValue::Span(Some(span)))], "Words moved");
        store.commit(edit, "2031-03-15T09:00:00Z");
        let claim = store.claim(id).expect("it").claim().clone();
        assert_eq!((claim.span, claim.sentence), (span, before));
        // a mark has words: none changes nothing
        let edit = store.set_fields(id, &[(Field::Span, FieldValue::Span(None))], "Words moved");
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(!store.claim(id).expect("it").claim().span.is_empty());
    }
}
