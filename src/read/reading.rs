//! What reading one article gave.

use std::sync::Arc;

use crate::article::Article;
use crate::base::{Notes, Span, Why};
use crate::claim::Claim;
use crate::dating::Published;
use crate::entity::EntityKind;
use crate::time::Value;

/// A name in the text with the entity that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityRead {
    /// The words.
    pub span: Span,
    /// What they name.
    pub kind: EntityKind,
    /// The fullest name of the same entity over all articles of the run.
    pub canonical: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// A time expression with its day.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRead {
    /// The words.
    pub span: Span,
    /// What they mean; `None` where it cannot be told.
    pub value: Option<Value>,
    /// The rules that read them.
    pub why: Why,
}

/// One article as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The text and its facts.
    pub article: Arc<Article>,
    /// What is known of its day; `None` where nothing is.
    pub published: Option<Published>,
    /// Names, in order.
    pub entities: Vec<EntityRead>,
    /// Time expressions, in order.
    pub times: Vec<TimeRead>,
    /// Claims, in order of their spans.
    pub claims: Vec<Claim>,
    /// What could not be read as written, of all floors.
    pub notes: Notes,
}
