//! Which words a claim of one person shows: the name for a pronoun, several names as one count, each person's harm once.

use std::collections::{HashMap, HashSet};

use super::lexicon::Tag;
use super::single::Single;
use super::single_clause::Told;
use super::single_noun::{Noun, Opener};
use super::single_who::speaks;
use super::single_words::stem;
use super::text::Text;
use super::{Form, Kind, VictimClass};

/// How many words for persons back a pronoun can point.
const BACK: usize = 8;

/// The claims that the article's words make of what was told of its persons.
pub(super) fn settled(text: &Text<'_, '_>, nouns: &[Noun], told: Vec<Told>) -> Vec<Single> {
    let classes = classes(text, nouns);
    let died = super::single_dead::of(text, nouns, &told);
    let mut kept: Vec<Told> = Vec::with_capacity(told.len());
    // whom each of them means: the noun of a pronoun
    let mut persons: Vec<usize> = Vec::with_capacity(told.len());
    for mut one in told {
        let Some(person) = person_of(text, nouns, (&kept, &persons), &mut one) else {
            continue;
        };
        let known = kept
            .iter()
            .rev()
            .take(BACK)
            .any(|other| other.noun == one.noun && other.kind == one.kind);
        if !known {
            kept.push(one);
            persons.push(person);
        }
    }
    let of_dead: HashSet<&str> = kept
        .iter()
        .zip(&persons)
        .filter(|(one, _)| one.kind == Kind::Killed)
        .filter_map(|(_, person)| nouns.get(*person).filter(|noun| noun.form == Form::Named))
        .map(|noun| stem(text.lower(noun.head)))
        .collect();
    kept.sort_by_key(|one| (one.noun, one.outcome.start));
    let dead: Vec<(usize, usize)> = kept
        .iter()
        .filter(|one| one.kind == Kind::Killed)
        .map(|one| (one.noun, one.outcome.start))
        .collect();
    // "Brenk was shot in May. His killing": the shot is the death told once more
    for one in kept
        .iter_mut()
        .filter(|one| one.kind == Kind::Injured && died.contains(&one.noun))
    {
        let named = nouns
            .get(one.noun)
            .is_some_and(|noun| of_dead.contains(stem(text.lower(noun.head))));
        let alone = |at: usize| !dead.iter().any(|(_, other)| text.sentence(*other).contains(&at));
        if text.lower(one.outcome.start) == "shot" && named && alone(one.outcome.start) {
            one.kind = Kind::Killed;
        }
    }
    // "was kidnapped and held for days": no arrest
    let seized: Vec<usize> = kept
        .iter()
        .filter(|one| one.kind == Kind::Abducted)
        .map(|one| one.noun)
        .collect();
    kept.retain(|one| one.row != "arrested/held" || !seized.contains(&one.noun));
    // "was shot and later died": the wound is the cause of the death
    kept.retain(|one| {
        one.kind != Kind::Injured
            || !died.contains(&one.noun)
                && !dead.iter().any(|(noun, at)| {
                    *noun == one.noun && *at > one.outcome.start && text.sentence(*at).contains(&one.outcome.start)
                })
    });
    let singles = kept
        .into_iter()
        .filter_map(|one| single(text, nouns, &classes, &one))
        .collect();
    listed(text, nouns, singles)
}

/// Whom a harm was told of, as an index; none where a pronoun tells it again or of somebody unknown. A pronoun gives way to
/// a name in the same sentence where the name is shown.
fn person_of(
    text: &Text<'_, '_>,
    nouns: &[Noun],
    (kept, persons): (&[Told], &[usize]),
    one: &mut Told,
) -> Option<usize> {
    if nouns.get(one.noun)?.opener != Opener::Pronoun {
        return Some(one.noun);
    }
    let sentence = text.sentence(one.outcome.start);
    let earlier = |index: usize, anywhere: bool| {
        kept.iter().zip(persons).rev().take(BACK).any(|(other, person)| {
            let near = anywhere || sentence.contains(&other.outcome.start);
            other.kind == one.kind && near && same(nouns, *person, index)
        })
    };
    let Some((index, here)) = meant(text, nouns, one.noun, one.kind) else {
        let known = spoken_of(text, nouns, kept, one) || goes_on(text, nouns, one.noun);
        return known.then_some(one.noun);
    };
    // "he was seized. He was remanded": the next step of one arrest
    let step = matches!(
        one.row,
        "arrested/remanded" | "arrested/custody-remand" | "arrested/in-custody"
    );
    if (here || step) && earlier(index, step) {
        return None;
    }
    // "hit Brenk, killing him": the object stays
    let him = nouns.get(one.noun).is_some_and(|noun| text.lower(noun.head) == "him");
    if here && !him && one.rule != "single/body" && shown(nouns, kept, one.kind, index) {
        one.noun = index;
    }
    Some(index)
}

/// Whether the words that a pronoun means are shown and not the pronoun: a name of which the sentence tells more.
fn shown(nouns: &[Noun], kept: &[Told], kind: Kind, person: usize) -> bool {
    let Some(noun) = nouns.get(person) else { return false };
    let more = || {
        kept.iter()
            .rev()
            .take(BACK)
            .any(|other| other.noun == person && other.kind != kind)
    };
    noun.opener == Opener::Bare && noun.form != Form::Named || noun.form == Form::Named && more()
}

/// Whether a sentence right before speaks of the same pronoun: "He began as a clerk. In May, he was seized."
fn goes_on(text: &Text<'_, '_>, nouns: &[Noun], index: usize) -> bool {
    let Some(pronoun) = nouns.get(index) else { return false };
    let Some(here) = text.scan.sentence_index(pronoun.tokens.start) else {
        return false;
    };
    let woman = is_woman(text, pronoun);
    nouns
        .get(index.saturating_sub(BACK)..index)
        .unwrap_or_default()
        .iter()
        .filter(|noun| noun.opener == Opener::Pronoun && is_woman(text, noun) == woman)
        .filter_map(|noun| text.scan.sentence_index(noun.tokens.start))
        .any(|there| there < here && there + 3 > here)
}

fn is_woman(text: &Text<'_, '_>, pronoun: &Noun) -> bool {
    matches!(text.lower(pronoun.head), "she" | "her")
}

/// How far back a pronoun may mean somebody named of whom the same was told.
const SPOKEN_BACK: usize = 400;

/// Whether a pronoun without a noun before it means somebody named of whom the same was told already.
fn spoken_of(text: &Text<'_, '_>, nouns: &[Noun], kept: &[Told], one: &Told) -> bool {
    let Some(pronoun) = nouns.get(one.noun) else {
        return false;
    };
    let woman = is_woman(text, pronoun);
    kept.iter()
        .rev()
        .filter(|other| other.kind == one.kind)
        .filter_map(|other| nouns.get(other.noun))
        .take_while(|noun| noun.head + SPOKEN_BACK > pronoun.head)
        .any(|noun| noun.form == Form::Named && gender(text.lower(noun.head)).is_none_or(|is_woman| is_woman == woman))
}

fn same(nouns: &[Noun], first: usize, second: usize) -> bool {
    let tokens = |index: usize| nouns.get(index).map(|noun| noun.tokens.clone());
    first == second || tokens(first) == tokens(second)
}

fn single(
    text: &Text<'_, '_>,
    nouns: &[Noun],
    classes: &HashMap<String, VictimClass>,
    one: &Told,
) -> Option<(usize, Single)> {
    let noun = nouns.get(one.noun)?;
    let antecedent = if noun.opener == Opener::Pronoun {
        meant(text, nouns, one.noun, one.kind).and_then(|(index, _)| nouns.get(index))
    } else {
        None
    };
    let person = antecedent.unwrap_or(noun);
    let mut class = person.class;
    if class == VictimClass::Unspecified
        && person.form == Form::Named
        && let Some(known) = classes.get(stem(text.lower(person.head)))
    {
        class = *known;
    }
    if class == VictimClass::Unspecified && person.form == Form::Named {
        class = titled(text, person).or_else(|| of_paper(text, person)).unwrap_or(class);
    }
    let single = Single {
        tokens: noun.shown.clone(),
        form: person.form,
        count: 1,
        kind: one.kind,
        outcome: one.outcome.clone(),
        row: one.row,
        rule: one.rule,
        class,
        part: one.part,
        confidence: if noun.opener == Opener::Pronoun { 0.6 } else { 0.72 },
    };
    Some((one.noun, single))
}

/// "reporters Aida Tarn and Jonas Brenk": what both are called.
fn titled(text: &Text<'_, '_>, person: &Noun) -> Option<VictimClass> {
    let first = text.sentence(person.tokens.start).start;
    let title = (person.tokens.start.saturating_sub(TITLE).max(first)..person.tokens.start)
        .rev()
        .find(|&at| !text.is_name(at) && !matches!(text.lower(at), "and" | "," | "-"))?;
    let plural = text.is(title, Tag::PERSON) && !text.is(title, Tag::SINGULAR.or(Tag::PAST));
    (plural && text.is_name(title + 1) && text.words.capitals_tell).then(|| text.words.class(title))
}

/// How many tokens before a name the title of several may stand.
const TITLE: usize = 10;

/// "Jonas Brenk of the newspaper Orla Post"
fn of_paper(text: &Text<'_, '_>, person: &Noun) -> Option<VictimClass> {
    let of = matches!(text.lower(person.end), "of" | "from") && text.lower(person.end + 1) == "the";
    let paper = (person.end + 2..person.end + 6)
        .take_while(|&at| text.is_word(at))
        .any(|at| {
            matches!(
                text.lower(at),
                "newspaper" | "newspapers" | "daily" | "magazine" | "radio" | "television" | "broadcaster"
            )
        });
    (of && paper).then_some(VictimClass::Journalist)
}

/// The class of each surname, from the first words that tell one.
fn classes(text: &Text<'_, '_>, nouns: &[Noun]) -> HashMap<String, VictimClass> {
    let mut out = HashMap::new();
    for noun in nouns
        .iter()
        .filter(|noun| noun.form == Form::Named && noun.class != VictimClass::Unspecified)
    {
        out.entry(stem(text.lower(noun.head)).to_owned()).or_insert(noun.class);
    }
    out
}

/// The person a pronoun points to, and whether it stands in the same sentence.
pub(super) fn meant(text: &Text<'_, '_>, nouns: &[Noun], index: usize, kind: Kind) -> Option<(usize, bool)> {
    let pronoun = nouns.get(index)?;
    let here = text.scan.sentence_index(pronoun.tokens.start)?;
    let woman = is_woman(text, pronoun);
    let mut chain = None;
    for back in (index.saturating_sub(BACK)..index).rev() {
        let noun = nouns.get(back)?;
        let there = text.scan.sentence_index(noun.tokens.start)?;
        if there + 2 < here {
            break;
        }
        // "He began as a clerk. In 1999, he was seized."
        let before = noun.opener == Opener::Pronoun && there < here;
        if before && chain.is_none() && is_woman(text, noun) == woman {
            chain = Some(back);
        }
        // "the judge jailed him": not the judge
        let object = matches!(text.lower(pronoun.head), "him" | "her") && there == here;
        let acts = || {
            object
                && (noun.end..pronoun.tokens.start).all(|at| {
                    text.outcome(at).is_some()
                        || text.is(at, Tag::ADVERB.or(Tag::HAVE).or(Tag::REL).or(Tag::BE).or(Tag::BELIEF))
                        || matches!(text.lower(at), "," | "to" | "who" | "alleged" | "accused" | "of")
                })
        };
        // "the president said his death was a loss": the dead do not speak
        let lives = || {
            matches!(kind, Kind::Killed | Kind::Missing) && there == here && speaks(text, noun, pronoun.tokens.start)
        };
        // "told Marr that they had held her": who hears it is told of another
        if object && hears(text, noun) {
            return None;
        }
        // "found Brenk' gun and shot her"
        let owns = noun.form == Form::Named && text.lower(noun.end) == "'";
        if owns
            || noun.opener == Opener::Pronoun
            || gender(text.lower(noun.head)).is_some_and(|is_woman| is_woman != woman)
            || acts()
            || lives()
        {
            continue;
        }
        return Some((back, there == here));
    }
    let (found, _) = meant(text, nouns, chain?, kind)?;
    Some((found, false))
}

/// "told Jonas Brenk": who hears it.
pub(super) fn hears(text: &Text<'_, '_>, noun: &Noun) -> bool {
    // "he was told she had been held"
    let subject = matches!(text.lower(noun.tokens.start), "he" | "she");
    let before = noun.tokens.start.checked_sub(1).filter(|_| !subject);
    before.is_some_and(|at| is_told(text.lower(at)))
}

/// Verbs with a hearer.
fn is_told(verb: &str) -> bool {
    matches!(
        verb,
        "told" | "tells" | "telling" | "informed" | "informs" | "assured" | "notified" | "tell" | "wrote" | "reminded"
    )
}

/// True for a woman's word, false for a man's.
fn gender(word: &str) -> Option<bool> {
    let woman = matches!(
        word,
        "woman"
            | "girl"
            | "mother"
            | "wife"
            | "daughter"
            | "sister"
            | "aunt"
            | "niece"
            | "grandmother"
            | "widow"
            | "girlfriend"
    ) || word.ends_with("woman")
        || word.ends_with("girl");
    let man = matches!(
        word,
        "man" | "boy" | "father" | "husband" | "son" | "brother" | "uncle" | "nephew" | "grandfather" | "boyfriend"
    ) || word.ends_with("man")
        || word.ends_with("boy");
    if woman {
        Some(true)
    } else if man {
        Some(false)
    } else {
        None
    }
}

/// "Aida Tarn, Jonas Brenk and Mara Voll were held": one count of three by name.
fn listed(text: &Text<'_, '_>, nouns: &[Noun], found: Vec<(usize, Single)>) -> Vec<Single> {
    let mut out: Vec<(usize, Single)> = Vec::with_capacity(found.len());
    let end = |index: usize, tokens: usize| nouns.get(index).map_or(tokens, |noun| noun.end.max(tokens));
    for (index, one) in found {
        let joined = out.iter_mut().rev().take(4).find(|(before, last)| {
            before + 1 == index
                && last.form == Form::Named
                && one.form == Form::Named
                && last.kind == one.kind
                && last.outcome == one.outcome
                && (!is_pronoun(text, last)
                    || text.is(last.tokens.start, Tag::PRON) && text.lower(last.tokens.end) == "and")
                && !is_pronoun(text, &one)
                && last.tokens.end < one.tokens.start
                && (end(*before, last.tokens.end)..one.tokens.start).all(|at| joins(text, at))
        });
        match joined {
            // "Saeed Orla (Abu Marr)": another name of the same man
            Some((before, last)) if one.tokens.start == last.tokens.end + 1 && text.lower(last.tokens.end) == "(" => {
                *before = index;
            }
            Some((before, last)) => {
                last.tokens.end = one.tokens.end;
                last.count += one.count;
                if last.class != one.class {
                    last.class = VictimClass::Unspecified;
                }
                *before = index;
            }
            None => out.push((index, one)),
        }
    }
    out.into_iter().map(|(_, one)| one).collect()
}

fn is_pronoun(text: &Text<'_, '_>, one: &Single) -> bool {
    one.tokens.len() == 1 && text.is(one.tokens.start, Tag::PRON.or(Tag::POSS))
}

fn joins(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "and" | "(" | ")" | "aged") || text.is_numeral(at)
}
