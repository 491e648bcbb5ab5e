//! Words of a sentence that tell whether its counts belong to the incident that is being told.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use super::when_aside::is_entombed;
use super::when_course::opens_with_earlier;
use super::when_row::Row;
use super::when_words::{is_strike, is_sudden, scene};
use super::{Draft, Kind};
use crate::token::{Sentence, TokenKind};

/// How many tokens two counts of one list are apart.
const LISTED: usize = 14;

/// How many tokens more may stand between bodies and the verb that they were found.
const FOUND_AFTER: usize = 8;

/// How many tokens before those who are held "the release of" them stands.
const FREED: usize = 5;

/// How many entries make a digest.
const ENTRIES: usize = 3;

/// "60 bodies were found on Tuesday": the day of the finding, not of the harm.
pub(super) fn is_found(text: &Text<'_, '_>, phrase: &Range<usize>, outcome: &Range<usize>) -> bool {
    let sentence = text.sentence(phrase.start);
    let from = sentence.start.max(phrase.start.min(outcome.start).saturating_sub(8));
    let to = sentence.end.min(phrase.end.max(outcome.end) + 8);
    // "two men were killed and their bodies were found in a ditch": the day is that of the killing
    let then = outcome.start >= phrase.end
        && (outcome.end..outcome.end + 4).any(|at| matches!(text.lower(at), "their" | "his" | "her" | "whose"))
        && !(phrase.start..outcome.end).any(|at| is_body(text.lower(at)) || is_find(text.lower(at)))
        && (outcome.start..outcome.end)
            .any(|at| matches!(text.lower(at), "killed" | "shot" | "murdered" | "executed" | "stabbed"));
    // "The bodies of 69 people, shot at close range in two villages, were found": whatever is told of them between
    let found_so = |at: usize| text.is(at - 1, Tag::BE) && is_find(text.lower(at));
    let bodies = || phrase.start.saturating_sub(3).max(sentence.start)..phrase.end;
    let later = || to..sentence.end.min(to + FOUND_AFTER);
    let far = || bodies().any(|at| is_body(text.lower(at))) && later().any(found_so);
    !then && (from..to).any(|at| is_body(text.lower(at))) && (from..to).any(|at| is_find(text.lower(at)))
        || !then && far()
        || outcome.clone().any(|at| is_buried(text, at))
        // "Four bodies lay in a ditch. Six more were found": what is left out is bodies
        || outcome.end <= sentence.start && is_body(text.lower(outcome.start))
}

/// "eleven people were buried on Thursday": the day of a funeral.
fn is_buried(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "buried" | "bury" | "burying" | "cremated" | "funerals") && !is_entombed(text, at)
}

/// "police found 26 bodies in a pit in the north on Wednesday": the day of a finding.
pub(super) fn dates_find(text: &Text<'_, '_>, sentence: &Range<usize>, time: &Range<usize>) -> bool {
    let near = sentence.start.max(time.start.saturating_sub(20))..time.start;
    let find = near
        .rev()
        .take_while(|&at| !text.is(at, Tag::REL.or(Tag::SUBORD)) && !is_strike(text.lower(at)))
        .find(|&at| is_find(text.lower(at)));
    find.is_some_and(|find| (sentence.start.max(find.saturating_sub(12))..time.start).any(|at| is_body(text.lower(at))))
}

pub(super) fn is_body(word: &str) -> bool {
    matches!(word, "bodies" | "body" | "corpses" | "corpse" | "remains" | "skeletons")
}

fn is_find(word: &str) -> bool {
    matches!(
        word,
        "found"
            | "discovered"
            | "recovered"
            | "retrieved"
            | "flown"
            | "repatriated"
            | "put"
            | "returned"
            | "arrived"
            | "arrive"
            | "pulled"
            | "dragged"
            | "burial"
            | "cremated"
            | "brought"
            | "unearthed"
            | "uncovered"
            | "exhumed"
            | "dug"
            | "find"
            | "finds"
            | "recover"
            | "handed"
            | "washed"
            | "fished"
            | "identified"
    )
}

/// "from the previously reported 143", "Earlier, the number was 40": a figure of an earlier day that is not told.
pub(super) fn is_earlier(text: &Text<'_, '_>, phrase: &Range<usize>) -> bool {
    let start = text.sentence(phrase.start).start;
    let before = start.max(phrase.start.saturating_sub(4))..phrase.start;
    let given = before.clone().any(|at| {
        matches!(text.lower(at), "previously" | "earlier" | "initially")
            && matches!(
                text.lower(at + 1),
                "reported" | "listed" | "announced" | "stated" | "recorded" | "confirmed" | "estimated" | "given"
            )
    });
    let was = (start..phrase.start).any(|at| text.lower(at) == "was");
    let number =
        (start..start + 5).any(|at| matches!(text.lower(at), "number" | "toll" | "tally" | "figure" | "count"));
    given || matches!(text.lower(start), "earlier" | "previously") && number && was
}

/// "so far this year"
pub(super) fn is_so_far(text: &Text<'_, '_>, row: &Row) -> bool {
    let so_far = |at: usize| text.reads(at, &["so", "far"]);
    so_far(row.tokens.start.saturating_sub(2)) || so_far(row.tokens.end)
}

/// "Most were", "Of them", "Among the dead": reads on from the sentence before.
pub(super) fn reads_on(text: &Text<'_, '_>, here: usize) -> bool {
    let Some(sentence) = text.scan.sentences.get(here) else {
        return false;
    };
    let start = sentence.tokens.start;
    matches!(
        text.lower(start),
        "most"
            | "while"
            | "half"
            | "many"
            | "of"
            | "among"
            | "some"
            | "almost"
            | "nearly"
            | "the"
            | "they"
            | "including"
    )
}

/// "arrested in connection with the attack": the arrest has a day of its own.
pub(super) fn is_aftermath(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let sentence = text.sentence(text.scan.token_at(draft.claim.span.start()));
    matches!(draft.claim.kind, Kind::Arrested | Kind::Released)
        && sentence.into_iter().any(|at| {
            text.reads(at, &["connection", "with"])
                || is_cause(text, at)
                || matches!(
                    text.lower(at),
                    "suspicion" | "suspected" | "charged" | "charges" | "accused" | "investigation" | "so"
                )
        })
}

/// "demanded the release of 15 pupils", "promised to free the detainees": they were taken on some day before.
pub(super) fn are_to_be_freed(text: &Text<'_, '_>, draft: &Draft) -> bool {
    if draft.claim.kind != Kind::Arrested {
        return false;
    }
    let at = text.scan.token_at(draft.claim.span.start());
    let floor = text.sentence(at).start.max(at.saturating_sub(FREED));
    let frees = |word: &str| matches!(word, "release" | "releasing" | "free" | "freeing" | "liberation");
    (floor..at)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none_or(|_| frees(text.lower(at))))
        .any(|at| frees(text.lower(at)))
}

/// "held for the raids", "after the blast they arrested five": what the arrest answers, by name.
fn is_cause(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "for" | "over" | "after" | "following")
        && matches!(text.lower(at + 1), "the" | "this" | "that" | "these" | "those")
        && (at + 2..at + 5)
            .take_while(|&at| text.is_word(at) && !text.is(at, Tag::PREP))
            .any(|at| scene(text.lower(at)).is_some())
}

/// "the bodies of two reporters are to arrive": they died at another time than that of the article's day.
pub(super) fn counts_bodies(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let at = text.scan.token_at(draft.claim.span.start());
    (text.sentence(at).start.max(at.saturating_sub(3))..at).any(|at| is_body(text.lower(at)))
}

/// "Five bodies were found on Monday": the day of the sentence is that of the finding.
pub(super) fn finds_bodies(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let phrase = text.scan.tokens_in(draft.claim.span);
    let outcome = draft.claim.roles.outcome.map(|span| text.scan.tokens_in(span));
    is_found(text, &phrase, outcome.as_ref().unwrap_or(&phrase))
}

/// True where nearly every sentence is a paragraph of its own.
pub(super) fn is_flat(text: &Text<'_, '_>) -> bool {
    let sentences = &text.scan.sentences;
    let own = sentences.iter().filter(|sentence| sentence.paragraph_before).count();
    sentences.len() > 3 && own * 3 > sentences.len() * 2
}

/// The sentences with which another incident begins: "In another incident", "Elsewhere".
pub(super) fn breaks(text: &Text<'_, '_>) -> Vec<usize> {
    let opens = |start: usize, end: usize| {
        let head = start..end.min(start + 7);
        let first = text.lower(start);
        // "Meanwhile, the blast toll rose to three": of the blast that is being told
        let same = || {
            (start + 1..start + 4).any(|at| {
                text.lower(at) == "the" && scene(text.lower(at + 1)).is_some_and(|_| is_sudden(text.lower(at + 1)))
            })
        };
        matches!(first, "elsewhere" | "separately" | "previously" | "similarly")
            || first == "meanwhile" && !same()
            || head.clone().any(|at| {
                matches!(
                    text.lower(at),
                    "another" | "separate" | "different" | "similar" | "other" | "second" | "earlier"
                ) && !opens_with_earlier(text, at)
                    && (at + 1..at + 3)
                        // "a second gunman shot dead": no second incident
                        .take_while(|&at| !text.is(at, Tag::PERSON))
                        .any(|at| is_event(text.lower(at)))
                    && !matches!(text.lower(at.saturating_sub(1)), "the" | "and")
            })
    };
    let sentences = || text.scan.sentences.iter().enumerate();
    let entries = sentences().filter(|(_, sentence)| heads_entry(text, sentence)).count();
    sentences()
        .filter(|(_, sentence)| {
            let sign = usize::from(!text.is_word(sentence.tokens.start));
            entries >= ENTRIES && heads_entry(text, sentence)
                || opens(sentence.tokens.start + sign, sentence.tokens.end)
        })
        .map(|(index, _)| index)
        .collect()
}

/// "ORLA - Two people died": an entry of a digest of incidents begins with its place.
fn heads_entry(text: &Text<'_, '_>, sentence: &Sentence) -> bool {
    let start = sentence.tokens.start + usize::from(!text.is_word(sentence.tokens.start));
    let end = sentence.tokens.end.min(start + 7);
    let capital = |at: usize| {
        let token = text.scan.tokens.get(at);
        token.is_some_and(|token| token.all_capitals(text.scan.text) || token.kind == TokenKind::Numeral)
            || text.lower(at) == ","
    };
    let dash = (start + 1..end).find(|&at| matches!(text.lower(at), "-" | "–" | "—" | "--"));
    sentence.paragraph_before && dash.is_some_and(|dash| (start..dash).all(capital))
}

fn is_event(word: &str) -> bool {
    scene(word).is_some()
        || matches!(
            word,
            "incident" | "development" | "case" | "event" | "violence" | "operation"
        )
}

/// "have been killed", "has left 40 dead": a running count, not the incident that is being told.
pub(super) fn is_perfect(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let Some(outcome) = draft.claim.roles.outcome else {
        return false;
    };
    let at = text.scan.token_at(outcome.start());
    let phrase = text.scan.token_at(draft.claim.span.start());
    let start = text.sentence(at).start;
    let have = |at: usize| {
        let from = start.max(at.saturating_sub(4));
        (from..at).any(|at| is_of_perfect(text, at))
    };
    // "has left 40 dead and uprooted thousands"
    let joined = (start.max(at.saturating_sub(16))..at)
        .rev()
        .take_while(|&at| !text.is(at, Tag::SUBORD.or(Tag::REL)) && !matches!(text.lower(at), ";" | "was" | "were"))
        .any(|at| is_of_perfect(text, at));
    have(at) || phrase < at && at < phrase + 8 && have(phrase) || joined
}

/// "have" of a perfect; not "were said to have died", "may have died", which tell of a time that is past.
fn is_of_perfect(text: &Text<'_, '_>, at: usize) -> bool {
    let past = matches!(
        text.lower(at.saturating_sub(1)),
        "to" | "may" | "might" | "could" | "must"
    );
    matches!(text.lower(at), "have" | "has") && text.is(at, Tag::HAVE) && !past
}

/// "after recent air strikes", "thousands each year", "who had been detained earlier": a time of its own, however vague.
pub(super) fn is_loose(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let tokens = text.sentence(text.scan.token_at(draft.claim.span.start()));
    // "are being killed": day after day
    let daily = |at: usize| {
        (text.lower(at) == "being" && matches!(text.lower(at.saturating_sub(1)), "are" | "is")
            || text.lower(at) == "getting")
            && text.outcome(at + 1).is_some()
    };
    // "died for lack of medicine": day after day, too
    let wants_care = |at: usize| {
        matches!(text.lower(at), "lack" | "want" | "shortage")
            && text.lower(at + 1) == "of"
            && (at.saturating_sub(4)..at).any(|at| text.outcome(at).is_some())
    };
    tokens.into_iter().any(|at| {
        matches!(text.lower(at), "recent" | "recently" | "ever" | "annually")
            || is_counted_stretch(text, at)
            || daily(at)
            || wants_care(at)
            || matches!(text.lower(at), "earlier" | "previously" | "before")
                && text.outcome(at.saturating_sub(1)).is_some()
                && !text.is_word(at + 1)
            || text.reads(at, &["each", "year"])
            || text.reads(at, &["every", "year"])
            || is_testimony(text, at)
    })
}

/// "One resident told the group that when he left, soldiers shot two men": a day that the witness did not tell.
fn is_testimony(text: &Text<'_, '_>, at: usize) -> bool {
    let start = text.sentence(at).start;
    text.reads(at, &["that", "when"])
        && text.lower(start) == "one"
        && text.is(start + 1, Tag::PERSON)
        && (start..at).any(|at| text.is(at, Tag::SAY))
}

/// "Orla market: 14 dead" above an entry of a list: its day is told below it.
pub(super) fn titles_entry(text: &Text<'_, '_>, here: usize) -> bool {
    let Some(sentence) = text.scan.sentences.get(here) else {
        return false;
    };
    let tokens = sentence.tokens.clone();
    let colon = tokens.clone().find(|&at| text.lower(at) == ":");
    tokens.len() <= LISTED
        && text.opens_line(tokens.start)
        && text.opens_line(tokens.end)
        && !matches!(text.lower(tokens.end.saturating_sub(1)), "." | "!" | "?" | ":")
        && colon.is_some_and(|colon| colon > tokens.start && text.quantity(colon + 1).is_some())
}

/// "into a fifth month", "in its third week": a stretch that is counted, told elsewhere.
fn is_counted_stretch(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "into" | "in" | "entered" | "enters" | "for")
        && matches!(text.lower(at + 1), "a" | "its" | "their")
        && matches!(
            text.lower(at + 2),
            "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth"
        )
        && matches!(text.lower(at + 3), "month" | "week" | "year" | "day")
}

/// "killed 42 nurses, patients and visitors and injured another 30": two counts of one clause, with no day between.
pub(super) fn is_listed(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    let own = Tag::REL
        .or(Tag::SUBORD)
        .or(Tag::SAY)
        .or(Tag::TIME)
        .or(Tag::PRON)
        .or(Tag::BE)
        .or(Tag::HAVE);
    to > from
        && to - from < LISTED
        && text.sentence(from).contains(&to)
        && (from..to).any(|at| matches!(text.lower(at), "and" | "," | "plus"))
        && (from..to).all(|at| !text.is(at, own) || text.outcome(at).is_some())
        && (from..to).all(|at| text.is_word(at) || matches!(text.lower(at), "," | "-"))
        && (from..to).all(|at| text.is(at, Tag::PREP) || !text.is(at, Tag::PAST) || text.outcome(at).is_some())
}
