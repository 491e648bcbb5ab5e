//! From a counted subject to its own verb: what may stand between, and what ends the reach.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::voice::Voice;

/// The longest way from a noun to its verb, in tokens.
const REACH: usize = 34;
/// The same for a number without a noun.
const REACH_BARE: usize = 14;

/// The verbs and adjectives whose harmed subject the phrase is: the first one, and what is joined to it.
pub(super) fn subject(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Vec<Link> {
    let mut walk = Walk::new(linker, phrase);
    let mut out: Vec<Link> = Vec::new();
    while let Some(outcome) = walk.next_outcome() {
        let outcome = outcome.clone();
        // "two of the 12 people kidnapped were killed": the participle is that of all twelve
        if phrase.of_whole && outcome.tokens.start == phrase.end && outcome.frame == Frame::Hits {
            walk.at = outcome.tokens.end;
            continue;
        }
        if let Some(link) = walk.take(index, &outcome) {
            out.push(link);
        } else if outcome.row_is("injured/struck")
            && super::voice::before(linker.text, outcome.tokens.start, Tag::BE).is_some()
        {
            // "were struck by lightning and killed": by what tells nothing, what follows does
            walk.joined = true;
        } else if let Some(verb) = walk.past_own_deed(&outcome) {
            walk.at = verb;
            continue;
        } else {
            break;
        }
        // a reduced clause ("people wounded in the blast died") or a joined verb may follow
        walk.at = outcome.tokens.end;
        if out.len() > 2 {
            break;
        }
    }
    // "six of those hurt have died": the participle is that of all
    let of_set = phrase.of_them && linker.text.lower(phrase.end - 1) == "those";
    if of_set && out.len() > 1 && out.first().is_some_and(|link| link.outcome.start == phrase.end) {
        out.remove(0);
    }
    // "swept away and drowned": no longer missing
    if out.iter().any(|link| link.kind == Kind::Killed) {
        out.retain(|link| !link.row.starts_with("missing/swept"));
    }
    out
}

pub(super) struct Walk<'w, 'a, 't> {
    pub(super) linker: &'w Linker<'a, 't>,
    pub(super) phrase: &'w Phrase,
    pub(super) at: usize,
    pub(super) end: usize,
    /// Verbs of no harm that may still be passed, because they stand in a clause of their own.
    pub(super) passes: usize,
    /// Where the way to a participle is counted from.
    pub(super) near: usize,
    /// True once a comma, clause or verb was passed.
    pub(super) far: bool,
    pub(super) bare: bool,
    /// True behind "including": the counts that follow are parts, not the next subject.
    listing: bool,
    pub(super) joined: bool,
}

/// What a walk does with a token.
pub(super) enum Step {
    On(usize),
    Stop,
}

impl<'w, 'a, 't> Walk<'w, 'a, 't> {
    fn new(linker: &'w Linker<'a, 't>, phrase: &'w Phrase) -> Self {
        let aboard =
            matches!(linker.text.lower(phrase.end), "on" | "aboard") && !linker.text.is(phrase.end + 1, Tag::TIME);
        let bare = matches!(phrase.head, Head::Bare) && !phrase.others && !phrase.of_them && !aboard;
        let reach = if bare { REACH_BARE } else { REACH };
        let sentence = linker.text.sentence(phrase.tokens.start);
        Self {
            linker,
            phrase,
            at: phrase.end,
            end: sentence.end.min(phrase.end + reach),
            passes: 0,
            near: phrase.end,
            far: false,
            bare,
            listing: false,
            joined: false,
        }
    }

    fn next_outcome(&mut self) -> Option<&'a Outcome> {
        let text = self.linker.text;
        while self.at < self.end {
            if let Some(outcome) = text.outcome_from(self.at)
                && !matches!(outcome.frame, Frame::Noun | Frame::Lives | Frame::Toll)
            {
                return Some(outcome);
            }
            match self.step() {
                Step::On(next) => self.at = next.max(self.at + 1),
                Step::Stop => return None,
            }
        }
        None
    }

    /// A clause opens: of those who are counted, or of others.
    fn relative(&mut self) -> Step {
        let (text, at) = (self.linker.text, self.at);
        // "5,000 who lived by the dam have fled": as good as a noun
        if self.bare && at == self.phrase.end && text.lower(at) == "who" {
            self.bare = false;
            self.end = text.sentence(at).end.min(at + REACH);
        }
        // "was grieving for relatives who died": the clause of others
        let prior = at.saturating_sub(1);
        let others = prior >= self.phrase.end && text.is(prior, Tag::PERSON) && !text.is(prior, Tag::PAST);
        // "had left their homes, which were wiped out"
        let things = matches!(text.lower(at), "which" | "that")
            && prior >= self.phrase.end
            && text.is(prior, Tag::THING)
            && !text.is(prior, Tag::TIME);
        if others || things {
            return Step::Stop;
        }
        self.passes += 1;
        self.far = true;
        if text.is(prior, Tag::PREP) {
            Step::Stop
        } else {
            Step::On(at + 1)
        }
    }

    /// Passes one token or a group, or ends.
    fn step(&mut self) -> Step {
        let (text, at) = (self.linker.text, self.at);
        if matches!(text.lower(at), "aged" | "ages") {
            return Step::On(self.past_ages(at + 1));
        }
        // "left 12 dead and others injured": what follows is said of those
        if self.joined && text.lower(at) == "others" {
            return Step::Stop;
        }
        if let Some(quantity) = text.quantity(at) {
            return self.other_quantity(quantity);
        }
        if !text.is_word(at) {
            return self.sign();
        }
        // "those who came that evening": a day, and no clause
        if text.lower(at) == "that" && text.is(at + 1, Tag::TIME) {
            return Step::On(at + 2);
        }
        if text.is(at, Tag::REL) {
            return self.relative();
        }
        if text.is(at, Tag::CONJ) {
            return self.conjunction();
        }
        if text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::MODAL)) {
            return Step::On(at + 1);
        }
        if let Some(next) = self.past_seeming() {
            return Step::On(next);
        }
        // "Saw" in a name
        let name = text.is_name(at) && text.is_name(at.saturating_sub(1));
        if text.is(at, Tag::PAST) && !text.is(at, Tag::ADVERB) && !name {
            return self.foreign_verb();
        }
        if text.lower(at) == "as" && text.outcome_from(at + 1).is_some() {
            return Step::On(at + 1);
        }
        // "hurt three people before being shot": the one who did it
        let prior = self.phrase.tokens.start.saturating_sub(1);
        let object = text.outcome(prior).is_some() || text.is(prior, Tag::PAST.or(Tag::ING));
        if object && matches!(text.lower(at), "before" | "after" | "until") && text.lower(at + 1) == "being" {
            return Step::Stop;
        }
        // "two colleagues with them on the street were hurt"
        if let Some(step) = self.pronoun_or_clause() {
            return step;
        }
        // "people whose limbs have been crushed", not they
        if text.lower(at) == "whose" && text.is_word(at + 1) && !text.lower(at + 1).starts_with("bod") {
            return Step::Stop;
        }
        // "ten from the town itself were hurt"
        if matches!(text.lower(at), "itself" | "themselves" | "himself" | "herself") && at > self.phrase.end {
            return Step::On(at + 1);
        }
        if text.is(at, Tag::SUBORD) && (!text.is(at, Tag::PREP) || self.clause_of_others(at)) || text.is(at, Tag::PRON)
        {
            return Step::Stop;
        }
        let there = text.lower(at) == "present" && text.is(at + 1, Tag::PREP);
        if text.is(at, Tag::VERB) && at == self.phrase.end && !text.is(at, Tag::PREP) && !there {
            return Step::Stop;
        }
        if text.is(at, Tag::SAY) && (!text.is(at, Tag::ADVERB.or(Tag::BELIEF)) || self.says_of_others()) {
            return Step::Stop;
        }
        self.listing |= text.lower(at) == "including";
        Step::On(at + 1)
    }

    fn other_quantity(&mut self, quantity: usize) -> Step {
        let Some(other) = super::voice::phrase_of(self.linker.phrases, quantity) else {
            return Step::Stop;
        };
        let text = self.linker.text;
        let before = other.tokens.start.saturating_sub(1);
        // "13 miners of the 410 on shift"
        let noun = before.saturating_sub(2);
        let set = text.is(before, Tag::DET)
            && text.lower(before.saturating_sub(1)) == "of"
            && text.is(noun, Tag::PERSON)
            && text.quantity(noun).is_none();
        // "18 died with several more reported missing": what follows is said of those
        if self.joined && text.lower(before) == "with" {
            return Step::Stop;
        }
        let behind_preposition = set || text.is(before, Tag::PREP) || text.lower(before) == "aged";
        let fraction = self.linker.sort(other) == Some(crate::quantity::Sort::Fraction);
        if (behind_preposition || other.head == Head::Thing || fraction || self.listing) && !self.bare {
            Step::On(other.end)
        } else {
            Step::Stop
        }
    }

    fn sign(&mut self) -> Step {
        let (text, at) = (self.linker.text, self.at);
        // "1,200 families - some 6,000 people - staying in camps"
        let start = self.phrase.tokens.start;
        if text.is_dash(at) && at == self.phrase.end && start > 0 && text.lower(start - 1) == text.lower(at) {
            let double = text.lower(at + 1) == text.lower(at);
            return Step::On(at + 1 + usize::from(double));
        }
        match text.lower(at) {
            "," | "–" | "—" | "(" | "[" | "-"
                if text.lower(at) != "-" || text.lower(at + 1) == "-" || self.is_spaced(at) =>
            {
                let close = match text.lower(at) {
                    "(" => ")",
                    "[" => "]",
                    other => other,
                };
                // "300 families, or 1,500 people, were moved"
                let start = self.phrase.tokens.start;
                let closes = at == self.phrase.end
                    && start > 1
                    && text.lower(start - 1) == "or"
                    && matches!(text.lower(start - 2), "," | "–" | "—");
                if closes && close == "," {
                    return Step::On(at + 1);
                }
                if self.bare && close == "," && !self.those_who() && !self.names_some() {
                    return Step::Stop;
                }
                let step = self.parenthesis(close);
                // "five others, including a toddler, injured": as near as without the insertion
                // "one volunteer (VDP) wounded": so too short letters for the noun
                let short = close == ")" && text.lower(at + 2) == ")" && text.is_word(at + 1);
                let part = at == self.phrase.end && (text.lower(at + 1) == "including" || short);
                match step {
                    Step::On(end) if part => self.near = end,
                    _ => self.far = true,
                }
                step
            }
            ";" | ":" | "!" | "?" | "." => Step::Stop,
            _ => Step::On(at + 1),
        }
    }

    /// Passes an insertion, if the phrase's own verb follows it.
    fn parenthesis(&self, close: &str) -> Step {
        let (text, at) = (self.linker.text, self.at);
        let verb = Tag::BE.or(Tag::HAVE).or(Tag::MODAL);
        let own = |at: usize| {
            // "allegedly kidnapped"
            let at = at + usize::from(text.is(at, Tag::ADVERB.or(Tag::BELIEF)) && text.outcome_from(at + 1).is_some());
            // "two women, both 21, each suffered burns"
            let at = at + usize::from(matches!(text.lower(at), "each" | "both" | "all"));
            text.is(at, verb)
                || text.outcome_from(at).is_some_and(|outcome| match outcome.frame {
                    Frame::Hits => self.linker.voice(outcome) == Voice::Passive && outcome.form == Form::Past,
                    Frame::Suffers => outcome.form == Form::Past || text.lower(at) == "dies",
                    Frame::State => {
                        text.lower(outcome.tokens.start) == "with"
                            || outcome.kind == Kind::Displaced && outcome.tokens.len() > 1
                    }
                    _ => false,
                })
        };
        // "12 nuns, three of them novices, who were killed"
        let who = |at: usize| {
            text.is(at, Tag::REL)
                && text.is(at + 1, Tag::BE)
                && (at + 2..at + 4).any(|at| text.outcome_from(at).is_some())
        };
        let counts = text.quantity(at + 1).is_some();
        // "many of them, including the cathedral, were crushed"
        let noun = (at + 2..at + 5).find(|&at| !text.is(at, Tag::DET.or(Tag::POSS)));
        if text.lower(at + 1) == "including" && noun.is_some_and(|at| super::walk_past::is_building(text.lower(at))) {
            return Step::Stop;
        }
        // "four reporters, one of whom was arrested": the clause speaks of another
        if text.quantity(at + 1).is_some() && (at + 2..at + 5).any(|at| text.reads(at, &["of", "whom"])) {
            return Step::Stop;
        }
        if close != ")" && own(at + 1) {
            return Step::On(at + 1);
        }
        // "ten died, their clothes burnt; nine, with burns, were": the next clause is of others
        let told = text.outcome_to(at).is_some();
        let found = (at + 1..self.end.min(at + 26))
            .take_while(|&end| text.lower(end) != ";" || !told)
            .filter(|&end| text.lower(end) == close)
            .find(|&end| {
                // "40 farmers, including 12 girls, and a nun were held"
                let listed =
                    text.lower(at + 1) == "including" && text.lower(end + 1) == "and" && text.is(end + 2, Tag::DET);
                close == ")" || close == "]" || own(end + 1) || listed || counts && who(end + 1)
            });
        let past = found.map(|end| end + 1).or_else(|| self.unclosed(close));
        past.map_or(Step::Stop, Step::On)
    }

    fn conjunction(&mut self) -> Step {
        let (text, at) = (self.linker.text, self.at);
        // "in the all-but-deserted town"
        if text.lower(at - 1) == "-" && text.lower(at + 1) == "-" {
            return Step::On(at + 3);
        }
        let counts = text.quantity(at + 1).is_some_and(|next| {
            super::voice::phrase_of(self.linker.phrases, next).is_none_or(|next| next.head != Head::Thing)
        });
        let others = matches!(text.lower(at + 1), "as" | "just") && text.lower(at + 2) == "many";
        if text.lower(at) == "but" || others || counts && !self.listing {
            return Step::Stop;
        }
        // "three are dead and a fourth is in hospital": somebody else
        let another = matches!(text.lower(at + 1), "a" | "an" | "another" | "the" | "other")
            && (at + 2..at + 8).take_while(|&at| text.is_word(at)).any(|at| {
                // "three dead and a guard wounded"
                let harmed = text.is(at - 1, Tag::PERSON) && text.outcome_from(at).is_some();
                text.is(at, Tag::BE.or(Tag::HAVE)) || harmed && text.outcome(at - 1).is_none()
            });
        // "two were held and the rest fled", "were moved and transport was cut", "left seven dead and some injured"
        let rest = text.lower(at + 1) == "some"
            || text.is(at + 1, Tag::POSS) && text.is(at + 2, Tag::PERSON) && text.outcome_from(at + 3).is_some()
            || text.lower(at + 1) == "the" && matches!(text.lower(at + 2), "rest" | "others" | "remainder");
        // "the dead at 31 and the wounded at 90": of those
        if self.bare && text.lower(at + 1) == "the" && text.outcome_from(at + 2).is_some() {
            return Step::Stop;
        }
        let clause = text.is_word(at + 1)
            && text.is(at + 2, Tag::BE)
            && text.outcome_from(at + 1).is_none()
            && !text.is(
                at + 1,
                Tag::BE
                    .or(Tag::HAVE)
                    .or(Tag::ADVERB)
                    .or(Tag::PAST)
                    .or(Tag::REL)
                    .or(Tag::BELIEF),
            );
        // "killed three guards and other men were hurt": they have their verb already
        let told = self.joined || text.outcome_to(self.phrase.tokens.start).is_some();
        if (another || rest || clause) && told {
            return Step::Stop;
        }
        let feared = text.is(at + 1, Tag::BELIEF) && text.outcome_from(at + 2).is_some();
        let harm = (text.outcome_from(at + 1).is_some() || feared) && self.joined;
        let verb = text.is(at + 1, Tag::PAST) && !text.is(at + 1, Tag::ADVERB) && !harm;
        if verb && self.passes == 0 {
            Step::Stop
        } else {
            Step::On(at + 1)
        }
    }

    /// Ties the phrase to the outcome, if it is the harmed one.
    fn take(&mut self, index: usize, outcome: &Outcome) -> Option<Link> {
        let (linker, text) = (self.linker, self.linker.text);
        // "left “dozens of guards” dead"
        let quote = |at: usize| matches!(text.lower(at), "\"" | "”" | "“" | "'" | "’");
        // "1,200 families - some 6,000 people - staying in camps"
        let enclosed = self
            .phrase
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|at| text.is_dash(at));
        let direct = (self.phrase.end..outcome.tokens.start).all(|at| quote(at) || enclosed && text.is_dash(at));
        if !linker.suits(self.phrase, outcome)
            || super::sense::unreal(linker, self.phrase.end..outcome.tokens.start, outcome)
            || super::link_news::made_in_future(linker, self.phrase)
        {
            return None;
        }
        let shared = text.is(outcome.tokens.start.saturating_sub(1), Tag::CONJ)
            && (self.phrase.end..outcome.tokens.start)
                .any(|at| text.is(at, Tag::PAST) && super::voice::before(text, at, Tag::BE).is_some());
        let auxiliary = shared || super::voice::before(text, outcome.tokens.start, Tag::BE).is_some();
        if self.is_other_sense(outcome, direct) {
            return None;
        }
        let among = self.among(outcome);
        let holds = among
            || match outcome.frame {
                Frame::Hits if self.made_to(outcome) => true,
                // "3 dead, 9 injured We drove past": a headline that ran on
                Frame::Hits if direct && self.second_of_headline() => true,
                Frame::Hits => {
                    linker.voice(outcome) == Voice::Passive && (auxiliary || direct || self.participle(outcome))
                }
                Frame::Suffers => self.suffers(outcome),
                Frame::State => {
                    direct
                        || auxiliary
                        || matches!(
                            text.lower(outcome.tokens.start.saturating_sub(1)),
                            "still"
                                | "remaining"
                                | "as"
                                | "confirmed"
                                | "feared"
                                | "reported"
                                | "presumed"
                                | "believed"
                                | "declared"
                                | "pronounced"
                        )
                        || self.headline(outcome)
                        || outcome.row_is("injured/with-injuries")
                            && matches!(
                                text.lower(outcome.tokens.start.saturating_sub(1)),
                                "," | "all" | "each" | "both" | "some"
                            )
                        || outcome.tokens.len() > 1 && self.found_so(outcome)
                }
                Frame::Noun | Frame::Lives | Frame::Toll => false,
            };
        if !holds {
            return None;
        }
        let rule = match outcome.frame {
            Frame::Hits if auxiliary => "link/passive",
            Frame::Hits => "link/participle",
            Frame::Suffers => "link/subject",
            _ => "link/predicate",
        };
        let confidence = if self.far || self.joined { 0.78 } else { 0.93 };
        self.joined = true;
        let mut link = linker.link(index, outcome, rule, confidence);
        link.part = among;
        Some(link)
    }
}
