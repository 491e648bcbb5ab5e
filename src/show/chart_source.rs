//! What a line stands for, and the shape and colour that it keeps in all charts, tables and cards of a project.

use std::collections::BTreeMap;

use super::chart_settings::{self, Seat};
use super::chart_twins;
use super::look::LinesBy;
use super::names::{Names, outlet_line};
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
    /// Shape, 0 to 7; 7 is always "Not stated".
    pub slot: usize,
    /// Colour, 0 to 7; 7 is always "Not stated".
    pub color: usize,
    /// True where it has no shape of its own: it shares the seventh one in grey.
    pub shared: bool,
    /// Where its marks stand in a day, 0 to 1, so that nothing hides behind another source.
    pub place_in_day: f64,
    /// How many claims it has over the project, of all kinds.
    pub num_claims: usize,
}

impl Source {
    /// Shape and colour; `None` where it shares the grey one, and for "Not stated".
    pub fn seat(&self) -> Option<Seat> {
        let own = !self.shared && self.slot != NOT_STATED_SLOT;
        own.then_some(Seat {
            shape: self.slot,
            color: self.color,
        })
    }
}

/// All sources of a project under one way to draw lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// What a line stands for; never [`LinesBy::Automatic`].
    pub lines_by: LinesBy,
    /// In the order of the legend: as the analyst put them, else by number of claims; "Not stated" last.
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
        let by_speaker = matches!(lines_by, LinesBy::Speaker | LinesBy::SpeakerInPublisher);
        let speakers = if by_speaker {
            speakers(store, names)
        } else {
            BTreeMap::new()
        };
        let told = Told {
            speakers: &speakers,
            names,
        };
        let mut found = find(store, lines_by, &told);
        let not_stated = found.remove("");
        let named = ranked(found);
        let prefix = prefix(lines_by);
        let keys = keys_of(&named, prefix);
        let kept = chart_settings::seats(store);
        let kept = chart_twins::with_publishers(kept.clone(), &keys, || publisher_seats(store, &told, &kept));
        let seat_keys: Vec<String> = keys.iter().map(|key| chart_twins::seat_key(key)).collect();
        let seats = seat_all(&seat_keys, &kept);
        let num_shared = seats.iter().filter(|seat| seat.is_none()).count();
        let mut nth_shared = 0;
        let mut rows: Vec<(Source, Vec<ClaimId>)> = Vec::new();
        for (((_, row), key), seat) in named.into_iter().zip(keys).zip(seats) {
            let shared_place = shared_place(nth_shared, num_shared);
            nth_shared += usize::from(seat.is_none());
            let source = Source {
                key,
                name: row.name(),
                slot: seat.map_or(NAMED_SLOTS - 1, |seat| seat.shape),
                color: seat.map_or(NAMED_SLOTS - 1, |seat| seat.color),
                shared: seat.is_none(),
                place_in_day: seat.map_or(shared_place, |seat| place_of_slot(seat.shape)),
                num_claims: row.claims.len(),
            };
            rows.push((source, row.claims));
        }
        rows.extend(not_stated.map(|row| (nobody(prefix, row.claims.len()), row.claims)));
        let order = chart_settings::order(store, prefix);
        rows.sort_by_cached_key(|(source, _)| order.iter().position(|key| *key == source.key).unwrap_or(order.len()));
        let mut sources = Self {
            lines_by,
            ..Self::default()
        };
        rows.into_iter()
            .for_each(|(source, claims)| sources.push(source, claims));
        sources
    }

    /// What stands before the colon of the keys.
    pub(super) fn prefix(&self) -> &'static str {
        prefix(self.lines_by)
    }

    /// The number of the claim's source in `rows`.
    pub fn index_of(&self, claim: ClaimId) -> Option<usize> {
        self.of_claim.get(&claim).copied()
    }

    /// The claim's source.
    pub fn of(&self, claim: ClaimId) -> Option<&Source> {
        self.rows.get(self.index_of(claim)?)
    }

    /// Counts a claim for another source.
    pub(super) fn move_claim(&mut self, claim: ClaimId, to: usize) {
        let Some(from) = self.of_claim.insert(claim, to) else {
            self.of_claim.remove(&claim);
            return;
        };
        if let Some(row) = self.rows.get_mut(from) {
            row.num_claims -= 1;
        }
        if let Some(row) = self.rows.get_mut(to) {
            row.num_claims += 1;
        }
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

/// Key by key the claims of each source; under an empty key those that nobody is named for.
fn find(store: &Store, lines_by: LinesBy, told: &Told<'_>) -> BTreeMap<String, Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    let mut order = 0;
    for record in store.claims() {
        let Some(article) = store.article(record.article) else {
            continue;
        };
        let (key, name) = source_of(record, article, lines_by, told).unwrap_or_default();
        let row = found.entry(key).or_default();
        if row.claims.is_empty() {
            row.first = order;
            order += 1;
        }
        *row.names.entry(name).or_default() += 1;
        row.claims.push(record.id);
    }
    found
}

/// The shapes and colours that outlets have in the chart by publisher.
fn publisher_seats(
    store: &Store,
    told: &Told<'_>,
    kept: &BTreeMap<String, Option<Seat>>,
) -> Vec<(String, Option<Seat>)> {
    let mut found = find(store, LinesBy::Publisher, told);
    found.remove("");
    let keys = keys_of(&ranked(found), prefix(LinesBy::Publisher));
    let seats = seat_all(&keys, kept);
    keys.into_iter().zip(seats).collect()
}

/// Those of most claims first.
fn ranked(found: BTreeMap<String, Found>) -> Vec<(String, Found)> {
    let mut named: Vec<(String, Found)> = found.into_iter().collect();
    named.sort_by_key(|(_, row)| (std::cmp::Reverse(row.claims.len()), row.first));
    named
}

fn keys_of(named: &[(String, Found)], prefix: &str) -> Vec<String> {
    named.iter().map(|(key, _)| format!("{prefix}:{key}")).collect()
}

fn nobody(prefix: &str, num_claims: usize) -> Source {
    Source {
        key: format!("{prefix}:"),
        name: words::NOT_STATED.to_owned(),
        slot: NOT_STATED_SLOT,
        color: NOT_STATED_SLOT,
        shared: false,
        place_in_day: place_of_slot(NOT_STATED_SLOT),
        num_claims,
    }
}

/// Shape and colour of each source, the one of most claims first. What is kept holds; the others take what is left, of
/// sources that are gone only when nothing else is left.
fn seat_all(keys: &[String], kept: &BTreeMap<String, Option<Seat>>) -> Vec<Option<Seat>> {
    let mut taken: Vec<Seat> = Vec::new();
    let mut seats: Vec<Option<Option<Seat>>> = Vec::with_capacity(keys.len());
    for key in keys {
        let seat = match kept.get(key) {
            Some(Some(seat)) if !taken.contains(seat) => {
                taken.push(*seat);
                Some(Some(*seat))
            }
            Some(None) => Some(None),
            _ => None,
        };
        seats.push(seat);
    }
    let of_gone: Vec<Seat> = kept
        .iter()
        .filter(|(key, _)| !keys.contains(key))
        .filter_map(|(_, seat)| *seat)
        .collect();
    let free = |taken: &[Seat], slot: usize| taken.iter().all(|seat| seat.shape != slot && seat.color != slot);
    let mut slots: Vec<usize> = (0..NAMED_SLOTS).filter(|slot| free(&taken, *slot)).collect();
    slots.sort_by_key(|slot| of_gone.contains(&Seat::of_slot(*slot)));
    let mut slots = slots.into_iter();
    let seat = |seat: Option<Option<Seat>>| match seat {
        Some(kept) => kept,
        None => slots.next().map(Seat::of_slot),
    };
    seats.into_iter().map(seat).collect()
}

/// Where a source without a shape of its own stands in a day: after "Not stated" there is room that no other takes.
fn shared_place(nth: usize, num_shared: usize) -> f64 {
    0.84 + 0.14 / num_shared.max(1) as f64 * nth as f64
}

fn place_of_slot(slot: usize) -> f64 {
    0.18 + 0.09 * slot as f64
}

/// Automatic is by publisher where two or more are known, by speaker where all is from tables, else by article.
fn resolved(store: &Store, lines_by: LinesBy) -> LinesBy {
    if lines_by != LinesBy::Automatic {
        return lines_by;
    }
    let mut publishers = store.articles().filter_map(|article| article.publisher());
    let first = publishers.next();
    if publishers.any(|name| Some(name) != first) {
        LinesBy::Publisher
    } else if store.num_articles() > 0 && store.articles().all(|article| article.is_table()) {
        LinesBy::Speaker
    } else {
        LinesBy::Article
    }
}

fn prefix(lines_by: LinesBy) -> &'static str {
    match lines_by {
        LinesBy::Speaker => "speaker",
        LinesBy::Publisher => "publisher",
        LinesBy::Article | LinesBy::Automatic => "article",
        LinesBy::SpeakerInPublisher => "both",
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
        LinesBy::Speaker => speaker_of(record, told),
        LinesBy::Publisher => publisher_of(article, told),
        LinesBy::SpeakerInPublisher => both_of(speaker_of(record, told), publisher_of(article, told)),
        LinesBy::Article | LinesBy::Automatic => Some((article.id.0.to_string(), short_title(article.title()))),
    }
}

fn speaker_of(record: &ClaimRecord, told: &Told<'_>) -> Option<(String, String)> {
    let Speaker { key, name } = told.speakers.get(&record.id)?;
    Some((key.clone(), name.clone()))
}

fn publisher_of(article: &ArticleRecord, told: &Told<'_>) -> Option<(String, String)> {
    let name = article.publisher()?;
    Some(match told.names.outlet(name) {
        Some(row) => (outlet_line(row), row.name.clone()),
        None => (outlet_key(name), name.to_owned()),
    })
}

/// "Herald · Ministry"; what is not known of the two is said.
fn both_of(speaker: Option<(String, String)>, publisher: Option<(String, String)>) -> Option<(String, String)> {
    if speaker.is_none() && publisher.is_none() {
        return None;
    }
    let unknown = || (String::new(), words::NOT_STATED.to_owned());
    let (speaker, publisher) = (speaker.unwrap_or_else(unknown), publisher.unwrap_or_else(unknown));
    Some((
        format!("{} · {}", publisher.0, speaker.0),
        format!("{} · {}", publisher.1, speaker.1),
    ))
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
    fn a_line_may_stand_for_a_speaker_within_a_publisher() {
        let both = LinesBy::SpeakerInPublisher;
        check(
            TWO,
            both,
            &[
                "0 Herald · Ministry x1",
                "1 Herald · Not stated x1",
                "2 Post · Ministry x1",
            ],
        );
        let unknown = &[("", "2031-03-12", "{killed|9 dead}. {killed @Police|8 dead}.")];
        check(unknown, both, &["0 Not stated · Police x1", "7 Not stated x1"]);
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
