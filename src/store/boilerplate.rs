//! What the analyst says of stretches of text: boilerplate, or the article after all. Kept as a setting of the project
//! for each article, with the words, so that the places are found again in another version of the text.

use super::change::Change;
use super::record::ArticleId;
use super::rows::Store;
use super::text_anchor::Anchor;
use crate::article::{Boilerplate, BoilerplateKind};
use crate::base::Span;

/// Before the number of the article.
pub(super) const NAME: &str = "boilerplate/";
/// Between what was said, and within it.
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart {
    /// The article: figures are read from it.
    Article,
    /// Not the article: dimmed, no claims are made there.
    Boilerplate,
}

/// What was said of one stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidPart {
    /// Which words.
    pub anchor: Anchor,
    /// What they are.
    pub part: TextPart,
}

/// All that was said of the stretches of an article, the last word last, over what the machine found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidParts {
    /// The machine's boilerplate.
    pub machine: Vec<Boilerplate>,
    /// The analyst's words.
    pub said: Vec<SaidPart>,
}

impl SaidParts {
    /// Says that the words of `span` are `part`; what was said of words within them no longer matters.
    pub fn say(&mut self, text: &str, span: Span, part: TextPart) {
        self.said
            .retain(|said| said.anchor.place(text).is_none_or(|place| !span.holds(place)));
        let anchor = Anchor::of(text, span);
        self.said.push(SaidPart { anchor, part });
    }

    /// The boilerplate that holds in `text`: the machine's under what was said. In order, never meeting.
    pub fn boilerplate(&self, text: &str) -> Vec<Boilerplate> {
        let mut parts = self.machine.clone();
        for said in &self.said {
            let Some(span) = said.anchor.place(text) else { continue };
            let others = parts.into_iter().flat_map(|part| without(part, span));
            parts = others.collect();
            if said.part == TextPart::Boilerplate {
                let kind = BoilerplateKind::Other;
                parts.push(Boilerplate { span, kind });
                parts.sort_by_key(|part| part.span);
            }
        }
        parts
    }

    fn read(value: &str) -> Self {
        let mut records = value.split(RECORD);
        let machine = records.next().unwrap_or_default().split(FIELD).filter_map(read_machine);
        Self {
            machine: machine.collect(),
            said: records.filter_map(read_said).collect(),
        }
    }

    fn written(&self) -> String {
        let machine = self.machine.iter().map(|part| {
            let Boilerplate { span, kind } = part;
            format!("{}-{}-{}", span.start(), span.end(), kind.id())
        });
        let machine = machine.collect::<Vec<_>>().join(&FIELD.to_string());
        let said = self.said.iter().map(|said| {
            let anchor = &said.anchor;
            let word = match said.part {
                TextPart::Article => "article",
                TextPart::Boilerplate => "boilerplate",
            };
            let start = anchor.start.to_string();
            let fields = [word, &start, &anchor.exact, &anchor.prefix, &anchor.suffix];
            fields.map(clean).join(&FIELD.to_string())
        });
        let records: Vec<String> = std::iter::once(machine).chain(said).collect();
        records.join(&RECORD.to_string())
    }
}

/// The signs that part the fields stand in no text that can be read.
fn clean(words: &str) -> String {
    words.replace([RECORD, FIELD], " ")
}

fn read_machine(words: &str) -> Option<Boilerplate> {
    let mut parts = words.splitn(3, '-');
    let mut number = || parts.next()?.parse::<usize>().ok();
    let span = Span::new(number()?, number()?);
    let kind = BoilerplateKind::from_id(parts.next()?)?;
    Some(Boilerplate { span, kind })
}

fn read_said(words: &str) -> Option<SaidPart> {
    let mut fields = words.split(FIELD);
    let part = match fields.next()? {
        "article" => TextPart::Article,
        "boilerplate" => TextPart::Boilerplate,
        _ => return None,
    };
    let start = fields.next()?.parse().ok()?;
    let mut words = || fields.next().unwrap_or_default().to_owned();
    let anchor = Anchor {
        exact: words(),
        prefix: words(),
        suffix: words(),
        start,
    };
    Some(SaidPart { anchor, part })
}

/// What is left of a part without the words of `span`.
fn without(part: Boilerplate, span: Span) -> Vec<Boilerplate> {
    let Boilerplate { span: own, kind } = part;
    if !own.meets(span) {
        return vec![part];
    }
    let left = Span::new(own.start(), span.start().clamp(own.start(), own.end()));
    let right = Span::new(span.end().clamp(own.start(), own.end()), own.end());
    let rest = [left, right].into_iter().filter(|rest| !rest.is_empty());
    rest.map(|span| Boilerplate { span, kind }).collect()
}

fn name(id: ArticleId) -> String {
    format!("{NAME}{}", id.0)
}

impl Store {
    /// What was said of the stretches of an article; `None` where nothing was.
    pub fn parts_said(&self, id: ArticleId) -> Option<SaidParts> {
        self.setting(&name(id)).map(SaidParts::read)
    }

    /// The row that keeps what is said of the stretches of an article; with nothing said it is gone.
    pub fn put_parts(&self, id: ArticleId, parts: &SaidParts) -> Change {
        let value = (!parts.said.is_empty()).then(|| parts.written());
        Change::Setting(name(id), value)
    }

    /// The row that takes away what was said of an article's stretches; `None` where nothing was.
    pub(super) fn drop_parts(&self, id: ArticleId) -> Option<Change> {
        self.setting(&name(id))?;
        Some(Change::Setting(name(id), None))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SaidParts, TextPart};
    use crate::article::{Boilerplate, BoilerplateKind};
    use crate::base::Span;

    const TEXT: &str = "Home News\n\nTwelve men died in Aktau.\n\nSign up for our letter. Six men were held.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn shown(parts: &SaidParts, text: &str) -> Vec<String> {
        let found = parts.boilerplate(text);
        found.iter().map(|part| part.span.of(text).to_owned()).collect()
    }

    fn machine() -> SaidParts {
        let part = |words: &str, kind| Boilerplate {
            span: span(words),
            kind,
        };
        SaidParts {
            machine: vec![
                part("Home News", BoilerplateKind::Navigation),
                part("Sign up for our letter. Six men were held.", BoilerplateKind::Subscribe),
            ],
            said: Vec::new(),
        }
    }

    #[test]
    fn the_last_word_on_a_stretch_counts() {
        let mut parts = machine();
        parts.say(TEXT, span("Six men were held."), TextPart::Article);
        assert_eq!(shown(&parts, TEXT), ["Home News", "Sign up for our letter. "]);
        parts.say(TEXT, span("in Aktau."), TextPart::Boilerplate);
        assert_eq!(
            shown(&parts, TEXT),
            ["Home News", "in Aktau.", "Sign up for our letter. "]
        );
        parts.say(TEXT, span("Twelve men died in Aktau."), TextPart::Article);
        assert_eq!((shown(&parts, TEXT).len(), parts.said.len()), (2, 2));
        parts.say(TEXT, Span::new(0, TEXT.len()), TextPart::Boilerplate);
        assert_eq!((shown(&parts, TEXT), parts.said.len()), (vec![TEXT.to_owned()], 1));
    }

    #[test]
    fn what_was_said_is_written_and_read_and_holds_in_another_text() {
        let mut parts = machine();
        parts.say(TEXT, span("Six men were held."), TextPart::Article);
        parts.say(TEXT, span("in Aktau."), TextPart::Boilerplate);
        assert_eq!(SaidParts::read(&parts.written()), parts);
        let newer = format!("Breaking\n\n{TEXT}");
        let mut moved = parts.clone();
        moved.machine.clear();
        assert_eq!(shown(&moved, &newer), ["in Aktau."]);
        assert_eq!(shown(&moved, "Something else"), [""; 0]);
    }

    proptest! {
        #[test]
        fn parts_are_in_order_and_apart(cuts in prop::collection::vec((0_usize..80, 0_usize..80, any::<bool>()), 1..6)) {
            let mut parts = machine();
            for (from, to, on) in cuts {
                let part = if on { TextPart::Boilerplate } else { TextPart::Article };
                let span = Span::new(from.min(TEXT.len()), to.min(TEXT.len()));
                parts.say(TEXT, span, part);
                let found = parts.boilerplate(TEXT);
                prop_assert!(found.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
                prop_assert_eq!(SaidParts::read(&parts.written()), parts.clone());
                if !span.is_empty() {
                    let inside = found.iter().any(|one| one.span.meets(span));
                    prop_assert_eq!(inside, on);
                }
            }
        }
    }
}
