//! Pages that must not be parsed: a parser's work grows with the square of their depth.

use scraper::Html;

use super::tags;
use super::walk::{Block, Walked};
use crate::base::Span;

/// No page of an outlet is half as deep.
const MAX_OPEN: usize = 1_000;

/// Tags that are seldom closed and do not nest.
const UNCLOSED: &[&str] = &[
    "p", "li", "td", "tr", "th", "br", "img", "hr", "meta", "link", "input", "option", "dd", "dt", "source", "col",
    "wbr", "area", "base", "embed", "param", "track", "tbody", "thead", "!doctype", "!--",
];

/// True where so many tags are open at once that only a mistake or an attack can be the reason.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut num_open = 0_usize;
    for part in html.split('<').skip(1) {
        if part.starts_with('/') {
            num_open = num_open.saturating_sub(1);
        } else if part.starts_with(char::is_alphabetic) && !UNCLOSED.contains(&tag_name(part).as_str()) {
            num_open += 1;
        }
        if num_open > MAX_OPEN {
            return true;
        }
    }
    false
}

fn tag_name(part: &str) -> String {
    let name: String = part
        .trim_start_matches('/')
        .chars()
        .take(16)
        .take_while(|c| !c.is_whitespace() && !"/>".contains(*c))
        .collect();
    name.to_ascii_lowercase()
}

/// The text between the tags; every tag that makes blocks ends one.
pub(super) fn strip(html: &str) -> Walked {
    let mut walked = Walked {
        text: String::new(),
        blocks: Vec::new(),
        depth: MAX_OPEN,
    };
    let mut open = String::new();
    let mut unseen: Option<String> = None;
    for (at, part) in html.split('<').enumerate() {
        let (tag, words) = if at == 0 {
            ("", part)
        } else {
            part.split_once('>').unwrap_or((part, ""))
        };
        let name = tag_name(tag);
        if unseen
            .as_ref()
            .is_some_and(|ends| *ends == name && tag.starts_with('/'))
        {
            unseen = None;
        } else if unseen.is_none() && tags::is_unseen(&name) && !tag.starts_with('/') && !tag.ends_with('/') {
            unseen = Some(name.clone());
        }
        if tags::is_block(&name) || name == "br" {
            finish(&mut open, &mut walked);
        }
        if unseen.is_none() {
            open.push_str(words);
        }
    }
    finish(&mut open, &mut walked);
    walked.text.truncate(walked.text.trim_end().len());
    walked
}

fn finish(open: &mut String, walked: &mut Walked) {
    let words = open.split_whitespace().collect::<Vec<_>>().join(" ");
    open.clear();
    let words = if words.contains('&') { unescaped(&words) } else { words };
    if words.trim().is_empty() {
        return;
    }
    let start = walked.text.len();
    walked.text.push_str(words.trim());
    let span = Span::new(start, walked.text.len());
    walked.blocks.push(Block {
        span,
        link_bytes: 0,
        hint: None,
        is_headline: false,
    });
    walked.text.push_str("\n\n");
}

/// `&amp;` and its like as characters; the words have no tags.
pub(super) fn unescaped(words: &str) -> String {
    Html::parse_fragment(words).root_element().text().collect()
}

#[cfg(test)]
mod tests {
    use super::{is_too_deep, strip};

    #[test]
    fn depth_is_told_without_parsing() {
        assert!(is_too_deep(&"<div>".repeat(4_000)));
        assert!(!is_too_deep(&"<div></div>".repeat(4_000)));
        assert!(!is_too_deep(&"<p>Twelve<br><img src=a>".repeat(4_000)));
        assert!(!is_too_deep(&"5 < 6 ".repeat(4_000)));
    }

    #[test]
    fn stripped_pages_keep_their_words() {
        let walked = strip(
            "<title>x</title><div>Twelve <b>died</b>,\n police &amp; medics said.<p>More<script>a<b</script> came<br",
        );
        assert_eq!(walked.text, "Twelve died, police & medics said.\n\nMore came");
        assert_eq!(walked.blocks.len(), 2);
    }
}
