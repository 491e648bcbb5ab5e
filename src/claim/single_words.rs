//! Small words about words for persons: ranks, trades, ages, genitives, nouns of harm.

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::single_noun::Opener;
use super::text::Text;

/// Ranks written short before a name.
pub(super) const RANKS: &[&str] = &[
    "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "brig", "adm", "pvt", "insp", "const", "cmdr",
];

/// Trades that are surnames as well: persons only behind an article and in small letters.
pub(super) const TRADES: &[&str] = &[
    "baker",
    "butcher",
    "mason",
    "tailor",
    "barber",
    "carpenter",
    "gardener",
    "hunter",
    "potter",
    "weaver",
    "painter",
    "builder",
    "guide",
    "porter",
    "rider",
    "scout",
    "coach",
    "steward",
    "deacon",
    "chaplain",
    "diner",
    "picker",
    "minor",
    "juvenile",
    "graduate",
    "intern",
    "tutor",
    "guardian",
];

/// "an opposition figure": a person of some weight.
pub(super) fn is_figure(text: &Text<'_, '_>, at: usize) -> bool {
    text.lower(at) == "figure"
        && at > 0
        // "a charismatic figure who was freed"
        && (text.lower(at + 1) == "who" || matches!(
            text.lower(at - 1),
            "political"
                | "opposition"
                | "religious"
                | "public"
                | "leading"
                | "senior"
                | "rebel"
                | "prominent"
                | "military"
                | "tribal"
                | "underworld"
        ))
}

/// True for a rank written short: "Gen.", "Col."
pub(super) fn is_rank(word: &str) -> bool {
    RANKS.contains(&word.trim_end_matches('.'))
}

/// "major", "general", "private" are adjectives as well: a rank only before a name or at the end of the phrase.
pub(super) fn is_title(text: &Text<'_, '_>, at: usize) -> bool {
    let double = matches!(
        text.lower(at),
        "major" | "general" | "private" | "minor" | "local" | "national" | "chief" | "senior" | "patient" | "subject"
    );
    !double || !text.is_word(at + 1) || text.is_name(at + 1) || !text.is(at + 1, Tag::THING)
}

/// Small words and hyphens inside of names: "Ali al-Sabari".
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "-" | "al" | "el" | "bin" | "ibn" | "abu" | "ul" | "ur" | "de" | "da" | "van" | "von" | "di" | "der"
    )
}

/// One person: no body of persons, no word whose plural is the same behind "the".
pub(super) fn is_one(text: &Text<'_, '_>, head: usize, opener: Opener) -> bool {
    let word = text.lower(head).trim_end_matches("'s");
    if is_genitive(text.lower(head)) {
        return true;
    }
    let body = matches!(
        word,
        "police"
            | "staff"
            | "personnel"
            | "crew"
            | "troops"
            | "people"
            | "folk"
            | "couple"
            | "force"
            | "public"
            | "casualty"
            | "other"
            | "taliban"
            | "homeless"
            | "displaced"
            | "carabinieri"
            | "fedayeen"
            | "patrol"
            | "guys"
            | "soul"
    );
    if TRADES.contains(&word) || is_figure(text, head) {
        return opener != Opener::Bare;
    }
    let loose = matches!(
        word,
        "subject" | "private" | "general" | "male" | "female" | "local" | "national" | "accused" | "young" | "elder"
    ) || is_people_name(word);
    text.is(head, Tag::SINGULAR) && !body && (!loose || opener == Opener::Article)
}

/// "the Chinese", "the Dutch": many.
pub(super) fn is_people_name(word: &str) -> bool {
    ["ese", "ish", "ench"].iter().any(|ending| word.ends_with(ending))
}

/// Words that make a name or role one of a body: "the Brenk family".
pub(super) fn is_band(word: &str) -> bool {
    matches!(
        word,
        "family"
            | "clan"
            | "regime"
            | "government"
            | "administration"
            | "era"
            | "loyalist"
            | "forces"
            | "brothers"
            | "trial"
            | "case"
            | "union"
            | "group"
            | "organisation"
            | "organization"
            | "observatory"
            | "committee"
            | "council"
            | "sabha"
            | "movement"
            | "network"
            | "association"
            | "foundation"
            | "institute"
            | "society"
            | "centre"
            | "center"
            | "commission"
            | "party"
    )
}

pub(super) fn plural_person(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::PERSON) && !text.is(at, Tag::PAST)
}

/// "brenk's", "officers'"
pub(super) fn is_genitive(word: &str) -> bool {
    word.ends_with("'s")
        && !matches!(
            word,
            "it's" | "he's" | "she's" | "that's" | "there's" | "who's" | "what's" | "let's" | "here's"
        )
}

/// The word without its genitive.
pub(super) fn stem(word: &str) -> &str {
    if is_genitive(word) {
        word.trim_end_matches("'s")
    } else {
        word
    }
}

pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth" | "fifth" | "sixth") || word.ends_with("th")
}

/// "arrest" in "Brenk's arrest", "his brutal murder": a harm that stands for itself, and no "arrest warrant".
pub(super) fn is_harm_noun(text: &Text<'_, '_>, at: usize) -> bool {
    // "his 1990 arrest": long ago
    let between = text.outcome_from(at).is_none()
        && text.is_word(at)
        && text.quantity(at).is_none()
        && !text.is(at, Tag::PREP.or(Tag::BE));
    // "her husband's death" is not hers
    let at = if between && !is_genitive(text.lower(at)) {
        at + 1
    } else {
        at
    };
    harm_noun(text, at)
}

pub(super) fn harm_noun(text: &Text<'_, '_>, at: usize) -> bool {
    let Some(outcome) = text.outcome_from(at).filter(|outcome| outcome.tokens.len() == 1) else {
        return false;
    };
    let word = matches!(
        text.lower(at),
        "arrest"
            | "detention"
            | "death"
            | "murder"
            | "killing"
            | "assassination"
            | "abduction"
            | "kidnapping"
            | "release"
            | "execution"
            | "disappearance"
            | "capture"
            | "slaying"
            | "beheading"
            | "imprisonment"
    );
    // "a man's body was found"
    let lies = matches!(text.lower(at), "body")
        && text.is(at + 1, Tag::BE)
        && (at + 2..at + 5).any(|at| {
            matches!(
                text.lower(at),
                "found" | "recovered" | "discovered" | "retrieved" | "exhumed" | "pulled" | "dumped"
            )
        });
    let next = Tag::PREP
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::BE)
        .or(Tag::HAVE)
        .or(Tag::PAST)
        .or(Tag::MODAL)
        .or(Tag::TIME)
        .or(Tag::ADVERB)
        .or(Tag::VERB)
        .or(Tag::REL);
    // "Brenk's killing represents": no list holds all verbs
    let verb = |at: usize| {
        let word = text.lower(at);
        let many = text.is(at, Tag::THING.or(Tag::PERSON)) || super::single_real::is_compound(word);
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("'s") && !many && !text.is_capital(at)
    };
    let alone = !text.is_word(at + 1) || text.is(at + 1, next) && text.lower(at + 1) != "of" || verb(at + 1);
    (word || lies) && alone && matches!(outcome.frame, Frame::Noun | Frame::Hits)
}

/// "11-year-old", "34 year old": where it ends.
pub(super) fn age(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    let number = text.quantity(at).is_some() || text.is_numeral(at);
    if !number {
        return None;
    }
    let mut next = at + 1;
    let mut unit = false;
    while next < at + 8 {
        match text.lower(next) {
            "-" => {}
            "year" | "years" | "month" | "months" | "week" | "day" | "yr" => unit = true,
            "old" if unit => return Some(next + 1),
            _ if text.quantity(next).is_some() && !unit => {}
            _ => return None,
        }
        next += 1;
    }
    None
}

/// One past "aged 34", "(34)" and "(left)".
pub(super) fn aged(text: &Text<'_, '_>, end: usize) -> usize {
    match text.lower(end) {
        "aged" | "age" if text.is_numeral(end + 1) => end + 2,
        "," if text.is_numeral(end + 1)
            && text.lower(end + 1).len() < 3
            && (text.lower(end + 2) == "," || text.is(end + 2, Tag::BE)) =>
        {
            end + 2
        }
        // "Brenk, left, and Marr": where somebody stands in a picture
        "," if text.lower(end + 2) == ","
            && matches!(text.lower(end + 1), "left" | "right" | "centre" | "center" | "pictured") =>
        {
            end + 3 - usize::from(!text.is(end + 3, Tag::CONJ))
        }
        "(" if text.is_numeral(end + 1) && text.lower(end + 2) == ")" => end + 3,
        // where somebody stands in a picture
        "(" if text.lower(end + 2) == ")"
            && matches!(
                text.lower(end + 1),
                "r" | "l" | "c" | "right" | "left" | "centre" | "center" | "pictured" | "above" | "below"
            ) =>
        {
            end + 3
        }
        _ => end,
    }
}
