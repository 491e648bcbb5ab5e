//! From a number back to the word for the count that it fills: "the toll rose to 14", "the dead numbered 14".

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;

/// "the dead numbered 14", "arrests totalled 300", "the wounded, numbering 40"
pub(super) fn numbered(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    // "the dead numbered in the hundreds", "casualties ran into the thousands"
    let into = text.lower(verb) == "the" && verb >= first + 2 && matches!(text.lower(verb - 1), "in" | "into");
    let verb = if into { verb - 2 } else { verb };
    let ran = into && matches!(text.lower(verb), "ran" | "run" | "runs" | "running" | "were" | "are");
    let counts =
        ran || matches!(
            text.lower(verb),
            "numbered"
                | "number"
                | "numbers"
                | "numbering"
                | "totalled"
                | "totaled"
                | "totalling"
                | "totaling"
                | "total"
        ) || text.lower(verb) == "to" && verb > first && super::link_tail::is_sum(text.lower(verb - 1));
    if !counts {
        return None;
    }
    let start = first.max(verb.saturating_sub(12));
    let outcome = (start..verb).rev().find_map(|at| text.outcome_to(at + 1))?;
    // "deaths among the guards in the same period totalled 895": no other verb stands between
    let noun = matches!(outcome.frame, Frame::Noun)
        && (outcome.tokens.end..verb)
            .all(|at| !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SAY)) && text.quantity(at).is_none())
        || matches!(outcome.frame, Frame::State | Frame::Hits)
            && text.is(outcome.tokens.start.checked_sub(1)?, Tag::DET.or(Tag::POSS));
    noun.then(|| linker.link(index, outcome, "link/numbered", 0.85))
}

/// "deaths, estimated by diplomats at some 2,000": the count between commas.
pub(super) fn estimated(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let at = phrase
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| text.lower(at) == "at")?;
    let verb = (first.max(at.saturating_sub(6))..at)
        .rev()
        .find(|&at| matches!(text.lower(at), "estimated" | "put" | "counted"))?;
    let by = verb + 1 == at || text.lower(verb + 1) == "by";
    let comma = verb.checked_sub(1).filter(|&at| at > first && text.lower(at) == ",")?;
    let outcome = text.outcome_to(comma)?;
    let noun = outcome.frame == Frame::Noun && text.lower(outcome.tokens.end - 1).ends_with('s');
    (by && noun && counted_alone(text, phrase)).then(|| linker.link(index, outcome, "link/numbered", 0.8))
}

/// "the fatalities are given as 64 persons", "reported the injuries to be 18": a noun of harm and what it is said to be.
pub(super) fn given(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let joint = phrase.tokens.start.checked_sub(1).filter(|&at| at > first + 1)?;
    let verb = match text.lower(joint) {
        "be" if text.lower(joint - 1) == "to" => joint - 1,
        "as" | "at"
            if text.begins(
                joint - 1,
                &["giv", "report", "estimat", "put", "record", "list", "count", "plac"],
            ) =>
        {
            joint - 1
        }
        _ => return None,
    };
    let mut end = verb;
    while end > first && text.is(end - 1, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)) {
        end -= 1;
    }
    let outcome = text.outcome_to(end).filter(|outcome| outcome.tokens.start > first)?;
    let noun = outcome.frame == Frame::Noun
        && text.lower(outcome.tokens.end - 1).ends_with('s')
        && text.is(outcome.tokens.start - 1, Tag::DET.or(Tag::POSS));
    let passive = text.lower(joint) == "be" || end < verb;
    (noun && passive && counted_alone(text, phrase)).then(|| linker.link(index, outcome, "link/numbered", 0.8))
}

/// "the injured reached 85", "the dead stood at 14": the harmed are the subject of a verb that only a count has.
pub(super) fn reached(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let moves = |at: usize| {
        let stems = [
            "ris", "rose", "climb", "stand", "stood", "reach", "exceed", "pass", "grew", "grow", "jump", "soar",
            "increas",
        ];
        text.begins(at, &stems)
    };
    let joint = phrase.tokens.start.checked_sub(1).filter(|&at| at > first)?;
    // "the wounded to 100", "put deaths at 12": no verb stands between
    // "put the dead at 31"
    let the = |outcome: &Outcome| {
        let before = outcome.tokens.start.checked_sub(1).filter(|&at| at >= first);
        outcome.tokens.len() == 1
            && before.is_some_and(|at| text.is(at, Tag::POSS) || matches!(text.lower(at), "the" | "those"))
    };
    let bare = text.outcome_to(joint).is_some_and(|outcome| {
        text.lower(joint) == "to" || text.lower(joint) == "at" && (outcome.frame == Frame::Noun || the(outcome))
    });
    let verb = joint - usize::from(!bare && matches!(text.lower(joint), "to" | "at" | "past"));
    let mut end = verb;
    while end > first && text.is(end - 1, Tag::HAVE.or(Tag::ADVERB)) && text.outcome(end - 1).is_none() {
        end -= 1;
    }
    if end > first && matches!(text.lower(end - 1), "people" | "persons") {
        end -= 1;
    }
    let outcome = text
        .outcome_to(end)
        .filter(|outcome| outcome.tokens.start > first || outcome.frame == Frame::Noun)?;
    // "deaths rose to 12", "put cumulative deaths at 1,400"
    let noun = outcome.frame == Frame::Noun
        && outcome.tokens.len() == 1
        && text.lower(outcome.tokens.start).ends_with('s')
        && !text.is(outcome.tokens.start, Tag::PERSON)
        && !matches!(text.lower(outcome.tokens.start), "bodies" | "remains");
    // "put his side's dead at nine"
    let owned = outcome.tokens.len() == 1
        && matches!(outcome.frame, Frame::State | Frame::Hits)
        && outcome.tokens.start > first
        && (text.is(outcome.tokens.start - 1, Tag::POSS)
            || matches!(text.lower(outcome.tokens.start - 1), "the" | "those")
            || text.lower(outcome.tokens.start - 1).ends_with("'s"));
    let put = (noun || owned)
        && text.lower(verb) == "at"
        && verb == joint
        && (first.max(outcome.tokens.start.saturating_sub(8))..outcome.tokens.start)
            .any(|at| text.begins(at, &["put", "estimat", "plac", "record", "count", "with"]));
    if put || noun && moves(verb) && counted_alone(text, phrase) {
        return Some(linker.link(index, outcome, "link/numbered", 0.85));
    }
    let people = outcome.tokens.len() == 1
        && matches!(outcome.frame, Frame::State | Frame::Hits)
        && matches!(text.lower(outcome.tokens.start - 1), "the" | "those")
        && (text.lower(end - 1).ends_with("ed") || matches!(text.lower(end - 1), "dead" | "missing" | "homeless"));
    let counted =
        matches!(phrase.head, Head::Bare | Head::Person(_) | Head::Unknown(_)) && !text.is(phrase.end, Tag::TIME);
    // "the dead rose to 23 and the wounded to 100": the verb is that of the first
    let shared = text.lower(verb) == "to"
        && verb == joint
        && (first..end).any(moves)
        && (first..end).any(|at| text.quantity(at).is_some());
    ((moves(verb) || shared) && people && counted).then(|| linker.link(index, outcome, "link/numbered", 0.85))
}

/// A number that is all that is said: "to 12", "at 300".
fn counted_alone(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    matches!(phrase.head, Head::Bare | Head::Person(_))
        && !text.is(phrase.end, Tag::TIME)
        && text.lower(phrase.end) != "%"
}

/// "left 23 victims", "claimed 23 victims"
pub(super) fn victims(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let Head::Person(noun) = phrase.head else { return None };
    // "13 victims of an apparent mass execution"
    if text.lower(noun) == "victims" && text.lower(noun + 1) == "of" {
        let outcome = (noun + 2..noun + 6)
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .find_map(|at| text.outcome_from(at))
            .filter(|outcome| outcome.frame == Frame::Noun && outcome.kind == Kind::Killed)?;
        let one = matches!(
            text.lower(outcome.tokens.start),
            "execution" | "executions" | "massacre" | "murder" | "killings" | "slaughter" | "murders"
        );
        return one.then(|| linker.link(index, outcome, "link/victims-of", 0.75));
    }
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let claims = matches!(
        text.lower(verb),
        "left" | "leaves" | "leaving" | "claimed" | "claims" | "claiming" | "made"
    );
    let closes =
        !text.is_word(phrase.end) || text.is(phrase.end, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::TIME));
    // "the storm claimed 12 people"; those who claim it would speak of more
    let taken = text.lower(verb).starts_with("claim")
        && matches!(
            text.lower(noun),
            "people" | "persons" | "children" | "soldiers" | "passengers"
        )
        && !text.is(phrase.end, Tag::SUBORD);
    (claims && closes && (text.lower(noun) == "victims" || taken)).then(|| Link {
        phrase: index,
        kind: Kind::Killed,
        outcome: verb..verb + 1,
        row: "killed/victims",
        rule: "link/victims-left",
        part: false,
        confidence: 0.75,
    })
}

/// Words right before the number that a toll reaches.
const MOVES: &str = "of at to as is was are were be stands stood reached reaches hit hits exceeded from now : past above - passed been \
     reach it topped tops remains remained remaining stays reaching hitting range ranges ranged ranging nears \
     neared nearing climbs climbed rises crosses crossed crossing surpasses surpassed toward towards between \
     exceeds touches touched numbered totalled totaled totals – — crept creeps creeping edged edges edging nudged \
     nudges nudging inched inches inching ticked ticks rose risen climbed jumped leapt soared surged swelled grew grown mounted \
     passes topping passing approached approaches anywhere somewhere";

/// The nearest "toll" before a number that nothing else claims.
pub(super) fn toll(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let number = phrase.tokens.start;
    let mut joint = number.checked_sub(1)?;
    // "touched the 500-mark"
    if joint > start && is_mark(text, phrase) {
        // "hit the grim 2,000 mark"
        joint -= usize::from(joint > start + 1 && text.lower(joint - 1) == "the");
        joint -= usize::from(text.lower(joint) == "the");
    }
    joint -= usize::from(joint > start && matches!(text.lower(joint), "“" | "\"" | "‘"));
    let fits = text.outcome(joint).is_some_and(|outcome| outcome.frame == Frame::Toll)
        || MOVES.split_whitespace().any(|word| word == text.lower(joint))
        || text.is(joint, Tag::ADVERB)
        || text.lower(number).ends_with("ed")
        // "the toll in Orla tops 1,500"
        || matches!(
            text.lower(number),
            "tops" | "exceeds" | "surpasses" | "passes" | "nears" | "exceeding" | "topping" | "surpassing"
        );
    // "the toll often exceeds 100 a day": a rate
    let rate = matches!(text.lower(phrase.end), "a" | "per" | "every") && text.is(phrase.end + 1, Tag::TIME);
    if !fits || rate {
        return None;
    }
    // "the toll from the floods that hit the north has risen to 20"
    let risen = moved_to(text, joint);
    let from = start.max(number.saturating_sub(if risen { 40 } else { 16 }));
    if let Some(outcome) = ahead(linker, phrase, joint) {
        return Some(linker.link(index, outcome, "link/toll", 0.85));
    }
    for at in (from..number).rev() {
        if at == joint && text.lower(at) == "remains" {
            continue;
        }
        // "the toll in the massacre is now nearly 525"
        if text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Noun) && behind_preposition(text, at, from) {
            continue;
        }
        let counts = super::ellipsis::is_count_noun(text.lower(at)) && text.lower(at) != "its";
        if risen && at + 1 < number && counts && text.outcome(at).is_none() {
            return None;
        }
        if let Some(outcome) = text
            .outcome(at)
            .filter(|outcome| outcome.frame == Frame::Toll || !risen)
        {
            // "the tally of those affected"
            let affected = (at..joint).any(|at| text.lower(at) == "affected");
            let homes = affected || matches!(phrase.head, Head::Household(_)) && outcome.kind != Kind::Displaced;
            return (outcome.frame == Frame::Toll && !homes).then(|| linker.link(index, outcome, "link/toll", 0.85));
        }
        if risen {
            continue;
        }
        // "the toll may rise as five of the wounded are worse"
        if text.lower(joint) == "of" && matches!(text.lower(at), "as" | "because" | "when" | "while" | "after") {
            return None;
        }
        if text.quantity(at).is_some_and(|other| {
            super::voice::phrase_of(linker.phrases, other)
                .is_some_and(|other| !matches!(other.head, Head::Thing | Head::Household(_)))
        }) {
            return None;
        }
    }
    None
}

/// "in the massacre", "from Monday's killings": the noun tells only what the toll is of.
fn behind_preposition(text: &Text<'_, '_>, noun: usize, from: usize) -> bool {
    (from.max(noun.saturating_sub(7))..noun)
        .rev()
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .any(|at| matches!(text.lower(at), "in" | "from" | "after" | "following" | "since"))
}

/// "the 500 mark", "the 500-mark"
fn is_mark(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    (phrase.tokens.start + 1..phrase.tokens.end + 3)
        .any(|at| matches!(text.lower(at), "mark" | "landmark" | "milestone"))
}

/// "brings to 12 the number of dead"
fn ahead<'l>(linker: &Linker<'l, '_>, phrase: &Phrase, joint: usize) -> Option<&'l Outcome> {
    let text = linker.text;
    let behind = phrase.tokens.end + usize::from(text.is(phrase.tokens.end, Tag::DET));
    text.outcome_from(behind)
        .filter(|outcome| outcome.frame == Frame::Toll && matches!(text.lower(joint), "to" | "at"))
}

/// "has risen to", "rose from 9 to", "now stands at": what only a count does.
fn moved_to(text: &Text<'_, '_>, joint: usize) -> bool {
    let moves = |at: usize| {
        let stems = [
            "ris", "rose", "climb", "jump", "stand", "stood", "increas", "grow", "grew", "rais", "soar", "mount",
            "reach", "hit", "pass", "cross", "revis", "went", "gone", "touch", "lower", "adjust", "updat", "crept",
            "creep", "edg", "nudg", "inch", "surg", "swell", "swoll", "leap", "ticked", "fell", "fall", "drop",
            "declin", "dwindl", "shr", "cut", "narrow", "reduc",
        ];
        text.begins(at, &stems)
    };
    let near = joint.saturating_sub(8)..=joint;
    let pass = |at: usize| {
        text.outcome(at)
            .is_none_or(|outcome| outcome.row_is("injured/struck") || outcome.frame == Frame::Toll)
    };
    matches!(
        text.lower(joint),
        "to" | "at"
            | "reached"
            | "hit"
            | "hits"
            | "passed"
            | "crossed"
            | "touched"
            | "crept"
            | "edged"
            | "nudged"
            | "inched"
            | "rose"
            | "climbed"
            | "jumped"
    ) && near.rev().take_while(|&at| pass(at)).any(moves)
}
