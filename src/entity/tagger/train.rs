//! Learns the weights (averaged structured perceptron, Collins 2002), several times in other orders, and takes the mean.

use super::decode::Points;
use super::lessons::{Lesson, Row, learn_from};
use super::model::{ROWS, forbid};
use super::{EntityKind, LABELS, OUTSIDE, decode, kind_of};

/// How the texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As they are.
    Capitals,
    /// Without capitals: the same texts, made small.
    Lower,
}

/// Passes over the texts.
const PASSES: usize = 5;
/// Orders in which the texts are learnt; the weights are the mean.
const ORDERS: u64 = 4;
/// Every so many-th text is kept out, to see what was learnt.
const HELD: usize = 12;
/// Rows seen less often are left out.
const SEEN: u8 = 2;

type Rows = Vec<Points<f32>>;
type After = [Points<f32>; LABELS];

struct Learner {
    weights: Rows,
    sums: Rows,
    after: After,
    after_sums: After,
    steps: f32,
}

/// Learns from JSON lines of `{text, spans: [[start, end, label]]}`; gives the weights' bytes and a report.
///
/// # Errors
/// A sentence where a line is not JSON of that form.
pub fn names(silver: &str, case: Case) -> Result<(Vec<u8>, String), String> {
    let (mut lessons, mut held) = (Vec::new(), Vec::new());
    for (index, line) in silver.lines().enumerate() {
        let row = Row::read(line).map_err(|error| format!("line {}: {error}", index + 1))?;
        let out = if index % HELD == 0 { &mut held } else { &mut lessons };
        learn_from(&row, case, out);
    }
    drop_rare(&mut lessons);
    let mut rows = vec![[0.0; LABELS]; ROWS + 1];
    let mut after = [[0.0; LABELS]; LABELS];
    for order in 0..ORDERS {
        let learner = taught(&lessons, order);
        add(&mut rows, &learner.weights, &learner.sums, learner.steps);
        add(&mut after, &learner.after, &learner.after_sums, learner.steps);
    }
    let mut report = format!(
        "{} lessons; F1 on texts kept out {:.3}",
        lessons.len(),
        score(&held, &rows, &after)
    );
    let bytes = bytes(&rows, &after, &mut report);
    Ok((bytes, report))
}

/// Rows met but once teach nothing that holds elsewhere: they are made the one row that is never learnt.
fn drop_rare(lessons: &mut [Lesson]) {
    let mut seen = vec![0_u8; ROWS + 1];
    for feature in lessons.iter().flat_map(|lesson| &lesson.features) {
        let count = &mut seen[*feature as usize];
        *count = count.saturating_add(1);
    }
    for feature in lessons.iter_mut().flat_map(|lesson| &mut lesson.features) {
        if seen[*feature as usize] < SEEN {
            *feature = ROWS as u32;
        }
    }
}

fn taught(lessons: &[Lesson], seed: u64) -> Learner {
    let mut learner = Learner::new();
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    // Knuth's generator: the same order on every machine
    let mut random = 7 + seed;
    for _ in 0..PASSES {
        for at in (1..order.len()).rev() {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (random >> 33) as usize % (at + 1));
        }
        for at in &order {
            learner.learn(&lessons[*at]);
        }
    }
    learner
}

/// Adds the averaged weights of one order.
fn add(out: &mut [Points<f32>], weights: &[Points<f32>], sums: &[Points<f32>], steps: f32) {
    for ((out, weights), sums) in out.iter_mut().zip(weights).zip(sums) {
        for ((out, weight), sum) in out.iter_mut().zip(weights).zip(sums) {
            *out += (weight - sum / steps) / ORDERS as f32;
        }
    }
}

impl Learner {
    fn new() -> Self {
        Self {
            weights: vec![[0.0; LABELS]; ROWS + 1],
            sums: vec![[0.0; LABELS]; ROWS + 1],
            after: [[0.0; LABELS]; LABELS],
            after_sums: [[0.0; LABELS]; LABELS],
            steps: 1.0,
        }
    }

    /// One step: what was wrongly labelled loses, what is right wins.
    fn learn(&mut self, lesson: &Lesson) {
        let guess = labels(lesson, &self.weights, &self.after);
        let each = lesson.features.len() / lesson.labels.len().max(1);
        let (mut before, mut before_guess) = (OUTSIDE, OUTSIDE);
        for ((right, guess), features) in lesson
            .labels
            .iter()
            .zip(&guess)
            .zip(lesson.features.chunks(each.max(1)))
        {
            if right != guess {
                for row in features.iter().map(|row| *row as usize).filter(|row| *row < ROWS) {
                    step(
                        &mut self.weights[row],
                        &mut self.sums[row],
                        (*right, *guess),
                        self.steps,
                    );
                }
            }
            if (before, right) != (before_guess, guess) {
                self.after[before][*right] += 1.0;
                self.after[before_guess][*guess] -= 1.0;
                self.after_sums[before][*right] += self.steps;
                self.after_sums[before_guess][*guess] -= self.steps;
            }
            (before, before_guess) = (*right, *guess);
        }
        self.steps += 1.0;
    }
}

fn step(weights: &mut Points<f32>, sums: &mut Points<f32>, (right, guess): (usize, usize), steps: f32) {
    weights[right] += 1.0;
    weights[guess] -= 1.0;
    sums[right] += steps;
    sums[guess] -= steps;
}

/// The best labels by the weights so far.
fn labels(lesson: &Lesson, rows: &[Points<f32>], after: &After) -> Vec<usize> {
    let each = lesson.features.len() / lesson.labels.len().max(1);
    let points: Vec<Points<f32>> = lesson
        .features
        .chunks(each.max(1))
        .map(|features| {
            let mut sum = [0.0; LABELS];
            for row in features {
                for (point, weight) in sum.iter_mut().zip(&rows[*row as usize]) {
                    *point += weight;
                }
            }
            sum
        })
        .collect();
    let mut after = *after;
    for (before, row) in after.iter_mut().enumerate() {
        for (label, cell) in row.iter_mut().enumerate() {
            if !super::model::may_follow(before, label) {
                *cell = f32::MIN / 4.0;
            }
        }
    }
    decode::best(&points, &after)
}

/// Strict F1 of names against the labels of texts kept out.
fn score(held: &[Lesson], rows: &[Points<f32>], after: &After) -> f64 {
    let (mut right, mut found, mut gold) = (0, 0, 0);
    for lesson in held {
        let guess = spans(&labels(lesson, rows, after));
        let truth = spans(&lesson.labels);
        right += guess.iter().filter(|span| truth.contains(span)).count();
        found += guess.len();
        gold += truth.len();
    }
    2.0 * right as f64 / (found + gold).max(1) as f64
}

fn spans(labels: &[usize]) -> Vec<(usize, usize, EntityKind)> {
    let mut out: Vec<(usize, usize, EntityKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match kind_of(*label) {
            Some((kind, true)) => out.push((at, at + 1, kind)),
            Some((_, false)) => {
                if let Some(last) = out.last_mut() {
                    last.1 = at + 1;
                }
            }
            None => {}
        }
    }
    out
}

/// Quantised to a byte a weight, the largest two thousandth cut off; rows of nothing but zeros are skipped.
fn bytes(rows: &[Points<f32>], after: &After, report: &mut String) -> Vec<u8> {
    let mut sizes: Vec<f32> = rows
        .iter()
        .flatten()
        .map(|weight| weight.abs())
        .filter(|size| *size > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes
        .get(sizes.len() - (1 + sizes.len() / 2_000).min(sizes.len()))
        .copied()
        .unwrap_or(1.0);
    let scale = 127.0 / top.max(0.1);
    let mut cells = [[0; LABELS]; LABELS];
    for (cell, weight) in cells.iter_mut().flatten().zip(after.iter().flatten()) {
        *cell = (weight * scale).round() as i32;
    }
    let mut out = Vec::new();
    for cell in forbid(cells).iter().flatten() {
        out.extend((*cell).clamp(-30_000, 30_000).to_le_bytes().into_iter().take(2));
    }
    let (mut skipped, mut kept) = (0_u16, 0);
    for row in rows.iter().take(ROWS) {
        let small = row.map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8);
        if small.iter().all(|weight| *weight == 0) && skipped < u16::MAX {
            skipped += 1;
            continue;
        }
        out.extend(skipped.to_le_bytes());
        out.extend(small.map(|weight| weight as u8));
        (skipped, kept) = (0, kept + 1);
    }
    report.push_str(&format!("; {kept} rows, {} bytes", out.len()));
    out
}
