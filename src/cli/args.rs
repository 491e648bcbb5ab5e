//! The command line as `--help` shows it.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::article::FieldMap;
use crate::base::FULL_VERSION;

/// Reads articles, marks who says how many were killed, injured or arrested, and plots the counts per source.
///
/// Without a command the window opens: with a project (.tally), with article files, or with the start page.
#[derive(Debug, Parser)]
#[command(name = "tallyscope", version = FULL_VERSION, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// A project (.tally) to open, or article files and folders to read
    #[arg(value_name = "PROJECT | FILES")]
    pub paths: Vec<PathBuf>,
    /// What the window writes down
    #[command(flatten)]
    pub log: LogArgs,
    /// What to do instead of opening the window
    #[command(subcommand)]
    pub command: Option<CommandArgs>,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum CommandArgs {
    /// Opens the window with the sample project: ten invented articles from Varland
    Demo(DemoArgs),
    /// Prints what is found in articles, one JSON object an article or one CSV row a claim
    Extract(ExtractArgs),
    /// Prints what is concluded over articles: stories, same figures, copies, conflicts, updates and falling totals, one JSON
    /// object each
    Link(LinkArgs),
    /// Prints what each floor makes of one article, with reasons
    Inspect(InspectArgs),
    /// Writes the claims of a project, its adopted figures, its annotations or a report in other formats
    Export(ExportArgs),
    /// Packs a project with its originals into one file to hand over
    Package(PackageArgs),
    /// Unpacks a project that was handed over, checks every file, and prints where the project lies
    Unpack(UnpackArgs),
    /// Scores extraction against articles whose claims, names, times and figures are known
    Score(ScoreArgs),
    /// Puts Tallyscope among this user's programs: the program itself, its entry and icons, and what a .tally file is
    Install(PlaceArgs),
    /// Takes away what "install" put there, and nothing else
    Uninstall(PlaceArgs),
    /// Reads what it is asked to on standard input, as a child of the program
    #[command(hide = true)]
    ReadApart,
    /// Learns from articles whose claims are known
    #[cfg(feature = "tools")]
    Train(TrainArgs),
}

/// What the window writes down.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct LogArgs {
    /// How much the log in the state folder tells
    #[arg(long = "log-level", value_name = "LEVEL", value_enum, default_value_t = LogLevel::Info)]
    pub level: LogLevel,
}

/// How much the log tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// Work that was lost
    Error,
    /// What was gone on without
    Warn,
    /// What was opened, saved and written, and how long it took
    #[default]
    Info,
    /// Every action by its name
    Debug,
}

impl LogLevel {
    /// The same for whoever writes the log.
    pub fn filter(self) -> log::LevelFilter {
        match self {
            Self::Error => log::LevelFilter::Error,
            Self::Warn => log::LevelFilter::Warn,
            Self::Info => log::LevelFilter::Info,
            Self::Debug => log::LevelFilter::Debug,
        }
    }
}

/// For whom a program is installed.
#[derive(Debug, clap::Args)]
pub struct PlaceArgs {
    /// For this user alone: needs no other rights
    #[arg(long, required = true)]
    pub user: bool,
}

/// How the sample is opened.
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Start anew; the sample project with your decisions is kept beside as a backup
    #[arg(long)]
    pub fresh: bool,
    /// Keep the sample project in this file
    #[arg(long, value_name = "FILE")]
    pub project: Option<PathBuf>,
    /// What the window writes down
    #[command(flatten)]
    pub log: LogArgs,
}

/// What to extract, and how to print it.
#[derive(Debug, clap::Args)]
pub struct ExtractArgs {
    /// Article files and folders; "-" reads paths from standard input, one a line
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The publication date of all articles
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<Date>,
    /// Publication dates by article: lines of path or file name, TAB, YYYY-MM-DD; the longest matching path wins
    #[arg(long, value_name = "FILE.tsv")]
    pub published_from: Option<PathBuf>,
    /// The day of reading, by which an unknown year is judged; today if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// One JSON object an article, or one CSV row a claim
    #[arg(long, value_enum, default_value_t = OutFormat::Jsonl)]
    pub format: OutFormat,
    /// How many articles are read at a time; as many as there are cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// What the fields of JSON, JSON lines, CSV and XLSX files mean whose rows are articles: text=NAME,title=NAME,... with
    /// outlet, author, date, address, language; NAME may be a path such as source.name; guessed where not given
    #[arg(long, value_name = "FIELD=NAME,...", value_parser = FieldMap::parse)]
    pub fields: Option<FieldMap>,
    /// Print the tree of rules behind every claim (JSON only)
    #[arg(long)]
    pub why: bool,
}

/// Over what to conclude.
#[derive(Debug, clap::Args)]
pub struct LinkArgs {
    /// Article files, tables of claims and folders; "-" reads paths from standard input, one a line
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Publication dates by article: lines of path or file name, TAB, YYYY-MM-DD; the longest matching path wins
    #[arg(long, value_name = "FILE.tsv")]
    pub published_from: Option<PathBuf>,
    /// What the columns of tables mean, as settings and projects keep it; guessed from names and cells if not given or where
    /// it does not fit
    #[arg(long, value_name = "FILE.json")]
    pub columns: Option<PathBuf>,
    /// The day that is number 1 in tables whose days are numbers
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub first_day: Option<Date>,
    /// The day of reading, by which an unknown year is judged; today if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// How many articles are read at a time; as many as there are cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
}

/// What `extract` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutFormat {
    /// One JSON object an article
    Jsonl,
    /// One row a claim
    Csv,
}

/// What to inspect.
#[derive(Debug, clap::Args)]
pub struct InspectArgs {
    /// The article
    pub file: PathBuf,
    /// Its publication date
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<Date>,
}

/// What to export.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).multiple(true)))]
pub struct ExportArgs {
    /// The project; or article files and folders, which are read and exported without one
    #[arg(value_name = "PROJECT | FILES", required_unless_present = "format")]
    pub paths: Vec<PathBuf>,
    /// Write the claims as CSV into this file; "-" prints them
    #[arg(long, value_name = "FILE", group = "what")]
    pub csv: Option<PathBuf>,
    /// Write the adopted figures as CSV into this file, each with its evidence; "-" prints them
    #[arg(long, value_name = "FILE", group = "what")]
    pub adopted: Option<PathBuf>,
    /// Write in this format into the file or folder of --out; "list" prints all formats with their options
    #[arg(long, value_name = "ID", group = "what")]
    pub format: Option<String>,
    /// Where to write what --format makes; "-" prints it
    #[arg(long, value_name = "FILE", requires = "format")]
    pub out: Option<PathBuf>,
    /// Which claims leave
    #[arg(long, value_enum, default_value_t = ClaimsOut::All)]
    pub claims: ClaimsOut,
    /// An option of the format, as NAME=VALUE or NAME for a switch that is to be on; may be given several times
    #[arg(long = "option", value_name = "NAME[=VALUE]", requires = "format")]
    pub options: Vec<String>,
}

/// Which claims `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ClaimsOut {
    /// All, rejected ones too: their state stands beside them
    All,
    /// Accepted, corrected, made by hand
    Accepted,
}

/// What to pack.
#[derive(Debug, clap::Args)]
pub struct PackageArgs {
    /// The project
    pub project: PathBuf,
    /// The package to write
    #[arg(long, value_name = "FILE.tallyzip")]
    pub out: PathBuf,
    /// Leave the files out that the articles were read from; their texts stay
    #[arg(long)]
    pub without_originals: bool,
    /// Leave out what was done step by step; the decisions stay
    #[arg(long)]
    pub without_history: bool,
}

/// What to unpack.
#[derive(Debug, clap::Args)]
pub struct UnpackArgs {
    /// The package
    pub package: PathBuf,
    /// The folder to make; beside the package, by its name, if not given
    #[arg(long, value_name = "FOLDER")]
    pub into: Option<PathBuf>,
}

/// What to score.
#[derive(Debug, clap::Args)]
pub struct ScoreArgs {
    /// A folder with some of the folders kazakhstan, news, figures, times, names and pages, each with its gold
    pub corpus: PathBuf,
    /// List this many errors for each gold file
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub errors: usize,
    /// The day of reading, by which an unknown year is judged; today if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// How many articles are read at a time; as many as there are cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
}

/// What to learn.
#[cfg(feature = "tools")]
#[derive(Debug, clap::Args)]
pub struct TrainArgs {
    /// What is learned
    #[arg(value_enum)]
    pub what: Lesson,
    /// A folder with some of the folders kazakhstan, news and figures, each with its gold
    pub corpus: PathBuf,
    /// More gold files of articles whose claims are marked
    #[arg(long, value_name = "GOLD.json")]
    pub also: Vec<PathBuf>,
    /// Gold files of articles with which no rule was written: the level of confidence is taken from them
    #[arg(long, value_name = "GOLD.json")]
    pub fresh: Vec<PathBuf>,
    /// Write the table into this file
    #[arg(long, value_name = "FILE", default_value = "assets/words/confidence.tsv")]
    pub out: PathBuf,
    /// The day of reading, by which an unknown year is judged; today if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
}

/// What can be learned.
#[cfg(feature = "tools")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lesson {
    /// How sure a claim is, from marked articles
    Confidence,
    /// The weights of names, from `names/silver.jsonl`; both files of weights are written into the folder of `--out`
    Names,
}
