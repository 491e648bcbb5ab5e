//! Made-up rows of every sort, for tests.

mod claim;
mod reading;

use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::prelude::*;

pub(in crate::disk) use claim::{claims, times, whys};
pub(in crate::disk) use reading::readings;

use crate::base::Span;
use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::link::{ConflictSort, NameAbout, NameRef, NameSaid, NameSort, Reach};
use crate::store::{
    Adopted, AdoptedAbout, ArticleId, ArticleRecord, Change, ClaimId, ClaimRecord, Edit, Field, Origin, Resolution,
    Role, Ruling, Told, Verdict,
};

fn pick<T: Copy + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(all.to_vec())
}

fn words() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        Just("Kasym-Jomart “Tokayev”\n\t\u{1F600}\\\"".to_owned()),
        "[a-z é]{0,12}"
    ]
    .boxed()
}

fn maybe_words() -> BoxedStrategy<Option<String>> {
    prop::option::of(words()).boxed()
}

fn spans() -> BoxedStrategy<Span> {
    (any::<u32>(), any::<u32>())
        .prop_map(|(start, end)| Span::new(start as usize, end as usize))
        .boxed()
}

fn maybe_span() -> BoxedStrategy<Option<Span>> {
    prop::option::of(spans()).boxed()
}

fn days() -> BoxedStrategy<Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| date(year, month, day))
        .boxed()
}

fn share() -> BoxedStrategy<f32> {
    (0.0_f32..=1.0).boxed()
}

fn tags() -> BoxedStrategy<Vec<String>> {
    prop::collection::vec(words(), 0..3).boxed()
}

pub(in crate::disk) fn article_rows(id: i64) -> BoxedStrategy<ArticleRecord> {
    let origin = prop_oneof![
        words().prop_map(Origin::File),
        Just(Origin::Pasted),
        (words(), any::<u32>()).prop_map(|(path, part)| Origin::Part(path, part)),
        (words(), any::<u32>()).prop_map(|(path, row)| Origin::Row(path, row)),
        words().prop_map(Origin::Sample),
    ];
    let told = (maybe_words(), maybe_words(), maybe_words(), prop::option::of(days()));
    let texts = (words(), "[0-9a-f]{64}", words(), words(), tags());
    (origin, told, texts, readings())
        .prop_map(move |(origin, told, texts, reading)| ArticleRecord {
            id: ArticleId(id),
            origin,
            file_name: texts.0,
            sha256: texts.1,
            reading: Arc::new(reading),
            told: Told {
                title: told.0,
                publisher: told.1,
                author: told.2,
                published: told.3,
            },
            rules_version: texts.2,
            note: texts.3,
            tags: texts.4,
        })
        .boxed()
}

pub(in crate::disk) fn claim_rows(id: i64, article: i64) -> BoxedStrategy<ClaimRecord> {
    let words_of = Role::ALL.map(Field::Role).into_iter().chain([Field::Span]);
    let all: Vec<Field> = Field::ALL.into_iter().chain(words_of).collect();
    let fields = prop::collection::btree_set(pick(&all), 0..6);
    let verdicts = pick(&[Verdict::Open, Verdict::Accepted, Verdict::Rejected]);
    let flags = (any::<bool>(), any::<bool>());
    (claims(), claims(), fields, verdicts, (flags, words(), tags()))
        .prop_map(move |(machine, other, fields, verdict, (flags, note, tags))| {
            let mut row = ClaimRecord::new(ClaimId(id), ArticleId(article), Arc::new(machine));
            for field in fields {
                row.set_field(field, Some(field.read(&other)));
            }
            row.verdict = verdict;
            (row.by_hand, row.vanished) = flags;
            row.note = note;
            row.tags = tags;
            row
        })
        .boxed()
}

fn rulings() -> BoxedStrategy<Ruling> {
    let resolution = prop::option::of(pick(&Resolution::ALL));
    let taken_as = prop::option::of(pick(&ConflictSort::ALL));
    let preferred = prop::option::of((1_i64..9).prop_map(ClaimId));
    let said = (resolution, preferred, taken_as, any::<bool>());
    (prop::option::of(any::<bool>()), words(), words(), said)
        .prop_map(
            |(verdict, reason, note, (resolution, preferred, taken_as, settled))| Ruling {
                verdict,
                reason,
                note,
                resolution,
                preferred,
                taken_as,
                settled,
            },
        )
        .boxed()
}

fn adopted_about() -> BoxedStrategy<AdoptedAbout> {
    let story = prop::sample::select(vec!["Estrava".to_owned(), String::new()]);
    (story, pick(&Kind::ALL), days())
        .prop_map(|(story, kind, day)| AdoptedAbout { story, kind, day })
        .boxed()
}

fn adopted() -> BoxedStrategy<Adopted> {
    let number = || 0_u64..1_000_000;
    let claims = prop::collection::vec((1_i64..9).prop_map(ClaimId), 0..3);
    (number(), number(), number(), claims, (words(), words()))
        .prop_map(|(low, best, high, claims, (rule, note))| Adopted {
            low,
            best,
            high,
            claims,
            rule,
            note,
        })
        .boxed()
}

fn name_refs() -> BoxedStrategy<NameRef> {
    let sort = prop::sample::select(NameSort::ALL.to_vec());
    let word = prop::sample::select(vec!["Brenk".to_owned(), "Orla Front".to_owned()]);
    (sort, word, reaches())
        .prop_map(|(sort, words, reach)| NameRef { sort, words, reach })
        .boxed()
}

fn reaches() -> BoxedStrategy<Reach> {
    prop_oneof![
        Just(Reach::Project),
        (1_u64..4).prop_map(Reach::Article),
        (1_u64..4, 0_usize..9).prop_map(|(article, at)| Reach::Mention(article, Span::new(at, at + 5))),
    ]
    .boxed()
}

fn names_about() -> BoxedStrategy<NameAbout> {
    prop_oneof![
        (words(), reaches()).prop_map(|(words, reach)| NameAbout::Words(words, reach)),
        (name_refs(), name_refs()).prop_map(|(a, b)| NameAbout::pair(&a, &b)),
        name_refs().prop_map(NameAbout::Apart),
        name_refs().prop_map(NameAbout::Called),
    ]
    .boxed()
}

fn names_said() -> BoxedStrategy<NameSaid> {
    let kind = prop::option::of(prop::sample::select(EntityKind::ALL.to_vec()));
    prop_oneof![
        kind.prop_map(NameSaid::Kind),
        any::<bool>().prop_map(NameSaid::Same),
        Just(NameSaid::Apart),
        words().prop_map(NameSaid::Called),
    ]
    .boxed()
}

/// One change of any sort, among few numbers and names so that rows meet.
pub(in crate::disk) fn changes() -> BoxedStrategy<Change> {
    let name = || prop::sample::select(vec!["a".to_owned(), "b".to_owned()]);
    prop_oneof![
        (1_i64..4).prop_flat_map(|id| {
            let row = prop::option::of(article_rows(id));
            row.prop_map(move |row| Change::Article(ArticleId(id), row.map(Arc::new)))
        }),
        (1_i64..6, 1_i64..4).prop_flat_map(|(id, article)| {
            let row = prop::option::of(claim_rows(id, article));
            row.prop_map(move |row| Change::Claim(ClaimId(id), row.map(Arc::new)))
        }),
        (name(), maybe_words()).prop_map(|(name, value)| Change::Setting(name, value)),
        (name(), prop::option::of(rulings())).prop_map(|(key, ruling)| Change::Ruling(key, ruling)),
        (names_about(), prop::option::of(names_said())).prop_map(|(about, said)| Change::Name(about, said)),
        (adopted_about(), prop::option::of(adopted())).prop_map(|(about, figure)| Change::Adopted(about, figure)),
    ]
    .boxed()
}

pub(in crate::disk) fn edits() -> BoxedStrategy<Edit> {
    (words(), prop::collection::vec(changes(), 1..4))
        .prop_map(|(label, changes)| Edit::new(label, changes))
        .boxed()
}
