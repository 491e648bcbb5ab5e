//! What a number phrase claims: value, bounds, qualifier.

/// How the words hold the number, as in `extract-format.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// about, roughly, some, an estimated
    About,
    /// at least, no fewer than, N or more: closed
    AtLeast,
    /// more than, over, passed, topped: open
    MoreThan,
    /// almost, nearly, close to
    Almost,
    /// up to, as many as
    UpTo,
    /// fewer than, under
    LessThan,
    /// 20 to 30
    Range,
    /// dozens, several hundred
    Vague,
    /// half of, most
    Fraction,
}

impl Qualifier {
    /// All qualifiers, in the order of their declaration.
    pub const ALL: [Self; 10] = [
        Self::Exact,
        Self::About,
        Self::AtLeast,
        Self::MoreThan,
        Self::Almost,
        Self::UpTo,
        Self::LessThan,
        Self::Range,
        Self::Vague,
        Self::Fraction,
    ];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::Almost => "almost",
            Self::UpTo => "up_to",
            Self::LessThan => "less_than",
            Self::Range => "range",
            Self::Vague => "vague",
            Self::Fraction => "fraction",
        }
    }

    /// The qualifier of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|qualifier| qualifier.id() == id)
    }
}

/// A reported figure. Unit: people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The number as stated; `None` for a range, a vague word, a fraction.
    pub value: Option<u64>,
    /// The lowest number that the words allow; for [`Qualifier::MoreThan`] itself excluded. `None`: no lower bound given.
    pub low: Option<u64>,
    /// The highest number that the words allow; `None`: no upper bound given.
    pub high: Option<u64>,
    /// How the words hold it.
    pub qualifier: Qualifier,
}

impl Figure {
    /// The number itself: bounds N, N.
    pub fn exact(value: u64) -> Self {
        Self::hedged(value, Qualifier::Exact)
    }

    /// A number under a hedge, with the bounds that `extract-format.md` gives that hedge.
    pub fn hedged(value: u64, qualifier: Qualifier) -> Self {
        let (low, high) = match qualifier {
            Qualifier::Exact | Qualifier::Range => (Some(value), Some(value)),
            Qualifier::AtLeast | Qualifier::MoreThan => (Some(value), None),
            Qualifier::Almost | Qualifier::UpTo | Qualifier::LessThan => (None, Some(value)),
            Qualifier::About | Qualifier::Vague | Qualifier::Fraction => (None, None),
        };
        Self {
            value: Some(value),
            low,
            high,
            qualifier,
        }
    }

    /// From `low` to `high`.
    pub fn range(low: u64, high: u64) -> Self {
        Self {
            value: None,
            low: Some(low.min(high)),
            high: Some(high.max(low)),
            qualifier: Qualifier::Range,
        }
    }

    /// A vague word: its lowest number by the table in `extract-format.md`, `None` for "many".
    pub fn vague(low: Option<u64>) -> Self {
        Self {
            value: None,
            low,
            high: None,
            qualifier: Qualifier::Vague,
        }
    }

    /// A part of another figure, without a number of its own.
    pub fn fraction() -> Self {
        Self {
            value: None,
            low: None,
            high: None,
            qualifier: Qualifier::Fraction,
        }
    }

    /// The number to sort by and to place a mark at: the stated one, else the nearest bound; `None` where the words give none.
    pub fn anchor(&self) -> Option<u64> {
        self.value.or(self.low).or(self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Qualifier};

    #[test]
    fn hedges_give_the_bounds_of_the_format() {
        let bounds = |qualifier| {
            let figure = Figure::hedged(26, qualifier);
            (figure.low, figure.high)
        };
        assert_eq!(bounds(Qualifier::Exact), (Some(26), Some(26)));
        assert_eq!(bounds(Qualifier::MoreThan), (Some(26), None));
        assert_eq!(bounds(Qualifier::Almost), (None, Some(26)));
        assert_eq!(bounds(Qualifier::About), (None, None));
        assert_eq!(Figure::range(30, 20), Figure::range(20, 30));
    }
}
