//! Ties the words for one person to harm by the rules for counted phrases: "a clerk was killed" reads as "12 were killed".

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{self, Link, Linker};
use super::people::People;
use super::phrase::{self, Head, Phrase};
use super::single::Single;
use super::single_aside::{acts, doubled, in_brackets, is_street_name, is_turn, kin_of, owns_harm, source};
use super::single_clause::{self, Told, preposed};
use super::single_noun::{self, Noun, Opener};
use super::text::Text;
use super::{
    Form, Kind, single_aside, single_bereft, single_body, single_clash, single_doubt, single_identified, single_joined,
    single_mention, single_named, single_opening, single_owned, single_real, single_unreal, single_who, single_wound,
    walk,
};
use crate::base::Why;
use crate::quantity::{Figure, Quantity, Sort};

/// All single persons that the rules for counts tie to a harm, in the order of their words.
pub(super) fn find(text: &Text<'_, '_>, people: &People) -> Vec<Single> {
    let nouns = single_noun::find(text, people);
    let (quantities, owners) = merged(text, &nouns);
    let counting = text.counting(quantities);
    let noun_of = |quantity: usize| {
        owners
            .get(quantity)
            .copied()
            .flatten()
            .and_then(|index| nouns.get(index))
    };
    let mut phrases = phrase::find(&counting);
    for phrase in &mut phrases {
        if let Some(noun) = noun_of(phrase.quantity) {
            *phrase = as_phrase(phrase.quantity, noun);
        }
    }
    let links = link::find(&counting, &phrases);
    let linker = Linker {
        text: &counting,
        phrases: &phrases,
    };
    let mut told: Vec<Told> = Vec::new();
    for link in &links {
        let index = phrases
            .get(link.phrase)
            .and_then(|phrase| owners.get(phrase.quantity).copied().flatten());
        let Some((index, noun)) = index.and_then(|index| Some((index, nouns.get(index)?))) else {
            continue;
        };
        let before = index.checked_sub(1).and_then(|index| nouns.get(index));
        if let Some(outer) = before.filter(|outer| inside_relative(text, outer, noun, link)) {
            told.push(of_link(index - 1, outer, link, text));
            continue;
        }
        if owns_harm(text, noun) {
            continue;
        }
        if stands(&counting, noun, before, link) {
            let index = apposed_name(text, &nouns, index, link).unwrap_or(index);
            let noun = nouns.get(index).unwrap_or(noun);
            told.push(of_link(index, noun, link, text));
        } else if link.outcome.start < noun.tokens.start
            && let Some(phrase) = phrases.get(link.phrase)
        {
            // no object of the verb before it, but the subject of its own: "people being hurt: a clerk was hit"
            let own = walk::subject(&linker, link.phrase, phrase);
            told.extend(
                own.iter()
                    .filter(|link| stands(&counting, noun, before, link))
                    .map(|link| of_link(index, noun, link, text)),
            );
        }
    }
    told.extend(single_clause::find(text, &nouns));
    told.extend(single_identified::find(text, &nouns));
    told.extend(single_bereft::find(text, &nouns));
    told.extend(single_body::find(text, &nouns));
    told.extend(single_wound::find(text, &nouns));
    told.extend(single_opening::find(text, &nouns));
    let shared = single_joined::find(text, &nouns, &told);
    told.extend(shared);
    let owned = single_owned::find(text, &nouns, &told);
    told.extend(owned);
    let joined = single_named::joined(text, &nouns, &told);
    told.extend(joined);
    let apart = single_named::apart(text, &nouns, &told);
    told.extend(apart);
    told.extend(single_named::find(text, &nouns));
    told.retain(|one| nouns.get(one.noun).is_some_and(|noun| is_told(text, noun, one)));
    settle_inserted(&nouns, &mut told);
    single_aside::told_once(text, &nouns, &mut told);
    single_who::settle(text, &nouns, &mut told);
    told.sort_by_key(|one| (one.noun, one.outcome.start));
    told.dedup_by_key(|one| (one.noun, one.kind));
    single_mention::settled(text, &nouns, told)
}

/// Whether nothing in the words says that it did not happen, or not to this one.
fn is_told(text: &Text<'_, '_>, noun: &Noun, one: &Told) -> bool {
    single_real::happened(text, noun, one)
        && single_doubt::holds(text, noun, one)
        && !single_clash::clashes(text, noun, one)
        && !single_unreal::unreal(text, noun, one)
}

/// "the mother of two girls, Ida Marr, was killed": the name behind the comma is the one.
fn apposed_name(text: &Text<'_, '_>, nouns: &[Noun], index: usize, link: &Link) -> Option<usize> {
    let role = nouns.get(index).filter(|noun| noun.form == Form::Implicit)?;
    let subject = matches!(link.rule, "link/passive" | "link/subject" | "link/predicate");
    let found = (index + 1..nouns.len().min(index + 4)).find(|&next| {
        nouns.get(next).is_some_and(|name| {
            name.form == Form::Named
                && name.tokens.start > role.end
                && name.end < link.outcome.start
                && (name.tokens.start - 2..name.tokens.start).any(|at| text.lower(at) == ",")
                && text.lower(name.end) == ","
                && text.is(name.end + 1, Tag::BE.or(Tag::HAVE).or(Tag::PAST))
                && (role.end..name.tokens.start - 1)
                    .all(|at| text.is_word(at) && !text.is(at, Tag::SAY) || text.lower(at) == "-")
        })
    });
    found.filter(|_| subject && link.outcome.start >= role.end)
}

/// "Brenk, who became their chief, was killed": the name is the one, not the noun in the insertion.
fn settle_inserted(nouns: &[Noun], told: &mut Vec<Told>) {
    let outer: Vec<(usize, usize)> = told
        .iter()
        .filter(|one| one.rule == "single/inserted")
        .map(|one| (one.noun, one.outcome.start))
        .collect();
    told.retain(|one| {
        !outer.iter().any(|(noun, harm)| {
            *harm == one.outcome.start && one.noun > *noun && nouns.get(one.noun).is_some_and(|inner| inner.end < *harm)
        })
    });
}

/// The number phrases of the text and one for each person, in order, with the person of each.
fn merged(text: &Text<'_, '_>, nouns: &[Noun]) -> (Vec<Quantity>, Vec<Option<usize>>) {
    let mut all: Vec<(Quantity, Option<usize>)> = nouns
        .iter()
        .enumerate()
        .map(|(index, noun)| (as_quantity(text, noun), Some(index)))
        .collect();
    let mut next = nouns.iter().peekable();
    // "Brenk, 27, from Orla": the age belongs to the name
    let last = |noun: &Noun| {
        if noun.form == Form::Named {
            noun.end.max(noun.tokens.end)
        } else {
            noun.tokens.end
        }
    };
    for quantity in &text.quantities {
        while next.peek().is_some_and(|noun| last(noun) <= quantity.tokens.start) {
            next.next();
        }
        if next.peek().is_none_or(|noun| noun.tokens.start >= quantity.tokens.end) {
            all.push((quantity.clone(), None));
        }
    }
    all.sort_by_key(|(quantity, _)| quantity.tokens.start);
    all.into_iter().unzip()
}

fn as_quantity(text: &Text<'_, '_>, noun: &Noun) -> Quantity {
    Quantity {
        tokens: noun.tokens.clone(),
        core: noun.tokens.clone(),
        figure: Figure::exact(1),
        sort: Sort::Number,
        why: Why::leaf("single/person", text.scan.span(noun.tokens.clone())),
    }
}

fn as_phrase(quantity: usize, noun: &Noun) -> Phrase {
    Phrase {
        quantity,
        tokens: noun.tokens.clone(),
        end: noun.end,
        head: Head::Person(noun.head),
        class: noun.class,
        own: noun.own,
        of_them: false,
        others: false,
        of_whole: false,
    }
}

fn of_link(index: usize, noun: &Noun, link: &Link, text: &Text<'_, '_>) -> Told {
    let included = noun
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| text.lower(at) == "including");
    // "the suspect was seized years after the warrant"
    let sentence = text.sentence(link.outcome.start);
    let law = link.row == "abducted/seized"
        && sentence.into_iter().any(|at| {
            matches!(
                text.lower(at),
                "warrant" | "warrants" | "suspect" | "fugitive" | "tribunal" | "extradited"
            )
        });
    Told {
        noun: index,
        kind: if law { Kind::Arrested } else { link.kind },
        outcome: link.outcome.clone(),
        row: link.row,
        rule: rule(link.rule),
        part: link.part || included,
    }
}

/// The rule's name for one person.
fn rule(counted: &str) -> &'static str {
    match counted {
        "link/passive" => "single/passive",
        "link/participle" => "single/participle",
        "link/subject" => "single/subject",
        "link/predicate" => "single/predicate",
        "link/object" => "single/object",
        "link/object-list" => "single/object-list",
        "link/noun-of" | "link/lives-of" => "single/noun-of",
        "link/own-noun" => "single/own-noun",
        "link/part" | "link/part-of-uncounted" => "single/part",
        "link/among" => "single/among",
        "link/shared-forward" => "single/shared-forward",
        "link/listed" | "link/listed-on" => "single/listed",
        "link/let-go" => "single/let-go",
        _ => "single/other",
    }
}

/// "a woman who was visiting her daughter was killed": the verb behind is the outer noun's, whose clause the inner one ends.
fn inside_relative(text: &Text<'_, '_>, outer: &Noun, inner: &Noun, link: &Link) -> bool {
    const WITHIN: usize = 8;
    let clause = outer.end..inner.tokens.start;
    matches!(link.rule, "link/passive" | "link/subject")
        && link.outcome.start >= inner.end
        && text.is(clause.start, Tag::REL)
        && (2..=WITHIN).contains(&clause.len())
        && clause.clone().all(|at| text.is_word(at))
        && clause.clone().any(|at| text.is(at, Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::ING)))
        && (inner.opener != Opener::Pronoun || owns_harm(text, inner))
        // "a man who shot a guard was held" is the man; "a man who said the guard was shot" is the guard
        && !clause.clone().any(|at| text.is(at, Tag::SAY))
}

/// Whether the words can be the subject or object that the link takes them for.
fn stands(text: &Text<'_, '_>, noun: &Noun, before: Option<&Noun>, link: &Link) -> bool {
    let behind = link.outcome.start >= noun.end;
    let listed = matches!(link.rule, "link/listed" | "link/listed-on" | "link/object-list");
    // "according to Brenk, a clerk held in May, …"
    let told_so = link.rule == "link/participle" && link.outcome.start == noun.end && noun.end > noun.tokens.end;
    if !allowed(link.rule)
        || (behind && !told_so || listed) && source(text, noun)
        || link.rule == "link/part-of-uncounted" && !counts_persons(text, noun)
    {
        return false;
    }
    // "the house of the mayor was hit": what follows a preposition is no subject
    let relative = text.is(noun.end, Tag::REL) || text.lower(noun.end) == "," && text.is(noun.end + 1, Tag::REL);
    let direct = is_hedged(text, noun, link)
        || link.outcome.start == noun.end && matches!(link.rule, "link/participle" | "link/subject" | "link/predicate");
    let preposed = preposed(text, noun);
    // "Brenk said Monday would be a day for those who died"
    let speaks_up = text.is(noun.end, Tag::SAY) && !text.is(noun.end, Tag::ADVERB);
    let says = speaks_up && (behind && link.outcome.start > noun.end || noun.opener == Opener::Pronoun);
    if says {
        return false;
    }
    if preposed && behind && !relative && !direct {
        return false;
    }
    if behind && of_many(text, noun) || is_no_subject(text, noun, direct) {
        return false;
    }
    if preposed && direct && matches!(link.row, "arrested/held" | "released/release" | "arrested/jail") {
        return false;
    }
    let list = matches!(
        link.rule,
        "link/object-list" | "link/listed" | "link/listed-on" | "link/shared-forward" | "link/part" | "link/among"
    );
    // "12 were killed in a raid, a clerk at the clinic told EPN": the clerk speaks
    let speaks = || {
        (noun.end..noun.end + 14)
            .take_while(|&at| text.is_word(at))
            .any(|at| text.is(at, Tag::SAY) && !text.is(at, Tag::ADVERB))
    };
    // "…, said its chairman Jonas Brenk, and dozens are missing"
    let spoke = noun.tokens.start.checked_sub(1).is_some_and(|at| {
        text.is(at, Tag::SAY)
            && !text.is(at, Tag::BELIEF)
            && (!text.is_word(at.saturating_sub(1)) || text.is(at.saturating_sub(1), Tag::ADVERB))
    });
    // "toll now 38 – fire chief": who says it
    let signed = noun.tokens.start.checked_sub(1).is_some_and(|at| {
        matches!(text.lower(at), "-" | "–" | "—")
            && matches!(text.lower(noun.end), "." | "")
            && link.outcome.start < noun.tokens.start
    });
    if signed || is_inner(text, noun, link) || doubled(text, noun) {
        return false;
    }
    // "killed a clerk in Orla (Kelm, Tarn)": the districts of the town
    if list && noun.form == Form::Named && in_brackets(text, noun) {
        return false;
    }
    // "Ida Marr, whom a cousin identified, was hurt": not the cousin
    if behind && noun.tokens.start > 0 && text.lower(noun.tokens.start - 1) == "whom" {
        return false;
    }
    // "whose leaders, like the mayor, are"; "many fled, but Brenk of the Orla Post, in Kelm, says"
    let other = noun
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| matches!(text.lower(at), "like" | "unlike") || !behind && text.lower(at) == "but");
    if list && (spoke || other || speaks()) || noun.form == Form::Named && is_street_name(text, noun) {
        return false;
    }
    let along = noun.tokens.start > 1
        && text.lower(noun.tokens.start - 1) == "with"
        && matches!(text.lower(noun.tokens.start - 2), "along" | "together");
    if list && (preposed && !along || !in_list(text, noun, link)) {
        return false;
    }
    noun.opener != Opener::Bare || noun.form != Form::Implicit || bare(text, noun, before, link)
}

/// "the mother of two soldiers killed in May", "Ida Marr, the mother of a boy wounded in a raid": not the mother.
fn is_inner(text: &Text<'_, '_>, noun: &Noun, link: &Link) -> bool {
    let counted = text.lower(noun.end) == "of" && (noun.end + 1..noun.end + 3).any(|at| text.quantity(at).is_some());
    let of_one = link.outcome.start == noun.end
        && single_aside::is_kin_of(text, noun.head)
        && (noun.head + 2..noun.end).any(|at| text.is(at, Tag::PERSON));
    let told = noun.form == Form::Named && single_aside::told_as_kin(text, noun);
    link.rule == "link/participle" && (counted || of_one || told)
}

/// "a clerk allegedly beaten to death"
fn is_hedged(text: &Text<'_, '_>, noun: &Noun, link: &Link) -> bool {
    link.rule == "link/participle"
        && link.outcome.start == noun.end + 1
        && matches!(
            text.lower(noun.end),
            "allegedly" | "reportedly" | "apparently" | "later" | "recently" | "brutally" | "previously" | "fatally"
        )
}

/// "farmers from Orla who were seized"
fn of_many(text: &Text<'_, '_>, noun: &Noun) -> bool {
    text.lower(noun.end) == "who"
        && matches!(text.lower(noun.end + 1), "were" | "are" | "have")
        && noun.tokens.start > 0
        && !matches!(text.lower(noun.tokens.start - 1), "and" | "&")
}

/// Names that the words before make no person harmed: "all but Brenk", "lay in Mercy in danger".
fn is_no_subject(text: &Text<'_, '_>, noun: &Noun, direct: bool) -> bool {
    let Some(before) = noun.tokens.start.checked_sub(1).filter(|_| noun.form == Form::Named) else {
        return false;
    };
    let prior = before.checked_sub(1).map_or("", |at| text.lower(at));
    match text.lower(before) {
        "but" => matches!(prior, "all" | "everyone" | "everybody"),
        "in" | "at" | "near" | "to" => direct,
        _ => false,
    }
}

/// Nothing but the words of a list.
fn only_lists(text: &Text<'_, '_>, mut between: Range<usize>) -> bool {
    between.all(|at| !text.is(at, Tag::PREP.or(Tag::BE).or(Tag::PAST)) || text.lower(at) == "of")
}

/// "officials were held, including a mayor": what stands before "including" is the persons or the harm.
fn counts_persons(text: &Text<'_, '_>, noun: &Noun) -> bool {
    let start = noun.tokens.start;
    let first = text.sentence(start).start;
    let opener = (start.saturating_sub(10).max(first)..start)
        .rev()
        .find(|&at| text.lower(at) == "including");
    let Some(opener) = opener else { return false };
    let list = only_lists(text, opener + 1..start);
    let person =
        (opener.saturating_sub(4).max(first)..opener).any(|at| text.is(at, Tag::PERSON) || text.outcome(at).is_some());
    list && person
}

/// A role without an article: in headlines, behind a verb, in a list behind "and".
fn bare(text: &Text<'_, '_>, noun: &Noun, before: Option<&Noun>, link: &Link) -> bool {
    let start = noun.tokens.start;
    let first = text.sentence(start).start;
    let prior = start.checked_sub(1).filter(|&at| at >= first);
    let front = prior.is_none_or(|at| !text.is_word(at) && text.lower(at) != ",")
        || super::link_tail::in_headline(text, noun, link);
    // "Brenk, a reporter and filmer who was seized": one person
    if text.is(noun.end, Tag::REL) && prior.is_some_and(|at| text.lower(at) == "and") {
        return false;
    }
    // "SUSPECT KILLED Sheriff: two hurt": who speaks
    let object = link.outcome.end == start && link.rule == "link/object" && text.lower(noun.end) != ":";
    let second = prior.is_some_and(|at| text.lower(at) == "and")
        && before
            .is_some_and(|before| before.end < start && start <= before.end + 2 && before.opener != Opener::Pronoun);
    let former = matches!(text.lower(start), "former" | "ex");
    // "of that poor girl who"
    let pointed =
        prior.is_some_and(|at| matches!(text.lower(at), "that" | "this") && at > first && text.is(at - 1, Tag::PREP));
    let of = start >= 2 && text.lower(start - 1) == "of" && text.outcome(start - 2).is_some();
    (front || object || second || former || of || pointed)
        && !matches!(
            text.lower(noun.head),
            "human" | "person" | "adult" | "man" | "individual"
        )
}

/// Whether the person is one more of a list, and not the subject of the next clause: "killed ten, the mayor said".
fn in_list(text: &Text<'_, '_>, noun: &Noun, link: &Link) -> bool {
    let verb = Tag::SAY.or(Tag::BE).or(Tag::HAVE).or(Tag::MODAL);
    let behind = link.outcome.start >= noun.end;
    if link.rule == "link/shared-forward" {
        let joined = matches!(text.lower(noun.end), "," | "and" | "&") || text.reads(noun.end, &["as", "well", "as"]);
        // "the rain caused Orla and Kelm to close": the object of another verb
        let object = noun.form == Form::Named
            && noun.tokens.start.checked_sub(1).is_some_and(|at| {
                text.is(at, Tag::PAST)
                    && !text.is(at, Tag::ADVERB.or(Tag::SAY).or(Tag::TIME))
                    && text.outcome(at).is_none()
                    && !matches!(text.lower(at), "called" | "named" | "identified" | "aged" | "known")
            });
        return joined
            && !object
            && !(noun.end..link.outcome.start).any(|at| text.is(at, Tag::SAY) && !text.is(at, Tag::ADVERB));
    }
    let sentence = text.sentence(noun.tokens.start);
    // "killing ten, Jonas Brenk, a doctor, said"
    let comma = noun.tokens.start > sentence.start && text.lower(noun.tokens.start - 1) == ",";
    let speaks = text.is(noun.end, verb) && !behind
        || text.lower(noun.end) == "," && text.is(noun.end + 1, Tag::SAY)
        || comma
            && (noun.end..sentence.end.min(noun.end + 16))
                .any(|at| text.is(at, Tag::SAY) && (text.lower(at - 1) == "," || text.is_name(at - 1)))
        || text.is(noun.end, Tag::PAST.or(Tag::VERB)) && !text.is(noun.end, Tag::PREP) && !behind;
    let between = link.outcome.end.min(noun.tokens.start)..noun.tokens.start;
    let broken = between.into_iter().any(|at| {
        // "four were held. They include Brenk"
        let list = text.begins(at + 1, &["includ"]);
        text.is(at, Tag::PRON) && !matches!(text.lower(at), "them" | "whom" | "him") && !list
            || is_turn(text.lower(at))
            || matches!(text.lower(at), "”" | "\"" | ";")
            || text.lower(at) == "as" && text.lower(at + 1) != "well" && text.lower(at.saturating_sub(1)) != "well"
    });
    let harm = link.outcome.clone();
    let opener = (noun.tokens.start.saturating_sub(14).max(sentence.start)..noun.tokens.start)
        .rev()
        .find(|&at| matches!(text.lower(at), "includes" | "included" | "include"));
    let lists = opener.is_none_or(|opener| only_lists(text, opener + 1..noun.tokens.start));
    if link.rule == "link/part" && !lists {
        return false;
    }
    if link.rule == "link/among"
        && (!matches!(text.lower(harm.start.saturating_sub(1)), "the" | "those") || kin_of(text, harm.start))
    {
        return false;
    }
    !speaks && !broken && !acts(text, noun, &link.outcome)
}

/// Rules whose words tell the same of one person as of a number.
fn allowed(rule: &str) -> bool {
    !matches!(
        rule,
        "link/toll"
            | "link/total-on"
            | "link/spoken-of"
            | "link/fragment"
            | "link/torn-first"
            | "link/torn-second"
            | "link/came-back"
    )
}
