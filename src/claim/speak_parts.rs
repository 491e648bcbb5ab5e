//! What parts a sentence for those who speak in it: datelines in its middle, new clauses, names that read like verbs.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::Saying;
use super::speak_cut;
use super::speak_words::{self as words, Role};
use super::subject::right;
use super::text::Text;

/// The sentence, parted behind a dateline and where headlines run on without a stop.
pub(super) fn parts(text: &Text<'_, '_>, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut cuts = speak_cut::cuts(text, &sentence);
    let head = dateline(text, &sentence).or_else(|| stamp(text, &sentence));
    cuts.extend(head.or_else(|| byline(text, &sentence)));
    cuts.sort_unstable();
    cuts.push(sentence.end);
    let mut from = sentence.start;
    cuts.into_iter().filter_map(move |cut| {
        let part = from..cut;
        from = cut;
        (!part.is_empty()).then_some(part)
    })
}

/// Behind the dash of "(EPN) --", where words stand before it.
fn dateline(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
    let open = (sentence.start + 1..sentence.end).filter(|&at| text.lower(at) == "(");
    open.take(4).find_map(|open| {
        let close = (open + 2..sentence.end.min(open + 5)).find(|&at| text.lower(at) == ")")?;
        let agency = words::is_acronym(text, open + 1) || words::is(text.lower(open + 1), Role::OUTLET);
        let dash = matches!(text.lower(close + 1), "-" | "–" | "—") && text.is_spaced(close + 1);
        let behind = close + 2 + usize::from(text.lower(close + 2) == "-");
        let token = text.scan.tokens.get(behind)?;
        (agency && dash && text.is_spaced(behind) && token.capital && behind < sentence.end).then_some(behind)
    })
}

/// Behind the zone of "9 May 2005 00.00 BST", where the article begins without a stop.
fn stamp(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
    let end = sentence.end.min(sentence.start + 10);
    let zone = (sentence.start + 3..end).find(|&at| matches!(text.lower(at), "bst" | "gmt" | "edt" | "est" | "ist"))?;
    (text.is_numeral(zone - 1) && text.is_capital(zone + 1) && zone + 1 < sentence.end).then_some(zone + 1)
}

/// Behind "By the EPN Wire Staff", where the article begins without a stop.
fn byline(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
    let first = sentence.start;
    let end = sentence.end.min(first + 7);
    let by = text.lower(first) == "by" && text.is_capital(first);
    let staff = by.then(|| (first + 2..end).find(|&at| text.lower(at) == "staff" && text.is_capital(at)))??;
    (staff + 1 < sentence.end && text.is_capital(staff + 1)).then_some(staff + 1)
}

/// "Said" in a name: alone, or behind a first name where the words around have small letters.
pub(super) fn is_name_said(text: &Text<'_, '_>, at: usize) -> bool {
    if !text.is_name(at - 1) {
        return true;
    }
    let small = |at: usize| text.is_word(at) && text.lower(at).len() > 3 && !text.is_capital(at);
    let start = text.sentence(at).start;
    (at.saturating_sub(6).max(start)..at).any(small)
}

/// "let's say 12", "let us say 12": who speaks puts it so, whoever that is.
pub(super) fn is_let(text: &Text<'_, '_>, prior: usize) -> bool {
    let us = text.lower(prior) == "us" && prior > 0 && text.lower(prior - 1) == "let";
    us || matches!(text.lower(prior), "let's" | "lets")
}

/// "has confirmed media reports that": who confirms them vouches, not the media.
pub(super) fn vouched(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "reports" | "claims" | "estimates")
        && text.lower(at + 1) == "that"
        && (at.saturating_sub(4)..at).any(|at| {
            matches!(
                text.lower(at),
                "confirmed" | "confirms" | "acknowledged" | "acknowledges" | "reiterated" | "reiterates"
            )
        })
}

/// "No report", "Other", "9 May 2005": nobody who speaks.
pub(super) fn names_nobody(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    let first = text.lower(speaker.start);
    first == "no" || first == "other" && speaker.len() == 1 || is_day(text, speaker)
}

/// "17", "9 May 2005".
fn is_day(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    speaker.clone().any(|at| text.is_numeral(at))
        && speaker
            .clone()
            .all(|at| text.is_numeral(at) || text.is(at, Tag::TIME) || !text.is_word(at))
}

/// "we're told": a passive whose auxiliary is part of the pronoun.
pub(super) fn is_we_are(text: &Text<'_, '_>, prior: Option<usize>) -> bool {
    let word = prior.map_or("", |prior| text.lower(prior));
    ["'re", "'m"].iter().any(|ending| word.ends_with(ending))
}

/// "The ministry counts 12 dead, but there are fears of more": what others fear ends what was said.
pub(super) fn others_fear(text: &Text<'_, '_>, verb: usize, end: usize) -> usize {
    let joins = |at: usize| matches!(text.lower(at), "but" | "although" | "though" | "while" | "and");
    (verb + 2..end)
        .find(|&at| {
            text.lower(at) == "there"
                && joins(at - 1)
                && text.is(at + 1, Tag::BE)
                && matches!(
                    text.lower(at + 2),
                    "fears" | "concerns" | "reports" | "rumours" | "rumors" | "claims"
                )
                || appears(text, at)
        })
        .unwrap_or(end)
}

/// ", and it now appears 12 soldiers died": the article's own conclusion.
fn appears(text: &Text<'_, '_>, at: usize) -> bool {
    let verb = at + 1 + usize::from(text.lower(at + 1) == "now");
    text.lower(at) == "it"
        && matches!(text.lower(at - 1), "but" | "and" | "although" | "though")
        && text.lower(at.saturating_sub(2)) == ","
        && matches!(text.lower(verb), "appears" | "seems")
}

/// "in which a bus was burnt and said that": no passive, but what the subject of the sentence says.
pub(super) fn joined_on(text: &Text<'_, '_>, at: usize) -> bool {
    at > 0 && matches!(text.lower(at - 1), "and" | "but") && text.lower(at + 1) == "that"
}

/// "according to estimates cited on Friday by Orne": who cites them.
pub(super) fn cited_by(text: &Text<'_, '_>, speaker: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let cited = matches!(
        text.lower(speaker.end - 1),
        "cited" | "quoted" | "compiled" | "released"
    );
    if !cited || !words::is(text.lower(speaker.start), Role::DOCUMENT) {
        return None;
    }
    let by = (speaker.end..end.min(speaker.end + 4)).find(|&at| text.lower(at) == "by")?;
    right(text, by + 1, end)
}

/// The rule of a saying in a clause that hangs on a counted noun without "who".
pub(super) const CONTACT: &str = "speaker/contact";

/// "The 10 people residents said were hurt": the counted stand right before who speaks; the number and the speaker.
pub(super) fn contact(text: &Text<'_, '_>, speaker: &Range<usize>, verb: usize) -> Option<(usize, Range<usize>)> {
    let last = speaker.end - 1;
    let number = speaker
        .clone()
        .find(|&at| text.quantity(at).is_some() && !text.is(at, Tag::DET))?;
    let noun = (number + 1..last).rev().find(|&at| text.is(at, Tag::PERSON))?;
    let speaks = words::is(text.lower(last), Role::SOURCE) && text.lower(last).ends_with('s');
    let held = text.is(verb + 1, Tag::BE.or(Tag::HAVE)) && last + 1 == verb;
    (speaks && held && noun + 2 >= last).then_some((number, noun + 1..speaker.end))
}

/// "The league also reported that: Two died in Orla Nine died in Marr": it holds for all lines, where nobody else speaks.
pub(super) fn listed(text: &Text<'_, '_>, end: usize, sayings: &mut [Saying]) {
    let first = |one: &Saying| {
        let open = (one.verb + 1..one.verb + 4).any(|at| text.lower(at) == "that" && text.lower(at + 1) == ":");
        let label = text.lower(one.verb) == ":" && text.lower(one.verb - 1) == "that";
        let others = one.rule == "speaker/made-by" && text.reads(text.sentence(one.verb).start, &["in", "other"]);
        open || label || others
    };
    let Some(row) = sayings.iter().position(first) else {
        return;
    };
    let next = sayings
        .get(row + 1)
        .map_or(end, |next| next.speaker.start.min(next.verb));
    if let Some(list) = sayings.get_mut(row).filter(|list| list.reach.end < next) {
        list.reach.end = next;
    }
}

/// "Some reports say", "Early estimates suggest", "reports from Orla said": papers of nobody.
pub(super) fn of_nobody(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    let last = speaker.end - 1;
    match text.lower(speaker.start) {
        "toll" | "tolls" if text.lower(speaker.start + 1) == "of" => return true,
        "reports" | "rumours" | "rumors" if text.lower(speaker.start + 1) == "from" => {
            return text.is_name(last) && !words::any(text, speaker.start + 1..speaker.end, Role::SOURCE);
        }
        _ => {}
    }
    let plain = |at: usize| {
        matches!(
            text.lower(at),
            "some"
                | "several"
                | "other"
                | "many"
                | "initial"
                | "early"
                | "first"
                | "preliminary"
                | "conservative"
                | "unconfirmed"
                | "various"
                | "conflicting"
                | "latest"
                | "recent"
                | "the"
                | "since"
                | "then"
        )
    };
    matches!(text.lower(last), "reports" | "estimates" | "rumours" | "rumors")
        && text.lower(speaker.start) != "the"
        && (speaker.start..last).all(plain)
}

/// "Prosecuting attorney", "the attending nurse": an act that names an office.
pub(super) fn is_office(text: &Text<'_, '_>, at: usize) -> bool {
    let office = matches!(
        text.lower(at),
        "prosecuting"
            | "investigating"
            | "attending"
            | "presiding"
            | "commanding"
            | "arresting"
            | "acting"
            | "visiting"
            | "leading"
    );
    office && (text.is(at + 1, Tag::PERSON) || words::is(text.lower(at + 1), Role::SOURCE))
}

/// "says Marr In the first count": a small word with a capital begins a sentence whose stop before it is missing.
pub(super) fn begins_anew(text: &Text<'_, '_>, at: usize) -> bool {
    let (Some(token), Some(next)) = (text.scan.tokens.get(at), text.scan.tokens.get(at + 1)) else {
        return false;
    };
    text.words.capitals_tell
        && token.capital
        && !next.capital
        && matches!(
            text.lower(at),
            "in" | "on" | "at" | "after" | "when" | "but" | "as" | "while" | "during" | "by" | "from"
        )
        && !token.all_capitals(text.scan.text)
}

/// "wrote Judge Roan in the order": where it was said.
pub(super) fn in_paper(text: &Text<'_, '_>, at: usize) -> bool {
    let own = matches!(text.lower(at + 1), "the" | "a" | "an" | "his" | "her" | "their" | "its");
    let paper = text.lower(at + 2);
    text.lower(at) == "in"
        && own
        && (words::is(paper, Role::DOCUMENT)
            || matches!(
                paper,
                "order" | "ruling" | "interview" | "email" | "speech" | "video" | "complaint" | "verdict"
            ))
}

/// "Armando “AJ” Merez": a nickname that opens at `at`, inside a name.
pub(super) fn nicknamed(text: &Text<'_, '_>, at: usize) -> bool {
    let quote = |at: usize| matches!(text.lower(at), "“" | "”" | "\"" | "'");
    quote(at) && quote(at + 2) && text.is_name(at - 1) && text.is_name(at + 1) && text.is_name(at + 3)
}

/// "got a call from a man who said": the word before who is heard, where a call or a note comes from somebody.
pub(super) fn heard_from(text: &Text<'_, '_>, end: usize, start: usize) -> Option<usize> {
    let from = (end.saturating_sub(6).max(start + 1)..end)
        .rev()
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.lower(at) == "from")?;
    let note = matches!(
        text.lower(from - 1),
        "call" | "calls" | "message" | "text" | "tip" | "letter" | "report" | "reports"
    );
    (note && from + 1 < end && words::can_speak(text, &(from + 1..end))).then_some(from)
}

/// "the author, using the same means, who reported": before what somebody does, told between commas.
pub(super) fn before_acts(text: &Text<'_, '_>, end: usize, start: usize) -> usize {
    let comma = (end.saturating_sub(10).max(start + 1)..end)
        .rev()
        .find(|&at| text.lower(at) == ",");
    let speaks = end > start && words::can_speak(text, &(end - 1..end));
    comma
        .filter(|_| !speaks)
        .filter(|&comma| {
            let first = comma + 1;
            text.lower(first).ends_with("ing")
                && text.is(first, Tag::ING)
                && !words::is(text.lower(first), Role::SOURCE)
        })
        .unwrap_or(end)
}

/// "said Marr, whose brother was among the 12", "Brenk told EPN by phone from Tarn, where 12 died": what is told of who
/// spoke, or of where it was said, is no part of what was said.
pub(super) fn tells_more(text: &Text<'_, '_>, from: usize, end: usize) -> usize {
    let stop = (from..end.min(from + 12)).find(|&at| !text.is_word(at) && !matches!(text.lower(at), "-" | "'"));
    let Some(comma) = stop.filter(|&at| at > 0 && text.lower(at) == ",") else {
        return end;
    };
    let more = match text.lower(comma + 1) {
        "whose" => true,
        // "troops came, Marr said on Friday, where 12 died": of what was said before
        "which" | "where" => !text.is(comma - 1, Tag::SAY.or(Tag::TIME)),
        _ => false,
    };
    if more { comma } else { end }
}

/// "12 writers who the league said were killed": where the count stands to which what is said belongs.
pub(super) fn antecedent(text: &Text<'_, '_>, speaker: &Range<usize>, verb: usize, start: usize) -> Option<usize> {
    let link = speaker.start.checked_sub(1).filter(|&at| at > start)?;
    let finite = text.is(verb + 1, Tag::BE.or(Tag::HAVE));
    if !finite || !matches!(text.lower(link), "who" | "which") || text.lower(link - 1) == "," {
        return None;
    }
    (link.saturating_sub(5).max(start)..link)
        .rev()
        .find(|&at| text.quantity(at).is_some())
}

/// "Orla Marr, superintendent of police said": the comma behind the title is missing.
pub(super) fn titled_behind(text: &Text<'_, '_>, title: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let comma = title
        .start
        .checked_sub(1)
        .filter(|&at| at > start + 1 && text.lower(at) == ",")?;
    let office = matches!(
        text.lower(title.start),
        "superintendent"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "director"
            | "commissioner"
            | "chairman"
            | "president"
    );
    let name = start..comma;
    let plain = |at: usize| text.is_word(at) && text.words.tag(at) == Tag::NONE && text.outcome(at).is_none();
    let of = text.lower(title.start + 1) == "of";
    (office && of && (2..=3).contains(&name.len()) && name.clone().all(plain)).then_some(name)
}
