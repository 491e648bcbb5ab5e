//! Words that tell that a day is that of a search, of care or of a count, not of the harm.

use std::ops::Range;

use super::Kind;
use super::lexicon::Tag;
use super::text::Text;
use super::when_words::scene;

/// How many tokens before a day its verb stands.
const VERB_BEFORE: usize = 9;
/// How many tokens before its day an incident is named in passing.
const NAMED_BEFORE: usize = 14;
/// How many tokens after a day its verb stands.
const VERB_AFTER: usize = 3;
/// How many tokens after "launched" its object stands.
const OBJECT: usize = 6;
/// How many tokens before a day an arrest stands.
const CUSTODY: usize = 24;
/// How many tokens before "held" stands what is held.
const HELD: usize = 5;
/// How many tokens a heading has at most.
const HEADING: usize = 16;
/// How many tokens before a day an earlier act stands.
const EARLIER: usize = 6;

/// What those do who come after a harm.
const SEARCH: &[&str] = &[
    "searched",
    "searching",
    "combed",
    "combing",
    "scoured",
    "scouring",
    "sifted",
    "sifting",
    "trawled",
    "trawling",
    "dug",
    "digging",
    "hunted",
    "hunting",
    "retrieved",
    "retrieving",
    "winched",
    "salvaged",
    "probed",
    "probing",
    "inspected",
];

/// Those who come after it.
const SEARCHERS: &[&str] = &[
    "divers",
    "rescuers",
    "searchers",
    "crews",
    "medics",
    "firefighters",
    "workers",
    "teams",
    "volunteers",
    "survivors",
    "relatives",
    "families",
    "hospitals",
    "doctors",
    "villagers",
    "helicopters",
    "navy",
    "coastguard",
];

/// What searchers do that others do, too.
const SEARCHERS_DO: &[&str] = &[
    "scrambled",
    "scrambling",
    "raced",
    "racing",
    "resumed",
    "held",
    "hoped",
    "continued",
    "struggled",
    "worked",
    "battled",
    "pulled",
    "recovered",
    "found",
    "waited",
    "lifted",
    "cleared",
    "reached",
    "treated",
    "tended",
    "lost",
    "counted",
    "struggling",
    "working",
    "waiting",
    "treating",
    "continuing",
    "pulling",
    "clearing",
];

/// What is begun and does harm.
const OPERATIONS: &[&str] = &[
    "offensive",
    "offensives",
    "operation",
    "operations",
    "campaign",
    "invasion",
    "war",
    "incursion",
    "crackdown",
    "assaults",
    "counteroffensive",
    "bombing",
    "attacking",
];

/// "searched the sunken boat on Saturday", "rescuers on Monday held out hopes": the day of a search.
pub(super) fn dates_search(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let own = Tag::REL.or(Tag::SUBORD);
    let clause = |at: usize| {
        (text.is_word(at) || matches!(text.lower(at), "-" | "'"))
            && (!text.is(at, own) || text.is(at, Tag::PREP))
            && !matches!(text.lower(at), "after" | "when" | "where" | "that" | "which")
    };
    let before = sentence.start.max(time.start.saturating_sub(VERB_BEFORE))..time.start;
    let searchers = |at: usize| {
        (sentence.start..at.min(sentence.start + VERB_BEFORE)).any(|at| SEARCHERS.contains(&text.lower(at)))
    };
    let searches =
        |at: usize| SEARCH.contains(&text.lower(at)) || SEARCHERS_DO.contains(&text.lower(at)) && searchers(at);
    let verb = before.rev().take_while(|&at| clause(at)).find(|&at| searches(at));
    // "searched for those missing since a ferry sank": harm between is dated, not the search
    let behind = verb.is_some_and(|verb| {
        (verb + 1..time.start).all(|at| text.outcome(at).is_none() && !super::when_words::is_strike(text.lower(at)))
            && text.lower(time.start.saturating_sub(1)) != "of"
            // "combed the village on Sunday and killed 40"
            && !(text.lower(time.end) == "and" && (time.end..time.end + VERB_AFTER).any(|at| text.outcome(at).is_some()))
    });
    let after = time.end..sentence.end.min(time.end + VERB_AFTER);
    let ahead = searchers(time.start) && after.into_iter().take_while(|&at| clause(at)).any(searches);
    behind || ahead
}

/// "were still missing on Friday", "remained in hospital on Monday": the day at which it still held.
pub(super) fn still_held(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let near = sentence.start.max(time.start.saturating_sub(VERB_BEFORE))..time.start;
    near.rev()
        .take_while(|&at| text.is_word(at) && !text.is(at, Tag::REL.or(Tag::SUBORD)))
        .any(|at| match text.lower(at) {
            "still" => (at + 1..time.start).any(|at| is_state(text.lower(at))),
            "remained" | "remain" | "remains" => (at + 1..time.start).any(|at| is_state(text.lower(at))),
            _ => false,
        })
}

fn is_state(word: &str) -> bool {
    matches!(
        word,
        "missing"
            | "unaccounted"
            | "hospital"
            | "hospitals"
            | "hospitalized"
            | "hospitalised"
            | "trapped"
            | "critical"
            | "custody"
            | "captive"
    )
}

/// "launched an offensive", "opened an assault": an act that harms, although its verb is also one of reactions.
pub(super) fn begins_harm(text: &Text<'_, '_>, verb: usize) -> bool {
    matches!(text.lower(verb), "launched" | "opened" | "ordered" | "declared")
        && (verb + 1..verb + 1 + OBJECT)
            .take_while(|&at| text.is_word(at) && !text.is(at, Tag::REL.or(Tag::SUBORD)))
            .any(|at| OPERATIONS.contains(&text.lower(at)) || scene(text.lower(at)).is_some())
}

/// "including a strike on 14 July", "like an attack in March": another incident, named in passing.
pub(super) fn is_in_passing(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let near = sentence.start.max(time.start.saturating_sub(NAMED_BEFORE))..time.start;
    near.into_iter().any(|at| {
        let named =
            matches!(text.lower(at), "including" | "like" | "includes" | "included") || text.reads(at, &["such", "as"]);
        let article = (at + 1..at + 4).find(|&at| matches!(text.lower(at), "a" | "an" | "one" | "another"));
        named && article.is_some_and(|article| (article + 1..time.start).any(|at| scene(text.lower(at)).is_some()))
    })
}

/// "he was also attacked on 3 March", "had earlier been raided in May": told beside the incident of the article.
pub(super) fn is_also(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let near = sentence.start.max(time.start.saturating_sub(VERB_BEFORE))..time.start;
    near.into_iter().any(|at| {
        let verb = text.is(at.saturating_sub(1), Tag::BE.or(Tag::HAVE));
        verb && matches!(text.lower(at), "also" | "earlier" | "previously")
    })
}

/// What buries people and houses.
const BURYING: &[&str] = &[
    "landslide",
    "landslides",
    "landslip",
    "mudslide",
    "mudslides",
    "rockslide",
    "avalanche",
    "avalanches",
    "slide",
    "mud",
    "debris",
    "snow",
    "rubble",
    "quake",
    "earthquake",
    "eruption",
    "collapse",
    "explosion",
    "blast",
];

/// "the landslide buried 20 homes", "were buried under the rubble": a harm, not a funeral.
pub(super) fn is_entombed(text: &Text<'_, '_>, at: usize) -> bool {
    if !matches!(text.lower(at), "buried" | "bury" | "burying") {
        return false;
    }
    let floor = text.sentence(at).start.max(at.saturating_sub(OBJECT));
    let by = |mut range: Range<usize>| range.any(|at| BURYING.contains(&text.lower(at)));
    match text.lower(at + 1) {
        "alive" => true,
        "under" | "beneath" | "by" | "in" => by(floor..at) || by(at + 2..at + 2 + OBJECT),
        _ => by(floor..at),
    }
}

/// "has since killed 300", "have since been found": since what was told before, with no day beside it.
pub(super) fn is_since_alone(text: &Text<'_, '_>, at: usize) -> bool {
    if text.lower(at) != "since" || at == 0 {
        return false;
    }
    // "370 have been killed since, the group says"
    !text.is_word(at + 1) && text.outcome_from(at - 1).is_some()
        || text.is(at.saturating_sub(1), Tag::HAVE)
        && (text.is(at + 1, Tag::PAST) || text.outcome(at + 1).is_some() || text.lower(at + 1) == "been")
        // "six of them have since died": of what was told, not since
        && !(at + 1..at + 3).any(|at| {
            matches!(
                text.lower(at),
                "found" | "died" | "rescued" | "recovered" | "succumbed" | "identified" | "freed" | "released"
            )
        })
}

/// "Death tolls of the 3-4 May floods" on a line of its own.
pub(super) fn heads_tolls(text: &Text<'_, '_>, time: &Range<usize>) -> bool {
    let Some(sentence) = text.scan.sentence_of(time.start) else {
        return false;
    };
    let tokens = sentence.tokens.clone();
    let last = tokens.end.saturating_sub(1);
    let next = text.scan.tokens.get(tokens.end);
    let alone = sentence.paragraph_before && next.is_none_or(|next| next.paragraph_before || next.line_before);
    alone
        && tokens.len() <= HEADING
        && !matches!(text.lower(last), "." | "!" | "?")
        && (tokens.start..time.start).any(|at| {
            matches!(
                text.lower(at),
                "toll" | "tolls" | "deaths" | "casualties" | "victims" | "fatalities" | "dead" | "killed" | "injured"
            )
        })
        && !tokens
            .into_iter()
            .any(|at| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SAY)) && !text.is(at, Tag::THING))
}

/// "killed 12 people who had been kidnapped in May": the day of what was done to them before.
pub(super) fn dates_earlier_act(
    text: &Text<'_, '_>,
    time: &Range<usize>,
    phrase: &Range<usize>,
    outcome: &Range<usize>,
) -> bool {
    let floor = text
        .sentence(time.start)
        .start
        .max(phrase.end)
        .max(time.start.saturating_sub(EARLIER));
    let governs = (floor..time.start)
        .rev()
        .take_while(|&at| {
            text.is_word(at) && !text.is(at, Tag::REL.or(Tag::SUBORD).or(Tag::CONJ)) || text.is(at, Tag::PREP)
        })
        .find(|&at| text.outcome_from(at).is_some());
    let Some(act) = governs.filter(|act| !outcome.contains(act) && outcome.start < *act) else {
        return false;
    };
    // "900 refugees had crossed on Friday": the verb of those who are counted
    let own = phrase.start <= outcome.start && outcome.end <= phrase.end;
    let opens = |at: usize| {
        text.is(at, Tag::REL)
            || matches!(text.lower(at), "they" | "he" | "she" | "it")
            || text.lower(at) == "had" && !own
    };
    (phrase.end.max(act.saturating_sub(EARLIER))..act).any(opens)
        && (phrase.end..act).all(|at| text.quantity(at).is_none() && !text.is(at, Tag::CONJ) && text.is_word(at))
}

/// "arrested two men on Sunday over the raid": the day of the arrest, not of the raid.
pub(super) fn is_of_arrest(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    // "protests were held overnight"
    let met = |at: usize| {
        text.lower(at) == "held"
            && (sentence.start.max(at.saturating_sub(HELD))..at)
                .any(|at| scene(text.lower(at)).is_some() || text.lower(at).starts_with("sit-in"))
    };
    let arrest = |at: usize| text.outcome(at).is_some_and(|outcome| outcome.kind == Kind::Arrested) && !met(at);
    let harm = |at: usize| text.outcome(at).is_some_and(|outcome| outcome.kind != Kind::Arrested);
    let before = sentence.start.max(time.start.saturating_sub(CUSTODY))..time.start;
    let after = time.end..sentence.end.min(time.end + VERB_AFTER);
    let nearest = before.rev().find(|&at| arrest(at) || harm(at) || text.is(at, Tag::REL));
    nearest.is_some_and(arrest) || after.into_iter().find(|&at| arrest(at) || harm(at)).is_some_and(arrest)
}
