//! Tags and notes beside what they are of: a claim in the inspector, an article, a name.

use egui::{Id, Ui};

use super::super::note::note_ui;
use super::super::theme::{Theme, Type};
use super::super::widgets::{focus_tags, label_ui, section_head_ui, tags_ui};
use super::super::wish::{self, Wish};
use super::fields::tag_action;
use crate::app::{Action, ReviewAct, TagTarget};
use crate::link::{NameRef, Reach};
use crate::show::NameRow;
use crate::store::{ArticleRecord, ClaimRecord, Store};

/// The tags of a claim.
pub(in crate::ui) fn claim_tags_ui(ui: &mut Ui, store: &Store, record: &ClaimRecord, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.add_space(8.0);
    label_ui(ui, "Tags", Type::Key, c.muted);
    if let Some(ask) = tags_ui(ui, store, &record.tags, "claim") {
        actions.push(tag_action(TagTarget::Claims(vec![record.id]), ask));
    }
    if wish::take(ui.ctx(), Wish::EditTags) {
        focus_tags(ui, "claim");
    }
}

/// The tags and the note of an article.
pub(in crate::ui) fn article_tags_ui(ui: &mut Ui, store: &Store, article: &ArticleRecord, actions: &mut Vec<Action>) {
    ui.add_space(12.0);
    section_head_ui(ui, "Tags and note", "");
    if let Some(ask) = tags_ui(ui, store, &article.tags, "article") {
        actions.push(tag_action(TagTarget::Articles(vec![article.id]), ask));
    }
    if wish::take(ui.ctx(), Wish::EditTags) {
        focus_tags(ui, "article");
    }
    ui.add_space(6.0);
    let field = Id::unique(("article note", article.id));
    let names = ("Note of this article", "A note on this article");
    note_ui(ui, field, names, &article.note, |text| {
        Action::SetArticleNote(article.id, text)
    });
}

/// The tags and the note of a name.
pub(in crate::ui) fn name_tags_ui(ui: &mut Ui, store: &Store, row: &NameRow, actions: &mut Vec<Action>) {
    let written = spellings(row);
    section_head_ui(ui, "Tags and note", "");
    if let Some(ask) = tags_ui(ui, store, &store.name_tags(&written), "name") {
        actions.push(tag_action(TagTarget::Name(written.clone()), ask));
    }
    if wish::take(ui.ctx(), Wish::EditTags) {
        focus_tags(ui, "name");
    }
    ui.add_space(6.0);
    let field = Id::unique(("name note", row.name_ref.sort.id(), &row.name_ref.words));
    let names = ("Note of this name", "A note on this name");
    let kept = store.name_note(&written).to_owned();
    note_ui(ui, field, names, &kept, |text| {
        Action::Review(ReviewAct::NameNote(written, text))
    });
    ui.add_space(10.0);
}

/// The names under which tags and note are kept: how it is called first, then its own spellings.
pub(in crate::ui) fn spellings(row: &NameRow) -> Vec<NameRef> {
    let mut written = vec![row.name_ref.clone()];
    for alias in row.aliases.iter().filter(|alias| !alias.shared) {
        let name = NameRef {
            sort: alias.sort,
            words: alias.words.clone(),
            reach: Reach::Project,
        };
        if written
            .iter()
            .all(|one| (one.sort, &one.words) != (name.sort, &name.words))
        {
            written.push(name);
        }
    }
    written
}
