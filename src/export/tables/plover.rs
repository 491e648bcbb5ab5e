//! Claims as PLOVER events, a JSON object each: the harm as event type and mode, the figure as bounds.
//!
//! Names of fields, event types, modes and sectors are those of the PLOVER Manual, chapters "Event Categories", "Sector Codes"
//! and "Data Fields" (<https://github.com/openeventdata/PLOVER>, `PLOVER_MANUAL.tex`). Fields that it has no name for are ours
//! (`date_precision`, `magnitude`, `speaker` ...), as it allows.

use serde::Serialize;

use super::SUPERSEDED;
use super::columns::Row;
use super::integer::{self, numbers};
use super::jsonl::line;
use super::method::policy_lines;
use super::schema::{self, Schema, each_taken};
use super::when::{self, when};
use crate::claim::{Claim, Kind, VictimClass};
use crate::entity::fold;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show::{ChartSettings, words};
use crate::store::ArticleRecord;

const POLICIES: &[&str] = &[
    "The event type says no more than the harm does: killed, injured and casualties are ASSAULT without a mode; abducted is \
     ASSAULT, mode abduct; arrested is COERCE, mode arrest; released is RETREAT, mode release. Displaced and missing people and what \
     imported tables count have no event type (an empty list): nobody need have expelled them.",
    "Who did it is not read: “actor” is empty. “recipient” is who was harmed; security forces are COP where the words name police, \
     else MIL. “Dead”, “injured” and “arrested” are the best number of that harm.",
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
    enddate: Option<String>,
    /// As UCDP grades it, 1 to 5.
    date_precision: Option<u8>,
    event: Vec<&'static str>,
    mode: Vec<&'static str>,
    context: [&'static str; 0],
    actor: [Who<'r>; 0],
    recipient: Vec<Who<'r>>,
    event_loc: Option<Location<'r>>,
    #[serde(flatten)]
    size: Size,
    magnitude: Magnitude<'r>,
    text: &'r str,
    text_info: TextInfo,
    cite_info: CiteInfo<'r>,
    speaker: Option<&'r str>,
    relay: Option<&'r str>,
    scope: &'static str,
    part_of: bool,
    modality: &'static str,
    status: &'static str,
    superseded: Option<&'r str>,
}

#[derive(Serialize)]
struct Who<'r> {
    entity_text: Option<&'r str>,
    sector: Option<&'static str>,
}

#[derive(Serialize)]
struct Location<'r> {
    extracted_place: &'r str,
    resolved_place: &'r str,
}

/// Numbers under the manual's own names.
#[derive(Serialize)]
struct Size {
    dead: Option<u64>,
    injured: Option<u64>,
    arrested: Option<u64>,
}

/// Where the text stands in its article, in code points.
#[derive(Serialize)]
struct TextInfo {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CiteInfo<'r> {
    publication: Option<&'r str>,
    publication_date: Option<String>,
    title: &'r str,
    url: Option<&'r str>,
    language: Option<&'r str>,
    coder: &'static str,
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
    let best = |kind: Kind| numbers.best.filter(|_| claim.kind == kind);
    let (start, end) = row.offsets.chars(claim.sentence);
    Event {
        id: row.uid(),
        date: when.map(|when| when.start.to_string()),
        enddate: when
            .filter(|when| when.end != when.start)
            .map(|when| when.end.to_string()),
        date_precision: when.map(|when| when.ucdp),
        event: event.into_iter().collect(),
        mode: mode.into_iter().collect(),
        context: [],
        actor: [],
        recipient: vec![Who {
            entity_text: claim.victims.as_deref(),
            sector: sector(claim),
        }],
        event_loc: claim.place.as_ref().map(|place| Location {
            extracted_place: &place.words,
            resolved_place: &place.canonical,
        }),
        size: Size {
            dead: best(Kind::Killed),
            injured: best(Kind::Injured),
            arrested: best(Kind::Arrested),
        },
        magnitude: Magnitude {
            harm: claim.kind.id(),
            low: numbers.low,
            best: numbers.best,
            high: numbers.high,
            qualifier: claim.figure.qualifier.id(),
            words: row.quote(),
        },
        text: claim.sentence.of(article.text()),
        text_info: TextInfo { start, end },
        cite_info: cite_info(article),
        speaker: claim.speaker.as_deref(),
        relay: claim.relay.as_deref(),
        scope: claim.scope.id(),
        part_of: claim.part_of,
        modality: claim.modality.id(),
        status: row.record.status().id(),
        superseded: row.replaced.why(row.record.id),
    }
}

fn cite_info(article: &ArticleRecord) -> CiteInfo<'_> {
    let read = &article.reading.article;
    CiteInfo {
        publication: article.publisher(),
        publication_date: article.published().map(|day| day.to_string()),
        title: article.title(),
        url: read.address.as_deref(),
        language: read.language.as_deref(),
        coder: "Tallyscope",
    }
}

fn event_type(kind: Kind) -> (Option<&'static str>, Option<&'static str>) {
    match kind {
        Kind::Killed | Kind::Injured | Kind::Casualties => (Some("ASSAULT"), None),
        Kind::Abducted => (Some("ASSAULT"), Some("abduct")),
        Kind::Arrested => (Some("COERCE"), Some("arrest")),
        Kind::Released => (Some("RETREAT"), Some("release")),
        Kind::Displaced | Kind::Missing | Kind::Other(_) => (None, None),
    }
}

/// PLOVER's words for sectors of people.
fn sector(claim: &Claim) -> Option<&'static str> {
    let is_police = |words: &str| fold(words).contains("police");
    match claim.victim_class {
        // the manual counts protesters among them
        VictimClass::Civilian | VictimClass::Protester => Some("CVL"),
        VictimClass::SecurityForce if claim.victims.as_deref().is_some_and(is_police) => Some("COP"),
        VictimClass::SecurityForce => Some("MIL"),
        VictimClass::Militant => Some("REB"),
        VictimClass::Official => Some("GOV"),
        VictimClass::Journalist => Some("JRN"),
        VictimClass::Other | VictimClass::Unspecified => None,
    }
}
