//! How far a time expression is from a harm: words between them, clauses, other harm.

use std::ops::Range;

use super::Kind;
use super::day::{Sort, is_since};
use super::lexicon::Tag;
use super::text::Text;
use super::when_aside::{dates_earlier_act, is_entombed};
use super::when_between::{is_parted, listed_before};
use super::when_role::Role;
use super::when_row::Row;
use super::when_total::is_of_left_out;
use super::when_words;

/// The most that other clauses add where the time opens the sentence.
const FRONT: usize = 16;
/// How many small words stand before such a time.
const FRONT_WORDS: usize = 4;
/// What a reaction adds between a time and a harm: "marched on Friday to mourn 12 students".
const REACTION: usize = 45;

/// How many words before a day tell whose day it is.
const HEAD: usize = 40;
/// How many words after it tell what it has to do with a harm.
const BETWEEN: usize = 60;
/// What a part with a day of its own adds.
const PART: usize = 30;
/// What other harm of a list adds where the time has a "since".
const LISTED_SINCE: usize = 8;
/// How many tokens long the clause is that tells of "the 25 May shooting".
const SCENE_CLAUSE: usize = 14;
/// How many tokens before "which" the "since" of its unrest stands.
const SINCE: usize = 4;
/// How many tokens before a day the clause of its own begins, and how many that of a place.
const SHORT_CLAUSE: usize = 6;
const CLAUSE: usize = 10;
/// How many tokens before "that" somebody is told of it.
const HEARER: usize = 5;
/// What another act than the harm adds.
const OTHER_ACT: usize = 45;

/// How far a time expression is from a count, in tokens; other harm and new clauses between count more.
pub(super) fn cost(text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> usize {
    let from_outcome = gap(&row.tokens, outcome);
    let from_phrase = gap(&row.tokens, phrase);
    // "300 died in 2030 and 200 last year": of a list each count has its own day
    let listed = outcome.end <= phrase.start
        && (outcome.end..phrase.start).any(|at| text.quantity(at).is_some() || text.is(at, Tag::CONJ));
    let between = if from_outcome.len() <= from_phrase.len() && !listed {
        from_outcome
    } else {
        from_phrase
    };
    let before = row.tokens.end <= between.start;
    if is_subject(text, row) || before && names_scene(text, row, phrase, outcome) {
        return 0;
    }
    let steps = between.len();
    let between_words = between.clone();
    let mourned = between
        .clone()
        .any(|at| mourns(text, at) || before && tells_other(text, at, row));
    let others = between
        .clone()
        .filter(|&at| text.outcome_from(at).is_some_and(|other| other.tokens != *outcome))
        .count();
    let extra: usize = between
        .map(|at| {
            // "two weeks of raids in the north that have killed 300": the stretch is that of the raids
            if row.sort == Sort::Back && before && text.is(at, Tag::REL) {
                return 2;
            }
            // "detained there since May 11": the "since" of the day itself
            if !before && others == 0 && text.lower(at) == "since" && at + SINCE > row.tokens.start {
                return 0;
            }
            let other = text.outcome_from(at).is_some_and(|other| other.tokens != *outcome);
            usize::from(other) * 4 + barrier(text, at, before, row)
        })
        .sum();
    let earlier = usize::from(dates_earlier_act(text, &row.tokens, phrase, outcome)) * OTHER_ACT;
    let elsewhere = usize::from(before && is_of_another_act(text, row, &between_words)) * OTHER_ACT;
    // "he said that late on Friday": at the head of what is said
    let said = clause_headed(text, row).is_some_and(|that| opens_words(text, that));
    let front = before && !mourned && (said || opens_sentence(text, row));
    let capped = front || !before && !mourned && closes(text, row, outcome);
    // "have been killed, among them women and children, since it agreed on 2 November to": whatever stands between
    let since = is_since(text, row.tokens.start, &text.sentence(row.tokens.start));
    let capped = capped || !before && others == 0 && since;
    let steps = if capped { steps.min(FRONT) } else { steps };
    let extra = if capped { extra.min(FRONT) } else { extra };
    steps
        + extra
        + elsewhere
        + earlier
        + usize::from(is_of_left_out(text, &row.tokens, phrase.start)) * OTHER_ACT
        + usize::from(before && was_done_before(text, row, outcome)) * OTHER_ACT
        + usize::from(is_of_clause(text, row) || is_of_deed(text, row, outcome)) * OTHER_ACT
        + usize::from(!before && is_of_last(text, phrase, outcome, row)) * OTHER_ACT
        + usize::from(since && others > 0) * LISTED_SINCE
        + usize::from(listed_before(text, row, phrase, outcome)) * LISTED_SINCE
        + usize::from(is_parted(text, row, phrase, outcome, since)) * OTHER_ACT
        + usize::from(!runs_on(text, row, outcome)) * tells_of_another(text, row)
}

/// "In the past year, ...", "And on Friday ...": nothing but small words before it.
pub(super) fn opens_sentence(text: &Text<'_, '_>, row: &Row) -> bool {
    let head = text.sentence(row.tokens.start).start..row.tokens.start;
    let plain = |at: usize| !text.is_word(at) || text.is(at, Tag::PREP.or(Tag::DET).or(Tag::TIME).or(Tag::CONJ));
    head.len() <= FRONT_WORDS && head.into_iter().all(plain)
}

/// "a 25 May shooting that killed one and injured three entered his plea today": the day that the noun names.
fn names_scene(text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> bool {
    let noun = row.tokens.end;
    let opens = noun + 1;
    let last = phrase.end.max(outcome.end);
    row.role == Role::Scene
        && when_words::scene(text.lower(noun)).is_some()
        && matches!(text.lower(opens), "that" | "which")
        && text.outcome_from(opens + 1).is_some()
        && last < opens + SCENE_CLAUSE
        && (opens..last).all(|at| !text.is(at, Tag::SAY.or(Tag::SUBORD).or(Tag::TIME)) && text.lower(at) != ";")
}

/// "..., west of Orla, at about 9 am on Friday.": the day stands behind all else, apart by a comma.
fn closes(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let sentence = text.sentence(row.tokens.start);
    let ends = row.tokens.end + 1 >= sentence.end && !text.is_word(row.tokens.end);
    let lean = |at: usize| {
        text.is(at, Tag::PREP)
            || matches!(
                text.lower(at),
                "approximately" | "around" | "about" | "early" | "late" | "shortly"
            )
    };
    let opens = (sentence.start..row.tokens.start).rev().take(4).find(|&at| !lean(at));
    // "hit by an alleged strike" is no saying
    let said = |at: usize| text.is(at, Tag::SAY) && !text.is(at.saturating_sub(1), Tag::DET);
    let own = |at: usize| said(at) || text.lower(at) == ";" || when_words::is_reaction(text.lower(at));
    ends && opens.is_some_and(|at| text.lower(at) == ",") && !(outcome.end..row.tokens.start).any(own)
}

/// What the word at `at`, between a time expression and a harm, adds to how far they are apart. `before`: the time comes first.
fn barrier(text: &Text<'_, '_>, at: usize, before: bool, row: &Row) -> usize {
    let word = text.lower(at);
    if mourns(text, at) {
        return REACTION;
    }
    // "returned on Friday and reported the killing of 12"
    if before && tells_other(text, at, row) {
        return REACTION;
    }
    if matches!(word, "after" | "before") {
        // "marched on Friday after police killed 12"; not "on Friday, hours after a bomb killed 12"
        let soon = matches!(
            text.lower(at.saturating_sub(1)),
            "hours" | "minutes" | "moments" | "seconds" | "shortly" | "immediately"
        );
        // "stabbed a guard on Friday before shooting nine"
        let then = word == "before" && text.lower(at + 1).ends_with("ing");
        // "in 1982, after which nine men were shot"
        let goes_on = text.lower(at + 1) == "which";
        return if before && !soon && !then && !goes_on && !is_left_so(text, at) {
            40
        } else {
            6
        };
    }
    if is_pointing(text, at) {
        return 0;
    }
    if text.is(at, Tag::REL) && before {
        let named = (at.saturating_sub(3)..at)
            .rev()
            .find(|&at| text.is_word(at) && !text.is(at, Tag::PREP));
        // "a raid on Friday in Orla that killed 12"
        let of_scene = row.role == Role::Scene
            || named.is_some_and(|named| when_words::scene(text.lower(named)).is_some() || text.is(named, Tag::TIME));
        return if of_scene { 2 } else { 12 };
    }
    if text.is(at, Tag::REL) || word == "since" {
        return 10;
    }
    let clause = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP);
    // "passed 50,000, with 6,000 counted this week": the day of the part
    let part = || (at + 1..at + 5).any(|at| text.quantity(at).is_some() && !row.tokens.contains(&at));
    if word == "with" && !before && text.lower(at.saturating_sub(1)) != "and" && part() {
        return PART;
    }
    match word {
        ";" => 14,
        "when" | "as" => 3,
        "," => 2,
        "and" if before => 3,
        _ if clause => 14,
        _ => 0,
    }
}

/// "mourned", "protesting the killing of"; not "buried under the rubble", "protesting in the square".
fn mourns(text: &Text<'_, '_>, at: usize) -> bool {
    if !when_words::is_mourning(text.lower(at)) {
        return false;
    }
    let against = matches!(text.lower(at + 1), "against" | "over" | "about" | "after");
    let aimless = text.lower(at) == "protesting" && (text.is(at + 1, Tag::PREP) && !against || !text.is_word(at + 1));
    let rallies = text.lower(at.saturating_sub(1)) == "while";
    !aimless && !rallies && !is_entombed(text, at)
}

/// "returned on Friday and reported the killing of 12"
pub(super) fn is_telling(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::SAY)
        && text.outcome(at).is_none()
        && text.lower(at.saturating_sub(1)) == "and"
        && (text.is(at + 1, Tag::DET) || text.lower(at + 1) == "that")
}

/// The same; not "fled over the past year and added that": who speaks on keeps to his stretch.
fn tells_other(text: &Text<'_, '_>, at: usize, row: &Row) -> bool {
    is_telling(text, at) && !(row.sort == Sort::Back && text.lower(at) == "added")
}

/// "Sunday marked the deadliest day", "Friday saw": the day is the sentence's subject.
pub(super) fn is_subject(text: &Text<'_, '_>, row: &Row) -> bool {
    let start = text.sentence(row.tokens.start).start;
    row.tokens.start <= start + 1
        && matches!(
            text.lower(row.tokens.end),
            "marked" | "saw" | "was" | "brought" | "became" | "proved"
        )
}

/// "have died after an explosion ripped through a house on Tuesday": the harm has the day of what it came after.
pub(super) fn is_after_scene(text: &Text<'_, '_>, outcome: &Range<usize>, row: &Row) -> bool {
    let harm = text
        .outcome_from(outcome.start)
        .is_some_and(|own| own.kind.is_hurt_or_missing());
    let end = row.tokens.start.min(outcome.end + BETWEEN);
    let mut between = outcome.end..end;
    // "killed in violence that left 60 dead on Wednesday"
    let left = |at: usize| {
        when_words::scene(text.lower(at)).is_some()
            && matches!(text.lower(at + 1), "that" | "which")
            && matches!(text.lower(at + 2), "left" | "killed" | "claimed")
    };
    let tells = |at: usize| when_words::is_strike(text.lower(at)) || when_words::is_sudden(text.lower(at)) || left(at);
    harm && between
        .find(|&at| matches!(text.lower(at), "after" | "when" | "as" | "in"))
        .is_some_and(|after| {
            (after..end).any(tells) && (after..end).all(|at| !text.is(at, Tag::SAY) && text.lower(at) != ";")
        })
}

/// "arrested in connection with a shooting last year": the day of the deed, not of the arrest.
fn is_of_deed(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let arrest = text
        .outcome_from(outcome.start)
        .is_some_and(|own| own.kind == Kind::Arrested);
    let end = row.tokens.start.min(outcome.end + BETWEEN);
    let mut between = outcome.end..end;
    arrest
        && between
            .find(|&at| text.reads(at, &["connection", "with"]) && matches!(text.lower(at + 2), "a" | "an" | "another"))
            .is_some_and(|over| {
                (over..end).any(|at| when_words::scene(text.lower(at)).is_some())
                    && (over..end).all(|at| text.lower(at) != ",")
            })
}

/// "the minister, who took office on Monday,": the day of what somebody did who is named by the way.
pub(super) fn is_of_clause(text: &Text<'_, '_>, row: &Row) -> bool {
    let floor = text
        .sentence(row.tokens.start)
        .start
        .max(row.tokens.start.saturating_sub(6));
    let opens = (floor..row.tokens.start)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        .find(|&at| text.lower(at) == "who");
    opens.is_some_and(|opens| {
        text.lower(opens.saturating_sub(1)) == ","
            && (opens..row.tokens.start).all(|at| when_words::scene(text.lower(at)).is_none())
            && text.lower(row.tokens.end) == ","
    })
}

/// "freed on Tuesday 90 people who had been arrested": what had been done before that day.
fn was_done_before(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let floor = row.tokens.end.max(outcome.start.saturating_sub(4));
    (floor..outcome.start).any(|at| text.lower(at) == "who" && text.lower(at + 1) == "had")
}

/// "the man who joined last Monday": the day of something else.
pub(super) fn tells_of_another(text: &Text<'_, '_>, row: &Row) -> usize {
    let from = row.tokens.start.saturating_sub(CLAUSE);
    let opens = (from..row.tokens.start)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        // "where the uprising against the king erupted in May"
        .find(|&at| is_relative(text, at) && at + SHORT_CLAUSE >= row.tokens.start || text.lower(at) == "where");
    // "the raid that on Monday killed two": the clause of the harm itself
    let Some(opens) = opens.filter(|&opens| clause_headed(text, row) != Some(opens)) else {
        return 0;
    };
    // "since the unrest which broke out on 18 May"
    if (opens.saturating_sub(SINCE)..opens).any(|at| text.lower(at) == "since") && text.is(opens, Tag::REL) {
        return 0;
    }
    let place = text.lower(opens) == "where";
    let named = (opens.saturating_sub(2)..opens).any(|at| when_words::scene(text.lower(at)).is_some());
    // "the unrest that broke out last Monday": its start, not the day of each harm in it
    let started = (opens..row.tokens.start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun" | "erupted" | "broke"));
    let came = matches!(
        text.lower(opens + 1),
        "occurred" | "happened" | "took" | "exploded" | "hit" | "struck"
    );
    // "in Orla, where unrest began in May"; not "where on Monday five were killed"
    let own = if place { !started } else { (named || came) && !started };
    if own { 0 } else { 30 }
}

/// "killed in that country on Friday": points at something and opens no clause.
fn is_pointing(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "that" && text.is(at.saturating_sub(1), Tag::PREP)
}

/// "said that troops", "told the station that troops": opens what is said; not "a report that came on Friday".
fn opens_words(text: &Text<'_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let told = || {
        (text.sentence(at).start.max(at.saturating_sub(HEARER))..at)
            .any(|at| matches!(text.lower(at), "told" | "informed"))
    };
    let noun = || text.is(before.saturating_sub(1), Tag::DET.or(Tag::PREP));
    text.lower(at) == "that" && (text.is(before, Tag::SAY) && !noun() || told())
}

/// "the man who joined", "the party that won"
fn is_relative(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::REL) && !is_pointing(text, at) && !opens_words(text, at)
}

/// The word that opens the clause at whose head the time stands: "that late on Friday troops".
fn clause_headed(text: &Text<'_, '_>, row: &Row) -> Option<usize> {
    let head = text.sentence(row.tokens.start).start..row.tokens.start;
    let small = |at: usize| text.is(at, Tag::PREP.or(Tag::DET).or(Tag::TIME).or(Tag::ADVERB)) && !text.is(at, Tag::REL);
    let opens = head.rev().take(FRONT_WORDS).find(|&at| !small(at))?;
    text.is(opens, Tag::REL).then_some(opens)
}

/// "the fighting, which began in May, has killed 300": runs on to the as-of day.
pub(super) fn runs_on(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let start = row.tokens.start;
    let began = (start.saturating_sub(3)..start).any(|at| {
        matches!(
            text.lower(at),
            "began" | "started" | "begun" | "erupted" | "broke" | "resumed" | "restarted"
        )
    });
    let again = row.tokens.end < outcome.start
        && (row.tokens.end..outcome.start).any(|at| matches!(text.lower(at), "causing" | "claiming" | "leaving"));
    let floor = text.sentence(outcome.start).start;
    let perfect =
        (floor.max(outcome.start.saturating_sub(4))..outcome.start).any(|at| matches!(text.lower(at), "have" | "has"));
    // "the toll of the violence that broke out on 3 May now stands at 667"
    let stands = outcome.end <= start
        && (row.tokens.end..row.tokens.end + 4).any(|at| matches!(text.lower(at), "stands" | "stood" | "reached"));
    // "which began more than a year ago": no start that could be computed
    let loose =
        matches!(text.lower(start), "more" | "over") || matches!(text.lower(start.saturating_sub(1)), "than" | "over");
    began && !loose && (perfect || again || stands)
}

/// "two were killed at once, a third died on Saturday": the day is that of the last.
pub(super) fn is_of_last(text: &Text<'_, '_>, phrase: &Range<usize>, outcome: &Range<usize>, row: &Row) -> bool {
    let Some(own) = text.outcome_from(outcome.start) else {
        return false;
    };
    let from = phrase.end.max(outcome.end);
    (from..row.tokens.start).any(|at| {
        let same = text.outcome_from(at).is_some_and(|other| other.kind == own.kind);
        same && (from.max(at.saturating_sub(3))..at).any(|at| {
            matches!(
                text.lower(at),
                "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth"
            ) && matches!(text.lower(at.saturating_sub(1)), "a" | "the")
        })
    })
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    if one.end <= other.start {
        one.end..other.start
    } else {
        other.end.min(one.start)..one.start
    }
}

/// True where the expression dates what others did before the harm is told.
pub(super) fn dates_another_act(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    row.tokens.end <= outcome.start && is_of_another_act(text, row, &(row.tokens.end..outcome.start))
}

/// "were in hospital on Friday after being shot", "are dead Friday after": a state in which the harm left them, that day.
fn is_left_so(text: &Text<'_, '_>, after: usize) -> bool {
    let floor = text.sentence(after).start.max(after.saturating_sub(12));
    text.lower(after) == "after"
        && (floor..after).any(|at| {
            matches!(
                text.lower(at),
                "hospital" | "hospitals" | "hospitalized" | "hospitalised" | "recovering" | "custody" | "condition"
            ) && (floor.max(at.saturating_sub(6))..at).any(|at| text.is(at, Tag::BE))
        })
}

/// "rescuers lost hope on Tuesday of finding those buried in the slide that killed 40": the day of what others did, not of
/// the incident that is named after it.
fn is_of_another_act(text: &Text<'_, '_>, row: &Row, between: &Range<usize>) -> bool {
    // "the October 7 attack"
    if (row.tokens.end..row.tokens.end + 2).any(|at| when_words::scene(text.lower(at)).is_some()) {
        return false;
    }
    let floor = text.sentence(row.tokens.start).start;
    let head = floor.max(row.tokens.start.saturating_sub(HEAD))..row.tokens.start;
    let tells = |at: usize| {
        when_words::scene(text.lower(at)).is_some()
            || when_words::is_strike(text.lower(at))
            || text.outcome(at).is_some()
    };
    let acts = |at: usize| text.is(at, Tag::PAST.or(Tag::VERB).or(Tag::ING).or(Tag::BE)) || text.lower(at) == "retook";
    let between = between.start..between.end.min(between.start + BETWEEN);
    let named = between.clone().filter(|&at| text.is(at, Tag::REL)).any(|opens| {
        (between.start.max(opens.saturating_sub(3))..opens).any(|at| when_words::scene(text.lower(at)).is_some())
    });
    row.role != Role::Scene && named && head.len() > 4 && !head.clone().any(tells) && head.into_iter().any(acts)
}
