//! Where all of it comes from: the articles with their digests, and the method sheet.

use std::collections::{BTreeMap, BTreeSet};

use super::head::whole_day;
use super::html::Html;
use super::part::{Matter, Part, article_row};
use super::{Sentences, Unreviewed};
use crate::show::{LinesBy, VaguePolicy, moment, words};
use crate::store::{ArticleId, ArticleRecord, ClaimRecord, Field, History, RulingState, Status};

/// Sorts of steps that the summary of the history names.
const MOST_SORTS: usize = 14;

fn article_ids(parts: &[Part<'_>]) -> BTreeSet<ArticleId> {
    parts.iter().flat_map(|part| part.articles.iter().copied()).collect()
}

/// The articles, each with the digest of its file.
pub(super) fn articles(html: &mut Html, matter: &Matter<'_>, parts: &[Part<'_>]) {
    html.raw("<section id=\"articles\" class=\"articles\"><h2>Articles</h2>\n<div class=\"wide\"><table>");
    html.table_head(
        "The files that were read, with the SHA-256 of their original bytes.",
        &["Article", "Outlet", "Published", "Figures", "File and SHA-256"],
    );
    html.raw("<tbody>\n");
    let store = matter.report.input.store;
    for article in article_ids(parts).into_iter().filter_map(|id| store.article(id)) {
        html.open("tr", &[("id", &article_row(article.id))]);
        html.open("th", &[("scope", "row")]);
        html.foreign(article.title());
        if let Some(author) = article.author() {
            html.begin("span", "source");
            html.words("by ");
            html.foreign(author);
            html.close("span");
        }
        if !article.note.is_empty() {
            html.foreign_element("p", "note", &article.note);
        }
        if !article.tags.is_empty() {
            html.foreign_element("span", "tags", &format!("Tags: {}", article.tags.join(", ")));
        }
        html.raw("</th><td>");
        match article.publisher() {
            Some(outlet) => html.foreign(outlet),
            None => html.element("span", "unstated", words::NOT_STATED),
        }
        html.raw("</td>");
        html.begin("td", "day");
        published(html, article);
        html.raw("</td>");
        let told = store.claims_of(article.id).filter(|record| matter.is_told(record.id));
        html.element("td", "", &words::number(told.count() as u64));
        html.raw("<td>");
        html.foreign(&article.file_name);
        html.element("span", "source hash", &article.sha256);
        html.raw("</td></tr>\n");
    }
    html.raw("</tbody></table></div></section>\n");
}

fn published(html: &mut Html, article: &ArticleRecord) {
    let Some(day) = article.published() else {
        html.element("span", "unstated", "no date");
        return;
    };
    html.words(&whole_day(day));
    let basis = match (&article.told.published, &article.reading.published) {
        (Some(_), _) => "set by the analyst",
        (None, Some(published)) => words::basis(published.basis),
        (None, None) => "",
    };
    if !basis.is_empty() {
        html.element("span", "source", basis);
    }
}

/// How it was made, and who decided what.
pub(super) fn method(html: &mut Html, matter: &Matter<'_>, parts: &[Part<'_>]) {
    html.raw("<section id=\"method\" class=\"method\"><h2>Method</h2>\n");
    html.element(
        "p",
        "",
        "Figures were read from the articles by fixed rules and then decided on by an analyst; what nobody decided on is \
         called unreviewed. A figure keeps its words and its bounds: “more than 50” is never 50. Conflicting figures stand \
         side by side; none is averaged away.",
    );
    html.raw("<h3>What holds here</h3><dl>");
    let mut row = |name: &str, value: &str| {
        html.element("dt", "", name);
        html.foreign_element("dd", "", value);
    };
    row("Program", &format!("Tallyscope {}", matter.report.input.program));
    row("Rules", &rules(matter, parts));
    let settings = &matter.settings;
    let policy = settings.vague.policy;
    let mut told = format!("{}. {}", settings.in_words(), policy.help());
    if policy == VaguePolicy::Own && !settings.vague.own.is_empty() {
        told.push_str(&format!(
            "\nOwn table: {}",
            settings.vague.own_text().lines().collect::<Vec<_>>().join("; ")
        ));
    }
    row("Policies", &told);
    row("Lines and days", &lines(matter));
    let chosen = matter.report.input.chosen.join("\n");
    row("Which figures", if chosen.is_empty() { "all" } else { &chosen });
    row("Told here", &told_here(matter, parts));
    html.raw("</dl>\n");
    decisions(html, matter, parts);
    history(html, matter.report.input.store.history());
    tags(html, matter, parts);
    html.raw("</section>\n");
}

fn rules(matter: &Matter<'_>, parts: &[Part<'_>]) -> String {
    let mut versions: BTreeMap<&str, usize> = BTreeMap::new();
    let ids = article_ids(parts);
    for article in ids.into_iter().filter_map(|id| matter.report.input.store.article(id)) {
        *versions.entry(&article.rules_version).or_default() += 1;
    }
    let told = versions.iter();
    let told = told.map(|(version, num)| format!("version {version} ({})", words::count(*num, "article")));
    told.collect::<Vec<_>>().join(", ")
}

fn lines(matter: &Matter<'_>) -> String {
    let lines = match matter.sources.lines_by {
        LinesBy::Speaker => "who vouches for the figure",
        LinesBy::Publisher | LinesBy::Automatic => "an outlet",
        LinesBy::Article => "an article",
        LinesBy::SpeakerInPublisher => "who vouches for the figure, within an outlet",
    };
    let copies = if matter.report.input.look.merge_copies {
        "; copies count for the source that they copy"
    } else {
        ""
    };
    let days = words::days_by(matter.report.input.look.days_by).to_lowercase();
    format!("A line is {lines}{copies}. Days: {days}.")
}

fn told_here(matter: &Matter<'_>, parts: &[Part<'_>]) -> String {
    let options = matter.report.options;
    let what = match parts {
        [part] if part.story.is_none() => "all as one".to_owned(),
        [_] => "one story".to_owned(),
        parts => format!("{} stories, each by itself", parts.len()),
    };
    let left_out: usize = parts.iter().map(|part| part.num_left_out).sum();
    let unreviewed = match options.unreviewed {
        Unreviewed::With => "with unreviewed figures".to_owned(),
        Unreviewed::Without => format!("{} left out", words::count(left_out, "unreviewed figure")),
    };
    let sentences = match options.sentences {
        Sentences::With => "with sentences",
        Sentences::Without => "the words of figures only, without sentences",
    };
    format!("{what}; {unreviewed}; {sentences}")
}

/// Who decided what, in numbers.
fn decisions(html: &mut Html, matter: &Matter<'_>, parts: &[Part<'_>]) {
    let ids = article_ids(parts);
    let store = matter.report.input.store;
    let records = || ids.iter().flat_map(|id| store.claims_of(*id));
    let of = |status: Status| records().filter(|record| record.status() == status).count();
    let by_hand = records().filter(|record| record.by_hand).count();
    let mut fields: BTreeMap<Field, usize> = BTreeMap::new();
    for field in records()
        .filter(|record| !record.by_hand)
        .flat_map(|record| record.fields.keys())
    {
        if !matches!(field, Field::Role(_) | Field::Span) {
            *fields.entry(*field).or_default() += 1;
        }
    }
    let noted = records().filter(|record| !record.note.is_empty()).count();
    let told = ids.iter().filter_map(|id| store.article(*id));
    let told = told
        .filter(|article| article.told != crate::store::Told::default())
        .count();
    let findings = || parts.iter().flat_map(|part| &part.findings);
    let ruled = findings().filter(|row| row.ruling.state() != RulingState::Open).count();
    html.raw("<h3>Who decided what</h3><div class=\"wide\"><table>");
    html.table_head(
        "All figures of these articles, also those that are not told here.",
        &["What", "How many"],
    );
    html.raw("<tbody>\n");
    let mut row = |what: &str, value: String| {
        html.raw("<tr>");
        html.open("th", &[("scope", "row")]);
        html.words(what);
        html.raw("</th>");
        html.element("td", "", &value);
        html.raw("</tr>\n");
    };
    let number = |value: usize| words::number(value as u64);
    row("Read by the machine", number(records().count() - by_hand));
    row("Accepted as read", number(of(Status::Accepted)));
    let mut corrected = number(of(Status::Corrected));
    if !fields.is_empty() {
        let told = fields
            .iter()
            .map(|(field, num)| format!("{} {num}", words::field(*field).to_lowercase()));
        corrected = format!("{corrected}: {}", told.collect::<Vec<_>>().join(", "));
    }
    row("Corrected by the analyst", corrected);
    row("Rejected by the analyst", number(of(Status::Rejected)));
    row("Made by hand", number(of(Status::ByHand)));
    row("Unreviewed", number(of(Status::Unreviewed)));
    row("With a note", number(noted));
    row("Articles described by the analyst", number(told));
    row("Said of names", number(store.names().rulings.len()));
    row(
        "Conclusions decided",
        format!("{} of {}", number(ruled), number(findings().count())),
    );
    html.raw("</tbody></table></div>\n");
}

/// The history in short: how many steps of which sort, from when to when.
fn history(html: &mut Html, history: &History) {
    html.raw("<h3>History</h3>");
    let (Some(first), Some(last)) = (history.done.first(), history.done.last()) else {
        html.element("p", "muted", "No steps are kept.");
        return;
    };
    html.begin("p", "");
    html.words(&format!(
        "{} from {} to {}",
        words::count(history.done.len(), "step"),
        moment(&first.at),
        moment(&last.at)
    ));
    if !history.undone.is_empty() {
        html.words(&format!("; {} taken back", words::count(history.undone.len(), "step")));
    }
    html.words(". Those of the whole project, most frequent first:");
    html.close("p");
    let mut sorts: BTreeMap<String, usize> = BTreeMap::new();
    for step in &history.done {
        *sorts.entry(sort_of(&step.edit.label)).or_default() += 1;
    }
    let mut sorts: Vec<(String, usize)> = sorts.into_iter().collect();
    sorts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    html.raw("<ul>");
    for (sort, num) in sorts.iter().take(MOST_SORTS) {
        html.raw("<li>");
        html.foreign(sort);
        html.words(&format!(" × {}", words::number(*num as u64)));
        html.raw("</li>");
    }
    if sorts.len() > MOST_SORTS {
        let rest: usize = sorts.iter().skip(MOST_SORTS).map(|(_, num)| num).sum();
        html.element("li", "", &format!("others × {}", words::number(rest as u64)));
    }
    html.raw("</ul>\n");
}

/// A label without its number and without titles: "6 claims accepted" is "claims accepted".
fn sort_of(label: &str) -> String {
    let mut out = String::new();
    let mut in_quotes = false;
    for sign in label.chars() {
        match sign {
            '“' => {
                in_quotes = true;
                out.push('…');
            }
            '”' => in_quotes = false,
            _ if !in_quotes => out.push(sign),
            _ => {}
        }
    }
    let words = out
        .trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ',')
        .trim_start();
    let one = words.strip_prefix("claim ").map(|rest| format!("claims {rest}"));
    let one = one.or_else(|| words.strip_prefix("article ").map(|rest| format!("articles {rest}")));
    one.unwrap_or_else(|| words.to_owned())
}

/// What tags there are and how often.
fn tags(html: &mut Html, matter: &Matter<'_>, parts: &[Part<'_>]) {
    let store = matter.report.input.store;
    let ids = article_ids(parts);
    let mut tags: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let told = |record: &&std::sync::Arc<ClaimRecord>| matter.is_told(record.id);
    for record in ids.iter().flat_map(|id| store.claims_of(*id)).filter(told) {
        for tag in &record.tags {
            tags.entry(tag).or_default().0 += 1;
        }
    }
    for article in ids.iter().filter_map(|id| store.article(*id)) {
        for tag in &article.tags {
            tags.entry(tag).or_default().1 += 1;
        }
    }
    if tags.is_empty() {
        return;
    }
    html.raw("<h3>Tags</h3><ul>");
    for (tag, (claims, articles)) in tags {
        html.raw("<li>");
        html.foreign(tag);
        html.words(&format!(
            ": {}, {}",
            words::count(claims, "figure"),
            words::count(articles, "article")
        ));
        html.raw("</li>");
    }
    html.raw("</ul>\n");
}

#[cfg(test)]
mod tests {
    use super::sort_of;

    #[test]
    fn labels_of_one_sort_are_one() {
        assert_eq!(sort_of("6 claims accepted"), "claims accepted");
        assert_eq!(sort_of("1 claim accepted"), "claims accepted");
        assert_eq!(sort_of("“Three dead” read again"), "… read again");
        assert_eq!(sort_of("1,200 articles added"), "articles added");
        assert_eq!(sort_of("Figure adopted"), "Figure adopted");
    }
}
