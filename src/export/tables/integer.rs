//! How words become whole numbers in schemas that know nothing else: the policies, each in a sentence that is exported with
//! the numbers.

use crate::quantity::{Figure, Qualifier};
use crate::show::ChartSettings;

/// The lowest, the best and the highest whole number of a figure; `None` where the words give none. Bounds are included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) low: Option<u64>,
    pub(super) best: Option<u64>,
    pub(super) high: Option<u64>,
}

/// What [`numbers`] does, for schemas with three columns.
pub(super) const POLICIES: &[&str] = &[
    "A stated number N: low, best and high are N.",
    "“At least N”: low and best are N; high is empty, as the words give no upper bound.",
    "“More than N”: low and best are N + 1, the lowest number that the words allow; high is empty. “More than 4,400” is \
     4401, never 4400.",
    "“About N”: best is N; low and high are N ± the project’s share for “about” (named here too).",
    "“Almost N”: best and high are N - 1; low is empty. “Less than N”: high is N - 1, “up to N”: high is N; best and low \
     are empty, as nobody said them.",
    "“N to M”: low is N, high is M, best is the one that is stated, else N: nobody said the middle.",
    "Vague words (“dozens”, “hundreds”): low and best are the number of the project’s policy for vague words (named here too), high \
     that of the policy where it has one, else empty.",
    "Words without any number (“many”, “half of them”) have empty cells, never 0.",
];

/// What [`conservative`] does, for schemas with one column.
pub(super) const CONSERVATIVE: &[&str] = &[
    "The number is the lowest that the words allow: N for a stated number and for “at least N”, N + 1 for “more than N”, N \
     for “N to M”, the number of the project’s policy for vague words (named here too).",
    "“About N” is N, “almost N” is N - 1: the words say that it is near.",
    "“Up to N”, “less than N” and words without any number (“many”) give no lowest number: the cell is empty, never 0.",
    "The article’s words stand in the notes of every row.",
];

/// The whole numbers of a figure that stands as `words` in its article.
pub(super) fn numbers(figure: &Figure, words: &str, settings: &ChartSettings) -> Numbers {
    let stated = figure.anchor();
    let below = stated.map(|number| number.saturating_sub(1));
    let above = stated.map(|number| number.saturating_add(1));
    let (low, best, high) = match figure.qualifier {
        Qualifier::Exact => (stated, stated, stated),
        Qualifier::About => {
            let reach = stated.map(|number| settings.about(number));
            (reach.map(|(low, _)| low), stated, reach.map(|(_, high)| high))
        }
        Qualifier::AtLeast => (stated, stated, None),
        Qualifier::MoreThan => (above, above, None),
        Qualifier::Almost => (None, below, below),
        Qualifier::LessThan => (None, None, below),
        Qualifier::UpTo => (None, None, stated),
        Qualifier::Range => (figure.low, figure.value.or(figure.low), figure.high),
        Qualifier::Vague => {
            let placed = settings.vague.numbers(figure, words);
            let low = placed.map(|placed| placed.low);
            (low, low, placed.and_then(|placed| placed.high))
        }
        Qualifier::Fraction => (None, figure.value, None),
    };
    Numbers { low, best, high }
}

/// The one whole number of a figure that claims no more than its words do.
pub(super) fn conservative(figure: &Figure, words: &str, settings: &ChartSettings) -> Option<u64> {
    let numbers = numbers(figure, words, settings);
    match figure.qualifier {
        Qualifier::About => numbers.best,
        _ => numbers.low.or(numbers.best),
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, conservative, numbers};
    use crate::quantity::{Figure, Qualifier};
    use crate::show::ChartSettings;
    use crate::store::Store;

    #[track_caller]
    fn check(figure: Figure, words: &str, expected: [Option<u64>; 3], one: Option<u64>) {
        let settings = ChartSettings::of(&Store::default());
        let [low, best, high] = expected;
        assert_eq!(
            numbers(&figure, words, &settings),
            Numbers { low, best, high },
            "{words}"
        );
        assert_eq!(conservative(&figure, words, &settings), one, "{words}");
    }

    #[test]
    fn words_become_whole_numbers_that_claim_no_more() {
        use Qualifier as Q;
        let (n, none) = (|number| Some(number), None);
        check(Figure::exact(29), "29 dead", [n(29); 3], n(29));
        check(Figure::exact(0), "no one", [n(0); 3], n(0));
        check(
            Figure::hedged(71, Q::AtLeast),
            "at least 71",
            [n(71), n(71), none],
            n(71),
        );
        check(
            Figure::hedged(4400, Q::MoreThan),
            "more than 4,400",
            [n(4401), n(4401), none],
            n(4401),
        );
        check(Figure::hedged(50, Q::About), "about 50", [n(45), n(50), n(55)], n(50));
        check(
            Figure::hedged(900, Q::Almost),
            "almost 900",
            [none, n(899), n(899)],
            n(899),
        );
        check(
            Figure::hedged(40, Q::LessThan),
            "fewer than 40",
            [none, none, n(39)],
            none,
        );
        check(Figure::hedged(120, Q::UpTo), "up to 120", [none, none, n(120)], none);
        check(Figure::range(26, 30), "26 to 30", [n(26), n(26), n(30)], n(26));
        check(Figure::vague(Some(24)), "dozens", [n(24), n(24), none], n(24));
        check(Figure::vague(None), "many", [none; 3], none);
        check(Figure::fraction(), "half of them", [none; 3], none);
    }

    #[test]
    fn vague_words_follow_the_policy_of_the_project() {
        let mut store = Store::default();
        let edit = store.set_setting("chart.vague_words", Some("acled"));
        store.commit(edit, "2031-03-15T09:00:00Z");
        let settings = ChartSettings::of(&store);
        let hundreds = numbers(&Figure::vague(Some(200)), "hundreds of people", &settings);
        assert_eq!(
            (hundreds.low, hundreds.best, hundreds.high),
            (Some(100), Some(100), Some(200))
        );
    }
}
