//! Tags of claims and articles, tags and notes of names, colours of tags: the edits that change them.
//!
//! What hangs on names and tags is kept among the settings of the project, as names are worked out anew in every run.

use std::collections::BTreeSet;

use super::change::{Change, Edit};
use super::record::{ArticleId, ClaimId};
use super::rows::Store;
use crate::link::NameRef;

pub(super) const NAME_TAGS: &str = "name.tags ";
pub(super) const NAME_NOTE: &str = "name.note ";
pub(super) const COLOR: &str = "tag.color ";
/// Longest tag in characters.
const LONGEST: usize = 40;

/// What happens with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagChange {
    /// It is added.
    Add,
    /// It is taken away.
    Remove,
}

/// A tag as it is kept: without blanks around it, at most 40 characters; `None` where nothing is left.
pub fn clean_tag(typed: &str) -> Option<String> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let tag: String = words.replace([',', '\t'], "").chars().take(LONGEST).collect();
    let tag = tag.trim().to_owned();
    (!tag.is_empty()).then_some(tag)
}

impl Store {
    /// All tags of claims, articles and names, and those that only have a colour.
    pub fn all_tags(&self) -> BTreeSet<String> {
        let of_articles = self.articles().flat_map(|article| article.tags.iter());
        let of_claims = self.claims().flat_map(|record| record.tags.iter());
        let mut tags: BTreeSet<String> = of_articles.chain(of_claims).cloned().collect();
        for (name, value) in self.settings().range(NAME_TAGS.to_owned()..) {
            if !name.starts_with(NAME_TAGS) {
                break;
            }
            tags.extend(value.lines().map(str::to_owned));
        }
        for name in self.settings().range(COLOR.to_owned()..).map(|(name, _)| name) {
            let Some(tag) = name.strip_prefix(COLOR) else { break };
            tags.insert(tag.to_owned());
        }
        tags
    }

    /// The spelling that the project has for a tag, so that "Checked" and "checked" do not stand side by side.
    fn known_tag(&self, typed: &str) -> Option<String> {
        let tag = clean_tag(typed)?;
        let same = |known: &String| known.to_lowercase() == tag.to_lowercase();
        Some(self.all_tags().into_iter().find(same).unwrap_or(tag))
    }

    /// Adds a tag to claims, or takes it away.
    pub fn tag_claims(&self, ids: &[ClaimId], typed: &str, how: TagChange) -> Edit {
        let Some(tag) = self.known_tag(typed) else {
            return Edit::new("", Vec::new());
        };
        let what = what(&tag, how);
        self.edit_claims(ids, &what, |claim| change(&mut claim.tags, &tag, how))
    }

    /// Adds a tag to articles, or takes it away.
    pub fn tag_articles(&self, ids: &[ArticleId], typed: &str, how: TagChange) -> Edit {
        let Some(tag) = self.known_tag(typed) else {
            return Edit::new("", Vec::new());
        };
        let what = what(&tag, how);
        self.edit_articles(ids, &what, |article| change(&mut article.tags, &tag, how))
    }

    /// The tags of a name, which may be written in several ways.
    pub fn name_tags(&self, written: &[NameRef]) -> Vec<String> {
        let mut tags = Vec::new();
        for name in written {
            for tag in self.setting(&key(NAME_TAGS, name)).unwrap_or_default().lines() {
                if !tags.iter().any(|other| other == tag) {
                    tags.push(tag.to_owned());
                }
            }
        }
        tags
    }

    /// Adds a tag to a name, or takes it away wherever it is kept.
    pub fn tag_name(&self, written: &[NameRef], typed: &str, how: TagChange) -> Edit {
        let Some((tag, first)) = self.known_tag(typed).zip(written.first()) else {
            return Edit::new("", Vec::new());
        };
        let places = match how {
            TagChange::Add if self.name_tags(written).contains(&tag) => &[][..],
            TagChange::Add => std::slice::from_ref(first),
            TagChange::Remove => written,
        };
        let mut changes = Vec::new();
        for name in places {
            let key = key(NAME_TAGS, name);
            let old = self.setting(&key).unwrap_or_default();
            let mut tags: Vec<String> = old.lines().map(str::to_owned).collect();
            change(&mut tags, &tag, how);
            let new = tags.join("\n");
            if new != old {
                changes.push(Change::Setting(key, Some(new).filter(|new| !new.is_empty())));
            }
        }
        Edit::new(format!("Name {}", what(&tag, how)), changes)
    }

    /// Tags and notes of names: by the words of a name, its sort and what was said, which may come more than once.
    pub fn said_of_names(&self) -> impl Iterator<Item = (&str, (&str, &str))> {
        [NAME_TAGS, NAME_NOTE].into_iter().flat_map(|prefix| {
            let settings = self.settings().range(prefix.to_owned()..);
            settings.map_while(move |(name, said)| {
                let (sort, words) = name.strip_prefix(prefix)?.split_once(' ')?;
                Some((words, (sort, said.as_str())))
            })
        })
    }

    /// The note of a name; empty where there is none.
    pub fn name_note(&self, written: &[NameRef]) -> &str {
        let mut notes = written.iter().filter_map(|name| self.setting(&key(NAME_NOTE, name)));
        notes.next().unwrap_or_default()
    }

    /// Writes the note of a name.
    pub fn set_name_note(&self, written: &[NameRef], note: &str) -> Edit {
        let note = note.trim();
        if note == self.name_note(written) {
            return Edit::new("", Vec::new());
        }
        let mut changes = Vec::new();
        for (at, name) in written.iter().enumerate() {
            let key = key(NAME_NOTE, name);
            let new = Some(note).filter(|note| at == 0 && !note.is_empty()).map(str::to_owned);
            if self.setting(&key) != new.as_deref() {
                changes.push(Change::Setting(key, new));
            }
        }
        Edit::new("Name annotated", changes)
    }

    /// The colour of a tag, as a number of the palette; `None` where it has none of its own.
    pub fn tag_color(&self, tag: &str) -> Option<usize> {
        self.setting(&format!("{COLOR}{tag}"))?.parse().ok()
    }

    /// Gives a tag a colour, or takes it away.
    pub fn set_tag_color(&self, tag: &str, color: Option<usize>) -> Edit {
        if self.tag_color(tag) == color {
            return Edit::new("", Vec::new());
        }
        let change = Change::Setting(format!("{COLOR}{tag}"), color.map(|color| color.to_string()));
        Edit::new(format!("Colour of tag “{tag}”"), vec![change])
    }
}

/// "tagged “checked”".
fn what(tag: &str, how: TagChange) -> String {
    match how {
        TagChange::Add => format!("tagged “{tag}”"),
        TagChange::Remove => format!("without tag “{tag}”"),
    }
}

fn change(tags: &mut Vec<String>, tag: &str, how: TagChange) {
    tags.retain(|other| other != tag || how == TagChange::Add);
    if how == TagChange::Add && !tags.iter().any(|other| other == tag) {
        tags.push(tag.to_owned());
    }
}

fn key(prefix: &str, name: &NameRef) -> String {
    format!("{prefix}{} {}", name.sort.id(), name.words)
}

#[cfg(test)]
mod tests {
    use super::{TagChange, clean_tag};
    use crate::entity::EntityKind;
    use crate::link::{NameRef, NameSort, Reach};
    use crate::store::tests::store;
    use crate::store::{ClaimId, Store};

    const AT: &str = "2031-03-15T09:00:00Z";

    fn sample() -> (Store, Vec<ClaimId>) {
        let store = store();
        let ids = store.claims().map(|record| record.id).collect();
        (store, ids)
    }

    #[test]
    fn a_tag_is_kept_once_in_the_spelling_that_is_known() {
        let (mut store, ids) = sample();
        let edit = store.tag_claims(&ids, "  to   check ", TagChange::Add);
        assert_eq!(edit.label, "2 claims tagged “to check”");
        store.commit(edit, AT);
        assert!(store.tag_claims(&ids, "To Check", TagChange::Add).is_empty());
        let article = store.articles().next().expect("an article").id;
        let edit = store.tag_articles(&[article], "TO CHECK", TagChange::Add);
        store.commit(edit, AT);
        assert_eq!(store.all_tags().into_iter().collect::<Vec<_>>(), ["to check"]);
        let edit = store.tag_claims(&ids[..1], "to check", TagChange::Remove);
        assert_eq!(edit.label, "1 claim without tag “to check”");
        store.commit(edit, AT);
        assert!(store.claim(ids[0]).expect("it").tags.is_empty());
        store.undo();
        assert_eq!(store.claim(ids[0]).expect("it").tags, ["to check"]);
    }

    #[test]
    fn what_is_no_tag_changes_nothing() {
        let (store, ids) = sample();
        assert!(store.tag_claims(&ids, " , ", TagChange::Add).is_empty());
        assert!(store.tag_claims(&ids, "never given", TagChange::Remove).is_empty());
        assert_eq!(clean_tag(&"x".repeat(60)).map(|tag| tag.len()), Some(40));
    }

    #[test]
    fn names_carry_tags_and_a_note_under_all_their_spellings() {
        let (mut store, _) = sample();
        let name = |words: &str| NameRef {
            sort: NameSort::Name(EntityKind::Org),
            words: words.to_owned(),
            reach: Reach::Project,
        };
        let edit = store.tag_name(&[name("Square Committee")], "partisan", TagChange::Add);
        store.commit(edit, AT);
        let both = [name("Committee of the Square"), name("Square Committee")];
        assert_eq!(store.name_tags(&both), ["partisan"]);
        assert!(store.tag_name(&both, "partisan", TagChange::Add).is_empty());
        let edit = store.set_name_note(&both[1..], "Counts only its own members");
        store.commit(edit, AT);
        let edit = store.set_name_note(&both, "Counts members");
        store.commit(edit, AT);
        assert_eq!(store.name_note(&both), "Counts members");
        assert_eq!(store.name_note(&both[1..]), "");
        let edit = store.tag_name(&both, "partisan", TagChange::Remove);
        store.commit(edit, AT);
        assert!(store.name_tags(&both).is_empty() && store.all_tags().is_empty());
    }

    #[test]
    fn a_tag_has_a_colour_of_the_palette() {
        let (mut store, _) = sample();
        let edit = store.set_tag_color("partisan", Some(3));
        store.commit(edit, AT);
        assert_eq!(store.tag_color("partisan"), Some(3));
        assert!(store.set_tag_color("partisan", Some(3)).is_empty());
        store.undo();
        assert_eq!(store.tag_color("partisan"), None);
    }
}
