//! Which way a clause looks: told as past, or announced.

use std::ops::Range;

use super::hanging::Lean;
use super::lexicon::{self, Term};
use crate::token::{Scan, Token, TokenKind};

/// Words that say what is to come, whatever their ending.
#[rustfmt::skip]
const TO_COME: &[&str] = &[
    "will", "'ll", "shall", "won't", "would", "scheduled", "expected", "expects", "expect", "due", "slated", "intends",
    "supposed", "upcoming", "forthcoming", "payable", "effective", "expires", "begins", "ahead", "starts", "deadline",
    "until", "likely", "may", "could", "should", "must", "anticipated", "starting", "beginning", "coming", "postponed",
];

/// Words that say what is to come where "to" follows them.
#[rustfmt::skip]
const TO_COME_WITH_TO: &[&str] = &[
    "set", "plan", "plans", "planned", "planning", "going", "ready", "hopes", "hope", "hoped", "about", "is", "are",
    "wants", "want", "intend", "proposes", "proposed", "prepare", "prepares", "preparing", "promises", "vows", "threatens",
    "wanted",
];

/// Verbs that announce in the present: "talks resume on Monday", "the king meets the envoy on Friday".
#[rustfmt::skip]
const ANNOUNCING: &[&str] = &[
    "meets", "meet", "begin", "opens", "resume", "resumes", "convene", "convenes", "reconvene", "reconvenes", "arrives",
    "departs", "goes", "expire", "ends", "takes", "take", "votes", "visits", "hosts", "heads", "travels",
];

/// Forms of verbs that announce behind "is": "the party is planning a rally on 3 March".
#[rustfmt::skip]
const UNDER_WAY: &[&str] = &[
    "calling", "planning", "convening", "hosting", "opening", "reopening", "resuming", "seeking", "preparing", "visiting",
    "travelling", "traveling", "arriving", "leaving", "returning", "organising", "organizing", "inviting", "meeting",
];

/// Words before a verb in its plain form that make it part of another verb or a noun.
#[rustfmt::skip]
const BEFORE_PLAIN: &[&str] = &[
    "to", "did", "didn't", "not", "could", "couldn't", "had", "help", "let", "saw", "the", "a", "an", "and", "of", "in", "his",
    "her", "their", "its", "two", "three", "several", "official", "state", "most", "more",
];

/// Verbs whose infinitive tells what is to come: "agreed to meet on Monday".
#[rustfmt::skip]
const MEANT: &[&str] = &[
    "agree", "agreed", "agrees", "urge", "urged", "urges", "urging", "ask", "asked", "asks", "call", "called", "calls", "calling",
    "plan", "planned", "plans", "vow", "vowed", "vows", "promise", "promised", "promises", "pledge", "pledged", "pledges",
    "threaten", "threatened", "threatens", "decide", "decided", "decides", "invite", "invited", "invites", "order", "ordered",
    "orders", "want", "wanted", "wants", "prepare", "preparing", "prepared", "encouraged", "ready", "intention", "intends",
];

/// What is held on a day that is announced.
#[rustfmt::skip]
const TO_BE_HELD: &[&str] = &[
    "meet", "hold", "begin", "start", "march", "protest", "rally", "gather", "vote", "visit", "travel", "open", "reopen",
    "resume", "strike", "demonstrate", "attend", "go", "take", "convene", "return", "leave", "appear", "launch", "release",
    "sign", "discuss", "host", "bury", "withdraw", "lift", "end", "turn", "stage", "observe",
];

/// What can be called for on a day to come.
#[rustfmt::skip]
const CALLED_FOR: &[&str] = &[
    "protest", "protests", "demonstration", "demonstrations", "rally", "rallies", "march", "marches", "strike", "strikes",
    "election", "elections", "vote", "gathering", "gatherings", "sit-in", "shutdown", "boycott", "prayers", "mourning",
];

/// Verbs in the past that do not end in "ed".
#[rustfmt::skip]
const PASTS: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "went", "came", "began", "broke", "took", "gave", "met", "left",
    "fell", "rose", "found", "saw", "shot", "held", "made", "got", "kept", "struck", "hit", "led", "became", "wrote",
    "won", "lost", "sent", "built", "fought", "paid", "stood", "sat", "ran", "brought", "bought", "thought", "caught",
    "taught", "sold", "spoke", "drew", "grew", "knew", "threw", "flew", "sank", "burst", "spread", "blew", "bled",
    "fled", "been", "since", "ago", "died", "wore", "drove", "rode", "swept", "slept", "felt", "heard", "laid",
    "burnt", "sprang",
];

/// Words in "ed" that are no verbs in the past.
#[rustfmt::skip]
const NO_PASTS: &[&str] = &[
    "need",
    "indeed",
    "speed",
    "unprecedented",
    "feed",
    "seed",
    "hundred",
    "united",
    "breed",
    "proceed",
    "exceed",
    "armed",
    "wounded",
    "so-called",
    "bed",
    "red",
    "related",
    "detailed",
    "limited",
    "combined",
    "embattled",
    "beleaguered",
];

/// Words after which a participle describes a noun and tells nothing ("an unspecified date"), or is still to come ("be paid").
#[rustfmt::skip]
const BEFORE_ADJECTIVES: &[&str] = &[
    "a", "an", "the", "its", "his", "her", "their", "our", "this", "that", "these", "those", "still", "any", "some", "no",
    "be", "of", "by", "with", "more", "many",
];

/// What happens does after "that": "the blasts that occurred over the weekend".
#[rustfmt::skip]
const COMES: &[&str] = &[
    "occurred", "happened", "erupted", "exploded", "killed", "injured", "wounded", "claimed", "started", "lasted", "followed",
    "unfolded", "collapsed", "crashed", "destroyed", "caused", "displaced", "targeted", "rocked", "ended",
];

/// How many words away a cue still counts.
const REACH: usize = 40;

/// Which way one word points.
fn cue(scan: &Scan<'_>, at: usize) -> Option<Lean> {
    let token = scan.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
    let word = &*token.lower;
    if word == "may" && token.capital && !token.all_capitals(scan.text) {
        return None;
    }
    if let Some(lean) = special_cue(scan, at, word) {
        return lean;
    }
    let with_to = TO_COME_WITH_TO.contains(&word) && scan.lower(at + 1) == "to";
    if with_to || TO_COME.contains(&word) || word.ends_with("'ll") {
        let was_due = at >= 2 && scan.lower(at - 1) == "been" && scan.lower(at - 2) == "had";
        return Some(if was_due { Lean::Past } else { Lean::Future });
    }
    let ends = word.ends_with("ed") && (!word.ends_with("eed") || matches!(word, "agreed" | "freed" | "decreed"));
    let is_verb = !at
        .checked_sub(1)
        .is_some_and(|before| BEFORE_ADJECTIVES.contains(&scan.lower(before)))
        || scan.lower(at.saturating_sub(1)) == "that" && COMES.contains(&word);
    let past = PASTS.contains(&word) || (word.len() > 3 && ends && !NO_PASTS.contains(&word));
    (past && is_verb && !token.capital).then_some(Lean::Past)
}

/// Words that point some way only with those beside them; the inner `None` where they point nowhere.
fn special_cue(scan: &Scan<'_>, at: usize, word: &str) -> Option<Option<Lean>> {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| scan.lower(at));
    let (next, second) = (scan.lower(at + 1), scan.lower(at + 2));
    match word {
        // "may have died", "could not be reached"
        "may" | "might" | "could" | "would" | "should" | "must"
            if next == "have" || (next == "not" && second == "have") =>
        {
            Some(Some(Lean::Past))
        }
        "could" if next == "not" || (next == "be" && OBSERVED.contains(&second)) => Some(None),
        // "due to heavy rain"
        "due" if next == "to" => {
            let is_told = [before(1), before(2)].iter().any(|word| FORMS_OF_BE.contains(word));
            let was_due = before(1) == "been" && before(2) == "had";
            Some(is_told.then_some(if was_due { Lean::Past } else { Lean::Future }))
        }
        "likely" if next != "to" => Some(None),
        // "battles forged ahead on Sunday"
        "ahead" if next != "of" && ONWARD.contains(&before(1)) => Some(None),
        "to" if TO_BE_HELD.contains(&next) => {
            let is_meant = (1..=4).any(|back| MEANT.contains(&before(back)));
            is_meant.then_some(Some(Lean::Future))
        }
        "for" if matches!(before(1), "call" | "called" | "calls" | "calling") => {
            let named = (1..=4).any(|on| CALLED_FOR.contains(&scan.lower(at + on)));
            named.then_some(Some(Lean::Future))
        }
        "planned" | "set" | "called" if next == "for" && scan.tokens.get(at + 2).is_some_and(is_of_calendar) => {
            Some(Some(Lean::Future))
        }
        "open" | "start" | "close" if SUBJECTS.contains(&before(1)) => Some(Some(Lean::Future)),
        "take" | "takes" if next != "place" => None,
        "go" | "head" if (2..=3).any(|on| scan.lower(at + on) == "polls") => Some(Some(Lean::Future)),
        "votes" | "visits" | "heads" | "hosts" if !scan.tokens.get(at.checked_sub(1)?)?.capital => None,
        _ if UNDER_WAY.contains(&word) => matches!(before(1), "is" | "are" | "'s").then_some(Some(Lean::Future)),
        _ if ANNOUNCING.contains(&word) => {
            let listed = word.ends_with('s') && before(1) == "and";
            (listed || !BEFORE_PLAIN.contains(&before(1))).then_some(Some(Lean::Future))
        }
        _ => None,
    }
}

/// Verbs that tell with "ahead" that something went on.
const ONWARD: &[&str] = &[
    "went", "pressed", "pushed", "forged", "moved", "surged", "raced", "pulled", "edged",
];

/// What opens and starts in the plural: elsewhere "start" is mostly a noun.
const SUBJECTS: &[&str] = &[
    "polls",
    "talks",
    "negotiations",
    "hearings",
    "elections",
    "exercises",
    "classes",
    "games",
    "schools",
];

/// What follows "could be" of something that was.
const OBSERVED: &[&str] = &[
    "reached",
    "heard",
    "seen",
    "confirmed",
    "verified",
    "felt",
    "found",
    "identified",
];

/// Forms of "to be".
const FORMS_OF_BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "'s"];

fn is_of_calendar(token: &Token) -> bool {
    matches!(
        lexicon::term(&token.lower),
        Some(Term::Weekday(..) | Term::Month(_) | Term::Ordinal(_))
    ) || matches!(&*token.lower, "next" | "tomorrow" | "later")
        || token.kind == TokenKind::Numeral
}

/// Which way the clause looks for a month or a date without its year: "by February" is to come.
pub(super) fn lean_of_date(scan: &Scan<'_>, tokens: &Range<usize>) -> Lean {
    // "February 24 - Rebels take the town": the entry of a timeline
    let heads_line = scan.tokens.get(tokens.start).is_some_and(|token| token.line_before);
    if heads_line && matches!(scan.lower(tokens.end), "-" | "–" | "—" | ":") {
        return Lean::Past;
    }
    match tokens.start.checked_sub(1) {
        Some(before) if scan.lower(before) == "by" => Lean::Future,
        Some(before) if matches!(scan.lower(before), "until" | "till") => lean_until(scan, tokens, before),
        // "it runs through January", but "the months through August"
        Some(before)
            if scan.lower(before) == "through"
                && lexicon::term(scan.lower(before - usize::from(before > 0))).is_none() =>
        {
            Lean::Future
        }
        _ if is_only_said(scan, tokens) => Lean::Said,
        _ => lean(scan, tokens),
    }
}

/// Verbs in the past whose "until" tells an end that may be long over.
#[rustfmt::skip]
const STAYED: &[&str] = &[
    "was", "were", "been", "had", "did", "served", "lived", "stayed", "ruled", "worked", "held", "remained", "led", "ran", "fought",
    "lasted", "continued", "waited", "headed", "governed", "kept", "resisted", "studied", "occupied", "controlled",
];

/// "he served until February, when he left" is over, "talks run until May" are not; "was put off until May" lies nearer.
fn lean_until(scan: &Scan<'_>, tokens: &Range<usize>, until: usize) -> Lean {
    let comma = usize::from(scan.lower(tokens.end) == ",");
    if scan.lower(tokens.end + comma) == "when" {
        return Lean::Past;
    }
    let start = scan.sentence_of(until).map_or(until, |sentence| sentence.tokens.start);
    let told = (start.max(until.saturating_sub(REACH))..until)
        .rev()
        .find(|at| cue(scan, *at).is_some());
    match told {
        Some(verb) if STAYED.contains(&scan.lower(verb)) => Lean::Unsaid,
        _ => Lean::Future,
    }
}

/// Which way the clause around `tokens` looks: the verb right behind ("Monday would be"), else the nearest cue before,
/// else the nearest behind, all in the same sentence.
pub(super) fn lean(scan: &Scan<'_>, tokens: &Range<usize>) -> Lean {
    let Some(sentence) = scan.sentence_of(tokens.start) else {
        return Lean::Unsaid;
    };
    if let Some(lean @ Lean::Future) = cue(scan, tokens.end)
        && matches!(scan.lower(tokens.end), "will" | "would" | "shall" | "may" | "could")
    {
        return lean;
    }
    // "the vote is on Sunday", "the funeral is Monday"
    let on = usize::from(tokens.start > 0 && scan.lower(tokens.start - 1) == "on");
    if let Some(verb) = tokens.start.checked_sub(on + 1)
        && matches!(scan.lower(verb), "is" | "are")
        && !matches!(scan.lower(verb.saturating_sub(1)), "it" | "today" | "that" | "what")
    {
        return Lean::Future;
    }
    deciding(scan, sentence.tokens.clone(), tokens).map_or(Lean::Unsaid, |(_, lean)| lean)
}

/// The nearest cue before, else the nearest behind.
fn deciding(scan: &Scan<'_>, sentence: Range<usize>, tokens: &Range<usize>) -> Option<(usize, Lean)> {
    let before = (sentence.start.max(tokens.start.saturating_sub(REACH))..tokens.start).rev();
    let after = tokens.end..sentence.end.min(tokens.end + REACH);
    before.chain(after).find_map(|at| Some((at, cue(scan, at)?)))
}

/// Verbs of saying.
const SAYING: &[&str] = &[
    "said",
    "told",
    "added",
    "stated",
    "wrote",
    "reported",
    "announced",
    "warned",
];

/// "the visit in September, he said": what was said may be to come.
fn is_only_said(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let sentence = scan.sentence_of(tokens.start).map(|sentence| sentence.tokens.clone());
    let cue = sentence.and_then(|sentence| deciding(scan, sentence, tokens));
    cue.is_some_and(|(at, lean)| lean == Lean::Past && at >= tokens.end && SAYING.contains(&scan.lower(at)))
}
