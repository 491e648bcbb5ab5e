//! Points and charts in words: for the screen reader, the hover card and the heads of charts.

use super::chart::{Charts, KindChart, Point};
use super::chart_source::Source;
use super::quoted::quoted_words;
use super::words;
use crate::claim::Kind;
use crate::quantity::Qualifier;
use crate::store::{ClaimId, Store};

/// "29 killed, Interior Ministry, Fri 14 March, exact, unreviewed".
pub fn point_label(point: &Point, kind: Kind, source: &Source) -> String {
    let number = match point.figure.qualifier {
        Qualifier::Range => words::figure(&point.figure),
        _ => words::number(point.y),
    };
    let state = match point.mark {
        mark if mark.rejected => "rejected",
        mark if mark.unreviewed => "unreviewed",
        _ => "reviewed",
    };
    let mut label = format!(
        "{number} {}, {}, {}, {}, {state}",
        words::kind(kind).to_lowercase(),
        source.name,
        words::day_short(point.day),
        qualifier(point.figure.qualifier),
    );
    for (on, word) in [
        (point.mark.denied, ", denied"),
        (point.mark.part, ", part of another figure"),
    ] {
        if on {
            label.push_str(word);
        }
    }
    label
}

/// "at least".
pub fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "exact",
        Qualifier::About => "about",
        Qualifier::AtLeast => "at least",
        Qualifier::MoreThan => "more than",
        Qualifier::Almost => "almost",
        Qualifier::UpTo => "up to",
        Qualifier::LessThan => "less than",
        Qualifier::Range => "range",
        Qualifier::Vague => "vague word",
        Qualifier::Fraction => "fraction",
    }
}

/// What the chart shows: "running totals, people". What a kind of its own counts only its name tells.
pub fn chart_subtitle(chart: &KindChart) -> &'static str {
    let totals = chart.points.iter().filter(|point| point.mark.total).count();
    let words = match chart.points.len() {
        0 => return "",
        _ if chart.incident.is_some() => "counts of one incident, joined, people",
        all if totals == all => "running totals, people",
        _ if !chart.steps.is_empty() => "running totals joined, people",
        _ => "people",
    };
    match chart.kind {
        Kind::Other(_) => words.trim_end_matches("people").trim_end_matches(", "),
        _ => words,
    }
}

/// "29 to ≥ 71 on Friday": the figures of the last day; empty where there is none. Where the chart is longer than a week a
/// weekday alone says little: "on 14 March".
pub fn chart_last_day(chart: &KindChart) -> String {
    let Some((low, high, day)) = chart.last_day() else {
        return String::new();
    };
    let first = chart.points.first().map_or(day, |point| point.day);
    let day = if (day - first).get_days() < 7 {
        words::weekday(day.weekday()).to_owned()
    } else {
        words::date_among(day, Some(first.year()))
    };
    let (low, high) = (words::figure(&low.figure), words::figure(&high.figure));
    if low == high {
        return format!("{low} on {day}");
    }
    format!("{low} to {high} on {day}")
}

/// "1 figure has no number: “almost half of the dead”", "3 figures have no day"; empty where all are drawn.
pub fn not_drawn(store: &Store, chart: &KindChart) -> String {
    let part = |ids: &[ClaimId], what: &str| match ids {
        [] => None,
        [one] => Some(format!(
            "1 figure has no {what}: “{}”",
            words::short(&quote(store, *one), 40)
        )),
        many => Some(format!("{} figures have no {what}", many.len())),
    };
    let parts = [part(&chart.numberless, "number"), part(&chart.undated, "day")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Charts {
    /// Why claims are not drawn, each reason with their number: "3 do not pass the filter".
    pub fn not_drawn(&self) -> Vec<String> {
        let sum = |part: fn(&KindChart) -> usize| self.kinds.iter().map(part).sum::<usize>();
        let parts = [
            (sum(|chart| chart.num_filtered), "do not pass the filter"),
            (sum(|chart| chart.num_switched_off), "of sources that are switched off"),
            (sum(|chart| chart.num_rejected_hidden), "rejected"),
            (sum(|chart| chart.numberless.len()), "without a number"),
            (sum(|chart| chart.undated.len()), "without a day"),
        ];
        let parts = parts.into_iter().filter(|(num, _)| *num > 0);
        parts
            .map(|(num, what)| format!("{} {what}", words::number(num as u64)))
            .collect()
    }
}

/// The claim's words in its article; of a row of a table what its columns say.
pub fn quote(store: &Store, claim: ClaimId) -> String {
    let record = store.claim(claim);
    let article = record.and_then(|record| store.article(record.article));
    let words = record
        .zip(article)
        .map(|(record, article)| quoted_words(article, record));
    words.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{chart_last_day, not_drawn, point_label};
    use crate::claim::Kind;
    use crate::show::testing::store;
    use crate::show::{ChartInput, CompareLook, LinesBy, Sources, kind_chart};

    #[test]
    fn a_point_is_told_with_figure_source_day_and_state() {
        let store = store(&[(
            "A",
            "2031-03-14",
            "{killed total @Interior Ministry|29 dead}. {killed @Square Committee accepted|at least 71}. \
             {killed part @M|26 to 30}. {killed @M|half of them}. {killed @M|most|half}.",
        )]);
        let sources = Sources::new(&store, LinesBy::Speaker);
        let look = CompareLook::default();
        let chart = kind_chart(&ChartInput::new(&store, &look, &sources, &sources), Kind::Killed);
        let mut labels: Vec<String> = chart
            .points
            .iter()
            .map(|point| point_label(point, chart.kind, &sources.rows[point.source]))
            .collect();
        labels.sort();
        assert_eq!(
            labels,
            [
                "26–30 killed, M, Fri 14 March, range, unreviewed, part of another figure",
                "29 killed, Interior Ministry, Fri 14 March, exact, unreviewed",
                "71 killed, Square Committee, Fri 14 March, at least, reviewed",
            ]
        );
        assert_eq!(chart_last_day(&chart).replace('\u{a0}', " "), "29 to ≥ 71 on Friday");
        assert_eq!(not_drawn(&store, &chart), "2 figures have no number");
    }
}
