//! State, actions, commands; says what must be read again, and why. Views read [`State`] and return [`Action`]s.

mod act;
mod action;
mod again;
#[expect(clippy::module_inception, reason = "the program is what the floor is named for")]
mod app;
mod batch;
mod beside;
mod commands;
mod conclude;
mod desktop;
mod export_kept;
mod exporting;
mod finding;
mod handover;
mod history;
mod history_care;
mod importing;
mod incoming;
mod keep;
mod kept;
#[cfg(test)]
mod kept_trials;
mod keys;
mod left_out;
mod long_work;
mod opening;
mod pictures;
mod read_files;
mod records;
mod rereading;
mod reviewing;
mod same_cases;
mod sample;
mod settings;
mod state;
mod tell_stories;
mod tell_words;
mod told_text;
mod trail;
mod watching;

pub use batch::{BatchAct, BatchLook};
pub use incoming::{Incoming, IncomingRow};
pub use records::{OpenRecords, look_at_rows};

pub use act::look::TEXT_SIZES_PERCENT;
#[cfg(test)]
pub(crate) use act::{look, names, review};
pub use action::{Action, CheckState, CompareChange, NamesChange};
pub use app::{App, Clock};
#[cfg(test)]
pub(crate) use beside::change_beside;
pub use beside::{BesideChange, BesideLook, Scrolling, Side};
pub use commands::{COMMANDS, Command, CommandRow, KeyScope, command_rows};
pub use conclude::{Concluded, conclude, conclude_again, figures};
#[cfg(test)]
pub(crate) use desktop::look as desktop_look;
pub use desktop::{DesktopAct, DesktopLook, Folder, Page};
pub use exporting::{ExportOrder, chosen_claims, write_output};
#[cfg(test)]
pub(crate) use finding::{change_find, find_now};
pub use handover::{Handover, HandoverAct, MergeOffer, PackageOffer};
#[cfg(test)]
pub(crate) use history::look as history_look;
pub use history::{BackupList, EraseQuestion, HistoryAct, Recovery, RereadOffer};
pub use importing::OpenTable;
pub use kept::Kept;
pub use keys::Keys;
pub use pictures::{PictureForm, PictureOrder};
pub use reviewing::{QueueRun, ReviewAct, TagTarget, queue_states};
pub use settings::{Settings, ThemeChoice};
pub use state::{Messages, Problem, Progress, ProjectInfo, Saving, Selection, Shown, State, Toast, View};
pub use watching::watched_folders;
