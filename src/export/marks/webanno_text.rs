//! How WebAnno TSV writes what would be taken for its own signs.

/// A line of a sentence, or a token. Other signs of control are written behind a backslash as they are.
pub(super) fn escaped_text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\u{c}' => out.push_str("\\f"),
            '\u{8}' => out.push_str("\\b"),
            '\\' => out.push_str("\\\\"),
            '\0'..='\u{7}' | '\u{e}'..='\u{1f}' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A value of a feature. A carriage return would end the line there and cannot be written: it becomes a blank.
pub(super) fn escaped_value(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => {
                out.push('\\');
                out.push(c);
            }
            '-' if rest.peek() == Some(&'>') => out.push_str("\\-"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped_text, escaped_value};

    #[test]
    fn signs_of_the_table_are_escaped() {
        assert_eq!(escaped_text("a\tb\\c\r\u{1}é_[x]"), "a\\tb\\\\c\\r\\\u{1}é_[x]");
        assert_eq!(
            escaped_value("a_b[1]|c;d*e\\f->g\n\r"),
            "a\\_b\\[1\\]\\|c\\;d\\*e\\\\f\\->g\\n "
        );
        assert_eq!(escaped_value("a-b>c - >"), "a-b>c - >");
    }
}
