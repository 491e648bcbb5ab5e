//! Which number belongs to which harm.

use std::ops::Range;

use super::lexicon::Tag;
use super::outcomes::{Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::voice::{self, Voice};
use super::{
    Kind, back, back_place, counted, ellipsis, left, left_noun, link_box, link_captives, link_lost, link_more,
    link_news, link_opening, link_suits, link_tail, link_them, link_turned, split_verb, walk,
};
use crate::quantity::Sort;

/// A number phrase tied to a harm.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The phrase.
    pub(super) phrase: usize,
    /// The harm.
    pub(super) kind: Kind,
    /// The tokens that name the harm.
    pub(super) outcome: Range<usize>,
    /// The id of the outcome's row.
    pub(super) row: &'static str,
    /// The rule that tied them.
    pub(super) rule: &'static str,
    /// True where the words make it a part of another count.
    pub(super) part: bool,
    /// 0 to 1.
    pub(super) confidence: f32,
}

/// What all link rules see.
pub(super) struct Linker<'a, 't> {
    pub(super) text: &'a Text<'a, 't>,
    pub(super) phrases: &'a [Phrase],
}

/// All links of the text, in the order of their phrases.
pub(super) fn find(text: &Text<'_, '_>, phrases: &[Phrase]) -> Vec<Link> {
    let linker = Linker { text, phrases };
    let mut links: Vec<Link> = Vec::new();
    let mut from = 0;
    while from < phrases.len() {
        let start = phrases.get(from).map_or(0, |phrase| phrase.tokens.start);
        let sentence = text.sentence(start);
        let in_sentence = |phrase: &Phrase| sentence.contains(&phrase.tokens.start);
        let count = phrases
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|phrase| in_sentence(phrase))
            .count()
            .max(1);
        linker.sentence(from..from + count, &mut links);
        from += count;
    }
    super::list_rows::rows(&linker, &mut links);
    links.sort_by_key(|link| (link.phrase, link.outcome.start));
    links.dedup_by_key(|link| (link.phrase, link.kind));
    link_suits::without_the_manner(links)
}

impl Linker<'_, '_> {
    fn sentence(&self, range: Range<usize>, links: &mut Vec<Link>) {
        let first = links.len();
        let open = |links: &[Link], index: usize| {
            links
                .get(first..)
                .is_some_and(|links| !links.iter().any(|link| link.phrase == index))
        };
        for index in range.clone() {
            links.extend(self.direct(index));
        }
        for index in range.clone().rev() {
            if open(links, index) {
                let found = self.shared_forward(index, links.get(first..).unwrap_or_default());
                links.extend(found);
            } else if let Some(found) = self.harmed_again(index, links.get(first..).unwrap_or_default()) {
                links.retain(|link| link.phrase != index);
                links.push(found);
            }
        }
        for index in range {
            if open(links, index) {
                let found = back::shared_back(self, index, links, first);
                links.extend(found);
            }
        }
        self.torn(first, links);
    }

    /// The rules that need no other link: best first.
    fn direct(&self, index: usize) -> Vec<Link> {
        let Some(phrase) = self.phrases.get(index) else {
            return Vec::new();
        };
        if let Some(link) = link_captives::none_reported(self, index, phrase) {
            return vec![link];
        }
        if phrase.head == Head::Thing {
            return Vec::new();
        }
        let aside = link_box::boxed(self, index, phrase).or_else(|| link_more::bracketed(self, index, phrase));
        if let Some(link) = aside {
            return vec![link];
        }
        let early = link_captives::in_exchange(self, index, phrase)
            .or_else(|| ellipsis::let_go(self, index, phrase))
            .or_else(|| link_news::among_first(self, index, phrase));
        if let Some(link) = early {
            let (among, kind) = (link.rule == "link/among", link.kind);
            let mut out = vec![link];
            // "among the wounded were seven clerks taken hostage in May"
            if among && kind != Kind::Abducted {
                let said = walk::subject(self, index, phrase);
                out.extend(said.into_iter().filter(|held| held.kind == Kind::Abducted));
            }
            return out;
        }
        let mut out = Vec::new();
        if let Some(link) = link_more::rescued(self, index, phrase) {
            out.push(link);
            if phrase.own.is_some() {
                return out;
            }
        }
        out.extend(link_captives::object_clause(self, index, phrase));
        if counted::is_tied(self, phrase) {
            out.extend(counted::link(self, index, phrase));
            return out;
        }
        if let Some(mut link) = self.own(index, phrase) {
            if let Some(said) = self.of_harmed(index, phrase, &link) {
                return vec![said];
            }
            out.extend(link_opening::nor(self, index, phrase, &mut link));
            // "two bodies were recovered": the noun says it all; a verb can add another harm to persons
            out.push(link);
            if matches!(phrase.head, Head::Harm(_)) {
                return out;
            }
        }
        let zero_needs_noun = self.sort(phrase) == Some(Sort::Zero)
            && self.text.lower(phrase.tokens.start) == "no"
            && self.text.lower(phrase.tokens.start + 1) != "one"
            && !self.text.reads(phrase.tokens.start + 1, &["-", "one"])
            && phrase.head == Head::Bare;
        if zero_needs_noun {
            return out;
        }
        if let Some(link) = self.split(index, phrase) {
            out.push(link);
            return out;
        }
        out.extend(self.objects(index, phrase));
        if out.is_empty() {
            out.extend(left_noun::noun_of(self, index, phrase));
            out.extend(link_news::nouns_joined(self, index, phrase, &out));
        }
        out.extend(walk::subject(self, index, phrase));
        out.extend(link_opening::opened(self, index, phrase));
        if out.is_empty() {
            out.extend(self.farther(index, phrase));
        }
        link_suits::without_the_whole(phrase, &mut out);
        // "not one of the 80 arrested was booked under the act": what else is said of them
        if phrase.of_whole && self.sort(phrase) == Some(Sort::Zero) {
            out.retain(|link| link.row != "arrested/custody-remand");
        }
        // "four displaced persons were killed": the word only says who they were
        if out
            .iter()
            .any(|link| matches!(link.kind, Kind::Killed | Kind::Injured) && link.outcome.start >= phrase.tokens.end)
        {
            out.retain(|link| !(link.kind == Kind::Displaced && link.rule == "link/own-noun"));
        }
        out
    }

    /// A harm whose words stand on both sides of the count: "sent nine to hospital", "took 12 of them prisoner".
    fn split(&self, index: usize, phrase: &Phrase) -> Option<Link> {
        link_captives::bundled(self, index, phrase)
            .or_else(|| link_captives::came_back(self, index, phrase))
            .or_else(|| split_verb::split_verb(self, index, phrase))
            .or_else(|| super::link_freed::took_prisoners(self, index, phrase))
            .or_else(|| link_tail::to_hospital(self, index, phrase))
            .or_else(|| link_more::treated_for(self, index, phrase))
    }

    /// The verb before the phrase, the one joined to it, and what is done to "them" later on.
    fn objects(&self, index: usize, phrase: &Phrase) -> Vec<Link> {
        let mut out = Vec::new();
        let object = left::object(self, index, phrase);
        out.extend(object.as_ref().and_then(|found| link_more::both_verbs(self, found)));
        let last = object
            .as_ref()
            .and_then(|found| link_them::them_too(self, index, phrase, found));
        // "seized five clerks and shot them dead": the dead are not held
        let undone = last.is_some() && object.as_ref().is_some_and(|found| found.row == "abducted/seized");
        out.extend(object.filter(|_| !undone));
        out.extend(last);
        out
    }

    /// The rules for harm that stands farther off, best first.
    fn farther(&self, index: usize, phrase: &Phrase) -> Option<Link> {
        link_more::among_counted(self, index, phrase)
            .or_else(|| back_place::of_the_harmed(self, index, phrase))
            .or_else(|| link_news::among_who(self, index, phrase))
            .or_else(|| left::among(self, index, phrase))
            .or_else(|| left::object_far(self, index, phrase))
            .or_else(|| link_captives::shared_with(self, index, phrase))
            .or_else(|| link_lost::were_lost(self, index, phrase))
            .or_else(|| link_lost::destroyed(self, index, phrase))
            .or_else(|| link_turned::as_were(self, index, phrase))
            .or_else(|| link_turned::they_were(self, index, phrase))
            .or_else(|| link_turned::apposed(self, index, phrase))
            .or_else(|| link_more::left_with(self, index, phrase))
            .or_else(|| link_more::suffered(self, index, phrase))
            .or_else(|| link_them::crossed(self, index, phrase))
            .or_else(|| link_news::hosts(self, index, phrase))
            .or_else(|| link_news::left_town(self, index, phrase))
            .or_else(|| link_news::noun_before(self, index, phrase))
            .or_else(|| link_news::noun_apart(self, index, phrase))
            .or_else(|| link_tail::in_all(self, index, phrase))
    }

    /// "43 of the detained were released", "three wounded died": the verb tells what became of some of them.
    fn of_harmed(&self, index: usize, phrase: &Phrase, own: &Link) -> Option<Link> {
        let Head::Harm(at) = phrase.head else { return None };
        let persons = matches!(
            self.text.lower(at),
            "hostages"
                | "captives"
                | "detainees"
                | "prisoners"
                | "inmates"
                | "abductees"
                | "kidnap"
                | "internees"
                | "evacuees"
                | "refugees"
                | "seekers"
        );
        let harm = self.text.outcome(at);
        let persons = persons || harm?.row_is("displaced/asylum");
        // of "12 deaths" nothing else becomes
        if !persons && !matches!(harm?.frame, Frame::State | Frame::Hits) {
            return None;
        }
        let mut said = walk::subject(self, index, phrase)
            .into_iter()
            .chain(left::object(self, index, phrase))
            .chain(left_noun::noun_of(self, index, phrase).filter(|_| persons))
            // "a ship picked up 300 of the wounded"
            .find(|link| link.kind != own.kind && !(own.kind == Kind::Injured && link.row == "arrested/picked-up"))?;
        said.part = (phrase.tokens.start..at).any(|at| self.text.lower(at) == "of");
        Some(said)
    }

    pub(super) fn sort(&self, phrase: &Phrase) -> Option<Sort> {
        self.text.quantities.get(phrase.quantity).map(|quantity| quantity.sort)
    }

    /// The number of the phrase, else its nearest bound.
    pub(super) fn number(&self, phrase: &Phrase) -> Option<u64> {
        self.text.quantities.get(phrase.quantity)?.figure.anchor()
    }

    fn own(&self, index: usize, phrase: &Phrase) -> Option<Link> {
        let (_, at) = phrase.own?;
        let outcome = self.text.outcome(at)?;
        if self.sort(phrase) == Some(Sort::Fraction) && self.text.lower(phrase.tokens.end) == "toll" {
            return None;
        }
        let other = outcome.frame == Frame::Lives && !left_noun::lives_lost(self, phrase);
        if other || outcome.row_is("killed/coffins") && !link_lost::are_filled(self, phrase) {
            return None;
        }
        // "it is not true that there were no hostages"
        let start = self.text.sentence(phrase.tokens.start).start;
        let untrue = self.sort(phrase) == Some(Sort::Zero)
            && (start.max(phrase.tokens.start.saturating_sub(6))..phrase.tokens.start)
                .any(|at| self.text.reads(at, &["not", "true"]) || matches!(self.text.lower(at), "untrue" | "false"));
        if untrue {
            return None;
        }
        // "rather than see thousands of deaths", "to avoid 12 deaths"
        let before = phrase.tokens.start.saturating_sub(1);
        let feared = self.text.begins(before, &["avoid", "prevent", "avert", "risk"])
            || self.text.lower(before) == "see"
                && matches!(self.text.lower(before.saturating_sub(1)), "than" | "to" | "not");
        if feared && outcome.frame == Frame::Noun && before > 0 {
            return None;
        }
        // "not one of the 800 arrested", "none of the wounded": what else is said of them
        let (first, of_harmed) = (phrase.tokens.start, matches!(phrase.head, Head::Harm(_)));
        let of_none = self.sort(phrase) == Some(Sort::Zero) && (first..at).any(|at| self.text.lower(at) == "of");
        if of_none && of_harmed {
            return None;
        }
        // "another mass killing", "another evacuation": how many is not told
        let event = matches!(
            self.text.lower(at),
            "evacuation" | "exodus" | "displacement" | "slaughter"
        );
        if event || outcome.kind == Kind::Killed && self.text.lower(at.saturating_sub(1)) == "mass" {
            return None;
        }
        // "none of the wounds": no people
        let none = self.text.lower(phrase.tokens.start) == "none"
            && outcome.kind == Kind::Injured
            && !matches!(self.text.lower(at), "injured" | "wounded");
        if outcome.row_is("injured/wounds-verb") || none {
            return None;
        }
        // "some of the bodies": no count; "found no captives"
        let one = outcome.row_is("abducted/captives") && self.number(phrase).is_some_and(|value| value < 2);
        let loose = one
            || matches!(self.text.lower(phrase.tokens.start), "many" | "most" | "several")
            // "most of the killings": no people
            && matches!(
                self.text.lower(at),
                "bodies" | "killings" | "injuries" | "murders" | "shootings" | "kidnappings"
            )
            && self.text.lower(at.saturating_sub(1)) == "the";
        if loose || self.sort(phrase) == Some(Sort::Vague) && self.text.lower(phrase.tokens.start) == "some" {
            return None;
        }
        if matches!(outcome.id(), "displaced/refugees" | "displaced/asylum") && !self.are_counted(phrase) {
            return None;
        }
        Some(self.link(index, outcome, "link/own-noun", 0.92))
    }

    /// A link from phrase to outcome with the outcome's kind.
    pub(super) fn link(&self, phrase: usize, outcome: &Outcome, rule: &'static str, confidence: f32) -> Link {
        let head = self.phrases.get(phrase).map(|phrase| phrase.head);
        let homes = matches!(head, Some(Head::Household(_)));
        let confidence = if homes { confidence * 0.7 } else { confidence };
        let taken = matches!(
            outcome.id(),
            "abducted/seized" | "abducted/taken-away" | "abducted/bundled"
        );
        let protester = self.phrases.get(phrase).map(|phrase| phrase.class) == Some(super::VictimClass::Protester);
        Link {
            phrase,
            kind: if self.to_safety(outcome) {
                Kind::Displaced
            } else if self.carried_off_by_disease(outcome) || self.before_a_wall(outcome) || self.is_fatal(outcome) {
                Kind::Killed
            } else if taken && (self.by_the_state(&outcome.tokens) || protester || self.is_wanted(head)) {
                Kind::Arrested
            } else if outcome.row_is("arrested/held") && self.by_captors(outcome) {
                Kind::Abducted
            } else if outcome.row_is("released/handed") && self.to_police(phrase, outcome) {
                Kind::Arrested
            } else {
                outcome.kind
            },
            outcome: outcome.tokens.clone(),
            row: outcome.id(),
            rule,
            part: false,
            confidence,
        }
    }

    /// The voice of a verb.
    pub(super) fn voice(&self, outcome: &Outcome) -> Voice {
        voice::voice(self.text, self.phrases, outcome)
    }

    /// "10 soldiers, 4 policemen and 2 civilians were killed": the first ones share the verb of the last.
    pub(super) fn shared_forward(&self, index: usize, links: &[Link]) -> Option<Link> {
        let phrase = self.phrases.get(index).filter(|phrase| phrase.head != Head::Thing)?;
        let next = self.phrases.get(index + 1)?;
        let link = links.iter().find(|link| link.phrase == index + 1)?;
        let joined = (phrase.end..next.tokens.start).all(|at| self.joins(at));
        let sign = (phrase.end..next.tokens.start).any(|at| {
            matches!(
                self.text.lower(at),
                "and" | "or" | "," | "plus" | "well" | "along" | "together"
            )
        });
        let behind = link.outcome.start >= next.tokens.end || next.own.is_some();
        // "among 100,000 people, 12 were killed"; "300 families, or 1,500 people"
        let article = phrase.tokens.start.saturating_sub(1);
        let article = usize::from(
            self.text.is(article, Tag::DET) && self.text.begins(article.saturating_sub(1), &["of", "among"]),
        );
        let before = self.text.lower(phrase.tokens.start.saturating_sub(1 + article));
        // "with 30 guards and 500 rebels killed": of both
        let paired = before == "with" && link.outcome.start == next.end && phrase.end + 1 == next.tokens.start;
        let set = matches!(before, "among" | "of" | "with" | "aboard" | "carrying") && next.own.is_none() && !paired;
        // "struck 10 districts or towns, with 3,300 people being moved"
        let apart =
            (phrase.end..next.tokens.start).any(|at| self.text.lower(at) == "," && self.text.lower(at + 1) == "with");
        // "destroyed 900 homes, leaving 4,000 people homeless"
        let homes = matches!(phrase.head, Head::Household(at)
            if link.kind != Kind::Displaced || !self.text.begins(at, &["famil", "household"]) || self.said_in_persons(phrase));
        let survivors = matches!(phrase.head, Head::Person(at) if self.text.lower(at) == "survivors");
        // "those affected have risen to 7,200 and 3 deaths": the first number is of something else
        let other = before == "to" && matches!(phrase.head, Head::Bare) && next.own.is_some();
        if set
            || other
            || apart
            || survivors
            // "fired at 2,000 marchers, 26 of whom were held"
            || next.of_them && !link_tail::both_parts(self.text, phrase, next)
            || link_tail::leaves_brackets(self.text, phrase.end..next.tokens.start)
            || self.ends_list(phrase, next)
            || homes
        {
            return None;
        }
        if !joined
            || !sign
            || !behind
            || next.tokens.start > phrase.end + 8
            || matches!(phrase.head, Head::Bare)
                && next.own.is_none()
                && !link_tail::both_parts(self.text, phrase, next)
        {
            return None;
        }
        Some(Link {
            phrase: index,
            rule: "link/shared-forward",
            confidence: link.confidence * 0.95,
            ..link.clone()
        })
    }

    /// Words that can stand between two counts of one list.
    fn joins(&self, at: usize) -> bool {
        let text = self.text;
        matches!(
            text.lower(at),
            "," | "and"
                | "or"
                | "-"
                | "plus"
                | "("
                | ")"
                | "of"
                | "from"
                | "in"
                | "the"
                | "as"
                | "well"
                | "at"
                | "least"
        ) || text.is_word(at)
            && text.outcome(at).is_none()
            && !text.is(
                at,
                Tag::BE
                    .or(Tag::HAVE)
                    .or(Tag::PAST)
                    .or(Tag::SUBORD)
                    .or(Tag::PRON)
                    .or(Tag::REL)
                    .or(Tag::SAY)
                    .or(Tag::MODAL),
            )
    }

    /// "13 police were killed and wounded. About 140 others." The verb of the second count was torn off.
    fn torn(&self, first: usize, links: &mut [Link]) {
        let Some(links) = links.get_mut(first..) else {
            return;
        };
        for link in links.iter_mut() {
            if !matches!(link.row, "casualties/killed-and") {
                continue;
            }
            let text = self.text;
            let end = text.sentence(link.outcome.start).end;
            if self
                .phrases
                .get(link.phrase)
                .is_none_or(|phrase| phrase.tokens.start >= end)
            {
                continue;
            }
            let next = self
                .phrases
                .get(self.phrases.partition_point(|phrase| phrase.tokens.start < end));
            if next.is_some_and(|next| next.tokens.start == end && next.others && back_place::is_fragment(text, next)) {
                link.kind = Kind::Killed;
                link.rule = "link/torn-first";
                link.confidence *= 0.7;
            }
        }
    }
}
