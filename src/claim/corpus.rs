//! The sentences of `tests/corpus/counts.txt` and the counts that they hold.

use super::tests::drafts;
use super::{Claim, Form, Kind};
use crate::quantity::Qualifier;

const CORPUS: &str = include_str!("../../tests/corpus/counts.txt");

/// "k12+": a killed count of at least 12, as the corpus writes it.
fn drawn(claim: &Claim) -> String {
    let kind = match claim.kind {
        Kind::Abducted => "b",
        kind => kind.id().get(..1).unwrap_or_default(),
    };
    let number = |value: Option<u64>| value.map_or_else(|| "None".to_owned(), |value| value.to_string());
    let figure = claim.figure;
    let value = number(figure.value);
    let figure = match figure.qualifier {
        Qualifier::Exact => value,
        Qualifier::AtLeast | Qualifier::MoreThan => format!("{value}+"),
        Qualifier::About => format!("~{value}"),
        Qualifier::UpTo | Qualifier::Almost | Qualifier::LessThan => format!("{value}-"),
        Qualifier::Range => format!("{}..{}", number(figure.low), number(figure.high)),
        Qualifier::Fraction => "half".to_owned(),
        Qualifier::Vague => format!("?{}", number(figure.low)),
    };
    format!("{kind}{figure}")
}

#[test]
fn every_sentence_holds_its_counts() {
    let mut wrong = Vec::new();
    for line in CORPUS.lines().filter(|line| !line.starts_with('#')) {
        let Some((text, expected)) = line.rsplit_once("=>") else {
            wrong.push(format!("no arrow: {line}"));
            continue;
        };
        let text = text.trim().replace("\\n", "\n");
        let mut expected: Vec<String> = expected.split_whitespace().map(str::to_owned).collect();
        let mut found: Vec<String> = drafts(&text)
            .iter()
            .filter(|draft| draft.claim.form == Form::Number)
            .map(|draft| drawn(&draft.claim))
            .collect();
        expected.sort();
        found.sort();
        if found != expected {
            wrong.push(format!(
                "{text}\n  read {}\n  want {}",
                found.join(" "),
                expected.join(" ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
