//! What narrows the table of claims beside words: states, sources, days, confidence, notes, tags; as chips and as text.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::chart_filter::{day_range, in_days, is_tagged};
use super::chart_source::normal;
use super::look::{DaysBy, ReviewLook};
use super::words;
use crate::claim::Kind;
use crate::store::{ClaimRecord, Edit, Status, Store};

/// Before the name of a saved filter.
const SAVED: &str = "review.filter ";

/// What narrows the table of claims. What is empty lets everything pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// States.
    pub states: BTreeSet<Status>,
    /// Outlets as written; empty text = not known.
    pub publishers: BTreeSet<String>,
    /// Speakers, as [`speaker_words`] has them; empty text = not stated.
    pub speakers: BTreeSet<String>,
    /// First and last day, and which day of a claim they speak of.
    pub days: Option<(Date, Date, DaysBy)>,
    /// Least and most confidence, in percent.
    pub sure: Option<(u8, u8)>,
    /// Tags of the claim or of its article.
    pub tags: BTreeSet<String>,
    /// Only claims with a note.
    pub has_note: bool,
    /// Only claims with a value of the analyst, or made by hand.
    pub changed: bool,
    /// Only claims that lost their place in a corrected text.
    pub orphaned: bool,
}

/// One change of what is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NarrowChange {
    /// Words that the row must hold.
    Words(String),
    /// A kind, on or off.
    Kind(Kind),
    /// A state, on or off.
    State(Status),
    /// An outlet, on or off.
    Publisher(String),
    /// A speaker, on or off.
    Speaker(String),
    /// First and last day; `None` = any day.
    Days(Option<(Date, Date, DaysBy)>),
    /// Least and most confidence in percent; `None` = any.
    Sure(Option<(u8, u8)>),
    /// A tag, on or off.
    Tag(String),
    /// Only with a note, on or off.
    HasNote,
    /// Only what the analyst changed, on or off.
    Changed,
    /// Only what lost its place in the text, on or off.
    Orphaned,
    /// Only unreviewed ones, on or off.
    Unreviewed,
    /// Only in conflict, on or off.
    InConflict,
    /// The filter of the project is not followed any more.
    Apart,
    /// Everything passes.
    Clear,
}

/// A speaker as the filter lists it: without "the" before it.
pub fn speaker_words(speaker: Option<&str>) -> String {
    let words = speaker.unwrap_or_default().trim();
    let bare = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    bare.unwrap_or(words).to_owned()
}

/// The confidence of a claim in percent.
pub fn percent(confidence: f32) -> u8 {
    (f64::from(confidence.clamp(0.0, 1.0)) * 100.0).round() as u8
}

impl Narrow {
    /// True where the claim passes.
    pub fn passes(&self, store: &Store, record: &ClaimRecord) -> bool {
        let claim = record.claim();
        let sure = percent(claim.confidence);
        (self.states.is_empty() || self.states.contains(&record.status()))
            && self.sure.is_none_or(|(least, most)| sure >= least && sure <= most)
            && (!self.has_note || !record.note.is_empty())
            && (!self.changed || record.by_hand || !record.fields.is_empty())
            && (!self.orphaned || store.is_orphaned(record))
            && self.is_of(store, record)
            && self.is_said_by(claim.speaker.as_deref())
            && is_tagged(&self.tags, store, record)
            && in_days(self.days, store, record)
    }

    fn is_of(&self, store: &Store, record: &ClaimRecord) -> bool {
        if self.publishers.is_empty() {
            return true;
        }
        let article = store.article(record.article);
        let publisher = article.and_then(|article| article.publisher()).unwrap_or_default();
        self.publishers.contains(publisher)
    }

    fn is_said_by(&self, speaker: Option<&str>) -> bool {
        if self.speakers.is_empty() {
            return true;
        }
        let speaker = normal(&speaker_words(speaker));
        self.speakers.iter().any(|wanted| normal(wanted) == speaker)
    }
}

impl ReviewLook {
    /// Carries out a change.
    pub fn change(&mut self, change: NarrowChange) {
        let narrow = &mut self.narrow;
        match change {
            NarrowChange::Words(words) => self.text = words,
            NarrowChange::Kind(kind) => toggle(&mut self.kinds, kind),
            NarrowChange::State(state) => toggle(&mut narrow.states, state),
            NarrowChange::Publisher(publisher) => toggle(&mut narrow.publishers, publisher),
            NarrowChange::Speaker(speaker) => toggle(&mut narrow.speakers, speaker),
            NarrowChange::Days(days) => narrow.days = days,
            NarrowChange::Sure(sure) => narrow.sure = sure.filter(|sure| *sure != (0, 100)),
            NarrowChange::Tag(tag) => toggle(&mut narrow.tags, tag),
            NarrowChange::HasNote => narrow.has_note = !narrow.has_note,
            NarrowChange::Changed => narrow.changed = !narrow.changed,
            NarrowChange::Orphaned => narrow.orphaned = !narrow.orphaned,
            NarrowChange::Unreviewed => self.unreviewed_only = !self.unreviewed_only,
            NarrowChange::InConflict => self.in_conflict_only = !self.in_conflict_only,
            NarrowChange::Apart => self.within = None,
            NarrowChange::Clear => {
                *self = Self {
                    sort_column: std::mem::take(&mut self.sort_column),
                    descending: self.descending,
                    ..Self::default()
                };
            }
        }
    }

    /// True where every claim passes.
    pub fn is_clear(&self) -> bool {
        self.chips().is_empty()
    }

    /// The parts that hold, in words, each with what takes it away.
    pub fn chips(&self) -> Vec<(String, NarrowChange)> {
        let narrow = &self.narrow;
        let mut chips = Vec::new();
        if !self.text.trim().is_empty() {
            chips.push((format!("“{}”", self.text.trim()), NarrowChange::Words(String::new())));
        }
        if self.unreviewed_only {
            chips.push(("Unreviewed only".to_owned(), NarrowChange::Unreviewed));
        }
        if self.in_conflict_only {
            chips.push(("In conflict".to_owned(), NarrowChange::InConflict));
        }
        for kind in &self.kinds {
            chips.push((words::kind(*kind).to_owned(), NarrowChange::Kind(*kind)));
        }
        for state in &narrow.states {
            chips.push((words::status(*state).to_owned(), NarrowChange::State(*state)));
        }
        for publisher in &narrow.publishers {
            let name = or_not_known(publisher);
            chips.push((format!("Outlet: {name}"), NarrowChange::Publisher(publisher.clone())));
        }
        for speaker in &narrow.speakers {
            let name = Some(speaker.as_str()).filter(|name| !name.is_empty());
            let words = format!("Speaker: {}", name.unwrap_or(words::NOT_STATED));
            chips.push((words, NarrowChange::Speaker(speaker.clone())));
        }
        if let Some((from, to, by)) = narrow.days {
            chips.push((day_range(from, to, by), NarrowChange::Days(None)));
        }
        if let Some((least, most)) = narrow.sure {
            chips.push((format!("Confidence {least}–{most} %"), NarrowChange::Sure(None)));
        }
        for tag in &narrow.tags {
            chips.push((format!("Tag: {tag}"), NarrowChange::Tag(tag.clone())));
        }
        if narrow.has_note {
            chips.push(("With a note".to_owned(), NarrowChange::HasNote));
        }
        if narrow.changed {
            chips.push(("Changed by you".to_owned(), NarrowChange::Changed));
        }
        if narrow.orphaned {
            chips.push(("Orphaned".to_owned(), NarrowChange::Orphaned));
        }
        if self.within.is_some() {
            chips.push(("As in Compare".to_owned(), NarrowChange::Apart));
        }
        chips
    }

    /// The filter as lines of text, as a project keeps it. What follows Compare is not kept.
    pub fn to_lines(&self) -> String {
        let narrow = &self.narrow;
        let mut lines = String::new();
        let mut put = |name: &str, value: &str| {
            lines.push_str(&format!("{name}\t{}\n", value.replace(['\n', '\t'], " ")));
        };
        if !self.text.trim().is_empty() {
            put("words", self.text.trim());
        }
        for (on, name) in [
            (self.unreviewed_only, "unreviewed"),
            (self.in_conflict_only, "in_conflict"),
            (narrow.has_note, "has_note"),
            (narrow.changed, "changed"),
            (narrow.orphaned, "orphaned"),
        ] {
            if on {
                put(name, "");
            }
        }
        self.kinds.iter().for_each(|kind| put("kind", kind.id()));
        narrow.states.iter().for_each(|state| put("state", state.id()));
        narrow.publishers.iter().for_each(|name| put("publisher", name));
        narrow.speakers.iter().for_each(|name| put("speaker", name));
        narrow.tags.iter().for_each(|tag| put("tag", tag));
        if let Some((from, to, by)) = narrow.days {
            let at = DaysBy::ALL.iter().position(|one| *one == by).unwrap_or_default();
            put("days", &format!("{from} {to} {at}"));
        }
        if let Some((least, most)) = narrow.sure {
            put("sure", &format!("{least} {most}"));
        }
        lines
    }

    /// The filter of lines of text; lines that are not understood are passed over.
    pub fn from_lines(lines: &str) -> Self {
        let mut look = Self::default();
        let changes = lines.lines().filter_map(|line| read_line(line.split_once('\t')?));
        changes.for_each(|change| look.change(change));
        look
    }
}

fn read_line((name, value): (&str, &str)) -> Option<NarrowChange> {
    let mut parts = value.split(' ');
    Some(match name {
        "words" => NarrowChange::Words(value.to_owned()),
        "unreviewed" => NarrowChange::Unreviewed,
        "in_conflict" => NarrowChange::InConflict,
        "has_note" => NarrowChange::HasNote,
        "changed" => NarrowChange::Changed,
        "orphaned" => NarrowChange::Orphaned,
        "kind" => NarrowChange::Kind(Kind::from_id(value)?),
        "state" => NarrowChange::State(Status::ALL.into_iter().find(|state| state.id() == value)?),
        "publisher" => NarrowChange::Publisher(value.to_owned()),
        "speaker" => NarrowChange::Speaker(value.to_owned()),
        "tag" => NarrowChange::Tag(value.to_owned()),
        "days" => {
            let from: Date = parts.next()?.parse().ok()?;
            let to: Date = parts.next()?.parse().ok()?;
            let by: usize = parts.next()?.parse().ok()?;
            NarrowChange::Days(Some((from, to, *DaysBy::ALL.get(by)?)))
        }
        "sure" => {
            let mut part = || parts.next()?.parse::<u8>().ok();
            NarrowChange::Sure(Some((part()?.min(100), part()?.min(100))))
        }
        _ => return None,
    })
}

/// The saved filters of the project by name.
pub fn saved_filters(store: &Store) -> Vec<(String, ReviewLook)> {
    let rows = store.settings().range(SAVED.to_owned()..);
    rows.map_while(|(name, lines)| Some((name.strip_prefix(SAVED)?.to_owned(), ReviewLook::from_lines(lines))))
        .collect()
}

/// Keeps a filter under a name, in place of one that had it.
pub fn save_filter(store: &Store, name: &str, look: &ReviewLook) -> Edit {
    let edit = store.set_setting(&format!("{SAVED}{}", name.trim()), Some(&look.to_lines()));
    labelled(edit, format!("Filter “{}” saved", name.trim()))
}

/// Gives a saved filter another name.
pub fn rename_filter(store: &Store, old: &str, new: &str) -> Edit {
    let new = new.trim();
    let key = format!("{SAVED}{old}");
    let Some(lines) = store.setting(&key).filter(|_| !new.is_empty() && new != old) else {
        return Edit::new("", Vec::new());
    };
    let mut edit = store.set_setting(&format!("{SAVED}{new}"), Some(lines));
    edit.changes.extend(store.set_setting(&key, None).changes);
    labelled(edit, format!("Filter “{old}” renamed to “{new}”"))
}

/// Takes a saved filter away.
pub fn drop_filter(store: &Store, name: &str) -> Edit {
    let edit = store.set_setting(&format!("{SAVED}{name}"), None);
    labelled(edit, format!("Filter “{name}” deleted"))
}

fn labelled(edit: Edit, label: String) -> Edit {
    Edit::new(label, edit.changes)
}

fn or_not_known(publisher: &str) -> &str {
    if publisher.is_empty() { "not known" } else { publisher }
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{NarrowChange, drop_filter, rename_filter, save_filter, saved_filters};
    use crate::claim::Kind;
    use crate::show::testing::{claim, store};
    use crate::show::{DaysBy, Flags, ReviewLook, rows};
    use crate::store::{Status, Store, TagChange};

    const AT: &str = "2031-03-15T09:00:00Z";

    fn sample() -> Store {
        let mut store = store(&[
            (
                "Herald",
                "2031-03-14",
                "Toll\n\n{killed @the Interior Ministry conf 0.9|29 dead}. {injured conf 0.5 accepted|40 hurt}.",
            ),
            (
                "",
                "2031-03-12",
                "Held\n\n{arrested @interior ministry conf 0.7|50 held}.",
            ),
        ]);
        let edit = store.tag_claims(&[claim(&store, "50 held")], "doubtful", TagChange::Add);
        store.commit(edit, AT);
        let edit = store.set_note(&[claim(&store, "40 hurt")], "Ask the hospital");
        store.commit(edit, AT);
        store
    }

    fn shown(store: &Store, look: &ReviewLook) -> Vec<String> {
        rows(store, look, &Flags::default())
            .into_iter()
            .filter_map(|id| {
                let record = store.claim(id)?;
                Some(record.claim().span.of(store.article(record.article)?.text()).to_owned())
            })
            .collect()
    }

    #[track_caller]
    fn check(changes: &[NarrowChange], expected: &[&str], chips: &[&str]) {
        let store = sample();
        let mut look = ReviewLook::default();
        changes.iter().for_each(|change| look.change(change.clone()));
        assert_eq!(shown(&store, &look), expected);
        let words: Vec<String> = look.chips().into_iter().map(|(words, _)| words).collect();
        assert_eq!(words, chips);
        assert_eq!(ReviewLook::from_lines(&look.to_lines()), look, "it is kept as lines");
        look.chips().into_iter().for_each(|(_, change)| look.change(change));
        assert!(look.is_clear(), "each chip takes its part away");
    }

    #[test]
    fn each_part_narrows_and_is_a_chip() {
        let all = ["29 dead", "40 hurt", "50 held"];
        check(&[], &all, &[]);
        check(&[NarrowChange::State(Status::Accepted)], &["40 hurt"], &["Accepted"]);
        check(
            &[NarrowChange::Publisher("Herald".into())],
            &["29 dead", "40 hurt"],
            &["Outlet: Herald"],
        );
        check(
            &[NarrowChange::Publisher(String::new())],
            &["50 held"],
            &["Outlet: not known"],
        );
        check(
            &[NarrowChange::Speaker("Interior Ministry".into())],
            &["29 dead", "50 held"],
            &["Speaker: Interior Ministry"],
        );
        check(
            &[NarrowChange::Speaker(String::new())],
            &["40 hurt"],
            &["Speaker: Not stated"],
        );
        check(
            &[NarrowChange::Sure(Some((60, 80)))],
            &["50 held"],
            &["Confidence 60–80 %"],
        );
        check(&[NarrowChange::Sure(Some((0, 100)))], &all, &[]);
        check(
            &[NarrowChange::Tag("doubtful".into())],
            &["50 held"],
            &["Tag: doubtful"],
        );
        check(&[NarrowChange::HasNote], &["40 hurt"], &["With a note"]);
        check(&[NarrowChange::Changed], &[], &["Changed by you"]);
        check(&[NarrowChange::Kind(Kind::Killed)], &["29 dead"], &["Killed"]);
        let days = NarrowChange::Days(Some((date(2031, 3, 11), date(2031, 3, 12), DaysBy::Published)));
        check(&[days], &["50 held"], &["Published 11 – 12 March 2031"]);
    }

    #[test]
    fn words_are_looked_for_in_notes_and_tags_too() {
        check(&[NarrowChange::Words("hospital".into())], &["40 hurt"], &["“hospital”"]);
        check(&[NarrowChange::Words("DOUBT".into())], &["50 held"], &["“DOUBT”"]);
        check(&[NarrowChange::Words("morgue".into())], &[], &["“morgue”"]);
    }

    #[test]
    fn parts_narrow_together_and_clear_leaves_the_order() {
        check(
            &[NarrowChange::Unreviewed, NarrowChange::Publisher("Herald".into())],
            &["29 dead"],
            &["Unreviewed only", "Outlet: Herald"],
        );
        let mut look = ReviewLook {
            sort_column: "figure".to_owned(),
            descending: true,
            ..ReviewLook::default()
        };
        look.change(NarrowChange::HasNote);
        look.change(NarrowChange::Clear);
        assert!(look.is_clear() && look.descending && look.sort_column == "figure");
    }

    #[test]
    fn filters_are_saved_under_a_name_renamed_and_deleted() {
        let mut store = sample();
        let mut look = ReviewLook::default();
        look.change(NarrowChange::HasNote);
        let edit = save_filter(&store, " To ask ", &look);
        assert_eq!(edit.label, "Filter “To ask” saved");
        store.commit(edit, AT);
        assert_eq!(saved_filters(&store), [("To ask".to_owned(), look.clone())]);
        let edit = rename_filter(&store, "To ask", "Questions");
        store.commit(edit, AT);
        assert_eq!(saved_filters(&store), [("Questions".to_owned(), look)]);
        assert!(rename_filter(&store, "Questions", " ").is_empty());
        assert!(rename_filter(&store, "never saved", "x").is_empty());
        let edit = drop_filter(&store, "Questions");
        store.commit(edit, AT);
        assert!(saved_filters(&store).is_empty());
        store.undo();
        assert_eq!(saved_filters(&store).len(), 1);
        let strange = ReviewLook::from_lines("kind\tno such kind\nsure\tx\n\nhas_note\t\nfrom tomorrow\t1");
        assert_eq!(strange.chips().len(), 1);
    }
}
