//! The words that name harm, as rows; and where they stand in a text.
//!
//! How to add one: a row in `assets/words/outcomes.tsv`, three sentences that must give a claim and three that must not in `examples.rs`, then
//! `cargo test --lib claim`.

use std::ops::Range;
use std::sync::OnceLock;

use super::Kind;
use super::lexicon::{Tag, Words};
use crate::rule::RuleSet;
use crate::token::Scan;

/// How an outcome takes the people that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// The harmed are its object, or its subject in the passive.
    Hits,
    /// The harmed are its subject.
    Suffers,
    /// An adjective: "were dead", "12 dead".
    State,
    /// A noun that is counted itself ("12 deaths") or takes the harmed with "of".
    Noun,
    /// "lives": counted or with "of".
    Lives,
    /// "toll": the number follows somewhere.
    Toll,
}

/// Whether any counted noun will do, or only one that is known to be a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Whatever is counted, unless it is known to be a thing.
    Any,
    /// A person: the words have other uses ("released 12 statements").
    Person,
}

const TABLE: &str = include_str!("../../assets/words/outcomes.tsv");

/// A row of the table: id, kind, frame, needs, words.
struct Row {
    id: &'static str,
    kind: Kind,
    frame: Frame,
    needs: Needs,
    words: &'static str,
}

impl Row {
    fn parse(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        Some(Self {
            id: cells.next()?,
            kind: Kind::from_id(cells.next()?)?,
            frame: match cells.next()? {
                "hits" => Frame::Hits,
                "suffers" => Frame::Suffers,
                "state" => Frame::State,
                "noun" => Frame::Noun,
                "lives" => Frame::Lives,
                "toll" => Frame::Toll,
                _ => return None,
            },
            needs: match cells.next()? {
                "any" => Needs::Any,
                "person" => Needs::Person,
                _ => return None,
            },
            words: cells.next()?,
        })
    }
}

/// The table, parsed once. The longest row that holds at a word wins; of equals the first.
struct Table {
    rows: Vec<Row>,
    rules: RuleSet,
}

fn table() -> &'static Table {
    static TABLE_READ: OnceLock<Table> = OnceLock::new();
    TABLE_READ.get_or_init(|| {
        let rows: Vec<Row> = TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(Row::parse)
            .collect();
        Table {
            rules: RuleSet::new(rows.iter().map(|row| row.words)),
            rows,
        }
    })
}

/// How the verb of an outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "kill", "kills"
    Present,
    /// "killed": past or participle
    Past,
    /// "killing"
    Ing,
}

/// Words that name harm.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its row of the table.
    pub(super) row: usize,
    /// What happens.
    pub(super) kind: Kind,
    /// How it takes its people.
    pub(super) frame: Frame,
    /// What it needs.
    pub(super) needs: Needs,
    /// How its verb is written.
    pub(super) form: Form,
}

impl Outcome {
    /// The stable id of its row.
    pub(super) fn id(&self) -> &'static str {
        table().rows.get(self.row).map_or("", |row| row.id)
    }

    /// True for the row of that id.
    pub(super) fn row_is(&self, id: &str) -> bool {
        self.id() == id
    }
}

const IRREGULAR_PAST: &[&str] = &[
    "shot", "slain", "slew", "hurt", "held", "fled", "taken", "took", "lost", "met", "beaten", "left", "found", "made",
    "set", "put", "blown", "burnt", "driven", "sought", "gone", "went", "froze", "frozen", "bled", "beat", "dead",
    "lay", "hit", "struck", "cut", "caught", "torn", "laid", "given", "gave", "led", "sent", "kept", "thrown", "mown",
    "broke", "let", "done", "bitten", "flung", "brought", "drove", "run", "ran", "flown", "swept", "spent", "slept",
    "quit", "overcome", "fell", "fallen", "sank", "came", "became", "leapt", "paid", "rode", "saw", "stood",
    "withdrew", "won",
];

fn form(verb: &str) -> Form {
    if verb.ends_with("ing") {
        Form::Ing
    } else if verb.ends_with("ed") && verb != "bleed" || IRREGULAR_PAST.contains(&verb) || verb.ends_with("lly") {
        Form::Past
    } else {
        Form::Present
    }
}

/// The most words that may stand in a gap: "suffered what doctors called serious injuries".
const GAP: usize = 4;

/// Every outcome of the text, in order, never meeting.
pub(super) fn find(scan: &Scan<'_>, words: &Words) -> Vec<Outcome> {
    let table = table();
    let mut out: Vec<Outcome> = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        let classes = |_: &str, from: usize| gap_ends(scan, words, from);
        let best = table
            .rules
            .hits(scan, at, &classes)
            .into_iter()
            // "killed himself and four others": the verb has more objects
            .filter(|hit| {
                table
                    .rows
                    .get(hit.row)
                    .is_none_or(|row| !is_torn(scan, row, &hit.tokens))
            })
            .filter(|hit| {
                let own = table.rows.get(hit.row).is_some_and(|row| row.id.ends_with("-self"));
                !own || scan.lower(hit.tokens.end) != "and"
            })
            .min_by_key(|hit| (usize::MAX - hit.tokens.end, hit.row));
        let Some((hit, row)) = best
            .and_then(|hit| table.rows.get(hit.row).map(|row| (hit, row)))
            .filter(|(hit, row)| !is_no_harm(scan, words, row.id, &hit.tokens))
        else {
            at += 1;
            continue;
        };
        let frame = nominal(scan, words, &hit.tokens, row.frame);
        out.push(Outcome {
            row: hit.row,
            kind: row.kind,
            frame,
            needs: row.needs,
            form: form(scan.lower(at)),
            tokens: hit.tokens.clone(),
        });
        at = hit.tokens.end;
    }
    out
}

/// Words of a row that name no harm where they stand: parts of names and of other words.
fn is_no_harm(scan: &Scan<'_>, words: &Words, id: &str, tokens: &Range<usize>) -> bool {
    let at = tokens.start;
    let next = scan.lower(tokens.end);
    match scan.lower(at) {
        // "the Dead Sea"
        "dead" if next == "sea" => true,
        // "die-hard fans", "a dead-end street"
        "die" | "dead" if next == "-" => matches!(
            scan.lower(tokens.end + 1),
            "hard" | "hards" | "end" | "line" | "lock" | "weight" | "heat" | "pan" | "beat"
        ),
        "free" => is_free_army(scan, at),
        // "one person remains missing": the verb
        "remains" => at > 0 && words.is(at - 1, Tag::PERSON) && words.is(at - 1, Tag::SINGULAR),
        // "the storm died out over Orla"
        verb if id == "killed/die" => verb.starts_with("di") && matches!(next, "out" | "down" | "away"),
        // "kept out of jail", "broke out of prison"
        "out" if id == "released/out-of-jail" => {
            at == 0
                || matches!(
                    scan.lower(at - 1),
                    "get"
                        | "gets"
                        | "getting"
                        | "kept"
                        | "keep"
                        | "keeps"
                        | "keeping"
                        | "stay"
                        | "stayed"
                        | "staying"
                        | "remain"
                        | "broke"
                        | "break"
                        | "broken"
                        | "escaped"
                        | "escape"
                        | "smuggled"
                        | "way"
                        | "breaking"
                        | "bust"
                        | "stays"
                )
        }
        // "were hit": the passive only
        "hit" if id == "injured/struck" => !is_passive(words, at),
        // "six fallen soldiers", not "had fallen behind"
        "fallen" if id == "killed/fallen" => !is_of_the_dead(scan, words, tokens),
        // "an exchange of fire", "exchanged insults"
        _ if id == "released/exchange" => super::link_tail::is_no_swap(scan, tokens.end),
        // "let go of his hand", not "let out of prison"
        _ => id == "released/let-go-passive" && next == "of" && scan.lower(at + 1) == "go",
    }
}

/// "were hit", "had also been hit"
fn is_passive(words: &Words, at: usize) -> bool {
    (at.saturating_sub(2)..at)
        .rev()
        .take_while(|&at| words.is(at, Tag::BE.or(Tag::ADVERB)))
        .any(|at| words.is(at, Tag::BE))
}

/// "six fallen soldiers", "six soldiers fallen, nine hurt": a person's word right by it.
fn is_of_the_dead(scan: &Scan<'_>, words: &Words, tokens: &Range<usize>) -> bool {
    let apposed = tokens.start > 0
        && words.is(tokens.start - 1, Tag::PERSON)
        && matches!(scan.lower(tokens.end), "," | ";" | "." | "and");
    apposed || words.is(tokens.end, Tag::PERSON) && !words.is(tokens.end, Tag::VERB)
}

/// "four members of the Free Varland Army died": a name, and nobody who was freed.
fn is_free_army(scan: &Scan<'_>, at: usize) -> bool {
    let capital = |at: usize| scan.tokens.get(at).is_some_and(|token| token.capital);
    scan.lower(at) == "free" && (capital(at) && capital(at + 1) || scan.lower(at + 2) == "army")
}

/// "moved to secure a hospital": an article that a verb in the gap takes.
fn turns(scan: &Scan<'_>, words: &Words, from: usize, at: usize) -> bool {
    at > from
        && scan.lower(from.saturating_sub(1)) == "to"
        && matches!(scan.lower(at), "a" | "an" | "the" | "their" | "his" | "her")
        && !words.is(at - 1, Tag::PREP)
}

/// Where a gap that begins at `from` can end; "non-life-threatening" is one word of it.
fn gap_ends(scan: &Scan<'_>, words: &Words, from: usize) -> Vec<usize> {
    let mut ends = vec![from];
    let (mut at, mut count) = (from, 0);
    while is_gap(scan, words, at) && !turns(scan, words, from, at) {
        let hyphen = |at: usize| scan.lower(at) == "-";
        let joined = hyphen(at) || at > from && hyphen(at - 1);
        count += usize::from(!joined);
        at += 1;
        if count > GAP || at > from + 2 * GAP {
            break;
        }
        ends.push(at);
    }
    ends
}

fn is_gap(scan: &Scan<'_>, words: &Words, at: usize) -> bool {
    scan.tokens
        .get(at)
        .is_some_and(|token| token.lower.chars().any(char::is_alphanumeric) || &*token.lower == "-")
        && !words.is(at, Tag::SUBORD.or(Tag::PRON).or(Tag::BE))
}

/// "the killing of", "two arrests": a verb form that is used as a noun.
fn nominal(scan: &Scan<'_>, words: &Words, tokens: &Range<usize>, frame: Frame) -> Frame {
    let verb = scan.lower(tokens.start);
    let can_be_noun = tokens.len() == 1
        && (verb.ends_with("ing")
            || matches!(
                verb,
                "arrest" | "arrests" | "release" | "murder" | "capture" | "wound" | "exchange" | "swap"
            ));
    let after_of = scan.lower(tokens.end) == "of";
    let before = tokens.start.checked_sub(1);
    let determined = before.is_some_and(|at| {
        words.is(at, Tag::DET.or(Tag::POSS))
            || scan.lower(at).ends_with("'s")
            || scan.lower(at) == "of" && !verb.ends_with("ing")
            // "in the ensuing exchange", "a prisoner swap"
            || matches!(verb, "exchange" | "swap")
                && !scan.lower(at).ends_with('s')
                && at > 0
                && words.is(at - 1, Tag::DET)
    });
    // "of his wounds", "bullet wounds": a verb only before a count
    if verb == "wounds" && tokens.len() == 1 {
        let next = scan.lower(tokens.end);
        let counts = is_numeral(next)
            || matches!(
                next,
                "at" | "over" | "about" | "nearly" | "up" | "some" | "a" | "an" | "one" | "almost" | "around"
            );
        return if counts && !determined && !before.is_some_and(|at| words.is(at, Tag::PREP)) {
            frame
        } else {
            Frame::Noun
        };
    }
    // "17 arrests": no verb in -s follows its own plural subject
    let counted = verb == "arrests"
        && before.is_some_and(|at| {
            // "112 arbitrary arrests"
            let described = at > 0 && is_numeral(scan.lower(at - 1)) && !words.is(at, Tag::PERSON.or(Tag::PAST));
            is_numeral(scan.lower(at)) || described
        });
    if frame == Frame::Hits && counted {
        return Frame::Noun;
    }
    if frame == Frame::Hits && can_be_noun && (after_of || determined && !words.is(tokens.end, Tag::DET)) {
        return Frame::Noun;
    }
    frame
}

/// Words of a row that belong to two counts, or to the count itself: "left 12 dead and wounded 30", "a number of people who went
/// missing".
fn is_torn(scan: &Scan<'_>, row: &Row, tokens: &Range<usize>) -> bool {
    // "found dead in her flat with stab wounds": the dead have no wounds to be told of
    let found = row.kind == Kind::Injured && row.frame == Frame::Hits && tokens.len() > 2;
    if found && tokens.clone().any(|at| matches!(scan.lower(at), "dead" | "lifeless")) {
        return true;
    }
    // "found three men with gunshot wounds"
    if row.id == "injured/brought-in" && is_numeral(scan.lower(tokens.start + 1)) {
        return true;
    }
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| scan.lower(at));
    match scan.lower(tokens.start) {
        "dead" => {
            row.id == "casualties/killed-and" && scan.lower(tokens.start + 1) == "and" && counts_next(scan, tokens.end)
        }
        "number" => row.frame == Frame::Toll && (word(1) == "a" || matches!(word(2), "a" | "an") && word(1) != "total"),
        _ => false,
    }
}

/// A number, or a word that stands before one.
fn counts_next(scan: &Scan<'_>, at: usize) -> bool {
    is_numeral(scan.lower(at))
        || matches!(
            scan.lower(at),
            "over" | "about" | "nearly" | "almost" | "around" | "some" | "another"
        ) && is_numeral(scan.lower(at + 1))
        || matches!(scan.lower(at), "at" | "up" | "more") && is_numeral(scan.lower(at + 2))
}

fn is_numeral(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            word,
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "dozen"
                | "dozens"
                | "several"
                | "hundred"
                | "hundreds"
                | "more"
                | "further"
                | "many"
                | "scores"
                | "tens"
                | "thousand"
                | "thousands"
        )
}

#[cfg(test)]
mod tests {
    use super::{TABLE, table};

    #[test]
    fn every_row_is_read_and_ids_are_of_their_kind() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(table().rows.len(), lines);
        for row in &table().rows {
            assert!(row.id.starts_with(row.kind.id()), "{}", row.id);
        }
    }
}
