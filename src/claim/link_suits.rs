//! Whether a counted noun can suffer a harm; and which of two harms told of one count stays.

use std::collections::HashSet;

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Needs, Outcome};
use super::phrase::{Head, Phrase};
use super::voice;
use crate::quantity::Sort;

/// "buried six men shot by a sentry": the shot tells how the dead were killed.
pub(super) fn without_the_manner(links: Vec<Link>) -> Vec<Link> {
    const MANNERS: &[&str] = &[
        "injured/shot",
        "injured/struck",
        "injured/struck-by",
        "injured/wound-in",
        "injured/by-bullets",
        // "taken to hospital, where they died"
        "injured/to-hospital",
        "injured/at-hospital",
    ];
    let killed: HashSet<usize> = links
        .iter()
        .filter(|link| link.kind == Kind::Killed)
        .map(|link| link.phrase)
        .collect();
    // "Casualties: nine dead": what befell them is told
    let told: HashSet<usize> = links
        .iter()
        .filter(|link| matches!(link.kind, Kind::Killed | Kind::Injured))
        .map(|link| link.phrase)
        .collect();
    // "the bodies of three people believed to be buried underneath"
    let below = |link: &Link| {
        matches!(
            link.row,
            "missing/trapped" | "missing/under-rubble" | "missing/not-found"
        )
    };
    // "the death of two people who were hurt on Monday": the same two
    let ended: HashSet<usize> = links
        .iter()
        .filter(|link| link.kind == Kind::Killed && link.rule == "link/noun-of")
        .map(|link| link.phrase)
        .collect();
    links
        .into_iter()
        .filter(|link| !(link.kind == Kind::Injured && ended.contains(&link.phrase)))
        .filter(|link| !(link.kind == Kind::Casualties && told.contains(&link.phrase)))
        .filter(|link| !(below(link) && killed.contains(&link.phrase)))
        .filter(|link| !(link.kind == Kind::Injured && MANNERS.contains(&link.row) && killed.contains(&link.phrase)))
        .collect()
}

/// "three of the nine trapped miners are dead": the adjective tells of all nine, the verb of the three.
pub(super) fn without_the_whole(phrase: &Phrase, links: &mut Vec<Link>) {
    if phrase.of_whole && links.iter().any(|link| link.outcome.start >= phrase.end) {
        links.retain(|link| link.rule != "link/own-noun");
    }
}

impl Linker<'_, '_> {
    /// "most of Orla"
    fn is_part_of_place(&self, phrase: &Phrase, at: usize) -> bool {
        self.sort(phrase) == Some(Sort::Fraction) && self.text.is_name(at) && !self.text.lower(at).ends_with('s')
    }

    /// Whether the counted noun can suffer that outcome.
    pub(super) fn suits(&self, phrase: &Phrase, outcome: &Outcome) -> bool {
        match phrase.head {
            Head::Thing => false,
            // "captured most of Orla": a place
            Head::Unknown(at) if self.is_part_of_place(phrase, at) && outcome.kind == Kind::Arrested => false,
            Head::Household(at) => {
                let home = matches!(self.text.lower(at), "homes" | "houses");
                let evacuated = self.text.lower(outcome.tokens.start).starts_with("evacuat");
                outcome.kind == Kind::Displaced
                    && (!home || evacuated)
                    && !self.said_in_persons(phrase)
                    && !self.said_before(phrase, outcome)
            }
            _ if self.carries_things(outcome) => false,
            Head::Person(at) => {
                let beaten = self.text.lower(outcome.tokens.start).starts_with("beat");
                let rivals = matches!(
                    self.text.lower(at),
                    "players" | "rivals" | "opponents" | "candidates" | "contenders" | "teammates"
                );
                let sport = beaten && outcome.kind == Kind::Injured && rivals;
                // "expelled most reporters": they lived elsewhere
                let guests = outcome.row_is("displaced/evicted")
                    && matches!(
                        self.text.lower(at),
                        "journalists"
                            | "reporters"
                            | "correspondents"
                            | "diplomats"
                            | "ambassadors"
                            | "envoys"
                            | "students"
                    );
                // "two passengers in flight": aboard
                let aloft = outcome.row_is("displaced/in-flight") && !super::link_box::can_flee(self.text.lower(at));
                !sport && !guests && !aloft && !self.marches(at, outcome)
            }
            Head::Harm(at) => !matches!(self.text.lower(at), "coffins" | "caskets"),
            Head::Bare => {
                let held = outcome.row_is("arrested/held")
                    && (outcome.tokens.start == phrase.end || self.text.lower(outcome.tokens.start - 1) == "being");
                // "12 killed, 4 captured", "six were wounded and seven were captured"
                let verb = phrase.end + usize::from(self.text.is(phrase.end, Tag::BE));
                let counted = outcome.tokens.start == verb
                    && outcome.form == Form::Past
                    && phrase.tokens.start >= 2
                    && matches!(self.text.lower(phrase.tokens.start - 1), "," | "and" | ";")
                    && self.text.outcome(phrase.tokens.start - 2).is_some();
                held || counted
                    || self.is_locked_up(outcome)
                    || super::link_freed::is_police_work(self, phrase, outcome)
                    || !outcome.row_is("arrested/held") && self.behind_persons(phrase)
                    || outcome.needs == Needs::Any
                    || phrase.others
                    || phrase.of_them
                    || self.sort(phrase) != Some(Sort::Number)
                    || outcome.kind != Kind::Arrested
            }
            Head::Unknown(at) => {
                outcome.needs == Needs::Any && outcome.kind != Kind::Missing
                    || self.text.is_name(at)
                    || demonym(self.text.lower(at))
            }
        }
    }

    /// "no foreign troops had crossed the border": an advance, no flight.
    fn marches(&self, person: usize, outcome: &Outcome) -> bool {
        let armed = matches!(
            self.text.lower(person),
            "troops"
                | "soldiers"
                | "forces"
                | "fighters"
                | "gunmen"
                | "militants"
                | "rebels"
                | "insurgents"
                | "commandos"
        );
        let moves = matches!(
            outcome.id(),
            "displaced/crossed" | "displaced/border" | "displaced/toward-border" | "displaced/poured"
        );
        armed && moves
    }

    /// "there are 9,000 refugees": their number is told; refugees who do something else, or get aid, are not counted so.
    pub(super) fn are_counted(&self, phrase: &Phrase) -> bool {
        let text = self.text;
        // "hundreds of refugees a day"
        let end = super::link_them::past_rate(text, phrase.tokens.end);
        let rated = end > phrase.tokens.end;
        let recorded = |at: usize| {
            matches!(
                text.lower(at),
                "recorded"
                    | "registered"
                    | "living"
                    | "staying"
                    | "housed"
                    | "hosted"
                    | "sheltering"
                    | "in"
                    | "now"
                    | "counted"
                    | "have"
                    | "arrived"
                    | "crossed"
                    | "entered"
                    | "live"
                    | "remain"
                    | "fled"
                    | "poured"
                    | "streamed"
                    | "were"
                    | "are"
            )
        };
        let next = rated
            || !text.is_word(end)
            || text.is(end, Tag::PREP.or(Tag::CONJ).or(Tag::SUBORD).or(Tag::TIME).or(Tag::REL))
            || recorded(end) && (recorded(end + 1) || !text.is(end, Tag::BE.or(Tag::HAVE)));
        let before = text.lower(phrase.tokens.start.saturating_sub(1));
        let flow = text.begins(
            phrase.tokens.start.saturating_sub(2),
            &["influx", "arriv", "inflow", "flow", "wave"],
        );
        if flow && before == "of" {
            return self.sort(phrase) == Some(Sort::Number);
        }
        let given = matches!(
            before,
            "to" | "for" | "with" | "by" | "from" | "of" | "among" | "assist" | "help" | "fed" | "feed"
        );
        let prior = phrase.tokens.start.saturating_sub(1);
        let acted = text.is(prior, Tag::PAST.or(Tag::ING).or(Tag::VERB))
            && ![
                "host", "receiv", "shelter", "regist", "record", "hous", "count", "includ",
            ]
            .iter()
            .any(|stem| before.starts_with(stem));
        // "thousands of refugees have amassed", "are arriving in Orla"
        let be = text.is(end, Tag::HAVE.or(Tag::BE));
        let verb = end + usize::from(be);
        let massed = (be || rated)
            && (text.begins(verb, super::link_them::MOVES) || text.begins(verb, &["amass", "mass", "gather"]));
        (massed || self.sort(phrase) == Some(Sort::Number) && next) && !given && !acted
    }

    /// "300 families, or 1,500 people": the second figure says it in persons.
    pub(super) fn said_in_persons(&self, phrase: &Phrase) -> bool {
        let text = self.text;
        let next = (phrase.end..phrase.end + 4).find_map(|at| text.quantity(at));
        let joined = matches!(text.lower(phrase.end), "," | "or" | "–" | "—" | "-" | "/");
        joined
            && next
                .and_then(|next| voice::phrase_of(self.phrases, next))
                .is_some_and(|next| matches!(next.head, Head::Person(_)))
    }

    /// "displaced 8,211 people, or 1,702 households", "moved 8,211 people (1,702 households)": said in persons before.
    fn said_before(&self, phrase: &Phrase, outcome: &Outcome) -> bool {
        let text = self.text;
        let start = phrase.tokens.start;
        let sign = start.saturating_sub(1);
        let row = self.phrases.partition_point(|other| other.tokens.start < start);
        let prior = row.checked_sub(1).and_then(|row| self.phrases.get(row));
        outcome.tokens.end <= start
            && matches!(text.lower(sign), "or" | "(")
            && prior.is_some_and(|prior| {
                matches!(prior.head, Head::Person(_) | Head::Bare) && prior.end <= sign && prior.end + 1 >= sign
            })
    }
}

/// Endings of words for people of a place or a belief: "Salvadorans", "Sunnis", "rioters".
fn demonym(word: &str) -> bool {
    ["ans", "ers", "ors", "ists", "ites", "ees", "men", "is", "women"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && word.len() > 5
}
