//! The report as a row of the table of formats.

use super::{Parts, Report, ReportOptions, Sentences, Unreviewed, report_html};
use crate::export::formats::{
    ExportError, ExportInput, ExportOption, ExportOptions, Format, Group, ON_OFF, Output, STORY_KEYS, Shape, Watch,
};
use crate::show::words;

const PARTS: ExportOption = ExportOption {
    id: "parts",
    label: "Parts",
    help: "One part for all that is told, or a part with its own charts for each story",
    values: &[("whole", "All as one"), ("stories", "Each story by itself")],
};

const UNREVIEWED: ExportOption = ExportOption {
    id: "unreviewed",
    label: "Unreviewed figures",
    help: "Tell figures that nobody has decided on, and say that they are unreviewed",
    values: ON_OFF,
};

const SENTENCES: ExportOption = ExportOption {
    id: "sentences",
    label: "Whole sentences",
    help: "Quote the sentence of each figure; without it the words of the figure only",
    values: ON_OFF,
};

/// The formats of this group.
pub(in crate::export) const FORMATS: &[Format] = &[Format {
    id: "report",
    group: Group::Report,
    label: "Report (HTML)",
    purpose: "One page for readers: charts, figures with their quotes, conflicts, method; prints well",
    ending: "html",
    shape: Shape::File,
    options: &[PARTS, UNREVIEWED, SENTENCES],
    chooses_claims: true,
    write,
}];

fn write(input: &ExportInput<'_>, options: &ExportOptions, watch: &Watch<'_>) -> Result<Output, ExportError> {
    let keys = options
        .values()
        .get(STORY_KEYS)
        .map(|keys| keys.lines().map(str::to_owned));
    let keys: Vec<String> = keys.into_iter().flatten().filter(|key| !key.is_empty()).collect();
    let told = ReportOptions {
        parts: match options.value(&PARTS) {
            _ if !keys.is_empty() => Parts::Stories(keys),
            "stories" => Parts::EachStory,
            _ => Parts::Whole,
        },
        unreviewed: if options.is_on(&UNREVIEWED) {
            Unreviewed::With
        } else {
            Unreviewed::Without
        },
        sentences: if options.is_on(&SENTENCES) {
            Sentences::With
        } else {
            Sentences::Without
        },
    };
    let report = Report { input, options: &told };
    let (html, num_told) = report_html(&report, watch)?;
    Ok(Output::file(html.into_bytes(), words::count(num_told, "figure")))
}
