//! Reports of the sample's days and of words that mean harm: complete, well-formed, and nothing gets out of its place.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html as Page, Selector};

use super::{Parts, Report, ReportOptions, Sentences, Unreviewed, report_html};
use crate::claim::Kind;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Watch, format_of};
use crate::jobs::Token;
use crate::link::{Conclusions, Conflict, ConflictSide, ConflictSort, Likely, Reason, Story};
use crate::show::testing::{claim, store};
use crate::show::testing_sample::varland;
use crate::show::{CompareLook, Filter, LinesBy, Names};
use crate::store::{Adopted, AdoptedAbout, ArticleId, ClaimId, Resolution, Ruling, Status, Store, TagChange};

struct Made {
    store: Store,
    conclusions: Conclusions,
    filter: Filter,
    left_out: Vec<ClaimId>,
    options: ReportOptions,
    project: &'static str,
}

impl Made {
    fn new(store: Store) -> Self {
        Self {
            store,
            conclusions: Conclusions::default(),
            filter: Filter::default(),
            left_out: Vec::new(),
            options: ReportOptions::default(),
            project: "Varland, March 2031",
        }
    }

    fn html(&self) -> String {
        let look = CompareLook {
            lines_by: LinesBy::Speaker,
            ..CompareLook::default()
        };
        let ids = self.store.claims().map(|record| record.id);
        let claims: BTreeSet<ClaimId> = ids.filter(|id| !self.left_out.contains(id)).collect();
        let report = Report {
            input: &ExportInput {
                store: &self.store,
                conclusions: &self.conclusions,
                names: &Names::default(),
                filter: &self.filter,
                look: &look,
                claims: &claims,
                chosen: &[],
                project: self.project,
                program: "0.1.0",
                now: "2031-03-15T09:00:00Z",
            },
            options: &self.options,
        };
        let token = Token::new();
        let (html, num_told) = report_html(&report, &Watch::new(&token, &|_, _| {})).expect("a report");
        assert_eq!(html.matches("<tr id=\"c").count(), num_told);
        check_page(&html);
        html
    }
}

fn pick(page: &Page, what: &str) -> Vec<String> {
    let selector = Selector::parse(what).expect("a selector");
    let found = page.select(&selector);
    found
        .map(|node| {
            node.text()
                .collect::<String>()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

fn count(page: &Page, what: &str) -> usize {
    pick(page, what).len()
}

/// What holds of every report: read without a mishap, asks for nothing, runs nothing, ids once, ways lead somewhere.
#[track_caller]
fn check_page(html: &str) {
    let page = Page::parse_document(html);
    let mishaps: Vec<_> = page.errors.iter().collect();
    assert!(mishaps.is_empty(), "{mishaps:?}");
    assert!(!html.contains("<script"), "no script");
    for what in [
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "[src]",
        "[onclick]",
    ] {
        assert_eq!(count(&page, what), 0, "{what}");
    }
    assert!(!html.contains("url(http") && !html.contains("@import"));
    let mut ids = BTreeSet::new();
    for node in page.select(&Selector::parse("[id]").expect("a selector")) {
        let id = node.value().attr("id").expect("an id");
        assert!(ids.insert(id.to_owned()), "{id} stands twice");
    }
    for node in page.select(&Selector::parse("[href]").expect("a selector")) {
        let href = node.value().attr("href").expect("a way");
        let to = href
            .strip_prefix('#')
            .unwrap_or_else(|| panic!("{href} leads out of the page"));
        assert!(ids.contains(to), "{href} leads nowhere");
    }
    assert_eq!(count(&page, "h1"), 1);
    assert_eq!(
        count(&page, "table"),
        count(&page, "table > caption"),
        "every table says what it is"
    );
    assert_eq!(
        count(&page, "svg"),
        count(&page, "svg > title"),
        "every chart has a title"
    );
    assert_eq!(count(&page, "th:not([scope])"), 0);
    assert_eq!(count(&page, "html[lang=en]"), 1);
    assert_eq!(count(&page, "meta[http-equiv=Content-Security-Policy]"), 1);
}

#[test]
fn every_figure_stands_in_a_table_with_its_words_and_who_says_so() {
    let made = Made::new(varland());
    let html = made.html();
    let page = Page::parse_document(&html);
    let num_claims = made.store.num_claims();
    assert_eq!(count(&page, "tr[id^=c]"), num_claims);
    for record in made.store.claims() {
        let row = pick(&page, &format!("#c{}", record.id.0)).pop().expect("a row");
        let article = made.store.article(record.article).expect("its article");
        let words = record.claim().span.of(article.text());
        assert!(row.contains(words), "{words} is not in {row}");
        assert!(
            row.contains(record.claim().speaker.as_deref().unwrap_or("Not stated")),
            "{row}"
        );
        assert!(row.contains(article.publisher().expect("an outlet")), "{row}");
    }
    assert_eq!(count(&page, "tr.rejected"), 1);
    // each kind has a chart, whose marks lead to the rows
    let kinds: BTreeMap<Kind, usize> = made.store.claims().fold(BTreeMap::new(), |mut kinds, record| {
        *kinds.entry(record.claim().kind).or_default() += 1;
        kinds
    });
    assert_eq!(count(&page, "figure > svg"), kinds.len());
    assert!(count(&page, "svg a[href^='#c']") > 30);
    assert_eq!(count(&page, "#p1-known tbody tr"), kinds.len());
    let cells = pick(&page, "#p1-known tbody tr:first-child > *");
    assert_eq!(
        cells,
        [
            "Killed",
            "29Interior Ministry, 14 March, unreviewed",
            "≥ 71Square Committee, 14 March, unreviewed",
            "≈ 15St Orla Hospital, 11 March, unreviewed",
            "none adopted"
        ]
    );
}

#[test]
fn what_is_unreviewed_and_sentences_can_be_left_out() {
    let mut made = Made::new(varland());
    made.options.unreviewed = Unreviewed::Without;
    let page = Page::parse_document(&made.html());
    let decided = made
        .store
        .claims()
        .filter(|record| record.status() != Status::Unreviewed);
    assert_eq!(count(&page, "tr[id^=c]"), decided.count());
    assert_eq!(count(&page, "td.state.open"), 0);
    let method = pick(&page, "#method dl").join(" ");
    assert!(method.contains("unreviewed figures left out"), "{method}");

    let sentence = "More than 50 people have died since Monday, the committee's spokeswoman said.";
    let mut made = Made::new(varland());
    let text = pick(&Page::parse_document(&made.html()), "body").join(" ");
    assert!(text.contains(sentence), "{text}");
    made.options.sentences = Sentences::Without;
    let text = pick(&Page::parse_document(&made.html()), "body").join(" ");
    assert!(!text.contains(sentence) && text.contains("“More than 50 people”"));
}

#[test]
fn words_that_mean_harm_stay_words() {
    let evil = "<script>alert(1)</script>\"'&amp;\u{202E}";
    let marked = format!(
        "{evil}\n\nThe <b>office</b> & {{killed total @{}|at least 12 <i>people</i>}} \u{202E}died.",
        "A<b>\""
    );
    let mut store = store(&[("<img src=x onerror=alert(1)>", "2031-03-14", marked.as_str())]);
    let id = ClaimId(1);
    for edit in [
        store.set_note(&[id], evil),
        store.tag_claims(&[id], "a<b>", TagChange::Add),
        store.set_article_note(ArticleId(1), evil),
        store.tag_articles(&[ArticleId(1)], "\"x\"", TagChange::Add),
        store.adopt(
            AdoptedAbout {
                story: evil.to_owned(),
                kind: Kind::Killed,
                day: jiff::civil::date(2031, 3, 14),
            },
            Some(Adopted {
                low: 12,
                best: 12,
                high: 12,
                claims: vec![id],
                rule: evil.to_owned(),
                note: evil.to_owned(),
            }),
        ),
    ] {
        assert!(!edit.is_empty());
        store.commit(edit, "2031-03-15T09:00:00Z");
    }
    let mut made = Made::new(store);
    made.project = "<title>\u{202E}&";
    let html = made.html();
    let page = Page::parse_document(&html);
    assert_eq!(count(&page, "b, i, img"), 0);
    let row = pick(&page, "#c1").pop().expect("a row");
    assert!(row.contains("The <b>office</b> & at least 12 <i>people</i>"), "{row}");
    assert!(
        row.contains("<script>alert(1)</script>"),
        "the note as it was written: {row}"
    );
    assert_eq!(
        pick(&page, "head > title"),
        ["<title>&"],
        "nothing turns the title of the window"
    );
    // every sign that turns the direction stands in a part of its own
    for (at, _) in html.match_indices('\u{202E}') {
        let before = html.get(..at).expect("a place between signs");
        let set_apart = |name: &str| before.rfind(&format!("<{name}")) > before.rfind(&format!("</{name}>"));
        let apart = ["bdi", "text", "desc", "blockquote", "title"]
            .iter()
            .any(|name| set_apart(name));
        assert!(apart, "…{}", before.chars().rev().take(80).collect::<String>());
    }
}

/// Two sources that do not agree, and what the analyst said of it.
fn quarrel() -> Made {
    let store = store(&[
        (
            "Herald",
            "2031-03-14",
            "The ministry counted {killed total @Ministry|29 dead} in all.",
        ),
        (
            "Post",
            "2031-03-14",
            "The union counted {killed total accepted @Union|at least 71} in all.",
        ),
        (
            "Post",
            "2031-03-20",
            "In Norhaven {injured total accepted @Clinic|5 people} were hurt.",
        ),
    ]);
    let number = |words: &str| claim(&store, words).0.unsigned_abs();
    let side = |voice: &str, words: &str| ConflictSide {
        voice: voice.to_owned(),
        kind: Kind::Killed,
        victim_class: crate::claim::VictimClass::Unspecified,
        day: Some(jiff::civil::date(2031, 3, 14)),
        claims: vec![number(words)],
        num_articles: 1,
        num_sources: 1,
    };
    let conflict = Conflict {
        key: "quarrel".to_owned(),
        sort: ConflictSort::Numbers,
        kind: Kind::Killed,
        day: jiff::civil::date(2031, 3, 14),
        place: None,
        is_incident: false,
        sides: vec![side("Ministry", "29 dead"), side("Union", "at least 71")],
        ratio: 2.4,
        num_sources: 2,
        likely: Likely::Unknown,
        reason: Reason::default(),
    };
    let story = |key: &str, articles: &[u64]| Story {
        key: key.to_owned(),
        name: key.to_owned(),
        articles: articles.to_vec(),
        place: None,
        days: None,
        shared: Vec::new(),
        told: false,
        reason: Reason::default(),
    };
    let mut made = Made::new(store);
    made.conclusions.conflicts = vec![conflict.into()];
    made.conclusions.stories = vec![story("Estrava", &[1, 2]), story("Norhaven", &[3])];
    let ruling = Ruling {
        verdict: Some(true),
        reason: "Definition".to_owned(),
        note: "The union counts the missing as well.".to_owned(),
        resolution: Some(Resolution::Prefer),
        preferred: Some(claim(&made.store, "29 dead")),
        taken_as: None,
        settled: true,
    };
    let edit = made.store.rule_on("quarrel", Some(ruling));
    made.store.commit(edit, "2031-03-15T09:00:00Z");
    made
}

#[test]
fn a_conflict_is_told_with_its_sides_and_what_was_decided() {
    let page = Page::parse_document(&quarrel().html());
    let told = pick(&page, "article.conflict");
    assert_eq!(told.len(), 1);
    for words in [
        "settled",
        "29preferredMinistry",
        "≥ 71Union",
        "Definition",
        "The union counts the missing",
    ] {
        assert!(told[0].contains(words), "{words} is not in {}", told[0]);
    }
    assert_eq!(count(&page, ".conflict blockquote"), 2);
    assert_eq!(count(&page, ".conflict a.figure[href='#c1']"), 1);
    // the side that nobody decided on is left out, and then there is no conflict to tell
    let mut made = quarrel();
    made.options.unreviewed = Unreviewed::Without;
    assert_eq!(count(&Page::parse_document(&made.html()), "article.conflict"), 0);
}

#[test]
fn stories_are_parts_of_their_own() {
    let mut made = quarrel();
    made.options.parts = Parts::Stories(vec!["Norhaven".to_owned()]);
    let html = made.html();
    let page = Page::parse_document(&html);
    assert_eq!(pick(&page, "h1"), ["Varland, March 2031: Norhaven"]);
    assert_eq!(count(&page, "tr[id^=c]"), 1);
    assert_eq!(count(&page, "tr[id^=a]"), 1);
    assert_eq!(count(&page, "article.conflict"), 0);
    made.options.parts = Parts::EachStory;
    let page = Page::parse_document(&made.html());
    assert_eq!(count(&page, "main > section > h2"), 4, "two stories, articles, method");
    assert_eq!(count(&page, "tr[id^=c]"), 3);
    assert_eq!(count(&page, "article.conflict"), 1);
    made.options.parts = Parts::Stories(vec!["gone".to_owned()]);
    assert_eq!(
        count(&Page::parse_document(&made.html()), "tr[id^=c]"),
        3,
        "the whole where none is left"
    );
}

#[test]
fn an_empty_project_has_an_empty_report() {
    let page = Page::parse_document(&Made::new(Store::default()).html());
    assert_eq!(count(&page, "svg"), 0);
    assert!(pick(&page, "main").join(" ").contains("No figures are told here."));
}

#[test]
fn what_is_not_chosen_is_not_told_and_not_drawn() {
    let mut made = quarrel();
    made.left_out = vec![claim(&made.store, "29 dead"), claim(&made.store, "5 people")];
    let page = Page::parse_document(&made.html());
    assert_eq!(pick(&page, "tr[id^=c] th .figure"), ["≥ 71"]);
    assert_eq!(count(&page, "article.conflict"), 0);
    assert_eq!(count(&page, "tr[id^=a]"), 1, "only the article that holds it");
    assert_eq!(count(&page, "figure svg"), 1);
}

#[test]
fn the_row_of_the_format_reads_its_options_and_can_be_stopped() {
    let store = varland();
    let claims: BTreeSet<ClaimId> = store.claims().map(|record| record.id).collect();
    let input = ExportInput {
        store: &store,
        conclusions: &Conclusions::default(),
        names: &Names::default(),
        filter: &Filter::default(),
        look: &CompareLook::default(),
        claims: &claims,
        chosen: &["All claims".to_owned()],
        project: "Varland",
        program: "0",
        now: "2031-03-15T09:00:00Z",
    };
    let format = format_of("report").expect("a row");
    let mut options = ExportOptions::default();
    let token = Token::new();
    let made = |options: &ExportOptions| {
        let output = (format.write)(&input, options, &Watch::new(&token, &|_, _| {})).expect("a report");
        let crate::export::formats::Body::File(bytes) = output.body else {
            panic!("one file")
        };
        (String::from_utf8(bytes).expect("is text"), output.what)
    };
    let (all, what) = made(&options);
    assert!(all.contains("Made on 15 March 2031") && all.contains("All claims"));
    assert_eq!(what, format!("{} figures", claims.len()));
    options.set("unreviewed", "off");
    assert!(made(&options).0.len() < all.len());
    token.stop();
    let stopped = (format.write)(&input, &options, &Watch::new(&token, &|_, _| {}));
    assert_eq!(stopped, Err(ExportError::Stopped));
}
