//! The ground: what may reach a terminal and how wide it is there, its colors, and what the environment says of it.

pub mod environment;
pub mod palette;
pub mod sanitize;
pub mod width;
