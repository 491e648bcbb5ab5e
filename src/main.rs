//! The program: the command line decides what is done; the wall clock is asked here and nowhere else.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;
use tallyscope::app::{App, Clock};
use tallyscope::base::FULL_VERSION;
use tallyscope::cli::{self, Args, LogLevel, Outside, Plan, Then};
use tallyscope::disk::{self, Folders};
use tallyscope::ui;

fn main() -> ExitCode {
    let clock = clock();
    if let Ok(program) = std::env::current_exe() {
        disk::read_documents_by(program);
    }
    let then = {
        let mut outside = Outside {
            input: &mut io::stdin().lock(),
            out: &mut io::BufWriter::new(io::stdout().lock()),
            problems: &mut io::stderr().lock(),
            today: (clock.today)(),
        };
        cli::run(Args::parse(), &mut outside)
    };
    match then {
        Then::Exit(status) => ExitCode::from(status),
        Then::Window(plan, level) => window(plan, level, clock),
    }
}

fn window(plan: Plan, level: LogLevel, clock: Clock) -> ExitCode {
    let result = Folders::find().map_err(|error| error.to_string()).and_then(|folders| {
        // a window without a log is better than none
        disk::begin_log(&folders.logs(), level.filter(), clock.now).ok();
        disk::watch_panics(&folders, clock.now);
        log::info!(
            "Tallyscope {FULL_VERSION} on {} {}",
            std::env::consts::OS,
            std::env::consts::ARCH
        );
        let mut app = App::new(clock, folders, Arc::new(|| {}));
        app.begin_window();
        match plan {
            Plan::Open(paths) => app.begin(paths),
            Plan::Demo { fresh, project } => app.begin_demo(project, fresh),
        }
        ui::run(app, "Tallyscope")
    });
    match &result {
        Ok(()) => log::info!("closed"),
        Err(sentence) => disk::log_sentence(log::Level::Error, "no window", sentence),
    }
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            use io::Write as _;
            drop(writeln!(io::stderr(), "{sentence}"));
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the wall clock is asked here, so that nothing below has to"
)]
fn clock() -> Clock {
    Clock {
        now: || jiff::Timestamp::now().to_string(),
        today: || jiff::Zoned::now().date(),
    }
}
