//! Scores time expressions; a port of `score_times.py`.
//!
//! Scored are calendar expressions. Found: an extracted time overlaps the gold; right: its value, cut to gold's
//! precision, equals gold's; false: an extracted calendar time that overlaps no gold at all.

use super::calendar::{begins_with_year, is_calendar, is_right};
use super::extraction::{Articles, Found};
use super::gold::GoldArticle;
use super::marks::{TimeMark, begins_in, meet};
use super::rules::Rules;
use super::words::share;
use crate::base::Offsets;

#[derive(Default)]
pub(super) struct TimeScore {
    num_gold: usize,
    num_hit: usize,
    num_right: usize,
    num_found: usize,
    num_false: usize,
    errors: Vec<String>,
}

/// Scores all texts, and notes what became of every rule's times.
pub(super) fn score(gold: &[GoldArticle], articles: &Articles, rules: &mut Rules) -> TimeScore {
    let mut score = TimeScore::default();
    for article in gold {
        score.article(article, articles.get(&article.file_stem()), rules);
    }
    score
}

/// An extracted time with its rule.
struct Extracted<'a> {
    mark: &'a TimeMark,
    rule: &'a str,
}

impl Extracted<'_> {
    fn meets(&self, gold: &TimeMark) -> bool {
        meet((self.mark.start, self.mark.end), (gold.start, gold.end))
    }
}

impl TimeScore {
    fn article(&mut self, article: &GoldArticle, found: Option<&Found>, rules: &mut Rules) {
        let text = article.words();
        let offsets = Offsets::new(text);
        let words = |mark: &TimeMark| offsets.span(mark.start, mark.end).of(text).to_owned();
        let found: Vec<Extracted<'_>> = found.map(times).unwrap_or_default();
        let found: Vec<Extracted<'_>> = found
            .into_iter()
            .filter(|time| !begins_in(time.mark.start, &article.boilerplate))
            .collect();
        for unit in units(article) {
            let over = |gold: &&TimeMark| -> Vec<(Option<String>, bool)> {
                let met = found.iter().filter(|time| time.meets(gold));
                let value = gold.value.as_deref().unwrap_or_default();
                met.map(|time| (time.mark.value.clone(), is_right(value, time.mark.value.as_deref())))
                    .collect()
            };
            let met: Vec<(Option<String>, bool)> = unit.iter().flat_map(over).collect();
            let is_good = !met.is_empty() && met.iter().all(|(_, right)| *right);
            self.num_gold += 1;
            self.num_hit += usize::from(!met.is_empty());
            self.num_right += usize::from(is_good);
            if !is_good {
                let what = if met.is_empty() { "missed" } else { "wrong " };
                let want: Vec<_> = unit.iter().map(|mark| (words(mark), mark.value.as_deref())).collect();
                let got: Vec<_> = met.iter().map(|(value, _)| value.as_deref()).collect();
                self.errors
                    .push(format!("{what}  {} {want:?} got {got:?}", article.doc_id));
            }
        }
        for time in &found {
            let value = time.mark.value.as_deref().filter(|value| begins_with_year(value));
            let met: Vec<&TimeMark> = article.all_times().iter().filter(|gold| time.meets(gold)).collect();
            if let Some(value) = value {
                self.num_found += 1;
                if met.is_empty() {
                    self.num_false += 1;
                    let line = format!("false   {} {:?} {value}", article.doc_id, words(time.mark));
                    self.errors.push(line);
                }
            }
            rules.add(time.rule, verdict(time, value.is_some(), &met));
        }
    }

    /// The lines of the script, the headline figures last.
    pub(super) fn lines(&self, num_errors: usize) -> String {
        let mut lines: Vec<String> = self.errors.iter().take(num_errors).cloned().collect();
        let Self {
            num_gold,
            num_hit,
            num_right,
            num_found,
            num_false,
            ..
        } = self;
        lines.push(format!(
            "calendar expressions {num_gold}, found {num_hit} = {:.3}, right {num_right}; extracted {num_found}, false {num_false}",
            share(*num_hit, *num_gold)
        ));
        lines.push(format!(
            "times right {:.3} false {:.3}",
            share(*num_right, *num_gold),
            share(*num_false, *num_found)
        ));
        lines.join("\n") + "\n"
    }
}

/// Right, wrong, or `None` where gold has nothing to compare with.
fn verdict(time: &Extracted<'_>, has_year: bool, met: &[&TimeMark]) -> Option<bool> {
    let calendar: Vec<&str> = met
        .iter()
        .filter(|gold| !gold.optional)
        .filter_map(|gold| gold.value.as_deref())
        .filter(|value| is_calendar(value))
        .collect();
    if calendar.is_empty() {
        return (has_year && met.is_empty()).then_some(false);
    }
    Some(calendar.iter().all(|gold| is_right(gold, time.mark.value.as_deref())))
}

fn times(found: &Found) -> Vec<Extracted<'_>> {
    let rules = found.reading.times.iter().map(|time| &*time.why.rule);
    let marks = found.printed.times.iter();
    marks.zip(rules).map(|(mark, rule)| Extracted { mark, rule }).collect()
}

/// The calendar expressions of gold; those of one unit together, in the order in which they begin.
fn units(article: &GoldArticle) -> Vec<Vec<&TimeMark>> {
    let mut units: Vec<(Option<&str>, Vec<&TimeMark>)> = Vec::new();
    for mark in article.all_times() {
        if mark.optional || !mark.value.as_deref().is_some_and(is_calendar) {
            continue;
        }
        let name = mark.unit.as_deref().filter(|name| !name.is_empty());
        let known = units.iter_mut().find(|(other, _)| name.is_some() && *other == name);
        match known {
            Some((_, marks)) => marks.push(mark),
            None => units.push((name, vec![mark])),
        }
    }
    units.into_iter().map(|(_, marks)| marks).collect()
}
