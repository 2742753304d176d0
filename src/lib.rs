//! A calm terminal guide: read it, search it, tick off the preparation, come back to it.

pub mod clean;
pub mod content;
pub mod diagnostic;
pub mod element;
pub mod guide;
pub mod progress;
pub mod wrap;
