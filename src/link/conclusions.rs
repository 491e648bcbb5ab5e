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

/// A figure with what every conclusion asks of it, worked out once.
#[derive(Clone, Debug)]
pub(super) struct Row<'f> {
    pub(super) figure: &'f LinkedFigure,
    /// Key of the speaker; empty if the article vouches.
    pub(super) speaker: String,
    /// Key of who says so, never empty: of a named speaker, also where only another article names it for this figure.
    pub(super) voice: String,
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
            .unwrap_or("an article")
    }

    /// Who says so by the article: the speaker's key, else the outlet's, else the article's own.
    fn own_voice(&self) -> String {
        match (self.speaker.is_empty(), self.publisher.is_empty()) {
            (false, _) => self.speaker.clone(),
            (true, false) => format!("outlet:{}", self.publisher),
            (true, true) => format!("article:{}", self.figure.article),
        }
    }

    /// What a figure is, whoever says so: where nobody is named, it is that of who is named for the same.
    fn equal(&self) -> Option<impl Ord + use<'_>> {
        let (figure, number) = (self.figure, self.figure.figure);
        let number = (number.value, number.low, number.high, number.qualifier.id());
        Some((
            &figure.story,
            figure.kind,
            self.class,
            self.reach.as_ref()?,
            self.day?,
            number,
        ))
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
            voice: String::new(),
            publisher: figure.publisher.as_deref().map_or_else(String::new, outlet_key),
            day: figure.day(),
            bounds: Bounds::of(&figure.figure),
            reach: reach(figure),
            class: ClassGroup::of(figure.victim_class),
        })
        .collect();
    let voices = voices(&rows);
    for (row, voice) in rows.iter_mut().zip(voices) {
        row.voice = voice;
    }
    rows
}

/// Who says each figure. A figure that nobody is named for belongs to who is named for the same figure of the same day,
/// else to the first of the outlets that have it.
fn voices(rows: &[Row<'_>]) -> Vec<String> {
    let mut owners = BTreeMap::new();
    for row in rows {
        if let Some(equal) = row.equal() {
            let own = (row.speaker.is_empty(), row.own_voice());
            let owner = owners.entry(equal).or_insert_with(|| own.clone());
            if own < *owner {
                *owner = own;
            }
        }
    }
    rows.iter()
        .map(|row| {
            let owner = row.equal().and_then(|equal| owners.get(&equal));
            match owner.filter(|_| row.speaker.is_empty()) {
                Some((_, voice)) => voice.clone(),
                None => row.own_voice(),
            }
        })
        .collect()
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
