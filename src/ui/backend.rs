//! What the window needs of the program.

use std::sync::Arc;

use crate::app::{Action, State};

/// The program behind the window: its state, and a place to hand actions in. Lets tests draw without a disk.
pub trait Backend {
    /// What to draw.
    fn state(&self) -> &State;

    /// Carries out what a view asked for.
    fn act(&mut self, action: Action);

    /// Takes over what finished since the last frame; true where something changed.
    fn poll(&mut self) -> bool;

    /// Takes a way to wake the window from other threads.
    fn set_wake(&mut self, wake: Arc<dyn Fn() + Send + Sync>) {
        drop(wake);
    }

    /// True once [`Action::Quit`] was asked for and every edit is acknowledged.
    fn may_close(&mut self) -> bool {
        true
    }

    /// True once the system asked the program to end: the window closes as if a person closed it.
    fn is_asked_to_end(&self) -> bool {
        false
    }

    /// Gets the places of marks and buttons after the first frames, one a line: "x y w h label" in window points.
    fn probe(&mut self, lines: &str) {
        let _ = lines;
    }
}
