//! Writes HTML: all words are escaped here, and words of others stand apart in their own direction of writing.

use std::borrow::Cow;

/// A page while it is being written.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// Markup of ours, as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Words of ours.
    pub(super) fn words(&mut self, words: &str) {
        self.out.push_str(&escaped(words));
    }

    /// Words of others: what turns the direction of writing in them ends with them.
    pub(super) fn foreign(&mut self, words: &str) {
        self.raw("<bdi>");
        self.words(words);
        self.raw("</bdi>");
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.out.push_str(&escaped(value));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element with words of ours.
    pub(super) fn element(&mut self, name: &str, class: &str, words: &str) {
        self.begin(name, class);
        self.words(words);
        self.close(name);
    }

    /// An element with words of others.
    pub(super) fn foreign_element(&mut self, name: &str, class: &str, words: &str) {
        self.begin(name, class);
        self.foreign(words);
        self.close(name);
    }

    /// A way to another place of the page.
    pub(super) fn link(&mut self, to: &str, class: &str, words: &str) {
        let to = format!("#{to}");
        if class.is_empty() {
            self.open("a", &[("href", &to)]);
        } else {
            self.open("a", &[("href", &to), ("class", class)]);
        }
        self.words(words);
        self.close("a");
    }

    /// Begins an element with a class; none where `class` is empty.
    pub(super) fn begin(&mut self, name: &str, class: &str) {
        if class.is_empty() {
            self.open(name, &[]);
        } else {
            self.open(name, &[("class", class)]);
        }
    }

    /// The heads of a table's columns.
    pub(super) fn table_head(&mut self, caption: &str, columns: &[&str]) {
        self.element("caption", "", caption);
        self.raw("<thead><tr>");
        for column in columns {
            self.open("th", &[("scope", "col")]);
            self.words(column);
            self.close("th");
        }
        self.raw("</tr></thead>\n");
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

/// The words with all that means something to HTML written as entities; signs that HTML forbids are shown as one that
/// stands for what cannot be shown.
pub(super) fn escaped(words: &str) -> Cow<'_, str> {
    let is_plain = |sign: char| !matches!(sign, '&' | '<' | '>' | '"' | '\'') && !is_forbidden(sign);
    if words.chars().all(is_plain) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if is_forbidden(sign) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(sign),
        }
    }
    Cow::Owned(out)
}

/// Control signs and code points that are no characters.
fn is_forbidden(sign: char) -> bool {
    let code = u32::from(sign);
    let is_blank = matches!(sign, '\t' | '\n' | ' ');
    (sign.is_control() && !is_blank) || (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// The words without signs that turn the direction of writing: for places where nothing can be set apart.
pub(super) fn without_turns(words: &str) -> String {
    let turns = |sign: &char| !matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    words.chars().filter(turns).collect()
}

#[cfg(test)]
mod tests {
    use super::{Html, escaped, without_turns};

    #[test]
    fn nothing_that_means_something_to_html_is_left() {
        assert_eq!(
            escaped("<script>alert(\"1\" & '2')</script>"),
            "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;"
        );
        assert_eq!(
            escaped("a\u{0}b\u{85}c\u{FDD0}d\u{1FFFE}"),
            "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"
        );
        assert_eq!(
            escaped("é, 日本, \u{202E}\u{1F600}\t\n"),
            "é, 日本, \u{202E}\u{1F600}\t\n"
        );
        assert_eq!(without_turns("a\u{202E}b\u{2067}c"), "abc");
    }

    #[test]
    fn words_of_others_and_attributes_are_set_apart() {
        let mut html = Html::default();
        html.open("a", &[("href", "#\"><b>")]);
        html.foreign("\u{202E}x<");
        html.close("a");
        assert_eq!(
            html.finish(),
            "<a href=\"#&quot;&gt;&lt;b&gt;\"><bdi>\u{202E}x&lt;</bdi></a>"
        );
    }
}
