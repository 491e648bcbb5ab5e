//! Tokens, faces, visuals and icons: the only place that knows colours.

mod colors;
#[cfg(test)]
mod contrast;
pub mod icons;
pub mod size;
mod text;

use std::sync::OnceLock;

use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, Ui, Visuals, vec2};

pub use colors::{Colors, KindColors, NameColors};
pub use text::{Type, icon_font, read_italic};

use crate::claim::Kind;

/// The tokens of the look.
const TOKENS: &str = include_str!("../../../assets/look/tokens.json");

/// One theme: light or dark.
#[derive(Clone, Copy, Debug, Default)]
pub struct Theme {
    /// True for the dark one.
    pub dark: bool,
    /// Its colours.
    pub color: Colors,
}

impl Theme {
    /// The theme in which `ui` draws.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::get(ui.visuals().dark_mode)
    }

    /// The theme in which the window draws.
    pub fn of_ctx(ctx: &Context) -> &'static Self {
        Self::get(ctx.theme() == egui::Theme::Dark)
    }

    /// One of both.
    pub fn get(dark: bool) -> &'static Self {
        static THEMES: OnceLock<[Theme; 2]> = OnceLock::new();
        let themes = THEMES.get_or_init(|| read().unwrap_or_default());
        if dark { &themes[1] } else { &themes[0] }
    }

    /// Ink and ground of a kind.
    pub fn kind(&self, kind: Kind) -> KindColors {
        // kinds that tables bring share the ink of the last one
        let slot = kind.slot().unwrap_or_else(|| self.color.kinds.len().saturating_sub(1));
        self.color.kinds.get(slot).copied().unwrap_or_default()
    }

    /// The colour of a source's slot, 0 to 7.
    pub fn series(&self, slot: usize) -> Color32 {
        self.color.series.get(slot).copied().unwrap_or(self.color.faint)
    }

    /// The shadow of cards.
    pub fn card_shadow(&self) -> Shadow {
        self.shadow(3, 12, if self.dark { 0.5 } else { 0.14 })
    }

    /// The shadow of sheets: the palette, the bar for many.
    pub fn sheet_shadow(&self) -> Shadow {
        self.shadow(8, 28, if self.dark { 0.6 } else { 0.18 })
    }

    fn shadow(&self, y: i8, blur: u8, alpha: f32) -> Shadow {
        Shadow {
            offset: [0, y],
            blur,
            spread: 0,
            color: Color32::BLACK.gamma_multiply(alpha),
        }
    }

    /// The hairline between areas.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.color.line)
    }

    /// The frame of a card.
    pub fn card(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.color.raised)
            .stroke(Stroke::new(1.0, self.color.line_strong))
            .corner_radius(size::CARD_ROUND)
            .inner_margin(Margin::symmetric(14, 12))
            .shadow(self.card_shadow())
    }

    fn visuals(&self) -> Visuals {
        let c = &self.color;
        let mut visuals = if self.dark { Visuals::dark() } else { Visuals::light() };
        visuals.panel_fill = c.panel;
        visuals.extreme_bg_color = c.field;
        visuals.text_edit_bg_color = Some(c.field);
        visuals.window_fill = c.raised;
        visuals.faint_bg_color = c.row_alt;
        visuals.code_bg_color = c.hover;
        visuals.hyperlink_color = c.accent;
        visuals.warn_fg_color = c.warn;
        visuals.error_fg_color = c.error;
        visuals.weak_text_color = Some(c.muted);
        visuals.selection.bg_fill = c.text_selection;
        visuals.selection.stroke = Stroke::new(1.0, c.text);
        visuals.window_stroke = Stroke::new(1.0, c.line_strong);
        visuals.window_corner_radius = CornerRadius::same(size::CARD_ROUND);
        visuals.menu_corner_radius = CornerRadius::same(size::CARD_ROUND);
        visuals.window_shadow = self.sheet_shadow();
        visuals.popup_shadow = self.card_shadow();
        visuals.text_cursor.blink = false;
        visuals.text_cursor.stroke = Stroke::new(2.0, c.accent);
        self.widgets(&mut visuals);
        visuals
    }

    fn widgets(&self, visuals: &mut Visuals) {
        let c = &self.color;
        let widgets = &mut visuals.widgets;
        // `bg_fill` is what handles of scroll bars are drawn with.
        for (state, fill, handle, text) in [
            (&mut widgets.noninteractive, c.panel, c.line_strong, c.text),
            (&mut widgets.inactive, c.raised, c.line_strong, c.text),
            (&mut widgets.hovered, c.hover, c.control_line, c.text),
            (&mut widgets.active, c.pressed, c.control_line, c.text),
            (&mut widgets.open, c.hover, c.line_strong, c.text),
        ] {
            state.bg_fill = handle;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, c.line_strong);
            state.fg_stroke = Stroke::new(1.0, text);
            state.corner_radius = CornerRadius::same(size::ROUND);
            state.expansion = 0.0;
        }
        widgets.noninteractive.bg_stroke = Stroke::new(1.0, c.line);
    }
}

fn read() -> Option<[Theme; 2]> {
    let tokens: serde_json::Value = serde_json::from_str(TOKENS).ok()?;
    let theme = |name: &str, dark: bool| {
        let color = Colors::read(tokens.get("color")?.get(name)?)?;
        Some(Theme { dark, color })
    };
    Some([theme("light", false)?, theme("dark", true)?])
}

/// Gives the window its faces and both themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(text::definitions());
    for (which, dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        ctx.style_mut_of(which, |style| set_style(style, Theme::get(dark)));
    }
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.fallback_theme = egui::Theme::Light;
    });
}

fn set_style(style: &mut egui::Style, theme: &Theme) {
    use egui::TextStyle;
    style.visuals = theme.visuals();
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.text_styles = [
        (TextStyle::Small, Type::Small.font()),
        (TextStyle::Body, Type::Body.font()),
        (TextStyle::Button, Type::Body.font()),
        (TextStyle::Heading, Type::Heading.font()),
        (TextStyle::Monospace, Type::Body.font()),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 4.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = vec2(28.0, 28.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.scroll = scroll_style();
    style.spacing.tooltip_width = 320.0;
    style.interaction.tooltip_delay = size::HOVER_DELAY_SECS;
    style.interaction.show_tooltips_only_when_still = false;
    style.interaction.selectable_labels = false;
}

/// A handle without a track, always to be seen; it takes room beside what scrolls.
fn scroll_style() -> egui::style::ScrollStyle {
    let mut scroll = egui::style::ScrollStyle::floating();
    scroll.bar_width = 8.0;
    scroll.floating_width = 8.0;
    scroll.floating_allocated_width = 12.0;
    scroll.bar_outer_margin = 2.0;
    scroll.dormant_background_opacity = 0.0;
    scroll.active_background_opacity = 0.0;
    scroll.interact_background_opacity = 0.0;
    scroll.dormant_handle_opacity = 1.0;
    scroll.active_handle_opacity = 1.0;
    scroll.foreground_color = false;
    scroll
}

#[cfg(test)]
mod tests {
    use super::{TOKENS, icons, read};

    #[test]
    fn tokens_are_whole_and_icons_are_theirs() {
        assert!(read().is_some());
        let tokens: serde_json::Value = serde_json::from_str(TOKENS).unwrap();
        for (name, glyph) in icons::ALL {
            let code = tokens["icon"][name]["code"].as_str().unwrap();
            let glyph = glyph.chars().next().unwrap();
            assert_eq!(format!("U+{:04X}", u32::from(glyph)), code, "{name}");
        }
    }

    #[test]
    fn sizes_are_those_of_the_tokens() {
        use super::size;
        let tokens: serde_json::Value = serde_json::from_str(TOKENS).unwrap();
        for (group, name, ours) in [
            ("size", "top_bar", size::TOP_BAR),
            ("size", "status_bar", size::STATUS_BAR),
            ("size", "table_row", size::TABLE_ROW),
            ("size", "library", size::LIBRARY),
            ("size", "library_rail", size::LIBRARY_RAIL),
            ("size", "inspector", size::INSPECTOR),
            ("size", "inspector_narrow", size::INSPECTOR_NARROW),
            ("size", "margin_notes", size::MARGIN_NOTES),
            ("size", "strip", size::STRIP),
            ("size", "strip_narrow", size::STRIP_NARROW),
            ("mark", "pad_x", size::MARK_PAD),
            ("mark", "claim_edge_below_baseline", size::CLAIM_EDGE),
            ("mark", "name_underline_below_baseline", size::NAME_LINE),
            ("breakpoint", "margin_notes_min", size::MARGIN_NOTES_MIN),
            ("breakpoint", "library_full_min", size::LIBRARY_FULL_MIN),
            ("breakpoint", "inspector_side_min", size::INSPECTOR_SIDE_MIN),
            ("breakpoint", "strip_three_min_height", size::STRIP_THREE_MIN_HEIGHT),
            ("marker", "radius", size::MARKER),
            ("marker", "radius_strip", size::MARKER_STRIP),
        ] {
            assert_eq!(
                tokens[group][name].as_f64().unwrap(),
                (f64::from(ours) * 10.0).round() / 10.0,
                "{name}"
            );
        }
    }
}
