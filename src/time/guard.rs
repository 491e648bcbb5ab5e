//! What has to be true around a time's words: years that are no counts, months that are no verbs.

use std::ops::Range;

use super::lexicon::{self, Term};
use super::named::{is_age, is_named, is_outlet};
use super::numeral;
use super::row::Guard;
use crate::token::{Scan, TokenKind};

/// Words after which a period of the calendar follows.
pub(super) const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "before",
    "after",
    "from",
    "between",
    "to",
    "through",
    "during",
    "for",
    "over",
    "throughout",
    "within",
    "around",
    "about",
    "this",
    "last",
    "next",
    "early",
    "late",
    "mid",
    "-",
    "–",
    "and",
    "or",
    "the",
    "a",
    "an",
    "that",
    "each",
    "every",
    "its",
    "his",
    "her",
    "their",
    "our",
    "on",
    "past",
    "than",
    "ago",
    "earlier",
    "later",
    "another",
    "as",
    "at",
    "into",
];

/// Words after which a bare season or a bare "days" is meant as time.
const IN_TIME: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "before",
    "after",
    "during",
    "for",
    "over",
    "throughout",
    "within",
    "early",
    "late",
    "mid",
    "-",
    "from",
    "of",
    "every",
    "through",
    "into",
];

/// Hedges: a four-digit numeral after them is a count.
const HEDGES: &[&str] = &[
    "least",
    "than",
    "nearly",
    "almost",
    "approximately",
    "some",
    "about",
    "another",
    "additional",
    "roughly",
];

/// What a numeral counts: it is no year and no day before them.
const COUNTED: &[&str] = &[
    "people",
    "persons",
    "percent",
    "per",
    "%",
    "million",
    "billion",
    "dead",
    "killed",
    "injured",
    "wounded",
    "others",
    "men",
    "women",
    "children",
    "police",
    "feet",
    "ft",
    "km",
    "points",
    "years",
    "days",
    "hours",
    "miles",
    "times",
    "abreast",
    "kilometers",
    "kilometres",
    "steps",
    "yards",
    "blocks",
    "minutes",
    "weeks",
    "months",
];

/// Who may follow a year right away: "in 2011 people took to the streets".
const PEOPLE: &[&str] = &["people", "men", "women", "children", "police", "others"];

/// What bears a number like a year: "resolutions 1970 and 1973".
const NUMBERED: &[&str] = &[
    "$",
    "£",
    "€",
    "#",
    ".",
    "no.",
    "+",
    "/",
    "=",
    "flight",
    "room",
    "page",
    "resolution",
    "resolutions",
    "article",
    "articles",
    "law",
    "decree",
    "route",
    "highway",
    "number",
    "section",
    "sections",
    "paragraph",
    "unit",
    "vision",
    "agenda",
    "regiment",
];

/// Words before "of" and a count.
const COUNTING: &[&str] = &[
    "total", "toll", "maximum", "minimum", "average", "estimate", "crowd", "sum", "tally",
];

/// Words that can follow a time that stands by itself.
const AFTER_ALONE: &[&str] = &[
    "and",
    "or",
    "with",
    "in",
    "at",
    "when",
    "as",
    "after",
    "before",
    "for",
    "to",
    "was",
    "were",
    "that",
    "said",
    "since",
    "until",
    "by",
    "from",
    "on",
    "but",
    "has",
    "had",
    "is",
    "while",
    "near",
    "into",
    "because",
    "following",
    "over",
    "between",
    "against",
    "amid",
    "during",
    "they",
    "he",
    "she",
    "it",
    "the",
    "a",
];

/// True where what the guard asks for holds around `tokens`.
pub(super) fn holds(guard: Guard, scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let at_back = |back: usize| tokens.start.checked_sub(back).map_or("", |at| scan.lower(at));
    let before = at_back(1);
    match guard {
        Guard::Free => true,
        Guard::Year => is_year(scan, tokens, before),
        Guard::Month => is_month(scan, tokens, before),
        Guard::Day => {
            if COUNTED.contains(&scan.lower(tokens.end)) || is_verb(scan, tokens.start, tokens) {
                return false;
            }
            !(is_noun(scan, tokens.end) && matches!(before, "in" | "since" | "last"))
        }
        Guard::MonthName => !is_verb(scan, tokens.end.saturating_sub(1), tokens),
        Guard::DayAlone | Guard::LastWord => stands_alone(scan, tokens.end),
        Guard::Adverb => {
            let next = scan.lower(tokens.end);
            let clause = !OWNING.contains(&before) && (is_numeral(scan, tokens.end) || CLAUSE_OPENERS.contains(&next));
            stands_alone(scan, tokens.end) || clause || matches!(lexicon::term(next), Some(Term::Weekday(..)))
        }
        Guard::NoAge => {
            let owner = |back| matches!(at_back(back), "his" | "her" | "their" | "my" | "our" | "your");
            !(owner(1) || owner(2) || owner(3))
        }
        Guard::Feast => {
            let leads = BEFORE_FEASTS.contains(&before) || scan.lower(tokens.start) == "last";
            leads && has_no_object(scan, tokens.end)
        }
        Guard::NoName => !is_outlet(scan, tokens),
        Guard::AnAge => is_age(scan, tokens),
        Guard::NoAfter => !matches!(
            scan.lower(tokens.end),
            "after" | "before" | "afterward" | "afterwards" | "thereafter"
        ),
        Guard::NoHyphen => scan.lower(tokens.end) != "-",
        Guard::SomeDay => has_no_object(scan, tokens.end),
        Guard::Attacks => ATTACKS.contains(&scan.lower(tokens.end)),
        Guard::WholePeriod => {
            IN_TIME.contains(&before) && has_no_object(scan, tokens.end) && scan.lower(tokens.end) != "of"
        }
        Guard::NotOf => scan.lower(tokens.end) != "of",
        Guard::NoObject => has_no_object(scan, tokens.end),
        Guard::Preposition => {
            let is_drop = scan.lower(tokens.end.saturating_sub(1)) == "fall"
                && matches!(scan.lower(tokens.end), "in" | "from" | "to" | "was" | "on" | "into");
            IN_TIME.contains(&before) && scan.lower(tokens.end) != "of" && !is_drop
        }
    }
}

/// Words before a feast's name by which it is a time.
const BEFORE_FEASTS: &[&str] = &[
    "at", "on", "since", "by", "until", "till", "before", "after", "during", "over", "around", "from", "this", "of",
    "for", "past", "last", "next", "every",
];

/// What the attacks of 11 September 2001 are called behind the date.
const ATTACKS: &[&str] = &[
    "attacks",
    "terror",
    "terrorist",
    "terrorists",
    "hijackings",
    "hijackers",
    "commission",
];

/// Words after which a lower-case "may" or "march" behind or before a numeral is the month.
const BEFORE_DATES: &[&str] = &[
    "on", "since", "of", "until", "till", "by", "from", "to", "after", "before", "and", "between", "late", "early",
    "the", ",", "(", "-", "through", "night", "morning", "evening", "dated", "for",
];

/// Words after the verb "may".
const AFTER_MAY: &[&str] = &[
    "have", "be", "not", "also", "still", "never", "only", "well", "yet", "already", "die", "face", "need", "remain",
    "actually", "even", "now", "soon",
];

/// Words before the verb "march".
const BEFORE_MARCH: &[&str] = &[
    "to", "will", "would", "they", "we", "could", "can", "must", "people", "should", "who",
];

/// True where the month's name at `month` is rather a verb: "20 may have died", "they march 3 abreast".
fn is_verb(scan: &Scan<'_>, month: usize, tokens: &Range<usize>) -> bool {
    let Some(token) = scan.tokens.get(month) else {
        return false;
    };
    let word = &*token.lower;
    if !matches!(word, "may" | "march") || (token.capital && !token.all_capitals(scan.text)) {
        return false;
    }
    let (before, after) = (tokens.start.checked_sub(1), scan.lower(tokens.end));
    let before_word = before.map_or("", |at| scan.lower(at));
    if month == tokens.start {
        return BEFORE_MARCH.contains(&before_word) || (!token.capital && is_noun(scan, tokens.end));
    }
    let is_led = scan.lower(tokens.start) == "the"
        || BEFORE_DATES.contains(&before_word)
        || matches!(lexicon::term(before_word), Some(Term::Weekday(..)))
        || scan.tokens.get(tokens.start).is_some_and(|first| first.line_before)
        || scan.lower(month.saturating_sub(1)) == "of";
    AFTER_MAY.contains(&after) || (!token.capital && !is_led)
}

/// Words after which an adjective rather than an adverb stands: "an overnight two-hour raid".
const OWNING: &[&str] = &[
    "a", "an", "the", "its", "his", "her", "their", "in", "of", "this", "that", "during", "after",
];

/// Words that open a clause or go on with it: "overnight several men were shot".
const CLAUSE_OPENERS: &[&str] = &[
    "we",
    "i",
    "you",
    "there",
    "at",
    "more",
    "some",
    "several",
    "dozens",
    "hundreds",
    "thousands",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "police",
    "one",
    "who",
    "which",
    "where",
    "killing",
    "killed",
    "wounding",
    "injuring",
    "leaving",
    "across",
    "amid",
    "along",
    "outside",
    "inside",
    "around",
];

fn is_numeral(scan: &Scan<'_>, at: usize) -> bool {
    let token = scan.tokens.get(at);
    token.is_some_and(|token| token.kind == TokenKind::Numeral) && scan.lower(at + 1) != "-"
}

fn stands_alone(scan: &Scan<'_>, end: usize) -> bool {
    scan.tokens.get(end).is_none_or(|next| {
        (next.kind == TokenKind::Sign && &*next.lower != "-") || AFTER_ALONE.contains(&&*next.lower) || next.line_before
    })
}

/// Words after "the day before" that do not say before what.
const NO_OBJECTS: &[&str] = &[
    "and", "or", "but", "in", "on", "at", "with", "for", "from", "to", "by", "near", "when", "while", "as", "because",
    "that", "after", "said", "was", "were", "had", "of",
];

fn has_no_object(scan: &Scan<'_>, end: usize) -> bool {
    scan.tokens
        .get(end)
        .is_none_or(|next| next.kind == TokenKind::Sign || NO_OBJECTS.contains(&&*next.lower) || next.line_before)
}

/// A lower-case word in the plural.
fn is_noun(scan: &Scan<'_>, at: usize) -> bool {
    scan.tokens.get(at).is_some_and(|token| {
        token.kind == TokenKind::Word
            && !token.capital
            && token.lower.len() > 3
            && token.lower.ends_with('s')
            && !token.lower.ends_with("'s")
    })
}

fn is_year(scan: &Scan<'_>, tokens: &Range<usize>, before: &str) -> bool {
    let after = scan.lower(tokens.end);
    let glued = |at: usize| scan.tokens.get(at).is_some_and(|token| !token.space_before);
    let listed =
        matches!(before, "and" | "or" | ",") && tokens.start >= 3 && NUMBERED.contains(&scan.lower(tokens.start - 3));
    if listed || NUMBERED.contains(&before) || is_named(scan, tokens) {
        return false;
    }
    let stem = tokens.start.checked_sub(2).map_or("", |at| scan.lower(at));
    let is_stem = matches!(stem, "mid" | "early" | "late" | "pre" | "post");
    if matches!(before, "-" | ":") && !is_stem && tokens.start >= 2 && glued(tokens.start) && glued(tokens.start - 1) {
        return false;
    }
    let year_of_people = matches!(before, "in" | "since" | "during") && PEOPLE.contains(&after);
    // "a blast in 2017 killed 43", not "resulted in 2017 killed"
    let then_harmed = before == "in"
        && matches!(after, "killed" | "injured" | "wounded")
        && !matches!(stem, "resulted" | "resulting" | "results" | "result" | "ended" | "toll");
    if (COUNTED.contains(&after) && !year_of_people && !then_harmed)
        || HEDGES.contains(&before)
        || (after == "-" && glued(tokens.end) && is_noun(scan, tokens.end + 1))
    {
        return false;
    }
    // "over 2000 were let off"
    if before == "over" && matches!(after, "were" | "was" | "have" | "had" | "are" | "of") {
        return false;
    }
    // "a total of 2010", "at 1990 Main Street", "12 cars and 2019 houses"
    let of_count = before == "of" && tokens.start >= 2 && COUNTING.contains(&scan.lower(tokens.start - 2));
    if of_count || before == "at" || matches!(before, "and" | "or") && is_noun(scan, tokens.end) {
        return false;
    }
    let said = PREPOSITIONS.contains(&before);
    let year = numeral::year(scan, tokens.start).map_or(0, |(year, _)| year);
    if !(1900..2050).contains(&year) {
        return matches!(
            before,
            "in" | "since" | "of" | "by" | "until" | "from" | "between" | "and"
        ) && (1500..2050).contains(&year)
            && !is_noun(scan, tokens.end);
    }
    said || !is_noun(scan, tokens.end)
}

/// "April, May and June": between months.
fn is_listed_month(scan: &Scan<'_>, tokens: &Range<usize>) -> bool {
    let is_month = |at: usize| matches!(lexicon::term(scan.lower(at)), Some(Term::Month(_)));
    let joins = |at: usize| matches!(scan.lower(at), "," | "and" | "or" | "&" | "/" | "-" | "–" | "to");
    let after = joins(tokens.end) && is_month(tokens.end + 1 + usize::from(scan.lower(tokens.end + 1) == "and"));
    let before = tokens.start >= 2 && joins(tokens.start - 1) && is_month(tokens.start - 2);
    before || after
}

fn is_month(scan: &Scan<'_>, tokens: &Range<usize>, before: &str) -> bool {
    let Some(token) = scan.tokens.get(tokens.start) else {
        return false;
    };
    let word = token.lower.strip_suffix("'s").unwrap_or(&token.lower);
    let is_short = word.len() <= 4 && !matches!(word, "june" | "july" | "may") && !word.ends_with('.');
    if is_short || !matches!(lexicon::term(word), Some(Term::Month(_))) {
        return false;
    }
    if !token.capital && matches!(word, "march" | "may" | "august") {
        let of_month = before == "of" && tokens.start >= 2 && scan.lower(tokens.start - 2) == "month";
        return of_month || matches!(before, "in" | "since" | "last" | "until" | "early" | "late" | "during");
    }
    // without capitals "april" and "june" are names as often
    if !token.capital && matches!(word, "april" | "june") && !PREPOSITIONS.contains(&before) {
        return false;
    }
    if PREPOSITIONS.contains(&before) {
        return !(matches!(before, "the" | "a") && matches!(word, "march" | "may"));
    }
    if matches!(word, "march" | "may") {
        return is_listed_month(scan, tokens);
    }
    let next_is_name = scan
        .tokens
        .get(tokens.end)
        .is_some_and(|next| next.capital && next.kind == TokenKind::Word && !next.line_before);
    !next_is_name
}
