//! Words around the day of a figure: what counts stand in, what is done with it, what a speaker does meanwhile.

use super::text::Text;

/// What a count stands in.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "count", "tally", "bulletin", "bulletins", "report", "list", "update", "figures", "figure", "data", "statistics",
    "estimate", "estimates", "survey", "census", "statement", "briefing", "register", "assessment", "sitrep", "toll",
    "communique", "circular", "note", "dispatch", "memo", "letter", "breakdown", "summary", "record", "records",
    "study", "newsletter",
];

/// What is done with such a paper on its day.
#[rustfmt::skip]
const MADE: &[&str] = &[
    "dated", "compiled", "drawn", "made", "updated", "prepared", "signed", "collected", "circulated", "taken", "issued",
    "released", "published", "completed", "conducted", "posted", "finished", "shared", "given", "provided",
];

/// Verbs that set a toll.
#[rustfmt::skip]
const SETS: &[&str] = &[
    "raised", "put", "revised", "lowered", "updated", "increased", "placed", "cut", "reduced", "upped", "adjusted",
    "corrected", "set", "brought", "gave", "offered", "cited",
];

/// What is raised and lowered.
#[rustfmt::skip]
const TOLLS: &[&str] = &[
    "toll", "number", "count", "tally", "figure", "total", "estimate", "deaths", "casualties", "dead", "numbers",
];

/// What a speaker does while speaking: "Speaking on Sunday".
#[rustfmt::skip]
const LEADING: &[&str] = &[
    "speaking", "addressing", "briefing", "talking", "testifying", "writing", "announcing", "commenting", "appearing",
    "interviewed", "asked", "questioned", "replying", "responding", "reporting", "reached", "contacted", "visiting", "touring",
];

/// Where a speaker is heard: "During a visit to Orla on Sunday".
#[rustfmt::skip]
const OCCASIONS: &[&str] = &[
    "visit", "trip", "tour", "stop", "appearance", "ceremony", "speech", "address", "remarks", "interview", "conference",
    "briefing", "statement", "e-mail", "email", "mail", "phone", "call", "message", "video", "session", "hearing", "sermon", "meeting", "summit",
    "broadcast", "comments", "tweet", "post", "letter", "report", "update", "bulletin", "press", "note", "debate",
];

/// How one who speaks is met with: "a doctor reached on Sunday".
const MET: &[&str] = &[
    "interviewed",
    "reached",
    "contacted",
    "quoted",
    "asked",
    "cited",
    "spoke",
    "speaking",
    "heard",
];

pub(super) fn is_paper(word: &str) -> bool {
    PAPERS.contains(&word)
}

/// A paper that comes out on a day; "Sunday's toll" is that of what happened on Sunday.
pub(super) fn is_report(word: &str) -> bool {
    is_paper(word) && !matches!(word, "toll" | "figure" | "record" | "records" | "note" | "figures")
}

/// "published", "compiled"
pub(super) fn is_made(word: &str) -> bool {
    MADE.contains(&word)
}

/// "raised", "put"
pub(super) fn is_setting(word: &str) -> bool {
    SETS.contains(&word)
}

/// "the toll", "the number"
pub(super) fn is_toll(word: &str) -> bool {
    TOLLS.contains(&word)
}

/// "interviewed", "reached"
pub(super) fn is_met(word: &str) -> bool {
    MET.contains(&word)
}

/// "Speaking on Sunday", "On a visit to the town on Sunday": what the speaker does while speaking.
pub(super) fn is_lead_in(text: &Text<'_, '_>, start: usize) -> bool {
    let occasion = matches!(text.lower(start), "in" | "during" | "on" | "at" | "after" | "by");
    LEADING.contains(&text.lower(start))
        || occasion && (start + 1..start + 5).any(|at| OCCASIONS.contains(&text.lower(at)))
}

/// Words between a verb and its day.
pub(super) fn is_lean(word: &str) -> bool {
    matches!(
        word,
        "on" | "late"
            | "early"
            | "earlier"
            | "later"
            | "in"
            | "the"
            | "by"
            | "also"
            | "at"
            | "around"
            | "about"
            | "again"
    )
}
