//! Text whose lines were broken for the way (RFC 3676): the breaks behind a blank are taken back.

/// The text with its paragraphs on one line each; quoted lines are joined to lines quoted as deeply.
pub(super) fn unfolded(text: &str, deletes_blanks: bool) -> String {
    let mut out: Vec<String> = Vec::new();
    // how deeply the line before is quoted, where it goes on
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let bare = line.trim_start_matches('>');
        let depth = line.len() - bare.len();
        let words = bare.strip_prefix(' ').unwrap_or(bare);
        let is_signature = words == "-- ";
        let goes_on = words.ends_with(' ') && !is_signature;
        let words = match words.strip_suffix(' ') {
            Some(kept) if goes_on && deletes_blanks => kept,
            _ => words,
        };
        match out.last_mut().filter(|_| open == Some(depth) && !is_signature) {
            Some(last) => last.push_str(words),
            None if depth > 0 => out.push(format!("{} {words}", line.get(..depth).unwrap_or_default())),
            None => out.push(words.to_owned()),
        }
        open = goes_on.then_some(depth);
    }
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::unfolded;

    #[test]
    fn only_breaks_behind_a_blank_are_taken_back() {
        for (text, deletes, wanted) in [
            ("Six were \nheld.\n\nTwo died.", false, "Six were held.\n\nTwo died."),
            ("Six we \nre held.", true, "Six were held."),
            ("> Six were \n> held.\nNo.", false, "> Six were held.\nNo."),
            (">> Six \n> were \nheld", false, ">> Six \n> were \nheld"),
            ("Six.\n-- \nJane \nDoe", false, "Six.\n-- \nJane Doe"),
            (" From Tarn", false, "From Tarn"),
            ("", false, ""),
        ] {
            assert_eq!(unfolded(text, deletes), wanted, "{text:?}");
        }
    }
}
