//! Verbs of harm that are said of one person in another sense: "was beaten in the final", "held out hope", "was buried".

use super::lexicon::Tag;
use super::sense_other::is_dug_out;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::{Form, Kind, VictimClass};

/// Words by which a sentence tells that somebody "beaten" was hurt, and not outplayed.
const BEATERS: &[&str] = &[
    "police",
    "officers",
    "soldiers",
    "guards",
    "guard",
    "mob",
    "attackers",
    "gang",
    "custody",
    "hospital",
    "stick",
    "sticks",
    "batons",
    "unconscious",
    "severely",
    "badly",
    "brutally",
    "savagely",
    "assailants",
    "gunmen",
    "militia",
];

/// Words behind "held" that make it no arrest.
const HELD_AS: &[&str] = &[
    "responsible",
    "accountable",
    "liable",
    "a",
    "an",
    "the",
    "up",
    "back",
    "talks",
    "to",
    "his",
    "her",
    "out",
];

/// Beginnings of words by which a sentence tells why somebody is in hospital.
const HURTS: &[&str] = &[
    "recover", "injur", "wound", "shot", "stab", "beat", "burn", "explo", "blast", "attack", "accident", "crash",
    "bomb", "shell",
];

/// Beginnings of words by which a sentence tells that somebody left a hospital.
const HEALS: &[&str] = &["hospital", "treat", "clinic", "medical"];

/// Beginnings of words by which a sentence tells that somebody fled from the law.
const HUNTS: &[&str] = &[
    "arrest",
    "captur",
    "suspect",
    "fugitive",
    "extradit",
    "charge",
    "manhunt",
    "apprehend",
];

/// Beginnings of words by which a sentence tells what struck somebody, and where.
const BLOWS: &[&str] = &[
    "bullet", "shot", "shoot", "gun", "fire", "car", "truck", "vehicle", "driv", "head", "chest", "leg", "arm", "back",
    "neck", "face", "torso", "stomach", "stone", "fist", "train", "bus", "shrapnel",
];

/// Verbs of harm that are said of one person in another sense: "was beaten in the final", "fled the scene", "was held responsible".
pub(super) fn sense(text: &Text<'_, '_>, noun: &Noun, link: &Told) -> bool {
    let sentence = text.sentence(link.outcome.start);
    let next = link.outcome.end;
    let near = |words: &[&str]| (next..sentence.end.min(next + 6)).any(|at| words.contains(&text.lower(at)));
    let tells = |stems: &[&str]| sentence.clone().any(|at| text.begins(at, stems));
    let word = text.lower(link.outcome.start);
    match link.row {
        _ if link.kind == Kind::Killed && is_illness(text, next..sentence.end.min(next + 10)) => false,
        _ if link.kind == Kind::Displaced && near(&["power", "office"]) => false,
        "displaced/flee" => with_family(text, noun, link) || away(text, next) && !tells(HUNTS),
        "displaced/fled-homes"
        | "displaced/moved"
        | "displaced/sheltering"
        | "displaced/camps"
        | "displaced/displace" => {
            matches!(word, "displaced" | "uprooted" | "fled")
        }
        "injured/in-hospital" | "injured/to-hospital" => tells(HURTS),
        "displaced/inside-camps" | "displaced/living-in" | "displaced/in-shelters" | "displaced/outside-centres" => {
            false
        }
        "arrested/held"
            if matches!(
                text.lower(link.outcome.start.saturating_sub(1)),
                "closely" | "privately"
            ) =>
        {
            false
        }
        // "held him by the throat", "holding Brenk accountable"
        "arrested/held"
            if link.outcome.end == noun.tokens.start
                && matches!(
                    text.lower(noun.end),
                    "accountable" | "responsible" | "liable" | "by" | "to" | "back" | "up"
                ) =>
        {
            false
        }
        "arrested/held" => {
            !HELD_AS.contains(&text.lower(next)) && !near(&["talks", "office", "esteem", "regard", "hands"])
        }
        "injured/shot" | "injured/beaten-up" if word.starts_with("beat") => {
            text.lower(next - 1) == "up" || (sentence.start..sentence.end).any(|at| BEATERS.contains(&text.lower(at)))
        }
        "killed/execute" => {
            noun.form != Form::Named || !text.begins(link.outcome.start, &["eliminat", "crush", "neutrali"])
        }
        // "was booked in for an operation"
        "arrested/custody-remand" if word == "booked" && matches!(text.lower(next), "in" | "on" | "for" | "to") => {
            false
        }
        "released/bail" if word == "discharged" => !near(&["hospital", "clinic", "duty", "duties"]),
        "killed/kill" if text.lower(next) == "off" => false,
        // "had been trapped": was found
        "missing/trap" | "missing/trapped"
            if noun.opener == Opener::Pronoun || text.lower(link.outcome.start.saturating_sub(1)) == "been" =>
        {
            false
        }
        // "pay respects to the dead man": told before
        "killed/dead" if link.rule == "single/own-noun" && noun.opener == Opener::The => false,
        // a burial tells of the dead again
        "killed/buried" => false,
        // "was treated and released": from a hospital
        "released/release" => {
            // "she was taken to hospital. She has since been released."
            let back = if noun.opener == Opener::Pronoun { 24 } else { 0 };
            !near(&["album", "single", "contract", "club", "injury", "hospital"])
                && !is_dug_out(text, next)
                && !(sentence.start.saturating_sub(back)..sentence.end).any(|at| text.begins(at, HEALS))
        }
        "displaced/stranded" => false,
        // "could not be reached for comment"
        "missing/not-found-yet" => !matches!(text.lower(next - 1), "reached" | "contacted"),
        "missing/missing" => !text.is(next, Tag::DET.or(Tag::POSS)),
        "arrested/caught" | "arrested/led-away" | "arrested/picked-up" => {
            noun.form != Form::Named || near(&["police", "handcuffs", "officers", "custody"])
        }
        // "the tornado struck Orla, Kelm and Tarn"
        "injured/struck" if word == "hit" && !near(&["shot", "gunfire", "bullet", "shooting", "gunm"]) => false,
        "injured/struck" if noun.form == Form::Named && link.rule != "single/passive" => tells(BLOWS),
        "injured/injure" if word == "hurt" => !near(&["feelings", "pride"]),
        _ => true,
    }
}

/// "fled with his family", "she and her children fled": they left their home; an office-holder may only have left office.
pub(super) fn with_family(text: &Text<'_, '_>, noun: &Noun, link: &Told) -> bool {
    const REACH: usize = 8;
    let sentence = text.sentence(link.outcome.start);
    let last = sentence.end.min(link.outcome.end + REACH);
    let along = (link.outcome.end..last)
        .take_while(|&at| text.is_word(at))
        .any(|at| text.lower(at) == "with" && (at + 1..at + 4).any(|at| is_family(text, at)));
    let joined = || {
        let and = (noun.end..link.outcome.start).any(|at| text.lower(at) == "and");
        and && (noun.end..link.outcome.start).any(|at| is_family(text, at))
    };
    // "a clerk who said his brother was killed fled": not the brother
    let own = || (noun.end..link.outcome.start).all(|at| text.outcome(at).is_none());
    let kin = || super::victims_words::is_kin(text.lower(noun.head)) && noun.form == Form::Implicit && own();
    let office = matches!(noun.class, VictimClass::Official | VictimClass::SecurityForce);
    link.row == "displaced/flee" && !office && (along || kin() || joined())
}

fn is_family(text: &Text<'_, '_>, at: usize) -> bool {
    text.begins(at, &["famil", "child"]) || super::victims_words::is_kin(text.lower(at))
}

/// "died after a battle with cancer", "died of natural causes"
fn is_illness(text: &Text<'_, '_>, mut words: std::ops::Range<usize>) -> bool {
    words.any(|at| {
        matches!(
            text.lower(at),
            "cancer" | "leukaemia" | "leukemia" | "diabetes" | "pneumonia" | "illness"
        ) || text.reads(at, &["natural", "causes"])
            || text.reads(at, &["old", "age"])
    })
}

/// "fled to Estrava", "fled the country", not "fled the scene".
fn away(text: &Text<'_, '_>, next: usize) -> bool {
    let home = (next..next + 4).any(|at| {
        matches!(
            text.lower(at),
            "country"
                | "home"
                | "homes"
                | "abroad"
                | "exile"
                | "border"
                | "village"
                | "town"
                | "city"
                | "homeland"
                | "province"
                | "island"
        )
    });
    let toward =
        matches!(text.lower(next), "to" | "into" | "across") && !matches!(text.lower(next + 1), "safety" | "the" | "a");
    home || toward
}
