//! Why a piece of work gave no result.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a piece of work gave no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It went wrong inside; the words are the panic's. A defect of the program.
    Panicked(String),
    /// It was stopped before its turn came.
    Stopped,
}

impl Failure {
    /// What happened, as a sentence for the analyst, without the file's name.
    pub fn sentence(&self) -> String {
        match self {
            Self::Panicked(words) => {
                format!(
                    "Something went wrong inside Tallyscope ({words}). Nothing else was affected; please report it."
                )
            }
            Self::Stopped => "It was stopped before it was done.".to_owned(),
        }
    }
}

/// Runs `work`; a panic in it becomes a [`Failure`]. What `work` was changing is not to be used after a failure.
///
/// # Errors
/// [`Failure::Panicked`] where `work` panicked.
pub fn catch<R>(work: impl FnOnce() -> R) -> Result<R, Failure> {
    CAUGHT.set(CAUGHT.get() + 1);
    let result = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(CAUGHT.get() - 1);
    result.map_err(|payload| Failure::Panicked(words(payload.as_ref())))
}

thread_local! {
    /// How many calls of [`catch`] this thread is in.
    static CAUGHT: Cell<usize> = const { Cell::new(0) };
}

/// True where a panic on this thread, now, would become a [`Failure`].
pub fn is_caught() -> bool {
    CAUGHT.get() > 0
}

/// Panics carry a text in all but strange cases.
fn words(payload: &(dyn Any + Send)) -> String {
    let fixed = payload.downcast_ref::<&str>().map(|words| (*words).to_owned());
    fixed
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no reason given".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Failure, catch, is_caught};

    #[test]
    fn a_panic_becomes_words() {
        assert_eq!(catch(|| 7), Ok(7));
        assert_eq!(
            catch(|| panic!("number {}", 3)),
            Err::<(), _>(Failure::Panicked("number 3".to_owned()))
        );
        assert_eq!(
            catch(|| panic!("fixed")),
            Err::<(), _>(Failure::Panicked("fixed".to_owned()))
        );
    }

    #[test]
    fn a_thread_knows_whether_it_is_caught() {
        assert!(!is_caught());
        assert_eq!(catch(|| (catch(is_caught), is_caught())), Ok((Ok(true), true)));
        catch(|| panic!("again")).unwrap_err();
        assert!(!is_caught());
    }
}
