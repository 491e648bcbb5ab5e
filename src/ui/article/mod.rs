//! The reader: an article as paragraphs with marks, margin notes, hover card and its own text selection.

mod bidi;
mod card;
mod caret;
mod handles;
mod head;
mod hit;
mod interact;
mod layout;
mod lit_hits;
mod marks;
mod name;
mod notes;
mod paint;
mod parts;
mod pick;
mod popup;
mod roles;
mod scripts;
mod select;
#[cfg(test)]
mod tests;
mod versions;
mod visual;

pub(in crate::ui) use bidi::{seen, seen_lines};
pub(in crate::ui) use head::basis_words;
pub(in crate::ui) use parts::part_action;
pub(in crate::ui) use versions::versions_words;

use std::collections::BTreeSet;

use egui::{CursorIcon, Pos2, Rect, Response, ScrollArea, Sense, Ui, pos2, vec2};

use self::layout::{Column, Setting};
use self::select::TextSelection;
use super::find;
use super::theme::{Theme, size};
use super::wish;
use crate::app::{Action, State};
use crate::base::Span;
use crate::show::text::{Mark, Page, What};
use crate::store::{ArticleId, ArticleRecord, ClaimId};

/// What the reader keeps between frames.
#[derive(Default)]
pub struct Reader {
    /// The article and the store's generation for which the page was made.
    shown: Option<(ArticleId, u64)>,
    page: Page,
    column: Column,
    selection: Option<TextSelection>,
    /// True while the pointer draws a selection.
    drawing: bool,
    hand: pick::Hand,
    jump: Jump,
    /// The entity under the pointer, as of the frame before and of this one.
    lit_name: (Option<usize>, Option<usize>),
    /// How far a name that is made by hand holds.
    name_reach: usize,
    /// Claims whose figure stands in the article beside this one, too.
    same: BTreeSet<ClaimId>,
    /// The selected claim whose card Enter has opened.
    card: Option<ClaimId>,
}

/// Bringing the selected claim into sight: the first pass goes by estimates, the second by what was then laid out.
#[derive(Default)]
struct Jump {
    /// The last jump of the state that was carried out.
    seen: u64,
    /// The last jump to a hit of the search, and the hit while it is under way.
    found: u64,
    hit: Option<Span>,
    /// Where the article is to stand in the next frame.
    forced: Option<f32>,
    passes_left: u8,
    /// The part of the article that was seen in the frame before.
    viewport: Option<Rect>,
    /// The claim with the second ring, and until when.
    ring: Option<(ClaimId, f64)>,
}

/// What one frame draws with.
struct Frame<'a> {
    state: &'a State,
    article: &'a ArticleRecord,
    theme: &'static Theme,
    setting: Setting,
    /// Upper left corner of the text column, in the window.
    origin: Pos2,
    /// Left edge of the margin notes, where there is room for them.
    notes: Option<f32>,
    /// The article's column as far as it is seen.
    visible: Rect,
}

impl Reader {
    /// Draws the article into all of `ui`.
    pub fn reader_ui(&mut self, ui: &mut Ui, state: &State, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, theme.color.sheet);
        let (mut setting, left, notes) = place(ui, state, area);
        setting.title_rows = head::title_rows(ui, article, setting);
        self.take_page(ui, state, article, setting);
        self.take_pick(ui, state);
        let forced = self.jump.forced.take();
        let offset = self.jump_offset(ui, state, article, area.height());
        let mut scroll = ScrollArea::vertical()
            .id_salt(("reader", article.id))
            .auto_shrink([false, false]);
        if let Some(offset) = offset.or(forced) {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        scroll.show_viewport(ui, |ui, viewport| {
            self.jump.viewport = Some(viewport);
            let corner = ui.min_rect().min;
            let total = self.total_height(setting, area.height());
            ui.set_height(total);
            ui.set_width(area.width() - 12.0);
            let origin = pos2(corner.x + left, corner.y);
            let visible = Rect::from_min_size(corner + viewport.min.to_vec2(), viewport.size());
            let frame = Frame {
                state,
                article,
                theme,
                setting,
                origin,
                notes: notes.map(|x| corner.x + x),
                visible,
            };
            self.article_ui(ui, &frame, actions);
        });
        self.keys(ui, state, article, actions);
        let selected = self.selected(article.text());
        find::keep_selection(ui.ctx(), article.id, selected);
    }

    /// Frames these claims: their figure stands in the article beside this one, too.
    pub(in crate::ui) fn light_same(&mut self, claims: BTreeSet<ClaimId>) {
        self.same = claims;
    }

    /// The upper edge of what is seen, from the article's upper edge.
    pub(in crate::ui) fn top(&self) -> Option<f32> {
        self.jump.viewport.map(|seen| seen.top())
    }

    /// Scrolls there in the next frame.
    pub(in crate::ui) fn scroll_to(&mut self, top: f32) {
        self.jump.forced = Some(top);
    }

    fn take_page(&mut self, ui: &Ui, state: &State, article: &ArticleRecord, setting: Setting) {
        let key = (article.id, state.store.generation());
        if self.shown != Some(key) {
            if self.shown.map(|(id, _)| id) != Some(article.id) {
                self.selection = None;
                self.hand = pick::Hand::default();
                self.take_scripts(ui, article.text());
                self.jump.viewport = None;
            }
            let page = Page::new(&state.store, article);
            let same_article = self.shown.map(|(id, _)| id) == Some(article.id);
            if same_article && page.has_same_paragraphs(&self.page) {
                if page != self.page {
                    self.column.forget_glyphs();
                }
            } else {
                self.column.clear();
                // the words of a corrected text stand elsewhere
                self.selection = None;
            }
            self.page = page;
            self.shown = Some(key);
        }
        self.column.prepare(ui, &self.page, article.text(), setting);
    }

    /// Where the scroll area is to stand, while a jump is under way.
    fn jump_offset(&mut self, ui: &Ui, state: &State, article: &ArticleRecord, height: f32) -> Option<f32> {
        if state.selection.jump != self.jump.seen {
            self.jump.seen = state.selection.jump;
            self.jump.passes_left = 2;
            self.jump.hit = None;
        }
        if state.find.jump != self.jump.found {
            self.jump.found = state.find.jump;
            self.jump.passes_left = 2;
            self.jump.hit = state.find.span_in(article.id);
        }
        if self.jump.passes_left == 0 {
            return None;
        }
        let id = state.selection.claim;
        let mention = state.selection.mention.filter(|(own, _)| *own == article.id);
        let span = match id {
            _ if self.jump.hit.is_some() => self.jump.hit?,
            Some(id) => self.page.marks.iter().find(|mark| mark.claim() == Some(id))?.span,
            None => mention?.1,
        };
        let at = self.page.paragraph_of(span.start());
        self.column.lay(ui, (&self.page, article.text()), at, id);
        let line = self.column.laid(at)?.hits.boxes(span).first()?.rect;
        let top = self.top_of(at, self.setting_now()?) + line.top();
        self.jump.passes_left -= 1;
        let margin = 60.0;
        let seen = self.jump.viewport.unwrap_or(Rect::NOTHING);
        if seen.top() + margin <= top && top + line.height() + margin <= seen.bottom() {
            self.jump.passes_left = 0;
            return None;
        }
        ui.ctx().request_repaint();
        let until = ui.input(|input| input.time) + size::JUMP_RING_SECS;
        self.jump.ring = id.map(|id| (id, until));
        Some((top - height * 0.35).max(0.0))
    }

    fn setting_now(&self) -> Option<Setting> {
        self.column.setting()
    }

    /// The upper edges of all paragraphs below the article's upper edge, and the lower edge of the last.
    fn tops(&self, setting: Setting) -> Vec<f32> {
        let mut y = head::above_title(setting, &self.page);
        let mut tops = Vec::with_capacity(self.page.paragraphs.len() + 1);
        let mut after_title = false;
        for (number, paragraph) in self.page.paragraphs.iter().enumerate() {
            if after_title && !paragraph.is_title {
                y += head::below_title(setting);
            }
            after_title = paragraph.is_title;
            tops.push(y);
            let gap = if after_title { 0.0 } else { layout::gap(setting) };
            y += self.column.height(number) + gap;
        }
        tops.push(y);
        tops
    }

    fn top_of(&self, at: usize, setting: Setting) -> f32 {
        self.tops(setting).get(at).copied().unwrap_or_default()
    }

    fn total_height(&self, setting: Setting, viewport: f32) -> f32 {
        // The last paragraph can be read in the middle of the window.
        self.top_of(self.page.paragraphs.len(), setting) + (viewport * 0.3).min(240.0)
    }

    fn article_ui(&mut self, ui: &mut Ui, frame: &Frame<'_>, actions: &mut Vec<Action>) {
        let ground = self.ground_ui(ui, frame);
        self.turn_lit();
        head::head_ui(ui, frame, &self.page, actions);
        let mut notes = Vec::new();
        let mut y = head::above_title(frame.setting, &self.page);
        let mut after_title = false;
        for at in 0..self.page.paragraphs.len() {
            let is_title = self.page.paragraphs.get(at).is_some_and(|paragraph| paragraph.is_title);
            if after_title && !is_title {
                head::progress_ui(ui, frame, frame.origin.y + y, actions);
                y += head::below_title(frame.setting);
            }
            after_title = is_title;
            let top = frame.origin.y + y;
            let bottom = top + self.column.height(at);
            if bottom > frame.visible.top() - 200.0 && top < frame.visible.bottom() {
                self.column
                    .lay(ui, (&self.page, frame.article.text()), at, frame.state.selection.claim);
                self.paragraph_ui(ui, frame, (at, pos2(frame.origin.x, top)), (&mut notes, actions));
            }
            y += self.column.height(at) + if is_title { 0.0 } else { layout::gap(frame.setting) };
        }
        if self.lit_name.0 != self.lit_name.1 {
            ui.ctx().request_repaint();
        }
        if let Some(x) = frame.notes {
            notes::notes_ui(ui, frame, x, &notes, actions);
        }
        self.roles_ui(ui, frame);
        self.handles_ui(ui, frame, actions);
        self.select_ui(ui, frame, &ground);
        self.caret_ui(ui, frame, &ground);
        self.pick_ui(ui, frame, &ground, actions);
        self.scripts_ui(ui, frame);
        self.menu_ui(ui, frame, &ground, actions);
        interact::page_keys(ui, frame.visible.height());
        if !self.drawing && !self.is_picking() && !egui::Popup::is_any_open(ui.ctx()) {
            self.popup_ui(ui, frame, actions);
        }
    }

    /// What lies behind all marks: takes the drags that select text.
    fn ground_ui(&self, ui: &Ui, frame: &Frame<'_>) -> Response {
        let column = Rect::from_x_y_ranges(
            frame.origin.x - 24.0..=frame.origin.x + frame.setting.measure + 24.0,
            frame.visible.y_range(),
        );
        let ground = ui.interact(column, ui.scope_id().with("text ground"), Sense::click_and_drag());
        wish::area(ui.ctx(), ground.id);
        if ground.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        ground
    }

    fn paragraph_ui(
        &mut self,
        ui: &mut Ui,
        frame: &Frame<'_>,
        (at, corner): (usize, Pos2),
        (notes, actions): (&mut Vec<notes::Note>, &mut Vec<Action>),
    ) {
        let (Some(paragraph), Some(laid)) = (self.page.paragraphs.get(at), self.column.laid(at)) else {
            return;
        };
        let marks = self.page.marks.get(paragraph.marks.clone()).unwrap_or_default();
        let mut lit_name = None;
        let mut selected = None;
        let shown = |mark: &&Mark| {
            let names = frame.state.settings.show_names && !paragraph.is_title;
            frame.state.settings.show_marks && (mark.claim().is_some() || names)
        };
        let scale = frame.setting.scale * if paragraph.is_title { 1.4 } else { 1.0 };
        let mut placed = Vec::new();
        for mark in marks.iter().filter(shown) {
            let boxes: Vec<hit::LineBox> = laid
                .hits
                .boxes(mark.span)
                .into_iter()
                .map(|line| hit::LineBox {
                    rect: line.rect.translate(corner.to_vec2()),
                    baseline: line.baseline + corner.y,
                })
                .collect();
            let mut lit = self.mark_ui(ui, frame, (mark, &boxes, scale), actions);
            if matches!(mark.what, What::Name(_)) && !self.is_picking() {
                let inside =
                    |mark_outside: &&Mark| mark_outside.claim().is_some() && mark_outside.span.holds(mark.span);
                let name = name::Name {
                    span: mark.span,
                    // the shortest claim around it: the last to begin
                    claim: marks.iter().rfind(inside).and_then(Mark::claim),
                };
                let answer = name::name_ui(ui, frame, &name, (&boxes, scale), actions);
                lit_name = lit_name.or(answer.under_pointer);
                selected = selected.or(answer.selected);
                lit.same = answer.entity.is_some() && (answer.entity == self.lit_name.0 || answer.is_open);
                lit.selected = answer.is_selected;
            }
            if let (Some(id), Some(first)) = (mark.claim(), boxes.first()) {
                notes.push(notes::Note {
                    id,
                    y: first.rect.top(),
                });
            }
            placed.push((mark, boxes, lit));
        }
        let painter = ui.painter();
        for (mark, boxes, lit) in &placed {
            paint::under(painter, frame.theme, boxes, mark.what, (*lit, scale));
        }
        let place = (frame.article.id, paragraph.span);
        lit_hits::paint_hits(painter, (frame.theme, frame.state), place, (laid, corner, scale));
        self.paint_selection(ui, frame, laid, corner);
        for (offset, galley) in &laid.pieces {
            painter.galley(corner + *offset, std::sync::Arc::clone(galley), frame.theme.color.text);
        }
        self.lit_name.1 = self.lit_name.1.or(lit_name);
        if let Some(span) = selected {
            self.selection = Some(TextSelection::whole(span));
            self.hand.named = true;
        }
        // Names first, so that a claim's edge and frame lie over them.
        for claims in [false, true] {
            for (mark, boxes, lit) in placed.iter().filter(|(mark, ..)| mark.claim().is_some() == claims) {
                paint::over(painter, frame.theme, boxes, mark.what, (*lit, scale));
            }
        }
    }

    fn paint_selection(&self, ui: &Ui, frame: &Frame<'_>, laid: &layout::Laid, corner: Pos2) {
        let Some(selection) = self.selection else { return };
        for line in laid.hits.boxes(selection.span(frame.article.text())) {
            let rect = line.rect.translate(corner.to_vec2()).shrink2(vec2(0.0, 3.0));
            ui.painter().rect_filled(rect, 2, frame.theme.color.text_selection);
        }
    }

    /// What the pointer was over in the frame before is lit in this one.
    fn turn_lit(&mut self) {
        self.lit_name = (self.lit_name.1, None);
    }

    fn has_ring(&self, ui: &Ui, id: ClaimId) -> bool {
        let now = ui.input(|input| input.time);
        match self.jump.ring {
            Some((ringed, until)) if ringed == id && now < until => {
                ui.ctx().request_repaint_after_secs((until - now) as f32);
                true
            }
            _ => false,
        }
    }
}

/// The setting of the text and where its column and the margin notes begin, from the left edge of the area.
fn place(ui: &Ui, state: &State, area: Rect) -> (Setting, f32, Option<f32>) {
    let scale = 1.0;
    let window = ui.ctx().content_rect();
    // with room for the scroll bar; at large text sizes little else is left beside the words
    let measure = (size::MEASURE * scale).min((area.width() - 72.0).max(200.0_f32.min(area.width() - 44.0)));
    let with_notes = window.width() >= size::MARGIN_NOTES_MIN && state.settings.show_marks;
    let notes_width = if window.width() >= 2400.0 {
        280.0
    } else {
        size::MARGIN_NOTES
    };
    let whole = measure + 40.0 + notes_width;
    let with_notes = with_notes && whole + 40.0 <= area.width();
    let used = if with_notes { whole } else { measure };
    let left = ((area.width() - 12.0 - used) / 2.0).max(16.0).round();
    let setting = Setting {
        measure,
        scale,
        narrow: window.width() < size::LIBRARY_FULL_MIN,
        title_rows: 2,
        dark: ui.visuals().dark_mode,
        marks: state.settings.show_marks,
        pixels: ui.ctx().pixels_per_point(),
    };
    (setting, left, with_notes.then_some(left + measure + 40.0))
}
