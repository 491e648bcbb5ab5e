//! Figures as people type them and as tables hold them: "4,400", ">400", "20-30".

use super::figure::{Figure, Qualifier};

/// Words and signs before a number, longest first.
const HEDGES: &[(&str, Qualifier)] = &[
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("no more than", Qualifier::UpTo),
    ("as many as", Qualifier::UpTo),
    ("at least", Qualifier::AtLeast),
    ("at most", Qualifier::UpTo),
    ("more than", Qualifier::MoreThan),
    ("fewer than", Qualifier::LessThan),
    ("less than", Qualifier::LessThan),
    ("close to", Qualifier::Almost),
    ("almost", Qualifier::Almost),
    ("nearly", Qualifier::Almost),
    ("up to", Qualifier::UpTo),
    ("over", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("roughly", Qualifier::About),
    ("some", Qualifier::About),
    (">=", Qualifier::AtLeast),
    ("<=", Qualifier::UpTo),
    ("≥", Qualifier::AtLeast),
    ("≤", Qualifier::UpTo),
    ("≈", Qualifier::About),
    ("~", Qualifier::About),
    (">", Qualifier::MoreThan),
    ("<", Qualifier::LessThan),
];

/// Reads "4,400", ">400", "20-30", "about 50", "at least 12", "4.4k"; `None` for what is no figure.
pub fn typed(typed: &str) -> Option<Figure> {
    let typed = typed.replace('\u{a0}', " ").trim().to_lowercase();
    if typed == "no number" {
        return Some(Figure::vague(None));
    }
    let between = typed.strip_prefix("between ").and_then(|rest| rest.split_once(" and "));
    let dashed = typed.split_once(['-', '–', '—']).or_else(|| typed.split_once(" to "));
    if let Some((low, high)) = between.or(dashed)
        && let (Some(low), Some(high)) = (number(low), number(high))
    {
        return Some(Figure::range(low, high));
    }
    if let Some(rest) = typed.strip_suffix("or more").or_else(|| typed.strip_suffix('+')) {
        return Some(Figure::hedged(number(rest)?, Qualifier::AtLeast));
    }
    for (hedge, qualifier) in HEDGES {
        if let Some(rest) = typed.strip_prefix(hedge) {
            return Some(Figure::hedged(number(rest)?, *qualifier));
        }
    }
    number(&typed).map(Figure::exact)
}

/// "4,400", "4 400", "4.4k", "2m".
fn number(typed: &str) -> Option<u64> {
    let typed = typed.trim();
    let (digits, factor) = match typed.chars().last()? {
        'k' => (typed.strip_suffix('k')?, 1_000.0),
        'm' => (typed.strip_suffix('m')?, 1_000_000.0),
        _ => return plain_number(typed),
    };
    let value: f64 = digits.trim().parse().ok()?;
    let people = (value * factor).round();
    (digits.trim().starts_with(|c: char| c.is_ascii_digit()) && people <= 1e12).then_some(people as u64)
}

fn plain_number(typed: &str) -> Option<u64> {
    let grouped = typed.contains([',', ' ']);
    let groups: Vec<&str> = typed.split([',', ' ']).collect();
    let shape_holds = groups.iter().enumerate().all(|(at, group)| {
        let length = if at == 0 {
            (1..=3).contains(&group.len())
        } else {
            group.len() == 3
        };
        group.chars().all(|c| c.is_ascii_digit()) && (length || !grouped)
    });
    if !shape_holds {
        return None;
    }
    groups.concat().parse().ok()
}
