//! Claims that the machine read in the same wrong way: what the analyst corrected once can be applied to all of them.

use super::words;
use crate::claim::Claim;
use crate::store::{ArticleRecord, Change, ClaimId, ClaimRecord, Edit, Field, FieldValue, Status, Store, Verdict};

/// What was said of the first of the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameWhat {
    /// A field has another value: speaker, victims, class or kind.
    Field(Field),
    /// It is no claim.
    Rejected,
}

/// A correction with the other cases that it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameCases {
    /// The claim that was corrected.
    pub from: ClaimId,
    /// What was said of it.
    pub what: SameWhat,
    /// The other claims with the same machine reading of the same words: those that nobody decided on, then the others.
    pub claims: Vec<ClaimId>,
    /// How many of them nobody decided on.
    pub undecided: usize,
}

/// The fields of which a correction can be applied to equal cases.
const FIELDS: [Field; 4] = [Field::Speaker, Field::Victims, Field::VictimClass, Field::Kind];

/// The other cases of what was said of a claim; `None` where there are none.
pub fn same_cases(store: &Store, from: ClaimId, what: SameWhat) -> Option<SameCases> {
    let record = store
        .claim(from)
        .filter(|record| !record.by_hand && is_said(record, what))?;
    let key = key(what, &record.machine, store.article(record.article)?)?;
    let fits = |other: &ClaimRecord| {
        let differs = other.id != from && !other.by_hand && !has_it(other, record, what);
        // the words are compared where the values are the same: texts are not read for every claim
        let near = differs && is_near(&other.machine, &record.machine, what);
        near && store
            .article(other.article)
            .is_some_and(|article| self::key(what, &other.machine, article).as_ref() == Some(&key))
    };
    let found = store.claims().filter(|other| fits(other));
    let (open, decided): (Vec<_>, Vec<_>) = found.partition(|record| !record.is_decided());
    let undecided = open.len();
    let claims: Vec<ClaimId> = open.into_iter().chain(decided).map(|record| record.id).collect();
    (!claims.is_empty()).then_some(SameCases {
        from,
        what,
        claims,
        undecided,
    })
}

/// The cases of the last thing that was said of a claim and has any: that it is none, then its fields.
pub fn same_cases_of(store: &Store, from: ClaimId) -> Option<SameCases> {
    let fields = FIELDS.into_iter().map(SameWhat::Field);
    [SameWhat::Rejected]
        .into_iter()
        .chain(fields)
        .find_map(|what| same_cases(store, from, what))
}

/// The edit that says the same of these claims, in one step.
pub fn same_edit(store: &Store, from: ClaimId, what: SameWhat, claims: &[ClaimId]) -> Edit {
    let Some(record) = store.claim(from) else {
        return Edit::new("Nothing to apply", Vec::new());
    };
    let edit = match what {
        SameWhat::Rejected => store.set_verdict(claims, Verdict::Rejected),
        SameWhat::Field(field) => store.set_field(claims, field, Some(&field.read(record.claim()))),
    };
    let changed = edit
        .changes
        .iter()
        .filter(|change| matches!(change, Change::Claim(..)))
        .count();
    let label = match what {
        SameWhat::Rejected => format!("{} rejected like the first", words::count(changed, "equal claim")),
        SameWhat::Field(field) => {
            let value = value_words(&field.read(record.claim()));
            format!("{} corrected to “{value}”", words::count(changed, "equal claim"))
        }
    };
    Edit::new(label, edit.changes)
}

/// What a claim has now and what it gets.
pub fn same_change(store: &Store, cases: &SameCases, claim: ClaimId) -> Option<(String, String)> {
    let (from, record) = (store.claim(cases.from)?, store.claim(claim)?);
    Some(match cases.what {
        SameWhat::Rejected => (
            words::status(record.status()).to_owned(),
            words::status(Status::Rejected).to_owned(),
        ),
        SameWhat::Field(field) => (
            value_words(&field.read(record.claim())),
            value_words(&field.read(from.claim())),
        ),
    })
}

/// What was said, as a head: "Speaker: “police” → “Interior Ministry”".
pub fn same_head(store: &Store, cases: &SameCases) -> String {
    let Some(record) = store.claim(cases.from) else {
        return String::new();
    };
    match cases.what {
        SameWhat::Rejected => {
            let article = store.article(record.article);
            let quote = article.map_or("", |article| record.claim().span.of(article.text()));
            format!("“{}” is no claim", words::short(quote, 60))
        }
        SameWhat::Field(field) => {
            let (old, new) = (field.read(&record.machine), field.read(record.claim()));
            format!(
                "{}: “{}” becomes “{}”",
                words::field(field),
                value_words(&old),
                value_words(&new)
            )
        }
    }
}

/// A field's value in words, as far as equal cases have it.
fn value_words(value: &FieldValue) -> String {
    match value {
        FieldValue::Kind(kind) => words::kind(*kind).to_owned(),
        FieldValue::Words(Some(found)) => found.clone(),
        FieldValue::Class(class) => words::class(*class).to_owned(),
        _ => words::NOT_STATED.to_owned(),
    }
}

/// True where the analyst said this of the claim.
fn is_said(record: &ClaimRecord, what: SameWhat) -> bool {
    match what {
        SameWhat::Field(field) => FIELDS.contains(&field) && record.is_set(field),
        SameWhat::Rejected => record.verdict == Verdict::Rejected,
    }
}

/// True where the claim has already what `from` has.
fn has_it(record: &ClaimRecord, from: &ClaimRecord, what: SameWhat) -> bool {
    match what {
        SameWhat::Field(field) => field.read(record.claim()) == field.read(from.claim()),
        SameWhat::Rejected => record.verdict == Verdict::Rejected,
    }
}

/// True where the machine's values are the same, before any words are looked at.
fn is_near(machine: &Claim, from: &Claim, what: SameWhat) -> bool {
    match what {
        SameWhat::Field(Field::Kind) => machine.kind == from.kind,
        SameWhat::Field(Field::VictimClass) => machine.victim_class == from.victim_class,
        SameWhat::Field(_) => true,
        SameWhat::Rejected => machine.why.rule == from.why.rule && machine.span.len() == from.span.len(),
    }
}

/// What equal cases have in common beside what [`is_near`] compares; `None` where there are no words to go by.
fn key(what: SameWhat, machine: &Claim, article: &ArticleRecord) -> Option<String> {
    let words = |words: &str| Some(words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
    let found = match what {
        SameWhat::Field(Field::Speaker) => words(machine.speaker.as_deref()?),
        SameWhat::Field(Field::Victims | Field::VictimClass) => words(machine.victims.as_deref()?),
        SameWhat::Field(Field::Kind) => words(machine.roles.outcome?.of(article.text())),
        SameWhat::Field(_) => None,
        SameWhat::Rejected => words(machine.span.of(article.text())),
    };
    found.filter(|found| !found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::{SameWhat, same_cases, same_cases_of, same_change, same_edit, same_head};
    use crate::store::{ClaimId, Field, FieldValue, Store, Verdict};

    const AT: &str = "2031-03-15T09:00:00Z";

    fn project() -> Store {
        testing::store(&[
            (
                "Herald",
                "2031-03-14",
                "{killed @officials|Six people} died. {injured @officials|9 people} were hurt.",
            ),
            (
                "Post",
                "2031-03-15",
                "{killed @Officials accepted|7 people} died. {killed @police|8 people} died.",
            ),
            (
                "Times",
                "2031-03-16",
                "{killed @officials|three people} died. {killed|Six people} died.",
            ),
        ])
    }

    fn set(store: &mut Store, claim: ClaimId, field: Field, value: &str) {
        let value = FieldValue::Words(Some(value.to_owned()));
        let edit = store.set_field(&[claim], field, Some(&value));
        store.commit(edit, AT);
    }

    #[test]
    fn the_same_words_of_the_speaker_are_equal_cases_and_decided_ones_come_last() {
        let mut store = project();
        let from = testing::claim(&store, "Six people");
        assert_eq!(same_cases(&store, from, SameWhat::Field(Field::Speaker)), None);
        set(&mut store, from, Field::Speaker, "Interior Ministry");
        let cases = same_cases(&store, from, SameWhat::Field(Field::Speaker)).unwrap();
        let claim = |words| testing::claim(&store, words);
        assert_eq!(
            cases.claims,
            [claim("9 people"), claim("three people"), claim("7 people")]
        );
        assert_eq!(cases.undecided, 2);
        assert_eq!(
            same_head(&store, &cases),
            "Speaker: “officials” becomes “Interior Ministry”"
        );
        let change = same_change(&store, &cases, claim("7 people")).unwrap();
        assert_eq!(change, ("Officials".to_owned(), "Interior Ministry".to_owned()));
    }

    #[test]
    fn all_cases_are_one_step_and_leave_nothing_to_apply() {
        let mut store = project();
        let from = testing::claim(&store, "Six people");
        set(&mut store, from, Field::Speaker, "Interior Ministry");
        let cases = same_cases_of(&store, from).unwrap();
        let edit = same_edit(&store, from, cases.what, &cases.claims[..cases.undecided]);
        assert_eq!(edit.label, "2 equal claims corrected to “Interior Ministry”");
        store.commit(edit, AT);
        assert_eq!(same_cases_of(&store, from).unwrap().undecided, 0);
        let kept = store.claim(testing::claim(&store, "7 people")).unwrap();
        assert_eq!(kept.claim().speaker.as_deref(), Some("Officials"));
        store.undo();
        assert_eq!(same_cases_of(&store, from), Some(cases));
    }

    #[test]
    fn rejected_quotes_are_equal_by_words_and_rule() {
        let mut store = project();
        let from = testing::claim(&store, "Six people");
        let edit = store.set_verdict(&[from], Verdict::Rejected);
        store.commit(edit, AT);
        let cases = same_cases_of(&store, from).unwrap();
        assert_eq!((cases.what, cases.claims.len()), (SameWhat::Rejected, 1));
        assert_eq!(same_head(&store, &cases), "“Six people” is no claim");
        let other = store.claim(cases.claims[0]).unwrap();
        assert_ne!(other.article, store.claim(from).unwrap().article);
        let edit = same_edit(&store, from, cases.what, &cases.claims);
        store.commit(edit, AT);
        assert_eq!(same_cases_of(&store, from), None);
    }

    #[test]
    fn fields_without_words_and_other_fields_have_no_cases() {
        let mut store = project();
        let from = store.claims().last().unwrap().id;
        set(&mut store, from, Field::Speaker, "police");
        assert_eq!(same_cases_of(&store, from), None);
        let first = store.claims().next().unwrap().id;
        set(&mut store, first, Field::Relay, "an agency");
        assert_eq!(same_cases(&store, first, SameWhat::Field(Field::Relay)), None);
    }
}
