//! What the model sees at one token, hashed into rows of weights.

use super::super::run::View;
use super::marks::{Mark, Marks};
use super::model::ROWS;

/// Adds the features of token `at`.
pub(super) fn of(view: &View<'_, '_>, marks: &Marks, at: usize, out: &mut Vec<u32>) {
    let here = marks.at(at);
    let before = at.checked_sub(1).map(|at| marks.at(at)).unwrap_or_default();
    let before2 = at.checked_sub(2).map(|at| marks.at(at)).unwrap_or_default();
    let next = marks.at(at + 1);
    let next2 = marks.at(at + 2);
    let glued = u32::from(view.scan.tokens.get(at).is_some_and(|token| !token.space_before));
    let opens = u32::from(here.opens);
    let capital = |mark: &Mark| u32::from(mark.capital);
    let list = |mark: &Mark| mark.lists & !1;
    let pairs = [
        (here.word, 0),
        (before.word, 0),
        (next.word, 0),
        (before2.word, 0),
        (next2.word, 0),
        (before.word, here.word),
        (here.word, next.word),
        (here.shape, opens),
        (before.shape, here.shape),
        (here.shape, next.shape),
        (here.tails[0], here.shape),
        (here.tails[1], here.shape),
        (here.head, here.shape),
        (list(&here), here.shape),
        (list(&before), capital(&here)),
        (list(&next), capital(&here)),
        (list(&here), list(&next)),
        (list(&before), list(&here)),
        (here.rule, 0),
        (here.rule & 15, here.word),
        (here.rule & 15, before.word),
        (here.rule & 15, next.word),
        (here.rule & 15, list(&here)),
        (before.rule, here.rule & 15),
        (here.rule & 15, next.rule),
        (here.rule & 15, here.shape.wrapping_add(opens)),
        (here.article, here.rule & 15),
        (here.article, here.shape),
        (before.article, here.shape),
        (next.article, here.shape),
        (before.tails[1], here.shape),
        (next.tails[1], here.shape),
        (list(&here), (here.lists & 1) + 2 * opens + 4 * glued),
        (before2.word, before.word),
        (next.word, next2.word),
        (list(&before2), list(&before)),
        (list(&next), list(&next2)),
        (glued, here.rule & 15),
    ];
    for (template, (a, b)) in pairs.into_iter().enumerate() {
        out.push(mix(template as u32, a, b));
    }
}

/// One row for a template and two facts (the finish of MurmurHash3).
fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = template
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add(a)
        .wrapping_mul(0xcc9e_2d51)
        .rotate_left(15)
        .wrapping_add(b)
        .wrapping_mul(0x1b87_3593);
    hash ^= hash >> 16;
    hash = hash.wrapping_mul(0x85eb_ca6b);
    hash ^= hash >> 13;
    hash = hash.wrapping_mul(0xc2b2_ae35);
    hash ^= hash >> 16;
    hash % ROWS as u32
}
