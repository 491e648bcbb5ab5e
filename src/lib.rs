//! Tallyscope reads articles, marks who says how many were killed, injured or arrested, and plots the counts per source.

pub mod app;
pub mod article;
pub mod base;
pub mod claim;
pub mod cli;
pub mod dating;
pub mod disk;
pub mod entity;
pub mod export;
pub mod jobs;
pub mod link;
pub mod number;
pub mod quantity;
pub mod read;
pub mod rule;
pub mod score;
pub mod show;
pub mod store;
pub mod time;
pub mod token;
pub mod ui;
