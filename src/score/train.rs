//! Learns how sure claims are, from articles whose claims are known; behind the feature `tools`.
//!
//! Logistic regression over the features that stand in each claim's tree of reasons. Recorded figures (folder
//! `figures`) leave out much that is right, so claims that are judged by them get features of their own, which soak that
//! up and are thrown away: the level comes from articles whose claims are all marked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::calibration::{self, Judged};
use super::extraction::Found;
use super::run::{Options, articles, judged_claims, judged_figures, set};
use super::{claims, corpus};
use crate::claim::{BIAS, confidence_features};

/// How strongly weights are held at 0.
const PENALTY: f64 = 6.0;

/// How strongly weights that stand for figures are held.
const LOOSE_PENALTY: f64 = 0.1;

/// Rounds over all weights; the last ones change nothing that is printed.
const NUM_ROUNDS: usize = 60;

/// Articles are dealt out to so many folds.
const NUM_FOLDS: usize = 5;

/// A feature that holds in fewer claims has no weight: it would name single articles.
const LEAST_CLAIMS: usize = 4;

/// Marks features that are thrown away.
const ONLY_FIGURES: &str = "by-figures";

/// A claim with its features.
struct Row {
    fold: usize,
    features: Vec<String>,
    judged: Judged,
    by_figures: bool,
    /// Of an article that no rule was written with: sets the level, not the weights.
    fresh: bool,
}

/// Further gold files of marked articles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Further<'p> {
    /// To learn from like those of the corpus.
    pub also: &'p [PathBuf],
    /// With which no rule was written: there rules are wrong more often, and the level is taken from them.
    pub fresh: &'p [PathBuf],
}

/// Learns from the folders kazakhstan, news and figures of the corpus, and from further gold files of marked articles.
/// Says the calibration over folds, each judged by the weights of the others, and gives the table of weights.
///
/// # Errors
/// A sentence where a gold file cannot be read or holds no claims.
pub fn train(
    options: &Options<'_>,
    further: Further<'_>,
    say: &mut dyn FnMut(&str),
    problem: &mut dyn FnMut(&str),
) -> Result<String, String> {
    let (fresh, rows): (Vec<Row>, Vec<Row>) = rows(options, further, problem)?.into_iter().partition(|row| row.fresh);
    if rows.iter().all(|row| row.by_figures) {
        return Err("There are no articles whose claims are marked: nothing was learned.".to_owned());
    }
    let mut before = Vec::new();
    let mut after = Vec::new();
    for fold in 0..NUM_FOLDS {
        let rest: Vec<&Row> = rows.iter().filter(|row| row.fold != fold).collect();
        let weights = fit(&rest);
        for row in rows.iter().filter(|row| row.fold == fold && !row.by_figures) {
            before.push(row.judged);
            after.push(Judged {
                confidence: confidence(&weights, &row.features),
                ..row.judged
            });
        }
    }
    say("# as it is now\n");
    say(&calibration::table(&before));
    say("# learned, each article judged by weights from the others\n");
    say(&calibration::table(&after));
    let mut weights = fit(&rows.iter().collect::<Vec<&Row>>());
    let shown: Vec<Judged> = rows
        .iter()
        .filter(|row| !row.by_figures)
        .map(|row| Judged {
            confidence: confidence(&weights, &row.features),
            ..row.judged
        })
        .collect();
    say("# learned, on the articles that they were learned from\n");
    say(&calibration::table(&shown));
    if !fresh.is_empty() {
        say("# fresh articles, each half with the level of the other\n");
        say(&calibration::table(&fresh_table(&weights, &fresh)));
        shift(&mut weights, &fresh.iter().collect::<Vec<&Row>>());
    }
    let mut out = "# feature\tweight, learned by `tallyscope train confidence`\n".to_owned();
    for (name, weight) in weights
        .iter()
        .filter(|(name, weight)| !is_loose(name) && weight.abs() >= 0.005)
    {
        out.push_str(&format!("{name}\t{weight:.3}\n"));
    }
    Ok(out)
}

/// Fresh claims with the confidence that they would have, had only the other half of the fresh articles been known.
fn fresh_table(weights: &BTreeMap<String, f64>, fresh: &[Row]) -> Vec<Judged> {
    let mut out = Vec::new();
    for half in 0..2 {
        let (own, others): (Vec<&Row>, Vec<&Row>) = fresh.iter().partition(|row| row.fold % 2 == half);
        let mut weights = weights.clone();
        shift(&mut weights, &others);
        out.extend(own.into_iter().map(|row| Judged {
            confidence: confidence(&weights, &row.features),
            ..row.judged
        }));
    }
    out
}

/// Moves what every score begins with, until the mean confidence of the claims is the share of them that is right.
fn shift(weights: &mut BTreeMap<String, f64>, claims: &[&Row]) {
    let sum: f64 = claims.iter().map(|row| row.judged.weight).sum();
    for _ in 0..NUM_ROUNDS {
        let (mut slope, mut bend) = (0.0, 0.0);
        for row in claims {
            let share = confidence(weights, &row.features);
            slope += row.judged.weight * (f64::from(u8::from(row.judged.right)) - share);
            bend += row.judged.weight * share * (1.0 - share);
        }
        if sum > 0.0 {
            *weights.entry(BIAS.to_owned()).or_default() += slope / bend.max(0.05 * sum);
        }
    }
}

fn rows(options: &Options<'_>, further: Further<'_>, problem: &mut dyn FnMut(&str)) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut folders: Vec<(&str, String, PathBuf)> = Vec::new();
    for folder in ["kazakhstan", "news", "figures"] {
        let files = corpus::gold_files(options.corpus, folder);
        folders.extend(files.into_iter().map(|(name, path)| (folder, name, path)));
    }
    let known = folders.len() + further.also.len();
    let paths = further.also.iter().chain(further.fresh);
    folders.extend(paths.map(|path| ("news", name_of(path), path.clone())));
    for (index, (folder, name, path)) in folders.into_iter().enumerate() {
        let set = set(folder, &name, &path, options)?;
        let found = articles(&set, options, problem);
        let mut take = |place: (&str, usize), found: &Found, judged: Judged| {
            let row = row(place, found, judged, folder == "figures");
            rows.extend(row.map(|row| Row {
                fresh: index >= known,
                ..row
            }));
        };
        if folder == "figures" {
            judged_figures(&set.gold, &found).for_each(|(place, found, judged)| take(place, found, judged));
        } else {
            let score = claims::score(&set.gold, &found);
            judged_claims(&score, &found).for_each(|(place, found, judged)| take(place, found, judged));
        }
    }
    Ok(rows)
}

fn name_of(path: &Path) -> String {
    path.display().to_string()
}

fn row((article, at): (&str, usize), found: &Found, judged: Judged, by_figures: bool) -> Option<Row> {
    let why = &found.reading.claims.get(at)?.why;
    let mut features: Vec<String> = confidence_features(why).into_iter().map(str::to_owned).collect();
    features.push(BIAS.to_owned());
    if by_figures {
        let claim = found.printed.claims.get(at)?;
        let many = if found.printed.claims.len() > 4 { " many" } else { "" };
        features.extend([
            ONLY_FIGURES.to_owned(),
            format!("{ONLY_FIGURES}{many}"),
            format!("{ONLY_FIGURES} {}", claim.kind),
            format!("{ONLY_FIGURES} {}", claim.form),
            format!("{ONLY_FIGURES} {}", claim.fields.get("scope")?),
        ]);
        features.dedup();
    }
    // A fold takes whole articles; the name decides, so that the folds stay where articles are added.
    let hash = article.bytes().fold(7_usize, |hash, byte| {
        hash.wrapping_mul(31).wrapping_add(usize::from(byte))
    });
    Some(Row {
        fold: hash % NUM_FOLDS,
        features,
        judged,
        by_figures,
        fresh: false,
    })
}

fn is_loose(name: &str) -> bool {
    name.starts_with(ONLY_FIGURES)
}

/// The confidence that the weights give, without what stands for figures.
fn confidence(weights: &BTreeMap<String, f64>, features: &[String]) -> f64 {
    let held = features.iter().filter(|name| !is_loose(name));
    let score: f64 = held.filter_map(|name| weights.get(name)).sum();
    logistic(score).clamp(0.05, 0.99)
}

fn logistic(score: f64) -> f64 {
    1.0 / (1.0 + (-score).exp())
}

/// Weights that fit best, one after another by Newton's step, until they rest.
fn fit(rows: &[&Row]) -> BTreeMap<String, f64> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        for name in &row.features {
            holders.entry(name).or_default().push(at);
        }
    }
    holders.retain(|_, held| held.len() >= LEAST_CLAIMS);
    let mut weights: BTreeMap<&str, f64> = holders.keys().map(|name| (*name, 0.0)).collect();
    let mut scores = vec![0.0; rows.len()];
    for _ in 0..NUM_ROUNDS {
        for (name, held) in &holders {
            let penalty = match *name {
                BIAS => 0.0,
                name if is_loose(name) => LOOSE_PENALTY,
                _ => PENALTY,
            };
            let Some(weight) = weights.get_mut(name) else { continue };
            let step = step(rows, &scores, held, *weight * penalty) / (penalty + curve(rows, &scores, held));
            *weight += step;
            for at in held {
                if let Some(score) = scores.get_mut(*at) {
                    *score += step;
                }
            }
        }
    }
    weights
        .into_iter()
        .map(|(name, weight)| (name.to_owned(), weight))
        .collect()
}

/// The slope of the likelihood for one weight, less its penalty.
fn step(rows: &[&Row], scores: &[f64], held: &[usize], penalty: f64) -> f64 {
    let slope = |at: &usize| {
        let (row, score) = (rows.get(*at)?, scores.get(*at)?);
        let want = f64::from(u8::from(row.judged.right));
        Some(row.judged.weight * (want - logistic(*score)))
    };
    held.iter().filter_map(slope).sum::<f64>() - penalty
}

/// How fast the slope changes; never so little that a step leaps.
fn curve(rows: &[&Row], scores: &[f64], held: &[usize]) -> f64 {
    let bend = |at: &usize| {
        let (row, score) = (rows.get(*at)?, scores.get(*at)?);
        let share = logistic(*score);
        Some(row.judged.weight * (share * (1.0 - share)).max(0.05))
    };
    held.iter().filter_map(bend).sum::<f64>().max(0.01)
}

#[cfg(test)]
mod tests {
    use super::{Judged, Row, confidence, fit, shift};

    #[test]
    fn a_feature_that_is_often_wrong_lowers_confidence() {
        let row = |name: &str, right| Row {
            fold: 0,
            features: vec![name.to_owned(), "bias".to_owned()],
            judged: Judged {
                confidence: 0.9,
                right,
                weight: 1.0,
            },
            by_figures: false,
            fresh: false,
        };
        let rows: Vec<Row> = (0..100)
            .map(|at| {
                row(
                    if at % 2 == 0 { "near" } else { "far" },
                    at % 2 == 0 && at % 20 != 0 || at % 4 == 1,
                )
            })
            .collect();
        let weights = fit(&rows.iter().collect::<Vec<&Row>>());
        let near = confidence(&weights, &["near".to_owned(), "bias".to_owned()]);
        let far = confidence(&weights, &["far".to_owned(), "bias".to_owned()]);
        // 0.9 and 0.5 of them are right; the penalty holds both a little towards the mean
        assert!((0.8..0.9).contains(&near) && (0.5..0.6).contains(&far), "{near} {far}");
        // fresh claims, of which six in ten are right
        let fresh: Vec<Row> = (0..50).map(|at| row("near", at % 10 < 6)).collect();
        let mut weights = weights;
        shift(&mut weights, &fresh.iter().collect::<Vec<&Row>>());
        let near = confidence(&weights, &["near".to_owned(), "bias".to_owned()]);
        assert!((near - 0.6).abs() < 0.01, "{near}");
    }
}
