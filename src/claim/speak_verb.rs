//! Whether a word is a verb of saying at all, and whether what is said stands before or behind it.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::Order;
use super::speak_words::{self as words, Role};
use super::subject::right;
use super::text::Text;

/// "the reports", "of claims", "state television": not a verb here.
pub(super) fn is_noun(text: &Text<'_, '_>, prior: usize, at: usize) -> bool {
    let word = text.lower(at);
    let ambiguous = is_ambiguous(word);
    let determined = text.lower(prior).ends_with("'s")
        || text.is(prior, Tag::DET.or(Tag::POSS).or(Tag::PREP).or(Tag::BE).or(Tag::CONJ))
            && !text.is(prior, Tag::PERSON)
            && !matches!(text.lower(prior), "another" | "others" | "some" | "both");
    let next = at + 1;
    let time = Tag::TIME;
    // "where some estimated 12 people died": about twelve
    if word == "estimated" && text.lower(prior) == "some" && text.quantity(next).is_some() {
        return true;
    }
    let takes = text.lower(next) == "that"
        || text.lower(next) == "there" && word != "posted"
        // "Activists reported further shelling"
        || word == "reported"
            && prior == text.sentence(prior).start
            && words::is(text.lower(prior), Role::SOURCE)
            && text.is_word(next)
            && !text.is(next, Tag::PREP)
            && text.outcome(next).is_none()
        // "put Tuesday's toll at 12"
        || word.starts_with("put") && text.is_owner(next)
        // "the revolt, which the league estimates has killed 12"
        || text.is(next, Tag::HAVE)
            && word.ends_with('s')
            && (prior.saturating_sub(3)..prior).any(|at| matches!(text.lower(at), "which" | "who" | "that"))
        || tells_on(text, prior, at)
        || text.is(prior, Tag::HAVE)
        || word.starts_with("report")
            && text.lower(next).ends_with("ing")
            && words::is(text.lower(prior), Role::SOURCE)
        || text.quantity(next).is_some()
        || text.is(next, Tag::DET.or(time).or(Tag::POSS).or(Tag::PRON))
        || !text.is_word(next) && !matches!(word, "count" | "counts" | "note" | "notes" | "put")
        || text.outcome(next).is_some() && word == "reported"
        || text.reads(next, &["to", "have"])
        || word == "posted" && text.lower(next) == "on"
        || word.ends_with("ed")
            && (words::is(text.lower(prior), Role::SOURCE) || words::is_acronym(text, prior))
            && text.is(next, Tag::PREP)
            && text.lower(next) != "to"
        || matches!(text.lower(prior), "," | "”" | "\"" | "»") && word.ends_with("ed") && text.is(next, Tag::PREP)
        || word.ends_with("ed")
            && (text.is_name(prior) || words::is(text.lower(prior), Role::SOURCE))
            && paper(text, next, next + 5).is_some()
        || text.lower(prior) == ","
            && (words::is(text.lower(next), Role::SOURCE) || text.is(next, Tag::PERSON) || text.is_name(next))
        || text.is(next, Tag::PREP) && (text.is(next + 1, time) || text.is(next + 2, time));
    // "claimed the lives of", "claimed responsibility", "has claimed recent attacks"
    let deed = |at: usize| {
        matches!(
            text.lower(at),
            "attack" | "attacks" | "bombing" | "bombings" | "assault" | "assaults"
        ) && !text.is(at + 1, Tag::BE.or(Tag::HAVE).or(Tag::PAST))
            && text.outcome(at + 1).is_none()
    };
    if word.starts_with("claim")
        && text.lower(next) != "that"
        && (at + 1..at + 6).any(|at| {
            let taken = matches!(
                text.lower(at),
                "lives" | "life" | "responsibility" | "victims" | "credit"
            );
            taken || deed(at)
        })
    {
        return true;
    }
    // "Borno State in June", "the states"
    if matches!(word, "state" | "states") && (text.is_name(at) || text.lower(next) != "that") {
        return true;
    }
    // "posted a video of 12 bodies": shown, not said
    if word == "posted" && text.is(next, Tag::DET) && text.lower(next) != "that" {
        return true;
    }
    if word.ends_with("ing") {
        return false;
    }
    ambiguous && (!takes || determined && !text.is(prior, Tag::CONJ))
}

/// "a raid that officials claim killed 12", "Medics at the scene reported seeing 12 bodies", ", Ida Marr reports from Orla."
fn tells_on(text: &Text<'_, '_>, prior: usize, at: usize) -> bool {
    let word = text.lower(at);
    let next = at + 1;
    let link = |at: usize| matches!(text.lower(at), "which" | "who" | "that");
    let deed = text.outcome(next).is_some() && !word.ends_with("ed") && words::is(text.lower(prior), Role::SOURCE);
    let seeing = matches!(
        text.lower(next),
        "seeing" | "finding" | "counting" | "receiving" | "treating" | "recovering"
    );
    let placed = matches!(text.lower(next), "from" | "in") && text.is_name(next + 1);
    let ends = (next + 2..next + 4).any(|at| text.lower(at) == ".");
    deed && (prior.saturating_sub(3)..prior).any(link)
        || word == "reported" && seeing && text.is_word(prior)
        || word == "reports" && text.is_name(prior) && placed && ends
}

/// Verbs of saying that can be nouns or participles.
fn is_ambiguous(word: &str) -> bool {
    matches!(
        word,
        "state"
            | "states"
            | "claim"
            | "claims"
            | "report"
            | "reports"
            | "estimate"
            | "estimates"
            | "count"
            | "counts"
            | "notes"
            | "note"
            | "documents"
            | "tweet"
            | "stress"
            | "reported"
            | "estimated"
            | "alleged"
            | "claimed"
            | "suggest"
            | "put"
            | "posted"
            | "recorded"
            | "declared"
            | "counted"
            | "fear"
            | "fears"
            | "charge"
            | "charges"
            | "show"
            | "shows"
            | "document"
            | "documented"
            | "tweets"
    )
}

/// Before or after what is said.
pub(super) fn order(
    text: &Text<'_, '_>,
    after: usize,
    speaker: &Range<usize>,
    inverted: bool,
    sentence: &Range<usize>,
) -> Order {
    if inverted {
        return match sentence.start + 1 == speaker.start {
            // "Said the mayor: ..."
            true => Order::Leading,
            false => Order::Trailing,
        };
    }
    let prior = speaker.start.checked_sub(1).filter(|&prior| prior >= sentence.start);
    let cut = prior.filter(|&prior| {
        matches!(
            text.lower(prior),
            "," | "”" | "\"" | "–" | "—" | "-" | "»" | "«" | "'" | "“"
        )
    });
    let content = content_follows(text, after, sentence.end);
    if content && cut.is_some_and(|cut| clause_before(text, sentence.start, cut)) {
        // behind a whole clause only words that open another one lead on
        let stop = (after..sentence.end.min(after + 14)).find(|&at| !text.is_word(at) && text.lower(at) != "-");
        let stop = stop.unwrap_or_else(|| sentence.end.min(after + 14));
        let quoted = cut.is_some_and(|cut| text.lower(cut) != ",");
        // ", the agency said in its report on civilian casualties."
        let titled = paper(text, after, stop)
            .filter(|&paper| {
                matches!(text.lower(paper + 1), "on" | "about" | "into" | "for" | "of" | "based")
                    || matches!(text.lower(paper + 1), "published" | "released" | "issued" | "obtained")
            })
            .is_some_and(|paper| (paper..stop).all(|at| text.lower(at) != "that" && text.quantity(at).is_none()));
        if titled && text.lower(stop) != ":" {
            return Order::Trailing;
        }
        let leads = text.lower(stop) == ":"
            || !quoted
                && (after..stop).any(|at| {
                    text.lower(at) == "that" && !text.is(at + 1, Tag::TIME) && !text.is(at.saturating_sub(1), Tag::PREP)
                        || text.outcome(at).is_some()
                        || text.quantity(at).is_some() && !text.is(at + 1, Tag::TIME)
                        || text.is(at, Tag::BE)
                });
        return if leads { Order::Leading } else { Order::Trailing };
    }
    if content { Order::Leading } else { Order::Trailing }
}

/// True where a clause stands before the comma, not only "On Friday" or "After the blast".
pub(super) fn clause_before(text: &Text<'_, '_>, start: usize, cut: usize) -> bool {
    let quoted = matches!(text.lower(cut), "”" | "\"" | "»" | "«");
    let verb = Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::MODAL);
    let start = start.max(cut.saturating_sub(120));
    let mut whole = false;
    let many = text.lower(start) == "as" && matches!(text.lower(start + 1), "many" | "few");
    let mut subordinate = text.is(start, Tag::SUBORD) && !many || text.lower(start) == "asked";
    for at in start + 1..cut {
        if text.lower(at) == "," {
            subordinate = text.is(at + 1, Tag::SUBORD.or(Tag::REL));
        }
        whole |= !subordinate && (text.is(at, verb) && !text.is_name(at) || text.outcome(at).is_some());
    }
    quoted || whole
}

/// True where something is said after the verb, not only when or where it was said.
pub(super) fn content_follows(text: &Text<'_, '_>, at: usize, end: usize) -> bool {
    let mut at = at;
    let mut steps = 0;
    while at < end && steps < 8 {
        if matches!(text.lower(at), "that" | ":" | "“" | "\"" | "how" | "there")
            || text.quantity(at).is_some() && !text.is(at - 1, Tag::TIME) && !text.is(at + 1, Tag::TIME)
        {
            return true;
        }
        if text.is(at, Tag::TIME.or(Tag::ADVERB))
            || text.is(at, Tag::DET) && text.is(at + 1, Tag::TIME)
            || text.is(at, Tag::PREP) && (text.is(at + 1, Tag::TIME.or(Tag::DET).or(Tag::POSS)) || text.is_name(at + 1))
        {
            at += 1;
            steps += 1;
            continue;
        }
        if matches!(text.lower(at), "–" | "-" | "—" | "," | "(") {
            // "said – in a statement – that"
            return (at + 2..end.min(at + 12)).any(|at| text.lower(at) == "that" && !text.is_word(at - 1));
        }
        if !text.is_word(at) {
            return false;
        }
        return at + 2 < end;
    }
    (at..end.min(at + 6)).any(|at| text.lower(at) == "that")
}

/// Behind the one who is told: "told state television, among them".
pub(super) fn addressed(text: &Text<'_, '_>, from: usize, end: usize) -> usize {
    let stop = |at: usize| {
        !text.is_word(at) && !matches!(text.lower(at), "'" | "-")
            || text.lower(at) == "that"
            || text.quantity(at).is_some()
    };
    (from..end.min(from + 9))
        .find(|&at| stop(at))
        .filter(|&at| matches!(text.lower(at), "," | ";" | "." | "that"))
        .unwrap_or(from)
}

/// The outlet or watchdog that is told: it passes the figure on.
pub(super) fn passed_on(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    // 'told "Orla News" that'
    let from = from + usize::from(matches!(text.lower(from), "\"" | "“" | "«"));
    let told = right(text, from, end.min(from + 8))?;
    // "told a news conference": nobody who passes it on
    if matches!(
        text.lower(told.end - 1),
        "conference" | "briefing" | "briefings" | "conferences"
    ) {
        return None;
    }
    // "told Reuters troops had killed": the name ends where a plain word follows it
    let named = told
        .clone()
        .take_while(|&at| text.is_name(at) || text.is(at, Tag::DET))
        .count();
    let told = if named > 0 && text.is_name(told.start + named - 1) && told.len() > named {
        let nouns = (told.start + named..told.end)
            .take_while(|&at| words::is(text.lower(at), Role::OUTLET))
            .count();
        told.start..told.start + named + nouns
    } else {
        told
    };
    let acronym = told
        .clone()
        .any(|at| words::is_acronym(text, at) && !matches!(text.lower(at), "un" | "u.n." | "eu" | "us" | "nato"));
    let own = matches!(text.lower(told.start), "this" | "our");
    (acronym || words::any(text, told.clone(), Role::OUTLET) && !own).then_some(told)
}

/// Behind when, where and to whom something was said: "declared to EPN in the evening", and the outlet that was told.
pub(super) fn past_circumstances(text: &Text<'_, '_>, verb: usize, end: usize) -> (usize, Option<Range<usize>>) {
    let mut at = verb + 1;
    let mut relay = None;
    let stop = end.min(verb + 16);
    if text.lower(verb) == "told" {
        let told = passed_on(text, at, end);
        if let Some(told) = told.filter(|told| text.is(told.end, Tag::TIME.or(Tag::PREP).or(Tag::DET))) {
            at = told.end;
            relay = Some(told);
        }
    }
    while at < stop {
        let time = Tag::TIME;
        if text.is(at, time) && !text.is(at, Tag::PERSON) || text.is(at, Tag::DET) && text.is(at + 1, time) {
            at += 1;
        } else if text.is(at, Tag::PREP)
            && (text.is(at + 1, time) || text.is(at + 1, Tag::DET) && text.is(at + 2, time))
        {
            at += 2;
        } else if text.lower(at) == "to" {
            let Some(told) = right(text, at + 1, stop.min(at + 5)) else {
                break;
            };
            // "to EPN Jonas Brenk": who was told ends with the short name
            let short = words::is_acronym(text, told.start) && told.len() > 1;
            let told = if short { told.start..told.start + 1 } else { told };
            at = told.end;
            relay = passed_on(text, told.start, told.end).or(relay);
        } else if let Some(paper) = paper(text, at, stop) {
            at = paper + 1;
        } else {
            break;
        }
    }
    (at, relay)
}

/// "in a statement", "on its website", "in an interview": the last word of it.
fn paper(text: &Text<'_, '_>, at: usize, end: usize) -> Option<usize> {
    if !matches!(text.lower(at), "in" | "on" | "via" | "through" | "during" | "by")
        || text.is_name(at + 1) && !text.is(at + 1, Tag::DET)
    {
        return (matches!(text.lower(at), "on" | "via")
            && matches!(text.lower(at + 1), "twitter" | "telegram" | "facebook" | "x"))
        .then_some(at + 1);
    }
    (at + 1..end.min(at + 5)).find(|&at| {
        words::is(text.lower(at), Role::DOCUMENT)
            || matches!(
                text.lower(at),
                "interview"
                    | "conference"
                    | "website"
                    | "site"
                    | "page"
                    | "phone"
                    | "telephone"
                    | "speech"
                    | "briefing"
                    | "channel"
                    | "account"
                    | "communication"
                    | "note"
                    | "video"
                    | "broadcast"
                    | "address"
            )
    })
}

/// Behind "ORLA –" at a sentence's beginning.
pub(super) fn past_dateline(text: &Text<'_, '_>, from: usize, end: usize) -> usize {
    let capitals = text
        .scan
        .tokens
        .get(from)
        .is_some_and(|token| token.all_capitals(text.scan.text));
    let dash = (from + 1..end.min(from + 14)).find(|&at| matches!(text.lower(at), "–" | "—" | "-"));
    dash.filter(|&dash| capitals && text.is_spaced(dash))
        .map_or(from, |dash| {
            (dash..dash + 2).rev().find(|&at| !text.is_word(at)).unwrap_or(dash) + 1
        })
}

/// "announced a grant for the kin of the 12 dead": a deed is announced, not the count.
pub(super) fn announces_deed(text: &Text<'_, '_>, verb: usize, end: usize) -> bool {
    if !matches!(
        text.lower(verb),
        "announced" | "announces" | "announce" | "announcing" | "declared" | "declares" | "confirmed" | "confirms"
    ) {
        return false;
    }
    let finite = Tag::BE.or(Tag::HAVE).or(Tag::MODAL).or(Tag::PAST).or(Tag::REL);
    let start = verb + 1;
    if text.is(start, Tag::PREP.or(Tag::TIME).or(Tag::PRON).or(Tag::ADVERB)) || !text.is_word(start) {
        return false;
    }
    let stop = (start..end.min(start + 9)).find(|&at| {
        !text.is_word(at)
            || text.is(at, finite)
            || text.quantity(at).is_some_and(|_| !text.is(at, Tag::DET))
            || text.outcome(at).is_some()
            || at > start
                && matches!(
                    text.lower(at),
                    "for" | "to" | "after" | "following" | "over" | "into" | "against"
                )
    });
    stop.is_some_and(|at| {
        at > start
            && matches!(
                text.lower(at),
                "for" | "to" | "after" | "following" | "over" | "into" | "against"
            )
    })
}
