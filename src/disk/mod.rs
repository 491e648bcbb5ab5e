//! Files, the project file, settings, folders, search: the only floor that touches the disk.

mod atomic;
mod error;
mod files;
mod folders;
mod settings;

pub use atomic::write_file;
pub use error::{DiskError, Trouble};
pub use files::{
    ARTICLE_ENDS, Found, MAX_FILE_BYTES, collect, is_article_name, open_outside, read, read_changed, sha256_hex,
};
pub use folders::{Folders, HOME_VARIABLE, make_folder};
pub use settings::{SavedSettings, load_settings, save_settings};
