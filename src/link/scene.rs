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
/// Words that stand before the name of such a country.
const NEARBY: &[&str] = &["neighbouring", "neighboring", "nearby", "adjacent"];
/// Words for a sort of place, before its name: "the Varland city of Orla", "the capital Orla".
const SORTS: &[&str] = &[
    "capital",
    "city",
    "town",
    "village",
    "port",
    "harbour",
    "harbor",
    "district",
    "province",
    "region",
    "state",
    "island",
    "suburb",
    "neighbourhood",
    "neighborhood",
    "quarter",
];
/// Words of a place's name with what stands before it, at most.
const NAME_WORDS: usize = 6;
/// Words that point at a country named before.
const LANDS: &[&str] = &[
    "in the country",
    "in that country",
    "across the country",
    "in its territory",
];

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
    let behind = clause.get(end..).map(str::trim_start)?;
    let next = NEARBY
        .iter()
        .find_map(|word| behind.strip_prefix(word)?.strip_prefix(' '));
    Some(next.unwrap_or(behind))
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
        let name = || name(&words.clone().collect::<Vec<_>>());
        if let Some(name) = is_before.then(name).flatten() {
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

/// The name behind a word for a sort of place at the beginning: "Orla" of " city of Orla, where". `None` where no such word
/// stands there.
fn sort_of_place(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix(' ')?;
    let (sort, behind) = rest.split_once(' ')?;
    SORTS.contains(&sort).then_some(())?;
    let behind = behind.strip_prefix("of ").unwrap_or(behind);
    let mut end = 0;
    for word in behind.split_inclusive(' ') {
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !plain.starts_with(char::is_uppercase) || is_time(plain) {
            break;
        }
        end += plain.len();
        if plain.len() < word.trim_end().len() {
            break;
        }
        // the blank between two words of one name
        end += word.len() - plain.len();
    }
    let found = behind.get(..end)?.trim_end();
    (!found.is_empty()).then_some(found)
}

/// The name of a place in a place whose name ends before `rest`: "Orla" of " city of Orla" and of "'s Orla region".
pub fn narrower_place(rest: &str) -> Option<&str> {
    let owned = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s"));
    let Some(owned) = owned else {
        return sort_of_place(rest);
    };
    let words = owned.strip_prefix(' ')?;
    let end = words
        .find(|c: char| !c.is_alphanumeric() && c != '-')
        .unwrap_or(words.len());
    let behind = words.get(end..)?.trim_start();
    let sort = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let name = words.get(..end)?;
    let is_named = name.starts_with(char::is_uppercase) && SORTS.contains(&sort);
    if is_named { Some(name) } else { sort_of_place(owned) }
}

/// Where the name behind a figure and "in" begins: "Orla" of " in Orla and", of " in the port of Orla".
pub fn right_behind(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(" in ")?;
    let behind = behind.strip_prefix("the ").unwrap_or(behind);
    let at = rest.len() - behind.len();
    let named = rest.get(at - 1..).and_then(sort_of_place);
    Some(named.and_then(|named| behind.find(named)).map_or(at, |skip| at + skip))
}

/// True where the figure at `at` is said to be "of the country", which is named before.
pub fn in_the_country(sentence: &str, at: usize) -> bool {
    let said = of_whole(sentence, at).get(at..).unwrap_or_default();
    find_any(said, LANDS).is_some()
}

/// "Tuesday", and "Tuesday's" of "in Tuesday's bombing".
fn is_time(word: &str) -> bool {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    TIMES.contains(&bare.unwrap_or(word))
}

/// The run of names at the beginning, "the" dropped. Behind a people's or country's name and a word for a sort of place the
/// name of that place: "the Varlander city of Orla".
fn name(words: &[&str]) -> Option<String> {
    let words = match words {
        ["the" | "The", rest @ ..] => rest,
        words => words,
    };
    let run = words
        .iter()
        .take_while(|word| word.starts_with(char::is_uppercase))
        .count();
    let rest: Vec<&str> = words.iter().skip(run).take(NAME_WORDS).copied().collect();
    let rest = rest.join(" ");
    if let Some(name) = sort_of_place(&format!(" {rest}")) {
        return Some(name.to_owned());
    }
    let mut out: Vec<&str> = Vec::new();
    for word in words {
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !plain.starts_with(char::is_uppercase) || is_time(plain) {
            break;
        }
        if plain.ends_with("'s") || plain.ends_with("’s") {
            // "Varland's Orla": what is owned is the place
            out.clear();
            continue;
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
            ("|9,000 have fled into neighbouring Orla.", Some("Orla.")),
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
            ("A bomb went off in the Varland city of Orla on Friday.", Some("Orla")),
            (
                "Police held 46 people in the Varland capital Port Orla, it said.",
                Some("Port Orla"),
            ),
            ("In the village of Orla ten people died.", Some("Orla")),
            ("Ten people died in Orla province.", Some("Orla")),
            ("Ten people died in the city.", None),
            ("Ten people died in Varland's Orla region.", Some("Orla")),
            ("The dead in Tuesday's bombing were buried.", None),
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
