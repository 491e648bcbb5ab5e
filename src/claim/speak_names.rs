//! The name to which each saying comes: pronouns stand for who was named before.

use std::collections::HashMap;
use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_kind::{author, is_several, is_unknown, outlet};
use super::speak_parts;
use super::speak_whole;
use super::speak_words as words;
use super::subject;
use super::subject_opening;
use super::text::Text;
use crate::base::Span;
use crate::entity::{EntityKind, Mention};

/// The words of a speaker, without the ending of "the ministry's".
pub(super) fn span(text: &Text<'_, '_>, tokens: &Range<usize>) -> Span {
    let span = text.scan.span(tokens.clone());
    let words = span.of(text.scan.text);
    let short = ["'s", "’s", "'", "’"]
        .iter()
        .find_map(|ending| words.strip_suffix(ending));
    short.map_or(span, |short| Span::new(span.start(), span.start() + short.len()))
}

/// The pronoun of a speaker, also in "I've", else the word itself.
fn pronoun<'t>(text: &'t Text<'_, '_>, at: usize) -> &'t str {
    let word = text.lower(at);
    let short = word.split_once('\'').map_or(word, |parts| parts.0);
    let pronoun = matches!(short, "i" | "we" | "he" | "she" | "they");
    if pronoun { short } else { word }
}

/// "I said", "We've said": words of somebody who is quoted; "they found 12 dead": what they did, as another tells it.
pub(super) fn is_told_of(text: &Text<'_, '_>, saying: &Saying) -> bool {
    let word = pronoun(text, saying.speaker.start);
    let found = matches!(word, "he" | "she" | "they")
        && matches!(text.lower(saying.verb), "found" | "discovered" | "saw" | "learned");
    saying.speaker.len() == 1 && (matches!(word, "i" | "we") || found)
}

/// The noun that a speaker's words hang on: "group" in "a local watch group in Orla".
fn head(text: &Text<'_, '_>, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .find(|&at| at > tokens.start && text.is(at, Tag::PREP))
        .map_or(tokens.end - 1, |at| at - 1)
}

/// Who was spoken of last.
#[derive(Default)]
struct Last {
    /// Anybody who spoke.
    any: Option<String>,
    /// A person, by name or not.
    person: Option<String>,
    /// A body or several people.
    body: Option<String>,
    /// A body, not several people: what "it" can mean.
    one: Option<String>,
    /// True where that person has a name.
    named: bool,
    /// First and last name by the last.
    names: HashMap<String, String>,
}

impl Last {
    fn keep(&mut self, text: &Text<'_, '_>, tokens: &Range<usize>, named: bool) {
        // "Marr and other sources": of them only Marr can be "he"
        let and = tokens.clone().find(|&at| text.lower(at) == "and").unwrap_or(tokens.end);
        let first = tokens.start..and;
        if and < tokens.end && text.words.capitals_tell && first.len() <= 2 && first.clone().all(|at| text.is_name(at))
        {
            self.person = Some(span(text, &first).of(text.scan.text).to_owned());
            self.named = true;
            self.any = Some(span(text, tokens).of(text.scan.text).to_owned());
            self.body.clone_from(&self.any);
            return;
        }
        let name = Some(span(text, tokens).of(text.scan.text).to_owned());
        // "a local watch group" is no person: the head counts
        let head = head(text, tokens);
        let titled = text.is(head, Tag::SINGULAR);
        // without capitals a lone unknown word is a name
        let lone = !text.words.capitals_tell
            && tokens.len() <= 2
            && tokens
                .clone()
                .all(|at| text.words.tag(at) == Tag::NONE && !words::is(text.lower(at), words::Role::SOURCE));
        let named = named || lone;
        let several = tokens
            .clone()
            .any(|at| text.is(at, Tag::PERSON) && !text.is(at, Tag::SINGULAR));
        // "the doctor" is the one who was named before
        let short = tokens.clone().all(|at| !text.is(at, Tag::PREP));
        let again = self.named && !named && short && matches!(text.lower(tokens.start), "the" | "our" | "his" | "her");
        self.full(text, tokens, named);
        if (named || titled) && !several && !again {
            self.person.clone_from(&name);
            self.named = named;
        } else if !titled && !named {
            self.body.clone_from(&name);
            if !is_several(text, head) {
                self.one.clone_from(&name);
            }
        }
        self.any = name;
    }

    /// Keeps the longer name of the same person: "Rustam Orne" for "Orne".
    fn full(&mut self, text: &Text<'_, '_>, tokens: &Range<usize>, named: bool) {
        let end = tokens.end;
        let from = (tokens.start..end)
            .rev()
            .take_while(|&at| text.is_name(at))
            .last()
            .unwrap_or(end);
        let begin = from.max(end.saturating_sub(2));
        if named && end - begin == 2 {
            let name = span(text, &(begin..end)).of(text.scan.text).to_owned();
            if let Some(last) = name.split_whitespace().next_back() {
                // of two who share a last name it stays the last name alone
                let shared = self.names.get(last).is_some_and(|other| *other != name);
                let full = if shared { last.to_owned() } else { name.clone() };
                self.names.insert(last.to_owned(), full);
            }
        }
    }

    /// Whoever was kept under the short name is meant by the whole one.
    fn rename(&mut self, short: &str, whole: &str) {
        for kept in [&mut self.any, &mut self.person, &mut self.body, &mut self.one] {
            if kept.as_deref() == Some(short) {
                *kept = Some(whole.to_owned());
            }
        }
    }

    fn resolve(&self, pronoun: &str) -> Option<String> {
        match pronoun {
            "he" | "she" | "i" => {
                let known = self.person.as_ref().or(self.any.as_ref())?;
                Some(self.names.get(known).unwrap_or(known).clone())
            }
            "it" => self
                .one
                .clone()
                .or_else(|| self.body.clone())
                .or_else(|| self.any.clone()),
            // "they" are the investigators, not the one man who was named between
            "they" if self.any.is_some() && self.any == self.person && self.named => {
                self.body.clone().or_else(|| self.any.clone())
            }
            _ => self.any.clone(),
        }
    }
}

/// What the mentions tell of a subject.
#[derive(Clone, Copy)]
struct Named {
    person: bool,
    /// A body under its name: "Orla Watch".
    body: bool,
    /// A people: "the Varlanders".
    group: bool,
}

/// The names that the text holds, to be asked what a subject is.
struct Known<'m> {
    all: &'m [Mention],
    people: Vec<&'m Mention>,
    sayings: &'m [Saying],
}

impl Known<'_> {
    fn is_person(&self, text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
        if outlet(text, tokens) {
            return false;
        }
        let words = text.scan.span(tokens.clone());
        let first = self.people.partition_point(|name| name.span.start() < words.start());
        // "the might of Brenk's army" is no person: a name opens or ends the words
        self.people.get(first).is_some_and(|name| {
            let edge = name.span.start() == words.start() || name.span.end() == words.end();
            words.holds(name.span) && edge
        })
    }

    /// True where the words are one name of that kind.
    fn is(&self, text: &Text<'_, '_>, tokens: &Range<usize>, kind: EntityKind) -> bool {
        let words = text.scan.span(tokens.clone());
        let first = self.all.partition_point(|name| name.span.start() < words.start());
        let name = self.all.get(first);
        name.is_some_and(|name| name.span == words && name.kind == kind)
    }
}

/// For each saying the name that it comes to.
pub(super) fn resolve(text: &Text<'_, '_>, sayings: &[Saying], mentions: &[Mention]) -> Vec<Option<String>> {
    let known = Known {
        all: mentions,
        people: mentions.iter().filter(|name| name.kind == EntityKind::Person).collect(),
        sayings,
    };
    let mut out = Vec::with_capacity(sayings.len());
    let mut last = Last::default();
    let mut sentence = 0;
    let mut person_spoke = false;
    for saying in sayings {
        let here = text.scan.sentence_index(saying.verb).unwrap_or(sentence);
        // who a sentence without a saying is about can be meant by the next "he" or "it"
        let from = sentence + usize::from(person_spoke && here > sentence);
        for index in from.max(here.saturating_sub(6))..here {
            told_about(text, &mut last, index, &known);
        }
        sentence = here;
        let word = pronoun(text, saying.speaker.start);
        let short = word.len() < text.lower(saying.speaker.start).len();
        let pronoun = saying.speaker.len() == 1 && (short || text.is(saying.speaker.start, Tag::PRON));
        if speak_parts::of_nobody(text, &saying.speaker) {
            out.push(None);
            continue;
        }
        if pronoun && let Some(name) = same_breath(text, sayings, &out, saying, word) {
            out.push(Some(name));
            continue;
        }
        if pronoun && !words::is_acronym(text, saying.speaker.start) {
            if matches!(word, "he" | "she")
                && let Some(before) = relative(text, saying, &known)
            {
                last.keep(text, &before, true);
            }
            let fronted = text
                .scan
                .sentences
                .get(here)
                .and_then(|sentence| subject_opening::opening(text, &sentence.tokens));
            // "Marr spoke. Brenk would not go, she said": who spoke before speaks on
            let on = person_spoke && last.named && saying.order == Order::Trailing && matches!(word, "he" | "she");
            if let Some(subject) = fronted.filter(|subject| !on && subject.end < saying.speaker.start) {
                by_front(text, &mut last, saying, &subject, &known);
            }
            let name = last.resolve(word);
            last.any.clone_from(&name);
            out.push(name);
            person_spoke = true;
            continue;
        }
        if let Some(author) = author(text, sayings, &out, saying) {
            last.any = Some(author.clone());
            out.push(Some(author));
            continue;
        }
        let outer = held_by(sayings, &out, saying).filter(|_| last.named && last.person == last.any);
        let teller = outer.and_then(|_| last.person.clone());
        last.keep(text, &saying.speaker, known.is_person(text, &saying.speaker));
        if teller.is_some() {
            last.person = teller;
            last.named = true;
        }
        let short = span(text, &saying.speaker).of(text.scan.text);
        let whole = speak_whole::whole(text, saying)
            .map_or(short, |words| span(text, &words).of(text.scan.text))
            .to_owned();
        if whole != short {
            last.rename(short, &whole);
        }
        person_spoke = last.person.is_some() && last.person == last.any;
        out.push(Some(whole));
    }
    out
}

/// "the union said it had confirmed that 12 died": the same that speaks before.
fn same_breath(
    text: &Text<'_, '_>,
    sayings: &[Saying],
    names: &[Option<String>],
    saying: &Saying,
    word: &str,
) -> Option<String> {
    let row = names.len().checked_sub(1)?;
    let (before, name) = (sayings.get(row)?, names.get(row)?);
    let that = usize::from(text.lower(before.verb + 1) == "that");
    let own = word == "it"
        && before.order == Order::Leading
        && before.verb + 1 + that == saying.speaker.start
        && !text.is(head(text, &before.speaker), Tag::SINGULAR);
    own.then(|| name.clone()).flatten()
}

/// "She said the governor had told her": within what another tells; the next "she" is the one who tells.
fn held_by(sayings: &[Saying], names: &[Option<String>], saying: &Saying) -> Option<usize> {
    let row = names.len().checked_sub(1)?;
    let outer = sayings.get(row)?;
    let near = saying.speaker.start < outer.verb + 14;
    let holds = near && outer.order == Order::Leading && outer.reach.contains(&saying.speaker.start);
    (holds && names.get(row)?.is_some()).then_some(row)
}

/// "drew scorn from Ida Marr, who questioned the raid, in which she said": the person named before "who".
fn relative(text: &Text<'_, '_>, saying: &Saying, known: &Known<'_>) -> Option<Range<usize>> {
    let sentence = text.sentence(saying.verb);
    let from = saying.speaker.start.saturating_sub(24).max(sentence.start + 2);
    let who = (from..saying.speaker.start)
        .rev()
        .find(|&at| text.lower(at) == "who" && text.lower(at - 1) == ",")?;
    let person = subject::left(text, who + 1, sentence.start)?;
    // "drew scorn from Ida Marr"
    let from = person
        .clone()
        .rev()
        .find(|&at| matches!(text.lower(at), "from" | "by" | "to" | "with" | "against"));
    let person = from.map_or(person.start, |at| at + 1)..person.end;
    known.is_person(text, &person).then_some(person)
}

/// Keeps whom a sentence without a saying is about.
fn told_about(text: &Text<'_, '_>, last: &mut Last, index: usize, known: &Known<'_>) {
    let Some(tokens) = text.scan.sentences.get(index).map(|sentence| sentence.tokens.clone()) else {
        return;
    };
    let Some(subject) = subject_opening::opening(text, &tokens) else {
        return;
    };
    // "His wife, Orla Marr, leaned out": a person, though no list knows the name
    let kin = subject.start > tokens.start + 1 && text.is(tokens.start, Tag::POSS) && subject.len() == 2;
    // "The Orne plan contains no dates": no person
    let plan = text.lower(subject.start) == "the" && subject.len() == 2;
    let named = Named {
        person: kin || !plan && known.is_person(text, &subject),
        body: known.is(text, &subject, EntityKind::Org),
        group: subject.len() == 2
            && text.lower(subject.start) == "the"
            && known.is(text, &(subject.start + 1..subject.end), EntityKind::Group),
    };
    about(text, last, &subject, named, known.sayings);
}

/// The subject of a sentence in which a pronoun speaks further on.
fn by_front(text: &Text<'_, '_>, last: &mut Last, saying: &Saying, subject: &Range<usize>, known: &Known<'_>) {
    let named = known.is_person(text, subject);
    let leads = saying.order == Order::Leading;
    let word = text.lower(saying.speaker.start);
    // "The council condemned the raid, in which it says"
    let it = leads && word == "it";
    let head = subject.end - 1;
    let body = it && !is_several(text, head);
    // a body by its name alone: "The United Nations condemned the raid, in which it says"
    let plain = |at: usize| {
        text.is_name(at)
            || text.words.capitals_tell && at > subject.start && text.is_capital(at)
            || text.is(at, Tag::DET)
            || text.lower(at) == "of"
    };
    let country = subject.len() == 1 && known.is(text, subject, EntityKind::Place);
    // "Another witness described 12 bodies, two of which he said"
    let single = leads && matches!(word, "he" | "she") && is_unknown(text, subject) && text.is(head, Tag::PERSON);
    // "Orla officials blame gangs, who they say killed 12"
    let officials = || words::is(text.lower(head), words::Role::SOURCE) && is_several(text, head);
    if leads && word == "they" && !named && officials() {
        last.body = Some(span(text, subject).of(text.scan.text).to_owned());
        last.any.clone_from(&last.body);
        return;
    }
    if !named && it && (subject.len() > 1 || country) && subject.clone().all(plain) {
        last.one = Some(span(text, subject).of(text.scan.text).to_owned());
    } else if !named && single {
        last.person = Some(span(text, subject).of(text.scan.text).to_owned());
        last.named = false;
    } else if named || body {
        let named = Named {
            person: named,
            body: false,
            group: false,
        };
        about(text, last, subject, named, known.sayings);
    }
}

fn about(text: &Text<'_, '_>, last: &mut Last, subject: &Range<usize>, named: Named, sayings: &[Saying]) {
    let (named, group, people) = (named.person, named.body, named.group);
    let row = sayings.partition_point(|saying| saying.verb < subject.end);
    // "the Doctors' Union said": the words before an apostrophe are not all of who speaks
    let holds = |speaker: &Range<usize>| speaker.start <= subject.start && subject.end <= speaker.end;
    let speaks = sayings.get(row).is_some_and(|saying| holds(&saying.speaker));
    // "NORTH ORLA BRIDGE — After": a place or a heading, nobody
    let shout = |at: usize| {
        text.scan
            .tokens
            .get(at)
            .is_some_and(|token| token.all_capitals(text.scan.text))
    };
    let heading = subject.len() > 1 && text.words.capitals_tell && subject.clone().all(shout);
    if speaks || heading || subject.len() == 1 && text.is(subject.start, Tag::PRON) {
        return;
    }
    let source = |at: usize| words::is(text.lower(at), words::Role::SOURCE) || words::is_acronym(text, at);
    let counted = text.quantity(subject.start).is_some() && !text.is(subject.start, Tag::DET);
    // "Prison Aid and Orla Watch"
    let bodies = subject.len() > 4
        && subject.clone().any(|at| text.lower(at) == "and")
        && subject
            .clone()
            .all(|at| text.is_name(at) || matches!(text.lower(at), "and" | "of" | "the" | "for"));
    let body = !named && !counted && (bodies || group || subject.clone().any(source));
    let head = group || source(subject.end - 1);
    if named {
        last.keep(text, subject, named);
    } else if people && text.lower(subject.end - 1).ends_with('s') {
        // "The Varlanders claimed victory. They say"
        last.body = Some(span(text, subject).of(text.scan.text).to_owned());
        last.any.clone_from(&last.body);
    } else if body && (head || text.is_name(subject.end - 1)) {
        last.body = Some(span(text, subject).of(text.scan.text).to_owned());
        let joint = subject.clone().any(|at| text.lower(at) == "and");
        if joint || is_several(text, subject.end - 1) {
            // "The activists dispute this. They say": the nearest several
            last.any.clone_from(&last.body);
        } else {
            last.one.clone_from(&last.body);
        }
    }
}
