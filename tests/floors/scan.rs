//! Reads Rust source just far enough to say which paths it names, and on which line.

/// A path as it stands in the source, `use` trees spread out: `use std::{fs, net}` gives two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Path {
    /// Counted from 1.
    pub(crate) line: usize,
    pub(crate) segments: Vec<String>,
    /// Stands in a `use`.
    pub(crate) imported: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Word(String),
    /// `::`
    Colons,
    Sign(char),
}

#[derive(Debug, Clone)]
struct Token {
    line: usize,
    kind: Kind,
}

/// The source with comments, strings and character literals turned to spaces; lines stay lines.
pub(crate) fn mask(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        match end_of_text(&chars, at) {
            Some(end) => {
                out.extend(chars[at..end].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
                at = end;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    out
}

/// Where the comment or literal that begins at `at` ends; `None` where none begins.
fn end_of_text(chars: &[char], at: usize) -> Option<usize> {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        '/' if next == Some('/') => Some(find(chars, at, |c| c == '\n')),
        '/' if next == Some('*') => Some(end_of_block(chars, at)),
        '"' => Some(end_of_quote(chars, at + 1, '"')),
        'r' if !inside_word(chars, at) => end_of_raw(chars, at),
        '\'' if next == Some('\\') => Some(end_of_quote(chars, at + 1, '\'')),
        '\'' if chars.get(at + 2) == Some(&'\'') => Some(at + 3),
        _ => None,
    }
}

fn find(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    chars[from..]
        .iter()
        .position(|&c| stop(c))
        .map_or(chars.len(), |n| from + n)
}

fn end_of_block(chars: &[char], start: usize) -> usize {
    let mut depth = 0;
    let mut at = start;
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') if depth == 1 => return at + 2,
            ('*', '/') => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
    }
    chars.len()
}

fn end_of_quote(chars: &[char], from: usize, quote: char) -> usize {
    let mut at = from;
    while at < chars.len() {
        match chars[at] {
            '\\' => at += 2,
            c if c == quote => return at + 1,
            _ => at += 1,
        }
    }
    chars.len()
}

/// `r"…"`, `r#"…"#`; `None` for a raw identifier or a plain r.
fn end_of_raw(chars: &[char], at: usize) -> Option<usize> {
    let open = find(chars, at + 1, |c| c != '#');
    if chars.get(open) != Some(&'"') {
        return None;
    }
    let hashes = open - at - 1;
    let mut end = open + 1;
    while end < chars.len() {
        if chars[end] == '"' && chars[end + 1..].iter().take(hashes).filter(|&&c| c == '#').count() == hashes {
            return Some(end + 1 + hashes);
        }
        end += 1;
    }
    Some(chars.len())
}

fn inside_word(chars: &[char], at: usize) -> bool {
    // `br"…"` and `cr"…"` are raw strings, too.
    let before = |n: usize| at.checked_sub(n).and_then(|i| chars.get(i)).copied();
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    match before(1) {
        Some('b' | 'c') => word(before(2)),
        c => word(c),
    }
}

fn tokens(masked: &str) -> Vec<Token> {
    let mut out = Vec::new();
    for (n, line) in masked.lines().enumerate() {
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            let kind = if c.is_alphanumeric() || c == '_' {
                let mut word = String::from(c);
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(c);
                }
                Kind::Word(word)
            } else if c == ':' && chars.next_if_eq(&':').is_some() {
                Kind::Colons
            } else if c.is_whitespace() {
                continue;
            } else {
                Kind::Sign(c)
            };
            out.push(Token { line: n + 1, kind });
        }
    }
    out
}

/// All paths of a file, `super` and `self` resolved against `module`, the file's own path below the crate.
pub(crate) fn paths(source: &str, module: &[String]) -> Vec<Path> {
    let tokens = tokens(&mask(source));
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        out: Vec::new(),
    };
    let mut inline: Vec<(usize, String)> = Vec::new();
    let mut depth = 0_usize;
    while let Some(token) = reader.peek() {
        let from = reader.out.len();
        match token {
            Kind::Sign('{') => depth += 1,
            Kind::Sign('}') => {
                depth = depth.saturating_sub(1);
                inline.retain(|(opened, _)| *opened < depth + 1);
            }
            Kind::Word(word) if word == "mod" => {
                if let (Some(Kind::Word(name)), Some(Kind::Sign('{'))) = (reader.ahead(1), reader.ahead(2)) {
                    inline.push((depth + 1, name.clone()));
                }
            }
            Kind::Word(word) if word == "use" => {
                reader.at += 1;
                reader.use_tree(&[]);
                // `use_tree` stops behind the tree; the loop must not skip what follows.
                reader.at = reader.at.saturating_sub(1);
            }
            Kind::Word(_) => reader.plain(),
            _ => {}
        }
        reader.at += 1;
        let here: Vec<String> = module
            .iter()
            .chain(inline.iter().map(|(_, name)| name))
            .cloned()
            .collect();
        for path in &mut reader.out[from..] {
            resolve(path, &here);
        }
    }
    reader.out
}

fn resolve(path: &mut Path, module: &[String]) {
    let mut depth = module.len();
    let mut eaten = 0;
    for segment in &path.segments {
        match segment.as_str() {
            "self" if eaten == 0 => {}
            "super" => depth = depth.saturating_sub(1),
            _ => break,
        }
        eaten += 1;
    }
    if eaten > 0 {
        let rest = path.segments.split_off(eaten);
        path.segments = std::iter::once("crate".to_owned())
            .chain(module[..depth].iter().cloned())
            .chain(rest)
            .collect();
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    out: Vec<Path>,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<&'a Kind> {
        self.ahead(0)
    }

    fn ahead(&self, n: usize) -> Option<&'a Kind> {
        self.tokens.get(self.at + n).map(|t| &t.kind)
    }

    fn line(&self) -> usize {
        self.tokens
            .get(self.at)
            .or_else(|| self.tokens.last())
            .map_or(1, |t| t.line)
    }

    /// A path outside `use`: stands on its last word afterwards. Words without `::` are no paths.
    fn plain(&mut self) {
        let line = self.line();
        let mut segments = Vec::new();
        while let Some(Kind::Word(word)) = self.peek() {
            segments.push(word.clone());
            match (self.ahead(1), self.ahead(2)) {
                (Some(Kind::Colons), Some(Kind::Word(_))) => self.at += 2,
                _ => break,
            }
        }
        let is_macro = segments.len() == 2 && self.ahead(1) == Some(&Kind::Sign('!'));
        if segments.len() > 1 && !is_macro {
            self.out.push(Path {
                line,
                segments,
                imported: false,
            });
        }
    }

    /// One tree of a `use`; stops behind it.
    fn use_tree(&mut self, before: &[String]) {
        let mut segments = before.to_vec();
        let mut line = self.line();
        loop {
            match self.peek() {
                Some(Kind::Colons) => {}
                Some(Kind::Sign('*')) => segments.push("*".to_owned()),
                Some(Kind::Word(word)) if word == "as" => {
                    self.at += 2;
                    break;
                }
                Some(Kind::Word(word)) => {
                    line = self.line();
                    // `{self}` names the module itself.
                    if word != "self" || segments.is_empty() {
                        segments.push(word.clone());
                    }
                }
                Some(Kind::Sign('{')) => return self.use_group(&segments),
                _ => break,
            }
            self.at += 1;
        }
        if !segments.is_empty() {
            self.out.push(Path {
                line,
                segments,
                imported: true,
            });
        }
    }

    fn use_group(&mut self, before: &[String]) {
        self.at += 1;
        while let Some(kind) = self.peek() {
            match kind {
                Kind::Sign('}') => {
                    self.at += 1;
                    return;
                }
                Kind::Word(_) | Kind::Colons | Kind::Sign('*') => self.use_tree(before),
                _ => self.at += 1,
            }
        }
    }
}
