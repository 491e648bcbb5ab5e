//! What kind of speaker words name: several people, a body under its name, a paper and who wrote it.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::Saying;
use super::speak_words as words;
use super::text::Text;

/// "residents", "officials": several people, of whom no "it" can be said.
pub(super) fn is_several(text: &Text<'_, '_>, head: usize) -> bool {
    let word = text.lower(head);
    // "Officials from Orla said": the capital is the sentence's
    let named = text.is_name(head) && head != text.sentence(head).start;
    let plural = word.ends_with('s') && !matches!(word, "us" | "press" | "news" | "forces" | "nations" | "services");
    let people = || text.is(head, Tag::PERSON) && !text.is(head, Tag::SINGULAR);
    plural && !named && (words::is(word, words::Role::SOURCE) || people())
}

/// "the news agency Jana": a body under a name that a person could have.
pub(super) fn outlet(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    tokens.len() > 2
        && matches!(
            text.lower(tokens.end - 2),
            "agency" | "television" | "tv" | "radio" | "newspaper" | "channel" | "network" | "broadcaster" | "website"
        )
}

/// "a nurse", "another witness": one of whom nothing was told yet.
pub(super) fn is_unknown(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    matches!(text.lower(tokens.start), "a" | "an" | "one" | "another")
}

/// "the police said in a statement. The statement said": whose paper it is.
pub(super) fn author(
    text: &Text<'_, '_>,
    sayings: &[Saying],
    names: &[Option<String>],
    saying: &Saying,
) -> Option<String> {
    let speaker = &saying.speaker;
    let paper = text.lower(speaker.start + 1);
    let bare = speaker.len() == 2 && matches!(text.lower(speaker.start), "the" | "its" | "this");
    // "The Post": a newspaper of that name
    let titled = text.is_name(speaker.start + 1);
    if !bare || titled || !words::is(paper, words::Role::DOCUMENT) || paper.ends_with('s') {
        return None;
    }
    let row = names.len().checked_sub(1)?;
    let (before, name) = (sayings.get(row)?, names.get(row)?);
    let here = text.scan.sentence_index(speaker.start)?;
    let there = text.scan.sentence_index(before.verb)?;
    let sentence = text.sentence(before.verb);
    let held = sentence.start.max(before.verb.saturating_sub(10))..sentence.end.min(before.verb + 10);
    let same = held
        .into_iter()
        .any(|at| text.lower(at) == paper && !before.speaker.contains(&at));
    (same && here > there && here - there <= 2)
        .then(|| name.clone())
        .flatten()
}
