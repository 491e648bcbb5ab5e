//! Finds the numbers of a text.

use std::ops::Range;

use super::digits;
use super::words::{self, Word};
use crate::base::Why;
use crate::token::{Scan, TokenKind};

/// A number as written, without its hedge.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The tokens that make it.
    pub tokens: Range<usize>,
    /// Its value; fractions of one only for "half" and the like.
    pub value: f64,
    /// The rule that read it.
    pub why: Why,
}

/// All numbers of the text, in order, never meeting: numerals, number words and mixtures ("1.2 million", "two dozen").
/// Vague words, ordinals and hedges are not numbers here.
pub fn find(scan: &Scan<'_>) -> Vec<Number> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        match read(scan, at) {
            Some((end, value, rule)) => {
                out.push(Number {
                    tokens: at..end,
                    value,
                    why: Why::leaf(rule, scan.span(at..end)),
                });
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

/// The number that begins with token `at`: one past its last token, its value and its rule.
fn read(scan: &Scan<'_>, at: usize) -> Option<(usize, f64, &'static str)> {
    let token = scan.tokens.get(at)?;
    match token.kind {
        TokenKind::Numeral => {
            let (end, value) = numeral(scan, at)?;
            Some(match scaled(scan, end, value) {
                Some((end, value)) => (end, value, "number/mixed"),
                None => match half_more(scan, end) {
                    Some(end) => (end, value + 0.5, "number/half"),
                    None => (end, value, "number/digits"),
                },
            })
        }
        TokenKind::Word => spelled(scan, at),
        TokenKind::Sign => None,
    }
}

/// A numeral, with groups of three digits that single blanks part: "4 400".
fn numeral(scan: &Scan<'_>, at: usize) -> Option<(usize, f64)> {
    let mut value = digits::value(scan.lower(at))?;
    let mut end = at + 1;
    let head = scan.lower(at);
    if head.len() <= 3 && !head.starts_with('0') && head.bytes().all(|byte| byte.is_ascii_digit()) {
        while is_group(scan, end) {
            value = value * 1000.0 + digits::value(scan.lower(end))?;
            end += 1;
        }
    }
    Some((end, value))
}

fn is_group(scan: &Scan<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| scan.tokens.get(at));
    scan.tokens.get(at).zip(before).is_some_and(|(token, before)| {
        token.span.start() == before.span.end() + 1
            && token.lower.len() == 3
            && !token.line_before
            && token.lower.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// A numeral with the scale that follows: "1.2 million", "3 dozen", "2 lakh".
fn scaled(scan: &Scan<'_>, mut end: usize, mut value: f64) -> Option<(usize, f64)> {
    let start = end;
    loop {
        let at = if scan.lower(end) == "-" { end + 1 } else { end };
        match words::word(scan.lower(at)) {
            Some(Word::Scale(scale) | Word::Pack(scale)) => value *= scale,
            _ => break,
        }
        end = at + 1;
    }
    (end > start).then_some((end, value))
}

/// A number in words: "twenty-five", "a hundred and ten", "two dozen", "half a million".
fn spelled(scan: &Scan<'_>, at: usize) -> Option<(usize, f64, &'static str)> {
    if scan.lower(at) == "half" && matches!(scan.lower(at + 1), "a" | "-") {
        return match words::word(scan.lower(at + 2))? {
            Word::Scale(scale) | Word::Pack(scale) => Some((at + 3, scale / 2.0, "number/half-scale")),
            _ => None,
        };
    }
    if let Some((end, value)) = quarters(scan, at).or_else(|| score(scan, at)) {
        return Some((end, value, "number/part-of-scale"));
    }
    let article = matches!(scan.lower(at), "a" | "an");
    let first = words::word(scan.lower(at + usize::from(article)))?;
    let whole = matches!(first, Word::Scale(_) | Word::Pack(_));
    // "no one" is a pronoun, "several hundred" is vague
    let before = at.checked_sub(1).map_or("", |at| scan.lower(at));
    if article != whole || (scan.lower(at) == "one" && matches!(before, "no" | "any" | "every" | "some" | "each")) {
        return None;
    }
    if article {
        let mut end = at + 2;
        let (Word::Scale(value) | Word::Pack(value)) = first else {
            return None;
        };
        let value = if value < 3.0 {
            paired(scan, &mut end, value)
        } else {
            tail(scan, &mut end, value)
        };
        let rule = if matches!(first, Word::Pack(_)) {
            "number/dozen"
        } else {
            "number/words"
        };
        return Some((end, value, rule));
    }
    let mut end = at;
    let value = words_sum(scan, &mut end)?;
    if let (["and", "a", "half"], Some(Word::Scale(scale))) = (
        [scan.lower(end), scan.lower(end + 1), scan.lower(end + 2)],
        words::word(scan.lower(end + 3)),
    ) {
        return Some((end + 4, (value + 0.5) * scale, "number/half-scale"));
    }
    match half_more(scan, end) {
        Some(end) => Some((end, value + 0.5, "number/half")),
        None => Some((end, value, "number/words")),
    }
}

/// Where "and a half" ends behind a number: "two and a half years".
fn half_more(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let tail = [scan.lower(end), scan.lower(end + 1), scan.lower(end + 2)];
    (tail == ["and", "a", "half"]).then_some(end + 3)
}

/// "a quarter of a million", "three quarters of a million".
fn quarters(scan: &Scan<'_>, at: usize) -> Option<(usize, f64)> {
    let (share, of) = match [scan.lower(at), scan.lower(at + 1)] {
        ["a" | "one", "quarter"] => (0.25, at + 2),
        ["three", "quarters"] => (0.75, at + 2),
        ["three", "-"] if scan.lower(at + 2) == "quarters" => (0.75, at + 3),
        _ => return None,
    };
    let fits = scan.lower(of) == "of" && scan.lower(of + 1) == "a";
    match words::word(scan.lower(of + 2)) {
        Some(Word::Scale(scale)) if fits => Some((of + 3, share * scale)),
        _ => None,
    }
}

/// "a score of men", "three score dead"; "a score of 3-0" and "two score late" are no counts.
fn score(scan: &Scan<'_>, at: usize) -> Option<(usize, f64)> {
    if scan.lower(at + 1) != "score" {
        return None;
    }
    let after = scan.lower(at + 2);
    let counted = !after.starts_with(|c: char| c.is_ascii_digit())
        && !scan.lower(at + 3).starts_with(|c: char| c.is_ascii_digit());
    match (scan.lower(at), words::word(scan.lower(at))) {
        ("a", _) if after == "of" && counted => Some((at + 2, 20.0)),
        (_, Some(Word::Small(many)))
            if many > 1.0 && matches!(after, "people" | "men" | "women" | "persons" | "dead" | "of") =>
        {
            Some((at + 2, many * 20.0))
        }
        _ => None,
    }
}

/// "a couple of dozen", "a couple hundred".
fn paired(scan: &Scan<'_>, end: &mut usize, value: f64) -> f64 {
    let at = *end + usize::from(scan.lower(*end) == "of");
    match words::word(scan.lower(at)) {
        Some(Word::Scale(scale) | Word::Pack(scale)) => {
            *end = at + 1;
            value * scale
        }
        _ => value,
    }
}

/// What may follow "a hundred": "and ten", "thousand".
fn tail(scan: &Scan<'_>, end: &mut usize, value: f64) -> f64 {
    let mut value = value;
    if let Some(Word::Scale(scale)) = words::word(scan.lower(*end)) {
        *end += 1;
        value *= scale;
    }
    let mut at = *end + usize::from(scan.lower(*end) == "and");
    match (at > *end).then(|| below_hundred(scan, &mut at)).flatten() {
        Some(more) if value >= 100.0 => {
            *end = at;
            value + more
        }
        _ => value,
    }
}

/// "two hundred and fifty thousand": sums of parts below a hundred with their scales.
fn words_sum(scan: &Scan<'_>, end: &mut usize) -> Option<f64> {
    let (mut total, mut current) = (0.0, below_hundred(scan, end)?);
    let mut least = f64::INFINITY;
    loop {
        match words::word(scan.lower(*end)) {
            Some(Word::Scale(scale)) if scale < least => {
                current *= scale;
                *end += 1;
                if scale > 100.0 {
                    total += current;
                    current = 0.0;
                    least = scale;
                }
            }
            Some(Word::Pack(pack)) if total + current > 0.0 && pack > 2.0 => {
                *end += 1;
                current *= pack;
            }
            _ => {
                let mut at = *end + usize::from(scan.lower(*end) == "and");
                let open = total + current >= 100.0 && current % 100.0 == 0.0;
                match open.then(|| below_hundred(scan, &mut at)).flatten() {
                    Some(more) => {
                        current += more;
                        *end = at;
                    }
                    None => break,
                }
            }
        }
    }
    Some(total + current)
}

/// "twenty-five", "twelve".
fn below_hundred(scan: &Scan<'_>, end: &mut usize) -> Option<f64> {
    match words::word(scan.lower(*end))? {
        Word::Small(value) => {
            *end += 1;
            Some(value)
        }
        Word::Tens(value) => {
            *end += 1;
            let at = *end + usize::from(scan.lower(*end) == "-");
            match words::word(scan.lower(at)) {
                Some(Word::Small(unit)) if (1.0..10.0).contains(&unit) => {
                    *end = at + 1;
                    Some(value + unit)
                }
                _ => Some(value),
            }
        }
        Word::Scale(_) | Word::Pack(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::token::scan;

    /// Numbers stand in brackets in `marked`, their values in `expected`.
    #[track_caller]
    fn check(marked: &str, expected: &[f64]) {
        let text = marked.replace(['[', ']'], "");
        let scan = scan(&text);
        let found = find(&scan);
        let mut drawn = text.clone();
        for number in found.iter().rev() {
            let span = scan.span(number.tokens.clone());
            drawn.insert(span.end(), ']');
            drawn.insert(span.start(), '[');
        }
        assert_eq!(drawn, marked);
        let values: Vec<f64> = found.iter().map(|number| number.value).collect();
        assert_eq!(values, expected, "{marked}");
    }

    #[test]
    fn numerals_words_and_mixtures() {
        check("[4,400] people, [26] cars", &[4400.0, 26.0]);
        check("[1.2 million] fled, [two dozen] died", &[1.2e6, 24.0]);
        check("[Twenty-five] and [twelve] of them", &[25.0, 12.0]);
        check("[twentynine] men, [Fortyone] left", &[29.0, 41.0]);
        check("[a dozen] men, [half a million] homes", &[12.0, 5e5]);
        check("[two hundred and fifty thousand] left", &[250_000.0]);
        check("[a hundred and ten] men, [three lakh] rupees", &[110.0, 3e5]);
        check("[one thousand two hundred] men", &[1200.0]);
        check(
            "[a couple of dozen] men, [a couple hundred] men, [a couple] of men",
            &[24.0, 200.0, 2.0],
        );
        check(
            "[a score] of men, [three score] people, [2.5 lakhs] left",
            &[20.0, 60.0, 250_000.0],
        );
        check(
            "[a quarter of a million], [three quarters of a million], [one and a half million]",
            &[250_000.0, 750_000.0, 1.5e6],
        );
        check(
            "[two and a half] years, [2 and a half] hours, [twenty-one and a half] days",
            &[2.5, 2.5, 21.5],
        );
        check("[12 000] people and [5] or more runners", &[12_000.0, 5.0]);
    }

    #[test]
    fn what_is_no_number() {
        check("no one came, the 2nd of May at 11:15", &[]);
        check("several hundred, hundreds, dozens of men", &[]);
        check("a man and an island, someone, a party, twentyfold", &[]);
        check("[two] and [three]", &[2.0, 3.0]);
        check("[two] and half of the rest", &[2.0]);
    }
}
