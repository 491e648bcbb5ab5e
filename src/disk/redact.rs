//! Takes out of a sentence what must not stand in logs and reports: quoted words and places of files.

/// What stands where something was taken out.
const GONE: &str = "[...]";

/// Signs that open or close what is quoted: an article's words, a name, what somebody typed.
const QUOTES: [char; 11] = ['"', '`', '“', '”', '„', '‟', '«', '»', '‹', '›', '\u{fffd}'];

/// The sentence without what is quoted in it, from the first quotation mark to the last, and with only the endings of paths.
/// One line, not longer than needed to tell what happened.
pub(super) fn redact(sentence: &str) -> String {
    /// Letters that are kept.
    const MOST: usize = 400;
    let line = sentence.lines().next().unwrap_or_default();
    let without = match (line.find(QUOTES), line.rfind(QUOTES)) {
        (Some(first), Some(last)) => {
            let closing = line.get(last..).and_then(|rest| rest.chars().next());
            let after = last + closing.map_or(0, char::len_utf8);
            let parts = (line.get(..first), line.get(after..));
            format!("{}{GONE}{}", parts.0.unwrap_or_default(), parts.1.unwrap_or_default())
        }
        _ => line.to_owned(),
    };
    let mut kept = String::new();
    for (at, word) in word_starts(&without) {
        let rest = without.get(at..).unwrap_or_default();
        // names of files have blanks in them: where a path begins, nobody knows where it ends
        let shown = if is_path(word) { path(rest) } else { word.to_owned() };
        kept.push_str(if at == 0 { "" } else { " " });
        kept.push_str(&shown);
        if is_path(word) {
            break;
        }
    }
    kept.chars().take(MOST).collect()
}

/// The words of a line, each with the byte where it begins.
fn word_starts(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(' ').map(move |word| {
        let start = at;
        at += word.len() + 1;
        (start, word)
    })
}

/// True for a word that holds the sign between folders. "And/or" is lost with them: better that than a name.
fn is_path(word: &str) -> bool {
    word.contains(['/', '\\'])
}

/// All from a path on is told by its ending alone.
fn path(rest: &str) -> String {
    let tail = rest.trim_end_matches(['.', ',', ';', ':', ')', ' ']);
    format!("{GONE}{}", ending(tail))
}

/// The ending of a file's name with its dot, where it is one: ".html". Names of people and places are none.
pub(super) fn ending(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let end = file.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
    let is_ending = (1..=8).contains(&end.len()) && end.chars().all(|letter| letter.is_ascii_alphanumeric());
    if is_ending {
        format!(".{}", end.to_ascii_lowercase())
    } else {
        String::new()
    }
}

/// Words that panics of the language itself begin with; what follows is numbers. All else may hold words of an article.
const KNOWN: [&str; 10] = [
    "index out of bounds: the len is ",
    "range start index ",
    "range end index ",
    "slice index starts at ",
    "attempt to ",
    "already borrowed",
    "already mutably borrowed",
    "RefCell already",
    "called `Option::unwrap()` on a `None` value",
    "capacity overflow",
];

/// Phrases of the language that stand before values: they are kept, the value is not.
const BEFORE_VALUES: [&str; 8] = [
    "called `Result::unwrap()` on an `Err` value",
    "called `Result::unwrap_err()` on an `Ok` value",
    "assertion `left == right` failed",
    "assertion `left != right` failed",
    "assertion failed",
    "internal error: entered unreachable code",
    "not implemented",
    "not yet implemented",
];

/// What a panic said, as far as it is the program's own words: `fixed` where the message was written down in the source.
pub(super) fn panic_words(message: &str, fixed: Written) -> String {
    /// Letters that are kept of words that nobody knows: enough to find them in the source.
    const MOST_OWN: usize = 60;
    let line = message.lines().next().unwrap_or_default();
    if fixed == Written::InSource {
        return line.to_owned();
    }
    if let Some(phrase) = BEFORE_VALUES.iter().find(|phrase| line.starts_with(**phrase)) {
        return format!("{phrase} {GONE}");
    }
    if KNOWN.contains(&line) {
        return line.to_owned();
    }
    // the program's own words end where a value begins: with a quotation mark, or a colon, or letters of another script
    let own: String = line
        .chars()
        .take_while(|letter| letter.is_ascii() && !QUOTES.contains(letter) && !"'/\\{[".contains(*letter))
        .collect();
    if KNOWN.iter().any(|known| own.starts_with(known)) {
        return own;
    }
    let own = own.split_once(':').map_or(own.as_str(), |(before, _)| before);
    let own: String = own.chars().take(MOST_OWN).collect();
    format!("{} {GONE}", own.trim_end())
}

/// Where the words of a panic come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// They stand in the source as they are.
    InSource,
    /// They were put together while the program ran.
    AtRun,
}

#[cfg(test)]
mod tests {
    use super::{Written, ending, panic_words, redact};

    #[test]
    fn quoted_words_and_places_go_and_the_rest_stays() {
        for (sentence, expected) in [
            (
                "The file could not be read: it is gone.",
                "The file could not be read: it is gone.",
            ),
            (
                "“A title” is in the project already.",
                "[...] is in the project already.",
            ),
            ("“One” and “two” differ.", "[...] differ."),
            ("No room for \"a \"b\" c\" here", "No room for [...] here"),
            ("Kept as /home/sam/Plan of attack.tally.", "Kept as [...].tally"),
            ("Kept as /home/sam/plan.tally.", "Kept as [...].tally"),
            ("Kept as C:\\Users\\sam\\plan.HTML now", "Kept as [...]"),
            ("The machine's reading holds", "The machine's reading holds"),
            ("one\ntwo", "one"),
            ("", ""),
        ] {
            assert_eq!(redact(sentence), expected);
        }
    }

    #[test]
    fn endings_are_told_and_nothing_else_of_a_name() {
        for (name, expected) in [
            ("/a/b.html", ".html"),
            ("b.PDF", ".pdf"),
            ("Mr. Smith said so", ""),
            ("folder.d/name", ""),
            ("", ""),
            ("a.", ""),
        ] {
            assert_eq!(ending(name), expected, "{name}");
        }
    }

    #[test]
    fn a_panic_keeps_the_programs_words_and_loses_values() {
        for (message, expected) in [
            (
                "byte index 5 is not a char boundary; it is inside 'é' (bytes 4..6) of `Police said 12 died`",
                "byte index 5 is not a char boundary; it is inside [...]",
            ),
            (
                "index out of bounds: the len is 3 but the index is 7",
                "index out of bounds: the len is 3 but the index is 7",
            ),
            (
                "range end index 9 out of range for slice of length 4",
                "range end index 9 out of range for slice of length 4",
            ),
            (
                "called `Result::unwrap()` on an `Err` value: Twelve died",
                "called `Result::unwrap()` on an `Err` value [...]",
            ),
            (
                "assertion `left == right` failed: Twelve\n left: 1",
                "assertion `left == right` failed [...]",
            ),
            (
                "internal error: entered unreachable code: twelve died",
                "internal error: entered unreachable code [...]",
            ),
            ("not implemented: twelve died", "not implemented [...]"),
            ("a rule is missing: Twelve died", "a rule is missing [...]"),
            ("no rule for “twelve died”", "no rule for [...]"),
            ("Двенадцать", " [...]"),
        ] {
            assert_eq!(panic_words(message, Written::AtRun), expected);
        }
        assert_eq!(
            panic_words("rules are “sorted”", Written::InSource),
            "rules are “sorted”"
        );
    }
}
