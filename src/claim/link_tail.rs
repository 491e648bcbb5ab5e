//! Small ties of counts that news has seldom: "the dead, 16 in all", "casualties came to 46", "driver held" in a headline.

use std::ops::Range;

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Frame;
use super::phrase::{Head, Phrase};
use super::single_noun::Noun;
use super::text::Text;

/// "came to", "amounted to": what only a sum does, so that the count behind it is that of the noun before.
pub(super) fn is_sum(verb: &str) -> bool {
    matches!(verb, "came" | "comes" | "amounted" | "amounts" | "amounting")
}

/// "the dead, 16 in all, were buried": the harmed are named before and counted behind a comma.
pub(super) fn in_all(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let first = text.sentence(phrase.tokens.start).start;
    let comma = phrase.tokens.start.checked_sub(1).filter(|&at| at > first)?;
    let end = text.quantities.get(phrase.quantity)?.tokens.end;
    if !sums_up(text, end) || !matches!(text.lower(comma), "," | "(" | "–" | "—") {
        return None;
    }
    let outcome = text.outcome_to(comma).filter(|outcome| {
        let before = outcome.tokens.start.checked_sub(1);
        matches!(outcome.frame, Frame::State | Frame::Hits | Frame::Noun)
            && outcome.tokens.len() == 1
            && before.is_some_and(|at| at >= first && text.is(at, Tag::DET.or(Tag::POSS)))
    })?;
    Some(linker.link(index, outcome, "link/in-all", 0.8))
}

/// "in all", "in total", "altogether": what stands behind the count of all who were named before.
pub(super) fn sums_up(text: &Text<'_, '_>, end: usize) -> bool {
    text.lower(end) == "altogether"
        || text.lower(end) == "in" && matches!(text.lower(end + 1), "all" | "total" | "number")
}

/// "sent 29 to the district hospital", "took 14 more to three hospitals": what stands between is the hospital's name.
pub(super) fn to_hospital(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= start)?;
    let takes = matches!(
        text.lower(verb),
        "took"
            | "rushed"
            | "taking"
            | "rushing"
            | "brought"
            | "airlifted"
            | "flew"
            | "carried"
            | "sent"
            | "sends"
            | "sending"
            | "ferried"
    );
    let people = matches!(phrase.head, Head::Person(_) | Head::Bare) || phrase.others;
    if !takes || !people || text.lower(phrase.end) != "to" {
        return None;
    }
    let end = (phrase.end + 1..phrase.end + 6)
        .take_while(|&at| text.is_word(at))
        .find(|&at| {
            matches!(
                text.lower(at),
                "hospital" | "hospitals" | "clinic" | "clinics" | "infirmary"
            )
        })?;
    let unreal = (verb.saturating_sub(3)..verb).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)));
    let staff = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "doctors" | "nurses" | "medics" | "officers" | "experts" | "volunteers" | "police"));
    (!unreal && !staff).then(|| Link {
        phrase: index,
        kind: Kind::Injured,
        outcome: phrase.end..end + 1,
        row: "injured/to-hospital",
        rule: "link/split-verb",
        part: phrase.of_them,
        confidence: 0.85,
    })
}

/// "35 of them and 20 of the raiders died": parts of two wholes, joined by "and".
pub(super) fn both_parts(text: &Text<'_, '_>, phrase: &Phrase, next: &Phrase) -> bool {
    let of_them = |phrase: &Phrase| {
        text.quantities
            .get(phrase.quantity)
            .is_some_and(|quantity| text.lower(quantity.tokens.end) == "of")
    };
    of_them(phrase) && of_them(next) && text.lower(phrase.end) == "and" && phrase.end + 1 == next.tokens.start
}

/// "22 dead (nine women) and 113 injuries": brackets that close between two counts part them.
pub(super) fn leaves_brackets(text: &Text<'_, '_>, mut between: Range<usize>) -> bool {
    let closes = between.clone().find(|&at| text.lower(at) == ")");
    closes.is_some_and(|close| !between.any(|at| at < close && text.lower(at) == "("))
}

/// "15 died from drowning, six from falls": the outcome names a cause.
pub(super) fn is_cause(text: &Text<'_, '_>, at: usize) -> bool {
    at > 0 && matches!(text.lower(at - 1), "from" | "of" | "by")
}

/// "40 per cent", "aged between three and 61": no more of those counted before.
pub(super) fn is_share_or_age(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let start = phrase.tokens.start;
    let aged = (start.saturating_sub(4)..start).any(|at| matches!(text.lower(at), "aged" | "ages"));
    text.reads(phrase.tokens.end, &["per", "cent"]) || aged && phrase.head == Head::Bare
}

/// "exchange of fire", "exchanged insults": nobody was handed over. `at` stands behind the verb or noun.
pub(super) fn is_no_swap(scan: &crate::token::Scan<'_>, at: usize) -> bool {
    let next = at + usize::from(matches!(scan.lower(at), "of" | "heavy" | "angry"));
    matches!(
        scan.lower(next),
        "fire"
            | "gunfire"
            | "shots"
            | "blows"
            | "words"
            | "insults"
            | "artillery"
            | "shelling"
            | "rocket"
            | "views"
            | "volleys"
    )
}

/// "Car seized, driver held after chase": one more part of a headline, where no article stands before the person.
pub(super) fn in_headline(text: &Text<'_, '_>, noun: &Noun, link: &Link) -> bool {
    let sentence = text.sentence(noun.tokens.start);
    let comma = noun.tokens.start.checked_sub(1).filter(|&at| at > sentence.start);
    // "Marr, friends recall teen killed": words before the person that are no part of the noun
    let one = noun
        .tokens
        .clone()
        .all(|at| !text.is(at, Tag::PERSON) || text.is(at, Tag::SINGULAR));
    let parted = comma.is_some_and(|at| text.lower(at) == ",");
    let behind = link.outcome.start == noun.end && link.rule == "link/participle";
    let last = text.lower(sentence.end.saturating_sub(1));
    // no article, no verb of being: not a sentence
    let plain = || {
        !sentence
            .clone()
            .any(|at| text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::DET).or(Tag::PRON)))
    };
    // "Fall of a roof leaves woman, three boys dead"
    let left =
        comma.is_some_and(|at| matches!(text.lower(at), "leaves" | "leave")) && link.rule == "link/shared-forward";
    one && (parted && behind || left)
        && sentence.len() <= HEADLINE
        && !matches!(last, "." | "!" | "?" | "”" | "\"")
        && plain()
}

/// The most tokens of a headline.
const HEADLINE: usize = 20;

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn small_ties_hold() {
        check(&[
            ("The army's casualties amounted to six.", "casualties 6"),
            ("Deaths in the camp came to 46.", "killed 46"),
            ("The wounded, 16 in all, were taken to Orla.", "injured 16"),
            (
                "Nine, including two clerks, were injured in the brawl.",
                "injured 9; injured 2 part",
            ),
            (
                "Nine, three of them clerks, were injured in the brawl.",
                "injured 9; injured 3 part",
            ),
            (
                "Gunmen abducted 60 clerks; 35 of them and 20 of the raiders died.",
                "abducted 60; killed 35 part; killed 20",
            ),
            (
                "Fifteen died from drowning, six from falls and two from the cold.",
                "killed 15; killed 6; killed 2",
            ),
            (
                "There were 22 deaths (9 women, 6 children) and 113 injuries.",
                "killed 22; killed 9 part; killed 6 part; injured 113",
            ),
            (
                "Of the 48 passengers, three drowned and two are missing.",
                "killed 3 part; missing 2 part",
            ),
            ("The fire killed 17 people aged between three and 61.", "killed 17"),
            ("Last year 23 people, or 40 per cent of them, were killed.", "killed 23"),
            (
                "The shelling left 11 dead and sent 29 to the district hospital.",
                "killed 11; injured 29",
            ),
            ("In the raid three guards fell.", "killed 3"),
            ("A clerk was found dead in his room with stab wounds.", "killed 1 one"),
            (
                "Fifteen people died this year, as against nine in 2019.",
                "killed 15; killed 9",
            ),
            // no harm, no sum, no swap
            ("The league sent 29 doctors to the district hospital.", ""),
            ("The league sent 29 letters to the district hospital.", ""),
            ("Three guards fell ill.", ""),
            ("Three leaves fell.", ""),
            ("Fifteen people marched this year, as against nine in 2019.", ""),
            ("The army's purchases amounted to six.", ""),
            ("The guests, 16 in all, were taken to Orla.", ""),
            ("Nine, including two clerks, were invited.", ""),
            ("After an exchange of fire two men ran off.", ""),
            ("The two sides exchanged fire with 40 gunmen.", ""),
            ("Prices had fallen in six towns.", ""),
        ]);
    }

    #[test]
    fn phrases_of_death_and_injury() {
        check(&[
            ("Six fallen soldiers were honoured in Orla.", "killed 6"),
            ("Three men fell dead in the square.", "killed 3"),
            ("Sixty pilgrims were hacked or burned to death.", "killed 60"),
            ("Two of the wounded did not live through the night.", "killed 2 part"),
            ("Raiders slit the throats of four herders.", "killed 4"),
            ("Nine recruits came home in coffins.", "killed 9"),
            ("Four rebels bit the dust.", "killed 4"),
            ("The league counts 70 fatal victims.", "killed 70"),
            ("Rebels killed or maimed 40 villagers.", "casualties 40"),
            ("Twelve marchers ended up in hospital.", "injured 12"),
            ("Five guests suffered from exposure.", "injured 5"),
            ("Two climbers were pulled out with broken legs.", "injured 2"),
            ("Four clerks had their arms broken.", "injured 4"),
            ("Twelve pupils were carried out on stretchers.", "injured 12"),
            ("Thirty trees have fallen in Orla.", ""),
            ("Six trees fell on the road.", ""),
            ("Four crates were carried out on stretchers.", ""),
            ("Twelve songs ended up in the film.", ""),
            ("Three plans did not live up to their name.", ""),
        ]);
    }
}
