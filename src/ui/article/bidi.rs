//! Lines of right-to-left and mixed text in the order in which they are seen. The toolkit shapes words rightly and sets all
//! of them from left to right, so a paragraph is cut into atoms that it can set, and these are put in order here.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};

use crate::base::Span;

/// A piece of a paragraph that runs one way and has one look: a word, the blanks between two, a sign, a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its bytes in the paragraph.
    pub(super) span: Span,
    /// True where it is read from right to left.
    pub(super) from_right: bool,
    /// True for blanks: a line may end behind them.
    pub(super) blank: bool,
}

/// A line: its atoms in the order in which they are seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VisualLine {
    /// Places in [`Cut::atoms`], from left to right.
    pub(super) atoms: Vec<usize>,
    /// The byte behind the last character of the line, its line end not counted.
    pub(super) end: usize,
    /// True where the line begins at the right.
    pub(super) from_right: bool,
}

/// A paragraph cut into atoms.
pub(super) struct Cut<'t> {
    info: BidiInfo<'t>,
    /// From first to last as read.
    pub(super) atoms: Vec<Atom>,
}

/// True where some letters run from right to left.
pub(super) fn is_mixed(text: &str) -> bool {
    text.chars().any(is_from_right)
}

fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Signs that stand on the letter before them, and joiners within a word.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}'
        | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{200c}'..='\u{200f}')
}

/// What may stand in one atom with its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Word,
    /// A sign in text from right to left: it may be set in another face, so it stands alone.
    Sign,
    LineEnd,
}

fn class(c: char, level: Level) -> Class {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Class::LineEnd,
        c if c.is_whitespace() => Class::Blank,
        c if level.is_ltr() || c.is_alphanumeric() || is_mark(c) || c == '\u{640}' => Class::Word,
        _ => Class::Sign,
    }
}

/// Cuts a paragraph where the direction, the class of signs or the look changes; `edges` are the places where the look does.
pub(super) fn cut<'t>(words: &'t str, edges: &[usize]) -> Cut<'t> {
    let info = BidiInfo::new(words, None);
    let mut atoms: Vec<Atom> = Vec::new();
    let mut last: Option<(Class, Level)> = None;
    for (at, c) in words.char_indices() {
        let level = info.levels.get(at).copied().unwrap_or_else(Level::ltr);
        let now = class(c, level);
        let end = at + c.len_utf8();
        let joins = last == Some((now, level)) && now != Class::Sign && !edges.contains(&at);
        last = Some((now, level));
        match atoms.last_mut() {
            Some(atom) if joins => atom.span = Span::new(atom.span.start(), end),
            _ => atoms.push(Atom {
                span: Span::new(at, end),
                from_right: level.is_rtl(),
                blank: matches!(now, Class::Blank | Class::LineEnd),
            }),
        }
        if now == Class::LineEnd {
            last = None;
        }
    }
    Cut { info, atoms }
}

impl Cut<'_> {
    /// Breaks the atoms, as wide as `widths` says, into lines not wider than `max`, each in the order in which it is seen.
    pub(super) fn lines(&self, widths: &[f32], max: f32) -> Vec<VisualLine> {
        let mut lines = Vec::new();
        for paragraph in &self.info.paragraphs {
            let from = self
                .atoms
                .partition_point(|atom| atom.span.start() < paragraph.range.start);
            let to = self
                .atoms
                .partition_point(|atom| atom.span.start() < paragraph.range.end);
            for line in self.broken(from..to, widths, max) {
                lines.push(self.ordered(paragraph, line));
            }
        }
        lines
    }

    /// Lines of whole words; a word that is wider than all of a line has one for itself.
    fn broken(&self, atoms: Range<usize>, widths: &[f32], max: f32) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let (mut start, mut used) = (atoms.start, 0.0);
        // the word under way: where it begins, and how wide it is
        let (mut word, mut word_width) = (atoms.start, 0.0);
        for at in atoms.clone() {
            let width = widths.get(at).copied().unwrap_or_default();
            if self.atoms.get(at).is_some_and(|atom| atom.blank) {
                used += word_width + width;
                (word, word_width) = (at + 1, 0.0);
                continue;
            }
            word_width += width;
            if used + word_width > max && word > start {
                lines.push(start..word);
                (start, used) = (word, 0.0);
            }
        }
        if start < atoms.end {
            lines.push(start..atoms.end);
        }
        lines
    }

    fn ordered(&self, paragraph: &unicode_bidi::ParagraphInfo, line: Range<usize>) -> VisualLine {
        let inside = self.atoms.get(line.clone()).unwrap_or_default();
        let bytes = inside.first().map_or(0, |atom| atom.span.start())..inside.last().map_or(0, |atom| atom.span.end());
        let (levels, runs) = self.info.visual_runs(paragraph, bytes.clone());
        let mut order = Vec::with_capacity(line.len());
        for run in runs {
            let in_run = |at: &usize| {
                let atom = self.atoms.get(*at);
                atom.is_some_and(|atom| run.contains(&atom.span.start()))
            };
            let atoms = line.clone().filter(in_run);
            if levels.get(run.start).is_some_and(Level::is_rtl) {
                order.extend(atoms.rev());
            } else {
                order.extend(atoms);
            }
        }
        let line_end = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        let shown = self.info.text.get(bytes.clone()).unwrap_or_default();
        VisualLine {
            end: bytes.start + shown.trim_end_matches(line_end).len(),
            atoms: order,
            from_right: paragraph.level.is_rtl(),
        }
    }
}

/// The sign that is seen for one that stands in text from right to left: brackets turn.
pub(super) fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 7] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
    ];
    for (left, right) in PAIRS {
        match c {
            c if c == left => return right,
            c if c == right => return left,
            _ => {}
        }
    }
    c
}

/// A label of one line as the toolkit has to be given it so that it is seen in its order: words from the last to the first,
/// and Arabic digits turned, because it turns them again.
pub(in crate::ui) fn seen(label: &str) -> Cow<'_, str> {
    if !is_mixed(label) {
        return Cow::Borrowed(label);
    }
    let cut = cut(label, &[]);
    let widths = vec![0.0; cut.atoms.len()];
    let lines = cut.lines(&widths, f32::INFINITY);
    Cow::Owned(lines.iter().map(|line| shown(&cut, label, line)).collect())
}

/// The same for words that are broken into lines not wider than `max`; `width` measures a word.
pub(in crate::ui) fn seen_lines(words: &str, max: f32, mut width: impl FnMut(&str) -> f32) -> Cow<'_, str> {
    if !is_mixed(words) {
        return Cow::Borrowed(words);
    }
    let cut = cut(words, &[]);
    let widths: Vec<f32> = cut.atoms.iter().map(|atom| width(atom.span.of(words))).collect();
    let lines = cut.lines(&widths, max);
    let lines: Vec<String> = lines
        .iter()
        .map(|line| shown(&cut, words, line).replace(['\n', '\r'], ""))
        .collect();
    Cow::Owned(lines.join("\n"))
}

/// A line as the toolkit has to be given it.
fn shown(cut: &Cut<'_>, words: &str, line: &VisualLine) -> String {
    let is_turned = |c: char| matches!(c, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    let mut shown = String::with_capacity(words.len());
    for atom in line.atoms.iter().filter_map(|at| cut.atoms.get(*at)) {
        let words = atom.span.of(words);
        if atom.from_right {
            shown.extend(words.chars().map(mirrored));
        } else if words.contains(is_turned) {
            shown.extend(words.chars().rev());
        } else {
            shown.push_str(words);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{cut, is_mixed, seen as label, seen_lines};

    /// The atoms as they are seen from left to right, each word as it is read, with ten points a letter.
    fn seen(text: &str, max: f32) -> Vec<Vec<&str>> {
        let cut = cut(text, &[]);
        let widths: Vec<f32> = cut
            .atoms
            .iter()
            .map(|atom| atom.span.of(text).chars().count() as f32 * 10.0)
            .collect();
        let lines = cut.lines(&widths, max);
        let words = |at: &usize| {
            cut.atoms
                .get(*at)
                .map(|atom| atom.span.of(text).trim())
                .unwrap_or_default()
        };
        let line = |atoms: &[usize]| atoms.iter().map(words).filter(|word| !word.is_empty()).collect();
        lines.iter().map(|visual| line(&visual.atoms)).collect()
    }

    #[test]
    fn words_run_from_the_right_and_digits_are_never_turned() {
        // Arabic: "120 people were killed"
        assert_eq!(seen("قتل 120 شخصا", 900.0), [["شخصا", "120", "قتل"]]);
        // Arabic-Indic digits keep their order too: the number is one atom from left to right
        assert_eq!(seen("قتل ١٢٠ شخصا", 900.0), [["شخصا", "١٢٠", "قتل"]]);
        // Persian
        assert_eq!(seen("۱۲۰ نفر کشته شدند", 900.0), [["شدند", "کشته", "نفر", "۱۲۰"]]);
        // Hebrew with a Latin name and a number with its comma
        assert_eq!(
            seen("נעצרו 4,400 איש, אמר Varland Post אתמול", 900.0),
            [["אתמול", "Varland Post", "אמר", ",", "איש", "4,400", "נעצרו"]]
                .map(|line| line.into_iter().flat_map(|word| word.split(' ')).collect::<Vec<_>>())
        );
        // a line of Latin letters with an Arabic name in it
        assert_eq!(
            seen("Police in حلب الشهباء said 12 died", 900.0),
            [["Police", "in", "الشهباء", "حلب", "said", "12", "died"]]
        );
        assert!(!is_mixed("Police in Orla said 12 died"));
        assert_eq!(label("Police in Orla (12)"), "Police in Orla (12)");
        assert_eq!(label("Police in حلب الشهباء"), "Police in الشهباء حلب");
        // the toolkit draws a run of these digits turned
        assert_eq!(label("قتل ١٢٠ (اليوم)"), "(اليوم) ٠٢١ قتل");
    }

    #[test]
    fn lines_are_broken_before_they_are_put_in_order() {
        // three words of four letters: two fit
        assert_eq!(seen("אבגד הוזח טיכל", 95.0), [vec!["הוזח", "אבגד"], vec!["טיכל"]]);
        assert_eq!(seen("אבגד\nהוזח", 900.0), [["אבגד"], ["הוזח"]]);
        assert_eq!(seen("", 900.0), Vec::<Vec<&str>>::new());
        // a word wider than the line stands alone and nothing is lost
        assert_eq!(seen("אבגדהוזחטיכל אב", 50.0), [vec!["אבגדהוזחטיכל"], vec!["אב"]]);
    }
    #[test]
    fn notes_are_seen_line_by_line() {
        let width = |word: &str| word.chars().count() as f32 * 10.0;
        assert_eq!(seen_lines("אבגד הוזח טיכל", 95.0, width), "הוזח אבגד \nטיכל");
        assert_eq!(seen_lines("אבגד הוזח\nPolice 12", 900.0, width), "הוזח אבגד\nPolice 12");
        assert_eq!(seen_lines("Police in Orla", 20.0, width), "Police in Orla");
    }
}
