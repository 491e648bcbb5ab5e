//! The day at which a figure holds, where neither the saying beside it nor the article's own day tells it: a note behind
//! it, the speaker's dated statement before, the same figure told with a day, the stamp of its part of the page.

use super::as_of_count::counted;
use super::as_of_loose::is_loose;
use super::as_of_row::{Dated, rows};

use super::find::Context;
use super::saying::Saying;
use super::speak_note;
use super::speaker::Speakers;
use super::text::Text;
use super::when_role::Role;
use super::{AsOf, Draft, Form, Happened};
use crate::base::Why;
use crate::dating::{Section, section_at, sections};

/// So many sentences on, one who is named speaks on the same occasion.
const NAMED_REACH: usize = 12;
/// So many sentences on, "police" or "residents" are those who spoke before.
const PLAIN_REACH: usize = 4;
/// So many tokens before a note a figure can stand that it vouches for.
const NOTE_REACH: usize = 240;
/// So many statements back are looked at.
const MOST_STATEMENTS: usize = 40;
/// So many counts of one article are compared with one another.
const COMPARED: usize = 200;

/// A statement whose day is told.
struct Statement<'n> {
    sentence: usize,
    verb: usize,
    speaker: &'n str,
    /// Index into the article's time mentions.
    time: usize,
}

/// Finds the as-of day of counts that have none but that of the article, and takes back what dates something else.
pub(super) fn settle(text: &Text<'_, '_>, context: &Context<'_, '_>, speakers: &Speakers, drafts: &mut [Draft]) {
    let rows = rows(text, context.times);
    let parts = sections(context.article, context.scan, context.times);
    let mut statements = statements(text, &rows, speakers);
    // a stamp is no day of one speaker
    statements.retain(|statement| parts.iter().all(|part| part.time != statement.time));
    for draft in drafts.iter_mut() {
        let at = text.scan.token_at(draft.claim.span.start());
        let part = section_at(&parts, draft.claim.span.start());
        without_stamps(&parts, part, draft);
        let own = own(text, &statements, draft, at);
        if let AsOf::Time(index) = draft.as_of {
            let row = rows.get(index);
            let nearer = own.filter(|&own| own != index && row.is_some_and(|row| row.role == Role::Statement));
            if let Some(time) = nearer.filter(|_| statements.iter().all(|said| said.time != index)) {
                give(context, draft, time, "as-of/said");
            } else if is_loose(text, row, at, own == Some(index)) {
                draft.as_of = AsOf::Published;
                draft.claim.roles.as_of = None;
            }
        }
        if let Some(time) = part.and_then(|part| later_day(&rows, part, context, draft)) {
            give(context, draft, time, "as-of/entry-goes-on");
        }
        if draft.as_of != AsOf::Published {
            continue;
        }
        let found = counted(text, &rows, draft)
            .map(|time| (time, "as-of/counted"))
            .or_else(|| own.map(|time| (time, "as-of/said")))
            .or_else(|| same_day(text, speakers, draft, at).map(|time| (time, "as-of/hours-later")))
            .or_else(|| noted(text, &rows, speakers, at).map(|time| (time, "as-of/note")))
            .or_else(|| carried(text, &statements, draft, at).map(|time| (time, "as-of/spoken-before")))
            .or_else(|| part.map(|part| (part.time, "as-of/stamp-above")));
        if let Some((time, rule)) = found {
            give(context, draft, time, rule);
        }
    }
    told_again(context, drafts);
}

/// "3 May - Rebels seize the fort. The next day 12 of them are killed": the entry goes on to a day of its own.
fn later_day(rows: &[Dated], part: &Section, context: &Context<'_, '_>, draft: &Draft) -> Option<usize> {
    let Happened::Time(time) = draft.happened else {
        return None;
    };
    let mention = context
        .times
        .get(time)
        .filter(|mention| part.span.has(mention.span.start()))?;
    let goes_on = rows.get(time).is_some_and(Dated::goes_on) && mention.span.start() > part.span.start();
    (!part.is_stamp && draft.as_of == AsOf::Time(part.time) && goes_on).then_some(time)
}

/// Takes back the stamp of another part of the page, and the stamp as day of a harm.
fn without_stamps(parts: &[Section], own: Option<&Section>, draft: &mut Draft) {
    let stamp = |time: usize| parts.iter().find(|part| part.time == time);
    if let AsOf::Time(time) = draft.as_of
        && stamp(time).is_some()
        && own.is_none_or(|own| own.time != time)
    {
        draft.as_of = AsOf::Published;
        draft.claim.roles.as_of = None;
    }
    if let Happened::Time(time) = draft.happened
        && stamp(time).is_some_and(|part| part.is_stamp)
    {
        draft.happened = Happened::Unsaid;
        draft.claim.roles.event_date = None;
    }
}

/// The day of the saying in the count's own sentence.
fn own(text: &Text<'_, '_>, statements: &[Statement<'_>], draft: &Draft, at: usize) -> Option<usize> {
    let speaker = draft.claim.speaker.as_deref()?;
    let sentence = text.sentence(at);
    let from = statements.partition_point(|statement| statement.verb < sentence.start);
    let mut here = statements
        .iter()
        .skip(from)
        .take_while(|statement| statement.verb < sentence.end);
    here.find(|statement| is_same(statement.speaker, speaker) && draft.happened != Happened::Time(statement.time))
        .map(|statement| statement.time)
}

fn give(context: &Context<'_, '_>, draft: &mut Draft, time: usize, rule: &'static str) {
    let Some(mention) = context.times.get(time) else { return };
    draft.as_of = AsOf::Time(time);
    draft.claim.roles.as_of = Some(mention.span);
    draft.claim.why.parts.push(Why::leaf(rule, mention.span));
}

/// Every saying that has a day of its own, in the order of the text.
fn statements<'n>(text: &Text<'_, '_>, rows: &[Dated], speakers: &'n Speakers) -> Vec<Statement<'n>> {
    speakers
        .said()
        .filter_map(|(saying, speaker)| {
            Some(Statement {
                sentence: text.scan.sentence_index(saying.verb)?,
                verb: saying.verb,
                speaker,
                time: day_of(text, rows, saying)?,
            })
        })
        .collect()
}

/// The day of a saying: "said on Sunday", "on Sunday said", "Speaking on Sunday in Orla, Marr said".
fn day_of(text: &Text<'_, '_>, rows: &[Dated], saying: &Saying) -> Option<usize> {
    if saying.rule == speak_note::RULE {
        return None;
    }
    let sentence = text.sentence(saying.verb);
    let from = rows.partition_point(|row| row.tokens.start < sentence.start);
    let here = || {
        let here = rows.iter().enumerate().skip(from);
        here.take_while(|(_, row)| row.tokens.start < sentence.end)
            .filter(|(_, row)| row.can_state())
    };
    here()
        .find(|(_, row)| row.follows(text, saying.verb))
        .or_else(|| here().find(|(_, row)| row.dates_saying(text, saying, sentence.start)))
        .map(|(index, _)| index)
}

/// "12 people died. (Red Cross, 7 September 2031)": the day within the next note of the paragraph.
fn noted(text: &Text<'_, '_>, rows: &[Dated], speakers: &Speakers, at: usize) -> Option<usize> {
    let note = speakers
        .said_from(at)
        .take(MOST_STATEMENTS)
        .find(|saying| saying.rule == speak_note::RULE)
        .filter(|saying| saying.verb <= at + NOTE_REACH)?;
    let parted = (at + 1..=note.verb).any(|at| text.scan.tokens.get(at).is_some_and(|token| token.paragraph_before));
    let from = rows.partition_point(|row| row.tokens.start < note.verb);
    let row = rows.get(from)?;
    (!parted && row.tokens.start <= note.reach.end && row.is_date()).then_some(from)
}

/// "12 people died on Tuesday, police said hours later": the day of the harm is that of the statement.
fn same_day(text: &Text<'_, '_>, speakers: &Speakers, draft: &Draft, at: usize) -> Option<usize> {
    let Happened::Time(time) = draft.happened else {
        return None;
    };
    let speaker = draft.claim.speaker.as_deref()?;
    let sentence = text.sentence(at);
    let mut here = speakers
        .said()
        .filter(|(saying, name)| sentence.contains(&saying.verb) && is_same(name, speaker));
    let soon = |verb: usize| {
        (verb + 1..sentence.end.min(verb + 4)).any(|at| {
            matches!(text.lower(at), "hours" | "minutes" | "moments" | "shortly" | "soon")
                && matches!(text.lower(at + 1), "later" | "after" | "afterwards" | "afterward")
        })
    };
    here.any(|(saying, _)| soon(saying.verb)).then_some(time)
}

/// The last dated statement of the same speaker.
fn carried(text: &Text<'_, '_>, statements: &[Statement<'_>], draft: &Draft, at: usize) -> Option<usize> {
    let speaker = draft.claim.speaker.as_deref()?;
    let here = text.scan.sentence_index(at)?;
    let sentence = text.sentence(at);
    let end = statements.partition_point(|statement| statement.verb < sentence.start);
    statements
        .get(..end)?
        .iter()
        .rev()
        .take(MOST_STATEMENTS)
        .find(|statement| is_same(statement.speaker, speaker))
        .filter(|statement| here - statement.sentence <= reach(speaker))
        .map(|statement| statement.time)
}

/// A name is known again farther on than "police".
fn reach(speaker: &str) -> usize {
    let named = words(speaker).any(|word| word.starts_with(char::is_uppercase));
    if named { NAMED_REACH } else { PLAIN_REACH }
}

/// The same figure of the same speaker, told once with the day of the statement and once without.
fn told_again(context: &Context<'_, '_>, drafts: &mut [Draft]) {
    let dated: Vec<(AsOf, Option<u64>, super::Kind, String, Happened)> = drafts
        .iter()
        .filter(|draft| draft.claim.form == Form::Number && matches!(draft.as_of, AsOf::Time(_)))
        .filter_map(|draft| {
            let claim = &draft.claim;
            Some((
                draft.as_of,
                claim.figure.anchor(),
                claim.kind,
                claim.speaker.clone()?,
                draft.happened,
            ))
        })
        .take(COMPARED)
        .collect();
    for draft in drafts.iter_mut().filter(|draft| draft.as_of == AsOf::Published) {
        let claim = &draft.claim;
        let (Some(number), Some(speaker)) = (claim.figure.anchor(), claim.speaker.as_deref()) else {
            continue;
        };
        let mut same = dated
            .iter()
            .filter(|(_, other, kind, name, _)| *other == Some(number) && *kind == claim.kind && is_same(name, speaker))
            // with a day of its own it is another figure
            .filter(|(.., happened)| !is_of_another_day(context, draft.happened, *happened))
            .map(|(day, ..)| *day);
        let first = same.next().filter(|_| number > 1 && claim.form == Form::Number);
        if let Some(AsOf::Time(time)) = first.filter(|first| same.all(|day| day == *first)) {
            give(context, draft, time, "as-of/told-again");
        }
    }
}

/// True where the day of one harm is told, and is not told as that of the other.
fn is_of_another_day(context: &Context<'_, '_>, one: Happened, other: Happened) -> bool {
    let when = |happened: Happened| match happened {
        Happened::Time(index) => context.times.get(index).map(|time| &time.when),
        _ => None,
    };
    when(one).is_some() && when(one) != when(other)
}

/// "the UN" and "UN investigators", "the Varland Rescue Council" and "the VRC".
fn is_same(one: &str, other: &str) -> bool {
    let (few, many): (Vec<String>, Vec<String>) = (plain(one), plain(other));
    let (few, many) = if few.len() <= many.len() {
        (few, many)
    } else {
        (many, few)
    };
    let held = !few.is_empty() && few.iter().all(|word| many.contains(word));
    held || is_short_for(one, other) || is_short_for(other, one)
}

/// "VRC" for "Varland Rescue Council": the first letters of the words with capitals, in their order.
fn is_short_for(short: &str, full: &str) -> bool {
    let letters = |name: &str| -> String {
        words(name)
            .filter_map(|word| word.chars().next())
            .filter(|c| c.is_uppercase())
            .collect()
    };
    let acronym = |word: &str| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_uppercase());
    let initials = letters(full);
    words(short)
        .filter(|word| acronym(word))
        .any(|word| initials.contains(word) || words(full).any(|other| other == word))
}

fn plain(name: &str) -> Vec<String> {
    words(name).map(str::to_lowercase).collect()
}

/// The words that tell who it is.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','))
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s"))
        .filter(|word| {
            !word.is_empty() && !matches!(*word, "the" | "The" | "a" | "A" | "an" | "An" | "of" | "and" | "for")
        })
}
