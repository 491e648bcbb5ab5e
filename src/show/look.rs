//! How the analyst wants things listed and drawn: plain data that the models of this floor take beside the store.

use std::collections::BTreeSet;

use crate::claim::Kind;


