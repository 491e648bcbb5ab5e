//! Sketches of texts: hashes of their runs of words, and which texts share many, without comparing all with all.
//!
//! A sketch keeps the hashes below a bound, the same for every text (a min-hash whose size follows the text), so that
//! what two sketches share tells how much of the shorter text stands in the longer one, and not only how alike both are.
//! Nothing is random: the same texts give the same sketches on every machine.

use jiff::civil::Date;

use crate::entity::fold;

/// Words that are numbers: like numerals they count as one and the same word, so that a copy with another number is found.
const NUMBER_WORDS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "dozen",
];
/// Texts before one in time that it is compared with for one shared run of words.
const MOST_BEFORE: usize = 12;

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// Hashes of the runs of `size` words outside quotation marks, sorted, each once; and how many words there are.
pub(super) fn shingles(text: &str, size: usize) -> (Vec<u32>, usize) {
    let mut out = Vec::new();
    let mut count = 0;
    let mut run: Vec<u64> = Vec::new();
    for line in text.lines() {
        for piece in outside_quotes(line) {
            run.clear();
            let words = piece.split(|c: char| !c.is_alphanumeric());
            run.extend(words.filter(|word| !word.is_empty()).map(word_hash));
            count += run.len();
            out.extend(run.windows(size).map(combine));
        }
    }
    out.sort_unstable();
    out.dedup();
    (out, count)
}

/// The parts of a line that nobody is quoted for: what a speaker said stands in everybody's report.
fn outside_quotes(line: &str) -> Vec<&str> {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let pieces: Vec<&str> = line.split(is_mark).collect();
    if pieces.len().is_multiple_of(2) {
        // a quotation goes on in the next paragraph, or marks are missing: nothing can be told
        return vec![line];
    }
    pieces.into_iter().step_by(2).collect()
}

fn word_hash(word: &str) -> u64 {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return 1;
    }
    let mut hash = FNV_START;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    if word.is_ascii() {
        let is_number =
            (3..=9).contains(&word.len()) && NUMBER_WORDS.iter().any(|number| number.eq_ignore_ascii_case(word));
        if is_number {
            return 1;
        }
        word.bytes().for_each(|byte| add(byte.to_ascii_lowercase()));
    } else {
        fold(word).bytes().for_each(add);
    }
    hash
}

fn combine(words: &[u64]) -> u32 {
    let mut hash = FNV_START;
    for word in words {
        hash = (hash ^ word).wrapping_mul(FNV_PRIME);
        hash ^= hash >> 29;
    }
    // the upper half is the better mixed one
    u32::try_from(mix(hash) >> 32).unwrap_or_default()
}

fn mix(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// A hash of a whole text, byte by byte equal or not.
pub(super) fn text_hash(text: &str) -> u64 {
    let mut hash = FNV_START ^ u64::try_from(text.len()).unwrap_or_default();
    let mut chunks = text.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        let word = chunk.iter().fold(0_u64, |word, byte| (word << 8) | u64::from(*byte));
        hash = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    }
    for byte in chunks.remainder() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(FNV_PRIME);
    }
    mix(hash)
}

/// Of sorted hashes those that a sketch keeps: one in `rate`.
pub(super) fn sample(mut shingles: Vec<u32>, rate: u32) -> Vec<u32> {
    let bound = u32::MAX / rate.max(1);
    let end = shingles.partition_point(|hash| *hash <= bound);
    shingles.truncate(end);
    shingles.shrink_to_fit();
    shingles
}

/// A text to compare: its hashes and its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sketched<'a> {
    /// Sorted, each once.
    pub(super) hashes: &'a [u32],
    /// Where it is known.
    pub(super) day: Option<Date>,
}

/// How texts are compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    /// Days between two texts, at most, where both are known.
    pub(super) reach_days: i32,
    /// A run of words that stands in texts further apart than so many days is a standing phrase and counts for nothing;
    /// `None`: all runs count.
    pub(super) standing_days: Option<i32>,
    /// Hashes that two texts must share.
    pub(super) least_shared: u32,
}

/// Two texts that share something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shared {
    /// The places of both, the smaller first.
    pub(super) pair: (usize, usize),
    /// Shared hashes among those of the text with fewer, 0 to 1.
    pub(super) of_shorter: f64,
    /// Shared hashes among those of the text with more.
    pub(super) of_longer: f64,
    /// How many hashes both share.
    pub(super) count: u32,
}

/// Texts with each of their hashes: who has it, in the order of days.
struct Postings {
    /// Texts by day, those without one first.
    order: Vec<usize>,
    /// Hash by hash, the ranks of those who have it, each behind its hash.
    holders: Vec<u64>,
    /// By place in `holders`, whether the hash is that of a standing phrase.
    standing: Vec<bool>,
    /// The places of each text's hashes in `holders`, rank by rank.
    places: Vec<u32>,
    /// By rank, where its places begin; one more at the end.
    begins: Vec<usize>,
}

fn rank_of(holder: u64) -> u32 {
    u32::try_from(holder & 0xffff_ffff).unwrap_or_default()
}

impl Postings {
    fn new(texts: &[Sketched<'_>], search: Search) -> Self {
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|at| (texts.get(*at).and_then(|text| text.day), *at));
        let of_rank = |at: &usize| texts.get(*at).map_or(&[][..], |text| text.hashes);
        let mut holders: Vec<u64> = Vec::with_capacity(texts.iter().map(|text| text.hashes.len()).sum());
        let mut begins: Vec<usize> = Vec::with_capacity(texts.len() + 1);
        for (rank, hashes) in (0_u64..).zip(order.iter().map(of_rank)) {
            begins.push(holders.len());
            holders.extend(hashes.iter().map(|hash| (u64::from(*hash) << 32) | rank));
        }
        begins.push(holders.len());
        holders.sort_unstable();
        let mut next = begins.clone();
        let mut places: Vec<u32> = vec![0; holders.len()];
        for (place, holder) in (0_u32..).zip(&holders) {
            if let Some(next) = next.get_mut(rank_of(*holder) as usize) {
                if let Some(slot) = places.get_mut(*next) {
                    *slot = place;
                }
                *next += 1;
            }
        }
        let day = |rank: u32| texts.get(*order.get(rank as usize)?)?.day;
        let mut standing: Vec<bool> = Vec::with_capacity(holders.len());
        for run in holders.chunk_by(|a, b| a >> 32 == b >> 32) {
            let ends = || Some((day(rank_of(*run.first()?))?, day(rank_of(*run.last()?))?));
            let is_standing = run.len() > 2
                && search
                    .standing_days
                    .is_some_and(|most| ends().is_some_and(|(first, last)| (last - first).get_days() > most));
            standing.resize(standing.len() + run.len(), is_standing);
        }
        Self {
            order,
            holders,
            standing,
            places,
            begins,
        }
    }

    /// The places of a text's hashes.
    fn own(&self, rank: usize) -> &[u32] {
        let ends = (self.begins.get(rank), self.begins.get(rank + 1));
        let (Some(begin), Some(end)) = ends else { return &[] };
        self.places.get(*begin..*end).unwrap_or_default()
    }

    fn is_standing(&self, place: u32) -> bool {
        self.standing.get(place as usize) == Some(&true)
    }

    /// How many hashes of a text count.
    fn counting(&self, rank: usize) -> u32 {
        let count = self.own(rank).iter().filter(|place| !self.is_standing(**place)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The texts before `place` that have its hash, the nearest first.
    fn before(&self, place: u32) -> impl Iterator<Item = u32> {
        let at = place as usize;
        let own = self.holders.get(at).map(|own| own >> 32);
        let most = if self.is_standing(place) { 0 } else { MOST_BEFORE };
        let before = self.holders.get(..at).unwrap_or_default().iter().rev();
        let alike = before.take(most).take_while(move |other| Some(**other >> 32) == own);
        alike.map(|other| rank_of(*other))
    }
}

/// Pairs of texts that share enough, each once, in a fixed order. A text is compared, for every run of words, with the
/// nearest texts before it: the work is linear in the texts.
pub(super) fn search(texts: &[Sketched<'_>], search: Search) -> Vec<Shared> {
    let postings = Postings::new(texts, search);
    let counting: Vec<u32> = (0..texts.len()).map(|rank| postings.counting(rank)).collect();
    let day = |rank: usize| texts.get(*postings.order.get(rank)?)?.day;
    let mut counts: Vec<u32> = vec![0; texts.len()];
    let mut met: Vec<u32> = Vec::new();
    let mut out = Vec::new();
    for rank in 0..texts.len() {
        for other in postings.own(rank).iter().flat_map(|place| postings.before(*place)) {
            if let Some(count) = counts.get_mut(other as usize) {
                if *count == 0 {
                    met.push(other);
                }
                *count += 1;
            }
        }
        met.sort_unstable();
        for other in met.drain(..) {
            let other = other as usize;
            let count = counts.get_mut(other).map(std::mem::take).unwrap_or_default();
            let near = match (day(rank), day(other)) {
                (Some(a), Some(b)) => (a - b).get_days().abs() <= search.reach_days,
                _ => true,
            };
            if count >= search.least_shared && near {
                out.extend(shared((&postings.order, &counting), (other, rank), count));
            }
        }
    }
    out
}

fn shared((order, counting): (&[usize], &[u32]), (a, b): (usize, usize), count: u32) -> Option<Shared> {
    let (at, other) = (*order.get(a)?, *order.get(b)?);
    let (one, two) = (*counting.get(a)?, *counting.get(b)?);
    let of = |all: u32| f64::from(count) / f64::from(all.max(1));
    Some(Shared {
        pair: (at.min(other), at.max(other)),
        of_shorter: of(one.min(two)),
        of_longer: of(one.max(two)),
        count,
    })
}

#[cfg(test)]
mod tests {
    use super::{Search, Shared, Sketched, sample, search, shingles, text_hash};

    const SEARCH: Search = Search {
        reach_days: 20,
        standing_days: Some(40),
        least_shared: 3,
    };

    fn pairs(texts: &[(&str, &str)]) -> Vec<Shared> {
        let hashes: Vec<Vec<u32>> = texts.iter().map(|(_, text)| shingles(text, 3).0).collect();
        let rows = texts.iter().zip(&hashes);
        let sketched: Vec<Sketched<'_>> = rows
            .map(|((day, _), hashes)| Sketched {
                hashes,
                day: day.parse().ok(),
            })
            .collect();
        search(&sketched, SEARCH)
    }

    const LONG: &str = "The ferry left the harbour before dawn and sank two miles off the mole of Estrava";
    const PART: &str = "The ferry left the harbour before dawn and was not seen again";

    #[test]
    fn texts_that_share_runs_of_words_are_found() {
        let found = pairs(&[
            ("2031-05-04", LONG),
            ("2031-05-04", "A market burned in Norhaven"),
            ("", PART),
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pair, (0, 2));
        assert!(
            (found[0].of_shorter - 0.6).abs() < 1e-9 && found[0].of_longer < 0.45,
            "{found:?}"
        );
        assert!(pairs(&[("2031-05-04", LONG), ("2031-07-04", PART)]).is_empty());
        assert!(pairs(&[]).is_empty());
    }

    #[test]
    fn phrases_that_stand_in_texts_of_months_count_for_nothing() {
        let days = ["2031-05-04", "2031-05-05", "2031-07-04"];
        let texts: Vec<(&str, &str)> = days.iter().map(|day| (*day, LONG)).collect();
        assert!(pairs(&texts).is_empty());
        assert_eq!(pairs(&texts[..2]).len(), 1);
    }

    #[test]
    fn numbers_and_quotations_do_not_count() {
        assert_eq!(
            shingles("At least 26 people died", 3),
            shingles("at least twelve People died", 3)
        );
        assert_ne!(
            shingles("At least 26 people died", 3),
            shingles("At least 26 men died", 3)
        );
        let quoted = shingles(
            "He said: \"We counted the dead of the whole night\" and left the town hall.",
            3,
        );
        assert_eq!(quoted.0.len(), 3);
        assert_eq!(quoted.1, 7);
        // a mark is missing
        assert_eq!(shingles("\"We counted the dead", 3).1, 4);
    }

    #[test]
    fn sketches_are_the_same_on_every_machine() {
        assert_eq!(text_hash("Estrava"), text_hash("Estrava"));
        assert_ne!(
            text_hash("Estrava counts its dead"),
            text_hash("Estrava counts its dead.")
        );
        assert_eq!(sample(shingles(LONG, 3).0, 1).len(), shingles(LONG, 3).0.len());
        assert!(sample(shingles(LONG, 3).0, 4).len() < 9);
    }
}
