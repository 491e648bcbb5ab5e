//! What is known of the open entity: counts, days, spellings, figures.

use egui::{Align2, CursorIcon, Label, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{
    IconButton, PushButton, at_ui, focus_ring, kind_chip_ui, label_ui, link_ui, section_head_ui, tip,
};
use super::{row_ground, rows_ui};
use crate::app::{Action, NamesChange, State};
use crate::link::NameSort;
use crate::show::{Alias, NameAct, NameRow, NameTarget, words};
use crate::store::ClaimId;

/// Figures that are listed before all are asked for.
const FEW_FIGURES: usize = 6;

/// Counts, first and last seen.
pub(super) fn facts_ui(ui: &mut Ui, row: &NameRow) {
    let c = &Theme::of(ui).color;
    let mut line = if row.sort == NameSort::Outlet {
        words::count(row.num_articles, "article")
    } else {
        let mentions = words::count(row.mentions.len(), "mention");
        format!("{mentions} in {}", words::count(row.num_articles, "article"))
    };
    match (row.first, row.last) {
        (Some(first), Some(last)) if first == last => line.push_str(&format!(", all of {}", words::day(first))),
        (Some(first), Some(last)) => {
            line.push_str(&format!(
                ", first seen {}, last {}",
                words::day(first),
                words::day(last)
            ));
        }
        _ => line.push_str(", days not known"),
    }
    ui.add(Label::new(Type::Body.text(line, c.text)).wrap());
    ui.add_space(8.0);
}

/// What else the entity is: the outlet of an organisation, the organisations of an outlet, each to be opened or parted.
pub(super) fn twins_ui(ui: &mut Ui, state: &State, row: &NameRow, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let twins = row.twins.iter().filter_map(|twin| state.names.rows.get(*twin));
    for twin in twins {
        let (what, count) = if twin.sort == NameSort::Outlet {
            ("Also an outlet:", words::count(twin.num_articles, "article"))
        } else {
            ("Also named in the texts:", words::count(twin.mentions.len(), "mention"))
        };
        ui.horizontal(|ui| {
            ui.set_height(size::CONTROL);
            label_ui(ui, what, Type::Small, c.muted);
            let link = link_ui(ui, &words::short(&twin.name, 40));
            link.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{what} {}", twin.name)));
            if link.clicked() {
                actions.push(Action::Names(NamesChange::Open(Some(twin.name_ref.clone()))));
            }
            tip(link, "Open it. Both are one line and one colour in charts", "");
            label_ui(ui, count, Type::Small, c.muted);
            let button = PushButton::new("Not the same").help("The outlet and the organisation are two");
            if ui.add(button).clicked() {
                let act = NameAct::KeepApart(row.name_ref.clone(), twin.name_ref.clone());
                actions.push(Action::Name(act));
            }
        });
    }
    if !row.twins.is_empty() {
        ui.add_space(6.0);
    }
}

/// The spellings, each with how often and a way to take it out.
pub(super) fn aliases_ui(ui: &mut Ui, row: &NameRow, actions: &mut Vec<Action>) {
    section_head_ui(ui, "Written as", "");
    let alone = row.aliases.len() == 1;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for alias in &row.aliases {
            alias_ui(ui, (row, alias, alone), actions);
        }
    });
    ui.add_space(10.0);
}

fn alias_ui(ui: &mut Ui, (row, alias, alone): (&NameRow, &Alias, bool), actions: &mut Vec<Action>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let words = words::short(&alias.words, 60);
    let galley = ui.painter().layout_no_wrap(words, Type::Quote.font(), c.text);
    let count = ui
        .painter()
        .layout_no_wrap(format!("×{}", alias.count), Type::Small.font(), c.muted);
    let button = if alone { 0.0 } else { size::CONTROL };
    let width = galley.size().x + count.size().x + 28.0 + button;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}, {} times", alias.words, alias.count)));
    let edge = egui::Stroke::new(1.0, c.line);
    ui.painter()
        .rect(rect, size::ROUND, c.panel, edge, egui::StrokeKind::Inside);
    let y = rect.center().y;
    let at = pos2(rect.left() + 10.0, y - galley.size().y / 2.0);
    let after = at.x + galley.size().x + 8.0;
    ui.painter().galley(at, galley, c.text);
    ui.painter()
        .galley(pos2(after, y - count.size().y / 2.0), count, c.muted);
    if alias.shared {
        tip(response, "Another entity is written so too", "");
    }
    if alone {
        return;
    }
    let place = Rect::from_min_size(
        pos2(rect.right() - size::CONTROL, rect.top()),
        vec2(size::CONTROL, size::CONTROL),
    );
    let name = format!("Take out “{}”", alias.words);
    let clicked = at_ui(ui, place, |ui| {
        let button = IconButton::new(icons::CLOSE, &name)
            .help("Take out: these words stand for somebody else")
            .icon_size(12.0);
        ui.add(button).clicked()
    });
    if clicked {
        let target = NameTarget::Spelling(row.name_ref.clone(), alias.words.clone());
        actions.push(Action::Name(NameAct::TakeOut(target)));
    }
}

/// The figures that it vouches for; an outlet's are those that it published.
pub(super) fn figures_ui(ui: &mut Ui, state: &State, (row, all): (&NameRow, &mut bool), actions: &mut Vec<Action>) {
    let outlet = row.sort == NameSort::Outlet;
    let title = if outlet {
        "Figures it published"
    } else {
        "Figures it vouches for"
    };
    section_head_ui(ui, title, &row.claims.len().to_string());
    if row.claims.is_empty() {
        let c = &Theme::of(ui).color;
        label_ui(ui, "None: no claim names it as its speaker", Type::Small, c.muted);
    }
    let many = row.claims.len() > FEW_FIGURES + 1;
    let shown = if many && !*all { FEW_FIGURES } else { row.claims.len() };
    let claims = row.claims.get(..shown).unwrap_or_default();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        rows_ui(ui, claims.len(), size::TABLE_ROW, |ui, rect, nth| {
            if let Some(claim) = claims.get(nth) {
                figure_ui(ui, state, (*claim, rect), actions);
            }
        });
    });
    if many {
        ui.add_space(4.0);
        let words = if *all {
            "Show fewer figures".to_owned()
        } else {
            format!("Show all {} figures", row.claims.len())
        };
        if link_ui(ui, &words).clicked() {
            *all = !*all;
        }
    }
    ui.add_space(10.0);
}

fn figure_ui(ui: &mut Ui, state: &State, (id, rect): (ClaimId, Rect), actions: &mut Vec<Action>) {
    let record = state.store.claim(id);
    let Some((record, article)) = record.and_then(|record| Some((record, state.store.article(record.article)?))) else {
        return;
    };
    let theme = Theme::of(ui);
    let c = &theme.color;
    let claim = record.claim();
    let figure = words::figure(&claim.figure);
    let quote = claim
        .span
        .of(article.text())
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let on = state.selection.claim == Some(id);
    let response = ui.interact(rect, ui.scope_id().with(("figure", id.0)), Sense::click());
    let label = format!("{figure} {}, “{quote}”", words::kind(claim.kind).to_lowercase());
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, on, &label));
    row_ground(ui, theme, &response, on);
    let y = rect.center().y;
    let chip = Rect::from_min_size(pos2(rect.left() + 4.0, rect.top() + 5.0), vec2(90.0, 20.0));
    at_ui(ui, chip, |ui| kind_chip_ui(ui, claim.kind));
    ui.painter().text(
        pos2(rect.left() + 160.0, y),
        Align2::RIGHT_CENTER,
        figure,
        Type::Strong.font(),
        c.text,
    );
    let day = claim
        .as_of
        .as_ref()
        .map_or_else(|| words::NOT_STATED.to_owned(), words::time);
    let right = ui.painter().text(
        pos2(rect.right() - 8.0, y),
        Align2::RIGHT_CENTER,
        day,
        Type::Small.font(),
        c.muted,
    );
    let room = ((right.left() - rect.left() - 190.0) / 7.0).max(6.0) as usize;
    let words = format!("“{}”", words::short(&quote, room));
    ui.painter().text(
        pos2(rect.left() + 174.0, y),
        Align2::LEFT_CENTER,
        words,
        Type::Quote.font(),
        c.text,
    );
    if response.has_focus() {
        focus_ring(ui.painter(), theme, rect.shrink(4.0), size::ROUND);
    }
    if response.double_clicked() {
        actions.push(Action::OpenInRead(id));
    } else if response.clicked() {
        actions.push(Action::SelectClaim(id));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    tip(response, "Select it; twice: show it in its article", "Enter");
}
