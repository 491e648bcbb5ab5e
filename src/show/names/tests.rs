//! Entities, what the analyst says of them, and the lines that follow.
