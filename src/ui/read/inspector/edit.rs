//! A value while it is typed: what it starts from, and what its words mean.

use egui::{Id, Key, Modifiers, Ui};

use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, text_field_ui};
use super::Fact;
use crate::app::Action;
use crate::show::{input, words};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Field, FieldValue, Told};
use crate::time::Value;

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Claim(ClaimId, Field),
    Article(ArticleId, Fact),
}

/// A value while it is typed.
pub(super) struct Edit {
    pub(super) target: Target,
    text: String,
    /// The words it began with: leaving them as they are changes nothing.
    before: String,
    error: &'static str,
    fresh: bool,
}

impl Edit {
    fn new(target: Target, text: String) -> Self {
        Self {
            target,
            before: text.clone(),
            text,
            error: "",
            fresh: true,
        }
    }

    /// Begins to change a field of a claim.
    pub(super) fn of_claim(record: &ClaimRecord, field: Field) -> Self {
        let text = match field.read(record.claim()) {
            FieldValue::Figure(figure) => words::figure(&figure).replace('\u{a0}', " "),
            FieldValue::Words(value) => value.unwrap_or_default(),
            FieldValue::Time(value) => value.as_ref().map(typed_time).unwrap_or_default(),
            _ => String::new(),
        };
        Self::new(Target::Claim(record.id, field), text)
    }

    /// Begins to change a fact of an article.
    pub(super) fn of_article(article: &ArticleRecord, fact: Fact) -> Self {
        let text = match fact {
            Fact::Title => article.title().to_owned(),
            Fact::Publisher => article.publisher().unwrap_or_default().to_owned(),
            Fact::Published => article.published().map(words::day).unwrap_or_default(),
            Fact::Author => article.author().unwrap_or_default().to_owned(),
        };
        Self::new(Target::Article(article.id, fact), text)
    }

    /// Draws the field; true once it is done with. Enter and leaving the field keep what was typed, Esc drops it.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, name: &str, actions: &mut Vec<Action>) -> bool {
        let theme = Theme::of(ui);
        let id = Id::unique(("inspector edit", name));
        let escaped = ui
            .ctx()
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let hint = match self.target {
            Target::Claim(_, Field::Figure) => "4,400, >400, 20-30, about 50",
            Target::Claim(_, Field::AsOf | Field::EventDate) | Target::Article(_, Fact::Published) => "2031-03-14",
            Target::Claim(..) => words::NOT_STATED,
            Target::Article(..) => "",
        };
        let response = text_field_ui(ui, id, &mut self.text, (name, hint), !self.error.is_empty());
        if self.fresh {
            self.fresh = false;
            response.request_focus();
            select_all(ui, id, &self.text);
            return false;
        }
        if response.changed() {
            self.error = "";
        }
        if !self.error.is_empty() {
            label_ui(ui, self.error, Type::Small, theme.color.error);
        }
        if escaped {
            response.surrender_focus();
            return true;
        }
        response.lost_focus() && self.finish(ui, actions)
    }

    /// Hands on what was typed; false where it is wrong and the field stays.
    fn finish(&mut self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        if self.text.trim() == self.before.trim() {
            return true;
        }
        match action(self.target, &self.text) {
            Ok(action) => {
                actions.push(action);
                true
            }
            Err(sentence) => {
                let entered = ui.input(|input| input.key_pressed(Key::Enter));
                self.error = sentence;
                if entered {
                    self.fresh = true;
                }
                ui.ctx().request_repaint();
                false
            }
        }
    }
}

/// What typed words ask for, or a sentence about what is wrong with them.
fn action(target: Target, typed: &str) -> Result<Action, &'static str> {
    let typed = typed.trim();
    Ok(match target {
        Target::Claim(id, field) => Action::SetField(vec![id], field, Some(value(field, typed)?)),
        Target::Article(id, Fact::Published) if typed.is_empty() => Action::TellPublished(vec![id], None),
        Target::Article(id, Fact::Published) => {
            let day = input::day(typed).ok_or("Not a day. The old value is kept.")?;
            Action::TellPublished(vec![id], Some(day))
        }
        Target::Article(id, fact) => {
            let mut told = Told::default();
            let slot = match fact {
                Fact::Title => &mut told.title,
                Fact::Publisher => &mut told.publisher,
                Fact::Author | Fact::Published => &mut told.author,
            };
            *slot = Some(typed.to_owned());
            Action::Tell(vec![id], told)
        }
    })
}

fn value(field: Field, typed: &str) -> Result<FieldValue, &'static str> {
    let unsaid = typed.is_empty() || typed.eq_ignore_ascii_case(words::NOT_STATED);
    match field {
        Field::Figure => {
            let figure = input::figure(typed).ok_or("Not a number. The old value is kept.")?;
            Ok(FieldValue::Figure(figure))
        }
        Field::AsOf | Field::EventDate if unsaid => Ok(FieldValue::Time(None)),
        Field::AsOf | Field::EventDate => {
            let time = input::time(typed).ok_or("Not a day. The old value is kept.")?;
            Ok(FieldValue::Time(Some(time)))
        }
        _ => Ok(FieldValue::Words(Some(typed.to_owned()).filter(|_| !unsaid))),
    }
}

/// A time as it can be typed back.
fn typed_time(value: &Value) -> String {
    let shown = words::time(value);
    if input::time(&shown).as_ref() == Some(value) {
        shown
    } else {
        value.to_string()
    }
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}

#[cfg(test)]
mod tests {
    use super::{Target, action};
    use crate::app::Action;
    use crate::store::{ClaimId, Field, FieldValue};

    #[test]
    fn wrong_words_keep_the_old_value_and_say_so() {
        let figure = Target::Claim(ClaimId(1), Field::Figure);
        assert_eq!(action(figure, "6o"), Err("Not a number. The old value is kept."));
        let day = Target::Claim(ClaimId(1), Field::AsOf);
        assert_eq!(action(day, "soon"), Err("Not a day. The old value is kept."));
        let speaker = Target::Claim(ClaimId(1), Field::Speaker);
        let nobody = Action::SetField(vec![ClaimId(1)], Field::Speaker, Some(FieldValue::Words(None)));
        assert_eq!(action(speaker, "  "), Ok(nobody));
    }
}
