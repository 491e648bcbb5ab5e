//! Made-up machine claims.

use proptest::prelude::*;

use super::{days, maybe_span, maybe_words, pick, share, spans, words};
use crate::base::Why;
use crate::claim::{Claim, Form, Kind, Modality, Place, Roles, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::time::{DayPart, Reference, Season, Value};

pub(in crate::disk) fn times() -> BoxedStrategy<Value> {
    use DayPart::{Afternoon, Evening, Morning, Night};
    use Season::{Autumn, Spring, Summer, Winter};
    let year = || -9999_i16..=9998;
    let one = prop_oneof![
        days().prop_map(Value::Day),
        (days(), pick(&[Morning, Afternoon, Evening, Night])).prop_map(|(day, part)| Value::PartOfDay(day, part)),
        (year(), 0_i8..=13).prop_map(|(year, month)| Value::Month(year, month)),
        year().prop_map(Value::Year),
        (year(), 0_i8..=54).prop_map(|(year, week)| Value::Week(year, week)),
        (year(), 0_i8..=54).prop_map(|(year, week)| Value::Weekend(year, week)),
        (year(), 1_i8..=4).prop_map(|(year, quarter)| Value::Quarter(year, quarter)),
        (year(), 1_i8..=2).prop_map(|(year, half)| Value::Half(year, half)),
        (year(), pick(&[Spring, Summer, Autumn, Winter])).prop_map(|(year, one)| Value::Season(year, one)),
        (-999_i16..=999).prop_map(Value::Decade),
        prop_oneof![Just("P3W".to_owned()), words()].prop_map(Value::Duration),
        pick(&[Reference::Present, Reference::Past, Reference::Future]).prop_map(Value::Reference),
    ];
    one.prop_recursive(3, 6, 2, |inner| {
        (inner.clone(), inner).prop_map(|(from, to)| Value::Interval(Box::new(from), Box::new(to)))
    })
    .boxed()
}

pub(super) fn maybe_time() -> BoxedStrategy<Option<Value>> {
    prop::option::of(times()).boxed()
}

pub(in crate::disk) fn whys() -> BoxedStrategy<Why> {
    let leaf = ("[a-z]{1,5}/[a-z-]{1,8}", spans()).prop_map(|(rule, span)| Why::leaf(rule, span));
    leaf.prop_recursive(4, 12, 3, |inner| {
        let parts = prop::collection::vec(inner, 0..3);
        ("[a-z]{1,5}/[a-z-]{1,8}", spans(), parts).prop_map(|(rule, span, parts)| Why::leaf(rule, span).with(parts))
    })
    .boxed()
}

fn figures() -> BoxedStrategy<Figure> {
    let number = || prop::option::of(any::<u64>());
    (number(), number(), number(), pick(&Qualifier::ALL))
        .prop_map(|(value, low, high, qualifier)| Figure {
            value,
            low,
            high,
            qualifier,
        })
        .boxed()
}

fn roles() -> BoxedStrategy<Roles> {
    let four = || (maybe_span(), maybe_span(), maybe_span(), maybe_span());
    (four(), four())
        .prop_map(
            |((number, outcome, victims, speaker), (relay, as_of, event_date, place))| Roles {
                number,
                outcome,
                victims,
                speaker,
                relay,
                as_of,
                event_date,
                place,
            },
        )
        .boxed()
}

pub(in crate::disk) fn claims() -> BoxedStrategy<Claim> {
    let kinds = (
        pick(&Kind::ALL),
        pick(&Form::ALL),
        pick(&VictimClass::ALL),
        pick(&Scope::ALL),
        pick(&Modality::ALL),
    );
    let texts = (words(), maybe_words(), maybe_words(), maybe_words(), maybe_words());
    let rest = (spans(), spans(), figures(), maybe_time(), maybe_time());
    let place = prop::option::of((words(), words()));
    let last = (place, any::<bool>(), roles(), share(), whys());
    (kinds, texts, rest, last)
        .prop_map(|(kinds, texts, rest, last)| Claim {
            key: texts.0,
            span: rest.0,
            sentence: rest.1,
            kind: kinds.0,
            figure: rest.2,
            form: kinds.1,
            victims: texts.1,
            victim_class: kinds.2,
            speaker: texts.2,
            relay: texts.3,
            as_of: rest.3,
            event_date: rest.4,
            place: last.0.map(|(words, canonical)| Place { words, canonical }),
            scope: kinds.3,
            part_of: last.1,
            part_of_key: texts.4,
            modality: kinds.4,
            roles: last.2,
            confidence: last.3,
            why: last.4,
        })
        .boxed()
}
