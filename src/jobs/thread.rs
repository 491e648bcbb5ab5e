//! Threads with names.

use std::num::NonZero;
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle, available_parallelism, current};

/// A thread at work. Dropping it lets the thread run on.
#[derive(Debug)]
pub struct Running {
    handle: JoinHandle<()>,
}

impl Running {
    /// Waits for the thread to end.
    pub fn join(self) {
        // A panic was said where it happened; whoever waits only wants the end.
        drop(self.handle.join());
    }
}

/// How much this thread stands back behind the window's, as `nice` counts: 0 not at all, 19 most. Where all processors have
/// work, a click is answered first.
#[cfg(target_os = "linux")]
const STANDS_BACK: i32 = 10;

/// On Linux a priority belongs to one thread, and threads begun by it inherit it; elsewhere the system shares out alone.
fn stand_back() {
    #[cfg(target_os = "linux")]
    {
        let own = rustix::thread::gettid();
        // a system that refuses is only less smooth
        rustix::process::setpriority_process(Some(own), STANDS_BACK).ok();
    }
}

/// Runs `work` on a thread of its own that carries `name` in debuggers and panic messages. It stands back where the
/// window has something to do.
///
/// # Errors
/// A sentence where the system gives no more threads.
pub fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<Running, String> {
    let work = || {
        stand_back();
        work();
    };
    match Builder::new().name(name.to_owned()).spawn(work) {
        Ok(handle) => Ok(Running { handle }),
        Err(error) => Err(format!("The system gave no thread for “{name}”: {error}.")),
    }
}

/// What this thread is called: "main" for the window's, else as [`spawn`] was told.
pub fn thread_name() -> String {
    current().name().unwrap_or("without a name").to_owned()
}

/// Drops what may be large beside the window, so that no frame waits for it. One thread does it all, one after the other.
pub fn let_go(value: impl Send + 'static) {
    static WAY: OnceLock<Sender<Box<dyn Send>>> = OnceLock::new();
    let way = WAY.get_or_init(|| {
        let (way, given) = channel::<Box<dyn Send>>();
        // where there is no thread nobody listens, and what is sent is dropped here: only slower
        spawn("letting go", move || given.into_iter().for_each(drop)).ok();
        way
    });
    way.send(Box::new(value)).ok();
}

/// How many threads run at the same time on this machine; 1 where it does not tell.
pub fn num_threads() -> usize {
    available_parallelism().map_or(1, NonZero::get)
}
