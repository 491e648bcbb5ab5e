//! The words around the charts: title, what lines and days mean, policy, filter, source line.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Picture;
use crate::show::{ChartLayout, KindChart, LinesBy, Point, Scale, VaguePolicy, day_of_number, words};

/// "Varland, March 2031: killed, injured, arrested".
pub(super) fn title(picture: &Picture<'_>) -> String {
    let kinds: Vec<String> = picture
        .charts
        .kinds
        .iter()
        .map(|chart| words::kind(chart.kind).to_lowercase())
        .collect();
    let project = picture.project.trim();
    if project.is_empty() {
        return format!("Reported counts: {}", kinds.join(", "));
    }
    format!("{project}: {}", kinds.join(", "))
}

/// "Mon 10 March 2031 to Fri 14 March 2031 · lines by speaker · days: as of".
pub(super) fn subtitle(picture: &Picture<'_>) -> String {
    let lines = match picture.charts.lines_by {
        LinesBy::Speaker => "speaker",
        LinesBy::Publisher | LinesBy::Automatic => "publisher",
        LinesBy::Article => "article",
        LinesBy::SpeakerInPublisher => "speaker within publisher",
    };
    let mut parts = Vec::new();
    if let Some((first, last)) = days(picture) {
        parts.push(if first == last {
            words::day(first)
        } else {
            format!("{} to {}", words::day(first), words::day(last))
        });
    }
    parts.push(format!("a line is a {lines}"));
    let by = words::days_by(picture.charts.days_by).to_lowercase();
    parts.push(format!("days: {by}"));
    match picture.look.scale {
        Scale::Linear => {}
        Scale::Log => parts.push("logarithmic scale".to_owned()),
        Scale::SymLog => parts.push("logarithmic scale with zero".to_owned()),
    }
    if picture.look.layout == ChartLayout::Together && picture.charts.kinds.len() > 1 {
        parts.push("all kinds in one chart".to_owned());
    }
    parts.join(" · ")
}

/// The days that the picture tells of: those with figures, or those that were chosen.
fn days(picture: &Picture<'_>) -> Option<(Date, Date)> {
    let (first, last) = picture.charts.days?;
    let Some((from, to)) = picture.days else {
        return Some((first, last));
    };
    let from = day_of_number(from.floor() as i64)?;
    let to = day_of_number((to.ceil() as i64).saturating_sub(1))?;
    Some((from.max(first), to.min(last))).filter(|(from, to)| from <= to)
}

/// What stands below: policy, filter, what is not drawn, source line.
pub(super) fn notes(picture: &Picture<'_>, in_sight: &[(&KindChart, &Point)]) -> Vec<String> {
    let settings = &picture.charts.settings;
    let mut notes = Vec::new();
    let policy = settings.vague.policy;
    notes.push(format!("{}. {}", settings.in_words(), policy.help()));
    if policy == VaguePolicy::Own && !settings.vague.own.is_empty() {
        let rows = settings.vague.own_text().lines().collect::<Vec<_>>().join("; ");
        notes.push(format!("Own table: {rows}."));
    }
    let chips: Vec<String> = picture.filter.chips().into_iter().map(|chip| chip.words).collect();
    if !chips.is_empty() {
        notes.push(format!("Only figures that pass the filter: {}.", chips.join(" · ")));
    }
    if picture.look.merge_copies {
        notes.push("Copies count for the source that they copy.".to_owned());
    }
    let drawn: usize = in_sight.iter().map(|(_, point)| point.claims.len()).sum();
    let beyond = picture.charts.num_drawn().saturating_sub(drawn);
    let mut missing = picture.charts.not_drawn();
    if beyond > 0 {
        missing.push(format!("{} of other days", words::number(beyond as u64)));
    }
    if !missing.is_empty() {
        notes.push(format!("Not drawn: {}.", missing.join(", ")));
    }
    notes.push(source_line(picture, in_sight, drawn));
    notes
}

/// "59 figures of 14 articles; Tallyscope 0.1.0; 22 November 2026".
fn source_line(picture: &Picture<'_>, in_sight: &[(&KindChart, &Point)], drawn: usize) -> String {
    let claims = in_sight.iter().flat_map(|(_, point)| &point.claims);
    let articles: BTreeSet<_> = claims
        .filter_map(|claim| Some(picture.store.claim(*claim)?.article))
        .collect();
    format!(
        "{} of {}; Tallyscope {}; {} {}",
        words::count(drawn, "figure"),
        words::count(articles.len(), "article"),
        crate::base::VERSION,
        words::day_and_month(picture.made_on),
        picture.made_on.year(),
    )
}
