//! Removal for good: no byte of the project, its log and its backups holds the article, and the rest can be undone.

use std::fs;
use std::path::Path;

use tallyscope::app::{Action, HistoryAct};
use tallyscope::store::{ArticleId, ClaimId, Field, FieldValue, Told, Verdict};

use super::{Program, TOLL, write};

/// A word that stands nowhere else.
const MARKER: &str = "Quandarrow";

/// Files below a folder that hold a word, in any of the two usual encodings.
fn holding(folder: &Path, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, word));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let lower = bytes.to_ascii_lowercase();
        let place = |needle: &[u8]| {
            let needle = needle.to_ascii_lowercase();
            lower.windows(needle.len()).position(|window| window == needle)
        };
        if let Some(at) = place(word.as_bytes()).or_else(|| place(&wide)) {
            let around = &bytes[at.saturating_sub(60)..bytes.len().min(at + 60)];
            found.push(format!("{}: {}", path.display(), String::from_utf8_lossy(around)));
        }
    }
    found
}

/// A project with an article that stays and one that is to go, steps of every sort about both, and a backup; with the
/// two articles and the first claim of the one that stays.
fn prepared(home: &Path) -> (Program, [ArticleId; 2], ClaimId) {
    let mut program = Program::new(home);
    let secret = TOLL
        .replace("Estrava", MARKER)
        .replace("ESTRAVA", "QUANDARROW")
        .replace("police", "Quandarrow police");
    let news = home.join("news");
    program.act(Action::OpenPaths(vec![write(&news, "toll.txt", TOLL)]));
    program.act(Action::OpenPaths(vec![write(&news, "Quandarrow.txt", secret)]));
    let store = program.store();
    let [kept, gone]: [_; 2] = store
        .articles()
        .map(|article| article.id)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let claim_of = |article| store.claims_of(article).next().unwrap().id;
    let (kept_claim, gone_claim) = (claim_of(kept), claim_of(gone));
    // steps of every sort: about it alone, about both, about the other
    program.act(Action::SetNote(vec![gone_claim], "ask in Quandarrow".to_owned()));
    program.act(Action::SetVerdict(vec![kept_claim, gone_claim], Verdict::Accepted));
    let words = FieldValue::Words(Some("Quandarrow firemen".to_owned()));
    program.act(Action::SetField(vec![gone_claim], Field::Speaker, Some(words)));
    let title = Told {
        title: Some("The end of Quandarrow".to_owned()),
        ..Told::default()
    };
    program.act(Action::Tell(vec![gone], title));
    program.act(Action::SetArticleNote(gone, "Quandarrow again".to_owned()));
    program.act(Action::RemoveArticles(vec![gone]));
    program.act(Action::Undo);
    program.act(Action::SetNote(vec![kept_claim], "stays".to_owned()));
    let mut program = program.restart();
    program.looked_over();
    (program, [kept, gone], kept_claim)
}

#[test]
fn what_is_removed_for_good_is_in_no_byte_of_project_and_backups() {
    let home = tempfile::tempdir().unwrap();
    let (mut program, [_, gone], kept_claim) = prepared(home.path());
    let project = program.state().project.path.clone();
    let folder = project.parent().unwrap().to_path_buf();
    assert!(
        holding(&folder, MARKER).len() >= 2,
        "the project and a backup hold it before"
    );

    program.app.act(Action::History(HistoryAct::AskErase(vec![gone])));
    let question = program.state().recovery.erase.clone().unwrap();
    assert_eq!(
        (question.title.as_str(), question.num_copies),
        ("The end of Quandarrow", 1)
    );
    assert_eq!((question.num_claims, question.num_decided), (3, 1));
    assert!(question.num_steps >= 5, "{question:?}");
    program.history(HistoryAct::Erase(vec![gone]));
    assert_eq!(program.problem_lines(), "");
    assert!(
        program
            .state()
            .messages
            .toasts
            .last()
            .unwrap()
            .sentence
            .contains("Removed for good")
    );
    assert_eq!(program.state().store.num_articles(), 1);
    assert_eq!(holding(&folder, MARKER), [""; 0]);

    // the rest is as it was and can be taken back, also over a restart
    let mut program = program.restart();
    program.looked_over();
    assert_eq!(program.problem_lines(), "", "no alarm about what was meant to go");
    assert_eq!(holding(&folder, MARKER), [""; 0]);
    let note = |program: &Program| program.state().store.claim(kept_claim).unwrap().note.clone();
    assert_eq!(note(&program), "stays");
    program.act(Action::Undo);
    assert_eq!(note(&program), "");
    program.act(Action::Undo);
    let claim = program.state().store.claim(kept_claim).unwrap();
    assert_eq!(
        claim.verdict,
        Verdict::Open,
        "the step over both is there for the other"
    );
    program.act(Action::Undo);
    assert_eq!(program.state().store.num_articles(), 0);
    while program.state().store.history().redo_label().is_some() {
        program.act(Action::Redo);
    }
    assert_eq!(note(&program), "stays");
    // no number is given out again
    let added = program.store();
    program.act(Action::OpenPaths(vec![write(
        &home.path().join("news"),
        "more.txt",
        TOLL.replace("12", "14"),
    )]));
    let new = program.state().store.articles().last().unwrap().id;
    assert!(
        added.articles().all(|article| article.id != new) && new > gone,
        "{new:?}"
    );
}
