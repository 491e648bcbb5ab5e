//! Walks the folders of a corpus and says the figures.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::calibration::{self, Judged};
use super::claims::{ClaimScore, Verdict};
use super::corpus::{self, Set};
use super::extraction::{self, Articles, Found};
use super::gold::GoldArticle;
use super::marks::ClaimMark;
use super::rules::Rules;
use super::{claims, dates, figures, names, pages, times};
use crate::jobs;
use crate::read::Knowledge;

/// What is scored, and how.
pub struct Options<'o> {
    /// The folder with the folders.
    pub corpus: &'o Path,
    /// The day of reading.
    pub today: Date,
    /// How many articles are read at a time; as many as there are cores where `None`.
    pub threads: Option<usize>,
    /// How many errors are listed for each gold file.
    pub num_errors: usize,
}

/// The folders that are looked for, in the order in which they are scored.
const FOLDERS: [&str; 6] = ["kazakhstan", "news", "figures", "times", "names", "pages"];

/// How much a claim counts in the calibration that is judged by figures of others: those do not tell all claims.
pub(super) const WEIGHT_OF_FIGURES: f64 = 0.3;

/// How much a single person counts whom gold does not mark.
pub(super) const WEIGHT_OF_UNMARKED: f64 = 0.5;

/// Scores all folders that are there. `say` hears the report part by part, `problem` what could not be read. True where
/// something was scored and everything could be read.
pub fn run(options: &Options<'_>, say: &mut dyn FnMut(&str), problem: &mut dyn FnMut(&str)) -> bool {
    let mut scoring = Scoring::default();
    let mut complete = true;
    let mut missing = Vec::new();
    let mut num_scored = 0;
    for folder in FOLDERS {
        let files = corpus::gold_files(options.corpus, folder);
        if files.is_empty() {
            missing.push(folder);
        }
        for (name, path) in files {
            match set(folder, &name, &path, options) {
                Ok(set) => {
                    let articles = articles(&set, options, problem);
                    let report = scoring.report(
                        folder,
                        &set,
                        &path,
                        &Scored {
                            articles: &articles,
                            options,
                        },
                    );
                    num_scored += 1;
                    say(&format!("# {}\n", set.name));
                    match report {
                        Ok(report) => say(&report),
                        Err(sentence) => {
                            complete = false;
                            problem(&sentence);
                        }
                    }
                }
                Err(sentence) => {
                    complete = false;
                    problem(&sentence);
                }
            }
        }
    }
    if !missing.is_empty() {
        problem(&format!(
            "{}: no gold for {}; not scored",
            options.corpus.display(),
            missing.join(", ")
        ));
    }
    scoring.say(say);
    complete && num_scored > 0
}

/// The gold and the texts of one gold file.
pub(super) fn set(folder: &str, name: &str, path: &Path, options: &Options<'_>) -> Result<Set, String> {
    let knowledge = Knowledge {
        today: Some(options.today),
        ..Knowledge::default()
    };
    if folder == "kazakhstan" {
        corpus::untold(name, path, &knowledge)
    } else {
        corpus::told(name, path, &knowledge)
    }
}

/// The texts of one gold file, read.
pub(super) fn articles(set: &Set, options: &Options<'_>, problem: &mut dyn FnMut(&str)) -> Articles {
    let threads = options.threads.unwrap_or_else(jobs::num_threads);
    extraction::extract(&set.inputs, &set.knowledge, threads, problem)
}

/// What one folder's report is made from.
struct Scored<'s> {
    articles: &'s Articles,
    options: &'s Options<'s>,
}

/// What is gathered over several folders.
#[derive(Default)]
struct Scoring {
    claim_rules: Rules,
    time_rules: Rules,
    judged: Vec<Judged>,
    judged_by_figures: Vec<Judged>,
}

impl Scoring {
    fn report(&mut self, folder: &str, set: &Set, path: &Path, scored: &Scored<'_>) -> Result<String, String> {
        let (gold, articles, num_errors) = (set.gold.as_slice(), scored.articles, scored.options.num_errors);
        Ok(match folder {
            "kazakhstan" => {
                let traps = corpus::traps(path)?;
                [
                    self.claims(gold, articles, num_errors),
                    names::lines(gold, articles, num_errors),
                    times::score(gold, articles, &mut self.time_rules).lines(num_errors),
                    dates::lines(gold, &traps, articles, num_errors),
                ]
                .concat()
            }
            "news" => self.claims(gold, articles, num_errors),
            "figures" => {
                self.judged_by_figures
                    .extend(judged_figures(gold, articles).map(|(_, _, judged)| judged));
                figures::score(gold, articles).lines(num_errors)
            }
            "times" => times::score(gold, articles, &mut self.time_rules).lines(num_errors),
            "names" => names::lines(gold, articles, num_errors),
            _ => pages::lines(gold, articles),
        })
    }

    fn claims(&mut self, gold: &[GoldArticle], articles: &Articles, num_errors: usize) -> String {
        let score = claims::score(gold, articles);
        for (claim, verdict) in verdicts(&score, articles) {
            let right = match verdict {
                Verdict::Right => Some(true),
                Verdict::Wrong | Verdict::Unmarked => Some(false),
                Verdict::Beside => None,
            };
            self.claim_rules.add(&claim.rule, right);
        }
        self.judged
            .extend(judged_claims(&score, articles).map(|(_, _, judged)| judged));
        score.lines(num_errors)
    }

    fn say(&self, say: &mut dyn FnMut(&str)) {
        say("# claims by rule (kazakhstan, news)\n");
        say(&self.claim_rules.lines());
        say("# times by rule (kazakhstan, times)\n");
        say(&self.time_rules.lines());
        say("# confidence where all claims are marked (kazakhstan, news)\n");
        say(&calibration::table(&self.judged));
        say("# confidence by recorded figures, which leave out what is told beside (figures)\n");
        say(&calibration::table(&self.judged_by_figures));
    }
}

fn verdicts<'a>(score: &'a ClaimScore, articles: &'a Articles) -> impl Iterator<Item = (&'a ClaimMark, Verdict)> {
    let claims = score.verdicts.iter().filter_map(|(name, verdicts)| {
        let found = articles.get(name)?;
        Some(found.printed.claims.iter().zip(verdicts.iter().copied()))
    });
    claims.flatten()
}

/// An article with the position of a claim in it.
pub(super) type Place<'a> = (&'a str, usize);

/// The claims of articles whose claims are marked in full, judged.
pub(super) fn judged_claims<'a>(
    score: &'a ClaimScore,
    articles: &'a Articles,
) -> impl Iterator<Item = (Place<'a>, &'a Found, Judged)> {
    let rows = score.verdicts.iter().filter_map(|(name, verdicts)| {
        let found = articles.get(name)?;
        Some((name.as_str(), found, verdicts))
    });
    rows.flat_map(|(name, found, verdicts)| {
        let claims = found.printed.claims.iter().zip(verdicts).enumerate();
        claims.map(move |(at, (claim, verdict))| {
            let weight = if *verdict == Verdict::Unmarked {
                WEIGHT_OF_UNMARKED
            } else {
                1.0
            };
            let judged = Judged {
                confidence: claim.confidence,
                right: *verdict == Verdict::Right,
                weight,
            };
            ((name, at), found, judged)
        })
    })
}

/// The claims of texts with recorded figures, as far as those tell.
pub(super) fn judged_figures<'a>(
    gold: &'a [GoldArticle],
    articles: &'a Articles,
) -> impl Iterator<Item = (Place<'a>, &'a Found, Judged)> {
    let by_name: BTreeMap<String, &GoldArticle> = gold.iter().map(|article| (article.file_stem(), article)).collect();
    let rows = articles.iter().filter_map(move |(name, found)| {
        let article = *by_name.get(name)?;
        Some((name.as_str(), found, article))
    });
    rows.flat_map(|(name, found, article)| {
        let claims = found.printed.claims.iter().enumerate();
        claims.filter_map(move |(at, claim)| {
            let judged = Judged {
                confidence: claim.confidence,
                right: recorded(article, claim)?,
                weight: WEIGHT_OF_FIGURES,
            };
            Some(((name, at), found, judged))
        })
    })
}

/// Whether the recorded figures bear the claim out; `None` where they do not tell. They leave out parts of a whole,
/// what is denied, vague words, and single persons where nobody was killed in the incident that they are about.
fn recorded(article: &GoldArticle, claim: &ClaimMark) -> Option<bool> {
    let is_beside = claim.field("part_of") == true || claim.field("modality") == "denied";
    if is_beside || claim.field("qualifier") == "vague" || claim.field("qualifier") == "fraction" {
        return None;
    }
    if claim.kind == "killed" && figures::nobody_killed(article) {
        let is_some = claim.figure("value").max(claim.figure("low")).unwrap_or(0) > 0;
        return (claim.is_number() && is_some).then_some(false);
    }
    // One of several, and none hurt: told beside the figures that are recorded.
    if claim.figure("value").is_some_and(|value| value < 2) {
        return None;
    }
    let mut of_kind = article
        .gold
        .iter()
        .filter(|figure| figure.number.is_some() && figures::same_kind(&figure.kind, &claim.kind))
        .peekable();
    of_kind.peek()?;
    Some(of_kind.any(|figure| figures::holds(claim, figure)))
}
