//! Captives who come back, those whom a clause without "who" tells of ("the 12 people they had seized"), and those who share
//! another's fate ("was freed with five drivers").

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::{Form, Frame, Outcome};
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::voice::Voice;

/// How far back the word for the captivity may stand.
const BACK: usize = 90;

/// Whom a clause right behind the noun names as harmed: "33 people they had kidnapped", "nine men the army arrested in May".
pub(super) fn object_clause(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    if !matches!(phrase.head, Head::Person(_)) && !phrase.others {
        return None;
    }
    let mut at = phrase.end;
    let relative = matches!(text.lower(at), "whom" | "that" | "who");
    at += usize::from(relative);
    let first = at;
    // the one who does it
    let doer = |at: usize| {
        text.is(at, Tag::PERSON) || text.is_name(at) || matches!(text.lower(at), "army" | "military" | "gang" | "group")
    };
    if matches!(text.lower(at), "they" | "he" | "she" | "it" | "we") {
        at += 1;
    } else {
        at += usize::from(text.is(at, Tag::DET.or(Tag::POSS)));
        let named = at;
        while at < named + 4 && doer(at) && text.outcome(at).is_none() {
            at += 1;
        }
        // "12 people soldiers": no clause without a sign of one
        let clause = relative || named > first;
        if at == named || !clause {
            return None;
        }
    }
    while at < first + 8 && text.is(at, Tag::HAVE.or(Tag::ADVERB)) && text.outcome_from(at).is_none() {
        at += 1;
    }
    let harm = text.outcome_from(at)?;
    let end = harm.tokens.end;
    // "the people they killed were": its object is the noun before
    let open = !text.is_word(end)
        || text.is(
            end,
            Tag::PREP
                .or(Tag::TIME)
                .or(Tag::BE)
                .or(Tag::SUBORD)
                .or(Tag::CONJ)
                .or(Tag::HAVE),
        );
    let active = harm.frame == Frame::Hits && harm.form == Form::Past && linker.voice(harm) != Voice::Passive;
    (open && active && linker.suits(phrase, harm)).then(|| linker.link(index, harm, "link/object-clause", 0.8))
}

fn is_with(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "with" | "alongside")
}

/// "killed alongside her younger sister, Ida Tarn, and her three brothers": the word for company before others of the kin.
fn company(text: &Text<'_, '_>, phrase: &Phrase, joint: usize) -> Option<usize> {
    let kin = |at: usize| super::victims_words::is_kin(text.lower(at)) || text.begins(at, KIN);
    if !phrase.tokens.clone().chain(phrase.tokens.end..phrase.end).any(kin)
        || !matches!(text.lower(joint), "and" | "," | "–")
    {
        return None;
    }
    let start = text.sentence(joint).start.max(joint.saturating_sub(40));
    let with = (start..joint)
        .rev()
        .take_while(|&at| {
            !text.is(at, Tag::BE.or(Tag::HAVE).or(Tag::SUBORD).or(Tag::REL).or(Tag::SAY))
                && text.outcome(at).is_none()
                && text.lower(at) != ";"
        })
        .find(|&at| is_with(text, at))?;
    // the first of the company is kin as well
    (with + 1..(with + 8).min(joint)).any(kin).then_some(with)
}

/// Kin in the plural, by the beginnings of their words.
const KIN: &[&str] = &[
    "child", "daughter", "son", "brother", "sister", "niece", "nephew", "cousin", "grand", "sibling", "uncle", "aunt",
    "parent",
];

/// The harm that those in company share: "was freed on Sunday with", "was killed in the attack alongside".
fn harm_before<'l>(linker: &Linker<'l, '_>, with: usize) -> Option<&'l Outcome> {
    let text = linker.text;
    let start = text.sentence(with).start;
    let company = usize::from(with > start && matches!(text.lower(with - 1), "along" | "together"));
    // "was killed in a row with his brother": the row was with him
    let sure = company > 0 || text.lower(with) == "alongside";
    let reach = if sure { 7 } else { 4 };
    let verb = Tag::BE
        .or(Tag::HAVE)
        .or(Tag::SUBORD)
        .or(Tag::REL)
        .or(Tag::CONJ)
        .or(Tag::SAY);
    let passed = |at: usize| {
        let time = text.is(at, Tag::TIME.or(Tag::PREP));
        time || sure && text.is_word(at) && !text.is(at, verb)
    };
    let first = with - company;
    let mut at = first;
    while at > start && with - at < reach && passed(at - 1) && text.outcome_to(at).is_none() {
        at -= 1;
    }
    let harm = text.outcome_to(at).filter(|harm| harm.tokens.start >= start)?;
    let placed = at == first || text.is(at, Tag::PREP.or(Tag::TIME));
    placed.then_some(harm)
}

/// "was freed on Sunday with five drivers", "was killed alongside her two sons": the same happened to those who are with him.
pub(super) fn shared_with(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let joint = super::link_lost::joint(linker, phrase, Tag::POSS.or(Tag::DET))?;
    let persons = matches!(phrase.head, Head::Person(_)) || phrase.others;
    let with = Some(joint)
        .filter(|&with| is_with(text, with))
        .or_else(|| company(text, phrase, joint))
        .filter(|_| persons)?;
    let harm = harm_before(linker, with)?;
    let passive = harm.frame == Frame::Hits
        && harm.form == Form::Past
        && super::voice::before(text, harm.tokens.start, Tag::BE).is_some()
        || harm.row_is("killed/die") && harm.form == Form::Past;
    let one = matches!(
        harm.kind,
        Kind::Killed | Kind::Released | Kind::Abducted | Kind::Arrested | Kind::Injured
    );
    // "was killed with two shots" counts things; "was held with 300 inmates" tells where
    let held = matches!(harm.id(), "arrested/held" | "killed/buried")
        || phrase.class == super::VictimClass::Militant && harm.kind != Kind::Killed;
    (passive && one && !held && linker.suits(phrase, harm)).then(|| linker.link(index, harm, "link/shared-with", 0.7))
}

/// "only 18 returned", "sent the remaining 18 back": those who come back from captors are released.
pub(super) fn came_back(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let persons = matches!(phrase.head, Head::Person(_) | Head::Harm(_) | Head::Bare) || phrase.others;
    let captive = |at: usize| {
        ["kidnap", "abduct", "hostage", "captiv", "captor", "ransom"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
            || matches!(text.lower(at), "prisoners" | "pows") && text.lower(at + 1) != "'"
    };
    if !persons || phrase.head == Head::Thing || phrase.own.is_some_and(|(kind, _)| kind == Kind::Killed) {
        return None;
    }
    let mut at = phrase.end;
    // "were returned home"
    while at < phrase.end + 3 && text.is(at, Tag::HAVE.or(Tag::ADVERB).or(Tag::BE)) {
        at += 1;
    }
    let came = match (text.lower(at), text.lower(at + 1)) {
        ("returned", _) => !text.is(at + 1, Tag::DET.or(Tag::POSS)) && !text.is(at + 1, Tag::PERSON),
        ("came" | "come" | "got" | "gone" | "went" | "made", "home" | "back") => true,
        _ => false,
    };
    let verb = phrase.tokens.start.checked_sub(1).map(|at| {
        let filler = at > 0 && (text.is(at, Tag::DET) || text.lower(at) == "remaining");
        let at = at - usize::from(filler);
        at - usize::from(filler && text.is(at, Tag::DET) && at > 0)
    });
    let sent = verb.filter(|&verb| {
        matches!(
            text.lower(verb),
            "sent" | "brought" | "returned" | "handed" | "gave" | "let"
        ) && matches!(text.lower(phrase.end), "back" | "home")
    });
    // "brought home 215 captives"
    let brought = phrase.tokens.start.checked_sub(2).filter(|&verb| {
        matches!(text.lower(verb), "brought" | "bringing" | "sent" | "got")
            && matches!(text.lower(verb + 1), "home" | "back")
    });
    let sent = sent.or(brought);
    let told = || (phrase.tokens.start.saturating_sub(BACK)..phrase.end + 20).any(captive);
    let verb = sent.or_else(|| came.then_some(at))?;
    told().then(|| Link {
        phrase: index,
        kind: Kind::Released,
        outcome: verb..verb + 1,
        row: "released/came-back",
        rule: "link/came-back",
        part: phrase.of_them,
        confidence: 0.7,
    })
}

/// "freed 90 detainees in return for three hostages", "were swapped for five commanders": these come free too.
pub(super) fn in_exchange(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let joint = super::link_lost::joint(linker, phrase, Tag::DET.or(Tag::POSS))?;
    let trade = matches!(
        text.lower(joint - 1),
        "return" | "exchange" | "swap" | "swapped" | "exchanged" | "traded" | "swapping" | "exchanging"
    );
    let persons = matches!(phrase.head, Head::Person(_) | Head::Harm(_));
    if text.lower(joint) != "for" || !trade || !persons {
        return None;
    }
    let start = text.sentence(phrase.tokens.start).start;
    let freed = (start..joint).any(|at| text.outcome(at).is_some_and(|outcome| outcome.kind == Kind::Released));
    let planned = (start..joint).any(|at| {
        text.is(at, Tag::MODAL)
            || ["demand", "offer", "propos", "negotiat", "talks"]
                .iter()
                .any(|stem| text.lower(at).starts_with(stem))
    });
    (freed && !planned).then(|| Link {
        phrase: index,
        kind: Kind::Released,
        outcome: joint - 1..joint,
        row: "released/exchange",
        rule: "link/in-exchange",
        part: false,
        confidence: 0.75,
    })
}

/// "guards bundled 30 marchers into vans": an arrest where the state does it or marchers are taken, else an abduction.
pub(super) fn bundled(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= start)?;
    const TAKES: &[&str] = &[
        "bundl", "haul", "herd", "shov", "load", "drag", "march", "forc", "push", "pull", "thr", "stuff", "wrestl",
        "manhandl",
    ];
    let takes = text.begins(verb, TAKES);
    let into = (phrase.end..phrase.end + 3).find(|&at| matches!(text.lower(at), "into" | "onto"))?;
    let vehicle = (into + 1..into + 5).take_while(|&at| text.is_word(at)).any(|at| {
        matches!(
            text.lower(at),
            "van"
                | "vans"
                | "truck"
                | "trucks"
                | "bus"
                | "buses"
                | "car"
                | "cars"
                | "vehicle"
                | "vehicles"
                | "lorry"
                | "lorries"
                | "pickups"
                | "jeeps"
                | "bush"
                | "forest"
        )
    });
    let state = || phrase.class == super::VictimClass::Protester || linker.by_the_state(&(verb..verb + 1));
    let officers =
        || matches!(phrase.head, Head::Bare) && super::left::is_policed(text, phrase) && linker.behind_persons(phrase);
    (takes && vehicle && (matches!(phrase.head, Head::Person(_)) || officers())).then(|| Link {
        phrase: index,
        kind: if state() || phrase.head == Head::Bare {
            Kind::Arrested
        } else {
            Kind::Abducted
        },
        outcome: verb..verb + 1,
        row: "abducted/bundled",
        rule: "link/bundled",
        part: false,
        confidence: 0.7,
    })
}

/// "no reports of other casualties": none.
pub(super) fn none_reported(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let number = phrase.tokens.start;
    if text.lower(number) != "no" || linker.sort(phrase) != Some(crate::quantity::Sort::Zero) {
        return None;
    }
    let of = (number + 1..number + 6).find(|&at| text.lower(at) == "of")?;
    // "no immediate reports": nobody knows yet
    let early = (number + 1..of).any(|at| matches!(text.lower(at), "immediate" | "early" | "initial" | "official"));
    // "no reports at present of"
    let now = matches!(text.lower(of - 1), "present" | "far" | "now" | "time" | "moment");
    let told = !early
        && (number + 1..of).any(|at| {
            (at + 1 == of || now)
                && matches!(
                    text.lower(at),
                    "reports" | "report" | "word" | "news" | "sign" | "signs"
                )
        });
    let harm = (of + 1..of + 5)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find_map(|at| text.outcome_from(at))?;
    let noun = harm.frame == Frame::Noun && !text.is(harm.tokens.end, Tag::PERSON);
    (told && noun).then(|| linker.link(index, harm, "link/none-reported", 0.75))
}

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts as kind and number, in order.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "Raiders killed 33 people they had kidnapped in May.",
            "abducted 33; killed 33",
        ),
        (
            "The 40 villagers the rebels abducted in May are still away.",
            "abducted 40",
        ),
        ("The army named 14 men whom it had arrested in May.", "arrested 14"),
        ("He was freed on Sunday with five drivers.", "released 5"),
        ("Ida Marr was killed with two guards.", "killed 1; killed 2"),
        ("Ida Marr was killed alongside her two sons.", "killed 1; killed 2"),
        ("Ida Marr was wounded with six others.", "injured 1; injured 6"),
        ("Ida Marr was killed with her two pistols.", "killed 1"),
        ("Ida Marr was held alongside six others.", "arrested 1"),
        (
            "Raiders kidnapped 30 pupils in May. On Friday only 18 returned.",
            "abducted 30; released 18",
        ),
        (
            "The kidnappers took the ransom and sent the remaining 18 back.",
            "released 18",
        ),
        ("Two 15-year-old boys were killed.", "killed 2"),
        (
            "The ministry said three 20 year old students were wounded.",
            "injured 3",
        ),
        ("The camps host around 6,650 people.", "displaced 6650"),
        (
            "Police held two men, Ida Marr, 19, and Jon Orla, 32, on Sunday.",
            "arrested 2",
        ),
        ("There were no reports of further casualties.", "casualties 0"),
        // the other way about
        ("The 40 villagers who fed the rebels went home.", ""),
        ("The army named 14 men who lived in Orla.", ""),
        ("He was seen on Sunday with five drivers.", ""),
        ("The hall was struck with two hammers.", ""),
        ("Only 18 returned from the fair.", ""),
        ("The school sent the remaining 18 back.", ""),
        ("Two 15-year-old cars were sold.", ""),
        ("The agency runs 31 displaced camps and 12 refugees sites.", ""),
        ("Some 750 people in nine parishes were displaced.", "displaced 750"),
        ("They are linked to at least one of the stabbing incidents.", ""),
        ("The hotels host around 6,650 people.", ""),
        ("No reports of other buses came in.", ""),
        ("There were no immediate reports of deaths.", ""),
        (
            "Idra Marr returned to the woods before the rebels freed four hostages.",
            "released 4",
        ),
        (
            "The shots fell at 9401 Kelm Cutoff, no injuries, and at 4022 Orla Pike, one person wounded.",
            "injured 0; injured 1",
        ),
        ("Two people were killed at 6500 Kelm Street.", "killed 2"),
        ("Gunmen shot at 13 Varlanders and killed 9 of them.", "killed 9"),
    ];

    #[test]
    fn captives_and_what_counts_nobody() {
        let wrong: Vec<String> = EXAMPLES
            .iter()
            .filter_map(|(text, expected)| {
                let mut drawn: Vec<String> = drafts(text)
                    .iter()
                    .map(|draft| {
                        let value = draft.claim.figure.anchor().unwrap_or_default();
                        format!("{} {value}", draft.claim.kind.id())
                    })
                    .collect();
                drawn.sort();
                let mut wanted: Vec<&str> = expected.split("; ").filter(|word| !word.is_empty()).collect();
                wanted.sort_unstable();
                (drawn != wanted).then(|| format!("{text}\n  read {drawn:?}\n  want {wanted:?}"))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
