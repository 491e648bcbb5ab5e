//! The program's side of a reader: starts it, asks it, hears its answer or stops waiting for it.

use std::io::{self, BufReader, Read};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};

use super::frame::{self, Frame, Sort};
use super::{Ask, failed};
use crate::jobs::Token;

/// A reader that was handed so many bytes makes place for a new one: memory that it was given is never all given back.
const MAX_TOLD_BYTES: usize = 64 << 20;

/// A reader, waiting for a question.
pub(super) struct Worker {
    child: Child,
    /// `None` only while it ends.
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    told_bytes: usize,
}

impl Worker {
    /// Starts one.
    ///
    /// # Errors
    /// A sentence where the system starts none.
    pub(super) fn start(command: &mut Command) -> Result<Self, String> {
        let started = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let not_started = |why: &str| format!("The reader of this format could not be started ({why}).");
        let mut child = started.map_err(|error| not_started(&error.to_string()))?;
        let input = child.stdin.take();
        let output = child.stdout.take().ok_or_else(|| not_started("it has no output"))?;
        Ok(Self {
            child,
            input,
            output: BufReader::new(output),
            told_bytes: 0,
        })
    }

    /// True while it may be asked something more.
    pub(super) fn is_fresh(&self) -> bool {
        self.told_bytes < MAX_TOLD_BYTES
    }

    /// Asks for something in the bytes and hears the whole answer, of at most `room` bytes.
    ///
    /// # Errors
    /// A sentence for the analyst; the reader is of no use then.
    pub(super) fn ask(&mut self, ask: &Ask, bytes: &[u8], room: u64, token: &Token) -> Result<Vec<Frame>, String> {
        self.told_bytes = self.told_bytes.saturating_add(bytes.len());
        let heard = self.tell(ask, bytes, token).and_then(|()| self.hear(room, token));
        if token.stale() {
            return Err("It was stopped before it was read.".to_owned());
        }
        heard.map_err(|error| failed(&self.why(&error)))
    }

    fn tell(&mut self, ask: &Ask, bytes: &[u8], token: &Token) -> io::Result<()> {
        let input = self.input.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        frame::write(input, Sort::Ask, &serde_json::to_vec(ask)?)?;
        // the reader reads all before it answers, so that this cannot wait for one that waits for it
        let mut told = Told { input, token };
        frame::write(&mut told, Sort::Bytes, bytes)
    }

    fn hear(&mut self, mut room: u64, token: &Token) -> io::Result<Vec<Frame>> {
        let mut listener = Listener {
            output: &mut self.output,
            token,
        };
        let mut frames = Vec::new();
        loop {
            let frame = frame::read(&mut listener, room)?.ok_or(io::ErrorKind::UnexpectedEof)?;
            if frame.sort == Sort::End {
                return Ok(frames);
            }
            // an answer of nothing but frames ends too
            room = room.saturating_sub(frame.bytes.len() as u64 + 16);
            frames.push(frame);
        }
    }

    /// Ends the reader and says in words how it ended.
    fn why(&mut self, error: &io::Error) -> String {
        let is_broken = matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::BrokenPipe);
        drop(self.input.take());
        if !is_broken {
            return NO_ANSWER.to_owned();
        }
        // one whose output has ended is ending itself; whatever it does, it is not waited for
        drop(self.child.kill());
        match self.child.wait() {
            Ok(status) => ended(status),
            Err(error) => error.to_string(),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.input.take());
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

pub(super) const NO_ANSWER: &str = "its reader gave no answer that could be used";

/// Hands over bytes in pieces, and ends between them where nobody wants the answer any more.
struct Told<'a> {
    input: &'a mut ChildStdin,
    token: &'a Token,
}

impl io::Write for Told<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.token.stale() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.input.write(bytes.get(..1 << 20).unwrap_or(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.input.flush()
    }
}

/// Reads what the reader says, as long as somebody wants to hear it.
struct Listener<'a> {
    output: &'a mut BufReader<ChildStdout>,
    token: &'a Token,
}

impl Read for Listener<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        if self.output.buffer().is_empty() && !wait(self.output.get_ref(), self.token) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.output.read(bytes)
    }
}

/// Waits until the reader says something; false where nobody wants to hear it any more.
#[cfg(unix)]
fn wait(output: &impl std::os::fd::AsFd, token: &Token) -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let tenth = Timespec {
        tv_sec: 0,
        tv_nsec: 100_000_000,
    };
    while !token.stale() {
        let mut asked = [PollFd::new(output, PollFlags::IN)];
        // an interrupted wait is begun again
        if poll(&mut asked, Some(&tenth)).is_ok_and(|ready| ready > 0) {
            return true;
        }
    }
    false
}

#[cfg(not(unix))]
fn wait<O>(_output: &O, token: &Token) -> bool {
    !token.stale()
}

/// How the reader ended, in words.
fn ended(status: ExitStatus) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        // numbers of signals as POSIX has them on all our systems
        const SIGABRT: i32 = 6;
        const SIGKILL: i32 = 9;
        const SIGXCPU: i32 = 24;
        match status.signal() {
            Some(SIGXCPU) => {
                let seconds = super::child::CPU_SECONDS;
                return format!("its reader did not come to an end within {seconds} s, and a second for each MB");
            }
            Some(SIGABRT) => return "its reader needed more memory than it may have, or broke off".to_owned(),
            Some(SIGKILL) => return "the system ended its reader, as it does where memory runs out".to_owned(),
            Some(_) => return "its reader broke off".to_owned(),
            None => {}
        }
    }
    match status.code() {
        Some(0) => NO_ANSWER.to_owned(),
        _ => "its reader broke off".to_owned(),
    }
}
