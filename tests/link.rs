//! What the project concludes: pairs of claims by hand, and `tallyscope link`.
#![expect(clippy::unwrap_used, reason = "tests; what went otherwise is printed to be read")]

use std::fs;
use std::process::Command;

use tallyscope::app::{conclude, figures};
use tallyscope::link::{Conclusions, ConflictSort, StoriesSaid};
use tallyscope::read::{self, Knowledge, RULES_VERSION};
use tallyscope::store::{ArticleId, NewArticle, Origin, Store, Told};

const AT: &str = "2031-06-01T09:00:00Z";

/// Pairs that are not read as a hand does; each is printed.
const MOST_WRONG: usize = 3;

/// Two claims, and what they are to each other.
struct Pair<'t> {
    expected: &'t str,
    reason: &'t str,
    apart: bool,
    articles: Vec<Source<'t>>,
}

/// One article of a pair.
struct Source<'t> {
    day: &'t str,
    outlet: &'t str,
    text: String,
    /// Where the claim's words stand.
    claim: std::ops::Range<usize>,
}

fn pairs(text: &str) -> Vec<Pair<'_>> {
    let blocks = text
        .split("\n\n")
        .map(str::trim)
        .filter(|block| !block.starts_with('#'));
    blocks.filter(|block| !block.is_empty()).map(pair).collect()
}

fn pair(block: &str) -> Pair<'_> {
    let mut lines = block.lines();
    let (what, reason) = lines.next().unwrap().split_once(": ").unwrap();
    let (expected, apart) = what.split_once(' ').map_or((what, ""), |both| both);
    let article = |line| -> Source<'_> {
        let mut parts = str::splitn(line, 3, " | ");
        let (day, outlet, text) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        Source {
            day,
            outlet,
            claim: text.find("[[").unwrap()..text.find("]]").unwrap() - 2,
            text: text.replace("[[", "").replace("]]", ""),
        }
    };
    Pair {
        expected,
        reason,
        apart: apart == "apart",
        articles: lines.map(article).collect(),
    }
}

/// A project of the two articles, in one story or in two.
fn project(pair: &Pair<'_>) -> Store {
    let mut store = Store::default();
    let rows = pair.articles.iter().enumerate();
    let name = |at: usize| format!("{at}.txt");
    let knowledge = Knowledge {
        today: "2031-06-01".parse().ok(),
        given_dates: rows
            .clone()
            .map(|(at, own)| (name(at), own.day.parse().unwrap()))
            .collect(),
        ..Knowledge::default()
    };
    let alone = rows.map(|(at, own)| read::alone(&name(at), own.text.as_bytes(), &knowledge));
    let readings = read::together(alone.collect());
    let new = readings.into_iter().enumerate().map(|(at, reading)| NewArticle {
        origin: Origin::File(name(at)),
        file_name: name(at),
        sha256: format!("{at:064}"),
        reading,
        rules_version: RULES_VERSION.to_owned(),
    });
    let edit = store.add_articles(new.collect());
    store.commit(edit, AT);
    let mut said = StoriesSaid::default();
    for (number, own) in (1..).zip(&pair.articles) {
        let told = Told {
            publisher: Some(own.outlet.to_owned()),
            ..Told::default()
        };
        let edit = store.tell(&[ArticleId(number)], &told);
        store.commit(edit, AT);
        let story = if pair.apart { own.outlet } else { "Varland" };
        said.held.insert(number.unsigned_abs(), story.to_owned());
    }
    let edit = store.say_stories("Stories", &said);
    store.commit(edit, AT);
    store
}

/// What the conclusions say of two claims.
fn relation(found: &Conclusions, a: u64, b: u64) -> &'static str {
    let conflict = |sort: ConflictSort| {
        let rows = found.conflicts.iter().filter(move |row| row.sort == sort);
        rows.map(|row| {
            row.sides
                .iter()
                .position(|side| side.claims.contains(&a))
                .zip(row.sides.iter().position(|side| side.claims.contains(&b)))
        })
        .any(|sides| sides.is_some_and(|(one, other)| one != other))
    };
    if found
        .same
        .iter()
        .any(|same| same.claims.contains(&a) && same.claims.contains(&b))
    {
        "same"
    } else if conflict(ConflictSort::Numbers) {
        "conflict"
    } else if conflict(ConflictSort::Meaning) {
        "meaning"
    } else if conflict(ConflictSort::Update) {
        "update"
    } else {
        "different"
    }
}

fn check(pair: &Pair<'_>) -> Result<(), String> {
    let store = project(pair);
    let claim = |number: i64, own: &Source<'_>| {
        let mut claims = store.claims_of(ArticleId(number));
        claims
            .find(|claim| claim.claim().span.start() < own.claim.end && own.claim.start < claim.claim().span.end())
            .map(|claim| claim.id.0.unsigned_abs())
    };
    let numbers: Vec<Option<u64>> = (1..).zip(&pair.articles).map(|(at, own)| claim(at, own)).collect();
    let [Some(a), Some(b)] = numbers[..] else {
        return Err("a claim is not found".to_owned());
    };
    let found = relation(&conclude(&store).conclusions, a, b);
    if found == pair.expected {
        return Ok(());
    }
    let figures: Vec<String> = figures(&store)
        .iter()
        .map(|figure| {
            format!(
                "{} {} {:?} {:?} {:?} {:?} place {:?} scene {:?}",
                figure.quote,
                figure.kind.id(),
                figure.victim_class,
                figure.speaker,
                figure.scope,
                figure.event_date.as_ref().map(ToString::to_string),
                figure.place,
                figure.scene
            )
        })
        .collect();
    Err(format!("{found}\n    {}", figures.join("\n    ")))
}

#[test]
fn pairs_are_what_a_hand_says_that_they_are() {
    let text = include_str!("link/pairs.txt");
    let pairs = pairs(text);
    assert_eq!(pairs.len(), 60);
    let mut wrong = 0;
    for pair in &pairs {
        if let Err(found) = check(pair) {
            wrong += 1;
            println!("{}, not {}: {}", pair.expected, found, pair.reason);
        }
    }
    assert!(wrong <= MOST_WRONG, "{wrong} of 60");
}

#[test]
fn link_prints_one_json_object_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    file(
        "a.txt",
        "Riots in Varland\n\nLINDMARK, 4 May 2031 - The Interior Ministry of Varland said that 28 people had been killed in Lindmark since \
         the riots began. “Nobody saw it coming”, said Minister Halvar Brenk.",
    );
    file(
        "b.txt",
        "Varland counts its dead\n\nLINDMARK, 4 May 2031 - The Square Committee of Varland said that 63 people had been killed in Lindmark \
         since the riots began. Minister Halvar Brenk was silent.",
    );
    let program = env!("CARGO_BIN_EXE_tallyscope");
    let output = Command::new(program)
        .args(["link", "--today", "2031-06-01"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<serde_json::Value> = printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let story = rows.iter().find(|row| row["type"] == "story").unwrap();
    assert_eq!(story["files"].as_array().unwrap().len(), 2, "{printed}");
    let conflict = rows.iter().find(|row| row["type"] == "conflict").unwrap();
    assert_eq!(conflict["sort"], "different_numbers");
    assert_eq!(conflict["ratio"], 2.25);
    assert!(conflict["reason"].is_string() && conflict["likely"].is_string());
    let claims = conflict["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 2);
    for (claim, name) in claims.iter().zip(["a.txt", "b.txt"]) {
        let text = fs::read_to_string(claim["file"].as_str().unwrap()).unwrap();
        assert!(claim["file"].as_str().unwrap().ends_with(name));
        let (start, end) = (claim["start"].as_u64().unwrap(), claim["end"].as_u64().unwrap());
        let words: String = text
            .chars()
            .take(usize::try_from(end).unwrap())
            .skip(usize::try_from(start).unwrap())
            .collect();
        assert_eq!(claim["text"], words);
    }
    let missing = Command::new(program)
        .args(["link", "no-such-file.txt"])
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert_eq!(
        Command::new(program).arg("link").output().unwrap().status.code(),
        Some(2)
    );
}

/// Running totals of two camps over days that are numbers; two of them fall.
const LOSSES: &str = "day,deaths,source,time_frame,country\n1,10,Army of Orla,Cumulative,Varland\n2,14,Army of Orla,Cumulative,Varland\n\
    3,12,Army of Orla,Cumulative,Varland\n3,5,Army of Orla,Day,Varland\n4,20,Army of Orla,Cumulative,Varland\n\
    1,7,Varland Staff,Cumulative,Orla\n2,6,Varland Staff,Cumulative,Orla\n3,8,Varland Staff,Cumulative,Orla\n";

#[test]
fn link_reads_tables_by_what_their_columns_mean() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("losses.csv");
    fs::write(&table, LOSSES).unwrap();
    let link = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tallyscope"));
        command.arg("link").args(words).arg(&table).output().unwrap()
    };
    let falls = |output: &std::process::Output| -> Vec<String> {
        let printed = String::from_utf8(output.stdout.clone()).unwrap();
        let rows = printed
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let falls = rows.filter(|row| row["type"] == "falling_total");
        falls.map(|row| row["day"].as_str().unwrap().to_owned()).collect()
    };
    let asked = link(&[]);
    assert_eq!(asked.status.code(), Some(1));
    let said = String::from_utf8_lossy(&asked.stderr).into_owned();
    assert!(said.contains("Say which day is number 1"), "{said}");
    let guessed = link(&["--first-day", "2031-02-24"]);
    assert!(guessed.status.success(), "{}", String::from_utf8_lossy(&guessed.stderr));
    let mut days = falls(&guessed);
    days.sort();
    assert_eq!(days, ["2031-02-25", "2031-02-26"]);
    // the same table, no row of which is said to be a running total
    let columns = folder.path().join("columns.json");
    let said = r#"{"count":"deaths","kinds":{"all":["killed","unspecified"]},"totals":"none","parts":{"day":"day","speaker":"source"},"day_form":"number","first_day":"2031-02-24"}"#;
    fs::write(&columns, said).unwrap();
    let told = link(&["--columns", columns.to_str().unwrap()]);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    assert!(falls(&told).is_empty());
    fs::write(&columns, "{}").unwrap();
    assert_eq!(link(&["--columns", columns.to_str().unwrap()]).status.code(), Some(2));
}
