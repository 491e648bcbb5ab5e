//! Answers are what reading here gives, and whatever a reader does becomes an answer or a sentence.

use std::process::Command;

use super::frame::{self, Sort};
use super::worker::Worker;
use super::{Ask, Wanted, article_of, child, parts_of, rows_of};
use crate::article::{self, Dataset, Inside, Limits};
use crate::disk::save::article_of_json;
use crate::jobs::Token;

const TOLL: &str = "Toll rises\n\nSix people were killed, police said.";

/// What a reader answers to these questions, without a process.
fn answers(asked: &[(Wanted, &[u8])]) -> Vec<Vec<frame::Frame>> {
    let mut questions = Vec::new();
    for (wanted, bytes) in asked {
        let ask = Ask {
            wanted: *wanted,
            name: "toll.txt".to_owned(),
        };
        frame::write(&mut questions, Sort::Ask, &serde_json::to_vec(&ask).unwrap()).unwrap();
        frame::write(&mut questions, Sort::Bytes, bytes).unwrap();
    }
    let mut said = Vec::new();
    // the limits are for a child and would hold for all tests
    child::serve(&mut questions.as_slice(), &mut said, |_| ()).unwrap();
    let mut said = said.as_slice();
    let mut answers = vec![Vec::new()];
    while let Some(frame) = frame::read(&mut said, u64::MAX).unwrap() {
        match frame.sort {
            Sort::End => answers.push(Vec::new()),
            _ => answers.last_mut().unwrap().push(frame),
        }
    }
    answers.pop();
    answers
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/formats/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn an_answer_is_what_is_read_here() {
    let (archive, book) = (sample("archive.zip"), sample("articles.xlsx"));
    let asked: [(Wanted, &[u8]); 5] = [
        (Wanted::Article, TOLL.as_bytes()),
        (Wanted::Parts, &archive),
        (Wanted::WholeParts, &archive),
        (Wanted::Rows, &book),
        (Wanted::Rows, TOLL.as_bytes()),
    ];
    let mut answers = answers(&asked).into_iter();
    let read = article_of(answers.next().unwrap()).unwrap();
    assert_eq!(read, article::read(TOLL.as_bytes(), "toll.txt"));
    for inside in [Inside::LookedInto, Inside::Whole] {
        let parts = parts_of(answers.next().unwrap()).unwrap();
        let here = article::unpack_file(archive.clone(), "toll.txt", (Limits::default(), inside), &Token::new());
        assert_eq!(parts, here);
        assert!(!parts.parts.is_empty());
    }
    assert_eq!(rows_of(answers.next().unwrap()).unwrap(), Dataset::read(&book));
    assert_eq!(rows_of(answers.next().unwrap()).unwrap(), None);
    assert_eq!(article_of_json("{}"), None);
    assert_eq!(article_of_json("no answer"), None);
}

#[test]
fn a_document_comes_with_the_article_that_was_read_to_tell_what_it_is() {
    for name in [
        "document.docx",
        "document.rtf",
        "document.odt",
        "book.epub",
        "document.pdf",
        "page.html",
        "page.mhtml",
    ] {
        let bytes = sample(name);
        let answer = answers(&[(Wanted::Parts, &bytes)]).remove(0);
        let parts = parts_of(answer).unwrap().parts;
        let [part] = parts.as_slice() else {
            panic!("{name}: one part")
        };
        let here = article::read(&bytes, "toll.txt");
        assert_eq!(part.article.as_deref(), Some(&here), "{name}");
    }
}

#[test]
fn what_may_be_rows_of_data_does_not_come_as_one_article() {
    let rows: Vec<String> = (0..6_000)
        .map(|at| {
            let text = "At least 12 people were killed in Estrava, police said. ".repeat(14);
            format!("{{\"headline\": \"Toll {at}\", \"date\": \"2031-03-14\", \"text\": \"{text}\"}}")
        })
        .collect();
    let long = format!("[{}]", rows.join(",\n")).into_bytes();
    assert!(article::is_read_apart(&long));
    for bytes in [
        long,
        sample("articles.json"),
        sample("articles.csv"),
        sample("articles.xlsx"),
    ] {
        let answer = answers(&[(Wanted::Parts, &bytes)]).remove(0);
        let parts = parts_of(answer).unwrap().parts;
        assert_eq!((parts.len(), &parts[0].article), (1, &None));
        assert!(Dataset::read(&parts[0].bytes).unwrap().articles_at().is_some());
    }
}

#[test]
fn what_is_simply_text_is_read_here() {
    assert!(!article::is_read_apart(TOLL.as_bytes()));
    for name in ["plain.txt", "nexis.txt", "factiva.txt", "articles.csv", "articles.json"] {
        assert!(!article::is_read_apart(&sample(name)), "{name}");
    }
    for name in [
        "document.docx",
        "document.rtf",
        "document.odt",
        "document.pdf",
        "book.epub",
        "page.html",
        "page.mhtml",
        "message.eml",
        "mails.mbox",
        "pages.warc",
        "pages.warc.gz",
        "pages.wacz",
        "page.webarchive",
        "archive.zip",
        "articles.xlsx",
        "page.html.gz",
    ] {
        assert!(article::is_read_apart(&sample(name)), "{name}");
    }
    let long = "Six people were killed, police said. ".repeat(120_000);
    assert!(article::is_read_apart(long.as_bytes()));
}

#[cfg(unix)]
fn asked_of(script: &str, token: &Token) -> Result<article::Article, String> {
    let ask = Ask {
        wanted: Wanted::Article,
        name: "toll.txt".to_owned(),
    };
    let mut command = Command::new("sh");
    let mut worker = Worker::start(command.args(["-c", script]))?;
    article_of(worker.ask(&ask, TOLL.as_bytes(), 1 << 20, token)?)
}

#[cfg(unix)]
#[test]
fn whatever_the_child_does_becomes_an_article_or_a_sentence() {
    for (script, words) in [
        ("cat >/dev/null & exit 0", "gave no answer"),
        ("exit 3", "broke off"),
        ("kill -ABRT $$", "more memory"),
        ("kill -XCPU $$", "within 60 s"),
        ("kill -KILL $$", "the system ended"),
        ("kill -SEGV $$", "broke off"),
        ("echo '{\"text\":7}'; exec sleep 600", "gave no answer"),
        ("printf 'e\\0\\0\\0\\0\\0\\0\\0\\0'; exec sleep 600", "gave no answer"),
        ("printf 'a\\0\\0\\0\\0\\0\\0\\1\\0'; exec sleep 600", "gave no answer"),
    ] {
        let why = asked_of(script, &Token::new()).unwrap_err();
        assert!(why.contains(words) && why.ends_with('.'), "{script}: {why}");
    }
    let missing = Worker::start(&mut Command::new("/nowhere/reader")).err();
    assert!(missing.unwrap().contains("could not be started"));
}

#[cfg(unix)]
#[test]
fn a_stop_does_not_wait_for_the_child() {
    let token = Token::new();
    token.stop();
    let why = asked_of("exec sleep 600", &token).unwrap_err();
    assert!(why.contains("stopped"), "{why}");
}
