//! Scores count claims; a port of `score_claims.py`.
//!
//! A claim is right when its kind is right, its span overlaps the gold span, and value, low and high are all equal.
//! Only claims whose form is "number" count in the headline figure.

use std::collections::{BTreeMap, BTreeSet};

use super::extraction::{Articles, Found};
use super::form::form_of;
use super::gold::GoldArticle;
use super::marks::{ClaimMark, begins_in};
use super::pairs::{Pairs, pair, same_name, same_period};
use super::words::{f1, share};
use crate::base::Offsets;

/// What became of an extracted claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Kind, span and quantity are those of a gold claim.
    Right,
    /// A number claim that no gold claim bears out.
    Wrong,
    /// A single person whom gold does not mark; gold marks only clear ones.
    Unmarked,
    /// It meets gold that does not count as a number claim, with another quantity.
    Beside,
}

/// The counts over all articles.
#[derive(Default)]
pub(super) struct ClaimScore {
    num_articles: usize,
    num_gold: usize,
    num_found: usize,
    num_detected: usize,
    num_full: usize,
    singles: BTreeMap<&'static str, Singles>,
    kinds: BTreeMap<String, Kinds>,
    attributes: BTreeMap<&'static str, (usize, usize)>,
    remarks: Vec<String>,
    errors: Vec<String>,
    /// By article and position, what became of every extracted claim.
    pub(super) verdicts: BTreeMap<String, Vec<Verdict>>,
}

#[derive(Clone, Copy, Default)]
struct Singles {
    right: usize,
    gold: usize,
    wrong: usize,
}

#[derive(Default)]
struct Kinds {
    right: usize,
    gold: usize,
    wrong: usize,
}

/// One article's gold and extracted claims with their pairs.
struct Paired<'a> {
    article: &'a GoldArticle,
    gold: Vec<&'a ClaimMark>,
    found: &'a [ClaimMark],
    forms: Vec<&'a str>,
    detected: Pairs,
    full: Pairs,
}

const ATTRIBUTES: &[&str] = &[
    "qualifier",
    "victim_class",
    "as_of",
    "event_date",
    "scope",
    "part_of",
    "modality",
];

/// The two forms that are no number claims.
const SINGLE_FORMS: [&str; 2] = ["implicit", "named"];

/// Scores all gold articles.
pub(super) fn score(gold: &[GoldArticle], articles: &Articles) -> ClaimScore {
    let mut score = ClaimScore {
        singles: SINGLE_FORMS.iter().map(|form| (*form, Singles::default())).collect(),
        ..ClaimScore::default()
    };
    let last_of_name: BTreeMap<String, &GoldArticle> =
        gold.iter().map(|article| (article.file_stem(), article)).collect();
    score.num_articles = last_of_name.len();
    let mut seen = BTreeSet::new();
    for name in gold
        .iter()
        .map(GoldArticle::file_stem)
        .filter(|name| seen.insert(name.clone()))
    {
        if let Some(article) = last_of_name.get(&name) {
            score.article(&name, article, articles.get(&name));
        }
    }
    score
}

impl ClaimScore {
    fn article(&mut self, name: &str, article: &GoldArticle, found: Option<&Found>) {
        let text = article.words();
        let offsets = Offsets::new(text);
        let found: &[ClaimMark] = match found {
            None => {
                self.remarks.push(format!("not extracted: {name}"));
                &[]
            }
            Some(found) if found.printed.text != text => {
                self.remarks.push(format!(
                    "text differs, offsets cannot be compared, counted as not extracted: {name}"
                ));
                &[]
            }
            Some(found) => &found.printed.claims,
        };
        let gold: Vec<&ClaimMark> = article
            .claims
            .iter()
            .filter(|claim| !begins_in(claim.start, &article.boilerplate))
            .collect();
        let paired = Paired {
            article,
            forms: found.iter().map(|claim| form_of(claim, &offsets, text)).collect(),
            detected: pair(&gold, found, false),
            full: pair(&gold, found, true),
            gold,
            found,
        };
        self.count(&paired);
        self.count_singles(&paired);
        let verdicts = paired.verdicts();
        self.count_kinds(name, &paired, &verdicts);
        self.count_attributes(&paired);
        self.verdicts.insert(name.to_owned(), verdicts);
    }

    fn count(&mut self, paired: &Paired<'_>) {
        let neutral = paired.neutral();
        let number = |pairs: &Pairs| pairs.iter().filter(|(g, _)| paired.is_number_gold(*g)).count();
        let plain = (0..paired.found.len()).filter(|f| paired.is_number(*f) && !neutral.contains(f));
        let other_form = |(g, f): &&(usize, usize)| {
            paired.is_number_gold(*g) && paired.found.get(*f).is_some_and(|claim| !claim.is_number())
        };
        self.num_gold += paired.gold.iter().filter(|claim| claim.is_number()).count();
        self.num_found += plain.count() + paired.detected.iter().filter(other_form).count();
        self.num_detected += number(&paired.detected);
        self.num_full += number(&paired.full);
    }

    fn count_singles(&mut self, paired: &Paired<'_>) {
        let met: BTreeSet<usize> = paired.detected.iter().map(|(_, f)| *f).collect();
        for (form, singles) in &mut self.singles {
            let counts = |claim: &&&ClaimMark| claim.form == *form && !claim.optional;
            let right = paired.full.iter().filter_map(|(g, _)| paired.gold.get(*g));
            singles.right += right.filter(counts).count();
            singles.gold += paired.gold.iter().filter(counts).count();
            let wrong = paired.forms.iter().enumerate();
            singles.wrong += wrong.filter(|(f, other)| *other == form && !met.contains(f)).count();
        }
    }

    fn count_kinds(&mut self, name: &str, paired: &Paired<'_>, verdicts: &[Verdict]) {
        let full: BTreeSet<usize> = paired.full.iter().map(|(g, _)| *g).collect();
        for (g, claim) in paired.gold.iter().enumerate().filter(|(_, claim)| claim.is_number()) {
            let row = self.kinds.entry(claim.kind.clone()).or_default();
            row.gold += 1;
            if full.contains(&g) {
                row.right += 1;
            } else {
                self.errors
                    .push(format!("missed  {} {}", paired.article.doc_id, claim.line()));
            }
        }
        for (claim, verdict) in paired.found.iter().zip(verdicts) {
            if *verdict == Verdict::Wrong {
                self.kinds.entry(claim.kind.clone()).or_default().wrong += 1;
                self.errors.push(format!("wrong   {name} {}", claim.line()));
            }
        }
    }

    fn count_attributes(&mut self, paired: &Paired<'_>) {
        for (gold, found) in paired.full.iter().filter_map(|pair| paired.claims(*pair)) {
            if !gold.is_number() {
                continue;
            }
            for name in ATTRIBUTES {
                let (gold, found) = (gold.field(name), found.field(name));
                let same = if *name == "event_date" {
                    same_period(gold, found)
                } else {
                    gold == found
                };
                self.attribute(name, same);
            }
            let (gold, found) = (gold.field("speaker"), found.field("speaker"));
            self.attribute("speaker", same_name(gold, found));
            if gold.as_str().is_some_and(|name| !name.is_empty()) {
                self.attribute("speaker where one is named", same_name(gold, found));
            }
        }
    }

    fn attribute(&mut self, name: &'static str, same: bool) {
        let row = self.attributes.entry(name).or_default();
        row.0 += usize::from(same);
        row.1 += 1;
    }

    /// The lines of the script, the headline figure last.
    pub(super) fn lines(&self, num_errors: usize) -> String {
        let mut lines: Vec<String> = self.remarks.clone();
        lines.extend(self.errors.iter().take(num_errors).cloned());
        lines.push(format!(
            "articles {}  gold claims {}  extracted {}",
            self.num_articles, self.num_gold, self.num_found
        ));
        for (kind, row) in &self.kinds {
            lines.push(format!(
                "  {kind:11} right {} of {}, wrong {}",
                row.right, row.gold, row.wrong
            ));
        }
        for (name, (same, all)) in &self.attributes {
            lines.push(format!("  {name:27} {same}/{all} = {:.3}", share(*same, *all)));
        }
        let all = self.singles.values().fold(Singles::default(), |all, one| Singles {
            right: all.right + one.right,
            gold: all.gold + one.gold,
            wrong: all.wrong + one.wrong,
        });
        for (form, row) in self.singles.iter().chain([(&"implicit and named", &all)]) {
            let (recall, precision) = (share(row.right, row.gold), share(row.right, row.right + row.wrong));
            lines.push(format!(
                "  {form:18} found {} of {} = {recall:.3}, wrong {}, precision {precision:.3}",
                row.right, row.gold, row.wrong
            ));
        }
        let of = |hits: usize| {
            let (precision, recall) = (share(hits, self.num_found), share(hits, self.num_gold));
            (precision, recall, f1(precision, recall))
        };
        let (precision, recall, both) = of(self.num_detected);
        lines.push(format!("detection   P {precision:.3} R {recall:.3} F1 {both:.3}"));
        let (precision, recall, both) = of(self.num_full);
        lines.push(format!("quantity    P {precision:.3} R {recall:.3}"));
        lines.push(format!("claims F1 {both:.3}"));
        lines.join("\n") + "\n"
    }
}

impl Paired<'_> {
    fn is_number(&self, found: usize) -> bool {
        self.forms.get(found) == Some(&"number")
    }

    fn is_number_gold(&self, gold: usize) -> bool {
        self.gold.get(gold).is_some_and(|claim| claim.is_number())
    }

    fn claims(&self, pair: (usize, usize)) -> Option<(&ClaimMark, &ClaimMark)> {
        Some((self.gold.get(pair.0)?, self.found.get(pair.1)?))
    }

    /// Extracted claims that meet a gold implicit or named one: neither right nor wrong as number claims.
    fn neutral(&self) -> BTreeSet<usize> {
        let singles = self.detected.iter().filter(|(g, _)| !self.is_number_gold(*g));
        singles.map(|(_, f)| *f).collect()
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let neutral = self.neutral();
        let full: BTreeSet<usize> = self.full.iter().map(|(_, f)| *f).collect();
        let met: BTreeSet<usize> = self.detected.iter().map(|(_, f)| *f).collect();
        let verdict = |f: usize| {
            if full.contains(&f) {
                Verdict::Right
            } else if self.is_number(f) && !neutral.contains(&f) {
                Verdict::Wrong
            } else if met.contains(&f) {
                Verdict::Beside
            } else {
                Verdict::Unmarked
            }
        };
        (0..self.found.len()).map(verdict).collect()
    }
}
