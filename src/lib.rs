//! A calm terminal guide: read it, search it, tick off the preparation, come back to it.

pub mod clean;
pub mod cli;
pub mod command;
pub mod content;
pub mod diagnostic;
pub mod element;
pub mod environment;
pub mod export;
pub mod guide;
pub mod progress;
pub mod tui;
pub mod wrap;
