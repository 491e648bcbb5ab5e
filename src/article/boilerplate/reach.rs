//! Lines that take others with them: teasers under a heading, comments above a form, scraps in the tail.

use super::super::facts::BoilerplateKind::{Comments, Related};
use super::super::words::fold;
use super::Line;
use super::rows::Reach;

/// A heading has at most so many teasers.
const MAX_TEASERS: usize = 15;

/// A comment section follows an article of at least so many words.
const MIN_ARTICLE_WORDS: usize = 60;

/// A prompt to the readers is at most so long.
const MAX_PROMPT_WORDS: usize = 10;

/// Marks what the found lines take with them.
pub(super) fn apply(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        match lines.get(at).filter(|line| line.kind.is_some()).map(|line| line.reach) {
            Some(Reach::Teasers) => teasers(text, lines, at),
            Some(Reach::Opens) => comments(text, lines, at),
            _ => {}
        }
    }
    scraps(text, lines);
    prompt(text, lines);
}

/// Marks the headlines under a heading. Where the article goes on after them only those of the heading's own block
/// are teasers: the last headline may be a heading of the article.
fn teasers(text: &str, lines: &mut [Line], heading: usize) {
    let after = heading + 1;
    let run = lines
        .iter()
        .skip(after)
        .take(MAX_TEASERS)
        .take_while(|line| line.is_headline())
        .count();
    let goes_on = lines.get(after + run).is_some_and(|line| line.kind.is_none());
    let mine = if goes_on {
        lines
            .iter()
            .skip(heading)
            .take(run)
            .zip(lines.iter().skip(after))
            .take_while(|(above, line)| !is_apart(text, above, line))
            .count()
    } else {
        run
    };
    for line in lines.iter_mut().skip(after).take(mine) {
        line.mark(Related);
    }
}

/// True where a blank line stands between the two.
fn is_apart(text: &str, above: &Line, below: &Line) -> bool {
    text.get(above.span.end()..below.span.start())
        .is_none_or(|gap| gap.matches('\n').count() > 1)
}

/// Marks the comments between their heading and the next line of their form: no further, since a file may hold
/// several articles. A heading on top of the page is a link to them, and one that counts none has none.
fn comments(text: &str, lines: &mut [Line], heading: usize) {
    let above: usize = lines
        .iter()
        .take(heading)
        .filter(|line| line.is_paragraph())
        .map(|line| line.num_words)
        .sum();
    let is_none = lines
        .get(heading)
        .is_some_and(|line| fold(line.span.of(text)).iter().any(|word| word == "0"));
    if above < MIN_ARTICLE_WORDS || is_none {
        return;
    }
    let next = lines
        .iter()
        .skip(heading + 1)
        .position(|line| line.kind == Some(Comments));
    let Some(last) = next.map(|next| heading + 1 + next) else {
        return;
    };
    for line in lines.iter_mut().take(last).skip(heading) {
        line.mark(Comments);
    }
}

/// Marks short lines without a number between two marked ones in the tail: buttons, names, hashes.
fn scraps(text: &str, lines: &mut [Line]) {
    let after_text = lines.iter().rposition(Line::is_paragraph).map_or(0, |last| last + 1);
    let Some(last) = lines.iter().rposition(|line| line.kind.is_some()) else {
        return;
    };
    let mut kind = None;
    for line in lines.iter_mut().take(last).skip(after_text) {
        let words = line.span.of(text);
        match kind {
            Some(kind) if line.is_headline() && !words.chars().any(char::is_numeric) => line.mark(kind),
            _ => kind = line.kind,
        }
    }
}

/// Marks a lone question between the article's end and the tail: a prompt for comments.
fn prompt(text: &str, lines: &mut [Line]) {
    let Some(end) = lines.iter().rposition(|line| line.kind.is_none()) else {
        return;
    };
    let has_tail = end + 1 < lines.len();
    let follows_paragraph = end
        .checked_sub(1)
        .and_then(|before| lines.get(before))
        .is_some_and(Line::is_paragraph);
    let Some(line) = lines.get_mut(end) else { return };
    let words = line.span.of(text);
    let is_question = words.ends_with('?') && fold(words).len() <= MAX_PROMPT_WORDS;
    if has_tail && follows_paragraph && is_question && !words.chars().any(char::is_numeric) {
        line.mark(Comments);
    }
}
