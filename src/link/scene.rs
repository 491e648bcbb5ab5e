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

/// Words behind which parts of what was said before are told.
const PARTS: &[&str] = &["including", "among them", "of them", "of whom", "of those"];
/// Words that say that a figure is of a whole country, whatever else its sentence names.
const EVERYWHERE: &[&str] = &[
    "around the country",
    "across the country",
    "throughout the country",
    "all over the country",
    "in the whole country",
    "in the country as a whole",
    "countrywide",
    "country-wide",
    "nationwide",
    "nation-wide",
    "across the nation",
];
/// Words with which a sentence goes on with the one before: who spoke there speaks on.
const ON: &[&str] = &["and", "plus", "it", "they"];
/// Words behind "it" that make it stand for nobody: "it was", "it is".
const NOBODY: &[&str] = &[
    "is", "was", "has", "had", "will", "would", "became", "took", "seems", "appears",
];
/// Before where those who flee come to.
const REFUGE: &str = "into";

/// The part of a sentence that says what the figure at `at` counts: what is told of its parts behind it is not of it.
pub fn of_whole(sentence: &str, at: usize) -> &str {
    let behind = sentence.get(at..).unwrap_or_default();
    let end = find_any(behind, PARTS).map_or(sentence.len(), |end| at + end);
    sentence.get(..end).unwrap_or(sentence)
}

/// True where the sentence says of the figure at `at` that it is of a whole country.
pub fn is_everywhere(sentence: &str, at: usize) -> bool {
    let said = of_whole(sentence, at).get(at..).unwrap_or_default();
    find_any(said, EVERYWHERE).is_some()
}

/// True where the sentence goes on with the one before: "And 64 wounded." "It looks for 13."
pub fn goes_on(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    ON.contains(&first.to_lowercase().as_str()) && !NOBODY.contains(&second)
}

/// What stands behind "into" in what is said of the figure at `at`: "9,000 have fled across the border into Varland".
pub fn refuge(sentence: &str, at: usize) -> Option<&str> {
    let said = of_whole(sentence, at).get(at..)?;
    // the comma in a number ends nothing
    let clause = said.split(", ").next()?.split(';').next()?;
    let end = find_any(clause, &[REFUGE])? + REFUGE.len();
    clause.get(end..).map(str::trim_start)
}

/// Where the first of these words stand, in whatever letters, not in the middle of a word. Asked of every figure, so the text
/// is looked through once and nothing is copied.
fn find_any(text: &str, list: &[&str]) -> Option<usize> {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let stands = |at: usize, words: &str| {
        let window = text.as_bytes().get(at..at + words.len())?;
        if !window.eq_ignore_ascii_case(words.as_bytes()) {
            return None;
        }
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(at + words.len()..)?.chars().next();
        (is_edge(before) && is_edge(after)).then_some(at)
    };
    let mut before = b' ';
    text.bytes().enumerate().find_map(|(at, byte)| {
        let may_begin = !before.is_ascii_alphanumeric();
        before = byte;
        let begins = |words: &&&str| may_begin && words.as_bytes().first() == Some(&byte.to_ascii_lowercase());
        list.iter().filter(begins).find_map(|words| stands(at, words))
    })
}

/// The place that a sentence names behind "at", "near", "in" and their like.
pub fn scene(sentence: &str) -> Option<String> {
    let mut words = sentence.split_whitespace();
    while let Some(word) = words.next() {
        let is_before = BEFORE.iter().any(|before| word.eq_ignore_ascii_case(before));
        if let Some(name) = Some(words.clone()).filter(|_| is_before).and_then(name) {
            return Some(name);
        }
    }
    None
}

/// True where the sentence points back to a place: "no one had been killed there".
pub fn points_back(sentence: &str) -> bool {
    if find_any(sentence, &["there"]).is_none() {
        return false;
    }
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
fn name<'w>(words: impl Iterator<Item = &'w str>) -> Option<String> {
    let mut words = words.peekable();
    words.next_if(|word| matches!(*word, "the" | "The"));
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
    use super::{goes_on, is_everywhere, of_whole, points_back, refuge, scene};

    /// The sentence without the bar, and where the figure stands.
    fn marked(words: &str) -> (String, usize) {
        (words.replace('|', ""), words.find('|').unwrap())
    }

    #[test]
    fn what_is_said_of_parts_is_not_said_of_the_whole() {
        for (words, whole, everywhere) in [
            (
                "The circle says |30 died around the country, including 11 in Orla.",
                "The circle says 30 died around the country, ",
                true,
            ),
            ("|30 died in Orla, among them two children.", "30 died in Orla, ", false),
            ("|30 died Nationwide.", "30 died Nationwide.", true),
            (
                "30 died around the country, including |11 in Orla.",
                "30 died around the country, including 11 in Orla.",
                false,
            ),
            ("|30 died in Orla.", "30 died in Orla.", false),
        ] {
            let (sentence, at) = marked(words);
            assert_eq!(
                (of_whole(&sentence, at), is_everywhere(&sentence, at)),
                (whole, everywhere),
                "{words}"
            );
        }
    }

    #[test]
    fn sentences_that_go_on_with_the_one_before() {
        for sentence in [
            "And 64 wounded since Tuesday.",
            "It looks for 13 missing.",
            "They list 40.",
        ] {
            assert!(goes_on(sentence), "{sentence}");
        }
        for sentence in [
            "It was the day on which 40 died.",
            "Italy counted 40.",
            "Andrea Rehn counted 40.",
            "In the evening 40 died.",
            "",
        ] {
            assert!(!goes_on(sentence), "{sentence}");
        }
    }

    #[test]
    fn where_those_who_flee_come_to() {
        for (words, place) in [
            (
                "|9,000 have fled across the border into Orla and sleep in schools.",
                Some("Orla and sleep in schools."),
            ),
            ("|9,000 have fled, while soldiers moved into Orla.", None),
            ("As soldiers moved into Orla |9,000 have fled.", None),
        ] {
            let (sentence, at) = marked(words);
            assert_eq!(refuge(&sentence, at), place, "{words}");
        }
    }

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
