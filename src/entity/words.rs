//! Short tables of words around names.

/// Small words inside personal and place names.
pub(super) const PARTICLES: &[&str] = &[
    "al", "el", "bin", "ibn", "bint", "abu", "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos",
    "das", "du", "la", "le", "ter", "zu", "ul", "ur", "ez", "ash", "ar", "as", "at", "ad", "az", "an", "e", "i", "y",
];

/// Second halves of given names that are too short, or too English, for the list of name words.
pub(super) const SMALL_HALVES: &[&str] = &["un", "in", "pyo", "sen", "yeon", "ok", "wan", "hui", "won"];

/// Small words of five letters or fewer behind a name and a hyphen that make no part of it.
pub(super) const BEHIND_HYPHENS: &[&str] = &[
    "led", "run", "held", "made", "born", "era", "area", "based", "wide", "like", "style", "owned", "ally", "rich",
    "free", "old", "day", "year", "long", "city", "bound", "only", "type", "size", "wing", "hit", "torn", "level",
    "tier", "class", "trade", "talks", "war", "deal", "out", "up", "off", "line", "side", "men", "man", "made",
    "built", "paid", "linked", "close", "major", "major's", "game", "hour", "week", "month", "mile", "time", "turn",
    "plus", "wise",
];

/// Particles that count only with a hyphen on one side: otherwise they are English, or letters.
pub(super) const HYPHEN_PARTICLES: &[&str] = &[
    "ash", "ar", "as", "at", "ad", "az", "an", "e", "i", "ez", "ul", "ur", "y",
];

/// Verbs of saying, after a name.
pub(super) const SAYING: &[&str] = &[
    "said",
    "says",
    "added",
    "told",
    "announced",
    "reported",
    "stated",
    "wrote",
    "tweeted",
    "claimed",
    "declared",
    "explained",
    "warned",
    "noted",
    "stressed",
    "denied",
    "confirmed",
    "insisted",
    "argued",
    "called",
    "quoted",
    "accused",
    "vowed",
    "pledged",
    "urged",
    "expressed",
    "condemned",
    "ordered",
    "asked",
    "replied",
    "acknowledged",
    "admitted",
];

/// Verbs that only people do, after a name.
pub(super) const HUMAN: &[&str] = &[
    "died",
    "resigned",
    "fled",
    "was",
    "who",
    "whose",
    "himself",
    "herself",
    "married",
    "born",
    "spoke",
    "met",
    "smiled",
    "arrived",
    "thinks",
    "believes",
    "thought",
    "felt",
    "went",
    "came",
    "won",
    "served",
    "graduated",
    "studied",
    "played",
    "scored",
    "tweeted",
    "recalled",
    "replied",
    "wept",
    "shouted",
    "whispered",
];

/// Words after which a place stands more often than not.
pub(super) const LOCATIVE: &[&str] = &[
    "in",
    "near",
    "at",
    "from",
    "outside",
    "across",
    "throughout",
    "toward",
    "towards",
    "around",
    "into",
    "inside",
];

/// Endings of family names.
pub(super) const SURNAME_ENDINGS: &[&str] = &[
    "ov", "ev", "ova", "eva", "off", "enko", "chuk", "yan", "dze", "shvili", "vich", "vic", "ski", "sky", "ska",
    "skiy", "skyy", "czyk", "sson", "ssen", "opoulos", "idis", "akis", "oglu", "bayev", "uly", "kyzy", "zadeh", "zade",
    "nejad", "escu", "berg", "stein", "mann", "ez", "inho", "ullah", "uddin", "awi",
];

/// Endings of place names.
pub(super) const PLACE_ENDINGS: &[&str] = &[
    "stan", "abad", "pur", "pore", "grad", "gorod", "burg", "bourg", "burgh", "ville", "shire", "istan", "kand",
    "kent", "polis", "land", "port", "ford", "mouth", "hampton", "chester", "wala", "ganj", "nagar", "garh",
];

/// What a minister or secretary is "of".
pub(super) const FIELDS_OF_OFFICE: &[&str] = &[
    "state",
    "defense",
    "defence",
    "foreign",
    "interior",
    "finance",
    "health",
    "justice",
    "staff",
    "information",
    "war",
];

/// Words after which "of" carries a place's name on.
pub(super) const PLACES_OF: &[&str] = &[
    "gulf", "bay", "strait", "straits", "republic", "kingdom", "horn", "isle", "cape", "sea", "states", "union",
    "tower",
];

/// First words of "Food and Drug Administration" and its like.
pub(super) const FIELDS_OF_BODIES: &[&str] = &[
    "food",
    "law",
    "health",
    "trade",
    "science",
    "arts",
    "human",
    "peace",
    "justice",
    "truth",
    "security",
    "education",
    "labor",
    "labour",
    "oil",
    "culture",
    "information",
    "search",
    "homeland",
    "intelligence",
    "agriculture",
    "drugs",
    "standards",
];

/// Titles that begin names of bodies too: "General Assembly".
pub(super) const TITLES_IN_BODIES: &[&str] = &[
    "general",
    "private",
    "justice",
    "sheriff",
    "governor",
    "attorney",
    "police",
    "king",
    "queen",
    "prince",
    "president",
    "bishop",
];

/// True where the table has the word.
pub(super) fn has(table: &[&str], word: &str) -> bool {
    table.contains(&word)
}

/// True where the word is longer than an ending of the table by two letters or more.
pub(super) fn ends(table: &[&str], word: &str) -> bool {
    table
        .iter()
        .any(|ending| word.len() >= ending.len() + 2 && word.ends_with(ending))
}

/// First words of names of places of two words: "San Mateo", "New Varland".
pub(super) const PLACE_STARTS: &[&str] = &[
    "san",
    "santa",
    "los",
    "las",
    "el",
    "fort",
    "port",
    "mount",
    "mt.",
    "mt",
    "new",
    "st.",
    "st",
    "saint",
    "lake",
    "cape",
    "camp",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "upper",
    "lower",
    "greater",
    "khan",
    "deir",
    "tel",
    "beit",
    "wadi",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "point",
    "great",
    "grand",
    "isle",
    "rio",
    "puerto",
    "villa",
    "sao",
    "ras",
];
