//! How the window answers with many articles open: each key is timed from the press to the frame that shows what it did,
//! layout and tessellation included, without the graphics driver. Articles are files, read and kept as in real use.
//!
//! `cargo bench --bench window [ARTICLES]`: 2,000 articles with 30,000 claims where no number is given.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and measures")]

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use tallyscope::app::{Action, App, Clock};
use tallyscope::disk::Folders;
use tallyscope::show::{FindChange, FindIn};
use tallyscope::ui::Window;

mod generate;

/// How often each key is pressed.
const NUM_TIMES: usize = 40;

fn main() {
    let number = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let folder = tempfile::tempdir().expect("a folder");
    let articles = folder.path().join("articles");
    write(&articles, number.unwrap_or(2_000));
    let clock = Clock {
        now: || "2031-03-15T09:00:00Z".to_owned(),
        today: || jiff::civil::date(2031, 3, 15),
    };
    let mut app = App::new(clock, Folders::below(folder.path()), Arc::new(|| {}));
    let begin = Instant::now();
    app.begin(vec![articles]);
    settle(&mut app);
    let store = &app.state().store;
    println!(
        "{} articles with {} claims opened and concluded in {:.1} s",
        store.num_articles(),
        store.num_claims(),
        begin.elapsed().as_secs_f64()
    );
    search(&mut app);
    let mut given = Some(app);
    let mut window: Option<Window<App>> = None;
    let mut harness = Harness::builder().with_size([1600.0, 1000.0]).build_ui(move |ui| {
        let ctx = ui.ctx().clone();
        let window = window.get_or_insert_with(|| Window::new(&ctx, given.take().expect("is given once")));
        window.step(&ctx);
        window.window_ui(ui);
    });
    for _ in 0..10 {
        harness.step();
    }
    steps(&mut harness);
}

fn steps(harness: &mut Harness<'_>) {
    let ctrl = Modifiers::CTRL | Modifiers::COMMAND;
    for (view, key) in [
        ("Read", Key::Num1),
        ("Compare", Key::Num2),
        ("Review", Key::Num3),
        ("Names", Key::Num4),
    ] {
        say(&format!("{view} comes"), press(harness, 1, key, ctrl));
        rest(harness);
        say(&format!("{view} scrolls"), scroll(harness));
        if view == "Names" {
            say("next name", press(harness, NUM_TIMES, Key::H, Modifiers::NONE));
            continue;
        }
        say("next claim", press(harness, NUM_TIMES, Key::J, Modifiers::NONE));
        if view != "Compare" {
            decisions(harness, ctrl);
            say("next article", press(harness, NUM_TIMES, Key::ArrowDown, ctrl));
        }
    }
    for (view, key, field) in [("Read", Key::Num1, Key::F), ("Review", Key::Num3, Key::L)] {
        press(harness, 1, key, ctrl);
        rest(harness);
        press(harness, 1, field, ctrl);
        say(
            &format!("typed in {view}"),
            typed(harness, "people in the town near the river"),
        );
        press(harness, 1, Key::Escape, Modifiers::NONE);
    }
}

/// Each claim is accepted and the decision taken back before the next one is.
fn decisions(harness: &mut Harness<'_>, ctrl: Modifiers) {
    let (mut accepted, mut taken_back) = (Vec::new(), Vec::new());
    for _ in 0..NUM_TIMES {
        press(harness, 1, Key::K, Modifiers::NONE);
        accepted.extend(press(harness, 1, Key::A, Modifiers::NONE));
        taken_back.extend(press(harness, 1, Key::Z, ctrl));
    }
    say("accepted", accepted);
    say("taken back", taken_back);
}

/// Waits for what works beside the window.
fn settle(app: &mut App) {
    let mut quiet = 0;
    while quiet < 200 || app.state().messages.progress.is_some() || app.state().store.num_articles() == 0 {
        quiet = if app.poll() { 0 } else { quiet + 1 };
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Searches over the project, from the word to the hits: that works beside the window as well.
fn search(app: &mut App) {
    let bytes: usize = app.state().store.articles().map(|article| article.text().len()).sum();
    println!("search over {:.1} MB", bytes as f64 / 1e6);
    for words in ["people", "the", "river bridge", "no such words at all"] {
        let mut took: Vec<Duration> = Vec::new();
        for _ in 0..5 {
            app.act(Action::Find(FindChange::Close));
            let begin = Instant::now();
            app.act(Action::Find(FindChange::Open(FindIn::Project, Some(words.to_owned()))));
            while app.state().find.running {
                app.poll();
                std::thread::sleep(Duration::from_micros(200));
            }
            took.push(begin.elapsed());
        }
        took.sort_unstable();
        let ms = |at: usize| took.get(at).copied().unwrap_or_default().as_secs_f64() * 1e3;
        let hits = app.state().find.found.num_hits;
        println!(
            "“{words}”: {hits} hits, median {:.1} ms, longest {:.1} ms",
            ms(2),
            ms(4)
        );
    }
    app.act(Action::Find(FindChange::Close));
}

/// Lets what a view began beside the window arrive: measured is the view with its rows, not the wait for them.
fn rest(harness: &mut Harness<'_>) {
    for _ in 0..60 {
        harness.step();
        std::thread::sleep(Duration::from_millis(25));
    }
}

fn write(folder: &Path, count: usize) {
    std::fs::create_dir_all(folder).expect("a folder");
    let made = generate::Maker::new().next(count);
    for article in made {
        let text = &article.reading.article.text;
        std::fs::write(folder.join(&article.file_name), text.as_bytes()).expect("a file");
    }
}

/// The frame that takes the key and the one that shows what it did.
fn press(harness: &mut Harness<'_>, times: usize, key: Key, modifiers: Modifiers) -> Vec<Took> {
    let press = |harness: &mut Harness<'_>| {
        for pressed in [true, false] {
            harness.event(egui::Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers,
            });
        }
        two_frames(harness)
    };
    (0..times).map(|_| press(harness)).collect()
}

fn typed(harness: &mut Harness<'_>, words: &str) -> Vec<Took> {
    let letters = words.chars().map(|letter| {
        harness.event(egui::Event::Text(letter.to_string()));
        two_frames(harness)
    });
    letters.collect()
}

fn two_frames(harness: &mut Harness<'_>) -> Took {
    let before = Took::now();
    let begin = Instant::now();
    harness.step();
    harness.step();
    Took::since(begin, before)
}

/// How long something took by the clock, and for how long this thread worked for it: the rest is waiting, for a processor
/// that others have or for a thread.
#[derive(Clone, Copy)]
struct Took {
    clock: Duration,
    work: Duration,
    queued: Duration,
}

impl Took {
    /// What this thread has worked and waited for a processor so far, where the system tells.
    fn now() -> (Duration, Duration) {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        let mut parts = told
            .split_whitespace()
            .map(|part| Duration::from_nanos(part.parse().unwrap_or(0)));
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
    }

    fn since(begin: Instant, before: (Duration, Duration)) -> Self {
        let clock = begin.elapsed();
        let after = Self::now();
        Self {
            clock,
            work: after.0.saturating_sub(before.0),
            queued: after.1.saturating_sub(before.1),
        }
    }
}

/// One notch a frame, down and up again with the pointer over the middle.
fn scroll(harness: &mut Harness<'_>) -> Vec<Took> {
    harness.event(egui::Event::PointerMoved(egui::pos2(700.0, 450.0)));
    let notch = |frame: usize| {
        let down = (frame / 40).is_multiple_of(2);
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, if down { -40.0 } else { 40.0 }),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        let before = Took::now();
        let begin = Instant::now();
        harness.step();
        Took::since(begin, before)
    };
    (0..200).map(notch).collect()
}

fn say(name: &str, took: Vec<Took>) {
    let spread = |part: fn(&Took) -> Duration| {
        let mut times: Vec<Duration> = took.iter().map(part).collect();
        times.sort_unstable();
        let at = |share: usize| {
            let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
            times.get(place).copied().unwrap_or_default().as_secs_f64() * 1e3
        };
        format!("median {:6.2}, p95 {:6.2}, longest {:6.2}", at(50), at(95), at(100))
    };
    let (clock, work) = (spread(|took| took.clock), spread(|took| took.work));
    println!("{name:18} {clock} ms; work {work} ms");
    for (at, took) in took.iter().enumerate().filter(|(_, took)| took.clock.as_millis() >= 25) {
        println!(
            "      {at}: {:?} work {:?} queued {:?}",
            took.clock, took.work, took.queued
        );
    }
}
