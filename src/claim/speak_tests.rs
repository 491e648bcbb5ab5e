//! Runs the cases of `speak_cases.txt`: texts with who vouches for each of their figures.

use super::tests::drafts;

const CASES: &str = include_str!("speak_cases.txt");

fn cases() -> Vec<(String, Vec<String>)> {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for line in CASES
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        if let Some(row) = line.strip_prefix("  ") {
            if let Some(case) = out.last_mut() {
                case.1.push(row.to_owned());
            }
        } else {
            out.push((line.replace(" // ", "\n\n").replace(" / ", "\n"), Vec::new()));
        }
    }
    out
}

fn read(text: &str) -> Vec<String> {
    drafts(text)
        .into_iter()
        .map(|draft| {
            let claim = draft.claim;
            let number = claim.figure.value.or(claim.figure.low).unwrap_or_default();
            let mut row = format!("{number} <- {}", claim.speaker.as_deref().unwrap_or("-"));
            if let Some(relay) = claim.relay {
                row.push_str(" <- ");
                row.push_str(&relay);
            }
            row
        })
        .collect()
}

#[test]
fn speakers_are_found() {
    let cases = cases();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, expected)| {
            let found = read(text);
            (found != *expected).then(|| format!("{text}\n    read {}\n    want {}", found.join("; "), expected.join("; ")))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} cases\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}
#[test]
fn zz_tokens() {
    for t in ["By the ministry's count, U.N. state-run \"Twelve\" the states' army; ``x'' Doha-based ’s don’t @user 5-6 --"] {
        let scan = crate::token::scan(t);
        eprintln!("{:?}", scan.tokens.iter().map(|t| t.lower.to_string()).collect::<Vec<_>>());
    }
}
