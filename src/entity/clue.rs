//! Clues to what a piece names, and how much each weighs.

use super::EntityKind;

/// Points for person, organisation, place, group.
pub(super) type Points = [f32; 4];

/// What can be seen of a piece and around it. Rows of [`WEIGHTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clue {
    ListedPerson,
    ListedOrg,
    ListedPlace,
    ListedGroup,
    SmallCity,
    City,
    BigCity,
    Body,
    BodyLone,
    Spot,
    Acronym,
    InnerCapital,
    Ampersand,
    GivenFirst,
    NameFirst,
    NameLast,
    LoneName,
    Initial,
    Particle,
    SurnameEnding,
    PlaceEnding,
    PlaceStart,
    OrdinaryInside,
    SeveralWords,
    ManyWords,
    InsideSentence,
    Opening,
    TitleBefore,
    PlainTitleBefore,
    SayingAfter,
    HumanAfter,
    AgeAfter,
    RoleAfter,
    BodyNounBefore,
    BodyNounAfter,
    PlaceNounAfter,
    PlaceNounOf,
    InBefore,
    CommaPlaceAfter,
    DatelinePlace,
    ArticleBefore,
    CommonWord,
    LowerElsewhere,
    CommonEnding,
    TitleCase,
    Quoted,
    PluralPeople,
    SurnameOfPerson,
    Expansion,
}

/// One row a clue: its id in reasons, its points.
pub(super) const WEIGHTS: &[(Clue, &str, Points)] = &[
    (Clue::ListedPerson, "list/person", [6.0, 0.0, 0.0, 0.0]),
    (Clue::ListedOrg, "list/org", [0.0, 5.0, 0.0, 0.0]),
    (Clue::ListedPlace, "list/place", [0.0, 0.0, 5.0, 0.0]),
    (Clue::ListedGroup, "list/group", [0.0, 0.0, 0.0, 6.0]),
    (Clue::SmallCity, "city/small", [0.0, 0.0, 1.0, 0.0]),
    (Clue::City, "city/middle", [0.0, 0.0, 2.0, 0.0]),
    (Clue::BigCity, "city/big", [0.0, 0.0, 3.5, 0.0]),
    (Clue::Body, "shape/body", [0.0, 5.0, 0.0, 0.0]),
    (Clue::BodyLone, "shape/lone-body", [0.0, -3.0, -1.0, 0.0]),
    (Clue::Spot, "shape/spot", [0.0, 0.0, 4.0, 0.0]),
    (Clue::Acronym, "shape/acronym", [-1.5, 2.5, -0.5, 0.0]),
    (Clue::InnerCapital, "shape/inner-capital", [-0.5, 0.45, 0.0, 0.0]),
    (Clue::Ampersand, "shape/ampersand", [-1.0, 3.0, 0.0, 0.0]),
    (Clue::GivenFirst, "name/given-first", [3.0, 0.0, -0.5, 0.0]),
    (Clue::NameFirst, "name/first", [1.5, 0.0, 0.0, 0.0]),
    (Clue::NameLast, "name/last", [1.2, 0.0, 0.0, 0.0]),
    (Clue::LoneName, "name/lone", [0.8, 0.0, 0.0, 0.0]),
    (Clue::Initial, "name/initial", [3.0, 0.0, -1.0, 0.0]),
    (Clue::Particle, "name/particle", [1.5, 0.0, 0.3, 0.0]),
    (Clue::SurnameEnding, "name/ending", [1.2, 0.0, 0.0, 0.0]),
    (Clue::PlaceEnding, "place/ending", [0.0, 0.0, 1.2, 0.0]),
    (Clue::PlaceStart, "place/start", [-0.5, 0.0, 2.2, 0.0]),
    (Clue::OrdinaryInside, "word/ordinary-inside", [-2.0, -1.0, -0.5, 0.0]),
    (Clue::SeveralWords, "shape/two-or-three", [1.2, 0.8, 0.2, 0.0]),
    (Clue::ManyWords, "shape/many", [0.8, 0.5, 0.0, 0.0]),
    (Clue::InsideSentence, "shape/inside", [0.4, 0.4, 0.4, 0.0]),
    (Clue::Opening, "shape/opening", [-0.4, -0.4, -0.4, 0.0]),
    (Clue::TitleBefore, "around/title", [4.0, -1.0, -1.0, 0.0]),
    (Clue::PlainTitleBefore, "around/plain-title", [3.0, 0.0, 0.0, 0.0]),
    (Clue::SayingAfter, "around/saying", [1.8, 1.2, 0.2, 0.0]),
    (Clue::HumanAfter, "around/human", [1.0, 0.0, 0.0, 0.0]),
    (Clue::AgeAfter, "around/age", [4.0, 0.0, 0.0, 0.0]),
    (Clue::RoleAfter, "around/role", [3.0, 0.3, 0.0, 0.0]),
    (Clue::BodyNounBefore, "around/body-before", [0.0, 2.0, 0.0, 0.0]),
    (Clue::BodyNounAfter, "around/body-after", [0.0, 2.5, 0.3, 0.0]),
    (Clue::PlaceNounAfter, "around/place-after", [0.0, 0.2, 3.0, 0.0]),
    (Clue::PlaceNounOf, "around/place-of", [-1.0, 0.0, 5.0, 0.0]),
    (Clue::InBefore, "around/in", [-0.5, 0.0, 1.5, 0.0]),
    (Clue::CommaPlaceAfter, "around/comma-place", [0.0, 0.0, 3.0, 0.0]),
    (Clue::DatelinePlace, "around/dateline", [0.0, -1.0, 4.5, 0.0]),
    (Clue::ArticleBefore, "around/the", [-1.2, 0.45, 0.0, 0.0]),
    (Clue::CommonWord, "word/common", [-3.0, -3.0, -3.0, 0.0]),
    (Clue::LowerElsewhere, "word/lower-elsewhere", [-1.5, -1.5, -1.5, 0.0]),
    (Clue::CommonEnding, "word/common-ending", [-2.0, -2.0, -2.0, 0.0]),
    (Clue::TitleCase, "shape/heading", [-1.2, -1.2, -1.2, 0.0]),
    (Clue::Quoted, "shape/quoted", [-0.3, 0.3, 0.0, 0.0]),
    (Clue::PluralPeople, "word/plural-people", [-1.0, -0.5, -1.0, 2.5]),
    (Clue::SurnameOfPerson, "article/surname", [5.0, 0.0, 0.0, 0.0]),
    (Clue::Expansion, "article/acronym", [0.0, 4.0, 0.0, 0.0]),
];

impl Clue {
    fn row(self) -> Option<&'static (Self, &'static str, Points)> {
        WEIGHTS.get(self as usize)
    }

    /// The clue's id in reasons.
    pub(super) fn id(self) -> &'static str {
        self.row().map_or("", |row| row.1)
    }

    /// The clue's points.
    pub(super) fn points(self) -> Points {
        self.row().map_or([0.0; 4], |row| row.2)
    }
}

/// The sum of the clues' points.
pub(super) fn sum(clues: &[Clue]) -> Points {
    let mut out = [0.0; 4];
    for clue in clues {
        add(&mut out, clue.points(), 1.0);
    }
    out
}

/// Adds `more` times `factor` to `points`.
pub(super) fn add(points: &mut Points, more: Points, factor: f32) {
    for (point, more) in points.iter_mut().zip(more) {
        *point += more * factor;
    }
}

/// The kind with the most points, those points, and the distance to the next kind.
pub(super) fn best(points: Points) -> (EntityKind, f32, f32) {
    let mut order: Vec<(EntityKind, f32)> = EntityKind::ALL.into_iter().zip(points).collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    match order.as_slice() {
        [(kind, first), (_, second), ..] => (*kind, *first, first - second),
        _ => (EntityKind::Org, 0.0, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::{Clue, WEIGHTS, best, sum};
    use crate::entity::EntityKind;

    #[test]
    fn rows_stand_in_the_order_of_the_clues() {
        for (at, (clue, id, _)) in WEIGHTS.iter().enumerate() {
            assert_eq!(*clue as usize, at, "{id}");
            assert_eq!(clue.id(), *id);
        }
        assert_eq!(best(sum(&[Clue::TitleBefore, Clue::InBefore])).0, EntityKind::Person);
    }
}
