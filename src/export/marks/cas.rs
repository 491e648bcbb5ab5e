//! An article as UIMA's common analysis structure: the text and a list of feature structures, offsets in UTF-16 units.

use super::conll::tag;
use super::fields::{CLAIM_FIELDS, Told, role_id};
use super::layers::{
    BOILERPLATE, CLAIM, CLAIM_ROLES, CLAIM_WORDS, META_DATA, NAMED_ENTITY, ROLES, SENTENCE, TIME, TOKEN,
};
use super::model::{ClaimMark, MarkedArticle};
use crate::base::{Span, Utf16};

/// The number of the text among the feature structures.
pub(super) const SOFA: usize = 1;

/// A value of a feature.
pub(super) enum Held {
    /// Words, numbers, flags.
    Plain(Told),
    /// Another feature structure.
    One(usize),
    /// Several.
    Several(Vec<usize>),
}

/// A feature structure.
pub(super) struct Structure {
    /// Its number.
    pub(super) id: usize,
    /// Its type.
    pub(super) layer: &'static str,
    /// Where it stands; `None` for what only leads to others.
    pub(super) place: Option<(usize, usize)>,
    /// Its features, without those that hold nothing.
    pub(super) features: Vec<(&'static str, Held)>,
}

/// One article.
pub(super) struct Cas {
    /// The text.
    pub(super) text: String,
    /// All structures, what is led to before what leads there.
    pub(super) structures: Vec<Structure>,
}

impl Cas {
    /// Takes an article over.
    pub(super) fn new(article: &MarkedArticle<'_>, project: &str) -> Self {
        let mut builder = Builder {
            units: Utf16::new(article.text),
            structures: Vec::new(),
        };
        builder.meta_data(article, project);
        for sentence in &article.sentences.list {
            builder.push(SENTENCE, sentence.span, Vec::new());
        }
        for token in &article.sentences.tokens {
            builder.push(TOKEN, *token, Vec::new());
        }
        for name in &article.names {
            let features = vec![
                word("value", tag(name.kind)),
                word("identifier", &format!("urn:tallyscope:entity:{}", name.entity)),
                word("canonical", name.canonical),
                word("madeBy", name.by.id()),
            ];
            builder.push(NAMED_ENTITY, name.span, features);
        }
        for time in &article.times {
            let value = time.value.iter().map(|value| word("value", value)).collect();
            builder.push(TIME, time.span, value);
        }
        for part in &article.parts {
            builder.push(BOILERPLATE, part.span, vec![word("kind", part.kind.id())]);
        }
        for claim in &article.claims {
            builder.claim(claim);
        }
        Self {
            text: article.text.to_owned(),
            structures: builder.structures,
        }
    }
}

fn word(name: &'static str, value: &str) -> (&'static str, Held) {
    (name, Held::Plain(Told::Words(value.to_owned())))
}

struct Builder<'t> {
    units: Utf16<'t>,
    structures: Vec<Structure>,
}

impl Builder<'_> {
    fn push(&mut self, layer: &'static str, span: Span, features: Vec<(&'static str, Held)>) -> usize {
        let place = Some(self.units.span(span));
        self.put(layer, place, features)
    }

    fn put(
        &mut self,
        layer: &'static str,
        place: Option<(usize, usize)>,
        features: Vec<(&'static str, Held)>,
    ) -> usize {
        let id = SOFA + 1 + self.structures.len();
        self.structures.push(Structure {
            id,
            layer,
            place,
            features,
        });
        id
    }

    fn meta_data(&mut self, article: &MarkedArticle<'_>, project: &str) {
        let mut features = vec![
            word("language", article.language().unwrap_or("x-unspecified")),
            word("documentTitle", article.record.title()),
            word("documentId", &article.id),
            word("documentUri", &article.record.file_name),
        ];
        features.extend((!project.is_empty()).then(|| word("collectionId", project)));
        features.push(("isLastSegment", Held::Plain(Told::Flag(true))));
        self.push(META_DATA, Span::new(0, article.text.len()), features);
    }

    fn claim(&mut self, claim: &ClaimMark<'_>) {
        let mut links = Vec::new();
        for (role, span) in &claim.roles {
            let target = self.push(CLAIM_WORDS, *span, vec![word("role", role_id(*role))]);
            let features = vec![word("role", role_id(*role)), ("target", Held::One(target))];
            links.push(self.put(CLAIM_ROLES, None, features));
        }
        let fields = CLAIM_FIELDS.iter().map(|field| (field.feature, (field.read)(claim)));
        let fields = fields.filter(|(_, told)| *told != Told::Nothing);
        let mut features: Vec<_> = fields.map(|(name, told)| (name, Held::Plain(told))).collect();
        features.extend((!links.is_empty()).then_some((ROLES, Held::Several(links))));
        self.push(CLAIM, claim.span, features);
    }
}
