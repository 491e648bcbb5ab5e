//! What a walk from a subject to its verb passes, and what shows that the subject was harmed.

use super::Kind;
use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::Head;
use super::walk::{Step, Walk};

impl Walk<'_, '_, '_> {
    /// A verb that does no harm: passed in a clause of its own or as a participle before a preposition.
    pub(super) fn foreign_verb(&mut self) -> Step {
        let (text, at) = (self.linker.text, self.at);
        if text.is(at, Tag::BELIEF) && text.is(at.saturating_sub(1), Tag::BE.or(Tag::ADVERB)) {
            return Step::On(at + 1);
        }
        // "listed as missing"
        let as_so = usize::from(text.lower(at + 1) == "as");
        // "a note that said the girl was hurt": what is said tells of others
        let next = text.is(at + 1, Tag::DET.or(Tag::POSS).or(Tag::PERSON))
            || text.lower(at + 1) == "that"
            || text.is_name(at + 1);
        let passive = text.is(at.saturating_sub(1), Tag::BE);
        if text.is(at, Tag::SAY) && next && !passive && text.outcome_from(at + 1).is_none() {
            return Step::Stop;
        }
        let harm = text.outcome_from(at + 1 + as_so).filter(|_| text.is(at, Tag::BELIEF));
        let closes =
            |end: usize| !text.is_word(end) || text.is(end, Tag::PREP.or(Tag::CONJ).or(Tag::TIME).or(Tag::SUBORD));
        if harm.is_some_and(|harm| at == self.phrase.end || self.joined || !self.far && closes(harm.tokens.end)) {
            return Step::On(at + 1);
        }
        let left = matches!(text.lower(at), "left" | "rendered")
            && (text.is(at.saturating_sub(1), Tag::BE) || at == self.phrase.end);
        if left && text.outcome_from(at + 1 + as_so).is_some() {
            return Step::On(at + 1);
        }
        // "on crashed airliners": an adjective
        let adjective = text.is(at.saturating_sub(1), Tag::PREP.or(Tag::DET).or(Tag::POSS))
            && text.is_word(at + 1)
            && !text.is(at + 1, Tag::PREP);
        if adjective && !self.bare {
            return Step::On(at + 1);
        }
        if let Some(verb) = self.passive_then_harm().or_else(|| self.acts_then_harm()) {
            return Step::On(verb);
        }
        if self.bare {
            return Step::Stop;
        }
        if self.passes > 0 {
            self.passes -= 1;
            return Step::On(at + 1);
        }
        // "the 30 soldiers stationed nearby were hurt"
        if at == self.phrase.end
            && (text.is(at + 1, Tag::PREP)
                || matches!(text.lower(at + 1), "as" | "nearby" | "there" | "here" | "abroad"))
            && !self.far
        {
            self.far = true;
            return Step::On(at + 1);
        }
        Step::Stop
    }

    /// "aged 45, 51 and 68", "aged between 3 and 14"
    pub(super) fn past_ages(&self, from: usize) -> usize {
        let text = self.linker.text;
        let part = |at: usize| {
            text.quantity(at).is_some()
                || matches!(
                    text.lower(at),
                    "," | "and" | "or" | "to" | "between" | "from" | "-" | "–"
                ) && {
                    let next = at + 1 + usize::from(text.lower(at + 1) == "and");
                    text.quantity(next).is_some() && (text.lower(at) != "and" || !text.is(next + 1, Tag::PERSON))
                }
        };
        (from..from + 16).find(|&at| !part(at)).unwrap_or(from)
    }

    /// "after a dozen sailors were lost": another count has that verb.
    pub(super) fn clause_of_others(&self, at: usize) -> bool {
        let text = self.linker.text;
        if at > self.phrase.end && self.clause_of_one(at) {
            return true;
        }
        let Some(other) = text
            .quantity(at + 1)
            .and_then(|quantity| super::voice::phrase_of(self.linker.phrases, quantity))
        else {
            return false;
        };
        other.head != Head::Thing && text.is(other.end, Tag::BE.or(Tag::HAVE).or(Tag::PAST))
    }

    /// "before the hospital had to be evacuated", "after shops were burnt": another clause, where the subject has its verb already.
    pub(super) fn own_clause(&self) -> bool {
        let (text, at) = (self.linker.text, self.at);
        let aux = |at: usize| text.is(at, Tag::BE.or(Tag::HAVE));
        if !matches!(text.lower(at), "before" | "after" | "since" | "until" | "as") || !text.is(at, Tag::SUBORD) {
            return false;
        }
        let verb = (at + 2..at + 8).take_while(|&at| text.is_word(at)).any(aux);
        let determined = text.is(at + 1, Tag::DET.or(Tag::POSS).or(Tag::PRON)) && verb;
        let bare = aux(at + 2) && !aux(at + 1) && !text.is(at + 1, Tag::ING) && text.is_word(at + 1);
        let told = (self.phrase.end..at).any(|at| text.is(at, Tag::BE));
        self.joined && (determined || bare) || told && !self.far && text.is(at + 1, Tag::POSS) && determined
    }

    /// "four people, including the guard were hurt", "1,260 farmers, rebels and soldiers have died": past a comma that no other closes.
    pub(super) fn unclosed(&self, close: &str) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        let persons = matches!(self.phrase.head, Head::Person(_)) || self.phrase.others;
        if close != "," || at != self.phrase.end || !persons {
            return None;
        }
        let verb = (at + 2..self.end.min(at + 10))
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .take_while(|&at| !text.is(at, Tag::PAST.or(Tag::REL).or(Tag::SUBORD).or(Tag::PRON).or(Tag::MODAL)))
            .find(|&at| text.is(at, Tag::BE.or(Tag::HAVE)))?;
        let including = text.lower(at + 1) == "including" && text.is(at + 2, Tag::DET);
        // "seven farmers, a doctor and a nurse were killed"
        let article = |at: usize| matches!(text.lower(at), "a" | "an");
        let ones = article(at + 1) && (at + 3..verb).any(|at| text.lower(at) == "and" && article(at + 1));
        let plural = |at: usize| text.is(at, Tag::PERSON) && !text.is(at, Tag::SINGULAR);
        let listed = plural(at + 1) && text.is(at + 2, Tag::CONJ) && plural(verb - 1);
        (including || ones || listed).then_some(verb)
    }

    /// "many members got angry and said hardly any man had died": what they said tells of others.
    pub(super) fn says_of_others(&self) -> bool {
        let (text, at) = (self.linker.text, self.at);
        let next = text.is(at + 1, Tag::DET.or(Tag::POSS).or(Tag::PERSON).or(Tag::PRON))
            || matches!(text.lower(at + 1), "that" | "hardly" | "most" | "many" | "no");
        text.lower(at) == "said"
            && next
            && !text.is(at - 1, Tag::BE.or(Tag::ADVERB))
            && text.outcome_from(at + 1).is_none()
    }

    /// "held ten men after a clerk was killed": the clause has its own subject.
    fn clause_of_one(&self, at: usize) -> bool {
        let text = self.linker.text;
        let noun = |at: &usize| {
            text.is_word(*at) && !text.is(*at, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::BE.or(Tag::HAVE)))
        };
        text.is(at + 1, Tag::DET.or(Tag::POSS)) && {
            let end = at + 2 + (at + 2..at + 8).take_while(noun).count();
            end > at + 2 && text.is(end, Tag::BE)
        }
    }

    /// "were lined up and shot": a passive that goes on, with the same subject, to the harm.
    pub(super) fn passive_then_harm(&self) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        super::voice::before(text, at, Tag::BE).filter(|&be| be >= self.phrase.end)?;
        let verb = (at + 1..self.end.min(at + 12))
            .take_while(|&at| text.quantity(at).is_none() && !text.is(at, Tag::SUBORD.or(Tag::REL).or(Tag::BE)))
            .find(|&at| {
                // "were found and were killed", "were freed and are being treated"
                let joint = at;
                let at = (at + 1..at + 4)
                    .take_while(|&at| text.is(at, Tag::BE.or(Tag::HAVE)))
                    .last()
                    .unwrap_or(at);
                matches!(text.lower(joint), "and" | ",")
                    && text.outcome_from(at + 1).is_some_and(|harm| {
                        harm.frame == Frame::Hits && harm.form == Form::Past && !text.is(harm.tokens.end, Tag::DET)
                    })
            })?;
        Some(verb + 1)
    }

    /// "forcing 35 people to evacuate"
    pub(super) fn made_to(&self, outcome: &Outcome) -> bool {
        let to = outcome.tokens.start.saturating_sub(1);
        outcome.kind == Kind::Displaced
            && outcome.form == Form::Present
            && self.linker.text.lower(to) == "to"
            && super::sense::forced(self.linker, self.phrase)
    }

    pub(super) fn suffers(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let before = outcome.tokens.start.saturating_sub(1);
        match outcome.form {
            // "whose 50,000 inhabitants had mostly fled": not all of them
            Form::Past => !matches!(text.lower(before), "mostly" | "largely" | "partly"),
            Form::Ing => outcome.tokens.start == self.phrase.end || text.is(before, Tag::BE.or(Tag::ADVERB)),
            Form::Present => {
                !is_infinitive(text, outcome)
                    // "will stay in detention"
                    || text.lower(before) == "will"
                    || text.lower(before) == "to"
                        // "forced to leave behind hundreds desperate to flee"
                        && !text.begins(
                            before.saturating_sub(1),
                            &["desperate", "want", "trying", "hop", "eager", "unable", "waiting", "seeking", "ready", "prepar"],
                        )
                        && outcome.kind == Kind::Displaced
                        && super::sense::forced(self.linker, self.phrase)
            }
        }
    }

    /// "dozens of rebels surrendered or were killed", "two men left Orla on Monday and were found dead": the subject goes on to a
    /// passive of its own.
    pub(super) fn acts_then_harm(&self) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        let quoted = usize::from(matches!(text.lower(self.phrase.end), "”" | "\"" | "’"));
        let begins =
            at == self.phrase.end + quoted || text.is(at - 1, Tag::HAVE.or(Tag::ADVERB)) && at <= self.phrase.end + 2;
        if !begins || !matches!(self.phrase.head, Head::Person(_)) {
            return None;
        }
        let free = |at: usize| {
            text.quantity(at).is_none()
                && !matches!(text.lower(at), ";" | "\"" | "”" | ":")
                && !text.is(at, Tag::SUBORD.or(Tag::REL).or(Tag::PRON).or(Tag::SAY))
        };
        let joint = (at + 1..self.end.min(at + 11))
            .take_while(|&at| free(at))
            .find(|&at| matches!(text.lower(at), "and" | "or" | "but") && text.is(at + 1, Tag::BE.or(Tag::HAVE)))?;
        let be = (joint + 1..joint + 5)
            .take_while(|&at| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB)) && text.outcome_from(at).is_none())
            .last()?;
        let harm = text.outcome_from(be + 1)?;
        let passive = matches!(harm.frame, Frame::Hits | Frame::State) && harm.form == Form::Past;
        passive.then_some(joint + 1)
    }

    /// "Twelve people - nine soldiers and three civilians - died": a dash between blanks, or without any before another count.
    pub(super) fn is_spaced(&self, at: usize) -> bool {
        let text = self.linker.text;
        let spaced = text.is_spaced(at);
        at == self.phrase.end
            && spaced == text.is_spaced(at + 1)
            && (spaced || text.is(at - 1, Tag::PERSON) && text.quantity(at + 1).is_some())
    }

    /// "The three, who have not been named, were killed": the number stands for those who are known.
    pub(super) fn those_who(&self) -> bool {
        let (text, at) = (self.linker.text, self.at);
        let start = self.phrase.tokens.start;
        let known = start > 0 && matches!(text.lower(start - 1), "the" | "those" | "these");
        known && at == self.phrase.end && matches!(text.lower(at + 1), "who" | "whose" | "all" | "both" | "including")
    }

    /// "nine, including two clerks, were hurt", "nine, three of them children, were hurt": who some of the counted are.
    pub(super) fn names_some(&self) -> bool {
        let (text, at) = (self.linker.text, self.at);
        let counted = text.quantity(at + 1).is_some() && (at + 2..at + 5).any(|at| text.reads(at, &["of", "them"]));
        at == self.phrase.end
            && (counted
                || matches!(text.lower(at + 1), "including" | "mostly" | "mainly" | "among")
                || matches!(text.lower(at + 1), "all" | "most" | "both") && text.reads(at + 2, &["of", "them"]))
    }

    /// "people in the area killed since May": a participle right behind the noun's own words.
    pub(super) fn participle(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let near = outcome.tokens.start <= self.near + 6;
        let reported = text.lower(outcome.tokens.start.saturating_sub(1)) == "as"
            || text.is(
                outcome.tokens.start.saturating_sub(1),
                Tag::BELIEF.or(Tag::ADVERB).or(Tag::REL),
            );
        // "the 143 villagers of Orla, killed in May"
        let apposed = outcome.tokens.start == self.near + 1
            && text.lower(self.near) == ","
            && text.is(outcome.tokens.end, Tag::PREP.or(Tag::TIME));
        near && !self.far || reported || self.joined || apposed
    }

    /// "two colleagues with them on the street were hurt"; and where a clause of others begins.
    pub(super) fn pronoun_or_clause(&self) -> Option<Step> {
        let (text, at) = (self.linker.text, self.at);
        // "30 were hurt before the hospital had to be evacuated": another clause
        if self.own_clause() {
            return Some(Step::Stop);
        }
        // "people it said were killed"
        let told = at == self.phrase.end
            && matches!(text.lower(at), "it" | "they" | "he" | "she")
            && text.is(at + 1, Tag::SAY)
            && (text.is(at + 2, Tag::BE.or(Tag::HAVE)) || text.outcome_from(at + 2).is_some());
        if told {
            return Some(Step::On(at + 2));
        }
        if let Some(next) = self.past_holders() {
            return Some(Step::On(next));
        }
        let object = text.is(at.saturating_sub(1), Tag::PREP)
            && matches!(text.lower(at), "them" | "him" | "her" | "us" | "me" | "it");
        (object && !self.bare).then_some(Step::On(at + 1))
    }

    /// "twelve appeared to have been shot", "some seem to have died": what it looked like.
    pub(super) fn past_seeming(&self) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        let seems = matches!(
            text.lower(at),
            "appeared" | "appear" | "appears" | "seemed" | "seem" | "seems"
        );
        // "were taken to be treated for burns"
        let taken = matches!(text.lower(at), "taken" | "brought" | "rushed" | "flown") && text.lower(at + 2) == "be";
        (text.lower(at + 1) == "to" && (taken || seems && text.lower(at + 2) == "have")).then_some(at + 2)
    }

    /// "the 48 clerks they are holding have been killed": whose the captives are.
    fn past_holders(&self) -> Option<usize> {
        let (text, at) = (self.linker.text, self.at);
        let holders = at == self.phrase.end && matches!(text.lower(at), "they" | "he" | "she" | "it" | "we");
        let verb = |at: usize| text.is(at, Tag::BE.or(Tag::HAVE));
        let own = (at + 2..at + 6)
            .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
            .find(|&own| verb(own) && !verb(own - 1));
        own.filter(|_| holders)
    }

    /// "47 nurses who treated injured marchers were held": what they did themselves stands in their clause, and the verb behind it.
    pub(super) fn past_own_deed(&mut self, outcome: &Outcome) -> Option<usize> {
        let (text, at) = (self.linker.text, outcome.tokens.start);
        let mut who = at.checked_sub(1)?;
        while who > self.phrase.end && text.is(who, Tag::HAVE.or(Tag::ADVERB)) {
            who -= 1;
        }
        let deed = outcome.frame == Frame::Hits && text.lower(who) == "who" && who <= self.phrase.end + 1;
        if !deed || super::voice::before(text, at, Tag::BE).is_some() {
            return None;
        }
        let free = |at: usize| {
            !matches!(text.lower(at), ";" | ":" | "”" | "\"")
                && !text.is(at, Tag::SUBORD.or(Tag::REL).or(Tag::SAY).or(Tag::PRON))
        };
        let be = (outcome.tokens.end + 1..self.end)
            .take_while(|&at| free(at))
            .find(|&at| text.is(at, Tag::BE.or(Tag::HAVE)))?;
        // "who hit the house which was burned", "the man was hurt": one of them
        let plural = !matches!(text.lower(be), "was" | "is" | "has") && !text.is(be - 1, Tag::CONJ);
        self.far = true;
        plural.then_some(be)
    }

    /// "two of the three who were killed", not "two of the three who stormed it were killed": the harm is told in the clause that
    /// says who they are.
    pub(super) fn in_own_clause(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let Some(who) = (self.phrase.end..outcome.tokens.start).find(|&at| text.is(at, Tag::REL)) else {
            return false;
        };
        let aux = |at: usize| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::ADVERB).or(Tag::BELIEF).or(Tag::NOT));
        let mut first = outcome.tokens.start;
        while first > who + 1 && (aux(first - 1) || text.lower(first - 1) == "to") {
            first -= 1;
        }
        let verb = (who + 1..first).any(|at| text.is(at, Tag::PAST) || text.outcome(at).is_some());
        let be = (first..outcome.tokens.start).any(|at| text.is(at, Tag::BE));
        !(verb && be) || text.is(first - 1, Tag::CONJ.or(Tag::REL)) || text.lower(first - 1) == ","
    }
}

/// Buildings that a count of them is split into: no people.
pub(super) fn is_building(word: &str) -> bool {
    matches!(
        word,
        "cathedral"
            | "church"
            | "palace"
            | "hospital"
            | "hospitals"
            | "school"
            | "schools"
            | "mosque"
            | "headquarters"
            | "buildings"
            | "shops"
            | "hotel"
            | "temple"
            | "bridge"
            | "bridges"
            | "market"
    )
}

/// True for a present form that is an infinitive or finite verb, not a noun.
fn is_infinitive(text: &super::text::Text<'_, '_>, outcome: &Outcome) -> bool {
    outcome.form == Form::Present
        && outcome
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| text.lower(at) == "to" || text.is(at, Tag::MODAL))
}
