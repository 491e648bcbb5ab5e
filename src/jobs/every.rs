//! Work that is done again and again beside the window.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::failure::catch;
use super::thread::spawn;

/// Work that is done again and again; it ends when this is dropped.
pub struct Repeated {
    _stop: Sender<()>,
}

/// Does `work` now and after every period, on a thread called `name`; a panic in it ends it.
///
/// # Errors
/// A sentence where the system gives no more threads.
pub fn every(name: &str, period: Duration, mut work: impl FnMut() + Send + 'static) -> Result<Repeated, String> {
    let (stop, stopped) = channel();
    let run = move || {
        while catch(&mut work).is_ok() && stopped.recv_timeout(period) == Err(RecvTimeoutError::Timeout) {}
    };
    spawn(name, run).map(|_| Repeated { _stop: stop })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::every;

    #[test]
    fn work_is_repeated_until_it_is_dropped() {
        let (sender, received) = channel();
        let repeated = every("count", Duration::from_millis(1), move || {
            sender.send(()).unwrap_or_default()
        })
        .unwrap();
        for _ in 0..3 {
            received.recv().unwrap();
        }
        drop(repeated);
        // the thread lets go of its end
        while received.recv().is_ok() {}
    }
}
