//! Kin who died, told of those who are left: "lost her husband in the flood", "had lost a brother, a nephew and his mother".

use super::lexicon::Tag;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::{Form, Kind, victims_words};

/// The most kin of one list.
const LIST: usize = 8;
/// How many words may stand between two of a list: "and, most recently,".
const BETWEEN: usize = 6;

/// All kin whom somebody lost.
pub(super) fn find(text: &Text<'_, '_>, nouns: &[Noun]) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    let mut index = 0;
    while let Some(noun) = nouns.get(index) {
        let Some(verb) = lost(text, noun) else {
            index += 1;
            continue;
        };
        let list = list(text, nouns, index);
        index = list.end;
        out.extend(list.map(|noun| Told {
            noun,
            kind: Kind::Killed,
            outcome: verb..verb + 1,
            row: "killed/bereft",
            rule: "single/bereft",
            part: false,
        }));
    }
    out
}

/// The verb before kin whom death took; no illness, no court and no crowd did.
fn lost(text: &Text<'_, '_>, noun: &Noun) -> Option<usize> {
    let start = text.sentence(noun.tokens.start).start;
    let verb = noun.tokens.start.checked_sub(1).filter(|&at| at > start)?;
    let loses = text.lower(verb) == "lost" || text.lower(verb) == "losing" && text.lower(verb - 1) != "of";
    let said = loses
        && is_kin(text, noun)
        && !(verb.saturating_sub(3).max(start)..verb).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)))
        && !(start..verb).any(|at| {
            matches!(
                text.lower(at),
                "every" | "any" | "each" | "anyone" | "everyone" | "whoever"
            )
        })
        && !matches!(text.lower(noun.end), "from" | "'")
        && !text.reads(noun.end, &["in", "the", "crowd"])
        && (text.lower(noun.end) != "to" || by_force(text, noun.end + 1));
    said.then_some(verb)
}

/// What kills, and is no illness: "to an attack", "to a sniper's bullet", "to the war".
fn by_force(text: &Text<'_, '_>, from: usize) -> bool {
    const FORCES: &[&str] = &[
        "attack",
        "bomb",
        "blast",
        "explo",
        "war",
        "violence",
        "shell",
        "bullet",
        "sniper",
        "gun",
        "rocket",
        "missile",
        "mine",
        "landmine",
        "quake",
        "earthquake",
        "flood",
        "storm",
        "fire",
        "airstrike",
        "strike",
        "raid",
        "crash",
        "tsunami",
        "insurg",
        "militant",
        "rebel",
        "death",
        "conflict",
        "fight",
        "massacre",
    ];
    (from..from + 4)
        .take_while(|&at| text.is_word(at))
        .any(|at| text.begins(at, FORCES))
}

fn is_kin(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let word = text.lower(noun.head);
    let kin = victims_words::is_kin(word)
        || matches!(
            word,
            "uncle"
                | "aunt"
                | "niece"
                | "grandson"
                | "granddaughter"
                | "grandfather"
                | "grandmother"
                | "child"
                | "fiance"
        )
        || word.ends_with("-in-law");
    let own =
        noun.opener == Opener::Article || noun.opener == Opener::Genitive && text.is(noun.tokens.start, Tag::POSS);
    kin && own && noun.form == Form::Implicit
}

/// The kin that follow each other from `first` on.
fn list(text: &Text<'_, '_>, nouns: &[Noun], first: usize) -> std::ops::Range<usize> {
    let mut last = first + 1;
    while let (Some(before), Some(next)) = (nouns.get(last - 1), nouns.get(last)) {
        let mut between = before.end..next.tokens.start;
        let joint = matches!(text.lower(before.end), "," | "and");
        let near = joint && between.len() <= BETWEEN && last < first + LIST;
        let clear = between.all(|at| {
            matches!(
                text.lower(at),
                "," | "and" | "then" | "most" | "recently" | "later" | "also"
            ) || text.is(at, Tag::ADVERB)
        });
        if !near || !clear || !is_kin(text, next) {
            break;
        }
        last += 1;
    }
    first..last
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("Ida Marr lost her husband in the flood.", &["killed her husband"]),
        (
            "Abu Tarn had lost a brother, a nephew and, most recently, his mother.",
            &["killed a brother", "killed a nephew", "killed his mother"],
        ),
        ("The baker lost a son in the war.", &["killed a son"]),
        ("A widow who lost her son to a rebel attack wept.", &["killed her son"]),
        // the other way about
        ("Ida Marr lost her brother to an illness.", &[]),
        ("The baker did not lose a son.", &[]),
        ("Ida Marr lost her husband in the crowd.", &[]),
        ("Ida Marr lost a friend's key.", &[]),
        ("He spoke to every father who lost his son.", &[]),
        ("Ida Marr cannot bear the thought of losing her uncle.", &[]),
        ("The mayor could have lost his wife.", &[]),
        ("The club lost its keeper to a rival.", &[]),
    ];

    #[test]
    fn the_lost_kin_are_dead() {
        check_told(EXAMPLES);
    }
}
