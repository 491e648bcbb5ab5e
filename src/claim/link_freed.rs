//! Prisoners let out by mercy or handed to the police; and numbers without a noun in sentences about prisons and police.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Outcome;
use super::phrase::{Head, Phrase};
use super::text::Text;

/// "an amnesty for 40 convicts", "bail was granted to six", "the pardon of 12": they come free.
pub(super) fn clemency(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, joint: usize) -> Option<Link> {
    let text = linker.text;
    let mercy = |at: usize| {
        matches!(
            text.lower(at),
            "amnesty" | "pardon" | "pardons" | "bail" | "clemency" | "freedom" | "parole" | "reprieve"
        )
    };
    let start = text.sentence(joint).start;
    let before = joint.checked_sub(1).filter(|&at| at >= start)?;
    let noun = match text.lower(joint) {
        "for" | "of" => Some(before).filter(|&at| mercy(at)),
        "to" if matches!(text.lower(before), "granted" | "given" | "extended") => {
            (start.max(before.saturating_sub(4))..before).find(|&at| mercy(at))
        }
        "to" => Some(before).filter(|&at| mercy(at)),
        _ => None,
    }?;
    let free_of = matches!(text.lower(noun), "freedom" | "bail") && text.lower(joint) == "of";
    let way_to = text.lower(noun) == "freedom" && text.lower(joint) == "to";
    // not yet, or not at all
    const ASKS: &[&str] = &[
        "demand", "call", "urg", "appeal", "seek", "sought", "request", "plead", "press", "want", "den", "refus",
        "reject", "propos", "offer", "promis", "consider", "oppos", "against", "debat", "discuss", "willing", "weigh",
        "mull", "hope", "hoping", "possib", "draft",
    ];
    let asked = (start.max(noun.saturating_sub(6))..joint)
        .any(|at| text.begins(at, ASKS) || text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "no");
    let people = matches!(phrase.head, Head::Bare | Head::Person(_) | Head::Harm(_));
    (people && !free_of && !way_to && !asked).then(|| Link {
        phrase: index,
        kind: Kind::Released,
        outcome: noun..noun + 1,
        row: "released/clemency-noun",
        rule: "link/clemency",
        part: phrase.of_them,
        confidence: 0.75,
    })
}

/// Whether the sentence speaks of captives or of a prison: "let 12 men off the ship" at the end of a hijack.
pub(super) fn are_captives(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    const CAPTORS: &[&str] = &[
        "hijack", "hostage", "kidnap", "captor", "gunm", "prison", "jail", "detain", "custody", "pirate",
    ];
    let text = linker.text;
    text.sentence(phrase.tokens.start).any(|at| text.begins(at, CAPTORS))
}

/// "27 were led away" where the police are spoken of: the number needs no noun.
pub(super) fn is_police_work(linker: &Linker<'_, '_>, phrase: &Phrase, outcome: &Outcome) -> bool {
    let text = linker.text;
    matches!(
        outcome.id(),
        "arrested/led-away"
            | "arrested/picked-up"
            | "arrested/jail"
            | "arrested/caught"
            | "arrested/netted"
            | "arrested/taken-in"
            | "arrested/custody-remand"
            | "arrested/sent-to-jail"
            | "arrested/handed-police"
            | "arrested/dragged-to-van"
    ) && (outcome.tokens.start == phrase.end && closes(text, outcome.tokens.end)
        || super::voice::before(text, outcome.tokens.start, Tag::BE).is_some())
        && (super::left::is_policed(text, phrase) || speaks_of_arrests(text, outcome))
        && !is_measure(text, phrase)
}

/// "eight in jail and three on the run": nobody holds these.
pub(super) fn is_away(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    text.reads(phrase.end, &["on", "the", "run"])
        || text.reads(phrase.end, &["on", "the", "loose"])
        || text.reads(phrase.end, &["at", "large"])
}

/// "3 captured in a raid", not "Channel 3 captured pictures".
fn closes(text: &Text<'_, '_>, end: usize) -> bool {
    !text.is_word(end) || text.is(end, Tag::PREP.or(Tag::TIME).or(Tag::CONJ).or(Tag::SUBORD))
}

/// "with the three picked up yesterday, eighteen men are under arrest"
fn speaks_of_arrests(text: &Text<'_, '_>, outcome: &Outcome) -> bool {
    text.sentence(outcome.tokens.start).any(|at| {
        text.outcome_from(at)
            .is_some_and(|other| other.kind == Kind::Arrested && other.tokens != outcome.tokens)
    })
}

/// "took 23 prisoners": who they became.
pub(super) fn took_prisoners(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let verb = phrase.tokens.start.checked_sub(1)?;
    let prisoners = matches!(phrase.head, Head::Person(at) if matches!(text.lower(at), "prisoners" | "captives"));
    let took = matches!(text.lower(verb), "took" | "take" | "takes" | "taking" | "taken");
    // "took 12 prisoners to Orla" moved them
    let moved = matches!(text.lower(phrase.end), "to" | "from" | "into" | "back" | "out" | "home");
    let unreal =
        (verb.saturating_sub(3)..verb).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "to");
    (prisoners && took && !moved && !unreal).then(|| Link {
        phrase: index,
        kind: Kind::Arrested,
        outcome: verb..verb + 1,
        row: "arrested/prisoner",
        rule: "link/took-prisoners",
        part: phrase.of_them,
        confidence: 0.75,
    })
}

/// "the two robbers were caught": a chase ended; nobody is "caught in crossfire" here.
pub(super) fn is_end_of_chase(text: &Text<'_, '_>, phrase: &Phrase, outcome: &Outcome) -> bool {
    const CHASE: &[&str] = &[
        "suspect",
        "thie",
        "robber",
        "burglar",
        "gang",
        "police",
        "fugitiv",
        "smuggl",
        "accomplice",
        "culprit",
        "criminal",
        "manhunt",
        "escapee",
        "raider",
        "poacher",
        "trafficker",
        "pickpocket",
    ];
    let end = outcome.tokens.end;
    let closes = !text.is_word(end)
        || text.is(end, Tag::TIME)
        || matches!(
            text.lower(end),
            "after" | "near" | "and" | "later" | "when" | "while" | "hours" | "within"
        );
    let passive = super::voice::before(text, outcome.tokens.start, Tag::BE).is_some();
    let hunted = || text.sentence(phrase.tokens.start).any(|at| text.begins(at, CHASE));
    // "the man who killed 12 people was caught"
    let victims = phrase
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| text.outcome(at).is_some());
    closes && passive && !victims && hunted()
}

/// "at 12 was jailed": an age or a day.
fn is_measure(text: &Text<'_, '_>, phrase: &Phrase) -> bool {
    let before = phrase.tokens.start.saturating_sub(1);
    text.is(before, Tag::PREP) && !matches!(text.lower(before), "with" | "of")
}

impl Linker<'_, '_> {
    /// "eight in jail", "five are in police custody": the place leaves no doubt who is counted.
    pub(super) fn is_locked_up(&self, outcome: &Outcome) -> bool {
        let text = self.text;
        let place = matches!(
            outcome.id(),
            "arrested/in-custody"
                | "arrested/police-custody"
                | "arrested/in-jail"
                | "arrested/in-cells"
                | "arrested/in-lock-up"
                | "arrested/sent-to-jail"
        );
        // "got eight in jail", "served three in prison": years
        let years = |at: usize| {
            matches!(
                text.lower(at),
                "got"
                    | "get"
                    | "gets"
                    | "serve"
                    | "served"
                    | "serving"
                    | "spent"
                    | "to"
                    | "for"
                    | "after"
                    | "face"
                    | "faces"
            )
        };
        place && !(outcome.tokens.start.saturating_sub(4)..outcome.tokens.start).any(years)
    }

    /// "handed over two suspects to the police": an arrest.
    pub(super) fn to_police(&self, phrase: usize, outcome: &Outcome) -> bool {
        let text = self.text;
        let end = self
            .phrases
            .get(phrase)
            .map_or(outcome.tokens.end, |phrase| phrase.end.max(outcome.tokens.end));
        let to = (end..end + 3).find(|&at| text.lower(at) == "to");
        to.is_some_and(|to| {
            (to + 1..to + 5).take_while(|&at| text.is_word(at)).any(|at| {
                matches!(
                    text.lower(at),
                    "police" | "policemen" | "constables" | "prosecutors" | "custody"
                )
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn prisons_and_mercy() {
        check(&[
            ("Arrests so far: 14.", "arrested 14"),
            ("Detained since Monday: 45. Shops shut: 12.", "arrested 45"),
            ("Released without charge: 31.", "released 31"),
            ("An amnesty for 40 convicts was signed on Monday.", "released 40"),
            ("Bail was granted to six of the clerks on Monday.", "released 6"),
            ("Three are in police custody.", "arrested 3"),
            ("With nine in jail, the gang is broken.", "arrested 9"),
            (
                "Police broke up the march. Another 31 were led off to a barracks.",
                "arrested 31",
            ),
            (
                "Of the 60 hostages, 12 have been released.",
                "abducted 60; released 12 part",
            ),
            ("Only 12 of the 60 are still in custody.", "arrested 12"),
            ("Soldiers took 23 prisoners.", "arrested 23"),
            ("Two robbers were caught.", "arrested 2"),
            ("A judge sent four clerks to jail.", "arrested 4"),
            ("Two are dead and a guard wounded.", "killed 2; injured 1 one"),
            ("Three will stay in detention.", "arrested 3"),
            ("The rebels handed 12 clerks over to the envoy.", "released 12"),
            ("Farmers turned two thieves over to the police.", "arrested 2"),
            ("Twelve clerks are out of jail.", "released 12"),
            ("Farmers handed over two thieves to the police.", "arrested 2"),
            ("Thirty clerks were let out of prison on Monday.", "released 30"),
            ("The hijackers let 12 women off the ship.", "released 12"),
            ("Two of us were arrested in Orla.", "arrested 2"),
            ("The detained, 31 in all, were fed.", "arrested 31"),
            // the other way about
            ("Lawyers called for an amnesty for 40 convicts.", ""),
            ("Bail was denied to six of the clerks.", ""),
            ("He got eight in jail.", ""),
            ("Shops shut so far: 14.", ""),
            ("All 12 sailors were picked up by a ferry.", ""),
            ("Two thieves were caught on film.", ""),
            ("Soldiers took 23 prisoners to Orla.", ""),
            ("Lawyers kept 12 clerks out of jail.", ""),
            ("Channel 4 captured pictures of police at the house.", ""),
            (
                "The man who robbed a bank and killed 12 people was caught.",
                "killed 12",
            ),
            (
                "With nine in jail and three on the run, the gang is broken.",
                "arrested 9",
            ),
            ("Envoys discussed an amnesty for 40 convicts.", ""),
            ("Fans told one of us that planes were shot down.", ""),
            ("He let go of 12 ropes.", ""),
            ("The conductor let 12 women off the bus.", ""),
            ("The guards led away 12 cows.", ""),
            ("The miners were given bread for 40 days.", ""),
        ]);
    }
}
