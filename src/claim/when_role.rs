//! What a time expression dates in its sentence: the harm, the words of a speaker, the count itself, or something else.

use std::ops::Range;

use super::lexicon::Tag;
use super::text::Text;
use super::when_aside::{begins_harm, dates_search, is_entombed, still_held};
use super::when_bound::{
    claims_lives, is_before_noun, is_counted, is_distance, is_hearer, is_inverted, is_laid_to_rest, is_later_this,
    is_past_bound, is_struck_at,
};
use super::when_statement::{dates_words, is_of_what_is_said, opens_report};
use super::when_words::{is_brought_out, is_funeral, is_reaction, is_spoken, scene};
use crate::time::{Lean, TimeMention, When, is_worship};

/// How many tokens before a stretch the superlative stands that it goes with.
const COMPARED: usize = 6;

/// What a time expression dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// What happened; the usual.
    Event,
    /// "Tuesday's bombing", "the blast on Tuesday": the day of what did the harm, wherever it is named.
    Scene,
    /// "said on Tuesday", "a report published on Tuesday": when somebody spoke.
    Statement,
    /// "as of Friday", "rose to 40 on Friday": when was counted.
    Count,
    /// "after Sunday's vote", "mourned on Sunday", "will rule on Sunday": neither.
    Aside,
}

/// The tokens of one time expression in its sentence.
struct At<'w> {
    tokens: &'w Range<usize>,
    sentence: Range<usize>,
    /// The word before the expression and its prepositions.
    prior: Option<usize>,
    /// Whether a preposition stands between.
    on: bool,
}

/// What the expression dates.
pub(super) fn role(text: &Text<'_, '_>, time: &TimeMention, tokens: &Range<usize>) -> Role {
    let sentence = text.sentence(tokens.start);
    let floor = sentence.start;
    let lean = |at: usize| {
        matches!(
            text.lower(at),
            "on" | "at"
                | "in"
                | "late"
                | "early"
                | "the"
                | "this"
                | "over"
                | "by"
                | "around"
                | "about"
                | "during"
                | "shortly"
        )
    };
    let prior = (floor..tokens.start).rev().take(4).find(|&at| !lean(at));
    let at = At {
        on: prior.is_some_and(|prior| prior + 1 < tokens.start),
        prior,
        tokens,
        sentence,
    };
    if is_count(text, &at) || still_held(text, &at.sentence, tokens) {
        return Role::Count;
    }
    if let Some(owned) = owned(text, &at) {
        return owned;
    }
    if dates_search(text, &at.sentence, tokens) {
        return Role::Aside;
    }
    if at.is_statement(text)
        || dates_words(text, at.tokens, &at.sentence)
        || opens_report(text, time, &at.sentence, tokens)
    {
        return Role::Statement;
    }
    if at.is_end(text)
        || is_of_zone(text, tokens)
        || is_of_burial(text, tokens.end) && !is_struck_at(text, &at.sentence, tokens)
        || is_laid_to_rest(text, tokens, &at.sentence)
        || is_later_this(text, tokens)
        || is_past_bound(text, at.tokens, &at.sentence)
        || at.is_compared(text)
        || is_future(text, time, &at)
        || at.is_ahead(text)
        || at.is_reaction(text)
        || at.is_behind(text)
    {
        return Role::Aside;
    }
    let named = at.prior.is_some_and(|prior| {
        at.on
            && scene(text.lower(prior)).is_some()
            && (text.outcome(prior).is_none() || text.lower(prior) == "killings")
    });
    if named || at.is_of_scene(text) {
        Role::Scene
    } else {
        Role::Event
    }
}

/// "at 6 a.m. (11 p.m. Tuesday ET)": the same hour somewhere else.
fn is_of_zone(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let zone = matches!(
        text.lower(tokens.end),
        "et" | "est" | "edt" | "gmt" | "utc" | "pt" | "bst"
    );
    let opens = |at: usize| text.lower(at) == "(";
    zone && (tokens.start.saturating_sub(6)..tokens.end).any(opens)
}

/// "on Friday during the funeral of five rebels killed": the day of those who mourn.
fn is_of_burial(text: &Text<'_, '_>, next: usize) -> bool {
    matches!(text.lower(next), "during" | "at")
        && (next + 1..next + 4).any(|at| {
            (is_funeral(text.lower(at)) || matches!(text.lower(at), "vigil" | "wake"))
                && matches!(text.lower(at + 1), "of" | "for")
        })
}

/// "next Monday", "opens on Friday"; not "since the start of the strikes last Monday".
fn is_future(text: &Text<'_, '_>, time: &TimeMention, at: &At<'_>) -> bool {
    let When::Hanging(hanging) = &time.when else {
        return false;
    };
    let told = at
        .tokens
        .clone()
        .any(|at| matches!(text.lower(at), "last" | "past" | "ago" | "yesterday" | "previous"));
    let from = at.sentence.start.max(at.tokens.start.saturating_sub(8));
    let ran = (from..at.tokens.start).any(|at| matches!(text.lower(at), "since" | "beginning" | "start"));
    hanging.lean == Lean::Future && !told && !ran
}

/// "as of Friday", "by late Monday", "up to Monday": until when was counted.
fn is_count(text: &Text<'_, '_>, at: &At<'_>) -> bool {
    let floor = at.sentence.start;
    let skip = |at: usize| matches!(text.lower(at), "late" | "early" | "the" | "about" | "around");
    let Some(before) = (floor..at.tokens.start).rev().take(4).find(|&at| !skip(at)) else {
        return false;
    };
    let prior = |back: usize| {
        before
            .checked_sub(back)
            .filter(|&at| at >= floor)
            .map_or("", |at| text.lower(at))
    };
    // "hit by Tuesday's quake"
    let owner = at.tokens.clone().any(|at| text.lower(at).ends_with("'s"))
        || (at.tokens.end..at.tokens.end + 2).any(|at| scene(text.lower(at)).is_some());
    !owner
        && (prior(0) == "by"
            && !text.is(before.saturating_sub(1), Tag::PAST)
            && text.outcome(before.saturating_sub(1)).is_none()
            || prior(0) == "by" && before == floor
            || matches!(prior(0), "until" | "till") && before <= floor + 1
            || prior(0) == "of" && prior(1) == "as"
            || prior(0) == "to" && prior(1) == "up")
}

/// "Tuesday's bombing", "the 12 January quake", "Monday's election"
fn owned(text: &Text<'_, '_>, at: &At<'_>) -> Option<Role> {
    let end = at.tokens.end;
    let last = end.checked_sub(1)?;
    let possessive = text.lower(last).ends_with("'s") || text.lower(end) == "'" || text.lower(last).ends_with("s'");
    let next = if text.lower(end) == "'" { end + 1 } else { end };
    let reach = next..at.sentence.end.min(next + 4);
    let noun = reach
        .clone()
        .take_while(|&at| text.is_word(at) || text.lower(at) == "-")
        .take_while(|&at| !text.is(at, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::REL).or(Tag::DET)))
        .find(|&at| scene(text.lower(at)).is_some() || text.outcome(at).is_some() || is_spoken(text.lower(at)));
    let direct = text.is(at.tokens.start.saturating_sub(1), Tag::DET) || text.lower(at.tokens.start) == "the";
    // "during Friday clashes"; not "on Friday strikes hit"
    let before = at.tokens.start.saturating_sub(1);
    let bare = before >= at.sentence.start && text.is(before, Tag::PREP) && text.lower(before) != "on";
    let owner = before >= at.sentence.start && text.lower(before).ends_with("'s");
    let direct = direct || (bare || owner) && noun == Some(next);
    match noun {
        Some(noun) if possessive || direct && noun < next + 2 => {
            if is_spoken(text.lower(noun)) {
                return Some(Role::Statement);
            }
            Some(Role::Scene)
        }
        // "after Friday's weekly prayers": an hour of the day that is told
        None if possessive && reach.into_iter().any(|at| is_worship(text.lower(at))) => None,
        None if possessive => Some(Role::Aside),
        _ => None,
    }
}

impl At<'_> {
    /// "said on Friday", "on Friday said", "in a statement on Friday", "published by the ministry on Friday".
    fn is_statement(&self, text: &Text<'_, '_>) -> bool {
        let next = self.tokens.end;
        let next = if text.is(next, Tag::ADVERB) && !text.is(next, Tag::SAY) {
            next + 1
        } else {
            next
        };
        if next < self.sentence.end
            && text.is(next, Tag::SAY)
            && text.outcome(next).is_none()
            && self.tokens.start > self.sentence.start + 1
        {
            let noun = matches!(
                text.lower(next),
                "state" | "states" | "report" | "reports" | "count" | "notes" | "put"
            );
            if !noun && !claims_lives(text, next) {
                return true;
            }
        }
        let Some(prior) = self.prior else { return false };
        let word = text.lower(prior);
        let before_noun = text.is(prior, Tag::SAY) && is_before_noun(text, self.tokens, &self.sentence);
        if before_noun || is_of_what_is_said(text, self.tokens) {
            return false;
        }
        if word == "released" && self.lists_names(text, prior) {
            return true;
        }
        if text.outcome(prior).is_some() {
            return false;
        }
        let state = matches!(word, "state" | "states") || text.is_name(prior) && prior > self.sentence.start;
        // "600 arrivals recorded this week": a stretch in which was counted
        let counted = matches!(
            word,
            "recorded" | "registered" | "documented" | "counted" | "verified" | "logged" | "noted" | "tallied"
        );
        if counted && self.is_wide(text) {
            return false;
        }
        if text.is(prior, Tag::SAY) && !state {
            let passive = text.is(prior.saturating_sub(1), Tag::BE)
                || text.is(prior.saturating_sub(2), Tag::BE) && text.is(prior.saturating_sub(1), Tag::ADVERB);
            let noun = text.is(prior.saturating_sub(1), Tag::DET);
            return noun || !passive;
        }
        // "in a letter made public late on Tuesday"
        let made_public = word == "public" && text.lower(prior.saturating_sub(1)) == "made";
        let spoken = is_spoken(word) && !(is_hearer(word) && is_counted(text, prior));
        if made_public || spoken || is_brought_out(word) || self.has_reported(text, prior) {
            return true;
        }
        // "released by the ministry on Friday", "told the agency on Friday"
        let from = self.sentence.start.max(prior.saturating_sub(7));
        let plain = |at: usize| {
            text.is_word(at)
                && (text.outcome(at).is_none() || is_brought_out(text.lower(at)))
                && text.quantity(at).is_none()
                && !text.is(at, Tag::REL.or(Tag::SUBORD))
                || matches!(text.lower(at), "-" | "'")
        };
        (from..prior)
            .rev()
            .take_while(|&at| plain(at) && plain(at + 1))
            .any(|at| {
                matches!(text.lower(at), "told" | "announced")
                    || is_inverted(text, self.tokens, &self.sentence, at)
                    || is_brought_out(text.lower(at)) && matches!(text.lower(at + 1), "by" | "from" | "on" | "in")
                    || matches!(text.lower(at), "statement" | "interview" | "conference" | "briefing")
            })
    }

    /// "reported a surge in arrivals on Tuesday": what is reported has no harm that the day could date.
    fn has_reported(&self, text: &Text<'_, '_>, prior: usize) -> bool {
        let own = Tag::REL.or(Tag::SUBORD).or(Tag::PAST).or(Tag::BE);
        let from = self.sentence.start.max(prior.saturating_sub(7));
        let plain = |at: usize| {
            text.is_word(at)
                && text.outcome(at).is_none()
                && scene(text.lower(at)).is_none()
                && text.quantity(at).is_none()
                && (!text.is(at, own) || text.is(at, Tag::PREP.or(Tag::DET)))
        };
        let verb = (from..=prior)
            .rev()
            .find(|&at| !plain(at) || matches!(text.lower(at), "reported" | "announced"));
        verb.is_some_and(|verb| {
            matches!(text.lower(verb), "reported" | "announced")
                && !text.is(verb.saturating_sub(1), Tag::BE)
                && text.is(verb + 1, Tag::DET)
        })
    }

    /// "a mission that stayed until December": an end of something else.
    fn is_end(&self, text: &Text<'_, '_>) -> bool {
        let from = self.sentence.start.max(self.tokens.start.saturating_sub(2));
        (from..self.tokens.start).any(|at| matches!(text.lower(at), "until" | "till"))
    }

    /// "the list of names released on Friday"
    fn lists_names(&self, text: &Text<'_, '_>, prior: usize) -> bool {
        let from = self.sentence.start.max(prior.saturating_sub(12));
        (from..prior).any(|at| {
            matches!(
                text.lower(at),
                "list"
                    | "names"
                    | "figures"
                    | "data"
                    | "video"
                    | "photo"
                    | "photos"
                    | "footage"
                    | "report"
                    | "statement"
                    | "images"
                    | "document"
                    | "documents"
                    | "statistics"
            )
        })
    }

    /// "will rule on Friday", "due to open on Monday"
    fn is_ahead(&self, text: &Text<'_, '_>) -> bool {
        let from = self.sentence.start.max(self.tokens.start.saturating_sub(10));
        (from..self.tokens.start)
            .rev()
            .take_while(|&at| {
                (text.is_word(at) || text.lower(at) == "-")
                    && text.outcome(at).is_none()
                    && !text.is(at, Tag::REL.or(Tag::SUBORD))
            })
            .any(|at| {
                matches!(
                    text.lower(at),
                    "will" | "would" | "scheduled" | "due" | "shall" | "planned" | "plan" | "plans" | "planning"
                ) || text.lower(at) == "until"
                    || text.lower(at) == "ahead" && text.lower(at + 1) == "of"
            })
    }

    /// "the most powerful storm this year", "before hitting the coast on Friday": what the harm is set beside.
    fn is_compared(&self, text: &Text<'_, '_>) -> bool {
        let floor = self.sentence.start;
        let near = floor.max(self.tokens.start.saturating_sub(COMPARED))..self.tokens.start;
        let superlative = near
            .rev()
            .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
            .any(|at| {
                let word = text.lower(at);
                // "killed at least 14 this month"
                let bound = text.lower(at.saturating_sub(1)) == "at";
                matches!(word, "most" | "worst" | "least" | "biggest") && text.lower(at + 1) != "of" && !bound
                    || word == "first" && is_distance(text, self.tokens)
                    || word.len() > 6
                        && word.ends_with("est")
                        && !text.is_name(at)
                        && !matches!(
                            word,
                            "protest" | "interest" | "arrest" | "northwest" | "southwest" | "request"
                        )
            });
        let wide = self.is_wide(text);
        let before = text.lower(floor) == "before"
            && self.tokens.start < floor + 8
            && text.is(floor + 1, Tag::ING)
            && (floor..self.tokens.start).all(|at| text.lower(at) != ",");
        superlative && (wide || is_distance(text, self.tokens)) || before
    }

    /// "this year", "in the past week": longer than a day.
    fn is_wide(&self, text: &Text<'_, '_>) -> bool {
        self.tokens.clone().any(|at| {
            matches!(
                text.lower(at),
                "year" | "month" | "decade" | "years" | "week" | "century"
            )
        })
    }

    /// "the toll from the landslides in a remote valley on Monday": the day of a noun, with the place between.
    fn is_of_scene(&self, text: &Text<'_, '_>) -> bool {
        let from = self.sentence.start.max(self.tokens.start.saturating_sub(10));
        let noun = (from..self.tokens.start)
            .rev()
            .take_while(|&at| (text.is_word(at) || text.lower(at) == "-") && text.outcome(at).is_none())
            .take_while(|&at| {
                !text.is(
                    at,
                    Tag::REL
                        .or(Tag::CONJ)
                        .or(Tag::SAY)
                        .or(Tag::BE)
                        .or(Tag::HAVE)
                        .or(Tag::PRON),
                )
            })
            .take_while(|&at| !text.is(at, Tag::PAST) || text.is(at, Tag::PREP.or(Tag::DET)))
            .find(|&at| scene(text.lower(at)).is_some());
        let Some(noun) = noun.filter(|_| self.on) else {
            return false;
        };
        let toll = (self.sentence.start.max(noun.saturating_sub(8))..noun).any(|at| {
            matches!(
                text.lower(at),
                "toll" | "deaths" | "casualties" | "victims" | "dead" | "injured" | "wounded" | "number" | "survivors"
            ) && matches!(text.lower(at + 1), "from" | "in" | "of")
        });
        toll && matches!(
            text.lower(noun + 1),
            "in" | "at" | "near" | "on" | "outside" | "off" | "across"
        )
    }

    /// "mourned on Friday", "visited the site on Friday", "on Friday condemned"
    fn is_reaction(&self, text: &Text<'_, '_>) -> bool {
        let next = self.tokens.end;
        // "blocked the road on Friday demanding water": the day is that of the verb before it
        let beside = text.lower(next).ends_with("ing");
        let reacts = is_reaction(text.lower(next)) && !beside && !begins_harm(text, next);
        if self.tokens.start > self.sentence.start + 1 && reacts {
            return true;
        }
        let Some(prior) = self.prior else { return false };
        if scene(text.lower(prior)).is_some() {
            return false;
        }
        let from = self.sentence.start.max(prior.saturating_sub(5));
        (from..=prior)
            .rev()
            .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
            .take_while(|&at| !text.is(at, Tag::REL.or(Tag::SUBORD)) || at == prior)
            // "condemned those who on Friday shot six"
            .take_while(|&at| !matches!(text.lower(at), "who" | "which"))
            .find(|&at| {
                text.is(at, Tag::PAST.or(Tag::VERB)) && !text.is(at, Tag::THING.or(Tag::PERSON))
                    || is_reaction(text.lower(at))
            })
            .is_some_and(|at| {
                // "officers were called to the house on Sunday"
                let sent = || text.lower(at) == "called" && text.is(at.saturating_sub(1), Tag::BE);
                // "killed while protesting against the law"
                let rallies = || text.lower(at) == "protesting" && text.lower(at.saturating_sub(1)) == "while";
                // "some 900 refugees arrived this week": those who are counted
                let counted = || text.lower(at) == "arrived" && (from..at).any(|at| text.quantity(at).is_some());
                let harms = || {
                    rallies()
                        || counted()
                        || begins_harm(text, at)
                        || is_entombed(text, at)
                        || self.is_of_object(text, at)
                };
                is_reaction(text.lower(at)) && !sent() && !harms()
            })
    }

    /// "on Friday condemned a strike on a hospital the day before": the second day is that of the strike.
    fn is_of_object(&self, text: &Text<'_, '_>, verb: usize) -> bool {
        let dated = text.is(verb.saturating_sub(1), Tag::TIME);
        let mut tokens = self.tokens.clone();
        let mut told = || tokens.any(|at| matches!(text.lower(at), "before" | "previous" | "earlier"));
        (dated || told()) && (verb + 1..self.tokens.start).any(|at| scene(text.lower(at)).is_some())
    }

    /// "before the vote in March", "after elections on Sunday"
    fn is_behind(&self, text: &Text<'_, '_>) -> bool {
        let Some(prior) = self.prior.filter(|_| self.on) else {
            return false;
        };
        // "after Friday prayers on 18 May": of the day itself
        if scene(text.lower(prior)).is_some() || text.outcome(prior).is_some() || is_worship(text.lower(prior)) {
            return false;
        }
        let from = self.sentence.start.max(prior.saturating_sub(5));
        (from..prior)
            .rev()
            .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
            .take_while(|&at| !text.is(at, Tag::PAST.or(Tag::BE).or(Tag::HAVE).or(Tag::SAY)))
            .any(|at| matches!(text.lower(at), "before" | "after" | "following"))
            && !(from..=prior).any(|at| text.is(at, Tag::PAST.or(Tag::ING)) || scene(text.lower(at)).is_some())
    }
}
