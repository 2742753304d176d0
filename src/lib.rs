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
//! | [`content`] | from a file to a guide, or to findings drawn with their source line |
//! | [`progress`] | what the reader entered, and the file that keeps it |
//! | [`schedule`] | which step is due on which days, seen from today |
//! | [`figure`] | what is drawn to scale, as rows of cells and as vectors |
//! | [`page`] | the neutral page that every output draws, and its lines at a width |
//! | [`export`] | the guide outside the terminal, one file a format |
//! | [`tui`] | the full-screen guide |
//! | [`cli`] | what the shell says, and what is done about it |
//!
//! A room may use the rooms above it in this table, never those below; `tests/blackbox/rooms.rs` holds the whole map. To add
//! a key, write its action in [`tui::action`], its row in [`tui::keymap`], and what it does in [`tui::update`]; footer, list
//! of actions, man page and README follow. To add a kind of block, write it in [`guide::Block`]; the compiler names the arms
//! it needs.

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
