//! Made-up readings of articles.

use std::sync::Arc;

use jiff::civil::Date;
use proptest::prelude::*;

use super::claim::{maybe_time, whys};
use super::{days, maybe_span, maybe_words, pick, share, spans, words};
use crate::article::{Article, Boilerplate, BoilerplateKind, DateFact, FactBasis, Format, Stated};
use crate::base::Note;
use crate::dating::{Alternative, Basis, Evidence, Opposing, Published};
use crate::entity::EntityKind;
use crate::read::{EntityRead, Reading, TimeRead};

fn notes() -> BoxedStrategy<Vec<Note>> {
    let note = prop_oneof![
        (any::<u32>(), words()).prop_map(|(count, encoding)| Note::BadBytes { count, encoding }),
        any::<usize>().prop_map(Note::CutAt),
        words().prop_map(Note::MainTextUnsure),
        Just(Note::NoDate),
        Just(Note::Empty),
        words().prop_map(Note::OtherLanguage),
        (spans(), words()).prop_map(|(span, why)| Note::Passage(span, why)),
        words().prop_map(Note::Other),
    ];
    prop::collection::vec(note, 0..3).boxed()
}

const BASES: [FactBasis; 3] = [FactBasis::Metadata, FactBasis::Text, FactBasis::FileName];

fn stated() -> BoxedStrategy<Option<Stated>> {
    let fact = (words(), maybe_span(), pick(&BASES));
    prop::option::of(fact.prop_map(|(value, span, basis)| Stated { value, span, basis })).boxed()
}

fn articles() -> BoxedStrategy<Article> {
    let date = (words(), pick(&BASES)).prop_map(|(words, basis)| DateFact { words, basis });
    let part = (spans(), pick(&BoilerplateKind::ALL)).prop_map(|(span, kind)| Boilerplate { span, kind });
    let facts = (stated(), stated(), stated(), maybe_words());
    let rest = (
        pick(&Format::ALL),
        prop::collection::vec(date, 0..3),
        prop::collection::vec(part, 0..3),
        notes(),
        prop::collection::vec(0..5000_usize, 0..3),
        maybe_words(),
    );
    (words(), facts, rest)
        .prop_map(|(text, facts, rest)| Article {
            text: text.into(),
            format: rest.0,
            title: facts.0,
            publisher: facts.1,
            author: facts.2,
            language: facts.3,
            dates: rest.1,
            boilerplate: rest.2,
            pages: rest.4,
            address: rest.5,
            notes: rest.3,
        })
        .boxed()
}

fn published() -> BoxedStrategy<Published> {
    let evidence = (maybe_words(), spans(), words()).prop_map(|(file, span, words)| Evidence { file, span, words });
    let alternative = (days(), share()).prop_map(|(date, confidence)| Alternative { date, confidence });
    let conflict =
        (prop::option::of(days()), spans(), words(), words()).prop_map(|(date, span, words, reason)| Opposing {
            date,
            span,
            words,
            reason,
        });
    let lists = (
        prop::collection::vec(evidence, 0..3),
        prop::collection::vec(alternative, 0..3),
        prop::collection::vec(conflict, 0..3),
    );
    let weekday = prop::option::of(days().prop_map(Date::weekday));
    let year = prop::option::of(any::<i16>());
    let facts = (prop::option::of(days()), weekday, year, pick(&Basis::ALL), share());
    (facts, lists)
        .prop_map(|(facts, lists)| Published {
            date: facts.0,
            weekday: facts.1,
            year: facts.2,
            basis: facts.3,
            confidence: facts.4,
            evidence: lists.0,
            alternatives: lists.1,
            conflicts: lists.2,
        })
        .boxed()
}

pub(in crate::disk) fn readings() -> BoxedStrategy<Reading> {
    let entity = (spans(), pick(&EntityKind::ALL), words(), share());
    let entity = entity.prop_map(|(span, kind, canonical, confidence)| EntityRead {
        span,
        kind,
        canonical,
        confidence,
    });
    let time = (spans(), maybe_time(), whys()).prop_map(|(span, value, why)| TimeRead { span, value, why });
    let lists = (prop::collection::vec(entity, 0..3), prop::collection::vec(time, 0..3));
    (articles(), prop::option::of(published()), lists, notes())
        .prop_map(|(article, published, lists, notes)| Reading {
            article: Arc::new(article),
            published,
            entities: lists.0,
            times: lists.1,
            claims: Vec::new(),
            notes,
        })
        .boxed()
}
