//! What the text tells of itself: headline, outlet, writer.

mod byline;
mod dateline;
mod masthead;
mod names;
mod outlet;
mod title;

pub(super) use byline::author;
pub(super) use names::is_outlet;
pub(super) use outlet::{agency, publisher};
pub(super) use title::title;
