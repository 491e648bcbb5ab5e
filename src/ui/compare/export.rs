//! The menu of what can leave the charts, and which days are in sight.

use egui::{Context, Id, Popup, Ui};

use super::super::shell::{keys_of, row_of};
use super::super::theme::{Theme, Type, icons};
use super::super::widgets::{PushButton, hairline_ui};
use super::super::wish::{self, Wish};
use crate::app::{Action, Command, PictureForm, PictureOrder, State};

fn slot() -> Id {
    Id::unique("days in sight of charts")
}

/// Says in each frame which days the analyst chose by zoom; `None` = all.
pub(super) fn keep_sight(ctx: &Context, days: Option<(f64, f64)>) {
    ctx.data_mut(|data| data.insert_temp(slot(), days));
}

/// The days that a picture of the charts shows; `None` = all.
pub(in crate::ui) fn sight(ctx: &Context) -> Option<(f64, f64)> {
    ctx.data(|data| data.get_temp::<Option<(f64, f64)>>(slot())).flatten()
}

/// The order to copy a picture of the charts.
pub(in crate::ui) fn copy_order(ctx: &Context) -> Action {
    Action::Picture(PictureOrder {
        form: PictureForm::Clipboard,
        days: sight(ctx),
    })
}

/// The button with all ways out.
pub(super) fn export_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = &Theme::of(ui).color;
    let button = PushButton::new("Export")
        .icon(icons::EXPORT)
        .help("Pictures for a report, tables");
    let response = ui.add(button);
    Popup::menu(&response).width(260.0).show(|ui| {
        for command in [
            Command::PictureSvg,
            Command::PicturePng,
            Command::CopyPicture,
            Command::ExportPoints,
            Command::ExportAdopted,
            Command::Export,
        ] {
            if command == Command::ExportPoints {
                hairline_ui(ui);
            }
            let Some(row) = row_of(command) else { continue };
            let entry = egui::Button::new(Type::Body.text(row.name, c.text)).shortcut_text(keys_of(command, state));
            if !ui.add(entry).on_hover_text(row.help).clicked() {
                continue;
            }
            ui.close();
            match command {
                Command::PictureSvg => wish::make(ui.ctx(), Wish::PictureSvg),
                Command::PicturePng => wish::make(ui.ctx(), Wish::PicturePng),
                Command::ExportPoints => wish::make(ui.ctx(), Wish::ExportPoints),
                Command::ExportAdopted => wish::make(ui.ctx(), Wish::ExportAdopted),
                Command::Export => wish::make(ui.ctx(), Wish::Export("")),
                _ => actions.push(copy_order(ui.ctx())),
            }
        }
    });
}
