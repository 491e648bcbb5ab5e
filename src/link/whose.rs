//! The body behind the words for a speaker: a minister speaks for the ministry, "the committee" is the one named before.

use super::conclusions::bare;
use crate::base::Span;
use crate::entity::fold;

/// Words for who speaks for a body, after "its".
const VOICES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokesmen",
    "director",
    "head",
    "chief",
    "chairman",
    "chairwoman",
    "lawyer",
];
/// Words behind which the name of a body is over: "the committee on its side", "the ministry on Thursday".
const TURNS: &[&str] = &["on", "in", "at", "late", "early", "for"];
/// Names of days and parts of days.
const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
];
/// Bytes before "its spokesman" in which the body is named.
const BACK_BYTES: usize = 250;
/// Bytes after a name in which its body is looked for.
const NEAR_BYTES: usize = 60;

/// The words of a speaker made full by what the article says before `at`; `bodies` are the article's names of bodies, in
/// order. The words themselves where nothing fuller stands there.
pub fn whose(text: &str, bodies: &[Span], at: usize, words: &str) -> String {
    let words = cut(&whole_name(text, at, words));
    let tokens: Vec<&str> = words.split_whitespace().collect();
    if let Some(ministry) = ministry(&tokens) {
        return ministry;
    }
    let named = |one: &&str| one.starts_with(char::is_uppercase) && !matches!(fold(one).as_str(), "the" | "a" | "an");
    let is_bare = !tokens.iter().any(named);
    let of_it = matches!(tokens.first(), Some(&"its" | &"their" | &"Its" | &"Their"))
        && tokens.iter().any(|word| VOICES.contains(word));
    let found = if of_it {
        let mut before = bodies.iter().rev().filter(|body| body.end() <= at);
        let near = before.find(|body| !body.of(text).chars().all(char::is_uppercase));
        near.filter(|body| at - body.end() <= BACK_BYTES)
            .map(|body| body.of(text).to_owned())
    } else if is_bare {
        let head = tokens.last();
        let behind = || spoken_for(&format!(", {}{}", head?, text.get(at..)?.strip_prefix(words.as_str())?));
        head.and_then(|head| headed(text, bodies, at, head)).or_else(behind)
    } else {
        tokens.last().and_then(|name| of_person(text, name))
    };
    found.unwrap_or_else(|| bare(&words).to_owned())
}

/// "The Lawyers’ Circle" where only "The Lawyers" was taken for the speaker: the mark behind the plural ended no quote.
fn whole_name(text: &str, at: usize, words: &str) -> String {
    let rest = text.get(at..).and_then(|here| here.strip_prefix(words));
    let rest = rest.filter(|_| words.ends_with('s'));
    let tail = rest.and_then(|rest| rest.strip_prefix("’ ").or_else(|| rest.strip_prefix("' ")));
    let head = tail.and_then(|tail| tail.split(|c: char| !c.is_alphanumeric()).next());
    match head.filter(|head| head.starts_with(char::is_uppercase)) {
        Some(head) => format!("{words}’ {head}"),
        None => words.to_owned(),
    }
}

/// The words without the turn of speech behind the name.
fn cut(words: &str) -> String {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let end = tokens
        .windows(2)
        .position(|two| match two {
            [turn, next] => {
                let is_name = next.starts_with(char::is_uppercase) && !DAYS.contains(&fold(next).as_str());
                TURNS.contains(turn) && !is_name
            }
            _ => false,
        })
        .filter(|end| *end > 0);
    tokens.get(..end.unwrap_or(tokens.len())).unwrap_or_default().join(" ")
}

/// "Interior Ministry" for "Interior Minister Halvar Brenk"; `None` for a prime minister and a minister of unknown what.
fn ministry(tokens: &[&str]) -> Option<String> {
    let at = tokens.iter().position(|word| fold(word) == "minister")?;
    let what = tokens.get(at.checked_sub(1)?)?;
    let is_office = !matches!(
        fold(what).as_str(),
        "prime" | "first" | "deputy" | "the" | "a" | "former" | "chief"
    ) && !what.ends_with(['.', ',']);
    is_office.then(|| format!("{what} Ministry"))
}

/// The last body named before `at` whose name has the head: "Square Committee" for "the committee", else the first one
/// after it. A ministry may also be named by its minister.
fn headed(text: &str, bodies: &[Span], at: usize, head: &str) -> Option<String> {
    let head = plain(head);
    let is_ministry = matches!(head.as_str(), "ministry" | "minister");
    let sought = if is_ministry { "ministry" } else { &head };
    let has_it = |body: &&Span| {
        let words: Vec<String> = body.of(text).split_whitespace().map(plain).collect();
        words.len() > 1 && words.iter().any(|word| word == sought)
    };
    let before = bodies.iter().rev().find(|body| body.end() <= at && has_it(body));
    let minister = is_ministry.then(|| last_minister(text.get(..at)?)).flatten();
    let last = before.map(|body| (body.start(), body.of(text).to_owned()));
    let last = last.into_iter().chain(minister).max_by_key(|(start, _)| *start);
    let after = || {
        let minister = is_ministry.then(|| last_minister(text)).flatten();
        let body = bodies
            .iter()
            .find(has_it)
            .map(|body| (body.start(), body.of(text).to_owned()));
        minister.or(body)
    };
    last.or_else(after)
        .map(|(_, name)| name)
        .or_else(|| capitals(text, &head))
}

/// "Lawyers’ Circle" for "circle": the first name of two words that ends in the head.
fn capitals(text: &str, head: &str) -> Option<String> {
    let mut letters = head.chars();
    let head: String = letters.next()?.to_uppercase().chain(letters).collect();
    text.match_indices(&head).find_map(|(at, _)| {
        let before = text.get(..at)?.strip_suffix(' ')?;
        let word = before.split_whitespace().next_back()?;
        let is_name = word.starts_with(char::is_uppercase) && fold(word) != "the";
        let ends = text
            .get(at + head.len()..)?
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        (is_name && ends).then(|| format!("{word} {head}"))
    })
}

/// The word in plain small letters, without apostrophes.
fn plain(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The last "Interior Minister" of the text, as its ministry, with its place.
fn last_minister(text: &str) -> Option<(usize, String)> {
    text.rmatch_indices("Minister ").find_map(|(at, _)| {
        let what = text.get(..at)?.split_whitespace().next_back()?;
        let is_name = what.starts_with(char::is_uppercase);
        Some((at, ministry(&[what, "minister"]).filter(|_| is_name)?))
    })
}

/// The body of a person by what stands at the name anywhere in the article: "Interior Minister Halvar Brenk", "Mirel
/// Oste, spokeswoman of the Square Committee".
fn of_person(text: &str, name: &str) -> Option<String> {
    text.match_indices(name)
        .find_map(|(at, _)| {
            let before: Vec<&str> = text.get(..at)?.split_whitespace().rev().take(3).collect();
            let title = before.iter().position(|word| *word == "Minister");
            let between = before.get(..title?).unwrap_or_default();
            let titled = between.iter().all(|word| word.starts_with(char::is_uppercase));
            ministry(&[before.get(title? + 1)?, "minister"]).filter(|_| titled)
        })
        .or_else(|| {
            text.match_indices(name)
                .find_map(|(at, _)| spoken_for(text.get(at + name.len()..)?))
        })
}

/// "Square Committee" of ", spokeswoman of the Square Committee, said".
fn spoken_for(after: &str) -> Option<String> {
    let end = after.char_indices().map(|(at, _)| at).find(|at| *at >= NEAR_BYTES);
    let rest = after.get(..end.unwrap_or(after.len()))?.strip_prefix(", ")?;
    let rest = rest
        .strip_prefix("a ")
        .or_else(|| rest.strip_prefix("the "))
        .unwrap_or(rest);
    let (voice, rest) = rest.split_once(' ')?;
    let rest = rest.strip_prefix("of ").or_else(|| rest.strip_prefix("for "))?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let mut name: Vec<&str> = Vec::new();
    for word in rest.split(' ') {
        let plain = word.trim_end_matches([',', '.', ';']);
        if !plain.starts_with(char::is_uppercase) {
            break;
        }
        name.push(plain);
        if plain.len() < word.len() {
            break;
        }
    }
    (VOICES.contains(&voice) && !name.is_empty()).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::whose;
    use crate::base::Span;

    const TEXT: &str = "The Square Committee contradicted the Health Ministry. Interior Minister Halvar Brenk was silent. \
                        Brenk left. Mirel Oste, spokeswoman of the Square Committee, stayed. Prime Minister Aldo Rehn slept. \
                        Oskar Lind ate. A spokesman for the Harbour Guard said so. Lawyers’ Circle members agreed.";

    #[test]
    fn speakers_are_led_back_to_their_bodies() {
        let bodies: Vec<Span> = ["Square Committee", "Health Ministry"]
            .iter()
            .filter_map(|name| TEXT.find(name).map(|at| Span::new(at, at + name.len())))
            .collect();
        let first = TEXT.find("Interior").unwrap_or_default();
        let (voice, lawyers) = (
            TEXT.find("A spokesman").unwrap_or_default(),
            TEXT.find("Lawyers").unwrap_or_default(),
        );
        for (at, words, body) in [
            (TEXT.len(), "Interior Minister Halvár Brenck", "Interior Ministry"),
            (TEXT.len(), "Brenk", "Interior Ministry"),
            (TEXT.len(), "the ministry", "Interior Ministry"),
            (first, "the ministry", "Health Ministry"),
            (TEXT.len(), "the committee", "Square Committee"),
            (25, "its spokeswoman Mirel Oste", "Square Committee"),
            (TEXT.len(), "Oste", "Square Committee"),
            (TEXT.len(), "The Square Committee on its side", "Square Committee"),
            (TEXT.len(), "The Interior Ministry on Thursday", "Interior Ministry"),
            (
                TEXT.len(),
                "Square Committee in Port Calder",
                "Square Committee in Port Calder",
            ),
            (TEXT.len(), "Rehn", "Rehn"),
            (TEXT.len(), "Lind", "Lind"),
            (TEXT.len(), "the police", "police"),
            (0, "the committee", "Square Committee"),
            (0, "minister", "Interior Ministry"),
            (5, "the council", "council"),
            (0, "", ""),
            (voice, "A spokesman", "Harbour Guard"),
            (lawyers, "Lawyers", "Lawyers’ Circle"),
        ] {
            assert_eq!(whose(TEXT, &bodies, at, words), body, "{words} at {at}");
        }
    }
}
