//! Lists of counts that must not share a harm, and who the captors are.

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Frame, Outcome};
use super::phrase::{Head, Phrase};

impl Linker<'_, '_> {
    /// "seven raiders, two hostages and six guards were killed": the verb says it, not the noun.
    pub(super) fn harmed_again(&self, index: usize, links: &[Link]) -> Option<Link> {
        let own = links.iter().find(|link| link.phrase == index)?;
        let phrase = self.phrases.get(index)?;
        let Head::Harm(at) = phrase.head else { return None };
        let persons = matches!(
            self.text.lower(at),
            "hostages" | "detainees" | "prisoners" | "inmates" | "refugees" | "captives"
        );
        let plain = own.rule == "link/own-noun" && persons;
        // no verb of its own: "freed nine hostages and six guards were killed"
        let before = phrase.tokens.start.checked_sub(1)?;
        let free = !self.text.is(before, Tag::PAST.or(Tag::VERB).or(Tag::ING)) && self.text.outcome(before).is_none();
        self.shared_forward(index, links).filter(|link| {
            plain
                && free
                && link.kind != own.kind
                && self
                    .text
                    .outcome_from(link.outcome.start)
                    .is_some_and(|outcome| outcome.frame != Frame::Noun)
        })
    }

    /// "including 48 farmers and 12 guards, and 71 wounded": the list ends at the comma.
    pub(super) fn ends_list(&self, phrase: &Phrase, next: &Phrase) -> bool {
        let text = self.text;
        let start = text.sentence(phrase.tokens.start).start;
        let opener = (start.max(phrase.tokens.start.saturating_sub(14))..phrase.tokens.start)
            .find(|&at| text.lower(at) == "including" || text.reads(at, &["among", "them"]));
        // the whole has its verb already
        let listed = opener
            .is_some_and(|opener| (start.max(opener.saturating_sub(24))..opener).any(|at| text.outcome(at).is_some()));
        let comma = text.lower(phrase.end) == ",";
        let next_in_list = (phrase.end..next.tokens.start).any(|at| text.is(at, Tag::CONJ));
        let last = text.lower(phrase.tokens.start.saturating_sub(1)) == "and"
            || text.lower(phrase.tokens.start.saturating_sub(1)) == "including";
        listed && (comma && last && next_in_list || !comma && self.closes_later(phrase, next))
    }

    /// "48 farmers and 12 guards, and 71 wounded": a comma stands before the last count.
    fn closes_later(&self, phrase: &Phrase, next: &Phrase) -> bool {
        let joint = next.tokens.end.max(next.end);
        let text = self.text;
        let and = (phrase.end..next.tokens.start).all(|at| text.lower(at) == "and");
        and && next.own.is_none()
            && text.lower(joint) == ","
            && text.lower(joint + 1) == "and"
            && text.quantity(joint + 2).is_some()
    }

    /// "are still held by the gang": no arrest.
    pub(super) fn by_captors(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        let takes = |at: usize| {
            text.words.class(at) == super::VictimClass::Militant
                || matches!(
                    text.lower(at),
                    "gang" | "kidnappers" | "captors" | "abductors" | "bandits" | "pirates"
                )
        };
        let by = (outcome.tokens.end..outcome.tokens.end + 7)
            .take_while(|&at| text.is_word(at))
            .find(|&at| text.lower(at) == "by");
        // "the rebels are holding 33 villagers"
        let verb = outcome.tokens.start;
        let active =
            text.lower(verb) == "holding" || super::voice::before(text, verb, super::lexicon::Tag::BE).is_none();
        if by.is_none() && active && text.quantity(outcome.tokens.end).is_some() {
            return (text.sentence(verb).start.max(verb.saturating_sub(5))..verb)
                .rev()
                .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
                .any(takes);
        }
        by.is_some_and(|by| (by + 1..by + 5).take_while(|&at| text.is_word(at)).any(takes))
    }

    /// "were lined up and shot", "shot against a wall": an execution.
    pub(super) fn before_a_wall(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        let start = outcome.tokens.start;
        if text.lower(start) != "shot" || !outcome.row_is("injured/shot") {
            return false;
        }
        let sentence = text.sentence(start);
        (sentence.start.max(start.saturating_sub(10))..sentence.end.min(outcome.tokens.end + 5)).any(|at| {
            matches!(text.lower(at), "lined" | "line" | "herded") && matches!(text.lower(at + 1), "up" | "into")
                || text.reads(at, &["against", "a", "wall"])
                || text.reads(at, &["firing", "squad"])
        })
    }

    /// "the fatal shooting of a clerk", "a deadly attack": the word before the noun says that it killed.
    pub(super) fn is_fatal(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        let noun = outcome.frame == Frame::Noun && outcome.kind == super::Kind::Injured;
        noun && (1..4)
            .filter_map(|step| outcome.tokens.start.checked_sub(step))
            .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
            .any(|at| matches!(text.lower(at), "fatal" | "deadly"))
    }

    /// True where a count without a noun stands behind one of persons: "Eight were hurt and two captured".
    pub(super) fn behind_persons(&self, phrase: &Phrase) -> bool {
        let text = self.text;
        let row = self
            .phrases
            .partition_point(|other| other.tokens.start < phrase.tokens.start);
        let here = text.scan.sentence_index(phrase.tokens.start);
        row.checked_sub(1)
            .and_then(|row| self.phrases.get(row))
            .is_some_and(|other| {
                let there = text.scan.sentence_index(other.tokens.start);
                let near = here.zip(there).is_some_and(|(here, there)| there + 1 >= here);
                near && (matches!(other.head, Head::Person(_) | Head::Harm(_))
                    || matches!(other.head, Head::Bare) && text.outcome(other.end).is_some())
            })
    }

    /// "carried away", "carried off": the words of kidnappers, of a flood, of a plague, of stretchers.
    fn is_carrying(&self, outcome: &Outcome) -> bool {
        self.text.lower(outcome.tokens.start).starts_with("carr") && outcome.row_is("abducted/carried-off")
    }

    /// "were whisked away to safer places": by no captors.
    pub(super) fn to_safety(&self, outcome: &Outcome) -> bool {
        let end = outcome.tokens.end;
        matches!(outcome.id(), "abducted/carried-off" | "abducted/taken-away")
            && self.text.lower(end) == "to"
            && (end + 1..end + 3).any(|at| self.text.lower(at).starts_with("safe"))
    }

    /// "the wounded were carried away": neither a flood nor kidnappers are spoken of.
    pub(super) fn carries_things(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        let takes = |at: usize| {
            [
                "flood",
                "river",
                "current",
                "water",
                "sea",
                "wave",
                "torrent",
                "tide",
                "stream",
                "tsunami",
                "slide",
                "storm",
                "gunm",
                "rebel",
                "bandit",
                "kidnap",
                "militant",
                "raider",
                "attacker",
                "insurgent",
                "fighter",
                "gang",
                "armed",
            ]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
        };
        self.is_carrying(outcome)
            && !self.carried_off_by_disease(outcome)
            && !text.sentence(outcome.tokens.start).any(takes)
    }

    /// "the famine carried off 300": no flood.
    pub(super) fn carried_off_by_disease(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        if !self.is_carrying(outcome) {
            return false;
        }
        let verb = outcome.tokens.start;
        (text.sentence(verb).start.max(verb.saturating_sub(10))..verb).any(|at| {
            [
                "famine",
                "plague",
                "epidemic",
                "disease",
                "cholera",
                "typhus",
                "typhoid",
                "fever",
                "influenza",
                "flu",
                "virus",
                "malaria",
                "measles",
                "smallpox",
                "hunger",
                "starvation",
                "pandemic",
                "dysentery",
                "flood",
                "floods",
                "floodwaters",
                "wave",
                "waves",
                "avalanche",
                "landslide",
                "mudslide",
                "tsunami",
                "torrent",
                "current",
                "cyclone",
            ]
            .contains(&text.lower(at))
        })
    }

    /// "160 suspects have been seized": whoever is sought is arrested.
    pub(super) fn is_wanted(&self, head: Option<Head>) -> bool {
        matches!(head, Some(Head::Person(at)) if matches!(
            self.text.lower(at),
            "suspects" | "suspect" | "fugitives" | "smugglers" | "dealers" | "traffickers" | "criminals"
        ))
    }

    /// "police seized 12 men", "were seized by soldiers": an arrest.
    pub(super) fn by_the_state(&self, verb: &Range<usize>) -> bool {
        let text = self.text;
        let start = text.sentence(verb.start).start;
        let before = start.max(verb.start.saturating_sub(10))..verb.start;
        let by = (verb.end..verb.end + 5).find(|&at| text.lower(at) == "by");
        let agent = by.map_or(before, |by| by..by + 5);
        let captors = |at: usize| text.words.class(at) == super::VictimClass::Militant;
        let state = |at: usize| {
            text.words.class(at) == super::VictimClass::SecurityForce
                || matches!(
                    text.lower(at),
                    "army" | "military" | "authorities" | "security" | "navy"
                )
        };
        agent.rev().find(|&at| captors(at) || state(at)).is_some_and(state)
    }
}
