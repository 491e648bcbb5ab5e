//! Whether words of harm behind a subject mean that it was harmed: other senses, headlines, "among the dead".

use std::ops::Range;

use super::Kind;
use super::lexicon::Tag;
use super::link::Linker;
use super::outcomes::{Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::walk::Walk;

impl Walk<'_, '_, '_> {
    /// "twelve rebels were among the dead"
    pub(super) fn among(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let start = outcome.tokens.start;
        // "saw two cousins among the detainees"
        let mut the = start.saturating_sub(1);
        // "among those confirmed to have died"
        while the > self.phrase.end
            && (text.is(the, Tag::BELIEF.or(Tag::BE).or(Tag::HAVE).or(Tag::ADVERB)) || text.lower(the) == "to")
            && text.outcome(the).is_none()
        {
            the -= 1;
        }
        the > self.phrase.end
            && text.lower(the - 1) == "among"
            && matches!(text.lower(the), "the" | "those")
            && (the == self.phrase.end + 1 || text.is(the - 2, Tag::BE.or(Tag::ADVERB)))
    }

    /// "All 12 aboard the barge dead": no verb but the adjective.
    pub(super) fn headline(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let end = outcome.tokens.end;
        let short = outcome.tokens.len() == 1 && !self.far && !self.bare
            || matches!(text.lower(self.phrase.end), "on" | "aboard");
        let plain =
            (self.phrase.end..outcome.tokens.start).all(|at| text.is_word(at) && !text.is(at, Tag::BE.or(Tag::HAVE)));
        short && plain && (!text.is_word(end) || text.is(end, Tag::SUBORD) || matches!(text.lower(end), "in" | "after"))
    }

    /// "3 old women (sisters) found dead": no verb between.
    pub(super) fn found_so(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let verb = Tag::BE.or(Tag::HAVE).or(Tag::PAST).or(Tag::PREP);
        let found = matches!(
            text.lower(outcome.tokens.start),
            "found"
                | "reported"
                | "confirmed"
                | "feared"
                | "presumed"
                | "believed"
                | "pronounced"
                | "declared"
                | "left"
        );
        found
            && !self.joined
            && (self.phrase.end..outcome.tokens.start).all(|at| !text.is(at, verb) && text.lower(at) != ",")
            && outcome.tokens.start <= self.phrase.end + 8
    }

    /// The count behind "3 dead," and "3 dead and".
    pub(super) fn second_of_headline(&self) -> bool {
        let text = self.linker.text;
        let joint = self.phrase.tokens.start.saturating_sub(1);
        matches!(self.phrase.head, Head::Bare)
            && matches!(text.lower(joint), "," | "and" | ";")
            && matches!(text.lower(joint.saturating_sub(1)), "dead" | "killed")
    }

    /// Words of harm that mean something else of this subject.
    pub(super) fn is_other_sense(&self, outcome: &Outcome, direct: bool) -> bool {
        let text = self.linker.text;
        let end = outcome.tokens.end;
        // "Killed: 12 Injured: 40": a fact box
        let boxed = text.lower(self.phrase.tokens.start.saturating_sub(1)) == ":" && text.lower(end) == ":";
        // discharged from hospital
        let healed = outcome.kind == Kind::Released
            && text.sentence(outcome.tokens.start).any(|at| {
                ["hospital", "treat", "clinic"]
                    .iter()
                    .any(|stem| text.lower(at).starts_with(stem))
            });
        // "freed from fear"
        let unburdened = outcome.kind == Kind::Released
            && (end..end + 3).find(|&at| text.lower(at) == "from").is_some_and(|from| {
                (from + 1..from + 4).any(|at| {
                    matches!(
                        text.lower(at),
                        "fear" | "fears" | "want" | "poverty" | "hunger" | "debt" | "tyranny" | "oppression" | "worry"
                    )
                })
            });
        let fled = matches!(
            outcome.id(),
            "displaced/flee" | "displaced/heels" | "displaced/had-to-run"
        ) && self.escapes(end);
        // "two dead people were brought to the hospital", "two killed clerks were handed over"
        let dead = self.phrase.own.is_some_and(|(kind, _)| kind == Kind::Killed)
            && matches!(outcome.kind, Kind::Injured | Kind::Released);
        let stays = self.joined
            && matches!(
                outcome.id(),
                "injured/at-hospital"
                    | "injured/in-hospital"
                    | "displaced/in-shelters"
                    | "displaced/inside-camps"
                    | "displaced/living-in"
                    | "displaced/camps"
                    | "displaced/outside-centres"
            );
        // "a doctor at the hospital"
        let works = outcome.row_is("injured/at-hospital")
            && super::voice::before(text, outcome.tokens.start, Tag::BE).is_none();
        // "two officers handed over 12 rifles", "two men exchanged fire"
        let trades = matches!(
            outcome.id(),
            "released/handed" | "released/exchange" | "arrested/handed-police"
        ) && super::voice::before(text, outcome.tokens.start, Tag::BE).is_none();
        // "two others were shot at"
        let aimed = text.lower(outcome.tokens.start) == "shot"
            && text.lower(end) == "at"
            && (!text.is_word(end + 1)
                // "were shot at around 4:30 p.m." tells when
                || text.is(end + 1, Tag::PREP.or(Tag::CONJ)) && !tells_when(text, end + 1)
                || matches!(text.lower(end + 1), "each" | "one"));
        let trapped = outcome.row_is("missing/trap") && !self.trapped_below(end);
        // "were hit", "were treated": by what, or for what, has its own row
        let vague = outcome.row_is("injured/struck") && !self.under_fire(outcome)
            || outcome.row_is("injured/treat") && text.is_word(end) && !matches!(text.lower(end), "and" | "by")
            || outcome.row_is("abducted/taken-away");
        boxed && direct
            || self.is_other_use(outcome, direct)
            || healed
            || unburdened
            || self.not_there(outcome)
            || fled
            || vague
            || self.is_no_harm(outcome, direct)
            || dead
            || trapped
            || self.of_set(outcome)
            || stays
            || works
            || trades
            || aimed
            || self.burns_things(outcome)
    }

    /// "nobody out of the 900 refugees in the camps is willing": none does something else.
    fn not_there(&self, outcome: &Outcome) -> bool {
        self.linker.sort(self.phrase) == Some(crate::quantity::Sort::Zero)
            && outcome.kind == Kind::Displaced
            && outcome.frame == Frame::State
    }

    /// "two of the 12 people died": of the two.
    fn of_set(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let start = self.phrase.tokens.start;
        let of = start.checked_sub(1).map(|of| {
            // "of the city's 300,000 residents"
            if text.is_owner(of) {
                return (of.saturating_sub(3)..of)
                    .rev()
                    .find(|&at| text.lower(at) == "of")
                    .unwrap_or(of);
            }
            of - usize::from(of > 0 && text.is(of, Tag::DET.or(Tag::POSS)))
        });
        of.is_some_and(|of| {
            // "three out of the five", "90 percent of the 3,000"
            let whole = of.saturating_sub(
                1 + usize::from(
                    matches!(text.lower(of.saturating_sub(1)), "out" | "percent" | "%" | "cent")
                        || text.is(of.saturating_sub(1), Tag::PERSON) && text.quantity(of.saturating_sub(1)).is_none(),
                ),
            );
            of > 0
                && text.lower(of) == "of"
                && text
                    .quantity(whole)
                    .or_else(|| {
                        text.quantity(whole.saturating_sub(1))
                            .filter(|_| text.lower(whole) == "per")
                    })
                    .is_some()
                && (outcome.frame == Frame::Suffers
                    || super::voice::before(text, outcome.tokens.start, Tag::BE.or(Tag::HAVE)).is_some())
                && !self.in_own_clause(outcome)
        })
    }

    /// Objects and things that show another sense: "held fort", "missing the point", "gets one shot".
    fn is_no_harm(&self, outcome: &Outcome, direct: bool) -> bool {
        let text = self.linker.text;
        let end = outcome.tokens.end;
        // "families missing their relatives", "is missing the point"
        let misses = outcome.row_is("missing/missing")
            && (text.is(end, Tag::DET.or(Tag::POSS)) || text.lower(end) == "another")
            && !text.opens_line(end);
        // "gets one shot at the prize"
        let prior = self.phrase.tokens.start.checked_sub(1).map_or("", |at| text.lower(at));
        // "at least one shot was fired"
        let rang = text.is(end, Tag::BE) && matches!(text.lower(end + 1), "fired" | "heard");
        let one_shot = direct
            && text.lower(outcome.tokens.start) == "shot"
            && text.lower(self.phrase.tokens.end.saturating_sub(1)) == "one"
            && (rang
                || matches!(
                    prior,
                    "get"
                        | "gets"
                        | "got"
                        | "fire"
                        | "fired"
                        | "fires"
                        | "firing"
                        | "take"
                        | "takes"
                        | "took"
                        | "heard"
                        | "hear"
                        | "had"
                        | "has"
                        | "have"
                        | "only"
                        | "missed"
                ));
        // "held fort", "held talks"
        let fort = super::voice::before(text, outcome.tokens.start, Tag::BE).is_none()
            && super::sense_other::is_own_deed(text, outcome);
        // "shells were fired; many are unaccounted for"
        let lost_things = outcome.kind == Kind::Missing
            && (self.speaks_of_things()
                || self.goes_on_from_things(text.lower(outcome.tokens.start).starts_with("buried")));
        // "slept among the dead", "the identities of the dead"
        let noun = outcome.frame == Frame::State
            && outcome.tokens.len() == 1
            && (text.lower(outcome.tokens.start.saturating_sub(1)) == "the"
                || text.is(outcome.tokens.start.saturating_sub(1), Tag::POSS))
            // "the mayor was among the dead"
            && !self.among(outcome)
            // "named three girls as among the dead"
            && text.lower(outcome.tokens.start.saturating_sub(3)) != "as";
        // "without a shot"
        let fired =
            text.lower(outcome.tokens.start) == "shot" && text.lower(outcome.tokens.start.saturating_sub(1)) == "a";
        // "in Orla in need of evacuation"
        let needs = outcome.kind == Kind::Displaced && outcome.tokens.clone().any(|at| text.lower(at) == "need");
        fort || noun || fired || needs || misses || one_shot || lost_things
    }

    /// "two officers had been hit, the bullets": the sentence tells by what.
    fn under_fire(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        let sentence = text.sentence(outcome.tokens.start);
        let near =
            outcome.tokens.start.saturating_sub(16).max(sentence.start)..sentence.end.min(outcome.tokens.end + 12);
        let bare =
            matches!(self.phrase.head, Head::Bare) && sentence.clone().any(|at| text.reads(at, &["opened", "fire"]));
        (matches!(self.phrase.head, Head::Person(_)) || bare)
            && super::voice::before(text, outcome.tokens.start, Tag::BE).is_some()
            && text.lower(outcome.tokens.end) != "with"
            && near.into_iter().any(|at| {
                matches!(
                    text.lower(at),
                    "bullet"
                        | "bullets"
                        | "gunfire"
                        | "shrapnel"
                        | "gunshots"
                        | "gunshot"
                        | "sniper"
                        | "snipers"
                        | "shots"
                        | "fire"
                        | "shooting"
                        | "shooter"
                        | "gunman"
                        | "gunmen"
                )
            })
    }

    /// A vague word without a noun behind things: "missiles were destroyed but many are missing".
    fn speaks_of_things(&self) -> bool {
        let text = self.linker.text;
        let start = self.phrase.tokens.start;
        let vague = self.linker.sort(self.phrase) == Some(crate::quantity::Sort::Vague);
        let arms = |at: usize| {
            [
                "missile", "weapon", "rifle", "rocket", "shell", "bomb", "drone", "warhead", "grenade", "launcher",
                "munition", "plane", "file", "document", "artefact", "artifact", "painting",
            ]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
        };
        matches!(self.phrase.head, Head::Bare)
            && vague
            && !self.phrase.others
            && (start.saturating_sub(34)..start).any(arms)
            && !(start.saturating_sub(10)..start).any(|at| text.is(at, Tag::PERSON))
    }

    /// "a lorry was burned and four others were burned", "they stopped nine lorries; five of them were burned".
    fn burns_things(&self, outcome: &Outcome) -> bool {
        let text = self.linker.text;
        if !text.lower(outcome.tokens.start).starts_with("burn") || !matches!(self.phrase.head, Head::Bare) {
            return false;
        }
        let start = self.phrase.tokens.start;
        let noun = (start.saturating_sub(24)..start)
            .rev()
            .find(|&at| text.is(at, Tag::THING.or(Tag::PERSON)) && !text.is(at, Tag::TIME));
        noun.is_some_and(|at| {
            let subject = text.is(at + 1, Tag::BE.or(Tag::HAVE));
            !text.is(at, Tag::PERSON) && (subject || self.phrase.of_them)
        })
    }

    /// Attackers and suspects who got away are not displaced.
    pub(super) fn escapes(&self, end: usize) -> bool {
        let text = self.linker.text;
        // "defections, including eight generals who fled to Estrava"
        let start = self.phrase.tokens.start;
        let changed = start > 1
            && text.lower(start - 1) == "including"
            && (start.saturating_sub(14)..start).any(|at| text.lower(at).starts_with("defect"));
        let wanted = changed
            || matches!(self.phrase.head, Head::Person(at) if matches!(text.lower(at), "suspects" | "inmates" | "prisoners" | "thieves" | "soldiers" | "policemen" | "officers" | "burglars" | "detainees"))
            || self.phrase.class == super::VictimClass::Militant;
        let away = (end..end + 4).any(|at| {
            matches!(
                text.lower(at),
                "scene"
                    | "cover"
                    | "foot"
                    | "motorbike"
                    | "motorcycle"
                    | "car"
                    | "vehicle"
                    | "prison"
                    | "jail"
                    | "custody"
                    | "police"
                    | "getaway"
                    | "complex"
                    | "theater"
                    | "theatre"
                    | "mall"
                    | "store"
                    | "club"
                    | "nightclub"
                    | "restaurant"
            )
        });
        wanted || away
    }

    /// "trapped under the rubble", not "trapped in the besieged town".
    pub(super) fn trapped_below(&self, end: usize) -> bool {
        let text = self.linker.text;
        let below = matches!(
            text.lower(end),
            "under"
                | "underground"
                | "inside"
                | "in"
                | "below"
                | "beneath"
                | "by"
                | "underneath"
                | "."
                | "as"
                | "after"
                | "for"
                | "when"
                | "since"
                | ""
        );
        let abroad = (end..end + 6).any(|at| {
            matches!(
                text.lower(at),
                "city"
                    | "bombardment"
                    | "siege"
                    | "shelling"
                    | "town"
                    | "towns"
                    | "cities"
                    | "districts"
                    | "villages"
                    | "camps"
                    | "area"
                    | "areas"
                    | "fighting"
                    | "conflict"
                    | "camp"
                    | "district"
                    | "region"
                    | "country"
                    | "village"
                    | "poverty"
                    | "cycle"
                    | "traffic"
                    | "crossfire"
                    | "war"
            )
        });
        below && !abroad && !(text.lower(end) == "in" && text.is_name(end + 1))
    }
}

/// "forced 3,000 people to flee"
pub(super) fn forced(linker: &Linker<'_, '_>, phrase: &Phrase) -> bool {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    (start.max(phrase.tokens.start.saturating_sub(5))..phrase.end + 3).any(|at| {
        let word = text.lower(at);
        if matches!(word, "had" | "have") && text.lower(at + 1) == "to" {
            return true;
        }
        [
            "forc", "caus", "prompt", "compel", "driv", "drove", "made", "led", "lead",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    })
}

/// Threats, plans and denials between the noun and its verb: "could die", "will be freed", "were not hurt".
pub(super) fn unreal(linker: &Linker<'_, '_>, between: Range<usize>, outcome: &Outcome) -> bool {
    let text = linker.text;
    let from = between.start.max(outcome.tokens.start.saturating_sub(6));
    // "the three, who have not been named, were killed": what stands between commas is said of something else
    let closed = (from..outcome.tokens.start).rev().find(|&at| {
        text.lower(at) == "," && matches!(text.lower(at + 1), "was" | "were" | "had" | "has" | "have" | "are")
    });
    let from = closed.map_or(from, |at| at + 1);
    let verb = between.start.saturating_sub(8)..between.start;
    // "if the nine had been arrested"
    let sentence = text.sentence(between.start).start;
    if (sentence.max(between.start.saturating_sub(4))..between.start)
        .any(|at| text.lower(at) == "if" && text.lower(at + 1) != "not")
    {
        return true;
    }
    let compelled = outcome.kind == Kind::Displaced && verb.into_iter().any(|at| text.lower(at).starts_with("forc"));
    // "will stay in detention": they are held now
    let stays = matches!(outcome.id(), "arrested/stay-held" | "arrested/stay-pre-trial");
    let unreal = |at: usize| {
        let word = text.lower(at);
        // "were on 3 May held", "on May 3": the month
        if word == "may" && (text.quantity(at - 1).is_some() || text.quantity(at + 1).is_some()) {
            return false;
        }
        // "up to 30 people could still be missing": a doubt
        let still = matches!(word, "could" | "may" | "might") && outcome.frame == Frame::State;
        if still && outcome.kind == Kind::Missing && text.lower(at + 1) == "still" {
            return false;
        }
        let modal = matches!(word, "could" | "would" | "can" | "should" | "must" | "shall")
            || word == "will" && !stays
            || matches!(word, "may" | "might") && !has_perfect(linker, at);
        modal
            || text.is(at, Tag::NOT)
                && word != "without"
                && !matches!(text.lower(at.saturating_sub(1)), "(" | "[")
                && text.lower(at.saturating_sub(1)) != "if"
                && outcome.kind != Kind::Missing
            || word == "to"
                && matches!(text.lower(at + 1), "be")
                && !text.is(at.saturating_sub(1), Tag::BELIEF)
                && !matches!(text.lower(at.saturating_sub(1)), "had" | "have")
                // "were taken to be treated for burns"
                && !matches!(text.lower(at.saturating_sub(1)), "taken" | "brought" | "rushed" | "flown")
                && !compelled
    };
    (from..outcome.tokens.start).any(unreal)
}

/// "may have been killed" is a doubt, "may be killed" a threat.
fn has_perfect(linker: &Linker<'_, '_>, at: usize) -> bool {
    (at + 1..at + 4).any(|at| linker.text.lower(at) == "have")
        || matches!(
            linker.text.lower(at + 2),
            "dead" | "missing" | "trapped" | "buried" | "homeless"
        )
}
/// "at around 4:30 p.m.", "at about midnight": an hour.
fn tells_when(text: &Text<'_, '_>, about: usize) -> bool {
    matches!(text.lower(about), "about" | "around" | "approximately")
        && (text.is(about + 1, Tag::TIME) || text.is_numeral(about + 1))
}
