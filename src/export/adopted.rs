//! Adopted figures as a CSV table, and which claims are evidence for which of them.

use std::collections::BTreeMap;

use super::cell::row;
use crate::link::Conclusions;
use crate::show::{ChartSettings, adopted_rows, quote, words};
use crate::store::{AdoptedAbout, ClaimId, Store};

const COLUMNS: &[&str] = &[
    "story",
    "kind",
    "day",
    "low",
    "best",
    "high",
    "rule",
    "note",
    "policy",
    "num_claims",
    "num_lost",
    "claim_ids",
    "quotes",
];

/// Between the parts of a cell that lists something.
const BETWEEN: &str = " | ";

/// All adopted figures, by story, kind and day: what was adopted, by which rule, under which policy for vague words, and the
/// claims that it rests on by their ids (column `id` of the table of claims) with their words, in one order. `num_lost`
/// counts evidence that was rejected or taken out since. UTF-8, RFC 4180, one head line; cells that a spreadsheet would run
/// begin with an apostrophe.
pub fn adopted_csv(store: &Store, conclusions: &Conclusions) -> Vec<u8> {
    let mut out = row(COLUMNS);
    let policy = ChartSettings::of(store).in_words();
    for adopted in adopted_rows(store) {
        let (about, figure) = (&adopted.about, &adopted.figure);
        let evidence = figure.claims.iter().filter_map(|claim| store.claim(*claim));
        let ids: Vec<&str> = evidence.map(|record| record.claim().key.as_str()).collect();
        let there = figure.claims.iter().filter(|claim| store.claim(**claim).is_some());
        let quotes: Vec<String> = there.map(|claim| quoted(store, *claim)).collect();
        out.push_str(&row(&[
            story(conclusions, &about.story),
            about.kind.id(),
            &about.day.to_string(),
            &figure.low.to_string(),
            &figure.best.to_string(),
            &figure.high.to_string(),
            if figure.rule.is_empty() {
                "by hand"
            } else {
                &figure.rule
            },
            &figure.note,
            &policy,
            &figure.claims.len().to_string(),
            &adopted.num_lost.to_string(),
            &ids.join(" "),
            &quotes.join(BETWEEN),
        ]));
    }
    out.into_bytes()
}

/// "“26 people”, Interior Ministry, Herald".
fn quoted(store: &Store, claim: ClaimId) -> String {
    let record = store.claim(claim);
    let speaker = record.and_then(|record| record.claim().speaker.clone());
    let article = record.and_then(|record| store.article(record.article));
    let outlet = article.map(|article| article.publisher().unwrap_or_else(|| article.title()).to_owned());
    let who = [speaker, outlet].into_iter().flatten();
    let parts: Vec<String> = std::iter::once(format!("“{}”", quote(store, claim)))
        .chain(who)
        .collect();
    parts.join(", ")
}

fn story<'c>(conclusions: &'c Conclusions, key: &'c str) -> &'c str {
    let story = conclusions.stories.iter().find(|story| story.key == key);
    story
        .map(|story| story.name.as_str())
        .filter(|name| !name.is_empty())
        .unwrap_or(key)
}

/// By claim, for which adopted figures it is evidence: "killed 2031-03-14 29–36–71".
pub(super) fn evidence(store: &Store) -> BTreeMap<ClaimId, String> {
    let mut out: BTreeMap<ClaimId, String> = BTreeMap::new();
    for (about, figure) in store.adopted() {
        let told = told(about, [figure.low, figure.best, figure.high]);
        for claim in &figure.claims {
            let cell = out.entry(*claim).or_default();
            if !cell.is_empty() {
                cell.push_str(BETWEEN);
            }
            cell.push_str(&told);
        }
    }
    out
}

fn told(about: &AdoptedAbout, [low, best, high]: [u64; 3]) -> String {
    let numbers = if low == high {
        best.to_string()
    } else {
        format!("{best} ({low}–{high})")
    };
    let place = if about.story.is_empty() {
        String::new()
    } else {
        format!("{}: ", words::short(&about.story, 60))
    };
    format!("{place}{} {} {numbers}", about.kind.id(), about.day)
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, adopted_csv, evidence};
    use crate::claim::Kind;
    use crate::link::Conclusions;
    use crate::show::testing::{claim, store};
    use crate::store::{Adopted, AdoptedAbout, Store};

    fn sample() -> Store {
        let mut store = store(&[
            (
                "Herald",
                "2031-03-14",
                "{killed @Ministry|29 dead}. {killed @Union|\"71\", they say}.",
            ),
            ("=Post", "2031-03-14", "{killed rejected|36 people}."),
        ]);
        let claims = ["29 dead", "\"71\", they say", "36 people"].map(|words| claim(&store, words));
        let about = |day| AdoptedAbout {
            story: "Estrava".to_owned(),
            kind: Kind::Killed,
            day: jiff::civil::date(2031, 3, day),
        };
        let figure = |claims: &[_], rule: &str| Adopted {
            low: 29,
            best: 36,
            high: 71,
            claims: claims.to_vec(),
            rule: rule.to_owned(),
            note: "counted, twice".to_owned(),
        };
        for (day, claims, rule) in [(14, &claims[..], "Median of sources"), (15, &claims[..1], "")] {
            let edit = store.adopt(about(day), Some(figure(claims, rule)));
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        store
    }

    #[test]
    fn an_adopted_figure_is_a_row_with_its_evidence() {
        let store = sample();
        let csv = String::from_utf8(adopted_csv(&store, &Conclusions::default())).expect("is text");
        let mut rows = csv.split("\r\n");
        assert_eq!(rows.next().map(|head| head.split(',').count()), Some(COLUMNS.len()));
        let first = rows.next().expect("a row");
        assert!(
            first.starts_with("Estrava,killed,2031-03-14,29,36,71,Median of sources,\"counted, twice\",Vague words: "),
            "{first}"
        );
        assert!(first.contains(",3,1,"), "three claims, one of them rejected: {first}");
        assert!(
            first.ends_with(
                ",\"“29 dead”, Ministry, Herald | “\"\"71\"\", they say”, Union, Herald | “36 people”, =Post\""
            ),
            "{first}"
        );
        assert!(rows.next().is_some_and(|row| row.contains(",by hand,")), "{csv}");
        assert_eq!(rows.next(), Some(""));
        let none = adopted_csv(&Store::default(), &Conclusions::default());
        assert_eq!(String::from_utf8(none).expect("is text").lines().count(), 1);
    }

    #[test]
    fn a_claim_tells_for_which_figures_it_is_evidence() {
        let store = sample();
        let evidence = evidence(&store);
        assert_eq!(
            evidence.get(&claim(&store, "29 dead")).map(String::as_str),
            Some("Estrava: killed 2031-03-14 36 (29–71) | Estrava: killed 2031-03-15 36 (29–71)")
        );
        assert_eq!(evidence.len(), 3);
    }
}
