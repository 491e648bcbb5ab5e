//! Claims in the columns of the UCDP Georeferenced Event Dataset.
//!
//! Names and order of the 49 columns are those of GED 23.1 to 25.1 (`GEDEvent_v25_1.csv`), their meanings those of the
//! codebook (Högbladh, "UCDP GED Codebook", <https://ucdp.uu.se/downloads/ged/ged251.pdf>) as data packages quote it. The
//! grades of `where_prec` 5 and 7 and of `date_prec` 4 and 5 are from memory of that codebook: its text was not at hand.

use super::events::{EMPTY, Event, EventTable, NOT_READ, day, words};
use super::integer::{self, Numbers, numbers};
use super::schema::number;
use super::when::{self, place_grade};
use crate::claim::{Kind, Scope};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

#[rustfmt::skip]
const STANDARD: &[super::events::Column] = &[
    ("id", "A name that no other claim has, in any project. (The standard’s own are numbers.)", |event| event.row.uid()),
    ("relid", "The claim’s stable name in its article.", |event| event.claim().key.clone()),
    ("year", "The year of date_end.", |event| event.when.map(|when| when.end.year().to_string()).unwrap_or_default()),
    ("active_year", EMPTY, NOT_READ),
    ("code_status", EMPTY, NOT_READ),
    ("type_of_violence", EMPTY, NOT_READ),
    ("conflict_dset_id", EMPTY, NOT_READ),
    ("conflict_new_id", EMPTY, NOT_READ),
    ("conflict_name", EMPTY, NOT_READ),
    ("dyad_dset_id", EMPTY, NOT_READ),
    ("dyad_new_id", EMPTY, NOT_READ),
    ("dyad_name", EMPTY, NOT_READ),
    ("side_a_dset_id", EMPTY, NOT_READ),
    ("side_a_new_id", EMPTY, NOT_READ),
    ("side_a", EMPTY, NOT_READ),
    ("side_b_dset_id", EMPTY, NOT_READ),
    ("side_b_new_id", EMPTY, NOT_READ),
    ("side_b", EMPTY, NOT_READ),
    ("number_of_sources", "1: a row is what one article reports.", |_| "1".to_owned()),
    ("source_article", "Outlet, day and headline in one.", source),
    ("source_office", "Who published: the outlet.", |event| words(event.article().publisher())),
    ("source_date", "The publication day.", |event| event.published()),
    ("source_headline", "The headline.", |event| event.article().title().to_owned()),
    ("source_original", "Who says so: the speaker; empty where nobody is named.", |event| words(event.claim().speaker.as_deref())),
    ("where_prec", "Precision of the place, 1 (exact) to 7.", |event| number(place_grade(event.claim()).map(u64::from))),
    ("where_coordinates", "The fullest name of the place over all articles.", |event| event.place_name()),
    ("where_description", "The place in the article’s words.", |event| event.place_words()),
    ("adm_1", EMPTY, NOT_READ),
    ("adm_2", EMPTY, NOT_READ),
    ("latitude", EMPTY, NOT_READ),
    ("longitude", EMPTY, NOT_READ),
    ("geom_wkt", EMPTY, NOT_READ),
    ("priogrid_gid", EMPTY, NOT_READ),
    ("country", "The place, where it is a country; else empty.", |event| event.country()),
    ("country_id", EMPTY, NOT_READ),
    ("region", EMPTY, NOT_READ),
    ("event_clarity", "1 where one place and day is told, 2 where figures are lumped together (running totals).",
        |event| if event.claim().scope == Scope::Total { "2" } else { "1" }.to_owned()),
    ("date_prec", "Precision of the days, 1 (a day) to 5.", |event| event.when.map(|when| when.ucdp.to_string()).unwrap_or_default()),
    ("date_start", "The first day on which it can have happened.", |event| day(event.when.map(|when| when.start))),
    ("date_end", "The last one.", |event| day(event.when.map(|when| when.end))),
    ("deaths_a", "0: whose side the dead were on is not read.", |_| "0".to_owned()),
    ("deaths_b", "0: whose side the dead were on is not read.", |_| "0".to_owned()),
    ("deaths_civilians", "best, where the dead are civilians, protesters or journalists; else 0.", |event| dead(event, Dead::Civilians)),
    ("deaths_unknown", "best, where they are others or it is not told who; else 0.", |event| dead(event, Dead::Others)),
    ("best", "The best number by the policies.", |event| number(bounds(event).best)),
    ("high", "The highest number that the words allow; empty: no upper bound.", |event| number(bounds(event).high)),
    ("low", "The lowest number that the words allow; empty: no lower bound.", |event| number(bounds(event).low)),
    ("gwnoa", EMPTY, NOT_READ),
    ("gwnob", EMPTY, NOT_READ),
];

#[rustfmt::skip]
const OWN: &[super::events::Column] = &[
    ("harm", "What happened. The standard counts deaths only.", |event| event.claim().kind.id().to_owned()),
    ("qualifier", "How the words hold the number.", |event| event.claim().figure.qualifier.id().to_owned()),
    ("words", "The claim’s words.", |event| event.row.quote().to_owned()),
    ("relay", "Who passed it on.", |event| words(event.claim().relay.as_deref())),
    ("victims", "Who was harmed, in the article’s words.", |event| words(event.claim().victims.as_deref())),
    ("sentence", "The sentence that holds it.", |event| event.claim().sentence.of(event.article().text()).to_owned()),
];

const SIDES: &[&str] = &[
    "The standard adds deaths_a, deaths_b, deaths_civilians and deaths_unknown up to best. Sides are not read, so that soldiers, \
     fighters and officials count among deaths_unknown.",
    "Columns that articles are not read for are there and empty, so that rows can be put under the standard’s own.",
];

const TABLE: EventTable = EventTable {
    label: "Claims in the columns of UCDP GED",
    standard: STANDARD,
    own: OWN,
    policies: &[integer::POLICIES, when::POLICIES, &[when::PLACE_POLICY], SIDES],
};

/// Writes the table.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    TABLE.write(input, options, watch)
}

fn bounds(event: &Event<'_>) -> Numbers {
    numbers(&event.claim().figure, event.row.quote(), event.settings)
}

fn source(event: &Event<'_>) -> String {
    let article = event.article();
    let parts = [
        words(article.publisher()),
        event.published(),
        article.title().to_owned(),
    ];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join(", ")
}

/// Columns of the dead.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dead {
    Civilians,
    Others,
}

fn dead(event: &Event<'_>, wanted: Dead) -> String {
    let is_civilian = event.is_civilian();
    if event.claim().kind == Kind::Killed && is_civilian == (wanted == Dead::Civilians) {
        number(bounds(event).best)
    } else {
        "0".to_owned()
    }
}
