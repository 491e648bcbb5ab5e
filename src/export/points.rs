//! The points that charts draw as a CSV table: a row for each claim, so that every point leads to its sentence.

use super::cell::row;
use crate::show::{Charts, DayBasis, Point, quote};
use crate::store::{ClaimId, Store};

const COLUMNS: &[&str] = &[
    "point",
    "source",
    "kind",
    "day",
    "basis",
    "value",
    "low",
    "high",
    "qualifier",
    "drawn_low",
    "drawn_high",
    "status",
    "words",
    "speaker",
    "relay",
    "publisher",
    "article",
    "quote",
];

/// The points of all charts whose place lies within `days` (days since 1970-01-01; `None` = all), by kind, day and
/// source. Claims that are one point share its number. What is drawn of vague words and "about" stands beside the figure
/// itself, which keeps its bounds. UTF-8, RFC 4180, one head line; cells that a spreadsheet would run begin with an
/// apostrophe.
pub fn points_csv(store: &Store, charts: &Charts, days: Option<(f64, f64)>) -> Vec<u8> {
    let mut out = row(COLUMNS);
    let mut number = 0;
    for chart in &charts.kinds {
        for point in &chart.points {
            if days.is_some_and(|(from, to)| !(from..=to).contains(&point.x)) {
                continue;
            }
            number += 1;
            let source = charts.sources.get(point.source);
            let source = source.map_or("", |row| row.source.name.as_str());
            for claim in &point.claims {
                let mut cells = vec![number.to_string(), source.to_owned(), chart.kind.id().to_owned()];
                cells.extend(figure_cells(point));
                cells.extend(claim_cells(store, *claim));
                out.push_str(&row(&cells));
            }
        }
    }
    out.into_bytes()
}

fn figure_cells(point: &Point) -> Vec<String> {
    let basis = match point.basis {
        DayBasis::AsOf => "as_of",
        DayBasis::Happened => "event_date",
        DayBasis::Published => "published",
    };
    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    let figure = &point.figure;
    let drawn_low = point.soft.map_or(point.y, |soft| soft.low);
    let drawn_high = match point.soft {
        Some(soft) => soft.high,
        None => figure.high.filter(|high| *high >= point.y),
    };
    vec![
        point.day.to_string(),
        basis.to_owned(),
        number(figure.value),
        number(figure.low),
        number(figure.high),
        figure.qualifier.id().to_owned(),
        drawn_low.to_string(),
        number(drawn_high),
    ]
}

fn claim_cells(store: &Store, id: ClaimId) -> Vec<String> {
    let record = store.claim(id);
    let Some((record, article)) = record.and_then(|record| Some((record, store.article(record.article)?))) else {
        return Vec::new();
    };
    let claim = record.claim();
    let sentence = claim.sentence.of(article.text());
    vec![
        record.status().id().to_owned(),
        // the row of a table as it is told; its "sentence" stays the row itself
        quote(store, id),
        claim.speaker.clone().unwrap_or_default(),
        claim.relay.clone().unwrap_or_default(),
        article.publisher().unwrap_or_default().to_owned(),
        article.title().to_owned(),
        sentence.split_whitespace().collect::<Vec<_>>().join(" "),
    ]
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, points_csv};
    use crate::show::testing::store;
    use crate::show::{ChartInput, Charts, CompareLook, LinesBy, Sources};

    #[test]
    fn every_claim_of_a_point_is_a_row_with_its_sentence() {
        let store = store(&[
            (
                "=Herald",
                "2031-03-14",
                "{killed total @Ministry via TV|about 50 people}. {killed @Ministry|dozens}. {killed rejected|9 dead}.",
            ),
            (
                "B",
                "2031-03-14",
                "Say, {killed total @Ministry via TV|about 50 people}.",
            ),
        ]);
        let look = CompareLook::default();
        let sources = Sources::new(&store, LinesBy::Speaker);
        let charts = Charts::new(&ChartInput::new(&store, &look, &sources, &sources));
        let csv = String::from_utf8(points_csv(&store, &charts, None)).expect("is text");
        let rows: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(rows[0].split(',').count(), COLUMNS.len());
        assert_eq!(rows.len(), 5, "head, three claims, the last line's end: {csv}");
        let about: Vec<&&str> = rows.iter().filter(|row| row.contains(",about,45,55,")).collect();
        assert_eq!(about.len(), 2, "{csv}");
        assert_eq!(about[0].split(',').next(), about[1].split(',').next(), "one point");
        assert!(about[0].contains("Ministry,killed,2031-03-14,"), "{csv}");
        assert!(csv.contains(",'=Herald,Article 1,"), "{csv}");
        assert!(csv.contains("\"Say, about 50 people.\""), "{csv}");
        let none = points_csv(&store, &charts, Some((0.0, 1.0)));
        assert_eq!(String::from_utf8(none).expect("is text").lines().count(), 1);
    }
}
