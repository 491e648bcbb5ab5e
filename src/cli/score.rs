//! `tallyscope score`.

use super::args::ScoreArgs;
use super::plan::Outside;
use crate::score::{self, Options};

/// Prints the figures. 0 when something was scored and everything could be read, 1 when not.
pub(super) fn run(args: &ScoreArgs, outside: &mut Outside<'_>) -> u8 {
    let options = Options {
        corpus: &args.corpus,
        today: args.today.unwrap_or(outside.today),
        threads: args.jobs.map(usize::from),
        num_errors: args.errors,
    };
    let Outside { out, problems, .. } = outside;
    let mut say = |words: &str| drop(out.write_all(words.as_bytes()).and_then(|()| out.flush()));
    let mut problem = |sentence: &str| drop(writeln!(problems, "{sentence}"));
    u8::from(!score::run(&options, &mut say, &mut problem))
}
