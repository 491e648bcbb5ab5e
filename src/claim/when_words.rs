//! Words that tell what a time expression dates: what does harm, what is said, who reacts.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What does harm to many at one place and time; a family a row.
const SCENES: &[&str] = &[
    "bomb bombs bombing bombings blast blasts explosion explosions bomber bombers explosive detonation \
     exploded detonated mine device ied",
    "shooting shootings shootout gunman gunmen gunfire shooter firing sniper shot stabbing stabbings knife knifeman",
    "quake earthquake tremor temblor quakes earthquakes aftershock tsunami",
    "flood floods flooding floodwaters rains downpour deluge",
    "crash crashed collision collided accident derailment derailed wreck pileup capsizing capsized sinking sank shipwreck plane bus \
     train ferry boat helicopter",
    "airstrike airstrikes strike strikes raid raids bombardment shelling barrage missile missiles drone \
     rocket rockets",
    "attack attacks assault ambush massacre massacres killing killings murder murders atrocity \
     violence bloodshed attackers incident incidents tragedy siege",
    "clash clashes fighting battle battles firefight skirmish skirmishes confrontation confrontations",
    "protest protests demonstration demonstrations rally march riot riots rioting unrest crackdown \
     protesters demonstrators",
    "funeral procession",
    "stampede crush",
    "fire blaze inferno fires wildfire wildfires",
    "storm storms cyclone hurricane typhoon tornado tornadoes blizzard twister",
    "collapse collapsed cave-in",
    "eruption erupted volcano",
    "outbreak epidemic",
    "kidnapping abduction abductions hijacking hostage",
    "disaster calamity catastrophe",
    "lightning thunderbolt thunderbolts",
    "landslide landslides mudslide mudslides landslip landslips rockslide avalanche avalanches",
];

/// Verbs with which harm comes.
const STRIKES: &str = "occurred happened struck hit exploded detonated capsized sank went crashed collided erupted tore swept \
    broke caught took collapsed overturned plunged derailed landed ripped barreled slammed rammed stormed opened attacked fell \
    blew burst rolled triggered raked lashed battered pounded ravaged rocked jolted shook hammered roared slammed smashed \
    engulfed rumbled";

/// What is over in a moment, so that a perfect and a total tell of its day, too.
const SUDDEN: &str = "blast explosion bombing bomb shooting crash collision accident attack quake earthquake fire blaze collapse \
    stampede ambush airstrike strike raid massacre ferry boat plane train bus helicopter capsized sank tsunami tornado cyclone \
    typhoon hurricane avalanche landslide mudslide derailment eruption capsizing sinking shipwreck exploded shelling bombardment capsizes capsize cave-in lightning landslides \
    mudslides landslip landslips avalanches stabbing crashed derailed collapsed rockslide";

/// Families that stand for any other: "the attack", "the incident", "the disaster".
const WIDE: &[&str] = &["attack", "disaster"];

/// Families that last for days.
const LASTING: &[&str] = &["storm", "flood", "outbreak"];

/// Families that strike many at once.
const MASS: &[&str] = &[
    "blast",
    "quake",
    "flood",
    "crash",
    "stampede",
    "fire",
    "storm",
    "collapse",
    "eruption",
    "landslide",
    "shooting",
];

/// Families that drive nobody out.
const LOCAL: &[&str] = &["blast", "crash", "stampede", "shooting"];

/// Nouns for words that are spoken or written, and who hears them.
const WORDS: &str = "statement report briefing conference interview tweet post speech communique bulletin remarks message \
    letter update comments broadcast reporters journalists media press testimony announcement lawmakers \
    parliament tv television radio website facebook twitter";

/// Participles of words that are brought out.
const BROUGHT_OUT: &str = "published issued posted aired broadcast updated compiled released circulated";

/// Verbs of those who react to harm: their day is not the day of the harm.
const REACTIONS: &str = "mourn mourned mourning bury buried burying condemn condemned condemning condemns visit visited \
    visiting visits commemorate commemorated honor honored honour honoured praised denounced denounces \
    urged urges called calls vowed demanded apologised apologized appealed sentenced convicted charged \
    indicted acquitted appeared testified resigned arrived returned flew met pledged offered expressed voiced \
    postponed cancelled canceled suspended ordered opened elected appointed approved adopted signed \
    defended criticised criticized rejected marked celebrated prayed hosted attended addressed briefed \
    inspected toured hailed welcomed reiterated backed voted launched agreed imposed lifted declared \
    rebuked lambasted deplored summoned recalled discussed conceded protesting denouncing demanding commemorating honoring honouring opens paid";

/// Those of them that have harm as their object.
const MOURNING: &str = "mourn mourned mourning bury buried burying condemn condemned condemning condemns commemorate commemorated \
    commemorating demand demanding decry decrying decried honor honored honour honoured honoring honouring protesting denounced denouncing denounces visit visiting \
    visited criticised criticized deplored rebuked lambasted";

/// Verbs of a toll that goes to a number.
const TOLL_VERBS: &str = "rose risen rises climbed climbs reached stood stands jumped jumps passed soared grew grown increased \
    topped surpassed exceeded mounted went gone reaches reach crept";

/// What a word is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Use {
    /// The family of what does harm, as index + 1; 0 for none.
    family: u8,
    spoken: bool,
    brought_out: bool,
    reaction: bool,
    toll: bool,
    sudden: bool,
    strike: bool,
    mourning: bool,
}

fn used(word: &str) -> Use {
    static USES: OnceLock<HashMap<&'static str, Use>> = OnceLock::new();
    let uses = USES.get_or_init(|| {
        let mut uses: HashMap<&'static str, Use> = HashMap::new();
        for (family, row) in (1..).zip(SCENES) {
            for word in row.split_whitespace() {
                uses.entry(word).or_default().family = family;
            }
        }
        let mut mark = |list: &'static str, set: fn(&mut Use)| {
            for word in list.split_whitespace() {
                set(uses.entry(word).or_default());
            }
        };
        mark(WORDS, |word| word.spoken = true);
        mark(BROUGHT_OUT, |word| word.brought_out = true);
        mark(REACTIONS, |word| word.reaction = true);
        mark(TOLL_VERBS, |word| word.toll = true);
        mark(SUDDEN, |word| word.sudden = true);
        mark(MOURNING, |word| word.mourning = true);
        mark(STRIKES, |word| word.strike = true);
        uses
    });
    uses.get(word).copied().unwrap_or_default()
}

/// The family of a word for what does harm: "blast" and "bombing" are one.
pub(super) fn scene(word: &str) -> Option<u8> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    used(word).family.checked_sub(1)
}

/// True for a family that can stand for any other.
pub(super) fn is_wide(family: u8) -> bool {
    is_one_of(family, WIDE)
}

/// True for a family that lasts for days: storms, floods, unrest.
pub(super) fn lasts(family: u8) -> bool {
    is_one_of(family, LASTING)
}

/// True for a family that strikes many at once: a crash, a quake, a slide; not an attack, a protest.
pub(super) fn is_mass(family: u8) -> bool {
    is_one_of(family, MASS)
}

/// True for a family that drives nobody out: a blast, a crash, a shooting.
pub(super) fn is_local(family: u8) -> bool {
    is_one_of(family, LOCAL)
}

fn is_one_of(family: u8, list: &[&str]) -> bool {
    list.iter().any(|word| scene(word) == Some(family))
}

/// "statement", "reporters"
pub(super) fn is_spoken(word: &str) -> bool {
    used(word).spoken
}

/// "published", "issued"
pub(super) fn is_brought_out(word: &str) -> bool {
    used(word).brought_out
}

/// "mourned", "condemned"
pub(super) fn is_reaction(word: &str) -> bool {
    used(word).reaction
}

/// "rose", "reached"
pub(super) fn is_toll_verb(word: &str) -> bool {
    used(word).toll
}

/// "the blast", "the crash"
pub(super) fn is_sudden(word: &str) -> bool {
    used(word).sudden
}

/// "the funeral of two guards"
pub(super) fn is_funeral(word: &str) -> bool {
    matches!(word, "funeral" | "funerals" | "burial" | "burials")
}

/// "bringing the toll to 31"
pub(super) fn is_bringing(word: &str) -> bool {
    matches!(
        word,
        "brought"
            | "bringing"
            | "brings"
            | "took"
            | "taking"
            | "takes"
            | "raised"
            | "raising"
            | "raises"
            | "pushing"
            | "pushed"
    )
}

/// What carries people and is named in tellings of many other things than its crash.
pub(super) fn is_vehicle(word: &str) -> bool {
    matches!(word, "plane" | "bus" | "train" | "ferry" | "boat" | "helicopter")
}

/// "occurred", "struck"
pub(super) fn is_strike(word: &str) -> bool {
    used(word).strike
}

/// "mourned", "condemned", with harm as their object
pub(super) fn is_mourning(word: &str) -> bool {
    used(word).mourning
}
