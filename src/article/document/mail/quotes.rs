//! What of a message its sender did not write: quoted replies, heads of forwarded messages, signatures.

use super::super::super::facts::{Boilerplate, BoilerplateKind};
use super::super::super::mime::Head;
use super::super::super::words::{fold, lines};
use crate::base::Span;

/// How a message stands to others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// It answers another one.
    pub(super) is_reply: bool,
    /// It passes another one on.
    pub(super) is_forward: bool,
    /// Its text was a page.
    pub(super) is_page: bool,
}

impl Manner {
    /// As subject and head tell it.
    pub(super) fn of(subject: &str, head: &Head, is_page: bool) -> Self {
        let first = subject.split(':').next().unwrap_or_default().trim().to_lowercase();
        let is_forward = matches!(
            first.as_str(),
            "fwd" | "fw" | "wg" | "tr" | "rv" | "i" | "doorst" | "vb" | "pd" | "enc"
        );
        Self {
            is_reply: !is_forward && (super::title(subject) != subject.trim() || head.has("in-reply-to")),
            is_forward,
            is_page,
        }
    }
}

/// What one line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// The sender's own words, or forwarded ones.
    Own,
    /// Behind `>`.
    Quoted,
    /// "On ... wrote:", and what begins a quoted message.
    Lead,
    /// A signature, a list's footer.
    Sign,
}

/// Programs mark what they pass on with these words.
const FORWARDS: &[&str] = &[
    "forwarded message",
    "begin forwarded message",
    "forwarded by",
    "message transféré",
    "weitergeleitete nachricht",
    "mensaje reenviado",
    "messaggio inoltrato",
    "doorgestuurd bericht",
];

/// And what they answer with these.
const ORIGINALS: &[&str] = &[
    "original message",
    "original appointment",
    "message d'origine",
    "ursprüngliche nachricht",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "reply message",
];

/// Beginnings and ends of the line over a quote.
const OPENERS: &[&str] = &["on ", "le ", "am ", "el ", "em ", "il ", "op ", "den ", "vào "];
const WROTE: &[&str] = &[
    "wrote:",
    "writes:",
    "a écrit :",
    "a écrit:",
    "schrieb:",
    "escribió:",
    "escreveu:",
    "ha scritto:",
    "schreef:",
    "skrev:",
];

/// Fields as programs copy them over what they quote.
const COPIED: &[&str] = &[
    "from",
    "sent",
    "date",
    "to",
    "cc",
    "bcc",
    "subject",
    "reply-to",
    "importance",
    "attachments",
    "von",
    "gesendet",
    "an",
    "betreff",
    "datum",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
];

/// A line over a quote is broken over so many lines at most.
const MAX_LEAD_LINES: usize = 3;

/// A signature has so many lines at most; with a sign that is less sure, fewer.
const MAX_SIGN_LINES: (usize, usize) = (20, 8);

/// The text, and what of it is no words of the sender. Of a message that is forwarded behind `>`, those are taken off.
pub(super) fn marked(text: String, manner: &Manner) -> (String, Vec<Boilerplate>) {
    let text = unquoted(&text, manner).unwrap_or(text);
    let spans: Vec<Span> = lines(&text).collect();
    let mut sorts = vec![Sort::Own; spans.len()];
    let words: Vec<&str> = spans.iter().map(|span| span.of(&text)).collect();
    quotes(&words, *manner, &mut sorts);
    signatures(&text, &spans, &mut sorts);
    if !sorts.contains(&Sort::Own) {
        // nothing is left of it: what is quoted is what it brings
        sorts
            .iter_mut()
            .filter(|sort| **sort == Sort::Quoted)
            .for_each(|sort| *sort = Sort::Own);
    }
    let parts = spans.into_iter().zip(sorts).filter(|(_, sort)| *sort != Sort::Own);
    let parts = parts.map(|(span, _)| Boilerplate {
        span,
        kind: BoilerplateKind::Other,
    });
    let parts = parts.collect();
    (text, parts)
}

/// A forwarded text without its `>`, where most of the message is behind them.
fn unquoted(text: &str, manner: &Manner) -> Option<String> {
    let written = || text.lines().filter(|line| !line.trim().is_empty());
    let num_quoted = written().filter(|line| line.starts_with('>')).count();
    (manner.is_forward && num_quoted * 2 > written().count()).then(|| {
        let bare = text.lines().map(|line| {
            line.strip_prefix('>')
                .map_or(line, |rest| rest.strip_prefix(' ').unwrap_or(rest))
        });
        bare.collect::<Vec<_>>().join("\n")
    })
}

fn quotes(words: &[&str], manner: Manner, sorts: &mut [Sort]) {
    let mut at = 0;
    let mut has_own = false;
    while let Some(line) = words.get(at) {
        let next = at + 1;
        if line.starts_with('>') {
            mark(sorts, at..next, Sort::Quoted);
            at = next;
            continue;
        }
        let Some((end, opens)) = lead(words, at, manner) else {
            has_own = true;
            at = next;
            continue;
        };
        mark(sorts, at..end, Sort::Lead);
        if opens && has_own {
            mark(sorts, end..words.len(), Sort::Quoted);
            return;
        }
        at = end.max(next);
    }
}

/// Where the lines over a quoted or forwarded message end, and whether all behind them is quoted.
fn lead(words: &[&str], at: usize, manner: Manner) -> Option<(usize, bool)> {
    let line = words.get(at)?;
    if line.len() < 200 {
        let bare = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is = |rows: &[&str]| line.starts_with(['-', '_', '=', '*']) && rows.iter().any(|row| bare.starts_with(row));
        if is(FORWARDS) || (bare == "begin forwarded message" && line.ends_with(':')) {
            return Some((copied(words, at + 1), false));
        }
        if is(ORIGINALS) {
            return Some((copied(words, at + 1), !manner.is_forward));
        }
    }
    let is_rule = line.len() >= 20 && line.bytes().all(|byte| matches!(byte, b'_' | b'-'));
    let end = copied(words, at + usize::from(is_rule));
    if end > at + usize::from(is_rule) {
        return Some((end, manner.is_reply));
    }
    wrote(words, at, manner)
}

/// The end of a head that was copied, three fields at least of which the first is the sender; `at` where there is none.
fn copied(words: &[&str], at: usize) -> usize {
    let is_field = |line: &&str| {
        let bare = line.trim_start_matches(['*', '>', ' ']);
        let name = bare
            .split_once(':')
            .map(|(name, _)| name.trim_matches(['*', ' ']).to_lowercase());
        name.filter(|name| COPIED.contains(&name.as_str()))
    };
    let is_first = words.get(at).and_then(is_field);
    if !is_first.is_some_and(|name| matches!(name.as_str(), "from" | "von" | "de" | "subject" | "date" | "betreff")) {
        return at;
    }
    // a long field is broken: one line between two fields belongs to the first
    let mut end = at + 1;
    let mut num_fields = 1;
    while end < words.len() && end < at + 24 {
        if words.get(end).and_then(is_field).is_some() {
            num_fields += 1;
            end += 1;
        } else if words.get(end + 1).and_then(is_field).is_some()
            && words.get(end).is_some_and(|line| line.contains('@'))
        {
            end += 1;
        } else {
            break;
        }
    }
    if num_fields >= 3 { end } else { at }
}

/// "On 3 March 2031 at 10:12, Jane Doe wrote:", over at most three lines.
fn wrote(words: &[&str], at: usize, manner: Manner) -> Option<(usize, bool)> {
    let first = words.get(at).filter(|line| line.len() <= 200)?.to_lowercase();
    let mut joined = String::new();
    for end in at + 1..=at + MAX_LEAD_LINES {
        let line = words.get(end - 1)?;
        if line.len() > 200 {
            return None;
        }
        joined.push_str(&line.to_lowercase());
        joined.push(' ');
        let whole = joined.trim_end();
        if !WROTE.iter().any(|wrote| whole.ends_with(wrote)) {
            if line.ends_with(['.', '!', '?']) {
                return None;
            }
            continue;
        }
        let opens = OPENERS.iter().any(|opener| first.starts_with(opener)) || whole.contains('@');
        let is_stamped = whole.contains('@') || fold(whole).iter().any(|word| is_clock(word) || is_year(word));
        let is_quote = words.get(end).is_some_and(|line| line.starts_with('>'));
        let is_all = manner.is_page && manner.is_reply;
        return (opens && (is_quote || is_stamped && is_all)).then_some((end, !is_quote));
    }
    None
}

fn is_clock(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, rest)| {
        let digits = |words: &str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        digits(hour) && rest.get(..2).is_some_and(digits)
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1970..2100).contains(&year))
}

/// From `-- ` to the end, or to what is quoted; footers of lists; what telephones write.
fn signatures(text: &str, spans: &[Span], sorts: &mut [Sort]) {
    let end = sorts
        .iter()
        .rposition(|sort| *sort == Sort::Own)
        .map_or(0, |last| last + 1);
    for (at, span) in spans.iter().enumerate() {
        if sorts.get(at) != Some(&Sort::Own) {
            continue;
        }
        let line = span.of(text);
        let small = || line.to_lowercase();
        if line.len() < 80
            && ["sent from my ", "get outlook for ", "sent via "]
                .iter()
                .any(|sign| small().starts_with(sign))
        {
            mark(sorts, at..at + 1, Sort::Sign);
            continue;
        }
        let most = match line {
            "--" if text.get(span.end()..).is_some_and(|rest| rest.starts_with(' ')) => MAX_SIGN_LINES.0,
            "--" | "---" => MAX_SIGN_LINES.1,
            _ if line.len() >= 20 && line.bytes().all(|byte| byte == b'_') => MAX_SIGN_LINES.1,
            _ => continue,
        };
        let behind = sorts
            .iter()
            .skip(at)
            .take(most)
            .take_while(|sort| **sort == Sort::Own)
            .count();
        if at + behind >= end && at > 0 {
            mark(sorts, at..end, Sort::Sign);
        }
    }
}

fn mark(sorts: &mut [Sort], lines: std::ops::Range<usize>, sort: Sort) {
    let num = lines.len();
    sorts.iter_mut().skip(lines.start).take(num).for_each(|one| *one = sort);
}
