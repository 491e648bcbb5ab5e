//! Vague words as numbers: a policy of the project, shown on the chart. The words and their bounds stay as they are.

use crate::quantity::{Figure, Qualifier};

/// How vague words are placed on the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VaguePolicy {
    /// At the lowest number that the words allow, open above.
    #[default]
    KeepBounds,
    /// As ACLED codes reported fatalities: tens 10, dozens 12, hundreds 100, and so on. Source: ACLED, frequently asked
    /// questions, "Fatalities" ("How does ACLED code fatalities?"), as updated on 7 May 2024. For words that it does not
    /// name the bounds are kept.
    Acled,
    /// As the Crowd Counting Consortium codes sizes: hundreds 200, thousands 2,000, tens of thousands 20,000, hundreds of
    /// thousands 200,000. Source: `size_low` and `size_high` in `ccc_data_dictionary.md` of
    /// github.com/nonviolent-action-lab/crowd-counting-consortium. It keeps other vague words ("dozens") as words without a
    /// number: there the bounds are kept.
    CrowdCounting,
    /// The project's own table.
    Own,
}

impl VaguePolicy {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::KeepBounds, Self::Acled, Self::CrowdCounting, Self::Own];

    /// The word for it in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::KeepBounds => "keep_bounds",
            Self::Acled => "acled",
            Self::CrowdCounting => "crowd_counting",
            Self::Own => "own",
        }
    }

    /// The policy of a word in the project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.id() == id)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::KeepBounds => "Keep bounds",
            Self::Acled => "ACLED",
            Self::CrowdCounting => "Crowd Counting Consortium",
            Self::Own => "Own table",
        }
    }

    /// What it does, in a sentence.
    pub fn help(self) -> &'static str {
        match self {
            Self::KeepBounds => "The mark stands at the lowest number that the words allow; above it is open.",
            Self::Acled => "Tens 10, dozens 12, hundreds 100, thousands 1,000; other words keep their bounds.",
            Self::CrowdCounting => {
                "Hundreds 200, thousands 2,000, tens of thousands 20,000; other words keep their bounds."
            }
            Self::Own => "Numbers that you write; words that are not in your table keep their bounds.",
        }
    }
}

/// The policy in force with the project's own table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vague {
    /// Which policy.
    pub policy: VaguePolicy,
    /// The project's own rows: words in small letters, lowest and highest number.
    pub own: Vec<(String, u64, u64)>,
}

/// Where a vague word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VagueNumbers {
    /// The lowest number: here the mark stands.
    pub low: u64,
    /// The highest number; `None` where it is open.
    pub high: Option<u64>,
}

/// Words that conventions name, the longer before those that they hold: by ACLED, by Crowd Counting.
const CONVENTIONS: &[(&str, Option<u64>, Option<u64>)] = &[
    ("hundreds of thousands", Some(100_000), Some(200_000)),
    ("tens of thousands", Some(10_000), Some(20_000)),
    ("thousands", Some(1_000), Some(2_000)),
    ("hundreds", Some(100), Some(200)),
    ("dozens", Some(12), None),
    ("tens", Some(10), None),
];

impl Vague {
    /// Where the vague `figure` in `words` stands; `None` where it has no number and the policy gives none.
    pub fn numbers(&self, figure: &Figure, words: &str) -> Option<VagueNumbers> {
        if figure.qualifier != Qualifier::Vague {
            return None;
        }
        let kept = figure.low.map(|low| VagueNumbers { low, high: None });
        let words = words.to_lowercase();
        let told = match self.policy {
            VaguePolicy::KeepBounds => None,
            VaguePolicy::Acled => convention(&words).and_then(|row| row.1).map(|low| (low, low)),
            VaguePolicy::CrowdCounting => convention(&words).and_then(|row| row.2).map(|low| (low, low)),
            VaguePolicy::Own => self.own_row(&words),
        };
        // The soft bar reaches from the policy's number to the number of the words themselves.
        let wide = |(low, high): (u64, u64)| VagueNumbers {
            low,
            high: Some(high.max(figure.low.unwrap_or(high))),
        };
        told.map(wide).or(kept)
    }

    /// The longest own words that the figure's words hold.
    fn own_row(&self, words: &str) -> Option<(u64, u64)> {
        let rows = self.own.iter().filter(|(own, ..)| holds(words, own));
        let best = rows.max_by_key(|(own, ..)| own.len())?;
        Some((best.1, best.2))
    }

    /// The own table as it is written: "dozens = 36", "scores = 40 to 60".
    pub fn own_text(&self) -> String {
        let line = |(words, low, high): &(String, u64, u64)| {
            if low == high {
                format!("{words} = {low}")
            } else {
                format!("{words} = {low} to {high}")
            }
        };
        self.own.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Reads what [`Self::own_text`] writes; lines that cannot be read are given back.
    pub fn read_own(text: &str) -> (Vec<(String, u64, u64)>, Vec<String>) {
        let mut rows = Vec::new();
        let mut wrong = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match own_line(line) {
                Some(row) => rows.push(row),
                None => wrong.push(line.to_owned()),
            }
        }
        (rows, wrong)
    }
}

fn convention(words: &str) -> Option<&'static (&'static str, Option<u64>, Option<u64>)> {
    CONVENTIONS.iter().find(|(known, ..)| holds(words, known))
}

/// True where `known` stands in `words` as whole words.
fn holds(words: &str, known: &str) -> bool {
    let plain: String = words
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let join = |words: &str| format!(" {} ", words.split_whitespace().collect::<Vec<_>>().join(" "));
    !known.trim().is_empty() && join(&plain).contains(&join(known))
}

fn own_line(line: &str) -> Option<(String, u64, u64)> {
    let (words, numbers) = line.split_once('=')?;
    let words = words.trim().to_lowercase();
    let read = |number: &str| number.trim().replace(',', "").parse::<u64>().ok();
    let (low, high) = match numbers.split_once("to").or_else(|| numbers.split_once('–')) {
        Some((low, high)) => (read(low)?, read(high)?),
        None => (read(numbers)?, read(numbers)?),
    };
    (!words.is_empty()).then_some((words, low.min(high), high.max(low)))
}

#[cfg(test)]
mod tests {
    use super::{Vague, VagueNumbers, VaguePolicy};
    use crate::quantity::Figure;

    #[track_caller]
    fn check(policy: VaguePolicy, words: &str, low: Option<u64>, expected: Option<(u64, Option<u64>)>) {
        let (own, wrong) = Vague::read_own("dozens = 30 to 90\nscores=50\nno number here");
        assert_eq!(wrong, ["no number here"]);
        let vague = Vague { policy, own };
        let expected = expected.map(|(low, high)| VagueNumbers { low, high });
        assert_eq!(vague.numbers(&Figure::vague(low), words), expected);
    }

    #[test]
    fn bounds_are_kept_where_no_convention_speaks() {
        check(VaguePolicy::KeepBounds, "Dozens of people", Some(24), Some((24, None)));
        check(VaguePolicy::KeepBounds, "many", None, None);
        check(VaguePolicy::Acled, "several people", Some(3), Some((3, None)));
        check(VaguePolicy::CrowdCounting, "dozens", Some(24), Some((24, None)));
        check(VaguePolicy::Own, "hundreds", Some(200), Some((200, None)));
    }

    #[test]
    fn conventions_name_their_numbers() {
        check(VaguePolicy::Acled, "Dozens of people", Some(24), Some((12, Some(24))));
        check(VaguePolicy::Acled, "hundreds", Some(200), Some((100, Some(200))));
        check(
            VaguePolicy::Acled,
            "tens of thousands",
            Some(20_000),
            Some((10_000, Some(20_000))),
        );
        check(
            VaguePolicy::CrowdCounting,
            "hundreds",
            Some(200),
            Some((200, Some(200))),
        );
        check(
            VaguePolicy::CrowdCounting,
            "hundreds of  thousands",
            Some(200_000),
            Some((200_000, Some(200_000))),
        );
        check(VaguePolicy::Own, "dozens", Some(24), Some((30, Some(90))));
        check(VaguePolicy::Own, "scores of them", Some(40), Some((50, Some(50))));
    }

    #[test]
    fn words_are_whole_and_other_figures_stay() {
        check(VaguePolicy::Acled, "intensive", Some(3), Some((3, None)));
        let vague = Vague {
            policy: VaguePolicy::Acled,
            own: Vec::new(),
        };
        assert_eq!(vague.numbers(&Figure::exact(12), "dozens"), None);
    }

    #[test]
    fn the_own_table_is_written_as_it_is_read() {
        let (own, _) = Vague::read_own("Dozens = 30 – 90\n a few=4\n");
        let vague = Vague {
            policy: VaguePolicy::Own,
            own,
        };
        assert_eq!(vague.own_text(), "dozens = 30 to 90\na few = 4");
    }
}
