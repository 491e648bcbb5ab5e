//! The window: polls the program, carries out actions, draws the shell and the view.

use std::sync::Arc;

use eframe::egui::{self, Context, Ui, ViewportCommand};

use super::backend::Backend;
use super::compare::CompareView;
use super::desktop;
use super::history::{self, HistoryView};
use super::names::NamesView;
use super::read::ReadView;
use super::review::ReviewView;
use super::shell::{self, Shell};
use super::{handover, note, probe, theme, wish};
use crate::app::{Action, ThemeChoice, View};

/// The whole window over a backend.
pub struct Window<B: Backend> {
    backend: B,
    shell: Shell,
    read: ReadView,
    compare: CompareView,
    review: ReviewView,
    names: NamesView,
    history: HistoryView,
    actions: Vec<Action>,
    /// True once closing was asked for and waits until every edit is acknowledged.
    quitting: bool,
    /// The pass in which closing was asked for while something was typed: the field is left first, so that it keeps its words.
    leaving: Option<u64>,
    probe: probe::Probe,
}

impl<B: Backend> Window<B> {
    /// A window that gives `ctx` its faces and themes.
    pub fn new(ctx: &Context, mut backend: B) -> Self {
        theme::install(ctx);
        let wake = ctx.clone();
        backend.set_wake(Arc::new(move || wake.request_repaint()));
        Self {
            backend,
            shell: Shell::default(),
            read: ReadView::default(),
            compare: CompareView::default(),
            review: ReviewView::default(),
            names: NamesView::default(),
            history: HistoryView::default(),
            actions: Vec::new(),
            quitting: false,
            leaving: None,
            probe: probe::Probe::default(),
        }
    }

    /// The program behind it.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// The program behind it, for tests that hand actions in.
    pub fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// Gives the program back and lets the window go.
    pub fn into_backend(self) -> B {
        self.backend
    }

    /// Takes over finished work and carries out what the last frame asked for.
    pub fn step(&mut self, ctx: &Context) {
        let changed = self.backend.poll();
        let actions = std::mem::take(&mut self.actions);
        if changed || !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            if action == Action::Quit && !self.quitting && self.leaves_field(ctx) {
                continue;
            }
            self.quitting |= action == Action::Quit;
            self.backend.act(action);
        }
        self.close_when_done(ctx);
        let settings = &self.backend.state().settings;
        set_look(ctx, settings.theme, settings.text_size_percent);
    }

    fn close_when_done(&mut self, ctx: &Context) {
        let was_left = self.leaving.is_some_and(|pass| pass != ctx.cumulative_pass_nr());
        let asked = ctx.input(|input| input.viewport().close_requested()) || self.backend.is_asked_to_end();
        if asked && !self.quitting && self.leaves_field(ctx) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            return;
        }
        if (asked || was_left) && !self.quitting {
            self.quitting = true;
            if let Some(keeps) = note::take(ctx) {
                self.backend.act(keeps);
            }
            self.backend.act(Action::Quit);
        }
        if !self.quitting {
            return;
        }
        if self.backend.may_close() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        } else {
            // The writer wakes the window when the last edit is acknowledged.
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }

    /// Takes the focus from the field that is typed in, so that it hands its words in within this frame; true where there was
    /// one.
    fn leaves_field(&mut self, ctx: &Context) -> bool {
        let field = ctx
            .memory(|memory| memory.focused())
            .filter(|_| ctx.text_edit_focused());
        let Some(field) = field.filter(|_| self.leaving.is_none()) else {
            return false;
        };
        ctx.memory_mut(|memory| memory.surrender_focus(field));
        ctx.request_repaint();
        self.leaving = Some(ctx.cumulative_pass_nr());
        true
    }

    /// Draws the window.
    pub fn window_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let state = self.backend.state();
        let actions = &mut self.actions;
        wish::age(&ctx);
        self.shell.begin(&ctx, state, actions);
        self.shell.bars_ui(ui, state, actions);
        if !shell::start_is_shown(state) {
            self.history.panel_ui(ui, state, actions);
        }
        egui::CentralPanel::no_frame().show(ui, |ui| {
            if shell::start_is_shown(state) {
                shell::start_ui(ui, state, actions);
                return;
            }
            match state.view {
                View::Read => self.read.view_ui(ui, state, actions),
                View::Compare => self.compare.view_ui(ui, state, actions),
                View::Review => self.review.view_ui(ui, state, actions),
                View::Names => self.names.view_ui(ui, state, actions),
            }
        });
        self.shell.over_ui(&ctx, state, actions);
        history::over_ui(&ctx, state, actions);
        desktop::over_ui(&ctx, state, actions);
        handover::over_ui(&ctx, state, actions);
        note::keep_left(&ctx, actions);
        wish::walk_areas(&ctx);
        settle_hover(state.selection.hovered, actions);
        if !actions.is_empty() {
            ctx.request_repaint();
        }
        if let Some(lines) = self.probe.lines(&ctx) {
            self.backend.probe(&lines);
        }
    }
}

/// Views say `Hover` in every frame in which the pointer is over a claim; only a change is handed on.
fn settle_hover(before: Option<crate::store::ClaimId>, actions: &mut Vec<Action>) {
    let mut now = None;
    actions.retain(|action| match action {
        Action::Hover(id) => {
            now = id.or(now);
            false
        }
        _ => true,
    });
    if now != before {
        actions.push(Action::Hover(now));
    }
}

fn set_look(ctx: &Context, choice: ThemeChoice, percent: u16) {
    let preference = match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    };
    if ctx.options(|options| options.theme_preference) != preference {
        ctx.set_theme(preference);
    }
    let zoom = f32::from(percent) / 100.0;
    if (ctx.zoom_factor() - zoom).abs() > 0.001 {
        ctx.set_zoom_factor(zoom);
    }
}

impl<B: Backend> eframe::App for Window<B> {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.step(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.window_ui(ui);
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence for the person who started the program.
pub fn run(backend: impl Backend + 'static, title: &str) -> Result<(), String> {
    let mut viewport = egui::ViewportBuilder::default();
    // a picture that is built in; without it the window only looks like others
    if let Ok(icon) = eframe::icon_data::from_png_bytes(crate::disk::WINDOW_ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: viewport
            .with_title(title)
            .with_app_id(crate::disk::APP_ID)
            .with_inner_size([1600.0, 1000.0])
            .with_min_inner_size(theme::size::MINIMUM_WINDOW),
        ..Default::default()
    };
    let start = Box::new(|cc: &eframe::CreationContext<'_>| {
        let window: Box<dyn eframe::App> = Box::new(Window::new(&cc.egui_ctx, backend));
        Ok(window)
    });
    eframe::run_native(title, options, start).map_err(|error| {
        format!(
            "The window could not be opened: {error}. It needs a display and, on Debian, the packages libx11-6 \
             libxcursor1 libxi6 libx11-xcb1 libxkbcommon-x11-0 libgl1."
        )
    })
}
