//! Small stores from marked text, for tests: `{killed total @Interior Ministry on 2031-03-14|more than 50 people}`.
//!
//! After the kind come, in any order: `total`, `incident`, `part`, `denied`, `@speaker`, `via relay`, `on day`,
//! `happened day`, `class militant`, `conf 0.6`, and `accepted` or `rejected`. The figure is read from the words.

use std::sync::Arc;

use crate::article::{Article, FactBasis, Format, Grid, Stated};
use crate::base::{Span, Why};
use crate::claim::{Claim, Form, Kind, Modality, Roles, Scope, VictimClass, claim_key};
use crate::dating::Published;
use crate::quantity::{Figure, Qualifier};
use crate::read::{Reading, guess, table_reading};
use crate::store::{ClaimId, NewArticle, Origin, Store, Verdict};
use crate::time::Value;

const AT: &str = "2031-03-15T09:00:00Z";

/// A store of articles, each with outlet (empty = not known), publication day (empty = not known) and marked text.
#[track_caller]
pub(crate) fn store(articles: &[(&str, &str, &str)]) -> Store {
    let mut store = Store::default();
    let mut verdicts = Vec::new();
    for (number, (publisher, day, marked)) in articles.iter().enumerate() {
        let (reading, decided) = reading(number + 1, publisher, day, marked);
        let first = store.num_claims();
        let new = NewArticle {
            origin: Origin::Pasted,
            file_name: format!("article-{}.txt", number + 1),
            sha256: format!("{number:064}"),
            reading,
            rules_version: "test".to_owned(),
        };
        let edit = store.add_articles(vec![new]);
        store.commit(edit, AT);
        verdicts.extend(decided.into_iter().map(|(nth, verdict)| (first + nth, verdict)));
    }
    let ids: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
    for (nth, verdict) in verdicts {
        let edit = store.set_verdict(&[ids[nth]], verdict);
        store.commit(edit, AT);
    }
    store
}

/// The first claim whose quote is `words`.
#[track_caller]
pub(crate) fn claim(store: &Store, words: &str) -> ClaimId {
    let found = store.claims().find(|record| {
        let article = store.article(record.article).expect("its article");
        record.claim().span.of(article.text()) == words
    });
    found.expect("a claim with these words").id
}

/// A store of one table, its columns guessed.
pub(crate) fn table(text: &str) -> Store {
    let grid = Grid::read(text).expect("a table");
    let article = Article {
        format: Format::Table,
        ..Article::plain(text)
    };
    let mut store = Store::default();
    let edit = store.add_articles(vec![NewArticle {
        origin: Origin::File("table.csv".into()),
        file_name: "table.csv".to_owned(),
        sha256: "0".repeat(64),
        reading: table_reading(article, &grid, &guess(&grid)),
        rules_version: "test".to_owned(),
    }]);
    drop(store.apply(&edit));
    store
}

fn reading(number: usize, publisher: &str, day: &str, marked: &str) -> (Reading, Vec<(usize, Verdict)>) {
    let (title, marked) = match marked.split_once("\n\n") {
        Some((title, rest)) => (title.to_owned(), rest),
        None => (format!("Article {number}"), marked),
    };
    let (text, heads) = unmark(&format!("{title}\n\n{marked}"));
    let published = day.parse().ok().map(Published::given);
    let as_of = published.as_ref().and_then(|published| published.date).map(Value::Day);
    let mut decided = Vec::new();
    let mut claims = Vec::new();
    for (head, span) in &heads {
        let (claim, verdict) = claim_of(&text, head, *span, as_of.clone());
        if verdict != Verdict::Open {
            decided.push((claims.len(), verdict));
        }
        claims.push(claim);
    }
    let stated = |value: String| Stated {
        value,
        span: None,
        basis: FactBasis::Metadata,
    };
    let article = Article {
        title: Some(stated(title)),
        publisher: (!publisher.is_empty()).then(|| stated(publisher.to_owned())),
        ..Article::plain(text)
    };
    let reading = Reading {
        article: Arc::new(article),
        published,
        entities: Vec::new(),
        times: Vec::new(),
        claims,
        notes: Vec::new(),
    };
    (reading, decided)
}

/// The text without marks, and each mark's head with the span of its words.
fn unmark(marked: &str) -> (String, Vec<(String, Span)>) {
    let mut text = String::new();
    let mut heads = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, tail) = after.split_once('}').expect("a mark ends with }");
        let (head, words) = mark.split_once('|').expect("a mark has head|words");
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        heads.push((head.to_owned(), Span::new(start, text.len())));
        rest = tail;
    }
    text.push_str(rest);
    (text, heads)
}

fn claim_of(text: &str, head: &str, span: Span, as_of: Option<Value>) -> (Claim, Verdict) {
    let mut tokens = head.split_whitespace().peekable();
    let kind = tokens.next().and_then(Kind::from_id).expect("a kind");
    let mut verdict = Verdict::Open;
    let mut claim = Claim {
        key: claim_key(text, kind, span),
        span,
        sentence: sentence(text, span),
        kind,
        figure: figure(span.of(text)),
        form: Form::Number,
        victims: None,
        victim_class: VictimClass::Unspecified,
        speaker: None,
        relay: None,
        as_of,
        event_date: None,
        place: None,
        scope: Scope::Unknown,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles::default(),
        confidence: 0.8,
        why: Why::leaf("test/marked", span),
    };
    while let Some(token) = tokens.next() {
        let mut one = || tokens.next().unwrap_or_default();
        match token {
            "total" => claim.scope = Scope::Total,
            "incident" => claim.scope = Scope::Incident,
            "part" => claim.part_of = true,
            "denied" => claim.modality = Modality::Denied,
            "accepted" => verdict = Verdict::Accepted,
            "rejected" => verdict = Verdict::Rejected,
            "on" => claim.as_of = Value::parse(one()),
            "happened" => claim.event_date = Value::parse(one()),
            "class" => claim.victim_class = VictimClass::from_id(one()).expect("a class"),
            "conf" => claim.confidence = one().parse().expect("a number"),
            _ => {
                let mut name = token.trim_start_matches('@').to_owned();
                let keyword = |next: &&str| {
                    matches!(
                        *next,
                        "total"
                            | "incident"
                            | "part"
                            | "denied"
                            | "accepted"
                            | "rejected"
                            | "on"
                            | "happened"
                            | "class"
                            | "conf"
                            | "via"
                    ) || next.starts_with('@')
                };
                while let Some(next) = tokens.next_if(|next| !keyword(next)) {
                    name = format!("{name} {next}");
                }
                match name.strip_prefix("via ") {
                    Some(relay) => claim.relay = Some(relay.to_owned()),
                    None => claim.speaker = Some(name),
                }
            }
        }
    }
    (claim, verdict)
}

fn sentence(text: &str, span: Span) -> Span {
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).unwrap_or_default();
    let start = [". ", "\n"]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
        .max();
    let end = [". ", ".\n", "\n"]
        .iter()
        .filter_map(|end| after.find(end).map(|at| at + 1))
        .min();
    Span::new(start.unwrap_or(0), span.end() + end.unwrap_or(after.len()))
}

fn figure(words: &str) -> Figure {
    let low = words.to_lowercase();
    let digits = low.replace(',', "");
    let numbers: Vec<u64> = digits
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|word| word.parse().ok())
        .collect();
    let hedge = [
        ("more than", Qualifier::MoreThan),
        ("at least", Qualifier::AtLeast),
        ("about", Qualifier::About),
        ("up to", Qualifier::UpTo),
        ("almost", Qualifier::Almost),
    ];
    match (&numbers[..], hedge.iter().find(|(word, _)| low.starts_with(word))) {
        ([low, high], _) => Figure::range(*low, *high),
        ([number], Some((_, qualifier))) => Figure::hedged(*number, *qualifier),
        ([number], None) => Figure::exact(*number),
        _ if low.starts_with("three ") => Figure::exact(3),
        _ if low.starts_with("six ") => Figure::exact(6),
        _ if low.starts_with("dozens") => Figure::vague(Some(24)),
        _ if low.starts_with("no ") => Figure::exact(0),
        _ if low.contains("half") => Figure::fraction(),
        _ => Figure::vague(None),
    }
}
