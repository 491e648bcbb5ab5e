//! Claims in the columns of ACLED: one conservative number a row, the words in the notes.
//!
//! Names, order and values of the 31 columns are those of the "ACLED Data Columns at a Glance" of the ACLED Codebook
//! (<https://acleddata.com/knowledge-base/codebook/>). That table says "Civilians targeted" where the published data say
//! "Civilian targeting": the data are followed.

use super::events::{EMPTY, Event, EventTable, NOT_READ, day, words};
use super::integer::{self, conservative};
use super::schema::number;
use super::when::{self, When, place_grade};
use crate::claim::{Kind, VictimClass};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show;

#[rustfmt::skip]
const STANDARD: &[super::events::Column] = &[
    ("event_id_cnty", "A name that no other claim has, in any project. (The standard’s own begin with a country’s letters.)",
        |event| event.row.uid()),
    ("event_date", "The day; of a longer time its middle day.", |event| day(event.when.map(middle))),
    ("year", "The year of that day.", |event| event.when.map(|when| middle(when).year().to_string()).unwrap_or_default()),
    ("time_precision", "1 a day, 2 a week, 3 longer or not said.", |event| event.when.map(|when| when.acled.to_string()).unwrap_or_default()),
    ("disorder_type", EMPTY, NOT_READ),
    ("event_type", EMPTY, NOT_READ),
    ("sub_event_type", EMPTY, NOT_READ),
    ("actor1", "Empty: who did it is not read.", NOT_READ),
    ("assoc_actor_1", EMPTY, NOT_READ),
    ("inter1", EMPTY, NOT_READ),
    ("actor2", "Who was harmed, in the article’s words. Who did it is not read.", |event| words(event.claim().victims.as_deref())),
    ("assoc_actor_2", EMPTY, NOT_READ),
    ("inter2", "“Civilians”, “Protesters” or “State forces”, where it is told that they were harmed.", harmed),
    ("interaction", EMPTY, NOT_READ),
    ("civilian_targeting", "“Civilian targeting” where civilians, protesters or journalists were harmed.",
        |event| if event.is_civilian() { "Civilian targeting" } else { "" }.to_owned()),
    ("iso", EMPTY, NOT_READ),
    ("region", EMPTY, NOT_READ),
    ("country", "The place, where it is a country; else empty.", |event| event.country()),
    ("admin1", EMPTY, NOT_READ),
    ("admin2", EMPTY, NOT_READ),
    ("admin3", EMPTY, NOT_READ),
    ("location", "The place in the article’s words.", |event| event.place_words()),
    ("latitude", EMPTY, NOT_READ),
    ("longitude", EMPTY, NOT_READ),
    ("geo_precision", "1 a named place, 2 near it or a district, 3 a larger area; empty where no place is stated.", place_precision),
    ("source", "The outlet, then who is quoted, by “; ”.", sources),
    ("source_scale", EMPTY, NOT_READ),
    ("notes", "What the article says, the figure’s words and how they became the number.", notes),
    ("fatalities", "One conservative number by the policies; 0 only where the words say that nobody was killed.",
        |event| number(coded(event).filter(|_| event.claim().kind == Kind::Killed))),
    ("tags", "Your tags, by “; ”.", |event| event.row.record.tags.join("; ")),
    ("timestamp", EMPTY, NOT_READ),
];

#[rustfmt::skip]
const OWN: &[super::events::Column] = &[
    ("harm", "What happened. The standard counts deaths only; the number of another harm stands in “count”.",
        |event| event.claim().kind.id().to_owned()),
    ("count", "The same conservative number for whatever harm the row tells of.", |event| number(coded(event))),
];

const TABLE: EventTable = EventTable {
    label: "Claims in the columns of ACLED",
    standard: STANDARD,
    own: OWN,
    policies: &[
        integer::CONSERVATIVE,
        when::POLICIES,
        &[
            "Of a time longer than a day the middle day is event_date; precision of places is judged by their words.",
            "The standard writes 0 where nothing is known of deaths; here such a cell is empty, as 0 would be a number that nobody said.",
            "Columns that articles are not read for are there and empty, so that rows can be put under the standard’s own.",
        ],
    ],
};

/// Writes the table.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    TABLE.write(input, options, watch)
}

fn coded(event: &Event<'_>) -> Option<u64> {
    conservative(&event.claim().figure, event.row.quote(), event.settings)
}

/// The standard's names for sorts of actors, where the class leaves no doubt.
fn harmed(event: &Event<'_>) -> String {
    let sort = match event.claim().victim_class {
        VictimClass::Civilian | VictimClass::Journalist => "Civilians",
        VictimClass::Protester => "Protesters",
        VictimClass::SecurityForce => "State forces",
        VictimClass::Militant | VictimClass::Official | VictimClass::Other | VictimClass::Unspecified => "",
    };
    sort.to_owned()
}

fn place_precision(event: &Event<'_>) -> String {
    number(place_grade(event.claim()).map(|grade| match grade {
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    }))
}

fn sources(event: &Event<'_>) -> String {
    let claim = event.claim();
    let sources = [
        event.article().publisher(),
        claim.relay.as_deref(),
        claim.speaker.as_deref(),
    ];
    sources.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn middle(when: When) -> jiff::civil::Date {
    let days = when
        .start
        .until((jiff::Unit::Day, when.end))
        .map_or(0, |span| span.get_days());
    when.start
        .checked_add(jiff::Span::new().days(days / 2))
        .unwrap_or(when.start)
}

/// "…sentence… [figure: “more than 4,400 people”, > 4,400; coded 4401]".
fn notes(event: &Event<'_>) -> String {
    let claim = event.claim();
    let sentence = claim.sentence.of(event.article().text());
    let flat = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = event.row.quote().split_whitespace().collect::<Vec<_>>().join(" ");
    let figure = show::words::figure(&claim.figure).replace('\u{a0}', " ");
    let coded = coded(event).map_or_else(|| "not coded".to_owned(), |coded| format!("coded {coded}"));
    format!("{flat} [figure: “{quote}”, {figure}; {coded}]")
}
