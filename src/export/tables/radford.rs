//! Claims in the columns in which Radford and others collected losses: days as numbers, flags for bounds.
//!
//! After the data of Radford et al., "Estimating conflict losses and reporting biases", PNAS 2023,
//! <https://doi.org/10.1073/pnas.2307372120> (`replication-data-pnas.csv`). A codebook of the author's tells `days` (“the number
//! of days following the initial invasion date”), `loss_count` and `loss_type`; the other columns could not be compared.

use jiff::Unit;
use jiff::civil::Date;

use super::SUPERSEDED;
use super::columns::Row;
use super::schema::{self, Schema};
use crate::claim::{Claim, Kind, Scope, VictimClass};
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};
use crate::quantity::Qualifier;
use crate::show::{ChartSettings, words};
use crate::store::Status;

const COLUMNS: &[(&str, &str)] = &[
    (
        "days",
        "How many days the as-of day follows the first one of the table, which is 0 and named in “first_day”.",
    ),
    ("loss_count", "The number."),
    ("loss_type", "Category and country."),
    ("claim_source", "Who says so: the speaker, else the outlet."),
    ("time_frame", "Cumulative for running totals, else Day."),
    (
        "loss_country",
        "Where: the fullest name of the place; “Not stated” where none is.",
    ),
    ("minimum", "1 where the number is the lowest possible one."),
    ("maximum", "1 where the number is the highest possible one."),
    ("category", "Who was harmed and what happened."),
    ("source_target", "Source and country."),
    ("first_day", "The day that is number 0."),
    ("qualifier", "How the words hold the number."),
    ("words", "The claim’s words."),
    ("status", "What you decided."),
    ("superseded", "Why the figure no longer stands; empty where it does."),
    ("id", "A name that no other claim has, in any project."),
];

const POLICIES: &[&str] = &[
    "“At least N” and “more than N”: minimum is 1; the number is N and N + 1, the lowest that the words allow.",
    "“Up to N”, “less than N”, “almost N”: maximum is 1; the number is N, N - 1, N - 1, the highest that the words allow.",
    "“N to M” is two rows with one id: N with minimum 1 and M with maximum 1.",
    "Vague words: the number of the project’s policy for vague words (named here too), minimum 1. “About N” is N without a flag; \
     “qualifier” tells.",
    "Words without any number (“many”) have no row here.",
    "loss_country is the place that the article names, which need not be a country.",
];

const SCHEMA: Schema<'static> = Schema {
    label: "Claims in war-loss columns",
    columns: COLUMNS,
    policies: &[POLICIES],
    options: &[&SUPERSEDED],
};

/// Writes the table.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let claims = input.claims.iter().filter_map(|id| input.store.claim(*id));
    let counted = claims.filter(|record| record.status() != Status::Rejected);
    let first = counted.filter_map(|record| day(record.claim())).min();
    schema::write(input, (&SCHEMA, options), watch, |row, settings| {
        let figures = figures(row, settings);
        figures.into_iter().map(|figure| cells(row, figure, first)).collect()
    })
}

/// The last day at which the figure holds.
fn day(claim: &Claim) -> Option<Date> {
    claim.as_of.as_ref()?.days().map(|(_, last)| last)
}

/// A number with its flags.
#[derive(Clone, Copy)]
struct Flagged {
    number: u64,
    least: bool,
    most: bool,
}

/// The numbers of the claim: none, one, or the two ends of a range.
fn figures(row: &Row<'_>, settings: &ChartSettings) -> Vec<Flagged> {
    let figure = &row.claim().figure;
    let numbers = super::integer::numbers(figure, row.quote(), settings);
    let flagged = |number: Option<u64>, least: bool, most: bool| number.map(|number| Flagged { number, least, most });
    let both = match figure.qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::Vague => [flagged(numbers.low, true, false), None],
        Qualifier::Almost | Qualifier::LessThan | Qualifier::UpTo => [flagged(numbers.high, false, true), None],
        Qualifier::Range => [flagged(numbers.low, true, false), flagged(numbers.high, false, true)],
        Qualifier::Exact | Qualifier::About | Qualifier::Fraction => [flagged(numbers.best, false, false), None],
    };
    both.into_iter().flatten().collect()
}

fn cells(row: &Row<'_>, figure: Flagged, first: Option<Date>) -> Vec<String> {
    let claim = row.claim();
    let number = day(claim).zip(first).and_then(|(day, first)| {
        let span = first.until((Unit::Day, day)).ok()?;
        Some(span.get_days().to_string())
    });
    let category = category(claim);
    let country = claim
        .place
        .as_ref()
        .map_or(words::NOT_STATED, |place| place.canonical.as_str());
    let source = claim.speaker.as_deref().or_else(|| row.article.publisher());
    let source = source.unwrap_or(words::NOT_STATED);
    let frame = if claim.scope == Scope::Total {
        "Cumulative"
    } else {
        "Day"
    };
    vec![
        number.unwrap_or_default(),
        figure.number.to_string(),
        format!("{category}-{country}"),
        source.to_owned(),
        frame.to_owned(),
        country.to_owned(),
        schema::flag(figure.least),
        schema::flag(figure.most),
        category.clone(),
        format!("{source}-{country}"),
        first.map(|first| first.to_string()).unwrap_or_default(),
        claim.figure.qualifier.id().to_owned(),
        row.quote().to_owned(),
        row.record.status().id().to_owned(),
        row.replaced.why(row.record.id).unwrap_or_default().to_owned(),
        row.uid(),
    ]
}

/// "Civilian Deaths", "Military Injuries", "Arrests": the class where it is told, then the harm.
fn category(claim: &Claim) -> String {
    let class = match claim.victim_class {
        VictimClass::Civilian => "Civilian ",
        VictimClass::Protester => "Protester ",
        VictimClass::SecurityForce => "Military ",
        VictimClass::Militant => "Militant ",
        VictimClass::Official => "Official ",
        VictimClass::Journalist => "Journalist ",
        VictimClass::Other | VictimClass::Unspecified => "",
    };
    let harm = match claim.kind {
        Kind::Killed => "Deaths",
        Kind::Injured => "Injuries",
        Kind::Casualties => "Casualties",
        Kind::Missing => "Missing",
        Kind::Arrested => "Arrests",
        Kind::Released => "Releases",
        Kind::Abducted => "Abductions",
        Kind::Displaced => "Displaced",
        Kind::Other(other) => return other.name().to_owned(),
    };
    format!("{class}{harm}")
}
