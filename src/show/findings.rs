//! What the project concludes of several claims, as rows of the list beside the charts.

use super::chart_source::Sources;
use super::table::Flags;
use super::words;
use crate::claim::Kind;
use crate::link::{Conclusions, Conflict, ConflictSide, ConflictSort, FallingTotal, Growth, GrowthStep};
use crate::quantity::{Figure, Qualifier};
use crate::store::{ClaimId, Store};

/// One side of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The source's number: the line in the charts.
    pub source: usize,
    /// Who says so, whatever lines stand for: the speaker, else the outlet.
    pub name: String,
    /// The claim that stands for it.
    pub claim: ClaimId,
    /// How many.
    pub figure: Figure,
    /// True where nobody has decided on it.
    pub unreviewed: bool,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// From how many independent sources these have it.
    pub num_sources: usize,
}

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingSort {
    /// Figures that do not agree, one number with two meanings, or an update.
    Conflict(ConflictSort),
    /// A total that falls.
    Fall,
    /// A total that rises over several mentions.
    Growth,
}

/// Claims that do not agree, a total that falls or rises, a figure that is just newer.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its stable name, for the analyst's ruling.
    pub key: String,
    /// What it is.
    pub sort: FindingSort,
    /// What happened.
    pub kind: Kind,
    /// "by Fri 14 March", "total falls, Thu 13 March".
    pub title: String,
    /// "2.4 ×", "31 → 28".
    pub measure: String,
    /// "bounds apart", "bounds overlap"; empty where it says nothing.
    pub bounds: &'static str,
    /// A sentence where there are no sides to list.
    pub sentence: String,
    /// What each source says.
    pub sides: Vec<Side>,
    /// All claims that it is about.
    pub claims: Vec<ClaimId>,
    /// Why the project thinks so, in a sentence.
    pub likely: String,
    /// The analyst's reason; empty while it is not set.
    pub reason: String,
}

/// All of them, with what they say of single claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Conflicts and falling totals, as ranked.
    pub rows: Vec<Finding>,
    /// What is no conflict: updates, the furthest apart first, and totals that rise.
    pub updates: Vec<Finding>,
    /// "“more than 4,400” stands in 5 articles and has 1 independent source, Kestrel News Agency."
    pub copies: Vec<String>,
    /// What they say of single claims.
    pub flags: Flags,
}

/// The claim of a number that `link` hands out.
fn id(number: &u64) -> Option<ClaimId> {
    i64::try_from(*number).ok().map(ClaimId)
}

/// The rows of the list beside the charts, and what they say of single claims.
pub fn findings(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Findings {
    let mut out = Findings {
        copies: copies(store, conclusions),
        ..Findings::default()
    };
    for same in conclusions.same.iter().filter(|same| same.num_articles > 1) {
        let claims = same.claims.iter().filter_map(id);
        out.flags.copies.extend(claims.map(|claim| (claim, same.num_articles)));
    }
    for conflict in &conclusions.conflicts {
        let row = conflict_row(store, conflict, sources);
        if conflict.sort == ConflictSort::Update {
            out.updates.extend(row);
            continue;
        }
        let claims = conflict.sides.iter().flat_map(|side| &side.claims);
        out.flags.in_conflict.extend(claims.filter_map(id));
        out.rows.extend(row);
    }
    let growth = conclusions.growth.iter();
    out.updates
        .extend(growth.filter_map(|growth| growth_row(store, growth)));
    for fall in &conclusions.falls {
        out.rows.extend(fall_row(store, fall, &mut out.flags));
    }
    out
}

/// A line for each figure that several articles copy from one source.
fn copies(store: &Store, conclusions: &Conclusions) -> Vec<String> {
    let rows = conclusions.copies.iter().filter_map(|group| {
        let first = store.claim(group.claims.first().and_then(id)?)?;
        let article = store.article(first.article)?;
        let words = words::short(first.claim().span.of(article.text()), 40);
        let agency = group
            .agency
            .as_ref()
            .map(|agency| format!(", {agency}"))
            .unwrap_or_default();
        let num = group.articles.len();
        Some(format!(
            "“{words}” stands in {num} articles and has 1 independent source{agency}."
        ))
    });
    rows.collect()
}

/// The analyst's reason.
fn reason(store: &Store, key: &str) -> String {
    store
        .ruling(key)
        .map(|ruling| ruling.reason.clone())
        .unwrap_or_default()
}

/// What a source says, by the claim that stands for it.
fn side(store: &Store, side: &ConflictSide, sources: &Sources) -> Option<Side> {
    let claim = side.claims.first().and_then(id)?;
    let claims = side.claims.iter().filter_map(id);
    let mut decided = claims.filter_map(|claim| Some(store.claim(claim)?.status().is_decided()));
    Some(Side {
        source: sources.index_of(claim)?,
        name: if side.voice.is_empty() {
            words::NOT_STATED.to_owned()
        } else {
            side.voice.clone()
        },
        claim,
        figure: store.claim(claim)?.claim().figure,
        unreviewed: !decided.any(|decided| decided),
        num_articles: side.num_articles,
        num_sources: side.num_sources,
    })
}

fn conflict_row(store: &Store, conflict: &Conflict, sources: &Sources) -> Option<Finding> {
    let mut sides = Vec::with_capacity(conflict.sides.len());
    for one in &conflict.sides {
        sides.push(side(store, one, sources)?);
    }
    Some(Finding {
        key: conflict.key.clone(),
        sort: FindingSort::Conflict(conflict.sort),
        kind: conflict.kind,
        title: title(conflict),
        measure: match conflict.sort {
            ConflictSort::Meaning => sides
                .first()
                .and_then(|side| side.figure.anchor())
                .map(words::number)
                .unwrap_or_default(),
            _ => measure(&sides),
        },
        bounds: if conflict.sort == ConflictSort::Meaning {
            ""
        } else if apart(&sides) {
            "bounds apart"
        } else {
            "bounds overlap"
        },
        sentence: String::new(),
        claims: conflict
            .sides
            .iter()
            .flat_map(|side| &side.claims)
            .filter_map(id)
            .collect(),
        sides,
        likely: conflict.reason.clone(),
        reason: reason(store, &conflict.key),
    })
}

fn growth_row(store: &Store, growth: &Growth) -> Option<Finding> {
    let claim = |step: &GrowthStep| store.claim(step.claims.first().and_then(id)?);
    let (first, last) = (growth.steps.first()?, growth.steps.last()?);
    let number = |step: &GrowthStep| Some(words::number(claim(step)?.claim().figure.anchor()?));
    Some(Finding {
        key: growth.key.clone(),
        sort: FindingSort::Growth,
        kind: growth.kind,
        title: format!("total rises until {}", words::day_short(last.day)),
        measure: format!("{} → {}", number(first)?, number(last)?),
        bounds: "",
        sentence: growth.reason.clone(),
        sides: Vec::new(),
        claims: growth
            .steps
            .iter()
            .flat_map(|step| &step.claims)
            .filter_map(id)
            .collect(),
        likely: String::new(),
        reason: reason(store, &growth.key),
    })
}

/// "by Fri 14 March"; "Port Calder by Fri 14 March"; for an incident "Harbour Gate, Thu 13 March".
fn title(conflict: &Conflict) -> String {
    let day = words::day_short(conflict.day);
    match &conflict.place {
        Some(place) if conflict.is_incident => format!("{place}, {day}"),
        Some(place) => format!("{place} by {day}"),
        None => format!("by {day}"),
    }
}

/// "2.4 ×", "6 and 0": how far the highest figure lies above the lowest; vague words count where they alone differ.
fn measure(sides: &[Side]) -> String {
    let is_firm = |side: &&Side| side.figure.qualifier != Qualifier::Vague;
    let has_firm = sides.iter().filter(is_firm).count() > 1;
    let taken = || sides.iter().filter(|side| !has_firm || is_firm(side));
    let anchors = || taken().filter_map(|side| side.figure.anchor());
    match (anchors().min(), anchors().max()) {
        (Some(low), Some(high)) if low > 0 && high / low >= 20 => format!("{} ×", words::number(high / low)),
        (Some(low), Some(high)) if low > 0 => format!("{:.1} ×", high as f64 / low as f64),
        (Some(low), Some(high)) => format!("{} and {}", words::number(high), words::number(low)),
        _ => String::new(),
    }
}

/// True where no number satisfies the words of all sides.
fn apart(sides: &[Side]) -> bool {
    let low = sides.iter().map(|side| allowed(&side.figure).0).fold(0.0, f64::max);
    let high = sides
        .iter()
        .map(|side| allowed(&side.figure).1)
        .fold(f64::INFINITY, f64::min);
    low > high
}

/// The numbers that the words allow; "about N" counts as N ± 10 %.
fn allowed(figure: &Figure) -> (f64, f64) {
    let low = figure.low.map_or(0.0, |low| low as f64);
    let high = figure.high.map_or(f64::INFINITY, |high| high as f64);
    match (figure.qualifier, figure.value) {
        (Qualifier::About, Some(value)) => (value as f64 * 0.9, value as f64 * 1.1),
        (Qualifier::Almost, Some(value)) => (value as f64 * 0.9, value as f64),
        (Qualifier::MoreThan, _) => (low + 1.0, high),
        _ => (low, high),
    }
}

fn fall_row(store: &Store, fall: &FallingTotal, flags: &mut Flags) -> Option<Finding> {
    let first = |claims: &[u64]| store.claim(claims.first().and_then(id)?);
    let (from, to) = (first(&fall.before)?, first(&fall.after)?);
    let (high, low) = (from.claim().figure.anchor()?, to.claim().figure.anchor()?);
    flags
        .falls
        .extend(fall.after.iter().filter_map(id).map(|claim| (claim, (high, low))));
    Some(Finding {
        sort: FindingSort::Fall,
        kind: fall.kind,
        title: format!("total falls, {}", words::day_short(fall.days.1)),
        measure: format!("{} → {}", words::number(high), words::number(low)),
        bounds: "",
        sentence: format!("{}. Both figures are kept.", fall.voice),
        sides: Vec::new(),
        claims: vec![from.id, to.id],
        reason: reason(store, &fall.key),
        key: fall.key.clone(),
        likely: fall.reason.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Findings, findings};
    use crate::claim::{Kind, VictimClass};
    use crate::link::{Conclusions, Conflict, ConflictSide, ConflictSort, CopyGroup, FallingTotal, Likely, SameFigure};
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};
    use crate::store::{Ruling, Store};

    fn sample() -> Store {
        store(&[
            (
                "A",
                "2031-03-14",
                "{killed @M|29 dead}. {killed @S|at least 71}. {killed @H|36}. {killed @M|29}.",
            ),
            (
                "B",
                "2031-03-14",
                "{killed @M|29 people}. {killed @P|no deaths}. {killed @N|about 30}.",
            ),
        ])
    }

    fn found(store: &Store) -> Findings {
        let ids = |words: &[&str]| words.iter().map(|words| claim(store, words).0.unsigned_abs()).collect();
        let day = jiff::civil::date(2031, 3, 14);
        let side = |voice: &str, words: &[&str]| ConflictSide {
            voice: voice.to_owned(),
            kind: Kind::Killed,
            victim_class: VictimClass::Unspecified,
            day: Some(day),
            claims: ids(words),
            num_articles: words.len(),
            num_sources: 1,
        };
        let row = |key: &str, place: Option<&str>, sides: Vec<ConflictSide>| Conflict {
            key: key.to_owned(),
            sort: ConflictSort::Numbers,
            kind: Kind::Killed,
            day,
            place: place.map(str::to_owned),
            is_incident: place.is_some(),
            sides,
            ratio: 2.0,
            num_sources: 2,
            likely: Likely::Unknown,
            reason: "they differ".to_owned(),
        };
        let conclusions = Conclusions {
            conflicts: vec![
                row(
                    "one",
                    None,
                    vec![
                        side("M", &["29 dead", "29 people"]),
                        side("H", &["36"]),
                        side("S", &["at least 71"]),
                    ],
                ),
                row(
                    "two",
                    Some("Harbour Gate"),
                    vec![side("", &["no deaths"]), side("N", &["about 30"])],
                ),
            ],
            falls: vec![FallingTotal {
                key: "fall".to_owned(),
                kind: Kind::Killed,
                voice: "H".to_owned(),
                before: ids(&["36"]),
                after: ids(&["29"]),
                days: (day, day),
                ratio: 1.2,
                reason: String::new(),
            }],
            same: vec![SameFigure {
                key: "same".to_owned(),
                claims: ids(&["29 dead", "29", "29 people"]),
                num_articles: 2,
                reason: String::new(),
            }],
            copies: vec![CopyGroup {
                key: "copy".to_owned(),
                claims: ids(&["29 dead", "29 people"]),
                articles: vec![1, 2],
                agency: Some("KNA".to_owned()),
                reason: String::new(),
            }],
            ..Conclusions::default()
        };
        findings(store, &conclusions, &Sources::new(store, LinesBy::Speaker))
    }

    #[test]
    fn a_conflict_is_a_row_that_lists_its_sides() {
        let found = found(&sample());
        let lines: Vec<String> = found
            .rows
            .iter()
            .map(|row| {
                let sides: Vec<String> = row
                    .sides
                    .iter()
                    .map(|side| {
                        format!(
                            "{} {} x{}",
                            side.name,
                            side.figure.anchor().unwrap_or(0),
                            side.num_articles
                        )
                    })
                    .collect();
                format!("{} | {} | {} | {}", row.title, row.measure, sides.join(" "), row.bounds)
            })
            .collect();
        assert_eq!(
            lines,
            [
                "by Fri 14 March | 2.4 × | M 29 x2 H 36 x1 S 71 x1 | bounds apart",
                "Harbour Gate, Fri 14 March | 30 and 0 | Not stated 0 x1 N 30 x1 | bounds apart",
                "total falls, Fri 14 March | 36 → 29 |  | ",
            ]
        );
        assert_eq!(
            found.copies,
            ["“29 dead” stands in 2 articles and has 1 independent source, KNA."]
        );
    }

    #[test]
    fn single_claims_are_flagged_and_a_ruling_is_the_reason() {
        let mut store = sample();
        let ruling = Ruling {
            reason: "Definition".to_owned(),
            ..Ruling::default()
        };
        let edit = store.rule_on("one", Some(ruling));
        store.commit(edit, "2031-03-15T09:00:00Z");
        let found = found(&store);
        let reasons: Vec<&str> = found.rows.iter().map(|row| row.reason.as_str()).collect();
        assert_eq!(reasons, ["Definition", "", ""]);
        assert_eq!(found.flags.in_conflict.len(), 6);
        assert_eq!(found.flags.copies.get(&claim(&store, "29 people")), Some(&2));
        assert_eq!(found.flags.falls.get(&claim(&store, "29")), Some(&(36, 29)));
    }
}
