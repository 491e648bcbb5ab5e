//! Reads the words for one person from where they begin: article, adjectives, genitive, role, name, what belongs to them.

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::{self, Frame};
use super::people::People;
use super::single_body::is_struck;
use super::single_noun::{self, LONGEST, Noun, Opener};
use super::single_words::{
    TRADES, age, aged, is_band, is_figure, is_genitive, is_harm_noun, is_one, is_ordinal, is_particle, is_rank,
    is_title, plural_person,
};
use super::text::Text;
use super::{Form, Kind, VictimClass, victims_words};

pub(super) struct Reader<'r, 'a, 't> {
    pub(super) text: &'r Text<'a, 't>,
    pub(super) people: &'r People,
}

/// What a walk over the words of a noun phrase has met.
#[derive(Default)]
struct Met {
    role: Option<usize>,
    name: Option<Range<usize>>,
    own: Option<(Kind, usize)>,
    genitive: bool,
    opened: bool,
    /// The last token of an age: "a 41-year-old".
    age: Option<usize>,
    /// Where the words behind the last genitive begin.
    from: usize,
    end: usize,
}

impl Reader<'_, '_, '_> {
    pub(super) fn noun(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        let opener = match text.lower(at) {
            "a" | "an" => Opener::Article,
            "the" => Opener::The,
            _ if text.is(at, Tag::POSS) => Opener::Genitive,
            _ => Opener::Bare,
        };
        let from = at + usize::from(opener != Opener::Bare);
        // "struck her head": the body's, where nothing is said that it leads
        let body = match opener {
            Opener::Genitive => true,
            // "shot in the head"
            Opener::The => at > 0 && matches!(text.lower(at - 1), "in" | "to" | "on" | "into" | "through"),
            Opener::Bare => at > 0 && text.is(at - 1, Tag::DET.or(Tag::POSS)),
            Opener::Article | Opener::Pronoun => false,
        };
        if body && text.lower(from) == "head" && text.lower(from + 1) != "of" {
            return None;
        }
        let met = self.walk(from, opener);
        let opener = if met.genitive && opener != Opener::Article {
            Opener::Genitive
        } else {
            opener
        };
        // "demonstrators celebrating Brenk's": the name is the verb's
        let verb = met.name.clone().filter(|name| {
            let before = name.start.checked_sub(1).filter(|&before| before >= from);
            before.is_some_and(|at| text.is(at, Tag::ING) && !text.is_capital(at) && text.lower(at) != "-")
        });
        let start = if let Some(name) = verb.filter(|_| opener == Opener::Bare) {
            name.start
        } else if opener == Opener::Bare {
            self.first(at, &met)
        } else {
            at
        };
        if let Some(name) = met.name.clone() {
            let class = met.role.map_or(VictimClass::Unspecified, |role| {
                victims_words::noun_class(text, met.from..role)
            });
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
                let before = (at..name.start)
                    .rev()
                    .take_while(|&at| text.is_name(at) && !text.is(at, Tag::THING))
                    .count();
                if object { at } else { name.start - before }
            }
            _ => at,
        }
    }

    fn by_role(&self, start: usize, opener: Opener, met: &Met) -> Option<Noun> {
        let text = self.text;
        // "the ferry Princess of Orla", "the Queen of the Lakes": a ship
        let ship = (start.saturating_sub(3)..met.end).any(|at| is_ship(text.lower(at)));
        if ship
            && met.role.is_some_and(|at| {
                text.is_name(at)
                    && matches!(
                        text.lower(at),
                        "princess" | "queen" | "king" | "prince" | "star" | "lady"
                    )
            })
        {
            return None;
        }
        let (head, aged_only) = match met.role {
            Some(head) => (head, false),
            None => (met.age.filter(|&last| self.ends_with_age(last, opener, met))?, true),
        };
        if !aged_only && !is_one(text, head, opener) {
            return None;
        }
        let mut class = victims_words::noun_class(text, met.from..head);
        // "her brother-in-law"
        if text.reads(head + 1, &["-", "in", "-", "law"]) {
            return Some(Noun {
                shown: start..head + 5,
                tokens: start..head + 5,
                end: aged(text, head + 5),
                form: Form::Implicit,
                class,
                head,
                own: met.own,
                opener,
            });
        }
        let rest = head + 1..met.end;
        let named = |at: usize| {
            text.is_name(at) || is_particle(text.lower(at)) || !text.words.capitals_tell && self.unknown(at)
        };
        let written = !rest.is_empty()
            && rest
                .clone()
                .all(|at| named(at) && !text.is(at, Tag::THING.or(Tag::PERSON)))
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

    /// "a 41-year-old was shot": an age that stands for the person.
    fn ends_with_age(&self, last: usize, opener: Opener, met: &Met) -> bool {
        let text = self.text;
        let next = last + 1;
        let verb = Tag::BE.or(Tag::HAVE).or(Tag::REL).or(Tag::PAST);
        let goes_on = text.is(next, verb) || text.outcome_from(next).is_some();
        let closes = goes_on || !text.is_word(next) || text.is(next, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD));
        let opens = match opener {
            Opener::Article | Opener::The => closes,
            Opener::Bare => goes_on && last > met.from + 1,
            _ => false,
        };
        met.end == next && !met.genitive && opens && text.lower(next) != "-"
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
                met.age = next.checked_sub(1);
                at = next;
            } else if let Some(name) = self.people.starting(at) {
                at = name.end;
                let genitive = is_genitive(text.lower(name.end - 1));
                if genitive && (is_harm_noun(text, at) || is_struck(text, name.start, at - 1)) {
                    met.name = Some(name);
                    met.end = at;
                    return met;
                }
                if genitive {
                    met.genitive(at);
                } else if text.is(at, Tag::THING)
                    || is_band(text.lower(at))
                    || plural_person(text, at)
                    // "Oscar-nominated", "Brenk-led"
                    || text.is_dash(at) && !text.is_spaced(at) && text.is(at + 1, Tag::PAST) && !text.is_name(at + 1)
                {
                    met.role = None;
                } else {
                    met.name = Some(name);
                    met.end = at;
                    return met;
                }
            } else if is_genitive(text.lower(at)) {
                // "killing of a local officer Varland's prime minister said": a stop was lost
                let next_line = met.role.is_some_and(|role| role + 1 == at) && opener == Opener::Bare;
                if next_line && text.is_name(at) && !text.is_capital(at - 1) {
                    break;
                }
                if is_harm_noun(text, at + 1) && text.words.stem(at).any(Tag::SINGULAR) && opener != Opener::Bare {
                    met.role = Some(at);
                    met.end = at + 1;
                    return met;
                }
                at += 1;
                met.genitive(at);
            } else if self.owned_by_many(at, &met) {
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

    /// "the rebels' commander": the sign behind the owners.
    fn owned_by_many(&self, at: usize, met: &Met) -> bool {
        let text = self.text;
        text.lower(at) == "'"
            && at > met.from
            && met.opened
            && text.lower(at - 1).ends_with('s')
            && !text.is_owner(at - 1)
            && (text.is(at - 1, Tag::PERSON) || text.is_name(at - 1))
            && text.is_word(at + 1)
            && self.person_near(at + 1)
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
            let past = outcome.form == outcomes::Form::Past || outcome.frame == Frame::State;
            let bare = at == met.from
                && matches!(
                    text.lower(at),
                    "missing" | "slain" | "murdered" | "kidnapped" | "abducted"
                );
            let participle = adjective && past && (met.opened || bare) && self.adjective_place(at, met);
            // "her dead two-year-old daughter"
            let next = age(text, at + 1).filter(|_| met.opened).unwrap_or(at + 1);
            if !participle || !self.person_near(next) {
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
        // "a baby-his parents were there": a dash
        if text.is_dash(at)
            && (text.is(
                at + 1,
                Tag::DET
                    .or(Tag::POSS)
                    .or(Tag::PRON)
                    .or(Tag::PREP)
                    .or(Tag::CONJ)
                    .or(Tag::SUBORD),
            ) || met.opened && met.role == at.checked_sub(1) && text.outcome_from(at + 1).is_some())
        {
            return None;
        }
        if matches!(text.lower(at), "-" | "\"" | "“" | "”") {
            return (at > met.from && text.is_word(at + 1) || text.lower(at) != "-" && self.person_near(at + 1))
                .then_some(at + 1);
        }
        // "A court sentenced editor Mara Tol": a verb behind its subject
        if text.is(at, Tag::PAST) && !text.is_name(at) && !self.adjective_place(at, met) {
            return None;
        }
        let called = TRADES.contains(&text.lower(at)) || is_figure(text, at);
        if met.opened && called && !text.is_name(at) {
            met.role = Some(at);
            return Some(at + 1);
        }
        // "an unnamed three-year-old boy"
        let before_age = met.opened && at == met.from && text.is(at, Tag::PAST) && age(text, at + 1).is_some();
        (text.is_word(at) && (before_age || self.modifies(at))).then_some(at + 1)
    }

    /// The first word of the phrase, or one behind an adverb or another adjective.
    fn adjective_place(&self, at: usize, met: &Met) -> bool {
        let text = self.text;
        at == met.from
            || text.is(at - 1, Tag::ADVERB.or(Tag::PAST).or(Tag::TIME))
            || matches!(
                text.lower(at - 1),
                "former"
                    | "late"
                    | "young"
                    | "old"
                    | "local"
                    | "senior"
                    | "other"
                    | "newly"
                    | "-"
                    | "first"
                    | "second"
                    | "and"
                    | "third"
            )
    }

    /// A word that no list holds.
    pub(super) fn unknown(&self, at: usize) -> bool {
        self.text.is_word(at)
            && self.text.words.tag(at) == Tag::NONE
            && self.text.quantity(at).is_none()
            && self.text.outcome(at).is_none()
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
        // "those held include spokesman Brenk": the verb of a list
        let many = at > 0 && text.is(at - 1, Tag::PERSON) && !text.is(at - 1, Tag::SINGULAR) && !text.is_name(at);
        // "prosecutors want Jonas Brenk": the verb of many
        if text.begins(at, &["includ"]) || many && text.is(at, Tag::VERB) && !text.is(at, Tag::THING.or(Tag::PERSON)) {
            return false;
        }
        let known = matches!(
            text.lower(at),
            "state" | "late" | "united" | "former" | "alleged" | "suspected" | "accused" | "reputed"
        )
            // "a United States soldier": no verb
            || text.lower(at) == "states" && at > 0 && text.lower(at - 1) == "united";
        known || !text.is(at, stop) && (!text.is(at, soft) || text.is_name(at) || self.person_near(at + 1))
    }

    /// A person noun here or within two words.
    fn person_near(&self, at: usize) -> bool {
        let text = self.text;
        let stop = Tag::BE
            .or(Tag::HAVE)
            .or(Tag::PREP)
            .or(Tag::CONJ)
            .or(Tag::DET)
            .or(Tag::POSS)
            .or(Tag::SUBORD);
        (at..at + 3)
            .take_while(|&at| (text.is_word(at) || text.lower(at) == "-") && !text.is(at, stop))
            .any(|at| text.is(at, Tag::PERSON) || self.people.starting(at).is_some())
    }

    /// No number and no harm.
    fn plain(&self, at: usize) -> bool {
        self.text.outcome(at).is_none() && self.text.quantity(at).is_none()
    }

    /// "of the country's security agency": what belongs to the head noun.
    fn of(&self, from: usize, class: &mut VictimClass) -> usize {
        let text = self.text;
        let mut at = from;
        if !matches!(text.lower(at), "of") || single_noun::is_of_harmed(text, self.people, from) {
            return from;
        }
        let last = text.sentence(from).end.min(from + LONGEST);
        at += 1;
        while at < last {
            if let Some(name) = self.people.starting(at) {
                at = name.end;
            } else if text.lower(at) == "of"
                || text.is(at, Tag::DET.or(Tag::POSS)) && at <= from + 2
                || self.plain(at) && (text.is_word(at) && self.modifies(at) || text.lower(at) == "-")
            {
                at += 1;
            } else {
                break;
            }
        }
        if at > from + 1
            && text.lower(at - 1) == "the"
            && text.outcome_from(at).is_some_and(|outcome| outcome.tokens.len() == 1)
        {
            // "the daughter of the deceased"
            return at + 1;
        }
        while at > from && (text.is(at - 1, Tag::DET.or(Tag::POSS)) || text.lower(at - 1) == "of") {
            at -= 1;
        }
        *class = victims_words::of_class(text, (from + 1).min(at)..at, *class);
        at
    }
}

/// Words before the name of a ship.
fn is_ship(word: &str) -> bool {
    matches!(
        word,
        "ferry" | "ship" | "vessel" | "mv" | "ss" | "hms" | "aboard" | "board" | "boat" | "liner" | "m/v"
    )
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
