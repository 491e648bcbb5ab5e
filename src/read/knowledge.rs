//! What the analyst told the reader.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::base::{Span, Why};
use crate::entity::{EntityKind, Mention};
use crate::link::NamesTold;

/// Given facts that outrank what the texts say.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The day of reading; best candidates for an unknown year lie near before it. `None` in tests that must not hang on it.
    pub today: Option<Date>,
    /// Publication dates by file path or name; the longest matching path wins.
    pub given_dates: BTreeMap<String, Date>,
    /// The publication date of articles that have none of their own in `given_dates`.
    pub given_for_all: Option<Date>,
    /// What words name, and what is no name.
    pub names: NamesTold,
    /// Numbers in the project of the articles that are in it, by file path or name: some of what was said of names holds
    /// in one article only.
    pub numbers: BTreeMap<String, u64>,
}

impl Knowledge {
    /// The publication date that was given for the file.
    pub fn given_date(&self, file: &str) -> Option<Date> {
        self.given_name(file)
            .and_then(|name| self.given_dates.get(name))
            .copied()
            .or(self.given_for_all)
    }

    /// The names of an article under what the analyst said; `found` are the machine's.
    pub fn names_in(&self, file: &str, text: &str, found: &[Mention]) -> Vec<Mention> {
        if self.names.is_empty() {
            return found.to_vec();
        }
        let number = self.numbers.get(file).copied().unwrap_or_default();
        let marks: Vec<(Span, EntityKind)> = found.iter().map(|mention| (mention.span, mention.kind)).collect();
        let marks = self.names.marks(text, number, &marks);
        let mention = |(span, kind): (Span, EntityKind)| {
            let old = found
                .iter()
                .find(|mention| mention.span == span && mention.kind == kind);
            old.cloned().unwrap_or_else(|| Mention {
                span,
                kind,
                confidence: 1.0,
                why: Why::leaf("name/told", span),
            })
        };
        marks.into_iter().map(mention).collect()
    }

    /// The name under which a date was given for the file: the longest that the file's path ends in, at whole parts.
    pub fn given_name(&self, file: &str) -> Option<&str> {
        let file = file.replace('\\', "/");
        let mut tail = file.as_str();
        loop {
            if let Some((name, _)) = self.given_dates.get_key_value(tail) {
                return Some(name);
            }
            tail = tail.split_once('/')?.1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Knowledge;

    #[test]
    fn the_longest_path_wins() {
        let day = |day| jiff::civil::date(2031, 3, day);
        let knowledge = Knowledge {
            given_dates: [("a.txt".to_owned(), day(1)), ("x/a.txt".to_owned(), day(2))].into(),
            ..Knowledge::default()
        };
        assert_eq!(knowledge.given_date("/news/x/a.txt"), Some(day(2)));
        assert_eq!(knowledge.given_date("/news/y/a.txt"), Some(day(1)));
        assert_eq!(knowledge.given_date("/news/y/ba.txt"), None);
        assert_eq!(knowledge.given_date("a.txt"), Some(day(1)));
    }
}
