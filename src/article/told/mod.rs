//! What the text tells of itself: headline, outlet, writer.

mod byline;
mod dateline;
mod names;
mod outlet;
mod title;

pub(super) use byline::author;
pub(super) use names::is_outlet;
pub(super) use outlet::publisher;
pub(super) use title::title;
