//! Files, the project file, settings, folders, search: the only floor that touches the disk.
//!
//! A project is an SQLite file (`schema.sql`). [`Project`] takes steps from the window and has one thread write them,
//! rows and journal in one transaction; `save` turns rows into structs of the border and back.

mod apart;
mod atomic;
mod backup;
mod check;
mod crash;
mod erase;
mod error;
mod files;
mod folders;
mod health;
mod install;
mod lock;
mod logs;
mod open;
mod package;
mod project;
mod queue;
mod read_only;
mod redact;
mod rolling;
mod rows;
mod save;
mod save_as;
mod schema;
mod search;
mod session;
mod settings;
mod settings_text;
mod share;
mod signals;
mod stamps;
mod state_file;
mod write_folder;

#[cfg(test)]
mod tests;

pub use apart::{
    APART_COMMAND, ReadersStay, answer_apart, let_readers_stay, read_article, read_documents_by, read_rows,
};
pub use atomic::write_file;
pub use backup::{backup, remove_project, set_aside};
pub use crash::{note_action, watch_panics};
pub use erase::{Erased, copies_of, erase};
pub use error::{DiskError, Trouble};
pub use files::{
    ARTICLE_ENDS, FolderWanted, Found, MAX_FILE_BYTES, collect, files_ending, is_article_name, open_outside, read,
    read_changed, sha256_hex, unpack,
};
pub use folders::{Folders, HOME_VARIABLE, make_folder};
pub use health::{look_over, note_close};
pub use install::{APP_ID, DESKTOP_ENTRY, PROJECT_TYPE, Placed, Places, WINDOW_ICON, install, uninstall};
pub use logs::{begin_log, log_files, log_sentence};
pub use open::{Opened, create, open};
pub use package::{
    Along, PACKAGE_ENDS, PackageFacts, PackageOrder, Packaged, open_package, package_facts, write_package,
};
pub use project::Project;
pub use queue::Report;
pub use read_only::read_project;
pub use rolling::{
    Amounts, BackupRow, MOST_BACKUPS, backup_helps, backups_of, offer_backups, restore_backup, roll_backup,
};
pub use rows::Source;
pub use save::{mapping_of, mapping_text};
pub use save_as::{SavedAs, is_same_file};
pub use schema::{APPLICATION_ID, VERSION};
pub use search::Hit;
pub use session::{Ended, Session, begin_session};
pub use settings::{SavedSettings, load_settings, save_settings};
pub use signals::on_end;
pub use stamps::{FileStamp, stamps};
pub use state_file::{SavedState, load_state, save_state};
pub use write_folder::{Originals, write_folder};
