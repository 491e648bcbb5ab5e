//! What is known in short, and the charts.

use super::html::Html;
use super::part::{Matter, Part, row_of};
use super::{Level, Report};
use crate::claim::Kind;
use crate::export::picture::{InPage, Picture, kind_colors, picture_svg};
use crate::show::{AdoptedDay, CompareLook, KindChart, Point, words};
use crate::store::ClaimId;

/// Figures that a cell lists.
const MOST_LISTED: usize = 4;

/// For each kind the lowest and the highest figure that stands, by who says so, and what the analyst adopted.
pub(super) fn known(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open("section", &[("id", &format!("{}-known", part.id))]);
    level.head(html, "What is known in short");
    if part.charts.kinds.is_empty() {
        html.element("p", "muted", "No figures are told here.");
        html.raw("</section>\n");
        return;
    }
    html.raw("<div class=\"wide\"><table>");
    html.table_head(
        "For each kind of harm the lowest and the highest figure of the last day with figures, by who says so, and totals \
         of earlier days that nobody has replaced and that lie outside them. No estimate.",
        &["Kind", "Lowest figure", "Highest figure", "Older, still standing", "Adopted figure"],
    );
    html.raw("<tbody>\n");
    for chart in &part.charts.kinds {
        html.raw("<tr>");
        html.open("th", &[("scope", "row")]);
        kind_chip(html, chart.kind);
        html.close("th");
        let last = chart.last_day();
        end_cell(html, matter, last.map(|(low, ..)| low));
        end_cell(html, matter, last.map(|(_, high, _)| high));
        older_cell(html, matter, chart);
        adopted_cell(html, matter, chart);
        html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div></section>\n");
}

/// Totals of days before the last one that still stand and lie outside what that day says.
fn older_cell(html: &mut Html, matter: &Matter<'_>, chart: &KindChart) {
    html.raw("<td>");
    let older = chart.last_day().map(|(low, high, day)| {
        let standing = standing(chart).into_iter();
        let outside = standing.filter(|point| point.day < day && !(low.y..=high.y).contains(&point.y));
        outside.collect::<Vec<_>>()
    });
    let older = older.unwrap_or_default();
    if older.is_empty() {
        html.element("span", "unstated", "none");
    }
    for point in older.iter().take(MOST_LISTED) {
        figure_words(html, matter, point);
    }
    if older.len() > MOST_LISTED {
        html.element("span", "source", &format!("and {} more", older.len() - MOST_LISTED));
    }
    html.raw("</td>");
}

/// The figure of each source that stands on the last day, the lowest first: its highest.
fn standing(chart: &KindChart) -> Vec<&Point> {
    let only_incidents = !chart.points.iter().any(|point| point.mark.stands_for_all());
    let counts = |point: &&Point| point.mark.is_whole() && (only_incidents || !point.mark.incident);
    let Some(day) = chart.points.iter().filter(counts).map(|point| point.day).max() else {
        return Vec::new();
    };
    let standing = chart.standing(day).into_iter().filter_map(|at| chart.points.get(at));
    let mut best: Vec<&Point> = Vec::new();
    for point in standing.filter(counts) {
        match best.iter_mut().find(|other| other.source == point.source) {
            Some(other) if (other.y, other.figure.high) < (point.y, point.figure.high) => *other = point,
            Some(_) => {}
            None => best.push(point),
        }
    }
    best.sort_by_key(|point| (point.y, point.figure.high, point.source));
    best
}

fn end_cell(html: &mut Html, matter: &Matter<'_>, point: Option<&Point>) {
    html.raw("<td>");
    match point {
        Some(point) => figure_words(html, matter, point),
        None => html.element("span", "unstated", "no number that stands for all"),
    }
    html.raw("</td>");
}

/// The figure, who says so and of which day.
fn figure_words(html: &mut Html, matter: &Matter<'_>, point: &Point) {
    figure_link(html, matter, &point.claims, &words::figure(&point.figure));
    let source = matter.sources.rows.get(point.source);
    html.begin("span", "source");
    html.foreign(source.map_or(words::NOT_STATED, |source| source.name.as_str()));
    html.words(&format!(", {}", words::day_and_month(point.day)));
    if point.mark.unreviewed {
        html.words(", unreviewed");
    }
    html.close("span");
}

/// A figure that leads to its row in the table of figures.
pub(super) fn figure_link(html: &mut Html, matter: &Matter<'_>, claims: &[ClaimId], figure: &str) {
    match claims.iter().find(|claim| matter.is_told(**claim)) {
        Some(claim) => html.link(&row_of(*claim), "figure", figure),
        None => html.element("span", "figure", figure),
    }
}

fn adopted_cell(html: &mut Html, matter: &Matter<'_>, chart: &KindChart) {
    html.raw("<td>");
    if chart.adopted.is_empty() {
        html.element("span", "unstated", "none adopted");
    }
    for line in chart.adopted.iter().take(MOST_LISTED) {
        let Some(day) = line.days.last() else { continue };
        html.element("span", "figure", &adopted_figure(day));
        html.begin("span", "source");
        html.words(&format!("for {}", words::day_and_month(day.day)));
        if chart.adopted.len() > 1 {
            html.words(", ");
            html.foreign(matter.story_name(&line.story));
        }
        html.close("span");
    }
    if chart.adopted.len() > MOST_LISTED {
        html.element(
            "span",
            "source",
            &format!("and {} more", chart.adopted.len() - MOST_LISTED),
        );
    }
    html.raw("</td>");
}

/// "36 (29–71)".
fn adopted_figure(day: &AdoptedDay) -> String {
    if day.low == day.high {
        return words::number(day.best);
    }
    format!(
        "{} ({}–{})",
        words::number(day.best),
        words::number(day.low),
        words::number(day.high)
    )
}

/// The kind in its colours.
pub(super) fn kind_chip(html: &mut Html, kind: Kind) {
    let (ink, fill) = kind_colors(kind);
    html.open(
        "span",
        &[("class", "kind"), ("style", &format!("color:{ink};background:{fill}"))],
    );
    html.words(words::kind(kind));
    html.close("span");
}

/// A chart for each kind, on one axis of time; its marks lead to the rows of their figures.
pub(super) fn charts(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open(
        "section",
        &[("id", &format!("{}-charts", part.id)), ("class", "charts")],
    );
    level.head(html, "Charts");
    let drawn: Vec<Kind> = part
        .charts
        .kinds
        .iter()
        .filter(|chart| !chart.points.is_empty())
        .map(|chart| chart.kind)
        .collect();
    let told = if drawn.is_empty() {
        "Nothing can be drawn: no figure has a number and a day."
    } else {
        "Each mark leads to the words behind it and to who says so."
    };
    html.element("p", "muted", told);
    for kind in drawn {
        chart_figure(html, matter.report, part, kind);
    }
    html.raw("</section>\n");
}

fn chart_figure(html: &mut Html, report: &Report<'_>, part: &Part<'_>, kind: Kind) {
    let mut charts = part.charts.clone();
    charts.kinds.retain(|chart| chart.kind == kind);
    for row in &mut charts.sources {
        let index = part
            .charts
            .sources
            .iter()
            .position(|other| other.source.key == row.source.key);
        let points = charts.kinds.iter().flat_map(|chart| &chart.points);
        row.num_drawn = points
            .filter(|point| Some(point.source) == index)
            .map(|point| point.claims.len())
            .sum();
    }
    let look = CompareLook {
        kinds: vec![kind],
        ..part.look.clone()
    };
    let name = format!("{}-{}", part.id, kind.id());
    let label = format!("Chart: {} over time, by source", words::kind(kind).to_lowercase());
    let svg = picture_svg(&Picture {
        store: report.input.store,
        charts: &charts,
        look: &look,
        filter: &part.filter,
        days: Some(part.charts.all_days()),
        project: &part.name,
        made_on: report.made_on(),
        in_page: Some(InPage {
            name: &name,
            label: &label,
        }),
    });
    html.raw("<figure>");
    html.raw(&svg);
    html.raw("</figure>\n");
}
