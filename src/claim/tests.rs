//! Claims as text in, text out; and what must hold for any text.

use proptest::prelude::{ProptestConfig, proptest};

use super::{Context, Draft, EXAMPLES, Form, Scope, find, settle_days};
use crate::article::Article;
use crate::{entity, number, rule, time, token};

pub(super) fn times(text: &str) -> Vec<time::TimeMention> {
    let scan = token::scan(text);
    let numbers = number::find(&scan);
    time::find(&Article::plain(text), &scan, &numbers)
}

pub(super) fn drafts(text: &str) -> Vec<Draft> {
    let article = Article::plain(text);
    let scan = token::scan(text);
    let numbers = number::find(&scan);
    let times = time::find(&article, &scan, &numbers);
    let names = entity::find(&article, &scan);
    find(&Context {
        article: &article,
        scan: &scan,
        numbers: &numbers,
        times: &times,
        names: &names,
    })
}

/// Fails where a text does not tell these claims, as kind and words, in order.
pub(super) fn check_told(examples: &[(&str, &[&str])]) {
    for (text, expected) in examples {
        let found: Vec<String> = drafts(text)
            .iter()
            .map(|draft| format!("{} {}", draft.claim.kind.id(), draft.claim.span.of(text)))
            .collect();
        assert_eq!(found, *expected, "{text}");
    }
}

/// Fails where the counts of a text are not these, `part` behind those that are parts of another.
pub(super) fn check_parts(cases: &[(&str, &str)]) {
    let drawn = |text: &str| {
        let value = |draft: &Draft| {
            let value = draft
                .claim
                .figure
                .anchor()
                .map_or_else(|| "?".to_owned(), |value| value.to_string());
            format!("{value}{}", if draft.claim.part_of { " part" } else { "" })
        };
        drafts(text).iter().map(value).collect::<Vec<_>>().join("; ")
    };
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| drawn(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", drawn(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Fails where the last count of a text does not reach so far.
pub(super) fn check_last_scope(cases: &[(&str, Scope)]) {
    let read = |text: &str| drafts(text).last().map(|draft| draft.claim.scope);
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| read(text) != Some(*expected))
        .map(|(text, expected)| format!("{text}: read {:?}, want {expected:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn drawn(text: &str) -> String {
    let bound = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
    let lines: Vec<String> = drafts(text)
        .iter()
        .map(|draft| {
            let claim = &draft.claim;
            let figure = claim.figure;
            let mut line = format!(
                "{} {} = {} {}..{}",
                claim.kind.id(),
                claim.span.of(text),
                bound(figure.value),
                bound(figure.low),
                bound(figure.high)
            );
            for name in [&claim.speaker, &claim.relay].into_iter().flatten() {
                line.push_str(" <- ");
                line.push_str(name);
            }
            line.push_str(if claim.part_of { " part" } else { "" });
            if claim.form != Form::Number {
                line.push(' ');
                line.push_str(claim.form.id());
            }
            line
        })
        .collect();
    lines.join("; ")
}

#[test]
fn examples_hold() {
    let wrong: Vec<String> = EXAMPLES
        .iter()
        .filter(|(text, expected)| drawn(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", drawn(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The claims of a text with the class of the harmed, as the examples about one person draw them.
fn drawn_single(text: &str) -> String {
    let lines: Vec<String> = drafts(text)
        .iter()
        .map(|draft| {
            let claim = &draft.claim;
            let value = claim
                .figure
                .value
                .map_or_else(|| "-".to_owned(), |value| value.to_string());
            let (kind, words, class) = (claim.kind.id(), claim.span.of(text), claim.victim_class.id());
            let part = if claim.part_of { " part" } else { "" };
            let form = if claim.form == Form::Number {
                ""
            } else {
                claim.form.id()
            };
            format!("{kind} {words} = {value} {class}{part} {form}")
                .trim_end()
                .to_owned()
        })
        .collect();
    lines.join("; ")
}

#[test]
fn single_persons_are_told_from_all_others() {
    let wrong: Vec<String> = super::single_examples::EXAMPLES
        .iter()
        .filter(|(text, expected)| drawn_single(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", drawn_single(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_harmed_have_their_class() {
    for (text, expected) in super::single_examples::CLASSES {
        let found: Vec<String> = drafts(text)
            .iter()
            .map(|draft| format!("{}: {}", draft.claim.span.of(text), draft.claim.victim_class.id()))
            .collect();
        assert_eq!(found.join("; "), *expected, "{text}");
    }
}

#[test]
fn every_claim_tells_its_rules() {
    for (text, _) in EXAMPLES {
        for draft in drafts(text) {
            let claim = &draft.claim;
            assert!(claim.why.rule.contains('/') && !claim.why.parts.is_empty(), "{text}");
            assert!(
                claim.roles.outcome.is_some() && claim.sentence.holds(claim.span),
                "{text}"
            );
            assert!((0.0..=1.0).contains(&claim.confidence), "{text}");
        }
    }
}

#[test]
fn nothing_is_claimed_in_boilerplate() {
    let text = "Ten people died.\n\nRelated: Twelve people died.";
    let mut article = Article::plain(text);
    article.boilerplate.push(crate::article::Boilerplate {
        span: crate::base::Span::new(18, text.len()),
        kind: crate::article::BoilerplateKind::Related,
    });
    let scan = token::scan(text);
    let numbers = number::find(&scan);
    let found = find(&Context {
        article: &article,
        scan: &scan,
        numbers: &numbers,
        times: &[],
        names: &[],
    });
    assert_eq!(found.len(), 1);
}

/// Settled days as `as-of event`; the times' values are given, in their order.
#[track_caller]
fn check_days(text: &str, values: &[&str], expected: &[&str]) {
    let published = jiff::civil::date(2022, 1, 8);
    let values: Vec<Option<time::Value>> = values.iter().map(|value| time::Value::parse(value)).collect();
    let shown = |value: &Option<time::Value>| value.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
    let found: Vec<String> = settle_days(drafts(text), &values, Some(published))
        .iter()
        .map(|claim| format!("{} {}", shown(&claim.as_of), shown(&claim.event_date)))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn days_of_the_statement_and_of_the_harm_are_told_apart() {
    check_days(
        "Ten people died on Tuesday.",
        &["2022-01-04"],
        &["2022-01-08 2022-01-04"],
    );
    check_days(
        "Ten people died, police said on Friday.",
        &["2022-01-07"],
        &["2022-01-07 -"],
    );
    check_days(
        "On Friday, police said that ten people had died on Tuesday.",
        &["2022-01-07", "2022-01-04"],
        &["2022-01-07 2022-01-04"],
    );
    check_days(
        "Ten people have died since the unrest began in March.",
        &["2021-03"],
        &["2022-01-08 2021-03/2022-01-08"],
    );
    check_days(
        "Ten people have died over the past two days.",
        &["P2D"],
        &["2022-01-08 2022-01-07/2022-01-08"],
    );
    check_days("Ten people died.", &[], &["2022-01-08 -"]);
    check_days(
        "Two men were shot dead on Friday. The council estimated in December that ten people had died in the unrest.",
        &["2022-01-07", "2021-12"],
        &["2022-01-08 2022-01-07", "2021-12 -"],
    );
}

/// What texts are made of when they are mutated.
const PIECES: &[&str] = &[
    "killed",
    "12",
    "people",
    "were",
    ",",
    "and",
    ".",
    "\n\n",
    "“",
    "”",
    "-",
    "–",
    "(",
    ")",
    "of",
    "them",
    "said",
    "police",
    "injured",
    "others",
    "more than",
    "as many as",
    "toll",
    "the",
    "who",
    "including",
    "a",
    "dozen",
    "é😀",
    "قتل",
    "\u{202e}",
    "4\u{a0}400",
    "1,00,000",
    "half",
    "no one",
    "since",
    "March",
    "according to",
    "Jonas Brenk",
    "was",
    "arrested",
    "between",
    "\u{0301}",
    "99999999999999999999",
];

fn holds_for(text: &str) {
    let mut last = crate::base::Span::default();
    for draft in drafts(text) {
        let claim = draft.claim;
        assert!(claim.span.slice(text).is_some_and(|words| !words.is_empty()));
        assert!(claim.sentence.slice(text).is_some());
        assert!(last <= claim.span, "in order");
        last = claim.span;
        let roles = claim.roles;
        for role in [
            roles.number,
            roles.outcome,
            roles.victims,
            roles.speaker,
            roles.relay,
            roles.as_of,
            roles.event_date,
            roles.place,
        ] {
            assert!(role.is_none_or(|span| span.slice(text).is_some()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,200}") {
        holds_for(&text);
    }

    #[test]
    fn mutated_text_is_read_without_a_panic(picks in proptest::collection::vec(0..PIECES.len(), 0..120)) {
        let words: Vec<&str> = picks.into_iter().map(|pick| PIECES[pick]).collect();
        holds_for(&words.join(" "));
    }
}

/// How many elements of rules are tried for the text, and how many claims are found.
fn tries(text: &str) -> (u64, usize) {
    let before = rule::tries();
    let found = drafts(text).len();
    (rule::tries() - before, found)
}

/// Sentences that make the rules for counts, outcomes and speakers try much.
const HARD: &[&str] = &[
    "Police said 12 people were killed and 18 others, including three children, injured in Orla on Friday",
    "killed killed killed and and 3 3 3",
    "at least at least more than nearly 12 12",
    "of them of them of the of the dead dead",
    "said said told told he he it it",
    "12 , 13 , 14 and 15 people or men or women",
    "\"We found 12,\" he said. \"Then 13,\" she said.",
    "five five hundred thousand and half a and a half",
];

#[test]
fn four_copies_take_four_times_the_tries() {
    for line in HARD {
        let text = format!("{line}. ");
        let ((one, _), (four, found)) = (tries(&text.repeat(8)), tries(&text.repeat(32)));
        assert!(
            four * 10 <= one * 42,
            "{one} tries for one, {four} for four, {found} claims: {line}"
        );
    }
}

#[test]
fn four_copies_of_one_endless_sentence_take_four_times_the_tries() {
    for line in HARD {
        let text = format!("{line} ").replace(['.', '"'], "");
        let ((one, _), (four, found)) = (tries(&text.repeat(8)), tries(&text.repeat(32)));
        assert!(
            four * 10 <= one * 42,
            "{one} tries for one, {four} for four, {found} claims: {line}"
        );
    }
}
