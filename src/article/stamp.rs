//! Lines that say when a page was made and nothing else.

use super::words::{fold, is_number};

/// A stamp has at most so many words.
const MAX_WORDS: usize = 16;

/// The months, whole, in their order.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that make a date of numbers, beside the months.
const DATE_WORDS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
];

/// Words that stand beside a date in a stamp.
const STAMP_WORDS: &[&str] = &[
    "published",
    "posted",
    "updated",
    "modified",
    "created",
    "first",
    "last",
    "date",
    "on",
    "at",
    "the",
    "of",
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "cet",
    "cest",
    "pst",
    "pdt",
    "ist",
    "local",
    "time",
    ":",
    "|",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "hrs",
    "hours",
    "h",
    "page",
    "uk",
];

/// Of these, the ones that also begin what follows a stamp.
const FILLERS: &[&str] = &["the", "of", "on", "at", "first", "last", "page", "may", "read"];

/// True for a line of a date and a clock time, a date alone, or "Last updated: ..." with one.
pub(super) fn is_stamp(line: &str) -> bool {
    // A line of a hard-wrapped text may hold nothing but the end of a sentence ("on 19 November.").
    let is_sentence_end = line.ends_with('.') && !line.ends_with(".m.");
    if line.len() > 120 || is_sentence_end {
        return false;
    }
    let words = fold(line);
    let has_digit = line.contains(|c: char| c.is_ascii_digit());
    let has_date = words.iter().any(|word| names_date(word) || is_whole_date(word));
    has_digit && has_date && words.len() <= MAX_WORDS && words.iter().all(|word| is_stamp_word(word))
}

/// True for the name of a month, whole or cut short, lower case.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
        || MONTHS
            .iter()
            .any(|month| (3..=4).contains(&word.len()) && month.starts_with(word))
}

/// True for the name of a month or a weekday, lower case.
pub(super) fn is_date_word(word: &str) -> bool {
    names_date(word) && word != "may" && word != "sun"
}

/// True for what stamps are made of, lower case.
pub(super) fn is_stamp_word(word: &str) -> bool {
    names_date(word) || STAMP_WORDS.contains(&word) || is_number(word) || is_ordinal(word) || is_clock(word)
}

/// "2031-03-12", "12/03/2031", "12.3.2031", also with a time behind a `t`.
pub(super) fn is_whole_date(word: &str) -> bool {
    let day = word.split('t').next().unwrap_or(word);
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    parts.len() == 3
        && parts
            .iter()
            .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.iter().any(|part| part.len() == 4)
}

/// Bytes of the stamp with which a torn line begins: a date with a clock time, followed by other words.
pub(super) fn leading(line: &str) -> usize {
    let (mut next, mut end) = (0, 0);
    let (mut has_date, mut has_time, mut num_words) = (false, false, 0);
    for raw in line.split_inclusive(' ') {
        let words = fold(raw);
        if !words.iter().all(|word| is_stamp_word(word)) || num_words > MAX_WORDS {
            break;
        }
        num_words += 1;
        has_date |= words.iter().any(|word| is_date_word(word) || is_whole_date(word));
        has_time |= words.iter().any(|word| is_number(word) && word.contains([':', '.']));
        next += raw.len();
        if !words.iter().all(|word| FILLERS.contains(&word.as_str())) {
            end = next;
        }
    }
    if has_date && has_time && num_words >= 4 && end < line.len() {
        end
    } else {
        0
    }
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|end| {
        word.strip_suffix(end)
            .is_some_and(|rest| !rest.is_empty() && is_number(rest))
    })
}

fn is_clock(word: &str) -> bool {
    ["am", "pm", "h", "z", "gmt", "a.m", "p.m"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(is_number))
        || (is_whole_date(word) && word.contains('t'))
}

fn names_date(word: &str) -> bool {
    MONTHS.contains(&word) || DATE_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_stamp;

    #[test]
    fn stamps_are_dates_and_nothing_else() {
        for stamp in [
            "March 12, 2031 5:44 pm",
            "Published: 12 March 2031, 17:44 GMT",
            "Last updated on Wed 12th Mar 2031 at 5:44pm",
            "2031-03-12",
            "12/03/2031 | 3 min read",
            "2031-03-12T17:44:00Z",
            "Wednesday, March 12",
        ] {
            assert!(is_stamp(stamp), "{stamp}");
        }
        for line in [
            "March 12, 2031: the night the bridge fell",
            "May 12 die?",
            "2031",
            "12 dead",
            "March",
            "12 held on Sunday",
            "1.2.3",
            "",
            "Sun",
            "on 19 November.",
        ] {
            assert!(!is_stamp(line), "{line}");
        }
    }
}
