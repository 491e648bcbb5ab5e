//! What single words can be: one look-up a token, for all rules of this floor.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::VictimClass;
use crate::base::WordTable;
use crate::token::{Scan, TokenKind};

/// What a word can be, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag(u32);

impl Tag {
    /// A human being or several.
    pub(super) const PERSON: Self = Self(1);
    /// One of them.
    pub(super) const SINGULAR: Self = Self(1 << 1);
    /// What can be counted and is no person.
    pub(super) const THING: Self = Self(1 << 2);
    /// Past form or participle of a verb that does no harm.
    pub(super) const PAST: Self = Self(1 << 3);
    /// Its base or third person, which may be a noun as well.
    pub(super) const VERB: Self = Self(1 << 4);
    /// Its -ing form.
    pub(super) const ING: Self = Self(1 << 5);
    /// Forms of "be" and "get".
    pub(super) const BE: Self = Self(1 << 6);
    /// Forms of "have" and "do".
    pub(super) const HAVE: Self = Self(1 << 7);
    /// may, could, will ...
    pub(super) const MODAL: Self = Self(1 << 8);
    /// Words that stand between verb forms and change nothing.
    pub(super) const ADVERB: Self = Self(1 << 9);
    /// Prepositions.
    pub(super) const PREP: Self = Self(1 << 10);
    /// Articles and demonstratives.
    pub(super) const DET: Self = Self(1 << 11);
    /// his, her, their ...
    pub(super) const POSS: Self = Self(1 << 12);
    /// and, or, but
    pub(super) const CONJ: Self = Self(1 << 13);
    /// when, after, while ...: a new clause begins.
    pub(super) const SUBORD: Self = Self(1 << 14);
    /// who, which, that
    pub(super) const REL: Self = Self(1 << 15);
    /// he, they, it ...
    pub(super) const PRON: Self = Self(1 << 16);
    /// Weekdays, months, today, last, ago ...
    pub(super) const TIME: Self = Self(1 << 17);
    /// Verbs of saying.
    pub(super) const SAY: Self = Self(1 << 18);
    /// believed, feared, reported ...: between "are" and "to have been killed".
    pub(super) const BELIEF: Self = Self(1 << 19);
    /// not, never, n't
    pub(super) const NOT: Self = Self(1 << 20);
    /// Any other word.
    pub(super) const NONE: Self = Self(0);
    /// What a subject's verb can be, harm apart.
    pub(super) const FINITE: Self = Self::PAST
        .or(Self::BE)
        .or(Self::HAVE)
        .or(Self::MODAL)
        .or(Self::SAY)
        .or(Self::VERB);

    /// Both together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True where both share a bit.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words of grammar: each with what it can be.
const FUNCTION: &[(Tag, &str)] = &[
    (
        Tag::BE,
        "is are was were be been being get gets got getting became remain remains remained lay lie lies stood",
    ),
    (Tag::HAVE, "has have had having do does did"),
    (Tag::MODAL, "may might can could will would shall should must"),
    (Tag::NOT, "not never n't cannot neither nor without"),
    (
        Tag::ADVERB,
        "also still now already so far later then again even only just either both all too yet once ever instead \
         almost nearly apparently meanwhile eventually subsequently previously recently afterwards soon thereby thus together \
         reported allegedly seriously badly severely critically slightly fatally mostly mainly initially since alone there here",
    ),
    (
        Tag::PREP,
        "of in on at by for with from into to during through throughout near inside outside under over between among amid \
         against across along around after before behind below beneath beside beyond despite down off onto out per since \
         toward towards until up upon via within without including following as aboard alongside amongst amidst",
    ),
    (
        Tag::DET,
        "the a an this that these those every each no any both another other others such some",
    ),
    (Tag::POSS, "his her their its our my your whose"),
    (Tag::CONJ, "and or but plus &"),
    (
        Tag::SUBORD,
        "when while where because if although though whereas unless until after before as once whether but since",
    ),
    (Tag::REL, "who which that whom"),
    (
        Tag::PRON,
        "he she they it we i you him them us me himself herself themselves itself",
    ),
    (
        Tag::TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september \
         october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight last \
         previous ago earlier later next past overnight midnight noon dawn dusk week weekend month year morning afternoon \
         evening night day days weeks months years hours hour minutes early late mid same a.m. p.m. am pm gmt",
    ),
    (
        Tag::SAY,
        "say says said saying tell tells told telling report reports reported reporting announce announces announced announcing \
         add adds added adding confirm confirms confirmed confirming state states stated stating claim claims claimed claiming \
         estimate estimates estimated declare declared explain explained admit admits admitted acknowledge acknowledged \
         allege alleges alleged reveal revealed reveals insist insisted believe believes note noted notes stress stressed \
         stressing indicate indicated indicates write wrote suggest suggests warn warned testify testified tweeted tweet \
         posted disclosed disclose informed recounted count counted counts documented documents put puts recorded",
    ),
    (
        Tag::BELIEF,
        "believed feared thought reported claimed said known presumed confirmed estimated alleged suspected understood assumed \
         reportedly declared pronounced considered deemed listed found rumored rumoured likely",
    ),
];

const PEOPLE: &str = include_str!("../../assets/words/people.tsv");
const THINGS: &str = include_str!("../../assets/words/things.tsv");
const VERBS: &str = include_str!("../../assets/words/verbs.tsv");

struct Lexicon {
    words: WordTable<&'static str, (Tag, VictimClass)>,
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split('\t').collect())
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut words: WordTable<&'static str, (Tag, VictimClass)> = WordTable::default();
        let mut add = |word: &'static str, tag: Tag, class: VictimClass| {
            let entry = words.entry(word).or_insert((Tag::NONE, class));
            entry.0 = entry.0.or(tag);
            if tag.any(Tag::PERSON) {
                entry.1 = class;
            }
        };
        let unspecified = VictimClass::Unspecified;
        for (tag, list) in FUNCTION {
            for word in list.split_whitespace() {
                add(word, *tag, unspecified);
            }
        }
        for row in rows(VERBS) {
            if let [base, third, past, participle, ing] = row.as_slice() {
                add(base, Tag::VERB, unspecified);
                add(third, Tag::VERB, unspecified);
                add(past, Tag::PAST, unspecified);
                add(participle, Tag::PAST, unspecified);
                add(ing, Tag::ING, unspecified);
            }
        }
        for row in rows(THINGS) {
            for word in row {
                add(word, Tag::THING, unspecified);
            }
        }
        for row in rows(PEOPLE) {
            if let [singular, plural, class] = row.as_slice() {
                let class = VictimClass::from_id(class).unwrap_or(unspecified);
                add(plural, Tag::PERSON, class);
                add(singular, Tag::PERSON.or(Tag::SINGULAR), class);
            }
        }
        Lexicon { words }
    })
}

/// The words of one text, looked up.
#[derive(Clone)]
pub(super) struct Words {
    tags: Vec<Tag>,
    classes: Vec<VictimClass>,
    /// What persons' words with a genitive ending can be without it.
    stems: HashMap<usize, Tag>,
    /// False in texts all in capitals or without any: then a capital tells nothing.
    pub(super) capitals_tell: bool,
}

impl Words {
    /// Looks up every token once.
    pub(super) fn of(scan: &Scan<'_>) -> Self {
        let lexicon = lexicon();
        let mut tags = Vec::with_capacity(scan.tokens.len());
        let mut classes = Vec::with_capacity(scan.tokens.len());
        let (mut capitals, mut words) = (0, 0);
        let mut stems = HashMap::new();
        for (at, token) in scan.tokens.iter().enumerate() {
            let stem = token.lower.strip_suffix("'s").and_then(|stem| lexicon.words.get(stem));
            if let Some((tag, _)) = stem.filter(|(tag, _)| tag.any(Tag::PERSON)) {
                stems.insert(at, *tag);
            }
            let (mut tag, class) = lexicon
                .words
                .get(&*token.lower)
                .copied()
                .unwrap_or((Tag::NONE, VictimClass::Unspecified));
            let small = || scan.word(at + 1).chars().any(char::is_lowercase);
            let word = token.span.of(scan.text);
            if word == "US" || word == "IS" && small() {
                // the country, not the pronoun
                tag = Tag::NONE;
            }
            if token.kind == TokenKind::Word {
                words += 1;
                capitals += usize::from(token.capital);
                if token.lower.len() > 4 && token.lower.ends_with("ly") && !tag.any(Tag::THING.or(Tag::PERSON)) {
                    tag = tag.or(Tag::ADVERB);
                }
                if tag == Tag::NONE && !token.capital && is_unlisted_past(&token.lower) {
                    tag = Tag::PAST;
                }
                if token.lower.ends_with("n't") {
                    tag = tag.or(Tag::NOT).or(Tag::HAVE);
                }
            }
            tags.push(tag);
            classes.push(class);
        }
        Self {
            tags,
            classes,
            stems,
            capitals_tell: tell(capitals, words),
        }
    }

    /// What token `at` can be; nothing past the end.
    pub(super) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or_default()
    }

    /// True where token `at` can be one of `tag`.
    pub(super) fn is(&self, at: usize, tag: Tag) -> bool {
        self.tag(at).any(tag)
    }

    /// What token `at` can be without its genitive ending: "policeman's".
    pub(super) fn stem(&self, at: usize) -> Tag {
        self.stems.get(&at).copied().unwrap_or_default()
    }

    /// The class of victims that the noun names.
    pub(super) fn class(&self, at: usize) -> VictimClass {
        self.classes.get(at).copied().unwrap_or(VictimClass::Unspecified)
    }
}

/// How many words a text needs before few capitals among them are held against it.
const ENOUGH: usize = 60;

/// True where capitals tell names: some of the words have one, not most, and in a long text more than a stamp
/// ("This story is from March 16") above a body all in small letters.
fn tell(capitals: usize, words: usize) -> bool {
    capitals > 0 && capitals * 5 < words * 3 && (words < ENOUGH || capitals * 20 >= words)
}

/// "voiced", "toppled": verbs that no list holds.
fn is_unlisted_past(lower: &str) -> bool {
    lower.len() > 5
        && lower.ends_with("ed")
        && !lower.ends_with("eed")
        && !matches!(lower, "hundred" | "united" | "sacred")
}

#[cfg(test)]
mod tests {
    use super::{Tag, Words, tell};
    use crate::token::scan;

    #[test]
    fn a_stamp_in_capitals_tells_nothing_of_the_text_below() {
        for (capitals, words, tells) in [
            (1, 6, true),
            (40, 400, true),
            (8, 90, true),
            (0, 90, false),
            (80, 90, false),
            (2, 300, false),
            (12, 300, false),
        ] {
            assert_eq!(tell(capitals, words), tells, "{capitals} of {words}");
        }
    }

    #[test]
    fn words_are_looked_up_in_all_tables() {
        let scan = scan("Three policemen shot reportedly at cars");
        let words = Words::of(&scan);
        assert!(words.is(1, Tag::PERSON) && !words.is(1, Tag::SINGULAR));
        assert_eq!(words.class(1), super::VictimClass::SecurityForce);
        assert!(words.is(3, Tag::ADVERB));
        assert!(words.is(5, Tag::THING));
        assert!(words.capitals_tell);
    }
}
