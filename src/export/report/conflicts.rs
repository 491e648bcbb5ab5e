//! What does not go together: conflicts with what the analyst said of them, falling totals, updates.

use super::html::Html;
use super::known::{figure_link, kind_chip};
use super::part::{Matter, Part, row_of};
use super::{Level, Sentences};
use crate::show::{Finding, Lit, Section, Side, policy_note, sides, words};
use crate::store::{Resolution, RulingState};

/// Figures that do not go together, with their sentences side by side.
pub(super) fn conflicts(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open("section", &[("id", &format!("{}-conflicts", part.id))]);
    level.head(html, "Conflicts");
    let rows: Vec<&Finding> = part.findings.iter().filter(|row| row.section.is_conflict()).collect();
    if rows.is_empty() {
        html.element("p", "muted", "No figures of different sources exclude each other.");
    }
    for row in rows {
        finding(html, matter, row, level.below());
    }
    html.raw("</section>\n");
}

/// Totals that fall, and figures that replace older ones.
pub(super) fn changes(html: &mut Html, matter: &Matter<'_>, part: &Part<'_>, level: Level) {
    html.open("section", &[("id", &format!("{}-changes", part.id))]);
    level.head(html, "Falling totals and updates");
    let of = |section| part.findings.iter().filter(move |row| row.section == section);
    let falls: Vec<&Finding> = of(Section::Falls).collect();
    let updates: Vec<&Finding> = of(Section::Updates).collect();
    if falls.is_empty() {
        html.element("p", "muted", "No running total of one source goes down.");
    }
    for row in falls {
        finding(html, matter, row, level.below());
    }
    if !updates.is_empty() {
        html.raw("<div class=\"wide\"><table>");
        html.table_head(
            "Figures that a newer one goes beyond, and totals that rise: no conflicts.",
            &["Kind", "When", "Figures", "Why"],
        );
        html.raw("<tbody>\n");
        for row in updates {
            update(html, matter, row);
        }
        html.raw("</tbody></table></div>\n");
    }
    html.raw("</section>\n");
}

fn update(html: &mut Html, matter: &Matter<'_>, row: &Finding) {
    html.raw("<tr>");
    html.open("th", &[("scope", "row")]);
    kind_chip(html, row.kind);
    html.raw("</th><td>");
    html.foreign(&row.title);
    html.raw("</td><td>");
    for (at, side) in row.sides.iter().enumerate() {
        if at > 0 {
            html.raw(" → ");
        }
        figure_link(html, matter, &[side.claim], &words::figure(&side.figure));
        html.raw(" <span class=\"small muted\">");
        html.foreign(&side.name);
        html.raw("</span>");
    }
    html.raw("</td><td>");
    html.foreign(&row.likely);
    said(html, matter, row);
    html.raw("</td></tr>\n");
}

fn finding(html: &mut Html, matter: &Matter<'_>, row: &Finding, level: Level) {
    html.begin("article", "conflict");
    html.begin(level.name(), "title");
    kind_chip(html, row.kind);
    html.raw(" ");
    html.foreign(&row.title);
    if !row.measure.is_empty() {
        html.raw(" ");
        html.element("span", "measure", &row.measure);
    }
    html.raw(" ");
    html.element("span", "ruled", state(row));
    html.close(level.name());
    if !row.sentence.is_empty() {
        html.foreign_element("p", "", &row.sentence);
    }
    let mut what = row.section.head().to_owned();
    if !row.bounds.is_empty() {
        what = format!("{what}, {}", row.bounds);
    }
    html.foreign_element("p", "muted", format!("{what}. {}", row.likely).trim_end());
    if let Some(note) = policy_note(row, &matter.settings) {
        html.element("p", "muted", &note);
    }
    html.raw("<div class=\"wide\"><table>");
    html.table_head("What each source says", &["Figure", "Who says so", "Day", "Found in"]);
    html.raw("<tbody>\n");
    for side in &row.sides {
        side_row(html, matter, row, side);
    }
    html.raw("</tbody></table></div>");
    said(html, matter, row);
    if matter.report.options.sentences == Sentences::With {
        beside(html, matter, row);
    }
    html.raw("</article>\n");
}

fn side_row(html: &mut Html, matter: &Matter<'_>, row: &Finding, side: &Side) {
    html.raw("<tr>");
    html.open("th", &[("scope", "row")]);
    figure_link(html, matter, &[side.claim], &words::figure(&side.figure));
    if row.section == Section::Meaning || side.kind != row.kind {
        html.words(&format!(" {}", words::kind(side.kind).to_lowercase()));
    }
    if row.ruling.preferred == Some(side.claim) {
        html.element("span", "source", "preferred");
    }
    html.raw("</th><td>");
    html.foreign(&side.name);
    if side.unreviewed {
        html.element("span", "source", "unreviewed");
    }
    html.raw("</td>");
    html.begin("td", "day");
    match side.day {
        Some(day) => html.words(&words::day(day)),
        None => html.element("span", "unstated", "no day"),
    }
    html.raw("</td><td>");
    let mut found = words::count(side.num_articles, "article");
    if side.num_articles > 1 {
        found = format!("{found}, {}", words::count(side.num_sources, "independent source"));
    }
    html.words(&found);
    html.raw("</td></tr>\n");
}

fn state(row: &Finding) -> &'static str {
    match row.ruling.state() {
        RulingState::Open => "open",
        RulingState::Settled => "settled",
        RulingState::NoConflict => "no conflict, says the analyst",
    }
}

/// What the analyst said: nothing is shown where nothing was.
fn said(html: &mut Html, matter: &Matter<'_>, row: &Finding) {
    let ruling = &row.ruling;
    let resolution = ruling.resolution.map(|resolution| match resolution {
        Resolution::KeepBoth => "both are kept, each in its own meaning".to_owned(),
        Resolution::Merge => "one figure, told with bounds that hold all".to_owned(),
        Resolution::Prefer => {
            let preferred = ruling
                .preferred
                .and_then(|claim| matter.report.input.store.claim(claim));
            match preferred {
                Some(record) => format!("one is preferred: {}", words::figure(&record.claim().figure)),
                None => "one is preferred".to_owned(),
            }
        }
    });
    let verdict = ruling.verdict.map(|verdict| match verdict {
        true => "accepted".to_owned(),
        false => "rejected: these do go together".to_owned(),
    });
    let taken = ruling.taken_as.map(|_| row.section.head().to_lowercase());
    let text = |words: &String| (!words.is_empty()).then(|| words.clone());
    let rows = [
        ("Verdict", verdict),
        ("Taken as", taken),
        ("Resolution", resolution),
        ("Reason", text(&ruling.reason)),
        ("Note", text(&ruling.note)),
    ];
    if rows.iter().all(|(_, value)| value.is_none()) {
        return;
    }
    html.raw("<div class=\"ruling\"><dl>");
    for (name, value) in rows {
        if let Some(value) = value {
            html.element("dt", "", name);
            html.foreign_element("dd", "", &value);
        }
    }
    html.raw("</dl></div>");
}

/// The sentences side by side: what differs from the first is underlined.
fn beside(html: &mut Html, matter: &Matter<'_>, row: &Finding) {
    let claims: Vec<_> = row
        .claims
        .iter()
        .copied()
        .filter(|claim| matter.is_told(*claim))
        .collect();
    let sentences = sides(matter.report.input.store, &claims, &matter.sources);
    if sentences.is_empty() {
        return;
    }
    if sentences.len() > 1 {
        html.element(
            "p",
            "small muted",
            "The sentences; underlined is what differs from the first.",
        );
    }
    html.raw("<div class=\"beside\">");
    for one in &sentences {
        html.raw("<blockquote class=\"quote\" dir=\"auto\">");
        for (at, piece) in one.pieces.iter().enumerate() {
            if at > 0 {
                html.raw(" ");
            }
            let name = if piece.claim { "b" } else { "span" };
            match piece.lit {
                Lit::Plain if piece.claim => html.element("b", "", &piece.words),
                Lit::Plain => html.words(&piece.words),
                Lit::Differs => html.element(name, "differs", &piece.words),
                Lit::Matters => html.element(name, "matters", &piece.words),
            }
        }
        html.raw("<footer>");
        html.link(&row_of(one.claim), "", &words::figure(&one.figure));
        html.raw(" ");
        html.foreign(&format!("{}, {}", one.speaker, one.via));
        if let Some(day) = one.published {
            html.words(&format!(", {}", words::day_and_month(day)));
        }
        html.raw("</footer></blockquote>");
    }
    html.raw("</div>");
}
