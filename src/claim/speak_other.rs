//! Sayings without a verb of saying: labels of headlines, verbs that give a figure, the count of somebody.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_noun::essence;
use super::speak_words::{self as words, Role};
use super::subject::{left, right};
use super::text::Text;

pub(super) fn leading(speaker: Range<usize>, reach: Range<usize>, rule: &'static str, verb: usize) -> Saying {
    Saying {
        speaker,
        relay: None,
        reach,
        order: Order::Leading,
        rule,
        verb,
    }
}

/// The line of a list that holds `at`, else the sentence: "- 12 dead (hospital)" says nothing of the lines around it.
pub(super) fn line(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let bullet = |at: &usize| {
        let breaks = text.scan.tokens.get(*at).is_some_and(|token| token.line_before);
        breaks && matches!(text.lower(*at), "-" | "–" | "—" | "•" | "*" | "·")
    };
    let start = (at.saturating_sub(80).max(sentence.start)..=at).rev().find(bullet);
    let end = (at + 1..sentence.end.min(at + 80)).find(bullet);
    start.unwrap_or(sentence.start)..end.unwrap_or(sentence.end)
}

/// "12 dead (source: health ministry)", "(information from the mayor)"
pub(super) fn inserted(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if !matches!(text.lower(at), "(" | "[") {
        return None;
    }
    let from = match text.lower(at + 1) {
        "source" | "sources" => at + 2 + usize::from(text.lower(at + 2) == ":"),
        "via" | "per" => at + 2,
        "information" | "info" | "figures" | "data" | "report" if matches!(text.lower(at + 2), "from" | "by") => at + 3,
        _ => return None,
    };
    let speaker = right(text, from, sentence.end)?;
    Some(Saying {
        order: Order::Trailing,
        ..leading(speaker, line(text, at, sentence), "speaker/inserted", at + 1)
    })
}

/// ", per the fire department", "as per police", "based on figures from the agency".
pub(super) fn per(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let prior = at.checked_sub(1).filter(|&prior| prior >= sentence.start);
    let from = match text.lower(at) {
        "per" if prior.is_none_or(|prior| matches!(text.lower(prior), "as" | "," | "(")) => at + 1,
        // "in the words of the coroner"
        "words" | "view"
            if text.reads(at + 1, &["of"]) && at >= sentence.start + 2 && text.reads(at - 2, &["in", "the"]) =>
        {
            at + 2
        }
        "based" if text.lower(at + 1) == "on" => {
            (at + 2..sentence.end.min(at + 6)).find(|&at| words::is(text.lower(at), Role::DOCUMENT))?;
            at + 2
        }
        _ => return None,
    };
    let speaker = right(text, from, sentence.end)?;
    let source =
        words::any(text, speaker.clone(), Role::SOURCE) || speaker.clone().any(|at| words::is_acronym(text, at));
    let whole =
        speaker.end >= sentence.end || !text.is_word(speaker.end) || text.is(speaker.end, Tag::PREP.or(Tag::TIME));
    let behind = prior.is_some_and(|prior| text.lower(prior) == "as")
        || prior.is_some() && words::is(text.lower(speaker.start), Role::SOURCE) && speaker.end + 1 >= sentence.end;
    let alone = speaker.len() > 1 || text.lower(at) == "per" && behind;
    (source && whole && alone && !text.is(speaker.start, Tag::PRON)).then(|| Saying {
        order: Order::Trailing,
        ..leading(speaker, line(text, at, sentence), "speaker/according-to", at)
    })
}

/// "offered new figures: 12 dead"
pub(super) fn figures(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let colon = sentence.clone().find(|&at| text.lower(at) == ":")?;
    let from = sentence.start.max(colon.saturating_sub(14));
    let noun = (from..colon).find(|&at| {
        matches!(
            text.lower(at),
            "figures" | "statistics" | "data" | "numbers" | "toll" | "tally" | "balance"
        )
    })?;
    let verb = (from..noun).find(|&at| text.is(at, Tag::PAST.or(Tag::SAY)) && !text.is_name(at))?;
    let speaker = left(text, verb, sentence.start)?;
    Some(leading(speaker, colon..sentence.end, "speaker/gives-figures", verb))
}

/// "the ministry spoke of 40 dead", "the hospital raised its count to nine dead".
pub(super) fn gives(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let word = text.lower(at);
    if !words::is(word, Role::GIVES) || word.ends_with("'s") || text.outcome(at).is_some() {
        return None;
    }
    let prior = at.checked_sub(1).filter(|&prior| prior >= sentence.start)?;
    if super::voice::before(text, at, Tag::BE).is_some() || text.is(prior, Tag::DET.or(Tag::POSS).or(Tag::MODAL)) {
        return None;
    }
    let next = text.lower(at + 1);
    if word == "putting" {
        return putting(text, at, sentence);
    }
    let count = |from: usize, to: usize| {
        (from..to.min(sentence.end))
            .any(|at| super::ellipsis::is_count_noun(text.lower(at)) || words::is(text.lower(at), Role::COUNT))
    };
    let speaker = left(text, at, sentence.start)?;
    let can = words::can_speak(text, &speaker);
    let number = text.quantity(at + 1).is_some();
    let fits = match word {
        "spoke" | "speaks" | "speak" | "spoken" => next == "of",
        "lowers" | "lowered" | "raises" | "raised" | "revised" | "revises" | "corrected" | "updated" | "updates"
        | "released" | "issued" | "provided" | "offered" => can && count(at + 1, at + 6),
        "accuses" | "accused" => {
            can && next != "of"
                && (at + 1..sentence.end.min(at + 14)).any(|at| {
                    text.lower(at) == "of" && (text.lower(at + 1).ends_with("ing") || text.outcome(at + 1).is_some())
                })
        }
        "blames" | "blamed" => {
            (can || lone(text, &speaker))
                && ((at + 1..sentence.end.min(at + 10))
                    .any(|at| text.lower(at) == "for" && (at + 1..at + 5).any(|at| text.outcome(at).is_some()))
                    || blamed_on(text, at, sentence.end))
        }
        "accounted" => {
            next == "for" && words::any(text, speaker.clone(), Role::SOURCE) && text.quantity(at + 2).is_some()
        }
        "attributes" | "attributed" => can && (at + 1..at + 6).any(|at| text.outcome(at).is_some()),
        "cites" | "cited" => (can || words::any(text, speaker.clone(), Role::DOCUMENT)) && number,
        // "radio broadcast footage of 12 bodies"
        "broadcast" | "aired" | "showed" | "shows" => {
            words::any(text, speaker.clone(), Role::OUTLET)
                && (at + 1..at + 5).any(|at| matches!(text.lower(at), "footage" | "pictures" | "images" | "video"))
        }
        "gave" | "given" => {
            number || count(at + 1, at + 4) || can && (at + 1..at + 4).any(|at| text.lower(at) == "tolls")
        }
        "saw" | "sees" | "observed" | "seen" | "found" => seers(text, &speaker) && harmed(text, at + 1, sentence.end),
        "followed" => next == "up" && can && (at + 1..at + 5).any(|at| matches!(text.lower(at), "report" | "reports")),
        // "estimates by the agency point to 300 dead"
        "point" | "points" | "pointed" => next == "to" && written(text, at, sentence.start),
        "described" | "recalled" => {
            can && (matches!(next, "seeing" | "finding" | "burying") && harmed(text, at + 2, sentence.end)
                || word == "described" && pictured(text, at, sentence.end))
        }
        "named" => can && number,
        // "Activists posted a video online purportedly showing 12 bodies"
        "published" | "posted" | "uploaded" if shows(text, at, sentence.end) => can,
        "posted" | "uploaded" => false,
        "put" | "puts" => lone(text, &speaker) && count(at + 1, at + 4),
        "mentioned" | "mentions" => can && (number || count(at + 1, at + 6)),
        _ => {
            can && (number
                || (at + 1..at + 4).any(|at| matches!(text.lower(at), "list" | "names"))
                || count(at + 1, at + 4))
        }
    };
    fits.then(|| leading(speaker, at + 1..sentence.end, "speaker/gives-count", at))
}

/// "with one group putting the toll at 70": who gives another figure.
fn putting(text: &Text<'_, '_>, verb: usize, sentence: &Range<usize>) -> Option<Saying> {
    let count = (verb + 1..sentence.end.min(verb + 5)).find(|&at| words::is(text.lower(at), Role::COUNT))?;
    let with = (verb.saturating_sub(12).max(sentence.start)..verb)
        .rev()
        .find(|&at| matches!(text.lower(at), "with" | ","))?;
    // "with one group - Orla Watch - putting"
    let aside = |at: usize| !text.is_word(at) && text.lower(at) != "'";
    let open = (with + 2..verb).find(|&at| aside(at));
    let speaker = match open {
        Some(open) if aside(verb - 1) && open + 1 < verb - 1 => open + 1..verb - 1,
        Some(_) => return None,
        None => with + 1..verb,
    };
    let fits = text.lower(count + 1) == "at" && text.lower(with) == "with" && words::can_speak(text, &speaker);
    fits.then(|| leading(speaker, verb + 1..sentence.end, "speaker/gives-count", verb))
}

/// "blamed the deaths on gunmen who attacked a post, killing two": who did it, and what they did.
fn blamed_on(text: &Text<'_, '_>, verb: usize, end: usize) -> bool {
    let on = (verb + 1..end.min(verb + 9)).find(|&at| text.lower(at) == "on");
    let who =
        on.and_then(|on| (on + 2..end.min(on + 7)).find(|&at| matches!(text.lower(at), "who" | "which" | "that")));
    who.is_some_and(|who| {
        let deed = (who + 1..end.min(who + 12)).find(|&at| text.outcome(at).is_some() || text.lower(at) == ";");
        deed.is_some_and(|at| text.outcome(at).is_some())
    })
}

/// "described the town as a ruin, with thousands homeless": the number belongs to the picture.
fn pictured(text: &Text<'_, '_>, verb: usize, end: usize) -> bool {
    let like = (verb + 1..end.min(verb + 7)).find(|&at| text.lower(at) == "as");
    let with = like.and_then(|like| (like + 2..end.min(like + 10)).find(|&at| text.lower(at) == "with"));
    with.is_some_and(|with| {
        !text.is_word(with - 1) && (with + 1..end.min(with + 4)).any(|at| text.quantity(at).is_some())
    })
}

/// "Orla blames rebels": a capital that stands for those who rule there.
fn lone(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    speaker.len() == 1
        && text.is_name(speaker.start)
        && !matches!(text.lower(speaker.start), "mr" | "mrs" | "ms" | "dr")
        && text.words.tag(speaker.start) == Tag::NONE
        && text.outcome(speaker.start).is_none()
        && text.quantity(speaker.start).is_none()
}

/// "a video online showing", "pictures that show": what is published shows the harmed.
fn shows(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let picture = (at + 1..end.min(at + 5)).find(|&at| {
        matches!(
            text.lower(at),
            "video" | "videos" | "footage" | "pictures" | "images" | "photographs"
        )
    });
    picture.is_some_and(|at| {
        (at + 1..end.min(at + 6)).any(|at| matches!(text.lower(at), "showing" | "shows" | "showed" | "show"))
    })
}

/// "the union released a statement": who issued the paper that ends at `paper`.
pub(super) fn issuer(text: &Text<'_, '_>, paper: usize, start: usize) -> Option<Range<usize>> {
    let verb = (paper.saturating_sub(4).max(start + 1)..paper).rev().find(|&at| {
        matches!(
            text.lower(at),
            "released" | "issued" | "published" | "sent" | "posted" | "circulated" | "distributed" | "read"
        )
    })?;
    let active = super::voice::before(text, verb, Tag::BE).is_none();
    let speaker = left(text, verb, start).filter(|_| active)?;
    words::can_speak(text, &speaker).then_some(speaker)
}

/// True where a paper stands in the few words before.
fn written(text: &Text<'_, '_>, at: usize, start: usize) -> bool {
    words::any(text, at.saturating_sub(8).max(start)..at, Role::DOCUMENT)
}

/// Those whose seeing is a report: "an EPN reporter saw 12 bodies".
fn seers(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    let seer = speaker.clone().any(|at| {
        matches!(
            text.lower(at),
            "reporter"
                | "reporters"
                | "correspondent"
                | "correspondents"
                | "journalist"
                | "journalists"
                | "photographer"
                | "photographers"
                | "cameraman"
                | "stringer"
                | "witness"
                | "witnesses"
                | "monitors"
                | "monitor"
                | "observers"
                | "mission"
                | "team"
                | "crew"
                | "resident"
                | "residents"
                | "researcher"
                | "researchers"
        ) || words::is_acronym(text, at)
    });
    seer && speaker
        .clone()
        .all(|at| text.quantity(at).is_none() || text.is(at, Tag::DET))
}

/// A number of people or bodies, or a person, right behind: "saw 12 bodies", "saw a wounded man".
fn harmed(text: &Text<'_, '_>, from: usize, end: usize) -> bool {
    (from..end.min(from + 4)).any(|at| text.quantity(at).is_some() || text.is(at, Tag::PERSON))
}

/// "by the ministry's count", "the ministry's toll stands at 40": whose figure it is.
pub(super) fn count_of(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    if !words::is(text.lower(at), Role::COUNT) || at < sentence.start + 1 {
        return None;
    }
    let from = at.saturating_sub(9).max(sentence.start);
    let owner = (from..at)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .find(|&at| text.lower(at).ends_with("'s") || text.lower(at) == "'" || text.is(at, Tag::POSS));
    let by = (from..at)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-" || text.lower(at) == "'")
        .find(|&by| matches!(text.lower(by), "by" | "per") || text.lower(by) == "on" && text.lower(at - 1) == "own");
    if let Some(by) = by {
        // "By a Varland account, 12 died"
        let opens = by == sentence.start || text.lower(by - 1) == ",";
        let body = |at: usize| text.is_name(at) || text.lower(at) == "government";
        let named = owner.is_some_and(|owner| owner > by)
            || (by + 1..at).any(|at| words::is_acronym(text, at) || opens && body(at));
        let range = essence(text, by + 1..at + 1);
        let can = words::can_speak(text, &range) && !text.is(range.start, Tag::TIME);
        return (named && can).then(|| Saying {
            order: Order::Trailing,
            ..leading(range, sentence.clone(), "speaker/count-of", by)
        });
    }
    if let Some(holder) = holder(text, at, sentence) {
        return Some(leading(holder, at..sentence.end, "speaker/count-of", at));
    }
    let owner = owner.filter(|_| stands(text, at + 1) && text.lower(at) != "account")?;
    let begin = (from..owner)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .last()
        .unwrap_or(owner);
    let begin = (begin..=owner).rev().find(|&at| text.is(at, Tag::DET)).unwrap_or(begin);
    let range = begin..owner + usize::from(text.lower(owner) != "'");
    let speaks = range
        .clone()
        .any(|at| words::is(text.lower(at), Role::SOURCE) || words::is_acronym(text, at) || text.is(at, Tag::PERSON));
    (speaks && !text.is(owner, Tag::POSS)).then(|| leading(range, at..sentence.end, "speaker/count-of", at))
}

fn stands(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "stands"
            | "stood"
            | "is"
            | "was"
            | "rose"
            | "reached"
            | "includes"
            | "included"
            | "now"
            | "has"
            | "had"
            | "lists"
    )
}

/// "the official government death toll from the quake rose to 40": whose toll it is, without an apostrophe.
fn holder(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let last = at.checked_sub(1 + usize::from(text.lower(at - 1) == "death"))?;
    let known = matches!(
        text.lower(last),
        "government" | "ministry" | "police" | "army" | "military" | "hospital" | "un" | "u.n."
    );
    if text.lower(at) != "toll" || !known || last < sentence.start {
        return None;
    }
    let verb = (at + 1..sentence.end.min(at + 6)).find(|&at| stands(text, at) || !text.is_word(at))?;
    let sort = last > sentence.start && matches!(text.lower(last - 1), "health" | "interior" | "defence" | "defense");
    stands(text, verb).then(|| last - usize::from(sort)..last + 1)
}

/// "confirmed by the hospital", "as reported by local media"
pub(super) fn made_by(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let made = matches!(
        text.lower(at),
        "reported"
            | "confirmed"
            | "documented"
            | "announced"
            | "verified"
            | "recorded"
            | "registered"
            | "estimated"
            | "counted"
    ) || matches!(
        text.lower(at),
        "stated" | "noted" | "disclosed" | "revealed" | "alleged" | "published" | "specified"
    ) && at > sentence.start
        && text.lower(at - 1) == "as";
    // "the toll was put at 12 dead by the ministry"
    let put = matches!(text.lower(at), "put" | "estimated" | "given") && matches!(text.lower(at + 1), "at" | "as");
    // "were reported missing by the newspaper"
    let harm = made && text.outcome(at + 1).is_some();
    let reach = at + if put { 9 } else { 2 + usize::from(harm) };
    let by = (at + 1..reach.min(sentence.end)).find(|&at| text.lower(at) == "by")?;
    if !(made || put) || text.lower(by + 1) == "the" && text.is(by + 2, Tag::TIME) {
        return None;
    }
    let speaker = right(text, by + 1, sentence.end)?;
    let can = words::can_speak(text, &speaker)
        && !text.is(speaker.start, Tag::TIME)
        && text.quantity(speaker.start).is_none()
        && !text.lower(speaker.start).ends_with("ing");
    let open = (at.saturating_sub(5).max(sentence.start)..at)
        .any(|at| text.is(at, Tag::NOT) || matches!(text.lower(at), "yet" | "unless" | "until" | "if"));
    let live = open || (at.saturating_sub(1).max(sentence.start)..at).any(|at| text.lower(at) == "responsibility");
    (can && !live).then(|| Saying {
        order: Order::Trailing,
        ..leading(speaker, sentence.clone(), "speaker/made-by", at)
    })
}
