//! Words that lost the blank behind them where a page was torn: "peoplehave taken refuge", "with14,000 people", "forcedmore than".

/// Words behind which a numeral or a name cannot be written on.
const BEFORE_NUMBERS: &[&str] = &[
    "with",
    "least",
    "than",
    "about",
    "nearly",
    "some",
    "over",
    "killed",
    "killing",
    "displaced",
    "displacing",
    "evacuated",
    "injured",
];

/// Words for people, and the verbs that begin the next word.
const PEOPLE: &[&str] = &["people", "persons", "families", "households", "residents"];
const VERBS: &[&str] = &[
    "have", "has", "were", "was", "are", "had", "who", "fled", "from", "remain", "living",
];

/// Verbs of harm, and what begins the number behind them.
const HARMS: &[&str] = &["forced", "displaced", "evacuated", "killed", "injured", "affected"];
const HEDGES: &[&str] = &[
    "more", "about", "at", "some", "over", "nearly", "almost", "around", "as",
];

/// Whether the word that begins at `start` ends at `at`, though `c` there is written on to it.
pub(super) fn cuts(text: &str, start: usize, at: usize, c: char) -> bool {
    let long = at - start;
    if !(4..=10).contains(&long) {
        return false;
    }
    let Some(word) = text.get(start..at) else { return false };
    let is = |words: &[&str]| words.contains(&word);
    if c.is_ascii_digit() {
        return is(BEFORE_NUMBERS);
    }
    if !c.is_ascii_lowercase() {
        return c.is_ascii_uppercase() && matches!(word, "fled" | "displaced");
    }
    let (people, harm) = (is(PEOPLE), is(HARMS));
    if !people && !harm {
        return false;
    }
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    rest.get(..end)
        .is_some_and(|rest| if people { VERBS } else { HEDGES }.contains(&rest))
}

#[cfg(test)]
mod tests {
    use crate::token::scan;

    #[test]
    fn torn_words_are_cut() {
        for (text, expected) in [
            ("About 300 peoplehave left", "About|300|people|have|left"),
            ("The quake forcedmore than 40 out", "The|quake|forced|more|than|40|out"),
            ("with14,000 families", "with|14,000|families"),
            ("They fledOrla", "They|fled|Orla"),
            ("several familieswere moved", "several|families|were|moved"),
            ("over20 towns", "over|20|towns"),
            ("peoplehood, peoples and killedx", "peoplehood|,|peoples|and|killedx"),
            ("with2x a mp3 and B2B", "with|2x|a|mp3|and|B2B"),
            ("Peopled by forcedly displacedness", "Peopled|by|forcedly|displacedness"),
            ("about2 o'clock", "about|2|o'clock"),
        ] {
            let scan = scan(text);
            let words: Vec<&str> = (0..scan.tokens.len()).map(|index| scan.word(index)).collect();
            assert_eq!(words.join("|"), expected);
        }
    }
}
