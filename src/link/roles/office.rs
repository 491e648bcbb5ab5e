//! Offices that one person holds at a time, as a text names them: "the Kazakh president", "Interior Minister", "the mayor of
//! Orla".

use super::words::{ACTING, FIELDS, HEADS, HERE, NOBODYS, NOT_THE_HOLDER, Needs, PLAIN};
use crate::base::Span;
use crate::entity::{EntityKind, Lexicon, fold};

/// How an office is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// By its holder.
    Full,
    /// For the time being.
    Acting,
    /// No more, not yet, or as one of several: nobody whom "the president" means.
    Other,
}

/// An office where a text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// By what spellings of the office meet: "interior minister".
    pub(super) office: String,
    /// Whose it is, as lists call it: "Kazakhstan", "orla"; `None` where the text leaves it open.
    pub(super) land: Option<String>,
    /// How it is held.
    pub(super) rank: Rank,
    /// True where the words mean one person: "the mayor", "Kazakhstan's president".
    pub(super) is_definite: bool,
    /// The words for the office alone.
    pub(super) words: Span,
    /// All that belongs to them, without "the": "Kazakh president", "mayor of Orla".
    pub(super) shown: Span,
    /// The same with "the".
    pub(super) whole: Span,
}

impl Named {
    /// True for an office of which every town has one.
    pub(super) fn is_local(&self) -> bool {
        matches!(self.office.as_str(), "mayor" | "governor") || self.office.starts_with("police ")
    }

    /// True where the holder's land can be left open: a country's for a president, any for a mayor.
    pub(super) fn can_be_bare(&self) -> bool {
        let land = self.land.as_deref();
        self.is_local() || land.is_none_or(|land| Lexicon::get().is_land(&fold(land)))
    }

    /// True for a minister of whom the text does not say what for.
    pub(super) fn is_any_minister(&self) -> bool {
        self.office == "minister"
    }
}

/// True where the words are an office and nothing else, and so no name of a person: "interior minister". A lone capital
/// ("King", "Mayor") can be a family name, unless nobody is called so.
pub fn is_office(words: &str) -> bool {
    let whole = |named: &Named| named.words == Span::new(0, words.len());
    let can_be = words.contains(' ')
        || words.starts_with(char::is_lowercase)
        || matches!(words, "President" | "Premier" | "Governor" | "Minister");
    can_be && all(words).iter().any(whole)
}

/// Every office that the text names, in order.
pub(super) fn all(text: &str) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    let mut before = b' ';
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let begins = !before.is_ascii_alphanumeric() && before != b'-' && before < 0x80;
        before = *byte;
        if !begins || !may_begin(bytes.get(at..at + 3).unwrap_or_default()) {
            continue;
        }
        let found = HEADS.iter().find_map(|head| named(text, at, head));
        let is_new = |found: &Named| out.last().is_none_or(|last| last.words.end() <= found.words.start());
        out.extend(found.filter(is_new));
    }
    out
}

/// True where a head may begin so: most texts are no more than looked through, so the first three letters go before the rest.
fn may_begin(letters: &[u8]) -> bool {
    let &[first, second, third] = letters else {
        return false;
    };
    matches!(
        &[first | 0x20, second | 0x20, third | 0x20],
        b"pre"
            | b"pri"
            | b"pop"
            | b"pat"
            | b"cha"
            | b"chi"
            | b"com"
            | b"kin"
            | b"que"
            | b"emi"
            | b"sul"
            | b"sec"
            | b"spe"
            | b"may"
            | b"min"
            | b"gov"
            | b"omb"
            | b"att"
            | b"jus"
    )
}

/// The office whose last word stands at `at`, where that is `head`.
fn named(text: &str, at: usize, (head, needs, key): &(&str, Needs, &str)) -> Option<Named> {
    let end = at + head.len();
    if !text.get(at..end)?.eq_ignore_ascii_case(head) {
        return None;
    }
    let next = text.get(end..)?.chars().next();
    if next.is_some_and(|c| c.is_alphanumeric() || c == '-') {
        return None;
    }
    let mut office = Office {
        text,
        key: (*key).to_owned(),
        start: at,
        end,
    };
    match needs {
        Needs::Nothing => {}
        Needs::Field => office.take_field(),
        Needs::Before(words) => office.take_before(words)?,
        Needs::Behind(words) => office.take_behind(words)?,
    }
    Some(office.named())
}

/// An office while its words are gathered.
struct Office<'t> {
    text: &'t str,
    key: String,
    start: usize,
    end: usize,
}

impl Office<'_> {
    /// "interior" before "minister", two words of it, or "of the Interior" behind it.
    fn take_field(&mut self) {
        let one = word_before(self.text, self.start);
        let two = one.and_then(|(start, word)| {
            let (first, before) = word_before(self.text, start)?;
            Some((first, format!("{} {}", fold(before), fold(word))))
        });
        let field = |words: &str| FIELDS.iter().find(|(name, _)| *name == words).map(|(_, key)| *key);
        let found = two.and_then(|(start, words)| Some((start, field(&words)?)));
        let found = found.or_else(|| one.and_then(|(start, word)| Some((start, field(&fold(word))?))));
        if let Some((start, key)) = found {
            (self.start, self.key) = (start, format!("{key} minister"));
            return;
        }
        let Some(behind) = self.text.get(self.end..).and_then(|rest| rest.strip_prefix(" of ")) else {
            return;
        };
        let behind = behind.strip_prefix("the ").unwrap_or(behind);
        let fits = |(name, _): &&(&str, &str)| begins_with(behind, name);
        if let Some((name, key)) = FIELDS.iter().filter(fits).max_by_key(|(name, _)| name.len()) {
            self.end = self.text.len() - behind.len() + name.len();
            self.key = format!("{key} minister");
        }
    }

    fn take_before(&mut self, words: &[&str]) -> Option<()> {
        let (start, word) = word_before(self.text, self.start)?;
        let word = fold(word);
        let known = words.iter().find(|known| **known == word)?;
        self.start = start;
        let known = FIELDS
            .iter()
            .find(|(name, _)| name == known)
            .map_or(*known, |(_, key)| key);
        self.key = format!("{known} {}", self.key);
        Some(())
    }

    fn take_behind(&mut self, words: &[&str]) -> Option<()> {
        let rest = self.text.get(self.end..)?.strip_prefix(' ')?;
        let word = words.iter().find(|word| begins_with(rest, word))?;
        self.end += 1 + word.len();
        self.key = format!("{} {word}", self.key);
        Some(())
    }

    /// Reads on to both sides: whose office it is, how it is held, whether one person is meant.
    fn named(self) -> Named {
        let words = Span::new(self.start, self.end);
        let (behind, end) = self.land_behind();
        let mut front = Front {
            rank: Rank::Full,
            land: None,
            is_definite: false,
            of_what: None,
            shown: self.start,
            whole: self.start,
        };
        front.read(self.text, self.start);
        Named {
            office: match front.of_what {
                Some(what) => format!("{what} {}", self.key),
                None => self.key,
            },
            // "the Orla province governor" says nothing new of the "governor of Orla"
            land: behind.or(front.land),
            rank: front.rank,
            is_definite: front.is_definite,
            words,
            shown: Span::new(front.shown, end),
            whole: Span::new(front.whole, end),
        }
    }

    /// "of Orla", "of the university": whose office it is, and where the words for it end.
    fn land_behind(&self) -> (Option<String>, usize) {
        let none = (None, self.end);
        let Some(rest) = self.text.get(self.end..).and_then(|rest| rest.strip_prefix(" of ")) else {
            return none;
        };
        let rest = rest.strip_prefix("the ").unwrap_or(rest);
        let rest = rest.strip_prefix("Republic of ").unwrap_or(rest);
        let mut end = 0;
        // what stands below a heading is no more of it
        let line = rest.lines().next().unwrap_or_default();
        for word in line.split(' ').take(4) {
            let bare = bare(word);
            if !word.starts_with(char::is_uppercase) && end > 0 || bare.is_empty() {
                break;
            }
            end += usize::from(end > 0) + bare.len();
            if bare.len() < word.len() || word.starts_with(char::is_lowercase) {
                break;
            }
        }
        let Some(name) = rest.get(..end).filter(|name| !name.is_empty()) else {
            return none;
        };
        let end = self.text.len() - rest.len() + end;
        if HERE.contains(&name) {
            return (None, end);
        }
        (Some(land(name)), end)
    }
}

/// What stands before an office.
struct Front {
    rank: Rank,
    land: Option<String>,
    is_definite: bool,
    /// "party" of "party president": another office.
    of_what: Option<String>,
    shown: usize,
    whole: usize,
}

impl Front {
    /// Reads back from the first word of the office, word by word, as far as they belong to it.
    fn read(&mut self, text: &str, start: usize) {
        let mut at = start;
        // more words than stand before any office
        for _ in 0..6 {
            let Some((start, word)) = word_before(text, at) else {
                return;
            };
            if !self.take(text, (start, word)) {
                return;
            }
            at = start;
        }
    }

    /// Takes one word; false where nothing more belongs to the office.
    fn take(&mut self, text: &str, (start, word): (usize, &str)) -> bool {
        let folded = fold(word);
        if folded == "the" {
            (self.is_definite, self.whole) = (true, start);
            return false;
        }
        if NOBODYS.contains(&folded.as_str()) {
            self.is_definite = false;
            return false;
        }
        if let Some(owner) = possessor(word) {
            self.is_definite = true;
            (self.shown, self.whole) = (start, start);
            if !HERE.contains(&owner) {
                let is_name = owner.starts_with(char::is_uppercase);
                self.is_definite = is_name;
                self.land.get_or_insert_with(|| land(owner));
            }
            return true;
        }
        if NOT_THE_HOLDER.contains(&folded.as_str()) {
            self.rank = Rank::Other;
        } else if ACTING.contains(&folded.as_str()) {
            self.rank = self.rank.max(Rank::Acting);
        } else if !PLAIN.contains(&folded.as_str()) {
            return self.take_land(text, (start, word));
        }
        (self.shown, self.whole) = (start, start);
        true
    }

    /// "Kazakh", "South Sudanese", "Port Calder": whose office it is.
    fn take_land(&mut self, text: &str, (start, word): (usize, &str)) -> bool {
        let lexicon = Lexicon::get();
        let of_list = |words: &str| {
            let listed = lexicon.listed(&fold(words))?;
            matches!(listed.kind, EntityKind::Place | EntityKind::Group).then(|| listed.canonical.to_owned())
        };
        if self.land.is_some() || !word.starts_with(char::is_uppercase) {
            // "party president", "club president": some other office
            if word.starts_with(char::is_lowercase) && !is_small(word) {
                self.of_what = Some(fold(word));
            }
            return false;
        }
        let end = start + word.len();
        let two = word_before(text, start).and_then(|(first, _)| Some((first, of_list(text.get(first..end)?)?)));
        if let Some((first, canonical)) = two {
            self.land = Some(canonical);
            self.is_definite = true;
            (self.shown, self.whole) = (first, first);
        } else if let Some(canonical) = of_list(word) {
            self.land = Some(canonical);
            self.is_definite = true;
            (self.shown, self.whole) = (start, start);
        } else if lexicon.is_common(&fold(word)) || lexicon.title(&fold(word)).is_some() {
            return false;
        } else {
            let mut first = start;
            while let Some((at, before)) = word_before(text, first) {
                if !before.starts_with(char::is_uppercase) || lexicon.is_common(&fold(before)) || fold(before) == "the"
                {
                    break;
                }
                first = at;
            }
            self.land = text.get(first..end).map(land);
            (self.shown, self.whole) = (first, first);
            return word_before(text, first).is_some_and(|word| self.take_article(word));
        }
        true
    }

    fn take_article(&mut self, (start, word): (usize, &str)) -> bool {
        if fold(word) == "the" {
            (self.is_definite, self.whole) = (true, start);
        }
        false
    }
}

/// True for words too short to tell offices apart: "said president Brenk", "with president Brenk".
fn is_small(word: &str) -> bool {
    word.len() <= 4
}

/// True where the text begins with these words, in whatever letters, and no word goes on behind them.
fn begins_with(text: &str, words: &str) -> bool {
    let (here, rest) = text.split_at_checked(words.len()).unwrap_or_default();
    here.eq_ignore_ascii_case(words) && !rest.starts_with(char::is_alphanumeric)
}

/// The name as lists call it, else in small letters.
fn land(name: &str) -> String {
    let listed = Lexicon::get().listed(&fold(name));
    listed.map_or_else(|| fold(name), |listed| listed.canonical.to_owned())
}

/// "Kazakhstan" of "Kazakhstan's".
fn possessor(word: &str) -> Option<&str> {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))
}

/// The word without signs behind it and "'s".
fn bare(word: &str) -> &str {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    possessor(word).unwrap_or(word)
}

/// The word right before `at`, with its place; nothing over a sign or a line.
fn word_before(text: &str, at: usize) -> Option<(usize, &str)> {
    let head = text.get(..at)?.strip_suffix(' ')?;
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let start = head.char_indices().rev().take_while(|(_, c)| is_part(*c)).last()?.0;
    Some((start, head.get(start..)?))
}

#[cfg(test)]
mod tests {
    use super::{HEADS, all, may_begin};

    #[test]
    fn what_stands_far_behind_does_not_count() {
        for len in 0..30 {
            let text = format!("The minister of health {}é", "a".repeat(len));
            let found: Vec<String> = all(&text).into_iter().map(|named| named.office).collect();
            assert_eq!(found, ["health minister"], "{text}");
        }
        let text = "The mayor of Orla\nThe town buried its dead.";
        let found: Vec<&str> = all(text).into_iter().map(|named| named.shown.of(text)).collect();
        assert_eq!(found, ["mayor of Orla"]);
    }

    #[test]
    fn every_head_may_begin() {
        for (head, ..) in HEADS {
            assert!(head.as_bytes().get(..3).is_some_and(may_begin), "{head}");
            assert!(head.to_uppercase().as_bytes().get(..3).is_some_and(may_begin), "{head}");
        }
        assert!(!may_begin(b"the") && !may_begin(b"pr"));
    }
}
