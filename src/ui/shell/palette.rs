//! The command palette: type a few letters of a command or an article.

use egui::{
    Align2, Area, Context, Frame, Id, Key, Margin, Modifiers, Order, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::label_ui;
use super::super::wish::{self, Wish};
use super::command;
use super::other_words;
use super::top_bar::paint_key_cap;
use crate::app::{Action, Command, ReviewAct, State, View, command_rows};
use crate::export::formats::{Format, formats};
use crate::show::{fuzzy, saved_filters, words};
use crate::store::ArticleId;

/// Rows that are listed at most.
const MAX_ROWS: usize = 40;

/// The open palette.
#[derive(Default)]
pub(in crate::ui) struct Palette {
    pub(super) query: String,
    pub(super) current: usize,
    /// What had the focus before.
    pub focus_before: Option<Id>,
}

/// What a row does.
#[derive(Clone, Copy)]
enum Target {
    Command(Command),
    Article(ArticleId),
    /// A saved filter of Review, by its place among them.
    Filter(usize),
    /// A format of exports.
    Export(&'static str),
}

struct Row {
    target: Target,
    name: String,
    hits: Vec<usize>,
    right: String,
    /// What it does, where that and not its name was hit.
    note: &'static str,
    enabled: bool,
    score: i32,
}

impl Palette {
    /// An empty palette; the focus goes back to `focus_before`.
    pub(in crate::ui) fn new(focus_before: Option<Id>) -> Self {
        Self {
            focus_before,
            ..Self::default()
        }
    }

    /// Draws the palette; false once it is to be closed.
    pub(in crate::ui) fn palette_ui(&mut self, ctx: &Context, state: &State, actions: &mut Vec<Action>) -> bool {
        let theme = Theme::of_ctx(ctx);
        let rows = rows(&self.query, ctx, state);
        self.current = self.current.min(rows.len().saturating_sub(1));
        let mut chosen = self.keys(ctx, &rows);
        let close = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let frame = Frame::new()
            .fill(theme.color.raised)
            .stroke(Stroke::new(1.0, theme.color.line_strong))
            .corner_radius(size::CARD_ROUND)
            .shadow(theme.sheet_shadow());
        let width = 560.0_f32.min(ctx.content_rect().width() - 80.0);
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 60.0))
            .show(ctx, |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(width);
                    self.field_ui(ui, theme);
                    let clicked = self.rows_ui(ui, theme, &rows);
                    chosen = chosen.or(clicked);
                });
            });
        if let Some(row) = chosen.and_then(|at| rows.get(at)) {
            match row.target {
                Target::Command(command) if row.enabled => command::run(command, ctx, state, actions),
                Target::Command(_) => return true,
                Target::Export(format) => wish::make(ctx, Wish::Export(format)),
                Target::Filter(at) => {
                    let name = saved_filters(&state.store).into_iter().nth(at).map(|(name, _)| name);
                    actions.push(Action::Show(View::Review));
                    actions.extend(name.map(|name| Action::Review(ReviewAct::UseFilter(name))));
                }
                Target::Article(id) => {
                    actions.push(Action::Show(View::Read));
                    actions.push(Action::SelectArticle(id));
                }
            }
            return false;
        }
        let elsewhere = ctx.input(|input| input.pointer.any_pressed()) && {
            let at = ctx.input(|input| input.pointer.interact_pos());
            at.is_some_and(|at| !area.response.rect.contains(at))
        };
        !close && !elsewhere
    }

    /// Takes the arrows and Enter; gives the row that was chosen.
    fn keys(&mut self, ctx: &Context, rows: &[Row]) -> Option<usize> {
        ctx.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.current = (self.current + 1).min(rows.len().saturating_sub(1));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.current = self.current.saturating_sub(1);
            }
            input.consume_key(Modifiers::NONE, Key::Enter).then_some(self.current)
        })
    }

    fn field_ui(&mut self, ui: &mut Ui, theme: &Theme) {
        let c = &theme.color;
        Frame::new().inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(egui::RichText::new(icons::FIND).font(icon_font(18.0)).color(c.muted));
                let width = ui.available_width() - 50.0;
                let response = ui.add(
                    egui::TextEdit::singleline(&mut self.query)
                        .id(Id::unique("palette field"))
                        .frame(Frame::NONE)
                        .font(Type::Heading.font())
                        .hint_text(Type::Body.text("A command, an article", c.faint))
                        .desired_width(width)
                        .min_size(vec2(width, 24.0))
                        .align(Align2::LEFT_CENTER),
                );
                response.widget_info(|| {
                    let mut info = WidgetInfo::text_edit(true, &self.query, &self.query, "");
                    info.label = Some("Command".to_owned());
                    info
                });
                response.request_focus();
                if response.changed() {
                    self.current = 0;
                }
                let right = egui::pos2(ui.max_rect().right(), response.rect.center().y);
                paint_key_cap(ui.painter(), theme, right, "Esc");
            });
        });
        let rect = ui.min_rect();
        ui.painter()
            .hline(rect.x_range(), rect.bottom() + 1.0, theme.hairline());
    }

    fn rows_ui(&mut self, ui: &mut Ui, theme: &Theme, rows: &[Row]) -> Option<usize> {
        let mut clicked = None;
        Frame::new().inner_margin(Margin::same(6)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if rows.is_empty() {
                label_ui(
                    ui,
                    "Nothing is called like that. F1 tells the first steps.",
                    Type::Body,
                    theme.color.muted,
                );
            }
            // without the least height the list would stay as low as it was for the letters before
            let height = (ui.ctx().content_rect().height() - 220.0).max(64.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .show(ui, |ui| {
                    for (at, row) in rows.iter().enumerate() {
                        if self.row_ui(ui, theme, at, row) {
                            clicked = Some(at);
                        }
                    }
                });
        });
        clicked
    }

    fn row_ui(&mut self, ui: &mut Ui, theme: &Theme, at: usize, row: &Row) -> bool {
        let c = &theme.color;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::MENU_ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::MenuItem, row.enabled, at == self.current, &row.name));
        if at == self.current {
            ui.painter().rect_filled(rect, size::ROUND, c.row_selected);
            response.scroll_to_me(None);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, size::ROUND, c.row_hover);
        }
        let (icon, is_article) = match row.target {
            Target::Command(_) => (icons::EXPAND, false),
            Target::Article(_) => (icons::READ_VIEW, true),
            Target::Filter(_) => (icons::FILTER, true),
            Target::Export(_) => (icons::EXPORT, true),
        };
        let ink = if row.enabled { c.text } else { c.disabled };
        let y = rect.center().y;
        ui.painter().text(
            pos2(rect.left() + 10.0, y),
            Align2::LEFT_CENTER,
            icon,
            icon_font(14.0),
            c.muted,
        );
        let mut job = name_job(row, ink);
        if !row.note.is_empty() {
            job.append(row.note, 10.0, Type::Small.format(c.muted));
        }
        // the keys keep their room
        job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 44.0 - right_room(row));
        let galley = ui.painter().layout_job(job);
        ui.painter()
            .galley(pos2(rect.left() + 34.0, y - galley.size().y / 2.0), galley, ink);
        if is_article {
            let right = pos2(rect.right() - 10.0, y);
            ui.painter()
                .text(right, Align2::RIGHT_CENTER, &row.right, Type::Small.font(), c.muted);
        } else {
            paint_key_cap(ui.painter(), theme, pos2(rect.right() - 8.0, y), &row.right);
        }
        response.clicked()
    }
}

/// What stands at the right takes about so much.
fn right_room(row: &Row) -> f32 {
    match row.right.chars().count() {
        0 => 0.0,
        letters => 24.0 + 7.0 * letters as f32,
    }
}

/// The name with the letters that were hit in semibold.
fn name_job(row: &Row, ink: egui::Color32) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::default();
    let mut plain = String::new();
    for (at, letter) in row.name.char_indices() {
        if row.hits.contains(&at) {
            job.append(&plain, 0.0, Type::Body.format(ink));
            plain.clear();
            job.append(&letter.to_string(), 0.0, Type::Strong.format(ink));
        } else {
            plain.push(letter);
        }
    }
    job.append(&plain, 0.0, Type::Body.format(ink));
    job
}

/// The row of a format of exports, where it fits.
fn export_row(query: &str) -> impl Fn(&'static Format) -> Option<Row> {
    move |format| {
        let name = format!("Export: {}", format.label);
        let (score, hits) = fuzzy::fit(query, &name)?;
        Some(Row {
            target: Target::Export(format.id),
            name,
            hits,
            right: format.group.name().to_owned(),
            note: "",
            enabled: true,
            score: score - 2,
        })
    }
}

fn rows(query: &str, ctx: &Context, state: &State) -> Vec<Row> {
    let mut rows = Vec::new();
    for (row, keys) in command_rows(&state.settings) {
        let by_name = fuzzy::fit(query, row.name).map(|(score, hits)| (score, hits, ""));
        let found = by_name.or_else(|| other_words::fit(query, row).map(|score| (score, Vec::new(), row.help)));
        if let Some((score, hits, note)) = found {
            rows.push(Row {
                target: Target::Command(row.command),
                name: row.name.to_owned(),
                hits,
                right: keys.map(|keys| keys.to_string()).unwrap_or_default(),
                note,
                enabled: command::can_run(row.command, ctx, state),
                score,
            });
        }
    }
    if !query.trim().is_empty() {
        rows.extend(formats().filter_map(export_row(query)));
        let saved = saved_filters(&state.store).into_iter().enumerate();
        rows.extend(saved.filter_map(|(at, (name, _))| {
            let name = format!("Filter: {name}");
            let (score, hits) = fuzzy::fit(query, &name)?;
            Some(Row {
                target: Target::Filter(at),
                name,
                hits,
                right: "Review".to_owned(),
                note: "",
                enabled: true,
                score,
            })
        }));
        rows.extend(state.store.articles().filter_map(|article| {
            let name = words::short(article.title(), 62);
            let (score, hits) = fuzzy::fit(query, &name)?;
            let day = article.published().map(words::day_and_month).unwrap_or_default();
            let publisher = words::short(article.publisher().unwrap_or_default(), 18);
            Some(Row {
                target: Target::Article(article.id),
                name,
                hits,
                right: [publisher, day]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                note: "",
                enabled: true,
                // Commands come first where both fit alike.
                score: score - 6,
            })
        }));
        rows.sort_by_key(|row| (!row.enabled, std::cmp::Reverse(row.score)));
    }
    rows.truncate(MAX_ROWS);
    rows
}
