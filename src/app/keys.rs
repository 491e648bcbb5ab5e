//! Keys as the settings file writes them, without naming a toolkit.

/// Keys without naming a toolkit: modifiers and a key's name as the settings file writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Keys {
    /// Ctrl, on a Mac Command.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// "A", "1", "Left", "Enter", "F12", "Delete", "Comma" ...
    pub key: String,
}

impl Keys {
    /// Reads "Ctrl+Shift+Z"; `None` where there is no key.
    pub fn parse(words: &str) -> Option<Self> {
        let mut keys = Self {
            ctrl: false,
            shift: false,
            alt: false,
            key: String::new(),
        };
        for part in words.split('+').map(str::trim) {
            match part.to_lowercase().as_str() {
                "" => return None,
                "ctrl" | "cmd" => keys.ctrl = true,
                "shift" => keys.shift = true,
                "alt" => keys.alt = true,
                _ if keys.key.is_empty() => part.clone_into(&mut keys.key),
                _ => return None,
            }
        }
        (!keys.key.is_empty()).then_some(keys)
    }
}

impl std::fmt::Display for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (on, word) in [(self.ctrl, "Ctrl "), (self.shift, "Shift "), (self.alt, "Alt ")] {
            if on {
                f.write_str(word)?;
            }
        }
        f.write_str(&self.key)
    }
}
