//! Counts that another body tells of the same harm, with the harm left out: "the ministry says over 1,180".

use std::ops::Range;

use super::back::last_link;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::phrase::{Head, Phrase};
use super::text::Text;

/// The most tokens a name of who tells can have: "the General Directorate of Prisons".
const TELLER: usize = 7;

/// "...; the ministry says over 1,180 in the country", "the ministry reports three dead, the committee four".
pub(super) fn said_too(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, links: &[Link]) -> Option<Link> {
    let text = linker.text;
    let joint = phrase.tokens.start.checked_sub(1)?;
    let start = text.sentence(joint).start;
    let weighed = phrase.head == Head::Bare && is_weighed(text, phrase.end);
    if !weighed && (!super::ellipsis::bare_end(linker, phrase) || !ends(text, phrase.end)) {
        return None;
    }
    // "the committee gave a figure of 133"
    let figure = text.lower(joint) == "of"
        && joint > start + 3
        && matches!(text.lower(joint - 1), "figure" | "total" | "toll" | "count" | "tally")
        && text.is(joint - 2, Tag::DET);
    let joint = if figure { joint - 3 } else { joint };
    let gives = gives_figure(text, joint) || figure && matches!(text.lower(joint), "put" | "cited" | "offered");
    let teller = teller(text, start, if gives { joint } else { joint + 1 })?;
    let before = last_link(linker, phrase, links)?;
    let told = before.outcome.end.max(linker.phrases.get(before.phrase)?.end);
    let from = text.sentence(before.outcome.start).start;
    let is_told = before.rule == "link/toll" || (from..teller.start).any(|at| gives_figure(text, at));
    // without a verb of its own it reads on from the clause right before
    let reads_on = gives || from == start && told + 1 == teller.start && text.is(teller.start, Tag::DET);
    let fits = is_told
        && told <= teller.start
        && reads_on
        && text.scan.sentence_index(from) <= text.scan.sentence_index(start);
    fits.then(|| Link {
        phrase: index,
        rule: "link/said-too",
        part: false,
        confidence: before.confidence * 0.8,
        ..before.clone()
    })
}

/// "Asked how many had died, he said “only two”", "How many died? About 60, officials say": the answer.
pub(super) fn answered(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    if phrase.of_them || linker.number(phrase).is_none() || !super::ellipsis::bare_end(linker, phrase) {
        return None;
    }
    let first = phrase.tokens.start;
    let sentence = text.sentence(first).start;
    let opens = (sentence..first).all(|at| !text.is_word(at));
    let start = if opens {
        text.sentence(sentence.checked_sub(1)?).start
    } else {
        sentence
    };
    let many = (start.max(first.saturating_sub(30))..first)
        .find(|&at| text.reads(at, &["how", "many"]) && (opens || at > start && text.begins(at - 1, &["ask"])))?;
    // "how many wars will it take"
    let persons = (many + 2..many + 5).any(|at| text.is(at, Tag::PERSON) || text.outcome_from(at).is_some());
    let harm = (many..first).find_map(|at| text.outcome_from(at)).filter(|_| persons)?;
    // between the question and its answer stands who answers, and nothing else
    let answers = if opens {
        text.lower(sentence - 1) == "?" || text.lower(sentence.saturating_sub(2)) == "?"
    } else {
        let quiet = |at: usize| !text.is_word(at) || matches!(text.lower(at), "that" | "only" | "just");
        let verb = (harm.tokens.end..first).rev().find(|&at| !quiet(at))?;
        text.is(verb, Tag::SAY) || matches!(text.lower(verb), "replied" | "answered" | "responded")
    };
    let clear = (harm.tokens.end..first).all(|at| text.outcome_from(at).is_none() && text.quantity(at).is_none());
    (answers && clear).then(|| linker.link(index, harm, "link/answered", 0.75))
}

/// A verb of saying, or another one that gives a figure.
fn gives_figure(text: &Text<'_, '_>, at: usize) -> bool {
    text.is(at, Tag::SAY)
        || matches!(
            text.lower(at),
            "gives" | "gave" | "reckons" | "reckoned" | "lists" | "listed" | "cites" | "cited"
        )
}

/// The count ends its clause, or a place follows; "one in ten" is a share.
fn ends(text: &Text<'_, '_>, end: usize) -> bool {
    let place = matches!(text.lower(end), "in" | "across" | "for") && text.quantity(end + 1).is_none();
    matches!(text.lower(end), "." | ";" | "," | "" | "and" | "nationwide") || place
}

/// "700 was more likely", "100,000 “would seem a minimum”": what is said of the figure.
fn is_weighed(text: &Text<'_, '_>, end: usize) -> bool {
    let from = end + usize::from(matches!(text.lower(end), "“" | "\"" | "‘"));
    let verb = text.is(from, Tag::BE.or(Tag::MODAL)) || text.lower(from).starts_with("seem");
    verb && (from + 1..from + 6).take_while(|&at| text.is_word(at)).any(|at| {
        matches!(
            text.lower(at),
            "minimum"
                | "likely"
                | "likelier"
                | "conservative"
                | "realistic"
                | "underestimate"
                | "exaggerated"
                | "nearer"
                | "closer"
        )
    })
}

/// Who tells, between the start of the clause and `end`: a few words with a head and no verb.
fn teller(text: &Text<'_, '_>, start: usize, end: usize) -> Option<Range<usize>> {
    // "the league, a body of clerks, gave"
    let closed = end > start + 2 && text.lower(end - 1) == ",";
    let end = end - usize::from(closed);
    let open = (start.max(end.saturating_sub(TELLER + 1))..end)
        .rev()
        .find(|&at| matches!(text.lower(at), ";" | "," | "while" | "but" | "and" | "whereas"));
    let from = open.map_or(start, |at| at + 1);
    let of_verb = |at: usize| {
        text.outcome(at).is_some()
            || text.quantity(at).is_some()
            || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SUBORD).or(Tag::PRON))
            || text.is(at, Tag::PAST.or(Tag::VERB).or(Tag::SAY)) && !text.is_capital(at)
    };
    let head = end.checked_sub(1).filter(|&head| head >= from)?;
    let named = text.is(from, Tag::DET) || text.is_name(from) || text.is(head, Tag::PERSON);
    let closes = !text.is(head, Tag::PREP.or(Tag::DET).or(Tag::TIME).or(Tag::ADVERB)) && text.is_word(head);
    (named && closes && end - from <= TELLER && !(from..end).any(of_verb)).then_some(from..end)
}

#[cfg(test)]
mod tests {
    use crate::claim::count_cases::check;

    #[test]
    fn another_body_counts_the_same_harm() {
        check(&[
            (
                "The police say almost 900 people were arrested in Estrava; the ministry says over 1,180 in the country.",
                "arrested 900; arrested 1180",
            ),
            (
                "In the evening the Health Office reports three dead, the Square Committee four.",
                "killed 3; killed 4",
            ),
            (
                "The army said 12 rebels had been killed. The rebels said four.",
                "killed 12; killed 4",
            ),
            (
                "Doctors counted 40 wounded, while the Health Office gave 31.",
                "injured 40; injured 31",
            ),
            (
                "The ministry said 31 people had died. The fire brigade said one in ten.",
                "killed 31",
            ),
            (
                "Three people died, the mayor said. The roads, the police said, were 12.",
                "killed 3",
            ),
            (
                "The mayor said three people had died on the bridge, the Highway 4.",
                "killed 3",
            ),
            (
                "Officials said two people died at gate three, the old tower 12.",
                "killed 2",
            ),
            ("The clerk said nine died. He said 12.", "killed 9"),
            ("Nine people died. The clerk said 12 had come.", "killed 9"),
            ("The ministry says 9,000 voters are listed, the council 8,000.", ""),
        ]);
    }
}
