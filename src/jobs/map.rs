//! The same work on many items, on several threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, scope};

use super::failure::{Failure, catch};
use super::token::Token;

/// Runs `work` on every item on up to `threads` threads and gives the results in the order of the items. A panic or a
/// stop costs the items that it meets and no others. `progress` hears, on any of the threads, how many are done.
pub fn map<I, R>(
    items: &[I],
    threads: usize,
    token: &Token,
    progress: impl Fn(usize) + Sync,
    work: impl Fn(&I) -> R + Sync,
) -> Vec<Result<R, Failure>>
where
    I: Sync,
    R: Send,
{
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<Result<R, Failure>>>> = items.iter().map(|_| Mutex::new(None)).collect();
    let run = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let (Some(item), Some(place)) = (items.get(index), results.get(index)) else {
                return;
            };
            if token.stale() {
                return;
            }
            let result = catch(|| work(item));
            if let Ok(mut place) = place.lock() {
                *place = Some(result);
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
    };
    let helpers = threads.min(items.len()).saturating_sub(1);
    scope(|scope| {
        for number in 1..=helpers {
            // Where the system gives no thread, the others do its share.
            drop(Builder::new().name(format!("map {number}")).spawn_scoped(scope, run));
        }
        run();
    });
    results
        .into_iter()
        .map(|place| place.into_inner().ok().flatten().unwrap_or(Err(Failure::Stopped)))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Failure, Token, map};

    #[test]
    fn results_keep_the_order_and_a_panic_costs_one_item() {
        let items: Vec<usize> = (0..200).collect();
        let heard = AtomicUsize::new(0);
        let results = map(
            &items,
            4,
            &Token::new(),
            |_| {
                heard.fetch_add(1, Ordering::Relaxed);
            },
            |item| {
                assert!(*item != 17, "no 17");
                item * 2
            },
        );
        assert_eq!(heard.load(Ordering::Relaxed), 200);
        for (index, result) in results.iter().enumerate() {
            match result {
                Ok(value) => assert_eq!(*value, index * 2),
                Err(failure) => assert_eq!((index, failure), (17, &Failure::Panicked("no 17".to_owned()))),
            }
        }
    }

    #[test]
    fn a_stop_keeps_what_was_done() {
        let token = Token::new();
        let items: Vec<usize> = (0..10).collect();
        let results = map(
            &items,
            1,
            &token,
            |_| {},
            |item| {
                if *item == 3 {
                    token.stop();
                }
                *item
            },
        );
        let done = results.iter().filter(|result| result.is_ok()).count();
        assert_eq!(done, 4);
        assert_eq!(results.get(4), Some(&Err(Failure::Stopped)));
        assert!(map(&[] as &[u8], 3, &token, |_| {}, |_| 1).is_empty());
    }
}
