//! The guide outside the terminal: its text, and its steps for people and for programs.

pub mod json;
pub mod steps;
pub mod text;
