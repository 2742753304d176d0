//! The full-screen guide: plain data, what changes it, and what draws it.
//!
//! ```text
//! message --keymap--> Action --update(&mut App)--> Effect --run--> progress file, clipboard, terminal
//!                                   App --view--> one frame
//! ```

pub mod action;
pub mod actions;
pub mod app;
pub mod bars;
pub mod field;
pub mod keymap;
pub mod overlay;
mod paging;
pub mod pane;
pub mod panel;
pub mod prompt;
pub mod renderer;
pub mod run;
pub mod screen;
pub mod scroll;
pub mod search;
pub mod theme;
pub mod update;
pub mod view;
pub mod visit;
