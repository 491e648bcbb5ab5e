//! Claims as PLOVER events, a JSON object each: the harm as event type and mode, the figure as bounds.

use serde::Serialize;

use super::SUPERSEDED;
use super::columns::Row;
use super::integer::{self, numbers};
use super::jsonl::line;
use super::method::policy_lines;
use super::schema::{self, Schema, each_taken};
use super::when::{self, when};
use crate::claim::{Kind, VictimClass};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show::{ChartSettings, words};

const POLICIES: &[&str] = &[
    "The event type says no more than the harm does: killed, injured and casualties are ASSAULT without a mode; abducted is \
     ASSAULT, mode abduct; arrested is COERCE, mode arrest; displaced is COERCE, mode deport; released is RETREAT, mode \
     release. Missing people and what imported tables count have no event type (null).",
    "Who did it is not read: “actor” is empty. “recip” is who was harmed.",
];

const SCHEMA: Schema<'static> = Schema {
    label: "Claims as PLOVER events",
    columns: &[],
    policies: &[POLICIES, integer::POLICIES, when::POLICIES],
    options: &[&SUPERSEDED],
};

#[derive(Serialize)]
struct Event<'r> {
    id: String,
    date: Option<String>,
    end_date: Option<String>,
    /// As UCDP grades it, 1 to 5.
    date_precision: Option<u8>,
    event: Option<&'static str>,
    mode: Option<&'static str>,
    context: Option<&'static str>,
    actor: [Who<'r>; 0],
    recip: Vec<Who<'r>>,
    location: Option<&'r str>,
    magnitude: Magnitude<'r>,
    publication: Option<&'r str>,
    publication_date: Option<String>,
    headline: &'r str,
    speaker: Option<&'r str>,
    relay: Option<&'r str>,
    text: &'r str,
    language: Option<&'r str>,
    scope: &'static str,
    part_of: bool,
    modality: &'static str,
    status: &'static str,
    superseded: Option<&'r str>,
}

#[derive(Serialize)]
struct Who<'r> {
    text: Option<&'r str>,
    sector: Option<&'static str>,
}

#[derive(Serialize)]
struct Magnitude<'r> {
    harm: &'static str,
    low: Option<u64>,
    best: Option<u64>,
    high: Option<u64>,
    qualifier: &'static str,
    words: &'r str,
}

#[derive(Serialize)]
struct Method<'h> {
    r#type: &'static str,
    format: &'static str,
    program: &'h str,
    made_on: &'h str,
    project: Option<&'h str>,
    chosen: &'h [String],
    events: usize,
    left_out: Vec<String>,
    policy: Vec<String>,
}

/// Writes the lines, the method first.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let settings = ChartSettings::of(input.store);
    let mut events = String::new();
    let (count, notes) = each_taken(input, (&SCHEMA, options), watch, |row| {
        events.push_str(&line(&event(row, &settings))?);
        Ok(())
    })?;
    let method = Method {
        r#type: "method",
        format: SCHEMA.label,
        program: input.program,
        made_on: input.now,
        project: Some(input.project).filter(|name| !name.is_empty()),
        chosen: input.chosen,
        events: count,
        left_out: notes.clone(),
        policy: policy_lines(input, schema::policies(&SCHEMA)),
    };
    let out = line(&method)? + &events;
    let mut output = Output::file(out.into_bytes(), words::count(count, "event"));
    output.notes = notes;
    Ok(output)
}

fn event<'r>(row: &Row<'r>, settings: &ChartSettings) -> Event<'r> {
    let (claim, article) = (row.claim(), row.article);
    let numbers = numbers(&claim.figure, row.quote(), settings);
    let when = when(claim, article);
    let (event, mode) = event_type(claim.kind);
    Event {
        id: row.uid(),
        date: when.map(|when| when.start.to_string()),
        end_date: when
            .filter(|when| when.end != when.start)
            .map(|when| when.end.to_string()),
        date_precision: when.map(|when| when.ucdp),
        event,
        mode,
        context: None,
        actor: [],
        recip: vec![Who {
            text: claim.victims.as_deref(),
            sector: sector(claim.victim_class),
        }],
        location: claim.place.as_ref().map(|place| place.words.as_str()),
        magnitude: Magnitude {
            harm: claim.kind.id(),
            low: numbers.low,
            best: numbers.best,
            high: numbers.high,
            qualifier: claim.figure.qualifier.id(),
            words: row.quote(),
        },
        publication: article.publisher(),
        publication_date: article.published().map(|day| day.to_string()),
        headline: article.title(),
        speaker: claim.speaker.as_deref(),
        relay: claim.relay.as_deref(),
        text: claim.sentence.of(article.text()),
        language: article.reading.article.language.as_deref(),
        scope: claim.scope.id(),
        part_of: claim.part_of,
        modality: claim.modality.id(),
        status: row.record.status().id(),
        superseded: row.replaced.why(row.record.id),
    }
}

fn event_type(kind: Kind) -> (Option<&'static str>, Option<&'static str>) {
    match kind {
        Kind::Killed | Kind::Injured | Kind::Casualties => (Some("ASSAULT"), None),
        Kind::Abducted => (Some("ASSAULT"), Some("abduct")),
        Kind::Arrested => (Some("COERCE"), Some("arrest")),
        Kind::Displaced => (Some("COERCE"), Some("deport")),
        Kind::Released => (Some("RETREAT"), Some("release")),
        Kind::Missing | Kind::Other(_) => (None, None),
    }
}

/// PLOVER's words for sectors of people.
fn sector(class: VictimClass) -> Option<&'static str> {
    match class {
        VictimClass::Civilian => Some("CVL"),
        VictimClass::Protester => Some("OPP"),
        VictimClass::SecurityForce => Some("MIL"),
        VictimClass::Militant => Some("REB"),
        VictimClass::Official => Some("GOV"),
        VictimClass::Journalist => Some("JRN"),
        VictimClass::Other | VictimClass::Unspecified => None,
    }
}
