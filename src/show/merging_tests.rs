//! Two analysts work on one sample and take over from each other.

use std::collections::BTreeSet;

use super::testing::{self, claim};
use crate::claim::Kind;
use crate::link::{NameAbout, NameRef, NameSaid, NameSort, Reach};
use crate::store::{
    Adopted, AdoptedAbout, ArticleId, ArticleRecord, Change, ClaimId, Edit, Field, FieldValue, Merge, MergeAbout,
    MergeState, Ruling, Store, TagChange, Told, Verdict,
};

const AT: &str = "2031-03-15T09:00:00Z";

const FIRST: (&str, &str, &str) = (
    "Herald",
    "2031-03-14",
    "Toll\n\n{killed @M|29 dead}. {killed @S|at least 71}. {injured @H|36 hurt}.",
);
const SECOND: (&str, &str, &str) = (
    "Post",
    "2031-03-14",
    "Held\n\n{arrested @P|400 held}, they say. {killed @P|30 people} died.",
);
const THIRD: (&str, &str, &str) = (
    "Courier",
    "2031-03-15",
    "Missing\n\n{missing @Q|12 missing} in Norhaven.",
);

/// A store of articles whose bytes are told by their outlets, wherever they stand.
fn store(articles: &[(&str, &str, &str)]) -> Store {
    let mut store = testing::store(articles);
    let rows: Vec<_> = store.articles().cloned().collect();
    let rows = rows.into_iter().map(|row| {
        let sha256 = format!("{:0>64}", row.publisher().unwrap_or_default());
        Change::Article(
            row.id,
            Some(
                ArticleRecord {
                    sha256,
                    ..ArticleRecord::clone(&row)
                }
                .into(),
            ),
        )
    });
    store.apply(&Edit::new("", rows.collect()));
    store
}

fn done(store: &mut Store, edit: Edit) {
    assert!(!edit.is_empty(), "{} changes nothing", edit.label);
    store.commit(edit, AT);
}

fn words(words: &str) -> FieldValue {
    FieldValue::Words(Some(words.to_owned()))
}

fn about(day: i8) -> AdoptedAbout {
    AdoptedAbout {
        story: "Estrava".to_owned(),
        kind: Kind::Killed,
        day: jiff::civil::date(2031, 3, day),
    }
}

/// One analyst has the first two articles, in this order.
fn anna() -> Store {
    let mut store = store(&[FIRST, SECOND]);
    let (dead, least, hurt) = (
        claim(&store, "29 dead"),
        claim(&store, "at least 71"),
        claim(&store, "36 hurt"),
    );
    let edit = store.set_verdict(&[dead, hurt], Verdict::Accepted);
    done(&mut store, edit);
    let edit = store.set_field(&[least], Field::Speaker, Some(&words("the union")));
    done(&mut store, edit);
    let edit = store.set_note(&[dead], "seen in print");
    done(&mut store, edit);
    let edit = store.tag_claims(&[dead], "checked", TagChange::Add);
    done(&mut store, edit);
    let edit = store.rule_on(
        "conflict:1",
        Some(Ruling {
            reason: "scope".to_owned(),
            preferred: Some(dead),
            ..Ruling::default()
        }),
    );
    done(&mut store, edit);
    store
}

/// The other has them the other way round, and a third.
fn boris() -> Store {
    let mut store = store(&[SECOND, FIRST, THIRD]);
    let (dead, least, held) = (
        claim(&store, "29 dead"),
        claim(&store, "at least 71"),
        claim(&store, "400 held"),
    );
    let missing = claim(&store, "12 missing");
    let edit = store.set_verdict(&[dead, missing], Verdict::Rejected);
    done(&mut store, edit);
    let edit = store.set_field(&[least], Field::Speaker, Some(&words("the union")));
    done(&mut store, edit);
    let edit = store.set_verdict(&[held], Verdict::Accepted);
    done(&mut store, edit);
    let edit = store.tag_claims(&[dead], "print", TagChange::Add);
    done(&mut store, edit);
    let told = Told {
        publisher: Some("The Herald".to_owned()),
        ..Told::default()
    };
    let edit = store.tell(&[ArticleId(2)], &told);
    done(&mut store, edit);
    let figure = Adopted {
        low: 29,
        best: 30,
        high: 71,
        claims: vec![dead, missing],
        ..Adopted::default()
    };
    let edit = store.adopt(about(14), Some(figure));
    done(&mut store, edit);
    let name = NameRef {
        sort: NameSort::Name(crate::entity::EntityKind::Org),
        words: "M".to_owned(),
        reach: Reach::Article(2),
    };
    let mut said = store.stories_said();
    said.held.insert(3, "Norhaven".to_owned());
    let edit = store.say_stories("Story named", &said);
    done(&mut store, edit);
    let edit = Edit::new(
        "said",
        vec![Change::Name(
            NameAbout::Called(name),
            Some(NameSaid::Called("Ministry".to_owned())),
        )],
    );
    done(&mut store, edit);
    let edit = store.say_copies((ArticleId(1), ArticleId(2)), Some(true));
    done(&mut store, edit);
    store
}

fn num(merge: &Merge, state: MergeState) -> usize {
    merge.differences.iter().filter(|one| one.state == state).count()
}

/// All that can be taken.
fn all(merge: &Merge) -> BTreeSet<usize> {
    let rows = merge
        .differences
        .iter()
        .enumerate()
        .filter(|(_, one)| one.state.can_be_taken());
    rows.map(|(number, _)| number).collect()
}

#[test]
fn a_project_does_not_differ_from_itself() {
    for one in [anna(), boris(), Store::default()] {
        let merge = one.differences(&one.clone());
        assert_eq!(merge.differences, []);
        assert_eq!((merge.num_shared, merge.num_unplaced), (one.num_articles(), 0));
    }
}

#[test]
fn what_is_only_there_only_here_or_otherwise_is_told_apart() {
    let merge = anna().differences(&boris());
    assert_eq!(merge.num_shared, 2);
    // accepted here, rejected there
    assert_eq!(num(&merge, MergeState::Differs), 1);
    let only_there: Vec<MergeAbout> = merge
        .differences
        .iter()
        .filter(|one| one.state == MergeState::OnlyThere)
        .map(|one| one.about)
        .collect();
    let mut sorted = only_there.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        [
            MergeAbout::Article,
            MergeAbout::ArticleFacts,
            MergeAbout::Claim,
            MergeAbout::Claim,
            MergeAbout::Name,
            MergeAbout::Conclusion,
            MergeAbout::Conclusion,
            MergeAbout::Adopted,
        ]
    );
    // 36 hurt accepted, the note, the ruling; the tag of one side is more there
    assert_eq!(num(&merge, MergeState::OnlyHere), 3);
}

#[test]
fn what_does_not_contradict_is_taken_and_nothing_is_lost() {
    let (anna, boris) = (anna(), boris());
    let merge = anna.differences(&boris);
    let mut both = anna.clone();
    let edit = both.take_over(&merge, &merge.without_contradiction(), "Decisions taken over");
    done(&mut both, edit);
    let row = |words: &str| both.claim(claim(&both, words)).expect("a claim").clone();
    assert_eq!(
        row("29 dead").verdict,
        Verdict::Accepted,
        "what contradicts stays as it is here"
    );
    assert_eq!(row("29 dead").tags, ["checked", "print"]);
    assert_eq!(row("29 dead").note, "seen in print");
    assert_eq!(row("36 hurt").verdict, Verdict::Accepted);
    assert_eq!(row("400 held").verdict, Verdict::Accepted);
    assert_eq!(row("12 missing").verdict, Verdict::Rejected);
    assert_eq!(both.num_articles(), 3);
    assert_eq!(
        both.article(ArticleId(1)).expect("an article").publisher(),
        Some("The Herald")
    );
    let figure = both.adopted().get(&about(14)).expect("a figure");
    assert_eq!(figure.claims, [claim(&both, "29 dead"), claim(&both, "12 missing")]);
    assert_eq!(both.copies_told().said(1, 2), Some(true));
    assert_eq!(both.stories_said().held.get(&3).map(String::as_str), Some("Norhaven"));
    let name = NameRef {
        sort: NameSort::Name(crate::entity::EntityKind::Org),
        words: "M".to_owned(),
        reach: Reach::Article(1),
    };
    assert!(
        both.names().rulings.contains_key(&NameAbout::Called(name)),
        "in numbers of this project"
    );
    assert_eq!(
        both.ruling("conflict:1").and_then(|ruling| ruling.preferred),
        Some(claim(&both, "29 dead"))
    );
    // once more: nothing but what contradicts and what is only here
    let again = both.differences(&boris);
    assert_eq!(again.without_contradiction(), BTreeSet::new());
    assert_eq!(num(&again, MergeState::Differs), 1);
    // one step, taken back as one
    both.undo();
    assert_eq!(both.claims().count(), anna.claims().count());
    assert!(both.claims().eq(anna.claims()) && both.articles().eq(anna.articles()));
    assert_eq!(
        (both.settings(), both.rulings(), both.adopted()),
        (anna.settings(), anna.rulings(), anna.adopted())
    );
}

#[test]
fn both_ways_gives_the_same_decisions() {
    let (mut anna, mut boris) = (anna(), boris());
    let merge = anna.differences(&boris);
    let edit = anna.take_over(&merge, &all(&merge), "taken");
    done(&mut anna, edit);
    let merge = boris.differences(&anna);
    assert_eq!(num(&merge, MergeState::Differs), 0, "{:#?}", merge.differences);
    let edit = boris.take_over(&merge, &all(&merge), "taken");
    done(&mut boris, edit);
    assert_eq!(anna.differences(&boris).differences, []);
    assert_eq!(boris.differences(&anna).differences, []);
    assert_eq!(anna.num_claims(), boris.num_claims());
    for record in anna.claims() {
        let article = anna.article(record.article).expect("its article");
        let other = boris
            .claim(claim(&boris, record.claim().span.of(article.text())))
            .expect("a claim");
        assert_eq!(
            (
                record.verdict,
                &record.fields,
                &record.note,
                record.tags.iter().collect::<BTreeSet<_>>()
            ),
            (
                other.verdict,
                &other.fields,
                &other.note,
                other.tags.iter().collect::<BTreeSet<_>>()
            )
        );
    }
}

#[test]
fn claims_made_by_hand_are_known_by_their_words() {
    let (mut here, mut there) = (store(&[FIRST]), store(&[FIRST]));
    let machine = here.claim(claim(&here, "36 hurt")).expect("a claim").machine.clone();
    // there the same words are a claim of another kind made by hand
    let mut own = crate::claim::Claim::clone(&machine);
    own.kind = Kind::Missing;
    own.key = crate::claim::claim_key(
        there.article(ArticleId(1)).expect("an article").text(),
        own.kind,
        own.span,
    );
    let (made, edit) = there.add_claim(ArticleId(1), own.clone());
    done(&mut there, edit);
    let merge = here.differences(&there);
    assert_eq!(merge.without_contradiction().len(), 1);
    let edit = here.take_over(&merge, &all(&merge), "taken");
    done(&mut here, edit);
    let taken = here
        .claims()
        .find(|record| record.by_hand)
        .expect("a claim made by hand");
    assert_eq!(*taken.machine, *there.claim(made).expect("a claim").machine);
    assert_eq!(here.differences(&there).differences, []);
    assert_eq!(there.differences(&here).differences, []);
    // made by hand on both sides it is one
    let mut third = store(&[FIRST]);
    let (_, edit) = third.add_claim(ArticleId(1), own);
    done(&mut third, edit);
    assert_eq!(third.differences(&there).differences, []);
}

#[test]
fn what_hangs_on_an_article_that_is_left_there_is_left_too() {
    let (anna, boris) = (anna(), boris());
    let merge = anna.differences(&boris);
    let chosen = merge.without_contradiction();
    let without: BTreeSet<usize> = chosen
        .into_iter()
        .filter(|number| merge.differences[*number].about != MergeAbout::Article)
        .collect();
    let mut both = anna.clone();
    let edit = both.take_over(&merge, &without, "taken");
    done(&mut both, edit);
    assert_eq!(both.num_articles(), 2);
    assert_eq!(both.stories_said().held.len(), 0);
    assert_eq!(
        both.adopted().get(&about(14)).expect("a figure").claims,
        [claim(&both, "29 dead")]
    );
    assert!(both.claims().all(|record| both.article(record.article).is_some()));
}

#[test]
fn words_that_do_not_stand_here_are_counted() {
    let mut there = store(&[FIRST]);
    let id = claim(&there, "29 dead");
    let edit = there.set_verdict(&[id], Verdict::Accepted);
    done(&mut there, edit);
    // the same file, another text: its claim is not found
    let here = store(&[("Herald", "2031-03-14", "Toll\n\nNobody {injured|1 man} was hurt.")]);
    let merge = here.differences(&there);
    assert_eq!((merge.num_shared, merge.num_unplaced), (1, 1));
    assert_eq!(merge.without_contradiction(), BTreeSet::new());
    assert_eq!(ClaimId(1), id);
}
