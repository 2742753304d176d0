//! The guide outside the terminal: one file a format.

pub mod json;
pub mod steps;
pub mod text;
