//! Finds what was meant by a few letters.

/// How well `query` fits `text`, greater is better, and the bytes of `text` that it hit; `None` where it does not fit.
/// Letters must come in order; whole words and word beginnings count most.
pub fn fit(query: &str, text: &str) -> Option<(i32, Vec<usize>)> {
    let query: Vec<char> = query
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    if query.is_empty() {
        return Some((0, Vec::new()));
    }
    let letters: Vec<(usize, char)> = text
        .char_indices()
        .map(|(at, c)| (at, c.to_lowercase().next().unwrap_or(c)))
        .collect();
    // The best of all places at which the first letter can be taken.
    let starts = letters
        .iter()
        .enumerate()
        .filter(|(_, (_, c))| Some(c) == query.first());
    starts
        .filter_map(|(start, _)| fit_from(&query, &letters, start))
        .max_by_key(|(score, _)| *score)
}

fn fit_from(query: &[char], letters: &[(usize, char)], start: usize) -> Option<(i32, Vec<usize>)> {
    let mut score = 0;
    let mut hits = Vec::with_capacity(query.len());
    let mut last: Option<usize> = None;
    let mut from = start;
    for wanted in query {
        let found = (from..letters.len()).find(|at| letters.get(*at).is_some_and(|(_, c)| c == wanted))?;
        let begins_word = found == 0 || letters.get(found - 1).is_some_and(|(_, c)| !c.is_alphanumeric());
        let follows = last.is_some_and(|last| last + 1 == found);
        score += match (follows, begins_word) {
            (true, _) => 8,
            (_, true) => 10,
            _ => 1,
        };
        score -= last.map_or(0, |last| i32::try_from(found - last).unwrap_or(99).min(6) - 1);
        hits.extend(letters.get(found).map(|(byte, _)| *byte));
        last = Some(found);
        from = found + 1;
    }
    let gap = i32::try_from(start).unwrap_or(0).min(10);
    Some((score * 4 - gap, hits))
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn word_beginnings_win() {
        let best = |query: &str, texts: &[&'static str]| {
            texts
                .iter()
                .filter_map(|text| fit(query, text).map(|(score, _)| (score, *text)))
                .max_by_key(|(score, _)| *score)
                .map(|(_, text)| text)
        };
        let commands = ["Back", "Accept claim", "Open the sample", "Text size larger", "Undo"];
        assert_eq!(best("acc", &commands), Some("Accept claim"));
        assert_eq!(best("ac", &commands), Some("Accept claim"));
        assert_eq!(best("ots", &commands), Some("Open the sample"));
        assert_eq!(best("undo", &commands), Some("Undo"));
        assert_eq!(best("zzz", &commands), None);
        assert_eq!(fit("pt", "Accept").map(|(_, hits)| hits), Some(vec![4, 5]));
    }
}
