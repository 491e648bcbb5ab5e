//! Labels: who speaks, named before or behind a colon or a dash.

use std::ops::Range;

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::speak_other::{leading, line};
use super::speak_words::{self as words, Role};
use super::text::Text;

/// "Source: 12 killed"
pub(super) fn label(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let near = sentence.start..sentence.end.min(sentence.start + 8);
    let colon = near
        .clone()
        .find(|&at| text.lower(at) == ":")
        .or_else(|| dash_label(text, near))?;
    let words = sentence.start..colon;
    let plain = words
        .clone()
        .all(|at| text.is_word(at) || matches!(text.lower(at), "'" | "-" | "/"));
    let quote = matches!(text.lower(colon + 1), "\"" | "“" | "'");
    let name = quote && words.len() <= 3 && words.clone().all(|at| text.is_name(at));
    // "the army denies: ...": the verb is no part of the name
    let verb = (words.start + 1..words.end).find(|&at| {
        text.is(at, Tag::VERB.or(Tag::PAST).or(Tag::SAY).or(Tag::BE))
            && !text.is(at, Tag::PERSON)
            && !text.is_name(at)
            && !matches!(text.lower(at), "report" | "state" | "united")
    });
    let words = super::subject::trimmed(text, words.start..verb.unwrap_or(words.end));
    let counted = words
        .clone()
        .any(|at| text.quantity(at).is_some() || text.outcome(at).is_some());
    // "Orla immigrant center: 13 dead": where, in a list of places
    let place = sentence.end.saturating_sub(colon) <= 4
        && matches!(
            text.lower(colon.saturating_sub(1)),
            "party" | "base" | "center" | "centre"
        );
    let speaks = (is_source(text, &words) || name) && !place;
    (speaks && plain && !counted && !words.is_empty())
        .then(|| leading(words, colon..sentence.end, "speaker/label", colon))
}

/// "Army: 3 soldiers killed; Rebels: 9 dead": each part of the sentence with a label of its own.
pub(super) fn labels(text: &Text<'_, '_>, sentence: &Range<usize>) -> Vec<Saying> {
    let mut out: Vec<Saying> = Vec::new();
    for sign in sentence.clone().filter(|&at| text.lower(at) == ";").take(6) {
        let Some(one) = label(text, &(sign + 1..sentence.end)) else {
            continue;
        };
        if let Some(before) = out.last_mut() {
            before.reach.end = sign;
        }
        out.push(one);
    }
    out
}

/// "Minister – 12 held after riot": a dash with a number right behind it.
fn dash_label(text: &Text<'_, '_>, near: Range<usize>) -> Option<usize> {
    let dash = near.clone().find(|&at| {
        at > near.start && matches!(text.lower(at), "-" | "–" | "—") && text.is_spaced(at) && text.is_spaced(at + 1)
    })?;
    let counts = (dash + 1..dash + 4).any(|at| text.quantity(at).is_some());
    let speaks = words::is(text.lower(dash - 1), Role::SOURCE) && !words::is_acronym(text, dash - 1);
    (counts && speaks).then_some(dash)
}

/// True where a label's words name those who can vouch: "health ministry", not "what we know".
fn is_source(text: &Text<'_, '_>, range: &Range<usize>) -> bool {
    // "PHOTO GALLERY": among capitals only they tell nothing
    let capital = |at: usize| {
        let token = text.scan.tokens.get(at);
        token.is_some_and(|token| token.all_capitals(text.scan.text) || !text.is_word(at))
    };
    let shouted = range.len() > 1 && range.clone().all(capital);
    range.clone().any(|at| {
        let pronoun = text.is(at, Tag::PRON) && !words::is_acronym(text, at) && !matches!(text.lower(at), "us");
        (words::is(text.lower(at), Role::SOURCE)
            || words::is_acronym(text, at) && (at > range.start && !shouted || words::is_police(text.lower(at)))
            || matches!(text.lower(at), "report" | "reports"))
            && (!pronoun || text.is_name(at))
    })
}

/// "12 killed in blast: police", "12 killed - health ministry"
pub(super) fn label_behind(text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<Saying> {
    let end = (sentence.start + 1..sentence.end)
        .find(|&at| text.scan.tokens.get(at).is_some_and(|token| token.line_before) && text.is_capital(at))
        .unwrap_or(sentence.end);
    let end = if matches!(text.lower(end.saturating_sub(1)), "." | "!" | ")") {
        end - 1
    } else {
        end
    };
    let sign = (end.saturating_sub(8).max(sentence.start + 2)..end).rev().find(|&at| {
        matches!(text.lower(at), ":" | "–" | "—" | "|")
            || text.lower(at) == "-"
                && (text.is_spaced(at) || text.lower(at - 1) == "-")
                && (text.is_spaced(at + 1) || text.lower(at + 1) == "-")
            || text.lower(at) == "(" && end < sentence.end
    })?;
    // "3 Feb: 12 killed 4 Apr: Army in Orla": a day, and what happened on it
    let dated = text.lower(sign) == ":" && text.is(sign - 1, Tag::TIME);
    // "(Photo: EPN)", "identified - Channel 5 - KVLA": who took the picture, and the name of a site
    let shot = matches!(
        text.lower(sign - 1),
        "photo" | "photos" | "image" | "credit" | "picture" | "video" | "file"
    );
    let dash =
        |at: usize| matches!(text.lower(at), "-" | "–" | "—" | "|") && text.is_spaced(at) && text.is_spaced(at + 1);
    let site = dash(sign) && (sign.saturating_sub(5).max(sentence.start)..sign).any(dash);
    if dated || shot || site {
        return None;
    }
    let words = sign + 1 + usize::from(text.lower(sign + 1) == "-")..end;
    let plain = words
        .clone()
        .all(|at| text.is_word(at) || matches!(text.lower(at), "'" | "-" | "/"));
    let verb = words.clone().any(|at| {
        let says = words::is(text.lower(at), Role::STRONG.or(Role::WITH_THAT))
            || matches!(text.lower(at), "said" | "says" | "say" | "told");
        says || text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::MODAL))
            || text.outcome(at).is_some()
            || text.quantity(at).is_some()
    });
    let counted = (sentence.start..sign).any(|at| text.quantity(at).is_some());
    // "© Ida Marr (EPN)": who took the picture
    let pictured = (sign.saturating_sub(8).max(sentence.start)..sign).any(|at| text.lower(at) == "©");
    // "toll climbs to 14 – NDRR": in a line of capitals one unknown word behind the sign
    let unknown = words.len() == 1
        && text.words.tag(words.start) == Tag::NONE
        && text
            .scan
            .tokens
            .get(words.start)
            .is_some_and(|token| token.all_capitals(text.scan.text) && token.lower.len() < 9);
    (counted && plain && !verb && !pictured && !words.is_empty() && (is_source(text, &words) || unknown)).then(|| {
        Saying {
            order: Order::Trailing,
            ..leading(words, line(text, sign, sentence).start..end, "speaker/label", sign)
        }
    })
}
