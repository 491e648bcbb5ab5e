//! Whether a day and a harm of one sentence belong to one clause: "riots raged on Friday", not "met on Friday to discuss the riots".

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use super::when_aside::begins_harm;
use super::when_bound::scene_at;
use super::when_words::{is_reaction, is_strike, is_vehicle, scene};

/// How many tokens before a noun the infinitive stands that has it as its object.
const OBJECT: usize = 5;
/// How many tokens from a day the verb of its clause stands.
const REACH: usize = 14;
/// How many tokens before a day the clause beside the sentence opens in which it stands.
const ASIDE: usize = 8;
/// How many tokens before "which" its noun stands.
const NAMED: usize = 3;

/// True where the clause of the day at `day` tells of harm, within `reach` tokens.
pub(super) fn tells_harm(text: &Text<'_, '_>, sentence: &Range<usize>, day: &Range<usize>, reach: usize) -> bool {
    let before = sentence.start.max(day.start.saturating_sub(reach))..day.start;
    let after = day.end..sentence.end.min(day.end + reach);
    let heads = day.start <= sentence.start + 1;
    // "face charges of murder and on Friday a judge heard": the day of what follows
    let follows = before
        .clone()
        .rev()
        .take(2)
        .any(|at| matches!(text.lower(at), "and" | "but"));
    !follows && harm_before(text, before.clone()) || !is_beside(text, &before, day) && harm_after(text, after, heads)
}

/// "the plan, which they took on Tuesday, calls for an end of the violence": the day of a clause beside the sentence.
fn is_beside(text: &Text<'_, '_>, before: &Range<usize>, day: &Range<usize>) -> bool {
    let opens = |at: usize| matches!(text.lower(at), "which" | "who") && text.lower(at.saturating_sub(1)) == ",";
    text.lower(day.end) == "," && before.clone().rev().take(ASIDE).any(opens)
}

/// "the minister denied on Saturday", "On Saturday, the envoy said": the verb of the day's clause is one of speech.
pub(super) fn is_of_words(text: &Text<'_, '_>, sentence: &Range<usize>, day: &Range<usize>) -> bool {
    let before = sentence.start.max(day.start.saturating_sub(REACH))..day.start;
    let after = day.end..sentence.end.min(day.end + REACH);
    if is_beside(text, &before, day) {
        return true;
    }
    let verb = |at: &usize| {
        is_act(text, *at)
            || text.is(*at, Tag::SAY.or(Tag::BE).or(Tag::HAVE))
            || text.lower(*at) == "held"
            || text.is(*at, Tag::ING) && *at == sentence.start
    };
    let open = |at: &usize| !text.is(*at, Tag::REL.or(Tag::SUBORD)) || text.is(*at, Tag::PREP);
    let closed = |at: &usize| text.lower(*at) != "," && open(at);
    let own = before
        .rev()
        .take_while(closed)
        .find(verb)
        .or_else(|| after.into_iter().take_while(open).find(verb));
    let calls = |at: usize| text.lower(at) != "called" || matches!(text.lower(at + 1), "for" | "on");
    own.is_some_and(|at| speaks(text.lower(at)) || text.is(at, Tag::SAY) || is_reaction(text.lower(at)) && calls(at))
}

/// Verbs of speech that are none of saying that something is so, and none of reacting.
fn speaks(word: &str) -> bool {
    matches!(
        word,
        "denied"
            | "held"
            | "convened"
            | "refuted"
            | "dismissed"
            | "accused"
            | "blamed"
            | "asked"
            | "spoke"
            | "speaking"
            | "talking"
            | "addressing"
            | "talked"
            | "written"
            | "assured"
            | "promised"
            | "threatened"
            | "refused"
            | "thanked"
            | "replied"
            | "answered"
            | "argued"
            | "sworn"
    )
}

/// Back from the day: past one verb only what did harm is its subject, past two nothing is.
fn harm_before(text: &Text<'_, '_>, before: Range<usize>) -> bool {
    let floor = before.start;
    let struck = before.clone().any(|at| is_strike(text.lower(at)));
    let mut verb = false;
    let mut parted = false;
    for at in before.rev() {
        let word = text.lower(at);
        let noun = text.is(at.saturating_sub(1), Tag::DET.or(Tag::POSS));
        // "clashes were reported on Friday"
        let noun = noun || text.is(at.saturating_sub(1), Tag::BE);
        if word == ";" || text.is(at, Tag::SAY) && text.outcome(at).is_none() && !noun {
            return false;
        }
        if text.is(at, Tag::REL) && word != "that" {
            let named = floor.max(at.saturating_sub(NAMED))..at;
            return named.into_iter().any(|at| scene_at(text, at).is_some());
        }
        if matches!(word, "when" | "as" | "after" | "while" | "where") {
            (verb, parted) = (false, false);
            continue;
        }
        parted |= verb && word == ",";
        // "the plane was turned away on Friday"
        let named = scene_at(text, at).is_some() && (struck || !is_vehicle(word));
        let harms = named && !parted || (is_harm(text, at) || assails(word)) && !verb || begins_harm(text, at);
        if harms && !is_object(text, floor, at) {
            return true;
        }
        if is_act(text, at) || word == "met" {
            if verb {
                return false;
            }
            verb = true;
        }
    }
    false
}

/// On from the day: up to what is said, done about it or told by the way. `heads`: "On Friday activists said troops shot dead
/// nine" dates the shots.
fn harm_after(text: &Text<'_, '_>, after: Range<usize>, heads: bool) -> bool {
    let floor = after.start;
    let mut verb = false;
    for at in after {
        let word = text.lower(at);
        // "on Friday stood by his words on the riots": the object of another act
        if is_harm(text, at)
            || scene_at(text, at).is_some() && !verb
            || assails(word)
            || matches!(word, "offensive" | "incursion")
        {
            return true;
        }
        verb |= is_act(text, at) || matches!(word, "held" | "met");
        verb &= !matches!(word, "and" | "when" | "as" | "after" | "amid" | "during");
        let told = text.is(at, Tag::SAY) && !text.is(at.saturating_sub(1), Tag::DET.or(Tag::POSS));
        let aim = is_infinitive(text, at) && at > floor;
        let by_the_way = matches!(word, "who" | "which" | "that" | "where" | ";" | "since");
        if told && !heads || aim && !harms_next(text, at + 1) || by_the_way || is_reaction(word) && is_act(text, at) {
            return false;
        }
    }
    false
}

/// A word of harm; not "held a meeting".
fn is_harm(text: &Text<'_, '_>, at: usize) -> bool {
    text.outcome(at).is_some() && !(text.lower(at) == "held" && text.is(at + 1, Tag::DET))
}

/// Verbs of those who do harm.
pub(super) fn assails(word: &str) -> bool {
    matches!(
        word,
        "attacked"
            | "attacking"
            | "ambushed"
            | "bombed"
            | "bombarded"
            | "shelled"
            | "clashed"
            | "clashing"
            | "stormed"
            | "storming"
            | "raided"
            | "torched"
            | "rioted"
            | "fought"
            | "pounded"
            | "shooting"
            | "detonated"
    )
}

/// "to kill": the infinitive is the harm itself.
fn harms_next(text: &Text<'_, '_>, at: usize) -> bool {
    text.outcome(at).is_some() || scene_at(text, at).is_some()
}

/// "to discuss the riots", "condemning the attack": what did harm is the object of another act.
fn is_object(text: &Text<'_, '_>, floor: usize, noun: usize) -> bool {
    let near = floor.max(noun.saturating_sub(OBJECT))..noun;
    near.rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        .any(|at| at + 1 < noun && is_infinitive(text, at))
}

/// "to discuss": of a verb with which no harm comes.
fn is_infinitive(text: &Text<'_, '_>, to: usize) -> bool {
    text.lower(to) == "to" && text.is(to + 1, Tag::VERB) && !is_strike(text.lower(to + 1))
}

/// A verb in the past that does no harm itself.
fn is_act(text: &Text<'_, '_>, at: usize) -> bool {
    let word = text.lower(at);
    let past = text.is(at, Tag::PAST) && !text.is(at, Tag::PREP.or(Tag::DET).or(Tag::ADVERB))
        || word.len() > 4 && word.ends_with("ed") && !text.is(at, Tag::THING.or(Tag::PERSON));
    let described = text.is(at.saturating_sub(1), Tag::DET.or(Tag::POSS));
    past && !described && text.outcome(at).is_none() && scene(word).is_none() && !is_strike(word)
}
