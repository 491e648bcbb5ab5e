//! Data files whose rows are articles: asked what their fields mean, once for all files with the same fields, and read then.

use std::sync::Arc;

use super::App;
use super::importing;
use super::opening;
use super::read_files::{Outcome, Raw, Request, raw};
use crate::article::{Article, Dataset, FieldMap, Grid, RowField, Sheet, rows_as_articles};
use crate::base::short_digest;
use crate::disk::{self, Source};
use crate::jobs::Token;
use crate::read;
use crate::store::{Origin, path_in};

/// Data files that wait for what their fields mean.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenRecords {
    /// The files, which have the same fields.
    pub(super) files: Vec<RecordFile>,
    /// Which sheet is proposed.
    pub sheet: usize,
    /// What the fields mean: as said before, else as guessed.
    pub fields: FieldMap,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecordFile {
    /// The path as given; of an archive its own.
    outer: String,
    /// Where it lies in the archive; empty for a file by itself.
    inside: String,
    dataset: Dataset,
    /// Its bytes, where it is a table of claims as it is.
    table: Option<Source>,
}

impl RecordFile {
    /// “tolls.csv”.
    fn name(&self) -> String {
        let path = path_in(&self.outer, &self.inside);
        let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
        format!("“{name}”")
    }
}

impl OpenRecords {
    /// The name of the file or of both, or how many there are.
    pub fn name(&self) -> String {
        match self.files.as_slice() {
            [file] => file.name(),
            [first, second] => format!("{} and {}", first.name(), second.name()),
            files => format!("{} files", files.len()),
        }
    }

    /// The sheets to choose from; those of the first file.
    pub fn sheets(&self) -> &[Sheet] {
        self.files.first().map_or(&[], |file| &file.dataset.sheets)
    }

    /// The rows of all files: of the given sheet where there is one file, else of the sheet with articles in each.
    pub fn rows(&self, sheet: usize) -> impl Iterator<Item = &Sheet> {
        let is_one = self.files.len() == 1;
        self.files.iter().filter_map(move |file| {
            let at = if is_one {
                sheet
            } else {
                file.dataset.articles_at().unwrap_or(sheet)
            };
            file.dataset.sheets.get(at)
        })
    }

    /// True where the rows may be claims as well: one file, whose sheet has a column of numbers.
    pub fn may_be_claims(&self, sheet: usize) -> bool {
        let name = self.sheets().get(sheet).map(|sheet| sheet.name.as_str());
        self.files.len() == 1
            && self
                .files
                .first()
                .is_some_and(|file| file.dataset.tables().iter().any(|(table, _)| Some(*table) == name))
    }
}

#[cfg(test)]
impl OpenRecords {
    /// The data that `bytes` are, as opened from a file of that name.
    pub(crate) fn of_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        let file = RecordFile {
            outer: name.to_owned(),
            inside: String::new(),
            dataset: Dataset::read(bytes)?,
            table: None,
        };
        Some(of_files(vec![file]))
    }

    /// With the files of another question in this one.
    pub(crate) fn join(&mut self, other: Self) {
        self.files.extend(other.files);
    }
}

/// Takes a file that holds data: rows that look like articles are asked about, sheets of claims go on as tables. Gives back
/// what is to be read.
pub(super) fn taken(raw: Raw, token: &Token, outcome: &mut Outcome) -> Vec<Raw> {
    if raw.article.is_some() {
        return vec![raw];
    }
    let dataset = match disk::read_rows(&raw.source.bytes, token) {
        Ok(Some(dataset)) => dataset,
        Ok(None) => return vec![raw],
        Err(sentence) => {
            outcome.problems.push((raw.file_name, sentence));
            return Vec::new();
        }
    };
    if dataset.articles_at().is_none() {
        let is_named = dataset.sheets.iter().any(|sheet| FieldMap::guess(sheet).fits(sheet));
        // texts with names of their own are articles, however short, where no column counts anything
        let mut tables = tables(&raw, &dataset);
        if is_named && !tables.iter().any(holds_claims) {
            tables.clear();
        }
        let is_packed = raw.source.bytes.starts_with(b"PK");
        if !tables.is_empty() || !(is_named || is_packed) {
            return if tables.is_empty() { vec![raw] } else { tables };
        }
    }
    let (outer, inside) = match raw.origin {
        Origin::Part(outer, _) => (outer, raw.file_name),
        _ => (raw.name, String::new()),
    };
    outcome.records.push(RecordFile {
        outer,
        inside,
        table: dataset.is_delimited.then_some(raw.source),
        dataset,
    });
    Vec::new()
}

/// True where claims can be made of a table as its columns are guessed.
fn holds_claims(table: &Raw) -> bool {
    let text = String::from_utf8_lossy(&table.source.bytes);
    Grid::read(&text).is_some_and(|grid| read::guess(&grid).lack(&grid).is_none())
}

/// Sheets of claims, each as a table of its own.
fn tables(raw: &Raw, dataset: &Dataset) -> Vec<Raw> {
    let tables = (0..).zip(dataset.tables());
    let outer = match &raw.origin {
        Origin::Part(outer, _) => outer.clone(),
        _ => raw.name.clone(),
    };
    tables
        .map(|(number, (sheet, text))| {
            let file_name = match sheet {
                "" => raw.file_name.clone(),
                sheet => format!("{}: {sheet}", raw.file_name),
            };
            let origin = Origin::Part(outer.clone(), number);
            super::read_files::raw(&path_in(&outer, &file_name), &file_name, origin, text.into_bytes())
        })
        .collect()
}

/// Puts files before the analyst, those with the same fields together, with what was said of such before.
pub(super) fn ask(app: &mut App, files: Vec<RecordFile>) {
    let mut groups: Vec<(String, Vec<RecordFile>)> = Vec::new();
    for file in files {
        let key = key(&file.dataset);
        // a workbook is asked about by itself: its sheets are chosen from
        let is_alone = file.dataset.sheets.len() > 1;
        match groups.iter_mut().find(|(other, _)| *other == key && !is_alone) {
            Some((_, group)) => group.push(file),
            None => groups.push((key, vec![file])),
        }
    }
    for (key, files) in groups {
        let mut open = of_files(files);
        let said = app
            .state
            .settings
            .tables
            .get(&key)
            .and_then(|said| FieldMap::parse(said).ok());
        let fits = |said: &FieldMap| open.sheets().get(open.sheet).is_some_and(|sheet| said.fits(sheet));
        if let Some(said) = said.filter(fits) {
            open.fields = said;
        }
        app.state.batch.records.push_back(Arc::new(open));
    }
}

fn of_files(files: Vec<RecordFile>) -> OpenRecords {
    let first = files.first().map(|file| &file.dataset);
    let sheet = first.and_then(Dataset::articles_at).unwrap_or(0);
    let fields = first.and_then(|dataset| dataset.sheets.get(sheet)).map(FieldMap::guess);
    OpenRecords {
        sheet,
        fields: fields.unwrap_or_default(),
        files,
    }
}

/// The name under which settings remember what the fields mean: files of which the same would be guessed have the same.
fn key(dataset: &Dataset) -> String {
    let sheet = dataset.sheets.get(dataset.articles_at().unwrap_or(0));
    let guess = sheet.map(|sheet| FieldMap::guess(sheet).written()).unwrap_or_default();
    format!("rows-{}", short_digest([guess.as_str()]))
}

/// Begins to read the rows that wait.
pub(super) fn import(app: &mut App, sheet: usize, fields: FieldMap) {
    let Some(open) = app.state.batch.records.pop_front() else {
        return;
    };
    if let Some(file) = open.files.first() {
        importing::remember(app, key(&file.dataset), fields.written());
    }
    opening::open(app, Request::Records(open, sheet, fields));
}

/// Leaves the rows that wait alone.
pub(super) fn skip(app: &mut App) {
    if let Some(open) = app.state.batch.records.pop_front() {
        let verb = if open.files.len() == 1 { "was" } else { "were" };
        app.toast(&format!("{} {verb} not imported.", open.name()), false);
    }
}

/// The articles of the rows, and what of them has no text.
pub(super) fn raws(open: &OpenRecords, sheet: usize, fields: &FieldMap, outcome: &mut Outcome) -> Vec<Raw> {
    let mut raws = Vec::new();
    for (file, rows) in open.files.iter().zip(open.rows(sheet)) {
        let articles = rows_as_articles(rows, fields);
        let left_out = rows.rows.len() - articles.len() + rows.left_out;
        if left_out > 0 {
            let sentence = match left_out {
                1 => "1 row has no text or could not be read, and was left out.".to_owned(),
                many => format!("{many} rows have no text or could not be read, and were left out."),
            };
            outcome.problems.push((path_in(&file.outer, &file.inside), sentence));
        }
        for (number, part) in articles {
            let inside = if file.inside.is_empty() {
                part.path
            } else {
                path_in(&file.inside, &part.path)
            };
            let origin = Origin::Row(file.outer.clone(), number);
            raws.push(raw(&path_in(&file.outer, &inside), &inside, origin, part.bytes));
        }
    }
    raws
}

/// The rows that wait are claims after all.
pub(super) fn as_claims(app: &mut App, sheet: usize) {
    let Some(open) = app.state.batch.records.front() else {
        return;
    };
    let Some(file) = open.files.first() else { return };
    let Some(rows) = file.dataset.sheets.get(sheet) else {
        return;
    };
    let path = path_in(&file.outer, &file.inside);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    let (origin, name, source) = match &file.table {
        Some(source) if file.inside.is_empty() => (Origin::File(path.clone()), name.to_owned(), source.clone()),
        _ => {
            let name = if rows.name.is_empty() {
                name.to_owned()
            } else {
                format!("{name}: {}", rows.name)
            };
            let number = u32::try_from(sheet).unwrap_or_default();
            let source = Source::new(&name, rows.as_table().into_bytes());
            (Origin::Part(file.outer.clone(), number), name, source)
        }
    };
    let article: Arc<Article> = Arc::new(crate::article::read(&source.bytes, &name));
    match importing::table(origin, name, source, &article) {
        Some(table) => {
            app.state.batch.records.pop_front();
            importing::ask(app, vec![table]);
        }
        None => app.toast("These rows have no column of numbers, so they hold no claims.", false),
    }
}

/// The rows of the table that waits are articles after all.
pub(super) fn table_as_articles(app: &mut App) {
    let Some(table) = app.state.tables.front().filter(|table| table.article.is_none()) else {
        return;
    };
    let Some(dataset) = Dataset::of_table(&table.text) else {
        return;
    };
    let (outer, inside) = match &table.origin {
        Origin::Part(outer, _) => (outer.clone(), table.file_name.clone()),
        Origin::File(path) | Origin::Row(path, _) => (path.clone(), String::new()),
        Origin::Pasted | Origin::Sample(_) => (table.file_name.clone(), String::new()),
    };
    let open = of_files(vec![RecordFile {
        outer,
        inside,
        dataset,
        table: table.source.as_deref().cloned(),
    }]);
    app.state.tables.pop_front();
    app.state.batch.records.push_front(Arc::new(open));
}

/// What a row would be as an article, for a look before it is one.
pub fn look_at_rows(sheet: &Sheet, fields: &FieldMap, most: usize) -> Vec<[String; 4]> {
    let value = |row: &crate::article::Row, field: RowField| {
        let name = fields.get(field)?;
        crate::article::value_of(row, name)
    };
    let rows = sheet.rows.iter().filter(|row| value(row, RowField::Text).is_some());
    let shown = rows.take(most).map(|row| {
        [RowField::Title, RowField::Outlet, RowField::Date, RowField::Text]
            .map(|field| value(row, field).unwrap_or_default())
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::{Outcome, raw, taken};
    use crate::store::Origin;

    #[test]
    fn short_texts_with_names_are_articles_and_counts_are_claims() {
        let check = |name: &str, text: &str, num_records: usize| {
            let mut outcome = Outcome::default();
            let origin = Origin::File(name.to_owned());
            taken(raw(name, name, origin, text.as_bytes().to_vec()), &mut outcome);
            assert_eq!(outcome.records.len(), num_records, "{name}");
        };
        let articles = r#"[{"headline": "Inquiry opens", "text": "The prosecutor said that 18 people had died.", "date": "2032-04-15"},
            {"headline": "Union lists its dead", "text": "26 people were killed, the union said.", "date": "2032-04-16"}]"#;
        check("articles.json", articles, 1);
        let counts = r#"[{"date": "2032-04-15", "source": "Union", "killed": 18}, {"date": "2032-04-16", "source": "Union", "killed": 26}]"#;
        check("counts.json", counts, 0);
        check(
            "counts.csv",
            "date,text,killed\n2032-04-15,The union said so,18\n2032-04-16,It said so again,26\n",
            0,
        );
    }
}
