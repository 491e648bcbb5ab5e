//! Texts that chance makes: every mark stands on the words on which it stood.

use proptest::prelude::*;

use super::tests::store_of;
use crate::base::Span;
use crate::claim::Kind;
use crate::quantity::Figure;
use crate::store::Store;
use crate::store::tests::{claim, reading};

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
        let out = super::tests::text(&store, "web-annotations", "");
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
        let out = super::tests::text(&store, "webanno-tsv", ".tsv");
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
        let read: serde_json::Value = serde_json::from_str(&super::tests::text(&store, "uima-json", ".json")).unwrap();
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
