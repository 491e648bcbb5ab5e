//! The key of the marks, and what stands in place of charts where there is nothing to draw.

use egui::{Sense, Ui, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{PushButton, label_ui};
use super::layout::Placed;
use super::paint::Brush;
use crate::app::{Action, CompareChange, State};
use crate::quantity::{Figure, Qualifier};
use crate::show::{DayBasis, Mark, Point, Source};

/// The key of the marks, as many as there is room for.
pub(super) fn key_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let brush = Brush {
        theme,
        ground: c.panel,
        radius: 4.0,
    };
    let source = Source {
        key: String::new(),
        name: String::new(),
        slot: 0,
        shared: true,
        place_in_day: 0.0,
        num_claims: 0,
    };
    let denied = Mark {
        denied: true,
        ..Mark::default()
    };
    let unreviewed = Mark {
        unreviewed: true,
        ..Mark::default()
    };
    for (figure, look, word) in [
        (Figure::exact(1), Mark::default(), "exact"),
        (
            Figure::hedged(1, Qualifier::AtLeast),
            Mark::default(),
            "at least, more than",
        ),
        (Figure::hedged(1, Qualifier::Almost), Mark::default(), "at most, almost"),
        (Figure::range(1, 2), Mark::default(), "range"),
        (Figure::hedged(1, Qualifier::About), Mark::default(), "about"),
        (Figure::vague(Some(1)), Mark::default(), "vague word"),
        (Figure::exact(1), unreviewed, "hollow: unreviewed"),
        (Figure::exact(1), denied, "struck: denied"),
    ] {
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), Type::Small.font(), c.muted);
        let width = galley.size().x + 22.0;
        if ui.available_width() < width + 84.0 {
            return;
        }
        let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
        let shift = match figure.qualifier {
            Qualifier::AtLeast | Qualifier::Vague => 6.0,
            Qualifier::Almost => -6.0,
            Qualifier::Range => 8.0,
            _ => 0.0,
        };
        let at = pos2(rect.left() + 7.0, rect.center().y + shift);
        let top = (figure.qualifier == Qualifier::Range).then(|| pos2(at.x, at.y - 16.0));
        let placed = Placed {
            index: 0,
            at,
            top,
            hit: rect,
        };
        brush.mark(ui.painter(), &placed, &sample(figure, look), &source);
        let words_at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(words_at, galley, c.muted);
    }
}

fn sample(figure: Figure, mark: Mark) -> Point {
    Point {
        source: 0,
        day: jiff::civil::Date::ZERO,
        basis: DayBasis::AsOf,
        x: 0.0,
        figure,
        y: 1,
        claims: Vec::new(),
        num_articles: 1,
        mark,
    }
}

/// A line in place of the charts where there is nothing to draw.
pub(super) fn nothing_ui(ui: &mut Ui, state: &State, models: &Models, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let hidden = models.charts.num_hidden();
    ui.painter().rect_filled(ui.max_rect(), 0, c.sheet);
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() / 2.0 - 50.0).max(12.0));
        ui.label(
            egui::RichText::new(icons::COMPARE_VIEW)
                .font(icon_font(24.0))
                .color(c.muted),
        );
        label_ui(ui, "Nothing to draw", Type::Strong, c.text);
        if state.store.num_claims() == 0 {
            label_ui(ui, "No article with figures is open.", Type::Small, c.muted);
            return;
        }
        let words = if hidden > 0 {
            format!("No figure passes the filter. {hidden} are hidden by it.")
        } else {
            "No figure of the chosen kinds has a number and a day.".to_owned()
        };
        label_ui(ui, words, Type::Small, c.muted);
        if hidden > 0 && ui.add(PushButton::new("Clear the filter")).clicked() {
            actions.push(Action::Compare(CompareChange::ShowAll));
            actions.push(Action::Compare(CompareChange::ShowRejected(true)));
        }
    });
}
