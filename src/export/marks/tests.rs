//! One small text in every format, to be read; and texts that chance makes, whose marks must stand on the same words.

use std::collections::BTreeSet;
use std::sync::Arc;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::FORMATS;
use crate::article::{Article, Boilerplate, BoilerplateKind};
use crate::base::Span;
use crate::claim::{Kind, Roles};
use crate::entity::EntityKind;
use crate::export::formats::{Body, ExportError, ExportInput, ExportOptions, Output, Watch, format_of};
use crate::jobs::Token;
use crate::link::Conclusions;
use crate::quantity::{Figure, Qualifier};
use crate::read::{EntityRead, Reading};
use crate::show::{CompareLook, Filter, Names};
use crate::store::tests::{claim, reading};
use crate::store::{ClaimId, NewArticle, Origin, Store, Verdict};

const AT: &str = "2031-03-15T09:00:00Z";
const TEXT: &str = "😀 At least 12\npeople died in Estrava, <police> said.";

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn store_of(reading: Reading) -> Store {
    let mut store = Store::default();
    let new = NewArticle {
        origin: Origin::Pasted,
        file_name: "toll & more.txt".to_owned(),
        sha256: "ab".repeat(32),
        reading,
        rules_version: "1".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, AT);
    store
}

fn small() -> Store {
    let figure = Figure::hedged(12, Qualifier::AtLeast);
    let mut one = claim(TEXT, "At least 12\npeople", Kind::Killed, figure);
    one.roles = Roles {
        number: Some(at(TEXT, "12")),
        speaker: Some(at(TEXT, "police")),
        ..Roles::default()
    };
    let mut reading = reading(TEXT, vec![one]);
    reading.entities.push(EntityRead {
        span: at(TEXT, "Estrava"),
        kind: EntityKind::Place,
        canonical: "Estrava".to_owned(),
        confidence: 0.9,
    });
    let mut store = store_of(reading);
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    store.commit(edit, AT);
    let edit = store.set_note(&[ClaimId(1)], "twice?");
    store.commit(edit, AT);
    store
}

fn written(store: &Store, format: &str, options: &[(&str, &str)], token: &Token) -> Result<Output, ExportError> {
    let mut set = ExportOptions::default();
    options.iter().for_each(|(option, value)| set.set(option, value));
    let claims: BTreeSet<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let input = ExportInput {
        store,
        conclusions: &Conclusions::default(),
        names: &Names::new(store),
        filter: &Filter::default(),
        look: &CompareLook::default(),
        claims: &claims,
        chosen: &[],
        project: "",
        source: &|_| None,
        program: "0.1.0",
        now: AT,
    };
    (format_of(format).unwrap().write)(&input, &set, &Watch::new(token, &|_, _| {}))
}

/// The file, or of a folder the file whose name ends so.
fn file(store: &Store, format: &str, ending: &str) -> Vec<u8> {
    match written(store, format, &[], &Token::new()).unwrap().body {
        Body::File(bytes) => bytes,
        Body::Folder(files) => {
            let found = files
                .into_iter()
                .find(|file| file.name.starts_with("0001") && file.name.ends_with(ending));
            found.unwrap().bytes
        }
    }
}

fn text(store: &Store, format: &str, ending: &str) -> String {
    String::from_utf8(file(store, format, ending)).unwrap()
}

#[track_caller]
fn check(format: &str, ending: &str, expected: &Expect) {
    expected.assert_eq(&text(&small(), format, ending));
}

#[test]
fn web_annotations() {
    let text = text(&small(), "web-annotations", "");
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let claim = &read["first"]["items"][0];
    expect![[""]].assert_eq(&serde_json::to_string_pretty(claim).unwrap());
}

#[test]
fn webanno_tsv() {
    check("webanno-tsv", ".tsv", &expect![[""]]);
}

#[test]
fn uima_xmi() {
    check("uima-xmi", ".xmi", &expect![[""]]);
}

#[test]
fn brat() {
    check("brat", ".ann", &expect![[""]]);
    check("brat", ".txt", &expect![[""]]);
}

#[test]
fn conll() {
    check("conll-2003", "", &expect![[""]]);
}

#[test]
fn refi_qda() {
    let mut pack = zip::ZipArchive::new(std::io::Cursor::new(file(&small(), "refi-qda", ""))).unwrap();
    assert_eq!(pack.len(), 2, "a text and the project");
    let project = std::io::read_to_string(pack.by_name("project.qde").unwrap()).unwrap();
    let (_, sources) = project.split_once("<Sources>").unwrap();
    let path = project
        .split_once("internal://")
        .and_then(|(_, rest)| rest.split_once('"'))
        .unwrap()
        .0;
    let source = std::io::read_to_string(pack.by_name(&format!("sources/{path}")).unwrap()).unwrap();
    assert_eq!(source, TEXT);
    expect![[""]].assert_eq(sources);
}

#[test]
fn options_say_what_leaves() {
    let store = small();
    let all = |options: &[(&str, &str)]| written(&store, "brat", options, &Token::new()).unwrap();
    assert_eq!(all(&[]).what, "1 claim and 1 name in 1 article");
    assert_eq!(all(&[("names", "off")]).what, "1 claim in 1 article");
    let Body::Folder(files) = all(&[("names", "off")]).body else {
        panic!("no folder")
    };
    assert!(
        files
            .iter()
            .all(|file| !String::from_utf8_lossy(&file.bytes).contains("\tPlace "))
    );
    let nothing = store_of(reading("Nothing happened.", Vec::new()));
    let none = written(&nothing, "brat", &[("articles", "claims")], &Token::new()).unwrap();
    assert_eq!(none.what, "0 articles without marks");
    assert_eq!(
        written(&nothing, "brat", &[], &Token::new()).unwrap().what,
        "1 article without marks"
    );
}

#[test]
fn a_stopped_export_gives_nothing() {
    let token = Token::new();
    token.stop();
    for format in FORMATS {
        assert_eq!(
            written(&small(), format.id, &[], &token),
            Err(ExportError::Stopped),
            "{}",
            format.id
        );
    }
}

#[test]
fn a_claim_without_words_is_left_out_and_said() {
    let mut lost = claim(TEXT, "12", Kind::Killed, Figure::exact(12));
    lost.span = Span::new(4, 4);
    let store = store_of(reading(TEXT, vec![lost]));
    for format in FORMATS.iter().filter(|format| format.chooses_claims) {
        let output = written(&store, format.id, &[], &Token::new()).unwrap();
        assert_eq!(
            output.notes,
            ["1 claim has lost the place in a corrected text and is left out."],
            "{}",
            format.id
        );
    }
}

#[test]
fn sentences_of_boilerplate_are_no_training_texts() {
    let text = "Ten died in Estrava. Sign up for our letter.";
    let mut reading = reading(text, Vec::new());
    let mut article = Article::clone(&reading.article);
    let span = at(text, "Sign up for our letter.");
    let kind = BoilerplateKind::Subscribe;
    article.boilerplate.push(Boilerplate { span, kind });
    reading.article = Arc::new(article);
    let store = store_of(reading);
    let with = |options: &[(&str, &str)]| match written(&store, "conll-2003", options, &Token::new()).unwrap().body {
        Body::File(bytes) => String::from_utf8(bytes).unwrap(),
        Body::Folder(_) => panic!("a folder"),
    };
    assert!(!with(&[]).contains("letter") && with(&[]).contains("Estrava _ _ O"));
    assert!(with(&[("boilerplate", "on")]).contains("letter _ _ O"));
}

/// Claims on spans of a text, which are not blank.
fn with_claims(text: &str, cuts: &[(usize, usize)]) -> Store {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let spans = cuts.iter().map(|(a, b)| {
        let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
        Span::new(a, b)
    });
    let claims = spans.filter(|span| !span.of(text).trim().is_empty()).map(|span| {
        let mut one = claim(text, "", Kind::Killed, Figure::exact(12));
        one.span = span;
        one.roles.number = Some(span);
        one
    });
    store_of(reading(text, claims.collect()))
}

fn words_of(store: &Store) -> Vec<String> {
    let claims = store.claims();
    let text = store.articles().next().unwrap().text();
    let mut words: Vec<String> = claims.map(|claim| claim.claim().span.of(text).to_owned()).collect();
    words.sort_unstable();
    words
}

fn slice16(text: &str, begin: usize, end: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[begin..end]).unwrap()
}

const HARD: &str = "[a-c1-3 \n\r\t.😀é\u{301}ق\u{200d}\u{feff}\u{2028}_|\\[\\]<&\"*;\\\\-]{0,60}";

proptest! {
    #[test]
    fn web_annotations_quote_what_they_point_at(text in HARD, cuts in prop::collection::vec((0_usize..60, 0_usize..60), 0..6)) {
        let store = with_claims(&text, &cuts);
        let out = self::text(&store, "web-annotations", "");
        let read: serde_json::Value = serde_json::from_str(&out).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let mut words = Vec::new();
        for item in read["first"]["items"].as_array().unwrap() {
            let [place, quote] = item["target"]["selector"].as_array().unwrap().as_slice() else { panic!("two selectors") };
            let end = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
            let there: String = chars[end("start")..end("end")].iter().collect();
            prop_assert_eq!(quote["exact"].as_str().unwrap(), &there);
            words.push(there);
        }
        words.sort_unstable();
        prop_assert_eq!(words, words_of(&store));
    }

    #[test]
    fn lines_of_webanno_hold_the_words_at_their_offsets(text in HARD, cuts in prop::collection::vec((0_usize..60, 0_usize..60), 0..6)) {
        let store = with_claims(&text, &cuts);
        prop_assume!(!text.trim().is_empty());
        let out = self::text(&store, "webanno-tsv", ".tsv");
        let columns = out.lines().find(|line| line.contains("Claim|")).unwrap().matches('|').count();
        let mut held: Vec<(String, usize, usize)> = Vec::new();
        for line in out.split('\n').skip(4).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let (begin, end) = cells[1].split_once('-').unwrap();
            let (begin, end): (usize, usize) = (begin.parse().unwrap(), end.parse().unwrap());
            prop_assert_eq!(cells[2], super::webanno_text::escaped_text(&slice16(&text, begin, end)));
            // the first column of the claims, which come last
            let first = cells.len() - 1 - columns;
            let ids = cells[first].split('|').filter(|cell| *cell != "_");
            for id in ids.map(|cell| cell.split('[').next().unwrap().to_owned()) {
                match held.iter_mut().find(|(known, ..)| *known == id) {
                    Some((.., last)) => *last = end,
                    None => held.push((id, begin, end)),
                }
            }
        }
        let mut words: Vec<String> = held.iter().map(|(_, begin, end)| slice16(&text, *begin, *end)).collect();
        words.sort_unstable();
        let mut expected: Vec<String> = words_of(&store).iter().map(|words| words.trim().to_owned()).collect();
        expected.sort_unstable();
        prop_assert_eq!(words, expected);
    }

    #[test]
    fn structures_of_uima_stand_where_the_words_are(text in HARD, cuts in prop::collection::vec((0_usize..60, 0_usize..60), 0..6)) {
        let store = with_claims(&text, &cuts);
        let read: serde_json::Value = serde_json::from_str(&self::text(&store, "uima-json", ".json")).unwrap();
        let structures = read["%FEATURE_STRUCTURES"].as_array().unwrap();
        prop_assert_eq!(structures[0]["sofaString"].as_str().unwrap(), &text);
        let claims = structures.iter().filter(|one| one["%TYPE"] == super::layers::CLAIM);
        let mut words: Vec<String> = claims.map(|one| {
            let end = |key: &str| usize::try_from(one[key].as_u64().unwrap()).unwrap();
            slice16(&text, end("begin"), end("end"))
        }).collect();
        words.sort_unstable();
        prop_assert_eq!(words, words_of(&store));
    }
}
