//! The real program behind the window.

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
}
