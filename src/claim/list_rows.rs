//! Lists a line each: "Orla County - 12" under a head that tells the harm ("Deaths by county").

use std::ops::Range;

use super::link::{Link, Linker};
use super::outcomes::{Frame, Outcome};
use super::phrase::Head;
use super::text::Text;
use super::{Draft, Form, Kind, Scope};

/// How many lines the head may stand above its rows.
const ABOVE: usize = 3;
/// The most words that name the place of a row.
const LABEL: usize = 6;
/// The most tokens of a head without a colon.
const HEADLINE: usize = 16;

/// One row: its count, and what the line itself says of it.
struct Row {
    line: usize,
    phrase: usize,
    total: bool,
    /// The harm that the row names itself: "Orla: 12 deaths".
    own: bool,
    year: bool,
}

/// Adds a link for every count of such a list, and makes the rows parts of their whole.
pub(super) fn rows(linker: &Linker<'_, '_>, links: &mut Vec<Link>) {
    let text = linker.text;
    let lines = lines(text);
    let rows: Vec<Row> = rows_of(linker, &lines);
    let mut known: Option<(Range<usize>, Kind, &'static str)> = None;
    let mut from = 0;
    while let Some(first) = rows.get(from) {
        let run: Vec<&Row> = rows
            .iter()
            .skip(from)
            .enumerate()
            .take_while(|(step, row)| row.line == first.line + step)
            .map(|(_, row)| row)
            .collect();
        from += run.len();
        if run.len() < 2 || run.iter().all(|row| row.year) {
            continue;
        }
        let head = head(text, &lines, first.line).map(|outcome| (outcome.tokens.clone(), outcome.kind, outcome.id()));
        if let Some(found) = head {
            known = Some(found);
        } else if run.len() < 3 {
            known = None;
        }
        for row in run {
            if row.own {
                for link in links.iter_mut().filter(|link| link.phrase == row.phrase) {
                    link.part |= !row.total;
                }
            } else if let Some((outcome, kind, id)) = &known {
                links.retain(|link| link.phrase != row.phrase);
                links.push(Link {
                    phrase: row.phrase,
                    kind: *kind,
                    outcome: outcome.clone(),
                    row: id,
                    rule: "link/row",
                    part: !row.total,
                    confidence: 0.75,
                });
            }
        }
    }
}

/// The lines of the text that hold anything, as tokens.
fn lines(text: &Text<'_, '_>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..=text.scan.tokens.len() {
        if text.opens_line(at) {
            out.push(start..at);
            start = at;
        }
    }
    out
}

/// All lines that are rows, in order. Phrases and lines are walked once.
fn rows_of(linker: &Linker<'_, '_>, lines: &[Range<usize>]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut next = 0;
    for (line, tokens) in lines.iter().enumerate() {
        while linker
            .phrases
            .get(next)
            .is_some_and(|phrase| phrase.tokens.start < tokens.start)
        {
            next += 1;
        }
        let only = linker
            .phrases
            .get(next + 1)
            .is_none_or(|other| other.tokens.start >= tokens.end);
        let inside = linker
            .phrases
            .get(next)
            .is_some_and(|phrase| phrase.tokens.start < tokens.end);
        if inside && only {
            rows.extend(row(linker, line, tokens, next));
        }
    }
    rows
}

fn row(linker: &Linker<'_, '_>, line: usize, tokens: &Range<usize>, phrase: usize) -> Option<Row> {
    let text = linker.text;
    let found = linker.phrases.get(phrase)?;
    let quantity = text.quantities.get(found.quantity)?;
    let number = quantity.tokens.start;
    let mut start = tokens.start;
    while start < number && is_dash(text, start) {
        start += 1;
    }
    let mut end = number;
    while end > start && (is_dash(text, end - 1) || matches!(text.lower(end - 1), ":" | "=" | "(" | "." | "…")) {
        end -= 1;
    }
    let tabbed = end == number && has_tab(text, number);
    let words = (start..end).filter(|&at| text.is_word(at)).count();
    let named = (start..end).any(|at| text.is_name(at)) || !text.words.capitals_tell;
    let label = words > 0
        && words <= LABEL
        && (start..end).all(|at| text.outcome(at).is_none() && !matches!(text.lower(at), ":" | "," | ";"));
    let total = (start..end).any(|at| matches!(text.lower(at), "total" | "overall" | "altogether" | "nationwide"));
    // what may follow: nothing, or the harm or the people
    let own = found.own.is_some().then_some(found.tokens.end).or_else(|| {
        text.outcome_from(found.tokens.end)
            .filter(|outcome| outcome.frame != Frame::Toll)
            .map(|outcome| outcome.tokens.end)
    });
    let people = matches!(found.head, Head::Person(_)).then_some(found.tokens.end);
    let behind = own.or(people).unwrap_or(quantity.tokens.end);
    let closes = (behind..tokens.end).all(|at| !text.is_word(at) && !matches!(text.lower(at), "%" | "$" | "€"));
    (label && named && (end < number || tabbed) && closes).then(|| Row {
        line,
        phrase,
        total,
        own: own.is_some(),
        year: text.lower(number).len() == 4 && ("1900"..="2100").contains(&text.lower(number)),
    })
}

fn is_dash(text: &Text<'_, '_>, at: usize) -> bool {
    matches!(text.lower(at), "-" | "--" | "–" | "—" | "•" | "*" | "·" | "▪" | "●")
}

fn has_tab(text: &Text<'_, '_>, at: usize) -> bool {
    let tokens = &text.scan.tokens;
    let (Some(prior), Some(token)) = (at.checked_sub(1).and_then(|at| tokens.get(at)), tokens.get(at)) else {
        return false;
    };
    let between = text.scan.text.get(prior.span.end()..token.span.start());
    between.is_some_and(|between| between.contains('\t'))
}

/// The harm of the head above the rows: a short line or one with a colon that names a count of harm and only one.
fn head<'t>(text: &'t Text<'_, '_>, lines: &[Range<usize>], first: usize) -> Option<&'t Outcome> {
    let above = first.saturating_sub(ABOVE)..first;
    for line in above.rev() {
        let tokens = lines.get(line)?;
        let last = text.lower(tokens.end.saturating_sub(1));
        let heads = last == ":" || tokens.len() <= HEADLINE && !matches!(last, "." | "!" | "?" | "\"" | "”");
        if !heads {
            return None;
        }
        let harms: Vec<&Outcome> = tokens.clone().filter_map(|at| text.outcome_from(at)).collect();
        let Some(harm) = harms.last() else { continue };
        let sorted = tokens
            .clone()
            .any(|at| super::link_more::SORTED_BY.contains(&text.lower(at)) || is_sorting(text.lower(at)));
        // a list of victims tells ages
        let counts = matches!(harm.frame, Frame::Toll | Frame::Noun) || sorted;
        let one = harms.iter().all(|other| other.kind == harm.kind);
        return (counts && one).then_some(harm);
    }
    None
}

/// What stands by such a list holds for it: its source, and that the counts of single towns are parts of it.
pub(super) fn settle(text: &Text<'_, '_>, drafts: &mut [Draft]) {
    let is_row = |draft: &Draft| &*draft.claim.why.rule == "link/row";
    let Some(first) = drafts.iter().find(|draft| is_row(draft)) else {
        return;
    };
    let (kind, from) = (first.claim.kind, first.claim.span.start());
    let whole = drafts
        .iter()
        .filter(|draft| is_row(draft) && draft.claim.kind == kind)
        .filter_map(|draft| draft.claim.figure.value)
        .max()
        .unwrap_or(0);
    for draft in drafts.iter_mut() {
        let inside = draft.claim.kind == kind
            && draft.claim.span.start() > from
            && draft.claim.form == Form::Number
            && draft
                .claim
                .figure
                .anchor()
                .is_some_and(|value| 0 < value && value < whole);
        if is_row(draft) {
            draft.claim.scope = Scope::Total;
        }
        let total = &*draft.claim.why.rule == "link/toll";
        if inside && !total && !is_row(draft) {
            draft.claim.part_of = true;
        }
    }
    for tokens in lines(text) {
        let words = tokens.start + 2..tokens.end;
        let source = matches!(text.lower(tokens.start), "source" | "sources") && text.lower(tokens.start + 1) == ":";
        if !source || words.is_empty() || words.len() > LABEL + 2 {
            continue;
        }
        let span = text.scan.span(words);
        let end = drafts.partition_point(|draft| draft.claim.span.start() < span.start());
        for draft in drafts.iter_mut().take(end).rev().take_while(|draft| is_row(draft)) {
            if draft.claim.speaker.is_none() {
                draft.claim.speaker = Some(span.of(text.scan.text).trim_end_matches('.').to_owned());
                draft.claim.roles.speaker = Some(span);
            }
        }
    }
}

/// "by state", "per county", "tolls"
fn is_sorting(word: &str) -> bool {
    matches!(
        word,
        "state" | "county" | "province" | "district" | "region" | "city" | "country" | "town" | "tolls" | "breakdown"
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::drafts;

    /// Texts with their counts as kind and number, `part` behind parts.
    const EXAMPLES: &[(&str, &str)] = &[
        (
            "DEATHS BY COUNTY\n\nOrla - 12\n\nKelm - 3\n\nTotal - 15",
            "killed 12 part; killed 3 part; killed 15",
        ),
        (
            "Death toll in the floods by state:\n- Orla: 12\n- New Kelm: 3\n- Tarn: 1",
            "killed 12 part; killed 3 part; killed 1 part",
        ),
        (
            "Arrests by district\nOrla -- 40\nKelm -- 3\nTarn -- 7",
            "arrested 40 part; arrested 3 part; arrested 7 part",
        ),
        (
            "Confirmed fatalities so far:\n\n- Orla: 12 deaths\n- Kelm: 3 deaths",
            "killed 12 part; killed 3 part",
        ),
        (
            "OFFICIAL STATE DEATH TOLLS FOR THE STORM\n\nOrla - 238\n\nKelm - 34",
            "killed 238 part; killed 34 part",
        ),
        // no harm above, ages, years, shares, prose between
        ("SCHOOLS BY COUNTY\n\nOrla - 12\n\nKelm - 3", ""),
        ("The victims:\n\nIda Marr - 27\n\nJon Tarn - 31", ""),
        ("Deaths by country\n\nOrla - 12%\n\nKelm - 3%", ""),
        ("Great killings by city\n\nOrla - 1911\n\nKelm - 1943", ""),
        ("Deaths by county\n\nOrla - 12", ""),
        (
            "Four deaths were reported.\n\nThe league now stands as follows.\n\nOrla - 12\n\nKelm - 3",
            "killed 4",
        ),
    ];

    #[test]
    fn rows_have_the_harm_of_their_head() {
        for (text, expected) in EXAMPLES {
            let drawn: Vec<String> = drafts(text)
                .iter()
                .map(|draft| {
                    let value = draft.claim.figure.value.unwrap_or_default();
                    let part = if draft.claim.part_of { " part" } else { "" };
                    format!("{} {value}{part}", draft.claim.kind.id())
                })
                .collect();
            assert_eq!(drawn.join("; "), *expected, "{text}");
        }
    }
}
