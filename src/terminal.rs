//! The ground: what may reach a terminal, its colors, and what the environment says of it.

pub mod environment;
pub mod palette;
pub mod sanitize;
