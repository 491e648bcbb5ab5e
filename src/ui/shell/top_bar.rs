//! The bar above: menu, project, back and forward, the three views, undo and redo, the palette's field.

use egui::{
    Align, Align2, Button, Color32, Layout, Painter, Popup, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{IconButton, focus_ring, tip};
use super::super::wish::{self, Wish};
use super::command::{self, keys_of};
use super::start;
use crate::app::{Action, Command, State, View, command_rows};

/// The menus, in their order.
const MENUS: [&str; 12] = [
    "File", "Edit", "Articles", "Export", "Claim", "Review", "Names", "Chart", "Compare", "Go", "View", "Help",
];

/// The commands that begin a group of their menu: a line stands above each.
const BEGIN_GROUPS: [Command; 33] = [
    Command::AddFiles,
    Command::HandOver,
    Command::Backups,
    Command::Quit,
    Command::Accept,
    Command::ApplySame,
    Command::Note,
    Command::Versions,
    Command::ReadAgain,
    Command::RemoveArticle,
    Command::PictureSvg,
    Command::ExportAdopted,
    Command::StartBack,
    Command::NextAtPlace,
    Command::CheckAllShown,
    Command::SetField,
    Command::SaveFilter,
    Command::OpenName,
    Command::RenameName,
    Command::ForgetName,
    Command::LinesBy,
    Command::MergeCopies,
    Command::NextFinding,
    Command::AcceptFinding,
    Command::CopySentences,
    Command::Back,
    Command::FindCommand,
    Command::NextArea,
    Command::Marks,
    Command::Theme,
    Command::ResetLayout,
    Command::DataFolder,
    Command::About,
];

/// Draws the bar into all of `ui`.
pub(in crate::ui) fn top_bar_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let rect = ui.max_rect();
    let theme = Theme::of(ui);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let on_start = start::is_shown(state);
    let side = |ui: &mut Ui, rect: Rect, layout: Layout, add: &mut dyn FnMut(&mut Ui)| {
        let drawn = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
            add(ui);
            ui.min_rect()
        });
        drawn.inner
    };
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let left = side(ui, inner, Layout::left_to_right(Align::Center), &mut |ui| {
        left_ui(ui, state, actions);
    });
    if !on_start {
        // the field, two buttons and the gaps between them
        let right = palette_words(ui).0 + 2.0 * size::CONTROL + 34.0;
        let free = Rangef::new(left.right() + 8.0, inner.right() - right);
        tabs_ui(ui, (rect, free), state, actions);
    }
    side(ui, inner, Layout::right_to_left(Align::Center), &mut |ui| {
        right_ui(ui, state, actions);
    });
}

fn left_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    let theme = Theme::of(ui);
    let menu = ui.add(IconButton::new(icons::OPEN_MENU, "Menu").icon_size(18.0));
    wish::area(ui.ctx(), menu.id);
    Popup::menu(&menu).show(|ui| {
        ui.set_min_width(150.0);
        menu_ui(ui, state, actions);
    });
    ui.add_space(4.0);
    let (mark, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
    paint_mark(ui.painter(), theme, mark);
    ui.add_space(4.0);
    project_ui(ui, theme, state, actions);
    if start::is_shown(state) {
        return;
    }
    ui.add_space(6.0);
    for (icon, command, name) in [
        (icons::BACK, Command::Back, "Back"),
        (icons::FORWARD, Command::Forward, "Forward"),
    ] {
        let enabled = command::can_run(command, ui.ctx(), state);
        let button = IconButton::new(icon, name)
            .keys(keys_of(command, state))
            .enabled(enabled);
        if ui.add(button).clicked() && enabled {
            command::run(command, ui.ctx(), state, actions);
        }
    }
}

fn project_ui(ui: &mut Ui, theme: &Theme, state: &State, actions: &mut Vec<Action>) {
    let name = if start::is_shown(state) || state.project.name.is_empty() {
        "Tallyscope"
    } else {
        &state.project.name
    };
    let max = match ui.ctx().content_rect().width() {
        width if width < size::TOP_BAR_ICONS_MAX => 10,
        width if width < size::TOP_BAR_KEYS_MIN => 22,
        _ => 40,
    };
    let shown = crate::show::words::short(name, max);
    let galley = ui
        .painter()
        .layout_no_wrap(shown, Type::Strong.font(), theme.color.text);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(26.0, 8.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Project {name}")));
    if response.hovered() {
        ui.painter().rect_filled(rect, size::ROUND, theme.color.hover);
    }
    let at = pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
    let caret_x = at.x + galley.size().x + 10.0;
    ui.painter().galley(at, galley, theme.color.text);
    ui.painter().text(
        pos2(caret_x, rect.center().y),
        Align2::CENTER_CENTER,
        icons::NEXT_CLAIM,
        icon_font(12.0),
        theme.color.muted,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    let tip_words = state.project.path.display().to_string();
    Popup::menu(&response).width(300.0).show(|ui| {
        for command in [
            Command::NewProject,
            Command::OpenProject,
            Command::SaveAs,
            Command::OpenDemo,
        ] {
            command_item_ui(ui, command, state, actions);
        }
        if !state.settings.recent.is_empty() {
            ui.separator();
        }
        for path in state.settings.recent.iter().take(8) {
            let shown = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            if ui.add(Button::new(shown.unwrap_or_default())).clicked() {
                actions.push(Action::OpenProject(path.clone()));
                ui.close();
            }
        }
    });
    tip(response, &tip_words, "");
}

fn menu_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    for menu in MENUS {
        ui.menu_button(menu, |ui| {
            ui.set_min_width(260.0);
            for (row, _) in command_rows(&state.settings) {
                if row.menu == menu {
                    if BEGIN_GROUPS.contains(&row.command) {
                        ui.separator();
                    }
                    command_item_ui(ui, row.command, state, actions);
                }
            }
        });
    }
}

fn command_item_ui(ui: &mut Ui, command: Command, state: &State, actions: &mut Vec<Action>) {
    let rows = command_rows(&state.settings);
    let Some((row, keys)) = rows.into_iter().find(|(row, _)| row.command == command) else {
        return;
    };
    let keys = keys.map(|keys| keys.to_string()).unwrap_or_default();
    let enabled = command::can_run(command, ui.ctx(), state);
    let on = command::is_on(command, state);
    let ticked = format!("{}  {}", icons::ACCEPT, row.name);
    let word = if on == Some(true) { ticked.as_str() } else { row.name };
    let button = Button::new(word).shortcut_text(keys);
    let response = ui.add_enabled(enabled, button);
    if let Some(on) = on {
        response.widget_info(|| WidgetInfo::selected(Role::MenuItemCheckBox, enabled, on, row.name));
    }
    if response.clicked() {
        command::run(command, ui.ctx(), state, actions);
        ui.close();
    }
    let state = match on {
        Some(true) => ", now on",
        Some(false) => ", now off",
        None => "",
    };
    tip(response, &format!("{}{state}", row.help), "");
}

/// The tabs in the middle of the bar, aside where that is not free, without words where there is no room for them.
fn tabs_ui(ui: &mut Ui, (bar, free): (Rect, Rangef), state: &State, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let with_keys = bar.width() >= size::TOP_BAR_KEYS_MIN;
    let tabs = [
        (View::Read, "Read", icons::READ_VIEW, Command::Read),
        (View::Compare, "Compare", icons::COMPARE_VIEW, Command::Compare),
        (View::Review, "Review", icons::REVIEW_VIEW, Command::Review),
        (View::Names, "Names", icons::GROUP, Command::NamesView),
    ];
    let key_width = if with_keys { 44.0 } else { 0.0 };
    let mut widths = [76.0, 104.0, 92.0, 88.0].map(|width| width + key_width);
    let total = |widths: [f32; 4]| widths.iter().sum::<f32>() + 30.0;
    let with_words = total(widths) <= free.span();
    if !with_words {
        widths = [34.0; 4];
    }
    let last = (free.max - total(widths)).max(free.min);
    let mut x = (bar.center().x - total(widths) / 2.0).clamp(free.min, last);
    for ((view, word, icon, command), width) in tabs.into_iter().zip(widths) {
        let rect = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        x += width + 10.0;
        let response = ui.interact(rect, ui.make_persistent_id(word), Sense::click());
        let on = state.view == view;
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, word));
        let keys = keys_of(command, state);
        paint_tab(
            ui.painter(),
            theme,
            rect,
            (
                icon,
                if with_words { word } else { "" },
                if with_keys { &keys } else { "" },
            ),
            on,
        );
        if !on && response.hovered() {
            let ground = rect.shrink2(vec2(0.0, 7.0));
            let edge = Stroke::new(1.0, theme.color.line_strong);
            ui.painter().rect_stroke(ground, size::ROUND, edge, StrokeKind::Inside);
        }
        if response.has_focus() {
            focus_ring(ui.painter(), theme, rect.shrink2(vec2(2.0, 8.0)), size::ROUND);
        }
        if response.clicked() {
            actions.push(Action::Show(view));
        }
        let help = command_help(command);
        let help = if with_words {
            help.to_owned()
        } else {
            format!("{word}: {help}")
        };
        tip(response, &help, &keys);
    }
}

fn command_help(command: Command) -> &'static str {
    crate::app::COMMANDS
        .iter()
        .find(|row| row.command == command)
        .map_or("", |row| row.help)
}

fn paint_tab(painter: &Painter, theme: &Theme, rect: Rect, (icon, word, keys): (&str, &str, &str), on: bool) {
    let c = &theme.color;
    let ink = if on { c.text } else { c.muted };
    let style = if on { Type::Strong } else { Type::Body };
    let y = rect.center().y;
    painter.text(
        pos2(rect.left() + 8.0, y),
        Align2::LEFT_CENTER,
        icon,
        icon_font(18.0),
        ink,
    );
    let shown = painter.text(
        pos2(rect.left() + 32.0, y),
        Align2::LEFT_CENTER,
        word,
        style.font(),
        ink,
    );
    if !keys.is_empty() {
        painter.text(
            pos2(shown.right() + 8.0, y),
            Align2::LEFT_CENTER,
            keys,
            Type::Key.font(),
            c.faint,
        );
    }
    if on {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        painter.rect_filled(line, 0, c.accent);
    }
}

fn right_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    palette_field_ui(ui, state);
    if start::is_shown(state) && state.store.history().undo_label().is_none() {
        return;
    }
    ui.add_space(6.0);
    let history = state.store.history();
    for (icon, command, name, label) in [
        (icons::REDO, Command::Redo, "Redo", history.redo_label()),
        (icons::UNDO, Command::Undo, "Undo", history.undo_label()),
    ] {
        let enabled = label.is_some();
        let help = label.map_or_else(|| name.to_owned(), |label| format!("{name}: {label}"));
        let button = IconButton::new(icon, name)
            .help(&help)
            .keys(keys_of(command, state))
            .enabled(enabled);
        if ui.add(button).clicked() && enabled {
            command::run(command, ui.ctx(), state, actions);
        }
    }
}

/// Width of the palette's field, and its words.
fn palette_words(ui: &Ui) -> (f32, &'static str) {
    let width = ui.ctx().content_rect().width();
    if width < size::TOP_BAR_ICONS_MAX {
        (size::CONTROL, "")
    } else if width < size::TOP_BAR_KEYS_MIN {
        (150.0, "Find or run")
    } else {
        (250.0, "Find or run a command")
    }
}

/// Looks like a field, opens the palette.
fn palette_field_ui(ui: &mut Ui, state: &State) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (width, words) = palette_words(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Find or run a command"));
    let ground = if response.hovered() { c.row_hover } else { c.field };
    let edge = Stroke::new(1.0, c.control_line);
    ui.painter().rect(rect, size::ROUND, ground, edge, StrokeKind::Inside);
    let y = rect.center().y;
    let icon_at = pos2(rect.left() + if words.is_empty() { 6.0 } else { 9.0 }, y);
    ui.painter().text(
        icon_at,
        Align2::LEFT_CENTER,
        icons::FIND,
        icon_font(size::ICON),
        c.muted,
    );
    ui.painter().text(
        pos2(rect.left() + 31.0, y),
        Align2::LEFT_CENTER,
        words,
        Type::Body.font(),
        c.faint,
    );
    let keys = keys_of(Command::FindCommand, state);
    if !words.is_empty() {
        paint_key_cap(ui.painter(), theme, pos2(rect.right() - 6.0, y), &keys);
    }
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
    }
    if response.clicked() {
        wish::make(ui.ctx(), Wish::Palette);
    }
}

/// A key cap whose right edge is at `right`; gives its width.
pub(in crate::ui) fn paint_key_cap(painter: &Painter, theme: &Theme, right: egui::Pos2, keys: &str) -> f32 {
    if keys.is_empty() {
        return 0.0;
    }
    let c = &theme.color;
    let galley = painter.layout_no_wrap(keys.to_owned(), Type::Key.font(), c.muted);
    let width = galley.size().x + 10.0;
    let cap = Rect::from_min_size(pos2(right.x - width, right.y - 9.0), vec2(width, 18.0));
    painter.rect(cap, 4, c.raised, Stroke::new(1.0, c.line_strong), StrokeKind::Inside);
    painter.galley(cap.center() - galley.size() / 2.0, galley, c.muted);
    width
}

/// The mark: four strokes of a tally in text colour and one across in accent.
pub(in crate::ui) fn paint_mark(painter: &Painter, theme: &Theme, rect: Rect) {
    let unit = rect.width() / 20.0;
    let at = |x: f32, y: f32| pos2(rect.left() + x * unit, rect.top() + y * unit);
    let line = |color: Color32| Stroke::new(2.0 * unit, color);
    for x in [3.0, 7.5, 12.0, 16.5] {
        painter.line_segment([at(x, 2.5), at(x, 17.5)], line(theme.color.text));
    }
    painter.line_segment([at(0.5, 13.0), at(19.5, 7.0)], line(theme.color.accent));
}
