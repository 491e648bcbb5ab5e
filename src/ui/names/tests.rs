//! The Names view, by the names that a screen reader says.
