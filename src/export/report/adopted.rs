//! The figures that the analyst adopted, each with the claims that it rests on.

use super::Level;
use super::html::Html;
use super::known::{figure_link, kind_chip};
use super::part::{Matter, Part};
use crate::show::{AdoptedRow, quote, words};
use crate::store::ClaimId;

/// Claims that a row lists by their words.
const MOST_EVIDENCE: usize = 12;

/// All adopted figures of a part.
pub(super) fn adopted(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open("section", &[("id", &format!("{}-adopted", part.id))]);
    level.head(html, "Adopted figures");
    let of_part = |row: &&AdoptedRow| match &part.story {
        Some(key) => row.about.story == *key,
        None => part
            .filter
            .story
            .as_ref()
            .is_none_or(|story| story.key == row.about.story),
    };
    let rows: Vec<&AdoptedRow> = matter.adopted.iter().filter(of_part).collect();
    if rows.is_empty() {
        html.element("p", "muted", "The analyst adopted no figure.");
        html.raw("</section>\n");
        return;
    }
    html.raw("<div class=\"wide\"><table>");
    html.table_head(
        "What the analyst takes as most likely, with the lowest and the highest that is held possible. It replaces no \
         figure.",
        &["Kind", "For", "Lowest", "Best", "Highest", "By", "Rests on"],
    );
    html.raw("<tbody>\n");
    for row in rows {
        adopted_row(html, matter, part, row);
    }
    html.raw("</tbody></table></div></section>\n");
}

fn adopted_row(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, row: &AdoptedRow) {
    let (about, figure) = (&row.about, &row.figure);
    html.raw("<tr>");
    html.open("th", &[("scope", "row")]);
    kind_chip(html, about.kind);
    html.raw("</th>");
    html.begin("td", "day");
    html.words(&words::day(about.day));
    if part.story.is_none() && !about.story.is_empty() {
        html.foreign_element("span", "source", matter.story_name(&about.story));
    }
    html.raw("</td>");
    html.element("td", "", &words::number(figure.low));
    html.element("td", "figure", &words::number(figure.best));
    html.element("td", "", &words::number(figure.high));
    html.raw("<td>");
    html.foreign(if figure.rule.is_empty() {
        "by hand"
    } else {
        &figure.rule
    });
    if !figure.note.is_empty() {
        html.foreign_element("p", "note", &figure.note);
    }
    html.raw("</td><td>");
    if figure.claims.is_empty() {
        html.element("span", "unstated", "no figure named");
    }
    for claim in figure.claims.iter().take(MOST_EVIDENCE) {
        evidence(html, matter, *claim);
    }
    if figure.claims.len() > MOST_EVIDENCE {
        let more = figure.claims.len() - MOST_EVIDENCE;
        html.element("span", "source", &format!("and {more} more"));
    }
    if row.num_lost > 0 {
        let lost = format!(
            "{} of these rejected or taken out since",
            words::number(row.num_lost as u64)
        );
        html.element("span", "source", &lost);
    }
    html.raw("</td></tr>\n");
}

fn evidence(html: &mut Html, matter: &Matter<'_>, claim: ClaimId) {
    let store = matter.report.input.store;
    let Some(record) = store.claim(claim) else { return };
    html.raw("<div>");
    figure_link(html, matter, &[claim], &words::figure(&record.claim().figure));
    html.raw(" <span class=\"quote\">");
    html.foreign(&format!("“{}”", quote(store, claim)));
    html.raw("</span> <span class=\"small muted\">");
    let article = store.article(record.article);
    let outlet = article.map(|article| article.publisher().unwrap_or_else(|| article.title()).to_owned());
    let who = [record.claim().speaker.clone(), outlet];
    html.foreign(&who.into_iter().flatten().collect::<Vec<_>>().join(", "));
    html.raw("</span></div>");
}
