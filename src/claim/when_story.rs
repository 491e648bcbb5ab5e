//! Which incident an undated count belongs to: the one told before it, the one its words name, or the only one of the article.

use super::lexicon::Tag;
use super::speaker::Speakers;
use super::text::Text;
use super::when::Times;
use super::when_apart::is_apart;
use super::when_course::{Course, goes_on_toll};
use super::when_cue::{
    are_to_be_freed, breaks, finds_bodies, is_aftermath, is_flat, is_listed, is_loose, is_perfect, reads_on,
    titles_entry,
};
use super::when_disaster::{is_by_hand, is_sheltered};
use super::when_distance::{REPORTED, is_overnight};
use super::when_left::{alongside, is_plain_past};
use super::when_near::{is_further, is_part, stamped};
use super::when_row::Told;
use super::when_same::{headlines, last_seen, same_counts, same_victims, so_far, statements};
use super::when_total::is_left_out;
use super::when_words::{is_sudden, is_wide, lasts, scene};
use super::{Draft, Happened, Kind, Scope};
use crate::base::Why;

/// How many sentences back, in one paragraph, a day still tells of the incident.
const SENTENCES_BACK: usize = 4;
/// How many sentences back "the attack" and "the incident" can mean what has another name.
const WIDE_BACK: usize = 6;
/// How many dated sentences are looked at before and after a count.
const TOLD_WITHIN: usize = 60;
/// How many sentences a headline and a lead have.
pub(super) const LEAD: usize = 3;
/// A line of so many words is no sentence of the lead.
const BYLINE: usize = 4;
/// How many sentences after the lead its day may be told.
pub(super) const LEAD_REACH: usize = 5;

/// Rules by which a day goes on to a count whose own words do not ask for it.
const GOING_ON: &[&str] = &["day/near", "day/before", "day/before-loose", "day/named", "day/whole"];

/// Gives counts that name no day the day of the incident that is being told.
pub(super) fn days(text: &Text<'_, '_>, times: &Times, speakers: &Speakers, drafts: &mut [Draft]) {
    let story = Story::of(text, times, speakers, drafts);
    let headed = headlines(text, drafts);
    let mut telling = Telling::default();
    for (draft, headed) in drafts.iter_mut().zip(headed) {
        let at = text.scan.token_at(draft.claim.span.start());
        let Some(here) = text.scan.sentence_index(at) else {
            continue;
        };
        if let Some(happened) = headed {
            give(draft, happened, "day/of-lead");
        }
        if let Some(day) = story.exact_day(draft.happened) {
            draft.happened = day;
        }
        let whole = telling.count == Some((here, Happened::Unsaid)) && is_part(draft);
        if draft.happened == Happened::Unsaid && !whole {
            story.carry(draft, here, &mut telling);
        }
        let listed = telling.listed.filter(|(from, _)| is_listed(text, *from, at));
        if let Some((_, happened)) = listed.filter(|_| draft.happened == Happened::Unsaid) {
            give(draft, happened, "day/of-list");
        }
        telling.listed = None;
        let whole = telling.count.replace((here, draft.happened));
        // "40 since March, including two on Friday": the day of a part is not the one that is being told
        let part = is_part(draft) && whole.is_some_and(|(there, day)| there == here && day != draft.happened)
            || is_left_out(text, at);
        if draft.happened != Happened::Unsaid && !part && !times.is_by_the_way(text, draft.happened) {
            telling = Telling {
                last: Some((here, draft.happened)),
                held: draft.claim.kind == Kind::Arrested,
                listed: Some((text.scan.tokens_in(draft.claim.span).end, draft.happened)),
                lost: None,
                count: telling.count,
            };
        }
    }
    same_counts(text, times, &story.breaks, drafts);
    same_victims(text, times, drafts);
    so_far(text, drafts);
    last_seen(text, times, drafts);
    alongside(text, drafts);
    statements(text, drafts);
}

/// Gives a count a day, with the rule that found it.
pub(super) fn give(draft: &mut Draft, happened: Happened, by: &'static str) {
    draft.happened = happened;
    draft.claim.why.parts.push(Why::leaf(by, draft.claim.span));
}

/// What was told last.
#[derive(Default)]
struct Telling {
    /// The sentence of the last count that has a day, with its day.
    last: Option<(usize, Happened)>,
    /// Whether that count is one of arrests.
    held: bool,
    /// The token after the count before, with its day.
    listed: Option<(usize, Happened)>,
    /// The sentence of a count that has no day: those after it that name none have none either.
    lost: Option<usize>,
    /// The sentence of the last count, with its day or none.
    count: Option<(usize, Happened)>,
}

/// An article as incidents that are told one after another.
pub(super) struct Story<'s, 'a, 't> {
    pub(super) text: &'s Text<'a, 't>,
    pub(super) times: &'s Times,
    pub(super) speakers: &'s Speakers,
    /// Sentences that date what did harm.
    pub(super) told: Vec<Told>,
    /// The day of them all, where it is one.
    pub(super) only: Option<usize>,
    /// Whether no other day stands near any harm.
    pub(super) sole: bool,
    /// That day, where it is one of a sudden disaster of which the lead tells.
    pub(super) main: Option<usize>,
    /// How many sentences headline and lead have, with what stands above and between them.
    pub(super) lead: usize,
    /// Whether nearly every sentence is a paragraph of its own.
    pub(super) flat: bool,
    /// Sentences with which another incident begins.
    pub(super) breaks: Vec<usize>,
    /// The day of a disaster that came in one day.
    pub(super) disaster: Option<Happened>,
    /// The stretch of which a digest reports, from its heading.
    pub(super) period: Option<usize>,
    /// Unrest whose beginning is told.
    pub(super) courses: Vec<Course>,
    /// Nights that are named, with their sentences.
    pub(super) nights: Vec<(usize, usize)>,
}

impl<'s, 'a, 't> Story<'s, 'a, 't> {
    fn of(text: &'s Text<'a, 't>, times: &'s Times, speakers: &'s Speakers, drafts: &[Draft]) -> Self {
        let lead = lead(text);
        let mut breaks = breaks(text);
        breaks.extend(stamped(text, &times.rows, lead));
        breaks.sort_unstable();
        let story = Self {
            told: times.told(text),
            only: None,
            sole: false,
            main: None,
            lead,
            flat: is_flat(text),
            breaks,
            courses: times.courses(text),
            nights: times.nights(text),
            disaster: times.disaster(text),
            period: times.period(text),
            times,
            speakers,
            text,
        };
        let dated: Vec<Happened> = drafts.iter().map(|draft| draft.happened).collect();
        let story = Self {
            only: story.only_day(&dated),
            sole: story.is_sole(),
            ..story
        };
        Self {
            main: story.main_day(),
            ..story
        }
    }
}

/// The day of the count told right before, where this one is a part of it or goes on with its toll.
fn goes_on(
    text: &Text<'_, '_>,
    draft: &Draft,
    (there, day): (usize, Happened),
    (here, loose): (usize, bool),
) -> Option<(Happened, &'static str)> {
    let close = there == here || !loose && (day.is_dated() || reads_on(text, here));
    if is_part(draft) && close {
        return Some((day, "day/of-whole"));
    }
    let runs = matches!(day, Happened::Since(_) | Happened::SinceMonth(_));
    if runs && goes_on_toll(text, draft) {
        return Some((day, "day/toll"));
    }
    (runs && draft.claim.kind == Kind::Missing).then_some((day, "day/near"))
}

/// How many sentences headline and lead have: lines of a few words, of numbers and bylines do not count.
fn lead(text: &Text<'_, '_>) -> usize {
    let sentences = text.scan.sentences.get(..LEAD * 4).unwrap_or(&text.scan.sentences);
    let told = |tokens: &std::ops::Range<usize>| {
        let words = tokens.clone().filter(|&at| text.is_word(at) && !text.is_number(at));
        words.count() > BYLINE
    };
    let mut telling = sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| told(&sentence.tokens));
    let last = telling.nth(LEAD - 1).map_or(LEAD, |(index, _)| index + 1);
    last.max(LEAD)
}

impl Story<'_, '_, '_> {
    /// Gives a count the day of the incident that is being told, if the article has one.
    fn carry(&self, draft: &mut Draft, here: usize, telling: &mut Telling) {
        let text = self.text;
        let found = self.day(draft, here, telling).and_then(|found| {
            if self.is_of_one(draft, here, telling, found) {
                Some(found)
            } else {
                self.across(draft, here).map(|day| (day, "day/across"))
            }
        });
        let phrase = text.scan.tokens_in(draft.claim.span);
        let harm = draft.claim.roles.outcome.map(|span| text.scan.tokens_in(span));
        // its sentence has a day that is not that of the harm: only what the whole article is about is surer
        let dated = self.disaster.is_none()
            && self.times.dates_other(text, &phrase, harm.as_ref())
            && !finds_bodies(text, draft);
        let found = found.filter(|(day, _)| {
            harm.as_ref()
                .is_none_or(|harm| !self.times.is_of_last(text, *day, &phrase, harm))
        });
        let mut found = found.filter(|(_, by)| {
            !dated
                || matches!(*by, "day/main" | "day/toll")
                || *by == "day/of-whole" && telling.count.is_some_and(|(there, _)| there == here)
        });
        if let Some((_, day)) = telling
            .count
            .filter(|(there, day)| *there == here && *day != Happened::Unsaid)
            && self.is_joined(&phrase)
        {
            found = Some((day, "day/joined"));
        }
        if dated && found.is_none() {
            return;
        }
        let follows = telling.lost.is_some_and(|lost| {
            let told = self.told_before(here).next();
            // "Six died in a shooting in Orla. It happened on Friday night": the day is told behind
            lost < here && here - lost <= 2 && told.is_none_or(|told| told.sentence <= lost || !told.day || told.said)
        });
        let own = found.is_some_and(|(_, by)| matches!(by, "day/across" | "day/of-next"));
        if follows && !own && self.period.is_none() && self.main.is_none() && self.named(here, false, false).is_none() {
            found = None;
        }
        let told_anew = draft.claim.place.is_some() || self.breaks.contains(&here);
        telling.lost = (found.is_none() && (told_anew || follows)).then_some(here);
        if let Some((happened, by)) = found {
            give(draft, self.times.so_far(text, happened, here), by);
            if self.period.is_some_and(|row| happened == Happened::Time(row)) {
                draft.claim.scope = Scope::Unknown;
            }
        }
    }

    /// True where nothing tells that the day is one of another incident: a count between that has another day or none, a place.
    fn is_of_one(&self, draft: &Draft, here: usize, telling: &Telling, (day, by): (Happened, &'static str)) -> bool {
        let broken = || {
            let reads = is_part(draft) || is_further(self.text, draft);
            let count = telling.count.filter(|(there, _)| *there >= self.lead && !reads);
            self.is_broken_off(day, here, telling.last) || self.is_broken_off(day, here, count)
        };
        !(by.starts_with("day/before") && broken() || GOING_ON.contains(&by) && self.is_elsewhere(draft, day, here))
    }

    fn day(&self, draft: &Draft, here: usize, telling: &Telling) -> Option<(Happened, &'static str)> {
        let (text, claim) = (self.text, &draft.claim);
        let harm = claim.kind.is_hurt_or_missing();
        if here >= self.lead && titles_entry(text, here) {
            let told = self.told_after(here).next().filter(|told| told.sentence == here + 1);
            return told.map(|told| (told.happened, "day/titled"));
        }
        let loose = is_loose(text, draft);
        if let Some(day) = self
            .disaster
            .filter(|_| harm || claim.kind == Kind::Displaced && !is_sheltered(text, draft))
            .filter(|_| !loose && !is_by_hand(text, here))
        {
            return Some((day, "day/disaster"));
        }
        let near = telling
            .last
            .filter(|(there, _)| *there <= here && here - there <= 1 && !self.parted(*there, here))
            // the day of an arrest is not that of a harm told after it
            .filter(|(there, _)| !(harm && telling.held) || *there == here);
        let part = is_part(draft);
        let of_stretch = || {
            telling
                .last
                .filter(|(there, _)| there + 1 == here && self.names_same(here))
        };
        let goes_on = near
            .and_then(|(there, day)| goes_on(text, draft, (there, day), (here, loose)))
            .or_else(|| of_stretch().map(|(_, day)| (day, "day/same-stretch")));
        if goes_on.is_some() {
            return goes_on;
        }
        let perfect = is_perfect(text, draft) || self.times.counts_until(draft.as_of);
        let found = finds_bodies(text, draft);
        let far = self.far(draft);
        if let Some(found) = self.by_own_words(draft, here, far) {
            return Some(found);
        }
        if far.is_some() || loose || is_aftermath(text, draft) || are_to_be_freed(text, draft) || is_apart(text, draft)
        {
            return None;
        }
        if let Some(happened) = self.of_main(draft, here) {
            return Some((happened, "day/main"));
        }
        if is_overnight(text, &text.sentence(text.scan.token_at(claim.span.start()))) {
            return Some((REPORTED, "day/overnight"));
        }
        if (perfect || found) && !part && self.period.is_none() {
            let just_told = || self.just_told(draft, here).map(|day| (day, "day/just-told"));
            return self
                .named(here, true, harm)
                .map(|day| (day, "day/named"))
                .or_else(just_told)
                .or_else(|| self.quoted(draft, here, harm).map(|day| (day, "day/quoted")));
        }
        if self.begins_anew(here) && !is_further(text, draft) {
            let fresh = telling.count.is_none_or(|(there, _)| there + 1 < here);
            let announced = fresh.then(|| self.announced(here)).flatten();
            return announced
                .map(|day| (day, "day/announced"))
                .or_else(|| self.period.map(|row| (Happened::Time(row), "day/period")));
        }
        if let Some((there, happened)) = near.filter(|(_, day)| day.is_dated() && !self.breaks.contains(&here)) {
            let one = (claim.scope != Scope::Total || is_plain_past(text, draft)) && self.times.is_of_days(happened);
            let same = there == here || part || one;
            let of_toll = || self.named(here, true, harm).or_else(|| self.owned(here));
            return if same {
                Some((happened, "day/near"))
            } else {
                of_toll().map(|day| (day, "day/named"))
            };
        }
        self.carried(draft, here, (perfect, harm))
    }

    /// The day that goes on to a count from the nearest sentence or from the whole article. `perfect`, `harm`: what its verb
    /// and its kind are.
    fn carried(&self, draft: &Draft, here: usize, (perfect, harm): (bool, bool)) -> Option<(Happened, &'static str)> {
        let claim = &draft.claim;
        let total = claim.scope == Scope::Total && !is_part(draft);
        let by = |by: &'static str| move |day: Happened| (day, by);
        self.named(here, total, harm)
            .or_else(|| self.owned(here).filter(|_| total && !perfect))
            .map(by("day/named"))
            .or_else(|| self.before(here, harm).map(by("day/before")))
            .or_else(|| self.before_loose(draft, here).map(by("day/before-loose")))
            .or_else(|| self.before_long(draft, here).map(by("day/before-long")))
            .or_else(|| {
                harm.then(|| self.at_night(draft, here))
                    .flatten()
                    .map(by("day/at-night"))
            })
            .or_else(|| {
                let ahead = self.ahead(here).map(by("day/ahead"));
                ahead.filter(|_| !total && (harm || claim.kind == Kind::Abducted))
            })
            .or_else(|| {
                let whole = self.whole(draft, here).map(by("day/whole"));
                whole.filter(|_| harm || claim.kind == Kind::Abducted)
            })
            .or_else(|| {
                let lead = self.of_lead(draft, here).map(by("day/lead"));
                lead.filter(|_| harm && !total)
            })
            .or_else(|| self.period.map(Happened::Time).map(by("day/period")))
            .or_else(|| self.quoted(draft, here, harm).map(by("day/quoted")))
            .or_else(|| {
                let placed = || self.of_place(draft, here).map(by("day/of-place"));
                let sole = || self.of_sole(draft, here).map(by("day/sole"));
                let next = || self.of_next(here).map(by("day/of-next"));
                let across = || self.across(draft, here).map(by("day/across"));
                (harm && !total)
                    .then(|| placed().or_else(sole).or_else(next).or_else(across))
                    .flatten()
            })
    }

    /// The sentences before that date something, the nearest first.
    pub(super) fn told_before(&self, here: usize) -> impl Iterator<Item = &Told> {
        let end = self.told.partition_point(|told| told.sentence < here);
        self.told.get(..end).unwrap_or_default().iter().rev().take(TOLD_WITHIN)
    }

    /// The sentences after it that date something.
    pub(super) fn told_after(&self, here: usize) -> impl Iterator<Item = &Told> + Clone {
        let first = self.told.partition_point(|told| told.sentence <= here);
        self.told.get(first..).unwrap_or_default().iter().take(TOLD_WITHIN)
    }

    /// The telling that stands on that time expression.
    pub(super) fn told_by(&self, row: usize) -> Option<&Told> {
        let found = self.told.binary_search_by_key(&row, |told| told.row).ok()?;
        self.told.get(found)
    }

    /// True where a paragraph or another incident begins between two sentences.
    pub(super) fn parted(&self, from: usize, to: usize) -> bool {
        let sentences = &self.text.scan.sentences;
        let paragraph = |index: usize| sentences.get(index).is_some_and(|sentence| sentence.paragraph_before);
        self.broken(from, to) || !self.flat && (from + 1..=to).any(paragraph)
    }

    /// True where another incident begins after `from`, up to `to`.
    pub(super) fn broken(&self, from: usize, to: usize) -> bool {
        let first = self.breaks.partition_point(|&index| index <= from);
        self.breaks.get(first).is_some_and(|&index| index <= to)
    }

    /// The day told last in the same paragraph.
    /// `harm`: of people who were hurt, not held.
    pub(super) fn before(&self, here: usize, harm: bool) -> Option<Happened> {
        let back = if self.flat { SENTENCES_BACK / 2 } else { SENTENCES_BACK };
        self.told_before(here)
            .find(|told| told.in_harm || told.day && told.sentence + 2 >= here)
            .filter(|told| !(harm && told.of_arrest && !told.owned))
            .filter(|told| {
                !told.of_total && told.in_harm && (told.day || told.sentence + 1 >= here && self.is_of_same(told, here))
            })
            .filter(|told| told.sentence + back >= here && !self.parted(told.sentence, here))
            .map(|told| told.happened)
    }

    /// "the blast", "this attack": the day of what the sentence names.
    fn named(&self, here: usize, sudden: bool, harm: bool) -> Option<Happened> {
        let text = self.text;
        let sentence = text.scan.sentences.get(here)?.tokens.clone();
        let definite = |at: usize| {
            (at.saturating_sub(3).max(sentence.start)..at)
                .rev()
                .take_while(|&before| text.is_word(before) && !text.is(before, Tag::PREP))
                .any(|before| matches!(text.lower(before), "the" | "this" | "that" | "these" | "those" | "same"))
        };
        let lead = here < self.lead;
        let family = sentence
            .clone()
            .filter(|&at| definite(at) || lead && !scene(text.lower(at)).is_some_and(lasts))
            .filter(|&at| !sudden || is_sudden(text.lower(at)))
            .find_map(|at| scene(text.lower(at)))?;
        let fits = |told: &&Told| {
            told.day
                && !(told.in_passing && told.sentence > here)
                && !(harm && told.of_arrest && !told.owned)
                && !(sudden && !lasts(family) && told.families.iter().any(|&family| lasts(family)))
                && told.families.iter().any(|&other| {
                    let near = || told.owned || told.sentence + WIDE_BACK >= here || lead;
                    other == family && !is_wide(family) || is_wide(family) && told.in_harm && near()
                })
        };
        if self.breaks.contains(&here) {
            return None;
        }
        let before = self
            .told_before(here)
            .filter(|told| !told.also || !self.parted(told.sentence, here))
            .find(fits)
            // what was told right before is nearer than what has the same name
            .filter(|told| sudden || self.told_here(here).is_none_or(|near| near.same_day(told)))
            .filter(|told| !self.broken(told.sentence, here));
        let after = || {
            let mut later = self.told_after(here).filter(fits);
            let near = |told: &&Told| self.only.is_some() || told.sentence <= here + 2 * LEAD_REACH;
            let first = later
                .clone()
                .find(|told| told.owned)
                .or_else(|| later.next().filter(near))?;
            ((lead || self.only.is_some()) && !self.broken(here, first.sentence)).then_some(first)
        };
        before.or_else(after).map(|told| told.happened)
    }

    /// A day of harm in the sentence right before, of the same paragraph.
    fn told_here(&self, here: usize) -> Option<&Told> {
        self.told_before(here)
            .take_while(|told| told.sentence + 1 == here)
            .find(|told| told.day && told.in_harm && !told.said && !self.parted(told.sentence, here))
    }
}
