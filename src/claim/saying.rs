//! Where somebody says something: the saying verb, who says it, and how far it reaches.

use std::ops::Range;

use super::lexicon::Tag;
use super::speak_noun::right_named;
use super::speak_participle::participle;
use super::speak_verb::{self, addressed, content_follows, is_noun, order, passed_on};
use super::speak_words::{self as words, Role};
use super::subject::left;
use super::text::Text;
use super::{speak_label, speak_learned, speak_note, speak_other, speak_parts, speak_quoted};

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
    for sentence in text.scan.sentences.iter().map(|sentence| sentence.tokens.clone()) {
        let from = out.len();
        for tokens in speak_parts::parts(text, sentence.clone()) {
            of_part(text, &tokens, &mut out);
        }
        speak_parts::listed(text, sentence.end, out.get_mut(from..).unwrap_or_default());
    }
    out
}

/// Adds the sayings of a sentence, or of what is one of its own within it.
fn of_part(text: &Text<'_, '_>, tokens: &Range<usize>, out: &mut Vec<Saying>) {
    let from = out.len();
    out.extend(speak_label::label(text, tokens).or_else(|| speak_other::figures(text, tokens)));
    let labels = speak_label::labels(text, tokens);
    if let (Some(first), Some(next)) = (out.get_mut(from), labels.first()) {
        first.reach.end = first.reach.end.min(next.speaker.start);
    }
    out.extend(labels);
    out.extend(speak_label::label_behind(text, tokens));
    for at in tokens.clone() {
        let word = text.lower(at);
        let says = text.is(at, Tag::SAY) || words::is(word, Role::STRONG.or(Role::WITH_THAT));
        if says || word == "according" {
            let found = saying(text, at, tokens, out.get(from..).unwrap_or_default());
            out.extend(found.or_else(|| speak_other::gives(text, at, tokens)));
        } else {
            out.extend(speak_other::gives(text, at, tokens).or_else(|| speak_other::inserted(text, at, tokens)));
        }
        out.extend(speak_other::count_of(text, at, tokens).or_else(|| speak_other::per(text, at, tokens)));
        let here = out.get(from..).unwrap_or_default();
        let found = speak_learned::learned(text, at, tokens)
            .or_else(|| speak_learned::word_from(text, at, tokens))
            .or_else(|| speak_learned::stated(text, at, tokens))
            .or_else(|| speak_learned::claim_that(text, at, tokens, here));
        out.extend(found);
        if out.get(from..).is_none_or(|here| here.iter().all(|one| one.verb != at)) {
            out.extend(speak_other::made_by(text, at, tokens));
        }
    }
    out.extend(speak_note::note(text, tokens));
    if let Some(told) = speak_note::told_by(text, tokens) {
        out.truncate(from);
        out.push(told);
    }
    let mut here = out.split_off(from);
    here.sort_by_key(|saying| saying.verb);
    speak_quoted::link(text, tokens, &mut here);
    out.append(&mut here);
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
    // "according to what residents told EPN"
    let what = usize::from(text.lower(at + 1 + to) == "what");
    let speaker = right_named(text, at + 1 + to + what, sentence.end)?;
    let speaker = speak_parts::cited_by(text, &speaker, sentence.end).unwrap_or(speaker);
    // a new clause before it ends the reach backwards: "X said 12 died, but according to Y 30 did"
    let joins = |at: usize| {
        matches!(
            text.lower(at),
            ";" | "but" | "while" | "and" | "whereas" | "although" | "which"
        )
    };
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
    // "in the Tell district"
    let named = text.is_name(at) && prior.is_some_and(|prior| text.is(prior, Tag::DET) && !text.is_name(prior));
    if named
        || prior.is_some_and(|prior| is_noun(text, prior, at) || text.is(prior, Tag::MODAL.or(Tag::NOT)))
        || text.outcome(at).is_some()
        || prior.is_some_and(|prior| {
            text.lower(prior) == "to" || speak_parts::is_let(text, prior) || speak_parts::vouched(text, at)
        })
    {
        return None;
    }
    // "brothers Said and Omar Orne", "the death of Karim Said"
    if word == "said" && text.is_name(at) && !opens && speak_parts::is_name_said(text, at) {
        return None;
    }
    if word.ends_with("ing") {
        return participle(text, at, sentence, before);
    }
    // "neighbours who were there say": no participle
    let finite = word == "say" || word.ends_with('s') || speak_parts::joined_on(text, at);
    if !finite && (super::voice::before(text, at, Tag::BE).is_some() || speak_parts::is_we_are(text, prior)) {
        let told = matches!(word, "told") && !opens;
        return told.then(|| hearing(text, at, sentence)).flatten();
    }
    if matches!(word, "heard" | "hears") {
        return hearing(text, at, sentence);
    }
    let again = said_again(text, at, before);
    let speaker = if opens || again.is_none() && turns(text, at, sentence) {
        None
    } else {
        again.or_else(|| left(text, at, sentence.start))
    };
    let inverted = speaker.is_none();
    let (speaker, passed) = match speaker {
        Some(speaker) => (speaker, None),
        None => inverted_right(text, at, sentence).map(|turned| (turned.speaker, turned.relay))?,
    };
    if !inverted && let Some(held) = in_contact(text, at, &speaker, sentence) {
        return Some(held);
    }
    if !fits(text, at, &speaker) {
        return None;
    }
    let told = matches!(word, "told" | "tells" | "tell" | "informed") && !inverted;
    let after = match (inverted, told) {
        (true, _) => speaker.end,
        (_, true) => addressed(text, at + 1, sentence.end),
        _ => at + 1,
    };
    let relay = told.then(|| passed_on(text, at + 1, sentence.end)).flatten().or(passed);
    let order = order(text, after, &speaker, inverted, sentence);
    if !inverted && order == Order::Leading && speak_verb::announces_deed(text, at, sentence.end) {
        return None;
    }
    let line = speak_other::line(text, at, sentence);
    let end = match order {
        Order::Leading => speak_parts::others_fear(text, at, aside_ends(text, &speaker, at, line.end)),
        Order::Trailing => speak_parts::tells_more(text, speaker.end.max(after), line.end),
    };
    let start = match order {
        Order::Leading => speak_parts::antecedent(text, &speaker, at, sentence.start).unwrap_or(at + 1),
        Order::Trailing => line.start,
    };
    Some(Saying {
        speaker,
        relay,
        reach: start..end.max(start),
        order,
        rule: if order == Order::Leading {
            "speaker/says"
        } else {
            "speaker/said-after"
        },
        verb: at,
    })
}

/// "The 10 people residents said were hurt": what is said of the counted right before who speaks.
fn in_contact(text: &Text<'_, '_>, at: usize, speaker: &Range<usize>, sentence: &Range<usize>) -> Option<Saying> {
    let (number, speaker) = speak_parts::contact(text, speaker, at)?;
    Some(Saying {
        speaker,
        relay: None,
        reach: number..sentence.end.min(at + 4),
        order: Order::Leading,
        rule: speak_parts::CONTACT,
        verb: at,
    })
}

/// "the toll, which police put at 12, rose to 20": what is said ends with the clause.
fn aside_ends(text: &Text<'_, '_>, speaker: &Range<usize>, verb: usize, end: usize) -> usize {
    let link = speaker.start.saturating_sub(3)..speaker.start;
    let opened = link.into_iter().any(|at| {
        text.lower(at) == "," && text.is(at + 1, Tag::REL) && text.lower(at + 1) != "that" && at + 1 < speaker.start
    });
    let comma = (verb + 1..end).find(|&at| text.lower(at) == ",").filter(|_| opened);
    comma
        .filter(|&comma| text.is(comma + 1, Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::MODAL)))
        .unwrap_or(end)
}

/// "Police said 12 died but later said": the second verb has the subject of the first.
fn said_again(text: &Text<'_, '_>, at: usize, before: &[Saying]) -> Option<Range<usize>> {
    let joint = (at.saturating_sub(3)..at)
        .rev()
        .find(|&at| !text.is(at, Tag::ADVERB.or(Tag::TIME).or(Tag::HAVE)) || text.is(at, Tag::CONJ))?;
    let first = before
        .last()
        .filter(|one| one.verb < joint && one.rule == "speaker/says")?;
    text.is(joint, Tag::CONJ).then(|| first.speaker.clone())
}

/// ", said Sgt. Orne.", ", warned on Friday an official of the league": the subject stands behind, up to a sign.
fn turns(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    if at <= sentence.start + 1 {
        return false;
    }
    let before = text.lower(at - 1);
    let quoted = matches!(before, "\"" | "”" | "“" | "»" | "«");
    let dash = before == "-" && !text.is_word(at.saturating_sub(2));
    if before != "," && !quoted && !dash && before != "also" {
        return false;
    }
    let Some(turned) = inverted_right(text, at, sentence) else {
        return false;
    };
    let subject = turned.speaker;
    let reads = text.lower(at) == "reads" && words::any(text, subject.clone(), Role::DOCUMENT);
    let usual = reads || matches!(text.lower(at), "said" | "says" | "reports" | "reported" | "added");
    let told = (at.saturating_sub(60).max(sentence.start)..at)
        .any(|at| text.outcome(at).is_some() || text.quantity(at).is_some());
    if !usual && !(turned.far && (told || quoted)) {
        return false;
    }
    let closed =
        subject.end >= sentence.end || matches!(text.lower(subject.end), "." | "," | ";" | "\"" | "”" | "(" | "who");
    // "Orne, who leads it, said a group, including two nurses, was missing"
    let listed = text.lower(subject.end) == "," && matches!(text.lower(subject.end + 1), "including" | "among");
    closed && !listed && words::can_speak(text, &subject) && text.quantity(subject.start).is_none()
}

/// True where that subject and that verb make a saying: a blast adds to a toll, but says nothing.
fn fits(text: &Text<'_, '_>, at: usize, speaker: &Range<usize>) -> bool {
    let word = text.lower(at);
    let next = text.lower(at + 1);
    let counted = speaker
        .clone()
        .any(|at| text.quantity(at).is_some() && !text.is(at, Tag::DET));
    // "the city reported 17 arrests"
    let place = speaker.clone().any(|at| {
        matches!(
            text.lower(at),
            "city" | "town" | "county" | "province" | "district" | "municipality" | "country" | "region"
        )
    });
    let can = words::can_speak(text, speaker)
        || place
        || one_more(text, speaker)
        || lone_name(text, speaker, at)
        || !text.words.capitals_tell && !text.is(speaker.end - 1, Tag::THING);
    let opens = |at: usize| matches!(text.lower(at), "according" | "citing" | "quoting");
    // "Using social media, neighbours said": an act, not who acts
    let acts = text.is(speaker.start, Tag::ING)
        && !text.is(speaker.start, Tag::PERSON)
        && speaker.len() > 1
        && !speak_parts::is_office(text, speaker.start);
    // "are rejecting rebel claims"
    let done = speaker.start > text.sentence(at).start && text.is(speaker.start - 1, Tag::BE);
    let done = done && text.lower(speaker.start).ends_with("ing");
    // "said to hold 12 bodies", "papers posted on a site"
    let passive = word == "said" && next == "to" || word == "posted" && words::is(text.lower(at - 1), Role::DOCUMENT);
    // "“must've turned and said": torn from a quote
    let torn = speaker.len() == 1
        && ["'ve", "n't"]
            .iter()
            .any(|end| text.lower(speaker.start).ends_with(end));
    let torn = torn
        && !text.is(speaker.start, Tag::PRON)
        && !matches!(text.lower(speaker.start).as_bytes(), [b'i' | b'w' | b't', ..]);
    if done || torn || passive || speak_parts::names_nobody(text, speaker) || speaker.clone().any(opens) || acts {
        return false;
    }
    // "three sailors confirmed killed"
    let harmed = matches!(word, "confirmed" | "reported" | "declared" | "claimed") && text.outcome(at + 1).is_some();
    if harmed && !words::any(text, speaker.clone(), Role::SOURCE) && !speaker.clone().any(|at| text.is_name(at)) {
        return false;
    }
    let tells_of = matches!(word, "tells" | "told" | "tell") && next == "of";
    if (words::is(word, Role::WEAK) || tells_of) && (!can || counted && text.outcome(at + 1).is_some()) {
        return false;
    }
    if !words::is(word, Role::WITH_THAT) || text.is(at, Tag::SAY) {
        return !words::is(word, Role::STRONG) || can;
    }
    let paper = speaker.start.saturating_sub(5).max(text.sentence(at).start)..at;
    let shows = words::is(word, Role::SHOWING) && words::any(text, paper, Role::DOCUMENT);
    let content =
        matches!(next, "that" | ":" | "“" | "\"" | "how") || text.lower(at + 2) == "that" && text.is_word(at + 1);
    let behind = !text.is_word(at + 1) || text.is(at + 1, Tag::TIME.or(Tag::PREP));
    // ", authorities mentioned."
    let cut = speaker
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(text.lower(at), "," | "”" | "\"" | "»"));
    let soon = text.is(at + 1, Tag::TIME) || text.is(at + 2, Tag::TIME);
    let closes = cut && (soon || matches!(next, "." | "" | "," | "\"" | "“"));
    // "the report found": no witness's find
    let judges = |at: usize| {
        matches!(
            text.lower(at),
            "judge" | "court" | "coroner" | "inquiry" | "commission" | "tribunal" | "inquest" | "investigators"
        )
    };
    let report = matches!(word, "found" | "finds")
        && (words::any(text, speaker.clone(), Role::DOCUMENT) || speaker.clone().any(judges));
    if closes && report {
        return true;
    }
    if closes
        && can
        && !matches!(
            word,
            "found" | "finds" | "heard" | "charged" | "expected" | "described" | "observed"
        )
    {
        return true;
    }
    let clause = text.quantity(at + 1).is_some()
        || text.is(at + 1, Tag::DET.or(Tag::PRON).or(Tag::POSS))
        || text.is_name(at + 1);
    shows && (content || behind || clause) || can && content
}

/// "Orla claims 12 soldiers were killed": a name alone at the beginning, and a whole clause behind it.
fn lone_name(text: &Text<'_, '_>, speaker: &Range<usize>, verb: usize) -> bool {
    let unknown = speaker.len() == 1 && text.is_name(speaker.start) && text.words.tag(speaker.start) == Tag::NONE;
    let finite = Tag::BE.or(Tag::HAVE);
    let clause = text.lower(verb + 1) == "that"
        || text.lower(verb + 1) == "," && text.lower(verb + 2) == "with"
        || text.quantity(verb + 1).is_some() && (verb + 2..verb + 8).any(|at| text.is(at, finite));
    unknown && clause && text.outcome(speaker.start).is_none()
}

/// "Another put the toll at 23", "A third said": one more of those who spoke before.
fn one_more(text: &Text<'_, '_>, speaker: &Range<usize>) -> bool {
    let last = text.lower(speaker.end - 1);
    match speaker.len() {
        1 => matches!(last, "another" | "others" | "some" | "many" | "one"),
        2 => {
            text.is(speaker.start, Tag::DET)
                && matches!(last, "second" | "third" | "fourth" | "fifth" | "other" | "others")
        }
        _ => false,
    }
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

/// ", said Jonas Brenk", ", declared to EPN on Friday Jonas Brenk": the subject and who was told.
fn inverted_right(text: &Text<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Turned> {
    let opens = at
        .checked_sub(1)
        .filter(|&prior| prior >= sentence.start)
        .is_none_or(|prior| {
            matches!(
                text.lower(prior),
                "," | "\"" | "”" | "“" | "'" | "—" | "–" | "-" | ")" | "»" | "«" | "also"
            )
        });
    // ", alleged rebel shelling hurt 12": what is alleged
    let sort = text.lower(at) == "alleged" && matches!(text.lower(at.saturating_sub(1)), "," | "-" | "–");
    let finite = !text.lower(at).ends_with("ing") && !sort;
    if !(opens && finite) || text.lower(at + 1) == "that" {
        return None;
    }
    let (from, relay) = speak_verb::past_circumstances(text, at, sentence.end);
    Some(Turned {
        speaker: right_named(text, from, sentence.end)?,
        relay,
        far: from > at + 1,
    })
}

/// The subject that stands behind its verb.
struct Turned {
    speaker: Range<usize>,
    /// Who was told.
    relay: Option<Range<usize>>,
    /// True where words stand between the verb and the subject.
    far: bool,
}
