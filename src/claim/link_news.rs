//! Ways in which newspapers tie a count to its harm: who stands first ("Among the wounded were seven nurses"), who left a town,
//! whose condition is told, and sets that are split behind their number ("Of the 12 who died, five were children").

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Frame;
use super::phrase::{Head, Phrase};
use super::text::Text;

/// "Among the wounded were seven hostages": what stands first says it, not the noun.
pub(super) fn among_first(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let be = phrase.tokens.start.checked_sub(1).filter(|&at| text.is(at, Tag::BE))?;
    let start = text.sentence(be).start;
    let opener = (start.max(be.saturating_sub(14))..be).find(|&at| text.lower(at) == "among")?;
    // "among the dead", "among those reported wounded in the attack"
    let first = opener + 1;
    if !matches!(text.lower(first), "the" | "those" | "them") {
        return None;
    }
    let first = first + 1;
    let told =
        first + usize::from(text.is(first, Tag::BELIEF) || matches!(text.lower(first), "reported" | "confirmed"));
    let harm = text.outcome_from(told)?;
    let named = matches!(harm.frame, Frame::State | Frame::Hits);
    let clear = (harm.tokens.end..be).all(|at| {
        text.is_word(at) && !text.is(at, Tag::PAST.or(Tag::SUBORD).or(Tag::REL)) && text.outcome_from(at).is_none()
    });
    let ends = !text.is(phrase.end, Tag::BE.or(Tag::HAVE));
    let fits = named && clear && ends && !matches!(phrase.head, Head::Household(_) | Head::Thing | Head::Bare);
    let mut link = linker.link(index, harm, "link/among", 0.85);
    link.part = true;
    fits.then_some(link)
}

/// "Four officers were among a group of soldiers who have fled": what those did among whom they were.
pub(super) fn among_who(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    if !matches!(phrase.head, Head::Person(_)) {
        return None;
    }
    let sentence = text.sentence(phrase.tokens.start);
    // "four officers, including a general in charge of the fleet, were among a group"
    let far = if text.lower(phrase.end) == "," { 30 } else { 16 };
    let among = (phrase.end..sentence.end.min(phrase.end + far))
        .find(|&at| text.lower(at) == "among" && text.is(at.saturating_sub(1), Tag::BE))?;
    if !(text.is(among + 1, Tag::DET) || text.is(among + 1, Tag::PERSON)) {
        return None;
    }
    let who = (among + 1..sentence.end.min(among + 10))
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none() && text.outcome_from(at).is_none())
        .find(|&at| text.lower(at) == "who")?;
    let mut at = who + 1;
    while at < who + 4 && text.is(at, Tag::HAVE.or(Tag::ADVERB).or(Tag::BE)) {
        at += 1;
    }
    let harm = text.outcome_from(at)?;
    let done = matches!(harm.frame, Frame::Suffers) || text.is(at - 1, Tag::BE) && harm.frame == Frame::Hits;
    let mut link = linker.link(index, harm, "link/among", 0.75);
    link.part = true;
    (done && linker.suits(phrase, harm)).then_some(link)
}

/// Those who live in a place: whoever of them leaves it is displaced.
const DWELLERS: &[&str] = &[
    "residents",
    "inhabitants",
    "villagers",
    "townspeople",
    "townsfolk",
    "locals",
    "families",
    "islanders",
    "civilians",
    "dwellers",
    "homeowners",
];

/// Where they lived.
const PLACES: &[&str] = &[
    "city",
    "town",
    "village",
    "district",
    "area",
    "areas",
    "neighbourhood",
    "neighborhood",
    "suburb",
    "suburbs",
    "valley",
    "island",
    "region",
    "province",
    "quarter",
    "camp",
    "settlement",
    "towns",
    "cities",
    "villages",
    "districts",
];

/// "Most residents have left the town", "more than 800 people managed to get out of the city".
pub(super) fn left_town(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let noun = match phrase.head {
        Head::Person(noun) | Head::Household(noun) if is_counted(linker, phrase) => noun,
        // "thousands abandoned the town"
        Head::Bare if linker.sort(phrase) == Some(crate::quantity::Sort::Vague) => phrase.tokens.start,
        _ => return None,
    };
    let mut at = phrase.end;
    while at < phrase.end + 8 && (text.is(at, Tag::HAVE.or(Tag::ADVERB)) || text.is_name(at) || text.lower(at) == "of")
    {
        at += 1;
    }
    let managed = matches!(text.lower(at), "managed" | "able") && text.lower(at + 1) == "to";
    let verb = at + if managed { 2 } else { 0 };
    let out = matches!(text.lower(verb), "got" | "get" | "gotten") && text.reads(verb + 1, &["out", "of"]);
    let end = match text.lower(verb) {
        _ if out => verb + 3,
        "left" | "leave" | "abandoned" | "deserted" | "vacated" | "quit" => verb + 1,
        "gone" | "went" | "moved" if text.lower(verb + 1) == "to" => verb + 2,
        _ => return None,
    };
    // tourists and delegates go home; residents do not
    let people = matches!(text.lower(noun), "people" | "persons");
    let flees = matches!(text.lower(verb), "abandoned" | "deserted") && (people || phrase.head == Head::Bare);
    let dwells = DWELLERS.contains(&text.lower(noun)) || out && people || flees;
    let placed = (end..end + 4)
        .take_while(|&at| text.is_word(at))
        .any(|at| PLACES.contains(&text.lower(at)))
        || text.is_name(end) && text.words.capitals_tell;
    // "left the area after the concert", "left the city council"
    let seat = text.is_owner(end + 1)
        || (end..end + 5).any(|at| {
            matches!(
                text.lower(at),
                "council" | "hall" | "centre" | "center" | "after" | "polls"
            )
        });
    let homes = matches!(phrase.head, Head::Household(_)) && linker.said_in_persons(phrase);
    (dwells && placed && !seat && !homes).then_some(Link {
        phrase: index,
        kind: Kind::Displaced,
        outcome: verb..end,
        row: "displaced/left-town",
        rule: "link/left-town",
        part: phrase.of_them,
        confidence: 0.7,
    })
}

/// "the flight of thousands of workers", "the condition of three is said to be serious".
pub(super) fn noun_before(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut of = phrase.tokens.start.checked_sub(1)?;
    of -= usize::from(of > 0 && text.is(of, Tag::DET.or(Tag::POSS)));
    let noun = of.checked_sub(1).filter(|_| text.lower(of) == "of")?;
    let link = |kind: Kind, outcome: std::ops::Range<usize>, row: &'static str| Link {
        phrase: index,
        kind,
        outcome,
        row,
        rule: "link/noun-of",
        part: phrase.of_them,
        confidence: 0.75,
    };
    let persons = matches!(phrase.head, Head::Person(_) | Head::Household(_)) && is_counted(linker, phrase);
    let determined = noun > 0 && (text.is(noun - 1, Tag::DET) || text.lower(noun - 1) == "mass");
    match text.lower(noun) {
        "flight" if persons && determined => Some(link(Kind::Displaced, noun..noun + 1, "displaced/took-flight")),
        "condition" if persons || phrase.head == Head::Bare || phrase.of_them => {
            let grave = (phrase.end..phrase.end + 7)
                .take_while(|&at| text.is_word(at))
                .find(|&at| matches!(text.lower(at), "serious" | "critical" | "grave" | "precarious"))?;
            let be = (phrase.end..grave).any(|at| text.is(at, Tag::BE));
            be.then(|| link(Kind::Injured, grave..grave + 1, "injured/critical"))
        }
        _ => None,
    }
}

/// "the death in custody of three men", "the detention without trial of 12 clerks": a few words stand between.
pub(super) fn noun_apart(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let of = phrase
        .tokens
        .start
        .checked_sub(1)
        .filter(|&at| text.lower(at) == "of")?;
    let start = text.sentence(of).start.max(of.saturating_sub(6));
    let joint = (start..of)
        .rev()
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find(|&at| {
            matches!(text.lower(at), "in" | "without" | "on" | "at" | "by" | "near" | "under")
                && text.lower(at + 1) != "front"
                && text.outcome_to(at).is_some_and(|outcome| outcome.frame == Frame::Noun)
        })?;
    let noun = text.outcome_to(joint)?;
    let determined = noun.tokens.start > 0
        && (text.is(noun.tokens.start - 1, Tag::DET.or(Tag::POSS)) || text.is_owner(noun.tokens.start - 1));
    let plain =
        (joint + 1..of).all(|at| !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PAST).or(Tag::REL).or(Tag::PERSON)));
    let event = !matches!(text.lower(noun.tokens.start), "bodies" | "body" | "remains" | "toll")
        && !matches!(noun.id(), "missing/fate" | "missing/whereabouts");
    let persons = matches!(phrase.head, Head::Person(_)) || phrase.others || phrase.of_them;
    let persons = persons && is_counted(linker, phrase);
    (determined && plain && event && persons && joint + 1 < of).then(|| linker.link(index, noun, "link/noun-of", 0.75))
}

/// "the arrest, disappearance and torture of hundreds of men": each noun of the list.
pub(super) fn nouns_joined(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, known: &[Link]) -> Vec<Link> {
    let text = linker.text;
    let Some(of) = phrase.tokens.start.checked_sub(1).filter(|&at| text.lower(at) == "of") else {
        return Vec::new();
    };
    let plain = |at: usize| {
        (text.is_word(at) || text.lower(at) == ",")
            && text.quantity(at).is_none()
            && !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::REL).or(Tag::SUBORD).or(Tag::PRON))
    };
    let start = text.sentence(of).start.max(of.saturating_sub(10));
    let from = (start..of).rev().find(|&at| !plain(at)).map_or(start, |at| at + 1);
    let Some(and) = (from..of).rev().find(|&at| matches!(text.lower(at), "and" | "or")) else {
        return Vec::new();
    };
    let persons = (matches!(phrase.head, Head::Person(_)) || phrase.others) && is_counted(linker, phrase);
    // "the town of Orla and the death of two": another phrase ends before
    if !persons || and + 5 < of || (from..of).any(|at| text.lower(at) == "of") {
        return Vec::new();
    }
    let mut out: Vec<Link> = Vec::new();
    for at in from..and {
        let noun = text.outcome_from(at).filter(|outcome| outcome.frame == Frame::Noun);
        let Some(noun) = noun.filter(|noun| matches!(text.lower(noun.tokens.end), "," | "and" | "or")) else {
            continue;
        };
        let bodies = text.is(at, Tag::PERSON) || text.lower(at).ends_with('s') || text.lower(at) == "body";
        let new = known.iter().chain(&out).all(|link| link.kind != noun.kind);
        if new && !bodies {
            out.push(linker.link(index, noun, "link/noun-of", 0.7));
        }
    }
    let hurt = |kind: Kind| matches!(kind, Kind::Killed | Kind::Injured | Kind::Casualties);
    // "the killing and wounding of 26" is one count
    if known.iter().any(|link| hurt(link.kind)) {
        out.retain(|link| !hurt(link.kind));
    }
    out
}

/// "Of the 12 relatives who had been killed, five were children", "Among the 54 bodies brought home, ten were from Orla".
pub(super) fn of_the_set(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let comma = phrase.tokens.start.checked_sub(1)?;
    let dash = text.is_dash(comma);
    if text.lower(comma) != "," && !dash || !matches!(phrase.head, Head::Bare) {
        return None;
    }
    if !text.is(phrase.end, Tag::BE) || text.outcome_from(phrase.end + 1).is_some() {
        return None;
    }
    let start = text.sentence(comma).start;
    let whole = links.iter().rev().take(8).find(|link| {
        linker.phrases.get(link.phrase).is_some_and(|other| {
            let opens = other
                .tokens
                .start
                .checked_sub(1)
                .map(|at| at - usize::from(at > 0 && text.is(at, Tag::DET)));
            opens.is_some_and(|at| at >= start && at <= start + 1 && matches!(text.lower(at), "of" | "among"))
        })
    })?;
    let other = linker.phrases.get(whole.phrase)?;
    let fewer = linker
        .number(phrase)
        .zip(linker.number(other))
        .is_some_and(|(part, all)| part < all);
    let clear = (other.end..comma).all(|at| text.quantity(at).is_none());
    // "five were children", "ten were from Orla"; "five were rescued" is no part of the dead
    let told = (phrase.end + 1..phrase.end + 4).any(|at| text.is(at, Tag::PERSON))
        || matches!(text.lower(phrase.end + 1), "from" | "in" | "of" | "under");
    (fewer && clear && told).then(|| Link {
        phrase: index,
        rule: "link/of-the-set",
        part: true,
        confidence: whole.confidence * 0.85,
        ..whole.clone()
    })
}

/// One person alone, "the clerk", is read elsewhere.
fn is_counted(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let quantity = linker.text.quantities.get(phrase.quantity);
    quantity.is_some_and(|quantity| &*quantity.why.rule != "single/person")
}

/// "Kelm is home to 12,000 refugees", "is now host to 300 displaced families".
pub(super) fn hosts(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let to = phrase
        .tokens
        .start
        .checked_sub(2)
        .filter(|&at| text.lower(at + 1) == "to")?;
    let host = matches!(text.lower(to), "home" | "host" | "refuge" | "shelter");
    let noun = phrase.tokens.end - 1;
    let fled = matches!(text.lower(noun), "refugees" | "evacuees" | "idps");
    // "the football stadium is home to some 6,000 people"
    let yard = matches!(text.lower(noun), "people" | "persons" | "families" | "survivors")
        && (to.saturating_sub(6)..to).any(|at| {
            matches!(
                text.lower(at),
                "stadium"
                    | "park"
                    | "camp"
                    | "camps"
                    | "school"
                    | "field"
                    | "square"
                    | "tents"
                    | "shelter"
                    | "shelters"
                    | "church"
            )
        });
    let fled = fled || yard;
    (host && fled && linker.number(phrase).is_some()).then(|| Link {
        phrase: index,
        kind: Kind::Displaced,
        outcome: noun..noun + 1,
        row: "displaced/refugees",
        rule: "link/sheltered",
        part: false,
        confidence: 0.75,
    })
}

/// True inside ", which lies to the north,", ", where a shop was burned," and brackets: what tells of a place.
pub(super) fn is_aside(text: &Text<'_, '_>, range: std::ops::Range<usize>, at: usize) -> bool {
    let bracket = |at: usize| matches!(text.lower(at), "(" | ")");
    let open = (range.start..=at).rev().find(|&at| bracket(at));
    if open.is_some_and(|open| text.lower(open) == "(" && open > range.start) {
        return (at + 1..range.end)
            .find(|&at| bracket(at))
            .is_some_and(|at| text.lower(at) == ")");
    }
    let opens = (range.start..=at).rev().find(|&at| text.lower(at) == ",");
    opens.is_some_and(|comma| {
        let harmless = || (comma + 1..range.end).all(|at| text.outcome(at).is_none());
        let told = match text.lower(comma + 1) {
            "which" => harmless(),
            "where" => true,
            _ => false,
        };
        told && text.is_name(comma.saturating_sub(1)) && (at + 1..range.end).any(|at| text.lower(at) == ",")
    })
}

/// "Twelve people died and four were children", "Most of the injured were farmers, and many were children": who they were.
pub(super) fn and_were(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let and = phrase.tokens.start.checked_sub(1)?;
    let told = text.is(phrase.end, Tag::BE)
        && text.outcome_from(phrase.end + 1).is_none()
        && (text.is(phrase.end + 1, Tag::PERSON)
            || text.is(phrase.end + 1, Tag::ADVERB) && text.is(phrase.end + 2, Tag::PERSON));
    if !matches!(text.lower(and), "and" | ",") || phrase.head != Head::Bare || !told {
        return None;
    }
    let whole = super::back::last_link(linker, phrase, links)?;
    let other = linker.phrases.get(whole.phrase)?;
    let here = text.sentence(and).contains(&other.tokens.start);
    let fewer = match (linker.number(phrase), linker.number(other)) {
        (Some(part), Some(all)) => part < all,
        _ => true,
    };
    // "six clerks were killed and ten were officers"; "at least two" of an unknown number is no part of it
    let from = whole.outcome.end.max(other.end);
    let clear = (from..and).all(|at| text.quantity(at).is_none() && !text.is(at, Tag::SAY.or(Tag::SUBORD)));
    (here && fewer && clear && is_counted(linker, phrase)).then(|| Link {
        phrase: index,
        rule: "link/of-the-set",
        part: true,
        confidence: whole.confidence * 0.8,
        ..whole.clone()
    })
}

/// "he will have 12 people killed if": nothing of that happened.
pub(super) fn made_in_future(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let have = phrase.tokens.start.checked_sub(1).filter(|&at| text.is(at, Tag::HAVE));
    have.is_some_and(|have| have > 0 && text.is(have - 1, Tag::MODAL))
}
