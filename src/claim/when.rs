//! The day of the statement and the day of the harm, as indices into the article's time expressions.

use std::ops::Range;

use super::day::{Sort, is_heading, is_since, sort};
use super::lexicon::Tag;
use super::speaker::Spoken;
use super::text::Text;
use super::when_aside::{heads_tolls, is_also, is_entombed, is_in_passing, is_of_arrest, is_since_alone};
use super::when_between::{
    is_of_past_of_named, is_of_scene_since, is_of_their_past, is_of_those_named, is_what_came_first,
};
use super::when_bound::scene_at;
use super::when_cost::{
    cost, dates_another_act, is_after_scene, is_of_clause, is_of_last, is_subject, is_telling, opens_sentence, runs_on,
    tells_of_another,
};
use super::when_cue::{dates_find, is_earlier, is_found, is_so_far};
use super::when_disaster::{dates_aftershock, lands};
use super::when_entry::{glued, heads_line};
use super::when_role::{self, Role};
use super::when_row::{
    Row, Told, dates_last_seen, is_begun_ago, is_bounded, is_day, is_few_days, is_long, is_short, is_stamp, is_start,
    is_stretch, opens_since,
};
use super::when_statement::is_of_what_is_said;
use super::when_tied::{is_of_words, tells_harm};
use super::when_total::is_of_total;
use super::{AsOf, Happened};
use super::{when_toll, when_words};
use crate::base::is_weekday;
use crate::time::{TimeMention, is_worship};

/// The article's time expressions with their tokens.
pub(super) struct Times {
    pub(super) rows: Vec<Row>,
    /// The rows that stand alone above entries of a digest; none where there is only one.
    pub(super) headings: Vec<usize>,
    /// The rows whose entries are reports of their own: such headings, and the days with which lines of a timeline begin.
    pub(super) entries: Vec<usize>,
    /// The days with which entries of a timeline begin that run on without a break: "3 Feb: Ten shot 5 May: Two bombs kill 9".
    pub(super) glued: Vec<usize>,
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

/// The farthest cost at which a time expression still speaks of a count.
const REACH: usize = 38;
/// The farthest cost at which a plain day still dates a harm in the perfect.
const FAR_FOR_PERFECT: usize = 12;
/// How many lines that begin with a day make a timeline.
const ENTRIES: usize = 3;
/// How many tokens around a day tell whether it is one of harm.
const NEAR: usize = 40;
/// How many tokens after its verb the day of a disaster stands.
pub(super) const STRUCK: usize = 14;
/// How many tokens stand between a date and the prayers of that day.
const PRAYERS: usize = 4;
/// How many tokens after "Tuesday's" its noun stands.
const OWNED: usize = 6;
/// How many harms after a day tell whether it is that of another act.
const OTHERS: usize = 3;
/// How many tokens from the text's beginning a digest's heading stands.
const PERIOD_WITHIN: usize = 120;

/// Whether a clause ends between: "31 were killed; on Thursday it lowered the total".
fn is_parted(text: &Text<'_, '_>, mut between: Range<usize>) -> bool {
    between.any(|at| text.lower(at) == ";")
}

/// "in 2011 a quake killed 900; in 2014, another killed 30": the day stands beyond a semicolon.
fn is_of_other_clause(text: &Text<'_, '_>, row: &Row, phrase: &Range<usize>, outcome: &Range<usize>) -> bool {
    let own = phrase.start.min(outcome.start)..phrase.end.max(outcome.end);
    is_parted(text, row.tokens.end..own.start) || is_parted(text, own.end..row.tokens.start)
}

impl Times {
    /// Looks up the tokens of every expression once.
    pub(super) fn of(text: &Text<'_, '_>, times: &[TimeMention]) -> Self {
        let mut rows: Vec<Row> = times
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
        pass_prayers(text, &mut rows);
        let heads = |&index: &usize| {
            rows.get(index)
                .is_some_and(|row: &Row| row.sort == Sort::Date && is_heading(text, &row.tokens))
        };
        let headings: Vec<usize> = (0..rows.len()).filter(heads).collect();
        let headings = if headings.len() > 1 { headings } else { Vec::new() };
        let lines: Vec<usize> = (0..rows.len())
            .filter(|&index| rows.get(index).is_some_and(|row| heads_line(text, row)))
            .collect();
        let lines = if lines.len() >= ENTRIES { lines } else { Vec::new() };
        Self {
            glued: glued(text, &rows),
            entries: headings.iter().chain(&lines).copied().collect(),
            headings,
            rows,
        }
    }

    pub(super) fn in_sentence(&self, sentence: &Range<usize>) -> impl Iterator<Item = (usize, &Row)> {
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
        let glued = self.glued_entry(text, phrase.start);
        let opening = glued.as_ref().map(|rows| rows.start);
        let entry = opening.or_else(|| self.entry(text, &sentence));
        let stated = opening
            .or_else(|| self.counted(text, &sentence, phrase))
            .or_else(|| {
                spoken
                    .and_then(|spoken| self.stated(text, &text.sentence(spoken.words.start.saturating_sub(1)), spoken))
            })
            .or_else(|| self.in_statement(text, &sentence, phrase.end))
            .or_else(|| entry.filter(|index| spoken.is_some() || self.entries.contains(index)));
        let found = is_found(text, phrase, outcome);
        let away = self.at_distance(text, phrase, outcome);
        let own = self.in_own_clause(text, phrase, outcome);
        let nearest = || {
            self.in_sentence(&sentence)
                .filter(|(index, row)| {
                    row.dates_harm() && (Some(*index) != stated && !row.stamp || entry == Some(*index))
                })
                .filter(|(index, _)| glued.as_ref().is_none_or(|rows| rows.contains(index)))
                .filter(|(_, row)| entry.is_none() || !is_worship(text.lower(row.tokens.end)))
                .filter(|(_, row)| {
                    let since = || is_since(text, row.tokens.start, &sentence);
                    row.role == Role::Scene || !when_toll::is_toll_day(text, &row.tokens) || since()
                })
                .filter(|(_, row)| !found || row.role == Role::Scene || is_since(text, row.tokens.start, &sentence))
                .map(|(index, row)| {
                    let cost = cost(text, row, phrase, outcome);
                    (is_of_other_clause(text, row, phrase, outcome), cost, index)
                })
                .filter(|(_, cost, _)| *cost <= REACH)
                .min()
                .filter(|(_, cost, index)| !self.told_by_the_way(text, *index, *cost, outcome))
                .map(|(.., index)| index)
        };
        let event = own.or_else(nearest).map(|index| self.named_after(text, index));
        let event = event.or_else(|| self.fronted(text, &sentence, phrase, outcome));
        let then = event.is_none().then(|| self.since_then(text, &sentence)).flatten();
        let below = entry.filter(|&index| event.is_none() && (glued.is_some() || self.heads(text, &sentence, index)));
        let otherwise = match (then, below) {
            (Some(index), _) => self.since(text, index),
            (None, Some(index)) => Happened::Time(index),
            (None, None) => Happened::Unsaid,
        };
        Days {
            as_of: match stated {
                _ if is_earlier(text, phrase) => AsOf::Unknown,
                Some(index) => AsOf::Time(index),
                None => AsOf::Published,
            },
            happened: away.unwrap_or_else(|| {
                event.map_or(otherwise, |index| {
                    let row = self.rows.get(index);
                    let of_scene = || row.is_some_and(|row| is_of_scene_since(text, row, outcome));
                    if self.is_lost_since(text, index, phrase, outcome) || of_scene() {
                        Happened::Time(index)
                    } else if row.is_some_and(|row| runs_on(text, row, outcome)) {
                        self.since(text, index)
                    } else {
                        self.happened(text, index, &sentence)
                    }
                })
            }),
            as_of_time: stated,
            event_time: away.map_or_else(|| event.or(then).or(below), Happened::mention),
        }
    }

    /// "Since then 300 have been killed": since what was dated last, a sentence before.
    fn since_then(&self, text: &Text<'_, '_>, sentence: &Range<usize>) -> Option<usize> {
        let before = |at: usize| text.sentence(at.saturating_sub(1));
        let mut floor = before(sentence.start.max(1)).start;
        if sentence.clone().any(|at| is_since_alone(text, at)) {
            floor = before(before(floor).start).start;
        } else {
            sentence.clone().find(|&at| text.reads(at, &["since", "then"]))?;
        }
        let next = self.rows.partition_point(|row| row.tokens.start < sentence.start);
        let last = next.checked_sub(1)?;
        let row = self.rows.get(last)?;
        (row.tokens.start >= floor && row.sort == Sort::Date && !row.stamp && row.role != Role::Statement)
            .then_some(last)
    }

    /// "as of Friday", "rose to 40 on Friday": when was counted.
    fn counted(&self, text: &Text<'_, '_>, sentence: &Range<usize>, phrase: &Range<usize>) -> Option<usize> {
        self.in_sentence(sentence)
            .filter(|(_, row)| {
                row.sort == Sort::Date && row.role != Role::Scene && !is_parted(text, phrase.end..row.tokens.start)
            })
            .find(|(_, row)| row.role == Role::Count || when_toll::dates_toll(text, &row.tokens, phrase))
            .map(|(index, _)| index)
    }

    /// "a statement published on Friday"; in "it spoke of 31; on Friday it lowered the total to 28" the one nearer to `from`.
    fn in_statement(&self, text: &Text<'_, '_>, sentence: &Range<usize>, from: usize) -> Option<usize> {
        let stated = || {
            self.in_sentence(sentence)
                .filter(|(_, row)| row.sort == Sort::Date && row.role == Role::Statement)
                .filter(|(_, row)| !is_parted(text, from..row.tokens.start))
        };
        stated()
            .find(|(_, row)| !is_parted(text, row.tokens.end..from))
            .or_else(|| stated().next())
            .map(|(index, _)| index)
    }

    /// The day of the statement: beside the saying verb, or at the sentence's head before its subject.
    fn stated(&self, text: &Text<'_, '_>, sentence: &Range<usize>, spoken: &Spoken) -> Option<usize> {
        let own = self
            .in_sentence(sentence)
            .filter(|(_, row)| row.sort == Sort::Date && row.role != Role::Scene && !is_subject(text, row))
            .filter(|(_, row)| !is_of_what_is_said(text, &row.tokens))
            .filter(|(index, row)| {
                row.role == Role::Statement || is_short(&row.when) && !self.is_reported_on(text, *index, row)
            })
            .find(|(_, row)| {
                spoken.words.contains(&row.tokens.start)
                    // "Around 3 March (as reported), two people died"
                    || spoken.front.contains(&row.tokens.start)
                        && row.tokens.end <= spoken.words.start
                        && !is_parted(text, row.tokens.end..spoken.words.start)
                        // "fighting went on on Friday, with activists saying": the day of the fighting
                        && !tells_beside(text, spoken.words.start)
                        && text.lower(row.tokens.end) != "("
            })
            .map(|(index, _)| index);
        own.or_else(|| self.in_statement(text, sentence, spoken.words.start))
    }

    /// "condemned Monday the crackdown in which 12 people have been killed": a perfect takes no day from afar.
    fn told_by_the_way(&self, text: &Text<'_, '_>, index: usize, cost: usize, outcome: &Range<usize>) -> bool {
        let start = text.sentence(outcome.start).start;
        let perfect = (start.max(outcome.start.saturating_sub(4))..outcome.start)
            .any(|at| matches!(text.lower(at), "have" | "has"));
        let fronted = |row: &Row| is_long(&row.when) && opens_sentence(text, row);
        let aside = |row: &Row| {
            row.sort == Sort::Date
                && !is_since(text, row.tokens.start, &text.sentence(row.tokens.start))
                && !fronted(row)
                && !runs_on(text, row, outcome)
                && !is_after_scene(text, outcome, row)
        };
        cost > FAR_FOR_PERFECT && perfect && self.rows.get(index).is_some_and(aside)
    }

    /// The one day on which those who are missing were seen last: "last heard from the crew on Tuesday".
    pub(super) fn last_seen(&self, text: &Text<'_, '_>) -> Option<usize> {
        let mut seen = (0..self.rows.len()).filter(|&index| {
            self.rows
                .get(index)
                .is_some_and(|row| is_day(&row.when) && dates_last_seen(text, &row.tokens))
        });
        seen.next().filter(|_| seen.next().is_none())
    }

    /// The sentences that date what did harm.
    pub(super) fn told(&self, text: &Text<'_, '_>) -> Vec<Told> {
        let rows = self.rows.iter().enumerate();
        let second = |index: usize, row: &Row| {
            let first = index.checked_sub(1).and_then(|first| self.rows.get(first));
            first.is_some_and(|first| is_bounded(text, first, row))
        };
        rows.filter(|(_, row)| row.sort == Sort::Date && row.dates_harm() && !row.stamp)
            .filter(|(index, row)| {
                !second(*index, row) && !is_start(text, row) && !is_begun_ago(text, row) && !is_of_clause(text, row)
            })
            .filter(|(_, row)| row.role == Role::Scene || !when_toll::is_toll_day(text, &row.tokens))
            .filter_map(|(index, row)| {
                let sentence = text.sentence(row.tokens.start);
                let since = is_since(text, row.tokens.start, &sentence);
                if since || is_of_others(text, row, &sentence) || dates_aftershock(text, row) {
                    return None;
                }
                let near =
                    sentence.start.max(row.tokens.start.saturating_sub(NEAR))..sentence.end.min(row.tokens.end + NEAR);
                let tells = |at: usize| text.outcome(at).is_some() || scene_at(text, at).is_some();
                let owned = row.role == Role::Scene;
                let found = !owned && dates_find(text, &sentence, &row.tokens);
                let tied = owned || tells_harm(text, &sentence, &row.tokens, NEAR / 2);
                let families = |at: usize| scene_at(text, at).filter(|_| tied);
                let is_struck = (sentence.start.max(row.tokens.start.saturating_sub(STRUCK))..row.tokens.start)
                    .any(|at| when_words::is_strike(text.lower(at)) || is_entombed(text, at));
                Some(Told {
                    row: index,
                    sentence: text.scan.sentence_index(row.tokens.start)?,
                    in_harm: !found && tied,
                    near_harm: near
                        .clone()
                        .any(|at| at + NEAR / 2 >= row.tokens.start && at < row.tokens.end + NEAR / 2 && tells(at)),
                    said: !tied && is_of_words(text, &sentence, &row.tokens),
                    families: near.filter_map(families).collect(),
                    owned,
                    day: (is_day(&row.when) || is_few_days(&row.when) && (row.role == Role::Scene || is_struck))
                        && !found,
                    of_arrest: is_of_arrest(text, &sentence, &row.tokens),
                    heads_tolls: row.role == Role::Scene && heads_tolls(text, &row.tokens),
                    in_passing: is_in_passing(text, &sentence, &row.tokens) || is_of_past_of_named(text, &row.tokens),
                    of_total: is_of_total(text, &sentence, &row.tokens),
                    also: is_also(text, &sentence, &row.tokens),
                    when: row.when.clone(),
                    happened: self.happened(text, index, &sentence),
                    landed: lands(
                        text,
                        sentence.start.max(row.tokens.start.saturating_sub(STRUCK))..row.tokens.start,
                    ),
                    struck: is_struck,
                })
            })
            .collect()
    }

    /// True where the sentence has a day of its own that is not that of the count.
    pub(super) fn dates_other(&self, text: &Text<'_, '_>, phrase: &Range<usize>, harm: Option<&Range<usize>>) -> bool {
        let sentence = text.sentence(phrase.start);
        let mut own = self
            .in_sentence(&sentence)
            .filter(|(_, row)| !is_what_came_first(text, phrase, row));
        own.any(|(_, row)| {
            row.dates_harm()
                && row.sort == Sort::Date
                && !row.stamp
                && !dates_another_act(text, row, phrase)
                && !(row.tokens.start >= phrase.end && tells_of_another(text, row) > 0)
                && harm.is_none_or(|harm| !is_of_those_named(text, &row.tokens, harm))
                && harm.is_none_or(|harm| !is_of_their_past(text, phrase.end, harm, row.tokens.start))
                && !(row.tokens.start >= phrase.end && harm.is_some_and(|harm| is_of_last(text, phrase, harm, row)))
        })
    }

    /// "By Tuesday 20 deaths had been reported": the as-of day is one until which was counted.
    pub(super) fn counts_until(&self, as_of: AsOf) -> bool {
        matches!(as_of, AsOf::Time(index) if self.rows.get(index).is_some_and(|row| row.role == Role::Count))
    }

    /// "(19 - 25 April 2031)" on a line of its own: the stretch of which a digest reports.
    pub(super) fn period(&self, text: &Text<'_, '_>) -> Option<usize> {
        self.rows.iter().position(|row| {
            let opens = row.tokens.start;
            let line = |at: usize| text.opens_line(at);
            let bracket = text.lower(opens.saturating_sub(1)) == "(" && text.lower(row.tokens.end) == ")";
            let alone = if bracket {
                line(opens - 1) && line(row.tokens.end + 1)
            } else {
                line(opens) && line(row.tokens.end)
            };
            alone && opens < PERIOD_WITHIN && is_stretch(&row.when)
        })
    }

    fn since(&self, text: &Text<'_, '_>, index: usize) -> Happened {
        let row = self.rows.get(index);
        row.map_or(Happened::Since(index), |row| row.since(text, index))
    }

    fn happened(&self, text: &Text<'_, '_>, index: usize, sentence: &Range<usize>) -> Happened {
        let Some(row) = self.rows.get(index) else {
            return Happened::Unsaid;
        };
        if row.sort != Sort::Back && is_of_day(text, row) {
            return Happened::Time(index);
        }
        if self.rows.get(index + 1).is_some_and(|to| is_bounded(text, row, to)) {
            return Happened::Between(index, index + 1);
        }
        if let Some(from) = index.checked_sub(1)
            && self.rows.get(from).is_some_and(|first| is_bounded(text, first, row))
        {
            return Happened::Between(from, index);
        }
        if row.sort == Sort::Back
            || is_since(text, row.tokens.start, sentence)
            || opens_since(text, row, sentence)
            || is_so_far(text, row)
        {
            return row.since(text, index);
        }
        Happened::Time(index)
    }
}

/// "On 3 June, after Friday prayers": the date is the day, the prayers tell only the hour.
fn pass_prayers(text: &Text<'_, '_>, rows: &mut [Row]) {
    let is_dated = |row: &Row| row.sort == Sort::Date && is_day(&row.when) && !is_weekday(text.lower(row.tokens.start));
    for second in 1..rows.len() {
        let Some([first, next]) = rows.get_mut(second - 1..=second) else {
            return;
        };
        let behind = next.tokens.start >= first.tokens.end
            && (first.tokens.end..next.tokens.start).len() <= PRAYERS
            && (first.tokens.end..next.tokens.start).any(|at| text.lower(at) == "after");
        if behind && is_dated(first) && is_worship(text.lower(next.tokens.end)) {
            next.sort = Sort::Other;
        }
        // "Friday prayers on 3 June"
        let on = next
            .tokens
            .start
            .saturating_sub(usize::from(text.lower(next.tokens.start) != "on"));
        if on == first.tokens.end + 1 && is_dated(next) && is_worship(text.lower(first.tokens.end)) {
            first.sort = Sort::Other;
        }
    }
}

/// "Tuesday's 7.0-magnitude earthquake": what happens in one day stands right behind the day, its own adjectives between.
fn is_of_day(text: &Text<'_, '_>, row: &Row) -> bool {
    let owner = text.lower(row.tokens.end.saturating_sub(1)).ends_with("'s") || text.lower(row.tokens.end) == "'s";
    let reach = if owner { OWNED } else { 2 };
    (row.tokens.end..row.tokens.end + reach)
        .take_while(|&at| !text.is(at, Tag::DET.or(Tag::PREP).or(Tag::BE)) && text.lower(at) != ",")
        .any(|at| DISASTERS.contains(&text.lower(at)))
}

/// True where it dates what others did before the next harm of the sentence is told.
fn is_of_others(text: &Text<'_, '_>, row: &Row, sentence: &Range<usize>) -> bool {
    let next = text
        .outcomes
        .partition_point(|outcome| outcome.tokens.start < row.tokens.end);
    let later = text.outcomes.get(next..).unwrap_or_default().iter().take(OTHERS);
    later
        .map(|outcome| &outcome.tokens)
        .take_while(|harm| harm.start < sentence.end)
        .any(|harm| {
            let between = row.tokens.end..harm.start;
            dates_another_act(text, row, harm) || between.into_iter().any(|at| is_telling(text, at))
        })
}

/// "..., with activists saying": a saying beside the sentence, whose day is that of what went on.
fn tells_beside(text: &Text<'_, '_>, saying: usize) -> bool {
    (saying.saturating_sub(4)..=saying).any(|at| text.reads(at, &[",", "with"]))
}
