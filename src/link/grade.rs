//! How well a figure is vouched for, in the words of Airwars.
//!
//! Airwars grades incidents of civilian harm by hand (airwars.org/about/methodology). Here figures are graded by what the
//! texts show, so each word stands for less than it does there:
//!
//! | word | Airwars | here |
//! |---|---|---|
//! | Confirmed | a specific belligerent has accepted responsibility | a report of the figure says that somebody admitted or accepted it; whether that is a belligerent is for the analyst to see |
//! | Fair | reported by two or more credible sources, with likely or confirmed actions of a belligerent nearby | two or more who vouch for it, in two or more reports that are no copies; whether they are credible, and who acted, is not looked at |
//! | Weak | a single source, though sometimes with much detail | one who vouches for it, or copies of one report |
//! | Contested | competing claims of responsibility | another source has a figure that excludes it; responsibility is not looked at |
//! | Discounted | those killed were combatants, or others most likely responsible | a source denies it and nobody else vouches for it, or its own speaker took it back; who the dead were is told by the class of victims, not by the grade |

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::conclusions::{Row, claims};
use super::found::{Conflict, ConflictSort};
use super::independence::{Independence, Reports};
use crate::claim::Modality;

/// How well a figure is vouched for, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Somebody admitted it.
    Confirmed,
    /// Two independent sources or more, and nobody against it.
    Fair,
    /// One source.
    Weak,
    /// Sources exclude each other.
    Contested,
    /// Denied or taken back, and nobody else vouches for it.
    Discounted,
}

impl Grade {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 5] = [
        Self::Confirmed,
        Self::Fair,
        Self::Weak,
        Self::Contested,
        Self::Discounted,
    ];

    /// The word for it in exports.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Fair => "fair",
            Self::Weak => "weak",
            Self::Contested => "contested",
            Self::Discounted => "discounted",
        }
    }
}

/// The grade of one figure: of one kind, number, reach and day in one story.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureGrade {
    /// The claims that state it, in order.
    pub claims: Vec<u64>,
    /// The word.
    pub grade: Grade,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// How many of their reports are no copies of each other.
    pub num_reports: usize,
    /// How many vouch for it: speakers, and reports that name nobody.
    pub num_voices: usize,
    /// Who admitted it, took it back or says something else, where that decides; else who vouches for it if it is one.
    pub who: String,
}

/// Words by which somebody accepts that he did it.
const ADMITS: &[&str] = &[
    "accepted responsibility",
    "accepts responsibility",
    "claimed responsibility",
    "claims responsibility",
    "took responsibility",
    "takes responsibility",
    "assumed responsibility",
    "acknowledged killing",
    "acknowledged responsibility",
    "acknowledged that its",
    "acknowledged that their",
    "admitted killing",
    "admitted responsibility",
    "admitted that its",
    "admitted that their",
    "admitted to killing",
    "admits killing",
    "apologised for",
    "apologized for",
];

/// Words before them that turn them round, in the same clause.
const DENIES: &[&str] = &[
    "no ",
    "not ",
    "nobody",
    "never",
    "neither",
    "nor ",
    "denied",
    "refused",
    "has yet to",
    "n't ",
    "n’t ",
];

/// Words by which a speaker takes a figure back.
const TAKEN_BACK: &[&str] = &[
    "retracted",
    "withdrew the figure",
    "withdrawn",
    "was wrong",
    "were wrong",
    "took back",
];

/// Parts of all words above, for a quick look: a sentence without any has none of them.
const STEMS: &[&str] = &[
    "esponsib",
    "cknowledg",
    "dmit",
    "pologi",
    "etract",
    "ithdr",
    "wrong",
    "took back",
];

impl FigureGrade {
    /// Why, in a sentence.
    pub fn reason(&self) -> String {
        let Self {
            num_articles,
            num_reports,
            num_voices,
            who,
            ..
        } = self;
        let copies = num_articles.saturating_sub(*num_reports);
        let of = if who.is_empty() {
            String::new()
        } else {
            format!(", {who}")
        };
        match self.grade {
            Grade::Confirmed => format!("A report says that it was admitted{}.", by(who)),
            Grade::Contested => format!("Contradicted{}, with a figure that excludes it.", by(who)),
            Grade::Discounted => format!("Denied or taken back{}, and nobody else vouches for it.", by(who)),
            Grade::Fair => format!(
                "{num_voices} who vouch for it in {num_reports} independent reports{}, and no figure against it.",
                if copies > 0 {
                    format!(
                        " ({copies} more {} copies)",
                        if copies == 1 {
                            "article is among"
                        } else {
                            "articles are among"
                        }
                    )
                } else {
                    String::new()
                }
            ),
            Grade::Weak if *num_reports > 1 => {
                format!("{num_reports} independent reports, but all give the figure of one source{of}.")
            }
            Grade::Weak if *num_articles > 1 => {
                format!("{num_articles} articles, but they are copies of one report{of}.")
            }
            Grade::Weak => format!("One source{of}."),
        }
    }
}

fn by(who: &str) -> String {
    if who.is_empty() {
        String::new()
    } else {
        format!(" by {who}")
    }
}

/// Grades every figure that can be compared.
pub(super) fn grades(rows: &[Row<'_>], conflicts: &[Conflict], independence: &Independence<'_>) -> Vec<FigureGrade> {
    let mut figures: BTreeMap<_, Vec<&Row<'_>>> = BTreeMap::new();
    for row in rows {
        if let Some(equal) = row.equal() {
            figures.entry((equal, row.day)).or_default().push(row);
        }
    }
    let against = against(conflicts);
    let denied = denied(rows);
    let mut out: Vec<FigureGrade> = figures
        .values()
        .map(|rows| grade(rows, (&against, &denied), independence))
        .collect();
    out.sort_by(|a, b| a.claims.cmp(&b.claims));
    out
}

/// By claim of a conflict, who else has another figure.
fn against(conflicts: &[Conflict]) -> HashMap<u64, &str> {
    let mut out = HashMap::new();
    for conflict in conflicts
        .iter()
        .filter(|conflict| conflict.sort == ConflictSort::Numbers)
    {
        for side in &conflict.sides {
            // the other end of the row is the furthest away
            let ends = [conflict.sides.last(), conflict.sides.first()];
            let other = ends.into_iter().flatten().find(|other| !std::ptr::eq(*other, side));
            let who = other.map_or("", |other| other.voice.as_str());
            for claim in &side.claims {
                out.entry(*claim).or_insert(who);
            }
        }
    }
    out
}

/// Figures that somebody denies, by story, kind and value, with who does.
type Denied<'r> = BTreeMap<(&'r str, crate::claim::Kind, Option<u64>), BTreeSet<(&'r str, u64)>>;

fn denied<'r>(rows: &'r [Row<'r>]) -> Denied<'r> {
    let mut out = Denied::new();
    for row in rows.iter().filter(|row| row.figure.modality == Modality::Denied) {
        let figure = row.figure;
        if figure.figure.high != Some(0) {
            let about = (figure.story.as_str(), figure.kind, figure.figure.value);
            out.entry(about).or_default().insert((row.voice(), figure.article));
        }
    }
    out
}

fn grade(
    rows: &[&Row<'_>],
    (against, denied): (&HashMap<u64, &str>, &Denied<'_>),
    independence: &Independence<'_>,
) -> FigureGrade {
    let Reports {
        num_articles,
        num_reports,
        num_voices,
    } = independence.count(rows);
    let contested = || rows.iter().find_map(|row| against.get(&row.figure.claim));
    let denier = || {
        let row = rows.first()?;
        let figure = row.figure;
        let who = denied.get(&(figure.story.as_str(), figure.kind, figure.figure.value))?;
        who.first().map(|(who, _)| *who)
    };
    let one_voice = num_voices < 2 || num_reports < 2;
    let admits_or_not = |row: &&&Row<'_>| STEMS.iter().any(|stem| row.figure.sentence.contains(stem));
    let telling: Vec<&&Row<'_>> = rows.iter().filter(admits_or_not).collect();
    let says = |words: &[&str]| telling.iter().find(|row| says(&row.figure.sentence, words));
    let (grade, who) = if let Some(row) = says(TAKEN_BACK).filter(|_| one_voice) {
        (Grade::Discounted, row.owner.name.to_owned())
    } else if let Some(row) = says(ADMITS) {
        (
            Grade::Confirmed,
            if row.owner.is_named {
                row.owner.name.to_owned()
            } else {
                String::new()
            },
        )
    } else if let Some(who) = denier() {
        (
            if one_voice { Grade::Discounted } else { Grade::Contested },
            who.to_owned(),
        )
    } else if let Some(who) = contested() {
        (Grade::Contested, (*who).to_owned())
    } else if one_voice {
        let name = rows.first().map_or("", |row| row.owner.name);
        (Grade::Weak, name.to_owned())
    } else {
        (Grade::Fair, String::new())
    };
    FigureGrade {
        claims: claims(rows.iter().copied()),
        grade,
        num_articles,
        num_reports,
        num_voices,
        who,
    }
}

/// True where a clause of a sentence with one of the [`STEMS`] has one of the words and nothing before it in the clause
/// turns them round.
fn says(sentence: &str, words: &[&str]) -> bool {
    let folded = sentence.to_lowercase();
    words.iter().any(|words| {
        folded.split_once(words).is_some_and(|(before, _)| {
            let clause = before.rsplit([',', ';', '.']).next().unwrap_or_default();
            !DENIES.iter().any(|word| clause.contains(word))
        })
    })
}
