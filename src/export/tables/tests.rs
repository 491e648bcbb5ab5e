//! Tables from small projects: every format by what it holds.

use std::collections::BTreeSet;

use crate::export::formats::{Body, ExportError, ExportInput, ExportOptions, Output, Watch, format_of, formats};
use crate::jobs::Token;
use crate::link::Conclusions;
use crate::show::testing::{claim, store};
use crate::show::{CompareLook, Filter, Names};
use crate::store::{ClaimId, Field, FieldValue, Store, Verdict};

pub(super) const AT: &str = "2031-03-15T09:00:00Z";

pub(super) fn made(store: &Store, format: &str, options: &[(&str, &str)]) -> Result<Output, ExportError> {
    written(store, format, options, &Token::new())
}

fn written(store: &Store, format: &str, options: &[(&str, &str)], token: &Token) -> Result<Output, ExportError> {
    let claims: BTreeSet<ClaimId> = store.claims().map(|record| record.id).collect();
    let mut set = ExportOptions::default();
    options.iter().for_each(|(option, value)| set.set(option, value));
    let format = format_of(format).expect("it is known");
    (format.write)(
        &ExportInput {
            store,
            conclusions: &Conclusions::default(),
            names: &Names::default(),
            filter: &Filter::default(),
            look: &CompareLook::default(),
            claims: &claims,
            chosen: &["All claims".to_owned()],
            project: "Varland",
            program: "0.1.0",
            now: AT,
        },
        &set,
        &Watch::new(token, &|_, _| {}),
    )
}

#[track_caller]
pub(super) fn body(output: &Output) -> String {
    match &output.body {
        Body::File(bytes) => String::from_utf8(bytes.clone()).expect("is text"),
        Body::Folder(_) => panic!("a file was expected"),
    }
}

/// The rows of a CSV, each with its cells by the head's names.
pub(super) fn rows(csv: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().expect("a head").clone();
    let records = reader.records().map(|record| record.expect("a row"));
    records
        .map(|record| {
            heads
                .iter()
                .map(str::to_owned)
                .zip(record.iter().map(str::to_owned))
                .collect()
        })
        .collect()
}

pub(super) fn sample() -> Store {
    let mut store = store(&[
        (
            "=Herald",
            "2031-03-14",
            "😀 {killed total @Ministry class civilian happened 2031-03-10/2031-03-12|more than 4,400} say. \
             {killed rejected|17 dogs} too. {injured @Brenk, Halvar accepted|26 to 30}. {killed denied|no one}.",
        ),
        (
            "Post",
            "2031-03-15",
            "{killed incident @Union|dozens}. {killed|many}. {arrested|up to 120}.",
        ),
    ]);
    let ids = [claim(&store, "26 to 30")];
    let said = FieldValue::Words(Some("-Nurses\n“ward 3”".to_owned()));
    let edit = store.set_field(&ids, Field::Victims, Some(&said));
    store.commit(edit, AT);
    let edit = store.set_note(&ids, "=1+1");
    store.commit(edit, AT);
    store
}

#[test]
fn the_csv_keeps_words_bounds_and_decisions() {
    let output = made(&sample(), "claims-csv", &[("machine", "on")]).expect("a table");
    let rows = rows(&body(&output));
    assert_eq!(rows.len(), 7);
    let first = &rows[0];
    assert_eq!(
        (first["value"].as_str(), first["low"].as_str(), first["high"].as_str()),
        ("4400", "4400", "")
    );
    assert_eq!(first["qualifier"], "more_than");
    assert_eq!(
        (first["start"].as_str(), first["end"].as_str()),
        ("13", "28"),
        "code points, not bytes"
    );
    assert_eq!(first["publisher"], "'=Herald");
    assert_eq!(first["event_date"], "2031-03-10/2031-03-12");
    assert_eq!(rows[1]["status"], "rejected");
    let corrected = &rows[2];
    assert_eq!(corrected["status"], "corrected");
    assert_eq!(corrected["victims"], "'-Nurses\n“ward 3”");
    assert_eq!(corrected["machine_victims"], "", "the machine read none");
    assert_eq!(corrected["machine_low"], "26");
    assert_eq!(corrected["corrected_fields"], "victims");
    assert_eq!(corrected["note"], "'=1+1");
    assert_eq!(
        (rows[4]["value"].as_str(), rows[4]["low"].as_str()),
        ("", "24"),
        "dozens"
    );
    let ids: BTreeSet<&String> = rows.iter().map(|row| &row["uid"]).collect();
    assert_eq!(ids.len(), 7);
    let method = String::from_utf8(output.beside[0].bytes.clone()).expect("is text");
    for told in [
        "Tallyscope 0.1.0",
        "Vague words (charts): Keep bounds",
        "rejected: 1 exported of 1",
        "all: 7 exported of 7",
        "article-2.txt: 0000",
        "qualifier: How the words hold",
    ] {
        assert!(method.contains(told), "{told}\n{method}");
    }
}

#[test]
fn marks_tags_and_sheets_are_options() {
    let store = sample();
    let plain = body(&made(&store, "claims-csv", &[("method", "off")]).expect("a table"));
    assert!(plain.starts_with("file,title,status,"));
    let output = made(&store, "claims-csv", &[("bom", "on"), ("hxl", "on"), ("method", "off")]).expect("a table");
    assert!(output.beside.is_empty());
    let tagged = body(&output);
    let mut lines = tagged.lines();
    assert!(
        lines
            .next()
            .is_some_and(|head| head.starts_with("\u{FEFF}file,") && head.ends_with("_max"))
    );
    let tags = lines.next().expect("tags");
    for tag in [
        "#affected+killed+num",
        "#affected+killed+num+min",
        "#affected+detained+num+max",
        "#date+occurred+start",
    ] {
        assert!(tags.split(',').any(|one| one == tag), "{tag}: {tags}");
    }
    let rows = rows(tagged.trim_start_matches('\u{FEFF}'));
    assert_eq!(
        (rows[1]["killed_min"].as_str(), rows[1]["killed_max"].as_str()),
        ("4400", "")
    );
    assert_eq!(rows[3]["killed"], "", "another kind stands in its own columns");
    assert_eq!(rows[3]["injured_max"], "30");
}

#[test]
fn schemas_name_their_numbers_and_leave_out_what_is_no_figure() {
    let store = sample();
    let output = made(&store, "ucdp-ged-csv", &[]).expect("a table");
    assert_eq!(
        output.notes,
        [
            "1 claim left out: rejected.",
            "1 claim left out: said to be false.",
            "2 claims left out: of another harm than deaths."
        ]
    );
    let ucdp = rows(&body(&output));
    let numbers = |row: usize| ["low", "best", "high"].map(|column| ucdp[row][column].as_str());
    assert_eq!(ucdp.len(), 3);
    assert_eq!(numbers(0), ["4401", "4401", ""], "more than 4,400 is never 4,400");
    assert_eq!(ucdp[0]["deaths_civilians"], "4401");
    for row in &ucdp {
        let dead = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"].map(|column| row[column].as_str());
        let sum: u64 = dead.iter().filter_map(|number| number.parse::<u64>().ok()).sum();
        assert_eq!(
            sum,
            row["best"].parse().unwrap_or(0),
            "the standard adds them up: {dead:?}"
        );
    }
    assert_eq!(
        (ucdp[0]["date_prec"].as_str(), ucdp[0]["event_clarity"].as_str()),
        ("2", "2")
    );
    assert_eq!(
        (ucdp[0]["source_office"].as_str(), ucdp[0]["source_original"].as_str()),
        ("'=Herald", "Ministry")
    );
    assert_eq!(numbers(1), ["24", "24", ""]);
    assert_eq!(numbers(2), ["", "", ""], "many is no number, and not 0");
    let method = String::from_utf8(output.beside[0].bytes.clone()).expect("is text");
    assert!(method.contains("“More than N”: low and best are N + 1") && method.contains("1 claim left out: rejected."));

    let all = [("harms", "all"), ("totals", "leave_out")];
    let acled = rows(&body(&made(&store, "acled-csv", &all).expect("a table")));
    let told: Vec<(&str, &str)> = acled
        .iter()
        .map(|row| (row["harm"].as_str(), row["count"].as_str()))
        .collect();
    assert_eq!(
        told,
        [("injured", "26"), ("killed", "24"), ("killed", ""), ("arrested", "")]
    );
    assert_eq!(acled[0]["fatalities"], "", "the injured are no dead");
    assert!(
        acled[1]["notes"].ends_with("[figure: “dozens”, ≥ 24; coded 24]"),
        "{}",
        acled[1]["notes"]
    );
    assert_eq!(acled[1]["time_precision"], "3", "no day of the harm is told");

    let radford = rows(&body(&made(&store, "radford-csv", &[]).expect("a table")));
    let told: Vec<String> = radford
        .iter()
        .map(|row| {
            ["loss_count", "minimum", "maximum", "time_frame", "category"]
                .map(|column| row[column].as_str())
                .join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "4401 1 0 Cumulative Civilian Deaths",
            "26 1 0 Day Injuries",
            "30 0 1 Day Injuries",
            "24 1 0 Day Deaths",
            "120 0 1 Day Arrests"
        ]
    );
    assert_eq!(radford[0]["source_target"], "Ministry-Not stated");
}

#[test]
fn json_lines_hold_the_machines_values_beside_those_that_count() {
    let mut store = sample();
    let by_machine = claim(&store, "dozens");
    let edit = store.set_field(&[by_machine], Field::Speaker, Some(&FieldValue::Words(None)));
    store.commit(edit, AT);
    let edit = store.set_verdict(&[by_machine], Verdict::Accepted);
    store.commit(edit, AT);
    let lines = body(&made(&store, "claims-jsonl", &[]).expect("lines"));
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert_eq!(lines.len(), 8);
    assert_eq!(lines[0]["type"], "method");
    assert_eq!(lines[0]["claims"], 7);
    assert_eq!(lines[1]["qualifier"], "more_than");
    assert_eq!(lines[1]["high"], serde_json::Value::Null);
    let changed = &lines[5];
    assert_eq!(changed["text"], "dozens");
    assert_eq!(changed["speaker"], serde_json::Value::Null);
    assert_eq!(changed["machine"]["speaker"], "Union");
    assert_eq!(changed["corrected_fields"][0], "speaker");

    let events = body(&made(&store, "plover-jsonl", &[]).expect("lines"));
    let events: Vec<serde_json::Value> = events
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect();
    assert_eq!(events[0]["events"], 5);
    assert_eq!(events[1]["event"], serde_json::json!(["ASSAULT"]));
    assert_eq!(events[1]["dead"], 4401);
    assert_eq!(events[1]["cite_info"]["publication"], "=Herald");
    assert_eq!(events[1]["magnitude"]["low"], 4401);
    assert_eq!(events[1]["recipient"][0]["sector"], "CVL");
    assert_eq!(
        (&events[5]["event"], &events[5]["mode"]),
        (&serde_json::json!(["COERCE"]), &serde_json::json!(["arrest"]))
    );
}

#[test]
fn a_workbook_is_a_zip_of_two_sheets_and_the_same_each_time() {
    let store = sample();
    let workbook = || match made(&store, "claims-xlsx", &[("hxl", "on")]).expect("a workbook").body {
        Body::File(bytes) => bytes,
        Body::Folder(_) => panic!("a file was expected"),
    };
    let bytes = workbook();
    assert_eq!(bytes, workbook(), "nothing hangs on the clock");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let names: Vec<String> = zip.file_names().filter_map(Result::ok).map(Into::into).collect();
    assert!(names.iter().any(|name| name == "xl/worksheets/sheet2.xml"), "{names:?}");
    let mut sheet = String::new();
    let mut file = zip.by_name("xl/worksheets/sheet1.xml").expect("a sheet");
    std::io::Read::read_to_string(&mut file, &mut sheet).expect("is text");
    assert!(
        sheet.contains("<autoFilter") && sheet.contains("state=\"frozen\""),
        "{sheet}"
    );
    assert!(!sheet.contains("<f>"), "no formula");
}

#[test]
fn an_empty_project_has_tables_and_a_stopped_export_has_none() {
    let empty = Store::default();
    for format in formats() {
        let made = made(&empty, format.id, &[]);
        assert!(
            made.is_ok() || format.group != crate::export::formats::Group::Claims,
            "{}",
            format.id
        );
    }
    let token = Token::new();
    token.stop();
    let store = sample();
    for format in formats() {
        let stopped = written(&store, format.id, &[], &token);
        assert_eq!(stopped, Err(ExportError::Stopped), "{}", format.id);
    }
}
