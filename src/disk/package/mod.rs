//! A project to hand over: one ZIP with the project's file, the articles' originals as files, a word of explanation and a
//! list with the SHA-256 of each. Written beside its place and renamed; opened into a folder of its own, checked.

mod manifest;
mod names;
mod open;
mod write;

pub use manifest::PackageFacts;
pub use open::{open_package, package_facts};
pub use write::{Packaged, write_package};

use std::path::Path;

use crate::store::Store;

/// Ends of the names of packages, in small letters, the usual one first.
pub const PACKAGE_ENDS: [&str; 2] = ["tallyzip", "zip"];

/// The list of what a package holds.
const MANIFEST: &str = "manifest.json";
/// The word of explanation.
const README: &str = "README.txt";
/// The folder of the originals.
const SOURCES: &str = "originals";

/// Whether a part of the project goes along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Along {
    /// It does.
    #[default]
    With,
    /// It stays here.
    Without,
}

/// What is to be handed over.
#[derive(Clone, Copy)]
pub struct PackageOrder<'a> {
    /// The project's file: originals are taken from it.
    pub project: &'a Path,
    /// Its rows.
    pub store: &'a Store,
    /// What the project is called.
    pub name: &'a str,
    /// Where the package goes.
    pub out: &'a Path,
    /// The articles' original bytes.
    pub originals: Along,
    /// What was done, with what was before.
    pub history: Along,
    /// Now, RFC 3339 in UTC.
    pub now: &'a str,
}
