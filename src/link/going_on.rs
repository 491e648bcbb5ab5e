//! Stories that go on for months: kept apart by the days between their articles, but with one running total.
//!
//! A siege or a war is told with gaps, and no span of days is right for all. What goes on is chained from total to total:
//! each at most some months after the one before, of the same harm and people in the same country, not falling, and since
//! the same beginning. Two floods of one country have two beginnings, and stay two stories.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::entities::{Entities, LinkArticle};
use super::figure::Bounds;
use super::groups::{Groups, Holds};
use super::likeness::Likeness;
use super::one_story::{LEAST_SHARED, is_listed};
use super::reach::{ClassGroup, beginning, days_between};
use super::speaker::same_speaker;
use crate::claim::{Claim, Form, Kind, Modality, Scope};
use crate::entity::{EntityKind, Lexicon, fold};
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

/// Days between two statements of one running total, at most.
const REACH_DAYS: i32 = 100;
/// The same of two that say since when they count.
const REACH_SINCE_DAYS: i32 = 150;
/// Totals before one that are looked at for the one that it goes on with.
const BACK: usize = 12;
/// Lowest total that is not met by chance.
const LEAST: u64 = 10;
/// Names that two stories must share whose totals are of one beginning.
const LEAST_SHARED_SINCE: usize = 2;
/// How many times the earlier total the later one may be where they do not both say since when they count.
const MOST_TIMES: u64 = 3;
/// Days behind a beginning from which on it is told by the month.
const LONG_DAYS: i32 = 60;
/// Days between two beginnings that are one: of a beginning told by the month, and of one told by the day.
const SAME_START_DAYS: (i32, i32) = (31, 3);

/// A total of a whole run of events, as an article states it.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningTotal<'c> {
    kind: Kind,
    class: ClassGroup,
    figure: Figure,
    day: Date,
    /// When what is counted began, as far as that is said.
    since: Option<(Date, Date)>,
    speaker: Option<&'c str>,
    /// The country that it is said of.
    land: Option<&'c str>,
}

impl<'c> RunningTotal<'c> {
    /// The claim as a running total; `None` for incidents, parts, totals of a town, and numbers too small to tell anything.
    pub fn of(claim: &'c Claim) -> Option<Self> {
        let is_total = claim.scope == Scope::Total && !claim.part_of && claim.form == Form::Number;
        let is_said = claim.modality != Modality::Denied && claim.figure.qualifier != Qualifier::Fraction;
        if !is_total || !is_said || claim.figure.anchor().is_none_or(|number| number < LEAST) {
            return None;
        }
        let (day, last) = claim.as_of.as_ref().and_then(Value::days)?;
        let place = claim.place.as_ref().map(|place| place.canonical.as_str());
        let is_land = |place: &str| Lexicon::get().is_land(&fold(place));
        if day != last || place.is_some_and(|place| !is_land(place)) {
            return None;
        }
        let since = claim.event_date.as_ref().and_then(beginning);
        Some(Self {
            kind: claim.kind,
            class: ClassGroup::among(claim.victim_class, claim.kind),
            figure: claim.figure,
            day,
            since: since.filter(|(first, _)| *first < day),
            speaker: claim.speaker.as_deref(),
            land: place,
        })
    }

    /// How many names the stories of two totals must share, at least.
    fn least_shared(&self, later: &Self) -> usize {
        if self.since.is_some() && later.since.is_some() {
            LEAST_SHARED_SINCE
        } else {
            LEAST_SHARED
        }
    }

    /// True where both can be one total, the other the later one. Without two beginnings it must be one speaker's, and
    /// articles that are `alike`.
    fn goes_on(&self, later: &Self, alike: impl FnOnce() -> bool) -> bool {
        let days = (later.day - self.day).get_days();
        let (old, new) = (Bounds::of(&self.figure), Bounds::of(&later.figure));
        let falls = matches!((old.low, new.high), (Some(low), Some(high)) if low > high)
            || self.figure.anchor() > later.figure.anchor();
        let is_told = self.since.is_some() && later.since.is_some();
        let reach = if is_told { REACH_SINCE_DAYS } else { REACH_DAYS };
        if !(0..=reach).contains(&days) || falls {
            return false;
        }
        match (self.since, later.since) {
            (Some(a), Some(b)) => {
                let (by_month, by_day) = SAME_START_DAYS;
                let is_long = (self.day - a.1).get_days() > LONG_DAYS;
                days_between(a, b) <= if is_long { by_month } else { by_day }
            }
            _ => {
                let most = self.figure.anchor().unwrap_or(0).saturating_mul(MOST_TIMES);
                let is_one = matches!((self.speaker, later.speaker), (Some(a), Some(b)) if same_speaker(a, b));
                later.figure.anchor().is_some_and(|number| number <= most) && is_one && alike()
            }
        }
    }
}

/// Articles, and what gives the running totals that the one at a place states: of all at once they would take much room.
pub(super) type Told<'a> = (&'a [LinkArticle<'a>], &'a dyn Fn(usize) -> Vec<RunningTotal<'a>>);

/// A total with where it stands.
struct Stated<'s> {
    total: RunningTotal<'s>,
    article: usize,
    story: usize,
}

/// Stories with those joined whose running totals go on and that share some names which no list knows; numbered in order of
/// their first articles. Stories held by two keys stay two.
pub(super) fn going_on<'a>(
    (articles, totals): Told<'a>,
    entities: &'a Entities,
    (stories, held): (&[usize], &[Option<&str>]),
    likeness: &Likeness,
) -> Vec<usize> {
    let len = stories.iter().max().map_or(0, |last| last + 1);
    let mut groups = Groups::new(len);
    let mut holds = Holds::of_stories(stories, held, len);
    let mut names = SharedNames::new(entities, stories);
    for run in runs((articles, totals), entities, stories) {
        for (at, later) in run.iter().enumerate() {
            for earlier in run.get(at.saturating_sub(BACK)..at).unwrap_or_default().iter().rev() {
                let (one, other) = (groups.root(earlier.story), groups.root(later.story));
                let alike = || likeness.are_alike(earlier.article, later.article);
                if one != other
                    && holds.meet(one, other)
                    && earlier.total.goes_on(&later.total, alike)
                    && names.shared(earlier.story, later.story) >= earlier.total.least_shared(&later.total)
                {
                    groups.join(one, other);
                    holds.join(one.min(other), one.max(other));
                }
            }
        }
    }
    groups.numbered(stories.iter().copied())
}

/// The totals of one harm to one sort of people in one country, in order of their days; not those of countries of which one
/// story alone tells, as they go on with nothing.
fn runs<'s>((articles, totals): Told<'s>, entities: &'s Entities, stories: &[usize]) -> Vec<Vec<Stated<'s>>> {
    let homes = Homes::new(entities);
    let home = |article: usize, totals: &[_]| homes.of(article).filter(|_| !totals.is_empty()).unwrap_or_default();
    // by country, the only story that tells of it
    let mut only: HashMap<&str, Option<usize>> = HashMap::new();
    let mut told: Vec<(usize, &str)> = Vec::new();
    for (article, story) in stories.iter().enumerate() {
        let totals = totals(article);
        let home = home(article, &totals);
        for land in totals.iter().map(|total| total.land.unwrap_or(home)) {
            if !land.is_empty() && told.last() != Some(&(article, land)) {
                told.push((article, land));
                let of = only.entry(land).or_insert(Some(*story));
                *of = of.filter(|other| other == story);
            }
        }
    }
    let is_shared = |land: &str| only.get(land) == Some(&None);
    told.retain(|(_, land)| is_shared(land));
    told.dedup_by_key(|(article, _)| *article);
    let mut out: BTreeMap<(&str, Kind, ClassGroup), Vec<Stated<'s>>> = BTreeMap::new();
    for (article, _) in told {
        let (totals, story) = (totals(article), stories.get(article).copied().unwrap_or_default());
        let home = home(article, &totals);
        for total in totals {
            let land = total.land.unwrap_or(home);
            if is_shared(land) {
                let about = (land, total.kind, total.class);
                out.entry(about).or_default().push(Stated { total, article, story });
            }
        }
    }
    let mut runs: Vec<Vec<Stated<'s>>> = out.into_values().collect();
    for run in &mut runs {
        // the texts where days are equal: the order in which files were added must not count
        let text = |stated: &Stated<'s>| articles.get(stated.article).map(|article| article.text);
        let rank = |stated: &Stated<'s>| (stated.total.day, stated.total.figure.anchor());
        run.sort_by(|a, b| {
            let by_text = || {
                if a.article == b.article {
                    Ordering::Equal
                } else {
                    text(a).cmp(&text(b))
                }
            };
            rank(a).cmp(&rank(b)).then_with(by_text)
        });
    }
    runs
}

/// The country that an article names most, else the place.
struct Homes<'s> {
    entities: &'s Entities,
    /// By entity, 2 for a country, 1 for another place.
    places: Vec<u8>,
}

impl<'s> Homes<'s> {
    fn new(entities: &'s Entities) -> Self {
        let lexicon = Lexicon::get();
        let places = entities.list.iter().map(|entity| match entity.kind {
            EntityKind::Place => 1 + u8::from(lexicon.is_land(&fold(&entity.canonical))),
            _ => 0,
        });
        Self {
            entities,
            places: places.collect(),
        }
    }

    fn of(&self, article: usize) -> Option<&'s str> {
        let place = |entity: usize| self.places.get(entity).copied().unwrap_or(0);
        let name = |entity: usize| self.entities.list.get(entity).map(|entity| entity.canonical.as_str());
        let named = self.entities.of.get(article)?.iter().copied();
        let mut places: Vec<usize> = named.filter(|entity| place(*entity) > 0).collect();
        places.sort_unstable();
        let counted = places
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some((*same.first()?, same.len())));
        let most = counted.max_by_key(|(entity, count)| (place(*entity), *count, name(*entity)));
        most.and_then(|(entity, _)| name(entity))
    }
}

/// The names that stories share, worked out for those that are asked for.
struct SharedNames<'s> {
    entities: &'s Entities,
    members: Vec<Vec<usize>>,
    named: HashMap<usize, BTreeSet<usize>>,
}

impl<'s> SharedNames<'s> {
    fn new(entities: &'s Entities, stories: &[usize]) -> Self {
        let len = stories.iter().max().map_or(0, |last| last + 1);
        let mut members = vec![Vec::new(); len];
        for (article, story) in stories.iter().enumerate() {
            if let Some(own) = members.get_mut(*story) {
                own.push(article);
            }
        }
        Self {
            entities,
            members,
            named: HashMap::new(),
        }
    }

    /// How many names two stories share that no list knows; 0 where none of them is a person's or a body's.
    fn shared(&mut self, one: usize, other: usize) -> usize {
        self.read(one);
        self.read(other);
        let (Some(one), Some(other)) = (self.named.get(&one), self.named.get(&other)) else {
            return 0;
        };
        let shared = one
            .intersection(other)
            .filter_map(|entity| self.entities.list.get(*entity));
        let (mut count, mut acting) = (0, false);
        for entity in shared.filter(|entity| !is_listed(&entity.canonical)) {
            count += 1;
            acting |= matches!(entity.kind, EntityKind::Person | EntityKind::Org);
        }
        if acting { count } else { 0 }
    }

    fn read(&mut self, story: usize) {
        let members = self.members.get(story).into_iter().flatten();
        let of = |article: &usize| self.entities.of.get(*article).into_iter().flatten().copied();
        self.named
            .entry(story)
            .or_insert_with(|| members.flat_map(of).collect());
    }
}

#[cfg(test)]
mod tests {
    use super::RunningTotal;
    use crate::claim::{Kind, VictimClass};
    use crate::link::reach::ClassGroup;
    use crate::link::story::tests::with_linked;
    use crate::link::{Likeness, LinkArticle, StoriesSaid, entities, stories_again};
    use crate::quantity::Figure;
    use crate::time::Value;

    /// An article: its day, its total, since when it counts, who says so.
    type Row<'t> = (&'t str, u64, &'t str, &'t str);

    const SIEGE: [&str; 4] = [
        "Shells fell on Orla, where General Halvar Brenk holds the bridges. The Square Committee of Estrava buried its dead in Egypt.",
        "The Square Committee of Estrava asked for bread. In Egypt General Halvar Brenk would not open the roads to Orla.",
        "A convoy turned back before Orla in Egypt. General Halvar Brenk blamed the Square Committee, which sat in Estrava.",
        "Orla is cold. General Halvar Brenk spoke in Estrava of Egypt and of the Square Committee as of one enemy.",
    ];

    /// The stories of articles with these totals, `keys` by which they are held.
    #[track_caller]
    fn check(rows: &[Row<'_>], texts: &[&str], expected: &[usize]) {
        check_held(rows, texts, &StoriesSaid::default(), expected);
    }

    #[track_caller]
    fn check_held(rows: &[Row<'_>], texts: &[&str], said: &StoriesSaid, expected: &[usize]) {
        let totals: Vec<Vec<RunningTotal<'_>>> = rows.iter().map(|row| vec![total(row)]).collect();
        let found = with_linked(texts, |articles| {
            let dated = articles.iter().zip(rows).map(|(article, row)| LinkArticle {
                published: row.0.parse().ok(),
                ..*article
            });
            let dated: Vec<LinkArticle<'_>> = dated.collect();
            let numbers: Vec<u64> = (1..).take(rows.len()).collect();
            let likeness = &mut Likeness::default();
            stories_again(
                (&dated, &|at| totals.get(at).cloned().unwrap_or_default()),
                &numbers,
                &entities(&dated),
                said,
                likeness,
            )
        });
        assert_eq!(found.of, expected, "{rows:?}");
    }

    fn total<'t>((day, value, since, speaker): &Row<'t>) -> RunningTotal<'t> {
        let days = Value::parse(since).and_then(|since| since.days());
        RunningTotal {
            kind: Kind::Killed,
            class: ClassGroup::of(VictimClass::Unspecified),
            figure: Figure::exact(*value),
            day: day.parse().unwrap(),
            since: days,
            speaker: (!speaker.is_empty()).then_some(*speaker),
            land: None,
        }
    }

    #[test]
    fn a_siege_of_a_year_is_one_story() {
        let rows = [
            ("2031-03-10", 1_100, "2031-01", ""),
            ("2031-05-20", 2_200, "2031-01-20", "the committee"),
            ("2031-08-01", 3_000, "2031", ""),
            ("2031-10-28", 5_000, "2031-01", "doctors"),
        ];
        check(&rows, &SIEGE, &[0, 0, 0, 0]);
        // the third goes on with nothing that is near enough
        let gap = [rows[0], rows[1], ("2031-12-20", 3_000, "2031-01", "")];
        check(&gap, SIEGE.get(..3).unwrap(), &[0, 0, 1]);
    }

    #[test]
    fn a_speakers_total_goes_on_without_a_beginning() {
        let rows = [
            ("2031-03-10", 1_100, "", "the Square Committee"),
            ("2031-05-20", 2_200, "", "Square Committee"),
        ];
        let texts = SIEGE.get(..2).unwrap();
        check(&rows, texts, &[0, 0]);
        check(&[rows[0], ("2031-05-20", 2_200, "", "doctors")], texts, &[0, 1]);
        check(
            &[rows[0], ("2031-05-20", 9_000, "", "Square Committee")],
            texts,
            &[0, 1],
        );
    }

    #[test]
    fn unrelated_events_of_one_country_stay_apart() {
        let siege = ("2031-03-10", 1_100, "2031-01", "");
        let texts = SIEGE.get(..2).unwrap();
        // another beginning; a total that falls; too far
        check(&[siege, ("2031-05-20", 2_200, "2031-05-12", "")], texts, &[0, 1]);
        check(&[siege, ("2031-05-20", 900, "2031-01", "")], texts, &[0, 1]);
        check(&[siege, ("2031-08-20", 2_200, "2031-01", "")], texts, &[0, 1]);
        // two floods of two weeks: beginnings by the day
        let flood = [
            ("2031-03-10", 30, "2031-03-05", ""),
            ("2031-04-20", 40, "2031-03-19", ""),
        ];
        check(&flood, texts, &[0, 1]);
        // nobody and nothing in common but the country
        let ferry = "A ferry sank off Port Samar in Egypt. Captain Jose Lindo of the Coast Guard counted the boats.";
        check(
            &[siege, ("2031-05-20", 2_200, "2031-01", "")],
            &[SIEGE[0], ferry],
            &[0, 1],
        );
        // the same words in another country
        let abroad = SIEGE[1].replace("Egypt", "Peru");
        check(
            &[siege, ("2031-05-20", 2_200, "2031-01", "")],
            &[SIEGE[0], &abroad],
            &[0, 1],
        );
    }

    #[test]
    fn what_the_analyst_holds_apart_stays_apart() {
        let rows = [
            ("2031-03-10", 1_100, "2031-01", ""),
            ("2031-05-20", 2_200, "2031-01", ""),
        ];
        let mut said = StoriesSaid::default();
        said.held.insert(1, "The bridges".to_owned());
        said.held.insert(2, "The bread".to_owned());
        check_held(&rows, SIEGE.get(..2).unwrap(), &said, &[0, 1]);
    }
}
