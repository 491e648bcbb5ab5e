//! Below the facts of the article: that its text was corrected, and what lost its place there.

use std::sync::Arc;

use egui::{Id, Label, Ui};

use super::super::super::find;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{PushButton, label_ui, link_ui, section_head_ui};
use super::super::super::wish::{self, Wish};
use crate::app::{Action, State};
use crate::show::words;
use crate::store::{ArticleRecord, Orphan, OrphanOf, TextPart};

/// What an orphan is, in words.
fn sort_words(state: &State, article: &ArticleRecord, what: &OrphanOf) -> String {
    match what {
        OrphanOf::Claim(id) => {
            let record = state.store.claim(*id);
            record.map_or_else(String::new, |record| {
                let claim = record.claim();
                format!(
                    "Claim: {} {}",
                    words::figure(&claim.figure),
                    words::kind(claim.kind).to_lowercase()
                )
            })
        }
        OrphanOf::Name(_) => "Name".to_owned(),
        OrphanOf::Part(number) => {
            let parts = state.store.parts_said(article.id).unwrap_or_default();
            match parts.said.get(*number).map(|said| said.part) {
                Some(TextPart::Article) => "Not boilerplate".to_owned(),
                _ => "Boilerplate".to_owned(),
            }
        }
    }
}

/// The orphans of an article, looked for once for each change of the project.
fn orphans(ui: &Ui, state: &State, article: &ArticleRecord) -> Arc<Vec<Orphan>> {
    type Kept = (i64, u64, Arc<Vec<Orphan>>);
    let slot = Id::unique("orphans of the article");
    let key = (article.id.0, state.store.generation());
    let kept = ui.data(|data| data.get_temp::<Kept>(slot));
    if let Some((_, _, found)) = kept.filter(|kept| (kept.0, kept.1) == key) {
        return found;
    }
    let found = Arc::new(state.store.orphans(article.id));
    ui.data_mut(|data| data.insert_temp::<Kept>(slot, (key.0, key.1, Arc::clone(&found))));
    found
}

/// Draws both where there is something to tell.
pub(super) fn orphans_ui(ui: &mut Ui, state: &State, article: &ArticleRecord, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    if state.store.original_text(article.id).is_some() {
        ui.add_space(12.0);
        section_head_ui(ui, "Text", "corrected by you");
        if link_ui(ui, "Show what was changed...").clicked() {
            wish::make(ui.ctx(), Wish::CorrectText);
        }
    }
    let orphans = orphans(ui, state, article);
    if orphans.is_empty() {
        return;
    }
    ui.add_space(12.0);
    section_head_ui(ui, "Orphaned", &words::number(orphans.len() as u64));
    let help = "These words are no longer in the text. Select where each belongs, then attach it.";
    ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
    ui.add_space(4.0);
    let selected = find::selection(ui.ctx(), state).filter(|(id, _)| *id == article.id);
    for orphan in orphans.iter() {
        let quote = words::short(&orphan.quote, 80);
        ui.add(Label::new(Type::Quote.text(format!("“{quote}”"), c.text)).wrap());
        label_ui(ui, sort_words(state, article, &orphan.what), Type::Small, c.muted);
        ui.horizontal(|ui| {
            let attach = PushButton::new("Attach to the selected words").enabled(selected.is_some());
            let help = "Select words in the article first";
            if ui.add(attach.help(help)).clicked()
                && let Some((id, span)) = selected
            {
                actions.push(Action::Attach(id, orphan.what.clone(), span));
            }
            if let OrphanOf::Claim(id) = orphan.what
                && ui
                    .add(PushButton::new("Open").quiet().help("Show the claim's fields"))
                    .clicked()
            {
                actions.push(Action::SelectClaim(id));
            }
        });
        ui.add_space(6.0);
    }
}
