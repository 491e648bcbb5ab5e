//! Who is told both as wounded and as dead: "a boy was shot; the boy died in hospital" is one death and no wound.

use std::collections::{HashMap, HashSet};

use super::lexicon::Tag;
use super::outcomes::Frame;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::text::Text;
use super::{Form, Kind, single_mention, single_words};

/// How many tokens back "the boy" can point to the boy told before.
const BACK: usize = 150;

/// The persons, as indices of their nouns, whose death the text tells too.
pub(super) fn of(text: &Text<'_, '_>, nouns: &[Noun], told: &[Told]) -> HashSet<usize> {
    if !told.iter().any(|one| one.kind == Kind::Injured) {
        return HashSet::new();
    }
    let mut out: HashSet<usize> = dead_together(text, told).into_iter().collect();
    let killed: HashSet<usize> = told
        .iter()
        .filter(|one| one.kind == Kind::Killed)
        .map(|one| one.noun)
        .collect();
    if killed.is_empty() {
        return out;
    }
    let persons = persons(text, nouns, &killed);
    let dead: HashSet<usize> = killed.iter().filter_map(|&noun| persons.get(noun).copied()).collect();
    let told_dead = |(_, person): &(usize, &usize)| dead.contains(person);
    out.extend(persons.iter().enumerate().filter(told_dead).map(|(index, _)| index));
    out
}

/// "Both were taken to hospital, where they died": those of whose wounds the words right before tell.
fn dead_together(text: &Text<'_, '_>, told: &[Told]) -> Vec<usize> {
    let mut out = Vec::new();
    for harm in text.outcomes.iter().filter(|outcome| outcome.kind == Kind::Killed) {
        let start = text.sentence(harm.tokens.start).start;
        let most = match text.lower(start) {
            "both" => 2,
            "they" => 4,
            _ => continue,
        };
        let Some(here) = text.scan.sentence_index(start) else {
            continue;
        };
        let died = !matches!(harm.frame, Frame::Noun | Frame::Toll | Frame::Lives)
            && (start..harm.tokens.start).all(|at| !text.is(at, Tag::NOT.or(Tag::MODAL).or(Tag::SAY)));
        let before: Vec<usize> = told
            .iter()
            .filter(|one| one.kind == Kind::Injured && one.outcome.start < start)
            .filter(|one| {
                let there = text.scan.sentence_index(one.outcome.start);
                there.is_some_and(|there| there + 1 == here || most == 2 && there + 2 == here)
            })
            .map(|one| one.noun)
            .collect();
        if died && before.len() > 1 && before.len() <= most {
            out.extend(before);
        }
    }
    out
}

/// For every noun the first noun of the same person.
fn persons(text: &Text<'_, '_>, nouns: &[Noun], killed: &HashSet<usize>) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::with_capacity(nouns.len());
    let mut roles: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, noun) in nouns.iter().enumerate() {
        let word = single_words::stem(text.lower(noun.head));
        let known = match (noun.opener, noun.form) {
            (Opener::Pronoun, _) => single_mention::meant(text, nouns, index, Kind::Killed).map(|(back, _)| back),
            (_, Form::Named) => names.get(word).and_then(|all| named_before(text, nouns, all, noun)),
            (Opener::The, _) if !is_another(text, noun) => {
                let near = |back: &usize| nouns.get(*back).is_some_and(|other| other.head + BACK > noun.head);
                let all = roles.get(word).map_or(&[][..], Vec::as_slice);
                let of_dead = all
                    .iter()
                    .rev()
                    .copied()
                    .filter(near)
                    .find(|back| killed.contains(back));
                of_dead
                    .filter(|_| killed.contains(&index))
                    .or_else(|| all.last().copied().filter(near))
            }
            // "his sister" of the same text
            (Opener::Genitive, _) if matches!(text.lower(noun.tokens.start), "his" | "her" | "their") => {
                let near = |back: &usize| {
                    nouns.get(*back).is_some_and(|other| {
                        other.head + BACK > noun.head && text.lower(other.tokens.start) == text.lower(noun.tokens.start)
                    })
                };
                roles.get(word).and_then(|all| all.last().copied().filter(near))
            }
            _ => None,
        };
        out.push(known.and_then(|back| out.get(back).copied()).unwrap_or(index));
        if noun.opener == Opener::Pronoun {
            continue;
        }
        if noun.form != Form::Named {
            roles.entry(word).or_default().push(index);
        } else if known.is_none() || first_names(text, noun).len() > 1 {
            names.entry(word).or_default().push(index);
        }
    }
    out
}

/// "the third man", "the other driver": somebody new.
fn is_another(text: &Text<'_, '_>, noun: &Noun) -> bool {
    (noun.tokens.start..noun.head)
        .any(|at| single_words::is_ordinal(text.lower(at)) || matches!(text.lower(at), "other" | "remaining"))
}

/// The words of a name, from its last one back.
fn first_names<'s>(text: &'s Text<'_, '_>, noun: &Noun) -> Vec<&'s str> {
    (noun.shown.start..noun.head + 1)
        .rev()
        .take_while(|&at| text.is_name(at) || single_words::is_particle(text.lower(at)))
        .map(|at| single_words::stem(text.lower(at)))
        .collect()
}

/// "Jonas Brenk" and "Deputy Jonas Brenk" are one, "Mara Brenk" is another; "Brenk" is the only one of that name.
fn named_before(text: &Text<'_, '_>, nouns: &[Noun], all: &[usize], noun: &Noun) -> Option<usize> {
    let name = first_names(text, noun);
    if name.len() < 2 {
        let first = *all.first()?;
        let one = first_names(text, nouns.get(first)?);
        let same = |&back: &usize| {
            nouns.get(back).is_some_and(|other| {
                let other = first_names(text, other);
                other.len() < 2 || one.len() < 2 || other == one
            })
        };
        return all.iter().all(same).then_some(first);
    }
    all.iter().copied().find(|&back| {
        nouns.get(back).is_some_and(|other| {
            let other = first_names(text, other);
            let (short, long) = if other.len() < name.len() {
                (&other, &name)
            } else {
                (&name, &other)
            };
            // the longer one may begin with a rank or trade
            short.len() < 2 || long.starts_with(short) && long.len() <= short.len() + 1
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_told;

    /// Texts with what they tell, as kind and words, in order.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "A 9-year-old boy was shot in Orla. The boy died in hospital.",
            &["killed The boy"],
        ),
        (
            "Jonas Brenk died on Sunday. Brenk was shot in the chest, police said.",
            &["killed Jonas Brenk", "killed Brenk"],
        ),
        ("A man was found dead in Orla. He was shot twice.", &["killed A man"]),
        // the other way about
        (
            "A man was shot in Orla. A woman died in hospital.",
            &["injured A man", "killed A woman"],
        ),
        (
            "Jonas Brenk died on Sunday. Mara Brenk was shot in the leg.",
            &["killed Jonas Brenk", "injured Mara Brenk"],
        ),
        (
            "A man was killed in Orla. A second man was shot in the leg.",
            &["killed A man", "injured A second man"],
        ),
        ("A boy was shot in Orla. The boy was in hospital.", &["injured A boy"]),
        (
            "Jonas Brenk was shot in the neck. Mara Tarn was shot in the back. Both were taken to hospital, where they died.",
            &[],
        ),
        (
            "Jonas Brenk was shot in the neck. Mara Tarn was shot in the back. Both are in hospital.",
            &["injured Jonas Brenk", "injured Mara Tarn"],
        ),
        (
            "A boy of Orla killed his sister. He told police that he shot his sister.",
            &["killed his sister"],
        ),
        ("Saeed Orla (Abu Marr) was killed in Kelm.", &["killed Saeed Orla"]),
        (
            "A shooting killed a girl and wounded an 8-year-old girl. The girl died at the scene.",
            &["killed a girl", "injured an 8-year-old girl", "killed The girl"],
        ),
        (
            "A man died in Orla. The third man was shot in both legs.",
            &["killed A man", "injured The third man"],
        ),
        (
            "His daughter Mara Orla Brenk was killed and Jonas Orla Brenk was shot in the leg.",
            &["killed His daughter Mara Orla Brenk", "injured Jonas Orla Brenk"],
        ),
    ];

    #[test]
    fn who_died_is_told_as_dead() {
        check_told(EXAMPLES);
    }
}
