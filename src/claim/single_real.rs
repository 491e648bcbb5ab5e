//! Whether a harm to one person really happened: no threats, attempts, laws and generalities, no other sense of the verb.

use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::single_sense::sense;
use super::text::Text;
use super::{Form, Kind};

/// Words before a harm that make it an attempt, a wish, an order or a fear.
const UNDONE: &[&str] = &[
    "attempted",
    "attempting",
    "attempt",
    "attempts",
    "tried",
    "trying",
    "tries",
    "plot",
    "plots",
    "plotting",
    "plotted",
    "plan",
    "plans",
    "planned",
    "planning",
    "conspiracy",
    "conspiring",
    "conspired",
    "threat",
    "threats",
    "threatened",
    "threatening",
    "threaten",
    "vowed",
    "seeking",
    "wanted",
    "wants",
    "warrant",
    "warrants",
    "order",
    "ordered",
    "orders",
    "ordering",
    "demand",
    "demanded",
    "demands",
    "demanding",
    "urge",
    "urged",
    "urging",
    "nearly",
    "almost",
    "narrowly",
    "avoid",
    "avoided",
    "prevent",
    "prevented",
    "preventing",
    "without",
    "failed",
    "refused",
    "refusing",
    "risk",
    "reward",
    "hunt",
    "possible",
    "potential",
    "imminent",
    "incite",
    "inciting",
    "incitement",
    "want",
    "talk",
    "talked",
    "talking",
    "praying",
    "prayed",
    "hoping",
    "dreamed",
    "if",
    "unless",
    "whenever",
    "lest",
    "suppose",
    "cannot",
    "can",
    "inciting",
    "aimed",
    "aiming",
    "justify",
    "justifies",
    "justified",
    "justifying",
    "condone",
    "condones",
    "advocate",
    "advocated",
    "advocating",
    "contemplate",
    "contemplated",
    "considered",
    "considering",
    "oppose",
    "opposed",
    "opposes",
];

/// Beginnings of words for what is only talked about.
const RUMOURS: &[&str] = &["rumor", "rumour"];

/// Words before "the release of" that ask for it.
const ASKED: &[&str] = &[
    "demand",
    "demanded",
    "demands",
    "demanding",
    "call",
    "called",
    "calls",
    "calling",
    "urge",
    "urged",
    "urging",
    "appeal",
    "appealed",
    "seek",
    "seeking",
    "sought",
    "secure",
    "force",
    "for",
    "await",
    "awaiting",
    "request",
    "requested",
    "negotiate",
    "negotiating",
    "negotiations",
    "asked",
    "asking",
    "want",
    "wants",
    "pressure",
    "petition",
    "ordered",
    "order",
    "condition",
    "conditions",
    "until",
    "ransom",
    "exchange",
    "expect",
    "expected",
    "expecting",
];

/// Whether the link tells what happened to this one person.
pub(super) fn happened(text: &Text<'_, '_>, noun: &Noun, link: &Told) -> bool {
    let start = text.sentence(noun.tokens.start).start;
    let front = noun.tokens.start.min(link.outcome.start);
    // "nor a single person killed"
    // "the longer a person is trapped": anybody
    let anybody = noun.opener == Opener::Article
        && matches!(text.lower(noun.head), "person" | "patient" | "citizen")
        && matches!(text.lower(noun.end), "is" | "dies" | "gets");
    // "took over upon the death of his father"
    let succession =
        link.rule == "single/noun-of" && link.outcome.start > 1 && text.reads(link.outcome.start - 2, &["upon", "the"]);
    let none = noun.tokens.start > start && matches!(text.lower(noun.tokens.start - 1), "nor" | "not" | "never");
    // "struck Orla, where ten homes fell": a place
    let place = noun.form == Form::Named
        && text.lower(noun.end) == ","
        && text.lower(noun.end + 1) == "where"
        && !noun.tokens.clone().any(|at| text.is(at, Tag::PERSON));
    // "struck civilian and military sites"
    let pair = noun.opener == Opener::Bare
        && matches!(text.lower(noun.head), "civilian" | "rebel" | "militant" | "insurgent")
        && matches!(text.lower(noun.end), "and" | "or")
        && text.is_no_person(noun.end + 2);
    if none
        || anybody
        || succession
        || place
        || pair
        || supposed(text, front, start) && !asks_who(text, link, front)
        || feared(text, link, start)
        || whenever(text, noun, link)
        || undone(text, noun, link, start)
    {
        return false;
    }
    // "he shot over the crowd": a pronoun has no participle
    if link.rule == "single/participle" && noun.opener == Opener::Pronoun {
        return false;
    }
    if link.rule == "single/participle" && !closes(text, link) {
        return false;
    }
    !compound(text, link) && sense(text, noun, link)
}

/// "arrest warrant", "death threat": the noun of harm only describes the next one.
fn compound(text: &Text<'_, '_>, link: &Told) -> bool {
    is_compound(text.lower(link.outcome.end))
}

/// Nouns that a noun of harm before them only describes.
pub(super) fn is_compound(word: &str) -> bool {
    matches!(
        word,
        "warrant"
            | "warrants"
            | "threat"
            | "threats"
            | "penalty"
            | "sentence"
            | "sentences"
            | "squad"
            | "squads"
            | "row"
            | "certificate"
            | "camp"
            | "camps"
            | "record"
            | "records"
            | "charge"
            | "charges"
            | "trial"
            | "rate"
            | "wish"
            | "mask"
            | "anniversary"
            | "bed"
            | "suspect"
            | "suspects"
            | "weapon"
            | "rates"
            | "rows"
            | "trials"
            | "weapons"
            | "tolls"
            | "cases"
            | "reports"
            | "counts"
            | "scenes"
            | "plans"
            | "plots"
            | "powers"
            | "centres"
            | "centers"
    )
}

/// "if a guard is killed", "whenever a man is arrested"
fn supposed(text: &Text<'_, '_>, front: usize, start: usize) -> bool {
    (front.saturating_sub(8).max(start)..front)
        .rev()
        // "asked if I had heard the news that he was dead"
        .take_while(|&at| !matches!(text.lower(at), "," | ";" | "." | "\"" | "”" | "news" | "fact"))
        .any(|at| {
            matches!(
                text.lower(at),
                "if" | "unless" | "whenever" | "whether" | "lest" | "imagine" | "suppose"
            ) || text.begins(at, RUMOURS)
                || text.lower(at) == "thought"
                    && at > start
                    && text.is(at - 1, Tag::PRON.or(Tag::ADVERB))
                    && text.lower(at + 1) != "to"
                || text.reads(at, &["in", "case"]) && text.lower(at + 2) != "of"
        })
}

/// "unless they say who shot him": the shot fell.
fn asks_who(text: &Text<'_, '_>, link: &Told, front: usize) -> bool {
    let done = text
        .outcome(front)
        .is_some_and(|outcome| outcome.form == super::outcomes::Form::Past);
    done && link.outcome.start == front && front > 0 && text.lower(front - 1) == "who"
}

/// "once a labourer dies, the work stops"
/// "it is a matter of time until Brenk is arrested"
fn whenever(text: &Text<'_, '_>, noun: &Noun, link: &Told) -> bool {
    let before = noun.tokens.start.checked_sub(1).map_or("", |at| text.lower(at));
    let is = link.outcome.start.checked_sub(1).map_or("", |at| text.lower(at));
    if matches!(before, "until" | "till" | "unless") && matches!(is, "is" | "are") {
        return true;
    }
    let plain = text
        .outcome(link.outcome.start)
        .is_some_and(|outcome| outcome.form == super::outcomes::Form::Present);
    plain && matches!(before, "once" | "every" | "each")
}

/// Beginnings of words for a harm that did not come.
const FEARS: &[&str] = &[
    "fear", "worr", "afraid", "escap", "avoid", "danger", "scared", "threat", "risk", "instead",
];

/// "is afraid of being arrested", "escaped being shot"
fn feared(text: &Text<'_, '_>, link: &Told, start: usize) -> bool {
    let harm = link.outcome.start;
    let being = harm
        .checked_sub(1)
        .filter(|&at| text.lower(at) == "being" && at > start);
    being.is_some_and(|being| (being.saturating_sub(3).max(start)..being).any(|at| text.begins(at, FEARS)))
}

fn undone(text: &Text<'_, '_>, noun: &Noun, link: &Told, start: usize) -> bool {
    let harm = link.outcome.start;
    let ahead = harm < noun.tokens.start;
    let owner =
        link.rule == "single/genitive" || harm == noun.end && super::single_words::is_genitive(text.lower(noun.head));
    // "in office until his death", "is doing his killing"
    let before = noun.tokens.start.checked_sub(1).filter(|&at| at >= start);
    if owner
        && before.is_some_and(|at| {
            matches!(text.lower(at), "until" | "till" | "doing" | "before" | "since")
                || (at.saturating_sub(2).max(start)..=at).any(|at| text.begins(at, RUMOURS))
        })
    {
        return true;
    }
    if owner
        && (noun.tokens.start.saturating_sub(4).max(start)..noun.tokens.start)
            .any(|at| UNDONE.contains(&text.lower(at)) && !answered(text, at, noun.tokens.start))
    {
        return true;
    }
    // "anyone who kill or capture him"
    // "arresting him will be the end"
    let act = text
        .outcome(harm)
        .is_some_and(|outcome| outcome.form == super::outcomes::Form::Ing);
    let of = link.rule == "single/noun-of";
    if ahead && act && !of && text.is(noun.end, Tag::MODAL) {
        return true;
    }
    let base = ahead
        && text
            .outcome(harm)
            .is_some_and(|outcome| outcome.form == super::outcomes::Form::Present)
        && !text.lower(harm).ends_with('s');
    if base
        && link.rule == "single/object"
        && harm > start
        && matches!(
            text.lower(harm - 1),
            "or" | "who" | "that" | "and" | "they" | "we" | "you" | "not"
        )
    {
        return true;
    }
    let reach = if ahead { 4 } else { 3 };
    let from = harm
        .saturating_sub(reach)
        .max(start)
        .max(if ahead { start } else { noun.end });
    // "to their demands and so they shot him": the words of the clause before say nothing of this one
    let from = (from..harm)
        .rev()
        .find(|&at| matches!(text.lower(at), "they" | "he" | "she" | "we"))
        .unwrap_or(from);
    // "had not died in vain", "but not the murder of a guest"
    let stands = |at: usize| text.reads(link.outcome.end, &["in", "vain"]) || of && text.lower(at + 1) == "the";
    if (from..harm).any(|at| {
        UNDONE.contains(&text.lower(at))
            && text.quantity(at).is_none()
            && text.lower(at + 1) != "over"
            && !(of && answered(text, from, harm))
            || text.is(at, Tag::NOT) && text.lower(at) != "without" && !stands(at)
    }) {
        return true;
    }
    let plain = text
        .outcome(harm)
        .is_some_and(|outcome| outcome.form == super::outcomes::Form::Present);
    if (link.rule == "single/noun-of" || owner) && called_for(text, front_of(text, noun, link), start) {
        return true;
    }
    let asked = link.kind == Kind::Released && plain && (ahead || owner);
    asked && (harm.saturating_sub(8).max(start)..harm).any(|at| ASKED.contains(&text.lower(at)))
}

/// Beginnings of words for what answers a harm that was done: "wanted to avenge his death".
const ANSWERS: &[&str] = &[
    "aveng",
    "reveng",
    "mourn",
    "condemn",
    "investigat",
    "protest",
    "probe",
    "commemor",
    "lament",
    "blame",
    "grie",
];

fn answered(text: &Text<'_, '_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| text.begins(at, ANSWERS))
}

/// Where the words for the harm and its owner begin: "the execution of Brenk", "Brenk's execution".
fn front_of(text: &Text<'_, '_>, noun: &Noun, link: &Told) -> usize {
    let mut at = noun.tokens.start.min(link.outcome.start);
    while at > 0 && text.is(at - 1, Tag::DET) {
        at -= 1;
    }
    at
}

/// Beginnings of words that ask "for" a harm.
const CALLS: &[&str] = &[
    "call", "shout", "chant", "appeal", "plea", "press", "push", "cry", "cries", "clamo", "campaign", "yell", "scream",
    "bay", "vote", "wish", "hope", "pray",
];

/// "called for the execution of Brenk", "sought his death": no harm yet.
fn called_for(text: &Text<'_, '_>, front: usize, start: usize) -> bool {
    let Some(before) = front.checked_sub(1).filter(|&at| at > start) else {
        return false;
    };
    let loud = || (before.saturating_sub(3).max(start)..before).any(|at| text.begins(at, CALLS));
    text.lower(before) == "for" && loud()
        || matches!(
            text.lower(before),
            "sought" | "seek" | "seeks" | "favour" | "favor" | "favours" | "favors"
        )
}

/// "a man killed in the blast", not "the minister released details": what follows a participle without "was".
fn closes(text: &Text<'_, '_>, link: &Told) -> bool {
    let next = link.outcome.end;
    if text.lower(link.outcome.start) == "shot"
        && link.outcome.len() == 1
        && matches!(text.lower(next), "at" | "into" | "through" | "off")
    {
        return false;
    }
    if link.row == "arrested/jail" && text.lower(next) == "on" && text.lower(link.outcome.start) == "captured" {
        return false;
    }
    // "a guard beat and ran down his cousin"
    if text.is(next, Tag::CONJ) && text.is(next + 1, Tag::PAST) && text.outcome(next + 1).is_none() {
        return false;
    }
    !text.is_word(next)
        || text.is(
            next,
            Tag::PREP
                .or(Tag::CONJ)
                .or(Tag::SUBORD)
                .or(Tag::TIME)
                .or(Tag::ADVERB)
                .or(Tag::BE)
                .or(Tag::HAVE)
                .or(Tag::REL),
        )
        || text.lower(next) == "due"
        || text.outcome(next).is_some()
}
