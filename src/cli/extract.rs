//! `tallyscope extract`.

use super::args::{ExtractArgs, OutFormat};
use super::plan::Outside;
use super::read::{ReadFile, Wanted, read_files};
use crate::export::{ExtractOptions, Extracted, extract_csv_head, extract_csv_rows, extract_json};

/// Reads and prints. 0 when every file was read, 1 when some could not be, 2 for wrong usage.
pub(super) fn run(args: &ExtractArgs, outside: &mut Outside<'_>) -> u8 {
    let wanted = Wanted {
        paths: &args.paths,
        published: args.published,
        published_from: args.published_from.as_deref(),
        today: args.today,
        jobs: args.jobs,
        fields: args.fields.as_ref(),
    };
    let Some(read) = read_files(&wanted, outside) else {
        return 2;
    };
    print(args, &read.articles, outside);
    u8::from(!read.complete)
}

fn print(args: &ExtractArgs, articles: &[ReadFile], outside: &mut Outside<'_>) {
    let options = ExtractOptions { why: args.why };
    if args.format == OutFormat::Csv && !outside.print(&extract_csv_head()) {
        return;
    }
    for article in articles {
        let extracted = Extracted {
            file: &article.file,
            sha256: &article.sha256,
            reading: &article.reading,
        };
        let words = match args.format {
            OutFormat::Jsonl => extract_json(&extracted, options) + "\n",
            OutFormat::Csv => extract_csv_rows(&extracted),
        };
        if !outside.print(&words) {
            return;
        }
    }
}
