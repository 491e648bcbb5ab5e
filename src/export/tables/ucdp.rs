//! Claims in the columns of the UCDP Georeferenced Event Dataset.

use super::columns::Row;
use super::integer::{self, numbers};
use super::schema::{self, Schema, flag, number};
use super::when::{self, place_grade, when};
use super::{HARMS, SUPERSEDED, TOTALS};
use crate::claim::{Kind, Scope, VictimClass};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::show::ChartSettings;

/// The standard's columns first, then what it has no column for.
const COLUMNS: &[(&str, &str)] = &[
    ("id", "A name that no other claim has, in any project."),
    ("relid", "The claim’s stable name in its article."),
    ("year", "The year of date_end."),
    ("source_article", "Outlet, day and headline in one."),
    ("source_office", "Who published: the outlet."),
    ("source_date", "The publication day."),
    ("source_headline", "The headline."),
    (
        "source_original",
        "Who says so: the speaker; empty where nobody is named.",
    ),
    ("where_prec", "Precision of the place, 1 (exact) to 7."),
    ("where_coordinates", "The fullest name of the place over all articles."),
    ("where_description", "The place in the article’s words."),
    (
        "event_clarity",
        "1 where one place and day is told, 2 where figures are lumped together (running totals).",
    ),
    ("date_prec", "Precision of the days, 1 (a day) to 5."),
    ("date_start", "The first day on which it can have happened."),
    ("date_end", "The last one."),
    (
        "deaths_civilians",
        "best, where the dead are civilians, protesters or journalists; else 0.",
    ),
    ("deaths_unknown", "best, where it is not told who they are; else 0."),
    ("best", "The best number by the policies."),
    (
        "high",
        "The highest number that the words allow; empty: no upper bound.",
    ),
    ("low", "The lowest number that the words allow; empty: no lower bound."),
    ("harm", "What happened. The standard counts deaths only."),
    ("qualifier", "How the words hold the number."),
    ("words", "The claim’s words."),
    ("relay", "Who passed it on."),
    ("victims", "Who was harmed, in the article’s words."),
    ("scope", "total, incident or unknown."),
    ("part_of", "1 where the figure is included in another one."),
    ("status", "What you decided."),
    ("superseded", "Why the figure no longer stands; empty where it does."),
    ("sentence", "The sentence that holds it."),
];

const SCHEMA: Schema<'static> = Schema {
    label: "Claims in the columns of UCDP GED",
    columns: COLUMNS,
    policies: &[integer::POLICIES, when::POLICIES, &[when::PLACE_POLICY]],
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
    let numbers = numbers(&claim.figure, row.quote(), settings);
    let when = when(claim, article);
    let published = article.published().map(|day| day.to_string()).unwrap_or_default();
    let outlet = article.publisher().unwrap_or_default();
    let killed = claim.kind == Kind::Killed;
    let of_class = |classes: &[VictimClass]| {
        if killed && classes.contains(&claim.victim_class) {
            number(numbers.best)
        } else {
            "0".to_owned()
        }
    };
    let place = claim.place.as_ref();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        row.uid(),
        claim.key.clone(),
        when.map(|when| when.end.year().to_string()).unwrap_or_default(),
        [outlet, &published, article.title()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        outlet.to_owned(),
        published.clone(),
        article.title().to_owned(),
        words(claim.speaker.as_deref()),
        number(place_grade(claim).map(u64::from)),
        words(place.map(|place| place.canonical.as_str())),
        words(place.map(|place| place.words.as_str())),
        if claim.scope == Scope::Total { "2" } else { "1" }.to_owned(),
        when.map(|when| when.ucdp.to_string()).unwrap_or_default(),
        day(when.map(|when| when.start)),
        day(when.map(|when| when.end)),
        of_class(&[VictimClass::Civilian, VictimClass::Protester, VictimClass::Journalist]),
        of_class(&[VictimClass::Unspecified, VictimClass::Other]),
        number(numbers.best),
        number(numbers.high),
        number(numbers.low),
        claim.kind.id().to_owned(),
        claim.figure.qualifier.id().to_owned(),
        row.quote().to_owned(),
        words(claim.relay.as_deref()),
        words(claim.victims.as_deref()),
        claim.scope.id().to_owned(),
        flag(claim.part_of),
        row.record.status().id().to_owned(),
        words(row.replaced.why(row.record.id)),
        claim.sentence.of(article.text()).to_owned(),
    ]
}
