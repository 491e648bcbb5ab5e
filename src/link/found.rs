//! What conclusions are made of: plain data, claims and articles by their numbers.

use std::sync::Arc;

use jiff::civil::Date;

use super::checks::Checks;
use super::reason::Reason;
use crate::claim::{Kind, VictimClass};

/// Conclusions over effective claims. Claims are given by their numbers. What there are many of is shared with what is kept
/// for the next run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conclusions {
    /// The runs of events, in order of their first articles. Worked out before the figures, so it is the caller who
    /// fills it in.
    pub stories: Vec<Story>,
    /// Figures that several claims state, the most often stated first.
    pub same: Vec<Arc<SameFigure>>,
    /// Figures that exclude each other, one number with two meanings, and updates: by sort, then the furthest apart
    /// first, then those of most sources.
    pub conflicts: Vec<Arc<Conflict>>,
    /// Totals that rise over three mentions or more, the longest series first.
    pub growth: Vec<Arc<Growth>>,
    /// Totals that go down, the deepest fall first.
    pub falls: Vec<FallingTotal>,
    /// Sentences that stand in several articles.
    pub copies: Vec<Arc<CopyGroup>>,
    /// Independent sources, grades, parts against wholes, round figures.
    pub checks: Checks,
}

/// One figure, stated in several places.
#[derive(Clone, Debug, PartialEq)]
pub struct SameFigure {
    /// Stable name by what it is about.
    pub key: String,
    /// The claims, in order of their days.
    pub claims: Vec<u64>,
    /// In how many articles.
    pub num_articles: usize,
    /// Why they are one, in a sentence.
    pub reason: String,
}

/// What sort of difference there is between figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictSort {
    /// Bounds that exclude each other, of like figures of one day.
    Numbers,
    /// One number of which two articles say that it is something else: the dead of one are the arrested of the other.
    Meaning,
    /// The higher figure is the newer one: an update where it is the same source's, else a later figure of another one.
    Update,
}

impl ConflictSort {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Numbers, Self::Meaning, Self::Update];

    /// The word for it in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Numbers => "different_numbers",
            Self::Meaning => "other_meaning",
            Self::Update => "update",
        }
    }
}

/// Why figures probably differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likely {
    /// One side says that there were none.
    Denied,
    /// They count different people: one says civilians where the other says people.
    Class,
    /// One counts all since the beginning, the other one incident.
    Scope,
    /// One counts a part only, and says so.
    Part,
    /// The sentences are copies but for the figure.
    Copy,
    /// The kind of harm or the people got another word on the way, as translations do.
    Translation,
    /// One figure is younger, and of the same source or of what may be the same.
    Later,
    /// One figure is younger, but of another source: a later state or a disagreement.
    LaterOther,
    /// So near that one may be some hours older.
    Near,
    /// For one side nobody is named.
    Unnamed,
    /// The sentences give no reason.
    Unknown,
}

impl Likely {
    /// The word for it in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Class => "class",
            Self::Scope => "total_against_incident",
            Self::Part => "part",
            Self::Copy => "changed_copy",
            Self::Translation => "translation",
            Self::Later => "later",
            Self::LaterOther => "later_by_another_source",
            Self::Near => "near",
            Self::Unnamed => "unnamed",
            Self::Unknown => "unknown",
        }
    }
}

/// Figures of several sources that do not go together, or that look so and do.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Stable name by what it is about.
    pub key: String,
    /// What sort of difference it is.
    pub sort: ConflictSort,
    /// What happened; that of the first side where sides differ in it.
    pub kind: Kind,
    /// The day at which totals hold, of an update the later one; the day of an incident.
    pub day: Date,
    /// Where; `None` for totals of the whole story.
    pub place: Option<String>,
    /// True where the figures are of one incident.
    pub is_incident: bool,
    /// One for each source, the lowest figure first; of an update two, the older first.
    pub sides: Vec<ConflictSide>,
    /// How many times the lowest figure the highest one is; 1 or more.
    pub ratio: f64,
    /// From how many independent sources the figures come, copies taken as one.
    pub num_sources: usize,
    /// Why they probably differ.
    pub likely: Likely,
    /// The same in a sentence.
    pub reason: Reason,
}

/// What one source says in a conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictSide {
    /// Who says so: the speaker, else the outlet; empty where neither is known.
    pub voice: String,
    /// What happened, as it says.
    pub kind: Kind,
    /// To whom, as it says.
    pub victim_class: VictimClass,
    /// The day of its figure.
    pub day: Option<Date>,
    /// The claims of its figure.
    pub claims: Vec<u64>,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// From how many independent sources these articles have it.
    pub num_sources: usize,
}

/// A total that rises from mention to mention.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// Stable name by what it is about.
    pub key: String,
    /// What happened.
    pub kind: Kind,
    /// Where; `None` for totals of the whole story.
    pub place: Option<String>,
    /// Whose total it is; empty where several sources tell one series.
    pub voice: String,
    /// The figures, the oldest first; three or more.
    pub steps: Vec<GrowthStep>,
    /// How many times the first figure the last one is; 1 or more.
    pub ratio: f64,
    /// What happened, in a sentence.
    pub reason: Reason,
}

/// One figure of a rising total.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthStep {
    /// The day at which it holds.
    pub day: Date,
    /// The claims that state it.
    pub claims: Vec<u64>,
}

/// A run of events and the articles that tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Stable name: that of the figures' `story`, and of what the analyst says of it.
    pub key: String,
    /// As shown: the analyst's name for it, else its key.
    pub name: String,
    /// Its articles, in order.
    pub articles: Vec<u64>,
    /// The place that most of its articles name.
    pub place: Option<String>,
    /// The publication days of the first and the last, where any is known.
    pub days: Option<(Date, Date)>,
    /// True where the analyst named, split or joined it.
    pub told: bool,
    /// Names that most of its articles share, the most shared first.
    pub shared: Vec<String>,
    /// Why they are one story, in a sentence.
    pub reason: Reason,
}

/// A running total of one speaker that goes down.
#[derive(Clone, Debug, PartialEq)]
pub struct FallingTotal {
    /// Stable name by what it is about.
    pub key: String,
    /// What happened.
    pub kind: Kind,
    /// Whose total it is.
    pub voice: String,
    /// The claims of the earlier, higher figure.
    pub before: Vec<u64>,
    /// The claims of the later, lower figure.
    pub after: Vec<u64>,
    /// The days of both.
    pub days: (Date, Date),
    /// How many times the later figure the earlier one is; 1 or more.
    pub ratio: f64,
    /// What happened, in a sentence.
    pub reason: Reason,
}

/// Claims whose sentences are copies.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyGroup {
    /// Stable name by what it is about.
    pub key: String,
    /// The claims.
    pub claims: Vec<u64>,
    /// The articles: together one source.
    pub articles: Vec<u64>,
    /// The agency whose tag stands in a sentence.
    pub agency: Option<String>,
    /// Why they are copies, in a sentence.
    pub reason: String,
}
