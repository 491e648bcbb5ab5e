//! Words and blanks as the Python scripts cut them, so that the scores of both agree to the last digit.

use unicode_general_category::{GeneralCategory, get_general_category};

/// What `\w` matches in Python: letters and numbers of all scripts, but no marks.
pub(super) fn is_word(c: char) -> bool {
    use GeneralCategory::{
        DecimalNumber, LetterNumber, LowercaseLetter, ModifierLetter, OtherLetter, OtherNumber, TitlecaseLetter,
        UppercaseLetter,
    };
    if c.is_ascii() {
        return c == '_' || c.is_ascii_alphanumeric();
    }
    matches!(
        get_general_category(c),
        DecimalNumber
            | LetterNumber
            | LowercaseLetter
            | ModifierLetter
            | OtherLetter
            | OtherNumber
            | TitlecaseLetter
            | UppercaseLetter
    )
}

/// What `\d` matches in Python.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && get_general_category(c) == GeneralCategory::DecimalNumber
}

/// What `\s` matches in Python.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// The runs of word characters.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

/// A share, and 0 of nothing.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

/// The harmonic mean of precision and recall.
pub(super) fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 {
        return 0.0;
    }
    2.0 * precision * recall / (precision + recall)
}

/// Counts are far below the 2^53 from which on a float has gaps.
#[expect(clippy::cast_precision_loss, reason = "counts of marks in a corpus")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::{is_blank, is_digit, words};

    #[test]
    fn words_are_cut_as_python_cuts_them() {
        let cut: Vec<&str> = words("Don’t_x, 12½ e\u{301}a \u{939}\u{93f}x Ⓐb").collect();
        assert_eq!(cut, ["Don", "t_x", "12½", "e", "a", "\u{939}", "x", "b"]);
        assert!(is_digit('٣') && !is_digit('½') && is_blank('\u{1f}'));
    }

    /// Python rounds halves of what is really stored to even; so does Rust.
    #[test]
    fn figures_are_rounded_as_python_rounds_them() {
        let rounded: Vec<String> = [0.0625, 0.1875, 0.3125, 0.9995, 0.0005]
            .iter()
            .map(|x| format!("{x:.3}"))
            .collect();
        assert_eq!(rounded, ["0.062", "0.188", "0.312", "1.000", "0.001"]);
    }
}
