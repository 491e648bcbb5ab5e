//! What is kept of one run of conclusions for the next.

use crate::article::BoilerplateKind;
use crate::base::Span;
use crate::link::{CopyArticle, CopyFinder, Sources};
use crate::show::Linked;
use crate::store::Store;

/// What is kept of one run for the next: only what follows from a text alone, so that a run with it gives the same as one
/// without.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    copies: CopyFinder,
}

impl Kept {
    /// Which articles are one source.
    pub(super) fn sources(&mut self, store: &Store, linked: &Linked<'_>) -> Sources {
        let credits = |kind: BoilerplateKind| matches!(kind, BoilerplateKind::Credit | BoilerplateKind::Copyright);
        let outside: Vec<Vec<Span>> = linked
            .articles
            .iter()
            .map(|article| {
                let parts = article.reading.article.boilerplate.iter();
                // credits name the agency
                let parts = parts.filter(|part| !credits(part.kind));
                parts.map(|part| part.span).collect()
            })
            .collect();
        let articles: Vec<CopyArticle<'_>> = linked
            .articles
            .iter()
            .zip(&outside)
            .map(|(article, boilerplate)| CopyArticle {
                number: article.id.0.unsigned_abs(),
                text: article.text(),
                boilerplate,
                publisher: article.publisher(),
                published: article.published(),
            })
            .collect();
        self.copies.sources(&articles, &store.copies_told())
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;
    use crate::app::{conclude, conclude_again};
    use crate::show::testing::store;

    const NIGHT: &str = "The night ferry left the pier at ten and never reached the lamp on the mole. Fishermen rowed out \
        with nets and ropes. Schools in the town stay closed until Monday, and the flag on the town hall hangs at half mast.";

    /// Articles of some days, some of them copies: outlet, day and marked text.
    fn articles() -> Vec<(String, String, String)> {
        (0..12)
            .map(|number: usize| {
                let value = 20 + number % 3;
                let claim =
                    format!("{{killed total @police|{value} people}} died off the harbour of Estrava, police said.");
                let own = format!("Word {number} of ours stands here. ").repeat(number % 4);
                let day = format!("2031-05-{:02}", 4 + number % 5);
                (format!("Outlet {number}"), day, format!("{claim} {NIGHT} {own}"))
            })
            .collect()
    }

    #[test]
    fn runs_over_portions_in_any_order_end_as_one_run() {
        let all = articles();
        for turn in 1..6 {
            let order: Vec<usize> = (0..all.len())
                .map(|at| (at * [1, 5, 7, 11, 1][turn - 1] + turn) % all.len())
                .collect();
            let rows: Vec<(&str, &str, &str)> = order
                .iter()
                .map(|at| (all[*at].0.as_str(), all[*at].1.as_str(), all[*at].2.as_str()))
                .collect();
            let mut kept = Kept::default();
            for end in [turn, 3 * turn - 1, 4, rows.len()] {
                let store = store(rows.get(..end).unwrap_or(&rows));
                let again = conclude_again(&store, &mut kept);
                assert_eq!(again.conclusions, conclude(&store).conclusions);
            }
            let ended = conclude_again(&store(&rows), &mut kept);
            assert!(!ended.conclusions.checks.sources.is_empty());
        }
    }
}
