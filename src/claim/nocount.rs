//! Numbers that never count people: ages, years, money, clock times, parts of dates and names.

use std::ops::Range;

use super::lexicon::Tag;
use super::nocount_age::is_age;
use super::text::Text;
use crate::quantity::Sort;
use crate::time::is_month;

/// True for a number that counts no people, whatever stands around it.
pub(super) fn is_no_count(text: &Text<'_, '_>, tokens: &Range<usize>, sort: Sort) -> bool {
    let before = tokens.start.checked_sub(1);
    let prior = before.map_or("", |at| text.lower(at));
    let next = text.lower(tokens.end);
    let glued = |at: usize| text.scan.tokens.get(at).is_some_and(|token| !token.space_before);
    // "too many have died", "So many have died!", "sad that so many died", "no evidence anyone had been killed"
    let exclaims = |so: usize| {
        let before = text.lower(so.saturating_sub(1));
        text.sentence(so).start == so || matches!(before, "that" | "why" | "how" | "not" | "“" | "\"")
    };
    let judged = prior == "too" || prior == "so" && before.is_some_and(exclaims);
    // "multiple injuries" counts no people
    let manifold = text.lower(tokens.end - 1) == "multiple" && !text.is(tokens.end, Tag::PERSON);
    if sort == Sort::Vague && (judged || manifold)
        || sort == Sort::Zero && matches!(next, "evidence" | "proof" | "indication")
    {
        return true;
    }
    if sort != Sort::Number || super::link_more::is_bracketed_item(text, tokens.start) {
        return false;
    }
    let modifier = next == "-" && glued(tokens.end) && glued(tokens.end + 1) && text.is_word(tokens.end + 1)
        // "the toll touched the 500-mark"
        && text.lower(tokens.end + 1) != "mark";
    let money = matches!(
        prior,
        "$" | "€" | "£" | "¥" | "₹" | "rs" | "usd" | "#" | "n°" | "aged" | "age"
    );
    let unit = next == "per" && text.lower(tokens.end + 1) == "cent"
        || matches!(next, "%" | "°" | "$" | "€" | "£" | ":" if next != ":" || glued(tokens.end + 1) && !text.is(tokens.end + 1, Tag::PERSON) && text.quantity(tokens.end + 1).is_some());
    // "''Ten died''" is quoted by two signs
    let quoted = |at: usize| matches!(prior, "’" | "'") && at > 0 && !text.is_word(at - 1);
    let part = before.is_some_and(|at| {
        matches!(prior, "-" | "/" | "." | ":" | "’" | "'") && glued(tokens.start) && glued(at) && !quoted(at)
    })
    // "is growing-more than 100 people": a dash that lost its blanks
    && !(prior == "-"
        && (matches!(text.lower(tokens.start), "more" | "over" | "at" | "nearly" | "almost" | "around" | "fewer" | "less")
            || super::phrase_turned::is_cut_off(text, tokens)));
    let single = tokens.len() == 1;
    // "at 6 p.m.The girl" lost its blank
    let clock = matches!(next, "am" | "pm" | "gmt" | "hrs" | "hours" | "o'clock")
        || next.starts_with("a.m.")
        || next.starts_with("p.m.")
        || single && prior == "at" && !text.is_word(tokens.end) && !after_toll(text, tokens.start);
    let month_next = is_month(next) || (next == "of" && is_month(text.lower(tokens.end + 1)));
    let month_before =
        single && is_month(prior) && small_number(text, tokens) && text.sentence(tokens.start).start < tokens.start;
    // "in damage.: 11", a page
    let cited = prior == ":" && before.is_some_and(|at| at > 0 && matches!(text.lower(at - 1), "." | "," | "]" | ";"));
    modifier
        || cited
        || money
        || unit
        || part
        || clock
        || (single || is_short_range(text, tokens)) && month_next && !is_modal_may(text, tokens.end)
        || month_before
        || single && is_year(text, tokens, prior, next)
        || single && (is_label(text, tokens.start, before) || is_listed_label(text, tokens.start))
        || single && is_of_gallery(text, tokens.start)
        || single && is_score(text, tokens.start, prior)
        || is_under_age(text, tokens)
        || is_age(text, tokens, prior)
        || is_address(text, tokens, prior)
}

/// "Image 3 of 14 A teen died", "Photo 2 of / 9": the place of a picture among all.
fn is_of_gallery(text: &Text<'_, '_>, at: usize) -> bool {
    let picture = |at: usize| matches!(text.lower(at), "image" | "photo" | "picture" | "slide");
    let numeral = |at: usize| text.is_numeral(at);
    let of = at - usize::from(at > 0 && text.lower(at - 1) == "/");
    numeral(at)
        && (at > 0 && picture(at - 1) && matches!(text.lower(at + 1), "of" | "/")
            || of > 2 && text.lower(of - 1) == "of" && numeral(of - 2) && picture(of - 3))
}

/// "shot a 68", "fired a 6": a score in sport, for "a" counts no number of people.
fn is_score(text: &Text<'_, '_>, at: usize, prior: &str) -> bool {
    let numeral = text.is_numeral(at);
    let closes = !text.is_word(at + 1) || text.is(at + 1, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::TIME));
    prior == "a" && numeral && closes
}

/// "two thirds were under 18", "is over 60": an age, where no toll is spoken of.
fn is_under_age(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let be = tokens.start.checked_sub(1).filter(|&at| text.is(at, Tag::BE));
    let age = text.is_short_numeral(tokens.end - 1);
    let bound = matches!(text.lower(tokens.start), "under" | "over" | "below" | "above");
    let closes = !text.is_word(tokens.end) || text.is(tokens.end, Tag::CONJ.or(Tag::SUBORD));
    be.is_some() && age && bound && closes && !after_toll(text, tokens.start)
}

/// "at 9401 Kelm Street", "at 13 West Orla, no injuries": the number of a house.
fn is_address(text: &Text<'_, '_>, tokens: &Range<usize>, prior: &str) -> bool {
    let word = text.lower(tokens.start);
    let numeral = tokens.len() == 1 && word.chars().all(|letter| letter.is_ascii_digit());
    if !numeral || word.len() > 5 {
        return false;
    }
    let named = |at: usize| text.is_name(at) && !text.is(at, Tag::PERSON) && text.outcome(at).is_none();
    let first = tokens.end;
    // "1200 5th Avenue"
    let ranked = text.lower(first).len() > 2 && text.is_numeral(first);
    let run = (first..first + 5)
        .take_while(|&at| named(at) || at == first && ranked)
        .count();
    let lowered = !text.words.capitals_tell;
    let reach = if lowered { 3 } else { run };
    let street = (first + 1..first + reach.max(1)).any(|at| is_street(text.lower(at)))
        && (first..first + reach).all(|at| text.is_word(at) && !text.is(at, Tag::PERSON.or(Tag::BE).or(Tag::PREP)));
    let end = first + run;
    let closes = matches!(text.lower(end), "," | "." | ";" | ")" | "");
    // peoples are plural: "at 13 Varlanders"
    let placed = matches!(prior, "at" | "near" | "outside" | "to")
        && run > 0
        && closes
        && !(first..end).any(|at| text.lower(at).ends_with('s') && at + 1 == end)
        && !after_toll(text, tokens.start);
    street || placed
}

pub(super) fn is_street(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "street"
            | "st"
            | "road"
            | "rd"
            | "avenue"
            | "ave"
            | "boulevard"
            | "blvd"
            | "drive"
            | "lane"
            | "ln"
            | "court"
            | "cutoff"
            | "pike"
            | "turnpike"
            | "highway"
            | "hwy"
            | "parkway"
            | "pkwy"
            | "terrace"
            | "crescent"
            | "trail"
            | "way"
            | "alley"
            | "plaza"
            | "place"
            | "circle"
            | "loop"
            | "square"
            | "close"
            | "row"
            | "quay"
            | "embankment"
    )
}

/// "the death toll, now at 14": no hour.
fn after_toll(text: &Text<'_, '_>, at: usize) -> bool {
    let start = text.sentence(at).start;
    (start.max(at.saturating_sub(24))..at).any(|at| {
        matches!(
            text.lower(at),
            "toll"
                | "tally"
                | "count"
                | "total"
                | "number"
                | "figure"
                | "stands"
                | "stood"
                | "estimated"
                | "casualties"
                | "deaths"
                | "fatalities"
                | "injuries"
                | "arrests"
                | "dead"
        )
    })
}

/// "a toll of 14 may rise": the verb, not the month.
fn is_modal_may(text: &Text<'_, '_>, at: usize) -> bool {
    let capital = text.scan.tokens.get(at).is_some_and(|token| token.capital);
    let verb = text.is(at + 1, Tag::HAVE.or(Tag::VERB).or(Tag::NOT).or(Tag::ADVERB))
        || text.lower(at + 1) == "be"
        || text.outcome(at + 1).is_some();
    text.lower(at) == "may" && verb && !(capital && text.words.capitals_tell)
}

/// "from 14 to 27 November"
fn is_short_range(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let digits = |at: usize| text.is_short_numeral(at);
    tokens.len() > 2 && digits(tokens.end - 1) && tokens.clone().any(digits)
}

fn small_number(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    text.lower(tokens.start).len() <= 2
}

/// "in 2011", "since 1998", "July 2010": four digits without a separator where a year can stand.
fn is_year(text: &Text<'_, '_>, tokens: &Range<usize>, prior: &str, next: &str) -> bool {
    let year = |at: usize| text.lower(at).len() == 4 && ("1400"..="2100").contains(&text.lower(at));
    if !year(tokens.start) {
        return false;
    }
    // "in 2005 and 2006"
    if matches!(prior, "and" | "or") && tokens.start.checked_sub(2).is_some_and(year) {
        return true;
    }
    let back = |step: usize| tokens.start.checked_sub(step).map_or("", |at| text.lower(at));
    // "the number of arrests has gone up to 1587", "has crossed 1600"
    let climbs = prior == "to" && matches!(back(2), "up" | "risen" | "rose" | "climbed" | "increased")
        || matches!(prior, "crossed" | "topped" | "exceeded" | "touched");
    let counted = text.is(tokens.end, Tag::PERSON) || climbs && after_toll(text, tokens.start);
    !counted
        && (!text.is_word(tokens.end)
            || text.is_numeral(tokens.end)
            || matches!(
                prior,
                "in" | "since"
                    | "from"
                    | "by"
                    | "until"
                    | "during"
                    | "of"
                    | "the"
                    | ","
                    | "("
                    | "mid"
                    | "early"
                    | "late"
            )
            || is_month(prior)
            || matches!(
                next,
                "massacre"
                    | "killing"
                    | "murder"
                    | "death"
                    | "assassination"
                    | "bombing"
                    | "arrest"
                    | "slaying"
                    | "execution"
            )
            || next == "-")
}

/// "sections 396, 397 and 398 of the code", "articles 4 and 7": the numbers of a list of labels.
fn is_listed_label(text: &Text<'_, '_>, at: usize) -> bool {
    let numeral = |at: usize| text.is_numeral(at);
    if !numeral(at) {
        return false;
    }
    let start = text.sentence(at).start.max(at.saturating_sub(16));
    let listed =
        |at: &usize| numeral(*at) || matches!(text.lower(*at), "," | "and" | "or" | "&" | "to" | "(" | ")" | "-");
    let opener = (start..at).rev().find(|at| !listed(at));
    opener.is_some_and(|at| {
        matches!(
            text.lower(at),
            "sections" | "section" | "articles" | "clauses" | "paragraphs" | "chapters" | "pages" | "rooms" | "wards"
        )
    })
}

/// "Flight 12", "Resolution 1973", "No. 5", "Article 302": a capital word right before a bare numeral.
fn is_label(text: &Text<'_, '_>, at: usize, before: Option<usize>) -> bool {
    let Some(before) = before else { return false };
    let numeral = text.is_numeral(at);
    let begins = text.sentence(before).start == before;
    // "the fatalities now number 41": the verb
    let verb = text.lower(before).starts_with("number")
        && (before.saturating_sub(3)..before).any(|at| text.outcome(at).is_some());
    // "In Orla district 20 people died"
    let counts = text.is(at + 1, Tag::PERSON);
    numeral
        && !verb
        && !counts
        && (matches!(
            text.lower(before),
            "no."
                | "no"
                | "flight"
                | "fox"
                | "nbc"
                | "abc"
                | "cbs"
                | "section"
                | "article"
                | "route"
                | "highway"
                | "resolution"
                | "page"
                | "chapter"
                | "channel"
                | "day"
                | "number"
                | "ward"
                | "district"
                | "block"
                | "sector"
                | "group"
        ) || text.is_name(before)
            && !begins
            && !text.is(before, Tag::PERSON)
            && text.outcome(before).is_none()
            && !text.is_word(at + 1))
}

/// "casualty figures", "one former detainee": the noun of harm is not what the number counts as harmed.
pub(super) fn describes(text: &Text<'_, '_>, at: usize) -> bool {
    let person = matches!(text.lower(at), "detainee" | "prisoner" | "hostage" | "martyr");
    // "30 evacuation flights"
    let thing = text.lower(at) != "body"
        && !text.lower(at).ends_with('s')
        && text.is(at + 1, Tag::THING)
        && !text.is(at + 1, Tag::TIME.or(Tag::PERSON));
    person
        || thing
        || matches!(
            text.lower(at + 1),
            "figure"
                | "figures"
                | "count"
                | "rate"
                | "threats"
                | "camps"
                | "certificates"
                | "sentence"
                | "sentences"
                | "squad"
                | "squads"
                | "warrants"
                | "warrant"
                | "incident"
                | "incidents"
                | "scene"
                | "scenes"
                | "suspect"
                | "suspects"
                | "trial"
                | "trials"
                | "charge"
                | "charges"
                | "probe"
                | "probes"
                | "investigation"
                | "investigations"
                | "inquiry"
                | "defendants"
                | "convict"
                | "convicts"
                | "conviction"
                | "convictions"
                | "plot"
                | "plots"
                | "attempt"
                | "attempts"
                | "notices"
                | "claims"
                | "allegations"
        )
}

/// "two 15-year-old boys": past the age that describes them.
pub(super) fn age_end(text: &Text<'_, '_>, at: usize) -> Option<usize> {
    let number = text.lower(at);
    let digits = number.len() <= 3 && number.starts_with(|letter: char| letter.is_ascii_digit());
    if digits && number.ends_with("-year-old") {
        return Some(at + 1);
    }
    let spelled = digits || text.quantity(at).is_some();
    let mut end = at + 1;
    for (step, word) in ["year", "old"].into_iter().enumerate() {
        end += usize::from(text.lower(end) == "-");
        let plural = step == 0 && text.lower(end) == "years";
        if text.lower(end) != word && !plural {
            let whole = text.lower(end) == "year-old" && step == 0;
            return (spelled && whole).then_some(end + 1);
        }
        end += 1;
    }
    spelled.then_some(end)
}

/// "displaced camps", "refugees sites": places for people are counted, not people.
pub(super) fn is_site(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "camps"
            | "sites"
            | "centres"
            | "centers"
            | "shelters"
            | "settlements"
            | "tents"
            | "units"
            | "wards"
            | "barracks"
    ) && text.outcome(at).is_none()
}

/// "one Varland rocket", "12 police cars": the person before only tells whose.
pub(super) fn describes_thing(text: &Text<'_, '_>, at: usize, head: Option<usize>) -> bool {
    head.is_some_and(|head| head + 1 == at && text.is(head, Tag::SINGULAR))
        && text.is(at, Tag::THING)
        && !text.is(at, Tag::TIME.or(Tag::PAST))
        && text.outcome(at).is_none()
}
