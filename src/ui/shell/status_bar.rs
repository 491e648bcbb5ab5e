//! The bar below: whether all is saved, counts, problems, progress, text size.

use egui::{Align, Align2, Button, Layout, Popup, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{focus_ring, label_ui, link_ui, tip};
use super::super::wish::{self, Wish};
use super::command::{TEXT_SIZES, keys_of};
use super::start;
use crate::app::{
    Action, BatchAct, Command, DesktopAct, HistoryAct, Page, Progress, Saving, State, ThemeChoice, watched_folders,
};
use crate::base::VERSION;
use crate::show::words;

/// Draws the bar into all of `ui`; `unreviewed` is counted by the window.
pub(in crate::ui) fn status_bar_ui(ui: &mut Ui, state: &State, unreviewed: usize, actions: &mut Vec<Action>) {
    let rect = ui.max_rect();
    let theme = Theme::of(ui);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
    let inner = Rect::from_min_max(rect.min + vec2(12.0, 1.0), rect.max - vec2(12.0, 0.0));
    let right = Layout::right_to_left(Align::Center);
    let used = ui
        .scope_builder(UiBuilder::new().max_rect(inner).layout(right), |ui| {
            right_ui(ui, state, actions);
            ui.min_rect().width()
        })
        .inner;
    let inner = Rect::from_min_max(inner.min, pos2(inner.right() - used - 12.0, inner.bottom()));
    let left = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(left), |ui| {
        ui.set_clip_rect(inner.expand(2.0));
        ui.spacing_mut().item_spacing.x = 14.0;
        if start::is_shown(state) {
            let version = format!("Tallyscope {VERSION}");
            label_ui(ui, version, Type::Small, theme.color.muted);
            if link_ui(ui, "What is new").clicked() {
                actions.push(Action::Desktop(DesktopAct::Page(Some(Page::News))));
            }
            if tip(link_ui(ui, "First steps"), "What to do, with its keys", "F1").clicked() {
                wish::make(ui.ctx(), Wish::Help);
            }
        } else {
            saving_ui(ui, theme, state);
            counts_ui(ui, theme, state, unreviewed);
        }
        problems_ui(ui, theme, state);
        if let Some(offer) = &state.recovery.reread {
            let word = format!("New reading: {} to look at", words::count(offer.lines.len(), "figure"));
            if tip(link_ui(ui, &word), "What it changes, before anything is changed", "").clicked() {
                actions.push(Action::History(HistoryAct::ShowReread));
            }
        }
        batch_ui(ui, state, actions);
        if let Some(progress) = state.messages.progress.as_ref().filter(|progress| progress.visible) {
            progress_ui(ui, theme, progress, actions);
        }
    });
}

/// Watched folders, and texts that came twice.
fn batch_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let folders = watched_folders(&state.store);
    if let Some(first) = folders.first() {
        let name = first
            .file_name()
            .map_or_else(|| first.to_string_lossy(), |name| name.to_string_lossy());
        let word = match folders.len() {
            1 => format!("Watching “{}”", words::short(&name, 24)),
            many => format!("Watching {many} folders"),
        };
        let paths: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
        let help = format!(
            "New files in {} are read by themselves. A click ends it",
            paths.join(", ")
        );
        if tip(link_ui(ui, &word), &help, &keys_of(Command::WatchFolder, state)).clicked() {
            actions.push(Action::Batch(BatchAct::StopWatching));
        }
    }
    if state.batch.twins > 0 {
        let word = match state.batch.twins {
            1 => "1 text came twice".to_owned(),
            many => format!("{many} texts came twice"),
        };
        if tip(link_ui(ui, &word), "Keep one file of each, or all", "").clicked() {
            wish::make(ui.ctx(), Wish::Duplicates);
        }
    }
}

fn saving_ui(ui: &mut Ui, theme: &Theme, state: &State) {
    let c = &theme.color;
    let (icon, word, ink) = match &state.project.saving {
        _ if state.project.read_only => (icons::OFFLINE, "Read only".to_owned(), c.warn),
        Saving::Saved => (icons::SAVED, "Saved".to_owned(), c.muted),
        Saving::Saving(edits) => (
            icons::STATE_UNREVIEWED,
            format!("Saving {}", words::count(*edits, "edit")),
            c.muted,
        ),
        Saving::Failed(_) => (icons::ERROR, "Not saved".to_owned(), c.error),
    };
    let response = item_ui(ui, icon, &word, ink);
    match &state.project.saving {
        Saving::Failed(why) => {
            tip(response, why, "");
            if link_ui(ui, "Save elsewhere").clicked() {
                wish::make(ui.ctx(), Wish::SaveAs);
            }
        }
        _ => {
            let place = state.project.path.display().to_string();
            tip(
                response,
                if state.project.warning.is_empty() {
                    &place
                } else {
                    &state.project.warning
                },
                "",
            );
        }
    }
}

/// An icon with a word; not for clicking.
fn item_ui(ui: &mut Ui, icon: &str, word: &str, ink: egui::Color32) -> egui::Response {
    let galley = ui.painter().layout_no_wrap(word.to_owned(), Type::Small.font(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 21.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let y = rect.center().y;
    ui.painter()
        .text(pos2(rect.left(), y), Align2::LEFT_CENTER, icon, icon_font(15.0), ink);
    ui.painter()
        .galley(pos2(rect.left() + 21.0, y - galley.size().y / 2.0), galley, ink);
    response
}

fn counts_ui(ui: &mut Ui, theme: &Theme, state: &State, unreviewed: usize) {
    let open = format!("{} unreviewed", words::number(unreviewed as u64));
    let words = if ui.ctx().content_rect().width() < 1280.0 {
        open
    } else {
        format!(
            "{} · {} · {open}",
            words::count(state.store.num_articles(), "article"),
            words::count(state.store.num_claims(), "claim"),
        )
    };
    label_ui(ui, words, Type::Small, theme.color.muted);
}

fn problems_ui(ui: &mut Ui, theme: &Theme, state: &State) {
    let count = state.messages.problems.len();
    if count == 0 {
        return;
    }
    let word = if count == 1 {
        "1 problem".to_owned()
    } else {
        format!("{count} problems")
    };
    let galley = ui
        .painter()
        .layout_no_wrap(word.clone(), Type::Small.font(), theme.color.warn);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 21.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &word));
    let y = rect.center().y;
    let ink = theme.color.warn;
    ui.painter().text(
        pos2(rect.left(), y),
        Align2::LEFT_CENTER,
        icons::WARNING,
        icon_font(15.0),
        ink,
    );
    ui.painter()
        .galley(pos2(rect.left() + 21.0, y - galley.size().y / 2.0), galley, ink);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), 4);
    }
    if response.clicked() {
        wish::make(ui.ctx(), Wish::Problems);
    }
    tip(
        response,
        "Show what could not be read",
        &keys_of(Command::Problems, state),
    );
}

fn progress_ui(ui: &mut Ui, theme: &Theme, progress: &Progress, actions: &mut Vec<Action>) {
    let (rect, response) = ui.allocate_exact_size(vec2(110.0, 16.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &progress.label));
    let share = if progress.total == 0 {
        0.0
    } else {
        progress.done as f32 / progress.total as f32
    };
    paint_bar(
        ui.painter(),
        theme,
        Rect::from_center_size(rect.center(), vec2(110.0, 4.0)),
        share,
    );
    let words = if progress.total == 0 {
        progress.label.clone()
    } else {
        format!("{}: {} of {}", progress.label, progress.done, progress.total)
    };
    label_ui(ui, words, Type::Small, theme.color.muted);
    if link_ui(ui, "Cancel").clicked() {
        actions.push(Action::Cancel);
    }
}

/// A bar that is filled to `share`.
pub(in crate::ui) fn paint_bar(painter: &egui::Painter, theme: &Theme, rect: Rect, share: f32) {
    painter.rect_filled(rect, 2, theme.color.pressed);
    let done = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    let ink = if share >= 1.0 {
        theme.color.ok
    } else {
        theme.color.accent
    };
    painter.rect_filled(done, 2, ink);
}

fn right_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 14.0;
    let theme = Theme::of(ui);
    let percent = state.settings.text_size_percent;
    let response = item_button_ui(ui, icons::TEXT_SIZE, &format!("{percent} %"), "Text size");
    Popup::menu(&response).width(140.0).show(|ui| {
        for size in TEXT_SIZES {
            if ui
                .add(Button::selectable(size == percent, format!("{size} %")))
                .clicked()
            {
                actions.push(Action::SetTextSize(size));
                ui.close();
            }
        }
    });
    tip(response, "Text size", &keys_of(Command::TextLarger, state));
    theme_ui(ui, theme, state, actions);
    let width = ui.ctx().content_rect().width();
    if width >= 1000.0 {
        item_ui(ui, icons::OFFLINE, "Nothing leaves this computer", theme.color.muted);
    }
}

fn theme_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let (icon, word) = if theme.dark {
        (icons::DARK_THEME, "Dark")
    } else {
        (icons::LIGHT_THEME, "Light")
    };
    let response = item_button_ui(ui, icon, word, "Light or dark");
    Popup::menu(&response).width(160.0).show(|ui| {
        for (choice, word) in [
            (ThemeChoice::System, "As the system"),
            (ThemeChoice::Light, "Light"),
            (ThemeChoice::Dark, "Dark"),
        ] {
            if ui
                .add(Button::selectable(choice == state.settings.theme, word))
                .clicked()
            {
                actions.push(Action::SetTheme(choice));
                ui.close();
            }
        }
    });
    tip(response, "Light or dark", &keys_of(Command::Theme, state));
}

fn item_button_ui(ui: &mut Ui, icon: &str, word: &str, name: &str) -> egui::Response {
    let theme = Theme::of(ui);
    let ink = theme.color.muted;
    let galley = ui.painter().layout_no_wrap(word.to_owned(), Type::Small.font(), ink);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 25.0, 20.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {word}")));
    if response.hovered() {
        ui.painter()
            .rect_filled(rect.expand2(vec2(4.0, 0.0)), 4, theme.color.hover);
    }
    let y = rect.center().y;
    ui.painter()
        .text(pos2(rect.left(), y), Align2::LEFT_CENTER, icon, icon_font(16.0), ink);
    ui.painter()
        .galley(pos2(rect.left() + 23.0, y - galley.size().y / 2.0), galley, ink);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 4);
    }
    response
}
