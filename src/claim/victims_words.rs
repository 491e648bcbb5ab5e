//! The class of a person noun with the words before and behind it: "police officers", "a member of the rebel army".

use std::ops::Range;

use super::VictimClass;
use super::lexicon::Tag;
use super::text::Text;

/// Words before a person noun that make it one of the forces of a state: "police officers", "border guards".
pub(super) const FORCES: &[&str] = &[
    "police",
    "army",
    "military",
    "security",
    "guard",
    "guards",
    "border",
    "coalition",
    "peacekeeping",
    "navy",
    "marine",
    "infantry",
    "gendarmerie",
    "paramilitary",
    "troop",
    "constabulary",
    "commando",
    "coastguard",
    "enforcement",
    "nato",
    "isaf",
];

/// Words that make fighters those of a state: "government fighters".
pub(super) const GOVERNMENT: &[&str] = &["government", "regime", "loyalist", "federal", "republican", "national"];

/// Words that make a person noun one of an armed group: "rebel commander", "armed men".
pub(super) const ARMED: &[&str] = &[
    "rebel",
    "rebels",
    "terrorist",
    "militant",
    "militants",
    "insurgent",
    "insurgents",
    "guerrilla",
    "guerilla",
    "militia",
    "jihadist",
    "jihadi",
    "extremist",
    "separatist",
    "gang",
    "cartel",
    "taliban",
    "isis",
    "isil",
    "daesh",
    "qaeda",
    "qaida",
    "haram",
    "shabaab",
    "shabab",
    "hezbollah",
    "hamas",
    "farc",
    "pkk",
    "ltte",
    "npa",
    "sayyaf",
    "lra",
    "houthi",
    "mafia",
    "mujahideen",
    "mujahedeen",
    "mujahidin",
    "fsa",
];

/// Words that make chiefs and officers those of a band and not of a state: "the rebel military chief".
const REBEL: &[&str] = &["rebel", "rebels", "insurgent", "guerrilla", "separatist", "militant"];

/// Bodies whose workers are told of as theirs: "a UN worker", "party activists".
pub(super) const BODIES: &[&str] = &["un", "u.n.", "nations", "party", "unicef", "unrwa", "unhcr", "wfp"];

/// A party or body by its first letters: "CPM" and, in a text without capitals, "cpm".
fn is_letters(text: &Text<'_, '_>, at: usize) -> bool {
    let Some(token) = text.scan.tokens.get(at) else {
        return false;
    };
    let word = token.span.of(text.scan.text);
    let short = (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let known = matches!(
        text.lower(at),
        "us" | "uk" | "eu" | "tv" | "ngo" | "it" | "uae" | "usa" | "mr" | "mrs" | "dr"
    );
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let spelt = !word.bytes().any(|byte| b"aeiouyAEIOUY".contains(&byte));
    short && !known && (capitals || spelt) && text.words.tag(at) == Tag::NONE
}

/// Those who work or act for a body.
pub(super) fn is_hand(word: &str) -> bool {
    matches!(
        word,
        "worker" | "workers" | "employee" | "employees" | "activist" | "activists" | "volunteer" | "volunteers"
    )
}

/// Words that make staff, crew and members people of a civil trade or a home: "hospital staff", "family members".
pub(super) const CIVIL: &[&str] = &[
    "medical",
    "health",
    "hospital",
    "aid",
    "humanitarian",
    "emergency",
    "ambulance",
    "civilian",
    "airline",
    "airport",
    "school",
    "university",
    "factory",
    "mine",
    "oil",
    "company",
    "hotel",
    "family",
    "community",
    "tribal",
    "tribe",
    "clan",
    "village",
    "church",
    "religious",
    "kitchen",
    "restaurant",
    "railway",
    "construction",
    "cleaning",
    "nursing",
    "teaching",
    "household",
    "ground",
    "maintenance",
];

/// Words that tell of persons without a trade that they bear no arms.
pub(super) const UNARMED: &[&str] = &[
    "civilian",
    "civilians",
    "unarmed",
    "local",
    "innocent",
    "elderly",
    "pregnant",
    "homeless",
    "displaced",
];

pub(super) fn stem(word: &str) -> &str {
    word.trim_end_matches("'s")
}

/// The class of the noun at the end of `words`, which a word before it can make clearer.
pub(super) fn noun_class(text: &Text<'_, '_>, words: Range<usize>) -> VictimClass {
    let head = words.end;
    let has = |list: &[&str]| words.clone().any(|at| list.contains(&stem(text.lower(at))));
    let rank = super::single_words::is_rank(text.lower(head));
    let own = match text.words.class(head) {
        _ if rank => VictimClass::SecurityForce,
        VictimClass::Unspecified if super::single_words::TRADES.contains(&text.lower(head)) => VictimClass::Civilian,
        class => class,
    };
    if is_plain(text, words.clone()) {
        return VictimClass::Unspecified;
    }
    if let Some(class) = joined(text, words.clone(), own) {
        return class;
    }
    // "victim of police firing": the police did it
    if matches!(text.lower(head), "victim" | "victims") {
        return VictimClass::Unspecified;
    }
    // they are no longer of it
    if has_left(text.lower(head)) {
        return own;
    }
    if is_at_the_head(text, &words) {
        return VictimClass::Official;
    }
    if is_of_the_press(text, &words) {
        return VictimClass::Journalist;
    }
    match own {
        VictimClass::Journalist | VictimClass::Protester => own,
        VictimClass::Official | VictimClass::Unspecified if has(REBEL) => VictimClass::Militant,
        VictimClass::Civilian
            if is_hand(text.lower(head)) && (has(BODIES) || words.clone().any(|at| is_letters(text, at))) =>
        {
            VictimClass::Other
        }
        VictimClass::Militant if has(GOVERNMENT) || has(FORCES) => VictimClass::SecurityForce,
        VictimClass::Militant => own,
        VictimClass::SecurityForce | VictimClass::Other
            if has(&["medical", "hospital", "health", "civilian", "family"]) =>
        {
            VictimClass::Civilian
        }
        VictimClass::SecurityForce if has(ARMED) || has(&["opposition"]) || is_rebel_army(text, &words) => {
            VictimClass::Militant
        }
        VictimClass::SecurityForce => own,
        // "border villagers" guard no border
        VictimClass::Civilian if has(&["border", "guard", "coalition", "marine"]) => own,
        _ if has(FORCES) && !is_kin(text.lower(head)) => VictimClass::SecurityForce,
        VictimClass::Official
            if has(&["tribal", "tribe", "clan", "village", "community", "religious"]) && is_elder(text.lower(head)) =>
        {
            VictimClass::Civilian
        }
        VictimClass::Official => own,
        VictimClass::Other if has(ARMED) => VictimClass::Militant,
        // "service members"
        VictimClass::Other
            if words
                .clone()
                .next_back()
                .is_some_and(|at| text.lower(at) == "service" && !text.is_capital(at)) =>
        {
            VictimClass::SecurityForce
        }
        VictimClass::Other if has(CIVIL) => VictimClass::Civilian,
        VictimClass::Unspecified if has(ARMED) => VictimClass::Militant,
        VictimClass::Unspecified | VictimClass::Civilian if armed(text, words.clone()) => VictimClass::Militant,
        VictimClass::Unspecified if has(UNARMED) => VictimClass::Civilian,
        _ => own,
    }
}

/// Nationality alone ("a Varland citizen"), heads without bodies, "criminal" before a noun that is not known.
fn is_plain(text: &Text<'_, '_>, words: Range<usize>) -> bool {
    let before = words.end.checked_sub(1).filter(|&at| at >= words.start);
    let has = |list: &[&str]| words.clone().any(|at| list.contains(&text.lower(at)));
    match text.lower(words.end) {
        "citizen" | "citizens" | "national" | "nationals" => {
            before.is_some_and(|at| text.is_name(at) || text.is(at, Tag::POSS))
        }
        "head" | "heads" => has(&["severed", "human", "decapitated"]),
        "criminal" => text.is_word(words.end + 1) && !text.is(words.end + 1, Tag::BE.or(Tag::PAST)),
        _ => false,
    }
}

/// The class that a word before a noun of harm tells: "civilian deaths", "NATO fatalities", "rebel casualties".
pub(super) fn harm_class(text: &Text<'_, '_>, words: Range<usize>) -> VictimClass {
    let counted = matches!(
        text.lower(words.end),
        "death"
            | "deaths"
            | "fatality"
            | "fatalities"
            | "casualty"
            | "casualties"
            | "martyrs"
            | "wounded"
            | "injuries"
            | "dead"
    );
    words
        .filter(|_| counted)
        .map(|at| side_class(text, at))
        .find(|class| *class != VictimClass::Unspecified)
        .unwrap_or(VictimClass::Unspecified)
}

/// Whose dead they are, by the word before the harm: "civilian deaths", "the military death toll".
pub(super) fn side_class(text: &Text<'_, '_>, at: usize) -> VictimClass {
    match stem(text.lower(at)) {
        "civilian" | "civilians" | "child" | "infant" => VictimClass::Civilian,
        "military" | "army" | "nato" | "isaf" | "troop" | "soldier" | "police" | "coalition" | "personnel" => {
            VictimClass::SecurityForce
        }
        "rebel" | "militant" | "insurgent" => VictimClass::Militant,
        "protester" | "protestor" => VictimClass::Protester,
        _ => VictimClass::Unspecified,
    }
}

/// "the Free Varland Army", "the Orla Liberation Front"
fn is_rebel_army(text: &Text<'_, '_>, words: &Range<usize>) -> bool {
    let army = words.clone().any(|at| matches!(text.lower(at), "army" | "front"));
    army && words
        .clone()
        .any(|at| text.is_name(at) && matches!(text.lower(at), "free" | "liberation" | "resistance"))
}

/// "security chiefs", "senior security officials", "senior regime figures": they sit in the government.
pub(super) fn is_at_the_head(text: &Text<'_, '_>, words: &Range<usize>) -> bool {
    let has = |list: &[&str]| words.clone().any(|at| list.contains(&stem(text.lower(at))));
    let high = match text.lower(words.end) {
        "chiefs" => true,
        "officials" | "official" | "figures" | "figure" => has(&["senior", "top", "ranking", "leading"]),
        _ => false,
    };
    high && has(&["security", "intelligence", "regime", "government", "defence", "defense"])
}

/// "media workers", "press staff"
fn is_of_the_press(text: &Text<'_, '_>, words: &Range<usize>) -> bool {
    let before = words.end.checked_sub(1).filter(|&at| at >= words.start);
    before.is_some_and(|at| matches!(text.lower(at), "media" | "press" | "news"))
        && (is_hand(text.lower(words.end)) || matches!(text.lower(words.end), "professionals" | "staff" | "crew"))
}

/// Those who have left a force.
pub(super) fn has_left(word: &str) -> bool {
    matches!(word, "defector" | "defectors" | "deserter" | "deserters")
}

/// "armed men", "armed villagers"
pub(super) fn armed(text: &Text<'_, '_>, mut words: Range<usize>) -> bool {
    words.any(|at| matches!(text.lower(at), "armed" | "masked" | "gun-toting"))
}

pub(super) fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "wives"
            | "son"
            | "sons"
            | "daughter"
            | "daughters"
            | "relative"
            | "relatives"
            | "widow"
            | "widows"
            | "brother"
            | "brothers"
            | "sister"
            | "sisters"
            | "mother"
            | "father"
            | "cousin"
            | "cousins"
            | "nephew"
            | "nephews"
            | "husband"
    )
}

pub(super) fn is_elder(word: &str) -> bool {
    ["chief", "chiefs", "head", "heads", "chieftain", "chieftains"].contains(&word)
}

/// "lawyers and staffers", "children and women": both nouns count; mixtures tell nothing.
pub(super) fn joined(text: &Text<'_, '_>, words: Range<usize>, own: VictimClass) -> Option<VictimClass> {
    let and = words
        .clone()
        .find(|&at| text.lower(at) == "and" && at > words.start && text.is(at - 1, Tag::PERSON))?;
    if women_and_children(text, and) {
        return Some(VictimClass::Civilian);
    }
    // "men and boys", "civilians and soldiers": both may be anybody
    let grown = matches!(text.lower(and - 1), "men" | "people" | "persons");
    let first = text.words.class(and - 1);
    match (first, own) {
        // "journalists and media workers"
        (VictimClass::Journalist, VictimClass::Civilian)
            if matches!(
                text.lower(words.end - 1),
                "media" | "press" | "news" | "television" | "tv"
            ) =>
        {
            Some(VictimClass::Journalist)
        }
        (_, VictimClass::Civilian) if grown => Some(VictimClass::Unspecified),
        (VictimClass::Civilian, VictimClass::SecurityForce | VictimClass::Militant) => Some(VictimClass::Unspecified),
        (first, own) if first == own => Some(own),
        (VictimClass::Other | VictimClass::Unspecified, _) | (_, VictimClass::SecurityForce) => None,
        (first, VictimClass::Other | VictimClass::Unspecified) => Some(first),
        _ => Some(VictimClass::Unspecified),
    }
}

/// True for the "and" of "women and children", "children and elderly people".
pub(super) fn women_and_children(text: &Text<'_, '_>, and: usize) -> bool {
    let weak = |at: usize| {
        matches!(
            text.lower(at),
            "women" | "children" | "elderly" | "kids" | "infants" | "girls" | "babies"
        )
    };
    text.lower(and) == "and" && and > 0 && weak(and - 1) && weak(and + 1)
}

/// The class of "a member of the armed forces", "the head of a rebel group", from the words behind "of".
pub(super) fn of_class(text: &Text<'_, '_>, words: Range<usize>, own: VictimClass) -> VictimClass {
    let victim = words
        .start
        .checked_sub(2)
        .is_some_and(|at| matches!(text.lower(at), "victim" | "victims"));
    if victim {
        return own;
    }
    let has = |list: &[&str]| words.clone().any(|at| list.contains(&stem(text.lower(at))));
    let open = matches!(own, VictimClass::Other | VictimClass::Unspecified);
    let band = has(&["armed"]) && has(&["group", "groups", "gang", "gangs", "band", "bands"]);
    let rebels = has(ARMED) || band || is_rebel_army(text, &words);
    if (open || own == VictimClass::SecurityForce) && rebels || own == VictimClass::Official && has(ARMED) {
        return VictimClass::Militant;
    }
    if open && (has(FORCES) || has(&["forces"])) {
        return VictimClass::SecurityForce;
    }
    // "activists of the Orla People's Party (OPP)"
    let lettered =
        words.clone().any(|at| is_letters(text, at)) || is_letters(text, words.end + 1) && text.lower(words.end) == "(";
    let hand = words.start >= 2 && is_hand(text.lower(words.start - 2));
    if own == VictimClass::Civilian && hand && (lettered || has(BODIES)) {
        return VictimClass::Other;
    }
    if own == VictimClass::Other
        && has(&[
            "family",
            "families",
            "household",
            "community",
            "tribe",
            "clan",
            "public",
            "congregation",
        ])
    {
        return VictimClass::Civilian;
    }
    own
}
