//! More ways from a count to its harm: rescued captives, two verbs before one object, treatment "for wounds",
//! "were among the 84 killed", and lists of places with their counts in brackets.

use super::Kind;
use super::lexicon::Tag;
use super::link::{Link, Linker};
use super::outcomes::Frame;
use super::phrase::{Head, Phrase};
use super::text::Text;
use super::voice::Voice;
use crate::quantity::Sort;

/// How far around a rescue the word for what they were rescued from may stand.
const AROUND: usize = 40;

/// "rescued 39 hostages", "68 people kidnapped by a gang were rescued"; the sea and the fire hold nobody captive.
pub(super) fn rescued(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let sentence = text.sentence(phrase.tokens.start);
    let is_rescue = |at: usize| matches!(text.lower(at), "rescue" | "rescued" | "rescues" | "rescuing");
    let plain = |at: usize| text.is(at, Tag::ADVERB.or(Tag::DET).or(Tag::POSS)) && text.outcome(at).is_none();
    let before = (sentence.start.max(phrase.tokens.start.saturating_sub(3))..phrase.tokens.start)
        .rev()
        .find(|&at| !plain(at))
        .filter(|&at| is_rescue(at))
        .filter(|&at| {
            let to = text.lower(at.saturating_sub(1));
            text.lower(at) != "rescue" || to != "to" && !text.is(at.saturating_sub(1), Tag::MODAL.or(Tag::DET))
        });
    let behind = || {
        (phrase.end..sentence.end.min(phrase.end + 12))
            .take_while(|&at| text.quantity(at).is_none() && !matches!(text.lower(at), ";" | "but"))
            .find(|&at| is_rescue(at) && super::voice::before(text, at, Tag::BE).is_some_and(|be| be >= phrase.end))
            .filter(|&at| {
                !(at.saturating_sub(4)..at).any(|at| text.is(at, Tag::MODAL.or(Tag::NOT)) || text.lower(at) == "to")
            })
    };
    let verb = before.or_else(behind)?;
    let persons = matches!(phrase.head, Head::Person(_) | Head::Harm(_)) || phrase.others;
    let held = |at: usize| {
        ["kidnap", "abduct", "hostage", "captiv", "captor", "ransom"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    };
    let around = verb.saturating_sub(AROUND)..verb + AROUND;
    let dead = phrase.own.is_some_and(|(kind, _)| kind != Kind::Abducted);
    (persons && !dead && around.into_iter().any(held)).then(|| Link {
        phrase: index,
        kind: Kind::Released,
        outcome: verb..verb + 1,
        row: "released/rescued",
        rule: "link/rescued",
        part: phrase.of_them,
        confidence: 0.8,
    })
}

/// "treated 40 people for burns", "treating three men for gunshot wounds"
pub(super) fn treated_for(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let mut verb = phrase.tokens.start.checked_sub(1)?;
    while verb > start && text.is(verb, Tag::ADVERB.or(Tag::DET)) {
        verb -= 1;
    }
    let treats = matches!(
        text.lower(verb),
        "treat" | "treats" | "treated" | "treating" | "hospitalized" | "admitted"
    );
    let planned = text.is(verb.saturating_sub(1), Tag::MODAL) || text.lower(verb.saturating_sub(1)) == "to";
    if let Some(link) = taken_in(linker, index, phrase, verb).filter(|_| verb >= start && !planned) {
        return Some(link);
    }
    let link = (phrase.end..phrase.end + 4).find(|&at| matches!(text.lower(at), "for" | "with"))?;
    let hurt = (link + 1..link + 7).take_while(|&at| text.is_word(at)).find(|&at| {
        [
            "wound", "injur", "burn", "cut", "bruis", "fractur", "shock", "inhal", "shrapnel", "lacerat",
        ]
        .iter()
        .any(|stem| text.lower(at).starts_with(stem))
    })?;
    let persons = matches!(phrase.head, Head::Person(_) | Head::Bare | Head::Unknown(_)) && phrase.end <= link;
    (verb >= start && treats && !planned && persons).then(|| Link {
        phrase: index,
        kind: Kind::Injured,
        outcome: hurt..hurt + 1,
        row: "injured/treated",
        rule: "link/treated-for",
        part: phrase.of_them,
        confidence: 0.85,
    })
}

/// Whether a word names a hurt: "wounds", "burns", "limbs".
fn is_hurt(word: &str) -> bool {
    [
        "wound", "injur", "burn", "cut", "bruis", "fractur", "inhal", "shrapnel", "lacerat", "limb", "bone", "concuss",
        "amput", "scar",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// "leaving another 23 with broken limbs"
pub(super) fn left_with(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let verb = phrase.tokens.start.checked_sub(1).filter(|&verb| verb >= start)?;
    let left = matches!(text.lower(verb), "left" | "leaves" | "leaving" | "leave");
    let persons = !matches!(phrase.head, Head::Thing | Head::Household(_));
    if !left || !persons {
        return None;
    }
    let with = (phrase.end..phrase.end + 3).find(|&at| text.lower(at) == "with")?;
    let hurt = (with + 1..with + 6)
        .take_while(|&at| text.is_word(at) && text.quantity(at).is_none())
        .find(|&at| is_hurt(text.lower(at)))?;
    Some(Link {
        phrase: index,
        kind: Kind::Injured,
        outcome: hurt..hurt + 1,
        row: "injured/with-injuries",
        rule: "link/left-with",
        part: phrase.of_them,
        confidence: 0.85,
    })
}

/// "12 people suffered, five of them badly": translated; nothing is said of what they suffered from.
pub(super) fn suffered(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let mut at = phrase.end;
    while at < phrase.end + 3 && text.is(at, Tag::HAVE.or(Tag::ADVERB)) {
        at += 1;
    }
    let ends = matches!(text.lower(at + 1), "," | "." | ";" | "");
    let persons = matches!(phrase.head, Head::Person(_)) || phrase.others;
    (text.lower(at) == "suffered" && ends && persons).then(|| Link {
        phrase: index,
        kind: Kind::Injured,
        outcome: at..at + 1,
        row: "injured/suffered",
        rule: "link/suffered",
        part: phrase.of_them,
        confidence: 0.6,
    })
}

/// "the hospital had admitted 21 victims": nothing else brings victims there.
fn taken_in(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase, verb: usize) -> Option<Link> {
    let text = linker.text;
    let Head::Person(noun) = phrase.head else { return None };
    let takes = matches!(
        text.lower(verb),
        "admitted" | "received" | "treated" | "receiving" | "treating"
    );
    let hurt = matches!(text.lower(noun), "victims" | "casualties");
    if !takes || !hurt {
        return None;
    }
    let start = text.sentence(verb).start;
    let house = (start.max(verb.saturating_sub(14))..verb).any(|at| {
        ["hospital", "clinic", "doctor", "medic", "ward", "surgeon"]
            .iter()
            .any(|stem| text.lower(at).starts_with(stem))
    });
    let clear = !matches!(text.lower(phrase.end), "of" | "with" | "for") || is_hurt(text.lower(phrase.end + 1));
    (house && clear).then(|| Link {
        phrase: index,
        kind: Kind::Injured,
        outcome: verb..verb + 1,
        row: "injured/treated",
        rule: "link/treated-for",
        part: phrase.of_them,
        confidence: 0.65,
    })
}

/// "killed and displaced dozens": the first of two verbs counts the same people.
pub(super) fn both_verbs(linker: &Linker<'_, '_>, found: &Link) -> Option<Link> {
    let text = linker.text;
    let second = text.outcome_from(found.outcome.start)?;
    let and = second.tokens.start.checked_sub(1)?;
    let first = text.outcome_to(and).filter(|_| text.lower(and) == "and")?;
    let pair = |one: Kind, other: Kind| first.kind == one && second.kind == other;
    // one of these says how, or is undone by the other
    let alone = pair(Kind::Injured, Kind::Killed)
        || pair(Kind::Arrested, Kind::Released)
        || pair(Kind::Abducted, Kind::Released)
        || pair(Kind::Arrested, Kind::Injured)
        || pair(Kind::Killed, Kind::Injured);
    let both = first.frame == Frame::Hits
        && second.frame == Frame::Hits
        && first.form == second.form
        && first.kind != second.kind
        && linker.voice(second) == Voice::Active;
    (both && !alone && matches!(found.rule, "link/object"))
        .then(|| linker.link(found.phrase, first, "link/both-verbs", found.confidence * 0.9))
}

/// "three Varlanders were among the 84 people killed", "one of those was among 12 wounded"
pub(super) fn among_counted(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let sentence = text.sentence(phrase.tokens.start);
    // "two sisters aged six and 11 were among the five dead"
    let from = (phrase.end..phrase.end + 7)
        .filter(|_| matches!(text.lower(phrase.end), "aged" | ","))
        .find(|&at| text.is(at, Tag::BE))
        .unwrap_or(phrase.end);
    let near = from..sentence.end.min(from + 6);
    let among = near
        .clone()
        .take_while(|&at| text.quantity(at).is_none() && text.is_word(at))
        .find(|&at| text.lower(at) == "among")?;
    let told = (phrase.end..among).any(|at| text.is(at, Tag::BE));
    let number = (among + 1..sentence.end.min(among + 5)).find_map(|at| text.quantity(at))?;
    let whole = super::voice::phrase_of(linker.phrases, number)?;
    let harm = (whole.tokens.start..sentence.end.min(whole.end + 3))
        .find_map(|at| text.outcome(at))
        .filter(|outcome| !matches!(outcome.frame, Frame::Toll | Frame::Lives))?;
    let fits = told && whole.head != Head::Thing && linker.suits(phrase, harm);
    let mut link = linker.link(index, harm, "link/among", 0.85);
    link.part = true;
    fits.then_some(link)
}

/// Words for the places or peoples that a list in brackets counts by.
pub(super) const SORTED_BY: &[&str] = &[
    "towns",
    "cities",
    "districts",
    "provinces",
    "regions",
    "countries",
    "states",
    "villages",
    "municipalities",
    "areas",
    "locations",
    "places",
    "counties",
    "governorates",
    "nationalities",
    "neighbourhoods",
    "neighborhoods",
    "departments",
    "communities",
    "townships",
    "cantons",
    "parishes",
    "barangays",
    "communes",
    "sites",
    "camps",
    "suburbs",
    "prefectures",
];

/// The most tokens that a list of places in brackets may take.
const LIST: usize = 90;

/// "Orla (9), New Sevrin (1) and Tarn (2)": a place and a number in brackets, with another such item beside it.
pub(super) fn is_bracketed_item(text: &Text<'_, '_>, number: usize) -> bool {
    let item = |number: usize| {
        number >= 2
            && text.quantity(number).is_some()
            && text.lower(number - 1) == "("
            && text.lower(number + 1) == ")"
            && text.is_word(number - 2)
    };
    if !item(number) {
        return false;
    }
    let next = (number + 2..number + 9)
        .take_while(|&at| text.is_word(at) || matches!(text.lower(at), "," | "(" | "-" | ";"))
        .find(|&at| text.quantity(at).is_some());
    let prior = (number.saturating_sub(9)..number.saturating_sub(2))
        .rev()
        .find(|&at| text.quantity(at).is_some());
    (next.is_some_and(item) || prior.is_some_and(item)) && list_opener(text, number).is_some()
}

/// What opens the list of places: "in these towns:", "in Orla (9)".
fn list_opener(text: &Text<'_, '_>, number: usize) -> Option<usize> {
    let start = text.sentence(number).start.max(number.saturating_sub(LIST));
    let opener = (start..number).rev().find(|&at| is_list_opener(text, at))?;
    let sorted = (start.max(opener.saturating_sub(24))..=opener).any(|at| SORTED_BY.contains(&text.lower(at)));
    (sorted || matches!(text.lower(opener), "in" | "from" | "across")).then_some(opener)
}

/// The harm that stands before a list of places with their counts in brackets: "arrests in these towns: Orla (9), Kelm (4)".
pub(super) fn bracketed(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let number = phrase.tokens.start;
    if let Some(found) = behind_noun(linker, index, phrase) {
        return Some(found);
    }
    if phrase.tokens.len() != 1 || !is_bracketed_item(text, number) {
        return None;
    }
    let opener = list_opener(text, number)?;
    let start = text.sentence(number).start;
    let harm = (start.max(opener.saturating_sub(24))..opener + 1)
        .rev()
        .find_map(|at| text.outcome(at))?;
    let sorted = (harm.tokens.end..=opener).any(|at| SORTED_BY.contains(&text.lower(at)));
    // "killed in Orla (9) and Kelm (4)"
    let placed = matches!(text.lower(opener), "in" | "from" | "across") && harm.tokens.end + 4 > opener;
    (sorted || placed).then(|| {
        let mut link = linker.link(index, harm, "link/bracketed-list", 0.8);
        link.part = true;
        link
    })
}

/// "the highest number of arrests (186), ahead of Orla (92)": the noun of harm right before the first bracket.
fn behind_noun(linker: &Linker<'_, '_>, index: usize, phrase: &Phrase) -> Option<Link> {
    let text = linker.text;
    let start = text.sentence(phrase.tokens.start).start;
    let open = phrase.tokens.start.checked_sub(1).filter(|&at| at > start)?;
    let closed =
        |open: usize| text.lower(open) == "(" && text.lower(open + 2) == ")" && text.quantity(open + 1).is_some();
    if !closed(open) || phrase.tokens.len() != 1 {
        return None;
    }
    let noun = |open: usize| {
        text.outcome_to(open).filter(|noun| {
            let many = (noun.tokens.start.saturating_sub(3)..noun.tokens.start).filter_map(|at| text.quantity(at));
            matches!(noun.frame, Frame::Noun | Frame::Toll)
                && text.lower(open - 1).ends_with('s')
                && many
                    .filter_map(|row| text.quantities.get(row))
                    .all(|quantity| quantity.sort == Sort::Fraction)
        })
    };
    // small numbers behind a name can be ages
    let first = || {
        (start.max(open.saturating_sub(24))..open)
            .filter(|&at| at > start && closed(at))
            .find_map(noun)
    };
    let counted = linker.number(phrase).is_some_and(|value| value > 120) && text.is_word(open - 1);
    let found = noun(open).or_else(|| counted.then(first).flatten())?;
    Some(linker.link(index, found, "link/bracketed-noun", 0.8))
}

fn is_list_opener(text: &Text<'_, '_>, at: usize) -> bool {
    let named = text.is_name(at + 1) && (at + 2..at + 6).any(|at| text.lower(at) == "(");
    // "in the cities of Orla (9)"
    let sorted = text.lower(at) == "of" && at > 0 && SORTED_BY.contains(&text.lower(at - 1));
    (sorted
        || matches!(
            text.lower(at),
            ":" | "in" | "from" | "across" | "are" | "were" | "namely"
        ))
        && named
        || text.lower(at) == ":"
            && (at + 1..at + 6)
                .take_while(|&at| text.is_word(at))
                .any(|at| text.lower(at + 1) == "(")
}

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts as kind and number, in order.
    const EXAMPLES: &[(&str, &str)] = &[
        ("Commandos stormed the house and rescued 39 hostages.", "released 39"),
        ("Troops have rescued 14 captives from a camp.", "released 14"),
        (
            "Police rescued 68 people who had been kidnapped by a gang.",
            "abducted 68; released 68",
        ),
        ("Firefighters rescued 12 people from the flooded valley.", ""),
        ("The army wants to rescue 12 hostages.", "abducted 12"),
        ("The clinic treated 40 people for wounds.", "injured 40"),
        ("Nurses were treating three men for gunshot wounds.", "injured 3"),
        ("The clinic treated 40 people for malaria.", ""),
        ("The clinic will treat 40 people for wounds.", ""),
        (
            "A landslide killed and displaced dozens of villagers.",
            "killed ?; displaced ?",
        ),
        ("The police beat and killed two men.", "killed 2"),
        ("The police arrested and released two men.", "released 2"),
        (
            "At least three Varlanders and four Estravans were among the 84 people killed in the raid.",
            "killed 3; killed 4; killed 84",
        ),
        ("Three ministers were among the 84 people invited.", ""),
        (
            "Police made arrests in these towns: Orla (9), Kelm (4), New Sevrin (1) and Tarn Hills (2).",
            "arrested 9; arrested 4; arrested 1; arrested 2",
        ),
        (
            "Those arrested come from three countries: Varland (1), Estrava (17) and Orla (2).",
            "arrested 1; arrested 17; arrested 2",
        ),
        (
            "Deaths were reported in Kelm (5), Orla (3) and Tarn (1).",
            "killed 5; killed 3; killed 1",
        ),
        ("The schools are in these towns: Orla (9), Kelm (4) and Tarn (2).", ""),
        ("Police shot at Ida Marr (27), Jon Orla (31) and Kim Tarn (4).", ""),
    ];

    #[test]
    fn more_ways_to_the_harm() {
        let drawn = |text: &str| {
            let mut rows: Vec<String> = drafts(text)
                .iter()
                .filter(|draft| draft.claim.form == super::super::Form::Number)
                .map(|draft| {
                    let value = draft
                        .claim
                        .figure
                        .value
                        .map_or_else(|| "?".to_owned(), |value| value.to_string());
                    format!("{} {value}", draft.claim.kind.id())
                })
                .collect();
            rows.dedup();
            rows.join("; ")
        };
        let wrong: Vec<String> = EXAMPLES
            .iter()
            .filter(|(text, expected)| {
                let mut rows: Vec<String> = drawn(text).split("; ").map(str::to_owned).collect();
                let mut expected: Vec<String> = expected.split("; ").map(str::to_owned).collect();
                rows.sort();
                expected.sort();
                rows != expected
            })
            .map(|(text, expected)| format!("{text}\n  read {}\n  want {expected}", drawn(text)))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
