//! A calm terminal guide: read it, search it, tick off the preparation, come back to it.
//!
//! Everything that is shown comes from one content file, so a clinic or a translator swaps the file, not the code.
//!
//! # The way of the data
//!
//! ```text
//! content.toml --content--> Guide --page::element--> elements --page::layout(width)--> lines --tui::view--> screen
//!                   \                                                    \--export--> text, Markdown, HTML
//!                    \--> diagnostics, each with file:line:column
//! treatment day, steps, the clinic's numbers --schedule--> Plan --> checklist, calendar, visit sheet
//! key or mouse --tui::keymap--> Action --tui::update(&mut App)--> Effect --tui--> progress file, clipboard, terminal
//! ```
//!
//! # The rooms, from the ground up
//!
//! | room | what it is for |
//! |---|---|
//! | [`terminal`] | what may reach a terminal, its colors, what the environment says of it |
//! | [`guide`] | the model: pure data that cannot be wrong |
//! | [`progress`] | what the reader entered, and the file that keeps it |
//! | [`schedule`] | which step is due on which days, seen from today |
//! | [`figure`] | what is drawn to scale, as rows of cells and as vectors |
//! | [`page`] | the neutral page that every output draws, and its lines at a width |
//! | [`export`] | the guide outside the terminal, one file a format |
//! | [`content`] | from a file to a guide, or to findings drawn with their source line |
//! | [`tui`] | the full-screen guide |
//! | [`cli`] | what the shell says, and what is done about it |
//!
//! A room uses no room below it in this table, and of those above only what `tests/blackbox/rooms.rs` lists. How to add a
//! key, a command or a kind of block: `CONTRIBUTING.md`.

pub mod cli;
pub mod content;
pub mod export;
pub mod figure;
pub mod guide;
pub mod page;
pub mod progress;
pub mod schedule;
pub mod terminal;
pub mod tui;
