//! State, actions, commands; says what must be read again, and why. Views read [`State`] and return [`Action`]s.

mod action;
mod commands;
mod keys;
mod settings;
mod state;

pub use action::{Action, CheckState, CompareChange};
pub use commands::{COMMANDS, Command, CommandRow, command_rows};
pub use keys::Keys;
pub use settings::{Settings, ThemeChoice};
pub use state::{Messages, Problem, Progress, ProjectInfo, Saving, Selection, State, Toast, View};
