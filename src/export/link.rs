//! What `tallyscope link` prints: one JSON object a conclusion. Offsets are code points, as in `extract`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Offsets;
use crate::link::{
    Checks, Conclusions, Conflict, ConflictSort, CopyGroup, FallingTotal, Growth, Likely, SameFigure, Story,
};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Store};

#[derive(Serialize)]
struct StoryOut<'r> {
    r#type: &'static str,
    key: &'r str,
    name: &'r str,
    place: Option<&'r str>,
    files: Vec<Cow<'r, str>>,
    from: Option<String>,
    to: Option<String>,
    shared: &'r [String],
    reason: Cow<'r, str>,
}

#[derive(Serialize)]
struct SourceOut<'r> {
    r#type: &'static str,
    key: &'r str,
    files: Vec<Cow<'r, str>>,
    agency: Option<&'r str>,
    reason: Cow<'r, str>,
}

/// A conclusion over claims; what does not concern its sort is left out.
#[derive(Serialize, Default)]
struct FindingOut<'r> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<&'static str>,
    key: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    articles: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    likely: Option<&'static str>,
    reason: Cow<'r, str>,
    claims: Vec<ClaimOut<'r>>,
}

#[derive(Serialize)]
struct ClaimOut<'r> {
    file: Cow<'r, str>,
    start: usize,
    end: usize,
    text: &'r str,
    id: &'r str,
    /// Which side of a conflict, or which figure of a series: from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<usize>,
    kind: &'static str,
    value: Option<u64>,
    low: Option<u64>,
    high: Option<u64>,
    qualifier: &'static str,
    victim_class: &'static str,
    speaker: Option<&'r str>,
    as_of: Option<String>,
    event_date: Option<String>,
    scope: &'static str,
}

/// All conclusions, one line each without the line's end: stories, same figures, copies, conflicts, updates, growth,
/// falling totals.
pub fn link_json(store: &Store, conclusions: &Conclusions) -> Vec<String> {
    let printer = Printer::new(store);
    let mut out: Vec<String> = conclusions.stories.iter().map(|story| printer.story(story)).collect();
    out.extend(conclusions.same.iter().map(|same| printer.same(same)));
    out.extend(conclusions.copies.iter().map(|copy| printer.copy(copy)));
    out.extend(conclusions.conflicts.iter().map(|row| printer.conflict(row)));
    out.extend(conclusions.growth.iter().map(|growth| printer.growth(growth)));
    out.extend(conclusions.falls.iter().map(|fall| printer.fall(fall)));
    out.extend(printer.checks(&conclusions.checks));
    out
}

/// Finds the words of claims by their numbers.
struct Printer<'s> {
    store: &'s Store,
    offsets: BTreeMap<ArticleId, Offsets<'s>>,
}

impl<'s> Printer<'s> {
    fn new(store: &'s Store) -> Self {
        let articles = store.articles();
        let offsets = articles.map(|article| (article.id, Offsets::new(article.text())));
        Self {
            store,
            offsets: offsets.collect(),
        }
    }

    fn article(&self, number: u64) -> Option<&'s ArticleRecord> {
        let id = ArticleId(i64::try_from(number).ok()?);
        self.store.article(id).map(AsRef::as_ref)
    }

    fn claim(&self, number: u64, side: Option<usize>) -> Option<ClaimOut<'s>> {
        let record: &ClaimRecord = self.store.claim(ClaimId(i64::try_from(number).ok()?))?;
        let article: &ArticleRecord = self.store.article(record.article)?;
        let claim = record.claim();
        let (start, end) = self.offsets.get(&article.id)?.chars(claim.span);
        Some(ClaimOut {
            file: article.path(),
            start,
            end,
            text: claim.span.of(article.text()),
            id: &claim.key,
            side,
            kind: claim.kind.id(),
            value: claim.figure.value,
            low: claim.figure.low,
            high: claim.figure.high,
            qualifier: claim.figure.qualifier.id(),
            victim_class: claim.victim_class.id(),
            speaker: claim.speaker.as_deref(),
            as_of: claim.as_of.as_ref().map(ToString::to_string),
            event_date: claim.event_date.as_ref().map(ToString::to_string),
            scope: claim.scope.id(),
        })
    }

    fn claims(&self, numbers: &[u64]) -> Vec<ClaimOut<'s>> {
        let claims = numbers.iter().filter_map(|number| self.claim(*number, None));
        claims.collect()
    }

    fn sides<'n>(&self, sides: impl IntoIterator<Item = &'n [u64]>) -> Vec<ClaimOut<'s>> {
        let sides = sides.into_iter().enumerate();
        sides
            .flat_map(|(side, numbers)| numbers.iter().filter_map(move |number| self.claim(*number, Some(side))))
            .collect()
    }

    fn story(&self, story: &Story) -> String {
        let files = story.articles.iter().filter_map(|number| self.article(*number));
        json(&StoryOut {
            r#type: "story",
            key: &story.key,
            name: &story.name,
            place: story.place.as_deref(),
            files: files.map(ArticleRecord::path).collect(),
            from: story.days.map(|(first, _)| first.to_string()),
            to: story.days.map(|(_, last)| last.to_string()),
            shared: &story.shared,
            reason: story.reason.to_string().into(),
        })
    }

    fn same(&self, same: &SameFigure) -> String {
        json(&FindingOut {
            r#type: "same",
            key: &same.key,
            articles: Some(same.num_articles),
            reason: same.reason.as_str().into(),
            claims: self.claims(&same.claims),
            ..FindingOut::default()
        })
    }

    fn copy(&self, copy: &CopyGroup) -> String {
        json(&FindingOut {
            r#type: "copy",
            key: &copy.key,
            agency: copy.agency.as_deref(),
            articles: Some(copy.articles.len()),
            sources: Some(1),
            reason: copy.reason.as_str().into(),
            claims: self.claims(&copy.claims),
            ..FindingOut::default()
        })
    }

    fn conflict(&self, row: &Conflict) -> String {
        let is_update = row.sort == ConflictSort::Update;
        // who has a higher figure a day later did not update that of another source
        let sort = match row.likely {
            Likely::LaterOther if is_update => "later_figure",
            _ if is_update => "update",
            _ => "conflict",
        };
        json(&FindingOut {
            r#type: sort,
            sort: (!is_update).then(|| row.sort.id()),
            key: &row.key,
            kind: Some(row.kind.id()),
            day: Some(row.day.to_string()),
            place: row.place.as_deref(),
            scope: Some(if row.is_incident { "incident" } else { "total" }),
            ratio: Some(rounded(row.ratio)),
            sources: Some(row.num_sources),
            likely: Some(row.likely.id()),
            reason: row.reason.to_string().into(),
            claims: self.sides(row.sides.iter().map(|side| side.claims.as_slice())),
            ..FindingOut::default()
        })
    }

    fn growth(&self, growth: &Growth) -> String {
        json(&FindingOut {
            r#type: "growth",
            key: &growth.key,
            kind: Some(growth.kind.id()),
            place: growth.place.as_deref(),
            voice: Some(growth.voice.as_str()).filter(|voice| !voice.is_empty()),
            ratio: Some(rounded(growth.ratio)),
            reason: growth.reason.to_string().into(),
            claims: self.sides(growth.steps.iter().map(|step| step.claims.as_slice())),
            ..FindingOut::default()
        })
    }

    fn fall(&self, fall: &FallingTotal) -> String {
        json(&FindingOut {
            r#type: "falling_total",
            key: &fall.key,
            kind: Some(fall.kind.id()),
            day: Some(fall.days.1.to_string()),
            voice: Some(&fall.voice),
            ratio: Some(rounded(fall.ratio)),
            reason: fall.reason.to_string().into(),
            claims: self.sides([fall.before.as_slice(), fall.after.as_slice()]),
            ..FindingOut::default()
        })
    }

    /// Articles that are one source, copies with another number, parts against wholes, round figures, grades.
    fn checks(&self, checks: &Checks) -> Vec<String> {
        let mut out: Vec<String> = checks
            .sources
            .iter()
            .map(|group| {
                let files = group.articles.iter().filter_map(|number| self.article(*number));
                json(&SourceOut {
                    r#type: "source",
                    key: &group.key,
                    files: files.map(ArticleRecord::path).collect(),
                    agency: group.agency.as_deref(),
                    reason: group.reason.as_str().into(),
                })
            })
            .collect();
        let finding = |r#type, sort, (key, reason, claims): (&str, &str, Vec<ClaimOut<'s>>)| {
            json(&FindingOut {
                r#type,
                sort,
                key,
                reason: reason.into(),
                claims,
                ..FindingOut::default()
            })
        };
        for row in &checks.changed {
            let sides = self.sides(row.claims.iter().map(std::slice::from_ref));
            out.push(finding("changed_copy", None, (&row.key, &row.reason, sides)));
        }
        for row in &checks.components {
            let sides = self.sides([std::slice::from_ref(&row.whole), row.parts.as_slice()]);
            out.push(finding(
                "component",
                Some(row.sort.id()),
                (&row.key, &row.reason, sides),
            ));
        }
        for row in &checks.round {
            let claims = self.claims(&[row.claim]);
            out.push(finding("round", None, ("", &row.reason, claims)));
        }
        for row in &checks.grades {
            let claims = self.claims(&row.claims);
            out.push(finding("grade", Some(row.grade.id()), ("", &row.reason(), claims)));
        }
        out
    }
}

fn json(out: &impl Serialize) -> String {
    serde_json::to_string(out).unwrap_or_default()
}

/// To three digits behind the point.
fn rounded(ratio: f64) -> f64 {
    (ratio * 1000.0).round() / 1000.0
}
