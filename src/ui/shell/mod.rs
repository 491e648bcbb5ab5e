//! What is around the views: bars, palette, dialogs, messages, the start page.

mod batch;
mod command;
mod describe;
mod example;
mod example_chart;
mod export_dialog;
mod files;
mod help;
mod keys;
mod keys_window;
mod messages;
mod name_dialog;
mod other_words;
mod palette;
mod path_dialog;
mod same_dialog;
mod start;
mod status_bar;
mod table_dialog;
mod text_dialog;
mod top_bar;

use egui::{Context, Event, Frame, Id, Margin, Panel, TextEdit, Ui};

pub(in crate::ui) use command::{can_run_on, keys_of, row_of, targets};
pub(in crate::ui) use start::is_shown as start_is_shown;
pub(in crate::ui) use status_bar::paint_bar;
pub(in crate::ui) use top_bar::{paint_key_cap, paint_mark};

use self::batch::duplicates::DuplicatesDialog;
use self::batch::incoming::IncomingDialog;
use self::batch::records::RecordsDialog;
use self::batch::versions::VersionsDialog;
use self::describe::Describe;
use self::export_dialog::ExportDialog;
use self::files::{Answer, Ask, Files};
use self::keys_window::KeysWindow;
use self::messages::Toasts;
use self::name_dialog::{AskName, NameDialog};
use self::palette::Palette;
use self::path_dialog::{PathDialog, Step};
use self::same_dialog::SameDialog;
use self::table_dialog::TableDialog;
use self::text_dialog::TextDialog;
use super::review::ReviewDialog;
use super::theme::{Theme, Type, size};
use super::widgets::{PushButton, label_ui, modal_ui};
use super::wish::{self, ReviewAsk, Wish};
use crate::app::{Action, BatchAct, State};
use crate::disk::Along;
use crate::store::Status;

/// What stands before the window and takes all keys.
enum Dialog {
    Path(PathDialog),
    Paste(String),
    Describe(Describe),
    Export(Box<ExportDialog>),
    Keys(KeysWindow),
    Help,
    Name(NameDialog),
    Table(Box<TableDialog>),
    Records(Box<RecordsDialog>),
    Incoming(IncomingDialog),
    Duplicates(DuplicatesDialog),
    Versions(Box<VersionsDialog>),
    Same(SameDialog),
    Text(TextDialog),
    Review(Box<ReviewDialog>),
}

/// What the shell keeps between frames.
#[derive(Default)]
pub struct Shell {
    palette: Option<Palette>,
    dialog: Option<Dialog>,
    problems_open: bool,
    toasts: Toasts,
    files: Files,
    /// True where a text field had the focus in the frame before.
    was_in_field: bool,
    /// Unreviewed claims at a generation of the store.
    unreviewed: Option<(u64, usize)>,
}

impl Shell {
    /// Keys, wishes and dropped files; before anything is drawn.
    pub fn begin(&mut self, ctx: &Context, state: &State, actions: &mut Vec<Action>) {
        let is_asked = state.recovery.asks() || state.handover.asks() || state.desktop.page.is_some();
        let keys_are_free = self.palette.is_none() && self.dialog.is_none() && !is_asked;
        // Escape takes the focus from a field before the frame begins: what counts is the frame before.
        wish::cover(ctx, !keys_are_free, self.was_in_field);
        self.was_in_field = ctx.text_edit_focused();
        if keys_are_free {
            super::queue::keys(ctx, state, actions);
            keys::dispatch(ctx, state, actions);
            self.take_paste(ctx);
        }
        self.take_wishes(ctx, state);
        if let Some(pixels) = &state.copied {
            let (width, height) = pixels.size;
            let size = [width as usize, height as usize];
            ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &pixels.rgba));
            actions.push(Action::PictureCopied);
        }
        self.take_drops(ctx, actions);
        match self.files.poll(ctx) {
            Some(Answer::Chosen(ask, paths)) => {
                let dialog = self.dialog.take();
                actions.extend(match dialog {
                    Some(Dialog::Export(dialog)) if dialog.ask() == ask => {
                        let path = paths.into_iter().next();
                        path.map(|path| dialog.order(path_dialog::with_extension(path, ask)))
                    }
                    _ => path_dialog::action(ctx, ask, paths),
                });
            }
            Some(Answer::NoDialog) => self.say_no_dialog(),
            Some(Answer::Cancelled) | None => {}
        }
    }

    /// Text that is pasted while no field has the focus becomes an article, after a look at it.
    fn take_paste(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() {
            return;
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted {
            self.dialog = Some(Dialog::Paste(text));
        }
    }

    fn take_wishes(&mut self, ctx: &Context, state: &State) {
        if wish::take(ctx, Wish::Palette) {
            let palette = Palette::new(ctx.memory(|memory| memory.focused()));
            self.palette = Some(palette);
        }
        for (asked, ask) in [
            (Wish::AddFiles, Ask::Files),
            (Wish::AddFolder, Ask::Folder),
            (Wish::WatchFolder, Ask::Watch),
            (Wish::OpenProject, Ask::Project),
            (Wish::SaveAs, Ask::SaveProject),
            (Wish::ExportAdopted, Ask::SaveAdopted),
            (Wish::HandOver, Ask::SavePackage(Along::With, Along::With)),
            (Wish::TakeDecisions, Ask::OtherProject),
            (Wish::PictureSvg, Ask::SaveSvg),
            (Wish::PicturePng, Ask::SavePng(2)),
            (Wish::ExportPoints, Ask::SavePoints),
        ] {
            if wish::take(ctx, asked) {
                self.dialog = Some(Dialog::Path(PathDialog::new(ask).with_place(state)));
            }
        }
        for (asked, ask) in [(Wish::BrowseFiles, Ask::Files), (Wish::BrowseFolder, Ask::Folder)] {
            if wish::take(ctx, asked) {
                self.files.ask(ctx, ask);
            }
        }
        if let Some(format) = wish::take_export(ctx) {
            self.dialog = ExportDialog::new(format, state).map(Box::new).map(Dialog::Export);
        }
        if wish::take(ctx, Wish::Paste) {
            self.dialog = Some(Dialog::Paste(String::new()));
        }
        if wish::take(ctx, Wish::Keys) {
            self.dialog = Some(Dialog::Keys(KeysWindow::default()));
        }
        if wish::take(ctx, Wish::Help) {
            self.dialog = Some(Dialog::Help);
        }
        if wish::take(ctx, Wish::Describe) {
            self.dialog = Some(Dialog::Describe(Describe::new(command::article_targets(state), state)));
        }
        if wish::take(ctx, Wish::CorrectText) {
            self.dialog = TextDialog::new(ctx, state).map(Dialog::Text);
        }
        if wish::take(ctx, Wish::SameCases) {
            self.dialog = Some(Dialog::Same(SameDialog::new(state)));
        }
        for (asked, ask) in [
            (Wish::RenameName, AskName::Rename),
            (Wish::SameAs, AskName::Same),
            (Wish::NameType, AskName::Type),
            (Wish::TakeOut, AskName::TakeOut),
            (Wish::NotAName, AskName::NotAName),
        ] {
            if wish::take(ctx, asked) {
                self.dialog = NameDialog::new(ask, state).map(Dialog::Name);
            }
        }
        for ask in ReviewAsk::ALL {
            if wish::take(ctx, Wish::Review(ask)) {
                self.dialog = ReviewDialog::new(ask, state).map(Box::new).map(Dialog::Review);
            }
        }
        if wish::take(ctx, Wish::Versions) {
            self.dialog = Some(Dialog::Versions(Box::new(VersionsDialog::new(state))));
        }
        if wish::take(ctx, Wish::Duplicates) {
            self.dialog = Some(Dialog::Duplicates(DuplicatesDialog::new(state)));
        }
        if wish::take(ctx, Wish::Problems) {
            self.problems_open = !self.problems_open;
        }
    }

    fn take_drops(&mut self, ctx: &Context, actions: &mut Vec<Action>) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
            actions.push(Action::OpenPaths(paths));
            self.dialog = None;
        }
    }

    fn say_no_dialog(&mut self) {
        let sentence = "This system has no file dialog. Type the path, or drop the files on the window.";
        match &mut self.dialog {
            Some(Dialog::Path(dialog)) => dialog.message = sentence,
            Some(Dialog::Export(dialog)) => dialog.say("This system has no file dialog. Type the path above."),
            _ => {
                let mut dialog = PathDialog::new(Ask::Files);
                dialog.message = sentence;
                self.dialog = Some(Dialog::Path(dialog));
            }
        }
    }

    /// Draws both bars and the list of problems around what comes after.
    pub fn bars_ui(&mut self, ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let bar = |fill| Frame::new().fill(fill);
        Panel::top("top bar")
            .exact_size(size::TOP_BAR)
            .show_separator_line(false)
            .frame(bar(theme.color.chrome))
            .show(ui, |ui| top_bar::top_bar_ui(ui, state, actions));
        super::desktop::ended_ui(ui, state, actions);
        if !state.project.warning.is_empty() {
            Panel::top("project warning")
                .exact_size(34.0)
                .show_separator_line(false)
                .frame(bar(theme.color.warn_soft).inner_margin(Margin::symmetric(16, 7)))
                .show(ui, |ui| {
                    label_ui(ui, &state.project.warning, Type::Body, theme.color.text);
                });
        }
        let unreviewed = self.unreviewed(state);
        Panel::bottom("status bar")
            .exact_size(size::STATUS_BAR)
            .show_separator_line(false)
            .frame(bar(theme.color.chrome))
            .show(ui, |ui| status_bar::status_bar_ui(ui, state, unreviewed, actions));
        if self.problems_open {
            Panel::bottom("problems")
                .default_size(150.0)
                .size_range(90.0..=360.0)
                .frame(bar(theme.color.panel).inner_margin(Margin::symmetric(16, 8)))
                .show(ui, |ui| {
                    messages::problems_ui(ui, state, &mut self.problems_open, actions);
                });
        }
    }

    /// Draws what floats above the views.
    pub fn over_ui(&mut self, ctx: &Context, state: &State, actions: &mut Vec<Action>) {
        self.toasts.toasts_ui(ctx, state, actions);
        self.ask_table(state);
        self.ask_batch(state);
        self.dialog_ui(ctx, state, actions);
        if let Some(mut palette) = self.palette.take() {
            if palette.palette_ui(ctx, state, actions) {
                self.palette = Some(palette);
            } else {
                ctx.memory_mut(|memory| match palette.focus_before {
                    Some(id) => memory.request_focus(id),
                    None => memory.surrender_focus(Id::unique("palette field")),
                });
                ctx.request_repaint();
            }
        }
    }

    /// A table that waits is asked about as soon as nothing else is.
    fn ask_table(&mut self, state: &State) {
        match (&self.dialog, state.tables.front()) {
            (None, Some(table)) => self.dialog = Some(Dialog::Table(Box::new(TableDialog::new(table)))),
            (Some(Dialog::Table(dialog)), waiting) if waiting.is_none_or(|table| !dialog.is_about(table)) => {
                self.dialog = None;
            }
            _ => {}
        }
    }

    /// So are rows that may be articles, and the articles of a batch.
    fn ask_batch(&mut self, state: &State) {
        let batch = &state.batch;
        let is_old = match &self.dialog {
            Some(Dialog::Records(dialog)) => batch.records.front().is_none_or(|open| !dialog.is_about(open)),
            Some(Dialog::Incoming(dialog)) => batch.incoming.as_ref().is_none_or(|one| !dialog.is_about(one)),
            _ => false,
        };
        if is_old {
            self.dialog = None;
        }
        if self.dialog.is_some() {
            return;
        }
        if let Some(incoming) = &batch.incoming {
            self.dialog = Some(Dialog::Incoming(IncomingDialog::new(incoming)));
        } else if let Some(open) = batch.records.front() {
            self.dialog = Some(Dialog::Records(Box::new(RecordsDialog::new(open))));
        }
    }

    fn dialog_ui(&mut self, ctx: &Context, state: &State, actions: &mut Vec<Action>) {
        let Some(mut dialog) = self.dialog.take() else { return };
        // a click beside the list of a batch that took long to read must not throw it away
        let stray = matches!(dialog, Dialog::Incoming(_)) && !ctx.input(|input| input.key_pressed(egui::Key::Escape));
        let waiting = stray || matches!(&dialog, Dialog::Keys(window) if window.is_waiting());
        let modal = modal_ui(ctx, "dialog", |ui| match &mut dialog {
            Dialog::Path(path) => path.dialog_ui(ui, actions),
            Dialog::Paste(text) => paste_ui(ui, text, actions),
            Dialog::Describe(form) => form.dialog_ui(ui, state, actions),
            Dialog::Export(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Keys(window) => window.dialog_ui(ui, state, actions),
            Dialog::Help => help::help_ui(ui, state),
            Dialog::Name(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Table(dialog) => dialog.dialog_ui(ui, actions),
            Dialog::Records(dialog) => dialog.dialog_ui(ui, actions),
            Dialog::Incoming(dialog) => dialog.dialog_ui(ui, actions),
            Dialog::Duplicates(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Versions(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Text(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Same(dialog) => dialog.dialog_ui(ui, state, actions),
            Dialog::Review(dialog) => step(dialog.dialog_ui(ui, state, actions)),
        });
        let ask = match &dialog {
            Dialog::Path(path) => Some(path.ask()),
            Dialog::Export(dialog) => Some(dialog.ask()),
            _ => None,
        };
        match &modal.inner {
            Step::Close => {}
            _ if modal.should_close() && !waiting => {
                actions.extend(match dialog {
                    Dialog::Table(_) => Some(Action::SkipTable),
                    Dialog::Records(_) => Some(Action::Batch(BatchAct::SkipRecords)),
                    Dialog::Incoming(_) => Some(Action::Batch(BatchAct::Drop)),
                    _ => None,
                });
            }
            Step::Browse => {
                self.files.ask(ctx, ask.unwrap_or(Ask::Files));
                self.dialog = Some(dialog);
            }
            Step::Stay => self.dialog = Some(dialog),
        }
        if self.dialog.is_none() {
            ctx.request_repaint();
        }
    }

    fn unreviewed(&mut self, state: &State) -> usize {
        let generation = state.store.generation();
        match self.unreviewed {
            Some((at, count)) if at == generation => count,
            _ => {
                let open = |claim: &&std::sync::Arc<crate::store::ClaimRecord>| claim.status() == Status::Unreviewed;
                let count = state.store.claims().filter(open).count();
                self.unreviewed = Some((generation, count));
                count
            }
        }
    }
}

fn step(stays: bool) -> Step {
    if stays { Step::Stay } else { Step::Close }
}

fn paste_ui(ui: &mut Ui, text: &mut String, actions: &mut Vec<Action>) -> Step {
    let theme = Theme::of(ui);
    ui.set_width(620.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    label_ui(ui, "Paste an article", Type::Heading, theme.color.text);
    ui.add_space(6.0);
    let height = (ui.ctx().content_rect().height() - 300.0).clamp(120.0, 420.0);
    egui::ScrollArea::vertical().max_height(height).show(ui, |ui| {
        let edit = TextEdit::multiline(text)
            .id(Id::unique("paste field"))
            .font(Type::Quote.font())
            .hint_text("The article's text; its first line is the title")
            .desired_width(f32::INFINITY)
            .desired_rows(14);
        let response = ui.add(edit);
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &*text, &*text, "");
            info.label = Some("Article text".to_owned());
            info
        });
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
    });
    ui.add_space(8.0);
    let mut step = Step::Stay;
    ui.horizontal(|ui| {
        let ready = !text.trim().is_empty();
        if ui
            .add(PushButton::new("Add article").primary().enabled(ready))
            .clicked()
            && ready
        {
            actions.push(Action::Paste(text.clone()));
            step = Step::Close;
        }
        if ui.add(PushButton::new("Cancel")).clicked() {
            step = Step::Close;
        }
    });
    step
}

/// Draws the start page into all of `ui`.
pub fn start_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    start::start_ui(ui, state, actions);
}
