//! Numbers that are ages: "Ida Marr, 27, was", "aged 23 and 27", "between the ages of 9 and 13".

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;

/// "Ida Marr, 27, was", "19 and 23 years old": ages.
pub(super) fn is_age(text: &Text<'_, '_>, tokens: &Range<usize>, prior: &str) -> bool {
    let (end, start) = (tokens.end, tokens.start);
    let aged = |at: usize| {
        matches!(text.lower(at), "y.o" | "y.o." | "yo" | "y/o")
            || matches!(text.lower(at), "years" | "year")
                && (matches!(text.lower(at + 1), "old" | "of") || text.lower(at + 1) == "-")
    };
    let listed =
        matches!(text.lower(end), "and" | "or" | "to" | ",") && text.quantity(end + 1).is_some() && aged(end + 2);
    let numeral = text.is_short_numeral(start);
    let apposed = prior == ","
        && numeral
        && tokens.len() == 1
        // "Ida Marr, 27 was shot": one person's verb
        && (matches!(text.lower(end), "," | ")" | "." | ";" | "-" | "–" | "—" | "was" | "is" | "has")
            || text.lower(end) == "and" && text.is(end + 2, Tag::PREP))
        && start >= 3
        && text.is_name(start - 2)
        && (text.is_name(start - 3) || text.lower(start - 3) == "-" || text.is(start - 3, Tag::PERSON));
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
    // "Jon Orla,10 were hurt"
    let glued = |at: usize| text.scan.tokens.get(at).is_some_and(|token| !token.space_before);
    let pressed = prior == ","
        && numeral
        && tokens.len() == 1
        && glued(start)
        && start >= 2
        && text.is_name(start - 2)
        && text.quantity(start - 2).is_none()
        && text.lower(start - 2).chars().all(char::is_alphabetic);
    // "She was 18 and died"
    let told = matches!(prior, "was" | "is")
        && numeral
        && tokens.len() == 1
        && text.lower(end) == "and"
        && start >= 2
        && matches!(text.lower(start - 2), "he" | "she");
    listed || apposed || pressed || bracketed || told || aged(end) || is_in_age_list(text, tokens)
}

/// "aged 23 and 27", "two sisters, 8 and 10,", "two men (23, 27)"
fn is_in_age_list(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let digits = |at: usize| text.is_short_numeral(at);
    // "aged seven and 10"
    let word = |at: usize| at > 0 && matches!(text.lower(at - 1), "aged" | "ages") && text.quantity(at).is_some();
    let age = |at: usize| digits(at) || word(at);
    let joins = |at: usize| matches!(text.lower(at), "," | "and" | "or" | "&" | "to");
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
    // "between the ages of 9 and 13", "ages of 8, 10 and 14"
    let of = usize::from(first >= 2 && text.begins(first - 1, &["of", "from"]) && text.begins(first - 2, &["age"]));
    let opener = first.checked_sub(1 + of).map_or("", |at| text.lower(at));
    // "two women, believed to be 30 and 60,"
    let guessed = opener == "be"
        && first >= 3
        && text.lower(first - 2) == "to"
        && matches!(text.lower(first - 3), "believed" | "thought" | "appeared" | "estimated");
    let aged = matches!(opener, "aged" | "ages" | "age") || guessed && first < last;
    let person = first >= 2 && (text.is(first - 2, Tag::PERSON) || text.is_name(first - 2));
    let enclosed = match opener {
        "(" => text.lower(last + 1) == ")",
        "," => matches!(text.lower(last + 1), "," | "." | ";" | ")"),
        _ => false,
    };
    aged || enclosed && person && first < last
}
