//! Marks of hard texts in every format of annotations: emoji, CRLF, combining marks, Arabic, signs that formats escape.
//!
//! `tests/readers/` reads the files back with programs that others wrote: with `TALLYSCOPE_MARKS_DIR=DIR` this test
//! leaves them there, with `truth.json`, which is made from the project itself and by other means than the formats.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tallyscope::article::{Article, Boilerplate, BoilerplateKind};
use tallyscope::base::{Span, Why};
use tallyscope::claim::{Claim, Form, Kind, Modality, Place, Roles, Scope, VictimClass, claim_key};
use tallyscope::entity::EntityKind;
use tallyscope::export::formats::{Body, ExportInput, ExportOptions, Format, Group, Output, Watch, formats};
use tallyscope::jobs::Token;
use tallyscope::link::{Conclusions, NameAbout, NameSaid, Reach};
use tallyscope::quantity::{Figure, Qualifier};
use tallyscope::read::{EntityRead, Knowledge, Reading, TimeRead, single};
use tallyscope::show::{CompareLook, Filter, Names};
use tallyscope::store::{
    ArticleRecord, ClaimId, ClaimRecord, Edit, Field, FieldValue, NewArticle, Origin, Role, Store, TagChange, Verdict,
};
use tallyscope::time::Value as Time;

const AT: &str = "2031-03-15T09:00:00Z";

/// File name, language, text.
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "estrava.txt",
        "en",
        "Blast in Estrava\n\nAt least 12 people were killed in Estrava on 14 March 2031, police said. Interior Minister \
         Halvar Brenk told reporters that 30 others were injured. The Orla Front said more than 50 had died.\n\nBrenk \
         left at noon.",
    ),
    (
        "=odd & <names>.html",
        "en",
        "\u{feff}😀 At least 12\u{200d} people died in Zo\u{308}rn 👩\u{200d}👩\u{200d}👧, police said.\r\nSome\tthree \
         men & <two> women ]]> were hurt\u{2028}there in \u{fffd} Zo\u{308}rn.\r\n\r\n\u{fffd} A second, \"quoted\" \
         line: 3 held 'today'.",
    ),
    (
        "العدد.txt",
        "ar",
        "قالت وزارة الداخلية إن ٢٥ شخصا قُتلوا في المدينة 😀. ثم قال المتحدث إن العدد ارتفع إلى ٣٠.\n\nلا يوجد تعليق.",
    ),
    (
        "controls.txt",
        "en",
        "Ten\u{1} men\u{b} died\u{c}.\u{85} Fift\u{ad}een [a|b_c*] ->; were \\ held \\n\u{7f}.\r\n\r\n\u{200b}\u{200b}\n\
         \n\u{ffff}End: 4\u{a0}400 people fled;\u{2029}more\u{1e} than -> _ * 7 \u{1f600}\u{1f3fd} stayed.\rNext\u{0}.",
    ),
    ("blank.txt", "en", " \n\r\n\t"),
    ("empty.txt", "en", ""),
    ("plain.txt", "en", "Nothing was reported from Estrava"),
];

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }

    /// Some words of a text, which are not blank.
    fn span(&mut self, text: &str) -> Span {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        loop {
            let start = self.throw(ends.len() - 1);
            let end = (start + 1 + self.throw(24)).min(ends.len() - 1);
            let span = Span::new(ends[start], ends[end]);
            if !span.of(text).trim().is_empty() {
                return span;
            }
        }
    }
}

fn reading(name: &str, language: &str, text: &str) -> Reading {
    let article = Article {
        language: Some(language.to_owned()),
        ..Article::plain(text)
    };
    let knowledge = Knowledge {
        today: Some("2031-04-01".parse().unwrap()),
        ..Knowledge::default()
    };
    let mut reading = single(name, article, &knowledge).unwrap();
    if language != "en" {
        let words = "وزارة الداخلية";
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        reading.entities.push(EntityRead {
            span,
            kind: EntityKind::Org,
            canonical: words.to_owned(),
            confidence: 0.5,
        });
        let span = Span::new(start + words.len() + 1, start + words.len() + 5);
        let value = Some(Time::Month(2031, 3));
        reading.times.push(TimeRead {
            span,
            value,
            why: Why::leaf("time/test", span),
        });
    }
    if let Some(start) = text.find("Brenk left").or_else(|| text.find("Next")) {
        let mut article = Article::clone(&reading.article);
        article.boilerplate = vec![Boilerplate {
            span: Span::new(start, text.len()),
            kind: BoilerplateKind::Credit,
        }];
        reading.article = article.into();
    }
    reading
}

/// A claim of the analyst on words that were thrown.
fn thrown(dice: &mut Dice, text: &str) -> Claim {
    let kinds = [
        Kind::Killed,
        Kind::Arrested,
        Kind::other("Tanks & \"guns\" [x]_y").unwrap(),
    ];
    let kind = kinds[dice.throw(3)];
    let span = dice.span(text);
    let mut role = || Some(dice.span(text));
    let roles = Roles {
        number: Some(span),
        speaker: role(),
        place: role(),
        victims: role(),
        ..Roles::default()
    };
    Claim {
        key: claim_key(text, kind, span),
        span,
        sentence: span,
        kind,
        figure: Figure::hedged(
            u64::MAX - u64::try_from(span.start()).unwrap(),
            Qualifier::ALL[dice.throw(7)],
        ),
        form: Form::Number,
        victims: Some("men\r\nand | women; [x] -> * _ \\".to_owned()),
        victim_class: VictimClass::ALL[dice.throw(8)],
        speaker: roles.speaker.map(|span| span.of(text).to_owned()),
        relay: None,
        as_of: Some(Time::Day("2031-03-14".parse().unwrap())),
        event_date: None,
        place: Some(Place {
            words: "Zo\u{308}rn".to_owned(),
            canonical: "Greater Zo\u{308}rn 😀".to_owned(),
        }),
        scope: Scope::Incident,
        part_of: dice.throw(2) == 1,
        part_of_key: None,
        modality: Modality::Denied,
        roles,
        confidence: 0.25,
        why: Why::leaf("claim/thrown", span),
    }
}

fn project() -> Store {
    let mut store = Store::default();
    let mut dice = Dice(7);
    for (number, (name, language, text)) in TEXTS.iter().enumerate() {
        let new = NewArticle {
            origin: Origin::Pasted,
            file_name: (*name).to_owned(),
            sha256: format!("{number:064x}"),
            reading: reading(name, language, text),
            rules_version: "test".to_owned(),
        };
        let edit = store.add_articles(vec![new]);
        store.commit(edit, AT);
    }
    let articles: Vec<_> = store
        .articles()
        .map(|article| (article.id, article.text().to_owned()))
        .collect();
    for (id, text) in articles.iter().filter(|(_, text)| !text.trim().is_empty()) {
        for _ in 0..24 {
            let edit = store.add_claim(*id, thrown(&mut dice, text)).1;
            store.commit(edit, AT);
        }
    }
    decide(&mut store);
    store
}

fn decide(store: &mut Store) {
    let ids: Vec<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let speaker = FieldValue::Words(Some("Brenk & Söhne".to_owned()));
    let edits: [&dyn Fn(&Store) -> Edit; 6] = [
        &|store| store.set_verdict(&ids[..2], Verdict::Accepted),
        &|store| store.set_verdict(&ids[4..9], Verdict::Rejected),
        &|store| store.set_field(&ids[2..3], Field::Speaker, Some(&speaker)),
        &|store| store.set_note(&ids[1..2], "Twice?\nSee <page> 2 | [x]"),
        &|store| store.tag_claims(&ids[..3], "to check", TagChange::Add),
        &|store| store.tag_claims(&ids[1..2], "a|b_[c]", TagChange::Add),
    ];
    for edit in edits {
        let edit = edit(store);
        store.commit(edit, AT).unwrap();
    }
    let name = NameAbout::Words("Zo\u{308}rn".to_owned(), Reach::Project);
    let edit = store.say_names("A place", vec![(name, Some(NameSaid::Kind(Some(EntityKind::Place))))]);
    store.commit(edit, AT).unwrap();
}

fn export(store: &Store, names: &Names, format: &Format) -> Output {
    let mut options = ExportOptions::default();
    if format.id != "conll-2003" {
        options.set("boilerplate", "on");
    }
    let claims: BTreeSet<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let input = ExportInput {
        store,
        conclusions: &Conclusions::default(),
        names,
        filter: &Filter::default(),
        look: &CompareLook::default(),
        claims: &claims,
        chosen: &[],
        project: "Hard <texts> & marks",
        program: "0.1.0",
        now: AT,
    };
    let token = Token::new();
    let watch = Watch::new(&token, &|_, _| {});
    (format.write)(&input, &options, &watch).unwrap()
}

/// Code points of a span, counted from the beginning.
fn points(text: &str, span: Span) -> [usize; 2] {
    [span.start(), span.end()].map(|byte| text.get(..byte).unwrap().chars().count())
}

fn truth_of_claim(record: &ClaimRecord, text: &str) -> Value {
    let claim = record.claim();
    let time = |time: &Option<Time>| time.as_ref().map(ToString::to_string);
    let roles = Role::ALL.into_iter().filter_map(|role| {
        let name = [
            "number",
            "outcome",
            "victims",
            "speaker",
            "relay",
            "as_of",
            "event_date",
            "place",
        ];
        let at = Role::ALL.iter().position(|one| *one == role)?;
        Some((name[at].to_owned(), json!(points(text, role.read(&claim.roles)?))))
    });
    let fields: Vec<&str> = record.fields.keys().map(|field| field.id()).collect();
    json!({
        "number": record.id.0, "key": claim.key, "span": points(text, claim.span), "words": claim.span.of(text),
        "roles": Value::Object(roles.collect()),
        "fields": {
            "kind": claim.kind.id(), "value": claim.figure.value, "low": claim.figure.low, "high": claim.figure.high,
            "qualifier": claim.figure.qualifier.id(), "form": claim.form.id(), "victims": claim.victims,
            "victim_class": claim.victim_class.id(), "speaker": claim.speaker, "relay": claim.relay,
            "as_of": time(&claim.as_of), "event_date": time(&claim.event_date),
            "place": claim.place.as_ref().map(|place| &place.words),
            "place_name": claim.place.as_ref().map(|place| &place.canonical),
            "scope": claim.scope.id(), "part_of": claim.part_of, "modality": claim.modality.id(),
            "status": record.status().id(), "made_by": if record.by_hand { "analyst" } else { "machine" },
            "verdict": match record.verdict {
                Verdict::Open => None, Verdict::Accepted => Some("accepted"), Verdict::Rejected => Some("rejected"),
            },
            "corrected_fields": (!fields.is_empty()).then_some(fields),
            "note": (!record.note.is_empty()).then_some(&record.note),
            "tags": (!record.tags.is_empty()).then_some(&record.tags),
            "confidence": f64::from((claim.confidence * 1000.0).round()) / 1000.0, "rule": claim.why.rule,
        },
    })
}

fn truth_of_article(store: &Store, names: &Names, article: &ArticleRecord) -> Value {
    let text = article.text();
    let reading = &article.reading;
    let shown = |span: Span| reading.article.boilerplate_at(span.start()).is_none();
    let marks = store.marks_of(article).into_iter().filter(|(span, _)| shown(*span));
    let named = marks.map(|(span, kind)| {
        let row = &names.rows[names.at(article.id, span).unwrap()];
        let machine = reading
            .entities
            .iter()
            .any(|entity| (entity.span, entity.kind) == (span, kind));
        json!({"span": points(text, span), "kind": kind.id(), "canonical": row.name,
               "made_by": if machine { "machine" } else { "analyst" }})
    });
    let times = reading.times.iter().filter(|time| shown(time.span));
    json!({
        "file": article.file_name, "sha256": article.sha256, "text": text, "language": reading.article.language,
        "claims": store.claims_of(article.id).map(|claim| truth_of_claim(claim, text)).collect::<Vec<_>>(),
        "names": named.collect::<Vec<_>>(),
        "times": times.map(|time| json!({
            "span": points(text, time.span), "value": time.value.as_ref().map(ToString::to_string),
        })).collect::<Vec<_>>(),
        "boilerplate": reading.article.boilerplate.iter().map(|part| json!({
            "span": points(text, part.span), "kind": part.kind.id(),
        })).collect::<Vec<_>>(),
    })
}

fn leave(dir: &Path, format: &Format, output: Output) {
    match output.body {
        Body::File(bytes) => fs::write(dir.join(format!("{}.{}", format.id, format.ending)), bytes).unwrap(),
        Body::Folder(files) => {
            let folder = dir.join(format.id);
            fs::create_dir_all(&folder).unwrap();
            for file in files {
                fs::write(folder.join(file.name), file.bytes).unwrap();
            }
        }
    }
}

#[test]
fn hard_texts_leave_in_every_format_with_every_mark() {
    let kept = std::env::var_os("TALLYSCOPE_MARKS_DIR");
    let store = project();
    let names = Names::new(&store);
    let claims = store.num_claims();
    assert!(claims > 120, "{claims}");
    let annotations: Vec<&Format> = formats().filter(|format| format.group == Group::Annotations).collect();
    assert_eq!(annotations.len(), 7);
    for format in annotations {
        let output = export(&store, &names, format);
        let again = export(&store, &names, format);
        assert!(output == again, "{} hangs on something beside the project", format.id);
        if format.chooses_claims {
            assert!(
                output.what.starts_with(&format!("{claims} claims and ")),
                "{}: {}",
                format.id,
                output.what
            );
        }
        if let Some(dir) = &kept {
            leave(Path::new(dir), format, output);
        }
    }
    if let Some(dir) = &kept {
        let articles = store
            .articles()
            .map(|article| truth_of_article(&store, &names, article));
        let truth = json!({"project": "Hard <texts> & marks", "articles": articles.collect::<Vec<_>>()});
        fs::write(Path::new(dir).join("truth.json"), truth.to_string()).unwrap();
    }
}
