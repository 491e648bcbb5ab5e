//! Words by which a figure says that it is newer than others, and who may be one source under two names.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::conclusions::Row;
use super::figure::LinkedFigure;
use crate::entity::folded;

/// Words that say so by themselves.
const WORDS: &[&str] = &[
    "updated",
    "risen",
    "rose",
    "rises",
    "rising",
    "climbed",
    "climbs",
    "climbing",
    "jumped",
    "soared",
    "swelled",
    "grew",
    "grown",
    "mounted",
    "raised",
    "increased",
];
/// Words that say so before a word for a number.
const YOUNG: &[&str] = &[
    "new", "newest", "latest", "fresh", "recent", "updated", "revised", "current",
];
/// Words for a number.
const NUMBERS: &[&str] = &[
    "figure",
    "figures",
    "number",
    "numbers",
    "toll",
    "tolls",
    "tally",
    "tallies",
    "count",
    "counts",
    "balance",
    "total",
    "totals",
    "data",
    "statistics",
    "estimate",
    "estimates",
    "update",
    "updates",
    "report",
    "reports",
    "information",
    "official",
    "provisional",
    "death",
    "casualty",
];
/// Two words that say so.
const PAIRS: &[(&str, &str)] = &[
    ("so", "far"),
    ("now", "stands"),
    ("now", "stood"),
    ("stands", "now"),
    ("has", "reached"),
    ("had", "reached"),
    ("have", "reached"),
    ("now", "reached"),
    ("up", "from"),
    ("has", "passed"),
    ("had", "passed"),
    ("has", "topped"),
    ("by", "now"),
    ("until", "now"),
    ("as", "yet"),
    ("to", "date"),
];
/// Words that say that something was said before.
const EARLIER: &[&str] = &[
    "earlier",
    "previously",
    "originally",
    "initially",
    "formerly",
    "yesterday",
];
/// What was done with a figure, behind "had".
const SAID: &[&str] = &[
    "said",
    "spoken",
    "put",
    "counted",
    "given",
    "reported",
    "announced",
    "stood",
    "named",
];
/// Words for whoever counts for a state, without saying which body.
const GENERAL: &[&str] = &[
    "official",
    "officials",
    "authorities",
    "authority",
    "government",
    "statistics",
    "figures",
    "data",
    "toll",
    "tally",
    "count",
    "count's",
    "state",
    "sources",
    "source",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "statement",
    "report",
    "the",
    "a",
    "an",
    "of",
    "from",
    "by",
    "senior",
    "local",
    "according",
    "to",
    "provisional",
    "preliminary",
    "numbers",
];
/// Heads of names of bodies that count for a state.
const OFFICIAL: &[&str] = &[
    "ministry",
    "minister",
    "president",
    "presidency",
    "police",
    "army",
    "military",
    "prosecutor",
    "prosecutors",
    "government",
    "governor",
    "authorities",
    "authority",
    "officials",
    "official",
    "department",
    "agency",
    "service",
    "guard",
    "defence",
    "defense",
    "interior",
    "mayor",
    "commissioner",
    "premier",
];

/// What is asked of one row again and again, found out once.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    is_newer: OnceCell<bool>,
    state: OnceCell<State>,
}

/// How a named owner speaks for a state.
#[derive(Clone, Copy, Debug)]
struct State {
    is_general: bool,
    is_official: bool,
}

impl Row<'_> {
    /// True where its sentence says that its figure is newer than others.
    pub(super) fn is_newer(&self) -> bool {
        *self.asked.is_newer.get_or_init(|| is_newer(&self.figure.sentence))
    }

    fn state(&self) -> State {
        *self.asked.state.get_or_init(|| {
            let words = words(self.owner.name);
            State {
                is_general: is_general(&words),
                is_official: is_official(&words),
            }
        })
    }
}

/// True where the sentence says that its figure is newer than others.
fn is_newer(sentence: &str) -> bool {
    let words = words(sentence);
    let alone = words.iter().any(|word| WORDS.contains(&word.as_ref()));
    let pair = |two: &[Cow<'_, str>]| match two {
        [a, b] => {
            let (a, b) = (a.as_ref(), b.as_ref());
            PAIRS.contains(&(a, b)) || YOUNG.contains(&a) && NUMBERS.contains(&b)
        }
        _ => false,
    };
    alone || words.windows(2).any(pair)
}

/// True where the sentence says that its figure is of all since the beginning: "taking the total so far to 28".
pub(super) fn is_so_far(sentence: &str) -> bool {
    let words = words(sentence);
    let is_total = words.iter().any(|word| word == "total");
    is_total
        && words
            .windows(2)
            .any(|two| matches!(two, [so, far] if so == "so" && far == "far"))
}

/// True where the sentence tells its figure as what was said before: "a day earlier it had spoken of 12".
pub(super) fn is_older(sentence: &str) -> bool {
    let words = words(sentence);
    let alone = words.iter().any(|word| EARLIER.contains(&word.as_ref()));
    let pair = |two: &[Cow<'_, str>]| match two {
        [had, said] => had == "had" && SAID.contains(&said.as_ref()) || had == "until" && said == "then",
        _ => false,
    };
    let after = |three: &[Cow<'_, str>]| match three {
        [had, between, said] => {
            let is_between = matches!(between.as_ref(), "still" | "first" | "only" | "at");
            had == "had" && is_between && SAID.contains(&said.as_ref())
                || (had.as_ref(), between.as_ref(), said.as_ref()) == ("the", "day", "before")
        }
        _ => false,
    };
    alone || words.windows(2).any(pair) || words.windows(3).any(after)
}

/// True where the figure is the one that its sentence goes away from: "lowered to 455 from 488", "rose from 14 to 23".
pub(super) fn is_left(figure: &LinkedFigure) -> bool {
    let Some((before, after)) = figure.sentence.split_once(figure.quote.as_str()) else {
        return false;
    };
    // the cheap question first: figures are many
    let is_from = before.trim_end().ends_with("from") || before.trim_end().ends_with("From");
    if !is_from || figure.is_row {
        return false;
    }
    // what it goes to: a number behind "to", before or behind it
    let goes_to = |text: &str| {
        let words = words(text);
        let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        words
            .windows(2)
            .any(|two| matches!(two, [to, next] if to == "to" && number(next)))
    };
    let is_up = |text: &str| {
        words(text)
            .windows(2)
            .any(|two| matches!(two, [up, from] if (up == "up" || up == "down") && from == "from"))
    };
    goes_to(before) || goes_to(after) || is_up(before)
}

/// True where the two figures may be one source's: nobody is named for one of them, both have one voice, or one is of "the
/// authorities" and the other of some body of a state.
pub(super) fn one_source(a: &Row<'_>, b: &Row<'_>) -> bool {
    if !a.owner.is_named || !b.owner.is_named || a.owner.voice == b.owner.voice {
        return true;
    }
    same_state(a, b)
}

/// True where both are named, one as "the authorities" and the other as some body of a state.
pub(super) fn same_state(a: &Row<'_>, b: &Row<'_>) -> bool {
    if !a.owner.is_named || !b.owner.is_named {
        return false;
    }
    let (one, other) = (a.state(), b.state());
    one.is_general && other.is_official || other.is_general && one.is_official
}

fn is_general(words: &[Cow<'_, str>]) -> bool {
    let general = |word: &Cow<'_, str>| GENERAL.contains(&word.as_ref());
    // "Kazakh authorities": one name of a people before it
    let unknown = words.iter().filter(|word| !general(word)).count();
    // "the government of Varland" is "the Varland government"
    let is_first = words
        .first()
        .is_some_and(|word| word == "government" || word == "authorities");
    (words.last().is_some_and(general) || is_first) && unknown <= 1
}

fn is_official(words: &[Cow<'_, str>]) -> bool {
    words.iter().any(|word| OFFICIAL.contains(&word.as_ref())) || is_general(words)
}

fn words(text: &str) -> Vec<Cow<'_, str>> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(folded).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_general, is_left, is_newer, is_official, is_older, words};

    #[test]
    fn sentences_that_tell_what_was_said_before() {
        for sentence in [
            "A day earlier the ministry spoke of 12 dead.",
            "The ministry had still spoken of 12 dead.",
            "The day before, it was 12.",
            "Police had counted 12.",
            "Until then 12 were known.",
            "Initially 12 were named.",
        ] {
            assert!(is_older(sentence), "{sentence}");
        }
        for sentence in [
            "In its report of Thursday the council said that 12 had died.",
            "The ministry said that 12 people died.",
            "The committee had no list, but 12 names.",
            "On the day of the march 12 died.",
        ] {
            assert!(!is_older(sentence), "{sentence}");
        }
    }

    #[test]
    fn figures_that_their_sentence_goes_away_from() {
        for (marked, left) in [
            ("It lowered the toll to 455 from [[488]].", true),
            ("The toll rose from [[14]] to 23.", true),
            ("The toll is 40, up from [[26]].", true),
            ("It lowered the toll to [[455]] from 488.", false),
            ("Bodies were brought from [[12]] villages.", false),
            ("They came from Orla to 40 villages, where [[12]] died.", false),
        ] {
            let (start, end) = (marked.find("[[").unwrap(), marked.find("]]").unwrap());
            let mut row = crate::link::examples::figure(1, 30, "police", "2031-05-04");
            row.quote = marked.get(start + 2..end).unwrap().to_owned();
            row.sentence = marked.replace("[[", "").replace("]]", "");
            assert_eq!(is_left(&row), left, "{marked}");
        }
    }

    #[test]
    fn sentences_that_say_that_they_are_newer() {
        for sentence in [
            "The ministry gave new figures on Saturday: 40 dead.",
            "By the latest count 40 people died.",
            "The toll has risen to 40, police said.",
            "Deaths climbed to 40.",
            "So far 40 people have been killed.",
            "The number of dead now stands at 40.",
            "The count has reached 40, up from 26.",
            "An updated list has 40 names.",
            "Fresh data speak of 40 dead.",
            "To date 40 have died.",
        ] {
            assert!(is_newer(sentence), "{sentence}");
        }
        for sentence in [
            "Forty people died in a new attack.",
            "Forty died in New Harbour on Saturday.",
            "The latest attack killed 40 people.",
            "Forty people were killed as far as Port Calder.",
            "They reached the town, where 40 had died.",
            "Recent fighting killed 40.",
            "Forty people died, the ministry said.",
            "The minister stood by his figure of 40 dead.",
            "Police passed the square where 40 died.",
            "The current government held 40 people.",
        ] {
            assert!(!is_newer(sentence), "{sentence}");
        }
    }

    #[test]
    fn the_authorities_may_be_any_body_of_a_state() {
        for name in [
            "official statistics",
            "the authorities",
            "Varland authorities",
            "officials",
            "state officials",
            "Government of Varland",
        ] {
            assert!(is_general(&words(name)), "{name}");
        }
        for name in [
            "Square Committee",
            "Interior Ministry",
            "state television",
            "hospital officials of St Orla",
            "Varland",
            "two residents",
        ] {
            assert!(!is_general(&words(name)), "{name}");
        }
        for name in [
            "Varland Interior Ministry",
            "Estrava police",
            "the army",
            "officials",
            "Governor Rehn",
        ] {
            assert!(is_official(&words(name)), "{name}");
        }
        for name in [
            "Square Committee",
            "activists",
            "Lawyers’ Circle",
            "a hospital",
            "residents",
        ] {
            assert!(!is_official(&words(name)), "{name}");
        }
    }
}
