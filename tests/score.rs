//! `tallyscope score` says what the scripts say that the corpora came with.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser as _;
use expect_test::{Expect, expect};
use tallyscope::cli::{Args, Outside, Then, run};

#[path = "score/made_up.rs"]
mod made_up;

/// Runs the command line and gives its exit status, what it printed and what it complained of.
fn tallyscope(args: &[&str]) -> (u8, String, String) {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let mut outside = Outside {
        input: &mut std::io::empty(),
        out: &mut out,
        problems: &mut problems,
        today: jiff::civil::date(2031, 3, 15),
    };
    let args = Args::try_parse_from([&["tallyscope"], args].concat()).expect("arguments are right");
    let Then::Exit(status) = run(args, &mut outside) else {
        panic!("a window would open");
    };
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (status, text(out), text(problems))
}

fn score(corpus: &Path, more: &[&str]) -> (u8, String, String) {
    tallyscope(&[&["score", corpus.to_str().unwrap()], more].concat())
}

/// The part of the report that the scripts print too.
fn figures(report: &str) -> &str {
    report.split("# claims by rule").next().unwrap()
}

/// The lines of score_claims.py, score_names.py, score_times.py, score_dates.py (last line),
/// score_figures.py and score_pages.py, run on the same texts unpacked by unpack.py and read by `extract`. Where rules
/// change what is read: `UPDATE_EXPECT=1 cargo test --test score` beside the scripts, which then agree or not.
#[rustfmt::skip]
fn expected() -> Expect {
    expect![[r#"
        # kazakhstan
        articles 2  gold claims 2  extracted 3
          injured     right 0 of 1, wrong 1
          killed      right 1 of 1, wrong 1
          as_of                       1/1 = 1.000
          event_date                  0/1 = 0.000
          modality                    1/1 = 1.000
          part_of                     1/1 = 1.000
          qualifier                   1/1 = 1.000
          scope                       1/1 = 1.000
          speaker                     0/1 = 0.000
          victim_class                1/1 = 1.000
          implicit           found 1 of 1 = 1.000, wrong 0, precision 1.000
          named              found 0 of 0 = 0.000, wrong 0, precision 0.000
          implicit and named found 1 of 1 = 1.000, wrong 0, precision 1.000
        detection   P 0.667 R 1.000 F1 0.800
        quantity    P 0.333 R 0.500
        claims F1 0.400
          org     P 1.000 R 0.500 F1 0.667   overlap P 1.000 R 0.500 F1 0.667   (2)
          person  P 0.500 R 1.000 F1 0.667   overlap P 0.500 R 1.000 F1 0.667   (1)
          place   P 0.333 R 1.000 F1 0.500   overlap P 0.333 R 1.000 F1 0.500   (1)
          linking B-cubed P 1.000 R 1.000 F1 1.000 over 3 of 4 mentions
          all     P 0.500 R 0.750 F1 0.600   overlap P 0.500 R 0.750 F1 0.600   (4)
        names F1 0.600
        calendar expressions 3, found 3 = 1.000, right 2; extracted 5, false 1
        times right 0.667 false 0.200
        dates right 1 of 2, traps taken 1 of 2
        # news
        text differs, offsets cannot be compared, counted as not extracted: wide
        articles 3  gold claims 6  extracted 8
          arrested    right 0 of 0, wrong 1
          displaced   right 0 of 1, wrong 1
          injured     right 1 of 1, wrong 0
          killed      right 2 of 3, wrong 2
          missing     right 0 of 1, wrong 1
          as_of                       3/3 = 1.000
          event_date                  3/3 = 1.000
          modality                    3/3 = 1.000
          part_of                     3/3 = 1.000
          qualifier                   3/3 = 1.000
          scope                       3/3 = 1.000
          speaker                     3/3 = 1.000
          speaker where one is named  3/3 = 1.000
          victim_class                1/3 = 0.333
          implicit           found 0 of 0 = 0.000, wrong 0, precision 0.000
          named              found 1 of 1 = 1.000, wrong 0, precision 1.000
          implicit and named found 1 of 1 = 1.000, wrong 0, precision 1.000
        detection   P 0.500 R 0.667 F1 0.571
        quantity    P 0.375 R 0.500
        claims F1 0.429
        # figures
          arrested   found 0 of 1 = 0.000
          injured    found 1 of 1 = 1.000
          killed     found 1 of 1 = 1.000
          texts with nobody killed: a false claim in 1 of 2
        figures found 0.667 false 0.500
        # times
        calendar expressions 4, found 3 = 0.750, right 2; extracted 3, false 1
        times right 0.500 false 0.333
        # names/listed
          org     P 1.000 R 1.000 F1 1.000   overlap P 1.000 R 1.000 F1 1.000   (1)
          person  P 0.250 R 0.500 F1 0.333   overlap P 0.250 R 0.500 F1 0.333   (2)
          place   P 0.000 R 0.000 F1 0.000   overlap P 0.000 R 0.000 F1 0.000   (0)
          all     P 0.333 R 0.667 F1 0.444   overlap P 0.333 R 0.667 F1 0.444   (3)
        names F1 0.444
        # names/marked
          group   P 0.000 R 0.000 F1 0.000   overlap P 0.000 R 0.000 F1 0.000   (1)
          org     P 1.000 R 1.000 F1 1.000   overlap P 1.000 R 1.000 F1 1.000   (1)
          person  P 0.500 R 0.667 F1 0.571   overlap P 0.750 R 1.000 F1 0.857   (3)
          place   P 0.000 R 0.000 F1 0.000   overlap P 0.000 R 0.000 F1 0.000   (0)
          all     P 0.500 R 0.600 F1 0.545   overlap P 0.667 R 0.800 F1 0.727   (5)
        names F1 0.545
        # pages
        pages 1, extracted 1, P 1.000 R 0.796
        pages F1 0.886
    "#]]
}

#[test]
fn the_figures_are_those_of_the_scripts() {
    let home = tempfile::tempdir().unwrap();
    made_up::write_corpus(home.path());
    let (status, report, problems) = score(home.path(), &["--jobs", "2"]);
    assert_eq!((status, problems.as_str()), (0, ""));
    expected().assert_eq(figures(&report));
    assert_eq!(score(home.path(), &["--jobs", "1"]).1, report, "threads change nothing");
    compare_with_scripts(home.path(), figures(&report));
}

#[test]
fn rules_and_confidence_are_told_and_errors_on_request() {
    let home = tempfile::tempdir().unwrap();
    made_up::write_corpus(home.path());
    let (_, report, _) = score(home.path(), &["--errors", "9"]);
    let rules = report.split("# claims by rule").nth(1).unwrap();
    assert!(rules.contains("   made  right  wrong  rule\n"), "{rules}");
    assert!(
        rules.contains("  link/passive\n") && rules.contains("  time/date\n"),
        "{rules}"
    );
    assert!(
        rules.contains("  0.95 to 1.00  ") && rules.contains("(Brier)"),
        "{rules}"
    );
    // One table for articles that are marked in full, one for texts with recorded figures.
    assert!(
        rules.matches("(Brier)").count() == 2 && !rules.contains("over 0 claims"),
        "{rules}"
    );
    for line in [
        "missed  torvik/mine missing 2 [2, 2] \"on Wednesday\"",
        "date    market gold 2031-03-12 got 2031-03-13",
        "taken   market \"Seven traders\" by \"Seven traders\"",
        "missed  raid arrested 22 | Police held 21 people in Torvik.",
        "missed  by/list person \"Östhamn\"",
        "false   mill \"the third quarter\" 2031-Q3",
    ] {
        assert!(report.contains(line), "{line} is missing in\n{report}");
    }
}

#[test]
fn folders_that_are_missing_are_said_once() {
    let home = tempfile::tempdir().unwrap();
    let (status, _, problems) = score(home.path(), &[]);
    assert_eq!(status, 1);
    assert_eq!(
        problems
            .matches("no gold for kazakhstan, news, figures, times, names, pages")
            .count(),
        1
    );
    fs::create_dir(home.path().join("news")).unwrap();
    fs::write(home.path().join("news/gold.json"), "[{").unwrap();
    let (status, _, problems) = score(home.path(), &[]);
    assert!(
        status == 1 && problems.contains("The gold could not be read"),
        "{problems}"
    );
}

/// Runs the scripts themselves, where they and Python are at hand.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn compare_with_scripts(corpus: &Path, figures: &str) {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/score");
    let has_python = Command::new("python3").arg("--version").output().is_ok();
    if !scripts.is_dir() || !has_python {
        println!("skipped: no python3, or no scripts in {}", scripts.display());
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let at = |path: &str| corpus.join(path);
    let python = Scripts {
        scripts,
        home: home.path().to_owned(),
    };
    let mut want = String::new();
    let gold = at("kazakhstan/gold.json");
    let found = python.extract("kazakhstan", &at("kazakhstan"), None);
    want.push_str("# kazakhstan\n");
    for script in ["claims", "names", "times"] {
        want.push_str(&python.score(script, &[&gold, &found]));
    }
    let dates = python.score("dates", &[&gold, &found, &at("kazakhstan/not_claims.json")]);
    want.push_str(&(dates.lines().last().unwrap().to_owned() + "\n"));
    for (name, gold, script) in [
        ("news", "news/gold.json", "claims"),
        ("figures", "figures/figures.jsonl", "figures"),
        ("times", "times/made-up.jsonl", "times"),
        ("names/listed", "names/listed.jsonl", "names"),
        ("names/marked", "names/marked.jsonl", "names"),
        ("pages", "pages/gold.json", "pages"),
    ] {
        let folder = python.unpack(&at(gold), name);
        let found = python.extract(name, &folder, Some(folder.join("published.tsv")));
        want.push_str(&format!("# {name}\n{}", python.score(script, &[&at(gold), &found])));
    }
    assert_eq!(figures, want, "left: ours, right: the scripts");
}

struct Scripts {
    scripts: PathBuf,
    home: PathBuf,
}

impl Scripts {
    fn run(&self, script: &str, args: &[&Path]) -> String {
        let mut command = Command::new("python3");
        let output = command.arg(self.scripts.join(script)).args(args).output().unwrap();
        let problems = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}: {problems}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn score(&self, what: &str, args: &[&Path]) -> String {
        self.run(&format!("score_{what}.py"), args)
    }

    fn unpack(&self, gold: &Path, name: &str) -> PathBuf {
        let folder = self.home.join(name);
        self.run("unpack.py", &[gold, &folder]);
        folder
    }

    fn extract(&self, name: &str, folder: &Path, dates: Option<PathBuf>) -> PathBuf {
        let mut args = vec!["extract"];
        // The scripts write an empty table where no text has a date; nothing is given then.
        let dates = dates.filter(|path| fs::metadata(path).is_ok_and(|data| data.len() > 0));
        if let Some(path) = &dates {
            args.extend(["--published-from", path.to_str().unwrap()]);
        }
        args.push(folder.to_str().unwrap());
        let path = self.home.join(format!("{}.jsonl", name.replace('/', "-")));
        fs::write(&path, tallyscope(&args).1).unwrap();
        path
    }
}
