//! The tree of rules behind a finding: the card, `inspect` and the scores read it.

use std::borrow::Cow;

use super::Span;

/// One rule that held, the words on which it held, and what it was built from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Stable id, `floor/name`: scores count by it and bug reports quote it.
    pub rule: Cow<'static, str>,
    /// The words on which the rule held.
    pub span: Span,
    /// The findings that the rule was built from, in the order in which it took them.
    pub parts: Vec<Self>,
}

impl Why {
    /// A finding that stands on nothing but words.
    pub fn leaf(rule: impl Into<Cow<'static, str>>, span: Span) -> Self {
        Self {
            rule: rule.into(),
            span,
            parts: Vec::new(),
        }
    }

    /// The same finding with what it was built from.
    #[must_use]
    pub fn with(mut self, parts: impl IntoIterator<Item = Self>) -> Self {
        self.parts.extend(parts);
        self
    }

    /// The tree as indented lines, one rule a line with its words in quotes.
    pub fn lines(&self, text: &str) -> String {
        let mut out = String::new();
        self.write(text, 0, &mut out);
        out
    }

    fn write(&self, text: &str, depth: usize, out: &mut String) {
        out.push_str(&"  ".repeat(depth));
        out.push_str(&self.rule);
        out.push_str(" \"");
        out.push_str(&self.span.of(text).replace('\n', " "));
        out.push_str("\"\n");
        for part in &self.parts {
            part.write(text, depth + 1, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Span, Why};

    #[test]
    fn a_tree_prints_one_rule_a_line() {
        let text = "at least a dozen";
        let why = Why::leaf("hedge/at-least", Span::new(0, 16)).with([Why::leaf("number/dozen", Span::new(9, 16))]);
        assert_eq!(
            why.lines(text),
            "hedge/at-least \"at least a dozen\"\n  number/dozen \"a dozen\"\n"
        );
    }
}
