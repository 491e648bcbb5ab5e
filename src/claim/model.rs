//! A count claim, as in `extract-format.md`.

use super::kind::Kind;
use crate::base::{Span, Why, short_digest};
use crate::quantity::Figure;
use crate::time::{Unit, Value};

/// How the claim counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// By numeral, number word or vague quantity.
    Number,
    /// One person by article, bare singular or role.
    Implicit,
    /// By name: as many as are named.
    Named,
}

impl Form {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::Number, Self::Implicit, Self::Named];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Implicit => "implicit",
            Self::Named => "named",
        }
    }

    /// The one of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Who was harmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VictimClass {
    /// Children, residents, workers, refugees, and who is called a civilian.
    Civilian,
    /// Demonstrators.
    Protester,
    /// Police, soldiers, guards, peacekeepers of any state.
    SecurityForce,
    /// Rebels, gunmen, terrorists, attackers who were harmed.
    Militant,
    /// Office-holders, also former ones.
    Official,
    /// Reporters, camera crews.
    Journalist,
    /// Members of a named body, relatives of leaders.
    Other,
    /// People, persons, men, nationality alone, mixtures.
    Unspecified,
}

impl VictimClass {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 8] = [
        Self::Civilian,
        Self::Protester,
        Self::SecurityForce,
        Self::Militant,
        Self::Official,
        Self::Journalist,
        Self::Other,
        Self::Unspecified,
    ];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Civilian => "civilian",
            Self::Protester => "protester",
            Self::SecurityForce => "security_force",
            Self::Militant => "militant",
            Self::Official => "official",
            Self::Journalist => "journalist",
            Self::Other => "other",
            Self::Unspecified => "unspecified",
        }
    }

    /// The one of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// How far the figure reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// A running total since a start, or for a whole crisis.
    Total,
    /// One place and day.
    Incident,
    /// The words do not tell.
    Unknown,
}

impl Scope {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::Total, Self::Incident, Self::Unknown];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Incident => "incident",
            Self::Unknown => "unknown",
        }
    }

    /// The one of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// How sure the figure is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// Said to be so.
    Asserted,
    /// Feared, believed, alleged, may.
    ReportedUncertain,
    /// The article or a named party says that it is false.
    Denied,
}

impl Modality {
    /// All, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::Asserted, Self::ReportedUncertain, Self::Denied];

    /// The word for it in exports and in the project file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::ReportedUncertain => "reported_uncertain",
            Self::Denied => "denied",
        }
    }

    /// The one of a word from an export or a project file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Where the harm happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article's words.
    pub words: String,
    /// The fullest name of that place over all articles of the run.
    pub canonical: String,
}

/// The words on which each field of a claim stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// The number phrase without its noun.
    pub number: Option<Span>,
    /// The words that name the harm.
    pub outcome: Option<Span>,
    /// Who was harmed.
    pub victims: Option<Span>,
    /// Who vouches for the figure.
    pub speaker: Option<Span>,
    /// Who passed it on.
    pub relay: Option<Span>,
    /// The day of the statement.
    pub as_of: Option<Span>,
    /// When the harm happened.
    pub event_date: Option<Span>,
    /// Where it happened.
    pub place: Option<Span>,
}

/// A passage that reports how many people suffered an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Stable name in its article, see [`claim_key`].
    pub key: String,
    /// The number phrase with its hedge and, where adjacent, its head noun.
    pub span: Span,
    /// The sentence that holds it.
    pub sentence: Span,
    /// What happened.
    pub kind: Kind,
    /// How many.
    pub figure: Figure,
    /// How the claim counts.
    pub form: Form,
    /// The words for who was harmed; `None` where the words give none.
    pub victims: Option<String>,
    /// Who was harmed.
    pub victim_class: VictimClass,
    /// Who vouches for it, in the article's words, pronouns resolved; `None` if the article itself does.
    pub speaker: Option<String>,
    /// Who passed it on; `None` where nobody is named.
    pub relay: Option<String>,
    /// The day at which the figure holds; `None` while the article's day is not known.
    pub as_of: Option<Value>,
    /// When the harm happened; `None` if not said.
    pub event_date: Option<Value>,
    /// Where; `None` if not said.
    pub place: Option<Place>,
    /// How far it reaches.
    pub scope: Scope,
    /// True where the figure is a subset of another.
    pub part_of: bool,
    /// The key of the whole, where it stands in the same article.
    pub part_of_key: Option<String>,
    /// How sure it is said to be.
    pub modality: Modality,
    /// The words behind each field.
    pub roles: Roles,
    /// 0 to 1.
    pub confidence: f32,
    /// The tree of rules; its top rule is the claim's `rule` in exports.
    pub why: Why,
}

impl Claim {
    /// The day at which the figure holds; `None` where it is unknown or longer than a day ("in January").
    pub fn as_of_day(&self) -> Option<&Value> {
        self.as_of.as_ref().filter(|value| matches!(value, Value::Day(_)))
    }
}

/// The day at which a figure holds, before days are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The article's own day.
    Published,
    /// The day of this time mention of the article (index into its times).
    Time(usize),
    /// Cannot be told: an entry without a date that is clearly not of the publication day.
    Unknown,
}

/// When the harm happened, before days are known. Numbers are indices into the article's time mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Not said.
    Unsaid,
    /// As the time mention says.
    Time(usize),
    /// From the start of the time mention to the as-of day ("since March").
    Since(usize),
    /// The same where the start is counted in months or years ("began a year ago"): from that month.
    SinceMonth(usize),
    /// From the first to the second time mention.
    Between(usize, usize),
    /// So far from the time mention, from the as-of day where none is named ("a day after nine died").
    Away {
        /// The time mention from which is counted.
        from: Option<usize>,
        /// What is counted in.
        unit: Unit,
        /// How many of them, negative for earlier.
        count: i32,
    },
}

impl Happened {
    /// True for one day or date, told outright or by its distance from another.
    pub fn is_dated(self) -> bool {
        matches!(self, Self::Time(_) | Self::Away { .. })
    }

    /// The time mention on which it stands.
    pub fn mention(self) -> Option<usize> {
        match self {
            Self::Time(index) | Self::Since(index) | Self::SinceMonth(index) | Self::Between(index, _) => Some(index),
            Self::Away { from, .. } => from,
            Self::Unsaid => None,
        }
    }
}

/// A claim whose days are still relative: `claim.as_of` and `claim.event_date` are `None` until `read` fills them.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The claim without days.
    pub claim: Claim,
    /// Where its as-of day comes from.
    pub as_of: AsOf,
    /// Where its event day comes from.
    pub happened: Happened,
}

/// The claim's stable name: the first 12 hex digits of SHA-256 over kind, quote and the 32 characters before and after.
pub fn claim_key(text: &str, kind: Kind, span: Span) -> String {
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let head_start = before.char_indices().rev().nth(31).map_or(0, |(at, _)| at);
    let tail_end = after.char_indices().nth(32).map_or(after.len(), |(at, _)| at);
    short_digest([
        kind.id(),
        span.of(text),
        before.get(head_start..).unwrap_or_default(),
        after.get(..tail_end).unwrap_or_default(),
    ])
}

#[cfg(test)]
mod tests {
    use super::{Kind, Span, claim_key};

    #[test]
    fn a_key_hangs_on_the_surroundings_and_not_on_the_offset() {
        let near = "x".repeat(40);
        let one = format!("{near}12 dead{near}");
        let two = format!("more before {near}12 dead{near}");
        let span = Span::new(40, 47);
        assert_eq!(
            claim_key(&one, Kind::Killed, span),
            claim_key(&two, Kind::Killed, span.shifted(12))
        );
        assert_ne!(
            claim_key(&one, Kind::Killed, span),
            claim_key(&one, Kind::Injured, span)
        );
        assert_eq!(claim_key(&one, Kind::Killed, span).len(), 12);
        assert_eq!(claim_key("", Kind::Killed, Span::new(0, 9)).len(), 12);
    }
}
