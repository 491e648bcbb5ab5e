//! Whether a harm to one person really happened: no threats, attempts, laws and generalities, no other sense of the verb.

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::single::Single;
use super::single_noun::{Noun, Opener, is_genitive, is_harm_noun};
use super::text::Text;
use super::{Form, Kind};

/// Words before a harm that make it an attempt, a wish, an order or a fear.
const UNDONE: &[&str] = &[
    "attempted", "attempting", "attempt", "attempts", "tried", "trying", "tries", "plot", "plots", "plotting", "plotted", "plan", "plans",
    "planned", "planning", "conspiracy", "conspiring", "conspired", "threat", "threats", "threatened", "threatening", "threaten", "vowed",
    "seeking", "wanted", "wants", "warrant", "warrants", "order", "ordered", "orders", "ordering", "demand", "demanded", "demands",
    "demanding", "urge", "urged", "urging", "nearly", "almost", "narrowly", "avoid", "avoided", "prevent", "prevented", "preventing",
    "without", "failed", "refused", "refusing", "risk", "reward", "hunt", "possible", "potential", "imminent", "incite", "inciting",
    "incitement", "want", "if", "unless", "whenever", "lest", "suppose", "cannot", "can", "inciting",
];

/// Words before "the release of" that ask for it.
const ASKED: &[&str] = &[
    "demand", "demanded", "demands", "demanding", "call", "called", "calls", "calling", "urge", "urged", "urging", "appeal", "appealed",
    "seek", "seeking", "sought", "secure", "for", "await", "awaiting", "request", "requested", "negotiate", "negotiating", "negotiations",
    "asked", "asking", "want", "wants", "pressure", "petition", "ordered", "order", "condition", "conditions", "until", "ransom", "exchange",
];

/// Whether the link tells what happened to this one person.
pub(super) fn happened(linker: &Linker<'_, '_>, noun: &Noun, link: &Link) -> bool {
    let text = linker.text;
    let start = text.sentence(noun.tokens.start).start;
    let front = noun.tokens.start.min(link.outcome.start);
    if supposed(text, front, start) || undone(text, noun, link, start) {
        return false;
    }
    if link.rule == "link/participle" && !closes(text, link) {
        return false;
    }
    sense(text, noun, link)
}

/// "if a guard is killed", "whenever a man is arrested"
fn supposed(text: &Text<'_, '_>, front: usize, start: usize) -> bool {
    (front.saturating_sub(8).max(start)..front)
        .rev()
        .take_while(|&at| !matches!(text.lower(at), "," | ";" | "." | "\"" | "”"))
        .any(|at| matches!(text.lower(at), "if" | "unless" | "whenever" | "whether" | "lest" | "imagine" | "suppose"))
}

fn undone(text: &Text<'_, '_>, noun: &Noun, link: &Link, start: usize) -> bool {
    let harm = link.outcome.start;
    let ahead = harm < noun.tokens.start;
    let reach = if ahead { 4 } else { 3 };
    let from = harm.saturating_sub(reach).max(start).max(if ahead { start } else { noun.end });
    if (from..harm).any(|at| UNDONE.contains(&text.lower(at)) || text.is(at, Tag::NOT) && text.lower(at) != "without") {
        return true;
    }
    let plain = text.is(harm, Tag::NONE) || text.outcome(harm).is_some_and(|outcome| outcome.form == super::outcomes::Form::Present);
    let asked = link.kind == Kind::Released && plain && ahead;
    asked && (harm.saturating_sub(8).max(start)..harm).any(|at| ASKED.contains(&text.lower(at)))
}

/// "a man killed in the blast", not "the minister released details": what follows a participle without "was".
fn closes(text: &Text<'_, '_>, link: &Link) -> bool {
    let next = link.outcome.end;
    if text.lower(link.outcome.start) == "shot" && link.outcome.len() == 1 && matches!(text.lower(next), "at" | "into" | "through" | "off") {
        return false;
    }
    if link.row == "arrested/jail" && text.lower(next) == "on" && text.lower(link.outcome.start) == "captured" {
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

/// Verbs of harm that are said of one person in another sense: "was beaten in the final", "fled the scene", "was held responsible".
fn sense(text: &Text<'_, '_>, noun: &Noun, link: &Link) -> bool {
    let sentence = text.sentence(link.outcome.start);
    let next = link.outcome.end;
    let near = |words: &[&str]| (next..sentence.end.min(next + 6)).any(|at| words.contains(&text.lower(at)));
    let word = text.lower(link.outcome.start);
    match link.row {
        "displaced/flee" => away(text, next),
        "displaced/fled-homes" | "displaced/moved" | "displaced/sheltering" | "displaced/camps" | "displaced/displace" => {
            matches!(word, "displaced" | "uprooted" | "fled")
        }
        "displaced/emptied" | "displaced/refuge" | "displaced/remain" | "displaced/forced-out" => false,
        "arrested/held" => {
            !matches!(text.lower(next), "responsible" | "accountable" | "liable" | "a" | "an" | "the" | "up" | "back" | "talks" | "to" | "his" | "her")
                && !near(&["talks", "office", "esteem", "regard", "hands"])
        }
        "injured/shot" | "injured/beaten-up" if word.starts_with("beat") => {
            let police = (sentence.start..sentence.end).any(|at| {
                matches!(
                    text.lower(at),
                    "police" | "officers" | "soldiers" | "guards" | "guard" | "mob" | "attackers" | "gang" | "custody" | "hospital" | "stick" | "sticks"
                        | "batons" | "unconscious" | "severely" | "badly" | "brutally" | "savagely" | "assailants" | "gunmen" | "militia"
                )
            });
            police
        }
        "killed/execute" => !matches!(word, "eliminated" | "crushed" | "neutralized" | "neutralised") || noun.form != Form::Named,
        "released/bail" if word == "discharged" => !near(&["hospital", "clinic", "duty", "duties"]),
        "released/release" => !near(&["album", "single", "contract", "club", "injury", "hospital"]),
        "missing/missing" => !text.is(next, Tag::DET.or(Tag::POSS)),
        "arrested/caught" | "arrested/led-away" | "arrested/picked-up" => noun.form != Form::Named || near(&["police", "handcuffs", "officers", "custody"]),
        "injured/injure" if word == "hurt" => !near(&["feelings", "pride"]),
        _ => true,
    }
}

/// "fled to Estrava", "fled the country", not "fled the scene".
fn away(text: &Text<'_, '_>, next: usize) -> bool {
    let home = (next..next + 4).any(|at| {
        matches!(
            text.lower(at),
            "country" | "home" | "homes" | "abroad" | "exile" | "border" | "village" | "town" | "city" | "homeland" | "province" | "island"
        )
    });
    let toward = matches!(text.lower(next), "to" | "into" | "across") && !matches!(text.lower(next + 1), "safety" | "the" | "a");
    home || toward
}

/// What no rule for counts tells: "a woman with a bullet wound", "Brenk's arrest".
pub(super) fn beside(text: &Text<'_, '_>, noun: &Noun) -> Vec<Single> {
    let mut out = Vec::new();
    let mut add = |kind: Kind, outcome: Range<usize>, row: &'static str, rule: &'static str| {
        out.push(Single {
            tokens: noun.shown.clone(),
            form: noun.form,
            count: 1,
            kind,
            outcome,
            row,
            rule,
            class: noun.class,
            part: false,
            confidence: 0.65,
        });
    };
    if let Some(wound) = wound_with(text, noun.end) {
        add(Kind::Injured, wound, "injured/with-wound", "single/with-wound");
    }
    let owner = is_genitive(text.lower(noun.head)) || noun.opener == Opener::Pronoun && text.is(noun.head, Tag::POSS);
    if owner && is_harm_noun(text, noun.end) {
        let at = noun.end + usize::from(text.outcome_from(noun.end).is_none());
        let start = text.sentence(at).start;
        let asked = (noun.tokens.start.saturating_sub(8).max(start)..at).any(|at| UNDONE.contains(&text.lower(at)));
        if let Some(outcome) = text.outcome_from(at).filter(|_| !asked) {
            let wished = outcome.kind == Kind::Released
                && (noun.tokens.start.saturating_sub(8).max(start)..at).any(|at| ASKED.contains(&text.lower(at)));
            if !wished {
                add(outcome.kind, outcome.tokens.clone(), outcome.id(), "single/genitive");
            }
        }
    }
    out
}

/// "with a bullet wound to the leg", "with burns on both hands"
fn wound_with(text: &Text<'_, '_>, end: usize) -> Option<Range<usize>> {
    if text.lower(end) != "with" || text.outcome_from(end).is_some_and(|outcome| outcome.tokens.len() > 1) {
        return None;
    }
    let last = text.sentence(end).end.min(end + 6);
    let at = (end + 1..last)
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .take_while(|&at| !text.is(at, Tag::CONJ.or(Tag::BE).or(Tag::HAVE).or(Tag::SUBORD).or(Tag::PRON)))
        .find(|&at| matches!(text.lower(at), "wound" | "wounds" | "injury" | "injuries" | "burns" | "fracture" | "fractures"))?;
    Some(end..at + 1)
}
