//! Finds the blocks of a page that an extracted main text came from.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// Runs of so many words are compared.
const GRAM_WORDS: usize = 4;

/// A block is the article's where this share of its runs is.
const MIN_SHARE: f64 = 0.5;

/// Which blocks the extracted text came from.
pub(super) struct Aligned {
    /// One for every block of the page.
    pub(super) is_article: Vec<bool>,
    /// How much of the extracted text was found again, 0 to 1.
    pub(super) found_share: f64,
}

/// Aligns blocks of a page with the blocks of the extracted text. What stands twice on the page is taken where it
/// stands next to the longest block of the article.
pub(super) fn align<'t>(page: &[&'t str], wanted: &[&'t str]) -> Aligned {
    let page: Vec<Vec<u64>> = page.iter().map(|block| words(block)).collect();
    let wanted: Vec<Vec<u64>> = wanted.iter().map(|block| words(block)).collect();
    let mut left = Left::new(&wanted);
    let total = left.num_grams;
    let anchor = anchor(&page, &left);
    let mut is_article = vec![false; page.len()];
    for at in outward(anchor, page.len()) {
        if let (Some(block), Some(mine)) = (page.get(at), is_article.get_mut(at)) {
            *mine = left.take(block);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a share of far fewer runs than 2^52")]
    let found_share = if total == 0 {
        1.0
    } else {
        (total - left.num_grams) as f64 / total as f64
    };
    Aligned {
        is_article,
        found_share,
    }
}

fn words(block: &str) -> Vec<u64> {
    let words = block
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(|word| hash(&word.to_lowercase())).collect()
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The longest block that the extracted text has.
fn anchor(page: &[Vec<u64>], left: &Left) -> usize {
    let mine = page.iter().enumerate().filter(|(_, block)| left.holds(block));
    mine.max_by_key(|(at, block)| (block.len(), usize::MAX - at))
        .map_or(0, |(at, _)| at)
}

/// The numbers below `len`, nearest to `anchor` first.
fn outward(anchor: usize, len: usize) -> impl Iterator<Item = usize> {
    (0..=len)
        .flat_map(move |far| [Some(anchor + far), anchor.checked_sub(far).filter(|_| far > 0)])
        .flatten()
        .filter(move |at| *at < len)
}

/// What of the extracted text is not yet found.
struct Left {
    /// Runs of words over the whole text, with how often they occur.
    grams: HashMap<u64, usize>,
    num_grams: usize,
    /// Blocks too short for a run.
    shorts: HashMap<u64, usize>,
}

impl Left {
    fn new(wanted: &[Vec<u64>]) -> Self {
        let mut grams: HashMap<u64, usize> = HashMap::new();
        let mut shorts: HashMap<u64, usize> = HashMap::new();
        let all: Vec<u64> = wanted.concat();
        for gram in all.windows(GRAM_WORDS) {
            *grams.entry(hash(gram)).or_default() += 1;
        }
        for short in wanted.iter().filter(|block| block.len() < GRAM_WORDS) {
            *shorts.entry(hash(short)).or_default() += 1;
        }
        let num_grams = all.len().saturating_sub(GRAM_WORDS - 1);
        Self {
            grams,
            num_grams,
            shorts,
        }
    }

    /// True where the block is one of the text's.
    fn holds(&self, block: &[u64]) -> bool {
        if block.len() < GRAM_WORDS {
            return !block.is_empty() && self.shorts.get(&hash(block)).is_some_and(|times| *times > 0);
        }
        let all = block.windows(GRAM_WORDS).len();
        let mine = block
            .windows(GRAM_WORDS)
            .filter(|gram| self.grams.get(&hash(gram)).is_some_and(|times| *times > 0));
        #[expect(clippy::cast_precision_loss, reason = "a share of far fewer runs than 2^52")]
        let share = mine.count() as f64 / all as f64;
        share >= MIN_SHARE
    }

    /// Takes the block out of what is left, if it is one of the text's.
    fn take(&mut self, block: &[u64]) -> bool {
        let holds = self.holds(block);
        if holds && block.len() < GRAM_WORDS {
            if let Some(times) = self.shorts.get_mut(&hash(block)) {
                *times -= 1;
            }
        } else if holds {
            for gram in block.windows(GRAM_WORDS) {
                if let Some(times) = self.grams.get_mut(&hash(gram)).filter(|times| **times > 0) {
                    *times -= 1;
                    self.num_grams -= 1;
                }
            }
        }
        holds
    }
}

#[cfg(test)]
mod tests {
    use super::{align, outward};

    #[test]
    fn repeated_words_are_taken_beside_the_article() {
        let lead = "Twelve people were held in the capital on Monday, police said.";
        let rest = "The minister said later that they had been let go, and that nobody else was sought by the police.";
        let page = [
            "Home",
            lead,
            "Held",
            "Toll rises",
            lead,
            "Held",
            rest,
            "Twelve people died elsewhere in the country",
        ];
        let aligned = align(&page, &[lead, "Held", rest]);
        assert_eq!(
            aligned.is_article,
            [false, false, false, false, true, true, true, false]
        );
        assert!(aligned.found_share > 0.7);
        assert!(align(&["Nothing of it is on this page at all"], &[lead]).found_share < 0.1);
        assert!(align(&[], &[]).is_article.is_empty());
    }

    #[test]
    fn outward_visits_every_number_once() {
        let mut seen: Vec<usize> = outward(2, 5).collect();
        assert_eq!(seen.first(), Some(&2));
        seen.sort_unstable();
        assert_eq!(seen, [0, 1, 2, 3, 4]);
        assert_eq!(outward(0, 0).count(), 0);
    }
}
