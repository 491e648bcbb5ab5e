//! A synthetic project: stories over years, told by outlets that copy agencies and each other. Nothing is random: the same
//! numbers give the same project.

use std::sync::Arc;

use jiff::civil::{Date, date};
use tallyscope::article::{Article, FactBasis, Stated};
use tallyscope::base::{Span, Why};
use tallyscope::claim::{Claim, Form, Kind, Modality, Roles, Scope, VictimClass, claim_key};
use tallyscope::dating::Published;
use tallyscope::entity::EntityKind;
use tallyscope::quantity::{Figure, Qualifier};
use tallyscope::read::{EntityRead, RULES_VERSION, Reading};
use tallyscope::store::{NewArticle, Origin};
use tallyscope::time::Value;

/// Stories of a project.
const NUM_STORIES: usize = 60;
/// Days over which a story runs.
const STORY_DAYS: usize = 400;
/// Days over which the project runs.
const NUM_DAYS: usize = 2_000;
/// Claims of an article.
const NUM_CLAIMS: usize = 15;
/// Of a hundred articles so many are copies.
const COPIES_OF_HUNDRED: usize = 40;

const SYLLABLES: &[&str] = &[
    "ba", "dor", "el", "fin", "gar", "hol", "is", "jor", "kas", "lun", "mar", "nor", "os", "pel", "qua", "rin", "sol",
    "tam", "ur", "vel", "wes", "yar", "zen", "bru", "cal", "dri",
];
const AGENCIES: &[&str] = &["Reuters", "AFP", "AP", "KNA"];
const KINDS: &[(Kind, &str)] = &[
    (Kind::Killed, "were killed"),
    (Kind::Injured, "were wounded"),
    (Kind::Arrested, "were arrested"),
    (Kind::Missing, "were missing"),
    (Kind::Displaced, "had fled their homes"),
];
const SCENES: &[&str] = &[
    "when shells fell on the streets around",
    "in the fighting on the road to",
    "as troops moved through the quarters of",
    "since the siege began around",
    "after the raid on the camps near",
    "in a night of fires across",
];

/// Numbers that look thrown and are always the same.
pub(crate) struct Dice(u64);

impl Dice {
    /// Begins anew from `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % end.max(1)
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A word of so many syllables.
    fn word(&mut self, syllables: usize) -> String {
        (0..syllables).map(|_| *self.pick(SYLLABLES)).collect()
    }

    fn name(&mut self, syllables: usize) -> String {
        let word = self.word(syllables);
        let (first, rest) = word.split_at(1);
        format!("{}{rest}", first.to_uppercase())
    }
}

/// What a run of events is made of.
struct Plot {
    country: String,
    towns: Vec<String>,
    people: Vec<(String, String)>,
    bodies: Vec<String>,
    words: Vec<String>,
    first_day: usize,
}

impl Plot {
    fn new(number: usize) -> Self {
        let mut dice = Dice::new(number as u64 + 1);
        let country = dice.name(3);
        let ministry = ["Interior", "Health", "Defense"].map(|of| format!("{country} {of} Ministry"));
        let mut bodies: Vec<String> = ministry.into();
        bodies.extend((0..5).map(|_| format!("{} {} Committee", dice.name(2), dice.name(2))));
        Self {
            towns: (0..8).map(|_| dice.name(3)).collect(),
            people: (0..10).map(|_| (dice.name(2), dice.name(3))).collect(),
            words: (0..60).map(|_| dice.word(4)).collect(),
            first_day: dice.below(NUM_DAYS - STORY_DAYS),
            country,
            bodies,
        }
    }

    /// The total of a speaker on a day: it grows, and once in a while it falls.
    fn total(&self, (kind, speaker): (usize, usize), day: usize) -> u64 {
        let since = day.saturating_sub(self.first_day) + 1;
        let falls = usize::from(day % 97 == speaker * 7) * 5;
        let total = since * (3 + kind + speaker % 4) + speaker * 11;
        (total - falls.min(total)) as u64
    }
}

/// Text with the names that stand in it.
#[derive(Clone, Default)]
struct Writer {
    text: String,
    names: Vec<(Span, EntityKind)>,
}

impl Writer {
    fn say(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    fn name(&mut self, kind: EntityKind, words: &str) -> Span {
        let span = self.say(words);
        self.names.push((span, kind));
        span
    }
}

/// An article before it is one: what a copy takes over.
#[derive(Clone)]
struct Draft {
    writer: Writer,
    claims: Vec<Claim>,
    day: usize,
    story: usize,
}

/// Makes articles one after the other.
pub(crate) struct Maker {
    plots: Vec<Plot>,
    recent: Vec<Vec<Draft>>,
    common: Vec<String>,
    made: usize,
}

impl Maker {
    /// Begins with the first article.
    pub(crate) fn new() -> Self {
        let mut dice = Dice::new(7);
        Self {
            plots: (0..NUM_STORIES).map(Plot::new).collect(),
            recent: vec![Vec::new(); NUM_STORIES],
            common: (0..400).map(|_| dice.word(3)).collect(),
            made: 0,
        }
    }

    /// The next articles, in the order of the stories' days.
    pub(crate) fn next(&mut self, num_articles: usize) -> Vec<NewArticle> {
        (0..num_articles).map(|_| self.article()).collect()
    }

    fn article(&mut self) -> NewArticle {
        let number = self.made;
        self.made += 1;
        let mut dice = Dice::new(1_000_003 + number as u64);
        let story = number % NUM_STORIES;
        // six days for five articles, however many there are: 20,000 fill a story's days
        let offset = number / NUM_STORIES * 6 / 5 % STORY_DAYS;
        let day = self.plots[story].first_day + offset;
        let source = self.recent[story].last().filter(|source| day - source.day < 4).cloned();
        let copied = source.filter(|_| dice.below(100) < COPIES_OF_HUNDRED);
        let draft = copied.unwrap_or_else(|| self.write(&mut dice, story, day));
        let recent = &mut self.recent[story];
        if recent.len() > 3 {
            recent.remove(0);
        }
        recent.push(draft.clone());
        finish(number, &mut dice, draft)
    }

    fn write(&self, dice: &mut Dice, story: usize, day: usize) -> Draft {
        let plot = &self.plots[story];
        let mut writer = Writer::default();
        writer.name(EntityKind::Place, &plot.towns[0].to_uppercase());
        if dice.below(3) == 0 {
            writer.say(&format!(" ({})", dice.pick(AGENCIES)));
        }
        writer.say(" - ");
        let mut claims = Vec::new();
        for _ in 0..NUM_CLAIMS {
            claims.push(self.claim(dice, &mut writer, (story, day)));
            self.filler(dice, &mut writer, plot);
            if dice.below(3) == 0 {
                writer.say("\n\n");
            }
        }
        Draft {
            writer,
            claims,
            day,
            story,
        }
    }

    /// A sentence with a figure: "At least 30 people were killed in ... Orla, the Interior Ministry said."
    fn claim(&self, dice: &mut Dice, writer: &mut Writer, (story, day): (usize, usize)) -> Claim {
        let plot = &self.plots[story];
        let kind = dice.below(KINDS.len());
        let speaker = dice.below(plot.bodies.len());
        let value = plot.total((kind, speaker), day);
        let start = writer.text.len();
        let hedge = dice.below(4);
        let words = if hedge == 0 { "At least " } else { "" };
        let span = writer.say(&format!("{words}{value} people"));
        writer.say(&format!(" {} {} ", KINDS[kind].1, dice.pick(SCENES)));
        let town = dice.pick(&plot.towns);
        writer.name(EntityKind::Place, town);
        writer.say(", the ");
        let body = &plot.bodies[speaker];
        // now and then without the country: "the Interior Ministry"
        let short = body
            .strip_prefix(&format!("{} ", plot.country))
            .filter(|_| dice.below(3) == 0);
        let speaker = writer.name(EntityKind::Org, short.unwrap_or(body));
        writer.say(" said. ");
        let sentence = Span::new(start, writer.text.len() - 1);
        Claim {
            key: claim_key(&writer.text, KINDS[kind].0, span),
            span,
            sentence,
            kind: KINDS[kind].0,
            figure: if hedge == 0 {
                Figure::hedged(value, Qualifier::AtLeast)
            } else {
                Figure::exact(value)
            },
            form: Form::Number,
            victims: Some("people".to_owned()),
            victim_class: VictimClass::Unspecified,
            speaker: Some(speaker.of(&writer.text).to_owned()),
            relay: None,
            as_of: day_of(day).map(Value::Day),
            event_date: None,
            place: None,
            scope: Scope::Total,
            part_of: false,
            part_of_key: None,
            modality: Modality::Asserted,
            roles: Roles {
                number: Some(span),
                speaker: Some(speaker),
                ..Roles::default()
            },
            confidence: 0.9,
            why: Why::leaf("made", span),
        }
    }

    fn filler(&self, dice: &mut Dice, writer: &mut Writer, plot: &Plot) {
        if dice.below(2) == 0 {
            let (given, family) = dice.pick(&plot.people);
            let name = match dice.below(4) {
                0 => family.clone(),
                1 => format!("{}. {family}", given.chars().next().unwrap_or('A')),
                2 => format!("{given} {family}s"),
                _ => format!("{given} {family}"),
            };
            writer.name(EntityKind::Person, &name);
        } else {
            writer.say("Nobody");
        }
        for at in 0..12 {
            let word = if at % 3 == 0 {
                dice.pick(&plot.words)
            } else {
                dice.pick(&self.common)
            };
            writer.say(&format!(" {word}"));
        }
        writer.say(". ");
    }
}

fn day_of(day: usize) -> Option<Date> {
    let days = i64::try_from(day).unwrap_or_default();
    date(2011, 1, 1).checked_add(jiff::Span::new().days(days)).ok()
}

fn finish(number: usize, dice: &mut Dice, draft: Draft) -> NewArticle {
    let Draft {
        mut writer,
        mut claims,
        day,
        story,
    } = draft;
    // a copy has a line of its own, so that no two articles are the same to the letter
    writer.say(&format!("\n\nOwn line {} of {number}.\n", dice.word(4)));
    let stated = |value: String| Stated {
        value,
        span: None,
        basis: FactBasis::Metadata,
    };
    for claim in &mut claims {
        claim.as_of = day_of(day).map(Value::Day);
    }
    let entities = writer.names.iter().map(|(span, kind)| EntityRead {
        span: *span,
        kind: *kind,
        canonical: span.of(&writer.text).to_owned(),
        confidence: 0.9,
    });
    let entities = entities.collect();
    let article = Article {
        title: Some(stated(format!("Report {number} of run {story}"))),
        publisher: Some(stated(format!("Outlet {}", dice.below(40)))),
        ..Article::plain(writer.text)
    };
    NewArticle {
        origin: Origin::Pasted,
        file_name: format!("{number}.txt"),
        sha256: format!("{number:064}"),
        reading: Reading {
            article: Arc::new(article),
            published: day_of(day).map(Published::given),
            entities,
            times: Vec::new(),
            claims,
            notes: Vec::new(),
        },
        rules_version: RULES_VERSION.to_owned(),
    }
}
