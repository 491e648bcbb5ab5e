//! Trains the weights of names.
use std::error::Error;
fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let silver = std::fs::read_to_string(args.next().unwrap_or_default())?;
    let (bytes, report) = tallyscope::entity::tagger::train::names(&silver, std::env::var("LOWER").is_ok())?;
    std::fs::write(args.next().unwrap_or_default(), bytes)?;
    eprintln!("{report}");
    Ok(())
}
