//! Buttons with words, an icon and a key cap.

use std::sync::Arc;

use egui::{
    Color32, CursorIcon, Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::super::theme::{Theme, Type, icon_font, size};
use super::{focus_ring, tip};

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Primary,
    Danger,
    /// No frame until the pointer is over it.
    Quiet,
}

/// A button with a verb; says its key.
#[must_use = "add it with `ui.add`"]
pub struct PushButton<'a> {
    word: &'a str,
    icon: Option<&'a str>,
    keys: String,
    help: &'a str,
    look: Look,
    enabled: bool,
    show_keys: bool,
}

impl<'a> PushButton<'a> {
    /// A plain button.
    pub fn new(word: &'a str) -> Self {
        Self {
            word,
            icon: None,
            keys: String::new(),
            help: "",
            look: Look::Plain,
            enabled: true,
            show_keys: true,
        }
    }

    /// The one action of an area.
    pub fn primary(mut self) -> Self {
        self.look = Look::Primary;
        self
    }

    /// Takes something away.
    pub fn danger(mut self) -> Self {
        self.look = Look::Danger;
        self
    }

    /// Without a frame, in accent.
    pub fn quiet(mut self) -> Self {
        self.look = Look::Quiet;
        self
    }

    /// An icon before the word.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The keys that do the same.
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// Keys in the tooltip only.
    pub fn keys_in_tip(mut self) -> Self {
        self.show_keys = false;
        self
    }

    /// A phrase for the tooltip.
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = help;
        self
    }

    /// Whether it can be used.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
}

/// Ground, edge and text of a button in its state.
fn colors(theme: &Theme, look: Look, enabled: bool, response: &Response) -> (Color32, Stroke, Color32) {
    let c = &theme.color;
    let edge = Stroke::new(1.0, c.line_strong);
    let (hovered, held) = (response.hovered(), response.is_pointer_button_down_on());
    if !enabled {
        let edge = if look == Look::Quiet {
            Stroke::NONE
        } else {
            Stroke::new(1.0, c.line)
        };
        return (Color32::TRANSPARENT, edge, c.disabled);
    }
    if look == Look::Primary {
        let fill = if hovered || held { c.accent_hover } else { c.accent };
        return (fill, Stroke::new(1.0, fill), c.on_accent);
    }
    let ground = if look == Look::Quiet {
        Color32::TRANSPARENT
    } else {
        c.raised
    };
    let fill = match (held, hovered) {
        (true, _) => c.pressed,
        (_, true) => c.hover,
        _ => ground,
    };
    match look {
        Look::Danger => (fill, edge, c.error),
        Look::Quiet => (fill, Stroke::NONE, c.accent),
        _ => (fill, edge, c.text),
    }
}

impl Widget for PushButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Self {
            word,
            icon,
            keys,
            help,
            look,
            enabled,
            show_keys,
        } = self;
        let theme = Theme::of(ui);
        let strong = if look == Look::Primary {
            Type::Strong
        } else {
            Type::Body
        };
        let lay = |ui: &Ui, text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        let galley = lay(ui, word, strong.font());
        let icon_galley = icon.map(|icon| lay(ui, icon, icon_font(size::ICON)));
        let cap = (show_keys && !keys.is_empty()).then(|| lay(ui, &keys, Type::Key.font()));
        let icon_width = icon_galley.as_ref().map_or(0.0, |galley| galley.size().x + 6.0);
        let cap_width = cap.as_ref().map_or(0.0, |galley| galley.size().x + 20.0);
        let wanted = vec2(20.0 + icon_width + galley.size().x + cap_width, size::CONTROL);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, word));
        if ui.is_rect_visible(rect) {
            let (fill, edge, ink) = colors(theme, look, enabled, &response);
            ui.painter().rect(rect, size::ROUND, fill, edge, StrokeKind::Inside);
            let mut x = rect.left() + 10.0;
            let mut put = |galley: &Arc<Galley>, gap: f32| {
                let at = pos2(x, rect.center().y - galley.size().y / 2.0);
                ui.painter().galley(at, Arc::clone(galley), ink);
                x += galley.size().x + gap;
            };
            if let Some(galley) = &icon_galley {
                put(galley, 6.0);
            }
            put(&galley, 8.0);
            if let Some(cap) = cap {
                let frame = egui::Rect::from_min_size(pos2(x, rect.center().y - 8.5), vec2(cap.size().x + 10.0, 17.0));
                let edge = Stroke::new(1.0, ink.gamma_multiply(0.45));
                ui.painter().rect_stroke(frame, 4, edge, StrokeKind::Inside);
                let at = frame.center() - cap.size() / 2.0;
                ui.painter().galley(at, cap, ink);
            }
            if response.has_focus() {
                focus_ring(ui.painter(), theme, rect, size::ROUND);
            }
        }
        if enabled && response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if help.is_empty() && (show_keys || keys.is_empty()) {
            return response;
        }
        tip(response, if help.is_empty() { word } else { help }, &keys)
    }
}

/// A square button with an icon; its name and key stand in the tooltip.
#[must_use = "add it with `ui.add`"]
pub struct IconButton<'a> {
    icon: &'a str,
    name: &'a str,
    help: &'a str,
    keys: String,
    enabled: bool,
    on: bool,
    icon_size: f32,
}

impl<'a> IconButton<'a> {
    /// An icon that does what `name` says.
    pub fn new(icon: &'a str, name: &'a str) -> Self {
        Self {
            icon,
            name,
            help: "",
            keys: String::new(),
            enabled: true,
            on: false,
            icon_size: size::ICON,
        }
    }

    /// The keys that do the same.
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// Whether it can be used.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A phrase for the tooltip, in place of the name.
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = help;
        self
    }

    /// Whether it is switched on.
    pub fn on(mut self, on: bool) -> Self {
        self.on = on;
        self
    }

    /// Another size of the icon.
    pub fn icon_size(mut self, icon_size: f32) -> Self {
        self.icon_size = icon_size;
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Self {
            icon,
            name,
            help,
            keys,
            enabled,
            on,
            icon_size,
        } = self;
        let theme = Theme::of(ui);
        let c = &theme.color;
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(size::CONTROL, size::CONTROL), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
        if ui.is_rect_visible(rect) {
            let fill = match (
                enabled && response.is_pointer_button_down_on(),
                enabled && response.hovered(),
                on,
            ) {
                (true, ..) => c.pressed,
                (_, true, _) => c.hover,
                (.., true) => c.accent_soft,
                _ => Color32::TRANSPARENT,
            };
            let ink = match (enabled, on) {
                (false, _) => c.disabled,
                (_, true) => c.accent,
                _ => c.muted,
            };
            ui.painter().rect_filled(rect, size::ROUND, fill);
            let galley = ui.painter().layout_no_wrap(icon.to_owned(), icon_font(icon_size), ink);
            let at = rect.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, ink);
            if response.has_focus() {
                focus_ring(ui.painter(), theme, rect.shrink(2.0), size::ROUND);
            }
        }
        tip(response, if help.is_empty() { name } else { help }, &keys)
    }
}
