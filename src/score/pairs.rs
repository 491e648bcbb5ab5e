//! Which extracted claim answers which gold claim.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde_json::Value;

use super::marks::ClaimMark;
use super::words::{float, words};

/// One-to-one pairs of positions, gold first.
pub(super) type Pairs = Vec<(usize, usize)>;

fn overlap(a: &ClaimMark, b: &ClaimMark) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

pub(super) fn same_quantity(gold: &ClaimMark, found: &ClaimMark) -> bool {
    ["value", "low", "high"]
        .iter()
        .all(|name| same_number(gold.field(name), found.field(name)))
}

/// 12 is 12.0.
fn same_number(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a.total_cmp(&b).is_eq(),
        _ => a == b,
    }
}

/// One-to-one pairs of the same kind whose spans overlap; right quantities first, then longest overlap.
pub(super) fn pair(gold: &[&ClaimMark], found: &[ClaimMark], need_quantity: bool) -> Pairs {
    let mut edges = Vec::new();
    for (g, gold) in gold.iter().enumerate() {
        for (f, found) in found.iter().enumerate() {
            let shared = overlap(gold, found);
            // A span that swallows the sentence is not a number phrase.
            let fits = found.end.saturating_sub(found.start) <= 2 * gold.end.saturating_sub(gold.start) + 20;
            if gold.kind == found.kind && shared > 0 && fits {
                let same = same_quantity(gold, found);
                if same || !need_quantity {
                    edges.push((Reverse(same), Reverse(shared), g, f));
                }
            }
        }
    }
    edges.sort_unstable();
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    let mut pairs = Vec::new();
    for (_, _, g, f) in edges {
        if !used_gold.contains(&g) && !used_found.contains(&f) {
            used_gold.insert(g);
            used_found.insert(f);
            pairs.push((g, f));
        }
    }
    pairs
}

/// Words that do not tell names apart.
const STOP: &[&str] = &["the", "a", "an", "of", "for", "s", "mr", "mrs", "ms", "said"];

fn name_words(name: &Value) -> BTreeSet<String> {
    let name = name.as_str().unwrap_or_default().to_lowercase();
    words(&name)
        .filter(|word| !STOP.contains(word))
        .map(str::to_owned)
        .collect()
}

/// True where two names share half of their words.
pub(super) fn same_name(a: &Value, b: &Value) -> bool {
    let (a, b) = (name_words(a), name_words(b));
    if a.is_empty() || b.is_empty() {
        return a.is_empty() && b.is_empty();
    }
    let shared = a.intersection(&b).count();
    float(2 * shared) / float(a.len() + b.len()) >= 0.5
}

/// Days or intervals whose ends agree at the coarser precision of the two.
pub(super) fn same_period(a: &Value, b: &Value) -> bool {
    let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let (Some(first), Some(second)) = (text(a), text(b)) else {
        return a == b;
    };
    let ends = |text: &str| -> Vec<String> {
        if text.contains('/') {
            text.split('/').map(str::to_owned).collect()
        } else {
            vec![text.to_owned(); 2]
        }
    };
    let (first, second) = (ends(&first), ends(&second));
    first
        .iter()
        .zip(&second)
        .all(|(a, b)| a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{same_name, same_period};

    #[test]
    fn names_share_half_of_their_words() {
        assert!(same_name(
            &json!("the Varland interior ministry"),
            &json!("Interior Ministry")
        ));
        assert!(!same_name(&json!("Varland police"), &json!("the ministry of health")));
        assert!(same_name(&json!(null), &json!("the")) && !same_name(&json!(null), &json!("police")));
    }

    #[test]
    fn periods_agree_at_the_coarser_precision() {
        assert!(same_period(
            &json!("2031-03/2031-06-17"),
            &json!("2031-03-15/2031-06-17")
        ));
        assert!(same_period(&json!("2031-03"), &json!("2031-03-15")));
        assert!(!same_period(&json!("2031-03-14"), &json!("2031-03-15")));
        assert!(!same_period(&json!(null), &json!("2031")) && same_period(&json!(null), &json!(null)));
    }
}
