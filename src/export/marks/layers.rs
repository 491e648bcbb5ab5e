//! The layers in which UIMA and WebAnno hold the marks: types with their features. Names of types and features hold no
//! underscore, which WebAnno takes for a border between names.

use super::fields::CLAIM_FIELDS;

/// DKPro's types, which every such program knows.
pub(super) const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
/// A token.
pub(super) const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
/// A name.
pub(super) const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
/// The document as such.
pub(super) const META_DATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
/// A claim with its fields.
pub(super) const CLAIM: &str = "webanno.custom.Claim";
/// Words that are something to a claim.
pub(super) const CLAIM_WORDS: &str = "webanno.custom.ClaimWords";
/// What leads from a claim to such words.
pub(super) const CLAIM_ROLES: &str = "webanno.custom.ClaimRolesLink";
/// A time expression.
pub(super) const TIME: &str = "webanno.custom.TimeExpression";
/// A part that is not the article.
pub(super) const BOILERPLATE: &str = "webanno.custom.Boilerplate";

/// The feature of a claim that holds its roles.
pub(super) const ROLES: &str = "roles";

/// A feature: its name, its range, and what it says.
pub(super) struct Feature {
    /// Its name.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) range: &'static str,
    /// What the elements are, where it holds several.
    pub(super) elements: Option<&'static str>,
    /// What it says.
    pub(super) help: &'static str,
}

/// A type of the type system.
pub(super) struct Layer {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is a sort of.
    pub(super) parent: &'static str,
    /// What it is, for whoever meets it in another program.
    pub(super) help: &'static str,
    /// Its features.
    pub(super) features: Vec<Feature>,
}

/// UIMA's words.
pub(super) const STRING: &str = "uima.cas.String";
const BOOLEAN: &str = "uima.cas.Boolean";
const FLOAT: &str = "uima.cas.Float";
const INTEGER: &str = "uima.cas.Integer";
const ANNOTATION: &str = "uima.tcas.Annotation";
const ARRAY: &str = "uima.cas.FSArray";

fn feature(name: &'static str, range: &'static str, help: &'static str) -> Feature {
    Feature {
        name,
        range,
        elements: None,
        help,
    }
}

/// The layers of our own, which a project of such a program has to be told of before it takes the marks.
pub(super) fn own_layers() -> Vec<Layer> {
    let mut claim: Vec<Feature> = CLAIM_FIELDS
        .iter()
        .map(|field| feature(field.feature, range(field.id), field.help))
        .collect();
    claim.push(Feature {
        name: ROLES,
        range: ARRAY,
        elements: Some(CLAIM_ROLES),
        help: "What other words are to the claim",
    });
    let layer = |name, parent, help, features| Layer {
        name,
        parent,
        help,
        features,
    };
    let role = "What the words are: number, outcome, victims, speaker, relay, as_of, event_date, place";
    vec![
        layer(
            CLAIM,
            ANNOTATION,
            "A reported count: who says what happened to how many",
            claim,
        ),
        layer(
            CLAIM_WORDS,
            ANNOTATION,
            "Words on which a field of a claim stands",
            vec![feature("role", STRING, role)],
        ),
        layer(
            CLAIM_ROLES,
            "uima.cas.TOP",
            "Leads from a claim to the words on which its fields stand",
            vec![
                feature("role", STRING, role),
                feature("target", CLAIM_WORDS, "The words"),
            ],
        ),
        layer(
            TIME,
            ANNOTATION,
            "A time expression",
            vec![feature("value", STRING, "What it means, as in TIMEX3")],
        ),
        layer(
            BOILERPLATE,
            ANNOTATION,
            "A part that is not the article",
            vec![feature("kind", STRING, "What it is")],
        ),
    ]
}

/// How a field of a claim is held. Counts are words, as they may be larger than UIMA's whole numbers.
fn range(field: &str) -> &'static str {
    match field {
        "part_of" => BOOLEAN,
        "confidence" => FLOAT,
        _ => STRING,
    }
}

/// All types that the marks use.
pub(super) fn all_layers() -> Vec<Layer> {
    let layer = |name, parent, help, features| Layer {
        name,
        parent,
        help,
        features,
    };
    let mut layers = vec![
        layer(
            SENTENCE,
            ANNOTATION,
            "A sentence",
            vec![feature("id", STRING, "Its name")],
        ),
        layer(
            TOKEN,
            ANNOTATION,
            "A word, numeral or sign",
            vec![
                feature("id", STRING, "Its name"),
                feature("order", INTEGER, "Its place among others"),
            ],
        ),
        layer(
            NAMED_ENTITY,
            ANNOTATION,
            "A name",
            vec![
                feature("value", STRING, "PER, ORG, LOC or MISC"),
                feature("identifier", STRING, "The entity, the same in every article"),
                feature("canonical", STRING, "What the entity is called over all articles"),
                feature("madeBy", STRING, "Who marked it: machine or analyst"),
            ],
        ),
        layer(
            META_DATA,
            "uima.tcas.DocumentAnnotation",
            "The article",
            vec![
                feature("documentTitle", STRING, "Its headline"),
                feature("documentId", STRING, "Its name"),
                feature("documentUri", STRING, "Its file"),
                feature("collectionId", STRING, "The project"),
                feature("documentBaseUri", STRING, "The folder of its file"),
                feature("isLastSegment", BOOLEAN, "Whether it is the last part"),
            ],
        ),
    ];
    layers.extend(own_layers());
    layers
}
