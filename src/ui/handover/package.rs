//! Where a package that was handed over is to be unpacked.

use std::path::PathBuf;

use egui::{Id, Label, Ui};

use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, entered_by_default, label_ui, text_field_ui};
use crate::app::{Action, HandoverAct, PackageOffer};
use crate::show::{moment, words};

/// Draws what the package holds and asks for the folder.
pub(super) fn offer_ui(ui: &mut Ui, offer: &PackageOffer, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    label_ui(ui, "Open a project that was handed over", Type::Heading, c.text);
    ui.add_space(6.0);
    let facts = &offer.facts;
    label_ui(ui, words::short(&facts.name, 60), Type::Strong, c.text);
    let history = if facts.history {
        "with history"
    } else {
        "without history"
    };
    let originals = match facts.originals {
        0 => "without originals".to_owned(),
        num => words::count(num, "original"),
    };
    let holds = format!(
        "{} · {} · {originals} · {history}",
        words::count(facts.articles, "article"),
        words::count(facts.claims, "claim"),
    );
    label_ui(ui, holds, Type::Small, c.muted);
    let made = if facts.made_at.len() > 10 {
        moment(&facts.made_at)
    } else {
        facts.made_at.clone()
    };
    label_ui(ui, format!("Packed {made}"), Type::Small, c.muted);
    ui.add_space(10.0);
    let id = Id::unique("folder of the package");
    let slot = Id::unique("typed folder of the package").with(&offer.path);
    let before = ui.data(|data| data.get_temp::<String>(slot));
    let mut text = before.unwrap_or_else(|| offer.folder.display().to_string());
    text_field_ui(ui, id, &mut text, ("Folder to make", "/home/me/unrest"), false);
    ui.data_mut(|data| data.insert_temp(slot, text.clone()));
    let help = "It is unpacked there, and every file is checked against the list that came with it. Nothing that is there \
                already is overwritten.";
    ui.add(Label::new(Type::Small.text(help, c.muted)).wrap());
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let folder = PathBuf::from(text.trim());
        let ready = !folder.as_os_str().is_empty();
        let unpack = PushButton::new("Unpack and open").icon(icons::OPEN_FOLDER).primary();
        let unpack = ui.add(unpack.enabled(ready));
        entered_by_default(&unpack);
        if unpack.clicked() && ready {
            actions.push(Action::Handover(HandoverAct::Unpack(folder)));
        }
        if ui.add(PushButton::new("Cancel").keys("Escape").keys_in_tip()).clicked() {
            actions.push(Action::Handover(HandoverAct::Close));
        }
    });
}
