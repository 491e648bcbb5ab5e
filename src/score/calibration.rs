//! Whether claims are right as often as their confidence says.

/// Where the bins of the table end; the last takes 1 in.
const BIN_ENDS: [f64; 6] = [0.5, 0.7, 0.8, 0.9, 0.95, 1.0];

/// A claim whose rightness is known, with how much it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    pub(super) confidence: f64,
    pub(super) right: bool,
    /// Below 1 where the judgement is less sure.
    pub(super) weight: f64,
}

/// One line a bin: how many, what confidence on average, which share was right, and its 95 % interval (Wilson).
pub(super) fn table(claims: &[Judged]) -> String {
    let mut lines = vec!["  confidence    count   mean  right  95 % interval".to_owned()];
    let mut begin = 0.0;
    for end in BIN_ENDS {
        let is_last = end >= 1.0;
        let within = |claim: &&Judged| begin <= claim.confidence && (claim.confidence < end || is_last);
        let bin: Vec<&Judged> = claims.iter().filter(within).collect();
        let name = format!("{begin:.2} to {end:.2}");
        match Row::of(&bin) {
            Some(row) => lines.push(format!(
                "  {name} {:7}   {:.3}  {:.3}  {:.3} to {:.3}",
                bin.len(),
                row.mean,
                row.right,
                row.low,
                row.high
            )),
            None => lines.push(format!("  {name}       0")),
        }
        begin = end;
    }
    lines.push(format!(
        "  error squared (Brier) {:.4} over {} claims",
        brier(claims),
        claims.len()
    ));
    lines.join("\n") + "\n"
}

/// The mean squared error of the confidence.
pub(super) fn brier(claims: &[Judged]) -> f64 {
    let weight: f64 = claims.iter().map(|claim| claim.weight).sum();
    let error = |claim: &Judged| claim.weight * (f64::from(u8::from(claim.right)) - claim.confidence).powi(2);
    let sum: f64 = claims.iter().map(error).sum();
    if weight > 0.0 { sum / weight } else { 0.0 }
}

struct Row {
    mean: f64,
    right: f64,
    low: f64,
    high: f64,
}

impl Row {
    fn of(bin: &[&Judged]) -> Option<Self> {
        let sum = |of: &dyn Fn(&Judged) -> f64| -> f64 { bin.iter().map(|claim| of(claim)).sum() };
        let weight = sum(&|claim| claim.weight);
        if weight <= 0.0 {
            return None;
        }
        let right = sum(&|claim| claim.weight * f64::from(u8::from(claim.right))) / weight;
        // Claims that count less tell less than their number.
        let effective = weight * weight / sum(&|claim| claim.weight * claim.weight);
        let (low, high) = wilson(right, effective);
        Some(Self {
            mean: sum(&|claim| claim.weight * claim.confidence) / weight,
            right,
            low,
            high,
        })
    }
}

/// The 95 % interval of a share of `count` trials.
fn wilson(share: f64, count: f64) -> (f64, f64) {
    let z = 1.959_964;
    let square = z * z / count;
    let middle = (share + square / 2.0) / (1.0 + square);
    let half = z / (1.0 + square) * (share * (1.0 - share) / count + square / (4.0 * count)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::{Judged, brier, table, wilson};

    #[test]
    fn the_interval_is_wilsons() {
        let (low, high) = wilson(0.9, 10.0);
        assert!(
            (low - 0.5958).abs() < 1e-3 && (high - 0.9821).abs() < 1e-3,
            "{low} {high}"
        );
        let (low, high) = wilson(1.0, 20.0);
        assert!((low - 0.8389).abs() < 1e-3 && high >= 0.999, "{low} {high}");
    }

    #[test]
    fn a_claim_stands_in_one_bin() {
        let claim = |confidence, right| Judged {
            confidence,
            right,
            weight: 1.0,
        };
        let claims = [claim(0.5, true), claim(0.69, false), claim(1.0, true)];
        let table = table(&claims);
        assert!(table.contains("0.50 to 0.70       2   0.595  0.500  "), "{table}");
        assert!(table.contains("0.95 to 1.00       1   1.000  1.000  "), "{table}");
        assert!((brier(&claims) - (0.25 + 0.4761) / 3.0).abs() < 1e-9);
    }
}
