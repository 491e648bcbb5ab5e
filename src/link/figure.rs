//! One claim as conclusions see it, and what its words allow.

use jiff::civil::Date;

use crate::claim::{Form, Kind, Modality, Scope, VictimClass};
use crate::quantity::{Figure, Qualifier};
use crate::time::Value;

/// "About N" allows N less and more this share of it.
pub const ABOUT_SHARE: f64 = 0.1;

/// An effective claim: as the analyst left it.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkedFigure {
    /// The article's number.
    pub article: u64,
    /// The claim's number.
    pub claim: u64,
    /// What happened.
    pub kind: Kind,
    /// How many.
    pub figure: Figure,
    /// Who was harmed.
    pub victim_class: VictimClass,
    /// Who vouches for it; `None` if the article does.
    pub speaker: Option<String>,
    /// The article's outlet, where it is known.
    pub publisher: Option<String>,
    /// The day at which it holds, where it is known.
    pub as_of: Option<Value>,
    /// How far it reaches.
    pub scope: Scope,
    /// True where it is a subset of another figure.
    pub part_of: bool,
    /// True for a part that is all of one place: "560 in Varland" of 700 in two countries.
    pub all_there: bool,
    /// How sure it is said to be.
    pub modality: Modality,
    /// The number phrase.
    pub quote: String,
    /// The sentence that holds it.
    pub sentence: String,
    /// How it counts.
    pub form: Form,
    /// True where the analyst set the scope: then it holds as it is.
    pub scope_set: bool,
    /// When the harm happened; `None` if not said.
    pub event_date: Option<Value>,
    /// Where its total reaches no further than, if that is narrower than the story: "Port Calder".
    pub place: Option<String>,
    /// Where an incident happened, in words: its place, else what the sentence or the one before names.
    pub scene: Option<String>,
    /// The place of the whole story, where an incident is said to have happened there; `None` where that is a country, in
    /// which much happens on one day.
    pub home: Option<String>,
    /// Stable name of the run of events of its article: figures of two stories are never compared.
    pub story: String,
    /// The agency whose tag stands anywhere in its article.
    pub agency: Option<String>,
    /// Who passed it on, where somebody did.
    pub relay: Option<String>,
    /// The publication day of its article.
    pub published: Option<Date>,
    /// The claim of the whole of which it is a part, where the article has it.
    pub whole: Option<u64>,
    /// True for a row of a table: its columns say what it is about, its words say no more.
    pub is_row: bool,
    /// Where the number phrase begins in the article: earlier figures come first.
    pub start: usize,
}

/// The numbers that a figure's words allow, both ends closed; `None` for an open end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

impl Bounds {
    /// What the words allow: "about N" N ± 10 %, "more than N" N + 1 and up, vague words from their lowest number.
    pub(super) fn of(figure: &Figure) -> Self {
        let number = |value: Option<u64>| value.map(as_f64);
        match figure.qualifier {
            Qualifier::About => {
                let around = |factor: f64| number(figure.value).map(|value| (value * factor * 1e6).round() / 1e6);
                Self {
                    low: around(1.0 - ABOUT_SHARE),
                    high: around(1.0 + ABOUT_SHARE),
                }
            }
            Qualifier::MoreThan => Self {
                low: number(figure.low).map(|low| low + 1.0),
                high: None,
            },
            Qualifier::LessThan => Self {
                low: None,
                high: number(figure.high).map(|high| (high - 1.0).max(0.0)),
            },
            Qualifier::Fraction => Self { low: None, high: None },
            _ => Self {
                low: number(figure.low),
                high: number(figure.high),
            },
        }
    }

    /// How many times the lowest number of the higher figure is the highest number of the lower one; `None` where both
    /// allow one number in common. Zero counts as one.
    pub(super) fn apart(self, other: Self) -> Option<f64> {
        let ratio = |low: Option<f64>, high: Option<f64>| match (low, high) {
            (Some(low), Some(high)) if low > high => Some(low.max(1.0) / high.max(1.0)),
            _ => None,
        };
        ratio(self.low, other.high)
            .or_else(|| ratio(other.low, self.high))
            .map(|ratio| ratio.max(1.0))
    }
}

impl LinkedFigure {
    /// The one day at which the figure holds; `None` for weeks, months and unknown days.
    pub(super) fn day(&self) -> Option<Date> {
        one_day(self.as_of.as_ref()?)
    }

    /// The one day of the harm; `None` for weeks, months and unknown days.
    pub(super) fn harm_day(&self) -> Option<Date> {
        one_day(self.event_date.as_ref()?)
    }

    /// True where the figure says nothing that could be compared.
    pub(super) fn is_mute(&self) -> bool {
        self.modality == Modality::Denied || Bounds::of(&self.figure) == Bounds { low: None, high: None }
    }
}

fn one_day(value: &Value) -> Option<Date> {
    let (first, last) = value.days()?;
    (first == last).then_some(first)
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
pub(super) fn as_f64(value: u64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::Bounds;
    use crate::quantity::{Figure, Qualifier};

    #[track_caller]
    fn check(a: Figure, b: Figure, ratio: Option<f64>) {
        assert_eq!(Bounds::of(&a).apart(Bounds::of(&b)), ratio);
        assert_eq!(Bounds::of(&b).apart(Bounds::of(&a)), ratio);
    }

    #[test]
    fn bounds_that_exclude_each_other() {
        use Qualifier::{About, Almost, AtLeast, MoreThan};
        check(Figure::exact(26), Figure::exact(52), Some(2.0));
        check(Figure::hedged(26, MoreThan), Figure::exact(26), Some(27.0 / 26.0));
        check(Figure::hedged(100, Almost), Figure::exact(200), Some(2.0));
        check(Figure::exact(0), Figure::exact(3), Some(3.0));
        check(Figure::hedged(26, AtLeast), Figure::exact(26), None);
        check(Figure::hedged(100, About), Figure::exact(110), None);
        check(Figure::hedged(100, About), Figure::exact(111), Some(111.0 / 110.0));
        check(Figure::hedged(3000, MoreThan), Figure::hedged(4400, MoreThan), None);
        check(Figure::vague(Some(24)), Figure::exact(12), Some(2.0));
        check(Figure::fraction(), Figure::exact(12), None);
    }
}
