//! Figures of several sources for one day that exclude each other: like compared with like, one row for each day.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::conclusions::{Conflict, ConflictSide, CopyGroup, Row, claims, key};
use super::figure::as_f64;
use super::reach::{ClassGroup, Reach};
use crate::claim::Kind;
use crate::entity::fold;
use crate::quantity::{Figure, Qualifier};

/// Most sources of one day that are compared each with each; of more, the lowest and the highest are.
const MOST_SIDES: usize = 200;
/// Words by which a higher figure says that it is newer than others, not different.
const NEWER: &[&str] = &[
    "new",
    "updated",
    "latest",
    "risen",
    "rose",
    "rises",
    "climbed",
    "climbs",
    "raised",
    "increased",
    "reached",
];
/// Words by which a source says that it counts a part only.
const PARTLY: &[(&str, &str)] = &[
    ("in public hospitals", "those in public hospitals only"),
    ("in hospitals", "those in hospitals only"),
    ("in the hospitals", "those in hospitals only"),
    ("in morgues", "those in morgues only"),
    ("only counts", "a part only"),
    ("counts only", "a part only"),
    ("counted only", "a part only"),
    ("left out", "a part only"),
    ("does not include", "a part only"),
];
/// How many times the lowest figure the highest one is up to which they may be of one day's different hours.
const NEAR: f64 = 1.15;

/// What is compared: story, kind, class, reach (folded place), day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct About<'r> {
    story: &'r str,
    kind: Kind,
    class: ClassGroup,
    day: Date,
    is_incident: bool,
    place: String,
}

/// What one source says: the rows of its standing figure.
struct Side<'r> {
    rows: Vec<&'r Row<'r>>,
}

/// Rows of figures for one day of which some exclude each other, one side for each source, by ratio and then by the number
/// of independent sources.
pub(super) fn conflicts(rows: &[Row<'_>], copies: &[CopyGroup]) -> Vec<Conflict> {
    let origins = Origins::new(copies);
    let mut buckets: BTreeMap<About<'_>, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        if let Some(about) = about(row) {
            buckets.entry(about).or_default().push(row);
        }
    }
    let mut out: Vec<Conflict> = buckets
        .iter()
        .filter_map(|(about, bucket)| conflict(about, &sides(bucket), &origins))
        .collect();
    out.sort_by(|a, b| {
        b.ratio
            .total_cmp(&a.ratio)
            .then(b.num_sources.cmp(&a.num_sources))
            .then_with(|| a.key.cmp(&b.key))
    });
    out
}

fn about<'r>(row: &'r Row<'r>) -> Option<About<'r>> {
    let reach = row.reach.as_ref().filter(|_| !row.owner.is_old)?;
    let (day, is_incident) = match reach {
        Reach::Total(_) => (row.day?, false),
        Reach::Incident(day, _) => (*day, true),
    };
    Some(About {
        story: &row.figure.story,
        kind: row.figure.kind,
        class: row.class,
        day,
        is_incident,
        place: reach.place().map_or_else(String::new, fold),
    })
}

/// One side for each source, the lowest first. Of a source's figures of the day the highest stands.
fn sides<'r>(bucket: &[&'r Row<'r>]) -> Vec<Side<'r>> {
    let mut by_voice: BTreeMap<&str, Vec<&'r Row<'r>>> = BTreeMap::new();
    for row in bucket {
        by_voice.entry(&row.owner.voice).or_default().push(row);
    }
    let mut out: Vec<(&str, Side<'r>)> = by_voice
        .into_iter()
        .map(|(voice, rows)| (voice, Side { rows: standing(rows) }))
        .collect();
    out.sort_by(|(a_voice, a), (b_voice, b)| a.anchor().cmp(&b.anchor()).then(a_voice.cmp(b_voice)));
    out.into_iter().map(|(_, side)| side).collect()
}

type FigureKey = (Option<u64>, Option<u64>, Option<u64>, &'static str);

fn figure_key(figure: Figure) -> FigureKey {
    (figure.value, figure.low, figure.high, figure.qualifier.id())
}

/// The rows with the highest figure; those with a named speaker first.
fn standing<'r>(rows: Vec<&'r Row<'r>>) -> Vec<&'r Row<'r>> {
    let top = rows
        .iter()
        .max_by_key(|row| (row.figure.figure.anchor(), figure_key(row.figure.figure)))
        .map(|row| row.figure.figure);
    let mut out: Vec<&Row<'_>> = rows.into_iter().filter(|row| Some(row.figure.figure) == top).collect();
    out.sort_by_key(|row| (row.speaker.is_empty(), row.figure.article, row.figure.claim));
    out
}

impl Side<'_> {
    fn first(&self) -> Option<&Row<'_>> {
        self.rows.first().copied()
    }

    fn anchor(&self) -> Option<u64> {
        self.first().and_then(|row| row.figure.figure.anchor())
    }

    /// Who says so; nothing where nobody is named and the outlet is not known.
    fn voice(&self) -> String {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for row in &self.rows {
            *count.entry(row.owner.name.clone()).or_default() += 1;
        }
        let best = count.into_iter().max_by_key(|(name, count)| (*count, name.len()));
        best.map(|(name, _)| name).unwrap_or_default()
    }

    /// True where no speaker is named.
    fn is_unsaid(&self) -> bool {
        self.rows.iter().all(|row| !row.owner.is_named)
    }

    fn says(&self, any_of: &[&str]) -> bool {
        self.rows.iter().any(|row| says(&row.figure.sentence, any_of))
    }
}

fn says(sentence: &str, any_of: &[&str]) -> bool {
    sentence
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| any_of.contains(&fold(word).as_str()))
}

fn conflict(about: &About<'_>, sides: &[Side<'_>], origins: &Origins) -> Option<Conflict> {
    if sides.len() < 2 || !any_clash(sides) {
        return None;
    }
    let reach = sides.first()?.first()?.reach.as_ref()?;
    let day = about.day.to_string();
    let sort = if about.is_incident { "incident" } else { "total" };
    let parts = [about.story, about.kind.id(), about.class.id(), sort, &day, &about.place];
    // the parts in one string: which of them is which counts
    Some(Conflict {
        key: key("conflict", vec![parts.join("/")]),
        kind: about.kind,
        day: about.day,
        place: reach.place().map(str::to_owned),
        is_incident: about.is_incident,
        ratio: ratio(sides),
        num_sources: origins.count(sides.iter().flat_map(|side| &side.rows)),
        reason: reason(sides),
        sides: sides.iter().map(|side| side_of(side, origins)).collect(),
    })
}

/// How many times the lowest figure the highest one is; zero counts as one. Vague words count where they alone differ.
fn ratio(sides: &[Side<'_>]) -> f64 {
    let is_vague = |side: &&Side<'_>| {
        let figure = side.first().map(|row| row.figure.figure.qualifier);
        figure == Some(Qualifier::Vague)
    };
    let firm: Vec<&Side<'_>> = sides.iter().filter(|side| !is_vague(side)).collect();
    let taken = if firm.len() > 1 { firm } else { sides.iter().collect() };
    let anchor = |side: &&Side<'_>| side.anchor().map_or(1.0, |number| as_f64(number).max(1.0));
    let ends = (
        taken.iter().map(anchor).reduce(f64::min),
        taken.iter().map(anchor).reduce(f64::max),
    );
    match ends {
        (Some(low), Some(high)) => (high / low).max(1.0),
        _ => 1.0,
    }
}

fn side_of(side: &Side<'_>, origins: &Origins) -> ConflictSide {
    let articles: BTreeSet<u64> = side.rows.iter().map(|row| row.figure.article).collect();
    // the claim of a named speaker stands for the side
    let mut numbers = claims(side.rows.iter().copied());
    if let Some(first) = side.first() {
        numbers.sort_by_key(|claim| *claim != first.figure.claim);
    }
    ConflictSide {
        voice: side.voice(),
        claims: numbers,
        num_articles: articles.len(),
        num_sources: origins.count(&side.rows),
    }
}

/// True where some two sides exclude each other and the higher one is not just newer.
fn any_clash(sides: &[Side<'_>]) -> bool {
    let near_end = |at: usize| at < MOST_SIDES / 2 || at + MOST_SIDES / 2 >= sides.len();
    let ends: Vec<&Side<'_>> = sides
        .iter()
        .enumerate()
        .filter(|(at, _)| near_end(*at))
        .map(|(_, side)| side)
        .collect();
    ends.iter()
        .enumerate()
        .any(|(at, a)| ends.iter().skip(at + 1).any(|b| clash(a, b)))
}

fn clash(low: &Side<'_>, high: &Side<'_>) -> bool {
    let (Some(one), Some(two)) = (low.first(), high.first()) else {
        return false;
    };
    let is_newer = (low.is_unsaid() || high.is_unsaid()) && high.says(NEWER);
    one.bounds.apart(two.bounds).is_some() && !is_newer
}

fn reason(sides: &[Side<'_>]) -> String {
    let classes: BTreeSet<&str> = sides
        .iter()
        .filter_map(|side| Some(side.first()?.figure.victim_class.id()))
        .collect();
    let denies = sides.iter().find(|side| side.anchor() == Some(0));
    let partly = || {
        sides.iter().find_map(|side| {
            let sentences = || side.rows.iter().map(|row| row.figure.sentence.to_lowercase());
            let has = |words: &str| sentences().any(|sentence| sentence.contains(words));
            let (_, how) = PARTLY.iter().find(|(words, _)| has(words))?;
            Some(format!("{} may count {how}.", side.voice()))
        })
    };
    if let Some(side) = denies {
        format!("Denied by {}.", side.voice())
    } else if classes.len() > 1 {
        "They may count different people.".to_owned()
    } else if let Some(partly) = partly() {
        partly
    } else if ratio(sides) <= NEAR {
        "They are near: one may be some hours older.".to_owned()
    } else if let Some(side) = sides.iter().find(|side| side.is_unsaid()) {
        format!("For the figure of {} nobody is named.", side.voice())
    } else {
        "The sentences give no reason.".to_owned()
    }
}

/// Which articles are one source, because one copies the other or both copy an agency.
struct Origins {
    of_claim: BTreeMap<u64, usize>,
}

impl Origins {
    fn new(copies: &[CopyGroup]) -> Self {
        let numbered = copies.iter().enumerate();
        let of_claim = numbered.flat_map(|(at, group)| group.claims.iter().map(move |claim| (*claim, at)));
        Self {
            of_claim: of_claim.collect(),
        }
    }

    /// How many independent sources the rows have. An article counts once, so do articles with one agency's tag or with
    /// copied sentences.
    fn count<'r>(&self, rows: impl IntoIterator<Item = &'r &'r Row<'r>>) -> usize {
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
        enum Origin<'a> {
            Agency(&'a str),
            Copy(usize),
            Article(u64),
        }
        let mut of_article: BTreeMap<u64, Origin<'_>> = BTreeMap::new();
        for row in rows {
            let article = row.figure.article;
            let own = match (&row.figure.agency, self.of_claim.get(&row.figure.claim)) {
                (Some(agency), _) => Origin::Agency(agency),
                (None, Some(group)) => Origin::Copy(*group),
                (None, None) => Origin::Article(article),
            };
            let held = of_article.entry(article).or_insert_with(|| own.clone());
            if own < *held {
                *held = own;
            }
        }
        let origins: BTreeSet<&Origin<'_>> = of_article.values().collect();
        origins.len()
    }
}
