//! The claims of a project as a CSV table: what counts, what the machine read, and what was decided.

use super::cell::cell;
use crate::base::Offsets;
use crate::claim::Claim;
use crate::store::{ArticleRecord, ClaimRecord, Store};

/// The columns: where the claim stands, what it says under the analyst's values, what was decided.
const COLUMNS: &[&str] = &[
    "file",
    "title",
    "status",
    "publisher",
    "published",
    "published_basis",
    "id",
    "start",
    "end",
    "text",
    "kind",
    "value",
    "low",
    "high",
    "qualifier",
    "form",
    "victims",
    "victim_class",
    "speaker",
    "relay",
    "as_of",
    "event_date",
    "place",
    "scope",
    "part_of",
    "part_of_id",
    "modality",
    "confidence",
    "rule",
    "corrected_fields",
    "note",
    "sentence",
];

/// All claims of the project, rejected ones too, in the order of the articles and their texts. UTF-8, RFC 4180, one
/// head line; offsets are code points into the article's text. Cells that a spreadsheet would run begin with an
/// apostrophe.
pub fn claims_csv(store: &Store) -> Vec<u8> {
    let mut out = COLUMNS.join(",");
    out.push_str("\r\n");
    for article in store.articles() {
        let offsets = Offsets::new(article.text());
        for record in store.claims_of(article.id) {
            let mut cells = place_cells(article, record, &offsets);
            cells.extend(reading_cells(record.claim()));
            cells.extend(decision_cells(article, record));
            let cells: Vec<String> = cells.iter().map(|words| cell(words)).collect();
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    out.into_bytes()
}

fn place_cells(article: &ArticleRecord, record: &ClaimRecord, offsets: &Offsets<'_>) -> Vec<String> {
    let claim = record.claim();
    let (start, end) = offsets.chars(claim.span);
    let basis = match (&article.told.published, &article.reading.published) {
        (Some(_), _) => "given",
        (None, Some(published)) => published.basis.id(),
        (None, None) => "",
    };
    vec![
        article.file_name.clone(),
        article.title().to_owned(),
        record.status().id().to_owned(),
        article.publisher().unwrap_or_default().to_owned(),
        article.published().map(|day| day.to_string()).unwrap_or_default(),
        basis.to_owned(),
        claim.key.clone(),
        start.to_string(),
        end.to_string(),
        claim.span.of(article.text()).to_owned(),
    ]
}

fn reading_cells(claim: &Claim) -> Vec<String> {
    let number = |number: Option<u64>| number.map(|number| number.to_string()).unwrap_or_default();
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let time = |time: &Option<crate::time::Value>| time.as_ref().map(ToString::to_string).unwrap_or_default();
    vec![
        claim.kind.id().to_owned(),
        number(claim.figure.value),
        number(claim.figure.low),
        number(claim.figure.high),
        claim.figure.qualifier.id().to_owned(),
        claim.form.id().to_owned(),
        words(&claim.victims),
        claim.victim_class.id().to_owned(),
        words(&claim.speaker),
        words(&claim.relay),
        time(&claim.as_of),
        time(&claim.event_date),
        claim
            .place
            .as_ref()
            .map(|place| place.words.clone())
            .unwrap_or_default(),
        claim.scope.id().to_owned(),
        claim.part_of.to_string(),
        words(&claim.part_of_key),
        claim.modality.id().to_owned(),
        format!("{:.2}", claim.confidence),
        claim.why.rule.to_string(),
    ]
}

fn decision_cells(article: &ArticleRecord, record: &ClaimRecord) -> Vec<String> {
    let fields: Vec<&str> = record.fields.keys().map(|field| field.id()).collect();
    vec![
        fields.join(" "),
        record.note.clone(),
        record.claim().sentence.of(article.text()).to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use crate::claim::Kind;
    use crate::quantity::{Figure, Qualifier};
    use crate::store::tests::{claim, reading};
    use crate::store::{ClaimId, Field, FieldValue, NewArticle, Origin, Store, Verdict};

    #[test]
    fn claims_are_written_as_they_count_with_what_was_decided() {
        let text = "É: at least 12 people died, police said.";
        let mut store = Store::default();
        let figure = Figure::hedged(12, Qualifier::AtLeast);
        let new = NewArticle {
            origin: Origin::Pasted,
            file_name: "=toll.txt".to_owned(),
            sha256: String::new(),
            reading: reading(text, vec![claim(text, "at least 12 people", Kind::Killed, figure)]),
            rules_version: "1".to_owned(),
        };
        let edit = store.add_articles(vec![new]);
        store.commit(edit, "now");
        let speaker = FieldValue::Words(Some("Brenk, Halvar".to_owned()));
        let edit = store.set_field(&[ClaimId(1)], Field::Speaker, Some(&speaker));
        store.commit(edit, "now");
        let edit = store.set_verdict(&[ClaimId(1)], Verdict::Rejected);
        store.commit(edit, "now");
        let csv = String::from_utf8(super::claims_csv(&store)).expect("is text");
        let rows: Vec<&str> = csv.split("\r\n").collect();
        assert_eq!(rows.len(), 3, "head, one claim, the last line's end");
        assert!(rows[1].starts_with("'=toll.txt,'=toll.txt,rejected,,,,"), "{}", rows[1]);
        assert!(
            rows[1].contains(",3,21,at least 12 people,killed,12,12,,at_least,"),
            "{}",
            rows[1]
        );
        assert!(rows[1].contains(",\"Brenk, Halvar\","), "{}", rows[1]);
        assert!(rows[1].contains(",speaker,,"), "{}", rows[1]);
    }
}
