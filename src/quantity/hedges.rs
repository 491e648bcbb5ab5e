//! The words before and after a number that change what it claims.

use super::Qualifier;

/// What words before a number do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The number is held so.
    Holds(Qualifier),
    /// "as many as": an estimate of what is possible, or mere emphasis; the words around decide.
    AsManyAs,
    /// The words belong to the phrase and change nothing: "a total of", "another".
    Nothing,
}

use Effect::{AsManyAs, Holds, Nothing};
use Qualifier::{About, Almost, AtLeast, LessThan, MoreThan, UpTo};

/// Rows: id, words before the number, effect.
pub(super) const BEFORE: &[(&str, &str, Effect)] = &[
    ("hedge/at-least", "at the? very? least", Holds(AtLeast)),
    ("hedge/tilde", "~|≈|approx|approx.", Holds(About)),
    ("hedge/greater-sign", ">", Holds(MoreThan)),
    ("hedge/smaller-sign", "<", Holds(LessThan)),
    ("hedge/not-more", "not more|over|above than?", Holds(UpTo)),
    ("hedge/at-minimum", "at a|the? minimum|least", Holds(AtLeast)),
    ("hedge/minimum", "a minimum of", Holds(AtLeast)),
    ("hedge/no-fewer", "no|not fewer|less than", Holds(AtLeast)),
    ("hedge/more-than", "well? more than", Holds(MoreThan)),
    (
        "hedge/over",
        "well|just|slightly|little|far|way? over|above",
        Holds(MoreThan),
    ),
    ("hedge/a-little-over", "a little|bit over|above", Holds(MoreThan)),
    (
        "hedge/slightly-more",
        "slightly|little|somewhat|far|many more than",
        Holds(MoreThan),
    ),
    ("hedge/a-little-more", "a little|bit|few more than", Holds(MoreThan)),
    ("hedge/north-of", "north of", Holds(MoreThan)),
    ("hedge/upwards", "upward|upwards of", Holds(MoreThan)),
    ("hedge/in-excess", "in excess of", Holds(MoreThan)),
    (
        "hedge/passed",
        "passed|surpassed|surpass|topped|exceeded|exceed|exceeds|tops|past|surpassing|exceeding|topping|surpasses|beyond",
        Holds(MoreThan),
    ),
    ("hedge/almost", "almost|nearly|nearing", Holds(Almost)),
    ("hedge/close-to", "close|closer on|to", Holds(Almost)),
    ("hedge/close-to-mark", "close|near|closer to? the", Holds(Almost)),
    ("hedge/just-under", "just|slightly|a little? under|below", Holds(Almost)),
    ("hedge/approaching", "approaching|nigh on?", Holds(Almost)),
    ("hedge/short-of", "just|slightly|little? short|shy of", Holds(Almost)),
    ("hedge/fewer", "fewer|less than", Holds(LessThan)),
    ("hedge/under", "under|below", Holds(LessThan)),
    (
        "hedge/about",
        "about|around|roughly|approximately|some|circa|near|perhaps|estimated",
        Holds(About),
    ),
    ("hedge/or-so", "maybe", Holds(About)),
    ("hedge/an-estimated", "an estimated", Holds(About)),
    ("hedge/estimated-that", "estimated that", Holds(About)),
    ("hedge/estimated-at", "estimated at", Holds(About)),
    (
        "hedge/region-of",
        "in|somewhere the region|order|vicinity|neighbourhood|neighborhood of",
        Holds(About),
    ),
    ("hedge/something-like", "something like|around", Holds(About)),
    ("hedge/put-at", "hovering around|near|at", Holds(About)),
    ("hedge/up-to", "up to", Holds(UpTo)),
    ("hedge/at-most", "at most", Holds(UpTo)),
    ("hedge/could-reach", "could|may|might reach|hit", Holds(UpTo)),
    ("hedge/maximum", "a maximum of", Holds(UpTo)),
    ("hedge/no-more", "no more than", Holds(UpTo)),
    ("hedge/as-many-as", "as many as", AsManyAs),
    ("hedge/as-high-as", "as high|much as", AsManyAs),
    ("hedge/as-few-as", "as few|low|little as", Nothing),
    ("phrase/total-of", "a combined|grand? total of", Nothing),
    ("phrase/further", "a further|additional", Nothing),
    (
        "phrase/another",
        "another|additional|further|exactly|only|just|all",
        Nothing,
    ),
    (
        "phrase/a-staggering",
        "a staggering|whopping|record|reported|confirmed",
        Nothing,
    ),
];

/// Rows: id, words after the number, qualifier.
pub(super) const AFTER: &[(&str, &str, Qualifier)] = &[
    ("hedge/or-more", "or|and more", AtLeast),
    ("hedge/plus", "+", AtLeast),
    ("hedge/plus-word", "-? plus", AtLeast),
    ("hedge/odd", "-? odd", About),
    (
        "hedge/if-not-more",
        "or|and|if maybe|perhaps|possibly|even|not more",
        AtLeast,
    ),
    ("hedge/or-so-after", "or so", About),
    ("hedge/or-thereabouts", "or thereabouts", About),
    ("hedge/give-or-take", "give or take", About),
    ("hedge/at-least-after", "at least|minimum", AtLeast),
    ("hedge/and-counting", "and counting", AtLeast),
    ("hedge/or-above", "or|and above|over|upwards", AtLeast),
    ("hedge/or-fewer", "or fewer|less", UpTo),
];

/// Words before "as many as" that make it an estimate of what is possible.
pub(super) const POSSIBLE: &[&str] = &[
    "may",
    "might",
    "could",
    "believe",
    "believes",
    "believed",
    "estimate",
    "estimates",
    "estimated",
    "fear",
    "fears",
    "feared",
    "possibly",
    "claim",
    "claims",
    "claimed",
    "alleged",
    "rumoured",
    "rumored",
    "suggest",
    "suggests",
    "suspect",
    "think",
    "thought",
];

/// Vague quantities: id, words, lowest number by the table of the format.
pub(super) const VAGUE: &[(&str, &str, Option<u64>)] = &[
    ("vague/few", "a few|handful", Some(3)),
    ("vague/handful", "a handful of?", Some(3)),
    ("vague/several", "several", Some(3)),
    ("vague/tens", "tens|10s", Some(20)),
    ("vague/dozens", "dozens", Some(24)),
    ("vague/dozens-twice", "dozens and|upon dozens", Some(24)),
    ("vague/several-dozen", "several|few dozen", Some(36)),
    ("vague/a-few-dozen", "a few dozen", Some(36)),
    ("vague/scores", "scores", Some(40)),
    ("vague/several-hundred", "several hundred", Some(300)),
    ("vague/few-hundred", "a few hundred", Some(300)),
    ("vague/many-hundreds", "many? hundreds|100s", Some(200)),
    ("vague/hundreds-twice", "hundreds and|upon|of hundreds", Some(200)),
    ("vague/several-thousand", "several thousand", Some(3000)),
    ("vague/few-thousand", "a few thousand", Some(3000)),
    ("vague/thousands", "many? thousands|1000s|1,000s", Some(2000)),
    ("vague/thousands-twice", "thousands and|upon|of thousands", Some(2000)),
    ("vague/tens-thousands", "tens of thousands", Some(20_000)),
    ("vague/hundreds-thousands", "hundreds of thousands", Some(200_000)),
    ("vague/millions", "millions", Some(2_000_000)),
    ("vague/many", "many|numerous|countless|multiple", None),
    ("vague/lots", "a lot|lots of", None),
    (
        "vague/number-of",
        "a|an large|great|huge|significant|considerable|growing|high|small|certain|untold|uncounted|increasing|rising|record|unprecedented|similar|equivalent|sizeable|sizable|fair? number of",
        None,
    ),
    (
        "vague/numbers-of",
        "large|great|huge|significant|considerable|vast|untold|record|sizeable|sizable numbers of",
        None,
    ),
];

/// Parts of another figure: id, words. They count only where something is said of the part.
pub(super) const FRACTIONS: &[(&str, &str)] = &[
    ("fraction/most", "most|mostly|mainly|majorly"),
    (
        "fraction/half",
        "almost|nearly|about|around|over|roughly|some|only|just? half",
    ),
    ("fraction/almost-all", "almost|nearly|virtually|practically all"),
    ("fraction/more-than-half", "more|less|fewer than half"),
    ("fraction/at-least-half", "at|up least|to half"),
    (
        "fraction/majority",
        "the|a? vast|great|overwhelming|large|clear? majority",
    ),
    ("fraction/bulk", "the great|vast? bulk of"),
    (
        "fraction/a-third",
        "almost|nearly|about|around|over|roughly|some|only|just? a|one|the third|quarter|fifth|sixth|tenth of",
    ),
    (
        "fraction/more-than-a-third",
        "more|less|fewer than a|one third|quarter|fifth|sixth|tenth of",
    ),
    (
        "fraction/two-thirds",
        "almost|nearly|about|around|over|roughly|some|only|just? two|three|four|five -? thirds|quarters|fourths|fifths|sixths|tenths",
    ),
    (
        "fraction/more-than-two-thirds",
        "more|less|fewer than two|three|four thirds|quarters|fourths|fifths",
    ),
];

/// Zero: id, words. "no" counts only before a noun of harm.
pub(super) const ZERO: &[(&str, &str)] = &[
    ("zero/no-one", "no one"),
    ("zero/no-one", "no - one"),
    ("zero/nobody", "nobody|none"),
    ("zero/not-one", "not a|one single"),
    ("zero/nor-one", "nor a|one single"),
    ("zero/not-one", "not one"),
    ("zero/not-one", "not a soul|person"),
    ("zero/no", "no"),
];
