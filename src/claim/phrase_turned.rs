//! Numbers that stand for no count of the noun behind them: "the one", "a mother of three", "built for 5,000".

use std::ops::Range;

use super::lexicon::Tag;
use super::nocount::is_no_count;
use super::outcomes::Frame;
use super::phrase::{Head, Phrase, is_household, person_within};
use super::text::Text;
use crate::quantity::Sort;

/// "all but two of the crew", "neither of the two", "2 killed and as many hurt", "870 people representing 140 families".
pub(super) fn is_turned(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let before = |back: usize| tokens.start.checked_sub(back).map_or("", |at| text.lower(at));
    let rest = before(1) == "but" && before(2) == "all";
    let neither = before(1) == "the" && before(2) == "of" && before(3) == "neither";
    // "rose by a factor of six", "three children in one family"
    let factor = before(1) == "of" && before(2) == "factor";
    let home = text.lower(tokens.start) == "one"
        && text.lower(tokens.end) == "family"
        && matches!(before(1), "in" | "of" | "from" | "within");
    let equal = before(1) == "as" && text.lower(tokens.start) == "many";
    let same = matches!(before(1), "representing" | "comprising") && is_household(text.lower(tokens.end));
    // "a mother of three", "a camp built for 5,000"
    let parent = before(1) == "of"
        && matches!(
            before(2),
            "mother" | "father" | "mom" | "mum" | "dad" | "parent" | "grandmother" | "grandfather" | "widow"
        );
    let built = before(1) == "for"
        && matches!(
            before(2),
            "built"
                | "designed"
                | "meant"
                | "intended"
                | "equipped"
                | "planned"
                | "suited"
                | "space"
                | "room"
                | "capacity"
                | "licensed"
                | "beds"
        )
        || matches!(before(1), "of" | "for") && before(2) == "capacity";
    // "the mother of two soldiers killed in May": the soldiers are counted
    let parent = parent && !person_within(text, tokens.end, 2);
    rest || neither || factor || home || equal || same || parent || built
}

/// "a six-strong patrol", "a five-member gang": the noun for all of them, where no preposition makes them the place of others.
pub(super) fn group_of(text: &Text<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let sort = tokens.end + 1;
    let sized = text.lower(tokens.end) == "-"
        && !text.is_spaced(tokens.end)
        && matches!(text.lower(sort), "strong" | "member" | "man" | "person" | "woman");
    if !sized {
        return None;
    }
    let before = tokens.start.checked_sub(1)?;
    let before = before - usize::from(before > 0 && text.is(before, Tag::DET.or(Tag::POSS)));
    let stop = Tag::PREP.or(Tag::CONJ).or(Tag::BE).or(Tag::HAVE).or(Tag::PAST);
    let group = |at: usize| {
        matches!(
            text.lower(at),
            "team" | "patrol" | "crew" | "gang" | "squad" | "family" | "cell" | "group" | "unit" | "party" | "band"
        )
    };
    let noun = (sort + 1..sort + 6)
        .take_while(|&at| text.is_word(at) && !text.is(at, stop))
        .find(|&at| group(at))?;
    // "a member of a five-man patrol was killed", "of a five-man patrol ambushed and killed"
    let own = text.is(noun + 1, Tag::PAST) || text.outcome_from(noun + 1).is_some();
    (own || !text.is(before, Tag::PREP)).then_some(noun)
}

/// "two others", "five more", "one each": the words belong to the count, and the next ones begin where this says.
pub(super) fn past_others(text: &Text<'_, '_>, out: &mut Phrase, end: usize) -> usize {
    let word = |at: usize| if at < end { text.lower(at) } else { "" };
    let mut at = out.end;
    while matches!(word(at), "others" | "other" | "more" | "further" | "additional") {
        out.others = true;
        at += 1;
    }
    at += usize::from(word(at) == "each");
    if at > out.end {
        (out.end, out.tokens.end) = (at, at);
    }
    at
}

/// The counted noun at `at` is a thing or a home.
pub(super) fn set_thing(text: &Text<'_, '_>, out: &mut Phrase, at: usize) {
    out.head = Head::Thing;
    out.end = at + 1;
    if is_household(text.lower(at)) {
        out.head = Head::Household(at);
        out.tokens.end = at + 1;
    }
}

/// "two carved stones", "a number of burned and looted shops": the things behind what was done to them.
pub(super) fn worked_thing(text: &Text<'_, '_>, from: usize) -> Option<usize> {
    let harm = |at: usize| text.outcome(at).is_some() && !text.lower(at).starts_with("burn");
    let worked = |at: usize| text.is(at, Tag::PAST) && !text.is(at, Tag::PERSON) && !harm(at);
    let second = from + 1 + usize::from(text.lower(from + 1) == "and");
    let noun = if worked(second) { second + 1 } else { from + 1 };
    let thing = text.is(noun, Tag::THING) && !text.is(noun, Tag::PERSON.or(Tag::TIME)) && text.outcome(noun).is_none();
    // "two armed police officers": the things only describe persons
    let of_persons = text.is(noun + 1, Tag::PERSON) || is_household(text.lower(noun));
    (worked(from) && thing && text.lower(noun).ends_with('s') && !of_persons).then_some(noun)
}

/// "“dozens” of clerks": whether the mark at `at` closes what opened right before the number.
pub(super) fn closes_quote(text: &Text<'_, '_>, number: usize, at: usize) -> bool {
    let opened = number.checked_sub(1).is_some_and(|open| text.past_quote(open) > open);
    opened && matches!(text.lower(at), "”" | "\"" | "’" | "'") && text.lower(at + 1) == "of"
}

/// "five of the 40 wounded": from behind the second number on.
pub(super) fn past_the_whole(text: &Text<'_, '_>, at: usize) -> usize {
    let number = at + usize::from(text.is(at, Tag::DET.or(Tag::POSS)));
    // "of the city's 300,000 residents"
    let owner = (number..number + 3)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find(|&at| text.is_owner(at));
    let number = owner.map_or(number, |owner| owner + 1);
    text.quantity(number)
        .and_then(|index| text.quantities.get(index))
        .filter(|quantity| quantity.tokens.start == number && quantity.sort == Sort::Number)
        .map_or(at, |quantity| quantity.tokens.end)
}

/// A number that no set can be counted by.
pub(super) fn is_unfit(text: &Text<'_, '_>, tokens: &Range<usize>, sort: Sort) -> bool {
    let asked = tokens.start > 0 && text.lower(tokens.start - 1) == "how" && sort == Sort::Vague;
    asked
        || is_no_count(text, tokens, sort)
        || is_the_one(text, tokens)
        || is_turned(text, tokens)
        || sort == Sort::Fraction && !fraction_fits(text, tokens)
        || is_one_named(text, tokens.end)
        || is_no_set(text, tokens)
}

/// "was the one brought in": a pronoun.
pub(super) fn is_the_one(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| text.lower(at));
    tokens.len() == 1
        && text.lower(tokens.start) == "one"
        && matches!(before, "the" | "this" | "that" | "which" | "each")
        && !text.is(tokens.end, Tag::PERSON)
        && !text.is(tokens.end + 1, Tag::PERSON)
}

/// "one of his allies, Jonas Brenk, was held" counts by the name.
pub(super) fn is_one_named(text: &Text<'_, '_>, end: usize) -> bool {
    if text.lower(end.saturating_sub(1)) != "one" || text.lower(end) != "of" {
        return false;
    }
    // "one of the country's largest": no person
    let superlative = |at: usize| {
        text.lower(at) == "most"
            || text.lower(at).ends_with("est") && text.lower(at).len() > 5 && !text.is(at, Tag::PERSON)
    };
    if (end + 2..end + 6).take_while(|&at| text.is_word(at)).any(superlative) {
        return true;
    }
    (end + 1..end + 9)
        .find(|&at| !text.is_word(at))
        .is_some_and(|at| text.lower(at) == "," && text.is_name(at + 1) && text.is_name(at + 2))
}

/// "he was one of the people who had fled", "one of the dead was Ida Marr", "both members of the guard and clerks", "at the
/// age of five": who somebody is, a list, an age.
pub(super) fn is_no_set(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let (start, end) = (tokens.start, tokens.end);
    let word = |back: usize| start.checked_sub(back).map_or("", |at| text.lower(at));
    // "400 head of cattle"
    let herd = text.lower(end) == "head" && text.lower(end + 1) == "of";
    if herd || word(1) == "of" && matches!(word(2), "age" | "ages") || is_ratio(text, start) {
        return true;
    }
    let numeral = text.is_short_numeral(end - 1);
    let bound = matches!(text.lower(start), "under" | "over" | "below" | "above");
    // "four teenagers under 18"
    // "children under five who died"
    let child = text.lower(start) == "under" && start > 0 && text.begins(start - 1, &["child", "infant", "bab", "kid"]);
    let young = (numeral || child) && bound && end == start + 2 && start > 0 && text.is(start - 1, Tag::PERSON) && {
        !text.is_word(end) || text.is(end, Tag::BE.or(Tag::HAVE).or(Tag::CONJ).or(Tag::REL))
    };
    if young {
        return true;
    }
    if text.lower(start) == "another" && is_another_named(text, end) {
        return true;
    }
    if text.lower(start) == "both" {
        // "both members of the old guard and clerks"
        return text.lower(end + 1) == "of"
            && (end + 2..end + 9)
                .take_while(|&at| text.is_word(at) && !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PAST)))
                .any(|at| text.lower(at) == "and");
    }
    if !(text.lower(end - 1) == "one" && text.lower(end) == "of") || tokens.len() > 1 {
        return false;
    }
    let identity = start > 1
        && text.is(start - 1, Tag::BE)
        && (text.is(start - 2, Tag::PRON) || text.is_name(start - 2) || word(2) == ",");
    // "Mayor Jon Orla, one of the officials killed in the raid, was": counted by the name
    let apposed = word(1) == ","
        && start > 2
        && (text.is_name(start - 2) && text.is_name(start - 3)
            || word(2) == ")" && text.is_name(start.saturating_sub(5)))
        && (end..end + 16).any(|at| text.lower(at) == "," && text.is(at + 1, Tag::BE));
    if apposed {
        return true;
    }
    let be = (end + 1..end + 7)
        .take_while(|&at| text.is_word(at))
        .find(|&at| text.is(at, Tag::BE));
    // whoever is named is counted by the name
    let named = be.is_some_and(|be| text.is_name(be + 1) && !text.is(be + 1, Tag::DET) && text.words.capitals_tell);
    identity || named
}

/// "Another woman from Orla, nurse Ida Marr, was held": counted by the name.
fn is_another_named(text: &Text<'_, '_>, end: usize) -> bool {
    let Some(comma) = (end + 1..end + 6).find(|&at| text.lower(at) == ",") else {
        return false;
    };
    // "another nurse, Ida Marr," is counted
    let person = text.is(end, Tag::PERSON) && text.is(end + 1, Tag::PREP);
    let first = (comma + 1..comma + 4).find(|&at| text.is_name(at));
    let close = first.and_then(|first| (first..first + 5).find(|&at| !text.is_name(at) && text.lower(at) != "-"));
    let whole = first
        .zip(close)
        .is_some_and(|(first, close)| close > first + 1 && text.lower(close) == ",");
    // "in Orla, New Tarn, ..."
    let placed = close.is_some_and(|close| text.is(close + 1, Tag::BE.or(Tag::HAVE).or(Tag::PAST)));
    person && whole && placed && (end..comma).all(|at| text.is_word(at))
}

/// "For each of the 1,600 soldiers killed, some 20 clerks died": the second number is no count.
fn is_ratio(text: &Text<'_, '_>, number: usize) -> bool {
    let start = text.sentence(number).start;
    text.lower(start) == "for"
        && matches!(text.lower(start + 1), "each" | "every")
        && (start + 2..number).any(|at| text.lower(at) == ",")
        && (start + 2..number).any(|at| text.quantity(at).is_some())
}

/// "saw two guards at the gate-one dead, one hurt", "shell fire-five were children": a number word behind a dash that lost its
/// blanks, not "phase-two trials".
pub(super) fn is_cut_off(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let letters = text.lower(tokens.start).chars().all(char::is_alphabetic);
    let Some(before) = tokens.start.checked_sub(2).filter(|_| letters && tokens.len() == 1) else {
        return false;
    };
    let word = text.is_word(before)
        && text.quantity(before).is_none()
        && !matches!(
            text.lower(before),
            "no" | "any" | "some" | "every" | "day" | "phase" | "part" | "grade" | "level"
        );
    let harm = text.outcome_from(tokens.end).is_some();
    // "two were killed-one in Orla and another in Tarn"
    let harm = harm || text.outcome_to(before + 1).is_some() && text.is(tokens.end, Tag::PREP);
    word && (harm || text.is(tokens.end, Tag::BE) || text.lower(tokens.end) == "of")
}

/// "most notably" and "half open" are no parts of a count.
pub(super) fn fraction_fits(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let at = tokens.end;
    // "we work mainly in water", "have mainly been fleeing": an adverb of the verb
    let adverb = matches!(text.lower(tokens.start), "mostly" | "mainly" | "majorly");
    if adverb && text.is(at, Tag::BE.or(Tag::PREP)) {
        return false;
    }
    // "30 people died, most from burns"
    let listed = tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| text.lower(at) == "," || text.is_dash(at));
    if listed && matches!(text.lower(at), "from" | "by" | "in" | "at" | "on" | "near" | "around") {
        return true;
    }
    if at >= 2
        && text.lower(at - 1) == "most"
        && text.is(at - 2, Tag::DET.or(Tag::POSS))
        // "say that most victims"
        && text.lower(at - 2) != "that"
    {
        // "the most wanted man"
        return false;
    }
    if text.lower(tokens.start) == "half" && text.lower(at) == "the" {
        let harmed = |outcome: &super::outcomes::Outcome| matches!(outcome.frame, Frame::Hits | Frame::State);
        return person_within(text, at + 1, 1) || text.outcome_from(at + 1).is_some_and(harmed);
    }
    // "the guards killed most"
    let object = text
        .outcome_to(tokens.start)
        .is_some_and(|outcome| outcome.frame == Frame::Hits);
    if object && (!text.is_word(at) || text.is(at, Tag::CONJ)) {
        return true;
    }
    // "half his men", not "half her life"
    if text.is(at, Tag::POSS) {
        return person_within(text, at + 1, 1);
    }
    // "the sixth of eight children"
    text.lower(at) == "of"
        || text.lower(at - 1) == "of" && text.lower(tokens.start) != "the"
        || text.lower(at) == "who"
        || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::PERSON))
        || text.outcome(at).is_some()
        || !text.is(at, Tag::ADVERB) && person_within(text, at, 2)
}

/// A thing word that only describes the persons after it: "five factory workers", "two school children".
pub(super) fn compound(text: &Text<'_, '_>, at: usize) -> bool {
    let part_of_name = text.is_name(at) && text.is_name(at.saturating_sub(1));
    person_within(text, at + 1, 2) && (part_of_name || !text.lower(at).ends_with('s'))
        // "1,100 army and police"
        || text.lower(at) == "army" && text.lower(at + 1) == "and" && text.is(at + 2, Tag::PERSON)
        || !text.lower(at).ends_with('s') && is_trade(text, at + 1)
        || text.lower(at + 1) == "-"
}

/// "bomb makers", "rock climbers": a trade that no list holds.
fn is_trade(text: &Text<'_, '_>, at: usize) -> bool {
    let word = text.lower(at);
    [
        "makers",
        "climbers",
        "dealers",
        "lovers",
        "owners",
        "keepers",
        "handlers",
        "smugglers",
        "runners",
        "users",
    ]
    .iter()
    .any(|trade| word.ends_with(trade))
        || word.len() > 7 && word.ends_with("ers") && text.words.tag(at) == Tag::NONE && text.outcome(at).is_none()
}

/// "rebel-held districts", "two police-run camps"
pub(super) fn is_held_by(text: &Text<'_, '_>, at: usize) -> bool {
    let held = text.lower(at + 2).ends_with("ed") || matches!(text.lower(at + 2), "held" | "run" | "led" | "hit");
    glued(text, at + 1) && text.lower(at + 1) == "-" && glued(text, at + 2) && held
}

fn glued(text: &Text<'_, '_>, at: usize) -> bool {
    text.scan.tokens.get(at).is_some_and(|token| !token.space_before)
}

/// "kills 10 State TV said": the next sentence without a stop between.
pub(super) fn is_next_speaker(text: &Text<'_, '_>, at: usize) -> bool {
    let said = (at..at + 4).find(|&at| !text.is_name(at));
    text.is_name(at) && said.is_some_and(|at| text.is(at, Tag::SAY)) && !person_within(text, at, 2)
}
/// "12 out of 20 counties"
pub(super) fn is_of_things(text: &Text<'_, '_>, end: usize) -> bool {
    text.reads(end, &["out", "of"])
        && text.quantity(end + 2).is_some()
        && (end + 3..end + 6).any(|at| text.is(at, Tag::THING))
}

/// "of them", "of us", but not "told one of us that civilians were hurt".
pub(super) fn is_of_them(text: &Text<'_, '_>, at: usize) -> bool {
    match text.lower(at) {
        "us" => text.lower(at + 1) != "that",
        word => matches!(word, "them" | "whom" | "these" | "those" | "which"),
    }
}
