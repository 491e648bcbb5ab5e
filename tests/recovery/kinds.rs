//! Every kind of edit: done, closed, opened, taken back, closed, opened, done again; always the same.

use tallyscope::app::{Action, HistoryAct};
use tallyscope::base::Span;
use tallyscope::claim::Kind;
use tallyscope::entity::EntityKind;
use tallyscope::link::{NameRef, NameSort, Reach};
use tallyscope::quantity::{Figure, Qualifier};
use tallyscope::show::{ChartSetting, NameAct, NameTarget, StoryAct, VaguePolicy};
use tallyscope::store::{Adopted, AdoptedAbout, ArticleId, ClaimId, Field, FieldValue, Ruling, Told, Verdict};

use super::{Program, TOLL, assert_rows, write};

const TABLE: &str = "source,date,killed\nHerald,2031-03-14,12\nCourier,2031-03-15,15\n";

fn project(home: &std::path::Path) -> Program {
    let mut program = Program::new(home);
    let news = home.join("news");
    let other = "More unrest in Estrava\n\nMarch 15, 2031 - The Relief Committee said 15 people died in Estrava.\n";
    program.act(Action::OpenPaths(vec![
        write(&news, "toll.txt", TOLL),
        write(&news, "more.txt", other),
    ]));
    program.wait_for(|state| !state.names.rows.is_empty());
    program
}

/// Does it, and goes back and forth over restarts.
#[track_caller]
fn check(what: &str, acts: impl FnOnce(&mut Program)) {
    let home = tempfile::tempdir().unwrap();
    let mut program = project(home.path());
    let before = program.store();
    acts(&mut program);
    let after = program.store();
    let steps = after.history().done.len() - before.history().done.len();
    assert!(steps > 0, "{what} is in the history");
    let mut program = program.restart();
    assert_rows(&program.store(), &after, what);
    assert_eq!(program.store().history().done, after.history().done, "{what}");
    (0..steps).for_each(|_| program.act(Action::Undo));
    assert_rows(&program.store(), &before, what);
    let mut program = program.restart();
    assert_rows(&program.store(), &before, what);
    (0..steps).for_each(|_| program.act(Action::Redo));
    assert_rows(&program.store(), &after, what);
    let program = program.restart();
    assert_rows(&program.store(), &after, what);
    assert_eq!(program.problem_lines(), "", "{what}");
}

fn claims(program: &Program) -> Vec<ClaimId> {
    program.state().store.claims().map(|claim| claim.id).collect()
}

fn articles(program: &Program) -> Vec<ArticleId> {
    program.state().store.articles().map(|article| article.id).collect()
}

#[test]
fn decisions_on_claims_survive() {
    check("bulk verdict", |program| {
        program.act(Action::SetVerdict(claims(program), Verdict::Rejected));
    });
    check("bulk field", |program| {
        let speaker = FieldValue::Words(Some("the mayor".to_owned()));
        program.act(Action::SetField(claims(program), Field::Speaker, Some(speaker)));
        let figure = FieldValue::Figure(Figure::hedged(17, Qualifier::AtLeast));
        program.act(Action::SetField(
            vec![program.first_claim()],
            Field::Figure,
            Some(figure),
        ));
        program.act(Action::ResetClaims(vec![program.first_claim()]));
    });
    check("note", |program| {
        program.act(Action::SetNote(claims(program), "ask again".to_owned()));
    });
    check("claim by hand, deleted", |program| {
        let article = articles(program)[0];
        program.act(Action::NewClaim(article, Span::new(0, 7), Kind::Missing));
        let by_hand = program.state().store.claims().find(|claim| claim.by_hand).unwrap().id;
        program.act(Action::DeleteClaims(vec![by_hand]));
    });
}

#[test]
fn facts_of_articles_survive() {
    check("told facts", |program| {
        let told = Told {
            publisher: Some("The Courier".to_owned()),
            ..Told::default()
        };
        program.act(Action::Tell(articles(program), told));
        program.act(Action::TellPublished(
            articles(program),
            Some(jiff::civil::date(2031, 3, 20)),
        ));
        program.act(Action::SetArticleNote(articles(program)[0], "first of all".to_owned()));
    });
    check("removed articles", |program| {
        program.act(Action::RemoveArticles(articles(program)));
    });
    check("a changed file, read again", |program| {
        let news = program.home.join("news");
        write(&news, "toll.txt", TOLL.replace("At least 12", "At least 19"));
        let first = articles(program)[0];
        program.act(Action::Reload(first));
        assert!(
            program
                .state()
                .store
                .claims()
                .any(|claim| claim.claim().figure.low == Some(19))
        );
    });
    check("pasted article", |program| {
        program.act(Action::Paste(
            "Fire\n\nFive people were injured, police said.".to_owned(),
        ));
    });
}

#[test]
fn imports_and_readings_survive() {
    check("imported table", |program| {
        let file = write(&program.home.join("news"), "table.csv", TABLE);
        program.act(Action::OpenPaths(vec![file]));
        let mapping = program.state().tables.front().expect("a table waits").mapping.clone();
        program.act(Action::ImportTable(mapping));
        assert_eq!(program.state().store.num_articles(), 3);
    });
    check("read again", |program| {
        let id = program.first_claim();
        // what the machine takes back of names is read anew in the same step
        let place = NameTarget::Whole(name(EntityKind::Place, "Estrava"));
        program.act(Action::Name(NameAct::NotAName(place)));
        program.act(Action::SetVerdict(vec![id], Verdict::Accepted));
        program.act(Action::ReadAgain);
        program.history(HistoryAct::TakeReread);
    });
}

fn name(kind: EntityKind, words: &str) -> NameRef {
    NameRef {
        sort: NameSort::Name(kind),
        words: words.to_owned(),
        reach: Reach::Project,
    }
}

#[test]
fn what_is_said_over_articles_survives() {
    check("names", |program| {
        let place = || name(EntityKind::Place, "Estrava");
        program.act(Action::Name(NameAct::Call(
            NameTarget::Whole(place()),
            "Estrava City".to_owned(),
        )));
    });
    check("rulings", |program| {
        let ruling = Ruling {
            reason: "two counts".to_owned(),
            settled: true,
            ..Ruling::default()
        };
        program.act(Action::RuleOn("conflict:estrava".to_owned(), Some(ruling)));
        program.act(Action::RuleOn("conflict:estrava".to_owned(), None));
    });
    check("adopted figures", |program| {
        let about = AdoptedAbout {
            story: "Estrava".to_owned(),
            kind: Kind::Killed,
            day: jiff::civil::date(2031, 3, 14),
        };
        let figure = Adopted {
            low: 12,
            best: 12,
            high: 15,
            claims: claims(program),
            ..Adopted::default()
        };
        program.act(Action::Adopt(about, Some(figure)));
    });
    check("stories", |program| {
        program.wait_for(|state| !state.conclusions.stories.is_empty());
        let key = program.state().conclusions.stories[0].key.clone();
        program.act(Action::Story(StoryAct::Call(key, "The harbour".to_owned())));
    });
    check("charts", |program| {
        program.act(Action::ChartSetting(ChartSetting::Vague(VaguePolicy::Acled)));
    });
}
