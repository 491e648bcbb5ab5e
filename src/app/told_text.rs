//! The analyst's word on stretches of text: what becomes boilerplate loses its open claims, what no longer is is read.

use jiff::civil::Date;

use super::App;
use super::action::Action;
use super::again;
use crate::article::Article;
use crate::base::Span;
use crate::read::{self, Knowledge, Reading};
use crate::show::words;
use crate::store::{ArticleId, ArticleRecord, Change, Edit, RereadSummary, SaidParts, Store, TextPart};

/// Carries out what concerns an article's text; gives back what does not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::SayPart(id, span, part) => {
            let edit = say_part(&app.state.store, id, (span, part), (app.clock.today)());
            if !app.commit(edit) {
                app.toast("Nothing changed: it was so already.", false);
            }
        }
        other => return Some(other),
    }
    None
}

/// The edit that sets a stretch of an article as boilerplate or as the article, with the claims that this changes.
pub(crate) fn say_part(store: &Store, id: ArticleId, (span, part): (Span, TextPart), today: Date) -> Edit {
    let nothing = Edit::new("Boilerplate unchanged", Vec::new());
    let Some(row) = store.article(id).filter(|row| !row.is_table() && !span.is_empty()) else {
        return nothing;
    };
    let old = &row.reading.article;
    let mut parts = store.parts_said(id).unwrap_or_else(|| SaidParts {
        machine: old.boilerplate.clone(),
        said: Vec::new(),
    });
    parts.say(&old.text, span, part);
    let boilerplate = parts.boilerplate(&old.text);
    if boilerplate == old.boilerplate {
        return nothing;
    }
    let article = Article {
        boilerplate,
        ..Article::clone(old)
    };
    let mut draft = store.clone();
    let reading = read_under(row, article, &again::knowledge(store, today));
    let (edit, sum) = draft.reread(id, reading, &row.rules_version);
    let said = store.put_parts(id, &parts);
    let changes = std::iter::once(said).chain(edit.changes).collect();
    Edit::new(label(part, &sum), changes)
}

fn label(part: TextPart, sum: &RereadSummary) -> String {
    let what = match part {
        TextPart::Article => "No longer boilerplate",
        TextPart::Boilerplate => "Set as boilerplate",
    };
    let counts = [
        (sum.added, "new"),
        (sum.changed, "changed"),
        (sum.removed, "gone"),
        (sum.vanished, "kept because you decided on it"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", words::count(count, "claim")))
        .collect();
    if told.is_empty() {
        return what.to_owned();
    }
    format!("{what}: {}", told.join(", "))
}

/// The reading of an article whose boilerplate differs: claims and names are read anew, its day stays as it was found
/// together with other articles, and so do the full names of what was found before.
pub(super) fn read_under(row: &ArticleRecord, article: Article, knowledge: &Knowledge) -> Reading {
    let name = again::reading_name(row);
    let old = &row.reading;
    let mut reading = Reading {
        article: article.clone().into(),
        ..Reading::clone(old)
    };
    reading.claims = read::claims_again(&name, &reading, knowledge);
    if let Some(single) = read::single(&name, article, knowledge) {
        let known = |span: Span| old.entities.iter().find(|entity| entity.span == span).cloned();
        let entities = single.entities.into_iter();
        reading.entities = entities.map(|entity| known(entity.span).unwrap_or(entity)).collect();
    }
    reading
}

/// Another version of the article's text under what was said of its stretches; gives the row that keeps it.
pub(super) fn on_new_text(store: &Store, id: ArticleId, article: &mut Article) -> Option<Change> {
    let mut parts = store.parts_said(id)?;
    parts.machine.clone_from(&article.boilerplate);
    article.boilerplate = parts.boilerplate(&article.text);
    Some(store.put_parts(id, &parts))
}
