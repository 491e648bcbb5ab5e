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
    at -= usize::from(at > start + 1 && matches!(text.lower(at - 1), "“" | "\"" | "‘"));
    let others = at > start + 1 && text.reads(at - 1, &["among", "others"]);
    at -= usize::from(others);
    let mut back = at;
    if back > start && text.lower(back - 1) == ":" {
        back -= 1;
    }
    let outcome = text.outcome_to(back).filter(|outcome| outcome.tokens.start >= start)?;
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
    let dead = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "victims" | "martyrs"));
    if outcome.row_is("killed/buried") && !dead && (outcome.form == Form::Ing || is_slide(text, outcome.tokens.start)) {
        return None;
    }
    let suits = linker.suits(phrase, outcome) || matches!(phrase.head, Head::Bare);
    // "arrested, among others, three clerks"
    let active = linker.voice(outcome) == Voice::Active
        || others && super::voice::before(text, outcome.tokens.start, Tag::BE).is_none();
    if outcome.frame != Frame::Hits || !active || !suits || unreal(linker, outcome) {
        return None;
    }
    Some(linker.link(index, outcome, "link/object", 0.94))
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
                text.lower(at) == "to" && at > start && PLANS.iter().any(|stem| text.lower(at - 1).starts_with(stem))
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
    if !joined || says || matches!(phrase.head, Head::Bare) && !phrase.others {
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

/// "the death of 12 men", "claimed the lives of 26", "a death toll of 40", "the toll rose to 40".
pub(super) fn noun_of(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut at = phrase.tokens.start;
    let start = text.sentence(at).start;
    while at > start && text.is(at - 1, Tag::DET.or(Tag::ADVERB).or(Tag::POSS)) && text.outcome(at - 1).is_none() {
        at -= 1;
    }
    let joint = at.checked_sub(1).filter(|&at| at >= start)?;
    if matches!(text.lower(joint), "of" | "to" | "for" | "among")
        && let Some(outcome) = text.outcome_to(joint)
    {
        let rule = match outcome.frame {
            Frame::Noun => "link/noun-of",
            Frame::Lives if lives_lost(linker, phrase) => "link/lives-of",
            // "the shooting dead of two clerks"
            Frame::Hits if outcome.form == Form::Ing && outcome.kind == Kind::Killed && outcome.tokens.len() > 1 => {
                "link/noun-of"
            }
            Frame::State if text.lower(joint) == "to" && outcome.row_is("injured/with-injuries") => "link/noun-of",
            _ => "",
        };
        let harm = outcome.kind == Kind::Injured
            || text.lower(joint) == "of"
            || text.lower(joint) == "for" && text.lower(outcome.tokens.start).starts_with("evacuation")
            || outcome.kind == Kind::Killed && text.lower(joint) == "among";
        let unclear = !matches!(outcome.id(), "missing/fate" | "missing/whereabouts") || is_unclear(text, phrase);
        let persons =
            !matches!(outcome.id(), "missing/fate" | "missing/whereabouts") || matches!(phrase.head, Head::Person(_));
        // "the attempted murder of one victim"
        let tried = matches!(
            text.lower(outcome.tokens.start.saturating_sub(1)),
            "attempted" | "planned" | "plotted"
        );
        if !rule.is_empty() && !tried && harm && unclear && persons && linker.suits(phrase, outcome) {
            return Some(linker.link(index, outcome, rule, 0.9));
        }
    }
    // "injuries sustained by 790 soldiers"
    let by = joint > start + 1
        && text.lower(joint) == "by"
        && matches!(
            text.lower(joint - 1),
            "sustained" | "suffered" | "received" | "incurred"
        );
    let hurt = text
        .outcome_to(joint.saturating_sub(1))
        .filter(|hurt| hurt.row_is("injured/injuries"));
    if let Some(hurt) = hurt.filter(|_| by && matches!(phrase.head, Head::Person(_))) {
        return Some(linker.link(index, hurt, "link/noun-of", 0.85));
    }
    super::toll::reached(linker, index, phrase)
        .or_else(|| super::toll::estimated(linker, index, phrase))
        .or_else(|| super::toll::victims(linker, index, phrase))
        .or_else(|| super::toll::toll(linker, index, phrase))
        .or_else(|| dated_noun(linker, index, phrase, joint))
        .or_else(|| super::toll::numbered(linker, index, phrase))
        .or_else(|| super::link_sought::searched(linker, index, phrase))
        .or_else(|| lost(linker, index, phrase))
        .or_else(|| super::link_lost::taken_out(linker, index, phrase))
        .or_else(|| super::link_lost::drowned(linker, index, phrase))
        .or_else(|| super::link_lost::lost_own(linker, index, phrase))
        .or_else(|| super::link_lost::loss_of(linker, index, phrase))
        .or_else(|| super::link_lost::mourned(linker, index, phrase))
        .or_else(|| super::link_lost::in_graves(linker, index, phrase))
        .or_else(|| super::link_lost::cost(linker, index, phrase))
        .or_else(|| super::link_turned::labelled(linker, index, phrase))
        .or_else(|| sheltered(linker, index, phrase))
        .or_else(|| owned(linker, index, phrase))
}

/// "the whereabouts of 12 men are unknown", "sought the whereabouts of": not where nobody doubts.
fn is_unclear(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let sentence = text.sentence(phrase.tokens.start);
    let near = sentence.start.max(phrase.tokens.start.saturating_sub(12))..sentence.end.min(phrase.end + 8);
    let stems = [
        "unknown",
        "unclear",
        "uncertain",
        "search",
        "seek",
        "sought",
        "trac",
        "inquir",
        "enquir",
        "ascertain",
        "determin",
        "disclos",
        "demand",
        "concern",
        "fear",
        "locat",
    ];
    let rumour = near
        .clone()
        .any(|at| text.lower(at).starts_with("rumo") || text.lower(at).starts_with("speculat"));
    let doubt =
        |at: usize| stems.iter().any(|stem| text.lower(at).starts_with(stem)) || text.reads(at, &["not", "known"]);
    !rumour && near.into_iter().any(doubt)
}

/// "the killing on the morning of 3 June of four nuns": days stand between the noun and its "of".
fn dated_noun(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, joint: usize) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(joint).start.max(joint.saturating_sub(10));
    let dated = |at: usize| {
        text.is(at, Tag::TIME.or(Tag::PREP).or(Tag::DET))
            || text.lower(at) == "may"
            || text.lower(at).starts_with(|c: char| c.is_ascii_digit())
    };
    let noun = (start..joint).rev().find(|&at| !dated(at))?;
    let outcome = text
        .outcome_to(noun + 1)
        .filter(|outcome| outcome.frame == Frame::Noun)?;
    let fits =
        text.lower(joint) == "of" && noun + 1 < joint && (matches!(phrase.head, Head::Person(_)) || phrase.others);
    fits.then(|| linker.link(index, outcome, "link/noun-of", 0.8))
}

/// "monks are sheltering 640 farmers", "camps housing 300 families"
fn sheltered(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let shelters = matches!(text.lower(verb), "sheltering" | "shelters" | "sheltered" | "shelter");
    let houses = matches!(
        text.lower(verb),
        "housing"
            | "hosting"
            | "accommodating"
            | "houses"
            | "hosts"
            | "host"
            | "house"
            | "accommodate"
            | "accommodates"
            | "serving"
            | "serve"
    ) && (first.max(verb.saturating_sub(16))..verb).any(|at| {
        ["camp", "shelter", "evacuation", "evacuee", "displaced", "refugee"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    });
    // a people is known by its capital: "hosts 24,000 Varlanders"
    let people = matches!(phrase.head, Head::Unknown(at) if text.is_name(at) && text.lower(at).ends_with('s'));
    let persons =
        (people || matches!(phrase.head, Head::Person(_) | Head::Household(_))) && !linker.said_in_persons(phrase);
    let visiting = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "guests" | "visitors" | "tourists" | "delegates" | "fans" | "spectators" | "athletes"));
    let hidden = visiting
        || phrase.class == super::VictimClass::Militant
        || text.is(verb.saturating_sub(1), Tag::MODAL)
        || text.lower(verb.saturating_sub(1)) == "to";
    ((shelters || houses) && persons && !hidden).then(|| Link {
        phrase: index,
        kind: Kind::Displaced,
        outcome: verb..verb + 1,
        row: "displaced/sheltered",
        rule: "link/sheltered",
        part: false,
        confidence: 0.7,
    })
}

/// Who loses men in war.
const SIDES: &[&str] = &[
    "army",
    "troops",
    "forces",
    "rebels",
    "unit",
    "battalion",
    "brigade",
    "side",
    "regiment",
    "navy",
    "militia",
];

/// "the army lost 12 soldiers", "she lost two brothers": killed; a firm that lost 12 workers is not meant.
fn lost(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let Head::Person(noun) = phrase.head else { return None };
    let dear = matches!(
        text.lower(noun),
        "sons"
            | "daughters"
            | "brothers"
            | "sisters"
            | "children"
            | "relatives"
            | "cousins"
            | "comrades"
            | "parents"
            | "fighters"
            | "siblings"
            | "grandchildren"
            | "nephews"
            | "uncles"
    ) || matches!(
        text.words.class(noun),
        super::VictimClass::SecurityForce | super::VictimClass::Militant
    );
    let loses = matches!(text.lower(verb), "lost" | "losing" | "loses");
    // "the army lost 14 men", "the agency lost dozens of staff when its office collapsed"
    let side = |at: usize| SIDES.contains(&text.lower(at));
    let men = matches!(text.lower(noun), "men" | "people" | "personnel")
        && (first.max(verb.saturating_sub(12))..verb)
            .rev()
            .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PAST.or(Tag::SUBORD).or(Tag::REL).or(Tag::BE)))
            .any(side);
    let staff = matches!(
        text.lower(noun),
        "staff" | "workers" | "colleagues" | "employees" | "members"
    ) && (phrase.end..phrase.end + 18)
        .take_while(|&at| text.is_word(at) || matches!(text.lower(at), "-" | ","))
        .any(|at| {
            [
                "collaps",
                "quake",
                "earthquake",
                "tsunami",
                "fighting",
                "attack",
                "bomb",
                "explo",
                "blast",
                "crash",
                "raid",
                "strike",
                "shell",
                "ambush",
            ]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
                // "it warned" is no war
                || matches!(text.lower(at), "war" | "wars" | "wartime" | "dead" | "killed")
        });
    // "lost four members of his family"
    let kin = matches!(text.lower(noun), "members" | "member")
        && text.lower(noun + 1) == "of"
        && (noun + 2..noun + 5).any(|at| matches!(text.lower(at), "family" | "household" | "clan" | "families"));
    let dear = dear || men || staff || kin;
    (loses && dear).then(|| Link {
        phrase: index,
        kind: Kind::Killed,
        outcome: verb..verb + 1,
        row: "killed/lost",
        rule: "link/lost",
        part: false,
        confidence: 0.7,
    })
}

/// "the two nuns' slaying", "the two men's deaths"
fn owned(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let noun = text.lower(phrase.end.checked_sub(1)?);
    let at = if noun.ends_with('\'') || noun.ends_with("'s") {
        phrase.end
    } else if text.lower(phrase.end) == "'" {
        phrase.end + 1
    } else {
        return None;
    };
    let outcome = text.outcome_from(at)?;
    let of_them = matches!(outcome.frame, Frame::Noun) || outcome.form == Form::Ing && outcome.frame == Frame::Hits;
    let single = outcome.kind == Kind::Killed && !text.lower(at).starts_with("bod");
    (of_them && single && linker.suits(phrase, outcome)).then(|| linker.link(index, outcome, "link/owned", 0.8))
}

/// "12 lives were lost", "claimed 12 lives", not "saved 12 lives".
pub(super) fn lives_lost(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let sentence = text.sentence(phrase.tokens.start);
    (sentence.start.max(phrase.tokens.start.saturating_sub(6))..sentence.end.min(phrase.end + 4)).any(|at| {
        ["claim", "cost", "took", "take", "taking", "los"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    })
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
        .find(|&at| matches!(text.lower(at), "among" | "of" | "included" | "include" | "includes"))?;
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
