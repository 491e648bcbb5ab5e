//! What was chosen for the last exports, as the settings keep it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::exporting::ExportOrder;
use super::settings::Settings;
use crate::export::formats::{ExportOptions, Format, Which, format_of, formats};

/// Before the name of an option in the settings: "claims-csv.bom".
const BETWEEN: char = '.';

impl Settings {
    /// The format of the last export.
    pub fn export_format(&self) -> Option<&'static Format> {
        let kept = self.exports.get("format").and_then(|id| format_of(id));
        kept.or_else(|| formats().next())
    }

    /// Which claims left last.
    pub fn export_which(&self) -> Which {
        let kept = self.exports.get("which").and_then(|id| Which::from_id(id));
        kept.unwrap_or_default()
    }

    /// The folder of the last export.
    pub fn export_folder(&self) -> Option<PathBuf> {
        self.exports.get("folder").map(PathBuf::from)
    }

    /// The options of a format as they were set last.
    pub fn export_options(&self, format: &Format) -> ExportOptions {
        let before = format!("{}{BETWEEN}", format.id);
        let set = self.exports.iter();
        let set = set.filter_map(|(name, value)| Some((name.strip_prefix(&before)?.to_owned(), value.clone())));
        ExportOptions::new(set.collect::<BTreeMap<_, _>>())
    }

    /// Keeps what was chosen for the next export.
    pub(super) fn keep_export(&mut self, order: &ExportOrder) {
        let mut keep = |name: String, value: &str| self.exports.insert(name, value.to_owned());
        keep("format".to_owned(), &order.format);
        keep("which".to_owned(), order.which.id());
        if let Some(folder) = order
            .path
            .parent()
            .and_then(Path::to_str)
            .filter(|folder| !folder.is_empty())
        {
            keep("folder".to_owned(), folder);
        }
        for (option, value) in order.options.values() {
            keep(format!("{}{BETWEEN}{option}", order.format), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ExportOptions, ExportOrder, Settings, Which, format_of};

    #[test]
    fn what_was_chosen_is_kept_for_the_next_export() {
        let mut settings = Settings::default();
        let csv = format_of("claims-csv").expect("a format");
        assert_eq!(settings.export_format().map(|format| format.id), Some("claims-csv"));
        let mut order = ExportOrder {
            format: "ucdp-ged-csv".to_owned(),
            which: Which::Accepted,
            options: ExportOptions::default(),
            path: "/home/me/out/ged.csv".into(),
        };
        order.options.set("harms", "all");
        settings.keep_export(&order);
        let ged = settings.export_format().expect("a format");
        assert_eq!((ged.id, settings.export_which()), ("ucdp-ged-csv", Which::Accepted));
        assert_eq!(settings.export_options(ged), order.options);
        assert_eq!(settings.export_options(csv), ExportOptions::default());
        assert_eq!(settings.export_folder(), Some("/home/me/out".into()));
    }
}
