//! The history in words: what a step changed, old and new, and what happened to one claim.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::history_words::{adopted, name, ruling, said, says, setting, value};
use super::words;
use crate::store::{ArticleId, ArticleRecord, Change, ClaimId, ClaimRecord, Field, Status, Step, Store};

/// One change of one thing: which, what of it, and both sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeLine {
    /// The quote, the article's title, the name.
    pub thing: String,
    /// "Speaker"; empty where the thing came or went.
    pub field: String,
    /// As it was; empty where there was nothing.
    pub old: String,
    /// As it is afterwards; empty where there is nothing.
    pub new: String,
    /// The claim, where it is about one.
    pub claim: Option<ClaimId>,
    /// The article, where it is about one or about its claim.
    pub article: Option<ArticleId>,
}

/// What happened to a claim in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimStep {
    /// The step's number.
    pub number: i64,
    /// When, in words.
    pub when: String,
    /// False where it is taken back.
    pub done: bool,
    /// What changed of the claim.
    pub lines: Vec<ChangeLine>,
}

/// The number of lines that are made of one step: an import has tens of thousands of rows.
pub const MOST_LINES: usize = 400;

/// A moment of the journal in the time of this machine: "Fri 14 March 2031, 09:05".
pub fn moment(at: &str) -> String {
    moment_in(at, TimeZone::system())
}

fn moment_in(at: &str, zone: TimeZone) -> String {
    let Ok(moment) = at.parse::<Timestamp>() else {
        return at.to_owned();
    };
    let local = moment.to_zoned(zone);
    format!(
        "{}, {:02}:{:02}",
        words::day(local.date()),
        local.hour(),
        local.minute()
    )
}

/// What a step changed, at most [`MOST_LINES`] lines, and how many rows it has.
pub fn step_lines(store: &Store, step: &Step) -> (Vec<ChangeLine>, usize) {
    let texts = texts_of(store, step);
    let mut lines = Vec::new();
    let mut quiet = Vec::new();
    for (old, new) in step.rows() {
        if lines.len() >= MOST_LINES {
            break;
        }
        // colours go with other changes and are nothing that an analyst did
        let target = if is_seat(new) { &mut quiet } else { &mut lines };
        add_lines(store, &texts, (old, new), target);
    }
    if lines.is_empty() {
        lines = quiet;
    }
    lines.truncate(MOST_LINES);
    (lines, step.edit.changes.len())
}

/// What happened to a claim, oldest first.
pub fn claim_steps(store: &Store, claim: ClaimId) -> Vec<ClaimStep> {
    let now = store.history().now();
    let article = store.claim(claim).map(|record| record.article);
    let texts: Texts<'_> = article
        .and_then(|id| store.article(id))
        .into_iter()
        .map(|row| (row.id, row.text()))
        .collect();
    let steps = store.history().steps_of(claim).map(|step| {
        let mut lines = Vec::new();
        for (old, new) in step.rows() {
            if matches!(new, Change::Claim(id, _) if *id == claim) {
                add_lines(store, &texts, (old, new), &mut lines);
            }
        }
        ClaimStep {
            number: step.number,
            when: moment(&step.at),
            done: step.number <= now,
            lines,
        }
    });
    steps.filter(|step| !step.lines.is_empty()).collect()
}

fn is_seat(change: &Change) -> bool {
    matches!(change, Change::Setting(name, _) if name.starts_with("source ") || name.starts_with("legend "))
}

/// Texts of articles, to quote from.
type Texts<'r> = BTreeMap<ArticleId, &'r str>;

/// The texts of the articles that a step is about: of those that are there, as they are, of those that went, as they were.
fn texts_of<'r>(store: &'r Store, step: &'r Step) -> Texts<'r> {
    let mut texts = Texts::new();
    for change in step.inverse.changes.iter().chain(&step.edit.changes) {
        match change {
            Change::Article(id, Some(row)) => {
                texts.entry(*id).or_insert_with(|| row.text());
            }
            Change::Claim(_, Some(row)) => {
                if let Some(article) = store.article(row.article) {
                    texts.insert(row.article, article.text());
                }
            }
            _ => {}
        }
    }
    texts
}

fn add_lines(store: &Store, texts: &Texts<'_>, sides: (&Change, &Change), lines: &mut Vec<ChangeLine>) {
    match sides {
        (Change::Claim(_, old), Change::Claim(id, new)) => {
            claim_lines(texts, *id, (old.as_deref(), new.as_deref()), lines);
        }
        (Change::Article(_, old), Change::Article(id, new)) => {
            article_lines(*id, (old.as_deref(), new.as_deref()), lines);
        }
        (Change::Setting(_, old), Change::Setting(name, new)) => lines.push(ChangeLine {
            thing: setting(store, name),
            field: "Setting".to_owned(),
            old: old.as_deref().map(|value| words::short(value, 80)).unwrap_or_default(),
            new: new.as_deref().map(|value| words::short(value, 80)).unwrap_or_default(),
            ..ChangeLine::default()
        }),
        (Change::Ruling(_, old), Change::Ruling(_, new)) => lines.push(ChangeLine {
            thing: "Conclusion".to_owned(),
            field: "Ruling".to_owned(),
            old: old.as_ref().map(ruling).unwrap_or_default(),
            new: new.as_ref().map(ruling).unwrap_or_default(),
            ..ChangeLine::default()
        }),
        (Change::Name(_, old), Change::Name(about, new)) => lines.push(ChangeLine {
            thing: name(about),
            field: "Name".to_owned(),
            old: old.as_ref().map(said).unwrap_or_default(),
            new: new.as_ref().map(said).unwrap_or_default(),
            ..ChangeLine::default()
        }),
        (Change::Adopted(_, old), Change::Adopted(about, new)) => lines.push(ChangeLine {
            thing: format!(
                "{}, {}, {}",
                about.story,
                words::kind(about.kind).to_lowercase(),
                words::day(about.day)
            ),
            field: "Adopted figure".to_owned(),
            old: old.as_ref().map(adopted).unwrap_or_default(),
            new: new.as_ref().map(adopted).unwrap_or_default(),
            ..ChangeLine::default()
        }),
        _ => {}
    }
}

type Sides<'r, T> = (Option<&'r T>, Option<&'r T>);

fn claim_lines(texts: &Texts<'_>, id: ClaimId, (old, new): Sides<'_, ClaimRecord>, lines: &mut Vec<ChangeLine>) {
    let Some(record) = new.or(old) else { return };
    let text = texts.get(&record.article).copied().unwrap_or_default();
    let quote = words::short(record.claim().span.of(text), 60);
    let line = |field: &str, old: String, new: String| ChangeLine {
        thing: if quote.is_empty() {
            words::kind(record.claim().kind).to_owned()
        } else {
            format!("“{quote}”")
        },
        field: field.to_owned(),
        old,
        new,
        claim: Some(id),
        article: Some(record.article),
    };
    let (Some(old), Some(new)) = (old, new) else {
        let whole = claim_words(record);
        lines.push(if new.is_some() {
            line("", String::new(), whole)
        } else {
            line("", whole, String::new())
        });
        return;
    };
    let before = lines.len();
    let mut add = |field: &str, old: String, new: String| {
        if old != new {
            lines.push(line(field, old, new));
        }
    };
    add("Review", state(old), state(new));
    for field in Field::ALL {
        add(
            words::field(field),
            value(field.read(old.claim())),
            value(field.read(new.claim())),
        );
    }
    let span = |record: &ClaimRecord| words::short(record.claim().span.of(text), 60);
    add("Words", span(old), span(new));
    add("Note", old.note.clone(), new.note.clone());
    add("Tags", old.tags.join(", "), new.tags.join(", "));
    if lines.len() == before && old != new {
        lines.push(line("Reading", "as before".to_owned(), "with other reasons".to_owned()));
    }
}

fn state(record: &ClaimRecord) -> String {
    let words = words::status(record.status()).to_owned();
    if record.vanished {
        format!("{words}, no longer found by the machine")
    } else {
        words
    }
}

/// "killed ≥ 12, police, unreviewed".
fn claim_words(record: &ClaimRecord) -> String {
    let mut words = says(record.claim());
    if record.status() != Status::Unreviewed {
        words.push_str(&format!(", {}", words::status(record.status()).to_lowercase()));
    }
    words
}

fn article_lines(id: ArticleId, (old, new): Sides<'_, ArticleRecord>, lines: &mut Vec<ChangeLine>) {
    let Some(record) = new.or(old) else { return };
    let line = |field: &str, old: String, new: String| ChangeLine {
        thing: words::short(record.title(), 60),
        field: field.to_owned(),
        old,
        new,
        claim: None,
        article: Some(id),
    };
    let (Some(old), Some(new)) = (old, new) else {
        let whole = format!(
            "article, {}",
            words::count(record.text().split_whitespace().count(), "word")
        );
        lines.push(if new.is_some() {
            line("", String::new(), whole)
        } else {
            line("", whole, String::new())
        });
        return;
    };
    let before = lines.len();
    let mut add = |field: &str, old: String, new: String| {
        if old != new {
            lines.push(line(field, old, new));
        }
    };
    let day = |row: &ArticleRecord| row.published().map(words::day).unwrap_or_default();
    let words_of = |words: Option<&str>| words.unwrap_or_default().to_owned();
    add("Title", old.title().to_owned(), new.title().to_owned());
    add("Publisher", words_of(old.publisher()), words_of(new.publisher()));
    add("Author", words_of(old.author()), words_of(new.author()));
    add("Published", day(old), day(new));
    add("Note", old.note.clone(), new.note.clone());
    add("Tags", old.tags.join(", "), new.tags.join(", "));
    let size = |row: &ArticleRecord| words::count(row.text().chars().count(), "character");
    if old.text() != new.text() {
        lines.push(line("Text", size(old), size(new)));
    }
    if lines.len() == before {
        let rules = |row: &ArticleRecord| format!("by rules {}", row.rules_version);
        lines.push(line("Reading", rules(old), rules(new)));
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{ChangeLine, claim_steps, moment_in, step_lines};
    use crate::show::testing::{claim, store};
    use crate::store::{Edit, Field, FieldValue, Store, Told, Verdict};

    fn project() -> Store {
        store(&[(
            "Herald",
            "2031-03-14",
            "Toll\n\n{killed @Ministry|29 dead} and {injured|40 hurt}.",
        )])
    }

    /// What the step of this edit changed, a line each: thing, field: old -> new.
    #[track_caller]
    fn check(edit: impl FnOnce(&Store) -> Edit, expected: &[&str]) {
        let mut store = project();
        let edit = edit(&store);
        let step = store.commit(edit, "2031-03-15T09:00:00Z").expect("a change");
        let (lines, _) = step_lines(&store, &step);
        assert_eq!(lines.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    fn shown(line: &ChangeLine) -> String {
        format!("{} {}: {} -> {}", line.thing, line.field, line.old, line.new).replace('\u{a0}', " ")
    }

    #[test]
    fn steps_say_old_and_new() {
        let dead = |store: &Store| claim(store, "29 dead");
        check(
            |store| store.set_verdict(&[dead(store)], Verdict::Accepted),
            &["“29 dead” Review: Unreviewed -> Accepted"],
        );
        check(
            |store| {
                let none = FieldValue::Words(None);
                store.set_field(&[dead(store)], Field::Speaker, Some(&none))
            },
            &[
                "“29 dead” Review: Unreviewed -> Corrected",
                "“29 dead” Speaker: Ministry -> not stated",
            ],
        );
        check(
            |store| store.set_note(&[dead(store)], "ask"),
            &["“29 dead” Note:  -> ask"],
        );
        let article = project().articles().next().expect("one").id;
        let told = Told {
            title: Some("The toll".to_owned()),
            ..Told::default()
        };
        check(
            |store| store.tell(&[article], &told),
            &["The toll Title: Toll -> The toll"],
        );
        check(
            |store| store.remove_articles(&[article]),
            &[
                "“29 dead” : killed 29, Ministry -> ",
                "“40 hurt” : injured 40 -> ",
                "Toll : article, 6 words -> ",
            ],
        );
        check(
            |store| store.set_setting("name", Some("Harrow")),
            &["name Setting:  -> Harrow"],
        );
    }

    #[test]
    fn colours_are_told_only_where_nothing_else_changed() {
        let seat = |store: &Store| store.set_setting("source Herald", Some("3"));
        check(seat, &["Colour of a source Setting:  -> 3"]);
        check(
            |store| {
                let note = store.set_note(&[claim(store, "40 hurt")], "ask");
                let changes = seat(store).changes.into_iter().chain(note.changes);
                Edit::new("both", changes.collect())
            },
            &["“40 hurt” Note:  -> ask"],
        );
    }

    #[test]
    fn a_claim_tells_its_own_history() {
        let mut store = project();
        let dead = claim(&store, "29 dead");
        for edit in [
            store.set_verdict(&[dead], Verdict::Accepted),
            store.set_note(&[claim(&store, "40 hurt")], "x"),
        ] {
            store.commit(edit, "2031-03-15T09:00:00Z");
        }
        let edit = store.set_note(&[dead], "ask");
        store.commit(edit, "2031-03-16T09:00:00Z");
        store.undo();
        let steps = claim_steps(&store, dead);
        let told: Vec<_> = steps
            .iter()
            .map(|step| (step.number, step.done, shown(&step.lines[0])))
            .collect();
        assert_eq!(
            told,
            [
                (1, true, "“29 dead” :  -> killed 29, Ministry".to_owned()),
                (2, true, "“29 dead” Review: Unreviewed -> Accepted".to_owned()),
                (4, false, "“29 dead” Note:  -> ask".to_owned()),
            ]
        );
    }

    #[test]
    fn moments_are_shown_in_the_time_of_this_place() {
        assert_eq!(
            moment_in("2031-03-14T09:05:00Z", TimeZone::UTC),
            "Fri 14 March 2031, 09:05"
        );
        assert_eq!(moment_in("some day", TimeZone::UTC), "some day");
    }
}
