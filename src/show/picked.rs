//! Words of an article that the analyst picks for a field of a claim: which words are meant, and what they say.

use super::{input, words};
use crate::base::Span;
use crate::claim;
use crate::store::{ArticleRecord, ClaimRecord, Field, FieldValue, Role, Store};
use crate::{number, quantity, token};

/// What picked words set: the field with its value, and where it stands.
pub type PickedFields = Vec<(Field, FieldValue)>;

/// The words of the text on which the claim's fields stand, in their order: the machine's where the analyst set nothing
/// else, the analyst's where they were picked.
pub fn role_spans(record: &ClaimRecord) -> Vec<(Role, Span)> {
    let claim = record.claim();
    let typed = |role: Role| {
        let set = role.field().is_some_and(|field| record.is_set(field));
        set && !record.is_set(Field::Role(role))
    };
    let shown = Role::ALL.into_iter().filter(|role| !typed(*role));
    let spans = shown.filter_map(|role| Some((role, role.read(&claim.roles)?)));
    let mut spans: Vec<(Role, Span)> = spans.filter(|(_, span)| !span.is_empty()).collect();
    spans.sort_by_key(|(role, span)| (*span, *role));
    spans
}

/// The words that are meant by a click on `word` for this role: the whole name, time or number around it.
pub fn meant(store: &Store, article: &ArticleRecord, role: Role, word: Span) -> Span {
    match role {
        Role::Speaker | Role::Relay | Role::Place => {
            let names = store.marks_of(article).into_iter().map(|(span, _)| span);
            widest(names, word)
        }
        Role::AsOf | Role::EventDate => widest(article.reading.times.iter().map(|time| time.span), word),
        Role::Number => {
            let (start, words) = around(article.text(), word);
            let scan = token::scan(words);
            let numbers = number::find(&scan);
            let found = quantity::find(&scan, &numbers);
            let spans = found.iter().map(|one| scan.span(one.tokens.clone()).shifted(start));
            widest(spans, word)
        }
        Role::Outcome | Role::Victims => word,
    }
}

/// The longest of `spans` that meets the word, else the word.
fn widest(spans: impl Iterator<Item = Span>, word: Span) -> Span {
    spans
        .filter(|span| span.meets(word))
        .max_by_key(|span| span.len())
        .unwrap_or(word)
}

/// What these words set as this role of the claim.
///
/// # Errors
/// A sentence that says why they say nothing.
pub fn picked(article: &ArticleRecord, role: Role, span: Span) -> Result<PickedFields, &'static str> {
    let text = article.text();
    let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return Err("No words there. Click a word or select some.");
    }
    let mut fields = vec![(Field::Role(role), FieldValue::Span(Some(span)))];
    match role {
        Role::Number => {
            let figure = figure_at(text, span).ok_or("No number can be read from these words.")?;
            fields.push((Field::Figure, FieldValue::Figure(figure)));
        }
        Role::AsOf | Role::EventDate => {
            let field = if role == Role::AsOf {
                Field::AsOf
            } else {
                Field::EventDate
            };
            let time = time_at(article, span).ok_or("No day can be read from these words.")?;
            fields.push((field, FieldValue::Time(Some(time))));
        }
        Role::Victims => {
            fields.push((Field::VictimClass, FieldValue::Class(claim::class_of(&words))));
            fields.push((Field::Victims, FieldValue::Words(Some(words))));
        }
        Role::Speaker => fields.push((Field::Speaker, FieldValue::Words(Some(words)))),
        Role::Relay => fields.push((Field::Relay, FieldValue::Words(Some(words)))),
        Role::Place => fields.push((Field::Place, FieldValue::Words(Some(words)))),
        Role::Outcome => {}
    }
    Ok(fields)
}

/// What says that a role is not stated: the words and the value go. `None` for a role that always has a value.
pub fn picked_nothing(role: Role) -> Option<PickedFields> {
    let value = match role {
        Role::Number => FieldValue::Figure(quantity::Figure::vague(None)),
        Role::AsOf | Role::EventDate => FieldValue::Time(None),
        Role::Outcome => return None,
        Role::Victims | Role::Speaker | Role::Relay | Role::Place => FieldValue::Words(None),
    };
    let field = role.field()?;
    Some(vec![(Field::Role(role), FieldValue::Span(None)), (field, value)])
}

/// How the history calls the step: "Speaker picked from the text".
pub fn picked_label(role: Role) -> String {
    let name = role.field().map_or("Words of the harm", words::field);
    format!("{name} picked from the text")
}

/// The day or period that the words say: as the article's reading has it, else as it would be typed.
fn time_at(article: &ArticleRecord, span: Span) -> Option<crate::time::Value> {
    let times = article.reading.times.iter().filter(|time| time.span.meets(span));
    let read = times.max_by_key(|time| time.span.len());
    let value = read.and_then(|time| time.value.clone());
    value.or_else(|| input::time(span.of(article.text())))
}

/// The figure of the words, read within their lines: "4,400" of "more than 4,400" is more than 4,400 only if the hedge is picked.
fn figure_at(text: &str, span: Span) -> Option<quantity::Figure> {
    let words = span.of(text);
    if let Some(figure) = input::figure(words) {
        return Some(figure);
    }
    let (start, around) = around(text, span);
    let scan = token::scan(around);
    let found = quantity::find(&scan, &number::find(&scan));
    let meets = found
        .iter()
        .find(|one| scan.span(one.tokens.clone()).shifted(start).meets(span));
    meets.map(|one| one.figure)
}

/// The line around a span: where it begins, and its words.
fn around(text: &str, span: Span) -> (usize, &str) {
    let start = text
        .get(..span.start())
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |at| at + 1);
    let end = text
        .get(span.end()..)
        .and_then(|after| after.find('\n'))
        .map_or(text.len(), |at| span.end() + at);
    (start, text.get(start..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Field, FieldValue, Role, Span, meant, picked, role_spans};
    use crate::show::testing_sample::varland;
    use crate::show::words;
    use crate::store::{ArticleRecord, Store};

    fn article(store: &Store, holds: &str) -> (ArticleRecord, Span) {
        let found = store
            .articles()
            .find_map(|article| Some((article, article.text().find(holds)?)));
        let (article, at) = found.expect("an article with these words");
        (ArticleRecord::clone(article), Span::new(at, at + holds.len()))
    }

    #[test]
    fn roles_of_typed_values_stand_nowhere() {
        let mut store = varland();
        let record = store.claims().next().expect("a claim").clone();
        let number = FieldValue::Span(Some(Span::new(2, 5)));
        let picked = store.set_fields(record.id, &[(Field::Role(Role::Number), number)], "Picked");
        store.commit(picked, "2031-03-15T09:00:00Z");
        let has = |store: &Store, role: Role| {
            let record = store.claim(record.id).expect("it");
            role_spans(record).iter().any(|(other, _)| *other == role)
        };
        assert!(has(&store, Role::Number));
        let figure = FieldValue::Figure(crate::quantity::Figure::exact(77_777));
        let edit = store.set_field(&[record.id], Field::Figure, Some(&figure));
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(!has(&store, Role::Number));
        let span = FieldValue::Span(Some(Span::new(0, 5)));
        let edit = store.set_fields(record.id, &[(Field::Role(Role::Number), span)], "Picked");
        store.commit(edit, "2031-03-15T09:00:00Z");
        assert!(has(&store, Role::Number));
    }

    #[test]
    fn a_click_means_the_whole_number_and_its_hedge() {
        let store = varland();
        let (mut article, _) = article(&store, " ");
        let text = "Some 30 fell. More than 4,400 people were held, the union said.";
        let mut reading = crate::read::Reading::clone(&article.reading);
        reading.article = std::sync::Arc::new(crate::article::Article::plain(text));
        reading.times.clear();
        article.reading = std::sync::Arc::new(reading);
        let at = text.find("4,400").expect("the number");
        let span = meant(&store, &article, Role::Number, Span::new(at, at + 5));
        assert_eq!(span.of(text), "More than 4,400");
        let fields = picked(&article, Role::Number, span).expect("a number");
        let Some((_, FieldValue::Figure(figure))) = fields.iter().find(|(field, _)| *field == Field::Figure) else {
            panic!("a figure");
        };
        assert_eq!(words::figure(figure).replace('\u{a0}', " "), "> 4,400");
        let union = text.find("the union").expect("the speaker");
        let none = picked(&article, Role::Number, Span::new(union, union + 9));
        assert_eq!(none, Err("No number can be read from these words."));
        let day = picked(&article, Role::EventDate, Span::new(union, union + 9));
        assert_eq!(day, Err("No day can be read from these words."));
        let said = picked(&article, Role::Speaker, Span::new(union, union + 9)).expect("a speaker");
        assert!(said.contains(&(Field::Speaker, FieldValue::Words(Some("the union".to_owned())))));
    }

    #[test]
    fn a_picked_speaker_is_the_entity_named_there_and_a_picked_day_is_the_one_meant() {
        let text =
            "ESTRAVA, 14 March 2031\n\nThe Interior Ministry met on Friday. Twelve people were killed, officials said.";
        let mut store = crate::show::names::tests::project(&[("Port Calder Post", text)]);
        let article = ArticleRecord::clone(store.articles().next().expect("an article"));
        let claim = store.claims().next().expect("a claim").clone();
        let word = |word: &str| {
            let at = article.text().find(word).expect("it stands there");
            Span::new(at, at + word.len())
        };
        let name = meant(&store, &article, Role::Speaker, word("Ministry"));
        assert_eq!(name.of(article.text()), "Interior Ministry");
        let fields = picked(&article, Role::Speaker, name).expect("words");
        let edit = store.set_fields(claim.id, &fields, "Picked");
        store.commit(edit, "2031-03-15T09:00:00Z");
        let names = crate::show::Names::new(&store);
        assert_eq!(
            names.speaker(claim.id).map(|row| row.name.as_str()),
            Some("Interior Ministry")
        );
        let day = meant(&store, &article, Role::EventDate, word("Friday"));
        let fields = picked(&article, Role::EventDate, day).expect("a day");
        let friday = crate::time::Value::parse("2031-03-14");
        assert!(fields.contains(&(Field::EventDate, FieldValue::Time(friday))));
    }
}
