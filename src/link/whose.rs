//! The body behind the words for a speaker: a minister speaks for the ministry, "the committee" is the one named before.

use super::conclusions::bare;
use crate::base::{Span, capital, is_weekday};
use crate::entity::{Lexicon, fold};

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
/// Words before the name of a body that say what it is.
const GROUPS: &[&str] = &[
    "group",
    "organisation",
    "organization",
    "charity",
    "watchdog",
    "association",
    "network",
    "agency",
];
/// Words behind which the name of a body is over: "the committee on its side", "the ministry on Thursday".
const TURNS: &[&str] = &["on", "in", "at", "late", "early", "for"];
/// Bytes before "its spokesman" in which the body is named.
const BACK_BYTES: usize = 250;
/// Bytes after a name in which its body is looked for.
const NEAR_BYTES: usize = 60;

/// The words of a speaker made full by what the article says before `at`; `bodies` are the article's names of bodies, in
/// order. The words themselves where nothing fuller stands there.
pub fn whose(text: &str, bodies: &[Span], at: usize, words: &str) -> String {
    let words = cut(&whole_name(text, at, words));
    if let Some(body) = body_of(&words) {
        return whose(text, bodies, at, body);
    }
    let tokens: Vec<&str> = words.split_whitespace().collect();
    if let Some(ministry) = ministry(&tokens) {
        return ministry;
    }
    let named = |one: &&str| one.starts_with(char::is_uppercase) && !matches!(fold(one).as_str(), "the" | "a" | "an");
    let is_bare = !tokens.iter().any(named) || is_of_land(&tokens);
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

/// "the ministry" of "the ministry's spokesman, Colonel Halvar Brenk", "Orla hospital" of "Dora Olm of Orla hospital".
fn body_of(words: &str) -> Option<&str> {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let owned = tokens.iter().zip(tokens.iter().skip(1)).find_map(|(owner, voice)| {
        let owner = owner.strip_suffix("'s").or_else(|| owner.strip_suffix("’s"))?;
        VOICES.contains(&voice.trim_end_matches(',')).then_some(owner)
    });
    if let Some(owner) = owned {
        let end = words.find(owner)? + owner.len();
        return words.get(..end);
    }
    if let Some(body) = spoken_by(words, &tokens).or_else(|| called(words, &tokens)) {
        return Some(body);
    }
    let (person, body) = words.split_once(" of ")?;
    let lexicon = Lexicon::get();
    let is_name = |word: &str| {
        let folded = fold(word);
        let part = lexicon.body(&folded);
        word.starts_with(char::is_uppercase) && !part.head && !part.tail && lexicon.title(&folded).is_none()
    };
    let given = person.split_whitespace().count();
    let is_person = (2..=3).contains(&given) && person.split_whitespace().all(is_name);
    let last = body.split_whitespace().next_back().map(fold)?;
    let is_body = body.split_whitespace().count() > 1 && lexicon.body(&last).head;
    (is_person && is_body).then(|| bare(body))
}

/// True for "Varland ministry" of a headline: a ministry, but which one stands below it.
fn is_of_land(tokens: &[&str]) -> bool {
    let [land, ministry] = tokens else { return false };
    let folded = fold(land);
    let part = Lexicon::get().body(&folded);
    let is_office = part.head || part.tail || Lexicon::get().is_common(&folded);
    land.starts_with(char::is_uppercase) && !is_office && fold(ministry) == "ministry"
}

/// "Harbour Watch" of "the rights group Harbour Watch".
fn called<'w>(words: &'w str, tokens: &[&str]) -> Option<&'w str> {
    let is_capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let name = tokens.iter().rev().take_while(is_capital).count();
    let sort = tokens.get(tokens.len().checked_sub(name + 1)?)?;
    let first = tokens.get(tokens.len() - name)?;
    let is_sort = name > 1 && GROUPS.contains(sort);
    words.find(first).and_then(|at| words.get(at..)).filter(|_| is_sort)
}

/// "the police" of "the police spokesman Halvar Brenk".
fn spoken_by<'w>(words: &'w str, tokens: &[&str]) -> Option<&'w str> {
    let at = tokens
        .iter()
        .position(|word| VOICES.contains(word))
        .filter(|at| *at > 0)?;
    let is_body = tokens
        .get(..at)?
        .iter()
        .map(|word| Lexicon::get().body(&fold(word)))
        .any(|part| part.head || part.tail);
    let name = tokens.get(at + 1..)?;
    let is_name = !name.is_empty() && name.iter().all(|word| word.starts_with(char::is_uppercase));
    let end = words.find(&format!(" {}", tokens.get(at)?))?;
    words.get(..end).filter(|_| is_body && is_name)
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

fn is_day(word: &str) -> bool {
    is_weekday(word) || matches!(word, "yesterday" | "today")
}

/// The words without the turn of speech behind the name.
fn cut(words: &str) -> String {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let end = tokens
        .windows(2)
        .position(|two| match two {
            [turn, next] => {
                let is_name = next.starts_with(char::is_uppercase) && !is_day(&fold(next));
                TURNS.contains(turn) && !is_name
            }
            _ => false,
        })
        .filter(|end| *end > 0);
    tokens.get(..end.unwrap_or(tokens.len())).unwrap_or_default().join(" ")
}

/// "defence ministry" of "the defence ministry said", the last one.
fn small_ministry(text: &str) -> Option<String> {
    text.rmatch_indices(" ministry").find_map(|(at, ministry)| {
        let what = text.get(..at)?.rsplit(|c: char| !c.is_alphanumeric()).next()?;
        let is_what = what.chars().count() > 3
            && what.starts_with(char::is_lowercase)
            && !matches!(what, "this" | "That" | "That's" | "their" | "same" | "other");
        let end = text.get(at + ministry.len()..)?.chars().next();
        (is_what && end.is_none_or(|c| !c.is_alphanumeric())).then(|| format!("{what}{ministry}"))
    })
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
        .or_else(|| is_ministry.then(|| small_ministry(text.get(..at)?)).flatten())
}

/// "Lawyers’ Circle" for "circle": the first name of two words that ends in the head.
fn capitals(text: &str, head: &str) -> Option<String> {
    let head = Some(capital(head)).filter(|head| !head.is_empty())?;
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
        // "Saint Orla hospital"
        let is_head = !name.is_empty() && Lexicon::get().body(plain).head;
        if !plain.starts_with(char::is_uppercase) && !is_head {
            break;
        }
        name.push(plain);
        if plain.len() < word.len() || !plain.starts_with(char::is_uppercase) {
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
            (
                TEXT.len(),
                "the ministry's spokesman, Colonel Arvid Nesse",
                "Interior Ministry",
            ),
            (TEXT.len(), "Dora Olm of Saint Orla Hospital", "Saint Orla Hospital"),
            (TEXT.len(), "Varland ministry", "Interior Ministry"),
            (TEXT.len(), "the rights group Harbour Watch", "Harbour Watch"),
            (TEXT.len(), "the police spokesman Oskar Lind", "police"),
            (TEXT.len(), "Governor Rehn of Orla", "Governor Rehn of Orla"),
            (TEXT.len(), "Ministry of the Interior", "Ministry of the Interior"),
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
