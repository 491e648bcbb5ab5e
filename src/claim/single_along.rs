//! Who suffered the same as the one told of: "was killed with his driver", "killed in Orla on Wednesday alongside Mara Voll".

use super::lexicon::Tag;
use super::outcomes::{Form, Frame, Outcome};
use super::single_noun::Noun;
use super::text::Text;

/// How far behind the harm its companions may be told.
const REACH: usize = 9;
/// The most companions.
const LIST: usize = 3;

/// What two do to each other or share without harm: "in a row with his brother".
const DEALINGS: &[&str] = &[
    "row",
    "dispute",
    "fight",
    "clash",
    "feud",
    "argument",
    "quarrel",
    "talks",
    "meeting",
    "connection",
    "call",
    "affair",
    "struggle",
    "scuffle",
    "duel",
    "shootout",
    "contact",
    "interview",
    "link",
    "links",
    "odds",
    "deal",
    "visit",
];

/// Words behind the kin of a dying person who were only there: "with his wife at his side".
const PRESENT: &[&str] = &[
    "at", "by", "beside", "present", "holding", "watching", "looking", "standing",
];

/// The companions of the one whom an outcome struck, as indices.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun], outcome: &Outcome) -> Vec<usize> {
    let mut out = Vec::new();
    let harmed = matches!(outcome.frame, Frame::Hits | Frame::Suffers) && outcome.form == Form::Past;
    let Some(from) = harmed.then(|| companions(text, outcome.tokens.end)).flatten() else {
        return out;
    };
    let first = nouns.partition_point(|noun| noun.tokens.start < from);
    let mut at = from;
    for (index, noun) in nouns.iter().enumerate().skip(first).take(LIST) {
        if noun.tokens.start != at || PRESENT.contains(&text.lower(noun.end)) {
            break;
        }
        out.push(index);
        at = noun.end + usize::from(matches!(text.lower(noun.end), "and" | ","));
    }
    out
}

/// Where their words begin, behind what the clause says of place and day.
fn companions(text: &Text<'_, '_>, end: usize) -> Option<usize> {
    let last = text.sentence(end).end.min(end + REACH);
    let stop = Tag::FINITE
        .or(Tag::CONJ)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::PRON)
        .or(Tag::ING);
    for at in end..last {
        match text.lower(at) {
            "alongside" => return Some(at + 1),
            "along" | "together" if text.lower(at + 1) == "with" => return Some(at + 2),
            "with" if matches!(text.lower(at + 1), "his" | "her") => {
                // "was shot by a man with his brother": the man's
                let other = (end..at).any(|at| text.lower(at) == "by" || DEALINGS.contains(&text.lower(at)));
                return (!other).then_some(at + 1);
            }
            _ => {}
        }
        let goes_on = text.is_word(at) && text.outcome(at).is_none();
        if !goes_on || text.is(at, stop) && !text.is(at, Tag::TIME) && !text.is_name(at) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "Ida Marr was killed with her driver.",
            &["killed Ida Marr", "killed her driver"],
        ),
        (
            "Ida Marr was shot dead in Orla on Wednesday alongside singer Mara Voll.",
            &["killed Ida Marr", "killed singer Mara Voll"],
        ),
        (
            "A nurse was kidnapped near the river with her 12-year-old son.",
            &["abducted A nurse", "abducted her 12-year-old son"],
        ),
        (
            "A judge was arrested on Monday together with a clerk and a guard.",
            &["arrested A judge", "arrested a clerk", "arrested a guard"],
        ),
        // the other way about
        ("A judge was killed in a row with his brother.", &["killed A judge"]),
        ("A judge died in Orla with his wife at his side.", &["killed A judge"]),
        ("A judge was shot by a man with his brother.", &["injured A judge"]),
        (
            "A judge was arrested on Monday after talks with his deputy.",
            &["arrested A judge"],
        ),
        ("A judge was killed in Orla alongside the road.", &["killed A judge"]),
    ];

    #[test]
    fn companions_share_the_harm() {
        check_told(EXAMPLES);
    }
}
