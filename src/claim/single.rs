//! Counts of one that no number states: "an 11-year-old girl died", "Jonas Brenk was arrested".

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form as VerbForm, Frame, Outcome};
use super::people::People;
use super::text::Text;
use super::voice::Voice;
use super::{Form, Kind, VictimClass};
use crate::entity::Mention;

/// One person, or several by name, tied to a harm.
#[derive(Clone, Debug)]
pub(super) struct Single {
    /// The words for the person.
    pub(super) tokens: Range<usize>,
    /// By role or by name.
    pub(super) form: Form,
    /// How many are named.
    pub(super) count: u64,
    /// The harm.
    pub(super) kind: Kind,
    /// The tokens that name the harm.
    pub(super) outcome: Range<usize>,
    /// The id of the outcome's row.
    pub(super) row: &'static str,
    /// The rule that tied them.
    pub(super) rule: &'static str,
    /// Who was harmed.
    pub(super) class: VictimClass,
    /// True where the words make it a part of another count.
    pub(super) part: bool,
    /// 0 to 1.
    pub(super) confidence: f32,
}

/// The most tokens of a description: "the former head of the country's internal security agency".
const LONGEST: usize = 14;

/// All single counts of the text.
pub(super) fn find(linker: &Linker<'_, '_>, links: &[Link], names: &[Mention]) -> Vec<Single> {
    let people = People::of(linker.text, names);
    let mut out = super::single_link::find(linker.text, &people);
    if std::env::var("OLD").is_ok() {
    for mut one in old(linker, links, &people) {
        let known = out.iter().any(|other| other.kind == one.kind && other.tokens.start < one.tokens.end && one.tokens.start < other.tokens.end);
        if !known {
            one.rule = "single/old";
            out.push(one);
        }
    }
    }
    out
}

fn old(linker: &Linker<'_, '_>, links: &[Link], people: &People) -> Vec<Single> {
    let text = linker.text;
    let mut out: Vec<Single> = Vec::new();
    for outcome in &text.outcomes {
        let Some((noun, rule)) = harmed(linker, outcome, people) else {
            continue;
        };
        if noun
            .clone()
            .any(|at| text.quantity(at).is_some_and(|index| !is_age(text, index)))
            || noun.is_empty()
        {
            continue;
        }
        let Some((form, class)) = judged(text, &noun, people) else {
            continue;
        };
        if out
            .iter()
            .rev()
            .take(8)
            .any(|other| other.kind == outcome.kind && other.tokens == noun)
        {
            continue;
        }
        out.push(Single {
            form,
            count: 1,
            class,
            kind: outcome.kind,
            outcome: outcome.tokens.clone(),
            row: outcome.id(),
            rule,
            part: false,
            confidence: if form == Form::Named { 0.75 } else { 0.7 },
            tokens: noun,
        });
    }
    out.extend(links.iter().filter_map(|link| joined(linker, link, people)));
    super::joined::more(linker, links, people, &mut out);
    out
}

/// "killed four farmers and a six-year-old boy": one more behind a count.
fn joined(linker: &Linker<'_, '_>, link: &Link, people: &People) -> Option<Single> {
    let text = linker.text;
    let phrase = linker.phrases.get(link.phrase)?;
    let at = phrase.end + 1;
    let opens = text.lower(phrase.end) == "and" && (matches!(text.lower(at), "a" | "an") || text.is(at, Tag::POSS));
    let noun = after(text, opens.then_some(at)?, text.sentence(at).end)?;
    let own_verb = text.is(noun.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST)) || text.outcome_from(noun.end).is_some();
    let behind = link.outcome.start < phrase.tokens.start || link.part || !own_verb;
    let (form, class) = judged(text, &noun, people).filter(|_| behind && !own_verb)?;
    Some(Single {
        tokens: noun,
        form,
        count: 1,
        kind: link.kind,
        outcome: link.outcome.clone(),
        row: link.row,
        rule: "single/joined",
        class,
        part: link.part,
        confidence: 0.65,
    })
}

/// "11" in "an 11-year-old girl".
fn is_age(text: &Text<'_, '_>, quantity: usize) -> bool {
    text.quantities
        .get(quantity)
        .is_some_and(|quantity| text.lower(quantity.tokens.end) == "-" && text.lower(quantity.tokens.end + 1) == "year")
}

/// The noun phrase of the harmed, by the frame of the outcome.
fn harmed(linker: &Linker<'_, '_>, outcome: &Outcome, people: &People) -> Option<(Range<usize>, &'static str)> {
    let text = linker.text;
    let sentence = text.sentence(outcome.tokens.start);
    match outcome.frame {
        Frame::Hits if linker.voice(outcome) == Voice::Passive => {
            let verb = auxiliary(text, outcome)?;
            Some((before(text, verb, sentence.start, people)?, "single/passive"))
        }
        Frame::Hits
            if outcome.form == VerbForm::Past
                || outcome.form == VerbForm::Ing && text.lower(outcome.tokens.start.saturating_sub(1)) == ","
                || text.lower(outcome.tokens.start).ends_with('s') =>
        {
            Some((
                people.apposed(text, after(text, outcome.tokens.end, sentence.end)?),
                "single/object",
            ))
        }
        Frame::Suffers if outcome.form == VerbForm::Past => {
            let verb = super::voice::before(text, outcome.tokens.start, Tag::HAVE).unwrap_or(outcome.tokens.start);
            Some((before(text, verb, sentence.start, people)?, "single/subject"))
        }
        Frame::State if outcome.tokens.len() > 1 || text.lower(outcome.tokens.start) == "dead" => {
            let verb = super::voice::before(text, outcome.tokens.start, Tag::BE)?;
            Some((before(text, verb, sentence.start, people)?, "single/predicate"))
        }
        Frame::Noun if text.lower(outcome.tokens.end) == "of" && !plural(text.lower(outcome.tokens.start)) => Some((
            people.apposed(text, after(text, outcome.tokens.end + 1, sentence.end)?),
            "single/noun-of",
        )),
        _ => None,
    }
}

fn plural(word: &str) -> bool {
    word.ends_with('s')
}

/// The first auxiliary of a passive; a participle without one only in headlines.
fn auxiliary(text: &Text<'_, '_>, outcome: &Outcome) -> Option<usize> {
    let be = super::voice::before(text, outcome.tokens.start, Tag::BE);
    let Some(mut at) = be else {
        let sentence = text.sentence(outcome.tokens.start);
        let headline = text.scan.sentence_of(outcome.tokens.start)?.paragraph_before
            && !(sentence.start..outcome.tokens.start).any(|at| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PAST)));
        return headline.then_some(outcome.tokens.start);
    };
    let start = text.sentence(at).start;
    while at > start && text.is(at - 1, Tag::HAVE.or(Tag::ADVERB).or(Tag::BE)) {
        at -= 1;
    }
    let unreal = (at.saturating_sub(2).max(start)..outcome.tokens.start).any(|at| {
        text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "to" || matches!(text.lower(at), "being" | "be")
    });
    (!unreal).then_some(at)
}

/// The noun phrase that ends before `end`: over an apposition or a relative pronoun.
pub(super) fn before(text: &Text<'_, '_>, end: usize, start: usize, people: &People) -> Option<Range<usize>> {
    let mut end = end;
    if end > start && text.is(end - 1, Tag::REL) {
        end -= 1;
    }
    if end > start && text.lower(end - 1) == "," {
        let open = (end.saturating_sub(16).max(start)..end - 1)
            .rev()
            .find(|&at| text.lower(at) == ",");
        let direct = text.is(end, Tag::REL);
        // "Jonas Brenk, once the head of the guard, was killed"
        let far = (end.saturating_sub(30).max(start)..end - 1)
            .rev()
            .filter(|&at| text.lower(at) == ",")
            .find_map(|at| people.ending(at));
        if let Some(name) = far.filter(|_| open.is_none()) {
            return Some(name);
        }
        if let Some(name) = people.ending(end - 1) {
            return Some(name);
        }
        end = if direct { end - 1 } else { open? };
    }
    if let Some(name) = people.ending(end) {
        return Some(name);
    }
    if end > start && matches!(text.lower(end - 1), "he" | "she") {
        return people.named_before(text, end - 1).then(|| end - 1..end);
    }
    let mut begin = end;
    while begin > start && end - begin < LONGEST && in_noun(text, begin - 1) {
        begin -= 1;
    }
    // "after the death of X": what stands before the noun phrase's own first word
    while begin < end && (text.is(begin, Tag::PREP.or(Tag::CONJ).or(Tag::ADVERB).or(Tag::TIME)) || !text.is_word(begin))
    {
        begin += 1;
    }
    let begin = (begin..end)
        .rev()
        .find(|&at| opens(text, at) && !text.is(at.saturating_sub(1), Tag::PREP))
        .unwrap_or(begin);
    (begin < end).then_some(begin..end)
}

fn opens(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::DET.or(Tag::POSS))
}

fn in_noun(text: &Text<'_, '_>, at: usize) -> bool {
    if !text.is_word(at) {
        return matches!(text.lower(at), "-" | "'" | "’");
    }
    let stop = Tag::BE
        .or(Tag::HAVE)
        .or(Tag::MODAL)
        .or(Tag::REL)
        .or(Tag::PRON)
        .or(Tag::CONJ)
        .or(Tag::SAY)
        .or(Tag::TIME);
    let of = text.lower(at) == "of";
    // "an 11-year-old girl"
    if matches!(text.lower(at), "year" | "month" | "week") && text.lower(at.saturating_sub(1)) == "-" {
        return true;
    }
    let described = text.is(at, Tag::PAST)
        && (at + 1..at + 4)
            .take_while(|&at| text.is_word(at))
            .any(|at| text.is(at, Tag::PERSON))
        && text.is(at.saturating_sub(1), Tag::DET.or(Tag::POSS));
    if described {
        return true;
    }
    let subordinate = text.is(at, Tag::SUBORD.or(Tag::PREP)) && !of;
    let verb = text.is(at, Tag::PAST) && !text.is_name(at);
    let plain = !(text.is(at, stop) || subordinate || verb);
    text.is(at, Tag::PERSON) || plain && text.outcome(at).is_none()
}

/// The noun phrase that begins at `from`.
pub(super) fn after(text: &Text<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut at = from;
    let next_noun = |at: usize| at > from && text.is(at, Tag::DET.or(Tag::POSS)) && !text.is(at - 1, Tag::PREP);
    while at < end && at - from < LONGEST && in_noun(text, at) && !next_noun(at) {
        at += 1;
    }
    while at > from && (text.is(at - 1, Tag::PREP.or(Tag::DET).or(Tag::ADVERB)) || !text.is_word(at - 1)) {
        at -= 1;
    }
    // "former spy chief uncovers": nothing behind the last person noun but what belongs to it
    let person = (from..at).rev().find(|&at| text.is(at, Tag::PERSON));
    let of = (from..at).find(|&at| text.lower(at) == "of");
    if let Some(person) = person
        && of.is_none_or(|of| of < person)
        && !text.is_name(at - 1)
    {
        at = person + 1;
    }
    (at > from).then_some(from..at)
}

/// Whether the noun phrase is one person by role or by name; `None` where it is neither for sure.
pub(super) fn judged(text: &Text<'_, '_>, noun: &Range<usize>, people: &People) -> Option<(Form, VictimClass)> {
    if matches!(text.lower(noun.start), "he" | "she") {
        return Some((Form::Named, VictimClass::Unspecified));
    }
    let of = noun
        .clone()
        .find(|&at| at > noun.start && matches!(text.lower(at), "of" | "for"))
        .unwrap_or(noun.end);
    let head = of.checked_sub(1)?;
    let first = noun.start;
    let role = (first..of).rev().find(|&at| text.is(at, Tag::PERSON));
    let class = role.map_or(VictimClass::Unspecified, |at| text.words.class(at));
    let named = of == noun.end
        && text.is_name(head)
        && !text.is(head, Tag::THING.or(Tag::PERSON))
        && text.lower(head).len() > 2;
    let singular = text.is(head, Tag::SINGULAR);
    let article = text.is(first, Tag::POSS)
        || text.lower(first).ends_with("'s")
        || matches!(text.lower(first), "a" | "an" | "the");
    let plural_word = text.is(first, Tag::DET) && !article;
    if plural_word || (first..of).any(|at| text.is(at, Tag::NOT) || text.outcome(at).is_some()) {
        return None;
    }
    if people.ending(noun.end).is_some() && of == noun.end {
        return Some((Form::Named, class));
    }
    if named {
        let names = (first..=head)
            .rev()
            .take_while(|&at| text.is_name(at) || text.lower(at) == "-")
            .count();
        let known = names > 1 && !article && first + names >= head || role.is_some();
        return known.then_some((Form::Named, class));
    }
    let generic = matches!(
        text.lower(head),
        "person"
            | "victim"
            | "suspect"
            | "police"
            | "staff"
            | "other"
            | "casualty"
            | "officer"
            | "official"
            | "force"
            | "general"
            | "private"
            | "subject"
            | "chief"
    ) && text.lower(first) == "the"
        && of == noun.end;
    let role_of = of < noun.end
        || noun.len() > 2 && text.lower(first) == "the"
        || matches!(text.lower(first), "a" | "an")
        || text.is(first, Tag::POSS)
        || text.lower(first).ends_with("'s")
        || first == text.sentence(first).start;
    (singular && article && !generic && role_of
        || singular && text.lower(first) == "former"
        || singular && first == text.sentence(first).start && noun.len() > 1)
        .then_some((Form::Implicit, class))
}
