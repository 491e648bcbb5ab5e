//! Finds words in a text: whatever their case and accents, phrases as they stand, whole words where asked.

use crate::base::Span;

/// Words to be found, ready to be looked for in many texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each is sought by itself; a phrase has several words.
    terms: Vec<Vec<String>>,
    whole_words: WholeWords,
}

/// Whether a hit must begin and end where words do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WholeWords {
    /// Parts of words are found too.
    #[default]
    No,
    /// "arm" is not found in "army".
    Yes,
}

impl Query {
    /// Every word by itself, words in double quotes as they stand together.
    pub fn words(typed: &str, whole_words: WholeWords) -> Self {
        let mut terms = Vec::new();
        let straight = typed.replace(['“', '”', '„', '«', '»'], "\"");
        for (number, part) in straight.split('"').enumerate() {
            // every second part stood between quotes
            if number % 2 == 1 {
                terms.push(phrase(part));
            } else {
                terms.extend(part.split_whitespace().map(phrase));
            }
        }
        terms.retain(|term| !term.is_empty());
        Self { terms, whole_words }
    }

    /// All words as they stand together; quotes around them are the same.
    pub fn phrase(typed: &str, whole_words: WholeWords) -> Self {
        let typed = typed.trim();
        let bare = typed.strip_prefix('"').and_then(|typed| typed.strip_suffix('"'));
        let term = phrase(bare.unwrap_or(typed));
        Self {
            terms: Some(term).filter(|term| !term.is_empty()).into_iter().collect(),
            whole_words,
        }
    }

    /// True where nothing is sought.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// How many words and phrases are sought.
    pub fn num_terms(&self) -> usize {
        self.terms.len()
    }

    /// Where the words stand in `text`, in order and apart from one another; `met` hears which of them were there.
    pub fn spans(&self, text: &str, met: &mut [bool]) -> Vec<Span> {
        let folded = Folded::new(text);
        let mut spans: Vec<Span> = Vec::new();
        for (term, met) in self.terms.iter().zip(met) {
            let before = spans.len();
            folded.find(term, self.whole_words, &mut spans);
            *met |= spans.len() > before;
        }
        spans.sort_unstable_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut end = 0;
        spans.retain(|span| {
            let apart = span.start() >= end;
            end = end.max(span.end());
            apart
        });
        spans
    }
}

fn phrase(words: &str) -> Vec<String> {
    words.split_whitespace().map(|word| Folded::new(word).text).collect()
}

/// A text without case and accents, with the way back.
struct Folded<'t> {
    original: &'t str,
    text: String,
    /// For each byte of `text` where its character begins in the original; empty where both have the same bytes.
    starts: Vec<u32>,
}

impl<'t> Folded<'t> {
    fn new(original: &'t str) -> Self {
        if original.is_ascii() {
            return Self {
                original,
                text: original.to_ascii_lowercase(),
                starts: Vec::new(),
            };
        }
        let mut text = String::with_capacity(original.len());
        let mut starts = Vec::with_capacity(original.len());
        for (at, c) in original.char_indices() {
            push_folded(c, &mut text);
            starts.resize(text.len(), u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { original, text, starts }
    }

    fn find(&self, term: &[String], whole_words: WholeWords, spans: &mut Vec<Span>) {
        let Some((first, rest)) = term.split_first().filter(|(first, _)| !first.is_empty()) else {
            return;
        };
        let mut from = 0;
        while let Some(found) = self.text.get(from..).and_then(|text| text.find(first.as_str())) {
            let start = from + found;
            let end = self.end_of(rest, start + first.len());
            match end.filter(|end| whole_words == WholeWords::No || self.is_whole(start, *end)) {
                Some(end) => {
                    spans.push(self.span(start, end));
                    from = end;
                }
                // the next place may begin within this one
                None => from = start + self.text.get(start..).and_then(first_len).unwrap_or(1),
            }
        }
    }

    /// Where the rest of a phrase ends that goes on at `at`: words with blanks or line ends between them.
    fn end_of(&self, rest: &[String], mut at: usize) -> Option<usize> {
        for word in rest {
            let gap = self.text.get(at..)?;
            let next = gap.trim_start();
            at += gap.len() - next.len();
            if next.len() == gap.len() || !next.starts_with(word.as_str()) {
                return None;
            }
            at += word.len();
        }
        Some(at)
    }

    fn is_whole(&self, start: usize, end: usize) -> bool {
        let before = self.text.get(..start).and_then(|text| text.chars().next_back());
        let after = self.text.get(end..).and_then(|text| text.chars().next());
        let inside = self.text.get(start..end).unwrap_or_default();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !(word(before) && word(inside.chars().next()) || word(after) && word(inside.chars().next_back()))
    }

    /// The characters of the original behind `start..end`, with the accents that follow the last one.
    fn span(&self, start: usize, end: usize) -> Span {
        if self.starts.is_empty() {
            return Span::new(start, end);
        }
        let original = |at: usize| self.starts.get(at).map_or(self.original.len(), |at| *at as usize);
        let last = original(end.saturating_sub(1));
        let mut chars = self.original.get(last..).unwrap_or_default().chars();
        let mut stop = last + chars.next().map_or(0, char::len_utf8);
        stop += chars.take_while(|c| is_accent(*c)).map(char::len_utf8).sum::<usize>();
        Span::new(original(start), stop)
    }
}

fn first_len(text: &str) -> Option<usize> {
    text.chars().next().map(char::len_utf8)
}

/// Accents that are characters of their own.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Latin letters lose their accents, typographic signs become those of the keyboard, all lose their case.
fn push_folded(c: char, out: &mut String) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        _ if is_accent(c) => {}
        '\u{ad}' => {}
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201f}' => {
            out.push_str(&any_ascii::any_ascii_char(c).to_ascii_lowercase());
        }
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Query, WholeWords};

    /// What is found, each in brackets.
    fn lit(query: &Query, text: &str) -> String {
        let mut met = vec![false; query.num_terms()];
        let (mut out, mut at) = (String::new(), 0);
        for span in query.spans(text, &mut met) {
            out.push_str(text.get(at..span.start()).unwrap());
            out.push_str(&format!("[{}]", span.slice(text).unwrap()));
            at = span.end();
        }
        out + text.get(at..).unwrap()
    }

    #[track_caller]
    fn check(typed: &str, text: &str, expected: &str) {
        assert_eq!(lit(&Query::words(typed, WholeWords::No), text), expected, "{typed}");
    }

    #[track_caller]
    fn whole(typed: &str, text: &str, expected: &str) {
        assert_eq!(lit(&Query::words(typed, WholeWords::Yes), text), expected, "{typed}");
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        check("aktau", "In AKTAU and Aktau.", "In [AKTAU] and [Aktau].");
        check("zoe", "Zoë, ZOE\u{308}!", "[Zoë], [ZOE\u{308}]!");
        check("Zoë", "zoe", "[zoe]");
        check("strasse", "Die Straße lang", "Die [Straße] lang");
        check("don't", "They don’t", "They [don’t]");
        check("минск", "В Минске", "В [Минск]е");
        check("s", "ß", "[ß]");
    }

    #[test]
    fn words_stand_alone_and_phrases_together() {
        check("tear gas", "gas, tear gas", "[gas], [tear] [gas]");
        check("\"tear gas\"", "gas, tear\n gas", "gas, [tear\n gas]");
        check("“tear gas” held", "held: tear gas", "[held]: [tear gas]");
        check("\"tear gas\"", "teargas, tear-gas", "teargas, tear-gas");
        check("  \"\" ", "nothing", "nothing");
        let phrase = Query::phrase("tear gas", WholeWords::No);
        assert_eq!(lit(&phrase, "tear, tear gas"), "tear, [tear gas]");
        assert_eq!(Query::phrase("\"tear gas\"", WholeWords::No), phrase);
    }

    #[test]
    fn whole_words_end_where_words_do() {
        whole("arm", "army, arm, ARM.", "army, [arm], [ARM].");
        whole("40", "400, 40, 4,40", "400, [40], 4,[40]");
        whole("\"an arm\"", "an army, an arm", "an army, [an arm]");
        whole("aa", "aaa aa", "aaa [aa]");
        whole("(", "f(x)", "f[(]x)");
        check("aa", "aaa", "[aa]a");
    }

    proptest! {
        #[test]
        fn spans_lie_on_characters_in_order_and_hold_the_words(
            text in "[aAäÄß\u{301}é ’\n12]{0,40}", typed in "[aäß é1]{1,4}"
        ) {
            let query = Query::words(&typed, WholeWords::No);
            let mut met = vec![false; query.num_terms()];
            let spans = query.spans(&text, &mut met);
            let mut end = 0;
            for span in &spans {
                prop_assert!(span.slice(&text).is_some_and(|words| !words.is_empty()));
                prop_assert!(span.start() >= end);
                end = span.end();
                let mut own = vec![false; query.num_terms()];
                prop_assert!(!query.spans(span.of(&text), &mut own).is_empty());
            }
            prop_assert_eq!(met.contains(&true), !spans.is_empty());
        }
    }
}
