//! Finds the numbers of a text.

use std::ops::Range;

use crate::base::Why;
use crate::token::Scan;

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

/// All numbers of the text, in order, never meeting.
pub fn find(scan: &Scan<'_>) -> Vec<Number> {
    let mut out = Vec::new();
    for (index, token) in scan.tokens.iter().enumerate() {
        if let Ok(value) = token.lower.replace(',', "").parse::<f64>() {
            out.push(Number {
                tokens: index..index + 1,
                value,
                why: Why::leaf("number/digits", token.span),
            });
        }
    }
    out
}
