//! A calm terminal guide: read it, search it, tick off the preparation, come back to it.
//!
//! Everything that is shown comes from one content file, so a clinic or a translator swaps the file, not the code.
//!
//! # The way of the data
//!
//! ```text
//! content.toml --content--> Guide --element--> page of elements --wrap(width)--> lines --tui::view--> screen
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
//! | [`clean`] | which characters may reach a terminal or a file |
//! | [`palette`] | the colors, dark and light |
//! | [`nearest`] | which known word a mistyped one may have been meant to be |
//! | [`diagnostic`] | findings about a content file, drawn with the source line |
//! | [`guide`] | the model: pure data that cannot be wrong |
//! | [`content`] | from a file to a guide, or to findings |
//! | [`progress`] | what the reader entered, and the file that keeps it |
//! | [`schedule`] | which step is due on which days, seen from today |
//! | [`element`] | the neutral page that every output draws |
//! | [`picture`] | what is drawn to scale, as rows of braille or ASCII, and as vectors |
//! | [`wrap`] | elements at a width: lines of runs that know their role |
//! | [`export`] | the guide outside the terminal, one file a format |
//! | [`tui`] | the full-screen guide |
//! | [`environment`], [`cli`], [`command`] | what the shell says, and what is done about it |
//!
//! A room may use the rooms above it in this table, never those below. To add a key, write its action in
//! [`tui::action`], its row in [`tui::keymap`], and what it does in [`tui::update`]; footer, list of actions, man page and
//! README follow. To add a kind of block, write it in [`guide::Block`]; the compiler names the arms it needs.

pub mod clean;
pub mod cli;
pub mod command;
pub mod content;
pub mod diagnostic;
pub mod element;
pub mod environment;
pub mod export;
pub mod guide;
pub mod nearest;
pub mod palette;
pub mod picture;
pub mod progress;
pub mod schedule;
pub mod tui;
pub mod wrap;
