//! How much of the sample the program reads as a careful analyst does. Prints the figures and gates nothing but the
//! gold itself: `cargo test --test sample -- --nocapture`.
//!
//! `assets/sample/gold.json` lists the claims of form `number`, each with its words. `nth` says which place is meant
//! where the words occur more than once in the article's text, counted from 1. `scope` and `event_date` stand where there is
//! no doubt of them.

#![expect(clippy::print_stdout, reason = "the figures are printed to be read")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample")
}

fn gold() -> Vec<Value> {
    let text = fs::read_to_string(sample().join("gold.json")).expect("gold is there");
    serde_json::from_str(&text).expect("gold is JSON")
}

/// Articles by their file's name without ending, as `extract` prints them; empty where it prints none.
fn extracted() -> BTreeMap<String, Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_tallyscope"))
        .args(["extract", "--today", "2031-04-01"])
        .arg(sample())
        .output()
        .expect("the program starts");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .map(|article| {
            let file = Path::new(article["file"].as_str().unwrap_or_default());
            (
                file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                article,
            )
        })
        .collect()
}

/// A claim with its place in the text, in code points.
struct Placed<'a> {
    start: usize,
    end: usize,
    claim: &'a Value,
}

impl Placed<'_> {
    fn overlap(&self, other: &Placed<'_>) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Same kind and quantity on common words; a span that swallows the sentence is no number phrase.
    fn is_read_as(&self, other: &Placed<'_>) -> bool {
        ["kind", "value", "low", "high"]
            .iter()
            .all(|field| self.claim[field] == other.claim[field])
            && self.overlap(other) > 0
            && other.end - other.start <= 2 * (self.end - self.start) + 20
    }

    fn words(&self) -> String {
        let field = |name: &str| self.claim[name].to_string();
        format!(
            "{} {} {}..{} {}",
            field("kind"),
            field("value"),
            field("low"),
            field("high"),
            field("text")
        )
    }
}

/// Where the words of a gold claim stand; `None` where they do not, or not so often.
fn place<'a>(text: &str, claim: &'a Value) -> Option<Placed<'a>> {
    let words = claim["text"].as_str()?;
    let nth = claim["nth"].as_u64().unwrap_or(1);
    let (start, _) = text
        .match_indices(words)
        .nth(usize::try_from(nth).ok()?.checked_sub(1)?)?;
    let start = text.get(..start)?.chars().count();
    Some(Placed {
        start,
        end: start + words.chars().count(),
        claim,
    })
}

fn found(article: &Value) -> Vec<Placed<'_>> {
    let offset = |claim: &Value, name: &str| usize::try_from(claim[name].as_u64()?).ok();
    let claims = article["claims"].as_array().map_or(&[][..], Vec::as_slice);
    claims
        .iter()
        .filter(|claim| claim["form"] == "number")
        .filter_map(|claim| {
            Some(Placed {
                start: offset(claim, "start")?,
                end: offset(claim, "end")?,
                claim,
            })
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    right: usize,
    gold: usize,
    wrong: usize,
}

/// By field, how many are right of how many that gold tells.
type Fields = BTreeMap<&'static str, (usize, usize)>;

fn compare_fields(name: &str, wanted: &Placed<'_>, got: &Placed<'_>, fields: &mut Fields) {
    for field in ["scope", "event_date"] {
        let Some(gold) = wanted.claim.get(field) else { continue };
        let (right, told) = fields.entry(field).or_default();
        *told += 1;
        if *gold == got.claim[field] {
            *right += 1;
        } else {
            println!("{field} {name}: {} is {gold}, not {}", wanted.words(), got.claim[field]);
        }
    }
}

/// Pairs each gold claim with the extracted one that has most words in common; prints what stays alone.
fn compare(
    name: &str,
    wanted: &[Placed<'_>],
    mut got: Vec<Placed<'_>>,
    tallies: &mut BTreeMap<String, Tally>,
    fields: &mut Fields,
) {
    let kind = |placed: &Placed<'_>| placed.claim["kind"].as_str().unwrap_or("?").to_owned();
    for claim in wanted {
        let tally = tallies.entry(kind(claim)).or_default();
        tally.gold += 1;
        let best = (0..got.len())
            .filter(|&n| claim.is_read_as(&got[n]))
            .max_by_key(|&n| claim.overlap(&got[n]));
        if let Some(n) = best {
            tally.right += 1;
            let got = got.remove(n);
            compare_fields(name, claim, &got, fields);
        } else {
            println!("missed  {name}: {}", claim.words());
        }
    }
    for claim in got {
        tallies.entry(kind(&claim)).or_default().wrong += 1;
        println!("wrong   {name}: {}", claim.words());
    }
}

#[test]
fn figures_on_the_sample() {
    let articles = extracted();
    let mut tallies = BTreeMap::new();
    let mut fields = Fields::new();
    let mut dates = 0;
    let gold = gold();
    for wanted in &gold {
        let name = wanted["doc_id"].as_str().expect("gold names its articles");
        let nothing = Value::Null;
        let article = articles.get(name).unwrap_or(&nothing);
        let text = article["text"].as_str().unwrap_or_default();
        if article["published"]["date"] == wanted["published"] {
            dates += 1;
        } else {
            println!(
                "date    {name}: {} is read as {}",
                wanted["published"], article["published"]["date"]
            );
        }
        let claims = wanted["claims"].as_array().expect("gold lists claims");
        // Where the words are not in the text that was read, the claim counts as missed, at no place.
        let wanted: Vec<Placed<'_>> = claims
            .iter()
            .map(|claim| {
                place(text, claim).unwrap_or(Placed {
                    start: usize::MAX,
                    end: usize::MAX,
                    claim,
                })
            })
            .collect();
        compare(name, &wanted, found(article), &mut tallies, &mut fields);
    }
    let mut sum = Tally::default();
    for (kind, tally) in &tallies {
        println!(
            "  {kind:<10} right {:>3} of {:>3}, wrong {:>3}",
            tally.right, tally.gold, tally.wrong
        );
        sum.right += tally.right;
        sum.gold += tally.gold;
        sum.wrong += tally.wrong;
    }
    for (field, (right, told)) in fields {
        println!("sample: {field} right {right} of {told}");
    }
    println!("sample: dates right {dates} of {}", gold.len());
    println!("sample: right {} of {}, wrong {}", sum.right, sum.gold, sum.wrong);
}

#[test]
fn gold_fits_the_articles() {
    let mut files = 0;
    for wanted in gold() {
        let name = wanted["doc_id"].as_str().expect("gold names its articles");
        files += 1;
        // Pages are text only after reading; their words are looked for in `figures_on_the_sample`.
        let Ok(text) = fs::read_to_string(sample().join(format!("{name}.txt"))) else {
            assert!(
                sample().join(format!("{name}.html")).exists(),
                "no article is called {name}"
            );
            continue;
        };
        for claim in wanted["claims"].as_array().expect("gold lists claims") {
            let words = claim["text"].as_str().expect("a claim has words");
            assert!(
                place(&text, claim).is_some(),
                "{name}: “{words}” is not there, or not so often"
            );
            let once = text.matches(words).count() == 1;
            assert_eq!(
                once,
                claim["nth"].is_null(),
                "{name}: “{words}”: nth says which, where there are several"
            );
        }
    }
    let articles = fs::read_dir(sample()).expect("sample is there").count() - 1;
    assert_eq!(files, articles, "gold has an entry for each article");
}
