//! From a counted phrase to the harm that stands before it.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker, is_fragment};
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::voice::Voice;

/// "killed at least 12", "injuring several others", "left 12 dead" is no object of "left".
pub(super) fn object(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut at = phrase.tokens.start;
    let start = text.sentence(at).start;
    while at > start && text.is(at - 1, Tag::ADVERB.or(Tag::DET)) && text.outcome(at - 1).is_none() {
        at -= 1;
    }
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
    if outcome.row_is("injured/struck") && (matches!(phrase.head, Head::Bare | Head::Unknown(_)) || of_toll(text, outcome)) {
        return None;
    }
    let dead = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "victims" | "martyrs"));
    if outcome.row_is("killed/buried") && !dead && (outcome.form == Form::Ing || is_slide(text, outcome.tokens.start)) {
        return None;
    }
    let suits = linker.suits(phrase, outcome) || matches!(phrase.head, Head::Bare);
    if outcome.frame != Frame::Hits || linker.voice(outcome) != Voice::Active || !suits || unreal(linker, outcome) {
        return None;
    }
    Some(linker.link(index, outcome, "link/object", 0.94))
}

/// A landslide buries the living too.
fn is_slide(text: &Text<'_, '_>, verb: usize) -> bool {
    let start = text.sentence(verb).start;
    (start.max(verb.saturating_sub(16))..verb).any(|at| {
        ["landslide", "mudslide", "avalanche", "rubble", "debris", "quake", "earth", "rock", "wall", "building", "mud", "snow", "collapse"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    })
}

/// "the toll hits 14": the count itself, not a person.
fn of_toll(text: &Text<'_, '_>, outcome: &Outcome) -> bool {
    let start = text.sentence(outcome.tokens.start).start;
    (start.max(outcome.tokens.start.saturating_sub(12))..outcome.tokens.start).any(|at| {
        text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Toll) || super::ellipsis::is_count_noun(text.lower(at))
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
    (start.max(outcome.tokens.start.saturating_sub(4))..outcome.tokens.start)
        .any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "to" && !achieved(linker, at))
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
    let joined = text.is(joint, Tag::CONJ) || text.lower(joint) == ","
        || text.lower(joint) == "with"
        || text.lower(joint) == "as" && joint > start && text.lower(joint - 1) == "well";
    if !joined || matches!(phrase.head, Head::Bare) && !phrase.others {
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
    while at > start && text.is(at - 1, Tag::DET.or(Tag::ADVERB)) && text.outcome(at - 1).is_none() {
        at -= 1;
    }
    let joint = at.checked_sub(1).filter(|&at| at >= start)?;
    if matches!(text.lower(joint), "of" | "to" | "for" | "among")
        && let Some(outcome) = text.outcome_to(joint)
    {
        let rule = match outcome.frame {
            Frame::Noun => "link/noun-of",
            Frame::Lives => "link/lives-of",
            Frame::State if text.lower(joint) == "to" && outcome.row_is("injured/with-injuries") => "link/noun-of",
            _ => "",
        };
        let harm = outcome.kind == Kind::Injured
            || text.lower(joint) == "of"
            || text.lower(joint) == "for" && text.lower(outcome.tokens.start).starts_with("evacuation")
            || outcome.kind == Kind::Killed && text.lower(joint) == "among";
        let unclear = !outcome.row_is("missing/fate")
            || (phrase.end..phrase.end + 8).any(|at| matches!(text.lower(at), "unknown" | "unclear" | "uncertain"));
        let persons = !matches!(outcome.id(), "missing/fate" | "missing/whereabouts") || matches!(phrase.head, Head::Person(_));
        if !rule.is_empty() && harm && unclear && persons && linker.suits(phrase, outcome) {
            return Some(linker.link(index, outcome, rule, 0.9));
        }
    }
    toll(linker, index, phrase)
        .or_else(|| dated_noun(linker, index, phrase, joint))
        .or_else(|| numbered(linker, index, phrase))
        .or_else(|| searched(linker, index, phrase))
        .or_else(|| lost(linker, index, phrase))
        .or_else(|| owned(linker, index, phrase))
}

/// "the murder on the evening of 27 May of six students": days stand between the noun and its "of".
fn dated_noun(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, joint: usize) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(joint).start.max(joint.saturating_sub(10));
    let dated = |at: usize| {
        text.is(at, Tag::TIME.or(Tag::PREP).or(Tag::DET)) || text.lower(at).starts_with(|c: char| c.is_ascii_digit())
    };
    let noun = (start..joint).rev().find(|&at| !dated(at))?;
    let outcome = text.outcome_to(noun + 1).filter(|outcome| outcome.frame == Frame::Noun)?;
    let fits = text.lower(joint) == "of" && noun + 1 < joint && matches!(phrase.head, Head::Person(_));
    fits.then(|| linker.link(index, outcome, "link/noun-of", 0.8))
}

/// "the dead numbered 14", "arrests totalled 300", "the wounded, numbering 40"
fn numbered(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let counts = matches!(
        text.lower(verb),
        "numbered" | "number" | "numbers" | "numbering" | "totalled" | "totaled" | "totalling" | "totaling" | "total"
    );
    let start = text.sentence(verb).start.max(verb.saturating_sub(4));
    let outcome = (start..verb).rev().find_map(|at| text.outcome_to(at + 1)).filter(|_| counts)?;
    let noun = matches!(outcome.frame, Frame::Noun)
        || matches!(outcome.frame, Frame::State | Frame::Hits)
            && text.is(outcome.tokens.start.checked_sub(1)?, Tag::DET);
    noun.then(|| linker.link(index, outcome, "link/numbered", 0.85))
}

/// "rescuers searched for 12 people": they are missing; police who hunt two men are not meant.
fn searched(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let joint = phrase.tokens.start.checked_sub(1).filter(|&joint| joint > start)?;
    let search = (start.max(joint.saturating_sub(3))..joint).find(|&at| text.lower(at).starts_with("search"))?;
    let rescue = (start..search).any(|at| {
        ["rescu", "diver", "coastguard", "lifeboat", "fireman", "firefighter", "volunteer", "helicopter"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    });
    let persons = matches!(phrase.head, Head::Person(at) if !matches!(text.lower(at), "survivors" | "victims" | "suspects"));
    (text.lower(joint) == "for" && rescue && persons).then(|| Link {
        phrase: index,
        kind: Kind::Missing,
        outcome: search..search + 1,
        row: "missing/searched",
        rule: "link/searched",
        part: false,
        confidence: 0.6,
    })
}

/// "the army lost 12 soldiers", "she lost two brothers": killed; a firm that lost 12 workers is not meant.
fn lost(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= first)?;
    let Head::Person(noun) = phrase.head else { return None };
    let dear = matches!(
        text.lower(noun),
        "sons" | "daughters" | "brothers" | "sisters" | "children" | "relatives" | "cousins" | "comrades" | "parents" | "fighters"
            | "siblings" | "grandchildren" | "nephews" | "uncles"
    ) || matches!(
        text.words.class(noun),
        super::VictimClass::SecurityForce | super::VictimClass::Militant
    );
    let loses = matches!(text.lower(verb), "lost" | "losing" | "loses");
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

/// "the six priests' slaying", "the two men's deaths"
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

/// The nearest "toll" before a number that nothing else claims.
fn toll(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let number = phrase.tokens.start;
    let joint = number.checked_sub(1)?;
    let words = [
        "of", "at", "to", "as", "is", "was", "be", "stands", "stood", "reached", "reaches", "hit", "hits", "exceeded",
        "from", "now", ":", "past", "above", "-", "passed", "been", "reach", "it", "topped", "tops", "remains", "remained",
        "remaining", "stays", "reaching", "hitting", "range", "ranges", "ranged", "ranging", "nears", "neared", "nearing",
        "climbs", "climbed", "rises", "crosses", "crossed", "crossing", "surpasses", "surpassed", "toward", "towards", "between",
        "exceeds", "touches", "touched", "tops", "crosses", "numbered", "totalled", "totaled", "totals", "–", "—",
    ];
    let fits = text.outcome(joint).is_some_and(|outcome| outcome.frame == Frame::Toll)
        || words.contains(&text.lower(joint))
        || text.is(joint, Tag::ADVERB)
        || text.lower(number).ends_with("ed");
    if !fits {
        return None;
    }
    // "the toll from the floods that hit the north has risen to 20"
    let risen = moved_to(text, joint);
    let from = start.max(number.saturating_sub(if risen { 40 } else { 16 }));
    if matches!(phrase.head, Head::Household(_)) && linker.said_in_persons(phrase) {
        return None;
    }
    // "brings to 12 the number of dead"
    let behind = phrase.tokens.end + usize::from(text.is(phrase.tokens.end, Tag::DET));
    if let Some(outcome) = text.outcome_from(behind).filter(|outcome| outcome.frame == Frame::Toll && text.lower(joint) == "to") {
        return Some(linker.link(index, outcome, "link/toll", 0.85));
    }
    for at in (from..number).rev() {
        if at == joint && text.lower(at) == "remains" {
            continue;
        }
        if risen && at + 1 < number && super::ellipsis::is_count_noun(text.lower(at)) && text.outcome(at).is_none() {
            return None;
        }
        if let Some(outcome) = text.outcome(at).filter(|outcome| outcome.frame == Frame::Toll || !risen) {
            // "the tally of people affected"
            let affected = (at..joint).any(|at| text.lower(at) == "affected");
            let homes = affected || matches!(phrase.head, Head::Household(_)) && outcome.kind != Kind::Displaced;
            return (outcome.frame == Frame::Toll && !homes).then(|| linker.link(index, outcome, "link/toll", 0.85));
        }
        if risen {
            continue;
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

/// "has risen to", "rose from 9 to", "now stands at": what only a count does.
fn moved_to(text: &Text<'_, '_>, joint: usize) -> bool {
    let moves = |at: usize| {
        [
            "ris", "rose", "climb", "jump", "stand", "stood", "increas", "grow", "grew", "rais", "soar", "mount", "reach", "hit",
            "pass", "cross",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    };
    let near = joint.saturating_sub(4)..=joint;
    let pass = |at: usize| text.outcome(at).is_none() || text.outcome(at).is_some_and(|outcome| outcome.row_is("injured/struck"));
    matches!(text.lower(joint), "to" | "at" | "reached" | "hit" | "hits" | "passed" | "crossed")
        && near.rev().take_while(|&at| pass(at)).any(moves)
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
    if !named || !after || !determined || matches!(phrase.head, Head::Harm(_)) {
        return None;
    }
    let clear = (outcome.tokens.end.max(opener + 1)..phrase.tokens.start)
        .all(|at| !text.is(at, Tag::PAST.or(Tag::SUBORD).or(Tag::PRON)) || included);
    let mut link = linker.link(index, outcome, "link/among", 0.85);
    link.part = true;
    clear.then_some(link)
}

/// Counts that read on from a count before: parts, lists and sentence pieces.
pub(super) fn shared_back(linker: &Linker<'_, '_>, index: usize, links: &[Link], first: usize) -> Option<Link> {
    let phrase = linker.phrases.get(index).filter(|phrase| phrase.head != Head::Thing)?;
    part(linker, index, phrase, links)
        .map(|link| severity(linker, phrase, link))
        .or_else(|| graded(linker, index, phrase, links, first))
        .or_else(|| bracketed(linker, index, phrase, links, first))
        .or_else(|| super::ellipsis::found_too(linker, index, phrase, links))
        .or_else(|| super::ellipsis::total_on(linker, index, phrase, links))
        .or_else(|| super::ellipsis::spoken_of(linker, index, phrase, links))
        .or_else(|| fragment(linker, index, phrase, links, first))
        .or_else(|| listed(linker, index, phrase, links, first))
}

/// How many links back the last one before a phrase can lie: more than one sentence can hold.
const LOOK_BACK: usize = 200;

/// The last link before the phrase: in its sentence, else in the sentence before.
pub(super) fn last_link<'l>(linker: &Linker<'_, '_>, phrase: &Phrase, links: &'l [Link]) -> Option<&'l Link> {
    let text = linker.text;
    let here = text.scan.sentence_index(phrase.tokens.start)?;
    let near = |link: &&Link| {
        linker
            .phrases
            .get(link.phrase)
            .and_then(|other| text.scan.sentence_index(other.tokens.start))
            .is_some_and(|there| there <= here && there + 1 >= here)
    };
    links
        .iter()
        .rev()
        .take(LOOK_BACK)
        .filter(|link| {
            linker
                .phrases
                .get(link.phrase)
                .is_some_and(|other| other.tokens.start < phrase.tokens.start)
        })
        .filter(near)
        .max_by_key(|link| link.phrase)
}

/// "including three children", "most of them police", "six of whom were tourists".
fn part(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let before = phrase.tokens.start.checked_sub(1)?;
    let start = text.sentence(before).start;
    let in_list = (start.max(before.saturating_sub(14))..=before)
        .rev()
        .take_while(|&at| {
            !text.is(at, Tag::BE.or(Tag::SUBORD).or(Tag::PAST))
                && (text.outcome(at).is_none() || text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Noun))
        })
        .any(|at| {
            text.lower(at) == "including"
                || matches!(text.lower(at), "included" | "includes" | "include") && of_victims(text, at)
                || text.reads(at, &["among", "them"])
                || text.reads(at, &["of", "whom"])
                || text.reads(at, &["of", "them"])
                || text.reads(at, &["of", "these"])
        });
    let fraction = linker.sort(phrase) == Some(crate::quantity::Sort::Fraction);
    let fraction_fits =
        fraction && (phrase.of_them || text.lower(before) == ",") && !matches!(phrase.head, Head::Unknown(_));
    if !(in_list || phrase.of_them || fraction_fits) {
        return None;
    }
    // "most of them say": what they do besides
    if !in_list && text.is(phrase.end, Tag::SAY) && text.outcome(phrase.end).is_none() {
        return None;
    }
    let whole = last_link(linker, phrase, links);
    let mut link = match whole {
        Some(whole) => Link {
            phrase: index,
            rule: "link/part",
            confidence: whole.confidence * 0.92,
            ..whole.clone()
        },
        None => {
            // "several officials were arrested, including two ministers": the whole has no number
            if !in_list && text.is(phrase.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST)) {
                return None;
            }
            let outcome = (start..phrase.tokens.start)
                .rev()
                .filter_map(|at| text.outcome_from(at))
                .next()
                .filter(|outcome| !text.lower(outcome.tokens.end).starts_with("warrant"))?;
            linker.link(index, outcome, "link/part-of-uncounted", 0.7)
        }
    };
    link.part = true;
    Some(link)
}

/// "the victims include", "those held included": what includes is a count of victims.
fn of_victims(text: &Text<'_, '_>, verb: usize) -> bool {
    let start = text.sentence(verb).start;
    (start.max(verb.saturating_sub(3))..verb).any(|at| {
        text.outcome(at).is_some()
            || matches!(
                text.lower(at),
                "victims" | "they" | "those" | "casualties" | "toll" | "number" | "figure" | "group" | "which" | "who" | "these" | "it"
            )
    })
}

/// "three of them fatally": the adverb tells the harm.
fn severity(linker: &Linker<'_, '_>, phrase: &Phrase, mut link: Link) -> Link {
    if matches!(linker.text.lower(phrase.end), "fatally" | "mortally") {
        link.kind = Kind::Killed;
    }
    link
}

/// "Forty were hurt, three seriously", "four were shot, one fatally"
fn graded(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], first: usize) -> Option<Link> {
    let text = linker.text;
    let joint = phrase.tokens.start.checked_sub(1)?;
    let joins = matches!(text.lower(joint), "," | "and" | "(" | "with" | "–" | "—" | ";");
    let grade = matches!(
        text.lower(phrase.end),
        "seriously" | "critically" | "badly" | "severely" | "fatally" | "mortally" | "gravely" | "slightly" | "lightly"
    );
    let closes = !text.is_word(phrase.end + 1) || text.is(phrase.end + 1, Tag::CONJ.or(Tag::PREP));
    let bare = phrase.head == Head::Bare || phrase.of_them;
    let whole = last_link(linker, phrase, links.get(first..)?).filter(|_| joins && grade && closes && bare)?;
    let link = Link {
        phrase: index,
        rule: "link/graded",
        confidence: whole.confidence * 0.9,
        part: true,
        ..whole.clone()
    };
    matches!(link.kind, Kind::Injured | Kind::Casualties).then(|| severity(linker, phrase, link))
}

/// "12 killed (3 children)", "14 missing — 12 in Orla", "11 injuries in Orla with six"
fn bracketed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], first: usize) -> Option<Link> {
    let text = linker.text;
    let joint = phrase.tokens.start.checked_sub(1)?;
    let whole = last_link(linker, phrase, links.get(first..)?)?;
    let other = linker.phrases.get(whole.phrase)?;
    let (value, most) = (figure(linker, phrase), figure(linker, other));
    let fewer = value.zip(most).is_some_and(|(value, most)| value < most);
    let right_behind = whole.outcome.end.max(other.end) + 4 > joint;
    let closes = !text.is_word(phrase.end) || text.is(phrase.end, Tag::PREP.or(Tag::CONJ));
    let fits = match text.lower(joint) {
        "(" | "[" => right_behind && matches!(phrase.head, Head::Person(_)) && matches!(text.lower(phrase.end), ")" | "," | "]" | "and"),
        "—" | "–" | ":" => right_behind && closes && text.lower(phrase.end) != "%",
        "with" => phrase.head == Head::Bare && closes && joint < whole.outcome.end + 22,
        _ => false,
    };
    (fits && fewer && phrase.head != Head::Thing).then(|| Link {
        phrase: index,
        rule: "link/bracketed",
        confidence: whole.confidence * 0.85,
        part: true,
        ..whole.clone()
    })
}

/// "13 bodies were seen: eight guerrillas"
fn resumes(text: &Text<'_, '_>, joint: usize, whole: &Link) -> bool {
    whole.rule == "link/own-noun" && matches!(text.lower(joint), ":" | "—" | "–")
}

fn figure(linker: &Linker<'_, '_>, phrase: &Phrase) -> Option<u64> {
    let figure = linker.text.quantities.get(phrase.quantity)?.figure;
    figure.value.or(figure.low)
}

/// "... were hurt and killed. About 140 others." and "A further five in the same province."
fn fragment(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], first: usize) -> Option<Link> {
    let text = linker.text;
    if !is_fragment(text, phrase) || !(phrase.others || phrase.of_them) {
        return None;
    }
    let whole = last_link(linker, phrase, links.get(..first)?)?;
    let torn = whole.rule == "link/torn-first";
    Some(Link {
        phrase: index,
        kind: if torn { Kind::Injured } else { whole.kind },
        rule: if torn { "link/torn-second" } else { "link/fragment" },
        confidence: 0.6,
        part: false,
        ..whole.clone()
    })
}

/// "Nine died in Orla, two in Norhaven and two in Dunmoor", "1,150 civilians and 290 soldiers".
fn listed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], first: usize) -> Option<Link> {
    let text = linker.text;
    let whole = last_link(linker, phrase, links.get(first..)?)?;
    let other = linker.phrases.get(whole.phrase)?;
    let joint = phrase.tokens.start.checked_sub(1)?;
    let joined = text.is(joint, Tag::CONJ)
        || matches!(text.lower(joint), "," | ";" | "while")
        || resumes(text, joint, whole)
        || text.lower(joint) == "with" && text.lower(joint.saturating_sub(1)) == "along"
        || text.lower(joint) == "as" && text.lower(joint.saturating_sub(1)) == "well";
    let ends = !text.is_word(phrase.end)
        || text.is(phrase.end, Tag::PREP.or(Tag::CONJ).or(Tag::TIME)) && !text.is(phrase.end, Tag::BE);
    let from = other.end.max(whole.outcome.end.min(phrase.tokens.start));
    let homes = matches!(phrase.head, Head::Household(_));
    if homes && (whole.kind != Kind::Displaced || linker.said_in_persons(phrase)) {
        return None;
    }
    // "13 bodies were seen on the streets; eight guerrillas, four soldiers"
    let resumed = whole.rule == "link/own-noun" && matches!(text.lower(joint), ";" | ":" | "—" | "–");
    let from = if resumed { joint } else { from };
    let clear = (from..phrase.tokens.start).all(|at| {
        // "nine came from Orla, four from Tarn"
        let told = matches!(text.lower(at), "came" | "occurred" | "happened" | "reported" | "recorded");
        (told || !text.is(at, Tag::PAST.or(Tag::PRON).or(Tag::REL)))
            && text.lower(at) != "when"
            && text
                .outcome(at)
                .is_none_or(|outcome| outcome.tokens == whole.outcome || outcome.frame == Frame::Noun)
    });
    if !joined || !ends || !clear || phrase.tokens.start > from + 22 {
        return None;
    }
    if matches!(phrase.head, Head::Unknown(_)) && !text.is_name(phrase.tokens.end - 1) {
        return None;
    }
    Some(Link {
        part: whole.part || resumed,
        phrase: index,
        rule: "link/listed-on",
        confidence: whole.confidence * 0.88,
        ..whole.clone()
    })
}
