//! Sentences that carry a figure, side by side: what differs from the first, and each as a citation.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::chart_source::Sources;
use super::quoted::{RowCell, quoted_sentence, row_cells};
use super::words;
use crate::claim::Kind;
use crate::quantity::Figure;
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Status, Store};

/// Words of a sentence beyond which it is not compared word by word.
const MOST_WORDS: usize = 160;

/// How a piece of a sentence is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lit {
    /// As in the first sentence.
    Plain,
    /// Other words than in the first sentence.
    Differs,
    /// A number, a hedge or a word for those harmed that another sentence has not.
    Matters,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// As written, with single blanks.
    pub words: String,
    /// How it differs.
    pub lit: Lit,
    /// True for the words of the claim.
    pub claim: bool,
}

/// A sentence with who says it.
#[derive(Clone, Debug, PartialEq)]
pub struct SideSentence {
    /// The claim that it carries.
    pub claim: ClaimId,
    /// The number of its source in the charts; `None` where it has none.
    pub source: Option<usize>,
    /// Who vouches for it; "Not stated".
    pub speaker: String,
    /// Who passed it on and who published it: "state television, Kestrel News Agency".
    pub via: String,
    /// The article's day.
    pub published: Option<Date>,
    /// How many.
    pub figure: Figure,
    /// What happened.
    pub kind: Kind,
    /// What the analyst decided.
    pub status: Status,
    /// The sentence.
    pub pieces: Vec<Piece>,
    /// The sentence with its source, for a report.
    pub citation: String,
}

/// The sentences of claims, by source and day; a sentence that carries several of them stands once.
pub fn sides(store: &Store, claims: &[ClaimId], sources: &Sources) -> Vec<SideSentence> {
    let mut seen = BTreeSet::new();
    let mut records: Vec<(&ClaimRecord, &ArticleRecord)> = Vec::new();
    for claim in claims {
        let Some(record) = store.claim(*claim) else { continue };
        let Some(article) = store.article(record.article) else {
            continue;
        };
        // two counts of a row are two quotes: its words are told by the columns of each
        let own = article.is_table().then_some(*claim);
        if seen.insert((record.article, record.claim().sentence, own)) {
            records.push((record, article));
        }
    }
    records.sort_by_key(|(record, article)| (sources.index_of(record.id), article.published(), record.id));
    let split: Vec<Vec<Word>> = records.iter().map(|(record, article)| split(record, article)).collect();
    let lit = lights(&split);
    let rows = records.iter().zip(split.iter().zip(lit));
    rows.map(|((record, article), (words, lit))| row(record, article, sources, pieces(words, &lit)))
        .collect()
}

/// All sentences as citations, one a line.
pub fn citations(rows: &[SideSentence]) -> String {
    let lines: Vec<&str> = rows.iter().map(|row| row.citation.as_str()).collect();
    lines.join("\n")
}

fn row(record: &ClaimRecord, article: &ArticleRecord, sources: &Sources, pieces: Vec<Piece>) -> SideSentence {
    let claim = record.claim();
    let outlet = article.publisher().unwrap_or_else(|| article.title());
    let via = match &claim.relay {
        Some(relay) => format!("{relay}, {outlet}"),
        None => outlet.to_owned(),
    };
    let speaker = claim.speaker.clone();
    let who = speaker.clone().unwrap_or_else(|| "speaker not stated".to_owned());
    let day = article.published().map_or_else(
        || "no date".to_owned(),
        |day| format!("{} {}", words::day_and_month(day), day.year()),
    );
    let sentence = quoted_sentence(article, record);
    SideSentence {
        claim: record.id,
        source: sources.index_of(record.id),
        speaker: speaker.unwrap_or_else(|| words::NOT_STATED.to_owned()),
        citation: format!("\"{}\", {who}, via {via}, {day}", sentence.replace('"', "'")),
        via,
        published: article.published(),
        figure: claim.figure,
        kind: claim.kind,
        status: record.status(),
        pieces,
    }
}

/// A word of a sentence.
struct Word {
    shown: String,
    /// In small letters without marks around it: what words are compared by.
    bare: String,
    claim: bool,
}

impl Word {
    fn new(shown: String, claim: bool) -> Self {
        let bare = shown.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        Self {
            bare: bare.to_lowercase().replace(',', ""),
            shown,
            claim,
        }
    }
}

fn split(record: &ClaimRecord, article: &ArticleRecord) -> Vec<Word> {
    if let Some(cells) = row_cells(article, record) {
        return cells
            .iter()
            .enumerate()
            .flat_map(|(at, cell)| of_cell(cell, at + 1 < cells.len()))
            .collect();
    }
    let claim = record.claim();
    let text = article.text();
    let sentence = claim.sentence.of(text);
    let base = sentence.as_ptr().addr();
    let words = sentence.split_whitespace().map(|shown| {
        let start = claim.sentence.start() + (shown.as_ptr().addr() - base);
        let is_claim = start < claim.span.end() && claim.span.start() < start + shown.len();
        Word::new(shown.to_owned(), is_claim)
    });
    words.collect()
}

/// The words of a cell of a table with the name of its column; the value of the number is the claim.
fn of_cell(cell: &RowCell, goes_on: bool) -> Vec<Word> {
    let mut shown: Vec<(String, bool)> = cell
        .column
        .split_whitespace()
        .map(|word| (word.to_owned(), false))
        .collect();
    if let Some((last, _)) = shown.last_mut() {
        last.push(':');
    }
    let value = cell
        .value
        .split_whitespace()
        .map(|word| (word.to_owned(), cell.is_number));
    shown.extend(value);
    if let Some((last, _)) = shown.last_mut().filter(|_| goes_on) {
        last.push(',');
    }
    shown
        .into_iter()
        .map(|(shown, claim)| Word::new(shown, claim))
        .collect()
}

/// By sentence and word, how it is lit.
fn lights(sentences: &[Vec<Word>]) -> Vec<Vec<Lit>> {
    let Some((first, others)) = sentences.split_first() else {
        return Vec::new();
    };
    let mut of_first = vec![Lit::Plain; first.len()];
    let mut out = Vec::new();
    for other in others {
        let kept = common(first, other);
        let mut lit = vec![Lit::Differs; other.len()];
        let mut in_first = vec![false; first.len()];
        for (a, b) in kept {
            if let (Some(a), Some(b)) = (in_first.get_mut(a), lit.get_mut(b)) {
                (*a, *b) = (true, Lit::Plain);
            }
        }
        let shared = lit.iter().filter(|light| **light == Lit::Plain).count();
        // where little is alike, what merely differs says nothing
        let is_alike = shared * 2 >= other.len();
        for (light, word) in lit.iter_mut().zip(other).filter(|(light, _)| **light == Lit::Differs) {
            if matters(&word.bare) {
                *light = Lit::Matters;
            } else if !is_alike {
                *light = Lit::Plain;
            }
        }
        for ((light, word), kept) in of_first.iter_mut().zip(first).zip(in_first) {
            if !kept && matters(&word.bare) {
                *light = Lit::Matters;
            }
        }
        out.push(lit);
    }
    out.insert(0, of_first);
    out
}

/// The longest run of words, in order, that two sentences share, by their places.
fn common(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    if a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        return (0..b.len().min(a.len())).map(|at| (at, at)).collect();
    }
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    let get = |longest: &[u16], at: usize| longest.get(at).copied().unwrap_or_default();
    for (i, one) in a.iter().enumerate().rev() {
        for (j, two) in b.iter().enumerate().rev() {
            let best = if one.bare == two.bare {
                1 + get(&longest, (i + 1) * width + j + 1)
            } else {
                get(&longest, (i + 1) * width + j).max(get(&longest, i * width + j + 1))
            };
            if let Some(slot) = longest.get_mut(i * width + j) {
                *slot = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while let (Some(one), Some(two)) = (a.get(i), b.get(j)) {
        if one.bare == two.bare {
            out.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if get(&longest, (i + 1) * width + j) >= get(&longest, i * width + j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// Words that change what a count says: number words, hedges, who was harmed, what happened to them.
const MATTERS: &str = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands \
    million millions dozen dozens scores several few many half most no none \
    least more over above about around roughly approximately some nearly almost fewer less under most up estimated exceeded \
    total so far new latest including among \
    people persons civilians residents protesters demonstrators police policemen officers soldiers troops servicemen guards \
    militants rebels fighters gunmen insurgents terrorists criminals attackers children women men workers journalists \
    officials refugees \
    killed dead died deaths fatalities injured wounded hurt casualties arrested detained held missing abducted kidnapped \
    displaced released freed ";

fn matters(bare: &str) -> bool {
    bare.chars().any(|c| c.is_ascii_digit()) || (!bare.is_empty() && MATTERS.contains(&format!(" {bare} ")))
}

/// Words of one look run together.
fn pieces(words: &[Word], lit: &[Lit]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (word, lit) in words.iter().zip(lit) {
        match out
            .last_mut()
            .filter(|last| last.lit == *lit && last.claim == word.claim)
        {
            Some(last) => {
                last.words.push(' ');
                last.words.push_str(&word.shown);
            }
            None => out.push(Piece {
                words: word.shown.clone(),
                lit: *lit,
                claim: word.claim,
            }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Lit, citations, sides};
    use crate::show::testing::{claim, store};
    use crate::show::{LinesBy, Sources};

    /// Sentences with `[words]` that matter and `<words>` that merely differ.
    fn shown(articles: &[(&str, &str, &str)], words: &[&str]) -> (Vec<String>, String) {
        let store = store(articles);
        let claims: Vec<_> = words.iter().map(|words| claim(&store, words)).collect();
        let rows = sides(&store, &claims, &Sources::new(&store, LinesBy::Publisher));
        let piece = |piece: &super::Piece| match piece.lit {
            Lit::Plain => piece.words.clone(),
            Lit::Differs => format!("<{}>", piece.words),
            Lit::Matters => format!("[{}]", piece.words),
        };
        let lines = rows.iter().map(|row| {
            let pieces: Vec<String> = row.pieces.iter().map(piece).collect();
            pieces.join(" ")
        });
        (lines.collect(), citations(&rows))
    }

    #[test]
    fn numbers_hedges_and_classes_that_differ_are_lit() {
        let (lines, citations) = shown(
            &[
                (
                    "Herald",
                    "2031-03-14",
                    "Toll\n\nThe ministry said {killed @ministry|26 people} were killed on Friday.",
                ),
                (
                    "Post",
                    "2031-03-15",
                    "Toll\n\nThe ministry said {killed via state radio|at least 26 criminals} were killed on Friday in Estrava.",
                ),
            ],
            &["at least 26 criminals", "26 people"],
        );
        assert_eq!(
            lines,
            [
                "The ministry said 26 [people] were killed on Friday.",
                "The ministry said <at> [least] 26 [criminals] were killed on Friday <in Estrava.>",
            ]
        );
        let expected = "\"The ministry said 26 people were killed on Friday.\", ministry, via Herald, 14 March 2031\n\
                        \"The ministry said at least 26 criminals were killed on Friday in Estrava.\", speaker not stated, \
                        via state radio, Post, 15 March 2031";
        assert_eq!(citations, expected);
    }

    #[test]
    fn a_sentence_stands_once_and_a_very_long_one_is_shown_whole() {
        let long = format!("{} {{killed|7 dead}}.", "word ".repeat(400));
        let articles: &[(&str, &str, &str)] = &[("A", "", "{killed|3 dead} and {injured|9 hurt}."), ("B", "", &long)];
        let (lines, _) = shown(articles, &["3 dead", "9 hurt", "7 dead"]);
        assert_eq!(lines.len(), 2);
        assert!(lines.last().is_some_and(|line| line.contains("7 dead")));
        assert!(sides(&store(&[]), &[], &Sources::default()).is_empty());
    }
    #[test]
    fn a_row_of_a_table_is_told_by_its_columns() {
        let store = crate::show::testing::table(
            "day,town,killed,injured,source\n14 March 2031,Estrava,3,\"1,200\",Police\n15 March 2031,Estrava,4,7,Police\n",
        );
        let claims: Vec<_> = store.claims().map(|claim| claim.id).take(2).collect();
        let rows = sides(&store, &claims, &Sources::new(&store, LinesBy::Speaker));
        let told = "day: 14 March 2031, town: Estrava, injured: 1,200, source: Police";
        let row = rows
            .iter()
            .find(|row| row.claim == claims[1])
            .expect("the second count of the row");
        let words: Vec<&str> = row.pieces.iter().map(|piece| piece.words.as_str()).collect();
        assert_eq!(words.join(" "), told);
        let number: Vec<&str> = (row.pieces.iter().filter(|piece| piece.claim))
            .map(|piece| piece.words.as_str())
            .collect();
        assert_eq!(number, ["1,200,"]);
        assert!(row.citation.starts_with(&format!("\"{told}\"")), "{}", row.citation);
    }
}
