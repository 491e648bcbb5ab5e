//! What belongs to a program on a desktop, and where in a data folder it goes; made of `assets/desktop`.

use std::borrow::Cow;
use std::path::Path;

/// By this the desktop knows entry, window and icons as one program.
pub const APP_ID: &str = "org.tallyscope.Tallyscope";

/// The type of project files.
pub const PROJECT_TYPE: &str = "application/x-tallyscope";

/// The desktop entry, as packages install it.
pub const DESKTOP_ENTRY: &str = include_str!("../../../assets/desktop/org.tallyscope.Tallyscope.desktop");

/// A picture as the window's icon: PNG, 256 pixels wide.
pub const WINDOW_ICON: &[u8] = include_bytes!("../../../assets/desktop/256/org.tallyscope.Tallyscope.png");

/// One file to be put in place.
pub(super) struct Piece {
    /// Below the data folder, with `/`.
    pub(super) place: &'static str,
    pub(super) bytes: Cow<'static, [u8]>,
}

/// The icons of one size: program and project.
macro_rules! icons {
    ($($size:literal)*) => {
        [$(
            (
                concat!("icons/hicolor/", $size, "x", $size, "/apps/org.tallyscope.Tallyscope.png"),
                include_bytes!(concat!("../../../assets/desktop/", $size, "/org.tallyscope.Tallyscope.png")) as &[u8],
            ),
            (
                concat!("icons/hicolor/", $size, "x", $size, "/mimetypes/application-x-tallyscope.png"),
                include_bytes!(concat!("../../../assets/desktop/", $size, "/application-x-tallyscope.png")) as &[u8],
            ),
        )*]
    };
}

const ICONS: [(&str, &[u8]); 16] = icons!("16" "24" "32" "48" "64" "128" "256" "512");

const OTHERS: [(&str, &[u8]); 4] = [
    (
        "mime/packages/org.tallyscope.Tallyscope.xml",
        include_bytes!("../../../assets/desktop/org.tallyscope.Tallyscope.mime.xml"),
    ),
    (
        "metainfo/org.tallyscope.Tallyscope.metainfo.xml",
        include_bytes!("../../../assets/desktop/org.tallyscope.Tallyscope.metainfo.xml"),
    ),
    (
        "icons/hicolor/scalable/apps/org.tallyscope.Tallyscope.svg",
        include_bytes!("../../../assets/desktop/org.tallyscope.Tallyscope.svg"),
    ),
    (
        "icons/hicolor/scalable/mimetypes/application-x-tallyscope.svg",
        include_bytes!("../../../assets/desktop/application-x-tallyscope.svg"),
    ),
];

/// All files, for a program at this place.
pub(super) fn pieces(program: &Path) -> Vec<Piece> {
    let entry = Piece {
        place: "applications/org.tallyscope.Tallyscope.desktop",
        bytes: Cow::Owned(entry_for(program).into_bytes()),
    };
    let fixed = OTHERS.into_iter().chain(ICONS).map(|(place, bytes)| Piece {
        place,
        bytes: Cow::Borrowed(bytes),
    });
    std::iter::once(entry).chain(fixed).collect()
}

/// The desktop entry with the whole path of the program: not every desktop looks into this user's folder of programs.
fn entry_for(program: &Path) -> String {
    let path = program.display().to_string();
    let lines = DESKTOP_ENTRY.lines().map(|line| {
        if let Some(rest) = line.strip_prefix("Exec=tallyscope") {
            format!("Exec={}{rest}", in_command(&path))
        } else if line == "TryExec=tallyscope" {
            format!("TryExec={}", in_value(&path))
        } else {
            line.to_owned()
        }
    });
    lines.map(|line| line + "\n").collect()
}

/// A path as a word of a command: in quotes, with what a quoted word gives a meaning to escaped, and once more as a value.
fn in_command(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/._-+".contains(letter);
    if path.chars().all(plain) {
        return path.to_owned();
    }
    let mut word = String::from("\"");
    for letter in path.chars() {
        match letter {
            '"' | '`' | '$' | '\\' => word.extend(['\\', letter]),
            '%' => word.push_str("%%"),
            _ => word.push(letter),
        }
    }
    word.push('"');
    in_value(&word)
}

/// Text as a value of an entry.
fn in_value(text: &str) -> String {
    text.replace('\\', "\\\\")
}

/// The types of article files that the entry names besides projects.
pub(super) fn article_types() -> impl Iterator<Item = &'static str> {
    let types = DESKTOP_ENTRY.lines().find_map(|line| line.strip_prefix("MimeType="));
    let types = types.unwrap_or_default().split(';');
    types.filter(|kind| !kind.is_empty() && *kind != PROJECT_TYPE)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{APP_ID, article_types, entry_for, pieces};

    #[test]
    fn the_entry_names_the_whole_path_in_words_of_the_desktop() {
        let command = |path: &str| {
            let entry = entry_for(Path::new(path));
            let line = entry.lines().find_map(|line| line.strip_prefix("Exec="));
            line.unwrap().to_owned()
        };
        assert_eq!(
            command("/home/a/.local/bin/tallyscope"),
            "/home/a/.local/bin/tallyscope %F"
        );
        assert_eq!(command("/home/a b/tallyscope"), "\"/home/a b/tallyscope\" %F");
        assert_eq!(command("/50%/tallyscope"), "\"/50%%/tallyscope\" %F");
        // escaped as a quoted word, then as a value
        assert_eq!(command("/a$b/tallyscope"), "\"/a\\\\$b/tallyscope\" %F");
        let entry = entry_for(Path::new("/x/tallyscope"));
        assert!(entry.contains("\nExec=/x/tallyscope demo\n") && entry.contains("\nTryExec=/x/tallyscope\n"));
    }

    #[test]
    fn every_piece_has_a_place_of_its_own_and_is_called_like_the_program() {
        let all = pieces(Path::new("/bin/tallyscope"));
        let places: std::collections::BTreeSet<&str> = all.iter().map(|piece| piece.place).collect();
        assert_eq!(places.len(), all.len());
        for piece in &all {
            assert!(piece.place.contains(APP_ID) || piece.place.contains("application-x-tallyscope"));
            assert!(!piece.bytes.is_empty() && !piece.place.contains(".."));
        }
        assert!(article_types().any(|kind| kind == "text/html"));
    }
}
