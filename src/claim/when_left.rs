//! Counts that no other rule dates: told in a quote of what was told before, beside a count with a day, or of a place whose day
//! was told.

use super::day::Sort;
use super::lexicon::Tag;
use super::text::Text;
use super::when_near::is_part;
use super::when_row::{Told, is_short, same_day};
use super::when_story::{Story, give};
use super::when_words::{lasts, scene};
use super::{Draft, Happened, Kind, Place, Scope};

/// How many sentences back a quote's first words follow on a day.
const QUOTE_BACK: usize = 3;
/// How many sentences back a place has its day.
const PLACE_BACK: usize = 12;

impl Story<'_, '_, '_> {
    /// "Planes hit the depot on Friday. “Many people have been killed,” he said": whoever speaks tells of what was told.
    pub(super) fn quoted(&self, draft: &Draft, here: usize, harm: bool) -> Option<Happened> {
        let at = self.text.scan.token_at(draft.claim.span.start());
        if draft.claim.scope == Scope::Total || draft.claim.kind == Kind::Missing || !self.speakers.is_quoted(at) {
            return None;
        }
        self.before(here, harm)
            .or_else(|| self.before_loose(draft, here))
            .or_else(|| {
                let told = self.told_before(here).next()?;
                let near = told.day && !told.said && told.sentence + QUOTE_BACK >= here;
                (near && !self.broken(told.sentence, here)).then_some(told.happened)
            })
    }

    /// "Troops shelled Orla on Friday. ... In Orla nine people were killed": the day told last of the place.
    pub(super) fn of_place(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let place = draft.claim.place.as_ref()?;
        let told = self
            .told_before(here)
            .filter(|told| told.sentence + PLACE_BACK >= here || told.sentence < self.lead)
            .find(|told| told.day && !told.said && self.names(&place.words, told.sentence))?;
        let other = self
            .told_before(here)
            .take_while(|other| other.sentence > told.sentence)
            .any(|other| other.day && other.in_harm && !other.same_day(told));
        (!other && !told.of_arrest && !self.broken(told.sentence, here)).then_some(told.happened)
    }

    /// "the clashes" after "Friday's clashes": the day that was told as theirs, also for a total.
    pub(super) fn owned(&self, here: usize) -> Option<Happened> {
        let text = self.text;
        let sentence = text.scan.sentences.get(here)?.tokens.clone();
        let definite = |at: &usize| {
            let near = sentence.start.max(at.saturating_sub(2))..*at;
            near.into_iter()
                .any(|at| matches!(text.lower(at), "the" | "these" | "those"))
        };
        let mut families = sentence.clone().filter(definite).filter_map(|at| scene(text.lower(at)));
        let family = families.find(|&family| !lasts(family))?;
        let fits = |told: &&Told| told.families.contains(&family);
        let told = self.told_before(here).find(fits)?;
        (told.owned && told.day && !self.broken(told.sentence, here)).then_some(told.happened)
    }

    /// The only day that the article names.
    pub(super) fn of_sole(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let claim = &draft.claim;
        if claim.scope == Scope::Total || claim.kind == Kind::Missing {
            return None;
        }
        let mut days = self
            .times
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.sort == Sort::Date && !row.stamp && is_short(&row.when));
        let (index, first) = days.next()?;
        let there = self.text.scan.sentence_index(first.tokens.start)?;
        let told = self
            .told_by(index)
            .filter(|told| told.day && !told.said && !told.of_arrest && !told.of_total)?;
        let one = days.all(|(_, row)| same_day(&row.when, &first.when));
        let placed = |place: &Place| self.named_till(&place.words, self.lead.min(here.saturating_sub(1)));
        let placed = claim.place.as_ref().is_none_or(placed);
        (one && placed && there < self.lead && there < here && !self.broken(there, here)).then_some(told.happened)
    }
}

/// "102 guards were injured": told of one time, also by a large figure.
pub(super) fn is_plain_past(text: &Text<'_, '_>, draft: &Draft) -> bool {
    let phrase = text.scan.tokens_in(draft.claim.span);
    let harm = draft.claim.roles.outcome.map(|span| text.scan.tokens_in(span));
    harm.is_some_and(|harm| {
        let passive = (phrase.end..harm.start).any(|at| matches!(text.lower(at), "was" | "were"));
        let active = harm.end == phrase.start && !text.is(harm.start, Tag::ING);
        (passive || active)
            && text.sentence(phrase.start).all(|at| {
                !matches!(
                    text.lower(at),
                    "far" | "since" | "during" | "total" | "overall" | "toll" | "now"
                )
            })
    })
}

/// "Seven people have been killed and 30 injured in raids on Thursday": the count behind, joined to it, tells its day.
pub(super) fn alongside(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    for index in (1..drafts.len()).rev() {
        let Some([first, next]) = drafts.get_mut(index - 1..=index) else {
            return;
        };
        if first.happened == Happened::Unsaid && next.happened != Happened::Unsaid && is_joint(text, first, next) {
            give(first, next.happened, "day/alongside");
        }
    }
}

/// "... have been killed and 30 injured": two harms of one verb.
fn is_joint(text: &Text<'_, '_>, first: &Draft, next: &Draft) -> bool {
    let end_of = |draft: &Draft| {
        let phrase = text.scan.tokens_in(draft.claim.span);
        let harm = draft.claim.roles.outcome.map(|span| text.scan.tokens_in(span));
        phrase.end.max(harm.map_or(0, |harm| harm.end))
    };
    let opens = text.scan.token_at(next.claim.span.start());
    let from = end_of(first);
    let joint = from <= opens
        && opens - from <= 2
        && (from..opens).all(|at| matches!(text.lower(at), "and" | ","))
        && text.sentence(from.saturating_sub(1)).contains(&opens);
    let end = text.scan.tokens_in(next.claim.span).end;
    let own = (end..end_of(next)).any(|at| text.is(at, Tag::BE.or(Tag::HAVE)));
    joint && !own && first.claim.kind.is_hurt_or_missing() && !is_part(next)
}
