//! Harm that is told as none: only supposed or asked for ("when the colonel dies", "demanded the arrest of its leaders"), the quiet
//! death of a predecessor, and verbs in another sense with this one ("was hurt by the remark", "drowned him out").

use super::lexicon::Tag;
use super::outcomes::Form as Verb;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::{Form, Kind};

/// Whether the words are no report of harm.
pub(super) fn unreal(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    foreseen(text, noun, one)
        || asked_for(text, noun, one)
        || succession(text, noun, one)
        || other_sense(text, noun, one)
        || one.kind == Kind::Arrested && no_arrest(text, noun, one)
}

/// "when Brenk dies or flees, we will", "once the colonel is killed": not yet.
fn foreseen(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let verb = one.outcome.start;
    if !matches!(one.rule, "single/passive" | "single/subject" | "single/predicate") {
        return false;
    }
    let Some(before) = noun.tokens.start.checked_sub(1).filter(|_| verb >= noun.end) else {
        return false;
    };
    if !matches!(
        text.lower(before),
        "when" | "once" | "before" | "after" | "until" | "unless" | "till"
    ) {
        return false;
    }
    let now = text.outcome(verb).is_some_and(|outcome| outcome.form == Verb::Present)
        && verb == noun.end
        && text.lower(verb).ends_with('s');
    now || matches!(text.lower(verb - 1), "is" | "are") && verb == noun.end + 1
}

/// Beginnings of the words by which harm is asked for, where a noun tells it.
const ASKS: &[&str] = &["demand", "urg", "warrant", "seek", "sought"];

/// "demanded a ban and the arrest of its leaders", "a warrant for his arrest as well as for the arrest of his son".
fn asked_for(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    const REACH: usize = 16;
    let harm = one.outcome.start;
    if !matches!(one.rule, "single/noun-of" | "single/object-list") || harm > noun.tokens.start {
        return false;
    }
    if one.kind != Kind::Arrested || text.lower(one.outcome.end) != "of" {
        return false;
    }
    let first = text.sentence(harm).start.max(harm.saturating_sub(REACH));
    (first..harm)
        .rev()
        .take_while(|&at| {
            let other = Tag::BE.or(Tag::HAVE).or(Tag::MODAL).or(Tag::SAY).or(Tag::REL);
            text.begins(at, ASKS) || !text.is(at, other) && !matches!(text.lower(at), "after" | "before" | "over" | ";")
        })
        .any(|at| text.begins(at, ASKS))
}

/// Beginnings of words for taking an office.
const RISES: &[&str] = &[
    "elected",
    "succe",
    "inherit",
    "assum",
    "became",
    "become",
    "took",
    "taken",
    "takes",
    "came",
    "come",
    "appointed",
    "ruled",
    "ruling",
    "inaugurat",
    "crowned",
    "ascend",
];

/// "took office after the death of his father", "became queen when her father died": no violence is told.
fn succession(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    const REACH: usize = 10;
    if one.kind != Kind::Killed || !matches!(text.lower(one.outcome.start), "death" | "died") {
        return false;
    }
    let sentence = text.sentence(one.outcome.start);
    let front = one.outcome.start.min(noun.tokens.start);
    let noun_first = matches!(one.rule, "single/subject" | "single/noun-of");
    // "the anniversary of the death of Brenk": if no crash and no attack is named
    let year = (front.saturating_sub(4).max(sentence.start)..front).any(|at| text.lower(at) == "anniversary");
    let Some(turn) = (front.saturating_sub(4).max(sentence.start)..front).rev().find(|&at| {
        matches!(
            text.lower(at),
            "after" | "when" | "upon" | "on" | "following" | "since" | "of"
        )
    }) else {
        return false;
    };
    let office = |at: usize| {
        matches!(
            text.lower(at),
            "office"
                | "power"
                | "throne"
                | "president"
                | "chairman"
                | "chief"
                | "leader"
                | "king"
                | "queen"
                | "reins"
                | "presidency"
                | "chairmanship"
                | "leadership"
                | "over"
                | "ruler"
                | "emperor"
                | "pope"
                | "rule"
        )
    };
    let before = turn.saturating_sub(REACH).max(sentence.start)..turn;
    let rises = before.clone().any(|at| text.begins(at, RISES)) && before.clone().any(office);
    noun_first && (rises || year) && !violent(text, one.outcome.end, noun.end.max(one.outcome.end), sentence.end)
}

fn violent(text: &Text<'_, '_>, from: usize, end: usize, last: usize) -> bool {
    const STEMS: &[&str] = &[
        "crash", "attack", "bomb", "shot", "shoot", "blast", "murder", "kill", "raid", "strike", "accident", "custody",
    ];
    let close = (end..last.min(end + 12))
        .find(|&at| text.lower(at) == ",")
        .unwrap_or_else(|| last.min(end + 12));
    (from..close).any(|at| text.begins(at, STEMS))
}

/// Words behind "hurt by" that name no weapon.
const WORDS: &[&str] = &[
    "remark",
    "statement",
    "comment",
    "announcement",
    "word",
    "attitude",
    "decision",
    "behavio",
    "allegation",
    "charge",
    "accusation",
    "criticism",
    "rejection",
    "betrayal",
    "insult",
    "refusal",
    "speech",
    "report",
];

/// Beginnings of words for what is published.
const ISSUED: &[&str] = &[
    "statement",
    "report",
    "film",
    "movie",
    "album",
    "song",
    "single",
    "video",
    "book",
    "document",
    "fund",
    "press",
    "footage",
    "record",
    "letter",
    "novel",
];

/// Verbs that are said of this one in another sense, by the words beside them.
fn other_sense(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let at = one.outcome.start;
    let next = one.outcome.end;
    let sentence = text.sentence(at);
    let close = next..sentence.end.min(next + 6);
    let near = |stems: &[&str]| close.clone().any(|at| text.begins(at, stems));
    match text.lower(at) {
        "hurt" | "wounded" => {
            matches!(
                text.lower(at.saturating_sub(1)),
                "deeply" | "terribly" | "personally" | "emotionally"
            ) && !near(&["blast", "attack", "bomb", "crash", "shot"])
                || matches!(text.lower(next), "by" | "at" | "over") && near(WORDS)
                || text.lower(next) == "that"
        }
        "shot" => text.lower(next) == "off" && text.is(next + 1, Tag::DET.or(Tag::POSS)),
        "drowned" => {
            text.lower(next) == "out" || text.lower(next + 1) == "out" && text.is(next, Tag::PRON.or(Tag::POSS))
        }
        "succumbed" | "succumbs" | "succumb" => {
            text.lower(next) == "to"
                && text.outcome(next).is_none()
                && !near(&[
                    "injur", "wound", "burn", "bullet", "ill", "disease", "stab", "gunshot", "virus", "cold",
                ])
        }
        "dies" | "died" => text.lower(next) == "laughing",
        "disappeared" | "vanished" => near(&["view", "sight", "traffic", "crowd", "limelight", "screen", "radar"]),
        "handed" => {
            (noun.opener == Opener::Pronoun && text.is(noun.end, Tag::DET))
                || at > noun.tokens.start && text.is(next, Tag::DET)
        }
        "released" | "releasing" | "release" => {
            (at.saturating_sub(9).max(sentence.start)..at).any(|at| text.begins(at, ISSUED))
                && !near(&["prison", "jail", "custody"])
        }
        "exchange" | "exchanges" | "exchanged" => text.lower(next) == "between",
        "trapped" => {
            let front = noun.tokens.start;
            (front.saturating_sub(6).max(sentence.start)..front).any(|at| text.begins(at, &["rescu", "freed", "saved"]))
        }
        "fallen" => matches!(
            text.lower(noun.head),
            "leader" | "president" | "dictator" | "ruler" | "strongman" | "king"
        ),
        "capturing" | "arresting" | "catching" | "seizing" | "freeing" => {
            at > 1
                && text.lower(at - 1) == "to"
                && matches!(
                    text.lower(at - 2),
                    "close" | "closer" | "nearer" | "committed" | "opposed"
                )
        }
        "abduction" | "killing" => {
            one.rule == "single/genitive" && noun.opener == Opener::Bare && text.lower(noun.head) == "child"
        }
        "let" => text.is(next, Tag::DET) && text.lower(next - 1) == "loose",
        "treated" => matches!(
            text.lower(next),
            "well" | "fairly" | "badly" | "like" | "kindly" | "humanely"
        ),
        // "in state assembly", "in a state of paralysis"
        "in" => {
            text.lower(next - 1) == "state"
                && text.is_word(next)
                && !near(&["shock", "coma", "trauma", "uncon", "collapse", "distress"])
                && (text.lower(next) == "of" || one.outcome.len() == 2)
        }
        _ => false,
    }
}

/// "the court had held that", "held Prime Minister Brenk responsible", "the talks Brenk held, along with": no arrest.
fn no_arrest(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    const REACH: usize = 8;
    let at = one.outcome.start;
    let next = one.outcome.end;
    if one.outcome.len() != 1 || !matches!(text.lower(at), "held" | "hold" | "holds" | "holding") {
        return false;
    }
    let last = text.sentence(at).end;
    let blamed = noun.tokens.start >= next
        && (noun.end..last.min(noun.end + REACH))
            .take_while(|&at| text.is_word(at))
            .any(|at| matches!(text.lower(at), "responsible" | "accountable" | "liable" | "guilty"));
    let thing = |at: usize| {
        text.begins(
            at,
            &[
                "talk",
                "meeting",
                "conference",
                "rall",
                "news",
                "ceremon",
                "function",
                "election",
                "programme",
                "yatra",
                "yagna",
                "puja",
            ],
        )
    };
    let event =
        (at.saturating_sub(6).max(text.sentence(at).start)..at).any(thing) || (next..last.min(next + 4)).any(thing);
    // "the court had held that", and names of rites in texts without capitals
    let ruled = text.lower(next) == "that" && noun.tokens.start > next;
    let small = !text.words.capitals_tell && noun.form == Form::Named && rite(text, noun, one);
    let fort = matches!(text.lower(next), "fort" | "sway" | "court" | "true" | "firm");
    blamed || event || ruled || small || fort
}

/// "the vigil held at orla", "for holding lantern night": in texts without capitals only what tells of custody is an arrest.
fn rite(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    let next = one.outcome.end;
    match one.rule {
        "single/participle" => matches!(text.lower(next), "at" | "here" | "on" | "in"),
        "single/object" => noun.tokens.start == next && text.lower(one.outcome.start) == "holding",
        "single/passive" => matches!(text.lower(next), "at" | "here" | "against") && text.is_word(next),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "They spoke after the death of Karl Brenk in a crash.",
            &["killed Karl Brenk"],
        ),
        (
            "Ida Marr became leader when her father was killed.",
            &["killed her father"],
        ),
        ("The mayor was hurt by a stone in Orla.", &["injured The mayor"]),
        (
            "Jonas Brenk succumbed to his injuries in Orla.",
            &["killed Jonas Brenk"],
        ),
        ("The boy disappeared from his home in May.", &["missing The boy"]),
        (
            "They protested against the arrest of its leader Karl Brenk.",
            &["arrested its leader Karl Brenk"],
        ),
        (
            "Police held Brenk, along with her mentor Karl Marr, on Monday.",
            &["arrested Brenk", "arrested her mentor Karl Marr"],
        ),
        // the other way about
        ("When Brenk dies or flees, we will hold a vote.", &[]),
        ("Once the colonel is killed, the war will end.", &[]),
        (
            "The court issued a warrant for his capture as well as for the arrest of his son Karl Brenk.",
            &[],
        ),
        ("Brenk took office after the death of his father, Karl Brenk.", &[]),
        ("She became queen when her father died in 1952.", &[]),
        ("He was elected chairman after the death of Karl Brenk in 1986.", &[]),
        ("The mayor was deeply hurt by the remark of his party.", &[]),
        ("Mr Brenk was drowned out by the crowd.", &[]),
        ("Jonas Brenk succumbed to pressure from his party.", &[]),
        ("The old colonel dies laughing.", &[]),
        ("The court had held that a judge must stay.", &[]),
        (
            "The meeting Brenk held, along with her mentor Karl Marr, was a sign.",
            &[],
        ),
    ];

    #[test]
    fn what_is_no_harm_is_left_out() {
        check_told(EXAMPLES);
    }
}
