//! Verbs whose second half stands behind the counted: "took 12 people into custody", "crushed nine to death".

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::phrase::{Head, Phrase};
use super::{Kind, VictimClass};

/// The words behind the counted ("|" stands between several), the harm and its row.
type Half = (&'static str, Kind, &'static str);

/// Verbs whose second half stands behind the counted, with what that can be; of several that stand there the first.
const SPLIT: &[(&str, &[Half])] = &[
    (
        "forced forcing forces drove driven driving chased pushed sent force drive",
        &[(
            "across the border|over the border|across the frontier|into exile|from the country|\
                 into neighbouring|into neighboring",
            Kind::Displaced,
            "displaced/forced-out",
        )],
    ),
    (
        "moved moves move moving relocated placed brought took bussed shifted ferried transferred",
        &[(
            "into shelters|to shelters|in shelters|to safety|to evacuation|into evacuation",
            Kind::Displaced,
            "displaced/emptied",
        )],
    ),
    (
        "swept sent plunged dragged hurled threw pulled carried led drove plunging sending hurling sweeping sends \
         dragging",
        &[("to their death|to their deaths", Kind::Killed, "killed/to-their-deaths")],
    ),
    (
        "sent sends sending dispatched despatched",
        &[("to hell", Kind::Killed, "killed/sent-to-hell")],
    ),
    (
        "beat beating kicked knocked",
        &[("unconscious", Kind::Injured, "injured/unconscious")],
    ),
    (
        "leaves left leaving",
        &[("in hospital", Kind::Injured, "injured/in-hospital")],
    ),
    ("keep keeping", &[("captive", Kind::Abducted, "abducted/captive")]),
    (
        "took takes take taking brought brings hauled",
        &[("in for questioning", Kind::Arrested, "arrested/taken-in")],
    ),
    (
        "took take takes taking taken",
        &[
            ("into custody", Kind::Arrested, "arrested/custody"),
            ("prisoner", Kind::Arrested, "arrested/prisoner"),
        ],
    ),
    (
        "took take takes taking taken held hold holds holding kept",
        &[
            ("hostage", Kind::Abducted, "abducted/hostage"),
            ("captive", Kind::Abducted, "abducted/captive"),
        ],
    ),
    (
        "held hold holds holding took",
        &[("for ransom", Kind::Abducted, "abducted/ransom")],
    ),
    (
        "have has had held hold holds holding",
        &[("in custody|in detention", Kind::Arrested, "arrested/in-custody")],
    ),
    (
        "put threw puts placed putting throwing",
        &[("behind bars", Kind::Arrested, "arrested/bars")],
    ),
    (
        "put placed putting placing",
        &[("under arrest", Kind::Arrested, "arrested/placed")],
    ),
    ("put puts putting", &[("to death", Kind::Killed, "killed/to-death")]),
    (
        "shot shoot shoots shooting",
        &[("dead", Kind::Killed, "killed/shot-dead")],
    ),
    (
        "blew blowing tore ripped blown blows",
        &[("to pieces|to bits", Kind::Killed, "killed/to-bits")],
    ),
    (
        "mowed mowing gunned gunning cut cutting struck",
        &[("down", Kind::Killed, "killed/shot-dead")],
    ),
    (
        "shot shoot shooting beat beats beating stabbed stabbing hacked hacking burned burnt burning stoned \
         clubbed trampled crushed crushing crushes squashed battered battering bludgeoned bludgeoning mauled \
         mauling gored kicked kicking knifed tortured torturing stoning starved starving trampling strangled \
         choked slashed whipped scalded stab burn crush hack trample bled blew",
        &[("to death", Kind::Killed, "killed/to-death")],
    ),
    (
        "burned burnt burning buried burying",
        &[("alive", Kind::Killed, "killed/alive")],
    ),
    (
        "took rushed taking brought airlifted flew carried",
        &[("to hospital|to the hospital", Kind::Injured, "injured/to-hospital")],
    ),
    (
        "sent sends sending puts put landed landing",
        &[("to hospital", Kind::Injured, "injured/to-hospital")],
    ),
    (
        "sent sends sending",
        &[(
            "to the hospital|to hospitals|to a hospital",
            Kind::Injured,
            "injured/to-hospital",
        )],
    ),
    (
        "admitted treated received",
        &[(
            "with gunshot wounds|with injuries|with wounds|for injuries",
            Kind::Injured,
            "injured/with-injuries",
        )],
    ),
    (
        "put puts putting landed landing",
        &[("in hospital|in the hospital", Kind::Injured, "injured/in-hospital")],
    ),
    (
        "handed handing hands turned turning turns",
        &[
            (
                "over to police|over to the police",
                Kind::Arrested,
                "arrested/handed-police",
            ),
            ("over to the red", Kind::Released, "released/handed"),
        ],
    ),
    (
        "handed handing hands",
        &[("over to", Kind::Released, "released/handed")],
    ),
    (
        "sent sends sending threw throws throwing put puts putting remanded remands locked committed",
        &[
            (
                "to jail|to prison|to judicial custody|to police custody|in police custody|in judicial custody|\
                 in jail|in prison|into jail|in custody",
                Kind::Arrested,
                "arrested/sent-to-jail",
            ),
            ("behind bars", Kind::Arrested, "arrested/behind-bars"),
            ("under house arrest", Kind::Arrested, "arrested/placed-house"),
        ],
    ),
    (
        "forced forcing forces drove driven driving chased force",
        &[(
            "from their|from homes|out of their|off their",
            Kind::Displaced,
            "displaced/forced-out",
        )],
    ),
    (
        "forced forcing forces drove driven driving",
        &[("into shelters|into camps", Kind::Displaced, "displaced/forced-out")],
    ),
    (
        "put turned threw thrown kicked washed flooded burned burnt bombed shelled turfed cast chased flushed \
         putting turning throwing flooding",
        &[(
            "out of their homes|out of their houses|out of home|out of house|out of doors",
            Kind::Displaced,
            "displaced/forced-out",
        )],
    ),
    (
        "sent sends sending had has",
        &[
            ("fleeing", Kind::Displaced, "displaced/flee"),
            (
                "streaming across|streaming over|streaming into|pouring across",
                Kind::Displaced,
                "displaced/poured",
            ),
            ("running for their lives", Kind::Displaced, "displaced/flee"),
        ],
    ),
    (
        "forced forcing forces force moved moves moving relocated shifted bussed bused ferried took airlifted",
        &[
            (
                "from low|from coastal|from vulnerable|from danger|out of danger|out of harm",
                Kind::Displaced,
                "displaced/forced-out",
            ),
            (
                "to higher|to safer|to relief|into relief|to temporary|into temporary|to cyclone|into cyclone|\
                 to a shelter|into camps",
                Kind::Displaced,
                "displaced/emptied",
            ),
        ],
    ),
    (
        "leaves left leaving made making",
        &[
            (
                "without shelter|without a roof|without homes|shelterless",
                Kind::Displaced,
                "displaced/without-homes",
            ),
            ("homeless", Kind::Displaced, "displaced/made-homeless"),
            (
                "on the streets|on the street|in the open",
                Kind::Displaced,
                "displaced/on-to-street",
            ),
        ],
    ),
    (
        "held hold holding kept keep keeping used using took taking",
        &[
            (
                "as human shields|as hostages|as captives",
                Kind::Abducted,
                "abducted/hostage",
            ),
            ("against their will", Kind::Abducted, "abducted/captive"),
        ],
    ),
    (
        "took take taking takes marched led dragged herded carried whisked hauled carted",
        &[(
            "into the bush|into the forest|into the jungle|into a forest|to an unknown",
            Kind::Abducted,
            "abducted/bundled",
        )],
    ),
];

/// What can stand behind that verb, in the order of the table.
fn halves(verb: &str) -> &'static [Half] {
    static BY_VERB: OnceLock<HashMap<&'static str, Vec<Half>>> = OnceLock::new();
    let by_verb = BY_VERB.get_or_init(|| {
        let mut by_verb: HashMap<&'static str, Vec<Half>> = HashMap::new();
        for (verbs, halves) in SPLIT {
            let one_by_one = |&(words, kind, row): &Half| words.split('|').map(move |words| (words, kind, row));
            for verb in verbs.split_whitespace() {
                by_verb
                    .entry(verb)
                    .or_default()
                    .extend(halves.iter().flat_map(one_by_one));
            }
        }
        by_verb
    });
    by_verb.get(verb).map_or(&[], Vec::as_slice)
}

/// "has driven 15,000 people from Orla"; marchers are driven from a square.
fn from_town(linker: &Linker<'_, '_>, phrase: &Phrase, verb: usize) -> Option<(Half, usize)> {
    let text = linker.text;
    let drives = matches!(text.lower(verb), "driven" | "forced" | "forcing" | "uprooted");
    let town = text.lower(phrase.end) == "from" && text.is_name(phrase.end + 1);
    let meek = !matches!(
        phrase.class,
        VictimClass::Protester | VictimClass::Militant | VictimClass::SecurityForce
    );
    let persons = matches!(phrase.head, Head::Person(_)) && meek;
    (drives && town && persons).then_some((("from", Kind::Displaced, "displaced/forced-out"), phrase.end))
}

/// "took 12 people into custody", "shot three men dead", "forced 3,000 people from their homes"
pub(super) fn split_verb(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= start)?;
    let families = |at: usize| text.begins(at, &["famil", "household"]);
    if phrase.head == Head::Thing || matches!(phrase.head, Head::Household(at) if !families(at)) {
        return None;
    }
    let stands = |at: usize, words: &str| (at..).zip(words.split(' ')).all(|(at, word)| text.lower(at) == word);
    let near = |words: &str| (phrase.end..phrase.end + 4).find(|&at| stands(at, words));
    let ((words, kind, row), at) = halves(text.lower(verb))
        .iter()
        .find_map(|half| Some((*half, near(half.0)?)))
        .or_else(|| from_town(linker, phrase, verb))
        .filter(|((_, kind, _), _)| *kind == Kind::Displaced || !matches!(phrase.head, Head::Household(_)))?;
    let unreal = (verb.saturating_sub(3)..verb).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)));
    let clear =
        (phrase.end..at).all(|at| text.quantity(at).is_none() && text.is_word(at) && text.outcome(at).is_none());
    (clear && !unreal).then(|| Link {
        phrase: index,
        kind,
        outcome: at..at + words.split(' ').count(),
        row,
        rule: "link/split-verb",
        part: phrase.of_them,
        confidence: 0.9,
    })
}
