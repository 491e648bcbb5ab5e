//! State, actions, commands; says what must be read again, and why. Views read [`State`] and return [`Action`]s.

mod action;
mod commands;
mod settings;
mod state;

pub use action::{Action, CheckState, CompareChange};
pub use commands::{COMMANDS, Command, CommandRow, Keys, command_rows};
pub use settings::{Settings, ThemeChoice};
pub use state::{Messages, Problem, Progress, ProjectInfo, Saving, Selection, State, Toast, View};
