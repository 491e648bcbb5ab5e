//! Claims in the columns of ACLED: one conservative number a row, the words in the notes.

use super::columns::Row;
use super::integer::{self, conservative};
use super::schema::{self, Schema, flag, number};
use super::when::{self, When, place_grade, when};
use super::{HARMS, SUPERSEDED, TOTALS};
use crate::claim::{Kind, VictimClass};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show::{ChartSettings, words};

const COLUMNS: &[(&str, &str)] = &[
    ("event_id", "A name that no other claim has, in any project."),
    ("event_date", "The day; of a longer time its middle day."),
    ("year", "The year of that day."),
    ("time_precision", "1 a day, 2 a week, 3 longer or not said."),
    (
        "actor2",
        "Who was harmed, in the article’s words. Who did it is not read.",
    ),
    (
        "civilian_targeting",
        "“Civilian targeting” where civilians, protesters or journalists were harmed.",
    ),
    ("location", "The place in the article’s words."),
    (
        "geo_precision",
        "1 a named place, 2 near it or a district, 3 a larger area; empty where no place is stated.",
    ),
    ("source", "The outlet, then who is quoted, by “; ”."),
    (
        "notes",
        "What the article says, the figure’s words and how they became the number.",
    ),
    (
        "fatalities",
        "One conservative number by the policies; 0 only where the words say that nobody was killed.",
    ),
    ("tags", "Your tags, by “; ”."),
    (
        "harm",
        "What happened. The standard counts deaths only; the number of another harm stands in “count”.",
    ),
    (
        "count",
        "The same conservative number for whatever harm the row tells of.",
    ),
    ("scope", "total, incident or unknown."),
    ("part_of", "1 where the figure is included in another one."),
    ("status", "What you decided."),
    ("superseded", "Why the figure no longer stands; empty where it does."),
];

const SCHEMA: Schema<'static> = Schema {
    label: "Claims in the columns of ACLED",
    columns: COLUMNS,
    policies: &[
        integer::CONSERVATIVE,
        when::POLICIES,
        &["Of a time longer than a day the middle day is event_date; precision of places is judged by their words."],
    ],
    options: &[&HARMS, &TOTALS, &SUPERSEDED],
};

/// Writes the table.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    schema::write(input, (&SCHEMA, options), watch, |row, settings| {
        vec![cells(row, settings)]
    })
}

fn cells(row: &Row<'_>, settings: &ChartSettings) -> Vec<String> {
    let (claim, article) = (row.claim(), row.article);
    let words = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let when = when(claim, article);
    let day = when.map(middle);
    let coded = conservative(&claim.figure, row.quote(), settings);
    let is_civilian = matches!(
        claim.victim_class,
        VictimClass::Civilian | VictimClass::Protester | VictimClass::Journalist
    );
    let sources = [article.publisher(), claim.relay.as_deref(), claim.speaker.as_deref()];
    let geo = place_grade(claim).map(|grade| match grade {
        1 => 1,
        2 | 3 => 2,
        _ => 3,
    });
    vec![
        row.uid(),
        day.map(|day| day.to_string()).unwrap_or_default(),
        day.map(|day| day.year().to_string()).unwrap_or_default(),
        when.map(|when| when.acled.to_string()).unwrap_or_default(),
        words(claim.victims.as_deref()),
        if is_civilian { "Civilian targeting" } else { "" }.to_owned(),
        words(claim.place.as_ref().map(|place| place.words.as_str())),
        number(geo),
        sources.into_iter().flatten().collect::<Vec<_>>().join("; "),
        notes(row, coded),
        number(coded.filter(|_| claim.kind == Kind::Killed)),
        row.record.tags.join("; "),
        claim.kind.id().to_owned(),
        number(coded),
        claim.scope.id().to_owned(),
        flag(claim.part_of),
        row.record.status().id().to_owned(),
        words(row.replaced.why(row.record.id)),
    ]
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
fn notes(row: &Row<'_>, coded: Option<u64>) -> String {
    let claim = row.claim();
    let sentence = claim.sentence.of(row.article.text());
    let flat = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let quote = row.quote().split_whitespace().collect::<Vec<_>>().join(" ");
    let figure = words::figure(&claim.figure).replace('\u{a0}', " ");
    let coded = coded.map_or_else(|| "not coded".to_owned(), |coded| format!("coded {coded}"));
    format!("{flat} [figure: “{quote}”, {figure}; {coded}]")
}
