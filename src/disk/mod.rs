//! Files, SQLite.
