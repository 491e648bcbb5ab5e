//! Numbers that never count people: ages, years, money, clock times, parts of dates and names.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use crate::quantity::Sort;

/// True for a number that counts no people, whatever stands around it.
pub(super) fn is_no_count(text: &Text<'_, '_>, tokens: &Range<usize>, sort: Sort) -> bool {
    let before = tokens.start.checked_sub(1);
    let prior = before.map_or("", |at| text.lower(at));
    let next = text.lower(tokens.end);
    let glued = |at: usize| text.scan.tokens.get(at).is_some_and(|token| !token.space_before);
    if sort != Sort::Number || super::link_more::is_bracketed_item(text, tokens.start) {
        return false;
    }
    let modifier = next == "-" && glued(tokens.end) && glued(tokens.end + 1) && text.is_word(tokens.end + 1);
    let money = matches!(
        prior,
        "$" | "€" | "£" | "¥" | "₹" | "rs" | "usd" | "#" | "n°" | "aged" | "age"
    );
    let unit = matches!(next, "%" | "°" | "$" | "€" | "£" | ":" if next != ":" || glued(tokens.end + 1) && !text.is(tokens.end + 1, Tag::PERSON) && text.quantity(tokens.end + 1).is_some());
    // "''Ten died''" is quoted by two signs
    let quoted = |at: usize| matches!(prior, "’" | "'") && at > 0 && !text.is_word(at - 1);
    let part = before.is_some_and(|at| {
        matches!(prior, "-" | "/" | "." | ":" | "’" | "'") && glued(tokens.start) && glued(at) && !quoted(at)
    });
    let single = tokens.len() == 1;
    let clock = matches!(
        next,
        "a.m." | "p.m." | "am" | "pm" | "gmt" | "hrs" | "hours" | "o'clock"
    ) || single && prior == "at" && !text.is_word(tokens.end) && !after_toll(text, tokens.start);
    let month_next = is_month(next) || (next == "of" && is_month(text.lower(tokens.end + 1)));
    let month_before =
        single && is_month(prior) && small_number(text, tokens) && text.sentence(tokens.start).start < tokens.start;
    modifier
        || money
        || unit
        || part
        || clock
        || single && month_next && !is_modal_may(text, tokens.end)
        || month_before
        || single && is_year(text, tokens, prior, next)
        || single && is_label(text, tokens.start, before)
        || is_age(text, tokens, prior)
}

/// "the death toll, now at 14": no hour.
fn after_toll(text: &Text<'_, '_>, at: usize) -> bool {
    let start = text.sentence(at).start;
    (start.max(at.saturating_sub(24))..at).any(|at| {
        matches!(
            text.lower(at),
            "toll"
                | "tally"
                | "count"
                | "total"
                | "number"
                | "figure"
                | "stands"
                | "stood"
                | "estimated"
                | "casualties"
        )
    })
}

/// "a toll of 14 may rise": the verb, not the month.
fn is_modal_may(text: &Text<'_, '_>, at: usize) -> bool {
    let capital = text.scan.tokens.get(at).is_some_and(|token| token.capital);
    let verb = text.is(at + 1, Tag::HAVE.or(Tag::VERB).or(Tag::NOT).or(Tag::ADVERB))
        || text.lower(at + 1) == "be"
        || text.outcome(at + 1).is_some();
    text.lower(at) == "may" && verb && !(capital && text.words.capitals_tell)
}

/// "Ida Marr, 27, was", "19 and 23 years old": ages.
fn is_age(text: &Text<'_, '_>, tokens: &Range<usize>, prior: &str) -> bool {
    let (end, start) = (tokens.end, tokens.start);
    let aged = |at: usize| {
        matches!(text.lower(at), "years" | "year")
            && (matches!(text.lower(at + 1), "old" | "of") || text.lower(at + 1) == "-")
    };
    let listed =
        matches!(text.lower(end), "and" | "or" | "to" | ",") && text.quantity(end + 1).is_some() && aged(end + 2);
    let numeral = text.lower(start).len() <= 2 && text.lower(start).starts_with(|c: char| c.is_ascii_digit());
    let apposed = prior == ","
        && numeral
        && tokens.len() == 1
        && matches!(text.lower(end), "," | ")" | "." | ";")
        && start >= 3
        && text.is_name(start - 2)
        && (text.is_name(start - 3) || text.is(start - 3, Tag::PERSON));
    // "one woman, 34, died"
    let apposed = apposed
        || prior == ","
            && numeral
            && tokens.len() == 1
            && text.lower(end) == ","
            && start >= 2
            && text.is(start - 2, Tag::SINGULAR);
    let bracketed = prior == "("
        && text.lower(end) == ")"
        && numeral
        && start >= 2
        && (text.is_name(start - 2) || !text.words.capitals_tell)
        && text.outcome(start - 2).is_none()
        && !text.is(start - 2, Tag::PERSON)
        && text.quantity(start - 2).is_none();
    listed || apposed || bracketed || aged(end) || is_in_age_list(text, tokens)
}

/// "aged 23 and 27", "two sisters, 8 and 10,", "two men (23, 27)"
fn is_in_age_list(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let age = |at: usize| text.lower(at).len() <= 2 && text.lower(at).starts_with(|c: char| c.is_ascii_digit());
    let joins = |at: usize| matches!(text.lower(at), "," | "and" | "or" | "&");
    if tokens.len() != 1 || !age(tokens.start) {
        return false;
    }
    let (mut first, mut last) = (tokens.start, tokens.start);
    for _ in 0..4 {
        if first >= 2 && joins(first - 1) && age(first - 2) {
            first -= 2;
        } else if first >= 3 && text.lower(first - 1) == "and" && text.lower(first - 2) == "," && age(first - 3) {
            first -= 3;
        }
        if joins(last + 1) && age(last + 2) {
            last += 2;
        }
    }
    let opener = first.checked_sub(1).map_or("", |at| text.lower(at));
    let aged = matches!(opener, "aged" | "ages" | "age");
    let person = first >= 2 && (text.is(first - 2, Tag::PERSON) || text.is_name(first - 2));
    let enclosed = match opener {
        "(" => text.lower(last + 1) == ")",
        "," => matches!(text.lower(last + 1), "," | "." | ";" | ")"),
        _ => false,
    };
    aged || enclosed && person && first < last
}

fn small_number(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    text.lower(tokens.start).len() <= 2
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "apr"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
            | "jan."
            | "feb."
            | "aug."
            | "sept."
            | "sep."
            | "oct."
            | "nov."
            | "dec."
            | "may"
    )
}

/// "in 2011", "since 1998", "July 2010": four digits without a separator where a year can stand.
fn is_year(text: &Text<'_, '_>, tokens: &Range<usize>, prior: &str, next: &str) -> bool {
    let word = text.lower(tokens.start);
    let range = word.len() == 4 && ("1400"..="2100").contains(&word);
    range
        && !text.is(tokens.end, Tag::PERSON)
        && (!text.is_word(tokens.end)
            || text.lower(tokens.end).starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                prior,
                "in" | "since"
                    | "from"
                    | "by"
                    | "until"
                    | "during"
                    | "of"
                    | "the"
                    | ","
                    | "("
                    | "mid"
                    | "early"
                    | "late"
            )
            || is_month(prior)
            || matches!(
                next,
                "massacre"
                    | "killing"
                    | "murder"
                    | "death"
                    | "assassination"
                    | "bombing"
                    | "arrest"
                    | "slaying"
                    | "execution"
            )
            || next == "-")
}

/// "Flight 12", "Resolution 1973", "No. 5", "Article 302": a capital word right before a bare numeral.
fn is_label(text: &Text<'_, '_>, at: usize, before: Option<usize>) -> bool {
    let Some(before) = before else { return false };
    let numeral = text.lower(at).starts_with(|c: char| c.is_ascii_digit());
    let begins = text.sentence(before).start == before;
    // "the fatalities now number 41": the verb
    let verb = text.lower(before).starts_with("number")
        && (before.saturating_sub(3)..before).any(|at| text.outcome(at).is_some());
    numeral
        && !verb
        && (matches!(
            text.lower(before),
            "no."
                | "no"
                | "flight"
                | "section"
                | "article"
                | "route"
                | "highway"
                | "resolution"
                | "page"
                | "chapter"
                | "channel"
                | "day"
                | "number"
                | "ward"
                | "district"
                | "block"
                | "sector"
                | "group"
        ) || text.is_name(before)
            && !begins
            && !text.is(before, Tag::PERSON)
            && text.outcome(before).is_none()
            && !text.is_word(at + 1))
}
