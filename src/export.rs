//! The guide outside the terminal: one file a format.

pub mod text;
