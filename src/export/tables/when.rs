//! Days and places with the precision that schemas of events ask for.

use jiff::Unit;
use jiff::civil::Date;

use crate::claim::Claim;
use crate::entity::{Lexicon, fold};
use crate::store::ArticleRecord;

/// When something happened, as far as the words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// The first day on which it can have happened.
    pub(super) start: Date,
    /// The last one.
    pub(super) end: Date,
    /// As UCDP grades it: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer or not said.
    pub(super) ucdp: u8,
    /// As ACLED grades it: 1 a day, 2 a week, 3 longer or not said.
    pub(super) acled: u8,
}

/// What [`when`] does, in sentences.
pub(super) const POLICIES: &[&str] = &[
    "The days are those on which the harm happened, as the words tell. Where they do not tell, the as-of day (else the \
     publication day) stands in, with the worst precision.",
];

/// When the claim's harm happened; `None` where no day at all is known.
pub(super) fn when(claim: &Claim, article: &ArticleRecord) -> Option<When> {
    if let Some((start, end)) = claim.event_date.as_ref().and_then(|value| value.days()) {
        let days = start.until((Unit::Day, end)).map_or(0, |span| span.get_days()) + 1;
        let (ucdp, acled) = match days {
            ..=1 => (1, 1),
            2..=6 => (2, 2),
            7 => (3, 2),
            8..=31 => (4, 3),
            _ => (5, 3),
        };
        return Some(When {
            start,
            end,
            ucdp,
            acled,
        });
    }
    let as_of = claim
        .as_of
        .as_ref()
        .and_then(|value| value.days())
        .map(|(_, last)| last);
    let day = as_of.or_else(|| article.published())?;
    Some(When {
        start: day,
        end: day,
        ucdp: 5,
        acled: 3,
    })
}

/// What [`place_grade`] does, in a sentence.
pub(super) const PLACE_POLICY: &str = "Precision of places is judged by their words, as no gazetteer is used: a country 6, \
    a border, a coast, a valley or a side of a country 5, a province or region 4, a district 3, “near” or “outside” a place 2, any other named place 1; empty where no place is \
    stated. Coordinates are not given.";

/// Words of larger areas, by UCDP's grade.
const AREAS: &[(u8, &[&str])] = &[
    (2, &["near", "outside", "outskirts", "around"]),
    (3, &["district", "county", "municipality", "subdistrict"]),
    (
        4,
        &[
            "province",
            "region",
            "governorate",
            "oblast",
            "state",
            "prefecture",
            "territory",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
        ],
    ),
    (
        5,
        &[
            "area",
            "border",
            "coast",
            "highway",
            "peninsula",
            "river",
            "road",
            "valley",
        ],
    ),
];

/// A side of the compass in small letters is part of no name: the area has no border.
const SIDES: &[&str] = &[
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
];

/// How exactly the words name a place, as UCDP grades it, 1 to 7; `None` where they name none.
pub(super) fn place_grade(claim: &Claim) -> Option<u8> {
    let place = claim.place.as_ref()?;
    if Lexicon::get().is_land(&fold(&place.words)) || Lexicon::get().is_land(&fold(&place.canonical)) {
        return Some(6);
    }
    let words = fold(&place.words);
    let has = |area: &&str| words.split(|c: char| !c.is_alphanumeric()).any(|word| word == *area);
    if place.words.split_whitespace().any(|word| SIDES.contains(&word)) {
        return Some(5);
    }
    let area = AREAS.iter().find(|(_, areas)| areas.iter().any(has));
    Some(area.map_or(1, |(grade, _)| *grade))
}

#[cfg(test)]
mod tests {
    use super::{place_grade, when};
    use crate::claim::Place;
    use crate::show::testing::store;

    #[track_caller]
    fn check(head: &str, expected: &str) {
        let store = store(&[("A", "2031-03-14", &format!("{{killed {head}|31 dead}}."))]);
        let (record, article) = (store.claims().next().unwrap(), store.articles().next().unwrap());
        let when = when(record.claim(), article).unwrap();
        let got = format!("{} {} {} {}", when.start, when.end, when.ucdp, when.acled);
        assert_eq!(got, expected, "{head}");
    }

    #[test]
    fn days_are_graded_by_how_exactly_they_are_told() {
        check("happened 2031-03-11", "2031-03-11 2031-03-11 1 1");
        check("happened 2031-03-10/2031-03-12", "2031-03-10 2031-03-12 2 2");
        check("happened 2031-W10", "2031-03-03 2031-03-09 3 2");
        check("happened 2031-03", "2031-03-01 2031-03-31 4 3");
        check("happened 2031", "2031-01-01 2031-12-31 5 3");
        check("on 2031-03-13", "2031-03-13 2031-03-13 5 3");
    }

    #[test]
    fn places_are_graded_by_their_words() {
        let store = store(&[("A", "2031-03-14", "{killed|31 dead}.")]);
        let mut claim = store.claims().next().unwrap().claim().clone();
        assert_eq!(place_grade(&claim), None);
        for (words, grade) in [
            ("Estrava", 1),
            ("outside Estrava", 2),
            ("Mill district", 3),
            ("Harbour Province", 4),
            ("North Harbour", 4),
            ("northern Harbour", 5),
            ("the Mill valley", 5),
            ("Norway", 6),
        ] {
            claim.place = Some(Place {
                words: words.to_owned(),
                canonical: words.to_owned(),
            });
            assert_eq!(place_grade(&claim), Some(grade), "{words}");
        }
    }
}
