//! Learns the weights from texts with names marked by a slower model (averaged structured perceptron, Collins 2002).

use std::ops::Range;

use serde::Deserialize;

use super::super::agree::Guess;
use super::super::run::View;
use super::super::split::Shape;
use super::super::{EntityKind, clue, find, lower};
use super::model::{ROWS, forbid};
use super::{LABELS, Marks, OUTSIDE, features, kind_of, label};
use crate::article;
use crate::base::Span;
use crate::token;

/// Passes over the texts.
const PASSES: usize = 6;
/// Every so many-th text is kept out, to see what was learnt.
const HELD: usize = 12;
/// Features seen less often are left out.
const SEEN: u8 = 2;

#[derive(Deserialize)]
struct Row {
    text: String,
    spans: Vec<(usize, usize, String)>,
}

/// One chunk of tokens with the labels that are right.
struct Lesson {
    features: Vec<u32>,
    labels: Vec<usize>,
}

struct Learner {
    weights: Vec<[f32; LABELS]>,
    sums: Vec<[f32; LABELS]>,
    after: [[f32; LABELS]; LABELS],
    after_sums: [[f32; LABELS]; LABELS],
    steps: f32,
}

/// Learns from JSON lines of `{text, spans: [[start, end, label]]}`; gives the weights' bytes and a report.
///
/// # Errors
/// A sentence where a line is not JSON of that form.
pub fn names(silver: &str, lower: bool) -> Result<(Vec<u8>, String), String> {
    let mut lessons = Vec::new();
    let mut held = Vec::new();
    for (index, line) in silver.lines().enumerate() {
        let row: Row = serde_json::from_str(line).map_err(|error| format!("line {}: {error}", index + 1))?;
        let out = if index % HELD == 0 { &mut held } else { &mut lessons };
        learn_from(&row, out, lower);
    }
    let kept = seen(&lessons);
    for lesson in lessons.iter_mut() {
        for feature in &mut lesson.features {
            if kept[*feature as usize] < SEEN {
                *feature = ROWS as u32;
            }
        }
    }
    let mut report = String::new();
    let seeds: u64 = std::env::var("SEEDS").map_or(1, |p| p.parse().unwrap());
    let mut rows = vec![[0.0; LABELS]; ROWS + 1];
    let mut after = [[0.0; LABELS]; LABELS];
    for seed in 0..seeds {
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = 7 + seed;
        let mut learner = Learner::new();
    let passes: usize = std::env::var("PASSES").map_or(PASSES, |p| p.parse().unwrap());
    let drop: u64 = std::env::var("DROP").map_or(0, |p| p.parse().unwrap());
    for pass in 0..passes {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (random >> 33) as usize % (at + 1));
        }
        let mut wrong = 0;
        for at in &order {
            let lesson = &lessons[*at];
            if drop == 0 {
                wrong += learner.learn(lesson);
                continue;
            }
            let mut noisy = Lesson { features: lesson.features.clone(), labels: lesson.labels.clone() };
            let per = noisy.features.len() / noisy.labels.len();
            for token in noisy.features.chunks_mut(per) {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if (random >> 40) % 100 < drop {
                    for t in LEXICAL {
                        token[*t] = ROWS as u32;
                    }
                }
            }
            wrong += learner.learn(&noisy);
        }
        report.push_str(&format!("pass {} wrong tokens {wrong}\n", pass + 1));
    }
        let (own, own_after) = learner.averaged();
        for (sum, weight) in rows.iter_mut().flatten().zip(own.iter().flatten()) {
            *sum += weight / seeds as f32;
        }
        for (sum, weight) in after.iter_mut().flatten().zip(own_after.iter().flatten()) {
            *sum += weight / seeds as f32;
        }
    }
    let f1 = score(&held, &rows, &after);
    report.push_str(&format!("held out F1 {f1:.3}\n"));
    Ok((bytes(&rows, &after, &mut report), report))
}

/// Templates that hold whole words.
const LEXICAL: &[usize] = &[0, 5, 6, 10, 11, 12, 19];

fn seen(lessons: &[Lesson]) -> Vec<u8> {
    let mut out = vec![0u8; ROWS + 1];
    for feature in lessons.iter().flat_map(|lesson| &lesson.features) {
        let count = &mut out[*feature as usize];
        *count = count.saturating_add(1);
    }
    out
}

fn kind(label: &str) -> Option<EntityKind> {
    match label {
        "PERSON" | "PER" => Some(EntityKind::Person),
        "ORG" => Some(EntityKind::Org),
        "GPE" | "LOC" | "FAC" => Some(EntityKind::Place),
        "NORP" => Some(EntityKind::Group),
        _ => None,
    }
}

fn learn_from(row: &Row, out: &mut Vec<Lesson>, lower: bool) {
    let article = article::read(row.text.as_bytes(), "silver.txt");
    if *article.text != *row.text {
        return;
    }
    let scan = token::scan(&article.text);
    let (view, guesses) = find::guesses(&article, &scan);
    if lower::is_lower(&view) {
        return;
    }
    let labels = mended(&view, row, &guesses);
    if lower {
        let small = row.text.to_lowercase();
        let article = article::read(small.as_bytes(), "silver.txt");
        let scan = token::scan(&article.text);
        if scan.tokens.len() == labels.len() {
            let (view, guesses) = find::guesses(&article, &scan);
            lessons(&view, &guesses, &labels, out);
        }
    } else {
        lessons(&view, &guesses, &labels, out);
    }
}

fn lessons(view: &View<'_, '_>, guesses: &[Guess], labels: &[usize], out: &mut Vec<Lesson>) {
    let marks = Marks::of(view, guesses);
    for chunk in marks.chunks.iter().cloned() {
        let mut lesson = Lesson {
            features: Vec::new(),
            labels: labels[chunk.clone()].to_vec(),
        };
        for at in chunk {
            features::of(view, &marks, at, &mut lesson.features);
        }
        // a chunk cut inside a name would teach what cannot be said
        if let Some(first) = lesson.labels.first_mut()
            && let Some((kind, false)) = kind_of(*first)
        {
            *first = label(kind, true);
        }
        out.push(lesson);
    }
}

/// The silver labels, mended by lists and strong rules.
fn mended(view: &View<'_, '_>, row: &Row, guesses: &[Guess]) -> Vec<usize> {
    let scan = view.scan;
    let bytes: Vec<usize> = scan.text.char_indices().map(|(at, _)| at).chain([scan.text.len()]).collect();
    let mut labels = vec![OUTSIDE; scan.tokens.len()];
    for (start, end, name) in &row.spans {
        let (Some(kind), Some(start), Some(end)) = (kind(name), bytes.get(*start), bytes.get(*end)) else {
            continue;
        };
        let mut tokens = scan.tokens_in(Span::new(*start, *end));
        while tokens.len() > 1 && matches!(view.word(tokens.start), "the" | "a" | "an") {
            tokens.start += 1;
        }
        if tokens.len() > 1 && matches!(scan.lower(tokens.end - 1), "'s" | "’s" | "'" | "’") {
            tokens.end -= 1;
        }
        let kind = guesses
            .iter()
            .find(|guess| guess.piece.tokens == tokens)
            .map_or(kind, |guess| mended_kind(kind, guess));
        write(&mut labels, tokens, kind);
    }
    for guess in guesses {
        let known = matches!(&guess.piece.shape, Shape::Listed(listed) if matches!(listed.kind, EntityKind::Place | EntityKind::Group));
        let free = guess.piece.tokens.clone().all(|at| labels[at] == OUTSIDE);
        let best = clue::best(guess.points);
        if free && (known && best.1 > 4.0 || best.1 >= env("AP", 99.0) && best.2 > env("AD", 2.0)) {
            write(&mut labels, guess.piece.tokens.clone(), clue::best(guess.points).0);
        }
    }
    labels
}

fn mended_kind(silver: EntityKind, guess: &Guess) -> EntityKind {
    let (kind, points, distance) = clue::best(guess.points);
    if points >= env("KP", 4.0) && distance >= env("KD", 3.5) { kind } else { silver }
}

fn write(labels: &mut [usize], tokens: Range<usize>, kind: EntityKind) {
    for at in tokens.clone() {
        if let Some(cell) = labels.get_mut(at) {
            *cell = label(kind, at == tokens.start);
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

    /// One step; how many tokens were wrong.
    fn learn(&mut self, lesson: &Lesson) -> usize {
        let guess = best(&lesson.features, lesson.labels.len(), &self.weights, &self.after);
        let wrong = guess.iter().zip(&lesson.labels).filter(|(a, b)| a != b).count();
        if wrong > 0 {
            let per = lesson.features.len() / lesson.labels.len();
            let (mut before, mut before_guess) = (OUTSIDE, OUTSIDE);
            for (at, (right, guess)) in lesson.labels.iter().zip(&guess).enumerate() {
                if right != guess {
                    for feature in &lesson.features[at * per..(at + 1) * per] {
                        let row = *feature as usize;
                        if row == ROWS {
                            continue;
                        }
                        self.weights[row][*right] += 1.0;
                        self.weights[row][*guess] -= 1.0;
                        self.sums[row][*right] += self.steps;
                        self.sums[row][*guess] -= self.steps;
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
        }
        self.steps += 1.0;
        wrong
    }

    fn averaged(&self) -> (Vec<[f32; LABELS]>, [[f32; LABELS]; LABELS]) {
        let mut rows = self.weights.clone();
        for (row, sums) in rows.iter_mut().zip(&self.sums) {
            for (weight, sum) in row.iter_mut().zip(sums) {
                *weight -= sum / self.steps;
            }
        }
        let mut after = self.after;
        for (weight, sum) in after.iter_mut().flatten().zip(self.after_sums.iter().flatten()) {
            *weight -= sum / self.steps;
        }
        (rows, after)
    }
}

fn allowed(before: usize, label: usize) -> bool {
    match kind_of(label) {
        Some((kind, false)) => kind_of(before).is_some_and(|(other, _)| other == kind),
        _ => true,
    }
}

fn best(features: &[u32], tokens: usize, rows: &[[f32; LABELS]], after: &[[f32; LABELS]; LABELS]) -> Vec<usize> {
    let per = features.len() / tokens;
    let mut back = Vec::with_capacity(tokens);
    let mut reach = [f32::MIN; LABELS];
    for at in 0..tokens {
        let mut own = [0.0; LABELS];
        for feature in &features[at * per..(at + 1) * per] {
            for (point, weight) in own.iter_mut().zip(&rows[*feature as usize]) {
                *point += weight;
            }
        }
        let mut next = [f32::MIN; LABELS];
        let mut from = [OUTSIDE; LABELS];
        for label in 0..LABELS {
            if at == 0 {
                if allowed(OUTSIDE, label) {
                    next[label] = own[label] + after[OUTSIDE][label];
                }
                continue;
            }
            for before in 0..LABELS {
                if reach[before] > f32::MIN && allowed(before, label) {
                    let sum = reach[before] + after[before][label] + own[label];
                    if sum > next[label] {
                        next[label] = sum;
                        from[label] = before;
                    }
                }
            }
        }
        back.push(from);
        reach = next;
    }
    let mut label = (0..LABELS).max_by(|a, b| reach[*a].total_cmp(&reach[*b])).unwrap_or(OUTSIDE);
    let mut out = vec![OUTSIDE; tokens];
    for at in (0..tokens).rev() {
        out[at] = label;
        label = back[at][label];
    }
    out
}

/// Strict F1 of names against the kept-out labels.
fn score(held: &[Lesson], rows: &[[f32; LABELS]], after: &[[f32; LABELS]; LABELS]) -> f64 {
    let (mut right, mut found, mut gold) = (0.0, 0.0, 0.0);
    for lesson in held {
        let guess = spans(&best(&lesson.features, lesson.labels.len(), rows, after));
        let truth = spans(&lesson.labels);
        right += guess.iter().filter(|span| truth.contains(span)).count() as f64;
        found += guess.len() as f64;
        gold += truth.len() as f64;
    }
    2.0 * right / (found + gold)
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

/// Quantised to a byte a weight; rows of nothing but zeros are skipped.
fn bytes(rows: &[[f32; LABELS]], after: &[[f32; LABELS]; LABELS], report: &mut String) -> Vec<u8> {
    let mut sizes: Vec<f32> = rows.iter().flatten().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0).max(0.1);
    let scale = 127.0 / top;
    let mut out = Vec::new();
    let mut cells = [[0; LABELS]; LABELS];
    for (cell, weight) in cells.iter_mut().flatten().zip(after.iter().flatten()) {
        *cell = (weight * scale).round() as i32;
    }
    for cell in forbid(cells).iter().flatten() {
        out.extend((*cell).clamp(-30_000, 30_000).to_le_bytes().into_iter().take(2));
    }
    let mut skipped = 0u32;
    let mut kept = 0;
    for row in rows.iter().take(ROWS) {
        let small: Vec<i8> = row.iter().map(|weight| (weight * scale).round().clamp(-127.0, 127.0) as i8).collect();
        if small.iter().all(|weight| *weight == 0) && skipped < u32::from(u16::MAX) {
            skipped += 1;
            continue;
        }
        out.extend((skipped as u16).to_le_bytes());
        out.extend(small.iter().map(|weight| *weight as u8));
        skipped = 0;
        kept += 1;
    }
    report.push_str(&format!("rows {kept}, bytes {}, scale {scale:.2}\n", out.len()));
    out
}

fn env(name: &str, default: f32) -> f32 {
    std::env::var(name).map_or(default, |v| v.parse().unwrap())
}
