//! Two pieces of work at a time.

use std::thread::{Builder, scope};

/// Does one piece on a thread beside this one and the other here. The first is `None` where the system gives no thread or
/// where it went wrong: then it is done here, goes wrong here as well, and is told by the job.
pub fn both<A: Send, B>(beside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (Option<A>, B) {
    scope(|scope| {
        let beside = Builder::new().name("beside".to_owned()).spawn_scoped(scope, beside);
        let here = here();
        (beside.ok().and_then(|thread| thread.join().ok()), here)
    })
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn both_pieces_are_done_and_one_that_goes_wrong_leaves_the_other() {
        let text = "seven".to_owned();
        assert_eq!(
            both(|| text.len(), || text.to_uppercase()),
            (Some(5), "SEVEN".to_owned())
        );
        let (wrong, right) = both(|| assert!(text.is_empty(), "not empty"), || 1);
        assert_eq!((wrong, right), (None, 1));
    }
}
