//! What an article as a whole is about: its only day, the day of the disaster in its lead.

use super::when_bound::scene_at;
use super::when_cue::counts_bodies;
use super::when_row::Told;
use super::when_story::Story;
use super::when_words::{is_sudden, lasts};
use super::{Draft, Happened, Kind, Scope};

impl Story<'_, '_, '_> {
    /// The only day of an article about one incident.
    pub(super) fn whole(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let only = self.only?;
        let told = self.told_by(only)?;
        if told.families.iter().all(|&family| lasts(family)) && !told.families.is_empty()
            || counts_bodies(self.text, draft)
        {
            return None;
        }
        let harm = !matches!(draft.claim.kind, Kind::Arrested | Kind::Released);
        if harm && told.of_arrest && !told.owned || told.also || told.of_total {
            return None;
        }
        let from = told.sentence;
        // a day that is told below the lead is that of one incident of several, unless there is no other: "The flood killed 21"
        if from >= self.lead && !(self.sole && from < here && self.means_one(here)) {
            return None;
        }
        // another day is being told
        if self
            .told_before(here)
            .find(|told| told.day && !told.said)
            .is_some_and(|near| !near.same_day(told))
        {
            return None;
        }
        let runs = draft.claim.scope == Scope::Total;
        let placed = draft
            .claim
            .place
            .as_ref()
            .is_none_or(|place| self.named_till(&place.words, from.max(1)));
        (!runs && placed && !self.broken(from.min(here), from.max(here))).then_some(Happened::Time(only))
    }

    /// The day of a sudden harm told in the lead, until another day is told.
    pub(super) fn of_lead(&self, draft: &Draft, here: usize) -> Option<Happened> {
        let mut told = self.told.iter().filter(|told| told.day && told.sentence <= here);
        let first = told
            .next()
            .filter(|told| told.in_harm && !told.of_total && told.sentence < self.lead && told.sentence < here)?;
        let end = self.text.scan.sentences.get(..self.lead)?.last()?.tokens.end;
        let sudden = (0..end).any(|at| {
            is_sudden(self.text.lower(at))
                && scene_at(self.text, at).is_some_and(|family| !lasts(family) && first.families.contains(&family))
        });
        let placed = draft
            .claim
            .place
            .as_ref()
            .is_none_or(|place| self.named_till(&place.words, self.lead));
        // a day of what did no harm, "names published on 26 October", ends no incident
        let one = told.all(|told| told.same_day(first) || !told.in_harm);
        (sudden && one && placed && !counts_bodies(self.text, draft) && !self.broken(first.sentence, here))
            .then_some(first.happened)
    }

    /// True where the text names the place up to that sentence.
    pub(super) fn named_till(&self, place: &str, sentence: usize) -> bool {
        let scan = self.text.scan;
        let end = scan.sentences.get(sentence).map_or(0, |sentence| sentence.span.end());
        scan.text.get(..end).is_some_and(|head| head.contains(place))
    }

    /// The only day, where it is that of a disaster told in the lead.
    pub(super) fn main_day(&self) -> Option<usize> {
        let end = self.text.scan.sentences.get(..self.lead)?.last()?.tokens.end;
        let lead = (0..end).filter(|&at| is_sudden(self.text.lower(at)));
        let families: Vec<u8> = lead.filter_map(|at| scene_at(self.text, at)).collect();
        let shared = |told: &&Told| {
            let mut of_told = told.families.iter().filter(|&&family| told.landed || !lasts(family));
            of_told.any(|family| families.contains(family))
        };
        let mut struck = self.told.iter().filter(|told| told.day && told.in_harm && told.struck);
        let first = struck.next();
        let struck = first.filter(|first| struck.all(|told| told.same_day(first)));
        let only = self
            .only
            .and_then(|only| self.told.iter().find(|told| told.row == only));
        let heading = self.told.iter().find(|told| told.heads_tolls);
        // "mass killings on 12 July in Orla" in the headline
        let headed = || {
            self.told
                .iter()
                .take_while(|told| told.sentence == 0)
                .find(|told| told.owned && told.day && told.in_harm && shared(told))
        };
        heading
            .or_else(|| only.or(struck).filter(shared))
            .or_else(headed)
            .filter(|told| !told.of_total)
            .map(|told| told.row)
    }

    /// True where all days near a harm are one.
    pub(super) fn is_sole(&self) -> bool {
        let mut days = self
            .told
            .iter()
            .filter(|told| told.day && (told.in_harm || told.near_harm));
        let first = days.next();
        first.is_some_and(|first| days.all(|told| told.same_day(first)))
    }

    /// The first telling's expression, where all tellings have one day.
    pub(super) fn only_day(&self, dated: &[Happened]) -> Option<usize> {
        let tells = |told: &&Told| told.day && told.in_harm && !told.in_passing;
        let counted = |told: &&Told| told.struck || dated.contains(&told.happened);
        let mut days = self.told.iter().filter(tells);
        let first = days.next()?;
        let mut later = days.filter(counted);
        let sure = counted(&first) && first.sentence < self.lead;
        let near = |told: &&Told| told.day && !told.in_passing && (told.in_harm || told.near_harm && !told.said);
        let mut all = self.told.iter().filter(near);
        (sure && later.all(|told| told.same_day(first)) || all.all(|told| told.same_day(first))).then_some(first.row)
    }
}
