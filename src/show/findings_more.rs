//! Rows of the list beside the charts that are no conflicts: growth and same figures.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::chart_source::Sources;
use super::findings::{Finding, Section, Side, id, ruling};
use super::findings_measure::measure;
use super::words;
use crate::link::{Conclusions, Growth, SameFigure};
use crate::store::{ClaimId, ClaimRecord, Store};

/// Words of a figure in a title are cut to so many characters.
const TITLE_CHARS: usize = 34;

/// All such rows.
pub(super) fn rows((store, year): (&Store, Option<i16>), conclusions: &Conclusions, sources: &Sources) -> Vec<Finding> {
    let growth = conclusions
        .growth
        .iter()
        .filter_map(|row| growth_row((store, year), row, sources));
    // what one article says twice is no agreement
    let same = conclusions.same.iter().filter(|row| row.num_articles > 1);
    let same = same.filter_map(|row| same_row(store, row, sources));
    growth.chain(same).collect()
}

/// What one source says, by its claims; the first stands for them.
pub(super) fn side(store: &Store, claims: &[u64], sources: &Sources, day: Option<Date>) -> Option<Side> {
    let records: Vec<&ClaimRecord> = claims
        .iter()
        .filter_map(id)
        .filter_map(|claim| store.claim(claim).map(|record| &**record))
        .collect();
    let first = *records.first()?;
    let source = sources.index_of(first.id)?;
    let articles: BTreeSet<_> = records.iter().map(|record| record.article).collect();
    let claim = first.claim();
    Some(Side {
        source,
        name: voice(store, first),
        claim: first.id,
        figure: claim.figure,
        kind: claim.kind,
        class: claim.victim_class,
        day: day.or_else(|| Some(claim.as_of.as_ref()?.days()?.1)),
        unreviewed: !records.iter().any(|record| record.status().is_decided()),
        num_articles: articles.len(),
        num_sources: 1,
    })
}

/// The speaker, else the outlet.
fn voice(store: &Store, record: &ClaimRecord) -> String {
    let outlet = || store.article(record.article)?.publisher().map(str::to_owned);
    // as names stand at the head of a line: without the article
    let bare = |name: &String| {
        ["the ", "The "]
            .iter()
            .find_map(|the| name.strip_prefix(the))
            .unwrap_or(name)
            .to_owned()
    };
    let speaker = record.claim().speaker.as_ref().map(bare);
    speaker.or_else(outlet).unwrap_or_else(|| words::NOT_STATED.to_owned())
}

/// The words of the first claim, in quotation marks.
pub(super) fn quoted(store: &Store, claims: &[u64]) -> Option<String> {
    let claim = claims.first().and_then(id)?;
    let words = super::chart_words::quote(store, claim);
    Some(format!("“{}”", words::short(&words, TITLE_CHARS)))
}

pub(super) fn ids(claims: &[u64]) -> Vec<ClaimId> {
    claims.iter().filter_map(id).collect()
}

fn growth_row((store, year): (&Store, Option<i16>), growth: &Growth, sources: &Sources) -> Option<Finding> {
    let steps = growth.steps.iter();
    let sides: Vec<Side> = steps
        .filter_map(|step| side(store, &step.claims, sources, Some(step.day)))
        .collect();
    let (first, last) = (growth.steps.first()?.day, growth.steps.last()?.day);
    let place = growth
        .place
        .as_ref()
        .map(|place| format!("{place}, "))
        .unwrap_or_default();
    Some(Finding {
        key: growth.key.clone(),
        section: Section::Updates,
        sort: None,
        kind: growth.kind,
        title: format!(
            "{place}{} to {}",
            words::date_among(first, year),
            words::date_among(last, year)
        ),
        measure: measure(&sides),
        bounds: "",
        sentence: if growth.voice.is_empty() {
            "Told by several sources".to_owned()
        } else {
            format!("Told by {}", growth.voice)
        },
        claims: growth.steps.iter().flat_map(|step| ids(&step.claims)).collect(),
        sides,
        likely: words::reason(&growth.reason, year),
        ruling: ruling(store, &growth.key),
        weight: 0.0,
        copied: None,
    })
}

fn same_row(store: &Store, same: &SameFigure, sources: &Sources) -> Option<Finding> {
    let kind = store.claim(same.claims.first().and_then(id)?)?.claim().kind;
    Some(Finding {
        key: same.key.clone(),
        section: Section::Same,
        sort: None,
        kind,
        title: quoted(store, &same.claims)?,
        measure: words::count(same.num_articles, "article"),
        bounds: "",
        sentence: String::new(),
        sides: by_source(store, &same.claims, sources),
        claims: ids(&same.claims),
        likely: same.reason.clone(),
        ruling: ruling(store, &same.key),
        weight: 0.0,
        copied: None,
    })
}

/// One side for each source of the claims.
fn by_source(store: &Store, claims: &[u64], sources: &Sources) -> Vec<Side> {
    let mut found: Vec<(usize, Vec<u64>)> = Vec::new();
    for claim in claims {
        let Some(source) = id(claim).and_then(|claim| sources.index_of(claim)) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| *other == source) {
            Some((_, claims)) => claims.push(*claim),
            None => found.push((source, vec![*claim])),
        }
    }
    let sides = found
        .iter()
        .filter_map(|(_, claims)| side(store, claims, sources, None));
    sides.collect()
}
