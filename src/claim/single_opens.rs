//! Words for one person that are no noun with its adjectives: pronouns, "a sixth", "one Mohan Dass", "a body".

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::single_body::is_struck;
use super::single_noun::{Noun, Opener};
use super::single_read::Reader;
use super::single_words::{aged, is_harm_noun, is_ordinal};
use super::{Form, Kind, VictimClass};

impl Reader<'_, '_, '_> {
    pub(super) fn pronoun(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        let subject = matches!(text.lower(at), "he" | "she");
        let object = text.lower(at) == "him" || text.lower(at) == "her" && !self.opens_noun(at + 1);
        let object = object && text.outcome_to(at).is_some();
        let owner = matches!(text.lower(at), "his" | "her") && (is_harm_noun(text, at + 1) || is_struck(text, at, at));
        // "after which he or she disappears": anybody
        let either = text.lower(at + 1) == "or" || at > 1 && text.reads(at - 2, &["he", "or"]);
        if either || !(subject || object || owner) {
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

    /// "one Mohan Lal was held": a certain man of that name.
    pub(super) fn one_called(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        if text.lower(at) != "one" {
            return None;
        }
        let end =
            (at + 1..at + 8).find(|&at| !(self.unknown(at) || text.is_name(at) && text.quantity(at).is_none()))?;
        // "stabbed one Mohan Lal near the gate"
        let object = at > 0 && text.outcome_to(at).is_some() && text.is(end, Tag::PREP);
        let closes = text.lower(end) == "," || text.is(end, Tag::BE) || text.outcome_from(end).is_some() || object;
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

    /// "Five were killed and a sixth died later", "wounded a third": one more of those who were counted.
    pub(super) fn ranked(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        if !matches!(text.lower(at), "a" | "the") || !is_ordinal(text.lower(at + 1)) || text.quantity(at + 1).is_some()
        {
            return None;
        }
        // "Jonas Brenk the fourth"
        if at > 0 && text.lower(at) == "the" && text.is_name(at - 1) {
            return None;
        }
        let end = at + 2;
        let verb = text.is(end, Tag::BE.or(Tag::HAVE)) || text.outcome_from(end).is_some();
        let object = at > 0
            && text.outcome_to(at).is_some_and(|outcome| outcome.frame == Frame::Hits)
            && (!text.is_word(end) || text.is(end, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD)) && text.lower(end) != "of");
        if !(verb || object) {
            return None;
        }
        let here = text.scan.sentence_index(at)?;
        let row = text.quantities.partition_point(|quantity| quantity.tokens.end <= at);
        let counted = text.quantities.get(row.checked_sub(1)?)?;
        let near = text
            .scan
            .sentence_index(counted.tokens.start)
            .is_some_and(|there| there + 1 >= here);
        (near && !text.is_no_person(counted.tokens.end)).then(|| Noun {
            shown: at..end,
            tokens: at..end,
            end,
            form: Form::Implicit,
            class: VictimClass::Unspecified,
            head: end - 1,
            own: None,
            opener: Opener::Article,
        })
    }

    /// "a body lying in the street", "a charred body was found": one who died.
    pub(super) fn corpse(&self, at: usize) -> Option<Noun> {
        let text = self.text;
        if !matches!(text.lower(at), "a" | "another") {
            return None;
        }
        let kind = matches!(
            text.lower(at + 1),
            "dead"
                | "charred"
                | "headless"
                | "decomposed"
                | "decomposing"
                | "mutilated"
                | "third"
                | "second"
                | "lifeless"
        );
        let head = at + 1 + usize::from(kind);
        let body = matches!(text.lower(head), "body" | "corpse");
        let next = head + 1;
        let found = matches!(
            text.lower(
                next + usize::from(text.is(next, Tag::BE.or(Tag::HAVE))) + usize::from(text.is(next + 1, Tag::BE))
            ),
            "lying"
                | "found"
                | "recovered"
                | "discovered"
                | "pulled"
                | "dumped"
                | "floating"
                | "retrieved"
                | "lay"
                | "washed"
                | "brought"
        );
        (body && found).then_some(Noun {
            shown: at..next,
            tokens: at..next,
            end: next,
            form: Form::Implicit,
            class: VictimClass::Unspecified,
            head,
            own: Some((Kind::Killed, head)),
            opener: Opener::Article,
        })
    }
}
