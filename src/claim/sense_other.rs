//! Words of harm in other uses, by what stands around them: names are released, travellers stranded, trees dead.

use super::lexicon::Tag;
use super::outcomes::{Frame, Outcome};
use super::phrase::Head;
use super::text::Text;
use super::walk::Walk;

/// "crews freed two clerks from the rubble": nobody held them.
pub(super) fn is_dug_out(text: &Text<'_, '_>, end: usize) -> bool {
    (end..end + 6)
        .take_while(|&at| text.is_word(at))
        .any(|at| matches!(text.lower(at), "rubble" | "wreckage" | "debris" | "ruins"))
}

/// "picked up by a ferry": saved, not held.
fn is_by_vessel(text: &Text<'_, '_>, end: usize) -> bool {
    const SAVES: &[&str] = &[
        "boat",
        "ferr",
        "ship",
        "vessel",
        "trawler",
        "tanker",
        "lifeboat",
        "helicopter",
        "yacht",
        "freighter",
        "dinghy",
        "fisher",
        "bus",
        "taxi",
        "ambulance",
        "crew",
        "rescue",
        "canoe",
        "raft",
    ];
    text.lower(end) == "by"
        && (end + 1..end + 6)
            .take_while(|&at| text.is_word(at))
            .any(|at| text.begins(at, SAVES))
}

/// "held fort", "held up banners", "held placards", "shot back": what those before the verb do themselves.
pub(super) fn is_own_deed(text: &Text<'_, '_>, outcome: &Outcome) -> bool {
    let end = outcome.tokens.end;
    if text.lower(outcome.tokens.start) == "shot" {
        return text.lower(end) == "back";
    }
    if !outcome.row_is("arrested/held") {
        return false;
    }
    let aloft = matches!(text.lower(end), "up" | "out" | "aloft" | "onto" | "hands");
    // a noun in the plural that no list knows: what else is held is a person
    let things = text.words.tag(end) == Tag::NONE
        && text.lower(end).ends_with('s')
        && !text.is_name(end)
        && text.outcome(end).is_none();
    text.is_word(end) && (aloft || things || text.is(end, Tag::THING))
}

/// "by a ruthless crackdown"
fn is_beaten(text: &Text<'_, '_>, end: usize) -> bool {
    (end..end + 6).take_while(|&at| text.is_word(at)).any(|at| {
        matches!(
            text.lower(at),
            "crackdown"
                | "offensive"
                | "army"
                | "regime"
                | "campaign"
                | "repression"
                | "forces"
                | "police"
                | "debt"
                | "debts"
        )
    })
}

impl Walk<'_, '_, '_> {
    /// Whether the words around the harm give it another meaning.
    pub(super) fn is_other_use(&self, outcome: &Outcome, direct: bool) -> bool {
        let text = self.linker.text;
        let end = outcome.tokens.end;
        match outcome.id() {
            // "the names of all four victims were released"
            "released/release" if self.of_names() || is_dug_out(text, self.phrase.end.max(end)) => true,
            // "129 million dead trees"
            "killed/dead" if direct && self.is_of_no_people(end) => true,
            // "kept 12 clerks out of jail"
            "released/out-of-jail" if direct => true,
            // "were caught on camera"
            "arrested/caught-out" => !super::link_freed::is_end_of_chase(text, self.phrase, outcome),
            // "were picked up by a ferry"
            "arrested/picked-up" if is_by_vessel(text, end) => true,
            // "could not be reached for comment"
            "missing/not-found-yet" if text.lower(end) == "for" => true,
            "displaced/stranded" if self.travels(outcome) => true,
            // "killed by an uprooted tree", "tents of the displaced"
            "displaced/displace" if self.is_name_of_group(outcome) => true,
            "displaced/displace" if text.lower(outcome.tokens.start) == "uprooted" && self.is_of_no_people(end) => true,
            // "crushed by the crackdown": beaten
            "killed/execute" if text.lower(outcome.tokens.start) == "crushed" && is_beaten(text, end) => true,
            // "according to the two men, the clerk died", "a father of two children was killed"
            _ if self.is_source() || self.is_anothers(outcome) => true,
            // "around 300 residents beat and killed a man"
            _ => direct && self.is_active_pair(outcome),
        }
    }

    /// "the tents of the displaced", "a tent for the evacuated": a noun.
    fn is_name_of_group(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let start = outcome.tokens.start;
        start > self.phrase.end + 1 && text.lower(start - 1) == "the" && text.is(start - 2, Tag::PREP)
    }

    /// "according to the two men": they tell it.
    fn is_source(&self) -> bool {
        let text = self.linker.text;
        let start = self.phrase.tokens.start;
        (start.saturating_sub(3)..start).any(|at| text.reads(at, &["according", "to"]))
            && text.lower(self.phrase.end) == ","
    }

    /// "a father of two children was killed": one was, and not the two.
    fn is_anothers(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let start = self.phrase.tokens.start;
        let of = start
            .checked_sub(2)
            .is_some_and(|at| text.lower(at + 1) == "of" && text.is(at, Tag::PERSON) && text.is(at, Tag::SINGULAR));
        let several = || self.linker.number(self.phrase).is_none_or(|value| value > 1);
        let first = || (self.phrase.end..outcome.tokens.start).find(|&at| text.is(at, Tag::BE.or(Tag::HAVE)));
        of && several() && first().is_some_and(|at| matches!(text.lower(at), "was" | "is" | "has"))
    }

    /// "the identities of the five", "the list of 40 victims": what is given out are words.
    fn of_names(&self) -> bool {
        let text = self.linker.text;
        let start = self.phrase.tokens.start;
        let first = text.sentence(start).start;
        // "no further suspect information has been released"
        let told = ["information", "detail", "name", "identit"]
            .iter()
            .any(|stem| text.lower(self.phrase.end).starts_with(stem));
        told || (start.saturating_sub(8).max(first)..start).rev().any(|at| {
            [
                "identit",
                "name",
                "list",
                "photo",
                "picture",
                "detail",
                "condition",
                "age",
                "video",
                "footage",
                "information",
            ]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
                && (at + 1..start).any(|at| matches!(text.lower(at), "of" | "on" | "for"))
        })
    }

    /// "left 6,000 travellers stranded", "300 stranded passengers": held up, and not driven from home.
    fn travels(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        // "300 stranded villagers": an adjective
        let adjective = text.is(outcome.tokens.end, Tag::PERSON);
        adjective
            || text.sentence(outcome.tokens.start).any(|at| {
                [
                    "passenger",
                    "travel",
                    "tourist",
                    "train",
                    "flight",
                    "airport",
                    "station",
                    "road",
                    "highway",
                    "motorist",
                    "commut",
                    "rail",
                    "ferr",
                    "vehicle",
                    "roof",
                    "driver",
                    "airline",
                ]
                .iter()
                .any(|stem| text.lower(at).starts_with(stem))
            })
    }

    /// "dead trees", "dead whales": an adjective of things.
    fn is_of_no_people(&self, end: usize) -> bool {
        let text = self.linker.text;
        let many =
            text.lower(end).ends_with('s') || matches!(text.lower(end), "fish" | "livestock" | "cattle" | "wood");
        many && text.is(end, Tag::THING) && !text.is(end, Tag::PERSON.or(Tag::TIME))
    }

    /// "300 residents beat and killed a man": both verbs have an object, and these did it.
    fn is_active_pair(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let end = outcome.tokens.end;
        let second = text
            .outcome_from(end + 1)
            .filter(|_| matches!(text.lower(end), "and" | "then"))
            .filter(|second| second.frame == Frame::Hits);
        outcome.frame == Frame::Hits
            && second.is_some_and(|second| {
                let object = second.tokens.end;
                text.is(object, Tag::DET.or(Tag::POSS)) || text.quantity(object).is_some()
            })
    }

    /// "25 houses were damaged, and 5 buried under the mud": the number without a noun counts the same things.
    pub(super) fn goes_on_from_things(&self, buried: bool) -> bool {
        let linker = self.linker;
        // "hundreds of homes, many of which were swept away"
        let which = linker.text.lower(self.phrase.end.saturating_sub(1)) == "which";
        let row = linker
            .phrases
            .partition_point(|other| other.tokens.start < self.phrase.tokens.start);
        let first = linker.text.sentence(self.phrase.tokens.start).start;
        (which || buried && matches!(self.phrase.head, Head::Bare))
            && linker
                .phrases
                .get(..row)
                .unwrap_or_default()
                .iter()
                .rev()
                .take_while(|other| other.tokens.start >= first)
                .find(|other| !matches!(other.head, Head::Bare))
                .is_some_and(|other| other.head == Head::Thing || matches!(other.head, Head::Household(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts as kind and number, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("Police released three clerks on Sunday.", &["released 3"]),
        ("The names of all four victims were released on Sunday.", &[]),
        ("There are 12 million dead trees in Varland.", &[]),
        ("There are 12 dead in Varland.", &["killed 12"]),
        ("The closure of the line left 6,000 travellers stranded.", &[]),
        ("Some 3,000 villagers were stranded.", &["displaced 3000"]),
        ("The floods left 3,000 villagers stranded.", &["displaced 3000"]),
        ("Two men shot at each other.", &[]),
        ("Ida Marr learned of her son's death.", &["killed 1"]),
        ("None of their injuries were severe.", &[]),
        ("None of the guards was injured.", &["injured 0"]),
        ("Around 300 residents beat and killed a guard.", &["killed 1"]),
        ("Three guards beaten and robbed in Orla were flown out.", &["injured 3"]),
        ("In Orla 25 houses were damaged, and 5 buried under the mud.", &[]),
        ("Five people were buried under the mud.", &["missing 5"]),
        ("One person remains missing.", &["missing 1"]),
        ("The remains of 12 people were found.", &["killed 12"]),
        ("The storm died out over Varland.", &[]),
        ("The storm drowned 30 people in Orla.", &["killed 30"]),
        ("Thirty people swam in Orla.", &[]),
        ("The floods led to the evacuation of 64 families.", &["displaced 64"]),
        ("About 3,200 people were placed in shelters.", &["displaced 3200"]),
        ("About 3,200 goods were placed in shops.", &[]),
        ("Two clerks were treated in hospital and released.", &["injured 2"]),
        ("About 900 buildings burned down, including 200 homes.", &[]),
        ("The attempted murder of one clerk shook Orla.", &[]),
        ("The murder of two clerks shook Orla.", &["killed 2"]),
        ("Jonas Brenk, 24 was shot in the chest.", &["injured 1"]),
        ("Jonas Brenk was arrested in 2005 and 2006.", &["arrested 1"]),
        (
            "In Orla 18 people died with several more reported missing.",
            &["killed 18", "missing 3"],
        ),
        ("Two women, both 21, each suffered a wound to the arm.", &["injured 2"]),
        ("Gunmen killed a man in Orla (Kelm, Tarn).", &["killed 1"]),
        ("The coroner ruled she died at home.", &[]),
        ("A 41-year-old was shot in the leg.", &["injured 1"]),
        ("A 41-year-old bridge was closed.", &[]),
        ("A clerk could not be reached for comment.", &[]),
        ("A clerk was treated and released.", &["injured 1"]),
        ("A clerk was arrested and released.", &["arrested 1", "released 1"]),
        ("The fatal shooting of a clerk shook Orla.", &["killed 1"]),
        ("The shooting of a clerk shook Orla.", &["injured 1"]),
        ("Four displaced persons were killed.", &["killed 4"]),
        ("A father of two children was shot dead.", &["killed 1"]),
        ("The two children were shot dead.", &["killed 2"]),
        ("According to the two men, the clerk died in hospital.", &["killed 1"]),
        ("He was charged with shooting five people to death.", &["killed 5"]),
        ("A man's body was found near Orla.", &["killed 1"]),
        ("A man's body was covered with ink.", &[]),
        ("Three people were killed by uprooted trees.", &["killed 3"]),
        (
            "The count is 19 injured after shells on the tents of the displaced.",
            &["injured 19"],
        ),
        ("No further suspect information has been released.", &[]),
        ("Two men were arrested and the rest fled to the bush.", &["arrested 2"]),
        (
            "Some 3,000 people were forced to evacuate their homes and transport was crippled.",
            &["displaced 3000"],
        ),
        ("According to police, a clerk was shot dead.", &["killed 1"]),
        ("Family of 17 y.o killed in Orla mourn.", &[]),
    ];

    #[test]
    fn other_uses_tell_no_harm() {
        let mut wrong = Vec::new();
        for (text, expected) in EXAMPLES {
            let found: Vec<String> = drafts(text)
                .iter()
                .map(|draft| {
                    let figure = draft.claim.figure;
                    let value = figure.value.or(figure.low).unwrap_or_default();
                    format!("{} {value}", draft.claim.kind.id())
                })
                .collect();
            if found != *expected {
                wrong.push(format!("{text}\n  read {found:?}\n  want {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
