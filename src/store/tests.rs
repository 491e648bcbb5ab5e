//! The store by its contract: whatever an edit changes, its inverse brings back.

use std::sync::Arc;

use super::{ArticleId, ClaimId, Edit, Field, FieldValue, NewArticle, Origin, Ruling, Status, Store, Told, Verdict};
use crate::article::Article;
use crate::base::{Span, Why};
use crate::claim::{Claim, Form, Kind, Modality, Roles, Scope, VictimClass, claim_key};
use crate::quantity::{Figure, Qualifier};
use crate::read::Reading;

/// A text without its brackets, and where what they held stands in it.
pub(super) fn bracketed(marked: &str) -> (String, Option<Span>) {
    let bare = marked.replace(['[', ']'], "");
    let span = marked
        .find('[')
        .map(|start| Span::new(start, marked.find(']').unwrap() - 1));
    (bare, span)
}

/// A claim of `kind` on the first place where `words` stand in `text`.
pub(crate) fn claim(text: &str, words: &str, kind: Kind, figure: Figure) -> Claim {
    let start = text.find(words).unwrap_or_default();
    let span = Span::new(start, start + words.len());
    Claim {
        key: claim_key(text, kind, span),
        span,
        sentence: Span::new(0, text.len()),
        kind,
        figure,
        form: Form::Number,
        victims: None,
        victim_class: VictimClass::Unspecified,
        speaker: Some("police".to_owned()),
        relay: None,
        as_of: None,
        event_date: None,
        place: None,
        scope: Scope::Unknown,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles::default(),
        confidence: 0.9,
        why: Why::leaf("claim/test", span),
    }
}

pub(crate) fn reading(text: &str, claims: Vec<Claim>) -> Reading {
    Reading {
        article: Arc::new(Article::plain(text)),
        published: None,
        entities: Vec::new(),
        times: Vec::new(),
        claims,
        notes: Vec::new(),
    }
}

const TEXT: &str = "In Estrava 12 people died and 30 were hurt, police said.";

fn claims() -> Vec<Claim> {
    vec![
        claim(TEXT, "12 people", Kind::Killed, Figure::exact(12)),
        claim(TEXT, "30", Kind::Injured, Figure::exact(30)),
    ]
}

pub(crate) fn store() -> Store {
    let mut store = Store::default();
    let new = NewArticle {
        origin: Origin::Pasted,
        file_name: "toll.txt".to_owned(),
        sha256: "ab".repeat(32),
        reading: reading(TEXT, claims()),
        rules_version: "1".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, "2031-03-14T10:00:00Z").expect("adds");
    store
}

/// The rows as lines, to compare whole stores.
fn rows(store: &Store) -> String {
    let articles = store
        .articles()
        .map(|article| format!("{} {:?}", article.title(), article.told));
    let claims = store
        .articles()
        .flat_map(|article| store.claims_of(article.id))
        .map(|claim| {
            let anchor = claim.claim().figure.anchor();
            format!(
                "{:?} {:?} {anchor:?} {:?} {} {}",
                claim.id,
                claim.status(),
                claim.claim().speaker,
                claim.note,
                claim.vanished
            )
        });
    let rulings = store.rulings().iter().map(|(key, ruling)| format!("{key} {ruling:?}"));
    articles.chain(claims).chain(rulings).collect::<Vec<_>>().join("\n")
}

/// Makes the edit, takes it back, makes it again: the rows must come back both times.
#[track_caller]
fn check(edit: impl Fn(&mut Store) -> Edit) {
    let mut store = store();
    let before = rows(&store);
    let made = edit(&mut store);
    assert!(!made.is_empty());
    store.commit(made, "2031-03-14T10:01:00Z").expect("changes something");
    let after = rows(&store);
    assert_ne!(before, after);
    store.undo().expect("takes back");
    assert_eq!(rows(&store), before);
    store.redo().expect("does again");
    assert_eq!(rows(&store), after);
}

const FIRST: ClaimId = ClaimId(1);
const ARTICLE: ArticleId = ArticleId(1);

#[test]
fn every_edit_is_taken_back_by_its_inverse() {
    let figure = FieldValue::Figure(Figure::hedged(13, Qualifier::AtLeast));
    check(|store| store.set_verdict(&[FIRST, ClaimId(2)], Verdict::Accepted));
    check(|store| store.set_field(&[FIRST], Field::Figure, Some(&figure)));
    check(|store| store.set_note(&[FIRST], "twice?"));
    check(|store| store.remove_articles(&[ARTICLE]));
    check(|store| store.rule_on("conflict/killed", Some(Ruling::default())));
    check(|store| {
        store
            .add_claim(ARTICLE, claim(TEXT, "30 were hurt", Kind::Arrested, Figure::exact(30)))
            .1
    });
    check(|store| store.reread(ARTICLE, reading(TEXT, Vec::new()), "2").0);
    let told = Told {
        publisher: Some("Estrava Herald".to_owned()),
        ..Told::default()
    };
    check(|store| store.tell(&[ARTICLE], &told));
}

#[test]
fn edits_that_change_nothing_leave_no_step() {
    let mut store = store();
    let edit = store.set_verdict(&[FIRST], Verdict::Open);
    assert!(store.commit(edit, "now").is_none());
    let same = FieldValue::Figure(Figure::exact(12));
    let edit = store.set_field(&[FIRST], Field::Figure, Some(&same));
    assert!(store.commit(edit, "now").is_none());
    let edit = store.delete_claims(&[FIRST]);
    assert!(edit.is_empty(), "a machine claim cannot be deleted");
}

#[test]
fn the_analysts_value_shows_and_goes_back() {
    let mut store = store();
    let value = FieldValue::Words(Some("Health Ministry".to_owned()));
    let edit = store.set_field(&[FIRST], Field::Speaker, Some(&value));
    store.commit(edit, "now");
    let row = store.claim(FIRST).expect("is there");
    assert_eq!(row.status(), Status::Corrected);
    assert_eq!(row.claim().speaker.as_deref(), Some("Health Ministry"));
    assert_eq!(row.machine.speaker.as_deref(), Some("police"));
    let edit = store.set_field(&[FIRST], Field::Speaker, None);
    store.commit(edit, "now");
    assert_eq!(store.claim(FIRST).map(|row| row.status()), Some(Status::Unreviewed));
}

#[test]
fn a_new_reading_keeps_decided_claims_and_drops_the_others() {
    let mut store = store();
    let edit = store.set_verdict(&[FIRST], Verdict::Rejected);
    store.commit(edit, "now");
    let (edit, summary) = store.reread(ARTICLE, reading(TEXT, Vec::new()), "2");
    store.commit(edit, "now");
    assert_eq!((summary.removed, summary.vanished), (1, 1));
    let left: Vec<_> = store
        .claims()
        .map(|claim| (claim.id, claim.status(), claim.vanished))
        .collect();
    assert_eq!(left, [(FIRST, Status::Rejected, true)]);
    let (edit, summary) = store.reread(ARTICLE, reading(TEXT, claims()), "3");
    store.commit(edit, "now");
    assert_eq!((summary.added, summary.changed), (1, 1));
    let left: Vec<_> = store.claims().map(|claim| (claim.status(), claim.vanished)).collect();
    assert_eq!(left, [(Status::Rejected, false), (Status::Unreviewed, false)]);
}

#[test]
fn a_new_reading_moves_a_decision_along_with_its_claim() {
    let mut store = store();
    let edit = store.set_verdict(&[FIRST], Verdict::Accepted);
    store.commit(edit, "now");
    let mut moved = claims();
    moved[0].figure = Figure::hedged(12, Qualifier::AtLeast);
    moved[0].span = Span::new(11, 20);
    moved[0].key = "another".to_owned();
    let (edit, summary) = store.reread(ARTICLE, reading(TEXT, moved), "2");
    store.commit(edit, "now");
    assert_eq!((summary.added, summary.changed, summary.removed), (0, 1, 0));
    let row = store.claim(FIRST).expect("is there");
    assert_eq!(
        (row.status(), row.claim().figure.qualifier),
        (Status::Accepted, Qualifier::AtLeast)
    );
}

#[test]
fn numbers_are_never_given_out_twice() {
    let mut store = store();
    let edit = store.remove_articles(&[ARTICLE]);
    store.commit(edit, "now");
    let new = NewArticle {
        origin: Origin::Pasted,
        file_name: "other.txt".to_owned(),
        sha256: "cd".repeat(32),
        reading: reading(TEXT, claims()),
        rules_version: "1".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, "now");
    assert_eq!(
        store.articles().map(|article| article.id).collect::<Vec<_>>(),
        [ArticleId(2)]
    );
    assert_eq!(
        store.claims().map(|claim| claim.id).collect::<Vec<_>>(),
        [ClaimId(3), ClaimId(4)]
    );
}

#[test]
fn claims_lie_in_the_order_of_the_text() {
    let mut store = store();
    let (id, edit) = store.add_claim(ARTICLE, claim(TEXT, "In Estrava", Kind::Missing, Figure::exact(1)));
    store.commit(edit, "now");
    let order: Vec<_> = store.claims_of(ARTICLE).map(|claim| claim.id).collect();
    assert_eq!(order, [id, FIRST, ClaimId(2)]);
    assert_eq!(store.claim(id).map(|claim| claim.status()), Some(Status::ByHand));
}
