//! The start page: drop files, open a project, open the sample.

use std::path::Path;
use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align, Align2, Galley, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::super::desktop::news_card_ui;
use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, at_ui, focus_ring, hairline_ui, label_ui};
use super::super::wish::{self, Wish};
use super::command::keys_of;
use super::example;
use super::top_bar::{paint_key_cap, paint_mark};
use crate::app::{Action, Command, HistoryAct, State};
use crate::disk::ARTICLE_ENDS;
use crate::show::formats;

/// Phosphor `files`.
const FILES_ICON: &str = icons::ADD_FILES;

/// True while there is nothing to read.
pub(in crate::ui) fn is_shown(state: &State) -> bool {
    state.store.num_articles() == 0
}

/// Draws the page into all of `ui`.
pub(in crate::ui) fn start_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(ui.max_rect(), 0, theme.color.sheet);
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let width = (ui.available_width() - 96.0).min(1240.0);
        let left = (ui.available_width() - width) / 2.0;
        let low = ui.ctx().content_rect().height() < 800.0;
        ui.add_space(if low { 28.0 } else { 64.0 });
        ui.horizontal_top(|ui| {
            ui.add_space(left);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                head_ui(ui, theme);
                ui.add_space(if low { 20.0 } else { 34.0 });
                if news_card_ui(ui, state, actions) {
                    ui.add_space(if low { 16.0 } else { 24.0 });
                }
                doors_ui(ui, theme, state, actions);
                ui.add_space(if low { 20.0 } else { 34.0 });
                hairline_ui(ui);
                example::example_ui(ui, theme);
                ui.add_space(24.0);
            });
        });
    });
}

fn head_ui(ui: &mut Ui, theme: &Theme) {
    ui.horizontal(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(46.0, 46.0), Sense::hover());
        paint_mark(ui.painter(), theme, mark);
        ui.add_space(16.0);
        ui.vertical(|ui| {
            label_ui(ui, "Who says how many", Type::StartTitle, theme.color.text);
            let words = "Open articles, see every reported figure with its sentence and its speaker, and compare them day by day.";
            let font = Type::Body.scaled(16.0 / 14.0);
            ui.label(egui::RichText::new(words).font(font).color(theme.color.muted));
        });
    });
}

fn doors_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let left = (width * 0.45).floor();
    let gap = 40.0;
    let top = ui.cursor().min;
    let column = |ui: &mut Ui, x: f32, width: f32, add: &mut dyn FnMut(&mut Ui)| {
        let rect = Rect::from_min_size(pos2(top.x + x, top.y), vec2(width, 2000.0));
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            add(ui);
            ui.min_rect().bottom()
        })
        .inner
    };
    let a = column(ui, 0.0, left, &mut |ui| drop_ui(ui, theme, state, actions));
    let b = column(ui, left + gap, width - left - gap, &mut |ui| {
        recent_ui(ui, theme, state, actions);
    });
    let used = a.max(b) - top.y;
    ui.allocate_rect(Rect::from_min_size(top, vec2(width, used)), Sense::hover());
}

fn drop_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let c = &theme.color;
    let formats = formats_galley(ui, theme);
    let below = 126.0 + formats.size().y;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), below + 122.0), Sense::hover());
    let over = ui.ctx().input(|input| !input.raw.hovered_files.is_empty());
    ui.painter()
        .rect_filled(rect, 10, if over { c.accent_soft } else { c.panel });
    paint_dashed_frame(
        ui,
        rect.shrink(1.0),
        Stroke::new(1.5, if over { c.accent } else { c.control_line }),
    );
    let line = |y: f32, style: Type, words: &str, ink| {
        let at = pos2(rect.center().x, rect.top() + y);
        ui.painter().text(at, Align2::CENTER_CENTER, words, style.font(), ink);
    };
    let icon_at = pos2(rect.center().x, rect.top() + 56.0);
    ui.painter()
        .text(icon_at, Align2::CENTER_CENTER, FILES_ICON, icon_font(34.0), c.muted);
    line(104.0, Type::CardFigure, "Drop articles or a folder here", c.text);
    ui.painter()
        .galley(pos2(rect.center().x, rect.top() + 124.0), formats, c.muted);
    centered_ui(ui, "choose", pos2(rect.center().x, rect.top() + below + 18.0), |ui| {
        let files = PushButton::new("Choose files...").icon(icons::ADD_FILES).primary();
        if ui.add(files).clicked() {
            wish::make(ui.ctx(), Wish::BrowseFiles);
        }
        let folder = PushButton::new("Choose a folder...").icon(icons::OPEN_FOLDER);
        if ui.add(folder).clicked() {
            wish::make(ui.ctx(), Wish::BrowseFolder);
        }
    });
    centered_ui(ui, "or", pos2(rect.center().x, rect.top() + below + 68.0), |ui| {
        let keys = keys_of(Command::AddFiles, state);
        if ui.add(PushButton::new("or type a path").quiet().keys(keys)).clicked() {
            wish::make(ui.ctx(), Wish::AddFiles);
        }
        let keys = keys_of(Command::PasteArticle, state);
        let paste = PushButton::new("or paste a text").quiet().keys(keys);
        if ui.add(paste.help("An article that you copied elsewhere")).clicked() {
            wish::make(ui.ctx(), Wish::Paste);
        }
    });
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let width = (ui.available_width() - 12.0) / 2.0;
        let keys = keys_of(Command::OpenProject, state);
        let open = (icons::OPEN_FOLDER, "Open a project", "a .tally file", keys.as_str());
        if door_ui(ui, theme, width, open) {
            wish::make(ui.ctx(), Wish::OpenProject);
        }
        let sample = (icons::READ_VIEW, "Open the sample", "10 invented articles", "");
        if door_ui(ui, theme, width, sample) {
            actions.push(Action::OpenDemo);
        }
    });
}

/// Draws a row of buttons whose middle is at `top`; as wide as it was before.
fn centered_ui(ui: &mut Ui, id: &str, top: egui::Pos2, add: impl FnOnce(&mut Ui)) {
    let id = egui::Id::unique(("row of the start page", id));
    let before: Option<f32> = ui.data(|data| data.get_temp(id));
    let width = before.unwrap_or(300.0);
    let row = Rect::from_min_size(pos2((top.x - width / 2.0).round(), top.y), vec2(width, 32.0));
    let used = at_ui(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.horizontal(|ui| {
            add(ui);
            ui.min_rect().width()
        })
        .inner
    });
    if before.is_none_or(|before| (before - used).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, used));
        ui.ctx().request_discard("a row is centred");
    }
}

/// Which files can be dropped, on as many lines as they need, about the middle.
fn formats_galley(ui: &Ui, theme: &Theme) -> Arc<Galley> {
    let words = format!("{}. The files stay as they are.", formats(&ARTICLE_ENDS));
    let room = ui.available_width() - 72.0;
    let mut job = LayoutJob::simple(words, Type::Small.font(), theme.color.muted, room);
    job.halign = Align::Center;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

fn paint_dashed_frame(ui: &Ui, rect: Rect, stroke: Stroke) {
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 6.0, 5.0));
}

fn door_ui(ui: &mut Ui, theme: &Theme, width: f32, (icon, name, below, keys): (&str, &str, &str, &str)) -> bool {
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 62.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let fill = if response.hovered() { c.row_hover } else { c.sheet };
    ui.painter().rect(
        rect,
        size::CARD_ROUND,
        fill,
        Stroke::new(1.0, c.line_strong),
        StrokeKind::Inside,
    );
    let y = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 16.0, y),
        Align2::LEFT_CENTER,
        icon,
        icon_font(20.0),
        c.muted,
    );
    let x = rect.left() + 48.0;
    ui.painter().text(
        pos2(x, y - 10.0),
        Align2::LEFT_CENTER,
        name,
        Type::Strong.font(),
        c.text,
    );
    let room = rect.right() - 14.0 - x - if keys.is_empty() { 0.0 } else { 52.0 };
    let mut job = LayoutJob::simple_singleline(below.to_owned(), Type::Small.font(), c.muted);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(x, y + 10.0 - galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.muted);
    paint_key_cap(ui.painter(), theme, pos2(rect.right() - 14.0, y), keys);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::CARD_ROUND);
    }
    response.clicked()
}

fn recent_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let c = &theme.color;
    ui.horizontal(|ui| {
        ui.add_space(14.0);
        label_ui(ui, "Recent projects", Type::Strong, c.text);
    });
    ui.add_space(10.0);
    hairline_ui(ui);
    ui.add_space(8.0);
    if state.settings.recent.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(14.0);
            label_ui(ui, "None yet. Projects that you open stand here.", Type::Body, c.muted);
        });
    }
    for path in state.settings.recent.iter().take(4) {
        recent_row_ui(ui, theme, path, actions);
    }
    ui.add_space(14.0);
    hairline_ui(ui);
    ui.add_space(14.0);
    let width = ui.available_width() / 2.0;
    ui.horizontal_top(|ui| {
        promise_ui(
            ui,
            theme,
            width,
            icons::OFFLINE,
            [
                "Nothing leaves this computer",
                "No account, no server, no download. A project is one file; its backups lie in a folder beside it.",
            ],
        );
        promise_ui(
            ui,
            theme,
            width,
            icons::UNDO,
            [
                "Everything can be undone",
                "The machine proposes and you decide. Your decisions survive a new reading.",
            ],
        );
    });
}

fn promise_ui(ui: &mut Ui, theme: &Theme, width: f32, icon: &str, [head, words]: [&str; 2]) {
    ui.allocate_ui(vec2(width, 80.0), |ui| {
        ui.horizontal_top(|ui| {
            ui.add_space(14.0);
            ui.vertical(|ui| {
                ui.set_width(width - 30.0);
                ui.horizontal(|ui| {
                    ui.label(
                        egui::RichText::new(icon)
                            .font(icon_font(size::ICON))
                            .color(theme.color.text),
                    );
                    ui.add_space(6.0);
                    label_ui(ui, head, Type::Strong, theme.color.text);
                });
                ui.add_space(4.0);
                ui.add(egui::Label::new(Type::Small.text(words, theme.color.muted)).wrap());
            });
        });
    });
}

fn recent_row_ui(ui: &mut Ui, theme: &Theme, path: &Path, actions: &mut Vec<Action>) {
    let c = &theme.color;
    let name = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 56.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Open {name}")));
    if response.hovered() {
        ui.painter().rect_filled(rect, size::CARD_ROUND, c.row_hover);
    }
    let y = rect.center().y;
    ui.painter().text(
        pos2(rect.left() + 16.0, y),
        Align2::LEFT_CENTER,
        FILES_ICON,
        icon_font(20.0),
        c.muted,
    );
    let x = rect.left() + 50.0;
    ui.painter().text(
        pos2(x, y - 10.0),
        Align2::LEFT_CENTER,
        &name,
        Type::Strong.font(),
        c.text,
    );
    let place = path.display().to_string();
    let galley = ui.painter().layout_no_wrap(place, Type::Small.font(), c.muted);
    let button = Rect::from_min_size(pos2(rect.right() - 108.0, y - 14.0), vec2(100.0, 28.0));
    let clip = Rect::from_min_max(pos2(x, rect.top()), pos2(button.left() - 8.0, rect.bottom()));
    ui.painter()
        .with_clip_rect(clip)
        .galley(pos2(x, y + 1.0), galley, c.muted);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::CARD_ROUND);
    }
    if response.clicked() {
        actions.push(Action::OpenProject(path.to_path_buf()));
    }
    let label = format!("Backups of {name}");
    at_ui(ui, button, |ui| {
        let help = "Earlier states of this project, to put one back";
        let response = ui.add(PushButton::new("Backups...").quiet().help(help));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.clicked() {
            actions.push(Action::History(HistoryAct::Backups(path.to_path_buf())));
        }
    });
}
