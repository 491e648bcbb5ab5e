//! What vague words and "about" count as where a conclusion compares them.

use super::chart_settings::ChartSettings;
use super::chart_vague::VaguePolicy;
use super::findings::Finding;
use crate::link::ABOUT_SHARE;
use crate::quantity::Qualifier;

/// A sentence where one of the sides is a vague word or an "about"; `None` where all are plain.
pub fn policy_note(finding: &Finding, settings: &ChartSettings) -> Option<String> {
    let has = |qualifier| finding.sides.iter().any(|side| side.figure.qualifier == qualifier);
    let mut parts = Vec::new();
    if has(Qualifier::About) {
        let percent = (ABOUT_SHARE * 100.0).round();
        parts.push(if (f64::from(settings.about_percent) - percent).abs() < 0.5 {
            format!("“About” counts as ±\u{2009}{percent}\u{a0}%.")
        } else {
            let drawn = settings.about_percent;
            format!("“About” counts as ±\u{2009}{percent}\u{a0}% here; charts draw it with ±\u{2009}{drawn}\u{a0}%.")
        });
    }
    if has(Qualifier::Vague) {
        parts.push(match settings.vague.policy {
            VaguePolicy::KeepBounds => "Vague words are compared by their bounds.".to_owned(),
            policy => format!(
                "Vague words are compared by their bounds; charts draw them by “{}”.",
                policy.name()
            ),
        });
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::policy_note;
    use crate::link::{Conclusions, SameFigure};
    use crate::show::testing::store;
    use crate::show::{ChartSettings, LinesBy, Sources, VaguePolicy, findings};

    #[track_caller]
    fn check(marked: &str, change: impl Fn(&mut ChartSettings), expected: Option<&str>) {
        let store = store(&[("A", "2031-03-14", marked), ("B", "2031-03-14", marked)]);
        let conclusions = Conclusions {
            same: vec![
                SameFigure {
                    key: "same".to_owned(),
                    claims: store.claims().map(|row| row.id.0.unsigned_abs()).collect(),
                    num_articles: 2,
                    reason: String::new(),
                }
                .into(),
            ],
            ..Conclusions::default()
        };
        let found = findings(&store, &conclusions, &Sources::new(&store, LinesBy::Publisher));
        let mut settings = ChartSettings::of(&store);
        change(&mut settings);
        let note = policy_note(&found.rows[0], &settings);
        let note = note.map(|note| note.replace(['\u{2009}', '\u{a0}'], " "));
        assert_eq!(note.as_deref(), expected);
    }

    #[test]
    fn what_decides_is_said() {
        check("{killed|29 dead}.", |_| {}, None);
        check("{killed|about 30}.", |_| {}, Some("“About” counts as ± 10 %."));
        check(
            "{killed|about 30}.",
            |settings| settings.about_percent = 20,
            Some("“About” counts as ± 10 % here; charts draw it with ± 20 %."),
        );
        check(
            "{killed|dozens}.",
            |settings| settings.vague.policy = VaguePolicy::Acled,
            Some("Vague words are compared by their bounds; charts draw them by “ACLED”."),
        );
        check(
            "{killed|dozens}.",
            |_| {},
            Some("Vague words are compared by their bounds."),
        );
    }
}
