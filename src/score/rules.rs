//! How often each rule was right.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Counts by rule id.
#[derive(Default)]
pub(super) struct Rules(BTreeMap<String, Tally>);

#[derive(Clone, Copy, Default)]
struct Tally {
    made: usize,
    right: usize,
    wrong: usize,
}

impl Rules {
    /// Notes one finding: right, wrong, or `None` where gold does not tell.
    pub(super) fn add(&mut self, rule: &str, right: Option<bool>) {
        let row = self.0.entry(rule.to_owned()).or_default();
        row.made += 1;
        row.right += usize::from(right == Some(true));
        row.wrong += usize::from(right == Some(false));
    }

    /// A table, the rules that made most first. What is neither right nor wrong met gold that does not count.
    pub(super) fn lines(&self) -> String {
        let mut rows: Vec<(&String, &Tally)> = self.0.iter().collect();
        rows.sort_by_key(|(rule, row)| (Reverse(row.made), *rule));
        let mut lines = vec!["   made  right  wrong  rule".to_owned()];
        for (rule, row) in rows {
            lines.push(format!("{:7}{:7}{:7}  {rule}", row.made, row.right, row.wrong));
        }
        lines.join("\n") + "\n"
    }
}
