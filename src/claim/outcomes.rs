//! The words that name harm, as rows; and where they stand in a text.
//!
//! How to add one: a row here, three sentences that must give a claim and three that must not in `examples.rs`, then
//! `cargo test --lib claim`.

use std::ops::Range;
use std::sync::OnceLock;

use super::Kind;
use super::lexicon::{Tag, Words};
use crate::rule::RuleSet;
use crate::token::Scan;

/// How an outcome takes the people that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// The harmed are its object, or its subject in the passive.
    Hits,
    /// The harmed are its subject.
    Suffers,
    /// An adjective: "were dead", "12 dead".
    State,
    /// A noun that is counted itself ("12 deaths") or takes the harmed with "of".
    Noun,
    /// "lives": counted or with "of".
    Lives,
    /// "toll": the number follows somewhere.
    Toll,
}

/// Whether any counted noun will do, or only one that is known to be a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Whatever is counted, unless it is known to be a thing.
    Any,
    /// A person: the words have other uses ("released 12 statements").
    Person,
}

use Frame::{Hits, Lives, Noun, State, Suffers, Toll};
use Kind::{Abducted, Arrested, Casualties, Displaced, Injured, Killed, Missing, Released};
use Needs::{Any, Person};

/// Rows: id, kind, frame, needs, words. The longest row that holds at a word wins; of equals the first.
pub(super) const OUTCOMES: &[(&str, Kind, Frame, Needs, &str)] = &[
    ("killed/kill", Killed, Hits, Any, "kill|kills|killed|killing"),
    (
        "killed/murder",
        Killed,
        Hits,
        Any,
        "murder|murdered|murdering|slay|slain|slew|assassinate|assassinated|assassinating",
    ),
    (
        "killed/massacre",
        Killed,
        Hits,
        Any,
        "massacred|slaughtered|lynched|beheaded|beheading|decapitated|hanged|electrocuted|martyred|butchered",
    ),
    (
        "killed/execute",
        Killed,
        Hits,
        Person,
        "executed|executing|liquidated|liquidating|eliminated|neutralized|neutralised|crushed|suffocated|asphyxiated",
    ),
    (
        "killed/shot-dead",
        Killed,
        Hits,
        Any,
        "shot|shoot|shooting|gunned|gunning|stabbed|trampled|beaten dead|down",
    ),
    (
        "killed/shot-and-killed",
        Killed,
        Hits,
        Any,
        "shot|stabbed|beaten|tortured|strangled|raped and|then then? killed|murdered",
    ),
    (
        "killed/to-death",
        Killed,
        Hits,
        Any,
        "shot|stabbed|beaten|burned|burnt|crushed|hacked|bludgeoned|tortured|trampled|stoned|battered|put|strangled|beat|stab|shooting|stabbing|starved|frozen|froze|bled to death",
    ),
    (
        "killed/fatally",
        Killed,
        Hits,
        Any,
        "fatally|mortally shot|stabbed|wounded|injured|struck|shooting|wounding|injuring",
    ),
    ("killed/alive", Killed, Hits, Any, "burned|burnt|buried alive"),
    ("killed/wiped-out", Killed, Hits, Person, "wiped out"),
    ("killed/blown-up", Killed, Hits, Person, "blown up|apart"),
    (
        "killed/found-dead",
        Killed,
        State,
        Any,
        "found|pronounced|confirmed|presumed|feared|believed|reported|declared|left|leaving|lay|dropped dead",
    ),
    (
        "killed/die",
        Killed,
        Suffers,
        Any,
        "die|dies|died|dying|perish|perished|perishing|succumbed",
    ),
    ("killed/drown", Killed, Suffers, Any, "drowned|drowning|drown"),
    (
        "killed/lost-lives",
        Killed,
        Suffers,
        Any,
        "lost|lose|losing|loses their|his|her|its lives|life",
    ),
    (
        "killed/met-death",
        Killed,
        Suffers,
        Any,
        "met|meet their|his|her death|deaths|end",
    ),
    ("killed/dead", Killed, State, Any, "dead"),
    ("killed/deceased", Killed, State, Any, "deceased|lifeless"),
    (
        "killed/deaths",
        Killed,
        Noun,
        Any,
        "death|deaths|fatality|fatalities|killing|killings|murder|murders|slaying|slayings|homicide|homicides|assassination|assassinations|execution|executions|massacre|drowning|drownings|lynching",
    ),
    ("killed/bodies", Killed, Noun, Any, "body|bodies|corpse|corpses|remains"),
    ("killed/martyrs", Killed, Noun, Any, "martyr|martyrs"),
    ("killed/lives", Killed, Lives, Any, "life|lives"),
    ("killed/toll", Killed, Toll, Any, "death? toll"),
    (
        "killed/toll-number",
        Killed,
        Toll,
        Any,
        "number of deaths|dead|fatalities",
    ),
    ("killed/toll-killed", Killed, Toll, Any, "number of people? killed"),
    (
        "injured/injure",
        Injured,
        Hits,
        Any,
        "injure|injures|injured|injuring|wound|wounded|wounding|hurt|hurting|maim|maimed|maiming|hospitalized|hospitalised|hospitalizing|hospitalising",
    ),
    (
        "injured/shot",
        Injured,
        Hits,
        Person,
        "shot|shooting|stabbed|stabbing|beaten|beating|trampled|burned|burnt",
    ),
    (
        "injured/suffered",
        Injured,
        Suffers,
        Any,
        "suffered|sustained|received|suffer|suffering|sustaining|receiving {gap} injuries|wounds|burns|fractures|bruises|injury|burn",
    ),
    (
        "injured/treated",
        Injured,
        Hits,
        Person,
        "treated|treating for {gap} injuries|wounds|burns|inhalation",
    ),
    (
        "injured/hospital",
        Injured,
        Hits,
        Person,
        "hospitalised|hospitalized|hospitalize",
    ),
    ("injured/injuries", Injured, Noun, Any, "injury|injuries|wounding"),
    (
        "injured/critical",
        Injured,
        State,
        Person,
        "in critical|serious|stable condition",
    ),
    (
        "injured/with-injuries",
        Injured,
        State,
        Person,
        "with {gap} injuries|wounds|burns",
    ),
    ("casualties/casualties", Casualties, Noun, Any, "casualty|casualties"),
    (
        "casualties/killed-or",
        Casualties,
        Hits,
        Any,
        "killed|dead or injured|wounded|hurt",
    ),
    (
        "casualties/or-killed",
        Casualties,
        Hits,
        Any,
        "injured|wounded or killed",
    ),
    (
        "casualties/killed-and",
        Casualties,
        Hits,
        Any,
        "killed|dead and injured|wounded",
    ),
    ("missing/missing", Missing, State, Any, "missing"),
    ("missing/unaccounted", Missing, State, Any, "unaccounted for?"),
    ("missing/accounted", Missing, State, Any, "not accounted for"),
    ("missing/went", Missing, State, Any, "went|gone|go|going missing"),
    (
        "missing/disappear",
        Missing,
        Suffers,
        Person,
        "disappear|disappears|disappeared|disappearing|vanished",
    ),
    (
        "missing/disappearances",
        Missing,
        Noun,
        Any,
        "disappearance|disappearances",
    ),
    (
        "arrested/arrest",
        Arrested,
        Hits,
        Any,
        "arrest|arrests|arrested|arresting|detain|detains|detained|detaining|apprehended|apprehending|apprehend|incarcerated|nabbed",
    ),
    (
        "arrested/jail",
        Arrested,
        Hits,
        Person,
        "jailed|imprisoned|jailing|captured|capturing|capture|interned|handcuffed",
    ),
    ("arrested/held", Arrested, Hits, Person, "held|holding"),
    (
        "arrested/rounded-up",
        Arrested,
        Hits,
        Any,
        "round|rounds|rounded|rounding|locked up",
    ),
    (
        "arrested/custody",
        Arrested,
        Hits,
        Any,
        "take|takes|taken|took|taking {gap} into custody",
    ),
    (
        "arrested/prisoner",
        Arrested,
        Hits,
        Person,
        "take|taken|took|taking prisoner|captive",
    ),
    ("arrested/under-arrest", Arrested, State, Any, "under arrest"),
    (
        "arrested/placed",
        Arrested,
        Hits,
        Any,
        "placed|put under|in arrest|detention|custody",
    ),
    (
        "arrested/in-custody",
        Arrested,
        State,
        Person,
        "in|into custody|detention",
    ),
    (
        "arrested/in-jail",
        Arrested,
        State,
        Person,
        "in|behind jail|prison|jails|prisons|bars",
    ),
    (
        "arrested/arrests",
        Arrested,
        Noun,
        Any,
        "arrest|arrests|detention|detentions|detainee|detainees|capture",
    ),
    (
        "arrested/prisoners",
        Arrested,
        Noun,
        Any,
        "political prisoner|prisoners",
    ),
    (
        "released/release",
        Released,
        Hits,
        Person,
        "release|releases|released|releasing|free|freed|freeing|frees|liberated|pardoned",
    ),
    ("released/set-free", Released, Hits, Person, "set|setting free"),
    ("released/of", Released, Noun, Person, "release"),
    (
        "abducted/abduct",
        Abducted,
        Hits,
        Any,
        "abduct|abducts|abducted|abducting|kidnap|kidnaps|kidnapped|kidnapping|kidnaped",
    ),
    (
        "abducted/hostage",
        Abducted,
        Hits,
        Any,
        "take|takes|taken|took|taking|held|holding hostage|hostages",
    ),
    ("abducted/hostages", Abducted, Noun, Any, "hostage|hostages"),
    (
        "abducted/abductions",
        Abducted,
        Noun,
        Any,
        "abduction|abductions|kidnapping|kidnappings",
    ),
    (
        "displaced/displace",
        Displaced,
        Hits,
        Any,
        "displace|displaces|displaced|displacing|evacuate|evacuated|evacuating|uprooted|uprooting|relocated",
    ),
    ("displaced/flee", Displaced, Suffers, Person, "flee|flees|fled|fleeing"),
    (
        "displaced/fled-homes",
        Displaced,
        Suffers,
        Any,
        "fled|flee|fleeing|left|leave|leaving|abandoned their homes|villages|houses|home",
    ),
    ("displaced/homeless", Displaced, State, Any, "homeless"),
    (
        "displaced/made-homeless",
        Displaced,
        Hits,
        Any,
        "made|left|rendered|rendering homeless",
    ),
    (
        "displaced/forced",
        Displaced,
        Hits,
        Person,
        "forced|forcing|driven|driving out|to|from flee|evacuate|leave|their?",
    ),
    (
        "displaced/crossed",
        Displaced,
        Suffers,
        Person,
        "crossed|crossing into|over|the the? border|turkey|lebanon|jordan",
    ),
    (
        "displaced/shelter",
        Displaced,
        Suffers,
        Person,
        "sought|seeking|taken|taking|took refuge|shelter",
    ),
    (
        "displaced/sheltering",
        Displaced,
        Suffers,
        Person,
        "sheltering|sheltered|stranded",
    ),
    (
        "displaced/camps",
        Displaced,
        State,
        Person,
        "in {gap} camp|camps|shelters",
    ),
    (
        "displaced/nouns",
        Displaced,
        Noun,
        Any,
        "idps|idp|evacuees|displacements|evacuation|displacement|exodus",
    ),
];

/// How the verb of an outcome is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "kill", "kills"
    Present,
    /// "killed": past or participle
    Past,
    /// "killing"
    Ing,
}

/// Words that name harm.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The row of [`OUTCOMES`].
    pub(super) row: usize,
    /// What happens.
    pub(super) kind: Kind,
    /// How it takes its people.
    pub(super) frame: Frame,
    /// What it needs.
    pub(super) needs: Needs,
    /// How its verb is written.
    pub(super) form: Form,
}

impl Outcome {
    /// The stable id of its row.
    pub(super) fn id(&self) -> &'static str {
        OUTCOMES.get(self.row).map_or("", |row| row.0)
    }
}

const IRREGULAR_PAST: &[&str] = &[
    "shot", "slain", "slew", "hurt", "held", "fled", "taken", "took", "lost", "met", "beaten", "left", "found", "made",
    "set", "put", "blown", "burnt", "driven", "sought", "gone", "went", "froze", "frozen", "bled", "beat", "dead",
    "lay",
];

fn form(verb: &str) -> Form {
    if verb.ends_with("ing") {
        Form::Ing
    } else if verb.ends_with("ed") && verb != "bleed" || IRREGULAR_PAST.contains(&verb) || verb.ends_with("lly") {
        Form::Past
    } else {
        Form::Present
    }
}

fn rules() -> &'static RuleSet {
    static RULES: OnceLock<RuleSet> = OnceLock::new();
    RULES.get_or_init(|| RuleSet::new(OUTCOMES.iter().map(|row| row.4)))
}

/// The most words that may stand in a gap: "suffered what doctors called serious injuries".
const GAP: usize = 4;

/// Every outcome of the text, in order, never meeting.
pub(super) fn find(scan: &Scan<'_>, words: &Words) -> Vec<Outcome> {
    let mut out: Vec<Outcome> = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        let classes = |_: &str, from: usize| -> Vec<usize> {
            (from..=from + GAP)
                .take_while(|&end| end == from || is_gap(scan, words, end - 1))
                .collect()
        };
        let best = rules()
            .hits(scan, at, &classes)
            .into_iter()
            .min_by_key(|hit| (usize::MAX - hit.tokens.end, hit.row));
        let Some((hit, row)) = best.and_then(|hit| OUTCOMES.get(hit.row).map(|row| (hit, row))) else {
            at += 1;
            continue;
        };
        let frame = nominal(scan, words, &hit.tokens, row.2);
        out.push(Outcome {
            row: hit.row,
            kind: row.1,
            frame,
            needs: row.3,
            form: form(scan.lower(at)),
            tokens: hit.tokens.clone(),
        });
        at = hit.tokens.end;
    }
    out
}

fn is_gap(scan: &Scan<'_>, words: &Words, at: usize) -> bool {
    scan.tokens
        .get(at)
        .is_some_and(|token| token.lower.chars().any(char::is_alphanumeric) || &*token.lower == "-")
        && !words.is(at, Tag::SUBORD.or(Tag::PRON).or(Tag::BE))
}

/// "the killing of", "two arrests": a verb form that is used as a noun.
fn nominal(scan: &Scan<'_>, words: &Words, tokens: &Range<usize>, frame: Frame) -> Frame {
    let verb = scan.lower(tokens.start);
    let can_be_noun = tokens.len() == 1
        && (verb.ends_with("ing") || matches!(verb, "arrest" | "arrests" | "release" | "murder" | "capture" | "wound"));
    let after_of = scan.lower(tokens.end) == "of";
    let before = tokens.start.checked_sub(1);
    let determined = before.is_some_and(|at| {
        words.is(at, Tag::DET.or(Tag::POSS))
            || scan.lower(at).ends_with("'s")
            || scan.lower(at) == "of" && !verb.ends_with("ing")
    });
    if frame == Frame::Hits && can_be_noun && (after_of || determined && !words.is(tokens.end, Tag::DET)) {
        return Frame::Noun;
    }
    frame
}
