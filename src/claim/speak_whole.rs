//! What tells one unnamed speaker from others: "a nurse who asked not to be named", and the name that is given instead.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::Saying;
use super::speak_kind::is_unknown;
use super::text::Text;

/// How long what is said of a speaker can be.
const LONGEST: usize = 14;

/// The words that name the speaker, where more of them count than the noun.
pub(super) fn whole(text: &Text<'_, '_>, saying: &Saying) -> Option<Range<usize>> {
    let end = saying.speaker.end;
    match text.lower(end) {
        "who" if is_unknown(text, &saying.speaker) => restricted(text, saying),
        "," if text.lower(end + 1) == "who" => alias(text, end + 2),
        _ => None,
    }
}

/// "a nurse who declined to be named said": without a comma the clause tells which nurse.
fn restricted(text: &Text<'_, '_>, saying: &Saying) -> Option<Range<usize>> {
    let speaker = &saying.speaker;
    let sentence = text.sentence(speaker.start);
    let limit = sentence.end.min(speaker.end + LONGEST);
    let stop = (speaker.end + 1..limit).find(|&at| !text.is_word(at) && text.lower(at) != "-");
    let behind = saying.verb >= speaker.end;
    let end = if behind { saying.verb } else { stop? };
    // "asked to be named only as “Halim”": what is quoted belongs to it
    let quoted = !behind && matches!(text.lower(end), "“" | "\"");
    let unbroken = end <= limit && stop.is_none_or(|stop| end <= stop) && !quoted;
    // "a surgeon who treated her is quoted"
    let loose =
        |at: usize| text.is(at, Tag::BE.or(Tag::HAVE)) || matches!(text.lower(at), "earlier" | "later" | "also");
    let more = (speaker.end..end).rev().take_while(|&at| behind && loose(at)).count();
    let end = end - more;
    (unbroken && end > speaker.end + 2).then_some(speaker.start..end)
}

/// "the man, who identified himself as Halim": the name that he gives.
fn alias(text: &Text<'_, '_>, from: usize) -> Option<Range<usize>> {
    let known = (from..from + 7).find(|&at| text.lower(at).starts_with("identif"))?;
    let link = (known + 1..known + 5).find(|&at| text.lower(at) == "as")?;
    let quoted = usize::from(!text.is_word(link + 1));
    let first = link + 1 + quoted;
    let end = (first..first + 3).find(|&at| !text.is_name(at)).unwrap_or(first + 3);
    let plain = (from..link).all(|at| text.is_word(at));
    (plain && end > first).then_some(first..end)
}
