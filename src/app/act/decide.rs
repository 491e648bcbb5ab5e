//! The analyst's decisions on claims and conclusions; undo and redo.

use crate::app::App;
use crate::app::act::{review, select};
use crate::app::action::Action;
use crate::app::again;
use crate::app::same_cases;
use crate::base::Span;
use crate::claim::Kind;
use crate::read;
use crate::show;
use crate::store::ArticleId;

/// Carries out decisions; gives back what is not of this area.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    let corrected = same_cases::corrected(&action);
    let store = &app.state.store;
    let edit = match action {
        Action::SetVerdict(ids, verdict) => {
            let edit = store.set_verdict(&ids, verdict);
            app.commit(edit);
            review::after_verdict(&mut app.state, &ids);
            return None;
        }
        Action::SetField(ids, field, value) => store.set_field(&ids, field, value.as_ref()),
        Action::SetFields(id, values, what) => store.set_fields(id, &values, &what),
        Action::ApplySame(from, what, ids) => show::same_edit(store, from, what, &ids),
        Action::ResetClaims(ids) => store.reset_claims(&ids),
        Action::SetNote(ids, note) => store.set_note(&ids, &note),
        Action::DeleteClaims(ids) => store.delete_claims(&ids),
        Action::RuleOn(key, ruling) => store.rule_on(&key, ruling),
        Action::ChartSetting(change) => show::chart_edit(store, &app.state.names, app.state.compare.lines_by, &change),
        Action::Adopt(about, figure) => store.adopt(about, figure),
        Action::Copies(act) => show::copies_edit(store, &act),
        Action::NewClaim(article, span, kind) => {
            new_claim(app, article, span, kind);
            return None;
        }
        Action::Undo => {
            app.state.same = None;
            app.undo();
            review::follow(&mut app.state);
            return None;
        }
        Action::Redo => {
            app.redo();
            review::follow(&mut app.state);
            return None;
        }
        other => return Some(other),
    };
    app.commit(edit);
    same_cases::offer(&mut app.state, corrected);
    None
}

/// Makes a claim of the selected words and selects it.
fn new_claim(app: &mut App, article: ArticleId, span: Span, kind: Kind) {
    let Some(row) = app.state.store.article(article) else {
        return;
    };
    let mut knowledge = again::knowledge(&app.state.store, (app.clock.today)());
    knowledge.numbers.insert(String::new(), article.0.unsigned_abs());
    let claim = read::claim_at(&row.reading, row.published(), (span, kind), &knowledge);
    let (id, edit) = app.state.store.add_claim(article, claim);
    if app.commit(edit) {
        select::select(&mut app.state, Some(article), Some(id));
    }
}
