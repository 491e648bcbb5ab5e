//! What the command line asks for, carried out as far as no window is needed.

use std::io::{Read, Write};
use std::path::PathBuf;

use jiff::civil::Date;

use super::args::{Args, CommandArgs, LogLevel};
use super::{export, extract, inspect, install, link, package, score};
use crate::disk;

/// The world outside, given by `main` and by tests.
pub struct Outside<'o> {
    /// Where paths are read for "-".
    pub input: &'o mut dyn Read,
    /// Where results are printed.
    pub out: &'o mut dyn Write,
    /// Where problems are printed.
    pub problems: &'o mut dyn Write,
    /// The day of this person's calendar.
    pub today: Date,
}

/// What the window is to open.
#[derive(Debug, PartialEq, Eq)]
pub enum Plan {
    /// These files, or nothing.
    Open(Vec<PathBuf>),
    /// The sample.
    Demo {
        /// Start anew.
        fresh: bool,
        /// The project's file, where not in the data folder.
        project: Option<PathBuf>,
    },
}

/// What follows.
#[derive(Debug, PartialEq, Eq)]
pub enum Then {
    /// The window, and how much it writes down.
    Window(Plan, LogLevel),
    /// The end, with this exit status.
    Exit(u8),
}

/// Carries the command line out.
pub fn run(args: Args, outside: &mut Outside<'_>) -> Then {
    match args.command {
        None => Then::Window(Plan::Open(args.paths), args.log.level),
        Some(CommandArgs::Demo(demo)) => {
            let plan = Plan::Demo {
                fresh: demo.fresh,
                project: demo.project,
            };
            Then::Window(plan, demo.log.level)
        }
        Some(CommandArgs::Install(_)) => Then::Exit(install::install(outside)),
        Some(CommandArgs::Uninstall(_)) => Then::Exit(install::uninstall(outside)),
        Some(CommandArgs::Extract(args)) => Then::Exit(extract::run(&args, outside)),
        Some(CommandArgs::Link(args)) => Then::Exit(link::run(&args, outside)),
        Some(CommandArgs::Inspect(args)) => Then::Exit(inspect::run(&args, outside)),
        Some(CommandArgs::Export(args)) => Then::Exit(export::run(&args, outside)),
        Some(CommandArgs::ReadApart) => {
            let answered = disk::answer_apart(outside.input, outside.out);
            Then::Exit(u8::from(answered.is_err()))
        }
        Some(CommandArgs::Package(args)) => Then::Exit(package::pack(&args, outside)),
        Some(CommandArgs::Unpack(args)) => Then::Exit(package::unpack(&args, outside)),
        Some(CommandArgs::Score(args)) => Then::Exit(score::run(&args, outside)),
        #[cfg(feature = "tools")]
        Some(CommandArgs::Train(args)) => Then::Exit(super::train::run(&args, outside)),
    }
}

impl Outside<'_> {
    /// Prints a problem; a closed pipe is nobody's problem.
    pub(super) fn problem(&mut self, file: &str, sentence: &str) {
        let line = if file.is_empty() {
            sentence.to_owned()
        } else {
            format!("{file}: {sentence}")
        };
        drop(writeln!(self.problems, "{line}"));
    }

    /// Prints a result; false where nobody reads any more.
    pub(super) fn print(&mut self, words: &str) -> bool {
        self.out.write_all(words.as_bytes()).is_ok()
    }
}
