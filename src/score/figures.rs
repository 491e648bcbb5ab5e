//! Scores extraction against figures that others recorded for a text; a port of `score_figures.py`.

use std::collections::BTreeMap;

use super::extraction::Articles;
use super::gold::{Figure, GoldArticle};
use super::marks::ClaimMark;
use super::words::share;

/// The counts over all texts.
#[derive(Default)]
pub(super) struct FigureScore {
    kinds: BTreeMap<String, (usize, usize)>,
    num_false: usize,
    num_nobody: usize,
    errors: Vec<String>,
    remarks: Vec<String>,
}

/// Whether a claim of `kind` can hold a figure that was recorded as `recorded`.
pub(super) fn same_kind(recorded: &str, kind: &str) -> bool {
    recorded == kind || kind == "casualties" && matches!(recorded, "killed" | "injured")
}

/// Whether value, low or high is the figure or its maximum.
pub(super) fn holds(claim: &ClaimMark, figure: &Figure) -> bool {
    let most = figure.number_max.filter(|most| *most > 0).or(figure.number);
    ["value", "low", "high"]
        .iter()
        .filter_map(|name| claim.figure(name))
        .any(|number| Some(number) == figure.number || Some(number) == most)
}

/// Whether others recorded that nobody was killed.
pub(super) fn nobody_killed(article: &GoldArticle) -> bool {
    let mut killed = article.gold.iter().filter(|figure| figure.kind == "killed").peekable();
    killed.peek().is_some() && killed.all(|figure| figure.number.unwrap_or(0) == 0)
}

/// A killed claim that is wrong where nobody was killed.
fn is_false(claim: &ClaimMark) -> bool {
    let most = claim.figure("value").max(claim.figure("low")).unwrap_or(0);
    claim.kind == "killed" && claim.field("modality") == "asserted" && claim.is_number() && most >= 1
}

/// Scores all texts.
pub(super) fn score(gold: &[GoldArticle], articles: &Articles) -> FigureScore {
    let mut score = FigureScore::default();
    for article in gold {
        let claims = match articles.get(&article.file_stem()) {
            Some(found) => found.printed.claims.as_slice(),
            None => {
                score.remarks.push(format!("not extracted: {}", article.doc_id));
                &[]
            }
        };
        score.article(article, claims);
    }
    score
}

impl FigureScore {
    fn article(&mut self, article: &GoldArticle, claims: &[ClaimMark]) {
        for figure in article.gold.iter().filter(|figure| figure.number.unwrap_or(0) > 1) {
            let is_found = claims
                .iter()
                .any(|claim| same_kind(&figure.kind, &claim.kind) && holds(claim, figure));
            let row = self.kinds.entry(figure.kind.clone()).or_default();
            row.0 += usize::from(is_found);
            row.1 += 1;
            if !is_found {
                let number = figure.number.unwrap_or(0);
                self.error(&format!("missed  {} {} {number}", article.doc_id, figure.kind), article);
            }
        }
        if nobody_killed(article) {
            self.num_nobody += 1;
            if let Some(claim) = claims.iter().find(|claim| is_false(claim)) {
                self.num_false += 1;
                self.error(&format!("false   {} {:?}", article.doc_id, claim.text), article);
            }
        }
    }

    fn error(&mut self, what: &str, article: &GoldArticle) {
        let words: Vec<&str> = article.words().split_whitespace().collect();
        let head: String = words.join(" ").chars().take(300).collect();
        self.errors.push(format!("{what} | {head}"));
    }

    /// The lines of the script, the headline figures last.
    pub(super) fn lines(&self, num_errors: usize) -> String {
        let mut lines = self.remarks.clone();
        lines.extend(self.errors.iter().take(num_errors).cloned());
        let (mut found, mut all) = (0, 0);
        for (kind, row) in &self.kinds {
            found += row.0;
            all += row.1;
            lines.push(format!(
                "  {kind:10} found {} of {} = {:.3}",
                row.0,
                row.1,
                share(row.0, row.1)
            ));
        }
        if self.num_nobody > 0 {
            lines.push(format!(
                "  texts with nobody killed: a false claim in {} of {}",
                self.num_false, self.num_nobody
            ));
        }
        lines.push(format!(
            "figures found {:.3} false {:.3}",
            share(found, all),
            share(self.num_false, self.num_nobody)
        ));
        lines.join("\n") + "\n"
    }
}
