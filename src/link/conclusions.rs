//! What is concluded over figures: same, in conflict, falling, copied.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::figure::{Bounds, LinkedFigure};
use super::reach::{ClassGroup, Reach, reach};
use super::speaker::speaker_keys;
use super::{conflict, copies, fall, same};
use crate::claim::Kind;
use crate::entity::fold;

/// Days for which a figure is still known to be somebody's where an article names nobody for it.
const RESTATED_DAYS: i32 = 14;

/// Conclusions over effective claims. Claims are given by their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conclusions {
    /// Figures that several claims state, the most often stated first.
    pub same: Vec<SameFigure>,
    /// Figures that exclude each other, the furthest apart first, then those of most sources.
    pub conflicts: Vec<Conflict>,
    /// Totals that go down, the deepest fall first.
    pub falls: Vec<FallingTotal>,
    /// Sentences that stand in several articles.
    pub copies: Vec<CopyGroup>,
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

/// Figures of several sources for one day that cannot all be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Stable name by what it is about.
    pub key: String,
    /// What happened.
    pub kind: Kind,
    /// The day at which totals hold; the day of an incident.
    pub day: Date,
    /// Where; `None` for totals of the whole story.
    pub place: Option<String>,
    /// True where the figures are of one incident.
    pub is_incident: bool,
    /// One for each source, the lowest figure first.
    pub sides: Vec<ConflictSide>,
    /// How many times the lowest figure the highest one is; 1 or more.
    pub ratio: f64,
    /// From how many independent sources the figures come, copies taken as one.
    pub num_sources: usize,
    /// What differs, in a sentence.
    pub reason: String,
}

/// What one source says in a conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictSide {
    /// Who says so: the speaker, else the outlet; empty where neither is known.
    pub voice: String,
    /// The claims of its figure.
    pub claims: Vec<u64>,
    /// In how many articles it stands.
    pub num_articles: usize,
    /// From how many independent sources these articles have it.
    pub num_sources: usize,
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
    pub reason: String,
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

/// Works out everything. Pure; the same figures in the same order give the same conclusions.
pub fn conclusions(figures: &[LinkedFigure]) -> Conclusions {
    let rows = rows(figures);
    let copies = copies::copies(&rows);
    Conclusions {
        same: same::same(&rows),
        conflicts: conflict::conflicts(&rows, &copies),
        falls: fall::falls(&rows),
        copies,
    }
}

/// What figures are equal by: story, kind, class, reach; value, bounds and qualifier.
type Equal<'r> = (
    (&'r str, Kind, ClassGroup, &'r Reach),
    (Option<u64>, Option<u64>, Option<u64>, &'static str),
);

/// Whose figure it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Owner {
    /// Key of who says so, never empty.
    pub(super) voice: String,
    /// The name; empty where nobody is named and the outlet is not known.
    pub(super) name: String,
    /// True for a speaker, false for an outlet or an article.
    pub(super) is_named: bool,
    /// True where the article names nobody, but others named somebody on an earlier day: an old figure told again.
    pub(super) is_old: bool,
}

/// A figure with what every conclusion asks of it, worked out once.
#[derive(Clone, Debug)]
pub(super) struct Row<'f> {
    pub(super) figure: &'f LinkedFigure,
    /// Key of the speaker; empty if the article vouches.
    pub(super) speaker: String,
    /// Whose figure it is, also where only another article names who says so.
    pub(super) owner: Owner,
    /// Key of the outlet; empty if unknown.
    pub(super) publisher: String,
    pub(super) day: Option<Date>,
    pub(super) bounds: Bounds,
    /// What it may be compared with; `None` for nothing.
    pub(super) reach: Option<Reach>,
    pub(super) class: ClassGroup,
}

impl Row<'_> {
    /// Who says so, for sentences: the speaker, else the outlet, else the article.
    pub(super) fn voice(&self) -> &str {
        let figure = self.figure;
        figure
            .speaker
            .as_deref()
            .or(figure.publisher.as_deref())
            .map_or("an article", bare)
    }

    /// Who says so by the article itself: the speaker, else the outlet, else the article.
    fn own(&self) -> Owner {
        let figure = self.figure;
        let voice = match (self.speaker.is_empty(), self.publisher.is_empty()) {
            (false, _) => self.speaker.clone(),
            (true, false) => format!("outlet:{}", self.publisher),
            (true, true) => format!("article:{}", figure.article),
        };
        let name = figure.speaker.as_deref().or(figure.publisher.as_deref());
        Owner {
            voice,
            name: name.map_or("", bare).to_owned(),
            is_named: !self.speaker.is_empty(),
            is_old: false,
        }
    }

    /// What a figure is, whoever says so and on whatever day; `None` where it is compared with nothing.
    fn equal(&self) -> Option<Equal<'_>> {
        let (figure, number) = (self.figure, self.figure.figure);
        let number = (number.value, number.low, number.high, number.qualifier.id());
        let about = (figure.story.as_str(), figure.kind, self.class, self.reach.as_ref()?);
        Some((about, number))
    }

    /// The words of the figure for keys and sentences.
    pub(super) fn words(&self) -> String {
        self.figure.quote.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the figure says apart from its place: kind, class, bounds, speaker.
    pub(super) fn about(&self) -> String {
        let figure = &self.figure.figure;
        let number = |value: Option<u64>| value.map_or_else(|| "-".to_owned(), |value| value.to_string());
        format!(
            "{}/{}/{}/{}..{}/{}/{}",
            self.figure.kind.id(),
            self.figure.victim_class.id(),
            figure.qualifier.id(),
            number(figure.low.or(figure.value)),
            number(figure.high.or(figure.value)),
            self.speaker,
            if self.speaker.is_empty() { &self.publisher } else { "" },
        )
    }
}

fn rows(figures: &[LinkedFigure]) -> Vec<Row<'_>> {
    let speakers = speaker_keys(
        figures
            .iter()
            .map(|figure| figure.speaker.as_deref().unwrap_or_default()),
    );
    let mut rows: Vec<Row<'_>> = figures
        .iter()
        .zip(speakers)
        .map(|(figure, speaker)| Row {
            figure,
            speaker: if figure.speaker.is_none() {
                String::new()
            } else {
                speaker
            },
            owner: Owner::default(),
            publisher: figure.publisher.as_deref().map_or_else(String::new, outlet_key),
            day: figure.day(),
            bounds: Bounds::of(&figure.figure),
            reach: reach(figure),
            class: ClassGroup::of(figure.victim_class),
        })
        .collect();
    let owners = owners(&rows);
    for (row, owner) in rows.iter_mut().zip(owners) {
        row.owner = owner;
    }
    rows
}

/// Whose each figure is. A figure that nobody is named for belongs to who is named for the same figure of that day, else
/// to the first of the outlets that have it. Where somebody was named for it in the days before, it is told again.
fn owners(rows: &[Row<'_>]) -> Vec<Owner> {
    let mut named = BTreeMap::new();
    let mut unsaid = BTreeMap::new();
    for row in rows {
        if let (Some(equal), Some(day)) = (row.equal(), row.day) {
            let owners = if row.speaker.is_empty() {
                &mut unsaid
            } else {
                &mut named
            };
            let days: &mut BTreeMap<Date, Owner> = owners.entry(equal).or_default();
            let own = row.own();
            let owner = days.entry(day).or_insert_with(|| own.clone());
            if own < *owner {
                *owner = own;
            }
        }
    }
    let of = |row: &Row<'_>| {
        let (equal, day) = (row.equal()?, row.day.filter(|_| row.speaker.is_empty())?);
        let last = named.get(&equal).and_then(|days| days.range(..=day).next_back());
        let near = last.filter(|(last, _)| (day - **last).get_days() <= RESTATED_DAYS);
        match near {
            Some((last, owner)) => Some(Owner {
                is_old: *last < day,
                ..owner.clone()
            }),
            None => unsaid.get(&equal)?.get(&day).cloned(),
        }
    };
    rows.iter().map(|row| of(row).unwrap_or_else(|| row.own())).collect()
}

/// The key of an outlet's name or domain: letters and digits, without "the", "www" and the domain's end.
pub fn outlet_key(name: &str) -> String {
    let folded = fold(name.trim());
    let host = folded.rsplit("://").next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let host = host.strip_prefix("the ").unwrap_or(host);
    let is_domain = !host.contains(' ') && host.contains('.');
    let host = if is_domain {
        host.split('.').next().unwrap_or(host)
    } else {
        host
    };
    host.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The name without "the".
pub(super) fn bare(name: &str) -> &str {
    let bare = ["the ", "The "].iter().find_map(|the| name.strip_prefix(the));
    bare.unwrap_or(name)
}

/// A stable name: the sort of conclusion and twelve hex digits of what it is about, whatever the order of the parts.
pub(super) fn key(sort: &str, mut parts: Vec<String>) -> String {
    parts.sort();
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digits: Vec<String> = hash
        .finalize()
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{sort}:{}", digits.concat())
}

/// Claims of rows, in order, each once.
pub(super) fn claims<'r>(rows: impl IntoIterator<Item = &'r Row<'r>>) -> Vec<u64> {
    let mut out: Vec<u64> = rows.into_iter().map(|row| row.figure.claim).collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::outlet_key;

    #[test]
    fn spellings_of_an_outlet_meet() {
        assert_eq!(
            outlet_key("https://www.estrava-post.com"),
            outlet_key("The Estrava Post")
        );
        assert_eq!(outlet_key("The Estrava Post"), outlet_key("estravapost.vl"));
        assert_ne!(outlet_key("Estrava Post"), outlet_key("Estrava Times"));
    }
}
