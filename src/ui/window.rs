//! The window: polls the program, carries out actions, draws the shell and the view.

use eframe::egui::{self, Context, Ui};

use super::backend::Backend;
use super::compare::CompareView;
use super::read::ReadView;
use super::review::ReviewView;
use super::theme;
use crate::app::{Action, View};

/// The whole window over a backend.
pub struct Window<B: Backend> {
    backend: B,
    read: ReadView,
    compare: CompareView,
    review: ReviewView,
    actions: Vec<Action>,
}

impl<B: Backend> Window<B> {
    /// A window that gives `ctx` its faces and themes.
    pub fn new(ctx: &Context, backend: B) -> Self {
        theme::install(ctx);
        Self {
            backend,
            read: ReadView::default(),
            compare: CompareView::default(),
            review: ReviewView::default(),
            actions: Vec::new(),
        }
    }

    /// The program behind it.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// Takes over finished work and carries out what the last frame asked for.
    pub fn step(&mut self, ctx: &Context) {
        let changed = self.backend.poll();
        let actions = std::mem::take(&mut self.actions);
        if changed || !actions.is_empty() {
            ctx.request_repaint();
        }
        for action in actions {
            self.backend.act(action);
        }
    }

    /// Draws the window.
    pub fn window_ui(&mut self, ui: &mut Ui) {
        let state = self.backend.state();
        let actions = &mut self.actions;
        egui::CentralPanel::no_frame().show(ui, |ui| match state.view {
            View::Read => self.read.view_ui(ui, state, actions),
            View::Compare => self.compare.view_ui(ui, state, actions),
            View::Review => self.review.view_ui(ui, state, actions),
        });
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
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

/// Opens the window and stays until it is closed. The sentence of an error is for the person who started the program.
pub fn run(backend: impl Backend + 'static, title: &str) -> Result<(), String> {
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: egui::ViewportBuilder::default()
            .with_title(title)
            .with_inner_size([1600.0, 1000.0])
            .with_min_inner_size(theme::size::MINIMUM_WINDOW),
        ..Default::default()
    };
    eframe::run_native(title, options, Box::new(|cc| Ok(Box::new(Window::new(&cc.egui_ctx, backend)))))
        .map_err(|error| format!("The window could not be opened: {error}. It needs a display and, on Debian, the packages libx11-6 libxcursor1 libxi6 libx11-xcb1 libxkbcommon-x11-0 libgl1."))
}
