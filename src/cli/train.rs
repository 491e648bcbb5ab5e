//! `tallyscope train`, behind the feature `tools`.

use std::path::Path;

use super::args::{Lesson, TrainArgs};
use super::plan::Outside;
use crate::disk;
use crate::entity::{self, train::Case};
use crate::score::{self, Further, Options};

/// Learns and writes the table. 0 when it was written, 1 when not.
pub(super) fn run(args: &TrainArgs, outside: &mut Outside<'_>) -> u8 {
    match args.what {
        Lesson::Confidence => confidence(args, outside),
        Lesson::Names => names(args, outside),
    }
}

/// Learns how sure claims are.
fn confidence(args: &TrainArgs, outside: &mut Outside<'_>) -> u8 {
    let options = Options {
        corpus: &args.corpus,
        today: args.today.unwrap_or(outside.today),
        threads: None,
        num_errors: 0,
    };
    let Outside { out, problems, .. } = outside;
    let mut say = |words: &str| drop(out.write_all(words.as_bytes()));
    let mut problem = |sentence: &str| drop(writeln!(problems, "{sentence}"));
    let further = Further {
        also: &args.also,
        fresh: &args.fresh,
    };
    let learned = score::train(&options, further, &mut say, &mut problem);
    let written =
        learned.and_then(|table| disk::write_file(&args.out, table.as_bytes()).map_err(|error| error.to_string()));
    match written {
        Ok(()) => 0,
        Err(sentence) => {
            outside.problem("", &sentence);
            1
        }
    }
}

/// Learns the weights of names, for texts with capitals and for texts without.
fn names(args: &TrainArgs, outside: &mut Outside<'_>) -> u8 {
    let silver = args.corpus.join("names").join("silver.jsonl");
    let folder = args.out.parent().unwrap_or_else(|| Path::new("."));
    let learned = disk::read(&silver)
        .map_err(|error| error.to_string())
        .and_then(|bytes| {
            let text = String::from_utf8_lossy(&bytes);
            for (case, file) in [(Case::Capitals, "names.weights"), (Case::Lower, "names-lower.weights")] {
                let (weights, report) = entity::train::names(&text, case)?;
                drop(writeln!(outside.out, "{file}\n{report}"));
                disk::write_file(&folder.join(file), &weights).map_err(|error| error.to_string())?;
            }
            Ok(())
        });
    match learned {
        Ok(()) => 0,
        Err(sentence) => {
            outside.problem("", &sentence);
            1
        }
    }
}
