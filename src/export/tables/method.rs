//! How a table came about, so that who gets it need not ask: program, rules, policies, filters, numbers, columns, files.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::formats::ExportInput;
use crate::read::RULES_VERSION;
use crate::show::{ChartSettings, VaguePolicy, words};
use crate::store::Status;

/// What a format tells of itself.
pub(super) struct About<'a> {
    /// Its name.
    pub(super) label: &'a str,
    /// How figures become what the format holds, a sentence each.
    pub(super) policies: &'a [&'a str],
    /// Its columns with what they tell.
    pub(super) columns: &'a [(String, String)],
    /// What was left out and why, a sentence each.
    pub(super) notes: &'a [String],
}

/// A line of the method sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A head.
    Head(&'static str),
    /// A name with what it says.
    Row(String, String),
}

/// The lines of the method sheet.
pub(super) fn lines(input: &ExportInput<'_>, about: &About<'_>) -> Vec<Line> {
    let mut out = vec![Line::Head("Export")];
    let mut say = |name: &str, words: String| out.push(Line::Row(name.to_owned(), words));
    say("Format", about.label.to_owned());
    say("Program", format!("Tallyscope {}", input.program));
    say("Rules", rules(input));
    say("Made on", input.now.to_owned());
    say("Project", input.project_or("Untitled").to_owned());
    say("Claims", input.chosen.join(" · "));
    out.extend(numbers(input));
    out.push(Line::Head("Policies"));
    out.extend(policies(input, about));
    if !about.notes.is_empty() {
        out.push(Line::Head("Left out"));
        out.extend(about.notes.iter().map(|note| Line::Row(String::new(), note.clone())));
    }
    out.push(Line::Head("Columns"));
    out.extend(
        about
            .columns
            .iter()
            .map(|(id, help)| Line::Row(id.clone(), help.clone())),
    );
    out.push(Line::Head("Files (SHA-256)"));
    let files = input.store.articles();
    out.extend(files.map(|article| Line::Row(article.file_name.clone(), article.sha256.clone())));
    out
}

/// The lines as text: a head, then its rows.
pub(super) fn text(lines: &[Line]) -> Vec<u8> {
    let mut out = String::new();
    for line in lines {
        match line {
            Line::Head(head) => {
                out.push_str(if out.is_empty() { "" } else { "\n" });
                out.push_str(head);
                out.push('\n');
            }
            Line::Row(name, words) if name.is_empty() => out.push_str(&format!("  {words}\n")),
            Line::Row(name, words) => out.push_str(&format!("  {name}: {words}\n")),
        }
    }
    out.into_bytes()
}

/// The rules of this program, and those that read articles before, where they are others.
fn rules(input: &ExportInput<'_>) -> String {
    let used: BTreeSet<&str> = input
        .store
        .articles()
        .map(|article| article.rules_version.as_str())
        .collect();
    let others: Vec<&str> = used.into_iter().filter(|version| *version != RULES_VERSION).collect();
    if others.is_empty() {
        RULES_VERSION.to_owned()
    } else {
        format!("{RULES_VERSION}; articles read by {}", others.join(", "))
    }
}

/// How many claims there are of each state, those that leave and all.
fn numbers(input: &ExportInput<'_>) -> Vec<Line> {
    let mut chosen: BTreeMap<Status, usize> = BTreeMap::new();
    let mut all: BTreeMap<Status, usize> = BTreeMap::new();
    for record in input.store.claims() {
        *all.entry(record.status()).or_default() += 1;
        *chosen.entry(record.status()).or_default() += usize::from(input.claims.contains(&record.id));
    }
    let of = |counts: &BTreeMap<Status, usize>, status| words::number(*counts.get(&status).unwrap_or(&0) as u64);
    let mut out = vec![Line::Head("Claims by state")];
    for status in Status::ALL {
        let words = format!("{} exported of {}", of(&chosen, status), of(&all, status));
        out.push(Line::Row(status.id().to_owned(), words));
    }
    let words = format!(
        "{} exported of {}",
        words::number(input.claims.len() as u64),
        words::number(input.store.num_claims() as u64)
    );
    out.push(Line::Row("all".to_owned(), words));
    out
}

fn policies(input: &ExportInput<'_>, about: &About<'_>) -> Vec<Line> {
    let mut out: Vec<Line> = project_policies(input)
        .into_iter()
        .map(|(name, words)| Line::Row(name.to_owned(), words))
        .collect();
    let own = about.policies.iter().enumerate();
    out.extend(own.map(|(at, words)| Line::Row(format!("{}", at + 1), (*words).to_owned())));
    out
}

/// These policies and then those of the project, a line each.
pub(super) fn policy_lines<'p>(input: &ExportInput<'_>, policies: impl Iterator<Item = &'p str>) -> Vec<String> {
    let project = project_policies(input).into_iter();
    let project = project.map(|(name, words)| format!("{name}: {words}"));
    policies.map(str::to_owned).chain(project).collect()
}

/// What the project says of vague words and of "about".
fn project_policies(input: &ExportInput<'_>) -> Vec<(&'static str, String)> {
    let settings = ChartSettings::of(input.store);
    let vague = &settings.vague;
    let mut told = format!("{}. {}", vague.policy.name(), vague.policy.help());
    if vague.policy == VaguePolicy::Own {
        told.push_str(&format!(" {}", vague.own_text().replace('\n', "; ")));
    }
    vec![
        ("Vague words (charts)", told),
        ("“About” (charts)", format!("± {} %", settings.about_percent)),
    ]
}
