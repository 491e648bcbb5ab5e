//! Counts that read on from a count before: parts, lists, grades and sentence pieces.

use super::Kind;
use super::back_place::{counts_persons, is_fragment};
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Frame;
use super::phrase::{Head, Phrase};
use super::text::Text;

/// Counts that read on from a count before: parts, lists and sentence pieces.
pub(super) fn shared_back(linker: &Linker<'_, '_>, index: usize, links: &[Link], first: usize) -> Option<Link> {
    let phrase = linker.phrases.get(index).filter(|phrase| phrase.head != Head::Thing)?;
    // "have no homes to go back to"
    if matches!(phrase.head, Head::Household(_)) && linker.sort(phrase) == Some(crate::quantity::Sort::Zero) {
        return None;
    }
    part(linker, index, phrase, links)
        .map(|link| severity(linker, phrase, link))
        .or_else(|| graded(linker, index, phrase, links, first))
        .or_else(|| super::link_news::of_the_set(linker, index, phrase, links))
        .or_else(|| super::link_them::victims_first(linker, index, phrase))
        .or_else(|| super::link_them::most_were(linker, index, phrase, links))
        .or_else(|| super::link_news::and_were(linker, index, phrase, links))
        .or_else(|| bracketed(linker, index, phrase, links, first))
        .or_else(|| super::ellipsis::found_too(linker, index, phrase, links))
        .or_else(|| super::ellipsis::total_on(linker, index, phrase, links))
        .or_else(|| super::ellipsis::up_from(linker, index, phrase, links))
        .or_else(|| super::ellipsis::told_before(linker, index, phrase, links))
        .or_else(|| super::ellipsis::spoken_of(linker, index, phrase, links))
        .or_else(|| super::ellipsis_said::answered(linker, index, phrase))
        .or_else(|| super::ellipsis_said::said_too(linker, index, phrase, links))
        .or_else(|| super::back_place::followed_by(linker, index, phrase, links))
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
    // the list of the sentence before is over
    let start = text.sentence(phrase.tokens.start).start;
    // "among whom were four children", "among the victims are three nurses"
    let from = before - usize::from(text.is(before, Tag::BE) && before > start);
    let victims = |at: usize| text.reads(at, &["among", "the", "victims"]) || text.reads(at, &["among", "whom"]);
    let in_list = (start.max(before.saturating_sub(14))..=from)
        .rev()
        .take_while(|&at| {
            (!text.is(at, Tag::BE.or(Tag::SUBORD).or(Tag::PAST)) || text.lower(at) == "included")
                && (text.outcome(at).is_none() || text.outcome(at).is_some_and(|outcome| outcome.frame == Frame::Noun))
        })
        .any(|at| {
            matches!(text.lower(at), "including" | "comprising" | "comprised")
                || matches!(text.lower(at), "included" | "includes" | "include") && of_victims(text, at)
                || text.reads(at, &["among", "them"])
                || victims(at)
                || text.reads(at, &["of", "whom"])
                || text.reads(at, &["of", "them"])
                || text.reads(at, &["of", "these"])
                || text.reads(at, &["of", "which"]) && at + 2 == phrase.tokens.start
        });
    let fraction = linker.sort(phrase) == Some(crate::quantity::Sort::Fraction);
    let fraction_fits = fraction
        && (phrase.of_them || text.lower(before) == "," || text.is_dash(before))
        && !matches!(phrase.head, Head::Unknown(_));
    if let Some(link) = super::link_them::of_the_victims(linker, index, phrase, links) {
        return Some(link);
    }
    if !(in_list || phrase.of_them || fraction_fits) {
        return None;
    }
    // "with thousands dead, the majority of Varlanders stand tall": another clause
    if fraction && !phrase.of_them && !in_list && opens_clause(linker, phrase, links) {
        return None;
    }
    // "most of them say": what they do besides
    if !in_list && text.is(phrase.end, Tag::SAY) && text.outcome(phrase.end).is_none() {
        return None;
    }
    // "to reclaim some of them", "strikes on 14 of them": of another verb
    let taken = phrase.of_them
        && !in_list
        && (text.is(before, Tag::VERB.or(Tag::ING))
            // "have contaminated some of them"
            || text.is(before.saturating_sub(1), Tag::HAVE) && text.lower(before).ends_with("ed")
            || matches!(text.lower(before), "on" | "to" | "from" | "for" | "by" | "at"))
        && text.outcome(before).is_none();
    if taken || does_else(linker, phrase) {
        return None;
    }
    let whole = last_link(linker, phrase, links);
    // "the streets, many of them littered", "fields of mines -- hundreds of them"
    let here = whole.is_some_and(|whole| text.sentence(before).contains(&whole.outcome.start));
    if phrase.of_them && !in_list && !here && stands_by_things(text, before) {
        return None;
    }
    // "a group including several clerks was caught": a part of the group
    let group = text.lower(before) == "including" && text.is(before.saturating_sub(1), Tag::PERSON.or(Tag::THING));
    if group && !here && before > start + 1 && !text.is(before - 1, Tag::PAST) {
        return None;
    }
    // "1,298 buildings burned down, including 200 homes": of those, not of the arrests told before
    if in_list && whole.is_some_and(|whole| whole.outcome.start < start) && lists_things(linker, index, start) {
        return None;
    }
    let mut link = match whole {
        Some(whole) => Link {
            phrase: index,
            rule: "link/part",
            confidence: whole.confidence * 0.92,
            ..whole.clone()
        },
        // "fighters - mainly farmers - who were freed": no count stands before
        None if fraction && !in_list && !phrase.of_them && text.lower(before) != "," => return None,
        None => part_of_uncounted(linker, index, phrase, in_list)?,
    };
    link.part = true;
    Some(link)
}

/// "several officials were arrested, including two ministers": the whole has no number.
fn part_of_uncounted(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, in_list: bool) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    // "thirteen of those who had gone there": a set of its own
    let own_set = text.lower(phrase.end) == "who" && text.lower(phrase.end - 1) == "those";
    if !in_list && (own_set || text.is(phrase.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST))) {
        return None;
    }
    // "spent 25 years in jail, including almost 18 alone"
    if phrase.head == Head::Bare
        && text.lower(phrase.tokens.start - 1) == "including"
        && lists_things(linker, index, start)
    {
        return None;
    }
    let outcome = (start..phrase.tokens.start)
        .rev()
        .filter_map(|at| text.outcome_from(at))
        .next()
        .filter(|outcome| !text.lower(outcome.tokens.end).starts_with("warrant"))
        .filter(|outcome| !of_things(text, outcome) && !outcome.row_is("displaced/stranded"))
        // "the list that was released names 36, including 20 children"
        .filter(|outcome| !outcome.row_is("released/release") || !tells_names(text, start..phrase.tokens.start))
        .filter(|outcome| !matches!(phrase.head, Head::Household(_)) || outcome.kind == Kind::Displaced)?;
    Some(linker.link(index, outcome, "link/part-of-uncounted", 0.7))
}

/// A fraction behind "with 12 dead," that has an article and no "of them".
fn opens_clause(linker: &Linker<'_, '_>, phrase: &Phrase, links: &[Link]) -> bool {
    let text = linker.text;
    let whole = last_link(linker, phrase, links).and_then(|whole| linker.phrases.get(whole.phrase));
    let with = whole.is_some_and(|whole| whole.tokens.start > 0 && text.lower(whole.tokens.start - 1) == "with");
    let first = phrase.tokens.start;
    with && (text.lower(first) == "the" || text.lower(first - 1) == "the")
}

/// A comma or dash right behind a noun that is no person, or behind another number of the same things.
fn stands_by_things(text: &Text<'_, '_>, joint: usize) -> bool {
    let start = text.sentence(joint).start;
    let signs = |at: usize| text.lower(at) == "," || text.is_dash(at);
    let noun = (start..joint + 1)
        .rev()
        .take(6)
        .find(|&at| !signs(at) && text.quantity(at).is_none() && text.lower(at) != "perhaps");
    signs(joint) && noun.is_some_and(|at| text.is(at, Tag::THING) && !text.is(at, Tag::PERSON.or(Tag::TIME)))
}

/// "names", "list", "identified": what was released are words.
fn tells_names(text: &Text<'_, '_>, mut range: std::ops::Range<usize>) -> bool {
    range.any(|at| {
        ["name", "list", "identi", "photo", "picture"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    })
}

/// Whether a count of things or homes stands before, in the same sentence.
fn lists_things(linker: &Linker<'_, '_>, index: usize, start: usize) -> bool {
    let before = linker.phrases.get(..index).unwrap_or_default();
    before
        .iter()
        .rev()
        .take_while(|other| other.tokens.start >= start)
        .any(|other| {
            let age = super::nocount::age_end(linker.text, other.tokens.start).is_some();
            !age && matches!(other.head, Head::Thing | Head::Household(_))
        })
}

/// "seized several cities, some of them", "striking targets": no harm to people.
fn of_things(text: &Text<'_, '_>, outcome: &super::outcomes::Outcome) -> bool {
    let vague = matches!(
        outcome.id(),
        "injured/struck"
            | "injured/treat"
            | "abducted/seized"
            | "abducted/taken-away"
            | "arrested/held"
            | "arrested/jail"
    );
    let end = outcome.tokens.end;
    let thing = (end..end + 4)
        .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::PERSON)))
        .any(|at| text.is(at, Tag::THING) && !text.is(at, Tag::TIME));
    outcome.frame == Frame::Hits && (thing || vague && !text.is(end, Tag::PREP.or(Tag::TIME)) && text.is_word(end))
}

/// "of whom eight were pulled out alive", "some of them were carrying knives": no part of the harm.
fn does_else(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let end = phrase.end;
    let saved = (end..end + 6).take_while(|&at| text.is_word(at)).any(|at| {
        matches!(
            text.lower(at),
            "alive" | "survived" | "rescued" | "escaped" | "unhurt" | "unharmed" | "unscathed" | "saved"
        )
    });
    let vague = linker.sort(phrase) == Some(crate::quantity::Sort::Vague) && phrase.of_them;
    let acts = text.is(end, Tag::BE)
        && (text.is(end + 1, Tag::PREP) || text.lower(end + 1).ends_with("ing"))
        && text.outcome_from(end + 1).is_none();
    // "many of these have been forced to move"
    let mut at = end;
    while at < end + 4 && text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)) {
        at += 1;
    }
    let treated = phrase.of_them
        && at > end
        && text.is(at, Tag::PAST)
        && !text.is(at, Tag::BELIEF.or(Tag::SAY))
        && text.outcome_from(at).is_none();
    // "20 bodies, many of them burnt": how they were found
    let found = linker.sort(phrase) == Some(crate::quantity::Sort::Vague)
        && phrase.of_them
        && (text.is(end, Tag::PAST) || text.outcome_from(end).is_some_and(|harm| harm.frame == Frame::Hits))
        && (phrase.tokens.start.saturating_sub(3)..phrase.tokens.start)
            .any(|at| matches!(text.lower(at), "bodies" | "corpses"));
    // "mobs, one of them up to 5,000 strong", "most of them have no homes"
    let owns =
        text.is(at.saturating_sub(1), Tag::HAVE) && at > end && (text.quantity(at).is_some() || text.is(at, Tag::DET));
    let number = text.quantity(end).is_some() && !matches!(text.lower(end - 1), "those" | "these");
    let other = phrase.of_them && (owns || number);
    // "damage of a billion, almost all of which occurred in Orla"
    let which = text.lower(end - 1) == "which" && text.is(end, Tag::PAST) && text.outcome_from(end).is_none();
    saved || which || other || found || vague && acts || treated
}

/// "the victims include", "those held included": what includes is a count of victims.
fn of_victims(text: &Text<'_, '_>, verb: usize) -> bool {
    let start = text.sentence(verb).start;
    (start.max(verb.saturating_sub(3))..verb).any(|at| {
        text.outcome(at).is_some()
            || matches!(
                text.lower(at),
                "victims"
                    | "they"
                    | "those"
                    | "casualties"
                    | "toll"
                    | "number"
                    | "figure"
                    | "group"
                    | "which"
                    | "who"
                    | "these"
                    | "it"
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
    // "one “very critically”"
    let quoted = usize::from(matches!(text.lower(phrase.end), "“" | "\""));
    let at = phrase.end + quoted;
    let at = at + usize::from(matches!(text.lower(at), "very" | "extremely" | "quite" | "more"));
    let grade = matches!(
        text.lower(at),
        "seriously" | "critically" | "badly" | "severely" | "fatally" | "mortally" | "gravely" | "slightly" | "lightly"
    );
    let closes = !text.is_word(at + 1) || text.is(at + 1, Tag::CONJ.or(Tag::PREP));
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

/// "12 killed (3 children)", "30 missing — 20 in Orla", "15 injuries in Orla with nine"
fn bracketed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link], first: usize) -> Option<Link> {
    let text = linker.text;
    let joint = phrase.tokens.start.checked_sub(1)?;
    let whole = last_link(linker, phrase, links.get(first..)?)?;
    let other = linker.phrases.get(whole.phrase)?;
    let (value, most) = (linker.number(phrase), linker.number(other));
    let fewer = value.zip(most).is_some_and(|(value, most)| value < most);
    let right_behind = whole.outcome.end.max(other.end) + 4 > joint;
    let closes = !text.is_word(phrase.end) || text.is(phrase.end, Tag::PREP.or(Tag::CONJ));
    let fits = match text.lower(joint) {
        "(" | "[" => {
            // "25 dead (six in Orla and 19 in Kelm)"
            let towns = phrase.head == Head::Bare && text.lower(phrase.end) == "in" && text.is_name(phrase.end + 1);
            right_behind
                && (towns
                    || matches!(phrase.head, Head::Person(_))
                        && matches!(text.lower(phrase.end), ")" | "," | "]" | "and"))
        }
        // "at 3,838 - 2,493 civilians and 1,345 guards"
        "-" | "--" => {
            let near = right_behind || opens_list(linker, phrase, whole, joint);
            near && closes
                && counts_persons(text, phrase)
                && text.is_spaced(phrase.tokens.start)
                && (text.is_spaced(joint) || text.is_spaced(joint.saturating_sub(1)))
        }
        "—" | "–" | ":" => {
            (right_behind || opens_list(linker, phrase, whole, joint)) && closes && text.lower(phrase.end) != "%"
        }
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

/// "had died on Tuesday - 24 soldiers, 30 farmers and four rebels": more of the list follows, and no other count stands between.
fn opens_list(linker: &Linker<'_, '_>, phrase: &Phrase, whole: &Link, joint: usize) -> bool {
    let text = linker.text;
    let from = whole
        .outcome
        .end
        .max(linker.phrases.get(whole.phrase).map_or(0, |other| other.end));
    let clear = from < joint
        && joint < from + 14
        && (from..joint).all(|at| text.quantity(at).is_none() && text.outcome(at).is_none());
    let sentence = text.sentence(joint);
    let next = (phrase.end..sentence.end.min(phrase.end + 8)).find(|&at| text.quantity(at).is_some());
    let more = next
        .and_then(|at| super::voice::phrase_of(linker.phrases, text.quantity(at)?))
        .is_some_and(|next| {
            counts_persons(text, next)
                && matches!(text.lower(next.tokens.start - 1), "," | "and" | ";")
                && (phrase.end..next.tokens.start).all(|at| !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PAST)))
        });
    clear && more && counts_persons(text, phrase)
}

/// "20 bodies lay about: eleven nurses"
fn resumes(text: &Text<'_, '_>, joint: usize, whole: &Link) -> bool {
    whole.rule == "link/own-noun" && matches!(text.lower(joint), ":" | "—" | "–")
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
    let joint = super::back_place::before_place(text, phrase)
        .unwrap_or(phrase.tokens.start)
        .checked_sub(1)?;
    let joined = text.is(joint, Tag::CONJ)
        || matches!(text.lower(joint), "," | ";" | "while")
        || resumes(text, joint, whole)
        // "two clerks were killed-one in Orla and another in Tarn": a dash that lost its blanks
        || text.is_dash(joint) && whole.outcome.end == joint
        || text.lower(joint) == "with" && text.lower(joint.saturating_sub(1)) == "along"
        || text.lower(joint) == "as" && text.lower(joint.saturating_sub(1)) == "well";
    let ends = !text.is_word(phrase.end)
        // "two by sniper fire and four when a shell hit their home"
        || text.lower(phrase.end) == "when"
        // "four guards and four clerks who included two nuns"
        || text.lower(phrase.end) == "who" && text.lower(phrase.end + 1).starts_with("includ")
        || text.is(phrase.end, Tag::PREP.or(Tag::CONJ).or(Tag::TIME)) && !text.is(phrase.end, Tag::BE);
    // "nine died when their truck hit a mine, and three more in an ambush"
    let more = phrase.others && text.lower(joint) == "and" && text.is(phrase.end, Tag::PREP);
    let from = other.end.max(whole.outcome.end.min(phrase.tokens.start));
    let homes = matches!(phrase.head, Head::Household(_));
    // "270 missing and only 29 survivors"
    let survivors = matches!(phrase.head, Head::Person(at) if text.lower(at) == "survivors");
    let away = super::link_freed::is_away(text, phrase) && whole.kind == Kind::Arrested;
    if survivors || away || super::back_place::is_event(linker, phrase, whole) {
        return None;
    }
    if homes && (whole.kind != Kind::Displaced || linker.said_in_persons(phrase)) {
        return None;
    }
    if super::link_tail::is_share_or_age(text, phrase) {
        return None;
    }
    // "20 bodies lay about; eleven nurses, nine guards"
    let resumed = whole.rule == "link/own-noun" && matches!(text.lower(joint), ";" | ":" | "—" | "–");
    let from = if resumed { joint } else { from };
    // "two in the city of Orla, which lies to the north, and another in Tarn"
    let aside = |at: usize| super::link_news::is_aside(text, from..phrase.tokens.start, at);
    let clear = (from..phrase.tokens.start).all(|at| {
        // "six came from Orla, five from Tarn"
        let told = matches!(
            text.lower(at),
            "came" | "occurred" | "happened" | "reported" | "recorded"
        );
        let plain = (told || more || !text.is(at, Tag::PAST.or(Tag::PRON).or(Tag::REL)))
            && (more || text.lower(at) != "when")
            && text.outcome(at).is_none_or(|outcome| {
                outcome.tokens == whole.outcome || outcome.frame == Frame::Noun || super::link_tail::is_cause(text, at)
            });
        plain || aside(at)
    });
    // "(two were shot last week), thousands of women": the list ended with the brackets that hold the whole
    let closed = (from..phrase.tokens.start).find(|&at| text.lower(at) == ")");
    let left = closed.is_some_and(|close| {
        let start = text.sentence(close).start;
        let open = (start..close).rev().find(|&at| text.lower(at) == "(");
        open.is_some_and(|open| open < other.tokens.start.min(whole.outcome.start))
    });
    if !joined || !ends || !clear || left || phrase.tokens.start > from + 22 {
        return None;
    }
    if matches!(phrase.head, Head::Unknown(_)) && !text.is_name(phrase.tokens.end - 1) {
        return None;
    }
    Some(Link {
        part: whole.part || resumed || text.is_dash(joint),
        phrase: index,
        rule: "link/listed-on",
        confidence: whole.confidence * 0.88,
        ..whole.clone()
    })
}
