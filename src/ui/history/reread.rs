//! What a new reading would change, before it is taken.

use egui::{Id, Label, Rect, Role, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, focus_ring, hairline_ui, label_ui, segmented_ui};
use crate::app::{Action, HistoryAct, RereadOffer, State};
use crate::show::{RereadLine, RereadSort, words};

/// Height of a row: the words, what changes, the article.
const ROW: f32 = 62.0;

fn word(sort: RereadSort) -> &'static str {
    match sort {
        RereadSort::Changed => "Changed",
        RereadSort::Gone => "Gone",
        RereadSort::Kept => "Kept as decided",
        RereadSort::New => "New",
    }
}

/// Draws the summary, the list and the choice.
pub(super) fn offer_ui(ui: &mut Ui, state: &State, offer: &RereadOffer, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let room = ui.ctx().content_rect();
    ui.set_width((room.width() - 120.0).min(780.0));
    label_ui(ui, "What a new reading changes", Type::Heading, c.text);
    let why = if offer.by_rules {
        "This version of Tallyscope has newer rules than the one that read these articles. Nothing is changed yet."
    } else {
        "The articles were read again. Nothing is changed yet."
    };
    let help = format!(
        "{} read. {why} What you decided stays in any case; taking the reading is one step that can be undone.",
        words::count(offer.num_articles, "article")
    );
    ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
    ui.add_space(8.0);
    let sort = sorts_ui(ui, offer);
    let rows: Vec<&RereadLine> = offer
        .lines
        .iter()
        .filter(|line| sort.is_none_or(|sort| line.sort == sort))
        .collect();
    ui.add_space(4.0);
    hairline_ui(ui);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = (room.height() - 330.0).clamp(120.0, 480.0);
        let area = ScrollArea::vertical()
            .id_salt("reread")
            .max_height(height)
            .min_scrolled_height(height);
        area.auto_shrink([false, true])
            .show_rows(ui, ROW, rows.len(), |ui, shown| {
                for line in rows.get(shown).unwrap_or_default() {
                    row_ui(ui, state, line, actions);
                }
            });
    });
    hairline_ui(ui);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let take = PushButton::new("Take the new reading").icon(icons::ACCEPT).primary();
        if ui.add(take.help("As one step; decisions stay")).clicked() {
            actions.push(Action::History(HistoryAct::TakeReread));
        }
        let keep = PushButton::new("Leave everything as it is").help("“Read all articles again” asks anew");
        if ui.add(keep).clicked() {
            actions.push(Action::History(HistoryAct::DropReread));
        }
        let later = PushButton::new("Later")
            .quiet()
            .help("It waits in the bar below")
            .keys("Escape")
            .keys_in_tip();
        if ui.add(later).clicked() {
            actions.push(Action::History(HistoryAct::Close));
        }
    });
}

/// The choice of a sort with its count; `None` = all.
fn sorts_ui(ui: &mut Ui, offer: &RereadOffer) -> Option<RereadSort> {
    let slot = Id::unique("sort of reread lines");
    let count = |sort: RereadSort| offer.lines.iter().filter(|line| line.sort == sort).count();
    let sorts: Vec<RereadSort> = RereadSort::ALL.into_iter().filter(|sort| count(*sort) > 0).collect();
    let chosen = ui.data(|data| data.get_temp::<Option<RereadSort>>(slot)).flatten();
    let chosen = chosen.filter(|sort| sorts.contains(sort));
    let mut names = vec![format!("All {}", words::number(offer.lines.len() as u64))];
    names.extend(
        sorts
            .iter()
            .map(|sort| format!("{} {}", word(*sort), words::number(count(*sort) as u64))),
    );
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let at = chosen
        .and_then(|chosen| sorts.iter().position(|sort| *sort == chosen))
        .map_or(0, |at| at + 1);
    let Some(clicked) = ui.horizontal(|ui| segmented_ui(ui, at, &names)).inner else {
        return chosen;
    };
    let now = clicked.checked_sub(1).and_then(|at| sorts.get(at).copied());
    ui.data_mut(|data| data.insert_temp(slot, now));
    now
}

fn row_ui(ui: &mut Ui, state: &State, line: &RereadLine, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let says = format!("{}: {}", word(line.sort), line.quote);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &says));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, c.row_hover);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let inside = Rect::from_min_max(rect.min + vec2(8.0, 5.0), rect.max - vec2(8.0, 4.0));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(inside));
    inner.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    inner.spacing_mut().item_spacing.y = 0.0;
    let ink = match line.sort {
        RereadSort::New => c.ok,
        RereadSort::Gone => c.error,
        RereadSort::Kept => c.warn,
        RereadSort::Changed => c.accent,
    };
    let mut head = egui::text::LayoutJob::default();
    head.append(word(line.sort), 0.0, Type::SmallStrong.format(ink));
    head.append(&format!("“{}”", line.quote), 8.0, Type::Body.format(c.text));
    let mut what = egui::text::LayoutJob::default();
    for (at, change) in line.changes.iter().enumerate() {
        let gap = if at == 0 { 0.0 } else { 14.0 };
        if change.field.is_empty() {
            what.append(&change.new, gap, Type::Small.format(c.text));
        } else {
            what.append(&change.field, gap, Type::Small.format(c.muted));
            what.append(&change.old, 6.0, Type::Small.format(c.muted));
            what.append(icons::FORWARD, 4.0, Type::Small.format(c.muted));
            what.append(&change.new, 4.0, Type::Small.format(c.text));
        }
    }
    let decided = if line.decided { " · you decided on it" } else { "" };
    inner.add(Label::new(head).selectable(false));
    inner.add(Label::new(what).selectable(false));
    inner.add(Label::new(Type::Small.text(format!("{}{decided}", line.title), c.faint)).selectable(false));
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(3.0), 4);
    }
    let help = if line.sort == RereadSort::New {
        "Show its article; the offer waits in the bar below"
    } else {
        "Show it in its article; the offer waits in the bar below"
    };
    let response = response.on_hover_text(help);
    if response.clicked() {
        actions.push(Action::History(HistoryAct::Close));
        if state.store.claim(line.claim).is_some() {
            actions.push(Action::OpenInRead(line.claim));
        } else {
            actions.push(Action::SelectArticle(line.article));
            actions.push(Action::Show(crate::app::View::Read));
        }
    }
}
