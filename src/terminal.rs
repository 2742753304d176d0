//! The terminal: taken over and given back, what it sends, what may reach it, how wide that is, and its colors.

pub mod clock;
pub mod environment;
pub mod file_watch;
pub mod input;
pub mod mailbox;
pub mod palette;
pub mod platform;
pub mod response_filter;
pub mod sanitize;
pub mod session;
pub mod switch;
pub mod width;
