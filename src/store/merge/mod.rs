//! Another project's decisions beside this one's: what is only there, only here, or said otherwise, and the edit that takes
//! over what is chosen. Articles are known by their bytes, else by their text, claims by their words as a new reading knows
//! them; all of the other project is told in this project's numbers.

mod articles;
mod claims;
mod edit;
mod matching;
mod others;

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::field::{Field, FieldValue};
use super::record::{ArticleId, ClaimId, Told, Verdict};
use super::rows::Store;
use matching::Matched;

/// On which side something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeState {
    /// Both say something, and not the same: taking it gives up what is said here.
    Differs,
    /// Only the other project says something.
    OnlyThere,
    /// Only this project says something: there is nothing to take.
    OnlyHere,
}

impl MergeState {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Differs, Self::OnlyThere, Self::OnlyHere];

    /// True where there is something to take over.
    pub fn can_be_taken(self) -> bool {
        self != Self::OnlyHere
    }
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeAbout {
    /// A whole article, with its claims and what was said of them.
    Article,
    /// Title, outlet, author, day, note or tags of an article.
    ArticleFacts,
    /// What was decided on a claim, its note or its tags.
    Claim,
    /// Names: who is one, what is no name, their notes and tags.
    Name,
    /// Conclusions, stories, copies.
    Conclusion,
    /// Adopted figures.
    Adopted,
}

impl MergeAbout {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 6] = [
        Self::Claim,
        Self::Conclusion,
        Self::Adopted,
        Self::Name,
        Self::ArticleFacts,
        Self::Article,
    ];
}

/// What is put in place where a difference is taken.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Take {
    /// Whole rows: a new article with all that hangs on it, a name, a ruling.
    Rows(Vec<Change>),
    Decision(ClaimId, Verdict, BTreeMap<Field, FieldValue>),
    ClaimNote(ClaimId, String),
    ClaimTags(ClaimId, Vec<String>),
    Told(ArticleId, Told),
    ArticleNote(ArticleId, String),
    ArticleTags(ArticleId, Vec<String>),
}

/// One thing on which the projects are not one.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What it is about.
    pub about: MergeAbout,
    /// On which side something was said.
    pub state: MergeState,
    /// The claim here, where it is about one that is here.
    pub claim: Option<ClaimId>,
    /// SHA-256 of the article that comes along, where it is about a whole one.
    pub article: Option<String>,
    pub(super) take: Take,
}

/// The differences between two projects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merge {
    /// Those that contradict first, then by what they are about, in the order of articles and texts.
    pub differences: Vec<Difference>,
    /// How many articles are on both sides.
    pub num_shared: usize,
    /// How much was said there of words that do not stand here: it cannot be taken.
    pub num_unplaced: usize,
}

impl Store {
    /// What another project says otherwise, or in addition.
    pub fn differences(&self, other: &Self) -> Merge {
        let matched = Matched::new(self, other);
        let mut merge = Merge {
            num_shared: matched.num_shared(),
            ..Merge::default()
        };
        articles::differences(self, other, &matched, &mut merge);
        claims::differences(self, other, &matched, &mut merge);
        others::differences(self, other, &matched, &mut merge);
        merge.differences.sort_by_key(|one| (one.state, one.about));
        merge
    }
}

impl Merge {
    /// Those that can be taken without giving up anything that is said here.
    pub fn without_contradiction(&self) -> BTreeSet<usize> {
        let rows = self.differences.iter().enumerate();
        let rows = rows.filter(|(_, one)| one.state == MergeState::OnlyThere);
        rows.map(|(number, _)| number).collect()
    }

    fn push(&mut self, about: MergeAbout, state: MergeState, take: Take) {
        let claim = match &take {
            Take::Decision(id, ..) | Take::ClaimNote(id, _) | Take::ClaimTags(id, _) => Some(*id),
            _ => None,
        };
        self.differences.push(Difference {
            about,
            state,
            claim,
            article: None,
            take,
        });
    }
}

/// On which side something is said, where it may be said on neither: `None` where both say the same.
fn state_of(is_here: bool, is_there: bool, is_same: bool) -> Option<MergeState> {
    match (is_here, is_there) {
        _ if is_same => None,
        (true, true) => Some(MergeState::Differs),
        (false, true) => Some(MergeState::OnlyThere),
        (true, false) => Some(MergeState::OnlyHere),
        (false, false) => None,
    }
}
