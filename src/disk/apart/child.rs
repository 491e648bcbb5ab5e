//! What a reader does, a child of this program: answers one question after another until nobody asks any more.

use std::io::{self, Read, Write};

use super::frame::{self, Sort};
use super::rows::RowsSaid;
use super::{Ask, LeftOutSaid, Wanted};
use crate::article::{self, Dataset, Inside, Limits, Unpacked};
use crate::disk::save::article_json;
use crate::jobs::Token;

/// The longest that a reader may work on a short document, in seconds of a processor; long ones get a second more for
/// each megabyte.
#[cfg(unix)]
pub(super) const CPU_SECONDS: u64 = 60;

/// The most memory that a child may ask for, in bytes. Addresses are counted, of which a program takes more than it fills.
#[cfg(unix)]
const MAX_MEMORY_BYTES: u64 = 4 << 30;

/// Answers what is asked on `input`, within the limits of this process, until it ends.
///
/// # Errors
/// Where what is asked cannot be read, or the answer not written.
pub fn answer_apart(input: &mut dyn Read, out: &mut dyn Write) -> io::Result<()> {
    limit_memory();
    serve(input, out, limit_time)
}

/// The same without limits of its own: `begin` is told how many bytes each document has before it is read.
pub(super) fn serve(input: &mut dyn Read, out: &mut dyn Write, begin: fn(usize)) -> io::Result<()> {
    while let Some(asked) = frame::read(input, u64::MAX)? {
        let file = frame::read(input, u64::MAX)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let ask: Ask = serde_json::from_slice(&asked.bytes)?;
        begin(file.bytes.len());
        answer(&ask, file.bytes, out)?;
        frame::write(out, Sort::End, b"")?;
        out.flush()?;
    }
    Ok(())
}

fn answer(ask: &Ask, bytes: Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
    match ask.wanted {
        Wanted::Article => frame::write(
            out,
            Sort::Article,
            article_json(&article::read(&bytes, &ask.name)).as_bytes(),
        ),
        Wanted::Rows => match Dataset::read(&bytes) {
            Some(rows) => frame::write(out, Sort::Rows, &serde_json::to_vec(&RowsSaid::from(rows))?),
            None => Ok(()),
        },
        Wanted::Parts => parts(ask, bytes, Inside::LookedInto, out),
        Wanted::WholeParts => parts(ask, bytes, Inside::Whole, out),
    }
}

fn parts(ask: &Ask, bytes: Vec<u8>, inside: Inside, out: &mut dyn Write) -> io::Result<()> {
    let Unpacked {
        parts,
        left_out,
        passed_over,
    } = article::unpack_file(bytes, &ask.name, (Limits::default(), inside), &Token::new());
    for one in left_out {
        let said = LeftOutSaid {
            path: one.path,
            sentence: one.sentence,
        };
        frame::write(out, Sort::LeftOut, &serde_json::to_vec(&said)?)?;
    }
    for part in parts {
        frame::write(out, Sort::Bytes, &part.bytes)?;
        frame::write(out, Sort::Path, part.path.as_bytes())?;
        // a file that is one article is read at once: it need not be handed over a second time; a long text may be rows
        // of data, which whoever asks looks for first
        let may_be_data = || article::is_plain(&part.bytes) || article::is_data(&part.bytes);
        let article = match part.article {
            None if part.path.is_empty() && !may_be_data() => Some(article::read(&part.bytes, &ask.name).into()),
            read => read,
        };
        if let Some(article) = article {
            frame::write(out, Sort::Article, article_json(&article).as_bytes())?;
        }
    }
    frame::write(out, Sort::PassedOver, passed_over.to_string().as_bytes())
}

#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |most: u64| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    // where the system gives less already, that holds
    setrlimit(Resource::As, limit(MAX_MEMORY_BYTES)).ok();
    setrlimit(Resource::Core, limit(0)).ok();
}

/// The time for one document begins when it is there: a reader lives through many.
#[cfg(unix)]
fn limit_time(length: usize) {
    use rustix::process::{Resource, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let mut limit = getrlimit(Resource::Cpu);
    limit.current = Some(used + 1 + CPU_SECONDS + (length as u64 >> 20));
    setrlimit(Resource::Cpu, limit).ok();
}

#[cfg(not(unix))]
fn limit_memory() {}

#[cfg(not(unix))]
fn limit_time(_length: usize) {}
