//! What the project concludes of several claims, as rows of the list beside the charts.

use jiff::civil::Date;

use super::chart_source::Sources;
use super::findings_copies::Copied;
use super::findings_measure::{apart, measure, title, weight};
use super::findings_sides::{side, told_apart};
use super::flags::Flags;
use super::{findings_checks, findings_copies, findings_more, words};
use crate::claim::{Kind, VictimClass};
use crate::link::{Conclusions, Conflict, ConflictSort, FallingTotal};
use crate::quantity::Figure;
use crate::store::{ClaimId, Ruling, RulingState, Store};

/// What sort of conclusion a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Bounds that exclude each other.
    Numbers,
    /// One number that is said to be something else.
    Meaning,
    /// Totals that go down.
    Falls,
    /// The higher figure is the newer one, of the same source or another; totals that rise.
    Updates,
    /// One figure in several places.
    Same,
    /// Copied sentences.
    Copies,
    /// Parts against wholes, round figures.
    Checks,
}

impl Section {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Numbers,
        Self::Meaning,
        Self::Falls,
        Self::Updates,
        Self::Same,
        Self::Copies,
        Self::Checks,
    ];

    /// The head of its rows.
    pub fn head(self) -> &'static str {
        match self {
            Self::Numbers => "Different numbers",
            Self::Meaning => "Same number, other meaning",
            Self::Updates => "Later figures and growth",
            Self::Falls => "Falling totals",
            Self::Same => "Same figures",
            Self::Copies => "Copies",
            Self::Checks => "Checks",
        }
    }

    /// True where its figures do not go together.
    pub fn is_conflict(self) -> bool {
        matches!(self, Self::Numbers | Self::Meaning)
    }

    pub(super) fn of(sort: ConflictSort) -> Self {
        match sort {
            ConflictSort::Numbers => Self::Numbers,
            ConflictSort::Meaning => Self::Meaning,
            ConflictSort::Update => Self::Updates,
        }
    }
}

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
    /// What happened, as it says.
    pub kind: Kind,
    /// To whom, as it says.
    pub class: VictimClass,
    /// The day of its figure; `None` where none is known.
    pub day: Option<Date>,
    /// True where nobody has decided on it.
    pub unreviewed: bool,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// From how many independent sources these have it.
    pub num_sources: usize,
}

/// Claims that do not agree, or a total that falls.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Its stable name, for the analyst's ruling.
    pub key: String,
    /// Under which head it stands: the analyst's sort where the machine is overruled.
    pub section: Section,
    /// The sort that the machine found, where it can be overruled.
    pub sort: Option<ConflictSort>,
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
    /// What the analyst said of it.
    pub ruling: Ruling,
    /// How much it matters within its section; 0 where nothing is weighed.
    pub weight: f64,
    /// The articles that are copies, or that are said to be none.
    pub copied: Option<Copied>,
}

impl Finding {
    /// True for figures that do not go together and that the analyst has not cleared.
    pub fn is_conflict(&self) -> bool {
        self.section.is_conflict() && self.ruling.state() != RulingState::NoConflict
    }

    /// The claim that stands for it.
    pub fn claim(&self) -> Option<ClaimId> {
        let side = self.sides.first().map(|side| side.claim);
        side.or_else(|| self.claims.first().copied())
    }
}

/// All of them, with what they say of single claims.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// By section, then as ranked.
    pub rows: Vec<Finding>,
    /// What they say of single claims.
    pub flags: Flags,
}

impl Findings {
    /// How many conflicts the analyst has not cleared.
    pub fn num_conflicts(&self) -> usize {
        self.rows.iter().filter(|row| row.is_conflict()).count()
    }

    /// The conflict or falling total that a claim stands in.
    pub fn of(&self, claim: ClaimId) -> Option<&Finding> {
        let holds = |row: &&Finding| row.is_conflict() || row.section == Section::Falls;
        self.rows.iter().filter(holds).find(|row| row.claims.contains(&claim))
    }
}

/// The claim of a number that `link` hands out.
pub(super) fn id(number: &u64) -> Option<ClaimId> {
    i64::try_from(*number).ok().map(ClaimId)
}

/// The rows of the list beside the charts, and what they say of single claims.
pub fn findings(store: &Store, conclusions: &Conclusions, sources: &Sources) -> Findings {
    let mut out = Findings {
        rows: Vec::new(),
        flags: Flags::new(store, conclusions),
    };
    let year = words::only_year(store);
    for conflict in &conclusions.conflicts {
        out.rows.extend(conflict_row((store, year), conflict, sources));
    }
    for fall in &conclusions.falls {
        out.rows.extend(fall_row((store, year), fall, sources));
    }
    out.rows
        .extend(findings_more::rows((store, year), conclusions, sources));
    out.rows.extend(findings_copies::rows(store, conclusions, sources));
    out.rows.extend(findings_checks::rows(store, conclusions, sources));
    let order = |a: &Finding, b: &Finding| a.section.cmp(&b.section).then(b.weight.total_cmp(&a.weight));
    out.rows.sort_by(order);
    out
}

/// What the analyst said of a conclusion.
pub(super) fn ruling(store: &Store, key: &str) -> Ruling {
    store.ruling(key).cloned().unwrap_or_default()
}

fn conflict_row((store, year): (&Store, Option<i16>), conflict: &Conflict, sources: &Sources) -> Option<Finding> {
    let mut sides = Vec::with_capacity(conflict.sides.len());
    for one in &conflict.sides {
        sides.push(side(store, one, sources)?);
    }
    let sentence = told_apart(store, &mut sides);
    let ruling = ruling(store, &conflict.key);
    let weight = weight(store, conflict, &sides);
    Some(Finding {
        key: conflict.key.clone(),
        section: Section::of(ruling.taken_as.unwrap_or(conflict.sort)),
        sort: Some(conflict.sort),
        kind: conflict.kind,
        title: title(conflict, year),
        measure: match conflict.sort {
            ConflictSort::Meaning => {
                let number = sides.first().and_then(|side| side.figure.anchor());
                number.map(words::number).unwrap_or_default()
            }
            _ => measure(&sides),
        },
        bounds: if conflict.sort != ConflictSort::Numbers {
            ""
        } else if apart(&sides) {
            "bounds apart"
        } else {
            "bounds overlap"
        },
        sentence,
        claims: conflict
            .sides
            .iter()
            .flat_map(|side| &side.claims)
            .filter_map(id)
            .collect(),
        sides,
        likely: words::reason(&conflict.reason, year),
        ruling,
        weight,
        copied: None,
    })
}

fn fall_row((store, year): (&Store, Option<i16>), fall: &FallingTotal, sources: &Sources) -> Option<Finding> {
    let before = findings_more::side(store, &fall.before, sources, Some(fall.days.0))?;
    let after = findings_more::side(store, &fall.after, sources, Some(fall.days.1))?;
    let (high, low) = (before.figure.anchor()?, after.figure.anchor()?);
    Some(Finding {
        section: Section::Falls,
        sort: None,
        kind: fall.kind,
        title: format!("total falls, {}", words::day_among(fall.days.1, year)),
        measure: format!("{} → {}", words::number(high), words::number(low)),
        bounds: "",
        sentence: format!("{}. Both figures are kept.", fall.voice),
        claims: vec![before.claim, after.claim],
        sides: vec![before, after],
        ruling: ruling(store, &fall.key),
        key: fall.key.clone(),
        likely: words::reason(&fall.reason, year),
        weight: 0.0,
        copied: None,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Findings, findings};
    use crate::claim::{Kind, VictimClass};
    use crate::link::{
        Conclusions, Conflict, ConflictSide, ConflictSort, CopyGroup, FallingTotal, Likely, Reason, SameFigure,
    };
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
        let row = |key: &str, place: Option<&str>, sides: Vec<ConflictSide>| {
            Arc::new(Conflict {
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
                reason: "they differ".into(),
            })
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
                reason: Reason::default(),
            }],
            same: vec![Arc::new(SameFigure {
                key: "same".to_owned(),
                claims: ids(&["29 dead", "29", "29 people"]),
                num_articles: 2,
                reason: String::new(),
            })],
            copies: vec![Arc::new(CopyGroup {
                key: "copy".to_owned(),
                claims: ids(&["29 dead", "29 people"]),
                articles: vec![1, 2],
                agency: Some("KNA".to_owned()),
                reason: String::new(),
            })],
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
                "Harbour Gate, Fri 14 March | 30 and 0 | Not stated 0 x1 N 30 x1 | bounds apart",
                "by Fri 14 March | 2.4 × | M 29 x2 H 36 x1 S 71 x1 | bounds apart",
                "total falls, Fri 14 March | 36 → 29 | H 36 x1 M 29 x1 | ",
                "“29 dead” | 2 articles | M 29 x2 | ",
                "“29 dead” | 1 source | A 29 x1 B 29 x1 | ",
            ]
        );
    }

    #[test]
    fn what_nobody_is_named_for_comes_last() {
        let rows = |marked: &str| {
            let store = store(&[
                ("A", "2031-03-14", marked),
                ("B", "2031-03-14", "{killed @H|30 of them}."),
            ]);
            let number = |words: &str| claim(&store, words).0.unsigned_abs();
            let side = |words: &str| ConflictSide {
                voice: "x".to_owned(),
                kind: Kind::Killed,
                victim_class: VictimClass::Unspecified,
                day: None,
                claims: vec![number(words)],
                num_articles: 1,
                num_sources: 1,
            };
            let row = |key: &str, words: [&str; 2]| Conflict {
                key: key.to_owned(),
                sort: ConflictSort::Numbers,
                kind: Kind::Killed,
                day: jiff::civil::date(2031, 3, 14),
                place: None,
                is_incident: false,
                sides: words.map(side).to_vec(),
                ratio: 1.0,
                num_sources: 2,
                likely: Likely::Unknown,
                reason: String::new().into(),
            };
            let conclusions = Conclusions {
                conflicts: vec![
                    row("far", ["3 dead", "30 of them"]).into(),
                    row("near", ["20 dead", "30 of them"]).into(),
                ],
                ..Conclusions::default()
            };
            let found = findings(&store, &conclusions, &Sources::new(&store, LinesBy::Speaker));
            found.rows.into_iter().map(|row| row.key).collect::<Vec<_>>()
        };
        assert_eq!(rows("{killed @M|3 dead}. {killed @N|20 dead}."), ["far", "near"]);
        assert_eq!(rows("{killed|3 dead}. {killed @N|20 dead}."), ["near", "far"]);
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
        let reasons: Vec<&str> = found.rows.iter().map(|row| row.ruling.reason.as_str()).collect();
        assert_eq!(reasons, ["", "Definition", "", "", ""]);
        assert_eq!(found.flags.in_conflict.len(), 6);
        assert_eq!(found.flags.copies.get(&claim(&store, "29 people")), Some(&2));
        assert_eq!(found.flags.falls.get(&claim(&store, "29")), Some(&(36, 29)));
    }
}
