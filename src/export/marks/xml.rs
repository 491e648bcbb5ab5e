//! XML as text: what is escaped, and what XML cannot hold.

/// What stands for a character that XML 1.0 cannot hold: as long in UTF-16 as any of these, so that offsets stay.
const STAND_IN: char = '\u{FFFD}';

/// False for characters that no XML 1.0 document can hold, not even escaped.
fn is_legal(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The value of an attribute between double quotes; blanks are kept as they are.
pub(super) fn attribute(out: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            c if is_legal(c) => out.push(c),
            _ => out.push(STAND_IN),
        }
    }
}

/// The text of an element.
pub(super) fn text(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c if is_legal(c) => out.push(c),
            _ => out.push(STAND_IN),
        }
    }
}

/// Writes ` name="value"`.
pub(super) fn put(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    attribute(out, value);
    out.push('"');
}

/// Writes `<name>words</name>` with the line's end.
pub(super) fn element(out: &mut String, name: &str, words: &str) {
    out.push_str(&format!("<{name}>"));
    text(out, words);
    out.push_str(&format!("</{name}>\n"));
}

#[cfg(test)]
mod tests {
    use super::{attribute, text};

    #[test]
    fn what_has_a_meaning_is_escaped_and_what_is_illegal_replaced() {
        let words = "a<b>&\"]]>\r\n\t\u{1}\u{ffff}\u{fffd}";
        let (mut one, mut other) = (String::new(), String::new());
        attribute(&mut one, words);
        text(&mut other, words);
        assert_eq!(one, "a&lt;b&gt;&amp;&quot;]]&gt;&#13;&#10;&#9;\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(other, "a&lt;b&gt;&amp;\"]]&gt;&#13;\n\t\u{fffd}\u{fffd}\u{fffd}");
        let (mut long, mut plain) = (String::new(), String::new());
        text(&mut long, "\u{0}\u{fffe}");
        text(&mut plain, "é😀\n\u{2028}\u{200d}");
        assert_eq!(
            (long.encode_utf16().count(), plain.as_str()),
            (2, "é😀\n\u{2028}\u{200d}")
        );
    }
}
