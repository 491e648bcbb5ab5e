//! The claims of a project as a CSV table: what counts, what the machine read, and what was decided.

use super::adopted::evidence;
use super::cell::row;
use super::reading_cells::{READING_COLUMNS, reading_cells};
use crate::base::Offsets;
use crate::store::{ArticleRecord, ClaimRecord, Store};

/// The columns of where the claim stands.
const PLACE_COLUMNS: &[&str] = &[
    "file",
    "title",
    "status",
    "publisher",
    "published",
    "published_basis",
    "id",
    "page",
    "start",
    "end",
    "text",
];

/// The columns of what lies behind the reading, and what was decided.
const DECISION_COLUMNS: &[&str] = &[
    "confidence",
    "rule",
    "corrected_fields",
    "note",
    "sentence",
    "evidence_for",
];

/// All claims of the project, rejected ones too, in the order of the articles and their texts. UTF-8, RFC 4180, one
/// head line; offsets are code points into the article's text. Cells that a spreadsheet would run begin with an
/// apostrophe. `evidence_for` names the adopted figures that rest on the claim.
pub fn claims_csv(store: &Store) -> Vec<u8> {
    let evidence = evidence(store);
    let mut out = row(&[PLACE_COLUMNS, READING_COLUMNS, DECISION_COLUMNS].concat());
    for article in store.articles() {
        let offsets = Offsets::new(article.text());
        for record in store.claims_of(article.id) {
            let mut cells = place_cells(article, record, &offsets);
            let claim = record.claim();
            cells.extend(reading_cells(claim));
            cells.extend([format!("{:.2}", claim.confidence), claim.why.rule.to_string()]);
            cells.extend(decision_cells(article, record));
            cells.push(evidence.get(&record.id).cloned().unwrap_or_default());
            out.push_str(&row(&cells));
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
        article
            .page(claim.span)
            .map(|page| page.to_string())
            .unwrap_or_default(),
        start.to_string(),
        end.to_string(),
        claim.span.of(article.text()).to_owned(),
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
