//! State, actions, commands; says what must be read again, and why. Views read [`State`] and return [`Action`]s.

mod act;
mod action;
mod again;
#[expect(clippy::module_inception, reason = "the program is what the floor is named for")]
mod app;
mod commands;
mod conclude;
mod importing;
mod keep;
mod kept;
#[cfg(test)]
mod kept_trials;
mod keys;
mod opening;
mod pictures;
mod read_files;
mod rereading;
mod reviewing;
mod sample;
mod settings;
mod state;
mod tell_stories;

pub use act::look::TEXT_SIZES_PERCENT;
#[cfg(test)]
pub(crate) use act::{look, names, review};
pub use action::{Action, CheckState, CompareChange, NamesChange};
pub use app::{App, Clock};
pub use commands::{COMMANDS, Command, CommandRow, command_rows};
pub use conclude::{Concluded, conclude, conclude_again, figures};
pub use importing::OpenTable;
pub use kept::Kept;
pub use keys::Keys;
pub use pictures::{PictureForm, PictureOrder};
pub use reviewing::{QueueRun, ReviewAct, TagTarget, queue_states};
pub use settings::{Settings, ThemeChoice};
pub use state::{Messages, Problem, Progress, ProjectInfo, Saving, Selection, State, Toast, View};
