//! The claim that an analyst means by selecting words.

use super::find::{Context, find};
use super::kind::Kind;
use super::model::{AsOf, Claim, Draft, Form, Happened, Modality, Roles, Scope, VictimClass, claim_key};
use crate::base::{Span, Why};
use crate::quantity::{self, Figure, Quantity};

/// The claim of `kind` that `selected` means: what the machine reads there with this kind, else what it reads there with
/// another, else the number in the words, with the speaker and days of the nearest claim of the same sentence. Words
/// without a number give an open figure, which the analyst fills in.
pub fn from_selection(context: &Context<'_, '_>, selected: Span, kind: Kind) -> Draft {
    let found = find(context);
    let there = |draft: &&Draft| draft.claim.span.meets(selected);
    let of_kind = found.iter().filter(there).find(|draft| draft.claim.kind == kind);
    let mut draft = match of_kind.or_else(|| found.iter().find(there)) {
        Some(draft) => draft.clone(),
        None => blank(context, selected, &found),
    };
    let claim = &mut draft.claim;
    claim.kind = kind;
    claim.span = selected;
    claim.key = claim_key(context.scan.text, kind, selected);
    claim.confidence = 1.0;
    claim.why = Why::leaf("claim/by-hand", selected).with([claim.why.clone()]);
    draft
}

/// A claim of the number in the words, or of nothing.
fn blank(context: &Context<'_, '_>, selected: Span, found: &[Draft]) -> Draft {
    let scan = context.scan;
    let quantities = quantity::find(scan, context.numbers);
    let quantity = quantities
        .iter()
        .find(|quantity| scan.span(quantity.tokens.clone()).meets(selected));
    let sentence = scan
        .sentence_of(scan.token_at(selected.start()))
        .map_or(selected, |sentence| sentence.span);
    let near = found.iter().find(|draft| draft.claim.sentence == sentence);
    let claim = Claim {
        key: String::new(),
        span: selected,
        sentence,
        kind: Kind::Killed,
        figure: quantity.map_or_else(|| Figure::vague(None), |quantity| quantity.figure),
        form: Form::Number,
        victims: None,
        victim_class: VictimClass::Unspecified,
        speaker: near.and_then(|draft| draft.claim.speaker.clone()),
        relay: near.and_then(|draft| draft.claim.relay.clone()),
        as_of: None,
        event_date: None,
        place: near.and_then(|draft| draft.claim.place.clone()),
        scope: Scope::Unknown,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles {
            number: quantity.map(|quantity| scan.span(quantity.tokens.clone())),
            speaker: near.and_then(|draft| draft.claim.roles.speaker),
            relay: near.and_then(|draft| draft.claim.roles.relay),
            ..Roles::default()
        },
        confidence: 1.0,
        why: why(quantity, selected),
    };
    Draft {
        claim,
        as_of: near.map_or(AsOf::Published, |draft| draft.as_of),
        happened: near.map_or(Happened::Unsaid, |draft| draft.happened),
    }
}

fn why(quantity: Option<&Quantity>, selected: Span) -> Why {
    quantity.map_or_else(
        || Why::leaf("claim/no-number", selected),
        |quantity| quantity.why.clone(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::number;
    use crate::token;

    /// Selects the words between the marks and reads a claim of `kind` from them.
    #[track_caller]
    fn check(marked: &str, kind: Kind, expected: Figure) -> Claim {
        let start = marked.find("[[").expect("begins");
        let end = marked.find("]]").expect("ends") - 2;
        let text = marked.replace("[[", "").replace("]]", "");
        let article = Article::plain(text.clone());
        let scan = token::scan(&text);
        let numbers = number::find(&scan);
        let context = Context {
            article: &article,
            scan: &scan,
            numbers: &numbers,
            times: &[],
            names: &[],
        };
        let claim = from_selection(&context, Span::new(start, end), kind).claim;
        assert_eq!(claim.figure, expected);
        assert_eq!((claim.kind, claim.span), (kind, Span::new(start, end)));
        claim
    }

    #[test]
    fn selected_words_become_a_claim() {
        check(
            "In Estrava [[at least 12 people]] died.",
            Kind::Killed,
            Figure::hedged(12, quantity::Qualifier::AtLeast),
        );
        check("The queue held [[30]] names.", Kind::Missing, Figure::exact(30));
        check("Nobody counted [[the fallen]].", Kind::Killed, Figure::vague(None));
    }

    #[test]
    fn the_chosen_kind_outranks_what_the_machine_read() {
        let claim = check(
            "In Estrava [[12 people]] were killed.",
            Kind::Injured,
            Figure::exact(12),
        );
        assert_eq!(claim.why.rule, "claim/by-hand");
    }
}
