//! Tables that were exported come back as they were when they are opened again.

use super::tests::{AT, body, made, rows, sample};
use crate::base::dice::Dice;
use crate::export::formats::Body;
use crate::show::testing::{claim, store};
use crate::store::{ClaimId, Field, FieldValue, Store, Verdict};

/// What a claim says, as far as a table of claims tells it.
fn said(claim: &crate::claim::Claim) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        claim.kind,
        claim.figure,
        claim.form,
        claim.victims,
        claim.victim_class,
        claim.speaker,
        claim.relay,
        claim.as_of,
        claim.event_date,
        claim.place.as_ref().map(|place| &place.words),
        claim.scope,
        claim.part_of,
        claim.modality,
    )
}

/// The claims of an export, opened as the program opens a file.
fn opened(bytes: &[u8]) -> crate::read::Reading {
    let tables = match crate::article::Dataset::read(bytes) {
        Some(dataset) => {
            assert_eq!(dataset.articles_at(), None, "claims are no articles");
            dataset.tables().into_iter().map(|(_, text)| text).collect()
        }
        None => vec![String::from_utf8(bytes.to_vec()).expect("is text")],
    };
    let [text] = tables.as_slice() else {
        panic!("one table: {tables:?}")
    };
    let article = crate::article::read(text.as_bytes(), "claims.csv");
    let grid = crate::article::Grid::read(&article.text).expect("a table");
    let mapping = crate::read::guess(&grid);
    assert!(mapping.is_own() && mapping.lack(&grid).is_none());
    crate::read::table_reading(article, &grid, &mapping)
}

fn store_of(reading: crate::read::Reading) -> Store {
    assert!(reading.notes.is_empty(), "{:?}", reading.notes);
    let mut store = Store::default();
    let new = crate::store::NewArticle {
        origin: crate::store::Origin::Pasted,
        file_name: "claims.csv".to_owned(),
        sha256: "0".repeat(64),
        reading,
        rules_version: "test".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, AT);
    store
}

/// The cells of a table that a table of claims carries, row by row.
fn carried(csv: &str) -> Vec<Vec<String>> {
    const CARRIED: [&str; 16] = [
        "kind",
        "value",
        "low",
        "high",
        "qualifier",
        "form",
        "victims",
        "victim_class",
        "speaker",
        "relay",
        "as_of",
        "event_date",
        "place",
        "scope",
        "part_of",
        "modality",
    ];
    rows(csv)
        .iter()
        .map(|row| CARRIED.map(|column| row[column].clone()).to_vec())
        .collect()
}

/// A project whose claims hold anything that a field may hold.
fn anything(seed: u64) -> Store {
    use crate::claim::{Kind, Modality, Scope, VictimClass};
    use crate::quantity::typed;
    let mut store = sample();
    let mut dice = Dice((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let ids: Vec<ClaimId> = store.claims().map(|record| record.id).collect();
    let words = [
        "=1+1",
        "'=1",
        "''-x",
        "'twas",
        "-5",
        "+5 men",
        "@all",
        "a,b;c",
        "“six”",
        "\"quoted\"",
        "line\nbreak",
        "نص",
        "😀 é",
        "rejected",
        "2031-03-14",
        "0",
        "#loc+name",
        "a\tb",
    ];
    let figures = [
        "12",
        ">4,400",
        "~30",
        "26-30",
        "<7",
        ">=9",
        "dozens",
        "many",
        "almost 50",
        "up to 3",
    ];
    let times = ["2031-03-14", "2031-03", "2031", "2031-03-10/2031-03-12", "2031-W10"];
    for id in ids {
        let word = |dice: &mut Dice| FieldValue::Words(Some(dice.pick(&words).to_owned()).filter(|word| word != "0"));
        let time = |dice: &mut Dice| FieldValue::Time(crate::time::Value::parse(dice.pick(&times)));
        let mut values = vec![
            (Field::Speaker, word(&mut dice)),
            (Field::Relay, word(&mut dice)),
            (Field::Victims, word(&mut dice)),
            (Field::Place, word(&mut dice)),
            (Field::AsOf, time(&mut dice)),
            (Field::EventDate, time(&mut dice)),
            (
                Field::Kind,
                FieldValue::Kind(dice.pick(&[
                    Kind::Killed,
                    Kind::Missing,
                    Kind::Casualties,
                    Kind::other("Tanks").unwrap(),
                ])),
            ),
            (
                Field::VictimClass,
                FieldValue::Class(dice.pick(&[VictimClass::Civilian, VictimClass::Militant, VictimClass::Other])),
            ),
            (
                Field::Scope,
                FieldValue::Scope(dice.pick(&[Scope::Total, Scope::Incident, Scope::Unknown])),
            ),
            (
                Field::Modality,
                FieldValue::Modality(dice.pick(&[Modality::Asserted, Modality::Denied, Modality::ReportedUncertain])),
            ),
            (Field::PartOf, FieldValue::Flag(dice.pick(&[true, false]))),
        ];
        values.extend(typed(dice.pick(&figures)).map(|figure| (Field::Figure, FieldValue::Figure(figure))));
        for (field, value) in values {
            let edit = store.set_field(&[id], field, Some(&value));
            store.commit(edit, AT);
        }
        let edit = store.set_verdict(&[id], Verdict::Accepted);
        store.commit(edit, AT);
    }
    store
}

#[test]
fn whatever_claims_say_comes_back_from_every_table() {
    for seed in 0..24 {
        let first = anything(seed);
        let bytes = |store: &Store, format: &str| match made(store, format, &[]).expect("a table").body {
            Body::File(bytes) => bytes,
            Body::Folder(_) => panic!("a file was expected"),
        };
        let before = carried(&body(&made(&first, "claims-csv", &[]).expect("a table")));
        for format in ["claims-csv", "claims-jsonl", "claims-xlsx"] {
            let again = store_of(opened(&bytes(&first, format)));
            let after = carried(&body(&made(&again, "claims-csv", &[]).expect("a table")));
            assert_eq!(after, before, "{format}, seed {seed}");
        }
    }
}

#[test]
fn one_claim_is_a_table_too_where_this_program_wrote_it() {
    let store = store(&[("A", "2031-03-14", "{killed|31 dead}.")]);
    for format in ["claims-csv", "claims-jsonl", "claims-xlsx"] {
        let Body::File(bytes) = made(&store, format, &[]).expect("a table").body else {
            panic!("a file")
        };
        assert_eq!(opened(&bytes).claims.len(), 1, "{format}");
    }
}

#[test]
fn what_is_exported_and_imported_again_is_the_same() {
    let mut store = sample();
    let ids = [claim(&store, "dozens")];
    for (field, value) in [
        (
            Field::Kind,
            FieldValue::Kind(crate::claim::Kind::other("Tanks").expect("a kind")),
        ),
        (
            Field::Speaker,
            FieldValue::Words(Some("'=SUM(A1), \"quoted\"\nنص".to_owned())),
        ),
        (Field::AsOf, FieldValue::Time(crate::time::Value::parse("2031-03"))),
        (Field::Place, FieldValue::Words(Some("+Estrava".to_owned()))),
    ] {
        let edit = store.set_field(&ids, field, Some(&value));
        store.commit(edit, AT);
    }
    let varland = crate::show::testing_sample::varland();
    for (store, num_rejected) in [(&store, 1), (&varland, 1)] {
        let kept = store
            .claims()
            .filter(|record| record.status() != crate::store::Status::Rejected);
        let before: Vec<String> = kept.map(|record| said(record.claim())).collect();
        for options in [&[][..], &[("bom", "on"), ("hxl", "on"), ("machine", "on")]] {
            let bytes = body(&made(store, "claims-csv", options).expect("a table"));
            let article = crate::article::read(bytes.as_bytes(), "claims.csv");
            let grid = crate::article::Grid::read(&article.text).expect("a table");
            let mapping = crate::read::guess(&grid);
            assert!(mapping.is_own() && mapping.lack(&grid).is_none());
            let read = crate::read::read_table(&article.text, &grid, &mapping);
            let after: Vec<String> = read.claims.iter().map(said).collect();
            assert_eq!(after, before);
            assert_eq!((read.left_out.rejected, read.left_out.no_number), (num_rejected, 0));
        }
    }
}
