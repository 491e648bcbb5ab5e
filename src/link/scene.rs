//! Where an incident happened, as far as a sentence names it: "near the Harbour Gate", "there".

/// Words before the name of a place.
const BEFORE: &[&str] = &["at", "near", "in", "outside", "inside", "around"];
/// Names that are no places.
const TIMES: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The place that a sentence names behind "at", "near", "in" and their like.
pub fn scene(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let is_before = BEFORE.contains(&word.to_lowercase().as_str());
        is_before.then(|| name(words.get(at + 1..)?)).flatten()
    })
}

/// True where the sentence points back to a place: "no one had been killed there".
pub fn points_back(sentence: &str) -> bool {
    let words: Vec<String> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).map_or("", String::as_str);
        // "there were ten dead" points at nothing
        word == "there" && !matches!(next, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will")
    })
}

/// The run of names at the beginning, "the" dropped.
fn name(words: &[&str]) -> Option<String> {
    let words = match words {
        ["the" | "The", rest @ ..] => rest,
        words => words,
    };
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !plain.starts_with(char::is_uppercase) || TIMES.contains(&plain) {
            break;
        }
        out.push(plain);
        if plain.len() < word.len() {
            break;
        }
    }
    (!out.is_empty()).then(|| out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{points_back, scene};

    #[test]
    fn sentences_name_the_place() {
        for (sentence, place) in [
            (
                "Six people were shot dead near the Harbour Gate, two residents said.",
                Some("Harbour Gate"),
            ),
            ("At Mint Square ten people died.", Some("Mint Square")),
            ("Ten people died in March.", None),
            ("In the capital ten people died.", None),
            ("Ten people died on Friday, police said.", None),
            ("Ten people died at", None),
        ] {
            assert_eq!(scene(sentence).as_deref(), place, "{sentence}");
        }
        assert!(points_back("Police said that no one had been killed there."));
        assert!(points_back("Dozens were killed there, it is said."));
        assert!(!points_back("There were ten dead."));
        assert!(!points_back("Ten people died."));
    }
}
