//! Files, the project file, settings, folders, search: the only floor that touches the disk.
//!
//! A project is an SQLite file (`schema.sql`). [`Project`] takes steps from the window and has one thread write them,
//! rows and journal in one transaction; `save` turns rows into structs of the border and back.

mod apart;
mod atomic;
mod backup;
mod check;
mod erase;
mod error;
mod files;
mod folders;
mod health;
mod lock;
mod open;
mod project;
mod queue;
mod rolling;
mod rows;
mod save;
mod save_as;
mod schema;
mod search;
mod settings;
mod share;
mod write_folder;

#[cfg(test)]
mod tests;

pub use apart::{APART_COMMAND, answer_apart, read_article, read_documents_by};
pub use atomic::write_file;
pub use backup::{backup, remove_project, set_aside};
pub use erase::{Erased, copies_of, erase};
pub use error::{DiskError, Trouble};
pub use files::{
    ARTICLE_ENDS, Found, MAX_FILE_BYTES, collect, files_ending, is_article_name, open_outside, read, read_changed,
    sha256_hex, unpack,
};
pub use folders::{Folders, HOME_VARIABLE, make_folder};
pub use health::{look_over, note_close};
pub use open::{Opened, create, open};
pub use project::Project;
pub use queue::Report;
pub use rolling::{
    Amounts, BackupRow, MOST_BACKUPS, backup_helps, backups_of, offer_backups, restore_backup, roll_backup,
};
pub use rows::Source;
pub use save::{mapping_of, mapping_text};
pub use save_as::{SavedAs, is_same_file};
pub use schema::{APPLICATION_ID, VERSION};
pub use search::Hit;
pub use settings::{SavedSettings, load_settings, save_settings};
pub use write_folder::{Originals, write_folder};
