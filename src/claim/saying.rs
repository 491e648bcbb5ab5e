//! Where somebody says something: the saying verb, who says it, and how far it reaches.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_words::{self as words, Role};
use super::subject::{left, right, trimmed};
use super::text::Text;
use super::{speak_other, speak_quoted};

/// How a saying stands to what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// "Police said 12 died": reaches from the verb to the end of the sentence.
    Leading,
    /// "12 died, police said": reaches back to the sentence's beginning and on to its end.
    Trailing,
}

/// Somebody says something.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    /// Who says it, as tokens.
    pub(super) speaker: Range<usize>,
    /// Who passed it on, if the words name both.
    pub(super) relay: Option<Range<usize>>,
    /// The tokens in which it holds.
    pub(super) reach: Range<usize>,
    /// Before or after what is said.
    pub(super) order: Order,
    /// The stable id of the rule.
    pub(super) rule: &'static str,
    /// The verb, or the word that stands for it.
    pub(super) verb: usize,
}

/// All sayings of the text, in the order of their verbs.
pub(super) fn find(text: &Text<'_, '_>) -> Vec<Saying> {
    let mut out = Vec::new();
    for sentence in &text.scan.sentences {
        let tokens = sentence.tokens.clone();
        let from = out.len();
        out.extend(speak_other::label(text, &tokens).or_else(|| speak_other::figures(text, &tokens)));
        out.extend(speak_other::label_behind(text, &tokens));
        for at in tokens.clone() {
            let word = text.lower(at);
            let says = text.is(at, Tag::SAY) || words::is(word, Role::STRONG) || words::is(word, Role::WITH_THAT);
            if says || word == "according" {
                out.extend(saying(text, at, &tokens, out.get(from..).unwrap_or_default()));
            } else {
                out.extend(speak_other::gives(text, at, &tokens).or_else(|| speak_other::inserted(text, at, &tokens)));
            }
            out.extend(speak_other::count_of(text, at, &tokens));
            if out.get(from..).is_none_or(|here| here.iter().all(|one| one.verb != at)) {
                out.extend(speak_other::made_by(text, at, &tokens));
            }
        }
        let mut here = out.split_off(from);
        here.sort_by_key(|saying| saying.verb);
        speak_quoted::link(text, &tokens, &mut here);
        out.append(&mut here);
    }
    out
}

fn saying(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, before: &[Saying]) -> Option<Saying> {
    match text.lower(at) {
        "according" => according(text, at, sentence),
        _ => verb(text, at, sentence, before),
    }
}

/// "according to the interior ministry"
fn according(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let to = usize::from(text.lower(at + 1) == "to");
    if to == 0 && !text.is(at + 1, Tag::DET) && !text.is_name(at + 1) {
        return None;
    }
    let speaker = right(text, at + 1 + to, sentence.end)?;
    // a new clause before it ends the reach backwards: "X said 12 died, but according to Y 30 did"
    let joins = |at: usize| matches!(text.lower(at), ";" | "but" | "while" | "and" | "whereas" | "although");
    let clause = (sentence.start..at)
        .next_back()
        .filter(|&before| at > sentence.start && joins(before));
    Some(Saying {
        speaker,
        relay: None,
        reach: clause.unwrap_or(sentence.start)..sentence.end,
        order: if at <= sentence.start + 1 || clause.is_some() {
            Order::Leading
        } else {
            Order::Trailing
        },
        rule: "speaker/according-to",
        verb: at,
    })
}

fn verb(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, before: &[Saying]) -> Option<Saying> {
    let opens = at == sentence.start;
    let prior = at.checked_sub(1).filter(|_| !opens);
    if opens && !matches!(text.lower(at), "said" | "says") {
        return None;
    }
    let word = text.lower(at);
    if prior.is_some_and(|prior| is_noun(text, prior, at) || text.is(prior, Tag::MODAL.or(Tag::NOT)))
        || text.outcome(at).is_some()
        || prior.is_some_and(|prior| text.lower(prior) == "to")
    {
        return None;
    }
    if word.ends_with("ing") {
        return participle(text, at, sentence, before);
    }
    if super::voice::before(text, at, Tag::BE).is_some() {
        let told = matches!(word, "told") && !opens;
        return told.then(|| hearing(text, at, sentence)).flatten();
    }
    if matches!(word, "heard" | "hears") {
        return hearing(text, at, sentence);
    }
    let speaker = if opens { None } else { left(text, at, sentence.start) };
    let inverted = speaker.is_none();
    let speaker = match speaker {
        Some(speaker) => speaker,
        None => inverted_right(text, at, sentence)?,
    };
    if !fits(text, at, &speaker) {
        return None;
    }
    let told = matches!(word, "told" | "tells" | "tell" | "informed") && !inverted;
    let after = match (inverted, told) {
        (true, _) => speaker.end,
        (_, true) => addressed(text, at + 1, sentence.end),
        _ => at + 1,
    };
    let relay = told.then(|| passed_on(text, at + 1, sentence.end)).flatten();
    let order = order(text, after, &speaker, inverted, sentence);
    let line = speak_other::line(text, at, sentence);
    let start = match order {
        Order::Leading => at + 1,
        Order::Trailing => line.start,
    };
    Some(Saying {
        speaker,
        relay,
        reach: start..line.end.max(start),
        order,
        rule: if order == Order::Leading {
            "speaker/says"
        } else {
            "speaker/said-after"
        },
        verb: at,
    })
}

/// True where that subject and that verb make a saying: a blast adds to a toll, but says nothing.
fn fits(text: &Text<'_, '_>, at: usize, speaker: &Range<usize>) -> bool {
    let word = text.lower(at);
    let next = text.lower(at + 1);
    let counted = speaker
        .clone()
        .any(|at| text.quantity(at).is_some() && !text.is(at, Tag::DET));
    let can = words::can_speak(text, speaker) || !text.words.capitals_tell && !text.is(speaker.end - 1, Tag::THING);
    let tells_of = matches!(word, "tells" | "told" | "tell") && next == "of";
    if (words::is(word, Role::WEAK) || tells_of) && (!can || counted && text.outcome(at + 1).is_some()) {
        return false;
    }
    if !words::is(word, Role::WITH_THAT) || text.is(at, Tag::SAY) {
        return !words::is(word, Role::STRONG) || can;
    }
    let paper = speaker.start.saturating_sub(5).max(text.sentence(at).start)..at;
    let shows = words::is(word, Role::SHOWING) && words::any(text, paper, Role::DOCUMENT);
    let content = matches!(next, "that" | ":" | "“" | "\"" | "how") || text.lower(at + 2) == "that" && text.is_word(at + 1);
    let behind = !text.is_word(at + 1) || text.is(at + 1, Tag::TIME.or(Tag::PREP));
    shows && (content || behind || text.quantity(at + 1).is_some() || text.is(at + 1, Tag::DET)) || can && content
}

/// Before or after what is said.
fn order(text: &Text<'_, '_>, after: usize, speaker: &Range<usize>, inverted: bool, sentence: &Range<usize>) -> Order {
    if inverted {
        return match sentence.start + 1 == speaker.start {
            // "Said the mayor: ..."
            true => Order::Leading,
            false => Order::Trailing,
        };
    }
    let prior = speaker.start.checked_sub(1).filter(|&prior| prior >= sentence.start);
    let cut = prior.filter(|&prior| matches!(text.lower(prior), "," | "”" | "\"" | "–" | "—"));
    let content = content_follows(text, after, sentence.end);
    if content && cut.is_some_and(|cut| clause_before(text, sentence.start, cut)) {
        // behind a whole clause only words that open another one lead on
        let stop = (after..sentence.end.min(after + 14)).find(|&at| !text.is_word(at) && text.lower(at) != "-");
        let stop = stop.unwrap_or(sentence.end.min(after + 14));
        let quoted = cut.is_some_and(|cut| text.lower(cut) != ",");
        let leads = text.lower(stop) == ":"
            || !quoted && (after..stop).any(|at| {
                text.lower(at) == "that" && !text.is(at + 1, Tag::TIME)
                    || text.outcome(at).is_some()
                    || text.quantity(at).is_some() && !text.is(at + 1, Tag::TIME)
                    || text.is(at, Tag::BE)
            });
        return if leads { Order::Leading } else { Order::Trailing };
    }
    if content { Order::Leading } else { Order::Trailing }
}

/// True where a clause stands before the comma, not only "On Friday" or "After the blast".
fn clause_before(text: &Text<'_, '_>, start: usize, cut: usize) -> bool {
    let quoted = matches!(text.lower(cut), "”" | "\"");
    let verb = Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::MODAL);
    let mut whole = false;
    let mut subordinate = text.is(start, Tag::SUBORD) || text.lower(start) == "asked";
    for at in start + 1..cut {
        if text.lower(at) == "," {
            subordinate = text.is(at + 1, Tag::SUBORD.or(Tag::REL));
        }
        whole |= !subordinate && (text.is(at, verb) && !text.is_name(at) || text.outcome(at).is_some());
    }
    quoted || whole
}

/// "The inquest heard that", "the court was told that": the court stands for those whom it heard.
fn hearing(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Saying> {
    let auxiliary = super::voice::before(text, at, Tag::BE).unwrap_or(at);
    let speaker = left(text, auxiliary, sentence.start)?;
    let court = speaker.clone().any(|at| {
        matches!(
            text.lower(at),
            "court" | "inquest" | "inquiry" | "tribunal" | "jury" | "hearing" | "trial" | "jurors" | "commission"
        )
    });
    let content = text.lower(at + 1) == "that" || content_follows(text, at + 1, sentence.end);
    let behind = !text.is_word(at + 1);
    (court && (content || behind)).then(|| Saying {
        speaker,
        relay: None,
        reach: if content { at + 1 } else { sentence.start }..sentence.end,
        order: if content { Order::Leading } else { Order::Trailing },
        rule: "speaker/hearing",
        verb: at,
    })
}

/// ", saying that": what the sentence's subject says.
fn participle(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>, before: &[Saying]) -> Option<Saying> {
    let prior = at.checked_sub(1).filter(|&prior| prior > sentence.start)?;
    let quoted = text.lower(prior) == "as";
    if quoted {
        return None;
    }
    let joined = text.lower(prior) == "," || text.is(prior, Tag::CONJ);
    let paper = words::is(text.lower(prior), Role::DOCUMENT);
    let said = before.last().filter(|one| one.verb < at);
    let whole = |speaker: Range<usize>, start: usize| Saying {
        speaker,
        relay: None,
        reach: start..sentence.end,
        order: if start > sentence.start { Order::Leading } else { Order::Trailing },
        rule: "speaker/saying",
        verb: at,
    };
    if joined || paper {
        if let Some(said) = said.filter(|said| said.rule != "speaker/according-to") {
            return Some(Saying {
                relay: said.relay.clone(),
                ..whole(said.speaker.clone(), at + 1)
            });
        }
        let start = trimmed(text, sentence.start..at).start;
        let begin = if text.is(sentence.start, Tag::PREP) {
            start
        } else {
            sentence.start
        };
        let subject = right(text, begin, at)?;
        let start = if text.quantity(at + 1).is_some() || text.lower(at + 1) == "that" {
            at + 1
        } else {
            sentence.start
        };
        return words::can_speak(text, &subject).then(|| whole(subject, start));
    }
    // "with some saying 40 died", "and Rami Orne alleging that"
    let with = (at.saturating_sub(8).max(sentence.start)..at)
        .rev()
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.lower(at) == "with");
    let own = match with {
        Some(with) => with + 1..at,
        None => left(text, at, sentence.start)?,
    };
    let opens = own
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(text.lower(at), "with" | "and" | "," | "while"));
    let fits = words::can_speak(text, &own) || matches!(text.lower(own.start), "some" | "others" | "many");
    (opens && fits).then(|| whole(own, at + 1))
}

/// "the reports", "of claims", "state television": not a verb here.
fn is_noun(text: &Text<'_, '_>, prior: usize, at: usize) -> bool {
    let word = text.lower(at);
    let ambiguous = matches!(
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
    );
    let determined = text.lower(prior).ends_with("'s")
        || text.is(prior, Tag::DET.or(Tag::POSS).or(Tag::PREP).or(Tag::BE).or(Tag::CONJ)) && !text.is(prior, Tag::PERSON);
    let next = at + 1;
    let time = Tag::TIME;
    let takes = text.lower(next) == "that"
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
        || text.lower(prior) == "," && (words::is(text.lower(next), Role::SOURCE) || text.is(next, Tag::PERSON))
        || text.is(next, Tag::PREP) && (text.is(next + 1, time) || text.is(next + 2, time));
    // "claimed the lives of", "claimed responsibility"
    if word.starts_with("claim")
        && (at + 1..at + 6).any(|at| {
            matches!(
                text.lower(at),
                "lives" | "life" | "responsibility" | "victims" | "credit"
            )
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
    ambiguous && (determined && !(text.is(prior, Tag::CONJ) && takes) || !takes)
}

/// ", said Jonas Brenk"
fn inverted_right(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let opens = at.checked_sub(1).filter(|&prior| prior >= sentence.start).is_none_or(|prior| {
        matches!(
            text.lower(prior),
            "," | "\"" | "”" | "“" | "'" | "’" | "—" | "–" | ")"
        )
    });
    let finite = !text.lower(at).ends_with("ing");
    if !(opens && finite) || text.lower(at + 1) == "that" {
        return None;
    }
    right(text, at + 1, sentence.end)
}

/// Behind the one who is told: "told state television, among them".
fn addressed(text: &Text<'_, '_>, from: usize, end: usize) -> usize {
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
fn passed_on(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let told = right(text, from, end.min(from + 8))?;
    // "told Reuters troops had killed": the name ends where a plain word follows it
    let named = told.clone().take_while(|&at| text.is_name(at) || text.is(at, Tag::DET)).count();
    let told = if named > 0 && text.is_name(told.start + named - 1) && told.len() > named {
        let noun = words::is(text.lower(told.start + named), Role::OUTLET);
        told.start..told.start + named + usize::from(noun)
    } else {
        told
    };
    let acronym = told.clone().any(|at| {
        words::is_acronym(text, at) && !matches!(text.lower(at), "un" | "u.n." | "eu" | "us" | "nato")
    });
    (acronym || words::any(text, told.clone(), Role::OUTLET)).then_some(told)
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
            return (at + 1..end.min(at + 12)).any(|at| text.lower(at) == "that");
        }
        if !text.is_word(at) {
            return false;
        }
        return at + 2 < end;
    }
    (at..end.min(at + 6)).any(|at| text.lower(at) == "that")
}
