//! How far a saying reads on past its sentence: quotes of several sentences, and sentences that go on from it.

use std::ops::Range;

use super::lexicon::Tag;
use super::phrase::Phrase;
use super::saying::{Order, Saying};
use super::speak_words::{self as words, Role};
use super::text::Text;

/// How many tokens a quote can hold, and one paragraph of it.
const LONGEST: usize = 400;

/// How far behind or before a quote the one who says it is named.
const BESIDE: usize = 16;

/// What a quote mark does where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    Either,
}

/// The mark at `at` and how many tokens it takes: by its form, where that is torn by the spaces around it.
fn mark(text: &Text<'_, '_>, at: usize) -> Option<(Mark, usize)> {
    let word = text.lower(at);
    let doubled = matches!(word, "`" | "'" | ",") && text.lower(at + 1) == word && !text.is_spaced(at + 1);
    let size = 1 + usize::from(doubled);
    let before =
        text.is_spaced(at) || at == 0 || !text.is_word(at - 1) && matches!(text.lower(at - 1), "(" | "—" | "–");
    let behind = text.is_spaced(at + size) || text.lower(at + size).is_empty();
    let stop = at > 0 && matches!(text.lower(at - 1), "." | "," | "!" | "?" | "…");
    let begins = text
        .scan
        .tokens
        .get(at)
        .is_some_and(|token| token.line_before || token.paragraph_before);
    // "it was ” provisional “.": what stands before a stop closes
    let ends = matches!(text.lower(at + size), "." | "," | ";") && !text.is_spaced(at + size);
    let opens = (before || begins) && !behind && !ends;
    let closes = !before && !begins && (behind || stop);
    let capital = text.is_capital(at + size);
    let side = match word {
        "\"" | "“" | "”" | "»" | "«" if opens => Mark::Opens,
        "\"" | "“" | "”" | "»" | "«" if closes => Mark::Closes,
        "“" if ends => Mark::Closes,
        "“" | "„" => Mark::Opens,
        "”" => Mark::Closes,
        "\"" | "»" | "«" => Mark::Either,
        "`" if doubled => Mark::Opens,
        "'" | "," if doubled && opens && capital => Mark::Opens,
        "'" if doubled => Mark::Closes,
        "'" if opens && capital => Mark::Opens,
        "'" if closes && stop => Mark::Closes,
        _ => return None,
    };
    Some((side, size))
}

/// The quotes of a text as tokens between their marks, in order.
pub(super) fn quotes(text: &Text<'_, '_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for (at, token) in text.scan.tokens.iter().enumerate() {
        let found = mark(text, at);
        if token.paragraph_before || open.is_some_and(|from| at.saturating_sub(from) > LONGEST) {
            // a quote that goes on opens again in the next paragraph
            let again = found.is_some_and(|(side, _)| side == Mark::Opens);
            if let Some(from) = open.take().filter(|_| again) {
                out.push(from..at.max(from));
            }
        }
        let Some((side, size)) = found else { continue };
        match (side, open) {
            // the one before was never closed
            (Mark::Opens, Some(from)) if at > from => {
                out.push(from..at);
                open = Some(at + size);
            }
            (Mark::Opens | Mark::Either, None) => open = Some(at + size),
            (Mark::Closes | Mark::Either, Some(from)) => {
                out.push(from..at.max(from));
                open = None;
            }
            _ => {}
        }
    }
    out
}

/// The saying to which the quote around `at` belongs, as its row: named behind the quote, else before it.
pub(super) fn of_quote(text: &Text<'_, '_>, sayings: &[Saying], quotes: &[Range<usize>], at: usize) -> Option<usize> {
    let index = quotes.partition_point(|quote| quote.end <= at);
    let quote = quotes.get(index).filter(|quote| quote.start <= at)?;
    let last = text.sentence(quote.end.saturating_sub(1));
    let behind = sayings.partition_point(|saying| saying.verb < quote.end);
    let named = sayings.get(behind).filter(|saying| {
        let same = saying.verb < last.end.max(quote.end + 1) || text.sentence(quote.end).contains(&saying.verb);
        same && saying.verb - quote.end < BESIDE && saying.order == Order::Trailing && saying.speaker.start >= quote.end
    });
    if named.is_some() {
        return Some(behind);
    }
    if let Some(row) = goes_on_quoted(text, sayings, quotes, index) {
        return Some(row);
    }
    let before = sayings
        .partition_point(|saying| saying.verb < quote.start)
        .checked_sub(1)?;
    let saying = sayings.get(before)?;
    let from = text.scan.sentence_index(quote.start)?;
    let near = text.scan.sentence_index(saying.verb)?;
    // "he said. “Forty were hurt.”", and a quote that opens again after its own end
    let resumed = index
        .checked_sub(1)
        .and_then(|before| quotes.get(before))
        .is_some_and(|earlier| quote.start.saturating_sub(earlier.end) < 4);
    if near + 1 >= from {
        return Some(before);
    }
    (resumed && quotes.get(index - 1).is_some_and(|earlier| earlier.end > saying.verb))
        .then(|| of_quote_before(text, sayings, quotes, index - 1))
        .flatten()
}

/// A quote of several paragraphs, each of which opens it again: who says it is named behind the last.
fn goes_on_quoted(text: &Text<'_, '_>, sayings: &[Saying], quotes: &[Range<usize>], index: usize) -> Option<usize> {
    for index in index..index + 8 {
        let (quote, next) = (quotes.get(index)?, quotes.get(index + 1)?);
        let paragraph =
            (quote.end..=next.start).any(|at| text.scan.tokens.get(at).is_some_and(|token| token.paragraph_before));
        let open = next.start.saturating_sub(quote.end) <= 2
            && paragraph
            && mark(text, quote.end).is_some_and(|(side, _)| side != Mark::Closes);
        if !open {
            return None;
        }
        let behind = sayings.partition_point(|saying| saying.verb < next.end);
        let named = sayings.get(behind).filter(|saying| {
            saying.verb - next.end < BESIDE && saying.order == Order::Trailing && saying.speaker.start >= next.end
        });
        if named.is_some() {
            return Some(behind);
        }
    }
    None
}

/// The saying before the first of quotes that follow one another.
fn of_quote_before(text: &Text<'_, '_>, sayings: &[Saying], quotes: &[Range<usize>], index: usize) -> Option<usize> {
    let mut index = index;
    for _ in 0..6 {
        let quote = quotes.get(index)?;
        let before = sayings
            .partition_point(|saying| saying.verb < quote.start)
            .checked_sub(1)?;
        let near = text.scan.sentence_index(sayings.get(before)?.verb)?;
        if near + 1 >= text.scan.sentence_index(quote.start)? {
            return Some(before);
        }
        index = index.checked_sub(1)?;
    }
    None
}

/// Where a count stands: the hedge of its number can hold the saying's own verb, as in "estimated that 12".
pub(super) fn last(phrase: &Phrase) -> usize {
    phrase.tokens.end.saturating_sub(1).max(phrase.tokens.start)
}

/// The saying from which the sentence reads on, as its row.
pub(super) fn from_before(
    text: &Text<'_, '_>,
    sayings: &[Saying],
    phrase: &Phrase,
    outcome: &Range<usize>,
) -> Option<usize> {
    let sentence = text.sentence(last(phrase));
    let row = sayings
        .partition_point(|saying| saying.verb < sentence.start)
        .checked_sub(1)?;
    let saying = sayings.get(row)?;
    let here = text.scan.sentence_index(sentence.start)?;
    let near = text.scan.sentence_index(saying.verb)?;
    if near >= here || here - near > 3 {
        return None;
    }
    let bodies = text.reads(sentence.start, &["the", "bodies", "of"]);
    let own = phrase.tokens.start <= sentence.start + 1 && (phrase.others || phrase.of_them)
        || bodies && phrase.of_them && phrase.tokens.start == sentence.start + 3
        || outcome.start < sentence.start
        || text.lower(phrase.tokens.start) == "another"
            && (sentence.start..phrase.tokens.start).all(|at| text.quantity(at).is_none());
    // "Three others were reportedly killed": nobody is named who says so
    let from = phrase.tokens.start.min(outcome.start).saturating_sub(3);
    let mut clause = (from.max(sentence.start)..sentence.end.min(outcome.end + 5))
        .take_while(|&at| at < outcome.end || text.is_word(at));
    if clause.any(|at| text.lower(at) == "reportedly") {
        return None;
    }
    let besides = also(text, &sentence, outcome) || sums_up(text, &sentence) || same_period(text, &sentence);
    if !(own
        || behind_according(text, sayings, &sentence)
        || besides
        || splits(text, &sentence)
        || torn(text, &sentence)
        || opens_on(text, &sentence)
        || goes_on(text, &sentence, phrase, outcome))
    {
        return None;
    }
    // who warned of more rain did not count the dead
    let counts = |at: usize| text.outcome(at).is_some() || text.quantity(at).is_some() && !text.is(at, Tag::DET);
    let person = matches!(text.lower(sentence.start), "he" | "she" | "they");
    let told = || saying.reach.clone().any(counts);
    let harm = |at: usize| text.outcome(at).is_some() || is_violence(text.lower(at));
    let open = || person || torn(text, &sentence) || behind_according(text, sayings, &sentence);
    if besides && !told() || !saying.reach.clone().any(harm) && !open() {
        return None;
    }
    // between them only sentences that read on themselves
    let linked = (near + 1..here).all(|index| {
        text.scan.sentences.get(index).is_some_and(|sentence| {
            let counts = text.is_number(sentence.tokens.start) && !sentence.paragraph_before;
            counts || opens_on(text, &sentence.tokens)
        })
    });
    linked.then_some(row)
}

/// "A driver was also hurt", in the same paragraph: told by the one who told of the others.
fn also(text: &Text<'_, '_>, sentence: &Range<usize>, outcome: &Range<usize>) -> bool {
    let near = outcome.start.saturating_sub(3).max(sentence.start)..outcome.start;
    !begins_paragraph(text, sentence) && near.into_iter().any(|at| text.lower(at) == "also")
}

/// "Deaths among the troops during the same period were 12": the span is the one that was told of.
fn same_period(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    (sentence.start + 1..sentence.end).any(|at| {
        matches!(text.lower(at), "period" | "span" | "timeframe")
            && matches!(text.lower(at - 1), "same" | "that")
            && (at.saturating_sub(3)..at).any(|at| matches!(text.lower(at), "in" | "during" | "over" | "for"))
    })
}

/// "The total number of wounded stands at 140", in the same paragraph.
fn sums_up(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let first = sentence.start;
    let total = matches!(text.lower(first + 1), "total" | "overall" | "cumulative" | "combined");
    !begins_paragraph(text, sentence) && text.lower(first) == "the" && total
}

/// "According to the agency, …. In Orla 40 people were hurt.": the sentence right behind, in the same paragraph.
fn behind_according(text: &Text<'_, '_>, sayings: &[Saying], sentence: &Range<usize>) -> bool {
    let row = sayings.partition_point(|saying| saying.verb < sentence.start);
    let Some(saying) = row.checked_sub(1).and_then(|row| sayings.get(row)) else {
        return false;
    };
    let before = text.sentence(saying.verb);
    let leads = saying.rule == "speaker/according-to" && saying.verb == before.start;
    let counts = saying.reach.clone().any(|at| text.quantity(at).is_some());
    leads && counts && before.end == sentence.start && !begins_paragraph(text, sentence)
}

/// "27 injured left hospital": a number of those who were counted right before, without a noun of its own.
fn splits(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let harm = sentence.start + 1;
    let verb = harm + 1;
    text.quantity(sentence.start).is_some()
        // "No arrests have been made": nobody was counted before
        && text.lower(sentence.start) != "no"
        && text.outcome(harm).is_some()
        && (text.is(verb, Tag::PAST.or(Tag::BE).or(Tag::HAVE)) || text.lower(verb) == "left")
}

/// "Police said that. 12 people died": the sentence before breaks off before what is said.
fn torn(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let stop = sentence.start.saturating_sub(1);
    let that = stop.saturating_sub(1);
    text.lower(stop) == "." && text.lower(that) == "that" && text.is(that.saturating_sub(1), Tag::SAY)
}

fn begins_paragraph(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    text.scan
        .sentence_of(sentence.start)
        .is_none_or(|sentence| sentence.paragraph_before)
        || text
            .scan
            .tokens
            .get(sentence.start)
            .is_some_and(|token| token.line_before)
}

/// "Among them", "Another", "They", "The dead included": the sentence hangs on the one before it.
fn opens_on(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let first = sentence.start + usize::from(!text.is_word(sentence.start));
    let word = text.lower(first);
    let next = text.lower(first + 1);
    let whole = |at: usize| matches!(text.lower(at), "them" | "these" | "those" | "whom");
    match word {
        "he" | "she" => {
            let known = text.is(first + 1, Tag::BE) && text.lower(first + 2) == "the";
            // "He has also denied the raid": told of him
            !known && (text.lower(first + 1) != "has" || witnesses(text, sentence))
        }
        "among" | "they" | "these" | "those" | "another" | "others" | "further" | "additionally" => true,
        "a" => {
            matches!(next, "further" | "fourth" | "fifth" | "sixth")
                // "A third miner was hurt", not "A third of the miners"
                || next == "third" && text.is(first + 2, Tag::PERSON)
        }
        "of" => whole(first + 1) || next == "the" && text.outcome(first + 2).is_some(),
        "most" | "many" | "some" | "all" | "half" | "none" | "several" => {
            next == "of" && whole(first + 2) || whole(first + 1) || text.is(first + 1, Tag::BE)
        }
        // "The bodies of four of them were found"
        "the" if matches!(next, "bodies" | "remains") => {
            text.lower(first + 2) == "of" && (first + 3..first + 6).any(|at| text.lower(at) == "of" && whole(at + 1))
        }
        "the" => {
            let noun = matches!(
                next,
                "dead"
                    | "victims"
                    | "injured"
                    | "wounded"
                    | "deceased"
                    | "toll"
                    | "others"
                    | "detainees"
                    | "missing"
                    | "fatalities"
                    | "casualties"
                    | "arrested"
                    | "rest"
            );
            next == "dead"
                // "The other two are in stable condition"
                || next == "other" && text.quantity(first + 2).is_some()
                || noun
                    && (first + 2..first + 6).any(|at| {
                        matches!(
                            text.lower(at),
                            "included" | "include" | "includes" | "comprised" | "were" | "are"
                        )
                    })
        }
        "also" => true,
        // "This included two writers"
        "this" | "that" => matches!(next, "included" | "includes"),
        "and" => matches!(next, "this" | "that") && text.lower(first + 2).starts_with("include"),
        "in" => next == "addition",
        _ => {
            text.quantity(first).is_some()
                && (first + 1..first + 6).any(|at| {
                    text.lower(at) == "of" && whole(at + 1)
                        || matches!(text.lower(at), "other" | "others" | "further")
                        || text.lower(at) == "more" && text.lower(at + 1) != "than"
                })
        }
    }
}

/// What those who tell of it can have counted the harm of.
fn is_violence(word: &str) -> bool {
    matches!(
        word,
        "violence"
            | "clashes"
            | "fighting"
            | "shelling"
            | "shooting"
            | "gunfire"
            | "attack"
            | "attacks"
            | "raids"
            | "raid"
            | "blast"
            | "explosion"
            | "fire"
            | "hit"
            | "fell"
            | "crashed"
            | "stormed"
            | "collapsed"
            | "exploded"
    )
}

/// "He has seen 12 bodies": what one who spoke has seen himself.
fn witnesses(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let first = sentence.start;
    (first + 1..first + 4).any(|at| {
        matches!(
            text.lower(at),
            "saw"
                | "seen"
                | "counted"
                | "found"
                | "watched"
                | "witnessed"
                | "treated"
                | "heard"
                | "named"
                | "described"
        )
    })
}

/// "Residents reported that there was more violence.": the sentence before tells of harm without a number.
fn announced(text: &Text<'_, '_>, sentence: &Range<usize>) -> bool {
    let Some(before) = sentence.start.checked_sub(1).map(|at| text.sentence(at)) else {
        return false;
    };
    let verb = before
        .clone()
        .find(|&at| matches!(text.lower(at), "reported" | "report"));
    verb.is_some_and(|verb| {
        let behind = verb + 1..before.end;
        let violence = |at: usize| is_violence(text.lower(at));
        verb > before.start
            && words::is(text.lower(verb - 1), Role::SOURCE)
            && behind.clone().any(violence)
            && behind
                .clone()
                .all(|at| text.quantity(at).is_none() || text.is(at, Tag::DET))
    })
}

/// "Thirteen died in Homs", "Twelve people had been killed": told in the same breath.
fn goes_on(text: &Text<'_, '_>, sentence: &Range<usize>, phrase: &Phrase, outcome: &Range<usize>) -> bool {
    let first = sentence.start;
    let new = text
        .scan
        .sentence_of(first)
        .is_none_or(|sentence| sentence.paragraph_before);
    let behind = sentence.end.min(outcome.end + 20);
    let background = (first..behind)
        .any(|at| matches!(text.lower(at), "since" | "meanwhile" | "earlier" | "elsewhere"))
        || (first..behind).any(|at| matches!(text.lower(at), "have" | "has" | "are" | "reported" | "recorded"));
    if background {
        return false;
    }
    // "Residents reported more violence. Two men were shot in Orla"
    if text.quantity(first).is_some() && !new && announced(text, sentence) {
        return true;
    }
    // "Thirteen-year-old Ida" counts nobody
    if text.is_number(first) && !new && text.lower(first + 1) != "-" {
        return true;
    }
    // speech that is told in the past goes one step back: "had been killed"
    let from = phrase.tokens.start.min(outcome.start);
    let to = phrase.tokens.end.max(outcome.start);
    let had = (from.saturating_sub(4).max(first)..to).any(|at| text.lower(at) == "had");
    // "the city, where troops had killed 12, was calm", "Nurses found he had been hurt": the clause is not the main one
    let finite = Tag::BE.or(Tag::HAVE).or(Tag::SAY).or(Tag::PAST);
    let aside = (first..from).any(|at| {
        let verb = text.is(at, finite)
            && !matches!(text.lower(at), "had" | "been")
            && text.is_word(at)
            && text.outcome(at).is_none();
        verb && !text.is_name(at) || matches!(text.lower(at), "where" | "which" | "whose" | "who")
    });
    let had = had && !aside;
    had && !text.is(first, Tag::PREP.or(Tag::TIME).or(Tag::SUBORD).or(Tag::CONJ))
}
