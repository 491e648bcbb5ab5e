//! Scripts of an article for which no font is installed: named once, so that empty boxes are no riddle.

use egui::{Area, Id, Order, Ui, pos2, vec2};

use super::super::theme::{Type, icon_font, icons};
use super::super::widgets::PushButton;
use super::{Frame, Reader};

/// Blocks of letters and the script that a font is named after.
const SCRIPTS: &[(u32, u32, &str)] = &[
    (0x370, 0x3ff, "Greek"),
    (0x400, 0x52f, "Cyrillic"),
    (0x530, 0x58f, "Armenian"),
    (0x590, 0x5ff, "Hebrew"),
    (0x600, 0x6ff, "Arabic"),
    (0x700, 0x74f, "Syriac"),
    (0x750, 0x77f, "Arabic"),
    (0x780, 0x7bf, "Thaana"),
    (0x8a0, 0x8ff, "Arabic"),
    (0x900, 0x97f, "Devanagari"),
    (0x980, 0x9ff, "Bengali"),
    (0xa00, 0xa7f, "Gurmukhi"),
    (0xa80, 0xaff, "Gujarati"),
    (0xb00, 0xb7f, "Oriya"),
    (0xb80, 0xbff, "Tamil"),
    (0xc00, 0xc7f, "Telugu"),
    (0xc80, 0xcff, "Kannada"),
    (0xd00, 0xd7f, "Malayalam"),
    (0xd80, 0xdff, "Sinhala"),
    (0xe00, 0xe7f, "Thai"),
    (0xe80, 0xeff, "Lao"),
    (0xf00, 0xfff, "Tibetan"),
    (0x1000, 0x109f, "Myanmar"),
    (0x10a0, 0x10ff, "Georgian"),
    (0x1100, 0x11ff, "Korean"),
    (0x1200, 0x139f, "Ethiopic"),
    (0x1780, 0x17ff, "Khmer"),
    (0x1800, 0x18af, "Mongolian"),
    (0x3040, 0x30ff, "Japanese"),
    (0x3400, 0x9fff, "Chinese"),
    (0xac00, 0xd7af, "Korean"),
    (0xfb50, 0xfdff, "Arabic"),
    (0xfe70, 0xfeff, "Arabic"),
];

/// Any script that has no row.
const OTHER: &str = "another script";

/// The scripts of `text` of which some letter has no glyph, each once.
pub(super) fn lacking(text: &str, mut has: impl FnMut(char) -> bool) -> Vec<&'static str> {
    let letters: std::collections::BTreeSet<char> =
        text.chars().filter(|c| *c >= '\u{370}' && c.is_alphabetic()).collect();
    let mut names: Vec<&'static str> = Vec::new();
    for c in letters {
        let code = u32::from(c);
        let script = SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
        let name = script.map_or(OTHER, |(.., name)| name);
        if !names.contains(&name) && !has(c) {
            names.push(name);
        }
    }
    // the script without a name comes last
    names.sort_by_key(|name| *name == OTHER);
    names
}

/// What is said: which letters are missing, and what to do.
fn sentence(names: &[&str]) -> String {
    let all = match names {
        [] => return String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    format!(
        "No font for {all} is installed on this computer: empty boxes stand for the letters. Install one, such as Noto, and start Tallyscope again."
    )
}

impl Reader {
    /// Looks up once an article which fonts it lacks.
    pub(super) fn take_scripts(&mut self, ui: &Ui, text: &str) {
        let font = Type::Article.font();
        let names = ui.fonts_mut(|fonts| lacking(text, |c| fonts.has_glyph(&font, c)));
        self.hand.notice = sentence(&names);
    }

    /// Names the fonts that the article lacks, until that is closed.
    pub(super) fn scripts_ui(&mut self, ui: &Ui, frame: &Frame<'_>) {
        if self.hand.notice.is_empty() {
            return;
        }
        let c = &frame.theme.color;
        let at = pos2(frame.origin.x - 12.0, frame.visible.bottom() - 8.0);
        let width = frame.setting.measure - 4.0;
        let mut closed = false;
        Area::new(Id::unique("fonts that are missing"))
            .order(Order::Middle)
            .pivot(egui::Align2::LEFT_BOTTOM)
            .fixed_pos(at)
            .show(ui.ctx(), |ui| {
                frame.theme.card().fill(c.warn_soft).show(ui, |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                    ui.horizontal_top(|ui| {
                        ui.label(egui::RichText::new(icons::WARNING).font(icon_font(16.0)).color(c.warn));
                        let words = Type::Small.text(&self.hand.notice, c.text);
                        ui.allocate_ui(vec2(width - 100.0, 40.0), |ui| {
                            ui.set_min_width(width - 100.0);
                            ui.add(egui::Label::new(words).wrap());
                        });
                        closed = ui.add(PushButton::new("Close").quiet()).clicked();
                    });
                });
            });
        if closed {
            self.hand.notice.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{lacking, sentence};

    #[test]
    fn scripts_without_a_font_are_named_once() {
        let text = "قتل 120 שלום ก 人 Łódź";
        let none = |_: char| false;
        assert_eq!(lacking(text, none), ["Hebrew", "Arabic", "Thai", "Chinese"]);
        assert_eq!(lacking(text, |c| !('\u{e00}'..'\u{e80}').contains(&c)), ["Thai"]);
        // signs of a script that has no row are named last
        assert_eq!(
            lacking("\u{16a0} 東 न", none),
            ["Devanagari", "Chinese", "another script"]
        );
        assert!(lacking(text, |_| true).is_empty());
        assert!(lacking("Police held 12 – ≥ “people”", none).is_empty());
        assert!(sentence(&["Thai", "Lao"]).starts_with("No font for Thai and Lao is installed"));
        assert_eq!(sentence(&[]), "");
    }
}
