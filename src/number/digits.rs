//! Numerals: digits with the separators of several countries.

use super::words;

/// The value of a numeral as one token: "4,400", "4.400", "1,00,000", "4'400", "1.2", "4.4k", "1st" is none.
pub(super) fn value(lower: &str) -> Option<f64> {
    let split = lower
        .char_indices()
        .find(|(_, c)| c.is_alphabetic())
        .map_or(lower.len(), |(at, _)| at);
    let (digits, letters) = lower.split_at_checked(split)?;
    let factor = if letters.is_empty() {
        1.0
    } else {
        words::suffix(letters)?
    };
    Some(plain(digits)? * factor)
}

fn plain(digits: &str) -> Option<f64> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok();
    }
    let separators: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let first = *separators.first()?;
    let grouping = matches!(first, ',' | '.' | '\u{a0}' | '\u{202f}' | '\'');
    let (whole, tail) = match separators.as_slice() {
        // one full stop with other than three digits after it is a decimal point
        ['.'] if digits.split('.').nth(1)?.len() != 3 => return digits.parse().ok(),
        // grouped thousands and a decimal part: "4,400.5"
        [many @ .., last] if !many.is_empty() && *last != first && many.iter().all(|c| *c == first) => {
            digits.rsplit_once(*last)?
        }
        all if all.iter().all(|c| *c == first) => (digits, ""),
        _ => return None,
    };
    if !grouping || !well_grouped(whole, first) {
        return None;
    }
    let joined: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{joined}.{tail}0").parse().ok()
}

/// Groups of three, or of two before the last one as in India.
fn well_grouped(digits: &str, separator: char) -> bool {
    let groups: Vec<&str> = digits.split(separator).collect();
    let Some((last, head)) = groups.split_last() else {
        return false;
    };
    let Some((first, middle)) = head.split_first() else {
        return false;
    };
    last.len() == 3 && (1..=3).contains(&first.len()) && middle.iter().all(|group| (2..=3).contains(&group.len()))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn separators_of_several_countries() {
        for (word, expected) in [
            ("26", Some(26.0)),
            ("4,400", Some(4400.0)),
            ("4.400", Some(4400.0)),
            ("1,00,000", Some(100_000.0)),
            ("4'400", Some(4400.0)),
            ("4\u{202f}400", Some(4400.0)),
            ("1.2", Some(1.2)),
            ("4,400.5", Some(4400.5)),
            ("4.4k", Some(4400.0)),
            ("2m", Some(2e6)),
            ("12,13", None),
            ("11:15", None),
            ("2nd", None),
            ("1,2345", None),
            ("3½", None),
            ("", None),
        ] {
            if word.is_empty() {
                continue;
            }
            assert_eq!(value(word), expected, "{word}");
        }
    }
}
