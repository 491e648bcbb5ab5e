//! What a line stands for, and the shape and colour that it keeps in all charts, tables and cards of a project.

use std::collections::BTreeMap;

use super::look::LinesBy;
use super::names::Names;
use super::speakers::{Speaker, speakers};
use super::words;
use crate::link::outlet_key;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Store};

/// How many named sources have a shape of their own.
pub const NAMED_SLOTS: usize = 7;
/// The slot of figures that nobody is named for.
pub const NOT_STATED_SLOT: usize = 7;
/// A title is cut to about so many characters where a line is called by it.
const SHORT_TITLE_CHARS: usize = 34;

/// A source: what a line stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its stable name, with what lines stand for: "speaker:interior ministry".
    pub key: String,
    /// Its name as written most often.
    pub name: String,
    /// Shape and colour, 0 to 7; 7 is always "Not stated".
    pub slot: usize,
    /// True from the eighth named source on: it shares the seventh shape in grey.
    pub shared: bool,
    /// Where its marks stand in a day, 0 to 1, so that nothing hides behind another source.
    pub place_in_day: f64,
    /// How many claims it has over the project, of all kinds.
    pub num_claims: usize,
}

/// All sources of a project under one way to draw lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// What a line stands for; never [`LinesBy::Automatic`].
    pub lines_by: LinesBy,
    /// In the order of their slots; "Not stated" last.
    pub rows: Vec<Source>,
    of_claim: BTreeMap<ClaimId, usize>,
}

impl Sources {
    /// The sources of all claims. Slots go by the number of claims over the whole project, whatever is decided,
    /// filtered or switched off, so that reviewing never changes a colour.
    pub fn new(store: &Store, lines_by: LinesBy) -> Self {
        Self::named(store, &Names::default(), lines_by)
    }

    /// The same, where names of one entity are one source and the analyst's names hold.
    pub fn named(store: &Store, names: &Names, lines_by: LinesBy) -> Self {
        let lines_by = resolved(store, lines_by);
        let speakers = if lines_by == LinesBy::Speaker {
            speakers(store, names)
        } else {
            BTreeMap::new()
        };
        let mut found: BTreeMap<String, Found> = BTreeMap::new();
        let mut order = 0;
        for record in store.claims() {
            let Some(article) = store.article(record.article) else {
                continue;
            };
            let told = Told {
                speakers: &speakers,
                names,
            };
            let (key, name) = source_of(record, article, lines_by, &told).unwrap_or_default();
            let row = found.entry(key).or_default();
            if row.claims.is_empty() {
                row.first = order;
                order += 1;
            }
            *row.names.entry(name).or_default() += 1;
            row.claims.push(record.id);
        }
        let not_stated = found.remove("");
        let mut named: Vec<(String, Found)> = found.into_iter().collect();
        named.sort_by_key(|(_, row)| (std::cmp::Reverse(row.claims.len()), row.first));
        let num_shared = named.len().saturating_sub(NAMED_SLOTS);
        let mut sources = Self {
            lines_by,
            ..Self::default()
        };
        for (rank, (key, row)) in named.into_iter().enumerate() {
            let (slot, shared, place_in_day) = seat(rank, num_shared);
            let source = Source {
                key: format!("{}:{key}", prefix(lines_by)),
                name: row.name(),
                slot,
                shared,
                place_in_day,
                num_claims: row.claims.len(),
            };
            sources.push(source, row.claims);
        }
        if let Some(row) = not_stated {
            let source = Source {
                key: format!("{}:", prefix(lines_by)),
                name: words::NOT_STATED.to_owned(),
                slot: NOT_STATED_SLOT,
                shared: false,
                place_in_day: place_of_slot(NOT_STATED_SLOT),
                num_claims: row.claims.len(),
            };
            sources.push(source, row.claims);
        }
        sources
    }

    /// The number of the claim's source in `rows`.
    pub fn index_of(&self, claim: ClaimId) -> Option<usize> {
        self.of_claim.get(&claim).copied()
    }

    /// The claim's source.
    pub fn of(&self, claim: ClaimId) -> Option<&Source> {
        self.rows.get(self.index_of(claim)?)
    }

    fn push(&mut self, source: Source, claims: Vec<ClaimId>) {
        let index = self.rows.len();
        self.rows.push(source);
        self.of_claim.extend(claims.into_iter().map(|claim| (claim, index)));
    }
}

#[derive(Default)]
struct Found {
    first: usize,
    names: BTreeMap<String, usize>,
    claims: Vec<ClaimId>,
}

impl Found {
    /// The name that is written most often, of equals the longest.
    fn name(&self) -> String {
        let best = self.names.iter().max_by_key(|(name, count)| (**count, name.len()));
        best.map(|(name, _)| name.clone()).unwrap_or_default()
    }
}

/// Slot, whether it is shared, and place in the day of the source with this rank.
fn seat(rank: usize, num_shared: usize) -> (usize, bool, f64) {
    if rank < NAMED_SLOTS {
        return (rank, false, place_of_slot(rank));
    }
    // After "Not stated" there is room in the day that no other source takes.
    let step = 0.14 / num_shared.max(1) as f64;
    (NAMED_SLOTS - 1, true, 0.84 + step * (rank - NAMED_SLOTS) as f64)
}

fn place_of_slot(slot: usize) -> f64 {
    0.18 + 0.09 * slot as f64
}

/// Automatic is by publisher where two or more are known, else by article.
fn resolved(store: &Store, lines_by: LinesBy) -> LinesBy {
    if lines_by != LinesBy::Automatic {
        return lines_by;
    }
    let mut publishers = store.articles().filter_map(|article| article.publisher());
    let first = publishers.next();
    if publishers.any(|name| Some(name) != first) {
        LinesBy::Publisher
    } else {
        LinesBy::Article
    }
}

fn prefix(lines_by: LinesBy) -> &'static str {
    match lines_by {
        LinesBy::Speaker => "speaker",
        LinesBy::Publisher => "publisher",
        LinesBy::Article | LinesBy::Automatic => "article",
    }
}

/// What is known of who speaks and who publishes.
struct Told<'a> {
    speakers: &'a BTreeMap<ClaimId, Speaker>,
    names: &'a Names,
}

/// Key and name of the claim's source; `None` where nobody is named.
fn source_of(
    record: &ClaimRecord,
    article: &ArticleRecord,
    lines_by: LinesBy,
    told: &Told<'_>,
) -> Option<(String, String)> {
    match lines_by {
        LinesBy::Speaker => {
            let Speaker { key, name } = told.speakers.get(&record.id)?;
            Some((key.clone(), name.clone()))
        }
        LinesBy::Publisher => {
            let name = article.publisher()?;
            match told.names.outlet(name) {
                Some(row) if row.told => Some((format!("name {}", row.name_ref.words), row.name.clone())),
                Some(row) => Some((outlet_key(name), row.name.clone())),
                None => Some((outlet_key(name), name.to_owned())),
            }
        }
        LinesBy::Article | LinesBy::Automatic => Some((article.id.0.to_string(), short_title(article.title()))),
    }
}

/// The words in small plain letters, without quotation marks, with single blanks.
pub(super) fn normal(words: &str) -> String {
    let plain = any_ascii::any_ascii(words).to_lowercase();
    let kept: String = plain.chars().filter(|c| !matches!(c, '"' | '\'')).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title cut at a word to the length of a name.
pub fn short_title(title: &str) -> String {
    if title.chars().count() <= SHORT_TITLE_CHARS {
        return title.to_owned();
    }
    let mut out = String::new();
    for word in title.split_whitespace() {
        if !out.is_empty() && out.chars().count() + 1 + word.chars().count() >= SHORT_TITLE_CHARS {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(SHORT_TITLE_CHARS));
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::{LinesBy, Sources, short_title};
    use crate::show::testing::store;

    #[track_caller]
    fn check(articles: &[(&str, &str, &str)], lines_by: LinesBy, expected: &[&str]) {
        let sources = Sources::new(&store(articles), lines_by);
        let got: Vec<String> = sources
            .rows
            .iter()
            .map(|row| {
                let shared = if row.shared { " grey" } else { "" };
                format!("{}{shared} {} x{}", row.slot, row.name, row.num_claims)
            })
            .collect();
        assert_eq!(got, expected);
    }

    const TWO: &[(&str, &str, &str)] = &[
        (
            "Herald",
            "2031-03-12",
            "{killed @the Ministry|12 dead}. {killed|9 dead}.",
        ),
        ("Post", "2031-03-13", "{killed @Ministry|14 dead}."),
    ];

    #[test]
    fn lines_go_by_publisher_where_two_are_known_else_by_article() {
        check(TWO, LinesBy::Automatic, &["0 Herald x2", "1 Post x1"]);
        let one = &TWO[..1];
        check(one, LinesBy::Automatic, &["0 Article 1 x2"]);
        let unknown = &[("", "2031-03-12", "{killed|9 dead}."), ("Post", "", "{killed|9 dead}.")];
        check(unknown, LinesBy::Publisher, &["0 Post x1", "7 Not stated x1"]);
    }

    #[test]
    fn speakers_are_one_without_article_accent_and_case() {
        check(TWO, LinesBy::Speaker, &["0 Ministry x2", "7 Not stated x1"]);
        let spelt = &[(
            "A",
            "",
            "{killed @Lawyers’ Circle|1 dead}. {killed @the Lawyers' Circle|2 dead}. {killed @Lawyers’ Circle|3 dead}.",
        )];
        check(spelt, LinesBy::Speaker, &["0 Lawyers’ Circle x3"]);
    }

    #[test]
    fn the_eighth_named_source_is_grey_and_nobody_shares_a_place_in_the_day() {
        let text: String = (0..12)
            .map(|nth| format!("{{killed @Speaker {nth}|{} dead}}. ", nth + 1))
            .collect();
        let store = store(&[("A", "2031-03-12", &text), ("A", "2031-03-12", "{killed|2 dead}.")]);
        let sources = Sources::new(&store, LinesBy::Speaker);
        assert_eq!(sources.rows.len(), 13);
        assert_eq!(sources.rows.iter().filter(|row| row.shared).count(), 5);
        assert_eq!(sources.rows.last().map(|row| row.slot), Some(7));
        let mut places: Vec<f64> = sources.rows.iter().map(|row| row.place_in_day).collect();
        places.sort_by(f64::total_cmp);
        assert!(places.windows(2).all(|two| two[1] - two[0] > 0.02), "{places:?}");
        assert!(places.iter().all(|place| (0.0..1.0).contains(place)));
    }

    #[test]
    fn a_title_is_cut_at_a_word() {
        assert_eq!(short_title("Five days in Estrava"), "Five days in Estrava");
        assert_eq!(
            short_title("Varland says more than 4,400 held as death toll is revised again"),
            "Varland says more than 4,400 held…"
        );
    }
}
