//! A value while it is typed or chosen: what it starts from, what its words mean, what is offered beside.

use egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui, vec2};

use super::super::super::theme::{Theme, Type, size};
use super::super::super::widgets::{focus_ring, label_ui, text_field_ui};
use super::Fact;
use super::calendar::{Calendar, Chosen, some_day};
use super::offer::{self, Offer};
use crate::app::{Action, State};
use crate::show::{self, input, words};
use crate::store::{ArticleId, ArticleRecord, ClaimId, ClaimRecord, Field, FieldValue, Role, Told};
use crate::time::Value;

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Claim(ClaimId, Field),
    Article(ArticleId, Fact),
}

/// What the keyboard moves while a value is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spot {
    Text,
    Offer(usize),
    Calendar,
}

/// How a value was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It was not.
    Not,
    /// By Enter, Esc or a click elsewhere.
    Closed,
    /// To the next field.
    ToNext,
    /// To the field before.
    ToPrevious,
}

/// A value while it is typed.
pub(super) struct Edit {
    pub(super) target: Target,
    text: String,
    /// The words it began with: leaving them as they are changes nothing.
    before: String,
    error: String,
    fresh: bool,
    /// True while a press beside the field has the focus.
    held: bool,
    offers: Vec<Offer>,
    calendar: Option<Calendar>,
    spot: Spot,
}

impl Edit {
    fn new(target: Target, text: String, offers: Vec<Offer>) -> Self {
        Self {
            target,
            before: text.clone(),
            text,
            error: String::new(),
            fresh: true,
            held: false,
            offers,
            calendar: None,
            spot: Spot::Text,
        }
    }

    /// Begins to change a field of a claim.
    pub(super) fn of_claim(state: &State, record: &ClaimRecord, field: Field) -> Self {
        let now = field.read(record.claim());
        let article = state.store.article(record.article);
        let offers = article
            .map(|article| offer::of_field(state, article, record, field))
            .unwrap_or_default();
        let chosen = offers.iter().position(|offer| offer.value == now);
        let text = match &now {
            FieldValue::Figure(figure) if record.by_hand && figure.anchor().is_none() => String::new(),
            FieldValue::Figure(figure) => words::figure(figure).replace('\u{a0}', " "),
            FieldValue::Words(value) => value.clone().unwrap_or_default(),
            FieldValue::Time(value) => value.as_ref().map(typed_time).unwrap_or_default(),
            _ => chosen
                .and_then(|at| offers.get(at))
                .map(|offer| offer.word.clone())
                .unwrap_or_default(),
        };
        let is_chosen = !offer::choices(field).is_empty();
        let mut edit = Self::new(Target::Claim(record.id, field), text, offers);
        if is_chosen {
            edit.spot = Spot::Offer(chosen.unwrap_or_default());
        }
        if let FieldValue::Time(value) = &now {
            let near = article.and_then(|article| article.published());
            edit.calendar = Some(Calendar::at(value.as_ref(), near.unwrap_or_else(some_day)));
        }
        edit
    }

    /// Begins to change a fact of an article.
    pub(super) fn of_article(article: &ArticleRecord, fact: Fact) -> Self {
        let text = match fact {
            Fact::Title => article.title().to_owned(),
            Fact::Publisher => article.publisher().unwrap_or_default().to_owned(),
            Fact::Published => article.published().map(words::day).unwrap_or_default(),
            Fact::Author => article.author().unwrap_or_default().to_owned(),
        };
        let offers = offer::of_fact(article, fact);
        let mut edit = Self::new(Target::Article(article.id, fact), text, offers);
        if fact == Fact::Published {
            let day = article.published().map(Value::Day);
            edit.calendar = Some(Calendar::at(day.as_ref(), article.published().unwrap_or_else(some_day)));
        }
        edit
    }

    /// True where the value is chosen from a list and cannot be typed.
    fn is_choice(&self) -> bool {
        matches!(self.target, Target::Claim(_, field) if !offer::choices(field).is_empty())
    }

    /// Draws the field with what it offers. Enter, Tab and leaving the field keep what was typed, Esc drops it.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, name: &str, actions: &mut Vec<Action>) -> Left {
        let theme = Theme::of(ui);
        let id = Id::unique(("inspector edit", name));
        let escaped = ui
            .ctx()
            .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let stepped = self.keys(ui);
        let response = self.field_ui(ui, id, name);
        if self.fresh {
            self.fresh = false;
            response.request_focus();
            select_all(ui, id, &self.text);
            return Left::Not;
        }
        if response.changed() {
            self.error.clear();
            self.spot = Spot::Text;
        }
        if self.error.is_empty() {
            self.meaning_ui(ui, theme);
        } else {
            ui.add(egui::Label::new(Type::Small.text(&self.error, theme.color.error)).wrap());
        }
        let set = self.offers_ui(ui, id) || self.calendar_ui(ui);
        if escaped {
            response.surrender_focus();
            return Left::Closed;
        }
        self.left(ui, &response, (set, stepped), actions)
    }

    /// How the field was left in this frame, with what was typed handed on.
    fn left(&mut self, ui: &Ui, response: &Response, (set, stepped): (bool, Left), actions: &mut Vec<Action>) -> Left {
        let (tab, back, enter, pressed) = ui.input(|input| {
            let tab = input.key_pressed(Key::Tab);
            let enter = input.key_pressed(Key::Enter);
            (tab, input.modifiers.shift, enter, input.pointer.any_down())
        });
        // a press on the calendar or on an offer takes the focus away; it comes back when the button is up
        let beside = ui
            .ctx()
            .pointer_latest_pos()
            .is_some_and(|at| ui.min_rect().contains(at));
        if response.lost_focus() && beside && !(set || enter || tab) {
            self.held = true;
        }
        if self.held && !set {
            if !pressed {
                self.held = false;
                response.request_focus();
            }
            return Left::Not;
        }
        let lost = response.lost_focus() || stepped != Left::Not;
        let entered = self.is_choice() && enter && response.has_focus();
        if !(set || lost || entered) {
            return Left::Not;
        }
        if !self.finish(ui, actions) {
            return Left::Not;
        }
        match (tab, back) {
            _ if stepped != Left::Not => stepped,
            (true, false) => Left::ToNext,
            (true, true) => Left::ToPrevious,
            _ => Left::Closed,
        }
    }

    /// Takes the keys that move between field, offers and calendar before the field sees them.
    fn keys(&mut self, ui: &Ui) -> Left {
        if self.spot == Spot::Calendar {
            let moved = self.calendar.as_mut().map(|calendar| calendar.keys(ui));
            if let Some(Chosen::Moved(value)) = moved {
                self.text = typed_time(&value);
                self.error.clear();
            }
            return Left::Not;
        }
        let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        let last = self.offers.len().checked_sub(1);
        let to = match self.spot {
            Spot::Text if down && last.is_some() => Spot::Offer(0),
            Spot::Text if down && self.calendar.is_some() => Spot::Calendar,
            Spot::Text if down => return Left::ToNext,
            Spot::Text if up => return Left::ToPrevious,
            Spot::Offer(at) if down && Some(at) == last && self.calendar.is_some() => Spot::Calendar,
            Spot::Offer(at) if down => Spot::Offer((at + 1).min(last.unwrap_or_default())),
            Spot::Offer(0) if up && !self.is_choice() => Spot::Text,
            Spot::Offer(at) if up => Spot::Offer(at.saturating_sub(1)),
            spot => spot,
        };
        if to != self.spot {
            self.spot = to;
            self.take_spot();
        }
        Left::Not
    }

    /// The field shows what the keyboard has come to.
    fn take_spot(&mut self) {
        match self.spot {
            Spot::Text => self.before.clone_into(&mut self.text),
            Spot::Offer(at) => {
                if let Some(offer) = self.offers.get(at) {
                    self.text = match &offer.value {
                        FieldValue::Time(Some(value)) => typed_time(value),
                        _ => offer.word.clone(),
                    };
                }
            }
            Spot::Calendar => {}
        }
        self.error.clear();
    }

    fn field_ui(&mut self, ui: &mut Ui, id: Id, name: &str) -> Response {
        if self.is_choice() {
            return choice_ui(ui, id, name, &self.text);
        }
        let hint = match self.target {
            Target::Claim(_, Field::Figure) => "4,400, >400, 20-30, about 50",
            Target::Claim(_, Field::AsOf | Field::EventDate) => "14 March 2031, March 2031",
            Target::Article(_, Fact::Published) => "14 March 2031",
            Target::Claim(..) => words::NOT_STATED,
            Target::Article(..) => "",
        };
        text_field_ui(ui, id, &mut self.text, (name, hint), !self.error.is_empty())
    }

    /// What the typed words would be read as, where they are not plain.
    fn meaning_ui(&self, ui: &mut Ui, theme: &Theme) {
        let Target::Claim(_, Field::Figure) = self.target else {
            return;
        };
        let Some(figure) = input::figure(&self.text).filter(|_| self.text != self.before) else {
            return;
        };
        let (low, high) = words::bounds(&figure);
        let shown = words::figure(&figure);
        let bounds = match (figure.low, figure.high) {
            (low, high) if low == high => String::new(),
            (Some(_), None) => format!(", {high}"),
            (None, Some(_)) => format!(", {low}"),
            _ => String::new(),
        };
        label_ui(ui, format!("Reads as {shown}{bounds}"), Type::Small, theme.color.muted);
    }

    /// Draws what is offered; true where one was clicked.
    fn offers_ui(&mut self, ui: &mut Ui, id: Id) -> bool {
        let mut clicked = None;
        for (at, offer) in self.offers.iter().enumerate() {
            if offer_ui(ui, id, (at, offer), self.spot == Spot::Offer(at)).clicked() {
                clicked = Some(at);
            }
        }
        if let Some(at) = clicked {
            self.spot = Spot::Offer(at);
            self.take_spot();
        }
        clicked.is_some()
    }

    /// Draws the calendar; true where a value was chosen in it.
    fn calendar_ui(&mut self, ui: &mut Ui) -> bool {
        let active = self.spot == Spot::Calendar;
        let Some(calendar) = &mut self.calendar else {
            return false;
        };
        ui.add_space(4.0);
        let (value, set) = match calendar.calendar_ui(ui, active) {
            Chosen::Nothing => return false,
            Chosen::Moved(value) => (value, false),
            Chosen::Set(value) => (value, true),
        };
        self.text = typed_time(&value);
        self.error.clear();
        self.spot = Spot::Calendar;
        set
    }

    /// Hands on what was typed; false where it is wrong and the field stays.
    fn finish(&mut self, ui: &Ui, actions: &mut Vec<Action>) -> bool {
        if self.text.trim() == self.before.trim() {
            return true;
        }
        match self.action() {
            Ok(action) => {
                actions.push(action);
                true
            }
            Err(sentence) => {
                let keyed = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Tab));
                self.error = sentence;
                self.fresh |= keyed;
                ui.ctx().request_repaint();
                false
            }
        }
    }

    /// What typed or chosen words ask for, or a sentence about what is wrong with them.
    fn action(&self) -> Result<Action, String> {
        let offered = match self.spot {
            Spot::Offer(at) => self.offers.get(at),
            _ => None,
        };
        match (self.target, offered) {
            // with the words it stands on
            (Target::Claim(id, field), Some(offer)) => {
                let role = Role::of_field(field).zip(offer.span);
                Ok(match role {
                    Some((role, span)) => {
                        let words = (Field::Role(role), FieldValue::Span(Some(span)));
                        let fields = vec![(field, offer.value.clone()), words];
                        Action::SetFields(id, fields, show::picked_label(role))
                    }
                    None => Action::SetField(vec![id], field, Some(offer.value.clone())),
                })
            }
            (target, _) => action(target, &self.text),
        }
    }
}

/// The chosen word of a field that cannot be typed; it has the keyboard.
fn choice_ui(ui: &mut Ui, id: Id, name: &str, word: &str) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name);
        info.current_text_value = Some(word.to_owned());
        info
    });
    if response.has_focus() {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.ctx().memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let edge = egui::Stroke::new(1.0, c.control_line);
    ui.painter()
        .rect(rect, size::ROUND, c.field, edge, egui::StrokeKind::Inside);
    let at = rect.left_center() + vec2(8.0, 0.0);
    ui.painter()
        .text(at, egui::Align2::LEFT_CENTER, word, Type::Body.font(), c.text);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    response
}

/// A row to choose: its word, and the words of the article behind it.
fn offer_ui(ui: &mut Ui, field: Id, (at, offer): (usize, &Offer), here: bool) -> Response {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let response = ui.interact(rect, field.with(("offer", at)), Sense::CLICK | Sense::HOVER);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, here, &offer.word));
    if here || response.hovered() {
        let fill = if here { c.accent_soft } else { c.hover };
        ui.painter().rect_filled(rect, size::ROUND, fill);
    }
    let mut job = egui::text::LayoutJob::default();
    job.append(&offer.word, 0.0, Type::Small.format(c.text));
    if !offer.quote.is_empty() {
        job.append(&offer.quote, 6.0, Type::Small.format(c.muted));
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 12.0);
    let galley = ui.painter().layout_job(job);
    let y = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left() + 6.0, y), galley, c.text);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// What typed words ask for, or a sentence about what is wrong with them.
fn action(target: Target, typed: &str) -> Result<Action, String> {
    let typed = typed.trim();
    Ok(match target {
        Target::Claim(id, field) => Action::SetField(vec![id], field, Some(value(field, typed)?)),
        Target::Article(id, Fact::Published) if typed.is_empty() => Action::TellPublished(vec![id], None),
        Target::Article(id, Fact::Published) => {
            let day = input::day(typed).ok_or_else(|| input::time_trouble(typed))?;
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

fn value(field: Field, typed: &str) -> Result<FieldValue, String> {
    let unsaid = typed.is_empty() || typed.eq_ignore_ascii_case(words::NOT_STATED);
    match field {
        Field::Figure => {
            let figure = input::figure(typed).ok_or_else(|| input::figure_trouble(typed))?;
            Ok(FieldValue::Figure(figure))
        }
        Field::AsOf | Field::EventDate if unsaid => Ok(FieldValue::Time(None)),
        Field::AsOf | Field::EventDate => {
            let time = input::time(typed).ok_or_else(|| input::time_trouble(typed))?;
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
        let kept = |sentence: &str| Err(sentence.to_owned());
        let figure = Target::Claim(ClaimId(1), Field::Figure);
        assert_eq!(action(figure, "6o"), kept("Not a number. The old value is kept."));
        let day = Target::Claim(ClaimId(1), Field::AsOf);
        let sentence = "Not a day: a year is missing, as in 14 March 2031. The old value is kept.";
        assert_eq!(action(day, "soon"), kept(sentence));
        let speaker = Target::Claim(ClaimId(1), Field::Speaker);
        let nobody = Action::SetField(vec![ClaimId(1)], Field::Speaker, Some(FieldValue::Words(None)));
        assert_eq!(action(speaker, "  "), Ok(nobody));
    }
}
