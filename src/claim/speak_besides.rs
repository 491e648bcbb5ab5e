//! Figures in a saying's sentence for which the one who speaks does not vouch: what is known to all, what others say.

use super::lexicon::Tag;
use super::saying::{Order, Saying};
use super::text::Text;
use crate::time::is_month;

/// "said they sought the man who killed 12", "said the blast that killed 12 was an accident": what is known to all.
fn background(text: &Text<'_, '_>, from: usize, at: usize) -> bool {
    let near = (at.saturating_sub(7).max(from + 2)..at).rev();
    let Some(link) = near
        .clone()
        .find(|&at| matches!(text.lower(at), "that" | "which" | "who"))
    else {
        let kin = |at: usize| matches!(text.lower(at), "families" | "relatives" | "kin" | "widows");
        return near.clone().any(|at| kin(at) && text.reads(at + 1, &["of", "the"]));
    };
    // "thinks it is revenge for a strike that reportedly killed 12"
    if text.lower(link + 1) == "reportedly" && text.outcome(link + 2).is_some() {
        return true;
    }
    if dated(text, from, link) {
        return true;
    }
    let noun = is_known(text.lower(link - 1));
    let known = (link.saturating_sub(5).max(from)..link - 1)
        .rev()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .find(|&at| text.is(at, Tag::DET.or(Tag::POSS)))
        .is_some_and(|at| text.lower(at) == "the");
    let harm =
        (link + 1..link + 3).any(|at| text.outcome(at).is_some() || matches!(text.lower(at), "left" | "trapped"));
    noun && known && harm && (from..link - 1).all(|at| text.quantity(at).is_none_or(|_| text.is(at, Tag::DET)))
}

/// "had taken part in the 2005 attack on a hotel that left 12 dead", "in an attack in May which killed 12": the time of
/// an event tells which it was.
fn dated(text: &Text<'_, '_>, from: usize, link: usize) -> bool {
    if !(link + 1..link + 4).any(|at| text.outcome(at).is_some() || text.lower(at) == "left") {
        return false;
    }
    let noun = (link.saturating_sub(14).max(from + 2)..link)
        .rev()
        .take_while(|&at| text.lower(at) != ";" && !text.is(at, Tag::SAY))
        .find(|&at| is_known(text.lower(at)));
    let Some(noun) = noun else { return false };
    let bare =
        (noun + 1..link).all(|at| !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::MODAL)) && text.outcome(at).is_none());
    let year = |at: usize| {
        let word = text.lower(at);
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|one| one.is_ascii_digit())
    };
    let time = |at: usize| {
        year(at)
            || is_month(text.lower(at)) && text.lower(at) != "may"
            || matches!(text.lower(at), "last" | "previous") && text.is(at + 1, Tag::TIME)
    };
    bare && (noun.saturating_sub(5).max(from)..link).any(time)
}

/// "said it would end attacks that have killed 12", "said the war, which has left 12 dead, must stop": a standing figure
/// behind the word for what goes on, where something else is said.
fn strife(text: &Text<'_, '_>, from: usize, at: usize) -> bool {
    let near = (at.saturating_sub(9).max(from + 2)..at).rev();
    let link = near.into_iter().find(|&at| {
        matches!(text.lower(at), "that" | "which")
            && matches!(text.lower(at + 1), "has" | "have")
            && (at + 2..at + 5).any(|at| text.outcome(at).is_some() || matches!(text.lower(at), "left" | "claimed"))
    });
    let Some(link) = link else { return false };
    let noun = (link.saturating_sub(8).max(from)..link)
        .rev()
        .find(|&at| goes_on(text.lower(at)));
    let told = Tag::MODAL.or(Tag::BE).or(Tag::PAST);
    noun.is_some_and(|noun| {
        let before = from..noun;
        before.clone().any(|at| text.is(at, told) && !text.is_name(at))
            && before.clone().all(|at| {
                text.lower(at) != "there"
                    && text.outcome(at).is_none()
                    && text.quantity(at).is_none_or(|_| text.is(at, Tag::DET))
            })
    })
}

/// What goes on for long, or again and again.
fn goes_on(word: &str) -> bool {
    matches!(
        word,
        "attacks"
            | "bombings"
            | "raids"
            | "killings"
            | "clashes"
            | "crackdown"
            | "crackdowns"
            | "violence"
            | "conflict"
            | "war"
            | "fighting"
            | "unrest"
            | "uprising"
            | "revolt"
            | "insurgency"
            | "bloodshed"
            | "siege"
    )
}

/// "said teams bound for the village where 12 people are said to have died came under fire": others say so.
fn said_there(text: &Text<'_, '_>, from: usize, at: usize) -> bool {
    let aside = (at.saturating_sub(4).max(from)..at).any(|at| text.lower(at) == "where");
    let passive = (at + 1..at + 4).find(|&at| text.is(at, Tag::BE));
    aside
        && passive.is_some_and(|be| {
            matches!(
                text.lower(be + 1),
                "said" | "reported" | "believed" | "thought" | "alleged"
            ) && text.reads(be + 2, &["to", "have"])
        })
}

/// An event, or who caused it.
fn is_known(word: &str) -> bool {
    matches!(
        word,
        "attack"
            | "blast"
            | "bombing"
            | "explosion"
            | "fire"
            | "crash"
            | "accident"
            | "raid"
            | "shooting"
            | "earthquake"
            | "quake"
            | "storm"
            | "cave-in"
            | "collapse"
            | "collision"
            | "man"
            | "gunman"
            | "gunmen"
            | "driver"
            | "attacker"
            | "attackers"
            | "killers"
            | "bomber"
    )
}

/// "announced new checks, following the recent arrest of 12 men": what is known to all.
fn known(text: &Text<'_, '_>, from: usize, at: usize) -> bool {
    let of = (at.saturating_sub(4).max(from + 3)..at)
        .rev()
        .find(|&at| text.lower(at) == "of");
    let link = of.and_then(|of| {
        (of.saturating_sub(5).max(from + 1)..of)
            .rev()
            .find(|&at| matches!(text.lower(at), "following" | "after"))
    });
    let (Some(of), Some(link)) = (of, link) else {
        return false;
    };
    text.is(link + 1, Tag::DET.or(Tag::POSS))
        && text.outcome(of - 1).is_some()
        && (text.lower(link - 1) == ","
            || (from..link).all(|at| text.outcome(at).is_none() && text.quantity(at).is_none()))
}

/// "said she was shocked by the blast that killed 12": how somebody feels about what is known.
fn moved(text: &Text<'_, '_>, from: usize) -> bool {
    let that = usize::from(text.lower(from) == "that");
    let be = from + that + 1;
    text.is(from + that, Tag::PRON)
        && text.is(be, Tag::BE)
        && (be + 1..be + 4).any(|at| {
            matches!(
                text.lower(at),
                "horrified"
                    | "shocked"
                    | "saddened"
                    | "appalled"
                    | "devastated"
                    | "outraged"
                    | "disgusted"
                    | "sickened"
                    | "heartbroken"
                    | "stunned"
                    | "dismayed"
                    | "grieved"
            )
        })
}

/// "The gunman who killed 12 had bought a pistol, police said", "The killing of 12 shows that, the mayor says": what is
/// said of those who are known.
fn subject_known(text: &Text<'_, '_>, saying: &Saying, at: usize) -> bool {
    let first = text.sentence(at).start;
    if text.lower(first) != "the" || at > first + 24 {
        return false;
    }
    let finite = Tag::BE.or(Tag::HAVE).or(Tag::MODAL);
    let later = at + 1..saying.speaker.start.min(at + 24);
    if text.lower(first + 2) == "of" && text.outcome(first + 1).is_some() && at <= first + 8 {
        return later.into_iter().any(|at| {
            matches!(
                text.lower(at),
                "shows" | "proves" | "demonstrates" | "means" | "underlines" | "marks" | "showed" | "proved"
            )
        });
    }
    let link = (first + 2..first + 5).find(|&at| matches!(text.lower(at), "who" | "that" | "which"));
    let Some(link) = link.filter(|&link| link < at) else {
        return false;
    };
    let harm = text.outcome(link + 1).is_some() || text.outcome(link + 2).is_some() && text.is(link + 1, Tag::HAVE);
    let clause = link + 1..at;
    // the figure stands in the clause of the subject, and its own verb behind it
    let inside =
        clause.clone().all(|at| text.lower(at) != ",") && !clause.clone().any(|at| text.is(at, finite.or(Tag::SAY)));
    let verb = later.clone().find(|&at| text.is(at, finite));
    let other = verb.is_some_and(|verb| (verb..later.end.min(verb + 4)).all(|at| text.outcome(at).is_none()));
    is_known(text.lower(link - 1)) && harm && inside && other
}

/// "said on Friday, a day after 12 people died": told of the day, not by the speaker.
pub(super) fn besides(text: &Text<'_, '_>, saying: &Saying, at: usize) -> bool {
    let from = saying.verb + 1;
    if saying.order == Order::Trailing && saying.verb > at {
        return subject_known(text, saying, at);
    }
    if from >= at || at - from > 40 {
        return false;
    }
    if moved(text, from) || known(text, from, at) || background(text, from, at) {
        return true;
    }
    if saying.order == Order::Leading && (strife(text, from, at) || said_there(text, from, at)) {
        return true;
    }
    (from + 1..at).any(|link| {
        matches!(text.lower(link), "after" | "before" | "following")
            && text.is(link - 1, Tag::TIME)
            && matches!(
                text.lower(link - 1),
                "day"
                    | "days"
                    | "hours"
                    | "hour"
                    | "week"
                    | "weeks"
                    | "month"
                    | "months"
                    | "year"
                    | "years"
                    | "minutes"
            )
            && (from..link).all(|at| text.lower(at) != "that" && text.outcome(at).is_none())
    })
}
