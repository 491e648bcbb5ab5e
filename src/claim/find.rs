//! Puts claims together: number, harm, people, speaker, days, place.

use std::ops::Range;

use super::lexicon::Tag;
use super::link::{self, Link};
use super::outcomes::Frame;
use super::phrase::{self, Head, Phrase};
use super::single::{self, Single};
use super::speaker::{Speakers, Spoken};
use super::text::Text;
use super::told::Told;
use super::when::Times;
use super::{AsOf, Claim, Draft, Form, Happened, Roles, Scope, claim_key};
use super::{
    Kind, VictimClass, as_of, confidence, judge, list_rows, place, scope, scope_part, scope_settled, speak_sure,
    victims, victims_words, when_story,
};
use crate::article::Article;
use crate::base::{Span, Why};
use crate::entity::Mention;
use crate::number::Number;
use crate::quantity::{self, Figure, Sort};
use crate::time::TimeMention;
use crate::token::Scan;

/// What claims are made from: one article with what the floors below found in it.
pub struct Context<'a, 't> {
    /// The article; no claims are made in its boilerplate.
    pub article: &'a Article,
    /// Its text, cut.
    pub scan: &'a Scan<'t>,
    /// Its numbers, in order.
    pub numbers: &'a [Number],
    /// Its time expressions, in order; claims point into them by index.
    pub times: &'a [TimeMention],
    /// Its names, in order; may be empty.
    pub names: &'a [Mention],
}

/// All claims of the article, in the order of their spans, none in boilerplate. Never panics; linear in the text.
pub fn find(context: &Context<'_, '_>) -> Vec<Draft> {
    found(context, None)
}

/// The claims of the article and, where one was told, the one that the analyst means, settled with the others.
pub(super) fn found(context: &Context<'_, '_>, told: Option<&Told>) -> Vec<Draft> {
    let text = Text::new(context.scan, quantity::find(context.scan, context.numbers));
    let phrases = phrase::find(&text);
    let links = link::find(&text, &phrases);
    let singles = single::find(&text, context.names);
    let maker = Maker {
        context,
        times: Times::of(&text, context.times),
        speakers: Speakers::of(&text, context.names),
        text: &text,
    };
    let counted = links
        .iter()
        .filter_map(|link| maker.counted(phrases.get(link.phrase)?, link));
    let alone = singles.iter().map(|single| maker.single(single));
    let mut drafts: Vec<Draft> = counted
        .chain(alone)
        .filter_map(|found| maker.draft(&found))
        .filter(|draft| context.article.boilerplate_at(draft.claim.span.start()).is_none())
        .collect();
    drafts.sort_by_key(|draft| (draft.claim.span, draft.claim.kind));
    without_counted(&text, &mut drafts);
    drafts.dedup_by(|later, first| later.claim.kind == first.claim.kind && later.claim.span.meets(first.claim.span));
    if let Some(draft) = told.and_then(|told| told.draft(&maker, &phrases, &drafts)) {
        let at = drafts.partition_point(|other| other.claim.span <= draft.claim.span);
        drafts.insert(at, draft);
    }
    when_story::days(&text, &maker.times, &maker.speakers, &mut drafts);
    as_of::settle(&text, context, &maker.speakers, &mut drafts);
    day_words(context.times, &mut drafts);
    scope_part::parts(&text, context, &mut drafts);
    list_rows::settle(&text, &mut drafts);
    victims::classes(&text, &mut drafts);
    scope_settled::shared(&text, &mut drafts);
    confidence::settle(&text, &mut drafts);
    drafts
}

/// "the second miner killed" is counted: nobody by himself.
fn without_counted(text: &Text<'_, '_>, drafts: &mut Vec<Draft>) {
    let counted: Vec<(Kind, Span)> = drafts
        .iter()
        .filter(|draft| draft.claim.form == Form::Number)
        .map(|draft| (draft.claim.kind, draft.claim.span))
        .collect();
    let bracketed: Vec<usize> = drafts
        .iter()
        .filter(|draft| &*draft.claim.why.rule == "link/bracketed-list")
        .map(|draft| draft.claim.span.start())
        .collect();
    drafts.retain(|draft| {
        let span = draft.claim.span;
        // spans are sorted: what can meet this one stands close to its end
        let until = counted.partition_point(|(_, other)| other.start() < span.end());
        let near = counted.get(until.saturating_sub(8)..until).unwrap_or_default();
        let said = near
            .iter()
            .any(|(kind, other)| *kind == draft.claim.kind && other.meets(span));
        // "Orla (9)" is a place of a list
        let listed = bracketed.binary_search(&(span.end() + 2)).is_ok();
        // "held two men, Ida Marr, 19, and Jon Orla": the names of those who are counted
        let apposed = draft.claim.form == Form::Named && draft.claim.figure.value > Some(1) && {
            near.iter().any(|(kind, other)| {
                let between = text.scan.text.get(other.end()..span.start());
                *kind == draft.claim.kind && between.is_some_and(|between| between.trim_end() == ",")
            })
        };
        draft.claim.form == Form::Number || !said && !listed && !apposed
    });
}

/// "of the marchers" are the marchers.
fn without_of(text: &Text<'_, '_>, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 1
        && matches!(
            text.lower(tokens.start),
            "of" | "the" | "these" | "those" | "”" | "\"" | "'"
        )
    {
        tokens.start += 1;
    }
    tokens
}

/// The words of a day that was told in another sentence.
fn day_words(times: &[TimeMention], drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| draft.claim.roles.event_date.is_none()) {
        if let Some(index) = draft
            .happened
            .mention()
            .filter(|_| !matches!(draft.happened, Happened::Between(..)))
        {
            draft.claim.roles.event_date = times.get(index).map(|time| time.span);
        }
    }
}

/// A count or a single person with its harm, before days, speaker and place are known.
pub(super) struct Found {
    pub(super) phrase: Phrase,
    pub(super) kind: Kind,
    pub(super) outcome: Range<usize>,
    pub(super) figure: Figure,
    pub(super) form: Form,
    pub(super) victims: Option<Range<usize>>,
    pub(super) number: Option<Range<usize>>,
    pub(super) part: bool,
    pub(super) fraction: bool,
    pub(super) confidence: f32,
    pub(super) why: Why,
}

/// Makes claims of what was found, with the speakers and times of the article.
pub(super) struct Maker<'m, 'a, 't> {
    context: &'m Context<'a, 't>,
    pub(super) text: &'m Text<'m, 't>,
    times: Times,
    speakers: Speakers,
}

impl Maker<'_, '_, '_> {
    fn counted(&self, phrase: &Phrase, link: &Link) -> Option<Found> {
        let (text, scan) = (self.text, self.context.scan);
        let quantity = text.quantities.get(phrase.quantity)?;
        let mut phrase = phrase.clone();
        let noun_like = link.outcome.start == phrase.tokens.end && link.outcome.len() == 1;
        if matches!(phrase.head, Head::Bare)
            && noun_like
            && !phrase.others
            && is_noun_like(text.lower(phrase.tokens.end))
        {
            phrase.tokens.end += 1;
        }
        let counts_persons = matches!(phrase.head, Head::Person(_) | Head::Unknown(_) | Head::Household(_));
        // "9,000 refugees": the word for the harm names the persons
        let persons = quantity.tokens.end..link.outcome.end;
        let named_by_harm = !counts_persons
            && link.outcome.start >= quantity.tokens.end
            && persons.end <= phrase.tokens.end
            && text.is(persons.end - 1, Tag::PERSON);
        if named_by_harm && phrase.class == VictimClass::Unspecified {
            phrase.class = victims_words::noun_class(text, persons.start..persons.end - 1);
        }
        let outcome = scan.span(link.outcome.clone());
        let span = scan.span(phrase.tokens.clone()).union(outcome);
        Some(Found {
            kind: link.kind,
            outcome: link.outcome.clone(),
            figure: self.figure(link, quantity),
            form: Form::Number,
            victims: if named_by_harm {
                Some(persons)
            } else {
                counts_persons.then_some(quantity.tokens.end..phrase.end)
            },
            number: Some(quantity.tokens.clone()),
            part: link.part || quantity.sort == Sort::Fraction,
            fraction: quantity.sort == Sort::Fraction,
            confidence: link.confidence,
            why: Why::leaf(link.rule, span).with([quantity.why.clone(), Why::leaf(link.row, outcome)]),
            phrase,
        })
    }

    /// "Death toll up to 24" has risen to it; "100,000 would seem a minimum" is one.
    fn figure(&self, link: &Link, quantity: &quantity::Quantity) -> Figure {
        let (text, figure) = (self.text, quantity.figure);
        let Range { start, end } = quantity.tokens;
        let risen = link.rule == "link/toll"
            && text.reads(start, &["up", "to"])
            && text.outcome_to(start).is_some_and(|toll| toll.frame == Frame::Toll);
        let least = link.rule == "link/said-too" && (end..end + 6).any(|at| text.lower(at) == "minimum");
        match figure.value {
            Some(value) if risen => Figure::exact(value),
            Some(value) if least => Figure::hedged(value, quantity::Qualifier::AtLeast),
            _ => figure,
        }
    }

    fn single(&self, single: &Single) -> Found {
        let scan = self.context.scan;
        let outcome = scan.span(single.outcome.clone());
        let span = scan.span(single.tokens.clone());
        Found {
            phrase: Phrase {
                quantity: usize::MAX,
                end: single.tokens.end,
                head: Head::Person(single.tokens.end.saturating_sub(1)),
                class: single.class,
                own: None,
                of_them: false,
                of_whole: false,
                others: false,
                tokens: single.tokens.clone(),
            },
            kind: single.kind,
            outcome: single.outcome.clone(),
            figure: Figure::exact(single.count),
            form: single.form,
            victims: Some(single.tokens.clone()),
            number: None,
            part: single.part,
            fraction: false,
            confidence: single.confidence,
            why: Why::leaf(single.rule, span.union(outcome)).with([Why::leaf(single.row, outcome)]),
        }
    }

    /// Who passes the figure on; not who publishes the article: "residents told us".
    fn relay(&self, spoken: Option<&Spoken>) -> Option<(String, Span)> {
        let relay = spoken?.relay.clone()?;
        let name = relay.0.to_lowercase();
        let own = self
            .context
            .article
            .publisher
            .as_ref()
            .is_some_and(|publisher| publisher.value.to_lowercase() == name.trim_start_matches("the "));
        (!own).then_some(relay)
    }

    pub(super) fn draft(&self, found: &Found) -> Option<Draft> {
        let (text, scan) = (self.text, self.context.scan);
        let phrase = &found.phrase;
        let span = scan.span(phrase.tokens.clone());
        let sentence = scan.sentence_of(phrase.tokens.start).map(|sentence| sentence.span)?;
        let spoken = self.speakers.at(text, phrase, &found.outcome);
        let days = self.times.days(text, &phrase.tokens, &found.outcome, spoken.as_ref());
        let place = place::of(text, self.context.names, &phrase.tokens, &found.outcome);
        let time_span = |index: Option<usize>| Some(self.context.times.get(index?)?.span);
        let relay = self.relay(spoken.as_ref());
        let victims = found
            .victims
            .clone()
            .map(|tokens| without_of(text, tokens))
            .map(|tokens| scan.span(tokens))
            .filter(|span| !span.is_empty());
        let mut why = found.why.clone();
        why.parts.extend(spoken.as_ref().map(|spoken| spoken.why.clone()));
        let claim = Claim {
            key: claim_key(scan.text, found.kind, span),
            span,
            sentence,
            kind: found.kind,
            figure: found.figure,
            form: found.form,
            victims: victims.map(|span| span.of(scan.text).to_owned()),
            victim_class: victims::of_phrase(text, phrase, found.fraction),
            speaker: spoken.as_ref().map(|spoken| spoken.name.clone()),
            relay: relay.as_ref().map(|relay| relay.0.clone()),
            as_of: None,
            event_date: None,
            place: place.as_ref().map(|place| place.0.clone()),
            scope: scope::of(
                text,
                &scope::Asked {
                    phrase,
                    outcome: &found.outcome,
                    kind: found.kind,
                    figure: found.figure,
                    happened: days.happened,
                    time: time_span(days.event_time).map(|span| scan.tokens_in(span)),
                    speaker: spoken.as_ref().map(|spoken| self.speakers.fullest(&spoken.name)),
                },
            ),
            part_of: found.part || judge::is_part(text, phrase),
            part_of_key: None,
            modality: speak_sure::modality(text, phrase, &found.outcome, spoken.is_some()),
            roles: Roles {
                number: found.number.clone().map(|tokens| scan.span(tokens)),
                outcome: Some(scan.span(found.outcome.clone())),
                victims,
                speaker: spoken.as_ref().map(|spoken| spoken.span),
                relay: relay.as_ref().map(|relay| relay.1),
                as_of: time_span(days.as_of_time),
                event_date: time_span(days.event_time),
                place: place.map(|place| place.1),
            },
            confidence: found.confidence,
            why,
        };
        // "on Wednesday it had been 31": the day is that of the figure
        if matches!(&*claim.why.rule, "link/spoken-of" | "link/total-on") {
            let as_of = match days.happened {
                Happened::Time(index) => AsOf::Time(index),
                _ => days.as_of,
            };
            let scope = Scope::Total;
            let claim = Claim { scope, ..claim };
            return Some(Draft {
                claim,
                as_of,
                happened: Happened::Unsaid,
            });
        }
        Some(Draft {
            claim,
            as_of: days.as_of,
            happened: days.happened,
        })
    }
}

/// "40 dead", "55 wounded": the word for the harm stands for the people.
fn is_noun_like(word: &str) -> bool {
    matches!(
        word,
        "dead" | "wounded" | "injured" | "missing" | "displaced" | "homeless"
    )
}
