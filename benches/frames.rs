//! How long a frame takes on the CPU while the sample is scrolled: layout and tessellation, without the graphics driver.
#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints and measures")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use tallyscope::app::{Action, App, Clock, View};
use tallyscope::disk::Folders;
use tallyscope::ui::Window;

const NUM_FRAMES: usize = 300;

fn main() {
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
        app = measure(name, app);
    }
}

/// Draws the window over the program and gives it back.
fn measure(name: &str, app: App) -> App {
    let mut window: Option<Window<App>> = None;
    let mut given = Some(app);
    let back: std::rc::Rc<std::cell::RefCell<Option<App>>> = std::rc::Rc::default();
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
        report(name, frames(&mut harness));
        harness.ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, true));
        harness.step();
    }
    back.take().expect("is given back")
}

/// Scrolls up and down with the pointer over the middle, one notch a frame.
fn frames(harness: &mut Harness<'_>) -> Vec<Duration> {
    let mut took = Vec::with_capacity(NUM_FRAMES);
    harness.event(egui::Event::PointerMoved(egui::pos2(700.0, 450.0)));
    for frame in 0..NUM_FRAMES {
        let down = (frame / 40) % 2 == 0;
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, if down { -40.0 } else { 40.0 }),
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
