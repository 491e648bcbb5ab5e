//! Beside selected words: make a claim of a kind, copy with citation.

use egui::{Area, Id, Order, Pos2, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::names::{sort_ink, sort_look};
use super::super::theme::{Theme, Type, icon_font, icons};
use super::super::widgets::{PushButton, focus_ring, hairline_ui, label_ui, segmented_ui, tip};
use super::super::wish::{self, Wish};
use super::select::whole_words;
use super::{Frame, parts};
use crate::app::Action;
use crate::base::Span;
use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::link::{NameSort, Reach};
use crate::show::{NameAct, words};
use crate::store::ArticleRecord;

/// Draws the popup below `at`; true once the selection has done its work.
pub(in crate::ui) fn popup_ui(
    ui: &Ui,
    frame: &Frame<'_>,
    (span, at, reach): (Span, Pos2, &mut usize),
    actions: &mut Vec<Action>,
) -> bool {
    let mut done = false;
    let window = ui.ctx().content_rect();
    let at = pos2(at.x.min(window.right() - 450.0), at.y.min(window.bottom() - 200.0));
    Area::new(Id::unique("selection popup"))
        .order(Order::Middle)
        .fixed_pos(at)
        .show(ui.ctx(), |ui| {
            frame.theme.card().show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                ui.set_max_width(428.0);
                ui.horizontal(|ui| {
                    label_ui(ui, "Claim", Type::Small, frame.theme.color.muted);
                    ui.vertical(|ui| {
                        for row in [Kind::ALL.get(..4), Kind::ALL.get(4..)].into_iter().flatten() {
                            ui.horizontal(|ui| {
                                for kind in row {
                                    if kind_ui(ui, frame.theme, *kind) {
                                        let words = whole_words(frame.article.text(), span);
                                        actions.push(Action::NewClaim(frame.article.id, words, *kind));
                                        wish::make(ui.ctx(), Wish::EditIfOpen);
                                        done = true;
                                    }
                                }
                            });
                        }
                    });
                });
                hairline_ui(ui);
                done |= name_rows_ui(ui, frame, (span, reach), actions);
                // what else can be said of the words has its row here: each ends with `done |= ...`
                hairline_ui(ui);
                done |= parts::part_ui(ui, frame, span, actions);
                let copy = PushButton::new("Copy with citation")
                    .icon(icons::COPY_TABLE)
                    .quiet()
                    .keys("Ctrl Shift C");
                if ui.add(copy).clicked() {
                    ui.ctx().copy_text(citation(frame.article, span));
                    done = true;
                }
            });
        });
    done
}

/// How far a name made by hand holds, as shown.
const REACHES: [&str; 3] = ["Here", "In this article", "In all articles"];

/// Name chips with how far they hold; true where one was clicked.
fn name_rows_ui(ui: &mut Ui, frame: &Frame<'_>, (span, reach): (Span, &mut usize), actions: &mut Vec<Action>) -> bool {
    let mut done = false;
    ui.horizontal(|ui| {
        label_ui(ui, "Name", Type::Small, frame.theme.color.muted);
        ui.vertical(|ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                for (nth, kind) in EntityKind::ALL.into_iter().enumerate() {
                    if name_chip_ui(ui, frame.theme, kind, nth + 1) {
                        actions.push(new_name(frame.article, span, kind, *reach));
                        done = true;
                    }
                }
            });
            if let Some(chosen) = segmented_ui(ui, *reach, &REACHES) {
                *reach = chosen;
            }
        });
    });
    done
}

/// Makes a name of the selected words, grown to whole ones.
pub(super) fn new_name(article: &ArticleRecord, span: Span, kind: EntityKind, reach: usize) -> Action {
    let span = whole_words(article.text(), span);
    let number = article.id.0.unsigned_abs();
    let reach = match reach {
        0 => Reach::Mention(number, span),
        1 => Reach::Article(number),
        _ => Reach::Project,
    };
    Action::Name(NameAct::Make(article.id, span, kind, reach))
}

fn name_chip_ui(ui: &mut Ui, theme: &Theme, kind: EntityKind, nth: usize) -> bool {
    let c = &theme.color;
    let sort = NameSort::Name(kind);
    let (icon, word) = sort_look(sort);
    let ink = sort_ink(theme, sort);
    let icon = ui.painter().layout_no_wrap(icon.to_owned(), icon_font(14.0), ink);
    let galley = ui.painter().layout_no_wrap(word.to_owned(), Type::Small.font(), c.text);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 38.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Make a name: {}", word.to_lowercase())));
    let edge = if response.hovered() { ink } else { c.line_strong };
    let stroke = egui::Stroke::new(1.0, edge);
    ui.painter().rect(rect, 4, c.raised, stroke, egui::StrokeKind::Inside);
    let y = rect.center().y;
    let at = pos2(rect.left() + 8.0, y - icon.size().y / 2.0);
    ui.painter().galley(at, icon, ink);
    let at = pos2(rect.left() + 28.0, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, c.text);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 4);
    }
    let clicked = response.clicked();
    tip(response, "Mark the selected words as a name", &format!("Alt {nth}"));
    clicked
}

/// The chip of a kind with its number; true where it was clicked.
fn kind_ui(ui: &mut Ui, theme: &Theme, kind: Kind) -> bool {
    let colors = theme.kind(kind);
    let word = words::kind(kind);
    let number = kind.slot().map_or_else(String::new, |slot| (slot + 1).to_string());
    let galley = ui
        .painter()
        .layout_no_wrap(word.to_owned(), Type::SmallStrong.font(), colors.ink);
    let number = ui.painter().layout_no_wrap(number, Type::Key.font(), theme.color.muted);
    let (rect, response) = ui.allocate_exact_size(vec2(90.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Make a claim: {}", word.to_lowercase())));
    let edge = if response.hovered() { colors.ink } else { colors.fill };
    let stroke = egui::Stroke::new(1.5, edge);
    ui.painter()
        .rect(rect, 4, colors.fill, stroke, egui::StrokeKind::Inside);
    let y = rect.center().y;
    ui.painter()
        .galley(pos2(rect.left() + 8.0, y - galley.size().y / 2.0), galley, colors.ink);
    let right = pos2(rect.right() - 8.0 - number.size().x, y - number.size().y / 2.0);
    ui.painter().galley(right, number, theme.color.muted);
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect, 4);
    }
    response.clicked()
}

/// The words with where they stand: “…” — publisher, day, “title”.
pub(in crate::ui) fn citation(article: &ArticleRecord, span: Span) -> String {
    let quote = span.of(article.text()).split_whitespace().collect::<Vec<_>>().join(" ");
    let day = article.published().map_or_else(|| "no date".to_owned(), words::day);
    let publisher = article.publisher().unwrap_or("no publisher");
    format!(
        "“{quote}” — {publisher}, {day}, “{}” ({})",
        article.title(),
        article.file_name
    )
}
