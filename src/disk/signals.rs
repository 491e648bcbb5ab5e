//! A word from the system that the program is to end: `kill`, a shutdown, a closed terminal.

use super::error::DiskError;

/// Calls `on_signal` on a thread of its own, each time that the system asks the program to end. The first time the program
/// may finish what it does; whoever asks twice means it.
///
/// # Errors
/// Where the system takes no handlers: then such a word ends the program at once.
#[cfg(unix)]
pub fn on_end(on_signal: impl Fn() + Send + 'static) -> Result<(), DiskError> {
    use std::path::Path;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    use super::error::Trouble;
    use crate::jobs;

    let refused = |why: String| DiskError::new(Trouble::Other, Path::new(""), why);
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP]).map_err(|error| refused(error.to_string()))?;
    jobs::spawn("signals", move || {
        let mut asked = false;
        for signal in signals.forever() {
            log::info!("the system asks the program to end (signal {signal})");
            if asked {
                // writing goes through transactions: what was acknowledged is safe
                signal_hook::low_level::emulate_default_handler(signal).ok();
            }
            asked = true;
            on_signal();
        }
    })
    .map_err(refused)?;
    Ok(())
}

/// There the system closes the window instead.
#[cfg(not(unix))]
pub fn on_end(_on_signal: impl Fn() + Send + 'static) -> Result<(), DiskError> {
    Ok(())
}
