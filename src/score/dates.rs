//! Scores publication dates that were found without being told, and numbers that are no claims; a port of
//! `score_dates.py`.

use super::extraction::Articles;
use super::gold::{GoldArticle, Trap};
use super::marks::{ClaimMark, meet};

/// The errors and the last line of the script.
pub(super) fn lines(gold: &[GoldArticle], traps: &[Trap], articles: &Articles, num_errors: usize) -> String {
    let mut errors = Vec::new();
    let mut num_right = 0;
    for article in gold {
        let published = articles
            .get(&article.doc_id)
            .and_then(|found| found.printed.published.as_ref());
        let date = published.and_then(|published| published.date.as_ref());
        if date == article.published.as_ref() {
            num_right += 1;
        } else {
            let none = "none".to_owned();
            let (want, got) = (article.published.as_ref().unwrap_or(&none), date.unwrap_or(&none));
            errors.push(format!("date    {} gold {want} got {got}", article.doc_id));
        }
    }
    let mut num_taken = 0;
    for trap in traps {
        let claims = articles.get(&trap.doc_id).map(|found| found.printed.claims.iter());
        if let Some(claim) = claims.and_then(|mut claims| claims.find(|claim| takes(claim, trap))) {
            num_taken += 1;
            errors.push(format!("taken   {} {:?} by {:?}", trap.doc_id, trap.text, claim.text));
        }
    }
    let mut out = String::new();
    for error in errors.iter().take(num_errors) {
        out.push_str(error);
        out.push('\n');
    }
    let (all, num_traps) = (gold.len(), traps.len());
    out + &format!("dates right {num_right} of {all}, traps taken {num_taken} of {num_traps}\n")
}

/// A number claim that overlaps the trap, or any claim inside it.
fn takes(claim: &ClaimMark, trap: &Trap) -> bool {
    let over = meet((claim.start, claim.end), (trap.start, trap.end));
    let inside = trap.start <= claim.start && claim.end <= trap.end;
    over && (claim.is_number() || inside)
}
