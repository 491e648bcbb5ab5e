//! Harm told right behind the words for one person, in a clause of its own: "Brenk, killed in May,", "the man they seized".

use super::Kind;
use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::single_noun::Noun;
use super::text::Text;

/// "the funeral of Brenk, killed on Friday in Orla,": a participle in an insertion of its own.
pub(super) fn behind_comma<'o>(text: &'o Text<'_, '_>, noun: &Noun) -> Option<&'o Outcome> {
    let outcome = text
        .outcome_from(noun.end + 1)
        .filter(|_| text.lower(noun.end) == "," && noun.form == super::Form::Named)?;
    let next = outcome.tokens.end;
    let participle = outcome.frame == Frame::Hits && outcome.form == Form::Past && outcome.kind != Kind::Released;
    // "Brenk, missing since May,"
    let lost = outcome.kind == Kind::Missing && outcome.frame == Frame::State;
    let doing = text.lower(next).ends_with("ing") && text.lower(next).len() > 5;
    let alone =
        (doing || text.is(next, Tag::PREP.or(Tag::TIME).or(Tag::SUBORD))) && !matches!(text.lower(next), "at" | "off");
    let strong = matches!(
        outcome.kind,
        Kind::Killed | Kind::Arrested | Kind::Abducted | Kind::Injured
    );
    // "raided Orla, killed in all": a list of verbs
    ((participle && strong || lost) && alone && text.lower(outcome.tokens.start) != "held").then_some(outcome)
}

/// "the man they seized in Orla": a clause without "whom".
pub(super) fn contact<'o>(text: &'o Text<'_, '_>, noun: &Noun) -> Option<&'o Outcome> {
    let they = matches!(text.lower(noun.end), "they" | "we" | "he" | "she" | "i");
    // "a man they said was shot"
    if they && text.is(noun.end + 1, Tag::SAY) && text.is(noun.end + 2, Tag::BE.or(Tag::HAVE)) {
        let verb = noun.end + 3 + usize::from(text.is(noun.end + 3, Tag::BE));
        return text
            .outcome_from(verb)
            .filter(|outcome| outcome.frame == Frame::Hits && outcome.form == Form::Past);
    }
    let verb = noun.end + 1 + usize::from(text.is(noun.end + 1, Tag::HAVE));
    let outcome = text
        .outcome_from(verb)
        .filter(|outcome| they && outcome.frame == Frame::Hits)?;
    let next = outcome.tokens.end;
    let open = text.is(next, Tag::PREP.or(Tag::TIME).or(Tag::BE).or(Tag::SUBORD)) || !text.is_word(next);
    (open && outcome.form == Form::Past).then_some(outcome)
}

/// "went home, only for his wife to be killed": a turn of what was told.
pub(super) fn turned<'o>(text: &'o Text<'_, '_>, noun: &Noun) -> Option<&'o Outcome> {
    let start = noun.tokens.start;
    let only = start > 1 && text.reads(start - 2, &["only", "for"]) && text.reads(noun.end, &["to", "be"]);
    let outcome = text.outcome_from(noun.end + 2).filter(|_| only)?;
    (outcome.frame == Frame::Hits && outcome.form == Form::Past).then_some(outcome)
}

/// "a guard shot and killed himself": the harm turns on its subject.
pub(super) fn reflexive<'o>(text: &'o Text<'_, '_>, noun: &Noun) -> Option<&'o Outcome> {
    let last = text.sentence(noun.end).end.min(noun.end + 8);
    let verb = (noun.end..last)
        .take_while(|&at| text.is_word(at) && !text.is(at, Tag::MODAL.or(Tag::NOT).or(Tag::PRON).or(Tag::DET)))
        .find(|&at| matches!(text.lower(at + 1), "himself" | "herself"))?;
    let only = (noun.end..verb).all(|at| {
        let said = text.is(at, Tag::BE.or(Tag::BELIEF)) || text.lower(at) == "to" && text.is(at - 1, Tag::BELIEF);
        let leads = Tag::HAVE.or(Tag::ADVERB).or(Tag::PAST).or(Tag::CONJ).or(Tag::REL);
        said || text.is(at, leads) || text.outcome(at).is_some()
    });
    let hurt = matches!(text.lower(verb), "injured" | "hurt" | "wounded" | "burned" | "burnt");
    text.outcome(verb).filter(|outcome| {
        only && (outcome.kind == Kind::Killed || hurt) && outcome.frame == Frame::Hits && outcome.form == Form::Past
    })
}
