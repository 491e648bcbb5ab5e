//! Edits of every sort, drawn by a seed: the same seed over the same project gives the same edits.

use std::sync::{Arc, OnceLock};

use jiff::civil::date;
use tallyscope::article::Article;
use tallyscope::claim::Kind;
use tallyscope::disk::Source;
use tallyscope::entity::EntityKind;
use tallyscope::link::{NameAbout, NameRef, NameSaid, NameSort, Reach, StoriesSaid};
use tallyscope::quantity::{Figure, Qualifier};
use tallyscope::read::{self, Knowledge, Reading};
use tallyscope::store::{
    Adopted, AdoptedAbout, ArticleId, ClaimId, Edit, Field, FieldValue, NewArticle, Origin, Ruling, Step, Store, Told,
    Verdict,
};

/// How many different texts articles have.
const NUM_TEXTS: usize = 24;

/// Numbers that follow from a seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(sides.max(1)).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.roll(all.len())).copied()
    }
}

/// What is handed to the project.
pub(crate) enum Made {
    Written(Step, Vec<Source>),
    Undone(Step),
    Redone(Step),
}

/// Makes the next edit in memory; `None` where the drawn one would change nothing.
pub(crate) fn next(store: &mut Store, dice: &mut Dice) -> Option<Made> {
    match dice.roll(10) {
        0 | 1 => return store.undo().map(Made::Undone),
        2 => return store.redo().map(Made::Redone),
        _ => {}
    }
    let mut sources = Vec::new();
    let edit = draw(store, dice, &mut sources);
    let step = store.commit(edit, "2031-03-15T09:00:00Z")?;
    Some(Made::Written(step, sources))
}

fn draw(store: &mut Store, dice: &mut Dice, sources: &mut Vec<Source>) -> Edit {
    let claims: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let articles: Vec<ArticleId> = store.articles().map(|article| article.id).collect();
    let some: Vec<ClaimId> = (0..=dice.roll(4)).filter_map(|_| dice.pick(&claims)).collect();
    let word = format!("word {}", dice.roll(1000));
    if articles.len() < 2 {
        return add(store, dice, sources);
    }
    let article = dice.pick(&articles).unwrap();
    match dice.roll(16) {
        0..=2 if articles.len() < 24 => add(store, dice, sources),
        0..=2 => store.remove_articles(&[article]),
        3 => store.set_verdict(&some, Verdict::Accepted),
        4 => store.set_verdict(&claims, Verdict::Rejected),
        5 => {
            let figure = Figure::hedged(u64::try_from(dice.roll(5000)).unwrap(), Qualifier::AtLeast);
            store.set_field(&some, Field::Figure, Some(&FieldValue::Figure(figure)))
        }
        6 => store.set_field(&some, Field::Speaker, Some(&FieldValue::Words(Some(word)))),
        7 => store.set_note(&some, &word),
        8 => store.tell(
            &[article],
            &Told {
                title: Some(word),
                ..Told::default()
            },
        ),
        9 => store.set_setting("chart/order", Some(&word)),
        10 => store.rule_on(
            &format!("conflict:{}", dice.roll(9)),
            Some(Ruling {
                reason: word,
                ..Ruling::default()
            }),
        ),
        11 => store.say_names("Names told", names(dice, &word)),
        12 => store.adopt(
            about(dice),
            Some(Adopted {
                best: 12,
                high: 20,
                note: word,
                ..Adopted::default()
            }),
        ),
        13 => {
            let mut said = StoriesSaid::default();
            said.held.insert(article.0.unsigned_abs(), word.clone());
            said.names.insert(word, "The harbour".to_owned());
            store.say_stories("Story named", &said)
        }
        14 => {
            let again = reading(dice.roll(NUM_TEXTS));
            store.reread(article, again, "rules").0
        }
        _ => {
            let row = Arc::clone(store.article(article).unwrap());
            let end = row.text().find(' ').unwrap();
            let span = tallyscope::base::Span::new(0, end);
            let claim = read::claim_at(&row.reading, None, (span, Kind::Injured), &Knowledge::default());
            store.add_claim(article, claim).1
        }
    }
}

fn names(dice: &mut Dice, word: &str) -> Vec<(NameAbout, Option<NameSaid>)> {
    let name = |words: &str| NameRef {
        sort: NameSort::Name(EntityKind::Place),
        words: words.to_owned(),
        reach: Reach::Project,
    };
    let same = dice.roll(2) == 0;
    vec![(
        NameAbout::pair(&name("Harrow Bay"), &name(word)),
        Some(NameSaid::Same(same)),
    )]
}

fn about(dice: &mut Dice) -> AdoptedAbout {
    AdoptedAbout {
        story: "Harrow Bay".to_owned(),
        kind: Kind::Killed,
        day: date(2031, 3, i8::try_from(1 + dice.roll(20)).unwrap()),
    }
}

pub(crate) fn add(store: &mut Store, dice: &mut Dice, sources: &mut Vec<Source>) -> Edit {
    let articles = (0..=dice.roll(2)).map(|_| {
        let number = dice.roll(NUM_TEXTS);
        let text = text(number);
        let name = format!("{}-{number}.txt", dice.roll(100_000));
        let source = Source::new(format!("/news/{name}"), format!("{name}\n{text}").into_bytes());
        let new = NewArticle {
            origin: Origin::File(source.path.clone()),
            file_name: name,
            sha256: source.sha256.clone(),
            reading: reading(number),
            rules_version: "rules".to_owned(),
        };
        sources.push(source);
        new
    });
    let articles = articles.collect();
    store.add_articles(articles)
}

fn text(number: usize) -> String {
    let more = "Streets near the ferry landing stayed closed. ".repeat(number % 40);
    format!(
        "Unrest in Harrow Bay\n\nAt least {} people were killed in Harrow Bay on Saturday, police said. More than {} \
         were injured, the ministry said. {more}",
        number + 2,
        number * 7 + 3
    )
}

/// Read once each: the kill test makes the same edits many times over.
fn reading(number: usize) -> Reading {
    static READINGS: [OnceLock<Reading>; NUM_TEXTS] = [const { OnceLock::new() }; NUM_TEXTS];
    let read = || read::single("harrow.txt", Article::plain(text(number)), &Knowledge::default()).unwrap();
    READINGS.get(number).unwrap().get_or_init(read).clone()
}

/// Whether two projects are the same in everything that an analyst can see or take back.
pub(crate) fn is_same(one: &Store, other: &Store) -> bool {
    one.articles().eq(other.articles())
        && one.claims().eq(other.claims())
        && one
            .articles()
            .all(|article| one.claims_of(article.id).eq(other.claims_of(article.id)))
        && one.settings() == other.settings()
        && one.rulings() == other.rulings()
        && one.names() == other.names()
        && one.adopted() == other.adopted()
        && one.history().done == other.history().done
        && one.history().undone == other.history().undone
}
