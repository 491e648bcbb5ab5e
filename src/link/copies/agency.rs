//! The agency that an article says it comes from: "ESTRAVA (KNA) -", "(Reuters)", "Source: Xinhua".

use crate::entity::{EntityKind, Lexicon, fold};

/// Agencies by their short name, then the other ways in which articles write them, folded.
const AGENCIES: &[(&str, &[&str])] = &[
    ("Reuters", &["thomson reuters", "reuters news agency"]),
    ("AP", &["associated press", "the associated press", "ap news"]),
    ("AFP", &["agence france-presse", "agence france presse"]),
    ("dpa", &["deutsche presse-agentur"]),
    ("Xinhua", &["xinhua news agency", "xinhuanet", "new china news agency"]),
    ("TASS", &["itar-tass", "itar tass"]),
    ("Interfax", &["interfax news agency"]),
    ("RIA Novosti", &["ria", "ria-novosti"]),
    ("EFE", &["agencia efe"]),
    ("ANSA", &[]),
    ("Kyodo", &["kyodo news"]),
    ("PTI", &["press trust of india"]),
    ("IANS", &[]),
    ("UPI", &["united press international"]),
    ("Anadolu", &["anadolu agency", "aa"]),
    ("SANA", &[]),
    ("IRNA", &[]),
    ("Bernama", &[]),
    ("Yonhap", &["yonhap news agency"]),
    ("PA", &["press association", "pa media"]),
];

/// Words before an agency's name at the end of an article, folded.
const SOURCE_WORDS: &[&str] = &[
    "source:",
    "sources:",
    "agency:",
    "via",
    "with additional reporting by",
    "additional reporting by",
    "with reporting by",
    "with reporting from",
    "with material from",
    "with inputs from",
    "with files from",
    "reporting by",
    "copyright",
    "(c)",
    "c",
    "by",
];

/// Words behind an agency's name that say that it wrote along, folded.
const GAVE: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed reporting",
];

/// Most words of a place line: "ESTRAVA, Varland, May 4".
const MOST_PLACE_WORDS: usize = 7;
/// Most words of a line that names where an article comes from.
const MOST_LINE_WORDS: usize = 14;

/// The agency whose tag stands in an article: behind its place line, at the end of a paragraph, or in a line that says
/// where it comes from.
pub fn agency_of(text: &str) -> Option<String> {
    text.lines()
        .find_map(|line| agency_tag(line).or_else(|| agency_line(line)))
}

/// The agency that a tag names: "(KNA) -" behind a place, "(Reuters)" or "(AFP/dpa)" at the end, "/KNA/".
pub fn agency_tag(text: &str) -> Option<String> {
    if !text.contains(['(', '/']) {
        return None;
    }
    in_slashes(text).or_else(|| in_brackets(text))
}

/// "ESTRAVA, May 4 /KNA/ -".
fn in_slashes(text: &str) -> Option<String> {
    let (place, after) = text.split_once('/')?;
    let (tag, rest) = after.split_once('/')?;
    let behind = rest.trim_start();
    let fits = is_place(place) && (behind.is_empty() || behind.starts_with(['-', '–', '—', '.']));
    (fits && is_tag(tag.trim())).then(|| tag.trim().to_owned())
}

fn in_brackets(text: &str) -> Option<String> {
    let mut rest = text;
    let mut before = String::new();
    while let Some((head, after)) = rest.split_once('(') {
        let (tag, tail) = after.split_once(')')?;
        before.push_str(head);
        let inner = tag.trim();
        // an acronym behind its own expansion is no tag, a tag has a dash behind it or ends the text
        let dashed = tail.trim_start().starts_with(['-', '–', '—']) && is_place(&before);
        let ends = tail.trim().trim_end_matches(['.', '"', '”']).is_empty();
        if (dashed || ends) && is_tag(inner) && !expands(&before, inner) {
            return Some(inner.to_owned());
        }
        rest = tail;
    }
    None
}

/// Letters that may be an agency's, or a name that a list knows as a body's.
fn is_tag(tag: &str) -> bool {
    let letters = tag.chars().filter(|c| c.is_alphabetic()).count();
    let is_acronym = (2..=7).contains(&letters)
        && !tag.contains(char::is_lowercase)
        && !tag.contains(char::is_numeric)
        && !tag.contains(' ');
    let listed = Lexicon::get()
        .listed(&fold(tag))
        .is_some_and(|listed| listed.kind == EntityKind::Org);
    let first = tag.split('/').next().unwrap_or(tag);
    is_acronym || listed || known(first).is_some()
}

/// True for what stands before the tag of a place line: few words, the last sentence not ended.
fn is_place(before: &str) -> bool {
    before.split_whitespace().count() <= MOST_PLACE_WORDS && !before.trim_end().ends_with(['.', '!', '?'])
}

/// True where the words before the bracket are what the letters stand for: "the Varland Relief Committee (VRC)".
fn expands(before: &str, tag: &str) -> bool {
    let letters: Vec<char> = tag
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words: Vec<&str> = before.split(|c: char| !c.is_alphanumeric()).filter(capital).collect();
    let tail = words.len().saturating_sub(letters.len());
    let initials: Vec<char> = words
        .get(tail..)
        .unwrap_or_default()
        .iter()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    letters.len() > 1 && initials == letters
}

/// "Source: Xinhua", "— AFP", "Reuters", "With additional reporting by AP", "The Associated Press contributed to this report."
fn agency_line(line: &str) -> Option<String> {
    let line = line
        .trim()
        .trim_matches(['*', '_', '(', ')', '[', ']', '.', '|'])
        .trim();
    if line.is_empty() || line.split_whitespace().count() > MOST_LINE_WORDS {
        return whole_end(line);
    }
    let folded = fold(line);
    let bare = folded.trim_start_matches(['-', '–', '—', ' ']);
    if let Some(name) = known(bare) {
        return Some(name.to_owned());
    }
    if let Some(names) = GAVE.iter().find_map(|words| bare.strip_suffix(words)) {
        return named_in(names);
    }
    let after = SOURCE_WORDS.iter().find_map(|words| {
        let rest = bare.strip_prefix(words)?;
        (words.ends_with([':', ')']) || rest.starts_with(' ')).then_some(rest)
    });
    after.and_then(named_in).or_else(|| whole_end(line))
}

/// "... of the province. — AFP", "... of the province. Source: KNA".
fn whole_end(line: &str) -> Option<String> {
    let (_, end) = line.rsplit_once(['—', '–'])?;
    let name = known(&fold(end.trim().trim_end_matches('.')))?;
    Some(name.to_owned())
}

/// The first agency that is all of a part of the words: "2031 AFP", "Mira Olm and AP", "the Associated Press".
fn named_in(words: &str) -> Option<String> {
    let parts = words.split([',', '/', ';']).flat_map(|part| part.split(" and "));
    parts
        .map(|part| part.trim().trim_start_matches(|c: char| c.is_numeric() || c == ' '))
        .find_map(known)
        .map(str::to_owned)
}

/// The short name of an agency that the list has, by any way of writing it.
pub(super) fn known(words: &str) -> Option<&'static str> {
    let folded = fold(words.trim());
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let row = AGENCIES
        .iter()
        .find(|(name, others)| name.eq_ignore_ascii_case(bare) || others.contains(&bare));
    row.map(|(name, _)| *name)
}

/// What tags of one agency are equal by.
pub(super) fn agency_key(tag: &str) -> String {
    let first = tag.split(['/', ',']).next().unwrap_or(tag);
    known(first).map_or_else(|| fold(first.trim()), fold)
}

#[cfg(test)]
mod tests {
    use super::{agency_key, agency_of, agency_tag};

    #[test]
    fn tags_of_agencies() {
        for (text, tag) in [
            ("ESTRAVA (KNA) - Ten people died.", Some("KNA")),
            ("ESTRAVA, Varland, May 4 (Reuters) — Ten people died.", Some("Reuters")),
            ("ESTRAVA, May 4 /KNA/ - Ten people died.", Some("KNA")),
            ("Ten people died, police said. (Reuters)", Some("Reuters")),
            ("Ten people died, police said (AFP/dpa).", Some("AFP/dpa")),
            ("The Varland Relief Committee (VRC) counted ten dead.", None),
            ("Ten dead were counted by the Varland Relief Committee (VRC).", None),
            (
                "The front, long at odds with the Orla Relief Front (ORF) - and others - said ten died.",
                None,
            ),
            ("Ten people (all men) died.", None),
            ("Ten died (see above) - police", None),
            ("Ten died (", None),
            ("Ten of 12/14 victims were named, 3/4 of them men.", None),
        ] {
            assert_eq!(agency_tag(text).as_deref(), tag, "{text}");
        }
    }

    #[test]
    fn lines_that_say_where_an_article_comes_from() {
        for (line, agency) in [
            ("Source: Xinhua", Some("Xinhua")),
            ("Reuters", Some("Reuters")),
            ("— AFP", Some("AFP")),
            ("With additional reporting by AP", Some("AP")),
            ("(Additional reporting by Mira Olm and AFP)", Some("AFP")),
            ("The Associated Press contributed to this report.", Some("AP")),
            ("© 2031 AFP", Some("AFP")),
            ("Copyright 2031 The Associated Press.", Some("AP")),
            ("By Mira Olm, Reuters", Some("Reuters")),
            (
                "The harbour of Estrava lay dark for three nights in a row, its people in the hills above. — AFP",
                Some("AFP"),
            ),
            ("Ten people died, Reuters said.", None),
            ("A spokesman told AFP that ten had died.", None),
            ("By Mira Olm", None),
            ("Source: the mayor of Estrava", None),
            ("Via Roma was closed.", None),
            ("", None),
        ] {
            let text = format!("Ten died in Estrava\n\nTen people died in Estrava.\n\n{line}\n");
            assert_eq!(agency_of(&text).as_deref(), agency, "{line}");
        }
    }

    #[test]
    fn one_agency_has_one_key() {
        assert_eq!(agency_key("The Associated Press"), agency_key("AP"));
        assert_eq!(agency_key("AFP/dpa"), agency_key("Agence France-Presse"));
        assert_ne!(agency_key("AFP"), agency_key("AP"));
    }
}
