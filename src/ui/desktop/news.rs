//! What is new in this version: a card on the start page after an update, and a page.

use egui::{Frame, Label, Margin, ScrollArea, Ui};

use super::super::theme::{Theme, Type, icon_font, icons, size};
use super::super::widgets::{PushButton, hairline_ui, label_ui};
use crate::app::{Action, DesktopAct, Page, State};
use crate::show::news;

/// So many lines stand on the card.
const ON_CARD: usize = 3;

/// Draws the card where something is to be told; true where it stands there.
pub(in crate::ui) fn news_card_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> bool {
    if !state.desktop.shows_news {
        return false;
    }
    let c = &Theme::of(ui).color;
    let news = news();
    let frame = Frame::new()
        .fill(c.accent_soft)
        .corner_radius(size::CARD_ROUND)
        .inner_margin(Margin::symmetric(16, 12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.label(
                egui::RichText::new(icons::INFO)
                    .font(icon_font(size::ICON))
                    .color(c.accent),
            );
            label_ui(ui, format!("What is new in {}", news.version), Type::Strong, c.text);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let drop = PushButton::new("Dismiss")
                    .quiet()
                    .help("Help, What is new tells it again");
                if ui.add(drop).clicked() {
                    actions.push(Action::Desktop(DesktopAct::DropNews));
                }
                if ui.add(PushButton::new("All changes...")).clicked() {
                    actions.push(Action::Desktop(DesktopAct::Page(Some(Page::News))));
                }
            });
        });
        ui.add_space(4.0);
        let low = ui.ctx().content_rect().height() < 800.0;
        for line in news.short.iter().take(if low { 1 } else { ON_CARD }) {
            ui.horizontal(|ui| {
                ui.add_space(24.0);
                let label = Label::new(Type::Body.text(line, c.text)).truncate();
                ui.add(label.selectable(false));
            });
        }
    });
    true
}

/// Draws the page.
pub(super) fn news_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let news = news();
    super::set_width(ui, 660.0);
    label_ui(ui, format!("What is new in {}", news.version), Type::Heading, c.text);
    ui.add_space(8.0);
    hairline_ui(ui);
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    list.auto_shrink([false, true]).show(ui, |ui| {
        ui.add_space(8.0);
        if news.short.iter().any(|line| !news.lines.contains(line)) {
            label_ui(ui, "In short", Type::Strong, c.text);
            lines_ui(ui, &news.short);
            ui.add_space(8.0);
            label_ui(ui, "All changes", Type::Strong, c.text);
        }
        lines_ui(ui, &news.lines);
    });
    hairline_ui(ui);
    ui.add_space(10.0);
    super::close_button_ui(ui, actions);
}

fn lines_ui(ui: &mut Ui, lines: &[String]) {
    let c = &Theme::of(ui).color;
    ui.add_space(4.0);
    for line in lines {
        ui.horizontal_top(|ui| {
            label_ui(ui, "•", Type::Body, c.muted);
            ui.add_space(2.0);
            ui.add(Label::new(Type::Body.text(line, c.text)).wrap().selectable(true));
        });
        ui.add_space(6.0);
    }
}
