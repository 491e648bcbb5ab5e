//! The tables of a project and the way from older versions to this one.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::{DiskError, Trouble};

/// "TALY": by this number a file is known as a project (byte 68 of the file, big-endian).
pub const APPLICATION_ID: u32 = 0x5441_4C59;

/// The version of the tables that this program writes (`user_version`).
pub const VERSION: u32 = 2;

/// One step for each version, in order.
const STEPS: &[M<'_>] = &[M::up(include_str!("schema.sql")), M::up(include_str!("schema-2.sql"))];

/// Brings the tables to this version, in one transaction for each version.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), DiskError> {
    Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| {
        let what = "The project could not be brought to this version";
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => DiskError::from_sql(what, path, &err),
            other => DiskError::new(Trouble::Other, path, format!("{what}: {other}.")),
        }
    })
}

/// How a connection that writes works: nothing is acknowledged before it is on the disk.
pub(super) fn tune_writer(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(2))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{APPLICATION_ID, Connection, Migrations, Path, STEPS, VERSION, migrate};

    #[test]
    fn tables_can_be_made_and_carry_their_numbers() {
        Migrations::from_slice(STEPS).validate().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection, Path::new("x")).unwrap();
        let number = |name: &str| {
            connection
                .pragma_query_value(None, name, |row| row.get::<_, u32>(0))
                .unwrap()
        };
        assert_eq!(
            (number("application_id"), number("user_version")),
            (APPLICATION_ID, VERSION)
        );
        assert_eq!(STEPS.len(), VERSION as usize);
    }
}
