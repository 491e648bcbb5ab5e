//! The words for one person: "an 11-year-old girl", "his son", "opposition leader Jonas Brenk", "he".

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::people::People;
use super::text::Text;
use super::{Form, Kind, VictimClass, victims};

/// The words for one person.
#[derive(Clone, Debug)]
pub(super) struct Noun {
    /// What is shown: the name without the role before a comma, else all words.
    pub(super) shown: Range<usize>,
    /// From the first word to the head.
    pub(super) tokens: Range<usize>,
    /// One past what belongs to it: "the head of the guard", "a man aged 34".
    pub(super) end: usize,
    /// By role or by name.
    pub(super) form: Form,
    /// Who it is.
    pub(super) class: VictimClass,
    /// Its last word.
    pub(super) head: usize,
    /// The harm that the words name themselves: "the wounded clerk".
    pub(super) own: Option<(Kind, usize)>,
    /// Which words open it.
    pub(super) opener: Opener,
}

/// Which words open a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    /// a, an
    Article,
    /// the
    The,
    /// his, Brenk's
    Genitive,
    /// none
    Bare,
    /// he, she, him, her
    Pronoun,
}

/// The most tokens of a description: "the former head of the country's internal security agency".
const LONGEST: usize = 16;

/// Ranks written short before a name.
const RANKS: &[&str] = &["gen", "lt", "col", "maj", "capt", "sgt", "cpl", "brig", "adm", "pvt", "insp", "const", "cmdr"];

/// Trades that are surnames as well: persons only behind an article and in small letters.
pub(super) const TRADES: &[&str] = &[
    "baker", "butcher", "mason", "tailor", "barber", "carpenter", "gardener", "hunter", "potter", "weaver", "painter", "builder", "guide", "porter",
    "rider", "scout", "coach", "steward", "deacon", "chaplain", "diner", "picker", "minor", "juvenile", "graduate", "intern", "tutor", "guardian",
];

/// True for a rank written short: "Gen.", "Col."
pub(super) fn is_rank(word: &str) -> bool {
    RANKS.contains(&word.trim_end_matches('.'))
}

/// All words for one person, in order, never meeting.
pub(super) fn find(text: &Text<'_, '_>, people: &People) -> Vec<Noun> {
    let reader = Reader { text, people };
    let mut out: Vec<Noun> = Vec::new();
    let mut at = 0;
    while at < text.scan.tokens.len() {
        let found = reader.pronoun(at).or_else(|| reader.one_called(at)).or_else(|| reader.noun(at));
        if let Some(noun) = found {
            at = noun.end.max(at + 1);
            out.push(noun);
        } else {
            at += 1;
        }
    }
    apposed(text, out)
}

struct Reader<'r, 'a, 't> {
    text: &'r Text<'a, 't>,
    people: &'r People,
}

/// What a walk over the words of a noun phrase has met.
#[derive(Default)]
struct Met {
    role: Option<usize>,
    name: Option<Range<usize>>,
    own: Option<(Kind, usize)>,
    genitive: bool,
    opened: bool,
    /// Where the words behind the last genitive begin.
    from: usize,
    end: usize,
}

impl Reader<'_, '_, '_> {
    fn pronoun(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        let subject = matches!(text.lower(at), "he" | "she");
        let object = text.lower(at) == "him" || text.lower(at) == "her" && !self.opens_noun(at + 1);
        let object = object && text.outcome_to(at).is_some();
        let owner = matches!(text.lower(at), "his" | "her") && is_harm_noun(text, at + 1);
        if !(subject || object || owner) {
            return None;
        }
        let named = self.people.named_before(text, at);
        Some(Noun {
            shown: at..at + 1,
            tokens: at..at + 1,
            end: at + 1,
            form: if named { Form::Named } else { Form::Implicit },
            class: VictimClass::Unspecified,
            head: at,
            own: None,
            opener: Opener::Pronoun,
        })
    }

    /// Whether a noun phrase goes on here, so that "her" is no pronoun.
    fn opens_noun(&self, at: usize) -> bool {
        let text = self.text;
        let ends = Tag::PREP
            .or(Tag::CONJ)
            .or(Tag::SUBORD)
            .or(Tag::TIME)
            .or(Tag::DET)
            .or(Tag::PRON)
            .or(Tag::ADVERB)
            .or(Tag::BE);
        text.is_word(at) && !text.is(at, ends)
    }

    fn noun(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        let opener = match text.lower(at) {
            "a" | "an" => Opener::Article,
            "the" => Opener::The,
            _ if text.is(at, Tag::POSS) => Opener::Genitive,
            _ => Opener::Bare,
        };
        let from = at + usize::from(opener != Opener::Bare);
        let met = self.walk(from, opener);
        let opener = if met.genitive && opener != Opener::Article { Opener::Genitive } else { opener };
        let start = if opener == Opener::Bare { self.first(at, &met) } else { at };
        if let Some(name) = met.name.clone() {
            let class = met.role.map_or(VictimClass::Unspecified, |role| victims::noun_class(text, met.from..role));
            return Some(Noun {
                shown: start..name.end,
                tokens: start..name.end,
                end: aged(text, name.end),
                form: Form::Named,
                class,
                head: name.end - 1,
                own: met.own,
                opener,
            });
        }
        self.by_role(start, opener, &met)
    }

    /// Without an article only the words right before a role or name belong to it.
    fn first(&self, at: usize, met: &Met) -> usize {
        match (&met.name, met.role) {
            (Some(name), None) if !met.genitive => {
                let text = self.text;
                let object = at > 0 && (text.lower(at - 1) == "of" || text.outcome_to(at).is_some());
                // a part of the name that no list knows
                let before = (at..name.start).rev().take_while(|&at| text.is_name(at) && !text.is(at, Tag::THING)).count();
                if object { at } else { name.start - before }
            }
            _ => at,
        }
    }

    fn by_role(&self, start: usize, opener: Opener, met: &Met) -> Option<Noun> {
        let text = self.text;
        let head = met.role?;
        if !is_one(text, head, opener) {
            return None;
        }
        let mut class = victims::noun_class(text, met.from..head);
        let rest = head + 1..met.end;
        let named = |at: usize| text.is_name(at) || is_particle(text.lower(at)) || !text.words.capitals_tell && self.unknown(at);
        let written = !rest.is_empty()
            && rest.clone().all(|at| named(at) && !text.is(at, Tag::THING.or(Tag::PERSON)))
            && rest.len() <= 8
            && text.is_word(rest.end - 1)
            && text.lower(rest.start).len() > 2
            && !text.is(rest.end, Tag::THING.or(Tag::PERSON));
        if written {
            return Some(Noun {
                shown: start..rest.end,
                tokens: start..rest.end,
                end: aged(text, rest.end),
                form: Form::Named,
                class,
                head: rest.end - 1,
                own: met.own,
                opener,
            });
        }
        let headline = opener == Opener::Bare && start > 0 && text.lower(start - 1) == "of";
        let verb = headline && text.lower(rest.start).ends_with('s') || text.is(rest.start, Tag::VERB);
        if !rest.is_empty() && (!verb || text.is(rest.start, Tag::THING)) || text.lower(head + 1) == "'" {
            return None;
        }
        let end = aged(text, self.of(head + 1, &mut class));
        Some(Noun {
            shown: start..end.min(start + LONGEST),
            tokens: start..head + 1,
            end,
            form: Form::Implicit,
            class,
            head,
            own: met.own,
            opener,
        })
    }

    /// Walks over adjectives, nouns, genitives and a name.
    fn walk(&self, from: usize, opener: Opener) -> Met {
        let text = self.text;
        let last = text.sentence(from).end.min(from + LONGEST);
        let mut met = Met {
            from,
            end: from,
            opened: opener != Opener::Bare,
            ..Met::default()
        };
        let mut at = from;
        while at < last {
            if let Some(next) = age(text, at) {
                at = next;
            } else if let Some(name) = self.people.starting(at) {
                at = name.end;
                let genitive = is_genitive(text.lower(name.end - 1));
                if genitive && is_harm_noun(text, at) {
                    met.name = Some(name);
                    met.end = at;
                    return met;
                }
                if genitive {
                    met.genitive(at);
                } else if text.is(at, Tag::THING) || is_band(text.lower(at)) || plural_person(text, at) {
                    met.role = None;
                } else {
                    met.name = Some(name);
                    met.end = at;
                    return met;
                }
            } else if is_genitive(text.lower(at)) {
                if is_harm_noun(text, at + 1) && text.words.stem(at).any(Tag::SINGULAR) && opener != Opener::Bare {
                    met.role = Some(at);
                    met.end = at + 1;
                    return met;
                }
                at += 1;
                met.genitive(at);
            } else if let Some(next) = self.word(at, &mut met) {
                at = next;
            } else {
                break;
            }
            met.end = at;
        }
        met
    }

    /// One word of the phrase; `None` where it ends.
    fn word(&self, at: usize, met: &mut Met) -> Option<usize> {
        let text = self.text;
        if text.quantity(at).is_some() && !is_ordinal(text.lower(at)) {
            return None;
        }
        if is_rank(text.lower(at)) && text.is_name(at + 1) {
            met.role = met.role.or(Some(at));
            return Some(at + 1);
        }
        if text.is(at, Tag::PERSON) && is_title(text, at) {
            met.role = Some(at);
            return Some(at + 1);
        }
        if let Some(outcome) = text.outcome_from(at) {
            let adjective = matches!(outcome.frame, Frame::State | Frame::Hits) && outcome.tokens.len() == 1;
            let past = outcome.form == super::outcomes::Form::Past || outcome.frame == Frame::State;
            let participle = adjective && past && met.opened && self.adjective_place(at, met);
            if !participle || !self.person_near(at + 1) {
                return None;
            }
            met.own = Some((outcome.kind, at));
            return Some(at + 1);
        }
        if text.lower(at) == "and" {
            // "activist and lawyer Jonas Brenk"
            let second = met.role.is_some() && text.is(at + 1, Tag::PERSON);
            return (second && (at + 2..at + 4).any(|at| self.people.starting(at).is_some())).then_some(at + 1);
        }
        if matches!(text.lower(at), "-" | "\"" | "“" | "”") {
            return (at > met.from && text.is_word(at + 1) || text.lower(at) != "-" && self.person_near(at + 1))
                .then_some(at + 1);
        }
        // "A court sentenced editor Mara Tol": a verb behind its subject
        if text.is(at, Tag::PAST) && !text.is_name(at) && !self.adjective_place(at, met) {
            return None;
        }
        if met.opened && TRADES.contains(&text.lower(at)) && !text.is_name(at) {
            met.role = Some(at);
            return Some(at + 1);
        }
        (text.is_word(at) && self.modifies(at)).then_some(at + 1)
    }

    /// The first word of the phrase, or one behind an adverb or another adjective.
    fn adjective_place(&self, at: usize, met: &Met) -> bool {
        let text = self.text;
        at == met.from
            || text.is(at - 1, Tag::ADVERB.or(Tag::PAST).or(Tag::TIME))
            || matches!(
                text.lower(at - 1),
                "former" | "late" | "young" | "old" | "local" | "senior" | "other" | "newly" | "-" | "first" | "second" | "and" | "third"
            )
    }

    /// A word that no list holds.
    fn unknown(&self, at: usize) -> bool {
        self.text.is_word(at) && self.text.words.tag(at) == Tag::NONE && self.text.quantity(at).is_none() && self.text.outcome(at).is_none()
    }

    /// "one Mohan Lal was held": a certain man of that name.
    fn one_called(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        if text.lower(at) != "one" {
            return None;
        }
        let end = (at + 1..at + 8).find(|&at| !(self.unknown(at) || text.is_name(at) && text.quantity(at).is_none()))?;
        let closes = text.lower(end) == "," || text.is(end, Tag::BE) || text.outcome_from(end).is_some();
        (end > at + 2 && closes).then(|| Noun {
            shown: at..end,
            tokens: at..end,
            end: aged(text, end),
            form: Form::Named,
            class: VictimClass::Unspecified,
            head: end - 1,
            own: None,
            opener: Opener::Bare,
        })
    }

    fn modifies(&self, at: usize) -> bool {
        let text = self.text;
        let stop = Tag::BE
            .or(Tag::HAVE)
            .or(Tag::MODAL)
            .or(Tag::REL)
            .or(Tag::PRON)
            .or(Tag::CONJ)
            .or(Tag::SAY)
            .or(Tag::SUBORD)
            .or(Tag::PREP)
            .or(Tag::DET)
            .or(Tag::POSS)
            .or(Tag::NOT);
        let soft = Tag::PAST.or(Tag::ADVERB).or(Tag::TIME).or(Tag::ING).or(Tag::VERB);
        let known = matches!(text.lower(at), "state" | "late" | "united" | "former");
        known || !text.is(at, stop) && (!text.is(at, soft) || text.is_name(at) || self.person_near(at + 1))
    }

    /// A person noun here or within two words.
    fn person_near(&self, at: usize) -> bool {
        let text = self.text;
        let stop = Tag::BE.or(Tag::HAVE).or(Tag::PREP).or(Tag::CONJ).or(Tag::DET).or(Tag::POSS).or(Tag::SUBORD);
        (at..at + 3)
            .take_while(|&at| (text.is_word(at) || text.lower(at) == "-") && !text.is(at, stop))
            .any(|at| text.is(at, Tag::PERSON) || self.people.starting(at).is_some())
    }

    /// "of the country's security agency": what belongs to the head noun.
    fn of(&self, from: usize, class: &mut VictimClass) -> usize {
        let text = self.text;
        let mut at = from;
        if !matches!(text.lower(at), "of") {
            return from;
        }
        let last = text.sentence(from).end.min(from + LONGEST);
        at += 1;
        while at < last {
            if let Some(name) = self.people.starting(at) {
                at = name.end;
            } else if text.lower(at) == "of" || text.is(at, Tag::DET.or(Tag::POSS)) && at <= from + 2 {
                at += 1;
            } else if text.outcome(at).is_none()
                && text.quantity(at).is_none()
                && (text.is_word(at) && self.modifies(at) || text.lower(at) == "-")
            {
                at += 1;
            } else {
                break;
            }
        }
        if at > from + 1 && text.lower(at - 1) == "the" && text.outcome_from(at).is_some_and(|outcome| outcome.tokens.len() == 1) {
            // "the daughter of the deceased"
            return at + 1;
        }
        while at > from && (text.is(at - 1, Tag::DET.or(Tag::POSS)) || text.lower(at - 1) == "of") {
            at -= 1;
        }
        *class = victims::of_class(text, (from + 1).min(at)..at, *class);
        at
    }
}

impl Met {
    /// What stood before a genitive was its owner.
    fn genitive(&mut self, at: usize) {
        self.genitive = true;
        self.role = None;
        self.own = None;
        self.from = at;
    }
}

/// "major", "general", "private" are adjectives as well: a rank only before a name or at the end of the phrase.
fn is_title(text: &Text<'_, '_>, at: usize) -> bool {
    let double = matches!(
        text.lower(at),
        "major" | "general" | "private" | "minor" | "local" | "national" | "chief" | "senior" | "patient" | "subject"
    );
    !double || !text.is_word(at + 1) || text.is_name(at + 1) || !text.is(at + 1, Tag::THING)
}

/// Small words and hyphens inside of names: "Ali al-Sabari".
fn is_particle(word: &str) -> bool {
    matches!(word, "-" | "al" | "el" | "bin" | "ibn" | "abu" | "ul" | "ur" | "de" | "da" | "van" | "von" | "di" | "der")
}

/// One person: no body of persons, no word whose plural is the same behind "the".
fn is_one(text: &Text<'_, '_>, head: usize, opener: Opener) -> bool {
    let word = text.lower(head).trim_end_matches("'s");
    if is_genitive(text.lower(head)) {
        return true;
    }
    let body = matches!(
        word,
        "police" | "staff" | "personnel" | "crew" | "troops" | "people" | "folk" | "couple" | "force" | "public" | "casualty" | "other"
            | "taliban" | "homeless" | "displaced" | "carabinieri" | "fedayeen" | "patrol" | "guys" | "soul"
    );
    if TRADES.contains(&word) {
        return opener != Opener::Bare;
    }
    let loose = matches!(
        word,
        "subject" | "private" | "general" | "male" | "female" | "local" | "national" | "accused" | "young" | "elder"
    ) || is_people_name(word);
    text.is(head, Tag::SINGULAR) && !body && (!loose || opener == Opener::Article)
}

/// "the Chinese", "the Dutch": many.
fn is_people_name(word: &str) -> bool {
    ["ese", "ish", "ench"].iter().any(|ending| word.ends_with(ending))
}

/// Words that make a name or role one of a body: "the Brenk family".
fn is_band(word: &str) -> bool {
    matches!(
        word,
        "family" | "clan" | "regime" | "government" | "administration" | "era" | "loyalist" | "forces" | "brothers" | "trial" | "case"
    )
}

fn plural_person(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::PERSON) && !text.is(at, Tag::PAST)
}

/// "brenk's", "officers'"
pub(super) fn is_genitive(word: &str) -> bool {
    word.ends_with("'s") && !matches!(word, "it's" | "he's" | "she's" | "that's" | "there's" | "who's" | "what's" | "let's" | "here's")
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth" | "fifth" | "sixth") || word.ends_with("th")
}

/// "arrest" in "Brenk's arrest", "his brutal murder": a harm that stands for itself, and no "arrest warrant".
pub(super) fn is_harm_noun(text: &Text<'_, '_>, at: usize) -> bool {
    let at = if text.outcome_from(at).is_none() && text.is_word(at) && !text.is(at, Tag::PREP.or(Tag::BE)) { at + 1 } else { at };
    harm_noun(text, at)
}

fn harm_noun(text: &Text<'_, '_>, at: usize) -> bool {
    let Some(outcome) = text.outcome_from(at).filter(|outcome| outcome.tokens.len() == 1) else {
        return false;
    };
    let word = matches!(
        text.lower(at),
        "arrest" | "detention" | "death" | "murder" | "killing" | "assassination" | "abduction" | "kidnapping" | "release" | "execution"
            | "disappearance" | "capture" | "slaying" | "beheading" | "imprisonment"
    );
    let next = Tag::PREP
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::PAST)
        .or(Tag::MODAL)
        .or(Tag::TIME)
        .or(Tag::ADVERB)
        .or(Tag::VERB)
        .or(Tag::REL);
    let alone = !text.is_word(at + 1) || text.is(at + 1, next) && text.lower(at + 1) != "of";
    word && alone && matches!(outcome.frame, Frame::Noun | Frame::Hits)
}

/// "11-year-old", "34 year old": where it ends.
fn age(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    let number = text.quantity(at).is_some() || text.lower(at).starts_with(|c: char| c.is_ascii_digit());
    if !number {
        return None;
    }
    let mut next = at + 1;
    let mut unit = false;
    while next < at + 8 {
        match text.lower(next) {
            "-" => {}
            "year" | "years" | "month" | "months" | "week" | "day" | "yr" => unit = true,
            "old" if unit => return Some(next + 1),
            _ if text.quantity(next).is_some() && !unit => {}
            _ => return None,
        }
        next += 1;
    }
    None
}

/// One past "aged 34" and "(34)".
fn aged(text: &Text<'_, '_>, end: usize) -> usize {
    let number = |at: usize| text.lower(at).starts_with(|c: char| c.is_ascii_digit());
    match text.lower(end) {
        "aged" | "age" if number(end + 1) => end + 2,
        "," if number(end + 1) && text.lower(end + 1).len() < 3 && (text.lower(end + 2) == "," || text.is(end + 2, Tag::BE)) => end + 2,
        "(" if number(end + 1) && text.lower(end + 2) == ")" => end + 3,
        _ => end,
    }
}

/// "the sacked head of the bank, Jonas Brenk," and "Jonas Brenk, a driver,": one person with one name.
fn apposed(text: &Text<'_, '_>, nouns: Vec<Noun>) -> Vec<Noun> {
    let mut out: Vec<Noun> = Vec::with_capacity(nouns.len());
    for noun in nouns {
        let joined = out
            .last()
            .filter(|last| are_one(text, last, &noun))
            .cloned();
        match joined {
            Some(last) if last.form == Form::Named => {
                if let Some(kept) = out.last_mut() {
                    kept.end = noun.end;
                    if kept.class == VictimClass::Unspecified {
                        kept.class = noun.class;
                    }
                }
            }
            Some(last) => {
                out.pop();
                let class = if noun.class == VictimClass::Unspecified { last.class } else { noun.class };
                out.push(Noun {
                    shown: noun.shown.clone(),
                    tokens: last.tokens.start..noun.tokens.end,
                    class,
                    opener: last.opener,
                    ..noun
                });
            }
            None => out.push(noun),
        }
    }
    out
}

fn are_one(text: &Text<'_, '_>, first: &Noun, second: &Noun) -> bool {
    let pronoun = first.opener == Opener::Pronoun || second.opener == Opener::Pronoun;
    let comma = text.lower(first.end) == ",";
    let start = second.tokens.start;
    let aged = start == first.end + 3 && text.lower(start - 1) == "," && !text.is(first.end + 1, Tag::PERSON);
    let next_to = start == first.end + 1 || aged;
    let close = !text.is_word(second.end) && text.lower(second.end) != "-"
        || text.is(second.end, Tag::REL.or(Tag::PREP).or(Tag::SUBORD))
        || first.form != Form::Named && text.is(second.end, Tag::BE)
        || text.lower(second.end) == "and" && !text.is(second.end + 1, Tag::DET.or(Tag::POSS)) && text.quantity(second.end + 1).is_none() && !text.is_name(second.end + 1);
    !pronoun && comma && next_to && close && (first.form == Form::Named) != (second.form == Form::Named)
}
