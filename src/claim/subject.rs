//! The noun phrases before and after a saying verb.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_noun::{apposed, essence, is_age, listed};
use super::speak_parts;
use super::speak_words::{self as words, Role};
use super::subject_right::is_noun;
pub(super) use super::subject_right::right;
pub(super) use super::subject_trim::trimmed;
use super::text::Text;

/// The noun phrase before a verb: what says it.
pub(super) fn left(text: &Text<'_, '_>, verb: usize, start: usize) -> Option<Range<usize>> {
    let mut end = verb;
    if let Some(name) = quoted_name(text, verb, start) {
        return Some(name);
    }
    for _ in 0..5 {
        // "had earlier said", "further stated"
        while end > start
            && (text.is(end - 1, Tag::ADVERB.or(Tag::HAVE))
                || matches!(text.lower(end - 1), "earlier" | "further")
                || text.lower(end - 1) == "today" && text.is(end.saturating_sub(2), Tag::HAVE))
            && !text.is(end - 1, Tag::PERSON)
            && !words::is(text.lower(end - 1), Role::DOCUMENT)
        {
            end -= 1;
        }
        let Some(last) = end.checked_sub(1).filter(|&last| last >= start) else {
            break;
        };
        // "Jonas Brenk, 54, a farmer"
        if is_age(text, last) && last > start + 1 && text.lower(last - 1) == "," {
            end = last - 1;
            continue;
        }
        let opener = match text.lower(last) {
            ")" => "(",
            "," => ",",
            "–" => "–",
            "—" => "—",
            "who" | "which" | "that" => {
                end = last - usize::from(last > start && text.lower(last - 1) == ",");
                // "gave the phone to the elder who said"
                let to = (end.saturating_sub(6).max(start)..end)
                    .rev()
                    .take_while(|&at| text.is_word(at))
                    .find(|&at| text.lower(at) == "to")
                    .filter(|&to| {
                        to + 1 < end
                            && text.is(to + 1, Tag::DET)
                            && (!text.words.capitals_tell || words::can_speak(text, &(to + 1..end)))
                    });
                if let Some(to) = to.filter(|_| text.lower(last) == "who") {
                    return Some(to + 1..end);
                }
                if let Some(from) = speak_parts::heard_from(text, end, start) {
                    return Some(from + 1..end);
                }
                end = speak_parts::before_acts(text, end, start);
                continue;
            }
            _ => break,
        };
        let from = last.saturating_sub(30).max(start);
        let open = (from..last)
            .rev()
            .find(|&at| text.lower(at) == opener)
            .filter(|&at| at > start)?;
        if let Some(name) = apposed(text, open, last, start).filter(|_| opener != "(") {
            return Some(name);
        }
        end = open;
    }
    if end > start && text.is(end - 1, Tag::CONJ) {
        return first_subject(text, start, end).map(|range| essence(text, range));
    }
    let range = trimmed(text, phrase_before(text, start, end));
    let named = range
        .clone()
        .any(|at| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::CONJ).or(Tag::TIME).or(Tag::ADVERB)));
    let range = listed(text, range, start);
    if let Some(name) = speak_parts::titled_behind(text, &range, start) {
        return Some(name);
    }
    (!range.is_empty() && named && range.len() <= 24).then(|| essence(text, range))
}

/// '"The Orla Observer" writes': the title of a paper in quotes.
fn quoted_name(text: &Text<'_, '_>, verb: usize, start: usize) -> Option<Range<usize>> {
    let close = verb
        .checked_sub(1)
        .filter(|&at| at > start && matches!(text.lower(at), "\"" | "”" | "»"))?;
    let open = (close.saturating_sub(6).max(start)..close)
        .rev()
        .find(|&at| matches!(text.lower(at), "\"" | "“" | "«"))?;
    let name = open + 1..close;
    let titled = !name.is_empty()
        && name
            .clone()
            .all(|at| text.is_name(at) || text.is(at, Tag::PREP.or(Tag::DET)));
    let paper = open == start || text.is_word(open - 1) && words::is(text.lower(open - 1), Role::OUTLET);
    (titled && paper).then_some(name)
}

/// The words before `end` that make one noun phrase, what is said about its head left out:
/// "residents reached by phone", "the doctor who treated them".
pub(super) fn phrase_before(text: &Text<'_, '_>, start: usize, end: usize) -> Range<usize> {
    let mut end = end;
    for _ in 0..3 {
        let mut begin = end;
        while begin > start && in_subject(text, begin - 1, begin == end) && !(begin < end && opens(text, begin)) {
            begin -= 1;
        }
        if begin < end && begin > start && opens(text, begin) && acts(text, begin - 1, start) {
            end = begin - 1;
            continue;
        }
        if begin < end && opens(text, begin) || begin <= start {
            return begin..end;
        }
        let verb = begin - 1;
        // "a doctor treating children": the verb can be one of harm and of care
        if verb > start && text.outcome(verb).is_some() && acts(text, verb, start) {
            end = verb;
            continue;
        }
        if verb > start && reduced(text, verb, start) {
            // "figures released by the ministry", "figures released on Monday by the ministry"
            let by = (begin..end.min(begin + 5)).find(|&at| text.lower(at) == "by");
            let by = by.filter(|&by| (begin..by).all(|at| text.is(at, Tag::PREP.or(Tag::TIME).or(Tag::ADVERB))));
            if let Some(by) = by.filter(|_| words::is(text.lower(verb - 1), Role::DOCUMENT)) {
                return by + 1..end;
            }
            // "a statement posted on the army's website"
            let owner = (begin + 1..end).find(|&at| text.is_owner(at));
            let page = matches!(text.lower(end - 1), "website" | "site" | "page" | "channel" | "account");
            if let Some(owner) = owner.filter(|_| page && words::is(text.lower(verb - 1), Role::DOCUMENT)) {
                return begin + 1..owner + 1;
            }
            end = verb;
            continue;
        }
        let finite = text.is(verb, Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::MODAL).or(Tag::VERB))
            || text.outcome(verb).is_some();
        let clause = (verb.saturating_sub(12).max(start + 1)..=verb)
            .rev()
            .take_while(|&at| text.is_word(at))
            .find(|&at| {
                let that = text.lower(at) == "that" && text.is(at + 1, Tag::PAST.or(Tag::HAVE).or(Tag::BE));
                that || matches!(text.lower(at), "who" | "which" | "where" | "whose")
            });
        match clause {
            // "a man who spoke in Orla after Friday prayers said"
            Some(clause)
                if clause + 1 < verb
                    && text.is(clause + 1, Tag::PAST)
                    && begin < end
                    && !text.is_name(end - 1)
                    && !words::can_speak(text, &(end - 1..end)) =>
            {
                end = clause - usize::from(text.lower(clause - 1) == ",");
            }
            Some(clause)
                if clause < verb && finite
                    || clause == verb && text.is_word(begin) && opens_clause(text, begin..end) =>
            {
                end = clause - usize::from(text.lower(clause - 1) == ",");
            }
            _ => return begin..end,
        }
    }
    end..end
}

/// "who lives in Orla": no subject of its own stands behind the pronoun, as in "which relief workers say".
fn opens_clause(text: &Text<'_, '_>, range: Range<usize>) -> bool {
    let at = range.start;
    let own = range.len() > 1
        && range.len() <= 4
        && words::can_speak(text, &(range.end - 1..range.end))
        && range
            .clone()
            .all(|at| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::VERB)));
    !own && !text.is_name(at)
        && !text.is(at, Tag::DET.or(Tag::POSS).or(Tag::PRON).or(Tag::PERSON))
        && !words::is(text.lower(at), Role::SOURCE)
}

/// "a lawyer representing the families": what somebody does, told behind who it is.
fn acts(text: &Text<'_, '_>, verb: usize, start: usize) -> bool {
    let word = text.lower(verb);
    word.ends_with("ing")
        && verb > start
        && !text.is_name(verb)
        && !words::is(word, Role::SOURCE.or(Role::DOCUMENT))
        && (text.is(verb - 1, Tag::PERSON) || words::is(text.lower(verb - 1), Role::SOURCE))
        && !text.is(verb - 1, Tag::PRON)
}

/// A participle that says more about the noun before it: "residents contacted by phone".
fn reduced(text: &Text<'_, '_>, verb: usize, start: usize) -> bool {
    let participle = text.is(verb, Tag::PAST) && !text.is_name(verb) || text.outcome(verb).is_some();
    if acts(text, verb, start) && text.is(verb, Tag::SAY) && text.lower(verb + 1) == "to" {
        return true;
    }
    let closed = Tag::PREP
        .or(Tag::DET)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::CONJ)
        .or(Tag::PRON)
        .or(Tag::TIME)
        .or(Tag::REL)
        .or(Tag::POSS)
        .or(Tag::SUBORD)
        .or(Tag::MODAL)
        .or(Tag::ADVERB);
    participle
        && verb > start
        && text.is_word(verb - 1)
        && !text.is(verb - 1, closed)
        && (text.is(verb + 1, Tag::PREP) || text.is(verb + 1, Tag::TIME))
        && words::can_speak(text, &(verb - 1..verb))
}

/// An article opens a noun phrase: what stands before it is none of it.
pub(super) fn opens(text: &Text<'_, '_>, at: usize) -> bool {
    let Some(prior) = at.checked_sub(1) else { return true };
    let article =
        matches!(text.lower(at), "a" | "an" | "the" | "these" | "those") || text.lower(at) == "one" && text.is_name(at);
    let joins = Tag::PREP.or(Tag::DET).or(Tag::CONJ).or(Tag::ADVERB).or(Tag::REL);
    if !article || !text.is_word(prior) {
        return false;
    }
    // "seeks a plan The league says": a headline without a stop
    let anew = text.words.capitals_tell && text.is_capital(at) && !text.is_capital(prior) && !text.is(prior, Tag::PREP);
    anew || !text.is(prior, joins.or(Tag::PAST).or(Tag::VERB).or(Tag::BE))
        && text.outcome(prior).is_none()
        && !matches!(text.lower(prior), "half" | "all" | "both" | "not")
}

/// "The government blames gangs and says": the subject of a verb that is joined on.
fn first_subject(text: &Text<'_, '_>, start: usize, end: usize) -> Option<Range<usize>> {
    let start = start.max(end.saturating_sub(120));
    let from = (start..end)
        .rev()
        .find(|&at| matches!(text.lower(at), "”" | ";" | "\"") && !few_quoted(text, at, start))
        .map_or(start, |at| at + 1);
    // "While police watched, the owner came and said"
    let clause = matches!(
        text.lower(from),
        "while" | "when" | "as" | "after" | "before" | "if" | "although"
    );
    let comma = (from..end).find(|&at| text.lower(at) == ",").filter(|_| clause);
    let from = comma.map_or(from, |comma| comma + 1);
    let first = (from + 1..end).find(|&at| {
        let paper = words::is(text.lower(at), Role::DOCUMENT) && text.is(at, Tag::VERB);
        let acts = (text.is(at, Tag::FINITE) || did_harm(text, at)) && !text.is_name(at) && !text.is(at - 1, Tag::DET);
        acts && !paper && !of_the_state(text, at) || unlisted(text, at)
    })?;
    // "the junta's spokesman, Jonas Brenk, rejected it and said"
    if first > from && text.lower(first - 1) == "," {
        return left(text, first, from);
    }
    let range = trimmed(text, from..first);
    let plain = range
        .clone()
        .all(|at| text.is_word(at) || matches!(text.lower(at), "'" | "-"));
    (plain && !range.is_empty() && range.len() <= 12).then_some(range)
}

/// "blames “armed gangs” and says": words in quotes that are part of the clause.
fn few_quoted(text: &Text<'_, '_>, close: usize, start: usize) -> bool {
    let open = (close.saturating_sub(5).max(start)..close)
        .rev()
        .find(|&at| matches!(text.lower(at), "\"" | "“"));
    open.is_some_and(|open| open > start && (open + 1..close).all(|at| text.is_word(at)) && text.is_word(open - 1))
}

/// "The government characterises the unrest": a verb that no list holds, between who acts and its object.
fn unlisted(text: &Text<'_, '_>, at: usize) -> bool {
    text.words.tag(at) == Tag::NONE
        && !text.is_capital(at)
        && text.lower(at).ends_with('s')
        && !words::is(text.lower(at), Role::SOURCE.or(Role::DOCUMENT).or(Role::OUTLET))
        && words::is(text.lower(at - 1), Role::SOURCE)
        && text.is(at + 1, Tag::DET)
}

/// "The official state news agency": no verb of saying.
pub(super) fn of_the_state(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "state" && text.lower(at + 1) != "that"
}

/// "died", "held": a verb of harm between a subject and what follows.
pub(super) fn did_harm(text: &Text<'_, '_>, at: usize) -> bool {
    let past = text.lower(at).ends_with("ed") || matches!(text.lower(at), "shot" | "held" | "slew" | "fled");
    past && text.outcome(at).is_some() && !joined(text, at) && !text.is(at + 1, Tag::PERSON)
}

/// True where a hyphen ties the word to its neighbour: "rebel-held".
pub(super) fn joined(text: &Text<'_, '_>, at: usize) -> bool {
    let tied = |at: usize| text.lower(at) == "-" && !text.is_spaced(at);
    tied(at + 1) || at > 0 && tied(at - 1)
}

fn in_subject(text: &Text<'_, '_>, at: usize, last: bool) -> bool {
    if text.is(at, Tag::PRON) {
        // "one of them"
        return last || text.lower(at) == "them" && text.lower(at.saturating_sub(1)) == "of";
    }
    if last && text.lower(at) == "of" && matches!(text.lower(at + 1), "them" | "us") {
        return true;
    }
    if !text.is_word(at) {
        // "Red Cross (RC) officials"
        let short = |open: usize| text.lower(open) == "(" && text.lower(open + 2) == ")";
        let inserted = !last && (text.lower(at) == ")" && at >= 2 && short(at - 2) || short(at));
        let dash = text.lower(at) == "-" && text.is_spaced(at);
        return inserted || !dash && matches!(text.lower(at), "-" | "'" | "/");
    }
    if text.is(at, Tag::CONJ) {
        return text.lower(at) == "and"
            && at > 0
            && text.is_word(at - 1)
            && !text.is(at - 1, Tag::PAST.or(Tag::TIME))
            && text.outcome(at - 1).is_none()
            && !placed(text, at - 1)
            && !parted(text, at);
    }
    if !last && links(text, at) {
        return false;
    }
    let stop = Tag::BE.or(Tag::HAVE).or(Tag::MODAL).or(Tag::REL).or(Tag::SAY);
    let noun = is_noun(text.lower(at))
        || text.lower(at) == "notes"
        // "The United States said"
        || text.lower(at) == "states" && at > 0 && text.lower(at - 1) == "united"
        || at > 0 && text.lower(at - 1) == "-" && !text.is(at, Tag::BE);
    let hard = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP);
    // "one unidentified doctor", "an exiled leader"
    if !last && sorts(text, at) {
        return true;
    }
    (!text.is(at, stop) || noun || text.is(at, Tag::ADVERB))
        && !hard
        && !(text.is(at, Tag::PAST) && !noun && !text.is_name(at))
        && (!harms(text, at) || the_harmed(text, at))
}

/// "an unnamed doctor", "an exiled opposition leader": a participle between an article and who speaks.
pub(super) fn sorts(text: &Text<'_, '_>, at: usize) -> bool {
    let speaks = |at: usize| text.is(at, Tag::PERSON) || words::is(text.lower(at), Role::SOURCE);
    let article = |at: usize| matches!(text.lower(at), "a" | "an" | "the" | "one" | "another");
    text.lower(at).ends_with("ed")
        && at > text.sentence(at).start
        && article(at - 1)
        && (speaks(at + 1) || text.is_word(at + 1) && text.outcome(at + 1).is_none() && speaks(at + 2))
        && !text.is(at + 1, Tag::PREP.or(Tag::DET).or(Tag::BE).or(Tag::HAVE).or(Tag::CONJ))
}

/// "a doctor treating the injured in Orla": those who were harmed, as a noun.
fn the_harmed(text: &Text<'_, '_>, at: usize) -> bool {
    // the harm can hold more words: "wounded in"
    let at = text.outcome(at).map_or(at, |outcome| outcome.tokens.start);
    matches!(text.lower(at), "injured" | "wounded" | "dead" | "missing" | "detained")
        && matches!(text.lower(at.saturating_sub(1)), "the" | "of")
}

/// "found in a bedroom and police said": the noun before "and" is where something happened, none of those who speak.
fn placed(text: &Text<'_, '_>, at: usize) -> bool {
    let start = text.sentence(at).start;
    let plain = |at: usize| {
        text.is_word(at)
            && !text.is_name(at)
            && !text.is(at, Tag::PERSON)
            && !words::is(text.lower(at), Role::SOURCE.or(Role::OUTLET).or(Role::DOCUMENT))
    };
    let begin = (at.saturating_sub(3).max(start)..=at)
        .rev()
        .take_while(|&at| plain(at) && !text.is(at, Tag::PREP))
        .last();
    let Some(prep) = begin.and_then(|at| at.checked_sub(1)).filter(|&prep| prep > start) else {
        return false;
    };
    // "the ministry of health and officials": the preposition hangs on a noun that speaks
    text.is(prep, Tag::PREP)
        && text.lower(prep) != "of"
        && (text.is(prep - 1, Tag::PAST.or(Tag::BE)) || text.outcome(prep - 1).is_some())
}

/// "There were clashes in Orla and the police put the toll at 12": a whole clause stands before "and".
fn parted(text: &Text<'_, '_>, and: usize) -> bool {
    let from = and.saturating_sub(9).max(text.sentence(and).start);
    text.is(and + 1, Tag::DET) && (from..and).any(|at| text.lower(at) == "there" && text.is(at + 1, Tag::BE))
}

/// "on Sunday after officials said": a new clause begins.
fn links(text: &Text<'_, '_>, at: usize) -> bool {
    let inside = at > text.sentence(at).start && text.is_word(at - 1);
    inside
        && match text.lower(at) {
            "after" | "before" | "since" | "until" | "following" | "because" | "amid" | "despite" => true,
            "as" => {
                // "the vote comes as rights groups say"
                let comes = matches!(text.lower(at - 1), "come" | "comes" | "came");
                comes || text.is(at - 1, Tag::TIME) || text.outcome(at - 1).is_some()
            }
            _ => false,
        }
}

/// A word of harm that belongs to no name and to no paper: "prisoners" in "Prisoners Aid", "toll" in "its toll".
pub(super) fn harms(text: &Text<'_, '_>, at: usize) -> bool {
    let cared = |outcome: &super::outcomes::Outcome| {
        // "a doctor at a local hospital" is not hurt
        outcome.tokens.clone().any(|at| {
            matches!(
                text.lower(at),
                "hospital" | "hospitals" | "clinic" | "clinics" | "morgue" | "mortuary"
            )
        })
    };
    text.outcome(at).is_some_and(|outcome| !cared(outcome))
        && !text.is_name(at)
        && !joined(text, at)
        && !words::is(text.lower(at), Role::DOCUMENT)
}
