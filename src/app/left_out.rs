//! What of a file was left out, as problems: one line where many parts have one reason, their names beneath it.

use std::collections::BTreeMap;

use crate::article::LeftOut;
use crate::store::path_in;

/// Up to so many parts with one reason are told one by one.
const MAX_SINGLE: usize = 3;

/// So many names stand beneath a line at most.
const MAX_NAMES: usize = 500;

/// File and sentence of each problem, in the order in which their reasons were first met. Where a sentence has several
/// lines, the first is what happened and the others are the parts.
pub(super) fn grouped(file: &str, left_out: Vec<LeftOut>) -> Vec<(String, String)> {
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for one in left_out {
        let at = *known.entry(one.sentence.clone()).or_insert(reasons.len());
        match reasons.get_mut(at) {
            Some((_, paths)) => paths.push(one.path),
            None => reasons.push((one.sentence, vec![one.path])),
        }
    }
    let problems = reasons.into_iter().flat_map(|(sentence, paths)| {
        if paths.len() <= MAX_SINGLE {
            let single = paths.into_iter().map(|path| (path_in(file, &path), sentence.clone()));
            return single.collect::<Vec<_>>();
        }
        let mut told = format!("{} parts were left out. Of each: {sentence}", paths.len());
        for path in paths.iter().take(MAX_NAMES) {
            told.push('\n');
            told.push_str(path);
        }
        if paths.len() > MAX_NAMES {
            told.push_str(&format!("\nand {} more", paths.len() - MAX_NAMES));
        }
        vec![(file.to_owned(), told)]
    });
    problems.collect()
}

#[cfg(test)]
mod tests {
    use super::grouped;
    use crate::article::LeftOut;

    #[test]
    fn many_parts_with_one_reason_are_one_problem() {
        let left_out = |path: String, sentence: &str| LeftOut {
            path,
            sentence: sentence.to_owned(),
        };
        let mut all: Vec<LeftOut> = (0..700)
            .map(|at| left_out(format!("{at}.bin"), "It is binary."))
            .collect();
        all.insert(1, left_out("b.txt".to_owned(), "It is damaged."));
        all.push(left_out(String::new(), "It is damaged."));
        let problems = grouped("a.zip", all);
        let files: Vec<&str> = problems.iter().map(|(file, _)| file.as_str()).collect();
        assert_eq!(files, ["a.zip", "a.zip/b.txt", "a.zip"]);
        let lines: Vec<&str> = problems[0].1.lines().collect();
        assert_eq!(lines.len(), 502);
        assert_eq!(
            [lines[0], lines[1], lines[501]],
            [
                "700 parts were left out. Of each: It is binary.",
                "0.bin",
                "and 200 more"
            ]
        );
        assert_eq!(problems[2].1, "It is damaged.");
    }
}
