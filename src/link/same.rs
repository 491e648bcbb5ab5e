//! One figure, stated in several places.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::conclusions::{Row, SameFigure, claims, key};
use super::reach::Reach;
use super::side::{FigureKey, figure_key};
use crate::claim::{Form, Kind, VictimClass};
use crate::entity::fold;

/// Days between two statements of one figure, at most.
const REACH_DAYS: i32 = 3;
/// Days between two statements of one running total, at most: articles tell the last one for weeks.
const TOTAL_DAYS: i32 = 14;

/// Words that tell whom a figure counts where its class does not.
const SORTS: &[&str] = &["men", "women", "boys", "girls"];

/// What figures are one by, but for their days: figure, kind, voice, part, for persons told singly who it is, and story.
/// What differs most comes first.
type About<'r> = (FigureKey, Kind, &'r str, bool, String, &'r str);

/// Groups of two claims or more with one kind, value, bounds and speaker, whose days are near; not of two sorts of people
/// and not of two incidents. Where an article names nobody, the figure is that of whom another names for it.
pub(super) fn same(rows: &[Row<'_>]) -> Vec<SameFigure> {
    let mut buckets: BTreeMap<About<'_>, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.figure.is_mute()) {
        if let Some(about) = about(row) {
            buckets.entry(about).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    for (about, bucket) in buckets {
        for mut part in parts(&bucket) {
            part.sort_by_key(|row| (row.day, row.figure.article, row.figure.claim));
            let mut start = 0;
            for at in 1..=part.len() {
                if at == part.len() || far(part.get(at - 1), part.get(at)) {
                    out.extend(part.get(start..at).and_then(|group| one(&about, group)));
                    start = at;
                }
            }
        }
    }
    out.sort_by(ranked);
    out
}

/// The most often stated first.
pub(super) fn ranked(a: &SameFigure, b: &SameFigure) -> Ordering {
    b.num_articles.cmp(&a.num_articles).then_with(|| a.key.cmp(&b.key))
}

fn about<'r>(row: &'r Row<'r>) -> Option<About<'r>> {
    let figure = row.figure;
    let voice = if row.reach.is_some() {
        &*row.owner.voice
    } else if row.speaker.is_empty() {
        "article"
    } else {
        &row.speaker
    };
    let who = match figure.form {
        Form::Number => sort_of(&figure.quote),
        // "Masimov’s" and "Karim Masimov" are one; "a man" here and "a man" there are two
        Form::Named => {
            let last = figure.quote.split_whitespace().next_back()?;
            fold(last.trim_end_matches("’s").trim_end_matches("'s"))
        }
        Form::Implicit => return None,
    };
    let number = figure_key(figure.figure);
    Some((number, figure.kind, voice, figure.part_of, who, &figure.story))
}

/// "men" of "five men": five women are others.
fn sort_of(quote: &str) -> String {
    let last = quote.split_whitespace().next_back().map(fold);
    last.filter(|word| SORTS.contains(&word.as_str())).unwrap_or_default()
}

/// True for one more person or some more: in one article they are others than those told of before.
fn is_more(row: &Row<'_>) -> bool {
    let mut words = row.figure.quote.split_whitespace();
    let first = words.next().map(fold);
    first.is_some_and(|word| word == "another" || word == "further")
}

/// The rows by whom they are of and by their incident. Those that leave it open join the only one that is told.
fn parts<'r>(bucket: &[&'r Row<'r>]) -> Vec<Vec<&'r Row<'r>>> {
    type Told = (Option<VictimClass>, Option<Reach>);
    let told = |row: &Row<'_>| -> Told {
        let class = Some(row.figure.victim_class).filter(|class| *class != VictimClass::Unspecified);
        let incident = row.reach.clone().filter(|reach| matches!(reach, Reach::Incident(..)));
        (class, incident)
    };
    let classes: BTreeSet<&'static str> = bucket.iter().filter_map(|row| Some(told(row).0?.id())).collect();
    let incidents: BTreeSet<Reach> = bucket.iter().filter_map(|row| told(row).1).collect();
    let mut out: BTreeMap<(Option<&'static str>, Option<Reach>), Vec<&Row<'_>>> = BTreeMap::new();
    for row in bucket {
        let (class, incident) = told(row);
        let class = class.map(VictimClass::id).filter(|_| classes.len() > 1);
        let incident = incident.filter(|_| incidents.len() > 1);
        out.entry((class, incident)).or_default().push(row);
    }
    out.into_values().collect()
}

fn far(a: Option<&&Row<'_>>, b: Option<&&Row<'_>>) -> bool {
    let is_total = |row: Option<&&Row<'_>>| row.is_some_and(|row| matches!(row.reach, Some(Reach::Total(_))));
    let reach = if is_total(a) && is_total(b) {
        TOTAL_DAYS
    } else {
        REACH_DAYS
    };
    match (a.and_then(|row| row.day), b.and_then(|row| row.day)) {
        (Some(a), Some(b)) => (b - a).get_days() > reach,
        (None, None) => false,
        _ => true,
    }
}

fn one(about: &About<'_>, group: &[&Row<'_>]) -> Option<SameFigure> {
    let first_of = |row: &Row<'_>| {
        group
            .iter()
            .find(|other| other.figure.article == row.figure.article)
            .copied()
    };
    let is_other =
        |row: &Row<'_>| is_more(row) && first_of(row).is_some_and(|first| first.figure.claim != row.figure.claim);
    let group: Vec<&Row<'_>> = group.iter().filter(|row| !is_other(row)).copied().collect();
    let (first, rest) = group.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let num_articles = group
        .iter()
        .map(|row| row.figure.article)
        .collect::<BTreeSet<_>>()
        .len();
    let day = first.day.map_or_else(String::new, |day| day.to_string());
    let (number, kind, voice, part, who, story) = about;
    let about = format!(
        "{story}/{}/{}/{number:?}/{voice}/{part}/{who}",
        kind.id(),
        first.figure.victim_class.id()
    );
    let named = group.iter().find(|row| row.owner.is_named).unwrap_or(first);
    Some(SameFigure {
        key: key("same", vec![about, day]),
        claims: claims(group.iter().copied()),
        num_articles,
        reason: format!(
            "{} claims state the same figure, \"{}\", by {}.",
            group.len(),
            first.words(),
            if named.owner.is_named {
                named.owner.name
            } else {
                first.voice()
            }
        ),
    })
}
