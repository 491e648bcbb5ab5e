//! The analyst's word on stretches of text: what becomes boilerplate loses its open claims, what no longer is is read.

use std::sync::Arc;

use jiff::civil::Date;

use super::App;
use super::action::Action;
use super::again;
use super::rereading;
use crate::article::Article;
use crate::base::Span;
use crate::read::{self, Knowledge, Reading};
use crate::show::words;
use crate::store::{
    ArticleId, ArticleRecord, Change, Edit, OrphanOf, RereadSummary, SaidParts, Store, TextPart, article_with,
    corrected_again,
};

/// Carries out what concerns an article's text; gives back what does not.
pub(super) fn act(app: &mut App, action: Action) -> Option<Action> {
    match action {
        Action::SayPart(id, span, part) => {
            let edit = say_part(&app.state.store, id, (span, part), (app.clock.today)());
            if !app.commit(edit) {
                app.toast("Nothing changed: it was so already.", false);
            }
        }
        Action::CorrectText(id, text) => {
            let edit = correct_text(&app.state.store, id, &text, (app.clock.today)());
            let orphaned = app.commit(edit).then(|| app.state.store.orphans(id).len());
            if let Some(count @ 1..) = orphaned {
                let what = words::count(count, "mark");
                app.problem(
                    "",
                    &format!(
                        "{what} of yours found no place in the corrected text. They are kept: the article's facts list \
                         them, and they can be attached to other words there."
                    ),
                );
            }
        }
        Action::Attach(id, what, span) => {
            let edit = attach(&app.state.store, id, (&what, span), (app.clock.today)());
            let edit = rereading::with_claims(app, edit);
            app.commit(edit);
        }
        other => return Some(other),
    }
    None
}

/// The edit that sets a stretch of an article as boilerplate or as the article, with the claims that this changes.
pub(crate) fn say_part(store: &Store, id: ArticleId, (span, part): (Span, TextPart), today: Date) -> Edit {
    let nothing = Edit::new("Boilerplate unchanged", Vec::new());
    let Some(row) = store.article(id).filter(|row| !row.is_table() && !span.is_empty()) else {
        return nothing;
    };
    let old = &row.reading.article;
    let mut parts = store.parts_said(id).unwrap_or_else(|| SaidParts {
        machine: old.boilerplate.clone(),
        said: Vec::new(),
    });
    parts.say(&old.text, span, part);
    let boilerplate = parts.boilerplate(&old.text);
    if boilerplate == old.boilerplate {
        return nothing;
    }
    let article = Article {
        boilerplate,
        ..Article::clone(old)
    };
    let mut draft = store.clone();
    let reading = read_under(row, article, &again::knowledge(store, today));
    let (edit, sum) = draft.reread(id, reading, &row.rules_version);
    let said = store.put_parts(id, &parts);
    let changes = std::iter::once(said).chain(edit.changes).collect();
    Edit::new(label(part, &sum), changes)
}

fn label(part: TextPart, sum: &RereadSummary) -> String {
    let what = match part {
        TextPart::Article => "No longer boilerplate",
        TextPart::Boilerplate => "Set as boilerplate",
    };
    with_counts(what, sum)
}

fn with_counts(what: &str, sum: &RereadSummary) -> String {
    let counts = [
        (sum.added, "new"),
        (sum.changed, "changed"),
        (sum.removed, "gone"),
        (sum.vanished, "kept because you decided on it"),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", words::count(count, "claim")))
        .collect();
    if told.is_empty() {
        return what.to_owned();
    }
    format!("{what}: {}", told.join(", "))
}

/// The reading of an article whose boilerplate differs: claims and names are read anew, its day stays as it was found
/// together with other articles, and so do the full names of what was found before.
pub(super) fn read_under(row: &ArticleRecord, article: Article, knowledge: &Knowledge) -> Reading {
    let name = again::reading_name(row);
    let old = &row.reading;
    let mut reading = Reading {
        article: article.clone().into(),
        ..Reading::clone(old)
    };
    reading.claims = read::claims_again(&name, &reading, knowledge);
    if let Some(single) = read::single(&name, article, knowledge) {
        let known = |span: Span| old.entities.iter().find(|entity| entity.span == span).cloned();
        let entities = single.entities.into_iter();
        reading.entities = entities.map(|entity| known(entity.span).unwrap_or(entity)).collect();
    }
    reading
}

/// The edit that gives an article another text: marks move, its claims are read anew, the file's text is kept beside.
pub(crate) fn correct_text(store: &Store, id: ArticleId, new: &str, today: Date) -> Edit {
    let Some(row) = store.article(id).filter(|row| !row.is_table() && row.text() != new) else {
        return Edit::new("Text unchanged", Vec::new());
    };
    let moved = store.move_marks(row, new);
    let original = store.original_text(id).unwrap_or_else(|| row.text());
    let mut changes = moved.changes;
    changes.push(store.put_original(id, original, new));
    changes.push(Change::Article(id, Some(Arc::new(moved.article.clone()))));
    let mut draft = store.clone();
    draft.apply(&Edit::new("Text corrected", changes.clone()));
    let article = Article::clone(&moved.article.reading.article);
    let reading = read_under(&moved.article, article, &again::knowledge(&draft, today));
    let (edit, sum) = draft.reread(id, reading, &row.rules_version);
    changes.extend(edit.changes);
    let what = if original == new {
        "Text as in the file again"
    } else {
        "Text corrected"
    };
    Edit::new(with_counts(what, &sum), changes)
}

/// The edit that puts what lost its place on other words.
fn attach(store: &Store, id: ArticleId, (what, span): (&OrphanOf, Span), today: Date) -> Edit {
    let OrphanOf::Part(number) = what else {
        return store.attach(id, what, span);
    };
    let mut parts = store.parts_said(id).unwrap_or_default();
    if *number >= parts.said.len() {
        return Edit::new("Nothing attached", Vec::new());
    }
    let part = parts.said.remove(*number).part;
    let gone = Edit::new("Attached", vec![store.put_parts(id, &parts)]);
    let mut draft = store.clone();
    draft.apply(&gone);
    let said = say_part(&draft, id, (span, part), today);
    Edit::new(said.label, gone.changes.into_iter().chain(said.changes).collect())
}

/// Another version of the article's file under the analyst's corrections and what was said of its stretches; gives the
/// rows that keep it, and how many corrections found no place.
pub(super) fn on_new_file(store: &Store, id: ArticleId, article: &mut Article) -> (Vec<Change>, usize) {
    let mut changes = Vec::new();
    let mut lost = 0;
    if let (Some(original), Some(row)) = (store.original_text(id), store.article(id)) {
        let (text, unplaced) = corrected_again(original, row.text(), &article.text);
        lost = unplaced;
        changes.push(store.put_original(id, &article.text, &text));
        *article = article_with(article, &text);
    }
    if let Some(mut parts) = store.parts_said(id) {
        parts.machine.clone_from(&article.boilerplate);
        article.boilerplate = parts.boilerplate(&article.text);
        changes.push(store.put_parts(id, &parts));
    }
    (changes, lost)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{attach, correct_text, say_part};
    use crate::app::again;
    use crate::article::Article;
    use crate::base::Span;
    use crate::disk::Source;
    use crate::read::{self, Knowledge};
    use crate::show::text::Page;
    use crate::store::{ArticleId, NewArticle, Origin, OrphanOf, Store, TextPart, Verdict};

    const AT: &str = "2031-03-15T09:00:00Z";
    const TODAY: Date = date(2031, 3, 15);
    const TEXT: &str = "Twelve people were killed in Aktau on Monday, police said.\n\nSix people were injured in the port, \
                        the ministry said.";
    const SECOND: &str = "Six people were injured in the port, the ministry said.";

    fn project() -> (Store, ArticleId) {
        let reading = read::single("a.txt", Article::plain(TEXT), &Knowledge::default()).unwrap();
        let mut store = Store::default();
        let edit = store.add_articles(vec![NewArticle {
            origin: Origin::File("a.txt".to_owned()),
            file_name: "a.txt".to_owned(),
            sha256: String::new(),
            reading,
            rules_version: "test".to_owned(),
        }]);
        store.commit(edit, AT);
        let id = store.articles().next().unwrap().id;
        (store, id)
    }

    fn say(store: &mut Store, id: ArticleId, words: &str, part: TextPart) -> String {
        let start = store.article(id).unwrap().text().find(words).unwrap();
        let edit = say_part(store, id, (Span::new(start, start + words.len()), part), TODAY);
        let label = edit.label.clone();
        store.commit(edit, AT);
        label
    }

    fn quotes(store: &Store, id: ArticleId) -> Vec<String> {
        let text = store.article(id).unwrap().text();
        store
            .claims_of(id)
            .map(|claim| claim.claim().span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn claims_go_with_what_becomes_boilerplate_and_come_back_with_it() {
        let (mut store, id) = project();
        assert_eq!(quotes(&store, id), ["Twelve people", "Six people"]);
        let label = say(&mut store, id, SECOND, TextPart::Boilerplate);
        assert_eq!(label, "Set as boilerplate: 1 claim gone");
        assert_eq!(quotes(&store, id), ["Twelve people"]);
        let article = store.article(id).unwrap();
        assert_eq!(Page::new(&store, article).boilerplate.len(), 1);
        store.undo();
        assert_eq!(quotes(&store, id), ["Twelve people", "Six people"]);
        assert_eq!(store.parts_said(id), None);
        store.redo();
        let label = say(&mut store, id, SECOND, TextPart::Article);
        assert_eq!(label, "No longer boilerplate: 1 claim new");
        assert_eq!(quotes(&store, id), ["Twelve people", "Six people"]);
        assert_eq!(say(&mut store, id, SECOND, TextPart::Article), "Boilerplate unchanged");
    }

    #[test]
    fn decided_claims_stay_where_they_are() {
        let (mut store, id) = project();
        let second = store.claims_of(id).last().unwrap().id;
        let edit = store.set_verdict(&[second], Verdict::Accepted);
        store.commit(edit, AT);
        let label = say(&mut store, id, SECOND, TextPart::Boilerplate);
        assert_eq!(label, "Set as boilerplate: 1 claim kept because you decided on it");
        assert_eq!(quotes(&store, id).len(), 2);
        assert!(store.claim(second).unwrap().vanished);
    }

    #[test]
    fn the_word_survives_other_rules_and_another_version_of_the_file() {
        let (mut store, id) = project();
        say(&mut store, id, SECOND, TextPart::Boilerplate);
        let edit = again::read_again(&mut store, id, TODAY);
        store.commit(edit, AT);
        assert_eq!(quotes(&store, id), ["Twelve people"]);
        let newer = format!("Late edition\n\n{TEXT}");
        let source = Source::new("a.txt".to_owned(), newer.into_bytes());
        let edit = again::read_bytes_again(&mut store, id, &source, TODAY).unwrap();
        store.commit(edit, AT);
        assert_eq!(quotes(&store, id), ["Twelve people"]);
        let edit = store.remove_articles(&[id]);
        store.commit(edit, AT);
        assert!(store.settings().is_empty());
        store.undo();
        assert!(store.parts_said(id).is_some());
    }

    fn correct(store: &mut Store, id: ArticleId, old: &str, new: &str) -> String {
        let text = store.article(id).unwrap().text().replacen(old, new, 1);
        let edit = correct_text(store, id, &text, TODAY);
        let label = edit.label.clone();
        store.commit(edit, AT);
        label
    }

    #[test]
    fn a_torn_word_is_mended_and_claims_keep_their_places() {
        let (mut store, id) = project();
        let second = store.claims_of(id).last().unwrap().id;
        let edit = store.set_verdict(&[second], Verdict::Accepted);
        store.commit(edit, AT);
        say(&mut store, id, "police said.", TextPart::Boilerplate);
        assert_eq!(
            correct(&mut store, id, "Twelve", "On Sunday, Twelve"),
            "Text corrected: 1 claim changed"
        );
        assert_eq!(quotes(&store, id), ["Twelve people", "Six people"]);
        assert!(store.orphans(id).is_empty() && !store.claim(second).unwrap().vanished);
        let article = store.article(id).unwrap();
        let dimmed = &article.reading.article.boilerplate;
        assert_eq!(dimmed[0].span.of(article.text()), "police said.");
        assert_eq!(store.original_text(id), Some(TEXT));
        // a figure inside a claim
        correct(&mut store, id, "Six people", "Sixteen people");
        assert_eq!(quotes(&store, id), ["Twelve people", "Sixteen people"]);
        let record = store.claim(second).unwrap();
        assert_eq!(record.machine.figure, crate::quantity::Figure::exact(16));
        // other rules keep the analyst's text
        let edit = again::read_again(&mut store, id, TODAY);
        store.commit(edit, AT);
        assert!(store.article(id).unwrap().text().starts_with("On Sunday"));
        let edit = correct_text(&store, id, TEXT, TODAY);
        assert!(edit.label.starts_with("Text as in the file again"), "{}", edit.label);
        store.commit(edit, AT);
        assert_eq!(store.original_text(id), None);
        assert_eq!(quotes(&store, id), ["Twelve people", "Six people"]);
    }

    #[test]
    fn a_decided_claim_without_a_place_is_orphaned_and_attached_again() {
        let (mut store, id) = project();
        let before = store.clone();
        let second = store.claims_of(id).last().unwrap().id;
        let edit = store.set_verdict(&[second], Verdict::Accepted);
        store.commit(edit, AT);
        correct(&mut store, id, "Six people were injured in the port", "Nobody");
        let orphans = store.orphans(id);
        assert_eq!(orphans.len(), 1);
        assert_eq!(
            (&orphans[0].what, orphans[0].quote.as_str()),
            (&OrphanOf::Claim(second), "Six people")
        );
        assert!(store.claim(second).unwrap().vanished);
        // more corrections leave it what it is
        correct(&mut store, id, "Monday", "Tuesday");
        assert_eq!(store.orphans(id), orphans);
        let start = store.article(id).unwrap().text().find("Nobody").unwrap();
        let edit = attach(&store, id, (&orphans[0].what, Span::new(start, start + 6)), TODAY);
        store.commit(edit, AT);
        assert!(store.orphans(id).is_empty());
        assert!(quotes(&store, id).contains(&"Nobody".to_owned()));
        for _ in 0..4 {
            store.undo();
        }
        assert_eq!(quotes(&store, id), quotes(&before, id));
        assert_eq!(store.settings(), before.settings());
    }

    #[test]
    fn a_newer_file_is_corrected_again() {
        let (mut store, id) = project();
        correct(&mut store, id, "Six people", "Sixteen people");
        let newer = format!("Late edition\n\n{TEXT}");
        let source = Source::new("a.txt".to_owned(), newer.clone().into_bytes());
        let edit = again::read_bytes_again(&mut store, id, &source, TODAY).unwrap();
        store.commit(edit, AT);
        assert_eq!(store.original_text(id), Some(newer.as_str()));
        assert_eq!(quotes(&store, id), ["Twelve people", "Sixteen people"]);
        let source = Source::new("a.txt".to_owned(), b"Nobody died in Aktau.".to_vec());
        let edit = again::read_bytes_again(&mut store, id, &source, TODAY).unwrap();
        assert!(
            edit.label.ends_with("1 of your corrections of its text found no place"),
            "{}",
            edit.label
        );
        store.commit(edit, AT);
        assert_eq!(store.original_text(id), None);
    }

    #[test]
    fn told_names_move_with_their_words() {
        use crate::entity::EntityKind;
        use crate::link::{NameAbout, NameSaid, Reach};
        let (mut store, id) = project();
        let port = TEXT.find("port").unwrap();
        let about = NameAbout::Words("port".to_owned(), Reach::Mention(1, Span::new(port, port + 4)));
        let edit = store.say_names("Named", vec![(about, Some(NameSaid::Kind(Some(EntityKind::Place))))]);
        store.commit(edit, AT);
        correct(&mut store, id, "Twelve", "About twelve");
        let named = |store: &Store| {
            let article = store.article(id).unwrap();
            let marks = store.marks_of(article).into_iter();
            marks
                .map(|(span, _)| span.of(article.text()).to_owned())
                .collect::<Vec<_>>()
        };
        assert!(named(&store).contains(&"port".to_owned()), "{:?}", named(&store));
        correct(&mut store, id, "in the port", "somewhere");
        let orphans = store.orphans(id);
        assert_eq!(
            orphans.iter().map(|orphan| orphan.quote.as_str()).collect::<Vec<_>>(),
            ["port"]
        );
        let start = store.article(id).unwrap().text().find("somewhere").unwrap();
        let edit = attach(&store, id, (&orphans[0].what, Span::new(start, start + 9)), TODAY);
        store.commit(edit, AT);
        assert!(named(&store).contains(&"somewhere".to_owned()) && store.orphans(id).is_empty());
    }
}
