//! `tallyscope train`, behind the feature `tools`.

use super::args::{Lesson, TrainArgs};
use super::plan::Outside;
use crate::disk;
use crate::score::{self, Options};

/// Learns and writes the table. 0 when it was written, 1 when not.
pub(super) fn run(args: &TrainArgs, outside: &mut Outside<'_>) -> u8 {
    let Lesson::Confidence = args.what;
    let options = Options {
        corpus: &args.corpus,
        today: args.today.unwrap_or(outside.today),
        threads: None,
        num_errors: 0,
    };
    let Outside { out, problems, .. } = outside;
    let mut say = |words: &str| drop(out.write_all(words.as_bytes()));
    let mut problem = |sentence: &str| drop(writeln!(problems, "{sentence}"));
    let learned = score::train(&options, &args.also, &mut say, &mut problem);
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
