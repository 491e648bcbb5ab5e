//! Counts whose harm was named before and is not named again: "it lowered the total to 28", "the committee spoke of 40".

use super::Kind;
use super::back::last_link;
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
    let goes = matches!(text.lower(phrase.end), "go" | "free" | "loose")
        || text.reads(phrase.end, &["at", "liberty"])
        || matches!(text.lower(phrase.end), "off" | "out") && super::link_freed::are_captives(linker, phrase);
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

/// "another eight were found later": of bodies that were spoken of before.
pub(super) fn found_too(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let found = text.is(phrase.end, Tag::BE)
        && matches!(
            text.lower(phrase.end + 1),
            "found" | "discovered" | "recovered" | "retrieved" | "pulled" | "exhumed" | "unearthed" | "dumped"
        );
    // "At least 300 bodies were buried. Many more remain in the streets."
    let lies = phrase.others && matches!(text.lower(phrase.end), "remain" | "remained" | "lie" | "lay");
    let found = found || lies;
    let dead = matches!(phrase.head, Head::Bare)
        || phrase.others
        || phrase.of_them
        || matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "victims" | "others"));
    if !found || !dead {
        return None;
    }
    let part = phrase.of_them || text.lower(phrase.tokens.start + 1) == "of";
    let before = last_link(linker, phrase, links)
        .filter(|before| before.row == "killed/bodies" || before.rule == "link/found-too");
    if let Some(before) = before {
        let (confidence, before) = (before.confidence * 0.8, before.clone());
        let rule = "link/found-too";
        return Some(Link {
            phrase: index,
            rule,
            part,
            confidence,
            ..before
        });
    }
    let start = phrase.tokens.start;
    let bodies = (start.saturating_sub(90)..start).rev().find_map(|at| {
        text.outcome_from(at)
            .filter(|outcome| outcome.row_is("killed/bodies") && text.lower(at) != "remains")
    })?;
    let mut link = linker.link(index, bodies, "link/found-too", 0.6);
    link.part = part;
    Some(link)
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
        // "raised its to 40", not "raise its observers to 300"
        .find(|&at| COUNTS.contains(&text.lower(at)) && (text.lower(at) != "its" || at + 1 == joint))?;
    let moved = (start.max(noun.saturating_sub(6))..joint).any(|at| {
        [
            "rais", "lower", "revis", "bring", "brought", "correct", "put", "ris", "rose", "now", "stand", "stood",
            "cut", "reduc", "total", "increas", "taking", "took", "takes",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    });
    // "the number was at least 90"
    let told =
        noun + 1 == joint && matches!(text.lower(joint), "was" | "is") && text.is(noun.saturating_sub(1), Tag::DET);
    (fits && moved || told).then(|| on(linker, index, phrase, links, "link/total-on"))?
}

/// "up from 7 earlier", "has risen to nine from seven": the figure before.
pub(super) fn up_from(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let joint = phrase.tokens.start.checked_sub(2)?;
    // "15 died this month, compared to nine in March"
    let compared =
        matches!(text.lower(joint), "compared" | "against") && matches!(text.lower(joint + 1), "to" | "with");
    let compared = compared || against(linker, phrase, joint + 1);
    let from = (text.lower(joint + 1) == "from" || compared) && bare_end(linker, phrase);
    let before = last_link(linker, phrase, links).filter(|_| from)?;
    let other = linker.phrases.get(before.phrase)?;
    let up = matches!(text.lower(joint), "up" | "down") && text.lower(joint + 1) == "from";
    let tolls = matches!(before.rule, "link/toll" | "link/numbered" | "link/total-on") && other.end == joint + 1;
    // "climbed to 26 by nightfall, up from 19"
    let dated =
        (other.end..joint).all(|at| text.is(at, Tag::PREP.or(Tag::TIME)) || !text.is_word(at) || text.is_name(at));
    let near = other.end.max(before.outcome.end) + if dated { 6 } else { 3 } > joint;
    let same = compared && linker.text.sentence(other.tokens.start).contains(&joint);
    (up && near || tolls || same).then(|| on(linker, index, phrase, links, "link/up-from"))?
}

/// "15 died this month, as against nine in March", "fewer than the 40 in 2019"; `last` stands right before the number.
fn against(linker: &Linker<'_, '_>, phrase: &Phrase, last: usize) -> bool {
    let text = linker.text;
    let when = matches!(text.lower(phrase.end), "in" | "during" | "for" | "last" | "a" | "the");
    let word = last - usize::from(last > 0 && text.lower(last) == "the");
    let fewer = text.lower(word) == "than"
        && word < last
        && (word.saturating_sub(4)..word).any(|at| {
            matches!(
                text.lower(at),
                "fewer" | "more" | "less" | "higher" | "lower" | "double"
            )
        });
    when && (text.lower(word) == "against" || fewer)
}

/// The most tokens back to where the lost were first told.
const TOLD_BACK: usize = 160;

/// "no contact with the six": those who were told to be missing or held before.
pub(super) fn told_before(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let start = phrase.tokens.start;
    let before = start.checked_sub(1)?;
    let definite = text.lower(before) == "the" && bare_end(linker, phrase) && phrase.tokens.len() == 1;
    let with = text.is(before.checked_sub(1)?, Tag::PREP) || text.is(before - 1, Tag::VERB.or(Tag::ING));
    let value = linker
        .text
        .quantities
        .get(phrase.quantity)?
        .figure
        .value
        .filter(|&value| value > 1)?;
    if !definite || !with {
        return None;
    }
    let same = |link: &&Link| {
        linker.phrases.get(link.phrase).is_some_and(|other| {
            other.tokens.start < start
                && other.tokens.start + TOLD_BACK > start
                && text
                    .quantities
                    .get(other.quantity)
                    .and_then(|quantity| quantity.figure.value)
                    == Some(value)
                && matches!(other.head, Head::Person(_))
        })
    };
    let told = links.iter().rev().take(40).find(same)?;
    matches!(told.kind, Kind::Missing | Kind::Abducted).then(|| Link {
        phrase: index,
        rule: "link/told-before",
        part: false,
        confidence: told.confidence * 0.6,
        ..told.clone()
    })
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
pub(super) fn bare_end(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
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
