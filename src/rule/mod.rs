//! Patterns over tokens; knows no words.
//!
//! A pattern is written as words with blanks: `at least {number} {noun}?`. `a|b` is a choice, `?` makes an element
//! optional, `{class}` asks the floor that runs the rule. Patterns are parsed once per run and tried only where a
//! word or class stands with which they can begin.

mod pattern;

#[cfg(test)]
pub(crate) use pattern::tries;
pub use pattern::{Capture, Classes, Hit, Pattern, RuleSet};
