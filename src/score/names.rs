//! Scores names; a port of `score_names.py`.
//!
//! A leading article and a trailing 's do not count. Strict: same span and type; overlap: a shared character and the
//! same type. Linking is B-cubed over the strictly right mentions, where gold has canonical names.

use std::collections::BTreeMap;

use super::extraction::Articles;
use super::gold::GoldArticle;
use super::marks::{NameMark, begins_in, meet};
use super::words::{f1, float, is_blank, share};
use crate::base::Offsets;

/// Start, end and type.
type Key = (usize, usize, &'static str);

/// A canonical name with the type of the mention.
type Entity = (Option<String>, &'static str);

#[derive(Default)]
struct NameScore {
    types: BTreeMap<&'static str, Counts>,
    /// Gold entity and extracted entity of every strictly right mention.
    linked: Vec<(Entity, Entity)>,
    errors: Vec<String>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    hits: usize,
    gold: usize,
    extra: usize,
    overlap_hits: usize,
    overlap_extra: usize,
}

/// The type that a label stands for.
fn type_of(label: Option<&str>) -> Option<&'static str> {
    Some(match label? {
        "PER" | "PERSON" | "person" => "person",
        "ORG" | "org" => "org",
        "LOC" | "GPE" | "FAC" | "place" => "place",
        "NORP" | "group" => "group",
        _ => return None,
    })
}

/// The span without a leading article and a trailing 's.
fn trim(text: &str, offsets: &Offsets<'_>, start: usize, end: usize) -> (usize, usize) {
    let words = offsets.span(start, end.max(start)).of(text);
    let article = ["the", "an", "a"].into_iter().find_map(|article| {
        let rest = words.get(article.len()..)?;
        let num_blanks = rest.chars().take_while(|c| is_blank(*c)).count();
        let begins = words.get(..article.len())?.eq_ignore_ascii_case(article);
        (begins && num_blanks > 0).then_some(article.len() + num_blanks)
    });
    let cut = article.unwrap_or(0);
    let rest: String = words.chars().skip(cut).collect();
    let tail = if rest.ends_with("'s") || rest.ends_with("’s") {
        2
    } else {
        0
    };
    (start + cut, end - tail)
}

/// The lines of the script, the headline figure last.
pub(super) fn lines(gold: &[GoldArticle], articles: &Articles, num_errors: usize) -> String {
    let rows: Vec<Vec<NameMark>> = gold.iter().map(GoldArticle::names).collect();
    let has_groups = rows
        .iter()
        .flatten()
        .any(|mark| type_of(mark.r#type.as_deref()) == Some("group"));
    let mut score = NameScore::default();
    for (article, marks) in gold.iter().zip(&rows) {
        let found = articles
            .get(&article.file_stem())
            .map_or(&[][..], |found| &found.printed.entities);
        score.article(article, marks, found, has_groups);
    }
    score.lines(num_errors)
}

impl NameScore {
    fn article(&mut self, article: &GoldArticle, marks: &[NameMark], found: &[NameMark], has_groups: bool) {
        let text = article.words();
        let offsets = Offsets::new(text);
        let key = |mark: &NameMark| {
            let (start, end) = trim(text, &offsets, mark.start, mark.end);
            Some((start, end, type_of(mark.r#type.as_deref())?))
        };
        let outside = |key: &Key| !begins_in(key.0, &article.boilerplate);
        let mut must: BTreeMap<Key, &NameMark> = BTreeMap::new();
        let mut may: Vec<Key> = Vec::new();
        for mark in marks {
            let Some(key) = key(mark) else { continue };
            if mark.optional {
                may.push(key);
            } else if outside(&key) {
                must.insert(key, mark);
            }
        }
        let got: BTreeMap<Key, &NameMark> = found
            .iter()
            .filter_map(|mark| Some((key(mark)?, mark)))
            .filter(|(key, _)| outside(key) && (key.2 != "group" || has_groups))
            .collect();
        for (key, mark) in &got {
            if let Some(gold) = must.get(key) {
                // A people and its country are two entities, whatever gold calls them.
                let entity = |mark: &NameMark| (mark.canonical.clone(), key.2);
                self.linked.push((entity(gold), entity(mark)));
            }
        }
        let words = |key: &Key| offsets.span(key.0, key.1).of(text).to_owned();
        let same_type = |a: &Key, b: &Key| a.2 == b.2 && meet((a.0, a.1), (b.0, b.1));
        for key in must.keys() {
            let row = self.types.entry(key.2).or_default();
            row.gold += 1;
            row.hits += usize::from(got.contains_key(key));
            row.overlap_hits += usize::from(got.keys().any(|other| same_type(key, other)));
            if !got.contains_key(key) {
                self.errors
                    .push(format!("missed  {} {} {:?}", article.doc_id, key.2, words(key)));
            }
        }
        let is_optional = |key: &Key| may.iter().any(|other| meet((key.0, key.1), (other.0, other.1)));
        for key in got.keys().filter(|key| !must.contains_key(*key) && !is_optional(key)) {
            let row = self.types.entry(key.2).or_default();
            row.extra += 1;
            row.overlap_extra += usize::from(!must.keys().any(|other| same_type(key, other)));
            self.errors
                .push(format!("extra   {} {} {:?}", article.doc_id, key.2, words(key)));
        }
    }

    fn lines(&self, num_errors: usize) -> String {
        let mut lines: Vec<String> = self.errors.iter().take(num_errors).cloned().collect();
        let mut all = Counts::default();
        for (name, row) in &self.types {
            lines.push(line(name, row).0);
            all.hits += row.hits;
            all.gold += row.gold;
            all.extra += row.extra;
            all.overlap_hits += row.overlap_hits;
            all.overlap_extra += row.overlap_extra;
        }
        lines.extend(self.linking(all.gold));
        let (words, both) = line("all", &all);
        lines.push(words);
        lines.push(format!("names F1 {both:.3}"));
        lines.join("\n") + "\n"
    }

    /// B-cubed, where gold has canonical names.
    fn linking(&self, num_gold: usize) -> Option<String> {
        let has_name = |entity: &Entity| entity.0.as_deref().is_some_and(|name| !name.is_empty());
        let linked: Vec<&(Entity, Entity)> = self.linked.iter().filter(|(gold, _)| has_name(gold)).collect();
        let (mut precision, mut recall) = (0.0, 0.0);
        for (gold, found) in linked.iter().copied() {
            let same = |this: &dyn Fn(&(Entity, Entity)) -> bool| linked.iter().filter(|pair| this(pair)).count();
            let both = same(&|pair| pair.0 == *gold && pair.1 == *found);
            precision += share(both, same(&|pair| pair.1 == *found));
            recall += share(both, same(&|pair| pair.0 == *gold));
        }
        let count = linked.len();
        (count > 0).then(|| {
            let (precision, recall) = (precision / float(count), recall / float(count));
            let both = f1(precision, recall);
            format!("  linking B-cubed P {precision:.3} R {recall:.3} F1 {both:.3} over {count} of {num_gold} mentions")
        })
    }
}

/// One row of the table, and its F1.
fn line(name: &str, row: &Counts) -> (String, f64) {
    let of = |hits: usize, extra: usize| {
        let (precision, recall) = (share(hits, hits + extra), share(hits, row.gold));
        (precision, recall, f1(precision, recall))
    };
    let (p, r, f) = of(row.hits, row.extra);
    let (op, or, of) = of(row.overlap_hits, row.overlap_extra);
    let words = format!(
        "  {name:7} P {p:.3} R {r:.3} F1 {f:.3}   overlap P {op:.3} R {or:.3} F1 {of:.3}   ({})",
        row.gold
    );
    (words, f)
}
