//! The real program behind the window.

use std::sync::Arc;

use super::backend::Backend;
use crate::app::{Action, App, State};

impl Backend for App {
    fn state(&self) -> &State {
        Self::state(self)
    }

    fn act(&mut self, action: Action) {
        Self::act(self, action);
    }

    fn poll(&mut self) -> bool {
        Self::poll(self)
    }

    fn set_wake(&mut self, wake: Arc<dyn Fn() + Send + Sync>) {
        Self::set_wake(self, wake);
    }

    fn may_close(&mut self) -> bool {
        Self::may_close(self)
    }

    fn is_asked_to_end(&self) -> bool {
        Self::is_asked_to_end(self)
    }

    fn probe(&mut self, lines: &str) {
        Self::write_probe(self, lines);
    }
}
