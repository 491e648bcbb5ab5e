//! The claim that an analyst means by selecting words.

use super::find::{Context, find, found};
use super::kind::Kind;
use super::model::{AsOf, Claim, Draft, Form, Happened, Modality, Roles, Scope, VictimClass, claim_key};
use super::told::{self, Told};
use crate::base::{Span, Why};
use crate::quantity::Figure;

/// The claim of `kind` that `selected` means: what the machine reads there with this kind; else the number in the words
/// that no rule took; else what it reads there with another kind. Words without a number give an open figure, which the
/// analyst fills in; who says so, days, place and victims are those of the sentence.
pub fn from_selection(context: &Context<'_, '_>, selected: Span, kind: Kind) -> Draft {
    let machine = find(context);
    let here = |draft: &&Draft| draft.claim.span.meets(selected);
    let of_kind = machine.iter().filter(here).find(|draft| draft.claim.kind == kind);
    let mut draft = match of_kind {
        Some(draft) => draft.clone(),
        None => meant(context, (selected, kind), machine.iter().find(here)),
    };
    let claim = &mut draft.claim;
    claim.kind = kind;
    claim.span = selected;
    if !claim.sentence.meets(selected) {
        claim.sentence = selected;
    }
    claim.key = claim_key(context.scan.text, kind, selected);
    claim.confidence = 1.0;
    claim.why = Why::leaf("claim/by-hand", selected).with([claim.why.clone()]);
    draft
}

/// What is meant where no rule found this kind: `other` is what a rule found there of another kind.
fn meant(context: &Context<'_, '_>, (selected, kind): (Span, Kind), other: Option<&Draft>) -> Draft {
    let told = Told { selected, kind };
    let mut all = found(context, Some(&told));
    let at = all.iter().position(|draft| &*draft.claim.why.rule == told::RULE);
    let own = at.map(|at| all.swap_remove(at));
    match (own, other) {
        // the machine read the same number with another kind: its people and its part in a whole stay
        (Some(own), Some(other)) if own.claim.roles.number == other.claim.roles.number => {
            let outcome = own.claim.roles.outcome;
            let mut draft = other.clone();
            draft.claim.roles.outcome = outcome;
            draft
        }
        (Some(own), _) => own,
        (None, Some(other)) => other.clone(),
        (None, None) => blank(context, selected),
    }
}

/// A claim of words of which nothing can be read.
fn blank(context: &Context<'_, '_>, selected: Span) -> Draft {
    let scan = context.scan;
    let sentence = scan.sentence_of(scan.token_at(selected.start()));
    let claim = Claim {
        key: String::new(),
        span: selected,
        sentence: sentence.map_or(selected, |sentence| sentence.span),
        kind: Kind::Killed,
        figure: Figure::vague(None),
        form: Form::Number,
        victims: None,
        victim_class: VictimClass::Unspecified,
        speaker: None,
        relay: None,
        as_of: None,
        event_date: None,
        place: None,
        scope: Scope::Unknown,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles::default(),
        confidence: 1.0,
        why: Why::leaf("claim/no-number", selected),
    };
    Draft {
        claim,
        as_of: AsOf::Published,
        happened: Happened::Unsaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::token;
    use crate::{entity, number, quantity, time};

    /// Selects the words between the marks and reads a claim of `kind` from them.
    #[track_caller]
    fn check(marked: &str, kind: Kind, expected: Figure) -> Claim {
        let claim = read(marked, kind);
        assert_eq!(claim.figure, expected);
        claim
    }

    fn read(marked: &str, kind: Kind) -> Claim {
        let start = marked.find("[[").expect("begins");
        let end = marked.find("]]").expect("ends") - 2;
        let text = marked.replace("[[", "").replace("]]", "");
        let article = Article::plain(text.clone());
        let scan = token::scan(&text);
        let numbers = number::find(&scan);
        let times = time::find(&article, &scan, &numbers);
        let names = entity::find(&article, &scan);
        let context = Context {
            article: &article,
            scan: &scan,
            numbers: &numbers,
            times: &times,
            names: &names,
        };
        let claim = from_selection(&context, Span::new(start, end), kind).claim;
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

    /// A marked sentence, and below it what a claim of the marked words is filled with: kind, figure, class, harm, victims,
    /// speaker, relay, when it happened.
    const CASES: &str = "\
# only the number
Police killed at least [[12]] demonstrators on Friday, the Interior Ministry said.
    killed | at_least 12 | protester | killed | demonstrators | the Interior Ministry | - | Friday
# number with noun
More than [[40 villagers]] were wounded, doctors said.
    injured | more_than 40 | civilian | wounded | villagers | doctors | - | -
# a whole clause with two numbers
[[Soldiers shot dead 12 people and left 30 wounded]], witnesses told the Varland Post.
    injured | exact 30 | unspecified | wounded | - | witnesses | the Varland Post | -
[[Soldiers shot dead 12 people and left 30 wounded]], witnesses told the Varland Post.
    killed | exact 12 | unspecified | shot dead | people | witnesses | the Varland Post | -
# a number that no rule takes
The clinic at Orla put the number at [[31]] on Sunday.
    killed | exact 31 | unspecified | - | - | The clinic at Orla | - | Sunday
The ward at Orla took in [[17 miners]], nurses said on Monday.
    injured | exact 17 | civilian | - | miners | nurses | - | -
Of the marchers, [[9]] never came home, the Land League said.
    missing | exact 9 | unspecified | - | - | the Land League | - | -
# vague words
[[Dozens]] of farmers were driven from their homes, the Land League said.
    displaced | vague 24 | civilian | driven from their homes | farmers | the Land League | - | -
[[Hundreds of families]] fled Estrava, the governor said.
    displaced | vague 200 | unspecified | fled | families | the governor | - | -
# a range
Between [[20 and 30 students]] were arrested, the union said.
    arrested | range 20 to 30 | civilian | arrested | students | the union | - | -
The union counted [[15 to 18 weavers]] in the cells.
    arrested | range 15 to 18 | civilian | - | weavers | The union | - | -
# the number stands in another sentence than its verb
Shells hit the market and killed traders. The count now stands at [[14]], the mayor said.
    killed | exact 14 | unspecified | - | - | the mayor | - | -
Gunmen opened fire on the ferry. [[Twenty-two]], by the harbour office's list.
    killed | exact 22 | unspecified | - | - | the harbour office | - | -
# no number
Nobody counted [[the border guards]] who fell at Estrava, the mayor said.
    killed | vague none | security_force | - | border guards | the mayor | - | -
[[Corpses]] lay in the square, residents said.
    killed | vague none | unspecified | Corpses | - | residents | - | -
# a hedge before and behind
[[About 50]] reporters were detained, the guild said.
    arrested | about 50 | journalist | detained | reporters | the guild | - | -
Up to [[120]] nurses were abducted, the ministry said.
    abducted | up_to 120 | civilian | abducted | nurses | the ministry | - | -
# the kind is another than the machine read
Some [[60 miners]] were killed, the union said.
    injured | about 60 | civilian | - | miners | the union | - | -
# one person
[[A fisherman]] was killed near Orla on Tuesday, the coastguard said.
    killed | exact 1 | civilian | killed | A fisherman | the coastguard | - | Tuesday
# the second number of a list
Three died in Orla, [[five]] in Estrava and two in Brenk, the prefect said.
    killed | exact 5 | unspecified | died | - | the prefect | - | -
# a total
The clinic says [[1,240]] have been released since March.
    released | exact 1240 | unspecified | released | - | The clinic | - | March
";

    /// What a claim of the selected words is filled with, as in [`CASES`].
    fn filled(marked: &str, kind: Kind) -> String {
        let claim = read(marked, kind);
        let text = marked.replace("[[", "").replace("]]", "");
        let of = |span: Option<Span>| span.map(|span| span.of(&text).to_owned());
        let figure = claim.figure;
        let number = match (figure.value, figure.low, figure.high) {
            (None, Some(low), Some(high)) => format!("{low} to {high}"),
            (value, low, high) => value
                .or(low)
                .or(high)
                .map_or_else(|| "none".to_owned(), |number| number.to_string()),
        };
        let mut shown = vec![
            kind.id().to_owned(),
            format!("{} {number}", figure.qualifier.id()),
            claim.victim_class.id().to_owned(),
        ];
        let words = [
            of(claim.roles.outcome),
            claim.victims,
            claim.speaker,
            claim.relay,
            of(claim.roles.event_date),
        ];
        shown.extend(words.map(|word| word.unwrap_or_else(|| "-".to_owned())));
        shown.join(" | ")
    }

    #[test]
    fn a_claim_by_hand_is_filled_from_its_words_and_their_sentence() {
        let lines: Vec<&str> = CASES.lines().filter(|line| !line.starts_with('#')).collect();
        let mut wrong = Vec::new();
        for pair in lines.chunks_exact(2) {
            let [marked, expected] = pair else { continue };
            let kind = expected
                .trim()
                .split(" | ")
                .next()
                .and_then(Kind::from_id)
                .expect("a kind");
            let got = filled(marked, kind);
            if got != expected.trim() {
                wrong.push(format!("{marked}\n  got {got}\n  not {}", expected.trim()));
            }
        }
        assert!(lines.len() > 40, "{} lines", lines.len());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
