//! Asks what is to be said of a name, and how far it holds.

use egui::{Align2, Id, Key, Label, Modifiers, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::names::{sort_ink, sort_look};
use super::super::theme::{Theme, Type, icon_font, size};
use super::super::widgets::{PushButton, focus_ring, label_ui, segmented_ui, text_field_ui};
use super::command::current_name;
use super::path_dialog::Step;
use crate::app::{Action, State};
use crate::base::Span;
use crate::entity::EntityKind;
use crate::link::{NameRef, NameSort, Reach, clean_name};
use crate::show::{Merge, NameAct, NameRow, NameTarget, NamesLook, names_list, words};
use crate::store::ArticleId;

/// Names that are listed to be merged with.
const MAX_CANDIDATES: usize = 8;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AskName {
    /// What it is called.
    Rename,
    /// With which name it is one.
    Same,
    /// What it names.
    Type,
    /// Which words stand for somebody else.
    TakeOut,
    /// Where it is no name.
    NotAName,
}

/// The open question.
pub(super) struct NameDialog {
    ask: AskName,
    name: NameRef,
    /// How far it may hold, each with what it is then about.
    reaches: Vec<(String, NameTarget)>,
    chosen: usize,
    text: String,
    /// The candidate under the keyboard.
    current: usize,
    first_frame: bool,
}

impl NameDialog {
    /// The question about the current name; `None` where there is none.
    pub(super) fn new(ask: AskName, state: &State) -> Option<Self> {
        let row = state.names.rows.get(current_name(state)?)?;
        let current = current_name(state);
        let mention = state.selection.mention;
        let mention = mention.filter(|(article, span)| state.names.at(*article, *span) == current);
        let reaches = reaches(ask, state, row, mention);
        let chosen = match ask {
            AskName::Rename | AskName::Same => reaches.len().saturating_sub(1),
            // these words in all articles
            _ if mention.is_some() => 2,
            _ => 0,
        };
        Some(Self {
            ask,
            name: row.name_ref.clone(),
            chosen,
            reaches,
            text: if ask == AskName::Rename {
                row.name.clone()
            } else {
                String::new()
            },
            current: 0,
            first_frame: true,
        })
    }

    /// Draws the dialog.
    pub(super) fn dialog_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Step {
        let row = state.names.find(&self.name).and_then(|row| state.names.rows.get(row));
        let Some(row) = row else { return Step::Close };
        let c = &Theme::of(ui).color;
        ui.set_width(470.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        let (title, help) = self.words(row);
        label_ui(ui, title, Type::Heading, c.text);
        ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
        ui.add_space(8.0);
        self.reach_ui(ui);
        let acts = match self.ask {
            AskName::Rename => self.rename_ui(ui),
            AskName::Same => self.same_ui(ui, state, row),
            AskName::Type => self.type_ui(ui, row),
            AskName::TakeOut => self.plain_ui(ui, "Take out"),
            AskName::NotAName => self.plain_ui(ui, "Not a name"),
        };
        self.first_frame = false;
        match acts {
            Answer::None => Step::Stay,
            Answer::Cancel => Step::Close,
            Answer::Act(act) => {
                actions.push(Action::Name(act));
                Step::Close
            }
        }
    }

    fn target(&self) -> NameTarget {
        let chosen = self.reaches.get(self.chosen).map(|(_, target)| target.clone());
        chosen.unwrap_or_else(|| NameTarget::Whole(self.name.clone()))
    }

    fn words(&self, row: &NameRow) -> (String, &'static str) {
        let name = words::short(&row.name, 40);
        match self.ask {
            AskName::Rename => (
                format!("Rename “{name}”"),
                "Charts, lists and cards call it so. The articles stay as they are. An empty name takes yours back.",
            ),
            AskName::Same => (
                format!("“{name}” is the same as"),
                "Their mentions, figures and lines in the chart become one. Undo parts them again.",
            ),
            AskName::Type => (format!("What is “{name}”?"), "Choose what the words name."),
            AskName::TakeOut => (
                format!("Take out of “{name}”"),
                "These words stand for somebody else. They become a name of their own, which can be merged with another.",
            ),
            AskName::NotAName => (
                format!("“{name}” is not a name"),
                "Its mark goes. This holds for articles that you open later too, and when articles are read again.",
            ),
        }
    }

    fn reach_ui(&mut self, ui: &mut Ui) {
        if self.reaches.len() < 2 {
            return;
        }
        if self.ask == AskName::TakeOut && self.reaches.len() > 3 {
            egui::ScrollArea::vertical().max_height(180.0).show(ui, |ui| {
                for (at, (name, _)) in self.reaches.iter().enumerate() {
                    if ui.radio(at == self.chosen, name).clicked() {
                        self.chosen = at;
                    }
                }
            });
        } else {
            let names: Vec<&str> = self.reaches.iter().map(|(name, _)| name.as_str()).collect();
            if let Some(chosen) = segmented_ui(ui, self.chosen, &names) {
                self.chosen = chosen;
            }
        }
        ui.add_space(10.0);
    }

    fn field_ui(&mut self, ui: &mut Ui, name: &str, hint: &str) -> bool {
        let id = Id::unique("name field");
        let field = text_field_ui(ui, id, &mut self.text, (name, hint), false);
        if self.first_frame {
            field.request_focus();
            let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let all = egui::text::CCursorRange::select_all(&ui.painter().layout_no_wrap(
                self.text.clone(),
                Type::Body.font(),
                egui::Color32::PLACEHOLDER,
            ));
            state.cursor.set_char_range(Some(all));
            egui::TextEdit::store_state(ui.ctx(), id, state);
        }
        ui.add_space(8.0);
        field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    fn rename_ui(&mut self, ui: &mut Ui) -> Answer {
        let entered = self.field_ui(ui, "Name", "What it is called");
        match buttons_ui(ui, "Rename") {
            Some(true) => Answer::Act(NameAct::Call(self.target(), self.text.clone())),
            _ if entered => Answer::Act(NameAct::Call(self.target(), self.text.clone())),
            Some(false) => Answer::Cancel,
            None => Answer::None,
        }
    }

    fn same_ui(&mut self, ui: &mut Ui, state: &State, row: &NameRow) -> Answer {
        let rows = self.candidates(state, row);
        self.current = self.current.min(rows.len().saturating_sub(1));
        for (key, down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
            if ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let last = rows.len().saturating_sub(1);
                self.current = if down {
                    (self.current + 1).min(last)
                } else {
                    self.current.saturating_sub(1)
                };
            }
        }
        let entered = self.field_ui(ui, "Find a name", "Type a few letters of the other name");
        let mut chosen = entered.then_some(self.current);
        if rows.is_empty() {
            label_ui(ui, "No name is written so.", Type::Small, Theme::of(ui).color.muted);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, other) in rows.iter().enumerate() {
            if let Some(other) = state.names.rows.get(*other)
                && candidate_ui(ui, other, at == self.current)
            {
                chosen = Some(at);
            }
        }
        ui.add_space(10.0);
        let other = chosen.and_then(|at| state.names.rows.get(*rows.get(at)?));
        match (other, buttons_ui(ui, "Merge")) {
            (Some(other), _) => Answer::Act(NameAct::Same(self.target(), other.name_ref.clone())),
            (None, Some(true)) => match rows.get(self.current).and_then(|at| state.names.rows.get(*at)) {
                Some(other) => Answer::Act(NameAct::Same(self.target(), other.name_ref.clone())),
                None => Answer::None,
            },
            (None, Some(false)) => Answer::Cancel,
            (None, None) => Answer::None,
        }
    }

    /// What it may be the same as: suggested ones first, then those of its sort.
    fn candidates(&self, state: &State, row: &NameRow) -> Vec<usize> {
        let names = &state.names;
        let look = NamesLook {
            text: self.text.clone(),
            ..NamesLook::default()
        };
        let own = names.find(&self.name);
        let is_outlet = row.sort == NameSort::Outlet;
        let mut rows = names_list(&state.store, names, &look);
        rows.retain(|at| {
            let other = names.rows.get(*at);
            let is_body = |sort: NameSort| sort == NameSort::Name(EntityKind::Org);
            // an outlet can be an organisation of the texts, and the other way round
            let fits = |other: &NameRow| {
                (other.sort == NameSort::Outlet) == is_outlet || is_body(if is_outlet { other.sort } else { row.sort })
            };
            Some(*at) != own && other.is_some_and(fits)
        });
        let suggested = |at: usize| {
            let pairs = names.merges.iter().filter_map(Merge::pair);
            pairs
                .filter(|(a, b)| own == Some(*a) && *b == at || own == Some(*b) && *a == at)
                .count()
        };
        rows.sort_by_key(|at| {
            let same = names.rows.get(*at).is_some_and(|other| other.sort == row.sort);
            (suggested(*at) == 0, !same)
        });
        rows.truncate(MAX_CANDIDATES);
        rows
    }

    fn type_ui(&mut self, ui: &mut Ui, row: &NameRow) -> Answer {
        let mut answer = Answer::None;
        ui.horizontal(|ui| {
            for kind in EntityKind::ALL {
                let sort = NameSort::Name(kind);
                let (icon, word) = sort_look(sort);
                let mut button = PushButton::new(word).icon(icon);
                if row.sort == sort {
                    button = button.help("What it is read as now");
                }
                if ui.add(button).clicked() {
                    answer = Answer::Act(NameAct::Retype(self.target(), kind));
                }
            }
        });
        ui.add_space(8.0);
        if ui.add(PushButton::new("Cancel")).clicked() {
            return Answer::Cancel;
        }
        answer
    }

    fn plain_ui(&self, ui: &mut Ui, verb: &str) -> Answer {
        let act = || match self.ask {
            AskName::TakeOut => NameAct::TakeOut(self.target()),
            _ => NameAct::NotAName(self.target()),
        };
        let nothing_focused = ui.memory(|memory| memory.focused().is_none());
        let entered = nothing_focused && !self.first_frame && ui.input(|input| input.key_pressed(Key::Enter));
        match buttons_ui(ui, verb) {
            Some(true) => Answer::Act(act()),
            _ if entered => Answer::Act(act()),
            Some(false) => Answer::Cancel,
            None => Answer::None,
        }
    }
}

enum Answer {
    None,
    Cancel,
    Act(NameAct),
}

/// The action and Cancel: true where the first was clicked.
fn buttons_ui(ui: &mut Ui, verb: &str) -> Option<bool> {
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if ui.add(PushButton::new(verb).primary()).clicked() {
            answer = Some(true);
        }
        if ui.add(PushButton::new("Cancel")).clicked() {
            answer = Some(false);
        }
    });
    answer
}

fn reaches(
    ask: AskName,
    state: &State,
    row: &NameRow,
    mention: Option<(ArticleId, Span)>,
) -> Vec<(String, NameTarget)> {
    let whole = || {
        let word = if row.aliases.len() == 1 {
            "Everywhere"
        } else {
            "All its names"
        };
        (word.to_owned(), NameTarget::Whole(row.name_ref.clone()))
    };
    let Some((article, span)) = mention else {
        if ask != AskName::TakeOut {
            return vec![whole()];
        }
        let alias = |alias: &crate::show::Alias| {
            let target = NameTarget::Spelling(row.name_ref.clone(), alias.words.clone());
            (format!("“{}”", alias.words), target)
        };
        return row.aliases.iter().map(alias).collect();
    };
    let text = state.store.article(article).map_or("", |article| article.text());
    let written = clean_name(span.of(text));
    let sort = row
        .aliases
        .iter()
        .find(|alias| alias.words == written)
        .map_or(row.sort, |alias| alias.sort);
    let number = article.0.unsigned_abs();
    let these = |word: &str, reach: Reach| {
        let name = NameRef {
            sort,
            words: written.clone(),
            reach,
        };
        (word.to_owned(), NameTarget::These(name))
    };
    let mut reaches = vec![
        these("This mention", Reach::Mention(number, span)),
        these("In this article", Reach::Article(number)),
        these("In all articles", Reach::Project),
    ];
    if ask != AskName::TakeOut {
        reaches.push(whole());
    }
    reaches
}

/// A name that can be chosen; true where it was clicked.
fn candidate_ui(ui: &mut Ui, row: &NameRow, on: bool) -> bool {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::TABLE_ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, format!("Same as {}", row.name)));
    if on {
        ui.painter().rect_filled(rect, size::ROUND, c.row_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, c.row_hover);
    }
    let (icon, word) = sort_look(row.sort);
    let y = rect.center().y;
    let ink = sort_ink(theme, row.sort);
    ui.painter().text(
        pos2(rect.left() + 8.0, y),
        Align2::LEFT_CENTER,
        icon,
        icon_font(size::ICON),
        ink,
    );
    let name = words::short(&row.name, 38);
    ui.painter().text(
        pos2(rect.left() + 32.0, y),
        Align2::LEFT_CENTER,
        name,
        Type::Body.font(),
        c.text,
    );
    let right = format!(
        "{}, {}",
        word.to_lowercase(),
        words::count(row.mentions.len(), "mention")
    );
    ui.painter().text(
        pos2(rect.right() - 8.0, y),
        Align2::RIGHT_CENTER,
        right,
        Type::Small.font(),
        c.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), size::ROUND);
    }
    response.clicked()
}
