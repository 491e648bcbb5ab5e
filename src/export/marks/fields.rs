//! What is said of a claim beside its place, as rows: every format writes the same fields under the same names.

use serde_json::{Value, json};

use super::model::{ClaimMark, Maker};
use crate::export::claim_out::confidence;
use crate::store::{Role, Verdict};

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Told {
    /// Nothing: not stated.
    Nothing,
    /// Words or a word of a closed list.
    Words(String),
    /// A count.
    Number(u64),
    /// Yes or no.
    Flag(bool),
    /// 0 to 1, to three digits.
    Share(f64),
    /// Several words.
    List(Vec<String>),
}

impl Told {
    fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    fn words(words: Option<&str>) -> Self {
        let said = words.filter(|words| !words.is_empty());
        said.map_or(Self::Nothing, |words| Self::Words(words.to_owned()))
    }

    fn id(id: &str) -> Self {
        Self::Words(id.to_owned())
    }

    fn list(words: Vec<String>) -> Self {
        if words.is_empty() {
            return Self::Nothing;
        }
        Self::List(words)
    }

    /// As one line of text; `None` where nothing is said.
    pub(super) fn text(&self) -> Option<String> {
        Some(match self {
            Self::Nothing => return None,
            Self::Words(words) => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Share(share) => share.to_string(),
            Self::List(words) => words.join(", "),
        })
    }

    /// As JSON; `None` where nothing is said.
    pub(super) fn json(&self) -> Option<Value> {
        Some(match self {
            Self::Nothing => return None,
            Self::Words(words) => json!(words),
            Self::Number(number) => json!(number),
            Self::Flag(flag) => json!(flag),
            Self::Share(share) => json!(share),
            Self::List(words) => json!(words),
        })
    }
}

/// A field of a claim.
pub(super) struct ClaimField {
    /// Its word, as in the tables of claims.
    pub(super) id: &'static str,
    /// The same as names of features are written.
    pub(super) feature: &'static str,
    /// What it says, for whoever meets it in another program.
    pub(super) help: &'static str,
    /// Reads it.
    pub(super) read: fn(&ClaimMark<'_>) -> Told,
}

const fn field(
    id: &'static str,
    feature: &'static str,
    help: &'static str,
    read: fn(&ClaimMark<'_>) -> Told,
) -> ClaimField {
    ClaimField {
        id,
        feature,
        help,
        read,
    }
}

/// All, in the order in which they are written.
pub(super) const CLAIM_FIELDS: &[ClaimField] = &[
    field("id", "claimId", "Stable name of the claim", |mark| {
        Told::Words(mark.id.clone())
    }),
    field("kind", "kind", "What happened to the counted people", |mark| {
        Told::id(mark.claim().kind.id())
    }),
    field("value", "value", "The number as stated", |mark| {
        Told::number(mark.claim().figure.value)
    }),
    field("low", "low", "The lowest number that the words allow", |mark| {
        Told::number(mark.claim().figure.low)
    }),
    field("high", "high", "The highest number that the words allow", |mark| {
        Told::number(mark.claim().figure.high)
    }),
    field("qualifier", "qualifier", "How the words hold the number", |mark| {
        Told::id(mark.claim().figure.qualifier.id())
    }),
    field("form", "form", "By number, by one person meant, or by names", |mark| {
        Told::id(mark.claim().form.id())
    }),
    field("victims", "victims", "The words for who was harmed", |mark| {
        Told::words(mark.claim().victims.as_deref())
    }),
    field("victim_class", "victimClass", "Who was harmed", |mark| {
        Told::id(mark.claim().victim_class.id())
    }),
    field("speaker", "speaker", "Who vouches for the figure", |mark| {
        Told::words(mark.claim().speaker.as_deref())
    }),
    field("relay", "relay", "Who passed it on", |mark| {
        Told::words(mark.claim().relay.as_deref())
    }),
    field("as_of", "asOf", "The day at which the figure holds", |mark| {
        time(mark.claim().as_of.as_ref())
    }),
    field("event_date", "eventDate", "When the harm happened", |mark| {
        time(mark.claim().event_date.as_ref())
    }),
    field("place", "place", "Where, in the article's words", |mark| {
        Told::words(mark.claim().place.as_ref().map(|place| place.words.as_str()))
    }),
    field("place_name", "placeName", "Where, by the fullest name", |mark| {
        Told::words(mark.claim().place.as_ref().map(|place| place.canonical.as_str()))
    }),
    field("scope", "scope", "A running total, or one incident", |mark| {
        Told::id(mark.claim().scope.id())
    }),
    field("part_of", "partOf", "Whether it is a part of another figure", |mark| {
        Told::Flag(mark.claim().part_of)
    }),
    field("part_of_id", "partOfId", "The claim of which it is a part", |mark| {
        Told::words(mark.whole.as_deref())
    }),
    field("modality", "modality", "How sure the figure is said to be", |mark| {
        Told::id(mark.claim().modality.id())
    }),
    field("status", "status", "What the analyst decided", |mark| {
        Told::id(mark.record.status().id())
    }),
    field("verdict", "verdict", "Accepted or rejected as a whole", |mark| {
        verdict(mark.record.verdict)
    }),
    field("made_by", "madeBy", "Who found it: machine or analyst", |mark| {
        Told::id(mark.by().id())
    }),
    field(
        "corrected_fields",
        "correctedFields",
        "Fields whose value is the analyst's",
        |mark| {
            let fields = mark.record.fields.keys();
            Told::list(fields.map(|field| field.id().to_owned()).collect())
        },
    ),
    field("note", "note", "The analyst's note", |mark| {
        Told::words(Some(&mark.record.note))
    }),
    field("tags", "tags", "The analyst's tags", |mark| {
        Told::list(mark.record.tags.clone())
    }),
    field("confidence", "confidence", "How sure the machine is, 0 to 1", |mark| {
        Told::Share(confidence(mark.claim()))
    }),
    field("rule", "rule", "The rule that made it", |mark| {
        Told::id(&mark.claim().why.rule)
    }),
];

fn time(value: Option<&crate::time::Value>) -> Told {
    value.map_or(Told::Nothing, |value| Told::Words(value.to_string()))
}

fn verdict(verdict: Verdict) -> Told {
    match verdict {
        Verdict::Open => Told::Nothing,
        Verdict::Accepted => Told::id("accepted"),
        Verdict::Rejected => Told::id("rejected"),
    }
}

impl Maker {
    /// The word for it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Analyst => "analyst",
        }
    }
}

/// The word for what words are to a claim.
pub(super) fn role_id(role: Role) -> &'static str {
    match role {
        Role::Number => "number",
        Role::Outcome => "outcome",
        Role::Victims => "victims",
        Role::Speaker => "speaker",
        Role::Relay => "relay",
        Role::AsOf => "as_of",
        Role::EventDate => "event_date",
        Role::Place => "place",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CLAIM_FIELDS;

    #[test]
    fn names_of_fields_are_their_own_and_can_be_written_in_every_format() {
        let ids: BTreeSet<&str> = CLAIM_FIELDS.iter().map(|field| field.id).collect();
        let features: BTreeSet<&str> = CLAIM_FIELDS.iter().map(|field| field.feature).collect();
        assert_eq!((ids.len(), features.len()), (CLAIM_FIELDS.len(), CLAIM_FIELDS.len()));
        for field in CLAIM_FIELDS {
            assert!(
                field.feature.chars().all(|c| c.is_ascii_alphabetic()),
                "{}",
                field.feature
            );
            assert_eq!(
                field.id.replace('_', ""),
                field.feature.to_lowercase().replace("claimid", "id")
            );
        }
    }
}
