//! The columns of the table of claims: one list for CSV and XLSX, each with what it tells, its HXL tag and its width.

use super::replaced::Replaced;
use super::value::Cell;
use crate::base::Offsets;
use crate::claim::{Claim, Kind};
use crate::store::{ArticleRecord, ClaimRecord};

/// One claim with all that its row tells.
pub(super) struct Row<'r> {
    pub(super) article: &'r ArticleRecord,
    pub(super) record: &'r ClaimRecord,
    pub(super) offsets: &'r Offsets<'r>,
    /// The adopted figures that rest on it.
    pub(super) evidence: &'r str,
    pub(super) replaced: &'r Replaced,
}

impl<'r> Row<'r> {
    /// The claim as it counts.
    pub(super) fn claim(&self) -> &'r Claim {
        self.record.claim()
    }

    /// A name that no other claim of any project has: of the file's hash and of the claim in it.
    pub(super) fn uid(&self) -> String {
        let file = self.article.sha256.get(..12).unwrap_or(&self.article.sha256);
        format!("{file}-{}", self.claim().key)
    }

    /// The claim's words.
    pub(super) fn quote(&self) -> &'r str {
        self.claim().span.of(self.article.text())
    }

    /// Where the publication day comes from; empty where it is not known.
    pub(super) fn published_basis(&self) -> &'static str {
        match (&self.article.told.published, &self.article.reading.published) {
            (Some(_), _) => "given",
            (None, Some(published)) => published.basis.id(),
            (None, None) => "",
        }
    }
}

/// How a column's cell is found.
#[derive(Clone, Copy)]
pub(super) enum Read {
    /// From the row.
    Row(fn(&Row<'_>) -> Cell),
    /// From a claim: the one that counts, or the machine's reading of it.
    Claim(fn(&Claim) -> Cell),
}

/// One column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its head.
    pub(super) id: &'static str,
    /// What it tells.
    pub(super) help: &'static str,
    /// Its tag in the Humanitarian Exchange Language; empty where there is none that fits. Validators take #affected for a number
    /// and #date for a day in every row.
    pub(super) tag: &'static str,
    /// Its width in a spreadsheet, in characters.
    pub(super) width: u8,
    pub(super) read: Read,
}

const fn column(texts: [&'static str; 3], width: u8, read: Read) -> Column {
    let [id, tag, help] = texts;
    Column {
        id,
        help,
        tag,
        width,
        read,
    }
}

/// Attributes of the Humanitarian Exchange Language for kinds of harm. Those for killed, injured, abducted and displaced are
/// of its dictionary (<https://hxlstandard.org/standard/1-1final/dictionary/>), the others are made up, as it allows.
pub(super) const KIND_TAGS: &[(Kind, &str)] = &[
    (Kind::Killed, "killed"),
    (Kind::Injured, "injured"),
    (Kind::Casualties, "casualties"),
    (Kind::Missing, "missing"),
    (Kind::Arrested, "detained"),
    (Kind::Released, "released"),
    (Kind::Abducted, "abducted"),
    (Kind::Displaced, "displaced"),
];

/// Words that a spreadsheet wraps.
pub(super) const WRAPPED: &[&str] = &["text", "sentence", "note", "title", "evidence_for"];

/// All columns in their order.
#[rustfmt::skip]
pub(super) const COLUMNS: &[Column] = &[
    column(["file", "#meta+file", "The file of the article."], 22, Read::Row(|row| Cell::word(&row.article.file_name))),
    column(["title", "#meta+title", "The headline."], 32, Read::Row(|row| Cell::word(row.article.title()))),
    column(["status", "#meta+status", "What you decided: unreviewed, accepted, corrected, by_hand, rejected."], 12,
        Read::Row(|row| Cell::word(row.record.status().id()))),
    column(["publisher", "#meta+source", "The outlet of the article; empty where it is not known."], 20,
        Read::Row(|row| Cell::words(row.article.publisher()))),
    column(["published", "#date+reported", "The publication day."], 12,
        Read::Row(|row| row.article.published().map_or(Cell::Empty, Cell::Day))),
    column(["published_basis", "", "Where that day comes from: given, metadata, dateline, inferred, file_name."], 12,
        Read::Row(|row| Cell::word(row.published_basis()))),
    column(["id", "#meta+id", "The claim's stable name in its article."], 15, Read::Row(|row| Cell::word(&row.claim().key))),
    column(["page", "", "The page of the original, where it has pages."], 6,
        Read::Row(|row| Cell::number(row.article.page(row.claim().span).map(|page| page as u64)))),
    column(["start", "", "Where its words begin in the article's text, in code points."], 8,
        Read::Row(|row| Cell::Number(row.offsets.chars(row.claim().span).0 as u64))),
    column(["end", "", "Where its words end, in code points."], 8,
        Read::Row(|row| Cell::Number(row.offsets.chars(row.claim().span).1 as u64))),
    column(["text", "#description+quote", "The claim's words as the article has them."], 40,
        Read::Row(|row| Cell::word(row.quote()))),
    column(["kind", "#event+type", "What happened: killed, injured, casualties (killed and injured, not told apart), missing, arrested, \
        released, abducted, displaced; “other: …” for what an imported table counts beside these."], 12,
        Read::Claim(|claim| Cell::word(claim.kind.id()))),
    column(["value", "#affected+value+num", "The number as stated; empty for a range, a vague word, a part without a number. Read it with \
        “qualifier”: “more than 4,400” has 4400 here, 4400 in “low”, and no upper bound."], 9,
        Read::Claim(|claim| Cell::number(claim.figure.value))),
    column(["low", "#affected+low+num", "The lowest number that the words allow; for more_than itself excluded; empty: the words give no \
        lower bound."], 9,
        Read::Claim(|claim| Cell::number(claim.figure.low))),
    column(["high", "#affected+high+num", "The highest number that the words allow; for almost and less_than itself excluded; empty: the \
        words give no upper bound."], 9,
        Read::Claim(|claim| Cell::number(claim.figure.high))),
    column(["qualifier", "#meta+qualifier", "How the words hold the number: exact, about, at_least, more_than, almost, up_to, less_than, \
        range, vague, fraction."], 12,
        Read::Claim(|claim| Cell::word(claim.figure.qualifier.id()))),
    column(["form", "", "number, implicit (one person by article or role), named (as many as are named)."], 10,
        Read::Claim(|claim| Cell::word(claim.form.id()))),
    column(["victims", "#group+name", "The words for who was harmed."], 20, Read::Claim(|claim| Cell::words(claim.victims.as_deref()))),
    column(["victim_class", "#group+type", "civilian, protester, security_force, militant, official, journalist, other, unspecified."], 14,
        Read::Claim(|claim| Cell::word(claim.victim_class.id()))),
    column(["speaker", "#meta+source+speaker", "Who vouches for the figure; empty where nobody is named."], 22,
        Read::Claim(|claim| Cell::words(claim.speaker.as_deref()))),
    column(["relay", "#meta+source+relay", "Who passed it on."], 18, Read::Claim(|claim| Cell::words(claim.relay.as_deref()))),
    column(["as_of", "#date+as_of", "The day at which the figure holds."], 12, Read::Claim(|claim| Cell::time(claim.as_of.as_ref()))),
    column(["event_date", "", "When the harm happened: a day, 2031-03, 2031, or an interval as FROM/TO."], 14,
        Read::Claim(|claim| Cell::time(claim.event_date.as_ref()))),
    column(["place", "#loc+name", "Where it happened, in the article's words."], 18,
        Read::Claim(|claim| Cell::words(claim.place.as_ref().map(|place| place.words.as_str())))),
    column(["scope", "#meta+scope", "total (a running total: not to be added up), incident, unknown."], 10,
        Read::Claim(|claim| Cell::word(claim.scope.id()))),
    column(["part_of", "", "True where the figure is included in another one: not to be added to it."], 8,
        Read::Claim(|claim| Cell::Flag(claim.part_of))),
    column(["part_of_id", "", "The id of the whole, where it stands in the same article."], 15,
        Read::Claim(|claim| Cell::words(claim.part_of_key.as_deref()))),
    column(["modality", "#meta+modality", "asserted, reported_uncertain, denied."], 12, Read::Claim(|claim| Cell::word(claim.modality.id()))),
    column(["confidence", "", "How sure the machine is of its reading, 0 to 1."], 10, Read::Row(|row| Cell::Share(row.claim().confidence))),
    column(["rule", "", "The rule that found it."], 20, Read::Row(|row| Cell::word(&row.claim().why.rule))),
    column(["corrected_fields", "", "The fields that you set; their machine values stand in the columns machine_… where these are asked for."], 16,
        Read::Row(|row| Cell::text(row.record.fields.keys().map(|field| field.id()).collect::<Vec<_>>().join(" ")))),
    column(["note", "#meta+note", "Your note."], 28, Read::Row(|row| Cell::word(&row.record.note))),
    column(["sentence", "#description+sentence", "The sentence that holds it."], 60,
        Read::Row(|row| Cell::word(row.claim().sentence.of(row.article.text())))),
    column(["evidence_for", "", "The adopted figures that rest on it."], 28, Read::Row(|row| Cell::word(row.evidence))),
    column(["tags", "#meta+tags", "Your tags of the claim, by “; ”."], 16, Read::Row(|row| Cell::text(row.record.tags.join("; ")))),
    column(["superseded", "", "Why the figure no longer stands: a later total of the same source, a correction, another one preferred; empty where \
        it does."], 24,
        Read::Row(|row| Cell::words(row.replaced.why(row.record.id)))),
    column(["author", "", "Who wrote the article."], 16, Read::Row(|row| Cell::words(row.article.author()))),
    column(["language", "", "The article's language, where it was told."], 9,
        Read::Row(|row| Cell::words(row.article.reading.article.language.as_deref()))),
    column(["address", "#meta+url", "Where the article was published, as the original says."], 24,
        Read::Row(|row| Cell::words(row.article.reading.article.address.as_deref()))),
    column(["sha256", "", "SHA-256 of the original file."], 16, Read::Row(|row| Cell::word(&row.article.sha256))),
    column(["uid", "#meta+code", "A name that no other claim has, in any project: of the file's hash and the claim's id."], 28,
        Read::Row(|row| Cell::text(row.uid()))),
];

impl Column {
    /// The cell of the claim as it counts.
    pub(super) fn cell(&self, row: &Row<'_>) -> Cell {
        match self.read {
            Read::Row(read) => read(row),
            Read::Claim(read) => read(row.claim()),
        }
    }

    /// The cell of the machine's reading; `None` for what no machine reads.
    pub(super) fn machine_cell(&self, row: &Row<'_>) -> Option<Cell> {
        match self.read {
            Read::Row(_) => None,
            // what was made by hand is nobody's reading
            Read::Claim(_) if row.record.by_hand => Some(Cell::Empty),
            Read::Claim(read) => Some(read(&row.record.machine)),
        }
    }

    /// True where the machine reads it.
    pub(super) fn is_read(&self) -> bool {
        matches!(self.read, Read::Claim(_))
    }
}
