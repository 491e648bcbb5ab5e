//! Below the table: the sentence with one before and one after, and the fields of the selected claim; side by side, or in turn
//! where there is little room.

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::super::quote::{Quoted, quote_ui};
use super::super::theme::{Theme, Type, icons, size};
use super::super::widgets::{IconButton, PushButton, key_cap_ui, label_ui, link_ui, segmented_ui};
use super::super::wish;
use super::fields::{Dress, FieldsView, buttons_ui, key_of_one, reset_ui};
use super::key_of;
use crate::app::{Action, Command, State};
use crate::base::Span;
use crate::show::{sentences_around, words};
use crate::store::{ArticleRecord, ClaimId, ClaimRecord, Verdict};

/// Height of the row of buttons below the fields.
const FOOT: f32 = 40.0;

/// The sentence before and the one after.
type Neighbours = (Option<Span>, Option<Span>);

/// Height of the row of tabs.
const TABS: f32 = 38.0;
/// Room from which the buttons beside the tabs are written out.
const WORDS_ROOM: f32 = 490.0;

/// What is shown where sentence and fields take turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Sentence,
    Fields,
}

/// What the area keeps between frames.
#[derive(Default)]
pub(super) struct DetailView {
    tab: Tab,
    /// The claim for which a key went to a field: with the next one the sentence is shown again.
    lent: Option<ClaimId>,
    /// The claim whose words were brought in sight, with where they end below the top of the text.
    sought: Option<(ClaimId, f32)>,
    /// The sentences around the claim's.
    around: Option<(ClaimId, Span, Neighbours)>,
    fields: FieldsView,
}

impl DetailView {
    /// Draws the area into all of `ui`.
    pub(super) fn detail_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        let all = ui.available_rect_before_wrap();
        ui.allocate_rect(all, egui::Sense::hover());
        let Some((record, article)) = selected(state) else {
            return;
        };
        let middle = all.left() + all.width() * if all.width() > 1000.0 { 0.475 } else { 0.42 };
        let left = Rect::from_min_max(all.min, pos2(middle, all.bottom()));
        let right = Rect::from_min_max(pos2(middle, all.top()), all.max);
        ui.painter().rect_filled(left, 0, c.sheet);
        ui.painter().vline(middle, all.y_range(), theme.hairline());
        let mut inside = ui.new_child(UiBuilder::new().id_salt("sentence").max_rect(left));
        self.sentence_ui(&mut inside, record, article, actions);
        let foot = Rect::from_min_max(
            pos2(right.left() + 18.0, right.bottom() - FOOT),
            pos2(right.right() - 16.0, right.bottom()),
        );
        let right = Rect::from_min_max(right.min, pos2(right.right(), right.bottom() - FOOT));
        let mut below = ui.new_child(
            UiBuilder::new()
                .id_salt("buttons")
                .max_rect(foot.shrink2(vec2(0.0, 5.0))),
        );
        buttons_ui(&mut below, state, record, actions);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("fields").max_rect(right));
        ScrollArea::vertical()
            .id_salt("fields")
            .auto_shrink([false, false])
            .show(&mut inside, |ui| {
                Frame::new().inner_margin(Margin::symmetric(18, 10)).show(ui, |ui| {
                    self.fields.fields_ui(ui, state, (record, Dress::Pane), actions);
                });
            });
    }

    /// Draws sentence or fields into all of `ui`, below tabs with the two decisions beside them.
    pub(super) fn tabs_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let all = ui.available_rect_before_wrap();
        ui.allocate_rect(all, egui::Sense::hover());
        let Some((record, article)) = selected(state) else {
            return;
        };
        if self.lent.is_some_and(|lent| lent != record.id) {
            self.lent = None;
            self.tab = Tab::Sentence;
        }
        if self.tab == Tab::Sentence && wish::asks_for_field(ui.ctx()) {
            self.lent = Some(record.id);
            self.tab = Tab::Fields;
        }
        let head = Rect::from_min_size(all.min, vec2(all.width(), TABS)).shrink2(vec2(12.0, 5.0));
        let mut above = ui.new_child(UiBuilder::new().id_salt("tabs").max_rect(head));
        self.head_ui(&mut above, state, record, actions);
        let body = Rect::from_min_max(pos2(all.left(), all.top() + TABS), all.max);
        ui.painter().hline(all.x_range(), body.top(), theme.hairline());
        let mut inside = ui.new_child(UiBuilder::new().id_salt("tab").max_rect(body.shrink2(vec2(0.0, 1.0))));
        let area = ScrollArea::vertical()
            .id_salt(("tab", record.id.0, self.tab == Tab::Fields))
            .auto_shrink([false, false]);
        area.show(&mut inside, |ui| match self.tab {
            Tab::Sentence => {
                Frame::new().inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| {
                    let (_, after) = self.around(article, record);
                    // it begins with the claim's own sentence, so that this is what is seen
                    let quoted = Quoted {
                        after,
                        bar: true,
                        ..Quoted::of(article, record)
                    };
                    quote_ui(ui, &quoted);
                    ui.add_space(4.0);
                    origin_ui(ui, (record, article), actions);
                });
            }
            Tab::Fields => {
                Frame::new().inner_margin(Margin::symmetric(14, 6)).show(ui, |ui| {
                    self.fields.fields_ui(ui, state, (record, Dress::Pane), actions);
                    reset_ui(ui, record, actions);
                });
            }
        });
    }

    /// Tabs, and Accept and Reject.
    fn head_ui(&mut self, ui: &mut Ui, state: &State, record: &ClaimRecord, actions: &mut Vec<Action>) {
        let wide = ui.max_rect().width() > WORDS_ROOM;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let chosen = usize::from(self.tab == Tab::Fields);
            let clicked = segmented_ui(ui, chosen, &["Sentence", "Fields"]);
            if let Some(at) = clicked {
                self.tab = if at == 0 { Tab::Sentence } else { Tab::Fields };
                self.lent = None;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for (word, icon, command, verdict) in [
                    ("Reject claim", icons::REJECT, Command::Reject, Verdict::Rejected),
                    ("Accept claim", icons::ACCEPT, Command::Accept, Verdict::Accepted),
                ] {
                    let key = key_of_one(command, state);
                    let clicked = if wide {
                        let button = PushButton::new(word).icon(icon).keys(key);
                        let is_accept = verdict == Verdict::Accepted;
                        ui.add(if is_accept { button.primary() } else { button }).clicked()
                    } else {
                        ui.add(IconButton::new(icon, word).keys(key)).clicked()
                    };
                    actions.extend(clicked.then(|| Action::SetVerdict(vec![record.id], verdict)));
                }
            });
        });
    }

    /// The sentence before a claim's and the one after, looked for once.
    fn around(&mut self, article: &ArticleRecord, record: &ClaimRecord) -> Neighbours {
        let sentence = record.claim().sentence;
        match &self.around {
            Some((id, of, around)) if *id == record.id && *of == sentence => *around,
            _ => {
                let around = sentences_around(article.text(), sentence);
                self.around = Some((record.id, sentence, around));
                around
            }
        }
    }

    fn sentence_ui(&mut self, ui: &mut Ui, record: &ClaimRecord, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let (before, after) = self.around(article, record);
        Frame::new().inner_margin(Margin::symmetric(24, 10)).show(ui, |ui| {
            ui.set_max_height(size::CONTROL);
            origin_ui(ui, (record, article), actions);
        });
        ScrollArea::vertical()
            .id_salt(("sentence", record.id.0))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                Frame::new()
                    .inner_margin(Margin {
                        left: 24,
                        right: 24,
                        top: 2,
                        bottom: 10,
                    })
                    .show(ui, |ui| {
                        let top = ui.cursor().top();
                        let mark = quote_ui(
                            ui,
                            &Quoted {
                                before,
                                after,
                                ..Quoted::of(article, record)
                            },
                        );
                        // what stands before may fill a low window; a bar that comes, and a new width, move the words
                        let Some(mark) = mark else { return };
                        let place = Some((record.id, mark.bottom() - top));
                        if std::mem::replace(&mut self.sought, place) != place {
                            ui.scroll_to_rect(mark.expand(8.0), None);
                        }
                    });
            });
    }
}

/// Outlet and day of the article, and the way there.
fn origin_ui(ui: &mut Ui, (record, article): (&ClaimRecord, &ArticleRecord), actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.horizontal(|ui| {
        let outlet = article.publisher().unwrap_or("Outlet not known");
        let day = article.published().map(words::day);
        let day = day.as_deref().unwrap_or("day not known");
        // what stands clear of the link at the right
        let letters = ((ui.available_width() - 150.0) / 7.5).max(6.0) as usize;
        label_ui(ui, words::short(outlet, letters), Type::SmallStrong, c.text);
        if outlet.chars().count() + day.chars().count() + 3 <= letters {
            label_ui(ui, format!("·  {day}"), Type::Small, c.muted);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            key_cap_ui(ui, "Enter");
            if link_ui(ui, "Open in Read").clicked() {
                actions.push(Action::OpenInRead(record.id));
            }
        });
    });
}

/// True where a claim is selected whose sentence and fields can be shown.
pub(super) fn has_claim(state: &State) -> bool {
    selected(state).is_some()
}

/// The selected claim with its article.
fn selected(state: &State) -> Option<(&ClaimRecord, &ArticleRecord)> {
    let record = state.store.claim(state.selection.claim?)?;
    Some((record, state.store.article(record.article)?))
}

/// What is said while no claim is selected.
pub(super) fn nothing_ui(ui: &Ui, state: &State, all: Rect) {
    let ink = Theme::of(ui).color.muted;
    let mut words = "Select a figure to see who says it".to_owned();
    let key = key_of(Command::NextClaim, state);
    if !key.is_empty() {
        words.push_str(&format!("; {key} goes to the next one"));
    }
    ui.painter().text(
        all.center(),
        egui::Align2::CENTER_CENTER,
        words,
        Type::Small.font(),
        ink,
    );
}
