//! Whether words look like a person's name or an outlet's.

use super::super::stamp::is_date_word;

/// Legal forms: a company by its legal form holds rights; it is seldom what the outlet calls itself.
const LEGAL_FORMS: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "llp",
    "gmbh",
    "ag",
    "plc",
    "corp",
    "corporation",
    "company",
    "co",
    "limited",
    "pvt",
    "s.a",
    "bv",
    "publishing",
    "publishers",
    "holding",
    "holdings",
    "group",
];

/// Small words inside names.
const JOINTS: &[&str] = &[
    "of", "the", "and", "&", "for", "in", "de", "la", "el", "al", "le", "du", "der", "den", "von", "van", "bin", "ibn",
    "da", "di", "do", "dos", "del",
];

/// Capitalised words that name nobody.
const GENERIC: &[&str] = &[
    "staff",
    "reporter",
    "correspondent",
    "admin",
    "editor",
    "desk",
    "our",
    "agencies",
    "agency",
    "author",
    "web",
    "team",
    "special",
    "wire",
    "writer",
    "writers",
    "all",
    "rights",
    "reserved",
    "copyright",
    "police",
    "source",
    "sources",
    "link",
    "website",
    "this",
    "site",
    "page",
    "home",
    "contact",
    "privacy",
    "terms",
    "news",
    "internet",
    "getty",
    "images",
    "photo",
    "government",
    "officials",
    "hospital",
    "hospitals",
    "wikipedia",
    "author's",
    "supplied",
    "designed",
    "hosted",
    "powered",
    "developed",
    "maintained",
    "protected",
    "managed",
    "inc",
    "u.s",
    "service",
    "domestic",
    "international",
    "own",
    "various",
];

/// True for "Jane Doe", "Ann M. van der Weir"; not for one word, not for "Staff Reporter".
pub(super) fn is_person(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let capitals = all.iter().filter(|word| starts_upper(word)).count();
    (2..=5).contains(&all.len())
        && capitals >= 2
        && all.first().is_some_and(|word| starts_upper(word))
        && all
            .iter()
            .all(|word| (starts_upper(word) || is_joint(word)) && is_plain(word) && !is_generic(word))
}

/// True for "The Varland Lantern", "Reuters"; not for "Police", "March", "Lantern Media Ltd.".
pub(in super::super) fn is_outlet(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let named = all
        .iter()
        .filter(|word| starts_upper(word) && !is_generic(word) && !word.eq_ignore_ascii_case("the"));
    (1..=6).contains(&all.len())
        && named.count() >= 1
        && all
            .iter()
            .all(|word| (starts_upper(word) || is_joint(word) || is_channel(word)) && is_plain(word))
        && all.last().is_some_and(|word| !is_joint(word))
        && legal_form(words).is_none()
}

/// The legal form of a company in these words.
pub(in super::super) fn legal_form(words: &str) -> Option<&'static str> {
    words.split_whitespace().find_map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        LEGAL_FORMS.iter().copied().find(|form| *form == bare)
    })
}

fn starts_upper(word: &str) -> bool {
    word.trim_start_matches(['\'', '’', '"', '“'])
        .starts_with(char::is_uppercase)
        || is_domain(word)
        || word
            .split('-')
            .nth(1)
            .is_some_and(|part| part.starts_with(char::is_uppercase) && word.len() > 3)
}

fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word.to_lowercase().as_str())
}

/// "France 24", "4 News": a channel's number.
fn is_channel(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|number| number <= 24)
}

/// Letters and what stands in names.
fn is_plain(word: &str) -> bool {
    !is_date_word(&word.to_lowercase())
        && (is_channel(word) || word == "&" || word.chars().all(|c| c.is_alphabetic() || "-'’.+".contains(c)))
}

fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// "lantern.example": outlets also sign with their address.
fn is_domain(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(host, top)| {
        host.len() > 2 && (2..=7).contains(&top.len()) && top.chars().all(|c| c.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_outlet, is_person};

    #[test]
    fn names_of_people_and_outlets() {
        for name in ["Jane Doe", "Ann M. van der Weir", "Karim al-Amin", "José Peña"] {
            assert!(is_person(name), "{name}");
        }
        for name in [
            "Jane",
            "Staff Reporter",
            "the Wire Staff",
            "Sunday Evening",
            "Jane doe",
            "Jane Doe 12",
            "",
        ] {
            assert!(!is_person(name), "{name}");
        }
        for name in [
            "Reuters",
            "The Varland Lantern",
            "Radio of the North",
            "lantern.example",
            "BBC",
            "France 24",
        ] {
            assert!(is_outlet(name), "{name}");
        }
        for name in [
            "Police",
            "the",
            "March",
            "Lantern Media Ltd.",
            "twelve dead",
            "All Rights Reserved",
            "",
            "2031",
            "The",
        ] {
            assert!(!is_outlet(name), "{name}");
        }
    }
}
