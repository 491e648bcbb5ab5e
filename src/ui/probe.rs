//! Tells tests of the real window where marks and buttons are.

use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Context, Id, Rect};

/// Tells the places once, as soon as marks are drawn and stand still.
#[derive(Default)]
pub struct Probe {
    /// The lines of the frame before.
    before: String,
    done: bool,
}

/// Lines of the frame that is being drawn.
type Lines = Arc<Mutex<String>>;

fn slot() -> Id {
    Id::unique("tallyscope probe")
}

/// Notes where something is drawn; does nothing once the places were told.
pub fn note(ctx: &Context, rect: Rect, label: &str) {
    let Some(lines) = ctx.data(|data| data.get_temp::<Lines>(slot())) else {
        return;
    };
    let (corner, size) = (rect.min, rect.size());
    let label = label.replace('\n', " ");
    let line = format!("{:.0} {:.0} {:.0} {:.0} {label}\n", corner.x, corner.y, size.x, size.y);
    lines.lock().push_str(&line);
}

impl Probe {
    /// At the end of a frame: the lines, once, when two frames drew the same marks.
    pub fn lines(&mut self, ctx: &Context) -> Option<String> {
        if self.done {
            return None;
        }
        let lines = ctx.data_mut(|data| data.remove_temp::<Lines>(slot()));
        let now = lines.map(|lines| lines.lock().clone()).unwrap_or_default();
        if !now.is_empty() && now == self.before {
            self.done = true;
            return Some(now);
        }
        ctx.data_mut(|data| data.insert_temp(slot(), Lines::default()));
        if !now.is_empty() {
            // Another frame shows whether all stands still.
            ctx.request_repaint();
        }
        self.before = now;
        None
    }
}
