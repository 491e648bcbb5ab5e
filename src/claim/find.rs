//! Puts claims together: number, harm, people, speaker, days, place.

use super::link::{self, Link};
use super::phrase::{self, Head, Phrase};
use super::speaker::Speakers;
use super::text::Text;
use super::{AsOf, Claim, Draft, Form, Happened, Modality, Roles, Scope, claim_key};
use crate::article::Article;
use crate::base::Why;
use crate::entity::Mention;
use crate::number::Number;
use crate::quantity;
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
    let text = Text::new(context.scan, quantity::find(context.scan, context.numbers));
    let phrases = phrase::find(&text);
    let links = link::find(&text, &phrases);
    let speakers = Speakers::of(&text, context.names);
    let mut drafts: Vec<Draft> = links
        .iter()
        .filter_map(|link| draft(context, &text, &speakers, phrases.get(link.phrase)?, link))
        .filter(|draft| context.article.boilerplate_at(draft.claim.span.start()).is_none())
        .collect();
    drafts.sort_by_key(|draft| (draft.claim.span, draft.claim.kind));
    drafts
}

fn draft(
    context: &Context<'_, '_>,
    text: &Text<'_, '_>,
    speakers: &Speakers,
    phrase: &Phrase,
    link: &Link,
) -> Option<Draft> {
    let scan = context.scan;
    let quantity = text.quantities.get(phrase.quantity)?;
    let mut tokens = phrase.tokens.clone();
    if matches!(phrase.head, Head::Bare)
        && link.outcome.start == tokens.end
        && link.outcome.len() == 1
        && is_noun_like(text.lower(tokens.end))
    {
        tokens.end += 1;
    }
    let span = scan.span(tokens);
    let sentence = scan.sentence_of(phrase.tokens.start).map(|sentence| sentence.span)?;
    let victims = match phrase.head {
        Head::Person(_) | Head::Unknown(_) => Some(scan.span(quantity.tokens.end..phrase.end)),
        _ => None,
    };
    let outcome = scan.span(link.outcome.clone());
    let why = Why::leaf(link.rule, span.union(outcome)).with([quantity.why.clone(), Why::leaf(link.row, outcome)]);
    let spoken = speakers.at(text, phrase, &link.outcome);
    let claim = Claim {
        key: claim_key(scan.text, link.kind, span),
        span,
        sentence,
        kind: link.kind,
        figure: quantity.figure,
        form: Form::Number,
        victims: victims.map(|span| span.of(scan.text).to_owned()),
        victim_class: phrase.class,
        speaker: spoken.as_ref().map(|spoken| spoken.name.clone()),
        relay: spoken
            .as_ref()
            .and_then(|spoken| Some(spoken.relay.as_ref()?.0.clone())),
        as_of: None,
        event_date: None,
        place: None,
        scope: Scope::Unknown,
        part_of: link.part,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles {
            number: Some(scan.span(quantity.tokens.clone())),
            outcome: Some(outcome),
            victims,
            speaker: spoken.as_ref().map(|spoken| spoken.span),
            relay: spoken.as_ref().and_then(|spoken| Some(spoken.relay.as_ref()?.1)),
            ..Roles::default()
        },
        confidence: link.confidence,
        why,
    };
    Some(Draft {
        claim,
        as_of: AsOf::Published,
        happened: Happened::Unsaid,
    })
}

/// "40 dead", "55 wounded": the word for the harm stands for the people.
fn is_noun_like(word: &str) -> bool {
    matches!(
        word,
        "dead" | "wounded" | "injured" | "missing" | "displaced" | "homeless"
    )
}
