//! Tells tests of the real window where marks and buttons are.

use egui::{Context, Id, Rect};

/// The frame after which places are told: the first ones lay out and settle.
const FRAME: u32 = 4;

/// Tells the places once.
#[derive(Default)]
pub struct Probe {
    frames: u32,
}

fn slot() -> Id {
    Id::unique("tallyscope probe")
}

/// Notes where something is drawn; cheap, and only in the first frames.
pub fn note(ctx: &Context, rect: Rect, label: &str) {
    ctx.data_mut(|data| {
        if let Some(lines) = data.get_temp::<std::sync::Arc<egui::mutex::Mutex<String>>>(slot()) {
            let line = label.replace('\n', " ");
            let mut lines = lines.lock();
            let (corner, size) = (rect.min, rect.size());
            lines.push_str(&format!(
                "{:.0} {:.0} {:.0} {:.0} {line}\n",
                corner.x, corner.y, size.x, size.y
            ));
        }
    });
}

impl Probe {
    /// The lines, once, after the frame in which they were noted.
    pub fn lines(&mut self, ctx: &Context) -> Option<String> {
        if self.frames > FRAME {
            return None;
        }
        self.frames += 1;
        if self.frames == FRAME {
            let lines = std::sync::Arc::new(egui::mutex::Mutex::new(String::new()));
            ctx.data_mut(|data| data.insert_temp(slot(), lines));
        }
        if self.frames <= FRAME {
            ctx.request_repaint();
            return None;
        }
        let lines = ctx.data_mut(|data| data.remove_temp::<std::sync::Arc<egui::mutex::Mutex<String>>>(slot()))?;
        let shown = lines.lock().clone();
        Some(shown)
    }
}
