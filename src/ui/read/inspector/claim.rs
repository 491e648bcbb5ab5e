//! The selected claim: figure, who says so, when, what, the same elsewhere, why.

use egui::{Align, CursorIcon, Label, Layout, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::super::super::article::{basis_words, seen};
use super::super::super::compare::paint::source_color;
use super::super::super::models::models;
use super::super::super::note::note_ui;
use super::super::super::review::claim_tags_ui;
use super::super::super::shell::keys_of;
use super::super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::super::widgets::{
    IconButton, focus_ring, kind_chip_ui, label_ui, marker, section_head_ui, status_ui, tip,
};
use super::super::super::wish::{self, Wish};
use super::bounds::bounds_ui;
use super::edit::{Edit, Left, Target};
use super::value::{self, NAME_WIDTH, Row, ValueRow, name_ui, quoted};
use super::{Fact, Inspector};
use super::{name, why};
use crate::app::{Action, Command, State};
use crate::show::{quoted_words, words};
use crate::store::{ArticleRecord, ClaimRecord, Field};

/// Kind, state, place among the article's claims, previous and next.
pub(super) fn head_ui(ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let kind = record.claim().kind;
        let chip = kind_chip_ui(ui, kind).interact(Sense::click());
        chip.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Kind: {}", words::kind(kind))));
        value::choices_menu(&chip, record, Field::Kind, actions);
        tip(chip.on_hover_cursor(CursorIcon::PointingHand), "Change the kind", "");
        status_ui(ui, record.status());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (icon, command, name, action) in [
                (icons::NEXT_CLAIM, Command::NextClaim, "Next claim", Action::NextClaim),
                (
                    icons::PREVIOUS_CLAIM,
                    Command::PreviousClaim,
                    "Previous claim",
                    Action::PreviousClaim,
                ),
            ] {
                if ui
                    .add(IconButton::new(icon, name).keys(keys_of(command, state)))
                    .clicked()
                {
                    actions.push(action);
                }
            }
            let (at, all) = place(state, record);
            ui.add_space(6.0);
            label_ui(ui, format!("{at} of {all}"), Type::Small, theme.color.muted);
        });
    });
}

/// The claim's number among those of its article.
fn place(state: &State, record: &ClaimRecord) -> (usize, usize) {
    let ids: Vec<_> = state.store.claims_of(record.article).map(|claim| claim.id).collect();
    let at = ids.iter().position(|id| *id == record.id).unwrap_or_default();
    (at + 1, ids.len())
}

impl Inspector {
    /// Draws the claim's fields.
    pub(super) fn claim_ui(&mut self, ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
        let Some(article) = state.store.article(record.article) else {
            return;
        };
        let theme = Theme::of(ui);
        let row = Row { state, article, record };
        self.kind_ui(ui, row, actions);
        self.figure_ui(ui, row, actions);
        section(ui, "Who says so");
        let claim = record.claim();
        let roles = &record.machine.roles;
        let top = ui.cursor().top() + 12.0;
        let speaker = quoted(article, roles.speaker).filter(|_| !record.is_set(Field::Speaker));
        let speaker = speaker.filter(|quote| quote.trim_matches(['“', '”']) != claim.speaker.as_deref().unwrap_or(""));
        self.field_ui(ui, row, (Field::Speaker, "Speaker", speaker.as_deref()), actions);
        name::speaker_ui(ui, state, record.id, actions);
        let middle = ui.cursor().top() + 12.0;
        self.field_ui(ui, row, (Field::Relay, "Relay", None), actions);
        let bottom = ui.cursor().top() + 12.0;
        let publisher = article.publisher().unwrap_or(words::NOT_STATED);
        plain_row_ui(ui, theme, "Publisher", (publisher, ""));
        paint_chain(ui, state, record, (top, middle, bottom));
        if let Some(page) = state.store.page_of(record.id) {
            let num_pages = article.reading.article.pages.len();
            plain_row_ui(ui, theme, "Page", (&format!("{page} of {num_pages}"), ""));
        }
        section(ui, "When");
        let as_of = quoted(article, roles.as_of).filter(|_| !record.is_set(Field::AsOf));
        self.field_ui(ui, row, (Field::AsOf, "As of", as_of.as_deref()), actions);
        let is_period = matches!(claim.event_date, Some(crate::time::Value::Interval(..)));
        let happened = quoted(article, roles.event_date).filter(|_| !record.is_set(Field::EventDate));
        let name = if is_period { "Period" } else { "Happened" };
        self.field_ui(ui, row, (Field::EventDate, name, happened.as_deref()), actions);
        self.published_ui(ui, article, actions);
        section(ui, "What");
        self.field_ui(ui, row, (Field::Scope, "Scope", None), actions);
        self.field_ui(ui, row, (Field::Victims, "Victims", None), actions);
        self.field_ui(ui, row, (Field::VictimClass, "Class", None), actions);
        self.field_ui(ui, row, (Field::Place, "Place", None), actions);
        self.field_ui(ui, row, (Field::PartOf, "Part of", None), actions);
        self.field_ui(ui, row, (Field::Modality, "Said", None), actions);
        self.elsewhere_ui(ui, state, record);
        Self::claim_note_ui(ui, record);
        self.reset_ui(ui, record, actions);
        super::super::super::history::claim_history_ui(ui, state, record);
        claim_tags_ui(ui, &state.store, record, actions);
        self.why_ui(ui, article, record);
    }

    /// The article's day: what the other days are reckoned from.
    fn published_ui(&mut self, ui: &mut Ui, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let name = "Published";
        let by_analyst = article.told.published.is_some();
        let shown = article.published().map_or_else(|| "No date".to_owned(), words::day);
        ui.horizontal_top(|ui| {
            name_ui(ui, Theme::of(ui), name);
            ui.vertical(|ui| {
                let target = Target::Article(article.id, Fact::Published);
                if let Some(edit) = self.edit.as_mut().filter(|edit| edit.target == target) {
                    if edit.edit_ui(ui, name, actions) != Left::Not {
                        self.edit = None;
                    }
                    return;
                }
                let row = ValueRow {
                    id: egui::Id::unique("claim row published"),
                    name,
                    value: &shown,
                    quote: Some(basis_words(&article.reading, by_analyst))
                        .filter(|words| !words.is_empty() && !by_analyst),
                    look: (article.published().is_none(), by_analyst),
                    pick: false,
                };
                let response = tip(value::value_ui(ui, &row), "Change the day of the article", "");
                if response.clicked() {
                    self.edit = Some(Edit::of_article(article, Fact::Published));
                }
            });
        });
    }

    /// The kind as a list, where the keyboard has come to it; else it stands as a chip above.
    fn kind_ui(&mut self, ui: &mut Ui, row: Row<'_>, actions: &mut Vec<Action>) {
        let target = Target::Claim(row.record.id, Field::Kind);
        if self.edit.as_ref().is_some_and(|edit| edit.target == target) {
            self.field_ui(ui, row, (Field::Kind, "Kind", None), actions);
        }
    }

    fn figure_ui(&mut self, ui: &mut Ui, row: Row<'_>, actions: &mut Vec<Action>) {
        let (article, record) = (row.article, row.record);
        let theme = Theme::of(ui);
        let c = &theme.color;
        let claim = record.claim();
        let target = Target::Claim(record.id, Field::Figure);
        if let Some(edit) = self.edit.as_mut().filter(|edit| edit.target == target) {
            label_ui(ui, "Figure", Type::Key, c.muted);
            let left = edit.edit_ui(ui, "Figure", actions);
            self.leave(ui, (row.state, record), Field::Figure, left);
        } else {
            ui.horizontal(|ui| {
                let figure = words::figure(&claim.figure);
                let galley = ui
                    .painter()
                    .layout_no_wrap(figure.clone(), Type::InspectorFigure.font(), c.text);
                let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                let response = ui.interact(rect, value::row_id(Field::Figure), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Figure: {figure}")));
                if response.hovered() || response.has_focus() {
                    ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 5, c.hover);
                }
                ui.painter().galley(rect.min, galley, c.text);
                if response.has_focus() {
                    focus_ring(ui.painter(), theme, rect.expand2(vec2(4.0, -2.0)), 5);
                }
                if response.clicked() {
                    self.edit = Some(Edit::of_claim(row.state, record, Field::Figure));
                }
                let why = why::of_field(article, record, Field::Figure);
                tip(response.on_hover_cursor(CursorIcon::PointingHand), &why, "");
                let victims = claim.victims.as_deref().unwrap_or("people");
                label_ui(ui, words::short(victims, 26), Type::Body, c.muted);
                if record.is_set(Field::Figure) {
                    ui.label(
                        egui::RichText::new(icons::EDIT_CORRECTED)
                            .font(icon_font(14.0))
                            .color(c.accent),
                    );
                    label_ui(ui, "you", Type::Small, c.accent);
                }
                value::pick_ui(ui, row.state, Field::Figure);
            });
        }
        value::machine_ui(ui, theme, record, Field::Figure, actions);
        let quote = format!("“{}”", words::short(&quoted_words(article, record), 140));
        ui.add(Label::new(Type::Quote.text(seen(&quote), c.muted)).wrap());
        value::moved_ui(ui, article, record, actions);
        ui.add_space(6.0);
        bounds_ui(ui, &claim.figure, theme.kind(claim.kind).ink);
    }

    fn elsewhere_ui(&mut self, ui: &mut Ui, state: &State, record: &ClaimRecord) {
        let generation = state.store.generation();
        if !matches!(&self.elsewhere, Some((id, at, _)) if (*id, *at) == (record.id, generation)) {
            self.elsewhere = Some((record.id, generation, same_figure(state, record)));
        }
        let Some((_, _, publishers)) = &self.elsewhere else {
            return;
        };
        if publishers.is_empty() {
            return;
        }
        ui.add_space(10.0);
        section_head_ui(ui, "Same figure elsewhere", &words::count(publishers.len(), "article"));
        let mut names = publishers.clone();
        names.sort();
        names.dedup();
        let theme = Theme::of(ui);
        ui.add(Label::new(Type::Small.text(words::short(&names.join(", "), 160), theme.color.muted)).wrap());
    }

    fn claim_note_ui(ui: &mut Ui, record: &ClaimRecord) {
        section(ui, "Note");
        let field = egui::Id::unique(("claim note", record.id));
        let names = ("Note", "What the next reader should know");
        let keep = |text| Action::SetNote(vec![record.id], text);
        let response = note_ui(ui, field, names, &record.note, keep);
        if wish::take(ui.ctx(), Wish::EditNote) {
            response.request_focus();
            response.scroll_to_me(None);
        }
    }
}

/// The publishers of other articles that say the same of the same harm.
fn same_figure(state: &State, record: &ClaimRecord) -> Vec<String> {
    let claim = record.claim();
    if claim.figure.anchor().is_none() {
        return Vec::new();
    }
    let mut articles = std::collections::BTreeSet::new();
    for other in state.store.claims().filter(|other| other.article != record.article) {
        let theirs = other.claim();
        if theirs.kind == claim.kind && theirs.figure == claim.figure && theirs.victim_class == claim.victim_class {
            articles.insert(other.article);
        }
    }
    let name = |id| {
        let article = state.store.article(id)?;
        Some(article.publisher().unwrap_or_else(|| article.title()).to_owned())
    };
    articles.into_iter().filter_map(name).collect()
}

fn section(ui: &mut Ui, words: &str) {
    ui.add_space(12.0);
    section_head_ui(ui, words, "");
    ui.add_space(2.0);
}

/// A row that is not changed here.
fn plain_row_ui(ui: &mut Ui, theme: &Theme, name: &str, (value, basis): (&str, &str)) {
    ui.horizontal_top(|ui| {
        name_ui(ui, theme, name);
        ui.vertical(|ui| {
            ui.add_space(2.0);
            let mut job = egui::text::LayoutJob::default();
            job.append(value, 0.0, Type::Body.format(theme.color.text));
            if !basis.is_empty() {
                job.append(basis, 6.0, Type::Small.format(theme.color.muted));
            }
            ui.add(Label::new(job).wrap());
        });
    });
}

/// The chain from speaker over relay to publisher, left of the values; the speaker with the marker of its source.
fn paint_chain(ui: &Ui, state: &State, record: &ClaimRecord, (top, middle, bottom): (f32, f32, f32)) {
    let theme = Theme::of(ui);
    let x = ui.min_rect().left() + NAME_WIDTH - 12.0;
    let painter = ui.painter();
    painter.vline(x, top + 8.0..=bottom - 6.0, Stroke::new(1.5, theme.color.line_strong));
    let models = models(ui.ctx(), state);
    let source = models.speakers.of(record.id);
    let slot = source.map_or(marker::NOT_STATED_SLOT, |source| source.slot);
    let color = source.map_or_else(|| theme.series(slot), |source| source_color(theme, source));
    painter.extend(marker::shapes(
        slot,
        pos2(x, top),
        size::MARKER,
        color,
        marker::Fill::Solid,
    ));
    let ring = Stroke::new(1.5, theme.color.muted);
    let relay = if record.claim().relay.is_some() {
        theme.color.muted
    } else {
        theme.color.panel
    };
    painter.circle(pos2(x, middle), 3.0, relay, ring);
    painter.circle_filled(pos2(x, bottom), 3.5, theme.color.muted);
}
