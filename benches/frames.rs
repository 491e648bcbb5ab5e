//! How long a frame takes on the CPU while the sample is scrolled, while a chart of 100,000 figures is zoomed, and while a
//! table of 50 sources by 2,000 days is scrolled: layout and tessellation, without the graphics driver. With the word `large`
//! only the chart, with the word `table` only the table.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and measures")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use tallyscope::app::{Action, App, Clock, State, View};
use tallyscope::article::Article;
use tallyscope::base::{Span, Why};
use tallyscope::claim::{Claim, Form, Kind, Modality, Roles, Scope, VictimClass, claim_key};
use tallyscope::dating::Published;
use tallyscope::disk::Folders;
use tallyscope::quantity::Figure;
use tallyscope::read::Reading;
use tallyscope::show::LinesBy;
use tallyscope::store::{NewArticle, Origin, Store};
use tallyscope::time::Value;
use tallyscope::ui::{Backend, Window};

const NUM_FRAMES: usize = 300;

/// Sources and days of the large chart: 100,000 figures.
const LARGE: (usize, i32) = (50, 2000);

fn main() {
    let asked = |name: &str| std::env::args().any(|word| word == name);
    let (only_large, only_table) = (asked("large"), asked("table"));
    if !only_large && !only_table {
        sample();
    }
    if !only_table {
        for (sources, days) in [(LARGE.0, LARGE.1 / 20), LARGE] {
            large(sources, days);
        }
    }
    if !only_large {
        table();
    }
}

/// Where the wheel turns, and by how much a frame.
#[derive(Clone, Copy)]
struct Wheel {
    at: egui::Pos2,
    by: egui::Vec2,
}

/// Over the middle of the window.
const MIDDLE: Wheel = Wheel {
    at: egui::pos2(700.0, 450.0),
    by: egui::vec2(0.0, -40.0),
};

/// Over the table below the charts, along its days and down its sources.
const TABLE: Wheel = Wheel {
    at: egui::pos2(700.0, 900.0),
    by: egui::vec2(-60.0, -12.0),
};

fn sample() {
    let home = tempfile::tempdir().expect("a folder");
    let clock = Clock {
        now: || "2031-03-15T09:00:00Z".to_owned(),
        today: || jiff::civil::date(2031, 3, 15),
    };
    let mut app = App::new(clock, Folders::below(home.path()), Arc::new(|| {}));
    let begin = Instant::now();
    app.begin_demo(None, true);
    while app.state().messages.progress.is_some() || app.state().store.num_articles() == 0 {
        app.poll();
    }
    println!("sample opened in {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    for (name, view) in [
        ("Read", View::Read),
        ("Compare", View::Compare),
        ("Review", View::Review),
    ] {
        app.act(Action::Show(view));
        app = measure(name, MIDDLE, app);
    }
}

/// Compare over running totals of so many sources on so many days.
fn large(sources: usize, days: i32) {
    let begin = Instant::now();
    let mut state = State {
        store: made((sources, days), &THREE),
        view: View::Compare,
        ..State::default()
    };
    state.project.name = "Large".to_owned();
    state.compare.lines_by = LinesBy::Speaker;
    state.compare.table_kind = Kind::Killed;
    println!(
        "{} figures made in {:.0} ms",
        state.store.num_claims(),
        begin.elapsed().as_secs_f64() * 1e3
    );
    measure("  large", MIDDLE, Made { state });
}

/// The table of sources by day: every source has a figure of one kind on every day.
fn table() {
    let begin = Instant::now();
    let mut state = State {
        store: made(LARGE, &[Kind::Killed]),
        view: View::Compare,
        ..State::default()
    };
    state.project.name = "Large".to_owned();
    state.compare.lines_by = LinesBy::Speaker;
    state.compare.table_kind = Kind::Killed;
    // the chart beside it has nothing to draw, so that the table alone is measured
    state.compare.kinds = vec![Kind::Missing];
    println!(
        "{} sources by {} days made in {:.0} ms",
        LARGE.0,
        LARGE.1,
        begin.elapsed().as_secs_f64() * 1e3
    );
    measure("  table", TABLE, Made { state });
}

/// Kinds in turn by source.
const THREE: [Kind; 3] = [Kind::Killed, Kind::Injured, Kind::Arrested];

/// A program that holds a state and does what charts ask for.
struct Made {
    state: State,
}

impl Backend for Made {
    fn state(&self) -> &State {
        &self.state
    }

    fn act(&mut self, action: Action) {
        if let Action::Hover(claim) = action {
            self.state.selection.hovered = claim;
        }
    }

    fn poll(&mut self) -> bool {
        false
    }
}

/// One article a day; in each every source gives a running total, of the kinds in turn.
fn made((sources, days): (usize, i32), kinds: &[Kind]) -> Store {
    let mut store = Store::default();
    let first = jiff::civil::date(2026, 1, 1);
    let articles = (0..days).map(|day| {
        let date = first.checked_add(jiff::Span::new().days(day)).expect("a day");
        article(sources, (day, date), kinds)
    });
    let edit = store.add_articles(articles.collect());
    store.commit(edit, "2031-03-15T09:00:00Z");
    store
}

fn article(sources: usize, (day, date): (i32, jiff::civil::Date), kinds: &[Kind]) -> NewArticle {
    let mut text = String::from("Figures of the day\n\n");
    let mut claims = Vec::new();
    let mut rows = Vec::new();
    for source in 0..sources {
        let start = text.len();
        let figure = (day.unsigned_abs() as usize) * (3 + source % 5) + source * 7;
        text.push_str(&format!("{figure} people"));
        rows.push((Span::new(start, text.len()), figure as u64, source));
        text.push_str(&format!(", said Source {source}.\n"));
    }
    for (span, figure, source) in rows {
        let kind = kinds[source % kinds.len()];
        claims.push(claim(&text, (kind, span), figure, (source, date)));
    }
    let reading = Reading {
        article: Arc::new(Article::plain(text)),
        published: Some(Published::given(date)),
        entities: Vec::new(),
        times: Vec::new(),
        claims,
        notes: Vec::new(),
    };
    NewArticle {
        origin: Origin::Pasted,
        file_name: format!("day-{day}.txt"),
        sha256: format!("{day:064}"),
        reading,
        rules_version: "made".to_owned(),
    }
}

fn claim(text: &str, (kind, span): (Kind, Span), figure: u64, (source, day): (usize, jiff::civil::Date)) -> Claim {
    Claim {
        key: claim_key(text, kind, span),
        span,
        sentence: span,
        kind,
        figure: Figure::exact(figure),
        form: Form::Number,
        victims: None,
        victim_class: VictimClass::Unspecified,
        speaker: Some(format!("Source {source}")),
        relay: None,
        as_of: Some(Value::Day(day)),
        event_date: None,
        place: None,
        scope: Scope::Total,
        part_of: false,
        part_of_key: None,
        modality: Modality::Asserted,
        roles: Roles::default(),
        confidence: 0.8,
        why: Why::leaf("made", span),
    }
}

/// Draws the window over the program and gives it back.
fn measure<B: Backend + 'static>(name: &str, wheel: Wheel, app: B) -> B {
    let mut window: Option<Window<B>> = None;
    let mut given = Some(app);
    let back: std::rc::Rc<std::cell::RefCell<Option<B>>> = std::rc::Rc::default();
    let returned = std::rc::Rc::clone(&back);
    {
        let mut harness = Harness::builder().with_size([1600.0, 1000.0]).build_ui(move |ui| {
            let ctx = ui.ctx().clone();
            if ctx.data_mut(|data| data.remove_temp::<bool>(egui::Id::NULL)).is_some() {
                *returned.borrow_mut() = window.take().map(Window::into_backend);
                return;
            }
            let window = window.get_or_insert_with(|| Window::new(&ctx, given.take().expect("is given once")));
            window.step(&ctx);
            window.window_ui(ui);
        });
        for _ in 0..10 {
            harness.step();
        }
        report(name, frames(&mut harness, wheel));
        harness.ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, true));
        harness.step();
    }
    back.take().expect("is given back")
}

/// Scrolls there and back, one notch a frame.
fn frames(harness: &mut Harness<'_>, wheel: Wheel) -> Vec<Duration> {
    let mut took = Vec::with_capacity(NUM_FRAMES);
    harness.event(egui::Event::PointerMoved(wheel.at));
    for frame in 0..NUM_FRAMES {
        let down = (frame / 40) % 2 == 0;
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: if down { wheel.by } else { -wheel.by },
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
        let begin = Instant::now();
        harness.step();
        took.push(begin.elapsed());
    }
    took
}

fn report(name: &str, mut took: Vec<Duration>) {
    took.sort_unstable();
    let at = |share: usize| {
        took.get(took.len() * share / 100)
            .copied()
            .unwrap_or_default()
            .as_secs_f64()
            * 1e3
    };
    println!(
        "{name:8} median {:.2} ms, p95 {:.2} ms, longest {:.2} ms",
        at(50),
        at(95),
        at(99)
    );
}
