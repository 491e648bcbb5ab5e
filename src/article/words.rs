//! Lines and folded words: what the rows of this floor are matched against.

use crate::base::Span;

/// The lines of a text that have words, without the blanks around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut next = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = next;
        next += line.len();
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        (!trimmed.is_empty()).then(|| Span::new(start + indent, start + indent + trimmed.len()))
    })
}

/// The words of a line in lower case, punctuation around them dropped. A colon is a word of its own, and so are the
/// signs that menus are made of.
pub(super) fn fold(line: &str) -> Vec<String> {
    let mut out = Vec::new();
    for raw in line.split_whitespace() {
        if matches!(raw, "©" | ">" | "»" | "›" | "|" | ":") {
            out.push(raw.to_owned());
            continue;
        }
        let word = raw.trim_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '#');
        if !word.is_empty() {
            out.push(word.to_lowercase().replace('\u{2019}', "'"));
            if raw.ends_with(':') {
                out.push(":".to_owned());
            }
        }
    }
    out
}

/// A row's words, split once.
pub(super) struct Pattern(Vec<&'static str>);

impl Pattern {
    /// `a|b` one of these words, `#` a number, `@` an address, `_` any word, `*` any words or none, at the end or
    /// between words.
    pub(super) fn new(words: &'static str) -> Self {
        Self(words.split(' ').collect())
    }

    /// The words that a line must begin with; `None` where it may begin with any.
    pub(super) fn first_words(&self) -> Option<impl Iterator<Item = &'static str>> {
        let first = self.0.first().copied().unwrap_or("*");
        (!matches!(first, "*" | "_" | "#" | "@")).then(|| first.split('|'))
    }

    /// True where the whole line is like this.
    pub(super) fn holds(&self, words: &[String]) -> bool {
        like(&self.0, words)
    }
}

/// Matches with one point to come back to, so the work is at most pattern times words.
fn like(pattern: &[&str], words: &[String]) -> bool {
    let (mut at, mut word) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    loop {
        match (pattern.get(at), words.get(word)) {
            (None, None) => return true,
            (Some(&"*"), _) => {
                retry = Some((at, word));
                at += 1;
            }
            (Some(one), Some(found)) if is_one(one, found) => {
                at += 1;
                word += 1;
            }
            _ => {
                let Some((star, taken)) = retry.filter(|(_, taken)| *taken < words.len()) else {
                    return false;
                };
                retry = Some((star, taken + 1));
                at = star + 1;
                word = taken + 1;
            }
        }
    }
}

fn is_one(pattern: &str, word: &str) -> bool {
    match pattern {
        "_" => word != ":",
        "#" => is_number(word),
        "@" => word.contains('@'),
        _ => pattern.split('|').any(|one| one == word),
    }
}

/// A number as counters, clocks and years write it.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || ",.:/-".contains(c))
}

/// True where the words end as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»'])
        .ends_with(['.', '!', '?', '…'])
}

/// The text without line breaks and double blanks.
pub(super) fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Pattern, fold, lines};

    #[test]
    fn lines_are_trimmed_and_blank_ones_left_out() {
        let text = " é \n\n\t\nb c\u{a0}\n";
        let found: Vec<&str> = lines(text).map(|line| line.of(text)).collect();
        assert_eq!(found, ["é", "b c"]);
    }

    #[test]
    fn patterns_match_whole_lines() {
        for (pattern, line, holds) in [
            ("leave a reply|comment *", "Leave a Reply!", true),
            ("leave a reply|comment *", "Leave a comment (3)", true),
            ("leave a reply|comment *", "Leave a message", false),
            ("# comments", "1,204 Comments", true),
            ("# comments", "comments", false),
            (
                "write to * at @",
                "Write to Ann B. Moss at ann.moss@lantern.example",
                true,
            ),
            ("* all rights reserved *", "© 2031 Lantern. All rights reserved.", true),
            ("* all rights reserved *", "All human rights are reserved", false),
            ("related : *", "Related: Toll rises", true),
            ("related : *", "Related news", false),
        ] {
            assert_eq!(Pattern::new(pattern).holds(&fold(line)), holds, "{pattern} on {line}");
        }
    }
}
