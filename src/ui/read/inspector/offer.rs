//! What a field of the inspector offers to choose: its values, the times that the article tells, the speakers it names.

use super::Fact;
use crate::app::State;
use crate::base::Span;
use crate::claim::{Kind, Modality, Scope, VictimClass};
use crate::show::words;
use crate::store::{ArticleRecord, ClaimRecord, Field, FieldValue, Role};
use crate::time::Value;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What it is called.
    pub(super) word: String,
    /// The words of the article behind it; empty where there are none.
    pub(super) quote: String,
    /// The value that it sets.
    pub(super) value: FieldValue,
    /// Where it stands in the article.
    pub(super) span: Option<Span>,
}

/// Most offers of one field.
const MOST: usize = 8;

/// What is offered for a field of a claim.
pub(super) fn of_field(state: &State, article: &ArticleRecord, record: &ClaimRecord, field: Field) -> Vec<Offer> {
    match field {
        Field::AsOf | Field::EventDate => times(article, record),
        Field::Speaker | Field::Relay | Field::Place | Field::Victims => said_before(state, record, field),
        _ => choices(field),
    }
}

/// The days that the article tells, for the day on which it was published.
pub(super) fn of_fact(article: &ArticleRecord, fact: Fact) -> Vec<Offer> {
    if fact != Fact::Published {
        return Vec::new();
    }
    let is_day = |offer: &Offer| matches!(offer.value, FieldValue::Time(Some(Value::Day(_))));
    let mut offers = all_times(article);
    offers.retain(is_day);
    nearest(offers, 0)
}

/// The values that a field can be set to by choice; empty where it is typed.
pub(super) fn choices(field: Field) -> Vec<Offer> {
    let offer = |(word, value): (&str, FieldValue)| Offer {
        word: word.to_owned(),
        quote: String::new(),
        value,
        span: None,
    };
    match field {
        Field::Kind => Kind::ALL
            .map(|kind| offer((words::kind(kind), FieldValue::Kind(kind))))
            .into(),
        Field::Scope => Scope::ALL
            .map(|scope| offer((words::scope(scope), FieldValue::Scope(scope))))
            .into(),
        Field::VictimClass => VictimClass::ALL
            .map(|class| offer((words::class(class), FieldValue::Class(class))))
            .into(),
        Field::Modality => Modality::ALL
            .map(|modality| offer((words::modality(modality), FieldValue::Modality(modality))))
            .into(),
        Field::PartOf => [
            (false, "Not a part of another figure"),
            (true, "Part of another figure"),
        ]
        .map(|(flag, word)| offer((word, FieldValue::Flag(flag))))
        .into(),
        _ => Vec::new(),
    }
}

/// The times of the article, those next to the claim first, each day once.
fn times(article: &ArticleRecord, record: &ClaimRecord) -> Vec<Offer> {
    nearest(all_times(article), record.claim().span.start())
}

fn all_times(article: &ArticleRecord) -> Vec<Offer> {
    let offer = |time: &crate::read::TimeRead| {
        let value = time.value.clone().filter(|value| value.days().is_some())?;
        Some(Offer {
            word: words::time(&value),
            quote: format!("“{}”", words::short(time.span.of(article.text()), 40)),
            value: FieldValue::Time(Some(value)),
            span: Some(time.span),
        })
    };
    article.reading.times.iter().filter_map(offer).collect()
}

fn nearest(mut offers: Vec<Offer>, byte: usize) -> Vec<Offer> {
    offers.sort_by_key(|offer| offer.span.map_or(usize::MAX, |span| span.start().abs_diff(byte)));
    let mut kept: Vec<Offer> = Vec::new();
    for offer in offers {
        if kept.len() < MOST && !kept.iter().any(|other| other.value == offer.value) {
            kept.push(offer);
        }
    }
    kept
}

/// What other claims of the article have there, those next to the claim first.
fn said_before(state: &State, record: &ClaimRecord, field: Field) -> Vec<Offer> {
    let own = field.read(record.claim());
    let at = record.claim().span.start();
    let others = state
        .store
        .claims_of(record.article)
        .filter(|other| other.id != record.id);
    let mut near: Vec<_> = others.collect();
    near.sort_by_key(|other| other.claim().span.start().abs_diff(at));
    let offers = near.into_iter().filter_map(|other| {
        let value = field.read(other.claim());
        let FieldValue::Words(Some(word)) = &value else {
            return None;
        };
        let role = Role::of_field(field);
        Some(Offer {
            word: word.clone(),
            quote: String::new(),
            span: role.and_then(|role| role.read(&other.claim().roles)),
            value,
        })
    });
    let mut kept: Vec<Offer> = Vec::new();
    for offer in offers {
        let known = offer.value == own || kept.iter().any(|other| other.value == offer.value);
        if kept.len() < MOST / 2 && !known {
            kept.push(offer);
        }
    }
    kept
}
