//! The day of the statement and the day of the harm, as indices into the article's time expressions.

use std::ops::Range;

use super::day::{Sort, bound, is_heading, is_since, sort};
use super::lexicon::Tag;
use super::speaker::Spoken;
use super::text::Text;
use super::when_role::{self, Role};
use super::when_words;
use super::{AsOf, Happened};
use crate::time::{Relative, TimeMention, Unit, Value, When};

/// The article's time expressions with their tokens.
pub(super) struct Times {
    rows: Vec<Row>,
    /// The rows that stand alone above entries of a digest; none where there is only one.
    headings: Vec<usize>,
}

struct Row {
    tokens: Range<usize>,
    sort: Sort,
    role: Role,
    when: When,
    /// "Mon Aug 22, 2031 2:32 pm": when the article was brought out.
    stamp: bool,
}

/// A sentence that dates something.
pub(super) struct Told {
    /// The time expression.
    pub(super) row: usize,
    /// The sentence.
    pub(super) sentence: usize,
    /// Whether the sentence tells of harm.
    pub(super) in_harm: bool,
    /// The families of what does harm in it.
    pub(super) families: Vec<u8>,
    /// "Saturday's attack": the day is that of the noun.
    pub(super) owned: bool,
    /// Whether it is a day, no month or year.
    pub(super) day: bool,
    /// What the words say.
    pub(super) when: When,
    /// When it happened, with the second bound of a stretch.
    pub(super) happened: Happened,
    /// "the ferry sank late on Saturday": the words say when the harm came.
    pub(super) struck: bool,
}

impl Row {
    /// True where it can be the day of what happened.
    fn dates_harm(&self) -> bool {
        self.sort != Sort::Other && matches!(self.role, Role::Event | Role::Scene)
    }
}

/// What the words tell of a count's days.
#[derive(Clone, Debug)]
pub(super) struct Days {
    pub(super) as_of: AsOf,
    pub(super) happened: Happened,
    /// The time expression behind the as-of day.
    pub(super) as_of_time: Option<usize>,
    /// The time expression behind the event day.
    pub(super) event_time: Option<usize>,
}

/// What happens in one day: counts since then are counts of that day.
const DISASTERS: &[&str] = &[
    "quake",
    "earthquake",
    "tsunami",
    "storm",
    "cyclone",
    "explosion",
    "blast",
    "bombing",
    "attack",
    "attacks",
    "crash",
];

/// Disasters of nature that kill in one day.
const NATURAL: &[&str] = &["quake", "earthquake", "tsunami"];

/// The farthest cost at which a time expression still speaks of a count.
const REACH: usize = 38;
/// The farthest cost at which a plain day still dates a harm in the perfect.
const FAR_FOR_PERFECT: usize = 12;
/// How many lines one entry of a timeline can have.
const ENTRY_LINES: usize = 8;
/// The most that other clauses add where the time opens the sentence.
const FRONT: usize = 16;
/// What a reaction adds between a time and a harm: "marched on Friday to mourn 12 students".
const REACTION: usize = 45;
/// How many tokens around a day tell whether it is one of harm.
const NEAR: usize = 40;
/// How many tokens after its verb the day of a disaster stands.
const STRUCK: usize = 14;
/// How many tokens from the text's beginning a digest's heading stands.
const PERIOD_WITHIN: usize = 120;

impl Told {
    /// True where both words can mean one day: "Friday" and "Friday, 5 August 2033".
    pub(super) fn same_day(&self, other: &Self) -> bool {
        let weekday = |when: &When| match when {
            When::Known(Value::Day(day) | Value::PartOfDay(day, _)) => Some(day.weekday()),
            When::Hanging(hanging) => match hanging.relative {
                Relative::Weekday(day, ..) | Relative::MonthDay(_, _, Some(day)) => Some(day),
                _ => None,
            },
            _ => None,
        };
        let known = |when: &When| matches!(when, When::Known(_));
        let plain = |when: &When| match when {
            When::Hanging(hanging) => Some(hanging.relative),
            _ => None,
        };
        let both = weekday(&self.when).zip(weekday(&other.when));
        self.when == other.when
            || plain(&self.when).is_some() && plain(&self.when) == plain(&other.when)
            || both.is_some_and(|(one, two)| one == two) && !(known(&self.when) && known(&other.when))
    }
}

impl Times {
    /// Looks up the tokens of every expression once.
    pub(super) fn of(text: &Text<'_, '_>, times: &[TimeMention]) -> Self {
        let rows: Vec<Row> = times
            .iter()
            .map(|time| {
                let tokens = text.scan.tokens_in(time.span);
                // "Monday's" is one token with its ending
                let tokens = tokens.start..tokens.end.max(tokens.start + 1);
                Row {
                    sort: sort(text, time, &tokens),
                    role: when_role::role(text, time, &tokens),
                    when: time.when.clone(),
                    stamp: is_stamp(text, &tokens),
                    tokens,
                }
            })
            .collect();
        let heads = |&index: &usize| {
            rows.get(index)
                .is_some_and(|row: &Row| row.sort == Sort::Date && is_heading(text, &row.tokens))
        };
        let headings: Vec<usize> = (0..rows.len()).filter(heads).collect();
        Self {
            headings: if headings.len() > 1 { headings } else { Vec::new() },
            rows,
        }
    }

    fn in_sentence(&self, sentence: &Range<usize>) -> impl Iterator<Item = (usize, &Row)> {
        let first = self.rows.partition_point(|row| row.tokens.start < sentence.start);
        let end = sentence.end;
        self.rows
            .get(first..)
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(move |(step, row)| (first + step, row))
            .take_while(move |(_, row)| row.tokens.start < end)
    }

    /// The days of a count with its harm at `outcome`.
    pub(super) fn days(
        &self,
        text: &Text<'_, '_>,
        phrase: &Range<usize>,
        outcome: &Range<usize>,
        spoken: Option<&Spoken>,
    ) -> Days {
        let sentence = text.sentence(phrase.start);
        let entry = self.entry(text, &sentence);
        let stated = self
            .counted(text, &sentence, phrase)
            .or_else(|| {
                spoken
                    .and_then(|spoken| self.stated(text, &text.sentence(spoken.words.start.saturating_sub(1)), spoken))
            })
            .or_else(|| self.in_statement(&sentence))
            .or_else(|| entry.filter(|index| spoken.is_some() || self.headings.contains(index)));
        let found = is_found(text, phrase, outcome);
        let event = self
            .in_sentence(&sentence)
            .filter(|(index, row)| Some(*index) != stated && row.dates_harm())
            .filter(|(_, row)| !found || row.role == Role::Scene || is_since(text, row.tokens.start, &sentence))
            .map(|(index, row)| (self.cost(text, row, phrase, outcome), index))
            .min()
            .filter(|(cost, index)| *cost <= REACH && !self.told_by_the_way(text, *index, *cost, outcome))
            .map(|(_, index)| index);
        Days {
            as_of: match stated {
                _ if is_earlier(text, phrase) => AsOf::Unknown,
                Some(index) => AsOf::Time(index),
                None => AsOf::Published,
            },
            happened: event.map_or(Happened::Unsaid, |index| {
                let runs = self.rows.get(index).is_some_and(|row| runs_on(text, row, outcome));
                if runs {
                    Happened::Since(index)
                } else {
                    self.happened(text, index, &sentence)
                }
            }),
            as_of_time: stated,
            event_time: event,
        }
    }

    /// "August 29 - Algeria announces": the date of a timeline's entry, also for the lines below it that begin with a dash;
    /// else the heading of the digest's entry.
    fn entry(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
        let dash = |at: usize| matches!(text.lower(at), "-" | "–" | "—" | "--" | "•");
        let mut here = sentence.clone();
        for _ in 0..ENTRY_LINES {
            let found = self
                .in_sentence(&here)
                .find(|(_, row)| {
                    row.tokens.start <= here.start + 1 && (dash(row.tokens.end) || text.lower(row.tokens.end) == ":")
                })
                .map(|(index, _)| index);
            if found.is_some() {
                return found;
            }
            if !dash(sentence.start) || here.start == 0 {
                break;
            }
            here = text.sentence(here.start - 1);
        }
        let above = self
            .headings
            .partition_point(|&index| self.rows.get(index).is_some_and(|row| row.tokens.end <= sentence.start));
        self.headings.get(above.checked_sub(1)?).copied()
    }

    /// "as of Friday", "rose to 40 on Friday": when was counted.
    fn counted(&self, text: &Text<'_, '_>, sentence: &Range<usize>, phrase: &Range<usize>) -> Option<usize> {
        self.in_sentence(sentence)
            .filter(|(_, row)| row.sort == Sort::Date && row.role != Role::Scene)
            .find(|(_, row)| row.role == Role::Count || when_role::dates_toll(text, &row.tokens, phrase))
            .map(|(index, _)| index)
    }

    /// "a statement published on Friday"
    fn in_statement(&self, sentence: &Range<usize>) -> Option<usize> {
        self.in_sentence(sentence)
            .find(|(_, row)| row.sort == Sort::Date && row.role == Role::Statement)
            .map(|(index, _)| index)
    }

    /// The day of the statement: beside the saying verb, or at the sentence's head before its subject.
    fn stated(&self, text: &Text<'_, '_>, sentence: &Range<usize>, spoken: &Spoken) -> Option<usize> {
        let own = self
            .in_sentence(sentence)
            .filter(|(_, row)| row.sort == Sort::Date && row.role != Role::Scene)
            .filter(|(_, row)| row.role == Role::Statement || is_short(&row.when))
            .find(|(_, row)| {
                spoken.words.contains(&row.tokens.start)
                    // "Around 3 March (as reported), two people died"
                    || spoken.front.contains(&row.tokens.start)
                        && row.tokens.end <= spoken.words.start
                        && text.lower(row.tokens.end) != "("
            })
            .map(|(index, _)| index);
        own.or_else(|| self.in_statement(sentence))
    }

    /// "condemned Monday the crackdown in which 12 people have been killed": a perfect takes no day from afar.
    fn told_by_the_way(&self, text: &Text<'_, '_>, index: usize, cost: usize, outcome: &Range<usize>) -> bool {
        let start = text.sentence(outcome.start).start;
        let perfect = (start.max(outcome.start.saturating_sub(4))..outcome.start)
            .any(|at| matches!(text.lower(at), "have" | "has"));
        let day =
            |row: &Row| row.sort == Sort::Date && !is_since(text, row.tokens.start, &text.sentence(row.tokens.start));
        let runs = self.rows.get(index).is_some_and(|row| runs_on(text, row, outcome));
        perfect && !runs && cost > FAR_FOR_PERFECT && self.rows.get(index).is_some_and(day)
    }

    /// How far a time expression is from a count, in tokens; other harm and new clauses between count more.
    fn cost(&self, text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> usize {
        let from_outcome = gap(&row.tokens, outcome);
        let from_phrase = gap(&row.tokens, phrase);
        // "300 died in 2030 and 200 last year": of a list each count has its own day
        let listed = outcome.end <= phrase.start
            && (outcome.end..phrase.start).any(|at| text.quantity(at).is_some() || text.is(at, Tag::CONJ));
        let between = if from_outcome.len() <= from_phrase.len() && !listed {
            from_outcome
        } else {
            from_phrase
        };
        let steps = between.len();
        let before = row.tokens.end <= between.start;
        let others = between
            .clone()
            .filter(|&at| text.outcome_from(at).is_some_and(|other| other.tokens != *outcome))
            .count();
        let extra: usize = between
            .map(|at| {
                let other = text.outcome_from(at).is_some_and(|other| other.tokens != *outcome);
                usize::from(other) * 4 + barrier(text, at, before)
            })
            .sum();
        if is_subject(text, row) {
            return 0;
        }
        let head = text.sentence(row.tokens.start).start..row.tokens.start;
        let plain = |at: usize| !text.is_word(at) || text.is(at, Tag::PREP.or(Tag::DET).or(Tag::TIME));
        let front = before && extra < REACTION && head.len() <= 4 && head.into_iter().all(plain);
        let steps = if front { steps.min(FRONT) } else { steps };
        let extra = if front { extra.min(FRONT) } else { extra };
        let own = is_since(text, row.tokens.start, &text.sentence(row.tokens.start)) && others > 0;
        steps + extra + usize::from(own) * 14 + usize::from(!runs_on(text, row, outcome)) * tells_of_another(text, row)
    }

    /// The day of the disaster that the article is about: "Tuesday's earthquake".
    pub(super) fn disaster(&self, text: &Text<'_, '_>) -> Option<usize> {
        self.rows.iter().position(|row| {
            let near = |at: usize| NATURAL.contains(&text.lower(at));
            row.sort == Sort::Date
                && ((row.tokens.end..row.tokens.end + 4).any(near) || near(row.tokens.start.saturating_sub(2)))
        })
    }

    /// The sentences that date what did harm.
    pub(super) fn told(&self, text: &Text<'_, '_>) -> Vec<Told> {
        let rows = self.rows.iter().enumerate();
        let second = |index: usize, row: &Row| {
            let first = index.checked_sub(1).and_then(|first| self.rows.get(first));
            first.is_some_and(|first| bound(text, &first.tokens, &row.tokens))
        };
        rows.filter(|(_, row)| row.sort == Sort::Date && row.dates_harm() && !row.stamp)
            .filter(|(index, row)| !second(*index, row) && !is_start(text, row))
            .filter_map(|(index, row)| {
                let sentence = text.sentence(row.tokens.start);
                if is_since(text, row.tokens.start, &sentence) {
                    return None;
                }
                let near =
                    sentence.start.max(row.tokens.start.saturating_sub(NEAR))..sentence.end.min(row.tokens.end + NEAR);
                let families: Vec<u8> = near
                    .clone()
                    .filter_map(|at| when_words::scene(text.lower(at)))
                    .collect();
                let close = row.tokens.start.saturating_sub(NEAR / 2)..row.tokens.end + NEAR / 2;
                let tells = |at: usize| text.outcome(at).is_some() || when_words::scene(text.lower(at)).is_some();
                let in_harm = near.clone().any(|at| close.contains(&at) && tells(at));
                Some(Told {
                    row: index,
                    sentence: text.scan.sentence_index(row.tokens.start)?,
                    in_harm,
                    families,
                    owned: row.role == Role::Scene,
                    day: is_day(&row.when),
                    when: row.when.clone(),
                    happened: self.happened(text, index, &sentence),
                    struck: (sentence.start.max(row.tokens.start.saturating_sub(STRUCK))..row.tokens.start)
                        .any(|at| when_words::is_strike(text.lower(at))),
                })
            })
            .collect()
    }

    /// True where the sentence has a day of its own that is not that of the count.
    pub(super) fn dates_other(&self, text: &Text<'_, '_>, at: usize) -> bool {
        let sentence = text.sentence(at);
        self.in_sentence(&sentence)
            .any(|(_, row)| row.dates_harm() && row.sort == Sort::Date && !row.stamp)
    }

    /// "(19 - 25 April 2031)" on a line of its own: the stretch of which a digest reports.
    pub(super) fn period(&self, text: &Text<'_, '_>) -> Option<usize> {
        self.rows.iter().position(|row| {
            let opens = row.tokens.start;
            let line = |at: usize| {
                text.scan
                    .tokens
                    .get(at)
                    .is_none_or(|token| token.line_before || token.paragraph_before)
            };
            let bracket = text.lower(opens.saturating_sub(1)) == "(" && text.lower(row.tokens.end) == ")";
            let alone = if bracket {
                line(opens - 1) && line(row.tokens.end + 1)
            } else {
                line(opens) && line(row.tokens.end)
            };
            alone && opens < PERIOD_WITHIN && is_stretch(&row.when)
        })
    }

    fn happened(&self, text: &Text<'_, '_>, index: usize, sentence: &Range<usize>) -> Happened {
        let Some(row) = self.rows.get(index) else {
            return Happened::Unsaid;
        };
        let disaster = (row.tokens.end..row.tokens.end + 2).any(|at| DISASTERS.contains(&text.lower(at)));
        if disaster {
            return Happened::Time(index);
        }
        if self
            .rows
            .get(index + 1)
            .is_some_and(|to| bound(text, &row.tokens, &to.tokens))
        {
            return Happened::Between(index, index + 1);
        }
        if let Some(from) = index.checked_sub(1)
            && self
                .rows
                .get(from)
                .is_some_and(|first| bound(text, &first.tokens, &row.tokens))
        {
            return Happened::Between(from, index);
        }
        if row.sort == Sort::Back || is_since(text, row.tokens.start, sentence) || is_so_far(text, row) {
            return Happened::Since(index);
        }
        Happened::Time(index)
    }
}

/// What the word at `at`, between a time expression and a harm, adds to how far they are apart. `before`: the time comes first.
fn barrier(text: &Text<'_, '_>, at: usize, before: bool) -> usize {
    let word = text.lower(at);
    if when_words::is_reaction(word) {
        return REACTION;
    }
    if matches!(word, "after" | "before") {
        // "marched on Friday after police killed 12"
        return if before { 40 } else { 6 };
    }
    if text.is(at, Tag::REL) && before {
        let named = (at.saturating_sub(3)..at)
            .rev()
            .find(|&at| text.is_word(at) && !text.is(at, Tag::PREP));
        let of_scene =
            named.is_some_and(|named| when_words::scene(text.lower(named)).is_some() || text.is(named, Tag::TIME));
        return if of_scene { 2 } else { 12 };
    }
    if text.is(at, Tag::REL) || word == "since" {
        return 10;
    }
    let clause = text.is(at, Tag::SUBORD) && !text.is(at, Tag::PREP);
    match word {
        ";" => 14,
        "when" | "as" => 3,
        "," => 2,
        "and" if before => 3,
        _ if clause => 14,
        _ => 0,
    }
}

/// "60 bodies were found on Tuesday": the day of the finding, not of the harm.
pub(super) fn is_found(text: &Text<'_, '_>, phrase: &Range<usize>, outcome: &Range<usize>) -> bool {
    let sentence = text.sentence(phrase.start);
    let from = sentence.start.max(phrase.start.min(outcome.start).saturating_sub(8));
    let to = sentence.end.min(phrase.end.max(outcome.end) + 8);
    let body = |at: usize| {
        matches!(
            text.lower(at),
            "bodies" | "body" | "corpses" | "corpse" | "remains" | "skeletons"
        )
    };
    let find = |at: usize| {
        matches!(
            text.lower(at),
            "found"
                | "discovered"
                | "recovered"
                | "retrieved"
                | "pulled"
                | "unearthed"
                | "exhumed"
                | "dug"
                | "find"
                | "finds"
                | "recover"
                | "handed"
                | "washed"
                | "fished"
                | "identified"
        )
    };
    (from..to).any(body) && (from..to).any(find)
}

/// "from the previously reported 143", "Earlier, the number was 40": a figure of an earlier day that is not told.
fn is_earlier(text: &Text<'_, '_>, phrase: &Range<usize>) -> bool {
    let start = text.sentence(phrase.start).start;
    let before = start.max(phrase.start.saturating_sub(4))..phrase.start;
    let given = before.clone().any(|at| {
        matches!(text.lower(at), "previously" | "earlier" | "initially")
            && matches!(
                text.lower(at + 1),
                "reported" | "listed" | "announced" | "stated" | "recorded" | "confirmed" | "estimated" | "given"
            )
    });
    let was = (start..phrase.start).any(|at| text.lower(at) == "was");
    let number =
        (start..start + 5).any(|at| matches!(text.lower(at), "number" | "toll" | "tally" | "figure" | "count"));
    given || matches!(text.lower(start), "earlier" | "previously") && number && was
}

/// "Sunday marked the deadliest day", "Friday saw": the day is the sentence's subject.
fn is_subject(text: &Text<'_, '_>, row: &Row) -> bool {
    let start = text.sentence(row.tokens.start).start;
    row.tokens.start <= start + 1
        && matches!(
            text.lower(row.tokens.end),
            "marked" | "saw" | "was" | "brought" | "became" | "proved"
        )
}

/// "the man who joined last Monday": the day of something else.
fn tells_of_another(text: &Text<'_, '_>, row: &Row) -> usize {
    let from = row.tokens.start.saturating_sub(6);
    let opens = (from..row.tokens.start)
        .rev()
        .take_while(|&at| text.is_word(at) && text.outcome(at).is_none())
        .find(|&at| text.is(at, Tag::REL));
    let Some(opens) = opens else { return 0 };
    let named = (opens.saturating_sub(2)..opens).any(|at| when_words::scene(text.lower(at)).is_some());
    // "the unrest that broke out last Monday": its start, not the day of each harm in it
    let started = (opens..row.tokens.start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun" | "erupted" | "broke"));
    if named && !started { 0 } else { 30 }
}

/// "so far this year"
fn is_so_far(text: &Text<'_, '_>, row: &Row) -> bool {
    let so_far = |at: usize| text.reads(at, &["so", "far"]);
    so_far(row.tokens.start.saturating_sub(2)) || so_far(row.tokens.end)
}

/// "the fighting, which began in May, has killed 300": runs on to the as-of day.
fn runs_on(text: &Text<'_, '_>, row: &Row, outcome: &Range<usize>) -> bool {
    let start = row.tokens.start;
    let began = (start.saturating_sub(3)..start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun" | "erupted" | "broke"));
    let floor = text.sentence(outcome.start).start;
    let perfect =
        (floor.max(outcome.start.saturating_sub(4))..outcome.start).any(|at| matches!(text.lower(at), "have" | "has"));
    began && perfect
}

/// True for a day, not a month or year.
fn is_day(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Day(_) | Value::PartOfDay(..)),
        When::Hanging(hanging) => match hanging.relative {
            Relative::Days(..)
            | Relative::Weekday(..)
            | Relative::WeekdayOf(..)
            | Relative::DayOfMonth(_)
            | Relative::MonthDay(..)
            | Relative::MonthDayOf(..) => true,
            Relative::Away(unit, _) | Relative::Told(unit, _) => unit == Unit::Day,
            _ => false,
        },
        When::Unknown => false,
    }
}

/// A day, weekend or week: as short as a statement is.
fn is_short(when: &When) -> bool {
    is_day(when)
        || match when {
            When::Known(value) => matches!(value, Value::Weekend(..) | Value::Week(..) | Value::Interval(..)),
            When::Hanging(hanging) => !matches!(
                hanging.relative,
                Relative::Month(..)
                    | Relative::MonthOf(..)
                    | Relative::Season(..)
                    | Relative::SeasonOf(..)
                    | Relative::Period(Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade, _)
                    | Relative::Away(Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade, _)
            ),
            When::Unknown => false,
        }
}

/// Several days, a week or a month.
fn is_stretch(when: &When) -> bool {
    match when {
        When::Known(value) => matches!(value, Value::Interval(..) | Value::Week(..) | Value::Month(..)),
        When::Hanging(hanging) => matches!(hanging.relative, Relative::MonthDays(..)),
        When::Unknown => false,
    }
}

/// "This story is from March 31, 2031", "Mon Aug 22, 2031 2:32 pm EDT", a line that is a date alone.
fn is_stamp(text: &Text<'_, '_>, tokens: &Range<usize>) -> bool {
    let line = |at: usize| {
        text.scan
            .tokens
            .get(at)
            .is_none_or(|token| token.line_before || token.paragraph_before)
    };
    let alone = line(tokens.start) && line(tokens.end);
    let from = tokens.start.saturating_sub(4)..tokens.start;
    let brought = from.into_iter().any(|at| {
        matches!(
            text.lower(at),
            "updated" | "published" | "posted" | "story" | "modified" | "|"
        )
    });
    let clock = tokens.clone().any(|at| {
        text.lower(at).contains(':')
            || matches!(
                text.lower(at),
                "am" | "pm" | "edt" | "est" | "gmt" | "utc" | "bst" | "ist"
            )
    });
    let year = tokens
        .clone()
        .any(|at| text.lower(at).len() == 4 && text.lower(at).bytes().all(|b| b.is_ascii_digit()));
    alone || brought || clock && year
}

/// "the war, which started on 24 February": the day of a beginning.
fn is_start(text: &Text<'_, '_>, row: &Row) -> bool {
    (row.tokens.start.saturating_sub(3)..row.tokens.start)
        .any(|at| matches!(text.lower(at), "began" | "started" | "begun" | "since"))
}

fn gap(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    if one.end <= other.start {
        one.end..other.start
    } else {
        other.end.min(one.start)..one.start
    }
}
