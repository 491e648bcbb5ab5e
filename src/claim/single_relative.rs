//! Relative clauses about one person, whatever stands between "who" and its verb: "Brenk, who officials said was killed", "the
//! nurse whom gunmen seized", "a boy whose arrest drew crowds".

use super::Kind;
use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::single_aside::told_as_kin;
use super::single_clause::suffered;
use super::single_noun::Noun;
use super::single_words::{harm_noun, is_harm_noun};
use super::text::Text;

/// How many tokens the clause may take to its verb.
const REACH: usize = 9;

/// Beginnings of words for a harm that is only awaited.
const AWAITED: &[&str] = &[
    "rumor", "rumour", "demand", "sought", "urge", "fear", "predict", "expect",
];

/// The harm that such a clause tells of the noun, with the rule that found it.
pub(super) fn find<'o>(text: &'o Text<'_, '_>, noun: &Noun, next: usize) -> Option<(&'o Outcome, &'static str)> {
    let (who, comma) = opening(text, noun, next)?;
    match text.lower(who) {
        "who" => Some((harmed(text, who + 1, comma)?, "single/relative")),
        "whom" => Some((taken(text, who + 1)?, "single/relative")),
        _ => Some((owned(text, who + 1)?, "single/whose")),
    }
}

/// Where the clause opens, and whether a comma stands before it.
fn opening(text: &Text<'_, '_>, noun: &Noun, next: usize) -> Option<(usize, bool)> {
    let end = if text.is(noun.end, Tag::PREP) {
        // "Brenk, a reporter with the Orla Post, who was"
        let belongs = |at: usize| at < next && (text.is(at, Tag::PREP.or(Tag::DET)) || text.is_capital(at));
        (noun.end..noun.end + 7).find(|&at| !belongs(at)).unwrap_or(noun.end)
    } else {
        noun.end
    };
    let comma = text.lower(end) == ",";
    let who = end + usize::from(comma);
    // "a baker in Orla whose": a place and nothing else may stand there without a comma
    let place = text.words.capitals_tell && (noun.end + 1..end).all(|at| text.is_name(at));
    if !matches!(text.lower(who), "who" | "whom" | "whose") || !comma && !place {
        return None;
    }
    // "Ida Marr, mother of Sergeant Jon Marr, who was killed": the nearer one
    (!told_as_kin(text, noun)).then_some((who, comma))
}

/// "who had been detained", "who officials said was killed", "who is believed to have died".
fn harmed<'o>(text: &'o Text<'_, '_>, from: usize, comma: bool) -> Option<&'o Outcome> {
    let inserted = inserted(text, from);
    // without a comma and an insertion the rules for counts read it
    if inserted.is_none() && !comma {
        return None;
    }
    let verb = inserted.unwrap_or(from);
    let skip = Tag::BE.or(Tag::HAVE).or(Tag::ADVERB).or(Tag::BELIEF).or(Tag::TIME);
    let leads = |at: usize| text.is(at, skip) || text.lower(at) == "to" && text.is(at - 1, Tag::BELIEF);
    let at = (verb..verb + REACH).find(|&at| text.outcome_from(at).is_some() || !leads(at))?;
    let plain = (verb..at).all(|at| !text.is(at, Tag::NOT.or(Tag::MODAL)));
    text.outcome_from(at).filter(|outcome| plain && suffered(text, outcome))
}

/// "officials said", ", police say,", "according to his lawyer": one past what stands between "who" and its verb.
fn inserted(text: &Text<'_, '_>, from: usize) -> Option<usize> {
    let last = text.sentence(from).end.min(from + REACH);
    let verb = Tag::BE.or(Tag::HAVE);
    let says = |at: usize| text.is(at, Tag::SAY) || text.begins(at, &["believ", "think", "thought", "fear"]);
    if text.lower(from) == "," {
        let close = (from + 1..last).find(|&at| text.lower(at) == ",")?;
        let said = (from + 1..close).any(|at| says(at) || text.lower(at) == "according");
        return said.then_some(close + 1);
    }
    let word = |&at: &usize| text.is_word(at) && text.outcome(at).is_none() && !text.is(at, Tag::MODAL.or(Tag::REL));
    if text.reads(from, &["according", "to"]) {
        return (from + 2..last)
            .take_while(word)
            .find(|&at| text.is(at + 1, verb))
            .map(|at| at + 1);
    }
    let other = verb
        .or(Tag::MODAL)
        .or(Tag::NOT)
        .or(Tag::ADVERB)
        .or(Tag::SAY)
        .or(Tag::PAST);
    if text.is(from, other) {
        return None;
    }
    let said = (from..last)
        .take_while(|at| word(at) && !text.is(*at, verb))
        .find(|&at| at > from && says(at))?;
    let next = said + 1 + usize::from(text.lower(said + 1) == "that");
    text.is(next, verb).then_some(next)
}

/// "whom gunmen had seized in May": the subject of the clause and its verb, which has no other object.
fn taken<'o>(text: &'o Text<'_, '_>, from: usize) -> Option<&'o Outcome> {
    const SUBJECT: usize = 6;
    let verb = (from + 1..from + SUBJECT)
        .take_while(|&at| text.is_word(at - 1) && !text.is(at - 1, Tag::SAY.or(Tag::MODAL).or(Tag::NOT).or(Tag::BE)))
        .find(|&at| text.outcome_from(at).is_some())?;
    let outcome = text.outcome_from(verb)?;
    let next = outcome.tokens.end;
    let open = !text.is_word(next) || text.is(next, Tag::PREP.or(Tag::TIME).or(Tag::SUBORD).or(Tag::CONJ));
    (open && outcome.frame == Frame::Hits && outcome.form == Form::Past).then_some(outcome)
}

/// "whose brutal murder shocked Orla", "whose torture and killing": harm that happened, and is not only talked about.
fn owned<'o>(text: &'o Text<'_, '_>, from: usize) -> Option<&'o Outcome> {
    let at = if text.lower(from + 1) == "and" && harm_noun(text, from + 2) {
        from + 2
    } else if is_harm_noun(text, from) {
        from + usize::from(text.outcome_from(from).is_none())
    } else {
        return None;
    };
    let outcome = text.outcome_from(at)?;
    let behind = || (outcome.tokens.end..outcome.tokens.end + 5).take_while(|&at| text.is_word(at));
    let awaited = behind().any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)) || text.begins(at, AWAITED));
    let asked = outcome.kind == Kind::Released && text.is(outcome.tokens.end, Tag::BE);
    (!awaited && !asked).then_some(outcome)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Jonas Brenk, who officials said was killed in the raid, was a baker.",
            &["killed Jonas Brenk"],
        ),
        (
            "They met the baker's husband, who she said had been injured in the siege.",
            &["injured the baker's husband"],
        ),
        (
            "A miner who, police say, was shot twice told his story.",
            &["injured A miner"],
        ),
        (
            "Ida Marr, who is believed to have been killed by shells, was a driver.",
            &["killed Ida Marr"],
        ),
        (
            "Jonas Brenk, who according to his lawyer was detained at noon, taught law.",
            &["arrested Jonas Brenk"],
        ),
        (
            "They prayed for the priest, whom gunmen had abducted in May.",
            &["abducted the priest"],
        ),
        (
            "A poster showed Jonas Brenk, whose torture and killing by guards set off the march.",
            &["killed Jonas Brenk"],
        ),
        (
            "The rally honoured a boy whose brutal murder shocked the town.",
            &["killed a boy"],
        ),
        (
            "They marched for Ida Marr, a young baker in Orla whose death prompted a strike.",
            &["killed Ida Marr"],
        ),
        // the other way about
        ("A teacher who witnesses said shot at the crowd ran off.", &[]),
        ("Jonas Brenk, who officials said was in Orla, spoke.", &[]),
        ("Ida Marr, who doctors said treated the wounded, came from Orla.", &[]),
        ("Jonas Brenk, whose death threats were taped, left.", &[]),
        ("Jonas Brenk, whose arrest warrant was signed in May, left.", &[]),
        ("Ida Marr, whose release is demanded by the guild, is a baker.", &[]),
        ("Jonas Brenk, whose death has been rumoured for years, spoke.", &[]),
        ("Ida Marr, whose death would be a blow to the guild, is ill.", &[]),
        ("Jonas Brenk, whom police allowed to go, spoke.", &[]),
    ];

    #[test]
    fn relative_clauses_tell_of_their_noun() {
        check_told(EXAMPLES);
    }
}
