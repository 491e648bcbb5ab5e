//! Tallyscope reads articles, marks who says how many were killed, injured or arrested, and plots the counts per source.

pub mod article;
pub mod base;
