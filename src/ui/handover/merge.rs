//! What another project says otherwise or in addition: a list to choose from, before anything is taken.

use std::collections::BTreeSet;

use egui::{Id, Label, Rect, Role, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::theme::{Theme, Type};
use super::super::widgets::{PushButton, at_ui, checkbox_ui, hairline_ui, label_ui, search_field_ui, segmented_ui};
use crate::app::{Action, HandoverAct, MergeOffer};
use crate::show::{MergeLine, words};
use crate::store::{MergeAbout, MergeState};

/// Height of a row: what it is about, both sides.
const ROW: f32 = 60.0;
/// Left of the words of a row, for the box.
const BOX: f32 = 34.0;

const NOT_TAKEN: &str = "Not taken: corrected texts and stretches said to be boilerplate of articles that are here, colours \
                         and policies of charts, saved filters, the other project's history.";

/// What is chosen and shown, kept between frames for one comparison.
#[derive(Clone, Default)]
struct Look {
    chosen: BTreeSet<usize>,
    state: Option<MergeState>,
    text: String,
    /// The rows that the filters let through, by their places, and the filters.
    listed: Option<(Option<MergeState>, String, Vec<usize>)>,
}

impl Look {
    /// Lists what the filters let through, where they have changed.
    fn list(&mut self, offer: &MergeOffer) {
        let holds = |(state, text, _): &(_, String, _)| *state == self.state && *text == self.text;
        if !self.listed.as_ref().is_some_and(holds) {
            self.listed = Some((self.state, self.text.clone(), shown(offer, self)));
        }
    }
}

fn state_word(state: MergeState) -> &'static str {
    match state {
        MergeState::Differs => "Differs",
        MergeState::OnlyThere => "Only there",
        MergeState::OnlyHere => "Only here",
    }
}

fn about_word(about: MergeAbout) -> &'static str {
    match about {
        MergeAbout::Article => "Article",
        MergeAbout::ArticleFacts => "Article's facts",
        MergeAbout::Claim => "Claim",
        MergeAbout::Name => "Name",
        MergeAbout::Conclusion => "Conclusion",
        MergeAbout::Adopted => "Adopted figure",
    }
}

/// Draws the list and the choice.
pub(super) fn offer_ui(ui: &mut Ui, offer: &MergeOffer, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let room = ui.ctx().content_rect();
    ui.set_width((room.width() - 100.0).min(980.0));
    let title = format!("Decisions of “{}”", words::short(&offer.name, 50));
    label_ui(ui, title, Type::Heading, c.text);
    ui.add(Label::new(Type::Small.text(summary(offer), c.muted)).wrap());
    ui.add_space(8.0);
    // a new comparison begins with nothing chosen
    let slot = Id::unique("look of a merge").with(std::ptr::from_ref(offer).addr());
    let kept = ui.data_mut(|data| data.remove_temp::<Look>(slot));
    let mut look = kept.unwrap_or_else(|| Look {
        chosen: proposed(offer),
        ..Look::default()
    });
    if offer.lines.is_empty() {
        ui.add_space(8.0);
        label_ui(ui, "The projects say the same", Type::Strong, c.text);
        ui.add_space(12.0);
    } else {
        filters_ui(ui, offer, &mut look);
        look.list(offer);
        list_ui(ui, offer, &mut look);
        ui.add(Label::new(Type::Small.text(NOT_TAKEN, c.faint)).wrap());
    }
    ui.add_space(10.0);
    foot_ui(ui, offer, &mut look, actions);
    ui.data_mut(|data| data.insert_temp(slot, look));
}

/// The boxes that are set at first: what contradicts nothing. Of a project without an article in common none: nothing
/// tells that it is about the same events.
fn proposed(offer: &MergeOffer) -> BTreeSet<usize> {
    if offer.merge.num_shared == 0 {
        return BTreeSet::new();
    }
    offer.merge.without_contradiction()
}

fn summary(offer: &MergeOffer) -> String {
    let merge = &offer.merge;
    if merge.num_shared == 0 {
        return "No article stands in both projects, so there are no decisions on the same claims to compare. Perhaps it is \
                another project than you meant. Articles that are only there can be taken with all that was said of them: \
                set their boxes. Nothing is changed yet."
            .to_owned();
    }
    let unplaced = match merge.num_unplaced {
        0 => String::new(),
        num => format!(
            " {} there stand on words that are not in the texts here and cannot be taken.",
            words::number(num as u64)
        ),
    };
    format!(
        "{} on both sides. Nothing is changed yet; what you take is one step that can be undone. Boxes are set for what \
         contradicts nothing here.{unplaced}",
        words::count(merge.num_shared, "article")
    )
}

fn filters_ui(ui: &mut Ui, offer: &MergeOffer, look: &mut Look) {
    let count = |state: MergeState| offer.lines.iter().filter(|line| line.state == state).count();
    let mut names = vec![format!("All {}", words::number(offer.lines.len() as u64))];
    names.extend(
        MergeState::ALL
            .iter()
            .map(|state| format!("{} {}", state_word(*state), words::number(count(*state) as u64))),
    );
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = MergeState::ALL.iter().position(|state| Some(*state) == look.state);
    ui.horizontal(|ui| {
        if let Some(at) = segmented_ui(ui, chosen.map_or(0, |at| at + 1), &names) {
            look.state = at.checked_sub(1).and_then(|at| MergeState::ALL.get(at).copied());
        }
        ui.add_space(8.0);
        let width = ui.available_width().min(260.0);
        let names = ("Filter differences", "Filter by words");
        search_field_ui(ui, Id::unique("merge filter"), &mut look.text, names, width);
    });
    ui.add_space(6.0);
    hairline_ui(ui);
}

/// The rows that the filters let through, by their places.
fn shown(offer: &MergeOffer, look: &Look) -> Vec<usize> {
    let text = look.text.trim().to_lowercase();
    let rows = offer.lines.iter().enumerate();
    let rows = rows.filter(|(_, line)| look.state.is_none_or(|state| line.state == state) && line.holds(&text));
    rows.map(|(number, _)| number).collect()
}

fn list_ui(ui: &mut Ui, offer: &MergeOffer, look: &mut Look) {
    let rows = look.listed.as_ref().map_or(&[][..], |(_, _, rows)| rows);
    let height = (ui.ctx().content_rect().height() - 340.0).clamp(120.0, 540.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .id_salt("merge")
            .max_height(height)
            .min_scrolled_height(height);
        area.auto_shrink([false, true])
            .show_rows(ui, ROW, rows.len(), |ui, range| {
                for number in rows.get(range).unwrap_or_default() {
                    if let Some(line) = offer.lines.get(*number) {
                        row_ui(ui, (*number, line), &mut look.chosen);
                    }
                }
            });
        if rows.is_empty() {
            let c = &Theme::of(ui).color;
            label_ui(ui, "Nothing passes the filter", Type::Small, c.muted);
            ui.add_space(8.0);
        }
    });
    hairline_ui(ui);
    ui.add_space(4.0);
}

fn row_ui(ui: &mut Ui, (number, line): (usize, &MergeLine), chosen: &mut BTreeSet<usize>) {
    let theme = Theme::of(ui);
    let c = &theme.color;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let says = format!(
        "{}, {}: {}. Here: {}. There: {}",
        state_word(line.state),
        about_word(line.about).to_lowercase(),
        line.thing,
        line.here,
        line.there
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &says));
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    if line.state.can_be_taken() {
        let place = Rect::from_min_size(pos2(rect.left() + 6.0, rect.top() + 8.0), vec2(20.0, 20.0));
        let name = format!("Take {}", line.thing);
        let is_chosen = chosen.contains(&number);
        let clicked = at_ui(ui, place, |ui| checkbox_ui(ui, is_chosen, &name)).clicked();
        if clicked && !chosen.remove(&number) {
            chosen.insert(number);
        }
    }
    let ink = match line.state {
        MergeState::Differs => c.error,
        MergeState::OnlyThere => c.ok,
        MergeState::OnlyHere => c.muted,
    };
    let mut head = egui::text::LayoutJob::default();
    head.append(state_word(line.state), 0.0, Type::SmallStrong.format(ink));
    head.append(about_word(line.about), 8.0, Type::Small.format(c.muted));
    head.append(&line.thing, 8.0, Type::Body.format(c.text));
    if !line.place.is_empty() {
        head.append(&line.place, 8.0, Type::Small.format(c.faint));
    }
    let left = rect.left() + BOX;
    let middle = left + (rect.right() - left) / 2.0;
    let cell = |from: f32, to: f32, top: f32| {
        Rect::from_min_max(pos2(from, rect.top() + top), pos2(to - 8.0, rect.bottom() - 3.0))
    };
    let side = |name: &str, value: &str| {
        let mut job = egui::text::LayoutJob::default();
        job.append(name, 0.0, Type::Small.format(c.muted));
        job.append(value, 6.0, Type::Small.format(c.text));
        job
    };
    for (place, job) in [
        (cell(left, rect.right(), 6.0), head),
        (cell(left, middle, 32.0), side("Here", &line.here)),
        (cell(middle, rect.right(), 32.0), side("There", &line.there)),
    ] {
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        inner.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        inner.add(Label::new(job).selectable(false));
    }
    response.on_hover_text(format!("Here: {}\nThere: {}", line.here, line.there));
}

fn foot_ui(ui: &mut Ui, offer: &MergeOffer, look: &mut Look, actions: &mut Vec<Action>) {
    let num = look.chosen.len();
    let verb = format!("Take {}", words::number(num as u64));
    let can = |number: &usize| offer.lines.get(*number).is_some_and(|line| line.state.can_be_taken());
    ui.horizontal(|ui| {
        if !offer.lines.is_empty() {
            let take = PushButton::new(&verb).primary();
            if ui.add(take.help("As one step").enabled(num > 0)).clicked() && num > 0 {
                actions.push(Action::Handover(HandoverAct::Take(look.chosen.clone())));
            }
            let all = PushButton::new("All that contradict nothing").help("Set the boxes of what is only there");
            if ui.add(all).clicked() {
                look.chosen = offer.merge.without_contradiction();
            }
            if ui
                .add(PushButton::new("All shown").help("Also what differs: theirs goes before yours"))
                .clicked()
            {
                let rows = look.listed.iter().flat_map(|(_, _, rows)| rows);
                look.chosen.extend(rows.copied().filter(can));
            }
            if ui.add(PushButton::new("None")).clicked() {
                look.chosen.clear();
            }
        }
        let close = if offer.lines.is_empty() {
            "Close"
        } else {
            "Leave everything as it is"
        };
        if ui
            .add(PushButton::new(close).quiet().keys("Escape").keys_in_tip())
            .clicked()
        {
            actions.push(Action::Handover(HandoverAct::Close));
        }
    });
}
