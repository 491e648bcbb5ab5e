//! Documents whose readers are other people's are read by a child process of this same program: a reader that hangs, fills the
//! memory or breaks off takes the child with it and nothing else.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;

use super::save::{article_json, article_of_json};
use crate::article::{self, Article, Limits, Part, Unpacked};
use crate::jobs::Token;

/// The command by which this program reads one document from its standard input.
pub const APART_COMMAND: &str = "read-apart";

/// The command by which this program takes one document apart.
const UNPACK_COMMAND: &str = "unpack-apart";

/// The longest that a child may work on one document, in seconds of a processor.
#[cfg(unix)]
const MAX_CPU_SECONDS: u64 = 60;

/// The most memory that a child may ask for, in bytes. Addresses are counted, of which a program takes more than it fills.
#[cfg(unix)]
const MAX_MEMORY_BYTES: u64 = 4 << 30;

/// The longest answer that is taken from a child, in bytes.
const MAX_ANSWER_BYTES: u64 = 512 << 20;

/// This program's file, where documents are to be read apart.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// From now on documents are read by children of `program`, which has to be this very program. Without it they are read
/// in this process, as tests do.
pub fn read_documents_by(program: PathBuf) {
    drop(PROGRAM.set(program));
}

/// Reads one article's bytes, apart where its reader may break.
///
/// # Errors
/// A sentence for the analyst where the child broke off, or was stopped.
pub fn read_article(bytes: &[u8], name: &str, token: &Token) -> Result<Article, String> {
    match PROGRAM.get().filter(|_| article::is_read_apart(bytes)) {
        Some(program) => by_child(Command::new(program).arg(APART_COMMAND).arg(name), bytes, token),
        None => Ok(article::read(bytes, name)),
    }
}

/// Takes a file apart, as [`article::unpack`] does; a document that may hold many articles is looked into by a child. One that
/// breaks its reader is handed on as it is: it is told when it is read.
pub(super) fn unpack(bytes: Vec<u8>, token: &Token) -> Unpacked {
    let Some(program) = PROGRAM.get().filter(|_| article::is_unpacked_apart(&bytes)) else {
        return article::unpack(bytes, Limits::default(), token);
    };
    let answer = answer_of(Command::new(program).arg(UNPACK_COMMAND), &bytes, token);
    let parts = answer.ok().and_then(|answer| parts_of_json(&answer));
    let whole = |parts: Option<Parts>| parts.filter(|parts| !parts.is_empty());
    let Some(parts) = whole(parts) else {
        let path = String::new();
        return Unpacked {
            parts: vec![Part { path, bytes }],
            ..Unpacked::default()
        };
    };
    let part = |(path, text): (String, String)| Part {
        path,
        bytes: text.into_bytes(),
    };
    Unpacked {
        parts: parts.into_iter().map(part).collect(),
        ..Unpacked::default()
    }
}

/// Paths and texts of the articles in a document.
type Parts = Vec<(String, String)>;

fn parts_of_json(json: &str) -> Option<Parts> {
    serde_json::from_str(json).ok()
}

/// What the child does: takes the document on `input` apart, and gives its articles, nothing where it is one itself.
///
/// # Errors
/// Where the input cannot be read.
pub fn unpack_apart(input: &mut dyn std::io::Read) -> std::io::Result<String> {
    limit_this_process();
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let unpacked = article::unpack(bytes, Limits::default(), &Token::new());
    let inside = unpacked.parts.into_iter().filter(|part| !part.path.is_empty());
    let texts: Option<Parts> = inside
        .map(|part| Some((part.path, String::from_utf8(part.bytes).ok()?)))
        .collect();
    Ok(serde_json::to_string(&texts.unwrap_or_default())?)
}

/// What the child does: reads the document on `input` and gives what it holds, within the limits of this process.
///
/// # Errors
/// Where the input cannot be read.
pub fn answer_apart(input: &mut dyn std::io::Read, name: &str) -> std::io::Result<String> {
    limit_this_process();
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(article_json(&article::read(&bytes, name)))
}

#[cfg(unix)]
fn limit_this_process() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |most: u64| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    // where the system gives less already, that holds
    setrlimit(Resource::Cpu, limit(MAX_CPU_SECONDS)).ok();
    setrlimit(Resource::As, limit(MAX_MEMORY_BYTES)).ok();
    setrlimit(Resource::Core, limit(0)).ok();
}

#[cfg(not(unix))]
fn limit_this_process() {}

fn by_child(command: &mut Command, bytes: &[u8], token: &Token) -> Result<Article, String> {
    let answer = answer_of(command, bytes, token)?;
    article_of_json(&answer).ok_or_else(|| failed(NO_ANSWER))
}

const NO_ANSWER: &str = "its reader gave no answer";

/// What the child answers.
fn answer_of(command: &mut Command, bytes: &[u8], token: &Token) -> Result<String, String> {
    let started = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = started.map_err(|error| format!("The reader of this format could not be started ({error})."))?;
    let answer = talk(&mut child, bytes, token);
    // a child that is no longer listened to ends here, whatever it does
    drop(child.kill());
    let status = child.wait().map_err(|error| failed(&error.to_string()))?;
    if token.stale() {
        return Err("It was stopped before it was read.".to_owned());
    }
    match answer {
        Some(answer) if !answer.is_empty() => Ok(answer),
        _ => Err(failed(&ended(status))),
    }
}

fn failed(why: &str) -> String {
    format!(
        "The document could not be read: {why}. Nothing else was affected. Save it in another format, as text or HTML, and \
         open that."
    )
}

/// Hands the child the bytes and takes its answer; `None` where it could not be had.
fn talk(child: &mut Child, bytes: &[u8], token: &Token) -> Option<String> {
    let mut input = child.stdin.take()?;
    // the child reads all before it answers, so that this cannot wait for a reader that waits for it
    for piece in bytes.chunks(1 << 20) {
        if token.stale() || input.write_all(piece).is_err() {
            return None;
        }
    }
    drop(input);
    let mut output = child.stdout.take()?;
    let mut answer = Vec::new();
    let mut piece = vec![0; 1 << 16];
    while wait(&output, token) {
        match output.read(&mut piece) {
            Ok(0) => return String::from_utf8(answer).ok(),
            Ok(count) => answer.extend(piece.iter().take(count)),
            Err(_) => return None,
        }
        if answer.len() as u64 > MAX_ANSWER_BYTES {
            return None;
        }
    }
    None
}

/// Waits until the child says something; false where nobody wants to hear it any more.
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

/// How the child ended, in words.
fn ended(status: ExitStatus) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt as _;
        // numbers of signals as POSIX has them on all our systems: SIGKILL follows the hard limit of CPU time
        const SIGKILL: i32 = 9;
        const SIGABRT: i32 = 6;
        const SIGXCPU: i32 = 24;
        match status.signal() {
            Some(SIGXCPU | SIGKILL) => return format!("its reader did not come to an end within {MAX_CPU_SECONDS} s"),
            Some(SIGABRT) => return "its reader needed more memory than it may have, or broke off".to_owned(),
            Some(_) => return "its reader broke off".to_owned(),
            None => {}
        }
    }
    match status.code() {
        Some(0) => NO_ANSWER.to_owned(),
        _ => "its reader broke off".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{article_of_json, by_child};
    use crate::article;
    use crate::jobs::Token;

    const TOLL: &str = "Toll rises\n\nSix people were killed, police said.";

    #[test]
    fn an_answer_is_the_article_as_read_here() {
        let answer = answer_in_words(TOLL);
        assert_eq!(
            article_of_json(&answer),
            Some(article::read(TOLL.as_bytes(), "toll.txt"))
        );
        assert_eq!(article_of_json("{}"), None);
        assert_eq!(article_of_json("no answer"), None);
    }

    fn answer_in_words(text: &str) -> String {
        // the limits are for a child and would hold for all tests
        crate::disk::save::article_json(&article::read(text.as_bytes(), "toll.txt"))
    }

    #[cfg(unix)]
    #[test]
    fn whatever_the_child_does_becomes_an_article_or_a_sentence() {
        let shell = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            by_child(&mut command, TOLL.as_bytes(), &Token::new())
        };
        let answer = answer_in_words(TOLL);
        let told = shell(&format!("cat >/dev/null; cat <<'END'\n{answer}\nEND"));
        assert_eq!(told.map(|article| article.text.to_string()), Ok(TOLL.to_owned()));
        for (script, words) in [
            ("cat >/dev/null", "gave no answer"),
            ("exit 3", "broke off"),
            ("cat >/dev/null; kill -ABRT $$", "more memory"),
            ("cat >/dev/null; kill -XCPU $$", "within 60 s"),
            ("cat >/dev/null; kill -SEGV $$", "broke off"),
            ("cat >/dev/null; echo '{\"text\":7}'", "gave no answer"),
        ] {
            let why = shell(script).unwrap_err();
            assert!(why.contains(words) && why.ends_with('.'), "{script}: {why}");
        }
        let missing = by_child(&mut Command::new("/nowhere/reader"), b"", &Token::new());
        assert!(missing.unwrap_err().contains("could not be started"));
    }

    #[cfg(unix)]
    #[test]
    fn a_stop_does_not_wait_for_the_child() {
        let token = Token::new();
        token.stop();
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600"]);
        let why = by_child(&mut command, TOLL.as_bytes(), &token).unwrap_err();
        assert!(why.contains("stopped"), "{why}");
    }
}
