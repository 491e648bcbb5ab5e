//! One figure, stated in several places.

use std::collections::{BTreeMap, BTreeSet};

use super::conclusions::{Row, SameFigure, claims, key};

/// Days between two statements of one figure, at most.
const REACH_DAYS: i32 = 3;

/// Groups of two claims or more with one kind, class, value, bounds and speaker, whose days are near.
pub(super) fn same(rows: &[Row<'_>]) -> Vec<SameFigure> {
    let mut buckets: BTreeMap<String, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.figure.is_mute()) {
        let voice = if row.speaker.is_empty() {
            "article"
        } else {
            &row.speaker
        };
        let figure = row.figure;
        let about = format!(
            "{}/{}/{:?}/{:?}/{voice}/{}",
            figure.kind.id(),
            figure.victim_class.id(),
            figure.figure,
            figure.scope.id(),
            figure.part_of,
        );
        buckets.entry(about).or_default().push(row);
    }
    let mut out = Vec::new();
    for (about, mut bucket) in buckets {
        bucket.sort_by_key(|row| (row.day, row.figure.article, row.figure.claim));
        let mut start = 0;
        for at in 1..=bucket.len() {
            if at == bucket.len() || far(bucket.get(at - 1), bucket.get(at)) {
                out.extend(bucket.get(start..at).and_then(|group| one(&about, group)));
                start = at;
            }
        }
    }
    out.sort_by(|a, b| b.num_articles.cmp(&a.num_articles).then(a.key.cmp(&b.key)));
    out
}

fn far(a: Option<&&Row<'_>>, b: Option<&&Row<'_>>) -> bool {
    match (a.and_then(|row| row.day), b.and_then(|row| row.day)) {
        (Some(a), Some(b)) => (b - a).get_days() > REACH_DAYS,
        (None, None) => false,
        _ => true,
    }
}

fn one(about: &str, group: &[&Row<'_>]) -> Option<SameFigure> {
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
    Some(SameFigure {
        key: key("same", vec![about.to_owned(), day]),
        claims: claims(group.iter().copied()),
        num_articles,
        reason: format!(
            "{} claims state the same figure, \"{}\", by {}.",
            group.len(),
            first.words(),
            first.voice()
        ),
    })
}
