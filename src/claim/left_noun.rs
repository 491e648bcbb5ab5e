//! From a counted phrase to the noun of harm before it: "the death of 12", "the arrest of two men".

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame};
use super::phrase::{Head, Phrase};
use super::text::Text;

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
        let fate = matches!(outcome.id(), "missing/fate" | "missing/whereabouts");
        let lost = !fate || matches!(phrase.head, Head::Person(_)) && is_unclear(text, phrase);
        // "no sign of the two gunmen": they got away
        let lost = lost && (!outcome.row_is("missing/no-sign") || super::link_box::can_be_lost(phrase));
        // "the attempted murder of one victim"
        let tried = matches!(
            text.lower(outcome.tokens.start.saturating_sub(1)),
            "attempted" | "planned" | "plotted"
        );
        // "demanded the release of 12 clerks"
        let asked = outcome.kind == Kind::Released && is_asked(text, outcome.tokens.start);
        if asked && text.lower(joint) == "of" {
            return super::link_asked::held(linker, index, phrase, outcome);
        }
        let tried = tried
            || super::link_them::is_supposed(text, outcome.tokens.start)
            || outcome.frame == Frame::Noun && is_called_for(text, outcome.tokens.start);
        if !rule.is_empty() && !tried && !asked && harm && lost && linker.suits(phrase, outcome) {
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
    super::link_freed::clemency(linker, index, phrase, joint)
        .or_else(|| super::toll::reached(linker, index, phrase))
        .or_else(|| super::toll::estimated(linker, index, phrase))
        .or_else(|| super::toll::given(linker, index, phrase))
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

/// "demanded the release of", "called for the immediate release of", "ordered the release of": not done yet.
fn is_asked(text: &Text<'_, '_>, noun: usize) -> bool {
    let start = text.sentence(noun).start;
    let asks = [
        "demand",
        "call",
        "urg",
        "appeal",
        "seek",
        "sought",
        "request",
        "pray",
        "plead",
        "press",
        "negotiat",
        "await",
        "hop",
        "insist",
        "want",
        "condition",
        "exchange",
        "return",
        "campaign",
        "support",
        "secur",
        "lobb",
        "talk",
        "mediat",
        "effort",
    ];
    // "the gang demanded 10 million for the release of"
    let paid = text.lower(noun.saturating_sub(2)) == "for" || text.lower(noun.saturating_sub(1)) == "for";
    if paid && (start.max(noun.saturating_sub(14))..noun).any(|at| text.begins(at, &["demand"])) {
        return true;
    }
    (start.max(noun.saturating_sub(6))..noun)
        .rev()
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none() && text.outcome(at).is_none())
        .any(|at| text.begins(at, &asks))
}

/// "called for the arrest of two officers", "seek the execution of 12 generals": what somebody wants is not done.
fn is_called_for(text: &Text<'_, '_>, noun: usize) -> bool {
    let start = text.sentence(noun).start.max(noun.saturating_sub(4));
    let Some(at) = (start..noun).rev().find(|&at| {
        !text.is(at, Tag::DET.or(Tag::ADVERB)) && text.words.tag(at) != Tag::NONE || text.lower(at) == "for"
    }) else {
        return false;
    };
    if text.lower(at) == "for" && at > start {
        return text.begins(at - 1, &["call", "ask", "press", "appeal", "warrant"]);
    }
    text.begins(at, &["demand", "seek", "sought", "urg", "request"])
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
    let dated =
        |at: usize| text.is(at, Tag::TIME.or(Tag::PREP).or(Tag::DET)) || text.lower(at) == "may" || text.is_numeral(at);
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
            | "hold"
            | "holds"
    ) && (first.max(verb.saturating_sub(30))..verb).any(|at| {
        ["camp", "shelter", "evacuation", "evacuee", "displaced", "refugee"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    });
    // a people is known by its capital: "hosts 24,000 Varlanders"
    let people = matches!(phrase.head, Head::Unknown(at) if text.is_name(at) && text.lower(at).ends_with('s'));
    let fled = matches!(phrase.head, Head::Harm(at) if matches!(text.lower(at), "refugees" | "evacuees"));
    let homes = matches!(phrase.head, Head::Household(_));
    let persons = people || matches!(phrase.head, Head::Person(_)) || fled || homes && !linker.said_in_persons(phrase);
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

/// Those who are mourned when they are lost: kin, comrades, soldiers.
fn is_dear(text: &Text<'_, '_>, phrase: &Phrase, noun: usize) -> bool {
    matches!(
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
    ) || phrase.class == super::VictimClass::SecurityForce
}

/// Beginnings of words for that by which a body loses its staff.
const DISASTERS: &[&str] = &[
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
    "massacre",
    "carnage",
    "capsiz",
    "sank",
    "flood",
    "landslide",
    "avalanche",
];

/// "the army lost 12 soldiers", "she lost two brothers": killed; a firm that lost 12 workers is not meant.
fn lost(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let Head::Person(noun) = phrase.head else { return None };
    let loses = matches!(text.lower(verb), "lost" | "losing" | "loses");
    // "the army lost 14 men", "the agency lost dozens of staff when its office collapsed"
    let side = |at: usize| SIDES.contains(&text.lower(at));
    let men = matches!(text.lower(noun), "men" | "people" | "personnel")
        && (first.max(verb.saturating_sub(12))..verb)
            .rev()
            .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PAST.or(Tag::SUBORD).or(Tag::REL).or(Tag::BE)))
            .any(side);
    // who can also be lost to a rival
    let served = text.begins(
        noun,
        &[
            "customer", "client", "view", "read", "support", "vot", "follow", "visit", "tourist", "player",
        ],
    );
    let staff = !served
        && (phrase.end..phrase.end + 18)
            .take_while(|&at| text.is_word(at) || matches!(text.lower(at), "-" | ","))
            .any(|at| {
                text.begins(at, DISASTERS)
                // "it warned" is no war
                || matches!(text.lower(at), "war" | "wars" | "wartime" | "dead" | "killed")
            });
    // "lost four members of his family"
    let kin = matches!(text.lower(noun), "members" | "member")
        && text.lower(noun + 1) == "of"
        && (noun + 2..noun + 5).any(|at| matches!(text.lower(at), "family" | "household" | "clan" | "families"));
    (loses && (is_dear(text, phrase, noun) || men || staff || kin)).then(|| Link {
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
        text.begins(
            at,
            &[
                "claim", "cost", "took", "take", "taking", "los", "consum", "snuff", "swallow", "devour", "cut",
            ],
        )
    })
}
