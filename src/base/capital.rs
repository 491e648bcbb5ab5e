//! Words written as names are.

/// The words with a capital letter at the beginning, the rest as it is: "Herald" of "herald".
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn the_first_letter_is_large() {
        for (words, expected) in [
            ("herald", "Herald"),
            ("élan vital", "Élan vital"),
            ("BBC", "BBC"),
            ("7 dead", "7 dead"),
            ("", ""),
        ] {
            assert_eq!(capital(words), expected);
        }
    }
}
