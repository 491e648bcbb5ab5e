//! `tallyscope export`.

use std::path::{Path, PathBuf};

use super::args::{ClaimsOut, ExportArgs};
use super::link::project;
use super::plan::Outside;
use super::read::{Wanted, read_files};
use crate::app::{Concluded, chosen_claims, conclude, write_output};
use crate::base::VERSION;
use crate::disk::{self, Trouble};
use crate::export::adopted_csv;
use crate::export::formats::{
    Body, ExportError, ExportInput, ExportOptions, Format, Output, Shape, Watch, Which, format_of, formats,
};
use crate::jobs::Token;
use crate::show::{CompareLook, Filter, ReviewLook};
use crate::store::Store;

/// Prints instead of writing.
const PRINT: &str = "-";

/// What is exported.
struct Opened {
    store: Store,
    name: String,
    complete: bool,
}

/// Writes what was asked for. 0 when all was written, 1 when not, 2 for wrong usage.
pub(super) fn run(args: &ExportArgs, outside: &mut Outside<'_>) -> u8 {
    if args.format.as_deref() == Some("list") {
        return u8::from(!outside.print(&listed()));
    }
    let wanted = match wanted(args) {
        Ok(wanted) => wanted,
        Err(sentence) => {
            outside.problem("", &sentence);
            return 2;
        }
    };
    let opened = match open(&args.paths, outside) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let concluded = conclude(&opened.store);
    let mut failed = !opened.complete;
    for (format, options, path) in &wanted {
        let which = match args.claims {
            ClaimsOut::All => Which::All,
            ClaimsOut::Accepted => Which::Accepted,
        };
        let made = make(&opened, &concluded, (format, options, which), outside);
        failed |= match made {
            Ok(output) => !write(path, &output, outside),
            Err(ExportError::Failed(sentence)) => {
                outside.problem(&path.display().to_string(), &sentence);
                true
            }
            Err(ExportError::Stopped) => true,
        };
    }
    if let Some(path) = &args.adopted {
        let bytes = adopted_csv(&opened.store, &concluded.conclusions);
        failed |= !write(path, &Output::file(bytes, String::new()), outside);
    }
    u8::from(failed)
}

type Wished = (&'static Format, ExportOptions, PathBuf);

/// The formats that were asked for, each with its options and where it goes.
fn wanted(args: &ExportArgs) -> Result<Vec<Wished>, String> {
    let mut out = Vec::new();
    if args.paths.is_empty() {
        return Err("Nothing to export was named. Give a project, or article files.".to_owned());
    }
    if let Some(path) = &args.csv {
        let format = format_of("claims-csv").ok_or("There is no CSV format.")?;
        let mut options = ExportOptions::default();
        options.set("method", "off");
        out.push((format, options, path.clone()));
    }
    if let Some(id) = &args.format {
        let format = format_of(id).ok_or_else(|| {
            let ids: Vec<&str> = formats().map(|format| format.id).collect();
            format!(
                "There is no export format “{id}”. Formats: {}, or list.",
                ids.join(", ")
            )
        })?;
        let path = args.out.clone();
        let path = path.ok_or("Where to write it is missing. Give --out FILE, or --out - to print it.")?;
        if path == Path::new(PRINT) && format.shape == Shape::Folder {
            return Err(format!(
                "“{id}” is a folder of files and cannot be printed. Give --out FOLDER."
            ));
        }
        out.push((format, options(format, &args.options)?, path));
    }
    Ok(out)
}

/// The options as given.
fn options(format: &Format, given: &[String]) -> Result<ExportOptions, String> {
    let mut options = ExportOptions::default();
    for words in given {
        let (name, value) = words.split_once('=').unwrap_or((words, "on"));
        let known = format.options.iter().find(|option| option.id == name);
        let Some(option) = known else {
            let ids: Vec<&str> = format.options.iter().map(|option| option.id).collect();
            let ids = if ids.is_empty() {
                "none".to_owned()
            } else {
                ids.join(", ")
            };
            return Err(format!("“{}” has no option “{name}”. Its options: {ids}.", format.id));
        };
        if option.values.iter().all(|(one, _)| *one != value) {
            let values: Vec<&str> = option.values.iter().map(|(value, _)| *value).collect();
            return Err(format!(
                "“{name}” cannot be “{value}”. It can be {}.",
                values.join(", ")
            ));
        }
        options.set(name, value);
    }
    Ok(options)
}

/// All formats with their options, a line each.
fn listed() -> String {
    let mut out = String::new();
    for format in formats() {
        out.push_str(&format!(
            "{:<16} {:<12} {}\n",
            format.id,
            format.group.name(),
            format.purpose
        ));
        for option in format.options {
            let values: Vec<&str> = option.values.iter().map(|(value, _)| *value).collect();
            out.push_str(&format!("{:<16} --option {}={}\n", "", option.id, values.join("|")));
        }
    }
    out
}

fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("tally"))
}

/// Opens the project, or reads the articles; else the exit status.
fn open(paths: &[PathBuf], outside: &mut Outside<'_>) -> Result<Opened, u8> {
    if let [path] = paths
        && !path.is_dir()
    {
        match disk::open(path) {
            Ok(opened) => {
                return Ok(Opened {
                    name: name(&opened.store, path),
                    complete: true,
                    store: opened.store,
                });
            }
            // what is no project may be an article, unless its name says that it is one
            Err(error) if error.trouble == Trouble::NotAProject && !is_project(path) => {}
            Err(error) => {
                outside.problem("", &error.to_string());
                return Err(1);
            }
        }
    }
    let wanted = Wanted {
        paths,
        published: None,
        published_from: None,
        today: None,
        jobs: None,
        fields: None,
    };
    let read = read_files(&wanted, outside).ok_or(2)?;
    Ok(Opened {
        complete: read.complete,
        store: project(read.articles),
        name: String::new(),
    })
}

/// The project's own name, else that of its file.
pub(super) fn name(store: &Store, path: &Path) -> String {
    let own = store.setting("name").map(str::to_owned);
    own.or_else(|| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .unwrap_or_default()
}

fn make(
    opened: &Opened,
    concluded: &Concluded,
    (format, options, which): (&Format, &ExportOptions, Which),
    outside: &Outside<'_>,
) -> Result<Output, ExportError> {
    let (filter, review, look) = (Filter::default(), ReviewLook::default(), CompareLook::default());
    let snapshot = (&opened.store, &concluded.conclusions);
    let (claims, chosen) = chosen_claims(snapshot, format.which(which), (&filter, &review));
    let now = outside.today.to_string();
    let input = ExportInput {
        store: &opened.store,
        conclusions: &concluded.conclusions,
        names: &concluded.names,
        filter: &filter,
        look: &look,
        claims: &claims,
        chosen: &chosen,
        project: &opened.name,
        program: VERSION,
        now: &now,
    };
    (format.write)(&input, options, &Watch::new(&Token::new(), &|_, _| {}))
}

/// Writes or prints; false where that failed. What should be known is said.
fn write(path: &Path, output: &Output, outside: &mut Outside<'_>) -> bool {
    for note in &output.notes {
        outside.problem("", note);
    }
    if path == Path::new(PRINT) {
        let Body::File(bytes) = &output.body else { return false };
        return outside.out.write_all(bytes).is_ok();
    }
    match write_output(path, output) {
        Ok(()) => true,
        Err(error) => {
            outside.problem("", &error.to_string());
            false
        }
    }
}
