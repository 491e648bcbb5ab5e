//! One number with two meanings: the dead of one article are the arrested of another, its people the other's gunmen.

use std::collections::{BTreeMap, BTreeSet};

use super::conclusions::{Row, key};
use super::found::{Conflict, ConflictSort, Likely};
use super::newer::one_source;
use super::origins::Origins;
use super::reach::{ClassGroup, Reach, is_partitive};
use super::reason::Reason;
use super::side::Side;
use crate::claim::{Form, Kind, Modality, VictimClass};
use crate::entity::fold;

/// Lowest number that is not met by chance.
const LEAST: u64 = 10;
/// Days between the two, at most.
const REACH_DAYS: i32 = 2;
/// Articles that state one number beyond which it says nothing.
const COMMONEST: usize = 60;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Meaning {
    kind: Kind,
    class: ClassGroup,
}

/// Rows of two sides, each with what it says that the number counts.
pub(super) fn meanings(rows: &[Row<'_>], origins: &Origins) -> Vec<Conflict> {
    let mut buckets: BTreeMap<(&str, u64), BTreeMap<Meaning, Vec<&Row<'_>>>> = BTreeMap::new();
    for row in rows {
        if let Some(value) = stated(row) {
            let meaning = Meaning {
                kind: row.figure.kind,
                class: row.class,
            };
            let bucket = buckets.entry((row.figure.story.as_str(), value)).or_default();
            bucket.entry(meaning).or_default().push(row);
        }
    }
    let mut out = Vec::new();
    for ((story, value), bucket) in &buckets {
        let articles: BTreeMap<Meaning, BTreeSet<u64>> = bucket
            .iter()
            .map(|(meaning, rows)| (*meaning, rows.iter().map(|row| row.figure.article).collect()))
            .collect();
        let num_articles: usize = articles.values().map(BTreeSet::len).sum();
        if articles.len() < 2 || num_articles > COMMONEST {
            continue;
        }
        for (a, ours) in &articles {
            for (b, theirs) in articles.range(*a..).skip(1) {
                // an article that states both tells of two things
                if differ(*a, *b) && ours.is_disjoint(theirs) {
                    let sides = (bucket.get(a), bucket.get(b));
                    out.extend(conflict((story, *value), sides, origins));
                }
            }
        }
    }
    out
}

/// The number, where it is one that could be mistaken.
fn stated(row: &Row<'_>) -> Option<u64> {
    let figure = row.figure;
    let is_whole = !figure.part_of && !is_partitive(&figure.quote);
    let is_firm = is_whole && figure.form == Form::Number && figure.modality != Modality::Denied && row.day.is_some();
    figure.figure.value.filter(|value| *value >= LEAST && is_firm)
}

/// True where the two are not just one said with more or fewer words: another harm of the same people, or another sort of
/// people with the same harm.
fn differ(a: Meaning, b: Meaning) -> bool {
    let unspecified = ClassGroup::of(VictimClass::Unspecified);
    if a.kind != b.kind {
        let close = |one: Kind, other: Kind| {
            matches!(
                (one, other),
                (Kind::Casualties, Kind::Killed | Kind::Injured) | (Kind::Arrested, Kind::Released)
            )
        };
        let same_people = a.class == b.class || a.class == unspecified || b.class == unspecified;
        return same_people && !close(a.kind, b.kind) && !close(b.kind, a.kind);
    }
    let taking_part = |class: ClassGroup| {
        [VictimClass::SecurityForce, VictimClass::Militant]
            .map(ClassGroup::of)
            .contains(&class)
    };
    let both = a.class != unspecified && b.class != unspecified;
    a.class != b.class && (both || taking_part(a.class) || taking_part(b.class))
}

/// The one conflict of two meanings: the rows of either that are near some row of the other.
fn conflict(
    (story, value): (&str, u64),
    (ours, theirs): (Option<&Vec<&Row<'_>>>, Option<&Vec<&Row<'_>>>),
    origins: &Origins,
) -> Option<Conflict> {
    let (ours, theirs) = (ours?, theirs?);
    let near = |rows: &[&Row<'_>], row: &Row<'_>| rows.iter().any(|other| meet(row, other, value));
    let one: Vec<&Row<'_>> = ours.iter().filter(|row| near(theirs, row)).copied().collect();
    let other: Vec<&Row<'_>> = theirs.iter().filter(|row| near(ours, row)).copied().collect();
    let sides = [Side::new(one), Side::new(other)];
    let (a, b) = (sides.first()?.first()?, sides.last()?.first()?);
    let day = sides
        .iter()
        .flat_map(|side| &side.rows)
        .filter_map(|row| row.day)
        .max()?;
    let (likely, reason) = reason(a, b);
    let meaning = |row: &Row<'_>| format!("{}/{}", row.figure.kind.id(), row.class.id());
    Some(Conflict {
        key: key("meaning", vec![format!("{story}/{value}"), meaning(a), meaning(b)]),
        sort: ConflictSort::Meaning,
        kind: a.figure.kind,
        day,
        place: None,
        is_incident: false,
        ratio: 1.0,
        num_sources: origins.count(sides.iter().flat_map(|side| &side.rows)),
        likely,
        reason: Reason::from(reason),
        sides: sides.iter().filter_map(|side| side.out(origins)).collect(),
    })
}

/// True where the two can be one statement: of days that are near, not of two places or two days of harm. A round number is
/// met by chance, as is one of harms that no translation mistakes for each other, so that only one source can have meant it.
fn meet(a: &Row<'_>, b: &Row<'_>, value: u64) -> bool {
    let one_speaks = one_source(a, b) && a.owner.is_named && b.owner.is_named;
    let by_chance = !one_speaks && (is_round(value) || !are_near(a.figure.kind, b.figure.kind));
    let is_near = apart(a, b).is_some_and(|days| days <= REACH_DAYS);
    // the dear question last: pairs are many
    a.figure.article != b.figure.article && is_near && !by_chance && one_day(a, b) && one_place(a, b)
}

/// The fewest days between what they are of; a list that comes out weeks after it names the day of the harm.
fn apart(a: &Row<'_>, b: &Row<'_>) -> Option<i32> {
    let days = |row: &Row<'_>| [row.day, row.figure.harm_day()].into_iter().flatten();
    let between = days(a).flat_map(|day| days(b).map(move |other| (day - other).get_days().abs()));
    between.min()
}

/// True where they are of one place. Where an incident was is often not said; then it is told by its day alone. A total of
/// a town is none of the country.
fn one_place(a: &Row<'_>, b: &Row<'_>) -> bool {
    let is_total = |row: &Row<'_>| matches!(row.reach, Some(Reach::Total(_)));
    // a hospital or a family that is quoted is no place
    let place = |row: &Row<'_>| {
        let own = || row.reach.as_ref().and_then(Reach::place);
        let named = if is_total(row) {
            row.figure.place.as_deref()
        } else {
            own()
        };
        named.map(fold)
    };
    let (here, there) = (place(a), place(b));
    let is_open = !(is_total(a) && is_total(b)) && (here.is_none() || there.is_none());
    here == there || is_open && apart(a, b) == Some(0)
}

/// False where they say of two days that the harm was done on them. Where that is the day of the statement it often is no
/// more than that.
fn one_day(a: &Row<'_>, b: &Row<'_>) -> bool {
    let is_weak = |row: &Row<'_>| row.figure.harm_day() == row.day;
    match (a.figure.harm_day(), b.figure.harm_day()) {
        (Some(one), Some(other)) if is_weak(a) || is_weak(b) => (one - other).get_days().abs() <= REACH_DAYS,
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// True for harms whose words lie near each other in many languages: hit and killed, taken and held.
fn are_near(a: Kind, b: Kind) -> bool {
    use Kind::{Abducted, Arrested, Casualties, Injured, Killed, Missing, Released};
    let groups: [&[Kind]; 3] = [
        &[Killed, Injured, Casualties],
        &[Arrested, Abducted, Missing],
        &[Arrested, Released],
    ];
    a == b || groups.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// 20, 300, 5000: one digit and zeros.
fn is_round(value: u64) -> bool {
    let mut rest = value;
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest < 10
}

fn reason(a: &Row<'_>, b: &Row<'_>) -> (Likely, String) {
    let (one, other) = (a.figure, b.figure);
    if one.kind == other.kind {
        let sentence = format!(
            "One number of {} people, said to be {} and {}: likely another definition or a translation.",
            one.kind.id(),
            one.victim_class.id().replace('_', " "),
            other.victim_class.id().replace('_', " ")
        );
        (Likely::Class, sentence)
    } else {
        let sentence = format!(
            "One number, said to be {} and {}: likely a translation.",
            one.kind.id(),
            other.kind.id()
        );
        (Likely::Translation, sentence)
    }
}
