//! From a counted phrase to the harm that stands before it.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::voice::Voice;

/// "killed at least 12", "injuring several others", "left 12 dead" is no object of "left".
pub(super) fn object(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut at = phrase.tokens.start;
    let start = text.sentence(at).start;
    // "released the remaining six hostages"
    let fills = |at: usize| {
        text.is(at, Tag::ADVERB.or(Tag::DET).or(Tag::POSS)) && text.lower(at) != "since"
            || matches!(text.lower(at), "remaining" | "last" | "first")
    };
    while at > start && fills(at - 1) && text.outcome(at - 1).is_none() {
        at -= 1;
    }
    // "killed “two members of armed groups”"
    at = (start.max(at.saturating_sub(2))..at)
        .find(|&open| text.past_quote(open) == at)
        .unwrap_or(at);
    let others = at > start + 1 && text.reads(at - 1, &["among", "others"]);
    at -= usize::from(others);
    let mut back = at;
    if back > start && text.lower(back - 1) == ":" {
        back -= 1;
    }
    let Some(outcome) = text.outcome_to(back).filter(|outcome| outcome.tokens.start >= start) else {
        return (back < at)
            .then(|| super::link_box::colon_behind(linker, index, phrase, back))
            .flatten();
    };
    if back < at {
        // "Casualties: 12 dead": the words behind say it
        let said = text.outcome_from(phrase.end).is_some() && text.lower(phrase.end + 1) != ":";
        let listed = !matches!(outcome.frame, Frame::Suffers | Frame::Lives) && !said && phrase.own.is_none();
        return listed.then(|| linker.link(index, outcome, "link/listed", 0.85));
    }
    if outcome.row_is("injured/struck")
        && (matches!(phrase.head, Head::Bare | Head::Unknown(_)) || of_toll(text, outcome))
    {
        return None;
    }
    // "treated 40 people for malaria"
    let ill = text.lower(phrase.end) == "for" && text.outcome(phrase.end + 1).is_none();
    if outcome.row_is("injured/treat") && ill {
        return None;
    }
    // "a mass grave holding 20 people", "a van holding six people"
    let holds = outcome.row_is("arrested/held")
        && text.lower(outcome.tokens.start) == "holding"
        && outcome.tokens.start > start
        && text.is_no_person(outcome.tokens.start - 1)
        && super::voice::before(text, outcome.tokens.start, Tag::BE).is_none();
    if holds {
        return None;
    }
    // "made off with six phones", "snatch three points"
    if outcome.row_is("abducted/made-off") && !matches!(phrase.head, Head::Person(_)) {
        return None;
    }
    if outcome.row_is("released/release") && super::sense_other::is_dug_out(text, phrase.end) {
        return None;
    }
    // "caught two fish"
    if outcome.row_is("arrested/caught-out") {
        return None;
    }
    if outcome.row_is("arrested/picked-up") && !linker.is_wanted(Some(phrase.head)) && !is_policed(text, phrase) {
        return None;
    }
    // "the centre was full: it held 800"
    let shelters = outcome.row_is("arrested/held")
        && matches!(phrase.head, Head::Bare)
        && matches!(
            text.lower(outcome.tokens.start.saturating_sub(1)),
            "it" | "which" | "that"
        );
    if shelters {
        return None;
    }
    let dead = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "victims" | "martyrs"));
    if outcome.row_is("killed/buried") && !dead && (outcome.form == Form::Ing || is_slide(text, outcome.tokens.start)) {
        return None;
    }
    let suits = linker.suits(phrase, outcome) || matches!(phrase.head, Head::Bare);
    // "arrested, among others, three clerks"
    let active = linker.voice(outcome) == Voice::Active
        || others && super::voice::before(text, outcome.tokens.start, Tag::BE).is_none();
    if outcome.frame != Frame::Hits || !active || !suits || unreal(linker, outcome) {
        return super::link_asked::to_free(linker, index, phrase, outcome);
    }
    Some(linker.link(index, outcome, "link/object", 0.94))
}

/// "picked up 800 people": where police are spoken of, not a ship.
pub(super) fn is_policed(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = text.sentence(phrase.tokens.start).start;
    (start.saturating_sub(20)..phrase.end + 16).any(|at| {
        text.words.class(at) == super::VictimClass::SecurityForce
            || matches!(
                text.lower(at),
                "police" | "authorities" | "security" | "agents" | "raid" | "raids" | "army" | "military"
            )
    })
}

/// A landslide buries the living too.
fn is_slide(text: &Text<'_, '_>, verb: usize) -> bool {
    let start = text.sentence(verb).start;
    (start.max(verb.saturating_sub(16))..verb).any(|at| {
        [
            "landslide",
            "mudslide",
            "avalanche",
            "rubble",
            "debris",
            "quake",
            "earth",
            "rock",
            "wall",
            "building",
            "mud",
            "snow",
            "collapse",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    })
}

/// "the toll hits 14": the count itself, not a person.
fn of_toll(text: &Text<'_, '_>, outcome: &Outcome) -> bool {
    let start = text.sentence(outcome.tokens.start).start;
    (start.max(outcome.tokens.start.saturating_sub(12))..outcome.tokens.start).any(|at| {
        text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Toll)
            || super::ellipsis::is_count_noun(text.lower(at))
    })
}

/// Threats and plans before an active verb: "vowed to kill 12", "could kill thousands", "did not kill".
fn unreal(linker: &Linker<'_, '_>, outcome: &Outcome) -> bool {
    let text = linker.text;
    let start = text.sentence(outcome.tokens.start).start;
    if outcome.form != Form::Present {
        let before = super::voice::before(text, outcome.tokens.start, Tag::HAVE.or(Tag::MODAL));
        return before
            .is_some_and(|at| text.is(at.saturating_sub(1), Tag::MODAL) && text.lower(at.saturating_sub(1)) != "may");
    }
    if planned(text, start, outcome.tokens.start) {
        return true;
    }
    (start.max(outcome.tokens.start.saturating_sub(4))..outcome.tokens.start)
        .any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "to" && !achieved(linker, at))
}

/// "planned to blow up two hotels and kill 50": the plan holds for both verbs.
fn planned(text: &Text<'_, '_>, start: usize, verb: usize) -> bool {
    const PLANS: &[&str] = &[
        "plan", "plot", "vow", "threat", "intend", "want", "aim", "tried", "try", "attempt", "hop", "conspir", "order",
        "swor", "wish", "prepar", "seek", "sought", "promis", "pledg", "urg",
    ];
    let joined = verb > start && matches!(text.lower(verb - 1), "and" | "or");
    joined
        && (start.max(verb.saturating_sub(14))..verb - 1)
            .rev()
            .take_while(|&at| !matches!(text.lower(at), "," | ";") && !text.is(at, Tag::REL))
            .any(|at| {
                // "may strike at any hour and kill thousands"
                let can = text.is(at, Tag::MODAL) && text.quantity(at + 1).is_none();
                can || text.lower(at) == "to"
                    && at > start
                    && PLANS.iter().any(|stem| text.lower(at - 1).starts_with(stem))
            })
}

/// "was able to arrest 31", "went on to kill 12", "is known to have killed": done all the same.
fn achieved(linker: &Linker<'_, '_>, to: usize) -> bool {
    let text = linker.text;
    let Some(before) = to.checked_sub(1) else {
        return false;
    };
    matches!(
        text.lower(before),
        "able" | "on" | "managed" | "known" | "continued" | "proceeded" | "helped"
    ) || text.lower(to + 1) == "have"
}

/// "an ambush killed the driver, his wife and two children": the verb stands before a list.
pub(super) fn object_far(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let mut joint = phrase.tokens.start.checked_sub(1).filter(|&at| at > start)?;
    while joint > start && text.is(joint, Tag::POSS.or(Tag::DET)) && text.is_word(joint - 1) {
        joint -= 1;
    }
    let joined = text.is(joint, Tag::CONJ)
        || text.lower(joint) == ","
        || text.lower(joint) == "with"
        || text.lower(joint) == "as" && joint > start && text.lower(joint - 1) == "well";
    // "before he killed her, one of the guards said": who says it
    let says = text.is(phrase.end, Tag::SAY) && !text.is(phrase.end, Tag::ADVERB) && text.lower(joint) == ",";
    // "filmed the killing of a guard, but no reporter could": the subject of a verb
    let acts = text.is(phrase.end, Tag::MODAL);
    if !joined || says || acts || matches!(phrase.head, Head::Bare) && !phrase.others {
        return None;
    }
    let mut at = joint;
    while at > start && at + 18 > joint {
        if let Some(outcome) = text.outcome_to(at) {
            let active = outcome.frame == Frame::Hits && linker.voice(outcome) == Voice::Active;
            let along = outcome.frame == Frame::Hits || outcome.frame == Frame::Suffers;
            let with =
                text.lower(joint) == "with" && matches!(text.lower(joint.saturating_sub(1)), "along" | "together");
            let of = outcome.frame == Frame::Noun && text.lower(outcome.tokens.end) == "of";
            let fits = linker.suits(phrase, outcome) && !unreal(linker, outcome);
            // "air strikes, among them two nuns"
            let active = active && text.lower(joint) != "with" && !outcome.row_is("injured/struck");
            return (fits && (active || with && along || of))
                .then(|| linker.link(index, outcome, "link/object-list", 0.75));
        }
        at -= 1;
        if text.is(at, Tag::PAST.or(Tag::BE).or(Tag::SUBORD).or(Tag::REL).or(Tag::MODAL)) && text.lower(at) != "as" {
            return None;
        }
    }
    None
}

/// "Among the dead were 12 children", "Among those arrested there are 14 students".
pub(super) fn among(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let sentence = text.sentence(phrase.tokens.start);
    let from = sentence.start.max(phrase.tokens.start.saturating_sub(14));
    // "saw two cousins among the detainees"
    if text.lower(phrase.end) == "among"
        && matches!(text.lower(phrase.end + 1), "the" | "those")
        && let Some(outcome) = text
            .outcome_from(phrase.end + 2)
            .filter(|outcome| outcome.frame == Frame::Noun)
        && matches!(phrase.head, Head::Person(_))
    {
        let mut link = linker.link(index, outcome, "link/among", 0.8);
        link.part = true;
        return Some(link);
    }
    let opener = (from..phrase.tokens.start)
        .rev()
        // "tens of thousands"
        .find(|&at| {
            matches!(text.lower(at), "among" | "of" | "included" | "include" | "includes")
                && text.quantity(at).is_none()
        })?;
    // "no action was taken against the detained"
    let nothing = linker.sort(phrase) == Some(crate::quantity::Sort::Zero);
    if nothing && matches!(phrase.head, Head::Unknown(_)) {
        return None;
    }
    // "among 900 dead, the 50 survivors"
    if matches!(phrase.head, Head::Person(at) if text.lower(at) == "survivors") {
        return None;
    }
    let outcome = (from..phrase.tokens.start).find_map(|at| text.outcome_from(at))?;
    let named = matches!(outcome.frame, Frame::State | Frame::Hits | Frame::Noun);
    let included = text.lower(opener).starts_with("includ");
    let after = if included {
        outcome.tokens.end <= opener
    } else {
        outcome.tokens.start > opener && outcome.tokens.start <= opener + 5
    };
    let determined = text.is(outcome.tokens.start.saturating_sub(1), Tag::DET)
        || text.is(outcome.tokens.start.saturating_sub(1), Tag::PERSON)
        || text.quantity(outcome.tokens.start.saturating_sub(1)).is_some();
    // "the Free Varland Army"
    let name = outcome.kind == Kind::Released && text.is_name(outcome.tokens.start);
    if !named || !after || !determined || name || matches!(phrase.head, Head::Harm(_) | Head::Household(_)) {
        return None;
    }
    let clear = (outcome.tokens.end.max(opener + 1)..phrase.tokens.start)
        .all(|at| !text.is(at, Tag::PAST.or(Tag::SUBORD).or(Tag::PRON)) || included);
    let mut link = linker.link(index, outcome, "link/among", 0.85);
    link.part = true;
    clear.then_some(link)
}
