//! A place for the result of work off the window's thread: the newest run wins, the last result stays.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use super::failure::{Failure, catch};
use super::thread::{let_go, spawn};
use super::token::Token;

/// Work that lasts longer than this is told in the log.
const LONG: Duration = Duration::from_millis(500);

/// A place for the result of work off the window's thread: the newest run wins, the last result stays.
pub struct Slot<T> {
    latest: Option<T>,
    run: Option<Run<T>>,
}

struct Run<T> {
    token: Token,
    result: Receiver<Result<T, Failure>>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            latest: None,
            run: None,
        }
    }
}

impl<T: Send + 'static> Slot<T> {
    /// An empty place, nothing running.
    pub fn new() -> Self {
        Self::default()
    }

    /// Starts work on a thread called `name`; a run before it becomes stale and its result is dropped. `wake` is called
    /// on that thread once [`Slot::poll`] has something.
    pub fn start(
        &mut self,
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce(&Token) -> T + Send + 'static,
    ) {
        self.stop();
        let token = Token::new();
        let (sender, result) = channel();
        let given = token.clone();
        let spare = sender.clone();
        let called = name.to_owned();
        let started = spawn(name, move || {
            let since = Instant::now();
            let result = catch(|| work(&given));
            tell(&called, since.elapsed());
            // Nobody listens where a newer run has begun.
            if sender.send(result).is_ok() {
                wake();
            }
        });
        if let Err(sentence) = started {
            drop(spare.send(Err(Failure::Panicked(sentence))));
        }
        self.run = Some(Run { token, result });
    }

    /// The result of a run that has ended since the last call; never blocks. A failure leaves the last result in place.
    pub fn poll(&mut self) -> Option<Result<&T, Failure>> {
        let result = self.run.as_ref()?.result.try_recv().ok()?;
        self.run = None;
        Some(match result {
            Ok(value) => {
                if let Some(old) = self.latest.take() {
                    let_go(old);
                }
                Ok(self.latest.insert(value))
            }
            Err(failure) => Err(failure),
        })
    }

    /// The result of the last run that ended well.
    pub fn latest(&self) -> Option<&T> {
        self.latest.as_ref()
    }

    /// Takes that result out.
    pub fn take(&mut self) -> Option<T> {
        self.latest.take()
    }

    /// True from [`Slot::start`] until [`Slot::poll`] gave the result.
    pub fn is_running(&self) -> bool {
        self.run.is_some()
    }

    /// Tells the run that its result is no longer wanted, and drops it.
    pub fn stop(&mut self) {
        if let Some(run) = self.run.take() {
            run.token.stop();
            // it may have ended already, and nobody looked
            if let Ok(result) = run.result.try_recv() {
                let_go(result);
            }
        }
    }
}

fn tell(name: &str, took: Duration) {
    let level = if took > LONG {
        log::Level::Info
    } else {
        log::Level::Debug
    };
    log::log!(level, "{name}: {} ms", took.as_millis());
}

impl<T> Drop for Slot<T> {
    fn drop(&mut self) {
        if let Some(run) = &self.run {
            run.token.stop();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::{Failure, Slot};

    #[test]
    fn the_newest_run_wins_and_the_last_result_stays() {
        let mut slot: Slot<u32> = Slot::new();
        let (go, wait) = channel::<()>();
        let (woken, wake) = channel();
        slot.start(
            "old",
            || {},
            move |token| {
                wait.recv().unwrap();
                assert!(token.stale());
                1
            },
        );
        assert!(slot.poll().is_none() && slot.is_running());
        let sender = woken.clone();
        slot.start("new", move || sender.send(()).unwrap(), |_| 2);
        go.send(()).unwrap();
        wake.recv().unwrap();
        assert_eq!(slot.poll(), Some(Ok(&2)));
        assert!(slot.poll().is_none() && !slot.is_running());
        slot.start("bad", move || woken.send(()).unwrap(), |_| panic!("bad"));
        wake.recv().unwrap();
        assert_eq!(slot.poll(), Some(Err(Failure::Panicked("bad".to_owned()))));
        assert_eq!(slot.latest(), Some(&2));
    }
}
