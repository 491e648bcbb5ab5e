//! Paragraphs as galleys, made when they are seen; heights are estimates until then.

use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection, TextFormat};
use egui::{Color32, Galley, Ui, Vec2};

use super::super::theme::{Theme, Type, size};
use super::hit::HitTable;
use super::{bidi, visual};
use crate::base::Span;
use crate::show::runs::runs;
use crate::show::text::{Page, Paragraph, What};
use crate::store::{ClaimId, Status};

/// Texts up to this length are measured at once.
const MEASURE_ALL_BYTES: usize = 24_000;

/// How an article is set: what its layout hangs on beside its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Setting {
    /// Width of the text in points.
    pub measure: f32,
    /// Text size relative to the interface.
    pub scale: f32,
    /// True for the smaller title.
    pub narrow: bool,
    /// Lines of a title that does not stand in the text.
    pub title_rows: u8,
    /// True in the dark theme.
    pub dark: bool,
    /// False where marks are switched off.
    pub marks: bool,
    /// Pixels in a point.
    pub pixels: f32,
}

impl Setting {
    fn style(&self, paragraph: &Paragraph) -> Type {
        match (paragraph.is_title, self.narrow) {
            (true, true) => Type::ArticleTitleNarrow,
            (true, false) => Type::ArticleTitle,
            (false, _) => Type::Article,
        }
    }

    fn line(&self, paragraph: &Paragraph) -> f32 {
        // Even numbers keep rows on whole pixels.
        (self.style(paragraph).line() * self.scale / 2.0).round() * 2.0
    }
}

/// A paragraph that was laid out.
pub(in crate::ui) struct Laid {
    /// Its glyphs, from its upper left corner: one piece, but of text that runs both ways one for each word.
    pub pieces: Vec<(Vec2, Arc<Galley>)>,
    /// Where they are.
    pub hits: HitTable,
    /// The selected claim when it was laid out, where it has words in this paragraph.
    selected: Option<ClaimId>,
}

/// All paragraphs of a page under one setting.
#[derive(Default)]
pub(in crate::ui) struct Column {
    laid: Vec<Option<Laid>>,
    heights: Vec<f32>,
    setting: Option<Setting>,
}

/// How a run of text is coloured; later variants paint over earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tone {
    Faint,
    Struck,
    Selected,
}

impl Column {
    /// Forgets all layouts.
    pub(in crate::ui) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets glyphs and keeps heights: for marks that changed over the same words.
    pub(in crate::ui) fn forget_glyphs(&mut self) {
        self.laid.iter_mut().for_each(|slot| *slot = None);
    }

    /// Takes a setting; layouts under another one are dropped, heights become estimates.
    pub(in crate::ui) fn prepare(&mut self, ui: &Ui, page: &Page, text: &str, setting: Setting) {
        if self.setting == Some(setting) && self.laid.len() == page.paragraphs.len() {
            return;
        }
        self.setting = Some(setting);
        self.laid = page.paragraphs.iter().map(|_| None).collect();
        let advance = 8.3 * setting.scale;
        let estimate = |paragraph: &Paragraph| {
            let chars = paragraph.span.len() as f32 * if paragraph.is_title { 1.6 } else { 1.0 };
            (chars * advance / setting.measure).ceil().max(1.0) * setting.line(paragraph)
        };
        self.heights = page.paragraphs.iter().map(estimate).collect();
        if text.len() <= MEASURE_ALL_BYTES {
            for at in 0..page.paragraphs.len() {
                self.lay(ui, (page, text), at, None);
            }
        }
    }

    /// The setting of all layouts.
    pub(in crate::ui) fn setting(&self) -> Option<Setting> {
        self.setting
    }

    /// The height of a paragraph.
    pub(in crate::ui) fn height(&self, at: usize) -> f32 {
        self.heights.get(at).copied().unwrap_or_default()
    }

    /// A paragraph as laid out; `None` before [`Column::lay`].
    pub(in crate::ui) fn laid(&self, at: usize) -> Option<&Laid> {
        self.laid.get(at)?.as_ref()
    }

    /// Lays a paragraph out, if it is not yet as it has to be.
    pub(in crate::ui) fn lay(&mut self, ui: &Ui, (page, text): (&Page, &str), at: usize, selected: Option<ClaimId>) {
        let (Some(paragraph), Some(setting)) = (page.paragraphs.get(at), self.setting) else {
            return;
        };
        let here = selected.filter(|id| meets(page, paragraph, *id));
        if self.laid(at).is_some_and(|laid| laid.selected == here) {
            return;
        }
        let job = job(Theme::of(ui), page, paragraph, text, (setting, here));
        let start = paragraph.span.start();
        let (pieces, hits, laid_height) = if bidi::is_mixed(&job.text) {
            let visual = visual::set(ui, &job, setting.line(paragraph), start);
            (visual.pieces, visual.hits, visual.height)
        } else {
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let hits = HitTable::new(&galley, start);
            let height = galley.rect.height();
            (vec![(Vec2::ZERO, galley)], hits, height)
        };
        if let Some(height) = self.heights.get_mut(at) {
            *height = laid_height;
        }
        if let Some(slot) = self.laid.get_mut(at) {
            *slot = Some(Laid {
                pieces,
                hits,
                selected: here,
            });
        }
    }
}

fn meets(page: &Page, paragraph: &Paragraph, id: ClaimId) -> bool {
    let marks = page.marks.get(paragraph.marks.clone()).unwrap_or_default();
    marks.iter().any(|mark| mark.claim() == Some(id))
}

fn job(
    theme: &Theme,
    page: &Page,
    paragraph: &Paragraph,
    text: &str,
    (setting, selected): (Setting, Option<ClaimId>),
) -> LayoutJob {
    let start = paragraph.span.start();
    let words = paragraph.span.of(text);
    let mut job = LayoutJob {
        text: words.to_owned(),
        ..LayoutJob::default()
    };
    job.wrap.max_width = setting.measure;
    let style = setting.style(paragraph);
    let format = |tone: Option<Tone>| TextFormat {
        font_id: style.scaled(setting.scale),
        line_height: Some(setting.line(paragraph)),
        color: ink(theme, tone),
        ..TextFormat::default()
    };
    for (run, tone) in runs(words.len(), &tones(page, paragraph, start, (setting, selected))) {
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: egui::text::ByteIndex(run.start())..egui::text::ByteIndex(run.end()),
            format: format(tone),
        });
    }
    job
}

fn ink(theme: &Theme, tone: Option<Tone>) -> Color32 {
    match tone {
        None => theme.color.text,
        Some(Tone::Faint | Tone::Struck) => theme.color.faint,
        Some(Tone::Selected) => theme.color.sheet,
    }
}

fn tones(
    page: &Page,
    paragraph: &Paragraph,
    start: usize,
    (setting, selected): (Setting, Option<ClaimId>),
) -> Vec<(Span, Tone)> {
    let local = |span: Span| {
        let from = span.start().max(start) - start;
        let to = span.end().min(paragraph.span.end()).saturating_sub(start);
        Span::new(from, to.max(from))
    };
    let mut tones: Vec<(Span, Tone)> = Vec::new();
    for part in page.boilerplate.iter().filter(|part| part.meets(paragraph.span)) {
        tones.push((local(*part), Tone::Faint));
    }
    let marks = page.marks.get(paragraph.marks.clone()).unwrap_or_default();
    for mark in marks.iter().filter(|_| setting.marks) {
        if let What::Claim { id, status, .. } = mark.what {
            match (selected == Some(id), status) {
                (true, _) => tones.push((local(mark.span), Tone::Selected)),
                (_, Status::Rejected) => tones.push((local(mark.span), Tone::Struck)),
                _ => {}
            }
        }
    }
    tones
}

/// Between paragraphs.
pub(in crate::ui) fn gap(setting: Setting) -> f32 {
    (size::PARAGRAPH_GAP * setting.scale).round()
}
