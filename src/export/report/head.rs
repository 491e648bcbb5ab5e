//! What stands first and last: title, days, how much there is, what is where.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Report;
use super::html::Html;
use super::part::{Matter, Part};
use crate::show::words;
use crate::store::{ClaimRecord, RulingState, Status};

/// What the report is called.
pub(super) fn title(report: &Report<'_>, parts: &[Part<'_>]) -> String {
    let project = report.input.project.trim();
    match parts {
        [part] if part.story.is_some() && project.is_empty() => part.name.clone(),
        [part] if part.story.is_some() && !part.name.contains(project) => format!("{project}: {}", part.name),
        [part] if part.story.is_some() => part.name.clone(),
        _ if project.is_empty() => "Reported counts".to_owned(),
        _ => project.to_owned(),
    }
}

/// "14 March 2031".
pub(super) fn whole_day(day: Date) -> String {
    format!("{} {}", words::day_and_month(day), day.year())
}

/// "10 March 2031 to 14 March 2031".
fn period(days: Option<(Date, Date)>) -> String {
    match days {
        None => "no day known".to_owned(),
        Some((first, last)) if first == last => whole_day(first),
        Some((first, last)) => format!("{} to {}", whole_day(first), whole_day(last)),
    }
}

/// Title, days, numbers, contents.
pub(super) fn head(html: &mut Html, matter: &Matter<'_>, (title, parts): (&str, &[Part<'_>])) {
    let report = matter.report;
    let days = parts.iter().filter_map(|part| part.days);
    let (firsts, lasts): (Vec<Date>, Vec<Date>) = days.unzip();
    let days = firsts.into_iter().min().zip(lasts.into_iter().max());
    html.raw("<header>\n");
    html.foreign_element("h1", "", title);
    html.begin("p", "lead");
    html.words(&format!(
        "What sources report, side by side. Articles published {}. Made on {} with Tallyscope {}.",
        period(days),
        whole_day(report.made_on()),
        report.input.program
    ));
    html.close("p");
    counts(html, matter, parts);
    contents(html, parts);
    html.raw("</header>\n");
}

fn counts(html: &mut Html, matter: &Matter<'_>, parts: &[Part<'_>]) {
    let articles: BTreeSet<_> = parts.iter().flat_map(|part| &part.articles).collect();
    let store = matter.report.input.store;
    let outlets: BTreeSet<&str> = articles
        .iter()
        .filter_map(|id| store.article(**id)?.publisher())
        .collect();
    let claims = || parts.iter().flat_map(|part| &part.claims);
    let speakers: BTreeSet<&str> = claims().filter_map(|record| voice(matter, record)).collect();
    let open = claims().filter(|record| record.status() == Status::Unreviewed).count();
    let rejected: usize = parts.iter().map(|part| part.rejected.len()).sum();
    let mut num_conflicts = 0;
    let mut num_open = 0;
    for part in parts {
        for row in part.findings.iter().filter(|row| row.is_conflict()) {
            num_conflicts += 1;
            num_open += usize::from(row.ruling.state() == RulingState::Open);
        }
    }
    html.begin("dl", "counts");
    let mut count = |name: &str, value: String| {
        html.raw("<div>");
        html.element("dt", "", name);
        html.element("dd", "", &value);
        html.raw("</div>");
    };
    let number = |value: usize| words::number(value as u64);
    count("Articles", number(articles.len()));
    count("Outlets", number(outlets.len()));
    count("Who speaks", number(speakers.len()));
    count("Figures", number(claims().count()));
    count("Reviewed", number(claims().count() - open));
    count("Unreviewed", number(open));
    count("Rejected", number(rejected));
    let conflicts = match num_open {
        0 => number(num_conflicts),
        open => format!("{} ({} open)", number(num_conflicts), number(open)),
    };
    count("Conflicts", conflicts);
    html.close("dl");
    html.raw("\n");
}

/// Who vouches for a figure, as the project calls them.
pub(super) fn voice<'v>(matter: &'v Matter<'_>, record: &'v ClaimRecord) -> Option<&'v str> {
    let names = matter.report.input.names;
    let own = || record.claim().speaker.as_deref();
    names.voice(record.id).or_else(own)
}

fn contents(html: &mut Html, parts: &[Part<'_>]) {
    html.raw("<nav aria-label=\"Contents\"><ul>");
    let mut entry = |to: &str, words: &str| {
        html.raw("<li>");
        html.open("a", &[("href", &format!("#{to}"))]);
        html.foreign(words);
        html.close("a");
        html.raw("</li>");
    };
    if let [part] = parts {
        for (end, words) in [
            ("known", "What is known in short"),
            ("charts", "Charts"),
            ("conflicts", "Conflicts"),
            ("changes", "Falling totals and updates"),
            ("adopted", "Adopted figures"),
            ("figures", "All figures"),
        ] {
            entry(&format!("{}-{end}", part.id), words);
        }
    } else {
        for part in parts {
            entry(&part.id, &part.name);
        }
    }
    entry("articles", "Articles");
    entry("method", "Method");
    html.raw("</ul></nav>\n");
}

/// The line under the name of a part.
pub(super) fn part_line(html: &mut Html, part: &Part<'_>) {
    let open = part
        .claims
        .iter()
        .filter(|record| record.status() == Status::Unreviewed)
        .count();
    html.begin("p", "lead");
    html.words(&format!(
        "{}, {}; {}, {} unreviewed.",
        words::count(part.articles.len(), "article"),
        period(part.days),
        words::count(part.claims.len(), "figure"),
        words::number(open as u64)
    ));
    html.close("p");
}

/// The end of the page.
pub(super) fn foot(html: &mut Html, report: &Report<'_>) {
    html.raw("<footer>");
    html.words(&format!(
        "Figures are what sources reported; none is verified by this report. Made with Tallyscope {} on {}.",
        report.input.program,
        whole_day(report.made_on())
    ));
    html.raw("</footer>\n");
}
