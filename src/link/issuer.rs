//! Who speaks in an article that is a statement: its head names the body, its sentences do not.

use super::body::land_of;
use crate::base::capital;
use crate::entity::{EntityKind, Lexicon, fold};

/// Lines at the beginning in which the body is looked for.
const HEAD_LINES: usize = 3;
/// Words of such a line, at most.
const MOST_WORDS: usize = 24;
/// Words of a body's name, at most.
const NAME_WORDS: usize = 10;
/// Words that say that what follows is somebody's own statement.
const STATEMENTS: &[&str] = &[
    "statement",
    "communique",
    "communiqué",
    "bulletin",
    "declaration",
    "announcement",
    "update",
    "briefing",
    "sitrep",
];
/// The same in two words.
const PAIRS: &[(&str, &str)] = &[
    ("press", "release"),
    ("press", "service"),
    ("press", "office"),
    ("information", "service"),
    ("situation", "report"),
    ("for", "release"),
];
/// Where the name in a line ends.
const ENDS: &[&str] = &[" - ", " – ", " — ", " | ", ": ", ", ", " ("];

/// The body whose statement the text is; `None` for an article that somebody else wrote.
pub fn issuer(text: &str) -> Option<String> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(HEAD_LINES)
        .collect();
    let is_short = |line: &&str| line.split_whitespace().count() <= MOST_WORDS && !line.ends_with('.');
    let at = lines.iter().position(|line| is_short(line) && states(line))?;
    let named = |line: &&str| name(line).filter(|_| is_short(line));
    // the line itself, else the one before it
    lines
        .get(at)
        .and_then(named)
        .or_else(|| lines.get(at.checked_sub(1)?).and_then(named))
}

fn states(line: &str) -> bool {
    let words = words(line);
    let pair = |two: &[String]| match two {
        [a, b] => PAIRS.contains(&(a.as_str(), b.as_str())),
        _ => false,
    };
    words.iter().any(|word| STATEMENTS.contains(&word.as_str())) || words.windows(2).any(pair)
}

/// The first part of a line that names a body.
fn name(line: &str) -> Option<String> {
    let mut parts = vec![line];
    for end in ENDS {
        parts = parts.iter().flat_map(|part| part.split(end)).collect();
    }
    let is_name = |part: &&str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let starts = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
        starts && words.len() <= NAME_WORDS && !states(part) && !part.contains(|c: char| c.is_ascii_digit())
    };
    let is_body = |part: &&str| {
        let lexicon = Lexicon::get();
        let known = lexicon
            .listed(&fold(part))
            .is_some_and(|listed| listed.kind == EntityKind::Org);
        known || words(part).iter().any(|word| lexicon.body(word).head)
    };
    let names = || parts.iter().map(|part| part.trim()).filter(is_name);
    // what no list knows counts where the line begins with it: "Harbour Watch - statement"
    let found = names().find(is_body).or_else(|| {
        let first = parts.first().map(|part| part.trim())?;
        let words = first.split_whitespace().count();
        (parts.len() > 1 && is_name(&first) && (2..=4).contains(&words) && is_titled(first)).then_some(first)
    })?;
    let own = in_small(found);
    // "Republic of Varland - National Agency for Relief"
    let land = parts
        .iter()
        .filter(|part| part.trim() != found)
        .find_map(|part| land(part));
    Some(match land {
        Some(land) if land_of(&own).is_none() && found != line => format!("{own} of {land}"),
        _ => own,
    })
}

/// The country of "Republic of Norway".
fn land(part: &str) -> Option<&'static str> {
    let lexicon = Lexicon::get();
    let (form, name) = part.trim().split_once(" of ")?;
    let is_state = matches!(fold(form).rsplit(' ').next(), Some("republic" | "kingdom" | "state"));
    let listed = lexicon
        .listed(&fold(name))
        .filter(|listed| listed.kind == EntityKind::Place)?;
    is_state.then_some(listed.canonical)
}

/// True where every word of it is written as a name's.
fn is_titled(part: &str) -> bool {
    part.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// "Harbour Watch" for "HARBOUR WATCH".
fn in_small(name: &str) -> String {
    if name.split_whitespace().count() < 2 || name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let small = word.to_lowercase();
        if matches!(small.as_str(), "of" | "the" | "and" | "for" | "in" | "on") {
            return small;
        }
        capital(&small)
    };
    name.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::issuer;

    #[test]
    fn statements_are_those_of_the_body_in_their_head() {
        for (text, body) in [
            (
                "HARBOUR WATCH - STATEMENT\n20 May 2031\n\nHarbour Watch mourns.",
                "Harbour Watch",
            ),
            (
                "FREE PEN: statement of 7 May 2031\n\nBy this evening 40 are held.",
                "Free Pen",
            ),
            (
                "MINISTRY OF THE INTERIOR OF VARLAND\nCommunique No. 41\n\n1. As of 18:00 ...",
                "Ministry of the Interior of Varland",
            ),
            (
                "Ministry of Internal Affairs of Varland, press service, 7 May 2031\n\nIn Orla 12 were held.",
                "Ministry of Internal Affairs of Varland",
            ),
            (
                "Republic of Norway - National Agency for Relief\nSituation bulletin no. 3, 4 May 2031\n\nDead: 112",
                "National Agency for Relief of Norway",
            ),
            (
                "UNITED NATIONS - Varland: Floods - Flash Update No. 2\n\nThe floods took 40 lives.",
                "United Nations",
            ),
        ] {
            assert_eq!(issuer(text).as_deref(), Some(body), "{text}");
        }
    }

    #[test]
    fn articles_are_nobodys_statement() {
        for text in [
            "Estrava Post\n\nTwelve die in Orla\n\nThe ministry said so in a statement.",
            "ESTRAVA, May 6, 2031 (KNA) - Police held 46 people on Monday, the city police said in a statement.",
            "Ministry rejects statement on the dead of Orla and says that all of it is invented by its enemies abroad, again\n\nBy Dora Olm",
            "Live: updates from Orla\n\nTwelve people died.",
            "Update: twelve dead in Orla\n\nTwelve people died.",
            "",
        ] {
            assert_eq!(issuer(text), None, "{text}");
        }
    }
}
