//! Counts whose harm was named before and is not named again: "it lowered the total to 28", "the committee spoke of 40".

use super::Kind;
use super::left::last_link;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::phrase::{Head, Phrase};

/// "let eight of them go", "set 12 fishermen free"
pub(super) fn let_go(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let verb = phrase.tokens.start.checked_sub(1)?;
    let lets = matches!(
        text.lower(verb),
        "let" | "lets" | "letting" | "set" | "sets" | "setting"
    );
    let goes = matches!(text.lower(phrase.end), "go" | "free" | "loose");
    (lets && goes && phrase.head != Head::Thing).then(|| Link {
        phrase: index,
        kind: Kind::Released,
        outcome: phrase.end..phrase.end + 1,
        row: "released/let-go",
        rule: "link/let-go",
        part: phrase.of_them,
        confidence: 0.85,
    })
}

/// Words for the count itself, whatever it counts.
const COUNTS: &[&str] = &[
    "total", "count", "figure", "tally", "number", "toll", "its", "estimate", "figures",
];

/// True for a word of [`COUNTS`].
pub(super) fn is_count_noun(word: &str) -> bool {
    COUNTS.contains(&word)
}

/// "it lowered the total to 28", "bringing the total to 40", "the figure stands at 12".
pub(super) fn total_on(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    if !bare_end(linker, phrase) {
        return None;
    }
    let joint = phrase.tokens.start.checked_sub(1)?;
    let start = text.sentence(phrase.tokens.start).start;
    let fits = matches!(text.lower(joint), "to" | "at" | "now" | "from" | "was" | "is" | "of");
    let noun = (start.max(joint.saturating_sub(7))..joint)
        .rev()
        .take_while(|&at| text.quantity(at).is_none() && text.lower(at) != ";")
        .find(|&at| COUNTS.contains(&text.lower(at)))?;
    let moved = (start.max(noun.saturating_sub(3))..joint).any(|at| {
        [
            "rais", "lower", "revis", "bring", "brought", "correct", "put", "ris", "rose", "now", "stand", "stood",
            "cut", "reduc", "total", "increas",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    });
    (fits && moved).then(|| on(linker, index, phrase, links, "link/total-on"))?
}

/// "on Wednesday it had spoken of 2,100", "a day earlier it had been 31".
pub(super) fn spoken_of(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    if !bare_end(linker, phrase) {
        return None;
    }
    let joint = phrase.tokens.start.checked_sub(1)?;
    let spoken = text.lower(joint) == "of"
        && matches!(
            text.lower(joint.checked_sub(1)?),
            "spoke" | "speaks" | "spoken" | "talked"
        );
    let been = matches!(text.lower(joint), "was" | "been" | "is")
        && (joint.saturating_sub(3)..joint).any(|at| text.lower(at) == "it")
        && !text.is(phrase.end, Tag::PREP);
    let said = matches!(text.lower(phrase.end), ",")
        && text.is(phrase.end + 1, Tag::SAY)
        && phrase.tokens.start == text.sentence(phrase.tokens.start).start;
    (spoken || been || said).then(|| on(linker, index, phrase, links, "link/spoken-of"))?
}

/// A number without a noun, at the end of its clause.
fn bare_end(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let end = phrase.end;
    let closes = !text.is_word(end)
        || text.is(
            end,
            Tag::PREP
                .or(Tag::CONJ)
                .or(Tag::SUBORD)
                .or(Tag::TIME)
                .or(Tag::ADVERB)
                .or(Tag::SAY),
        );
    phrase.head == Head::Bare && closes && text.lower(end) != "%"
}

/// The harm of the count before it.
fn on(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], rule: &'static str) -> Option<Link> {
    let before = last_link(linker, phrase, links)?;
    Some(Link {
        phrase: index,
        rule,
        part: false,
        confidence: before.confidence * 0.8,
        ..before.clone()
    })
}
