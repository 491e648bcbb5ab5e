//! The key of the marks, and what stands in place of charts where there is nothing to draw.

use egui::{Align2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::models::Models;
use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{PushButton, label_ui};
use super::paint::{Brush, MarkInk};
use crate::app::{Action, CompareChange, State};
use crate::quantity::{Figure, Qualifier};
use crate::show::{DayBasis, FilterChange, Mark, Place, Point, SceneMark, Soft, key_shift, kind_counts, words};

/// The key of the marks and of the band, as much as there is room for.
pub(super) fn key_ui(ui: &mut Ui) {
    marks_ui(ui);
    let theme = Theme::of(ui);
    let c = &theme.color;
    for (fill, word) in [
        (c.muted, "spread between sources"),
        (c.ok, "they agree"),
        (c.text, "adopted"),
    ] {
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), Type::Small.font(), c.muted);
        let width = galley.size().x + 26.0;
        if ui.available_width() < width + 84.0 {
            return;
        }
        let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
        let band = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(16.0, 12.0));
        ui.painter().rect_filled(band, 0, fill.gamma_multiply(0.22));
        let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, c.muted);
    }
}

fn marks_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let ink = MarkInk {
        slot: 0,
        color: c.faint,
    };
    let part = Mark {
        part: true,
        ..Mark::default()
    };
    let incident = Mark {
        incident: true,
        ..Mark::default()
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
        (Figure::exact(1), incident, "stem: one incident"),
        (Figure::exact(1), part, "small: part"),
        (Figure::exact(1), denied, "struck: denied, replaced"),
    ] {
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), Type::Small.font(), c.muted);
        let width = galley.size().x + 22.0;
        if ui.available_width() < width + 84.0 {
            return;
        }
        let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
        let shift = key_shift(&figure, look);
        let brush = Brush {
            theme,
            ground: c.panel,
            radius: 4.0,
            origin: pos2(rect.left() + 7.0, rect.center().y + shift),
        };
        let point = sample(figure, look);
        let mark = sample_mark(&point);
        brush.below(ui.painter(), &mark, &point, ink);
        brush.mark(ui.painter(), &mark, &point, ink);
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
        soft: match figure.qualifier {
            Qualifier::About => Some(Soft { low: 1, high: Some(1) }),
            Qualifier::Vague => Some(Soft { low: 1, high: None }),
            _ => None,
        },
        period: None,
        whole: None,
        claims: Vec::new(),
        num_articles: 1,
        mark,
    }
}

fn sample_mark(point: &Point) -> SceneMark {
    SceneMark {
        chart: 0,
        index: 0,
        at: Place::default(),
        top: (point.figure.qualifier == Qualifier::Range).then_some(-16.0),
        soft: point.soft.map(|soft| (0.0, soft.high.map(|_| 0.0))),
        stem: point.mark.incident.then_some(13.0),
        segment: None,
        whole: None,
        under: Vec::new(),
    }
}

/// The note of the policies at the right of the days, before it is drawn.
pub(super) struct PolicyNote {
    /// Where it stands.
    pub(super) rect: Rect,
    galley: std::sync::Arc<egui::Galley>,
    is_long: bool,
}

/// Where the note of the policies stands in `foot`, and how: which policy words are drawn by, in few words where there is no
/// more than `room`.
pub(super) fn policy_note(ui: &Ui, models: &Models, foot: Rect, room: f32) -> PolicyNote {
    let c = &Theme::of(ui).color;
    let words = models.charts.settings.in_words();
    let at = pos2(foot.right() - 10.0, foot.center().y);
    let layout = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), Type::Key.font(), c.faint);
    let mut galley = layout(&words);
    let is_long = galley.size().x > room;
    if let Some((_, rest)) = words.split_once(": ").filter(|_| is_long) {
        galley = layout(rest);
    }
    let rect = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
    PolicyNote { rect, galley, is_long }
}

impl PolicyNote {
    /// Draws it.
    pub(super) fn show(self, ui: &Ui, models: &Models) {
        let Self { rect, galley, is_long } = self;
        ui.painter().galley(rect.min, galley, Theme::of(ui).color.faint);
        let words = models.charts.settings.in_words();
        let response = ui.interact(rect, egui::Id::unique("policy of the charts"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let head = if is_long { format!("{words}. ") } else { String::new() };
        let help = format!(
            "{head}{} Change it under Options. Within a day a mark’s place tells its source, not the hour.",
            models.charts.settings.vague.policy.help()
        );
        super::super::widgets::tip(response, &help, "");
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
            format!(
                "No figure passes the filter. {} are hidden by it.",
                words::number(hidden as u64)
            )
        } else if models.charts.num_figures() == 0 {
            "All figures are of kinds without a chart.".to_owned()
        } else {
            "No figure of the chosen kinds has a number and a day.".to_owned()
        };
        label_ui(ui, words, Type::Small, c.muted);
        if models.charts.num_figures() == 0 && ui.add(PushButton::new("Show all kinds")).clicked() {
            let counts = kind_counts(&state.store).into_iter();
            let kinds = counts.filter(|(_, count)| *count > 0).map(|(kind, _)| kind).collect();
            actions.push(Action::Compare(CompareChange::Kinds(kinds)));
        }
        if hidden > 0 && ui.add(PushButton::new("Clear the filter")).clicked() {
            actions.push(Action::Filter(FilterChange::Clear));
            actions.push(Action::Compare(CompareChange::ShowAll));
            actions.push(Action::Compare(CompareChange::ShowRejected(true)));
        }
    });
}
