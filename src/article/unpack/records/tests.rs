//! Examples of data files, all invented: what their rows become, and what is left to other readers.

use std::io::Cursor;

use super::{Dataset, FieldMap, RowField, parts_of};
use crate::article::facts::Article;
use crate::article::{Format, read};

const TEXT: &str = "At least 12 people were killed in the harbour fire, the city hospital said on Monday. Police spoke of 40 \
                    injured, several children among them, and said that the count was not final and would be told again on \
                    the next day by the ministry.";

fn guessed(dataset: &Dataset) -> String {
    let at = dataset.articles_at().unwrap();
    FieldMap::guess(&dataset.sheets[at]).written()
}

fn articles(dataset: &Dataset) -> Vec<Article> {
    let sheet = &dataset.sheets[dataset.articles_at().unwrap()];
    let parts = parts_of(sheet, &FieldMap::guess(sheet));
    parts.iter().map(|(_, part)| read(&part.bytes, &part.path)).collect()
}

#[track_caller]
fn check_first(dataset: &Dataset) {
    let article = &articles(dataset)[0];
    assert_eq!(article.format, Format::Record);
    assert_eq!(&*article.text, format!("Toll rises\n\n{TEXT}"));
    let value = |fact: &Option<crate::article::Stated>| fact.as_ref().map(|fact| fact.value.clone());
    assert_eq!(value(&article.title).as_deref(), Some("Toll rises"));
    assert_eq!(value(&article.publisher).as_deref(), Some("The Lantern"));
    assert!(article.dates[0].words.starts_with("2031-03-03"), "{:?}", article.dates);
}

#[test]
fn objects_of_all_forms_become_articles() {
    let row = |title: &str| {
        format!(
            r#"{{"headline":"{title}","body":"{TEXT}","source":{{"id":7,"name":"The Lantern"}},"publishedAt":"2031-03-03T05:12:00Z","authors":["Jane Doe","John Roe"],"url":"https://lantern.example/1"}}"#
        )
    };
    let (one, two) = (row("Toll rises"), row("Seven held"));
    for text in [
        format!("[{one},\n{two}]"),
        format!("{one}\n{two}\n"),
        format!("{one}\n{two}\n{one}\nnot an object\n"),
        format!("\u{feff}{{\"status\":\"ok\",\"response\":{{\"articles\":[{one},{two}]}}}}"),
    ] {
        let dataset = Dataset::read(text.as_bytes()).unwrap();
        assert_eq!(
            guessed(&dataset),
            "text=body,title=headline,outlet=source.name,author=authors,date=publishedAt,address=url"
        );
        check_first(&dataset);
        assert!(articles(&dataset).len() >= 2);
        assert_eq!(
            articles(&dataset)[0].address.as_deref(),
            Some("https://lantern.example/1")
        );
    }
    let single = Dataset::read(one.as_bytes()).unwrap();
    assert_eq!(single.sheets[0].rows.len(), 1);
    check_first(&single);
}

#[test]
fn tables_of_text_become_articles() {
    let rows = format!("The Lantern,2031-03-03,Toll rises,\"{TEXT}\"\nCourier,2031-03-05,Seven held,\"{TEXT}\"\n");
    let dataset = Dataset::read(format!("source,date,title,content\n{rows}").as_bytes()).unwrap();
    assert_eq!(guessed(&dataset), "text=content,title=title,outlet=source,date=date");
    check_first(&dataset);
    let tabs = format!("title\ttext\nToll rises\t{TEXT}\n");
    assert_eq!(articles(&Dataset::read(tabs.as_bytes()).unwrap()).len(), 1);
    let table = dataset.sheets[0].as_table();
    assert_eq!(Dataset::read(table.as_bytes()).unwrap(), dataset);
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let empty = book.add_worksheet().set_name("Notes").unwrap();
    empty.write(0, 0, "Nothing here").unwrap();
    let sheet = book.add_worksheet().set_name("Articles").unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2031, 3, 3).unwrap();
    let form = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(0, 0, "Made for this test").unwrap();
    for (column, name) in (0..).zip(["Source", "Date", "Title", "Text", "Dead"]) {
        sheet.write(2, column, name).unwrap();
    }
    for row in 3..5 {
        sheet.write(row, 0, "The Lantern").unwrap();
        sheet.write_with_format(row, 1, &day, &form).unwrap();
        sheet.write(row, 2, "Toll rises").unwrap();
        sheet.write(row, 3, TEXT).unwrap();
        sheet.write(row, 4, 12).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn sheets_of_workbooks_become_articles_or_tables() {
    let bytes = workbook();
    let dataset = Dataset::read(&bytes).unwrap();
    check_first(&dataset);
    let sheet = &dataset.sheets[dataset.articles_at().unwrap()];
    assert_eq!((sheet.name.as_str(), sheet.rows.len()), ("Articles", 2));
    assert!(
        sheet
            .as_table()
            .starts_with("Source,Date,Title,Text,Dead\nThe Lantern,2031-03-03,")
    );
    // it is one file, not an archive of pages
    let unpacked = crate::article::unpack(bytes.clone(), Default::default(), &crate::jobs::Token::new());
    assert_eq!((unpacked.parts.len(), unpacked.parts[0].path.as_str()), (1, ""));
    for cut in (0..bytes.len()).step_by(97) {
        drop(Dataset::read(bytes.get(..cut).unwrap()));
        let mut bad = bytes.clone();
        bad[cut] ^= 0x55;
        drop(Dataset::read(&bad));
    }
    assert_eq!(Dataset::read(&Cursor::new(b"PK\x03\x04").into_inner()[..]), None);
}

#[test]
fn texts_and_tables_of_numbers_are_left_to_others() {
    for text in [
        "",
        "{",
        "[1, 2, 3]",
        "\"a\"",
        "{curly} words\nof a text",
        "[Editor's note] Twelve died.",
        "On Monday, police said 12 died.\nOn Tuesday, they said 13.",
        "day,dead,who\n1,2,3\n4,5,6\n",
        "{\"tallyscope\":\"record\",\"fields\":{},\"row\":{}}",
    ] {
        let articles = Dataset::read(text.as_bytes()).and_then(|dataset| dataset.articles_at());
        assert_eq!(articles, None, "{text}");
    }
    let long =
        format!("In the harbour, people wait.\n{TEXT}, they said.\n{TEXT}, she said.\n").replace("fire,", "fire");
    assert_eq!(Dataset::read(long.as_bytes()), None);
}

#[test]
fn pages_in_fields_are_read_as_pages() {
    let html = format!("<div><p>{TEXT}</p><p>{TEXT}</p></div>");
    let row = serde_json::json!({"title": "Toll rises", "content_html": html, "created": 1930281120});
    let dataset = Dataset::read(row.to_string().as_bytes()).unwrap();
    let article = &articles(&dataset)[0];
    assert_eq!(&*article.text, format!("Toll rises\n\n{TEXT}\n\n{TEXT}"));
    assert_eq!(article.dates[0].words, "2031-03-03T05:12:00Z");
    assert_eq!(
        article.title.as_ref().unwrap().span.unwrap().of(&article.text),
        "Toll rises"
    );
}

#[test]
fn meanings_are_written_and_read_back() {
    let mut fields = FieldMap::default();
    fields.set(RowField::Text, Some("a,b=c%2C".to_owned()));
    fields.set(RowField::Outlet, Some("source.name".to_owned()));
    assert_eq!(FieldMap::parse(&fields.written()), Ok(fields));
    assert!(FieldMap::parse("text").unwrap_err().contains("“text”"));
    assert!(FieldMap::parse("words=body").is_err());
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_data_or_not(text in "[\\[\\]{}\",:a-c0-9;\n]{0,120}") {
        if let Some(dataset) = Dataset::read(text.as_bytes()) {
            for sheet in &dataset.sheets {
                let fields = FieldMap::parse("text=a,title=b").unwrap();
                for (_, part) in parts_of(sheet, &fields) {
                    proptest::prop_assert_eq!(read(&part.bytes, "").format, Format::Record);
                }
            }
        }
    }
}
