//! Words of offices, as tables.

/// What a word needs beside it to name an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing: "president".
    Nothing,
    /// A field before or behind it: "interior minister", "minister of the interior".
    Field,
    /// One of these words before it: "police chief".
    Before(&'static [&'static str]),
    /// Words behind it: "attorney general", "secretary of state".
    Behind(&'static [&'static str]),
}

/// Last words of offices, what they need, and the word by which spellings of one office meet.
pub(super) const HEADS: &[(&str, Needs, &str)] = &[
    ("president", Needs::Nothing, "president"),
    ("premier", Needs::Nothing, "prime minister"),
    ("chancellor", Needs::Nothing, "chancellor"),
    ("king", Needs::Nothing, "king"),
    ("queen", Needs::Nothing, "queen"),
    ("emir", Needs::Nothing, "emir"),
    ("sultan", Needs::Nothing, "sultan"),
    ("pope", Needs::Nothing, "pope"),
    ("patriarch", Needs::Nothing, "patriarch"),
    ("mayor", Needs::Nothing, "mayor"),
    ("governor", Needs::Nothing, "governor"),
    ("ombudsman", Needs::Nothing, "ombudsman"),
    ("minister", Needs::Field, "minister"),
    ("secretary-general", Needs::Nothing, "secretary general"),
    (
        "secretary",
        Needs::Before(&[
            "foreign", "home", "defence", "defense", "interior", "justice", "treasury",
        ]),
        "secretary",
    ),
    ("secretary", Needs::Behind(&["general", "of state"]), "secretary"),
    ("attorney", Needs::Behind(&["general"]), "attorney"),
    (
        "chief",
        Needs::Before(&["police", "army", "military", "navy", "intelligence", "security", "fire"]),
        "chief",
    ),
    ("commissioner", Needs::Before(&["police"]), "commissioner"),
    ("justice", Needs::Before(&["chief"]), "justice"),
    (
        "speaker",
        Needs::Before(&["parliament", "parliamentary", "house", "assembly"]),
        "speaker",
    ),
    ("prince", Needs::Before(&["crown"]), "prince"),
];

/// What ministers are of, and the word by which spellings meet.
pub(super) const FIELDS: &[(&str, &str)] = &[
    ("interior", "interior"),
    ("internal affairs", "interior"),
    ("home affairs", "interior"),
    ("home", "interior"),
    ("foreign", "foreign"),
    ("foreign affairs", "foreign"),
    ("external affairs", "foreign"),
    ("defence", "defence"),
    ("defense", "defence"),
    ("health", "health"),
    ("public health", "health"),
    ("justice", "justice"),
    ("finance", "finance"),
    ("economy", "economy"),
    ("education", "education"),
    ("energy", "energy"),
    ("oil", "oil"),
    ("information", "information"),
    ("labour", "labour"),
    ("labor", "labour"),
    ("transport", "transport"),
    ("agriculture", "agriculture"),
    ("environment", "environment"),
    ("culture", "culture"),
    ("trade", "trade"),
    ("security", "security"),
    ("emergency situations", "emergencies"),
    ("emergencies", "emergencies"),
    ("prime", "prime"),
];

/// Words before an office that say that its holder holds it no more, or not yet, or under another: one of many.
#[rustfmt::skip]
pub(super) const NOT_THE_HOLDER: &[&str] = &[
    "former", "ex", "then", "late", "outgoing", "incoming", "previous", "past", "ousted", "deposed", "overthrown",
    "fallen", "next", "future", "onetime", "one-time", "designate", "first", "second", "last", "exiled",
    "self-declared", "self-proclaimed", "deputy", "vice", "assistant", "junior", "associate", "shadow", "honorary",
    "would-be",
];

/// Words before an office that is held for somebody else.
pub(super) const ACTING: &[&str] = &["acting", "interim", "caretaker", "provisional", "transitional"];

/// Words before an office that change nothing.
#[rustfmt::skip]
pub(super) const PLAIN: &[&str] = &[
    "new", "current", "incumbent", "sitting", "embattled", "authoritarian", "veteran", "longtime", "elected",
];

/// Words before an office that mean nobody in particular, or somebody's own.
pub(super) const NOBODYS: &[&str] = &[
    "a", "an", "another", "any", "every", "each", "no", "some", "one", "his", "her", "their", "our", "my", "your",
    "its", "other",
];

/// What belongs to nobody in particular: "the country's president".
pub(super) const HERE: &[&str] = &[
    "country", "nation", "state", "city", "town", "region", "province", "capital", "republic",
];
