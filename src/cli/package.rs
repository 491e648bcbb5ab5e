//! `tallyscope package` and `tallyscope unpack`.

use super::args::{PackageArgs, UnpackArgs};
use super::export::name;
use super::plan::Outside;
use crate::disk::{self, Along, PackageOrder};
use crate::jobs::Token;

/// Packs a project to hand it over. 0 when it was written, 1 when not.
pub(super) fn pack(args: &PackageArgs, outside: &mut Outside<'_>) -> u8 {
    let along = |without: bool| if without { Along::Without } else { Along::With };
    let packed = disk::read_project(&args.project).and_then(|store| {
        let name = name(&store, &args.project);
        let order = PackageOrder {
            project: &args.project,
            store: &store,
            name: &name,
            out: &args.out,
            originals: along(args.without_originals),
            history: along(args.without_history),
            // only the day is told: the clock is not asked here
            now: &outside.today.to_string(),
        };
        disk::write_package(&order, &Token::new(), &|_, _| {})
    });
    match packed {
        Ok(packed) => {
            for name in packed.iter().flat_map(|packed| &packed.missing) {
                outside.problem(name, "the original is not in the project; its text is.");
            }
            0
        }
        Err(error) => {
            outside.problem("", &error.to_string());
            1
        }
    }
}

/// Unpacks a package and prints the path of its project. 0 when that was done, 1 when not.
pub(super) fn unpack(args: &UnpackArgs, outside: &mut Outside<'_>) -> u8 {
    let folder = args.into.clone().unwrap_or_else(|| args.package.with_extension(""));
    match disk::open_package(&args.package, &folder, &Token::new(), &|_, _| {}) {
        Ok(project) => {
            let path = project.map(|path| path.display().to_string()).unwrap_or_default();
            u8::from(!outside.print(&format!("{path}\n")))
        }
        Err(error) => {
            outside.problem("", &error.to_string());
            1
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::Path;

    use clap::Parser as _;

    use crate::cli::{Args, Outside, Then, run};
    use crate::disk;
    use crate::export::formats::format_of;

    fn tally(words: &[&str]) -> (u8, String, String) {
        let (mut out, mut problems) = (Vec::new(), Vec::new());
        let args = Args::try_parse_from(std::iter::once("tallyscope").chain(words.iter().copied())).expect("arguments");
        let mut outside = Outside {
            input: &mut io::empty(),
            out: &mut out,
            problems: &mut problems,
            today: jiff::civil::date(2031, 3, 15),
        };
        let Then::Exit(status) = run(args, &mut outside) else {
            panic!("no window is wanted")
        };
        (
            status,
            String::from_utf8_lossy(&out).into_owned(),
            String::from_utf8_lossy(&problems).into_owned(),
        )
    }

    #[test]
    fn a_project_is_packed_and_unpacked_once() {
        assert!(format_of("report").is_some());
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name).display().to_string();
        drop(disk::create(Path::new(&at("a.tally"))).expect("a project"));
        let packed = tally(&["package", &at("a.tally"), "--out", &at("b.tallyzip")]);
        assert_eq!(packed, (0, String::new(), String::new()));
        let (status, out, _) = tally(&["unpack", &at("b.tallyzip")]);
        assert_eq!(
            (status, out.trim_end()),
            (0, Path::new(&at("b")).join("a.tally").display().to_string().as_str())
        );
        disk::read_project(Path::new(out.trim_end())).expect("a project");
        let (status, out, problems) = tally(&["unpack", &at("b.tallyzip")]);
        assert_eq!((status, out.as_str()), (1, ""));
        assert!(problems.contains("there already"), "{problems}");
        assert_eq!(tally(&["package", &at("none.tally"), "--out", &at("c.zip")]).0, 1);
        assert!(!Path::new(&at("c.zip")).exists());
    }
}
